"""NumPy arrays and tensors

NumPy's arrays are the elder relatives of tensors: they are indexed almost alike, and one can be turned into the other
without copying. You need these cards when data reach you as arrays, or when a plotting or statistics library
wants arrays from you.
"""


def numpy_arrays():
    """``np.array`` makes one axis from a list of numbers and two axes from a list of equally long lists.

    A list in a list is a row. You read one number of a two-dimensional array with its row and its column; both
    count from 0.

    >>> import torch
    >>> import numpy as np
    >>> a = np.array([0, 1, 2])
    >>> a
    array([0, 1, 2])
    >>> a.ndim
    1
    >>> a.shape
    (3,)
    >>> t = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])
    >>> t
    array([[ 1,  2,  3],
           [ 4,  5,  6],
           [ 7,  8,  9],
           [10, 11, 12]])
    >>> t.ndim
    2
    >>> t[3, 0].item()
    10

    ``torch.tensor`` reads lists in the same way. One thing differs: NumPy makes float64 of Python floats,
    PyTorch float32.

    >>> lengths = [1.5, 2.5]
    >>> np.array(lengths)
    array([1.5, 2.5])
    >>> np.array(lengths).dtype
    dtype('float64')
    >>> torch.tensor(lengths)
    tensor([1.5000, 2.5000])
    >>> torch.tensor(lengths).dtype
    torch.float32
    """


def rank_and_shape():
    """``ndim`` counts the axes of an array and ``shape`` lists their sizes; neither is the rank of linear algebra.

    In books on deep learning the rank of a tensor is the number of its axes. In linear algebra the rank of a
    matrix is the number of its independent rows, which ``np.linalg.matrix_rank`` computes. An array of ones has
    two axes, but only one independent row:

    >>> import torch
    >>> import numpy as np
    >>> a = np.ones((4, 3))
    >>> a.shape
    (4, 3)
    >>> a.ndim
    2
    >>> int(np.linalg.matrix_rank(a))
    1

    Change one number and the second rank changes, the first does not:

    >>> a[0, 2] = 5
    >>> a.ndim
    2
    >>> int(np.linalg.matrix_rank(a))
    2
    >>> a[0]
    array([1., 1., 5.])

    Tensors have the same two attributes; the type of the shape is ``torch.Size``, which is a tuple.

    >>> t = torch.tensor(a)
    >>> t.ndim
    2
    >>> t.shape
    torch.Size([4, 3])
    >>> t.shape == (4, 3)
    True
    """


def lists_have_no_shape():
    """A Python list has neither ``ndim`` nor ``shape``; an array or a tensor made from it has both.

    Often written: ``t.ndim`` of a plain list is 1. Run it: a list knows its length only.

    >>> import torch
    >>> import numpy as np
    >>> t = [0, 1, 2, 3, 4, 5, 6]
    >>> len(t)
    7
    >>> t.ndim
    Traceback (most recent call last):
        ...
    AttributeError: 'list' object has no attribute 'ndim'
    >>> t.shape
    Traceback (most recent call last):
        ...
    AttributeError: 'list' object has no attribute 'shape'
    >>> array = np.array(t)
    >>> array
    array([0, 1, 2, 3, 4, 5, 6])
    >>> array.ndim
    1
    >>> array.shape
    (7,)
    >>> torch.tensor(t).shape
    torch.Size([7])
    """


def array_slices():
    """A slice ``a[start:stop]`` of an array or a tensor begins at ``start`` and ends before ``stop``.

    Without a start it begins at the first element, without a stop it reaches to the last, and negative places
    count from the end.

    >>> import torch
    >>> import numpy as np
    >>> a = np.arange(7)
    >>> a
    array([0, 1, 2, 3, 4, 5, 6])
    >>> a[2:5]
    array([2, 3, 4])
    >>> a[4:-1]
    array([4, 5])
    >>> a[:2]
    array([0, 1])
    >>> a[3:]
    array([3, 4, 5, 6])
    >>> torch.arange(7)[4:-1]
    tensor([4, 5])

    A slice for each axis cuts out a block. Here: the rows from 1 on, the first two columns.

    >>> a = np.arange(12).reshape(3, 4)
    >>> a
    array([[ 0,  1,  2,  3],
           [ 4,  5,  6,  7],
           [ 8,  9, 10, 11]])
    >>> a[1:, :2]
    array([[4, 5],
           [8, 9]])
    """


