"""Lazy layers

A lazy layer learns the size of its input from the first batch, so you do not compute it by hand. These cards show how
the layer turns into an ordinary one, and what you cannot do before that. You need them after a row of convolutions.
"""


def lazy_linear():
    """``nn.LazyLinear`` takes only ``out_features``; the first call sets ``in_features`` and makes it an ``nn.Linear``.

    The first call also draws the random weights. From then on nothing is lazy about the layer, not even its class.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.LazyLinear(3)
    >>> layer
    LazyLinear(in_features=0, out_features=3, bias=True)
    >>> layer(torch.arange(10.0).view(2, 5)).shape
    torch.Size([2, 3])
    >>> layer
    Linear(in_features=5, out_features=3, bias=True)
    >>> type(layer) is nn.Linear
    True

    A later input of another size is refused as usual.

    >>> layer(torch.arange(8.0).view(2, 4))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x4 and 5x3)
    """


def uninitialized_parameter():
    """Before the first call, the weights are of class ``UninitializedParameter``: no shape, no values, no count.

    So do not count or initialise the parameters of a lazy model before one call with data of the right shape.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.LazyLinear(3)
    >>> layer.weight
    <UninitializedParameter>
    >>> isinstance(layer.weight, nn.UninitializedParameter), isinstance(layer.weight, nn.Parameter)
    (True, True)
    >>> layer.weight.shape  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Can't access the shape of an uninitialized parameter or buffer. ...
    >>> sum(p.numel() for p in layer.parameters())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Attempted to use an uninitialized parameter in <method 'numel' of 'torch._C.TensorBase' objects>. ...
    >>> nn.init.xavier_uniform_(layer.weight)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Attempted to use an uninitialized parameter in <method 'dim' of 'torch._C.TensorBase' objects>. ...

    One call later, called a dry run, all of it works.

    >>> _ = layer(torch.arange(10.0).view(2, 5))
    >>> layer.weight.shape, sum(p.numel() for p in layer.parameters())
    (torch.Size([3, 5]), 18)
    """


def lazy_after_convolutions():
    """``LazyConv2d`` and ``LazyLinear`` together save you from computing how many features a convolution leaves over.

    Images of 9 by 11 leave 8 by 10 places after this convolution. With 6 channels that makes 480 features. You write
    neither the 3 nor the 480.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.LazyConv2d(6, kernel_size=2), nn.ReLU(), nn.Flatten(), nn.LazyLinear(4))
    >>> model(torch.empty(2, 3, 9, 11)).shape
    torch.Size([2, 4])
    >>> model
    Sequential(
      (0): Conv2d(3, 6, kernel_size=(2, 2), stride=(1, 1))
      (1): ReLU()
      (2): Flatten(start_dim=1, end_dim=-1)
      (3): Linear(in_features=480, out_features=4, bias=True)
    )
    """


def lazy_batch_norm():
    """``nn.LazyBatchNorm1d()`` takes no size; the first batch gives it its number of features.

    Its running statistics are uninitialised buffers until then.

    >>> import torch
    >>> from torch import nn
    >>> norm = nn.LazyBatchNorm1d()
    >>> norm
    LazyBatchNorm1d(0, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
    >>> type(norm.running_mean).__name__, type(norm.weight).__name__
    ('UninitializedBuffer', 'UninitializedParameter')
    >>> _ = norm(torch.tensor([[10.0, 20.0, 30.0], [30.0, 20.0, 10.0]]))
    >>> norm
    BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
    >>> norm.running_mean
    tensor([2., 2., 2.])
    """


def load_into_lazy():
    """Loading a ``state_dict`` gives a lazy layer its sizes too, without a call.

    A lazy layer that was never called has no sizes to give, so its own state cannot be loaded into an ordinary layer.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.LazyLinear(1)
    >>> layer
    LazyLinear(in_features=0, out_features=1, bias=True)
    >>> layer.load_state_dict({"weight": torch.tensor([[3.0, 4.0]]), "bias": torch.tensor([5.0])})
    <All keys matched successfully>
    >>> layer.weight.shape
    torch.Size([1, 2])
    >>> layer(torch.tensor([10.0, 1.0])).item()
    39.0
    >>> never_called = nn.LazyBatchNorm1d()
    >>> nn.BatchNorm1d(3).load_state_dict(never_called.state_dict())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Can't access the shape of an uninitialized parameter or buffer. ...
    """


def lazy_and_optimizer():
    """The parameter objects of a lazy layer survive its first call, so an optimizer made before it has the right ones.

    The first call fills the same objects with memory. Still, the dry run is better done first: then the count of the
    parameters and the initialisation come out right as well.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.LazyLinear(1, bias=False)
    >>> optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    >>> weight = layer.weight
    >>> x = torch.tensor([[2.0, 8.0]])
    >>> _ = layer(x)
    >>> layer
    Linear(in_features=2, out_features=1, bias=False)
    >>> layer.weight is weight
    True
    >>> _ = nn.init.constant_(layer.weight, 6.0)
    >>> layer(x).backward()
    >>> optimizer.step()
    >>> layer.weight.tolist()
    [[5.0, 2.0]]
    """
