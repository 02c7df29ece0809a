"""Mixed precision with autocast

Half as many bits per number mean less memory and, on the right hardware, faster matrix products. ``autocast`` picks the
dtype for each operation; ``GradScaler`` keeps small gradients from vanishing in float16. All of it runs on a CPU, too.
"""


def autocast_region():
    """Inside ``torch.autocast("cpu", dtype=torch.bfloat16)``, matrix products run in bfloat16; parameters stay float32.

    You change no model and no data: each operation converts its inputs. Outside the block everything is as before.

    >>> import torch
    >>> model = torch.nn.Linear(2, 3)
    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> with torch.autocast("cpu", dtype=torch.bfloat16):
    ...     inside = model(x)
    >>> inside.dtype, model(x).dtype
    (torch.bfloat16, torch.float32)
    >>> inside.shape, x.dtype, model.weight.dtype
    (torch.Size([2, 3]), torch.float32, torch.float32)

    The gradients have the dtype of the parameters, so the optimizer notices nothing.

    >>> inside.sum().backward()
    >>> model.weight.grad
    tensor([[4., 6.],
            [4., 6.],
            [4., 6.]])
    """


def which_operations():
    """``autocast`` runs products of matrices in the lower precision and sensitive operations in float32.

    Products bear rounding well. Losses do not: autocast brings their inputs to float32. Most other operations, such as
    ``relu``, take what they are given.

    >>> import torch
    >>> a = torch.tensor([[1.0, -2.0], [-3.0, 4.0]])
    >>> half = a.bfloat16()
    >>> with torch.autocast("cpu", dtype=torch.bfloat16):
    ...     a @ a
    ...     torch.relu(a), torch.relu(half)
    ...     torch.nn.functional.mse_loss(half, 3 * half)
    tensor([[  7., -10.],
            [-15.,  22.]], dtype=torch.bfloat16)
    (tensor([[1., 0.],
            [0., 4.]]), tensor([[1., 0.],
            [0., 4.]], dtype=torch.bfloat16))
    tensor(30.)

    Without the block, a bfloat16 input gives a bfloat16 loss, and mixed dtypes are an error in a product.

    >>> torch.nn.functional.mse_loss(half, 3 * half)
    tensor(30., dtype=torch.bfloat16)
    >>> a @ half
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: float != c10::BFloat16
    """


def rounding():
    """bfloat16 has the range of float32 but only two to three digits; float16 has more digits and a small range.

    That is why bfloat16 needs no ``GradScaler``, and why weights stay in float32: a small update to a bfloat16 weight
    is lost in the rounding.

    >>> import torch
    >>> for dtype in (torch.float32, torch.bfloat16, torch.float16):
    ...     info = torch.finfo(dtype)
    ...     print(dtype, f"largest {info.max:.3g}, step after 1: {info.eps:.3g}, smallest normal {info.tiny:.3g}")
    torch.float32 largest 3.4e+38, step after 1: 1.19e-07, smallest normal 1.18e-38
    torch.bfloat16 largest 3.39e+38, step after 1: 0.00781, smallest normal 1.18e-38
    torch.float16 largest 6.55e+04, step after 1: 0.000977, smallest normal 6.1e-05
    >>> torch.tensor(70000.0).half(), torch.tensor(70000.0).bfloat16().item()
    (tensor(inf, dtype=torch.float16), 70144.0)
    >>> torch.tensor(1e-8).half(), torch.tensor(1e-8).bfloat16()
    (tensor(0., dtype=torch.float16), tensor(1.0012e-08, dtype=torch.bfloat16))

    Ten updates of 0.001 on a weight of 1:

    >>> weights = torch.ones(()), torch.ones((), dtype=torch.bfloat16)
    >>> for weight in weights:
    ...     for step in range(10):
    ...         weight += 0.001
    ...     print(f"{weight.item():.4f}")
    1.0100
    1.0000
    """


