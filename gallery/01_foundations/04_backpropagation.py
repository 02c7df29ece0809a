"""
Backpropagation by hand
=======================

Autograd is the chain rule, applied from the loss back to the first weight. After this lesson you
can do it yourself for a network with a hidden layer: one path first, then whole layers as matrix
products, then a batch. Autograd has to agree, and your own gradients then train a network.

:Level: intermediate
:Before: :doc:`/lessons/01_foundations/03_autograd`
:After: :doc:`/lessons/03_models/03_module`, :doc:`/lessons/04_training/01_losses_and_optimizers`
"""

# %%
# Forward, number by number
# -------------------------
# Two inputs, two hidden neurons with ``tanh``, two outputs. A neuron multiplies each input by a
# weight and adds the products and its bias, here called ``z``. The outputs become probabilities by
# ``softmax``, and the loss is minus the logarithm of the probability that the true class gets. Here
# in plain Python, then by PyTorch. Row ``i`` of a weight matrix belongs to neuron ``i``.

# sphinx_gallery_thumbnail_number = 1
import math

import matplotlib.pyplot as plt
import torch
from torch.nn import functional as F

device = torch.device("cpu")  # float64 shows that formulas agree, and not every accelerator has it
x, label = [1.0, -0.5], 1
w1, b1 = [[0.8, -0.4], [-0.6, 0.9]], [0.1, -0.2]
w2, b2 = [[0.7, -0.5], [-0.3, 1.1]], [0.0, 0.2]
z1 = [w1[i][0] * x[0] + w1[i][1] * x[1] + b1[i] for i in range(2)]
h = [math.tanh(z) for z in z1]
z2 = [w2[k][0] * h[0] + w2[k][1] * h[1] + b2[k] for k in range(2)]
p = [math.exp(z) / sum(math.exp(other) for other in z2) for z in z2]
loss = -math.log(p[label])
print(f"hidden {h[0]:.4f} {h[1]:.4f}, probabilities {p[0]:.4f} {p[1]:.4f}, loss {loss:.4f}")

X, W1, B1, W2, B2 = [torch.tensor(values, dtype=torch.float64, device=device, requires_grad=True)
                     for values in ([x], w1, b1, w2, b2)]
logits = F.linear(torch.tanh(F.linear(X, W1, B1)), W2, B2)
cross_entropy = F.cross_entropy(logits, torch.tensor([label], device=device))
assert [round(z, 9) for z in z1] == [1.1, -1.25] and [round(100 * share) for share in p] == [88, 12]
assert abs(cross_entropy.item() - loss) < 1e-6 and abs(logits[0, 1].item() - z2[1]) < 1e-6

# %%
# Backward along one weight
# -------------------------
# Start at the loss. With :math:`o_k` for the output ``z2[k]``, it is
# :math:`\log(e^{o_0} + e^{o_1}) - o_{label}`. Its derivative with respect to :math:`o_k` is
# :math:`p_k`, minus 1 for the true class: how much too high the probability is. Now follow the
# weight ``w1[0][0]``. It acts on hidden neuron 0, which feeds both outputs. So there are two paths,
# and you add them. Each stage of a path is one factor; the derivative of :math:`\tanh(z)` is
# :math:`1 - \tanh^2(z)`.
dz2 = [p[k] - (k == label) for k in range(2)]
paths = [dz2[k] * w2[k][0] * (1 - h[0] ** 2) * x[0] for k in range(2)]
cross_entropy.backward()
print(f"through output 0: {paths[0]:.6f}, through output 1: {paths[1]:.6f}")
print(f"sum: {sum(paths):.6f}, autograd: {W1.grad[0, 0]:.6f}")
assert abs(sum(paths) - W1.grad[0, 0].item()) < 1e-6

