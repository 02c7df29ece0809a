"""Compiling and exporting a model

Three jobs that are often mixed up: ``torch.compile`` translates a model for the Python process in which it runs,
``torch.export`` captures it as a graph without Python, and ``torch.onnx`` writes it for other runtimes. TorchScript
(``torch.jit``), the older way for the first two, is deprecated.
"""


def jit_compiler():
    """``torch.jit.script`` and ``torch.jit.trace`` (TorchScript) still work but warn; the JIT is ``torch.compile``.

    Often written: TorchScript is PyTorch's just-in-time compiler. Run it: both calls work, and each one tells you to
    switch. Ordinary code, eager mode, never went through it.

    >>> import torch
    >>> import warnings
    >>> layer, x = torch.nn.Linear(2, 3), torch.tensor([[1.0, 2.0]])
    >>> def double(t):
    ...     return 2 * t
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     scripted = torch.jit.script(layer)
    ...     traced = torch.jit.trace(double, x)
    >>> for line in sorted({f"{warning.category.__name__}: {warning.message}" for warning in caught}):
    ...     print(line)
    FutureWarning: `torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`.
    FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
    >>> scripted(x).shape, torch.equal(scripted(x), layer(x)), traced(x)
    (torch.Size([1, 3]), True, tensor([[2., 4.]]))

    Today's two ways, without a warning. The backend ``"eager"`` captures the code and leaves out the slow code
    generation.

    >>> torch.compile(double, backend="eager")(x)
    tensor([[2., 4.]])
    >>> program = torch.export.export(layer, (x,))
    >>> type(program).__name__, torch.equal(program.module()(x), layer(x))
    ('ExportedProgram', True)
    """


def script_source():
    """``torch.jit.script`` compiles the source code, with its ``if``; it is deprecated in favour of ``torch.compile``.

    ``.code`` shows what it made of the function. Both branches are in it, so the result depends on the input, as in
    Python.

    >>> import torch
    >>> import warnings
    >>> def double_or_negate(x):
    ...     if x.sum() > 3:
    ...         return x * 2
    ...     return -x
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     scripted = torch.jit.script(double_or_negate)
    >>> [str(warning.message) for warning in caught]
    ['`torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`.']
    >>> print(scripted.code)
    def double_or_negate(x: Tensor) -> Tensor:
      if bool(torch.gt(torch.sum(x), 3)):
        _0 = torch.mul(x, 2)
      else:
        _0 = torch.neg(x)
      return _0
    <BLANKLINE>
    >>> x, other = torch.tensor([1.0, 3.0]), torch.tensor([2.0, 1.0])
    >>> scripted(x), scripted(other)
    (tensor([2., 6.]), tensor([-2., -1.]))

    ``torch.compile`` takes the same function and needs no source that it can read.

    >>> compiled = torch.compile(double_or_negate, backend="eager")
    >>> compiled(x), compiled(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    """


def trace_keeps_one_branch():
    """``torch.jit.trace`` records the operations of one run, so it keeps only the branch which that run took.

    It warns, but returns a function that is wrong for other inputs. ``torch.compile`` checks what it assumed about the
    code and takes the other branch when it must.

    >>> import torch
    >>> import warnings
    >>> def double_or_negate(x):
    ...     if x.sum() > 3:
    ...         return x * 2
    ...     return -x
    >>> x, other = torch.tensor([1.0, 3.0]), torch.tensor([2.0, 1.0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     traced = torch.jit.trace(double_or_negate, x)
    >>> sorted({warning.category.__name__ for warning in caught})
    ['FutureWarning', 'TracerWarning']
    >>> print(traced.code)
    def double_or_negate(x: Tensor) -> Tensor:
      return torch.mul(x, CONSTANTS.c0)
    <BLANKLINE>

    Traced with a sum of 4, it doubles whatever comes. The sum of ``other`` is 3.

    >>> traced(x), traced(other)
    (tensor([2., 6.]), tensor([4., 2.]))
    >>> double_or_negate(x), double_or_negate(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    >>> compiled = torch.compile(double_or_negate, backend="eager")
    >>> compiled(x), compiled(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    """


