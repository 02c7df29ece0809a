"""Convolution layers for images

A convolution looks at an image through small kernels that slide over it. These cards show what it computes, which
sizes it has, and the sentences about it that do not hold. Where only shapes matter, the input is ``torch.empty``: any
numbers.
"""


def sliding_kernel():
    """A convolution slides a kernel over the image; at each place it multiplies what lies on top and adds it all up.

    A kernel of size (2, 3) is 2 high and 3 wide. It is not flipped: the first output is the sum of products of the
    upper left corner with the kernel as it stands. In mathematics that is called cross-correlation.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0]])
    >>> kernel = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, 4.0]])
    >>> F.conv2d(image.view(1, 1, 3, 4), kernel.view(1, 1, 2, 3))
    tensor([[[[36., 42.],
              [60., 66.]]]])
    >>> (image[:2, :3] * kernel).sum(), (image[1:, 1:] * kernel).sum()
    (tensor(36.), tensor(66.))
    >>> (image[:2, :3] * kernel.flip(0, 1)).sum()
    tensor(12.)

    With several input channels each kernel has a slice for each channel.

    >>> nn.Conv2d(in_channels=3, out_channels=1, kernel_size=(2, 5)).weight.shape
    torch.Size([1, 3, 2, 5])
    """


def kernel_finds_features():
    """Which feature a convolution extracts depends on the kernel: this one answers only at vertical edges.

    The kernel subtracts the left neighbour from the right one. On an even area the result is 0. In training nobody
    writes kernels: the network learns them.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[0.0, 0.0, 0.0, 5.0, 5.0], [0.0, 0.0, 0.0, 5.0, 5.0]])
    >>> kernel = torch.tensor([[-1.0, 1.0]])
    >>> F.conv2d(image.view(1, 1, 2, 5), kernel.view(1, 1, 1, 2))[0, 0]
    tensor([[0., 0., 5., 0.],
            [0., 0., 5., 0.]])

    Turned on its side it looks for horizontal edges and finds none.

    >>> F.conv2d(image.view(1, 1, 2, 5), kernel.view(1, 1, 2, 1))[0, 0]
    tensor([[0., 0., 0., 0., 0.]])
    """


def kernel_weights():
    """The elements of the kernels are the trainable weights, and their number does not depend on the image size.

    All positions share one kernel. A linear layer would need a weight for every pair of an input and an output pixel.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Conv2d(1, 1, kernel_size=3)
    >>> type(layer.weight).__name__, layer.weight.requires_grad, layer.weight.numel()
    ('Parameter', True, 9)
    >>> layer(torch.empty(1, 1, 8, 8)).shape, layer(torch.empty(1, 1, 100, 50)).shape
    (torch.Size([1, 1, 6, 6]), torch.Size([1, 1, 98, 48]))

    Kernels of 3x3 and 5x5 are common, 1x1 and 7x7 are used too. One number means a square.

    >>> for kernel_size in (1, 3, 5, 7):
    ...     layer = nn.Conv2d(1, 1, kernel_size)
    ...     print(layer.weight.shape, layer(torch.empty(1, 1, 9, 8)).shape)
    torch.Size([1, 1, 1, 1]) torch.Size([1, 1, 9, 8])
    torch.Size([1, 1, 3, 3]) torch.Size([1, 1, 7, 6])
    torch.Size([1, 1, 5, 5]) torch.Size([1, 1, 5, 4])
    torch.Size([1, 1, 7, 7]) torch.Size([1, 1, 3, 2])
    """


def one_bias_per_kernel():
    """There is one bias per kernel, and it is added to every element of the map that this kernel makes.

    Often written: there is only one bias value. Run it with 8 kernels: there are 8. Fed with zeros, each map shows its
    own bias everywhere.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Conv2d(in_channels=3, out_channels=8, kernel_size=3)
    >>> layer.bias.shape
    torch.Size([8])
    >>> maps = layer(torch.zeros(1, 3, 4, 6))
    >>> maps.shape
    torch.Size([1, 8, 2, 4])
    >>> torch.equal(maps, layer.bias.view(1, 8, 1, 1).expand(1, 8, 2, 4))
    True

    Only with a single kernel is there a single bias.

    >>> [tuple(p.shape) for p in nn.Conv2d(3, 1, kernel_size=2).parameters()]
    [(1, 3, 2, 2), (1,)]
    """


def channels_come_first():
    """PyTorch puts the channels before height and width: (C, H, W), or (N, C, H, W) for a batch.

    Often written: channels are the third axis. They are in NumPy images, (H, W, C). Run a batch of those through the
    layer: it takes the height for the channels.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Conv2d(in_channels=3, out_channels=2, kernel_size=3)
    >>> layer(torch.empty(3, 5, 6)).shape
    torch.Size([2, 3, 4])
    >>> images = torch.arange(90.0).view(1, 5, 6, 3)
    >>> layer(images)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Given groups=1, ... expected input[1, 5, 6, 3] to have 3 channels, but got 5 channels instead
    >>> layer(images.permute(0, 3, 1, 2)).shape
    torch.Size([1, 2, 3, 4])

    The three channels of the first pixel, before and after:

    >>> images[0, 0, 0], images.permute(0, 3, 1, 2)[0, :, 0, 0]
    (tensor([0., 1., 2.]), tensor([0., 1., 2.]))
    """


