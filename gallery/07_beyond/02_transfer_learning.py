"""
Transfer learning
=================

You have few images, but a network that has learned from many others. After this lesson you can keep what it knows:
freeze its body, replace its head, fine-tune it with two learning rates, compare all that with training from scratch,
and do the same with torchvision's trained models.

:Level: advanced
:Before: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/05_projects/01_mnist_cnn`
:After: :doc:`/lessons/07_beyond/03_speed`
"""

# %%
# Two tasks
# ---------
# The first task has many images of the digits 0 to 5. The second has the digits 6 to 9, and only
# ten images of each. All images are turned, shifted and noisy. To see a digit through that is hard
# to learn from ten images; but it is the same for all digits, so the first task can teach it.
# ``distort`` draws anew each time.

# sphinx_gallery_thumbnail_number = 2
import copy
import math
import os

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F
from torchvision import datasets, models

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(7)
num_known, num_new = 6, 4


def load(train):
    dataset = datasets.MNIST(os.environ.get("PROVEN_DATA", "data"), train=train, download=True)
    images = F.avg_pool2d(dataset.data[:2000, None] / 255, 2)  # half the size is enough here
    return images.to(device), dataset.targets[:2000].to(device)


def distort(images):
    turn, right, down = torch.empty(3, len(images), device=images.device).uniform_(-1, 1)
    turn, right, down = turn * math.radians(40), right * 0.3, down * 0.3
    matrix = torch.stack([turn.cos(), -turn.sin(), right, turn.sin(), turn.cos(), down], dim=1).reshape(-1, 2, 3)
    moved = F.grid_sample(images, F.affine_grid(matrix, images.shape, align_corners=False), align_corners=False)
    return moved + 0.15 * torch.randn_like(moved)


images, labels = load(train=True)
test_images, test_labels = load(train=False)
known, new = labels < num_known, labels >= num_known
test_known, test_new = distort(test_images[test_labels < num_known]), distort(test_images[test_labels >= num_known])
known_labels, new_labels = (test_labels[part] for part in (test_labels < num_known, test_labels >= num_known))
print(f"{known.sum() = }, {new.sum() = }, {test_new.shape = }")
figure, all_axes = plt.subplots(2, 8, figsize=(8, 2.6), layout="constrained")
for row, name, part in zip(all_axes, ("known", "new"), (test_known, test_new)):
    for axes, image in zip(row, part.cpu()):
        axes.imshow(image[0].numpy(), cmap="gray_r", vmin=0, vmax=1)
        axes.set_axis_off()
        axes.set_title(name, fontsize=10)
figure.suptitle("Images of known digits, 0 to 5, and of new ones, 6 to 9")
plt.show()
assert test_new.shape[1:] == (1, 14, 14) and new_labels.unique().tolist() == [6, 7, 8, 9]

