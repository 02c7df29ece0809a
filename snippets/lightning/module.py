"""A LightningModule

A ``LightningModule`` is an ``nn.Module`` that also says what one training step is and which optimizer to use; a
``Trainer`` runs the loop. You need these cards when you move a training loop to Lightning, or read old code that uses
it. Cards that train silence three warnings of Lightning that do not concern you, and ``quiet`` switches off what prints
or writes files.
"""


def purpose():
    """``Trainer.fit`` calls ``backward``, ``step`` and ``zero_grad``; a ``LightningModule`` contains none of them.

    Lightning is a layer above PyTorch: the model and the loss stay yours, the loop is written once, in ``Trainer.fit``.
    The loss here is ``w * mean(batch)``, so its gradient is the mean of the batch: 2, then 4.

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
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> net = Net()
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.w.item()
    7.0

    The same in plain PyTorch: 10 - 0.5 * 2 - 0.5 * 4.

    >>> by_hand = Net()
    >>> optimizer = by_hand.configure_optimizers()
    >>> for index, batch in enumerate(loader):
    ...     loss = by_hand.training_step(batch, index)
    ...     loss.backward()
    ...     optimizer.step()
    ...     optimizer.zero_grad()
    >>> by_hand.w.item()
    7.0
    """


def package_name():
    """Import Lightning as ``import lightning as L``; ``pytorch_lightning`` is its old name, and the two do not mix.

    Both names can be installed and hold the same code, but as two sets of classes. Often written: ``import
    pytorch_lightning as pl`` beside a newer ``import lightning``. Run it: each Trainer refuses a module of the other,
    although both are called ``LightningModule``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import pytorch_lightning as pl
    >>> L.Trainer is L.pytorch.Trainer
    True
    >>> L.Trainer is pl.Trainer
    False
    >>> class New(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> new, loader = New(), DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> pl.Trainer(accelerator="cpu", **quiet).fit(new, loader)
    Traceback (most recent call last):
        ...
    TypeError: `model` must be a `LightningModule` or `torch._dynamo.OptimizedModule`, got `New`
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(new, loader)
    >>> new.w.item()
    8.0

    The other way round it is the same.

    >>> class Old(pl.LightningModule):
    ...     pass
    >>> L.Trainer(accelerator="cpu", **quiet).fit(Old(), loader)
    Traceback (most recent call last):
        ...
    TypeError: `model` must be a `LightningModule` or `torch._dynamo.OptimizedModule`, got `Old`
    """


def plain_module():
    """A ``LightningModule`` is an ``nn.Module``: ``state_dict``, ``.to()`` and a loop of your own work on it.

    So you can take the trained network out of Lightning at any time, and nothing about it has to be converted.

    >>> import torch
    >>> import lightning as L
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(2, 1)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> net = Net()
    >>> isinstance(net, torch.nn.Module)
    True
    >>> list(net.state_dict())
    ['layer.weight', 'layer.bias']

    Its weights fit into a module without Lightning.

    >>> plain = torch.nn.Sequential()
    >>> plain.add_module("layer", torch.nn.Linear(2, 1))
    >>> plain.load_state_dict(net.state_dict())
    <All keys matched successfully>
    >>> x = torch.tensor([[3.0, 5.0]])
    >>> torch.equal(plain(x), net(x))
    True
    >>> net.to(torch.float64)(x.double()).dtype
    torch.float64

    One step of plain SGD on the output moves each weight by ``-0.5 * x``.

    >>> before = net.layer.weight.clone()
    >>> optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    >>> net(x.double()).backward()
    >>> optimizer.step()
    >>> net.layer.weight - before
    tensor([[-1.5000, -2.5000]], dtype=torch.float64, grad_fn=<SubBackward0>)
    """


