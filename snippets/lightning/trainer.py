"""The Trainer

A ``Trainer`` runs a ``LightningModule``: it counts epochs, moves data, saves, logs, and stops. Its arguments say how,
its methods ``fit``, ``validate``, ``test`` and ``predict`` say what. The first lines of each card silence three
warnings of Lightning that do not concern you, and ``quiet`` switches off what prints or writes files.
"""


def role():
    """The ``Trainer`` runs the epochs and saves checkpoints; the module contains no code for either.

    ``max_epochs`` is the number of passes over the data. Unless you switch checkpoints off, the last epoch is saved in
    a file below ``default_root_dir``; its name holds the epoch, counted from 0, and the number of optimizer steps.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import pathlib
    >>> import tempfile
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     options = quiet | {"enable_checkpointing": True, "default_root_dir": folder}
    ...     trainer = L.Trainer(max_epochs=3, accelerator="cpu", **options)
    ...     trainer.fit(net, loader)
    ...     [file.name for file in pathlib.Path(folder).rglob("*.ckpt")]
    ['epoch=2-step=6.ckpt']
    >>> trainer.current_epoch, trainer.global_step
    (3, 6)
    >>> net.w.item()
    1.0
    """


def fit():
    """``trainer.fit(model, loader)`` changes the model in place and returns ``None``.

    Often written: ``fit`` works like that of scikit-learn. Run it: you pass loaders instead of ``X`` and ``y``, and you
    get no estimator back, so ``model = trainer.fit(model)`` throws your model away.

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
    >>> net, loader = Net(), DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> same = net.w
    >>> print(L.Trainer(max_epochs=4, accelerator="cpu", **quiet).fit(net, loader))
    None
    >>> net.w.item(), net.w is same
    (6.0, True)
    """


def validate():
    """``trainer.validate(model, loader)`` runs ``validation_step`` over a loader and returns what it logged.

    The result is a list with one dict per loader; logged values are averaged over the samples. No weight changes.
    ``fit`` does the same after each epoch; call it yourself to measure a model before training, or a loaded one.

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
    ...     def validation_step(self, batch, batch_idx):
    ...         self.log("val_loss", self.w * batch.max())
    >>> net, loader = Net(), DataLoader(torch.tensor([1.0, 4.0, 10.0]), batch_size=2)
    >>> L.Trainer(accelerator="cpu", **quiet).validate(net, loader, verbose=False)
    [{'val_loss': 60.0}]
    >>> net.w.item()
    10.0

    The last batch has one sample and counts half as much as the first: (2 * 40 + 100) / 3 is 60.
    """


def test():
    """``trainer.test(model, loader)`` returns a list of dicts; without a model, it wants the best checkpoint.

    Often written: after ``fit``, ``trainer.test()`` tests the model as it is now. Run it with checkpoints switched off:
    it looks for the best checkpoint and finds none. On a new Trainer it has no model at all. Pass the model and it is
    clear.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> warnings.filterwarnings("ignore", message=".*was called without a model")
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def test_step(self, batch, batch_idx):
    ...         self.log("acc", (batch > 2).float().mean())
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[1.0, 3.0], [2.0, 6.0]]))
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> trainer.test(dataloaders=loader)
    Traceback (most recent call last):
        ...
    TypeError: `Trainer.test()` requires a `LightningModule` when it hasn't been passed in a previous run
    >>> trainer.fit(net, loader)
    >>> net.w.item()
    7.0
    >>> trainer.test(dataloaders=loader)
    Traceback (most recent call last):
        ...
    ValueError: `.test(ckpt_path="best")` is set but `ModelCheckpoint` is not configured.
    >>> trainer.test(net, loader, verbose=False)
    [{'acc': 0.5}]

    With checkpoints on, it loads the best one into the model; where nothing is monitored, that is the last one saved.
    A weight that was changed since is lost.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     options = quiet | {"enable_checkpointing": True, "default_root_dir": folder}
    ...     trainer = L.Trainer(max_epochs=1, accelerator="cpu", **options)
    ...     trainer.fit(net, loader)
    ...     saved, changed = net.w.item(), net.w.data.fill_(99.0).item()
    ...     trainer.test(dataloaders=loader, verbose=False)
    [{'acc': 0.5}]
    >>> saved, changed, net.w.item()
    (4.0, 99.0, 4.0)
    """


