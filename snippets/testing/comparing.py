"""Comparing tensors in tests

Computed numbers are rarely equal to the last digit. ``torch.testing`` compares them within a tolerance, and tells you
what differs and by how much. You need it to test your own layers, losses and data pipelines.
"""


def assert_close():
    """``torch.testing.assert_close(actual, expected)`` raises an error that names the elements that differ most.

    It returns nothing when all is well. The computed tensor comes first, the expected one second. The message counts
    the elements that are off and gives the largest differences with their index.

    >>> import torch
    >>> expected = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> print(torch.testing.assert_close(expected + 1e-6, expected))
    None
    >>> torch.testing.assert_close(torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 7.5]]), expected)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 1 / 6 (16.7%)
    Greatest absolute difference: 1.5 at index (1, 2) (up to 1e-05 allowed)
    Greatest relative difference: 0.25 at index (1, 2) (up to 1.3e-06 allowed)
    """


def tolerance():
    """Two numbers are close if they differ by at most ``atol + rtol * abs(expected)``.

    ``rtol`` is relative to the expected value, ``atol`` absolute, which matters near 0. The defaults depend on the
    dtype; give both or neither.

    >>> import torch
    >>> expected = torch.tensor([8.0, 8.0, 0.0])
    >>> actual = torch.tensor([6.0, 10.5, 0.25])
    >>> torch.isclose(actual, expected, rtol=0.25, atol=0.0)
    tensor([ True, False, False])
    >>> torch.isclose(actual, expected, rtol=0.25, atol=0.25)
    tensor([ True, False,  True])
    >>> torch.testing.assert_close(actual, expected, rtol=0.25, atol=0.25)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 1 / 3 (33.3%)
    Greatest absolute difference: 2.5 at index (1,) (up to 0.25 allowed)
    Greatest relative difference: 0.3125 at index (1,) (up to 0.25 allowed)
    >>> print(torch.testing.assert_close(actual, expected, rtol=0.25, atol=0.5))
    None
    >>> torch.testing.assert_close(expected, expected, rtol=0.25)
    Traceback (most recent call last):
        ...
    ValueError: Both 'rtol' and 'atol' must be either specified or omitted, but got no atol.
    """


def default_tolerances():
    """The default tolerances of ``assert_close`` follow the dtype: the fewer digits it has, the looser.

    The allowed difference stands in the message. For float32 it is 1.3e-6 relative and 1e-5 absolute. Whole numbers
    must be equal.

    >>> import torch
    >>> for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64):
    ...     try:
    ...         torch.testing.assert_close(torch.tensor(3, dtype=dtype), torch.tensor(1, dtype=dtype))
    ...     except AssertionError as error:
    ...         print(dtype, [line for line in str(error).splitlines() if "difference" in line or "equal" in line])
    torch.float64 ['Absolute difference: 2.0 (up to 1e-07 allowed)', 'Relative difference: 2.0 (up to 1e-07 allowed)']
    torch.float32 ['Absolute difference: 2.0 (up to 1e-05 allowed)', 'Relative difference: 2.0 (up to 1.3e-06 allowed)']
    torch.float16 ['Absolute difference: 2.0 (up to 1e-05 allowed)', 'Relative difference: 2.0 (up to 0.001 allowed)']
    torch.bfloat16 ['Absolute difference: 2.0 (up to 1e-05 allowed)', 'Relative difference: 2.0 (up to 0.016 allowed)']
    torch.int64 ['Scalars are not equal!', 'Absolute difference: 2', 'Relative difference: 2.0']
    """


def shape_dtype_device():
    """``assert_close`` also compares shape, dtype, device and layout; a tensor that would only broadcast is refused.

    That is the difference from ``allclose``, which broadcasts. ``check_dtype=False`` compares the values alone.

    >>> import torch
    >>> row = torch.tensor([1.0, 2.0])
    >>> rows = row.expand(3, 2)
    >>> torch.allclose(rows, row)
    True
    >>> torch.testing.assert_close(rows, row)
    Traceback (most recent call last):
        ...
    AssertionError: The values for attribute 'shape' do not match: torch.Size([3, 2]) != torch.Size([2]).
    >>> double = row.double()
    >>> torch.testing.assert_close(row, double)
    Traceback (most recent call last):
        ...
    AssertionError: The values for attribute 'dtype' do not match: torch.float32 != torch.float64.
    >>> print(torch.testing.assert_close(row, double, check_dtype=False))
    None
    >>> torch.testing.assert_close(row, 2 * double, check_dtype=False)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 2 / 2 (100.0%)
    Greatest absolute difference: 2.0 at index (1,) (up to 1e-05 allowed)
    Greatest relative difference: 0.5 at index (0,) (up to 1.3e-06 allowed)
    """


def missing_values():
    """``nan`` is not close to ``nan``, unless you say ``equal_nan=True``; ``inf`` is close to ``inf``.

    ``nan == nan`` is false everywhere in Python, and a test should not hide it.

    >>> import torch
    >>> x = torch.tensor([float("nan"), float("inf"), 1.0])
    >>> torch.testing.assert_close(x, x)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 1 / 3 (33.3%)
    Greatest absolute difference: nan at index (0,) (up to 1e-05 allowed)
    Greatest relative difference: nan at index (0,) (up to 1.3e-06 allowed)
    >>> print(torch.testing.assert_close(x, x, equal_nan=True))
    None
    >>> torch.allclose(x, x), torch.allclose(x, x, equal_nan=True)
    (False, True)
    >>> torch.testing.assert_close(x, -x, equal_nan=True)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 2 / 3 (66.7%)
    Greatest absolute difference: inf at index (1,) (up to 1e-05 allowed)
    Greatest relative difference: nan at index (1,) (up to 1.3e-06 allowed)
    """


