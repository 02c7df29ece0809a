"""
Convolution
===========

A convolution looks at an image through a small window, with the same few weights everywhere. You
compute it by hand in each of its settings, kernel, stride, padding, dilation, channels and groups,
and ``conv2d`` has to agree. You look at feature maps, check the formula for the output size, pool,
and count what a ``Linear`` layer would need in its place.

:Level: intermediate
:Before: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/01_foundations/01_tensors`
:After: :doc:`/lessons/05_projects/01_mnist_cnn`
"""

# %%
# A window with weights
# ---------------------
# The kernel, here of 3 x 3 weights, lies on a part of the image. What lies on top of each other is
# multiplied, and the products are added up to one number. Then the kernel moves on by a pixel. A
# side of 32 pixels has 30 places for it. ``unfold`` cuts out all windows; a sum does the rest.

# sphinx_gallery_thumbnail_number = 1
import itertools

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
row, column = torch.meshgrid(torch.arange(32), torch.arange(32), indexing="ij")
square = (row - 9).abs().maximum((column - 9).abs()) <= 5
disc = (row - 20) ** 2 + (column - 21) ** 2 <= 64
picture = (0.5 * square.float() + disc.float()).clamp(max=1)[None, None].to(device)  # (N, C, H, W)
kernel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], device=device)
windows = picture[0, 0].unfold(0, 3, 1).unfold(1, 3, 1)
by_hand = (windows * kernel).sum(dim=(2, 3))
maps = F.conv2d(picture, kernel[None, None])
print(f"{picture.shape = }, {windows.shape = }, {maps.shape = }")
torch.testing.assert_close(maps[0, 0], by_hand)
assert windows.shape == (30, 30, 3, 3) and windows[4, 7].equal(picture[0, 0, 4:7, 7:10]) and by_hand.max() > 2

# %%
# Feature maps
# ------------
# What a convolution returns is called a feature map: it says where the picture has what the kernel
# looks for. This kernel answers to a change from left to right, its transpose to a change from top
# to bottom. Violet says that it gets brighter on the way, orange darker; even areas give zero, since
# the weights add up to zero. The third takes the mean. In training nobody chooses kernels: they are
# the weights that are learned.
kernels = torch.stack([kernel, kernel.T, torch.full((3, 3), 1 / 9, device=device)])[:, None]
maps = F.conv2d(picture, kernels)
figure, all_axes = plt.subplots(2, 2, figsize=(6.6, 6.2), layout="constrained")
titles = ["The picture", "Left-right edges", "Top-bottom edges", "Mean of 3 x 3 pixels"]
for axes, image, title in zip(all_axes.flat, [picture[0, 0], *maps[0]], titles):
    colors = {"cmap": "PuOr", "vmin": -4, "vmax": 4} if "edges" in title else {"cmap": "gray", "vmin": 0, "vmax": 1}
    shades = axes.imshow(image.cpu().numpy(), **colors)
    axes.set(title=title, xlabel=f"{image.shape[1]} pixels", xticks=[], yticks=[])
    figure.colorbar(shades, ax=axes, shrink=0.8)
figure.suptitle("One picture and three feature maps")
plt.show()
torch.testing.assert_close(maps[0, 1], F.conv2d(picture.mT, kernel[None, None])[0, 0].mT)
torch.testing.assert_close(maps[0, 2], windows.mean(dim=(2, 3)), rtol=0, atol=0.01)  # many GPUs round 1 / 9 to ten bits
assert maps.shape == (1, 3, 30, 30) and maps[0, :2, 20, 20].abs().max() == 0 and maps[0, 0].abs().sum() > 50

# %%
# Not quite a convolution
# -----------------------
# Often written: ``conv2d`` is the convolution of mathematics. Run it on a single bright pixel: the
# kernel comes out turned by half a circle. In mathematics it is turned first, so that it comes out
# as it is. What PyTorch computes is called cross-correlation. For learned kernels it makes no
# difference. NumPy has both, in one dimension, as referees.
pixel = torch.zeros(1, 1, 5, 5, device=device)
pixel[0, 0, 2, 2] = 1
print(F.conv2d(pixel, kernel[None, None])[0, 0].int().tolist(), "from", kernel.int().tolist())
assert F.conv2d(pixel, kernel[None, None])[0, 0].equal(kernel.flip(0, 1))
signal, weights = torch.randn(20), torch.randn(4)
for kernel_1d, referee in [(weights, np.correlate), (weights.flip(0), np.convolve)]:
    expected = torch.from_numpy(referee(signal.numpy(), weights.numpy(), "valid"))
    torch.testing.assert_close(F.conv1d(signal[None], kernel_1d[None, None])[0], expected)

