"""Repeating, stretching and cutting

These cards repeat a tensor with or without copying it, put tensors beside and above each other, cut them into parts
and windows, and move or split dimensions. You need them when shapes must be brought together.
"""


def repeated_copies():
    """``t.repeat`` and ``torch.tile`` repeat the whole tensor; ``repeat_interleave`` repeats each element on the spot.

    Often written: ``repeat`` is NumPy's ``repeat``. Run both: NumPy's is ``repeat_interleave``, and PyTorch's is
    ``numpy.tile``.

    >>> import torch
    >>> import numpy as np
    >>> t = torch.tensor([1, 2, 3])
    >>> t.repeat(2), torch.tile(t, (2,)), np.tile(t.numpy(), 2)
    (tensor([1, 2, 3, 1, 2, 3]), tensor([1, 2, 3, 1, 2, 3]), array([1, 2, 3, 1, 2, 3]))
    >>> torch.repeat_interleave(t, 2), np.repeat(t.numpy(), 2)
    (tensor([1, 1, 2, 2, 3, 3]), array([1, 1, 2, 2, 3, 3]))

    Each number counts the copies along one dimension. ``repeat`` needs one for every dimension; where ``tile`` gets
    fewer, they are for the last dimensions.

    >>> rows = torch.tensor([[1, 2], [3, 4]])
    >>> rows.repeat(1, 2)
    tensor([[1, 2, 1, 2],
            [3, 4, 3, 4]])
    >>> torch.tile(rows, (2,))
    tensor([[1, 2, 1, 2],
            [3, 4, 3, 4]])
    >>> rows.repeat(2)
    Traceback (most recent call last):
        ...
    RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
    """


def different_numbers_of_copies():
    """``torch.repeat_interleave`` takes a tensor of counts, one for each element, or for each row with ``dim=0``.

    Without ``dim`` the tensor is flattened first.

    >>> import torch
    >>> torch.repeat_interleave(torch.tensor([7, 8, 9]), torch.tensor([2, 0, 3]))
    tensor([7, 7, 9, 9, 9])
    >>> rows = torch.tensor([[1, 2], [3, 4]])
    >>> rows.repeat_interleave(torch.tensor([1, 2]), dim=0)
    tensor([[1, 2],
            [3, 4],
            [3, 4]])
    >>> rows.repeat_interleave(2, dim=1)
    tensor([[1, 1, 2, 2],
            [3, 3, 4, 4]])
    >>> rows.repeat_interleave(2)
    tensor([1, 1, 2, 2, 3, 3, 4, 4])

    With counts alone you get the indices: which group each element belongs to.

    >>> torch.repeat_interleave(torch.tensor([2, 0, 3]))
    tensor([0, 0, 2, 2, 2])
    """


def stretched_without_copies():
    """``expand``, ``expand_as`` and ``torch.broadcast_to`` stretch a dimension of size 1 without copying it.

    All places along it show the same stored number: the stride of the stretched dimension, the step in memory, is 0. A
    size of -1 keeps the old one.

    >>> import torch
    >>> column = torch.tensor([[1], [2]])
    >>> wide = column.expand(2, 3)
    >>> wide
    tensor([[1, 1, 1],
            [2, 2, 2]])
    >>> column.expand(-1, 4)
    tensor([[1, 1, 1, 1],
            [2, 2, 2, 2]])
    >>> torch.equal(torch.broadcast_to(column, (2, 3)), wide)
    True
    >>> wide.stride(), column.repeat(1, 3).stride()
    ((1, 0), (3, 1))
    >>> column.expand_as(torch.arange(10).view(2, 5)).shape
    torch.Size([2, 5])

    One write would be seen in several places, so writing to the whole is refused. Clone first.

    >>> wide += 1  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: unsupported operation: more than one element of the written-to tensor refers to a single memory ...
    >>> copy = wide.clone()
    >>> copy += 1
    >>> copy
    tensor([[2, 2, 2],
            [3, 3, 3]])

    Other sizes than 1 cannot be stretched: for that, repeat.

    >>> wide.expand(-1, 6)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: The expanded size of the tensor (6) must match the existing size (3) at non-singleton dimension 1. ...
    """


def common_shape():
    """``torch.broadcast_shapes`` computes the shape of a result; ``broadcast_tensors`` stretches the operands to it.

    The first takes shapes and needs no tensors: use it to check before you compute.

    >>> import torch
    >>> torch.broadcast_shapes((2, 1), (3,))
    torch.Size([2, 3])
    >>> torch.broadcast_shapes((5, 1, 4), (3, 1), (1,))
    torch.Size([5, 3, 4])
    >>> torch.broadcast_shapes((2, 3), (2,))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Attempting to broadcast a dimension of length 2 at -1! ... should be broadcastable to [2, 3]
    >>> a, b = torch.broadcast_tensors(torch.tensor([[1], [2]]), torch.tensor([3, 4, 5]))
    >>> a
    tensor([[1, 1, 1],
            [2, 2, 2]])
    >>> b
    tensor([[3, 4, 5],
            [3, 4, 5]])
    """


