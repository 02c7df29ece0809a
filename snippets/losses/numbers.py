"""Losses for numbers

When the answer is a number, the loss measures a distance. These cards compare the squared and the absolute error and
the mixtures of both. You need them when a few far-off samples dominate the training.
"""


def absolute_errors():
    """``torch.nn.L1Loss`` averages the absolute differences, so a sample that is far off counts less than in the MSE.

    One target below is an outlier. It makes up nearly all of the squared error, and less of the absolute one.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction = torch.tensor([1.0, 2.0, 4.0])
    >>> target = torch.tensor([2.0, 4.0, 19.0])
    >>> F.l1_loss(prediction, target, reduction="none")
    tensor([ 1.,  2., 15.])
    >>> F.mse_loss(prediction, target, reduction="none")
    tensor([  1.,   4., 225.])
    >>> torch.nn.L1Loss()(prediction, target)
    tensor(6.)
    >>> (prediction - target).abs().mean()
    tensor(6.)
    >>> torch.nn.MSELoss()(prediction, target)
    tensor(76.6667)
    """


def mean_or_median():
    """The constant with the smallest squared error is the mean, that with the smallest absolute error the median.

    This is why a model trained with ``l1_loss`` pays less attention to outliers. The code tries all whole numbers from
    0 to 20 as the one prediction for five targets.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> target = torch.tensor([1.0, 2.0, 3.0, 4.0, 20.0])
    >>> target.mean(), target.median()
    (tensor(6.), tensor(3.))
    >>> constants = torch.arange(21.0)
    >>> constants[-1]
    tensor(20.)
    >>> torch.stack([F.mse_loss(c.expand(5), target) for c in constants]).argmin()
    tensor(6)
    >>> torch.stack([F.l1_loss(c.expand(5), target) for c in constants]).argmin()
    tensor(3)
    """


def gradient_of_a_distance():
    """The gradient of the squared error grows with the distance; that of the absolute error is -1, 0 or 1.

    So the squared error pulls hardest where a prediction is far off and lets go near the answer. The absolute error
    pulls everywhere with the same force, also very close to the answer. ``HuberLoss`` follows the square for distances
    up to ``delta`` and then keeps its force.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -0.5, 0.0, 0.25, 3.0], requires_grad=True)
    >>> zero = torch.zeros(5)
    >>> torch.autograd.grad(F.mse_loss(x, zero, reduction="sum"), x)
    (tensor([-8.0000, -1.0000,  0.0000,  0.5000,  6.0000]),)
    >>> torch.autograd.grad(F.l1_loss(x, zero, reduction="sum"), x)
    (tensor([-1., -1.,  0.,  1.,  1.]),)
    >>> torch.autograd.grad(F.huber_loss(x, zero, reduction="sum", delta=2.0), x)
    (tensor([-2.0000, -0.5000,  0.0000,  0.2500,  2.0000]),)
    """


def huber():
    """``torch.nn.HuberLoss`` is ``0.5 * d ** 2`` for a distance up to ``delta``, then ``delta * (d - 0.5 * delta)``.

    Near the answer it behaves like the squared error, far away like the absolute one. ``delta`` is 1 by default and is
    measured in the units of the target.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> d = torch.tensor([0.5, 2.0, 3.0, 10.0])
    >>> F.huber_loss(d, torch.zeros(4), delta=2.0, reduction="none")
    tensor([ 0.1250,  2.0000,  4.0000, 18.0000])
    >>> torch.where(d <= 2.0, 0.5 * d ** 2, 2.0 * (d - 0.5 * 2.0))
    tensor([ 0.1250,  2.0000,  4.0000, 18.0000])
    >>> torch.nn.HuberLoss(delta=2.0)(d, torch.zeros(4))
    tensor(6.0312)
    >>> torch.nn.HuberLoss(reduction="none")(d, torch.zeros(4))
    tensor([0.1250, 1.5000, 2.5000, 9.5000])
    >>> F.huber_loss(d, torch.zeros(4), delta=0.0)
    Traceback (most recent call last):
        ...
    RuntimeError: huber_loss does not support non-positive values for delta.
    """


def smooth_l1():
    """``torch.nn.SmoothL1Loss(beta=b)`` is the Huber loss with ``delta=b``, divided by ``b``.

    With the default, 1, the two are the same. With another value they differ in how steep the straight part is: 1 for
    the smooth L1 loss, ``delta`` for the Huber loss. With ``beta=0`` the smooth L1 loss is the plain L1 loss.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> d = torch.tensor([0.5, 2.0, 3.0, 10.0])
    >>> zero = torch.zeros(4)
    >>> torch.nn.SmoothL1Loss(reduction="none")(d, zero)
    tensor([0.1250, 1.5000, 2.5000, 9.5000])
    >>> torch.nn.HuberLoss(reduction="none")(d, zero)
    tensor([0.1250, 1.5000, 2.5000, 9.5000])
    >>> F.smooth_l1_loss(d, zero, beta=4.0, reduction="none")
    tensor([0.0312, 0.5000, 1.1250, 8.0000])
    >>> F.huber_loss(d, zero, delta=4.0, reduction="none")
    tensor([ 0.1250,  2.0000,  4.5000, 32.0000])
    >>> F.huber_loss(d, zero, delta=4.0, reduction="none") / 4.0
    tensor([0.0312, 0.5000, 1.1250, 8.0000])
    >>> F.smooth_l1_loss(d, zero, beta=0.0, reduction="none")
    tensor([ 0.5000,  2.0000,  3.0000, 10.0000])
    """


