"""Arithmetic and broadcasting

What ``+``, ``*``, ``==``, ``exp`` and their relatives do to the elements of a tensor, when they write a new
tensor and when they overwrite an old one, and how operands of different shapes are brought together. You need
these cards as soon as you compute with a tensor, and again when a shape or a dtype is not the one you expected.
"""


def four_operations():
    """``+``, ``-``, ``*`` and ``/`` combine two tensors element by element; ``*`` is not the matrix product.

    The element at one place of the result comes from the elements at the same place of the operands. Each
    operator has a name as well: ``torch.add``, ``torch.sub``, ``torch.mul``, ``torch.div``.

    >>> import torch
    >>> a = torch.tensor([[8, 6], [4, 9]])
    >>> b = torch.tensor([[2, 3], [5, 1]])
    >>> a + b
    tensor([[10,  9],
            [ 9, 10]])
    >>> a - b
    tensor([[ 6,  3],
            [-1,  8]])
    >>> a * b
    tensor([[16, 18],
            [20,  9]])
    >>> a / b
    tensor([[4.0000, 2.0000],
            [0.8000, 9.0000]])

    The named functions give the same numbers; the point in ``5.`` says that the element is a float.
    ``torch.add`` can also multiply its second operand first, by ``alpha``:

    >>> torch.add(torch.tensor([[3., 3.]]), torch.tensor([[2., 2.]]))
    tensor([[5., 5.]])
    >>> torch.add(torch.tensor([[3., 3.]]), torch.tensor([[2., 2.]]), alpha=10)
    tensor([[23., 23.]])
    >>> torch.equal(torch.mul(a, b), a * b)
    True

    In mathematics, two matrices side by side mean the matrix product: rows times columns. In PyTorch that is
    ``@``.

    >>> a @ b
    tensor([[46, 30],
            [53, 21]])

    The shapes need not be equal, as long as they fit together; the cards on broadcasting, further down, have
    the rule.

    >>> a + torch.tensor([100, 200])
    tensor([[108, 206],
            [104, 209]])
    """


def division():
    """``/`` turns integers into float32; ``//`` and ``torch.div`` with a ``rounding_mode`` keep them integers.

    True division rarely ends in a whole number, so its result is a float tensor even when every quotient is
    whole.

    >>> import torch
    >>> a = torch.tensor([1, 2])
    >>> b = torch.tensor([2, 2])
    >>> a / b
    tensor([0.5000, 1.0000])
    >>> (a / b).dtype
    torch.float32

    With a rounding mode the dtype stays ``torch.int64``. ``"floor"`` rounds down, and so does ``//``:

    >>> torch.div(a, b, rounding_mode="floor")
    tensor([0, 1])
    >>> torch.div(a, b, rounding_mode="floor").dtype
    torch.int64

    ``"trunc"`` rounds towards zero. You see the difference when a quotient is negative, here -3.5:

    >>> negative = torch.tensor([-7])
    >>> negative // 2
    tensor([-4])
    >>> torch.div(negative, 2, rounding_mode="floor")
    tensor([-4])
    >>> torch.div(negative, 2, rounding_mode="trunc")
    tensor([-3])
    """


def numbers_with_tensors():
    """A number in an expression meets every element; an integer tensor and a Python float give float32.

    You need no loop: ``t + 1`` adds one everywhere, and ``t > 0.5`` asks the question of each element and
    answers with a boolean tensor of the same shape.

    >>> import torch
    >>> t = torch.tensor([[0.2, 0.7, 0.5], [0.9, 0.1, 0.6]])
    >>> t + 1
    tensor([[1.2000, 1.7000, 1.5000],
            [1.9000, 1.1000, 1.6000]])
    >>> t > 0.5
    tensor([[False,  True, False],
            [ True, False,  True]])

    An integer number leaves the dtype of an integer tensor alone, a float number changes it, and ``/`` always
    gives floats:

    >>> counts = torch.tensor([1, 2])
    >>> counts + 1
    tensor([2, 3])
    >>> counts.short() * 3
    tensor([3, 6], dtype=torch.int16)
    >>> scaled = counts * 2.5
    >>> scaled
    tensor([2.5000, 5.0000])
    >>> scaled.dtype
    torch.float32
    >>> counts / 4
    tensor([0.2500, 0.5000])

    A boolean tensor has no dtype for numbers to stay in: with an integer number it becomes ``int64``.

    >>> seen = torch.tensor([True, False])
    >>> seen + 1
    tensor([2, 1])
    >>> (seen + 1).dtype
    torch.int64
    >>> seen * 3
    tensor([3, 0])
    """


