"""torchmetrics

A metric of torchmetrics is an object that you feed batch by batch and ask at the end of the epoch. It counts, so that
you need not, and it lives on the device of your model.
"""


def install():
    """torchmetrics is a package of its own that needs torch; torch neither needs nor brings it.

    So ``pip install torch`` is not enough: add ``pip install torchmetrics``.

    >>> import torch
    >>> from importlib.metadata import requires
    >>> [line for line in requires("torchmetrics") if line.startswith("torch>")]
    ['torch>=2.0.0']
    >>> [line for line in requires("torch") if "metric" in line]
    []
    """


def accuracy_needs_task():
    """``torchmetrics.Accuracy()`` raises ``TypeError``: it needs ``task``, and mostly a number of classes or labels.

    ``task`` is ``"binary"`` for yes or no, ``"multiclass"`` for one of several classes, ``"multilabel"`` for several
    yes-or-no answers for each sample.

    >>> import torch
    >>> import torchmetrics
    >>> torchmetrics.Accuracy()
    Traceback (most recent call last):
        ...
    TypeError: Accuracy.__new__() missing 1 required positional argument: 'task'
    >>> torchmetrics.Accuracy(task="multiclass")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Optional arg `num_classes` must be type `int` when task is ClassificationTask.MULTICLASS. Got ...
    >>> torchmetrics.Accuracy(task="multilabel")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Optional arg `num_labels` must be type `int` when task is ClassificationTask.MULTILABEL. Got ...
    >>> torchmetrics.Accuracy(task="multiclass", num_classes=3)
    MulticlassAccuracy()

    The same holds for the function.

    >>> pred, target = torch.tensor([0, 1, 2]), torch.tensor([0, 1, 1])
    >>> torchmetrics.functional.accuracy(pred, target)
    Traceback (most recent call last):
        ...
    TypeError: accuracy() missing 1 required positional argument: 'task'
    >>> torchmetrics.functional.accuracy(pred, target, task="multiclass", num_classes=3)
    tensor(0.6667)

    With ``"multilabel"``, each label of a sample is an answer of its own. Here one of two is right.

    >>> scores, labels = torch.tensor([[0.9, 0.2]]), torch.tensor([[1, 1]])
    >>> torchmetrics.Accuracy(task="multilabel", num_labels=2)(scores, labels)
    tensor(0.5000)
    """


def batch_value():
    """``metric(preds, target)`` returns the value of this batch alone, and adds the batch to the metric's memory.

    Use it to show the progress in the loop. Predictions come first and the target second, the other way round than in
    scikit-learn. The accuracy of class numbers is the same in both orders; a precision is not.

    >>> import torch
    >>> from torchmetrics import Accuracy, Precision
    >>> metric = Accuracy(task="multiclass", num_classes=3)
    >>> metric(torch.tensor([0, 1]), torch.tensor([0, 1]))
    tensor(1.)
    >>> metric(torch.tensor([0, 1, 2, 2]), torch.tensor([0, 2, 1, 1]))
    tensor(0.2500)
    >>> metric.compute()
    tensor(0.5000)

    Calling the object runs ``forward``, as with every module.

    >>> metric.forward(torch.tensor([1]), torch.tensor([1])), metric.compute()
    (tensor(1.), tensor(0.5714))
    >>> preds, target = torch.tensor([1, 1, 1, 0]), torch.tensor([1, 0, 0, 0])
    >>> Precision(task="binary")(preds, target), Precision(task="binary")(target, preds)
    (tensor(0.3333), tensor(1.))
    """


def total():
    """``metric.compute()`` covers all samples since the last ``reset()``; it is not the mean of the batch values.

    The batches have 2 and 4 samples. Three of the six samples are right, while the mean of 2/2 and 1/4 is 0.625.

    >>> import torch
    >>> from torchmetrics import Accuracy
    >>> metric = Accuracy(task="multiclass", num_classes=3)
    >>> first = metric(torch.tensor([0, 1]), torch.tensor([0, 1]))
    >>> second = metric(torch.tensor([0, 1, 2, 2]), torch.tensor([0, 2, 1, 1]))
    >>> (first + second) / 2
    tensor(0.6250)
    >>> metric.compute()
    tensor(0.5000)

    Call ``reset()`` between epochs, and between training and validation, or their samples are mixed.

    >>> last = torch.tensor([2, 1]), torch.tensor([2, 1])
    >>> metric.update(*last)
    >>> metric.compute()
    tensor(0.6250)
    >>> metric.reset()
    >>> metric.update(*last)
    >>> metric.compute()
    tensor(1.)
    """


