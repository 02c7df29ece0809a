"""Data for a Lightning run

Lightning takes loaders as arguments of ``fit``, from methods of the module, or from a ``LightningDataModule``, which
keeps all steps of the data in one class. The first lines of each card silence warnings of Lightning that do not concern
you, and ``quiet`` switches off what prints or writes files.
"""


def prepare_and_setup():
    """``prepare_data`` runs first and only fetches files; ``setup(stage)`` runs after it and assigns the data sets.

    Often written: ``prepare_data`` downloads, splits and assigns ``self.train_data``. With several processes, it runs
    in one of them per machine, so the others would miss what it assigned. ``setup`` runs in all of them. ``stage`` says
    for what: ``"fit"``, ``"validate"``, ``"test"`` or ``"predict"``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> calls = []
    >>> class Numbers(L.LightningDataModule):
    ...     def prepare_data(self):
    ...         calls.append("prepare_data: download to disk")
    ...     def setup(self, stage):
    ...         calls.append("setup " + stage + ": load, split, transform")
    ...         self.train_data = torch.tensor([1.0, 3.0, 2.0, 6.0])
    ...     def train_dataloader(self):
    ...         calls.append("train_dataloader: batches")
    ...         return DataLoader(self.train_data, batch_size=2)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, numbers = Net(), Numbers()
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, datamodule=numbers)
    >>> print(*calls, sep="\\n")
    prepare_data: download to disk
    setup fit: load, split, transform
    train_dataloader: batches
    >>> net.w.item()
    4.0

    One process per machine prepares, unless you say once for all machines.

    >>> numbers.prepare_data_per_node
    True
    """


def data_module():
    """A ``LightningDataModule`` holds the data, so the same ``LightningModule`` can run on other data.

    Often written: the ``LightningModule`` defines the data too. It may, but then the class has to change with the
    data. Put structure, loss and optimizer into one class, the data into the other, and combine them in ``fit``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def test_step(self, batch, batch_idx):
    ...         self.log("mean", batch.mean())
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> class Numbers(L.LightningDataModule):
    ...     def __init__(self, scale):
    ...         super().__init__()
    ...         self.numbers = scale * torch.tensor([1.0, 3.0, 2.0, 6.0])
    ...     def train_dataloader(self):
    ...         return DataLoader(self.numbers[:2], batch_size=2)
    ...     def test_dataloader(self):
    ...         return DataLoader(self.numbers[2:])
    >>> for scale in (1, 5):
    ...     net, numbers = Net(), Numbers(scale)
    ...     trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    ...     trainer.fit(net, datamodule=numbers)
    ...     print(net.w.item(), trainer.test(net, datamodule=numbers, verbose=False))
    9.0 [{'mean': 4.0}]
    5.0 [{'mean': 20.0}]

    You can also use it without a Trainer: its methods return plain loaders.

    >>> next(iter(numbers.train_dataloader()))
    tensor([ 5., 15.])
    """


def train_loader():
    """``fit`` takes the loader that you pass; without one, it calls the module's ``train_dataloader``.

    The method keeps data and model in one class. Where both are given, the loader that you pass comes first: below, the
    second run sees 8 and none of the module's own numbers.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.train_data, self.batch_size = torch.tensor([1.0, 3.0, 2.0, 6.0]), 2
    ...     def train_dataloader(self):
    ...         return DataLoader(self.train_data, batch_size=self.batch_size)
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> own = Net()
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(own)
    >>> own.w.item()
    7.0
    >>> passed = Net()
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(passed, DataLoader(torch.tensor([8.0])))
    >>> passed.w.item()
    6.0

    With neither, ``fit`` stops.

    >>> del Net.train_dataloader
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(Net())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning...MisconfigurationException: `train_dataloader` must be implemented to be used with the Lightning Trainer
    """


