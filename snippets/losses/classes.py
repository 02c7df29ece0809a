"""Losses for classes

Which one of several classes is it? The cross-entropy is the loss for this question. These cards show what it
contains, which shapes and dtypes it takes, and how to weight, soften or leave out targets.
"""


def cross_entropy():
    """The cross-entropy takes raw scores (N, C) and class numbers (N,), and is ``log(C)`` when all scores are equal.

    C is the number of classes. ``log(C)`` is what guessing costs, and a good first check of a new model: before
    training, the loss should be near it. For three classes it is 1.0986.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> label = torch.tensor([2, 0])
    >>> F.cross_entropy(torch.zeros(2, 3), label)
    tensor(1.0986)
    >>> torch.tensor(3.0).log()
    tensor(1.0986)

    A high score in the right place makes the loss small, one in the wrong place makes it large.

    >>> right = torch.tensor([[0.0, 0.0, 6.0], [6.0, 0.0, 0.0]])
    >>> wrong = torch.tensor([[6.0, 0.0, 0.0], [0.0, 6.0, 0.0]])
    >>> torch.nn.CrossEntropyLoss()(right, label)
    tensor(0.0049)
    >>> torch.nn.CrossEntropyLoss()(wrong, label)
    tensor(6.0049)
    """


def cross_entropy_by_hand():
    """``F.cross_entropy(z, y)`` is ``F.nll_loss(F.log_softmax(z, dim=1), y)``: it contains the softmax.

    The softmax turns scores into probabilities; the loss of a sample is minus the logarithm of the probability of the
    right class. ``nll_loss`` picks that number from each row, changes its sign, and averages.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])
    >>> y = torch.tensor([1, 0])
    >>> F.cross_entropy(z, y)
    tensor(1.7651)
    >>> torch.nn.CrossEntropyLoss()(z, y)
    tensor(1.7651)
    >>> F.nll_loss(F.log_softmax(z, dim=1), y)
    tensor(1.7651)
    >>> torch.nn.NLLLoss()(torch.nn.LogSoftmax(dim=1)(z), y)
    tensor(1.7651)

    Step by step, by hand:

    >>> p = z.exp() / z.exp().sum(dim=1, keepdim=True)
    >>> p
    tensor([[0.2312, 0.6285, 0.1402],
            [0.0466, 0.0171, 0.9362]])
    >>> -(p[0, 1].log() + p[1, 0].log()) / 2
    tensor(1.7651)

    It holds for random scores as well.

    >>> z, y = torch.randn(50, 7), torch.randint(7, (50,))
    >>> torch.allclose(F.cross_entropy(z, y), F.nll_loss(F.log_softmax(z, dim=1), y))
    True
    >>> z.shape, y.shape
    (torch.Size([50, 7]), torch.Size([50]))
    """


def softmax_twice():
    """Softmax before ``cross_entropy`` is applied twice, and even perfect predictions keep a loss.

    Nothing fails. But probabilities lie between 0 and 1, so as scores they are close together, and the second softmax
    cannot be sure of anything.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> scores = torch.tensor([[9.0, 0.0], [0.0, 8.0]])
    >>> label = torch.tensor([0, 1])
    >>> F.cross_entropy(scores, label)
    tensor(0.0002)
    >>> F.cross_entropy(F.softmax(scores, dim=1), label)
    tensor(0.3134)

    Often written: you never need softmax yourself. You do, outside the loss, to report probabilities.

    >>> F.softmax(torch.tensor([[1.0, 3.0], [2.0, 2.0]]), dim=1)
    tensor([[0.1192, 0.8808],
            [0.5000, 0.5000]])

    ``nll_loss`` contains no softmax: given raw scores it returns a number that is no loss at all, here -8.5.

    >>> F.nll_loss(scores, label)
    tensor(-8.5000)
    """


