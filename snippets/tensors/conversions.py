"""Converting and combining dtypes

Which dtype comes out when two meet, what does a conversion lose, and which dtype do you get when you name none? These
cards let PyTorch answer, and show operations that work on the bits of integers.
"""


def dtype_of_another():
    """``t.type_as(u)`` gives ``t`` the dtype of ``u``; ``t.type()`` names the dtype in the old style, or converts.

    In new code write ``t.to(u)``, which takes dtype and device, and ``t.dtype``.

    >>> import torch
    >>> t, u = torch.tensor([1, 2, 3]), torch.tensor([0.5], dtype=torch.float64)
    >>> t.type_as(u), t.to(u)
    (tensor([1., 2., 3.], dtype=torch.float64), tensor([1., 2., 3.], dtype=torch.float64))
    >>> t.type(), u.type()
    ('torch.LongTensor', 'torch.DoubleTensor')
    >>> t.type(torch.float16), t.type("torch.FloatTensor")
    (tensor([1., 2., 3.], dtype=torch.float16), tensor([1., 2., 3.]))
    >>> t.type_as(t) is t
    True
    """


def half_precision():
    """``float16`` has 3 good digits and ends at 65504; ``bfloat16`` has only 2, but the range of ``float32``.

    So ``float16`` overflows where ``bfloat16`` rounds. Mixed-precision training chooses one of the two.

    >>> import torch
    >>> t = torch.tensor([1.2345, 65472., 70000., 1e-8])
    >>> t.tolist()
    [1.2345000505447388, 65472.0, 70000.0, 9.99999993922529e-09]
    >>> t.half().tolist()
    [1.234375, 65472.0, inf, 0.0]
    >>> t.bfloat16().tolist()
    [1.234375, 65536.0, 70144.0, 1.0011717677116394e-08]

    From 256 on, ``bfloat16`` cannot hold every integer, ``float16`` from 2048 on.

    >>> whole = torch.tensor([256., 257., 2048., 2049.])
    >>> whole.bfloat16().tolist()
    [256.0, 256.0, 2048.0, 2048.0]
    >>> whole.half().tolist()
    [256.0, 257.0, 2048.0, 2048.0]
    """


def limits_of_a_dtype():
    """``torch.finfo`` and ``torch.iinfo`` tell the limits of a float or integer dtype.

    Look there before you choose a shorter dtype, or for the largest number to start a search for a minimum.

    >>> import torch
    >>> for dtype in (torch.uint8, torch.int8, torch.int32):
    ...     info = torch.iinfo(dtype)
    ...     print(dtype, info.bits, info.min, info.max)
    torch.uint8 8 0 255
    torch.int8 8 -128 127
    torch.int32 32 -2147483648 2147483647

    Of floats you also learn ``eps``, the distance from 1 to the next number, and ``tiny``, the smallest number with
    full precision.

    >>> for dtype in (torch.float16, torch.bfloat16, torch.float32):
    ...     info = torch.finfo(dtype)
    ...     print(dtype, info.eps, info.tiny, info.max)
    torch.float16 0.0009765625 6.103515625e-05 65504.0
    torch.bfloat16 0.0078125 1.1754943508222875e-38 3.3895313892515355e+38
    torch.float32 1.1920928955078125e-07 1.1754943508222875e-38 3.4028234663852886e+38

    Adding less than half of ``eps`` to 1 changes nothing: the sum is rounded to 1.

    >>> one, eps = torch.tensor(1.), torch.finfo(torch.float32).eps
    >>> (one + eps).item(), (one + eps / 3).item()
    (1.0000001192092896, 1.0)

    Each is for its own kind.

    >>> torch.iinfo(torch.float32)
    Traceback (most recent call last):
        ...
    TypeError: torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'
    """