def update_then_compute():
    """``update`` only adds a batch, ``compute`` only reads, ``reset`` forgets; calling the metric does two at once.

    In an evaluation you want one number at the end, so ``update`` in the loop saves the work of a value for each batch.

    >>> import torch
    >>> from torchmetrics import MeanAbsoluteError
    >>> metric = MeanAbsoluteError()
    >>> metric.update(torch.tensor([1.0, 4.0]), torch.tensor([1.0, 1.0]))
    >>> metric.update(torch.tensor([7.0]), torch.tensor([5.0]))
    >>> metric.compute(), metric.update_count
    (tensor(1.6667), 2)

    What it keeps are sums, not samples.

    >>> metric.metric_state
    {'sum_abs_error': tensor([5.]), 'total': tensor(3)}
    >>> metric.reset()
    >>> metric.metric_state
    {'sum_abs_error': tensor([0.]), 'total': tensor(0)}
    >>> metric.update_count
    0

    Asked before the first batch, it warns.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     value = metric.compute()
    >>> str(caught[0].message).split(" which")[0]
    'The ``compute`` method of metric MeanAbsoluteError was called before the ``update`` method'
    """


def probabilities():
    """An accuracy takes class numbers, probabilities or logits: for scores of shape ``(N, C)`` it takes the ``argmax``.

    The target stays a vector of class numbers.

    >>> import torch
    >>> from torchmetrics.functional import accuracy
    >>> preds = torch.randn(1000, 5).softmax(dim=1)
    >>> target = torch.randint(5, (1000,))
    >>> preds.shape, torch.allclose(preds.sum(dim=1), torch.ones(1000))
    (torch.Size([1000, 5]), True)
    >>> target.shape, target.dtype, set(target.tolist()) == {0, 1, 2, 3, 4}
    (torch.Size([1000]), torch.int64, True)
    >>> share = accuracy(preds, target, task="multiclass", num_classes=5)
    >>> torch.equal(share, (preds.argmax(dim=1) == target).float().mean())
    True

    Four samples, of which the last is predicted wrongly, as class numbers, as logits and as probabilities:

    >>> classes, target = torch.tensor([0, 2, 1, 1]), torch.tensor([0, 2, 1, 0])
    >>> logits = 9.0 * torch.eye(3)[classes]
    >>> logits[1], logits[1].softmax(dim=-1).round(decimals=3)
    (tensor([0., 0., 9.]), tensor([0., 0., 1.]))
    >>> for preds in (classes, logits, logits.softmax(dim=1)):
    ...     print(accuracy(preds, target, task="multiclass", num_classes=3))
    tensor(0.7500)
    tensor(0.7500)
    tensor(0.7500)

    The second axis must have as many entries as there are classes.

    >>> accuracy(logits, target, task="multiclass", num_classes=4)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: If `preds` have one dimension more than `target`, `preds.shape[1]` should be equal to number of ...
    """


def binary_scores():
    """A binary metric reads floats in [0, 1] as probabilities and applies sigmoid if any lies outside.

    So logits work, except when by chance all of a batch lie between 0 and 1. Here 0.3 is a logit, which means a yes,
    since ``sigmoid(0.3)`` is above 0.5. In the first batch the -2 gives it away; the second is read as a probability.

    >>> import torch
    >>> from torchmetrics import Accuracy
    >>> metric = Accuracy(task="binary")
    >>> metric(torch.tensor([0.3, -2.0]), torch.tensor([1, 0]))
    tensor(1.)
    >>> scores, labels = torch.tensor([0.3, 0.9]), torch.tensor([1, 1])
    >>> metric(scores, labels)
    tensor(0.5000)

    Give probabilities, and it cannot happen. ``threshold`` is on the scale of probabilities too; exactly 0.5 counts as
    a no.

    >>> metric(scores.sigmoid(), labels)
    tensor(1.)
    >>> metric(torch.tensor([0.5]), torch.tensor([0]))
    tensor(1.)
    >>> Accuracy(task="binary", threshold=0.25)(scores, labels)
    tensor(1.)
    """


