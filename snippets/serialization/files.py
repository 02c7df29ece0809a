"""Saving and loading models

``torch.save`` writes Python objects that contain tensors, ``torch.load`` reads them back. For a model the object to
save is its ``state_dict()``. These cards show what ends up in the file and what loading needs.
"""


def save_state_dict():
    """``torch.save(model.state_dict(), path)`` saves the weights by name, as they are now, and no code.

    ``state_dict()`` is an ordered dictionary from names to tensors: the parameters, and buffers such as the running
    mean of ``BatchNorm``.

    >>> import torch, pathlib, tempfile
    >>> model = torch.nn.Linear(3, 2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "model.pt")
    ...     torch.save(model.state_dict(), path)
    ...     state = torch.load(path)
    >>> type(state).__name__
    'OrderedDict'
    >>> [(name, tuple(tensor.shape)) for name, tensor in state.items()]
    [('weight', (2, 3)), ('bias', (2,))]
    >>> torch.equal(state["weight"], model.weight)
    True
    >>> for name, tensor in torch.nn.BatchNorm1d(num_features=4).state_dict().items():
    ...     print(name, tuple(tensor.shape))
    weight (4,)
    bias (4,)
    running_mean (4,)
    running_var (4,)
    num_batches_tracked ()

    "As they are now" means that the file does not follow: training on changes the model, not what was saved. The state
    of the optimizer is not in it either; save that beside it.

    >>> with torch.no_grad():
    ...     print(model.bias.fill_(7.0))
    Parameter containing:
    tensor([7., 7.], requires_grad=True)
    >>> torch.equal(state["bias"], model.bias)
    False
    """


def load_state_dict():
    """``model.load_state_dict(torch.load(path))`` copies the weights into ``model`` itself; the names must match.

    The model must exist first, built with the same sizes. The call returns a report, not the model: with
    ``model = model.load_state_dict(...)`` the model would be gone.

    >>> import torch, pathlib, tempfile
    >>> old, new = torch.nn.Linear(3, 2), torch.nn.Linear(3, 2)
    >>> x = torch.arange(3.0)
    >>> torch.equal(old(x), new(x))
    False
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "model.pt")
    >>> torch.save(old.state_dict(), path)
    >>> new.load_state_dict(torch.load(path, map_location="cpu"))
    <All keys matched successfully>
    >>> torch.equal(old(x), new(x))
    True

    ``map_location="cpu"`` lets a file from a machine with a GPU load on one without. The dictionary is wanted, not the
    path to it, and every size has to agree.

    >>> new.load_state_dict(str(path))
    Traceback (most recent call last):
        ...
    TypeError: Expected state_dict to be dict-like, got <class 'str'>.
    >>> torch.nn.Linear(3, 5).load_state_dict(torch.load(path))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in loading state_dict ...size mismatch for weight: ...Size([2, 3])...Size([5, 3])...
    >>> folder.cleanup()
    >>> path.exists()
    False
    """


def whole_model():
    """``torch.save(model, path)`` saves the whole object, and ``torch.load(path)`` refuses to load it as it is.

    Often written: ``model = torch.load(path)``. Run it: since version 2.6 ``torch.load`` reads weights and other plain
    data only, and a module is more than that.

    >>> import torch, pathlib, tempfile
    >>> model = torch.nn.Linear(3, 2)
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "model.pt")
    >>> torch.save(model, path)
    >>> torch.load(path)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...GLOBAL torch.nn.modules.linear.Linear was not an allowed ...

    Pass ``weights_only=False`` only for files that you trust, because such a file can run any code while it is loaded.
    Or name the classes that it may contain.

    >>> loaded = torch.load(path, weights_only=False)
    >>> loaded
    Linear(in_features=3, out_features=2, bias=True)
    >>> torch.equal(loaded.weight, model.weight)
    True
    >>> with torch.serialization.safe_globals([torch.nn.Linear]):
    ...     print(torch.load(path))
    Linear(in_features=3, out_features=2, bias=True)
    >>> folder.cleanup()
    >>> path.exists()
    False

    A file with ``state_dict()`` has none of these troubles.
    """


def class_needed():
    """A file with a whole model holds the name of its class, not the code: where the class is missing, loading fails.

    Often written: only ``state_dict()`` needs the model in code. Run it with a class of your own, in a module
    ``my_model``, which is built here by hand in place of a file ``my_model.py``.

    >>> import torch, io, sys, types
    >>> code = '''
    ... import torch
    ... class Net(torch.nn.Linear):
    ...     pass
    ... '''
    >>> my_model = types.ModuleType("my_model")
    >>> exec(code, my_model.__dict__)
    >>> sys.modules["my_model"] = my_model
    >>> file = io.BytesIO()
    >>> torch.save(my_model.Net(3, 2), file)
    >>> def load():
    ...     return torch.load(io.BytesIO(file.getvalue()), weights_only=False)
    >>> load()
    Net(in_features=3, out_features=2, bias=True)

    Now the class is deleted or renamed, and then the whole module.

    >>> del my_model.Net
    >>> load()
    Traceback (most recent call last):
        ...
    AttributeError: Can't get attribute 'Net' on <module 'my_model'>
    >>> del sys.modules["my_model"]
    >>> load()
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'my_model'
    """


