"""Rules for the learning rate

The simple schedulers multiply the learning rate by something at each step, and ``ReduceLROnPlateau`` waits for a
metric. These cards show the rates that each of them gives. The optimizers hold one empty parameter, because a rate
does not depend on what is trained.
"""


def step_lr():
    """``StepLR`` multiplies the rate by ``gamma`` every ``step_size`` steps: ``gamma=0.1`` leaves 10 %.

    Often written: it reduces the rate by the ratio ``gamma``. Run it: the rate falls to a tenth, not by a tenth.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.1)
    >>> rates = []
    >>> for _ in range(6):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> torch.tensor(rates)
    tensor([1.0000, 1.0000, 0.1000, 0.1000, 0.0100, 0.0100])

    ``step_size`` has no default; that of ``gamma`` is 0.1.

    >>> torch.optim.lr_scheduler.StepLR(optimizer)
    Traceback (most recent call last):
        ...
    TypeError: StepLR.__init__() missing 1 required positional argument: 'step_size'
    >>> torch.optim.lr_scheduler.StepLR(optimizer, step_size=2).gamma
    0.1
    """


def multi_step_lr():
    """``MultiStepLR`` multiplies the rate by ``gamma`` at each of the given steps, and nowhere else.

    A ``gamma`` of 0.2 leaves 20 %. The order of the milestones does not matter, and one that is given twice counts
    twice.

    >>> import torch
    >>> MultiStepLR = torch.optim.lr_scheduler.MultiStepLR
    >>> def rates(milestones, gamma):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = MultiStepLR(optimizer, milestones=milestones, gamma=gamma)
    ...     seen = []
    ...     for _ in range(6):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates([2, 3], gamma=0.5)
    tensor([1.0000, 1.0000, 0.5000, 0.2500, 0.2500, 0.2500])
    >>> rates([2, 3], gamma=0.2)
    tensor([1.0000, 1.0000, 0.2000, 0.0400, 0.0400, 0.0400])
    >>> rates([3, 2], gamma=0.2)
    tensor([1.0000, 1.0000, 0.2000, 0.0400, 0.0400, 0.0400])
    >>> rates([4, 4], gamma=0.5)
    tensor([1.0000, 1.0000, 1.0000, 1.0000, 0.2500, 0.2500])
    """


def exponential_lr():
    """``ExponentialLR`` multiplies the rate by ``gamma`` at every step.

    After ``n`` steps the rate is ``lr * gamma ** n``. A ``gamma`` that is good per epoch is far too small per batch:
    after 100 steps hardly anything is left.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
    >>> rates = []
    >>> for _ in range(101):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> torch.tensor(rates[:4])
    tensor([1.0000, 0.9000, 0.8100, 0.7290])
    >>> torch.tensor(rates[-1])
    tensor(2.6561e-05)
    """


def lambda_lr():
    """``LambdaLR`` multiplies the initial rate, not the present one, by your function of the step.

    So ``0.95 ** epoch`` gives a decay, and a constant 0.5 gives half the rate at every step, from the start.

    >>> import torch
    >>> def rates(factor):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=factor)
    ...     seen = []
    ...     for _ in range(4):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(lambda epoch: 0.95 ** epoch)
    tensor([1.0000, 0.9500, 0.9025, 0.8574])
    >>> rates(lambda epoch: 0.5)
    tensor([0.5000, 0.5000, 0.5000, 0.5000])
    """


def lambda_lr_parenthesis():
    """A second closing parenthesis after ``lambda epoch: 0.95**epoch`` is a ``SyntaxError``.

    Often written: ``LambdaLR(optimizer = optimizer, lr_lambda = lambda epoch : 0.95**epoch))``. Run it: Python cannot
    read the line. With one parenthesis it can.

    >>> import torch
    >>> line = "LambdaLR(optimizer = optimizer, lr_lambda = lambda epoch : 0.95**epoch)"
    >>> exec("scheduler = " + line + ")")
    Traceback (most recent call last):
        ...
    SyntaxError: unmatched ')'
    >>> from torch.optim.lr_scheduler import LambdaLR
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=2.0)
    >>> exec("scheduler = " + line)
    >>> optimizer.step()
    >>> scheduler.step()
    >>> scheduler.get_last_lr()
    [1.9]
    """


