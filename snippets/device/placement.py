"""Choosing a device

Every tensor lives on one device: the CPU or an accelerator such as a GPU. These cards show how to pick a device that
works on the machine at hand and how to put tensors and models on it. Where there is no GPU, the ``meta`` device
stands in.
"""


def choosing_a_device():
    """``torch.cuda.is_available()`` answers with a plain bool, so one line picks a device that works here.

    Without a usable GPU the answer is ``False``, not an error. Write the choice once, at the top of a script, and use
    ``device`` everywhere else. The same script then runs with a GPU and without.

    >>> import torch
    >>> type(torch.cuda.is_available())
    <class 'bool'>
    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> x = torch.tensor([1.0, 2.0], device=device)
    >>> x.device.type == device.type
    True
    >>> x.is_cuda == torch.cuda.is_available()
    True
    >>> (3 * x).tolist()
    [3.0, 6.0]
    """


def build_and_machine():
    """``torch.version.cuda`` describes the build of PyTorch; it stays the same when no GPU can be used.

    PyTorch reaches an NVIDIA GPU through CUDA and its neural-network library cuDNN. ``torch.version.cuda`` names
    the CUDA version that your PyTorch was built for, and is ``None`` in a build for the CPU only.

    >>> import os, subprocess, sys, torch
    >>> version = torch.version.cuda
    >>> version is None or version.replace(".", "").isdigit()
    True
    >>> type(torch.backends.cudnn.is_available())
    <class 'bool'>

    That is no promise that a GPU is there. Start a second Python in which ``CUDA_VISIBLE_DEVICES`` hides every
    NVIDIA GPU: the build is the same, and ``is_available()`` is ``False``.

    >>> code = "import torch; print(torch.cuda.is_available(), torch.version.cuda)"
    >>> without_gpu = dict(os.environ, CUDA_VISIBLE_DEVICES="")
    >>> answer = subprocess.run([sys.executable, "-c", code], env=without_gpu, capture_output=True, text=True)
    >>> available, version_there = answer.stdout.split()
    >>> available
    'False'
    >>> version_there == str(version)
    True

    The other way round there is no doubt: where a GPU can be used, the build was made for it.

    >>> torch.backends.cuda.is_built() or not torch.cuda.is_available()
    True
    """


def any_accelerator():
    """``torch.accelerator`` picks a device without naming a maker: ask ``is_available()`` first, as for CUDA.

    An accelerator is a device beside the CPU that computes with tensors; an NVIDIA GPU is one kind.
    ``current_accelerator()`` by itself names the kind that your PyTorch was built for. A build with CUDA names one even
    where none is usable. With ``check_available=True`` the answer is ``None`` there.

    >>> import torch
    >>> type(torch.accelerator.is_available())
    <class 'bool'>
    >>> built_for = torch.accelerator.current_accelerator()
    >>> built_for is not None or not torch.backends.cuda.is_built()
    True
    >>> usable = torch.accelerator.current_accelerator(check_available=True)
    >>> (usable is not None) == torch.accelerator.is_available()
    True

    The lessons on this site choose their device in this way.

    >>> device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
    >>> x = torch.tensor([1.0, 2.0], device=device)
    >>> x.device.type == device.type
    True
    >>> (3 * x).tolist()
    [3.0, 6.0]
    """


def device_descriptor():
    """``torch.device("cuda")`` only describes a place: it needs no GPU and moves nothing.

    It is a small object with a type and, if you give one, an index, which counts the GPUs from 0.

    >>> import torch
    >>> device = torch.device("cuda")
    >>> device
    device(type='cuda')
    >>> torch.device("cuda", 1)
    device(type='cuda', index=1)
    >>> torch.device("cuda:1") == torch.device("cuda", 1)
    True

    Often written: the line ``device = torch.device("cuda")`` makes the computation use the GPU. It has run, and new
    tensors are made on the CPU as before.

    >>> x = torch.tensor([1.0, 2.0])
    >>> 3 * x, x.device
    (tensor([3., 6.]), device(type='cpu'))

    The description takes effect where you hand it over: in ``device=``, in ``.to()``, or in a ``with`` block. The
    ``meta`` device, which every machine has, shows it.

    >>> elsewhere = torch.device("meta")
    >>> torch.empty(2, 3, device=elsewhere)
    tensor(..., device='meta', size=(2, 3))
    >>> x.to(elsewhere)
    tensor(..., device='meta', size=(2,))
    >>> with elsewhere:
    ...     print(torch.empty(4, 5))
    tensor(..., device='meta', size=(4, 5))
    """


