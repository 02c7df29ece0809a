"""
A Dataset of your own
=====================

After this lesson you can turn a CSV file into a ``Dataset`` in two ways, put a ``DataLoader`` with
workers and a repeatable order in front of it, batch samples of unequal length, and recognise the
usual faults by what they print.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/01_tensors`
:After: :doc:`/lessons/02_data/02_batches`, :doc:`/lessons/02_data/03_images`
"""

# %%
# A table on disk
# ---------------
# The lesson writes its own file: 24 days, each with a temperature, a humidity and a label. The
# label follows a rule, rain above a humidity of 65, so a label in the wrong row would be noticed.

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Dataset, random_split

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
folder = tempfile.TemporaryDirectory()
path = Path(folder.name) / "days.csv"
day = pd.Series(range(24))
days = pd.DataFrame({"temperature": 12.5 + 7 * day % 10, "humidity": 40.0 + 11 * day % 50})
days["rain"] = (days["humidity"] > 65).astype(int)
days.to_csv(path, index=False)
print(path.read_text()[:74], "...")
assert path.read_text().splitlines()[4::20] == ["13.5,73.0,1", "13.5,43.0,0"]

# %%
# Eager: read everything once
# ---------------------------
# A ``Dataset`` answers two questions: ``__len__`` says how many samples there are, ``__getitem__``
# hands out the one with a given index. This one reads the whole file in ``__init__``. Features
# become float32, because layers compute in it, and class numbers int64, because
# ``cross_entropy`` asks for it.


class EagerDays(Dataset):
    def __init__(self, path):
        table = pd.read_csv(path)
        self.features = torch.tensor(table[["temperature", "humidity"]].to_numpy(dtype="float32"))
        self.label = torch.tensor(table["rain"].to_numpy(dtype="int64"))

    def __len__(self):
        return len(self.label)

    def __getitem__(self, index):
        return self.features[index], self.label[index]


eager = EagerDays(path)
features, label = eager[3]
print(f"{len(eager) = }, {features = }, {label = }")
assert eager.features.tolist() == days[["temperature", "humidity"]].values.tolist()
assert features.tolist() == [13.5, 73.0] and label == 1
assert (features.dtype, label.dtype) == (torch.float32, torch.int64)

# %%
# Lazy: read a row when it is asked for
# -------------------------------------
# If the data does not fit into memory, ``__init__`` keeps only what it takes to find a sample: here
# the byte at which each row starts, which is where the line before it ends. ``__getitem__`` jumps
# there and reads one line. (For images you keep a list of file names.) The counter is for watching.


class LazyDays(Dataset):
    def __init__(self, path):
        self.path, self.rows_read = path, 0
        with open(path, "rb") as file:  # as bytes, because seek() counts bytes
            self.row_starts = [file.tell() for line in file][:-1]  # no row starts after the last line

    def __len__(self):
        return len(self.row_starts)

    def __getitem__(self, index):
        self.rows_read += 1
        with open(self.path, "rb") as file:
            file.seek(self.row_starts[index])
            *features, label = [float(cell) for cell in file.readline().split(b",")]
        return torch.tensor(features), torch.tensor(int(label))


lazy = LazyDays(path)
features, label = lazy[3]
print(f"{len(lazy) = }, {features = }, {label = }, {lazy.rows_read = }")
assert features.tolist() == [13.5, 73.0] and lazy.rows_read == 1 and len(lazy) == len(eager) == 24
assert all(lazy[day][0].equal(eager[day][0]) and lazy[day][1] == eager[day][1] for day in range(24))

# %%
# Often written: "a ``Dataset`` loads the data bit by bit instead of all at once". Run it: rewrite
# the file with every label the other way round. The eager one does not notice, because it holds all
# rows. Only the lazy one goes back to the disk. Your ``__getitem__`` decides, not the base class.

days.assign(rain=1 - days["rain"]).to_csv(path, index=False)
labels = [dataset[3][1].item() for dataset in (eager, lazy)]
print(f"row 3 after the change, eager and lazy: {labels}")
assert labels == [1, 0]
days.to_csv(path, index=False)

# %%
# Batches from a DataLoader
# -------------------------
# The ``DataLoader`` asks for one sample after the other and stacks them along a new first axis.
# Often written: "``batch_size=10`` makes 10 batches". Run it: ten is the number of samples in a
# batch. The last batch holds what is left; ``drop_last=True`` leaves it out. The loader does not
# know your device; sending the batches there is your part.

for features, label in DataLoader(lazy, batch_size=10):
    features, label = features.to(device), label.to(device)
    print(f"{features.shape = }, {label.shape = }, {features.device = }")
