"""Compiling a model

``torch.compile`` turns a function or model into optimised code while it runs. These cards use the backend "eager",
or one of their own, to show what is captured and how often, without generating code; the default backend needs a
compiler on your machine.
"""


def compile_a_function():
    """``torch.compile(f)`` returns a function with the same results; the first call compiles, later calls reuse it.

    It works on models, too, and as a decorator. A backend of your own shows what is compiled: it receives the graph of
    operations and returns something to call. Here it counts. The default backend generates new code, whose results may
    differ in the last digits.

    >>> import torch
    >>> graphs = []
    >>> def backend(graph_module, example_inputs):
    ...     graphs.append([node.name for node in graph_module.graph.nodes if node.op.startswith("call")])
    ...     return graph_module.forward
    >>> def f(x, y):
    ...     return (x + y) * 3
    >>> compiled = torch.compile(f, backend=backend)
    >>> len(graphs)
    0
    >>> x, y = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
    >>> compiled(x, y), f(x, y)
    (tensor([33., 66.]), tensor([33., 66.]))
    >>> compiled(y, x)
    tensor([33., 66.])
    >>> graphs
    [['add', 'mul']]
    """


def compiled_module():
    """``torch.compile(model)`` wraps a model and shares its parameters; names in its ``state_dict`` get a prefix.

    Save the state of the original model, or compile in place with ``model.compile()``, which keeps the names.

    >>> import torch
    >>> def backend(graph_module, example_inputs):
    ...     print("compiling")
    ...     return graph_module.forward
    >>> model = torch.nn.Linear(2, 1)
    >>> compiled = torch.compile(model, backend=backend)
    >>> type(compiled).__name__, compiled.weight is model.weight
    ('OptimizedModule', True)
    >>> list(compiled.state_dict()), list(model.state_dict())
    (['_orig_mod.weight', '_orig_mod.bias'], ['weight', 'bias'])
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> result = compiled(x)
    compiling
    >>> result.shape, torch.equal(result, model(x))
    (torch.Size([1, 1]), True)
    >>> model.compile(backend=backend)
    >>> torch.equal(model(x), result)
    compiling
    True
    >>> type(model).__name__, list(model.state_dict())
    ('Linear', ['weight', 'bias'])
    """


def graph_breaks():
    """Code that cannot be captured splits the graph; ``fullgraph=True`` makes that an error instead.

    A ``print`` or an ``if`` on the value of a tensor breaks the graph in two, and Python runs in between. The result is
    right, but less can be optimised.

    >>> import torch
    >>> def f(x):
    ...     y = x * 2
    ...     if y.sum() > 0:
    ...         return y + 1
    ...     return y - 1
    >>> x, zeros = torch.tensor([0.75, -0.25]), torch.zeros(2)
    >>> compiled = torch.compile(f, backend="eager")
    >>> compiled(x), compiled(zeros)
    (tensor([2.5000, 0.5000]), tensor([-1., -1.]))
    >>> import torch._dynamo
    >>> explanation = torch._dynamo.explain(f)(x)
    >>> explanation.graph_count, explanation.graph_break_count
    (2, 1)

    ``torch.where`` has no branch to choose, so it stays in one graph.

    >>> def g(x):
    ...     y = x * 2
    ...     return torch.where(y.sum() > 0, y + 1, y - 1)
    >>> compiled = torch.compile(g, backend="eager", fullgraph=True)
    >>> compiled(x), compiled(zeros)
    (tensor([2.5000, 0.5000]), tensor([-1., -1.]))
    >>> torch.compile(f, backend="eager", fullgraph=True)(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch._dynamo.exc.Unsupported: Data-dependent branching
    ...
    """


def recompilation():
    """A compiled function is compiled again when something that it relied on changes, such as a dtype or a shape.

    Shapes are special: the second size that comes makes this dimension dynamic, and further sizes need no new graph.
    ``dynamic=False`` compiles for every size. ``torch.compiler.reset()`` forgets all that was compiled before.

    >>> import torch
    >>> torch.compiler.reset()
    >>> count = 0
    >>> def backend(graph_module, example_inputs):
    ...     global count
    ...     count += 1
    ...     return graph_module.forward
    >>> def double(x):
    ...     return x * 2
    >>> f = torch.compile(double, backend=backend)
    >>> for size in (3, 4, 5, 6):
    ...     print(f(torch.arange(size)), count)
    tensor([0, 2, 4]) 1
    tensor([0, 2, 4, 6]) 2
    tensor([0, 2, 4, 6, 8]) 2
    tensor([ 0,  2,  4,  6,  8, 10]) 2
    >>> f(torch.arange(2.0)), count
    (tensor([0., 2.]), 3)
    >>> torch.compiler.reset()
    >>> f = torch.compile(double, backend=backend, dynamic=False)
    >>> for size in (3, 4, 5):
    ...     print(f(torch.arange(size)), count)
    tensor([0, 2, 4]) 4
    tensor([0, 2, 4, 6]) 5
    tensor([0, 2, 4, 6, 8]) 6
    """


def escaping_the_compiler():
    """``torch.compiler.disable`` keeps a function out of the graph; ``is_compiling()`` tells which way code runs.

    Use ``disable`` for a function that gives trouble, and ``is_compiling`` to leave checks out of compiled code.

    >>> import torch
    >>> @torch.compiler.disable
    ... def log(x):
    ...     return torch.compiler.is_compiling()
    >>> @torch.compile(backend="eager")
    ... def f(x):
    ...     inside = torch.compiler.is_compiling()
    ...     y = x + 1
    ...     return y, inside, log(y)
    >>> f(torch.tensor(3.0))
    (tensor(4.), True, False)
    >>> torch.compiler.is_compiling()
    False

    ``list_backends()`` names the backends to choose from. These two are among them:

    >>> {"inductor", "cudagraphs"} <= set(torch.compiler.list_backends())
    True
    """
