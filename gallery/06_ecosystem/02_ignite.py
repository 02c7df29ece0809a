"""
Ignite
======

Ignite runs your training step over the batches and calls your functions at events, such as the end
of an epoch. Model, loss and optimizer stay plain PyTorch. After this lesson you can turn a loop of
your own into an engine, measure with Ignite's metrics, keep the best weights and stop in time.

:Level: intermediate
:Before: :doc:`/lessons/05_projects/01_mnist_cnn`, :doc:`/lessons/04_training/03_metrics`
:After: :doc:`/lessons/06_ecosystem/03_geometric`
"""

# %%
# A loop written by hand
# ----------------------
# This loop is what Ignite has to reproduce. A few hundred MNIST digits are enough, with a small
# convolutional network. ``begin`` makes everything anew from one seed, so that two trainings start
# from equal weights and see the batches in the same order.

import os
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from ignite.engine import Engine, Events, create_supervised_evaluator, create_supervised_trainer
from ignite.handlers import Checkpoint, DiskSaver, EarlyStopping, global_step_from_engine
from ignite.metrics import Accuracy, ConfusionMatrix, Loss
from sklearn.metrics import confusion_matrix
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torchvision import datasets

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
mnist = datasets.MNIST(os.environ.get("PROVEN_DATA", "data"), train=True, download=True)
images, labels = (mnist.data[:700, None] / 255).to(device), mnist.targets[:700].to(device)
train_set, valid_set = TensorDataset(images[:400], labels[:400]), TensorDataset(images[400:], labels[400:])
valid_loader = DataLoader(valid_set, batch_size=128)
loss_fn = nn.CrossEntropyLoss()


def begin(seed=0, learning_rate=0.01):
    torch.manual_seed(seed)
    layers = nn.Conv2d(1, 8, 5, stride=2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 36, 10)
    model = nn.Sequential(*layers).to(device)
    loader = DataLoader(train_set, batch_size=50, shuffle=True, generator=torch.Generator().manual_seed(seed))
    return model, torch.optim.Adam(model.parameters(), lr=learning_rate), loader


model, optimizer, loader = begin()
by_hand = []
for epoch in range(3):
    for x, y in loader:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        by_hand.append(loss.item())
num_parameters = sum(parameter.numel() for parameter in model.parameters())
print(f"{num_parameters = }, {len(by_hand)} batches, loss {by_hand[0]:.3f} at first, {by_hand[-1]:.3f} now")
assert len(by_hand) == 3 * 8 and by_hand[-1] < by_hand[0] - 0.5 and num_parameters == 8 * 26 + 10 * 289

# %%
# The same loop as an engine
# --------------------------
# An ``Engine`` takes the body of the loop as a function of itself and a batch. What the function
# returns, it keeps in ``state.output``. Often written: Ignite is to PyTorch what Keras is to
# TensorFlow. Run it: an engine has no ``compile`` and no ``fit``, only the two loops, in ``run``;
# the layers are yours. The losses equal those of the loop by hand.
model, optimizer, loader = begin()


def step(engine, batch):
    x, y = batch
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


trainer, losses = Engine(step), []
trainer.add_event_handler(Events.ITERATION_COMPLETED, lambda engine: losses.append(engine.state.output))
state = trainer.run(loader, max_epochs=3)
print(f"{state.epoch = }, {state.iteration = }, {losses == by_hand = }")
print({name: hasattr(trainer, name) for name in ("compile", "fit", "run")})
torch.testing.assert_close(losses, by_hand, rtol=1e-3, atol=1e-4)  # a GPU may add in another order
assert (state.epoch, state.iteration, len(losses)) == (3, 24, 24)
assert hasattr(trainer, "run") and not any(hasattr(trainer, name) for name in ("compile", "fit"))

# %%
# This step is so common that ``create_supervised_trainer`` writes it for you. It moves each batch to
# the device, too, so the data may stay on the CPU until then.
model, optimizer, loader = begin()
trainer, losses = create_supervised_trainer(model, optimizer, loss_fn, device=device), []
trainer.add_event_handler(Events.ITERATION_COMPLETED, lambda engine: losses.append(engine.state.output))
trainer.run(loader, max_epochs=3)
torch.testing.assert_close(losses, by_hand, rtol=1e-3, atol=1e-4)
print(f"{type(trainer) is Engine = }, {losses == by_hand = }")
assert type(trainer) is Engine