def dtype_of_a_result():
    """``torch.result_type`` tells the dtype that an operation on two operands will have, without computing it.

    A Python number counts less than a tensor: only its kind can matter. It turns an integer tensor into floats or
    complex numbers, but never into a longer dtype of its own kind.

    >>> import torch
    >>> whole, real = torch.tensor([1, 2], dtype=torch.int32), torch.tensor([0.5], dtype=torch.float16)
    >>> torch.result_type(whole, real), whole + real
    (torch.float16, tensor([1.5000, 2.5000], dtype=torch.float16))
    >>> for number in (True, 3, 2.5, 1j):
    ...     print(torch.result_type(whole, number), torch.result_type(real, number), whole * number)
    torch.int32 torch.float16 tensor([1, 2], dtype=torch.int32)
    torch.int32 torch.float16 tensor([3, 6], dtype=torch.int32)
    torch.float32 torch.float16 tensor([2.5000, 5.0000])
    torch.complex64 torch.complex32 tensor([0.+1.j, 0.+2.j])

    ``promote_types`` takes two dtypes instead. The result can be neither of the two.

    >>> for a, b in ((torch.int32, torch.int64), (torch.uint8, torch.int8), (torch.float16, torch.bfloat16)):
    ...     print(a, b, torch.promote_types(a, b))
    torch.int32 torch.int64 torch.int64
    torch.uint8 torch.int8 torch.int16
    torch.float16 torch.bfloat16 torch.float32
    """


def allowed_conversions():
    """``torch.can_cast`` says whether PyTorch converts on its own when it writes a result; ``to`` converts always.

    From complex to real, from a float to an integer, or from a number to a bool, it does not: something would be lost.
    Within one kind it does, even to a narrower dtype.

    >>> import torch
    >>> dtypes = torch.bool, torch.int64, torch.float16, torch.float64, torch.complex64
    >>> for source in dtypes:
    ...     print(source, [torch.can_cast(source, target) for target in dtypes])
    torch.bool [True, True, True, True, True]
    torch.int64 [False, True, True, True, True]
    torch.float16 [False, False, True, True, True]
    torch.float64 [False, False, True, True, True]
    torch.complex64 [False, False, False, False, True]

    In-place operations follow it.

    >>> t, half = torch.tensor([10, 20]), 0.5
    >>> t += half
    Traceback (most recent call last):
        ...
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> t += True
    >>> t, t + half, (t + half).to(torch.int64)
    (tensor([11, 21]), tensor([11.5000, 21.5000]), tensor([11, 21]))
    """


def questions_about_kind():
    """``torch.is_tensor``, ``is_floating_point``, ``is_complex`` and ``is_nonzero`` answer with a Python ``bool``.

    ``is_nonzero`` is what ``if t:`` asks; it wants exactly one element. ``t.is_signed()`` is False for unsigned
    integers.

    >>> import torch
    >>> t = torch.arange(2.)
    >>> torch.is_tensor(t), torch.is_tensor(t.tolist()), t.tolist()
    (True, False, [0.0, 1.0])
    >>> torch.is_floating_point(t), torch.is_floating_point(t.long()), torch.is_floating_point(t.bfloat16())
    (True, False, True)
    >>> torch.is_complex(t), torch.is_complex(t.cfloat())
    (False, True)
    >>> t.is_signed(), t.byte().is_signed()
    (True, False)
    >>> [torch.is_nonzero(torch.tensor(number)) for number in range(-1, 2)]
    [True, False, True]
    >>> torch.is_nonzero(t)
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    A dtype has such answers too, and knows its bytes.

    >>> for dtype in (torch.float16, torch.uint8, torch.complex64):
    ...     print(dtype, dtype.is_floating_point, dtype.is_complex, dtype.is_signed, dtype.itemsize)
    torch.float16 True False True 2
    torch.uint8 False False False 1
    torch.complex64 False True True 8
    """


