"""Copies, strides and storage

A tensor is a view on memory. These cards show which calls copy it and which share it, how strides and offsets describe
what a tensor shows of it, and how to make a new tensor that fits an old one.
"""


def another_name_is_no_copy():
    """``b = a`` gives the tensor a second name; ``a.clone()`` copies its numbers.

    A change through one name shows under the other. ``copy.deepcopy`` and ``clone`` make independent tensors.

    >>> import torch
    >>> import copy
    >>> a = torch.tensor([1, 2, 3])
    >>> b, cloned, deep = a, a.clone(), copy.deepcopy(a)
    >>> b is a, cloned is a
    (True, False)
    >>> a[0] = 70
    >>> b
    tensor([70,  2,  3])
    >>> cloned, deep
    (tensor([1, 2, 3]), tensor([1, 2, 3]))
    """


def clone_or_detach():
    """``clone`` copies and stays in the graph; ``detach`` leaves the graph and shares the memory; often you want both.

    The graph is what autograd has recorded. ``x.detach().clone()`` is an independent copy of the numbers.

    >>> import torch
    >>> x = torch.tensor([1., 2.], requires_grad=True)
    >>> y = 3 * x
    >>> y.clone().requires_grad, y.detach().requires_grad
    (True, False)
    >>> y.clone().data_ptr() == y.data_ptr(), y.detach().data_ptr() == y.data_ptr()
    (False, True)
    >>> torch.autograd.grad(y.clone().sum(), x)
    (tensor([3., 3.]),)

    A write to the detached tensor arrives in the original; a write to its clone does not.

    >>> shared, copied = y.detach(), y.detach().clone()
    >>> shared[0] = 50
    >>> copied[1] = 60
    >>> y, copied
    (tensor([50.,  6.], grad_fn=<MulBackward0>), tensor([ 3., 60.]))

    ``copy.deepcopy`` takes tensors that you made yourself and detached ones, but no result that autograd follows.

    >>> import copy
    >>> copy.deepcopy(x)
    tensor([1., 2.], requires_grad=True)
    >>> copy.deepcopy(y)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol ...
    >>> copy.deepcopy(y.detach())
    tensor([50.,  6.])
    """


def contiguous_memory():
    """``t.contiguous()`` copies a tensor row after row, without gaps, or returns ``t`` itself if it lies so already.

    Some operations ask for that order, ``view`` among them. A transpose is out of order, and a slice of columns has
    gaps.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t.is_contiguous(), t.T.is_contiguous(), t[:, :2].is_contiguous(), t[1:].is_contiguous()
    (True, False, False, True)
    >>> t.contiguous() is t
    True
    >>> in_order = t.T.contiguous()
    >>> in_order.stride(), t.T.stride()
    ((2, 1), (1, 3))
    >>> torch.equal(in_order, t.T)
    True
    >>> in_order.view(6)
    tensor([1, 4, 2, 5, 3, 6])
    >>> t.T.view(6)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: view size is not compatible with input tensor's size and stride ... Use .reshape(...) instead.
    """


def where_a_view_begins():
    """A slice has the storage of its tensor; ``storage_offset`` says how many elements lie before its first one.

    The storage is the block of memory that holds the numbers. ``data_ptr`` counts in bytes and is different, since it
    points to that first element. ``untyped_storage().data_ptr()`` is the same for all views, so it tells whether two
    tensors share memory.

    >>> import torch
    >>> t = torch.arange(12).view(3, 4)
    >>> part = t[1:, 2:]
    >>> part
    tensor([[ 6,  7],
            [10, 11]])
    >>> part.storage_offset(), part.stride(), part.shape
    (6, (4, 1), torch.Size([2, 2]))
    >>> part.data_ptr() - t.data_ptr(), part.storage_offset() * part.element_size()
    (48, 48)
    >>> part.untyped_storage().data_ptr() == t.untyped_storage().data_ptr()
    True
    >>> part.clone().untyped_storage().data_ptr() == t.untyped_storage().data_ptr()
    False

    So a small slice keeps all the memory alive: clone it before you save it or keep it for long.

    >>> part.untyped_storage().nbytes(), part.clone().untyped_storage().nbytes()
    (96, 32)
    """


def bytes_of_a_tensor():
    """``numel`` counts the elements, ``element_size`` the bytes of one, and ``nbytes`` is their product.

    So you can work out what a model needs: ``float16`` takes half the bytes of ``float32``, ``int8`` a quarter.

    >>> import torch
    >>> t = torch.arange(600.).view(20, 30)
    >>> t.numel(), t.element_size(), t.nbytes
    (600, 4, 2400)
    >>> t.half().nbytes, t.to(torch.int8).nbytes, t.double().nbytes
    (1200, 600, 4800)
    >>> torch.numel(t)
    600

    A stretched tensor counts every element, though few are stored.

    >>> wide = torch.arange(20.).view(20, 1).expand(20, 30)
    >>> wide.nbytes, wide.untyped_storage().nbytes()
    (2400, 80)
    """


def strides_of_your_own():
    """``torch.as_strided`` reads the storage with sizes and steps of your choice: windows, diagonals, repeats.

    It does not check what you mean, only that you stay in memory. Prefer ``unfold`` and ``diagonal`` where they do.

    >>> import torch
    >>> t = torch.arange(6)
    >>> torch.as_strided(t, (4, 3), (1, 1))
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4],
            [3, 4, 5]])
    >>> torch.as_strided(t, (2, 3), (0, 2))
    tensor([[0, 2, 4],
            [0, 2, 4]])
    >>> torch.as_strided(t, (2, 2), (3, 1), storage_offset=1)
    tensor([[1, 2],
            [4, 5]])
    >>> torch.arange(9).as_strided((3,), (4,))
    tensor([0, 4, 8])
    >>> torch.as_strided(t, (3, 3), (3, 1))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: setStorage: sizes [3, 3], strides [3, 1], ... are out of bounds for storage of size 48
    """