assert features.cpu().equal(eager.features[20:]) and label.cpu().equal(eager.label[20:])
assert len(DataLoader(lazy, batch_size=10)) == 3 and len(DataLoader(lazy, batch_size=10, drop_last=True)) == 2

# %%
# Samples of unequal length
# -------------------------
# Words as letter codes differ in length, and tensors of different shapes do not stack. A
# ``collate_fn`` gets the list of samples of one batch and returns the batch. This one pads with
# zeros to the longest word. The dataset here is a plain list; it has a length and an index.

words = ["storm", "fog", "sun", "drizzle"]
samples = [torch.tensor(list(word.encode())) for word in words]
try:
    next(iter(DataLoader(samples, batch_size=2)))
except RuntimeError as error:
    print(f"without collate_fn: {error}")
else:
    raise AssertionError("unequal lengths should not stack")

for codes in DataLoader(samples, batch_size=2, collate_fn=lambda batch: pad_sequence(batch, batch_first=True)):
    print(f"{codes = }")
assert [bytes(row).decode() for row in codes.tolist()] == ["sun\0\0\0\0", "drizzle"]

# %%
# Shuffle and split with a seed
# -----------------------------
# ``shuffle=True`` shuffles index numbers, never your data, and draws a new order for each pass. A
# generator with the same seed repeats the whole series. A ``range`` as dataset shows the numbers.

generator = torch.Generator().manual_seed(0)
loader = DataLoader(range(24), batch_size=4, shuffle=True, generator=generator)
first, second = [torch.stack(list(loader)) for epoch in range(2)]
generator.manual_seed(0)
print(f"{first = }\n{second = }")
assert all(torch.stack(list(loader)).equal(epoch) for epoch in (first, second)) and not second.equal(first)
assert sorted(first.flatten().tolist()) == list(range(24))  # every row once
features, label = next(iter(DataLoader(eager, batch_size=24, shuffle=True, generator=generator)))
assert label.equal((features[:, 1] > 65).long()) and not label.equal(eager.label)  # each row kept its label

# %%
# ``random_split`` draws index numbers as well and copies nothing: both parts keep the same dataset.
# Give it a generator too, or each run trains and tests on other rows.

train, test = random_split(eager, [0.75, 0.25], generator=generator.manual_seed(1))
print(f"{len(train) = }, {test.indices = }")
assert len(test) == 6 and train.dataset is eager
assert test.indices == random_split(eager, [0.75, 0.25], generator=generator.manual_seed(1))[1].indices
assert sorted(train.indices + test.indices) == list(range(24))  # none in both, none lost

# %%
# Worker processes
# ----------------
# With ``num_workers=2``, two more processes read and collate while your loop computes. Where a new
# process begins by reading your script again, as on Windows, on macOS and, from Python 3.14 on, on
# Linux, the loop has to stand under ``if __name__ == "__main__":``, or each worker would start
# workers. So here it is a small program in a file of its own. Each batch comes with the number of the
# worker that made it.

program = """
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info


class Rows(Dataset):
    rows_read = 0

    def __len__(self):
        return 24

    def __getitem__(self, index):
        self.rows_read += 1
        return index


def note_worker(rows):
    return get_worker_info().id, rows


if __name__ == "__main__":
    dataset = Rows()
    for worker, rows in DataLoader(dataset, batch_size=4, num_workers=2, collate_fn=note_worker):
        print(worker, *rows)
    print(dataset.rows_read)
"""

script = Path(folder.name) / "workers.py"
script.write_text(program)
finished = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True, timeout=120)
*lines, rows_read = [[int(number) for number in line.split()] for line in finished.stdout.splitlines()]
workers, batches = [line[0] for line in lines], [line[1:] for line in lines]
print(f"{workers = }\n{batches = }\n{rows_read = }")
assert batches == torch.arange(24).reshape(6, 4).tolist() and workers == [0, 1] * 3

# %%
# Often written: "the workers share the dataset". The last number refutes it: the counter stands
# still although all rows arrived. Each worker counts in a copy of its own.

assert rows_read == [0]

# %%
# Each line of the next figure is a batch, each number a row of the file. In file order the shade
# grows evenly; shuffling scatters it, differently in each epoch. Workers take turns, batch by
# batch, and the batches still arrive in order.

