"""
Linear regression
=================

A straight line through points is the smallest model, and it is trained like the largest. You fit
one line in four ways: with tensors alone, with ``nn.Linear``, with a class of your own, and with
mini-batches. Each way hands over to PyTorch what the one before did by hand. A formula knows the
best line without any training, so you can see that all four arrive at it.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/03_autograd`
:After: :doc:`/lessons/03_models/02_logistic_regression`, :doc:`/lessons/03_models/03_module`
"""

# %%
# Points near a line
# ------------------
# Sixty deliveries: each has a distance in kilometres and took some minutes. The points are made up,
# so you know the truth: six minutes at the door, four for each kilometre, and chance. A sample is a
# row, so distances and minutes both have the shape ``(60, 1)``.

# sphinx_gallery_thumbnail_number = 2
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
generator = torch.Generator().manual_seed(1)
x = 5 * torch.rand(60, 1, generator=generator)
y = (4 * x + 6 + 2 * torch.randn(60, 1, generator=generator)).to(device)
x = x.to(device)
print(f"{x.shape = }, {y.shape = }, {x.min().item() = :.2f}, {x.max().item() = :.2f}")
assert x.shape == y.shape == (60, 1) and 0 <= x.min() < 0.5 and 4.5 < x.max() <= 5 and y.min() > 0

# %%
# The best line, by a formula
# ---------------------------
# The model is :math:`\hat{y} = wx + b`, with a weight :math:`w` and a bias :math:`b`. The best line
# is the one with the smallest mean squared error. ``torch.linalg.lstsq`` finds it at once. It wants
# a column for each unknown; the column of ones stands for the bias. It runs in ``float64`` on the
# CPU, since not every accelerator has that. NumPy's ``polyfit`` is the referee.
columns = torch.cat([x, torch.ones_like(x)], dim=1).cpu().double()
minutes = y.cpu().double()
best = torch.linalg.lstsq(columns, minutes).solution.flatten()
least = (columns @ best - minutes.flatten()).square().mean().item()
print(f"best weight {best[0]:.4f}, best bias {best[1]:.4f}, mean squared error {least:.4f}")
torch.testing.assert_close(best, torch.from_numpy(np.polyfit(columns[:, 0].numpy(), minutes[:, 0].numpy(), 1)))
assert abs(best[0] - 4) < 0.3 and abs(best[1] - 6) < 0.6 and 2 < least < 6  # the noise has variance 4

# %%
# The bowl
# --------
# Few models have such a formula. Gradient descent needs none: it goes downhill in small steps. As a
# function of weight and bias, the mean squared error is a bowl. Often written: a bowl with a
# pointed bottom. Run it: at the best line the slope is zero, so the bottom is round. The eigenvalues
# of the second derivatives (the Hessian, here the same everywhere) are the curvature along the
# flattest and the steepest direction. Both are positive: there is one lowest point. The larger
# limits the learning rate: from two divided by it on, steps overshoot more than they gain.
def cost(parameters):
    return (columns @ parameters - minutes.flatten()).square().mean()


slope = torch.autograd.functional.jacobian(cost, best)
curvature = torch.linalg.eigvalsh(torch.autograd.functional.hessian(cost, torch.zeros(2).double()))
limit = 2 / curvature.max().item()
learning_rate = 0.05
costs = []
for rate in (0.9 * limit, 1.1 * limit):
    parameters = torch.zeros(2).double()
    for _ in range(50):
        parameters -= rate * torch.autograd.functional.jacobian(cost, parameters)
    costs.append(cost(parameters).item())
print(f"slope {slope.abs().max():.1e}, eigenvalues {curvature.tolist()}, limit {limit:.3f}")
print(f"cost after 50 steps: below the limit {costs[0]:.1f}, above {costs[1]:.1f}")
torch.testing.assert_close(slope, torch.zeros(2).double())
torch.testing.assert_close(curvature, torch.linalg.eigvalsh(2 * columns.T @ columns / 60))
assert curvature.min() > 0 and learning_rate < limit and costs[0] < minutes.square().mean() < costs[1]