def graph():
    """A traced module carries a static graph, and ``torch.jit.freeze`` turns its weights into constants of that graph.

    Often written: TorchScript brings the symbolic graph execution of TensorFlow. The graph is there, and all of these
    calls are deprecated; ``torch.compile`` builds graphs today.

    >>> import torch
    >>> import warnings
    >>> net, x = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.ReLU()).eval(), torch.rand(1, 2)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     traced = torch.jit.trace(net, x)
    ...     frozen = torch.jit.freeze(traced)
    >>> str(caught[0].message)
    '`torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.'
    >>> str(caught[-1].message)
    '`torch.jit.freeze` is deprecated. Please use `torch.compile` instead.'
    >>> [node.kind() for node in traced.inlined_graph.nodes() if node.kind().startswith("aten")]
    ['aten::linear', 'aten::relu']
    >>> [node.kind() for node in frozen.graph.nodes()]
    ['prim::Constant', 'prim::Constant', 'aten::linear', 'aten::relu']
    >>> len(list(traced.parameters())), len(list(frozen.parameters()))
    (2, 0)
    >>> frozen(x).shape, torch.equal(frozen(x), net(x))
    (torch.Size([1, 1]), True)

    What ``torch.compile`` captures, you see with a backend of your own: it receives the graph and returns what is to
    run.

    >>> def show(graph, example_inputs):
    ...     print([node.name for node in graph.graph.nodes if node.op.startswith("call")])
    ...     return graph.forward
    >>> compiled = torch.compile(lambda t: torch.relu(t) * 3 + 1, backend=show)
    >>> compiled(torch.tensor([-1.0, 2.0]))
    ['relu', 'mul', 'add']
    tensor([1., 7.])
    """


def compiled_once():
    """``torch.compile`` compiles at the first call and again when dtype or shape of the input do not fit any more.

    So the first call has to wait for the compiler, and later ones with inputs of the same kind do not. The backend here
    counts compilations and runs the captured code as it is; the default backend is ``"inductor"``, which generates
    machine code. A second length makes it compile once more, for any length from then on.

    >>> import torch
    >>> compilations = []
    >>> def count(graph, example_inputs):
    ...     compilations.append(len(compilations))
    ...     return graph.forward
    >>> compiled = torch.compile(lambda t: 3 * t + 1, backend=count)
    >>> len(compilations)
    0
    >>> compiled(torch.tensor([1.0, 2.0])), len(compilations)
    (tensor([4., 7.]), 1)
    >>> compiled(torch.tensor([5.0, 6.0])), len(compilations)
    (tensor([16., 19.]), 1)
    >>> compiled(torch.tensor([1.0, 2.0, 3.0])), len(compilations)
    (tensor([ 4.,  7., 10.]), 2)
    >>> compiled(torch.tensor([1.0, 2.0, 3.0, 4.0])), len(compilations)
    (tensor([ 4.,  7., 10., 13.]), 2)
    >>> compiled(torch.tensor([1, 2])), len(compilations)
    (tensor([4, 7]), 3)
    """


def graph_breaks():
    """Where ``torch.compile`` cannot follow Python, it splits the graph; ``fullgraph=True`` makes that an error.

    A branch on the value of a tensor is such a place. The result is right either way, but no operation can be joined
    with another one across a split. Ask for ``fullgraph=True`` to find them. ``torch.where`` chooses without a branch.

    >>> import torch
    >>> graphs = []
    >>> def note(graph, example_inputs):
    ...     graphs.append([node.name for node in graph.graph.nodes if node.op.startswith("call")])
    ...     return graph.forward
    >>> def double_or_negate(x):
    ...     if x.sum() > 3:
    ...         return x * 2
    ...     return -x
    >>> x, other = torch.tensor([1.0, 3.0]), torch.tensor([2.0, 1.0])
    >>> torch.compile(double_or_negate, backend=note, fullgraph=True)(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch._dynamo.exc.Unsupported: Data-dependent branching
    ...
    >>> graphs
    []
    >>> compiled = torch.compile(double_or_negate, backend=note)
    >>> compiled(x), compiled(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    >>> graphs
    [['sum_1', 'gt'], ['mul'], ['neg']]
    >>> graphs.clear()
    >>> branchless = torch.compile(lambda x: torch.where(x.sum() > 3, x * 2, -x), backend=note, fullgraph=True)
    >>> branchless(x), branchless(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    >>> graphs
    [['sum_1', 'gt', 'mul', 'neg', 'where']]
    """


