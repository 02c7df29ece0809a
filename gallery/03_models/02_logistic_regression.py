"""
Logistic regression
===================

A line gives a score, the sigmoid turns the score into a probability, and you have a classifier for
yes or no. You draw what its parameters do, write its loss by hand, watch that loss break in
``float32``, and mend it with ``BCEWithLogitsLoss``. In the end scikit-learn has to find the same
model as you.

:Level: beginner
:Before: :doc:`/lessons/03_models/01_linear_regression`
:After: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/04_training/03_metrics`
"""

# %%
# From a score to a probability
# -----------------------------
# The score :math:`z = wx + b` can be any number. The sigmoid :math:`\sigma(z) = 1 / (1 + e^{-z})`
# squeezes it between 0 and 1. Zero becomes one half. Each curve below is :math:`\sigma(wx + b)`
# with a weight and a bias of its own.

# sphinx_gallery_thumbnail_number = 3
import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
figure, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(7.4, 3.4), layout="constrained")
z = torch.linspace(-8, 8, 161)
for axes, settings in [(left, [(0.5, 0), (1, 0), (3, 0)]), (right, [(1, 4), (1, 0), (1, -4)])]:
    for (weight, bias), style, color in zip(settings, [":", "-", "--"], ["#0072b2", "black", "#d55e00"]):
        label = f"weight {weight}" if axes is left else f"bias {bias}"
        axes.plot(z, torch.sigmoid(weight * z + bias), style, color=color, linewidth=2, label=label)
    axes.legend(loc="upper left", fontsize=9, handlelength=1.6, frameon=False)
    axes.set(xlabel="x", xlim=(-8, 8), ylim=(-0.05, 1.45), yticks=[0, 0.5, 1])
left.set(title="The weight: how steep the sigmoid is", ylabel="probability")
right.set_title("The bias: where the sigmoid is")
plt.show()

# %%
# In numbers: in its middle the curve has the slope :math:`w / 4`, and the middle lies at
# :math:`x = -b / w`, so a positive bias shifts the curve to the left. Often written:
# ``1 / (1 + exp(-x * w + b))``. Run it: without parentheses the bias changes its sign.
for weight, bias in [(0.5, 0.0), (3.0, 0.0), (2.0, -4.0)]:
    middle = torch.tensor(-bias / weight, device=device, requires_grad=True)
    height = torch.sigmoid(weight * middle + bias)
    (slope,) = torch.autograd.grad(height, middle)
    print(f"weight {weight}, bias {bias}: at x = {middle.item() + 0:g} height {height.item()}, slope {slope.item()}")
    assert height.item() == 0.5 and slope.item() == weight / 4
z = z.to(device)
torch.testing.assert_close(1 / (1 + torch.exp(-(z * 2 + 4))), torch.sigmoid(2 * z + 4))
torch.testing.assert_close(1 / (1 + torch.exp(-z * 2 + 4)), torch.sigmoid(2 * z - 4))  # not what was meant
torch.testing.assert_close(torch.sigmoid(z).mean(), torch.tensor(0.5, device=device))  # as much above one half as below

# %%
# The loss by hand
# ----------------
# A good model gives a high probability to what happened. The loss is minus the logarithm of that
# probability: :math:`-\log p` where the answer is 1, :math:`-\log(1 - p)` where it is 0, and the
# mean over all rows. It is called the binary cross-entropy. Its gradient with respect to a score is
# plain, :math:`(p - y) / n`: probability minus answer.
def loss_by_hand(scores, y):
    p = torch.sigmoid(scores)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()


scores = torch.tensor([-2.0, 0.0, 1.0, 3.0], device=device, requires_grad=True)
answers = torch.tensor([0.0, 1.0, 0.0, 1.0], device=device)
loss = loss_by_hand(scores, answers)
loss.backward()
p = torch.sigmoid(scores.detach())
print(f"{p = }\n{loss.item() = :.4f}, {scores.grad = }")
torch.testing.assert_close(loss, F.binary_cross_entropy(torch.sigmoid(scores), answers))
happened = torch.tensor([1 - 0.1192, 0.5, 1 - 0.7311, 0.9526])  # p where the answer is 1, 1 - p where it is 0
torch.testing.assert_close(loss.item(), -happened.log().mean().item(), rtol=0, atol=1e-4)
torch.testing.assert_close(scores.grad, (p - answers) / 4)
assert p[1] == 0.5 and scores.grad[2] == scores.grad.max() > 0  # sure of 1 where the answer is 0: it must go down

