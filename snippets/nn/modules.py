"""Writing a module

Every network in PyTorch is an ``nn.Module``: a class that holds layers and says, in ``forward``, what to do with them.
These cards show how to write one and what each slip in it leads to. You need them for your first model of your own.
"""


def building_blocks():
    """Layers, activations and losses of ``torch.nn`` are all classes derived from ``nn.Module``.

    You make an object of the class, with its sizes, and call the object with a tensor. Only shapes matter here, so
    ``torch.empty`` makes tensors of any content.

    >>> import torch
    >>> from torch import nn
    >>> blocks = [nn.Conv2d, nn.RNN, nn.LSTM, nn.BatchNorm2d, nn.ReLU, nn.MSELoss]
    >>> [issubclass(block, nn.Module) for block in blocks]
    [True, True, True, True, True, True]
    >>> images = torch.empty(4, 3, 8, 10)
    >>> nn.Conv2d(3, 5, kernel_size=3)(images).shape
    torch.Size([4, 5, 6, 8])
    >>> nn.BatchNorm2d(3)(images).shape
    torch.Size([4, 3, 8, 10])
    >>> nn.ReLU()(torch.tensor([2.0, -3.0]))
    tensor([2., 0.])

    Recurrent layers return two things, the outputs of all steps and the last state; an LSTM has two states.

    >>> sequences = torch.empty(7, 4, 6)
    >>> outputs, last = nn.RNN(6, 2)(sequences)
    >>> outputs.shape, last.shape
    (torch.Size([7, 4, 2]), torch.Size([1, 4, 2]))
    >>> outputs, (last, memory) = nn.LSTM(6, 2)(sequences)
    >>> outputs.shape, last.shape, memory.shape
    (torch.Size([7, 4, 2]), torch.Size([1, 4, 2]), torch.Size([1, 4, 2]))

    A loss takes two tensors and returns one number: here the mean of 4 and 36.

    >>> nn.MSELoss()(torch.tensor([1.0, 2.0]), torch.tensor([3.0, 8.0]))
    tensor(20.)
    """


def layer_module_model():
    """A layer, a module and a model are the same kind of object in PyTorch: an ``nn.Module``.

    The three words name roles. A layer is one step, a module is any part, the model is the outermost part. There is no
    class for the layer alone.

    >>> import torch
    >>> from torch import nn
    >>> issubclass(nn.Linear, nn.Module), issubclass(nn.Conv2d, nn.Module)
    (True, True)
    >>> nn.Layer
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn' has no attribute 'Layer'

    Modules go into modules. Here a module of two layers and one more layer form the model.

    >>> body = nn.Sequential(nn.Linear(3, 5), nn.ReLU())
    >>> model = nn.Sequential(body, nn.Linear(5, 2))
    >>> model(torch.arange(12.0).view(4, 3)).shape
    torch.Size([4, 2])
    >>> isinstance(model, nn.Module), isinstance(body, nn.Module), isinstance(body[1], nn.Module)
    (True, True, True)

    The model lists the parameters of both of its parts. ``nn.ReLU`` is a module too, one without parameters.

    >>> [name for name, _ in model.named_parameters()]
    ['0.0.weight', '0.0.bias', '1.weight', '1.bias']
    >>> list(nn.ReLU().parameters())
    []
    """


def subclass():
    """A model class inherits from the class ``nn.Module``, not from an object ``nn.Module()``.

    Inside the class, ``__init__`` makes the layers and ``forward`` uses them.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Linear(3, 2)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> Net()(torch.arange(12.0).view(4, 3)).shape
    torch.Size([4, 2])

    Often written: ``class Net(nn.Module())``. Run it: with the parentheses you hand an object to ``class``, and Python
    tries to make another object from it.

    >>> class Net(nn.Module()):
    ...     pass
    Traceback (most recent call last):
        ...
    TypeError: Module.__init__() takes 1 positional argument but 4 were given
    """


def init_and_forward():
    """The method that makes the layers must be spelled ``__init__``; a method called ``init`` never runs.

    ``__init__`` has two underscores on each side. Python calls it when you write ``Net()``, and the layers that it
    stores on ``self`` become part of the model.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Linear(3, 2)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> x = torch.arange(12.0).view(4, 3)
    >>> model = Net()
    >>> model(x).shape
    torch.Size([4, 2])
    >>> [name for name, _ in model.named_parameters()]
    ['layer.weight', 'layer.bias']

    Often written: ``def init(self)``. Run it: no error at first, and a model without a layer.

    >>> class Wrong(nn.Module):
    ...     def init(self):
    ...         self.layer = nn.Linear(3, 2)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> model = Wrong()
    >>> list(model.parameters())
    []
    >>> model(x)
    Traceback (most recent call last):
        ...
    AttributeError: 'Wrong' object has no attribute 'layer'

    Called by hand, ``init`` does make the layer. ``__init__`` needs no such call.

    >>> model.init()
    >>> model
    Wrong(
      (layer): Linear(in_features=3, out_features=2, bias=True)
    )
    """


