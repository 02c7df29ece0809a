"""Bounded activations, softmax and gates

Sigmoid, tanh and their relatives bring every number between two limits. Softmax makes probabilities of scores, and a
gate lets part of a signal through. You need them on the output of a classifier and inside recurrent networks.
"""


def tanh():
    """``nn.Tanh`` brings every number between -1 and 1; it is 2 * sigmoid(2x) - 1.

    Unlike the sigmoid it maps 0 to 0 and treats both signs alike.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-3.0, 0.0, 0.5, 1.0])
    >>> nn.Tanh()(x)
    tensor([-0.9951,  0.0000,  0.4621,  0.7616])
    >>> 2 * torch.sigmoid(2 * x) - 1
    tensor([-0.9951,  0.0000,  0.4621,  0.7616])
    >>> torch.tanh(x)
    tensor([-0.9951,  0.0000,  0.4621,  0.7616])
    >>> F.tanh(x)
    tensor([-0.9951,  0.0000,  0.4621,  0.7616])
    >>> torch.sigmoid(x)
    tensor([0.0474, 0.5000, 0.6225, 0.7311])
    """


def saturation():
    """Far from 0 sigmoid and tanh are flat: their gradients there are almost 0, so learning slows down.

    The sigmoid is steepest at 0, where its slope is 0.25; that of tanh is 1. In a chain of many such layers the slopes
    multiply, which is one reason for ReLU.

    >>> import torch
    >>> x = torch.tensor([0.0, 2.0, 5.0, 8.0], requires_grad=True)
    >>> [round(g, 4) for g in torch.autograd.grad(torch.sigmoid(x).sum(), x)[0].tolist()]
    [0.25, 0.105, 0.0066, 0.0003]
    >>> [round(g, 4) for g in torch.autograd.grad(torch.tanh(x).sum(), x)[0].tolist()]
    [1.0, 0.0707, 0.0002, 0.0]

    Five sigmoids in a row:

    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> y = w
    >>> for _ in range(5):
    ...     y = torch.sigmoid(y)
    >>> round(torch.autograd.grad(y, w)[0].item(), 5)
    0.00068
    """


def softsign():
    """``nn.Softsign`` is ``x / (1 + |x|)``: between -1 and 1 like tanh, but it gets there far more slowly.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, 0.0, 1.0, 3.0])
    >>> nn.Softsign()(x)
    tensor([-0.8000,  0.0000,  0.5000,  0.7500])
    >>> F.softsign(x)
    tensor([-0.8000,  0.0000,  0.5000,  0.7500])
    >>> torch.tanh(x)
    tensor([-0.9993,  0.0000,  0.7616,  0.9951])
    """


def log_sigmoid():
    """``nn.LogSigmoid`` is log(sigmoid(x)) without the ``-inf`` that the two steps give for very negative numbers.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-200.0, -2.0, 0.0, 3.0])
    >>> nn.LogSigmoid()(x)
    tensor([-2.0000e+02, -2.1269e+00, -6.9315e-01, -4.8587e-02])
    >>> F.logsigmoid(x)
    tensor([-2.0000e+02, -2.1269e+00, -6.9315e-01, -4.8587e-02])
    >>> torch.log(torch.sigmoid(x))
    tensor([   -inf, -2.1269, -0.6931, -0.0486])

    It is softplus, mirrored twice.

    >>> -F.softplus(-x)
    tensor([-2.0000e+02, -2.1269e+00, -6.9315e-01, -4.8587e-02])
    """


def softmax_properties():
    """Softmax looks only at differences: adding 100 to every score changes nothing, multiplying does.

    >>> import torch
    >>> from torch import nn
    >>> scores = torch.tensor([1.0, 2.0, 4.0])
    >>> softmax = nn.Softmax(dim=0)
    >>> softmax(scores)
    tensor([0.0420, 0.1142, 0.8438])
    >>> shifted = scores + 100.0
    >>> shifted
    tensor([101., 102., 104.])
    >>> softmax(shifted)
    tensor([0.0420, 0.1142, 0.8438])
    >>> softmax(scores * 2.0)
    tensor([0.0024, 0.0179, 0.9796])

    Dividing by a temperature above 1 makes the probabilities more alike.

    >>> softmax(scores / 4.0)
    tensor([0.2272, 0.2918, 0.4810])

    A score of ``-inf`` gets probability 0; that is how masks work. Where every score is ``-inf``, nothing is left to
    share and the result is ``nan``.

    >>> softmax(torch.tensor([1.0, -torch.inf, 4.0]))
    tensor([0.0474, 0.0000, 0.9526])
    >>> softmax(torch.tensor([-torch.inf, -torch.inf]))
    tensor([nan, nan])
    """