# %%
# First: tensors only
# -------------------
# Everything is visible here. The prediction broadcasts one weight and one bias over all rows. The
# loss is one number. ``backward`` fills the two gradients, ``no_grad`` keeps the update off the
# record, and the gradients are reset for the next step.
num_steps = 600
weight = torch.zeros(1, device=device, requires_grad=True)
bias = torch.zeros(1, device=device, requires_grad=True)
first_path = []
for _ in range(num_steps):
    first_path.append([weight.item(), bias.item()])
    loss = ((x * weight + bias - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        for parameter in (weight, bias):
            parameter -= learning_rate * parameter.grad
            parameter.grad = None
answers = {"tensors": [weight.item(), bias.item()]}
print(f"{answers = }, {loss.item() = :.4f}")
assert abs(loss.item() - least) < 1e-4

# %%
# The line at a few of these steps shows what training is: the form stays the same, and two numbers
# move. One step brings the line near the points; to turn it into the best one takes hundreds. That
# is the bowl: steep in one direction, flat in the other.
figure, axes = plt.subplots(figsize=(6.4, 4.2), layout="constrained")
axes.scatter(x.cpu(), y.cpu(), s=18, color="0.55")
ends = torch.tensor([0.0, 5.0])
for step, color in [(0, "#d55e00"), (1, "#cc79a7"), (20, "#0072b2"), (num_steps - 1, "black")]:
    weight_then, bias_then = first_path[step]
    axes.plot(ends, weight_then * ends + bias_then, color=color, linewidth=2)
    axes.text(-0.05, bias_then, f"step {step}", color=color, va="center", ha="right", fontsize=11)
axes.set(xlim=(-0.8, 5.1), xlabel="distance in km", ylabel="minutes", title="From a flat line to the best line")
plt.show()
arrived = ((torch.tensor(first_path) - best).abs().amax(dim=1) >= 0.01).nonzero()[-1].item() + 1
print(f"weight and bias are within 0.01 of the best line from step {arrived} on")
near = [max(abs(weight_then - best[0]), abs(bias_then - best[1])) < 0.01 for weight_then, bias_then in first_path]
assert 100 < arrived < num_steps and all(near[arrived:]) and not near[arrived - 1]

# %%
# Second: nn.Linear and an optimizer
# ----------------------------------
# ``nn.Linear(1, 1)`` holds a weight and a bias, for one feature and one output. ``F.mse_loss`` is
# the mean squared error, and ``torch.optim.SGD`` does the update and the reset. The loop goes
# through batches, of which there is only one so far. The scheduler multiplies the learning rate by
# ``gamma`` after each epoch; you need it for the fourth way. The layer begins with random numbers;
# set to zero, it has to go the way of the tensors, step for step.
def train(model, batches, num_epochs, learning_rate, gamma=1.0):
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma)  # 1.0 leaves the rate as it is
    path = []
    for epoch in range(num_epochs):
        for batch_x, batch_y in batches:
            path.append(nn.utils.parameters_to_vector(model.parameters()).tolist())
            loss = F.mse_loss(model(batch_x), batch_y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
    return path


linear = nn.Linear(1, 1).to(device)
assert linear.weight.shape == (1, 1) and linear.weight.item() != 0
second_path = train(linear, [(x, y)], num_steps, learning_rate)
answers["nn.Linear"] = [linear.weight.item(), linear.bias.item()]
torch.testing.assert_close(second_path, first_path, rtol=1e-3, atol=1e-3)  # 600 steps of float32

# %%
# Third: a class
# --------------
# A model of your own is a class with ``__init__`` and ``forward``. Here it gains nothing but a name
# for its layer. You need it as soon as a model is more than a chain of layers. The loop does not
# change: it asks for ``parameters()`` and calls the model.
class LinearRegression(nn.Module):
    def __init__(self, in_features):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)

    def forward(self, x):
        return self.linear(x)


model = LinearRegression(in_features=1).to(device)
torch.testing.assert_close(train(model, [(x, y)], num_steps, learning_rate), second_path, rtol=1e-4, atol=1e-4)
answers["class"] = [parameter.item() for parameter in model.parameters()]
print(f"{[name for name, _ in model.named_parameters()] = }")

# %%
# Fourth: mini-batches
# --------------------
# With a million rows you would not compute the gradient over all of them for a single step. A
# mini-batch gives a rough gradient at a fraction of the price. Often written: it ends at the same
# answer. Run it: with a constant learning rate it ends near it and keeps jittering, since each
# batch has a best line of its own. With a rate that falls from epoch to epoch it settles.
loader = DataLoader(TensorDataset(x, y), batch_size=10, shuffle=True, generator=generator)
rate_stays = torch.tensor(train(model, loader, num_epochs=250, learning_rate=0.05))
rate_falls = torch.tensor(train(model, loader, num_epochs=250, learning_rate=0.05, gamma=0.98))
answers["mini-batches"] = [parameter.item() for parameter in model.parameters()]
jitter, rest = (path[-200:].std(dim=0).norm().item() for path in (rate_stays, rate_falls))
print(f"{len(loader) = }, {len(rate_falls) = } steps, {jitter = :.4f}, {rest = :.4f}")
assert len(rate_falls) == 250 * 60 / 10 and jitter > 0.05 and rest < 0.01
assert [len(batch_x) for batch_x, _ in loader] == [10] * 6

# %%
# The figure looks into the bowl from above. A line is a point in it; the gray curves join points of
# equal cost. All rows together slide down smoothly. The mini-batches stagger; at the bottom they come
# to rest only if the learning rate falls.
weights, biases = torch.linspace(3.0, 5.2, 80), torch.linspace(4.2, 7.4, 80)
grid = torch.cartesian_prod(biases, weights).double()[:, [1, 0]]
heights = (grid @ columns.T - minutes.flatten()).square().mean(dim=1)
figure, all_axes = plt.subplots(1, 2, sharex=True, sharey=True, figsize=(7.4, 4), layout="constrained")
levels = least + torch.tensor([0.02, 0.1, 0.3, 0.6, 1, 2, 3])
for axes, path, title in zip(all_axes, (rate_stays, rate_falls), ("Learning rate stays", "Learning rate falls")):
    axes.contour(weights, biases, heights.reshape(80, 80), levels=levels, colors="0.7")
    axes.plot(*path.T, color="#0072b2", linewidth=0.6, alpha=0.6, label="mini-batches")
    axes.plot(*torch.tensor(first_path).T, color="#d55e00", linewidth=2.5, label="all rows")
    axes.plot(*best, "k*", markersize=14, label="formula")
    axes.set(title=title, xlabel="weight", xlim=(3, 5.2), ylim=(4.2, 7.4))
all_axes[0].set_ylabel("bias")
all_axes[1].legend(loc="upper right")
figure.suptitle("Two ways down into the bowl of the mean squared error")
plt.show()

# %%
# One answer
# ----------
# Four ways and the formula, side by side. The truth was 4 and 6: the best line for sixty noisy
# points is not the true line, and no training can make it so. Predict under ``no_grad``.
for name, answer in answers.items():
    print(f"{name:>12}: weight {answer[0]:.3f}, bias {answer[1]:.3f}")
    torch.testing.assert_close(torch.tensor(answer), best.float(), rtol=0, atol=0.05 if "mini" in name else 1e-3)
print(f"{'formula':>12}: weight {best[0]:.3f}, bias {best[1]:.3f}")
with torch.no_grad():
    prediction = model(torch.tensor([[3.0]], device=device))
print(f"three kilometres: {prediction.item():.1f} minutes")
assert len(answers) == 4 and abs(prediction.item() - (best[0] * 3 + best[1])) < 0.05

# %%
# Exercises
# ---------
# 1. Flatten the targets to shape ``(60,)`` and fit again with tensors. No error comes, but the line
#    is wrong. What does it predict? Hint: print the shape of ``x * weight + bias - y``.
# 2. Standardise the distances: take the mean away and divide by the standard deviation. Find a
#    learning rate that arrives in a single step. Hint: look at the eigenvalues of the new bowl.
# 3. Fit a parabola with the same training loop. Hint: ``in_features=2``, and a column of squares.

# %%
# Solution 1
# ^^^^^^^^^^
# Sixty rows minus sixty columns broadcast to a table of all pairs. Each prediction is pulled to all
# targets alike, so the best line is flat, at their mean.
flat = torch.zeros(2, device=device, requires_grad=True)  # weight and bias in one tensor
for _ in range(num_steps):
    difference = x * flat[0] + flat[1] - y.flatten()
    (slopes,) = torch.autograd.grad(difference.square().mean(), flat)
    with torch.no_grad():
        flat -= learning_rate * slopes
print(f"{difference.shape = }, weight {flat[0]:.3f}, bias {flat[1]:.3f}, mean of y {y.mean():.3f}")
assert difference.shape == (60, 60)
assert abs(flat[0]) < 0.02 and abs(flat[1] - y.mean()) < 0.05

# %%
# Solution 2
# ^^^^^^^^^^
# Now both eigenvalues are 2: the bowl is round, and downhill always leads to the middle. One half,
# one divided by the eigenvalue, goes all the way.
scaled = (x - x.mean()) / x.std(correction=0)
train(linear, [(scaled, y)], num_epochs=1, learning_rate=0.5)
slope = linear.weight.item() / x.std(correction=0).item()
print(f"after one step: weight {slope:.4f}, bias {linear.bias.item() - slope * x.mean().item():.4f}")
assert abs(slope - best[0]) < 1e-3 and abs(linear.bias.item() - slope * x.mean().item() - best[1]) < 1e-3

# %%
# Solution 3
# ^^^^^^^^^^
# The model stays linear in its parameters, so ``lstsq`` is still the judge. More columns never
# raise the error on the rows that were fitted; that alone does not make a model better.
features = torch.cat([scaled, scaled**2], dim=1)
parabola = LinearRegression(in_features=2).to(device)
train(parabola, [(features, y)], num_epochs=400, learning_rate=0.1)
columns = torch.cat([features, torch.ones_like(x)], dim=1).cpu().double()
by_formula = torch.linalg.lstsq(columns, minutes).solution.flatten().float()
parameters = nn.utils.parameters_to_vector(parabola.parameters()).detach().cpu()
error = F.mse_loss(parabola(features), y).item()
print(f"{parameters = }, mean squared error {error:.4f}")
torch.testing.assert_close(parameters, by_formula, rtol=0, atol=1e-3)
assert least - 1 < error < least + 1e-4

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/02_logistic_regression` puts a sigmoid behind the line and answers yes or
# no. :doc:`/lessons/03_models/03_module` says what a class registers. The cards go into detail:
# :doc:`/cards/regression/linear`, :doc:`/cards/regression/several`, :doc:`/cards/training/loop` and
# :doc:`/cards/tensors/linear_algebra`.
