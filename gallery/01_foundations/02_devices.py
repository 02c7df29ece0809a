"""
Devices
=======

A tensor lives in the memory of one device: the CPU, or an accelerator such as a GPU. After this
lesson you can pick the device that is there, move models and data to it, read the error that you
get when one of them stayed behind, and time work on a device that does not wait for Python.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/01_tensors`
:After: :doc:`/lessons/01_foundations/03_autograd`, :doc:`/lessons/02_data/01_dataset`
"""

# %%
# Choosing a device
# -----------------
# ``torch.accelerator`` finds an accelerator of any maker. Write the choice once, at the top, and
# use ``device`` from there on: the same script then runs with a GPU and without. Often written:
# the line ``torch.device("cuda")`` makes the computation use the GPU. Run it: it is only a name.
# It needs no GPU, and new tensors are made on the CPU as before.

# sphinx_gallery_thumbnail_number = 2
import time
from concurrent.futures import ThreadPoolExecutor

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

has_accelerator = torch.accelerator.is_available()
device = torch.accelerator.current_accelerator() if has_accelerator else torch.device("cpu")
print(f"{device = }, {torch.accelerator.device_count() = }")
name = torch.device("cuda")
prices = torch.tensor([3.0, 5.0])
print(f"{name = }, and yet {prices.device = }")
assert prices.device.type == "cpu" and (device.type != "cpu") == has_accelerator

# %%
# Moving a tensor
# ---------------
# ``to`` returns a tensor on the device that you name and leaves the original where it was, so
# assign the result. A tensor that is there already is not copied. Better still, make it in the
# right place with ``device=``. Every machine has the ``meta`` device: its tensors have a shape but
# no numbers, and they are not on the CPU. Where there is no accelerator, it stands in for one here.
elsewhere = device if has_accelerator else torch.device("meta")
prices.to(elsewhere)  # the result is thrown away
moved = prices.to(elsewhere)
made_there = torch.ones(2, device=elsewhere)
print(f"{prices.device = }, {moved.device = }, {made_there.device = }")
assert prices.device.type == "cpu" and moved.device == made_there.device and moved.device.type == elsewhere.type
assert prices.to("cpu") is prices and prices.to("cpu", torch.float64) is not prices

# %%
# What a mismatch says
# --------------------
# One operation works in one place. If its tensors are in two, PyTorch moves nothing on its own and
# raises an error. The words differ from device to device, but the places are named. Ask: which of
# my tensors did I forget to move? NumPy and Matplotlib read CPU memory only, and ``numpy`` says so.
# The way back is ``.cpu()``, or ``.item()`` for a single number. (Only ``meta`` has no way back,
# whatever the message says: there are no numbers to bring.)
for attempt, places in [(lambda: prices + made_there, ["cpu", elsewhere.type]), (made_there.numpy, [elsewhere.type])]:
    try:
        attempt()
    except (RuntimeError, TypeError) as mismatch:
        print(f"{type(mismatch).__name__}: {mismatch}")
        assert all(place in str(mismatch) for place in places)
    else:
        raise AssertionError("a tensor elsewhere should be refused")

# %%
# There are exceptions, and two are useful: positions on the CPU may index a tensor elsewhere, and a
# CPU tensor without dimensions may join tensors elsewhere, as a Python number may. The table adds
# every pair of four tensors and notes where the result is. A vector on the CPU and anything elsewhere
# do not go together.
assert made_there[torch.tensor([1, 0, 1])].device == made_there.device
vector, scalar, outcome = torch.ones(3), torch.tensor(2.0), {}
operands = {"cpu, vector": vector, "cpu, 0-D": scalar}
operands |= {f"{elsewhere.type}, vector": vector.to(elsewhere), f"{elsewhere.type}, 0-D": scalar.to(elsewhere)}
for left, x in operands.items():
    for right, y in operands.items():
        try:
            outcome[left, right] = (x + y).device.type
        except RuntimeError:
            outcome[left, right] = "error"
        assert (outcome[left, right] != "error") == (x.device == y.device or "cpu, 0-D" in (left, right))
print(f"{list(outcome.values()).count('error')} of {len(outcome)} pairs fail")
assert outcome["cpu, 0-D", f"{elsewhere.type}, vector"] == elsewhere.type and len(outcome) == 16

