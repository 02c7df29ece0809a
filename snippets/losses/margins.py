"""Losses with a margin

These losses do not ask for a certain number but for a distance: the right answer must be ahead of the wrong one, or
two things must be near or far apart. You need them for rankings, for search, and to recognise faces.
"""


def ranking():
    """``torch.nn.MarginRankingLoss`` asks which of two scores is higher: ``max(0, -y * (x1 - x2) + margin)``.

    ``y`` is 1 where the first score should be higher and -1 where the second should. The loss is 0 as soon as the
    right one leads by the margin, which is 0 by default.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x1 = torch.tensor([1.75, 1.0, 2.0])
    >>> x2 = torch.tensor([1.0, 1.5, 4.0])
    >>> y = torch.tensor([1, -1, 1])
    >>> F.margin_ranking_loss(x1, x2, y, reduction="none")
    tensor([0., 0., 2.])
    >>> F.margin_ranking_loss(x1, x2, y, margin=1.0, reduction="none")
    tensor([0.2500, 0.5000, 3.0000])
    >>> (-y * (x1 - x2) + 1.0).clamp(min=0)
    tensor([0.2500, 0.5000, 3.0000])
    >>> torch.nn.MarginRankingLoss(margin=1.0)(x1, x2, y)
    tensor(1.2500)

    A column of labels does not fit two vectors.

    >>> F.margin_ranking_loss(x1, x2, y.unsqueeze(1))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: margin_ranking_loss : All input tensors should have same dimension but got sizes: ...
    """


def hinge_embedding():
    """``torch.nn.HingeEmbeddingLoss`` takes a distance: itself where ``y`` is 1, ``max(0, margin - d)`` where it is -1.

    Pairs that belong together are drawn to a distance of 0, others are pushed away until they are the margin apart.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> d = torch.tensor([0.25, 2.0, 0.25, 2.0])
    >>> y = torch.tensor([1, 1, -1, -1])
    >>> F.hinge_embedding_loss(d, y, reduction="none")
    tensor([0.2500, 2.0000, 0.7500, 0.0000])
    >>> torch.where(y == 1, d, (1.0 - d).clamp(min=0))
    tensor([0.2500, 2.0000, 0.7500, 0.0000])
    >>> F.hinge_embedding_loss(d, y, margin=3.0, reduction="none")
    tensor([0.2500, 2.0000, 2.7500, 1.0000])
    >>> torch.nn.HingeEmbeddingLoss(margin=3.0)(d, y)
    tensor(1.5000)
    """


def soft_margin():
    """``torch.nn.SoftMarginLoss`` is ``log(1 + exp(-y * x))``: the logistic loss for labels 1 and -1.

    It gives the same as ``BCEWithLogitsLoss`` with labels 1 and 0. For large wrong scores the exponential overflows,
    which ``BCEWithLogitsLoss`` avoids.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([2.0, -1.0, 0.5])
    >>> y = torch.tensor([1.0, 1.0, -1.0])
    >>> F.soft_margin_loss(x, y, reduction="none")
    tensor([0.1269, 1.3133, 0.9741])
    >>> torch.log(1 + torch.exp(-y * x))
    tensor([0.1269, 1.3133, 0.9741])
    >>> torch.nn.SoftMarginLoss()(x, y)
    tensor(0.8048)
    >>> F.binary_cross_entropy_with_logits(x, (y + 1) / 2)
    tensor(0.8048)
    >>> far = torch.tensor([200.0])
    >>> F.soft_margin_loss(far, torch.tensor([-1.0]))
    tensor(inf)
    >>> F.binary_cross_entropy_with_logits(far, torch.tensor([0.0]))
    tensor(200.)
    """


def cosine_embedding():
    """``torch.nn.CosineEmbeddingLoss`` compares directions: ``1 - cos`` where ``y`` is 1, ``max(0, cos - margin)``.

    The lengths of the vectors do not matter. The vectors (3, 4) and (4, 3) have the length 5 and the product 24, so
    their cosine is 24 / 25.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> a = torch.tensor([[3.0, 4.0], [3.0, 4.0]])
    >>> b = torch.tensor([[4.0, 3.0], [8.0, 6.0]])
    >>> F.cosine_similarity(a, b)
    tensor([0.9600, 0.9600])
    >>> y = torch.tensor([1, -1])
    >>> F.cosine_embedding_loss(a, b, y, reduction="none")
    tensor([0.0400, 0.9600])
    >>> F.cosine_embedding_loss(a, b, y, margin=0.5, reduction="none")
    tensor([0.0400, 0.4600])
    >>> torch.nn.CosineEmbeddingLoss(margin=0.5)(a, b, y)
    tensor(0.2500)

    The labels have one dimension.

    >>> F.cosine_embedding_loss(a, b, y.unsqueeze(1))
    Traceback (most recent call last):
        ...
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    """