def exported_program():
    """``torch.export.export`` turns a module into an ``ExportedProgram``: one graph of operators, without Python code.

    Give it the module and a tuple of example inputs. The graph lists the operators; the signature says which inputs of
    the graph are weights. ``.module()`` gives a module that runs it. Only an ``nn.Module`` can be exported.

    >>> import torch
    >>> net = torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.ReLU())
    >>> x = torch.rand(3, 2)
    >>> program = torch.export.export(net, (x,))
    >>> [str(node.target) for node in program.graph.nodes if node.op == "call_function"]
    ['aten.linear.default', 'aten.relu.default']
    >>> program.graph_signature.parameters, program.graph_signature.user_inputs
    (('0.weight', '0.bias'), ('input',))
    >>> program.module()(x).shape, torch.equal(program.module()(x), net(x))
    (torch.Size([3, 1]), True)
    >>> torch.export.export(torch.relu, (x,))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Expected `mod` to be an instance of `torch.nn.Module`, got <class 'builtin_function_or_method'>.
    """


def exported_shapes():
    """An exported program accepts only the shapes of its example inputs, unless ``dynamic_shapes`` frees a dimension.

    ``torch.export.Dim`` names a size that may vary, here the batch. The other sizes stay fixed. Do not use 1 for the
    example of a free size: a size of 1 is often treated in a special way.

    >>> import torch
    >>> net = torch.nn.Linear(2, 1)
    >>> x, longer = torch.rand(3, 2), torch.rand(5, 2)
    >>> fixed = torch.export.export(net, (x,)).module()
    >>> fixed(x).shape
    torch.Size([3, 1])
    >>> fixed(longer)
    Traceback (most recent call last):
        ...
    AssertionError: Guard failed: input.size()[0] == 3
    >>> batch = torch.export.Dim("batch")
    >>> free = torch.export.export(net, (x,), dynamic_shapes=({0: batch},)).module()
    >>> free(longer).shape
    torch.Size([5, 1])
    >>> free(longer.T)
    Traceback (most recent call last):
        ...
    AssertionError: Guard failed: input.size()[1] == 2
    """


def exported_branch():
    """``torch.export`` refuses a Python ``if`` on a tensor's value; ``torch.cond`` puts both branches into the graph.

    The graph must be right for every input, so it cannot keep one branch in silence. ``torch.cond`` takes a condition,
    two functions and a tuple with their arguments.

    >>> import torch
    >>> class Branch(torch.nn.Module):
    ...     def forward(self, x):
    ...         if x.sum() > 3:
    ...             return x * 2
    ...         return -x
    >>> x, other = torch.tensor([1.0, 3.0]), torch.tensor([2.0, 1.0])
    >>> Branch()(x), Branch()(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    >>> torch.export.export(Branch(), (x,))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch.fx.experimental.symbolic_shapes.GuardOnDataDependentSymNode: Could not guard on data-dependent expression ...
    >>> class Cond(torch.nn.Module):
    ...     def forward(self, x):
    ...         return torch.cond(x.sum() > 3, lambda t: t * 2, lambda t: -t, (x,))
    >>> exported = torch.export.export(Cond(), (x,)).module()
    >>> exported(x), exported(other)
    (tensor([2., 6.]), tensor([-2., -1.]))
    """


def saved_program():
    """``torch.export.save`` and ``load`` keep a program without its Python class; ``torch.jit.save`` is deprecated.

    Often written: save with TorchScript to run a model without Python. The archive of ``torch.jit.save`` holds code and
    weights, and loads where the class is unknown, but saving and loading now warn. ``torch.export`` writes an archive
    of the graph and the weights, by custom with the ending ``.pt2``. Python loads it without the class. To run it where
    there is no Python, compile the program first, with AOTInductor or ExecuTorch.

    >>> import io
    >>> import torch
    >>> import warnings
    >>> class Net(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(2, 1)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> net, x = Net(), torch.rand(1, 2)
    >>> expected = net(x)
    >>> old, new = io.BytesIO(), io.BytesIO()
    >>> torch.export.save(torch.export.export(net, (x,)), new)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.jit.save(torch.jit.trace(net, x), old)
    ...     del Net, net
    ...     old_position, new_position = old.seek(0), new.seek(0)
    ...     scripted = torch.jit.load(old)
    >>> for name in ("save", "load"):
    ...     print([str(warning.message) for warning in caught if f"jit.{name}" in str(warning.message)])
    ['`torch.jit.save` is deprecated. Please switch to `torch.export`.']
    ['`torch.jit.load` is deprecated. Please switch to `torch.export`.']
    >>> scripted(x).shape, torch.equal(scripted(x), expected)
    (torch.Size([1, 1]), True)
    >>> exported = torch.export.load(new).module()
    >>> torch.equal(exported(x), expected)
    True
    """


