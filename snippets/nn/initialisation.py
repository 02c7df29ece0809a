"""Initialising weights

Before training starts, the weights must hold something: random numbers of the right size, or a value you know. These
cards run every function of ``torch.nn.init``. You need them when the default of a layer does not suit your network.
"""


def fill_in_place():
    """The functions of ``torch.nn.init`` end in ``_``: they fill the tensor you give them and return the same tensor.

    They leave no trace in the graph, so no ``torch.no_grad()`` is needed around them. A plain in-place operation on a
    parameter is refused.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(3, 2)
    >>> nn.init.constant_(layer.weight, 0.25) is layer.weight
    True
    >>> layer.weight
    Parameter containing:
    tensor([[0.2500, 0.2500, 0.2500],
            [0.2500, 0.2500, 0.2500]], requires_grad=True)
    >>> layer.weight.zero_()
    Traceback (most recent call last):
        ...
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> _ = nn.init.zeros_(layer.weight)
    >>> layer.weight.tolist()
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    ``nn.init.zeros_(layer)`` is a common slip: name the tensor, ``layer.weight``, not the layer.

    >>> nn.init.zeros_(layer)
    Traceback (most recent call last):
        ...
    AttributeError: 'Linear' object has no attribute 'zero_'
    """


def known_values():
    """``zeros_``, ``ones_``, ``constant_`` and ``eye_`` fill a tensor with known values, so you can check by hand.

    ``zeros_`` is the usual start for a bias, ``ones_`` for the scale of a normalisation. ``eye_`` makes a linear layer
    hand its input through; it takes only tensors with two dimensions.

    >>> import torch
    >>> from torch import nn
    >>> bias = nn.init.zeros_(torch.empty(3))
    >>> bias
    tensor([0., 0., 0.])
    >>> nn.init.ones_(torch.empty(3))
    tensor([1., 1., 1.])
    >>> nn.init.constant_(torch.empty(3), 0.5)
    tensor([0.5000, 0.5000, 0.5000])
    >>> nn.init.eye_(torch.empty(2, 3))
    tensor([[1., 0., 0.],
            [0., 1., 0.]])
    >>> nn.init.eye_(bias)
    Traceback (most recent call last):
        ...
    ValueError: Only tensors with 2 dimensions are supported
    """


def equal_weights_stay_equal():
    """Weights that start equal get equal gradients and stay equal: that is why layers start with random numbers.

    Three hidden units with the same weights compute the same, so the gradient cannot tell them apart. The network then
    has one hidden unit, written three times.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> for p in model.parameters():
    ...     _ = nn.init.constant_(p, 0.25)
    >>> model(x).backward()
    >>> model[0].weight.grad
    tensor([[0.1050, 0.2100],
            [0.1050, 0.2100],
            [0.1050, 0.2100]])
    >>> model[0].weight.grad.unique(dim=0)
    tensor([[0.1050, 0.2100]])

    With random weights, every unit has a gradient of its own: three different rows.

    >>> for p in model.parameters():
    ...     _ = nn.init.normal_(p)
    >>> model(x).backward()
    >>> model[0].weight.grad.unique(dim=0).shape
    torch.Size([3, 2])
    """


def uniform_and_normal():
    """``uniform_(t, a, b)`` draws between ``a`` and ``b``; ``normal_(t, mean, std)`` draws around ``mean``.

    The same two names, two different meanings of the numbers. From one seed, they give what ``torch.rand`` and
    ``torch.randn`` give, moved and stretched.

    >>> import torch
    >>> from torch import nn
    >>> _ = torch.manual_seed(0)
    >>> drawn = nn.init.uniform_(torch.empty(4), 2.0, 5.0)
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(drawn, 2 + 3 * torch.rand(4))
    True
    >>> _ = torch.manual_seed(0)
    >>> drawn = nn.init.normal_(torch.empty(4), 2.0, 5.0)
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(drawn, 2 + 5 * torch.randn(4))
    True

    The order of the bounds matters.

    >>> nn.init.uniform_(drawn, 5.0, 2.0)
    Traceback (most recent call last):
        ...
    RuntimeError: uniform_ expects to return a [from, to) range, but found from=5 > to=2
    """


