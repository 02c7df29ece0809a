"""The options of SGD

``torch.optim.SGD`` subtracts ``lr`` times the gradient. Its options change what is subtracted: momentum adds up past
gradients, weight decay pulls towards zero. These cards run each option on numbers that you can check in your head.
"""


def momentum():
    """With ``momentum``, SGD keeps a velocity ``v = momentum * v + grad`` and moves by ``lr * v``.

    Under a gradient that stays the same, each step is longer than the one before, and nears ``1 / (1 - momentum)``
    times the plain step, which is 0.1 here. Where the gradient changes sign at every step, the parts cancel instead.

    >>> import torch
    >>> def steps(grads, **options):
    ...     w = torch.nn.Parameter(torch.tensor(0.0, dtype=torch.float64))
    ...     optimizer = torch.optim.SGD([w], **options)
    ...     moves = []
    ...     for grad in grads:
    ...         before = w.item()
    ...         w.grad = torch.full_like(w, grad)
    ...         optimizer.step()
    ...         moves.append(round(before - w.item(), 6))
    ...     return moves
    >>> steps([1, 1, 1], lr=0.01, momentum=0.9)
    [0.01, 0.019, 0.0271]
    >>> steps([1, 1, 1], lr=0.01)
    [0.01, 0.01, 0.01]
    >>> steps([1, -1, 1], lr=0.01, momentum=0.9)
    [0.01, -0.001, 0.0091]
    >>> steps([1] * 50, lr=0.01, momentum=0.9)[-1]
    0.099485

    Without arguments there is no momentum, and ``lr`` is 0.001.

    >>> steps([1, 1, 1])
    [0.001, 0.001, 0.001]
    """


def velocity_in_state():
    """SGD keeps the velocity of each parameter in ``optimizer.state``, as ``"momentum_buffer"``.

    By hand, with a gradient of 2 and then of 3: the velocity starts as the first gradient, and then it is
    0.5 * 2 + 3 = 4.

    >>> import torch
    >>> w = torch.tensor(10.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25, momentum=0.5)
    >>> w.grad = torch.tensor(2.0)
    >>> optimizer.step()
    >>> optimizer.state[w]["momentum_buffer"], w
    (tensor(2.), tensor(9.5000, requires_grad=True))
    >>> w.grad = torch.tensor(3.0)
    >>> optimizer.step()
    >>> optimizer.state[w]["momentum_buffer"], w
    (tensor(4.), tensor(8.5000, requires_grad=True))

    Often written: ``v = momentum * v - lr * grad`` with the rate inside the velocity. In PyTorch the rate stays
    outside, so a new ``lr`` also scales the velocity from earlier steps: 0.5 * 4 + 3 = 5, times 2.

    >>> optimizer.param_groups[0]["lr"] = 2.0
    >>> optimizer.step()
    >>> optimizer.state[w]["momentum_buffer"], w
    (tensor(5.), tensor(-1.5000, requires_grad=True))
    """


def dampening():
    """``dampening`` multiplies each gradient but the first by ``1 - dampening`` before the velocity takes it in.

    With ``momentum=0.75`` and ``dampening=0.75`` the velocity is a running average: 0.75 of the old one and 0.25 of the
    new gradient. Gradients of 8, then 4, then 4:

    >>> import torch
    >>> def velocities(**options):
    ...     w = torch.nn.Parameter(torch.tensor(0.0))
    ...     optimizer = torch.optim.SGD([w], momentum=0.75, **options)
    ...     found = []
    ...     for grad in [8.0, 4.0, 4.0]:
    ...         w.grad = torch.tensor(grad)
    ...         optimizer.step()
    ...         found.append(optimizer.state[w]["momentum_buffer"].item())
    ...     return found
    >>> velocities(dampening=0.75)
    [8.0, 7.0, 6.25]
    >>> velocities()
    [8.0, 10.0, 11.5]

    The first gradient goes in whole. By hand: 0.75 * 8 + 0.25 * 4 = 7.
    """