colors = {"cpu": "#cfe8fa", elsewhere.type: "#ffd27f", "error": "#f4f4f4"}
cells = [[outcome[left, right] for right in operands] for left in operands]
fig, ax = plt.subplots(figsize=(6.8, 3.4), layout="constrained")
ax.table(cells, [[colors[cell] for cell in row] for row in cells], "center", rowLabels=[*operands],
         colLabels=[*operands], bbox=[0.18, 0, 0.82, 1], fontsize=12).auto_set_font_size(False)
ax.set_axis_off()
ax.set_title("Where left operand (rows) + right operand (columns) ends up")
plt.show()

# %%
# Moving a model
# --------------
# A module is a part of a network, such as the layer ``nn.Linear``, and its parameters are the
# tensors that training changes. Its ``to`` moves the parameters of that very module and returns it,
# so you need not assign. It moves what is registered, and only that. A tensor kept as a plain
# attribute stays behind, and the error comes at the first batch. Register such a tensor with
# ``register_buffer``: it is not trained, but it moves along, and ``state_dict``, which is what you
# save, has it.
model = nn.Linear(3, 1)
model.forgotten = torch.zeros(3)
model.register_buffer("center", torch.ones(3))
assert model.to(elsewhere) is model
print(f"{model.weight.device = }, {model.center.device = }, {model.forgotten.device = }")
assert model.weight.device == model.center.device == moved.device != model.forgotten.device
assert sorted(model.state_dict()) == ["bias", "center", "weight"]
assert model(torch.zeros(2, 3, device=elsewhere) - model.center).shape == (2, 1)

# %%
# The pattern of a training loop
# ------------------------------
# Move the model once, before the loop, and each batch inside it. ``pin_memory=True`` puts batches
# into memory that the system may not move; from there ``non_blocking=True`` copies to a GPU while
# Python goes on. Without a GPU it is of no use. The loop looks for the 3 and the 1 in
# :math:`y = 3x + 1`. Later lessons explain its other lines; here, look at the calls of ``to``.
torch.manual_seed(0)
x = torch.linspace(-1, 1, 64)[:, None]
pin = device.type == "cuda"
loader = DataLoader(TensorDataset(x, 3 * x + 1), batch_size=16, shuffle=True, pin_memory=pin)
model = nn.Linear(1, 1).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
for epoch in range(20):
    for inputs, targets in loader:
        assert inputs.is_pinned() == pin
        inputs, targets = inputs.to(device, non_blocking=pin), targets.to(device, non_blocking=pin)
        loss = nn.functional.mse_loss(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("the batches were pinned" if pin else "no CUDA device here, so nothing was pinned")
print(f"{inputs.device = }, weight {model.weight.item():.3f}, bias {model.bias.item():.3f}")
torch.testing.assert_close([model.weight.item(), model.bias.item()], [3.0, 1.0], rtol=0, atol=1e-3)
assert inputs.device.type == device.type and len(loader) == 4 and len(inputs) == 64 / 4

# %%
# Timing what does not wait
# -------------------------
# On a GPU, ``x @ y`` returns at once: Python has placed an order, and the GPU works through its
# queue. A clock read then shows the time of ordering. ``torch.accelerator.synchronize()`` waits for
# the queue to empty. To show it on every machine, a thread plays the device here: it has a queue,
# and each of its four jobs takes a tenth of a second.
start, jobs = time.perf_counter(), []


def job():
    began = time.perf_counter() - start
    time.sleep(0.1)
    return began, time.perf_counter() - start


with ThreadPoolExecutor(max_workers=1) as queue:
    for _ in range(4):
        jobs.append(queue.submit(job))
    too_early = time.perf_counter() - start
    spans = [order.result() for order in jobs]  # waits, as synchronize does
    in_time = time.perf_counter() - start
print(f"clock without waiting: {too_early:.4f} s, after waiting: {in_time:.2f} s")
assert too_early < 0.3 and 0.39 < spans[-1][1] <= in_time < 4 and len(spans) == 4
assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:]))  # one job after the other
assert all(0.09 < ended - began < 1 for began, ended in spans)  # a tenth of a second each, and what the system takes

