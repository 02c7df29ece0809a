"""Relatives of ReLU

ReLU has many relatives that treat negative numbers more gently, stop at an upper limit, or have no kink at 0. These
cards compute each of them on small numbers. You need them when you read a model that uses one, or choose one.
"""


def capped_at_six():
    """``nn.ReLU6()`` is a ReLU that stops at 6, and ``nn.Hardtanh(a, b)`` cuts at any two limits.

    The default limits of ``nn.Hardtanh`` are -1 and 1.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -0.5, 0.5, 5.0, 9.0])
    >>> nn.ReLU6()(x)
    tensor([0.0000, 0.0000, 0.5000, 5.0000, 6.0000])
    >>> F.relu6(x)
    tensor([0.0000, 0.0000, 0.5000, 5.0000, 6.0000])
    >>> nn.Hardtanh(0.0, 6.0)(x)
    tensor([0.0000, 0.0000, 0.5000, 5.0000, 6.0000])
    >>> nn.Hardtanh()(x)
    tensor([-1.0000, -0.5000,  0.5000,  1.0000,  1.0000])
    >>> F.hardtanh(x, min_val=-4.5, max_val=4.0)
    tensor([-4.0000, -0.5000,  0.5000,  4.0000,  4.0000])

    Beyond a limit the gradient is 0, on both sides.

    >>> x.requires_grad = True
    >>> nn.ReLU6()(x).sum().backward()
    >>> x.grad
    tensor([0., 0., 1., 1., 0.])
    """


def leaky_relu():
    """``nn.LeakyReLU(slope)`` multiplies negative numbers by a small slope, 0.01 by default, instead of by 0.

    So the gradient of a negative input is small, but not 0, and the weights that made this input go on learning.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -1.0, 3.0], requires_grad=True)
    >>> y = nn.LeakyReLU()(x)
    >>> y.detach()
    tensor([-0.0400, -0.0100,  3.0000])
    >>> y.sum().backward()
    >>> x.grad
    tensor([0.0100, 0.0100, 1.0000])
    >>> nn.LeakyReLU(0.25)(x).tolist()
    [-1.0, -0.25, 3.0]
    >>> F.leaky_relu(x, negative_slope=0.5).tolist()
    [-2.0, -0.5, 3.0]
    """


def learned_slope():
    """``nn.PReLU()`` learns the slope for negative numbers; it is a parameter that starts at 0.25.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.PReLU()
    >>> layer.weight
    Parameter containing:
    tensor([0.2500], requires_grad=True)
    >>> y = layer(torch.tensor([-4.0, 3.0, -2.0]))
    >>> y.tolist()
    [-1.0, 3.0, -0.5]

    The gradient of the slope is the sum of the negative inputs, here -4 and -2.

    >>> y.sum().backward()
    >>> layer.weight.grad
    tensor([-6.])

    ``num_parameters`` gives each channel a slope of its own. The channels are dimension 1.

    >>> nn.PReLU(num_parameters=2, init=0.5).weight.tolist()
    [0.5, 0.5]
    >>> slopes = torch.tensor([0.5, 0.25])
    >>> F.prelu(torch.tensor([[-4.0, -4.0], [-1.0, 8.0]]), slopes)
    tensor([[-2.0000, -1.0000],
            [-0.5000,  8.0000]])
    """


def random_slope():
    """``nn.RReLU()`` draws the slope for each negative number at random in training, and uses the mean in evaluation.

    The slopes lie between 1/8 and 1/3 unless you give other limits. Two passes of the same input differ.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.RReLU()
    >>> x = -torch.ones(100000)
    >>> slopes = -layer(x)
    >>> slopes.shape, round(slopes.min().item(), 3), round(slopes.max().item(), 3)
    (torch.Size([100000]), 0.125, 0.333)
    >>> torch.equal(layer(x), layer(x))
    False

    In evaluation mode the slope is (1/8 + 1/3) / 2 = 11/48. Positive numbers are never changed.

    >>> layer.eval()
    RReLU(lower=0.125, upper=0.3333333333333333)
    >>> layer(torch.tensor([-48.0, 7.0]))
    tensor([-11.,   7.])

    The function draws only if you say that you are training.

    >>> F.rrelu(torch.tensor([-48.0, 7.0]), lower=0.25, upper=0.75)
    tensor([-24.,   7.])
    >>> [F.rrelu(x, training=training).unique().numel() == 1 for training in (False, True)]
    [True, False]
    """