def labels_are_plus_and_minus_one():
    """Ranking, hinge, soft-margin and cosine losses want labels 1 and -1; 0 and 1 give a wrong loss and no message.

    In classification the labels are 0 and 1. Here ``2 * label - 1`` converts them. Each pair of lines shows the losses
    with 0 for "no", then with -1.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> label = torch.tensor([1, 0])
    >>> 2 * label - 1
    tensor([ 1, -1])
    >>> d = torch.tensor([0.25, 0.75])
    >>> for y in (label, 2 * label - 1):
    ...     print(F.hinge_embedding_loss(d, y, reduction="none"))
    tensor([0.2500, 1.0000])
    tensor([0.2500, 0.2500])
    >>> for y in (label, 2 * label - 1):
    ...     print(F.soft_margin_loss(d, y, reduction="none"))
    tensor([0.5759, 0.6931])
    tensor([0.5759, 1.1369])
    >>> for y in (label, 2 * label - 1):
    ...     print(F.margin_ranking_loss(d, d - 0.5, y, reduction="none"))
    tensor([0., 0.])
    tensor([0.0000, 0.5000])
    >>> a, b = torch.tensor([[3.0, 4.0], [3.0, 4.0]]), torch.tensor([[4.0, 3.0], [4.0, 3.0]])
    >>> for y in (label, 2 * label - 1):
    ...     print(F.cosine_embedding_loss(a, b, y, reduction="none"))
    tensor([0.0400, 0.0000])
    tensor([0.0400, 0.9600])
    """


def triplets():
    """``torch.nn.TripletMarginLoss`` wants a sample nearer to its like than to a stranger, by a margin.

    It takes the anchor, a positive (the same person, say) and a negative (another one), and returns
    ``max(0, d(anchor, positive) - d(anchor, negative) + margin)``. The margin is 1 by default.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> anchor = torch.tensor([[0.0, 0.0], [0.0, 0.0]])
    >>> positive = torch.tensor([[3.0, 4.0], [3.0, 4.0]])
    >>> negative = torch.tensor([[6.0, 8.0], [0.0, 5.5]])
    >>> near, far = F.pairwise_distance(anchor, positive), F.pairwise_distance(anchor, negative)
    >>> near, far
    (tensor([5.0000, 5.0000]), tensor([10.0000,  5.5000]))
    >>> (near - far + 1.0).clamp(min=0)
    tensor([0.0000, 0.5000])
    >>> F.triplet_margin_loss(anchor, positive, negative, reduction="none")
    tensor([0.0000, 0.5000])
    >>> F.triplet_margin_loss(anchor, positive, negative, margin=6.0, reduction="none")
    tensor([1.0000, 5.5000])
    >>> torch.nn.TripletMarginLoss(margin=6.0)(anchor, positive, negative)
    tensor(3.2500)

    ``p=1`` measures along the axes instead of straight through, and a margin must be positive.

    >>> torch.nn.TripletMarginLoss(margin=6.0, p=1.0)(anchor, positive, negative)
    tensor(3.7500)
    >>> F.triplet_margin_loss(anchor, positive, negative, margin=-1.0)
    Traceback (most recent call last):
        ...
    ValueError: margin must be greater than 0, got -1.0
    """


def swapped_triplets():
    """With ``swap=True``, the negative's distance is the smaller one of those to the anchor and to the positive.

    A stranger may be far from the anchor and yet close to the positive. The loss then looks at the harder of the two.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> anchor, positive, negative = torch.tensor([[0.0, 0.0], [3.0, 4.0], [6.0, 8.5]]).split(1)
    >>> F.pairwise_distance(anchor, positive), F.pairwise_distance(anchor, negative)
    (tensor([5.0000]), tensor([10.4043]))
    >>> F.pairwise_distance(positive, negative)
    tensor([5.4083])
    >>> F.triplet_margin_loss(anchor, positive, negative, margin=3.0)
    tensor(0.)
    >>> F.triplet_margin_loss(anchor, positive, negative, margin=3.0, swap=True)
    tensor(2.5917)
    """


