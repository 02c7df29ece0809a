"""State dictionaries and checkpoints

A ``state_dict`` names every tensor that a model has to remember. With it you save, restore, compare and transfer
weights; with the optimizer's one beside it you go on training where you stopped.
"""


def names_in_a_state_dict():
    """The keys of a ``state_dict`` are the paths to the tensors: attribute or position, a dot, the name in the layer.

    In a ``Sequential`` the layers are counted from 0.

    >>> import torch
    >>> model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2))
    >>> for name, tensor in model.state_dict().items():
    ...     print(name, tuple(tensor.shape))
    0.weight (4, 3)
    0.bias (4,)
    2.weight (2, 4)
    2.bias (2,)

    The ReLU at position 1 has nothing to remember, so no key starts with 1. In a class of your own, the attributes give
    the names.

    >>> class Net(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.hidden = torch.nn.Linear(3, 4)
    ...         self.head = torch.nn.Linear(4, 2, bias=False)
    >>> {name: tuple(tensor.shape) for name, tensor in Net().state_dict().items()}
    {'hidden.weight': (4, 3), 'hidden.bias': (4,), 'head.weight': (2, 4)}
    """


def shared_with_the_model():
    """``state_dict()`` returns the model's own tensors: keep the best weights with ``copy.deepcopy``, or they train on.

    Often written: ``best = model.state_dict()`` in the loop. Run it: one change later the "best" weights have changed
    too.

    >>> import torch, copy
    >>> model = torch.nn.Linear(2, 1, bias=False)
    >>> with torch.no_grad():
    ...     print(model.weight.fill_(3.0))
    Parameter containing:
    tensor([[3., 3.]], requires_grad=True)
    >>> best = model.state_dict()
    >>> kept = copy.deepcopy(model.state_dict())
    >>> with torch.no_grad():
    ...     print(model.weight.add_(4.0))
    Parameter containing:
    tensor([[7., 7.]], requires_grad=True)
    >>> best
    OrderedDict([('weight', tensor([[7., 7.]]))])
    >>> kept
    OrderedDict([('weight', tensor([[3., 3.]]))])

    Loading copies, so the model does not hang on to ``kept`` afterwards.

    >>> model.load_state_dict(kept)
    <All keys matched successfully>
    >>> with torch.no_grad():
    ...     print(model.weight.add_(1.0))
    Parameter containing:
    tensor([[4., 4.]], requires_grad=True)
    >>> kept["weight"]
    tensor([[3., 3.]])
    """


def names_that_do_not_match():
    """``load_state_dict`` raises for names that are missing or not expected; ``strict=False`` reports them instead.

    All names are listed at once. With ``strict=False`` whatever fits is loaded, and the rest keeps its values.

    >>> import torch
    >>> model = torch.nn.Linear(2, 1)
    >>> state = {"weight": torch.tensor([[3.0, 5.0]]), "offset": torch.tensor([7.0])}
    >>> model.load_state_dict(state)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading ...Missing key(s) in state_dict: "bias". ...Unexpected key(s)...: "offset"...
    >>> report = model.load_state_dict(state, strict=False)
    >>> report.missing_keys, report.unexpected_keys
    (['bias'], ['offset'])
    >>> model.weight
    Parameter containing:
    tensor([[3., 5.]], requires_grad=True)

    Look at the report. With names that all differ, nothing is loaded, and no error tells you.

    >>> model.load_state_dict({f"layer.{name}": tensor for name, tensor in state.items()}, strict=False)
    _IncompatibleKeys(missing_keys=['weight', 'bias'], unexpected_keys=['layer.weight', 'layer.offset'])
    >>> model.weight
    Parameter containing:
    tensor([[3., 5.]], requires_grad=True)
    """


def sizes_that_do_not_match():
    """``strict=False`` forgives wrong names, not wrong sizes: leave out what does not fit before you load.

    This is the usual case of transfer: the same body, a head for another number of classes.

    >>> import torch
    >>> def network(num_classes):
    ...     return torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Linear(4, num_classes))
    >>> trained, model = network(10), network(2)
    >>> model.load_state_dict(trained.state_dict(), strict=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading state_dict ...size mismatch for 1.weight: ...Size([10, 4])...Size([2, 4])...
    >>> own = model.state_dict()
    >>> fitting = {name: t for name, t in trained.state_dict().items() if t.shape == own[name].shape}
    >>> {name: tuple(tensor.shape) for name, tensor in fitting.items()}
    {'0.weight': (4, 3), '0.bias': (4,)}
    >>> model.load_state_dict(fitting, strict=False)
    _IncompatibleKeys(missing_keys=['1.weight', '1.bias'], unexpected_keys=[])
    >>> torch.equal(model[0].weight, trained[0].weight)
    True
    """


def prefixes():
    """Weights saved from ``DataParallel`` have names with ``module.`` in front; remove it with ``removeprefix``.

    The wrapper is a module with the model as its attribute ``module``. The same happens to every model that is wrapped
    in another one.

    >>> import torch
    >>> model = torch.nn.Linear(3, 2)
    >>> wrapped = torch.nn.DataParallel(model)
    >>> state = wrapped.state_dict()
    >>> list(state)
    ['module.weight', 'module.bias']
    >>> {name.removeprefix("module."): tuple(tensor.shape) for name, tensor in state.items()}
    {'weight': (2, 3), 'bias': (2,)}
    >>> new = torch.nn.Linear(3, 2)
    >>> new.load_state_dict({name.removeprefix("module."): tensor for name, tensor in state.items()})
    <All keys matched successfully>
    >>> torch.equal(new.weight.cpu(), model.weight.cpu())
    True

    Or save the model inside, and the names are right from the start.

    >>> list(wrapped.module.state_dict())
    ['weight', 'bias']
    """


