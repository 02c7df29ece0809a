"""
Batches, epochs, iterations
===========================

You can compute a gradient from all samples, from some, or from one. After this lesson you can count
what your loop does, foresee how the size of a batch changes the path of the training, average over
batches without a mistake, and choose which samples come into a batch.

:Level: beginner
:Before: :doc:`/lessons/02_data/01_dataset`, :doc:`/lessons/01_foundations/03_autograd`
:After: :doc:`/lessons/02_data/03_images`, :doc:`/lessons/03_models/01_linear_regression`
"""

# %%
# The words, counted
# ------------------
# A batch is the group of samples behind one gradient. An iteration (or step) is one update of the
# parameters. An epoch is one pass through all samples. With ``batch_size=32``, 150 samples make
# four full batches and one of 22. ``drop_last=True`` leaves the last one out; if you shuffle, other
# samples are left out in each epoch. Often written: ``for epoch in range(20 + 1)`` trains 20 epochs.
# Count them.

# sphinx_gallery_thumbnail_number = 1
import math

import matplotlib.pyplot as plt
import torch
from torch.nn import functional as F
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, TensorDataset, WeightedRandomSampler

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
num_samples, batch_size = 150, 32
for drop_last in (False, True):
    sizes = [len(batch) for batch in DataLoader(range(num_samples), batch_size, shuffle=True, drop_last=drop_last)]
    print(f"{drop_last = }: {len(sizes)} iterations per epoch, {sizes = }")
    assert len(sizes) == (math.floor if drop_last else math.ceil)(num_samples / batch_size)
    assert sum(sizes) == num_samples - drop_last * (num_samples % batch_size)
epochs, iterations = len(range(20 + 1)), len(range(20 + 1)) * math.ceil(num_samples / batch_size)
print(f"range(20 + 1) makes {epochs} epochs, so {iterations} iterations")
assert epochs == 21 and iterations == 21 * 5

# %%
# One loss surface
# ----------------
# To see a path you need a model with two parameters: a line with a weight and a bias. Each pair of
# values has a loss over all 150 samples, and the lowest point is known from least squares, without
# any training.
generator = torch.Generator().manual_seed(0)
x = torch.rand(num_samples, generator=generator) * 3 - 1
y = 2 * x - 1 + 0.8 * torch.randn(num_samples, generator=generator)
dataset = TensorDataset(x.to(device), y.to(device))
best = torch.linalg.lstsq(torch.stack([x, torch.ones_like(x)], dim=1), y[:, None]).solution.flatten()
print(f"lowest point: weight {best[0]:.3f}, bias {best[1]:.3f}")
torch.testing.assert_close(best, torch.tensor([2.0, -1.0]), rtol=0, atol=0.2)  # the noise shifts it a little
assert x.aminmax().min > -1 and x.aminmax().max < 2 and abs((y - 2 * x + 1).std() - 0.8) < 0.1

