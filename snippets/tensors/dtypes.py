"""Data types

Every tensor has one dtype: the kind of number it holds and how many bytes each takes. You need these cards when an
error message says Long, Float or Double, when decimals disappear, or when two tensors do not go together.
"""


def inferred_dtype():
    """A tensor has one dtype, and ``torch.tensor`` infers int64, float32 or bool from what you give it.

    Read it with ``.dtype``. Where kinds are mixed, one of them is used for the whole tensor: a single decimal makes
    every number a float.

    >>> import torch
    >>> counts = torch.tensor([3, 4])
    >>> counts
    tensor([3, 4])
    >>> counts.dtype
    torch.int64
    >>> flags = torch.tensor([True, False])
    >>> flags
    tensor([ True, False])
    >>> flags.dtype
    torch.bool
    >>> mixed = torch.tensor([True, 2, 3.5])
    >>> mixed
    tensor([1.0000, 2.0000, 3.5000])
    >>> mixed.dtype
    torch.float32
    """


def float_is_32_bit():
    """``torch.float`` is ``torch.float32``, 4 bytes for each number, and it is the default dtype.

    Python's own ``float`` has 64 bits, so a decimal may change on its way into a tensor and back. In ``torch.float64``,
    also called ``torch.double``, it stays as it is and takes twice the memory.

    >>> import torch
    >>> torch.float is torch.float32
    True
    >>> torch.get_default_dtype()
    torch.float32
    >>> tenth = torch.tensor(0.1)
    >>> tenth.element_size()
    4
    >>> f"{tenth.item():.10f}"
    '0.1000000015'
    >>> torch.double is torch.float64
    True
    >>> precise = torch.tensor(0.1, dtype=torch.float64)
    >>> precise.element_size()
    8
    >>> f"{precise.item():.10f}"
    '0.1000000000'
    """


def dtype_argument():
    """Most creation functions take ``dtype=``, with a name such as ``torch.long``; ``from_numpy`` does not.

    Use it when the inferred dtype is not the one you need.

    >>> import torch
    >>> numbers = [1, 2]
    >>> torch.tensor(numbers, dtype=torch.float64)
    tensor([1., 2.], dtype=torch.float64)
    >>> zeros = torch.zeros(3, dtype=torch.long)
    >>> zeros
    tensor([0, 0, 0])
    >>> zeros.dtype
    torch.int64

    Often written ``dtype=long``, and "every creation function takes it". Run both: Python 3 has no name ``long``, and
    ``from_numpy`` keeps the dtype of the array. Convert afterwards.

    >>> torch.tensor(numbers, dtype=long)
    Traceback (most recent call last):
        ...
    NameError: name 'long' is not defined
    >>> import numpy as np
    >>> array = np.array([1.5, 2.5])
    >>> single = torch.float32
    >>> torch.from_numpy(array, dtype=single)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: ...from_numpy() takes no keyword arguments
    >>> torch.from_numpy(array).to(single)
    tensor([1.5000, 2.5000])

    Python's own types are accepted too. Note that ``float`` means 64 bits there, and ``torch.float`` 32.

    >>> torch.tensor(numbers, dtype=float)
    tensor([1., 2.], dtype=torch.float64)
    >>> torch.tensor(numbers, dtype=torch.float)
    tensor([1., 2.])
    """


def casting():
    """``t.float()`` returns a float32 tensor and leaves ``t`` as it was; it is short for ``t.to(torch.float32)``.

    The common dtypes have such a method, named after the type. Keep what the method returns, because ``t`` does not
    change.

    >>> import torch
    >>> t = torch.tensor([1, 2, 3, 4])
    >>> t.float()
    tensor([1., 2., 3., 4.])
    >>> t.to(torch.float32)
    tensor([1., 2., 3., 4.])
    >>> t
    tensor([1, 2, 3, 4])
    >>> t.double()
    tensor([1., 2., 3., 4.], dtype=torch.float64)
    >>> t.half()
    tensor([1., 2., 3., 4.], dtype=torch.float16)
    >>> t.int()
    tensor([1, 2, 3, 4], dtype=torch.int32)
    >>> (t - 2).bool()
    tensor([ True, False,  True,  True])
    >>> t.long().dtype, t.short().dtype, t.char().dtype, t.byte().dtype
    (torch.int64, torch.int16, torch.int8, torch.uint8)
    >>> t.bfloat16().dtype, t.cfloat().dtype
    (torch.bfloat16, torch.complex64)

    A tensor of bytes becomes floats in the same way.

    >>> bits = torch.tensor([1, 0, 0, 1], dtype=torch.uint8)
    >>> bits
    tensor([1, 0, 0, 1], dtype=torch.uint8)
    >>> bits.float()
    tensor([1., 0., 0., 1.])

    A tensor that already has the dtype is returned itself, not a copy.

    >>> t.long() is t
    True
    """


