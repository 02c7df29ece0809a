"""Normalisation layers

Most normalisation layers bring numbers to mean 0 and variance 1 and can then scale and shift them by learned amounts.
They differ above all in the numbers over which they take the mean. These cards compute each on small numbers.
"""


def batch_norm():
    """``nn.BatchNorm1d`` in training gives every feature mean 0 and variance 1 over the batch.

    Each column is a feature. The variance is the biased one, with N in the denominator. The learned ``weight`` starts
    at 1 and ``bias`` at 0, and they scale and shift the result.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.BatchNorm1d(2)
    >>> x = torch.tensor([[1.0, 10.0], [2.0, 70.0], [6.0, 25.0]])
    >>> y = layer(x)
    >>> y.detach()
    tensor([[-0.9258, -0.9806],
            [-0.4629,  1.3728],
            [ 1.3887, -0.3922]])
    >>> (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + layer.eps)
    tensor([[-0.9258, -0.9806],
            [-0.4629,  1.3728],
            [ 1.3887, -0.3922]])
    >>> y.mean(dim=0).detach().round(decimals=4).abs(), y.var(dim=0, correction=0).detach()
    (tensor([0., 0.]), tensor([1.0000, 1.0000]))
    >>> layer.weight.tolist(), layer.bias.tolist()
    ([1.0, 1.0], [0.0, 0.0])

    A batch of one sample has no variance, so training refuses it. This happens when the last batch of an epoch has one
    sample; ``drop_last=True`` of the loader avoids it.

    >>> layer(x[:1])
    Traceback (most recent call last):
        ...
    ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 2])
    >>> layer.eval()
    BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
    >>> layer(x[:1]).shape
    torch.Size([1, 2])
    """


def running_statistics():
    """In training batch normalisation moves stored statistics towards each batch; in evaluation it uses those.

    The step is ``momentum`` = 0.1 of the difference, starting from mean 0 and variance 1. For the stored variance it
    takes the unbiased one, with N - 1 in the denominator.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.BatchNorm1d(2)
    >>> x = torch.tensor([[1.0, 10.0], [2.0, 70.0], [6.0, 25.0]])
    >>> _ = layer(x)
    >>> layer.running_mean, layer.running_var, layer.num_batches_tracked
    (tensor([0.3000, 3.5000]), tensor([ 1.6000, 98.4000]), tensor(1))
    >>> 0.1 * x.mean(dim=0), 0.9 * 1 + 0.1 * x.var(dim=0)
    (tensor([0.3000, 3.5000]), tensor([ 1.6000, 98.4000]))

    In evaluation the same sample gives the same result whatever else is in the batch, and nothing is stored.

    >>> layer.eval()
    BatchNorm1d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
    >>> layer(x).detach()
    tensor([[0.5534, 0.6553],
            [1.3440, 6.7038],
            [4.5062, 2.1674]])
    >>> layer(x[:1]).detach()
    tensor([[0.5534, 0.6553]])
    >>> (x - layer.running_mean) / torch.sqrt(layer.running_var + layer.eps)
    tensor([[0.5534, 0.6553],
            [1.3440, 6.7038],
            [4.5062, 2.1674]])
    >>> layer.num_batches_tracked
    tensor(1)

    With ``track_running_stats=False`` there are none, and evaluation uses the batch as well.

    >>> torch.allclose(nn.BatchNorm1d(2, track_running_stats=False).eval()(x), nn.BatchNorm1d(2)(x))
    True
    """


def batch_norm_of_images():
    """``nn.BatchNorm2d`` takes one mean per channel, over the batch and all pixels.

    So its size is the number of channels, whatever the size of the images. ``nn.BatchNorm1d`` does it for (N, C) and
    (N, C, L), ``nn.BatchNorm3d`` for (N, C, D, H, W).

    >>> import torch
    >>> from torch import nn
    >>> images = torch.arange(48, dtype=torch.float64).view(2, 3, 4, 2) ** 2
    >>> y = nn.BatchNorm2d(3, dtype=torch.float64)(images)
    >>> mean, var = images.mean(dim=(0, 2, 3), keepdim=True), images.var(dim=(0, 2, 3), correction=0, keepdim=True)
    >>> mean.flatten()
    tensor([ 389.5000,  701.5000, 1141.5000], dtype=torch.float64)
    >>> torch.allclose(y, (images - mean) / var.sqrt())
    True
    >>> torch.allclose(nn.BatchNorm1d(3, dtype=torch.float64)(images.flatten(2)), y.flatten(2))
    True
    >>> torch.allclose(nn.BatchNorm3d(3, dtype=torch.float64)(images.unsqueeze(4)), y.unsqueeze(4))
    True

    The wrong one of the three tells you the number of dimensions that it wants.

    >>> nn.BatchNorm2d(3)(images.flatten(2))
    Traceback (most recent call last):
        ...
    ValueError: expected 4D input (got 3D input)
    >>> nn.BatchNorm2d(4)(images)
    Traceback (most recent call last):
        ...
    RuntimeError: running_mean should contain 3 elements not 4
    """


