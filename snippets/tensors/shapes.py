"""Changing the shape

A shape says how many elements stand along each dimension. ``view``, ``reshape`` and ``flatten`` arrange the same
elements, in the same order, under another shape. You need them when a layer wants other dimensions than your data has.
"""


def view_keeps_the_count():
    """``t.view`` takes only a shape with exactly as many elements as ``t`` has.

    Multiply the sizes: the product must stay the same. Twelve elements make three rows of four.

    >>> import torch
    >>> t = torch.arange(12)
    >>> t.view(3, 4)
    tensor([[ 0,  1,  2,  3],
            [ 4,  5,  6,  7],
            [ 8,  9, 10, 11]])
    >>> t.view(3, 3)
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[3, 3]' is invalid for input of size 12

    Not even a size left open with ``-1`` can help: 12 is no multiple of 5.

    >>> t.view(-1, 5)
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[-1, 5]' is invalid for input of size 12
    """


def view_shares_memory():
    """``view`` never copies: a write through the view shows in the original.

    ``data_ptr()`` is the place in memory of the first element.

    >>> import torch
    >>> t = torch.tensor([[1, 2], [3, 4]])
    >>> column = t.view(4, 1)
    >>> column.shape
    torch.Size([4, 1])
    >>> column.data_ptr() == t.data_ptr()
    True
    >>> column[2, 0] += 30
    >>> t
    tensor([[ 1,  2],
            [33,  4]])

    Some layouts cannot be viewed under another shape. ``view`` then raises an error instead of making a copy.

    >>> t.T.view(4, 1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: view size is not compatible with input tensor's size and stride ...
    """


def inferred_size():
    """One size may be ``-1``: PyTorch works it out from the number of elements and the other sizes.

    Write it for the size that depends on your data, such as the number of samples.

    >>> import torch
    >>> torch.tensor([[1, 2], [3, 4]]).view(1, -1)
    tensor([[1, 2, 3, 4]])
    >>> t = torch.arange(12)
    >>> t.view(-1, 3).shape
    torch.Size([4, 3])
    >>> t.view(-1, 2, 3).shape
    torch.Size([2, 2, 3])

    With two open sizes there would be more than one answer, and with a remainder there is none.

    >>> t.view(-1, -1)
    Traceback (most recent call last):
        ...
    RuntimeError: only one dimension can be inferred
    >>> t.view(-1, 5)
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[-1, 5]' is invalid for input of size 12
    """


def column_and_flat():
    """``view(-1, 1)`` makes a column with one element per row; ``view(-1)`` makes a vector.

    Both read the elements row by row. The column has two dimensions, the vector has one.

    >>> import torch
    >>> t = torch.tensor([[1, 2], [3, 4]])
    >>> t.view(-1, 1)
    tensor([[1],
            [2],
            [3],
            [4]])
    >>> t.view(-1, 1).shape
    torch.Size([4, 1])
    >>> t.view(-1)
    tensor([1, 2, 3, 4])
    >>> t.view(-1).shape
    torch.Size([4])
    """


def flat_samples():
    """``out.view(out.size(0), -1)`` keeps the first dimension and merges the others into one row per sample.

    You meet it between the convolutions and the linear layers of a network, where the first dimension is the batch.
    ``torch.flatten(out, 1)`` and ``nn.Flatten()`` do the same and say so.

    >>> import torch
    >>> out = torch.arange(24).view(4, 2, 3)
    >>> out.view(out.size(0), -1)
    tensor([[ 0,  1,  2,  3,  4,  5],
            [ 6,  7,  8,  9, 10, 11],
            [12, 13, 14, 15, 16, 17],
            [18, 19, 20, 21, 22, 23]])
    >>> torch.equal(torch.flatten(out, 1), out.view(out.size(0), -1))
    True
    >>> torch.equal(torch.nn.Flatten()(out), out.view(out.size(0), -1))
    True
    """


def other_numbers_of_dimensions():
    """A view may have fewer, equally many or more dimensions; the elements keep their order.

    You may give the sizes as one list or as separate numbers.

    >>> import torch
    >>> ft = torch.arange(12).view(2, 2, 3)
    >>> ft
    tensor([[[ 0,  1,  2],
             [ 3,  4,  5]],
    <BLANKLINE>
            [[ 6,  7,  8],
             [ 9, 10, 11]]])
    >>> ft.view([-1, 3])
    tensor([[ 0,  1,  2],
            [ 3,  4,  5],
            [ 6,  7,  8],
            [ 9, 10, 11]])
    >>> ft.view(-1, 3).shape
    torch.Size([4, 3])

    From three dimensions to three others: 4 * 1 * 3 is 2 * 2 * 3.

    >>> other = ft.view([-1, 1, 3])
    >>> other.shape
    torch.Size([4, 1, 3])
    >>> other.numel(), ft.numel()
    (12, 12)

    And from three dimensions to four.

    >>> ft.view(3, 1, 2, 2).shape
    torch.Size([3, 1, 2, 2])
    """


def shape_of_the_view():
    """``.shape`` belongs behind the closing bracket of ``view(...)``: a list of sizes has no shape.

    Often written: ``ft.view([-1, 3].shape)``. Run it: Python looks for the shape of the list before ``view`` is called.

    >>> import torch
    >>> ft = torch.arange(12).view(2, 2, 3)
    >>> sizes = [-1, 3]
    >>> ft.view(sizes.shape)
    Traceback (most recent call last):
        ...
    AttributeError: 'list' object has no attribute 'shape'
    >>> ft.view(sizes).shape
    torch.Size([4, 3])
    """