def required_methods():
    """``fit`` needs ``training_step``, ``configure_optimizers`` and a loader of training data, and nothing else.

    Often written: a ``LightningModule`` must define nine methods. Run it: besides ``__init__``, two are enough.

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
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> [name for name in vars(Net) if not name.startswith("_")]
    ['training_step', 'configure_optimizers']
    >>> net = Net()
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> trainer = L.Trainer(max_epochs=3, accelerator="cpu", **quiet)
    >>> trainer.fit(net, loader)
    >>> net.w.item()
    7.0

    All other methods are hooks that you may add. When one of the three is missing, ``fit`` says so before it starts.

    >>> trainer.fit(L.LightningModule(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning.fabric.utilities.exceptions.MisconfigurationException: No `training_step()` method defined. ...
    >>> class NoOptimizer(L.LightningModule):
    ...     training_step = Net.training_step
    >>> trainer.fit(NoOptimizer(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning.fabric.utilities.exceptions.MisconfigurationException: No `configure_optimizers()` method defined. ...
    """


def init():
    """``__init__`` of a ``LightningModule`` must call ``super().__init__()`` before it assigns the first layer.

    The call prepares the dictionaries in which the module registers its layers. Old notes write it with two arguments,
    ``super(Net, self).__init__()``; it does the same.

    >>> import torch
    >>> import lightning as L
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super(Net, self).__init__()
    ...         self.layer = torch.nn.Linear(2, 3)
    >>> [tuple(p.shape) for p in Net().parameters()]
    [(3, 2), (3,)]
    >>> class Short(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(2, 3)
    >>> [tuple(p.shape) for p in Short().parameters()]
    [(3, 2), (3,)]

    Without the call, the first layer has no place to go.

    >>> class Forgotten(L.LightningModule):
    ...     def __init__(self):
    ...         self.layer = torch.nn.Linear(2, 3)
    >>> Forgotten()
    Traceback (most recent call last):
        ...
    AttributeError: cannot assign module before Module.__init__() call
    """


def forward():
    """``model(x)`` runs ``forward``; ``fit`` only calls ``training_step``, so a module without ``forward`` trains too.

    ``forward`` is for the prediction. Many modules call it from ``training_step`` as ``self(x)``, which saves writing
    the same lines twice, but nothing demands it.

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
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net = Net()
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> L.Trainer(max_epochs=4, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.w.item()
    6.0
    >>> x = torch.tensor([5.0])
    >>> net(x)
    Traceback (most recent call last):
        ...
    NotImplementedError: Module [Net] is missing the required "forward" function

    With ``forward``, the call works.

    >>> class WithForward(Net):
    ...     def forward(self, x):
    ...         return self.w * x
    >>> WithForward()(x)
    tensor([50.], grad_fn=<MulBackward0>)
    """


def loss_method():
    """A method for the loss may have any name; Lightning never calls it, ``training_step`` has to.

    A method of its own keeps ``training_step`` and ``validation_step`` short. It is not a hook: when you forget to call
    it, it has no effect. Here only one of two such methods is called.

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
    ...     def distance(self, prediction, target):
    ...         result = (prediction - target).abs().mean()
    ...         self.calls.append(("distance", result.item()))
    ...         return result
    ...     def loss(self, prediction, target):
    ...         self.calls.append("loss")
    ...     def training_step(self, batch, batch_idx):
    ...         x, y = batch
    ...         return self.distance(self.w * x, y)
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> pairs = [(torch.tensor(2.0), torch.tensor(27.0)), (torch.tensor(6.0), torch.tensor(9.0))]
    >>> net = Net()
    >>> L.Trainer(max_epochs=3, accelerator="cpu", **quiet).fit(net, DataLoader(pairs, batch_size=2))
    >>> net.calls
    [('distance', 29.0), ('distance', 27.0), ('distance', 25.0)]

    The first prediction is too small and the second too large: the derivative is the mean of -2 and 6. Three steps of
    0.5 * 2.

    >>> net.w.item()
    7.0
    """


