"""Finding the parts of a model

A model is a tree of modules. These cards show the ways to walk through the tree, to fetch one part by its name, to
replace it, and to do something to every part. You need them for fine-tuning and to look inside models that others
wrote.
"""


def children():
    """``model.children()`` yields the modules of the first level only: not the model itself, and no grandchildren.

    ``named_children()`` gives each with its attribute name.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Sequential(nn.Linear(5, 2), nn.Tanh()))
    >>> [type(child).__name__ for child in model.children()]
    ['Linear', 'ReLU', 'Sequential']
    >>> for name, child in model.named_children():
    ...     print(name, child)
    0 Linear(in_features=3, out_features=5, bias=True)
    1 ReLU()
    2 Sequential(
      (0): Linear(in_features=5, out_features=2, bias=True)
      (1): Tanh()
    )

    To cut off the last child, as in feature extraction, put the others into a new ``Sequential``. It runs them one
    after another and knows nothing of what else ``forward`` did between them.

    >>> nn.Sequential(*list(model.children())[:-1])
    Sequential(
      (0): Linear(in_features=3, out_features=5, bias=True)
      (1): ReLU()
    )
    """


def modules():
    """``model.modules()`` yields every module at every depth: the model first, containers too, a shared layer once.

    Often written: it returns all nodes of the network. Run it: it returns modules, so a layer with five units is one
    item, and the containers are items as well.

    >>> import torch
    >>> from torch import nn
    >>> shared = nn.ReLU()
    >>> model = nn.Sequential(nn.Linear(3, 5), shared, nn.Sequential(nn.Linear(5, 2), shared))
    >>> [type(module).__name__ for module in model.modules()]
    ['Sequential', 'Linear', 'ReLU', 'Sequential', 'Linear']
    >>> next(model.modules()) is model
    True

    ``named_modules()`` adds the path, with dots between the levels. The model's own name is empty. The shared layer has
    the name of its first place; ``remove_duplicate=False`` lists every place.

    >>> [name for name, _ in model.named_modules()]
    ['', '0', '1', '2', '2.0']
    >>> [name for name, _ in model.named_modules(remove_duplicate=False)]
    ['', '0', '1', '2', '2.0', '2.1']

    The usual use is to pick all layers of one kind.

    >>> [(module.in_features, module.out_features) for module in model.modules() if isinstance(module, nn.Linear)]
    [(3, 5), (5, 2)]
    """


def named_parameters():
    """``named_parameters()`` gives each parameter with its path; ``recurse=False`` leaves the inner modules out.

    The path is the attribute names, joined by dots. Names tell you what a shape alone does not, and let you choose.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.scale = nn.Parameter(torch.tensor([4.0]))
    ...         self.body = nn.Sequential(nn.Linear(3, 5), nn.BatchNorm1d(5))
    >>> model = Net()
    >>> for name, p in model.named_parameters():
    ...     print(name, tuple(p.shape))
    scale (1,)
    body.0.weight (5, 3)
    body.0.bias (5,)
    body.1.weight (5,)
    body.1.bias (5,)
    >>> [(name, p.item()) for name, p in model.named_parameters(recurse=False)]
    [('scale', 4.0)]
    >>> [(name, tuple(p.shape)) for name, p in model.body[0].named_parameters(prefix="first")]
    [('first.weight', (5, 3)), ('first.bias', (5,))]

    ``named_buffers()`` does the same for buffers, here the statistics of the batch normalisation.

    >>> [name for name, _ in model.named_buffers()]
    ['body.1.running_mean', 'body.1.running_var', 'body.1.num_batches_tracked']

    With the names you can pick, for instance, all biases, to give them a learning rate of their own.

    >>> biases = [p for name, p in model.named_parameters() if name.endswith("bias")]
    >>> [tuple(p.shape) for p in biases]
    [(5,), (5,)]
    """


