"""From samples to a batch

Between the data set and your loop stands the collate function: it gets a list of samples and makes one batch. These
cards show what the default does with each type, where it refuses, and how to write your own.
"""


def default_collate():
    """``default_collate`` stacks a list of tensors along a new first dimension, the batch dimension.

    The loader calls it with the samples of one batch. You can call it yourself to see what a batch will look like.

    >>> import torch
    >>> from torch.utils.data import default_collate
    >>> samples = [torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6])]
    >>> default_collate(samples)
    tensor([[1, 2, 3],
            [4, 5, 6]])
    >>> torch.equal(torch.stack(samples), default_collate(samples))
    True
    >>> default_collate([torch.empty(3, 5, 4)] * 2).shape
    torch.Size([2, 3, 5, 4])

    NumPy arrays and numbers become tensors on the way.

    >>> import numpy as np
    >>> default_collate([np.array([1.5, 2.5]), np.array([3.5, 4.5])])
    tensor([[1.5000, 2.5000],
            [3.5000, 4.5000]], dtype=torch.float64)
    >>> default_collate([7, 8, 9])
    tensor([7, 8, 9])
    """


def dtypes_of_numbers():
    """Python numbers in a batch become float64, int64 or bool tensors; a float64 batch does not fit a float32 layer.

    ``torch.tensor(2.5)`` is float32, but ``default_collate([2.5])`` is float64. Data sets that return plain floats fail
    in the first layer or loss.

    >>> import torch
    >>> from torch.utils.data import default_collate
    >>> for samples in ([2.5, 3.5], [2, 3], [True, False]):
    ...     print(default_collate(samples), default_collate(samples).dtype)
    tensor([2.5000, 3.5000], dtype=torch.float64) torch.float64
    tensor([2, 3]) torch.int64
    tensor([ True, False]) torch.bool
    >>> torch.tensor([2.5, 3.5])
    tensor([2.5000, 3.5000])
    >>> layer = torch.nn.Linear(2, 1)
    >>> batch = default_collate([(2.5, 4.5)])
    >>> batch
    [tensor([2.5000], dtype=torch.float64), tensor([4.5000], dtype=torch.float64)]
    >>> layer(torch.stack(batch, dim=1))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float

    Convert the batch, or return ``torch.tensor(2.5)`` from ``__getitem__``.

    >>> layer(torch.stack(batch, dim=1).float()).shape
    torch.Size([1, 1])
    >>> default_collate([torch.tensor(2.5), torch.tensor(3.5)])
    tensor([2.5000, 3.5000])
    """


def structures():
    """Tuples become a list of batches, dictionaries a dictionary of batches; strings stay a list of strings.

    The structure of one sample is the structure of the batch, and each place in it is collated for itself.

    >>> import torch
    >>> from torch.utils.data import default_collate
    >>> default_collate([(1, 10.5), (2, 20.5), (3, 30.5)])
    [tensor([1, 2, 3]), tensor([10.5000, 20.5000, 30.5000], dtype=torch.float64)]
    >>> default_collate([{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}])
    {'id': tensor([1, 2]), 'name': ['cat', 'dog']}
    >>> default_collate([{"x": (1, 2)}, {"x": (3, 4)}])
    {'x': [tensor([1, 3]), tensor([2, 4])]}

    Named tuples keep their type, so the fields keep their names.

    >>> from collections import namedtuple
    >>> Sample = namedtuple("Sample", "x label")
    >>> default_collate([Sample(1, 7), Sample(2, 8)])
    Sample(x=tensor([1, 2]), label=tensor([7, 8]))

    The keys of the first sample decide: a key that a later sample lacks is an error, an extra one is dropped.

    >>> long, short = {"id": 1, "name": "cat"}, {"id": 2}
    >>> default_collate([short, long])
    {'id': tensor([2, 1])}
    >>> default_collate([long, short])
    Traceback (most recent call last):
        ...
    KeyError: 'name'
    """