def own_generator():
    """``generator=`` makes an initialiser draw from a random generator of its own, apart from the global seed.

    With it, the weights depend on your seed alone, and the global sequence goes on as if nothing had been drawn.

    >>> import torch
    >>> from torch import nn
    >>> g = torch.Generator().manual_seed(3)
    >>> first = nn.init.normal_(torch.empty(4), generator=g)
    >>> g = torch.Generator().manual_seed(3)
    >>> torch.equal(nn.init.normal_(torch.empty(4), generator=g), first)
    True
    >>> _ = torch.manual_seed(0)
    >>> expected = torch.rand(2)
    >>> _ = torch.manual_seed(0)
    >>> second = nn.init.normal_(torch.empty(4), generator=g)
    >>> torch.equal(torch.rand(2), expected)
    True

    The second draw from the same generator gives other numbers.

    >>> second.shape, torch.equal(second, first)
    (torch.Size([4]), False)
    """


def xavier():
    """``xavier_uniform_`` draws within sqrt(6 / (fan_in + fan_out)) of 0, ``xavier_normal_`` with a fitting std.

    ``fan_in`` is the number of inputs of a unit, ``fan_out`` the number of outputs that one input feeds. A weight of
    shape ``(2, 4)`` has 4 and 2, so the bound is 1. It is made for ``tanh`` and for layers without an activation.

    >>> import torch
    >>> from torch import nn
    >>> _ = torch.manual_seed(0)
    >>> weight = nn.init.xavier_uniform_(torch.empty(2, 4))
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(weight, 2 * torch.rand(2, 4) - 1)
    True

    The standard deviation of the normal form is sqrt(2 / (fan_in + fan_out)): 0.5 for ``(2, 6)``. ``gain`` multiplies.

    >>> _ = torch.manual_seed(0)
    >>> weight = nn.init.xavier_normal_(torch.empty(2, 6), gain=3)
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(weight, 3 * 0.5 * torch.randn(2, 6))
    True

    A bias has one dimension and no fans.

    >>> nn.init.xavier_uniform_(weight.flatten())
    Traceback (most recent call last):
        ...
    ValueError: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions
    """


def kaiming():
    """``kaiming_uniform_`` and ``kaiming_normal_`` use only one fan and are made for ReLU: std is sqrt(2 / fan_in).

    They are also called He initialisation. For ``(2, 8)`` the standard deviation is 0.5. The uniform form draws within
    sqrt(3) times that, sqrt(6 / fan_in), which is 1 for ``(2, 6)``.

    >>> import torch
    >>> from torch import nn
    >>> _ = torch.manual_seed(0)
    >>> weight = nn.init.kaiming_normal_(torch.empty(2, 8), nonlinearity="relu")
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(weight, 0.5 * torch.randn(2, 8))
    True
    >>> _ = torch.manual_seed(0)
    >>> weight = nn.init.kaiming_uniform_(torch.empty(2, 6), nonlinearity="relu")
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(weight, 2 * torch.rand(2, 6) - 1)
    True

    ``mode="fan_out"`` takes the other fan, which keeps the size of the gradients on the way back. Here it is 6.

    >>> _ = torch.manual_seed(0)
    >>> weight = nn.init.kaiming_uniform_(torch.empty(6, 2), mode="fan_out", nonlinearity="relu")
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(weight, 2 * torch.rand(6, 2) - 1)
    True
    """


def fans_of_a_convolution():
    """In a convolution, ``fan_in`` is the number of input channels times the number of elements of the kernel.

    A kernel of 2 by 3 on 4 channels looks at 24 numbers at once. So ``kaiming_uniform_`` draws within sqrt(6 / 24).

    >>> import torch
    >>> from torch import nn
    >>> conv = nn.Conv2d(4, 5, kernel_size=(2, 3))
    >>> conv.weight.shape
    torch.Size([5, 4, 2, 3])
    >>> _ = torch.manual_seed(0)
    >>> _ = nn.init.kaiming_uniform_(conv.weight, nonlinearity="relu")
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(conv.weight, torch.rand(5, 4, 2, 3) - 0.5)
    True
    """


