"""First values of a weight

Learners read several things about ``nn.init`` that do not run as written. These cards run them: which numbers each
function takes, which names warn, and whether an initialised weight still learns.
"""


def constant_value():
    """``nn.init.constant_(t, val)`` takes one value, fills ``t`` in place and returns it.

    Often written: it takes two numbers, like the random ones. Run it:

    >>> import torch
    >>> from torch import nn
    >>> t = torch.empty(2, 3)
    >>> nn.init.constant_(t, 3) is t
    True
    >>> t
    tensor([[3., 3., 3.],
            [3., 3., 3.]])
    >>> nn.init.constant_(t, 0.0, 1.0)
    Traceback (most recent call last):
        ...
    TypeError: constant_() takes 2 positional arguments but 3 were given
    >>> t
    tensor([[3., 3., 3.],
            [3., 3., 3.]])

    The refused call has changed nothing.
    """


def names_without_underscore():
    """``nn.init.constant``, ``nn.init.normal`` and ``nn.init.uniform`` are deprecated and warn: add an underscore.

    They still work, in place like the new ones. So do the others of that kind, such as ``nn.init.xavier_uniform``.

    >>> import torch, warnings
    >>> from torch import nn
    >>> t = torch.empty(3)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(nn.init.constant(t, 7.0), t)
    ...     print(nn.init.normal(t, 4.0, 0.0), t)
    ...     print(nn.init.uniform(t, 6.5, 6.5), t)
    ...     print(nn.init.xavier_uniform(t.view(1, 3), gain=0.0) == 0, t == 0)
    tensor([7., 7., 7.]) tensor([7., 7., 7.])
    tensor([4., 4., 4.]) tensor([4., 4., 4.])
    tensor([6.5000, 6.5000, 6.5000]) tensor([6.5000, 6.5000, 6.5000])
    tensor([[True, True, True]]) tensor([True, True, True])
    >>> for warning in caught:
    ...     print(warning.category.__name__, warning.message)
    FutureWarning `nn.init.constant` is now deprecated in favor of `nn.init.constant_`.
    FutureWarning `nn.init.normal` is now deprecated in favor of `nn.init.normal_`.
    FutureWarning `nn.init.uniform` is now deprecated in favor of `nn.init.uniform_`.
    FutureWarning `nn.init.xavier_uniform` is now deprecated in favor of `nn.init.xavier_uniform_`.

    What to write instead. Nothing warns.

    >>> nn.init.constant_(t, 3.0) is t, t
    (True, tensor([3., 3., 3.]))
    >>> nn.init.normal_(t, 2.0, 0.0)
    tensor([2., 2., 2.])
    >>> nn.init.uniform_(t, 0.5, 0.5)
    tensor([0.5000, 0.5000, 0.5000])
    """


def normal_takes_mean_and_std():
    """The two numbers of ``nn.init.normal_`` are mean and standard deviation, not two limits ``a`` and ``b``.

    Often written: ``normal(t, a, b)``, like the uniform one. Run it with these names:

    >>> import torch
    >>> from torch import nn
    >>> nn.init.normal_(a=5)
    Traceback (most recent call last):
        ...
    TypeError: normal_() got an unexpected keyword argument 'a'

    By position the call runs, with mean 5 and standard deviation 0.1. The defaults are 0 and 1: from the same seed the
    numbers are those, times 0.1, plus 5.

    >>> def draw(*numbers):
    ...     torch.manual_seed(1)
    ...     return nn.init.normal_(torch.empty(10000), *numbers)
    >>> t = draw(5, 0.1)
    >>> print(t.shape, f"mean {t.mean():.2f}, std {t.std():.2f}")
    torch.Size([10000]) mean 5.00, std 0.10
    >>> torch.allclose(t, 5 + 0.1 * draw())
    True
    """


def uniform_takes_limits():
    """The two numbers of ``nn.init.uniform_`` are the lower and the upper limit, 0 and 1 by default.

    Rounded down, 1000 numbers between -2 and 2 become -2, -1, 0 and 1; those between 0 and 1 all become 0.

    >>> import torch
    >>> from torch import nn
    >>> def draw(*numbers):
    ...     torch.manual_seed(1)
    ...     return nn.init.uniform_(torch.empty(1000), *numbers)
    >>> draw(-2, 2).floor().unique()
    tensor([-2., -1.,  0.,  1.])
    >>> draw().floor().unique(), draw().shape
    (tensor([0.]), torch.Size([1000]))
    >>> draw(3.0, 5.0).floor().unique()
    tensor([3., 4.])

    From one seed the numbers are the same, stretched to the limits.

    >>> torch.allclose(draw(-2, 2), 4 * draw() - 2)
    True
    >>> torch.allclose(draw(3.0, 5.0), 2 * draw() + 3)
    True
    """


def xavier_of_one_layer():
    """``nn.init.xavier_uniform_(layer.weight)`` fills the weight of one layer; a bias has too few dimensions for it.

    It draws evenly within +-sqrt(6 / (fan_in + fan_out)), times ``gain``. ``fan_in`` is the number of inputs of the
    layer, here 40, and ``fan_out`` the number of outputs, here 20. Divided by the limit, every weight lies
    between -1 and 1; times 2 and rounded down, that is -2 to 1.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(40, 20)
    >>> weight = nn.init.xavier_uniform_(layer.weight)
    >>> weight is layer.weight, weight.shape
    (True, torch.Size([20, 40]))
    >>> limit = (6 / (40 + 20)) ** 0.5
    >>> (weight / limit * 2).floor().unique().tolist()
    [-2.0, -1.0, 0.0, 1.0]

    From one seed, it draws what ``uniform_`` draws with these limits.

    >>> def draw(function, *numbers, **keywords):
    ...     torch.manual_seed(1)
    ...     return function(torch.empty(20, 40), *numbers, **keywords)
    >>> torch.allclose(draw(nn.init.xavier_uniform_), draw(nn.init.uniform_, -limit, limit))
    True
    >>> torch.allclose(draw(nn.init.xavier_uniform_, gain=5.0), draw(nn.init.uniform_, -5 * limit, 5 * limit))
    True
    >>> nn.init.xavier_uniform_(layer.bias)
    Traceback (most recent call last):
        ...
    ValueError: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions
    """


def initialised_is_not_frozen():
    """An initialised weight is still trained; ``requires_grad_(False)`` is what keeps a weight as it is.

    Often written: Xavier initialisation is for layers that should not be updated. Run it: one step of gradient descent
    changes the weight by ``lr`` times its gradient, and that gradient is ``x`` here.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(2, 1, bias=False)
    >>> start = nn.init.xavier_uniform_(layer.weight).tolist()
    >>> x = torch.tensor([3.0, -5.0])
    >>> layer(x).requires_grad
    True
    >>> optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    >>> layer(x).backward()
    >>> layer.weight.grad
    tensor([[ 3., -5.]])
    >>> optimizer.step()
    >>> torch.allclose(torch.tensor(start) - layer.weight, 0.5 * layer.weight.grad)
    True

    A frozen weight gets no gradient, and the same step leaves it alone. Empty the old gradient first: a step would
    still use it.

    >>> optimizer.zero_grad()
    >>> before = layer.weight.tolist()
    >>> layer.weight.requires_grad_(False).requires_grad
    False
    >>> layer(x).requires_grad
    False
    >>> optimizer.step()
    >>> layer.weight.tolist() == before, before == start
    (True, False)
    """
