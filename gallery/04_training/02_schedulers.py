"""
Learning-rate schedulers
========================

A learning-rate scheduler changes the learning rate of an optimizer while you train. After this
lesson you can name every scheduler in ``torch.optim.lr_scheduler``, write down the rate that each
one gives at any step, put a warm-up before a decay, and step a scheduler at the right moment.
No model is trained here: all schedules but one depend only on how often you call them.

:Level: intermediate
:Before: :doc:`/lessons/04_training/01_losses_and_optimizers`
:After: :doc:`/lessons/04_training/03_metrics`, :doc:`/lessons/05_projects/01_mnist_cnn`
"""

# %%
# A scheduler writes into the optimizer
# -------------------------------------
#
# The learning rate lives in the optimizer, in ``param_groups``. You give the optimizer to a
# scheduler, and each call of ``scheduler.step()`` may overwrite that number. This one halves it.

import inspect
import math
import warnings

import matplotlib.pyplot as plt
import torch
from torch.optim import SGD, lr_scheduler

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
parameter = torch.nn.Parameter(torch.zeros(1, device=device))
learning_rate = 0.1

optimizer = SGD([parameter], lr=learning_rate)
scheduler = lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
scheduler.step()
print(f"{optimizer.param_groups[0]['lr'] = }\n{scheduler.get_last_lr() = }")
assert scheduler.get_last_lr() == [optimizer.param_groups[0]["lr"]] == [0.05]

# %%
# ``get_last_lr()`` reads the same number, once for each parameter group.
#
# A run, and a formula beside it
# ------------------------------
#
# ``record`` writes down the rate that each optimizer step uses, and compares these rates with a
# formula: the factor on the first learning rate after :math:`t` calls of ``scheduler.step()``. If
# the two differed anywhere, the lesson would stop there. The parameter has no gradient, so
# ``optimizer.step()`` leaves it alone. It is called because a scheduler expects it.

curves = {}


