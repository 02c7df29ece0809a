"""
More than one process
=====================

One process uses one GPU well, or some cores; for more you start more processes. After this lesson
you can share a tensor between processes, train one model in two of them with
``DistributedDataParallel``, prove that they compute what one process would, give each its share of
the data, and start the same script on several GPUs or machines.

:Level: advanced
:Before: :doc:`/lessons/05_projects/01_mnist_cnn`, :doc:`/lessons/02_data/02_batches`
:After: nothing
"""

# %%
# Memory that is shared
# ---------------------
# A process has memory of its own; what you hand to another arrives as a copy. Tensors are the
# exception: ``torch.multiprocessing`` is Python's ``multiprocessing`` and moves them to memory that
# both can see. The program stands in a file of its own, with ``if __name__ == "__main__":``,
# because each new process reads the file again. It hands a second process a tensor and a list.

import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import lightning as L
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.distributed.run import parse_args
from torch.utils.data import DistributedSampler

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
folder = tempfile.TemporaryDirectory()
environment = os.environ | {"OMP_NUM_THREADS": "1"}  # two processes with all threads each would quarrel

sharing = """
import torch
from torch import multiprocessing


def fill(rank, tensor, numbers):
    tensor[0] = numbers[0] = 10


if __name__ == "__main__":
    tensor, numbers = torch.zeros(2), [0, 0]
    multiprocessing.spawn(fill, args=(tensor, numbers), nprocs=1)
    print(tensor.tolist(), numbers)
"""


def run(name, program, *options, arguments=()):
    path = Path(folder.name) / name
    path.write_text(program)
    command = [sys.executable, *options, path, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=180, env=environment).stdout


output = run("sharing.py", sharing)
print(output)
assert output == "[10.0, 0.0] [0, 0]\n"

# %%
# Often written: ``torch.multiprocessing`` is the package for training on two GPUs. It starts
# processes and shares memory on one machine. Run it: what training needs, such as a sum over all
# processes, is in ``torch.distributed``.

print(f"{hasattr(torch.multiprocessing, 'all_reduce') = }, {hasattr(torch.distributed, 'all_reduce') = }")
assert not hasattr(torch.multiprocessing, "all_reduce") and hasattr(torch.distributed, "all_reduce")

# %%
# Why it can work
# ---------------
# A loss is a mean over samples, and so is its gradient. Cut a batch into two equal parts, and the
# mean of their two gradients is the gradient of the whole. So each process can compute its part and
# exchange gradients only: the weights then stay equal by themselves.


def make_model():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))


def gradients(x, y):
    loss = nn.functional.mse_loss(model(x), y)
    return torch.cat([gradient.flatten() for gradient in torch.autograd.grad(loss, model.parameters())])


model, generator = make_model().to(device), torch.Generator().manual_seed(1)
x = torch.randn(16, 3, generator=generator)
y = x.sum(dim=1, keepdim=True).sin()
data = {"x": x, "y": y}
x, y = x.to(device), y.to(device)
whole, first, second = gradients(x, y), gradients(x[::2], y[::2]), gradients(x[1::2], y[1::2])
print(f"{(first - second).abs().max() = :.3f}, {((first + second) / 2 - whole).abs().max() = :.1e}")
torch.testing.assert_close((first + second) / 2, whole)
assert (first - second).abs().max() > 0.1

# %%
# It fails where samples meet before the loss. ``BatchNorm`` normalises each part by the mean and
# variance of that part, so two processes compute something else than one. ``nn.SyncBatchNorm``, for
# GPUs, takes them over all processes.

model = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.Linear(8, 1)).to(device)
whole, first, second = gradients(x, y), gradients(x[::2], y[::2]), gradients(x[1::2], y[1::2])
print(f"with BatchNorm {((first + second) / 2 - whole).abs().max() = :.3f}")
assert ((first + second) / 2 - whole).abs().max() > 0.05

# %%
# Each its share
# --------------
# ``DistributedSampler`` deals the samples out like cards: process ``rank`` of ``num_replicas`` gets
# every ``num_replicas``-th one of an order that all of them know, because it depends only on the
# seed and the epoch. Often written: it shuffles anew in each epoch. Run it: only if you tell it the
# epoch, with ``set_epoch``. Every sample comes once, if their number divides evenly; if not, a few
# come twice, so that no process runs out earlier than the others.

samplers = [DistributedSampler(range(16), num_replicas=2, rank=rank, seed=5) for rank in range(2)]
owners = []
for epoch in (0, 0, 1, 2):
    for rank, sampler in enumerate(samplers):
        sampler.set_epoch(epoch)
    shares = [list(sampler) for sampler in samplers]
    assert sorted(shares[0] + shares[1]) == list(range(16)) and len(shares[0]) == 8
    owners.append([int(sample in shares[1]) for sample in range(16)])
