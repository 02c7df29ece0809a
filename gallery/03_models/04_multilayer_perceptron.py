"""
Multilayer perceptron
=====================

Four points in a square are enough to defeat every linear model, and one hidden layer is enough to
win. You see why, draw the boundary that training finds, compare activation functions and what they
do to the gradients of a deep network, and count parameters by a formula.

:Level: beginner
:Before: :doc:`/lessons/03_models/02_logistic_regression`, :doc:`/lessons/03_models/03_module`
:After: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/04_training/01_losses_and_optimizers`
"""

# %%
# What a line cannot do
# ---------------------
# XOR, exclusive or, is 1 where exactly one of two inputs is 1. The four inputs are the corners of a
# square. There are 16 ways to give them answers, and a line through the plane says 1 on one side, 0
# on the other. Draw five thousand random lines and note the answers that they give. Two of the 16
# never come up: XOR and its opposite.

# sphinx_gallery_thumbnail_number = 2
import math

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
corners = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]], device=device)
xor = torch.tensor([0, 1, 1, 0], device=device)
normals, offsets = torch.randn(2, 5_000).to(device), torch.randn(5_000).to(device)
answers = (corners @ normals + offsets > 0).int()
possible = {tuple(column) for column in answers.T.unique(dim=0).tolist()}
best = (answers == xor[:, None]).float().mean(dim=0).max().item()
print(f"{len(possible)} of 16 answers occur; on XOR the best line has an accuracy of {best}")
assert len(possible) == 14 and (0, 1, 1, 0) not in possible and (1, 0, 0, 1) not in possible and best == 3 / 4

# %%
# No luckier line exists. A linear score :math:`s` fulfils
# :math:`s(0, 0) + s(1, 1) = s(0, 1) + s(1, 0)`, since both sides are :math:`w_1 + w_2 + 2b`. XOR
# wants the left side below zero and the right side above. Often written: more layers will do. Run
# it: two linear layers in a row are one linear layer, whose weight is the product of the two.
two_layers = nn.Sequential(nn.Linear(2, 50), nn.Linear(50, 1)).to(device)
first, second = two_layers
weight, bias = second.weight @ first.weight, second.weight @ first.bias + second.bias
torch.testing.assert_close(two_layers(corners), corners @ weight.T + bias)
s00, s01, s10, s11 = two_layers(corners).flatten().tolist()
print(f"{s00 + s11 = :.4f}, {s01 + s10 = :.4f}")
assert abs(s00 + s11 - s01 - s10) < 1e-5 and abs(s00 + s11 - (weight.sum() + 2 * bias).item()) < 1e-5

# %%
# A hidden layer
# --------------
# Put something bent between the layers, an activation function: ReLU, which replaces what is
# negative by zero. The numbers between input and output are called hidden units. Two suffice, and
# you can choose the weights yourself. Both add the inputs; the second takes one away. XOR is the
# first minus twice the second.
by_hand = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1)).to(device)
with torch.no_grad():
    by_hand[0].weight.copy_(torch.tensor([[1.0, 1.0], [1.0, 1.0]]))
    by_hand[0].bias.copy_(torch.tensor([0.0, -1.0]))
    by_hand[2].weight.copy_(torch.tensor([[1.0, -2.0]]))
    by_hand[2].bias.zero_()
    hidden = by_hand[1](by_hand[0](corners))
    output = by_hand(corners).flatten()
print(f"{hidden.tolist() = }, {output.tolist() = }")
assert output.tolist() == xor.tolist() and hidden.tolist() == [[0, 0], [1, 0], [1, 0], [2, 1]]

# %%
# What the hidden layer does: it moves the points. The two corners with the answer 1 fall onto each
# other, and now a line can separate them from the rest: on the dashed one the last layer gives one half.
figure, (left, right) = plt.subplots(1, 2, figsize=(7.2, 3.6), layout="constrained")
for axes, points in [(left, corners.cpu()), (right, hidden.cpu())]:
    for answer, marker, color in [(0, "s", "#0072b2"), (1, "o", "#d55e00")]:
        axes.scatter(*points[xor.cpu() == answer].T, s=160, marker=marker, color=color, label=f"XOR is {answer}")
