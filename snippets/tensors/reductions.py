"""Reductions: sum, mean, max

A reduction turns many elements into fewer: into one number, or into one per row or column. The trap is ``dim``: it
names the dimension that disappears, not the one that stays.
"""


def sum_of_all():
    """``t.sum()`` adds all elements and returns a tensor without dimensions.

    ``.item()`` takes the Python number out of it.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> total = t.sum()
    >>> total
    tensor(10.)
    >>> total.shape
    torch.Size([])
    >>> total.item()
    10.0
    """


def sum_of_integers():
    """Integer and bool tensors are summed in ``int64``, however short their own dtype is.

    So 200 + 100 comes out right, although ``uint8`` cannot hold it.

    >>> import torch
    >>> torch.iinfo(torch.uint8).max
    255
    >>> t = torch.tensor([200, 100], dtype=torch.uint8)
    >>> t.sum()
    tensor(300)
    >>> t.sum().dtype
    torch.int64

    If you ask for ``uint8``, the sum starts again at 0 after 255: 300 - 256 = 44.

    >>> t.sum(dtype=torch.uint8)
    tensor(44, dtype=torch.uint8)

    The sum of a bool tensor, for example of a comparison, counts how often it is true.

    >>> torch.tensor([True, False, True]).sum()
    tensor(2)
    """


def sum_along_a_dimension():
    """``t.sum(dim=0)`` removes dimension 0 and leaves one sum per column; ``t.sum(dim=1)`` leaves one per row.

    Read ``dim`` as the index that is summed away.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> down = t.sum(dim=0)
    >>> down
    tensor([4., 6.])
    >>> across = t.sum(dim=1)
    >>> across
    tensor([3., 7.])

    ``-1`` means the last dimension, here dimension 1.

    >>> t.sum(dim=-1)
    tensor([3., 7.])

    Often written: the result is one row for ``dim=0`` and one column for ``dim=1``. Run it: the dimension is gone, and
    both are vectors.

    >>> down.shape
    torch.Size([2])
    >>> across.shape
    torch.Size([2])

    ``keepdim=True`` makes them a row and a column.

    >>> t.sum(dim=0, keepdim=True)
    tensor([[4., 6.]])
    >>> t.sum(dim=1, keepdim=True)
    tensor([[3.],
            [7.]])

    With sizes that differ, 2 and 3, the result tells you which one went.

    >>> torch.tensor([[1., 2., 3.], [4., 5., 6.]]).sum(dim=0)
    tensor([5., 7., 9.])
    """


def keep_the_dimension():
    """``keepdim=True`` leaves size 1 in place of the reduced dimension, so that the result broadcasts back.

    Without it, dividing a matrix by its row sums goes wrong: a vector lines up with the columns, not with the rows. On
    a square matrix there is not even an error.

    >>> import torch
    >>> t = torch.tensor([[1., 3.], [2., 6.]])
    >>> by_rows = t / t.sum(dim=1, keepdim=True)
    >>> by_rows
    tensor([[0.2500, 0.7500],
            [0.2500, 0.7500]])
    >>> wrong = t / t.sum(dim=1)
    >>> wrong
    tensor([[0.2500, 0.3750],
            [0.5000, 0.7500]])

    Only the first result has rows that add up to 1.

    >>> by_rows.sum(dim=1)
    tensor([1., 1.])
    >>> wrong.sum(dim=1)
    tensor([0.6250, 1.2500])
    """


def several_dimensions():
    """A tuple of dimensions reduces them all at once; the dimensions that you do not name stay.

    For images of shape (N, C, H, W), ``dim=(0, 2, 3)`` gives one value per channel. Here are two images with three
    channels of four values.

    >>> import torch
    >>> t = torch.arange(24.).view(2, 3, 4)
    >>> t.sum(dim=(0, 2))
    tensor([ 60.,  92., 124.])
    >>> t.mean(dim=(0, 2))
    tensor([ 7.5000, 11.5000, 15.5000])
    >>> t.sum(dim=(0, 2), keepdim=True)
    tensor([[[ 60.],
             [ 92.],
             [124.]]])

    Step by step it is the same; take the last dimension first, because removing one renumbers those after it.

    >>> t.sum(dim=2).sum(dim=0)
    tensor([ 60.,  92., 124.])
    """