def exponential_below_zero():
    """``nn.ELU`` bends negative numbers with alpha * (exp(x) - 1), so they approach -alpha and never pass it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-6.0, -2.0, -1.0, 0.0, 3.0])
    >>> nn.ELU()(x)
    tensor([-0.9975, -0.8647, -0.6321,  0.0000,  3.0000])
    >>> nn.ELU(alpha=2.0)(x)
    tensor([-1.9950, -1.7293, -1.2642,  0.0000,  3.0000])
    >>> 2.0 * (torch.exp(x[:3]) - 1.0)
    tensor([-1.9950, -1.7293, -1.2642])

    ``nn.CELU`` divides by alpha inside the exponential: alpha * (exp(x / alpha) - 1). With alpha = 1 both are the same.

    >>> torch.equal(nn.CELU()(x), nn.ELU()(x))
    True
    >>> nn.CELU(alpha=2.0)(x)
    tensor([-1.9004, -1.2642, -0.7869,  0.0000,  3.0000])
    >>> F.elu(torch.tensor(-2.0), alpha=4.0), F.celu(torch.tensor(-2.0), alpha=4.0)
    (tensor(-3.4587), tensor(-1.5739))

    The difference is the slope just below 0: ``nn.CELU`` has slope 1 for every alpha, so there is no kink.

    >>> below = torch.tensor(-1e-30, requires_grad=True)
    >>> torch.autograd.grad(nn.ELU(alpha=2.0)(below), below)
    (tensor(2.),)
    >>> torch.autograd.grad(nn.CELU(alpha=2.0)(below), below)
    (tensor(1.),)
    """


def self_normalising():
    """``nn.SELU`` is a scaled ELU whose two constants keep standard normal inputs at mean 0 and variance 1.

    The constants are 1.0507 outside and 1.6733 inside; you cannot set them.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-5.0, -2.0, 2.0])
    >>> nn.SELU()(x)
    tensor([-1.7463, -1.5202,  2.1014])
    >>> 1.0507 * nn.ELU(alpha=1.6733)(x)
    tensor([-1.7463, -1.5202,  2.1014])
    >>> torch.equal(F.selu(x), nn.SELU()(x))
    True

    Take 1000 values that stand for the normal distribution, each for one thousandth of it. ReLU moves their mean and
    shrinks their variance, SELU keeps both.

    >>> shares = (torch.arange(1000) + 0.5) / 1000
    >>> shares[0], shares[-1]
    (tensor(0.0005), tensor(0.9995))
    >>> normal = torch.special.ndtri(shares)
    >>> [round(v.item(), 3) for v in (nn.SELU()(normal).mean().abs(), nn.SELU()(normal).var())]
    [0.0, 1.0]
    >>> [round(v.item(), 2) for v in (nn.ReLU()(normal).mean(), nn.ReLU()(normal).var())]
    [0.4, 0.34]
    """


def gelu():
    """``nn.GELU()`` multiplies x by the share of the normal distribution that lies below x.

    ``torch.special.ndtr`` computes that share. Large numbers pass, very negative ones become 0, with a smooth step
    between. Many Transformers use it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.5])
    >>> nn.GELU()(x)
    tensor([-0.0455, -0.1587,  0.0000,  0.8413,  2.4845])
    >>> x * torch.special.ndtr(x)
    tensor([-0.0455, -0.1587,  0.0000,  0.8413,  2.4845])
    >>> F.gelu(x)
    tensor([-0.0455, -0.1587,  0.0000,  0.8413,  2.4845])

    ``approximate="tanh"`` is a formula that comes close. The numbers differ a little, so load a model with the same
    setting that it was trained with.

    >>> nn.GELU(approximate="tanh")(x)
    tensor([-0.0454, -0.1588,  0.0000,  0.8412,  2.4849])
    >>> 0.5 * x * (1.0 + torch.tanh((2.0 / torch.pi) ** 0.5 * (x + 0.044715 * x ** 3)))
    tensor([-0.0454, -0.1588,  0.0000,  0.8412,  2.4849])
    >>> F.gelu(x, approximate="tanh")
    tensor([-0.0454, -0.1588,  0.0000,  0.8412,  2.4849])
    """


