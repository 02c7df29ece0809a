"""Data sets and loaders

``torch.utils.data`` separates two jobs: a data set knows single samples, a loader makes batches of them. These cards
show the parts and how they fit together. You need them before your first training loop over mini-batches.
"""


def utils_data():
    """``DataLoader`` is in ``torch.utils.data``, not in ``torch.utils``, beside other classes and a few functions.

    Often written: "mini-batch utility functions". Ask for each name what it is. Most are classes, of which you make an
    object; three of these nine are functions, which you call.

    >>> import torch, inspect
    >>> import torch.utils.data as data
    >>> names = ["Dataset", "TensorDataset", "Subset", "ConcatDataset", "DataLoader", "RandomSampler"]
    >>> names += ["random_split", "default_collate", "get_worker_info"]
    >>> [name for name in names if inspect.isclass(getattr(data, name))]
    ['Dataset', 'TensorDataset', 'Subset', 'ConcatDataset', 'DataLoader', 'RandomSampler']
    >>> [name for name in names if inspect.isfunction(getattr(data, name))]
    ['random_split', 'default_collate', 'get_worker_info']

    Also often written: ``torch.utils.DataLoader``, or ``torch.utill``. Neither name exists.

    >>> torch.utils.DataLoader
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.utils' has no attribute 'DataLoader'
    >>> torch.utill
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch' has no attribute 'utill'

    Together: a data set of five samples, and a loader that takes two at a time.

    >>> x = torch.arange(15).view(5, 3)
    >>> y = torch.arange(5)
    >>> loader = data.DataLoader(data.TensorDataset(x, y), batch_size=2)
    >>> [tuple(x_batch.shape) for x_batch, y_batch in loader]
    [(2, 3), (2, 3), (1, 3)]
    """


def dataset_and_loader():
    """A ``Dataset`` answers ``len()`` and ``[i]``; a ``DataLoader`` takes one and delivers batches of its samples.

    You write the first, for your data. The second is ready-made and fits every data set.

    >>> import torch
    >>> from torch.utils.data import DataLoader, Dataset
    >>> class Squares(Dataset):
    ...     def __len__(self):
    ...         return 5
    ...     def __getitem__(self, idx):
    ...         return idx ** 2
    >>> dataset = Squares()
    >>> dataset[3]
    9
    >>> loader = DataLoader(dataset, batch_size=2)
    >>> list(loader)
    [tensor([0, 1]), tensor([4, 9]), tensor([16])]
    >>> loader.dataset is dataset
    True
    >>> isinstance(loader, Dataset)
    False

    The loader looks for the two methods, not for the class. A plain list has both.

    >>> list(DataLoader([10, 20, 30], batch_size=2))
    [tensor([10, 20]), tensor([30])]
    """


def tensor_dataset():
    """``TensorDataset(x, y)[i]`` is the tuple ``(x[i], y[i])``, so all its tensors need the same first size.

    It is the shortest way from tensors to a loader: no class to write. It is one ready-made data set among several, not
    a default that you would get without asking.

    >>> import torch
    >>> from torch.utils.data import TensorDataset
    >>> x = torch.tensor([[73.0, 80.0], [93.0, 88.0], [89.0, 91.0]])
    >>> y = torch.tensor([152.0, 185.0, 180.0])
    >>> dataset = TensorDataset(x, y)
    >>> len(dataset)
    3
    >>> dataset[1]
    (tensor([93., 88.]), tensor(185.))

    It takes any number of tensors. With one alone, a sample is still a tuple, so a loop needs ``for (x,) in ...``. A
    slice takes several rows at once.

    >>> TensorDataset(x)[2]
    (tensor([89., 91.]),)
    >>> TensorDataset(x, y, y)[2]
    (tensor([89., 91.]), tensor(180.), tensor(180.))
    >>> dataset[:]
    (tensor([[73., 80.],
            [93., 88.],
            [89., 91.]]), tensor([152., 185., 180.]))

    Two targets for three rows do not fit.

    >>> TensorDataset(x, y[:2])
    Traceback (most recent call last):
        ...
    AssertionError: Size mismatch between tensors

    Nothing is copied: what you change in ``x`` later, the data set shows.

    >>> x[1, 0] = 7
    >>> dataset[1]
    (tensor([ 7., 88.]), tensor(185.))
    """


def several_data_sets():
    """For ready tensors take ``TensorDataset``; for parts or sums of data sets take ``Subset`` and ``ConcatDataset``.

    All of them are data sets again, so they nest, and a loader takes each of them.

    >>> import torch
    >>> from torch.utils.data import ConcatDataset, DataLoader, Dataset, Subset, TensorDataset
    >>> small = TensorDataset(torch.tensor([1, 2, 3]))
    >>> large = TensorDataset(torch.tensor([10, 20, 30]))
    >>> print(*Subset(large, [2, 1]))
    (tensor(30),) (tensor(20),)
    >>> both = ConcatDataset([small, large, Subset(large, [2, 1])])
    >>> [isinstance(dataset, Dataset) for dataset in (small, both, "text")]
    [True, True, False]
    >>> len(both)
    8
    >>> [x for (x,) in DataLoader(both, batch_size=5)]
    [tensor([ 1,  2,  3, 10, 20]), tensor([30, 30, 20])]
    """


def parallel_loading():
    """``num_workers=1`` loads in another process and delivers the same samples in the same order as ``num_workers=0``.

    With the default of 0, the process that trains also reads the data. Workers read ahead while it trains; they can
    be worth their start-up time when a sample takes long to read. Batch size, shuffling and workers are independent
    arguments of one loader.

    Each sample here also says whether it was made in the process that runs this example. The filter silences a warning
    of newer Pythons, which do not like the way the worker is started.

    >>> import torch, os, warnings
    >>> warnings.filterwarnings("ignore", message=".*use of fork")
    >>> from torch.utils.data import DataLoader, Dataset
    >>> main = os.getpid()
    >>> class Squares(Dataset):
    ...     def __len__(self):
    ...         return 5
    ...     def __getitem__(self, idx):
    ...         return idx ** 2, os.getpid() == main
    >>> DataLoader(Squares()).num_workers
    0
    >>> for squares, in_main in DataLoader(Squares(), batch_size=3):
    ...     print(squares, in_main)
    tensor([0, 1, 4]) tensor([True, True, True])
    tensor([ 9, 16]) tensor([True, True])
    >>> for squares, in_main in DataLoader(Squares(), batch_size=3, num_workers=1, multiprocessing_context="fork"):
    ...     print(squares, in_main)
    tensor([0, 1, 4]) tensor([False, False, False])
    tensor([ 9, 16]) tensor([False, False])

    ``multiprocessing_context="fork"`` starts the worker as a copy of this process. On Linux with Python up to 3.13 that
    is the default. In a script that runs on Windows or macOS too, leave it out and put the loop below
    ``if __name__ == "__main__":``.
    """