def batch_norm_function():
    """``F.batch_norm(x, mean, var)`` is the formula alone: it uses your statistics, or with ``training`` its own.

    ``eps`` keeps the division safe; here it is so small that it changes nothing.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 10.0], [2.0, 70.0], [6.0, 25.0]])
    >>> mean, var = torch.tensor([1.0, 20.0]), torch.tensor([4.0, 100.0])
    >>> F.batch_norm(x, mean, var)
    tensor([[ 0.0000, -1.0000],
            [ 0.5000,  5.0000],
            [ 2.5000,  0.5000]])
    >>> F.batch_norm(x, mean, var, weight=torch.tensor([2.0, 1.0]), bias=torch.tensor([100.0, 200.0]))
    tensor([[100.0000, 199.0000],
            [101.0000, 205.0000],
            [105.0000, 200.5000]])
    >>> F.batch_norm(x, mean, var, training=True)
    tensor([[-0.9258, -0.9806],
            [-0.4629,  1.3728],
            [ 1.3887, -0.3922]])

    In training it also moves the statistics that you passed.

    >>> mean, var
    (tensor([ 1.2000, 21.5000]), tensor([  4.3000, 187.5000]))
    """


def layer_norm():
    """``nn.LayerNorm(n)`` normalises each sample by itself, over its last dimension of size ``n``.

    So it works on one sample as well as on many, and does the same in training and evaluation. Transformers use it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2.0, 6.0], [10.0, 70.0, 25.0]])
    >>> layer = nn.LayerNorm(3)
    >>> layer(x).detach()
    tensor([[-0.9258, -0.4629,  1.3887],
            [-0.9806,  1.3728, -0.3922]])
    >>> (x - x.mean(dim=1, keepdim=True)) / torch.sqrt(x.var(dim=1, correction=0, keepdim=True) + layer.eps)
    tensor([[-0.9258, -0.4629,  1.3887],
            [-0.9806,  1.3728, -0.3922]])
    >>> torch.equal(layer(x[1:]), layer(x)[1:])
    True
    >>> layer.eval()(x).detach()
    tensor([[-0.9258, -0.4629,  1.3887],
            [-0.9806,  1.3728, -0.3922]])
    >>> layer(x[:, :2])
    Traceback (most recent call last):
        ...
    RuntimeError: Given normalized_shape=[3], expected input with shape [*, 3], but got input of size[2, 2]

    Several last dimensions are normalised together, each number with a weight of its own.

    >>> layer = nn.LayerNorm((2, 3))
    >>> layer.weight.shape
    torch.Size([2, 3])
    >>> layer(x).detach()
    tensor([[-0.7453, -0.7039, -0.5383],
            [-0.3726,  2.1116,  0.2484]])
    >>> F.layer_norm(x, (3,), weight=torch.tensor([1.0, 2.0, 3.0]), bias=torch.tensor([0.0, 0.0, 100.0]))
    tensor([[ -0.9258,  -0.9258, 104.1662],
            [ -0.9806,   2.7456,  98.8233]])
    """


