"""The DataLoader

A ``DataLoader`` draws indices, asks the data set for these samples and collates them into a batch. These cards show its
arguments, what a loop over it delivers, and what it refuses.
"""


def usage():
    """``DataLoader(dataset, batch_size, shuffle=True)`` is iterated for batches; only ``dataset`` is required.

    ``batch_size`` may stand second without its name. Ten samples make batches of 4, 4 and 2; with ``drop_last=True``
    the short one is left out.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.arange(10))
    >>> loader = DataLoader(dataset, 4, shuffle=True)
    >>> [len(x) for (x,) in loader]
    [4, 4, 2]
    >>> [len(x) for (x,) in DataLoader(dataset, 4, drop_last=True)]
    [4, 4]

    An epoch is one pass over the data. In it every sample comes once, in an order drawn anew each time.

    >>> first, second = [torch.cat([x for (x,) in loader]) for epoch in range(2)]
    >>> first.sort().values
    tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    >>> second.sort().values
    tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    >>> torch.equal(first, second)
    False

    Often written with a gap, as ``batch_size = , shuffle = True``, or with ``suffle``. Neither runs. And without a data
    set there is nothing to load.

    >>> compile("DataLoader(dataset, batch_size = , shuffle = True)", "script.py", "exec")
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax
    >>> DataLoader(dataset, suffle=True)
    Traceback (most recent call last):
        ...
    TypeError: DataLoader.__init__() got an unexpected keyword argument 'suffle'
    >>> DataLoader()
    Traceback (most recent call last):
        ...
    TypeError: DataLoader.__init__() missing 1 required positional argument: 'dataset'
    """


def batch_size():
    """``batch_size`` is the number of samples in one batch, not the number of batches; the loader trains nothing.

    Often written: ``batch_size=i`` makes ``i`` mini-batches, or the batch size is the number of rows of the training
    set. Run it: with 10 samples, ``batch_size=4`` makes 3 batches, of 4, 4 and 2 rows.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.arange(30).view(10, 3))
    >>> loader = DataLoader(dataset, batch_size=4)
    >>> [tuple(x.shape) for (x,) in loader]
    [(4, 3), (4, 3), (2, 3)]
    >>> len(loader)
    3
    >>> len(loader.dataset)
    10

    ``drop_last=True`` throws the short batch away. That helps with a layer such as ``BatchNorm1d``, which cannot train
    on a batch of a single sample. The length of a loader is the quotient rounded up, or rounded down with
    ``drop_last``.

    >>> [len(x) for (x,) in DataLoader(dataset, batch_size=4, drop_last=True)]
    [4, 4]
    >>> five = range(5)
    >>> len(DataLoader(five, batch_size=2)), len(DataLoader(five, batch_size=2, drop_last=True))
    (3, 2)

    Without ``batch_size``, each batch holds one sample. With the size of the data set, there is one batch.

    >>> DataLoader(dataset).batch_size
    1
    >>> len(DataLoader(dataset)), len(DataLoader(dataset, batch_size=10))
    (10, 1)

    A batch size is at least 1.

    >>> DataLoader(dataset, batch_size=0)
    Traceback (most recent call last):
        ...
    ValueError: batch_size should be a positive integer value, but got batch_size=0
    """


def shuffle():
    """``shuffle=True`` draws a new order of indices for every epoch; pairs stay together, the data set stays as it is.

    Three epochs, three orders, each with all 20 samples.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> x = torch.arange(20)
    >>> dataset = TensorDataset(x, 10 * x)
    >>> loader = DataLoader(dataset, batch_size=8, shuffle=True)
    >>> epochs = [torch.cat([x_batch for x_batch, _ in loader]) for _ in range(3)]
    >>> len({tuple(epoch.tolist()) for epoch in epochs})
    3
    >>> [torch.equal(epoch.sort().values, x) for epoch in epochs]
    [True, True, True]

    What is shuffled are indices. So each ``x`` arrives with its own ``y``, and the tensors inside are not moved.

    >>> [(len(x_batch), torch.equal(y_batch, 10 * x_batch)) for x_batch, y_batch in loader]
    [(8, True), (8, True), (4, True)]
    >>> dataset[7]
    (tensor(7), tensor(70))

    The default is ``shuffle=False``: the order of the data set, which is what you want for validation.

    >>> [x_batch for x_batch, _ in DataLoader(dataset, batch_size=8)]
    [tensor([0, 1, 2, 3, 4, 5, 6, 7]), tensor([ 8,  9, 10, 11, 12, 13, 14, 15]), tensor([16, 17, 18, 19])]
    """


