"""Hooks and printing

A hook is a function of yours that a module calls each time it runs, forwards or backwards. With hooks you look inside a
model without changing its code. The last cards show what a module prints about itself.
"""


def forward_hook():
    """A forward hook gets the module, its inputs as a tuple, and its output; ``handle.remove()`` takes it off again.

    ``register_forward_hook`` hangs it on a module and returns the handle. Typical uses: note shapes, watch how large
    the activations are, find the layer that makes the first ``nan``.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2))
    >>> def note(module, args, output):
    ...     print(type(module).__name__, tuple(args[0].shape), tuple(output.shape))
    >>> handles = [layer.register_forward_hook(note) for layer in model]
    >>> x = torch.arange(12.0).view(4, 3)
    >>> y = model(x)
    Linear (4, 3) (4, 5)
    ReLU (4, 5) (4, 5)
    Linear (4, 5) (4, 2)
    >>> for handle in handles:
    ...     handle.remove()
    >>> model(x).shape
    torch.Size([4, 2])
    """


def keep_an_activation():
    """To keep the output of an inner layer, let a forward hook on that layer write it into a dictionary.

    ``detach()`` cuts it from its history; otherwise the graph stays in memory for as long as you keep the output.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(2, 2, bias=False), nn.ReLU(), nn.Linear(2, 1))
    >>> with torch.no_grad():
    ...     _ = model[0].weight.copy_(torch.tensor([[1.0, 10.0], [-1.0, 2.0]]))
    >>> activations = {}
    >>> def keep(module, args, output):
    ...     activations["hidden"] = output.detach()
    >>> handle = model[1].register_forward_hook(keep)
    >>> model(torch.tensor([[3.0, 4.0], [5.0, 1.0]])).shape
    torch.Size([2, 1])
    >>> activations["hidden"]
    tensor([[43.,  5.],
            [15.,  0.]])
    """


def hook_changes_output():
    """What a forward hook returns replaces the output of the module; a hook that returns nothing changes nothing.

    A stray ``return`` in a hook that only meant to look is a hard bug to find.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Identity()
    >>> x = torch.tensor([0.0, 4.0])
    >>> handle = layer.register_forward_hook(lambda module, args, output: output + 100)
    >>> layer(x)
    tensor([100., 104.])
    >>> handle.remove()
    >>> layer(x)
    tensor([0., 4.])
    >>> handle = layer.register_forward_hook(lambda module, args, output: print("seen"))
    >>> layer(x)
    seen
    tensor([0., 4.])
    """


def forward_pre_hook():
    """A forward pre-hook runs before ``forward``, gets the inputs as a tuple, and may return other inputs.

    Return a single value or a tuple; the module is called with that instead.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.ReLU()
    >>> handle = layer.register_forward_pre_hook(lambda module, args: args[0] - 10)
    >>> x = torch.tensor([3.0, 14.0])
    >>> layer(x)
    tensor([0., 4.])
    >>> handle.remove()
    >>> layer(x)
    tensor([ 3., 14.])
    """


def hooks_with_keywords():
    """A hook sees keyword arguments only if it is registered with ``with_kwargs=True``.

    Without it, ``args`` is empty when the caller writes ``model(x=...)``, and ``args[0]`` fails.

    >>> import torch
    >>> from torch import nn
    >>> class Scale(nn.Module):
    ...     def forward(self, x, factor):
    ...         return factor * x
    >>> model = Scale()
    >>> handle = model.register_forward_hook(lambda module, args, output: print(args))
    >>> model(torch.tensor(5.0), factor=3)
    (tensor(5.),)
    tensor(15.)
    >>> handle.remove()
    >>> handle = model.register_forward_hook(lambda module, args, kwargs, output: print(args, kwargs), with_kwargs=True)
    >>> model(torch.tensor(5.0), factor=3)
    (tensor(5.),) {'factor': 3}
    tensor(15.)
    """