def onnx_format():
    """An ONNX file holds a graph of operators and its weights: other libraries can write it and run it without torch.

    ONNX stands for Open Neural Network Exchange. Here no torch takes part in making the model: one node called ``Relu``
    with input ``x`` and output ``y``, in version 18 of the operator set. ``onnxruntime`` executes it; the last lines
    use another way, the evaluator of ``onnx`` itself, which is written with NumPy.

    >>> import torch
    >>> import onnx
    >>> import onnxruntime
    >>> from onnx import TensorProto, helper
    >>> x_info, y_info = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 3]) for name in ("x", "y"))
    >>> graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "example", [x_info], [y_info])
    >>> model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    >>> onnx.checker.check_model(model)
    >>> model.opset_import[0].version, model.ir_version
    (18, 10)
    >>> x = torch.tensor([[-1.0, 2.0, 3.0], [4.0, -5.0, 6.0]])
    >>> session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    >>> session.run(["y"], {"x": x.numpy()})[0].tolist()
    [[0.0, 2.0, 3.0], [4.0, 0.0, 6.0]]
    >>> torch.relu(x).tolist()
    [[0.0, 2.0, 3.0], [4.0, 0.0, 6.0]]

    The same from torch: an exported model, evaluated without torch.

    >>> net = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU()).eval()
    >>> exported = torch.onnx.export(net, (x,), input_names=["x"], verbose=False).model_proto
    >>> [node.op_type for node in exported.graph.node]
    ['Gemm', 'Relu']
    >>> from onnx.reference import ReferenceEvaluator
    >>> result = ReferenceEvaluator(exported).run(None, {"x": x.numpy()})[0]
    >>> result.shape, torch.allclose(torch.from_numpy(result), net(x))
    ((2, 2), True)
    """


def onnx_export():
    """``torch.onnx.export(model, args)`` returns an ``ONNXProgram`` to save as a file; torch itself reads no ONNX.

    The exporter builds on ``torch.export`` and needs the packages ``onnx`` and ``onnxscript``. The older one, based on
    TorchScript, is still there as ``dynamo=False``, with a warning. ``verbose=False`` keeps the exporter from printing
    its steps. For the way back there is no function: ``torch.onnx.load`` does not exist.

    >>> import io
    >>> import os
    >>> import tempfile
    >>> import warnings
    >>> import onnx
    >>> import onnxruntime
    >>> import torch
    >>> net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU()).eval()
    >>> x = torch.randn(4, 2)
    >>> program = torch.onnx.export(net, (x,), input_names=["x"], output_names=["y"], verbose=False)
    >>> type(program).__name__
    'ONNXProgram'
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "net.onnx")
    ...     program.save(path)
    ...     onnx.checker.check_model(path)
    ...     session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    >>> [(value.name, value.shape) for value in session.get_inputs() + session.get_outputs()]
    [('x', [4, 2]), ('y', [4, 3])]
    >>> torch.allclose(torch.from_numpy(session.run(["y"], {"x": x.numpy()})[0]), net(x))
    True

    The old exporter:

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.onnx.export(net, (x,), io.BytesIO(), dynamo=False)
    >>> first, *others = caught
    >>> print(first.category.__name__, "-", str(first.message).split(".")[0])
    DeprecationWarning - You are using the legacy TorchScript-based ONNX export
    >>> hasattr(torch.onnx, "export"), hasattr(torch.onnx, "load")
    (True, False)
    """


def onnx_shapes():
    """``dynamic_shapes`` lets a size of an ONNX model vary; all other sizes are fixed, and a runtime checks them.

    Without it, all sizes of the example input are fixed. The name of the free size, ``batch`` here, stands in the file.

    >>> import onnxruntime
    >>> import torch
    >>> net, x = torch.nn.Linear(2, 1).eval(), torch.rand(3, 2)
    >>> free = ({0: torch.export.Dim("batch")},)
    >>> program = torch.onnx.export(net, (x,), input_names=["x"], dynamic_shapes=free, verbose=False)
    >>> content = program.model_proto.SerializeToString()
    >>> session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    >>> session.get_inputs()[0].shape
    ['batch', 2]
    >>> session.run(None, {"x": torch.ones(5, 2).numpy()})[0].shape
    (5, 1)
    >>> session.run(None, {"x": torch.ones(5, 4).numpy()})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    onnxruntime...InvalidArgument: ... Got invalid dimensions for input: x for the following indices
     index: 1 Got: 4 Expected: 2
     Please fix either the inputs/outputs or the model.
    """
