"""
Checkpoints
===========

A training run that stops halfway should not have to begin again. After this lesson you can save a
model so that it loads on any machine, read the messages when it does not, and write a checkpoint
from which training goes on as if it had never stopped, equal to the last bit.

:Level: intermediate
:Before: :doc:`/lessons/03_models/03_module`, :doc:`/lessons/04_training/01_losses_and_optimizers`, :doc:`/lessons/04_training/02_schedulers`
:After: :doc:`/lessons/07_beyond/04_reproducibility`, :doc:`/lessons/06_ecosystem/01_lightning`
"""

# %%
# What a state_dict holds
# -----------------------
# The state of a model is a dictionary from names to tensors: the parameters, and the buffers, here
# those of batch normalisation. The code of the model is not in it. The task, for later: does a point
# lie inside a circle or outside?

import os
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
folder = Path(temporary.name)
torch.manual_seed(0)
points = torch.rand(256, 2) * 2 - 1
dataset = TensorDataset(points.to(device), (points.norm(dim=1) > 0.8).long().to(device))


def make_model(hidden=16, num_classes=2):
    layers = nn.Linear(2, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Dropout(0.1), nn.Linear(hidden, num_classes)
    return nn.Sequential(*layers).to(device)


model = make_model()
for name, tensor in model.state_dict().items():
    print(f"{name:22} {tuple(tensor.shape)}")
buffers = {name for name, _ in model.named_buffers()}
assert set(model.state_dict()) == buffers | {name for name, _ in model.named_parameters()} and len(buffers) == 3
assert len(points) == 256 and 0.4 < dataset.tensors[1].float().mean() < 0.6  # about half lie outside

# %%
# To a file and back
# ------------------
# ``torch.save`` writes the dictionary. To load it, build the model first, then call
# ``load_state_dict``, which copies the numbers into it and returns a report.
# ``map_location="cpu"`` opens a file from a machine with a GPU on one without; the copy puts every
# number on the device where the model is. In ``eval`` mode both models answer alike.
torch.save(model.state_dict(), folder / "model.pt")
restored = make_model()
report = restored.load_state_dict(torch.load(folder / "model.pt", map_location="cpu"))
print(report)
assert restored.eval()(dataset.tensors[0]).equal(model.eval()(dataset.tensors[0])) and not report.missing_keys
assert restored[0].weight.device.type == device.type

# %%
# What refuses to load
# --------------------
# Names and sizes have to agree. ``strict=False`` forgives names, on both sides, and never sizes. It
# then loads what it can and tells you the rest in its report, so read that report.


def refusal(function, kind):
    try:
        function()
    except kind as error:
        return " ".join(str(error).split())
    raise AssertionError(f"{kind} was expected")


state = torch.load(folder / "model.pt")
renamed = {name.replace("4.", "head."): tensor for name, tensor in state.items()}
message = refusal(lambda: restored.load_state_dict(renamed), RuntimeError)
print(message)
assert "Missing key(s)" in message and '"4.bias"' in message and 'Unexpected key(s)' in message
message = refusal(lambda: make_model(24).load_state_dict(state, strict=False), RuntimeError)
print(f"{message[:190]} ...")
assert "size mismatch for 0.weight" in message and "[16, 2]" in message and "[24, 2]" in message
report = restored.load_state_dict(renamed, strict=False)
print(f"{report.missing_keys = }, {report.unexpected_keys = }")
assert report.missing_keys == ["4.weight", "4.bias"] and report.unexpected_keys == ["head.weight", "head.bias"]

# %%
# weights_only
# ------------
# Often written: "save the whole model with ``torch.save(model, path)``, then ``torch.load(path)``".
# Run it: it is refused. Such a file names classes and functions to call, and by default
# ``torch.load`` calls none but those for tensors and plain data: numbers, strings, lists, tuples,
# dictionaries. The second file shows why. It names ``os.getcwd``, and what it names is run; it
# could name anything. So pass ``weights_only=False`` only for a file that you trust as you trust a
# program. The third surprises whoever saves a metric: NumPy's numbers are no plain data. Convert
# them with ``item()``, and arrays with ``torch.from_numpy``.


class Guest:
    def __reduce__(self):
        return os.getcwd, ()


names = {"Sequential": model, "getcwd": Guest(), "numpy": {"accuracy": np.float64(0.5)}}
for name, content in names.items():
    torch.save(content, folder / f"{name}.pt")
    message = refusal(lambda: torch.load(folder / f"{name}.pt"), Exception)
    start = message.index("GLOBAL")
    print(f"{message[start:start + 75]} ...")
    assert name in message
whole, ran = (torch.load(folder / f"{name}.pt", weights_only=False) for name in ["Sequential", "getcwd"])
print(f"the second file called os.getcwd: {ran == os.getcwd()}")
assert ran == os.getcwd() and whole[0].weight.equal(model[0].weight)

# %%
# Everything that changes
# -----------------------
# A run is more than its weights. The optimizer keeps averages of past gradients, and the learning
# rate. The scheduler counts epochs. Dropout draws from torch's random numbers, and the DataLoader
# shuffles with a generator, here one of its own. Whatever changes while you train belongs in the
# checkpoint.
num_epochs = 12
random_numbers = torch if device.type == "cpu" else torch.get_device_module(device)


def begin(seed):
    torch.manual_seed(seed)
    model = make_model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=num_epochs)
    return model, optimizer, scheduler, torch.Generator().manual_seed(seed)