for (a, b), (p, q) in zip(corners.tolist(), hidden.tolist()):
    left.annotate(f"({a:g}, {b:g})", (a, b), xytext=(0, 11), textcoords="offset points", ha="center", fontsize=10)
right.annotate("two corners", (1, 0), xytext=(0, -20), textcoords="offset points", ha="center", fontsize=10)
line = torch.tensor([0.0, 2.6])
right.plot(line, (line - 0.5) / 2, "k--")  # first - 2 * second = 0.5
left.set(title="Inputs: no line separates them", xlabel="first input", ylabel="second input", xlim=(-0.4, 1.4))
right.set(title="Hidden units: a line does", xlabel="first unit", ylabel="second unit", xlim=(-0.4, 2.6))
left.set_ylim(-0.4, 1.5)
right.set_ylim(-0.4, 1.5)
right.legend(loc="upper left")
plt.show()

# %%
# Trained instead of chosen
# -------------------------
# Four clouds around the corners, half of the points to train, half to test. One linear layer, which
# is logistic regression, against a multilayer perceptron: two hidden layers of 16 units, each with
# an activation. Often written: a ``Linear`` and a ``Sigmoid`` are a multilayer perceptron. Run it:
# without a hidden layer the boundary is a line.
corner = torch.arange(400) % 4
points = (corners.cpu()[corner] + 0.14 * torch.randn(400, 2)).to(device)
targets = xor[corner.to(device)].float()[:, None]
linear = nn.Sequential(nn.Linear(2, 1)).to(device)
perceptron = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 1)).to(device)


def train(model, num_steps, learning_rate=0.02):
    optimizer, losses = torch.optim.Adam(model.parameters(), lr=learning_rate), []
    for _ in range(num_steps):
        loss = F.binary_cross_entropy_with_logits(model(points[:200]), targets[:200])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    with torch.no_grad():
        return losses, ((model(points[200:]) > 0) == targets[200:].bool()).float().mean().item()


accuracies = {name: round(train(model, 150)[1], 3) for name, model in [("linear", linear), ("perceptron", perceptron)]}
print(f"{accuracies = }")
assert accuracies["linear"] < 0.8 and accuracies["perceptron"] > 0.93

# %%
# All points, those to train and those to test. The color is the probability of 1, the black line
# the boundary at one half.
axis = torch.linspace(-0.6, 1.8, 80)
grid = torch.cartesian_prod(axis, axis)[:, [1, 0]].to(device)
figure, all_axes = plt.subplots(1, 2, sharey=True, figsize=(7.4, 3.8), layout="constrained")
for axes, model, title in [(all_axes[0], linear, "One linear layer"), (all_axes[1], perceptron, "Two hidden layers")]:
    with torch.no_grad():
        probability = torch.sigmoid(model(grid)).cpu().reshape(80, 80)
    shades = axes.contourf(axis, axis, probability, levels=torch.arange(0, 1.01, 0.1), cmap="PuOr_r", alpha=0.7)
    axes.contour(axis, axis, probability, levels=[0.5], colors="black", linewidths=2)
    for answer, marker, color in [(0, "s", "#2d004b"), (1, "o", "#7f3b08")]:
        chosen = points[targets[:, 0] == answer].cpu()
        axes.scatter(*chosen.T, s=9, marker=marker, color=color, label=f"XOR is {answer}")
    axes.set(title=title, xlabel="first input", xlim=(-0.6, 1.8), ylim=(-0.6, 1.8))
all_axes[0].set_ylabel("second input")
all_axes[0].legend(loc="upper right", ncols=2, fontsize=10)
figure.colorbar(shades, ax=all_axes, label="probability of 1")
plt.show()

