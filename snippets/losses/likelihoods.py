"""Losses from probabilities

Some losses ask how probable the answer is under a distribution that the model describes: counts, measurements with
noise, whole distributions, or sequences without time marks. These cards check each against its formula.
"""


def poisson_nll():
    """``torch.nn.PoissonNLLLoss`` takes the logarithm of the expected count: it is ``exp(x) - target * x``.

    Use it when the answer counts something, such as visitors per hour. The model may return any number, because its
    exponential is always positive.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([0.0, 1.0, 2.0])
    >>> count = torch.tensor([1.0, 4.0, 3.0])
    >>> F.poisson_nll_loss(x, count, reduction="none")
    tensor([ 1.0000, -1.2817,  1.3891])
    >>> x.exp() - count * x
    tensor([ 1.0000, -1.2817,  1.3891])
    >>> torch.nn.PoissonNLLLoss()(x, count)
    tensor(0.3691)

    With ``log_input=False`` you give the expected count itself.

    >>> torch.nn.PoissonNLLLoss(log_input=False, reduction="none")(x.exp(), count)
    tensor([ 1.0000, -1.2817,  1.3891])
    >>> x.exp() - count * x.exp().log()
    tensor([ 1.0000, -1.2817,  1.3891])
    """


def poisson_full():
    """``PoissonNLLLoss(full=True)`` adds an estimate of ``log(target!)`` for targets above 1.

    The part it adds does not depend on the prediction, so the gradient is the same without it. With it, the loss is
    nearly minus the logarithm of the probability, as ``torch.distributions`` computes it.

    >>> import torch
    >>> x = torch.tensor([0.5, 1.0, 2.0])
    >>> count = torch.tensor([1.0, 4.0, 30.0])
    >>> short = torch.nn.PoissonNLLLoss(reduction="none")(x, count)
    >>> full = torch.nn.PoissonNLLLoss(full=True, reduction="none")(x, count)
    >>> full - short
    tensor([ 0.0000,  3.1573, 74.6555])
    >>> torch.lgamma(count + 1)
    tensor([ 0.0000,  3.1781, 74.6582])
    >>> full
    tensor([ 1.1487,  1.8755, 22.0445])
    >>> -torch.distributions.Poisson(x.exp()).log_prob(count)
    tensor([ 1.1487,  1.8963, 22.0473])
    """


def gaussian_nll():
    """``torch.nn.GaussianNLLLoss`` takes a mean and a variance: ``0.5 * (log(var) + (target - mean) ** 2 / var)``.

    Use it when the model also says how sure it is. A large error costs less where the variance is large, and a large
    variance costs something by itself.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> mean = torch.tensor([0.0, 1.0, 1.0])
    >>> target = torch.tensor([1.0, 5.0, 5.0])
    >>> var = torch.tensor([1.0, 4.0, 16.0])
    >>> F.gaussian_nll_loss(mean, target, var, reduction="none")
    tensor([0.5000, 2.6931, 1.8863])
    >>> 0.5 * (var.log() + (target - mean) ** 2 / var)
    tensor([0.5000, 2.6931, 1.8863])
    >>> torch.nn.GaussianNLLLoss()(mean, target, var)
    tensor(1.6931)

    ``full=True`` adds the constant ``0.5 * log(2 * pi)``, and the result is minus the logarithm of the density.

    >>> torch.nn.GaussianNLLLoss(full=True, reduction="none")(mean, target, var)
    tensor([1.4189, 3.6121, 2.8052])
    >>> -torch.distributions.Normal(mean, var.sqrt()).log_prob(target)
    tensor([1.4189, 3.6121, 2.8052])
    """


def gaussian_variance():
    """``gaussian_nll_loss`` refuses a negative variance and one of another size, and raises tiny ones to ``eps``.

    It wants the variance, not the standard deviation. A network can return any number, so pass its output through
    ``softplus`` or ``exp`` first.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> mean, target = torch.tensor([0.0, 1.0]), torch.tensor([1.0, 3.0])
    >>> output = torch.tensor([-1.0, 2.0])
    >>> F.gaussian_nll_loss(mean, target, output)
    Traceback (most recent call last):
        ...
    ValueError: var has negative entry/entries
    >>> F.gaussian_nll_loss(mean, target, F.softplus(output))
    tensor(1.1667)
    >>> F.gaussian_nll_loss(mean, target, torch.cat([target, target]))
    Traceback (most recent call last):
        ...
    ValueError: var is of incorrect size

    A variance of 0 becomes ``eps``; otherwise the loss would be infinite.

    >>> var = torch.tensor([0.0, 2.0])
    >>> F.gaussian_nll_loss(mean, target, var, eps=0.01, reduction="none")
    tensor([47.6974,  1.3466])
    >>> F.gaussian_nll_loss(mean, target, var.clamp(min=0.01), reduction="none")
    tensor([47.6974,  1.3466])
    """