def nested_autocast():
    """``torch.autocast(..., enabled=False)`` inside a block gives one operation full precision; convert its inputs.

    Switching off leaves results that are bfloat16 already as they are. Without ``.float()`` the part still runs in
    bfloat16, or stops where the dtypes differ.

    >>> import torch
    >>> a = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> with torch.autocast("cpu", dtype=torch.bfloat16):
    ...     product = a @ a
    ...     with torch.autocast("cpu", enabled=False):
    ...         exact = product.float() @ a
    ...         still_half = product @ product
    ...     torch.is_autocast_enabled("cpu")
    True
    >>> exact
    tensor([[ 37.,  54.],
            [ 81., 118.]])
    >>> still_half
    tensor([[199., 290.],
            [436., 632.]], dtype=torch.bfloat16)
    >>> torch.is_autocast_enabled("cpu")
    False

    The default dtype of each device can be asked for.

    >>> torch.get_autocast_dtype("cpu"), torch.get_autocast_dtype("cuda")
    (torch.bfloat16, torch.float16)
    """


def autocast_decorator():
    """``@torch.autocast("cpu", dtype=torch.bfloat16)`` above a function or ``forward`` does the same as the block.

    The block should span the forward pass and the loss. ``backward()`` stands outside: its operations take the dtypes
    of the forward pass by themselves.

    >>> import torch
    >>> model = torch.nn.Linear(2, 1, bias=False)
    >>> weight = torch.nn.init.constant_(model.weight, 1.0)
    >>> @torch.autocast("cpu", dtype=torch.bfloat16)
    ... def loss_of(x, y):
    ...     output = model(x)
    ...     return output.dtype, torch.nn.functional.mse_loss(output, y)
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> dtype, loss = loss_of(x, torch.tensor([[5.0]]))
    >>> dtype, loss
    (torch.bfloat16, tensor(4., grad_fn=<MseLossBackward0>))
    >>> loss.backward()
    >>> model.weight.grad
    tensor([[-4., -8.]])

    A ``dtype`` that the device does not support switches autocast off, with a warning.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     with torch.autocast("cpu", dtype=torch.float64):
    ...         print(model(x).dtype)
    torch.float32
    >>> print(str(caught[0].message).strip().splitlines()[0])
    In CPU autocast, but the target dtype is not supported. Disabling autocast.
    """


def half_model():
    """``model.bfloat16()`` converts the parameters themselves, which is not mixed precision: inputs must match.

    It halves the memory of the weights and suits prediction. For training, prefer float32 weights and ``autocast``.

    >>> import torch
    >>> model = torch.nn.Linear(2, 3).bfloat16()
    >>> model.weight.dtype, sum(p.numel() * p.element_size() for p in model.parameters())
    (torch.bfloat16, 18)
    >>> sum(p.numel() * p.element_size() for p in torch.nn.Linear(2, 3).parameters())
    36
    >>> x = torch.tensor([0.5, 3])
    >>> model(x)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Float and BFloat16
    >>> x.bfloat16(), model(x.bfloat16()).dtype
    (tensor([0.5000, 3.0000], dtype=torch.bfloat16), torch.bfloat16)
    """


def grad_scaler():
    """``GradScaler`` multiplies the loss before ``backward()`` and divides the gradients again before the step.

    A float16 gradient below about 3e-8 becomes 0. A loss that is 1024 times as large has gradients that are, too, and
    they survive. The weights move by the true gradient.

    >>> import torch
    >>> torch.tensor(1e-8).half(), (torch.tensor(1e-8) * 1024).half()
    (tensor(0., dtype=torch.float16), tensor(1.0252e-05, dtype=torch.float16))
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
    >>> loss = 3 * w
    >>> scaler.scale(loss)
    tensor(3072., grad_fn=<MulBackward0>)
    >>> scaler.scale(loss).backward()
    >>> w.grad
    tensor(3072.)
    >>> scaler.step(optimizer)
    >>> scaler.update()
    >>> w.grad, w
    (tensor(3.), tensor(-0.5000, requires_grad=True))

    ``unscale_`` divides earlier, for a look at the true gradients or to clip them. ``step`` then does not divide again.

    >>> optimizer.zero_grad()
    >>> scaler.scale(3 * w).backward()
    >>> scaler.unscale_(optimizer)
    >>> torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)
    tensor(3.)
    >>> scaler.step(optimizer)
    >>> scaler.update()
    >>> w
    tensor(-1.0000, requires_grad=True)
    """