def val_loader():
    """The validation loader runs for at most two batches before training, as a check, and in full after every epoch.

    The check finds a fault in ``validation_step`` at once instead of after a long first epoch.
    ``trainer.sanity_checking`` tells you when it runs; values logged then are thrown away.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.calls = []
    ...     def val_dataloader(self):
    ...         return DataLoader(torch.tensor([5.0, 7.0, 9.0]))
    ...     def training_step(self, batch, batch_idx):
    ...         self.calls.append("train")
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         self.calls.append(("check" if self.trainer.sanity_checking else "val", batch.item()))
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.calls[:2]
    [('check', 5.0), ('check', 7.0)]
    >>> net.calls[2:6]
    ['train', ('val', 5.0), ('val', 7.0), ('val', 9.0)]
    >>> net.calls[6:]
    ['train', ('val', 5.0), ('val', 7.0), ('val', 9.0)]
    >>> net.w.item()
    8.0

    ``check_val_every_n_epoch=2`` validates after every second epoch only, here after the second of three.

    >>> net = Net()
    >>> options = {"num_sanity_val_steps": 0, "check_val_every_n_epoch": 2}
    >>> L.Trainer(max_epochs=3, accelerator="cpu", **options, **quiet).fit(net, loader)
    >>> net.calls
    ['train', 'train', ('val', 5.0), ('val', 7.0), ('val', 9.0), 'train']
    """


def test_loader():
    """``trainer.test`` alone uses the test loader; ``fit`` never asks for it.

    Keep the test data out of every decision about the training. Lightning does not touch it before you call ``test``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.asked = []
    ...     def train_dataloader(self):
    ...         self.asked.append("train")
    ...         return DataLoader(torch.tensor([[1.0, 3.0]]))
    ...     def test_dataloader(self):
    ...         self.asked.append("test")
    ...         return DataLoader(torch.tensor([[5.0, 7.0, 15.0]]))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def test_step(self, batch, batch_idx):
    ...         self.log("test_mean", batch.mean())
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net = Net()
    >>> trainer = L.Trainer(max_epochs=2, accelerator="cpu", **quiet)
    >>> trainer.fit(net)
    >>> net.asked
    ['train']
    >>> net.w.item()
    8.0
    >>> trainer.test(net, verbose=False)
    [{'test_mean': 9.0}]
    >>> net.asked
    ['train', 'test']
    """


def several_val_loaders():
    """Given a list of validation loaders, ``validation_step`` gets ``dataloader_idx``, and each value its own name.

    You need it to follow the model on two sets of data, for example an easy and a hard one.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def validation_step(self, batch, batch_idx, dataloader_idx):
    ...         self.log("mean", batch.mean())
    >>> easy = DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> hard = DataLoader(torch.tensor([10.0, 15.0]))
    >>> L.Trainer(accelerator="cpu", **quiet).validate(Net(), [easy, hard], verbose=False)
    [{'mean/dataloader_idx_0': 3.0}, {'mean/dataloader_idx_1': 12.5}]
    """


def from_datasets():
    """``LightningDataModule.from_datasets`` wraps data sets in loaders and shuffles only the training set.

    It saves you the class when you have the data sets already and need no preparation. Its loaders copy batches to
    pinned memory, from which a GPU can fetch them by itself, and warn where there is no GPU.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> warnings.filterwarnings("ignore", message=".*pin_memory")
    >>> from torch.utils.data import RandomSampler, SequentialSampler, TensorDataset
    >>> train, val = TensorDataset(torch.arange(10)), TensorDataset(torch.arange(10, 16))
    >>> numbers = L.LightningDataModule.from_datasets(train_dataset=train, val_dataset=val, batch_size=4)
    >>> [batch.tolist() for (batch,) in numbers.val_dataloader()]
    [[10, 11, 12, 13], [14, 15]]
    >>> type(numbers.val_dataloader().sampler) is SequentialSampler
    True
    >>> loader = numbers.train_dataloader()
    >>> type(loader.sampler) is RandomSampler, loader.pin_memory
    (True, True)
    >>> sorted(torch.cat([batch for (batch,) in loader]).tolist())
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    >>> [len(batch) for (batch,) in loader]
    [4, 4, 2]
    """


def loader_for_prediction():
    """``trainer.predict`` returns a list with the result of ``predict_step`` for each batch, in the loader's order.

    Do not shuffle the loader for predictions, or you cannot tell which result belongs to which sample. Join the batches
    with ``torch.cat``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def predict_step(self, batch, batch_idx):
    ...         return batch * 10 + batch_idx
    >>> class Numbers(L.LightningDataModule):
    ...     def predict_dataloader(self):
    ...         return DataLoader(torch.tensor([3, 1, 2]), batch_size=2)
    >>> results = L.Trainer(accelerator="cpu", **quiet).predict(Net(), datamodule=Numbers())
    >>> results
    [tensor([30, 10]), tensor([21])]
    >>> torch.cat(results)
    tensor([30, 10, 21])
    """