def buffers():
    """Buffers are saved with the parameters, unless they were registered with ``persistent=False``.

    A buffer is a tensor that belongs to the model but is not trained, such as running means or a fixed mask. A plain
    tensor attribute is neither saved nor moved with the model.

    >>> import torch
    >>> class Counted(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.scale = torch.nn.Parameter(torch.tensor(2.0))
    ...         self.register_buffer("steps", torch.tensor(5))
    ...         self.register_buffer("mask", torch.tensor([True, False]), persistent=False)
    ...         self.plain = torch.tensor(9)
    >>> model = Counted()
    >>> model.state_dict()
    OrderedDict([('scale', tensor(2.)), ('steps', tensor(5))])
    >>> [name for name, _ in model.named_parameters()]
    ['scale']
    >>> {name: buffer.tolist() for name, buffer in model.named_buffers()}
    {'steps': 5, 'mask': [True, False]}
    >>> model.plain
    tensor(9)
    """


def dtype_of_loaded_weights():
    """``load_state_dict`` copies values into the model's own tensors, so the model keeps its dtype and device.

    Loading float64 weights into a float32 model rounds them. With ``assign=True`` the tensors of the dictionary become
    the parameters themselves, dtype and all.

    >>> import torch
    >>> state = {"weight": torch.tensor([[0.1, 7.0]], dtype=torch.float64)}
    >>> model = torch.nn.Linear(2, 1, bias=False)
    >>> model.load_state_dict(state)
    <All keys matched successfully>
    >>> model.weight.dtype, model.weight[0, 0].item()
    (torch.float32, 0.10000000149011612)
    >>> before = model.weight
    >>> model.load_state_dict(state, assign=True)
    <All keys matched successfully>
    >>> model.weight.dtype, model.weight[0, 0].item()
    (torch.float64, 0.1)

    So make the optimizer afterwards: one that was made before would go on changing the old parameters.

    >>> model.weight is before
    False

    ``assign=True`` also fills a model that was built on "meta", where there is no memory to copy into.

    >>> empty = torch.nn.Linear(2, 1, bias=False, device="meta")
    >>> empty.weight.device
    device(type='meta')
    >>> empty.load_state_dict(state, assign=True)
    <All keys matched successfully>
    >>> empty(torch.tensor([[10.0, 1.0]], dtype=torch.float64)).item()
    8.0
    """


def checkpoints():
    """A checkpoint to go on from holds the model, the optimizer and the epoch; the weights alone are not enough.

    Momentum and Adam remember earlier gradients. A scheduler and a ``GradScaler`` have a ``state_dict()`` too, which
    belongs beside the optimizer's. Here three steps are made in one go, and then one step, a file, and
    two more steps. With everything restored the weights agree; with a new optimizer they do not.

    >>> import torch, io
    >>> def start():
    ...     model = torch.nn.Linear(1, 1, bias=False)
    ...     torch.nn.init.constant_(model.weight, 4.0)
    ...     return model, torch.optim.SGD(model.parameters(), lr=0.25, momentum=0.25)
    >>> def train(model, optimizer, steps):
    ...     for step in range(steps):
    ...         optimizer.zero_grad()
    ...         (model.weight ** 2).backward()
    ...         optimizer.step()
    ...     return model.weight.item()
    >>> train(*start(), steps=3)
    -0.125
    >>> model, optimizer = start()
    >>> train(model, optimizer, steps=1)
    2.0
    >>> file = io.BytesIO()
    >>> torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 1}, file)
    >>> file.seek(0)
    0
    >>> checkpoint = torch.load(file)
    >>> checkpoint["epoch"], list(checkpoint["model"])
    (1, ['weight'])

    Restored in full:

    >>> model, optimizer = start()
    >>> model.load_state_dict(checkpoint["model"])
    <All keys matched successfully>
    >>> optimizer.load_state_dict(checkpoint["optimizer"])
    >>> train(model, optimizer, steps=2)
    -0.125

    Restored without the optimizer:

    >>> model, optimizer = start()
    >>> model.load_state_dict(checkpoint["model"])
    <All keys matched successfully>
    >>> train(model, optimizer, steps=2)
    0.25
    """


def optimizer_state():
    """``optimizer.state_dict()`` holds the settings and, per parameter, what the optimizer has remembered.

    The parameters have numbers in it, not names: 0 is the first that the optimizer was given. Before the first step
    there is nothing to remember.

    >>> import torch
    >>> w = torch.tensor([3.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.9)
    >>> optimizer.state_dict()["state"]
    {}
    >>> (w ** 2).backward()
    >>> optimizer.step()
    >>> optimizer.state_dict()["state"]
    {0: {'momentum_buffer': tensor([6.])}}
    >>> group = optimizer.state_dict()["param_groups"][0]
    >>> group["lr"], group["momentum"], group["params"]
    (0.5, 0.9, [0])

    The settings are loaded too. A learning rate given to the new optimizer is overwritten by the saved one.

    >>> new = torch.optim.SGD([w], lr=0.001)
    >>> new.param_groups[0]["lr"], new.param_groups[0]["momentum"]
    (0.001, 0)
    >>> new.load_state_dict(optimizer.state_dict())
    >>> new.param_groups[0]["lr"], new.param_groups[0]["momentum"]
    (0.5, 0.9)
    """