def meta_stand_in():
    """A ``meta`` tensor has a shape, a dtype and a device, but no numbers.

    Every machine has this device. PyTorch works out the shape and dtype of each result on it and computes nothing.
    Its tensors are not on the CPU, so mixing them with CPU tensors fails, as it does with GPU tensors. The cards on
    this page use it to show that where there is no GPU.

    >>> import torch
    >>> x = torch.empty(2, 3, device="meta")
    >>> x
    tensor(..., device='meta', size=(2, 3))
    >>> product = x @ torch.empty(3, 4, device="meta")
    >>> product.shape, product.dtype, product.device
    (torch.Size([2, 4]), torch.float32, device(type='meta'))

    What a GPU tensor can do and a ``meta`` tensor cannot: give its numbers back.

    >>> product.to("cpu")
    Traceback (most recent call last):
        ...
    NotImplementedError: Cannot copy out of meta tensor; no data!
    """


def creating_on_the_gpu():
    """``device=`` and ``dtype=`` in one call decide where a new tensor lives and how it stores its numbers.

    The device can be named by a string. ``"cuda:0"`` is the first GPU, ``"cpu"`` is always there.

    >>> import torch
    >>> def make(device):
    ...     return torch.tensor([1, 2], device=device, dtype=torch.float64)
    >>> make("cpu")
    tensor([1., 2.], dtype=torch.float64)
    >>> make("cpu").device
    device(type='cpu')

    With a usable GPU, ``make("cuda:0")`` gives the same tensor there. Without one it raises an error, and no tensor
    is made. Which error depends on your PyTorch. A build with CUDA raises ``RuntimeError``, such as "Found no
    NVIDIA driver on your system". A build for the CPU only raises ``AssertionError``: "Torch not compiled with CUDA
    enabled".

    >>> try:
    ...     made = make("cuda:0")
    ... except (RuntimeError, AssertionError) as error:
    ...     made = error
    >>> if torch.cuda.is_available():
    ...     torch.testing.assert_close(made.cpu(), make("cpu"))
    ...     expected, mentions = torch.Tensor, "cuda:0"
    ... elif torch.backends.cuda.is_built():
    ...     expected, mentions = RuntimeError, "GPU"
    ... else:
    ...     expected, mentions = AssertionError, "Torch not compiled with CUDA enabled"
    >>> type(made) is expected, mentions in str(made)
    (True, True)
    """


def dtype_without_device():
    """A dtype says nothing about the device: ``torch.cuda.FloatTensor`` has the CPU's dtype, ``torch.float32``.

    Often written: the GPU needs its own data types. Run it: there is one dtype, on every device.

    >>> import torch, warnings
    >>> torch.cuda.FloatTensor.dtype, torch.FloatTensor.dtype
    (torch.float32, torch.float32)
    >>> data = [1, 2]
    >>> portable = torch.tensor(data, dtype=torch.float32)
    >>> portable, portable.to("meta")
    (tensor([1., 2.]), tensor(..., device='meta', size=(2,)))
    >>> portable.dtype, portable.to("meta").dtype
    (torch.float32, torch.float32)

    ``torch.cuda.FloatTensor`` is an old constructor from the time when one name stood for both. It still makes a
    tensor where there is a GPU. Elsewhere it raises ``RuntimeError``, or ``TypeError`` in a build of PyTorch
    without CUDA.

    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     try:
    ...         made = torch.cuda.FloatTensor(data)
    ...     except (RuntimeError, TypeError) as error:
    ...         made = error
    >>> torch.set_warn_always(False)
    >>> torch.is_warn_always_enabled()
    False
    >>> if torch.cuda.is_available():
    ...     torch.testing.assert_close(made, portable.cuda())
    ...     expected = torch.Tensor
    ... else:
    ...     expected = RuntimeError if torch.backends.cuda.is_built() else TypeError
    >>> type(made) is expected
    True

    A build with CUDA also warns you against the constructor. It does so once per process; ``set_warn_always`` above
    made sure that it happens here.

    >>> messages = " ".join(str(warning.message) for warning in caught)
    >>> outdated = "The torch.cuda.*DtypeTensor constructors are no longer recommended."
    >>> (outdated in messages) == torch.backends.cuda.is_built()
    True
    """