def beside_and_above():
    """``torch.hstack`` puts tensors beside each other, ``vstack`` above each other, ``dstack`` behind each other.

    For vectors ``hstack`` makes a longer vector, while ``column_stack`` makes each a column of a matrix.

    >>> import torch
    >>> a, b = torch.tensor([1, 2]), torch.tensor([3, 4])
    >>> torch.hstack([a, b])
    tensor([1, 2, 3, 4])
    >>> torch.vstack([a, b])
    tensor([[1, 2],
            [3, 4]])
    >>> torch.column_stack([a, b])
    tensor([[1, 3],
            [2, 4]])
    >>> torch.dstack([a, b])
    tensor([[[1, 3],
             [2, 4]]])

    Matrices are joined along columns, rows and a new third dimension.

    >>> m = torch.tensor([[5, 6], [7, 8]])
    >>> torch.hstack([m, m + 10])
    tensor([[ 5,  6, 15, 16],
            [ 7,  8, 17, 18]])
    >>> torch.vstack([m, b])
    tensor([[5, 6],
            [7, 8],
            [3, 4]])
    >>> torch.column_stack([m, b])
    tensor([[5, 6, 3],
            [7, 8, 4]])
    >>> torch.dstack([m, m, m]).shape
    torch.Size([2, 2, 3])

    ``torch.row_stack`` is ``vstack``; ``torch.concat`` and ``torch.concatenate`` are ``torch.cat``.

    >>> torch.row_stack([a, m])
    tensor([[1, 2],
            [5, 6],
            [7, 8]])
    >>> torch.concat([m, m + 10], dim=1)
    tensor([[ 5,  6, 15, 16],
            [ 7,  8, 17, 18]])
    >>> torch.concatenate([a, b, a])
    tensor([1, 2, 3, 4, 1, 2])
    """


def cut_into_parts():
    """``torch.tensor_split`` cuts into a number of parts or at given places; sizes need not divide evenly.

    With a number, the first parts are one longer. With places, each part ends before the next place.

    >>> import torch
    >>> t = torch.arange(7)
    >>> torch.tensor_split(t, 3)
    (tensor([0, 1, 2]), tensor([3, 4]), tensor([5, 6]))
    >>> torch.tensor_split(t, (2, 5))
    (tensor([0, 1]), tensor([2, 3, 4]), tensor([5, 6]))

    ``hsplit`` makes parts that lie side by side, ``vsplit`` parts one above the other, and ``dsplit`` cuts along the
    third dimension. With these three, the number of parts must divide the size.

    >>> table = torch.arange(8).view(2, 4)
    >>> torch.hsplit(table, 2)
    (tensor([[0, 1],
            [4, 5]]), tensor([[2, 3],
            [6, 7]]))
    >>> torch.hsplit(table, (1,))[0]
    tensor([[0],
            [4]])
    >>> torch.vsplit(table, 2)
    (tensor([[0, 1, 2, 3]]), tensor([[4, 5, 6, 7]]))
    >>> torch.dsplit(torch.arange(6).view(1, 2, 3), 3)[2]
    tensor([[[2],
             [5]]])
    >>> torch.hsplit(table, 3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: torch.hsplit attempted to split along dimension 1, but the size of the dimension 4 is not ...
    """


def sliding_windows():
    """``t.unfold(dim, size, step)`` shows overlapping windows as a view with one more dimension.

    Use it for moving averages and for pieces of a time series. What does not fill a whole window is left out.

    >>> import torch
    >>> t = torch.arange(6)
    >>> t.unfold(0, 3, 1)
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4],
            [3, 4, 5]])
    >>> t.unfold(0, 3, 2)
    tensor([[0, 1, 2],
            [2, 3, 4]])
    >>> t.float().unfold(0, 4, 1).mean(dim=1)
    tensor([1.5000, 2.5000, 3.5000])

    On a matrix the windows go along ``dim`` and appear at the end.

    >>> table = torch.arange(8).view(2, 4)
    >>> table.unfold(1, 3, 1).shape, table.unfold(0, 2, 1).shape
    (torch.Size([2, 2, 3]), torch.Size([1, 4, 2]))
    >>> table.unfold(1, 3, 1)[1]
    tensor([[4, 5, 6],
            [5, 6, 7]])
    """


def slices_by_function():
    """``torch.narrow`` is a slice of given length and ``torch.select`` one index, along a dimension given by number.

    Use them where the dimension is in a variable, so that ``t[:, 1:3]`` cannot be written. Both are views.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]])
    >>> torch.narrow(t, dim=1, start=1, length=2), t[:, 1:3]
    (tensor([[2, 3],
            [6, 7]]), tensor([[2, 3],
            [6, 7]]))
    >>> torch.narrow(t, dim=0, start=1, length=1)
    tensor([[5, 6, 7, 8]])
    >>> torch.select(t, dim=1, index=2), torch.select(t, dim=0, index=1)
    (tensor([3, 7]), tensor([5, 6, 7, 8]))
    >>> torch.narrow(t, dim=1, start=1, length=2).fill_(0).shape
    torch.Size([2, 2])
    >>> t
    tensor([[1, 0, 0, 4],
            [5, 0, 0, 8]])

    A slice may run past the end; ``narrow`` must not.

    >>> torch.narrow(t, dim=1, start=3, length=2)
    Traceback (most recent call last):
        ...
    RuntimeError: start (3) + length (2) exceeds dimension size (4).
    >>> t[:, 3:5]
    tensor([[4],
            [8]])
    """


