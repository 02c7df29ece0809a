"""Sorting and counting

Which numbers are the largest, which occur, and how often? These cards order a tensor, find its different values and
count them, one by one or in bins. You need them for rankings, histograms and class counts.
"""


def sorted_values():
    """``torch.sort`` returns values and indices, along the last dimension unless you name another.

    The indices say where each value stood before. The tensor itself stays as it was.

    >>> import torch
    >>> t = torch.tensor([[5, 1, 9], [2, 8, 4]])
    >>> values, indices = torch.sort(t)
    >>> values
    tensor([[1, 5, 9],
            [2, 4, 8]])
    >>> indices
    tensor([[1, 0, 2],
            [0, 2, 1]])
    >>> torch.sort(t, dim=0).values
    tensor([[2, 1, 4],
            [5, 8, 9]])
    >>> torch.sort(t, descending=True).values
    tensor([[9, 5, 1],
            [8, 4, 2]])
    >>> t
    tensor([[5, 1, 9],
            [2, 8, 4]])

    ``torch.msort`` sorts along the first dimension, each column for itself, and returns the values alone.

    >>> torch.msort(t)
    tensor([[2, 1, 4],
            [5, 8, 9]])
    """


def order_of_the_elements():
    """``torch.argsort`` returns only the indices of a sort, with which you can order another tensor likewise.

    Here names are put in the order of their scores.

    >>> import torch
    >>> scores = torch.tensor([0.3, 0.9, 0.1, 0.5])
    >>> names = ["Ada", "Ben", "Cleo", "Dan"]
    >>> order = torch.argsort(scores, descending=True)
    >>> order
    tensor([1, 3, 0, 2])
    >>> [names[i] for i in order]
    ['Ben', 'Dan', 'Ada', 'Cleo']
    >>> scores[order]
    tensor([0.9000, 0.5000, 0.3000, 0.1000])

    The ``argsort`` of these indices gives the ranks: Ada's score has rank 2, counted from 0.

    >>> order.argsort()
    tensor([2, 0, 3, 1])

    Equal numbers may come in any order, unless you ask for a stable sort: it keeps the order that they had.

    >>> ages = torch.tensor([30, 20, 30, 20])
    >>> by_age = torch.argsort(ages, stable=True)
    >>> by_age
    tensor([1, 3, 0, 2])
    >>> ages[by_age]
    tensor([20, 20, 30, 30])
    """


def largest_few():
    """``torch.topk`` returns the ``k`` largest values and their indices; ``kthvalue`` counts from the smallest, from 1.

    Use ``topk`` for the most likely classes of each sample: the result comes sorted, the largest first.

    >>> import torch
    >>> scores = torch.tensor([[0.1, 0.6, 0.3], [0.5, 0.2, 0.4]])
    >>> values, classes = torch.topk(scores, k=2)
    >>> values
    tensor([[0.6000, 0.3000],
            [0.5000, 0.4000]])
    >>> classes
    tensor([[1, 2],
            [0, 2]])
    >>> torch.topk(scores, k=1, dim=0).values
    tensor([[0.5000, 0.6000, 0.4000]])
    >>> torch.topk(scores, k=2, largest=False).values
    tensor([[0.1000, 0.3000],
            [0.2000, 0.4000]])

    The second smallest of each row, and of each column:

    >>> torch.kthvalue(scores, k=2)
    torch.return_types.kthvalue(
    values=tensor([0.3000, 0.4000]),
    indices=tensor([2, 2]))
    >>> torch.kthvalue(scores, k=2, dim=0).values
    tensor([0.5000, 0.6000, 0.4000])

    You cannot ask for more elements than there are.

    >>> torch.topk(scores, k=4)
    Traceback (most recent call last):
        ...
    RuntimeError: selected index k out of range
    """


