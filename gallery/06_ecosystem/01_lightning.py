"""
Lightning
=========

Lightning writes the training loop for you. After this lesson you can turn a plain loop into a
``LightningModule`` that ends with the same weights, give it data, validation and callbacks, resume
from a checkpoint, and tell which hooks of older texts are gone.

:Level: intermediate
:Before: :doc:`/lessons/05_projects/01_mnist_cnn`, :doc:`/lessons/04_training/06_checkpoints`
:After: :doc:`/lessons/06_ecosystem/02_ignite`, :doc:`/lessons/07_beyond/06_distributed`
"""

# %%
# Two moons
# ---------
# The data are points in the plane, in two classes that lie like two moons. Lightning reports a lot
# through ``logging`` and ``warnings``; here it is told to keep quiet. The first warning asks for
# workers, which data this small does not need. The second is about Lightning's own code.

import logging
import tempfile
import warnings
from pathlib import Path

import lightning as L
import matplotlib.pyplot as plt
import torch
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint
from sklearn.datasets import make_moons
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
for message in [".*does not have many workers", ".*LeafSpec.* is deprecated"]:
    warnings.filterwarnings("ignore", message)
device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
points, classes = make_moons(500, noise=0.25, random_state=0)
points, classes = torch.tensor(points, dtype=torch.float32), torch.tensor(classes)
train_set, valid_set = TensorDataset(points[:400], classes[:400]), TensorDataset(points[400:], classes[400:])
print(f"{len(train_set) = }, {len(valid_set) = }, {classes.bincount() = }")
assert len(train_set) == 400 and len(valid_set) == 100

# %%
# The plain loop
# --------------
# First without Lightning. To compare two runs, both need the same first weights and the same
# batches. A seed settles the weights. ``DistributedSampler`` is made for several processes, but
# useful for one: its order depends on nothing but its seed and the epoch, set with ``set_epoch``.

batch_size, learning_rate, num_epochs = 80, 0.05, 20


def make_network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 2))


loader = DataLoader(train_set, batch_size, sampler=DistributedSampler(train_set, num_replicas=1, rank=0))
network, plain_losses = make_network().to(device), []
optimizer = torch.optim.Adam(network.parameters(), learning_rate)
for epoch in range(num_epochs):
    loader.sampler.set_epoch(epoch)
    batch_losses = []
    for x, y in loader:
        loss = F.cross_entropy(network(x.to(device)), y.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        batch_losses.append(loss.item())
    plain_losses.append(sum(batch_losses) / len(loader))
print(f"{len(loader) = }, {plain_losses[0] = :.3f}, {plain_losses[-1] = :.3f}")
assert plain_losses[-1] < plain_losses[0] / 2 and network[-1].out_features == len(classes.unique())

# %%
# The same as a LightningModule
# -----------------------------
# Often written: "every module must follow an interface of nine methods". Run it: two are enough.
# ``training_step`` gets a batch that is already on the device and returns the loss.
# ``configure_optimizers`` returns the optimizer. ``self.log`` keeps a number for you, here the mean
# over the epoch. A LightningModule is an ``nn.Module``, so all that you know of modules holds.


class TwoMethods(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.network = make_network()

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = F.cross_entropy(self.network(x), y)
        self.log("train_loss", loss, on_step=False, on_epoch=True)
        return loss

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), learning_rate)


# %%
# The rest of the loop is in the ``Trainer``. ``accelerator="auto"`` takes a GPU if there is one.
# ``History`` is a callback: the Trainer calls it at fixed points, this one after each epoch. You
# will see the same losses and the same weights as before. After ``fit`` the model is on the CPU.


class History(L.Callback):
    def __init__(self, name):
        self.name, self.losses = name, []

    def on_train_epoch_end(self, trainer, model):
        self.losses.append(trainer.callback_metrics[self.name].item())


folder = tempfile.TemporaryDirectory()
quiet = dict(accelerator="auto", devices=1, logger=False, enable_progress_bar=False, enable_model_summary=False,
             enable_checkpointing=False, default_root_dir=folder.name)