in_order = torch.tensor(batches)
shades = [in_order, 16 * torch.tensor(workers)[:, None].expand_as(in_order), first, second]
titles = ["In file order", "Two workers take turns", "Shuffled, epoch 1", "Shuffled, epoch 2"]
figure, all_axes = plt.subplots(2, 2, figsize=(7, 7), layout="constrained")
for axes, title, shade, numbers in zip(all_axes.flat, titles, shades, [in_order, in_order, first, second]):
    axes.imshow(shade.numpy(), cmap="Blues", vmin=0, vmax=40, aspect="auto")
    for arrival, number in enumerate(numbers.flatten().tolist()):
        axes.text(arrival % 4, arrival // 4, number, ha="center", va="center")
    axes.set(title=title, xlabel="place in the batch", ylabel="batch", xticks=range(4), yticks=range(6))
all_axes[0, 1].set_yticks(range(6), [f"{batch}, worker {worker}" for batch, worker in enumerate(workers)])
figure.suptitle("Which row of the file lands in which batch")
plt.show()

# %%
# What goes wrong, and how it shows
# ---------------------------------
# A missing column and a text among numbers stop ``EagerDays`` at once, and the message names them.
# An empty cell among the features stops nothing: it becomes ``nan``, and so does what a layer computes
# from its row. Check for it once, in ``__init__``.

outcomes = []
for row in ["temperature,rain\n12,0\n", "temperature,humidity,rain\nwarm,40,0\n", "temperature,humidity,rain\n,40,0\n"]:
    path.write_text(row)
    try:
        outcomes.append(EagerDays(path).features.isnan().tolist())
    except (KeyError, ValueError) as error:
        outcomes.append(type(error))
        print(f"{type(error).__name__}: {error}")
features, label = EagerDays(path)[:]
print(f"the empty cell: {features}, after a layer: {nn.Linear(2, 2)(features)}")
assert nn.Linear(2, 2)(features).isnan().all()
assert outcomes == [KeyError, ValueError, [[True, False]]]
folder.cleanup()

# %%
# A wrong dtype is noticed later still, by the loss. Labels made with ``.int()`` are int32, and
# ``cross_entropy`` wants int64 (or uint8). Mend it in the dataset.

try:
    nn.functional.cross_entropy(torch.zeros(24, 2, device=device), eager.label.int().to(device))
except RuntimeError as error:
    print(f"int32 labels: {error}")
else:
    raise AssertionError("int32 labels should be refused")

# %%
# Exercises
# ---------
# 1. Let ``EagerDays`` raise a ``ValueError`` that names the rows with an empty cell. Hint:
#    ``isnan().any(dim=1)``.
# 2. Return the true lengths beside the padded words. Hint: a ``collate_fn`` may return a pair.
# 3. Batch words of similar length together, and count how much padding that saves. Hint:
#    ``batch_sampler`` takes any list of lists of positions.

# %%
# Solution 1
# ^^^^^^^^^^
# The check runs once, when the file is read. ``pd.read_csv`` also reads from a text in memory.
class CheckedDays(EagerDays):
    def __init__(self, path):
        super().__init__(path)
        empty = self.features.isnan().any(dim=1).nonzero().flatten().tolist()
        if empty:
            raise ValueError(f"rows with an empty cell: {empty}")


try:
    CheckedDays(io.StringIO("temperature,humidity,rain\n1,40,0\n,40,0\n3,,0\n"))
except ValueError as error:
    print(error)
    assert "[1, 2]" in str(error)
else:
    raise AssertionError("empty cells should be refused")

# %%
# Solution 2
# ^^^^^^^^^^
# Padding cannot be told from a letter that is 0, so whoever uses the batch needs the lengths.
def pad(batch):
    return pad_sequence(batch, batch_first=True), torch.tensor([len(word) for word in batch])


for codes, lengths in DataLoader(samples, batch_size=2, collate_fn=pad):
    print(f"{codes.shape = }, {lengths = }")
    assert [bytes(row).decode().rstrip("\0") for row in codes.tolist()] == words[: len(codes)]
    assert lengths.tolist() == [len(word) for word in words[: len(codes)]]
    words = words[len(codes) :]

# %%
# Solution 3
# ^^^^^^^^^^
# Sorted by length, short words meet short words. The sum of the lengths is what a batch must hold;
# the rest is padding.
by_length = sorted(range(len(samples)), key=lambda position: len(samples[position]))
padding = []
for batches in ([[0, 1], [2, 3]], [by_length[:2], by_length[2:]]):
    loaded = DataLoader(samples, batch_sampler=batches, collate_fn=pad)
    padding.append(sum(codes.numel() - lengths.sum().item() for codes, lengths in loaded))
print(f"padding in file order {padding[0]}, sorted by length {padding[1]}")
assert padding == [(5 - 3) + (7 - 3), 0 + (7 - 5)]

# %%
# Where to go next
# ----------------
# :doc:`/lessons/02_data/02_batches` looks into the ``DataLoader``, and the next lessons read
# images, text and sound, beginning with :doc:`/lessons/02_data/03_images`. See also
# :doc:`/cards/data/custom_dataset`, :doc:`/cards/data/collating`, :doc:`/cards/data/workers` and
# :doc:`/cards/data/csv`.
