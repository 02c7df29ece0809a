"""Parameters and buffers

Parameters are the tensors that training changes; buffers are the tensors a module keeps besides. These cards show how
to make, list, count and freeze them. You need them when you write a layer or want to train only a part of a model.
"""


def parameters():
    """``model.parameters()`` is a generator of ``nn.Parameter`` objects, in the order in which they were registered.

    A generator makes its items while you go through it. Often written: printing it prints W and b. Run it: you see the
    generator. ``list`` takes the parameters out: for a linear layer the weight, then the bias.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(3, 1)
    >>> print(model.parameters())  # doctest: +ELLIPSIS
    <generator object Module.parameters at ...>
    >>> [tuple(p.shape) for p in model.parameters()]
    [(1, 3), (1,)]
    >>> [p is q for p, q in zip(model.parameters(), [model.weight, model.bias])]
    [True, True]

    An activation has no parameters, so this model lists the same shapes.

    >>> [tuple(p.shape) for p in nn.Sequential(nn.Linear(3, 1), nn.Sigmoid()).parameters()]
    [(1, 3), (1,)]

    A generator is used up after one pass. Call ``parameters()`` again, or keep the list.

    >>> generator = model.parameters()
    >>> len(list(generator))
    2
    >>> len(list(generator))
    0
    """


def parameter_count():
    """``p.numel()`` is the number of elements of a parameter, not its value.

    Often written: ``numel()`` shows the value. Run it on a weight of 2 rows and 3 columns:

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(3, 2)
    >>> layer.weight.numel()
    6

    The values are the parameter itself. ``detach()`` gives them as a plain tensor.

    >>> with torch.no_grad():
    ...     _ = layer.bias.copy_(torch.tensor([7.0, -4.0]))
    >>> layer.bias.detach()
    tensor([ 7., -4.])

    The sum of ``numel()`` counts the parameters of a model, here 12 + 4 + 8 + 2. A condition counts those that are
    trained.

    >>> model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
    >>> sum(p.numel() for p in model.parameters())
    26
    >>> _ = model[0].requires_grad_(False)
    >>> sum(p.numel() for p in model.parameters() if p.requires_grad)
    10
    """


def frozen_parameter():
    """A parameter with ``requires_grad=False`` gets no gradient, and the optimizer leaves it as it is.

    Every parameter starts with ``requires_grad=True``. ``requires_grad_(False)`` freezes one parameter, or all
    parameters of a module. Freeze before ``backward()``: ``step()`` would still use a gradient that is left over.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> _ = nn.init.constant_(model.weight, 6.0), nn.init.constant_(model.bias, 5.0)
    >>> [p.requires_grad for p in model.parameters()]
    [True, True]
    >>> _ = model.weight.requires_grad_(False)
    >>> model.weight.requires_grad, model.bias.requires_grad
    (False, True)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> output = model(torch.tensor([[3.0, 4.0]]))
    >>> output.item()
    47.0
    >>> output.backward()
    >>> print(model.weight.grad)
    None
    >>> model.bias.grad
    tensor([1.])
    >>> optimizer.step()
    >>> model.weight.tolist(), model.bias.tolist()
    ([[6.0, 6.0]], [4.5])

    Called on the module, it freezes the bias too.

    >>> [p.requires_grad for p in model.requires_grad_(False).parameters()]
    [False, False]
    """


def parameter_registers_itself():
    """An ``nn.Parameter`` assigned to a module is registered; a plain tensor with ``requires_grad=True`` is not.

    Registration is what makes the optimizer see it. The plain tensor gets gradients and never learns.

    >>> import torch
    >>> from torch import nn
    >>> class Line(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.slope = nn.Parameter(torch.tensor([2.0, 3.0]))
    ...         self.shift = torch.tensor([5.0], requires_grad=True)
    ...     def forward(self, x):
    ...         return self.slope * x + self.shift
    >>> x = torch.tensor(10.0)
    >>> model = Line()
    >>> model(x)
    tensor([25., 35.], grad_fn=<AddBackward0>)
    >>> list(model.named_parameters())
    [('slope', Parameter containing:
    tensor([2., 3.], requires_grad=True))]

    >>> model(x).sum().backward()
    >>> model.shift.grad
    tensor([2.])

    The result of an operation on a parameter is a plain tensor again. So wrap last.

    >>> model.half_slope = model.slope / 2
    >>> model.half_slope
    tensor([1.0000, 1.5000], grad_fn=<DivBackward0>)
    >>> model.new_shift = nn.Parameter(model.shift / 2)
    >>> [(name, p.tolist()) for name, p in model.named_parameters()]
    [('slope', [2.0, 3.0]), ('new_shift', [2.5])]
    """


def parameter_of_integers():
    """``nn.Parameter`` needs floating point or complex numbers unless you pass ``requires_grad=False``.

    Only such numbers have gradients. A list is not accepted either: make a tensor first.

    >>> import torch
    >>> from torch import nn
    >>> whole = torch.tensor([3, 4])
    >>> nn.Parameter(whole)
    Traceback (most recent call last):
        ...
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> nn.Parameter(torch.tensor([3.0, 4.0]))
    Parameter containing:
    tensor([3., 4.], requires_grad=True)
    >>> nn.Parameter(whole, requires_grad=False)
    Parameter containing:
    tensor([3, 4])
    >>> nn.Parameter(whole.tolist())
    Traceback (most recent call last):
        ...
    AttributeError: 'list' object has no attribute 'detach'
    """