def python_function_per_element():
    """Tensors have no ``applymap``; ``apply_`` calls a Python function per element, in place, on the CPU only.

    Often written: a tensor expression is like the ``applymap`` of pandas. The picture is right, the name is
    not: no tensor has such a method, and in pandas 3 it is called ``DataFrame.map``. Run it:

    >>> import torch
    >>> import pandas as pd
    >>> hasattr(torch.Tensor, "applymap")
    False
    >>> hasattr(pd.DataFrame, "applymap")
    False
    >>> pd.DataFrame({"width": [4, 9]}).map(lambda value: value + 1)["width"].tolist()
    [5, 10]

    Prefer an expression. ``apply_`` is there for the rare function that only exists in Python. It overwrites the
    tensor and calls the function once for each element.

    >>> t = torch.tensor([4., 9.])
    >>> t + 1
    tensor([ 5., 10.])
    >>> t.apply_(lambda value: value + 1)
    tensor([ 5., 10.])
    >>> t
    tensor([ 5., 10.])

    On a GPU it raises a ``TypeError``. These lines check that where there is one, and do nothing elsewhere:

    >>> import contextlib
    >>> if torch.cuda.is_available():
    ...     with contextlib.suppress(TypeError):
    ...         t.cuda().apply_(abs)
    ...         raise AssertionError("apply_ has run on a GPU")
    """


def powers():
    """``torch.pow(t, exponent)`` and ``t ** exponent`` raise each element to the power, not the matrix.

    The exponent is one number, or a tensor with an exponent for each element.

    >>> import torch
    >>> torch.pow(torch.tensor([2, 3]), 3)
    tensor([ 8, 27])
    >>> t = torch.tensor([[2, 3], [4, 5]])
    >>> t ** 3
    tensor([[  8,  27],
            [ 64, 125]])
    >>> t @ t @ t
    tensor([[116, 153],
            [204, 269]])
    >>> t ** torch.tensor([[5, 4], [1, 0]])
    tensor([[32, 81],
            [ 4,  1]])

    A negative exponent gives fractions, which integers cannot hold. A negative number as exponent is refused.
    In a tensor of exponents it is not: the fractions become 0. Convert to float first.

    >>> n = torch.tensor([2, 4])
    >>> exponent = -1
    >>> n ** exponent
    Traceback (most recent call last):
        ...
    RuntimeError: Integers to negative integer powers are not allowed.
    >>> n ** torch.tensor([exponent, 2])
    tensor([ 0, 16])
    >>> n.float() ** exponent
    tensor([0.5000, 0.2500])
    """


def sigmoid():
    """``torch.sigmoid`` and ``torch.nn.functional.sigmoid`` compute the same: 1 / (1 + exp(-x)) for each element.

    The sigmoid maps any number into the range from 0 to 1, and 0 to one half. It turns the score of a
    classifier with two classes into a probability. Its argument may be an expression:

    >>> import torch
    >>> import torch.nn.functional as F
    >>> torch.sigmoid(torch.tensor([-2., 0., 2.]))
    tensor([0.1192, 0.5000, 0.8808])
    >>> x = torch.tensor([[1., 2.], [3., -4.]])
    >>> w = torch.tensor([0.5, -0.5])
    >>> b = 0.25
    >>> x @ w + b
    tensor([-0.2500,  3.7500])
    >>> torch.sigmoid(x @ w + b)
    tensor([0.4378, 0.9770])
    >>> F.sigmoid(x @ w + b)
    tensor([0.4378, 0.9770])
    >>> torch.equal(torch.sigmoid(x @ w + b), F.sigmoid(x @ w + b))
    True

    Written out, it is the formula:

    >>> 1 / (1 + torch.exp(-(x @ w + b)))
    tensor([0.4378, 0.9770])
    """


