"""Optimizers and their parameters

An optimizer is an object that changes parameters with the help of their gradients. These cards show what it is given,
what it knows, and what it does not know. You need them when you write your first training loop, and again when a model
refuses to learn.
"""


def role():
    """An optimizer works with the parameters it was given and their ``.grad``; it sees neither data nor loss.

    Often written: the optimizer looks at the data and the loss, or computes the direction itself. Run it: there is no
    data and no loss here. As long as ``w.grad`` is empty, ``step()`` has nothing to go by and changes nothing. (LBFGS
    is the exception: it looks at losses, through a function that you hand to its ``step``.)

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> other = torch.tensor(7.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> print(optimizer.step())
    None
    >>> w
    tensor(4., requires_grad=True)

    A gradient set by hand is enough to move ``w`` to 4 - 0.5 * 6. ``other`` has a gradient too, but it was not handed
    to the optimizer, so it stays.

    >>> w.grad = torch.tensor(6.0)
    >>> other.grad = torch.tensor(3.0)
    >>> w.grad, other.grad
    (tensor(6.), tensor(3.))
    >>> optimizer.step()
    >>> w, other
    (tensor(1., requires_grad=True), tensor(7., requires_grad=True))

    In a training loop it is ``backward()`` that computes the direction and stores it in ``w.grad``. The optimizer
    turns what is stored into a change: 1 - 0.5 * 5.

    >>> optimizer.zero_grad()
    >>> (5 * w).backward()
    >>> w.grad
    tensor(5.)
    >>> optimizer.step()
    >>> w
    tensor(-1.5000, requires_grad=True)
    """


def list_of_tensors():
    """``torch.optim.SGD([W, b], lr=...)`` takes ``lr`` times its gradient away from each listed tensor.

    Without momentum and weight decay, that is the whole rule: ``p - lr * p.grad``. Here the line ``W * x + b`` is
    fitted to three points, and the cost uses all of them, so this is plain gradient descent.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> y = torch.tensor([2.0, 4.0, 9.0])
    >>> W = torch.tensor(1.0, requires_grad=True)
    >>> b = torch.tensor(0.5, requires_grad=True)
    >>> optimizer = torch.optim.SGD([W, b], lr=0.1)
    >>> ((W * x + b - y) ** 2).mean().backward()
    >>> W.grad, b.grad
    (tensor(-13.3333), tensor(-5.))
    >>> W_by_hand = (W - 0.1 * W.grad).detach()
    >>> b_by_hand = (b - 0.1 * b.grad).detach()
    >>> W_by_hand, b_by_hand
    (tensor(2.3333), tensor(1.))
    >>> optimizer.step()
    >>> W, b
    (tensor(2.3333, requires_grad=True), tensor(1., requires_grad=True))

    The tensors must be leaves: created by you, not computed from others. A result such as ``-W`` is refused.

    >>> torch.optim.SGD([-W, b])
    Traceback (most recent call last):
        ...
    ValueError: can't optimize a non-leaf Tensor
    """


def parameters():
    """Optimizers take an iterable of tensors: pass ``model.parameters()`` itself, never inside a list.

    ``model.parameters()`` yields every registered weight and bias. The optimizer keeps these very tensors, and
    changing them changes the model.

    >>> import torch
    >>> model = torch.nn.Linear(3, 2)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=1e-5)
    >>> weight, bias = optimizer.param_groups[0]["params"]
    >>> weight is model.weight, bias is model.bias
    (True, True)
    >>> weight.shape, bias.shape
    (torch.Size([2, 3]), torch.Size([2]))
    >>> optimizer.param_groups[0]["lr"]
    1e-05

    Often written: ``SGD([model.parameters()], lr=1e-5)``. Run it: the list has one element, and that is a generator
    and not a tensor. Lists are for tensors.

    >>> torch.optim.SGD([model.parameters()])
    Traceback (most recent call last):
        ...
    TypeError: optimizer can only optimize Tensors, but one of the params is Module.parameters
    >>> optimizer = torch.optim.SGD([model.weight, model.bias])
    >>> len(optimizer.param_groups[0]["params"])
    2

    A single tensor needs a list around it.

    >>> torch.optim.SGD(model.weight)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: params argument given to the optimizer should be an iterable of Tensors or dicts, but got ...

    ``lr`` may be left out, because every class has a default. The parameters may not.

    >>> optimizer.param_groups[0]["lr"]
    0.001
    >>> torch.optim.Adam(model.parameters()).param_groups[0]["lr"]
    0.001
    >>> torch.optim.SGD([])
    Traceback (most recent call last):
        ...
    ValueError: optimizer got an empty parameter list
    """


