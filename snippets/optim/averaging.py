"""Averaging weights

Instead of the weights of the very last step you can use a mean over many steps, in which their jumps cancel.
``torch.optim.swa_utils`` keeps such a mean beside the model. These cards show how it is computed and used.
"""


def averaged_model():
    """``AveragedModel`` holds a copy of your model whose weights are the equal mean of all that you fed it.

    Call ``update_parameters`` when the current weights should count, for example after every epoch late in training.
    The first call copies. Here the weight is 2, then 3, then 7.

    >>> import torch
    >>> from torch.optim.swa_utils import AveragedModel
    >>> model = torch.nn.Linear(1, 1, bias=False)
    >>> average = AveragedModel(model)
    >>> for value in [2.0, 3.0, 7.0]:
    ...     _ = torch.nn.init.constant_(model.weight, value)
    ...     average.update_parameters(model)
    ...     print(average.module.weight.item(), average.n_averaged.item())
    2.0 1
    2.5 2
    4.0 3

    It is a model itself: call it as you call yours. The model that you train is not changed.

    >>> x = torch.tensor([[10.0]])
    >>> average(x).item(), model(x).item()
    (40.0, 70.0)
    >>> list(average.state_dict())
    ['n_averaged', 'module.weight']
    """


def stochastic_weight_averaging():
    """Averaging weights that jump from side to side of a minimum gives a weight nearer to the minimum.

    With a rate of 0.9 the weight overshoots the bottom of ``w ** 2`` at every step, from one side to the other.
    Averaging starts at the third step, and ``update_parameters`` comes after ``step``. Each line shows the weight and
    the average so far, which holds the weight of the beginning until then.

    >>> import torch
    >>> from torch.optim.swa_utils import AveragedModel
    >>> model = torch.nn.PReLU()
    >>> _ = torch.nn.init.constant_(model.weight, 1.0)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.9)
    >>> average = AveragedModel(model)
    >>> for step in range(6):
    ...     optimizer.zero_grad()
    ...     (model.weight ** 2).backward()
    ...     optimizer.step()
    ...     if step >= 2:
    ...         average.update_parameters(model)
    ...     print(step, round(model.weight.item(), 4), round(average.module.weight.item(), 4))
    0 -0.8 1.0
    1 0.64 1.0
    2 -0.512 -0.512
    3 0.4096 -0.0512
    4 -0.3277 -0.1434
    5 0.2621 -0.042
    """


def moving_average():
    """``get_ema_multi_avg_fn(decay)`` makes ``AveragedModel`` an exponential moving average: old weights fade.

    With each update the average keeps ``decay`` of itself and takes ``1 - decay`` of the new weights. It is updated
    after every step, with a ``decay`` close to 1. The first update copies. ``PReLU`` is a module with one weight.

    >>> import torch
    >>> from torch.optim.swa_utils import AveragedModel, get_ema_avg_fn, get_ema_multi_avg_fn
    >>> def averages(**options):
    ...     model = torch.nn.PReLU()
    ...     average = AveragedModel(model, **options)
    ...     found = []
    ...     for value in [2.0, 6.0, 8.0]:
    ...         torch.nn.init.constant_(model.weight, value)
    ...         average.update_parameters(model)
    ...         found.append(round(average.module.weight.item(), 6))
    ...     return found
    >>> averages(multi_avg_fn=get_ema_multi_avg_fn(0.75))
    [2.0, 3.0, 4.25]

    By hand: 0.75 * 2 + 0.25 * 6 = 3, and 0.75 * 3 + 0.25 * 8 = 4.25. The form without "multi" goes tensor by tensor and
    gives the same. A ``decay`` of 0.999 is the default.

    >>> averages(avg_fn=get_ema_avg_fn(0.75))
    [2.0, 3.0, 4.25]
    >>> averages(multi_avg_fn=get_ema_multi_avg_fn())
    [2.0, 2.004, 2.009996]
    """


