"""Containers and layers without weights

``nn.ModuleList``, ``nn.ModuleDict`` and their counterparts for parameters keep many parts in one attribute and register
them; you need them when ``forward`` loops or chooses. ``nn.Identity``, ``nn.Flatten`` and ``nn.Unflatten`` are steps
that learn nothing.
"""


def module_list():
    """``nn.ModuleList`` is a list that registers its modules; a plain Python list hides them from the model.

    Use it when ``forward`` loops over layers, such as one embedding for each column of a table.

    >>> import torch
    >>> from torch import nn
    >>> class Columns(nn.Module):
    ...     def __init__(self, container):
    ...         super().__init__()
    ...         self.embeddings = container([nn.Embedding(4, 2), nn.Embedding(6, 3)])
    ...     def forward(self, x):
    ...         return torch.cat([embed(x[:, i]) for i, embed in enumerate(self.embeddings)], dim=1)
    >>> good, bad = Columns(nn.ModuleList), Columns(list)
    >>> [(name, tuple(p.shape)) for name, p in good.named_parameters()]
    [('embeddings.0.weight', (4, 2)), ('embeddings.1.weight', (6, 3))]
    >>> list(bad.named_parameters())
    []

    Both compute, so nothing warns you. But an optimizer would never train the second.

    >>> x = torch.tensor([[3, 5]])
    >>> good(x).shape, bad(x).shape
    (torch.Size([1, 5]), torch.Size([1, 5]))

    A ``ModuleList`` says nothing about how its modules are used. To run them in order, take ``nn.Sequential``.

    >>> good.embeddings(x)
    Traceback (most recent call last):
        ...
    NotImplementedError: Module [ModuleList] is missing the required "forward" function
    """


def module_list_like_a_list():
    """A ``ModuleList`` can be indexed, sliced, counted and extended like a list, and takes only modules.

    A slice is a ``ModuleList`` again and holds the same modules.

    >>> import torch
    >>> from torch import nn
    >>> layers = nn.ModuleList(nn.Linear(n, n + 1) for n in [2, 3])
    >>> layers.append(nn.ReLU())
    ModuleList(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): Linear(in_features=3, out_features=4, bias=True)
      (2): ReLU()
    )
    >>> len(layers), layers[1:][0] is layers[1]
    (3, True)
    >>> layers.insert(0, nn.Flatten())
    >>> layers.extend([nn.Tanh()])
    ModuleList(
      (0): Flatten(start_dim=1, end_dim=-1)
      (1): Linear(in_features=2, out_features=3, bias=True)
      (2): Linear(in_features=3, out_features=4, bias=True)
      (3): ReLU()
      (4): Tanh()
    )
    >>> layers.append("relu")
    Traceback (most recent call last):
        ...
    TypeError: str is not a Module subclass

    Equal modules are written together.

    >>> nn.ModuleList([nn.Linear(3, 3), nn.Linear(3, 3)])
    ModuleList(
      (0-1): 2 x Linear(in_features=3, out_features=3, bias=True)
    )
    """


def module_dict():
    """``nn.ModuleDict`` holds modules under string keys, registers them, and lets you choose one by its name.

    Use it when a setting picks a part, such as the activation, or when a model has one output layer for each task.

    >>> import torch
    >>> from torch import nn
    >>> activations = nn.ModuleDict({"relu": nn.ReLU(), "leaky": nn.LeakyReLU(0.5)})
    >>> x = torch.tensor([-1.0, 5.0])
    >>> activations["relu"](x), activations["leaky"](x)
    (tensor([0., 5.]), tensor([-0.5000,  5.0000]))
    >>> heads = nn.ModuleDict({"age": nn.Linear(3, 1)})
    >>> heads["country"] = nn.Linear(3, 7)
    >>> [(name, tuple(p.shape)) for name, p in heads.named_parameters() if name.endswith("weight")]
    [('age.weight', (1, 3)), ('country.weight', (7, 3))]
    >>> list(heads.keys()), "age" in heads, len(heads)
    (['age', 'country'], True, 2)

    A key becomes an attribute name. So it has no dot in it, and it is not the name of a method such as ``keys``.

    >>> heads["first.age"] = nn.Identity()
    Traceback (most recent call last):
        ...
    KeyError: 'module name can\\'t contain ".", got: first.age'
    >>> heads["keys"] = nn.Identity()
    Traceback (most recent call last):
        ...
    KeyError: "attribute 'keys' already exists"
    """