def used_up_generator():
    """``model.parameters()`` can be read once: an optimizer made from a used-up generator gets an empty list.

    A generator hands out each item once and is empty afterwards. Call ``model.parameters()`` anew for every reader.

    >>> import torch
    >>> model = torch.nn.Linear(4, 3)
    >>> params = model.parameters()
    >>> sum(p.numel() for p in params)
    15
    >>> torch.optim.SGD(params)
    Traceback (most recent call last):
        ...
    ValueError: optimizer got an empty parameter list
    >>> optimizer = torch.optim.SGD(model.parameters())
    >>> sum(p.numel() for p in optimizer.param_groups[0]["params"])
    15
    """


def learning_rate():
    """``lr`` is the learning rate: it scales every update, and ``torch.optim.SGD`` uses 0.001 without it.

    The gradient is 4 each time. With twice the rate the step is twice as long.

    >>> import torch
    >>> def first_step(**options):
    ...     w = torch.tensor(0.0, requires_grad=True)
    ...     w.grad = torch.tensor(4.0)
    ...     torch.optim.SGD([w], **options).step()
    ...     return w
    >>> first_step(lr=0.1)
    tensor(-0.4000, requires_grad=True)
    >>> first_step(lr=0.2)
    tensor(-0.8000, requires_grad=True)
    >>> first_step()
    tensor(-0.0040, requires_grad=True)

    A negative rate is refused. To climb instead of descend, pass ``maximize=True``.

    >>> first_step(lr=-0.1)
    Traceback (most recent call last):
        ...
    ValueError: Invalid learning rate: -0.1
    >>> first_step(lr=0.1, maximize=True)
    tensor(0.4000, requires_grad=True)
    """


def wrong_parameters():
    """An optimizer that holds other tensors than those in your cost trains nothing and reports no error.

    Often written: the hypothesis is built from ``w1``, ``w2``, ``w3`` and ``b``, and the optimizer gets
    ``model.parameters()``. Run it: the cost is the same in every iteration. ``w1.grad`` grows, because ``zero_grad()``
    does not know ``w1`` either.

    >>> import torch
    >>> x1, x2, x3 = torch.tensor([[1.0, 0.0, 2.0], [0.0, 1.0, 3.0], [1.0, 2.0, 0.0]])
    >>> y = torch.tensor([6.0, 5.0, 9.0])
    >>> w1, w2, w3, b = [torch.ones(1, requires_grad=True) for _ in range(4)]
    >>> def train(optimizer):
    ...     for _ in range(3):
    ...         cost = torch.mean((x1 * w1 + x2 * w2 + x3 * w3 + b - y) ** 2)
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...         print(f"cost {cost.item():.2f}, w1.grad {w1.grad.item():.2f}")
    >>> model = torch.nn.Linear(3, 1)
    >>> optimizer = torch.optim.SGD(model.parameters())
    >>> [p.shape for p in optimizer.param_groups[0]["params"]]
    [torch.Size([1, 3]), torch.Size([1])]
    >>> train(optimizer)
    cost 6.33, w1.grad -6.00
    cost 6.33, w1.grad -12.00
    cost 6.33, w1.grad -18.00

    Hand over the tensors that the hypothesis uses, and the cost falls.

    >>> train(torch.optim.SGD([w1, w2, w3, b], lr=0.1))
    cost 6.33, w1.grad -6.00
    cost 1.21, w1.grad -0.18
    cost 0.96, w1.grad -0.85
    """


def param_groups():
    """``optimizer.param_groups`` is a list of dicts, each with its own tensors, learning rate and options.

    To get several groups, pass a list of dicts. An option that a dict leaves out takes the value of the keyword
    argument. A pretrained part is often given a smaller rate in this way.

    >>> import torch
    >>> body = torch.tensor(1.0, requires_grad=True)
    >>> head = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([{"params": [body], "lr": 0.01}, {"params": [head]}], lr=0.1)
    >>> [group["lr"] for group in optimizer.param_groups]
    [0.01, 0.1]
    >>> body.grad, head.grad = torch.tensor(2.0), torch.tensor(3.0)
    >>> optimizer.step()
    >>> body, head
    (tensor(0.9800, requires_grad=True), tensor(0.7000, requires_grad=True))

    A rate that you set in place is used from the next step on and stays. Schedulers do the same for you.

    >>> optimizer.param_groups[1]["lr"] = 0.5
    >>> optimizer.step()
    >>> head
    tensor(-0.8000, requires_grad=True)
    >>> optimizer.step()
    >>> head
    tensor(-2.3000, requires_grad=True)
    >>> [group["lr"] for group in optimizer.param_groups]
    [0.01, 0.5]
    """


