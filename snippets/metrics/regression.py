"""Scores for regression

A regression predicts quantities, so its scores measure distances. scikit-learn and torchmetrics have the same ones,
with the two arguments in opposite order.
"""


def squared_and_absolute_errors():
    """``mean_squared_error`` is in squared units, its root and ``mean_absolute_error`` in the units of the target.

    One large error weighs more in the squares: here the 4 against three errors of 1.

    >>> import torch
    >>> from sklearn.metrics import mean_absolute_error, mean_squared_error, root_mean_squared_error
    >>> from torchmetrics import MeanAbsoluteError, MeanSquaredError
    >>> target = torch.tensor([2.0, 3.0, 4.0, 5.0])
    >>> preds = torch.tensor([3.0, 2.0, 5.0, 9.0])
    >>> mean_squared_error(target, preds), mean_absolute_error(target, preds)
    (4.75, 1.75)
    >>> MeanSquaredError()(preds, target), MeanAbsoluteError()(preds, target)
    (tensor(4.7500), tensor(1.7500))

    The root, called RMSE:

    >>> round(root_mean_squared_error(target, preds), 4)
    2.1794
    >>> MeanSquaredError(squared=False)(preds, target)
    tensor(2.1794)

    They are the losses of torch, as scores.

    >>> torch.nn.functional.mse_loss(preds, target), torch.nn.functional.l1_loss(preds, target)
    (tensor(4.7500), tensor(1.7500))
    """


def r2():
    """R2 compares with a model that always says the mean: 1 is perfect, 0 is no better, below 0 is worse.

    It is 1 minus the squared errors divided by those of the mean. Often written: R2 lies between 0 and 1. Run it with
    predictions that go the wrong way.

    >>> import torch
    >>> from sklearn.metrics import r2_score
    >>> from torchmetrics import R2Score
    >>> target = torch.tensor([1.0, 3.0, 8.0])
    >>> good, wrong = torch.tensor([2.0, 4.0, 5.0]), torch.tensor([8.0, 3.0, 1.0])
    >>> mean = target.mean().expand(3)
    >>> r2_score(target, target), r2_score(target, mean), round(r2_score(target, wrong), 4)
    (1.0, 0.0, -2.7692)
    >>> 1 - (good - target).square().sum() / (mean - target).square().sum()
    tensor(0.5769)
    >>> round(r2_score(target, good), 4), R2Score()(good, target)
    (0.5769, tensor(0.5769))

    The order matters, as the mean is the target's: truth first in scikit-learn, second in torchmetrics.

    >>> round(r2_score(good, target), 4), R2Score()(target, good)
    (-1.3571, tensor(-1.3571))
    """


def r2_of_batches():
    """The mean of R2 over batches is not R2, since each batch has a mean of its own; torchmetrics keeps the sums.

    Within each of these two batches the predictions do worse than the batch's mean. Over all samples they are good.

    >>> import torch
    >>> from torchmetrics import R2Score
    >>> target = torch.tensor([0.0, 1.0, 10.0, 11.0])
    >>> preds = torch.tensor([1.0, 0.0, 11.0, 10.0])
    >>> metric = R2Score()
    >>> for part in (slice(0, 2), slice(2, 4)):
    ...     print(metric(preds[part], target[part]))
    tensor(-3.)
    tensor(-3.)
    >>> metric.compute()
    tensor(0.9604)
    >>> R2Score()(preds, target)
    tensor(0.9604)

    One sample has no spread to compare with.

    >>> R2Score()(preds[:1], target[:1])
    Traceback (most recent call last):
        ...
    ValueError: Needs at least two samples to calculate r2 score.
    """


def shapes_must_match():
    """A prediction of shape ``(N, 1)`` and a target of shape ``(N,)`` are refused by torchmetrics, not by ``mse_loss``.

    scikit-learn takes the column for what it is meant to be. The loss broadcasts both to ``(N, N)``, with a warning,
    and returns another number.

    >>> import torch, warnings
    >>> from sklearn.metrics import mean_squared_error
    >>> from torchmetrics import MeanSquaredError
    >>> preds, target = torch.tensor([[2.0], [4.0]]), torch.tensor([1.0, 5.0])
    >>> MeanSquaredError()(preds, target)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Predictions and targets are expected to have the same shape, but got torch.Size([2, 1]) and ...
    >>> mean_squared_error(target, preds)
    1.0
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.nn.functional.mse_loss(preds, target)
    tensor(5.)
    >>> str(caught[0].message).split(" that")[0]
    'Using a target size (torch.Size([2]))'

    With one shape for both, all agree.

    >>> MeanSquaredError()(preds.squeeze(1), target), torch.nn.functional.mse_loss(preds.squeeze(1), target)
    (tensor(1.), tensor(1.))
    """


def several_outputs():
    """With several outputs for each sample, ``MeanSquaredError`` averages all; ``num_outputs`` gives one value each.

    Columns with different units, such as metres and degrees, should not be averaged. scikit-learn averages too, and
    there the option is ``multioutput="raw_values"``.

    >>> import torch
    >>> from sklearn.metrics import mean_absolute_error, mean_squared_error
    >>> from torchmetrics import MeanSquaredError
    >>> target = torch.tensor([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
    >>> preds = torch.tensor([[1.0, 13.0], [4.0, 20.0], [4.0, 33.0]])
    >>> MeanSquaredError()(preds, target)
    tensor(3.8333)
    >>> MeanSquaredError(num_outputs=2)(preds, target)
    tensor([1.6667, 6.0000])
    >>> mean_absolute_error(target, preds, multioutput="raw_values")
    array([1., 2.], dtype=float32)
    >>> round(mean_squared_error(target, preds), 4)
    3.8333
    """
