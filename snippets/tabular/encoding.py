"""Categories as numbers

A column of words cannot become a tensor as it is. These cards turn categories into numbers with pandas, join the
columns with NumPy, and make the tensor.
"""


def category_dtype():
    """``series.astype("category")`` makes categories of a column; ``astype`` converts to any other dtype too.

    A column of dtype category keeps the list of its distinct values, sorted, and for each row the place in that list.

    >>> import torch
    >>> import pandas as pd
    >>> level = pd.Series(["lo", "hi", "lo", "mid"])
    >>> categories = level.astype("category")
    >>> str(categories.dtype), categories.cat.categories.tolist()
    ('category', ['hi', 'lo', 'mid'])
    >>> categories.tolist()
    ['lo', 'hi', 'lo', 'mid']

    Often written: ``astype()`` is for categories. Run it with other dtypes; the argument is required.

    >>> pd.Series([1.75, 3.5]).astype("int64").tolist()
    [1, 3]
    >>> level.astype()
    Traceback (most recent call last):
        ...
    TypeError: NDFrame.astype() missing 1 required positional argument: 'dtype'
    >>> torch.tensor(pd.Series([1, 2]).astype("float32").to_numpy())
    tensor([1., 2.])
    """


def category_codes():
    """``series.cat.codes`` is an attribute: a Series of whole numbers, one for each row, -1 where a value is missing.

    The numbers follow the sorted categories. The dtype is int8 here, and wider when there are many categories. Often
    written with parentheses. Run it:

    >>> import torch
    >>> import pandas as pd
    >>> level = pd.Series(["lo", "hi", None, "lo"]).astype("category")
    >>> level.cat.codes()
    Traceback (most recent call last):
        ...
    TypeError: 'Series' object is not callable
    >>> level.cat.codes
    0    1
    1    0
    2   -1
    3    1
    dtype: int8
    >>> level.cat.codes.values
    array([ 1,  0, -1,  1], dtype=int8)

    Also often written: you cannot see which number stands for which category. Code ``i`` is ``categories[i]``.

    >>> meaning = dict(enumerate(level.cat.categories))
    >>> meaning
    {0: 'hi', 1: 'lo'}
    >>> [meaning.get(code) for code in level.cat.codes]
    ['lo', 'hi', None, 'lo']

    A column of another dtype has no ``cat``.

    >>> pd.Series(["lo", "hi"]).cat.codes
    Traceback (most recent call last):
        ...
    AttributeError: Can only use .cat accessor with a 'category' dtype

    An embedding has no row -1, so give missing values a category of their own first.

    >>> filled = level.cat.add_categories("unknown").fillna("unknown")
    >>> filled.cat.codes.tolist(), filled.cat.categories.tolist()
    ([1, 0, 2, 1], ['hi', 'lo', 'unknown'])
    """


def fixed_categories():
    """The codes depend on the values that are there, so fix the categories once, on the training data.

    Here the test data has no "hi". With categories of its own, "lo" is number 0 there and number 1 in training, and the
    model would be told the wrong thing without an error.

    >>> import torch
    >>> import pandas as pd
    >>> train, test = pd.Series(["lo", "hi", "mid"]), pd.Series(["mid", "lo"])
    >>> train.astype("category").cat.codes.tolist()
    [1, 0, 2]
    >>> test.astype("category").cat.codes.tolist()
    [1, 0]
    >>> levels = train.astype("category").dtype
    >>> test.astype(levels).cat.codes.tolist()
    [2, 1]

    A value that the training data did not have has no number. It becomes -1, as if it were missing; pandas 3 warns, and
    says that a later version will refuse it. Make it missing yourself, or give it a category of its own.

    >>> import warnings
    >>> new = pd.Series(["max", "lo"])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     new.astype(levels).cat.codes.tolist()
    [-1, 1]
    >>> caught[0].category.__name__
    'Pandas4Warning'
    >>> new.where(new.isin(levels.categories)).astype(levels).cat.codes.tolist()
    [-1, 1]

    ``CategoricalDtype`` fixes them by hand, in an order of your choice. ``ordered=True`` allows comparisons.

    >>> ordered = pd.CategoricalDtype(["lo", "mid", "hi"], ordered=True)
    >>> train.astype(ordered).cat.codes.tolist()
    [0, 2, 1]
    >>> (train.astype(ordered) < "hi").tolist()
    [True, False, True]
    """


