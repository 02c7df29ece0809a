"""Hooks of the Lightning loop

Hooks are methods that the ``Trainer`` calls at fixed moments: before and after an epoch, a batch, an optimizer step.
Version 2 removed several that old notes still use, some with an error and some in silence. Cards that train silence
three warnings of Lightning that do not concern you, and ``quiet`` switches off what prints or writes files.
"""


def loops():
    """Lightning 2 has four loops with one ``*_step`` each; methods like ``validation_step_end`` are gone.

    Often written: three loops with three methods each, ``*_step``, ``*_step_end`` and ``*_epoch_end``. Run it: the
    steps are there, also one for ``predict``, and what remains of the other two begins with ``on_``.

    >>> import lightning as L
    >>> names = [name for name in dir(L.LightningModule) if not name.startswith("_")]
    >>> loops = ("training", "validation", "test", "predict")
    >>> [loop for loop in loops if loop + "_step" in names]
    ['training', 'validation', 'test', 'predict']
    >>> [name for name in names if name.endswith("_step_end")]
    []
    >>> [name for name in names if name.endswith("_epoch_end")]
    ['on_predict_epoch_end', 'on_test_epoch_end', 'on_train_epoch_end', 'on_validation_epoch_end']

    Each loop has the same four: start and end of an epoch and of a batch. Two of the test loop, two of the validation:

    >>> [name for name in names if name.startswith("on_test_") and "_epoch_" in name + "_"]
    ['on_test_epoch_end', 'on_test_epoch_start']
    >>> [name for name in names if name.startswith("on_validation_batch")]
    ['on_validation_batch_end', 'on_validation_batch_start']
    """


def batch_end():
    """``on_train_batch_end`` runs after each batch; ``training_step_end`` and its kind are never called.

    Often written: ``training_step_end``, ``validation_step_end`` and ``test_loop_step_end`` run at the end of each
    step. Run it: nothing warns you, they are methods that nobody calls. ``on_train_batch_end``,
    ``on_validation_batch_end`` and ``on_test_batch_end`` take their place; ``outputs`` is what the step returned.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> calls = []
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         return {"loss": self.w * batch.mean(), "first": batch[0].item()}
    ...     def validation_step(self, batch, batch_idx):
    ...         return batch[0].item()
    ...     def test_step(self, batch, batch_idx):
    ...         return batch[1].item()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    ...     def training_step_end(self, *args):
    ...         calls.append("training_step_end")
    ...     def validation_step_end(self, *args):
    ...         calls.append("validation_step_end")
    ...     def test_step_end(self, *args):
    ...         calls.append("test_step_end")
    ...     def test_loop_step_end(self, *args):
    ...         calls.append("test_loop_step_end")
    ...     def on_train_batch_end(self, outputs, batch, batch_idx):
    ...         calls.append(("train", batch_idx, outputs["first"]))
    ...     def on_validation_batch_end(self, outputs, batch, batch_idx):
    ...         calls.append(("validation", batch_idx, outputs))
    ...     def on_test_batch_end(self, outputs, batch, batch_idx):
    ...         calls.append(("test", batch_idx, outputs))
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> trainer = L.Trainer(max_epochs=1, num_sanity_val_steps=0, accelerator="cpu", **quiet)
    >>> net = Net()
    >>> trainer.fit(net, loader, loader)
    >>> calls
    [('train', 0, 1.0), ('train', 1, 2.0), ('validation', 0, 1.0), ('validation', 1, 2.0)]
    >>> net.w.item()
    7.0
    >>> calls.clear()
    >>> trainer.test(net, loader)
    [{}]
    >>> calls
    [('test', 0, 3.0), ('test', 1, 6.0)]
    """


