"""Losses for yes or no

A yes-or-no question has one output, and its loss is the binary cross-entropy. These cards show its formula, why it
is better computed from raw scores than from probabilities, and how to handle rare answers and several labels at once.
"""


def bce_formula():
    """The binary cross-entropy is ``-log(h)`` where the answer is 1 and ``-log(1 - h)`` where it is 0.

    ``h`` is the predicted probability of a 1, and ``log`` is the natural logarithm. A sure and right answer costs
    almost nothing; the cost grows without bound towards a sure and wrong one.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> h = torch.tensor([0.99, 0.6, 0.01])
    >>> -torch.log(h)
    tensor([0.0101, 0.5108, 4.6052])
    >>> F.binary_cross_entropy(h, torch.tensor([1.0, 1.0, 1.0]), reduction="none")
    tensor([0.0101, 0.5108, 4.6052])
    >>> -torch.log(1 - h)
    tensor([4.6052, 0.9163, 0.0101])
    >>> F.binary_cross_entropy(h, torch.tensor([0.0, 0.0, 0.0]), reduction="none")
    tensor([4.6052, 0.9163, 0.0101])
    """


def bce_in_one_line():
    """Both cases in one line are ``-(y * log(h) + (1 - y) * log(1 - h))``, with a minus in front.

    Where ``y`` is 1 the second part vanishes, where it is 0 the first one does. The mean over all elements is what
    ``F.binary_cross_entropy`` and ``torch.nn.BCELoss`` return.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> h = torch.tensor([0.9, 0.2, 0.6])
    >>> y = torch.tensor([1.0, 0.0, 0.0])
    >>> -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()
    tensor(0.4149)
    >>> F.binary_cross_entropy(h, y)
    tensor(0.4149)
    >>> torch.nn.BCELoss()(h, y)
    tensor(0.4149)

    Often written without the minus. Run it: the cost is negative, and making it smaller would make the predictions
    worse, as the second run shows.

    >>> (y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()
    tensor(-0.4149)
    >>> worse = torch.tensor([0.5, 0.7, 0.8])
    >>> (y * torch.log(worse) + (1 - y) * torch.log(1 - worse)).mean()
    tensor(-1.1689)
    """


def bce_for_two_classes():
    """``torch.nn.BCELoss`` takes probabilities, such as the outputs of a sigmoid, and is smaller for better ones.

    ``torch.sigmoid`` turns any score into a number between 0 and 1. The function ``F.binary_cross_entropy`` gives the
    same loss.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> label = torch.tensor([[1.0], [0.0], [1.0]])
    >>> good = torch.sigmoid(torch.tensor([[3.0], [-2.0], [1.0]]))
    >>> poor = torch.sigmoid(torch.tensor([[1.0], [1.0], [-2.0]]))
    >>> torch.nn.BCELoss()(good, label)
    tensor(0.1629)
    >>> F.binary_cross_entropy(good, label)
    tensor(0.1629)
    >>> torch.nn.BCELoss()(poor, label)
    tensor(1.2512)
    >>> F.binary_cross_entropy(poor, label)
    tensor(1.2512)
    """


def bce_inputs():
    """``F.binary_cross_entropy`` wants equal shapes, float targets, and inputs from 0 to 1.

    Each check has its own message, and each spares you a number that would look right.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> h = torch.tensor([[0.9], [0.3]])
    >>> y = torch.tensor([[1.0], [0.0]])
    >>> F.binary_cross_entropy(h, y)
    tensor(0.2310)

    Unlike ``mse_loss``, it refuses another shape instead of broadcasting.

    >>> F.binary_cross_entropy(h, y.squeeze(1))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Using a target size (torch.Size([2])) that is different to the input size (torch.Size([2, 1])) ...

    Labels that were read as integers need ``.float()``.

    >>> labels = y.long()
    >>> labels
    tensor([[1],
            [0]])
    >>> F.binary_cross_entropy(h, labels)
    Traceback (most recent call last):
        ...
    RuntimeError: Found dtype Long but expected Float
    >>> F.binary_cross_entropy(h, labels.float())
    tensor(0.2310)

    Raw scores are not probabilities. For them there is ``F.binary_cross_entropy_with_logits``.

    >>> scores = torch.tensor([[2.0], [-1.0]])
    >>> F.binary_cross_entropy(scores, y)
    Traceback (most recent call last):
        ...
    RuntimeError: all elements of input should be between 0 and 1
    >>> F.binary_cross_entropy_with_logits(scores, y)
    tensor(0.2201)
    """


