"""Logarithms, angles and sigmoids

Exponentials and logarithms, sines and arcs, and the curves that make probabilities of numbers, for every element alike.
The cards show what comes out at 0, at infinity and for very small numbers, where losses go wrong.
"""


def logarithms():
    """``torch.log`` is the natural logarithm and undoes ``torch.exp``; the bases 2 and 10 have ``log2`` and ``log10``.

    ``torch.exp`` computes e to the power of each element, where e is about 2.7183.

    >>> import torch
    >>> x = torch.tensor([0., 1., 2.])
    >>> torch.exp(x)
    tensor([1.0000, 2.7183, 7.3891])
    >>> torch.allclose(torch.log(torch.exp(x)), x)
    True

    Often written: ``torch.log`` is the logarithm to base 10. Run it: the logarithm of 10 is 1 only with ``log10``.

    >>> ten = torch.tensor([10., 100., 0.3])
    >>> torch.log(ten)
    tensor([ 2.3026,  4.6052, -1.2040])
    >>> torch.log10(ten)
    tensor([ 1.0000,  2.0000, -0.5229])
    >>> torch.log2(torch.tensor([2., 8., 0.3]))
    tensor([ 1.0000,  3.0000, -1.7370])
    >>> torch.log(torch.tensor([0., -10.]))
    tensor([-inf, nan])
    >>> torch.exp2(torch.tensor([3., 5., -1.]))
    tensor([ 8.0000, 32.0000,  0.5000])
    """


def limits_of_the_logarithm():
    """The logarithm of 0 is ``-inf`` and that of a negative number ``nan``, without an error; ``exp(89)`` is ``inf``.

    A loss that takes the logarithm of a probability of 0 becomes infinite. ``clamp`` first, or work with logits, which
    a later card explains. Nearly all that you compute from a ``nan`` is ``nan`` again, even a product with 0.

    >>> import torch
    >>> edge = torch.tensor([1., 0., -3.])
    >>> torch.log(edge)
    tensor([0., -inf, nan])
    >>> torch.log(edge) * 0
    tensor([0., nan, nan])
    >>> torch.log(torch.tensor([0.5, 0.]).clamp(min=1e-4))
    tensor([-0.6931, -9.2103])

    The largest float32 lies near ``exp(88.7)``.

    >>> torch.exp(torch.tensor([88., 89.]))
    tensor([1.6516e+38,        inf])
    """


def small_numbers():
    """``torch.log1p(x)`` and ``torch.expm1(x)`` keep a tiny ``x``, where ``log(1 + x)`` and ``exp(x) - 1`` lose it.

    In float32, ``1 + 1e-10`` is 1: the small number is lost before the logarithm sees it.

    >>> import torch
    >>> x = torch.tensor([1e-10, 1.])
    >>> torch.log(1 + x)
    tensor([0.0000, 0.6931])
    >>> torch.log1p(x)
    tensor([1.0000e-10, 6.9315e-01])
    >>> torch.exp(x) - 1
    tensor([0.0000, 1.7183])
    >>> torch.expm1(x)
    tensor([1.0000e-10, 1.7183e+00])

    Prices and counts are often brought to a smaller range with ``log1p``, because 0 stays 0 there.

    >>> torch.log1p(torch.tensor([0., 9., 99.]))
    tensor([0.0000, 2.3026, 4.6052])
    """


