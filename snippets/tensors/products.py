"""Products of vectors and matrices

Every linear layer is a matrix product. These cards show which function multiplies what: vectors, matrices, whole
batches of matrices. The last ones show what to use in place of ``torch.eig`` when you need eigenvalues.
"""


def dot_product():
    """``torch.dot`` multiplies two vectors element by element and adds up: one number comes out.

    It takes exactly two one-dimensional tensors of equal length.

    >>> import torch
    >>> u = torch.tensor([1, 2, 3])
    >>> v = torch.tensor([4, 5, 6])
    >>> torch.dot(u, v)
    tensor(32)
    >>> (u * v).sum()
    tensor(32)
    >>> torch.dot(u, v[:2])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: inconsistent tensor size, expected tensor [3] and src [2] to have the same number of elements, but ...

    NumPy's ``dot`` also multiplies matrices; ``torch.dot`` refuses them.

    >>> import numpy as np
    >>> rows = torch.stack([u, v])
    >>> columns = rows.T
    >>> np.dot(rows.numpy(), columns.numpy())
    array([[14, 32],
           [32, 77]])
    >>> torch.dot(rows, columns)
    Traceback (most recent call last):
        ...
    RuntimeError: 1D tensors expected, but got 2D and 2D tensors
    """


def matrix_times_vector():
    """``torch.mv`` takes a matrix first and a vector second; each row's dot product is one entry of the result.

    In the first product, 1 * 1 + 2 * 1 = 3 and 3 * 1 + 4 * 1 = 7.

    >>> import torch
    >>> matrix = torch.tensor([[1, 2], [3, 4]])
    >>> vector = torch.tensor([1, 1])
    >>> torch.mv(matrix, vector)
    tensor([3, 7])
    >>> torch.mv(torch.tensor([[1, 2, 3], [4, 5, 6]]), torch.tensor([1, -1, 2]))
    tensor([ 5, 11])

    The other order is an error, and so is a column, a matrix with one element per row, in place of the vector. The
    last two numbers of the message are the dimensions of the two that you passed.

    >>> torch.mv(vector, matrix)
    Traceback (most recent call last):
        ...
    RuntimeError: vector + matrix @ vector expected, got 1, 1, 2
    >>> torch.mv(matrix, vector.view(2, 1))
    Traceback (most recent call last):
        ...
    RuntimeError: vector + matrix @ vector expected, got 1, 2, 2
    """


def matrix_times_matrix():
    """``torch.mm`` multiplies an (n, m) matrix by an (m, p) matrix and gives an (n, p) matrix.

    Entry (i, j) is row i of the left matrix times column j of the right one. For the first row here: 1 * 1 + 2 * 2 = 5.

    >>> import torch
    >>> left = torch.tensor([[1., 2.], [3., 4.]])
    >>> column = torch.tensor([[1.], [2.]])
    >>> torch.mm(left, column)
    tensor([[ 5.],
            [11.]])

    The inner sizes meet and vanish; the outer ones stay.

    >>> a = torch.arange(6).view(2, 3)
    >>> b = torch.arange(12).view(3, 4)
    >>> torch.mm(a, b)
    tensor([[20, 23, 26, 29],
            [56, 68, 80, 92]])

    Inner sizes that differ, here 3 and 2, raise an error.

    >>> torch.mm(a, a)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    """


def matmul_operator():
    """``m1 @ m2``, ``m1.matmul(m2)`` and ``torch.matmul(m1, m2)`` are one operation: rows times columns.

    Most code writes ``@``.

    >>> import torch
    >>> m1 = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> m2 = torch.tensor([[7, 0], [0, 8], [9, 1]])
    >>> m1 @ m2
    tensor([[34, 19],
            [82, 46]])
    >>> m1.matmul(m2)
    tensor([[34, 19],
            [82, 46]])
    >>> torch.matmul(m1, m2)
    tensor([[34, 19],
            [82, 46]])

    Worked out entry by entry, it is the sum of each row times each column.

    >>> columns = m2.T
    >>> [[(row * column).sum().item() for column in columns] for row in m1]
    [[34, 19], [82, 46]]

    The star is another operation: it multiplies the elements in the same place and adds up nothing.

    >>> m1 * columns
    tensor([[ 7,  0, 27],
            [ 0, 40,  6]])
    """