def silu_and_mish():
    """``nn.SiLU`` is x * sigmoid(x), also called swish; ``nn.Mish`` is x * tanh(softplus(x)). Both dip below 0.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -1.0, 0.0, 2.0])
    >>> nn.SiLU()(x)
    tensor([-0.0719, -0.2689,  0.0000,  1.7616])
    >>> x * torch.sigmoid(x)
    tensor([-0.0719, -0.2689,  0.0000,  1.7616])
    >>> F.silu(x)
    tensor([-0.0719, -0.2689,  0.0000,  1.7616])
    >>> nn.Mish()(x)
    tensor([-0.0726, -0.3034,  0.0000,  1.9440])
    >>> x * torch.tanh(F.softplus(x))
    tensor([-0.0726, -0.3034,  0.0000,  1.9440])
    >>> F.mish(x)
    tensor([-0.0726, -0.3034,  0.0000,  1.9440])

    Unlike ReLU they are not monotonic: -1 gives a smaller result than -4. On a fine grid you find where each is lowest.

    >>> grid = torch.linspace(-5.0, 0.0, 501)
    >>> nn.SiLU()(grid).min(), grid[nn.SiLU()(grid).argmin()]
    (tensor(-0.2785), tensor(-1.2800))
    >>> nn.Mish()(grid).min(), grid[nn.Mish()(grid).argmin()]
    (tensor(-0.3088), tensor(-1.1900))
    """


def softplus():
    """``nn.Softplus()`` is log(1 + exp(x)), a ReLU without a kink whose results are above 0.

    Use it where a number must be positive, for instance a standard deviation that the network predicts. Far below 0 the
    result is too small for a float and becomes 0, so add a small constant where you divide by it.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-1.0, 0.0, 1.0, 5.0])
    >>> nn.Softplus()(x)
    tensor([0.3133, 0.6931, 1.3133, 5.0067])
    >>> torch.log(1 + torch.exp(x))
    tensor([0.3133, 0.6931, 1.3133, 5.0067])
    >>> nn.Softplus()(torch.tensor([-80.0, -200.0]))
    tensor([1.8049e-35, 0.0000e+00])

    A larger ``beta`` comes closer to ReLU: log(1 + exp(beta * x)) / beta.

    >>> nn.Softplus(beta=4.0)(x)
    tensor([4.5375e-03, 1.7329e-01, 1.0045e+00, 5.0000e+00])
    >>> F.softplus(x, beta=2.0)
    tensor([0.0635, 0.3466, 1.0635, 5.0000])

    Where beta * x is above ``threshold``, 20 by default, the input is returned as it is, so that exp cannot overflow.

    >>> large = torch.tensor(90.0)
    >>> nn.Softplus()(large), torch.log(1 + torch.exp(large))
    (tensor(90.), tensor(inf))
    >>> F.softplus(torch.tensor([1.0, 2.5]), threshold=2.0)
    tensor([1.3133, 2.5000])

    The slope of softplus is the sigmoid.

    >>> x.requires_grad = True
    >>> nn.Softplus()(x).sum().backward()
    >>> x.grad
    tensor([0.2689, 0.5000, 0.7311, 0.9933])
    >>> torch.sigmoid(x.detach())
    tensor([0.2689, 0.5000, 0.7311, 0.9933])
    """


def hard_versions():
    """``nn.Hardsigmoid`` and ``nn.Hardswish`` replace the curves of sigmoid and SiLU by straight lines.

    Hardsigmoid is ReLU6(x + 3) / 6, and Hardswish is x times that. Networks for phones use them because they need no
    exponential.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -1.5, 0.0, 1.5, 2.0, 5.0])
    >>> nn.Hardsigmoid()(x)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 0.8333, 1.0000])
    >>> F.hardsigmoid(x)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 0.8333, 1.0000])
    >>> F.relu6(x + 3.0) / 6.0
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 0.8333, 1.0000])
    >>> nn.Hardswish()(x)[1:]
    tensor([-0.3750,  0.0000,  1.1250,  1.6667,  5.0000])
    >>> F.hardswish(x)[1:]
    tensor([-0.3750,  0.0000,  1.1250,  1.6667,  5.0000])
    >>> torch.allclose(F.hardswish(x), x * F.hardsigmoid(x))
    True

    The curves that they stand for:

    >>> torch.sigmoid(x)
    tensor([0.0180, 0.1824, 0.5000, 0.8176, 0.8808, 0.9933])
    >>> F.silu(x)
    tensor([-0.0719, -0.2736,  0.0000,  1.2264,  1.7616,  4.9665])
    """


