"""What a tensor is made of

A tensor is a row of numbers in memory, plus a shape that says how to read it. These cards show how to ask a tensor
for its shape, size, dimensions and memory, the first thing to do when an error mentions one of them.
"""


def what_a_tensor_is():
    """A tensor has 0 or more dimensions, and all its elements share one dtype and one device.

    A matrix is the case of two dimensions, and a single number that of none. The device is where the numbers
    are kept: in the memory of the CPU or of a GPU.

    >>> import torch
    >>> tensors = [torch.empty(shape) for shape in [(), (4,), (2, 3), (5, 2, 3)]]
    >>> [t.dim() for t in tensors]
    [0, 1, 2, 3]
    >>> [t.numel() for t in tensors]
    [1, 4, 6, 30]
    >>> {(t.dtype, t.device) for t in tensors}
    {(torch.float32, device(type='cpu'))}

    A list with two kinds of numbers becomes a tensor of one. Text is no number, and has no place in a tensor.

    >>> mixed = torch.tensor([1, 2.5])
    >>> mixed
    tensor([1.0000, 2.5000])
    >>> mixed.dtype
    torch.float32
    >>> torch.tensor(["one", "two"])
    Traceback (most recent call last):
        ...
    ValueError: too many dimensions 'str'
    """


def not_a_tuple():
    """A tensor is not a tuple, for its elements can be changed; only its shape is a tuple.

    Often written: "a tensor has tuple type". Run it: only the shape does. ``torch.Size`` is a kind of tuple, so
    it can be compared, unpacked and measured like one.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> isinstance(t, tuple)
    False
    >>> isinstance(t.shape, tuple)
    True
    >>> t[0, 1] += 50
    >>> t
    tensor([[ 1, 52,  3],
            [ 4,  5,  6]])
    >>> rows, columns = t.shape
    >>> rows, columns
    (2, 3)
    >>> t.shape[0] = columns
    Traceback (most recent call last):
        ...
    TypeError: 'torch.Size' object does not support item assignment
    """


def shape_and_size():
    """``t.shape`` and ``t.size()`` are the same; ``t.size(i)`` is the length of dimension ``i``, one number.

    ``shape`` is an attribute and takes no parentheses; ``size`` is a method and needs them.

    >>> import torch
    >>> t = torch.arange(12).view(4, 3)
    >>> t.shape
    torch.Size([4, 3])
    >>> t.size()
    torch.Size([4, 3])
    >>> t.shape == (4, 3)
    True
    >>> t.shape()
    Traceback (most recent call last):
        ...
    TypeError: 'torch.Size' object is not callable

    Often written: "``t.size(i)`` returns the number of dimensions". Run it: it is a length. ``dim`` counts the
    dimensions.

    >>> t.size(0), t.size(1)
    (4, 3)
    >>> t.dim()
    2

    In NumPy ``size`` is an attribute and counts all elements. In PyTorch that is ``numel()``.

    >>> t.numpy().size
    12
    >>> t.numel()
    12
    """


def number_of_dimensions():
    """``t.dim()`` counts the dimensions, that is the lengths in the shape; ``t.ndim`` says the same.

    Error messages speak of a 2-D or 3-D tensor: this is the number they mean. It is also the number of indices that
    reach one element. With fewer indices, some dimensions are left.

    >>> import torch
    >>> t = torch.arange(120).view(2, 3, 5, 4)
    >>> t.dim()
    4
    >>> t.ndim
    4
    >>> len(t.shape)
    4
    >>> t[1, 2, 4, 3]
    tensor(119)
    >>> t[1, 2, 4].dim()
    1
    >>> t[1, 2, 4]
    tensor([116, 117, 118, 119])

    ``len`` of the tensor itself is something else: the length of its first dimension.

    >>> len(t)
    2
    """


def flat_storage():
    """However many dimensions a tensor has, its numbers lie in one flat storage, which its transpose shares.

    The storage counts bytes: six int64 numbers of 8 bytes are 48. Here ``as_strided`` reads the
    memory as it lies: one row of six numbers.

    >>> import torch
    >>> t = torch.tensor([[10, 11, 12], [13, 14, 15]])
    >>> t.untyped_storage().nbytes()
    48
    >>> t.as_strided((6,), (1,))
    tensor([10, 11, 12, 13, 14, 15])

    Transposing changes how the numbers are read, and moves none of them.

    >>> t.T
    tensor([[10, 13],
            [11, 14],
            [12, 15]])
    >>> t.T.as_strided((6,), (1,))
    tensor([10, 11, 12, 13, 14, 15])
    >>> t.T.untyped_storage().data_ptr() == t.untyped_storage().data_ptr()
    True
    """


def strides():
    """A stride says how many stored numbers to skip to get to the next element along its dimension.

    In a tensor of 2 rows and 3 columns, the next row lies 3 numbers on, and the next column 1. The transpose has them
    swapped.

    >>> import torch
    >>> t = torch.tensor([[10, 11, 12], [13, 14, 15]])
    >>> t
    tensor([[10, 11, 12],
            [13, 14, 15]])
    >>> t.stride()
    (3, 1)
    >>> t.T.stride()
    (1, 3)

    So each index is multiplied by its stride, and the sum is the position in the storage.

    >>> i, j = 1, 2
    >>> position = i * t.stride(0) + j * t.stride(1)
    >>> position
    5
    >>> t.as_strided((6,), (1,))[position]
    tensor(15)
    >>> t[i, j]
    tensor(15)
    """


def typed_storage_warns():
    """``t.storage()`` warns that it is deprecated; write ``t.untyped_storage()``.

    The old method gives a storage that knows its dtype and counts numbers; the new one counts bytes. You see the
    warning once in a program. The second line below makes PyTorch forget that it has warned before.

    >>> import torch
    >>> torch.storage._reset_warn_typed_storage_removal()
    >>> import warnings
    >>> t = torch.arange(6.)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     len(t.storage())
    6
    >>> [warning.category.__name__ for warning in caught]
    ['UserWarning']
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    TypedStorage is deprecated. It will be removed in the future ...
    >>> len(t.untyped_storage())
    24
    """