def equality():
    """``t.eq(u)`` answers for each element, as ``==`` does; ``torch.equal(t, u)`` gives one ``bool`` for both tensors.

    Often written: ``t.eq(u)`` tells whether two tensors hold the same data. Run it: you get as many answers as
    elements, and an ``if`` cannot choose between them.

    >>> import torch
    >>> t = torch.tensor([1, 2])
    >>> u = torch.tensor([1, 3])
    >>> t.eq(u)
    tensor([ True, False])
    >>> same = t == u
    >>> same
    tensor([ True, False])
    >>> if same:
    ...     print("equal")
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.equal(t, u)
    False
    >>> torch.equal(t, u - torch.tensor([0, 1]))
    True

    ``eq`` broadcasts, so different shapes may still give an answer, even True everywhere, or else an error.
    ``torch.equal`` calls them different in both cases. It forgives another dtype, though.

    >>> t.eq(torch.tensor([[1], [2], [2]]))
    tensor([[ True, False],
            [False,  True],
            [False,  True]])
    >>> row = torch.tensor([[1, 2]])
    >>> row.eq(t)
    tensor([[True, True]])
    >>> torch.equal(row, t)
    False
    >>> torch.equal(row[0], t)
    True
    >>> t.eq(torch.tensor([1, 2, 3]))
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
    >>> torch.equal(t, torch.tensor([1, 2, 3]))
    False
    >>> torch.equal(t, torch.tensor([1.0, 2.0]))
    True

    Both compare exactly. For floats that were computed, ask ``torch.allclose`` whether they are near enough:

    >>> computed = torch.tensor([0.1, 0.2], dtype=torch.float64) * 3
    >>> by_hand = torch.tensor([0.3, 0.6], dtype=torch.float64)
    >>> torch.equal(computed, by_hand)
    False
    >>> torch.allclose(computed, by_hand)
    True
    """


def product_is_a_new_tensor():
    """``x.mul(2.)`` and ``x * 2.`` return a new tensor with memory of its own and leave ``x`` as it was.

    A result that you do not assign to a name is lost. Write ``x = x.mul(2.)`` to go on with the product.

    >>> import torch
    >>> x = torch.tensor([[1., 2.], [3., 4.]])
    >>> doubled = x.mul(2.)
    >>> doubled
    tensor([[2., 4.],
            [6., 8.]])
    >>> x
    tensor([[1., 2.],
            [3., 4.]])
    >>> doubled.data_ptr() == x.data_ptr()
    False
    >>> x * 3.
    tensor([[ 3.,  6.],
            [ 9., 12.]])
    >>> x
    tensor([[1., 2.],
            [3., 4.]])
    """


def in_place():
    """A method whose name ends in one underscore overwrites its tensor, and each alias and view sees the change.

    In-place operations save the memory for a result. The price: the old values are gone, also for everybody
    else who uses the same memory. ``data_ptr`` is the address of the first element; it stays the same.

    >>> import torch
    >>> x = torch.tensor([[1., 2.], [3., 4.]])
    >>> alias = x
    >>> second_row = x[1]
    >>> address = x.data_ptr()
    >>> x.mul_(5.)
    tensor([[ 5., 10.],
            [15., 20.]])
    >>> alias
    tensor([[ 5., 10.],
            [15., 20.]])
    >>> second_row
    tensor([15., 20.])
    >>> x.data_ptr() == address
    True

    The operators ``+=`` and ``*=`` are in-place too, whereas ``x = x * 2`` gives the name to a new tensor:

    >>> x *= 2
    >>> alias
    tensor([[10., 20.],
            [30., 40.]])
    >>> x = x * 2
    >>> x
    tensor([[20., 40.],
            [60., 80.]])
    >>> alias
    tensor([[10., 20.],
            [30., 40.]])

    The memory cannot change its dtype or its size, so a result that does not fit is refused:

    >>> counts = torch.tensor([1, 2])
    >>> factor = 2.5
    >>> counts * factor
    tensor([2.5000, 5.0000])
    >>> counts.mul_(factor)
    Traceback (most recent call last):
        ...
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> column = torch.tensor([[10], [20], [30]])
    >>> counts + column
    tensor([[11, 12],
            [21, 22],
            [31, 32]])
    >>> counts.add_(column)
    Traceback (most recent call last):
        ...
    RuntimeError: output with shape [2] doesn't match the broadcast shape [3, 2]
    """


