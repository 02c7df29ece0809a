"""
Losses and optimizers
=====================

The loss says how wrong a model is, the optimizer what to change. After this lesson you can pick the loss that fits a
task, give it tensors of the right shape and dtype, recognise the mistakes that raise no error, and say what SGD,
momentum, RMSprop, Adam and L-BFGS do in a step. Four of them you write yourself.

:Level: intermediate
:Before: :doc:`/lessons/01_foundations/03_autograd`, :doc:`/lessons/03_models/03_module`
:After: :doc:`/lessons/04_training/02_schedulers`, :doc:`/lessons/04_training/03_metrics`
"""

# sphinx_gallery_thumbnail_number = 2
import copy
import math
import warnings

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
batch_size, num_classes = 4, 3
table = []


def check(task, loss_fn, *tensors, by_hand):
    torch.testing.assert_close(loss_fn(*tensors), by_hand)
    shapes = ", ".join(f"{tuple(tensor.shape)} {str(tensor.dtype).removeprefix('torch.')}" for tensor in tensors)
    table.append((task, type(loss_fn).__name__, shapes))


# %%
# Numbers
# -------
# Each loss below is called once and compared with its formula, written out; ``check`` notes what
# it was given. The first argument is the model's output, the next the target. For a regression
# both are floats of the same shape. ``HuberLoss`` is a square near zero and a line further out.
# With ``GaussianNLLLoss`` the model states a variance, too. Counts go to ``PoissonNLLLoss``; there
# the model states the logarithm of the expected count.
output, target = torch.randn(2, batch_size, 1, device=device) * 2
variance, count = torch.rand_like(output) + 0.5, torch.randint(0, 9, output.shape, device=device).float()
distance = (output - target).abs()
check("number", nn.MSELoss(), output, target, by_hand=(distance**2).mean())
check("number", nn.L1Loss(), output, target, by_hand=distance.mean())
huber = torch.where(distance < 1, 0.5 * distance**2, distance - 0.5).mean()
check("number", nn.HuberLoss(delta=1), output, target, by_hand=huber)
log_density = torch.distributions.Normal(output, variance.sqrt()).log_prob(target)
by_hand = -log_density.mean() - 0.5 * math.log(2 * math.pi)  # the loss leaves the constant out
check("number, variance", nn.GaussianNLLLoss(), output, target, variance, by_hand=by_hand)
check("count", nn.PoissonNLLLoss(), output, count, by_hand=(output.exp() - count * output).mean())

# %%
# Yes or no, one of many, several of many
# ---------------------------------------
# Logits are scores before any sigmoid or softmax. ``BCEWithLogitsLoss`` and ``CrossEntropyLoss``
# contain that last step, ``BCELoss`` and ``NLLLoss`` do not. In one step the loss stays exact where
# two steps run out of digits, as a score of 200 for a "no" shows. Yes or no is a float, 1 or 0. One
# class of many is an ``int64`` number, not a one-hot row, and its axis is missing in the target:
# classes stand on axis 1 of the logits, also in images. If several classes may be right at once,
# each is a yes-or-no question of its own.
score, answer = torch.randn(batch_size, device=device), torch.tensor([0.0, 1, 1, 0], device=device)
binary = (F.softplus(score) - answer * score).mean()
check("yes or no", nn.BCEWithLogitsLoss(), score, answer, by_hand=binary)
check("yes or no", nn.BCELoss(), score.sigmoid(), answer, by_hand=binary)
no = torch.zeros(1, device=device)
exact, two_steps = F.binary_cross_entropy_with_logits(no + 200, no), F.binary_cross_entropy((no + 200).sigmoid(), no)
print(f"in one step {exact:.0f}, in two {two_steps:.0f}")
assert exact == 200 > two_steps
logits = torch.randn(batch_size, num_classes, device=device)
label = torch.tensor([2, 0, 1, 2], device=device)
at_label = logits.gather(1, label[:, None])
multiclass = (logits.logsumexp(dim=1, keepdim=True) - at_label).mean()
check("one class", nn.CrossEntropyLoss(), logits, label, by_hand=multiclass)
check("one class", nn.NLLLoss(), logits.log_softmax(dim=1), label, by_hand=multiclass)
pixels, classes = logits[:, :, None, None].expand(-1, -1, 5, 5), label[:, None, None].expand(-1, 5, 5)
check("class per pixel", nn.CrossEntropyLoss(), pixels, classes, by_hand=multiclass)
several = torch.tensor([[0.0, 1, 1], [1, 0, 0], [0, 0, 0], [1, 1, 1]], device=device)
by_hand = (F.softplus(logits) - several * logits).mean()
check("several classes", nn.BCEWithLogitsLoss(), logits, several, by_hand=by_hand)

