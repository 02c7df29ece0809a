"""Computing gradients

A gradient says how much a result changes when one of its inputs changes a little. These cards show how to ask
autograd for one, where it puts the answer, and which results it refuses. You need them as soon as a loss is to be
made smaller.
"""


def automatic_differentiation():
    """``torch.autograd`` computes a derivative from the operations that you ran; you write no formula for it.

    The derivative of ``x ** 3`` is ``3 * x ** 2``, so it is 12 at 2. There are two ways to ask for it.
    ``torch.autograd.grad(result, x)`` returns the gradient, one for each input, and stores nothing.

    >>> import torch
    >>> x = torch.tensor(2.0, requires_grad=True)
    >>> torch.autograd.grad(x ** 3, x)
    (tensor(12.),)
    >>> print(x.grad)
    None

    ``backward()`` returns nothing and leaves the same number in ``x.grad``. Training code uses this form.

    >>> (x ** 3).backward()
    >>> x.grad
    tensor(12.)
    """


def backward_fills_grad():
    """``backward()`` fills ``.grad`` of every leaf that requires grad and went into the cost, not of one chosen tensor.

    A leaf is a tensor that you created rather than computed. Here the cost is the mean squared error of the line
    ``W * x + b``, and both ``W`` and ``b`` start at 0. You name neither of them when you call ``backward()``.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> y = torch.tensor([2.0, 3.0, 4.0])
    >>> W = torch.zeros(1, requires_grad=True)
    >>> b = torch.zeros(1, requires_grad=True)
    >>> unused = torch.zeros(1, requires_grad=True)
    >>> cost = ((W * x + b - y) ** 2).mean()
    >>> cost
    tensor(9.6667, grad_fn=<MeanBackward0>)
    >>> cost.backward()
    >>> W.grad
    tensor([-13.3333])
    >>> b.grad
    tensor([-6.])

    By hand: where ``W`` and ``b`` are 0, the derivatives are the mean of ``-2 * x * y``, which is -40/3, and the
    mean of ``-2 * y``. The data ``x`` does not require grad, so it gets nothing. Nor does a leaf that the cost does not
    depend on.

    >>> (-2 * x * y).mean(), (-2 * y).mean()
    (tensor(-13.3333), tensor(-6.))
    >>> print(x.grad, unused.grad)
    None None
    """


def grad_attribute():
    """``.grad`` is ``None`` until the first ``backward()``, and each further ``backward()`` adds to it.

    The derivative of ``x ** 2`` at 3 is 6. The second call computes 6 again, and 12 is what you read.

    >>> import torch
    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> print(x.grad)
    None
    >>> (x ** 2).backward()
    >>> x.grad
    tensor(6.)
    >>> (x ** 2).backward()
    >>> x.grad
    tensor(12.)

    A training loop that forgets this walks with the sum of all gradients since it started. Empty ``.grad`` before
    each ``backward()``: by hand as here, or with ``optimizer.zero_grad()``, which does it for all parameters.

    >>> x.grad = None
    >>> (x ** 2).backward()
    >>> x.grad
    tensor(6.)
    """


def misspelled_backward():
    """The method that starts back-propagation is ``backward``; ``backword`` does not exist.

    Often written: ``loss.backword()``. Run it: Python stops before anything is computed, and ``w.grad`` stays empty.

    >>> import torch
    >>> w = torch.tensor(5.0, requires_grad=True)
    >>> loss = w ** 2
    >>> loss.backword()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: 'Tensor' object has no attribute 'backword'...
    >>> print(w.grad)
    None
    >>> loss.backward()
    >>> w.grad
    tensor(10.)
    """


