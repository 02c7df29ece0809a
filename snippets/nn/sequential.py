"""Chaining layers with nn.Sequential

``nn.Sequential`` is the shortest way to a model: a row of modules, each fed with what the one before it returned.
These cards show how to build, name and change such a row, and where its limits are.
"""


def in_order():
    """``nn.Sequential`` calls its modules one after another, each with the result of the one before.

    It is a module itself, so it can be the model or one layer of a larger one.

    >>> import torch
    >>> from torch import nn
    >>> seq = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2))
    >>> x = torch.arange(6.0).view(2, 3)
    >>> seq(x).shape
    torch.Size([2, 2])
    >>> torch.equal(seq(x), seq[2](seq[1](seq[0](x))))
    True

    You can count the modules, take one by its number, and take a part, which is a ``Sequential`` again. A part shares
    its layers with the whole: nothing is copied.

    >>> len(seq)
    3
    >>> seq[1]
    ReLU()
    >>> seq[-1]
    Linear(in_features=5, out_features=2, bias=True)
    >>> seq[:2](x).shape
    torch.Size([2, 5])
    >>> seq[1:][0] is seq[1]
    True
    """


def order_matters():
    """The same modules in another order are another model, or none at all.

    Cut off below 0 and then shift, or shift and then cut off: at -1, the results are 5 and 4.

    >>> import torch
    >>> from torch import nn
    >>> shift = nn.Linear(1, 1)
    >>> _ = nn.init.constant_(shift.weight, 1.0), nn.init.constant_(shift.bias, 5.0)
    >>> x = torch.tensor([[-1.0]])
    >>> nn.Sequential(nn.ReLU(), shift)(x).item()
    5.0
    >>> nn.Sequential(shift, nn.ReLU())(x).item()
    4.0

    ``nn.Sequential`` does not check that the sizes fit. You learn it at the first call.

    >>> seq = nn.Sequential(nn.Linear(5, 2), nn.Linear(3, 5))
    >>> seq(torch.arange(20.0).view(4, 5))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x2 and 3x5)
    """


def from_a_list():
    """``nn.Sequential(*layers)`` needs the star: it takes modules, not a list of modules.

    The star hands over the elements of the list one by one. Use it when a loop makes the layers.

    >>> import torch
    >>> from torch import nn
    >>> layers = []
    >>> for in_features, out_features in [(3, 5), (5, 4)]:
    ...     layers += [nn.Linear(in_features, out_features), nn.ReLU()]
    >>> seq = nn.Sequential(*layers, nn.Linear(4, 2))
    >>> seq
    Sequential(
      (0): Linear(in_features=3, out_features=5, bias=True)
      (1): ReLU()
      (2): Linear(in_features=5, out_features=4, bias=True)
      (3): ReLU()
      (4): Linear(in_features=4, out_features=2, bias=True)
    )
    >>> seq(torch.arange(18.0).view(6, 3)).shape
    torch.Size([6, 2])

    Without the star, or with a class in place of an object, it refuses.

    >>> nn.Sequential(layers)
    Traceback (most recent call last):
        ...
    TypeError: list is not a Module subclass
    >>> nn.Sequential(nn.ReLU)
    Traceback (most recent call last):
        ...
    TypeError: torch.nn.modules.activation.ReLU is not a Module subclass
    """


def named_layers():
    """Layers get names from an ``OrderedDict`` at construction or from ``add_module`` later; else they are numbered.

    The names show in the printed model, in the parameter names and as attributes.

    Often written: only a layer that is added later can have a name. Run both ways: the keys are the same.

    >>> import torch
    >>> from collections import OrderedDict
    >>> from torch import nn
    >>> at_once = nn.Sequential(OrderedDict([("fc", nn.Linear(3, 2)), ("act", nn.ReLU())]))
    >>> list(at_once.state_dict())
    ['fc.weight', 'fc.bias']
    >>> later = nn.Sequential()
    >>> later.add_module("fc", nn.Linear(3, 2))
    >>> later.add_module("act", nn.ReLU())
    >>> list(later.state_dict())
    ['fc.weight', 'fc.bias']
    >>> later.load_state_dict(at_once.state_dict())
    <All keys matched successfully>
    >>> x = torch.arange(3.0).view(1, 3)
    >>> torch.equal(later(x), at_once(x))
    True

    By name or by number, it is the same layer. Without names, the numbers are the names.

    >>> at_once.act is at_once[1]
    True
    >>> list(nn.Sequential(at_once.fc, at_once.act).state_dict())
    ['0.weight', '0.bias']
    """