# %%
# Exams
# -----
# Two hundred students, two features: hours of study and of sleep. Chance decides who passes, with a
# probability that is the sigmoid of a score. The features are standardised, to mean 0 and standard deviation 1,
# so that one learning rate suits both.
generator = torch.Generator().manual_seed(3)
hours = torch.rand(200, 2, generator=generator) * torch.tensor([10.0, 6.0]) + torch.tensor([0.0, 3.0])
true_scores = hours @ torch.tensor([[0.8], [0.9]]) - 9.5
passed = (torch.rand(200, 1, generator=generator) < torch.sigmoid(true_scores)).float()
x = ((hours - hours.mean(dim=0)) / hours.std(dim=0)).to(device)
y = passed.to(device)
print(f"{x.shape = }, {y.shape = }, {int(y.sum())} of {len(y)} passed")
assert x.shape == (200, 2) and y.shape == (200, 1) and 0.4 < passed.mean() < 0.6
assert (hours >= torch.tensor([0, 3])).all() and (hours <= torch.tensor([10, 9])).all()
assert abs(passed.mean() - torch.sigmoid(true_scores).mean()) < 0.08

# %%
# Training
# --------
# The model is the line, ``nn.Linear(2, 1)``; the sigmoid is inside the loss. The loop is that of
# linear regression. At the start every probability is one half, and the loss is :math:`\log 2`.
def train(model, loss_fn, x, y, num_steps):
    optimizer, losses = torch.optim.SGD(model.parameters(), lr=1.0), []
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    for _ in range(num_steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


first = nn.Linear(2, 1).to(device)
losses = train(first, loss_by_hand, x, y, num_steps=300)
print(f"loss {losses[0]:.4f} -> {losses[-1]:.4f}")
assert abs(losses[0] - np.log(2)) < 1e-6 and losses[-1] < 0.35

# %%
# Where it breaks
# ---------------
# Here are six rows that a line separates without error. The same loop: the loss falls, and then it
# is ``nan``, and so are all weights, for good.
six_x = torch.tensor([[1.0, 2], [2, 3], [3, 4], [4, 3], [5, 3], [6, 2]], device=device)
six_y = torch.tensor([[0.0], [0], [0], [1], [1], [1]], device=device)
model = nn.Linear(2, 1).to(device)
losses = train(model, loss_by_hand, six_x, six_y, num_steps=400)
first_nan = int(np.isnan(losses).argmax())
print(f"{losses[0] = :.4f}, {losses[first_nan - 1] = :.4f}, {first_nan = }, {model.weight.tolist() = }")
assert 200 < first_nan < 280 and 0.005 < losses[first_nan - 1] < 0.01 and model.weight.isnan().all()
assert six_x.sum(dim=0).tolist() == [21, 17] and six_y.flatten().tolist() == [0, 0, 0, 1, 1, 1]

# %%
# Why it breaks
# -------------
# ``float32`` has about seven digits. From a score of about 17 on, the sigmoid is rounded to 1. Then
# :math:`1 - p` is 0, its logarithm minus infinity, and zero times that is ``nan``. Often written:
# ``F.binary_cross_entropy`` is safe, since it cuts the logarithm off at -100. Run it: the loss is
# finite but wrong, and the gradient is 0, so the model cannot learn where it errs most. The cure is
# to join sigmoid and logarithm before any rounding. For the answer 0 the loss is
# :math:`\log(1 + e^z)`, nearly :math:`z` for a large :math:`z`. ``BCEWithLogitsLoss`` computes
# this; logit is another word for the score.
z = torch.linspace(0, 130, 521, device=device)
zeros = torch.zeros_like(z)
variants = {
    "by hand": lambda z: -(1 - torch.sigmoid(z)).log(),
    "binary_cross_entropy": lambda z: F.binary_cross_entropy(torch.sigmoid(z), zeros, reduction="none"),
    "BCEWithLogitsLoss": lambda z: nn.BCEWithLogitsLoss(reduction="none")(z, zeros),
}
curves = {}
for name, loss_fn in variants.items():
    scores = z.clone().requires_grad_()
    loss = loss_fn(scores)
    curves[name] = loss.detach(), torch.autograd.grad(loss.sum(), scores)[0]
    print(f"{name:>20}: loss {curves[name][0][-1].item():g}, gradient {curves[name][1][-1].item():g} at score 130")
saturated = z[torch.sigmoid(z) == 1].min().item()
print(f"the sigmoid is exactly 1 from {saturated} on")
assert 16 < saturated < 18 and [curve[0][-1].item() for curve in curves.values()] == [float("inf"), 100, 130]
assert curves["by hand"][1][-1].isnan() and curves["binary_cross_entropy"][1][-1] == 0
torch.testing.assert_close(curves["BCEWithLogitsLoss"][0], z + torch.log1p(torch.exp(-z)))
torch.testing.assert_close(curves["BCEWithLogitsLoss"][1], torch.sigmoid(z))
for loss, gradient in curves.values():  # while nothing is rounded to 1, all three agree
    torch.testing.assert_close(loss[z < 8], torch.log1p(torch.exp(z[z < 8])), rtol=1e-3, atol=0)
    assert gradient[0] == 0.5  # at score 0

# %%
# The line of the loss by hand ends where the loss becomes infinite.
figure, all_axes = plt.subplots(2, 1, sharex=True, figsize=(6.8, 5), layout="constrained")
for (name, curve), style, color in zip(curves.items(), ["-", "--", ":"], ["black", "#d55e00", "#0072b2"]):
    for axes, values in zip(all_axes, curve):
        axes.plot(z.cpu(), values.cpu(), style, color=color, linewidth=5 if style == "-" else 3, label=name)
all_axes[0].set(title="Loss of a score whose answer is 0", ylabel="loss")
all_axes[1].set(title="Gradient: what the model learns from", xlabel="score", ylabel="gradient")
all_axes[0].legend()
plt.show()

# %%
# The cure at work
# ----------------
# The same six rows once more. Where you want a probability, apply ``torch.sigmoid`` to the score
# yourself; where you want the class, a score above zero is enough.
model = nn.Linear(2, 1).to(device)
losses = train(model, nn.BCEWithLogitsLoss(), six_x, six_y, num_steps=400)
right = (model(six_x) > 0) == six_y.bool()
print(f"{losses[0] = :.4f}, {losses[-1] = :.4f}, {right.sum().item()} of {len(six_y)} right")
assert np.isfinite(losses).all() and 0.0045 < losses[-1] < 0.005 and right.all()

# %%
# Against scikit-learn
# --------------------
# Back to the exams. Often written: ``LogisticRegression()`` is plain logistic regression. Run it:
# by default it also pulls the weights towards zero, the less the larger its ``C``. With ``C=np.inf``
# it does not. No line separates these rows without error, so the loss has one lowest point, and two
# programs that know nothing of each other must meet there.
model = nn.Linear(2, 1).to(device)
train(model, nn.BCEWithLogitsLoss(), x, y, num_steps=300)
rows, labels = x.cpu().double().numpy(), y.flatten().cpu().numpy()
plain = LogisticRegression(C=np.inf, tol=1e-8).fit(rows, labels)
pulled = LogisticRegression().fit(rows, labels)
weights = model.weight.detach().flatten().cpu()
print(f"ours {weights.numpy().round(2)}, C=inf {plain.coef_[0].round(2)}, default {pulled.coef_[0].round(2)}")
torch.testing.assert_close(weights.double(), torch.from_numpy(plain.coef_[0]), rtol=0, atol=0.01)
torch.testing.assert_close(first.weight, model.weight, rtol=0, atol=1e-3)  # by hand, where it did not break
assert np.linalg.norm(pulled.coef_) < np.linalg.norm(plain.coef_) - 0.05

# %%
# The boundary is a line
# ----------------------
# Often written: the sigmoid replaces the line. Run it: it comes on top. The probability is one half
# where the score :math:`w_1 x_1 + w_2 x_2 + b` is zero, and that is a line. Every other probability
# has a line parallel to it. The printed accuracy is the share of right answers, on the very
# students that the model was fitted to.
study, sleep = torch.linspace(0, 10, 60), torch.linspace(3, 9, 60)
grid = torch.cartesian_prod(sleep, study)[:, [1, 0]]
with torch.no_grad():
    scores = model(((grid - hours.mean(dim=0)) / hours.std(dim=0)).to(device)).cpu().reshape(60, 60)
figure, axes = plt.subplots(figsize=(6.4, 4.6), layout="constrained")
shades = axes.contourf(study, sleep, torch.sigmoid(scores), levels=torch.arange(0, 1.01, 0.1), cmap="PuOr", alpha=0.6)
axes.contour(study, sleep, scores, levels=[0], colors="black", linewidths=2.5)
for answer, marker, color, name in [(0, "v", "#7f3b08", "failed"), (1, "o", "#2d004b", "passed")]:
    axes.scatter(*hours[passed[:, 0] == answer].T, marker=marker, color=color, s=22, label=name)
figure.colorbar(shades, label="probability of passing")
axes.set(title="The boundary of logistic regression is a line", xlabel="hours of study", ylabel="hours of sleep")
axes.legend(loc="lower left")
plt.show()
per_hour = weights / hours.std(dim=0)
bias = model.bias.item() - per_hour @ hours.mean(dim=0)
print(f"{per_hour = }, {bias = }")  # the same line, in hours
torch.testing.assert_close(scores, per_hour[0] * study + per_hour[1] * sleep[:, None] + bias, rtol=1e-3, atol=1e-3)
assert (grid.amin(dim=0) <= hours.amin(dim=0)).all() and (grid.amax(dim=0) >= hours.amax(dim=0)).all()
accuracy = ((model(x) > 0) == y.bool()).double().mean().item()
print(f"{accuracy = :.3f}, scikit-learn {plain.score(rows, labels):.3f}")
assert abs(accuracy - plain.score(rows, labels)) < 0.011 and 0.82 < accuracy < 0.94

# %%
# Exercises
# ---------
# 1. Make your model equal to ``LogisticRegression()`` with its default ``C=1``. Hint: the loss
#    there is a sum over rows, plus half the squared weights, without the bias; ``weight_decay``.
# 2. Train longer on the six rows. The answers are right already; what happens to the weights? Hint:
#    ``norm`` says how large they are together.
# 3. Say yes only from a probability of 0.9 on, without a sigmoid. Hint: solve
#    :math:`\sigma(z) = 0.9`.

# %%
# Solution 1
# ^^^^^^^^^^
# ``weight_decay`` adds a multiple of the weights to their gradient. The mean over 200 rows divides
# the penalty by 200 as well, and the bias gets a group of its own, without decay.
model = nn.Linear(2, 1).to(device)
groups = [{"params": [model.weight], "weight_decay": 1 / 200}, {"params": [model.bias]}]
optimizer = torch.optim.SGD(groups, lr=1.0)
for _ in range(300):
    optimizer.zero_grad()
    nn.BCEWithLogitsLoss()(model(x), y).backward()
    optimizer.step()
gap = model.weight.detach().cpu().double() - torch.from_numpy(pulled.coef_)
print(f"largest difference of a weight: {gap.abs().max():.4f}")
assert gap.abs().max() < 0.005

# %%
# Solution 2
# ^^^^^^^^^^
# They grow without end, more and more slowly: where a line separates all rows, a steeper sigmoid is
# always a little better. The default penalty of scikit-learn guards against this.
norms = []
for num_steps in (250, 500, 1000):
    final_loss = train(model, nn.BCEWithLogitsLoss(), six_x, six_y, num_steps)[-1]
    norms.append(model.weight.norm().item())
    print(f"{num_steps} steps: loss {final_loss:.4f}, norm of the weights {norms[-1]:.2f}")
assert norms[0] + 0.8 < norms[1] < norms[2] - 0.8 and final_loss < 0.002

# %%
# Solution 3
# ^^^^^^^^^^
# The sigmoid rises everywhere, so a limit on the probability is a limit on the score: the logarithm
# of the odds, nine to one.
limit = np.log(0.9 / (1 - 0.9))
print(f"{limit = :.4f}, {(scores > limit).sum().item() = } of {scores.numel()} grid points")
assert (scores > limit).equal(torch.sigmoid(scores) > 0.9) and abs(limit - np.log(9)) < 1e-9

# %%
# Where to go next
# ----------------
# Not every boundary is a line: :doc:`/lessons/03_models/04_multilayer_perceptron` bends it.
# :doc:`/lessons/04_training/03_metrics` says why accuracy alone is not enough. The cards have more:
# :doc:`/cards/classification/logistic`, :doc:`/cards/losses/binary` and :doc:`/cards/nn/squashing`.
