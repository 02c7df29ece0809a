"""How PyTorch is built

PyTorch is a Python package on top of a C++ library. These cards show which part does what, so that you know where to
look when a name, a message or a profile mentions one of them.
"""


def torch_namespace():
    """The package ``torch`` holds the class ``Tensor``, the functions on tensors, and the GPU part ``torch.cuda``.

    Layers, optimizers and data loaders live in packages below it. A tensor knows its device, and you call the same
    function whatever the device is.

    >>> import torch
    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> isinstance(x, torch.Tensor), x.device
    (True, device(type='cpu'))
    >>> torch.exp(torch.tensor(0.0)), torch.sin(torch.tensor(0.0))
    (tensor(1.), tensor(0.))
    >>> torch.matmul(x, torch.tensor([10.0, 1.0]))
    tensor([12., 34.])
    >>> torch.matmul(x.to("meta"), torch.empty(2, device="meta"))
    tensor(..., device='meta', size=(2,))
    >>> torch.cuda.__name__, type(torch.cuda.is_available())
    ('torch.cuda', <class 'bool'>)

    With an NVIDIA GPU, the same function computes there.

    >>> if torch.cuda.is_available():
    ...     torch.testing.assert_close(torch.exp(x.cuda()).cpu(), torch.exp(x))
    """


def three_spellings():
    """Arithmetic exists as function, as method and as operator, and all three run the same code.

    Layers come twice too: as a class in ``torch.nn``, of which you make an object that keeps its weights, and as a
    function in ``torch.nn.functional``, to which you pass them.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn import functional as F
    >>> a, b = torch.tensor([1.0, -2.0]), torch.tensor([10.0, 20.0])
    >>> torch.add(a, b), a.add(b), a + b
    (tensor([11., 18.]), tensor([11., 18.]), tensor([11., 18.]))
    >>> torch.relu(a), F.relu(a), nn.ReLU()(a)
    (tensor([1., 0.]), tensor([1., 0.]), tensor([1., 0.]))
    >>> layer = nn.Linear(2, 3)
    >>> torch.equal(layer(b), F.linear(b, layer.weight, layer.bias)), layer(b).shape
    (True, torch.Size([3]))

    Each leaves the same node for autograd.

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> torch.mul(w, 2), w.mul(2), w * 2
    (tensor(6., grad_fn=<MulBackward0>), tensor(6., grad_fn=<MulBackward0>), tensor(6., grad_fn=<MulBackward0>))
    """


def nn_and_optim():
    """``torch.nn`` has layers, activations and losses; what changes the weights is in ``torch.optim``.

    Often written: ``torch.nn`` is for building and training. Ask it for an optimizer:

    >>> import torch
    >>> from torch import nn
    >>> [hasattr(nn, name) for name in ("Linear", "ReLU", "Sequential", "MSELoss")]
    [True, True, True, True]
    >>> [hasattr(torch.optim, name) for name in ("SGD", "Adam")]
    [True, True]
    >>> nn.SGD
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn' has no attribute 'SGD'

    Together: the layer computes, the loss measures, autograd fills ``.grad``, and one step of the optimizer moves the
    weight to ``w - lr * grad``.

    >>> layer = nn.Linear(1, 1, bias=False)
    >>> nn.init.constant_(layer.weight, 5.0)
    Parameter containing:
    tensor([[5.]], requires_grad=True)
    >>> loss = nn.MSELoss()(layer(torch.tensor([[2.0]])), torch.tensor([[4.0]]))
    >>> loss.item()
    36.0
    >>> loss.backward()
    >>> layer.weight.grad
    tensor([[24.]])
    >>> torch.optim.SGD(layer.parameters(), lr=0.125).step()
    >>> layer.weight.item(), 5.0 - 0.125 * 24
    (2.0, 2.0)
    """


def three_layers():
    """``torch.add`` calls the C++ operator ``aten::add``, whose kernel does the sum while autograd records it.

    The three layers are: the functions that you call, the engine with tensors, dispatcher and autograd, and below it
    the kernels, one or more for each kind of device. The dispatcher picks the kernel by the device of the tensors.

    >>> import torch
    >>> a = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.add(a, a)
    tensor([2., 4.], grad_fn=<AddBackward0>)
    >>> torch.ops.aten.add(a, a)
    tensor([2., 4.], grad_fn=<AddBackward0>)
    >>> type(torch.add(a, a).grad_fn).__name__, type(torch.ops.aten.add(a, a).grad_fn).__name__
    ('AddBackward0', 'AddBackward0')

    No Python code computes the sum: ``torch.add`` is a built-in function.

    >>> type(torch.add).__name__
    'builtin_function_or_method'
    >>> torch._C._dispatch_has_kernel_for_dispatch_key("aten::add.Tensor", "CPU")
    True

    Without a gradient to compute, the recording is left out.

    >>> torch.add(a.detach(), a.detach())
    tensor([2., 4.])
    """