def resized_in_place():
    """``t.resize_`` changes the tensor itself, with fewer or more elements; ``reshape`` never changes their number.

    What is cut off comes back if you enlarge it again, since the memory stays. Beyond the memory, new elements have any
    value. It is a tool for buffers, given as ``out=``, not a way to change shapes.

    >>> import torch
    >>> t = torch.arange(6)
    >>> t.resize_(2, 2) is t
    True
    >>> t
    tensor([[0, 1],
            [2, 3]])
    >>> t.resize_(3, 2)
    tensor([[0, 1],
            [2, 3],
            [4, 5]])
    >>> t.resize_(2, 5).shape
    torch.Size([2, 5])
    >>> t[0], t[1, 0]
    (tensor([0, 1, 2, 3, 4]), tensor(5))
    >>> t.reshape(3, 2)
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[3, 2]' is invalid for input of size 10
    """


def new_tensors_like_this():
    """``t.new_zeros`` and its kin take dtype and device from ``t`` and the size from you; ``_like`` takes the size too.

    Use them in functions that shall work on any device and with any dtype.

    >>> import torch
    >>> t = torch.tensor([[1., 2., 3.]], dtype=torch.float64)
    >>> t.new_zeros(2), t.new_ones(1, 2)
    (tensor([0., 0.], dtype=torch.float64), tensor([[1., 1.]], dtype=torch.float64))
    >>> t.new_full((2,), 7), t.new_tensor([4, 5])
    (tensor([7., 7.], dtype=torch.float64), tensor([4., 5.], dtype=torch.float64))
    >>> empty = t.new_empty(4, 2)
    >>> empty.shape, empty.dtype
    (torch.Size([4, 2]), torch.float64)
    >>> torch.full_like(t, 8), torch.empty_like(t).shape
    (tensor([[8., 8., 8.]], dtype=torch.float64), torch.Size([1, 3]))

    They are made on the device of ``t``, here "meta", which has shapes and no numbers.

    >>> zeros = t.to("meta").new_zeros(2)
    >>> zeros.shape, zeros.device
    (torch.Size([2]), device(type='meta'))

    ``new_tensor`` copies data. Given a tensor, it warns: write ``detach().clone()``.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     t.new_tensor(t)
    tensor([[1., 2., 3.]], dtype=torch.float64)
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or ...
    """


def tensors_from_other_memory():
    """``torch.as_tensor``, ``asarray``, ``from_numpy`` and ``frombuffer`` can share memory; ``torch.tensor`` copies.

    A write to the array shows which. A change of dtype forces a copy.

    >>> import torch
    >>> import numpy as np
    >>> array = np.array([1, 2, 3])
    >>> shared = torch.as_tensor(array), torch.asarray(array), torch.from_numpy(array)
    >>> copies = torch.tensor(array), torch.as_tensor(array, dtype=torch.float32), torch.asarray(array, copy=True)
    >>> array[1] = 50
    >>> shared
    (tensor([ 1, 50,  3]), tensor([ 1, 50,  3]), tensor([ 1, 50,  3]))
    >>> copies
    (tensor([1, 2, 3]), tensor([1., 2., 3.]), tensor([1, 2, 3]))

    ``torch.from_dlpack`` shares with any library that speaks the DLPack protocol, NumPy among them.

    >>> exchanged = torch.from_dlpack(array)
    >>> array[2] = 70
    >>> exchanged
    tensor([ 1, 50, 70])

    Of a list there is nothing to share. ``asarray(copy=False)`` says so, and ``as_tensor`` copies without a word.

    >>> numbers = [4, 5]
    >>> torch.as_tensor(numbers)
    tensor([4, 5])
    >>> torch.asarray(numbers, copy=False)
    Traceback (most recent call last):
        ...
    ValueError: can't alias arbitrary sequence into a tensor.

    ``frombuffer`` reads bytes as numbers of a dtype. ``offset=2`` begins at the third byte, ``count=2`` reads two
    numbers. The last line shows that the memory is shared.

    >>> data = bytearray([1, 0, 2, 0, 3, 0])
    >>> torch.frombuffer(data, dtype=torch.int16)
    tensor([1, 2, 3], dtype=torch.int16)
    >>> torch.frombuffer(data, dtype=torch.uint8, offset=2)
    tensor([2, 0, 3, 0], dtype=torch.uint8)
    >>> first_two = torch.frombuffer(data, dtype=torch.int16, count=2)
    >>> data[0] = 9
    >>> first_two
    tensor([9, 2], dtype=torch.int16)
    """


def back_to_python():
    """``t.tolist()`` makes nested lists of Python numbers, and ``t.item()`` one number of a tensor with one element.

    Both copy, and a GPU must finish its work first: in a training loop, call them seldom.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t.tolist()
    [[1, 2, 3], [4, 5, 6]]
    >>> t[1, 2].tolist(), t[1, 2].item()
    (6, 6)
    >>> (t > 5).tolist(), (t / 4).mean().item()
    ([[False, False, False], [False, False, True]], 0.875)
    >>> t.item()
    Traceback (most recent call last):
        ...
    RuntimeError: a Tensor with 6 elements cannot be converted to Scalar
    >>> list(t[0])
    [tensor(1), tensor(2), tensor(3)]

    ``list`` of a tensor keeps tensors, as the last line shows. For one element there are also ``int`` and ``float``.

    >>> int(t[1, 0]), float(t[1, 1])
    (4, 5.0)
    """
