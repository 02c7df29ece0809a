"""
Overfitting
===========

A model that knows its training samples by heart may know nothing else. After this lesson you can see that in two
curves, say what training, validation and test parts are each for, and work against it with early stopping, dropout,
weight decay, and more data. You will see what each of them does to the border that a network draws.

:Level: intermediate
:Before: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/04_training/01_losses_and_optimizers`
:After: :doc:`/lessons/04_training/06_checkpoints`, :doc:`/lessons/05_projects/01_mnist_cnn`
"""

# %%
# Points with wrong labels
# ------------------------
# Two classes lie on either side of a wave. One label in five is flipped, as in data that people
# have labelled in a hurry. So you know the best that any model can do on new points: say 80 % for
# the side of the wave. Its loss is the entropy of these odds. A far smaller loss on the training
# points is possible only by learning which of them were flipped.

# sphinx_gallery_thumbnail_number = 4
import copy
import math

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
flipped_share = 0.2
generator = torch.Generator().manual_seed(0)


def draw(num_samples):
    points = torch.rand(num_samples, 2, generator=generator) * 4 - 2
    labels = points[:, 1] > torch.sin(2 * points[:, 0])
    flipped = torch.rand(num_samples, generator=generator) < flipped_share
    return points.to(device), (labels ^ flipped).long().to(device)


odds = {"right": 1 - flipped_share, "flipped": flipped_share}
lowest_loss = -sum(p * math.log(p) for p in odds.values())
points, labels = draw(20_000)
side = (points[:, 1] > torch.sin(2 * points[:, 0])).long()
probability = torch.where(side[:, None] == torch.arange(2, device=device), odds["right"], odds["flipped"])
known = F.nll_loss(probability.log(), labels).item()
print(f"{lowest_loss = :.3f}, measured on {len(points):,} points: {known:.3f}")
assert abs(known - lowest_loss) < 0.03 and abs((side != labels).float().mean() - flipped_share) < 0.02

# %%
# Three parts
# -----------
# The training part is for the optimizer. The validation part is for you: when to stop, which model
# to take. The test part is for nobody until everything is chosen, because whatever you choose by a
# part of the data, that part flatters. Here points cost nothing, so validation and test are large.
train, valid, test = draw(80), draw(400), draw(2000)
print({name: tuple(part[0].shape) for name, part in [("train", train), ("valid", valid), ("test", test)]})
assert len(torch.cat([train[0], valid[0], test[0]]).unique(dim=0)) == 80 + 400 + 2000

# %%
# Training, with all remedies built in
# ------------------------------------
# ``fit`` trains the same network each time, on all points at once. Every five steps it measures the
# loss on both parts in ``eval`` mode. The remedies are off unless you ask for them: dropout, weight
# decay, and patience, which stops the training once the validation loss has had no new lowest value
# for so many measurements, and takes back the best weights.
def evaluate(model, part):
    model.eval()
    with torch.no_grad():
        logits = model(part[0])
    return F.cross_entropy(logits, part[1]).item(), (logits.argmax(dim=1) == part[1]).float().mean().item()


def fit(train, p=0.0, weight_decay=0.0, patience=math.inf):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Linear(2, 64), nn.ReLU(), nn.Dropout(p), nn.Linear(64, 64), nn.ReLU(), nn.Dropout(p), nn.Linear(64, 2)
    ).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, weight_decay=weight_decay)
    curves, best_weights = {"train": [], "valid": []}, None
    for step in range(301):
        if step % 5 == 0:
            curves["train"].append(evaluate(model, train)[0])
            curves["valid"].append(evaluate(model, valid)[0])
            waited = len(curves["valid"]) - 1 - curves["valid"].index(min(curves["valid"]))
            if waited == 0:
                best_weights = copy.deepcopy(model.state_dict())
            if waited >= patience or step == 300:
                break
        model.train()
        loss = F.cross_entropy(model(train[0]), train[1])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    if patience < math.inf:
        model.load_state_dict(best_weights)
    return model, curves