def predict():
    """``trainer.predict`` runs ``forward`` in eval mode without gradients; ``model(x)`` leaves both to you.

    Often written: ``model(x)`` uses the trained model. It does, in the mode that the model is in: with dropout, a model
    in train mode sets some outputs to 0 and enlarges the others. Call ``model.eval()`` and use ``torch.no_grad()``, or
    let ``predict`` do both.

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
    ...         self.dropout = torch.nn.Dropout(0.75)
    ...     def forward(self, x):
    ...         self.mode = (self.training, torch.is_grad_enabled())
    ...         return self.dropout(self.w * x)
    >>> net, x = Net(), torch.tensor([1.0, 3.0, 2.0, 6.0])
    >>> L.Trainer(accelerator="cpu", **quiet).predict(net, DataLoader(x, batch_size=3))
    [tensor([10., 30., 20.]), tensor([60.])]
    >>> net.mode
    (False, False)

    Your own call, first in train mode, where each output is 0 or four times as large, then in eval mode.

    >>> sorted(set(net(torch.ones(1000)).tolist()))
    [0.0, 40.0]
    >>> net.mode
    (True, True)
    >>> net.eval()(x)
    tensor([10., 30., 20., 60.], grad_fn=<MulBackward0>)
    >>> with torch.no_grad():
    ...     torch.equal(net(x), net.forward(x)), net(x).requires_grad
    (True, False)
    """


def freeze():
    """``model.freeze()`` switches all parameters to ``requires_grad=False`` and the model to eval mode.

    Often written: a model must be frozen before you predict with it. Run it: eval mode and ``torch.no_grad()`` give the
    same output. Freeze when these parameters are to stay as they are while others train; ``unfreeze()`` takes it back.

    >>> import torch
    >>> import lightning as L
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layers = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Dropout())
    ...     def forward(self, x):
    ...         return self.layers(x)
    >>> net, x = Net(), torch.ones(2)
    >>> with torch.no_grad():
    ...     not_frozen = net.eval()(x)
    >>> not_frozen.shape, not_frozen.requires_grad
    (torch.Size([3]), False)
    >>> def state():
    ...     return [p.requires_grad for p in net.parameters()], net.training, net.layers[1].training
    >>> net.train() is net, state()
    (True, ([True, True], True, True))
    >>> net.freeze() is net, state()
    (True, ([False, False], False, False))
    >>> torch.equal(net(x), not_frozen)
    True
    >>> net.unfreeze() is net, state()
    (True, ([True, True], True, True))
    """


def load_from_checkpoint():
    """Load a checkpoint with your own class, ``Net.load_from_checkpoint(path)``, which returns a new model.

    Often written: ``LightningModule.load_from_checkpoint(path)``. Run it: the base class has none of your layers.
    Called on an instance it fails too, because it does not fill that instance.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import os
    >>> import tempfile
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> trainer = L.Trainer(max_epochs=4, accelerator="cpu", **quiet)
    >>> trainer.fit(net, loader)
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = os.path.join(folder.name, "net.ckpt")
    >>> trainer.save_checkpoint(path)
    >>> L.LightningModule.load_from_checkpoint(path)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading state_dict for LightningModule:...Unexpected key(s) in state_dict: "w"...
    >>> net.load_from_checkpoint(path)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: The classmethod `Net.load_from_checkpoint` cannot be called on an instance. ...

    Your own class on the file, beside a new model:

    >>> with folder:
    ...     loaded = Net.load_from_checkpoint(path)
    >>> loaded.w.item(), Net().w.item()
    (6.0, 10.0)
    """


def arguments_of_a_checkpoint():
    """A checkpoint restores the arguments of ``__init__`` only if the module called ``save_hyperparameters()``.

    Without it, pass them again: ``load_from_checkpoint(path, width=3)``. An argument with a default is the trap,
    because it silently gets the default.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import os
    >>> import tempfile
    >>> class Forgetful(L.LightningModule):
    ...     def __init__(self, width, scale=0.5):
    ...         super().__init__()
    ...         self.scale = scale
    ...         self.layer = torch.nn.Linear(1, width)
    ...     def validation_step(self, batch, batch_idx):
    ...         pass
    >>> class Careful(Forgetful):
    ...     def __init__(self, width, scale):
    ...         super().__init__(width, scale)
    ...         self.save_hyperparameters()
    >>> folder = tempfile.TemporaryDirectory()
    >>> paths = {}
    >>> for kind in (Forgetful, Careful):
    ...     trainer = L.Trainer(accelerator="cpu", **quiet)
    ...     result = trainer.validate(kind(3, scale=4.0), DataLoader(["any"]))
    ...     paths[kind] = os.path.join(folder.name, kind.__name__)
    ...     trainer.save_checkpoint(paths[kind])
    >>> Forgetful.load_from_checkpoint(paths[Forgetful])
    Traceback (most recent call last):
        ...
    TypeError: Forgetful.__init__() missing 1 required positional argument: 'width'
    >>> Forgetful.load_from_checkpoint(paths[Forgetful], width=3).scale
    0.5
    >>> with folder:
    ...     careful = Careful.load_from_checkpoint(paths[Careful])
    >>> careful.layer.out_features, careful.scale
    (3, 4.0)
    """


