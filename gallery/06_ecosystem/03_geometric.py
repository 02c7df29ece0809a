"""
PyTorch Geometric
=================

Friendships, molecules, roads: some data are points with connections. PyTorch Geometric
(``torch_geometric``) brings layers for them. After this lesson you can describe a graph to it,
compute a graph convolution by hand, and label a whole club from four of its members.

:Level: intermediate
:Before: :doc:`/lessons/03_models/03_module`, :doc:`/lessons/03_models/04_multilayer_perceptron`
:After: :doc:`/lessons/07_beyond/01_attention`
"""

# %%
# A graph as two tensors
# ----------------------
# The karate club of Zachary (1977) has 34 members; an edge joins two who met outside the club. It is
# built into the library. A graph is a ``Data`` object: ``x`` has one row of features per node,
# ``edge_index`` one column per edge, from the node above to the node below. An undirected edge is
# stored twice. The import still uses ``torch.jit``, which warns that it is on its way out.

# sphinx_gallery_thumbnail_number = 3
import warnings

import matplotlib.pyplot as plt
import networkx
import torch
from torch import nn

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=".*torch.jit")
    from torch_geometric.data import Data
    from torch_geometric.datasets import KarateClub
    from torch_geometric.nn import GCNConv, MessagePassing

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
graph = KarateClub()[0].to(device)
x, edge_index, y, known = graph.x, graph.edge_index, graph.y, graph.train_mask
print(graph)
print(f"the first edges: {edge_index[:, :5].tolist()}, {graph.is_undirected() = }")
edges = set(zip(*edge_index.tolist()))
assert len(edges) == graph.num_edges == 156 and {(to, start) for start, to in edges} == edges
assert x.equal(torch.eye(34, device=device))  # no features: each member is only itself

# %%
# Often written: the club split into the four groups that the labels ``y`` name. It split in two. The
# four groups were found later, by a clustering of the edges, so the edges tell much about them. Four
# members have a known label, one of each group: the squares with a black rim. A layout puts
# neighbours near each other; it only serves the eye, no network will see it.
club = networkx.Graph(sorted(edges))
layout = networkx.spring_layout(club, seed=3)
layout = torch.tensor([layout[node].tolist() for node in range(34)])
colors = ["#56b4e9", "#e69f00", "#2fbf91", "#e29cc4"]


def draw(ax, places, title, shown_edges=()):
    for start, to in shown_edges:
        ax.plot(*places[[start, to]].T, color="#bbbbbb", linewidth=0.8, zorder=1)
    for node, (across, up) in enumerate(places.tolist()):
        marker, rim = ("s", "black") if known[node] else ("o", "white")
        ax.plot(across, up, marker, markersize=14, color=colors[y[node]], markeredgecolor=rim, markeredgewidth=1.5)
        if shown_edges:  # enough room for the numbers
            ax.text(across, up, f"{node}", ha="center", va="center_baseline", fontsize=9, color="black")
    ax.set_title(title, fontsize=12)


_, ax = plt.subplots(figsize=(6.4, 5.2), layout="constrained")
draw(ax, layout, "The karate club: colours are groups, squares have a known label", edges)
ax.set_axis_off()
plt.show()
print(f"members per group: {y.bincount().tolist()}, known: {known.nonzero().flatten().tolist()}")
assert y[known].sort().values.tolist() == [0, 1, 2, 3] and y.bincount().tolist() == [13, 12, 4, 5]

# %%
# Columns, not pairs
# ------------------
# Often written: ``edge_index`` is a list of pairs. Run it: three pairs are refused, but two pairs
# have the right shape and mean other edges. ``validate`` cannot know. Transpose a list of pairs.
pairs = torch.tensor([[0, 1], [3, 2], [1, 2]])
try:
    Data(x=torch.eye(4), edge_index=pairs).validate()
except ValueError as refusal:
    print(f"ValueError: {refusal}")
    assert "[2, num_edges]" in str(refusal)
else:
    raise AssertionError("three rows were expected to be refused")
for name, written in [("two pairs", pairs[:2]), ("transposed", pairs[:2].T)]:
    two = Data(x=torch.eye(4), edge_index=written)
    print(f"{name}: valid {two.validate()}, edges {list(zip(*two.edge_index.tolist()))}")
    assert two.validate() and list(zip(*two.edge_index.tolist()))[1] == ((1, 2) if name == "two pairs" else (3, 2))