odd = [list(DistributedSampler(range(7), 2, rank, shuffle=False)) for rank in range(2)]
print(f"seven samples for two: {odd}")
assert odd == [[0, 2, 4, 6], [1, 3, 5, 0]] and owners[0] == owners[1] != owners[2] != owners[3]

fig, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
ax.pcolormesh(torch.tensor(owners).numpy(), cmap="Blues", vmin=-0.2, vmax=2, edgecolors="white", linewidth=2)
for row, ranks in enumerate(owners):
    for sample, rank in enumerate(ranks):
        ax.text(sample + 0.5, row + 0.5, rank, ha="center", va="center")
ax.set(title="Which process gets which sample", xlabel="sample", ylabel="told by set_epoch")
ax.set_xticks([sample + 0.5 for sample in range(16)], range(16))
ax.set_yticks([row + 0.5 for row in range(4)], ["epoch 0", "epoch 0 again", "epoch 1", "epoch 2"])
ax.invert_yaxis()
plt.show()

# %%
# Two processes, one model
# ------------------------
# The program below is written for ``torchrun``, which starts it several times and tells each
# process its number in variables of the environment. ``DistributedDataParallel`` gives all of them
# the weights of process 0, here on purpose from different seeds, and averages the gradients during
# ``backward``. The timeout ends a process that waits for one that is gone.

training = """
import datetime
import os
import sys
import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset


def main(folder):
    local_rank, local_size = int(os.environ["LOCAL_RANK"]), int(os.environ["LOCAL_WORLD_SIZE"])
    on_gpu = torch.cuda.device_count() >= local_size
    device = torch.device("cuda", local_rank) if on_gpu else torch.device("cpu")
    distributed.init_process_group("nccl" if on_gpu else "gloo", timeout=datetime.timedelta(seconds=60))
    rank = distributed.get_rank()

    torch.manual_seed(rank)
    model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1)).to(device)
    parallel = DistributedDataParallel(model)
    dataset = TensorDataset(*torch.load(f"{folder}/data.pt").values())
    sampler = DistributedSampler(dataset)
    loader = DataLoader(dataset, batch_size=8, sampler=sampler)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    losses = []
    for epoch in range(20):
        sampler.set_epoch(epoch)
        for x, y in loader:
            loss = nn.functional.mse_loss(parallel(x.to(device)), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            if epoch == 0:
                gradient = torch.cat([parameter.grad.flatten() for parameter in model.parameters()]).cpu()
            optimizer.step()
            losses.append(loss.item())
    who = f"process {rank} of {distributed.get_world_size()} on {device}"
    result = {"who": who, "losses": losses, "gradient": gradient, "weights": model.cpu().state_dict()}
    torch.save(result, f"{folder}/rank{rank}.pt")
    distributed.destroy_process_group()


if __name__ == "__main__":
    main(sys.argv[1])
"""

torch.save(data, Path(folder.name) / "data.pt")
here = ["--standalone", "--local-addr", "127.0.0.1", "--nproc-per-node", "2"]  # no name of a machine is looked up
run("training.py", training, "-m", "torch.distributed.run", *here, arguments=[folder.name])
results = [torch.load(Path(folder.name) / f"rank{rank}.pt") for rank in range(2)]
print(*[result["who"] for result in results], sep="\n")
assert [result["who"][:14] for result in results] == ["process 0 of 2", "process 1 of 2"]

# %%
# Now the proof. One process trains on all 16 samples, with the weights that process 0 began with.
# The first gradient of both processes has to be that of the whole batch, and after twenty epochs
# all three must have the same weights. (Batches here hold a whole epoch, so their order does not
# matter.)

model = make_model()
optimizer, losses = torch.optim.SGD(model.parameters(), lr=0.3), []
for result in results:
    torch.testing.assert_close(result["gradient"], gradients(data["x"], data["y"]), rtol=1e-3, atol=1e-5)
for epoch in range(20):
    loss = nn.functional.mse_loss(model(data["x"]), data["y"])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
own = torch.tensor([result["losses"] for result in results])
print(f"last losses of the two {own[:, -1].tolist()}, their mean {own[:, -1].mean():.5f}, alone {losses[-1]:.5f}")
for result in results:
    torch.testing.assert_close(dict(result["weights"]), dict(model.state_dict()), rtol=1e-3, atol=1e-5)
torch.testing.assert_close(own.mean(dim=0), torch.tensor(losses), rtol=1e-3, atol=1e-5)
assert losses[-1] < losses[0] / 2 and (own[0] - own[1]).abs().max() > 0.01

# %%
# Each process sees other samples and so another loss. The mean of the two is the loss of the whole
# batch, in every epoch.

