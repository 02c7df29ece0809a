"""Running totals, flips and diagonals

A running total keeps every partial result of a sum. These cards show it and its kin, the differences that undo it, and
how to reverse, rotate and cut triangles out of a tensor. Causal masks and learning curves are made with them.
"""


def running_totals():
    """``torch.cumsum`` adds up along ``dim`` and keeps every partial sum; ``cumprod`` multiplies instead.

    The shape stays, and the last entry is the total. ``dim`` has no default.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.cumsum(t, dim=1)
    tensor([[ 1,  3,  6],
            [ 4,  9, 15]])
    >>> torch.cumsum(t, dim=0)
    tensor([[1, 2, 3],
            [5, 7, 9]])
    >>> torch.cumprod(t, dim=1)
    tensor([[  1,   2,   6],
            [  4,  20, 120]])
    >>> torch.cumprod(t, dim=0)
    tensor([[ 1,  2,  3],
            [ 4, 10, 18]])
    >>> torch.cumsum(t)
    Traceback (most recent call last):
        ...
    TypeError: cumsum() missing 1 required positional arguments: "dim"

    ``cumsum`` of lengths gives the places where the pieces end; of a mask, it counts the True values so far.

    >>> lengths = torch.tensor([3, 1, 4])
    >>> lengths.cumsum(dim=0)
    tensor([3, 4, 8])
    >>> (lengths > 3).cumsum(dim=0)
    tensor([0, 0, 1])
    """


def best_so_far():
    """``torch.cummax`` keeps the largest value so far and its index; ``cummin`` the smallest, as of a loss.

    Where the value ties with an earlier one, the index is the later place.

    >>> import torch
    >>> losses = torch.tensor([5, 3, 4, 3, 2, 6])
    >>> torch.cummin(losses, dim=0)
    torch.return_types.cummin(
    values=tensor([5, 3, 3, 3, 2, 2]),
    indices=tensor([0, 1, 1, 3, 4, 4]))
    >>> torch.cummax(losses, dim=0)
    torch.return_types.cummax(
    values=tensor([5, 5, 5, 5, 5, 6]),
    indices=tensor([0, 0, 0, 0, 0, 5]))
    >>> rows = torch.tensor([[1, 7, 4], [6, 2, 5]])
    >>> torch.cummax(rows, dim=0).values
    tensor([[1, 7, 4],
            [6, 7, 5]])
    >>> torch.cummin(rows, dim=1).values
    tensor([[1, 1, 1],
            [6, 2, 2]])
    """


def running_sum_of_exponentials():
    """``torch.logcumsumexp`` is ``log(cumsum(exp(t)))`` without overflow.

    Probabilities are often kept as logarithms. With it you add them up one after the other and stay with logarithms.

    >>> import torch
    >>> t = torch.tensor([1., 2., 4.])
    >>> torch.logcumsumexp(t, dim=0)
    tensor([1.0000, 2.3133, 4.1698])
    >>> t.exp().cumsum(dim=0).log()
    tensor([1.0000, 2.3133, 4.1698])
    >>> large = t + 800
    >>> torch.logcumsumexp(large, dim=0).round(decimals=2)
    tensor([801.0000, 802.3100, 804.1700])
    >>> large.exp().cumsum(dim=0).log()
    tensor([inf, inf, inf])

    The logarithms of 0.2, 0.3 and 0.5 add up to that of 1.

    >>> p = torch.tensor([0.2, 0.3, 0.5])
    >>> torch.logcumsumexp(p.log(), dim=0).exp()
    tensor([0.2000, 0.5000, 1.0000])
    """


def differences():
    """``torch.diff`` subtracts each element from the next, so the result is one shorter; it undoes ``cumsum``.

    Use it to get daily changes from daily values. It works along the last dimension unless you name another.

    >>> import torch
    >>> t = torch.tensor([[1, 4, 9], [2, 3, 10]])
    >>> torch.diff(t)
    tensor([[3, 5],
            [1, 7]])
    >>> torch.diff(t, dim=0)
    tensor([[ 1, -1,  1]])

    ``n`` repeats it: differences of differences. ``prepend`` puts values in front, so that no entry is lost, and
    ``append`` puts them at the end.

    >>> torch.diff(t, n=2)
    tensor([[2],
            [6]])
    >>> start = torch.zeros(2, 1, dtype=torch.int64)
    >>> torch.diff(t.cumsum(dim=1), prepend=start)
    tensor([[ 1,  4,  9],
            [ 2,  3, 10]])
    >>> torch.diff(t, append=start + 7)
    tensor([[ 3,  5, -2],
            [ 1,  7, -3]])
    """


