"""Optimizers for special cases

Some optimizers of ``torch.optim`` are made for one situation: full batches, smooth problems, embeddings, very large
matrices. These cards show what each of them needs, what it refuses, and the rule that it follows.
"""


def rprop():
    """Rprop reads only the sign of the gradient: 2 and 2000 give the same step.

    Each weight has its own step size. It grows by the factor 1.2 while the sign stays the same, and is halved when the
    sign changes. Mini-batches make signs flip by chance, so Rprop is meant for full batches.

    >>> import torch
    >>> w = torch.zeros(2, requires_grad=True)
    >>> w.grad = torch.tensor([2.0, -2000.0])
    >>> w.grad
    tensor([    2., -2000.])
    >>> optimizer = torch.optim.Rprop([w], lr=0.1)
    >>> optimizer.step()
    >>> w
    tensor([-0.1000,  0.1000], requires_grad=True)

    ``lr`` is the first step size. With the same signs again, each weight moves on by 0.1 * 1.2.

    >>> optimizer.step()
    >>> w
    tensor([-0.2200,  0.2200], requires_grad=True)

    After a change of sign the weights wait for one step, and then go on with half the step size.

    >>> w.grad.neg_()
    tensor([  -2., 2000.])
    >>> optimizer.step()
    >>> w
    tensor([-0.2200,  0.2200], requires_grad=True)
    >>> optimizer.step()
    >>> w
    tensor([-0.1600,  0.1600], requires_grad=True)
    >>> optimizer.defaults["etas"], optimizer.defaults["lr"]
    ((0.5, 1.2), 0.1)
    """


def asgd():
    """ASGD keeps an average of the weights, ``"ax"``, in its state; by default that begins after a million steps.

    Averaged stochastic gradient descent steps like SGD with a rate that falls slowly, and the average is smoother than
    the weights. ``t0`` is the step after which it begins. Until then ``"ax"`` is a copy of the weight.

    >>> import torch
    >>> def train(**options):
    ...     x = torch.tensor(3.0, requires_grad=True)
    ...     optimizer = torch.optim.ASGD([x], **options)
    ...     for _ in range(20):
    ...         optimizer.zero_grad()
    ...         (x ** 2).backward()
    ...         optimizer.step()
    ...     return optimizer.defaults["t0"], x, optimizer.state[x]["ax"]
    >>> train(lr=0.05)
    (1000000.0, tensor(0.3647, requires_grad=True), tensor(0.3647))
    >>> train(lr=0.05, t0=10)
    (10, tensor(0.3647, requires_grad=True), tensor(0.5767))
    >>> train()
    (1000000.0, tensor(2.0028, requires_grad=True), tensor(2.0028))

    By hand, four steps with a gradient of 4. ``lambd=0`` keeps the rate at 0.5, so each step is 2. With ``t0=1`` the
    average begins at the third weight; the fourth line is the mean of 2 and 0. The optimizer never writes the average
    into the weight; that is left to you.

    >>> w = torch.tensor(8.0, requires_grad=True)
    >>> optimizer = torch.optim.ASGD([w], lr=0.5, lambd=0, t0=1)
    >>> for _ in range(4):
    ...     w.grad = torch.tensor(4.0)
    ...     optimizer.step()
    ...     print(w, optimizer.state[w]["ax"])
    tensor(6., requires_grad=True) tensor(6.)
    tensor(4., requires_grad=True) tensor(4.)
    tensor(2., requires_grad=True) tensor(2.)
    tensor(0., requires_grad=True) tensor(1.)
    """