# %%
# Three paths over it
# -------------------
# The same loop runs three times for five epochs; only ``batch_size`` differs. The full batch makes
# one step per epoch, in the direction of steepest descent. Batches of 10 make fifteen, and single
# samples 150, each in the direction that suits these samples only. Often written: ``SGD`` takes
# samples at random. It takes none; it makes the step with the gradient that it finds. The chance is
# in the loader's ``shuffle=True``.
num_epochs, learning_rate, paths = 5, 0.05, {}
for batch_size in (150, 10, 1):
    generator.manual_seed(1)
    loader = DataLoader(dataset, batch_size, shuffle=True, generator=generator)
    parameters = torch.tensor([-0.5, 1.5], device=device, requires_grad=True)
    optimizer = torch.optim.SGD([parameters], lr=learning_rate)
    path = [parameters.detach().clone()]
    for epoch in range(num_epochs):
        for inputs, targets in loader:
            loss = F.mse_loss(parameters[0] * inputs + parameters[1], targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            path.append(parameters.detach().clone())
    paths[batch_size] = torch.stack(path).cpu()
    distance = (paths[batch_size] - best).norm(dim=1)
    print(f"{batch_size = :3}: {len(path) - 1:3} iterations, distance to the lowest point {distance[-1]:.2f}")
    assert len(path) - 1 == num_epochs * math.ceil(num_samples / batch_size) and distance[-1] < distance[0]

weight, bias = torch.meshgrid(torch.linspace(-1, 3.5, 80), torch.linspace(-2.5, 2, 80), indexing="xy")
surface = ((weight[..., None] * x + bias[..., None] - y) ** 2).mean(dim=-1)
fig, all_axes = plt.subplots(1, 3, figsize=(9.5, 3.7), sharey=True, layout="constrained")
for ax, (batch_size, path) in zip(all_axes, paths.items()):
    ax.contour(weight, bias, surface, levels=[0.7, 1, 2, 4, 7, 11, 16], colors="#bbbbbb")
    ax.plot(*path.T, ".-", color="#0072b2", linewidth=1, markersize=4)
    ax.plot(*path[0], "s", color="black")
    ax.plot(*best, "*", color="#d55e00", markersize=14)
    ax.set(xlabel="weight", title=f"batch size {batch_size}: {len(path) - 1} steps")
all_axes[0].set_ylabel("bias")
fig.suptitle("Five epochs from the square towards the lowest point (star)")
plt.show()

# %%
# What did you see? In the same number of epochs, small batches come further, because they step more
# often. But at the lowest point the gradient of a few samples is not zero, so they do not come to
# rest there, and single samples stray furthest. The full batch has hardly set out, yet with this
# learning rate each of its steps goes down.
full, small, single = [(paths[size] - best).norm(dim=1) for size in (150, 10, 1)]
full_losses, single_losses = [((paths[size][:, :1] * x + paths[size][:, 1:] - y) ** 2).mean(dim=1) for size in (150, 1)]
assert math.isclose(full_losses[0], F.mse_loss(1.5 - 0.5 * x, y), rel_tol=1e-5) and full_losses[0] == single_losses[0]
for name, values in [("the full batch", full_losses), ("single samples", single_losses)]:
    print(f"{(values.diff() > 0).sum()} of {len(values) - 1} steps with {name} raise the loss over all samples")
assert full[-1] > 3 * small[-1] and (full_losses.diff() < 0).all() and (single_losses.diff() > 0).sum() > 200
assert single[-150:].mean() > small[-15:].mean() and single[-150:].std() > small[-15:].std()

# %%
# How noisy a gradient is
# -----------------------
# A batch gradient is a mean over samples, so on average it is the full gradient. It strays from it
# like any mean of ``n`` draws: by the spread (the standard deviation) of single gradients, divided
# by :math:`\sqrt{n}`. Four times the batch halves the noise; it also costs four times the work. The
# figure draws 2,000 batches of each size, in which a sample may come twice, and compares their
# spread with this rule. A loader draws no sample twice in an epoch, so its noise is less: hardly for a
# small batch, clearly for a large share of the samples, and a batch of all has none. Often written: a
# batch size has to be a power of 2. None of these sizes is one, nor were 150 and 10, and nothing
# complains.
errors = best[0] * x + best[1] - y
gradients = 2 * errors * x  # of the squared error of each sample, with respect to the weight
sizes, spreads = [3, 10, 30, 100], []
for size in sizes:
    drawn = torch.randint(num_samples, (2000, size), generator=generator)
    spreads.append(gradients[drawn].mean(dim=1).std().item())
rule = [gradients.std(correction=0).item() / math.sqrt(size) for size in sizes]
print("measured:", *[f"{spread:.3f}" for spread in spreads], " rule:", *[f"{value:.3f}" for value in rule])
torch.testing.assert_close(spreads, rule, rtol=0.1, atol=0)
assert sizes[3] == 10 * sizes[1] and sizes[2] == 10 * sizes[0] and len(drawn) == 2000
assert abs(gradients.mean()) < 1e-5  # the lowest point: the full gradient is zero

fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.loglog(sizes, rule, color="#999999", linewidth=6, label="spread of single gradients / √n")
ax.loglog(sizes, spreads, "o", color="#0072b2", markersize=9, label="measured over 2,000 batches")
ax.set(xlabel="batch size n", ylabel="spread of the gradient")
ax.set_title("A batch ten times as large has a third of the noise")
ax.minorticks_off()
ax.set_xticks(sizes, sizes)
ax.set_yticks([0.2, 0.4, 0.8], [0.2, 0.4, 0.8])
ax.legend(fontsize=11)
plt.show()

# %%
# The average over an epoch
# -------------------------
# Often written: the loss of an epoch is the sum of the batch losses divided by the number of
# batches. Run it: if the last batch is smaller, its samples weigh more than the others. Multiply
# each batch's mean by its size, and divide by the number of samples.
means, counts = [], []
for inputs, targets in DataLoader(dataset, batch_size=32):
    means.append(F.mse_loss(2 * inputs - 1, targets).item())
    counts.append(len(inputs))
exact = F.mse_loss(2 * x - 1, y).item()
weighted = sum(mean * count for mean, count in zip(means, counts)) / sum(counts)
print(f"mean of means {sum(means) / len(means):.5f}, weighted {weighted:.5f}, over all samples {exact:.5f}")
torch.testing.assert_close(weighted, exact, rtol=1e-5, atol=0)
assert abs(sum(means) / len(means) - exact) > 1e-3 and counts == [32] * 4 + [22]

# %%
# Samplers choose the samples
# ---------------------------
# Behind ``shuffle=True`` stands a sampler: an object that yields indices. ``RandomSampler`` gives
# each index once. A ``WeightedRandomSampler`` draws an index as often as its weight says, which
# helps when a class is rare. Here a tenth of the labels are 1. Weights of one over the size of the
# class bring both to about a half. The price: rare samples come again and again.
labels = (torch.arange(1000) % 10 == 0).long()
weights = 1 / labels.bincount()[labels]
plain = RandomSampler(labels, generator=generator)
balanced = WeightedRandomSampler(weights, num_samples=len(labels), generator=generator)
for name, sampler in [("RandomSampler", plain), ("WeightedRandomSampler", balanced)]:
    drawn = torch.cat(list(DataLoader(labels, batch_size=50, sampler=sampler)))
    indices = list(sampler)
    print(f"{name}: {drawn.float().mean():.3f} of the labels are 1, {len(set(indices))} different samples")
    assert len(drawn) == len(indices) == 1000 and (len(set(indices)) == 1000) == (sampler is plain)
    assert abs(drawn.float().mean() - (0.1 if sampler is plain else 0.5)) < (1e-6 if sampler is plain else 0.08)

# %%
# A ``BatchSampler`` puts the indices of a sampler into lists. The loader makes one from your
# ``batch_size``. Make it yourself where a dataset can answer a whole list at once: as ``sampler``,
# with ``batch_size=None``. The dataset is then asked once per batch, not 32 times, and the batches
# are equal.
batch_sampler = BatchSampler(range(num_samples), batch_size=32, drop_last=False)
print(f"{len(batch_sampler) = }, the last one begins with {list(batch_sampler)[-1][:3]}")
one_by_one = DataLoader(dataset, batch_size=32)
at_once = DataLoader(dataset, sampler=batch_sampler, batch_size=None)
for (inputs, targets), (same_inputs, same_targets) in zip(one_by_one, at_once, strict=True):
    assert inputs.equal(same_inputs) and targets.equal(same_targets)
assert len(at_once) == 5 and list(batch_sampler)[-1][:3] == [128, 129, 130]

# %%
# Exercises
# ---------
# 1. The real MNIST has 60,000 training images. How many iterations are ten epochs with batches of
#    128, with and without ``drop_last``? Hint: ``divmod``.
# 2. A batch of 32 does not fit into your memory, a batch of 8 does. Get the same step. Hint:
#    ``backward`` adds to ``.grad``.
# 3. Write a batch sampler in which each batch has as many samples of one class as of the other.
#    Hint: the loader's ``batch_sampler`` takes any list of lists.

# %%
# Solution 1
# ^^^^^^^^^^
# The rest of the division is the last batch of each epoch. It counts once per epoch.
full_batches, rest = divmod(60_000, 128)
print(f"with drop_last {10 * full_batches}, without {10 * (full_batches + (rest > 0))}, last batch {rest}")
assert 10 * full_batches == 10 * len(DataLoader(range(60_000), batch_size=128, drop_last=True))
assert 10 * (full_batches + 1) == 10 * len(DataLoader(range(60_000), batch_size=128))

# %%
# Solution 2
# ^^^^^^^^^^
# Each of the four losses is a mean over 8, so divide it by 4. One step after the fourth is the same
# step as with 32. This is called gradient accumulation.
inputs, targets = dataset[:32]
parameters = torch.tensor([-0.5, 1.5], device=device, requires_grad=True)
for part, answers in zip(inputs.split(8), targets.split(8)):
    (F.mse_loss(parameters[0] * part + parameters[1], answers) / 4).backward()
at_once = torch.autograd.grad(F.mse_loss(parameters[0] * inputs + parameters[1], targets), parameters)[0]
print(f"accumulated {parameters.grad.tolist()}, at once {at_once.tolist()}")
torch.testing.assert_close(parameters.grad, at_once)
by_hand = 2 * (-0.5 * x + 1.5 - y)[:32].mean().item()
torch.testing.assert_close(parameters.grad[1].item(), by_hand, rtol=1e-4, atol=1e-4)

# %%
# Solution 3
# ^^^^^^^^^^
# Shuffle the indices of both classes, and let the rare class set the number of batches.
ones, zeros = [torch.where(labels == number)[0] for number in (1, 0)]
zeros = zeros[torch.randperm(len(zeros), generator=generator)]
batches = [torch.cat(pair).tolist() for pair in zip(ones.split(5), zeros.split(5))]
shares = [batch.float().mean().item() for batch in DataLoader(labels, batch_sampler=batches)]
print(f"{len(shares)} batches of {len(batches[0])}, share of ones from {min(shares)} to {max(shares)}")
assert len(shares) == 100 / 5 and set(shares) == {0.5}

# %%
# Where to go next
# ----------------
# :doc:`/lessons/02_data/03_images` fills batches with images, and
# :doc:`/lessons/03_models/01_linear_regression` takes the line of this lesson apart. The cards:
# :doc:`/cards/data/samplers`, :doc:`/cards/data/dataloader`, :doc:`/cards/optim/descent`.
