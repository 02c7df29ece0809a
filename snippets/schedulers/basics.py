"""How learning-rate schedulers work

A scheduler changes the learning rate of an optimizer while you train. These cards say what it does and does not know,
when to step it, and how to read, save and load it. The optimizers here hold one empty parameter, because a rate does
not depend on what is trained.
"""


def definition():
    """A scheduler sets a new learning rate at each ``scheduler.step()``; the rule may lower it, raise it, or do both.

    Often written: a scheduler lowers the rate every so many epochs. ``StepLR`` does. ``LinearLR`` raises it, for a
    gentle start, and ``CosineAnnealingLR`` comes down and goes up again.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> def rates(make, steps):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = make(optimizer)
    ...     seen = []
    ...     for _ in range(steps):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(lambda optimizer: lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5), 6)
    tensor([1.0000, 1.0000, 0.5000, 0.5000, 0.2500, 0.2500])
    >>> rates(lambda optimizer: lr_scheduler.LinearLR(optimizer, start_factor=0.25, total_iters=3), 6)
    tensor([0.2500, 0.5000, 0.7500, 1.0000, 1.0000, 1.0000])
    >>> rates(lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, T_max=3), 7)
    tensor([1.0000, 0.7500, 0.2500, 0.0000, 0.2500, 0.7500, 1.0000])
    """


def optimizer_first():
    """Every scheduler takes the optimizer as its first argument; ``ChainedScheduler`` takes schedulers instead.

    A scheduler keeps the optimizer and changes the rates in it, so it needs nothing of the model or the data.

    >>> import torch
    >>> import inspect
    >>> from torch.optim import lr_scheduler
    >>> names = [name for name in lr_scheduler.__all__ if name != "LRScheduler"]
    >>> len(names)
    15
    >>> [name for name in names if next(iter(inspect.signature(getattr(lr_scheduler, name)).parameters)) != "optimizer"]
    ['ChainedScheduler']

    Something else is refused. A frequent slip is to pass the model.

    >>> lr_scheduler.PolynomialLR(torch.nn.Sequential())
    Traceback (most recent call last):
        ...
    TypeError: Sequential is not an Optimizer
    """


def rate_in_the_optimizer():
    """A scheduler writes the new rate into ``optimizer.param_groups``; ``get_last_lr()`` reads it as a list.

    Make the optimizer first, then the scheduler, both before training. ``get_last_lr()`` has one number for each
    parameter group.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=0.8)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    >>> optimizer.param_groups[0]["lr"]
    0.8
    >>> optimizer.step()
    >>> scheduler.step()
    >>> optimizer.param_groups[0]["lr"]
    0.4
    >>> scheduler.get_last_lr()
    [0.4]
    """


def step_length():
    """The learning rate times the gradient is how far SGD steps; a scheduler only changes that rate over time.

    Often written: the scheduler decides how far to step. Run it: the optimizer moves the weight by ``lr * grad``, with
    a scheduler or without. After ``scheduler.step()`` it does so with another rate.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.tensor(10.0))
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.25)
    >>> w.grad = torch.tensor(4.0)
    >>> optimizer.step()
    >>> w.item()
    8.0
    >>> scheduler.step()
    >>> w.item()
    8.0
    >>> optimizer.step()
    >>> w.item()
    7.5
    """


def calls_not_epochs():
    """A scheduler counts the calls of ``scheduler.step()``; it knows nothing of epochs or batches.

    Often written: it adjusts the rate by epoch. That is so when you call it once per epoch. Called after each batch,
    it counts batches. Never called, it leaves the rate as it is, however often the optimizer steps: ten times here, as
    the weight shows.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.tensor(0.0))
    >>> w.grad = torch.tensor(-1.0)
    >>> optimizer = torch.optim.SGD([w], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    >>> for _ in range(10):
    ...     optimizer.step()
    >>> w.item()
    10.0
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (0, [1.0])
    >>> scheduler.step()
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (1, [1.0])
    >>> scheduler.step()
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (2, [0.5])
    """


def per_batch_or_per_epoch():
    """``OneCycleLR`` and ``CyclicLR`` are stepped after every batch, the schedulers that count epochs once per epoch.

    Which it is depends on the unit of their numbers. ``OneCycleLR`` knows the number of batches: for 2 epochs of 5 it
    plans 10 steps. Stepped per batch it reaches its peak and its end. Stepped per epoch it is still warming up when
    training is over.

    >>> import torch
    >>> def train(per_batch):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()])
    ...     scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, epochs=2, steps_per_epoch=5)
    ...     rates = []
    ...     for epoch in range(2):
    ...         for batch in range(5):
    ...             rates.append(scheduler.get_last_lr()[0])
    ...             optimizer.step()
    ...             if per_batch:
    ...                 scheduler.step()
    ...         if not per_batch:
    ...             scheduler.step()
    ...     return torch.tensor(rates)
    >>> train(per_batch=True)
    tensor([4.0000e-02, 5.2000e-01, 1.0000e+00, 9.5048e-01, 8.1175e-01, 6.1126e-01,
            3.8874e-01, 1.8826e-01, 4.9519e-02, 4.0000e-06])
    >>> train(per_batch=False)
    tensor([0.0400, 0.0400, 0.0400, 0.0400, 0.0400, 0.5200, 0.5200, 0.5200, 0.5200,
            0.5200])
    """


