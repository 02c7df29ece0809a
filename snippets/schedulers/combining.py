"""Warm-up and combined schedules

A common schedule rises for a while and then falls, which takes two schedulers. These cards show the schedulers that
hold, rise or fall for a set number of steps, and how to put several together or write your own.
"""


def constant_lr():
    """``ConstantLR`` multiplies the rate by ``factor`` for ``total_iters`` steps and then gives it back.

    It is the simplest warm-up: a small rate first, the full one after. By default it is a third for 5 steps. The factor
    cannot be above 1.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer, factor=0.25, total_iters=3)
    >>> rates = []
    >>> for _ in range(6):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> rates
    [0.25, 0.25, 0.25, 1.0, 1.0, 1.0]
    >>> scheduler = torch.optim.lr_scheduler.ConstantLR(torch.optim.SGD([torch.nn.Parameter()], lr=3.0))
    >>> scheduler.get_last_lr(), scheduler.total_iters
    ([1.0], 5)
    >>> torch.optim.lr_scheduler.ConstantLR(optimizer, factor=2.0)
    Traceback (most recent call last):
        ...
    ValueError: Constant multiplicative factor expected to be between 0 and 1.
    """


def linear_lr():
    """``LinearLR`` moves the factor in equal steps from ``start_factor`` to ``end_factor`` in ``total_iters`` steps.

    As a warm-up it rises, by default from a third to 1 in 5 steps. Turned round, it falls. A start of 0 is refused,
    because each rate is computed from the one before.

    >>> import torch
    >>> def rates(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, **arguments)
    ...     seen = []
    ...     for _ in range(7):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates()
    tensor([0.3333, 0.4667, 0.6000, 0.7333, 0.8667, 1.0000, 1.0000])
    >>> rates(start_factor=0.25, total_iters=3)
    tensor([0.2500, 0.5000, 0.7500, 1.0000, 1.0000, 1.0000, 1.0000])
    >>> rates(start_factor=1.0, end_factor=0.2, total_iters=4)
    tensor([1.0000, 0.8000, 0.6000, 0.4000, 0.2000, 0.2000, 0.2000])
    >>> rates(start_factor=0.0)
    Traceback (most recent call last):
        ...
    ValueError: Starting multiplicative factor expected to be greater than 0 and less or equal to 1.
    """


def polynomial_lr():
    """``PolynomialLR`` falls to 0 in ``total_iters`` steps as ``(1 - t / total_iters) ** power``, and stays there.

    With ``power=1``, the default, it is a straight line. With 2 it falls fast at first and slowly at the end.

    >>> import torch
    >>> def rates(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.PolynomialLR(optimizer, **arguments)
    ...     seen = []
    ...     for _ in range(7):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates()
    tensor([1.0000, 0.8000, 0.6000, 0.4000, 0.2000, 0.0000, 0.0000])
    >>> rates(total_iters=4, power=2.0)
    tensor([1.0000, 0.5625, 0.2500, 0.0625, 0.0000, 0.0000, 0.0000])
    >>> (1 - torch.arange(5) / 4) ** 2
    tensor([1.0000, 0.5625, 0.2500, 0.0625, 0.0000])
    """


def sequential_lr():
    """``SequentialLR`` runs one scheduler after the other and changes over at the ``milestones``.

    This is the usual way to a warm-up: a rise for three steps, then a decay that starts from the full rate. The second
    scheduler counts from the milestone on.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> warm_up = lr_scheduler.LinearLR(optimizer, start_factor=0.25, total_iters=3)
    >>> decay = lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> scheduler = lr_scheduler.SequentialLR(optimizer, [warm_up, decay], milestones=[3])
    >>> rates = []
    >>> for _ in range(7):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> rates
    [0.25, 0.5, 0.75, 1.0, 0.5, 0.25, 0.125]
    """


def sequential_rules():
    """``SequentialLR`` needs one milestone less than schedulers, one optimizer for all, and no ``ReduceLROnPlateau``.

    Each slip has its own message. For a warm-up before ``ReduceLROnPlateau`` you write the change-over yourself.

    >>> import torch
    >>> from torch.optim import SGD, lr_scheduler
    >>> optimizer = SGD([torch.nn.Parameter()])
    >>> first = lr_scheduler.ConstantLR(optimizer)
    >>> second = lr_scheduler.PolynomialLR(optimizer)
    >>> milestones = [2, 4]
    >>> lr_scheduler.SequentialLR(optimizer, [first, second], milestones)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Sequential Schedulers expects ... but got number of schedulers 2 and the number of milestones to be ...
    >>> other = lr_scheduler.PolynomialLR(SGD([torch.nn.Parameter()]))
    >>> lr_scheduler.SequentialLR(optimizer, [first, other, second], milestones)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: SequentialLR expects all schedulers to belong to the same optimizer, but got ...

    The plateau scheduler wants a metric, which ``SequentialLR.step()`` does not have.

    >>> plateau = lr_scheduler.ReduceLROnPlateau(optimizer)
    >>> lr_scheduler.SequentialLR(optimizer, [first, second, plateau], milestones)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: SequentialLR does not support `ReduceLROnPlateau` scheduler as it requires additional kwargs ...
    """