def averages():
    """With ``task="multiclass"``, accuracy, precision, recall and F1 are the same number unless you set ``average``.

    The default, ``"micro"``, counts samples. ``"macro"`` is the mean over classes, so that a rare class counts as much
    as a frequent one; ``"none"`` keeps one value for each class. The model here never finds class 2.

    >>> import torch
    >>> from torchmetrics import Accuracy, F1Score, Precision, Recall
    >>> preds, target = torch.tensor([0, 0, 0, 1, 1]), torch.tensor([0, 0, 0, 1, 2])
    >>> options = {"task": "multiclass", "num_classes": 3}
    >>> Accuracy(**options)(preds, target), Accuracy(**options, average="macro")(preds, target)
    (tensor(0.8000), tensor(0.6667))
    >>> Recall(**options)(preds, target), Recall(**options, average="none")(preds, target)
    (tensor(0.8000), tensor([1., 1., 0.]))
    >>> Precision(**options)(preds, target), Precision(**options, average="none")(preds, target)
    (tensor(0.8000), tensor([1.0000, 0.5000, 0.0000]))
    >>> F1Score(**options)(preds, target), F1Score(**options, average="macro")(preds, target)
    (tensor(0.8000), tensor(0.5556))

    The classes that carry the task in their name have another default, ``"macro"``.

    >>> from torchmetrics.classification import MulticlassAccuracy
    >>> MulticlassAccuracy(num_classes=3)(preds, target)
    tensor(0.6667)
    """


def confusion_and_auroc():
    """``ConfusionMatrix`` adds up its cells batch by batch; ``AUROC`` has to keep every score until ``compute``.

    The area under the ROC curve depends on the order of all scores, so no sum can stand for them. For long data sets
    give ``thresholds``: it then keeps counts at that many thresholds. The value is an approximation; here 0.4 and 0.35
    lie between the same two of the thresholds 0, 0.5 and 1.

    >>> import torch
    >>> from torchmetrics import AUROC, ConfusionMatrix
    >>> scores, target = torch.tensor([0.1, 0.4, 0.35, 0.8]), torch.tensor([0, 1, 0, 1])
    >>> matrix, exact, coarse = ConfusionMatrix(task="binary"), AUROC(task="binary"), AUROC(task="binary", thresholds=3)
    >>> for part in (slice(0, 3), slice(3, None)):
    ...     for metric in (matrix, exact, coarse):
    ...         metric.update(scores[part], target[part])
    >>> matrix.compute()
    tensor([[2, 0],
            [1, 1]])
    >>> exact.compute(), coarse.compute()
    (tensor(1.), tensor(0.7500))
    >>> [len(batch) for batch in exact.metric_state["preds"]]
    [3, 1]
    >>> coarse.metric_state["confmat"].shape
    torch.Size([3, 2, 2])
    """


def collection():
    """``MetricCollection`` feeds several metrics at once and returns a dictionary of their values.

    ``prefix`` goes before each name, which keeps training and validation apart in a log. ``clone`` makes a fresh copy
    with another one.

    >>> import torch
    >>> from torchmetrics import Accuracy, F1Score, MetricCollection, Precision, Recall
    >>> preds, target = torch.tensor([1, 1, 1, 0, 1, 1]), torch.tensor([1, 1, 1, 1, 0, 0])
    >>> metrics = MetricCollection([Accuracy(task="binary"), Precision(task="binary"), Recall(task="binary")])
    >>> metrics(preds, target)
    {'BinaryAccuracy': tensor(0.5000), 'BinaryPrecision': tensor(0.6000), 'BinaryRecall': tensor(0.7500)}

    With a dictionary you choose the names.

    >>> train = MetricCollection({"acc": Accuracy(task="binary"), "f1": F1Score(task="binary")}, prefix="train_")
    >>> validation = train.clone(prefix="val_")
    >>> train.update(preds, target)
    >>> validation.update(preds[:4], target[:4])
    >>> train.compute()
    {'train_acc': tensor(0.5000), 'train_f1': tensor(0.6667)}
    >>> validation.compute()
    {'val_acc': tensor(0.7500), 'val_f1': tensor(0.8571)}
    >>> train.reset()
    >>> train.update(preds[:1], target[:1])
    >>> train.compute()
    {'train_acc': tensor(1.), 'train_f1': tensor(1.)}
    """