fig, ax = plt.subplots(figsize=(6.8, 3.2), layout="constrained")
bars = [(0, began, ended, "#ffd27f", f"job {number}") for number, (began, ended) in enumerate(spans, 1)]
for row, began, ended, color, text in [*bars, (1, too_early, in_time, "white", "Python waits")]:
    ax.barh(row, ended - began, left=began, height=0.5, color=color, edgecolor="black")
    ax.text((began + ended) / 2, row, text, ha="center", va="center", fontsize=11)
for moment, text, side in [(too_early, " clock read too early", "left"), (in_time, "clock read in time ", "right")]:
    ax.axvline(moment, ymax=0.8, color="#0072b2", linewidth=2)
    ax.text(moment, 1.5, text, ha=side, color="#0072b2", fontsize=12)
ax.set(yticks=[0, 1], yticklabels=["device", "Python"], ylim=(-0.5, 1.9), xlim=(-0.015, 1.05 * in_time))
ax.set(xlabel="seconds since the first order", title="Four jobs are ordered at once, the work takes longer")
plt.show()

# %%
# The same with a real device, where there is one. The first call also loads and chooses programs
# for it, so do not count it.
if has_accelerator:
    matrix = torch.randn(4000, 4000, device=device)
    for attempt in ("first", "second"):
        start = time.perf_counter()
        product = matrix @ matrix
        too_early = time.perf_counter() - start
        torch.accelerator.synchronize()
        print(f"{attempt} call: {too_early:.5f} s without waiting, {time.perf_counter() - start:.5f} s with")
else:
    print("no accelerator here; on the CPU an operation returns when it is done, so there is nothing to wait for")

# %%
# Exercises
# ---------
# 1. A layer of 100,000 inputs and as many outputs does not fit into most GPUs. How many gigabytes
#    would it take? Hint: inside ``with torch.device("meta"):`` it costs no memory to make one.
# 2. Some batches are dictionaries and lists of tensors. Write ``move(batch, device)``. Hint: it
#    may call itself.
# 3. Write a function that says on which devices a model has something. Hint: ``parameters()`` is
#    not all.

# %%
# Solution 1
# ^^^^^^^^^^
# The layer has its shape and its dtype on the ``meta`` device, and that is all you need to count.
with torch.device("meta"):
    layer = nn.Linear(100_000, 100_000)
gigabytes = sum(parameter.numel() * parameter.element_size() for parameter in layer.parameters()) / 1e9
print(f"{gigabytes:.4f} GB")
assert gigabytes == 4 * (100_000**2 + 100_000) / 1e9

# %%
# Solution 2
# ^^^^^^^^^^
# What is neither a container nor a tensor, such as a file name, stays as it is.


def move(batch, device):
    if isinstance(batch, dict):
        return {key: move(value, device) for key, value in batch.items()}
    if isinstance(batch, (list, tuple)):
        return [move(value, device) for value in batch]
    return batch.to(device) if isinstance(batch, torch.Tensor) else batch


moved = move({"image": torch.ones(2), "boxes": [torch.ones(4), torch.ones(4)], "file": "a.png"}, elsewhere)
print(f"{moved['image'].device = }, {moved['boxes'][1].device = }, {moved['file'] = }")
assert {tensor.device.type for tensor in [moved["image"], *moved["boxes"]]} == {elsewhere.type}
assert [tuple(tensor.shape) for tensor in [moved["image"], *moved["boxes"]]] == [(2,), (4,), (4,)] and moved["file"] == "a.png"

# %%
# Solution 3
# ^^^^^^^^^^
# Buffers count as well. A model with two answers has been moved only in part.


def devices(model):
    return {tensor.device.type for tensor in [*model.parameters(), *model.buffers()]}


split = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2, affine=False).to("meta"))  # the second has buffers only
print(f"{sorted(devices(split)) = }")
assert devices(split) == {"cpu", "meta"} and devices(split.to("meta")) == {"meta"}

# %%
# Where to go next
# ----------------
# :doc:`/lessons/01_foundations/03_autograd` computes gradients on the device of your tensors,
# :doc:`/lessons/02_data/01_dataset` has more on loaders. See also :doc:`/cards/device/placement`,
# :doc:`/cards/training/measuring` for clocks and :doc:`/cards/data/dataloader` for pinned memory.
