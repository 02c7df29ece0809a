"""The optimizers of torch.optim

Fifteen classes share one interface and differ in the rule that turns a gradient into a step. Each card runs one rule on
a few numbers, next to the same rule written by hand, so that you can see what makes it special.
"""


def catalogue():
    """``torch.optim`` holds fifteen optimizer classes: the ten of older lists and AdamW, NAdam, RAdam, Adafactor, Muon.

    Often written: SGD, Adam, Adagrad, Adadelta, Adamax, ASGD, RMSprop, Rprop, LBFGS and SparseAdam are all there is.
    Run it: five more are there. AdamW is a common choice today.

    >>> import torch
    >>> classes = {name for name in torch.optim.__all__ if isinstance(getattr(torch.optim, name), type)}
    >>> classes.remove("Optimizer")
    >>> len(classes)
    15
    >>> ten = {"SGD", "Adam", "Adagrad", "Adadelta", "Adamax", "ASGD", "RMSprop", "Rprop", "LBFGS", "SparseAdam"}
    >>> len(ten), ten - classes
    (10, set())
    >>> sorted(classes - ten)
    ['Adafactor', 'AdamW', 'Muon', 'NAdam', 'RAdam']

    Stochastic gradient descent is at the centre: one step of SGD is ``w - lr * grad``. Most others build on it. LBFGS,
    which estimates curvature, and Rprop, which reads only signs, do not.

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> w.grad = torch.tensor(3.0)
    >>> torch.optim.SGD([w], lr=0.25).step()
    >>> w
    tensor(0.2500, requires_grad=True)
    """


def adam():
    """Adam's first step moves each weight by about ``lr`` against its gradient's sign, however large the gradient.

    Adam divides a running average of the gradient by the root of a running average of its square. In the first step
    both hold the same gradient, so its size cancels. This is why one learning rate suits weights with gradients of
    very different size.

    >>> import torch
    >>> gradient = torch.tensor([1e-3, -1.0, 1e3])
    >>> w = torch.zeros(3, requires_grad=True)
    >>> w.grad = gradient
    >>> torch.optim.Adam([w], lr=0.25).step()
    >>> w
    tensor([-0.2500,  0.2500, -0.2500], requires_grad=True)

    SGD takes steps as different as the gradients.

    >>> v = torch.nn.Parameter(torch.zeros_like(w))
    >>> v.grad = gradient
    >>> torch.optim.SGD([v], lr=0.25).step()
    >>> print(*(f"{value:g}" for value in v.tolist()))
    -0.00025 0.25 -250

    The defaults are a rate of 0.001 and averages that keep 0.9 and 0.999 of their old value.

    >>> optimizer = torch.optim.Adam([w])
    >>> optimizer.defaults["lr"], optimizer.defaults["betas"]
    (0.001, (0.9, 0.999))
    """


def adam_by_hand():
    """Adam moves by ``lr * m / sqrt(v)``, with averages ``m`` and ``v`` that are corrected for starting at zero.

    ``betas`` says how much of the old averages is kept. After ``t`` steps they hold only ``1 - beta ** t`` of a full
    average, because they began at zero, and they are divided by that. Here the gradients are 1 and then 3.

    >>> import torch
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.5, 0.75))
    >>> for gradient in [1.0, 3.0]:
    ...     w.grad = torch.tensor(gradient)
    ...     optimizer.step()
    ...     print(w)
    tensor(1.9000, requires_grad=True)
    tensor(1.8011, requires_grad=True)
    >>> optimizer.state[w]
    {'step': tensor(2.), 'exp_avg': tensor(1.7500), 'exp_avg_sq': tensor(2.4375)}

    The same rule in plain Python; ``eps``, 1e-8, only guards against a division by zero.

    >>> weight, m, v = 2.0, 0.0, 0.0
    >>> for t, gradient in [(1, 1.0), (2, 3.0)]:
    ...     m = 0.5 * m + 0.5 * gradient
    ...     v = 0.75 * v + 0.25 * gradient ** 2
    ...     weight -= 0.1 * (m / (1 - 0.5 ** t)) / (v / (1 - 0.75 ** t)) ** 0.5
    ...     print(f"{weight:.4f}")
    1.9000
    1.8011
    """


