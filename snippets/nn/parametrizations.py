"""Parametrised and fused weights

A parametrisation computes the weight of a layer from another tensor, and training changes that other tensor. So a
weight can be kept symmetric, orthogonal or of a given size. The last cards fold a batch normalisation into the layer
before it.
"""


def register_parametrization():
    """``register_parametrization`` makes ``layer.weight`` the result of a module that is applied to a hidden tensor.

    The hidden tensor, ``parametrizations.weight.original``, is the parameter that the optimizer sees. Here the weight
    is always symmetric: its lower half is copied from the upper one.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import parametrize
    >>> class Symmetric(nn.Module):
    ...     def forward(self, x):
    ...         return x.triu() + x.triu(1).T
    >>> layer = nn.Linear(2, 2, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[5.0, 6.0], [7.0, 8.0]]))
    >>> _ = parametrize.register_parametrization(layer, "weight", Symmetric())
    >>> layer.weight.tolist()
    [[5.0, 6.0], [6.0, 8.0]]
    >>> [(name, p.tolist()) for name, p in layer.named_parameters()]
    [('parametrizations.weight.original', [[5.0, 6.0], [7.0, 8.0]])]
    >>> parametrize.is_parametrized(layer), parametrize.is_parametrized(nn.ReLU())
    (True, False)

    Training keeps it symmetric.

    >>> optimizer = torch.optim.SGD(layer.parameters(), lr=1.0)
    >>> layer(torch.tensor([1.0, 3.0])).sum().backward()
    >>> optimizer.step()
    >>> layer.weight.tolist()
    [[4.0, 2.0], [2.0, 5.0]]
    """


def assign_to_a_parametrized_weight():
    """Assigning to a parametrised weight needs a ``right_inverse``, which says what the hidden tensor becomes.

    Without it, PyTorch cannot know which hidden tensor gives the weight that you want.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import parametrize
    >>> class Positive(nn.Module):
    ...     def forward(self, x):
    ...         return x ** 2
    >>> weight = torch.tensor([[9.0, 16.0]])
    >>> layer = nn.Linear(2, 1)
    >>> _ = parametrize.register_parametrization(layer, "weight", Positive())
    >>> layer.weight.shape
    torch.Size([1, 2])
    >>> layer.weight = weight
    Traceback (most recent call last):
        ...
    RuntimeError: parametrization Positive does not implement right_inverse.
    >>> class Positive(Positive):
    ...     def right_inverse(self, weight):
    ...         return weight.sqrt()
    >>> _ = parametrize.remove_parametrizations(layer, "weight")
    >>> _ = parametrize.register_parametrization(layer, "weight", Positive())
    >>> layer.weight = weight
    >>> layer.weight.tolist(), layer.parametrizations.weight.original.tolist()
    ([[9.0, 16.0]], [[3.0, 4.0]])
    """


def remove_parametrizations():
    """``remove_parametrizations`` makes the weight a plain parameter, keeping its value or putting the hidden one back.

    ``leave_parametrized=True``, the default, keeps the value that the layer used; ``False`` restores the hidden tensor.
    Do it before you export a model.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import parametrize
    >>> class Tenfold(nn.Module):
    ...     def forward(self, x):
    ...         return 10 * x
    >>> layer = nn.Linear(2, 1)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[3.0, 4.0]]))
    >>> _ = parametrize.register_parametrization(layer, "weight", Tenfold())
    >>> parametrize.remove_parametrizations(layer, "weight").weight
    Parameter containing:
    tensor([[30., 40.]], requires_grad=True)
    >>> _ = parametrize.register_parametrization(layer, "weight", Tenfold())
    >>> layer.weight.tolist()
    [[300.0, 400.0]]
    >>> parametrize.remove_parametrizations(layer, "weight", leave_parametrized=False).weight
    Parameter containing:
    tensor([[30., 40.]], requires_grad=True)
    """


def weight_norm():
    """``parametrizations.weight_norm`` splits a weight into the length of each row and its direction.

    ``original0`` is the length, ``original1`` gives the direction. The row (3, 4) has length 5. Set the length to 10,
    and the row doubles.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils.parametrizations import weight_norm
    >>> layer = nn.Linear(2, 1, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[3.0, 4.0]]))
    >>> _ = weight_norm(layer)
    >>> [(name, p.tolist()) for name, p in layer.named_parameters()]
    [('parametrizations.weight.original0', [[5.0]]), ('parametrizations.weight.original1', [[3.0, 4.0]])]
    >>> _ = nn.init.constant_(layer.parametrizations.weight.original0, 10.0)
    >>> layer.weight.tolist()
    [[6.0, 8.0]]

    With ``dim=0``, the default, each row has a length of its own; with ``dim=1``, each column has.

    >>> [tuple(p.shape) for p in weight_norm(nn.Linear(2, 3)).parameters()]
    [(3,), (3, 1), (3, 2)]
    >>> [tuple(p.shape) for p in weight_norm(nn.Linear(2, 3), dim=1).parameters()]
    [(3,), (1, 2), (3, 2)]
    """


def old_weight_norm():
    """``torch.nn.utils.weight_norm`` is deprecated: write ``torch.nn.utils.parametrizations.weight_norm``.

    The old function warns, and names its parameters ``weight_g`` and ``weight_v``. So do the files saved from it.

    >>> import torch, warnings
    >>> from torch import nn
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     old = nn.utils.weight_norm(nn.Linear(2, 3))
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    FutureWarning `torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm...
    >>> [(name, tuple(p.shape)) for name, p in old.named_parameters()]
    [('bias', (3,)), ('weight_g', (3, 1)), ('weight_v', (3, 2))]

    The new function loads the old names.

    >>> new = nn.utils.parametrizations.weight_norm(nn.Linear(2, 3))
    >>> new.load_state_dict(old.state_dict())
    <All keys matched successfully>
    >>> torch.allclose(new.weight, old.weight)
    True
    >>> [name for name, _ in nn.utils.remove_weight_norm(old).named_parameters()]
    ['bias', 'weight']
    """


