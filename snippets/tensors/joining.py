"""Joining and splitting

``torch.cat`` and ``torch.stack`` make one tensor out of several; ``split``, ``chunk`` and ``unbind`` take one apart.
You need them when you build a batch from single samples, put features side by side, or cut a long tensor into pieces.
"""


def cat_along_a_dimension():
    """``torch.cat`` joins tensors along a dimension they already have: that size grows, the others stay.

    ``dim`` says which dimension grows; without it, the first one does. You hand over a list, with as many tensors as
    you like.

    >>> import torch
    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> y = torch.tensor([[5, 6], [7, 8]])
    >>> torch.cat([x, y])
    tensor([[1, 2],
            [3, 4],
            [5, 6],
            [7, 8]])
    >>> torch.cat([x, y], dim=0).shape
    torch.Size([4, 2])

    With ``dim=1`` the rows become longer instead.

    >>> torch.cat([x, y], dim=1)
    tensor([[1, 2, 5, 6],
            [3, 4, 7, 8]])

    Three tensors join in the same way, in the order of the list.

    >>> torch.cat([y, x, x], dim=1)
    tensor([[5, 6, 1, 2, 1, 2],
            [7, 8, 3, 4, 3, 4]])
    """


def cat_needs_matching_sizes():
    """``torch.cat`` lets sizes differ only in the dimension along which it joins.

    Joining along dimension 0 puts rows below rows, so every row must be equally long, but one tensor may have more rows
    than another.

    >>> import torch
    >>> two_rows = torch.tensor([[1, 2], [3, 4]])
    >>> three_rows = torch.tensor([[5, 6], [7, 8], [9, 10]])
    >>> torch.cat([two_rows, three_rows])
    tensor([[ 1,  2],
            [ 3,  4],
            [ 5,  6],
            [ 7,  8],
            [ 9, 10]])
    >>> torch.cat([two_rows, three_rows]).shape
    torch.Size([5, 2])
    >>> torch.cat([two_rows, three_rows, two_rows]).shape
    torch.Size([7, 2])

    A tensor with longer rows does not fit below, yet it fits at the side. In the message, "tensor number 1" is the
    second of the list, because the count starts at 0.

    >>> longer_rows = torch.tensor([[5, 6, 7], [8, 9, 10]])
    >>> torch.cat([two_rows, longer_rows])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Sizes of tensors must match except in dimension 0. ... got size 3 for tensor number 1 in the list.
    >>> torch.cat([two_rows, longer_rows], dim=1)
    tensor([[ 1,  2,  5,  6,  7],
            [ 3,  4,  8,  9, 10]])

    The number of dimensions must match too: a vector is not a row.

    >>> torch.cat([two_rows, two_rows.flatten()])
    Traceback (most recent call last):
        ...
    RuntimeError: Tensors must have same number of dimensions: got 2 and 1

    Only a tensor of shape (0,) is let through. It adds no element, but its dtype counts, here float32.

    >>> torch.cat([torch.tensor([]), two_rows])
    tensor([[1., 2.],
            [3., 4.]])
    """


def cat_makes_a_copy():
    """``torch.cat`` returns a new tensor with its own memory and leaves its inputs as they were.

    So you may write into the result without fear for the inputs. It also means that for a moment inputs and result both
    take up memory: to collect many pieces, keep them in a list and join once at the end.

    >>> import torch
    >>> x = torch.tensor([[1, 2]])
    >>> y = torch.tensor([[3, 4], [5, 6]])
    >>> z = torch.cat([x, y])
    >>> z[:2] = 99
    >>> z
    tensor([[99, 99],
            [99, 99],
            [ 5,  6]])
    >>> x
    tensor([[1, 2]])
    >>> y
    tensor([[3, 4],
            [5, 6]])
    """


