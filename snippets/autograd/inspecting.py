"""Checking and inspecting autograd

When a gradient is wrong, ``nan`` or missing, look at what autograd recorded. These cards find the guilty operation,
watch gradients pass by, and check a derivative against a measured slope.
"""


def detect_anomaly():
    """``torch.autograd.detect_anomaly()`` stops at the operation whose gradient is ``nan`` and shows where it ran.

    Without it, the ``nan`` travels on and you find it in the weights. It makes the run slower, as its own warning says,
    so use it to search and then take it out.

    >>> import torch, warnings
    >>> x = torch.tensor([0.0, 4.0], requires_grad=True)
    >>> def second_root(x):
    ...     return (torch.sqrt(x) * torch.tensor([0.0, 1.0])).sum()
    >>> second_root(x).backward()
    >>> x.grad
    tensor([   nan, 0.2500])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     with torch.autograd.detect_anomaly():
    ...         second_root(x).backward()
    Traceback (most recent call last):
        ...
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.

    Two warnings come along: that the mode is on, and the lines of your program that made the guilty operation.

    >>> [str(w.message).split(".")[0] for w in caught]
    ['Anomaly Detection has been enabled', 'Error detected in SqrtBackward0']

    ``set_detect_anomaly`` switches it for the whole program.

    >>> mode = torch.autograd.set_detect_anomaly(True)
    >>> torch.is_anomaly_enabled()
    True
    >>> mode = torch.autograd.set_detect_anomaly(False)
    >>> torch.is_anomaly_enabled()
    False
    """


def gradcheck():
    """``torch.autograd.gradcheck(f, x)`` compares autograd's gradient with a measured slope, in float64.

    It moves each input by a little, ``eps``, and looks how far the result moves. In float32 the rounding is larger than
    the tolerance allows, and the check fails although the derivative is right. So does it with ``eps=0.5``, a step too
    long to measure a slope.

    >>> import torch
    >>> def f(x):
    ...     return x ** 3
    >>> x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    >>> torch.autograd.grad(f(x), x)
    (tensor(12., dtype=torch.float64),)
    >>> torch.autograd.gradcheck(f, x)
    True
    >>> torch.autograd.gradcheck(f, x, eps=0.5, raise_exception=False)
    False
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.autograd.gradcheck(f, torch.tensor(2.0, requires_grad=True), raise_exception=False)
    False
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    Input #0 requires gradient and is not a double precision floating point or complex. ...

    ``gradgradcheck`` does the same for the second derivative.

    >>> torch.autograd.gradgradcheck(f, x)
    True
    """


def tensor_hook():
    """``t.register_hook(f)`` calls ``f`` with the gradient of ``t`` when it is computed, and may replace it.

    Print in it, or return a changed gradient. It also works on intermediate results, whose ``.grad`` is not kept.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> y = w ** 2
    >>> handle = y.register_hook(lambda grad: print("arrives at y:", grad))
    >>> (5 * y).backward(retain_graph=True)
    arrives at y: tensor(5.)
    >>> w.grad
    tensor(30.)

    ``remove()`` takes the hook off again. A hook that returns something puts it in place of the gradient.

    >>> handle.remove()
    >>> w.grad = None
    >>> handle = y.register_hook(lambda grad: grad * 10)
    >>> (5 * y).backward()
    >>> w.grad
    tensor(300.)
    """


def accumulated_hook():
    """``register_post_accumulate_grad_hook`` runs once ``.grad`` is complete, for example to step at once and free it.

    An ordinary hook on a leaf sees the new gradient before it is added; this one sees the tensor with its ``.grad``.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> w.grad = torch.tensor(100.0)
    >>> before = w.register_hook(lambda grad: print("new:", grad, "stored:", w.grad))
    >>> after = w.register_post_accumulate_grad_hook(lambda t: print("sum:", t.grad))
    >>> (w ** 2).backward()
    new: tensor(6.) stored: tensor(100.)
    sum: tensor(106.)
    """


def graph_walk():
    """``grad_fn.next_functions`` leads from a result back through the operations to the leaves.

    Each node is named after the operation it reverses. ``AccumulateGrad`` is a leaf: its ``variable`` is the tensor
    whose ``.grad`` is filled. Constants have no node.

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> b = torch.tensor(1.0, requires_grad=True)
    >>> loss = (w * 2 + b).log()
    >>> loss
    tensor(1.9459, grad_fn=<LogBackward0>)
    >>> def walk(node, depth=0):
    ...     print("  " * depth + node.name())
    ...     for following, _ in node.next_functions:
    ...         if following is not None:
    ...             walk(following, depth + 1)
    >>> walk(loss.grad_fn)
    LogBackward0
      AddBackward0
        MulBackward0
          torch::autograd::AccumulateGrad
        torch::autograd::AccumulateGrad
    >>> leaf = loss.grad_fn.next_functions[0][0].next_functions[1][0]
    >>> leaf.variable is b
    True
    """