# %%
# Channels
# --------
# A color image has three channels, and every kernel is as deep as its input: 3 x 5 x 5 weights
# here. It makes one map. Often written: there must be as many kernels as channels. Run it: eight
# kernels read three channels and make eight output channels. There is one bias for each kernel,
# added to all of its map. Many GPUs round the factors of a convolution to ten bits, hence the
# tolerance.
images = torch.rand(4, 3, 12, 12, device=device)
layer = nn.Conv2d(in_channels=3, out_channels=8, kernel_size=5).to(device)
close = {"rtol": 0, "atol": 0.01}
output = layer(images)
print(f"{layer.weight.shape = }, {layer.bias.shape = }, {output.shape = }")
patches = images.unfold(2, 5, 1).unfold(3, 5, 1)  # (N, C, H, W, height, width)
by_hand = torch.einsum("nchwij,kcij->nkhw", patches, layer.weight) + layer.bias[:, None, None]
torch.testing.assert_close(output, by_hand, **close)
assert layer.weight.shape == (8, 3, 5, 5) and layer.bias.shape == (8,) and output.shape == (4, 8, 8, 8)

# %%
# Stride, padding, dilation
# -------------------------
# Each setting can be said with what you know already. A stride of 2 keeps every second place.
# Padding puts a frame of zeros around the image. A dilation of 2 spreads the kernel, as if there
# were zeros between its weights, so it sees further with no more weights.
weight, bias = layer.weight.detach(), layer.bias.detach()
strided = F.conv2d(images, weight, bias, stride=2)
torch.testing.assert_close(strided, output[:, :, ::2, ::2], **close)
padded = F.conv2d(images, weight, bias, padding=2)
framed = torch.zeros(4, 3, 16, 16, device=device)
framed[:, :, 2:-2, 2:-2] = images
torch.testing.assert_close(padded, F.conv2d(framed, weight, bias), **close)
dilated = F.conv2d(images, weight, bias, dilation=2)
spread = torch.zeros(8, 3, 9, 9, device=device)
spread[:, :, ::2, ::2] = weight
torch.testing.assert_close(dilated, F.conv2d(images, spread, bias), **close)
print(f"{strided.shape[2:] = }, {padded.shape[2:] = }, {dilated.shape[2:] = }")
assert [result.shape[-1] for result in (strided, padded, dilated)] == [4, 12, 4]

# %%
# The same in one dimension, for nine inputs and a kernel of three. Autograd tells which inputs an
# output depends on. White inputs are padding.
figure, all_axes = plt.subplots(2, 2, figsize=(7.2, 4.4), layout="constrained")
links = {}
for axes, settings in zip(all_axes.flat, [{}, {"stride": 2}, {"padding": 1}, {"dilation": 2}]):
    padding = settings.get("padding", 0)
    line = torch.zeros(1, 1, 9 + 2 * padding, requires_grad=True)  # the frame as inputs, to see it
    outputs = F.conv1d(line, torch.ones(1, 1, 3), **{**settings, "padding": 0})[0, 0]
    title = ", ".join(f"{name} {value}" for name, value in settings.items()) or "stride 1, no padding"
    gradients = [torch.autograd.grad(value, line, retain_graph=True)[0] for value in outputs]
    links[title] = [gradient[0, 0].nonzero().flatten().tolist() for gradient in gradients]
    for sources in links[title]:
        for source in sources:
            axes.plot([source - padding, sources[1] - padding], [0, 1], color="0.6", linewidth=1)
        axes.plot(sources[1] - padding, 1, "s", color="#d55e00", markersize=9)
    for place in range(-padding, 9 + padding):
        fill = "#0072b2" if 0 <= place < 9 else "white"
        axes.plot(place, 0, "o", color="#0072b2", markerfacecolor=fill, markersize=9)
    axes.set(title=f"{title}: {len(outputs)} outputs", xticks=[], xlim=(-1.6, 9.6), ylim=(-0.3, 1.3))
    axes.set_yticks([0, 1], ["input", "output"])
