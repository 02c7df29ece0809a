"""What PyTorch is

Where PyTorch comes from, what "dynamic" and "eager" mean, and what you may expect of a GPU. These cards take common
statements about PyTorch as a whole and run what can be run of them.
"""


def framework():
    """The same PyTorch code runs on a CPU and on a GPU: only the name of the device differs.

    A GPU is optional. There are other back ends too, such as MPS on a Mac and XPU by Intel, and "meta", which keeps
    shapes without numbers.

    >>> import torch
    >>> def gradient(device):
    ...     x = torch.tensor([1.0, -2.0, 3.0], device=device)
    ...     layer = torch.nn.Linear(3, 1, device=device)
    ...     layer(x).square().backward()
    ...     return layer.weight.grad / layer(x).detach()
    >>> gradient("cpu")
    tensor([[ 2., -4.,  6.]])

    The gradient of the square is two times the output times the input. On a GPU it comes out the same:

    >>> if torch.cuda.is_available():
    ...     torch.testing.assert_close(gradient("cuda").cpu(), gradient("cpu"))
    >>> gradient("meta").device
    device(type='meta')
    """


def origins():
    """PyTorch grew out of the Lua library Torch and took in Caffe2 later; it is built on a C++ core of its own.

    Often written: PyTorch is built on Torch and Caffe2. Caffe2 was a separate library, merged in later; there is
    nothing left to import.

    >>> import torch
    >>> import caffe2
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'caffe2'
    >>> torch.__name__
    'torch'

    Nor is it a version of Torch with Python in the place of Lua. The package is a front end of its own C++ core, the
    compiled module ``torch._C``, which defines the base of every tensor.

    >>> torch._C.__file__.endswith((".so", ".pyd"))
    True
    >>> torch.Tensor.__base__.__module__, torch.Tensor.__base__.__name__
    ('torch._C', 'TensorBase')

    The rest is history and cannot be run: it was started at Facebook AI Research, and has belonged to the PyTorch
    Foundation since 2022.
    """


def dynamic_graph():
    """Each forward pass records its graph anew, so a Python ``if`` or ``for`` may change it from call to call.

    This is called define-by-run. No graph is declared beforehand: autograd notes the operations that really happen.

    >>> import torch
    >>> def f(x):
    ...     return x ** 3 if x > 0 else -x
    >>> for value in (0.5, -2.0):
    ...     x = torch.tensor(value, requires_grad=True)
    ...     y = f(x)
    ...     y.backward()
    ...     print(y, x.grad)
    tensor(0.1250, grad_fn=<PowBackward0>) tensor(0.7500)
    tensor(2., grad_fn=<NegBackward0>) tensor(-1.)

    A loop may run a different number of times. The gradient of ``2 ** n * w`` is ``2 ** n``.

    >>> for n in (1, 3):
    ...     w = torch.tensor(5.0, requires_grad=True)
    ...     y = w
    ...     for i in range(n):
    ...         y = 2 * y
    ...     y.backward()
    ...     print(n, y.item(), w.grad)
    1 10.0 tensor(2.)
    3 40.0 tensor(8.)
    """


def growing_network():
    """You may add a layer between two steps; the optimizer trains it only after ``add_param_group``.

    The optimizer holds the list of parameters that it was given. Whether a deeper network is better, only validation
    tells.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(2, 3))
    >>> optimizer = torch.optim.SGD(model.parameters())
    >>> x = torch.ones(1, 2)
    >>> def moved(layer):
    ...     before = layer.weight.detach().clone()
    ...     optimizer.zero_grad()
    ...     model(x).sum().backward()
    ...     optimizer.step()
    ...     return not torch.equal(layer.weight, before)
    >>> model(x).shape, moved(model[0])
    (torch.Size([1, 3]), True)
    >>> model.append(nn.Linear(3, 4))
    Sequential(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): Linear(in_features=3, out_features=4, bias=True)
    )
    >>> model(x).shape, moved(model[1])
    (torch.Size([1, 4]), False)
    >>> optimizer.add_param_group({"params": model[1].parameters()})
    >>> moved(model[1]), len(optimizer.param_groups)
    (True, 2)

    Removing is as short: ``del`` takes the last layer away. Its tensors stay in the optimizer, without effect.

    >>> del model[1]
    >>> model(x).shape, len(list(model.parameters())), len(optimizer.param_groups)
    (torch.Size([1, 3]), 2, 2)
    """


