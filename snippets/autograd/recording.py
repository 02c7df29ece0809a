"""Recording operations for autograd

Autograd can only differentiate what it recorded while you computed it. These cards show which operations it records,
how to see the record, and how to switch it off for validation, for printing and for updating a weight.
"""


def tracked_leaf():
    """``requires_grad=True`` makes autograd record the operations on the tensor, and on what comes from it.

    Each recorded result carries ``requires_grad=True`` itself and a ``grad_fn``, the node that knows how to
    differentiate that one step. The tensor that you created is a leaf: no recorded step produced it, so it has no
    ``grad_fn``.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w
    tensor([1., 2.], requires_grad=True)
    >>> doubled = 2 * w
    >>> doubled
    tensor([2., 4.], grad_fn=<MulBackward0>)
    >>> doubled + 3
    tensor([5., 7.], grad_fn=<AddBackward0>)
    >>> [(t.is_leaf, t.requires_grad, t.grad_fn is None) for t in (w, doubled)]
    [(True, True, True), (False, True, False)]

    Tensors that you create are not tracked unless you ask. The parameters of a layer are.

    >>> torch.tensor([1.0, 2.0])
    tensor([1., 2.])
    >>> torch.nn.Parameter(torch.tensor([1.0, 2.0]))
    Parameter containing:
    tensor([1., 2.], requires_grad=True)
    """


def weight_from_zero():
    """``torch.zeros(1, requires_grad=True)`` is a weight that starts at 0 and has no gradient yet.

    It is a leaf of shape ``(1,)`` with dtype float32. ``.grad`` is ``None``, not 0, until the first ``backward()``.

    >>> import torch
    >>> W = torch.zeros(1, requires_grad=True)
    >>> W
    tensor([0.], requires_grad=True)
    >>> W.shape, W.dtype
    (torch.Size([1]), torch.float32)
    >>> print(W.grad)
    None

    The slope at 0 need not be 0. For ``(W - 3) ** 2`` it is -6, which tells an optimizer to make ``W`` larger.

    >>> cost = (W - 3) ** 2
    >>> W.is_leaf, cost.is_leaf
    (True, False)
    >>> cost.backward()
    >>> W.grad
    tensor([-6.])
    """


def misspelled_flags():
    """The names are ``requires_grad``, ``no_grad`` and ``enable_grad``; with ``grand`` in them they raise errors.

    Often written: ``requires_grand=True`` or ``requries_grad=True``. Run it: an unknown keyword raises ``TypeError``.

    >>> import torch
    >>> shape, trainable = (2, 3), True
    >>> torch.zeros(shape, requires_grand=trainable)
    Traceback (most recent call last):
        ...
    TypeError: zeros() got an unexpected keyword argument 'requires_grand'
    >>> torch.zeros(shape, requries_grad=trainable)
    Traceback (most recent call last):
        ...
    TypeError: zeros() got an unexpected keyword argument 'requries_grad'
    >>> torch.zeros(shape, requires_grad=trainable)
    tensor([[0., 0., 0.],
            [0., 0., 0.]], requires_grad=True)

    The same slip in the two switches raises ``AttributeError``.

    >>> torch.no_grand  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'no_grand'...
    >>> torch.enable_grand  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'enable_grand'...
    >>> torch.no_grad.__name__, torch.enable_grad.__name__
    ('no_grad', 'enable_grad')

    ``torch.autograd`` holds the same two objects under the same names.

    >>> torch.autograd.no_grad is torch.no_grad, torch.autograd.enable_grad is torch.enable_grad
    (True, True)
    """


def misspelled_attribute():
    """A misspelled attribute that you assign, such as ``w.requires_grand = True``, raises no error.

    Python lets you add any attribute to a tensor. So the line runs, autograd never hears of it, and the mistake
    only shows when ``backward()`` fails.

    >>> import torch
    >>> w = torch.tensor(3.0)
    >>> w.requires_grand = True
    >>> w.requires_grand, w.requires_grad
    (True, False)
    >>> loss = 5 * w
    >>> loss
    tensor(15.)
    >>> loss.backward()
    Traceback (most recent call last):
        ...
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn

    The method ``requires_grad_()`` is safer here: a misspelled method raises ``AttributeError``.

    >>> w.requires_grand_()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: 'Tensor' object has no attribute 'requires_grand_'...
    >>> w.requires_grad_()
    tensor(3., requires_grad=True)
    """


def floating_point_only():
    """Only floating-point and complex tensors can require gradients; integer tensors raise ``RuntimeError``.

    A gradient describes a small change of the value, and an integer has no small changes. The usual slip is a missing
    decimal point: ``2`` makes an integer tensor, ``2.0`` a float tensor.

    >>> import torch
    >>> number = 2
    >>> torch.tensor(number, requires_grad=True)
    Traceback (most recent call last):
        ...
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> torch.tensor(float(number), requires_grad=True)
    tensor(2., requires_grad=True)

    Often written: ``dtype=torch.long`` together with ``requires_grad=True``. Run it: the dtype decides here as well.

    >>> shape = (2, 3)
    >>> torch.zeros(shape, dtype=torch.long, requires_grad=True)
    Traceback (most recent call last):
        ...
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> torch.zeros(shape, dtype=torch.float64, requires_grad=True)
    tensor([[0., 0., 0.],
            [0., 0., 0.]], dtype=torch.float64, requires_grad=True)
    >>> torch.tensor(3 + 4j, requires_grad=True)
    tensor(3.+4.j, requires_grad=True)
    """