def refused_types():
    """``default_collate`` refuses ``None`` and objects of your own classes, and says which type it found.

    Often seen with a data set that returns ``None`` for a sample it could not read.

    >>> import torch
    >>> from torch.utils.data import default_collate
    >>> default_collate([None, None])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: default_collate: batch must contain tensors, numpy arrays, ... or lists; found <class 'NoneType'>
    >>> class Point:
    ...     pass
    >>> default_collate([Point()])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: default_collate: batch must contain tensors, numpy arrays, ... or lists; found <class '...Point'>

    A collate function of your own can leave such samples out. Its batches are then of different lengths.

    >>> from torch.utils.data import DataLoader
    >>> def without_none(samples):
    ...     return default_collate([sample for sample in samples if sample is not None])
    >>> list(DataLoader([1, None, 3, 4, 5], batch_size=2, collate_fn=without_none))
    [tensor([1]), tensor([3, 4]), tensor([5])]
    """


def unequal_lengths():
    """Samples of unequal length cannot be stacked; a ``collate_fn`` that pads them makes a batch.

    Sentences, sounds and lists of boxes have lengths of their own, and a tensor has only one size per dimension.

    >>> import torch
    >>> from torch.nn.utils.rnn import pad_sequence
    >>> from torch.utils.data import DataLoader
    >>> sentences = [torch.tensor([5, 6]), torch.tensor([7, 8, 9]), torch.tensor([4])]
    >>> next(iter(DataLoader(sentences, batch_size=len(sentences))))
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1

    ``pad_sequence`` fills up to the longest of the batch. Return the lengths too, so that the model can tell padding
    from data.

    >>> def pad(samples):
    ...     lengths = torch.tensor([len(sample) for sample in samples])
    ...     return pad_sequence(samples, batch_first=True, padding_value=-1), lengths
    >>> padded, lengths = next(iter(DataLoader(sentences, batch_size=len(sentences), collate_fn=pad)))
    >>> padded
    tensor([[ 5,  6, -1],
            [ 7,  8,  9],
            [ 4, -1, -1]])
    >>> lengths
    tensor([2, 3, 1])

    Each batch is only as wide as it must be.

    >>> [tuple(batch.shape) for batch, lengths in DataLoader(sentences, batch_size=2, collate_fn=pad)]
    [(2, 3), (1, 1)]

    Lists of unequal length get a message of their own.

    >>> lists = [sentence.tolist() for sentence in sentences]
    >>> lists
    [[5, 6], [7, 8, 9], [4]]
    >>> next(iter(DataLoader(lists, batch_size=len(lists))))
    Traceback (most recent call last):
        ...
    RuntimeError: each element in list of batch should be of equal size
    """


def own_collate():
    """``collate_fn`` receives the list of samples, and whatever it returns is the batch.

    So ``collate_fn=list`` shows what arrives, and a batch need not be tensors at all.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.tensor([1, 2, 3]), torch.tensor([10, 20, 30]))
    >>> list(DataLoader(dataset, batch_size=2, collate_fn=list))
    [[(tensor(1), tensor(10)), (tensor(2), tensor(20))], [(tensor(3), tensor(30))]]

    Work for the whole batch fits here: this one returns the mean of the inputs and the sum of the targets.

    >>> def mean_and_sum(samples):
    ...     x, y = zip(*samples)
    ...     return torch.stack(x).float().mean(), torch.stack(y).sum()
    >>> list(DataLoader(dataset, batch_size=2, collate_fn=mean_and_sum))
    [(tensor(1.5000), tensor(30)), (tensor(3.), tensor(30))]
    """


def default_convert():
    """``default_convert`` turns NumPy arrays inside one sample into tensors and adds no batch dimension.

    It is what a loader uses with ``batch_size=None``, where there is nothing to stack. Plain numbers and strings stay
    as they are.

    >>> import torch
    >>> import numpy as np
    >>> from torch.utils.data import DataLoader, default_collate, default_convert
    >>> sample = {"x": np.array([1.5, 2.5]), "y": 7, "name": "cat"}
    >>> default_convert(sample)
    {'x': tensor([1.5000, 2.5000], dtype=torch.float64), 'y': 7, 'name': 'cat'}
    >>> default_collate([sample])
    {'x': tensor([[1.5000, 2.5000]], dtype=torch.float64), 'y': tensor([7]), 'name': ['cat']}
    >>> DataLoader([sample], batch_size=None).collate_fn is default_convert
    True
    >>> next(iter(DataLoader([sample], batch_size=None)))["x"].shape
    torch.Size([2])
    """
