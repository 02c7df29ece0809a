"""Pooling layers

Pooling makes a feature map smaller: one number stands for each window. It has no weights. These cards show the windows
of maximum, mean and adaptive pooling, and how to undo a maximum.
"""


def maximum():
    """``nn.MaxPool2d(2)`` keeps the largest number of each 2x2 window; 1-D and 3-D work alike.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 9.0, 7.0], [6.0, 0.0, 1.0, 2.0], [0.0, 8.0, 3.0, 1.0]])
    >>> x
    tensor([[1., 5., 2., 0.],
            [3., 4., 9., 7.],
            [6., 0., 1., 2.],
            [0., 8., 3., 1.]])
    >>> images = x.view(1, 1, 4, 4)
    >>> nn.MaxPool2d(2)(images)
    tensor([[[[5., 9.],
              [8., 3.]]]])
    >>> nn.MaxPool2d(kernel_size=(1, 4))(images).flatten()
    tensor([5., 9., 6., 8.])
    >>> F.max_pool2d(images, kernel_size=2, stride=1)
    tensor([[[[5., 9., 9.],
              [6., 9., 9.],
              [8., 8., 3.]]]])
    >>> nn.MaxPool1d(2)(x.view(1, 1, 16)).flatten()
    tensor([5., 2., 4., 9., 6., 2., 8., 3.])
    >>> F.max_pool1d(x.view(1, 1, 16), kernel_size=8).flatten()
    tensor([9., 8.])
    >>> nn.MaxPool3d(2)(x.view(1, 1, 4, 2, 2)).flatten()
    tensor([9., 8.])
    """


def mean():
    """``nn.AvgPool2d(2)`` takes the mean of each window; the zeros of its padding count unless you say otherwise.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> images = torch.tensor([[4.0, 8.0], [12.0, 36.0]]).view(1, 1, 2, 2)
    >>> nn.AvgPool2d(2)(images).item()
    15.0
    >>> nn.AvgPool2d(2, padding=1)(images)
    tensor([[[[1., 2.],
              [3., 9.]]]])
    >>> nn.AvgPool2d(2, padding=1, count_include_pad=False)(images)
    tensor([[[[ 4.,  8.],
              [12., 36.]]]])
    >>> F.avg_pool2d(images, kernel_size=2, divisor_override=3).item()
    20.0
    >>> nn.AvgPool1d(3, stride=1)(torch.tensor([[[1.0, 2.0, 6.0, 4.0]]]))
    tensor([[[3., 4.]]])
    >>> F.avg_pool1d(torch.tensor([[[1.0, 2.0, 6.0, 4.0]]]), kernel_size=2)
    tensor([[[1.5000, 5.0000]]])
    >>> nn.AvgPool3d(2)(torch.arange(8.0).view(1, 1, 2, 2, 2)).item()
    3.5

    Padding a maximum adds -inf instead, so a border of zeros never wins.

    >>> F.max_pool2d(-images, kernel_size=2, padding=1)
    tensor([[[[ -4.,  -8.],
              [-12., -36.]]]])
    """


def windows_at_the_border():
    """A window that does not fit whole is dropped; ``ceil_mode=True`` keeps it.

    The stride is the kernel size unless you give another: unlike a convolution, pooling windows do not overlap.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[[1.0, 3.0, 2.0, 5.0, 9.0]]])
    >>> nn.MaxPool1d(2)(x)
    tensor([[[3., 5.]]])
    >>> nn.MaxPool1d(2, ceil_mode=True)(x)
    tensor([[[3., 5., 9.]]])
    >>> nn.MaxPool1d(2, stride=1)(x)
    tensor([[[3., 3., 5., 9.]]])
    >>> pool, convolution = nn.MaxPool1d(2), nn.Conv1d(1, 1, kernel_size=2)
    >>> pool.stride, convolution.stride, convolution(x).shape
    (2, (1,), torch.Size([1, 1, 4]))

    ``dilation`` spreads the window: here it compares neighbours at distance 3.

    >>> nn.MaxPool1d(2, stride=1, dilation=3)(x)
    tensor([[[5., 9.]]])
    >>> nn.MaxPool1d(2, padding=2)(x)
    Traceback (most recent call last):
        ...
    RuntimeError: max_pool1d() padding should be at most half of kernel size, but got padding=2 and kernel_size=2
    """


