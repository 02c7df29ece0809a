"""Constructors in older code

Older code often makes tensors with one constructor for each dtype: ``torch.FloatTensor``, ``torch.LongTensor`` and
others. They still run. These cards help you to read such code and to replace it.
"""


def typed_constructors():
    """``torch.IntTensor`` and its kin make one dtype each; ``torch.tensor`` with ``dtype=`` does the same.

    They take a list or an array and give no warning, but PyTorch calls them legacy: write ``torch.tensor`` in new code.

    >>> import torch
    >>> import numpy as np
    >>> torch.FloatTensor([1, 2])
    tensor([1., 2.])
    >>> torch.tensor([1, 2], dtype=torch.float32)
    tensor([1., 2.])
    >>> torch.DoubleTensor([3, 4])
    tensor([3., 4.], dtype=torch.float64)
    >>> torch.tensor([3, 4], dtype=torch.float64)
    tensor([3., 4.], dtype=torch.float64)
    >>> torch.IntTensor(np.array([5, 6]))
    tensor([5, 6], dtype=torch.int32)
    >>> torch.tensor(np.array([5, 6]), dtype=torch.int32)
    tensor([5, 6], dtype=torch.int32)

    ``element_size`` counts bytes of 8 bits, so 4 means 32 bits and 8 means 64.

    >>> [t([]).element_size() for t in (torch.FloatTensor, torch.IntTensor, torch.DoubleTensor, torch.LongTensor)]
    [4, 4, 8, 8]

    The constructors for integers cut decimals off, without a warning.

    >>> torch.IntTensor([1.9])
    tensor([1], dtype=torch.int32)

    Integers that are not in a list are sizes, and there is no ``dtype`` argument.

    >>> torch.FloatTensor(2, 3).shape
    torch.Size([2, 3])
    >>> torch.FloatTensor([], dtype=torch.float64)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: new() received an invalid combination of arguments - got (list, dtype=torch.dtype), but expected ...
    """


def float_tensor_of_a_size():
    """``torch.FloatTensor(3)`` is three numbers of any value; ``torch.tensor(3.)`` is the number 3.

    With a list, both make the same float32 tensor. A bare integer tells ``FloatTensor`` how many numbers to make
    room for, and it leaves there whatever was in the memory. Write ``torch.tensor`` for data, ``torch.empty`` for room.

    >>> import torch
    >>> torch.FloatTensor([[1, 2]])
    tensor([[1., 2.]])
    >>> torch.tensor([[1, 2]], dtype=torch.float32)
    tensor([[1., 2.]])
    >>> room = torch.FloatTensor(3)
    >>> room.shape
    torch.Size([3])
    >>> room.element_size()
    4
    >>> number = torch.tensor(3.)
    >>> number
    tensor(3.)
    >>> number.shape
    torch.Size([])
    """


def long_tensor_cuts_decimals():
    """``torch.LongTensor`` makes int64 and cuts decimals off without a warning; ``torch.tensor`` keeps them.

    Integers give the same tensor either way.

    >>> import torch
    >>> longs = torch.LongTensor([1, 2])
    >>> longs
    tensor([1, 2])
    >>> longs.dtype
    torch.int64
    >>> longs.element_size()
    8
    >>> torch.tensor([1, 2])
    tensor([1, 2])

    With decimals they part, unless you ask ``torch.tensor`` for integers yourself: then it cuts as well.

    >>> torch.LongTensor([1.9, 2.9])
    tensor([1, 2])
    >>> torch.tensor([1.9, 2.9])
    tensor([1.9000, 2.9000])
    >>> torch.tensor([1.9, 2.9], dtype=torch.int64)
    tensor([1, 2])
    """


def tensor_class():
    """``torch.Tensor``, with a capital letter, always makes floats; ``torch.tensor`` looks at the data.

    ``torch.Tensor`` is the class of all tensors. Calling it to make one works, but PyTorch's documentation calls that
    deprecated: it takes the default dtype whatever the data are, and a single integer is a size.

    >>> import torch
    >>> upper = torch.Tensor([0, 1, 2])
    >>> upper
    tensor([0., 1., 2.])
    >>> upper.shape
    torch.Size([3])
    >>> upper.dtype
    torch.float32
    >>> lower = torch.tensor([0, 1, 2])
    >>> lower
    tensor([0, 1, 2])
    >>> lower.dtype
    torch.int64
    >>> torch.Tensor(3).shape
    torch.Size([3])
    >>> torch.tensor(3)
    tensor(3)
    """


