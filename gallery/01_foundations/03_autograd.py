"""
Autograd
========

Autograd records what you compute and differentiates it. After this lesson you can draw the graph it
records, check a gradient by hand, and switch the recording off where it does not belong. You need
the chain rule from school.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/01_tensors`
:After: :doc:`/lessons/01_foundations/04_backpropagation`, :doc:`/lessons/03_models/01_linear_regression`
"""

import matplotlib.pyplot as plt
import torch

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")

# %%
# Recording
# ---------
# With ``requires_grad=True`` you mark the tensors whose gradients you want, here ``w`` and ``b``.
# They are leaves: no recorded operation made them. Each result that depends on them gets a
# ``grad_fn``, the node that later carries gradients back through the operation. Often written:
# ``grad_fn`` holds the gradient. Run it: it is a function, and ``w.grad`` is ``None`` so far.
w = torch.tensor(2.0, requires_grad=True, device=device)
b = torch.tensor(1.0, requires_grad=True, device=device)
x, target = torch.tensor(3.0, device=device), torch.tensor(5.0, device=device)
error = w * x + b - target
loss = 0.5 * w**2 + error**2  # w is used twice
print(f"{loss = }, {w.is_leaf = }, {w.grad = }, {(x * target).grad_fn = }")
assert loss.item() == 0.5 * 2**2 + (2 * 3 + 1 - 5) ** 2
assert w.is_leaf and w.grad is None and not loss.is_leaf and callable(loss.grad_fn)
assert error.requires_grad and (x * target).grad_fn is None

# %%
# The graph behind the loss
# -------------------------
# In ``next_functions`` a node names the nodes that it hands gradients on to; ``None`` stands for an
# input that needs no gradient. A leaf has a node called ``AccumulateGrad``. You begin at the loss,
# follow every edge, and note for each node how many steps back it lies, the longest path counted.
level, column, edges, queue = {loss.grad_fn: 0}, {loss.grad_fn: 0}, [], [loss.grad_fn]
while queue:
    node = queue.pop(0)
    for child in [child for child, _ in node.next_functions if child is not None]:
        level[child] = max(level.get(child, 0), level[node] + 1)
        column.setdefault(child, column[node] + sum(parent is node for parent, _ in edges))
        edges.append((node, child))
        queue.append(child)
leaves = {node: node.variable for node in level if node.name().endswith("AccumulateGrad")}
print(f"{len(level)} nodes, {len(edges)} edges: {[node.name() for node in level]}")
assert len(level) == len(edges) == 9  # a tree would have eight edges: w is reached on two paths
assert set(leaves.values()) == {w, b} and sorted(level.values()) == [0, 1, 1, 2, 2, 3, 4, 4, 5]

# %%
# ``backward`` sends the number 1 into the first node. Each node multiplies what it receives by its
# derivative and hands the product on: the chain rule. A hook on each node notes what arrives. The
# left path is ``0.5 * w**2``, the right one ``error**2``. They meet in ``w``, where they are added up.
received = {}
for node in level:
    node.register_prehook(lambda gradients, node=node: received.update({node: gradients[0].item()}))
loss.backward()
fig, ax = plt.subplots(figsize=(6.4, 6.4), layout="constrained")
for parent, child in edges:
    ends = {"xytext": (column[parent], level[parent] + 0.2), "xy": (column[child], level[child] - 0.26)}
    ax.annotate("", **ends, arrowprops={"arrowstyle": "-|>", "color": "#555555", "shrinkB": 0})
for node in level:
    name = ("leaf w" if leaves[node] is w else "leaf b") if node in leaves else node.name()
    style = {"boxstyle": "round", "facecolor": "#ffd27f" if node in leaves else "#cfe8fa"}
    label = f"{name}\nreceives {received[node]:g}"
    ax.text(column[node], level[node], label, ha="center", va="center", fontsize=12, bbox=style)
ax.set(xlim=(-0.6, 2.5), ylim=(5.4, -0.4), xticks=[], xlabel="blue: operations, orange: leaves")
ax.set(ylabel="steps back from the loss", title="The graph of the loss, and the gradient that each node receives")
plt.show()

# %%
# By hand
# -------
# With :math:`e = wx + b - t` the loss is :math:`\tfrac{1}{2} w^2 + e^2`. Its derivative with
# respect to :math:`w` is :math:`w + 2ex`, one term for each path of the picture; with respect to
# :math:`b` it is :math:`2e`. Plain Python numbers follow the formulas, and autograd has to agree.
by_hand = [2 + 2 * (2 * 3 + 1 - 5) * 3, 2 * (2 * 3 + 1 - 5)]
print(f"{w.grad = }, {b.grad = }, {by_hand = }")
assert [w.grad.item(), b.grad.item()] == by_hand
assert sorted(received.values()) == [0.5, 1, 1, 1, 4, 4, 4, *sorted(by_hand)]