def add_module():
    """``add_module("name", layer)`` adds a layer under a name; there is no ``add_model``.

    Often written: ``seq.add_model("fc", layer)``. Run it:

    >>> import torch
    >>> from torch import nn
    >>> seq = nn.Sequential(nn.Flatten())
    >>> layer = nn.Linear(6, 2)
    >>> seq.add_model("fc", layer)
    Traceback (most recent call last):
        ...
    AttributeError: 'Sequential' object has no attribute 'add_model'
    >>> seq.add_module("fc", layer)
    >>> seq.fc
    Linear(in_features=6, out_features=2, bias=True)
    >>> seq(torch.arange(24.0).view(4, 2, 3)).shape
    torch.Size([4, 2])

    ``append`` takes the layer alone and names it with its number. ``register_module`` is another name for
    ``add_module``, and every ``nn.Module`` has both.

    >>> seq.append(nn.Softmax(dim=1))
    Sequential(
      (0): Flatten(start_dim=1, end_dim=-1)
      (fc): Linear(in_features=6, out_features=2, bias=True)
      (2): Softmax(dim=1)
    )
    >>> seq.register_module("last", nn.Tanh())
    >>> seq.last is seq[3]
    True

    A name must not contain a dot, which separates the levels of nested modules.

    >>> seq.add_module("fc.2", nn.Tanh())
    Traceback (most recent call last):
        ...
    KeyError: 'module name can\\'t contain ".", got: fc.2'
    """


def changing_a_sequential():
    """A ``Sequential`` can be changed like a list: ``insert``, ``extend``, ``pop``, ``del`` and assignment.

    The later modules are renumbered, so names in a saved ``state_dict`` no longer fit. Change the model before you
    train it, or load first and change then.

    >>> import torch
    >>> from torch import nn
    >>> seq = nn.Sequential(nn.Linear(3, 5), nn.Linear(5, 2))
    >>> seq.insert(1, nn.ReLU())
    Sequential(
      (0): Linear(in_features=3, out_features=5, bias=True)
      (1): ReLU()
      (2): Linear(in_features=5, out_features=2, bias=True)
    )
    >>> list(seq.state_dict())
    ['0.weight', '0.bias', '2.weight', '2.bias']
    >>> seq[1] = nn.Tanh()
    >>> seq.extend([nn.Softmax(dim=1), nn.Identity()])
    Sequential(
      (0): Linear(in_features=3, out_features=5, bias=True)
      (1): Tanh()
      (2): Linear(in_features=5, out_features=2, bias=True)
      (3): Softmax(dim=1)
      (4): Identity()
    )
    >>> seq.pop(3)
    Softmax(dim=1)
    >>> del seq[0]
    >>> seq
    Sequential(
      (0): Tanh()
      (1): Linear(in_features=5, out_features=2, bias=True)
      (2): Identity()
    )
    >>> list(seq.state_dict())
    ['1.weight', '1.bias']
    """


def factory(in_features: int = 1, hidden_features: int = 20, out_features: int = 1):
    """A plain function can build a network and return it; no class is needed.

    This one, ``MLP`` in many notes, makes two linear layers with a ReLU between them, for inputs of shape ``(N,
    in_features)`` and outputs of shape ``(N, out_features)``. Every call makes a new network with its own weights.

    >>> import torch
    >>> from snippets.nn.sequential import factory
    >>> model = factory(in_features=1, hidden_features=20, out_features=1)
    >>> model(torch.arange(4.0).view(4, 1)).shape
    torch.Size([4, 1])

    Its parameters: 20 weights and 20 biases in the first layer, 20 weights and one bias in the second.

    >>> [p.numel() for p in model.parameters()]
    [20, 20, 20, 1]
    >>> sum(p.numel() for p in factory().parameters())
    61

    >>> factory(3, 5, 2)
    Sequential(
      (0): Linear(in_features=3, out_features=5, bias=True)
      (1): ReLU()
      (2): Linear(in_features=5, out_features=2, bias=True)
    )
    """
    from torch import nn

    return nn.Sequential(nn.Linear(in_features, hidden_features), nn.ReLU(), nn.Linear(hidden_features, out_features))