def matmul_by_dimensions():
    """``torch.matmul`` accepts vectors, matrices and batches, and the numbers of dimensions decide what it computes.

    With vectors and matrices it does what ``dot``, ``mv`` and ``mm`` do.

    >>> import torch
    >>> u = torch.tensor([1, 2, 3])
    >>> v = torch.tensor([4, 5, 6])
    >>> matrix = torch.tensor([[1, 0, 2], [0, 3, 1]])
    >>> square = torch.tensor([[1, 2], [3, 4]])
    >>> torch.matmul(u, v)
    tensor(32)
    >>> torch.dot(u, v)
    tensor(32)
    >>> torch.matmul(matrix, u)
    tensor([7, 9])
    >>> torch.mv(matrix, u)
    tensor([7, 9])
    >>> torch.matmul(square, matrix)
    tensor([[ 1,  6,  4],
            [ 3, 12, 10]])
    >>> torch.mm(square, matrix)
    tensor([[ 1,  6,  4],
            [ 3, 12, 10]])

    Often written: these three are all it does. Run it with a vector on the left, which ``mv`` refuses.

    >>> torch.matmul(torch.tensor([10, 1]), matrix)
    tensor([10,  3, 21])

    And run it on more than two dimensions. The last two are the matrices; the dimensions before them count the batch
    and broadcast, here (5, 1) with (4,) to (5, 4).

    >>> x = torch.arange(30).view(5, 1, 2, 3)
    >>> y = torch.arange(24).view(4, 3, 2)
    >>> product = torch.matmul(x, y)
    >>> product.shape
    torch.Size([5, 4, 2, 2])
    >>> product[2, 3]
    tensor([[ 784,  823],
            [ 964, 1012]])
    >>> torch.mm(x[2, 0], y[3])
    tensor([[ 784,  823],
            [ 964, 1012]])
    """


def batched_product():
    """``torch.bmm`` multiplies two batches pair by pair: the first matrix with the first, the second with the second.

    Shapes (b, n, m) and (b, m, p) give (b, n, p).

    >>> import torch
    >>> batch1 = torch.arange(24).view(3, 2, 4)
    >>> batch2 = torch.arange(60).view(3, 4, 5)
    >>> product = torch.bmm(batch1, batch2)
    >>> product.shape
    torch.Size([3, 2, 5])
    >>> [torch.equal(product[i], torch.mm(batch1[i], batch2[i])) for i in range(3)]
    [True, True, True]

    Both must be three-dimensional, with the same batch size. ``torch.matmul`` is the one that broadcasts.

    >>> left, right = batch1[0], batch2[1]
    >>> torch.mm(left, right)
    tensor([[190, 196, 202, 208, 214],
            [630, 652, 674, 696, 718]])
    >>> torch.bmm(left, right)
    Traceback (most recent call last):
        ...
    RuntimeError: batch1 must be a 3D tensor
    >>> torch.bmm(batch1, batch2[:2])
    Traceback (most recent call last):
        ...
    RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [3, 4] but got: [2, 4].
    """


def one_call_for_a_batch():
    """One ``torch.bmm`` replaces a Python loop of ``torch.mm`` calls and does the same arithmetic.

    What you save is the calls, not the multiplications: three calls in the loop below, one without it.

    >>> import torch
    >>> batch1 = torch.arange(24).view(3, 2, 4)
    >>> batch2 = torch.arange(60).view(3, 4, 5)
    >>> loop = torch.stack([torch.mm(left, right) for left, right in zip(batch1, batch2)])
    >>> torch.equal(torch.bmm(batch1, batch2), loop)
    True

    Both need 3 * 2 * 4 * 5 multiplications and as many additions, which PyTorch's own counter reports as 240.

    >>> from torch.utils.flop_counter import FlopCounterMode
    >>> with FlopCounterMode(display=False) as one_call:
    ...     result = torch.bmm(batch1, batch2)
    >>> one_call.get_total_flops()
    240
    >>> with FlopCounterMode(display=False) as three_calls:
    ...     results = [torch.mm(left, right) for left, right in zip(batch1, batch2)]
    >>> three_calls.get_total_flops()
    240

    ``mm`` cannot take the batch itself.

    >>> torch.mm(batch1, batch2)
    Traceback (most recent call last):
        ...
    RuntimeError: self must be a matrix
    """


