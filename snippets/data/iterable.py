"""Iterable data sets

Some data have no index: a stream, a database cursor, files too large to count. An ``IterableDataset`` hands out samples
one after another, and much that a ``Dataset`` with indices gives you for free becomes your own job.
"""


def only_iter():
    """An ``IterableDataset`` defines ``__iter__`` alone: it can be looped over and batched, but not indexed or counted.

    Use it where samples arrive in a row and nobody can say which one is number 1000. The loader collects them into
    batches as they come.

    >>> import torch
    >>> from torch.utils.data import DataLoader, IterableDataset
    >>> class Countdown(IterableDataset):
    ...     def __init__(self, start):
    ...         self.start = start
    ...     def __iter__(self):
    ...         yield from range(self.start, 0, -1)
    >>> stream = Countdown(5)
    >>> list(stream)
    [5, 4, 3, 2, 1]
    >>> list(DataLoader(stream, batch_size=2))
    [tensor([5, 4]), tensor([3, 2]), tensor([1])]
    >>> list(DataLoader(stream, batch_size=2, drop_last=True))
    [tensor([5, 4]), tensor([3, 2])]
    >>> stream[0]
    Traceback (most recent call last):
        ...
    NotImplementedError: Subclasses of Dataset should implement __getitem__.
    >>> len(stream)
    Traceback (most recent call last):
        ...
    TypeError: object of type 'Countdown' has no len()
    """


def samples_run_out():
    """``__iter__`` has to start anew each time; a generator kept from ``__init__`` is empty in the second epoch.

    A generator can be read once. Made in ``__init__``, it serves one epoch, and the next one has no batches: no error,
    no training.

    >>> import torch
    >>> from torch.utils.data import DataLoader, IterableDataset
    >>> class Once(IterableDataset):
    ...     def __init__(self):
    ...         self.numbers = (10 * i for i in range(4))
    ...     def __iter__(self):
    ...         return self.numbers
    >>> loader = DataLoader(Once(), batch_size=3)
    >>> [list(loader) for epoch in range(2)]
    [[tensor([ 0, 10, 20]), tensor([30])], []]

    Make the generator in ``__iter__``.

    >>> class Anew(IterableDataset):
    ...     def __iter__(self):
    ...         return (10 * i for i in range(4))
    >>> loader = DataLoader(Anew(), batch_size=3)
    >>> [list(loader) for epoch in range(2)]
    [[tensor([ 0, 10, 20]), tensor([30])], [tensor([ 0, 10, 20]), tensor([30])]]
    """


def no_sampler():
    """A loader refuses ``shuffle=True`` and ``sampler=`` for an ``IterableDataset``, because there are no indices.

    The order is what ``__iter__`` yields.

    >>> import torch
    >>> from torch.utils.data import DataLoader, IterableDataset
    >>> class Numbers(IterableDataset):
    ...     def __iter__(self):
    ...         yield from range(6)
    >>> list(DataLoader(Numbers(), batch_size=4))
    [tensor([0, 1, 2, 3]), tensor([4, 5])]
    >>> DataLoader(Numbers(), shuffle=True)
    Traceback (most recent call last):
        ...
    ValueError: DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True
    >>> DataLoader(Numbers(), sampler=[4, 0])
    Traceback (most recent call last):
        ...
    ValueError: DataLoader with IterableDataset: expected unspecified sampler option, but got sampler=[4, 0]

    What ``__iter__`` yields may of course be in random order, if you know the samples beforehand.

    >>> class Shuffled(IterableDataset):
    ...     def __iter__(self):
    ...         yield from torch.randperm(60).tolist()
    >>> first, second = list(Shuffled()), list(Shuffled())
    >>> sorted(first) == sorted(second) == list(range(60))
    True
    >>> first == second
    False
    """


def shuffle_buffer():
    """A buffer shuffles a stream roughly: hold a few samples and hand out a random one each time.

    A stream cannot be shuffled as a whole without reading all of it. With a buffer of size 3, a sample can come at most
    two places too early, and every sample comes once.

    >>> import torch
    >>> from torch.utils.data import IterableDataset
    >>> class Buffered(IterableDataset):
    ...     def __init__(self, stream, size):
    ...         self.stream, self.size = stream, size
    ...     def __iter__(self):
    ...         buffer = []
    ...         for sample in self.stream:
    ...             buffer.append(sample)
    ...             if len(buffer) == self.size:
    ...                 yield buffer.pop(torch.randint(self.size, ()).item())
    ...         yield from buffer
    >>> stream = list(range(1000))
    >>> order = list(Buffered(stream, size=3))
    >>> sorted(order) == stream, order == stream
    (True, False)
    >>> max(sample - place for place, sample in enumerate(order))
    2

    A buffer of one sample does not shuffle at all.

    >>> list(Buffered(range(7), size=1))
    [0, 1, 2, 3, 4, 5, 6]
    """