def positions_of_the_maxima():
    """``return_indices=True`` also returns where each maximum was, as a position in the flattened map.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 9.0, 7.0]])
    >>> x
    tensor([[1., 5., 2., 0.],
            [3., 4., 9., 7.]])
    >>> values, indices = nn.MaxPool2d(2, return_indices=True)(x.view(1, 1, 2, 4))
    >>> values.flatten(), indices.flatten()
    (tensor([5., 9.]), tensor([1, 6]))
    >>> x.flatten()[indices.flatten()]
    tensor([5., 9.])
    >>> F.max_pool1d(x.view(1, 2, 4), kernel_size=4, return_indices=True)
    (tensor([[[5.],
             [9.]]]), tensor([[[1],
             [2]]]))

    Only the winners get a gradient.

    >>> x.requires_grad = True
    >>> nn.MaxPool2d(2)(x.view(1, 1, 2, 4)).sum().backward()
    >>> x.grad
    tensor([[0., 1., 0., 0.],
            [0., 0., 1., 0.]])
    """


def undoing_a_maximum():
    """``nn.MaxUnpool2d`` puts each maximum back to its place and zeros everywhere else.

    It needs the indices that the pooling returned. What lost is lost.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 9.0, 7.0]]).view(1, 1, 2, 4)
    >>> x
    tensor([[[[1., 5., 2., 0.],
              [3., 4., 9., 7.]]]])
    >>> values, indices = F.max_pool2d(x, kernel_size=2, return_indices=True)
    >>> nn.MaxUnpool2d(2)(values, indices)
    tensor([[[[0., 5., 0., 0.],
              [0., 0., 9., 0.]]]])
    >>> F.max_unpool2d(values, indices, kernel_size=2).shape
    torch.Size([1, 1, 2, 4])

    Where the pooling dropped a rest, say the size that you want back.

    >>> row = torch.tensor([[[1.0, 3.0, 2.0, 5.0, 9.0]]])
    >>> values, indices = nn.MaxPool1d(2, return_indices=True)(row)
    >>> nn.MaxUnpool1d(2)(values, indices)
    tensor([[[0., 3., 0., 5.]]])
    >>> nn.MaxUnpool1d(2)(values, indices, output_size=row.shape)
    tensor([[[0., 3., 0., 5., 0.]]])
    """


def adaptive_pooling():
    """``nn.AdaptiveAvgPool2d(size)`` chooses its windows so that the output has that size, whatever the input has.

    So the linear layer behind it fits images of any size. With size 1 it is the mean of each whole map, called global
    average pooling.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> for height, width in ((7, 9), (20, 31)):
    ...     print((height, width), nn.AdaptiveAvgPool2d((2, 3))(torch.empty(1, 5, height, width)).shape)
    (7, 9) torch.Size([1, 5, 2, 3])
    (20, 31) torch.Size([1, 5, 2, 3])
    >>> images = torch.arange(24.0).view(1, 2, 3, 4)
    >>> nn.AdaptiveAvgPool2d(1)(images).flatten(), images.mean(dim=(2, 3))
    (tensor([ 5.5000, 17.5000]), tensor([[ 5.5000, 17.5000]]))

    Where the sizes do not divide, windows overlap: 5 numbers in 3 windows.

    >>> row = torch.tensor([[[1.0, 2.0, 4.0, 8.0, 16.0]]])
    >>> nn.AdaptiveAvgPool1d(3)(row)
    tensor([[[ 1.5000,  4.6667, 12.0000]]])
    >>> torch.stack([row[0, 0, 0:2].mean(), row[0, 0, 1:4].mean(), row[0, 0, 3:5].mean()])
    tensor([ 1.5000,  4.6667, 12.0000])
    >>> F.adaptive_avg_pool1d(row, 2)
    tensor([[[2.3333, 9.3333]]])
    """


