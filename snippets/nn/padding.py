"""Padding, patches and pixel shuffling

Padding adds numbers around a tensor, unfolding cuts it into overlapping patches, and shuffling moves numbers between
channels and pixels. None of them learns anything. You need them around convolutions.
"""


def pad_pairs():
    """``F.pad`` takes pairs of numbers, beginning with the last dimension: left, right, then top, bottom.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> F.pad(x, (2, 1))
    tensor([[0, 0, 1, 2, 3, 0],
            [0, 0, 4, 5, 6, 0]])
    >>> F.pad(x, (0, 0, 1, 2))
    tensor([[0, 0, 0],
            [1, 2, 3],
            [4, 5, 6],
            [0, 0, 0],
            [0, 0, 0]])
    >>> F.pad(x, (1, 0, 0, 1), value=7)
    tensor([[7, 1, 2, 3],
            [7, 4, 5, 6],
            [7, 7, 7, 7]])

    Negative numbers cut off.

    >>> F.pad(x, (-1, 2))
    tensor([[2, 3, 0, 0],
            [5, 6, 0, 0]])
    """


def pad_modes():
    """``F.pad`` fills with a constant, a mirror image, the last value or the other side, as ``mode`` says.

    ``reflect`` does not repeat the border itself, so it can add at most one number less than there are.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[[1.0, 2.0, 4.0]]])
    >>> for mode in ("constant", "reflect", "replicate", "circular"):
    ...     print(mode, F.pad(x, (2, 1), mode=mode).flatten().tolist())
    constant [0.0, 0.0, 1.0, 2.0, 4.0, 0.0]
    reflect [4.0, 2.0, 1.0, 2.0, 4.0, 2.0]
    replicate [1.0, 1.0, 1.0, 2.0, 4.0, 4.0]
    circular [2.0, 4.0, 1.0, 2.0, 4.0, 1.0]
    >>> F.pad(x, (3, 0), mode="reflect")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Argument #4: Padding size should be less ... got: padding (3, 0) at dimension 2 of input [1, 1, 3]
    >>> F.pad(x, (3, 0), mode="replicate")
    tensor([[[1., 1., 1., 1., 2., 4.]]])

    All but ``constant`` pad the last dimensions of a tensor with channels, here (N, C, L) or (C, L).

    >>> F.pad(x[0, 0], (2, 1), mode="reflect")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Padding size 2 is not supported for 1D input tensor...
    """


def pad_layers():
    """The padding modes are layers too, such as ``nn.ZeroPad2d``; one number pads every side alike.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]]).view(1, 1, 2, 3)
    >>> nn.ZeroPad2d(1)(x)[0, 0]
    tensor([[ 0.,  0.,  0.,  0.,  0.],
            [ 0.,  1.,  2.,  4.,  0.],
            [ 0.,  8., 16., 32.,  0.],
            [ 0.,  0.,  0.,  0.,  0.]])
    >>> nn.ConstantPad2d((0, 2, 1, 0), 9.0)(x)[0, 0]
    tensor([[ 9.,  9.,  9.,  9.,  9.],
            [ 1.,  2.,  4.,  9.,  9.],
            [ 8., 16., 32.,  9.,  9.]])
    >>> nn.ReflectionPad2d((2, 0, 0, 1))(x)[0, 0]
    tensor([[ 4.,  2.,  1.,  2.,  4.],
            [32., 16.,  8., 16., 32.],
            [ 4.,  2.,  1.,  2.,  4.]])
    >>> nn.ReplicationPad2d((1, 0, 0, 2))(x)[0, 0]
    tensor([[ 1.,  1.,  2.,  4.],
            [ 8.,  8., 16., 32.],
            [ 8.,  8., 16., 32.],
            [ 8.,  8., 16., 32.]])
    >>> nn.CircularPad2d((0, 1, 1, 0))(x)[0, 0]
    tensor([[ 8., 16., 32.,  8.],
            [ 1.,  2.,  4.,  1.],
            [ 8., 16., 32.,  8.]])
    """


def pad_layers_in_other_dimensions():
    """Each padding layer has a 1-D and a 3-D form: the number counts the dimensions behind the channels.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[1.0, 2.0, 4.0]])
    >>> layers = (nn.ZeroPad1d, nn.ReflectionPad1d, nn.ReplicationPad1d, nn.CircularPad1d)
    >>> for layer in layers:
    ...     print(layer.__name__, layer((2, 1))(x).tolist())
    ZeroPad1d [[0.0, 0.0, 1.0, 2.0, 4.0, 0.0]]
    ReflectionPad1d [[4.0, 2.0, 1.0, 2.0, 4.0, 2.0]]
    ReplicationPad1d [[1.0, 1.0, 1.0, 2.0, 4.0, 4.0]]
    CircularPad1d [[2.0, 4.0, 1.0, 2.0, 4.0, 1.0]]
    >>> nn.ConstantPad1d((0, 2), 9.0)(x)
    tensor([[1., 2., 4., 9., 9.]])
    >>> volume = torch.arange(8.0).view(1, 1, 2, 2, 2)
    >>> for layer in (nn.ZeroPad3d, nn.ReflectionPad3d, nn.ReplicationPad3d, nn.CircularPad3d):
    ...     y = layer((0, 0, 1, 0, 0, 1))(volume)
    ...     print(layer.__name__, tuple(y.shape), y[0, 0, 2, 0].tolist())
    ZeroPad3d (1, 1, 3, 3, 2) [0.0, 0.0]
    ReflectionPad3d (1, 1, 3, 3, 2) [2.0, 3.0]
    ReplicationPad3d (1, 1, 3, 3, 2) [4.0, 5.0]
    CircularPad3d (1, 1, 3, 3, 2) [2.0, 3.0]
    >>> nn.ConstantPad3d((0, 0, 1, 0, 0, 1), 9.0)(volume).sum().item()
    118.0
    """