def bce_clamps_its_logs():
    """``F.binary_cross_entropy`` cuts each logarithm off at -100; the formula by hand turns to ``nan``.

    As long as no logarithm is below -100, both agree.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> def by_hand(h, y):
    ...     return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()
    >>> y = torch.tensor([1.0, 0.0])
    >>> by_hand(torch.tensor([0.6, 0.3]), y)
    tensor(0.4338)
    >>> F.binary_cross_entropy(torch.tensor([0.6, 0.3]), y)
    tensor(0.4338)

    At a score of 20 a sigmoid is exactly 1, because ``float32`` has no number closer to the true value. Then
    ``log(1 - h)`` is minus infinity, and zero times infinity is ``nan``, although the answer is right.

    >>> score = torch.tensor(20.0)
    >>> score.item(), torch.sigmoid(score).item()
    (20.0, 1.0)
    >>> sure = torch.tensor([1.0, 0.0])
    >>> by_hand(sure, y)
    tensor(nan)
    >>> F.binary_cross_entropy(sure, y)
    tensor(0.)

    A sure and wrong answer costs 100 instead of infinity.

    >>> by_hand(torch.zeros(1), torch.ones(1))
    tensor(inf)
    >>> F.binary_cross_entropy(torch.zeros(1), torch.ones(1))
    tensor(100.)
    """


def bce_with_logits():
    """``torch.nn.BCEWithLogitsLoss`` takes the raw score, and stays exact where the sigmoid has run out of digits.

    It contains the sigmoid, so the model ends in a linear layer. For small scores, both ways give the same loss.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> score = torch.tensor([2.0, -1.0, 0.5])
    >>> label = torch.tensor([1.0, 1.0, 0.0])
    >>> torch.nn.BCEWithLogitsLoss()(score, label)
    tensor(0.8048)
    >>> F.binary_cross_entropy_with_logits(score, label)
    tensor(0.8048)
    >>> F.binary_cross_entropy(torch.sigmoid(score), label)
    tensor(0.8048)

    With a score of 200 and the answer 0, the loss is 200. The sigmoid gives exactly 1, and the loss stops at 100.

    >>> far = torch.tensor([200.0], requires_grad=True)
    >>> zero = torch.tensor([0.0])
    >>> exact = F.binary_cross_entropy_with_logits(far, zero)
    >>> exact.item()
    200.0
    >>> clamped = F.binary_cross_entropy(torch.sigmoid(far), zero)
    >>> clamped.item()
    100.0

    There the sigmoid has no slope left either, so nothing would be learned from the worst mistakes.

    >>> torch.autograd.grad(exact, far)
    (tensor([1.]),)
    >>> torch.autograd.grad(clamped, far)
    (tensor([0.]),)
    """


def sigmoid_twice():
    """A sigmoid before ``BCEWithLogitsLoss`` is applied twice, and the loss can no longer come near 0.

    The loss takes the probabilities for scores. Nothing fails; the model only learns badly. To report probabilities,
    call ``torch.sigmoid`` outside the loss.

    >>> import torch
    >>> criterion = torch.nn.BCEWithLogitsLoss()
    >>> score = torch.tensor([4.0, -3.0])
    >>> label = torch.tensor([1.0, 0.0])
    >>> criterion(score, label)
    tensor(0.0334)
    >>> criterion(torch.sigmoid(score), label)
    tensor(0.5176)

    The limit is the mean of ``log(1 + 1 / e)``, for a probability of 1, and ``log(2)``, for a probability of 0.

    >>> criterion(torch.tensor([1.0, 0.0]), label)
    tensor(0.5032)
    """


def with_logits_errors():
    """``BCEWithLogitsLoss`` wants float targets in the shape of the scores.

    The last layer of a model often gives a shape of (N, 1), while labels come as (N,).

    >>> import torch
    >>> criterion = torch.nn.BCEWithLogitsLoss()
    >>> score = torch.tensor([[2.0], [-1.0]])
    >>> label = torch.tensor([1, 0])
    >>> criterion(score, label.float())
    Traceback (most recent call last):
        ...
    ValueError: Target size (torch.Size([2])) must be the same as input size (torch.Size([2, 1]))
    >>> criterion(score, label.unsqueeze(1))
    Traceback (most recent call last):
        ...
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> criterion(score, label.float().unsqueeze(1))
    tensor(0.2201)

    Squeezing the scores does as well.

    >>> criterion(score.squeeze(1), label.float())
    tensor(0.2201)
    """


def rare_answers():
    """``pos_weight`` multiplies the loss where the answer is 1, ``weight`` the loss of each element by its own factor.

    When a 1 is rare, a model gets far by always saying 0. A common choice for ``pos_weight`` is the number of zeros
    divided by the number of ones, here 3. It must be a tensor.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> score = torch.tensor([0.4, -2.0, -1.0, 0.3])
    >>> label = torch.tensor([1.0, 0.0, 0.0, 0.0])
    >>> torch.nn.BCEWithLogitsLoss(reduction="none")(score, label)
    tensor([0.5130, 0.1269, 0.3133, 0.8544])
    >>> criterion = torch.nn.BCEWithLogitsLoss(reduction="none", pos_weight=torch.tensor([3.0]))
    >>> criterion(score, label)
    tensor([1.5390, 0.1269, 0.3133, 0.8544])
    >>> F.binary_cross_entropy_with_logits(score, label, pos_weight=3.0)
    Traceback (most recent call last):
        ...
    TypeError: binary_cross_entropy_with_logits(): argument 'pos_weight' (position 4) must be Tensor, not float

    ``weight`` has one factor for each element, whatever its label. The mean still divides by the number of elements,
    not by the sum of the weights.

    >>> weight = torch.tensor([1.0, 0.0, 5.0, 1.0])
    >>> losses = torch.nn.BCEWithLogitsLoss(reduction="none", weight=weight)(score, label)
    >>> losses
    tensor([0.5130, 0.0000, 1.5663, 0.8544])
    >>> losses.sum() / 4
    tensor(0.7334)
    >>> torch.nn.BCEWithLogitsLoss(weight=weight)(score, label)
    tensor(0.7334)
    >>> torch.nn.BCELoss(weight=weight)(torch.sigmoid(score), label)
    tensor(0.7334)
    """