def default_tensor_type():
    """``torch.set_default_tensor_type`` still changes the default dtype, but warns; use ``torch.set_default_dtype``.

    It took one of the typed constructors, which stand for a dtype and a device at once. Today these are two settings:
    ``set_default_dtype`` and ``set_default_device``. The warning comes once in a process; ``set_warn_always`` makes
    sure of it here.

    >>> import torch
    >>> import warnings
    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.set_default_tensor_type(torch.DoubleTensor)
    >>> torch.set_warn_always(False)
    >>> torch.is_warn_always_enabled()
    False
    >>> print(str(caught[0].message).split(",")[0])
    torch.set_default_tensor_type() is deprecated as of PyTorch 2.1
    >>> torch.tensor([0.1]).dtype, torch.tensor([0.1]).item()
    (torch.float64, 0.1)

    Back to the usual dtype, in which 0.1 is less exact, and then the same in today's words:

    >>> torch.set_default_dtype(torch.float32)
    >>> torch.tensor([0.1]).dtype, torch.tensor([0.1]).item()
    (torch.float32, 0.10000000149011612)
    >>> torch.set_default_dtype(torch.float64)
    >>> torch.tensor([0.1]).dtype, torch.tensor([0.1]).item()
    (torch.float64, 0.1)

    Neither accepts integers.

    >>> torch.set_default_tensor_type(torch.LongTensor)
    Traceback (most recent call last):
        ...
    TypeError: only floating-point types are supported as the default type
    >>> torch.set_default_dtype(torch.int64)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: only floating-point types are supported as the default type
    """


def misspelled_constructors():
    """Capital letters count: it is ``torch.FloatTensor``, never ``FLoatTensor`` or ``Floattensor``.

    All three spellings below are found in notes. Run them: each one is an ``AttributeError``.

    >>> import torch
    >>> torch.FLoatTensor  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'FLoatTensor'...
    >>> torch.Floattensor  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'Floattensor'...
    >>> torch.Longtensor  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'Longtensor'...
    >>> torch.FloatTensor([1, 2])
    tensor([1., 2.])
    >>> torch.LongTensor([1, 2])
    tensor([1, 2])
    """


def rows_in_one_list():
    """The rows of a table go into one outer list; as separate arguments they raise a ``TypeError``.

    Often written with each row as its own argument, which is what the star does here. Run it: the constructor takes one
    object with all the data.

    >>> import torch
    >>> rows = [[1., 2., 3.], [4., 5., 6.], [7., 8., 9.], [10., 11., 12.]]
    >>> torch.FloatTensor(*rows)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: new() received an invalid combination of arguments - got (list, list, list, list), but expected ...
    >>> table = torch.FloatTensor(rows)
    >>> table
    tensor([[ 1.,  2.,  3.],
            [ 4.,  5.,  6.],
            [ 7.,  8.,  9.],
            [10., 11., 12.]])
    >>> table.shape
    torch.Size([4, 3])
    """


def array_to_float_tensor():
    """``torch.FloatTensor`` copies an integer array, but shares the memory of a float32 array.

    An integer array must be converted, so the tensor gets memory of its own. A float32 array already has the right
    numbers, and a later write to it changes the tensor. ``torch.tensor`` always copies.

    >>> import torch
    >>> import numpy as np
    >>> array = np.arange(12).reshape(2, 2, 3)
    >>> converted = torch.FloatTensor(array)
    >>> converted.shape
    torch.Size([2, 2, 3])
    >>> converted.dtype
    torch.float32
    >>> floats = array.astype(np.float32)
    >>> shared = torch.FloatTensor(floats)
    >>> copied = torch.tensor(floats)

    Write to the first row of both arrays and look at the three tensors.

    >>> array[0, 0] = 50
    >>> array[0].tolist()
    [[50, 50, 50], [3, 4, 5]]
    >>> converted[0]
    tensor([[0., 1., 2.],
            [3., 4., 5.]])
    >>> floats[0, 0] = 60
    >>> shared[0]
    tensor([[60., 60., 60.],
            [ 3.,  4.,  5.]])
    >>> copied[0]
    tensor([[0., 1., 2.],
            [3., 4., 5.]])
    """


def uint8_is_not_bool():
    """``torch.ByteTensor`` turns True and False into the numbers 1 and 0, and ``~`` no longer means "not".

    For true and false use ``torch.tensor``, which makes a bool tensor.

    >>> import torch
    >>> answers = [True, False, False, True]
    >>> numbers = torch.ByteTensor(answers)
    >>> numbers
    tensor([1, 0, 0, 1], dtype=torch.uint8)
    >>> flags = torch.tensor(answers)
    >>> flags
    tensor([ True, False, False,  True])

    On bool, ``~`` turns each answer around. On uint8 it flips all 8 bits.

    >>> ~flags
    tensor([False,  True,  True, False])
    >>> ~numbers
    tensor([254, 255, 255, 254], dtype=torch.uint8)

    As a mask it still picks elements, with a warning that this will not stay.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.arange(4)[numbers]
    tensor([0, 3])
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead...
    >>> torch.arange(4)[flags]
    tensor([0, 3])
    """