def iteration():
    """A ``for`` loop over a loader delivers batches; the loader itself is no iterator and takes no index.

    With the usual data sets a batch is a list: the inputs of all samples stacked, then the targets. ``enumerate``
    counts the batches from 0.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> x_train = torch.arange(15.0).view(5, 3)
    >>> y_train = 10 * torch.arange(5.0).view(5, 1)
    >>> loader = DataLoader(TensorDataset(x_train, y_train), batch_size=2)
    >>> for batch_idx, samples in enumerate(loader):
    ...     x_batch, y_batch = samples
    ...     print(batch_idx, type(samples), tuple(x_batch.shape), tuple(y_batch.shape))
    0 <class 'list'> (2, 3) (2, 1)
    1 <class 'list'> (2, 3) (2, 1)
    2 <class 'list'> (1, 3) (1, 1)
    >>> y_batch
    tensor([[40.]])

    Unpack into names of their own, as here. ``x_train, y_train = samples`` also runs, but afterwards ``x_train`` is the
    last batch and no longer your data.

    A loader can be looped over as often as you like; each loop begins at batch 0. For a single batch, make an iterator
    with ``iter``.

    >>> [i for epoch in range(2) for i, _ in enumerate(loader)]
    [0, 1, 2, 0, 1, 2]
    >>> next(iter(loader))
    [tensor([[0., 1., 2.],
            [3., 4., 5.]]), tensor([[ 0.],
            [10.]])]
    >>> next(loader)
    Traceback (most recent call last):
        ...
    TypeError: 'DataLoader' object is not an iterator
    >>> loader[0]
    Traceback (most recent call last):
        ...
    TypeError: 'DataLoader' object is not subscriptable
    """


def mini_or_full_batch():
    """Mini-batches change the training, not only the loop: more updates per epoch, each from another gradient.

    Often written: the same as training on the full batch, with one more loop. Count the updates in one epoch over ten
    samples. With ``batch_size=4`` there are three, with all ten in one batch there is one.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> x = torch.arange(10.0)
    >>> dataset = TensorDataset(x, 3 * x)
    >>> def one_epoch(batch_size):
    ...     w = torch.zeros(1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.01)
    ...     gradients = []
    ...     for x_batch, y_batch in DataLoader(dataset, batch_size=batch_size):
    ...         optimizer.zero_grad()
    ...         ((w * x_batch - y_batch) ** 2).mean().backward()
    ...         gradients.append(round(w.grad.item(), 2))
    ...         optimizer.step()
    ...     return gradients, round(w.item(), 3)
    >>> one_epoch(batch_size=len(x))
    ([-171.0], 1.71)
    >>> one_epoch(batch_size=4)
    ([-21.0, -175.77, -149.68], 3.465)

    The lists are the gradients, one for each update; the number after them is the weight at the end of the epoch. The
    goal is 3. Even the first gradients differ, although both start from ``w = 0``: the small batch has seen four
    samples only.
    """


def indices_not_data():
    """A loader holds a reference to the data set and draws indices; it keeps no samples and cuts nothing up.

    Often written: the loader keeps the whole training data. Here a data set writes down which index it is asked for.
    Making the loader reads nothing.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Noted(Dataset):
    ...     def __init__(self):
    ...         self.asked = []
    ...     def __len__(self):
    ...         return 5
    ...     def __getitem__(self, idx):
    ...         self.asked.append(idx)
    ...         return 10 * idx
    >>> dataset = Noted()
    >>> loader = DataLoader(dataset, batch_size=2)
    >>> loader.dataset is dataset
    True
    >>> dataset.asked
    []

    The first batch asks for its own two indices, and no more.

    >>> batches = iter(loader)
    >>> next(batches)
    tensor([ 0, 10])
    >>> dataset.asked
    [0, 1]

    The indices of the batches come from ``loader.batch_sampler``, which you may look at.

    >>> list(loader.batch_sampler)
    [[0, 1], [2, 3], [4]]
    >>> [type(s).__name__ for s in (loader.batch_sampler, loader.sampler, DataLoader(dataset, shuffle=True).sampler)]
    ['BatchSampler', 'SequentialSampler', 'RandomSampler']
    """


def seeded_order():
    """A loader with its own ``generator=`` draws its order from that generator alone, not from the global seed.

    So the order can be repeated whatever other random numbers the program draws. Of the seeds 6, 7 and 8 for the
    loader's generator, only 7 gives the first order again; the global seed makes no difference.
    ``batch_size=None`` asks for single samples.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> def order(own_seed, global_seed):
    ...     torch.manual_seed(global_seed)
    ...     generator = torch.Generator().manual_seed(own_seed)
    ...     return list(DataLoader(range(50), batch_size=None, shuffle=True, generator=generator))
    >>> first = order(own_seed=7, global_seed=8)
    >>> len(first)
    50
    >>> [order(own_seed=seed, global_seed=seed) == first for seed in range(6, 9)]
    [False, True, False]
    >>> [order(own_seed=7, global_seed=seed) == first for seed in range(6, 9)]
    [True, True, True]

    Without a generator, the order comes from the global one, which every ``torch.rand`` in between moves on.

    >>> def global_order(seed, draws):
    ...     torch.manual_seed(seed)
    ...     torch.rand(draws)
    ...     return list(DataLoader(range(50), batch_size=None, shuffle=True))
    >>> [global_order(seed, draws=1) == global_order(7, draws=1) for seed in range(6, 9)]
    [False, True, False]
    >>> [global_order(7, draws) == global_order(7, draws=1) for draws in range(3)]
    [False, True, False]

    Two epochs of one loader differ, since the generator moves on.

    >>> loader = DataLoader(range(50), batch_size=None, shuffle=True, generator=torch.Generator().manual_seed(7))
    >>> epochs = [list(loader) for epoch in range(2)]
    >>> [epoch == first for epoch in epochs]
    [True, False]
    """


