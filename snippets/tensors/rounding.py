"""Rounding, limits and powers

These functions take one number and give one number, for every element alike: they round, limit, divide, take roots and
powers. The cards show where neighbours differ, which is mostly for negative numbers, for halves and for zero.
"""


def limits():
    """``torch.clamp`` moves what lies outside ``min`` and ``max`` to the nearer limit; ``torch.clip`` is the same.

    Use it to keep probabilities away from 0 or pixel values between 0 and 255. One limit alone is enough;
    ``clamp_min`` and ``clamp_max`` take only one.

    >>> import torch
    >>> t = torch.tensor([-3, 0, 4, 9])
    >>> torch.clamp(t, min=-1, max=5)
    tensor([-1,  0,  4,  5])
    >>> torch.clip(t, -1, 5)
    tensor([-1,  0,  4,  5])
    >>> torch.clamp(t, min=2), torch.clamp_min(t, 2)
    (tensor([2, 2, 4, 9]), tensor([2, 2, 4, 9]))
    >>> torch.clamp(t, max=2), torch.clamp_max(t, 2)
    (tensor([-3,  0,  2,  2]), tensor([-3,  0,  2,  2]))

    The limits may be tensors, one for each element. If ``min`` is above ``max``, ``max`` wins.

    >>> torch.clamp(t, max=torch.tensor([-4, -2, 3, 8]))
    tensor([-4, -2,  3,  8])
    >>> torch.clamp(t, min=6, max=1)
    tensor([1, 1, 1, 1])

    With an underscore, ``clamp_`` changes the tensor itself.

    >>> t.clamp_(min=1, max=7) is t
    True
    >>> t
    tensor([1, 1, 4, 7])
    """


def rounding_to_even():
    """``torch.round`` rounds halves to the even neighbour: 0.5 becomes 0, and 1.5 and 2.5 both become 2.

    Often written: "0.5 is rounded up". Run it: it becomes 0, with Python's ``round`` too. Every second half goes up
    and every other down, so that sums do not drift upwards.

    >>> import torch
    >>> halves = torch.tensor([0.5, 1.5, 2.5, 4.5, -0.5, 2.6])
    >>> torch.round(halves)
    tensor([0., 2., 2., 4., -0., 3.])
    >>> [round(x) for x in halves.tolist()]
    [0, 2, 2, 4, 0, 3]

    ``decimals`` keeps digits after the point or, if negative, rounds to tens and hundreds. The result is still a float.

    >>> t = torch.tensor([3.71828, 1251.])
    >>> torch.round(t, decimals=2)
    tensor([   3.7200, 1251.0000])
    >>> torch.round(t, decimals=-2)
    tensor([   0., 1300.])
    >>> t.round()
    tensor([   4., 1251.])
    """


def four_ways_to_whole_numbers():
    """``floor`` rounds down, ``ceil`` up, ``trunc`` towards 0; ``frac`` is what ``trunc`` cuts off.

    They differ for negative numbers: down from -1.5 is -2, and towards 0 is -1. ``torch.fix`` is ``trunc``.

    >>> import torch
    >>> t = torch.tensor([-1.5, -0.25, 0.25, 1.75])
    >>> torch.floor(t)
    tensor([-2., -1.,  0.,  1.])
    >>> torch.ceil(t)
    tensor([-1., -0.,  1.,  2.])
    >>> torch.trunc(t), torch.fix(t)
    (tensor([-1., -0.,  0.,  1.]), tensor([-1., -0.,  0.,  1.]))
    >>> torch.frac(t)
    tensor([-0.5000, -0.2500,  0.2500,  0.7500])

    The results are still floats, with nothing after the point. For integers convert, which cuts as ``trunc`` does.

    >>> t.floor().long(), t.long()
    (tensor([-2, -1,  0,  1]), tensor([-1,  0,  0,  1]))
    """


def size_without_sign():
    """``torch.abs`` drops the sign and ``torch.neg`` turns it; in ``int8``, -128 has no positive counterpart.

    ``int8`` reaches from -128 to 127. The true result, 128, does not fit and wraps around to -128.

    >>> import torch
    >>> t = torch.tensor([-128, -3, 0, 127], dtype=torch.int8)
    >>> torch.abs(t)
    tensor([-128,    3,    0,  127], dtype=torch.int8)
    >>> torch.neg(t)
    tensor([-128,    3,    0, -127], dtype=torch.int8)
    >>> torch.abs(t.int()), -t.int()
    (tensor([128,   3,   0, 127], dtype=torch.int32), tensor([ 128,    3,    0, -127], dtype=torch.int32))

    ``torch.absolute`` and ``torch.negative`` are other names, and ``torch.positive`` changes nothing.

    >>> x = torch.tensor([-2.5, 4.])
    >>> torch.absolute(x), torch.negative(x), torch.positive(x)
    (tensor([2.5000, 4.0000]), tensor([ 2.5000, -4.0000]), tensor([-2.5000,  4.0000]))

    A bool has no negative: use ``~``.

    >>> mask = x > 3
    >>> -mask  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NotImplementedError: Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert ...
    >>> ~mask
    tensor([ True, False])
    """