def slopes():
    """``torch.gradient`` estimates slopes from neighbouring values; it has nothing to do with autograd.

    Inside, it takes half the difference of both neighbours; at the ends, the difference to the only one. The result is
    a tuple with one tensor per dimension.

    >>> import torch
    >>> y = torch.tensor([0., 1., 4., 9., 16.])
    >>> torch.gradient(y)
    (tensor([1., 2., 4., 6., 7.]),)

    ``spacing`` says how far apart the points lie. A tensor of coordinates allows uneven steps; the nearer neighbour
    then counts more.

    >>> torch.gradient(y, spacing=2.)
    (tensor([0.5000, 1.0000, 2.0000, 3.0000, 3.5000]),)
    >>> x = torch.tensor([0., 1., 2., 3., 5.])
    >>> torch.gradient(y, spacing=(x,))
    (tensor([1.0000, 2.0000, 4.0000, 4.5000, 3.5000]),)

    Of a matrix you get the slopes down the columns and along the rows, or those along ``dim`` alone.

    >>> table = torch.tensor([[1., 2., 5.], [4., 8., 9.]])
    >>> down, along = torch.gradient(table)
    >>> down
    tensor([[3., 6., 4.],
            [3., 6., 4.]])
    >>> along
    tensor([[1.0000, 2.0000, 3.0000],
            [4.0000, 2.5000, 1.0000]])
    >>> torch.gradient(table, dim=1)
    (tensor([[1.0000, 2.0000, 3.0000],
            [4.0000, 2.5000, 1.0000]]),)
    """


def reversed_order():
    """``torch.flip`` reverses the dimensions you name; ``fliplr`` reverses the columns and ``flipud`` the rows.

    It is how to write NumPy's ``a[::-1]``, since tensors refuse a negative step. The result is a copy.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.flip(t, dims=(0,)), torch.flipud(t)
    (tensor([[4, 5, 6],
            [1, 2, 3]]), tensor([[4, 5, 6],
            [1, 2, 3]]))
    >>> torch.flip(t, dims=(1,)), torch.fliplr(t)
    (tensor([[3, 2, 1],
            [6, 5, 4]]), tensor([[3, 2, 1],
            [6, 5, 4]]))
    >>> torch.flip(t, dims=(0, 1))
    tensor([[6, 5, 4],
            [3, 2, 1]])
    >>> torch.flip(t, dims=(1,)).data_ptr() == t.data_ptr()
    False

    An image (C, H, W) is mirrored left to right along its last dimension; ``fliplr`` would reverse dimension 1, its
    rows.

    >>> image = torch.arange(8).view(2, 2, 2)
    >>> image.flip(-1)[0], image.fliplr()[0]
    (tensor([[1, 0],
            [3, 2]]), tensor([[2, 3],
            [0, 1]]))
    """


def shifted_in_a_circle():
    """``torch.roll`` shifts elements along ``dims`` and brings back at the front what falls out at the end.

    Without ``dims`` the tensor is rolled as if it were flat.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]])
    >>> torch.roll(t, shifts=1, dims=1)
    tensor([[4, 1, 2, 3],
            [8, 5, 6, 7]])
    >>> torch.roll(t, shifts=-1, dims=1)
    tensor([[2, 3, 4, 1],
            [6, 7, 8, 5]])
    >>> torch.roll(t, shifts=1, dims=0)
    tensor([[5, 6, 7, 8],
            [1, 2, 3, 4]])
    >>> torch.roll(t, shifts=1)
    tensor([[8, 1, 2, 3],
            [4, 5, 6, 7]])

    ``torch.rot90`` turns by a right angle, counterclockwise; a negative ``k`` turns clockwise.

    >>> torch.rot90(t)
    tensor([[4, 8],
            [3, 7],
            [2, 6],
            [1, 5]])
    >>> torch.rot90(t, k=-1)
    tensor([[5, 1],
            [6, 2],
            [7, 3],
            [8, 4]])
    >>> torch.rot90(t, k=2)
    tensor([[8, 7, 6, 5],
            [4, 3, 2, 1]])
    """


def triangles():
    """``torch.tril`` keeps the lower triangle and sets the rest to 0; ``torch.triu`` keeps the upper one.

    ``diagonal`` moves the border: 1 is one step to the upper right, -1 one to the lower left.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    >>> torch.tril(t)
    tensor([[1, 0, 0],
            [4, 5, 0],
            [7, 8, 9]])
    >>> torch.triu(t)
    tensor([[1, 2, 3],
            [0, 5, 6],
            [0, 0, 9]])
    >>> torch.tril(t, diagonal=-1)
    tensor([[0, 0, 0],
            [4, 0, 0],
            [7, 8, 0]])
    >>> torch.triu(t, diagonal=1)
    tensor([[0, 2, 3],
            [0, 0, 6],
            [0, 0, 0]])

    A causal mask lets each position of a text look at itself and what came before.

    >>> torch.ones(3, 4).tril().bool()
    tensor([[ True, False, False, False],
            [ True,  True, False, False],
            [ True,  True,  True, False]])
    """