def cat_of_mixed_dtypes():
    """Joining different dtypes gives their ``torch.promote_types``: any float wins over any integer.

    Promotion goes by kind: bool gives way to integer, integer to floating point, floating point to complex. Within one
    kind, the result is a dtype with room for both ranges.

    >>> import torch
    >>> torch.cat([torch.tensor([True]), torch.tensor([7])])
    tensor([1, 7])
    >>> torch.cat([torch.tensor([7]), torch.tensor([0.5])])
    tensor([7.0000, 0.5000])

    Often written: the dtype with more digits wins. Run it with ``int64``, which holds 2049 exactly, and ``float16``,
    which does not: the float wins, and 2049 is rounded to 2048.

    >>> whole = torch.tensor([2049])
    >>> half = torch.tensor([0.5], dtype=torch.float16)
    >>> whole.dtype, half.dtype
    (torch.int64, torch.float16)
    >>> joined = torch.cat([whole, half])
    >>> joined.dtype
    torch.float16
    >>> joined.tolist()
    [2048.0, 0.5]

    The result can also be a dtype that none of the inputs had.

    >>> unsigned = torch.tensor([200], dtype=torch.uint8)
    >>> signed = torch.tensor([-1], dtype=torch.int8)
    >>> torch.cat([unsigned, signed])
    tensor([200,  -1], dtype=torch.int16)
    >>> brain = torch.tensor([3.0], dtype=torch.bfloat16)
    >>> brain
    tensor([3.], dtype=torch.bfloat16)
    >>> torch.cat([half, brain]).dtype
    torch.float32

    ``torch.promote_types`` tells you the result beforehand.

    >>> torch.promote_types(whole.dtype, half.dtype)
    torch.float16
    >>> torch.promote_types(unsigned.dtype, signed.dtype)
    torch.int16
    >>> torch.promote_types(half.dtype, brain.dtype)
    torch.float32

    ``uint16``, ``uint32`` and ``uint64`` are promoted to floats only; with another integer dtype they are refused.

    >>> torch.promote_types(torch.uint16, torch.float32)
    torch.float32
    >>> torch.promote_types(torch.uint16, torch.int32)
    Traceback (most recent call last):
        ...
    RuntimeError: Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Int
    """


def stack_adds_a_dimension():
    """``torch.stack`` puts tensors of one shape along a new dimension; ``torch.cat`` along an existing one.

    Stack when each input is one whole item, such as an image that becomes part of a batch. Join with ``cat`` when the
    inputs are pieces of the same thing.

    >>> import torch
    >>> items = [torch.tensor([1, 4]), torch.tensor([2, 5]), torch.tensor([3, 6])]
    >>> torch.stack(items).shape
    torch.Size([3, 2])
    >>> torch.cat(items)
    tensor([1, 4, 2, 5, 3, 6])

    To stack is to give each input the new dimension, with size 1, and then to join with ``cat``.

    >>> torch.equal(torch.stack(items, dim=1), torch.cat([item.unsqueeze(1) for item in items], dim=1))
    True

    All shapes must be the same, while ``cat`` lets the sizes along ``dim`` differ.

    >>> torch.stack([*items, torch.cat(items)])
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [6] at entry 3
    """


def stack_rows_or_columns():
    """Stacked vectors become the rows of a matrix with ``dim=0``, the default, and its columns with ``dim=1``.

    ``dim`` is the place of the new dimension in the result's shape. Its size is the number of inputs.

    >>> import torch
    >>> vectors = [torch.tensor([1, 4]), torch.tensor([2, 5]), torch.tensor([3, 6])]
    >>> torch.stack(vectors)
    tensor([[1, 4],
            [2, 5],
            [3, 6]])
    >>> torch.stack(vectors, dim=0).shape
    torch.Size([3, 2])

    With ``dim=1`` the 3 moves to the second place.

    >>> torch.stack(vectors, dim=1)
    tensor([[1, 2, 3],
            [4, 5, 6]])
    >>> torch.stack(vectors, dim=1).shape
    torch.Size([2, 3])
    """


def split_by_length():
    """The number you give to ``torch.split`` is the length of each part, not how many parts you get.

    The last part is shorter when the length does not divide the size.

    >>> import torch
    >>> t = torch.arange(10)
    >>> torch.split(t, 4)
    (tensor([0, 1, 2, 3]), tensor([4, 5, 6, 7]), tensor([8, 9]))

    Often written: ``torch.split(t, 2)`` cuts ``t`` in two. Run it: you get five parts of length two.

    >>> [len(part) for part in torch.split(t, 2)]
    [2, 2, 2, 2, 2]

    A list gives the length of every part. The lengths must add up to the size.

    >>> torch.split(t, [1, 9])
    (tensor([0]), tensor([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    >>> torch.split(t, [1, 8])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: split_with_sizes expects split_sizes to sum exactly to 10 ... but got split_sizes=[1, 8]

    ``dim`` chooses the dimension that is cut; here the columns are divided into three and one.

    >>> torch.split(torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]]), 3, dim=1)
    (tensor([[1, 2, 3],
            [5, 6, 7]]), tensor([[4],
            [8]]))
    """