def cross_entropy_targets():
    """Class numbers must be ``int64`` (or ``uint8``); a float target must have the shape of the scores.

    The two dtypes stand for two kinds of target: the number of the right class, or a value for every class.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])
    >>> y = torch.tensor([1, 0])
    >>> y.dtype
    torch.int64
    >>> F.cross_entropy(z, y)
    tensor(1.7651)
    >>> F.cross_entropy(z, y.to(torch.uint8))
    tensor(1.7651)

    Other integers and floats of that shape are refused; ``.long()`` helps.

    >>> F.cross_entropy(z, y.to(torch.int32))
    Traceback (most recent call last):
        ...
    RuntimeError: expected target dtype to be Long or Byte, but got Int
    >>> F.cross_entropy(z, y.float())
    Traceback (most recent call last):
        ...
    RuntimeError: expected target dtype to be Long or Byte, but got Float
    >>> F.cross_entropy(z, y.float().long())
    tensor(1.7651)

    A one-hot target has a 1 in the place of the class. As floats it gives the same loss; as integers it is refused.

    >>> F.one_hot(y, num_classes=3)
    tensor([[0, 1, 0],
            [1, 0, 0]])
    >>> F.cross_entropy(z, F.one_hot(y, num_classes=3).float())
    tensor(1.7651)
    >>> F.cross_entropy(z, F.one_hot(y, num_classes=3))
    Traceback (most recent call last):
        ...
    RuntimeError: Expected floating point type for target with class probabilities, got Long
    """


def cross_entropy_shapes():
    """A column of class numbers, a wrong batch size, or a class number of C or more are each an error.

    Class numbers start at 0, so with three classes 3 is out of range. The messages are worth knowing.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])
    >>> y = torch.tensor([1, 0])
    >>> F.cross_entropy(z, y.unsqueeze(1))
    Traceback (most recent call last):
        ...
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    >>> F.cross_entropy(z, y.unsqueeze(1).squeeze(1))
    tensor(1.7651)
    >>> F.cross_entropy(z, torch.cat([y, y[:1]]))
    Traceback (most recent call last):
        ...
    ValueError: Expected input batch_size (2) to match target batch_size (3).
    >>> F.cross_entropy(z, y + 2)
    Traceback (most recent call last):
        ...
    IndexError: Target 3 is out of bounds.

    A sample without a batch has scores of shape (C,) and one number.

    >>> F.cross_entropy(z[0], torch.tensor(1))
    tensor(0.4644)
    """


def a_class_for_every_pixel():
    """With more dimensions the classes stay in dimension 1: scores (N, C, d1, ...) and targets (N, d1, ...).

    A segmentation model gives every pixel a class, a language model every token. The loss is the same as when you put
    all pixels below one another.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> scores = torch.arange(24.0).view(2, 4, 3).sin()
    >>> label = torch.tensor([[3, 0, 1], [2, 2, 0]])
    >>> F.cross_entropy(scores, label)
    tensor(1.5317)
    >>> F.cross_entropy(scores.transpose(1, 2).reshape(6, 4), label.flatten())
    tensor(1.5317)

    Models for sequences often put the classes last. Then the sizes do not fit, and ``transpose(1, 2)`` mends it.

    >>> classes_last = scores.transpose(1, 2)
    >>> classes_last.shape
    torch.Size([2, 3, 4])
    >>> F.cross_entropy(classes_last, label)
    Traceback (most recent call last):
        ...
    RuntimeError: Expected target size [2, 4], got [2, 3]
    >>> F.cross_entropy(classes_last.transpose(1, 2), label)
    tensor(1.5317)
    """