# %%
# A graph convolution by hand
# ---------------------------
# ``GCNConv`` is a linear layer followed by a weighted sum over the neighbours. With the adjacency
# matrix :math:`A`, :math:`\tilde A = A + I` (each node also hears itself) and its row sums on the
# diagonal of :math:`D`, it computes :math:`D^{-1/2} \tilde A D^{-1/2} X W + b` (Kipf and Welling,
# 2017). The division keeps members with many friends from getting large numbers.
torch.manual_seed(0)
layer = GCNConv(34, 5).to(device)
nn.init.normal_(layer.bias)
A = torch.zeros(34, 34, device=device)
A[edge_index[0], edge_index[1]] = 1
with_self = A + torch.eye(34, device=device)
degree = with_self.sum(dim=1)
normalised = with_self / (degree[:, None] * degree).sqrt()
by_hand = normalised @ x @ layer.lin.weight.T + layer.bias
print(f"{layer(x, edge_index).shape = }, apart by {(layer(x, edge_index) - by_hand).abs().max():.1e}")
torch.testing.assert_close(layer(x, edge_index), by_hand, rtol=1e-3, atol=1e-4)  # sums in another order

# %%
# The same for one member, as messages: each neighbour sends its row, and the receiver adds them up.
# Nothing but the neighbours is needed. So the layer never builds the matrix, which for a million
# nodes would have a million million entries.
member = 16
gathered = layer.bias
for start in [member, *[start for start, to in edges if to == member]]:
    gathered = gathered + layer.lin(x[start]) / (degree[start] * degree[member]).sqrt()
    print(f"member {start} sends to member {member} with weight {normalised[start, member]:.3f}")
torch.testing.assert_close(gathered, by_hand[member], rtol=1e-3, atol=1e-4)
assert degree[member] == 3 and A[member].nonzero().flatten().tolist() == [5, 6]

# %%
# How far a layer reaches
# -----------------------
# One layer reaches one edge far, two layers two. Ask autograd which inputs change the output of
# member 16, and networkx how many edges away they are: both sets are equal. The layers here have no
# weights, since these do not change who is heard. The last number printed is the whole club; the
# third exercise shows what still more layers do.
distance = networkx.single_source_shortest_path_length(club, member)
reach = []
_, axes = plt.subplots(1, 3, figsize=(7, 2.9), layout="constrained")
for num_layers in range(1, 6):
    features = torch.eye(34, device=device, requires_grad=True)
    hidden = features
    for _ in range(num_layers):
        hidden = normalised @ hidden
    (gradient,) = torch.autograd.grad(hidden[member].sum(), features)
    heard = set((gradient.abs().sum(dim=1) > 0).nonzero().flatten().tolist())
    reach.append(len(heard))
    assert heard == {node for node, steps in distance.items() if steps <= num_layers}
    if num_layers <= 3:
        ax = axes[num_layers - 1]
        for start, to in edges:
            ax.plot(*layout[[start, to]].T, color="#cccccc", linewidth=0.6, zorder=1)
        shades = ["#d55e00" if node == member else "#0072b2" if node in heard else "white" for node in range(34)]
        ax.scatter(*layout.T, c=shades, edgecolors="#555555", s=45, zorder=2)
        ax.set_title(f"{num_layers} layer{'s' * (num_layers > 1)}: hears {len(heard)}", fontsize=11)
        ax.set_axis_off()
plt.suptitle("Whom member 16 (orange) hears: the blue ones", fontsize=12)
plt.show()
print(f"members heard after 1 to 5 layers: {reach}")
assert reach[0] == 3 and reach[-1] == 34 and reach == sorted(reach)

# %%
# Four labels for a club
# ----------------------
# A network of three graph convolutions brings each member down to two numbers, and a linear layer
# makes four scores of them. The loss sees the four known labels only; the edges carry them on. The
# same network with linear layers in place of the convolutions sees the same labels without edges.


class Network(nn.Module):
    def __init__(self, use_edges):
        super().__init__()
        self.use_edges = use_edges
        sizes = [(34, 8), (8, 8), (8, 2)]
        self.layers = nn.ModuleList((GCNConv if use_edges else nn.Linear)(*size) for size in sizes)
        self.head = nn.Linear(2, 4)

    def forward(self, x, edge_index):
        for layer in self.layers:
            hidden = layer(x, edge_index) if self.use_edges else layer(x)
            x = torch.tanh(hidden)
        return hidden, self.head(x)