# %%
# Activation functions
# --------------------
# Any function that is not a line bends a network. In training its derivative counts, since each
# layer multiplies the gradient by it. Autograd draws it, and formulas check it. That of the sigmoid
# is never above one quarter, that of ReLU is 1 or 0.
activations = {"sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(), "ReLU": nn.ReLU(), "leaky ReLU": nn.LeakyReLU(0.1)}
activations |= {"GELU": nn.GELU(), "SiLU": nn.SiLU()}
derivatives = {}
z = torch.linspace(-4, 4, 161, device=device, requires_grad=True)
figure, all_axes = plt.subplots(2, 3, sharex=True, sharey=True, figsize=(7.4, 4.6), layout="constrained")
for axes, (name, activation) in zip(all_axes.flat, activations.items()):
    (derivatives[name],) = torch.autograd.grad(activation(z).sum(), z)
    axes.plot(z.detach().cpu(), activation(z).detach().cpu(), color="#0072b2", linewidth=2.5, label="function")
    axes.plot(z.detach().cpu(), derivatives[name].cpu(), "--", color="#d55e00", linewidth=2, label="derivative")
    axes.set(title=name, ylim=(-1.2, 2.2))
    axes.grid(alpha=0.3)
all_axes[0, 0].legend(fontsize=9, loc="upper left")
figure.supxlabel("input")
figure.suptitle("Six activation functions and their derivatives")
plt.show()
s = torch.sigmoid(z.detach())
torch.testing.assert_close(derivatives["sigmoid"], s * (1 - s))
torch.testing.assert_close(derivatives["tanh"], 1 - z.detach().tanh() ** 2)
torch.testing.assert_close(derivatives["SiLU"], s + z.detach() * s * (1 - s))
print({name: round(derivative.max().item(), 3) for name, derivative in derivatives.items()})
assert derivatives["sigmoid"].max() == 0.25 and derivatives["ReLU"].unique().tolist() == [0, 1]
torch.testing.assert_close(derivatives["leaky ReLU"].unique(), torch.tensor([0.1, 1.0], device=device))

# %%
# In a deep network
# -----------------
# Ten hidden layers, three activations, and the same first weights, drawn with the variance
# ``2 / in_features`` that suits ReLU. Before training, look at the gradient in each layer. Sigmoids
# take away a large part at each, and little reaches the first. Then all train equally long.
norms, histories, deep_accuracies = {}, {}, {}
for name in ["sigmoid", "tanh", "ReLU"]:
    torch.manual_seed(1)
    layers = [nn.Linear(2, 16)]
    for _ in range(9):
        layers += [activations[name], nn.Linear(16, 16)]
    model = nn.Sequential(*layers, activations[name], nn.Linear(16, 1))
    for layer in model[::2]:
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)
    model.to(device)
    F.binary_cross_entropy_with_logits(model(points[:200]), targets[:200]).backward()
    norms[name] = [layer.weight.grad.norm().item() for layer in model[::2]]
    histories[name], deep_accuracies[name] = train(model, 100, learning_rate=0.005)
    print(f"{name:>8}: gradient in the first layer {norms[name][0]:.1e}, test accuracy {deep_accuracies[name]:.2f}")
assert len(norms["ReLU"]) == 11 and norms["sigmoid"][0] < norms["sigmoid"][-1] / 1000
assert norms["ReLU"][0] > 100 * norms["sigmoid"][0]
assert min(deep_accuracies["ReLU"], deep_accuracies["tanh"]) > 0.9 > 0.8 > deep_accuracies["sigmoid"]

# %%
# The loss of a network that always says one half is :math:`\log 2`, the gray line. There the
# sigmoids stay.
figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.6), layout="constrained")
for (name, norm), style, color in zip(norms.items(), ["o-", "s--", "^:"], ["#0072b2", "#009e73", "#d55e00"]):
    left.semilogy(range(1, 12), norm, style, color=color, label=name)
    right.plot(histories[name], style[1:], color=color, linewidth=2.5, label=name)
right.axhline(math.log(2), color="gray", linewidth=1)
left.set(title="Gradient before training", xlabel="layer, from input to output", ylabel="norm", xticks=range(1, 12, 2))
right.set(title="Training loss", xlabel="step", ylabel="loss", ylim=(0, 1))
left.legend()
plt.show()
assert abs(histories["sigmoid"][-1] - math.log(2)) < 0.05

