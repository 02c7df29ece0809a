"""Dropout

Dropout sets random numbers to zero while a model trains, so that no single one becomes indispensable. These cards show
what exactly it does, when it does nothing, and its variants for images. You need it when a model learns its data by
heart.
"""


def dropout_probability():
    """``nn.Dropout(p)`` sets each number to 0 with probability ``p`` and divides the others by ``1 - p``.

    Often written: it drops the ratio ``p``. It decides for each number alone, so the share of zeros is only close
    to ``p``. Dividing the kept numbers keeps the mean where it was.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Dropout(p=0.75)
    >>> x = torch.ones(200000)
    >>> y = layer(x)
    >>> y.shape, y.unique()
    (torch.Size([200000]), tensor([0., 4.]))
    >>> round((y == 0).float().mean().item(), 2), round(y.mean().item())
    (0.75, 1)

    In evaluation mode the layer does nothing.

    >>> layer.eval()
    Dropout(p=0.75, inplace=False)
    >>> torch.equal(layer(x), x)
    True
    """


def another_part_each_time():
    """Every pass through ``nn.Dropout`` drops other numbers, and the same seed drops the same ones.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Dropout(p=0.5)
    >>> x = torch.ones(1000)
    >>> first, second = layer(x), layer(x)
    >>> torch.equal(first, second), first.shape
    (False, torch.Size([1000]))
    >>> def with_seed(seed):
    ...     torch.manual_seed(seed)
    ...     return layer(x)
    >>> [torch.equal(with_seed(3), with_seed(seed)) for seed in range(5)]
    [False, False, False, True, False]

    The gradient is 0 at the same places, and divided by ``1 - p`` at the others.

    >>> x.requires_grad = True
    >>> y = layer(x)
    >>> y.sum().backward()
    >>> torch.equal(x.grad, y), x.grad.unique()
    (True, tensor([0., 2.]))
    """


def against_overfitting():
    """On few noisy samples with many features, dropout lowers the error on new data.

    Overfitting means to learn the noise of the training data by heart. Here are 20 samples with 40 features, of which
    only the first says something. The two models differ in ``p`` and nothing else.

    >>> import torch
    >>> from torch import nn
    >>> def samples(count):
    ...     x = torch.randn(count, 40)
    ...     return x, x[:, :1] + torch.randn(count, 1)
    >>> def errors(p):
    ...     torch.manual_seed(0)
    ...     (x, y), (x_new, y_new) = samples(20), samples(1000)
    ...     model = nn.Sequential(nn.Dropout(p), nn.Linear(40, 1))
    ...     optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    ...     for _ in range(100):
    ...         optimizer.zero_grad()
    ...         nn.functional.mse_loss(model(x), y).backward()
    ...         optimizer.step()
    ...     model.eval()
    ...     return [nn.functional.mse_loss(model(a), b).item() for a, b in ((x, y), (x_new, y_new))]

    The two numbers are the error on the training data and the error on 1000 new samples. Without dropout the model
    knows the training data almost by heart. With dropout the training error is larger and the error on new data
    smaller. It is no guarantee: other data and other ``p`` can end otherwise.

    >>> for p in (0.0, 0.5):
    ...     print(p, [round(error, 1) for error in errors(p)])
    0.0 [0.0, 2.6]
    0.5 [0.2, 2.1]

    Each training pass drops other numbers; in evaluation mode nothing is dropped.

    >>> dropout, x = nn.Dropout(0.5), torch.ones(1000)
    >>> torch.equal(dropout(x), dropout(x)), torch.equal(dropout.eval()(x), dropout(x))
    (False, True)
    """


def functional_dropout():
    """``F.dropout(x)`` drops even in evaluation mode, unless you pass ``training=self.training``.

    A function does not know in which mode your model is; its own default is ``training=True``. The module
    ``nn.Dropout`` takes care of that by itself.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> class Net(nn.Module):
    ...     def forward(self, x):
    ...         return F.dropout(x, p=0.5), F.dropout(x, p=0.5, training=self.training)
    >>> net = Net()
    >>> x = torch.full((1000,), 3.0)
    >>> [y.unique() for y in net(x)], x.shape
    ([tensor([0., 6.]), tensor([0., 6.])], torch.Size([1000]))
    >>> net.eval()
    Net()
    >>> [y.unique() for y in net(x)]
    [tensor([0., 6.]), tensor([3.])]
    """