# %%
# Learned by heart
# ----------------
# First without any remedy. Often written: similar losses on both parts mean a good model. Run it:
# they are similar already at the start, when the model knows nothing. That is underfitting. Then
# both fall, and then the curves part: the training loss goes far below the best possible on new
# points, and the validation loss climbs far above its start.
models, runs = {}, {}
models["no remedy"], runs["no remedy"] = fit(train)
steps = range(0, 301, 5)
figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for part, color, style in [("train", "#0072b2", "--"), ("valid", "#d55e00", "-")]:
    axes.plot(steps, runs["no remedy"][part], style, color=color, linewidth=2)
    axes.text(303, runs["no remedy"][part][-1], part, color=color, fontsize=12, va="center")
axes.axhline(lowest_loss, color="black", linewidth=1, linestyle=":")
axes.text(120, lowest_loss * 1.05, "the best possible on new points", fontsize=11)
axes.set(title="Without a remedy the two losses part", xlabel="step", ylabel="loss", yscale="log", xlim=(0, 335))
plt.show()
first, last = ({part: curve[index] for part, curve in runs["no remedy"].items()} for index in (0, -1))
print(f"first: {first}\nlast: {last}")
assert abs(first["train"] - first["valid"]) < 0.1 and min(first.values()) > 0.6
assert last["train"] < lowest_loss / 2 and last["valid"] > 2 * first["valid"]

# %%
# Early stopping
# --------------
# With a patience of ten measurements, training ends fifty steps after the lowest validation loss.
# ``fit`` keeps the best weights with ``copy.deepcopy``, since a bare ``state_dict()`` goes on
# changing with the model, as :doc:`/lessons/03_models/03_module` shows.
models["early stopping"], runs["early stopping"] = fit(train, patience=10)
curve = runs["early stopping"]["valid"]
print(f"stopped at step {5 * (len(curve) - 1)}, weights of step {5 * curve.index(min(curve))}, loss {min(curve):.3f}")
assert len(curve) - 1 == curve.index(min(curve)) + 10 < 60
assert math.isclose(evaluate(models["early stopping"], valid)[0], min(curve), rel_tol=1e-5)

# %%
# Dropout
# -------
# In training mode, each hidden unit is set to zero with probability :math:`p`, anew in each pass.
# The others are divided by :math:`1 - p`, so that sums keep their size on average. No unit can rely
# on a certain other one to correct it for a single point. In ``eval`` mode nothing is dropped.
models["dropout"], runs["dropout"] = fit(train, p=0.5)
dropout, ones = models["dropout"][2], torch.ones(100_000, device=device)
dropped = dropout.train()(ones)
print(f"{dropped.unique() = }, {dropped.mean() = :.2f}, in eval mode {dropout.eval()(ones).unique() = }")
assert dropped.unique().tolist() == [0, 2] and abs(dropped.mean() - 1) < 0.02 and dropout(ones).equal(ones)

# %%
# Weight decay
# ------------
# ``AdamW`` makes each weight smaller by the share :math:`\text{lr} \cdot \text{weight decay}` in
# each step; only what the data keeps asking for stays large. Small weights make smooth borders.
# Often written: weight decay is a penalty on the squares of the weights. In ``SGD`` it is, see the
# second exercise. Run one step where the data ask for nothing, with a gradient of zero: ``SGD`` and
# ``AdamW`` take their share away. ``Adam`` takes the penalty for a gradient and rescales it to a
# step of ``lr``, however strong it is.
models["weight decay"], runs["weight decay"] = fit(train, weight_decay=3.0)
for optimizer_class, expected in [(torch.optim.AdamW, 3.8), (torch.optim.SGD, 3.8), (torch.optim.Adam, 3.9)]:
    weight = torch.tensor([4.0], device=device, requires_grad=True)
    weight.grad = torch.zeros_like(weight)
    optimizer_class([weight], lr=0.1, weight_decay=0.5).step()
    print(f"{optimizer_class.__name__}: 4.0 becomes {weight.item():.2f}")
    assert math.isclose(weight.item(), expected, rel_tol=1e-5)