tolerance = dict(rtol=1e-3, atol=1e-3)  # a GPU may add in another order
model, train_history = TwoMethods(), History("train_loss")
trainer = L.Trainer(max_epochs=num_epochs, callbacks=train_history, **quiet)
trainer.fit(model, loader)
print(f"{model.device = }, {train_history.losses[0] = :.3f}, {train_history.losses[-1] = :.3f}")
torch.testing.assert_close(train_history.losses, plain_losses, **tolerance)
torch.testing.assert_close(model.network.state_dict(), network.cpu().state_dict(), **tolerance)
assert model.device.type == "cpu" and trainer.global_step == 100  # 20 epochs of 5 batches

# %%
# Data and validation
# -------------------
# A ``LightningDataModule`` keeps the loaders in one place. ``validation_step`` runs without
# gradients and in evaluation mode. It logs one loss per batch, and Lightning averages over samples:
# of the two batches the second is smaller, so it counts less.


class Moons(L.LightningDataModule):
    def train_dataloader(self):
        return loader

    def val_dataloader(self):
        return DataLoader(valid_set, batch_size)


class Classifier(TwoMethods):
    def validation_step(self, batch, batch_idx):
        assert not self.training and not torch.is_grad_enabled()
        x, y = batch
        self.log("val_loss", F.cross_entropy(self.network(x), y))


def valid_loss(model):
    return F.cross_entropy(model.network(points[400:]), classes[400:]).item()


model = Classifier()
trainer = L.Trainer(max_epochs=num_epochs, **quiet)
trainer.fit(model, datamodule=Moons())
by_lightning = trainer.callback_metrics["val_loss"].item()
print(f"{by_lightning = :.4f}, {valid_loss(model) = :.4f}")
torch.testing.assert_close(by_lightning, valid_loss(model), rtol=1e-3, atol=1e-4)
torch.testing.assert_close(model.network.state_dict(), network.state_dict(), **tolerance)

# %%
# The order of the hooks
# ----------------------
# Give a callback a function for each hook and you see when each of them runs. Before training, the
# Trainer tries two validation batches, so that a mistake there shows at once and not after hours.
# And ``on_validation_epoch_end`` comes before ``on_train_epoch_end``: the epoch ends after it.

recorder, calls = L.Callback(), []
for hook in ["on_train_start", "on_train_batch_end", "on_validation_batch_end",
             "on_validation_epoch_end", "on_train_epoch_end", "on_train_end"]:
    setattr(recorder, hook, lambda *args, hook=hook: calls.append(hook))
L.Trainer(max_epochs=1, limit_train_batches=1, callbacks=recorder, **quiet).fit(Classifier(), datamodule=Moons())
print(*calls, sep="\n")
validation = ["on_validation_batch_end", "on_validation_epoch_end"]
assert calls == [validation[0], *validation, "on_train_start", "on_train_batch_end", validation[0], *validation,
                 "on_train_epoch_end", "on_train_end"]

# %%
# Hooks that are gone
# -------------------
# Often written: "``training_epoch_end`` gets the outputs of all batches", and so for validation.
# Run it: Lightning 2 refuses both. Use ``on_train_epoch_end`` and ``on_validation_epoch_end``, and
# keep outputs in a list of your own. It does not refuse ``training_step_end``, but never calls it,
# and does not tell you. Use ``on_train_batch_end``.

outputs_seen = []
for hook in ["training_epoch_end", "validation_epoch_end", "training_step_end"]:
    old = Classifier()
    setattr(old, hook, outputs_seen.append)
    try:
        L.Trainer(max_epochs=1, **quiet).fit(old, datamodule=Moons())
        outcome = f"`{hook}` was neither refused nor called"
    except NotImplementedError as error:
        outcome = str(error).split(". ")[0]
    print(outcome)
    assert ("removed in v2.0.0" in outcome) == (hook != "training_step_end") and not outputs_seen

