"""Cyclic schedules

Some schedules go up and down, or jump back and start again. These cards show the rates they give, what each argument
means, and what they do to the momentum. The optimizers hold one empty parameter, because a rate does not depend on
what is trained.
"""


def warm_restarts():
    """``CosineAnnealingWarmRestarts`` falls along a cosine for ``T_0`` steps and then jumps back to the initial rate.

    Often written: it falls, and climbs back over ``T_mult`` steps. Run it: after the lowest rate comes the highest.
    ``CosineAnnealingLR`` is the one that climbs. It reaches ``eta_min``; the other restarts one step before it would.

    >>> import torch
    >>> from torch.optim import lr_scheduler
    >>> def rates(make):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = make(optimizer)
    ...     seen = []
    ...     for _ in range(9):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(lambda optimizer: lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=4, eta_min=0.1))
    tensor([1.0000, 0.8682, 0.5500, 0.2318, 1.0000, 0.8682, 0.5500, 0.2318, 1.0000])
    >>> rates(lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, T_max=4, eta_min=0.1))
    tensor([1.0000, 0.8682, 0.5500, 0.2318, 0.1000, 0.2318, 0.5500, 0.8682, 1.0000])
    """


def t_mult():
    """``T_mult`` multiplies the length of the cycle after each warm restart; it is not a duration.

    With ``T_0=4`` and ``T_mult=2`` the cycles last 4, 8 and 16 steps, so the rate is back at 1 at the steps 4, 12 and
    28. With 1, the default, all cycles are equally long. Only whole numbers from 1 on are allowed.

    >>> import torch
    >>> def restarts(T_mult):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    ...     scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=4, T_mult=T_mult)
    ...     steps = []
    ...     for step in range(32):
    ...         if scheduler.get_last_lr() == [1.0]:
    ...             steps.append(step)
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return steps
    >>> restarts(T_mult=2)
    [0, 4, 12, 28]
    >>> restarts(T_mult=1)
    [0, 4, 8, 12, 16, 20, 24, 28]
    >>> restarts(T_mult=0.5)
    Traceback (most recent call last):
        ...
    ValueError: Expected integer T_mult >= 1, but got 0.5
    """


def restarts_within_an_epoch():
    """``CosineAnnealingWarmRestarts.step`` takes a fraction of an epoch, so ``T_0`` can count epochs.

    Pass ``epoch + batch / batches`` after each batch, and the rate falls smoothly. Unlike with other schedulers, this
    argument gives no warning. Here an epoch has four batches, and a cycle two epochs.

    >>> import torch
    >>> optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=1.0)
    >>> scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=2)
    >>> rates = []
    >>> for epoch in range(3):
    ...     for batch in range(4):
    ...         optimizer.step()
    ...         scheduler.step(epoch + batch / 4)
    ...         rates.append(scheduler.get_last_lr()[0])
    >>> torch.tensor(rates).view(3, 4)
    tensor([[1.0000, 0.9619, 0.8536, 0.6913],
            [0.5000, 0.3087, 0.1464, 0.0381],
            [1.0000, 0.9619, 0.8536, 0.6913]])
    """


def cyclic_lr():
    """``CyclicLR`` goes from ``base_lr`` up to ``max_lr`` in ``step_size_up`` steps and down again, over and over.

    The optimizer's own rate, 7 here, is overwritten at once. Step it after every batch: the step sizes count batches.
    ``step_size_down`` makes the way down longer or shorter; without it, both ways are the same. ``scale_fn`` sets the
    height of each peak.

    >>> import torch
    >>> def rates(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=7.0)
    ...     scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, base_lr=0.1, max_lr=0.5, **arguments)
    ...     seen = []
    ...     for _ in range(9):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(step_size_up=2)
    tensor([0.1000, 0.3000, 0.5000, 0.3000, 0.1000, 0.3000, 0.5000, 0.3000, 0.1000])
    >>> rates(step_size_up=2, step_size_down=4)
    tensor([0.1000, 0.3000, 0.5000, 0.4000, 0.3000, 0.2000, 0.1000, 0.3000, 0.5000])
    >>> rates(step_size_up=2, scale_fn=lambda cycle: 1 / cycle)
    tensor([0.1000, 0.3000, 0.5000, 0.3000, 0.1000, 0.2000, 0.3000, 0.2000, 0.1000])
    """


