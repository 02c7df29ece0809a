"""Gives every card and every lesson the same fresh torch, and notes the PyTorch names it calls."""

import contextlib
import random
import sys
import sysconfig
import warnings

DEPRECATION = r"(?is).*\b(deprecat|will be removed|no longer supported|is obsolete)"
LIBRARIES = sysconfig.get_paths()["purelib"]


def reset():
    """Put torch's, NumPy's and Python's global state back to what a new process has."""
    import numpy
    import torch

    random.seed(0)
    numpy.random.seed(0)
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float32)
    torch.set_default_device(None)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    torch.use_deterministic_algorithms(False)
    torch.set_float32_matmul_precision("highest")
    torch.set_flush_denormal(False)
    torch.set_printoptions(profile="default")
    torch.set_printoptions(sci_mode=None)
    torch.set_warn_always(False)
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = False


@contextlib.contextmanager
def fresh_torch():
    """Run the body with torch's global state as in a new process, and leave it so, thread counts included."""
    import torch

    threads = torch.get_num_threads()
    reset()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        torch.set_num_threads(threads)
        reset()


def deprecations_are_errors():
    """Turn a deprecation, whatever its category, into an error; leave other warnings alone."""
    for category in (DeprecationWarning, PendingDeprecationWarning, FutureWarning):
        warnings.filterwarnings("error", category=category)
    warnings.filterwarnings("error", message=DEPRECATION)


def called_by_reader(frame, *passed):
    """Whether a card or a lesson, not a library, made the call that ``frame`` belongs to; ``passed`` are functions on the way."""
    while frame.f_back and (frame.f_code.co_name in passed or frame.f_code.co_filename.endswith("overrides.py")):
        frame = frame.f_back
    return not frame.f_code.co_filename.startswith(LIBRARIES)


def called_names():
    """A context manager that yields a set and fills it with the public names that its body calls.

    A method is noted under its class (``torch.Tensor.view``), and a property under its own name
    (``torch.Tensor.shape``). Modules are noted when they are made (``torch.nn.Linear``). What a library
    calls in its turn is not noted.
    """
    import torch
    from torch.overrides import TorchFunctionMode, resolve_name

    class Notes(TorchFunctionMode):
        def __torch_function__(self, function, types, args=(), kwargs=None):
            name = resolve_name(function)
            if name and called_by_reader(sys._getframe(1), function.__name__):
                names.add(name.removesuffix(".__get__").replace("torch._tensor.", "torch."))
            return function(*args, **(kwargs or {}))

    @contextlib.contextmanager
    def noting():
        make = torch.nn.Module.__init__

        def noted_make(module, *args, **kwargs):
            if type(module).__module__.startswith("torch.nn.modules") and called_by_reader(sys._getframe(1), "__init__"):
                names.add(f"torch.nn.{type(module).__name__}")
            make(module, *args, **kwargs)

        torch.nn.Module.__init__ = noted_make
        try:
            with Notes():
                yield names
        finally:
            torch.nn.Module.__init__ = make

    names = set()
    return noting()