vectors = {name: nn.utils.parameters_to_vector(model.parameters()) for name, model in models.items()}
print("norm of all parameters:", {name: round(vector.norm().item(), 1) for name, vector in vectors.items()})
assert vectors["weight decay"].norm() < vectors["no remedy"].norm() / 2

# %%
# The four runs
# -------------
# The remedies cost training loss, and that is the point.
figure, all_axes = plt.subplots(1, 2, sharey=True, figsize=(8, 3.8), layout="constrained")
colors = dict(zip(runs, ["#d55e00", "black", "#0072b2", "#009e73"]))
for axes, part in zip(all_axes, ["train", "valid"]):
    for name, style in zip(runs, ["-", ":", "--", "-."]):
        curve = runs[name][part]
        axes.plot(steps[: len(curve)], curve, style, color=colors[name], linewidth=2, label=name)
    axes.set(title=f"Loss on the {part} part", xlabel="step", ylabel="loss", yscale="log")
all_axes[0].legend(fontsize=10)
plt.show()
assert 3 * runs["no remedy"]["train"][-1] < min(run["train"][-1] for run in list(runs.values())[1:])

# %%
# More data
# ---------
# The same network with no remedy, on more and more points. With few it learns them by heart and is
# wrong elsewhere; with many it cannot, and the two losses come together. This picture, a learning
# curve over the number of samples, tells you whether collecting more is worth it: yes, while there
# is a gap.
sizes = [20, 80, 320, 1280]
by_size = {"train": [], "valid": []}
for size in sizes:
    models["more data"], curves = fit(train if size == 80 else draw(size))
    for part in by_size:
        by_size[part].append(curves[part][-1])
figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for part, color, style in [("train", "#0072b2", "o--"), ("valid", "#d55e00", "o-")]:
    axes.plot(sizes, by_size[part], style, color=color, linewidth=2, label=part)
axes.axhline(lowest_loss, color="black", linewidth=1, linestyle=":", label="best possible")
axes.set(title="More points close the gap", xlabel="training points", ylabel="loss at the end")
axes.set(xscale="log", yscale="log")
axes.set_xticks(sizes, sizes)
axes.minorticks_off()
axes.legend(fontsize=11)
plt.show()
print({part: [round(loss, 3) for loss in losses] for part, losses in by_size.items()})
gaps = [high - low for high, low in zip(by_size["valid"], by_size["train"])]
assert gaps[-1] < 0.5 < gaps[1] < gaps[0] and by_size["train"][0] < lowest_loss / 4

# %%
# The test, once
# --------------
# Every choice is made; now the test part. And the borders that the models draw, around training
# points of class 1 (blue circles) and class 0 (red squares). The darker the color, the surer the
# network. A black circle marks a flipped label. Without a remedy the network bends its border
# around them.
test_loss = {}
for name, model in models.items():
    test_loss[name], accuracy = evaluate(model, test)
    print(f"{name:<15}valid loss {evaluate(model, valid)[0]:.3f}, test loss {test_loss[name]:.3f}, {accuracy = :.3f}")
    assert 0.55 < accuracy < 0.83
x, y = torch.meshgrid(torch.linspace(-2, 2, 100), torch.linspace(-2, 2, 100), indexing="xy")
grid = torch.stack([x, y], dim=-1).reshape(-1, 2).to(device)
points, labels = (tensor.cpu() for tensor in train)
wrong = (points[:, 1] > torch.sin(2 * points[:, 0])).long() != labels
learned = {name: (models[name](train[0]).argmax(dim=1) == train[1]).cpu()[wrong].sum().item() for name in runs}
print(f"flipped training labels learned, of {wrong.sum()}: {learned}")
figure, all_axes = plt.subplots(2, 2, sharex=True, sharey=True, figsize=(7, 7), layout="constrained")
for axes, name in zip(all_axes.flat, runs):
    with torch.no_grad():
        share = models[name].eval()(grid).softmax(dim=1)[:, 1].reshape(100, 100).cpu()
    axes.contourf(x, y, share, levels=10, cmap="RdBu", vmin=0, vmax=1, alpha=0.7)
    axes.plot(x[0], torch.sin(2 * x[0]), color="black", linewidth=1.5)
    for label, color, marker in [(0, "#b2182b", "s"), (1, "#2166ac", "o")]:
        axes.plot(*points[labels == label].T, marker, color=color, markersize=4)
    axes.plot(*points[wrong].T, "o", color="black", markerfacecolor="none", markersize=10)
    axes.set_title(f"{name}: test loss {test_loss[name]:.2f}", fontsize=12)
