"""Derivatives of higher order and whole Jacobians

``backward()`` gives the gradient of one number. These cards go further: gradients of gradients, Jacobians and Hessians,
products with them, and inputs that took no part.
"""


def second_derivative():
    """``create_graph=True`` records the derivative itself, so that you can differentiate it once more.

    The first derivative of ``x ** 3`` is ``3 * x ** 2``, the second ``6 * x``. Without ``create_graph`` the gradient is
    a plain number with no history.

    >>> import torch
    >>> x = torch.tensor(2.0, requires_grad=True)
    >>> (first,) = torch.autograd.grad(x ** 3, x, create_graph=True)
    >>> first
    tensor(12., grad_fn=<MulBackward0>)
    >>> torch.autograd.grad(first, x)
    (tensor(12.),)
    >>> (first,) = torch.autograd.grad(x ** 3, x)
    >>> first
    tensor(12.)
    >>> torch.autograd.grad(first, x)
    Traceback (most recent call last):
        ...
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    """


def gradient_penalty():
    """A loss may contain a gradient: ``torch.autograd.grad(..., create_graph=True)``, then ``backward()`` as usual.

    The penalty here is the squared slope of ``w * x ** 2`` at ``x``, which is ``(2 * w * x) ** 2``. Its derivative with
    respect to ``w`` is ``8 * w * x ** 2``.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> x = torch.tensor(0.5, requires_grad=True)
    >>> (slope,) = torch.autograd.grad(w * x ** 2, x, create_graph=True)
    >>> penalty = slope ** 2
    >>> penalty
    tensor(9., grad_fn=<PowBackward0>)
    >>> penalty.backward()
    >>> w.grad, 8 * w.item() * x.item() ** 2
    (tensor(6.), 6.0)
    """


def unused_inputs():
    """``torch.autograd.grad`` refuses an input that the result does not depend on, unless you allow it.

    ``allow_unused=True`` returns ``None`` for it, ``materialize_grads=True`` zeros.

    >>> import torch
    >>> a = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> b = torch.rand(3, requires_grad=True)
    >>> result = (a ** 2).sum()
    >>> torch.autograd.grad(result, (a, b), retain_graph=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: The differentiated Tensor at index 1 appears to not have been used in the graph. ...
    >>> torch.autograd.grad(result, (a, b), allow_unused=True, retain_graph=True)
    (tensor([2., 4.]), None)
    >>> torch.autograd.grad(result, (a, b), materialize_grads=True)
    (tensor([2., 4.]), tensor([0., 0., 0.]))
    """


def several_outputs():
    """``torch.autograd.grad`` takes several outputs and weighs them with ``grad_outputs``, one weight per element.

    The result is one gradient for each input: that of the weighted sum of all outputs.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> square, cube = x ** 2, x ** 3
    >>> torch.autograd.grad(square, x, grad_outputs=torch.tensor([1.0, 10.0]), retain_graph=True)
    (tensor([ 2., 40.]),)
    >>> torch.autograd.grad((square, cube), x, (torch.tensor([1.0, 10.0]), torch.tensor([1.0, 1.0])), retain_graph=True)
    (tensor([ 5., 52.]),)

    ``is_grads_batched=True`` takes a whole batch of weights, here the rows of the unit matrix: the Jacobian.

    >>> torch.autograd.grad(cube, x, grad_outputs=torch.eye(2), is_grads_batched=True)
    (tensor([[ 3.,  0.],
            [ 0., 12.]]),)
    """


def jacobian():
    """``torch.autograd.functional.jacobian(f, x)`` computes the derivative of each output for each input.

    Row ``i`` belongs to output ``i``, column ``j`` to input ``j``. With several inputs it returns one Jacobian for
    each, as a tuple.

    >>> import torch
    >>> from torch.autograd.functional import jacobian
    >>> def f(x):
    ...     return torch.stack([x[0] * x[1], x[1] * x[2]])
    >>> x = torch.tensor([2.0, 3.0, 5.0])
    >>> jacobian(f, x)
    tensor([[3., 2., 0.],
            [0., 5., 3.]])
    >>> jacobian(lambda a, b: a * b, (torch.tensor(2.0), torch.tensor(7.0)))
    (tensor(7.), tensor(2.))

    ``vectorize=True`` computes all rows in one pass.

    >>> jacobian(f, x, vectorize=True)
    tensor([[3., 2., 0.],
            [0., 5., 3.]])
    """


def hessian():
    """``torch.autograd.functional.hessian(f, x)`` computes the second derivatives of a function with one output.

    For a smooth function it is symmetric: the order in which you differentiate does not matter.

    >>> import torch
    >>> from torch.autograd.functional import hessian
    >>> def f(x):
    ...     return x[0] ** 2 * x[1]
    >>> x = torch.tensor([3.0, 5.0])
    >>> hessian(f, x)
    tensor([[10.,  6.],
            [ 6.,  0.]])
    >>> hessian(torch.square, x)
    Traceback (most recent call last):
        ...
    RuntimeError: The Tensor returned by the function given to hessian should contain a single element

    With two inputs there are four blocks.

    >>> hessian(lambda a, b: a ** 2 * b ** 3, (torch.tensor(1.0), torch.tensor(2.0)))
    ((tensor(16.), tensor(24.)), (tensor(24.), tensor(12.)))
    """


