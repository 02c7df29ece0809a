"""
Making it fast
==============

What makes a model fast differs from machine to machine, so it has to be measured and not believed.
After this lesson you can time an operation properly, try the usual means one after the other, check
that none of them changed the result, and read from a profile where the time goes.

:Level: advanced
:Before: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/02_data/02_batches`
:After: :doc:`/lessons/07_beyond/05_export`, :doc:`/lessons/07_beyond/06_distributed`
"""

# %%
# A clock that you can trust
# --------------------------
# Often written: take the time before and after a call. The first call also pays for setting up, a
# single call catches whatever else the machine does, and a GPU returns before its work is done.
# ``Timer`` warms up, waits for a GPU, and repeats the statement, in blocks so long that reading the
# clock costs nothing beside them. Read the median of the blocks. The second number is the width of
# their middle half; if it is large, the machine is busy, and small differences mean nothing. One
# thread is Timer's default.

# sphinx_gallery_parallel = False
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.profiler import profile, record_function
from torch.utils.benchmark import Timer
from torch.utils.flop_counter import FlopCounterMode

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, padding=1, stride=2), nn.ReLU(),
    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 10),
).to(device)
images, labels = torch.randn(64, 3, 32, 32, device=device), torch.randint(10, (64,), device=device)
num_threads = torch.get_num_threads()


def measure(statement, num_threads=1, seconds=0.1, **names):
    return Timer(statement, globals=globals() | names, num_threads=num_threads).blocked_autorange(min_run_time=seconds)


measurement = measure("model(images)", seconds=1)
print(f"median {1e3 * measurement.median:.2f} ms, width of the middle half {1e3 * measurement.iqr:.2f} ms")
print(f"{len(measurement.raw_times)} blocks of {measurement.number_per_run} calls")
assert measurement.num_threads == 1 and sum(measurement.raw_times) >= 1

# %%
# Batch size
# ----------
# Each call of an operation costs a little, however small the tensor, and a small tensor leaves
# threads or a GPU without work. In a batch the images share this cost. The result for each image
# does not depend on its company, up to rounding.

tolerance = dict(rtol=1e-2, atol=1e-3)  # a GPU may compute convolutions in TF32
batch_sizes = [1, 4, 16, 64]
medians = [measure("model(batch)", batch=images[:batch_size]).median for batch_size in batch_sizes]
per_image = [1e6 * median / batch_size for median, batch_size in zip(medians, batch_sizes)]
for batch_size, microseconds in zip(batch_sizes, per_image):
    print(f"batch size {batch_size:>2}: {microseconds:7.1f} microseconds per image")
logits, one_by_one = model(images), torch.cat([model(image[None]) for image in images])
torch.testing.assert_close(one_by_one, logits, **tolerance)
assert one_by_one.shape == (64, 10) and per_image[-1] < per_image[0]

# %%
# The orange line is what an image would cost if a call took the same time for every batch. Where the
# blue line leaves it and flattens, a larger batch buys nothing more.

fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.loglog(batch_sizes, per_image, "o-", color="#0072b2", label="measured")
shared_cost = [per_image[0] / batch_size for batch_size in batch_sizes]
ax.loglog(batch_sizes, shared_cost, "--", color="#d55e00", label="if every call cost the same")
ax.set_xticks(batch_sizes, batch_sizes)
ax.minorticks_off()
ax.set(title="Time for one image, by batch size", xlabel="batch size", ylabel="microseconds per image")
ax.legend()
plt.show()

# %%
# inference_mode
# --------------
# When you only want answers, nothing needs recording. ``torch.inference_mode`` goes further than
# ``no_grad``: its tensors keep no count of their changes, and in return autograd refuses to keep them
# for a backward pass. Often written: it is only a faster ``no_grad``. Run it:

with torch.inference_mode():
    answers = model(images)
with torch.no_grad():
    constant = model(images)
torch.testing.assert_close(answers, logits)
weight = torch.ones(10, device=device, requires_grad=True)
(constant @ weight).sum().backward()
try:
    (answers @ weight).sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
    assert "Inference tensors cannot be saved for backward" in str(error)
else:
    raise AssertionError("an inference tensor was expected to be refused")
assert answers.is_inference() and not constant.is_inference() and not answers.requires_grad
seconds = {"as it is": measurement.median}
seconds["inference_mode"] = measure("with torch.inference_mode(): model(images)").median

# %%
# channels_last
# -------------
# An image batch has the shape (N, C, H, W), and by default each channel lies in memory as a plane
# of its own. ``channels_last`` puts the channels of a pixel side by side, which many convolutions
# like better. Often written: the shape becomes (N, H, W, C). Run it: only the strides change.