def train(run, epochs):
    model, optimizer, scheduler, shuffle = run
    path = []
    for epoch in epochs:
        for x, y in DataLoader(dataset, batch_size=32, shuffle=True, generator=shuffle):
            loss = nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            path.append(nn.utils.parameters_to_vector(model.parameters()).detach())
        scheduler.step()
    return torch.stack(path)  # (steps, parameters)


# %%
# Save, stop, go on
# -----------------
# The first run is never interrupted. The second stops after six epochs and writes its checkpoint. A
# third, begun with another seed as in a fresh process, loads it and does the rest. Its weights are
# compared with ``equal``, after every single batch, without any tolerance.


def save(run, epoch, path):
    model, optimizer, scheduler, shuffle = run
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}
    parts |= {"shuffle": shuffle.get_state(), "dropout": random_numbers.get_rng_state(), "epoch": epoch}
    torch.save(parts, path)


def resume(path, left_out=""):
    checkpoint = torch.load(path, map_location="cpu")  # states of random numbers have to be on the CPU
    run = begin(seed=99)
    for name, part in zip(["model", "optimizer", "scheduler"], run):
        if name != left_out:
            part.load_state_dict(checkpoint[name])
    if left_out != "shuffle":
        run[3].set_state(checkpoint["shuffle"])
    if left_out != "dropout":
        random_numbers.set_rng_state(checkpoint["dropout"])
    return run, range(checkpoint["epoch"] + 1, num_epochs)


whole = train(begin(seed=1), range(num_epochs))
interrupted = begin(seed=1)
first_half = train(interrupted, range(6))
save(interrupted, 5, folder / "checkpoint.pt")
run, epochs = resume(folder / "checkpoint.pt")
second_half = train(run, epochs)
print(f"{epochs = }, {whole.shape = }, {torch.cat([first_half, second_half]).equal(whole) = }")
assert torch.cat([first_half, second_half]).equal(whole) and whole.shape[0] == 12 * 8 and epochs == range(6, 12)
assert run[2].last_epoch == 12 and run[2].get_last_lr()[0] < 1e-6

# %%
# What a forgotten part costs
# ---------------------------
# Now leave out one part at a time. No message appears; the run goes on, from somewhere else. Each
# curve shows how far its weights are from those of the uninterrupted run.
figure, ax = plt.subplots(figsize=(6.4, 4.4), layout="constrained")
distance, colors = {}, ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "black"]
for left_out, color in zip(["optimizer", "scheduler", "shuffle", "dropout", ""], colors):
    continued = train(*resume(folder / "checkpoint.pt", left_out))
    distance[left_out] = (continued - whole[48:]).norm(dim=1).cpu()
    one_epoch, end = distance[left_out][7], distance[left_out][-1]
    ax.plot(range(49, 97), distance[left_out], color=color, linewidth=2, label=left_out or "nothing")
    print(f"left out: {left_out or 'nothing':10} distance after one epoch {one_epoch:.3f}, at the end {end:.3f}")