def parameter_list():
    """``nn.ParameterList`` turns the tensors you put into it into parameters and registers them.

    A plain list of parameters is as invisible to the model as a plain list of modules.

    >>> import torch
    >>> from torch import nn
    >>> class Powers(nn.Module):
    ...     def __init__(self, container):
    ...         super().__init__()
    ...         self.weights = container([torch.tensor(2.0), torch.tensor(3.0)])
    ...     def forward(self, x):
    ...         return sum(w * x ** i for i, w in enumerate(self.weights))
    >>> model = Powers(nn.ParameterList)
    >>> model(torch.tensor(10.0)).item()
    32.0
    >>> [(name, p.item()) for name, p in model.named_parameters()]
    [('weights.0', 2.0), ('weights.1', 3.0)]
    >>> list(Powers(list).named_parameters())
    []

    ``append`` and ``extend`` add more.

    >>> model.weights.append(torch.tensor(4.0))
    ParameterList(
        (0): Parameter containing: [torch.float32 of size ]
        (1): Parameter containing: [torch.float32 of size ]
        (2): Parameter containing: [torch.float32 of size ]
    )
    >>> _ = model.weights.extend([torch.tensor(5.0)])
    >>> model(torch.tensor(10.0)).item()
    5432.0
    """


def parameter_dict():
    """``nn.ParameterDict`` holds parameters under string keys and registers them.

    A tensor becomes a parameter when you put it in. ``named_parameters()`` shows the key in the path.

    >>> import torch
    >>> from torch import nn
    >>> class Styles(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.scale = nn.ParameterDict({"night": torch.tensor([2.0, 3.0])})
    ...         self.scale["day"] = torch.tensor([4.0, 5.0])
    ...     def forward(self, x, style):
    ...         return self.scale[style] * x
    >>> model = Styles()
    >>> model(10.0, "day")
    tensor([40., 50.], grad_fn=<MulBackward0>)
    >>> model(10.0, "night")
    tensor([20., 30.], grad_fn=<MulBackward0>)
    >>> [(name, p.tolist()) for name, p in model.named_parameters()]
    [('scale.night', [2.0, 3.0]), ('scale.day', [4.0, 5.0])]
    """


def identity():
    """``nn.Identity`` returns its input unchanged and ignores the arguments with which it is made.

    It keeps the place of a layer that is left out, so ``forward`` needs no ``if``. What comes out is the same tensor
    object.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([3.0, -4.0])
    >>> nn.Identity()(x)
    tensor([ 3., -4.])
    >>> nn.Identity()(x) is x
    True
    >>> def block(norm):
    ...     return nn.Sequential(nn.Linear(2, 3), norm(3), nn.ReLU())
    >>> block(nn.BatchNorm1d)
    Sequential(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
      (2): ReLU()
    )
    >>> block(nn.Identity)
    Sequential(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): Identity()
      (2): ReLU()
    )
    """


def flatten():
    """``nn.Flatten()`` merges all dimensions but the first; ``torch.flatten`` merges the first as well.

    The module starts at dimension 1 because dimension 0 is the batch. It stands between convolutions and linear layers.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(48).view(4, 2, 3, 2)
    >>> nn.Flatten()(x).shape
    torch.Size([4, 12])
    >>> torch.flatten(x).shape, torch.flatten(x)[45:]
    (torch.Size([48]), tensor([45, 46, 47]))
    >>> nn.Flatten(start_dim=2)(x).shape
    torch.Size([4, 2, 6])
    >>> nn.Flatten(1, 2)(x).shape
    torch.Size([4, 6, 2])
    >>> nn.Flatten()(x)[1]
    tensor([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])

    A single image without a batch dimension does not become one row: its channels are taken for the batch.

    >>> nn.Flatten()(x[0])
    tensor([[ 0,  1,  2,  3,  4,  5],
            [ 6,  7,  8,  9, 10, 11]])
    """


def unflatten():
    """``nn.Unflatten(dim, sizes)`` cuts one dimension into several; it undoes ``nn.Flatten``.

    It stands in a decoder, between a linear layer and convolutions. One of the sizes may be ``-1``.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(24).view(2, 12)
    >>> nn.Unflatten(1, (2, 3, 2))(x).shape
    torch.Size([2, 2, 3, 2])
    >>> nn.Unflatten(1, (3, -1))(x).shape
    torch.Size([2, 3, 4])
    >>> there = nn.Unflatten(1, (4, 3))
    >>> there(x)[1]
    tensor([[12, 13, 14],
            [15, 16, 17],
            [18, 19, 20],
            [21, 22, 23]])
    >>> torch.equal(nn.Flatten()(there(x)), x)
    True

    The sizes must multiply to the size of the dimension.

    >>> nn.Unflatten(1, (5, 3))(x)
    Traceback (most recent call last):
        ...
    RuntimeError: unflatten: Provided sizes [5, 3] don't multiply up to the size of dim 1 (12) in the input tensor
    """