fig, ax = plt.subplots(figsize=(6.4, 4.4), layout="constrained")
for rank, marker in enumerate("^v"):
    ax.plot(own[rank], marker, color="#0072b2", fillstyle="none", label=f"process {rank}")
ax.plot(own.mean(dim=0), color="#e69f00", linewidth=5, label="mean of the two")
ax.plot(losses, "--", color="black", label="one process, whole batch")
ax.set(title="Two processes learn what one would", xlabel="epoch", ylabel="training loss", xticks=range(0, 20, 4))
fig.legend(loc="outside lower center", ncols=2)
plt.show()

# %%
# More GPUs, more machines
# ------------------------
# This page ran the program in two processes on a CPU. It asks for nothing else, so on a machine
# with four GPUs you start it by the first of the next lines. The second is for two such machines:
# start it on both, where ``first.machine`` is the address of one of them, which the other can
# reach. What can be checked here is that ``torchrun`` understands the lines.

lines = [
    "torchrun --standalone --nproc-per-node 4 training.py folder",
    "torchrun --nnodes 2 --nproc-per-node 4 --rdzv-backend c10d --rdzv-endpoint first.machine:29500 training.py folder",
]
for line in lines:
    arguments = parse_args(line.split()[1:])
    print(line)
    assert (arguments.nproc_per_node, arguments.training_script_args) == ("4", ["folder"])
assert arguments.nnodes == "2" and arguments.rdzv_endpoint == "first.machine:29500"

# %%
# Lightning's strategies
# ----------------------
# Lightning does all of this for you: with ``strategy="ddp"`` the Trainer starts the processes,
# wraps the model and deals out the samples. Nothing is started before ``fit``, so you can look. In
# a script the Trainer starts the script once more for each further process, so all of it runs in
# every process; a notebook needs ``"ddp_notebook"``.

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
for_two = "ddp_notebook" if hasattr(sys, "ps1") else "ddp"  # an interactive Python has a prompt
for devices, strategy in ((1, "auto"), (2, for_two)):
    trainer = L.Trainer(accelerator="cpu", devices=devices, strategy=strategy, logger=False, enable_checkpointing=False)
    print(f"{devices = }, {strategy = }: {type(trainer.strategy).__name__}, {trainer.world_size} processes")
    assert trainer.world_size == devices
assert type(trainer.strategy).__name__ == "DDPStrategy" and not torch.distributed.is_initialized()

# %%
# Exercises
# ---------
# 1. Give one process 12 of the 16 samples and the other 4. Show that the mean of the gradients is
#    wrong, and mend it. Hint: weigh each gradient by its number of samples.
# 2. Ten samples, four processes, ``drop_last=True``: which samples does nobody get? Hint: ask four
#    samplers.
# 3. One process can stand in for four: four parts, one after the other, one step. Hint:
#    ``backward`` adds up gradients, so divide each loss by four.

# %%
# Solution 1
# ^^^^^^^^^^
# The plain mean lets each of the four samples count for three of the others.
large, small = gradients(data["x"][:12], data["y"][:12]), gradients(data["x"][12:], data["y"][12:])
whole = gradients(data["x"], data["y"])
plain, weighted = (large + small) / 2, (12 * large + 4 * small) / 16
print(f"{(plain - whole).abs().max() = :.4f}, {(weighted - whole).abs().max() = :.1e}")
torch.testing.assert_close(weighted, whole)
assert (plain - whole).abs().max() > 1e-3

# %%
# Solution 2
# ^^^^^^^^^^
# Each process gets two, so eight are dealt out; which two are left depends on the order.
shares = [list(DistributedSampler(range(10), 4, rank, shuffle=False, drop_last=True)) for rank in range(4)]
nobody = set(range(10)) - {sample for share in shares for sample in share}
print(f"{shares = }, {nobody = }")
assert shares == [[0, 4], [1, 5], [2, 6], [3, 7]] and nobody == {8, 9}

# %%
# Solution 3
# ^^^^^^^^^^
# This is gradient accumulation: memory for four samples, and the step of sixteen.
model.zero_grad()
for part in range(4):
    loss = nn.functional.mse_loss(model(data["x"][part::4]), data["y"][part::4])
    (loss / 4).backward()
accumulated = torch.cat([parameter.grad.flatten() for parameter in model.parameters()])
print(f"{(accumulated - whole).abs().max() = :.1e}")
torch.testing.assert_close(accumulated, whole)
folder.cleanup()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/06_ecosystem/01_lightning` introduces the Trainer, and
# :doc:`/lessons/07_beyond/04_reproducibility` says what else decides whether two runs agree. See
# also :doc:`/cards/distributed/process_groups` and :doc:`/cards/data/workers`.