def nesterov():
    """``nesterov=True`` moves by ``lr * (grad + momentum * v)`` with the new ``v``, and needs momentum.

    Nesterov's variant looks ahead: it adds the gradient once more to the velocity that it is about to use. Here the
    gradients are 2 and then 3, so ``v`` is 2 and then 0.5 * 2 + 3 = 4.

    >>> import torch
    >>> def train(**options):
    ...     w = torch.tensor(4.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.1, **options)
    ...     for grad in [2.0, 3.0]:
    ...         w.grad = torch.tensor(grad)
    ...         optimizer.step()
    ...         print(w)
    >>> train(momentum=0.5, nesterov=True)
    tensor(3.7000, requires_grad=True)
    tensor(3.2000, requires_grad=True)

    By hand: the steps are 0.1 * (2 + 0.5 * 2) = 0.3 and 0.1 * (3 + 0.5 * 4) = 0.5. With plain momentum they are
    ``lr * v``, that is 0.2 and 0.4.

    >>> train(momentum=0.5)
    tensor(3.8000, requires_grad=True)
    tensor(3.4000, requires_grad=True)

    Without momentum there is nothing to look ahead to, and the option is refused.

    >>> train(nesterov=True)
    Traceback (most recent call last):
        ...
    ValueError: Nesterov momentum requires a momentum and zero dampening
    """


def weight_decay():
    """SGD and AdamW shrink a weight by ``1 - lr * weight_decay``; Adam rescales the decay as if it were a gradient.

    The gradient is zero here, so that whatever happens is the decay. SGD adds ``weight_decay * w`` to the gradient,
    which is L2 regularisation: the weight shrinks by the factor 1 - 0.1 * 0.5. AdamW shrinks it by the same factor.

    >>> import torch
    >>> def decay(optimizer_class, **options):
    ...     w = torch.tensor([4.0, -8.0], requires_grad=True)
    ...     w.grad = torch.tensor([0.0, 0.0])
    ...     optimizer_class([w], lr=0.1, **options).step()
    ...     return w
    >>> decay(torch.optim.SGD, weight_decay=0.5)
    tensor([ 3.8000, -7.6000], requires_grad=True)
    >>> decay(torch.optim.AdamW, weight_decay=0.5)
    tensor([ 3.8000, -7.6000], requires_grad=True)

    Often written: ``weight_decay`` means the same in every optimizer. Run it with Adam: the term passes through Adam's
    division by the size of the gradient, and what is left is a step of ``lr`` whatever the weight and the strength.

    >>> decay(torch.optim.Adam, weight_decay=0.5)
    tensor([ 3.9000, -7.9000], requires_grad=True)
    >>> decay(torch.optim.Adam, weight_decay=3.0)
    tensor([ 3.9000, -7.9000], requires_grad=True)

    AdamW is Adam with ``decoupled_weight_decay=True``: the decay goes around the division. Without an argument,
    AdamW decays with a strength of 0.01, and SGD and Adam do not decay.

    >>> decay(torch.optim.Adam, weight_decay=0.5, decoupled_weight_decay=True)
    tensor([ 3.8000, -7.6000], requires_grad=True)
    >>> decay(torch.optim.AdamW)
    tensor([ 3.9960, -7.9920], requires_grad=True)
    >>> decay(torch.optim.SGD)
    tensor([ 4., -8.], requires_grad=True)
    >>> decay(torch.optim.Adam)
    tensor([ 4., -8.], requires_grad=True)
    """


def weight_decay_is_a_penalty():
    """In SGD, ``weight_decay=d`` gives the same step as adding ``d / 2 * (w ** 2).sum()`` to the loss.

    The derivative of that penalty is ``d * w``, which is what the option adds to the gradient. The option costs no
    extra work in your loss, and the loss that you print stays free of the penalty.

    >>> import torch
    >>> def train(penalty, **options):
    ...     w = torch.tensor([2.0, -4.0], requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.25, **options)
    ...     for _ in range(2):
    ...         loss = (3 * w).sum() + penalty / 2 * (w ** 2).sum()
    ...         optimizer.zero_grad()
    ...         loss.backward()
    ...         optimizer.step()
    ...     return w
    >>> train(penalty=0, weight_decay=0.8)
    tensor([-0.0700, -3.9100], requires_grad=True)
    >>> train(penalty=0.8)
    tensor([-0.0700, -3.9100], requires_grad=True)
    >>> train(penalty=0)
    tensor([ 0.5000, -5.5000], requires_grad=True)
    """