def amsgrad():
    """``Adam(amsgrad=True)`` divides by the largest average of squares so far, so an old peak keeps the steps small.

    Plain Adam forgets a large gradient after a while and takes long steps again. The gradients here are 8, then 1 for
    five steps; the last step is shown.

    >>> import torch
    >>> def last_step(**options):
    ...     w = torch.nn.Parameter(torch.tensor(0.0))
    ...     optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.0, 0.5), **options)
    ...     for gradient in [8.0, 1.0, 1.0, 1.0, 1.0, 1.0]:
    ...         before = w.item()
    ...         w.grad = torch.tensor(gradient)
    ...         optimizer.step()
    ...     print(f"{before - w.item():.4f}", *optimizer.state[w])
    >>> last_step()
    0.0707 step exp_avg exp_avg_sq
    >>> last_step(amsgrad=True)
    0.0175 step exp_avg exp_avg_sq max_exp_avg_sq

    By hand: the average of squares is 32 after the first step, and 1.96875 after the last; 1 - 0.5 ** 6 corrects it.

    >>> round(0.1 * 1 / (1.96875 / (1 - 0.5 ** 6)) ** 0.5, 4)
    0.0707
    >>> round(0.1 * 1 / (32 / (1 - 0.5 ** 6)) ** 0.5, 4)
    0.0175
    """


def adamw():
    """AdamW is Adam whose weight decay, 0.01 unless you say otherwise, shrinks the weight before Adam's step.

    By hand, the first step turns 4 into 4 * (1 - 0.1 * 0.5) - 0.1 = 3.7: the decay does not pass through Adam's
    division. In Adam with ``weight_decay`` it does, and drowns in it.

    >>> import torch
    >>> def first_step(optimizer_class, **options):
    ...     w = torch.tensor(4.0, requires_grad=True)
    ...     w.grad = torch.tensor(3.0)
    ...     optimizer_class([w], lr=0.1, **options).step()
    ...     return w
    >>> first_step(torch.optim.AdamW, weight_decay=0.5)
    tensor(3.7000, requires_grad=True)
    >>> first_step(torch.optim.AdamW, weight_decay=1.5)
    tensor(3.3000, requires_grad=True)
    >>> first_step(torch.optim.Adam, weight_decay=1.5)
    tensor(3.9000, requires_grad=True)
    >>> first_step(torch.optim.AdamW)
    tensor(3.8960, requires_grad=True)
    """


def adamax():
    """Adamax is Adam with the largest recent gradient, ``exp_inf``, in place of the average of squares.

    The largest gradient fades: each step keeps ``beta2`` of it, unless the new gradient is larger. Here the gradients
    are 4 and then 1, so the divisor is 4 and then 0.75 * 4. Only the average ``exp_avg`` is corrected for starting at
    zero. The line with ``round`` computes both steps by hand.

    >>> import torch
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> optimizer = torch.optim.Adamax([w], lr=0.1, betas=(0.5, 0.75))
    >>> for gradient in [4.0, 1.0]:
    ...     w.grad = torch.tensor(gradient)
    ...     optimizer.step()
    ...     print(w, optimizer.state[w]["exp_avg"], optimizer.state[w]["exp_inf"])
    tensor(1.9000, requires_grad=True) tensor(2.) tensor(4.)
    tensor(1.8333, requires_grad=True) tensor(1.5000) tensor(3.)
    >>> round(2 - 0.1 * 2 / 0.5 / 4 - 0.1 * 1.5 / 0.75 / 3, 4)
    1.8333

    With its default rate of 0.002, twenty steps on ``x ** 2`` bring ``x`` down by about twenty times the rate.

    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> optimizer = torch.optim.Adamax([x])
    >>> optimizer.defaults["lr"]
    0.002
    >>> for _ in range(20):
    ...     optimizer.zero_grad()
    ...     (x ** 2).backward()
    ...     optimizer.step()
    >>> x
    tensor(2.9599, requires_grad=True)
    """


def nadam():
    """NAdam is Adam with Nesterov's look-ahead: the newest gradient counts more in each step than in Adam.

    The gradients are 1 and then 3. NAdam reacts to the larger one with a longer step than Adam does.

    >>> import torch
    >>> def train(optimizer_class, **options):
    ...     w = torch.tensor(2.0, requires_grad=True)
    ...     optimizer = optimizer_class([w], lr=0.1, betas=(0.5, 0.75), **options)
    ...     for gradient in [1.0, 3.0]:
    ...         w.grad = torch.tensor(gradient)
    ...         optimizer.step()
    ...         print(w)
    >>> train(torch.optim.Adam)
    tensor(1.9000, requires_grad=True)
    tensor(1.8011, requires_grad=True)
    >>> train(torch.optim.NAdam, momentum_decay=0)
    tensor(1.8867, requires_grad=True)
    tensor(1.7662, requires_grad=True)

    By hand, for NAdam: ``momentum_decay=0`` keeps the share of momentum, ``mu``, at half of the first beta.
    The newest gradient comes in twice, inside the average ``m`` and once more beside it.

    >>> weight, m, v, mu, product = 2.0, 0.0, 0.0, 0.25, 1.0
    >>> for t, gradient in [(1, 1.0), (2, 3.0)]:
    ...     m = 0.5 * m + 0.5 * gradient
    ...     v = 0.75 * v + 0.25 * gradient ** 2
    ...     product *= mu
    ...     update = (1 - mu) * gradient / (1 - product) + mu * m / (1 - product * mu)
    ...     weight -= 0.1 * update / (v / (1 - 0.75 ** t)) ** 0.5
    ...     print(f"{weight:.4f}")
    1.8867
    1.7662
    """