def extension():
    """``torch.save`` writes to exactly the name you give; ``.pt`` and ``.pth`` are habits, the file is a zip archive.

    Often written: ``.pt`` is the default extension. Run it: nothing is added, and nothing looks at the name.

    >>> import torch, os, tempfile, zipfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("noext", "model.pt", "model.anything"):
    ...         path = os.path.join(folder, name)
    ...         torch.save(torch.tensor([1, 2]), path)
    ...         print(name, zipfile.is_zipfile(path), torch.load(path))
    ...     print(sorted(os.listdir(folder)))
    noext True tensor([1, 2])
    model.pt True tensor([1, 2])
    model.anything True tensor([1, 2])
    ['model.anything', 'model.pt', 'noext']
    """


def files_in_memory():
    """``torch.save`` and ``torch.load`` also take an open file such as ``io.BytesIO``; go back to its start to read.

    Useful to send a tensor over a network or to try something without leaving files behind. After writing, the position
    is at the end, and there is nothing more to read from there.

    >>> import torch, io
    >>> file = io.BytesIO()
    >>> torch.save(torch.tensor([1, 2, 3]), file)
    >>> torch.load(file)
    Traceback (most recent call last):
        ...
    EOFError
    >>> file.seek(0)
    0
    >>> torch.load(file)
    tensor([1, 2, 3])

    An open file must be binary.

    >>> torch.save(torch.load(io.BytesIO(file.getvalue())), io.StringIO())
    Traceback (most recent call last):
        ...
    TypeError: string argument expected, got 'memoryview'
    """


def what_can_be_saved():
    """``torch.save`` takes numbers, strings, lists, tuples and dictionaries, with or without tensors in them.

    Such plain data loads without further arguments, in the structure that it had.

    >>> import torch, io
    >>> def through_a_file(thing):
    ...     file = io.BytesIO()
    ...     torch.save(thing, file)
    ...     file.seek(0)
    ...     return torch.load(file)
    >>> through_a_file({"epoch": 3, "loss": 0.5, "name": "first", "sizes": [4, (5, None)]})
    {'epoch': 3, 'loss': 0.5, 'name': 'first', 'sizes': [4, (5, None)]}
    >>> through_a_file({"x": torch.tensor([1.5, 2.5]), "mask": torch.tensor([True, False])})
    {'x': tensor([1.5000, 2.5000]), 'mask': tensor([ True, False])}
    >>> through_a_file([torch.float64, torch.Size([2, 3]), torch.device("cpu"), 1 + 2j, {6}])
    [torch.float64, torch.Size([2, 3]), device(type='cpu'), (1+2j), {6}]

    A parameter comes back as a parameter, with ``requires_grad``.

    >>> through_a_file(torch.nn.Parameter(torch.tensor([4.0])))
    Parameter containing:
    tensor([4.], requires_grad=True)

    A result of a computation comes back as a tensor without its history: there is no ``grad_fn`` any more.

    >>> product = 3 * torch.tensor([2.0], requires_grad=True)
    >>> product
    tensor([6.], grad_fn=<MulBackward0>)
    >>> through_a_file(product)
    tensor([6.], requires_grad=True)
    """


def views_and_their_storage():
    """A saved slice takes the memory of the whole tensor with it; ``clone()`` first to save the slice alone.

    A slice is a view: it has the memory of the tensor that it was cut from, and ``torch.save`` keeps that link. Here a
    file is measured in units of the large tensor, rounded down: 1 for the slice, 0 for its clone.

    >>> import torch, io
    >>> def saved(thing):
    ...     file = io.BytesIO()
    ...     torch.save(thing, file)
    ...     return file
    >>> large = torch.arange(10000)
    >>> part = large[:10]
    >>> large.nbytes, part.nbytes
    (80000, 80)
    >>> len(saved(part).getvalue()) // large.nbytes, len(saved(part.clone()).getvalue()) // large.nbytes
    (1, 0)
    >>> torch.equal(part.clone(), part)
    True

    The link has a good side: two tensors that shared memory share it again after loading.

    >>> file = saved([large, part])
    >>> file.seek(0)
    0
    >>> large_again, part_again = torch.load(file)
    >>> large_again[3] = 70
    >>> part_again
    tensor([ 0,  1,  2, 70,  4,  5,  6,  7,  8,  9])
    """
