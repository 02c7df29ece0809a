"""Medians, spreads and other summaries

A summary describes many numbers by a few: the middle, the most frequent, the range, the spread. These cards show what
each function counts and divides by, what it does with ``nan``, and where it differs from NumPy.
"""


def lower_median():
    """``torch.median`` of an even number of values is the lower of the two middle ones, not their average.

    Often written: "the median of 1, 2, 5 and 9 is 3.5". Run it: PyTorch returns 2, so that the result is always one of
    the elements and has an index. ``torch.quantile`` at 0.5 averages, as ``numpy.median`` does.

    >>> import torch
    >>> t = torch.tensor([9., 1., 5., 2.])
    >>> torch.sort(t).values
    tensor([1., 2., 5., 9.])
    >>> torch.median(t)
    tensor(2.)
    >>> torch.quantile(t, 0.5)
    tensor(3.5000)
    >>> import numpy as np
    >>> float(np.median(t.numpy()))
    3.5

    Along a dimension you get values and indices.

    >>> rows = torch.tensor([[9., 1., 5.], [3., 8., 4.]])
    >>> rows.sort(dim=1).values
    tensor([[1., 5., 9.],
            [3., 4., 8.]])
    >>> torch.median(rows, dim=1)
    torch.return_types.median(
    values=tensor([5., 4.]),
    indices=tensor([2, 2]))
    >>> rows.median(dim=0).values
    tensor([3., 1., 4.])
    """


def ignored_nan():
    """``nansum``, ``nanmean``, ``nanmedian`` and ``nanquantile`` skip ``nan``; ``sum``, ``mean`` and so on return it.

    ``nan`` often stands for a missing value. ``nanmean`` divides by the number of the others: 9 by 3, not by 4.

    >>> import torch
    >>> t = torch.tensor([1., float("nan"), 6., 2.])
    >>> t.sum(), torch.nansum(t)
    (tensor(nan), tensor(9.))
    >>> t.mean(), torch.nanmean(t)
    (tensor(nan), tensor(3.))
    >>> t.median(), torch.nanmedian(t)
    (tensor(nan), tensor(2.))
    >>> t.quantile(0.75), torch.nanquantile(t, 0.75)
    (tensor(nan), tensor(4.))

    A mean of nothing is still ``nan``, and a sum of nothing is 0.

    >>> missing = t[1:2]
    >>> missing
    tensor([nan])
    >>> missing.nanmean(), missing.nansum()
    (tensor(nan), tensor(0.))
    """


def quantiles():
    """``torch.quantile`` finds the value below which a given share of the elements lies, between two if need be.

    The quantile at 0.5 is the middle. Give a tensor of shares to get several at once.

    >>> import torch
    >>> t = torch.tensor([40., 0., 10., 20., 30.])
    >>> torch.quantile(t, 0.25)
    tensor(10.)
    >>> torch.quantile(t, torch.tensor([0., 0.5, 0.875, 1.]))
    tensor([ 0., 20., 35., 40.])

    0.875 falls halfway between 30 and 40. By default the answer lies on the line between them; ``interpolation`` can
    choose one of the two.

    >>> torch.quantile(t, 0.875, interpolation="lower"), torch.quantile(t, 0.875, interpolation="higher")
    (tensor(30.), tensor(40.))

    With ``dim=1`` each row is searched. The result has a row for each share, here for smallest, median and largest.
    Integers must be converted first.

    >>> rows = torch.tensor([[1, 2, 9], [4, 8, 6]])
    >>> torch.quantile(rows.float(), torch.tensor([0., 0.5, 1.]), dim=1)
    tensor([[1., 4.],
            [2., 6.],
            [9., 8.]])
    >>> torch.quantile(rows, 0.5)
    Traceback (most recent call last):
        ...
    RuntimeError: quantile() input tensor must be either float or double dtype
    """


def most_frequent():
    """``torch.mode`` returns the most frequent value of each row, the smallest where several are equally frequent.

    Use it for a vote: each row holds the classes that several models predicted for one sample. Sorted, equal votes
    stand side by side.

    >>> import torch
    >>> votes = torch.tensor([[2, 0, 2, 1], [3, 1, 3, 1], [0, 5, 6, 5]])
    >>> votes.sort(dim=1).values
    tensor([[0, 1, 2, 2],
            [1, 1, 3, 3],
            [0, 5, 5, 6]])
    >>> torch.mode(votes).values
    tensor([2, 1, 5])

    ``dim=0`` asks for each column instead. In the first three columns here no number comes twice.

    >>> torch.mode(votes, dim=0).values
    tensor([0, 0, 2, 1])

    The indices point to one of the places where the value stands.

    >>> votes.gather(1, votes.mode().indices.unsqueeze(1))
    tensor([[2],
            [1],
            [5]])
    """


