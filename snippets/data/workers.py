"""Worker processes

With ``num_workers`` above 0 a loader reads samples in other processes. These cards show what a worker knows, what it
cannot tell the main process, and how its errors reach you. They use one worker, started with ``fork``, which is the
default on Linux up to Python 3.13.
"""


def worker_info():
    """``get_worker_info()`` is ``None`` in the main process and, in a worker, says which of how many workers it is.

    ``id`` counts from 0. ``dataset`` is this worker's own copy, so a worker can change it without touching the others.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset, get_worker_info
    >>> class WhoReads(Dataset):
    ...     def __len__(self):
    ...         return 3
    ...     def __getitem__(self, idx):
    ...         info = get_worker_info()
    ...         if info is None:
    ...             return f"{idx}: main process"
    ...         return f"{idx}: worker {info.id} of {info.num_workers}, copy of {len(info.dataset)} samples"
    >>> list(DataLoader(WhoReads(), batch_size=None))
    ['0: main process', '1: main process', '2: main process']
    >>> for line in DataLoader(WhoReads(), batch_size=None, num_workers=1, multiprocessing_context="fork"):
    ...     print(line)
    0: worker 0 of 1, copy of 3 samples
    1: worker 0 of 1, copy of 3 samples
    2: worker 0 of 1, copy of 3 samples
    >>> print(get_worker_info())
    None
    """


def changes_stay_in_the_worker():
    """A worker has its own copy of the data set: what ``__getitem__`` changes there, the main process never sees.

    Counters, caches and lists that a data set fills while it is read work with ``num_workers=0`` and stay empty with
    workers.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Counting(Dataset):
    ...     def __init__(self):
    ...         self.reads = 0
    ...     def __len__(self):
    ...         return 4
    ...     def __getitem__(self, idx):
    ...         self.reads += 1
    ...         return self.reads
    >>> dataset = Counting()
    >>> list(DataLoader(dataset, batch_size=3))
    [tensor([1, 2, 3]), tensor([4])]
    >>> dataset.reads
    4

    The copy is made when the loop starts. It begins with the 4 of the main process, counts on, and is gone with the
    worker.

    >>> list(DataLoader(dataset, batch_size=3, num_workers=1, multiprocessing_context="fork"))
    [tensor([5, 6, 7]), tensor([8])]
    >>> dataset.reads
    4
    """


def errors_in_workers():
    """An exception in a worker is raised again in your loop, as the same type, with the worker's own traceback as text.

    The first line of the message names the worker. The line to look for is at the end of the text.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Broken(Dataset):
    ...     def __len__(self):
    ...         return 3
    ...     def __getitem__(self, idx):
    ...         return 10 / (1 - idx)
    >>> len(Broken()), next(iter(DataLoader(Broken())))
    (3, tensor([10.], dtype=torch.float64))
    >>> try:
    ...     list(DataLoader(Broken(), num_workers=1, multiprocessing_context="fork"))
    ... except ZeroDivisionError as error:
    ...     lines = str(error.with_traceback(None)).strip().splitlines()  # a kept traceback keeps the worker running
    >>> print(lines[0])
    Caught ZeroDivisionError in DataLoader worker process 0.
    >>> print(lines[1])
    Original Traceback (most recent call last):
    >>> print(lines[-1])
    ZeroDivisionError: division by zero

    Set ``num_workers=0`` to debug: the exception then comes straight from your line.

    >>> list(DataLoader(Broken()))
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    """


def timeouts():
    """``timeout=`` limits how long the loop waits for a batch of its workers, and then raises ``RuntimeError``.

    The default of 0 waits for ever. The limit is in seconds, and only workers can be waited for.

    >>> import torch, time
    >>> from torch.utils.data import DataLoader, Dataset
    >>> seconds = 0.4
    >>> class Slow(Dataset):
    ...     def __len__(self):
    ...         return 1
    ...     def __getitem__(self, idx):
    ...         time.sleep(seconds)
    ...         return idx + 7
    >>> list(DataLoader(Slow()))
    [tensor([7])]
    >>> list(DataLoader(Slow(), num_workers=1, timeout=seconds / 4, multiprocessing_context="fork"))
    Traceback (most recent call last):
        ...
    RuntimeError: DataLoader timed out after 0.1 seconds
    >>> next(iter(DataLoader(Slow(), timeout=seconds)))
    Traceback (most recent call last):
        ...
    AssertionError: _SingleProcessDataLoaderIter requires timeout == 0
    >>> DataLoader(Slow(), timeout=-seconds)
    Traceback (most recent call last):
        ...
    ValueError: timeout option should be non-negative
    """