# %%
# Stop early, keep the best
# -------------------------
# ``EarlyStopping`` ends training when the validation loss has not fallen for ``patience`` epochs.
# Often written: "then the model holds the best weights". Run it: it holds the last ones. The best
# are in the file that ``ModelCheckpoint`` wrote, and ``load_from_checkpoint`` gets them back.

checkpoint, history = ModelCheckpoint(folder.name, monitor="val_loss"), History("val_loss")
callbacks = [EarlyStopping("val_loss", patience=4), checkpoint, history]
stopped = Classifier()
trainer = L.Trainer(max_epochs=500, callbacks=callbacks, **quiet | {"enable_checkpointing": True})
trainer.fit(stopped, datamodule=Moons())
best = Classifier.load_from_checkpoint(checkpoint.best_model_path).cpu()
best_epoch = torch.tensor(history.losses).argmin().item()
print(f"{len(history.losses) = }, {best_epoch = }, {valid_loss(stopped) = :.4f}, {valid_loss(best) = :.4f}")
assert len(history.losses) == best_epoch + 1 + 4 and valid_loss(best) < valid_loss(stopped)
torch.testing.assert_close(valid_loss(best), history.losses[best_epoch], rtol=1e-3, atol=1e-4)

# %%
# Resume
# ------
# A checkpoint holds more than weights: the state of the optimizer too, and how far training got.
# Given to ``fit`` as ``ckpt_path``, all of it is restored. Random numbers are not in it; this run
# needs none, since its order depends on the epoch alone. So training goes on as if it had never
# stopped and ends with the weights of the uninterrupted run. ``load_from_checkpoint`` takes only
# the weights. Train on from there, and you begin at epoch 0 with a new optimizer and end elsewhere.

path, half = Path(folder.name) / "interrupted.ckpt", 8
trainer = L.Trainer(max_epochs=half, **quiet)
trainer.fit(Classifier(), datamodule=Moons())
trainer.save_checkpoint(path)
saved = torch.load(path)
print(f"{list(saved) = }, {saved['epoch'] = }")
assert saved["optimizer_states"][0]["param_groups"][0]["lr"] == 0.05 and not any("rng" in key for key in saved)
assert list(saved["state_dict"]) == list(model.state_dict()) and (saved["epoch"], saved["global_step"]) == (8, 40)
resumed, resumed_history = Classifier(), History("train_loss")
L.Trainer(max_epochs=num_epochs, callbacks=resumed_history, **quiet).fit(resumed, datamodule=Moons(), ckpt_path=path)
restarted, restarted_history = Classifier.load_from_checkpoint(path), History("train_loss")
L.Trainer(max_epochs=num_epochs - half, callbacks=restarted_history, **quiet).fit(restarted, datamodule=Moons())
weights = [other.network[0].weight for other in (model, resumed, restarted)]
differences = [(weight - weights[0]).abs().max().item() for weight in weights[1:]]
print("largest difference of the first weights: resumed {:.5f}, restarted {:.5f}".format(*differences))
torch.testing.assert_close(resumed.state_dict(), model.state_dict(), **tolerance)
torch.testing.assert_close(resumed_history.losses, plain_losses[half:], **tolerance)
assert differences[0] < 1e-3 and differences[1] > 0.05 and restarted_history.losses[0] > resumed_history.losses[0]

# %%
# On the left, Lightning's dots lie on the line of the plain loop, and so do the crosses of the
# resumed run; the restarted run goes its own way. On the right, the best model's opinion about
# every point of the plane, with the validation points that it has never been trained on.