# %%
# Counting parameters
# -------------------
# A linear layer from :math:`n` to :math:`m` features has a weight for each pair and a bias for each
# output: :math:`(n + 1) m` parameters. These activations have none. Most parameters sit where two wide
# layers meet. This network could read images of 28 x 28 pixels.
sizes = [784, 128, 64, 10]
reader = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10))
counts = [sum(parameter.numel() for parameter in layer.parameters()) for layer in reader]
formula = [(size_in + 1) * size_out for size_in, size_out in zip(sizes, sizes[1:])]
print(f"{counts = }, {sum(counts) = :,}, the first layer has {counts[1] / sum(counts):.0%}")
assert [count for count in counts if count] == formula and sum(counts) == 109386
assert reader(torch.zeros(5, 1, 28, 28)).shape == (5, 10)

# %%
# Exercises
# ---------
# 1. Choose weights for the XOR of three inputs: 1 where an odd number of them is 1. Hint: three
#    hidden units; add all inputs and bend the sum at 0, 1 and 2.
# 2. Without a loop: how many parameters does a network with 20 inputs, three hidden layers of 50 and
#    5 outputs have? Check it. Hint: two of the four layers are alike.
# 3. Give the deep network with sigmoids a chance: put ``nn.BatchNorm1d(16)`` before each
#    activation. Hint: it brings the scores back to where the sigmoid is steep.

# %%
# Solution 1
# ^^^^^^^^^^
# The sums 0, 1, 2, 3 have to become 0, 1, 0, 1. Each unit turns the slope: up, down, up again.
triples = torch.cartesian_prod(*[torch.tensor([0.0, 1.0])] * 3)
bent = F.relu(triples.sum(dim=1, keepdim=True) - torch.tensor([0.0, 1.0, 2.0]))
parity = bent @ torch.tensor([1.0, -2.0, 2.0])
print(f"{parity.tolist() = }")
assert parity.tolist() == (triples.sum(dim=1) % 2).tolist()

# %%
# Solution 2
# ^^^^^^^^^^
# One layer from 20 to 50, two from 50 to 50, one from 50 to 5.
by_formula = 21 * 50 + 2 * 51 * 50 + 51 * 5
middle = [nn.Linear(50, 50), nn.ReLU(), nn.Linear(50, 50), nn.ReLU()]
model = nn.Sequential(nn.Linear(20, 50), nn.ReLU(), *middle, nn.Linear(50, 5))
print(f"{by_formula = }")
assert by_formula == sum(parameter.numel() for parameter in model.parameters()) == 6405

# %%
# Solution 3
# ^^^^^^^^^^
# The normalised network has a far larger gradient in its first layer, and it learns. Measure it in
# ``eval`` mode, or the test points would be normalised by their own mean.
torch.manual_seed(1)
layers = [nn.Linear(2, 16)]
for _ in range(9):
    layers += [nn.BatchNorm1d(16), nn.Sigmoid(), nn.Linear(16, 16)]
model = nn.Sequential(*layers, nn.BatchNorm1d(16), nn.Sigmoid(), nn.Linear(16, 1)).to(device)
F.binary_cross_entropy_with_logits(model(points[:200]), targets[:200]).backward()
gradient = model[0].weight.grad.norm().item()
losses, _ = train(model, 100, learning_rate=0.005)
with torch.no_grad():
    accuracy = ((model.eval()(points[200:]) > 0) == targets[200:].bool()).float().mean().item()
print(f"gradient in the first layer {gradient:.1e}, {losses[-1] = :.3f}, {accuracy = :.2f}")
assert gradient > 100 * norms["sigmoid"][0] and losses[-1] < 0.5 and accuracy > 0.8

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/05_convolution` saves weights where the input is an image.
# :doc:`/lessons/04_training/01_losses_and_optimizers` says more about losses and steps. The cards:
# :doc:`/cards/nn/activations`, :doc:`/cards/nn/squashing`, :doc:`/cards/nn/rectifiers`,
# :doc:`/cards/nn/parameters`.
