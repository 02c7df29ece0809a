"""What your PyTorch is

Versions, build options, back ends and threads: what to ask when something works on one machine and not on another, and
what to put into a bug report.
"""


def version_numbers():
    """Compare ``torch.__version__`` with a tuple or a string; it sorts by number, where a plain string would not.

    ``torch.__version__`` is a string with better comparisons. As plain strings "2.10" comes before "2.9", because "1"
    is before "9".

    >>> import torch
    >>> from torch.torch_version import TorchVersion
    >>> isinstance(torch.__version__, TorchVersion), isinstance(torch.__version__, str)
    (True, True)
    >>> version = TorchVersion("2.10.0")
    >>> [version > other for other in ("2.9.1", "2.10.0", "2.11.0")]
    [True, False, False]
    >>> "2.10.0" > "2.9.1"
    False

    A tuple names as many parts as you need, as in ``if torch.__version__ >= (2, 6):``.

    >>> [version >= (2, minor) for minor in range(9, 12)]
    [True, True, False]

    The part after a plus names the build, such as "cpu" or a CUDA version. It counts when you compare with ``==``.

    >>> TorchVersion("2.14.1+cpu") == "2.14.1", TorchVersion("2.14.1") == "2.14.1"
    (False, True)
    """


def build_description():
    """``torch.version`` tells what was built; ``torch.version.cuda`` is ``None`` in a build without CUDA.

    It describes the package, not the machine: a CUDA build on a machine without a GPU has a CUDA version, and
    ``torch.cuda.is_available()`` is ``False``.

    >>> import torch
    >>> torch.version.__version__ == torch.__version__
    True
    >>> len(torch.version.git_version), set(torch.version.git_version) - set("0123456789abcdef")
    (40, set())
    >>> torch.version.debug
    False
    >>> (torch.version.cuda is None) == (not torch.backends.cuda.is_built())
    True

    Built for a GPU and able to use one are two questions. The second implies the first.

    >>> torch.backends.cuda.is_built() or not torch.cuda.is_available()
    True
    """


def build_configuration():
    """``torch.__config__.show()`` lists the compiler, the libraries and the options that this PyTorch was built with.

    ``parallel_info()`` lists the threads and the libraries that use them. Both are texts to read or to attach to a bug
    report, so look for a line rather than compare.

    >>> import torch
    >>> text = torch.__config__.show()
    >>> text.splitlines()[0]
    'PyTorch built with:'
    >>> f"TORCH_VERSION={torch.__version__.split('+')[0]}" in text
    True
    >>> ("USE_CUDA=1" in text or "USE_CUDA=ON" in text) == torch.backends.cuda.is_built()
    True
    >>> f"at::get_num_threads() : {torch.get_num_threads()}" in torch.__config__.parallel_info()
    True
    """


def back_ends():
    """``torch.backends`` has one module per library, and its ``is_available()`` tells whether this PyTorch can use it.

    All answers are plain bools, and asking never fails, also where the library cannot be there: ``mps`` is Apple's GPU,
    ``cudnn`` belongs to NVIDIA's.

    >>> import torch
    >>> from torch import backends
    >>> libraries = [backends.cudnn, backends.mkl, backends.mkldnn, backends.mps, backends.openmp, backends.nnpack]
    >>> {type(library.is_available()) for library in libraries}
    {<class 'bool'>}
    >>> [library.__name__.split(".")[-1] for library in libraries]
    ['cudnn', 'mkl', 'mkldnn', 'mps', 'openmp', 'nnpack']

    No PyTorch can use both Apple's GPU and NVIDIA's.

    >>> backends.mps.is_available() and torch.cuda.is_available()
    False

    What is available can be switched off. ``flags`` does it for a block.

    >>> backends.cudnn.enabled, backends.cudnn.benchmark, backends.cudnn.deterministic
    (True, False, False)
    >>> with backends.cudnn.flags(enabled=False, deterministic=True):
    ...     backends.cudnn.enabled, backends.cudnn.benchmark, backends.cudnn.deterministic
    (False, False, True)
    >>> backends.cudnn.enabled, backends.cudnn.benchmark, backends.cudnn.deterministic
    (True, False, False)
    """


def threads():
    """``torch.set_num_threads(n)`` sets how many threads an operation on the CPU may use, for the whole program.

    By default torch takes about one thread for each core. Use fewer when several programs share the machine. This sum
    of whole numbers is the same with three threads and with one.

    >>> import torch
    >>> before = torch.get_num_threads()
    >>> x = torch.arange(100000, dtype=torch.float64)
    >>> for number in (3, 1):
    ...     torch.set_num_threads(number)
    ...     print(torch.get_num_threads(), x.sum().item())
    3 4999950000.0
    1 4999950000.0
    >>> torch.set_num_threads(before)
    >>> torch.get_num_threads() == before
    True
    >>> torch.set_num_threads(0)
    Traceback (most recent call last):
        ...
    RuntimeError: set_num_threads expects a positive integer

    Operations that run side by side have a pool of their own, to be set before any work is done.

    >>> type(torch.get_num_interop_threads()).__name__
    'int'
    """


def bug_report():
    """``python -m torch.utils.collect_env`` prints all versions that a bug report should hold.

    From Python, ``get_pretty_env_info()`` returns the same text. It asks other programs, so it takes a while. What it
    reports are the fields of ``SystemEnv``; single ones have functions of their own.

    >>> import torch, platform
    >>> from torch.utils import collect_env
    >>> callable(collect_env.get_pretty_env_info)
    True
    >>> collect_env.get_python_platform() == platform.platform()
    True
    >>> fields = ["torch_version", "python_version", "os", "cuda_runtime_version", "nvidia_gpu_models", "user_name"]
    >>> [field for field in fields if field in collect_env.SystemEnv._fields]
    ['torch_version', 'python_version', 'os', 'cuda_runtime_version', 'nvidia_gpu_models']
    """


def numeric_settings():
    """Default dtype, grad mode and determinism are global settings: ask for them when two programs differ in results.

    Each has a function that asks and one that sets. These are the values of a fresh start.

    >>> import torch
    >>> torch.get_default_dtype(), torch.get_default_device()
    (torch.float32, device(type='cpu'))
    >>> torch.is_grad_enabled(), torch.is_inference_mode_enabled(), torch.is_anomaly_enabled()
    (True, False, False)
    >>> torch.are_deterministic_algorithms_enabled(), torch.get_deterministic_debug_mode()
    (False, 0)
    >>> torch.get_float32_matmul_precision()
    'highest'

    One example of setting and asking, and back again.

    >>> torch.set_default_dtype(torch.float64)
    >>> torch.get_default_dtype()
    torch.float64
    >>> made_meanwhile = torch.tensor([1.5])
    >>> torch.set_default_dtype(torch.float32)
    >>> torch.get_default_dtype()
    torch.float32
    >>> made_meanwhile
    tensor([1.5000], dtype=torch.float64)
    """
