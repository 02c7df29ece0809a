"""Indexing and selecting

Square brackets read and write parts of a tensor: one number, a row, a range, or every element for which something is
true. What differs is whether you get a view, which shares the memory, or a copy.
"""


def one_element():
    """``t[i, j]`` gives one element as a tensor without dimensions; ``t[i]`` gives a whole row.

    Counting starts at 0, and negative indices count from the end. ``item`` turns the element into a Python number.

    >>> import torch
    >>> t = torch.arange(1, 7).view(2, 3)
    >>> t
    tensor([[1, 2, 3],
            [4, 5, 6]])
    >>> t[1, 2]
    tensor(6)
    >>> t[1, 2].shape
    torch.Size([])
    >>> t[1, 2].item()
    6
    >>> t[1]
    tensor([4, 5, 6])
    >>> t[0, -1]
    tensor(3)

    An index outside is an error, and the message names the dimension and its size. The last index is the size less 1.

    >>> x = t[1]
    >>> x[2]
    tensor(6)
    >>> x[3]
    Traceback (most recent call last):
        ...
    IndexError: index 3 is out of bounds for dimension 0 with size 3
    """


def rows_and_columns():
    """``t[0:2, 1]`` takes column 1 of the first two rows; ``t[0:2][1]`` takes the second of those rows.

    Inside one pair of brackets, each place speaks about its own dimension. A second pair starts again at the first
    dimension of what is left.

    >>> import torch
    >>> t = torch.arange(1., 13.).view(4, 3)
    >>> t[0:2]
    tensor([[1., 2., 3.],
            [4., 5., 6.]])
    >>> t[0:2].shape
    torch.Size([2, 3])
    >>> t[0:2, 1]
    tensor([2., 5.])
    >>> t[0:2][1]
    tensor([4., 5., 6.])

    A colon alone means all of a dimension. An integer removes its dimension, and a range keeps it.

    >>> t[:, 1]
    tensor([ 2.,  5.,  8., 11.])
    >>> t[:, 1:2].shape
    torch.Size([4, 1])
    """


def slices_are_views():
    """A slice excludes its stop and shares memory with the tensor, so writing to it changes the original.

    Use ``clone`` where you want a copy of your own.

    >>> import torch
    >>> x = torch.tensor([10, 20, 30, 40])
    >>> x[1:3]
    tensor([20, 30])
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t[:, :2]
    tensor([[1, 2],
            [4, 5]])
    >>> left = t[:, :2]
    >>> left[1, 0] = 70
    >>> left
    tensor([[ 1,  2],
            [70,  5]])
    >>> t
    tensor([[ 1,  2,  3],
            [70,  5,  6]])
    >>> own = x[1:3].clone()
    >>> own[0] = 99
    >>> own
    tensor([99, 30])
    >>> x
    tensor([10, 20, 30, 40])

    A step may skip elements, but it cannot walk backwards as it does in a list. ``flip`` reverses.

    >>> x[::2]
    tensor([10, 30])
    >>> x[::-1]
    Traceback (most recent call last):
        ...
    ValueError: step must be greater than zero
    >>> x.flip(0)
    tensor([40, 30, 20, 10])
    """


def lists_of_indices():
    """A list of indices picks elements in any order and gives a copy; two lists are read in pairs.

    Use it to reorder rows or to take some of them. Two lists do not make a grid: their first entries name one element,
    their second entries the next.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
    >>> t[[2, 0]]
    tensor([[ 9, 10, 11, 12],
            [ 1,  2,  3,  4]])
    >>> t[[2, 0], [1, 3]]
    tensor([10,  4])
    >>> picked = t[[1]]
    >>> picked[0, 0] = 50
    >>> picked
    tensor([[50,  6,  7,  8]])
    >>> t[1]
    tensor([5, 6, 7, 8])
    """


def ellipsis_and_none():
    """``...`` stands for all dimensions that are not named, and ``None`` adds one of size 1.

    Use ``...`` to reach the last dimension however many come before it, and ``None`` to make room for broadcasting.

    >>> import torch
    >>> t = torch.arange(24).view(2, 3, 4)
    >>> t[..., 1]
    tensor([[ 1,  5,  9],
            [13, 17, 21]])
    >>> t[1, ..., 0]
    tensor([12, 16, 20])
    >>> t[:, None].shape
    torch.Size([2, 1, 3, 4])
    >>> t[..., None].shape
    torch.Size([2, 3, 4, 1])
    """


