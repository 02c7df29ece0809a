"""From a CSV file to tensors

Tables arrive as text with a header row, and pandas reads them. These cards go from the file to float inputs and to
targets of the right dtype, and show which steps fail on the way.
"""


def read_csv():
    """``pandas.read_csv`` reads a whole table at once and chooses a dtype for each column.

    It takes a path or an open file; ``io.StringIO(text)`` stands for a file here. The first line becomes the column
    names.

    >>> import torch, io
    >>> import pandas as pd
    >>> text = '''x,y
    ... 1,2.5
    ... 3,4.5'''
    >>> data = pd.read_csv(io.StringIO(text))
    >>> data.shape
    (2, 2)
    >>> data.dtypes.astype(str).to_dict()
    {'x': 'int64', 'y': 'float64'}
    >>> data["y"].tolist()
    [2.5, 4.5]

    A tensor has one dtype for all columns: pandas hands out float64, and you ask for float32.

    >>> torch.tensor(data.to_numpy()).dtype
    torch.float64
    >>> torch.tensor(data.to_numpy(), dtype=torch.float32)
    tensor([[1.0000, 2.5000],
            [3.0000, 4.5000]])

    Without a header row, say so, or the first row of numbers is taken as names.

    >>> text = '''1,2.5
    ... 3,4.5'''
    >>> pd.read_csv(io.StringIO(text)).shape
    (1, 2)
    >>> pd.read_csv(io.StringIO(text), header=None).shape
    (2, 2)
    """


def column_to_tensor():
    """A column becomes an ``(N, 1)`` float tensor through NumPy; copy it, because pandas 3 hands out read-only arrays.

    A pandas column is a Series, and ``from_numpy`` wants an array.

    >>> import torch, io, warnings
    >>> import pandas as pd
    >>> text = '''x,y
    ... 1,2.5
    ... 3,4.5
    ... 8,0.5'''
    >>> data = pd.read_csv(io.StringIO(text))
    >>> torch.from_numpy(data["x"])
    Traceback (most recent call last):
        ...
    TypeError: expected np.ndarray (got Series)

    Often written: ``from_numpy(data['x'].values)``. Run it: the values are right, but the tensor shares memory that is
    not to be written, and torch warns, in an ordinary program once.

    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     x = torch.from_numpy(data["x"].values).unsqueeze(dim=1).float()
    >>> torch.set_warn_always(False)
    >>> torch.is_warn_always_enabled()
    False
    >>> str(caught[0].message).split(",")[0]
    'The given NumPy array is not writable'
    >>> x.shape, x.dtype
    (torch.Size([3, 1]), torch.float32)
    >>> x[2]
    tensor([8.])
    >>> data["x"].values.flags.writeable, data["x"].to_numpy(copy=True).flags.writeable
    (False, True)

    ``to_numpy(copy=True)``, or ``torch.tensor`` in place of ``from_numpy``, makes memory of your own.

    >>> array = data["x"].to_numpy(copy=True)
    >>> shared = torch.from_numpy(array)
    >>> shared.unsqueeze(dim=1).float()
    tensor([[1.],
            [3.],
            [8.]])
    >>> torch.tensor(data["x"].values).dtype
    torch.int64

    The sharing is real: what is written to the array, the tensor shows. A list has no such memory and is refused.

    >>> array[1] = 70
    >>> shared
    tensor([ 1, 70,  8])
    >>> torch.from_numpy(data["x"].tolist())
    Traceback (most recent call last):
        ...
    TypeError: expected np.ndarray (got list)
    """