def view_is_not_a_transpose():
    """``view(3, 2)`` does not turn a (2, 3) tensor on its side: it fills new rows in the old order.

    The shape is that of the transpose, the elements are not. If rows are to become columns, use ``t.T``.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t.view(3, 2)
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    >>> t.T
    tensor([[1, 4],
            [2, 5],
            [3, 6]])
    """


def view_or_reshape():
    """``view`` never copies, so it needs compatible strides; ``reshape`` copies when it must.

    Strides say how far apart in memory neighbours along each dimension lie. A transposed tensor has its strides
    swapped, and no single step leads through its elements in order.

    Often written: ``view`` is NumPy's ``reshape``. Run both on a transposed matrix.

    >>> import torch
    >>> t = torch.tensor([[1, 2], [3, 4]])
    >>> turned = t.T
    >>> turned
    tensor([[1, 3],
            [2, 4]])
    >>> turned.view(4)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: view size is not compatible with input tensor's size and stride ... Use .reshape(...) instead.
    >>> turned.numpy().reshape(4)
    array([1, 3, 2, 4])
    >>> turned.reshape(4)
    tensor([1, 3, 2, 4])

    So NumPy's counterpart is ``reshape``. What it returned is a copy: writing into it does not reach ``t``.

    >>> copy = turned.reshape(4)
    >>> copy[1] = 30
    >>> copy
    tensor([ 1, 30,  2,  4])
    >>> t
    tensor([[1, 2],
            [3, 4]])
    """


def reshape_may_share():
    """``reshape`` shares memory where a view is possible and copies where not; the original keeps its shape.

    Which of the two you get depends on the layout in memory. If you need a copy, write ``.clone()``; if you must not
    have one, write ``view``, which raises an error rather than copy.

    >>> import torch
    >>> t = torch.arange(6)
    >>> rows = t.reshape(2, 3)
    >>> rows
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> rows[1, 0] = 30
    >>> t
    tensor([ 0,  1,  2, 30,  4,  5])

    ``t`` still has one dimension. From the transposed rows ``reshape`` makes a copy, in another place in memory.

    >>> copy = rows.T.reshape(6)
    >>> copy
    tensor([ 0, 30,  1,  4,  2,  5])
    >>> copy.data_ptr() == t.data_ptr()
    False
    >>> rows.data_ptr() == t.data_ptr()
    True
    """


def shape_of_another():
    """``t.view_as(u)`` and ``t.reshape_as(u)`` give ``t`` the shape of ``u``; only the shape of ``u`` counts.

    They are ``t.view(u.shape)`` and ``t.reshape(u.shape)`` in one word, with the same demands.

    >>> import torch
    >>> t = torch.arange(6)
    >>> u = torch.empty(2, 3)
    >>> t.view_as(u)
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> t.reshape_as(u)
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> t.view_as(torch.empty(4))
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[4]' is invalid for input of size 6

    On a layout that cannot be viewed, only ``reshape_as`` works.

    >>> turned = t.view(2, 3).T
    >>> turned.reshape_as(u)
    tensor([[0, 3, 1],
            [4, 2, 5]])
    >>> turned.view_as(u)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: view size is not compatible with input tensor's size and stride ...
    """


def merged_dimensions():
    """``flatten`` makes one dimension of all, or of those from ``start_dim`` to ``end_dim``; ``ravel`` always of all.

    ``end_dim`` is included, unlike the end of a Python slice.

    >>> import torch
    >>> t = torch.arange(24).view(2, 3, 4)
    >>> t.flatten().shape
    torch.Size([24])
    >>> t.ravel().shape
    torch.Size([24])
    >>> t.flatten(start_dim=1).shape
    torch.Size([2, 12])
    >>> t.flatten(start_dim=0, end_dim=1).shape
    torch.Size([6, 4])

    ``t`` itself keeps its shape, and nothing is copied. The method of the same name in NumPy does copy.

    >>> t.shape
    torch.Size([2, 3, 4])
    >>> t.flatten().data_ptr() == t.data_ptr()
    True
    >>> import numpy as np
    >>> np.shares_memory(t.numpy(), t.numpy().flatten())
    False
    >>> np.shares_memory(t.numpy(), t.numpy().ravel())
    True
    """


def ravel_and_flatten():
    """PyTorch's ``flatten`` and ``ravel`` share memory if the elements lie in order; NumPy's ``flatten`` always copies.

    If you come from NumPy and count on the copy, write ``.flatten().clone()``.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t.flatten()[3] += 100
    >>> t.ravel()[5] += 200
    >>> t
    tensor([[  1,   2,   3],
            [104,   5, 206]])

    The same on a NumPy array: only the write through ``ravel`` arrives.

    >>> import numpy as np
    >>> array = np.array([[1, 2, 3], [4, 5, 6]])
    >>> flat = array.flatten()
    >>> flat[3] += 100
    >>> flat
    array([  1,   2,   3, 104,   5,   6])
    >>> array.ravel()[5] += 200
    >>> array
    array([[  1,   2,   3],
           [  4,   5, 206]])

    Where the elements do not lie in order, as in a transposed matrix, PyTorch's two copy as well.

    >>> turned = t.T
    >>> turned.ravel()
    tensor([  1, 104,   2,   5,   3, 206])
    >>> turned.ravel().data_ptr() == t.data_ptr()
    False
    >>> turned.flatten().data_ptr() == t.data_ptr()
    False
    >>> t.ravel().data_ptr() == t.data_ptr()
    True
    """
