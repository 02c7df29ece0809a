"""Splitting and combining data sets

One data set is often too much or too little: you set a part aside for validation, or join two sources. These classes
wrap data sets in a new one without copying a sample.
"""


def subset():
    """``Subset(dataset, indices)`` is a data set of the chosen samples, numbered anew from 0.

    It keeps the data set and the list of indices, and translates: its sample 1 is the data set's sample ``indices[1]``.

    >>> import torch
    >>> from torch.utils.data import Subset
    >>> letters = ["a", "b", "c", "d", "e"]
    >>> part = Subset(letters, [4, 0, 2])
    >>> len(part)
    3
    >>> part[1], part[2]
    ('a', 'c')
    >>> list(part)
    ['e', 'a', 'c']

    A ``Subset`` of a ``Subset`` counts in the numbers of the one that it is made from: 0 is the first of ``part``, "e".

    >>> Subset(part, [0])[0]
    'e'
    >>> part.indices, part.dataset is letters
    ([4, 0, 2], True)

    An index that the data set does not have is noticed when the sample is read, not before.

    >>> broken = Subset(letters, [1, len(letters)])
    >>> broken[0]
    'b'
    >>> broken[1]
    Traceback (most recent call last):
        ...
    IndexError: list index out of range
    """


def split_by_lengths():
    """``random_split(dataset, [7, 3])`` gives random parts of these lengths that together hold each sample once.

    The lengths must add up to the length of the data set.

    >>> import torch
    >>> from torch.utils.data import random_split
    >>> lengths = [7, 3]
    >>> training, validation = random_split(range(10), lengths)
    >>> len(training), len(validation)
    (7, 3)
    >>> sorted([*training, *validation])
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> random_split(range(10), lengths[:1])
    Traceback (most recent call last):
        ...
    ValueError: Sum of input lengths does not equal the length of the input dataset!

    The parts are ``Subset`` objects. Their order is random too, and two splits differ.

    >>> type(training).__name__
    'Subset'
    >>> first, second = [list(random_split(range(100), [100])[0]) for _ in range(2)]
    >>> first == second, first == sorted(first)
    (False, False)
    """


def split_by_fractions():
    """``random_split`` also takes fractions that sum to 1; samples left over by rounding go to the first parts.

    Each part gets its share rounded down. What remains is dealt out one by one from the first part on.

    >>> import torch
    >>> from torch.utils.data import random_split
    >>> [len(part) for part in random_split(range(100), [0.7, 0.2, 0.1])]
    [70, 20, 10]
    >>> fractions = [0.5, 0.3, 0.2]
    >>> [len(part) for part in random_split(range(11), fractions)]
    [6, 3, 2]

    The shares of 11 are 5.5, 3.3 and 2.2: rounded down 5, 3 and 2, and the eleventh sample goes to the first part.

    A sum other than 1 is an error. A part that gets no sample is a warning.

    >>> random_split(range(11), fractions[:2])
    Traceback (most recent call last):
        ...
    ValueError: Sum of input lengths does not equal the length of the input dataset!
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     parts = random_split(range(10), [0.95, 0.05])
    >>> [len(part) for part in parts]
    [10, 0]
    >>> print(caught[0].message)
    Length of split at index 1 is 0. This might result in an empty dataset.
    """


def same_split_again():
    """``random_split(..., generator=torch.Generator().manual_seed(3))`` makes the same split in every run.

    Without it, the split depends on all random numbers drawn before. That is dangerous for a test set: after a restart,
    samples that were trained on may be tested on.

    >>> import torch
    >>> from torch.utils.data import random_split
    >>> def test_part(seed):
    ...     generator = torch.Generator().manual_seed(seed)
    ...     return list(random_split(range(100), [80, 20], generator=generator)[1])
    >>> first = test_part(seed=3)
    >>> len(first)
    20
    >>> [test_part(seed) == first for seed in range(2, 5)]
    [False, True, False]

    A generator moves on with each use: the second split from the same one is another.

    >>> generator = torch.Generator().manual_seed(3)
    >>> [list(random_split(range(100), [80, 20], generator=generator)[1]) == first for _ in range(2)]
    [True, False]
    """