# %%
# Order, likeness, distributions
# ------------------------------
# ``MarginRankingLoss`` asks which of two scores is higher, with 1 for the first and -1 for the
# second. ``TripletMarginLoss`` and ``CosineEmbeddingLoss`` compare vectors: an anchor with its like
# and with a stranger, or two that belong together (1) or not (-1). ``KLDivLoss`` compares
# distributions, and wants the model's as logarithms. Its default mean divides by the number of all
# entries; ``"batchmean"`` divides by that of the samples, which gives the divergence.
# ``CrossEntropyLoss`` takes a distribution as target, too.
first, second = torch.randn(2, batch_size, device=device)
order = torch.tensor([1.0, -1, -1, 1], device=device)
by_hand = (1 - order * (first - second)).relu().mean()
check("order", nn.MarginRankingLoss(margin=1), first, second, order, by_hand=by_hand)
anchor, like, stranger = torch.randn(3, batch_size, 8, device=device)
by_hand = (1 + (anchor - like).norm(dim=1) - (anchor - stranger).norm(dim=1)).relu().mean()
check("likeness", nn.TripletMarginLoss(margin=1), anchor, like, stranger, by_hand=by_hand)
cosine = (anchor * like).sum(dim=1) / (anchor.norm(dim=1) * like.norm(dim=1))
by_hand = torch.where(order == 1, 1 - cosine, cosine.relu()).mean()
check("likeness", nn.CosineEmbeddingLoss(), anchor, like, order, by_hand=by_hand)
log_model, truth = logits.log_softmax(dim=1), several.softmax(dim=1)
by_hand = (truth * (truth.log() - log_model)).sum(dim=1).mean()
check("distribution", nn.KLDivLoss(reduction="batchmean"), log_model, truth, by_hand=by_hand)
by_hand = -(truth * log_model).sum(dim=1).mean()
check("distribution", nn.CrossEntropyLoss(), logits, truth, by_hand=by_hand)

# %%
# The table of what you have called. Read the last dtype of each row: here only the losses that
# expect one class of many take whole numbers.
for task, loss, shapes in table:
    print(f"{task:<17}{loss:<25}{shapes}")
takes_integers = {loss for _, loss, shapes in table if shapes.endswith("int64")}
assert takes_integers == {"CrossEntropyLoss", "NLLLoss"} and len(table) == 16

# %%
# Two errors of the same size
# ---------------------------
# Twice the error counts four times in a square and twice in a line, so a square punishes one large
# error more than two of half the size. And for a yes-or-no question the squared error of a sigmoid
# is flat where the model is sure and wrong, so it hardly learns from its worst mistakes. The binary
# cross entropy is steepest there.
errors, scores = torch.linspace(-3, 3, 121), torch.linspace(-8, 8, 121)
yes, zero = torch.ones(121), torch.zeros(121)
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.6), layout="constrained")
for name, style in [("mse_loss", "-"), ("l1_loss", "--"), ("huber_loss", ":")]:
    left.plot(errors, getattr(F, name)(errors, zero, reduction="none"), style, linewidth=2, label=name)
cross_entropy = F.binary_cross_entropy_with_logits(scores, yes, reduction="none")
squares = (scores.sigmoid() - 1) ** 2
right.plot(scores, cross_entropy, linewidth=2, label="binary cross entropy")
right.plot(scores, squares, "--", linewidth=2, label="squared error of a sigmoid")
left.set(title="Losses for numbers", xlabel="output - target", ylabel="loss", ylim=(0, 5))
right.set(title="Losses when the answer is yes", xlabel="score (logit)", ylabel="loss", ylim=(0, 8))
left.legend(fontsize=10)
right.legend(fontsize=10)
plt.show()
assert cross_entropy[0] - cross_entropy[15] > 1.9 and squares[0] - squares[15] < 0.01  # from -8 to -6
assert math.isclose(squares[60], 0.25, rel_tol=1e-4)  # at a score of 0 the sigmoid is a half