def radam():
    """RAdam takes plain momentum steps until it has seen enough gradients to trust their average of squares.

    With the default betas that is from the sixth step on. Before, the gradient is not divided by anything, so a
    gradient of 2 moves the weight by ``2 * lr``. Then a factor that starts small keeps the divided step short.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.tensor(0.0, dtype=torch.float64))
    >>> optimizer = torch.optim.RAdam([w], lr=0.1)
    >>> steps = []
    >>> for _ in range(7):
    ...     before = w.item()
    ...     w.grad = torch.full_like(w, 2.0)
    ...     optimizer.step()
    ...     steps.append(round(before - w.item(), 7))
    >>> steps
    [0.2, 0.2, 0.2, 0.2, 0.2, 0.0025821, 0.0032739]

    By hand: the factor is used as soon as the ``length`` of the average is more than 5.

    >>> def length(step):
    ...     return 1999 - 2 * step * 0.999 ** step / (1 - 0.999 ** step)
    >>> def factor(step):
    ...     longest, now = 1999, length(step)
    ...     return ((now - 4) * (now - 2) * longest / ((longest - 4) * (longest - 2) * now)) ** 0.5
    >>> round(length(5), 5), round(length(6), 5)
    (4.996, 5.99416)
    >>> round(0.1 * factor(6), 7), round(0.1 * factor(7), 7)
    (0.0025821, 0.0032739)
    """


def adagrad():
    """Adagrad divides by the root of the sum of all squared gradients, so under a steady gradient its steps shrink.

    A weight that seldom gets a gradient keeps a high rate: good for rare features. The sum never shrinks, and a long
    training gets ever slower. With a gradient of 3 the steps are ``lr`` over the roots of 1, 2, 3 and 4.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.tensor(0.0))
    >>> optimizer = torch.optim.Adagrad([w], lr=0.1)
    >>> for _ in range(4):
    ...     before = w.item()
    ...     w.grad = torch.tensor(3.0)
    ...     optimizer.step()
    ...     print(f"{before - w.item():.4f}", optimizer.state[w]["sum"])
    0.1000 tensor(9.)
    0.0707 tensor(18.)
    0.0577 tensor(27.)
    0.0500 tensor(36.)
    >>> [round(0.1 * 3 / (3 ** 2 * step) ** 0.5, 4) for step in [1, 2, 3, 4]]
    [0.1, 0.0707, 0.0577, 0.05]

    On ``x ** 2`` twenty steps at the default rate, 0.01, come a little nearer to the bottom.

    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> optimizer = torch.optim.Adagrad([x])
    >>> optimizer.defaults["lr"]
    0.01
    >>> for _ in range(20):
    ...     optimizer.zero_grad()
    ...     (x ** 2).backward()
    ...     optimizer.step()
    >>> x
    tensor(2.9244, requires_grad=True)
    """


def rmsprop():
    """``torch.optim.RMSprop``, with a small "prop", divides by the root of a running average of squared gradients.

    Often written: ``torch.optim.RMSProp``. Run it: there is no such name.

    >>> import torch
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> torch.optim.RMSProp([w])
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.optim' has no attribute 'RMSProp'
    >>> optimizer = torch.optim.RMSprop([w], lr=0.1)

    The average starts at zero and is not corrected for that as Adam's is. With the default ``alpha=0.99`` it holds one
    hundredth of the first squared gradient, and so the first step is ten times ``lr``.

    >>> for gradient in [3.0, 3.0]:
    ...     w.grad = torch.tensor(gradient)
    ...     optimizer.step()
    ...     print(w, optimizer.state[w]["square_avg"])
    tensor(1.0000, requires_grad=True) tensor(0.0900)
    tensor(0.2911, requires_grad=True) tensor(0.1791)
    >>> round(2 - 0.1 * 3 / 0.09 ** 0.5 - 0.1 * 3 / 0.1791 ** 0.5, 4)
    0.2911
    """


