"""Comparing elements

A comparison of tensors asks its question for every element and answers with a tensor of bools. These cards show how to
combine such answers, how to compare numbers that were computed, and what becomes of ``nan`` and infinity.
"""


def six_comparisons():
    """``torch.lt``, ``le``, ``gt``, ``ge``, ``eq`` and ``ne`` are the functions behind ``<``, ``<=``, ``>`` and so on.

    Each answers for every element, and each exists as a method too. The other side may be a number or a tensor whose
    shape broadcasts.

    >>> import torch
    >>> t = torch.tensor([1, 2, 3])
    >>> torch.lt(t, 2), t < 2
    (tensor([ True, False, False]), tensor([ True, False, False]))
    >>> torch.le(t, 2), t <= 2
    (tensor([ True,  True, False]), tensor([ True,  True, False]))
    >>> torch.gt(t, 2), t > 2
    (tensor([False, False,  True]), tensor([False, False,  True]))
    >>> torch.ge(t, 2), t >= 2
    (tensor([False,  True,  True]), tensor([False,  True,  True]))
    >>> torch.eq(t, 2), t == 2
    (tensor([False,  True, False]), tensor([False,  True, False]))
    >>> torch.ne(t, 2), t != 2
    (tensor([ True, False,  True]), tensor([ True, False,  True]))

    A column compared with a row gives a table: is the element of the column less than that of the row?

    >>> column = torch.tensor([[1], [2]])
    >>> column.lt(t)
    tensor([[False,  True,  True],
            [False, False,  True]])
    """


def chained_comparisons():
    """Python's ``0 < t < 3`` fails on a tensor; write ``(t > 0) & (t < 3)``, with the brackets.

    Python reads the chain as ``(0 < t) and (t < 3)``, and ``and`` needs one yes or no. A tensor with several elements
    has none to give.

    >>> import torch
    >>> low, high = 0, 3
    >>> t = torch.arange(4)
    >>> (t > low) & (t < high)
    tensor([False,  True,  True, False])
    >>> low < t < high
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    Without the brackets, ``&`` binds first, and Python sees ``t > (low & t) < high``, a chain again.

    >>> t > low & t < high
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    The same error comes from ``if`` with several elements. Say what you mean, with ``any`` or ``all``.

    >>> positive = t > low
    >>> if positive:
    ...     print("positive")
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> positive.any(), positive.all()
    (tensor(True), tensor(False))
    """


def logical_functions():
    """``logical_and``, ``logical_or``, ``logical_xor`` and ``logical_not`` take every number but 0 for True.

    On bools they do what ``&``, ``|``, ``^`` and ``~`` do. "xor" is True where exactly one side is.

    >>> import torch
    >>> a = torch.tensor([True, True, False, False])
    >>> b = torch.tensor([True, False, True, False])
    >>> torch.logical_and(a, b)
    tensor([ True, False, False, False])
    >>> torch.logical_or(a, b)
    tensor([ True,  True,  True, False])
    >>> torch.logical_xor(a, b)
    tensor([False,  True,  True, False])
    >>> torch.logical_not(a)
    tensor([False, False,  True,  True])

    On integers they differ: the operators work on the bits of the numbers. 4 and 3 have no bit in common, so ``4 & 3``
    is 0, although both count as True.

    >>> x, y = torch.tensor([4, 4]), torch.tensor([3, 0])
    >>> torch.logical_and(x, y)
    tensor([ True, False])
    >>> x & y
    tensor([0, 0])
    >>> torch.logical_not(x), ~x
    (tensor([False, False]), tensor([-5, -5]))
    """


def any_and_all():
    """``any`` asks whether at least one element is True, ``all`` whether every one is; ``dim`` asks per row or column.

    The answer is a tensor without dimensions, which ``if`` and ``assert`` accept.

    >>> import torch
    >>> t = torch.tensor([[2, 5, 1], [4, 2, 6]])
    >>> above = t > 1
    >>> above
    tensor([[ True,  True, False],
            [ True,  True,  True]])
    >>> t[above]
    tensor([2, 5, 4, 2, 6])
    >>> above.any(), above.all()
    (tensor(True), tensor(False))
    >>> torch.all(above, dim=0), torch.all(above, dim=1)
    (tensor([ True,  True, False]), tensor([False,  True]))
    >>> torch.any(t > 4, dim=0), torch.any(t > 5, dim=1)
    (tensor([False,  True,  True]), tensor([False,  True]))
    >>> torch.all(t > 1, dim=1, keepdim=True)
    tensor([[False],
            [ True]])

    Of nothing, all are True and none is: with no element there is no exception to "all".

    >>> none = torch.tensor([], dtype=torch.bool)
    >>> none.all(), none.any()
    (tensor(True), tensor(False))
    """