def mean_of_all():
    """``t.mean()`` averages all elements; on an integer or bool tensor it raises an error.

    A mean is rarely a whole number, and PyTorch does not choose a floating dtype for you.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> t.mean()
    tensor(2.5000)
    >>> counts = torch.tensor([[1, 2], [3, 4]])
    >>> counts.mean()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point ... Got: Long

    Convert first, or name the dtype.

    >>> counts.float().mean()
    tensor(2.5000)
    >>> counts.mean(dtype=torch.float32)
    tensor(2.5000)

    You meet this when you compute an accuracy, the mean of a comparison.

    >>> hits = torch.tensor([2, 0, 1, 1]) == torch.tensor([2, 0, 1, 0])
    >>> hits.mean()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point ... Got: Bool
    >>> hits.float().mean()
    tensor(0.7500)
    """


def mean_along_a_dimension():
    """``t.mean(dim=0)`` averages down each column, ``t.mean(dim=1)`` along each row; the named dimension goes.

    ``dim=0`` runs over the rows, and what it meets on the way down is one column. That is why the means of the columns
    come from ``dim=0``.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> t.mean(dim=0)
    tensor([2., 3.])

    Often written: ``dim=1`` averages 1 with 3 and 2 with 4. Run it: those are the columns, which ``dim=0`` averages.
    ``dim=1`` averages 1 with 2 and 3 with 4.

    >>> t.mean(dim=1)
    tensor([1.5000, 3.5000])

    A matrix with two rows and three columns has two row means.

    >>> wide = torch.tensor([[1., 2., 6.], [3., 4., 8.]])
    >>> wide.mean(dim=1)
    tensor([3., 5.])
    """


def last_dimension():
    """``dim=-1`` names the last dimension: for a matrix it is ``dim=1``, with three dimensions ``dim=2``.

    Write ``-1`` for "over the features" or "over the classes", whatever stands before them.

    >>> import torch
    >>> matrix = torch.tensor([[1., 2., 6.], [3., 4., 8.]])
    >>> matrix.mean(dim=-1)
    tensor([3., 5.])
    >>> matrix.mean(dim=1)
    tensor([3., 5.])
    >>> t = torch.arange(24.).view(2, 3, 4)
    >>> means = t.mean(dim=-1)
    >>> means
    tensor([[ 1.5000,  5.5000,  9.5000],
            [13.5000, 17.5000, 21.5000]])
    >>> means.shape
    torch.Size([2, 3])
    >>> torch.equal(means, t.mean(dim=2))
    True
    """


def largest_value():
    """``t.max()`` returns the largest element as a tensor without dimensions, and raises an error if there is none.

    ``torch.max(t)`` is the same function.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> t
    tensor([[1., 2.],
            [3., 4.]])
    >>> t.max()
    tensor(4.)
    >>> largest = torch.max(t)
    >>> largest
    tensor(4.)
    >>> largest.shape
    torch.Size([])

    With a second tensor it compares instead of searching; the next card is about that.

    >>> torch.max(t, torch.tensor(2.5))
    tensor([[2.5000, 2.5000],
            [3.0000, 4.0000]])

    An empty tensor has no largest element, but it has a sum.

    >>> torch.tensor([]).sum()
    tensor(0.)
    >>> torch.tensor([]).max()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: max(): Expected reduction dim to be specified for input.numel() == 0. ...
    """


def larger_of_two():
    """With a second tensor ``torch.max`` compares element by element, and keeps the larger of each pair.

    ``torch.maximum`` does the same under a name that says so.

    >>> import torch
    >>> a = torch.tensor([1, 5, 3])
    >>> b = torch.tensor([4, 2, 6])
    >>> torch.max(a, b)
    tensor([4, 5, 6])
    >>> torch.maximum(a, b)
    tensor([4, 5, 6])
    >>> torch.minimum(a, b)
    tensor([1, 2, 3])

    A plain number in second place is not compared with: it is taken as ``dim``, and you get the largest values along
    that dimension, with their indices.

    >>> torch.max(torch.stack([a, b]), 1).values
    tensor([5, 6])
    """