def what_you_get_without_asking():
    """Given only a data set, a loader takes single samples in order, in this process, and leaves no batch out.

    The attributes carry the names of the arguments, so you can ask any loader how it was set up.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> loader = DataLoader(range(3))
    >>> loader.batch_size, loader.drop_last, loader.num_workers, loader.pin_memory, loader.timeout
    (1, False, 0, False, 0)
    >>> loader.prefetch_factor, loader.persistent_workers, loader.generator, loader.worker_init_fn
    (None, False, None, None)
    >>> loader.collate_fn is torch.utils.data.default_collate
    True
    >>> list(loader)
    [tensor([0]), tensor([1]), tensor([2])]

    What decides over the batches is fixed once the loader exists.

    >>> loader.batch_size = 2
    Traceback (most recent call last):
        ...
    ValueError: batch_size attribute should not be set after DataLoader is initialized
    >>> def is_fixed(name):
    ...     try:
    ...         setattr(loader, name, getattr(loader, name))
    ...     except ValueError:
    ...         return True
    ...     return False
    >>> names = ["dataset", "sampler", "batch_sampler", "drop_last", "persistent_workers", "num_workers", "collate_fn"]
    >>> [name for name in names if is_fixed(name)]
    ['dataset', 'sampler', 'batch_sampler', 'drop_last', 'persistent_workers']
    """


def contradictions():
    """``shuffle``, ``sampler`` and ``batch_sampler`` each decide the order, so a loader takes only one of them.

    A ``sampler`` yields one index after another, a ``batch_sampler`` yields lists of indices. ``shuffle`` makes a
    sampler for you.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> dataset = [10, 11, 12, 13, 14]
    >>> indices = [4, 0, 2]
    >>> batches = [[3], [1, 0, 4]]
    >>> list(DataLoader(dataset, batch_size=2, sampler=indices))
    [tensor([14, 10]), tensor([12])]
    >>> list(DataLoader(dataset, batch_sampler=batches))
    [tensor([13]), tensor([11, 10, 14])]
    >>> DataLoader(dataset, shuffle=True, sampler=indices)
    Traceback (most recent call last):
        ...
    ValueError: sampler option is mutually exclusive with shuffle
    >>> DataLoader(dataset, sampler=indices, batch_sampler=batches)
    Traceback (most recent call last):
        ...
    ValueError: batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last
    """


def without_batching():
    """``batch_size=None`` turns batching off: samples come one by one, without the extra first dimension.

    Compare ``batch_size=1``, which adds a dimension of size 1. Use ``None`` where the data set already returns whole
    batches, for example blocks of a large file.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.arange(6).view(2, 3))
    >>> [x for (x,) in DataLoader(dataset, batch_size=1)]
    [tensor([[0, 1, 2]]), tensor([[3, 4, 5]])]
    >>> [x for (x,) in DataLoader(dataset, batch_size=None)]
    [tensor([0, 1, 2]), tensor([3, 4, 5])]

    There is then no batch to cut short.

    >>> DataLoader(dataset, batch_size=None, drop_last=True)
    Traceback (most recent call last):
        ...
    ValueError: batch_size=None option disables auto-batching and is mutually exclusive with drop_last
    """


def pinned_batches():
    """``pin_memory=True`` leaves the batch on the CPU, in pinned memory if there is a GPU, and warns if there is none.

    Pinned memory is memory that the system keeps in its place. From there ``batch.to("cuda", non_blocking=True)`` can
    copy while the program goes on. Often written: the option moves the batch to the GPU. Ask for the device.

    >>> import torch, warnings
    >>> from torch.utils.data import DataLoader
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     batch, rest = DataLoader([3, 5, 8], batch_size=2, pin_memory=True)
    >>> batch, rest
    (tensor([3, 5]), tensor([8]))
    >>> batch.device
    device(type='cpu')
    >>> batch.is_pinned() == (torch.accelerator.is_available() and not torch.backends.mps.is_available())
    True

    Where there is no accelerator, or one that cannot use such memory, as on a Mac, a warning says so, and you get an
    ordinary batch. So exactly one of the two is true: the batch is pinned, or you were warned.

    >>> warned = any("'pin_memory' argument is set as true but" in str(w.message) for w in caught)
    >>> warned != batch.is_pinned()
    True
    """