def defaults():
    """``optimizer.defaults`` fills the options of groups at the moment they are added, and of no group later.

    Often written: ``optimizer.defaults["lr"] = 0.5`` lowers or raises the learning rate. Run it: the existing group
    keeps its own rate.

    >>> import torch
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    >>> optimizer.defaults["lr"], optimizer.defaults["momentum"]
    (0.1, 0.9)
    >>> optimizer.defaults["lr"] = 0.5
    >>> optimizer.param_groups[0]["lr"]
    0.1

    A group that is added afterwards takes the new value.

    >>> v = torch.tensor(2.0, requires_grad=True)
    >>> optimizer.add_param_group({"params": [v]})
    >>> optimizer.param_groups[1]["lr"], optimizer.param_groups[1]["momentum"]
    (0.5, 0.9)
    >>> w.grad, v.grad = torch.tensor(2.0), torch.tensor(2.0)
    >>> optimizer.step()
    >>> w, v
    (tensor(0.8000, requires_grad=True), tensor(1., requires_grad=True))
    """


def add_param_group():
    """``add_param_group`` adds tensors to an existing optimizer, which keeps the state of the earlier ones.

    Use it when frozen layers are to be trained from some epoch on. The first step has moved ``w`` and stored its
    velocity, the sum that momentum keeps, here 3. After ``v`` is added, ``w`` goes on with it: 0.5 * 3 + 3 = 4.5.

    >>> import torch
    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> v = torch.tensor(0.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
    >>> w.grad, v.grad = torch.tensor(3.0), torch.tensor(8.0)
    >>> optimizer.step()
    >>> w, v
    (tensor(-3., requires_grad=True), tensor(0., requires_grad=True))
    >>> optimizer.add_param_group({"params": [v], "lr": 0.25})
    >>> optimizer.step()
    >>> w, v
    (tensor(-7.5000, requires_grad=True), tensor(-2., requires_grad=True))
    >>> len(optimizer.param_groups)
    2

    No tensor may belong to two groups, or it would be moved twice.

    >>> optimizer.add_param_group({"params": [v]})
    Traceback (most recent call last):
        ...
    ValueError: some parameters appear in more than one parameter group
    """


def named_parameters():
    """An optimizer made from ``model.named_parameters()`` keeps the names in its groups, under ``"param_names"``.

    The names tell you which tensor a group holds, which a list of shapes does not. They are optional, but all tensors
    of an optimizer have one or none has.

    >>> import torch
    >>> model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Tanh(), torch.nn.Linear(2, 1, bias=False))
    >>> optimizer = torch.optim.SGD(model.named_parameters())
    >>> optimizer.param_groups[0]["param_names"]
    ['0.weight', '0.bias', '2.weight']
    >>> [tuple(p.shape) for p in optimizer.param_groups[0]["params"]]
    [(2, 3), (2,), (1, 2)]
    >>> extra = torch.nn.PReLU()
    >>> optimizer.add_param_group({"params": extra.parameters()})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: all optimizer param groups should be with/without names. cannot add param group without names ...
    >>> "param_names" in torch.optim.SGD(model.parameters()).param_groups[0]
    False
    """


def construct_once():
    """An optimizer that is created anew in every epoch forgets its state, and momentum no longer works.

    Often written: the optimizer is built inside the training loop. Run it: plain SGD has no state, so both ways agree.

    >>> import torch
    >>> def train(momentum, renew):
    ...     w = torch.tensor(1.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.25, momentum=momentum)
    ...     made = 1
    ...     for _ in range(3):
    ...         if renew:
    ...             optimizer = torch.optim.SGD([w], lr=0.25, momentum=momentum)
    ...             made += 1
    ...         optimizer.zero_grad()
    ...         (w ** 2).backward()
    ...         optimizer.step()
    ...     return f"{made} made, w = {w.item()}"
    >>> train(momentum=0, renew=False)
    '1 made, w = 0.125'
    >>> train(momentum=0, renew=True)
    '4 made, w = 0.125'

    With momentum they do not. The renewed optimizer starts from rest each time and ends where plain SGD ends. The same
    happens to the averages inside Adam. Create the optimizer once, before the loop.

    >>> train(momentum=0.5, renew=False)
    '1 made, w = -0.25'
    >>> train(momentum=0.5, renew=True)
    '4 made, w = 0.125'
    """


def import_optimizer():
    """``from torch.optim import optimizer`` gives a module, not an optimizer; ``import torch`` is all you need.

    The class is called ``Optimizer``, with a capital letter. The module of the same name in lower case has no
    ``zero_grad``.

    >>> import torch
    >>> from torch.optim import optimizer
    >>> type(optimizer)
    <class 'module'>
    >>> optimizer.__name__
    'torch.optim.optimizer'
    >>> optimizer.Optimizer is torch.optim.Optimizer
    True
    >>> optimizer.zero_grad()
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.optim.optimizer' has no attribute 'zero_grad'

    The next line of such a program replaces the name, so the import had no effect.

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> type(optimizer)
    <class 'torch.optim.sgd.SGD'>
    >>> w.grad = torch.tensor(3.0)
    >>> optimizer.step()
    >>> w
    tensor(-0.5000, requires_grad=True)
    """