def full_backward_hook():
    """A full backward hook gets the gradient at the inputs and the gradient at the outputs of a module.

    The layer computes 3 * a + 5 * b, and the result is multiplied by 7. So 7 arrives at the output. The inputs get
    7 * 3 and 7 * 5.

    >>> import torch, warnings
    >>> from torch import nn
    >>> layer = nn.Linear(2, 1, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[3.0, 5.0]]))
    >>> def show(module, grad_input, grad_output):
    ...     print(grad_input, grad_output)
    >>> handle = layer.register_full_backward_hook(show)
    >>> x = torch.tensor([[10.0, 1.0]], requires_grad=True)
    >>> y = layer(x)
    >>> y.item()
    35.0
    >>> (7 * y).backward()
    (tensor([[21., 35.]]),) (tensor([[7.]]),)

    Data usually require no grad. Then ``None`` is in the place of the gradient, and a warning says so. The gradient of
    the weights is in neither tuple; it is in ``layer.weight.grad`` as always, here of both runs.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     (7 * layer(x.detach())).backward()
    (None,) (tensor([[7.]]),)
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    Full backward hook is firing when gradients are computed ... since no inputs require gradients. ...
    >>> layer.weight.grad
    tensor([[140.,  14.]])
    """


def backward_hook_changes_gradient():
    """What a full backward hook returns replaces the gradient that goes on to the earlier layers.

    Return a tuple like ``grad_input``. Here the gradient is turned around, as in domain-adversarial training.

    >>> import torch
    >>> from torch import nn
    >>> turn = nn.Identity()
    >>> x = torch.tensor([2.0, 3.0], requires_grad=True)
    >>> (turn(x) ** 2).sum().backward()
    >>> x.grad
    tensor([4., 6.])
    >>> x.grad = None
    >>> handle = turn.register_full_backward_hook(lambda module, grad_input, grad_output: (-10 * grad_input[0],))
    >>> (turn(x) ** 2).sum().backward()
    >>> x.grad
    tensor([-40., -60.])

    ``register_full_backward_pre_hook`` acts one step earlier, on the gradient at the output.

    >>> handle.remove()
    >>> x.grad = None
    >>> handle = turn.register_full_backward_pre_hook(lambda module, grad_output: (100 * grad_output[0],))
    >>> (turn(x) ** 2).sum().backward()
    >>> x.grad
    tensor([400., 600.])
    """


def backward_hook_and_inplace():
    """A module with a full backward hook must not be followed by an in-place operation on its output.

    The hook wraps the output, and an in-place operation such as ``nn.ReLU(inplace=True)`` would undo that. The error is
    long; this is its start.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[3.0, -4.0]])
    >>> layer = nn.Linear(2, 2, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[10.0, 1.0], [1.0, 10.0]]))
    >>> handle = layer.register_full_backward_hook(lambda module, grad_input, grad_output: None)
    >>> nn.Sequential(layer, nn.ReLU(inplace=True))(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Output 0 of BackwardHookFunction is a view and is being modified inplace. ...
    >>> nn.Sequential(layer, nn.ReLU(inplace=False))(x).tolist()
    [[26.0, 0.0]]
    >>> handle.remove()
    >>> nn.Sequential(layer, nn.ReLU(inplace=True))(x).tolist()
    [[26.0, 0.0]]
    """


def printed_model():
    """Printing a model shows the modules that were registered, in that order, and not what ``forward`` does with them.

    A layer that ``forward`` never uses is printed too, and ``torch.relu`` in ``forward`` is not.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.second = nn.Linear(5, 2)
    ...         self.first = nn.Linear(3, 5)
    ...         self.unused = nn.Tanh()
    ...     def forward(self, x):
    ...         return self.second(self.first(x).relu())
    >>> model = Net()
    >>> model
    Net(
      (second): Linear(in_features=5, out_features=2, bias=True)
      (first): Linear(in_features=3, out_features=5, bias=True)
      (unused): Tanh()
    )
    >>> model(torch.arange(12.0).view(4, 3)).shape
    torch.Size([4, 2])
    """


def extra_repr():
    """``extra_repr`` returns the text that a module prints between its parentheses.

    Without it, a layer of your own prints its class name only. Parameters are not printed.

    >>> import torch
    >>> from torch import nn
    >>> class Scale(nn.Module):
    ...     def __init__(self, size):
    ...         super().__init__()
    ...         self.weight = nn.Parameter(torch.full((size,), 2.0))
    ...     def forward(self, x):
    ...         return self.weight * x
    >>> model = Scale(3)
    >>> model
    Scale()
    >>> model(torch.tensor([4.0, 5.0, 6.0]))
    tensor([ 8., 10., 12.], grad_fn=<MulBackward0>)
    >>> class Scale(Scale):
    ...     def extra_repr(self):
    ...         return f"size={len(self.weight)}"
    >>> nn.Sequential(Scale(3), nn.Dropout(0.25))
    Sequential(
      (0): Scale(size=3)
      (1): Dropout(p=0.25, inplace=False)
    )
    >>> nn.Dropout(0.25).extra_repr()
    'p=0.25, inplace=False'
    """