def lbfgs():
    """``torch.optim.LBFGS`` needs ``step(closure)``: it computes the loss several times within one step.

    LBFGS estimates the curvature from the gradients that it has seen and aims at the bottom directly. It suits small,
    smooth problems on full batches. The closure empties the gradients, computes the loss, calls ``backward()`` and
    returns the loss.

    >>> import torch
    >>> p = torch.tensor(8.0, requires_grad=True)
    >>> optimizer = torch.optim.LBFGS([p])
    >>> visited = []
    >>> def closure():
    ...     optimizer.zero_grad()
    ...     loss = (p - 2) ** 2
    ...     loss.backward()
    ...     visited.append((p.item(), p.grad.item()))
    ...     return loss

    One call of ``step`` solves ``(p - 2) ** 2``, and returns the loss from before the step.

    >>> optimizer.step(closure)
    tensor(36., grad_fn=<PowBackward0>)
    >>> p
    tensor(2., requires_grad=True)

    By hand: the first try goes down by 1 and finds that the gradient has fallen from 12 to 10. So it falls by 2 for
    each 1, and 7 - 10 / 2 is the bottom.

    >>> visited
    [(8.0, 12.0), (7.0, 10.0), (2.0, 0.0)]

    In the usual loop, which calls ``step()`` without arguments, it fails.

    >>> optimizer.step()
    Traceback (most recent call last):
        ...
    TypeError: LBFGS.step() missing 1 required positional argument: 'closure'
    """


def lbfgs_line_search():
    """LBFGS can overshoot far; ``line_search_fn="strong_wolfe"`` makes it look for a good step length.

    The loss ``sqrt(1 + p ** 2)`` is a bowl with its bottom at 0 and sides that become straight. There the estimate of
    the curvature is far off, and without a line search each step goes where the estimate says.

    >>> import torch
    >>> def train(**options):
    ...     p = torch.tensor(3.0, requires_grad=True)
    ...     optimizer = torch.optim.LBFGS([p], **options)
    ...     visited = []
    ...     def closure():
    ...         visited.append(round(p.item()))
    ...         optimizer.zero_grad()
    ...         loss = (1 + p ** 2) ** 0.5
    ...         loss.backward()
    ...         return loss
    ...     optimizer.step(closure)
    ...     return visited
    >>> train(max_iter=4)
    [3, 2, -15, -6]
    >>> train(max_iter=3, line_search_fn="strong_wolfe")
    [3, 2, -2, 0]

    ``max_iter``, the number of steps within one call of ``step``, is 20 if you leave it out. All parameters share one
    group.

    >>> p = torch.tensor(3.0, requires_grad=True)
    >>> torch.optim.LBFGS([p]).defaults["max_iter"], p
    (20, tensor(3., requires_grad=True))
    >>> torch.optim.LBFGS([{"params": [p]}, {"params": [p.detach()]}])
    Traceback (most recent call last):
        ...
    ValueError: LBFGS doesn't support per-parameter options (parameter groups)
    """


def sparse_adam():
    """SparseAdam needs sparse gradients, as ``nn.Embedding(sparse=True)`` gives, and moves only the rows in use.

    A sparse gradient lists the rows that were looked up and leaves out the others. In a large embedding that saves
    memory and work. Row 1 is looked up twice here and row 3 once; as in Adam, the first step is ``lr`` for both.

    >>> import torch
    >>> table = torch.nn.Embedding.from_pretrained(torch.zeros(4, 2), freeze=False, sparse=True)
    >>> optimizer = torch.optim.SparseAdam(table.parameters(), lr=0.25)
    >>> table(torch.tensor([1, 3, 1])).sum().backward()
    >>> table.weight.grad.coalesce().indices()
    tensor([[1, 3]])
    >>> table.weight.grad.coalesce().values()
    tensor([[2., 2.],
            [1., 1.]])
    >>> optimizer.step()
    >>> table.weight.detach()
    tensor([[ 0.0000,  0.0000],
            [-0.2500, -0.2500],
            [ 0.0000,  0.0000],
            [-0.2500, -0.2500]])

    Dense gradients are refused, and Adam refuses sparse ones.

    >>> torch.optim.Adam(table.parameters()).step()
    Traceback (most recent call last):
        ...
    RuntimeError: Adam does not support sparse gradients, please consider SparseAdam instead
    >>> table.weight.grad = table.weight.grad.to_dense()
    >>> optimizer.step()
    Traceback (most recent call last):
        ...
    RuntimeError: SparseAdam does not support dense gradients, please consider Adam instead
    """