def cuda_method():
    """``.cuda()`` fails where no GPU can be used; ``.to(device)`` with a chosen device runs on every machine.

    On a tensor, ``.cuda()`` returns a copy in GPU memory, which you must assign. On a module it moves the
    parameters of that very module. Without a usable GPU both raise: a ``RuntimeError``, or an ``AssertionError`` in
    a build without CUDA.

    >>> import torch
    >>> def attempt(move):
    ...     try:
    ...         return move()
    ...     except (RuntimeError, AssertionError):
    ...         return None
    >>> x = torch.tensor([1.0, 2.0])
    >>> net = torch.nn.Linear(2, 3)
    >>> moved_x, moved_net = attempt(x.cuda), attempt(net.cuda)
    >>> (moved_x is not None and moved_x.is_cuda) == torch.cuda.is_available()
    True
    >>> (moved_net is net and net.weight.is_cuda) == torch.cuda.is_available()
    True

    ``x`` itself is where it was, with a GPU or without.

    >>> x.device
    device(type='cpu')

    The portable form needs no ``try``: where there is no GPU, ``device`` is the CPU.

    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> (5 * x.to(device)).tolist()
    [5.0, 10.0]
    >>> net.to(device)(x.to(device)).shape
    torch.Size([3])
    """


def moving_with_to():
    """``x.to(device)`` returns a tensor on that device and leaves ``x`` where it was.

    Often written: ``x.to(device)`` on a line of its own sets where ``x`` is computed. Run it, with ``meta`` as the
    device: the result is there, and ``x`` is not.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0])
    >>> y = x.to("meta")
    >>> y.device
    device(type='meta')
    >>> x.device
    device(type='cpu')

    So assign the result: ``x = x.to(device)``. A tensor that is already in the right place is not copied. You get
    the same object back, and ``x.to("cpu") is x`` holds; a copy is made for another dtype.

    >>> x.to("cpu") is x
    True
    >>> x.to("cpu", torch.float64) is x
    False
    >>> x.to("cpu", torch.float64)
    tensor([1., 2.], dtype=torch.float64)

    The same with a GPU in the place of ``meta``, where there is one:

    >>> elsewhere = "cuda" if torch.cuda.is_available() else "meta"
    >>> x.to(elsewhere).device.type == elsewhere, x.device.type
    (True, 'cpu')
    """


def moving_a_module():
    """``net.to(device)`` moves the parameters of ``net`` itself and returns ``net``; the inputs stay where they are.

    This differs from a tensor's ``to``, which leaves the original alone. You need not assign the result.

    >>> import torch
    >>> net = torch.nn.Linear(2, 3)
    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> net.to(device) is net
    True
    >>> net.weight.device.type == device.type
    True
    >>> x = torch.rand(4, 2)
    >>> net(x.to(device)).shape, torch.equal(x.to(device).cpu(), x)
    (torch.Size([4, 3]), True)

    The ``meta`` device shows the same on every machine. The module does not fetch its inputs: ``x`` is still on the
    CPU.

    >>> net.to("meta") is net
    True
    >>> net.weight.device, net.bias.device, x.device
    (device(type='meta'), device(type='meta'), device(type='cpu'))
    >>> net(x)
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor on device meta is not on the expected device cpu!

    Send the inputs as well.

    >>> net(x.to("meta")).shape
    torch.Size([4, 3])
    """