def mean_metric():
    """``MeanMetric`` averages numbers such as losses: give the batch size as weight, or every batch counts the same.

    A batch of four samples has the loss 2, a last one of one sample has the loss 5.

    >>> import torch
    >>> from torchmetrics import MeanMetric
    >>> plain, weighted = MeanMetric(), MeanMetric()
    >>> for loss, batch_size in [(2.0, 4), (5.0, 1)]:
    ...     plain.update(loss)
    ...     weighted.update(loss, weight=batch_size)
    >>> plain.compute(), weighted.compute()
    (tensor(3.5000), tensor(2.6000))
    >>> (2.0 * 4 + 5.0 * 1) / 5
    2.6

    A value that is not a number is dropped with a warning. With ``nan_strategy="error"`` it stops you instead.

    >>> MeanMetric(nan_strategy="error").update(float("nan"))
    Traceback (most recent call last):
        ...
    RuntimeError: Encountered `nan` values in tensor
    """


def state_and_device():
    """A metric is an ``nn.Module`` without parameters: as a model's attribute it moves along, and is not saved.

    Its counts are no parameters and, by default, no entries of the ``state_dict``. A metric that belongs to no model is
    moved by its own ``.to(device)``.

    >>> import torch
    >>> from torchmetrics import Accuracy
    >>> class Model(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(3, 2)
    ...         self.accuracy = Accuracy(task="binary")
    >>> model = Model()
    >>> model
    Model(
      (layer): Linear(in_features=3, out_features=2, bias=True)
      (accuracy): BinaryAccuracy()
    )
    >>> isinstance(model.accuracy, torch.nn.Module), list(model.accuracy.parameters())
    (True, [])
    >>> list(model.state_dict())
    ['layer.weight', 'layer.bias']
    >>> model.accuracy.device
    device(type='cpu')
    >>> model.to("meta").accuracy.device
    device(type='meta')
    >>> Accuracy(task="binary").to("meta").device
    device(type='meta')

    ``persistent(True)`` puts the counts into the ``state_dict``, which lets you stop in the middle of an epoch.

    >>> model.accuracy.persistent(True)
    >>> [name for name in model.state_dict() if name.startswith("accuracy")]
    ['accuracy.tp', 'accuracy.fp', 'accuracy.tn', 'accuracy.fn']
    """


def own_metric():
    """A metric of your own is a subclass with ``add_state`` in ``__init__``, and ``update`` and ``compute``.

    ``add_state`` names what is kept. You get ``reset``, the value of a batch and moving between devices for it, and
    ``dist_reduce_fx`` says how the states of several processes are put together. This one counts hits within a limit.

    >>> import torch
    >>> from torchmetrics import Metric
    >>> class Within(Metric):
    ...     def __init__(self, limit):
    ...         super().__init__()
    ...         self.limit = limit
    ...         self.add_state("hits", default=torch.tensor(0), dist_reduce_fx="sum")
    ...         self.add_state("total", default=torch.tensor(0), dist_reduce_fx="sum")
    ...     def update(self, preds, target):
    ...         self.hits += ((preds - target).abs() <= self.limit).sum()
    ...         self.total += target.numel()
    ...     def compute(self):
    ...         return self.hits / self.total
    >>> metric = Within(limit=0.25)
    >>> metric(torch.tensor([1.0, 2.0, 9.5, 5.0]), torch.tensor([1.25, 2.75, 9.5, 4.0]))
    tensor(0.5000)
    >>> metric(torch.tensor([4.0]), torch.tensor([4.0]))
    tensor(1.)
    >>> metric.compute()
    tensor(0.6000)
    >>> metric.reset()
    >>> metric.total
    tensor(0)
    """