def several_labels():
    """For several yes-or-no questions at once, ``BCEWithLogitsLoss`` and ``MultiLabelSoftMarginLoss`` agree.

    A picture can show a cat, a dog and a tree together. Each column of the scores is one question of its own, and the
    target has a 0 or 1 in each place. The two differ with ``reduction="none"``: the second has already averaged the
    questions of each sample.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> score = torch.tensor([[2.0, -1.0, 0.5], [0.0, 1.0, -2.0]])
    >>> label = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
    >>> torch.nn.BCEWithLogitsLoss()(score, label)
    tensor(0.6746)
    >>> torch.nn.MultiLabelSoftMarginLoss()(score, label)
    tensor(0.6746)
    >>> F.multilabel_soft_margin_loss(score, label)
    tensor(0.6746)
    >>> torch.nn.BCEWithLogitsLoss(reduction="none")(score, label)
    tensor([[0.1269, 0.3133, 0.4741],
            [0.6931, 0.3133, 2.1269]])
    >>> torch.nn.MultiLabelSoftMarginLoss(reduction="none")(score, label)
    tensor([0.3048, 1.0444])

    ``CrossEntropyLoss`` answers another question: which one of the three is it?
    """


def log_instead_of_squares():
    """For a sure and wrong sigmoid, squared errors have no gradient; the cross-entropy has its largest.

    The score is ``w * x``, far on the wrong side, and the sigmoid of it is exactly 0. It is flat there, and the square
    does not make up for it. The logarithm does: the gradient is ``(h - y) * x``, which is -5.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x, y = torch.tensor([5.0]), torch.tensor([1.0])
    >>> w = torch.tensor([-40.0], requires_grad=True)
    >>> torch.sigmoid(w * x).item()
    0.0
    >>> squares = F.mse_loss(torch.sigmoid(w * x), y)
    >>> squares
    tensor(1., grad_fn=<MseLossBackward0>)
    >>> torch.autograd.grad(squares, w)[0] == 0
    tensor([True])
    >>> logs = F.binary_cross_entropy_with_logits(w * x, y)
    >>> logs
    tensor(200., grad_fn=<BinaryCrossEntropyWithLogitsBackward0>)
    >>> torch.autograd.grad(logs, w)
    (tensor([-5.]),)

    Near the middle, both have a gradient.

    >>> w = torch.tensor([-0.2], requires_grad=True)
    >>> torch.autograd.grad(F.mse_loss(torch.sigmoid(w * x), y), w)
    (tensor([-1.4373]),)
    >>> torch.autograd.grad(F.binary_cross_entropy_with_logits(w * x, y), w)
    (tensor([-3.6553]),)
    """


def squares_of_a_sigmoid():
    """The squared error of a sigmoid can have two minima, or one, where the cross-entropy has one.

    Often written: the squared error of a sigmoid has several local minima. It can; it need not. The code below tries 81
    weights at once. The sign of the slope is -1 where the cost falls and 1 where it rises; at a minimum it grows by 2.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> w = torch.linspace(-4, 4, 81)
    >>> def minima(costs):
    ...     return w[1:-1][costs.mean(dim=1).diff().sign().diff() == 2]
    >>> def squares(x, y):
    ...     return F.mse_loss(torch.sigmoid(torch.outer(w, x)), y.expand(81, -1), reduction="none")
    >>> def logs(x, y):
    ...     return F.binary_cross_entropy_with_logits(torch.outer(w, x), y.expand(81, -1), reduction="none")

    One sample far out that contradicts the others makes two minima.

    >>> x = torch.tensor([10.0, 1.0, 1.0, 1.0, 1.0])
    >>> y = torch.tensor([0.0, 1.0, 1.0, 1.0, 0.0])
    >>> minima(squares(x, y))
    tensor([-0.2000,  1.1000])
    >>> minima(logs(x, y))
    tensor([-0.2000])

    Other data, one minimum each.

    >>> x = torch.tensor([-0.8, -0.5, 0.5, 0.6])
    >>> y = torch.tensor([0.0, 1.0, 0.0, 1.0])
    >>> minima(squares(x, y))
    tensor([0.5000])
    >>> minima(logs(x, y))
    tensor([0.5000])
    """