def dummy_variables():
    """``pd.get_dummies`` returns a DataFrame of bool columns, one for each category, not an array.

    A row has ``True`` in the column of its category: that is one-hot encoding.

    >>> import torch
    >>> import pandas as pd
    >>> level = pd.Series(["lo", "hi", "lo"])
    >>> dummies = pd.get_dummies(level)
    >>> type(dummies).__name__, dummies.dtypes.astype(str).to_dict()
    ('DataFrame', {'hi': 'bool', 'lo': 'bool'})
    >>> torch.tensor(dummies)
    Traceback (most recent call last):
        ...
    ValueError: could not determine the shape of object type 'DataFrame'
    >>> torch.tensor(dummies.to_numpy(dtype="float32"))
    tensor([[0., 1.],
            [1., 0.],
            [0., 1.]])

    In a whole table only the text columns are replaced, under names with a prefix. The table then mixes numbers with
    bools, and its array has dtype object, unless you name one.

    >>> table = pd.DataFrame({"size": [7, 8, 9], "level": level})
    >>> pd.get_dummies(table).columns.tolist()
    ['size', 'level_hi', 'level_lo']
    >>> torch.tensor(pd.get_dummies(table).to_numpy())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: ...
    >>> torch.tensor(pd.get_dummies(table, dtype=float).to_numpy(), dtype=torch.float32)
    tensor([[7., 0., 1.],
            [8., 1., 0.],
            [9., 0., 1.]])
    """


def numpy_stack():
    """``np.stack`` joins arrays of one shape along a new axis: ``axis=1`` makes columns of them, the default rows.

    In a table samples are rows, so the arrays of its columns are stacked with ``axis=1``.

    >>> import torch
    >>> import numpy as np
    >>> a, b = np.array([1, 2, 3]), np.array([4, 5, 6])
    >>> np.stack([a, b], axis=1)
    array([[1, 4],
           [2, 5],
           [3, 6]])
    >>> np.stack([a, b])
    array([[1, 2, 3],
           [4, 5, 6]])
    >>> np.stack(3 * [np.array([[1, 2], [3, 4]])], axis=1).tolist()
    [[[1, 2], [1, 2], [1, 2]], [[3, 4], [3, 4], [3, 4]]]

    Often written: the numbers of dimensions must be equal. Run it with two vectors of different length: that is not
    enough.

    >>> np.stack([a, b[:2]], axis=1)
    Traceback (most recent call last):
        ...
    ValueError: all input arrays must have the same shape

    The arrays come first; without them there is nothing to stack.

    >>> np.stack(axis=1)
    Traceback (most recent call last):
        ...
    TypeError: stack() missing 1 required positional argument: 'arrays'

    ``torch.stack`` does the same with tensors, and says ``dim``.

    >>> torch.stack([torch.tensor(a), torch.tensor(b)], dim=1)
    tensor([[1, 4],
            [2, 5],
            [3, 6]])
    """