def gpu_speed():
    """Nothing runs on a GPU by itself: new tensors and models are on the CPU until you move them.

    A GPU is fast when it does the same to many numbers at once. For small tensors, for steps that wait for each other,
    and when data goes back and forth, it can be slower than the CPU. Gradients are no exception: ordinary operations
    compute them.

    >>> import torch
    >>> x, layer = torch.arange(6.0).view(2, 3), torch.nn.Linear(3, 1)
    >>> x.device, layer.weight.device
    (device(type='cpu'), device(type='cpu'))

    Written for whatever device there is:

    >>> device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
    >>> x, layer = x.to(device), layer.to(device)
    >>> y = layer(x)
    >>> y.shape, y.device.type == device.type
    (torch.Size([2, 1]), True)

    The gradient is where its weight is. The one of a sum of outputs is the sum of the rows of ``x``.

    >>> y.sum().backward()
    >>> layer.weight.grad.device == y.device, layer.weight.grad.tolist()
    (True, [[3.0, 5.0, 7.0]])

    What was moved is on the GPU, if there is one. What is made without ``device`` is still on the CPU.

    >>> torch.tensor([]).device, y.is_cuda == torch.cuda.is_available()
    (device(type='cpu'), True)
    """


def eager_debugging():
    """Each line runs at once, so inside ``forward`` you can print, test and change ordinary tensors.

    Efficient and intuitive are two things. That lines run at once makes looking inside easy; it is not what makes the
    computation fast.

    >>> import torch
    >>> class Model(torch.nn.Module):
    ...     def forward(self, x):
    ...         hidden = x * torch.tensor([1.0, 10.0])
    ...         print("hidden", hidden, tuple(hidden.shape))
    ...         assert hidden.max() < 100, f"{hidden.max() = }"
    ...         return hidden.sum(dim=1)
    >>> Model()(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    hidden tensor([[ 1., 20.],
            [ 3., 40.]]) (2, 2)
    tensor([21., 43.])

    A wrong value stops in the line that made it, with the value at hand. ``breakpoint()`` in that place opens Python's
    debugger.

    >>> Model()(torch.tensor([[1.0, 10.0]]))
    Traceback (most recent call last):
        ...
    AssertionError: hidden.max() = tensor(100.)
    """


def cpu_threads():
    """PyTorch uses several CPU threads on purpose; ``torch.set_num_threads`` limits them; results agree up to rounding.

    Often written: PyTorch has low CPU utilisation, so it is fast. It promises nothing of the kind, and idle cores make
    nothing fast. By default there is about one thread for each core.

    >>> import torch
    >>> before = torch.get_num_threads()
    >>> x = torch.arange(6.0).view(2, 3)
    >>> x @ x.t()
    tensor([[ 5., 14.],
            [14., 50.]])
    >>> torch.set_num_threads(1)
    >>> torch.get_num_threads()
    1
    >>> x @ x.t()
    tensor([[ 5., 14.],
            [14., 50.]])
    >>> torch.set_num_threads(before)
    >>> torch.get_num_threads() == before
    True
    """


def functions_and_classes():
    """Functions and classes are Python's own; a module calls ``super().__init__()`` before it is given layers.

    Any function works on tensors if its operators do.

    >>> import torch
    >>> def celsius(fahrenheit):
    ...     return (fahrenheit - 32) * 5 / 9
    >>> celsius(212), celsius(torch.tensor([212.0, 32.0]))
    (100.0, tensor([100.,   0.]))

    A module is called like a function. That runs its ``forward``.

    >>> class Model(torch.nn.Module):
    ...     def __init__(self, factor):
    ...         super().__init__()
    ...         self.factor = factor
    ...         self.layer = torch.nn.Identity()
    ...     def forward(self, x):
    ...         return self.factor * self.layer(x)
    >>> Model(3)(torch.tensor([1.0, 2.0]))
    tensor([3., 6.])

    A subclass of ``nn.Module`` calls ``super().__init__()`` first: it makes the place where layers and parameters are
    noted.

    >>> class Forgotten(torch.nn.Module):
    ...     def __init__(self):
    ...         self.layer = torch.nn.Identity()
    >>> Forgotten()
    Traceback (most recent call last):
        ...
    AttributeError: cannot assign module before Module.__init__() call
    """