# %%
# Mistakes with an error
# ----------------------
# Often written: the loss takes any labels. Run it: wrong dtypes and most wrong shapes are refused.
mistakes = {
    "class numbers as floats": lambda: F.cross_entropy(logits, label.float()),
    "class numbers as a column": lambda: F.cross_entropy(logits, label[:, None]),
    "whole numbers for yes and no": lambda: F.binary_cross_entropy_with_logits(score, answer.long()),
    "a column of scores, a row of answers": lambda: F.binary_cross_entropy_with_logits(score[:, None], answer),
}
for mistake, call in mistakes.items():
    try:
        call()
    except (RuntimeError, ValueError) as refusal:
        print(f"{mistake}: {str(refusal).splitlines()[0]}")
    else:
        raise AssertionError(f"expected an error: {mistake}")

# %%
# Mistakes without an error
# -------------------------
# Worse are those that pass. A column against a row is broadcast to a square of all pairs: every
# output equals its target below, and the loss is not zero. PyTorch only warns. A softmax before
# ``CrossEntropyLoss`` is applied twice: even the best answer keeps a loss. ``KLDivLoss`` of equal
# distributions is zero, unless you forget the logarithm.
perfect = torch.tensor([1.0, 2, 3, 4], device=device)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    broadcast = F.mse_loss(perfect[:, None], perfect)
one_hot = F.one_hot(label, num_classes).float()  # what a softmax gives at best
twice = F.cross_entropy(one_hot, label)
no_logarithm = F.kl_div(truth, truth, reduction="batchmean")
print(f"{broadcast = :.2f}, {len(caught)} warning\n{twice = :.2f}\n{no_logarithm = :.2f}")
assert broadcast == 2.5 and len(caught) == 1 and F.mse_loss(perfect, perfect) == 0
assert math.isclose(twice, math.log(math.e + 2) - 1, rel_tol=1e-5) and no_logarithm < -0.5
right_way = F.kl_div(truth.log(), truth, reduction="batchmean")
torch.testing.assert_close(right_way, torch.zeros_like(right_way))

# %%
# Four optimizers by hand
# -----------------------
# These four see parameters and their ``.grad``, neither data nor loss. SGD goes a step against
# the gradient. Momentum goes on with the last steps, too. RMSprop divides each coordinate by the
# recent size of its gradients, so all coordinates move at a similar pace. Adam does both. These are
# their rules, without the learning rate; ``mean`` and ``square`` are the memory, ``t`` counts the
# steps from 1. On this small problem a momentum of 0.5 does; 0.9 is usual in networks.
rules = {
    "SGD": lambda gradient, mean, square, t: gradient,
    "momentum": lambda gradient, mean, square, t: mean.mul_(0.5).add_(gradient),
    "RMSprop": lambda gradient, mean, square, t: gradient / square.lerp_(gradient**2, 0.01).sqrt(),
    "Adam": lambda gradient, mean, square, t: (
        mean.lerp_(gradient, 0.1) / (1 - 0.9**t) / (square.lerp_(gradient**2, 0.001) / (1 - 0.999**t)).sqrt()
    ),
}

# %%
# The race on a surface
# ---------------------
# The surface is a long bowl, :math:`\tfrac{1}{2} x^\top A x`: gentle along one direction, twenty
# times steeper across. L-BFGS remembers gradients to estimate that curvature. It may evaluate the
# loss several times a step (not here: ``max_iter`` is 1), so it wants a function, the closure. Every
# path is drawn, and the four rules have to arrive where PyTorch's optimizers do, after each step.
turn = torch.tensor([[math.cos(0.5), -math.sin(0.5)], [math.sin(0.5), math.cos(0.5)]], device=device)
matrix = turn @ torch.diag(torch.tensor([1.0, 20.0], device=device)) @ turn.T
torch.testing.assert_close(torch.linalg.eigvalsh(matrix.cpu()), torch.tensor([1.0, 20.0]))  # the curvatures
start, num_steps = torch.tensor([-4.0, 1.0], device=device), 40
optimizers = {
    "SGD": (torch.optim.SGD, {"lr": 0.08}),
    "momentum": (torch.optim.SGD, {"lr": 0.08, "momentum": 0.5}),
    "RMSprop": (torch.optim.RMSprop, {"lr": 0.1}),
    "Adam": (torch.optim.Adam, {"lr": 0.3}),
    "L-BFGS": (torch.optim.LBFGS, {"lr": 1, "max_iter": 1}),
}
paths = {}
for name, (optimizer_class, options) in optimizers.items():
    position = start.clone().requires_grad_()
    optimizer = optimizer_class([position], **options)

    def closure():
        optimizer.zero_grad()
        loss = 0.5 * position @ matrix @ position
        loss.backward()
        return loss

    by_hand, mean, square = start.clone(), torch.zeros_like(start), torch.zeros_like(start)
    paths[name] = [start.tolist()]
    for t in range(1, num_steps + 1):
        optimizer.step(closure)
        paths[name].append(position.tolist())
        if name != "L-BFGS":
            by_hand -= options["lr"] * rules[name](matrix @ by_hand, mean, square, t)
            torch.testing.assert_close(position.detach(), by_hand, rtol=1e-3, atol=1e-3)
    print(f"{name:<10}{options}: loss {closure():.2g}")
    assert closure() < (1e-6 if name == "L-BFGS" else 0.6)