def gains():
    """``calculate_gain`` returns the factor by which to scale the weights before an activation.

    Pass it on as ``gain``. The Kaiming functions ask for it themselves, by the name in ``nonlinearity``.

    >>> import torch
    >>> from torch import nn
    >>> for name in ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu"]:
    ...     print(name, round(nn.init.calculate_gain(name), 4))
    linear 1
    sigmoid 1
    tanh 1.6667
    relu 1.4142
    leaky_relu 1.4141
    selu 0.75
    >>> round(nn.init.calculate_gain("leaky_relu", 0.5), 4)
    1.2649

    Not every activation has one.

    >>> nn.init.calculate_gain("gelu")
    Traceback (most recent call last):
        ...
    ValueError: Unsupported nonlinearity gelu
    """


def truncated_normal():
    """In ``trunc_normal_``, ``a`` and ``b`` are the bounds themselves, not numbers of standard deviations.

    No value lies outside them. Often written: the default bounds -2 and 2 cut at two standard deviations. Run it
    with ``std=0.02``, a usual value for transformers: values beyond two standard deviations are there, 0.04 and more.

    >>> import torch
    >>> from torch import nn
    >>> weight = nn.init.trunc_normal_(torch.empty(100, 200), std=0.02)
    >>> weight.shape
    torch.Size([100, 200])
    >>> (weight.abs() > 0.04).float().mean().round(decimals=2)
    tensor(0.0500)

    Say the bounds that you mean.

    >>> weight = nn.init.trunc_normal_(weight, std=0.02, a=-0.04, b=0.05)
    >>> weight.min().round(decimals=3), weight.max().round(decimals=3)
    (tensor(-0.0400), tensor(0.0500))
    >>> weight.std().round(decimals=2)
    tensor(0.0200)
    """


def orthogonal():
    """``orthogonal_`` makes rows that are at right angles to each other and have length ``gain``.

    A square one turns or mirrors its input and keeps its length, which helps recurrent networks. With more rows than
    columns, the columns are at right angles instead.

    >>> import torch
    >>> from torch import nn
    >>> rows = nn.init.orthogonal_(torch.empty(2, 3))
    >>> rows.shape, (rows @ rows.T).abs().round(decimals=3)
    (torch.Size([2, 3]), tensor([[1., 0.],
            [0., 1.]]))
    >>> columns = nn.init.orthogonal_(torch.empty(3, 2), gain=4)
    >>> columns.shape, (columns.T @ columns).abs().round(decimals=3)
    (torch.Size([3, 2]), tensor([[16.,  0.],
            [ 0., 16.]]))
    >>> nn.init.orthogonal_(rows.flatten())
    Traceback (most recent call last):
        ...
    ValueError: Only tensors with 2 or more dimensions are supported
    """


def sparse_start():
    """``sparse_`` sets a fraction of each column to 0, rounded up, and draws the rest from a normal distribution.

    ``std`` is small by default, 0.01. Only tensors with two dimensions are accepted.

    >>> import torch
    >>> from torch import nn
    >>> weight = nn.init.sparse_(torch.empty(5, 3), sparsity=0.5)
    >>> weight.shape, (weight == 0).sum(dim=0)
    (torch.Size([5, 3]), tensor([3, 3, 3]))
    >>> nn.init.sparse_(weight.flatten(), sparsity=0.5)
    Traceback (most recent call last):
        ...
    ValueError: Only tensors with 2 dimensions are supported
    """