def arguments():
    """Choose the hardware with ``accelerator`` and ``devices``; ``gpus`` and ``tpu_cores`` were removed in version 2.0.

    Often written: ``Trainer(gpus=1)``. Run it: the argument is unknown. ``accelerator`` names the kind of device,
    ``devices`` how many; ``accelerator="auto"``, the default, takes what is there.

    >>> import torch
    >>> import lightning as L
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*GPU available")
    >>> L.Trainer(gpus=1)
    Traceback (most recent call last):
        ...
    TypeError: Trainer.__init__() got an unexpected keyword argument 'gpus'
    >>> L.Trainer(tpu_cores=8)
    Traceback (most recent call last):
        ...
    TypeError: Trainer.__init__() got an unexpected keyword argument 'tpu_cores'
    >>> trainer = L.Trainer(accelerator="cpu", devices=2)
    >>> type(trainer.accelerator).__name__, trainer.num_devices
    ('CPUAccelerator', 2)

    With a GPU, one device of it:

    >>> if torch.cuda.is_available():
    ...     trainer = L.Trainer(accelerator="gpu", devices=1)
    ...     assert trainer.strategy.root_device.type == "cuda"
    """


def precision():
    """``precision="bf16-mixed"`` computes in ``bfloat16`` and keeps the weights in ``float32``.

    Other values: ``"16-mixed"`` for GPUs, ``"32-true"``, the default, and ``"64-true"``, where the weights change too.
    "Mixed" is ``torch.autocast`` around each step, of training and of validation.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(1, 2)
    ...         self.output = self.weight = None
    ...     def validation_step(self, batch, batch_idx):
    ...         self.output, self.weight = self.layer(batch).dtype, self.layer.weight.dtype
    >>> loader = DataLoader(torch.tensor([[0.5]]))
    >>> for name in ("bf16-mixed", "32-true", "64-true"):
    ...     net = Net()
    ...     result = L.Trainer(precision=name, accelerator="cpu", **quiet).validate(net, loader)
    ...     print(name, net.output, net.weight)
    bf16-mixed torch.bfloat16 torch.float32
    32-true torch.float32 torch.float32
    64-true torch.float64 torch.float64

    An accelerator that is not there is refused. Lightning does not fall back to the CPU by itself, unless you ask for
    ``"auto"``.

    >>> def refusal(kind):
    ...     try:
    ...         L.Trainer(accelerator=kind, devices=1, **quiet)
    ...     except L.fabric.utilities.exceptions.MisconfigurationException as error:
    ...         return str(error)
    >>> gpu = torch.cuda.is_available() or torch.backends.mps.is_available()
    >>> refusal("gpu") == (None if gpu else "No supported gpu backend found!")
    True
    >>> print(refusal("cpu"), refusal("auto"))
    None None
    """


def fast_dev_run():
    """``fast_dev_run=True`` runs one batch of training and one of validation, and nothing more, to find mistakes early.

    ``training_step`` and ``validation_step`` run once, whatever ``max_epochs`` says, and no log or checkpoint is
    written. A number in place of ``True`` is a number of batches.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> import os
    >>> import tempfile
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.calls = []
    ...     def training_step(self, batch, batch_idx):
    ...         self.calls.append(f"train {batch_idx}")
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         self.calls.append(f"val {batch_idx}")
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.arange(1.0, 9.0).view(4, 2))
    >>> silent = dict.fromkeys(("enable_progress_bar", "enable_model_summary"), False)
    >>> net = Net()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     trainer = L.Trainer(fast_dev_run=True, max_epochs=9, default_root_dir=folder, accelerator="cpu", **silent)
    ...     trainer.fit(net, loader, loader)
    ...     os.listdir(folder)
    []
    >>> net.calls
    ['train 0', 'val 0']
    >>> trainer.max_epochs
    1
    >>> net = Net()
    >>> L.Trainer(fast_dev_run=3, accelerator="cpu", **silent).fit(net, loader, loader)
    >>> net.calls
    ['train 0', 'train 1', 'train 2', 'val 0', 'val 1', 'val 2']
    >>> net.w.item()
    4.75
    """


