"""
Compile, export, ONNX
=====================

Three jobs are often mixed up: making a model faster where it is, capturing it as a graph that needs
no Python code of yours, and writing it for another runtime. After this lesson you can do each of
them, check that the answers stayed the same, find graph breaks, leave the batch size free, and say
where TorchScript went.

:Level: advanced
:Before: :doc:`/lessons/03_models/04_multilayer_perceptron`, :doc:`/lessons/04_training/06_checkpoints`
:After: :doc:`/lessons/07_beyond/06_distributed`
"""

# %%
# What torch.compile captures
# ---------------------------
# At the first call ``torch.compile`` goes through the Python code of your function, writes the
# operations into a graph, and hands the graph to a backend that returns something to run in its
# place. A backend is a function, so you can write one that keeps the graph to look at and runs it
# unchanged.

# sphinx_gallery_parallel = False
import os
import shutil
import tempfile
import warnings
from pathlib import Path

import matplotlib.pyplot as plt
import onnx
import onnxruntime
import torch
from onnx.reference import ReferenceEvaluator
from torch import nn
from torch.profiler import profile

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
torch.compiler.reset()  # forget what was compiled before
model = nn.Sequential(nn.Linear(2, 16), nn.GELU(), nn.Linear(16, 3)).to(device).eval()
x = torch.randn(8, 2, device=device)
logits = model(x).detach()
graphs = []


def keep(graph_module, example_inputs):
    targets = [node.target for node in graph_module.graph.nodes if node.op.startswith("call")]
    graphs.append([getattr(target, "__name__", target) for target in targets])  # a method is given by its name
    return graph_module.forward


def scaled(x):
    return x.div(x.abs().sum().add(1))


compiled = torch.compile(scaled, backend=keep)
assert graphs == []  # nothing happens before the first call
torch.testing.assert_close(compiled(x), scaled(x))
print(f"{graphs = }")
assert graphs == [["abs", "sum", "add", "div"]]

# %%
# Often written: the model is compiled once. Run it, with inputs of several lengths. Something was
# assumed about the input, and when that fails, the function is compiled again. The second length
# makes PyTorch suspect that lengths vary, and the graph of the second time takes any but 0 and 1,
# which are always cases of their own. A new dtype costs one more.

counts = []
for sample in (x, x[:5], x[:6], x[:7], x[:1], x.half()):
    torch.testing.assert_close(compiled(sample), scaled(sample))
    counts.append(len(graphs))
print(f"{counts = }")
assert counts == [1, 2, 2, 2, 3, 4]

# %%
# With a compiler and without
# ---------------------------
# The default backend, ``"inductor"``, fuses operations and generates code: C++ on a CPU, Triton on
# most GPUs. It needs a compiler. ``"aot_eager"`` also captures the backward pass but runs ordinary
# operations, and ``"eager"`` only captures. These two need nothing, and tell you which stage is to
# blame when something fails. All must agree with the plain function.


def swish(x):
    return x * torch.sigmoid(1.5 * x) + 0.5


compilers = [name for name in (os.environ.get("CXX"), "g++", "clang++", "cl") if name and shutil.which(name)]
outcomes, runs = {}, {"plain": swish}
for backend in ("eager", "aot_eager", *["inductor"] * bool(compilers)):
    try:
        runs[backend] = torch.compile(swish, backend=backend)
        torch.testing.assert_close(runs[backend](x), swish(x))
        outcomes[backend] = "agrees with the plain function"
    except torch._dynamo.exc.BackendCompilerFailed as error:
        outcomes[backend] = f"could not compile here: {str(error).splitlines()[0]}"
print(f"{compilers = }", *outcomes.items(), sep="\n")
if not compilers:
    print("There is no C++ compiler here, so inductor is left out.")
assert outcomes["eager"] == outcomes["aot_eager"] == "agrees with the plain function"

# %%
# What did inductor change? Count the operations that a profiler sees in one call. The plain function
# makes a pass over memory for each of its four operations. The generated code calls none of them: it
# does their work by itself, in one go.

operations = {}
for name, run in runs.items():
    with profile() as profiler:
        run(x)
    seen = {event.key.removeprefix("aten::"): event.count for event in profiler.key_averages()}
    operations[name] = {key: seen[key] for key in ("mul", "sigmoid", "add") if key in seen}
    print(f"{name:>9}: {operations[name]}")
assert operations["plain"] == operations["eager"] == {"mul": 2, "sigmoid": 1, "add": 1}
assert outcomes.get("inductor") != "agrees with the plain function" or operations["inductor"] == {}