def train_epoch_end():
    """``fit`` refuses a module with ``training_epoch_end``; write ``on_train_epoch_end(self)``, without ``outputs``.

    The old hook received what every step had returned. The new one receives nothing: keep in a list what you want to
    see at the end of the epoch, and empty it there.

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
    ...         self.losses, self.means = [], []
    ...     def training_step(self, batch, batch_idx):
    ...         loss = self.w * batch.mean()
    ...         self.losses.append(loss.detach())
    ...         return loss
    ...     def on_train_epoch_end(self):
    ...         self.means.append(torch.stack(self.losses).mean().item())
    ...         self.losses.clear()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> net = Net()
    >>> trainer = L.Trainer(max_epochs=2, accelerator="cpu", **quiet)
    >>> trainer.fit(net, loader)

    ``w`` goes 10, 9, then 7, 6, and the batches have the means 2 and 4: the first epoch has the losses 20 and 36.

    >>> net.means
    [28.0, 19.0]
    >>> class Old(Net):
    ...     def training_epoch_end(self, outputs):
    ...         pass
    >>> trainer.fit(Old(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Support for `training_epoch_end` has been removed in v2.0.0. `Old` implements this method. ...
    """


def validation_epoch_end():
    """``validation_epoch_end(outputs)`` is refused; ``on_validation_epoch_end(self)`` gets and returns nothing.

    Often written: the hook receives the list of what ``validation_step`` returned, and returns the mean and a ``"log"``
    dict. Run it: ``fit`` stops at the old name. Under the new name there is no such list, and a returned value is
    ignored.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> import inspect
    >>> inspect.signature(L.LightningModule.on_validation_epoch_end)
    <Signature (self) -> None>
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...         self.losses = []
    ...     def training_step(self, batch, batch_idx):
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         self.losses.append(batch.mean())
    ...         self.log("by_itself", batch.mean())
    ...     def on_validation_epoch_end(self):
    ...         self.log("from_list", torch.stack(self.losses).mean())
    ...         self.losses.clear()
    ...         return "ignored"
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> trainer = L.Trainer(max_epochs=1, accelerator="cpu", **quiet)
    >>> net = Net()
    >>> trainer.fit(net, loader, loader)
    >>> net.w.item()
    7.0

    For a mean you need neither list nor hook: ``self.log`` in ``validation_step`` gives the same.

    >>> trainer.callback_metrics
    {'by_itself': tensor(3.), 'from_list': tensor(3.)}
    >>> class Old(Net):
    ...     def validation_epoch_end(self, outputs):
    ...         pass
    >>> trainer.fit(Old(), loader, loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Support for `validation_epoch_end` has been removed in v2.0.0. ...
    """


def test_step():
    """The method for testing is ``test_step(self, batch, batch_idx)``; ``test_loop_step`` is no method of Lightning.

    Often written: ``test_loop_step`` runs during testing. Run it: ``trainer.test`` does not know the name, and asks for
    ``test_step``.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> class Wrong(L.LightningModule):
    ...     def test_loop_step(self, batch, batch_idx):
    ...         self.log("mean", batch.mean())
    >>> loader = DataLoader(torch.tensor([1.0, 3.0, 2.0, 6.0]), batch_size=2)
    >>> trainer = L.Trainer(accelerator="cpu", **quiet)
    >>> trainer.test(Wrong(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lightning...MisconfigurationException: No `test_step()` method defined to run `Trainer.test`.
    >>> seen = []
    >>> class Right(L.LightningModule):
    ...     def test_step(self, batch, batch_idx):
    ...         seen.append((batch_idx, batch.tolist()))
    ...         self.log("mean", batch.mean())
    >>> trainer.test(Right(), loader, verbose=False)
    [{'mean': 3.0}]
    >>> seen
    [(0, [1.0, 3.0]), (1, [2.0, 6.0])]
    """