def blocks():
    """Blocks of layers are ``nn.Sequential`` objects made in ``__init__``, from layer objects with commas between them.

    Each block here halves height and width. ``forward`` then has one line for each block.

    >>> import torch
    >>> from torch import nn
    >>> class CNN(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer1 = nn.Sequential(nn.Conv2d(1, 3, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
    ...         self.layer2 = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
    ...     def forward(self, x):
    ...         x = self.layer1(x)
    ...         return self.layer2(x)
    >>> model = CNN()
    >>> x = torch.arange(64.0).view(1, 1, 8, 8)
    >>> model.layer1(x).shape
    torch.Size([1, 3, 4, 4])
    >>> model(x).shape
    torch.Size([1, 4, 2, 2])

    Often written: the bare class names in a row, in the class body. Run each slip alone. Without commas it is no
    Python:

    >>> nn.Sequential(nn.Conv2d nn.ReLU nn.MaxPool2d)
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax. Perhaps you forgot a comma?

    Classes are not layers; the parentheses with the sizes make the layer:

    >>> nn.Sequential(nn.Conv2d, nn.ReLU, nn.MaxPool2d)
    Traceback (most recent call last):
        ...
    TypeError: torch.nn.modules.conv.Conv2d is not a Module subclass

    And ``self`` exists only inside a method:

    >>> class CNN(nn.Module):
    ...     self.layer1 = nn.Sequential(nn.ReLU(), nn.Flatten())
    Traceback (most recent call last):
        ...
    NameError: name 'self' is not defined
    """


def limits():
    """A ``Sequential`` passes exactly one value along; two inputs or a branch need a ``forward`` of your own.

    ``nn.Bilinear`` takes two tensors. Alone it works; in a ``Sequential`` it cannot get both.

    >>> import torch
    >>> from torch import nn
    >>> a, b = torch.arange(8.0).view(4, 2), torch.arange(12.0).view(4, 3)
    >>> layer = nn.Bilinear(2, 3, 5)
    >>> layer(a, b).shape
    torch.Size([4, 5])
    >>> nn.Sequential(layer)(a, b)
    Traceback (most recent call last):
        ...
    TypeError: Sequential.forward() takes 2 positional arguments but 3 were given

    Often written: the more complex the model, the more ``Sequential`` pays off. It saves typing in long straight
    chains. A skip connection, which adds the input to the output of a layer, is short too, but only in a ``forward``.

    >>> class Skip(nn.Module):
    ...     def __init__(self, inner):
    ...         super().__init__()
    ...         self.inner = inner
    ...     def forward(self, x):
    ...         return x + self.inner(x)
    >>> x = torch.tensor([-3.0, 4.0])
    >>> Skip(nn.ReLU())(x)
    tensor([-3.,  8.])
    >>> nn.Sequential(nn.ReLU())(x)
    tensor([0., 4.])

    The two forms mix: the module with the skip goes into a ``Sequential`` like any other. ``nn.ReLU6`` is a ReLU that
    also cuts off above 6.

    >>> nn.Sequential(Skip(nn.ReLU()), nn.ReLU6())(x)
    tensor([0., 6.])
    """


def recurrent_layers_in_a_chain():
    """A recurrent layer returns a tuple, and the next layer of a ``Sequential`` cannot take a tuple.

    The LSTM is a layer like others until you look at what it returns: the outputs and the states.

    >>> import torch
    >>> from torch import nn
    >>> lstm, linear = nn.LSTM(3, 5), nn.Linear(5, 2)
    >>> x = torch.arange(84.0).view(7, 4, 3)
    >>> nn.Sequential(lstm, linear)(x)
    Traceback (most recent call last):
        ...
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not tuple

    A small module that picks the outputs out of the tuple mends the chain.

    >>> class First(nn.Module):
    ...     def forward(self, pair):
    ...         return pair[0]
    >>> nn.Sequential(lstm, First(), linear)(x).shape
    torch.Size([7, 4, 2])
    """