def names():
    """The bare name ``Module`` is unknown until you import it: write ``nn.Module``, or ``from torch.nn import Module``.

    ``from torch import nn`` brings in one name, ``nn``. The classes stay behind it, with a dot between.

    >>> import torch
    >>> from torch import nn
    >>> class Net(Module):
    ...     pass
    Traceback (most recent call last):
        ...
    NameError: name 'Module' is not defined
    >>> nnLinear
    Traceback (most recent call last):
        ...
    NameError: name 'nnLinear' is not defined
    >>> nn.Linear(3, 1)
    Linear(in_features=3, out_features=1, bias=True)

    With an import of their own, the bare names work, and they are the same classes.

    >>> from torch.nn import Linear, Module, Sigmoid
    >>> Linear is nn.Linear, Module is nn.Module
    (True, True)
    >>> Sigmoid()(Linear(3, 1)(torch.arange(15.0).view(5, 3))).shape
    torch.Size([5, 1])
    """


def convolution_names():
    """There is no ``nn.Conv``: the convolutions are ``nn.Conv1d``, ``nn.Conv2d`` and ``nn.Conv3d``.

    Often written: ``nn.Conv`` designs the network. Run it:

    >>> import torch
    >>> from torch import nn
    >>> nn.Conv
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn' has no attribute 'Conv'

    The number in the name says along how many dimensions the filter moves. The input has two dimensions more, the batch
    and the channels. A filter of length 2 makes each of the other sizes smaller by one. Only shapes matter here, so
    ``torch.empty`` makes tensors of any content.

    >>> nn.Conv1d(3, 4, 2)(torch.empty(5, 3, 8)).shape
    torch.Size([5, 4, 7])
    >>> nn.Conv2d(3, 4, 2)(torch.empty(5, 3, 8, 9)).shape
    torch.Size([5, 4, 7, 8])
    >>> nn.Conv3d(3, 4, 2)(torch.empty(5, 3, 8, 9, 10)).shape
    torch.Size([5, 4, 7, 8, 9])
    """


def super_init():
    """``super().__init__()`` must run before the first layer is assigned, or the assignment fails.

    ``nn.Module`` keeps its layers and parameters in dictionaries. Its ``__init__`` makes these dictionaries, and
    ``self.layer = ...`` writes into them. The short form and the long form do the same.

    >>> import torch
    >>> from torch import nn
    >>> class Short(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Linear(3, 2)
    >>> class Long(nn.Module):
    ...     def __init__(self):
    ...         super(Long, self).__init__()
    ...         self.layer = nn.Linear(3, 2)
    >>> Short()
    Short(
      (layer): Linear(in_features=3, out_features=2, bias=True)
    )
    >>> Long()
    Long(
      (layer): Linear(in_features=3, out_features=2, bias=True)
    )

    Without the call there is nothing to write into.

    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         self.layer = nn.Tanh()
    >>> Net()
    Traceback (most recent call last):
        ...
    AttributeError: cannot assign module before Module.__init__() call
    """


def super_init_misspelled():
    """``super().__init__`` without parentheses calls nothing, and ``super().__init()`` names no method at all.

    Both look right at a glance. Run them. The first is a statement that looks the method up and does not call it;
    Python is content, and the next line fails.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__
    ...         self.layer = nn.Tanh()
    >>> Net()
    Traceback (most recent call last):
        ...
    AttributeError: cannot assign module before Module.__init__() call

    The second lacks the underscores at the end. A name with two underscores only in front is private to its class, so
    Python looks for ``_Net__init``.

    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init()
    ...         self.layer = nn.Tanh()
    >>> Net()
    Traceback (most recent call last):
        ...
    AttributeError: 'super' object has no attribute '_Net__init'

    With both, the model is made.

    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Tanh()
    >>> Net()
    Net(
      (layer): Tanh()
    )
    """


def forward():
    """What ``forward`` returns is the output of the model, in training and in use alike.

    ``forward`` describes the way from input to output. It may use any Python and any number of tensors.

    >>> import torch
    >>> from torch import nn
    >>> class Scale(nn.Module):
    ...     def forward(self, x):
    ...         return 10 * x + 1
    >>> x = torch.tensor([2.0, 3.0])
    >>> model = Scale()
    >>> model.training, model(x)
    (True, tensor([21., 31.]))
    >>> _ = model.eval()
    >>> model.training, model(x)
    (False, tensor([21., 31.]))

    A module without ``forward`` can be made but not called.

    >>> class Empty(nn.Module):
    ...     pass
    >>> Empty()(x)
    Traceback (most recent call last):
        ...
    NotImplementedError: Module [Empty] is missing the required "forward" function
    """