def rms_norm():
    """``nn.RMSNorm`` divides by the root of the mean square and subtracts no mean.

    It is layer normalisation with one step less, used in many language models. The result has mean square 1.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2.0, 6.0], [-3.0, 4.0, 0.0]])
    >>> layer = nn.RMSNorm(3)
    >>> layer(x).detach()
    tensor([[ 0.2705,  0.5410,  1.6230],
            [-1.0392,  1.3856,  0.0000]])
    >>> x / x.square().mean(dim=1, keepdim=True).sqrt()
    tensor([[ 0.2705,  0.5410,  1.6230],
            [-1.0392,  1.3856,  0.0000]])
    >>> torch.allclose(layer(x).square().mean(dim=1), torch.ones(2))
    True
    >>> [(name, tuple(p.shape)) for name, p in layer.named_parameters()]
    [('weight', (3,))]
    >>> F.rms_norm(x, (3,), weight=torch.tensor([1.0, 10.0, 100.0]))
    tensor([[  0.2705,   5.4100, 162.3005],
            [ -1.0392,  13.8564,   0.0000]])
    """


def group_norm():
    """``nn.GroupNorm(groups, channels)`` normalises groups of channels of each sample; the batch plays no part.

    Use it when batches are too small for batch normalisation. With one group it takes all channels together; with as
    many groups as channels it is instance normalisation.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.arange(48, dtype=torch.float64).view(2, 4, 3, 2).sqrt()
    >>> y = nn.GroupNorm(num_groups=2, num_channels=4, dtype=torch.float64)(x)
    >>> def normalised(values):
    ...     return (values - values.mean()) / torch.sqrt(values.var(correction=0) + 1e-5)
    >>> [torch.allclose(y[1, channels], normalised(x[1, channels])) for channels in ([0, 1], [1, 2], [2, 3])]
    [True, False, True]
    >>> torch.allclose(F.group_norm(x, num_groups=1)[1], normalised(x[1]))
    True
    >>> [torch.allclose(F.group_norm(x, num_groups=groups), F.instance_norm(x)) for groups in (1, 2, 4)]
    [False, False, True]
    >>> nn.GroupNorm(2, 4).weight.shape
    torch.Size([4])
    >>> nn.GroupNorm(num_groups=3, num_channels=4)
    Traceback (most recent call last):
        ...
    ValueError: num_channels (4) must be divisible by num_groups (3)
    """


def instance_norm():
    """``nn.InstanceNorm2d`` normalises each channel of each image by itself, and has no weights unless ``affine=True``.

    It removes the contrast of a single image, which is why it is used to change the style of pictures.

    >>> import torch
    >>> from torch import nn
    >>> images = torch.tensor([[[[1.0, 2.0, 6.0]], [[10.0, 70.0, 25.0]]]])
    >>> images.shape
    torch.Size([1, 2, 1, 3])
    >>> nn.InstanceNorm2d(2)(images)
    tensor([[[[-0.9258, -0.4629,  1.3887]],
    <BLANKLINE>
             [[-0.9806,  1.3728, -0.3922]]]])
    >>> list(nn.InstanceNorm2d(2).parameters())
    []
    >>> [p.tolist() for p in nn.InstanceNorm2d(2, affine=True).parameters()]
    [[1.0, 1.0], [0.0, 0.0]]

    For (N, C, L) and (N, C, D, H, W) there are ``nn.InstanceNorm1d`` and ``nn.InstanceNorm3d``.

    >>> torch.allclose(nn.InstanceNorm1d(2)(images[:, :, 0]), nn.InstanceNorm2d(2)(images)[:, :, 0])
    True
    >>> torch.allclose(nn.InstanceNorm3d(2)(images.unsqueeze(2)), nn.InstanceNorm2d(2)(images).unsqueeze(2))
    True

    One pixel has no variance.

    >>> nn.InstanceNorm2d(2)(images[:, :, :, :1])
    Traceback (most recent call last):
        ...
    ValueError: Expected more than 1 spatial element when training, got input size torch.Size([1, 2, 1, 1])
    """


def which_mean():
    """Batch, instance, group and layer normalisation differ in the dimensions over which they take the mean.

    Each line shows the largest mean that is left in the output along some dimensions, rounded: over the batch and the
    pixels, over the pixels, over the groups of two channels, over all channels. It is 0 where the layer normalises.
    Instance normalisation makes the smallest parts 0, so that their means are 0 as well.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(96.0).view(4, 4, 3, 2) ** 2
    >>> layers = [nn.BatchNorm2d(4), nn.InstanceNorm2d(4), nn.GroupNorm(2, 4), nn.LayerNorm((4, 3, 2))]
    >>> def left(y, dims):
    ...     return round(y.mean(dim=dims).abs().max().item(), 2)
    >>> for layer in layers:
    ...     y = layer(x)
    ...     print(type(layer).__name__, left(y, (0, 2, 3)), left(y, (2, 3)), left(y.view(4, 2, 2, 3, 2), (2, 3, 4)),
    ...           left(y, (1, 2, 3)))
    BatchNorm2d 0.0 1.56 1.55 1.53
    InstanceNorm2d 0.0 0.0 0.0 0.0
    GroupNorm 0.87 0.87 0.0 0.0
    LayerNorm 1.38 1.47 0.87 0.0
    """