# %%
# Often written: "the weights before the hidden layer are done in the same way as the output
# weights". Run it: an output weight such as ``w2[1][0]`` has one path, so one product is all. For
# ``w1[0][0]`` one path alone gives a wrong number.
print(f"output weight: {dz2[1] * h[0]:.6f}, autograd {W2.grad[1, 0]:.6f}")
assert abs(dz2[1] * h[0] - W2.grad[1, 0].item()) < 1e-6
assert all(abs(path - W1.grad[0, 0].item()) > 0.01 for path in paths)

# %%
# The whole network in one picture
# --------------------------------
# Nothing is computed twice if you go backward layer by layer: first the derivative of each ``z2``,
# from these the derivative of each ``h``, from these of each ``z1``. Every neuron below shows its
# value in blue and the derivative of the loss with respect to it in orange. A weight's derivative
# is the value at the left end of its line times the derivative at the right end. A bias is added to
# ``z`` as it is, so it has the derivative of its ``z``.
dh = [sum(dz2[k] * w2[k][i] for k in range(2)) for i in range(2)]
dz1 = [dh[i] * (1 - h[i] ** 2) for i in range(2)]
dx = [sum(dz1[i] * w1[i][j] for i in range(2)) for j in range(2)]
fig, ax = plt.subplots(figsize=(7.5, 5), layout="constrained")
style, paper = {"ha": "center", "va": "center", "fontsize": 12}, {"bbox": {"color": "white", "pad": 0}}
blue, orange = {"color": "#0072b2"}, {"color": "#b34700"}
for left, weights, values, gradients in [(0, w1, x, dz1), (2, w2, h, dz2)]:
    for i, j in [(0, 0), (0, 1), (1, 0), (1, 1)]:
        along = 0.5 if i == j else 0.32  # off the middle, where two lines cross
        height = -j - along * (i - j)
        ax.plot([left, left + 1], [-j, -i], color="#aaaaaa", zorder=0)
        ax.text(left + along, height + 0.04, f"{weights[i][j]:+g}", **style, **paper, **blue)
        ax.text(left + along, height - 0.05, f"{gradients[i] * values[j]:+.3f}", **style, **paper, **orange)
for place, name, values, gradients in [(0, "x", x, dx), (1, "z1", z1, dz1), (2, "h", h, dh), (3, "z2", z2, dz2)]:
    for i in range(2):
        ax.plot(place, -i, "o", markersize=66, color="white", markeredgecolor="black")
        ax.text(place, -i, f"{name}[{i}]\n\n", **style)
        ax.text(place, -i, f"{values[i]:+.3f}", **style, **blue)
        ax.text(place, -i, f"\n\n{gradients[i]:+.3f}", **style, **orange)
ax.text(1.5, 0, "tanh →", **style)
ax.text(1.5, -1, "tanh →", **style)
ax.set(xlim=(-0.4, 3.4), ylim=(-1.35, 0.3), xticks=[], yticks=[], xlabel="circles: neurons, lines: weights",
       title=f"Forward values (blue), derivatives of the loss (orange); loss {loss:.3f}")
plt.show()
for values, gradients, weight, bias in [(x, dz1, W1, B1), (h, dz2, W2, B2)]:
    outer = [[gradient * value for value in values] for gradient in gradients]
    torch.testing.assert_close(weight.grad.tolist(), outer, rtol=0, atol=1e-6)
    torch.testing.assert_close(bias.grad.tolist(), gradients, rtol=0, atol=1e-6)
torch.testing.assert_close(X.grad[0].tolist(), dx, rtol=0, atol=1e-6)

# %%
# Layers as matrix products
# -------------------------
# With ``N`` samples in a batch, the sums over paths are matrix products. ``dZ2 @ W2`` adds up the
# paths to each hidden neuron, ``dZ1.T @ X`` adds up the samples. The loss is a mean, hence the
# division by ``N``. A bias gets the sum of its column. ``one_hot`` puts a 1 into the column of the
# true class and 0 elsewhere. Each line uses the one before it, in the opposite order of the forward
# pass.


def forward(X, W1, B1, W2, B2):
    H = torch.tanh(X @ W1.T + B1)
    return H, (H @ W2.T + B2).softmax(dim=1)