def fetch_by_path():
    """``get_submodule``, ``get_parameter`` and ``get_buffer`` fetch one part of a model by its dotted path.

    The path is the one that ``named_modules()`` and ``state_dict()`` show. ``getattr`` knows one level only.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Sequential(nn.Linear(3, 5), nn.BatchNorm1d(5)), nn.Linear(5, 2))
    >>> model.get_submodule("0.1") is model[0][1]
    True
    >>> getattr(model, "0.1")
    Traceback (most recent call last):
        ...
    AttributeError: 'Sequential' object has no attribute '0.1'
    >>> model.get_submodule("1")
    Linear(in_features=5, out_features=2, bias=True)
    >>> model.get_parameter("0.0.weight").shape
    torch.Size([5, 3])
    >>> model.get_buffer("0.1.running_var")
    tensor([1., 1., 1., 1., 1.])

    A wrong path is named in the error, and so is a part of another kind.

    >>> model.get_submodule("0.2")
    Traceback (most recent call last):
        ...
    AttributeError: Sequential has no attribute `2`
    >>> model.get_parameter("0.1.running_var")
    Traceback (most recent call last):
        ...
    AttributeError: `running_var` is not an nn.Parameter
    >>> model.get_buffer("0.0.weight")
    Traceback (most recent call last):
        ...
    AttributeError: `weight` is not a buffer
    """


def replace_a_part():
    """Assigning a new module to the attribute replaces a part; ``set_submodule`` does it by path.

    In fine-tuning you replace the last layer by one with your number of classes. The new layer has new random weights
    and must be trained.

    >>> import torch
    >>> from torch import nn
    >>> class Net(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.body = nn.Sequential(nn.Linear(3, 5), nn.ReLU())
    ...         self.fc = nn.Linear(5, 1000)
    ...     def forward(self, x):
    ...         return self.fc(self.body(x))
    >>> model = Net()
    >>> x = torch.arange(12.0).view(4, 3)
    >>> model(x).shape
    torch.Size([4, 1000])
    >>> model.fc = nn.Linear(model.fc.in_features, 2)
    >>> model.set_submodule("body.1", nn.Tanh())
    >>> model
    Net(
      (body): Sequential(
        (0): Linear(in_features=3, out_features=5, bias=True)
        (1): Tanh()
      )
      (fc): Linear(in_features=5, out_features=2, bias=True)
    )
    >>> model(x).shape
    torch.Size([4, 2])

    To make a part do nothing, put ``nn.Identity()`` in its place. Anything but a module or ``None`` is refused.

    >>> model.fc = nn.Identity()
    >>> model(x).shape
    torch.Size([4, 5])
    >>> model.fc = x
    Traceback (most recent call last):
        ...
    TypeError: cannot assign 'torch.FloatTensor' as child module 'fc' (torch.nn.Module or None expected)
    """


def apply_to_all():
    """``model.apply(fn)`` calls ``fn`` with every module, the innermost first, the model last, and returns the model.

    Its classic use is to initialise all layers of one kind. ``fn`` gets modules, not tensors, so it must look at what
    it got.

    >>> import torch
    >>> from torch import nn
    >>> visited = []
    >>> def initialise(module):
    ...     visited.append(type(module).__name__)
    ...     if isinstance(module, nn.Linear):
    ...         nn.init.constant_(module.weight, 3.0)
    ...         nn.init.zeros_(module.bias)
    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sequential(nn.ReLU()))
    >>> model.apply(initialise) is model
    True
    >>> visited
    ['Linear', 'ReLU', 'Sequential', 'Sequential']
    >>> model[0].weight, model[0].bias
    (Parameter containing:
    tensor([[3., 3.]], requires_grad=True), Parameter containing:
    tensor([0.], requires_grad=True))

    Handing over the initialiser itself fails: it would get a module where it needs a tensor.

    >>> model.apply(nn.init.zeros_)
    Traceback (most recent call last):
        ...
    AttributeError: 'Linear' object has no attribute 'zero_'
    """


def freeze_a_part():
    """``model.body.requires_grad_(False)`` freezes one part; the rest of the model still learns.

    It is the first step of fine-tuning. Give the optimizer only what is left to train.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(3, 5), nn.Linear(5, 2))
    >>> _ = model[0].requires_grad_(False)
    >>> [name for name, p in model.named_parameters() if p.requires_grad]
    ['1.weight', '1.bias']
    >>> model(torch.arange(12.0).view(4, 3)).sum().backward()
    >>> [p.grad is None for p in model.parameters()]
    [True, True, False, False]
    >>> trained = [p for p in model.parameters() if p.requires_grad]
    >>> optimizer = torch.optim.SGD(trained)
    >>> [tuple(p.shape) for p in optimizer.param_groups[0]["params"]]
    [(2, 5), (2,)]
    """
