"""Gives every card and every lesson the same fresh torch, and decides which warnings are errors."""

import contextlib
import random
import sys
import warnings

# Python 3.12 and newer call it deprecated to fork in a process with threads, as a DataLoader with workers does on Linux.
NO_FAULT_OF_A_LESSON = r"(?s).*multi-threaded, use of fork"
DEPRECATION = r"(?is).*\b(deprecat|will be removed|no longer supported|is obsolete)"


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
    torch.distributions.Distribution.set_default_validate_args(__debug__)  # torch.compile turns it off for the whole process
    if torch.distributed.is_available() and torch.distributed.is_initialized():
        torch.distributed.destroy_process_group()
    if "torch._dynamo" in sys.modules:  # what was compiled is kept by the place of its code, for the whole process
        torch.compiler.reset()


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
    warnings.filterwarnings("ignore", message=NO_FAULT_OF_A_LESSON)