def numpy_concatenate():
    """``np.concatenate([a, b])`` joins along an axis that is there: axis 0 adds rows, axis 1 adds columns.

    All other sizes must match.

    >>> import torch
    >>> import numpy as np
    >>> top, bottom = np.arange(6).reshape(2, 3), np.arange(12).reshape(4, 3)
    >>> np.concatenate([top, bottom]).shape
    (6, 3)
    >>> a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
    >>> np.concatenate([a, b], axis=0)
    array([[1, 2],
           [3, 4],
           [5, 6],
           [7, 8]])
    >>> np.concatenate([a, b], axis=1)
    array([[1, 2, 5, 6],
           [3, 4, 7, 8]])
    >>> np.concatenate([top, a])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: all the input array dimensions except for ... index 0 has size 3 and the array at index 1 has size 2

    Often written without the arrays, as ``np.concatenate(axis=0)``. They must come first.

    >>> np.concatenate(axis=0)
    Traceback (most recent call last):
        ...
    TypeError: concatenate() missing 1 required positional argument: 'arrays'
    >>> np.concatenate(axis=1)
    Traceback (most recent call last):
        ...
    TypeError: concatenate() missing 1 required positional argument: 'arrays'

    A vector has one axis only: it gets longer, and has no columns to add to.

    >>> np.concatenate([a[0], b[0]], axis=0)
    array([1, 2, 5, 6])
    >>> row = a[0]
    >>> np.concatenate([row, row], axis=1)
    Traceback (most recent call last):
        ...
    numpy.exceptions.AxisError: axis 1 is out of bounds for array of dimension 1

    ``torch.cat`` is the same for tensors.

    >>> torch.cat([torch.tensor(a), torch.tensor(b)], dim=1)
    tensor([[1, 2, 5, 6],
            [3, 4, 7, 8]])
    """


def categories_to_tensor():
    """Text reaches a tensor by way of category codes: category, codes, array, ``torch.tensor(..., dtype=torch.int64)``.

    ``torch.tensor`` takes no text at all.

    >>> import torch
    >>> import numpy as np
    >>> import pandas as pd
    >>> table = pd.DataFrame({"level": ["lo", "hi", "lo"], "colour": ["red", "blue", "green"]})
    >>> torch.tensor(["lo", "hi", "lo"])
    Traceback (most recent call last):
        ...
    ValueError: too many dimensions 'str'
    >>> codes = [table[name].astype("category").cat.codes.values for name in table.columns]
    >>> codes
    [array([1, 0, 1], dtype=int8), array([2, 0, 1], dtype=int8)]
    >>> data = torch.tensor(np.stack(codes, axis=1), dtype=torch.int64)
    >>> data
    tensor([[1, 2],
            [0, 0],
            [1, 1]])

    Without ``dtype`` it stays int8, which ``nn.Embedding`` refuses.

    >>> small = torch.tensor(np.stack(codes, axis=1))
    >>> small.dtype
    torch.int8
    >>> embedding = torch.nn.Embedding(3, 2)
    >>> embedding(small)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; ...
    >>> embedding(data).shape, embedding.weight.shape
    (torch.Size([3, 2, 2]), torch.Size([3, 2]))

    Often written: ``torch.tensor(data, dtype)``. Run it: the dtype needs its name, ``dtype=``.

    >>> torch.tensor(codes, torch.int64)
    Traceback (most recent call last):
        ...
    TypeError: tensor() takes 1 positional argument but 2 were given

    The tensor has memory of its own.

    >>> array = np.array([1, 2])
    >>> copied = torch.tensor(array)
    >>> array[0] = 50
    >>> copied, array
    (tensor([1, 2]), array([50,  2]))
    """


def label_encoder():
    """scikit-learn's ``LabelEncoder`` numbers the labels of a target in sorted order, and can turn numbers back.

    It is meant for ``y``. The classes it has seen are in ``classes_``.

    >>> import torch
    >>> from sklearn.preprocessing import LabelEncoder
    >>> encoder = LabelEncoder()
    >>> encoder.fit_transform(["lo", "hi", "mid", "lo"])
    array([1, 0, 2, 1])
    >>> encoder.classes_.tolist()
    ['hi', 'lo', 'mid']
    >>> target = torch.tensor(encoder.transform(["mid", "lo"]))
    >>> target
    tensor([2, 1])
    >>> encoder.inverse_transform(target).tolist()
    ['mid', 'lo']

    Fit it on the training labels only, and an unknown label is an error, not a new number.

    >>> encoder.transform(["max"])
    Traceback (most recent call last):
        ...
    ValueError: y contains previously unseen labels: np.str_('max')
    """