def products_need_one_dtype():
    """Both sides of a matrix product must be tensors of one dtype; nothing is converted for you.

    Adding or multiplying with ``+`` and ``*`` converts the operands to a common dtype. Matrix products do not. The
    usual surprise: inputs typed as whole numbers become ``int64``, while weights are ``float32``.

    >>> import torch
    >>> x_test = torch.tensor([[1, 4]])
    >>> W = torch.tensor([[2.], [3.]])
    >>> x_test.dtype, W.dtype
    (torch.int64, torch.float32)
    >>> x_test * W
    tensor([[ 2.,  8.],
            [ 3., 12.]])
    >>> x_test.matmul(W)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: ...

    Make the inputs floats, and it works.

    >>> x_test.float().matmul(W)
    tensor([[14.]])

    Even two kinds of float are one too many.

    >>> x_test.double().matmul(W)
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: double != float
    """


def lists_have_no_matmul():
    """A Python list has no ``matmul``: wrap it as a float tensor before you multiply.

    Often written: ``x_test.matmul(W)`` with ``x_test = [[1, 4]]``. Run it.

    >>> import torch
    >>> x_test = [[1, 4]]
    >>> W = torch.tensor([[2.], [3.]])
    >>> x_test.matmul(W)
    Traceback (most recent call last):
        ...
    AttributeError: 'list' object has no attribute 'matmul'

    ``torch.tensor`` alone is not enough here: whole numbers become ``int64``, and the weights are ``float32``.

    >>> torch.tensor(x_test).matmul(W)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: expected m1 and m2 to have the same dtype, but got: ...
    >>> torch.tensor(x_test, dtype=torch.float32).matmul(W)
    tensor([[14.]])
    """


def eigenvalues():
    """``torch.eig`` only raises an error; ``torch.linalg.eigvals`` returns the eigenvalues, as complex numbers.

    Often written: ``torch.eig(A)`` returns the eigenvalues. The name still exists, so run it.

    >>> import torch
    >>> A = torch.diag(torch.tensor([1., 2.]))
    >>> torch.eig(A)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. ...
    >>> torch.linalg.eigvals(A)
    tensor([1.+0.j, 2.+0.j])

    They are complex because a real matrix can have complex eigenvalues. This one turns the plane by a right angle, and
    no real vector keeps its direction.

    >>> torch.linalg.eigvals(torch.tensor([[0., -1.], [1., 0.]]))
    tensor([0.+1.j, 0.-1.j])

    A symmetric real matrix has real eigenvalues. ``torch.linalg.eigvalsh`` returns them as such, ``eigh`` the vectors
    too.

    >>> torch.linalg.eigvalsh(A)
    tensor([1., 2.])
    >>> torch.linalg.eigh(A).eigenvectors.abs()
    tensor([[1., 0.],
            [0., 1.]])
    """


def eigenvectors():
    """``torch.linalg.eig`` always returns eigenvalues and eigenvectors, the eigenvectors in the columns.

    An eigenvector is a direction that the matrix keeps; its eigenvalue is the factor by which it is stretched.

    >>> import torch
    >>> A = torch.tensor([[2., 1.], [0., 3.]])
    >>> L, V = torch.linalg.eig(A)
    >>> L
    tensor([2.+0.j, 3.+0.j])
    >>> V.real
    tensor([[1.0000, 0.7071],
            [0.0000, 0.7071]])

    To check that, multiply ``A`` by ``V``. The pair is complex, so ``A`` must be converted first.

    >>> torch.allclose(A.to(V.dtype) @ V, V * L)
    True

    Often written: the flag ``eigenvectors=True`` asks for the vectors. Run it: the old function is gone, and the new
    one takes no such flag.

    >>> torch.eig(A, eigenvectors=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. ...
    >>> torch.linalg.eig(A, eigenvectors=True)
    Traceback (most recent call last):
        ...
    TypeError: linalg_eig() got an unexpected keyword argument 'eigenvectors'
    """