def lambda_for_each_group():
    """``LambdaLR`` takes a list of functions, one for each parameter group; their number must match.

    Parameter groups have rates of their own, for example a small one for layers that are already trained.

    >>> import torch
    >>> def make():
    ...     low, high = {"params": [torch.nn.Parameter()], "lr": 0.25}, {"params": [torch.nn.Parameter()], "lr": 1.0}
    ...     return torch.optim.SGD([high, low])
    >>> optimizer = make()
    >>> scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, [lambda t: 1 / (t + 1), lambda t: 1 + t])
    >>> scheduler.get_last_lr()
    [1.0, 0.25]
    >>> optimizer.step()
    >>> scheduler.step()
    >>> scheduler.get_last_lr()
    [0.5, 0.5]
    >>> torch.optim.lr_scheduler.LambdaLR(optimizer, [lambda t: 1.0])
    Traceback (most recent call last):
        ...
    ValueError: Expected 2 lr_lambdas, but got 1

    One function, and every other scheduler, applies to all groups, each from its own rate.

    >>> optimizer = make()
    >>> scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> optimizer.step()
    >>> scheduler.step()
    >>> scheduler.get_last_lr()
    [0.5, 0.125]
    """


def lambdas_are_not_saved():
    """The ``state_dict`` of a ``LambdaLR`` keeps the count, but not a function; it does keep a callable object.

    After loading, the new scheduler uses the function that it was made with. So make it with the same function, or use
    an object with ``__call__``, whose attributes are saved.

    >>> import torch
    >>> class Decay:
    ...     def __init__(self, base):
    ...         self.base = base
    ...     def __call__(self, epoch):
    ...         return self.base ** epoch
    >>> def make(factor):
    ...     return torch.optim.lr_scheduler.LambdaLR(torch.optim.SGD([torch.nn.Parameter()], lr=1.0), factor)
    >>> make(lambda epoch: epoch).state_dict()["lr_lambdas"]
    [None]
    >>> make(Decay(0.5)).state_dict()["lr_lambdas"]
    [{'base': 0.5}]
    >>> scheduler = make(Decay(0.9))
    >>> scheduler.lr_lambdas[0].base
    0.9
    >>> scheduler.load_state_dict(make(Decay(0.5)).state_dict())
    >>> scheduler.lr_lambdas[0].base
    0.5
    >>> for _ in range(3):
    ...     scheduler.optimizer.step()
    ...     scheduler.step()
    >>> scheduler.get_last_lr()
    [0.125]
    """


def multiplicative_lr():
    """``MultiplicativeLR`` multiplies the present rate by your function of the step, starting with step 1.

    The factors pile up: with ``0.5 * epoch`` they are 0.5, 1, 1.5 and 2. ``LambdaLR`` with the same function would
    start at 0 and give half, one, one and a half and two times the initial rate.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> for kind in (lr_scheduler.MultiplicativeLR, lr_scheduler.LambdaLR):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = kind(optimizer, lr_lambda=lambda epoch: 0.5 * epoch)
    ...     rates = []
    ...     for _ in range(5):
    ...         rates.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     print(rates)
    [1.0, 0.5, 0.5, 0.75, 1.5]
    [0.0, 0.5, 1.0, 1.5, 2.0]
    """


def cosine_annealing_lr():
    """``CosineAnnealingLR`` falls like half a cosine, from the initial rate to ``eta_min`` in ``T_max`` steps.

    It is slow at both ends and fast in the middle. ``eta_min`` is 0 by default. By hand the rate at step ``t`` is
    ``eta_min + (lr - eta_min) * (1 + cos(pi * t / T_max)) / 2``.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=4)
    >>> rates = []
    >>> for _ in range(9):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> torch.tensor(rates[:5])
    tensor([1.0000, 0.8536, 0.5000, 0.1464, 0.0000])
    >>> (1 + torch.cos(torch.pi * torch.arange(5) / 4)) / 2
    tensor([1.0000, 0.8536, 0.5000, 0.1464, 0.0000])

    If you go on stepping, the rate climbs again.

    >>> torch.tensor(rates[5:])
    tensor([0.1464, 0.5000, 0.8536, 1.0000])
    """


def t_max():
    """``T_max`` is the number of steps down to ``eta_min``; after it ``CosineAnnealingLR`` climbs again, for ever.

    Often written: it falls, returns to the initial rate, and repeats this at most ``T_max`` times. Run it with 4: the
    rate is lowest at the steps 4 and 12, and back at 1 at the steps 8 and 16. So set ``T_max`` to the number of
    steps you train, unless you want the climb.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=4, eta_min=0.1)
    >>> rates = []
    >>> for _ in range(18):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> torch.tensor(rates)
    tensor([1.0000, 0.8682, 0.5500, 0.2318, 0.1000, 0.2318, 0.5500, 0.8682, 1.0000,
            0.8682, 0.5500, 0.2318, 0.1000, 0.2318, 0.5500, 0.8682, 1.0000, 0.8682])
    """