def length_by_hand():
    """``len(loader)`` for an ``IterableDataset`` asks its ``__len__``; one that is too small only brings warnings.

    Define ``__len__`` where you know the number of samples, for a progress bar or for a schedule of learning rates.

    >>> import torch, warnings
    >>> from torch.utils.data import DataLoader, IterableDataset
    >>> class Numbers(IterableDataset):
    ...     def __iter__(self):
    ...         yield from range(5)
    >>> len(DataLoader(Numbers()))
    Traceback (most recent call last):
        ...
    TypeError: object of type 'Numbers' has no len()
    >>> class Counted(Numbers):
    ...     def __len__(self):
    ...         return 5
    >>> len(DataLoader(Counted())), len(DataLoader(Counted(), batch_size=2))
    (5, 3)

    Here ``__len__`` promises 3 samples, and 5 arrive, each as a batch. The warning comes with the fourth, and again
    with the fifth.

    >>> class Wrong(Numbers):
    ...     def __len__(self):
    ...         return 3
    >>> loader = DataLoader(Wrong())
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(len(loader), list(loader))
    3 [tensor([0]), tensor([1]), tensor([2]), tensor([3]), tensor([4])]
    >>> for warning in caught:
    ...     print(warning.category.__name__, warning.message)  # doctest: +ELLIPSIS
    UserWarning Length of IterableDataset ... was reported to be 3..., but 4 samples have been fetched...
    UserWarning Length of IterableDataset ... was reported to be 3..., but 5 samples have been fetched...
    """


def chained():
    """``ChainDataset([a, b])``, or ``a + b``, yields all of one iterable data set and then all of the next.

    It takes iterable data sets only; for those with indices there is ``ConcatDataset``, which in turn refuses these.

    >>> import torch
    >>> from torch.utils.data import ChainDataset, ConcatDataset, DataLoader, IterableDataset
    >>> class Numbers(IterableDataset):
    ...     def __init__(self, *numbers):
    ...         self.numbers = numbers
    ...     def __iter__(self):
    ...         yield from self.numbers
    >>> a, b = Numbers(1, 2, 3), Numbers(40, 50)
    >>> chain = ChainDataset([a, b])
    >>> list(chain)
    [1, 2, 3, 40, 50]
    >>> list(DataLoader(chain, batch_size=2))
    [tensor([1, 2]), tensor([ 3, 40]), tensor([50])]
    >>> type(a + b).__name__, list(b + a)
    ('ChainDataset', [40, 50, 1, 2, 3])
    >>> list(ChainDataset([a, "text"]))
    Traceback (most recent call last):
        ...
    AssertionError: ChainDataset only supports IterableDataset
    >>> ConcatDataset(["text", a])
    Traceback (most recent call last):
        ...
    AssertionError: ConcatDataset does not support IterableDataset
    """


def one_copy_per_worker():
    """Each worker has its own copy of an ``IterableDataset``, so two workers deliver every sample twice.

    Indices can be shared out among workers by the loader; a stream cannot. Nobody but your ``__iter__`` can divide it.

    >>> import torch, warnings
    >>> from torch.utils.data import DataLoader, IterableDataset, get_worker_info
    >>> class Numbers(IterableDataset):
    ...     def __iter__(self):
    ...         yield from range(5)
    >>> def two_workers(dataset):
    ...     with warnings.catch_warnings(action="ignore"):  # on one CPU core, torch warns that two workers are many
    ...         return sorted(DataLoader(dataset, batch_size=None, num_workers=2, multiprocessing_context="fork"))
    >>> list(DataLoader(Numbers(), batch_size=None))
    [0, 1, 2, 3, 4]
    >>> two_workers(Numbers())
    [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]

    ``get_worker_info()`` says which worker of how many is asking. Let each take every second sample: worker 0 from the
    first on, worker 1 from the second on. In the main process it returns ``None``.

    >>> class Divided(IterableDataset):
    ...     def __iter__(self):
    ...         info = get_worker_info()
    ...         start, step = (0, 1) if info is None else (info.id, info.num_workers)
    ...         yield from range(start, 5, step)
    >>> two_workers(Divided())
    [0, 1, 2, 3, 4]
    >>> list(Divided())
    [0, 1, 2, 3, 4]
    >>> print(get_worker_info())
    None
    """