def averaging_functions():
    """``avg_fn`` is any function of the average, the new weight and the count so far; it returns the new average.

    ``get_swa_avg_fn()`` is the equal mean, which you get without an argument. ``get_swa_multi_avg_fn()`` is the same
    for lists of tensors, changed in place. Called by hand, with an average of 4 over two models and a new weight of 7:

    >>> import torch
    >>> from torch.optim import swa_utils
    >>> average, new = torch.tensor([4.0, 10.0]), torch.tensor([7.0, 1.0])
    >>> swa_utils.get_swa_avg_fn()(average, new, 2)
    tensor([5., 7.])
    >>> swa_utils.get_swa_multi_avg_fn()([average], [new], torch.tensor(2))
    >>> average
    tensor([5., 7.])

    Your own function may keep the largest weight ever seen, or anything else.

    >>> model = torch.nn.PReLU()
    >>> largest = swa_utils.AveragedModel(model, avg_fn=lambda average, new, count: torch.maximum(average, new))
    >>> for value in [2.0, 7.0, 3.0]:
    ...     _ = torch.nn.init.constant_(model.weight, value)
    ...     largest.update_parameters(model)
    ...     print(largest.module.weight.item())
    2.0
    7.0
    7.0

    Only one of the two kinds may be given.

    >>> both = {"avg_fn": swa_utils.get_swa_avg_fn(), "multi_avg_fn": swa_utils.get_swa_multi_avg_fn()}
    >>> swa_utils.AveragedModel(model, **both)
    Traceback (most recent call last):
        ...
    AssertionError: Only one of avg_fn and multi_avg_fn should be provided
    """


def averaged_buffers():
    """``AveragedModel`` averages parameters and copies buffers; with ``use_buffers=True`` it averages both.

    Buffers are tensors that are saved with a model but not trained, such as the running mean of batch normalisation.
    Averaging them is one way to have them fit the averaged weights; ``update_bn`` is the other.

    >>> import torch
    >>> from torch.optim.swa_utils import AveragedModel
    >>> def average(**options):
    ...     model = torch.nn.BatchNorm1d(1)
    ...     averaged = AveragedModel(model, **options)
    ...     for value in [2.0, 8.0]:
    ...         torch.nn.init.constant_(model.weight, value)
    ...         model.running_mean.fill_(10 * value)
    ...         averaged.update_parameters(model)
    ...     return averaged.module.weight.item(), averaged.module.running_mean.item()
    >>> average()
    (5.0, 80.0)
    >>> average(use_buffers=True)
    (5.0, 50.0)
    """


def update_bn():
    """``update_bn(loader, model)`` recomputes the running means and variances of batch normalisation from the data.

    Averaged weights have never seen data, so the stored statistics do not belong to them. One pass over the training
    data before evaluation mends that. The momentum of the layer is set aside: every batch counts the same.

    >>> import torch
    >>> from torch.optim.swa_utils import update_bn
    >>> layer = torch.nn.BatchNorm1d(1)
    >>> batches = [torch.tensor([[1.0], [3.0]]), torch.tensor([[6.0], [12.0]])]
    >>> layer.eval().running_mean, layer.running_var
    (tensor([0.]), tensor([1.]))
    >>> update_bn(batches, layer)
    >>> layer.running_mean, layer.running_var
    (tensor([5.5000]), tensor([10.]))
    >>> layer.momentum, layer.training
    (0.1, False)

    By hand: the means of the batches are 2 and 9, their variances 2 and 18. A batch may also be a pair of inputs and
    labels; the first part is used.

    >>> update_bn([(batches[1], "labels")], layer)
    >>> layer.running_mean
    tensor([9.])
    """


def swalr():
    """``torch.optim.swa_utils.SWALR`` leads the rate to ``swa_lr`` within ``anneal_epochs`` steps and keeps it there.

    Averaging works best while the weights still move about, so the rate must not go to zero. The way there is a cosine
    unless you ask for ``anneal_strategy="linear"``.

    >>> import torch
    >>> SWALR = torch.optim.swa_utils.SWALR
    >>> def rates(**options):
    ...     w = torch.nn.Parameter(torch.tensor(1.0))
    ...     optimizer = torch.optim.SGD([w], lr=0.9)
    ...     scheduler = SWALR(optimizer, swa_lr=0.1, **options)
    ...     found = []
    ...     for _ in range(6):
    ...         found.append(round(optimizer.param_groups[0]["lr"], 4))
    ...         optimizer.step()
    ...         scheduler.step()
    ...     return found
    >>> rates(anneal_epochs=4, anneal_strategy="linear")
    [0.9, 0.7, 0.5, 0.3, 0.1, 0.1]
    >>> rates(anneal_epochs=4)
    [0.9, 0.7828, 0.5, 0.2172, 0.1, 0.1]
    >>> rates()
    [0.9, 0.8804, 0.8236, 0.7351, 0.6236, 0.5]
    """