def decay_some_parameters():
    """To decay weights and spare biases, give them to the optimizer in two groups.

    ``weight_decay`` is an option of the group, and it applies to everything in it. A common choice is to decay matrices
    and to spare vectors: biases and the scales of normalisation layers. With a model, ``model.parameters()`` takes the
    place of the list ``[weight, bias]``.

    >>> import torch
    >>> weight = torch.tensor([[5.0, 10.0]], requires_grad=True)
    >>> bias = torch.tensor([4.0], requires_grad=True)
    >>> matrices = [p for p in [weight, bias] if p.ndim > 1]
    >>> vectors = [p for p in [weight, bias] if p.ndim <= 1]
    >>> groups = [{"params": matrices, "weight_decay": 0.2}, {"params": vectors}]
    >>> optimizer = torch.optim.SGD(groups, lr=0.5)
    >>> [group["weight_decay"] for group in optimizer.param_groups]
    [0.2, 0]
    >>> weight.grad, bias.grad = torch.tensor([[0.0, 0.0]]), torch.tensor([1.0])
    >>> optimizer.step()
    >>> weight, bias
    (tensor([[4.5000, 9.0000]], requires_grad=True), tensor([3.5000], requires_grad=True))
    """


def maximize():
    """``maximize=True`` climbs: the optimizer adds what it would otherwise subtract.

    Use it when your number is a reward or a likelihood rather than a loss. Here the top of ``6 * w - w ** 2`` is
    at 3. The same result comes from minimising the negative.

    >>> import torch
    >>> def train(objective, **options):
    ...     w = torch.tensor(1.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.25, **options)
    ...     for _ in range(3):
    ...         optimizer.zero_grad()
    ...         objective(w).backward()
    ...         optimizer.step()
    ...     return w
    >>> train(lambda w: 6 * w - w ** 2, maximize=True)
    tensor(2.7500, requires_grad=True)
    >>> train(lambda w: w ** 2 - 6 * w)
    tensor(2.7500, requires_grad=True)

    Without the option the weight runs away from the top.

    >>> train(lambda w: 6 * w - w ** 2)
    tensor(-3.7500, requires_grad=True)
    """


def foreach_and_fused():
    """``foreach`` and ``fused`` choose how the update is executed, not what it computes.

    ``foreach=True`` treats all tensors of a group together, ``fused=True`` runs the whole rule in one kernel, and
    ``foreach=False`` goes tensor by tensor. Left alone, PyTorch chooses. The results agree up to rounding.

    >>> import torch
    >>> def train(**options):
    ...     w, b = torch.tensor([1.0, -3.0], requires_grad=True), torch.tensor(2.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w, b], lr=0.5, momentum=0.5, **options)
    ...     w.grad, b.grad = torch.tensor([4.0, 6.0]), torch.tensor(8.0)
    ...     for _ in range(2):
    ...         optimizer.step()
    ...     print(optimizer.defaults["foreach"], optimizer.defaults["fused"], w, b)
    >>> train()
    None None tensor([ -4.0000, -10.5000], requires_grad=True) tensor(-8., requires_grad=True)
    >>> train(foreach=False)
    False None tensor([ -4.0000, -10.5000], requires_grad=True) tensor(-8., requires_grad=True)
    >>> train(foreach=True)
    True None tensor([ -4.0000, -10.5000], requires_grad=True) tensor(-8., requires_grad=True)
    >>> train(fused=True)
    None True tensor([ -4.0000, -10.5000], requires_grad=True) tensor(-8., requires_grad=True)

    You can ask for one of them only.

    >>> train(foreach=True, fused=True)
    Traceback (most recent call last):
        ...
    RuntimeError: `fused` and `foreach` cannot be `True` together.
    """


def tensor_learning_rate():
    """``lr`` may be a tensor with one element; change it in place and the next step uses the new value.

    The optimizer keeps your tensor itself, not a copy of its value.

    >>> import torch
    >>> w = torch.tensor(10.0, requires_grad=True)
    >>> lr = torch.tensor(0.5)
    >>> optimizer = torch.optim.SGD([w], lr=lr)
    >>> w.grad = torch.tensor(4.0)
    >>> optimizer.step()
    >>> w
    tensor(8., requires_grad=True)
    >>> lr.fill_(0.25)
    tensor(0.2500)
    >>> optimizer.step()
    >>> w
    tensor(7., requires_grad=True)

    Two elements are refused: a tensor is no way to give each weight its own rate. Use groups for that.

    >>> torch.optim.SGD([w], lr=torch.stack([lr, lr]))
    Traceback (most recent call last):
        ...
    ValueError: Tensor lr must be 1-element
    """
