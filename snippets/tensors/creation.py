"""Creating tensors

Most tensors start in one of four ways: from numbers you have, filled with one value, counted off in steps, or
drawn at random. These cards show which function does which, what dtype it gives, and which arguments it refuses.
"""


def from_data():
    """``torch.tensor`` copies the numbers of a list or an array and infers the dtype from them.

    Use it when the numbers already exist in Python. Whole numbers give int64; one decimal among them, and all become
    float32. A list inside a list makes a second dimension.

    >>> import torch
    >>> rows = [[1, 2, 3], [4, 5, 6]]
    >>> t = torch.tensor(rows)
    >>> t
    tensor([[1, 2, 3],
            [4, 5, 6]])
    >>> t.dtype
    torch.int64
    >>> halves = torch.tensor([1, 1.5, 2])
    >>> halves
    tensor([1.0000, 1.5000, 2.0000])
    >>> halves.dtype
    torch.float32

    Rows of different lengths do not make a tensor.

    >>> rows[1].pop()
    6
    >>> torch.tensor(rows)
    Traceback (most recent call last):
        ...
    ValueError: expected sequence of length 3 at dim 1 (got 2)

    A NumPy array keeps its own dtype. The copy has its own memory: a later write to the array does not reach it.

    >>> import numpy as np
    >>> array = np.array([1.5, 2.5])
    >>> copied = torch.tensor(array)
    >>> array[0] = 9
    >>> array
    array([9. , 2.5])
    >>> copied
    tensor([1.5000, 2.5000], dtype=torch.float64)
    """


def no_iterators():
    """``torch.tensor`` takes lists, tuples and ranges, but no iterators, generators or sets.

    Often written: "``torch.tensor`` makes a tensor from an iterator". Run it: a list, a tuple and a range work, because
    they have a length and an index. What can only be walked through is refused.

    >>> import torch
    >>> numbers = [7, 8]
    >>> torch.tensor(numbers)
    tensor([7, 8])
    >>> torch.tensor(tuple(numbers))
    tensor([7, 8])
    >>> torch.tensor(range(2, 5))
    tensor([2, 3, 4])
    >>> torch.tensor(iter(numbers))
    Traceback (most recent call last):
        ...
    RuntimeError: Could not infer dtype of list_iterator
    >>> torch.tensor(set(numbers))
    Traceback (most recent call last):
        ...
    RuntimeError: Could not infer dtype of set
    >>> squares = (n ** 2 for n in numbers)
    >>> torch.tensor(squares)
    Traceback (most recent call last):
        ...
    RuntimeError: Could not infer dtype of generator

    Make a list of it first.

    >>> torch.tensor(list(squares))
    tensor([49, 64])
    """


def zeros_and_ones():
    """``torch.zeros`` and ``torch.ones`` fill a shape with float32 numbers unless you ask for another dtype.

    Use them for counters, masks and first values. The sizes may stand one by one or in a tuple.

    >>> import torch
    >>> zeros = torch.zeros(2, 3)
    >>> zeros
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    >>> zeros.dtype
    torch.float32
    >>> ones = torch.ones((2, 3))
    >>> ones
    tensor([[1., 1., 1.],
            [1., 1., 1.]])
    >>> ones.dtype
    torch.float32
    >>> torch.ones(4, dtype=torch.int32)
    tensor([1, 1, 1, 1], dtype=torch.int32)
    """


def full_of_one_value():
    """``torch.full`` takes its dtype from the value, and refuses a single number as its size.

    Use it to fill a tensor with something other than 0 or 1. Write ``7.`` where you want floating point numbers: ``7``
    makes integers.

    >>> import torch
    >>> sevens = torch.full((2, 3), 7)
    >>> sevens
    tensor([[7, 7, 7],
            [7, 7, 7]])
    >>> sevens.dtype
    torch.int64
    >>> torch.full((2, 3), 7.)
    tensor([[7., 7., 7.],
            [7., 7., 7.]])

    One dimension needs a tuple too, with its comma.

    >>> length, value = 4, 9
    >>> torch.full(length, value)
    Traceback (most recent call last):
        ...
    TypeError: full(): argument 'size' (position 1) must be tuple of ints, not int
    >>> torch.full((length,), value)
    tensor([9, 9, 9, 9])
    """


def like_another():
    """``zeros_like`` and ``ones_like`` take shape and dtype from a tensor, and only the values are new.

    Use them when a new tensor has to fit one that you have. The device, where the numbers are kept, is taken over too:
    here "meta", which keeps shapes and no numbers.

    >>> import torch
    >>> x = torch.tensor([[1., 2., 3.], [4., 5., 6.]])
    >>> torch.zeros_like(x)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    >>> torch.ones_like(x)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])
    >>> x
    tensor([[1., 2., 3.],
            [4., 5., 6.]])
    >>> torch.ones_like(x.to("meta")).device
    device(type='meta')

    An integer tensor gives integers, unless you name another dtype.

    >>> labels = torch.arange(3)
    >>> torch.ones_like(labels)
    tensor([1, 1, 1])
    >>> torch.ones_like(labels, dtype=torch.float32)
    tensor([1., 1., 1.])

    The argument is a tensor, not a list.

    >>> torch.ones_like([])
    Traceback (most recent call last):
        ...
    TypeError: ones_like(): argument 'input' (position 1) must be Tensor, not list
    """