def back_to_the_cpu():
    """``x.cpu()`` returns ``x`` itself if it is on the CPU, and a CPU copy if it is on a GPU.

    It is short for ``x.to("cpu")``. You need it to save, to plot, or to hand numbers to a library that knows no GPU.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0])
    >>> x.cpu()
    tensor([1., 2.])
    >>> x.cpu() is x
    True
    >>> x.to("cpu") is x
    True

    No copy also means shared memory: on the CPU, a change of the result changes ``x``.

    >>> x.cpu()[1] = 5.0
    >>> x
    tensor([1., 5.])

    Put ``x`` on whatever device this machine has, and the way back gives the same numbers.

    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> there = x.to(device)
    >>> there.cpu()
    tensor([1., 5.])
    >>> (there.cpu() is there) == (device.type == "cpu")
    True
    """


def numpy_needs_the_cpu():
    """NumPy reads CPU memory only: ``.numpy()`` on a tensor elsewhere raises, after ``.to("cpu")`` it works.

    The ``meta`` device shows the error.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0])
    >>> x.to("meta").numpy()
    Traceback (most recent call last):
        ...
    TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

    Where there is a GPU, it gives the same message with its own name:

    >>> elsewhere = "cuda" if torch.cuda.is_available() else "meta"
    >>> try:
    ...     x.to(elsewhere).numpy()
    ... except TypeError as error:
    ...     print(str(error).startswith(f"can't convert {x.to(elsewhere).device} device type tensor to numpy."))
    True

    The way out is the CPU. A tensor that requires grad has to be detached as well, and ``numpy(force=True)`` does
    both.

    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> x.to(device).to("cpu").numpy()
    array([1., 2.], dtype=float32)
    >>> y = 3 * x.to(device).requires_grad_()
    >>> y.requires_grad
    True
    >>> y.detach().to("cpu").numpy()
    array([3., 6.], dtype=float32)
    >>> y.numpy(force=True)
    array([3., 6.], dtype=float32)
    """


def one_device_per_operation():
    """The tensors of one operation must share a device; a CPU tensor without dimensions may join the others.

    Often written: only tensors on the GPU can be combined. Run it: two tensors on the CPU combine as well. What
    fails is the mixture. Here ``far`` is on the ``meta`` device, in place of a GPU. ``torch.add`` is the ``+`` of
    two tensors.

    >>> import torch
    >>> add = torch.add
    >>> near = torch.tensor([1.0, 2.0])
    >>> far = near.to("meta")
    >>> add(near, near)
    tensor([2., 4.])
    >>> add(far, far)
    tensor(..., device='meta', size=(2,))
    >>> add(far, near)
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor on device cpu is not on the expected device meta!

    The exception is a CPU tensor with no dimensions. It is treated like a Python number, and the result is on the
    other device. One element is not enough: with shape ``(1,)`` it is refused.

    >>> offset = torch.tensor(10.0)
    >>> add(near, offset)
    tensor([11., 12.])
    >>> add(far, offset)
    tensor(..., device='meta', size=(2,))
    >>> single = offset.unsqueeze(0)
    >>> single.shape
    torch.Size([1])
    >>> add(far, single)
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor on device cpu is not on the expected device meta!

    A CPU tensor of indices may pick elements of a tensor elsewhere, too.

    >>> far[torch.tensor([1])]
    tensor(..., device='meta', size=(1,))

    A GPU, where there is one, follows the same rules. Its error names both devices too.

    >>> elsewhere = "cuda" if torch.cuda.is_available() else "meta"
    >>> there = near.to(elsewhere)
    >>> add(there, offset).device == there.device
    True
    >>> try:
    ...     add(there, near)
    ... except RuntimeError as error:
    ...     print([name in str(error) for name in ("cpu", elsewhere)])
    [True, True]
    """


