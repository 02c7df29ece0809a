"""
nn.Module
=========

After this lesson you can write a network in three ways that compute the same numbers, say what a
module registers and what it overlooks, count parameters, keep a state, switch between training and
evaluation, and look inside with hooks.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/03_autograd`, :doc:`/lessons/03_models/01_linear_regression`
:After: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/04_training/01_losses_and_optimizers`
"""

# %%
# A subclass
# ----------
# A network is a class with two methods. ``__init__`` makes the layers, after it has called
# ``super().__init__()``. ``forward`` says what happens to an input. This one takes points with two
# coordinates and gives three scores, one per class.

# sphinx_gallery_thumbnail_number = 2
from collections import OrderedDict
from copy import deepcopy

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(92)  # untrained, and yet all three classes show up in the last figure


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 4)
        self.scores = nn.Linear(4, 3)

    def forward(self, x):
        return self.scores(F.relu(self.hidden(x)))


classifier = Classifier().to(device)
x = torch.randn(16, 2, device=device)
logits = classifier(x)
print(f"{classifier}\n{logits.shape = }")
assert logits.shape == (16, 3)

# %%
# A Sequential
# ------------
# A chain without branches needs no class. ``nn.Sequential`` runs its modules in order. This one has
# the same layers but other random weights. Weights travel by name, and here the names are ``0``,
# ``1``, ``2``, so they are refused. The order is the same, so new names can be given one by one.

sequential = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 3)).to(device)
assert not sequential(x).allclose(logits)
try:
    sequential.load_state_dict(classifier.state_dict())
except RuntimeError as error:
    print(error)
else:
    raise AssertionError("foreign names should be refused")
renamed = dict(zip(sequential.state_dict(), classifier.state_dict().values()))
sequential.load_state_dict(renamed)
torch.testing.assert_close(sequential(x), logits)

# %%
# A function of input and parameters
# ----------------------------------
# Underneath, a network is a function of its input and its weights. Written out, with the weights as
# an argument, it needs no ``nn``. A linear layer keeps its weight in the shape
# ``(out_features, in_features)``, hence the transpose. The scores are the same as before.


def classify(parameters, x):
    hidden = (x @ parameters["hidden.weight"].T + parameters["hidden.bias"]).clamp(min=0)
    return hidden @ parameters["scores.weight"].T + parameters["scores.bias"]


parameters = dict(classifier.named_parameters())
print({name: tuple(parameter.shape) for name, parameter in parameters.items()})
torch.testing.assert_close(classify(parameters, x), logits)

# %%
# What an assignment registers
# ----------------------------
# An assignment to an attribute, in ``__init__`` or later, registers modules, ``nn.Parameter`` and
# ``nn.Buffer``, nothing else. A plain list hides its layers: the optimizer never sees them, and they
# stay untrained without a word. A plain tensor is left behind when the module changes its dtype or
# device, or is saved. Use ``nn.ModuleList`` for lists of layers, and for untrained tensors
# ``nn.Buffer`` or ``register_buffer``; with ``persistent=False`` they are not saved.

module = nn.Module()
module.plain_list = [nn.Linear(2, 2)]
module.module_list = nn.ModuleList([nn.Linear(2, 2)])
module.plain_tensor = torch.ones(2)
module.buffer = nn.Buffer(torch.ones(2))
module.register_buffer("not_saved", torch.ones(2), persistent=False)
module.parameter = nn.Parameter(torch.ones(2))
module.double()
parameter_names = [name for name, parameter in module.named_parameters()]
print(f"{parameter_names = }\n{list(module.state_dict()) = }\n{module.plain_tensor.dtype = }")
assert parameter_names == ["parameter", "module_list.0.weight", "module_list.0.bias"]
assert set(module.state_dict()) == {*parameter_names, "buffer"}
assert (module.plain_tensor.dtype, module.buffer.dtype) == (torch.float32, torch.float64)
assert module.not_saved.dtype == torch.float64

# %%
# Modules in modules
# ------------------
# A module may hold modules, to any depth. The block below adds its input to what it computes, a
# branch that ``Sequential`` alone cannot write. ``children()`` stops at the first level;
# ``modules()`` visits every level and begins with the network itself.