for name, length in [("Adam", 0.3), ("RMSprop", 0.1 / math.sqrt(0.01))]:
    assert all(math.isclose(abs(a - b), length, rel_tol=1e-3) for a, b in zip(paths[name][0], paths[name][1]))
across = (torch.tensor(paths["SGD"], device=device) @ turn)[:10, 1]  # SGD overshoots in each step
assert (across[1:] * across[:-1] < 0).all() and (across.abs().diff() < 0).all()
along = {name: abs((torch.tensor(path[20], device=device) @ turn)[0].item()) for name, path in paths.items()}
assert along["momentum"] < along["SGD"] / 5  # halfway through the race

# %%
# The gray lines join points of equal loss. SGD jumps from side to side, and its learning rate must
# not exceed 2 divided by the largest curvature. Momentum jumps as well, but gathers speed along the
# bowl, where the gradients agree. Adam's first step is as long as its learning rate along each
# axis, however large the gradient. That of RMSprop is ten times its learning rate, since its memory
# starts at zero. L-BFGS relies on differences of gradients, which suits this bowl; mini-batches add
# noise to them.
figure, axes = plt.subplots(figsize=(7.4, 5.6), layout="constrained")
x, y = torch.meshgrid(torch.linspace(-4.6, 1.6, 120), torch.linspace(-2.9, 1.9, 120), indexing="xy")
points = torch.stack([x, y], dim=-1)
heights = 0.5 * (points @ matrix.cpu() * points).sum(dim=-1)
axes.contour(x, y, heights, levels=[0.1, 0.5, 2, 5, 10, 20, 40, 80], colors="#bbbbbb", linewidths=0.8)
colors = dict(zip(optimizers, ["#999999", "#0072b2", "#009e73", "#d55e00", "black"]))
for name, marker in zip(optimizers, "osD^X"):
    axes.plot(*zip(*paths[name]), color=colors[name], marker=marker, markersize=4, linewidth=1.2, label=name)
axes.plot(0, 0, "*", color="black", markersize=14)
axes.annotate("lowest point", (0, 0), (-1.2, 0.9), fontsize=11, arrowprops={"arrowstyle": "-"})
axes.set(title="Forty steps down a long bowl, all from the same point", xlabel="first parameter")
axes.set(ylabel="second parameter", aspect="equal")
axes.legend(fontsize=11, loc="lower right")
plt.show()

# %%
# The race on a network
# ---------------------
# Two spirals, one class each. Every optimizer gets a copy of the same network and the same data,
# whole in each step, so that the curves differ by the optimizer alone. Often written:
# ``torch.optim.SGD`` picks samples at random. Run it: two runs with different seeds agree. What is
# stochastic is the choice of a mini-batch, and that is made by you.
angle = torch.linspace(0.5, 2.5, 60, device=device).repeat(2) * math.pi
spiral = torch.arange(2, device=device).repeat_interleave(60)
direction = angle + math.pi * spiral
inputs = torch.stack([direction.cos(), direction.sin()], dim=1) * angle[:, None] / 4
untrained = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 2)).to(device)