plt.show()
print({title: len(sources) for title, sources in links.items()})
assert [len(sources) for sources in links.values()] == [7, 4, 9, 5]
assert [sources[1] for sources in links.values()] == [[1, 2, 3], [2, 3, 4], [1, 2, 3], [1, 3, 5]]

# %%
# The size of the output
# ----------------------
# All settings together, for a side of :math:`n` pixels, a kernel :math:`k`, stride :math:`s`,
# padding :math:`p` and dilation :math:`d`: the output has
# :math:`\lfloor (n + 2p - d(k - 1) - 1) / s \rfloor + 1` pixels. Python's ``//`` rounds down. On
# the device ``meta``, tensors have shapes and no values, so many settings cost next to nothing.
checked = 0
for n, k, s, p, d in itertools.product(range(9, 15), range(1, 6), range(1, 4), range(4), range(1, 4)):
    size = (n + 2 * p - d * (k - 1) - 1) // s + 1
    if size > 0:
        shape = F.conv1d(torch.empty(1, 1, n, device="meta"), torch.empty(1, 1, k, device="meta"), None, s, p, d).shape
        assert shape == (1, 1, size), (n, k, s, p, d)
        checked += 1
print(f"{checked} settings agree with the formula")
assert checked == 6 * 5 * 3 * 4 * 3 - 21  # in 21 settings the kernel is too large for the input

# %%
# Groups
# ------
# With ``groups=2`` the channels fall into two halves that do not see each other: two smaller
# convolutions side by side, with half the weights. With as many groups as channels, each channel has
# a kernel of its own; that is called depthwise.
channels = torch.rand(2, 6, 8, 8, device=device)
grouped = nn.Conv2d(6, 4, 3, groups=2).to(device)
upper = F.conv2d(channels[:, :3], grouped.weight[:2], grouped.bias[:2])
lower = F.conv2d(channels[:, 3:], grouped.weight[2:], grouped.bias[2:])
torch.testing.assert_close(grouped(channels), torch.cat([upper, lower], dim=1), **close)
counts = {groups: nn.Conv2d(6, 6, 3, groups=groups).weight.numel() for groups in (1, 2, 6)}
print(f"{grouped.weight.shape = }, weights by groups {counts}")
assert grouped.weight.shape == (4, 3, 3, 3) and counts == {1: 6 * 6 * 9, 2: 6 * 3 * 9, 6: 6 * 1 * 9}

# %%
# Pooling
# -------
# Pooling shrinks a map without weights: of each window it keeps the largest number, or the mean. Its
# stride is the size of its window unless you say otherwise. What fills no window is dropped.
blocks = images.reshape(4, 3, 6, 2, 6, 2)
torch.testing.assert_close(F.max_pool2d(images, 2), blocks.amax(dim=(3, 5)))
torch.testing.assert_close(F.avg_pool2d(images, 2), blocks.mean(dim=(3, 5)))
dropped = F.max_pool2d(images, 5)
print(f"{F.max_pool2d(images, 2).shape = }, {dropped.shape = }")
assert dropped.shape == (4, 3, 2, 2) and dropped.equal(F.max_pool2d(images[:, :, :10, :10], 5))

# %%
# The Linear layer in its place
# -----------------------------
# A convolution is linear, so some ``Linear`` layer computes the same. Its matrix is what the
# convolution makes of each single pixel, here of 8 x 8, with the weights 1 to 9. Most of it is
# zero, and every row holds the same nine numbers: a convolution is a linear layer that looks nearby
# and shares its weights.
weight = torch.arange(1.0, 10.0, device=device).reshape(1, 1, 3, 3)
single_pixels = torch.eye(64, device=device).reshape(64, 1, 8, 8)
matrix = F.conv2d(single_pixels, weight).flatten(1).T
small = torch.randint(10, (5, 1, 8, 8), device=device).float()
torch.testing.assert_close(F.conv2d(small, weight).flatten(1), F.linear(small.flatten(1), matrix))
print(f"{matrix.shape = }: {matrix.numel()} weights instead of 9, {(matrix == 0).float().mean():.0%} of them zero")
assert matrix.shape == (36, 64) and (matrix.sort(dim=1).values[:, -10:] == torch.arange(10.0, device=device)).all()
figure, axes = plt.subplots(figsize=(6.6, 3.8), layout="constrained")
shades = axes.imshow(matrix.cpu().numpy(), cmap="Purples")
axes.set(title="A 3 x 3 convolution as the matrix of a Linear layer", xlabel="input pixel", ylabel="output pixel")
figure.colorbar(shades, label="weight")
plt.show()

