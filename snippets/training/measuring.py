"""Measuring time, memory and operations

Before you make a program faster, find out where its time goes. These cards show the tools and what their results hold;
the times themselves are yours, they differ from machine to machine.
"""


def timer():
    """``torch.utils.benchmark.Timer`` runs a statement many times and returns a ``Measurement``.

    Unlike ``timeit`` it knows torch: it waits for the GPU, uses one thread unless told otherwise, and warms up. The
    statement is text; ``globals`` hands it your variables.

    >>> import torch
    >>> from torch.utils.benchmark import Timer
    >>> x = torch.rand(4, 4)
    >>> t = Timer("x @ x", globals={"x": x}, num_threads=2, label="product")
    >>> measurement = t.timeit(5)
    >>> type(measurement).__name__, measurement.number_per_run, len(measurement.times), measurement.num_threads
    ('Measurement', 5, 1, 2)
    >>> measurement.task_spec.stmt, measurement.title
    ('x @ x', 'product')
    >>> measurement.median == measurement.times[0] > 0
    True

    ``blocked_autorange`` chooses the number of runs itself: a power of ten. A name that ``globals`` lacks is unknown.

    >>> measurement = t.blocked_autorange(min_run_time=0.002)
    >>> set(str(measurement.number_per_run)) <= {"1", "0"}, measurement.median > 0
    (True, True)
    >>> Timer("x @ y", globals={"x": x}).timeit()
    Traceback (most recent call last):
        ...
    NameError: name 'y' is not defined
    """


def compare():
    """``torch.utils.benchmark.Compare`` makes a table of several measurements, with one column per description.

    ``label`` names the table, ``sub_label`` the row, ``description`` the column. The cells hold times, so only the
    names are shown here; print the object to see it all.

    >>> import re
    >>> import torch
    >>> from torch.utils.benchmark import Compare, Timer
    >>> measurements = []
    >>> for size in (2, 30):
    ...     x = torch.rand(size, size)
    ...     for statement in ("x @ x", "x * x"):
    ...         t = Timer(statement, globals={"x": x}, label="square", sub_label=f"size {size}", description=statement)
    ...         measurements.append(t.timeit(2))
    >>> table = str(Compare(measurements))
    >>> [re.findall("x . x", line) for line in table.splitlines() if "x @ x" in line]
    [['x @ x', 'x * x']]
    >>> [re.findall("size [0-9]+", line) for line in table.splitlines() if "size" in line]
    [['size 2'], ['size 30']]
    >>> "square" in table.splitlines()[0], "Times are in" in table
    (True, True)
    """


def synchronised_clock():
    """A GPU works on while Python goes on, so wait with ``synchronize()`` before you read the clock.

    ``model(x)`` returns as soon as the work is queued. A clock read right after it measures the queueing. On a CPU
    operations are finished when they return. Write the wait so that it runs anywhere.

    >>> import time
    >>> import torch
    >>> def seconds(function):
    ...     if torch.accelerator.is_available():
    ...         torch.accelerator.synchronize()
    ...     start = time.perf_counter()
    ...     result = function()
    ...     if torch.accelerator.is_available():
    ...         torch.accelerator.synchronize()
    ...     return result, time.perf_counter() - start
    >>> result, duration = seconds(lambda: torch.tensor([3.0, 4.0]).norm())
    >>> result, duration > 0
    (tensor(5.), True)

    With ``torch.cuda.Event`` the GPU takes the time itself.

    >>> if torch.cuda.is_available():
    ...     start, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    ...     start.record()
    ...     product = torch.rand(500, 500, device="cuda") @ torch.rand(500, 500, device="cuda")
    ...     end.record()
    ...     torch.cuda.synchronize()
    ...     assert start.elapsed_time(end) > 0
    """