def fraction_and_power_of_two():
    """``torch.frexp`` splits each number into a fraction and a power of two, exactly; ``torch.ldexp`` joins them.

    The size of the fraction is at least 0.5 and below 1: 6 is 0.75 times 2 to the power of 3. Use it to
    find out how far apart the orders of magnitude in a tensor are, or to scale by powers of two without an error.

    >>> import torch
    >>> t = torch.tensor([6., -0.75, 0.1, 1024.])
    >>> fraction, exponent = torch.frexp(t)
    >>> fraction
    tensor([ 0.7500, -0.7500,  0.8000,  0.5000])
    >>> exponent
    tensor([ 3,  0, -3, 11], dtype=torch.int32)
    >>> torch.equal(torch.ldexp(fraction, exponent), t)
    True

    Often written: the exponent is ``floor(log2(t))``. It is one more, because the fraction lies below 1.

    >>> torch.log2(t.abs()).floor()
    tensor([ 2., -1., -4., 10.])

    0 is split into 0 and 0, and integers are refused.

    >>> torch.frexp(torch.zeros(1))
    torch.return_types.frexp(
    mantissa=tensor([0.]),
    exponent=tensor([0], dtype=torch.int32))
    >>> torch.frexp(torch.tensor([6, 8]))
    Traceback (most recent call last):
        ...
    RuntimeError: torch.frexp() only supports floating-point dtypes
    """


def angles():
    """``torch.sin``, ``cos`` and ``tan`` take radians, and ``asin``, ``acos`` and ``atan`` return them.

    A half turn of 180 degrees is pi in radians. ``deg2rad`` and ``rad2deg`` convert.

    >>> import torch
    >>> degrees = torch.tensor([0., 30., 60.])
    >>> radians = torch.deg2rad(degrees)
    >>> torch.sin(radians)
    tensor([0.0000, 0.5000, 0.8660])
    >>> torch.cos(radians)
    tensor([1.0000, 0.8660, 0.5000])
    >>> torch.tan(radians)
    tensor([0.0000, 0.5774, 1.7321])
    >>> torch.sin(degrees)
    tensor([ 0.0000, -0.9880, -0.3048])

    The inverse functions are also called ``arcsin``, ``arccos`` and ``arctan``. No sine or cosine is above 1 or
    below -1, so ``asin`` and ``acos`` give ``nan`` there.

    >>> torch.rad2deg(torch.asin(torch.tensor([0.5, 0.6, 2.])))
    tensor([30.0000, 36.8699,     nan])
    >>> torch.rad2deg(torch.acos(torch.tensor([0.5, 0.6])))
    tensor([60.0000, 53.1301])
    >>> torch.rad2deg(torch.atan(torch.tensor([1., -3.])))
    tensor([ 45.0000, -71.5650])
    """


def direction_of_a_point():
    """``torch.atan2(y, x)`` knows all four quarters of the plane; ``torch.atan(y / x)`` only two.

    It takes y first. Opposite points have the same quotient, so ``atan`` cannot tell them apart. ``hypot`` gives the
    distance from the origin.

    >>> import torch
    >>> x = torch.tensor([3., -3., -3., 4.])
    >>> y = torch.tensor([3., 3., -3., 3.])
    >>> torch.rad2deg(torch.atan2(y, x))
    tensor([  45.0000,  135.0000, -135.0000,   36.8699])
    >>> torch.rad2deg(torch.atan(y / x))
    tensor([ 45.0000, -45.0000,  45.0000,  36.8699])
    >>> torch.hypot(torch.tensor([3., 5., 1.]), torch.tensor([4., 12., 1.]))
    tensor([ 5.0000, 13.0000,  1.4142])

    ``hypot`` does not overflow where the square of one side already does.

    >>> a, b = torch.tensor([3., 4.]) * 2. ** 66
    >>> torch.hypot(a, b), a * a
    (tensor(3.6893e+20), tensor(inf))
    """