def weighted_errors():
    """With ``weight``, ``F.mse_loss`` divides by the sum of the weights, ``F.huber_loss`` by the number of elements.

    One weight for each element says how much it counts, for example because some samples are measured better. To be
    sure of the average, take ``reduction="none"`` and do it by hand, as below.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction = torch.tensor([1.0, 2.0, 4.0])
    >>> target = torch.tensor([2.0, 4.0, 1.0])
    >>> weight = torch.tensor([1.0, 0.5, 2.0])
    >>> F.mse_loss(prediction, target, weight=weight)
    tensor(6.)
    >>> (weight * F.mse_loss(prediction, target, reduction="none")).sum() / weight.sum()
    tensor(6.)
    >>> F.huber_loss(prediction, target, weight=weight)
    tensor(2.0833)
    >>> (weight * F.huber_loss(prediction, target, reduction="none")).mean()
    tensor(2.0833)

    ``F.l1_loss`` has the argument too, but loses it on the way inside ``with torch.device(...)``: there it returns the
    plain mean, 2, and not the weighted one.

    >>> with torch.device("cpu"):
    ...     F.l1_loss(prediction, target, weight=weight)
    tensor(2.)
    >>> (weight * F.l1_loss(prediction, target, reduction="none")).sum() / weight.sum()
    tensor(2.2857)

    The classes do not have it.

    >>> import inspect
    >>> [loss.__name__ for loss in (F.mse_loss, F.huber_loss, torch.nn.MSELoss, torch.nn.HuberLoss, torch.nn.L1Loss)
    ...  if "weight" in inspect.signature(loss).parameters]
    ['mse_loss', 'huber_loss']
    """


def root_mean_squared_error():
    """There is no ``torch.nn.RMSELoss``: take the square root of the mean squared error.

    The root brings the number back to the units of the target, which reads better in a report.

    >>> import torch
    >>> prediction = torch.tensor([1.0, 2.0, 4.0])
    >>> target = torch.tensor([3.0, 4.0, 2.0])
    >>> torch.nn.RMSELoss()
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn' has no attribute 'RMSELoss'
    >>> torch.nn.functional.mse_loss(prediction, target)
    tensor(4.)
    >>> torch.nn.functional.mse_loss(prediction, target).sqrt()
    tensor(2.)

    As a loss it has a trap: for a perfect prediction its gradient is ``nan``, because the root is infinitely steep at
    0. A small number under the root helps.

    >>> x = torch.tensor([3.0, 4.0, 2.0], requires_grad=True)
    >>> torch.autograd.grad(torch.nn.functional.mse_loss(x, target).sqrt(), x)
    (tensor([nan, nan, nan]),)
    >>> safe = (torch.nn.functional.mse_loss(x, target) + 1e-8).sqrt()
    >>> safe
    tensor(1.0000e-04, grad_fn=<SqrtBackward0>)
    >>> torch.autograd.grad(safe, x)
    (tensor([0., 0., 0.]),)
    """


def integers_are_refused():
    """The losses for numbers want floats: with two integer tensors each of them stops, with its own message.

    A float prediction with an integer target is fine, and the result is a float.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction, target = torch.tensor([1, 2]), torch.tensor([3, 7])
    >>> F.mse_loss(prediction, target)
    Traceback (most recent call last):
        ...
    NotImplementedError: "mse_cpu" not implemented for 'Long'
    >>> F.huber_loss(prediction, target)
    Traceback (most recent call last):
        ...
    NotImplementedError: "huber_cpu" not implemented for 'Long'
    >>> F.smooth_l1_loss(prediction, target)
    Traceback (most recent call last):
        ...
    NotImplementedError: "smooth_l1_cpu" not implemented for 'Long'
    >>> F.l1_loss(prediction, target)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: mean(): could not infer output dtype. ... Got: Long
    >>> F.mse_loss(prediction.float(), target)
    tensor(14.5000)
    >>> F.smooth_l1_loss(prediction.float(), target)
    tensor(3.)
    >>> F.l1_loss(prediction.float(), target)
    tensor(3.5000)
    """


def other_shapes_broadcast():
    """``l1_loss``, ``smooth_l1_loss`` and ``huber_loss`` broadcast another shape with a warning, like ``mse_loss``.

    A column against a row of three values makes nine differences. The values agree, so each loss should be 0.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> import warnings
    >>> prediction = torch.tensor([[1.0], [2.0], [4.0]])
    >>> target = torch.tensor([1.0, 2.0, 4.0])
    >>> for loss in (F.l1_loss, F.smooth_l1_loss, F.huber_loss):
    ...     with warnings.catch_warnings(record=True) as caught:
    ...         warnings.simplefilter("always")
    ...         wrong = loss(prediction, target)
    ...     print(wrong, caught[0].category.__name__, loss(prediction, target.view(3, 1)))
    tensor(1.3333) UserWarning tensor(0.)
    tensor(1.) UserWarning tensor(0.)
    tensor(1.) UserWarning tensor(0.)
    """