def init_function():
    """``worker_init_fn`` is called once in each worker, with its number, before the first sample is read.

    Use it to open a file or to set up a library in the worker. Here it sets an attribute of the worker's copy of the
    data set; in the main process the attribute keeps its value.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset, get_worker_info
    >>> class Shifted(Dataset):
    ...     shift = 0
    ...     def __len__(self):
    ...         return 3
    ...     def __getitem__(self, idx):
    ...         return idx + self.shift
    >>> def prepare(worker_id):
    ...     get_worker_info().dataset.shift = 100 * (worker_id + 1)
    >>> dataset = Shifted()
    >>> options = dict(batch_size=2, num_workers=1, multiprocessing_context="fork")
    >>> list(DataLoader(dataset, **options))
    [tensor([0, 1]), tensor([2])]
    >>> list(DataLoader(dataset, worker_init_fn=prepare, **options))
    [tensor([100, 101]), tensor([102])]
    >>> dataset.shift
    0
    """


def seeds_of_workers():
    """Each worker has a seed of its own, drawn from the loader's generator plus the worker's number.

    So random transforms differ between workers and between epochs, and a seeded generator repeats them all.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset, get_worker_info
    >>> class Noise(Dataset):
    ...     def __len__(self):
    ...         return 4
    ...     def __getitem__(self, idx):
    ...         return torch.randperm(50), torch.initial_seed() == get_worker_info().seed
    >>> def two_epochs(seed):
    ...     generator = torch.Generator().manual_seed(seed)
    ...     loader = DataLoader(Noise(), batch_size=len(Noise()), generator=generator, num_workers=1,
    ...                         multiprocessing_context="fork")
    ...     return [batch for epoch in range(2) for batch in loader]
    >>> (first, own_seed), (second, _) = two_epochs(seed=3)
    >>> own_seed
    tensor([True, True, True, True])
    >>> first.shape, torch.equal(first, second)
    (torch.Size([4, 50]), False)
    >>> (again, _), _ = two_epochs(seed=3)
    >>> torch.equal(first, again)
    True
    """


def persistent_workers():
    """With ``persistent_workers=True`` the workers live on from epoch to epoch; otherwise each epoch starts new ones.

    A process can be told by its number. Two epochs of two samples are four reads, in two processes or in one.

    >>> import torch, os
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class ProcessNumber(Dataset):
    ...     def __len__(self):
    ...         return 2
    ...     def __getitem__(self, idx):
    ...         return os.getpid()
    >>> def processes(persistent):
    ...     loader = DataLoader(ProcessNumber(), num_workers=1, persistent_workers=persistent,
    ...                         multiprocessing_context="fork")
    ...     return [number.item() for epoch in range(2) for number in loader]
    >>> renewed = processes(persistent=False)
    >>> len(renewed), len(set(renewed))
    (4, 2)
    >>> kept = processes(persistent=True)
    >>> len(kept), len(set(kept)), os.getpid() in kept
    (4, 1, False)
    """


def options_for_workers():
    """``prefetch_factor``, ``persistent_workers`` and ``multiprocessing_context`` are refused with ``num_workers=0``.

    They describe workers, so there must be some. A worker loads ``prefetch_factor`` batches ahead, 2 if you do not say.
    Making the loader starts no process; a loop over it does.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> loader = DataLoader("abc", num_workers=1)
    >>> loader.num_workers, loader.prefetch_factor
    (1, 2)
    >>> DataLoader("abc", num_workers=loader.num_workers, prefetch_factor=5).prefetch_factor
    5
    >>> DataLoader("abc", prefetch_factor=loader.prefetch_factor)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: prefetch_factor option could only be specified in multiprocessing....
    >>> DataLoader("abc", persistent_workers=True)
    Traceback (most recent call last):
        ...
    ValueError: persistent_workers option needs num_workers > 0
    >>> DataLoader("abc", multiprocessing_context="fork")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: multiprocessing_context can only be used with multi-process loading (num_workers > 0), ...
    >>> DataLoader("abc", num_workers=-loader.num_workers)
    Traceback (most recent call last):
        ...
    ValueError: num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.
    """


def writing_from_another_process():
    """What a forked process writes into a shared tensor, this process sees; in its copy of an ordinary one, it does not.

    ``torch.multiprocessing`` starts a process with ``Process``. After ``join`` it has ended. A forked process is a copy
    of this one, ordinary tensors included. With ``"spawn"`` tensors in ``args`` are moved into shared memory first.

    >>> import torch
    >>> import torch.multiprocessing as mp
    >>> shared = torch.tensor([1, 2, 3]).share_memory_()
    >>> private = torch.tensor([1, 2, 3])
    >>> def write(*tensors):
    ...     for tensor in tensors:
    ...         tensor += 40
    >>> process = mp.get_context("fork").Process(target=write, args=(shared, private))
    >>> process.start()
    >>> process.join()
    >>> process.exitcode
    0
    >>> shared
    tensor([41, 42, 43])
    >>> private
    tensor([1, 2, 3])

    ``+=`` on a shared tensor is not protected: two processes that add at the same time may lose an addition. The way
    in which tensors are shared has a name, and the operating system decides which there are.

    >>> mp.get_sharing_strategy() in mp.get_all_sharing_strategies()
    True
    >>> "file_system" in mp.get_all_sharing_strategies()
    True
    """
