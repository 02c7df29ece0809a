"""Your own Dataset

A class with ``__len__`` and ``__getitem__`` turns any data into something that a ``DataLoader`` can batch. These cards
show what each method has to do, and the slips that stop such a class from running.
"""


def three_methods():
    """A ``Dataset`` class keeps its data in ``__init__``, counts it in ``__len__`` and hands it out in ``__getitem__``.

    What ``__init__`` does is done once. Here it halves the numbers, and every sample shows it. ``super().__init__()``
    is not needed: ``Dataset`` has nothing to prepare.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Halves(Dataset):
    ...     def __init__(self, numbers):
    ...         self.x = torch.tensor(numbers)
    ...         self.half = self.x / 2
    ...     def __len__(self):
    ...         return len(self.x)
    ...     def __getitem__(self, idx):
    ...         return self.x[idx], self.half[idx]
    >>> dataset = Halves([1.0, 3.0, 8.0])
    >>> len(dataset)
    3
    >>> dataset[1]
    (tensor(3.), tensor(1.5000))
    >>> list(DataLoader(dataset, batch_size=2))
    [[tensor([1., 3.]), tensor([0.5000, 1.5000])], [tensor([8.]), tensor([4.])]]

    The base class itself knows no samples. Without ``__getitem__``, indexing says what is missing.

    >>> class OnlyCounted(Dataset):
    ...     def __len__(self):
    ...         return 3
    >>> len(OnlyCounted())
    3
    >>> OnlyCounted()[0]
    Traceback (most recent call last):
        ...
    NotImplementedError: Subclasses of Dataset should implement __getitem__.
    """


def len_and_getitem():
    """``len(dataset)`` runs ``__len__`` and ``dataset[i]`` runs ``__getitem__``, which the loader calls once per index.

    The data set prints what it is asked for. ``__getitem__`` returns one sample, here the pair of input and target; the
    loader collects the inputs in one tensor and the targets in another.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Table(Dataset):
    ...     def __init__(self, rows, targets):
    ...         self.rows, self.targets = rows, targets
    ...     def __len__(self):
    ...         return len(self.rows)
    ...     def __getitem__(self, idx):
    ...         print("asked for", idx)
    ...         return self.rows[idx], self.targets[idx]
    >>> table = Table(torch.tensor([[1, 2], [3, 4], [5, 6]]), torch.tensor([10, 20, 30]))
    >>> len(table)
    3
    >>> table[1]
    asked for 1
    (tensor([3, 4]), tensor(20))
    >>> for x, y in DataLoader(table, batch_size=3):
    ...     print(x, y)
    asked for 0
    asked for 1
    asked for 2
    tensor([[1, 2],
            [3, 4],
            [5, 6]]) tensor([10, 20, 30])

    A slice reaches ``__getitem__`` as a slice object. It works here because tensors can be sliced.

    >>> table[0:2]
    asked for slice(0, 2, None)
    (tensor([[1, 2],
            [3, 4]]), tensor([10, 20]))

    Without ``__len__``, a loader cannot know which indices exist.

    >>> class Uncounted(Dataset):
    ...     def __getitem__(self, idx):
    ...         return idx
    >>> len(Uncounted())
    Traceback (most recent call last):
        ...
    TypeError: object of type 'Uncounted' has no len()
    >>> DataLoader(Uncounted(), shuffle=True)
    Traceback (most recent call last):
        ...
    TypeError: object of type 'Uncounted' has no len()
    """


def skeleton():
    """The frame of a ``Dataset`` class runs only with an import of ``Dataset`` and a body in each of its three methods.

    Often shown: the method heads alone, or with a comment in place of the body. Python does not compile that, because a
    comment is no statement.

    >>> import torch
    >>> heads = '''
    ... class CustomDataset(Dataset):
    ...     def __init__(self):
    ...     def __len__(self):
    ... '''
    >>> compile(heads, "script.py", "exec")
    Traceback (most recent call last):
        ...
    IndentationError: expected an indented block after function definition on line 3
    >>> comments = '''
    ... class CustomDataset(Dataset):
    ...     def __init__(self):
    ...         # load the data
    ...     def __len__(self):
    ... '''
    >>> compile(comments, "script.py", "exec")
    Traceback (most recent call last):
        ...
    IndentationError: expected an indented block after function definition on line 3

    With ``pass`` it compiles, but where ``Dataset`` was not imported, the class line stops.

    >>> frame = '''
    ... class CustomDataset(Dataset):
    ...     def __len__(self):
    ...         pass
    ... '''
    >>> exec(frame, {})
    Traceback (most recent call last):
        ...
    NameError: name 'Dataset' is not defined

    With the import, the class exists; ``pass`` as a body returns ``None``, which is no length.

    >>> from torch.utils.data import Dataset
    >>> names = {"Dataset": Dataset}
    >>> exec(frame, names)
    >>> len(names["CustomDataset"]())
    Traceback (most recent call last):
        ...
    TypeError: 'NoneType' object cannot be interpreted as an integer

    Filled in:

    >>> class CustomDataset(Dataset):
    ...     def __init__(self):
    ...         self.x = torch.arange(10, 30, 10)
    ...     def __len__(self):
    ...         return len(self.x)
    ...     def __getitem__(self, idx):
    ...         return self.x[idx]
    >>> len(CustomDataset()), CustomDataset()[1]
    (2, tensor(20))
    """