def share_of_true():
    """The sum of a comparison counts how often it is True; as floats, its mean is the share of True: the accuracy.

    A bool is 1 or 0 when summed. ``mean`` wants floats, so convert first.

    >>> import torch
    >>> predicted = torch.tensor([2, 0, 1, 1, 2])
    >>> labels = torch.tensor([2, 0, 2, 1, 0])
    >>> correct = predicted == labels
    >>> correct
    tensor([ True,  True, False,  True, False])
    >>> correct.sum()
    tensor(3)
    >>> correct.float().mean()
    tensor(0.6000)
    >>> correct.mean()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex ...

    Both sides must have the same shape. With labels in a column, every prediction meets every label, and the count is
    wrong without an error.

    >>> column = labels.unsqueeze(1)
    >>> met = predicted == column
    >>> met.shape
    torch.Size([5, 5])
    >>> met.sum()
    tensor(8)
    """


def close_enough():
    """``torch.allclose`` compares computed floats within a tolerance; ``torch.isclose`` does so per element.

    Sums of decimals carry tiny errors, so ``==`` is the wrong question.

    >>> import torch
    >>> x = torch.tensor([0.1, 0.5], dtype=torch.float64) + 0.2
    >>> y = torch.tensor([0.3, 0.7], dtype=torch.float64)
    >>> x == y
    tensor([False,  True])
    >>> torch.isclose(x, y)
    tensor([True, True])
    >>> torch.allclose(x, y)
    True

    Two numbers are close if they differ by no more than ``atol + rtol * abs(other)``, where ``other`` is the second
    tensor. The defaults are ``atol=1e-08`` and ``rtol=1e-05``. Here 5 is allowed, then 10 % of 100.

    >>> a, b = torch.tensor([100.0005, 105., 106., 111.]), torch.tensor(100.)
    >>> a - b
    tensor([5.0354e-04, 5.0000e+00, 6.0000e+00, 1.1000e+01])
    >>> torch.isclose(a, b)
    tensor([ True, False, False, False])
    >>> torch.isclose(a, b, rtol=0, atol=5)
    tensor([ True,  True, False, False])
    >>> tenth = 0.1
    >>> torch.isclose(a, b, rtol=tenth, atol=0)
    tensor([ True,  True,  True, False])
    >>> torch.allclose(a, b, rtol=tenth), torch.allclose(a[:3], b, rtol=tenth)
    (False, True)

    Both must have one dtype, though ``==`` and ``torch.equal`` accept two.

    >>> torch.allclose(x, y.float())
    Traceback (most recent call last):
        ...
    RuntimeError: Double did not match Float

    ``nan`` is close to nothing, unless you ask.

    >>> n = torch.tensor([float("nan"), 3.])
    >>> n
    tensor([nan, 3.])
    >>> n == n, torch.isclose(n, n), torch.isclose(n, n, equal_nan=True)
    (tensor([False,  True]), tensor([False,  True]), tensor([True, True]))
    """


def tolerance_near_zero():
    """A relative tolerance fails near 0 and depends on the order: it is measured on the second tensor.

    Half of 0 is still 0, so no ``rtol`` makes room there. Only ``atol`` does, and its default of 1e-08 is small.

    >>> import torch
    >>> tiny, half = torch.tensor([1e-6, 9e-9]), 0.5
    >>> zero = torch.tensor(0.)
    >>> torch.isclose(tiny, zero, rtol=half)
    tensor([False,  True])
    >>> torch.isclose(tiny, zero, atol=1e-5)
    tensor([True, True])

    The bound is a share of the second tensor: half of 140 is 70, half of 80 is 40. So for a difference of 60 the order
    decides.

    >>> a, b = torch.tensor([80., 90.]), torch.tensor([140., 190.])
    >>> b - a
    tensor([ 60., 100.])
    >>> torch.isclose(a, b, rtol=half), torch.isclose(b, a, rtol=half)
    (tensor([ True, False]), tensor([False, False]))
    """


def reported_differences():
    """``torch.testing.assert_close`` says how many elements differ and where the largest difference is.

    Use it in tests. It checks the dtype and the shape too, and picks its tolerance by dtype.

    >>> import torch
    >>> got = torch.tensor([1., 2., 3.])
    >>> print(torch.testing.assert_close(got, torch.tensor([1., 2., 3.0000001])))
    None
    >>> torch.testing.assert_close(got, torch.tensor([1., 2., 5.]))
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 1 / 3 (33.3%)
    Greatest absolute difference: 2.0 at index (2,) (up to 1e-05 allowed)
    Greatest relative difference: 0.4000000059604645 at index (2,) (up to 1.3e-06 allowed)
    >>> torch.testing.assert_close(got, got.long())
    Traceback (most recent call last):
        ...
    AssertionError: The values for attribute 'dtype' do not match: torch.float32 != torch.int64.
    """