def train(optimizer_class, seed=0, **options):
    torch.manual_seed(seed)
    model, losses = copy.deepcopy(untrained), []
    optimizer = optimizer_class(model.parameters(), **options)
    for _ in range(120):
        loss = F.cross_entropy(model(inputs), spiral)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


curves = {
    "SGD": train(torch.optim.SGD, lr=0.15),
    "momentum": train(torch.optim.SGD, lr=0.15, momentum=0.9),
    "RMSprop": train(torch.optim.RMSprop, lr=0.002),
    "Adam": train(torch.optim.Adam, lr=0.01),
}
same_rate_other_seed = train(torch.optim.SGD, seed=1, lr=0.15)
figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for name, losses in curves.items():
    print(f"{name:<9}first loss {losses[0]:.3f}, last loss {losses[-1]:.4f}")
    axes.plot(losses, color=colors[name], linewidth=2)
    axes.text(121, losses[-1], name, color=colors[name], fontsize=12, va="center")
axes.set(title="The same network under four optimizers", xlabel="step", ylabel="loss", yscale="log", xlim=(0, 145))
plt.show()
torch.testing.assert_close(same_rate_other_seed, curves["SGD"], rtol=1e-3, atol=1e-3)
assert len(inputs) == len(curves["SGD"]) == 120 and {losses[0] for losses in curves.values()} == {curves["SGD"][0]}
assert curves["SGD"][-1] > 0.5 > curves["RMSprop"][-1] and max(curves["momentum"][-1], curves["Adam"][-1]) < 0.15

# %%
# Momentum and SGD have the same learning rate here, Adam a smaller one. Ranks like these hold for
# this task and these rates: no optimizer wins everywhere. Adam is a good start.
#
# Exercises
# ---------
# 1. One class is rare. Make ``CrossEntropyLoss`` count it ten times. Hint: ``weight``; find out by
#    what the mean divides then.
# 2. Let SGD take a learning rate just above 2 divided by the largest curvature, 20. Hint: one
#    parameter is enough.
# 3. Give the last layer ten times the learning rate of the others. Hint: an optimizer takes a list
#    of dictionaries, each with ``params`` and options.

# %%
# Solution 1
# ^^^^^^^^^^
# The mean divides by the sum of the weights of the targets, not by their number.
weight = torch.tensor([10.0, 1, 1], device=device)
each = F.cross_entropy(logits, label, reduction="none")
weighted = F.cross_entropy(logits, label, weight=weight)
print(f"{each.mean() = :.3f}, {weighted = :.3f}")
torch.testing.assert_close(weighted, (each * weight[label]).sum() / (10 + 1 + 1 + 1))

# %%
# Solution 2
# ^^^^^^^^^^
# Each step multiplies the distance by :math:`1 - 20 \cdot \text{lr}`. Beyond 0.1 that is below -1.
for learning_rate in (0.099, 0.101):
    position = torch.tensor(1.0, requires_grad=True, device=device)
    optimizer = torch.optim.SGD([position], lr=learning_rate)
    for _ in range(50):
        optimizer.zero_grad()
        (10 * position**2).backward()
        optimizer.step()
    print(f"{learning_rate = }: {position.item() = :.3f}")
    assert math.isclose(position.item(), (1 - 20 * learning_rate) ** 50, rel_tol=1e-3)

# %%
# Solution 3
# ^^^^^^^^^^
# Every group keeps options of its own; what a group does not name comes from the call.
groups = [{"params": untrained[:-1].parameters()}, {"params": untrained[-1].parameters(), "lr": 0.01}]
optimizer = torch.optim.Adam(groups, lr=0.001)
print([(len(group["params"]), group["lr"]) for group in optimizer.param_groups])
assert [group["lr"] for group in optimizer.param_groups] == [0.001, 0.01]
assert sum(len(group["params"]) for group in optimizer.param_groups) == len(list(untrained.parameters()))

# %%
# Where to go next
# ----------------
# :doc:`/lessons/04_training/02_schedulers` changes the learning rate on the way,
# :doc:`/lessons/04_training/03_metrics` says what a loss does not tell. Every loss and its special
# cases: :doc:`/cards/losses/classes`, :doc:`/cards/losses/binary`, :doc:`/cards/losses/margins`,
# and :doc:`/cards/losses/likelihoods`, with ``CTCLoss`` for sequences. The optimizers one by one:
# :doc:`/cards/optim/algorithms` and :doc:`/cards/optim/sgd`.