def backward(X, labels, W2, H, P):
    dZ2 = (P - F.one_hot(labels, P.shape[1])) / len(X)
    dZ1 = (dZ2 @ W2) * (1 - H**2)
    return dZ1.T @ X, dZ1.sum(dim=0), dZ2.T @ H, dZ2.sum(dim=0)


# %%
# The data: points in a square, and the class says whether a point lies within a circle. Two oracles
# judge the functions. Autograd is one. The other knows no derivatives: it moves one weight a little
# to both sides and divides the change of the loss by the distance. ``nll_loss`` is the loss of
# above, averaged over the samples, and wants the logarithms of the probabilities.
generator = torch.Generator().manual_seed(0)
X = (4 * torch.rand(200, 2, generator=generator, dtype=torch.float64) - 2).to(device)
labels = (X.norm(dim=1) < 1.3).long()
by_hand = [torch.randn(size, generator=generator, dtype=X.dtype).to(device) for size in [(8, 2), 8, (2, 8), 2]]
by_autograd = [values.clone().requires_grad_() for values in by_hand]
assert len(X) == 200 and abs(labels.double().mean() - math.pi * 1.3**2 / 4**2) < 0.1  # share of the area
gradients = backward(X, labels, by_hand[2], *forward(X, *by_hand))
F.nll_loss(forward(X, *by_autograd)[1].log(), labels).backward()
for gradient, parameter in zip(gradients, by_autograd):
    torch.testing.assert_close(gradient, parameter.grad, rtol=0, atol=1e-6)
    print(f"shape {str(tuple(gradient.shape)):7} largest difference {(gradient - parameter.grad).abs().max():.0e}")

change = torch.zeros_like(by_hand[0])
change[3, 1] = 1e-4
high, low = [F.nll_loss(forward(X, by_hand[0] + step, *by_hand[1:])[1].log(), labels) for step in (change, -change)]
print(f"measured {(high - low) / 2e-4:.8f}, by hand {gradients[0][3, 1]:.8f}")
torch.testing.assert_close((high - low) / 2e-4, gradients[0][3, 1], rtol=0, atol=1e-6)

# %%
# First all gradients, then the step
# ----------------------------------
# Often written: "the weights are updated while computing backwards, layer by layer". Run it: update
# ``W2`` before you compute ``dZ2 @ W2``, and that product uses weights with which nothing was computed
# forward. The gradient of ``W1`` comes out wrong. In PyTorch these are two calls: ``backward``, and
# only then ``step``.
learning_rate = 0.5
wrong = backward(X, labels, by_hand[2] - learning_rate * gradients[2], *forward(X, *by_hand))[0]
print(f"largest error in the gradient of W1: {(wrong - gradients[0]).abs().max():.4f}")
assert (wrong - gradients[0]).abs().max() > 1e-3

# %%
# Training without autograd
# -------------------------
# Now the whole loop: forward, backward, step. A twin with the same first weights learns by autograd
# and ``torch.optim.SGD``. After all the steps both still have the same weights to six places.
optimizer, losses = torch.optim.SGD(by_autograd, lr=learning_rate), []
for step in range(400):
    H, P = forward(X, *by_hand)
    losses.append(F.nll_loss(P.log(), labels).item())
    gradients = backward(X, labels, by_hand[2], H, P)
    by_hand = [values - learning_rate * gradient for values, gradient in zip(by_hand, gradients)]
    optimizer.zero_grad()
    F.nll_loss(forward(X, *by_autograd)[1].log(), labels).backward()
    optimizer.step()
accuracy = (forward(X, *by_hand)[1].argmax(dim=1) == labels).double().mean().item()
print(f"loss {losses[0]:.3f} at first, {losses[-1]:.3f} at last, accuracy {accuracy:.3f}")
for values, parameter in zip(by_hand, by_autograd):
    torch.testing.assert_close(values, parameter.detach(), rtol=0, atol=1e-6)