def in_place_on_a_parameter():
    """``x.mul_(2.)`` returns ``x`` itself; it needs a factor, and a leaf that requires grad refuses it.

    A leaf is a tensor that you made yourself, such as a weight. When it requires grad, autograd records what is
    computed from it, to find gradients later, and overwriting it would spoil the record.

    Often written: ``x.mul_()``. Run it: the factor is missing.

    >>> import torch
    >>> x = torch.tensor([[1., 2.], [3., 4.]])
    >>> x.mul_(2.) is x
    True
    >>> x
    tensor([[2., 4.],
            [6., 8.]])
    >>> x.mul_()
    Traceback (most recent call last):
        ...
    TypeError: mul_() missing 1 required positional arguments: "other"
    >>> x.requires_grad_()
    tensor([[2., 4.],
            [6., 8.]], requires_grad=True)
    >>> factor = 10.
    >>> x.mul_(factor)
    Traceback (most recent call last):
        ...
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.

    Where you mean it, as an optimizer does, say that autograd should look away:

    >>> with torch.no_grad():
    ...     x.mul_(factor)
    tensor([[20., 40.],
            [60., 80.]], requires_grad=True)
    """


def subtracting_in_place():
    """``t.sub_(1)`` subtracts 1 from each element in place; through ``t.data`` autograd does not notice it.

    Often written: ``t.data.sub_(1)`` converts the values to 0 and 1. It does when they were 1 and 2, as the
    labels of some data sets are. Other values stay other values:

    >>> import torch
    >>> labels = torch.tensor([1, 2, 2])
    >>> labels.data.sub_(1)
    tensor([0, 1, 1])
    >>> labels
    tensor([0, 1, 1])
    >>> others = torch.tensor([3, 4])
    >>> others.data.sub_(1)
    tensor([2, 3])
    >>> others
    tensor([2, 3])

    ``.data`` is the same memory without autograd. Overwrite a weight through it between the forward and the
    backward pass, and the gradient is wrong, without an error. The gradient of ``w * w`` is ``2 * w``, so at 3 and
    4 it must be 6 and 8:

    >>> w = torch.tensor([3., 4.], requires_grad=True)
    >>> loss = (w * w).sum()
    >>> w.data.sub_(1)
    tensor([2., 3.])
    >>> loss.backward()
    >>> w.grad
    tensor([4., 6.])

    Under ``torch.no_grad()`` you may overwrite a weight as well, but the same mistake is found:

    >>> loss = (w * w).sum()
    >>> with torch.no_grad():
    ...     w.sub_(1)
    tensor([1., 2.], requires_grad=True)
    >>> loss.backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: ...
    """