def adaptive_maximum():
    """``nn.AdaptiveMaxPool2d(size)`` keeps maxima and returns maps of that size; ``None`` keeps a side as it is.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> images = torch.arange(24.0).view(1, 1, 4, 6)
    >>> nn.AdaptiveMaxPool2d((2, 3))(images)
    tensor([[[[ 7.,  9., 11.],
              [19., 21., 23.]]]])
    >>> nn.AdaptiveMaxPool2d((None, 1))(images).flatten()
    tensor([ 5., 11., 17., 23.])
    >>> nn.AdaptiveAvgPool2d((1, None))(images).flatten()
    tensor([ 9., 10., 11., 12., 13., 14.])
    >>> nn.AdaptiveMaxPool1d(2, return_indices=True)(torch.tensor([[[3.0, 8.0, 7.0, 4.0]]]))
    (tensor([[[8., 7.]]]), tensor([[[1, 2]]]))
    >>> F.adaptive_max_pool2d(images, 1).item()
    23.0
    >>> volume = images.view(1, 1, 4, 2, 3)
    >>> nn.AdaptiveMaxPool3d((2, 1, 1))(volume).flatten(), nn.AdaptiveAvgPool3d((1, 1, 3))(volume).flatten()
    (tensor([11., 23.]), tensor([10.5000, 11.5000, 12.5000]))
    """


def global_pooling():
    """The mean or maximum of each whole map needs no pooling layer: ``x.mean(dim=(2, 3))`` and ``x.amax(dim=(2, 3))``.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 5.0, 2.0], [3.0, 4.0, 9.0], [7.0, 0.0, 2.0], [0.0, 2.0, 3.0]]).view(1, 2, 2, 3)
    >>> x.mean(dim=(2, 3)), F.adaptive_avg_pool2d(x, 1).flatten(1)
    (tensor([[4.0000, 2.3333]]), tensor([[4.0000, 2.3333]]))
    >>> x.amax(dim=(2, 3)), F.adaptive_max_pool2d(x, 1).flatten(1)
    (tensor([[9., 7.]]), tensor([[9., 7.]]))

    ``nn.MaxPool2d`` takes a kernel as large as the map as well, but then it fits one size only.

    >>> F.max_pool2d(x, kernel_size=(2, 3)).flatten(1)
    tensor([[9., 7.]])
    """


def power_average():
    """``nn.LPPool2d(p, kernel_size)`` gives the p-th root of the sum of p-th powers of each window.

    With p = 1 it is the sum; the larger p, the closer it comes to the maximum.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[3.0, 4.0, 5.0, 12.0]])
    >>> nn.LPPool1d(2, kernel_size=2)(x)
    tensor([[ 5., 13.]])
    >>> nn.LPPool1d(1, kernel_size=2)(x)
    tensor([[ 7., 17.]])
    >>> nn.LPPool1d(8, kernel_size=2)(x)
    tensor([[ 4.0480, 12.0014]])
    >>> nn.LPPool2d(2, kernel_size=2)(x.view(1, 1, 2, 2))
    tensor([[[[13.9284]]]])
    >>> (9.0 + 16.0 + 25.0 + 144.0) ** 0.5
    13.92838827718412
    >>> F.lp_pool2d(x.view(1, 1, 2, 2), norm_type=3, kernel_size=2)
    tensor([[[[12.4805]]]])
    """


def random_windows():
    """``nn.FractionalMaxPool2d`` moves its window by random steps to reach an output size that is no divisor.

    The window itself is always of ``kernel_size``. Each pass may step differently, but the last window ends in the
    corner, where the largest number stands here.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(49.0).view(1, 1, 7, 7)
    >>> pool = nn.FractionalMaxPool2d(kernel_size=2, output_size=(5, 4))
    >>> pool(x).shape, pool(x).max()
    (torch.Size([1, 1, 5, 4]), tensor(48.))
    >>> len({tuple(pool(x).flatten().tolist()) for _ in range(9)}) == 1
    False
    """