def rows_not_in_use():
    """Under Adam a row that is no longer looked up keeps moving; under SparseAdam it rests.

    Adam's averages remember the last gradients, and a gradient of zero still lets them push. SparseAdam does not touch
    the averages of rows that are missing from the gradient. Here row 1 is used once, and then row 2.

    >>> import torch
    >>> def train(optimizer_class, sparse):
    ...     table = torch.nn.Embedding.from_pretrained(torch.zeros(4, 1), freeze=False, sparse=sparse)
    ...     optimizer = optimizer_class(table.parameters(), lr=0.5)
    ...     for row in [1, 2]:
    ...         optimizer.zero_grad()
    ...         table(torch.tensor([row])).backward()
    ...         optimizer.step()
    ...         print(*[f"{value:.4f}" for value in table.weight.flatten().tolist()])
    >>> train(torch.optim.Adam, sparse=False)
    0.0000 -0.5000 0.0000 0.0000
    0.0000 -0.8350 -0.3721 0.0000
    >>> train(torch.optim.SparseAdam, sparse=True)
    0.0000 -0.5000 0.0000 0.0000
    0.0000 -0.5000 -0.3721 0.0000
    """


def muon():
    """Muon turns a matrix's gradient into a step about equally strong in all directions; it takes 2-D parameters only.

    The gradient of a weight matrix is often strong in a few directions and weak in the others, here 4 to 1. Muon
    repeats a polynomial that brings these strengths, the singular values, to about the same size, here 0.7.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.zeros(2, 3))
    >>> w.grad = torch.tensor([[4.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    >>> torch.optim.Muon([w], lr=1.0).step()
    >>> [[round(value, 1) for value in row] for row in w.tolist()]
    [[-0.7, 0.0, 0.0], [0.0, 0.0, -0.7]]

    The polynomial by hand, five times on each of the two singular values. They are divided by their norm first.
    Muon itself computes with fewer digits, in ``bfloat16``.

    >>> for value in [4.0, 1.0]:
    ...     value /= (4.0 ** 2 + 1.0 ** 2) ** 0.5
    ...     for _ in range(5):
    ...         value = 3.4445 * value - 4.775 * value ** 3 + 2.0315 * value ** 5
    ...     print(round(value, 4))
    0.7374
    0.7429

    Biases and other vectors have no such directions. Give them to another optimizer, such as AdamW; the documentation
    of Muon says the same of embeddings, although they are matrices.

    >>> layer = torch.nn.Linear(3, 2)
    >>> torch.optim.Muon(layer.parameters())
    Traceback (most recent call last):
        ...
    ValueError: Muon only supports 2D parameters whereas we found a parameter with size: torch.Size([2])
    """


def muon_options():
    """Muon decays weights by 0.1 unless you say otherwise, and ``adjust_lr_fn`` fits its steps to a matrix's shape.

    The decay goes around the gradient, as in AdamW: a gradient of zero shrinks the weight by 1 - 0.5 * 0.1.

    >>> import torch
    >>> w = torch.tensor([[2.0, 4.0]], requires_grad=True)
    >>> w.grad = torch.tensor([[0.0, 0.0]])
    >>> torch.optim.Muon([w], lr=0.5).step()
    >>> w
    tensor([[1.9000, 3.8000]], requires_grad=True)

    With ``"original"`` a tall matrix of 8 rows and 2 columns takes steps ``sqrt(8 / 2)`` times as long. With
    ``"match_rms_adamw"`` the factor is ``0.2 * sqrt(8)``, meant to make the steps about as large as AdamW's.

    >>> def step_size(adjust_lr_fn):
    ...     w = torch.nn.Parameter(torch.zeros(8, 2))
    ...     w.grad = torch.ones(8, 2)
    ...     torch.optim.Muon([w], adjust_lr_fn=adjust_lr_fn).step()
    ...     return w.norm().item()
    >>> round(step_size("match_rms_adamw") / step_size("original"), 4)
    0.2828
    >>> round(0.2 * 8 ** 0.5 / (8 / 2) ** 0.5, 4)
    0.2828
    >>> step_size(None) == step_size("original")
    True
    """