def cyclic_mode():
    """The ``mode`` of ``CyclicLR`` says how the peaks shrink; ``gamma`` matters in ``"exp_range"`` only.

    ``"triangular"`` keeps them, ``"triangular2"`` halves the height above ``base_lr`` after each cycle, and
    ``"exp_range"`` multiplies it by ``gamma`` at each step.

    >>> import torch
    >>> def rates(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()])
    ...     scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.1, 0.5, step_size_up=2, **arguments)
    ...     seen = []
    ...     for _ in range(9):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(mode="triangular")
    tensor([0.1000, 0.3000, 0.5000, 0.3000, 0.1000, 0.3000, 0.5000, 0.3000, 0.1000])
    >>> rates(mode="triangular", gamma=0.9)
    tensor([0.1000, 0.3000, 0.5000, 0.3000, 0.1000, 0.3000, 0.5000, 0.3000, 0.1000])
    >>> rates(mode="triangular2")
    tensor([0.1000, 0.3000, 0.5000, 0.3000, 0.1000, 0.2000, 0.3000, 0.2000, 0.1000])
    >>> rates(mode="exp_range", gamma=0.9)
    tensor([0.1000, 0.2800, 0.4240, 0.2458, 0.1000, 0.2181, 0.3126, 0.1957, 0.1000])
    >>> rates(mode="square")
    Traceback (most recent call last):
        ...
    ValueError: mode is invalid and scale_fn is None
    """


def cyclic_scale_fn():
    """``scale_fn`` gives ``CyclicLR`` your own rule for the height of the peaks, and ``mode`` is then ignored.

    The function gets the number of the cycle, from 1, or with ``scale_mode="iterations"`` the number of the step. Here
    the height is 0.4, a half of it, and a third.

    >>> import torch
    >>> def peaks(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()])
    ...     scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.1, 0.5, step_size_up=1, **arguments)
    ...     seen = []
    ...     for _ in range(7):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen[1::2])
    >>> peaks(scale_fn=lambda cycle: 1 / cycle)
    tensor([0.5000, 0.3000, 0.2333])
    >>> peaks(scale_fn=lambda cycle: 1 / cycle, mode="triangular2")
    tensor([0.5000, 0.3000, 0.2333])
    >>> peaks(mode="triangular2")
    tensor([0.5000, 0.3000, 0.2000])
    >>> peaks(scale_fn=lambda step: 1 / (1 + step), scale_mode="iterations")
    tensor([0.3000, 0.2000, 0.1667])
    """


def cyclic_arguments():
    """``CyclicLR`` takes ``base_lr`` and ``max_lr`` right after the optimizer; use keywords for the rest.

    Often written: the order is optimizer, ``step_size_up``, ``base_lr``, ``max_lr``. Run it: the step size becomes the
    lowest rate, and training would start at 4. The ``total_size`` is the length of a cycle in steps.

    >>> import torch
    >>> import inspect
    >>> from torch.optim.lr_scheduler import CyclicLR
    >>> list(inspect.signature(CyclicLR).parameters)[:7]
    ['optimizer', 'base_lr', 'max_lr', 'step_size_up', 'step_size_down', 'mode', 'gamma']
    >>> def optimizer():
    ...     return torch.optim.SGD([torch.nn.Parameter()])
    >>> scheduler = CyclicLR(optimizer(), 4, 0.1, 0.5)
    >>> scheduler.get_last_lr(), scheduler.max_lrs, scheduler.total_size
    ([4.0], [0.1], 1.0)
    >>> scheduler = CyclicLR(optimizer(), step_size_up=4, base_lr=0.1, max_lr=0.5)
    >>> scheduler.get_last_lr(), scheduler.max_lrs, scheduler.total_size
    ([0.1], [0.5], 8.0)

    The two rates have no defaults, the step size has: 2000 up and as many down.

    >>> CyclicLR(optimizer())
    Traceback (most recent call last):
        ...
    TypeError: CyclicLR.__init__() missing 2 required positional arguments: 'base_lr' and 'max_lr'
    >>> scheduler = CyclicLR(optimizer(), 0.1, 0.5)
    >>> scheduler.get_last_lr(), scheduler.max_lrs, scheduler.total_size
    ([0.1], [0.5], 4000.0)
    """