def like_suffix():
    """Seven creation functions have a twin ending in ``_like``; ``eye``, ``arange`` and ``linspace`` have none.

    Often written with an s at the end, ``torch.zeros_likes``. Run it: there is no such name.

    >>> import torch
    >>> torch.zeros_likes  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'zeros_likes'...

    PyTorch can list the names itself.

    >>> [name for name in dir(torch) if name.endswith("_like")]
    ['empty_like', 'full_like', 'ones_like', 'rand_like', 'randint_like', 'randn_like', 'zeros_like']
    >>> torch.eye_like  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'eye_like'...

    Where the original needs a further argument, it follows the tensor.

    >>> torch.zeros_like(torch.arange(3))
    tensor([0, 0, 0])
    >>> torch.full_like(torch.arange(3), 4)
    tensor([4, 4, 4])
    """


def identity_matrix():
    """``torch.eye`` gives a dense matrix with ones on the diagonal: every zero is stored.

    Multiplying by it changes nothing, and its rows are one-hot vectors. With one size it is square.

    >>> import torch
    >>> torch.eye(2)
    tensor([[1., 0.],
            [0., 1.]])
    >>> eye = torch.eye(2, 3)
    >>> eye
    tensor([[1., 0., 0.],
            [0., 1., 0.]])

    Often written: "``eye`` makes a sparse matrix", one that stores only the numbers other than zero. Run it:
    ``torch.strided`` is the layout of ordinary tensors, and the memory behind it has 4 bytes for each of six numbers.

    >>> eye.is_sparse
    False
    >>> eye.layout
    torch.strided
    >>> eye.untyped_storage().nbytes()
    24

    Ask for the sparse form, and two numbers are stored.

    >>> eye.to_sparse().is_sparse
    True
    >>> eye.to_sparse().values()
    tensor([1., 1.])
    """


def number_ranges():
    """``torch.arange`` leaves its end out, just as Python's ``range`` does.

    Use it for positions and indices. Often written: "from start up to and including end". Run it: the end itself does
    not appear.

    >>> import torch
    >>> torch.arange(0, 4, 1)
    tensor([0, 1, 2, 3])
    >>> list(range(0, 4, 1))
    [0, 1, 2, 3]
    >>> torch.arange(1, 10, 3)
    tensor([1, 4, 7])

    Start and step may be left out; they are then 0 and 1. One decimal among the arguments makes the result float32.

    >>> counted = torch.arange(4)
    >>> counted
    tensor([0, 1, 2, 3])
    >>> counted.dtype
    torch.int64
    >>> quarters = torch.arange(2, 3, 0.25)
    >>> quarters
    tensor([2.0000, 2.2500, 2.5000, 2.7500])
    >>> quarters.dtype
    torch.float32

    There are (end - start) / step elements, rounded up. With decimals a tiny error in that number lets the end in: use
    ``linspace`` there.

    >>> (1.3 - 1) / 0.1
    3.0000000000000004
    >>> torch.arange(1, 1.3, 0.1)
    tensor([1.0000, 1.1000, 1.2000, 1.3000])
    """


def range_is_deprecated():
    """``torch.range`` includes its end and gives floats, unlike Python's ``range``, and it is deprecated.

    Often written: "it works as ``range`` does". Run it: there is one number more, the numbers are floats, and PyTorch
    warns that the function will be removed. Use ``torch.arange`` instead.

    >>> import torch
    >>> import warnings
    >>> end = 4
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.range(0, end)
    tensor([0., 1., 2., 3., 4.])
    >>> list(range(0, end))
    [0, 1, 2, 3]
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    torch.range is deprecated and will be removed in a future release because its behavior is inconsistent ...

    The end alone is enough for ``range`` and for ``torch.arange``, but not for ``torch.range``.

    >>> torch.arange(end)
    tensor([0, 1, 2, 3])
    >>> torch.range(end)
    Traceback (most recent call last):
        ...
    TypeError: range() missing 1 required positional arguments: "end"
    """


def evenly_spaced():
    """``torch.linspace`` takes a count of numbers, ``steps``, and includes both ends.

    Use it when you know how many numbers you want, for example along an axis of a plot. Use ``arange`` when you know
    the distance between them.

    >>> import torch
    >>> start, end, count = 0, 1, 5
    >>> torch.linspace(start, end, steps=count)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    >>> torch.arange(start, end, 0.25)
    tensor([0.0000, 0.2500, 0.5000, 0.7500])

    Often written ``linespace``, and with ``step``. Run it: neither name exists, and the count cannot be left out.

    >>> torch.linespace  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'linespace'...
    >>> torch.linspace(start, end, step=count)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: linspace() received an invalid combination of arguments - got (int, int, step=int), but expected ...
    >>> torch.linspace(start, end)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: linspace() received an invalid combination of arguments - got (int, int), but expected ...
    """