# %%
# no_grad
# -------
# Inside ``with torch.no_grad():`` nothing is recorded. Use it where you only want values, as when
# you test a model, and to update a weight: autograd refuses to overwrite a leaf while it records.
# Often written: the line ``torch.no_grad()`` by itself turns recording off from there on. Run it:
# it makes an object and throws it away.
torch.no_grad()
recorded = w * x + b
with torch.no_grad():
    not_recorded = w * x + b
print(f"{recorded.requires_grad = }, {not_recorded.requires_grad = }")
assert recorded.requires_grad and not not_recorded.requires_grad and recorded.item() == not_recorded.item() == 7
try:
    w -= 0.1 * w.grad
except RuntimeError as refusal:
    print(f"RuntimeError: {refusal}")
    assert "in-place" in str(refusal)
else:
    raise AssertionError("a leaf was expected to refuse a recorded in-place update")

# %%
# Gradients accumulate
# --------------------
# ``backward`` adds to ``.grad``; it never replaces. That is what you want where several losses
# share one update, and not what you want from one update to the next.
weight = torch.tensor(1.0, requires_grad=True, device=device)
for rounds in (1, 2, 3):
    (weight**3).backward()
    print(f"after {rounds} x backward: {weight.grad = }")
    assert weight.grad.item() == rounds * 3

# %%
# Gradient descent on :math:`(\text{weight} - 3)^2` shows the difference. If you set the gradient to
# ``None`` after each step, the weight settles at 3. If you do not, each step adds in all earlier
# gradients, and the weight swings to and fro. Plain Python numbers check both curves.
learning_rate = 0.1
fig, ax = plt.subplots(figsize=(6.4, 4), layout="constrained")
for reset, label, color in [(True, "reset", "#0072b2"), (False, "not reset", "#d55e00")]:
    weight, path = torch.tensor(0.0, requires_grad=True, device=device), []
    position, gradient, expected = 0.0, 0.0, []
    for _ in range(30):
        ((weight - 3) ** 2).backward()
        with torch.no_grad():
            weight -= learning_rate * weight.grad
        weight.grad = None if reset else weight.grad
        gradient = 2 * (position - 3) + (0 if reset else gradient)
        position -= 0.1 * gradient
        path, expected = [*path, weight.item()], [*expected, position]
    torch.testing.assert_close(path, expected, rtol=1e-4, atol=1e-4)  # thirty steps of float32
    assert (abs(path[-1] - 3) < 0.01) == (label == "reset") and (max(path) > 5.9) == (label == "not reset")
    ax.plot(range(1, 31), path, "o-", color=color)
    ax.text(30, path[-1], f" {label}", color=color, fontsize=13, va="center")
ax.set(xlabel="step", ylabel="weight", xlim=(0, 37), title="Without a reset the weight swings past its best value, 3")
plt.show()

# %%
# detach
# ------
# ``detach`` cuts a result off: gradients treat it as a constant. Below, :math:`h = 3f` is
# multiplied by its detached self, and only one of the factors is differentiated. Often written:
# ``detach`` makes a copy. Run it: both share memory. ``detach().clone()`` makes a copy.
features = torch.tensor([1.0, 2.0], requires_grad=True, device=device)
hidden = 3 * features
constant = hidden.detach()
(hidden * constant).sum().backward()
constant[0] = -1
print(f"{constant.requires_grad = }, {features.grad = }, {hidden.tolist() = }")
assert features.grad.tolist() == [3 * 3, 3 * 6] and not constant.requires_grad
assert hidden.tolist() == [-1, 6] and hidden.detach().clone().data_ptr() != hidden.data_ptr()

# %%
# retain_grad
# -----------
# Often written: there is no gradient with respect to an intermediate result. Run it: it is computed
# on the way, but only leaves keep it in ``.grad``. Call ``retain_grad`` before ``backward`` to keep
# it, or ask ``torch.autograd.grad`` for it.
features = torch.tensor([1.0, 2.0], requires_grad=True, device=device)
hidden = features**2
total = (5 * hidden).sum()
assert not hidden.retains_grad
(asked,) = torch.autograd.grad(total, hidden, retain_graph=True)  # backward needs the graph once more
hidden.retain_grad()
total.backward()
print(f"{asked = }, {hidden.grad = }, {features.grad = }")
assert asked.tolist() == hidden.grad.tolist() == [5, 5] and features.grad.tolist() == [5 * 2 * 1, 5 * 2 * 2]