def limits_of_p():
    """``p`` is the probability to drop, not to keep: ``p=0`` changes nothing, and ``p=1`` leaves only zeros.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> nn.Dropout(p=0)(x)
    tensor([1., 2., 3.])
    >>> nn.Dropout(p=1)(x)
    tensor([0., 0., 0.])
    >>> nn.Dropout(p=1.5)
    Traceback (most recent call last):
        ...
    ValueError: dropout probability has to be between 0 and 1, but got 1.5
    >>> nn.Dropout()
    Dropout(p=0.5, inplace=False)
    """


def whole_channels():
    """``nn.Dropout2d`` drops whole channels of an image, ``nn.Dropout`` single pixels.

    Neighbouring pixels of a feature map say almost the same, so a few missing pixels hide little. ``nn.Dropout1d`` does
    it for sequences (N, C, L), ``nn.Dropout3d`` for volumes (N, C, D, H, W). The sum over the six pixels of each
    channel shows the difference: all or nothing, or anything between.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> images = torch.ones(2, 500, 2, 3)
    >>> images.shape
    torch.Size([2, 500, 2, 3])
    >>> nn.Dropout(0.5)(images).sum(dim=(2, 3)).unique()
    tensor([ 0.,  2.,  4.,  6.,  8., 10., 12.])
    >>> nn.Dropout2d(0.5)(images).sum(dim=(2, 3)).unique()
    tensor([ 0., 12.])
    >>> nn.Dropout1d(0.5)(images.flatten(2)).sum(dim=2).unique()
    tensor([ 0., 12.])
    >>> nn.Dropout3d(0.5)(images.unsqueeze(2)).sum(dim=(2, 3, 4)).unique()
    tensor([ 0., 12.])

    The functions, with another ``p``:

    >>> F.dropout2d(images, p=0.75).sum(dim=(2, 3)).unique()
    tensor([ 0., 24.])
    >>> F.dropout1d(images.flatten(2), p=0.75).sum(dim=2).unique()
    tensor([ 0., 24.])
    >>> F.dropout3d(images.unsqueeze(2), p=0.75).sum(dim=(2, 3, 4)).unique()
    tensor([ 0., 24.])
    """


def wrong_number_of_dimensions():
    """``nn.Dropout2d`` on a matrix warns: it expects channels and two dimensions of space behind them.

    For the output of a linear layer use ``nn.Dropout``.

    >>> import torch, warnings
    >>> from torch import nn
    >>> x = torch.ones(300, 4)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     y = nn.Dropout2d(0.5)(x)
    ...     z = nn.Dropout2d(0.5)(torch.ones(200, 3, 5))
    >>> {warning.category.__name__ for warning in caught}
    {'UserWarning'}
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    dropout2d: Received a 2-D input to dropout2d, which is deprecated ... please use dropout instead. ...
    >>> y.shape, y.unique()
    (torch.Size([300, 4]), tensor([0., 2.]))

    Three dimensions are not taken for one image (C, H, W) but for sequences (N, C, L), with a warning too: each of the
    200 times 3 rows of 5 numbers is kept or dropped as a whole. The rest of the message says that a
    future release will read them as one image.

    >>> print(caught[1].message)  # doctest: +ELLIPSIS
    dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired ...
    >>> z.sum(dim=2).unique(), z.sum(dim=(1, 2)).unique()
    (tensor([ 0., 10.]), tensor([ 0., 10., 20., 30.]))
    """


def alpha_dropout():
    """``nn.AlphaDropout`` keeps mean and variance of standard normal inputs; it belongs to ``nn.SELU``.

    It does not put 0 in place of a dropped number but the lowest value of SELU, -1.7581, then scales and shifts all.
    Plain dropout keeps only the mean.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.randn(20000)
    >>> for y in (nn.AlphaDropout(0.5)(x), F.alpha_dropout(x, p=0.5, training=True), nn.Dropout(0.5)(x)):
    ...     print(round(abs(y.mean().item()), 1), round(y.var().item(), 1), torch.equal(y, x))
    0.0 1.0 False
    0.0 1.0 False
    0.0 2.0 False

    The value that stands for a dropped number after scaling and shifting, for two different ``p``:

    >>> for p in (0.5, 0.25):
    ...     print(nn.AlphaDropout(p)(x).mode().values)
    tensor(-0.7792)
    tensor(-1.1435)
    >>> torch.equal(nn.AlphaDropout(0.5).eval()(x), x)
    True

    ``nn.FeatureAlphaDropout`` does the same to whole channels: the three columns of a channel are equal, so one is left.

    >>> maps = torch.full((1, 500, 3), 2.0)
    >>> y = nn.FeatureAlphaDropout(0.5)(maps)
    >>> y.shape, y.unique().numel(), y.unique(dim=2).shape
    (torch.Size([1, 500, 3]), 2, torch.Size([1, 500, 1]))
    """