def configure_optimizers():
    """``configure_optimizers`` returns an optimizer, or a dict that adds a scheduler, stepped once per epoch.

    The keys of the dict are ``"optimizer"`` and ``"lr_scheduler"``. You call neither ``optimizer.step()`` nor
    ``scheduler.step()`` yourself.

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
    ...         self.rates = []
    ...     def training_step(self, batch, batch_idx):
    ...         self.rates.append(self.optimizers().param_groups[0]["lr"])
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         optimizer = torch.optim.SGD(self.parameters(), lr=0.5)
    ...         scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    ...         return {"optimizer": optimizer, "lr_scheduler": scheduler}
    >>> net = Net()
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> L.Trainer(max_epochs=3, accelerator="cpu", **quiet).fit(net, loader)

    Two batches make an epoch, and the learning rate is halved after each.

    >>> net.rates
    [0.5, 0.5, 0.25, 0.25, 0.125, 0.125]
    >>> net.w.item()
    4.75

    The optimizer alone is enough when the rate should stay.

    >>> class Constant(Net):
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.25)
    >>> net = Constant()
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.rates
    [0.25, 0.25, 0.25, 0.25]
    """


def scheduler_dict():
    """Under ``"lr_scheduler"`` a second dict says how often to step and, for ``ReduceLROnPlateau``, what to watch.

    ``"interval": "step"`` steps after every batch instead of every epoch.

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
    ...         self.rates = []
    ...     def training_step(self, batch, batch_idx):
    ...         self.rates.append(self.optimizers().param_groups[0]["lr"])
    ...         self.log("level", 3.0)
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         optimizer = torch.optim.SGD(self.parameters(), lr=0.5)
    ...         scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    ...         return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}
    >>> net = Net()
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.rates
    [0.5, 0.25, 0.125, 0.0625]
    >>> net.w.item()
    7.5

    ``ReduceLROnPlateau`` needs the name of a logged value, the ``"monitor"``. The value logged here never improves, so
    with ``patience=1`` the rate falls after the third epoch.

    >>> class Plateau(Net):
    ...     def configure_optimizers(self):
    ...         optimizer = torch.optim.SGD(self.parameters(), lr=0.5)
    ...         scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
    ...         return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "monitor": "level"}}
    >>> net = Plateau()
    >>> L.Trainer(max_epochs=4, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.rates
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25]
    >>> net.w.item()
    -0.5
    """


def training_step():
    """``training_step(self, batch, batch_idx)`` returns the loss: a tensor, or a dict with the key ``"loss"``.

    The batch is what your loader yields, and ``batch_idx`` counts from 0 in every epoch. Call ``self(x)`` rather than
    ``self.forward(x)``, so that hooks run.

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
    ...         self.seen = []
    ...     def forward(self, x):
    ...         return self.w * x
    ...     def training_step(self, batch, batch_idx):
    ...         self.seen.append((batch_idx, batch.tolist()))
    ...         return self(batch).mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> net = Net()
    >>> handle = net.register_forward_hook(lambda module, args, output: module.seen.append("hook"))
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.seen[:4]
    [(0, [1.0, 3.0]), 'hook', (1, [2.0, 6.0]), 'hook']
    >>> net.seen[4:]
    [(0, [1.0, 3.0]), 'hook', (1, [2.0, 6.0]), 'hook']
    >>> net.w.item()
    4.0

    A dict trains as well, and may carry more than the loss.

    >>> class Dict(Net):
    ...     def training_step(self, batch, batch_idx):
    ...         return {"loss": self(batch).mean(), "size": len(batch)}
    >>> net = Dict()
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.w.item()
    4.0

    Without that key there is nothing to train on.

    >>> class Misspelled(Net):
    ...     def training_step(self, batch, batch_idx):
    ...         return {"train_loss": self(batch).mean()}
    >>> L.Trainer(max_epochs=2, accelerator="cpu", **quiet).fit(Misspelled(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning...MisconfigurationException: ... when `training_step` returns a dict, the 'loss' key needs to be present
    """


