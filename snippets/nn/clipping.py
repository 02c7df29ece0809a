"""Clipping gradients

One bad batch can produce a gradient so large that a step ruins the model. Clipping makes large gradients smaller
between ``backward()`` and ``step()``. The last cards treat all parameters of a model as one vector.
"""


def clip_grad_norm():
    """``clip_grad_norm_`` scales all gradients together so that their common norm is at most ``max_norm``.

    The norm is that of all gradients written in one row: here of (3, 4, 12), which is 13. It returns the norm as it was
    before, worth logging. The direction stays the same: each number is multiplied by 6.5 / 13. (PyTorch divides by 13
    and one millionth, so the results are not exact to the last digit.)

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import clip_grad_norm_
    >>> p, q = nn.Parameter(torch.empty(2)), nn.Parameter(torch.empty(1))
    >>> p.grad, q.grad = torch.tensor([3.0, 4.0]), torch.tensor([12.0])
    >>> clip_grad_norm_([p, q], max_norm=6.5)
    tensor(13.)
    >>> p.grad, q.grad
    (tensor([1.5000, 2.0000]), tensor([6.0000]))

    Gradients that are small enough stay as they are.

    >>> clip_grad_norm_([p, q], max_norm=20.0)
    tensor(6.5000)
    >>> p.grad, q.grad
    (tensor([1.5000, 2.0000]), tensor([6.0000]))
    """


def where_to_clip():
    """Clip after ``backward()`` and before ``step()``: earlier there is no gradient, later it has been used.

    Clipping before ``backward()`` finds no gradients, returns a norm of 0 and raises nothing.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1, bias=False)
    >>> _ = nn.init.constant_(model.weight, 5.0)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    >>> loss = model(torch.tensor([[30.0, 40.0]]))
    >>> limit = 1.0
    >>> nn.utils.clip_grad_norm_(model.parameters(), limit)
    tensor(0.)
    >>> loss.backward()
    >>> model.weight.grad
    tensor([[30., 40.]])
    >>> nn.utils.clip_grad_norm_(model.parameters(), limit)
    tensor(50.)
    >>> optimizer.step()
    >>> model.weight.data
    tensor([[4.4000, 4.2000]])
    """


def clip_grad_value():
    """``clip_grad_value_`` cuts each number of the gradients off at ``clip_value``, which changes the direction.

    Here -40 outweighs the other two by far, and after the cut it is no larger than the first. It returns nothing.

    >>> import torch
    >>> from torch import nn
    >>> p = nn.Parameter(torch.empty(3))
    >>> p.grad = torch.tensor([3.0, -40.0, 1.0])
    >>> p.grad
    tensor([  3., -40.,   1.])
    >>> nn.utils.clip_grad_value_([p], clip_value=2.0)
    >>> p.grad
    tensor([ 2., -2.,  1.])
    """


def other_norms():
    """``norm_type`` chooses the norm: 2 by default, 1 for the sum of the sizes, ``inf`` for the largest of them.

    The limit must fit the norm: 2.5 is half of the one norm, 3.5 and 2 are half of the others.

    >>> import torch
    >>> from torch import nn
    >>> p = nn.Parameter(torch.empty(2))
    >>> p.grad = torch.tensor([3.0, -4.0])
    >>> nn.utils.clip_grad_norm_([p], max_norm=2.5)
    tensor(5.)
    >>> p.grad
    tensor([ 1.5000, -2.0000])
    >>> p.grad = torch.tensor([3.0, -4.0])
    >>> nn.utils.clip_grad_norm_([p], max_norm=3.5, norm_type=1)
    tensor(7.)
    >>> p.grad
    tensor([ 1.5000, -2.0000])
    >>> p.grad = torch.tensor([3.0, -4.0])
    >>> nn.utils.clip_grad_norm_([p], max_norm=2.0, norm_type=float("inf"))
    tensor(4.)
    >>> p.grad
    tensor([ 1.5000, -2.0000])
    """


