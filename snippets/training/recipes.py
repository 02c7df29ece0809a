"""Recipes for longer trainings

Stop when the validation loss no longer falls, keep the best weights, imitate a large batch with several small ones,
hold gradients in bounds, trade computing for memory, freeze a part of a model, average its weights. Each recipe is a
few lines around the training loop.
"""


def early_stopping(losses: list[float], patience: int, min_delta: float = 0.0) -> tuple[int, int]:
    """Early stopping ends the training once the validation loss has not improved for ``patience`` epochs in a row.

    ``early_stopping`` takes the validation loss of each epoch and returns the epoch of the last improvement and the
    epoch at which to stop, both counted from 0. An improvement must be larger than ``min_delta``. A training that never
    stops early returns its last epoch.

    >>> from snippets.training.recipes import early_stopping
    >>> losses = [0.9, 0.6, 0.7, 0.5, 0.55, 0.52, 0.51, 0.4]
    >>> early_stopping(losses, patience=3)
    (3, 6)

    With patience 1 it gives up at the first bump; with enough of it, it finds the 0.4 at the end.

    >>> [early_stopping(losses, patience) for patience in (1, 2, 3)]
    [(1, 2), (3, 5), (3, 6)]
    >>> early_stopping(losses, patience=len(losses))
    (7, 7)

    ``min_delta`` ignores improvements that are too small to matter: here the 0.5 after 0.6. A loss that stays
    the same is no improvement, nor is one that is ``nan``.

    >>> early_stopping(losses, patience=3, min_delta=0.15)
    (1, 4)
    >>> early_stopping(losses[:1] * 4, patience=2), early_stopping([float("nan")] * 4, patience=2)
    ((0, 2), (0, 2))
    """
    best, best_epoch = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch = loss, epoch
        elif epoch - best_epoch >= patience:
            return best_epoch, epoch
    return best_epoch, len(losses) - 1


def best_weights():
    """``model.state_dict()`` refers to the weights in use; to keep the best ones, copy it with ``copy.deepcopy``.

    Often written: ``best = model.state_dict()``, when the validation loss is at its lowest. Run it: the training goes
    on, and ``best`` goes with it, because its tensors share memory with the parameters.

    >>> import copy
    >>> import torch
    >>> model = torch.nn.Linear(1, 1)
    >>> weight = torch.nn.init.constant_(model.weight, 2.0)
    >>> best = model.state_dict()
    >>> kept = copy.deepcopy(model.state_dict())
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> model(torch.tensor([[3.0]])).backward()
    >>> optimizer.step()
    >>> best["weight"], kept["weight"]
    (tensor([[0.5000]]), tensor([[2.]]))

    At the end, load the copy.

    >>> model.load_state_dict(kept)
    <All keys matched successfully>
    >>> model.weight.item()
    2.0
    """


def gradient_accumulation():
    """Several small batches make one large step: ``backward()`` for each, with its share of the loss, then ``step()``.

    Use it when the batch size that you want does not fit into memory. Gradients add up in ``.grad`` between two calls
    of ``zero_grad()``. A mean loss must be divided by the number of small batches, or the step is too long. A
    ``BatchNorm`` in the model still computes with the small batches.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0, 6.0])
    >>> def gradient(sizes, scale):
    ...     w = torch.tensor(5.0, requires_grad=True)
    ...     for batch in x.split(sizes):
    ...         loss = ((w - batch) ** 2).mean()
    ...         (loss * scale).backward()
    ...     return w.grad

    The batch of four, two batches of two with half of each loss, and what comes out without the division:

    >>> gradient(len(x), 1.0)
    tensor(4.)
    >>> gradient(2, 1 / 2)
    tensor(4.)
    >>> gradient(2, 1.0)
    tensor(8.)

    Small batches of unequal size do not fit: a mean over 3 and a mean over 1 are not half of the whole each. Add up
    sums and divide once, by the number of samples.

    >>> gradient(3, 1 / 2)
    tensor(2.0000)
    >>> w = torch.tensor(5.0, requires_grad=True)
    >>> for batch in x.split(3):
    ...     (((w - batch) ** 2).sum() / len(x)).backward()
    >>> w.grad
    tensor(4.)
    """


def accumulation_loop():
    """In a loop, ``if (i + 1) % n == 0`` steps at every ``n``-th batch; a rest at the end needs a step of its own.

    ``i % n == 0`` would step after the very first batch. With 7 batches and ``n = 3`` there are steps after batch 2 and
    5, and the last batch is left over: step then, too.

    >>> import torch
    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0)
    >>> batches = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]
    >>> n = 3
    >>> for i, batch in enumerate(batches):
    ...     (-w * batch).backward()
    ...     if (i + 1) % n == 0 or i + 1 == len(batches):
    ...         print("after batch", i, "gradient", w.grad.item())
    ...         optimizer.step()
    ...         optimizer.zero_grad()
    after batch 2 gradient -7.0
    after batch 5 gradient -56.0
    after batch 6 gradient -64.0
    >>> w
    tensor(127., requires_grad=True)
    """