def needs_momentum():
    """``CyclicLR`` and ``OneCycleLR`` need an optimizer with momentum or betas; ``ReduceLROnPlateau`` takes any.

    Often written: ``ReduceLROnPlateau`` needs momentum. Run it with SGD without momentum and with Adagrad, which has
    none: both get a lower rate.

    >>> import torch
    >>> from torch.optim import SGD, Adagrad, lr_scheduler
    >>> for optimizer in (SGD([torch.nn.Parameter()], lr=1.0), Adagrad([torch.nn.Parameter()], lr=1.0)):
    ...     scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, patience=0, factor=0.5)
    ...     for metric in [0.7] * 2:
    ...         optimizer.step()
    ...         scheduler.step(metric)
    ...     print(type(optimizer).__name__, scheduler.best, scheduler.get_last_lr())
    SGD 0.7 [0.5]
    Adagrad 0.7 [0.5]

    The other two move the momentum as well as the rate, and say so when there is none. ``cycle_momentum=False`` turns
    it off. SGD without momentum has the option, so it is accepted, and silently gets a momentum of 0.9.

    >>> rates = {"base_lr": 0.1, "max_lr": 0.5}
    >>> lr_scheduler.CyclicLR(SGD([torch.nn.Parameter()]), **rates).optimizer.param_groups[0]["momentum"]
    0.9
    >>> lr_scheduler.CyclicLR(Adagrad([torch.nn.Parameter()]), **rates)
    Traceback (most recent call last):
        ...
    ValueError: optimizer must support momentum or beta1 with `cycle_momentum` option enabled
    >>> lr_scheduler.CyclicLR(Adagrad([torch.nn.Parameter()]), **rates, cycle_momentum=False).max_lrs
    [0.5]
    >>> plan = {"max_lr": 0.5, "total_steps": 10}
    >>> lr_scheduler.OneCycleLR(Adagrad([torch.nn.Parameter()]), **plan)
    Traceback (most recent call last):
        ...
    ValueError: optimizer must support momentum or beta1 with `cycle_momentum` option enabled
    >>> lr_scheduler.OneCycleLR(Adagrad([torch.nn.Parameter()]), **plan, cycle_momentum=False).total_steps
    10
    """


def momentum_moves_too():
    """``CyclicLR`` and ``OneCycleLR`` lower the momentum while the rate rises, even if you chose another or none.

    An SGD without momentum silently gets one, 0.9 at first. For Adam it is the first of the ``betas`` that moves. Use
    ``cycle_momentum=False`` to keep your own.

    >>> import torch
    >>> from torch.optim import SGD, Adam, lr_scheduler
    >>> optimizer = SGD([torch.nn.Parameter()])
    >>> group = optimizer.param_groups[0]
    >>> group["momentum"]
    0
    >>> scheduler = lr_scheduler.CyclicLR(optimizer, base_lr=0.1, max_lr=0.5, step_size_up=2)
    >>> for _ in range(4):
    ...     print(torch.tensor([group["lr"], group["momentum"]]))
    ...     optimizer.step()
    ...     scheduler.step()
    tensor([0.1000, 0.9000])
    tensor([0.3000, 0.8500])
    tensor([0.5000, 0.8000])
    tensor([0.3000, 0.8500])
    >>> optimizer = Adam([torch.nn.Parameter()], betas=(0.7, 0.99))
    >>> group = optimizer.param_groups[0]
    >>> scheduler = lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=10)
    >>> for _ in range(4):
    ...     print(torch.tensor([group["lr"], *group["betas"]]))
    ...     optimizer.step()
    ...     scheduler.step()
    tensor([0.0400, 0.9500, 0.9900])
    tensor([0.5200, 0.9000, 0.9900])
    tensor([1.0000, 0.8500, 0.9900])
    tensor([0.9505, 0.8550, 0.9900])
    """


def one_cycle():
    """``OneCycleLR`` starts at ``max_lr / 25``, climbs to ``max_lr``, and ends at a ten-thousandth of its start.

    Often written: it goes from the initial rate up to ``max_lr`` and back. Run it: the optimizer's own rate, 7 here, is
    overwritten, and the end is far below the start. ``div_factor`` and ``final_div_factor`` set the two ratios.

    >>> import torch
    >>> def ends(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()], lr=7.0)
    ...     scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=10, **arguments)
    ...     seen = []
    ...     for _ in range(10):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return [float(f"{rate:.3g}") for rate in (seen[0], max(seen), seen[-1])]
    >>> ends()
    [0.04, 1.0, 4e-06]
    >>> ends(div_factor=10.0, final_div_factor=100.0)
    [0.1, 1.0, 0.001]
    """


