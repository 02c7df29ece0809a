"""Convolutions of every kind

A convolution slides a small kernel over its input, multiplies and adds up. These cards go through its arguments and its
relatives for sequences, volumes and enlarging. For the first steps see "Convolution layers for images".
"""


def one_dimension():
    """``nn.Conv1d`` slides along one dimension: sequences (N, C, L), with the channels before the length.

    Text and sound often come as (N, L, C); turn them with ``transpose(1, 2)``.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> nn.Conv1d(in_channels=3, out_channels=5, kernel_size=4)(torch.empty(2, 3, 10)).shape
    torch.Size([2, 5, 7])
    >>> x = torch.tensor([[[1.0, 4.0, 9.0, 16.0, 25.0]]])
    >>> F.conv1d(x, torch.tensor([[[-1.0, 1.0]]]))
    tensor([[[3., 5., 7., 9.]]])
    >>> F.conv1d(x, torch.tensor([[[1.0, 10.0, 100.0]]]))
    tensor([[[ 941., 1694., 2669.]]])
    >>> sound = torch.empty(2, 10, 3)
    >>> nn.Conv1d(3, 5, 4)(sound)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: ... expected input[2, 10, 3] to have 3 channels, but got 10 channels instead
    >>> nn.Conv1d(3, 5, 4)(sound.transpose(1, 2)).shape
    torch.Size([2, 5, 7])
    """


def three_dimensions():
    """``nn.Conv3d`` slides along three dimensions: volumes or videos (N, C, D, H, W).

    Every dimension shrinks by its own kernel size minus 1. The last result is 1 * 1 + 10 * 3 + 100 * 6.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.Conv3d(1, 4, kernel_size=(2, 3, 5))
    >>> layer.weight.shape
    torch.Size([4, 1, 2, 3, 5])
    >>> layer(torch.empty(2, 1, 6, 8, 10)).shape
    torch.Size([2, 4, 5, 6, 6])
    >>> volume = torch.arange(8.0).view(1, 1, 2, 2, 2)
    >>> kernel = torch.tensor([0.0, 1.0, 0.0, 10.0, 0.0, 0.0, 100.0, 0.0]).view(1, 1, 2, 2, 2)
    >>> F.conv3d(volume, kernel).item()
    631.0
    """


def convolution_function():
    """``F.conv2d(x, weight, bias)`` is the convolution with a kernel of your own, as a function.

    The weight has the shape (out_channels, in_channels, height, width). It is the right tool for a fixed filter, such
    as one that finds edges.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]).view(1, 1, 3, 3)
    >>> kernel = torch.tensor([[1.0, 0.0], [10.0, 100.0]]).view(1, 1, 2, 2)
    >>> F.conv2d(image, kernel)
    tensor([[[[541., 652.],
              [874., 985.]]]])
    >>> F.conv2d(image, kernel, bias=torch.tensor([0.5]))
    tensor([[[[541.5000, 652.5000],
              [874.5000, 985.5000]]]])
    >>> F.conv2d(image, kernel, stride=2, padding=1)
    tensor([[[[100., 320.],
              [700., 985.]]]])
    """


def flipped_kernel():
    """PyTorch's convolution does not flip the kernel; NumPy's ``convolve`` and the mathematical one do.

    For a learned kernel it makes no difference. Flip a filter that was written for a convolution which flips.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> import numpy as np
    >>> x, kernel = [1.0, 2.0, 4.0, 8.0], [1.0, 10.0, 100.0]
    >>> F.conv1d(torch.tensor([[x]]), torch.tensor([[kernel]]))
    tensor([[[421., 842.]]])
    >>> np.convolve(x, kernel, mode="valid")
    array([124., 248.])
    >>> F.conv1d(torch.tensor([[x]]), torch.tensor([[kernel]]).flip(2))
    tensor([[[124., 248.]]])
    """