def clip_by_norm():
    """``clip_grad_norm_`` shortens all gradients together until their norm is ``max_norm``; the direction stays.

    Call it between ``backward()`` and ``step()``. It guards against single batches with a huge gradient, and returns
    the norm before the cut, which is worth printing. The norm is that of all gradients laid into one vector.

    >>> import torch
    >>> a = torch.tensor([2.0, 3.0], requires_grad=True)
    >>> b = torch.tensor(6.0, requires_grad=True)
    >>> ((a ** 2).sum() + b ** 2).backward()
    >>> a.grad, b.grad
    (tensor([4., 6.]), tensor(12.))
    >>> torch.nn.utils.clip_grad_norm_([a, b], max_norm=3.5)
    tensor(14.)
    >>> a.grad, b.grad
    (tensor([1.0000, 1.5000]), tensor(3.0000))

    A gradient that is short enough stays as it is.

    >>> torch.nn.utils.clip_grad_norm_([a, b], max_norm=10.0)
    tensor(3.5000)
    >>> b.grad
    tensor(3.0000)

    The same in two steps, for a norm that you want to look at first:

    >>> norm = torch.nn.utils.get_total_norm([a.grad, b.grad])
    >>> norm
    tensor(3.5000)
    >>> torch.nn.utils.clip_grads_with_norm_([a, b], max_norm=0.7, total_norm=norm)
    >>> a.grad, b.grad
    (tensor([0.2000, 0.3000]), tensor(0.6000))

    A ``nan`` spreads to all gradients, and nothing stops you unless you ask for an error.

    >>> b.grad = torch.tensor(float("nan"))
    >>> limit = 0.5
    >>> torch.nn.utils.clip_grad_norm_([a, b], limit, error_if_nonfinite=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: The total norm of order 2.0 for gradients from `parameters` is non-finite, ...
    >>> torch.nn.utils.clip_grad_norm_([a, b], limit)
    tensor(nan)
    >>> a.grad, b.grad
    (tensor([nan, nan]), tensor(nan))
    """


def clip_by_value():
    """``clip_grad_value_`` cuts each element of a gradient to ``[-clip_value, clip_value]``, which turns its direction.

    The first element here is three times the second, and after the cut they are equal. With ``clip_grad_norm_`` the
    ratio stays 3.

    >>> import torch
    >>> w = torch.tensor([3.0, 1.0, -4.5], requires_grad=True)
    >>> (w ** 2).sum().backward()
    >>> w.grad
    tensor([ 6.,  2., -9.])
    >>> torch.nn.utils.clip_grad_value_([w], clip_value=2.0)
    >>> w.grad
    tensor([ 2.,  2., -2.])
    >>> w.grad = None
    >>> (w ** 2).sum().backward()
    >>> norm = torch.nn.utils.clip_grad_norm_([w], max_norm=5.5)
    >>> norm, w.grad
    (tensor(11.), tensor([ 3.0000,  1.0000, -4.5000]))
    """


def checkpoint():
    """``checkpoint(layer, x)`` keeps only the input of a layer and runs it again in ``backward()``: less memory.

    Use it when the results stored for ``backward()`` do not fit into memory. You pay with a second forward pass. The
    gradients are the same. Here the layer counts its calls, and a hook notes each tensor that autograd stores: two for
    the plain call, and only the input for the other.

    >>> import torch
    >>> from torch.utils.checkpoint import checkpoint
    >>> calls, stored = [], []
    >>> def layer(x):
    ...     calls.append("forward")
    ...     return x.sin().exp()
    >>> x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
    >>> with torch.autograd.graph.saved_tensors_hooks(lambda t: stored.append(t) or t, lambda t: t):
    ...     plain = layer(x)
    >>> len(calls), len(stored), plain
    (1, 2, tensor([1.6151, 2.3198, 2.4826], grad_fn=<ExpBackward0>))
    >>> with torch.autograd.graph.saved_tensors_hooks(lambda t: stored.append(t) or t, lambda t: t):
    ...     result = checkpoint(layer, x, use_reentrant=False)
    >>> len(calls), len(stored), torch.equal(stored[2], x)
    (2, 3, True)
    >>> gradients = [torch.autograd.grad(output.sum(), x)[0] for output in (plain, result)]
    >>> len(calls), torch.equal(*gradients)
    (3, True)

    ``use_reentrant=False`` is the form to write. Leaving it out gives a warning today.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     result = checkpoint(layer, x)
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    UserWarning torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. ...
    """