# %%
# Body and head
# -------------
# A network for images has two parts. The body makes features of an image, here 64 numbers. The
# head, one linear layer, makes a score for each class of them. Features may serve another task,
# scores do not.
def make_network(num_classes):
    layers, in_channels = [], 1
    for out_channels in (16, 32, 64):
        layers += [nn.Conv2d(in_channels, out_channels, 3, padding=1), nn.BatchNorm2d(out_channels), nn.ReLU()]
        layers += [nn.MaxPool2d(2)] if out_channels < 64 else [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
        in_channels = out_channels
    return nn.Sequential(nn.Sequential(*layers), nn.Linear(64, num_classes)).to(device)


def accuracy(network, images, labels):
    network.eval()
    with torch.no_grad():
        return (network(images).argmax(dim=1) == labels).float().mean().item()


# %%
# The first task
# --------------
# Each epoch sees all known digits, distorted in a new way. This is the long training that you do
# once, or that somebody else has done for you.
pretrained = make_network(num_known)
known_images, batch_size, num_epochs = images[known], 64, 10
num_steps = num_epochs * math.ceil(len(known_images) / batch_size)
optimizer = torch.optim.AdamW(pretrained.parameters())
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.02, total_steps=num_steps)
for epoch in range(num_epochs):
    pretrained.train()
    for batch in torch.randperm(len(known_images), device=device).split(batch_size):
        loss = F.cross_entropy(pretrained(distort(known_images[batch])), labels[known][batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
known_accuracy = accuracy(pretrained, test_known, known_labels)
print(f"accuracy on known digits: {known_accuracy:.3f}")
assert known_accuracy > 0.8 and scheduler.last_epoch == num_steps

# %%
# Freeze the body, replace the head
# ---------------------------------
# ``requires_grad_(False)`` on the body, a new linear layer as the head: only the head learns. Often
# written: a frozen body stays as it is. Run it: no parameter changes, but BatchNorm's running
# statistics do. They are buffers, not parameters, and move with each batch in training mode. So put
# a frozen body into ``eval`` mode, after ``train()``, which would undo it.
def few_examples(per_class=10):
    chosen = [torch.nonzero(labels == digit)[:, 0] for digit in range(num_known, 10)]
    chosen = torch.cat([rows[torch.randperm(len(rows), device=device)[:per_class]] for rows in chosen])
    return distort(images[chosen]), labels[chosen] - num_known


def train(network, groups, examples, body_in_eval):
    optimizer, (inputs, targets) = torch.optim.AdamW(groups), examples
    for _ in range(40):
        network.train()
        network[0].train(not body_in_eval)
        loss = F.cross_entropy(network(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return accuracy(network, test_new, new_labels - num_known)


examples = few_examples()
changed = {}
for body_in_eval in (False, True):
    network = copy.deepcopy(pretrained)
    network[0].requires_grad_(False)
    network[1] = nn.Linear(network[1].in_features, num_new, device=device)
    train(network, [{"params": network[1].parameters(), "lr": 0.02}], examples, body_in_eval)
    before, after = pretrained[0].state_dict(), network[0].state_dict()
    changed[body_in_eval] = [name for name in before if not before[name].equal(after[name])]
    print(f"{body_in_eval = }, changed in the body: {len(changed[body_in_eval])} {changed[body_in_eval][:3]}")
    assert not {name for name, _ in network[0].named_parameters()} & set(changed[body_in_eval])
    assert [name for name, p in network.named_parameters() if p.requires_grad] == ["1.weight", "1.bias"]
assert changed[True] == [] and len(changed[False]) == 3 * 3 and "1.running_mean" in changed[False]

# %%
# Often written: ``eval()`` freezes a network. Run it: gradients are computed as before. ``eval``
# changes what BatchNorm and Dropout do, ``requires_grad`` what is trained; you need both.
network = make_network(num_new).eval()
F.cross_entropy(network(examples[0]), examples[1]).backward()
print(f"{network.training = }, {network[0][0].weight.grad is None = }")
assert not network.training and network[0][0].weight.grad.abs().sum() > 0

# %%
# Three ways
# ----------
# From scratch: a network with random weights. Head only: as above. Fine-tune: the head learns
# fast, and the body a little, at a twentieth of the rate, as large steps would destroy what it
# knows. Each way gets the same forty images and the same number of steps. Three draws of forty
# images show how much is chance.
results = {"from scratch": [], "head only": [], "fine-tune": []}
for _ in range(3):
    examples = few_examples()
    for name, accuracies in results.items():
        network = make_network(num_new)
        body, head = network
        if name != "from scratch":
            body.load_state_dict(pretrained[0].state_dict())
        body.requires_grad_(name != "head only")
        body_rate = 0.005 if name == "from scratch" else 0.001
        head_rate = 0.005 if name == "from scratch" else 0.02
        groups = [{"params": body.parameters(), "lr": body_rate}, {"params": head.parameters(), "lr": head_rate}]
        accuracies.append(train(network, groups, examples, body_in_eval=name != "from scratch"))
means = {name: sum(accuracies) / len(accuracies) for name, accuracies in results.items()}
figure, axes = plt.subplots(figsize=(7, 3), layout="constrained")
for row, (name, accuracies) in enumerate(results.items()):
    axes.plot(accuracies, [row] * 3, "o", color="#0072b2", markersize=10, alpha=0.6)
    axes.plot(means[name], row, "|", color="black", markersize=30, markeredgewidth=3)
    print(f"{name:<13}{[round(share, 3) for share in accuracies]}, mean {means[name]:.3f}")
axes.axvline(1 / num_new, color="#777777", linestyle=":")
axes.text(1 / num_new + 0.01, 1.5, "guessing", fontsize=10, color="#555555")
axes.set_yticks(range(3), results, fontsize=12)
axes.set(title="New digits after ten images of each (line: mean of three draws)", xlabel="accuracy on the test images")
axes.set(xlim=(0.2, 1), ylim=(2.5, -0.5))
plt.show()
assert min(means["head only"], means["fine-tune"]) > means["from scratch"] + 0.04
assert min(means.values()) > 1 / num_new - 0.05 and all(len(accuracies) == 3 for accuracies in results.values())

# %%
# Both ways that keep the body are ahead. Which of the two is better, three draws of so few images
# cannot tell. From scratch may gain from more steps: change the 40 in ``train``, and see how much of
# the gap is left.
#
# The same with torchvision
# -------------------------
# torchvision's models come with weights learned on a million photographs. A member of the weights'
# enum knows, before any download, what the network was trained on and how an image must be prepared
# for it; use its ``transforms()``, or the features do not fit. ``models.resnet18(weights=weights)``
# would download the weights. ``weights=None`` gives random ones, and the "meta" device a network
# of shapes only, which is enough to rehearse: replace ``fc``, freeze the rest.
weights = models.ResNet18_Weights.DEFAULT
photograph = torch.full((3, 300, 400), 255, dtype=torch.uint8)
prepared = weights.transforms()(photograph)
white = [(1 - mean) / std for mean, std in zip(weights.transforms().mean, weights.transforms().std)]
print(f"{weights}: {weights.meta['num_params']:,} parameters, {len(weights.meta['categories'])} classes")
print(f"{prepared.shape = }, white becomes {prepared[:, 0, 0]}")
torch.testing.assert_close(prepared[:, 0, 0], torch.tensor(white))
with torch.device("meta"):
    resnet = models.resnet18(weights=None)
    num_parameters = sum(parameter.numel() for parameter in resnet.parameters())
    resnet.requires_grad_(False)
    resnet.fc = nn.Linear(resnet.fc.in_features, num_new)
    logits = resnet(torch.zeros(2, *prepared.shape))
trainable = sum(parameter.numel() for parameter in resnet.parameters() if parameter.requires_grad)
print(f"{logits.shape = }, {trainable:,} of {num_parameters:,} parameters to train")
assert trainable == 512 * num_new + num_new and num_parameters == weights.meta["num_params"]
assert prepared.shape == (3, 224, 224) and logits.shape == (2, num_new)

# %%
# Exercises
# ---------
# 1. A frozen body gives the same features in each step. Compute them once and train the head on
#    them. Hint: ``network[0]`` in ``eval`` mode under ``no_grad``.
# 2. Load the whole ``state_dict`` of the first task into a network for four classes. What is
#    refused, and how do you load the rest? Hint: ``strict=False`` forgives names, not sizes.
# 3. Weight decay moves weights whose gradient is zero. Does it move frozen ones that were given to
#    the optimizer? Hint: compare ``.grad`` of ``None`` with a ``.grad`` of zeros.

# %%
# Solution 1
# ^^^^^^^^^^
# One pass through the body instead of one per step; the logits are the same.
inputs, targets = examples
network = copy.deepcopy(pretrained).eval()
with torch.no_grad():
    features = network[0](inputs)
head = nn.Linear(features.shape[1], num_new, device=device)
optimizer = torch.optim.AdamW(head.parameters(), lr=0.02)
for _ in range(40):
    optimizer.zero_grad()
    loss = F.cross_entropy(head(features), targets)
    loss.backward()
    optimizer.step()
network[1] = head
print(f"{features.shape = }, accuracy {accuracy(network, test_new, new_labels - num_known):.3f}")
torch.testing.assert_close(network(inputs), head(features))
assert features.shape == (40, 64) and accuracy(network, test_new, new_labels - num_known) > 1 / num_new

# %%
# Solution 2
# ^^^^^^^^^^
# Sizes must agree, also with ``strict=False``. Drop the names of the head first.
network, state = make_network(num_new), pretrained.state_dict()
try:
    network.load_state_dict(state, strict=False)
except RuntimeError as refusal:
    print(str(refusal).splitlines()[1].strip())
    assert "size mismatch for 1.weight" in str(refusal)
else:
    raise AssertionError("expected a size mismatch")
body_state = {name: tensor for name, tensor in state.items() if not name.startswith("1.")}
answer = network.load_state_dict(body_state, strict=False)
print(f"{answer.missing_keys = }")
assert answer.missing_keys == ["1.weight", "1.bias"] and answer.unexpected_keys == []

# %%
# Solution 3
# ^^^^^^^^^^
# The optimizer skips what has no gradient. A gradient of zeros is one: with it the decay acts.
# Frozen from the start, parameters have none; frozen midway, call ``zero_grad()`` before you go on.
weight = nn.Parameter(torch.ones(1, device=device), requires_grad=False)
optimizer = torch.optim.AdamW([weight], lr=0.1, weight_decay=0.5)
optimizer.step()
without_gradient = weight.item()
weight.grad = torch.zeros_like(weight)
optimizer.step()
print(f"{without_gradient = }, then {weight.item() = :.2f}")
assert without_gradient == 1 and math.isclose(weight.item(), 0.95, rel_tol=1e-5)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/03_speed` makes the long training shorter, and
# :doc:`/lessons/04_training/06_checkpoints` keeps its result in a file. More on each step:
# :doc:`/cards/vision/models`, :doc:`/cards/nn/parameters`, :doc:`/cards/nn/normalisation` and
# :doc:`/cards/serialization/loading`.