def record(make_scheduler, formula, batches_per_call=1, **arguments):
    optimizer = SGD([parameter], lr=learning_rate, momentum=0.9)
    scheduler = make_scheduler(optimizer, **arguments)
    rates = []
    for batch in range(1, 25):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if batch % batches_per_call == 0:
            scheduler.step()
    expected = [learning_rate * formula(batch // batches_per_call) for batch in range(24)]
    torch.testing.assert_close(rates, expected)
    curves[type(scheduler).__name__] = rates, expected


# %%
# Schedules that only fall
# ------------------------
#
# ``StepLR`` multiplies the rate by ``gamma`` every ``step_size`` calls, ``MultiStepLR`` at the
# calls that you list, ``ExponentialLR`` at every call. ``PolynomialLR`` takes a power of the time
# left and ends at zero. Often written: ``gamma=0.1`` takes 10 % away. The formula for
# ``MultiStepLR`` shows that it leaves 10 %.

record(lr_scheduler.StepLR, lambda t: 0.5 ** (t // 6), step_size=6, gamma=0.5)
record(lr_scheduler.MultiStepLR, lambda t: 0.1 ** ((t >= 10) + (t >= 18)), milestones=[10, 18], gamma=0.1)
record(lr_scheduler.ExponentialLR, lambda t: 0.85**t, gamma=0.85)
record(lr_scheduler.PolynomialLR, lambda t: (1 - min(t, 20) / 20) ** 2, total_iters=20, power=2)

# %%
# Warm-ups, and rules of your own
# -------------------------------
#
# Often written: a scheduler lowers the learning rate. ``ConstantLR`` and ``LinearLR`` begin low and
# raise it. That is a warm-up: a fresh network takes small steps first.
#
# ``LambdaLR`` and ``MultiplicativeLR`` take any function of :math:`t`. They are easily confused, so
# both get the same function here. To ``LambdaLR`` it is a factor on the *first* rate. To
# ``MultiplicativeLR`` it is a factor on the *previous* rate, so the factors pile up.

record(lr_scheduler.ConstantLR, lambda t: 0.25 if t < 8 else 1, factor=0.25, total_iters=8)
record(lr_scheduler.LinearLR, lambda t: 0.1 + 0.9 * min(t, 8) / 8, start_factor=0.1, total_iters=8)
same = {"lr_lambda": lambda t: 1 - t / 24}
record(lr_scheduler.LambdaLR, lambda t: 1 - t / 24, **same)
record(lr_scheduler.MultiplicativeLR, lambda t: math.prod(1 - k / 24 for k in range(1, t + 1)), **same)

halfway = [curves[name][0][12] for name in ("LambdaLR", "MultiplicativeLR")]
print("halfway: LambdaLR {:.5f}, MultiplicativeLR {:.5f}".format(*halfway))
assert halfway[0] == learning_rate / 2 > 10 * halfway[1]

# %%
# Cosines and cycles
# ------------------
#
# Three of the next four are built from half a wave of a cosine, which goes from ``start`` to
# ``end``. ``CosineAnnealingLR`` takes ``T_max`` calls for it and then climbs back the same way, so
# ``T_max`` is half a period and not a number of repeats. ``CosineAnnealingWarmRestarts`` does not
# climb: it jumps back after ``T_0`` calls, and each cycle is ``T_mult`` times as long as the last.
#
# ``CyclicLR`` and ``OneCycleLR`` overwrite the rate that you gave to the optimizer. ``OneCycleLR``
# starts at ``max_lr / 25``, peaks once and ends near zero. Both overwrite the momentum, too, unless
# you pass ``cycle_momentum=False``: even that of an ``SGD`` that you made without any.


def half_wave(start, end, fraction):
    return end + (start - end) * (1 + math.cos(math.pi * fraction)) / 2


def one_cycle(t):
    return half_wave(1 / 25, 1, t / 5) if t < 5 else half_wave(1, 1 / 25 / 10_000, (t - 5) / 18)


peak = {"max_lr": 0.1, "total_steps": 24, "pct_start": 0.25}
saw = {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 4, "mode": "triangular2"}
restart = {"T_0": 8, "T_mult": 2}
record(lr_scheduler.CosineAnnealingLR, lambda t: half_wave(1, 0.1, t / 12), T_max=12, eta_min=0.01)
record(lr_scheduler.CosineAnnealingWarmRestarts, lambda t: half_wave(1, 0, t / 8 if t < 8 else (t - 8) / 16), **restart)
record(lr_scheduler.CyclicLR, lambda t: 0.1 + 0.9 * (1 - abs(t % 8 - 4) / 4) / 2 ** (t // 8), **saw)
record(lr_scheduler.OneCycleLR, one_cycle, **peak)

optimizer = SGD([parameter], lr=learning_rate)  # no momentum
lr_scheduler.OneCycleLR(optimizer, **peak)
print(f"{optimizer.param_groups[0]['momentum'] = }")
assert optimizer.param_groups[0]["momentum"] == 0.95

# %%
# One after the other, or all at once
# -----------------------------------
#
# The usual recipe is a warm-up and then a decay. ``SequentialLR`` runs one scheduler *after* the
# other: at a milestone the next one starts from its own beginning. ``ChainedScheduler`` runs them
# *at the same time*, so their factors are multiplied. The same two parts give two curves.


def parts(optimizer):
    warm_up = lr_scheduler.LinearLR(optimizer, start_factor=0.2, total_iters=5)
    return [warm_up, lr_scheduler.ExponentialLR(optimizer, gamma=0.9)]


record(
    lambda optimizer: lr_scheduler.SequentialLR(optimizer, parts(optimizer), milestones=[5]),
    lambda t: 0.2 + 0.16 * t if t < 5 else 0.9 ** (t - 5),
)
record(lambda optimizer: lr_scheduler.ChainedScheduler(parts(optimizer)), lambda t: min(0.2 + 0.16 * t, 1) * 0.9**t)
highest = [max(curves[name][0]) for name in ("SequentialLR", "ChainedScheduler")]
print("highest rate: SequentialLR {:.3f}, ChainedScheduler {:.3f}".format(*highest))
assert highest[0] == learning_rate > highest[1]

# %%
# Chained, the decay eats into the warm-up, and the full rate is never reached.
#
# The one that watches a metric
# -----------------------------
#
# ``ReduceLROnPlateau`` is the only one whose ``step`` takes a metric, such as the validation loss.
# Often written: it cuts the rate after ``patience`` epochs without improvement. Run it. The loss
# below improves for eight epochs and is flat from there. ``patience`` counts the flat epochs that
# are forgiven; the next one cuts. (A metric that should rise needs ``mode="max"``.)

rates = []
optimizer = SGD([parameter], lr=learning_rate)
scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, mode="min", factor=0.5, patience=3)
for epoch in range(1, 25):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step(1 / min(epoch, 8))

expected = [learning_rate * 0.5 ** (max(t - 8, 0) // 4) for t in range(24)]
torch.testing.assert_close(rates, expected)
curves["ReduceLROnPlateau"] = rates, expected
print(f"flat epochs until the first cut: {rates.index(0.05) - 8}, with {scheduler.patience = }")
assert rates.index(0.05) - 8 == scheduler.patience + 1

# %%
# Are these all?
# --------------
#
# Ask the module: every public class that derives from ``LRScheduler`` has to be among the recorded
# ones. If a later PyTorch has one more, this fails. In the figure, look for those that only fall,
# those that begin with a rise, and those that come back.

classes = {name: item for name, item in vars(lr_scheduler).items() if inspect.isclass(item) and name[0] != "_"}
in_torch = {name for name, item in classes.items() if issubclass(item, lr_scheduler.LRScheduler)} - {"LRScheduler"}
print(f"{len(in_torch)} schedulers, missing here: {in_torch - set(curves)}")
assert set(curves) == in_torch
takes_a_metric = {name for name in in_torch if "metrics" in inspect.signature(classes[name].step).parameters}
assert takes_a_metric == {"ReduceLROnPlateau"}

figure, grid = plt.subplots(5, 3, figsize=(6, 9.5), sharex=True, sharey=True, layout="constrained")
for axes, (name, (rates, expected)) in zip(grid.flat, curves.items(), strict=True):
    axes.plot(expected, color="tab:orange", linewidth=3, alpha=0.6, drawstyle="steps-post")
    axes.plot(rates, ".", color="tab:blue", markersize=5)
    axes.set_title(name.replace("WarmRestarts", "\nWarmRestarts"), fontsize=10)
figure.suptitle("Every scheduler: its run (dots) on its formula (line)", fontsize=12)
figure.supxlabel("calls of scheduler.step() so far")
figure.supylabel("learning rate")
plt.show()

# %%
# Once per batch or once per epoch
# --------------------------------
#
# Often written: ``optimizer.step()`` once per batch, ``scheduler.step()`` once per epoch. A
# scheduler knows neither batches nor epochs. It counts its calls, and so do its arguments. With
# six batches in an epoch, ``step_size=1`` called once per epoch is ``step_size=6`` called once per
# batch. But a ``OneCycleLR`` made for 24 batches and called once per epoch is still warming up when
# training ends. You will see both its runs.

per_batch = {name: rates for name, (rates, _) in curves.items()}
record(lr_scheduler.StepLR, lambda t: 0.5**t, batches_per_call=6, step_size=1, gamma=0.5)
record(lr_scheduler.OneCycleLR, one_cycle, batches_per_call=6, **peak)
per_epoch = {name: curves[name][0] for name in ("StepLR", "OneCycleLR")}
assert per_epoch["StepLR"] == per_batch["StepLR"]
assert max(per_batch["OneCycleLR"]) == learning_rate > max(per_epoch["OneCycleLR"]) == per_epoch["OneCycleLR"][-1]

figure, axes = plt.subplots(figsize=(6, 3.2), layout="constrained")
for rates, line, label in ((per_batch, "-", "after each batch"), (per_epoch, "--", "after each epoch")):
    axes.step(range(24), rates["OneCycleLR"], line, where="post", label=label)
axes.set(title="OneCycleLR for 24 batches, called in two ways", xlabel="batch", ylabel="learning rate")
axes.legend(title="scheduler.step() called")
plt.show()

# %%
# What goes wrong
# ---------------
#
# Three mistakes with a schedule that should give 0.1, 0.05 and 0.025. You will see the rates that
# the optimizer used, and the beginning of what PyTorch says.

used, said = {}, {}
for mistake in ("scheduler first", "epoch argument", "no call"):
    optimizer = SGD([parameter], lr=learning_rate)
    scheduler = lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    used[mistake] = []
    with warnings.catch_warnings(record=True) as said[mistake]:
        warnings.simplefilter("always")
        for epoch in range(3):
            if mistake == "scheduler first":
                scheduler.step()
            used[mistake].append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            if mistake == "epoch argument":
                scheduler.step(epoch)
    print(mistake, used[mistake], *(str(warning.message)[:65] for warning in said[mistake]), sep="\n  ")

assert used == {"scheduler first": [0.05, 0.025, 0.0125], "epoch argument": [0.1, 0.1, 0.05], "no call": [0.1] * 3}
assert [len(caught) for caught in said.values()] == [1, 3, 0]
assert "before `optimizer.step()`" in str(said["scheduler first"][0].message)
assert "epoch parameter" in str(said["epoch argument"][0].message)

# %%
# With the scheduler first, the first rate is never used. The ``epoch`` argument does not mean "this
# epoch is over" but "go to this place", so the first call stays where it is and the schedule comes
# late. All but ``CosineAnnealingWarmRestarts`` warn of it: leave it out. A forgotten call is the
# worst, for nothing warns.
#
# Exercises
# ---------
#
# 1. Build a warm-up of four steps and a cosine down to zero in the remaining twenty, first with
#    ``SequentialLR``, then with one ``LambdaLR``, and compare the two. Hint: the function of
#    ``LambdaLR`` returns a factor, not a rate.
# 2. Stop a run in the middle and go on with a new optimizer and a new scheduler. Hint: both have
#    ``state_dict()`` and ``load_state_dict()``, and both have to be carried over.
# 3. Call ``OneCycleLR`` until it complains. Hint: catch the ``ValueError`` and count the calls.

# %%
# Solution 1
# ^^^^^^^^^^
# ``record`` compares each of the two with the formula, and so with each other.
def warm_cosine(t):
    return 0.25 + 0.75 * t / 4 if t < 4 else half_wave(1, 0, (t - 4) / 20)


def warm_then_cosine(optimizer):
    warm_up = lr_scheduler.LinearLR(optimizer, start_factor=0.25, total_iters=4)
    return lr_scheduler.SequentialLR(
        optimizer, [warm_up, lr_scheduler.CosineAnnealingLR(optimizer, T_max=20)], milestones=[4]
    )


record(warm_then_cosine, warm_cosine)
record(lr_scheduler.LambdaLR, warm_cosine, lr_lambda=warm_cosine)
torch.testing.assert_close(curves["SequentialLR"][0], curves["LambdaLR"][0])
print(f"the peak comes after {curves['LambdaLR'][0].index(learning_rate)} calls")
assert curves["LambdaLR"][0].index(learning_rate) == 4

# %%
# Solution 2
# ^^^^^^^^^^
# The scheduler counts calls, the optimizer holds the rate. The two halves together are the curve of
# the uninterrupted run.
rates, states = [], None
for batches in (10, 14):
    optimizer = SGD([parameter], lr=learning_rate)
    scheduler = lr_scheduler.CosineAnnealingLR(optimizer, T_max=12, eta_min=0.01)
    if states:
        optimizer.load_state_dict(states[0])
        scheduler.load_state_dict(states[1])
    for batch in range(batches):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    states = optimizer.state_dict(), scheduler.state_dict()
print(f"{scheduler.last_epoch = }, {rates[10] = :.4f}")
torch.testing.assert_close(rates, curves["CosineAnnealingLR"][0])

# %%
# Solution 3
# ^^^^^^^^^^
# One call for each of the 24 batches is accepted, and no more. After the last of them the rate has
# nowhere to go.
optimizer, calls = SGD([parameter], lr=learning_rate, momentum=0.9), 0
scheduler = lr_scheduler.OneCycleLR(optimizer, **peak)
optimizer.step()
try:
    while calls < 100:
        scheduler.step()
        calls += 1
except ValueError as error:
    print(f"after {calls} calls: {error}")
assert calls == peak["total_steps"] == 24

# %%
# Where to go next
# ----------------
# A scheduler that watches a metric needs one that you can trust: see
# :doc:`/lessons/04_training/03_metrics`. A whole training run, on handwritten digits, is
# :doc:`/lessons/05_projects/01_mnist_cnn`. More on each topic: :doc:`/cards/schedulers/basics`,
# :doc:`/cards/schedulers/rules`, :doc:`/cards/schedulers/cycles`,
# :doc:`/cards/schedulers/combining`.