def buffers():
    """A buffer is saved and moved with the module but never trained: ``register_buffer`` or ``nn.Buffer`` makes one.

    Batch normalisation keeps its statistics in buffers. A plain tensor attribute is neither saved nor moved.

    >>> import torch
    >>> from torch import nn
    >>> class Shift(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.weight = nn.Parameter(torch.tensor([2.0]))
    ...         self.register_buffer("mean", torch.tensor([0.5]))
    ...         self.scale = nn.Buffer(torch.tensor([4.0]))
    ...         self.forgotten = torch.tensor([7.0])
    >>> module = Shift()
    >>> [name for name, _ in module.named_buffers()]
    ['mean', 'scale']
    >>> [(name, p.item()) for name, p in module.named_parameters()]
    [('weight', 2.0)]
    >>> list(module.state_dict())
    ['weight', 'mean', 'scale']
    >>> _ = module.double()
    >>> list(module.buffers())
    [tensor([0.5000], dtype=torch.float64), tensor([4.], dtype=torch.float64)]
    >>> module.forgotten
    tensor([7.])
    >>> module.forgotten.dtype
    torch.float32

    ``persistent=False`` makes a buffer that is moved but not saved, for what can be computed again.

    >>> module.register_buffer("mask", torch.tensor([1.0, 0.0]), persistent=False)
    >>> module.grid = nn.Buffer(torch.tensor([6.0]), persistent=False)
    >>> [name for name, _ in module.named_buffers()]
    ['mean', 'scale', 'mask', 'grid']
    >>> list(module.state_dict())
    ['weight', 'mean', 'scale']
    >>> module.mask, module.grid
    (tensor([1., 0.]), tensor([6.]))
    """


def assigning_to_registered_names():
    """A registered name stays what it is: a parameter takes only an ``nn.Parameter`` or ``None``, no plain tensor.

    The error protects you from a weight that silently stops learning. To change the values, write into the parameter
    under ``torch.no_grad()``.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(2, 1)
    >>> layer.weight.shape
    torch.Size([1, 2])
    >>> plain = torch.tensor([[3.0, 4.0]])
    >>> layer.weight = plain
    Traceback (most recent call last):
        ...
    TypeError: cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
    >>> layer.weight = nn.Parameter(plain)
    >>> with torch.no_grad():
    ...     _ = layer.bias.fill_(7.0)
    >>> layer(torch.tensor([10.0, 1.0]))
    tensor([41.], grad_fn=<ViewBackward0>)

    A buffer does take a plain tensor, and stays a buffer.

    >>> norm = nn.BatchNorm1d(2)
    >>> norm.running_mean
    tensor([0., 0.])
    >>> norm.running_mean = torch.tensor([8.0, 9.0])
    >>> norm.state_dict()["running_mean"]
    tensor([8., 9.])
    """


def registering_by_name():
    """``register_parameter`` and ``register_buffer`` take a name as a string; it must be free and contain no dot.

    They do what an assignment does. You need them when a loop makes the names, or to reserve a name with ``None``.

    >>> import torch
    >>> from torch import nn
    >>> module = nn.Module()
    >>> for i in range(2):
    ...     module.register_parameter(f"w{i}", nn.Parameter(torch.full((i + 1,), 5.0)))
    >>> [(name, p.tolist()) for name, p in module.named_parameters()]
    [('w0', [5.0]), ('w1', [5.0, 5.0])]
    >>> module.register_parameter("bias", None)
    >>> print(module.bias, len(list(module.parameters())))
    None 2

    The refusals:

    >>> plain = torch.tensor([6.0])
    >>> module.register_parameter("w2", plain)
    Traceback (most recent call last):
        ...
    TypeError: cannot assign 'torch.FloatTensor' object to parameter 'w2' (torch.nn.Parameter or None required)
    >>> module.register_buffer("w0", plain)
    Traceback (most recent call last):
        ...
    KeyError: "attribute 'w0' already exists"
    >>> module.register_buffer("stats.mean", plain)
    Traceback (most recent call last):
        ...
    KeyError: 'buffer name can\\'t contain "."'
    >>> module.register_buffer("mean", plain)
    >>> module.mean
    tensor([6.])
    """


def shared_parameter():
    """A layer used twice is one layer: ``parameters()`` lists it once, and its gradient is the sum of both uses.

    ``state_dict()`` lists it under both names.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(1, 1, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.fill_(3.0)
    >>> model = nn.Sequential(layer, nn.Identity(), layer)
    >>> [name for name, _ in model.named_parameters()]
    ['0.weight']
    >>> [name for name, _ in model.named_parameters(remove_duplicate=False)]
    ['0.weight', '2.weight']
    >>> list(model.state_dict())
    ['0.weight', '2.weight']

    The model computes ``w * w * x``. Its derivative by ``w`` is ``2 * w * x``, which is 30 at ``x`` = 5.

    >>> output = model(torch.tensor([5.0]))
    >>> output.item()
    45.0
    >>> output.backward()
    >>> layer.weight.grad
    tensor([[30.]])
    """


def zero_grad():
    """``model.zero_grad()`` sets every gradient to ``None``; with ``set_to_none=False`` it writes zeros instead.

    Gradients of several ``backward()`` calls add up, so they are emptied before each training step. The optimizer's
    ``zero_grad()`` empties those of the parameters that it was given, the module's those of all its parameters.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> model(torch.tensor([3.0, 4.0])).backward()
    >>> model(torch.tensor([3.0, 4.0])).backward()
    >>> model.weight.grad
    tensor([[6., 8.]])
    >>> model.zero_grad(set_to_none=False)
    >>> model.weight.grad
    tensor([[0., 0.]])
    >>> model.zero_grad()
    >>> print(model.weight.grad)
    None
    """