def log_values():
    """``self.log(name, value)`` records a value; the dict that a step returns is never logged.

    Often written: ``training_step`` returns ``{'loss': loss, 'log': {'train_loss': loss}}``, and ``validation_step``
    ``{'val_loss': loss}``. Run it: both run without an error, and nothing is recorded.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Old(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         loss = self.w * batch.mean()
    ...         return {"loss": loss, "log": {"train_loss": loss}}
    ...     def validation_step(self, batch, batch_idx):
    ...         return {"val_loss": batch.mean()}
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> train, val = DataLoader(torch.tensor([[1.0, 3.0]])), DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> net = Old()
    >>> trainer.fit(net, train, val)
    >>> trainer.callback_metrics, net.w.item()
    ({}, 9.0)

    ``self.log`` records. In a validation step it averages over the batches of the epoch: the means are 2 and 4.
    Gradients are off there, and the module is in eval mode.

    >>> class New(Old):
    ...     def training_step(self, batch, batch_idx):
    ...         loss = self.w * batch.mean()
    ...         self.log("train_loss", loss)
    ...         return loss
    ...     def validation_step(self, batch, batch_idx):
    ...         self.log("val_loss", batch.mean())
    ...         self.modes = (self.training, torch.is_grad_enabled())
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> net = New()
    >>> trainer.fit(net, train, val)
    >>> trainer.callback_metrics
    {'train_loss': tensor(20.), 'val_loss': tensor(3.)}
    >>> net.modes
    (False, False)
    """


def log_per_step_and_epoch():
    """In ``training_step``, ``self.log`` keeps the last batch's value; ``on_epoch=True`` keeps the epoch's mean.

    Ask for both with ``on_step=True, on_epoch=True``, and the name gets an ending for each. ``log_dict`` records
    several values at once. The batches here have the means 2 and 4.

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
    ...         self.log("last", batch.mean())
    ...         self.log("mean", batch.mean(), on_step=False, on_epoch=True)
    ...         self.log("both", batch.mean(), on_step=True, on_epoch=True)
    ...         self.log_dict({"low": batch.min(), "high": batch.max()})
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> net = Net()
    >>> trainer.fit(net, DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]])))
    >>> for name, value in sorted(trainer.callback_metrics.items()):
    ...     print(name, value.item())
    both 3.0
    both_epoch 3.0
    both_step 4.0
    high 6.0
    last 4.0
    low 2.0
    mean 3.0
    >>> net.w.item()
    7.0
    """


def lifecycle():
    """``fit`` asks for the optimizer before any loader, and for the validation loader before the training loader.

    Often written: the order is ``prepare_data``, ``configure_optimizers``, ``train_dataloader``, ``val_dataloader``.
    Run it with a module that notes each call: the loader for validation comes first, because a few of its batches
    are run before training, as a check.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> calls = []
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         calls.append("__init__")
    ...     def prepare_data(self):
    ...         calls.append("prepare_data")
    ...     def setup(self, stage):
    ...         calls.append("setup " + stage)
    ...     def configure_model(self):
    ...         calls.append("configure_model")
    ...     def configure_optimizers(self):
    ...         calls.append("configure_optimizers")
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    ...     def train_dataloader(self):
    ...         calls.append("train_dataloader")
    ...         return loader
    ...     def val_dataloader(self):
    ...         calls.append("val_dataloader")
    ...         return loader
    ...     def test_dataloader(self):
    ...         calls.append("test_dataloader")
    ...         return loader
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         pass
    ...     def test_step(self, batch, batch_idx):
    ...         pass
    >>> net = Net()
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> trainer.fit(net)
    >>> calls[:4]
    ['__init__', 'prepare_data', 'setup fit', 'configure_model']
    >>> calls[4:]
    ['configure_optimizers', 'val_dataloader', 'train_dataloader']
    >>> net.w.item()
    9.0

    ``num_sanity_val_steps=0`` leaves out the check; then training comes first.

    >>> calls.clear()
    >>> L.Trainer(max_epochs=1, num_sanity_val_steps=0, accelerator="cpu", **quiet).fit(net)
    >>> calls
    ['prepare_data', 'setup fit', 'configure_model', 'configure_optimizers', 'train_dataloader', 'val_dataloader']
    >>> net.w.item()
    8.0

    ``test`` prepares anew, and asks for its own loader only.

    >>> calls.clear()
    >>> trainer.test(net)
    [{}]
    >>> calls
    ['prepare_data', 'setup test', 'configure_model', 'test_dataloader']
    """


