"""Gathering, scattering and filling

An index tensor can say what to read and where to write. These cards pick elements with ``gather`` and ``take``, write
them with ``scatter`` and its kin, and fill what a mask selects. Losses, embeddings and attention masks rest on them.
"""


def score_of_the_right_class():
    """``torch.gather`` along ``dim=1`` takes from each row the columns that the index names for that row.

    So ``out[i, j]`` is ``t[i, index[i, j]]``. Use it to pick the score of each sample's right class. The index has as
    many dimensions as the tensor; the result has the shape of the index.

    >>> import torch
    >>> scores = torch.tensor([[11, 12, 13], [21, 22, 23]])
    >>> labels = torch.tensor([2, 0])
    >>> torch.gather(scores, 1, labels.unsqueeze(1))
    tensor([[13],
            [21]])
    >>> scores.gather(1, torch.tensor([[0, 0, 2, 1], [1, 2, 2, 0]]))
    tensor([[11, 11, 13, 12],
            [22, 23, 23, 21]])

    Along ``dim=0`` it takes ``t[index[i, j], j]``: the column stays, the index names the row.

    >>> torch.gather(scores, 0, torch.tensor([[1, 0, 1]]))
    tensor([[21, 12, 23]])

    An index beyond the end is an error.

    >>> torch.gather(scores, 1, labels.unsqueeze(1) + 1)
    Traceback (most recent call last):
        ...
    RuntimeError: index 3 is out of bounds for dimension 1 with size 3
    """


def sorted_indices_applied():
    """``torch.take_along_dim`` applies the indices of a sort to another tensor; its index may broadcast.

    It is ``gather`` with broadcasting, and NumPy's ``take_along_axis``.

    >>> import torch
    >>> prices = torch.tensor([[30, 10, 20], [5, 7, 6]])
    >>> names = torch.tensor([[3, 1, 2], [5, 7, 6]])
    >>> order = prices.argsort(dim=1)
    >>> order
    tensor([[1, 2, 0],
            [0, 2, 1]])
    >>> torch.take_along_dim(prices, order, dim=1)
    tensor([[10, 20, 30],
            [ 5,  6,  7]])
    >>> torch.take_along_dim(names, order, dim=1)
    tensor([[1, 2, 3],
            [5, 6, 7]])

    One row of indices serves all rows here, where ``gather`` reads only as many rows as the index has.

    >>> first = torch.tensor([[2, 0]])
    >>> torch.take_along_dim(prices, first, dim=1)
    tensor([[20, 30],
            [ 6,  5]])
    >>> torch.gather(prices, 1, first)
    tensor([[20, 30]])
    """


def scatter_undoes_gather():
    """``scatter`` writes ``src`` to the places from which ``gather`` with the same index would read.

    So ``out[i, index[i, j]]`` becomes ``src[i, j]``. The method with an underscore writes into the tensor itself.

    >>> import torch
    >>> index = torch.tensor([[2, 0, 1], [1, 2, 0]])
    >>> src = torch.tensor([[7, 8, 9], [4, 5, 6]])
    >>> written = torch.zeros(2, 3, dtype=torch.int64).scatter(1, index, src)
    >>> written
    tensor([[8, 9, 7],
            [6, 4, 5]])
    >>> written.gather(1, index)
    tensor([[7, 8, 9],
            [4, 5, 6]])
    >>> torch.scatter(torch.full((2, 3), -1), 1, index[:, :2], src)
    tensor([[ 8, -1,  7],
            [-1,  4,  5]])
    >>> t = torch.zeros(2, 4, dtype=torch.int64)
    >>> _ = t.scatter_(1, index, src)
    >>> t
    tensor([[8, 9, 7, 0],
            [6, 4, 5, 0]])

    Where two values go to one place, one of them stays, and PyTorch does not promise which.

    >>> torch.zeros(1, 2).scatter(1, torch.tensor([[1, 1]]), torch.tensor([[5., 6.]]))[0, 1].item() in (5, 6)
    True

    ``src`` must have the dtype of the tensor.

    >>> t.scatter(1, index, src.float())
    Traceback (most recent call last):
        ...
    RuntimeError: scatter(): Expected self.dtype to be equal to src.dtype
    """