# %%
# Events
# ------
# Often written: unlike Lightning, Ignite has no standard interface. Run it: there is no class to
# inherit from, but a list of events, and a handler is any function that takes the engine. Here one
# handler sits on eight of them, in a run of two epochs with three batches, and notes when it is
# called.
order = [Events.STARTED, Events.EPOCH_STARTED, Events.GET_BATCH_STARTED, Events.GET_BATCH_COMPLETED,
         Events.ITERATION_STARTED, Events.ITERATION_COMPLETED, Events.EPOCH_COMPLETED, Events.COMPLETED]
calls = []
listened = Engine(lambda engine, batch: calls.append(("your step", batch)))
for event in order:
    listened.add_event_handler(event, lambda engine, event: calls.append((event.name, engine.state.epoch)), event)
listened.run(["a", "b", "c"], max_epochs=2)
rows = [event.name for event in order]
rows.insert(5, "your step")
_, ax = plt.subplots(figsize=(7, 4), layout="constrained")
for position, (name, _) in enumerate(calls):
    ax.plot(position, rows.index(name), "s", markersize=9, color="#d55e00" if name == "your step" else "#0072b2")
ax.set_yticks(range(len(rows)), rows, fontsize=10)
ax.invert_yaxis()
ax.grid(axis="x", alpha=0.3)
ax.set(xlabel="order of the calls", title="Eight events and your step, in two epochs")
plt.show()
names = [name for name, _ in calls]
print({name: names.count(name) for name in rows})
assert [names.count(name) for name in rows] == [1, 2, 6, 6, 6, 6, 6, 2, 1]
assert names[:7] == rows[:7] and names[-2:] == ["EPOCH_COMPLETED", "COMPLETED"]
assert [batch for name, batch in calls if name == "your step"] == list("abcabc")

# %%
# Metrics
# -------
# An evaluator is an engine whose step only predicts, in ``eval`` mode and without gradients. Metrics
# gather over its batches. ``Loss`` weighs each batch by its size: the last batch here is smaller,
# and a mean over batches would count its images more than the others. All images at once, and
# scikit-learn, are the oracles.
metrics = {"accuracy": Accuracy(), "loss": Loss(loss_fn), "confusion": ConfusionMatrix(num_classes=10)}
evaluator = create_supervised_evaluator(model, metrics, device=device)
measured = evaluator.run(valid_loader).metrics
with torch.no_grad():
    logits = model(images[400:])
    mean_over_batches = torch.stack([loss_fn(model(x), y) for x, y in valid_loader]).mean().item()
print(f"accuracy {measured['accuracy']:.3f}, loss {measured['loss']:.4f}, mean over batches {mean_over_batches:.4f}")
assert abs(measured["accuracy"] - (logits.argmax(dim=1) == labels[400:]).float().mean().item()) < 1e-6
torch.testing.assert_close(measured["loss"], loss_fn(logits, labels[400:]).item(), rtol=1e-4, atol=1e-5)
assert 1e-5 < abs(mean_over_batches - measured["loss"]) < 0.1 and len(logits) == 300  # near, but not the same
oracle = confusion_matrix(labels[400:].cpu(), logits.argmax(dim=1).cpu(), labels=range(10))
assert measured["confusion"].cpu().tolist() == oracle.tolist()  # rows are the true digits

# %%
# The best weights, and a stop in time
# ------------------------------------
# Now the parts are put together. After each epoch of the trainer, the evaluator runs. ``Checkpoint``
# keeps the weights with the best score, ``EarlyStopping`` ends the training when ``patience`` epochs
# in a row brought nothing better. Both take larger scores for better, so the loss gets a minus. Both
# listen to the evaluator, for only it knows the score.
temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
folder, history, patience, max_epochs = Path(temporary.name), [], 3, 25


def score(engine):
    return -engine.state.metrics["loss"]


model, optimizer, loader = begin(learning_rate=0.03)
trainer = create_supervised_trainer(model, optimizer, loss_fn, device=device)
evaluator = create_supervised_evaluator(model, metrics, device=device)
keep_best = Checkpoint({"model": model}, DiskSaver(folder), n_saved=1, score_function=score, score_name="score",
                       global_step_transform=global_step_from_engine(trainer))
evaluator.add_event_handler(Events.COMPLETED, keep_best)
stopper = EarlyStopping(patience, score, trainer)
stopper.logger.setLevel("WARNING")  # it would log the time of the stop
evaluator.add_event_handler(Events.COMPLETED, stopper)