def unfold():
    """``nn.Unfold`` cuts an image into all patches that a kernel would see, one patch in each column.

    A column lists the patch row by row. The columns follow each other as a convolution slides.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]).view(1, 1, 3, 3)
    >>> patches = nn.Unfold(kernel_size=2)(image)
    >>> patches
    tensor([[[1., 2., 4., 5.],
             [2., 3., 5., 6.],
             [4., 5., 7., 8.],
             [5., 6., 8., 9.]]])

    A convolution is a matrix product with these columns.

    >>> kernel = torch.tensor([[1.0, 0.0, 10.0, 100.0]])
    >>> kernel @ patches
    tensor([[[541., 652., 874., 985.]]])
    >>> F.conv2d(image, kernel.view(1, 1, 2, 2)).flatten()
    tensor([541., 652., 874., 985.])
    >>> F.unfold(image, kernel_size=2, stride=2, padding=1)
    tensor([[[0., 0., 0., 5.],
             [0., 0., 4., 6.],
             [0., 2., 0., 8.],
             [1., 3., 7., 9.]]])
    """


def fold():
    """``nn.Fold`` puts patches back; where patches overlap their numbers add up.

    So fold after unfold counts every number as often as it was covered. Divide by a folded image of ones to undo it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]).view(1, 1, 3, 3)
    >>> folded = nn.Fold(output_size=(3, 3), kernel_size=2)(nn.Unfold(kernel_size=2)(image))
    >>> folded[0, 0]
    tensor([[ 1.,  4.,  3.],
            [ 8., 20., 12.],
            [ 7., 16.,  9.]])
    >>> count = F.fold(F.unfold(image ** 0, kernel_size=2), output_size=(3, 3), kernel_size=2)
    >>> count[0, 0]
    tensor([[1., 2., 1.],
            [2., 4., 2.],
            [1., 2., 1.]])
    >>> (folded / count)[0, 0]
    tensor([[1., 2., 3.],
            [4., 5., 6.],
            [7., 8., 9.]])

    Without overlap it is an exact way back.

    >>> tiles = F.unfold(image[:, :, :2], kernel_size=(2, 1), stride=(2, 1))
    >>> F.fold(tiles, output_size=(2, 3), kernel_size=(2, 1), stride=(2, 1))[0, 0]
    tensor([[1., 2., 3.],
            [4., 5., 6.]])
    """


def tensor_unfold():
    """``t.unfold(dim, size, step)`` of a tensor is another thing: it adds a dimension of windows and copies nothing.

    >>> import torch
    >>> t = torch.arange(1, 8)
    >>> windows = t.unfold(0, 3, 2)
    >>> windows
    tensor([[1, 2, 3],
            [3, 4, 5],
            [5, 6, 7]])
    >>> windows.data_ptr() == t.data_ptr()
    True
    >>> t.unfold(0, 3, 1).shape
    torch.Size([5, 3])
    >>> windows.float().mean(dim=1)
    tensor([2., 4., 6.])
    """


def pixel_shuffle():
    """``nn.PixelShuffle(r)`` turns r * r channels into one map that is r times as high and wide.

    Networks that enlarge pictures use it: a convolution makes the channels, the shuffle makes pixels of them.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.arange(8).view(1, 4, 1, 2)
    >>> x[0].tolist()
    [[[0, 1]], [[2, 3]], [[4, 5]], [[6, 7]]]
    >>> big = nn.PixelShuffle(2)(x)
    >>> big
    tensor([[[[0, 2, 1, 3],
              [4, 6, 5, 7]]]])
    >>> torch.equal(nn.PixelUnshuffle(2)(big), x)
    True
    >>> F.pixel_shuffle(torch.empty(2, 18, 4, 5), upscale_factor=3).shape
    torch.Size([2, 2, 12, 15])
    >>> F.pixel_unshuffle(torch.empty(2, 2, 12, 15), downscale_factor=3).shape
    torch.Size([2, 18, 4, 5])
    >>> F.pixel_shuffle(x[:, 1:], 2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: pixel_shuffle expects ... but input.size(-3)=3 is not divisible by 4
    """


def channel_shuffle():
    """``nn.ChannelShuffle(groups)`` deals the channels out anew, so that groups mix in the next grouped convolution.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([0, 1, 2, 10, 11, 12]).view(1, 6, 1, 1)
    >>> nn.ChannelShuffle(2)(x).flatten()
    tensor([ 0, 10,  1, 11,  2, 12])
    >>> x.view(2, 3).T.flatten()
    tensor([ 0, 10,  1, 11,  2, 12])
    >>> F.channel_shuffle(x, 3).flatten()
    tensor([ 0,  2, 11,  1, 10, 12])
    """