def same_number_other_dtype():
    """0.1 as float32 equals the Python number 0.1 in a comparison, but not 0.1 as a float64 tensor.

    0.1 has no exact binary form, and float32 rounds it more coarsely than float64. A Python number is first rounded to
    the tensor's dtype; of two tensors, the narrower is widened, and then the roundings differ.

    >>> import torch
    >>> tenth = 0.1
    >>> narrow = torch.tensor([tenth])
    >>> wide = torch.tensor([tenth], dtype=torch.float64)
    >>> narrow == tenth
    tensor([True])
    >>> narrow == wide
    tensor([False])
    >>> narrow.double() - wide
    tensor([1.4901e-09], dtype=torch.float64)

    ``item`` gives a Python float of the rounded number, and Python compares exactly.

    >>> narrow.item()
    0.10000000149011612
    >>> narrow.item() == tenth, wide.item() == tenth
    (False, True)
    """


def nan_and_infinity():
    """``nan`` is not equal to itself: ask ``torch.isnan``, ``isinf`` or ``isfinite`` instead of ``==``.

    ``nan`` ("not a number") comes from 0 / 0 or the logarithm of a negative number, ``inf`` from dividing
    another number by 0. One ``nan`` in a loss spreads to every weight, so look for it early.

    >>> import torch
    >>> t = torch.tensor([-1., 0., 3.]) / torch.tensor([0., 0., 4.])
    >>> t
    tensor([  -inf,    nan, 0.7500])
    >>> t == float("nan")
    tensor([False, False, False])
    >>> torch.isnan(t)
    tensor([False,  True, False])
    >>> torch.isinf(t)
    tensor([ True, False, False])
    >>> torch.isfinite(t)
    tensor([False, False,  True])

    The sign of infinity has functions of its own.

    >>> torch.isneginf(t), torch.isposinf(-t)
    (tensor([ True, False, False]), tensor([ True, False, False]))

    A loss is usable if all of it is finite.

    >>> torch.isfinite(t).all(), torch.isfinite(t[1:]).all(), torch.isfinite(t[2:])
    (tensor(False), tensor(False), tensor([True]))
    """


def replaced_nan():
    """``torch.nan_to_num`` replaces ``nan`` by 0 and infinities by the largest numbers, or by what you name.

    Use it on data with gaps, once you know why they are there.

    >>> import torch
    >>> t = torch.tensor([float("nan"), float("inf"), float("-inf"), 2.5])
    >>> torch.nan_to_num(t, nan=7., posinf=100., neginf=-200.)
    tensor([   7.0000,  100.0000, -200.0000,    2.5000])
    >>> torch.nan_to_num(t, posinf=1., neginf=-1.)
    tensor([ 0.0000,  1.0000, -1.0000,  2.5000])

    Without the names, infinity becomes the largest number of the dtype.

    >>> filled = t.nan_to_num()
    >>> filled[1] == torch.finfo(torch.float32).max, filled[2] == torch.finfo(torch.float32).min
    (tensor(True), tensor(True))

    This hides the symptom and leaves the cause. ``nan_to_num_``, with an underscore, writes into the tensor itself.

    >>> t.nan_to_num_(nan=4., posinf=5., neginf=-6.) is t
    True
    >>> t
    tensor([ 4.0000,  5.0000, -6.0000,  2.5000])
    """


def larger_of_each_pair():
    """``torch.maximum`` and ``minimum`` pass ``nan`` on; ``torch.fmax`` and ``fmin`` prefer the number beside it.

    All four compare two tensors element by element, and broadcast.

    >>> import torch
    >>> nan = float("nan")
    >>> a = torch.tensor([1., 5., nan, nan])
    >>> b = torch.tensor([2., 3., 4., nan])
    >>> torch.maximum(a, b)
    tensor([2., 5., nan, nan])
    >>> torch.fmax(a, b)
    tensor([2., 5., 4., nan])
    >>> torch.minimum(a, b)
    tensor([1., 3., nan, nan])
    >>> torch.fmin(a, b)
    tensor([1., 3., 4., nan])

    Both sides must be tensors; for a limit that is a number there is ``clamp``.

    >>> three = 3
    >>> torch.maximum(b, three)
    Traceback (most recent call last):
        ...
    TypeError: maximum(): argument 'other' (position 2) must be Tensor, not int
    >>> b.clamp(min=three)
    tensor([3., 3., 4., nan])
    """


def signs():
    """``torch.sign`` gives -1, 0 or 1; ``torch.signbit`` is True for negative numbers and for -0.0.

    ``torch.sgn`` does the same as ``sign`` and also takes complex numbers, which it divides by their length.

    >>> import torch
    >>> t = torch.tensor([-2.5, -0.0, 0.0, 4.0])
    >>> t
    tensor([-2.5000, -0.0000,  0.0000,  4.0000])
    >>> torch.sign(t)
    tensor([-1.,  0.,  0.,  1.])
    >>> torch.signbit(t)
    tensor([ True,  True, False, False])
    >>> torch.sgn(torch.tensor([3 + 4j]))
    tensor([0.6000+0.8000j])

    ``copysign`` takes the size from the first and the sign from the second.

    >>> torch.copysign(torch.tensor([1., 2., 3., 5.]), t)
    tensor([-1., -2.,  3.,  5.])
    """
