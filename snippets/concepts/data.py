"""Data as tensors

Samples, features, batches: what the words mean for the shape of a tensor. Read this when you turn your data into
tensors for the first time, or when a layer complains about a shape.
"""


def samples_and_features():
    """A sample is one row of the data, a feature one column: axis 0 runs over samples, axis 1 over features.

    ``len(x)`` is the number of samples. ``in_features`` of the first layer is the number of features.

    >>> import torch
    >>> x = torch.arange(15.0).view(5, 3)
    >>> x
    tensor([[ 0.,  1.,  2.],
            [ 3.,  4.,  5.],
            [ 6.,  7.,  8.],
            [ 9., 10., 11.],
            [12., 13., 14.]])
    >>> x.shape, len(x)
    (torch.Size([5, 3]), 5)
    >>> x[1], x[:, 1]
    (tensor([3., 4., 5.]), tensor([ 1.,  4.,  7., 10., 13.]))
    >>> torch.nn.Linear(in_features=3, out_features=1)(x).shape
    torch.Size([5, 1])

    A number of features that is not ``in_features`` is an error; the number of samples is free.

    >>> torch.nn.Linear(5, 1)(x)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x3 and 5x1)
    >>> torch.nn.Linear(3, 1)(x[:2]).shape
    torch.Size([2, 1])
    """


def batch_by_features():
    """A 2-D batch has the shape ``(batch size, features)``; their product is the number of elements.

    Often written: its size is batch size * dimension. Read the star as a comma: the two numbers stay apart.

    >>> import torch
    >>> batch = torch.empty(64, 256)
    >>> batch.shape, batch.numel()
    (torch.Size([64, 256]), 16384)
    >>> torch.nn.Linear(256, 10)(batch).shape
    torch.Size([64, 10])

    "Dimension" here means the number of features, ``size(1)``. ``dim()`` counts the axes of the tensor.

    >>> x = torch.empty(4, 3)
    >>> x.size(), x.size(1), x.dim()
    (torch.Size([4, 3]), 3, 2)
    """


def three_axes():
    """What three axes mean depends on the layer: (batch, channels, length), (length, batch, features), or one image.

    Often written: a 3-D tensor is (batch size, dim, width), or for text (batch size, length, dim). Run one tensor
    through several layers. The shape of the output shows which axis each took for what.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.empty(2, 4, 3)

    ``Conv1d`` takes the second axis for channels, and turns these 4 into 5.

    >>> nn.Conv1d(4, 5, kernel_size=1)(x).shape
    torch.Size([2, 5, 3])

    ``LSTM`` and ``RNN`` take the last for features, 3. By default the first is the length and the second the batch, so
    the last state is for 4 sequences. With ``batch_first=True`` there are 2.

    >>> output, (h_n, c_n) = nn.LSTM(3, 6)(x)
    >>> output.shape, h_n.shape
    (torch.Size([2, 4, 6]), torch.Size([1, 4, 6]))
    >>> nn.RNN(3, 6)(x)[1].shape
    torch.Size([1, 4, 6])
    >>> nn.LSTM(3, 6, batch_first=True)(x)[1][0].shape, nn.RNN(3, 6, batch_first=True)(x)[1].shape
    (torch.Size([1, 2, 6]), torch.Size([1, 2, 6]))

    ``Conv2d`` takes it for a single image with 2 channels.

    >>> nn.Conv2d(2, 5, kernel_size=1)(x).shape
    torch.Size([5, 4, 3])

    A layer cannot know that you meant something else if the sizes happen to fit; if they do not, it says so.

    >>> nn.Conv1d(3, 5, kernel_size=1)(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Given groups=1, ... expected input[2, 4, 3] to have 3 channels, but got 4 channels instead
    """