def other_default_dtype():
    """``torch.set_default_dtype`` changes the dtype that floats get when you name none; integers keep int64.

    Use it for a whole program in ``float64``, and set it back at the end of a test.

    >>> import torch
    >>> torch.get_default_dtype()
    torch.float32
    >>> old = torch.tensor([0.1])
    >>> torch.set_default_dtype(torch.float64)
    >>> torch.get_default_dtype(), torch.tensor([0.1]).tolist()
    (torch.float64, [0.1])
    >>> layer = torch.nn.Linear(2, 3)
    >>> layer.weight.shape, layer.weight.dtype
    (torch.Size([3, 2]), torch.float64)
    >>> whole = torch.tensor([7])
    >>> half, imaginary = whole / 2, whole * 1j
    >>> whole.dtype, half.dtype, imaginary.dtype
    (torch.int64, torch.float64, torch.complex128)
    >>> half, imaginary
    (tensor([3.5000]), tensor([0.+7.j]))

    Tensors that exist keep their dtype, as you see from the rounding.

    >>> old.dtype, old.tolist()
    (torch.float32, [0.10000000149011612])

    Only floats can be the default.

    >>> torch.set_default_dtype(torch.int64)
    Traceback (most recent call last):
        ...
    TypeError: only floating-point types are supported as the default type
    >>> torch.set_default_dtype(torch.float32)
    >>> torch.tensor([0.1]).tolist(), torch.get_default_dtype()
    ([0.10000000149011612], torch.float32)
    """


def other_default_device():
    """``torch.set_default_device`` changes where new tensors are made; ``with torch.device(...)`` does so for a block.

    "meta" is a device without memory: it lets you build a model and read its shapes.

    >>> import torch
    >>> torch.get_default_device()
    device(type='cpu')
    >>> with torch.device("meta"):
    ...     layer = torch.nn.Linear(1000000, 2000000)
    ...     print(torch.arange(3), layer.weight.device, layer.weight.shape)
    tensor(..., device='meta', size=(3,), dtype=torch.int64) meta torch.Size([2000000, 1000000])
    >>> torch.arange(3)
    tensor([0, 1, 2])
    >>> torch.set_default_device("meta")
    >>> torch.get_default_device()
    device(type='meta')
    >>> torch.arange(3)
    tensor(..., device='meta', size=(3,), dtype=torch.int64)

    A ``device=`` in the call still decides. "cpu" takes you back.

    >>> torch.arange(3, device="cpu")
    tensor([0, 1, 2])
    >>> torch.set_default_device("cpu")
    >>> torch.arange(3)
    tensor([0, 1, 2])
    """


def bits_of_integers():
    """``bitwise_and``, ``bitwise_or``, ``bitwise_xor`` and ``bitwise_not`` work on the bits of integers, not on truth.

    They are ``&``, ``|``, ``^`` and ``~``. 12 is 1100 in binary and 10 is 1010; the strings show each result bit
    by bit. ``~t`` is ``-t - 1``.

    >>> import torch
    >>> a, b = torch.tensor([12]), torch.tensor([10])
    >>> torch.bitwise_and(a, b), a & b, f"{(a & b).item():04b}"
    (tensor([8]), tensor([8]), '1000')
    >>> torch.bitwise_or(a, b), a | b, f"{(a | b).item():04b}"
    (tensor([14]), tensor([14]), '1110')
    >>> torch.bitwise_xor(a, b), a ^ b, f"{(a ^ b).item():04b}"
    (tensor([6]), tensor([6]), '0110')
    >>> torch.bitwise_not(a), ~a
    (tensor([-13]), tensor([-13]))

    On floats there are no bits to work on.

    >>> torch.bitwise_and(a.float(), b)
    Traceback (most recent call last):
        ...
    NotImplementedError: "bitwise_and_cpu" not implemented for 'Float'
    """


def shifted_bits():
    """``torch.bitwise_left_shift`` by ``n`` multiplies an integer by 2 to the power ``n``; a right shift divides.

    They are ``<<`` and ``>>``. A right shift rounds down, as ``//`` does; what a left shift pushes beyond the top bit
    is lost.

    >>> import torch
    >>> t = torch.tensor([1, 5, -7])
    >>> torch.bitwise_left_shift(t, 2), t << 2
    (tensor([  4,  20, -28]), tensor([  4,  20, -28]))
    >>> torch.bitwise_right_shift(t, 1), t >> 1, t // 2
    (tensor([ 0,  2, -4]), tensor([ 0,  2, -4]), tensor([ 0,  2, -4]))
    >>> torch.tensor([200], dtype=torch.uint8) << 1
    tensor([144], dtype=torch.uint8)

    The bits of a number, from the highest on:

    >>> (torch.tensor(13) >> torch.arange(3, -1, -1)) & 1
    tensor([1, 1, 0, 1])
    """