def moved_dimensions():
    """``torch.movedim`` moves a dimension and keeps the order of the others; ``swapaxes`` exchanges two.

    An image from a file is (H, W, C), and PyTorch wants (C, H, W): one dimension moves, none are exchanged. A swap
    gives another shape and turns the image on its side. ``moveaxis`` is ``movedim``; ``swapaxes`` and ``swapdims`` are
    ``transpose``.

    >>> import torch
    >>> image = torch.arange(24).view(2, 4, 3)
    >>> torch.movedim(image, -1, 0).shape, torch.moveaxis(image, -1, 0).shape
    (torch.Size([3, 2, 4]), torch.Size([3, 2, 4]))
    >>> torch.swapaxes(image, -1, 0).shape, torch.swapdims(image, -1, 0).shape, image.transpose(-1, 0).shape
    (torch.Size([3, 4, 2]), torch.Size([3, 4, 2]), torch.Size([3, 4, 2]))
    >>> torch.movedim(image, -1, 0)[1]
    tensor([[ 1,  4,  7, 10],
            [13, 16, 19, 22]])
    >>> torch.swapdims(image, -1, 0)[1]
    tensor([[ 1, 13],
            [ 4, 16],
            [ 7, 19],
            [10, 22]])

    Several can move at once: the first tuple says from where, the second to where.

    >>> torch.movedim(image, (0, 1), (1, 2)).shape
    torch.Size([3, 2, 4])
    """


def split_dimension():
    """``t.unflatten(dim, sizes)`` splits one dimension into several, the reverse of ``flatten``.

    Use it for attention heads: the last dimension of 6 becomes 2 heads of 3. One size may be -1.

    >>> import torch
    >>> t = torch.arange(12).view(2, 6)
    >>> heads = torch.unflatten(t, 1, (2, 3))
    >>> heads
    tensor([[[ 0,  1,  2],
             [ 3,  4,  5]],
    <BLANKLINE>
            [[ 6,  7,  8],
             [ 9, 10, 11]]])
    >>> t.unflatten(1, (-1, 2)).shape
    torch.Size([2, 3, 2])
    >>> t.unflatten(0, (1, 2)).shape
    torch.Size([1, 2, 6])
    >>> torch.equal(heads.flatten(1), t)
    True
    >>> t.unflatten(1, (4, 2))
    Traceback (most recent call last):
        ...
    RuntimeError: unflatten: Provided sizes [4, 2] don't multiply up to the size of dim 1 (6) in the input tensor
    """


def dimensions_at_least():
    """``torch.atleast_2d`` adds dimensions until there are two; a tensor that has them passes unchanged.

    Use it in a function that accepts one sample or a batch. ``atleast_1d`` and ``atleast_3d`` do the same for one and
    three. Only ``atleast_3d`` adds a dimension at the end.

    >>> import torch
    >>> number, vector, matrix = torch.tensor(7), torch.arange(3), torch.arange(20).view(4, 5)
    >>> torch.atleast_1d(number), torch.atleast_2d(number), torch.atleast_3d(number)
    (tensor([7]), tensor([[7]]), tensor([[[7]]]))
    >>> torch.atleast_1d(vector).shape, torch.atleast_2d(vector).shape, torch.atleast_3d(vector).shape
    (torch.Size([3]), torch.Size([1, 3]), torch.Size([1, 3, 1]))
    >>> torch.atleast_1d(matrix).shape, torch.atleast_2d(matrix).shape, torch.atleast_3d(matrix).shape
    (torch.Size([4, 5]), torch.Size([4, 5]), torch.Size([4, 5, 1]))
    """


def blocks_on_the_diagonal():
    """``torch.block_diag`` puts matrices along a diagonal and zeros elsewhere.

    If each matrix says which points of a small graph are joined, the result is one large graph without edges between
    them. A vector counts as one row.

    >>> import torch
    >>> a = torch.tensor([[1, 2], [3, 4]])
    >>> torch.block_diag(a, torch.tensor([5, 6, 7]))
    tensor([[1, 2, 0, 0, 0],
            [3, 4, 0, 0, 0],
            [0, 0, 5, 6, 7]])

    Multiplying by it multiplies each part by its own block.

    >>> two = torch.block_diag(a, 10 * a)
    >>> two @ torch.tensor([1, 1, 1, 2])
    tensor([  3,   7,  50, 110])
    >>> a @ torch.tensor([1, 1]), 10 * a @ torch.tensor([1, 2])
    (tensor([3, 7]), tensor([ 50, 110]))
    """
