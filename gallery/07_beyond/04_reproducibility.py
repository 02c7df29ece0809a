"""
Reproducible runs
=================

A run that you cannot repeat, you cannot debug. After this lesson you know what a seed fixes and what
it does not: worker processes, the order in which numbers are summed, threads, devices. You can make
a run repeat bit for bit where that is possible, and say how much two runs may differ where it is not.

:Level: advanced
:Before: :doc:`/lessons/04_training/06_checkpoints`, :doc:`/lessons/02_data/02_batches`
:After: :doc:`/lessons/07_beyond/06_distributed`
"""

# %%
# What a seed fixes
# -----------------
# ``torch.manual_seed`` starts torch's random numbers at a fixed place, on the CPU and on every GPU.
# First weights, shuffling and dropout draw from them. So seed before you build the model, and two
# trainings end with equal weights. This lesson computes with one thread; you will see why.

# sphinx_gallery_thumbnail_number = 2
import json
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
num_threads = torch.get_num_threads()
torch.set_num_threads(1)  # also faster here: over matrices this small, threads mostly wait for one another
points = torch.rand(200, 2, generator=torch.Generator().manual_seed(0)) * 2 - 1
inputs, targets = points.to(device), (points.norm(dim=1) > 0.8).float().to(device)


def train(seed, steps=20):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Dropout(0.1), nn.Linear(16, 1)).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(steps):
        loss = nn.functional.binary_cross_entropy_with_logits(model(inputs).squeeze(1), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return nn.utils.parameters_to_vector(model.parameters()).detach(), loss.item()


first, again, other = train(seed=3), train(seed=3), train(seed=4)
print(f"seed 3: loss {first[1]:.6f}, seed 3: loss {again[1]:.6f}, seed 4: loss {other[1]:.6f}")
assert first[0].equal(again[0]) and first[1] == again[1] and not first[0].equal(other[0])
assert not first[0].equal(train(seed=3, steps=1)[0])  # each step changes the weights
assert 0.4 < targets.mean() < 0.6 and len(inputs) == 200  # about half of the points lie outside the circle

# %%
# What it does not fix
# --------------------
# Often written: ``torch.manual_seed`` makes the program repeat. Run it: Python's ``random`` and
# NumPy have seeds of their own. And a seed fixes a sequence, not a call: one more draw before
# yours, and you get the next number. A generator of your own keeps a part of the program apart.


def draw(extra=0):
    torch.manual_seed(5)
    own = torch.Generator().manual_seed(5)
    torch.rand(extra)
    return random.random(), np.random.rand(), torch.rand(1).item(), torch.rand(1, generator=own).item()


names = ["random", "numpy", "torch", "own generator"]
same = dict(zip(names, (a == b for a, b in zip(draw(), draw()))))
same_after_extra = dict(zip(names, (a == b for a, b in zip(draw(), draw(extra=1)))))
print(f"seeded again:      {same}\nafter one draw more: {same_after_extra}")
assert list(same.values()) == [False, False, True, True]
assert list(same_after_extra.values()) == [False, False, False, True]

# %%
# The order of a sum
# ------------------
# Random numbers are not all. ``float32`` keeps about seven digits, so an addition may round, and
# another order rounds otherwise. Below are ten thousand numbers, summed in a thousand orders.
# ``math.fsum`` gives the exact sum, rounded once.
generator = torch.Generator().manual_seed(1)
numbers = torch.randn(10_000, generator=generator)
orders = torch.stack([torch.randperm(10_000, generator=generator) for _ in range(1000)])
sums = numbers.to(device)[orders.to(device)].sum(dim=1).cpu().double()
exact = math.fsum(numbers.tolist())
_, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
values, counts = sums.unique(return_counts=True)
ax.bar((values - exact).numpy() * 1e6, counts.numpy(), width=2, color="#56b4e9")
ax.axvline(0, color="#d55e00", linewidth=2)
ax.text(0, 1.1 * counts.max().item(), " exact", color="#d55e00", fontsize=12)
ax.set(ylim=(0, 1.25 * counts.max().item()), xlabel="sum minus exact sum, in millionths", ylabel="orders")
ax.set_title("One set of numbers, summed in 1,000 orders")
plt.show()
print(f"{len(values)} different sums, the worst is {(sums - exact).abs().max():.1e} off; {exact = :.6f}")
assert 0.1 + (0.2 + 0.3) != (0.1 + 0.2) + 0.3 and len(orders.unique(dim=0)) == 1000
assert len(values) > 1 and counts.sum() == 1000 and (sums - exact).abs().max() < 1e-3

# %%
# Threads and batches
# -------------------
# Who chooses the order? Threads share a sum, and each adds its own part. A matrix product picks its
# algorithm by its size, so a row computed alone may differ from the same row computed in a batch.
# Whether they differ depends on the machine; that they agree within rounding, you may rely on.
large = torch.randn(300_000, generator=generator)
by_threads = {}
for threads in [1, 2, 3]:
    torch.set_num_threads(threads)
    by_threads[threads] = large.sum()
torch.set_num_threads(1)
layer = torch.nn.Linear(512, 512).to(device).requires_grad_(False)
rows = torch.randn(64, 512, generator=generator).to(device)
in_batch, alone = layer(rows)[:1], layer(rows[:1])
print("sums by number of threads:", {threads: f"{total:.5f}" for threads, total in by_threads.items()})
print(f"a row in a batch and alone: equal {in_batch.equal(alone)}, apart by {(in_batch - alone).abs().max():.1e}")
for total in by_threads.values():
    torch.testing.assert_close(total.item(), math.fsum(large.tolist()), rtol=0, atol=0.01)
torch.testing.assert_close(in_batch, alone, rtol=1e-3, atol=1e-3)  # some GPUs round products to fewer digits
assert list(by_threads) == [1, 2, 3] and in_batch.shape == (1, 512)

# %%
# From one bit to another model
# -----------------------------
# Does the last digit matter? Train twice, with one weight moved by one unit in the last place. A
# low learning rate keeps the two together. With a high one there comes a time when every step
# amplifies the difference, and the two end with different weights. ``float64`` begins with a smaller
# difference and so gets there later, but it gets there. (On the CPU: not every accelerator has
# ``float64``.)


def trajectory(dtype, learning_rate, nudge=False, steps=300):
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1)).to(dtype)
    x, y = points.to(dtype), (points.norm(dim=1, keepdim=True) > 0.8).to(dtype)
    weight = model[0].weight.detach()  # the same memory
    if nudge:
        weight[0, 0] = torch.nextafter(weight[0, 0], weight.new_tensor(2.0))
    path = []
    for _ in range(steps):
        path.append(nn.utils.parameters_to_vector(model.parameters()).detach())
        gradients = torch.autograd.grad(nn.functional.mse_loss(model(x), y), list(model.parameters()))
        with torch.no_grad():
            for parameter, gradient in zip(model.parameters(), gradients):
                parameter -= learning_rate * gradient
    return torch.stack(path)