epochs = range(1, num_epochs + 1)
figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3.8), layout="constrained")
left.plot(epochs, plain_losses, color="gray", label="plain loop")
left.plot(epochs, train_history.losses, "o", color="tab:blue", fillstyle="none", label="Lightning")
left.plot(epochs[half:], resumed_history.losses, "x", color="black", label="resumed")
left.plot(epochs[half:], restarted_history.losses, ":", color="tab:orange", label="restarted")
left.set(title="Training loss", xlabel="epoch", ylabel="loss", xticks=epochs[3::4])
left.legend()
extent = (-2, 3, -1.5, 2)
plane = torch.cartesian_prod(torch.linspace(*extent[:2], 80), torch.linspace(*extent[2:], 60))
opinion = best.network(plane).softmax(dim=1)[:, 1].detach().reshape(80, 60).T
right.imshow(opinion.numpy(), cmap="PuOr", origin="lower", extent=extent, aspect="auto", vmin=-0.5, vmax=1.5)
for digit, marker in enumerate("o^"):
    right.plot(*points[400:][classes[400:] == digit].T.numpy(), marker, color="black", fillstyle="none", label=digit)
right.set(title="Orange: class 0, purple: class 1", xlabel="first coordinate", ylabel="second coordinate")
right.legend(title="class", loc="upper right")
plt.show()

# %%
# Exercises
# ---------
# 1. Let the Trainer predict the classes of the validation points. Hint: write ``predict_step``;
#    ``trainer.predict`` returns a list, one entry per batch.
# 2. Clip the gradients to a norm of 0.1, and see that it was done. Hint: ``gradient_clip_val`` of
#    the Trainer, and the hook ``on_before_zero_grad``, which still sees the gradients of the step before.
# 3. Halve the learning rate after each epoch. Hint: ``configure_optimizers`` may return
#    ``[optimizer], [scheduler]``.

# %%
# Solution 1
# ^^^^^^^^^^
# ``predict`` switches to evaluation mode and records no gradients, as validation does.
class Predictor(Classifier):
    def predict_step(self, batch, batch_idx):
        return self.network(batch[0]).argmax(dim=1)


predictor = Predictor()
predictor.load_state_dict(best.state_dict())
predicted = torch.cat(L.Trainer(**quiet).predict(predictor, Moons().val_dataloader())).cpu()
accuracy = (predicted == classes[400:]).float().mean()
print(f"{predicted.shape = }, {accuracy = :.2f}")
assert predicted.equal(best.network(points[400:]).argmax(dim=1)) and accuracy > 0.8

# %%
# Solution 2
# ^^^^^^^^^^
# Clipping happens between ``backward`` and the step. What is left in ``.grad`` afterwards was
# clipped.
class Norms(L.Callback):
    def __init__(self):
        self.norms = []

    def on_before_zero_grad(self, trainer, model, optimizer):
        gradients = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
        if gradients:
            self.norms.append(nn.utils.get_total_norm(gradients).item())


largest = {}
for clip in (None, 0.1):
    norms = Norms()
    L.Trainer(max_epochs=2, callbacks=norms, gradient_clip_val=clip, **quiet).fit(TwoMethods(), loader)
    largest[clip] = max(norms.norms)
print(f"largest norm without and with clipping: {largest[None]:.3f}, {largest[0.1]:.3f}")
assert largest[None] > 0.11 > largest[0.1] > 0.09

# %%
# Solution 3
# ^^^^^^^^^^
# Lightning steps such a scheduler once per epoch, unless you say otherwise.
class Halving(TwoMethods):
    def configure_optimizers(self):
        optimizer = super().configure_optimizers()
        return [optimizer], [torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)]


trainer = L.Trainer(max_epochs=3, **quiet)
trainer.fit(Halving(), loader)
print(f"{trainer.optimizers[0].param_groups[0]['lr'] = }")
assert trainer.optimizers[0].param_groups[0]["lr"] == learning_rate / 2**3
folder.cleanup()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/06_ecosystem/02_ignite` takes the loop from you in another way, and
# :doc:`/lessons/07_beyond/06_distributed` shows what is behind the Trainer's ``devices`` and
# ``strategy``. See also :doc:`/cards/lightning/module`, :doc:`/cards/lightning/trainer`,
# :doc:`/cards/lightning/hooks` and :doc:`/cards/lightning/callbacks`.