def profiler():
    """``torch.profiler.profile`` notes every operation in a block; ``key_averages()`` adds them up by name.

    Names that begin with ``aten::`` are torch's operations. ``count`` says how often each ran, which already shows many
    a surprise. Print ``key_averages().table(sort_by="cpu_time_total")`` for the times.

    >>> import torch
    >>> from torch.profiler import ProfilerActivity, profile
    >>> x = torch.rand(3, 4)
    >>> with profile(activities=[ProfilerActivity.CPU]) as prof:
    ...     for _ in range(5):
    ...         y = torch.mm(x, x.T).exp().relu().exp()
    >>> counts = {event.key: event.count for event in prof.key_averages()}
    >>> counts["aten::mm"], counts["aten::relu"], counts["aten::exp"]
    (5, 5, 10)
    >>> "aten::mm" in prof.key_averages().table(sort_by="cpu_time_total")
    True

    ``record_shapes=True`` keeps apart calls with different inputs.

    >>> with profile(activities=[ProfilerActivity.CPU], record_shapes=True) as prof:
    ...     y = torch.mm(x, x.T), torch.mm(x.T, x), torch.mm(x.T, x)
    >>> groups = prof.key_averages(group_by_input_shape=True)
    >>> sorted((event.input_shapes, event.count) for event in groups if event.key == "aten::mm")
    [([[3, 4], [4, 3]], 1), ([[4, 3], [3, 4]], 2)]
    """


def named_ranges():
    """``record_function("name")`` marks a part of your program, so that it appears in the profile under that name.

    A training step has no name of its own among hundreds of operations. Give it one.

    >>> import torch
    >>> from torch.profiler import ProfilerActivity, profile, record_function
    >>> model = torch.nn.Linear(4, 2)
    >>> with profile(activities=[ProfilerActivity.CPU]) as prof:
    ...     for _ in range(3):
    ...         with record_function("my forward"):
    ...             y = model(torch.rand(5, 4)).sum()
    ...     with record_function("my backward"):
    ...         y.backward()
    >>> [(event.key, event.count) for event in prof.key_averages() if event.key.startswith("my")]
    [('my forward', 3), ('my backward', 1)]
    >>> forward = next(event for event in prof.events() if event.name == "my forward")
    >>> sorted({child.name for child in forward.cpu_children})
    ['aten::linear', 'aten::rand', 'aten::sum']
    """


def profiler_schedule():
    """``schedule(wait, warmup, active)`` profiles a few steps of a long training; call ``prof.step()`` after each.

    A profile of everything would be huge. Here the profiler waits one step, warms up for one, records two, and then
    hands the result to ``on_trace_ready``.

    >>> import torch
    >>> from torch.profiler import ProfilerActivity, profile, schedule
    >>> plan = schedule(wait=1, warmup=1, active=2, repeat=1)
    >>> [plan(step).name for step in range(6)]
    ['NONE', 'WARMUP', 'RECORD', 'RECORD_AND_SAVE', 'NONE', 'NONE']
    >>> ready = []
    >>> def keep(prof):
    ...     ready.append({event.key: event.count for event in prof.key_averages()})
    >>> x = torch.rand(3)
    >>> with profile(activities=[ProfilerActivity.CPU], schedule=plan, on_trace_ready=keep) as prof:
    ...     for step in range(6):
    ...         y = x.exp()
    ...         prof.step()
    >>> len(ready), ready[0]["aten::exp"]
    (1, 2)
    """


def flop_counter():
    """``FlopCounterMode`` counts the multiplications and additions of matrix products and convolutions.

    A product of ``(3, 4)`` and ``(4, 5)`` takes 3 * 4 * 5 of each, so 120 together. Additions of a bias and activations
    are not counted. Nothing is timed: the count is the same on every machine.

    >>> import torch
    >>> from torch.utils.flop_counter import FlopCounterMode
    >>> with FlopCounterMode(display=False) as counter:
    ...     product = torch.rand(3, 4) @ torch.rand(4, 5)
    >>> counter.get_total_flops()
    120
    >>> model = torch.nn.Sequential(torch.nn.Linear(4, 5), torch.nn.ReLU(), torch.nn.Linear(5, 2))
    >>> with FlopCounterMode(display=False) as counter:
    ...     output = model(torch.rand(3, 4))
    ...     forward = counter.get_total_flops()
    ...     output.sum().backward()
    >>> forward, counter.get_total_flops()
    (180, 420)
    >>> sorted((name, sum(counts.values())) for name, counts in counter.get_flop_counts().items())
    [('Global', 420), ('Sequential', 420), ('Sequential.0', 240), ('Sequential.2', 180)]

    The model needs no memory if its tensors are on the "meta" device.

    >>> with FlopCounterMode(display=False) as counter, torch.device("meta"):
    ...     output = torch.nn.Conv2d(3, 8, kernel_size=5)(torch.empty(1, 3, 32, 32))
    >>> counter.get_total_flops(), 2 * 28 * 28 * 8 * 3 * 5 * 5
    (940800, 940800)
    """