# %%
# A custom Function
# -----------------
# Write a ``torch.autograd.Function`` where PyTorch cannot see your operation, or where you know a
# better derivative. This one, :math:`x \cdot \sigma(x)`, saves only its input. Its ``backward``
# gets the gradient with respect to the output, and returns that with respect to the input.
class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * torch.sigmoid(x)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        s = torch.sigmoid(x)
        return grad_output * (s + x * s * (1 - s))


# %%
# Two oracles: PyTorch's own ``silu``, and ``gradcheck``, which moves each input a little and
# compares slopes. It needs ``float64``; not every accelerator has that, so it runs on the CPU. It
# can fail, too: a version that forgets a term is refused.
class Forgetful(Swish):
    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * torch.sigmoid(ctx.saved_tensors[0])


ours, theirs = (torch.linspace(-3, 3, 7, device=device).requires_grad_() for _ in range(2))
Swish.apply(ours).sum().backward()
torch.nn.functional.silu(theirs).sum().backward()
torch.testing.assert_close(ours.grad, theirs.grad)
inputs = torch.linspace(-3, 3, 7, dtype=torch.float64, requires_grad=True)
for function, expected in [(Swish, True), (Forgetful, False)]:
    passed = torch.autograd.gradcheck(function.apply, inputs, raise_exception=False)
    print(f"gradcheck of {function.__name__}: {passed}")
    assert passed == expected

# %%
# Exercises
# ---------
# 1. Put ``error.abs()`` in place of ``error**2``. Which gradients result? Hint: the slope of
#    ``abs``.
# 2. Call ``total.backward()`` once more. What was freed? Hint: the message names an argument.
# 3. Write a Function that rounds, and whose ``backward`` returns ``grad_output`` as it is. Why does
#    ``gradcheck`` refuse it? Hint: plot ``round``.

# %%
# Solution 1
# ^^^^^^^^^^
# The error is 2, so the slope of ``abs`` is 1: :math:`w + x` for the weight and 1 for the bias.
w = torch.tensor(2.0, requires_grad=True, device=device)
b = torch.tensor(1.0, requires_grad=True, device=device)
(0.5 * w**2 + (w * x + b - target).abs()).backward()
print(f"{w.grad = }, {b.grad = }")
assert (w.grad.item(), b.grad.item()) == (2 + 3, 1)

# %%
# Solution 2
# ^^^^^^^^^^
# Freed are the tensors that ``backward`` of each operation needs, here ``features`` for its square.
# ``retain_graph=True`` keeps them; the gradients then add up.
try:
    total.backward()
except RuntimeError as refusal:
    print(f"RuntimeError: {str(refusal).split(' (')[0]} ... {str(refusal).split('. ')[-1]}")
    assert "retain_graph=True" in str(refusal)
else:
    raise AssertionError("a freed graph was expected to refuse a second backward")
features.grad = None
total = (5 * features**2).sum()
total.backward(retain_graph=True)
total.backward()
print(f"{features.grad = }")
assert features.grad.tolist() == [2 * 5 * 2 * 1, 2 * 5 * 2 * 2]

# %%
# Solution 3
# ^^^^^^^^^^
# ``round`` is made of steps: its slope is 0 wherever it has one. ``gradcheck`` measures 0, and this
# ``backward`` claims 1. The claim is wrong and useful: it lets a network train through rounding.
class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output


inputs = torch.tensor([0.2, 1.7], dtype=torch.float64, requires_grad=True)
Round.apply(inputs).sum().backward()
passed = torch.autograd.gradcheck(Round.apply, inputs, raise_exception=False)
print(f"{Round.apply(inputs).tolist() = }, {inputs.grad.tolist() = }, {passed = }")
assert Round.apply(inputs).tolist() == [0, 2] and inputs.grad.tolist() == [1, 1] and not passed

# %%
# Where to go next
# ----------------
# :doc:`/lessons/01_foundations/04_backpropagation` does by hand what autograd does, for a whole
# network, and :doc:`/lessons/03_models/01_linear_regression` lets gradients fit a first model. More
# on each topic: :doc:`/cards/autograd/recording`, :doc:`/cards/autograd/gradients` and
# :doc:`/cards/autograd/inspecting`.
