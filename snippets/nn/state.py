"""The state of a module

The state is what a module has to remember: its parameters and its buffers. These cards show how to read it, put it into
another module, change its dtype and copy it. You need them to save, load, fine-tune and convert models.
"""


def state_dict_names():
    """``state_dict()`` maps dotted names to tensors: all parameters and all persistent buffers, and no code.

    Without the class that made it, a ``state_dict`` is only a dictionary. So keep the code of the model with the file.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.BatchNorm1d(2))
    >>> state = model.state_dict()
    >>> for name, tensor in state.items():
    ...     print(name, tuple(tensor.shape))
    0.weight (2, 3)
    0.bias (2,)
    2.weight (2,)
    2.bias (2,)
    2.running_mean (2,)
    2.running_var (2,)
    2.num_batches_tracked ()
    >>> type(state).__name__
    'OrderedDict'

    The tensors are detached: they have no history. ``keep_vars=True`` gives the parameters themselves.

    >>> state["0.weight"].requires_grad
    False
    >>> model.state_dict(keep_vars=True)["0.weight"] is model[0].weight
    True

    The part of one module has its own, shorter names.

    >>> list(model[0].state_dict())
    ['weight', 'bias']
    """


def state_dict_is_no_copy():
    """``state_dict()`` copies nothing: its tensors change when training goes on.

    Often written: ``best = model.state_dict()`` keeps the best weights. Run it: ``best`` follows the model.

    >>> import copy, torch
    >>> from torch import nn
    >>> model = nn.Linear(1, 1, bias=False)
    >>> _ = nn.init.constant_(model.weight, 5.0)
    >>> best = model.state_dict()
    >>> kept = copy.deepcopy(model.state_dict())
    >>> _ = nn.init.constant_(model.weight, 8.0)
    >>> best
    OrderedDict([('weight', tensor([[8.]]))])
    >>> kept
    OrderedDict([('weight', tensor([[5.]]))])

    Keep a ``copy.deepcopy`` of it, or save it to a file.

    >>> model.load_state_dict(kept)
    <All keys matched successfully>
    >>> model.weight.item()
    5.0
    """


def load_state_dict():
    """``load_state_dict`` copies values into the parameters that exist, and every name and shape must fit.

    The parameters stay the same objects, so an optimizer made before goes on working. What it returns says that all
    names fitted.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> weight = model.weight
    >>> state = {"weight": torch.tensor([[3.0, 4.0]]), "bias": torch.tensor([7.0])}
    >>> model.load_state_dict(state)
    <All keys matched successfully>
    >>> model.weight is weight
    True
    >>> model(torch.tensor([10.0, 1.0])).item()
    41.0

    It copies: the model does not change when the dictionary does.

    >>> state["weight"][0, 0] = 99.0
    >>> state["weight"].tolist(), model.weight.tolist()
    ([[99.0, 4.0]], [[3.0, 4.0]])

    Otherwise an error lists each difference. Here a name is missing, another is unknown.

    >>> state["shift"] = state.pop("bias")
    >>> model.load_state_dict(state)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading state_dict for Linear:
    ...Missing key(s) in state_dict: "bias". ...Unexpected key(s) in state_dict: "shift"...
    """


def load_not_strict():
    """``strict=False`` loads the names that fit and returns the rest; a wrong shape is an error all the same.

    Use it to load the body of a model under a new last layer. Look at what it returns: with a slip in the names,
    nothing at all is loaded, and no error tells you.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> weight = torch.tensor([[3.0, 4.0]])
    >>> result = model.load_state_dict({"weight": weight, "shift": weight}, strict=False)
    >>> result
    _IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['shift'])
    >>> result.missing_keys
    ['bias']
    >>> model.weight.tolist()
    [[3.0, 4.0]]
    >>> model.load_state_dict({"model.weight": 10 * weight}, strict=False)
    _IncompatibleKeys(missing_keys=['weight', 'bias'], unexpected_keys=['model.weight'])
    >>> model.weight.tolist()
    [[3.0, 4.0]]

    The shape:

    >>> wide = {"weight": torch.empty(1, 3), "bias": model.bias, "shift": weight}
    >>> model.load_state_dict(wide, strict=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading state_dict for Linear:
    ...size mismatch for weight: copying a param with shape torch.Size([1, 3]) from checkpoint, ... torch.Size([1, 2]).
    """


def rename_keys():
    """A ``state_dict`` whose names differ by a prefix can be renamed with a dictionary comprehension before loading.

    Wrappers add prefixes: ``module.`` comes from ``nn.DataParallel`` and ``DistributedDataParallel``, ``_orig_mod.``
    from ``torch.compile``. ``removeprefix`` of a string takes one off.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> saved = {"module.weight": torch.tensor([[3.0, 4.0]]), "module.bias": torch.tensor([7.0])}
    >>> model.load_state_dict(saved, strict=False)
    _IncompatibleKeys(missing_keys=['weight', 'bias'], unexpected_keys=['module.weight', 'module.bias'])
    >>> renamed = {name.removeprefix("module."): tensor for name, tensor in saved.items()}
    >>> model.load_state_dict(renamed)
    <All keys matched successfully>
    >>> model(torch.tensor([10.0, 1.0])).item()
    41.0
    """