def model_size():
    """``numel()`` times ``element_size()`` is the memory of a tensor; add them up for a model's parameters.

    Training needs more: the gradients are as large again, and Adam keeps two more numbers for each parameter. On top
    come the results stored for ``backward()``.

    >>> import torch
    >>> model = torch.nn.Linear(30, 10)
    >>> sum(p.numel() for p in model.parameters())
    310
    >>> sum(p.numel() * p.element_size() for p in model.parameters())
    1240
    >>> optimizer = torch.optim.Adam(model.parameters())
    >>> model(torch.rand(30)).sum().backward()
    >>> optimizer.step()
    >>> sum(p.grad.nbytes for p in model.parameters())
    1240
    >>> sum(t.nbytes for state in optimizer.state.values() for t in (state["exp_avg"], state["exp_avg_sq"]))
    2480

    A view has no memory of its own; the storage says what is really held.

    >>> big = torch.zeros(1000, dtype=torch.float64)
    >>> view = big[:2]
    >>> view.nbytes, view.untyped_storage().nbytes(), view.clone().untyped_storage().nbytes()
    (16, 8000, 16)
    """


def gpu_memory():
    """``torch.cuda.memory_allocated()`` is what your tensors take on the GPU, ``memory_reserved()`` what torch holds.

    The difference is kept for reuse; ``empty_cache()`` gives it back. ``max_memory_allocated()`` is the peak, which
    decides whether a batch fits. Without a GPU all of them say 0.

    >>> import torch
    >>> before = torch.cuda.memory_allocated()
    >>> if torch.cuda.is_available():
    ...     torch.cuda.reset_peak_memory_stats()
    ...     t = torch.zeros(1000, 1000, device="cuda")
    ...     assert torch.cuda.memory_allocated() - before == t.nbytes == 4_000_000
    ...     assert torch.cuda.memory_reserved() >= torch.cuda.memory_allocated()
    ...     del t
    ...     assert torch.cuda.max_memory_allocated() - before >= 4_000_000
    ...     torch.cuda.empty_cache()
    >>> torch.cuda.memory_allocated() == before, before == 0 or torch.cuda.is_available()
    (True, True)

    ``torch.accelerator`` has the same under a name that does not depend on the maker of the device.

    >>> torch.accelerator.memory_allocated() == torch.cuda.memory_allocated()
    True
    >>> torch.accelerator.max_memory_allocated() >= torch.accelerator.memory_allocated()
    True
    """


def threads():
    """``torch.set_num_threads(n)`` sets how many CPU threads one operation may use; ``get_num_threads`` tells.

    By default it is about the number of cores. Set it lower when several trainings share a machine, or they get in each
    other's way; the worker processes of a ``DataLoader`` set it to 1 by themselves. The results stay the same up to
    rounding.

    >>> import torch
    >>> default = torch.get_num_threads()
    >>> torch.set_num_threads(3)
    >>> torch.get_num_threads()
    3
    >>> torch.set_num_threads(0)
    Traceback (most recent call last):
        ...
    RuntimeError: set_num_threads expects a positive integer
    >>> torch.set_num_threads(default)
    >>> torch.get_num_threads() == default
    True

    ``get_num_interop_threads`` is another number: how many operations may run side by side. It can be set only before
    the first parallel work.

    >>> torch.get_num_interop_threads() >= 1
    True
    """