def uniform_values():
    """``torch.rand`` draws every number evenly from 0 up to, but not including, 1.

    Cut the decimals off with ``floor``, and only 0 is left: no number lies outside that range. Multiplied by ten and
    cut off, every digit appears. The mean lies in the middle.

    >>> import torch
    >>> r = torch.rand(200, 500)
    >>> r.shape
    torch.Size([200, 500])
    >>> r.floor().unique()
    tensor([0.])
    >>> (10 * r).floor().unique()
    tensor([0., 1., 2., 3., 4., 5., 6., 7., 8., 9.])
    >>> f"{r.mean():.1f}"
    '0.5'

    For another range, scale and shift. These numbers lie from 2 up to 5.

    >>> (3 * r + 2).floor().unique()
    tensor([2., 3., 4.])
    """


def random_integers():
    """``torch.randint`` draws int64 numbers with the low end included and the high end left out.

    Use it for random labels and indices. ``unique`` shows which numbers came up.

    >>> import torch
    >>> low, high, rolls = 1, 7, 2000
    >>> dice = torch.randint(low, high, (rolls,))
    >>> dice.shape
    torch.Size([2000])
    >>> dice.unique()
    tensor([1, 2, 3, 4, 5, 6])
    >>> dice.dtype
    torch.int64

    With the high end alone, the low end is 0. The shape cannot be a single number, not
    even for one dimension.

    >>> torch.randint(high, (rolls,)).unique()
    tensor([0, 1, 2, 3, 4, 5, 6])
    >>> torch.randint(low, high, rolls)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: randint() received an invalid combination of arguments - got (int, int, int), but expected ...
    """


def normal_values():
    """``torch.randn`` draws from the standard normal distribution, which has no bounds: some values lie beyond 3.

    Use it for noise and made-up data. Often written: "the values stay within the range of the standard normal
    distribution". Run it: that distribution has no range. Both signs occur, the share between -1 and 1 is 0.68, and
    some of a million values have a distance of 3 or more from 0.

    >>> import torch
    >>> n = torch.randn(1000, 1000)
    >>> n.shape
    torch.Size([1000, 1000])
    >>> n.signbit().unique()
    tensor([False,  True])
    >>> f"{(n.trunc() == 0).float().mean():.2f}"
    '0.68'
    >>> n.abs().floor().unique()[:4]
    tensor([0., 1., 2., 3.])

    The mean is 0 and the standard deviation is 1. For others, scale and shift: here the mean is 3 and the standard
    deviation 5.

    >>> n.mean().abs() < 0.005
    tensor(True)
    >>> x = 5 * n + 3
    >>> f"{x.mean():.1f}"
    '3.0'
    >>> f"{x.std():.1f}"
    '5.0'
    """


def same_seed_same_values():
    """``torch.manual_seed`` sets where the random numbers start: the same seed gives the same values again.

    Set the seed before you create data or a model, so that you can repeat what you saw. Each draw moves on from there:
    of two shuffles of 0 to 99, the second differs from the first.

    >>> import torch
    >>> def shuffle_twice(seed):
    ...     torch.manual_seed(seed)
    ...     return torch.randperm(100), torch.randperm(100)
    >>> first, second = shuffle_twice(7)
    >>> first.shape, second.shape
    (torch.Size([100]), torch.Size([100]))
    >>> torch.equal(first, second)
    False

    Of the seeds 5, 6, 7 and 8, only 7 gives them again.

    >>> [torch.equal(first, shuffle_twice(seed)[0]) for seed in range(5, 9)]
    [False, False, True, False]
    >>> [torch.equal(second, shuffle_twice(seed)[1]) for seed in range(5, 9)]
    [False, False, True, False]
    """


def uninitialised():
    """``torch.empty`` promises shape and dtype only: write every element before you read one.

    It reserves memory and leaves there whatever was in it, so the numbers mean nothing. Use it as a place for results,
    which are then written with ``out=`` or with a method such as ``fill_``.

    >>> import torch
    >>> buffer = torch.empty(2, 3)
    >>> buffer.shape
    torch.Size([2, 3])
    >>> buffer.dtype
    torch.float32
    >>> buffer.fill_(7)
    tensor([[7., 7., 7.],
            [7., 7., 7.]])
    >>> torch.add(torch.tensor([[1., 2., 3.], [4., 5., 6.]]), 10, out=buffer) is buffer
    True
    >>> buffer
    tensor([[11., 12., 13.],
            [14., 15., 16.]])

    To find code that reads too early, switch deterministic algorithms on: the memory is then filled with ``nan``.

    >>> torch.use_deterministic_algorithms(True)
    >>> torch.empty(2, 3)
    tensor([[nan, nan, nan],
            [nan, nan, nan]])
    >>> torch.use_deterministic_algorithms(False)
    >>> torch.are_deterministic_algorithms_enabled()
    False
    """