assert accuracy > 0.95 and losses[-1] < losses[0] / 5 and len(losses) == 400

# %%
# Eight hidden neurons cannot draw a circle. Each draws one soft straight edge, and together they
# close around the class inside (dots; crosses are the class outside).
axis = torch.linspace(-2, 2, 81, dtype=torch.float64, device=device)
grid = torch.cartesian_prod(axis, axis)
inside = forward(grid, *by_hand)[1][:, 1].reshape(81, 81).T
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 4), layout="constrained")
left.plot(losses, color="#0072b2")
left.set(xlabel="step", ylabel="loss", ylim=0, title="Gradients by hand lower the loss")
shades = right.contourf(axis, axis, inside, levels=10, cmap="PuOr", alpha=0.7)
fig.colorbar(shades, ax=right, label="probability of class 1")
right.plot(*X[labels == 0].T, "kx", *X[labels == 1].T, "ko", markersize=3)
right.add_patch(plt.Circle((0, 0), 1.3, fill=False, linewidth=2))
right.set(xlabel="x[0]", ylabel="x[1]", aspect="equal", title="Learned (shades) and true (circle)")
plt.show()

# %%
# Exercises
# ---------
# 1. Use ``relu`` in place of ``tanh``. Which factor changes? Hint: the slope of ``relu`` is 0 or 1.
# 2. What is the derivative with respect to the input ``X``? Hint: one more matrix product.
# 3. Deep networks with ``sigmoid`` learn slowly in their first layers: beside its weights, each layer
#    brings a factor :math:`s(1 - s)`. How large can ten of them be together? Hint: it is largest at 0.

# %%
# Solution 1
# ^^^^^^^^^^
# ``1 - H**2`` becomes 1 where the neuron is active, and 0 elsewhere.
W1, B1, W2, B2 = by_autograd
H = torch.relu(X @ W1.T + B1)
logits = H @ W2.T + B2
expected = torch.autograd.grad(F.cross_entropy(logits, labels), W1)[0]
with torch.no_grad():
    dZ2 = (logits.softmax(dim=1) - F.one_hot(labels, 2)) / len(X)
    dZ1 = (dZ2 @ W2) * (H > 0)
    print(f"largest difference {(dZ1.T @ X - expected).abs().max():.0e}")
torch.testing.assert_close(dZ1.T @ X, expected, rtol=0, atol=1e-6)

# %%
# Solution 2
# ^^^^^^^^^^
# An input feeds all hidden neurons, so its paths are added by ``dZ1 @ W1``. With a single sample,
# ``dZ1`` is the gradient of the first bias, which ``backward`` returns second.
sample = X[:1].clone().requires_grad_()
H, P = forward(sample, *by_hand)
expected = torch.autograd.grad(F.nll_loss(P.log(), labels[:1]), sample)[0]
dZ1 = backward(sample.detach(), labels[:1], by_hand[2], H.detach(), P.detach())[1]
print(f"{dZ1 @ by_hand[0] = }")
torch.testing.assert_close(dZ1 @ by_hand[0], expected[0], rtol=0, atol=1e-6)

# %%
# Solution 3
# ^^^^^^^^^^
# At most a quarter each. Ten such factors make less than a millionth; ``tanh`` has the slope 1 at 0.
z = torch.zeros(1, dtype=torch.float64, device=device, requires_grad=True)
slope = torch.autograd.grad(torch.sigmoid(z), z)[0].item()
slopes = torch.sigmoid(axis) * (1 - torch.sigmoid(axis))
print(f"{slope = }, {slope**10 = :.1e}")
assert slope == slopes.max().item() == 0.25 and slope**10 < 1e-6

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/03_module` puts layers together without formulas, and
# :doc:`/lessons/04_training/01_losses_and_optimizers` chooses loss and step. The cards
# :doc:`/cards/backprop/by_hand` walk through another small network, :doc:`/cards/optim/update`
# through one step, and :doc:`/cards/autograd/gradients` through what ``backward`` leaves behind.