def kinds_of_data():
    """Tables are ``(N, features)``, images ``(N, C, H, W)``, sound ``(N, channels, time)``, text ``(N, length)``.

    The first axis runs over the samples in all of them. Text is a tensor of word numbers, to which an embedding adds
    the last axis.

    >>> import torch
    >>> from torch import nn
    >>> table, images, sound = torch.empty(8, 5), torch.empty(8, 3, 32, 24), torch.empty(8, 2, 100)
    >>> text = torch.full((8, 12), 999)
    >>> nn.Linear(5, 1)(table).shape
    torch.Size([8, 1])
    >>> nn.Conv2d(3, 6, kernel_size=1)(images).shape
    torch.Size([8, 6, 32, 24])
    >>> nn.Conv1d(2, 6, kernel_size=1)(sound).shape
    torch.Size([8, 6, 100])
    >>> nn.Embedding(1000, 16)(text).shape
    torch.Size([8, 12, 16])

    Images from other programs often have the channels last; ``permute`` moves the axes.

    >>> torch.empty(32, 24, 3).permute(2, 0, 1).shape
    torch.Size([3, 32, 24])
    """


def one_sample_as_a_batch():
    """A single sample becomes a batch of one by ``unsqueeze(0)``; many layers insist on the axis of samples.

    ``Linear`` also takes a sample without it, but a model has other layers too. ``x[0]`` drops the axis, ``x[:1]``
    keeps it.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(12.0).view(4, 3)
    >>> x[0], x[:1], x[0].unsqueeze(0)
    (tensor([0., 1., 2.]), tensor([[0., 1., 2.]]), tensor([[0., 1., 2.]]))
    >>> sample = x[0]
    >>> model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)).eval()
    >>> model[0](sample).shape
    torch.Size([2])
    >>> model(sample)
    Traceback (most recent call last):
        ...
    ValueError: expected 2D or 3D input (got 1D input)
    >>> model(sample.unsqueeze(0)).shape
    torch.Size([1, 2])
    """


def model_input():
    """``Linear`` takes tensors only: a list or a NumPy array raises ``TypeError``; and the dtype must be the weight's.

    Convert once, when you prepare the data, not in the model. This layer has weights of 1 and no bias, so it adds up.

    >>> import torch
    >>> import numpy as np
    >>> layer = torch.nn.Linear(3, 1, bias=False)
    >>> torch.nn.init.ones_(layer.weight)
    Parameter containing:
    tensor([[1., 1., 1.]], requires_grad=True)
    >>> values = [1.0, 2.0, 4.0]
    >>> layer(values)
    Traceback (most recent call last):
        ...
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not list
    >>> layer(np.array(values))
    Traceback (most recent call last):
        ...
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
    >>> layer(torch.tensor(values)).tolist()
    [7.0]

    Arrays are float64 and lists of whole numbers int64, while the weights are float32.

    >>> layer(torch.from_numpy(np.array(values)))
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: double != float
    >>> whole = torch.tensor([1, 2, 5])
    >>> layer(whole)
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: long int != float
    >>> layer(whole.float()).tolist()
    [8.0]
    """


def separate_x_and_y():
    """Inputs and targets need no tensors of their own: columns of one table do as well, as long as the loss gets both.

    ``x`` and ``y`` are a habit, not a rule. Here the last column is the target.

    >>> import torch
    >>> from torch.nn.functional import mse_loss
    >>> table = torch.tensor([[1.0, 2.0, 8.0], [3.0, 4.0, 9.0]])
    >>> weight = torch.tensor([[1.0], [2.0]])
    >>> mse_loss(table[:, :2] @ weight, table[:, 2:])
    tensor(6.5000)
    >>> x, y = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[8.0], [9.0]])
    >>> mse_loss(x @ weight, y)
    tensor(6.5000)

    A data set may yield tuples, or dictionaries with names that say more.

    >>> from torch.utils.data import DataLoader
    >>> samples = [{"features": row[:2], "price": row[2:]} for row in table]
    >>> for batch in DataLoader(samples, batch_size=2):
    ...     print(mse_loss(batch["features"] @ weight, batch["price"]))
    tensor(6.5000)
    """