def adafactor():
    """Adafactor's ``lr`` is relative: a step is ``lr`` times the root mean square of the weights themselves.

    The root mean square of 1 and 7 is 5, so with ``lr=0.1`` each weight moves by 0.5 against the sign of its gradient.
    In the first step the size of the gradient cancels, as in Adam.

    >>> import torch
    >>> w = torch.tensor([1.0, 7.0], requires_grad=True)
    >>> w.grad = torch.tensor([0.25, -20.0])
    >>> w.grad
    tensor([  0.2500, -20.0000])
    >>> torch.optim.Adafactor([w], lr=0.1).step()
    >>> w
    tensor([0.5000, 7.5000], requires_grad=True)

    Weights of zero would never move. For them a floor of 0.001 stands in for the root mean square.

    >>> v = torch.zeros(2, requires_grad=True)
    >>> v.grad = w.grad
    >>> torch.optim.Adafactor([v], lr=0.5).step()
    >>> v
    tensor([-0.0005,  0.0005], requires_grad=True)

    At step ``t`` the factor is ``1 / sqrt(t)`` as soon as that is less than ``lr``. With 0.5 it falls from step 5 on:

    >>> u = torch.nn.Parameter(torch.tensor([9.0]))
    >>> optimizer = torch.optim.Adafactor([u], lr=0.5)
    >>> for step in range(1, 10):
    ...     weight = torch.nn.init.constant_(u, 9.0)
    ...     u.grad = torch.tensor([1.0])
    ...     optimizer.step()
    ...     if step in (1, 4, 9):
    ...         print(step, f"{(9.0 - u.item()) / 9.0:.4f}")
    1 0.5000
    4 0.5000
    9 0.3333
    """


def adafactor_memory():
    """For a matrix, Adafactor stores one mean of squared gradients per row and per column, not one per weight.

    That is its purpose: Adam keeps two further numbers for every weight, which adds up in large models.

    >>> import torch
    >>> w = torch.tensor([[1.0, 1.0, 1.0], [7.0, 7.0, 7.0]], requires_grad=True)
    >>> w.grad = torch.tensor([[1.0, 3.0, 1.0], [1.0, 8.0, 2.0]])
    >>> def state_shapes(optimizer_class):
    ...     copy = w.detach().clone()
    ...     copy.grad = w.grad
    ...     optimizer = optimizer_class([copy])
    ...     optimizer.step()
    ...     return {name: tuple(value.shape) for name, value in optimizer.state[copy].items()}
    >>> state_shapes(torch.optim.Adam)
    {'step': (), 'exp_avg': (2, 3), 'exp_avg_sq': (2, 3)}
    >>> state_shapes(torch.optim.Adafactor)
    {'step': (), 'row_var': (2, 1), 'col_var': (1, 3)}

    By hand: row means times column means, over the mean of all, stand in for the squares. The root mean square of the
    resulting step is brought down to 1 if it is larger, then multiplied by ``lr`` and by that of the weights, 5.

    >>> squares = w.grad ** 2
    >>> estimate = squares.mean(dim=1, keepdim=True) * squares.mean(dim=0) / squares.mean()
    >>> update = w.grad / estimate.sqrt()
    >>> update = update / max(1.0, (update ** 2).mean().sqrt())
    >>> w.detach() - 0.1 * 5 * update
    tensor([[0.1995, 0.6025, 0.4937],
            [6.6804, 6.5767, 6.5957]])
    >>> torch.optim.Adafactor([w], lr=0.1).step()
    >>> w
    tensor([[0.1995, 0.6025, 0.4937],
            [6.6804, 6.5767, 6.5957]], requires_grad=True)
    """


def capturable():
    """``capturable=True`` is for steps recorded into CUDA graphs; with CPU tensors the step is refused.

    A CUDA graph replays GPU work without Python. For that, even the step counter has to stay on the GPU.

    >>> import torch
    >>> def train(device, **options):
    ...     w = torch.tensor([2.0, 3.0], device=device, requires_grad=True)
    ...     w.grad = torch.ones_like(w)
    ...     optimizer = torch.optim.Adam([w], lr=0.5, **options)
    ...     optimizer.step()
    ...     return optimizer.state[w]["step"].device.type, w
    >>> train("cpu")
    ('cpu', tensor([1.5000, 2.5000], requires_grad=True))
    >>> train("cpu", capturable=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AssertionError: If capturable=True, params and state_steps must be on supported devices: ['cuda', ...
    >>> if torch.cuda.is_available():
    ...     assert "cuda" in train("cuda", capturable=True)
    """