def one_cycle_steps():
    """``OneCycleLR`` must know the number of steps: ``total_steps``, or ``epochs`` and ``steps_per_epoch`` together.

    It is stepped after every batch, and steps beyond the plan are an error.

    >>> import torch
    >>> from torch.optim.lr_scheduler import OneCycleLR
    >>> def make(**arguments):
    ...     return OneCycleLR(torch.optim.SGD([torch.nn.Parameter()]), max_lr=1.0, **arguments)
    >>> make(epochs=3)
    Traceback (most recent call last):
        ...
    ValueError: You must define either total_steps OR (epochs AND steps_per_epoch)
    >>> make(total_steps=7).total_steps
    7
    >>> scheduler = make(epochs=3, steps_per_epoch=5)
    >>> scheduler.total_steps
    15
    >>> while True:
    ...     scheduler.optimizer.step()
    ...     scheduler.step()
    Traceback (most recent call last):
        ...
    ValueError: Tried to step 16 times. The specified number of total steps is 15
    """


def one_cycle_shape():
    """``pct_start`` is the part of the steps spent rising, and ``anneal_strategy`` the form: ``"cos"`` or ``"linear"``.

    The default is 30 % along a cosine. With 10 steps the peak is at step 2, counted from 0; with a ``pct_start`` of 0.6
    it is at step 5.

    >>> import torch
    >>> def rates(**arguments):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()])
    ...     scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps=10, **arguments)
    ...     seen = []
    ...     for _ in range(9):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates()
    tensor([0.0400, 0.5200, 1.0000, 0.9505, 0.8117, 0.6113, 0.3887, 0.1883, 0.0495])
    >>> rates(pct_start=0.6)
    tensor([0.0400, 0.1317, 0.3717, 0.6683, 0.9083, 1.0000, 0.8536, 0.5000, 0.1465])
    >>> rates(pct_start=0.6, anneal_strategy="linear")
    tensor([0.0400, 0.2320, 0.4240, 0.6160, 0.8080, 1.0000, 0.7500, 0.5000, 0.2500])
    >>> rates(anneal_strategy="cosine")
    Traceback (most recent call last):
        ...
    ValueError: anneal_strategy must be one of 'cos' or 'linear', instead got cosine
    """


def three_phases():
    """``OneCycleLR(three_phase=True)`` comes back to the start as fast as it rose, then falls to the end.

    Without it there are two phases, up and down to the very end. A rise of 4 of 11 steps is followed by a fall that is
    just as long. The last rates are those of the third phase.

    >>> import torch
    >>> def rates(three_phase):
    ...     optimizer = torch.optim.SGD([torch.nn.Parameter()])
    ...     scheduler = torch.optim.lr_scheduler.OneCycleLR(
    ...         optimizer, max_lr=1.0, total_steps=11, pct_start=4 / 11, anneal_strategy="linear", div_factor=4.0,
    ...         final_div_factor=5.0, three_phase=three_phase,
    ...     )
    ...     seen = []
    ...     for _ in range(11):
    ...         seen.append(scheduler.get_last_lr()[0])
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return torch.tensor(seen)
    >>> rates(three_phase=True)
    tensor([0.2500, 0.5000, 0.7500, 1.0000, 0.7500, 0.5000, 0.2500, 0.2000, 0.1500,
            0.1000, 0.0500])
    >>> rates(three_phase=False)
    tensor([0.2500, 0.5000, 0.7500, 1.0000, 0.8643, 0.7286, 0.5929, 0.4571, 0.3214,
            0.1857, 0.0500])
    """


def rates_for_groups():
    """``CyclicLR`` and ``OneCycleLR`` take a list of rates, exactly one for each parameter group.

    Layers that are already trained often get a smaller peak.

    >>> import torch
    >>> from torch.optim.lr_scheduler import CyclicLR, OneCycleLR
    >>> def make():
    ...     return torch.optim.SGD([{"params": [torch.nn.Parameter()]}, {"params": [torch.nn.Parameter()]}])
    >>> scheduler = CyclicLR(make(), base_lr=[0.1, 0.01], max_lr=[0.5, 0.05])
    >>> scheduler.get_last_lr(), scheduler.max_lrs
    ([0.1, 0.01], [0.5, 0.05])
    >>> peaks = [0.5, 0.25]
    >>> scheduler = OneCycleLR(make(), peaks, total_steps=10, div_factor=5.0)
    >>> torch.tensor(scheduler.get_last_lr()), scheduler.total_steps
    (tensor([0.1000, 0.0500]), 10)
    >>> OneCycleLR(make(), peaks[:1], total_steps=10)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: max_lr must have the same length as optimizer.param_groups. max_lr has 1 values, param_groups has 2...
    """
