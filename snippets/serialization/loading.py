"""Loading files of others

A checkpoint is a pickle file, and a pickle file can run code. These cards show what ``torch.load`` lets through, how to
allow more, and how to load onto another device or without reading everything.
"""


def code_in_a_file():
    """With ``weights_only=False`` a file may run any code while it loads; by default it is refused.

    Pickle stores how to rebuild an object: a function and its arguments. ``Harmless`` names ``print``; an attacker
    would name another function.

    >>> import torch, io
    >>> class Harmless:
    ...     def __reduce__(self):
    ...         return print, ("code from the file is running",)
    >>> file = io.BytesIO()
    >>> torch.save(Harmless(), file)
    >>> def load(**options):
    ...     return torch.load(io.BytesIO(file.getvalue()), **options)
    >>> load(weights_only=False)
    code from the file is running
    >>> load()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...GLOBAL print was not an allowed global by default. ...
    """


def allowing_a_class():
    """``safe_globals([cls])`` allows a class for a ``with`` block, ``add_safe_globals`` for the rest of the program.

    Here a checkpoint contains its settings as an ``argparse.Namespace``. The message names the class that is missing.

    >>> import torch, argparse, io
    >>> from torch import serialization
    >>> file = io.BytesIO()
    >>> torch.save({"settings": argparse.Namespace(epochs=3)}, file)
    >>> def load():
    ...     return torch.load(io.BytesIO(file.getvalue()))
    >>> load()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...GLOBAL argparse.Namespace was not an allowed global ...
    >>> with serialization.safe_globals([argparse.Namespace]):
    ...     load()
    {'settings': Namespace(epochs=3)}

    ``add_safe_globals`` does it for the whole program. There is no function to remove one entry: clear the list and add
    what was in it before.

    >>> before = serialization.get_safe_globals()
    >>> serialization.add_safe_globals([argparse.Namespace])
    >>> load()
    {'settings': Namespace(epochs=3)}
    >>> argparse.Namespace in serialization.get_safe_globals()
    True
    >>> serialization.clear_safe_globals()
    >>> serialization.add_safe_globals(before)
    >>> argparse.Namespace in serialization.get_safe_globals()
    False
    """


def asking_a_file():
    """``get_unsafe_globals_in_checkpoint`` lists what a file would need beyond plain data, without running it.

    Ask before you decide whether to allow it. A ``state_dict`` needs nothing.

    >>> import torch, io
    >>> from torch.serialization import get_unsafe_globals_in_checkpoint
    >>> def unsafe(thing):
    ...     file = io.BytesIO()
    ...     torch.save(thing, file)
    ...     file.seek(0)
    ...     return get_unsafe_globals_in_checkpoint(file)
    >>> model = torch.nn.Linear(3, 2)
    >>> model
    Linear(in_features=3, out_features=2, bias=True)
    >>> unsafe(model.state_dict())
    []
    >>> unsafe(model)
    ['torch.nn.modules.linear.Linear']
    >>> unsafe([slice(None), "text", model.bias])
    ['builtins.slice']
    """


def numpy_in_checkpoints():
    """A NumPy number in a checkpoint makes ``torch.load`` refuse the file; save ``float(loss)`` or a tensor instead.

    ``np.mean`` returns a NumPy number that looks like a float. ``item()`` of a tensor gives a real one.

    >>> import torch, io
    >>> import numpy as np
    >>> def through_a_file(thing):
    ...     file = io.BytesIO()
    ...     torch.save(thing, file)
    ...     file.seek(0)
    ...     return torch.load(file)
    >>> loss = np.mean([1.0, 2.0])
    >>> print(loss)
    1.5
    >>> through_a_file({"loss": loss})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...GLOBAL numpy._core.multiarray.scalar was not an allowed ...
    >>> through_a_file({"loss": float(loss)})
    {'loss': 1.5}
    >>> through_a_file({"losses": torch.tensor([1.0, 2.0])})
    {'losses': tensor([1., 2.])}
    """