@trainer.on(Events.EPOCH_COMPLETED)
def validate(engine):
    history.append(evaluator.run(valid_loader).metrics["loss"])


trainer.run(loader, max_epochs)
best_epoch = 1 + min(range(len(history)), key=history.__getitem__)
print(f"stopped after epoch {trainer.state.epoch} of {max_epochs}, best epoch {best_epoch}")
print([path.name for path in folder.iterdir()])
assert len(history) == trainer.state.epoch == min(best_epoch + patience, max_epochs)
assert [path.name.startswith(f"model_{best_epoch}_score=") for path in folder.iterdir()] == [True]

# %%
# The file holds a ``state_dict``. ``load_objects`` puts it into a model that exists, and its loss is
# the lowest of the curve again. Without it you would go on with the weights of the last epoch.
best_model = begin(seed=1)[0]
Checkpoint.load_objects({"model": best_model}, torch.load(next(folder.iterdir()), map_location=device))
best = create_supervised_evaluator(best_model, {"loss": Loss(loss_fn)}, device=device).run(valid_loader).metrics["loss"]
_, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.plot(range(1, len(history) + 1), history, "o-", color="#0072b2")
ax.plot(best_epoch, best, "o", markersize=15, fillstyle="none", markeredgewidth=2, color="#d55e00")
side = "right" if best_epoch > len(history) / 2 else "left"
ax.text(best_epoch, best + 0.08 * max(history), "kept by Checkpoint", color="#d55e00", fontsize=12, ha=side)
ax.set(xlabel="epoch", ylabel="validation loss", ylim=(0, 1.1 * max(history)))
ax.set_title("The epoch with the lowest loss, and where the run ended")
plt.show()
print(f"best loss {best:.4f}, last loss {history[-1]:.4f}")
torch.testing.assert_close(best, min(history), rtol=1e-4, atol=1e-5)
temporary.cleanup()

# %%
# Exercises
# ---------
# 1. Note the loss of every fourth batch only. Hint: ``Events.ITERATION_COMPLETED(every=4)``.
# 2. Step a scheduler after every epoch. Hint: a handler takes the engine; ``scheduler.step`` does not.
# 3. End a run as soon as the loss is below 0.5. Hint: ``engine.terminate()``.

# %%
# Solution 1
# ^^^^^^^^^^
# The event is called with a filter; iterations are counted over all epochs.
model, optimizer, loader = begin()
trainer, noted = create_supervised_trainer(model, optimizer, loss_fn, device=device), {}


@trainer.on(Events.ITERATION_COMPLETED(every=4))
def note(engine):
    noted[engine.state.iteration] = engine.state.output


trainer.run(loader, max_epochs=2)
print({iteration: round(loss, 3) for iteration, loss in noted.items()})
torch.testing.assert_close(list(noted.values()), by_hand[3:16:4], rtol=1e-3, atol=1e-4)
assert list(noted) == [4, 8, 12, 16]

# %%
# Solution 2
# ^^^^^^^^^^
# The lambda takes the engine and does not hand it on.
model, optimizer, loader = begin()
trainer, rates = create_supervised_trainer(model, optimizer, loss_fn, device=device), []
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
trainer.add_event_handler(Events.EPOCH_STARTED, lambda engine: rates.append(scheduler.get_last_lr()[0]))
trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda engine: scheduler.step())
trainer.run(loader, max_epochs=3)
print(rates)
torch.testing.assert_close(rates, [0.01, 0.005, 0.0025])

# %%
# Solution 3
# ^^^^^^^^^^
# ``terminate`` lets the current batch finish and ends both loops.
model, optimizer, loader = begin()
trainer = create_supervised_trainer(model, optimizer, loss_fn, device=device)
at_most = Events.ITERATION_COMPLETED
trainer.add_event_handler(at_most, lambda engine: engine.terminate() if engine.state.output < 0.5 else None)
state = trainer.run(loader, max_epochs=20)
print(f"{state.iteration = }, {state.output = :.3f}")
assert state.output < 0.5 and state.iteration < 20 * 8

# %%
# Where to go next
# ----------------
# :doc:`/lessons/06_ecosystem/01_lightning` solves the same task with a class to inherit from, and
# :doc:`/lessons/04_training/06_checkpoints` says what a checkpoint must hold to go on from it.
# Cards: :doc:`/cards/ecosystem/ignite`, :doc:`/cards/training/loop` and
# :doc:`/cards/metrics/scores`.