def row_to_tensor():
    """``torch.tensor`` cannot read a row of a DataFrame with named columns; ``.to_numpy()`` in between makes it work.

    A row is a Series whose labels are the column names. ``torch.tensor`` looks for element 0 and finds only names.

    >>> import torch, io
    >>> import pandas as pd
    >>> text = '''a,b,c,d
    ... 1,2,3,0
    ... 4,5,6,1'''
    >>> label = pd.read_csv(io.StringIO(text))
    >>> row = label.iloc[1, 0:3]
    >>> torch.tensor(row)
    Traceback (most recent call last):
        ...
    ValueError: could not determine the shape of object type 'Series'
    >>> torch.tensor(row.to_numpy())
    tensor([4, 5, 6])

    The same line runs where the columns are called 0, 1, 2, as without a header row. That is luck, not a rule.

    >>> text = '''1,2,3,0
    ... 4,5,6,1'''
    >>> unnamed = pd.read_csv(io.StringIO(text), header=None)
    >>> torch.tensor(unnamed.iloc[1, 0:3])
    tensor([4, 5, 6])
    """


def int_casts():
    """Features need ``.float()`` and class labels need ``.long()``; ``.int()`` is wrong for both.

    ``.int()`` cuts the decimals off, and its dtype is int32. A layer has float32 weights and refuses to mix.

    >>> import torch
    >>> layer = torch.nn.Linear(2, 3)
    >>> features = torch.tensor([[1.9, 0.2]], dtype=torch.float64)
    >>> features
    tensor([[1.9000, 0.2000]], dtype=torch.float64)
    >>> features.int()
    tensor([[1, 0]], dtype=torch.int32)
    >>> layer(features.int())
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Int and Float
    >>> features.float()
    tensor([[1.9000, 0.2000]])
    >>> layer(features.float()).shape
    torch.Size([1, 3])

    A class label is the number of a class, and ``CrossEntropyLoss`` uses it as an index. It accepts int64.

    >>> logits = torch.tensor([[0.0, 5.0, 0.0]])
    >>> loss = torch.nn.CrossEntropyLoss()
    >>> label = torch.tensor([1])
    >>> label.int().dtype, label.long().dtype
    (torch.int32, torch.int64)
    >>> loss(logits, label.int())
    Traceback (most recent call last):
        ...
    RuntimeError: expected target dtype to be Long or Byte, but got Int
    >>> loss(logits, label.long())
    tensor(0.0134)

    A target that is a quantity, as in regression, is a float like the output.

    >>> torch.nn.functional.mse_loss(torch.tensor([2.5]), label.float())
    tensor(2.2500)
    """


def names_must_match():
    """``__init__`` and ``__getitem__`` may only use names that they receive: ``csv_file`` and ``idx`` are parameters.

    Often written: ``def __init__(self)``, with ``csv_file`` in the body. Called with a file, it has no place for it;
    called without, it does not know the name.

    >>> import torch, io
    >>> import pandas as pd
    >>> from torch.utils.data import Dataset
    >>> class CustomDataset(Dataset):
    ...     def __init__(self):
    ...         self.label = pd.read_csv(csv_file)
    >>> table = '''a,b
    ... 1,2
    ... 3,4
    ... 5,6'''
    >>> CustomDataset(io.StringIO(table))
    Traceback (most recent call last):
        ...
    TypeError: CustomDataset.__init__() takes 1 positional argument but 2 were given
    >>> CustomDataset()
    Traceback (most recent call last):
        ...
    NameError: name 'csv_file' is not defined

    With the parameter it reads the three rows. The next slip shows only when a sample is asked for: the parameter is
    called ``index``, the body says ``idx``.

    >>> class CustomDataset(Dataset):
    ...     def __init__(self, csv_file):
    ...         self.label = pd.read_csv(csv_file)
    ...     def __len__(self):
    ...         return len(self.label)
    ...     def __getitem__(self, index):
    ...         return torch.tensor(self.label.iloc[idx].to_numpy())
    >>> dataset = CustomDataset(io.StringIO(table))
    >>> len(dataset)
    3
    >>> dataset[1]
    Traceback (most recent call last):
        ...
    NameError: name 'idx' is not defined

    One name for both:

    >>> class Corrected(CustomDataset):
    ...     def __getitem__(self, idx):
    ...         return torch.tensor(self.label.iloc[idx].to_numpy())
    >>> Corrected(io.StringIO(table))[1]
    tensor([3, 4])
    """