def ignored_targets():
    """``ignore_index`` names a target that the loss leaves out, and the mean is over the others.

    Batches of texts are padded to one length, and the padding must not count. Here class 0 stands for padding.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0], [0.3, 0.2, 0.1]])
    >>> y = torch.tensor([0, 2, 1])
    >>> F.cross_entropy(z, y)
    tensor(0.8774)
    >>> torch.nn.CrossEntropyLoss(ignore_index=0)(z, y)
    tensor(0.5839)
    >>> F.cross_entropy(z[1:], y[1:])
    tensor(0.5839)

    The default is -100, so that number can mark what to leave out.

    >>> torch.nn.CrossEntropyLoss().ignore_index
    -100
    >>> F.cross_entropy(z, torch.tensor([-100, 2, 1]))
    tensor(0.5839)
    >>> F.cross_entropy(z, torch.tensor([-99, 2, 1]))
    Traceback (most recent call last):
        ...
    IndexError: Target -99 is out of bounds.

    When nothing is left, the mean is 0 divided by 0.

    >>> F.cross_entropy(z[:2], torch.tensor([-100, -100]))
    tensor(nan)
    """


def class_weights():
    """With ``weight`` the mean divides by the sum of the weights of the targets, not by their number.

    ``weight`` holds one number per class. Give rare classes a larger one, so that their errors count for more.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0], [0.3, 0.2, 0.1]])
    >>> y = torch.tensor([1, 0, 2])
    >>> weight = torch.tensor([4.0, 0.5, 7.0])
    >>> plain = F.cross_entropy(z, y, reduction="none")
    >>> plain
    tensor([0.4644, 3.0659, 1.2019])
    >>> weight[y]
    tensor([0.5000, 4.0000, 7.0000])
    >>> weight[y] * plain
    tensor([ 0.2322, 12.2635,  8.4136])
    >>> F.cross_entropy(z, y, weight=weight, reduction="none")
    tensor([ 0.2322, 12.2635,  8.4136])
    >>> (weight[y] * plain).sum() / weight[y].sum()
    tensor(1.8182)
    >>> torch.nn.CrossEntropyLoss(weight=weight)(z, y)
    tensor(1.8182)
    >>> torch.nn.NLLLoss(weight=weight)(F.log_softmax(z, dim=1), y)
    tensor(1.8182)

    It must be a tensor with a number for each class.

    >>> F.cross_entropy(z, y, weight=weight.tolist())
    Traceback (most recent call last):
        ...
    TypeError: cross_entropy_loss(): argument 'weight' (position 3) must be Tensor, not list
    >>> F.cross_entropy(z, y, weight=weight[:2])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: weight tensor should be defined either for all 3 classes or no classes but got ... of shape: [2]
    """


def probabilities_as_targets():
    """A float target (N, C) holds a probability for each class, and the loss is ``-(target * log_softmax).sum(1)``.

    Such soft targets come from several annotators who disagree, from mixing pictures, or from another model.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])
    >>> target = torch.tensor([[0.2, 0.7, 0.1], [0.0, 0.5, 0.5]])
    >>> F.cross_entropy(z, target)
    tensor(1.4401)
    >>> -(target * F.log_softmax(z, dim=1)).sum(dim=1).mean()
    tensor(1.4401)

    The rows are not checked: they need not add up to 1, and twice the target is twice the loss.

    >>> F.cross_entropy(z, 2 * target)
    tensor(2.8803)

    ``ignore_index`` is for class numbers only.

    >>> F.cross_entropy(z, target, ignore_index=1)
    Traceback (most recent call last):
        ...
    RuntimeError: ignore_index is not supported for floating point target
    """