# %%
# The same weights everywhere have a consequence: if what the picture shows moves, its feature map (at
# stride 1) moves along and is otherwise unchanged. A ``Linear`` layer would have to learn each place
# anew. At 28 x 28 pixels, the size of an MNIST digit, and 16 maps the counts are far apart.
moved = picture.roll((3, 2), dims=(2, 3))
assert (picture[:, :, -3:] == 0).all() and (picture[:, :, :, -2:] == 0).all()  # nothing rolls over the edge
torch.testing.assert_close(F.conv2d(moved, kernels[:2])[:, :, 3:, 2:], maps[:, :2, :-3, :-2])
layers = [nn.Conv2d(1, 16, 3), nn.Linear(28 * 28, 16 * 26 * 26, device="meta")]
counts = [sum(parameter.numel() for parameter in layer.parameters()) for layer in layers]
print(f"parameters: convolution {counts[0]:,}, Linear {counts[1]:,}")
assert counts == [16 * (9 + 1), (28 * 28 + 1) * 16 * 26 * 26]

# %%
# Exercises
# ---------
# 1. Often written: ``padding=1`` keeps the size. For which kernels, at stride 1? Find the padding
#    that keeps the size for kernels of 3, 5 and 7. Hint: set the formula equal to :math:`n`.
# 2. Show that a convolution with a kernel of 1 x 1 is a ``Linear`` layer at each pixel. Hint: move
#    the channels to the end.
# 3. How many pixels does one output of three 3 x 3 convolutions in a row depend on? Hint: the
#    gradient of one output with respect to the image.

# %%
# Solution 1
# ^^^^^^^^^^
# For a kernel of 3. In general it is half of the kernel, rounded down, if the kernel is odd.
line = torch.zeros(1, 1, 28, device=device)
weights = {k: torch.zeros(1, 1, k, device=device) for k in (3, 5, 7)}
keeps = [(k, p) for k in weights for p in range(5) if F.conv1d(line, weights[k], padding=p).shape == line.shape]
print(f"(kernel, padding): {keeps}")
assert keeps == [(k, (k - 1) // 2) for k in (3, 5, 7)]

# %%
# Solution 2
# ^^^^^^^^^^
# The weight only loses its last two axes, of length 1.
pointwise = nn.Conv2d(3, 5, 1).to(device)
by_linear = F.linear(images.movedim(1, -1), pointwise.weight[:, :, 0, 0], pointwise.bias).movedim(-1, 1)
print(f"{by_linear.shape = }")
torch.testing.assert_close(pointwise(images), by_linear, **close)

# %%
# Solution 3
# ^^^^^^^^^^
# Each convolution adds one pixel on each side: 3, 5, 7. Weights of one make sure that no gradient
# is zero by chance.
image = torch.zeros(1, 1, 15, 15, device=device, requires_grad=True)
result = image
for _ in range(3):
    result = F.conv2d(result, torch.ones(1, 1, 3, 3, device=device))
(gradient,) = torch.autograd.grad(result[0, 0, 4, 4], image)
print(f"{(gradient != 0).sum().item()} pixels")
assert (gradient != 0).sum() == 7 * 7 and gradient[0, 0, 4:11, 4:11].min() > 0

# %%
# Where to go next
# ----------------
# :doc:`/lessons/05_projects/01_mnist_cnn` trains a convolutional network on digits, and
# :doc:`/lessons/02_data/03_images` brings images into tensors. The cards have more:
# :doc:`/cards/nn/convolutions`, :doc:`/cards/nn/pooling`, :doc:`/cards/cnn/layers`,
# :doc:`/cards/cnn/networks`.