def saved_tensors():
    """A node keeps the tensors that its derivative needs, in attributes that start with ``_saved_``.

    These are what a forward pass holds in memory until ``backward()``. ``x ** 2`` keeps ``x``; ``exp`` keeps its
    result, which is its own derivative; a sum keeps only sizes.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = x ** 2
    >>> y.grad_fn._saved_self is x, y.grad_fn._saved_exponent
    (True, 2)
    >>> x.exp().grad_fn._saved_result
    tensor([2.7183, 7.3891], grad_fn=<ExpBackward0>)
    >>> [name for name in dir(x.sum().grad_fn) if name.startswith("_saved")]
    ['_saved_self_sym_sizes']

    After ``backward()`` they are freed.

    >>> y.sum().backward()
    >>> y.grad_fn._saved_self  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to backward through the graph a second time ...
    """


def saved_tensors_hooks():
    """``saved_tensors_hooks(pack, unpack)`` lets you store what autograd keeps in a form of your own.

    ``pack`` gets each tensor when it is saved and returns what to keep; ``unpack`` turns that back when ``backward()``
    asks. Here it is kept in half precision, and the gradient is as coarse as that.

    >>> import torch
    >>> x = torch.tensor([2049.0, 3.0], requires_grad=True)
    >>> with torch.autograd.graph.saved_tensors_hooks(lambda t: t.half(), lambda packed: packed.float()):
    ...     y = x ** 2
    >>> y.tolist()
    [4198401.0, 9.0]
    >>> y.sum().backward()
    >>> x.grad
    tensor([4096.,    6.])

    ``save_on_cpu`` is ready made: it moves what is saved off the GPU until it is needed.

    >>> with torch.autograd.graph.save_on_cpu():
    ...     y = x ** 2
    >>> torch.autograd.grad(y.sum(), x)
    (tensor([4098.,    6.]),)
    """


def version_counter():
    """An in-place change raises ``t._version``; ``backward()`` refuses a saved tensor whose version has moved.

    Otherwise the gradient would be computed with the new numbers, and no one would notice.

    >>> import torch
    >>> w = torch.tensor([0.0, 3.0], requires_grad=True)
    >>> y = w.sigmoid()
    >>> y._version
    0
    >>> y += 1
    >>> y._version, [round(v, 4) for v in y.tolist()]
    (1, [1.5, 1.9526])
    >>> y.sum().backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: ...

    ``sigmoid`` keeps its result, the one that was changed. ``w ** 2`` keeps ``w``, so there the same change does no
    harm.

    >>> y = w ** 2
    >>> y += 1
    >>> y.tolist()
    [1.0, 10.0]
    >>> y.sum().backward()
    >>> w.grad
    tensor([0., 6.])

    A change through ``.data`` or NumPy is not counted. Then autograd notices nothing, and the gradient is wrong.

    >>> (right,) = torch.autograd.grad(w.sigmoid().sum(), w)
    >>> y = w.sigmoid()
    >>> changed = y.data.add_(1)
    >>> y._version
    0
    >>> right, torch.autograd.grad(y.sum(), w)[0]
    (tensor([0.2500, 0.0452]), tensor([-0.7500, -1.8600]))
    """


def reused_result():
    """A result of an earlier round, used again, leads ``backward()`` into a graph that is freed; detach it.

    The message advises ``retain_graph=True``. Run it: the error is gone, but now each round goes back through all
    earlier ones and gives another gradient.

    >>> import torch
    >>> def rounds(retain_graph, detach):
    ...     w = torch.tensor(2.0, requires_grad=True)
    ...     state = torch.tensor(1.0)
    ...     for step in range(2):
    ...         state = (state.detach() if detach else state) * w
    ...         (state ** 2).backward(retain_graph=retain_graph)
    ...     return state.item(), w.grad.item()
    >>> rounds(retain_graph=False, detach=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to backward through the graph a second time ...
    >>> rounds(retain_graph=True, detach=False)
    (4.0, 36.0)

    With ``detach()`` each round sees the earlier state as a plain number.

    >>> rounds(retain_graph=False, detach=True)
    (4.0, 20.0)
    """