def checkpoint_random_numbers():
    """``checkpoint`` restores the random numbers for its second run, so dropout drops the same elements again.

    Otherwise the gradient would belong to another network than the loss. Where the output is 0, the gradient must be 0,
    and elsewhere 2, because dropout with 0.5 doubles what it keeps.

    >>> import torch
    >>> from torch.utils.checkpoint import checkpoint
    >>> x = torch.ones(500, requires_grad=True)
    >>> def gradient(preserve):
    ...     result = checkpoint(torch.nn.functional.dropout, x, use_reentrant=False, preserve_rng_state=preserve)
    ...     return result.detach(), torch.autograd.grad(result.sum(), x)[0]
    >>> result, grad = gradient(True)
    >>> result.unique(), torch.equal(result, grad)
    (tensor([0., 2.]), True)
    >>> result, grad = gradient(False)
    >>> grad.unique(), torch.equal(result, grad)
    (tensor([0., 2.]), False)
    """


def checkpoint_sequential():
    """``checkpoint_sequential`` cuts a chain of layers into segments and keeps only what enters each segment.

    Here two segments of three layers each. Hooks count the calls: the layers of the first segment run again in
    ``backward()``. The last segment keeps its results and runs once, because ``backward()`` needs them first.

    >>> import torch
    >>> from torch.utils.checkpoint import checkpoint_sequential
    >>> layers = [torch.nn.Tanh() for _ in range(6)]
    >>> calls = [0, 0, 0, 0, 0, 0]
    >>> def count(layer, inputs):
    ...     calls[layers.index(layer)] += 1
    >>> handles = [layer.register_forward_pre_hook(count) for layer in layers]
    >>> x = torch.tensor([0.5, 1.0], requires_grad=True)
    >>> result = checkpoint_sequential(layers, 2, x, use_reentrant=False)
    >>> calls
    [1, 1, 1, 1, 1, 1]
    >>> result.sum().backward()
    >>> calls
    [2, 2, 2, 1, 1, 1]
    >>> torch.equal(result, torch.nn.Sequential(*layers)(x)), x.grad
    (True, tensor([0.3443, 0.0775]))
    """


def freezing():
    """``requires_grad_(False)`` freezes a part of a model: it gets no gradient, and the optimizer passes it over.

    This is how a pretrained network is kept while a new last layer learns. Give the optimizer only the parameters that
    are left, so that it holds no more state than it needs.

    >>> import torch
    >>> model = torch.nn.Sequential(torch.nn.Linear(4, 3), torch.nn.Linear(3, 2))
    >>> frozen = model[0].requires_grad_(False)
    >>> before = [p.detach().clone() for p in model.parameters()]
    >>> optimizer = torch.optim.SGD([p for p in model.parameters() if p.requires_grad])
    >>> len(optimizer.param_groups[0]["params"])
    2
    >>> model(torch.ones(1, 4)).sum().backward()
    >>> [p.grad is None for p in model.parameters()], model[1].bias.grad
    ([True, True, False, False], tensor([1., 1.]))
    >>> optimizer.step()
    >>> [torch.equal(p, old) for p, old in zip(model.parameters(), before)]
    [True, True, False, False]

    Freeze before training starts. Later, set ``.grad`` to ``None`` as well: what is left there still moves the weights.

    >>> late = torch.nn.PReLU()
    >>> weight = torch.nn.init.ones_(late.weight)
    >>> weight.grad = torch.tensor([3.0])
    >>> frozen = late.requires_grad_(False)
    >>> torch.optim.SGD(late.parameters(), lr=0.25).step()
    >>> weight.requires_grad, weight.item()
    (False, 0.25)

    Freezing is not eval mode: a frozen ``BatchNorm`` still follows the data, until ``eval()``.

    >>> norm = torch.nn.BatchNorm1d(1).requires_grad_(False)
    >>> norm(torch.tensor([[2.0], [8.0]])).requires_grad
    False
    >>> norm.running_mean
    tensor([0.5000])
    """


def averaged_weights():
    """``AveragedModel`` keeps a running mean of the weights beside the model that is trained.

    The mean jumps less from step to step than the weights themselves. Call ``update_parameters`` after the steps that
    are to count, and evaluate ``averaged``.

    >>> import torch
    >>> from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
    >>> model = torch.nn.Linear(1, 1, bias=False)
    >>> averaged = AveragedModel(model)
    >>> for value in (1.0, 2.0, 6.0):
    ...     weight = torch.nn.init.constant_(model.weight, value)
    ...     averaged.update_parameters(model)
    >>> averaged(torch.tensor([[10.0]])).item(), model(torch.tensor([[10.0]])).item()
    (30.0, 60.0)
    >>> averaged.n_averaged
    tensor(3)

    With ``get_ema_multi_avg_fn(decay)`` later weights count more: the mean moves by ``1 - decay`` of the way.

    >>> averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.75))
    >>> for value in (1.0, 5.0):
    ...     weight = torch.nn.init.constant_(model.weight, value)
    ...     averaged.update_parameters(model)
    ...     print(averaged.module.weight.item())
    1.0
    2.0
    """