class ResidualBlock(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.linear = nn.Linear(features, features)
        self.norm = nn.BatchNorm1d(features)
        self.dropout = nn.Dropout(0.5)

    def forward(self, x):
        return x + self.dropout(F.relu(self.norm(self.linear(x))))


blocks = nn.Sequential(ResidualBlock(8), ResidualBlock(8))
network = nn.Sequential(OrderedDict(stem=nn.Linear(2, 8), blocks=blocks, head=nn.Linear(8, 3))).to(device)
children, modules = list(network.children()), list(network.modules())
print(f"{len(children) = }, {len(modules) = }")
assert children == [network.stem, blocks, network.head]
assert len(modules) == 1 + 3 + 2 * (1 + 3) and modules[0] is network

# %%
# The figure is drawn from ``named_modules()``, whose names are paths such as ``blocks.0.norm``.
# Each bar counts the parameters of a module and of all that it contains. A linear layer has one
# weight per pair of input and output and one bias per output.

names, modules = zip(*network.named_modules())
counts = [sum(parameter.numel() for parameter in module.parameters()) for module in modules]
figure, (tree, bars) = plt.subplots(1, 2, sharey=True, figsize=(7, 4.8), width_ratios=[3, 2], layout="constrained")
for row, (name, module) in enumerate(zip(names, modules)):
    parent, _, own_name = name.rpartition(".")
    depth = name.count(".") + bool(name)
    tree.text(depth, row, f"{own_name or 'network'}: {type(module).__name__}", va="center")
    if name:
        tree.plot([depth - 0.8, depth - 0.8, depth - 0.1], [names.index(parent) + 0.4, row, row], color="gray")
bars.bar_label(bars.barh(range(12), counts), padding=3)
tree.set(title="The tree of modules", xlabel="depth", xlim=(-0.1, 5), ylim=(11.6, -0.6), xticks=range(4), yticks=[])
bars.set(title="Parameters inside each", xlabel="number of parameters", xmargin=0.25)
plt.show()
block_parameters = (8 + 1) * 8 + 8 + 8
assert counts[1:4] == [(2 + 1) * 8, 2 * block_parameters, block_parameters]
assert counts[0] == counts[1] + counts[2] + (8 + 1) * 3

# %%
# Training and evaluation
# -----------------------
# ``train()`` and ``eval()`` set one flag in every module. Dropout drops values only in training.
# Batch normalisation uses mean and variance of the batch in training and updates a running mean and
# variance, which are buffers; in evaluation it uses those. Often written: "``eval()`` switches
# gradients off". Run it: ``torch.no_grad()`` does, ``eval()`` does not.

norm = network.blocks[0].norm
assert network.training and not network(x).allclose(network(x))  # dropout draws anew
stem = network.stem(x)
features = network.blocks[0].linear(stem)
torch.testing.assert_close(norm.running_mean, (1 - 0.9**2) * features.mean(dim=0))  # two calls, momentum 0.1
network.eval()
torch.testing.assert_close(network(x), network(x))
normalised = (features - norm.running_mean) / (norm.running_var + norm.eps).sqrt()
torch.testing.assert_close(network.blocks[0](stem), stem + normalised.clamp(min=0))
with torch.no_grad():
    without_recording = network(x)
print(f"{network(x).requires_grad = }, {without_recording.requires_grad = }")
assert network(x).requires_grad and not without_recording.requires_grad

# %%
# The state is not a copy
# -----------------------
# ``state_dict()`` maps names to tensors: all parameters and all persistent buffers. Often written:
# "keep the best weights with ``best = model.state_dict()``". Run it: the dictionary holds the very
# tensors that training goes on changing. ``copy.deepcopy`` keeps the values of the moment.

state, copied = network.state_dict(), deepcopy(network.state_dict())
with torch.no_grad():
    network.head.bias += 1
print(f"{state['head.bias'] - copied['head.bias'] = }")
torch.testing.assert_close(state["head.bias"] - copied["head.bias"], torch.ones(3, device=device))
assert len(state) == 12 + 6 == len(list(network.parameters())) + len(list(network.buffers()))

# %%
# Hooks
# -----
# A forward hook is a function that a module calls with its output, so you can look inside a network
# that you did not write. Often written: "``model.forward(x)`` is the same as ``model(x)``". Run it:
# the numbers are, but ``forward`` skips the module's own hook. And a hook sees modules only:
# ``nn.ReLU`` in ``sequential`` is within its reach, ``F.relu`` in ``Classifier`` is not.

caught = {}


def catch(module, args, output):
    caught[module] = output.detach()


handles = [module.register_forward_hook(catch) for module in sequential.modules()]
sequential.forward(x)
assert set(caught) == set(sequential)  # the three layers, but not the network itself
extent = (-3, 3, -3, 3)
line = torch.linspace(*extent[:2], 60, device=device)
plane = torch.cartesian_prod(line, line)
scores = sequential(plane).detach()
hidden, activation = caught[sequential[0]], caught[sequential[1]]
torch.testing.assert_close(hidden, classifier.hidden(plane))
assert caught[sequential].equal(scores) and activation.equal(hidden.clamp(min=0))
for handle in handles:  # a hook stays until it is removed
    handle.remove()
sequential(x)
assert caught[sequential].equal(scores)

# %%
# The last input was a grid over the plane, so each unit makes an image. A hidden unit is a tilted
# plane. ReLU flattens the part below zero. A score is a sum of such folded planes. The last image
# says which score is the largest where; its borders have kinks where a hidden unit is zero.

maps = torch.hstack([hidden, activation, scores]).T.reshape(11, 60, 60).mT.cpu().numpy()
titles = [f"{kind} {unit}" for kind in ["hidden", "ReLU", "score"] for unit in range(4)]
figure, all_axes = plt.subplots(3, 4, figsize=(7, 5.8), sharex=True, sharey=True, layout="constrained")
for axes, title, image in zip(all_axes.flat, titles, maps):
    axes.imshow(image, cmap="PuOr", vmin=-2, vmax=2, origin="lower", extent=extent)
    axes.set_title(title)
winner, axes = scores.argmax(dim=1), all_axes[2, 3]
assert scores.take_along_dim(winner[:, None], dim=1).flatten().equal(scores.amax(dim=1))
axes.imshow(winner.reshape(60, 60).T.cpu().numpy(), cmap="Blues", vmax=4, origin="lower", extent=extent)
axes.set_title("largest score")
for score in range(3):
    axes.text(*plane[winner == score].mean(dim=0).tolist(), score, ha="center", va="center")
figure.suptitle("Answers over the plane: purple above zero, white at zero, orange below")
figure.supxlabel("first coordinate")
figure.supylabel("second coordinate")
plt.show()

# %%
# Exercises
# ---------
# 1. Write ``classify`` for ``network`` in evaluation mode. Hint: ``state_dict()`` has all it needs.
# 2. Freeze the stem with ``requires_grad_(False)`` and count what is left to train. Hint: skip the
#    parameters whose ``requires_grad`` is false.
# 3. Switch hidden unit 0 of ``sequential`` off with a hook. On how much of the plane does the
#    largest score change? Hint: what a forward hook returns takes the place of the output.

# %%
# Solution 1
# ^^^^^^^^^^
# Dropout does nothing in evaluation, and batch normalisation uses its buffers. They are in the
# state beside the weights.
state = network.state_dict()


def linear(name, x):
    return x @ state[f"{name}.weight"].T + state[f"{name}.bias"]


hidden = linear("stem", x)
for block in ("blocks.0", "blocks.1"):
    centred = linear(f"{block}.linear", hidden) - state[f"{block}.norm.running_mean"]
    scaled = centred / (state[f"{block}.norm.running_var"] + 1e-5).sqrt()
    hidden = hidden + (scaled * state[f"{block}.norm.weight"] + state[f"{block}.norm.bias"]).clamp(min=0)
torch.testing.assert_close(linear("head", hidden), network(x))

# %%
# Solution 2
# ^^^^^^^^^^
# The stem keeps its parameters, but they get no gradient. Give the optimizer the others.
network.stem.requires_grad_(False)
trainable = [parameter for parameter in network.parameters() if parameter.requires_grad]
left = sum(parameter.numel() for parameter in trainable)
network.requires_grad_(True)  # as it was
print(f"{left = } of {counts[0]}")
assert left == counts[0] - (2 + 1) * 8 == 2 * block_parameters + (8 + 1) * 3

# %%
# Solution 3
# ^^^^^^^^^^
# The hook on the ReLU returns a copy in which unit 0 is zero. It has to be removed afterwards.
keep = torch.tensor([0, 1, 1, 1], device=device)
handle = sequential[1].register_forward_hook(lambda module, args, output: output * keep)
without = sequential(plane)
handle.remove()
changed = (without.argmax(dim=1) != winner).float().mean()
print(f"the largest score changes on {changed:.0%} of the plane")
torch.testing.assert_close(scores - without, activation[:, :1] * sequential[2].weight[:, 0])
assert 0 < changed < 1 and sequential(plane).equal(scores)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/04_multilayer_perceptron` trains what is built here, and
# :doc:`/lessons/04_training/01_losses_and_optimizers` explains what trains it. See also
# :doc:`/cards/nn/modules`, :doc:`/cards/nn/parameters`, :doc:`/cards/nn/modes` and
# :doc:`/cards/nn/hooks`.