def target_device():
    """``map_location`` decides on which device the loaded tensors lie; without it, on the device they were saved from.

    A file from a GPU therefore fails on a machine without one, unless you say ``map_location="cpu"``. Here the tensor
    is saved from a GPU if there is one.

    >>> import torch, io
    >>> def load(tensor, **options):
    ...     file = io.BytesIO()
    ...     torch.save(tensor, file)
    ...     file.seek(0)
    ...     return torch.load(file, **options)
    >>> t = torch.tensor([1.5, 2.5])
    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> load(t.to(device)).device.type == device
    True
    >>> load(t.to(device), map_location="cpu")
    tensor([1.5000, 2.5000])

    With "meta" only shapes and dtypes are loaded, which is enough to look at a large file.

    >>> load(t, map_location="meta")
    tensor(..., device='meta', size=(2,))

    ``map_location`` can also be a function. It gets each storage, the memory of a tensor, on the CPU, with the name
    of the device it came from, and returns the storage to use.

    >>> def show(storage, location):
    ...     print(type(storage).__name__, location)
    ...     return storage
    >>> load(t, map_location=show)
    UntypedStorage cpu
    tensor([1.5000, 2.5000])
    """


def mapped_files():
    """``torch.load(path, mmap=True)`` leaves the numbers in the file until they are used; it needs a path.

    For a file that is larger than the memory, or of which you need a part only. The tensors behave as usual.

    >>> import torch, io, pathlib, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "numbers.pt")
    >>> t = torch.tensor([11, 12, 13])
    >>> torch.save(t, path)
    >>> mapped, read = torch.load(path, mmap=True), torch.load(path)

    To see that the mapped tensor has not been read yet, change its numbers inside the file.

    >>> old, new = t.numpy().tobytes(), (t + 60).numpy().tobytes()
    >>> with open(path, "r+b") as file:
    ...     content = file.read()
    ...     position = file.seek(content.index(old))
    ...     written = file.write(new)
    >>> mapped, read
    (tensor([71, 72, 73]), tensor([11, 12, 13]))

    What is written into the tensor does not reach the file.

    >>> mapped[2] = 500
    >>> mapped
    tensor([ 71,  72, 500])
    >>> torch.load(path)
    tensor([71, 72, 73])

    A file in memory has no path.

    >>> torch.load(io.BytesIO(path.read_bytes()), mmap=True)
    Traceback (most recent call last):
        ...
    ValueError: f must be a file path in order to use the mmap argument
    >>> del mapped
    >>> folder.cleanup()
    >>> path.exists()
    False
    """


def not_a_checkpoint():
    """A wrong path, an empty file, a cut file and a web page each make ``torch.load`` fail with an error of its own.

    A cut file, as after a full disk, has lost the end of the zip archive. A failed download is often an HTML page: its
    first character, ``<``, has the number 60.

    >>> import torch, io
    >>> torch.load("no such file.pt")
    Traceback (most recent call last):
        ...
    FileNotFoundError: [Errno 2] No such file or directory: 'no such file.pt'
    >>> torch.load(io.BytesIO(b""))
    Traceback (most recent call last):
        ...
    EOFError
    >>> file = io.BytesIO()
    >>> torch.save(torch.tensor([1, 2]), file)
    >>> content = file.getvalue()
    >>> torch.load(io.BytesIO(content))
    tensor([1, 2])
    >>> torch.load(io.BytesIO(content[:len(content) // 2]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory. ...
    >>> torch.load(io.BytesIO(b"<html>Not found</html>"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...Unsupported operand 60...
    """


def not_picklable():
    """Lambdas, generators and open files cannot be saved, nor can a whole model that holds one; its weights can.

    Saving the object means saving all its attributes. ``state_dict()`` leaves them out.

    >>> import torch, io, os
    >>> model = torch.nn.Linear(3, 2)
    >>> model.activation = lambda x: x.relu()
    >>> torch.save(model, io.BytesIO())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.PicklingError: Can't pickle <function <lambda> at ...>: attribute lookup <lambda> on ... failed
    >>> file = io.BytesIO()
    >>> torch.save(model.state_dict(), file)
    >>> {name: tuple(tensor.shape) for name, tensor in torch.load(io.BytesIO(file.getvalue())).items()}
    {'weight': (2, 3), 'bias': (2,)}

    Named functions at the top level of a module, and modules such as ``torch.nn.ReLU()``, can be saved.

    >>> model.activation = torch.nn.ReLU()
    >>> file = io.BytesIO()
    >>> torch.save(model, file)
    >>> torch.load(io.BytesIO(file.getvalue()), weights_only=False).activation
    ReLU()
    >>> torch.save((i for i in "abc"), io.BytesIO())
    Traceback (most recent call last):
        ...
    TypeError: cannot pickle 'generator' object
    >>> with open(os.devnull) as text:
    ...     torch.save(text, io.BytesIO())
    Traceback (most recent call last):
        ...
    TypeError: cannot pickle '_io.TextIOWrapper' object
    """
