"""Notes, while a card or a lesson runs, which public names of PyTorch and its sister libraries it uses.

Two ways together. The reader's own statements are compiled with a note around every name that they call and every attribute
that they read, so that ``DataLoader(...)`` is noted when it is called, by the object that it is. Inside functions, which torch
may compile or export, nothing is changed; there a torch function mode and a hook on ``nn.Module`` note what torch is asked for.
"""

import builtins
import codeop
import contextlib
import doctest
import functools
import sys
import sysconfig
import types
from unittest import mock

from notes import NOTE, NotingCompile, compile_noted

ROOTS = ("torch", "torchvision", "torchaudio", "torchmetrics", "lightning", "ignite", "torch_geometric", "sklearn", "pandas", "onnx",
         "onnxruntime", "seaborn", "tqdm", "numpy")
LIBRARIES = sysconfig.get_paths()["purelib"]


def is_known(value):
    """Whether a value is a class, a function or a dtype. By its type: ``isinstance`` would wake torch's deprecated lazy objects."""
    return issubclass(type(value), (type, types.FunctionType, types.BuiltinFunctionType, types.MethodType)) or type(value).__name__ == "dtype"


@functools.lru_cache(maxsize=1)
def public_names(number_of_modules):
    """{id: name} of every class, function and dtype in the public modules that are loaded; of several names the shortest, and then the home's."""
    ranked = {}
    for module_name, module in sorted(sys.modules.items()):
        if not module_name.startswith(ROOTS) or "._" in module_name or not isinstance(module, types.ModuleType):
            continue
        for name, value in vars(module).copy().items():
            if name.startswith("_") or not is_known(value):
                continue
            home = getattr(value, "__module__", None) or module_name
            if home.split(".")[0] == module_name.split(".")[0]:
                new = (module_name.count("."), module_name != home, len(module_name)), f"{module_name}.{name}"
                ranked[id(value)] = min(ranked.get(id(value), new), new, key=lambda ranked_name: ranked_name[0])
    return {key: name for key, (_, name) in ranked.items()}


def names_of(values, methods):
    """The public names of the objects and the methods that were noted; a method counts for its class and for the class that defines it."""
    names = public_names(len(sys.modules))
    found = {names[id(value)] for value in values if id(value) in names}
    for kind, method in methods:
        known = [base for base in kind.__mro__ if id(base) in names]
        found |= {f"{names[id(base)]}.{method}" for base in known if base is known[0] or method in vars(base)}
    return found


def called_by_reader(frame, *passed):
    """Whether a card or a lesson, not a library, made the call that ``frame`` belongs to; ``passed`` are functions on the way."""
    while frame.f_back and (frame.f_code.co_name in passed or frame.f_code.co_filename.endswith((__file__, "torch/overrides.py"))):
        frame = frame.f_back
    return not frame.f_code.co_filename.startswith(LIBRARIES)


def name_asked_for(function):
    """The public name of what a torch function mode was asked for, or nothing."""
    from torch.overrides import resolve_name

    return (resolve_name(function) or "").removesuffix(".__get__").replace("torch._tensor.", "torch.")


@contextlib.contextmanager
def called_names():
    """Yield a set, and fill it at the end of the block with the public names that the reader's code used in it."""
    import torch
    from torch.overrides import TorchFunctionMode

    names, values, methods = set(), {}, set()
    make = torch.nn.Module.__init__

    class Mode(TorchFunctionMode):
        def __torch_function__(self, function, types, args=(), kwargs=None):
            if not torch.compiler.is_compiling() and called_by_reader(sys._getframe(1), function.__name__):
                names.update(filter(None, [name_asked_for(function)]))
            return function(*args, **(kwargs or {}))

    def note(value, root=None, path=""):
        if torch.compiler.is_compiling():  # it cannot trace what follows
            return value
        written = f"{root.__name__}.{path}" if isinstance(root, types.ModuleType) else ""  # an alias counts as it is written
        if written.startswith(ROOTS) and "._" not in written and not isinstance(value, types.ModuleType):
            names.add(written)
        if is_known(value):
            owner = getattr(value, "__self__", None)
            if owner is None or isinstance(owner, (type, types.ModuleType)):
                values[id(value)] = value
            if owner is not None and not isinstance(owner, types.ModuleType):
                methods.add((owner if isinstance(owner, type) else type(owner), value.__name__))
        return value

    def noted_make(module, *args, **kwargs):
        if called_by_reader(sys._getframe(1), "__init__"):
            note(type(module))
        make(module, *args, **kwargs)

    setattr(builtins, NOTE, note)
    patches = (mock.patch.object(doctest, "compile", compile_noted, create=True), mock.patch.object(codeop, "Compile", NotingCompile),
               mock.patch.object(torch.nn.Module, "__init__", noted_make))
    with contextlib.ExitStack() as stack:
        for patch in (*patches, Mode()):
            stack.enter_context(patch)
        yield names
    names |= names_of(values.values(), methods)
