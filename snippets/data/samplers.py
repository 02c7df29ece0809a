"""Samplers

A sampler decides which sample comes next: it yields indices, and the loader reads the samples at these indices.
``shuffle=True`` makes one for you; these cards are for all other orders, such as balancing rare classes.
"""


def order_of_indices():
    """A sampler yields indices, not samples: ``SequentialSampler`` in order, ``RandomSampler`` shuffled anew each time.

    They need the data set only for its length.

    >>> import torch
    >>> from torch.utils.data import RandomSampler, SequentialSampler
    >>> letters = ["a", "b", "c", "d"]
    >>> list(SequentialSampler(letters))
    [0, 1, 2, 3]
    >>> sorted(RandomSampler(letters))
    [0, 1, 2, 3]
    >>> sampler = RandomSampler(range(100))
    >>> list(sampler) == list(sampler), len(sampler)
    (False, 100)

    A loader makes one of the two from ``shuffle``.

    >>> from torch.utils.data import DataLoader
    >>> [type(DataLoader(letters, shuffle=shuffle).sampler).__name__ for shuffle in (False, True)]
    ['SequentialSampler', 'RandomSampler']

    An empty data set has nothing to draw from.

    >>> list(SequentialSampler([])), list(DataLoader([]))
    ([], [])
    >>> DataLoader([], shuffle=True)
    Traceback (most recent call last):
        ...
    ValueError: num_samples should be a positive integer value, but got num_samples=0
    """


def with_replacement():
    """``RandomSampler(data, replacement=True)`` may draw an index twice and miss another; without, each comes once.

    Drawing with replacement is like rolling a die 1000 times that has 1000 faces: about 63 % of the faces come up.

    >>> import torch
    >>> from torch.utils.data import RandomSampler
    >>> data = range(1000)
    >>> len(set(RandomSampler(data)))
    1000
    >>> drawn = list(RandomSampler(data, replacement=True))
    >>> len(drawn)
    1000
    >>> f"{len(set(drawn)) / len(drawn):.1f}"
    '0.6'

    The argument is a bool, and says so.

    >>> RandomSampler(data, replacement=1)
    Traceback (most recent call last):
        ...
    TypeError: replacement should be a boolean value, but got replacement=1
    """


def shorter_or_longer_epochs():
    """``num_samples`` sets how many indices a ``RandomSampler`` draws per epoch, fewer or more than there are samples.

    Without replacement, an index comes again only after all others have come.

    >>> import torch
    >>> from torch.utils.data import DataLoader, RandomSampler
    >>> data = range(10)
    >>> short = list(RandomSampler(data, num_samples=4))
    >>> len(short), len(set(short))
    (4, 4)
    >>> long = list(RandomSampler(data, num_samples=24))
    >>> sorted(long[:10])
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> sorted(long[10:20])
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> len(long), len(set(long[20:]))
    (24, 4)

    The length of the loader follows.

    >>> len(DataLoader(data, batch_size=4, sampler=RandomSampler(data, num_samples=24)))
    6
    """


def chosen_indices():
    """``SubsetRandomSampler(indices)`` yields the given indices in random order, and no others.

    With it one data set serves for training and validation, each with its own sampler.

    >>> import torch
    >>> from torch.utils.data import DataLoader, SubsetRandomSampler
    >>> data = [10, 11, 12, 13, 14, 15]
    >>> training = DataLoader(data, batch_size=3, sampler=SubsetRandomSampler([0, 1, 3, 5]))
    >>> validation = DataLoader(data, batch_size=1, sampler=SubsetRandomSampler([2, 4]))
    >>> [len(batch) for batch in training]
    [3, 1]
    >>> sorted(torch.cat(list(training)).tolist())
    [10, 11, 13, 15]
    >>> sorted(batch.tolist() for batch in validation)
    [[12], [14]]

    The order is new in each epoch.

    >>> sampler = SubsetRandomSampler(range(50, 150))
    >>> list(sampler) == list(sampler), min(sampler), max(sampler)
    (False, 50, 149)
    """