def stride_and_size():
    """Each side of the output is floor((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1.

    >>> import torch
    >>> from torch import nn
    >>> def side(size, kernel, stride=1, padding=0, dilation=1):
    ...     return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
    >>> image = torch.empty(1, 1, 28, 31)
    >>> settings = [{}, {"stride": 2}, {"padding": 2}, {"dilation": 3}, {"stride": 3, "padding": 3, "dilation": 2}]
    >>> for arguments in settings:
    ...     shape = nn.Conv2d(1, 1, kernel_size=5, **arguments)(image).shape
    ...     print(tuple(shape[2:]), side(28, 5, **arguments), side(31, 5, **arguments))
    (24, 27) 24 27
    (12, 14) 12 14
    (28, 31) 28 31
    (16, 19) 16 19
    (9, 10) 9 10

    A pair gives each direction its own value, height first.

    >>> nn.Conv2d(1, 1, kernel_size=(3, 5), stride=(2, 1), padding=(0, 2))(image).shape
    torch.Size([1, 1, 13, 31])
    """


def dilation():
    """``dilation=2`` spreads the kernel: it skips every second input, so it sees further with the same weights.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]])
    >>> kernel = torch.tensor([[[1.0, 10.0, 100.0]]])
    >>> F.conv1d(x, kernel)
    tensor([[[321., 432., 543., 654.]]])
    >>> F.conv1d(x, kernel, dilation=2)
    tensor([[[531., 642.]]])

    The kernel of 3 now covers 2 * (3 - 1) + 1 = 5 inputs: 1, 3 and 5 make 531.
    """


def groups():
    """``groups=2`` cuts the channels into two halves that do not see each other, with half the weights.

    Both channel counts must be multiples of ``groups``.

    >>> import torch
    >>> from torch import nn
    >>> nn.Conv2d(4, 6, kernel_size=3).weight.shape
    torch.Size([6, 4, 3, 3])
    >>> layer = nn.Conv2d(4, 6, kernel_size=3, groups=2)
    >>> layer.weight.shape
    torch.Size([6, 2, 3, 3])

    A change in the last two input channels changes only the last three output channels.

    >>> x = torch.randn(1, 4, 3, 3)
    >>> other = x.clone()
    >>> other[:, 2:] = 0.0
    >>> (layer(x) == layer(other)).flatten()
    tensor([ True,  True,  True, False, False, False])
    >>> nn.Conv2d(4, 6, kernel_size=3, groups=3)
    Traceback (most recent call last):
        ...
    ValueError: in_channels must be divisible by groups
    """


def depthwise_separable():
    """A depthwise convolution has one group per channel; followed by a 1x1 convolution it needs far fewer weights.

    The first filters each channel alone, the second mixes the channels at each pixel. Networks for phones are built
    from this pair.

    >>> import torch
    >>> from torch import nn
    >>> depthwise = nn.Conv2d(32, 32, kernel_size=3, padding=1, groups=32, bias=False)
    >>> pointwise = nn.Conv2d(32, 64, kernel_size=1, bias=False)
    >>> plain = nn.Conv2d(32, 64, kernel_size=3, padding=1, bias=False)
    >>> [sum(p.numel() for p in layer.parameters()) for layer in (depthwise, pointwise, plain)]
    [288, 2048, 18432]
    >>> x = torch.empty(1, 32, 8, 9)
    >>> pointwise(depthwise(x)).shape, plain(x).shape
    (torch.Size([1, 64, 8, 9]), torch.Size([1, 64, 8, 9]))
    """


def pointwise_is_linear():
    """A 1x1 convolution is a linear layer that is applied to the channels of every pixel.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Conv2d(3, 5, kernel_size=1, dtype=torch.float64)
    >>> x = torch.randn(2, 3, 4, 6, dtype=torch.float64)
    >>> layer(x).shape
    torch.Size([2, 5, 4, 6])
    >>> by_linear = nn.functional.linear(x.permute(0, 2, 3, 1), layer.weight[:, :, 0, 0], layer.bias)
    >>> by_linear.shape
    torch.Size([2, 4, 6, 5])
    >>> torch.allclose(by_linear.permute(0, 3, 1, 2), layer(x))
    True
    """