def test_epoch_end():
    """``on_test_epoch_end`` runs after the test; ``test_epoch_end`` is refused, ``test_loop_epoch_end`` ignored.

    The first of the wrong names existed before version 2, so Lightning looks for it and stops. It does not look for the
    second: that is a method like any other, which nobody calls.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> calls = []
    >>> class Net(L.LightningModule):
    ...     def test_step(self, batch, batch_idx):
    ...         calls.append(batch_idx)
    ...     def on_test_epoch_end(self):
    ...         calls.append("on_test_epoch_end")
    ...     def test_loop_epoch_end(self, outputs=None):
    ...         calls.append("test_loop_epoch_end")
    >>> loader = DataLoader(torch.arange(3))
    >>> trainer = L.Trainer(accelerator="cpu", **quiet)
    >>> trainer.test(Net(), loader)
    [{}]
    >>> calls
    [0, 1, 2, 'on_test_epoch_end']
    >>> class Old(Net):
    ...     def test_epoch_end(self, outputs):
    ...         calls.append("test_epoch_end")
    >>> trainer.test(Old(), loader)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Support for `test_epoch_end` has been removed in v2.0.0. `Old` implements this method. ...
    """


def order_in_a_batch():
    """Within a batch, ``zero_grad`` and ``backward`` run inside the optimizer's step, after ``training_step``.

    Lightning hands ``training_step``, ``zero_grad`` and ``backward`` to ``optimizer.step`` as a closure. So
    ``on_before_optimizer_step`` is the place to look at gradients: they are complete, and not yet used.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> calls = []
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         calls.append("training_step")
    ...         return self.w * batch.mean()
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    ...     def on_train_batch_start(self, batch, batch_idx):
    ...         calls.append("on_train_batch_start")
    ...     def on_before_zero_grad(self, optimizer):
    ...         calls.append("on_before_zero_grad")
    ...     def on_before_backward(self, loss):
    ...         calls.append(f"on_before_backward, grad {self.w.grad}")
    ...     def on_after_backward(self):
    ...         calls.append(f"on_after_backward, grad {self.w.grad}")
    ...     def on_before_optimizer_step(self, optimizer):
    ...         calls.append(f"on_before_optimizer_step, w {self.w.item()}")
    ...     def on_train_batch_end(self, outputs, batch, batch_idx):
    ...         calls.append(f"on_train_batch_end, w {self.w.item()}")
    >>> loader = DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> L.Trainer(max_epochs=1, accelerator="cpu", **quiet).fit(Net(), loader)
    >>> print(*calls, sep="\\n")
    on_train_batch_start
    training_step
    on_before_zero_grad
    on_before_backward, grad None
    on_after_backward, grad 2.0
    on_before_optimizer_step, w 10.0
    on_train_batch_end, w 9.0
    """


def modes_of_the_loops():
    """Lightning switches train and eval mode and the recording of gradients for each loop; you write none of it.

    Training runs in train mode with gradients; validation and testing run in eval mode without. In a plain loop,
    forgetting ``model.eval()`` or ``torch.no_grad()`` is a frequent fault.

    >>> import torch
    >>> import warnings
    >>> import lightning as L
    >>> from torch.utils.data import DataLoader
    >>> warnings.filterwarnings("ignore", message=".*(treespec|GPU available|many workers)")
    >>> quiet = dict.fromkeys(("logger", "enable_checkpointing", "enable_progress_bar", "enable_model_summary"), False)
    >>> modes = {}
    >>> class Net(L.LightningModule):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def training_step(self, batch, batch_idx):
    ...         modes["training"] = (self.training, torch.is_grad_enabled())
    ...         return self.w * batch.mean()
    ...     def validation_step(self, batch, batch_idx):
    ...         modes["validation"] = (self.training, torch.is_grad_enabled())
    ...     def test_step(self, batch, batch_idx):
    ...         modes["test"] = (self.training, torch.is_grad_enabled())
    ...     def configure_optimizers(self):
    ...         return torch.optim.SGD(self.parameters(), lr=0.5)
    >>> net, loader = Net(), DataLoader(torch.tensor([[1.0, 3.0]]))
    >>> trainer = L.Trainer(max_epochs=2, accelerator="cpu", **quiet)
    >>> trainer.fit(net, loader, loader)
    >>> trainer.test(net, loader)
    [{}]
    >>> modes
    {'validation': (False, False), 'training': (True, True), 'test': (False, False)}

    Afterwards the mode is what it was before.

    >>> net.training, net.w.item()
    (True, 8.0)
    """