def sums_per_group():
    """``scatter_add_`` adds every value to the place that its index names, also where several go to one place.

    Use it to sum by group: the index is the group of each value.

    >>> import torch
    >>> groups = torch.tensor([0, 2, 0, 2, 2])
    >>> values = torch.tensor([1., 2., 4., 8., 16.])
    >>> torch.zeros(3).scatter_add_(0, groups, values)
    tensor([ 5.,  0., 26.])
    >>> torch.scatter_add(torch.tensor([100., 0., 0.]), 0, groups, values)
    tensor([105.,   0.,  26.])

    ``scatter_reduce`` can also average, multiply or keep the largest. With ``include_self=False`` the number that was
    there before does not count, and stays only where no value arrives.

    >>> start = torch.full((3,), 3.)
    >>> torch.scatter_reduce(start, 0, groups, values, reduce="sum")
    tensor([ 8.,  3., 29.])
    >>> torch.scatter_reduce(start, 0, groups, values, reduce="amax")
    tensor([ 4.,  3., 16.])
    >>> torch.scatter_reduce(start, 0, groups, values, reduce="mean", include_self=False)
    tensor([2.5000, 3.0000, 8.6667])
    >>> start.scatter_reduce_(0, groups, values, reduce="prod") is start
    True
    >>> start
    tensor([ 12.,   3., 768.])
    """


def whole_rows_by_index():
    """``torch.index_select`` takes whole rows or columns, in the order and as often as the index names them.

    It is ``t[index]`` for a dimension given by number. An embedding layer looks up its rows in this way.

    >>> import torch
    >>> table = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> index = torch.tensor([1, 0, 1])
    >>> torch.index_select(table, 0, index), table[index]
    (tensor([[4, 5, 6],
            [1, 2, 3],
            [4, 5, 6]]), tensor([[4, 5, 6],
            [1, 2, 3],
            [4, 5, 6]]))
    >>> torch.index_select(table, 1, torch.tensor([2, 0]))
    tensor([[3, 1],
            [6, 4]])

    The index is a vector; for places that differ from row to row there is ``gather``.

    >>> torch.index_select(table, 1, index.unsqueeze(0))
    Traceback (most recent call last):
        ...
    IndexError: index_select(): Index is supposed to be a vector
    """


def repeated_indices():
    """``t[index] += 1`` counts a repeated index once; ``index_add_`` counts every occurrence.

    The first form reads all places, adds, and writes back, so that a repeated place gets the same sum each
    time.

    >>> import torch
    >>> index = torch.tensor([0, 2, 2, 2])
    >>> t = torch.tensor([10, 20, 30])
    >>> t[index] += 1
    >>> t
    tensor([11, 20, 31])
    >>> ones = torch.ones(4, dtype=torch.int64)
    >>> torch.tensor([10, 20, 30]).index_add_(0, index, ones)
    tensor([11, 20, 33])

    Without the underscore the result is new; ``alpha`` multiplies what is added.

    >>> torch.index_add(torch.tensor([10, 20, 30]), 0, index, ones, alpha=5)
    tensor([15, 20, 45])

    ``index_put_`` with ``accumulate=True`` does so too; it takes one index tensor per dimension, in a tuple.

    >>> torch.tensor([10, 20, 30]).index_put_((index,), torch.tensor(1), accumulate=True)
    tensor([11, 20, 33])
    >>> grid = torch.zeros(2, 3)
    >>> rows, columns = torch.tensor([0, 1, 1]), torch.tensor([2, 0, 0])
    >>> torch.index_put(grid, (rows, columns), torch.tensor([5., 6., 7.]), accumulate=True)
    tensor([[ 0.,  0.,  5.],
            [13.,  0.,  0.]])
    """


