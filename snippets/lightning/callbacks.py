"""Lightning callbacks and loggers

A callback is an object whose methods the ``Trainer`` calls during a run; saving, stopping early and noting the learning
rate are callbacks. A logger writes what ``self.log`` records. The first lines of each card silence three warnings of
Lightning that do not concern you, and ``quiet`` switches off what prints or writes files.
"""


def own_callback():
    """A ``Callback`` adds steps to the loop from outside; an overridden ``optimizer_step`` replaces one inside.

    A callback's methods have the names of the module's hooks and receive the Trainer and the module. The module itself
    may replace what Lightning does for it; its ``optimizer_step`` is called for every batch and must run the closure
    that it is given, for example by calling the original.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Counter(L.Callback):
    ...     def __init__(self):
    ...         self.epochs = []
    ...     def on_train_epoch_end(self, trainer, pl_module):
    ...         self.epochs.append((trainer.current_epoch, pl_module.w.item()))
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.steps = []
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    ...     def optimizer_step(self, epoch, batch_idx, optimizer, optimizer_closure):
    ...         super().optimizer_step(epoch, batch_idx, optimizer, optimizer_closure)
    ...         self.steps.append((epoch, batch_idx, self.w.item()))
    >>> net, counter, loader = Net(), Counter(), DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> L.Trainer(max_epochs=2, callbacks=[counter], accelerator="cpu", **quiet).fit(net, loader)
    >>> counter.epochs
    [(0, 7.0), (1, 4.0)]
    >>> net.steps
    [(0, 0, 9.0), (0, 1, 7.0), (1, 0, 6.0), (1, 1, 4.0)]
    """


def lambda_callback():
    """``LambdaCallback`` makes a callback out of single functions, without a class.

    Its arguments have the names of the hooks.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> from lightning.pytorch.callbacks import LambdaCallback
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> notes = []
    >>> callback = LambdaCallback(
    ...     on_train_start=lambda trainer, module: notes.append(("start", module.w.item())),
    ...     on_train_end=lambda trainer, module: notes.append(("end", module.w.item())),
    ... )
    >>> trainer = L.Trainer(max_epochs=3, callbacks=[callback], accelerator="cpu", **quiet)
    >>> trainer.fit(Net(), DataLoader(torch.tensor([[1.0, 3.0]])))
    >>> notes
    [('start', 10.0), ('end', 7.0)]
    """


def model_checkpoint():
    """``ModelCheckpoint(monitor=...)`` keeps the checkpoint of the best epoch, not of the last.

    ``monitor`` is a name that you logged. Smaller is better by default; say ``mode="max"`` for an accuracy.
    ``save_top_k`` keeps several. Here the validation loss is ``|w - 6|``: ``w`` goes 8, 6, 4, 2, so epoch 1 is the
    best.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import os
    >>> import tempfile
    >>> from lightning.pytorch.callbacks import ModelCheckpoint
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         self.log("val_loss", (self.w - 6).abs())
    ...     def test_step(self, batch, batch_idx):
    ...         self.log("w", self.w)
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[3.0, 5.0]]))
    >>> folder = tempfile.TemporaryDirectory()
    >>> keeper = ModelCheckpoint(dirpath=folder.name, filename="{epoch}-{val_loss:.1f}", monitor="val_loss")
    >>> options = quiet | {"enable_checkpointing": True, "callbacks": [keeper]}
    >>> trainer = L.Trainer(max_epochs=4, accelerator="cpu", **options)
    >>> trainer.fit(net, loader, loader)
    >>> os.listdir(folder.name)
    ['epoch=1-val_loss=0.0.ckpt']
    >>> os.path.basename(keeper.best_model_path), keeper.best_model_score
    ('epoch=1-val_loss=0.0.ckpt', tensor(0.))
    >>> net.w.item(), Net.load_from_checkpoint(keeper.best_model_path).w.item()
    (2.0, 6.0)

    ``trainer.test(ckpt_path="best")`` loads that checkpoint too. With the model as argument, you test the last weights.

    >>> trainer.test(net, loader, verbose=False)
    [{'w': 2.0}]
    >>> with folder:
    ...     trainer.test(dataloaders=loader, ckpt_path="best", verbose=False)
    [{'w': 6.0}]
    """