figure.suptitle("What each network says, and the true border (black line)")
figure.supxlabel("first coordinate", fontsize=11)
figure.supylabel("second coordinate", fontsize=11)
plt.show()
assert learned["no remedy"] > 0.8 * wrong.sum() and max(list(learned.values())[1:]) < learned["no remedy"]
assert len(test_loss) == 5 and test_loss["no remedy"] > 2 * lowest_loss
assert all(test_loss[name] < 0.6 * test_loss["no remedy"] for name in models if name != "no remedy")
assert min(test_loss.values()) > lowest_loss - 0.05 and abs(wrong.float().mean() - flipped_share) < 0.12

# %%
# Exercises
# ---------
# 1. Measure the loss of the dropout model on its training points once more, in training mode. Why
#    is it larger? Hint: draw several times and take the mean.
# 2. Show that in ``SGD`` weight decay is the penalty :math:`\tfrac{d}{2} \sum w^2`. Hint: one step
#    each way, from the same weights.
# 3. Choose the best of 300 models that guess, by their accuracy on 50 labels. How good is it there,
#    and how good on new labels? Hint: ``torch.randint`` makes guesses.

# %%
# Solution 1
# ^^^^^^^^^^
# In training mode half of the units are missing in each pass. So do not compare a training loss
# that was taken on the way with a validation loss.
model = models["dropout"].train()
with torch.no_grad():
    in_training = torch.stack([F.cross_entropy(model(train[0]), train[1]) for _ in range(50)]).mean().item()
in_evaluation = evaluate(model, train)[0]
print(f"{in_training = :.3f}, {in_evaluation = :.3f}")
assert in_evaluation < in_training < math.log(2)  # and still better than a guess

# %%
# Solution 2
# ^^^^^^^^^^
# The slope of the penalty is :math:`d \cdot w`, which is what ``SGD`` adds to the gradient.
stepped = []
for decay, penalty in [(0.5, 0.0), (0.0, 0.5)]:
    weight = torch.tensor([1.0, -2.0], device=device, requires_grad=True)
    ((weight - 3) ** 2).sum().add(penalty / 2 * (weight**2).sum()).backward()
    torch.optim.SGD([weight], lr=0.1, weight_decay=decay).step()
    stepped.append(weight.detach())
print(f"{stepped = }")
torch.testing.assert_close(stepped[0], stepped[1])
torch.testing.assert_close(stepped[0], torch.tensor([1.35, -0.9], device=device))  # by hand

# %%
# Solution 3
# ^^^^^^^^^^
# The best of many guessers looks able on the labels that chose it. That is why the test part must
# not choose anything.
guesses = torch.randint(0, 2, (300, 1050), generator=generator)
truth = torch.randint(0, 2, (1050,), generator=generator)
chosen = (guesses[:, :50] == truth[:50]).float().mean(dim=1).argmax()
right = (guesses[chosen] == truth).float()
print(f"on the 50 labels {right[:50].mean():.2f}, on new labels {right[50:].mean():.2f}")
assert right[:50].mean() > 0.6 and abs(right[50:].mean() - 0.5) < 0.07

# %%
# Where to go next
# ----------------
# :doc:`/lessons/04_training/06_checkpoints` keeps the best weights in a file, and
# :doc:`/lessons/05_projects/01_mnist_cnn` adds the remedy for images, changed copies of them. In
# short: :doc:`/cards/concepts/learning`, :doc:`/cards/nn/dropout`, :doc:`/cards/optim/sgd` and
# :doc:`/cards/training/recipes`.