def rows_written_by_index():
    """``index_copy_`` writes rows to the places the index names, ``index_fill_`` one number to all of them.

    ``dim`` says whether the index names rows (0) or columns (1). Without the underscore you get a new tensor.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.index_copy(t, 0, torch.tensor([1]), torch.tensor([[7, 8, 9]]))
    tensor([[1, 2, 3],
            [7, 8, 9]])
    >>> torch.index_fill(t, 1, torch.tensor([0, 2]), -1)
    tensor([[-1,  2, -1],
            [-1,  5, -1]])
    >>> t.index_fill_(0, torch.tensor([0]), 9) is t
    True
    >>> t.index_copy_(1, torch.tensor([2]), torch.tensor([[30], [60]])) is t
    True
    >>> t
    tensor([[ 9,  9, 30],
            [ 4,  5, 60]])
    """


def filled_where_masked():
    """``masked_fill`` writes a number where the mask is True; with ``-inf`` before a softmax it hides positions.

    Use it in attention, so that padding receives the weight 0. True means "hide" here.

    >>> import torch
    >>> scores = torch.tensor([[1., 1., 3.], [2., 0., 0.]])
    >>> padding = torch.tensor([False, False, True])
    >>> hidden = scores.masked_fill(padding, float("-inf"))
    >>> hidden
    tensor([[1., 1., -inf],
            [2., 0., -inf]])
    >>> torch.equal(torch.masked_fill(scores, padding, float("-inf")), hidden)
    True
    >>> torch.softmax(hidden, dim=1)
    tensor([[0.5000, 0.5000, 0.0000],
            [0.8808, 0.1192, 0.0000]])

    ``masked_fill_`` does it in place. If a whole row is hidden, nothing is left to share, and softmax gives ``nan``.

    >>> scores.masked_fill_(torch.tensor([[True], [False]]), float("-inf")) is scores
    True
    >>> scores
    tensor([[-inf, -inf, -inf],
            [2., 0., 0.]])
    >>> torch.softmax(scores, dim=1)[0]
    tensor([nan, nan, nan])
    """


def chosen_by_a_mask():
    """``torch.masked_select`` returns the masked elements in one vector; ``masked_scatter`` writes a vector there.

    The first is ``t[mask]``. The second takes from its source one value after the other, row by row.

    >>> import torch
    >>> t = torch.tensor([[1, 8, 3], [9, 6, 7]])
    >>> mask = t > 6
    >>> mask
    tensor([[False,  True, False],
            [ True, False,  True]])
    >>> torch.masked_select(t, mask), t[mask]
    (tensor([8, 9, 7]), tensor([8, 9, 7]))
    >>> source = torch.tensor([10, 20, 30])
    >>> t.masked_scatter(mask, source)
    tensor([[ 1, 10,  3],
            [20,  6, 30]])

    The source must hold a value for every place.

    >>> t.masked_scatter(mask, source[:2])
    Traceback (most recent call last):
        ...
    RuntimeError: Number of elements of source < number of ones in mask
    """


def flat_positions():
    """``torch.take`` reads and ``put_`` writes as if the tensor were flat; what ``take`` gives has the index's shape.

    Position 4 of a (2, 3) tensor is row 1, column 1. ``argmax`` without ``dim`` gives such a position;
    ``torch.unravel_index`` turns it into row and column.

    >>> import torch
    >>> t = torch.tensor([[10, 11, 12], [13, 14, 15]])
    >>> torch.take(t, torch.tensor([4, 0, 2]))
    tensor([14, 10, 12])
    >>> torch.take(t, torch.tensor([[5], [1]]))
    tensor([[15],
            [11]])
    >>> torch.unravel_index(torch.tensor(4), t.shape)
    (tensor(1), tensor(1))
    >>> t.put_(torch.tensor([1, 3]), torch.tensor([70, 80])) is t
    True
    >>> t
    tensor([[10, 70, 12],
            [80, 14, 15]])
    >>> t.put_(torch.tensor([1, 1]), torch.tensor([5, 6]), accumulate=True)
    tensor([[10, 81, 12],
            [80, 14, 15]])
    """