def kernels_and_channels():
    """Each kernel is as deep as the input has channels; how many kernels there are is up to you.

    Often written: both numbers must be equal. Run it with 3 input channels and 8 kernels: the output has 8 channels.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Conv2d(3, 8, kernel_size=3)
    >>> layer.weight.shape
    torch.Size([8, 3, 3, 3])
    >>> image = torch.empty(1, 3, 5, 6)
    >>> layer(image).shape
    torch.Size([1, 8, 3, 4])

    What must fit is the depth. A grey image has one channel.

    >>> layer(image[:, :1])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Given groups=1, weight of size [8, 3, 3, 3], ... to have 3 channels, but got 1 channels instead
    """


def arguments_of_conv2d():
    """The first two arguments of ``nn.Conv2d`` are the channel counts ``in_channels`` and ``out_channels``.

    Often written: ``input_dim`` and ``output_dim``, as if they were image sizes. Run it:

    >>> import torch
    >>> from torch import nn
    >>> nn.Conv2d(input_dim=3)
    Traceback (most recent call last):
        ...
    TypeError: Conv2d.__init__() got an unexpected keyword argument 'input_dim'
    >>> layer = nn.Conv2d(in_channels=3, out_channels=64, kernel_size=5)
    >>> layer.weight.shape
    torch.Size([64, 3, 5, 5])
    >>> layer(torch.empty(1, 3, 32, 32)).shape
    torch.Size([1, 64, 28, 28])

    The image size is no argument at all: the same layer takes others.

    >>> layer(torch.empty(1, 3, 7, 20)).shape
    torch.Size([1, 64, 3, 16])
    """


def feature_maps():
    """Every kernel makes one feature map, which without padding is smaller than the image by the kernel size minus 1.

    >>> import torch
    >>> from torch import nn
    >>> maps = nn.Conv2d(1, 8, kernel_size=(3, 2))(torch.empty(1, 1, 5, 6))
    >>> maps.shape
    torch.Size([1, 8, 3, 5])
    >>> 5 - 3 + 1, 6 - 2 + 1
    (3, 5)

    The stride says by how many cells the kernel moves at once; 1 is the default.

    >>> one, two = nn.Conv2d(1, 1, kernel_size=3), nn.Conv2d(1, 1, kernel_size=3, stride=2)
    >>> one.stride, two.stride
    ((1, 1), (2, 2))
    >>> one(torch.empty(1, 1, 5, 5)).shape, two(torch.empty(1, 1, 5, 5)).shape
    (torch.Size([1, 1, 3, 3]), torch.Size([1, 1, 2, 2]))
    """


def padding_keeps_the_size():
    """Padding keeps the size at stride 1 only if it is (kernel - 1) / 2: 1 for a kernel of 3, but 2 for a kernel of 5.

    Padding surrounds the image with zeros. ``padding="same"`` works the number out for you, with stride 1 only.

    >>> import torch
    >>> from torch import nn
    >>> image = torch.empty(4, 2, 5, 5)
    >>> for kernel_size, padding in ((3, 0), (3, 1), (5, 1), (5, 2), (5, "same")):
    ...     print(kernel_size, padding, nn.Conv2d(2, 3, kernel_size, padding=padding)(image).shape)
    3 0 torch.Size([4, 3, 3, 3])
    3 1 torch.Size([4, 3, 5, 5])
    5 1 torch.Size([4, 3, 3, 3])
    5 2 torch.Size([4, 3, 5, 5])
    5 same torch.Size([4, 3, 5, 5])
    >>> nn.Conv2d(2, 3, 5, padding="same", stride=2)
    Traceback (most recent call last):
        ...
    ValueError: padding='same' is not supported for strided convolutions

    The zeros are part of the sums at the border.

    >>> import torch.nn.functional as F
    >>> F.conv2d(torch.full((1, 1, 3, 4), 2.0), torch.ones(1, 1, 3, 3), padding=1)
    tensor([[[[ 8., 12., 12.,  8.],
              [12., 18., 18., 12.],
              [ 8., 12., 12.,  8.]]]])
    """


def output_size():
    """The side of the output is floor((side + 2 * padding - kernel) / stride) + 1.

    So a kernel of 3 with padding 1 keeps the side of 28, and stride 2 halves it. A kernel spread by ``dilation`` counts
    with its spread size, 5 for a kernel of 3 with dilation 2.

    >>> import torch
    >>> from torch import nn
    >>> def side(size, kernel, padding, stride):
    ...     return (size + 2 * padding - kernel) // stride + 1
    >>> image = torch.empty(3, 1, 28, 28)
    >>> for kernel, padding, stride in ((3, 1, 1), (3, 1, 2), (5, 0, 1), (5, 2, 3)):
    ...     layer = nn.Conv2d(1, 2, kernel, padding=padding, stride=stride)
    ...     print(tuple(layer(image).shape), side(28, kernel, padding, stride))
    (3, 2, 28, 28) 28
    (3, 2, 14, 14) 14
    (3, 2, 24, 24) 24
    (3, 2, 10, 10) 10
    >>> tuple(nn.Conv2d(1, 2, 3, dilation=2)(image).shape), side(28, 5, 0, 1)
    ((3, 2, 24, 24), 24)
    """