def early_stopping():
    """``EarlyStopping`` ends the run when a logged value has not improved for ``patience`` checks.

    It needs the name to watch, and ``mode="max"`` where larger is better. Here the validation loss is ``|w - 6|``, best
    in epoch 1; with ``patience=3``, the run goes on for epochs 2, 3 and 4 and then stops. The weights are those of the
    last epoch: combine it with ``ModelCheckpoint`` to keep the best.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> from lightning.pytorch.callbacks import EarlyStopping
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         self.log("val_loss", (self.w - 6).abs())
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[3.0, 5.0]]))
    >>> stopper = EarlyStopping(monitor="val_loss", patience=3)
    >>> trainer = L.Trainer(max_epochs=100, callbacks=[stopper], accelerator="cpu", **quiet)
    >>> trainer.fit(net, loader, loader)
    >>> trainer.current_epoch, stopper.stopped_epoch, stopper.best_score
    (5, 4, tensor(0.))
    >>> net.w.item()
    0.0

    A name that nobody logs is an error, not a run without stopping.

    >>> stopper = EarlyStopping(monitor="validation_loss")
    >>> trainer = L.Trainer(max_epochs=100, callbacks=[stopper], accelerator="cpu", **quiet)
    >>> trainer.fit(Net(), loader, loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Early stopping conditioned on metric `validation_loss` which is not available. ... `val_loss`
    """


def csv_logger():
    """A ``CSVLogger`` writes what ``self.log`` records to ``metrics.csv``; other loggers take the same calls.

    ``log_every_n_steps`` says how often training values are written; it is 50 by default, so a short run may write
    none. Exchange the logger for a ``TensorBoardLogger``, and the module stays as it is.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import os
    >>> import pathlib
    >>> import tempfile
    >>> from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         loss = self.w * batch.mean()
    ...         self.log("train_loss", loss)
    ...         return loss
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> def files(logger):
    ...     options = quiet | {"logger": logger, "log_every_n_steps": 1}
    ...     L.Trainer(max_epochs=2, accelerator="cpu", **options).fit(Net(), loader)
    ...     return [name.split(".")[0] for name in sorted(os.listdir(logger.log_dir))]
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     logger = CSVLogger(folder, name="run")
    ...     print(os.path.relpath(logger.log_dir, folder), files(logger))
    ...     print(pathlib.Path(logger.log_dir, "metrics.csv").read_text())
    ...     print(files(TensorBoardLogger(folder, name="board")))
    run/version_0 ['metrics']
    epoch,step,train_loss
    0,0,20.0
    0,1,36.0
    1,2,14.0
    1,3,24.0
    <BLANKLINE>
    ['events', 'hparams']
    """


def learning_rate_monitor():
    """``LearningRateMonitor`` writes the learning rate of every optimizer to the logger.

    Without a logger there is nothing to write to, and it refuses to run. ``logging_interval`` is ``"epoch"`` or
    ``"step"``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import pathlib
    >>> import tempfile
    >>> from lightning.pytorch.callbacks import LearningRateMonitor
    >>> from lightning.pytorch.loggers import CSVLogger
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         optimizer = torch.optim.SGD(self.parameters(), lr=0.5)
    ...         scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    ...         return {"optimizer": optimizer, "lr_scheduler": scheduler}
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> net, monitor = Net(), LearningRateMonitor(logging_interval="epoch")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     logger = CSVLogger(folder)
    ...     options = quiet | {"logger": logger, "log_every_n_steps": 1, "callbacks": [monitor]}
    ...     L.Trainer(max_epochs=3, accelerator="cpu", **options).fit(net, loader)
    ...     print(pathlib.Path(logger.log_dir, "metrics.csv").read_text())
    lr-SGD,step
    0.5,0
    0.25,2
    0.125,4
    <BLANKLINE>
    >>> net.w.item()
    4.75
    >>> trainer = L.Trainer(max_epochs=3, callbacks=[monitor], accelerator="cpu", **quiet)
    >>> trainer.fit(Net(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning...MisconfigurationException: Cannot use `LearningRateMonitor` callback with `Trainer` that has no logger.
    """


def order_of_callbacks():
    """Callbacks run in the order of the list, and before the module's own hook; checkpoints always come last.

    Lightning moves ``ModelCheckpoint`` to the end, so that what other callbacks change is saved too.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> from lightning.pytorch.callbacks import ModelCheckpoint
    >>> calls = []
    >>> class Note(L.Callback):
    ...     def __init__(self, name):
    ...         self.name = name
    ...     @property
    ...     def state_key(self):
    ...         return self.name
    ...     def on_train_epoch_end(self, trainer, pl_module):
    ...         calls.append(self.name)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def on_train_epoch_end(self):
    ...         calls.append("module")
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> trainer = L.Trainer(max_epochs=1, callbacks=[Note("second"), Note("first")], accelerator="cpu", **quiet)
    >>> net = Net()
    >>> trainer.fit(net, loader)
    >>> calls, net.w.item()
    (['second', 'first', 'module'], 9.0)
    >>> options = quiet | {"enable_checkpointing": True, "callbacks": [ModelCheckpoint(), Note("note")]}
    >>> [type(callback).__name__ for callback in L.Trainer(accelerator="cpu", **options).callbacks]
    ['Note', 'ModelCheckpoint']
    """