def casting_to_integers():
    """``t.long()`` cuts the decimals off towards zero; it does not round.

    Use it for class labels and indices, which must be integers. The result is int64, which is printed without a dtype
    because it is the default for integers. Round first if you want the nearest integer.

    >>> import torch
    >>> t = torch.tensor([1.9, -1.9])
    >>> t.long()
    tensor([ 1, -1])
    >>> t.long().dtype
    torch.int64
    >>> t.round().long()
    tensor([ 2, -2])

    Shorter integers keep their values.

    >>> bits = torch.tensor([1, 0, 0, 1], dtype=torch.uint8)
    >>> bits
    tensor([1, 0, 0, 1], dtype=torch.uint8)
    >>> bits.long()
    tensor([1, 0, 0, 1])
    """


def small_integers_wrap_around():
    """An integer dtype starts again at its other end when a result does not fit, without an error.

    Images are often stored as uint8, which ends at 255. Convert them before you calculate.

    >>> import torch
    >>> torch.iinfo(torch.uint8).max
    255
    >>> pixels = torch.tensor([5, 44, 45, 250], dtype=torch.uint8)
    >>> pixels + 10
    tensor([15, 54, 55,  4], dtype=torch.uint8)
    >>> pixels - 10
    tensor([251,  34,  35, 240], dtype=torch.uint8)
    >>> pixels.float() + 10
    tensor([ 15.,  54.,  55., 260.])

    A number beside the tensor wraps around too: 300 becomes 44 before the comparison. A number that you store is
    checked instead.

    >>> pixels > 300
    tensor([False, False,  True,  True])
    >>> pixels.float() > 300
    tensor([False, False, False, False])
    >>> torch.tensor([300], dtype=torch.uint8)
    Traceback (most recent call last):
        ...
    RuntimeError: value cannot be converted to type uint8 without overflow
    >>> pixels[0] = 300
    Traceback (most recent call last):
        ...
    RuntimeError: value cannot be converted to type uint8_t without overflow
    """


def type_promotion():
    """Element-wise arithmetic mixes dtypes; a matrix product refuses to, and integers take no decimals in place.

    Often written: "arithmetic between tensors of different types is impossible". Run it: integers become floats, and
    float32 becomes float64. ``result_type`` says beforehand what will come out.

    >>> import torch
    >>> whole = torch.tensor([[1, 2]])
    >>> single = torch.tensor([[0.5, 0.25]])
    >>> double = torch.tensor([[4.], [8.]], dtype=torch.float64)
    >>> total = whole + single
    >>> total
    tensor([[1.5000, 2.2500]])
    >>> total.dtype
    torch.float32
    >>> torch.result_type(single, double)
    torch.float64
    >>> single + double
    tensor([[4.5000, 4.2500],
            [8.5000, 8.2500]], dtype=torch.float64)

    A matrix product wants equal dtypes. Convert one side.

    >>> single @ double
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: float != double
    >>> single.double() @ double
    tensor([[4.]], dtype=torch.float64)

    An in-place operation writes into the memory it has, and an integer tensor has no place for decimals. Without the
    underscore, the result is a new tensor.

    >>> whole.add_(single)
    Traceback (most recent call last):
        ...
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> whole.add(single)
    tensor([[1.5000, 2.2500]])
    """


def numbers_do_not_widen():
    """A float64 tensor without dimensions, or a Python number, leaves a float32 tensor float32.

    Among floats, the tensors with dimensions decide how many bytes the result takes. That is why ``t * 0.5`` stays
    float32, although Python's own floats have 64 bits.

    >>> import torch
    >>> t = torch.tensor([1., 2.])
    >>> one_number = torch.tensor(3.5, dtype=torch.float64)
    >>> one_number
    tensor(3.5000, dtype=torch.float64)
    >>> total = t + one_number
    >>> total
    tensor([4.5000, 5.5000])
    >>> total.dtype
    torch.float32
    >>> t * 0.5
    tensor([0.5000, 1.0000])

    The same number as a tensor with one dimension does widen the result.

    >>> t + one_number.view(1)
    tensor([4.5000, 5.5000], dtype=torch.float64)
    """


def float_inputs_for_layers():
    """A linear layer refuses integers: its weights are float32, and so must the input be.

    The message names the input first: "Long" is int64 and "Float" is float32. Write one number of the list with
    a point, or convert the tensor with ``float()``. ``torch.FloatTensor`` is an older way to the same.

    >>> import torch
    >>> layer = torch.nn.Linear(3, 2)
    >>> layer.weight.dtype
    torch.float32
    >>> rows = [[1, 2, 3]]
    >>> x = torch.tensor(rows)
    >>> x
    tensor([[1, 2, 3]])
    >>> layer(x)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
    >>> layer(x.float()).shape
    torch.Size([1, 2])
    >>> layer(torch.FloatTensor(rows)).shape
    torch.Size([1, 2])
    """