def products():
    """``vjp``, ``jvp``, ``vhp`` and ``hvp`` multiply a Jacobian or Hessian with a vector without building it.

    Each returns the pair of result and product. ``v`` comes from the left in ``vjp`` and ``vhp``, from the right in
    ``jvp`` and ``hvp``; for a Hessian both are the same.

    >>> import torch
    >>> from torch.autograd.functional import hvp, jvp, vhp, vjp
    >>> def f(x):
    ...     return torch.stack([x[0] * x[1], x[1] * x[2]])
    >>> x = torch.tensor([2.0, 3.0, 5.0])
    >>> vjp(f, x, torch.tensor([1.0, 10.0]))
    (tensor([ 6., 15.]), tensor([ 3., 52., 30.]))
    >>> jvp(f, x, torch.tensor([1.0, 10.0, 100.0]))
    (tensor([ 6., 15.]), tensor([ 23., 350.]))
    >>> def g(x):
    ...     return x[0] ** 2 * x[1] + x[2] ** 3
    >>> hvp(g, x, torch.tensor([1.0, 10.0, 100.0]))
    (tensor(137.), tensor([  46.,    4., 3000.]))
    >>> vhp(g, x, torch.tensor([1.0, 10.0, 100.0]))
    (tensor(137.), tensor([  46.,    4., 3000.]))
    """


def forward_mode():
    """A dual tensor carries a direction along with its value; every operation moves the direction on.

    This is forward-mode differentiation: result and derivative in one pass, no ``backward()``. ``make_dual`` attaches
    the direction, ``unpack_dual`` takes it off again. The first use of forward mode in a process makes torch warn about
    a line of its own; the filter hides that.

    >>> import torch, warnings
    >>> import torch.autograd.forward_ad as forward_ad
    >>> warnings.filterwarnings("ignore", message=".*torch.jit.script")
    >>> x, direction = torch.tensor([2.0, 3.0]), torch.tensor([1.0, 10.0])
    >>> with forward_ad.dual_level():
    ...     dual = forward_ad.make_dual(x, direction)
    ...     value, tangent = forward_ad.unpack_dual(dual ** 2)
    >>> value, tangent
    (tensor([4., 9.]), tensor([ 4., 60.]))

    It works inside the block only.

    >>> forward_ad.make_dual(x, direction)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to create a dual Tensor for forward AD but no level exists, make sure to enter_dual_level...
    """


def points_without_slope():
    """At a kink autograd picks one slope: 0 for ``relu`` and ``abs`` at 0; ``sqrt`` at 0 gives ``inf``.

    No formula decides there, so know what you get. An ``inf`` times 0 in a later step becomes ``nan``.

    >>> import torch
    >>> x = torch.tensor(0.0, requires_grad=True)
    >>> for f in (torch.relu, torch.abs, torch.sqrt):
    ...     print(f.__name__, torch.autograd.grad(f(x), x))
    relu (tensor(0.),)
    abs (tensor(0.),)
    sqrt (tensor(inf),)
    >>> torch.autograd.grad(torch.sqrt(x) * 0, x)
    (tensor(nan),)

    ``torch.where`` does not protect: the branch not taken still gets a gradient of ``0 * inf``. Change the input of
    the dangerous operation instead.

    >>> x = torch.tensor([0.0, 0.25], requires_grad=True)
    >>> torch.autograd.grad(torch.where(x > 0, torch.sqrt(x), 3 * x).sum(), x)
    (tensor([nan, 1.]),)
    >>> safe = torch.where(x > 0, x, 1.0)
    >>> torch.autograd.grad(torch.where(x > 0, torch.sqrt(safe), 3 * x).sum(), x)
    (tensor([3., 1.]),)
    """


def ties():
    """Where several elements share the maximum, ``max()`` and ``amax`` divide the gradient among them.

    ``max(dim=0)`` returns one index, and the gradient goes to that element alone.

    >>> import torch
    >>> x = torch.tensor([4.0, 1.0, 4.0], requires_grad=True)
    >>> torch.autograd.grad(x.max(), x)
    (tensor([0.5000, 0.0000, 0.5000]),)
    >>> torch.autograd.grad(x.amax(dim=0), x)
    (tensor([0.5000, 0.0000, 0.5000]),)
    >>> values, index = x.max(dim=0)
    >>> (gradient,) = torch.autograd.grad(values, x)
    >>> gradient[index], gradient.sum(), gradient[1]
    (tensor(1.), tensor(1.), tensor(0.))
    """


def complex_gradients():
    """For a complex ``z``, ``z.grad`` points where a real loss grows fastest; step against it as for real numbers.

    The gradient of ``abs(z) ** 2`` is ``2 * z``. A complex result needs a real part or an absolute value first.

    >>> import torch
    >>> z = torch.tensor(3.0 + 4.0j, requires_grad=True)
    >>> loss = z.abs() ** 2
    >>> loss
    tensor(25., grad_fn=<PowBackward0>)
    >>> loss.backward()
    >>> z.grad
    tensor(6.+8.j)
    >>> torch.square(z).backward()
    Traceback (most recent call last):
        ...
    RuntimeError: grad can be implicitly created only for real scalar outputs but got torch.complex64
    """