def balanced_classes():
    """``WeightedRandomSampler`` draws sample ``i`` as often as ``weights[i]`` says, which can balance rare classes.

    There is one weight for each sample, not for each class. Give each sample one divided by the size of its class, and
    every class comes equally often. Here class 0 has ninety samples, class 1 has ten.

    >>> import torch
    >>> from torch.utils.data import DataLoader, WeightedRandomSampler
    >>> labels = torch.tensor([0] * 90 + [1] * 10)
    >>> counts = torch.bincount(labels)
    >>> counts
    tensor([90, 10])
    >>> weights = 1 / counts[labels]
    >>> weights.unique()
    tensor([0.0111, 0.1000])
    >>> sampler = WeightedRandomSampler(weights, num_samples=10000)
    >>> len(list(sampler))
    10000
    >>> drawn = labels[list(sampler)]
    >>> f"{drawn.float().mean():.1f}", f"{labels.float().mean():.1f}"
    ('0.5', '0.1')

    In a loader it takes the place of ``shuffle``.

    >>> loader = DataLoader(labels, batch_size=5000, sampler=sampler)
    >>> [(len(batch), f"{batch.float().mean():.1f}") for batch in loader]
    [(5000, '0.5'), (5000, '0.5')]
    """


def weights():
    """The weights of a ``WeightedRandomSampler`` need not sum to 1; with replacement, a weight of 0 means never.

    Only their ratios count. Weights of 1 and 4 draw the second of the two four times as often.

    >>> import torch
    >>> from torch.utils.data import WeightedRandomSampler
    >>> weights = [1.0, 0.0, 4.0]
    >>> drawn = torch.tensor(list(WeightedRandomSampler(weights, num_samples=10000)))
    >>> len(drawn), drawn.unique()
    (10000, tensor([0, 2]))
    >>> never, once, often = (drawn == 1).sum(), (drawn == 0).sum(), (drawn == 2).sum()
    >>> never, f"{often / once:.0f}"
    (tensor(0), '4')

    Drawing is with replacement, unless you say otherwise. Without it each sample comes at most once. Ask for no more
    than there are weights above 0: nothing stops you, and samples that should never come are used to fill up.

    >>> sorted(WeightedRandomSampler(weights, num_samples=2, replacement=False))
    [0, 2]
    >>> sorted(WeightedRandomSampler(weights, num_samples=3, replacement=False))
    [0, 1, 2]
    >>> list(WeightedRandomSampler(weights, num_samples=4, replacement=False))
    Traceback (most recent call last):
        ...
    RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement
    >>> WeightedRandomSampler([weights], num_samples=len(weights))
    Traceback (most recent call last):
        ...
    ValueError: weights should be a 1d sequence but given weights have shape (1, 3)
    """


def batches_of_indices():
    """``BatchSampler(sampler, batch_size, drop_last)`` groups the indices of another sampler into lists.

    This is what a loader does inside: ``batch_size`` and ``drop_last`` are only arguments for it. All three are
    required.

    >>> import torch
    >>> from torch.utils.data import BatchSampler, DataLoader, SequentialSampler
    >>> data = [10, 11, 12, 13, 14]
    >>> list(BatchSampler(SequentialSampler(data), batch_size=2, drop_last=False))
    [[0, 1], [2, 3], [4]]
    >>> list(BatchSampler(SequentialSampler(data), batch_size=2, drop_last=True))
    [[0, 1], [2, 3]]
    >>> BatchSampler(SequentialSampler(data), batch_size=len(data))
    Traceback (most recent call last):
        ...
    TypeError: BatchSampler.__init__() missing 1 required positional argument: 'drop_last'

    Anything iterable serves as the inner sampler. Give the result as ``batch_sampler``.

    >>> batches = BatchSampler([4, 0, 3, 1, 2], batch_size=2, drop_last=False)
    >>> len(batches)
    3
    >>> list(DataLoader(data, batch_sampler=batches))
    [tensor([14, 10]), tensor([13, 11]), tensor([12])]

    As ``sampler=`` with ``batch_size=None``, each list goes to the data set as one index. A tensor can take it.

    >>> list(DataLoader(torch.tensor(data), sampler=batches, batch_size=None))
    [tensor([14, 10]), tensor([13, 11]), tensor([12])]
    """


def your_own_sampler():
    """A sampler of your own is a class with ``__iter__`` that yields indices, and ``__len__`` for the loader's length.

    This one goes through samples from short to long, so that a batch holds similar lengths and needs little padding.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Sampler
    >>> class ByLength(Sampler):
    ...     def __init__(self, texts):
    ...         self.texts = texts
    ...     def __iter__(self):
    ...         yield from sorted(range(len(self.texts)), key=lambda idx: len(self.texts[idx]))
    ...     def __len__(self):
    ...         return len(self.texts)
    >>> texts = ["three", "a", "four", "to", "sixsix"]
    >>> list(ByLength(texts))
    [1, 3, 2, 0, 4]
    >>> loader = DataLoader(texts, batch_size=2, sampler=ByLength(texts))
    >>> list(loader)
    [['a', 'to'], ['four', 'three'], ['sixsix']]
    >>> len(loader)
    3

    The base class adds nothing but the name: any iterable works, and one without a length costs only ``len(loader)``.

    >>> loader = DataLoader(texts, batch_size=2, sampler=(idx for idx in (3, 1, 0)))
    >>> len(loader)
    Traceback (most recent call last):
        ...
    TypeError: object of type 'generator' has no len()
    >>> list(loader)
    [['to', 'a'], ['three']]

    A generator can be read once: in the second epoch there is nothing left. A list lasts.

    >>> list(loader)
    []
    """