def text_columns():
    """A table with a text column becomes an object array, which ``torch.tensor`` refuses; pick the number columns.

    One array has one dtype, and only ``object`` holds both text and numbers.

    >>> import torch, io
    >>> import pandas as pd
    >>> text = '''height,colour,weight
    ... 1.5,red,40
    ... 1.75,blue,60'''
    >>> data = pd.read_csv(io.StringIO(text))
    >>> data.to_numpy().dtype
    dtype('O')
    >>> torch.tensor(data.to_numpy())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: ...

    Choose the columns by name or by kind.

    >>> torch.tensor(data[["height", "weight"]].to_numpy())
    tensor([[ 1.5000, 40.0000],
            [ 1.7500, 60.0000]], dtype=torch.float64)
    >>> data.select_dtypes("number").columns.tolist()
    ['height', 'weight']

    Text becomes numbers first: ``factorize`` gives each new word the next number.

    >>> codes, words = pd.factorize(data["colour"])
    >>> torch.tensor(codes), words.tolist()
    (tensor([0, 1]), ['red', 'blue'])
    """


def missing_values():
    """An empty field of a CSV file becomes ``nan`` without a warning, and one ``nan`` makes a whole mean ``nan``.

    A loss is such a mean, so count the missing values before training. A column of integers also becomes float64, since
    ``nan`` is a float.

    >>> import torch, io
    >>> import pandas as pd
    >>> text = '''x,y
    ... 1,10
    ... ,20
    ... 3,30'''
    >>> data = pd.read_csv(io.StringIO(text))
    >>> data.dtypes.astype(str).to_dict()
    {'x': 'float64', 'y': 'int64'}
    >>> x = torch.tensor(data["x"].to_numpy())
    >>> x
    tensor([1., nan, 3.], dtype=torch.float64)
    >>> x.isnan().sum()
    tensor(1)
    >>> x.mean(), x.nanmean()
    (tensor(nan, dtype=torch.float64), tensor(2., dtype=torch.float64))

    Drop such rows, or fill in a value.

    >>> torch.tensor(data.dropna().to_numpy())
    tensor([[ 1., 10.],
            [ 3., 30.]], dtype=torch.float64)
    >>> torch.tensor(data.fillna({"x": 2}).to_numpy())
    tensor([[ 1., 10.],
            [ 2., 20.],
            [ 3., 30.]], dtype=torch.float64)
    """


def csv_to_batches():
    """Read once, split the columns, convert to float32: with ``TensorDataset`` a CSV file needs no class of its own.

    ``iloc[:, :-1]`` are all columns but the last, which is the target here. The list ``[-1]`` keeps the target
    two-dimensional, ``(N, 1)``, the shape of the output of ``nn.Linear(2, 1)``.

    >>> import torch, io
    >>> import pandas as pd
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> text = '''a,b,price
    ... 1,2,10
    ... 3,4,20
    ... 5,6,30'''
    >>> data = pd.read_csv(io.StringIO(text))
    >>> x = torch.tensor(data.iloc[:, :-1].to_numpy(), dtype=torch.float32)
    >>> y = torch.tensor(data.iloc[:, [-1]].to_numpy(), dtype=torch.float32)
    >>> x.shape, y.shape
    (torch.Size([3, 2]), torch.Size([3, 1]))
    >>> list(DataLoader(TensorDataset(x, y), batch_size=2))
    [[tensor([[1., 2.],
            [3., 4.]]), tensor([[10.],
            [20.]])], [tensor([[5., 6.]]), tensor([[30.]])]]
    >>> torch.nn.Linear(2, 1)(x).shape == y.shape
    True

    With ``-1`` instead of ``[-1]`` the target loses a dimension, and a loss would broadcast it against ``(3, 1)``.

    >>> torch.tensor(data.iloc[:, -1].to_numpy())
    tensor([10, 20, 30])
    """