def limits():
    """``limit_train_batches`` cuts every epoch: an integer is a number of batches, a float is a share of them.

    Use it for short trials. Mind the point: ``1`` is one batch, ``1.0`` is all of them. ``limit_val_batches`` and
    ``limit_test_batches`` work likewise. ``max_steps`` ends the run after that many optimizer steps, ``max_epochs``
    after that many epochs; what comes first counts.

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
    >>> def steps(**options):
    ...     trainer = L.Trainer(accelerator="cpu", **options, **quiet)
    ...     net = Net()
    ...     trainer.fit(net, DataLoader(torch.arange(10.0)))
    ...     return trainer.global_step, net.w.item()
    >>> steps(max_epochs=2)
    (20, -35.0)
    >>> steps(max_epochs=2, limit_train_batches=1)
    (2, 10.0)
    >>> steps(max_epochs=2, limit_train_batches=1.0)
    (20, -35.0)
    >>> steps(max_epochs=2, limit_train_batches=0.3)
    (6, 7.0)
    >>> steps(max_epochs=2, max_steps=13)
    (13, -14.0)
    >>> steps(max_epochs=1, max_steps=13)
    (10, -12.5)
    """


def overfit_batches():
    """``overfit_batches=n`` trains on the same first ``n`` batches in every epoch, without shuffling.

    A correct model and a correct loop drive the loss on two batches towards zero. When they do not, look for the
    mistake before you use all the data. Validation takes the first ``n`` batches of its own loader.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> warnings.filterwarnings("ignore", message=".*overfit")
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.seen = []
    ...     def training_step(self, batch, batch_idx):
    ...         self.seen.append(batch.tolist())
    ...         return ((self.w - 4) * batch).square().mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.0625)
    >>> net, loader = Net(), DataLoader(torch.arange(1.0, 6.0), shuffle=True)
    >>> L.Trainer(max_epochs=10, overfit_batches=2, accelerator="cpu", **quiet).fit(net, loader)
    >>> net.seen[:4]
    [[1.0], [2.0], [1.0], [2.0]]
    >>> len(net.seen)
    20
    >>> round(net.w.item(), 4)
    4.0015
    >>> class Validated(Net):
    ...     def validation_step(self, batch, batch_idx):
    ...         self.seen.append(("validation", batch.item()))
    >>> net, val_loader = Validated(), DataLoader(torch.tensor([7.0, 8.0, 9.0]))
    >>> L.Trainer(max_epochs=1, overfit_batches=2, num_sanity_val_steps=0, accelerator="cpu", **quiet).fit(
    ...     net, loader, val_loader)
    >>> net.seen
    [[1.0], [2.0], ('validation', 7.0), ('validation', 8.0)]
    """


def accumulate_grad_batches():
    """``accumulate_grad_batches=n`` steps after every ``n`` batches, with the mean of their gradients.

    The result is that of a batch ``n`` times as large, which may not fit into memory, if the loss is a mean and no
    layer, such as batch normalisation, mixes the samples. Lightning divides the loss by ``n`` for you, so the learning
    rate keeps its meaning.

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
    >>> def train(batch_size, **options):
    ...     net = Net()
    ...     trainer = L.Trainer(max_epochs=1, accelerator="cpu", **options, **quiet)
    ...     trainer.fit(net, DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=batch_size))
    ...     return net.w.item(), trainer.global_step
    >>> train(batch_size=1)
    (4.0, 4)
    >>> train(batch_size=1, accumulate_grad_batches=2)
    (7.0, 2)
    >>> train(batch_size=2)
    (7.0, 2)

    Batches that are left over at the end of the epoch make a step too, and are divided by ``n`` all the same. So the
    6 counts a third here: 10 - 0.5 * (1 + 3 + 2) / 3 - 0.5 * 6 / 3.

    >>> train(batch_size=1, accumulate_grad_batches=3)
    (8.0, 2)
    """


def gradient_clip_val():
    """``gradient_clip_val`` limits the norm of all gradients together; it acts before each optimizer step.

    The gradients here are 6 and 8, so their norm is 10. Clipped to 5, both are halved, and the direction stays. With
    ``gradient_clip_algorithm="value"`` each one is cut by itself instead.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor([10.0, 20.0]))
    ...     def training_step(self, batch, batch_idx):
    ...         return (self.w * batch).sum()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=1.0)
    >>> def step(**options):
    ...     net = Net()
    ...     trainer = L.Trainer(max_epochs=1, accelerator="cpu", **options, **quiet)
    ...     trainer.fit(net, DataLoader(torch.tensor([[6.0, 8.0]])))
    ...     return [round(value, 4) for value in net.w.tolist()]
    >>> step()
    [4.0, 12.0]
    >>> step(gradient_clip_val=5.0)
    [7.0, 16.0]
    >>> step(gradient_clip_val=7.0, gradient_clip_algorithm="value")
    [4.0, 13.0]
    """