def plateau():
    """``ReduceLROnPlateau`` multiplies the rate by ``factor`` once a metric has stopped improving.

    It needs the metric: you call ``scheduler.step(metric)``, usually after each epoch and with the validation loss.
    The first metric below sets the mark, the next ones do not beat it. A metric that goes on falling keeps the rate.

    >>> import torch
    >>> def rates(metrics):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=1)
    ...     seen = []
    ...     for metric in metrics:
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step(metric)
    ...     return seen + scheduler.get_last_lr(), scheduler.best
    >>> rates([0.7] * 3)
    ([1.0, 1.0, 1.0, 0.1], 0.7)
    >>> rates([0.7, 0.6, 0.5])
    ([1.0, 1.0, 1.0, 1.0], 0.5)

    Without the metric, ``step()`` raises an error. The defaults are a factor of 0.1 and a patience of 10.

    >>> scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([torch.nn.Parameter()]))
    >>> scheduler.step()
    Traceback (most recent call last):
        ...
    TypeError: ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'
    >>> scheduler.step(0.7)
    >>> scheduler.best
    0.7
    >>> scheduler.factor, scheduler.patience
    (0.1, 10)
    """


def misspelled_plateau():
    """The name ``ReduceLROnPlateau`` has a letter O; ``ReduceLR0nPlateau``, with a zero, does not exist.

    In many fonts the two look alike. Run it: the message shows which one you typed.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()])
    >>> torch.optim.lr_scheduler.ReduceLR0nPlateau(optimizer)
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.optim.lr_scheduler' has no attribute 'ReduceLR0nPlateau'
    >>> type(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)).__name__
    'ReduceLROnPlateau'
    """


def plateau_patience():
    """``patience=2`` forgives two bad steps: the third without improvement lowers the rate.

    Often written: the rate falls when the metric has not improved for ``patience`` epochs. Run it: the first call sets
    the mark, two bad ones are counted, and only the next one, when the count exceeds the patience, has an effect.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=2, factor=0.5)
    >>> for epoch in range(5):
    ...     optimizer.step()
    ...     scheduler.step(0.7)
    ...     print(epoch, scheduler.num_bad_epochs, scheduler.get_last_lr())
    0 0 [1.0]
    1 1 [1.0]
    2 2 [1.0]
    3 0 [0.5]
    4 1 [0.5]
    >>> scheduler.best
    0.7
    """


def plateau_mode():
    """``mode="min"``, the default, takes a falling metric for an improvement; ``mode="max"`` a rising one.

    Say ``"max"`` for an accuracy. In the wrong mode the rate falls although the model gets better. There are no other
    modes.

    >>> import torch
    >>> def rates(mode):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode, patience=0, factor=0.5)
    ...     seen = []
    ...     for accuracy in (0.6, 0.7, 0.8):
    ...         optimizer.step()
    ...         scheduler.step(accuracy)
    ...         seen.append(scheduler.get_last_lr()[0])
    ...     return seen
    >>> rates("max")
    [1.0, 1.0, 1.0]
    >>> rates("min")
    [1.0, 0.5, 0.25]
    >>> rates("up")
    Traceback (most recent call last):
        ...
    ValueError: mode up is unknown!
    """


def plateau_threshold():
    """``ReduceLROnPlateau`` ignores improvements below ``threshold``, pauses for ``cooldown``, and stops at ``min_lr``.

    By default the threshold is 0.0001 of the best value. With ``threshold_mode="abs"`` it is a difference. Here 0.95 is
    too little below 1.0, and 0.85 is enough below it.

    >>> import torch
    >>> def rates(metrics, **arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=0, factor=0.5, **arguments)
    ...     seen = []
    ...     for metric in metrics:
    ...         optimizer.step()
    ...         scheduler.step(metric)
    ...         seen.append(scheduler.get_last_lr()[0])
    ...     return seen
    >>> metrics = [1.0, 0.95, 0.85]
    >>> rates(metrics, threshold=0.1, threshold_mode="abs")
    [1.0, 0.5, 0.5]
    >>> rates(metrics)
    [1.0, 1.0, 1.0]

    The relative threshold is a part of the best value. For losses that are 20 times as large it is 20 times as wide,
    while an absolute one of 0.1 is so small that both steps count as improvements.

    >>> large = [20 * metric for metric in metrics]
    >>> rates(large, threshold=0.1, threshold_mode="abs")
    [1.0, 1.0, 1.0]
    >>> rates(large, threshold=0.1, threshold_mode="rel")
    [1.0, 0.5, 0.5]

    After a reduction, ``cooldown=2`` waits two steps before it counts again; ``min_lr`` is the floor.

    >>> flat = [1.0] * 6
    >>> rates(flat)
    [1.0, 0.5, 0.25, 0.125, 0.0625, 0.03125]
    >>> rates(flat, cooldown=2)
    [1.0, 0.5, 0.5, 0.5, 0.25, 0.25]
    >>> rates(flat, min_lr=0.2)
    [1.0, 0.5, 0.25, 0.2, 0.2, 0.2]
    """