def softmax_needs_floats():
    """Softmax refuses integers; sigmoid and tanh turn them into floats.

    Scores usually are floats, but labels and counts are not. Convert them with ``.float()`` or the argument ``dtype``.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> counts = torch.tensor([0, 3, 1])
    >>> F.softmax(counts, dim=0)
    Traceback (most recent call last):
        ...
    NotImplementedError: "softmax_lastdim_kernel_impl" not implemented for 'Long'
    >>> F.softmax(counts, dim=0, dtype=torch.float64)
    tensor([0.0420, 0.8438, 0.1142], dtype=torch.float64)
    >>> F.softmax(counts.float(), dim=0)
    tensor([0.0420, 0.8438, 0.1142])
    >>> torch.sigmoid(counts), torch.tanh(counts)
    (tensor([0.5000, 0.9526, 0.7311]), tensor([0.0000, 0.9951, 0.7616]))
    """


def softmin():
    """``nn.Softmin`` is the softmax of -x: the smallest number gets the largest probability.

    Use it on distances, where less is better.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> distances = torch.tensor([[1.0, 2.0, 4.0], [3.0, 0.5, 2.0]])
    >>> nn.Softmin(dim=1)(distances)
    tensor([[0.7054, 0.2595, 0.0351],
            [0.0629, 0.7662, 0.1710]])
    >>> F.softmin(distances, dim=1)
    tensor([[0.7054, 0.2595, 0.0351],
            [0.0629, 0.7662, 0.1710]])
    >>> F.softmax(-distances, dim=1)
    tensor([[0.7054, 0.2595, 0.0351],
            [0.0629, 0.7662, 0.1710]])
    >>> nn.Softmin(dim=0)(distances)
    tensor([[0.8808, 0.1824, 0.1192],
            [0.1192, 0.8176, 0.8808]])
    """


def log_softmax_layer():
    """``nn.LogSoftmax(dim=1)`` followed by ``F.nll_loss`` is ``F.cross_entropy`` on the raw scores.

    Give ``F.cross_entropy`` the scores and nothing else: the log-softmax is inside it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> scores, target = torch.tensor([[1.0, 2.0, 4.0], [3.0, 0.0, 2.0]]), torch.tensor([2, 1])
    >>> logarithms = nn.LogSoftmax(dim=1)(scores)
    >>> logarithms
    tensor([[-3.1698, -2.1698, -0.1698],
            [-0.3490, -3.3490, -1.3490]])
    >>> F.nll_loss(logarithms, target)
    tensor(1.7594)
    >>> F.cross_entropy(scores, target)
    tensor(1.7594)

    With softmax in front the result is another number, and no error says so.

    >>> F.cross_entropy(F.softmax(scores, dim=1), target)
    tensor(1.0472)
    """


def softmax_of_channels():
    """``nn.Softmax2d`` makes probabilities of the channels at each pixel of an image.

    For a batch (N, C, H, W) it is the softmax along dimension 1. You meet it where every pixel gets a class.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> scores = torch.arange(12.0).view(1, 3, 2, 2) ** 2 / 50.0
    >>> probabilities = nn.Softmax2d()(scores)
    >>> probabilities[0, :, 1, 0]
    tensor([0.1029, 0.1952, 0.7019])
    >>> torch.allclose(probabilities.sum(dim=1), torch.ones(1, 2, 2))
    True
    >>> torch.equal(probabilities, F.softmax(scores, dim=1))
    True
    >>> F.softmax(scores[0, :, 1, 0], dim=0)
    tensor([0.1029, 0.1952, 0.7019])

    A single image (C, H, W) is accepted too, a matrix is not.

    >>> torch.equal(nn.Softmax2d()(scores[0]), probabilities[0])
    True
    >>> nn.Softmax2d()(scores[0, 2])
    Traceback (most recent call last):
        ...
    ValueError: Softmax2d: expected input to be 3D or 4D, got 2D instead
    """