def vector_length():
    """``F.normalize(x, dim=1)`` divides every row by its length; no mean is involved and nothing is learned.

    Use it before you compare directions: the product of two normalised vectors is their cosine similarity.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[3.0, 4.0], [0.0, -2.0], [0.0, 0.0]])
    >>> F.normalize(x, dim=1)
    tensor([[ 0.6000,  0.8000],
            [ 0.0000, -1.0000],
            [ 0.0000,  0.0000]])
    >>> F.normalize(x, p=1, dim=1)
    tensor([[ 0.4286,  0.5714],
            [ 0.0000, -1.0000],
            [ 0.0000,  0.0000]])
    >>> F.normalize(x, dim=0)
    tensor([[ 1.0000,  0.8944],
            [ 0.0000, -0.4472],
            [ 0.0000,  0.0000]])

    A row of zeros stays zero, because the length is never taken smaller than ``eps``.

    >>> F.normalize(x, dim=1, eps=10.0)
    tensor([[ 0.3000,  0.4000],
            [ 0.0000, -0.2000],
            [ 0.0000,  0.0000]])
    """


def local_response_norm():
    """``nn.LocalResponseNorm`` divides each number by a power of the mean square of its neighbours among the channels.

    The divisor is (k + alpha * mean square) ** beta. AlexNet used it; today batch normalisation has taken its place.
    With ``size`` 3 the neighbours are the channel before, the channel itself and the next one. With ``alpha`` 3 as
    well, alpha times their mean square is the sum of their squares.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[[1.0], [2.0], [4.0], [3.0]]])
    >>> nn.LocalResponseNorm(size=3, alpha=3.0, beta=0.5, k=0.0)(x).flatten()
    tensor([0.4472, 0.4364, 0.7428, 0.6000])
    >>> squares = torch.tensor([1.0 + 4.0, 1.0 + 4.0 + 16.0, 4.0 + 16.0 + 9.0, 16.0 + 9.0])
    >>> x.flatten() / squares.sqrt()
    tensor([0.4472, 0.4364, 0.7428, 0.6000])
    >>> F.local_response_norm(x, size=1, alpha=1.0, beta=1.0, k=2.0).flatten()
    tensor([0.3333, 0.3333, 0.2222, 0.2727])
    >>> x.flatten() / (2.0 + x.flatten().square())
    tensor([0.3333, 0.3333, 0.2222, 0.2727])
    """


def sync_batch_norm():
    """``nn.SyncBatchNorm.convert_sync_batchnorm(model)`` replaces every batch normalisation by one shared by all GPUs.

    In distributed training each process otherwise normalises its own small part of the batch. The weights and stored
    statistics are taken over; the rest of the model stays as it is.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.BatchNorm2d(4, affine=False))
    >>> _ = nn.init.constant_(model[1].weight, 5.0)
    >>> converted = nn.SyncBatchNorm.convert_sync_batchnorm(model)
    >>> converted
    Sequential(
      (0): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))
      (1): SyncBatchNorm(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
      (2): ReLU()
      (3): SyncBatchNorm(4, eps=1e-05, momentum=0.1, affine=False, bias=False, track_running_stats=True)
    )
    >>> converted[1].weight.tolist(), converted[0] is model[0]
    ([5.0, 5.0, 5.0, 5.0], True)

    In evaluation it computes the same as before, with the stored statistics.

    >>> layer = nn.SyncBatchNorm(2).eval()
    >>> x = torch.tensor([[1.0, 10.0], [2.0, 70.0]])
    >>> layer(x).detach()
    tensor([[ 1.0000, 10.0000],
            [ 2.0000, 69.9996]])
    >>> nn.BatchNorm1d(2).eval()(x).detach()
    tensor([[ 1.0000, 10.0000],
            [ 2.0000, 69.9996]])
    """