def padding_mode():
    """``padding_mode`` says what stands beyond the border: zeros, a mirror image, the last value, or the other side.

    The kernel 100, 10, 1 lets you read the three numbers it met: at the left border, ``reflect`` saw 2, 1 and 2.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[[1.0, 2.0, 4.0, 8.0]]])
    >>> for mode in ("zeros", "reflect", "replicate", "circular"):
    ...     layer = nn.Conv1d(1, 1, kernel_size=3, padding=1, padding_mode=mode, bias=False)
    ...     _ = layer.load_state_dict({"weight": torch.tensor([[[100.0, 10.0, 1.0]]])})
    ...     print(mode, layer(x).flatten().tolist())
    zeros [12.0, 124.0, 248.0, 480.0]
    reflect [212.0, 124.0, 248.0, 484.0]
    replicate [112.0, 124.0, 248.0, 488.0]
    circular [812.0, 124.0, 248.0, 481.0]
    >>> nn.Conv1d(1, 1, kernel_size=3, padding_mode="mirror")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: padding_mode must be one of {...}, but got padding_mode='mirror'
    """


def same_padding():
    """``padding="same"`` keeps the size for any kernel with stride 1; ``padding="valid"`` means none.

    An even kernel needs one number more on the right than on the left.

    >>> import torch, warnings
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[[1.0, 2.0, 4.0, 8.0]]])
    >>> F.conv1d(x, torch.tensor([[[100.0, 10.0, 1.0]]]), padding="same")
    tensor([[[ 12., 124., 248., 480.]]])
    >>> even = torch.tensor([[[10.0, 1.0]]])
    >>> F.conv1d(x, even, padding="valid")
    tensor([[[12., 24., 48.]]])
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")  # it warns that it copies its input
    ...     F.conv1d(x, even, padding="same")
    tensor([[[12., 24., 48., 80.]]])
    >>> F.conv1d(x, torch.tensor([[[100.0, 10.0, 1.0]]]), dilation=2, padding="same")
    tensor([[[ 14.,  28., 140., 280.]]])
    """


def transposed_convolution():
    """``nn.ConvTranspose2d`` enlarges: each input number stamps the kernel, times itself, onto the output.

    Where stamps overlap they add up. With stride 2 and a kernel of 2 nothing overlaps, and the sides double.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).view(1, 1, 2, 2)
    >>> kernel = torch.tensor([[1.0, 10.0], [0.0, 100.0]]).view(1, 1, 2, 2)
    >>> F.conv_transpose2d(x, kernel, stride=2)
    tensor([[[[  1.,  10.,   2.,  20.],
              [  0., 100.,   0., 200.],
              [  3.,  30.,   4.,  40.],
              [  0., 300.,   0., 400.]]]])
    >>> F.conv_transpose2d(x, kernel)
    tensor([[[[  1.,  12.,  20.],
              [  3., 134., 240.],
              [  0., 300., 400.]]]])

    The weight has the shape (in_channels, out_channels, height, width), the other way round from ``nn.Conv2d``. A side
    becomes (size - 1) * stride - 2 * padding + kernel.

    >>> layer = nn.ConvTranspose2d(3, 5, kernel_size=4, stride=2, padding=1)
    >>> layer.weight.shape
    torch.Size([3, 5, 4, 4])
    >>> layer(torch.empty(1, 3, 7, 9)).shape
    torch.Size([1, 5, 14, 18])
    >>> nn.ConvTranspose1d(3, 5, kernel_size=4)(torch.empty(1, 3, 7)).shape
    torch.Size([1, 5, 10])
    >>> nn.ConvTranspose3d(3, 5, kernel_size=2, stride=2)(torch.empty(1, 3, 4, 5, 6)).shape
    torch.Size([1, 5, 8, 10, 12])
    """


def output_padding():
    """Sizes 7 and 8 both become 4 under stride 2; ``output_padding`` or ``output_size`` chooses the way back.

    >>> import torch
    >>> from torch import nn
    >>> down = nn.Conv1d(1, 1, kernel_size=3, stride=2, padding=1)
    >>> small = down(torch.empty(1, 1, 7))
    >>> small.shape, down(torch.empty(1, 1, 8)).shape
    (torch.Size([1, 1, 4]), torch.Size([1, 1, 4]))
    >>> nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, padding=1)(small).shape
    torch.Size([1, 1, 7])
    >>> nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, padding=1, output_padding=1)(small).shape
    torch.Size([1, 1, 8])
    >>> up = nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, padding=1)
    >>> up(small, output_size=[8]).shape
    torch.Size([1, 1, 8])
    >>> up(small, output_size=[9])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: requested an output size of [9], but valid sizes range from [7] to [8] ...
    """