def hyperparameters():
    """``self.save_hyperparameters()`` keeps the arguments of ``__init__`` in ``self.hparams`` and in every checkpoint.

    Call it in ``__init__``. It finds the arguments by itself, defaults included; name some to keep only those, or use
    ``ignore=`` for what does not belong in a file.

    >>> import torch
    >>> import lightning as L
    >>> class Net(L.LightningModule):
    ...     def __init__(self, width, learning_rate=0.25):
    ...         super().__init__()
    ...         self.save_hyperparameters()
    ...         self.layer = torch.nn.Linear(2, self.hparams.width)
    >>> net = Net(3)
    >>> dict(net.hparams)
    {'width': 3, 'learning_rate': 0.25}
    >>> net.hparams.learning_rate
    0.25
    >>> net.layer.weight.shape
    torch.Size([3, 2])
    >>> class Some(L.LightningModule):
    ...     def __init__(self, width, learning_rate, secret):
    ...         super().__init__()
    ...         self.save_hyperparameters("width")
    ...         first = dict(self.hparams)
    ...         self.save_hyperparameters(ignore="secret")
    ...         self.shown = (first, dict(self.hparams))
    >>> Some(3, 0.5, "token").shown
    ({'width': 3}, {'width': 3, 'learning_rate': 0.5})
    """


def seed_everything():
    """``L.seed_everything(seed)`` seeds Python's, NumPy's and torch's generators and returns the seed.

    Call it before you make the model, because layers draw their first weights when they are made.

    >>> import os
    >>> import random
    >>> import numpy
    >>> import torch
    >>> import lightning as L
    >>> def draws():
    ...     return [random.random(), numpy.random.rand(), torch.rand(1).item(), torch.nn.Linear(2, 1).weight.tolist()]
    >>> L.seed_everything(7)
    7
    >>> first = draws()
    >>> L.seed_everything(7)
    7
    >>> first == draws()
    True
    >>> [a == b for a, b in zip(first, draws())]
    [False, False, False, False]

    For torch it is the same as ``torch.manual_seed``.

    >>> torch.manual_seed(7).initial_seed()
    7
    >>> torch.rand(1).item() == first[2]
    True

    Two environment variables keep the call for processes that Lightning starts: one holds the seed, the other says
    whether ``workers=True`` asked for a seed of its own for each worker of a ``DataLoader``.

    >>> L.seed_everything(8, workers=True)
    8
    >>> os.environ.pop("PL_GLOBAL_SEED"), os.environ.pop("PL_SEED_WORKERS")
    ('8', '1')
    """


def manual_optimization():
    """With ``self.automatic_optimization = False``, you call ``zero_grad``, ``manual_backward`` and ``step`` yourself.

    You need it when one step uses several optimizers, as the two networks of a GAN do. ``self.optimizers()`` gives what
    ``configure_optimizers`` returned, and ``self.manual_backward`` stands for ``loss.backward()``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.automatic_optimization = False
    ...         self.a = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.b = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         for optimizer in self.optimizers():
    ...             optimizer.zero_grad()
    ...             self.manual_backward((self.a + 3 * self.b) * batch.mean())
    ...             optimizer.step()
    ...     def configure_optimizers(self):
    ...         return [torch.optim.SGD([self.a], lr=0.5), torch.optim.SGD([self.b], lr=0.125)]
    >>> net = Net()
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(net, DataLoader(torch.tensor([[1.0, 3.0]])))

    The mean of the batch is 2, so the gradients are 2 and 6.

    >>> net.a.item(), net.b.item()
    (9.0, 9.25)
    """