def step_order():
    """Call ``optimizer.step()`` before ``scheduler.step()``: the other order skips the first rate, with a warning.

    The first step should use the first rate of the schedule, 1 here. In the wrong order the weight moves by 0.25, the
    second rate.

    >>> import torch
    >>> import warnings
    >>> def first_rate(scheduler_first):
    ...     w = torch.nn.Parameter(torch.tensor(0.0))
    ...     optimizer = torch.optim.SGD([w], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.25)
    ...     w.grad = torch.tensor(-1.0)
    ...     steps = [scheduler.step, optimizer.step] if scheduler_first else [optimizer.step, scheduler.step]
    ...     with warnings.catch_warnings(record=True) as caught:
    ...         warnings.simplefilter("always")
    ...         for step in steps:
    ...             step()
    ...     return w.item(), [str(warning.message) for warning in caught]
    >>> first_rate(scheduler_first=False)
    (1.0, [])
    >>> used, messages = first_rate(scheduler_first=True)
    >>> used
    0.25
    >>> print(*messages)  # doctest: +ELLIPSIS
    Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should ...
    """


def benefit():
    """With noisy gradients, a decaying rate can end nearer to the minimum than a fixed one.

    Each gradient below is the true one, ``w``, plus a push of 1 to one side and then to the other, as from batches that
    disagree. The first three and the last four weights are shown. With a fixed rate the weight keeps jumping from side
    to side of the minimum, 0. A falling rate makes the jumps smaller.

    >>> import torch
    >>> def train(gamma):
    ...     w = torch.nn.Parameter(torch.tensor(8.0))
    ...     optimizer = torch.optim.SGD([w], lr=0.5)
    ...     scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    ...     path = []
    ...     for step in range(30):
    ...         w.grad = w.detach() + (-1) ** step
    ...         optimizer.step()
    ...         scheduler.step()
    ...         path.append(w.item())
    ...     return torch.tensor(path[:3] + path[-4:])
    >>> train(gamma=1.0)
    tensor([ 3.5000,  2.2500,  0.6250, -0.3333,  0.3333, -0.3333,  0.3333])
    >>> train(gamma=0.9)
    tensor([3.5000, 2.3750, 1.0081, 0.0130, 0.0417, 0.0144, 0.0377])

    It is no guarantee. A rate that falls too fast stops long before the minimum.

    >>> train(gamma=0.5)
    tensor([3.5000, 2.8750, 2.3906, 2.1426, 2.1426, 2.1426, 2.1426])
    """


def no_scheduler_sees_a_minimum():
    """``StepLR`` never sees a loss; only ``ReduceLROnPlateau`` gets one, and it knows nothing of a minimum either.

    Often written: near the global minimum the scheduler lowers the rate. Run it: ``StepLR`` lowers the rate after two
    steps whatever happens. ``ReduceLROnPlateau`` keeps it while the loss improves and lowers it when the loss stalls,
    at 0.8 here as it would at any other value.

    >>> import torch
    >>> def rates(kind, losses):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     if kind == "StepLR":
    ...         scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    ...     else:
    ...         scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=0, factor=0.5)
    ...     seen = []
    ...     for loss in losses:
    ...         optimizer.step()
    ...         scheduler.step() if kind == "StepLR" else scheduler.step(loss)
    ...         seen.append(optimizer.param_groups[0]["lr"])
    ...     return seen
    >>> losses = [0.9, 0.8, 0.8, 0.7]
    >>> rates("StepLR", losses)
    [1.0, 0.5, 0.5, 0.25]
    >>> rates("ReduceLROnPlateau", losses)
    [1.0, 1.0, 0.5, 0.5]

    The same losses backwards: ``StepLR`` does not notice.

    >>> rates("StepLR", losses[::-1])
    [1.0, 0.5, 0.5, 0.25]
    >>> rates("ReduceLROnPlateau", losses[::-1])
    [1.0, 0.5, 0.25, 0.125]
    """