def broadcasting_rule():
    """Shapes broadcast if, from the last dimension on, each pair of sizes is equal, or one of them is 1 or missing.

    Broadcasting lets element-wise operations take operands of different shapes: along a dimension of size 1 the
    one element is used again and again. Write the shapes below each other, aligned at the right, and compare.
    ``torch.broadcast_shapes`` does it.

    >>> import torch
    >>> torch.broadcast_shapes((4, 1), (1, 3))
    torch.Size([4, 3])
    >>> torch.broadcast_shapes((4, 1, 3), (5, 1))
    torch.Size([4, 5, 3])

    Often written: broadcasting makes sizes fit by itself. Run it: sizes 3 and 2 do not fit, while a row and a
    column do.

    >>> row = torch.tensor([[1, 2, 3]])
    >>> pair = torch.tensor([[10, 20]])
    >>> row + pair
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    >>> column = pair.t()
    >>> column.shape
    torch.Size([2, 1])
    >>> column + row
    tensor([[11, 12, 13],
            [21, 22, 23]])

    The matrix product has its own rule: the first factor needs as many columns as the second has rows. Nothing is
    stretched to meet it:

    >>> pair @ pair
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x2 and 1x2)
    >>> pair @ column
    tensor([[500]])
    """


def stretched_operands():
    """A broadcast operand acts as if it were repeated to the common shape, but no element is copied.

    ``torch.broadcast_tensors`` shows you the operands as the operation sees them. Look at them when a result
    puzzles you.

    >>> import torch
    >>> row = torch.tensor([[1, 2]])
    >>> column = torch.tensor([[3], [4]])
    >>> stretched_row, stretched_column = torch.broadcast_tensors(row, column)
    >>> stretched_row
    tensor([[1, 2],
            [1, 2]])
    >>> stretched_column
    tensor([[3, 3],
            [4, 4]])
    >>> stretched_row + stretched_column
    tensor([[4, 5],
            [5, 6]])
    >>> row + column
    tensor([[4, 5],
            [5, 6]])

    A product does the same. Here each row of the matrix gets its own factor:

    >>> matrix = torch.tensor([[1., 2.], [3., 4.]])
    >>> factors = torch.tensor([[1.], [2.]])
    >>> matrix * factors
    tensor([[1., 2.],
            [6., 8.]])
    >>> matrix.mul(factors)
    tensor([[1., 2.],
            [6., 8.]])

    ``expand`` stretches one operand. Its result reads the old memory: to get to the next element it takes a
    stride, a step in memory, of 0.

    >>> m1 = torch.tensor([[1., 2.]])
    >>> m2 = torch.tensor([3.])
    >>> m1 + m2
    tensor([[4., 5.]])
    >>> stretched = m2.expand(1, 2)
    >>> stretched
    tensor([[3., 3.]])
    >>> m1 + stretched
    tensor([[4., 5.]])
    >>> stretched.stride()
    (0, 0)
    >>> stretched.data_ptr() == m2.data_ptr()
    True
    """


def methods_and_functions():
    """Most mathematics exists as ``t.op()`` and ``torch.op(t)``, but ``view`` and ``item`` are methods only.

    The two spellings of a mathematical operation give the same result; choose the one that reads better.

    >>> import torch
    >>> t = torch.tensor([[1., 4.], [9., 16.]])
    >>> t.sqrt()
    tensor([[1., 2.],
            [3., 4.]])
    >>> torch.sqrt(t)
    tensor([[1., 2.],
            [3., 4.]])
    >>> t.sum(dim=0)
    tensor([10., 20.])
    >>> torch.sum(t, dim=0)
    tensor([10., 20.])

    Often written: everything that works as ``t.op()`` works as ``torch.op(t)``. Run it: all of these are
    methods, and only the first three are functions of ``torch``.

    >>> names = ["sum", "max", "exp", "view", "view_as", "reshape_as", "item", "size", "dim",
    ...          "numpy", "backward", "repeat", "expand", "to", "type"]
    >>> [name for name in names if not hasattr(torch.Tensor, name)]
    []
    >>> [name for name in names if hasattr(torch, name)]
    ['sum', 'max', 'exp']
    >>> t.view(4)
    tensor([ 1.,  4.,  9., 16.])
    >>> torch.view
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'view'

    One name may also mean two things: ``t.int()`` converts, ``torch.int`` is a dtype. And ``torch.cat``, which
    joins several tensors, is no method.

    >>> t.int()
    tensor([[ 1,  4],
            [ 9, 16]], dtype=torch.int32)
    >>> torch.int
    torch.int32
    >>> hasattr(torch.Tensor, "cat")
    False
    """