def rmsprop_options():
    """``RMSprop(centered=True)`` divides by the spread of the gradients, not their size; ``momentum`` adds a velocity.

    The square of the spread is the average of squares minus the square of the average. Where the gradients hardly vary
    it is small, and the steps are long. The gradients are 4 and then 8.

    >>> import torch
    >>> def train(**options):
    ...     w = torch.tensor(8.0, requires_grad=True)
    ...     optimizer = torch.optim.RMSprop([w], lr=0.1, alpha=0.5, **options)
    ...     for gradient in [4.0, 8.0]:
    ...         w.grad = torch.tensor(gradient)
    ...         optimizer.step()
    ...         print(w)
    >>> train()
    tensor(7.8586, requires_grad=True)
    tensor(7.7252, requires_grad=True)
    >>> train(centered=True)
    tensor(7.8000, requires_grad=True)
    tensor(7.5588, requires_grad=True)

    By hand: the averages of squares are 8 and then 36, the averages of the gradients 2 and then 5.

    >>> round(8 - 0.1 * 4 / (8 - 2 ** 2) ** 0.5 - 0.1 * 8 / (36 - 5 ** 2) ** 0.5, 4)
    7.5588

    Momentum adds up the divided gradients: the second velocity is half of the first plus 8 / 6.

    >>> train(momentum=0.5)
    tensor(7.8586, requires_grad=True)
    tensor(7.6545, requires_grad=True)
    >>> round(8 - 0.1 * 4 / 8 ** 0.5 - 0.1 * (0.5 * 4 / 8 ** 0.5 + 8 / 36 ** 0.5), 4)
    7.6545
    """


def adadelta():
    """Adadelta measures its steps against its own earlier steps, so its default ``lr`` is 1.0.

    Each gradient is divided by the root of its average square and multiplied by the root of the average square of past
    steps. There are no past steps at first, only ``eps``, and the method starts very slowly.

    >>> import torch
    >>> w = torch.nn.Parameter(torch.tensor(2.0))
    >>> optimizer = torch.optim.Adadelta([w])
    >>> optimizer.defaults["lr"], optimizer.defaults["rho"], optimizer.defaults["eps"]
    (1.0, 0.9, 1e-06)
    >>> for gradient in [3.0, 1.0]:
    ...     w.grad = torch.tensor(gradient)
    ...     optimizer.step()
    ...     print(f"{w.item():.6f}")
    1.996838
    1.995355

    By hand, with ``rho`` of 0.9:

    >>> weight, squares, steps = 2.0, 0.0, 0.0
    >>> for gradient in [3.0, 1.0]:
    ...     squares = 0.9 * squares + 0.1 * gradient ** 2
    ...     step = ((steps + 1e-6) / (squares + 1e-6)) ** 0.5 * gradient
    ...     steps = 0.9 * steps + 0.1 * step ** 2
    ...     weight -= step
    ...     print(f"{weight:.6f}")
    1.996838
    1.995355

    Twenty steps on ``x ** 2`` make little way.

    >>> x = torch.tensor(3.0, requires_grad=True)
    >>> optimizer = torch.optim.Adadelta([x])
    >>> for _ in range(20):
    ...     optimizer.zero_grad()
    ...     (x ** 2).backward()
    ...     optimizer.step()
    >>> x
    tensor(2.9307, requires_grad=True)
    """


def base_class():
    """Every optimizer is a subclass of ``torch.optim.Optimizer``, which keeps the parameters but knows no rule.

    The base class takes the parameters and a dict of default options. Its own ``step()`` is left for subclasses to
    write.

    >>> import torch
    >>> classes = [getattr(torch.optim, name) for name in torch.optim.__all__]
    >>> classes = [cls for cls in classes if isinstance(cls, type)]
    >>> len(classes), [cls for cls in classes if not issubclass(cls, torch.optim.Optimizer)]
    (16, [])
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> base = torch.optim.Optimizer([w], {"lr": 0.5})
    >>> base.param_groups
    [{'params': [tensor(1., requires_grad=True)], 'lr': 0.5}]
    >>> base.step()
    Traceback (most recent call last):
        ...
    NotImplementedError
    """


def own_optimizer():
    """To write an optimizer, subclass ``torch.optim.Optimizer`` and define ``step()`` under ``torch.no_grad()``.

    This one moves each weight by ``lr`` against the sign of its gradient, whatever the gradient's size. The groups,
    ``zero_grad()``, saving and hooks come from the base class.

    >>> import torch
    >>> class SignSGD(torch.optim.Optimizer):
    ...     def __init__(self, params, lr):
    ...         super().__init__(params, {"lr": lr})
    ...     @torch.no_grad()
    ...     def step(self):
    ...         for group in self.param_groups:
    ...             for p in group["params"]:
    ...                 if p.grad is not None:
    ...                     p -= group["lr"] * p.grad.sign()
    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> unused = torch.tensor(4.0, requires_grad=True)
    >>> optimizer = SignSGD([w, unused], lr=0.25)
    >>> (w ** 3 - 27 * w).sum().backward()
    >>> w.grad
    tensor([-24., -15.,   0.])
    >>> optimizer.step()
    >>> w, unused
    (tensor([1.2500, 2.2500, 3.0000], requires_grad=True), tensor(4., requires_grad=True))
    >>> optimizer.zero_grad()
    >>> print(w.grad)
    None
    """