def dirac():
    """``dirac_`` makes a convolution that hands its input through, channel by channel.

    Each filter has a single 1, in the middle of its own channel. It is the ``eye_`` of convolutions.

    >>> import torch
    >>> from torch import nn
    >>> conv = nn.Conv1d(2, 2, kernel_size=3, padding=1, bias=False)
    >>> _ = nn.init.dirac_(conv.weight)
    >>> conv.weight.data
    tensor([[[0., 1., 0.],
             [0., 0., 0.]],
    <BLANKLINE>
            [[0., 0., 0.],
             [0., 1., 0.]]])
    >>> conv(torch.tensor([[[3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]])).tolist()
    [[[3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]]

    A filter for which no channel is left is all zeros.

    >>> nn.init.dirac_(torch.empty(3, 2, 1)).flatten(1)
    tensor([[1., 0.],
            [0., 1.],
            [0., 0.]])
    """


def reset_parameters():
    """``layer.reset_parameters()`` draws the weights of a layer anew, in the way the layer did when it was made.

    A new layer is initialised already. For ``nn.Linear``, weight and bias lie within 1 / sqrt(in_features) of 0; four
    inputs give the bound 0.5. The weight is drawn first, then the bias. Use it to start a second run from other weights
    without building the model again.

    >>> import torch
    >>> from torch import nn
    >>> _ = torch.manual_seed(0)
    >>> layer = nn.Linear(4, 3)
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(layer.weight, torch.rand(3, 4) - 0.5)
    True
    >>> torch.allclose(layer.bias, torch.rand(3) - 0.5)
    True
    >>> nn.init.zeros_(layer.weight).sum().item()
    0.0
    >>> _ = torch.manual_seed(0)
    >>> layer.reset_parameters()
    >>> _ = torch.manual_seed(0)
    >>> torch.allclose(layer.weight, torch.rand(3, 4) - 0.5)
    True
    """


def old_names():
    """The names without ``_``, such as ``nn.init.xavier_uniform``, still work but warn that they are deprecated.

    They too fill the tensor in place. Add the underscore.

    >>> import torch, warnings
    >>> from torch import nn
    >>> weight, kernel = torch.empty(4, 3), torch.empty(2, 2, 3)
    >>> names = ["uniform", "normal", "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"]
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     for name in [*names, "orthogonal", "eye"]:
    ...         _ = getattr(nn.init, name)(weight)
    ...     zeros = nn.init.sparse(weight, 0.25).eq(0).sum(dim=0)
    ...     _ = nn.init.constant(weight[:2], 4.0)
    ...     _ = nn.init.dirac(kernel)
    >>> for warning in caught:
    ...     print(warning.category.__name__, warning.message)
    FutureWarning `nn.init.uniform` is now deprecated in favor of `nn.init.uniform_`.
    FutureWarning `nn.init.normal` is now deprecated in favor of `nn.init.normal_`.
    FutureWarning `nn.init.xavier_uniform` is now deprecated in favor of `nn.init.xavier_uniform_`.
    FutureWarning `nn.init.xavier_normal` is now deprecated in favor of `nn.init.xavier_normal_`.
    FutureWarning `nn.init.kaiming_uniform` is now deprecated in favor of `nn.init.kaiming_uniform_`.
    FutureWarning `nn.init.kaiming_normal` is now deprecated in favor of `nn.init.kaiming_normal_`.
    FutureWarning `nn.init.orthogonal` is now deprecated in favor of `nn.init.orthogonal_`.
    FutureWarning `nn.init.eye` is now deprecated in favor of `nn.init.eye_`.
    FutureWarning `nn.init.sparse` is now deprecated in favor of `nn.init.sparse_`.
    FutureWarning `nn.init.constant` is now deprecated in favor of `nn.init.constant_`.
    FutureWarning `nn.init.dirac` is now deprecated in favor of `nn.init.dirac_`.

    What the last three did: one zero in each column of four, then 4 in the first two rows, and a kernel that hands its
    input through.

    >>> zeros, weight.eq(4.0).sum(dim=1)
    (tensor([1, 1, 1]), tensor([3, 3, 0, 0]))
    >>> kernel.tolist()
    [[[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0]]]

    ``zeros``, ``ones`` and ``trunc_normal`` do not exist without the underscore.

    >>> nn.init.zeros
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn.init' has no attribute 'zeros'
    """