def parts_share_the_data():
    """The parts of a split refer to one data set, so a setting changed through one part changes for all.

    Often tried: switch a random transform off for the validation part by changing ``part.dataset``. Here the transform
    is a factor.

    >>> import torch
    >>> from torch.utils.data import Dataset, Subset
    >>> class Scaled(Dataset):
    ...     def __init__(self, factor):
    ...         self.factor = factor
    ...     def __getitem__(self, idx):
    ...         return idx * self.factor
    >>> dataset = Scaled(factor=10)
    >>> training, validation = Subset(dataset, [0, 2, 4]), Subset(dataset, [1, 3])
    >>> list(training), list(validation)
    ([0, 20, 40], [10, 30])
    >>> validation.dataset.factor = 1
    >>> list(training), list(validation)
    ([0, 2, 4], [1, 3])

    Make two data sets and give each one its part of the indices.

    >>> training, validation = Subset(Scaled(factor=10), [0, 2, 4]), Subset(Scaled(factor=1), [1, 3])
    >>> list(training), list(validation)
    ([0, 20, 40], [1, 3])
    """


def concatenated():
    """``ConcatDataset([a, b])`` puts one data set behind the other; ``a + b`` makes the same.

    With three samples in ``a``, sample 3 of the whole is sample 0 of ``b``. ``cumulative_sizes`` says where each one
    ends.

    >>> import torch
    >>> from torch.utils.data import ConcatDataset, TensorDataset
    >>> a = TensorDataset(torch.tensor([1, 2, 3]))
    >>> b = TensorDataset(torch.tensor([10, 20]))
    >>> both = ConcatDataset([a, b])
    >>> len(both), both.cumulative_sizes
    (5, [3, 5])
    >>> [x.item() for (x,) in both]
    [1, 2, 3, 10, 20]
    >>> both[2], both[3], both[-1]
    ((tensor(3),), (tensor(10),), (tensor(20),))
    >>> both[len(both)]
    Traceback (most recent call last):
        ...
    IndexError: list index out of range
    >>> type(a + b).__name__, (a + b)[4]
    ('ConcatDataset', (tensor(20),))

    Nothing checks that the samples are alike. That shows when a batch is made of them.

    >>> from torch.utils.data import DataLoader
    >>> mixed = ConcatDataset([[torch.tensor([1, 2])], [torch.tensor([3, 4, 5])]])
    >>> list(mixed)
    [tensor([1, 2]), tensor([3, 4, 5])]
    >>> list(DataLoader(mixed))
    [tensor([[1, 2]]), tensor([[3, 4, 5]])]
    >>> next(iter(DataLoader(mixed, batch_size=len(mixed))))
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
    """


def stacked():
    """``StackDataset(x, y)`` pairs the samples of data sets side by side; with keywords, a sample is a dictionary.

    It is to data sets what ``zip`` is to lists, and what ``TensorDataset`` is to tensors. Use it when inputs and
    targets come from two data sets.

    >>> import torch
    >>> from torch.utils.data import DataLoader, StackDataset
    >>> images = [torch.tensor([0.0, 1.0]), torch.tensor([2.0, 3.0])]
    >>> names = ["cat", "dog"]
    >>> StackDataset(images, names)[1]
    (tensor([2., 3.]), 'dog')
    >>> dataset = StackDataset(image=images, name=names)
    >>> len(dataset)
    2
    >>> dataset[1]
    {'image': tensor([2., 3.]), 'name': 'dog'}

    The loader keeps the keys.

    >>> next(iter(DataLoader(dataset, batch_size=len(dataset))))
    {'image': tensor([[0., 1.],
            [2., 3.]]), 'name': ['cat', 'dog']}

    All need the same length, and positions and keywords do not mix.

    >>> StackDataset(images, ["cat", "dog", "cow"])
    Traceback (most recent call last):
        ...
    ValueError: Size mismatch between datasets
    >>> StackDataset(images, name=names)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Supported either ``tuple``- (via ``args``) or``dict``- ... but both types are given.
    """