def triplets_with_a_distance():
    """``torch.nn.TripletMarginWithDistanceLoss`` takes any function of two tensors as its distance.

    The default is the straight distance, as in ``TripletMarginLoss``. Here the distance is one minus the cosine, so
    that only directions count.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> anchor = torch.tensor([[1.0, 0.0]])
    >>> positive = torch.tensor([[3.0, 4.0]])
    >>> negative = torch.tensor([[4.0, 3.0]])
    >>> torch.nn.TripletMarginWithDistanceLoss()(anchor, positive, negative)
    tensor(1.2295)
    >>> F.triplet_margin_loss(anchor, positive, negative)
    tensor(1.2295)
    >>> def by_angle(a, b):
    ...     return 1 - F.cosine_similarity(a, b)
    >>> by_angle(anchor, positive), by_angle(anchor, negative)
    (tensor([0.4000]), tensor([0.2000]))
    >>> criterion = torch.nn.TripletMarginWithDistanceLoss(distance_function=by_angle, margin=0.5)
    >>> criterion(anchor, positive, negative)
    tensor(0.7000)
    >>> F.triplet_margin_with_distance_loss(anchor, positive, negative, distance_function=by_angle, margin=0.5)
    tensor(0.7000)
    """


def multi_margin():
    """``torch.nn.MultiMarginLoss`` wants the right class ahead of every other one by a margin.

    For each other class it adds ``max(0, margin - x[y] + x[i])``, and divides by the number of classes. It is the loss
    of a support vector machine. ``p=2`` squares each part.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[0.5, 2.0, 1.75, -1.0]])
    >>> y = torch.tensor([1])
    >>> F.multi_margin_loss(x, y)
    tensor(0.1875)
    >>> (1.0 - 2.0 + 1.75) / 4
    0.1875
    >>> torch.nn.MultiMarginLoss(margin=2.0)(x, y)
    tensor(0.5625)
    >>> ((2.0 - 2.0 + 0.5) + (2.0 - 2.0 + 1.75)) / 4
    0.5625
    >>> torch.nn.MultiMarginLoss(p=2)(x, y)
    tensor(0.1406)

    ``weight`` holds a factor for each class, used where that class is the right one. The four rows below have the same
    scores and the targets 0, 1, 2 and 3. A target must be an ``int64`` number below 4.

    >>> weight = torch.tensor([1.0, 3.0, 2.0, 0.5])
    >>> F.multi_margin_loss(x.expand(4, 4), torch.arange(4), reduction="none")
    tensor([1.1875, 0.1875, 0.3125, 2.5625])
    >>> torch.nn.MultiMarginLoss(weight=weight, reduction="none")(x.expand(4, 4), torch.arange(4))
    tensor([1.1875, 0.5625, 0.6250, 1.2812])
    >>> F.multi_margin_loss(x, y.float())
    Traceback (most recent call last):
        ...
    RuntimeError: expected scalar type Long but found Float
    >>> F.multi_margin_loss(x, y + 3)
    Traceback (most recent call last):
        ...
    RuntimeError: target out of range
    """


def multilabel_margin():
    """``torch.nn.MultiLabelMarginLoss`` takes the numbers of the right classes, up to the first -1.

    For several right classes per sample. The target has as many columns as there are classes; what stands behind the
    first -1 does not count. Every right class must be ahead of every wrong one by 1.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[0.25, 2.0, 1.75, -1.0]])
    >>> target = torch.tensor([[1, 0, -1, 2]])
    >>> F.multilabel_margin_loss(x, target)
    tensor(0.8125)

    Classes 1 and 0 are right, 2 and 3 are wrong. By hand, the parts that are not 0:

    >>> ((1 - (2.0 - 1.75)) + (1 - (0.25 - 1.75))) / 4
    0.8125

    With three right classes before the -1 there is one wrong class: 3 in the first line, 1 in the second.

    >>> torch.nn.MultiLabelMarginLoss()(x, torch.tensor([[1, 0, 2, -1]]))
    tensor(0.)
    >>> torch.nn.MultiLabelMarginLoss()(x, torch.tensor([[3, 0, 2, -1]]))
    tensor(2.)

    A 0 or 1 for each class is another format, for ``MultiLabelSoftMarginLoss``. Here it means something else: the
    numbers 0, 1, 1 and 0 in this target are classes.

    >>> F.multilabel_margin_loss(x, torch.tensor([[0, 1, 1, 0]]))
    tensor(1.6250)

    Class numbers out of range and a target of another shape are errors.

    >>> F.multilabel_margin_loss(x, target + 3)
    Traceback (most recent call last):
        ...
    RuntimeError: argument #2 'target' is out of range
    >>> F.multilabel_margin_loss(x, target[0])
    Traceback (most recent call last):
        ...
    RuntimeError: inconsistent target size: [4] for input of size: [1, 4]
    """