def graph_nodes():
    """``grad_fn`` is the function that will compute a gradient, not the gradient, which ends up in ``.grad``.

    Often written: the ``grad_fn`` of an expression holds its gradient. Run it: it is a node of the graph, named
    after the operation that it will differentiate, and it has no ``grad``. It points back to the node of the step
    before.

    >>> import torch
    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> y = x ** 2
    >>> y
    tensor(9., grad_fn=<PowBackward0>)
    >>> y.grad_fn.name(), hasattr(y.grad_fn, "grad")
    ('PowBackward0', False)
    >>> [node.name() for node, _ in y.grad_fn.next_functions]
    ['torch::autograd::AccumulateGrad']

    ``AccumulateGrad`` is the end of the way: it adds the gradient into ``x.grad``. That happens in ``backward()``.

    >>> print(x.grad)
    None
    >>> y.backward()
    >>> x.grad
    tensor(6.)

    Not every expression has such a node. A leaf has none, and neither has a comparison, nor a result made under
    ``no_grad``.

    >>> same = x == 3
    >>> with torch.no_grad():
    ...     cube = x ** 3
    >>> same, cube
    (tensor(True), tensor(27.))
    >>> x.grad_fn, same.grad_fn, cube.grad_fn
    (None, None, None)
    """


def recorded_operations():
    """An operation is recorded only if one of its inputs requires grad, and only leaves keep a gradient.

    Often written: PyTorch records every operation and keeps every gradient. Run it: plain tensors leave no record.

    >>> import torch, warnings
    >>> x = torch.tensor([1.0, 2.0])
    >>> x * 3
    tensor([3., 6.])
    >>> w = torch.tensor(5.0, requires_grad=True)
    >>> scaled = x * w
    >>> scaled
    tensor([ 5., 10.], grad_fn=<MulBackward0>)

    The gradients are computed in ``backward()``, not before. Afterwards the leaf ``w`` has one, while the
    intermediate result ``scaled`` has none, and reading it warns you.

    >>> print(w.grad)
    None
    >>> scaled.sum().backward()
    >>> w.grad
    tensor(3.)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(scaled.grad)
    None
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    UserWarning The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. ...
    """


def no_grad_in_validation():
    """Under ``torch.no_grad()`` nothing is recorded, so ``backward()`` fails; gradients you already have stay.

    Validation only computes a loss and reads it. Without a record, no gradient of the validation data can
    slip into training.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> (w ** 2).backward()
    >>> with torch.no_grad():
    ...     loss = 5 * w
    >>> loss
    tensor(15.)
    >>> loss.backward()
    Traceback (most recent call last):
        ...
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    >>> w.grad
    tensor(6.)

    It also works as a decorator, for a whole function.

    >>> @torch.no_grad()
    ... def validate():
    ...     return 7 * w
    >>> validate()
    tensor(21.)

    On a line of its own it makes an object and throws it away, so recording goes on. A ``with`` line needs its
    indented block.

    >>> type(torch.no_grad()).__name__
    'no_grad'
    >>> 4 * w
    tensor(12., grad_fn=<MulBackward0>)
    >>> exec("with torch.no_grad():")
    Traceback (most recent call last):
        ...
    IndentationError: expected an indented block after 'with' statement on line 1
    """


def no_grad_is_not_eval():
    """``torch.no_grad()`` leaves dropout switched on; for validation you need ``model.eval()`` as well.

    Dropout sets numbers to 0 at random while training and enlarges the others, here four times since three of four
    are dropped. Whether it does so depends on the module's mode, and ``no_grad`` does not touch the mode.

    >>> import torch
    >>> dropout = torch.nn.Dropout(p=0.75)
    >>> x = torch.ones(40, 50, requires_grad=True)
    >>> with torch.no_grad():
    ...     dropped = dropout(x)
    >>> dropped.shape, dropped.unique()
    (torch.Size([40, 50]), tensor([0., 4.]))

    The other way round, ``eval()`` stops the dropout and leaves the recording on.

    >>> mode = dropout.eval()
    >>> tripled = 3 * dropout(x)
    >>> tripled.detach().unique(), tripled.requires_grad
    (tensor([3.]), True)
    """