def load_keeps_dtype():
    """``load_state_dict`` converts the loaded values to the dtype of the model; ``assign=True`` takes them as they are.

    With ``assign=True`` the tensors of the dictionary become the new parameters. An optimizer made before then still
    holds the old ones.

    >>> import torch
    >>> from torch import nn
    >>> saved = {"weight": torch.tensor([[3.0, 4.0]], dtype=torch.float16)}
    >>> model = nn.Linear(2, 1, bias=False)
    >>> weight = model.weight
    >>> model.load_state_dict(saved)
    <All keys matched successfully>
    >>> model.weight.dtype, model.weight is weight, model.weight.tolist()
    (torch.float32, True, [[3.0, 4.0]])
    >>> model.load_state_dict(saved, assign=True)
    <All keys matched successfully>
    >>> model.weight.dtype, model.weight is weight, model.weight.tolist()
    (torch.float16, False, [[3.0, 4.0]])
    """


def module_to():
    """``module.to(...)`` changes the module itself and returns it; a tensor's ``to`` leaves the tensor as it was.

    So ``model.to(device)`` alone is enough for a model, but a tensor needs ``x = x.to(device)``. The dtype shows the
    difference without a GPU.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(3, 2)
    >>> model.to(torch.float64) is model
    True
    >>> model.weight.dtype
    torch.float64
    >>> x = torch.arange(12.0).view(4, 3)
    >>> x.to(torch.float64)[1], x.dtype
    (tensor([3., 4., 5.], dtype=torch.float64), torch.float32)

    The parameters stay the same objects, so an optimizer made before still has the right ones.

    >>> weight = model.weight
    >>> model.to(torch.float32).weight is weight
    True
    >>> weight.dtype, model(x).shape
    (torch.float32, torch.Size([4, 2]))
    """


def module_dtypes():
    """``half()``, ``bfloat16()``, ``float()`` and ``double()`` convert floating point state and leave integers alone.

    Each is a short form of ``to(dtype)``. Batch normalisation counts its batches in an integer buffer, which stays.

    >>> import torch
    >>> from torch import nn
    >>> norm = nn.BatchNorm1d(3)
    >>> for convert in [norm.half, norm.bfloat16, norm.float, norm.double]:
    ...     print({tensor.dtype for tensor in convert().state_dict().values() if tensor.is_floating_point()})
    {torch.float16}
    {torch.bfloat16}
    {torch.float32}
    {torch.float64}
    >>> norm.num_batches_tracked.dtype
    torch.int64

    What 16 bits cannot hold is lost, and ``float()`` does not bring it back.

    >>> _ = nn.init.constant_(norm.weight, 2049.0)
    >>> norm.half().float().weight.data
    tensor([2048., 2048., 2048.])

    ``to`` refuses to turn weights into integers.

    >>> norm.to(torch.int64)
    Traceback (most recent call last):
        ...
    TypeError: nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int64
    """


def input_dtype():
    """Input and weights must have the same dtype: a model of ``float32`` refuses ``float64`` and integers.

    ``float64`` comes from NumPy, integers come from images and lists. The message names the input's dtype first, as
    ``Double`` or ``Long``, then the weights'. Convert the data with ``x.float()``.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(2, 1)
    >>> _ = nn.init.constant_(model.weight, 3.0), nn.init.constant_(model.bias, 5.0)
    >>> x = torch.tensor([[10.0, 20.0]], dtype=torch.float64)
    >>> model(x)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
    >>> model(x.long())
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
    >>> model(x.float()).item()
    95.0

    Or convert the model, where ``float64`` is what you want.

    >>> model.double()(x).dtype
    torch.float64
    """


def meta_device():
    """A module on the ``meta`` device has shapes but no numbers; ``to_empty`` gives it memory, not values.

    Making a large model there costs no memory for the weights. ``to`` cannot move it to a real device, because there is
    nothing to move.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(3, 2, device="meta")
    >>> model.weight.shape, model.weight.device
    (torch.Size([2, 3]), device(type='meta'))
    >>> model(torch.empty(4, 3, device="meta")).shape
    torch.Size([4, 2])
    >>> model.to("cpu")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Cannot copy out of meta tensor; no data! Please use torch.nn.Module.to_empty() ...

    After ``to_empty`` the numbers are whatever the memory held, so initialise or load at once.

    >>> _ = model.to_empty(device="cpu")
    >>> _ = nn.init.constant_(model.weight, 3.0), nn.init.constant_(model.bias, 5.0)
    >>> model(torch.tensor([1.0, 10.0, 100.0])).tolist()
    [338.0, 338.0]
    """


def copy_a_module():
    """``copy.deepcopy(model)`` makes an independent copy; ``other = model`` is a second name for the same model.

    A frozen teacher or a running average of the weights needs the copy.

    >>> import copy, torch
    >>> from torch import nn
    >>> model = nn.Linear(1, 1, bias=False)
    >>> _ = nn.init.constant_(model.weight, 5.0)
    >>> other = model
    >>> copied = copy.deepcopy(model)
    >>> _ = nn.init.constant_(model.weight, 8.0)
    >>> other.weight.item(), copied.weight.item()
    (8.0, 5.0)

    A list made by multiplication holds one layer three times; a comprehension with ``deepcopy`` holds three layers.

    >>> same = nn.ModuleList([model] * 3)
    >>> len(same), sum(p.numel() for p in same.parameters())
    (3, 1)
    >>> different = nn.ModuleList([copy.deepcopy(model) for _ in range(3)])
    >>> len(different), sum(p.numel() for p in different.parameters())
    (3, 3)
    """
