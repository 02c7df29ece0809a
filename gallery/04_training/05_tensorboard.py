"""
TensorBoard
===========

TensorBoard is a page in your browser that shows a training run while it goes on: curves, spreads of
weights, images, the structure of the model, runs side by side. After this lesson you can record all
of these, and read a record back without the browser, from the file in which PyTorch writes it.

:Level: intermediate
:Before: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/04_training/01_losses_and_optimizers`
:After: :doc:`/lessons/04_training/06_checkpoints`, :doc:`/lessons/06_ecosystem/01_lightning`
"""

# %%
# A writer and its file
# ---------------------
# A ``SummaryWriter`` appends records to a file in a folder of your choice; TensorBoard reads that
# folder. A record has a tag, a value and a step. The ``with`` block closes the writer, which puts
# everything on the disk. ``EventAccumulator`` is TensorBoard's own reader; below it plays the page.

# sphinx_gallery_thumbnail_number = 2
import io
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData
from torch import nn
from torch.utils.tensorboard import SummaryWriter
from torchvision import datasets

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
folder = Path(temporary.name)
with SummaryWriter(folder / "first") as writer:
    for step in range(5):
        writer.add_scalar("square", step**2, step)
record = EventAccumulator(str(folder / "first")).Reload()
print([name[:20] for name in os.listdir(folder / "first")], record.Tags()["scalars"])
print([(event.step, event.value) for event in record.Scalars("square")])
assert [(event.step, event.value) for event in record.Scalars("square")] == [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16)]

# %%
# The step is yours
# -----------------
# Often written: ``writer.add_scalar("loss", loss, epoch)`` in the loop over the batches. Run it:
# nothing refuses, and all batches of an epoch stand above one another. Count the batches instead.
with SummaryWriter(folder / "steps") as writer:
    for batch, loss in enumerate([8, 6, 4, 3, 2, 1]):
        writer.add_scalar("by_epoch", loss, batch // 3)
        writer.add_scalar("by_batch", loss, batch)
record = EventAccumulator(str(folder / "steps")).Reload()
_, axes = plt.subplots(1, 2, figsize=(6.4, 2.8), sharey=True, layout="constrained")
for ax, tag, steps in zip(axes, ["by_epoch", "by_batch"], [[0, 0, 0, 1, 1, 1], [0, 1, 2, 3, 4, 5]]):
    events = record.Scalars(tag)
    ax.plot([event.step for event in events], [event.value for event in events], "o-", color="#0072b2")
    ax.set(title=f"The same six losses, {tag.replace('_', ' ')}", xlabel="step", ylabel="loss" * (tag == "by_epoch"))
    assert [event.step for event in events] == steps and [event.value for event in events] == [8, 6, 4, 3, 2, 1]
plt.show()

# %%
# Record a training
# -----------------
# The same small network is trained three times, with three learning rates, each run in a folder of
# its own. Each batch records its loss; each epoch the accuracy on held-out images, a histogram of
# the first layer's weights, and images that were read wrongly. A slash in a tag groups the charts.
torch.manual_seed(0)
mnist = datasets.MNIST(os.environ.get("PROVEN_DATA", "data"), train=True, download=True)
images, labels = (mnist.data[:1200, None] / 255).to(device), mnist.targets[:1200].to(device)
num_epochs, batch_size, learning_rates = 6, 50, [0.005, 0.1, 3.0]
start = nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10)).to(device).state_dict()