def spectral_norm():
    """``spectral_norm`` divides a weight by its largest singular value, so that the layer stretches no input.

    The largest singular value is how much a matrix stretches a vector at most. It is estimated, a bit better at each
    call in training mode; ``n_power_iterations`` says how many rounds a call makes. It is used in the discriminators of
    GANs.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils.parametrizations import spectral_norm
    >>> layer = nn.Linear(2, 2)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[8.0, 0.0], [0.0, 2.0]]))
    >>> layer = spectral_norm(layer, n_power_iterations=30)
    >>> layer.weight.detach().abs().round(decimals=3)
    tensor([[1.0000, 0.0000],
            [0.0000, 0.2500]])
    >>> [(name, tuple(b.shape)) for name, b in layer.named_buffers()]
    [('parametrizations.weight.0._u', (2,)), ('parametrizations.weight.0._v', (2,))]

    ``nn.utils.spectral_norm`` is the older form, with other names.

    >>> [(name, tuple(p.shape)) for name, p in nn.utils.spectral_norm(nn.Linear(2, 3)).named_parameters()]
    [('bias', (3,)), ('weight_orig', (3, 2))]
    """


def orthogonal_weight():
    """``parametrizations.orthogonal`` keeps the rows of a weight at right angles and of length 1, also while it trains.

    ``nn.init.orthogonal_`` gives such a weight only at the start; the first step of an optimizer spoils it.

    >>> import torch
    >>> from torch import nn
    >>> def train(layer):
    ...     optimizer = torch.optim.SGD(layer.parameters(), lr=0.25)
    ...     layer(torch.tensor([1.0, 2.0, 3.0])).square().sum().backward()
    ...     optimizer.step()
    ...     return layer.weight.detach()
    >>> started, kept = nn.Linear(3, 2, bias=False), nn.Linear(3, 2, bias=False)
    >>> nn.init.eye_(started.weight).tolist()
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    >>> train(started).tolist()
    [[0.5, -1.0, -1.5], [-1.0, -1.0, -3.0]]

    The same start and the same step with the parametrisation: the rows have moved, and multiplied with each other they
    still give 1 and 0.

    >>> _ = nn.utils.parametrizations.orthogonal(kept)
    >>> kept.weight = torch.eye(2, 3)
    >>> weight = train(kept)
    >>> weight.abs().round(decimals=2)
    tensor([[0.8000, 0.0000, 0.6000],
            [0.1900, 0.9500, 0.2600]])
    >>> (weight @ weight.T).abs().round(decimals=3)
    tensor([[1., 0.],
            [0., 1.]])
    """


def fuse_conv_and_batch_norm():
    """``fuse_conv_bn_eval`` returns one convolution that computes what convolution and batch normalisation did.

    In evaluation mode, batch normalisation is only a factor and a shift, so both can go into the weights. Convolution:
    3 * x + 1. Normalisation: subtract 4, divide by 2, times 10, plus 7. ``eps``, which is added to the variance, is
    made so small here that the results are exact.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import fuse_conv_bn_eval
    >>> conv, norm = nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1, eps=1e-12)
    >>> for tensor, value in [(conv.weight, 3.0), (conv.bias, 1.0), (norm.weight, 10.0), (norm.bias, 7.0)]:
    ...     _ = nn.init.constant_(tensor, value)
    >>> _ = norm.running_mean.fill_(4.0), norm.running_var.fill_(4.0)
    >>> x = torch.full((1, 1, 1, 1), 5.0)
    >>> fused = fuse_conv_bn_eval(conv.eval(), norm.eval())
    >>> norm(conv(x)).item(), fused(x).item()
    (67.0, 67.0)
    >>> fused.weight.item(), fused.bias.item()
    (15.0, -8.0)

    The convolution you gave stays as it was. Both must be in evaluation mode.

    >>> conv.weight.item(), conv.bias.item()
    (3.0, 1.0)
    >>> fuse_conv_bn_eval(conv.train(), norm)
    Traceback (most recent call last):
        ...
    AssertionError: Fusion only for eval!
    """


def fuse_linear_and_batch_norm():
    """``fuse_linear_bn_eval`` returns one linear layer that computes what a linear layer and ``nn.BatchNorm1d`` did.

    Linear: 3 * a + 3 * b + 1. Normalisation: subtract 4, divide by 2, times 10, plus 7. ``eps`` is made so small here
    that the results are exact.

    >>> import torch
    >>> from torch import nn
    >>> linear, norm = nn.Linear(2, 1), nn.BatchNorm1d(1, eps=1e-12)
    >>> for tensor, value in [(linear.weight, 3.0), (linear.bias, 1.0), (norm.weight, 10.0), (norm.bias, 7.0)]:
    ...     _ = nn.init.constant_(tensor, value)
    >>> _ = norm.running_mean.fill_(4.0), norm.running_var.fill_(4.0)
    >>> fused = nn.utils.fuse_linear_bn_eval(linear.eval(), norm.eval())
    >>> x = torch.tensor([[5.0, 20.0]])
    >>> norm(linear(x)).item(), fused(x).item()
    (367.0, 367.0)
    >>> fused.weight.tolist(), fused.bias.tolist()
    ([[15.0, 15.0]], [-8.0])
    """