def whole_batch_moves():
    """Model, inputs and labels must be on one device: with only the labels moved, the loss raises an error.

    Often written: ``labels.to(device, dtype)`` lets training use the GPU. Run it with ``meta`` in place of the GPU:
    the scores are still computed on the CPU, and the loss finds its two inputs apart. The weights are set by hand here
    so that you can follow the numbers.

    >>> import torch
    >>> net = torch.nn.Linear(2, 3)
    >>> weight, bias = torch.nn.init.eye_(net.weight), torch.nn.init.zeros_(net.bias)
    >>> inputs = torch.tensor([[1.0, 2.0], [3.0, 5.0]])
    >>> labels = torch.tensor([0, 2], dtype=torch.int32)
    >>> cross_entropy = torch.nn.functional.cross_entropy
    >>> moved = labels.to(device=torch.device("meta"), dtype=torch.int64)
    >>> moved
    tensor(..., device='meta', size=(2,), dtype=torch.int64)
    >>> cross_entropy(net(inputs), moved)
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor on device cpu is not on the expected device meta!

    Where there is a GPU, the labels on the GPU give such an error as well:

    >>> elsewhere = "cuda" if torch.cuda.is_available() else "meta"
    >>> there = labels.to(elsewhere, torch.int64)
    >>> try:
    ...     cross_entropy(net(inputs), there)
    ... except RuntimeError as error:
    ...     print(elsewhere in str(error))
    True

    Device and dtype in one call are fine. As with every ``to`` of a tensor, ``labels`` itself does not change.

    >>> labels.to(device="cpu", dtype=torch.int64).dtype, labels.dtype
    (torch.int64, torch.int32)

    Move all three, each with the same ``device``:

    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> scores = net.to(device)(inputs.to(device))
    >>> scores.tolist()
    [[1.0, 2.0, 0.0], [3.0, 5.0, 0.0]]
    >>> loss = cross_entropy(scores, labels.to(device=device, dtype=torch.int64))
    >>> round(loss.item(), 3)
    3.27
    """


def emptying_the_cache():
    """``torch.cuda.empty_cache()`` frees no tensor: it gives back memory that no tensor uses, and needs no GPU to run.

    PyTorch keeps the memory of deleted tensors for the next ones, so that a program such as ``nvidia-smi`` shows more
    than your tensors take. ``empty_cache`` hands that part back to the driver, for other programs; yours would have
    reused it anyway, and gains at most where free memory lies in pieces. To free a tensor, ``del`` its last name.
    Without a GPU the call does nothing at all.

    >>> import torch
    >>> started = torch.cuda.is_initialized()
    >>> print(torch.cuda.empty_cache())
    None
    >>> torch.cuda.is_initialized() == started
    True
    >>> if torch.cuda.is_available():
    ...     kept, deleted = torch.ones(1000, device="cuda"), torch.empty(2 ** 26, device="cuda")
    ...     del deleted
    ...     allocated, reserved = torch.cuda.memory_allocated(), torch.cuda.memory_reserved()
    ...     torch.cuda.empty_cache()
    ...     assert torch.cuda.memory_allocated() == allocated and torch.cuda.memory_reserved() < reserved
    ...     assert kept.sum().item() == 1000
    """


def counting_gpus():
    """Without a GPU ``torch.cuda.device_count()`` is 0, and asking for ``current_device`` or ``get_device_name`` raises.

    So ask ``is_available`` or ``device_count`` first. The others want a GPU: which one is in use, what it is called, how to
    change to another (``set_device``), and to wait until it has done all its work (``synchronize``). What they raise depends
    on the build of torch: an ``AssertionError`` where it was built without CUDA, else a ``RuntimeError``.

    >>> import torch
    >>> available = torch.cuda.is_available()
    >>> (torch.cuda.device_count() > 0) == available
    True
    >>> questions = {"current_device": torch.cuda.current_device, "get_device_name": torch.cuda.get_device_name,
    ...              "set_device": lambda: torch.cuda.set_device(0), "synchronize": torch.cuda.synchronize}
    >>> for name, question in questions.items():
    ...     try:
    ...         question()
    ...         answered = True
    ...     except (AssertionError, RuntimeError):
    ...         answered = False
    ...     print(name, answered == available)
    current_device True
    get_device_name True
    set_device True
    synchronize True
    """