def smoothed_labels():
    """``label_smoothing=s`` mixes the target with equal probabilities: ``(1 - s) * one_hot + s / C``.

    A probability of exactly 1 needs an infinite score, so without smoothing the scores go on growing. A smoothed
    target has its best loss at finite scores. With ``s`` at 0.3 and three classes, the right class gets 0.8 and the
    others 0.1.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> z = torch.tensor([[2.0, 1.0, 0.0]])
    >>> y = torch.tensor([0])
    >>> F.cross_entropy(z, y)
    tensor(0.4076)
    >>> torch.nn.CrossEntropyLoss(label_smoothing=0.3)(z, y)
    tensor(0.7076)
    >>> F.cross_entropy(z, torch.tensor([[0.8, 0.1, 0.1]]))
    tensor(0.7076)

    Being ten times as sure pays without smoothing and costs with it.

    >>> F.cross_entropy(10 * z, y)
    tensor(4.5418e-05)
    >>> F.cross_entropy(10 * z, y, label_smoothing=0.3)
    tensor(3.0000)
    >>> F.cross_entropy(z, y, label_smoothing=1.5)
    Traceback (most recent call last):
        ...
    RuntimeError: label_smoothing must be between 0.0 and 1.0. Got: 1.5
    """


def nll_loss():
    """``F.nll_loss`` takes log-probabilities and returns minus the one at the target; it computes no logarithm.

    It fits models that end in ``log_softmax``. Given probabilities it returns minus a probability: a negative loss is
    the sign that the logarithm is missing.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> p = torch.tensor([[0.5, 0.2, 0.3], [0.1, 0.8, 0.1]])
    >>> p.log()
    tensor([[-0.6931, -1.6094, -1.2040],
            [-2.3026, -0.2231, -2.3026]])
    >>> y = torch.tensor([2, 1])
    >>> F.nll_loss(p.log(), y)
    tensor(0.7136)
    >>> -(torch.tensor(0.3).log() + torch.tensor(0.8).log()) / 2
    tensor(0.7136)
    >>> torch.nn.NLLLoss(reduction="none")(p.log(), y)
    tensor([1.2040, 0.2231])
    >>> F.nll_loss(p, y)
    tensor(-0.5500)

    The rules for targets are those of the cross-entropy.

    >>> torch.nn.NLLLoss(ignore_index=1)(p.log(), y)
    tensor(1.2040)
    >>> F.nll_loss(p.log(), y + 1)
    Traceback (most recent call last):
        ...
    IndexError: Target 3 is out of bounds.
    """


def nll_loss_2d():
    """``torch.nn.NLLLoss2d`` is deprecated: ``torch.nn.NLLLoss`` takes pictures too.

    The old class gives the loss of the new one, after a warning.

    >>> import torch
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     old = torch.nn.NLLLoss2d()
    >>> caught[0].category.__name__
    'FutureWarning'
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    `NLLLoss2d` has been deprecated. Please use `NLLLoss` instead as a drop-in replacement ...
    >>> log_p = torch.arange(24.0).view(2, 3, 2, 2).sin().log_softmax(dim=1)
    >>> label = torch.tensor([[[0, 1], [2, 1]], [[2, 0], [0, 1]]])
    >>> old(log_p, label)
    tensor(1.1591)
    >>> torch.nn.NLLLoss()(log_p, label)
    tensor(1.1591)
    """


def linear_and_cross_entropy():
    """``torch.nn.LinearCrossEntropyLoss`` is a linear layer and the cross-entropy in one module.

    The module keeps the weights of the last layer, so the model in front of it ends in features rather than in scores.
    It takes the size of the features and the number of classes, and has no bias unless you ask for one. The result is
    that of the two steps.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> features = torch.tensor([[1.0, 2.0], [0.5, -1.0]])
    >>> weight = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]])
    >>> y = torch.tensor([2, 0])
    >>> F.cross_entropy(features @ weight.T, y)
    tensor(2.3603)
    >>> F.linear_cross_entropy(features, weight, y)
    tensor(2.3603)
    >>> criterion = torch.nn.LinearCrossEntropyLoss(2, 3)
    >>> [(name, tuple(p.shape)) for name, p in criterion.named_parameters()]
    [('linear.weight', (3, 2))]
    >>> with torch.no_grad():
    ...     _ = criterion.linear.weight.copy_(weight)
    >>> criterion(features, y)
    tensor(2.3603, grad_fn=<NllLossBackward0>)
    """