def total_norm():
    """``get_total_norm`` computes the common norm of a list of tensors and changes nothing.

    Give it gradients, not parameters. ``clip_grads_with_norm_`` then clips with a norm you already have. The two
    together are ``clip_grad_norm_``; apart, they let you look at the norm first.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import clip_grads_with_norm_, get_total_norm
    >>> p, q = nn.Parameter(torch.empty(2)), nn.Parameter(torch.empty(1))
    >>> p.grad, q.grad = torch.tensor([3.0, 4.0]), torch.tensor([12.0])
    >>> norm = get_total_norm([p.grad, q.grad])
    >>> norm
    tensor(13.)
    >>> p.grad, q.grad
    (tensor([3., 4.]), tensor([12.]))
    >>> clip_grads_with_norm_([p, q], 6.5, norm)
    >>> p.grad, q.grad
    (tensor([1.5000, 2.0000]), tensor([6.0000]))
    >>> get_total_norm([p.grad, q.grad], norm_type=1)
    tensor(9.5000)
    """


def infinite_gradient():
    """One infinite gradient turns clipping against you: the finite gradients become 0 and the infinite one ``nan``.

    Everything is divided by an infinite norm. ``error_if_nonfinite=True`` raises instead; the default is ``False``.
    Without the infinite number, the same limit does what it should.

    >>> import torch
    >>> from torch import nn
    >>> p, q = nn.Parameter(torch.empty(2)), nn.Parameter(torch.empty(1))
    >>> p.grad, q.grad = torch.tensor([3.0, 4.0]), torch.tensor([float("inf")])
    >>> limit = 2.5
    >>> nn.utils.clip_grad_norm_([p], limit)
    tensor(5.)
    >>> p.grad
    tensor([1.5000, 2.0000])
    >>> nn.utils.clip_grad_norm_([p, q], limit, error_if_nonfinite=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be ...
    >>> p.grad
    tensor([1.5000, 2.0000])
    >>> nn.utils.clip_grad_norm_([p, q], limit)
    tensor(inf)
    >>> p.grad, q.grad
    (tensor([0., 0.]), tensor([nan]))
    """


def clip_grad_norm_without_underscore():
    """``torch.nn.utils.clip_grad_norm`` without the underscore is deprecated; write ``clip_grad_norm_``.

    The old name still does the same, in place, and warns.

    >>> import torch, warnings
    >>> from torch import nn
    >>> p = nn.Parameter(torch.empty(2))
    >>> p.grad = torch.tensor([3.0, 4.0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     nn.utils.clip_grad_norm([p], max_norm=2.5)
    tensor(5.)
    >>> print(caught[0].category.__name__, caught[0].message)
    FutureWarning `torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.
    >>> p.grad
    tensor([1.5000, 2.0000])
    >>> nn.utils.clip_grad_norm_([p], max_norm=1.25)
    tensor(2.5000)
    >>> p.grad
    tensor([0.7500, 1.0000])
    """


def parameters_as_a_vector():
    """``parameters_to_vector`` writes all parameters into one vector; ``vector_to_parameters`` writes them back.

    The order is that of ``parameters()``: here the weight, row by row, then the bias. You need it for methods that see
    a model as one long vector, or to compare two models by one distance.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import parameters_to_vector, vector_to_parameters
    >>> layer = nn.Linear(2, 1)
    >>> vector = torch.tensor([3.0, 4.0, 7.0])
    >>> vector_to_parameters(vector, layer.parameters())
    >>> layer.weight.data, layer.bias.data
    (tensor([[3., 4.]]), tensor([7.]))
    >>> parameters_to_vector(layer.parameters())
    tensor([3., 4., 7.], grad_fn=<CatBackward0>)

    The parameters now lie in the memory of the vector, so they change with it. Pass ``vector.clone()`` to avoid that.

    >>> vector[0] = 50.0
    >>> layer.weight.data
    tensor([[50.,  4.]])
    """


def vector_of_wrong_length():
    """``vector_to_parameters`` ignores what is left over of a vector that is too long; a short one is an error.

    Nothing warns you of the three extra numbers, so check the length yourself.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import parameters_to_vector, vector_to_parameters
    >>> layer = nn.Linear(2, 1)
    >>> vector = torch.tensor([3.0, 4.0, 7.0])
    >>> vector_to_parameters(torch.cat([vector, vector]), layer.parameters())
    >>> parameters_to_vector(layer.parameters()).tolist()
    [3.0, 4.0, 7.0]
    >>> vector_to_parameters(vector[:2], layer.parameters())
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[1]' is invalid for input of size 0
    """