def chain_rule():
    """``backward()`` multiplies the derivatives of all steps, then frees the graph unless ``retain_graph=True``.

    The graph is the record of the steps from ``w`` to ``z``. The chain rule goes through it from the end:
    dz/dy is ``2 * y``, dy/dw is 3, and their product is dz/dw.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> y = 3 * w
    >>> z = y ** 2
    >>> z
    tensor(144., grad_fn=<PowBackward0>)
    >>> z.backward()
    >>> w.grad
    tensor(72.)
    >>> (2 * y * 3).item() == w.grad.item()
    True

    ``backward()`` frees what the graph had stored, so a second call finds nothing to work with.

    >>> z.backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to backward through the graph a second time ...

    Compute the result again, which is what a training loop does, or keep the graph with ``retain_graph=True``. Each
    further call adds another 72 to ``w.grad``.

    >>> z = (3 * w) ** 2
    >>> z.backward(retain_graph=True)
    >>> z.backward()
    >>> w.grad
    tensor(216.)
    """


def added_constant():
    """A constant that is added to a result changes the result but not its gradient.

    ``z`` is ``2 * w ** 2 + 5``, built in two steps. Its derivative is ``4 * w``. The 5 is in the value of ``z``
    and nowhere in ``w.grad``.

    >>> import torch
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> y = w ** 2
    >>> z = 2 * y + 5
    >>> z
    tensor(13., grad_fn=<AddBackward0>)
    >>> z.backward()
    >>> w.grad
    tensor(8.)

    The same without the constant:

    >>> z = 2 * w ** 2
    >>> z
    tensor(8., grad_fn=<MulBackward0>)
    >>> torch.autograd.grad(z, w)
    (tensor(8.),)
    """


def scalar_results():
    """``backward()`` without an argument works only on a result that holds exactly one number.

    A gradient belongs to one number. With three results, autograd would have to know how to weigh them, and it
    refuses to guess.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> loss = w ** 2
    >>> loss.backward()
    Traceback (most recent call last):
        ...
    RuntimeError: grad can be implicitly created only for scalar outputs

    Reduce the result to one number first, with ``sum()`` or ``mean()``.

    >>> loss.sum().backward()
    >>> w.grad
    tensor([2., 4., 6.])

    What counts is the number of elements, not the number of dimensions: a shape of ``(1, 1)`` is accepted too.

    >>> w.grad = None
    >>> single = (w ** 3)[1:2].unsqueeze(1)
    >>> single.shape
    torch.Size([1, 1])
    >>> single.backward()
    >>> w.grad
    tensor([ 0., 12.,  0.])
    """


def weighted_gradient():
    """``loss.backward(gradient=v)`` computes the gradient of ``(v * loss).sum()``, with ``v`` as fixed weights.

    This is the argument that a loss with several elements needs. Weights of 1 give the gradient of ``loss.sum()``.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> loss = w ** 2
    >>> loss.backward(gradient=torch.ones_like(loss))
    >>> w.grad
    tensor([2., 4., 6.])
    >>> torch.autograd.grad((w ** 2).sum(), w)
    (tensor([2., 4., 6.]),)

    Often written: ``loss.backward(gradient=loss)``. Run it: every element is weighted by its own value. That is the
    gradient of half the sum of the squared losses, another quantity than the loss.

    >>> w.grad = None
    >>> loss = w ** 2
    >>> loss.backward(gradient=loss)
    >>> w.grad
    tensor([ 2., 16., 54.])
    >>> torch.autograd.grad(0.5 * ((w ** 2) ** 2).sum(), w)
    (tensor([ 2., 16., 54.]),)

    In training code, ``loss.mean().backward()`` is the usual form: weights of 1/3 here, one third of the first
    result.

    >>> torch.autograd.grad((w ** 2).mean(), w)
    (tensor([0.6667, 1.3333, 2.0000]),)
    """


def intermediate_gradient():
    """The gradient of an intermediate result is computed but not kept, unless you ask with ``retain_grad()``.

    In ``w -> y -> z``, the tensor ``y`` is an intermediate result, not a leaf.

    >>> import torch, warnings
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> y = w ** 2
    >>> z = 2 * y + 5
    >>> z
    tensor(23., grad_fn=<AddBackward0>)
    >>> z.backward(retain_graph=True)
    >>> w.grad
    tensor(12.)

    Often written: dz/dy cannot be calculated. Run it: ``y.grad`` is indeed empty, and a warning says why.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(y.grad)
    None
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    UserWarning The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. ...use .retain_grad()...

    Yet the chain rule needs dz/dy = 2 to find dz/dw, so the number exists. ``torch.autograd.grad`` returns it, and
    ``y.retain_grad()``, called before ``backward()``, keeps it in ``y.grad``.

    >>> torch.autograd.grad(z, y, retain_graph=True)
    (tensor(2.),)
    >>> y.retain_grad()
    >>> z.backward()
    >>> y.grad
    tensor(2.)
    """