_, ax = plt.subplots(figsize=(6.4, 4.2), layout="constrained")
styles, starts = {torch.float32: ("#d55e00", "top"), torch.float64: ("#0072b2", "bottom")}, {}
for (dtype, (color, side)), rate in [(style, rate) for style in styles.items() for rate in (0.1, 0.3)]:
    plain, nudged = trajectory(dtype, rate), trajectory(dtype, rate, nudge=True)
    distance = (plain - nudged).norm(dim=1)
    ax.semilogy(distance, color=color, linewidth=2, linestyle="-" if rate == 0.3 else "--")
    ax.text(305, distance[-1], f"{str(dtype)[6:]}, rate {rate}", color=color, fontsize=12, va=side)
    print(f"{dtype}, rate {rate}: distance at first {distance[0]:.0e}, largest {distance.max():.0e}")
    starts[dtype] = distance[0]
    assert 0 < distance[0] <= torch.finfo(dtype).eps and len(plain) == 300
    assert distance.max() > 1e-3 if rate == 0.3 else distance.max() < 1000 * torch.finfo(dtype).eps
assert trajectory(torch.float32, 0.3).equal(trajectory(torch.float32, 0.3))  # without a nudge there is no distance
assert 0 < starts[torch.float64] < starts[torch.float32]  # the last place of float64 is smaller
ax.set(xlim=(0, 440), xlabel="step", ylabel="distance of the weights")
ax.set_title("Two trainings that differ in the last bit of one weight")
plt.show()

# %%
# Deterministic algorithms
# ------------------------
# Some operations leave the order open, mostly on a GPU. ``use_deterministic_algorithms(True)`` picks
# another algorithm where there is one, and refuses where there is none. It is no seed and needs one
# beside it. On an NVIDIA GPU matrix products want ``CUBLAS_WORKSPACE_CONFIG=:4096:8`` set before the
# program starts. ``put_`` has no such algorithm: if a place is named twice, which value stays?
before = torch.are_deterministic_algorithms_enabled()
torch.use_deterministic_algorithms(True)
try:
    torch.zeros(3, device=device).put_(torch.tensor([1, 1], device=device), torch.tensor([5.0, 6.0], device=device))
except RuntimeError as refusal:
    print(f"RuntimeError: {str(refusal)[:62]} ...")
    assert "put_ does not have a deterministic implementation" in str(refusal)
else:
    raise AssertionError("put_ was expected to be refused")
finally:
    print(f"memory not yet written: {torch.empty(2).tolist()}")  # filled, so that reading it is noticed
    assert torch.empty(2).isnan().all()
    torch.use_deterministic_algorithms(before)