def places_of_nonzero():
    """``torch.nonzero`` gives one row of indices per nonzero element; with ``as_tuple=True`` one tensor per dimension.

    The tuple can be used as an index at once. ``torch.argwhere`` is the form with rows, and NumPy's ``nonzero`` the one
    with the tuple.

    >>> import torch
    >>> t = torch.tensor([[0, 5, 0], [7, 0, 9]])
    >>> torch.nonzero(t)
    tensor([[0, 1],
            [1, 0],
            [1, 2]])
    >>> torch.argwhere(t >= 7)
    tensor([[1, 0],
            [1, 2]])
    >>> places = torch.nonzero(t, as_tuple=True)
    >>> places
    (tensor([0, 1, 1]), tensor([1, 0, 2]))
    >>> t[places]
    tensor([5, 7, 9])

    How many there are depends on the values, so the shape does too.

    >>> torch.nonzero(t >= 9).shape, torch.nonzero(t > 9).shape
    (torch.Size([1, 2]), torch.Size([0, 2]))
    """


def filled_and_copied():
    """``fill_``, ``zero_`` and ``copy_`` overwrite a tensor in place; ``copy_`` broadcasts and converts the dtype.

    Every view and every name for the tensor sees the new values, where ``t = other`` only moves the name.

    >>> import torch
    >>> t = torch.empty(2, 3, dtype=torch.int64)
    >>> row = t[1]
    >>> t.copy_(torch.tensor([7.9, -8.2, 9.])) is t
    True
    >>> t
    tensor([[ 7, -8,  9],
            [ 7, -8,  9]])
    >>> row.fill_(4)
    tensor([4, 4, 4])
    >>> t
    tensor([[ 7, -8,  9],
            [ 4,  4,  4]])
    >>> t[:, 1].zero_()
    tensor([0, 0])
    >>> t
    tensor([[7, 0, 9],
            [4, 0, 4]])

    The sizes must fit.

    >>> t.copy_(t[:, :2])
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    """


def membership():
    """``torch.isin`` says for each element whether it is one of the given values; ``invert=True`` asks the opposite.

    Use it to keep some classes of a data set. Python's ``in`` gives one answer for the whole tensor.

    >>> import torch
    >>> labels = torch.tensor([[3, 1, 2], [5, 3, 4]])
    >>> torch.isin(labels, torch.tensor([3, 5]))
    tensor([[ True, False, False],
            [ True,  True, False]])
    >>> torch.isin(labels, torch.tensor([3, 5]), invert=True)
    tensor([[False,  True,  True],
            [False, False,  True]])
    >>> torch.isin(labels, 4)
    tensor([[False, False, False],
            [False, False,  True]])
    >>> labels[torch.isin(labels, torch.tensor([1, 4, 5]))]
    tensor([1, 5, 4])
    >>> 5 in labels, 6 in labels
    (True, False)
    """


def writes_without_an_underscore():
    """``torch.select_scatter``, ``slice_scatter`` and ``diagonal_scatter`` return a copy with one part replaced.

    They are ``t[0] = src``, ``t[:, 1:3] = src`` and a write to the diagonal, for where ``t`` must stay as it is.

    >>> import torch
    >>> t = torch.zeros(2, 3)
    >>> torch.select_scatter(t, torch.tensor([1., 2., 3.]), dim=0, index=1)
    tensor([[0., 0., 0.],
            [1., 2., 3.]])
    >>> torch.slice_scatter(t, torch.tensor([[4., 5.], [6., 7.]]), dim=1, start=1, end=3)
    tensor([[0., 4., 5.],
            [0., 6., 7.]])
    >>> torch.diagonal_scatter(t, torch.tensor([8., 9.]), offset=1)
    tensor([[0., 8., 0.],
            [0., 0., 9.]])
    >>> t.any()
    tensor(False)
    """