def threshold():
    """``nn.Threshold(t, v)`` keeps the numbers above ``t`` and puts ``v`` in place of all others.

    A number equal to ``t`` is replaced too. With 0 and 0 it is ReLU.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-4.0, -3.0, 0.5, 1.0, 7.0])
    >>> nn.Threshold(0.5, -9.0)(x)
    tensor([-9., -9., -9.,  1.,  7.])
    >>> F.threshold(x, threshold=-4.0, value=5.0)
    tensor([ 5.0000, -3.0000,  0.5000,  1.0000,  7.0000])
    >>> nn.Threshold(0.0, 0.0)(x)
    tensor([0.0000, 0.0000, 0.5000, 1.0000, 7.0000])
    >>> torch.relu(x)
    tensor([0.0000, 0.0000, 0.5000, 1.0000, 7.0000])
    """


def shrinking():
    """``nn.Hardshrink`` sets numbers near 0 to 0; ``nn.Softshrink`` also moves the others towards 0.

    Near means between -lambd and lambd, with ``lambd`` = 0.5 by default. ``lambda`` is a word of Python, so the
    argument is spelled without its last letter.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-3.0, 0.25, 0.75, 2.0])
    >>> nn.Hardshrink()(x)
    tensor([-3.0000,  0.0000,  0.7500,  2.0000])
    >>> nn.Softshrink()(x)
    tensor([-2.5000,  0.0000,  0.2500,  1.5000])
    >>> nn.Hardshrink(lambd=1.0)(x), F.hardshrink(x, lambd=0.125)
    (tensor([-3.,  0.,  0.,  2.]), tensor([-3.0000,  0.2500,  0.7500,  2.0000]))
    >>> nn.Softshrink(lambd=1.0)(x), F.softshrink(x, lambd=0.125)
    (tensor([-2.,  0.,  0.,  1.]), tensor([-2.8750,  0.1250,  0.6250,  1.8750]))

    ``nn.Tanhshrink`` is x - tanh(x): close to 0 near 0, and smooth.

    >>> nn.Tanhshrink()(x)
    tensor([-2.0049,  0.0051,  0.1149,  1.0360])
    >>> x - torch.tanh(x)
    tensor([-2.0049,  0.0051,  0.1149,  1.0360])
    >>> F.tanhshrink(x)
    tensor([-2.0049,  0.0051,  0.1149,  1.0360])
    """


def functions_with_underscore():
    """A name with ``_`` at its end, such as ``F.elu_``, writes the result into its input.

    It is the same as ``inplace=True`` of the function or the module.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> def start():
    ...     return torch.tensor([-2.0, 0.5, 8.0])
    >>> for function in (F.relu_, F.leaky_relu_, F.elu_, F.celu_, F.selu_, F.hardtanh_):
    ...     x = start()
    ...     _ = function(x)
    ...     print(function.__name__, x)
    relu_ tensor([0.0000, 0.5000, 8.0000])
    leaky_relu_ tensor([-0.0200,  0.5000,  8.0000])
    elu_ tensor([-0.8647,  0.5000,  8.0000])
    celu_ tensor([-0.8647,  0.5000,  8.0000])
    selu_ tensor([-1.5202,  0.5254,  8.4056])
    hardtanh_ tensor([-1.0000,  0.5000,  1.0000])
    >>> x = start()
    >>> F.rrelu_(x, 0.25, 0.75) is x, x
    (True, tensor([-1.0000,  0.5000,  8.0000]))
    >>> F.threshold_(x, 0.0, 3.0) is x, x
    (True, tensor([3.0000, 0.5000, 8.0000]))

    With ``inplace=True``:

    >>> for module in (nn.ReLU6(inplace=True), nn.SiLU(inplace=True), nn.Hardswish(inplace=True)):
    ...     x = start()
    ...     print(module(x) is x, x)
    True tensor([0.0000, 0.5000, 6.0000])
    True tensor([-0.2384,  0.3112,  7.9973])
    True tensor([-0.3333,  0.2917,  8.0000])
    """