def kl_divergence():
    """``torch.nn.KLDivLoss`` takes log-probabilities first and probabilities second: ``p * (log(p) - input)``.

    The divergence says how far the distribution ``q`` of the model is from the distribution ``p`` of the target. In
    formulas, ``p`` comes first: KL(p || q). Here it comes second. It is 0 only when both are the same.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> q = torch.tensor([[0.5, 0.2, 0.3], [0.1, 0.8, 0.1]])
    >>> p = torch.tensor([[0.2, 0.2, 0.6], [0.25, 0.5, 0.25]])
    >>> F.kl_div(q.log(), p, reduction="none")
    tensor([[-0.1833,  0.0000,  0.4159],
            [ 0.2291, -0.2350,  0.2291]])
    >>> p * (p.log() - q.log())
    tensor([[-0.1833,  0.0000,  0.4159],
            [ 0.2291, -0.2350,  0.2291]])
    >>> torch.nn.KLDivLoss(reduction="batchmean")(q.log(), p)
    tensor(0.2279)
    >>> abs(torch.nn.KLDivLoss(reduction="batchmean")(p.log(), p)) < 1e-6
    tensor(True)

    The wrong order gives another number, because KL(q || p) is not KL(p || q).

    >>> torch.nn.KLDivLoss(reduction="batchmean")(p.log(), q)
    tensor(0.2215)

    Without the logarithm the number is no divergence: it is even negative.

    >>> torch.nn.KLDivLoss(reduction="batchmean")(q, p)
    tensor(-1.3800)
    """


def kl_batchmean():
    """The mean of ``kl_div`` divides by the number of elements; the divergence needs ``reduction="batchmean"``.

    The divergence of one sample is a sum over the classes, so the average over a batch divides by the number of rows.
    The default, ``"mean"``, also divides by the number of columns. PyTorch warns of it.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> import warnings
    >>> q = torch.tensor([[0.5, 0.2, 0.3], [0.1, 0.8, 0.1]])
    >>> p = torch.tensor([[0.2, 0.2, 0.6], [0.25, 0.5, 0.25]])
    >>> total = F.kl_div(q.log(), p, reduction="sum")
    >>> total, total / 2, total / 6
    (tensor(0.4558), tensor(0.2279), tensor(0.0760))
    >>> F.kl_div(q.log(), p, reduction="batchmean")
    tensor(0.2279)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     F.kl_div(q.log(), p)
    tensor(0.0760)
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only ...
    """


def kl_log_target():
    """With ``log_target=True`` the target of ``kl_div`` is in logarithms too.

    Another network often returns ``log_softmax`` as the target, and taking the exponential first can lose digits. Say
    it with the argument; without it, the logarithms are taken for probabilities.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> q = torch.tensor([[0.5, 0.2, 0.3], [0.1, 0.8, 0.1]])
    >>> p = torch.tensor([[0.2, 0.2, 0.6], [0.25, 0.5, 0.25]])
    >>> F.kl_div(q.log(), p, reduction="batchmean")
    tensor(0.2279)
    >>> F.kl_div(q.log(), p.log(), reduction="batchmean", log_target=True)
    tensor(0.2279)
    >>> torch.nn.KLDivLoss(reduction="batchmean", log_target=True)(q.log(), p.log())
    tensor(0.2279)
    >>> F.kl_div(q.log(), p.log(), reduction="batchmean")
    tensor(nan)

    For a zero probability in the target the term counts as 0; its logarithm would be minus infinity.

    >>> F.kl_div(q[0].log(), torch.tensor([0.0, 0.0, 1.0]), reduction="none")
    tensor([0.0000, 0.0000, 1.2040])
    """


def kl_and_cross_entropy():
    """The cross-entropy with soft targets is the divergence plus a constant, the entropy of the target.

    The constant has no gradient, so a model learns the same from both. Only the cross-entropy does not reach 0.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> scores = torch.tensor([[1.0, 2.0, 0.5]], requires_grad=True)
    >>> p = torch.tensor([[0.2, 0.7, 0.1]])
    >>> divergence = F.kl_div(F.log_softmax(scores, dim=1), p, reduction="batchmean")
    >>> divergence.detach(), -(p * p.log()).sum(), F.cross_entropy(scores, p).detach()
    (tensor(0.0126), tensor(0.8018), tensor(0.8144))
    >>> torch.autograd.grad(divergence, scores)
    (tensor([[ 0.0312, -0.0715,  0.0402]]),)
    >>> torch.autograd.grad(F.cross_entropy(scores, p), scores)
    (tensor([[ 0.0312, -0.0715,  0.0402]]),)
    """