def different_values():
    """``torch.unique`` returns each value once, in ascending order; ``unique_consecutive`` only shortens runs.

    Both can also count, and say for each element which of the values it is.

    >>> import torch
    >>> labels = torch.tensor([7, 7, 2, 7, 5, 5])
    >>> torch.unique(labels)
    tensor([2, 5, 7])
    >>> torch.unique_consecutive(labels)
    tensor([7, 2, 7, 5])

    With counts: 2 occurs once, 5 twice and 7 three times. The runs are 7 7, 2, 7, 5 5.

    >>> torch.unique(labels, return_counts=True)
    (tensor([2, 5, 7]), tensor([1, 2, 3]))
    >>> torch.unique_consecutive(labels, return_counts=True)
    (tensor([7, 2, 7, 5]), tensor([2, 1, 1, 2]))

    The inverse gives labels from 0 on, as a loss wants them.

    >>> values, inverse = torch.unique(labels, return_inverse=True)
    >>> inverse
    tensor([2, 2, 0, 2, 1, 1])
    >>> values[inverse]
    tensor([7, 7, 2, 7, 5, 5])

    ``dim=0`` compares whole rows.

    >>> torch.unique(torch.tensor([[3, 1], [2, 9], [3, 1]]), dim=0)
    tensor([[2, 9],
            [3, 1]])
    """


def counted_integers():
    """``torch.bincount`` counts how often each integer from 0 on occurs: the count of ``i`` stands at index ``i``.

    Use it to see how many samples each class has. ``minlength`` makes room for classes that do not occur.

    >>> import torch
    >>> labels = torch.tensor([1, 3, 1, 0, 1])
    >>> torch.bincount(labels)
    tensor([1, 3, 0, 1])
    >>> torch.bincount(labels, minlength=6)
    tensor([1, 3, 0, 1, 0, 0])

    With weights it adds them up instead of counting: a sum per class.

    >>> amounts = torch.tensor([10., 20., 30., 40., 50.])
    >>> torch.bincount(labels, weights=amounts)
    tensor([40., 90.,  0., 20.])

    Negative numbers have no place to be counted at.

    >>> torch.bincount(labels - 1)
    Traceback (most recent call last):
        ...
    RuntimeError: bincount only supports 1-d non-negative integral inputs.
    """


def histograms():
    """``torch.histc`` counts floats in ``bins`` of equal width and ignores what lies outside ``min`` and ``max``.

    Each bin includes its lower edge, and the last one its upper edge too. If ``min`` and ``max`` are left out, the data
    decide.

    >>> import torch
    >>> t = torch.tensor([0., 0.5, 1.5, 2., 4., 9.])
    >>> torch.histc(t, bins=4, min=0, max=4)
    tensor([2., 1., 1., 1.])
    >>> torch.histogram(t, bins=3).bin_edges
    tensor([0., 3., 6., 9.])
    >>> torch.histc(t, bins=3)
    tensor([4., 1., 1.])

    ``torch.histogram`` returns the edges as well, or takes edges of your choice.

    >>> torch.histogram(t, bins=2, range=(0., 5.))
    torch.return_types.histogram(
    hist=tensor([4., 1.]),
    bin_edges=tensor([0.0000, 2.5000, 5.0000]))
    >>> torch.histogram(t, bins=torch.tensor([0., 1.5, 4., 9.])).hist
    tensor([2., 2., 2.])
    """


def position_among_boundaries():
    """``torch.bucketize`` says between which boundaries a number falls; ``searchsorted`` takes the boundaries first.

    The boundaries must be sorted. Index 0 means: at or below the first boundary. Use it to make age groups of ages.

    >>> import torch
    >>> boundaries = torch.tensor([18, 40, 65])
    >>> ages = torch.tensor([17, 18, 40, 65])
    >>> torch.bucketize(ages, boundaries)
    tensor([0, 0, 1, 2])
    >>> torch.searchsorted(boundaries, ages)
    tensor([0, 0, 1, 2])

    A number on a boundary belongs to the left group; with ``right=True`` it belongs to the right one.

    >>> torch.bucketize(ages, boundaries, right=True)
    tensor([0, 1, 2, 3])
    >>> torch.searchsorted(boundaries, ages, right=True)
    tensor([0, 1, 2, 3])

    ``searchsorted`` can also use other boundaries for each row.

    >>> rows = torch.tensor([[1, 3, 5], [10, 30, 50]])
    >>> rows
    tensor([[ 1,  3,  5],
            [10, 30, 50]])
    >>> torch.searchsorted(rows, torch.tensor([[5], [30]]))
    tensor([[2],
            [1]])
    """