last = images.to(memory_format=torch.channels_last)
model_last = copy.deepcopy(model).to(memory_format=torch.channels_last)
print(f"{last.shape = }\n{images.stride() = }\n{last.stride() = }")
assert last.shape == images.shape and last.equal(images)
assert images.stride() == (3 * 32 * 32, 32 * 32, 32, 1) and last.stride() == (3 * 32 * 32, 1, 32 * 3, 3)
hidden = model_last[0](last)
assert hidden.is_contiguous(memory_format=torch.channels_last) and not hidden.is_contiguous()
torch.testing.assert_close(model_last(last), logits, **tolerance)
seconds["channels_last"] = measure("with torch.inference_mode(): model_last(last)").median

# %%
# bfloat16
# --------
# Under ``torch.autocast`` convolutions and matrix products take and give bfloat16, with half the
# bits; the weights stay float32, and operations that need the precision, such as the loss, are
# computed in float32. Eight bits of precision are left, so the results differ. Whether it is faster
# depends on the processor: without instructions for bfloat16, it can even be slower. (The old name,
# ``torch.cuda.amp.autocast``, is deprecated; the device is an argument now.)

with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
    rough = model(images)
    loss = nn.functional.cross_entropy(rough, labels)
error = (rough - logits).abs().max() / logits.abs().max()
print(f"{rough.dtype = }, {model[0].weight.dtype = }, {loss.dtype = }, relative {error = :.4f}")
assert (rough.dtype, model[0].weight.dtype, loss.dtype) == (torch.bfloat16, torch.float32, torch.float32)
assert 0.1 < error / torch.finfo(torch.bfloat16).eps < 5
autocast = "with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16): "
seconds["bfloat16"] = measure(autocast + "model(images)").median
seconds["all three"] = measure(autocast + "model_last(last)").median

# %%
# Threads
# -------
# ``torch.set_num_threads`` says how many CPU threads one operation may use. Often written: the more
# the better. But several programs with all threads each get in each other's way, and small tensors
# do not repay the effort of sharing. Measure it. The results are the same up to rounding.

for threads in sorted({1, num_threads}):
    torch.set_num_threads(threads)
    assert torch.get_num_threads() == threads
    torch.testing.assert_close(model(images), logits, **tolerance)
    median = measure("with torch.inference_mode(): model(images)", num_threads=threads).median
    print(f"{threads} threads: {1e3 * median:.2f} ms")
if num_threads == 1:
    print("This machine gives torch one thread: nothing to compare.")

# %%
# The next figure belongs to the machine that built this page, and to what else that machine did at
# the time. Yours will look different, and that is the point. All bars but the first are measured in
# ``inference_mode``.

fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
bars = ax.barh(list(seconds), [1e3 * median for median in seconds.values()], color=["#999999"] + ["#0072b2"] * 4)
ax.bar_label(bars, fmt=" %.2f ms")
ax.invert_yaxis()
ax.set(title="One batch of 64 images, in five ways", xlabel="milliseconds (median)", xmargin=0.2)
plt.show()

# %%
# The profile
# -----------
# A profiler notes every operation. ``self`` time is what an operation spent itself, without those
# that it called, so the self times add up to the whole: sort by them. Read a row from the left, the
# name, its share, and at the right end how often it was called. Names that begin with ``aten::``
# are torch's operations.

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
with profile() as profiler:
    for step in range(3):
        with record_function("training step"):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(images), labels).backward()
            optimizer.step()
kind = "self_cpu_time_total" if device.type == "cpu" else "self_device_time_total"
averages = profiler.key_averages()
print(averages.table(sort_by=kind, row_limit=5, max_name_column_width=36))
counts = {event.key: event.count for event in averages}
assert counts["aten::conv2d"] == counts["aten::convolution_backward"] == 3 * 2 and counts["aten::addmm"] == 3 * 1
assert counts["training step"] == 3

# %%
# A few rows make up most of it, and only there can you gain: an operation with a hundredth of the
# time is not worth your evening.

slowest = sorted((event for event in averages if event.key != "training step"), key=lambda event: -getattr(event, kind))
whole = sum(getattr(event, kind) for event in slowest)
shares = {event.key[:36]: getattr(event, kind) / whole for event in slowest[:7]}
assert list(shares.values()) == sorted(shares.values(), reverse=True) and 0.5 < sum(shares.values()) <= 1.001
fig, ax = plt.subplots(figsize=(6.8, 3.8), layout="constrained")
ax.bar_label(ax.barh(list(shares), [100 * share for share in shares.values()], color="#0072b2"), fmt=" %.0f %%")
ax.invert_yaxis()
ax.set(title="Where three training steps spend their time", xlabel="share of the time, in percent", xmargin=0.2)
plt.show()