def gated_linear_unit():
    """``nn.GLU`` cuts its input into two halves, a and b, and returns a * sigmoid(b): half as many numbers.

    b is the gate that says how much of a passes: -4 almost closes it, 0 leaves half, 4 almost opens it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[3.0, 5.0, 7.0, -4.0, 0.0, 4.0]])
    >>> nn.GLU(dim=1)(x)
    tensor([[0.0540, 2.5000, 6.8741]])
    >>> x[:, :3] * torch.sigmoid(x[:, 3:])
    tensor([[0.0540, 2.5000, 6.8741]])
    >>> F.glu(torch.tensor([[2.0], [0.0]]), dim=0)
    tensor([[1.]])

    The size along that dimension must be even. The default is the last dimension.

    >>> F.glu(x[:, 1:])
    Traceback (most recent call last):
        ...
    RuntimeError: Halving dimension must be even, but dimension 1 is size 5
    """


def gumbel_softmax():
    """``F.gumbel_softmax`` draws a class at random with the probabilities of softmax, and lets gradients through.

    ``hard=True`` gives one row with a single 1 for each row of scores. The share of each class among many draws comes
    close to its probability. Here the scores are logarithms, so that softmax gives 0.2, 0.5 and 0.3.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> scores = torch.log(torch.tensor([0.2, 0.5, 0.3]))
    >>> F.softmax(scores, dim=0)
    tensor([0.2000, 0.5000, 0.3000])
    >>> draws = F.gumbel_softmax(scores.expand(5000, 3), hard=True)
    >>> draws.shape, draws.round(decimals=5).unique()
    (torch.Size([5000, 3]), tensor([0., 1.]))
    >>> torch.allclose(draws.sum(dim=1), torch.ones(5000))
    True
    >>> [round(share, 1) for share in draws.mean(dim=0).tolist()]
    [0.2, 0.5, 0.3]

    Without ``hard`` each row is a mixture. The smaller ``tau``, the closer it comes to a single 1. The mean of the
    largest number in each row shows it.

    >>> for tau in (0.01, 1.0, 5.0):
    ...     mixtures = F.gumbel_softmax(scores.expand(draws.shape), tau=tau)
    ...     print(round(mixtures.max(dim=1).values.mean().item(), 1))
    1.0
    0.7
    0.4

    Drawing with ``torch.multinomial`` cuts the graph. Here the scores get a gradient, although the result is 0 or 1:
    to raise the first number of the draw, raise the first score and lower the others.

    >>> scores.requires_grad = True
    >>> draw = F.gumbel_softmax(scores, hard=True, dim=0)
    >>> draw[0].backward()
    >>> scores.grad > 0
    tensor([ True, False, False])
    """


def many_classes():
    """``nn.AdaptiveLogSoftmaxWithLoss`` splits many classes into a frequent head and rarer tails.

    With ``cutoffs=[2, 5]`` of 9 classes the head knows the classes 0 and 1 and one entry for each of two tails. The
    frequent classes must therefore have the small numbers. A call returns the log-probability of each target and the
    loss.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.AdaptiveLogSoftmaxWithLoss(in_features=8, n_classes=9, cutoffs=[2, 5], div_value=2.0)
    >>> layer.head.weight.shape
    torch.Size([4, 8])
    >>> [tuple(part.weight.shape) for tail in layer.tail for part in tail]
    [(4, 8), (3, 4), (2, 8), (4, 2)]
    >>> x = torch.arange(24.0).view(3, 8) / 10
    >>> output, loss = layer(x, torch.tensor([0, 4, 8]))
    >>> logarithms = layer.log_prob(x)
    >>> logarithms.shape, torch.allclose(logarithms.exp().sum(dim=1), torch.ones(3))
    (torch.Size([3, 9]), True)
    >>> torch.allclose(output, logarithms[[0, 1, 2], [0, 4, 8]]), torch.allclose(loss, -output.mean())
    (True, True)
    """