# %%
# Worker processes
# ----------------
# The workers of a DataLoader are processes of their own. Their seeds come from the loader's
# generator plus the worker's number. The program below draws in ``__getitem__`` in four ways. It is
# a file, with its work under ``if __name__ == "__main__":``, as Windows and macOS need it.
program = '''
import json, random
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

class Draws(Dataset):
    def __init__(self):
        self.rng = np.random.default_rng(0)  # copied into every worker

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return {"torch": torch.rand(1).item(), "random": random.random(),
                "numpy": np.random.rand(), "own rng": self.rng.random()}

def new_rng(worker):
    torch.utils.data.get_worker_info().dataset.rng = np.random.default_rng(torch.initial_seed())

def draws(num_workers, init=None):
    generator = torch.Generator().manual_seed(7)
    loader = DataLoader(Draws(), batch_size=None, num_workers=num_workers, generator=generator, worker_init_fn=init)
    return list(loader)

if __name__ == "__main__":
    torch.manual_seed(7)
    print(json.dumps([draws(2), draws(2), draws(0), draws(2, new_rng)]))
'''
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "draws.py").write_text(program)
    command = [sys.executable, str(Path(folder, "draws.py"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
two, two_again, none, with_init = json.loads(done.stdout)
for source in two[0]:
    print(f"{source:8}", *[f"sample {index}: {sample[source]:.4f}" for index, sample in enumerate(two)], sep="   ")

# %%
# Samples 0 and 2 come from the first worker, 1 and 3 from the second. Often written: NumPy gives the
# same numbers in every worker. Run it: the loader seeds its global numbers in each worker, and a
# second loader with the same generator repeats them. A generator that your dataset holds is copied,
# and there the saying is true: sample 1 repeats sample 0. ``worker_init_fn`` mends it. And the number
# of workers is a part of the recipe: without workers, the numbers are others.
for source in ["torch", "random", "numpy"]:
    assert [sample[source] for sample in two] == [sample[source] for sample in two_again]
    assert len({sample[source] for sample in two}) == 4
own = [[sample["own rng"] for sample in samples] for samples in (two, with_init)]
print(f"own rng: {len(set(own[0]))} different numbers of 4; with worker_init_fn: {len(set(own[1]))}")
print(f"the same torch numbers without workers: {two[0]['torch'] == none[0]['torch']}")
assert own[0][0] == own[0][1] and own[0][2] == own[0][3] and len(set(own[1])) == 4
assert two[0]["torch"] != none[0]["torch"]

# %%
# Devices
# -------
# A GPU has another random generator and other algorithms: the same seed gives other numbers. Draw on
# the CPU and move the numbers where two devices have to agree, and compare with a tolerance.
if device.type == "cpu":
    print("no accelerator here: what follows compares the CPU with itself")
torch.manual_seed(0)
on_cpu = torch.rand(3)
torch.manual_seed(0)
on_device = torch.rand(3, device=device)
print(f"{on_cpu.tolist() = }\n{on_device.tolist() = }")
torch.testing.assert_close((points.to(device) @ points.to(device).T).cpu(), points @ points.T, rtol=1e-2, atol=1e-2)
assert on_cpu.equal(on_device.cpu()) or device.type != "cpu"

# %%
# Exercises
# ---------
# 1. A seed is not a result. Train with ten seeds and say how far the losses are apart. Hint: mean
#    and standard deviation; compare two methods by those, never by one run each.
# 2. Write a function that seeds torch, NumPy and ``random``, and prove it. Hint: ``draw``.
# 3. Sum the numbers of this lesson in ``float64``. How many different sums? Hint: ``.double()``.

# %%
# Solution 1
# ^^^^^^^^^^
# If one run of another method is better by less than this spread, that shows nothing.
losses = torch.tensor([train(seed)[1] for seed in range(10)])
print(f"mean {losses.mean():.4f}, standard deviation {losses.std():.4f}, {len(losses.unique())} different losses")
assert len(losses.unique()) == 10 and losses.std() > 1e-4 and losses[3] == torch.tensor(first[1])

# %%
# Solution 2
# ^^^^^^^^^^
# It touches the global state of three libraries, so call it once, at the start of a program.


def seed_everything(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


seed_everything(6)
once = random.random(), np.random.rand(), torch.rand(1).item()
seed_everything(6)
twice = random.random(), np.random.rand(), torch.rand(1).item()
print(f"{once == twice = }")
assert once == twice

# %%
# Solution 3
# ^^^^^^^^^^
# One, the exact one. A ``float32`` number has 24 binary digits, ``float64`` has room for 53, so these
# sums never round. Numbers that differ more in size would need still more room.
in_float64 = numbers.double()[orders].sum(dim=1)
print(f"{len(in_float64.unique())} sum, {in_float64[0] - exact:.0e} off")
assert in_float64.unique().tolist() == [exact]
torch.set_num_threads(num_threads)  # as it was

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/03_speed` trades some of this for time, and
# :doc:`/lessons/07_beyond/06_distributed` adds up over several processes. Cards:
# :doc:`/cards/training/reproducible`, :doc:`/cards/setup/generators`, :doc:`/cards/data/workers` and
# :doc:`/cards/testing/comparing`.