def scaler_skips_steps():
    """``scaler.step`` leaves the step out when a gradient is ``inf`` or ``nan``, and ``update`` halves the scale.

    So a scale that is too large mends itself. After ``growth_interval`` good steps in a row it is doubled again. Now
    and then a skipped step is normal; one after the other means that the loss itself is not finite.

    >>> import torch
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> scaler = torch.amp.GradScaler("cpu", init_scale=8.0, growth_interval=2)
    >>> for factor in (1.0, float("inf"), 1.0, 1.0):
    ...     optimizer.zero_grad()
    ...     scaler.scale(factor * w).backward()
    ...     value = scaler.step(optimizer)
    ...     scaler.update()
    ...     print(w.item(), scaler.get_scale())
    0.75 8.0
    0.75 4.0
    0.5 4.0
    0.25 8.0

    The scale belongs in a checkpoint, beside the optimizer's state.

    >>> scaler.state_dict()
    {'scale': 8.0, 'growth_factor': 2.0, 'backoff_factor': 0.5, 'growth_interval': 2, '_growth_tracker': 0}
    """


def scaler_disabled():
    """``GradScaler(enabled=False)`` hands the loss through and calls the optimizer: one loop for all machines.

    Write the loop once with the scaler, and set ``enabled`` where float16 is used.

    >>> import torch
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> scaler = torch.amp.GradScaler("cpu", enabled=False)
    >>> loss = 3 * w
    >>> scaler.scale(loss) is loss, scaler.is_enabled(), scaler.get_scale()
    (True, False, 1.0)
    >>> scaler.scale(loss).backward()
    >>> scaler.step(optimizer)
    >>> scaler.update()
    >>> w, scaler.state_dict()
    (tensor(-0.5000, requires_grad=True), {})

    ``enabled=True`` for "cuda" on a machine without a GPU warns and switches itself off.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     scaler = torch.amp.GradScaler("cuda")
    >>> scaler.is_enabled() == torch.cuda.is_available(), len(caught) == (not torch.cuda.is_available())
    (True, True)
    """


def old_names():
    """``torch.cuda.amp.autocast`` and ``torch.cuda.amp.GradScaler`` are deprecated; the device is an argument now.

    The old names still work and warn. Write ``torch.amp.autocast("cuda")``, which is ``torch.autocast``, and
    ``torch.amp.GradScaler("cuda")``. The CPU's old names go the same way.

    >>> import torch, warnings
    >>> def message_of(make):
    ...     with warnings.catch_warnings(record=True) as caught:
    ...         warnings.simplefilter("always")
    ...         made = make()
    ...     warning = next(w for w in caught if "deprecated" in str(w.message))
    ...     print(warning.category.__name__)
    ...     for sentence in str(warning.message).split(". "):
    ...         print(" ", sentence)
    >>> message_of(torch.cuda.amp.autocast)
    FutureWarning
      `torch.cuda.amp.autocast(args...)` is deprecated
      Please use `torch.amp.autocast('cuda', args...)` instead.
    >>> message_of(torch.cuda.amp.GradScaler)
    FutureWarning
      `torch.cuda.amp.GradScaler(args...)` is deprecated
      Please use `torch.amp.GradScaler('cuda', args...)` instead.
    >>> message_of(torch.cpu.amp.autocast)
    FutureWarning
      `torch.cpu.amp.autocast(args...)` is deprecated
      Please use `torch.amp.autocast('cpu', args...)` instead.
    >>> message_of(torch.cpu.amp.GradScaler)
    FutureWarning
      `torch.cpu.amp.GradScaler(args...)` is deprecated
      Please use `torch.amp.GradScaler('cpu', args...)` instead.
    >>> torch.amp.autocast is torch.autocast, type(torch.amp.GradScaler("cpu")).__module__
    (True, 'torch.amp.grad_scaler')
    """


def float32_products():
    """``torch.set_float32_matmul_precision`` takes "highest", the default, "high" or "medium"; tensors stay float32.

    "highest" computes products in full float32. "high" and "medium" allow coarser formats inside a product, TF32 or
    bfloat16, on hardware that has them. Whether a number changes depends on the hardware, so compare your results.

    >>> import torch
    >>> torch.get_float32_matmul_precision()
    'highest'
    >>> torch.set_float32_matmul_precision("high")
    >>> torch.get_float32_matmul_precision()
    'high'
    >>> torch.tensor([[1.0, 2.0]]) @ torch.tensor([[3.0], [4.0]])
    tensor([[11.]])
    >>> torch.set_float32_matmul_precision("medium")
    >>> torch.get_float32_matmul_precision()
    'medium'
    >>> torch.set_float32_matmul_precision("highest")
    """