ax.set(xlabel="batch", ylabel="distance of the weights")
figure.legend(title="left out", loc="outside right center", fontsize=11)
ax.set_title("Resumed after batch 48, with one part left out:\ndistance from the uninterrupted run", fontsize=12)
plt.show()
assert distance.pop("").max() == 0 and all(curve[-1] > 0.01 for curve in distance.values())
assert distance["scheduler"][0] == 0 < distance["optimizer"][0]  # the rate is the optimizer's until the next step

# %%
# A crash while saving
# --------------------
# A process may be stopped in the middle of ``torch.save``, and then the old checkpoint is gone and
# the new one is half a file. Write to another name and rename it when it is complete:
# ``os.replace`` happens at once or not at all.
in_bytes = (folder / "checkpoint.pt").read_bytes()
(folder / "half.pt").write_bytes(in_bytes[:len(in_bytes) // 2])
message = refusal(lambda: torch.load(folder / "half.pt"), (OSError, RuntimeError))
print(f"half a file: {message[:100]}")
save(run, 11, folder / "checkpoint.pt.new")
os.replace(folder / "checkpoint.pt.new", folder / "checkpoint.pt")
epochs_done = torch.load(folder / "checkpoint.pt", map_location="cpu")["epoch"] + 1
print(f"{epochs_done = }, {len(resume(folder / 'checkpoint.pt')[1]) = }")
assert epochs_done == 12 and len(resume(folder / "checkpoint.pt")[1]) == 0

# %%
# Exercises
# ---------
# 1. Load the weights into a model with three classes, all but the last layer. Hint: take the keys
#    that begin with ``4.`` out of the dictionary, and use ``strict=False``.
# 2. Read the shapes in a checkpoint without reading its numbers. Hint: ``map_location="meta"``.
# 3. Stop after three batches of an epoch and go on with the fourth. Hint: save the state of the
#    DataLoader's generator as it was when the epoch began, and skip with ``itertools.islice``.

# %%
# Solution 1
# ^^^^^^^^^^
# Without the removal the sizes would not agree, and ``strict=False`` does not forgive that.
three_classes = make_model(num_classes=3)
state = torch.load(folder / "model.pt")
report = three_classes.load_state_dict({k: v for k, v in state.items() if not k.startswith("4.")}, strict=False)
print(report.missing_keys)
assert report.missing_keys == ["4.weight", "4.bias"] and not report.unexpected_keys
assert three_classes[0].weight.equal(model[0].weight) and three_classes[4].bias.shape == (3,)

# %%
# Solution 2
# ^^^^^^^^^^
# A tensor on the device ``meta`` has a shape and a dtype and no memory for numbers.
shapes = torch.load(folder / "checkpoint.pt", map_location="meta")["model"]
print({name: tuple(tensor.shape) for name, tensor in shapes.items()})
assert all(tensor.is_meta for tensor in shapes.values()) and shapes["4.weight"].shape == (2, 16)

# %%
# Solution 3
# ^^^^^^^^^^
# The same generator state gives the same order, so skipping three batches leads to the fourth.
from itertools import islice

shuffle = torch.Generator().manual_seed(5)
loader = DataLoader(dataset, batch_size=32, shuffle=True, generator=shuffle)
at_start = shuffle.get_state()
order = [x for x, _ in loader]
shuffle.set_state(at_start)
rest = [x for x, _ in islice(loader, 3, None)]
print(f"{len(order) = }, {len(rest) = }")
assert len(rest) == 5 and all(a.equal(b) for a, b in zip(order[3:], rest)) and not order[0].equal(rest[0])
temporary.cleanup()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/04_reproducibility` asks what else makes two runs differ, and
# :doc:`/lessons/06_ecosystem/01_lightning` writes checkpoints for you. The cards say more on each
# step: :doc:`/cards/serialization/files`, :doc:`/cards/serialization/loading`,
# :doc:`/cards/serialization/state` and :doc:`/cards/optim/state`.