def nested_values():
    """``assert_close`` goes into lists, tuples and dictionaries, and names the item that differs.

    So one call compares two whole ``state_dict`` dictionaries. Python numbers and NumPy arrays are compared, too.

    >>> import torch
    >>> left = {"weight": torch.tensor([1.0, 2.0]), "bias": torch.tensor([4.0])}
    >>> right = {"weight": torch.tensor([1.0, 2.0]), "bias": torch.tensor([4.0])}
    >>> print(torch.testing.assert_close(left, right))
    None
    >>> right["bias"] += 4
    >>> torch.testing.assert_close(left, right)
    Traceback (most recent call last):
        ...
    AssertionError: Tensor-likes are not close!
    <BLANKLINE>
    Mismatched elements: 1 / 1 (100.0%)
    Greatest absolute difference: 4.0 at index (0,) (up to 1e-05 allowed)
    Greatest relative difference: 0.5 at index (0,) (up to 1.3e-06 allowed)
    <BLANKLINE>
    The failure occurred for item ['bias']
    >>> torch.testing.assert_close([1.0, 2], [1.0, 3])
    Traceback (most recent call last):
        ...
    AssertionError: Scalars are not equal!
    <BLANKLINE>
    Expected 3 but got 2.
    Absolute difference: 1
    Relative difference: 0.3333333333333333
    <BLANKLINE>
    The failure occurred for item [1]
    """


def own_message():
    """``msg=`` puts your own text into the error, or a function that extends the text of ``assert_close``.

    The number alone does not tell which of ten checks failed.

    >>> import torch
    >>> torch.testing.assert_close(torch.tensor(1.0), torch.tensor(2.0), msg="loss after one step")
    Traceback (most recent call last):
        ...
    AssertionError: loss after one step
    >>> torch.testing.assert_close(torch.tensor(1.0), torch.tensor(2.0), msg=lambda text: f"step 7: {text}")
    Traceback (most recent call last):
        ...
    AssertionError: step 7: Scalars are not close!
    <BLANKLINE>
    Expected 2.0 but got 1.0.
    Absolute difference: 1.0 (up to 1e-05 allowed)
    Relative difference: 0.5 (up to 1.3e-06 allowed)
    """


def equality_functions():
    """``torch.equal`` and ``allclose`` give one answer for the whole tensor, ``==`` and ``isclose`` one per element.

    ``equal`` and ``==`` are exact, ``isclose`` and ``allclose`` take a tolerance. None of them says where the
    difference is; ``assert_close`` does.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> y = torch.tensor([1.0, 2.000001, 3.25, 5.0])
    >>> torch.equal(x, y), x == y
    (False, tensor([ True, False, False, False]))
    >>> torch.isclose(x, y), torch.allclose(x, y)
    (tensor([ True,  True, False, False]), False)
    >>> torch.isclose(x, y, atol=0.5), torch.allclose(x, y, atol=1.0)
    (tensor([ True,  True,  True, False]), True)

    ``equal`` needs the same shape, where ``==`` broadcasts. Neither minds the dtype.

    >>> first, whole = x[:1], x.long()
    >>> torch.equal(x, first), x == first
    (False, tensor([ True, False, False, False]))
    >>> whole.dtype, torch.equal(x, whole), x == whole
    (torch.int64, True, tensor([True, True, True, True]))
    """


def make_tensor():
    """``torch.testing.make_tensor`` makes random test data of any dtype, from ``low`` up to, but without, ``high``.

    ``torch.rand`` makes no integers and no bools. ``make_tensor`` makes them, can leave out 0, and can make a tensor
    that is not contiguous, which finds errors in code that assumes contiguity.

    >>> import torch
    >>> from torch.testing import make_tensor
    >>> t = make_tensor((200, 3), dtype=torch.int64, device="cpu", low=-2, high=3)
    >>> t.shape, t.unique()
    (torch.Size([200, 3]), tensor([-2, -1,  0,  1,  2]))
    >>> make_tensor(t.shape, dtype=t.dtype, device="cpu", low=-2, high=3, exclude_zero=True).unique()
    tensor([-2, -1,  1,  2])
    >>> t = make_tensor((2, 3), dtype=torch.complex64, device="cpu", noncontiguous=True, requires_grad=True)
    >>> t.shape, t.dtype, t.is_contiguous(), t.requires_grad
    (torch.Size([2, 3]), torch.complex64, False, True)
    >>> make_tensor((100,), dtype=torch.bool, device="cpu").unique()
    tensor([False,  True])
    """


def oracle():
    """A test needs an expected value from another source: a hand calculation, a slower formula, another library.

    Compared with itself, a function is always right. Here the oracle of ``softmax`` is its formula, written with
    Python's ``math``.

    >>> import math
    >>> import torch
    >>> x = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64)
    >>> formula = [math.exp(v) / sum(math.exp(u) for u in x.tolist()) for v in x.tolist()]
    >>> [round(v, 4) for v in formula]
    [0.1753, 0.0391, 0.7856]
    >>> print(torch.testing.assert_close(torch.softmax(x, dim=0).tolist(), formula))
    None

    For a gradient, move one input a little and look how far the result moves. Here the slope of ``logsumexp`` along the
    last input, which is the last number above.

    >>> step = x.new_tensor([0.0, 0.0, 1e-6])
    >>> slope = (torch.logsumexp(x + step, dim=0) - torch.logsumexp(x, dim=0)) / 1e-6
    >>> round(slope.item(), 4)
    0.7856
    """