def boolean_masks():
    """``t > 2`` only says where; ``t[t > 2]`` takes the elements, as a copy with one dimension.

    Often written: "``t > 2`` extracts the elements". Run it: the comparison gives True and False in the shape of ``t``.
    Index with it to take the elements. How many there are depends on the values, so the shape of ``t`` is lost.

    >>> import torch
    >>> t = torch.tensor([[1, 3, 2], [5, 2, 4]])
    >>> mask = t > 2
    >>> mask
    tensor([[False,  True, False],
            [ True, False,  True]])
    >>> mask.dtype
    torch.bool
    >>> taken = t[mask]
    >>> taken
    tensor([3, 5, 4])
    >>> torch.masked_select(t, mask)
    tensor([3, 5, 4])

    Writing to the copy leaves ``t`` alone.

    >>> taken[0] = 30
    >>> taken
    tensor([30,  5,  4])
    >>> t
    tensor([[1, 3, 2],
            [5, 2, 4]])
    """


def writing_to_a_selection():
    """An index on the left of ``=`` or ``*=`` writes into the tensor itself, also with a mask or a list.

    Use it to set some elements at once. The new value is one number, or a tensor that fits the selection.

    >>> import torch
    >>> t = torch.tensor([[1, 3, 2], [5, 2, 4]])
    >>> t[t > 2] *= 10
    >>> t
    tensor([[ 1, 30,  2],
            [50,  2, 40]])
    >>> t[0] = 7
    >>> t
    tensor([[ 7,  7,  7],
            [50,  2, 40]])
    >>> t[:, [2, 0]] = torch.tensor([8, 9])
    >>> t
    tensor([[9, 7, 8],
            [9, 2, 8]])
    """


def choosing_with_where():
    """``torch.where(condition, x, y)`` takes from ``x`` where the condition is True, else from ``y``.

    Unlike a mask it keeps the shape. ``x`` and ``y`` may be numbers, or tensors that broadcast.

    >>> import torch
    >>> condition = torch.tensor([True, False])
    >>> x = torch.tensor([1, 2])
    >>> y = torch.tensor([10, 20])
    >>> torch.where(condition, x, y)
    tensor([ 1, 20])
    >>> torch.where(~condition, x, y)
    tensor([10,  2])
    >>> t = torch.tensor([[4, 1, 3], [2, 6, 0]])
    >>> torch.where(t > 2, t, 50)
    tensor([[ 4, 50,  3],
            [50,  6, 50]])
    >>> torch.where(t > 2, torch.tensor([[70], [80]]), t)
    tensor([[70,  1, 70],
            [ 2, 80,  0]])

    With the condition alone you get the places of True, as the next card explains.

    >>> torch.where(t > 2)
    (tensor([0, 0, 1]), tensor([0, 2, 1]))

    The condition is a tensor of True and False; int64 numbers are refused.

    >>> torch.where(t, x, y)
    Traceback (most recent call last):
        ...
    RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Long
    """


def positions_of_true():
    """``torch.where`` with a condition alone returns the indices of the True places, one tensor per dimension.

    Read them together: here the True places are at row 0, column 1, at row 1, column 0, and at row 1, column 2. As an
    index, they pick the same elements as the mask does.

    >>> import torch
    >>> t = torch.tensor([[2, 3, 2], [5, 2, 4]])
    >>> places = torch.where(t > 2)
    >>> places
    (tensor([0, 1, 1]), tensor([1, 0, 2]))
    >>> t[places]
    tensor([3, 5, 4])

    ``nonzero`` gives the same as one tensor, with a row for each place.

    >>> (t > 2).nonzero()
    tensor([[0, 1],
            [1, 0],
            [1, 2]])
    """


def scattered_writes():
    """``scatter`` writes a value at the places along ``dim`` that an integer tensor names, in a new tensor.

    Use it to turn class labels into one-hot rows: each label says which column of its row becomes 1. With ``dim=1``
    every entry of the index stays in its row. ``scatter_``, with an underscore, writes into the tensor itself.

    >>> import torch
    >>> zeros = torch.zeros(3, 5)
    >>> labels = torch.tensor([[0], [2], [4]])
    >>> one = 1.
    >>> zeros.scatter(1, labels, one)
    tensor([[1., 0., 0., 0., 0.],
            [0., 0., 1., 0., 0.],
            [0., 0., 0., 0., 1.]])
    >>> zeros
    tensor([[0., 0., 0., 0., 0.],
            [0., 0., 0., 0., 0.],
            [0., 0., 0., 0., 0.]])
    >>> zeros.scatter_(1, labels, 6.) is zeros
    True
    >>> zeros[2]
    tensor([0., 0., 0., 0., 6.])

    The index must hold integers and have as many dimensions as the tensor.

    >>> zeros.scatter(1, labels.float(), one)
    Traceback (most recent call last):
        ...
    RuntimeError: scatter(): Expected dtype int32/int64 for index
    >>> zeros.scatter(1, labels.flatten(), one)
    Traceback (most recent call last):
        ...
    RuntimeError: Index tensor must have the same number of dimensions as self tensor
    """