def smallest_and_largest():
    """``torch.aminmax`` finds smallest and largest in one call; ``amax`` and ``amin`` take several dimensions at once.

    ``max(dim=...)`` takes one dimension and returns indices too; ``amax`` returns values only.

    >>> import torch
    >>> t = torch.tensor([[[3, 8], [1, 6]], [[9, 4], [2, 7]]])
    >>> torch.aminmax(t)
    torch.return_types.aminmax(
    min=tensor(1),
    max=tensor(9))
    >>> torch.aminmax(t, dim=0)
    torch.return_types.aminmax(
    min=tensor([[3, 4],
            [1, 6]]),
    max=tensor([[9, 8],
            [2, 7]]))
    >>> torch.amax(t, dim=(1, 2)), torch.amin(t, dim=(1, 2))
    (tensor([8, 9]), tensor([1, 2]))
    >>> torch.amin(t, dim=0, keepdim=True)
    tensor([[[3, 4],
             [1, 6]]])

    ``argmin`` is the index of the smallest, in the flattened tensor or along a dimension.

    >>> torch.argmin(t), torch.argmin(t, dim=2)
    (tensor(2), tensor([[0, 0],
            [1, 0]]))

    Where the largest value occurs twice, ``amax`` shares the gradient between both places; ``max(dim=...)`` gives it
    to one.

    >>> x = torch.tensor([5., 2., 5.], requires_grad=True)
    >>> torch.autograd.grad(x.amax(dim=0), x)
    (tensor([0.5000, 0.0000, 0.5000]),)
    >>> gradient, = torch.autograd.grad(x.max(dim=0).values, x)
    >>> gradient.unique(), gradient[1]
    (tensor([0., 1.]), tensor(0.))
    """


def spread():
    """``torch.std`` divides by n - 1 unless ``correction=0``; NumPy's ``std`` divides by n.

    The variance is the mean squared distance from the mean, and the standard deviation is its root. With samples, n - 1
    makes up for the mean having been estimated from them too. 2, 4, 9 have the mean 5 and squared distances that add up
    to 26.

    >>> import torch
    >>> t = torch.tensor([2., 4., 9.])
    >>> torch.var(t), 26 / 2
    (tensor(13.), 13.0)
    >>> torch.var(t, correction=0), round(26 / 3, 4)
    (tensor(8.6667), 8.6667)
    >>> torch.std(t), torch.std(t, correction=0)
    (tensor(3.6056), tensor(2.9439))
    >>> import numpy as np
    >>> round(float(np.std(t.numpy())), 4), round(float(np.std(t.numpy(), ddof=1)), 4)
    (2.9439, 3.6056)

    Older code writes ``unbiased=False`` for ``correction=0``.

    >>> torch.var(t, unbiased=False)
    tensor(8.6667)

    Of a single number there is no spread to estimate: ``std`` warns and gives ``nan``.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(t[:1].std(), t[:1].std(correction=0))
    tensor(nan) tensor(0.)
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    std(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor ...
    """


def standardised_columns():
    """``torch.std_mean`` and ``var_mean`` return the spread first and the mean second.

    One call serves to standardise data: subtract each column's mean and divide by its standard deviation.

    >>> import torch
    >>> x = torch.tensor([[1., 10.], [3., 40.], [5., 10.]])
    >>> std, mean = torch.std_mean(x, dim=0)
    >>> std
    tensor([ 2.0000, 17.3205])
    >>> mean
    tensor([ 3., 20.])
    >>> (x - mean) / std
    tensor([[-1.0000, -0.5774],
            [ 0.0000,  1.1547],
            [ 1.0000, -0.5774]])
    >>> torch.var_mean(x, dim=0, correction=0)
    (tensor([  2.6667, 200.0000]), tensor([ 3., 20.]))
    >>> torch.var_mean(x, dim=1, correction=0, keepdim=True)
    (tensor([[ 20.2500],
            [342.2500],
            [  6.2500]]), tensor([[ 5.5000],
            [21.5000],
            [ 7.5000]]))
    """


def counted_and_multiplied():
    """``torch.count_nonzero`` counts, ``torch.prod`` multiplies, along a dimension if you name one.

    A zero makes its product zero. Products of integers are ``int64``, like sums, also those of a shorter dtype.

    >>> import torch
    >>> t = torch.tensor([[2, 0, 5], [3, 4, 1]])
    >>> torch.count_nonzero(t), torch.count_nonzero(t, dim=0), torch.count_nonzero(t, dim=1)
    (tensor(5), tensor([2, 1, 2]), tensor([2, 3]))
    >>> torch.prod(t), torch.prod(t, dim=0), torch.prod(t, dim=1)
    (tensor(0), tensor([6, 0, 5]), tensor([ 0, 12]))
    >>> t.prod(dim=1, keepdim=True)
    tensor([[ 0],
            [12]])
    >>> t.to(torch.int8).prod(dim=1)
    tensor([ 0, 12])

    Long products leave the range of floats; a sum of logarithms does not.

    >>> p = torch.full((50,), 0.1)
    >>> p.prod()
    tensor(0.)
    >>> f"{p.log10().sum():.2f}"
    '-50.00'
    """


def sum_of_exponentials():
    """``torch.logsumexp`` is the logarithm of a sum of exponentials, without their overflow.

    It subtracts the largest number first and adds it again at the end. Cross-entropy and ``log_softmax`` rest on it.

    >>> import torch
    >>> small = torch.tensor([[1., 2., 3.], [0., 5., 0.]])
    >>> torch.logsumexp(small, dim=1), small.exp().sum(dim=1).log()
    (tensor([3.4076, 5.0134]), tensor([3.4076, 5.0134]))
    >>> torch.logsumexp(small, dim=0)
    tensor([1.3133, 5.0486, 3.0486])

    For large numbers the direct way ends in infinity.

    >>> large = torch.tensor([1000., 1002.])
    >>> large.exp().sum().log(), torch.logsumexp(large, dim=0)
    (tensor(inf), tensor(1002.1270))

    For two tensors, element by element, there is ``logaddexp``.

    >>> torch.logaddexp(torch.tensor([1000., 4.]), torch.tensor([1002., 1.]))
    tensor([1002.1270,    4.0486])
    """