def score_tables():
    """A data set of lists makes its tensors in ``__getitem__``, and the loader stacks them into ``(batch, features)``.

    Two tables that appear in many tutorials. The first has five rows of three test scores, with a final score each.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class CustomDataset(Dataset):
    ...     def __init__(self, x_data, y_data):
    ...         self.x_data, self.y_data = x_data, y_data
    ...     def __len__(self):
    ...         return len(self.x_data)
    ...     def __getitem__(self, idx):
    ...         return torch.FloatTensor(self.x_data[idx]), torch.FloatTensor(self.y_data[idx])
    >>> scores = [[73, 80, 75], [93, 88, 93], [89, 91, 90], [96, 98, 100], [73, 66, 70]]
    >>> dataset = CustomDataset(scores, [[152], [185], [180], [196], [142]])
    >>> len(dataset)
    5
    >>> dataset[0]
    (tensor([73., 80., 75.]), tensor([152.]))
    >>> [(tuple(x.shape), tuple(y.shape)) for x, y in DataLoader(dataset, batch_size=2)]
    [((2, 3), (2, 1)), ((2, 3), (2, 1)), ((1, 3), (1, 1))]
    >>> for x, y in dataset:
    ...     print(x, y)
    tensor([73., 80., 75.]) tensor([152.])
    tensor([93., 88., 93.]) tensor([185.])
    tensor([89., 91., 90.]) tensor([180.])
    tensor([ 96.,  98., 100.]) tensor([196.])
    tensor([73., 66., 70.]) tensor([142.])

    The second has four rows. Batches of two make two steps per epoch, shuffled or not, so 42 in 21 epochs.

    >>> rows = CustomDataset([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]], [[1], [2], [3], [4]])
    >>> next(iter(DataLoader(rows, batch_size=len(rows))))
    [tensor([[ 1.,  2.,  3.],
            [ 4.,  5.,  6.],
            [ 7.,  8.,  9.],
            [10., 11., 12.]]), tensor([[1.],
            [2.],
            [3.],
            [4.]])]
    >>> loader = DataLoader(rows, batch_size=2, shuffle=True)
    >>> [(tuple(x.shape), tuple(y.shape)) for x, y in loader]
    [((2, 3), (2, 1)), ((2, 3), (2, 1))]
    >>> sum(len(loader) for epoch in range(21))
    42

    In every shuffled batch the row still belongs to its target: its last number is three times the target.

    >>> [torch.equal(x[:, 2:], 3 * y) for x, y in loader]
    [True, True]
    """


def punctuation_slips():
    """A dot in place of a comma is a ``SyntaxError``, as most missing commas are, and then no line of the file runs.

    Python compiles a file before it runs its first line. So a slip in the last line, after the training loop, stops the
    program before any training.

    >>> import torch
    >>> compile("x = [[4, 5, 6], [7, 8, 9]. [10, 11, 12]]", "script.py", "exec")
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax
    >>> compile('print("prediction: "pred_y)', "script.py", "exec")
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax. Perhaps you forgot a comma?

    With the commas both compile and run.

    >>> x = [[4, 5, 6], [7, 8, 9], [10, 11, 12]]
    >>> torch.tensor(x)
    tensor([[ 4,  5,  6],
            [ 7,  8,  9],
            [10, 11, 12]])
    >>> pred_y = torch.tensor([[7.5]])
    >>> print("prediction: ", pred_y)
    prediction:  tensor([[7.5000]])

    A comma missing between two rows compiles too, and means something else: the second list is taken as an index.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     code = compile("x = [[7, 8, 9] [10, 11, 12]]", "script.py", "exec")
    >>> print(caught[0].message)
    list indices must be integers or slices, not tuple; perhaps you missed a comma?
    >>> exec(code)
    Traceback (most recent call last):
        ...
    TypeError: list indices must be integers or slices, not tuple
    """