def sampler_seeds():
    """Random samplers take ``generator=``, so the order of one sampler can be repeated on its own.

    The three draw in different ways. Of the seeds 2, 3 and 4, each of them repeats its order with seed 3 only.

    >>> import torch
    >>> from torch.utils.data import RandomSampler, SubsetRandomSampler, WeightedRandomSampler
    >>> def orders(seed):
    ...     generator = torch.Generator().manual_seed(seed)
    ...     return [
    ...         list(RandomSampler(range(100), generator=generator)),
    ...         list(SubsetRandomSampler(range(50, 150), generator=generator)),
    ...         list(WeightedRandomSampler([1.0, 1.0], num_samples=200, generator=generator)),
    ...     ]
    >>> first = orders(seed=3)
    >>> [(len(order), min(order), max(order)) for order in first]
    [(100, 0, 99), (100, 50, 149), (200, 0, 1)]
    >>> [[a == b for a, b in zip(orders(seed), first)] for seed in range(2, 5)]
    [[False, False, False], [True, True, True], [False, False, False]]

    A generator moves on, so the second epoch of one sampler differs from the first.

    >>> sampler = RandomSampler(range(100), generator=torch.Generator().manual_seed(3))
    >>> [list(sampler) == first[0] for epoch in range(2)]
    [True, False]
    """


def one_part_per_process():
    """``DistributedSampler`` gives process ``rank`` of ``num_replicas`` its share of indices, all of equal length.

    In training with several GPUs each process has its own loader, and a number, its rank. Without this sampler all
    would see the same samples. Given both numbers, it runs without any other process.

    >>> import torch
    >>> from torch.utils.data import DistributedSampler
    >>> def shares(data, **options):
    ...     return [list(DistributedSampler(data, num_replicas=3, rank=rank, **options)) for rank in range(3)]
    >>> six, seven = range(6), range(7)
    >>> shares(six, shuffle=False)
    [[0, 3], [1, 4], [2, 5]]

    Seven samples do not divide by three. By default the first ones are used again; with ``drop_last=True`` the last is
    left out.

    >>> shares(seven, shuffle=False)
    [[0, 3, 6], [1, 4, 0], [2, 5, 1]]
    >>> shares(seven, shuffle=False, drop_last=True)
    [[0, 3], [1, 4], [2, 5]]

    It shuffles unless you say no, with the same seed in all processes, so the shares still cover everything.

    >>> many = range(99)
    >>> sorted(index for share in shares(many) for index in share) == list(many)
    True
    >>> len(many), shares(many) == shares(many, shuffle=False)
    (99, False)

    Ranks count from 0. Without the two numbers the sampler asks ``torch.distributed``, which must have been set up.

    >>> DistributedSampler(six)
    Traceback (most recent call last):
        ...
    ValueError: Default process group has not been initialized, please make sure to call init_process_group.
    >>> DistributedSampler(six, num_replicas=3, rank=3)
    Traceback (most recent call last):
        ...
    ValueError: Invalid rank 3, rank should be in the interval [0, 2]
    """


def set_epoch():
    """``DistributedSampler`` repeats one order in every epoch unless you call ``set_epoch`` before each.

    Often forgotten: the loop runs, the order never changes. The order depends on ``seed`` plus the number of the epoch,
    so that all processes agree without talking to each other.

    >>> import torch
    >>> from torch.utils.data import DistributedSampler
    >>> sampler = DistributedSampler(range(100), num_replicas=2, rank=0)
    >>> first, second = list(sampler), list(sampler)
    >>> len(first), first == second
    (50, True)
    >>> for epoch in range(3):
    ...     sampler.set_epoch(epoch)
    ...     print(epoch, list(sampler) == first)
    0 True
    1 False
    2 False

    Another ``seed`` is another order: seed 1 in epoch 0 is seed 0 in epoch 1. Older code writes the class by its long name.

    >>> seeded = torch.utils.data.distributed.DistributedSampler(range(100), num_replicas=2, rank=0, seed=1)
    >>> list(seeded) == first
    False
    >>> sampler.set_epoch(1)
    >>> list(seeded) == list(sampler)
    True
    """