def gradient_is_not_update():
    """``backward()`` computes gradients and changes no weight; the optimizer's ``step()`` changes the weights.

    Often written: ``requires_grad=True`` declares that training changes the value. Run it: ``W`` and ``b`` both
    require grad, and only ``W`` is given to the optimizer. After ``backward()`` each has a gradient and its old
    value.

    >>> import torch
    >>> W = torch.tensor(3.0, requires_grad=True)
    >>> b = torch.tensor(7.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([W], lr=0.25)
    >>> (W ** 2 + 4 * b).backward()
    >>> W.grad, b.grad
    (tensor(6.), tensor(4.))
    >>> W, b
    (tensor(3., requires_grad=True), tensor(7., requires_grad=True))

    ``step()`` takes ``lr`` times the gradient away from the tensors that it was given: 3 - 0.25 * 6 = 1.5. It does
    not know ``b``, and ``b`` stays.

    >>> optimizer.step()
    >>> W, b
    (tensor(1.5000, requires_grad=True), tensor(7., requires_grad=True))
    """


def custom_function():
    """A subclass of ``torch.autograd.Function`` lets you write both the result and its derivative yourself.

    ``forward`` computes the result and saves what the derivative needs. ``backward`` receives the gradient that
    arrives from the later steps and returns it times the derivative of this step. Call the function through
    ``.apply``.

    >>> import torch
    >>> class Cube(torch.autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x ** 3
    ...     @staticmethod
    ...     def backward(ctx, grad_output):
    ...         (x,) = ctx.saved_tensors
    ...         return grad_output * 3 * x ** 2
    >>> x = torch.tensor([2.0, 4.0], dtype=torch.float64, requires_grad=True)
    >>> result = 5 * Cube.apply(x)
    >>> result.tolist()
    [40.0, 320.0]
    >>> result.sum().backward()
    >>> x.grad.tolist()
    [60.0, 240.0]

    Autograd's own derivative of the same expression agrees, and so does ``gradcheck``, which moves each input a
    little and measures how much the result changes. ``gradcheck`` is made for float64, as here.

    >>> torch.autograd.grad((5 * x ** 3).sum(), x)[0].tolist()
    [60.0, 240.0]
    >>> torch.autograd.gradcheck(Cube.apply, x)
    True
    """


def wrong_backward():
    """Autograd uses the ``backward`` that you wrote even if it is wrong; ``gradcheck`` finds the mistake.

    The derivative of ``x ** 2`` is ``2 * x``, which is 6 at 3. This ``backward`` forgets the 2. No error, no
    warning: ``x.grad`` holds the wrong number.

    >>> import torch
    >>> class Square(torch.autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x ** 2
    ...     @staticmethod
    ...     def backward(ctx, grad_output):
    ...         (x,) = ctx.saved_tensors
    ...         return grad_output * x
    >>> x = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
    >>> y = Square.apply(x)
    >>> y.item()
    9.0
    >>> y.backward()
    >>> x.grad.item()
    3.0
    >>> torch.autograd.grad(x ** 2, x)[0].item()
    6.0

    ``gradcheck`` compares with a measured slope. It raises an error that names the input, or answers ``False`` if
    you ask it not to raise.

    >>> torch.autograd.gradcheck(Square.apply, x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch.autograd.gradcheck.GradcheckError: Jacobian mismatch for output 0 with respect to input 0,...
    >>> torch.autograd.gradcheck(Square.apply, x, raise_exception=False)
    False
    """