# %%
# Loader workers
# --------------
# If the profile shows a model that waits for data, let worker processes read ahead. Reading is
# played by a short sleep here. The program stands in a file of its own, with
# ``if __name__ == "__main__":``, because each worker may begin by reading the file again. Starting
# workers takes time; ``persistent_workers`` keeps them, so compare the second epochs.

program = """
import time
import torch
from torch.utils.data import DataLoader, Dataset

class Slow(Dataset):
    def __len__(self):
        return 64

    def __getitem__(self, index):
        time.sleep(0.005)
        return index

if __name__ == "__main__":
    for num_workers in (0, 2):
        loader = DataLoader(Slow(), batch_size=8, num_workers=num_workers, persistent_workers=num_workers > 0)
        for epoch in (1, 2):
            start = time.perf_counter()
            total = sum(batch.sum().item() for batch in loader)
            print(num_workers, epoch, total, f"{time.perf_counter() - start:.3f}")
"""
with tempfile.TemporaryDirectory() as folder:
    script = Path(folder) / "workers.py"
    script.write_text(program)
    finished = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True, timeout=120)
print(f"workers, epoch, sum of the samples, seconds\n{finished.stdout}")
rows = [line.split() for line in finished.stdout.splitlines()]
assert [row[:3] for row in rows] == [[workers, epoch, str(63 * 64 // 2)] for workers in "02" for epoch in "12"]
assert float(rows[0][3]) > 0.9 * 64 * 0.005  # without workers, the sleeps come one after the other

# %%
# Exercises
# ---------
# 1. Replace the loop ``[(a - b).norm() for a in points for b in points]`` by one operation, and
#    count the calls that both take. Hint: ``torch.cdist``, and the profiler's counts.
# 2. Which layer of ``model`` does most of the work? Hint: ``get_flop_counts()`` of the counter.
# 3. Write the profile to a file that a browser can show as a time line. Hint:
#    ``export_chrome_trace``, and ``chrome://tracing`` or Perfetto to open it.

# %%
# Solution 1
# ^^^^^^^^^^
# The loop calls an operation for each pair, ``cdist`` one for all. Each call has its own cost, as
# you saw with the batches, so the loop cannot be fast on any machine.
points = torch.randn(20, 2)
with profile() as slow:
    by_loop = torch.stack([(a - b).norm() for a in points for b in points]).reshape(20, 20)
with profile() as fast:
    at_once = torch.cdist(points, points)
torch.testing.assert_close(by_loop, at_once)
calls = [{event.key: event.count for event in run.key_averages()} for run in (slow, fast)]
print(f"{calls[0]['aten::sub'] = }, {calls[1]['aten::cdist'] = }")
assert calls[0]["aten::sub"] == 20 * 20 and calls[1]["aten::cdist"] == 1 and "aten::sub" not in calls[1]

# %%
# Solution 2
# ^^^^^^^^^^
# The second convolution, although it makes a quarter of the pixels: it has more channels, in and out.
with FlopCounterMode(display=False) as counter:
    model(images)
work = {name: sum(counts.values()) / len(images) for name, counts in counter.get_flop_counts().items()}
print({name: f"{work[name]:,.0f}" for name in sorted(work)})
assert max(set(work) - {"Global", "Sequential"}, key=work.get) == "Sequential.2"
assert work["Sequential.2"] == 2 * 16 * 16 * 32 * 16 * 9 > work["Sequential.0"]

# %%
# Solution 3
# ^^^^^^^^^^
# The file is JSON; each event has a name, a beginning and a length.
with tempfile.TemporaryDirectory() as folder:
    profiler.export_chrome_trace(str(Path(folder) / "trace.json"))
    trace = json.loads((Path(folder) / "trace.json").read_text())
steps = [event for event in trace["traceEvents"] if event.get("name") == "training step" and event.get("ph") == "X"]
print(f"{len(trace['traceEvents'])} events, of which {len(steps)} training steps")
assert sum(event["cat"] == "user_annotation" for event in steps) == 3

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/05_export` lets a compiler make fewer operations of many, and
# :doc:`/lessons/07_beyond/06_distributed` uses more than one process. See also
# :doc:`/cards/training/measuring`, :doc:`/cards/training/precision`, :doc:`/cards/data/workers` and
# :doc:`/cards/tensors/layouts`.