def max_along_a_dimension():
    """With ``dim``, ``max`` returns a named pair: the largest ``values`` and their ``indices`` along that dimension.

    With ``dim=0`` each column is searched, with ``dim=1`` each row.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> t
    tensor([[1., 2.],
            [3., 4.]])
    >>> pair = t.max(dim=0)
    >>> pair
    torch.return_types.max(
    values=tensor([3., 4.]),
    indices=tensor([1, 1]))
    >>> t.max(dim=1).values
    tensor([2., 4.])

    The names and the positions in the pair are two ways to the same parts.

    >>> pair.values
    tensor([3., 4.])
    >>> pair[0]
    tensor([3., 4.])
    >>> pair.indices
    tensor([1, 1])
    >>> pair[1]
    tensor([1, 1])
    >>> pair.indices.dtype
    torch.int64
    >>> t.amax(dim=0), t.argmax(dim=0)
    (tensor([3., 4.]), tensor([1, 1]))
    """


def one_part_of_the_maximum():
    """Along a dimension ``t.argmax`` returns the indices of ``t.max`` alone, and ``t.amax`` its values alone.

    Take them where you need only one of the two. Forgetting that ``max`` with ``dim`` returns a pair is a common
    mistake.

    >>> import torch
    >>> t = torch.tensor([[9., 2., 5.], [3., 4., 6.]])
    >>> t
    tensor([[9., 2., 5.],
            [3., 4., 6.]])
    >>> pair = t.max(dim=0)
    >>> values, indices = pair
    >>> values
    tensor([9., 4., 6.])
    >>> t.amax(dim=0)
    tensor([9., 4., 6.])
    >>> indices
    tensor([0, 1, 1])
    >>> t.argmax(dim=0)
    tensor([0, 1, 1])

    A pair is no tensor, so you cannot calculate with it.

    >>> pair.sum()
    Traceback (most recent call last):
        ...
    AttributeError: 'torch.return_types.max' object has no attribute 'sum'
    >>> t.amax(dim=0).sum()
    tensor(19.)
    """


def reading_the_indices():
    """Each index from ``max(dim=0)`` is the row in which that column's largest value stands.

    The index counts along the reduced dimension, so with ``dim=0`` it is a row number, and its place in the result is
    the column number.

    >>> import torch
    >>> t = torch.tensor([[1., 2.], [3., 4.]])
    >>> t
    tensor([[1., 2.],
            [3., 4.]])
    >>> t.max(dim=0)
    torch.return_types.max(
    values=tensor([3., 4.]),
    indices=tensor([1, 1]))
    >>> t[1, 0]
    tensor(3.)
    >>> t[1, 1]
    tensor(4.)

    ``torch.gather`` looks all of them up at once. It wants the indices with as many dimensions as ``t``, which is what
    ``keepdim=True`` is for.

    >>> indices = t.max(dim=0, keepdim=True).indices
    >>> torch.gather(t, 0, indices)
    tensor([[3., 4.]])

    Where the largest values stand in different rows, the indices differ.

    >>> u = torch.tensor([[9., 2., 5.], [3., 4., 6.]])
    >>> u.max(dim=0).indices
    tensor([0, 1, 1])
    >>> u[0, 0], u[1, 1], u[1, 2]
    (tensor(9.), tensor(4.), tensor(6.))
    """


def index_of_the_largest():
    """``t.argmax()`` counts through the flattened tensor; ``t.argmax(dim=1)`` gives one column number per row.

    Without ``dim`` the rows are counted as one long row, one after the other. ``torch.unravel_index`` turns that number
    back into a row and a column.

    >>> import torch
    >>> t = torch.tensor([[1, 2], [9, 4]])
    >>> t
    tensor([[1, 2],
            [9, 4]])
    >>> torch.argmax(t)
    tensor(2)
    >>> torch.unravel_index(torch.argmax(t), t.shape)
    (tensor(1), tensor(0))
    >>> t[1, 0]
    tensor(9)

    With ``dim`` the index counts along that dimension. On the scores of a classifier, of shape (N, num_classes),
    ``dim=1`` gives the predicted classes.

    >>> torch.argmax(t, dim=1)
    tensor([1, 0])
    >>> torch.argmax(t, dim=0)
    tensor([1, 1])

    Another matrix has its largest element last: index 3, row 1, column 1.

    >>> u = torch.tensor([[1., 2.], [3., 4.]])
    >>> u
    tensor([[1., 2.],
            [3., 4.]])
    >>> u.argmax()
    tensor(3)
    >>> torch.unravel_index(u.argmax(), u.shape)
    (tensor(1), tensor(1))
    >>> u.argmax(dim=0)
    tensor([1, 1])
    """