def hyperbolic_functions():
    """``torch.tanh`` squeezes every number between -1 and 1; it is ``sinh`` divided by ``cosh``.

    ``tanh`` serves as an activation function. ``sinh`` and ``cosh`` grow like ``exp`` and overflow where ``tanh`` has
    long reached 1; the quotient of the two infinities is ``nan``.

    >>> import torch
    >>> x = torch.tensor([-1.5, 0., 2., 100.])
    >>> torch.tanh(x)
    tensor([-0.9051,  0.0000,  0.9640,  1.0000])
    >>> torch.sinh(x)
    tensor([-2.1293,  0.0000,  3.6269,     inf])
    >>> torch.cosh(x)
    tensor([2.3524, 1.0000, 3.7622,    inf])
    >>> torch.sinh(x) / torch.cosh(x)
    tensor([-0.9051,  0.0000,  0.9640,     nan])

    ``asinh``, ``acosh`` and ``atanh`` undo them.

    >>> torch.asinh(torch.sinh(x[:3])), torch.atanh(torch.tanh(x[:3]))
    (tensor([-1.5000,  0.0000,  2.0000]), tensor([-1.5000,  0.0000,  2.0000]))
    >>> torch.acosh(torch.cosh(x[:3]))
    tensor([1.5000, 0.0000, 2.0000])
    """


def probability_and_logit():
    """``torch.logit`` undoes ``torch.sigmoid``: it is ``log(p / (1 - p))``, infinite at 0 and 1 without ``eps``.

    A logit is what a network puts out before the sigmoid makes a probability of it.

    >>> import torch
    >>> logits = torch.tensor([-2., 0.5, 3.])
    >>> p = torch.sigmoid(logits)
    >>> p
    tensor([0.1192, 0.6225, 0.9526])
    >>> torch.logit(p)
    tensor([-2.0000,  0.5000,  3.0000])
    >>> torch.logit(torch.tensor([0., 0.8, 1.]))
    tensor([  -inf, 1.3863,    inf])
    >>> torch.logit(torch.tensor([0., 0.8, 1.]), eps=0.01)
    tensor([-4.5951,  1.3863,  4.5951])

    ``erf`` has a similar course, between -1 and 1. ``(1 + erf(x / sqrt(2))) / 2`` is the share of a normal distribution
    below ``x``; ``erfinv`` is its inverse and ``erfc`` is ``1 - erf``.

    >>> x = torch.tensor([-1., 0., 1.645])
    >>> (1 + torch.erf(x / 2 ** 0.5)) / 2
    tensor([0.1587, 0.5000, 0.9500])
    >>> torch.erfinv(torch.erf(x)), torch.erfc(x)
    (tensor([-1.0000,  0.0000,  1.6450]), tensor([1.8427, 1.0000, 0.0200]))
    """


def softmax_needs_a_dimension():
    """``torch.softmax(t, dim=1)`` makes each row add up to 1; ``dim=0`` each column.

    For a batch of logits with one row per sample, it is ``dim=1``. The wrong dimension raises no error.

    >>> import torch
    >>> logits = torch.tensor([[1., 1., 2.], [3., 3., 2.]]).log()
    >>> torch.softmax(logits, dim=1)
    tensor([[0.2500, 0.2500, 0.5000],
            [0.3750, 0.3750, 0.2500]])
    >>> torch.softmax(logits, dim=0)
    tensor([[0.2500, 0.2500, 0.5000],
            [0.7500, 0.7500, 0.5000]])

    ``log_softmax`` is its logarithm, computed without the detour in which small probabilities become 0.

    >>> far = torch.tensor([0., 200.])
    >>> torch.softmax(far, dim=0).log()
    tensor([-inf, 0.])
    >>> torch.log_softmax(far, dim=0)
    tensor([-200.,    0.])
    """


def step_function():
    """``torch.heaviside`` is 0 below 0 and 1 above; what it is at 0 you say yourself, with a tensor.

    The second argument is used only where the element is exactly 0. It has one value for all, or one for each.

    >>> import torch
    >>> t = torch.arange(-2., 2.)
    >>> t
    tensor([-2., -1.,  0.,  1.])
    >>> half = 0.5
    >>> torch.heaviside(t, torch.tensor([half]))
    tensor([0.0000, 0.0000, 0.5000, 1.0000])
    >>> torch.heaviside(t, t + 7)
    tensor([0., 0., 7., 1.])
    >>> torch.heaviside(t, half)
    Traceback (most recent call last):
        ...
    TypeError: heaviside(): argument 'values' (position 2) must be Tensor, not float
    """