# %%
# Graph breaks
# ------------
# A Python ``if`` on the value of a tensor cannot be put into a graph. ``torch.compile`` then ends
# the graph, lets Python decide, and begins another. The result is right, but nothing is optimised
# across the break. ``fullgraph=True`` turns a break into an error, which is how you find them, and
# ``torch.where`` has no branch.


def branching(x):
    y = x * 2
    if y.sum() > 0:
        return y + 1
    return y - 1


def branchless(x):
    y = x * 2
    return torch.where(y.sum() > 0, y + 1, y - 1)


positive, broken, whole = torch.tensor([1.0, 2.0], device=device), [], []
for function, captured in ((branching, broken), (branchless, whole)):
    graphs.clear()
    run = torch.compile(function, backend=keep)
    assert run(positive).tolist() == [3, 5] and run(-positive).tolist() == [-3, -5]
    captured.extend(graphs)
    print(function.__name__, captured)
assert broken == [["mul", "sum", "gt"], ["add"], ["sub"]] and whole == [["mul", "sum", "gt", "add", "sub", "where"]]
torch.compiler.reset()  # what was compiled stays with the function, and would be used again
try:
    torch.compile(branching, backend=keep, fullgraph=True)(positive)
except torch._dynamo.exc.Unsupported as error:
    print(f"Unsupported: {str(error).splitlines()[0]}")
    assert "Data-dependent branching" in str(error)
else:
    raise AssertionError("fullgraph=True was expected to refuse the branch")

# %%
# torch.export
# ------------
# ``torch.export`` captures the whole model or nothing: one graph of basic operators, the weights
# beside it, and none of your Python. It is made for leaving: the file loads where your classes are
# unknown. So the model goes to the CPU first; the graph would remember the device. Often written:
# an exported model takes any batch. Run it: sizes are those of the example, unless you free one
# with ``dynamic_shapes``.

model, x, logits = model.cpu(), x.cpu(), logits.cpu()
fixed = torch.export.export(model, (x,)).module()
dynamic_shapes = ({0: torch.export.Dim("batch")},)
program = torch.export.export(model, (x,), dynamic_shapes=dynamic_shapes)
try:
    fixed(x[:5])
except AssertionError as error:
    print(f"AssertionError: {error}")
    assert "size()[0] == 8" in str(error)
else:
    raise RuntimeError("another batch size was expected to be refused")

folder = tempfile.TemporaryDirectory()
torch.export.save(program, Path(folder.name) / "model.pt2")
loaded = torch.export.load(Path(folder.name) / "model.pt2").module()
export_operators = [str(node.target) for node in program.graph.nodes if node.op == "call_function"]
print(f"{export_operators = }\n{program.graph_signature.parameters = }")
for batch in (x, x[:5]):
    torch.testing.assert_close(loaded(batch), model(batch))
assert export_operators == ["aten.linear.default", "aten.gelu.default", "aten.linear.default"]

# %%
# ONNX
# ----
# ONNX is a file format for graphs of operators, and many runtimes read it, in other languages, on
# phones and in browsers. ``torch.onnx.export`` builds on ``torch.export``, so it asks for the same
# example and the same dynamic shapes. ONNX Runtime, which contains no PyTorch, is the oracle: it
# has to give the model's answers, also for a batch size that the exporter never saw.

path = Path(folder.name) / "model.onnx"
names = {"input_names": ["x"], "output_names": ["logits"]}
torch.onnx.export(model, (x,), dynamo=True, dynamic_shapes=dynamic_shapes, verbose=False, **names).save(path)
onnx.checker.check_model(path)
session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
for batch in (x, x[:5]):
    (answers,) = session.run(["logits"], {"x": batch.numpy()})
    torch.testing.assert_close(torch.from_numpy(answers), model(batch).detach(), rtol=1e-4, atol=1e-5)
onnx_operators = [node.op_type for node in onnx.load(path).graph.node]
print(f"{onnx_operators = }\n{session.get_inputs()[0].shape = }, {answers.shape = }")
assert session.get_inputs()[0].shape == ["batch", 2] and answers.shape == (5, 3)
assert onnx_operators[0] == onnx_operators[-1] == "Gemm"

# %%
# The figure draws what you captured. Each blue box is one graph, which whoever got it runs as a
# whole; orange is Python. The model has a box in each of its forms, and the two functions show what
# a graph break does.