embeddings, accuracy = {}, {}
for use_edges in [True, False]:
    torch.manual_seed(1)
    model = Network(use_edges).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    embeddings[use_edges] = [model(x, edge_index)[0].detach().cpu()]
    for _ in range(100):
        hidden, logits = model(x, edge_index)
        loss = nn.functional.cross_entropy(logits[known], y[known])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    embeddings[use_edges].append(hidden.detach().cpu())
    right = logits.argmax(dim=1) == y
    accuracy[use_edges] = right[~known].float().mean().item()
    print(f"edges {use_edges!s:5}: loss {loss:.3f}, right on the known {right[known].sum()} of 4, "
          f"on the others {right[~known].sum()} of {(~known).sum()}")
    assert right[known].all()
assert accuracy[True] > 0.7 and accuracy[False] < 0.6 and (~known).sum() == 30

# %%
# Both learn the four labels. Without edges nothing is known of the others, for no two members have a
# feature in common. With edges, the members of a group come close to each other. These are the two
# numbers of each member, before and after. A convolution mixes neighbours, so even random weights
# place them together; training pulls the groups apart. Mind the scales.
_, axes = plt.subplots(1, 2, figsize=(8.6, 4.6), layout="constrained")
for ax, places, when in zip(axes, embeddings[True], ["Before training", "After training on four labels"]):
    draw(ax, places, when)
    ax.locator_params(nbins=5)
    ax.set(xlabel="first number", ylabel="second number")
plt.suptitle("The two numbers of each member of the club")
plt.show()
same_group = (y[:, None] == y).cpu()
others = ~torch.eye(34, dtype=torch.bool)  # not the distance of a member to itself
ratios = []
for places in embeddings[True]:
    apart = torch.cdist(places, places)
    within, between = apart[same_group & others].mean(), apart[~same_group].mean()
    ratios.append((between / within).item())
    print(f"mean distance: {within:.2f} within groups, {between:.2f} between groups, ratio {ratios[-1]:.1f}")
assert 1 < ratios[0] < ratios[1] and ratios[1] > 1.5

# %%
# Exercises
# ---------
# 1. Renumber the members. What happens to the output of ``GCNConv``? Hint: ``torch.randperm``; new
#    numbers are looked up with ``number[edge_index]``.
# 2. Write a layer in which each node gets the mean of its neighbours. Hint: a ``MessagePassing``
#    with ``aggr="mean"`` and a method ``message``.
# 3. Put fifty layers without weights on top of each other. What is left of the differences between
#    members? Hint: divide each row by the square root of its degree, and compare rows.

# %%
# Solution 1
# ^^^^^^^^^^
# The rows of the output are renumbered in the same way: the numbers of nodes are only names.
number = torch.randperm(34, device=device)  # number[old] is the new one
moved = torch.empty_like(x)
moved[number] = x
renumbered = layer(moved, number[edge_index])
print(f"apart by {(renumbered[number] - by_hand).abs().max():.1e}")
torch.testing.assert_close(renumbered[number], by_hand, rtol=1e-3, atol=1e-4)

# %%
# Solution 2
# ^^^^^^^^^^
# ``propagate`` calls ``message`` once for all edges; ``x_j`` holds the rows of their starting nodes.


class MeanOfNeighbours(MessagePassing):
    def forward(self, x, edge_index):
        return self.propagate(edge_index, x=x)

    def message(self, x_j):
        return x_j


mean = MeanOfNeighbours(aggr="mean")(x, edge_index)
print(f"member 16 gets a half from each of {mean[16].nonzero().flatten().tolist()}: {mean[16].max() = }")
torch.testing.assert_close(mean, A @ x / A.sum(dim=1, keepdim=True))

# %%
# Solution 3
# ^^^^^^^^^^
# Almost nothing: scaled by the degree, all rows are alike. It is called oversmoothing, and it is one
# reason why most graph networks have few layers.
spread = {}
for num_layers in [1, 5, 50]:
    scaled = torch.linalg.matrix_power(normalised, num_layers) @ x / degree[:, None].sqrt()
    spread[num_layers] = (scaled.std(dim=0) / scaled.mean(dim=0)).mean().item()
print({num_layers: f"{value:.4f}" for num_layers, value in spread.items()})
assert spread[1] > 1 > spread[5] > 0.1 > spread[50]

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/01_attention` lets the weights of the neighbours depend on what they say.
# Cards: :doc:`/cards/ecosystem/graphs`, :doc:`/cards/nn/modules` and
# :doc:`/cards/tensors/linear_algebra`.
