"""Enlarging and resampling images

Interpolation computes an image of another size from the pixels that are there. These cards show the modes on small
numbers and the setting that most often makes two libraries disagree.
"""


def nearest():
    """``F.interpolate(x, scale_factor=2)`` repeats the nearest pixel unless you choose another ``mode``.

    It takes (N, C, ...) only. ``nn.Upsample`` is the same as a layer.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).view(1, 1, 2, 2)
    >>> F.interpolate(x, scale_factor=2)
    tensor([[[[1., 1., 2., 2.],
              [1., 1., 2., 2.],
              [3., 3., 4., 4.],
              [3., 3., 4., 4.]]]])
    >>> torch.equal(nn.Upsample(scale_factor=2)(x), F.interpolate(x, scale_factor=2))
    True
    >>> F.interpolate(x, size=(2, 3))[0, 0]
    tensor([[1., 1., 2.],
            [3., 3., 4.]])
    >>> F.interpolate(x, scale_factor=(1.0, 3.0)).shape
    torch.Size([1, 1, 2, 6])
    >>> F.interpolate(x[0, 0], scale_factor=2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Input Error: Only 3D, 4D and 5D input Tensors supported (got 2D) ...

    ``nearest`` rounds each position down, so it can lean to one side. ``nearest-exact`` does not; it agrees with
    Pillow.

    >>> row = torch.tensor([[[0.0, 1.0, 2.0, 3.0, 4.0]]])
    >>> F.interpolate(row, size=3), F.interpolate(row, size=3, mode="nearest-exact")
    (tensor([[[0., 1., 3.]]]), tensor([[[0., 2., 4.]]]))
    """


def linear_modes():
    """The smooth modes are named after the dimensions: ``linear`` (1-D), ``bilinear`` (2-D), ``trilinear`` (3-D).

    >>> import torch
    >>> import torch.nn.functional as F
    >>> row = torch.tensor([0.0, 10.0, 40.0])
    >>> F.interpolate(row.view(1, 1, 3), scale_factor=2, mode="linear").flatten()
    tensor([ 0.0000,  2.5000,  7.5000, 17.5000, 32.5000, 40.0000])
    >>> F.interpolate(row.view(1, 1, 1, 3), size=(1, 6), mode="bilinear").flatten()
    tensor([ 0.0000,  2.5000,  7.5000, 17.5000, 32.5000, 40.0000])
    >>> F.interpolate(row.view(1, 1, 1, 1, 3), size=(1, 1, 6), mode="trilinear").flatten()
    tensor([ 0.0000,  2.5000,  7.5000, 17.5000, 32.5000, 40.0000])
    >>> F.interpolate(row.view(1, 1, 3), scale_factor=2, mode="bilinear")
    Traceback (most recent call last):
        ...
    NotImplementedError: Got 3D input, but bilinear mode needs 4D input
    """


def align_corners():
    """``align_corners=True`` makes the outer pixels stay where they are; the default ``False`` aligns the edges.

    The two give different numbers inside, so use the setting that the other program used.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> row = torch.tensor([[[0.0, 12.0]]])
    >>> F.interpolate(row, size=4, mode="linear", align_corners=True)
    tensor([[[ 0.,  4.,  8., 12.]]])
    >>> F.interpolate(row, size=4, mode="linear", align_corners=False)
    tensor([[[ 0.,  3.,  9., 12.]]])
    >>> nn.Upsample(size=4, mode="linear")(row)
    tensor([[[ 0.,  3.,  9., 12.]]])

    ``nearest`` knows no such setting.

    >>> F.interpolate(row, size=4, align_corners=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: align_corners option can only be set with the interpolating modes: linear | bilinear | ...
    """


def bicubic():
    """``mode="bicubic"`` can leave the range of its input; clamp the result of an image.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> step = torch.tensor([0.0, 0.0, 1.0, 1.0]).view(1, 1, 1, 4)
    >>> y = F.interpolate(step, size=(1, 8), mode="bicubic").flatten()
    >>> y
    tensor([ 0.0000, -0.0352, -0.1055,  0.2266,  0.7734,  1.1055,  1.0352,  1.0000])
    >>> y.clamp(0.0, 1.0)
    tensor([0.0000, 0.0000, 0.0000, 0.2266, 0.7734, 1.0000, 1.0000, 1.0000])
    >>> F.interpolate(step, size=(1, 8), mode="bilinear").flatten()
    tensor([0.0000, 0.0000, 0.0000, 0.2500, 0.7500, 1.0000, 1.0000, 1.0000])
    """