def array_indexing():
    """A slice of an array is a view on its memory, a slice of a list is a copy; only arrays take lists as index.

    Often written: arrays are indexed like Python lists. Run it: the slices look the same, but writing to them
    does not do the same.

    >>> import torch
    >>> import numpy as np
    >>> numbers = [10, 20, 30]
    >>> a = np.array(numbers)
    >>> first_of_list = numbers[:2]
    >>> first_of_list
    [10, 20]
    >>> first_of_array = a[:2]
    >>> first_of_array
    array([10, 20])
    >>> first_of_list[1] = 31
    >>> first_of_list
    [10, 31]
    >>> numbers
    [10, 20, 30]
    >>> first_of_array[1] = 31
    >>> a
    array([10, 31, 30])

    Tensors behave like arrays:

    >>> t = torch.tensor(numbers)
    >>> first_of_tensor = t[:2]
    >>> first_of_tensor
    tensor([10, 20])
    >>> first_of_tensor[1] = 31
    >>> t
    tensor([10, 31, 30])

    An array also takes a list of places, or a boolean for each element. These two make copies. A list refuses
    them.

    >>> places = [2, 0]
    >>> a[places]
    array([30, 10])
    >>> a[a > 30]
    array([31])
    >>> numbers[places]
    Traceback (most recent call last):
        ...
    TypeError: list indices must be integers or slices, not list
    """


def indexing_like_ndarray():
    """Tensors and arrays agree on integers, slices, masks and lists as index, but tensors refuse a negative step.

    The same index picks the same elements. A single element of a tensor is still a tensor, without axes;
    ``item()`` gives the Python number.

    >>> import torch
    >>> import numpy as np
    >>> a = np.arange(12).reshape(3, 4)
    >>> t = torch.tensor(a)
    >>> a[1, 2].item()
    6
    >>> element = t[1, 2]
    >>> element
    tensor(6)
    >>> element.shape
    torch.Size([])
    >>> element.item()
    6
    >>> a[1:, ::3]
    array([[ 4,  7],
           [ 8, 11]])
    >>> t[1:, ::3]
    tensor([[ 4,  7],
            [ 8, 11]])
    >>> a[a > 8]
    array([ 9, 10, 11])
    >>> t[t > 8]
    tensor([ 9, 10, 11])
    >>> a[[2, 0], [1, 3]]
    array([9, 3])
    >>> t[[2, 0], [1, 3]]
    tensor([9, 3])

    Mixed, they may put the axes in another order: NumPy joins the integer with the list and puts their axis first,
    PyTorch takes the integer by itself.

    >>> a.reshape(2, 3, 2)[0, :, [1, 0]].shape
    (2, 3)
    >>> t.reshape(2, 3, 2)[0, :, [1, 0]].shape
    torch.Size([3, 2])

    Often written: tensors are indexed exactly like arrays. Run it with a step of -1, NumPy's way to reverse an
    axis. A tensor needs ``flip``, which makes a copy.

    >>> a[0][::-1]
    array([3, 2, 1, 0])
    >>> row = t[0]
    >>> row[::-1]
    Traceback (most recent call last):
        ...
    ValueError: step must be greater than zero
    >>> row.flip(0)
    tensor([3, 2, 1, 0])
    """