def ctc_by_hand():
    """``torch.nn.CTCLoss`` adds up the probabilities of all ways to spell the target and takes minus the logarithm.

    It is for sequences without time marks, such as speech: many time steps, few letters, and nobody said which letter
    belongs to which step. At each step the model says one label or the blank, label 0. Repeats are merged, then blanks
    are dropped.

    Two steps can spell the target "1" in three ways: 1 1, 1 blank, blank 1. The log-probabilities have the shape
    (T, N, C): time, batch, labels.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> p = torch.tensor([[[0.2, 0.5, 0.3]], [[0.4, 0.1, 0.5]]])
    >>> p.shape
    torch.Size([2, 1, 3])
    >>> by_hand = p[0, 0, 1] * p[1, 0, 1] + p[0, 0, 1] * p[1, 0, 0] + p[0, 0, 0] * p[1, 0, 1]
    >>> by_hand, -by_hand.log()
    (tensor(0.2700), tensor(1.3093))
    >>> target, steps, letters = torch.tensor([[1]]), torch.tensor([2]), torch.tensor([1])
    >>> torch.nn.CTCLoss()(p.log(), target, steps, letters)
    tensor(1.3093)
    >>> F.ctc_loss(p.log(), target, steps, letters)
    tensor(1.3093)

    Another label can be the blank. With label 2 in this role, the three ways are other ones.

    >>> F.ctc_loss(p.log(), target, steps, letters, blank=2)
    tensor(1.1087)
    >>> -(0.5 * 0.1 + 0.5 * 0.5 + 0.3 * p[1, 0, 1]).log()
    tensor(1.1087)
    """


def ctc_mean():
    """The mean of ``ctc_loss`` first divides each loss by the length of its target.

    Otherwise long texts would weigh more. Both samples have three steps here; one target has two letters, the other
    has one. A target that is shorter than the widest is filled up, and its length says how much of it counts.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> log_p = torch.arange(18.0).view(3, 2, 3).sin().log_softmax(dim=2)
    >>> target = torch.tensor([[1, 2], [2, 0]])
    >>> steps, letters = torch.tensor([3, 3]), torch.tensor([2, 1])
    >>> losses = F.ctc_loss(log_p, target, steps, letters, reduction="none")
    >>> losses
    tensor([1.2610, 1.5870])
    >>> F.ctc_loss(log_p, target, steps, letters)
    tensor(1.1087)
    >>> (losses / letters).mean()
    tensor(1.1087)
    >>> torch.nn.CTCLoss(reduction="sum")(log_p, target, steps, letters)
    tensor(2.8480)
    """


def ctc_needs_room():
    """A target that does not fit into the steps has an infinite ``ctc_loss``; ``zero_infinity=True`` makes it 0.

    Each letter needs a step, and two equal letters in a row need a blank between them. One infinite loss makes
    gradients ``nan``, and with them all weights. With ``zero_infinity`` such a sample has no effect.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> scores = torch.arange(9.0).view(3, 1, 3).sin().requires_grad_()
    >>> log_p = scores.log_softmax(dim=2)
    >>> steps, letters = torch.tensor([2]), torch.tensor([2])
    >>> two = log_p[:2]
    >>> two.shape
    torch.Size([2, 1, 3])
    >>> F.ctc_loss(two, torch.tensor([[1, 2]]), steps, letters).detach()
    tensor(1.2854)
    >>> twice = torch.tensor([[1, 1]])
    >>> loss = F.ctc_loss(two, twice, steps, letters)
    >>> loss.item()
    inf
    >>> torch.autograd.grad(loss, scores, retain_graph=True)[0].isnan().any()
    tensor(True)
    >>> loss = torch.nn.CTCLoss(zero_infinity=True)(two, twice, steps, letters)
    >>> loss.item()
    0.0
    >>> torch.equal(torch.autograd.grad(loss, scores, retain_graph=True)[0], torch.zeros_like(scores))
    True

    With three steps it fits: 1 blank 1.

    >>> F.ctc_loss(log_p, twice, steps + 1, letters).detach()
    tensor(1.2478)
    >>> -(log_p[0, 0, 1] + log_p[1, 0, 0] + log_p[2, 0, 1]).detach() / 2
    tensor(1.2478)

    More steps than there are is an error.

    >>> F.ctc_loss(two, twice, steps + 1, letters)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected input_lengths to have value at most 2, but got value 3 ...
    """