def shrinking():
    """To shrink an image, use ``antialias=True`` or ``mode="area"``; the other modes skip pixels.

    ``area`` is adaptive average pooling. Plain ``bilinear`` looks at two pixels of each direction, however many there
    are in between.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> row = torch.tensor([0.0, 0.0, 90.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]).view(1, 1, 1, 9)
    >>> F.interpolate(row, size=(1, 3), mode="bilinear").flatten()
    tensor([0., 0., 0.])
    >>> F.interpolate(row, size=(1, 3), mode="bilinear", antialias=True).flatten()
    tensor([22.5000, 10.0000,  0.0000])
    >>> F.interpolate(row, size=(1, 3), mode="area").flatten()
    tensor([30.,  0.,  0.])
    >>> F.adaptive_avg_pool2d(row, (1, 3)).flatten()
    tensor([30.,  0.,  0.])
    """


def upsample_function():
    """``F.upsample`` is deprecated and warns: write ``F.interpolate``, or the layer ``nn.Upsample``.

    >>> import torch, warnings
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[[1.0, 5.0]]])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(F.upsample(x, scale_factor=3))
    tensor([[[1., 1., 1., 5., 5., 5.]]])
    >>> print(caught[0].category.__name__, caught[0].message)
    UserWarning `nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.
    >>> F.interpolate(x, scale_factor=3)
    tensor([[[1., 1., 1., 5., 5., 5.]]])
    >>> nn.Upsample(scale_factor=3)(x)
    tensor([[[1., 1., 1., 5., 5., 5.]]])

    ``nn.UpsamplingNearest2d`` and ``nn.UpsamplingBilinear2d`` still run; the second aligns corners.

    >>> image = torch.tensor([0.0, 12.0]).view(1, 1, 1, 2)
    >>> nn.UpsamplingNearest2d(size=(1, 4))(image).flatten()
    tensor([ 0.,  0., 12., 12.])
    >>> nn.UpsamplingBilinear2d(size=(1, 4))(image).flatten()
    tensor([ 0.,  4.,  8., 12.])
    """


def free_sampling():
    """``F.grid_sample`` reads an image at any positions: -1 and 1 are its borders, x comes before y.

    ``F.affine_grid`` makes the positions for a rotation, a shift or a flip.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> image = torch.tensor([[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]]).view(1, 1, 2, 3)
    >>> positions = torch.tensor([[[[-1.0, -1.0], [1.0, -1.0], [0.5, 1.0], [0.0, 0.0]]]])
    >>> F.grid_sample(image, positions, align_corners=True)
    tensor([[[[10., 30., 55., 35.]]]])

    With ``align_corners=True`` the borders are the middles of the outer pixels. With ``False``, the default, they are
    the outer edges: the corner of the image mixes the corner pixel with three zeros from outside.

    >>> F.grid_sample(image, positions, align_corners=False)
    tensor([[[[ 2.5000,  7.5000, 28.7500, 35.0000]]]])

    A flip:

    >>> flip = torch.tensor([[[-1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
    >>> grid = F.affine_grid(flip, size=image.shape, align_corners=True)
    >>> grid.shape
    torch.Size([1, 2, 3, 2])
    >>> F.grid_sample(image, grid, align_corners=True)[0, 0]
    tensor([[30., 20., 10.],
            [60., 50., 40.]])

    Outside there are zeros, unless ``padding_mode`` says otherwise.

    >>> shift = torch.tensor([[[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]])
    >>> grid = F.affine_grid(shift, size=image.shape, align_corners=True)
    >>> F.grid_sample(image, grid, align_corners=True)[0, 0]
    tensor([[20., 30.,  0.],
            [50., 60.,  0.]])
    >>> F.grid_sample(image, grid, padding_mode="border", align_corners=True)[0, 0]
    tensor([[20., 30., 30.],
            [50., 60., 60.]])
    """