torch.compiler.reset()
graphs.clear()
torch.compile(model, backend=keep)(x)
assert graphs == [["linear", "gelu", "linear"]]
charts = {
    "torch.compile": [(0, 0, graphs[0])],
    "torch.export": [(0, 0, [name.split(".")[1] for name in export_operators])],
    "ONNX": [(0, 0, onnx_operators)],
    "branching": [(0, -1.1, broken[0]), (0, 0, ["if"]), (-0.5, 1, broken[1]), (0.5, 1, broken[2])],
    "branchless": [(0, 0, whole[0])],
}
fig, all_axes = plt.subplots(1, 5, figsize=(8, 3.4), layout="constrained")
for ax, (title, boxes) in zip(all_axes, charts.items(), strict=True):
    for column, row, names in boxes:
        style = {"boxstyle": "round", "facecolor": "#ffd27f" if names == ["if"] else "#cfe8fa"}
        ax.text(column, row, "\n".join(names), ha="center", va="center", fontsize=12, bbox=style)
    for column, row, end_column, end_row in [(0, -0.6, 0, -0.3), (0, 0.3, -0.5, 0.75), (0, 0.3, 0.5, 0.75)]:
        if len(boxes) > 1:
            ax.annotate("", (end_column, end_row), (column, row), arrowprops={"arrowstyle": "-|>", "color": "#555555"})
    ax.set(title=title, xlim=(-1, 1), ylim=(1.8, -1.8), xticks=[], yticks=[])
fig.suptitle("The model in three forms, and two functions with a condition")
plt.show()

# %%
# Where TorchScript went
# ----------------------
# Often written: TorchScript, ``torch.jit``, is PyTorch's just-in-time compiler. It once did the
# first two jobs. Run it: it still works, but warns, and names the two that took its place. And
# ``torch.jit.trace`` keeps the branch that its example took, for all inputs to come.

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    traced = torch.jit.trace(branching, positive)
deprecations = [str(warning.message) for warning in caught if warning.category is FutureWarning]
print(deprecations[0], f"{traced(-positive).tolist() = }, {branching(-positive).tolist() = }", sep="\n")
assert "torch.compile" in deprecations[0] and "torch.export" in deprecations[0]
assert traced(-positive).tolist() == [-1, -3] and branching(-positive).tolist() == [-3, -5]

# %%
# Exercises
# ---------
# 1. Compile ``scaled`` with ``dynamic=False`` and with ``dynamic=True``, and call it with four
#    lengths. How often is it compiled? Hint: the backend ``keep`` counts.
# 2. Export a module that branches on its input. Hint: ``torch.cond`` takes a condition, two
#    functions and their arguments.
# 3. Ask another oracle about the ONNX file. Hint: ``onnx.reference.ReferenceEvaluator`` computes in
#    NumPy.

# %%
# Solution 1
# ^^^^^^^^^^
# Without dynamic sizes, every length is a case of its own; with them, one graph does for all four.
compilations = {}
for dynamic in (False, True):
    torch.compiler.reset()
    graphs.clear()
    run = torch.compile(scaled, backend=keep, dynamic=dynamic)
    for length in (3, 4, 5, 6):
        torch.testing.assert_close(run(x[:length]), scaled(x[:length]))
    compilations[dynamic] = len(graphs)
print(f"{compilations = }")
assert compilations == {False: 4, True: 1}

# %%
# Solution 2
# ^^^^^^^^^^
# Both branches are in the graph, and the input chooses.
class Branch(nn.Module):
    def forward(self, x):
        return torch.cond(x.sum() > 0, lambda x: x * 2 + 1, lambda x: x * 2 - 1, (x,))


exported = torch.export.export(Branch(), (positive.cpu(),)).module()
print(f"{exported(positive.cpu()).tolist() = }, {exported(-positive.cpu()).tolist() = }")
assert exported(positive.cpu()).tolist() == [3, 5] and exported(-positive.cpu()).tolist() == [-3, -5]

# %%
# Solution 3
# ^^^^^^^^^^
# It is slow and plain, which is what one wants of an oracle.
(by_numpy,) = ReferenceEvaluator(onnx.load(path)).run(["logits"], {"x": x.numpy()})
print(f"{type(by_numpy) = }, {by_numpy.shape = }")
torch.testing.assert_close(torch.from_numpy(by_numpy), logits, rtol=1e-4, atol=1e-5)
folder.cleanup()
torch.compiler.reset()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/03_speed` measures whether compiling was worth it, and
# :doc:`/lessons/07_beyond/06_distributed` leaves the single process. See also
# :doc:`/cards/export/formats`, :doc:`/cards/training/compiling` and
# :doc:`/cards/serialization/files`.