def verbose():
    """The argument ``verbose=True`` of the schedulers is gone: it raises a ``TypeError``; print ``get_last_lr()``.

    Old code used it to print each new rate. Now you print the rate yourself.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> rule = {"step_size": 1, "gamma": 0.25}
    >>> torch.optim.lr_scheduler.StepLR(optimizer, **rule, verbose=True)
    Traceback (most recent call last):
        ...
    TypeError: StepLR.__init__() got an unexpected keyword argument 'verbose'
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, **rule)
    >>> for epoch in range(3):
    ...     optimizer.step()
    ...     scheduler.step()
    ...     print(f"epoch {epoch}: {scheduler.get_last_lr()}")
    epoch 0: [0.25]
    epoch 1: [0.0625]
    epoch 2: [0.015625]
    """


def get_lr():
    """``scheduler.get_lr()`` is for the scheduler's own use: it warns, and can return a wrong rate.

    It computes the next rate from the present one, so at a step where the rule applies it applies it once more. Read
    the rate with ``get_last_lr()``.

    >>> import torch
    >>> import warnings
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.25)
    >>> for _ in range(2):
    ...     optimizer.step()
    ...     scheduler.step()
    >>> scheduler.get_last_lr()
    [0.25]
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     scheduler.get_lr()
    [0.0625]
    >>> print(caught[0].message)
    To get the last learning rate computed by the scheduler, please use `get_last_lr()`.
    >>> optimizer.param_groups[0]["lr"]
    0.25
    """


def step_with_an_epoch():
    """``scheduler.step(epoch)`` still sets the count to ``epoch``, but warns that the argument is being deprecated.

    Call ``step()`` without arguments. For ``ReduceLROnPlateau`` the argument is the metric, not an epoch.

    >>> import torch
    >>> import warnings
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    >>> optimizer.step()
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     scheduler.step(4)
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (4, [0.25])
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. ...
    >>> scheduler.step()
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (5, [0.25])
    """


def resume():
    """To resume a schedule, save and load ``state_dict()`` of both the scheduler and the optimizer.

    The scheduler's state holds its settings and its count, the optimizer's the present rate. Both runs below follow the
    same schedule; the second one stops after four steps and goes on with new objects.

    >>> import torch
    >>> def make():
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     return optimizer, torch.optim.lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.5)
    >>> def run(optimizer, scheduler, steps):
    ...     rates = []
    ...     for _ in range(steps):
    ...         rates.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return rates
    >>> run(*make(), 7)
    [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25]
    >>> optimizer, scheduler = make()
    >>> run(optimizer, scheduler, 4)
    [1.0, 1.0, 1.0, 0.5]
    >>> saved = {"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}
    >>> optimizer, scheduler = make()
    >>> scheduler.last_epoch
    0
    >>> optimizer.load_state_dict(saved["optimizer"])
    >>> scheduler.load_state_dict(saved["scheduler"])
    >>> scheduler.last_epoch
    4
    >>> run(optimizer, scheduler, 3)
    [0.5, 0.5, 0.25]
    """


def last_epoch_argument():
    """``last_epoch=3`` does not restore a schedule on a fresh optimizer: it raises a ``KeyError``.

    Often written: the argument, common to all schedulers, continues from a saved model. It needs an optimizer whose
    parameter groups already know their ``initial_lr``, which a scheduler noted there earlier.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> "initial_lr" in optimizer.param_groups[0]
    False
    >>> rule = {"step_size": 2, "gamma": 0.5}
    >>> lr_scheduler.StepLR(optimizer, **rule, last_epoch=3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    KeyError: "param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0...

    Nor do all schedulers have it: ``ReduceLROnPlateau`` does not, because its state is more than a count.

    >>> lr_scheduler.ReduceLROnPlateau(optimizer, last_epoch=3)
    Traceback (most recent call last):
        ...
    TypeError: ReduceLROnPlateau.__init__() got an unexpected keyword argument 'last_epoch'

    Once a scheduler was made, the note is there. Even so only the count goes on: at step 4 the rate ought to be 0.25.

    >>> scheduler = lr_scheduler.StepLR(optimizer, **rule)
    >>> optimizer.param_groups[0]["initial_lr"]
    1.0
    >>> scheduler = lr_scheduler.StepLR(optimizer, **rule, last_epoch=3)
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (4, [0.5])

    What works is to save and load the state of both. Here three steps are saved; the fourth then gives 0.25.

    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = lr_scheduler.StepLR(optimizer, **rule)
    >>> for _ in range(3):
    ...     optimizer.step()
    ...     scheduler.step()
    >>> saved = optimizer.state_dict(), scheduler.state_dict()
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = lr_scheduler.StepLR(optimizer, **rule)
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (0, [1.0])
    >>> optimizer.load_state_dict(saved[0])
    >>> scheduler.load_state_dict(saved[1])
    >>> optimizer.step()
    >>> scheduler.step()
    >>> scheduler.last_epoch, scheduler.get_last_lr()
    (4, [0.25])
    """