def two_remainders():
    """``torch.remainder`` has the sign of the divisor, as Python's ``%`` has; ``torch.fmod`` that of the dividend.

    The dividend is the number that is divided. For negative angles or indices that should wrap around you want ``%``.

    >>> import torch
    >>> t = torch.tensor([-7, -1, 7])
    >>> torch.remainder(t, 3), t % 3
    (tensor([2, 2, 1]), tensor([2, 2, 1]))
    >>> torch.fmod(t, 3)
    tensor([-1, -1,  1])
    >>> torch.remainder(t, -3), torch.fmod(t, -3)
    (tensor([-1, -1, -2]), tensor([-1, -1,  1]))

    Each belongs to a division: ``remainder`` to one rounded down, ``fmod`` to one cut off.

    >>> 3 * torch.floor_divide(t, 3) + torch.remainder(t, 3)
    tensor([-7, -1,  7])
    >>> 3 * torch.div(t, 3, rounding_mode="trunc") + torch.fmod(t, 3)
    tensor([-7, -1,  7])

    Floats divide too. An integer divided by 0 is an error, a float is not.

    >>> torch.remainder(torch.tensor([5.5, -5.5]), 2)
    tensor([1.5000, 0.5000])
    >>> torch.remainder(torch.tensor([5.5]), 0)
    tensor([nan])
    >>> t % 0
    Traceback (most recent call last):
        ...
    RuntimeError: ZeroDivisionError
    """


def floored_quotient():
    """``torch.floor_divide`` is ``//`` and rounds down, also below 0; ``torch.true_divide`` is ``/``.

    For a quotient that is cut off towards 0, name ``rounding_mode="trunc"``. ``torch.divide`` is ``/`` as well.

    >>> import torch
    >>> t = torch.tensor([-7, 7])
    >>> torch.floor_divide(t, 2), t // 2
    (tensor([-4,  3]), tensor([-4,  3]))
    >>> torch.div(t, 2, rounding_mode="trunc")
    tensor([-3,  3])
    >>> torch.true_divide(t, 2), torch.divide(t, 2)
    (tensor([-3.5000,  3.5000]), tensor([-3.5000,  3.5000]))
    """


def roots_and_squares():
    """``torch.sqrt`` of a negative number is ``nan``, without an error; ``rsqrt`` is 1 divided by the root.

    ``square`` is ``t ** 2`` and ``reciprocal`` is ``1 / t``. All but ``square`` turn integers into floats.

    >>> import torch
    >>> t = torch.tensor([16, 4, 0, -9])
    >>> torch.sqrt(t)
    tensor([4., 2., 0., nan])
    >>> torch.rsqrt(t)
    tensor([0.2500, 0.5000,    inf,    nan])
    >>> torch.square(t)
    tensor([256,  16,   0,  81])
    >>> torch.reciprocal(t)
    tensor([ 0.0625,  0.2500,     inf, -0.1111])

    The slope of the root grows without bound towards 0, and a gradient of ``inf`` spoils the training. A small number
    under the root prevents that.

    >>> x = torch.tensor([0., 4.], requires_grad=True)
    >>> torch.autograd.grad(torch.sqrt(x).sum(), x)
    (tensor([   inf, 0.2500]),)
    >>> torch.autograd.grad(torch.sqrt(x + 0.0001).sum(), x)
    (tensor([50.0000,  0.2500]),)
    """


def powers_of_both_kinds():
    """``torch.pow`` keeps integers and refuses a number below 0 as their exponent; ``float_power`` computes in float64.

    Base and exponent may both be tensors, and either may be a number. In a tensor of exponents a negative one is not
    refused: the fraction becomes 0.

    >>> import torch
    >>> t = torch.tensor([2, 3, 5])
    >>> torch.pow(t, 2), torch.pow(2, t)
    (tensor([ 4,  9, 25]), tensor([ 4,  8, 32]))
    >>> torch.pow(t, torch.tensor([3, 2, 1]))
    tensor([8, 9, 5])
    >>> torch.pow(t, -1)
    Traceback (most recent call last):
        ...
    RuntimeError: Integers to negative integer powers are not allowed.
    >>> torch.pow(t, torch.tensor([-1, 0, 2]))
    tensor([ 0,  1, 25])
    >>> torch.float_power(t, -1)
    tensor([0.5000, 0.3333, 0.2000], dtype=torch.float64)

    A root is a power too, with a fraction as exponent; of a negative number it is ``nan``.

    >>> torch.pow(torch.tensor([8., 9., -8.]), 1 / 3)
    tensor([2.0000, 2.0801,    nan])
    """


def blended_tensors():
    """``torch.lerp(a, b, w)`` is ``a + w * (b - a)``; ``addcmul`` and ``addcdiv`` add a scaled product or quotient.

    ``addcmul(a, x, y, value=v)`` is ``a + v * x * y``, and ``addcdiv`` is ``a + v * x / y``. Optimizers are
    written with them: ``lerp_`` keeps a moving average, ``addcdiv_`` is the step of Adam.

    >>> import torch
    >>> a, b = torch.tensor([10., 20.]), torch.tensor([20., 60.])
    >>> torch.lerp(a, b, 0.25)
    tensor([12.5000, 30.0000])
    >>> torch.lerp(a, b, torch.tensor([0., 0.5]))
    tensor([10., 40.])
    >>> torch.addcmul(a, b, torch.tensor([2., 3.]), value=0.5)
    tensor([ 30., 110.])
    >>> torch.addcdiv(a, b, torch.tensor([2., 3.]), value=-1)
    tensor([0., 0.])

    The moving average in place: three quarters of what was and one quarter of what is new.

    >>> average = torch.tensor([10., 20.])
    >>> average.lerp_(b, 0.25)
    tensor([12.5000, 30.0000])
    """