def array_to_tensor():
    """``torch.from_numpy(array)`` makes a tensor on the array's memory and keeps the array's dtype.

    Nothing is copied, so a change to one is a change to both. Use ``torch.tensor(array)`` for a copy.

    >>> import torch
    >>> import numpy as np
    >>> a = np.array([1., 2., 3.])
    >>> t = torch.from_numpy(a)
    >>> copied = torch.tensor(a)
    >>> a[1] = 20.
    >>> t
    tensor([ 1., 20.,  3.], dtype=torch.float64)
    >>> copied
    tensor([1., 2., 3.], dtype=torch.float64)

    Python floats in an array are float64, the weights of a layer float32, and a matrix or dot product of the two
    is refused. Convert the tensor:

    >>> weights = torch.tensor([0.5, 1., 2.])
    >>> t @ weights
    Traceback (most recent call last):
        ...
    RuntimeError: dot : expected both vectors to have same dtype, but found Double and Float
    >>> t.float() @ weights
    tensor(26.5000)

    Only arrays are taken, and only those that run forwards through memory. Copy a reversed one first:

    >>> torch.from_numpy(a.tolist())
    Traceback (most recent call last):
        ...
    TypeError: expected np.ndarray (got list)
    >>> reversed_view = a[::-1]
    >>> torch.from_numpy(reversed_view)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not ...
    >>> torch.from_numpy(reversed_view.copy())
    tensor([ 3., 20.,  1.], dtype=torch.float64)
    """


def tensor_to_array():
    """``t.numpy()`` makes an array on the memory of a CPU tensor, and refuses a tensor that requires grad.

    As nothing is copied, array and tensor change together. Call ``t.numpy().copy()`` where you want two.

    >>> import torch
    >>> t = torch.tensor([1., 2., 3.])
    >>> a = t.numpy()
    >>> a
    array([1., 2., 3.], dtype=float32)
    >>> t.mul_(10)
    tensor([10., 20., 30.])
    >>> a
    array([10., 20., 30.], dtype=float32)
    >>> a[0] = 7
    >>> t
    tensor([ 7., 20., 30.])

    NumPy knows nothing of autograd. So you have to say that you leave it, with ``detach()``, which still shares
    the memory:

    >>> w = torch.tensor([4., 5.], requires_grad=True)
    >>> w.numpy()
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> w.detach().numpy()
    array([4., 5.], dtype=float32)
    >>> w.detach().numpy().ctypes.data == w.data_ptr()
    True

    Nor can it read the memory of a GPU: call ``cpu()`` before ``numpy()``. A tensor on the "meta" device, which
    stores no values at all, is refused with the same words, so you can see them without a GPU:

    >>> t.to("meta").numpy()
    Traceback (most recent call last):
        ...
    TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

    ``w.detach().cpu().numpy()`` works on the CPU as on a GPU:

    >>> if torch.cuda.is_available():
    ...     w = w.cuda()
    >>> w.detach().cpu().numpy()
    array([4., 5.], dtype=float32)
    """


def tensors_in_numpy_functions():
    """``np.asarray`` reads a CPU tensor, but not every NumPy function takes one, and ``torch.sin`` takes no array.

    Often written: tensors work in every library that uses NumPy. Some functions do convert them:

    >>> import torch
    >>> import numpy as np
    >>> t = torch.tensor([3., 4.])
    >>> np.asarray(t)
    array([3., 4.], dtype=float32)
    >>> float(np.linalg.norm(t))
    5.0

    Others call a method of the tensor with NumPy's arguments, which it does not know:

    >>> np.sum(t)
    Traceback (most recent call last):
        ...
    TypeError: sum() got an unexpected keyword argument 'axis'
    >>> float(np.sum(t.numpy()))
    7.0

    ``np.sin`` computes and gives a tensor back, but warns that NumPy may not accept that in future:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     np.sin(t)
    tensor([ 0.1411, -0.7568])
    >>> caught[0].category.__name__
    'DeprecationWarning'

    Array times tensor and array plus tensor are refused, and so is, on the other side, an array in a function of
    torch:

    >>> a = np.array([10., 20.])
    >>> a * t
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'numpy.ndarray' and 'Tensor'
    >>> a + t  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. ...
    >>> torch.sin(a)
    Traceback (most recent call last):
        ...
    TypeError: sin(): argument 'input' (position 1) must be Tensor, not numpy.ndarray

    Say on which side you want to compute, and convert. A tensor that requires grad has to be detached first:

    >>> torch.from_numpy(a) + t
    tensor([13., 24.], dtype=torch.float64)
    >>> t.requires_grad_()
    tensor([3., 4.], requires_grad=True)
    >>> np.asarray(t)
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> a + t.detach().cpu().numpy()
    array([13., 24.])
    """