def places_in_a_triangle():
    """``torch.tril_indices`` and ``triu_indices`` list the rows and columns of a triangle, to read or write it.

    With them you take each pair of a symmetric table once: the distances between three towns, say.

    >>> import torch
    >>> distances = torch.tensor([[0, 5, 8], [5, 0, 7], [8, 7, 0]])
    >>> rows, columns = torch.triu_indices(3, 3, offset=1)
    >>> rows, columns
    (tensor([0, 0, 1]), tensor([1, 2, 2]))
    >>> distances[rows, columns]
    tensor([5, 8, 7])

    The lower triangle holds the same pairs, with row and column exchanged.

    >>> rows, columns = torch.tril_indices(3, 3, offset=-1)
    >>> rows, columns
    (tensor([1, 2, 2]), tensor([0, 0, 1]))
    >>> distances[rows, columns]
    tensor([5, 8, 7])
    >>> lower = torch.zeros(2, 4)
    >>> i, j = torch.tril_indices(2, 4)
    >>> lower[i, j] = torch.tensor([1., 2., 3.])
    >>> lower
    tensor([[1., 0., 0., 0.],
            [2., 3., 0., 0.]])
    """


def diagonals():
    """``torch.diag`` copies the diagonal of a matrix, or builds a matrix on one; ``diagonal`` returns it as a view.

    A second argument chooses a diagonal above (positive) or below (negative) the main one.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.diag(t), torch.diag(t, 1), torch.diag(t, -1)
    (tensor([1, 5]), tensor([2, 6]), tensor([4]))
    >>> torch.diag(torch.tensor([7, 8]))
    tensor([[7, 0],
            [0, 8]])
    >>> torch.diag(torch.tensor([7, 8]), 1)
    tensor([[0, 7, 0],
            [0, 0, 8],
            [0, 0, 0]])

    The trace is the sum of the diagonal.

    >>> torch.trace(t)
    tensor(6)

    A write through ``diagonal`` arrives in the matrix.

    >>> t.diagonal().fill_(0).shape
    torch.Size([2])
    >>> t
    tensor([[0, 2, 3],
            [4, 0, 6]])

    For a batch use ``diagonal`` with two dimensions, and ``diag_embed`` to build one matrix per row.

    >>> batch = torch.arange(12).view(2, 2, 3)
    >>> torch.diagonal(batch, dim1=1, dim2=2)
    tensor([[ 0,  4],
            [ 6, 10]])
    >>> torch.diag_embed(torch.tensor([[1, 2], [3, 4]]))
    tensor([[[1, 0],
             [0, 2]],
    <BLANKLINE>
            [[3, 0],
             [0, 4]]])
    """


def coordinate_grids():
    """``torch.meshgrid`` varies its first input from row to row with ``indexing="ij"``, across the columns with "xy".

    It makes the coordinates of every point of a grid. "ij" is the order of indices, "xy" that of a plot; without
    the argument you get "ij" and a warning.

    >>> import torch
    >>> a, b = torch.tensor([1, 2]), torch.tensor([3, 4, 5])
    >>> torch.meshgrid(a, b, indexing="ij")
    (tensor([[1, 1, 1],
            [2, 2, 2]]), tensor([[3, 4, 5],
            [3, 4, 5]]))
    >>> torch.meshgrid(a, b, indexing="xy")
    (tensor([[1, 2],
            [1, 2],
            [1, 2]]), tensor([[3, 3],
            [4, 4],
            [5, 5]]))

    The warning comes once in a program; ``set_warn_always`` lets you see it again.

    >>> import warnings
    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.meshgrid(a, b)[0]
    tensor([[1, 1, 1],
            [2, 2, 2]])
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument...
    >>> torch.set_warn_always(False)
    """


def all_combinations():
    """``torch.cartesian_prod`` pairs every element with every other; ``torch.combinations`` picks from one tensor.

    The first is Python's ``itertools.product``: use it to try all settings. The second is ``itertools.combinations``,
    where the order does not matter.

    >>> import torch
    >>> torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4, 5]))
    tensor([[1, 3],
            [1, 4],
            [1, 5],
            [2, 3],
            [2, 4],
            [2, 5]])
    >>> t = torch.tensor([7, 8, 9])
    >>> torch.combinations(t)
    tensor([[7, 8],
            [7, 9],
            [8, 9]])
    >>> torch.combinations(t, r=2, with_replacement=True)
    tensor([[7, 7],
            [7, 8],
            [7, 9],
            [8, 8],
            [8, 9],
            [9, 9]])
    >>> torch.combinations(t, r=3)
    tensor([[7, 8, 9]])
    """