def aten_operators():
    """ATen, "A Tensor library", is the C++ library of tensor operators; Python sees it as ``torch.ops.aten``.

    You meet its names in profiles, exported programs and error messages. An operator has overloads, one for each
    combination of argument types: ``add.Tensor`` adds two tensors, ``add.Scalar`` a tensor and a number.

    >>> import torch
    >>> a, b = torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0])
    >>> torch.ops.aten.add(a, b), a + b
    (tensor([11., 22.]), tensor([11., 22.]))
    >>> torch.ops.aten.add.Tensor
    <OpOverload(op='aten.add', overload='Tensor')>
    >>> torch.ops.aten.add.Tensor(a, b, alpha=3)
    tensor([31., 62.])
    >>> [name for name in torch.ops.aten.add.overloads() if name in ("Tensor", "Scalar", "out")]
    ['Tensor', 'Scalar', 'out']

    Its signature says what it takes and returns.

    >>> str(torch.ops.aten.relu.default._schema)
    'aten::relu(Tensor self) -> Tensor'
    >>> torch.ops.aten.no_such_operator
    Traceback (most recent call last):
        ...
    AttributeError: '_OpNamespace' 'aten' object has no attribute 'no_such_operator'
    """


def operators_under_a_layer():
    """A dispatch mode shows the operators that a line of Python comes down to: ``nn.Linear`` runs ``t`` and ``addmm``.

    ``TorchDispatchMode`` is called for each operator on its way to the kernel. ``addmm`` is a matrix product plus a
    third matrix or vector, here the bias.

    >>> import torch
    >>> from torch.utils._python_dispatch import TorchDispatchMode
    >>> class Show(TorchDispatchMode):
    ...     def __torch_dispatch__(self, operator, types, args=(), kwargs=None):
    ...         print(operator)
    ...         return operator(*args, **(kwargs or {}))
    >>> layer, x = torch.nn.Linear(2, 3), torch.ones(4, 2)
    >>> with Show():
    ...     y = layer(x)
    aten.t.default
    aten.addmm.default
    >>> y.shape
    torch.Size([4, 3])

    A mean square in three operators, and a fused one, ``mse_loss``, that does them at once. ``full`` makes its target.

    >>> with Show():
    ...     by_hand = ((x - 3) ** 2).mean()
    ...     fused = torch.nn.functional.mse_loss(x, torch.full((4, 2), 3.0))
    aten.sub.Tensor
    aten.pow.Tensor_Scalar
    aten.mean.default
    aten.full.default
    aten.mse_loss.default
    >>> by_hand, fused
    (tensor(4.), tensor(4.))
    """


def native_kernels():
    """Python only dispatches: the arithmetic is done by C++ and CUDA kernels and by vendor libraries.

    ``torch.__config__.show()`` says what your build was made with: the C++ standard, where 202002 stands for C++20, and
    libraries such as MKL, oneDNN or cuDNN.

    >>> import torch
    >>> config = torch.__config__.show()
    >>> config.splitlines()[0]
    'PyTorch built with:'
    >>> int(config.split("C++ Version: ")[1].split()[0]) >= 202002
    True
    >>> "LAPACK is enabled" in config
    True

    The profiler lists what ran below the Python line.

    >>> from torch.profiler import ProfilerActivity, profile
    >>> a = torch.tensor([1.0, 2.0])
    >>> with profile(activities=[ProfilerActivity.CPU]) as profiler:
    ...     b = a + a
    >>> b
    tensor([2., 4.])
    >>> [event.key for event in profiler.key_averages() if event.key.startswith("aten")]
    ['aten::add']

    Often written: C packages from Torch do the computation. That was the library TH; it is gone, and so is
    ``torch.utils.ffi``, with which you built extensions in C for it. Today they are C++.

    >>> import torch.utils.ffi
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torch.utils.ffi'
    >>> import torch.utils.cpp_extension
    >>> torch.utils.cpp_extension.CppExtension.__name__
    'CppExtension'
    """