def grad_switches():
    """``no_grad``, ``enable_grad`` and ``set_grad_enabled`` switch recording for their block, then restore it.

    The blocks can be nested, and the innermost one decides. A ``grad_fn`` in the output shows that recording was on.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> with torch.no_grad():
    ...     print(2 * w)
    ...     with torch.enable_grad():
    ...         print(4 * w)
    ...     print(5 * w)
    tensor(6.)
    tensor(12., grad_fn=<MulBackward0>)
    tensor(15.)
    >>> 6 * w
    tensor(18., grad_fn=<MulBackward0>)

    ``set_grad_enabled`` takes a flag. Use it where the same code serves training and validation.

    >>> for training in (False, True):
    ...     with torch.set_grad_enabled(training):
    ...         print(7 * w)
    tensor(21.)
    tensor(21., grad_fn=<MulBackward0>)
    >>> with torch.set_grad_enabled(False):
    ...     print(8 * w)
    tensor(24.)
    >>> 9 * w
    tensor(27., grad_fn=<MulBackward0>)
    """


def updating_a_leaf():
    """A leaf that requires grad can be changed in place only while recording is off.

    A weight is updated in place, because the model holds this very tensor. If the change were recorded, the
    leaf would become the result of an operation, so autograd refuses.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> (w ** 2).backward()
    >>> w -= w.grad
    Traceback (most recent call last):
        ...
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.

    Under ``no_grad`` the update works, and ``w`` stays a leaf. The step is 0.25 times the gradient, which is 6.

    >>> with torch.no_grad():
    ...     w -= 0.25 * w.grad
    >>> w
    tensor(1.5000, requires_grad=True)

    Subtracting without ``no_grad`` into a new tensor raises nothing, but the result is no leaf, so it would get no
    ``.grad``.

    >>> moved = w - 0.5 * w.grad
    >>> moved
    tensor(-1.5000, grad_fn=<SubBackward0>)
    >>> [t.is_leaf for t in (w, moved)]
    [True, False]
    """


def detached_results():
    """``detach()`` returns a tensor without history that shares its memory with the original.

    Use it to pass numbers on without passing gradients on. The original keeps its place in the graph.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * x
    >>> d = y.detach()
    >>> d
    tensor([3., 6.])
    >>> d.requires_grad, y.requires_grad
    (False, True)
    >>> d.data_ptr() == y.data_ptr()
    True

    Shared memory means that writing to one changes the other. For numbers of your own, add ``clone()``.

    >>> d[1] = 10
    >>> y
    tensor([ 3., 10.], grad_fn=<MulBackward0>)
    >>> copy = y.detach().clone()
    >>> copy[0] = 20
    >>> copy
    tensor([20., 10.])
    >>> y
    tensor([ 3., 10.], grad_fn=<MulBackward0>)
    """


def predictions_for_printing():
    """``hypothesis.squeeze().detach()`` turns a ``(5, 1)`` prediction into five plain numbers.

    ``squeeze()`` removes the dimension of size 1, ``detach()`` leaves the graph behind. Neither copies the numbers.

    >>> import torch
    >>> x = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> W = torch.tensor([[2.0]], requires_grad=True)
    >>> hypothesis = x @ W
    >>> hypothesis.shape, hypothesis.requires_grad
    (torch.Size([5, 1]), True)
    >>> printable = hypothesis.squeeze().detach()
    >>> printable
    tensor([ 2.,  4.,  6.,  8., 10.])
    >>> printable.shape, printable.requires_grad
    (torch.Size([5]), False)
    >>> printable.data_ptr() == hypothesis.data_ptr()
    True

    Without ``detach()``, NumPy refuses the tensor.

    >>> hypothesis.numpy()
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.

    ``squeeze()`` removes every dimension of size 1. With a single prediction nothing is left to loop over, so name
    the dimension that you mean.

    >>> hypothesis[2:3].squeeze().shape, hypothesis[2:3].squeeze(dim=1).shape
    (torch.Size([]), torch.Size([1]))
    """


def variable():
    """``torch.autograd.Variable`` returns an ordinary tensor: since the two classes became one, nothing needs wrapping.

    Often written: ``x = Variable(x)``, so that autograd records. Run it: you get a tensor on the same memory, and
    ``requires_grad_()`` does the same without it. The argument ``volatile=True`` is ignored, with a warning; its place
    was taken by ``torch.no_grad()``.

    >>> import torch
    >>> import warnings
    >>> from torch.autograd import Variable
    >>> x = torch.tensor([1.0, 2.0])
    >>> wrapped = Variable(x, requires_grad=True)
    >>> type(wrapped), isinstance(x, Variable)
    (<class 'torch.Tensor'>, True)
    >>> wrapped is x, wrapped.data_ptr() == x.data_ptr()
    (False, True)
    >>> (wrapped ** 3).sum().backward()
    >>> wrapped.grad
    tensor([ 3., 12.])
    >>> plain = torch.tensor([1.0, 2.0]).requires_grad_()
    >>> (plain ** 3).sum().backward()
    >>> plain.grad
    tensor([ 3., 12.])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     volatile = Variable(x, volatile=True)
    >>> print(caught[0].message)
    volatile was removed and now has no effect. Use `with torch.no_grad():` instead.
    >>> wrapped.requires_grad, volatile.requires_grad
    (True, False)
    """