def train(learning_rate, writer):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10)).to(device)
    model.load_state_dict(start)
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    step, losses = 0, []
    for epoch in range(num_epochs):
        writer.add_histogram("weights/first", model[1].weight, epoch, bins=80)
        for batch in torch.arange(1000, device=device).split(batch_size):
            loss = nn.functional.cross_entropy(model(images[batch]), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            writer.add_scalar("loss/train", losses[-1], step)
            step += 1
        with torch.no_grad():
            right = model(images[1000:]).argmax(dim=1) == labels[1000:]
        writer.add_scalar("accuracy/held_out", right.float().mean().item(), step)
        writer.add_images("mistakes", images[1000:][~right][:8], step)
    return model, losses, right.float().mean().item()


results = {}
for learning_rate in learning_rates:
    with SummaryWriter(folder / f"lr_{learning_rate}") as writer:
        results[learning_rate] = train(learning_rate, writer)
print(sorted(path.name for path in folder.iterdir()))
assert len(results[0.1][1]) == num_epochs * 1000 // batch_size

# %%
# Curves
# ------
# Read the records and draw what TensorBoard draws: one line for each run, under one tag. The axis
# of the loss ends at 4, whatever is above. The values are the recorded ones, rounded to
# ``float32``. ``size_guidance`` says how many records of a kind to keep, 0 means all. Left out, the
# reader keeps one histogram and four images for each tag.
keep_all = {"scalars": 0, "histograms": 0, "images": 0}
records = {rate: EventAccumulator(str(folder / f"lr_{rate}"), keep_all).Reload() for rate in learning_rates}
print(records[0.1].Tags()["scalars"], records[0.1].Tags()["histograms"], records[0.1].Tags()["images"])
_, axes = plt.subplots(2, 1, figsize=(6.4, 5.4), sharex=True, layout="constrained")
for rate, color in zip(learning_rates, ["#0072b2", "#009e73", "#d55e00"]):
    for ax, tag in zip(axes, ["loss/train", "accuracy/held_out"]):
        events = records[rate].Scalars(tag)
        ax.plot([event.step for event in events], [event.value for event in events], color=color, linewidth=2)
    axes[1].text(122, events[-1].value, f"rate {rate}", color=color, va="center", fontsize=12)
    values = [event.value for event in records[rate].Scalars("loss/train")]
    assert values == torch.tensor(results[rate][1]).tolist()
axes[0].set(title="Three runs: loss/train", ylabel="loss", ylim=(0, 4))
axes[1].set(title="Three runs: accuracy/held_out", ylabel="share of right answers", xlabel="step")
axes[1].set(xlim=(-3, 146), ylim=(0, 1))
plt.show()
accuracy = {rate: records[rate].Scalars("accuracy/held_out")[-1].value for rate in learning_rates}
print({rate: round(value, 2) for rate, value in accuracy.items()})
assert accuracy[0.1] == max(accuracy.values()) > 0.6 and [event.step for event in events] == [20, 40, 60, 80, 100, 120]

# %%
# Histograms
# ----------
# A histogram record holds no weights, only how many of them fell between two limits, with their
# number, sum, smallest and largest. That shows whether weights spread, shrink or stand still.
# ``bins=80`` asked for equal bins; the default ones are narrow around 0 and wide elsewhere. The
# front shows the first weights, drawn uniformly; later epochs stand behind it, as on the page. The
# few weights beyond 0.1 are cut off.
_, ax = plt.subplots(figsize=(6.4, 4.6), layout="constrained")
events = records[0.1].Histograms("weights/first")
for event in events[::-1]:
    recorded = event.histogram_value
    limits, counts = torch.tensor(recorded.bucket_limit), torch.tensor(recorded.bucket)
    density = counts[1:] / limits.diff() / counts.sum()
    middle, height = (limits[1:] + limits[:-1]) / 2, 6 * event.step
    ax.fill_between(middle, height, height + density, color=plt.cm.viridis(event.step / 7), edgecolor="white")
    assert recorded.num == counts.sum() == 32 * 784
    torch.testing.assert_close((density * limits.diff()).sum().item(), 1.0)
ax.set(xlim=(-0.1, 0.1), yticks=range(0, 36, 6), yticklabels=range(6), xlabel="weight", ylabel="epoch")
ax.set_title("How the first layer's weights are spread, epoch by epoch")
plt.show()
first, last = events[0].histogram_value, events[-1].histogram_value
weights = start["1.weight"]
print(f"smallest and largest: {first.min:.4f} and {first.max:.4f}, later {last.min:.4f} and {last.max:.4f}")
assert (first.min, first.max) == (weights.min().item(), weights.max().item()) and last.max > first.max

# %%
# Images
# ------
# ``add_images`` takes ``(N, C, H, W)`` with floats from 0 to 1 and puts them into one grid. In the
# file it is a PNG, so Pillow opens it. At each step you see what the network could not read yet.
_, axes = plt.subplots(2, 1, figsize=(6.4, 2.9), layout="constrained")
events = records[0.1].Images("mistakes")
for ax, event in zip(axes, [events[0], events[-1]]):
    ax.imshow(Image.open(io.BytesIO(event.encoded_image_string)).convert("L"), cmap="gray_r")
    ax.set_title(f"Held-out digits read wrongly at step {event.step}")
    ax.set_axis_off()
plt.show()
print([(event.step, event.width, event.height) for event in events])
assert len(events) == num_epochs and (events[0].step, events[0].width, events[0].height) == (20, 8 * 28, 28)

# %%
# Settings and results
# --------------------
# ``add_hparams`` records the settings of a run beside its result; the page makes a table of it that
# you can sort. Without ``run_name`` the record goes to a new folder, which then looks like one more
# run. Here the name leads into the run's own folder.
with SummaryWriter(folder) as writer:
    for rate, (_, _, right) in results.items():
        writer.add_hparams({"learning_rate": rate}, {"result/accuracy": right}, run_name=f"lr_{rate}")
print("learning_rate  result/accuracy")
for rate in learning_rates:
    record = records[rate].Reload()
    content = record.PluginTagToContent("hparams")["_hparams_/session_start_info"]
    settings = HParamsPluginData.FromString(content).session_start_info.hparams
    result = record.Scalars("result/accuracy")[0].value
    print(f"{settings['learning_rate'].number_value:13}  {result:.3f}")
    assert settings["learning_rate"].number_value == rate and result == accuracy[rate]

# %%
# The structure
# -------------
# Often written: TensorBoard shows the structure of the model, with code that records scalars. Run
# it: no record holds a graph until ``add_graph`` has run the model once on an example. It uses
# ``torch.jit.trace``, which is on its way out and says so with a warning.
assert not records[0.1].Tags()["graph"]
with warnings.catch_warnings(record=True) as caught, SummaryWriter(folder / "graph") as writer:
    warnings.simplefilter("always")
    writer.add_graph(results[0.1][0], images[:1])
nodes = EventAccumulator(str(folder / "graph")).Reload().Graph().node
operations = [(node.name.split("/")[1], node.op) for node in nodes if node.op.startswith("aten")]
print(*operations, caught[0].message, sep="\n")
assert [op for _, op in operations] == [f"aten::{name}" for name in ["flatten", "linear", "relu", "linear"]]
assert operations[1][0] == "Linear[1]"

# %%
# The page itself
# ---------------
# In a terminal ``tensorboard --logdir runs`` starts the page and prints its address; in a notebook
# ``%load_ext tensorboard`` and then ``%tensorboard --logdir runs`` show it below the cell. It reads
# the folder again and again, so it may run while you train. With ``--inspect`` the same program only
# lists what it finds, which can be shown here.
command = [sys.executable, "-m", "tensorboard.main", "--inspect", "--logdir", str(folder / "lr_0.1")]
done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
listing = done.stdout[done.stdout.index("These tags"):done.stdout.index("=====", done.stdout.index("These tags"))]
print("\n".join(listing.splitlines()[1:]))  # the first line names the folder
assert all(tag in listing for tag in ["loss/train", "accuracy/held_out", "weights/first", "mistakes"])

# %%
# Exercises
# ---------
# 1. The page has a slider called Smoothing. Draw a smoothed loss yourself. Hint: each new value
#    counts a little, the past the rest; divide by the sum of all weights so far.
# 2. Put two curves into one chart with ``add_scalars``. Where are they? Hint: list the folder.

# %%
# Solution 1
# ^^^^^^^^^^
# Without the division the first values would be far too small, because the average starts at 0.
values, smoothing = torch.tensor([event.value for event in records[0.1].Scalars("loss/train")]), 0.9
average, smooth = 0.0, []
for count, value in enumerate(values, start=1):
    average = smoothing * average + (1 - smoothing) * value
    smooth.append(average / (1 - smoothing**count))
smooth = torch.stack(smooth)
print(f"mean jump from batch to batch {values.diff().abs().mean():.3f}, smoothed {smooth.diff().abs().mean():.3f}")
torch.testing.assert_close(smooth[:2], torch.stack([values[0], (0.9 * values[0] + values[1]) / 1.9]))
assert smooth.diff().abs().mean() < values.diff().abs().mean() / 2

# %%
# Solution 2
# ^^^^^^^^^^
# Each curve gets a folder of its own, which the page shows as one more run.
with SummaryWriter(folder / "two") as writer:
    writer.add_scalars("loss", {"train": 0.5, "held_out": 0.75}, 4)
print(sorted(path.name for path in (folder / "two").iterdir() if path.is_dir()))
record = EventAccumulator(str(folder / "two" / "loss_held_out")).Reload()
assert [(event.step, event.value) for event in record.Scalars("loss")] == [(4, 0.75)]
temporary.cleanup()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/04_training/06_checkpoints` keeps the model as well as its curves, and
# :doc:`/lessons/06_ecosystem/01_lightning` writes records with no writer of yours. The cards on
# :doc:`/cards/monitoring/tensorboard` go through the writer call by call, and
# :doc:`/cards/training/progress` shows progress in a terminal.