def lazy_or_eager():
    """A ``Dataset`` is lazy only if ``__getitem__`` does the reading; one that reads in ``__init__`` holds everything.

    Often written: a custom data set loads the data bit by bit. That depends on where you read. Both classes here get
    three files with one number each; one reads them at the start, the other when asked.

    >>> import torch, pathlib, tempfile
    >>> from torch.utils.data import Dataset
    >>> class Eager(Dataset):
    ...     def __init__(self, paths):
    ...         self.samples = [torch.tensor(int(path.read_text())) for path in paths]
    ...     def __getitem__(self, idx):
    ...         return self.samples[idx]
    >>> class Lazy(Dataset):
    ...     def __init__(self, paths):
    ...         self.paths = paths
    ...     def __getitem__(self, idx):
    ...         return torch.tensor(int(self.paths[idx].read_text()))
    >>> folder = tempfile.TemporaryDirectory()
    >>> paths = [pathlib.Path(folder.name, f"{i}.txt") for i in range(3)]
    >>> for i, path in enumerate(paths):
    ...     print(path.name, path.write_text(str(100 + i)))
    0.txt 3
    1.txt 3
    2.txt 3
    >>> eager, lazy = Eager(paths), Lazy(paths)
    >>> eager[1], lazy[1]
    (tensor(101), tensor(101))

    Change one file and delete the folder: the eager data set still has the old number, the lazy one reads anew each
    time, and without the file it cannot.

    >>> paths[1].write_text("7")
    1
    >>> eager[1], lazy[1]
    (tensor(101), tensor(7))
    >>> folder.cleanup()
    >>> eager[2]
    tensor(102)
    >>> lazy[2]  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    FileNotFoundError: [Errno 2] No such file or directory: ...2.txt'

    Read in ``__init__`` what fits into memory. Keep only the paths there if it does not.
    """


def end_of_a_loop():
    """``for sample in dataset`` ignores ``__len__``: it ends only when ``__getitem__`` raises ``IndexError``.

    Python's loop tries the indices 0, 1, 2 and so on until an ``IndexError``. A tensor or list inside raises it by
    itself. A formula does not, and the loop would never end; ``islice`` stops it here after six.

    >>> import torch
    >>> from itertools import islice
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Squares(Dataset):
    ...     def __len__(self):
    ...         return 4
    ...     def __getitem__(self, idx):
    ...         return idx ** 2
    >>> list(islice(Squares(), 6))
    [0, 1, 4, 9, 16, 25]

    A loader goes by ``__len__``, so it is not affected. To make the bare loop right too, check the index.

    >>> [batch.tolist() for batch in DataLoader(Squares(), batch_size=3)]
    [[0, 1, 4], [9]]
    >>> class CheckedSquares(Squares):
    ...     def __getitem__(self, idx):
    ...         if idx >= len(self):
    ...             raise IndexError(idx)
    ...         return super().__getitem__(idx)
    >>> list(CheckedSquares())
    [0, 1, 4, 9]
    """


def transforms():
    """A ``transform`` called in ``__getitem__`` runs each time a sample is asked for; the stored data do not change.

    This is how image data sets take ``transform=``. Give a function that changes one sample. Because it runs anew each
    time, a random transform shows another version of the sample in every epoch.

    >>> import torch
    >>> from torch.utils.data import Dataset
    >>> class Transformed(Dataset):
    ...     def __init__(self, x, transform=None):
    ...         self.x, self.transform = x, transform
    ...     def __len__(self):
    ...         return len(self.x)
    ...     def __getitem__(self, idx):
    ...         sample = self.x[idx]
    ...         return self.transform(sample) if self.transform else sample
    >>> x = torch.tensor([[0.0, 51.0], [102.0, 255.0]])
    >>> Transformed(x)[1]
    tensor([102., 255.])
    >>> Transformed(x, transform=lambda sample: sample / 255)[1]
    tensor([0.4000, 1.0000])
    >>> x
    tensor([[  0.,  51.],
            [102., 255.]])

    Count the calls: none when the data set is made, one for each access.

    >>> calls = []
    >>> counted = Transformed(x, transform=calls.append)
    >>> calls
    []
    >>> for idx in (1, 1, 0):
    ...     sample = counted[idx]
    >>> calls
    [tensor([102., 255.]), tensor([102., 255.]), tensor([ 0., 51.])]
    """


def whole_batches():
    """A data set with ``__getitems__`` is asked once per batch: it gets a list of indices, and returns as many samples.

    Use it where reading ten samples at once is cheaper than ten single reads, as in a database. ``__getitem__`` is then
    not called by the loader.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Tens(Dataset):
    ...     def __len__(self):
    ...         return 5
    ...     def __getitem__(self, idx):
    ...         print("one:", idx)
    ...         return 10 * idx
    ...     def __getitems__(self, indices):
    ...         print("many:", indices)
    ...         return [10 * idx for idx in indices]
    >>> list(DataLoader(Tens(), batch_size=3))
    many: [0, 1, 2]
    many: [3, 4]
    [tensor([ 0, 10, 20]), tensor([30, 40])]
    >>> Tens()[4]
    one: 4
    40
    """