def chained_scheduler():
    """``ChainedScheduler`` steps several schedulers at once, so their factors multiply.

    ``SequentialLR`` takes turns; this one does everything all the time. Here the decay goes on during the warm-up. The
    list comes first; the optimizer is taken from the schedulers. Stepping both yourself in each step gives the same.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> def make():
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     warm_up = lr_scheduler.ConstantLR(optimizer, factor=0.25, total_iters=2)
    ...     return optimizer, warm_up, lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> optimizer, *schedulers = make()
    >>> chained = lr_scheduler.ChainedScheduler(schedulers)
    >>> rates = []
    >>> for _ in range(5):
    ...     rates.append(chained.get_last_lr()[0])
    ...     optimizer.step()
    ...     chained.step()
    >>> rates
    [0.25, 0.125, 0.25, 0.125, 0.0625]
    >>> optimizer, warm_up, decay = make()
    >>> rates = []
    >>> for _ in range(5):
    ...     rates.append(optimizer.param_groups[0]["lr"])
    ...     optimizer.step()
    ...     warm_up.step()
    ...     decay.step()
    >>> rates
    [0.25, 0.125, 0.25, 0.125, 0.0625]
    >>> lr_scheduler.ChainedScheduler([warm_up, lr_scheduler.ReduceLROnPlateau(optimizer)])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: ChainedScheduler does not support `ReduceLROnPlateau` scheduler ...
    """


def save_a_combination():
    """The ``state_dict`` of a ``SequentialLR`` or ``ChainedScheduler`` holds the states of its parts as well.

    So saving the outer one is enough, beside the optimizer. Build the same combination again before you load.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> def make():
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     warm_up = lr_scheduler.LinearLR(optimizer, start_factor=0.25, total_iters=3)
    ...     decay = lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    ...     return optimizer, lr_scheduler.SequentialLR(optimizer, [warm_up, decay], milestones=[3])
    >>> def run(optimizer, scheduler, steps):
    ...     rates = []
    ...     for _ in range(steps):
    ...         rates.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return rates
    >>> run(*make(), 7)
    [0.25, 0.5, 0.75, 1.0, 0.5, 0.25, 0.125]
    >>> optimizer, scheduler = make()
    >>> run(optimizer, scheduler, 4)
    [0.25, 0.5, 0.75, 1.0]
    >>> saved = optimizer.state_dict(), scheduler.state_dict()
    >>> [part["last_epoch"] for part in scheduler.state_dict()["_schedulers"]]
    [2, 1]
    >>> optimizer, scheduler = make()
    >>> scheduler.last_epoch
    0
    >>> optimizer.load_state_dict(saved[0])
    >>> scheduler.load_state_dict(saved[1])
    >>> run(optimizer, scheduler, 3)
    [0.5, 0.25, 0.125]
    """


def own_scheduler():
    """Your own scheduler is a class derived from ``LRScheduler`` whose ``get_lr`` returns one rate for each group.

    ``self.base_lrs`` holds the initial rates and ``self.last_epoch`` the count; the count starts at 0 and grows with
    each ``step()``. The base class alone has no rule.

    >>> import torch
    >>> class InverseRoot(torch.optim.lr_scheduler.LRScheduler):
    ...     def get_lr(self):
    ...         return [base / (1 + self.last_epoch) ** 0.5 for base in self.base_lrs]
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=6.0)
    >>> scheduler = InverseRoot(optimizer)
    >>> rates = []
    >>> for _ in range(5):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> torch.tensor(rates)
    tensor([6.0000, 4.2426, 3.4641, 3.0000, 2.6833])
    >>> torch.optim.lr_scheduler.LRScheduler(optimizer)
    Traceback (most recent call last):
        ...
    NotImplementedError
    """


def second_scheduler():
    """A ``LambdaLR`` made second on the same optimizer starts from the ``initial_lr`` that the first scheduler noted.

    The first scheduler writes ``initial_lr`` into the parameter groups, and later ones leave it as it is. So a rate
    that you set by hand in between is forgotten by a rule that starts from the initial rate. ``StepLR``, which works on
    the present rate, keeps it. Delete the note to start anew.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = lr_scheduler.PolynomialLR(optimizer)
    >>> group = optimizer.param_groups[0]
    >>> group["initial_lr"]
    1.0
    >>> group["lr"] = 0.125
    >>> lr_scheduler.StepLR(optimizer, step_size=2).get_last_lr()
    [0.125]
    >>> lr_scheduler.LambdaLR(optimizer, lambda t: 2.0).get_last_lr()
    [2.0]
    >>> group["lr"] = 0.125
    >>> del group["initial_lr"]
    >>> lr_scheduler.LambdaLR(optimizer, lambda t: 2.0).get_last_lr()
    [0.25]
    """


def groups_added_later():
    """A parameter group that is added after the scheduler breaks ``LambdaLR``, and joins in with ``ExponentialLR``.

    Schedulers that compute from the present rate treat a new group like the others. Those that compute from the
    initial rates have none for it. Add all groups first, or make the scheduler anew.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> def step(make):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = make(optimizer)
    ...     optimizer.add_param_group({"params": [torch.nn.Parameter()], "lr": 0.25})
    ...     optimizer.step()
    ...     scheduler.step()
    ...     return scheduler.get_last_lr()
    >>> step(lambda optimizer: lr_scheduler.ExponentialLR(optimizer, gamma=0.5))
    [0.5, 0.125]
    >>> step(lambda optimizer: lr_scheduler.LambdaLR(optimizer, lambda t: t))
    Traceback (most recent call last):
        ...
    ValueError: zip() argument 2 is shorter than argument 1
    """