def split_keyword():
    """The keyword is ``split_size_or_sections`` in ``torch.split`` and ``split_size`` in the method ``t.split``.

    The long name says what it takes: one length for all parts, or a list with a length for each. Most code passes it by
    position, where the two agree.

    >>> import torch
    >>> t = torch.arange(5)
    >>> torch.split(t, split_size_or_sections=3)
    (tensor([0, 1, 2]), tensor([3, 4]))
    >>> t.split(split_size=2)
    (tensor([0, 1]), tensor([2, 3]), tensor([4]))

    The names are not interchangeable.

    >>> split_size = 3
    >>> torch.split(t, split_size)
    (tensor([0, 1, 2]), tensor([3, 4]))
    >>> torch.split(t, split_size=split_size)
    Traceback (most recent call last):
        ...
    TypeError: split() got an unexpected keyword argument 'split_size'
    """


def chunks():
    """``torch.chunk`` may return fewer parts than you ask for; ``torch.tensor_split`` returns exactly that many.

    ``chunk`` divides the size by the number of parts, rounds up, and cuts parts of that length until nothing is left.

    >>> import torch
    >>> torch.chunk(torch.arange(10), 4)
    (tensor([0, 1, 2]), tensor([3, 4, 5]), tensor([6, 7, 8]), tensor([9]))

    Often written: ``chunk`` makes as many parts as you say. Run it with seven elements in six chunks: 7 / 6 rounds up
    to 2, and after four parts all elements are used.

    >>> [len(part) for part in torch.chunk(torch.arange(7), 6)]
    [2, 2, 2, 1]

    When the number must be right, for example one part for each of six workers, use ``tensor_split``. Its parts differ
    in length by one at most.

    >>> [len(part) for part in torch.tensor_split(torch.arange(7), 6)]
    [2, 1, 1, 1, 1, 1]
    >>> [len(part) for part in torch.tensor_split(torch.arange(10), 4)]
    [3, 3, 2, 2]
    """


def unbound_slices():
    """``t.unbind()`` removes one dimension and returns the slices along it as a tuple.

    Each slice has one dimension less than ``t``. Without an argument the first dimension goes, so ``unbind`` gives what
    a ``for`` loop over the tensor gives.

    >>> import torch
    >>> t = torch.arange(24).view(2, 3, 4)
    >>> type(t.unbind())
    <class 'tuple'>

    Often written: ``unbind`` splits a tensor into one-dimensional tensors. Run it on three dimensions: the parts have
    two.

    >>> [tuple(part.shape) for part in t.unbind()]
    [(3, 4), (3, 4)]
    >>> [tuple(part.shape) for part in t.unbind(dim=1)]
    [(2, 4), (2, 4), (2, 4)]

    Part ``i`` is the slice at index ``i``.

    >>> t.unbind(dim=1)[2]
    tensor([[ 8,  9, 10, 11],
            [20, 21, 22, 23]])
    >>> t[:, 2]
    tensor([[ 8,  9, 10, 11],
            [20, 21, 22, 23]])

    Only a matrix gives vectors.

    >>> torch.tensor([[1, 2, 3], [4, 5, 6]]).unbind()
    (tensor([1, 2, 3]), tensor([4, 5, 6]))
    """


def parts_share_memory():
    """The parts that ``split``, ``chunk`` and ``unbind`` return are views: writing to a part changes the whole.

    Taking a tensor apart copies nothing. When you want to change a part on its own, call ``.clone()`` on it first.

    >>> import torch
    >>> t = torch.arange(6)
    >>> t.split(4)[0][3] = 30
    >>> t
    tensor([ 0,  1,  2, 30,  4,  5])
    >>> t.chunk(2)[1][1] = 40
    >>> t
    tensor([ 0,  1,  2, 30, 40,  5])
    >>> t.unbind()[2].fill_(20)
    tensor(20)
    >>> t
    tensor([ 0,  1, 20, 30, 40,  5])

    A clone is independent.

    >>> part = t.split(4)[1].clone()
    >>> part[1] = 50
    >>> part
    tensor([40, 50])
    >>> t
    tensor([ 0,  1, 20, 30, 40,  5])
    """