def call_runs_forward():
    """``model(x)`` runs ``forward`` and the hooks; ``model.forward(x)`` runs ``forward`` alone.

    A hook is a function that the module calls each time it runs. The results are the same, so the difference stays
    unseen until something depends on a hook. Write ``model(x)``.

    >>> import torch
    >>> from torch import nn
    >>> class Double(nn.Module):
    ...     def forward(self, x):
    ...         return 2 * x
    >>> seen = []
    >>> model = Double()
    >>> handle = model.register_forward_hook(lambda module, args, output: seen.append(output.tolist()))
    >>> model(torch.tensor([3.0, 4.0]))
    tensor([6., 8.])
    >>> seen
    [[6.0, 8.0]]
    >>> model.forward(torch.tensor([3.0, 4.0]))
    tensor([6., 8.])
    >>> seen
    [[6.0, 8.0]]
    """


def forward_inside_init():
    """A ``def forward`` indented inside ``__init__`` is a local function there, and the model has no ``forward``.

    Often written, by one indentation too many. Run it: making the model raises nothing. Calling it does.

    >>> import torch
    >>> from torch import nn
    >>> class MLP(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Linear(3, 10)
    ...         def forward(self, x):
    ...             return self.layer(x)
    >>> model = MLP()
    >>> model
    MLP(
      (layer): Linear(in_features=3, out_features=10, bias=True)
    )
    >>> x = torch.arange(6.0).view(2, 3)
    >>> model(x)
    Traceback (most recent call last):
        ...
    NotImplementedError: Module [MLP] is missing the required "forward" function

    ``def forward`` stands below ``def __init__``, at the same depth.

    >>> class MLP(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = nn.Linear(3, 10)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> MLP()(x).shape
    torch.Size([2, 10])
    """


def registration():
    """``self.name = layer`` registers the layer: its parameters appear under that name everywhere.

    Registered means: ``parameters()`` hands it to the optimizer, ``state_dict()`` saves it, ``to()`` moves and converts
    it.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.fc = nn.Linear(3, 2)
    ...         self.kept_in_a_list = [nn.Linear(4, 5)]
    >>> model = Net()
    >>> [(name, tuple(p.shape)) for name, p in model.named_parameters()]
    [('fc.weight', (2, 3)), ('fc.bias', (2,))]
    >>> list(model.state_dict())
    ['fc.weight', 'fc.bias']
    >>> model.to(torch.float64).fc.weight.dtype
    torch.float64

    The layer in the plain list is not registered, so all three pass it by. ``nn.ModuleList`` is the list that
    registers.

    >>> model.kept_in_a_list[0]
    Linear(in_features=4, out_features=5, bias=True)
    >>> model.kept_in_a_list[0].weight.dtype
    torch.float32
    """


def class_or_sequential():
    """A class of your own and an ``nn.Sequential`` of the same layers compute the same, given the same weights.

    The class is the usual form for anything but a straight chain. For a straight chain, ``nn.Sequential`` needs no
    ``forward``.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.hidden = nn.Linear(3, 5)
    ...         self.output = nn.Linear(5, 2)
    ...     def forward(self, x):
    ...         return self.output(torch.tanh(self.hidden(x)))
    >>> written = Net()
    >>> chained = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2))
    >>> x = torch.arange(3.0).view(1, 3)

    Each draws its own random weights, so they differ at first. Then one takes the weights of the other.

    >>> torch.equal(written(x), chained(x))
    False
    >>> chained[0].load_state_dict(written.hidden.state_dict())
    <All keys matched successfully>
    >>> chained[2].load_state_dict(written.output.state_dict())
    <All keys matched successfully>
    >>> torch.equal(written(x), chained(x))
    True
    >>> written(x).shape
    torch.Size([1, 2])
    """


def sequential_as_a_layer():
    """A whole ``nn.Sequential`` may be one attribute of a model; its parameters get the attribute's name in front.

    ``forward`` uses it like a single layer. In the names, ``body.0`` is the first module of ``body``.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.body = nn.Sequential(nn.Linear(3, 5), nn.ReLU())
    ...         self.head = nn.Linear(5, 2)
    ...     def forward(self, x):
    ...         return self.head(self.body(x))
    >>> model = Net()
    >>> model(torch.arange(12.0).view(4, 3)).shape
    torch.Size([4, 2])
    >>> [(name, tuple(p.shape)) for name, p in model.named_parameters()]
    [('body.0.weight', (5, 3)), ('body.0.bias', (5,)), ('head.weight', (2, 5)), ('head.bias', (2,))]
    """
