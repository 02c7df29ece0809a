"""Linear algebra with torch.linalg

Systems of equations, inverses, norms and decompositions live in ``torch.linalg``. The cards also show which older
names, such as ``torch.solve`` and ``torch.symeig``, are gone, and what took their place.
"""


def systems_of_equations():
    """``torch.linalg.solve(A, b)`` finds ``x`` with ``A @ x = b``; you need no inverse for it.

    2x + y = 5.5 and x + 3y = 9 hold for x = 1.5 and y = 2.5.

    >>> import torch
    >>> A = torch.tensor([[2., 1.], [1., 3.]])
    >>> b = torch.tensor([5.5, 9.])
    >>> x = torch.linalg.solve(A, b)
    >>> x
    tensor([1.5000, 2.5000])
    >>> A @ x
    tensor([5.5000, 9.0000])

    Several right-hand sides stand in the columns of a matrix.

    >>> torch.linalg.solve(A, torch.tensor([[5.5, 3.], [9., 4.]]))
    tensor([[1.5000, 1.0000],
            [2.5000, 1.0000]])

    If two rows are equal, there is no single answer.

    >>> A[1] = A[0]
    >>> torch.linalg.solve(A, b)
    Traceback (most recent call last):
        ...
    torch._C._LinAlgError: torch.linalg.solve: The solver failed because the input matrix is singular.
    """


def inverses():
    """``torch.linalg.inv`` inverts a square matrix and raises ``LinAlgError`` for one without an inverse.

    A matrix times its inverse is the identity. ``torch.inverse`` is the same function. To solve equations, PyTorch's
    documentation prefers ``solve`` to multiplying by the inverse.

    >>> import torch
    >>> A = torch.tensor([[2., 0.], [1., 4.]])
    >>> torch.linalg.inv(A)
    tensor([[ 0.5000,  0.0000],
            [-0.1250,  0.2500]])
    >>> A @ torch.linalg.inv(A)
    tensor([[1., 0.],
            [0., 1.]])
    >>> torch.inverse(10 * A)
    tensor([[ 0.0500,  0.0000],
            [-0.0125,  0.0250]])

    This matrix squeezes the plane onto a line; nothing can undo that.

    >>> flat = torch.tensor([[1., 4.], [2., 8.]])
    >>> torch.linalg.det(flat) == 0
    tensor(True)
    >>> torch.linalg.inv(flat)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch._C._LinAlgError: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed ...

    ``inv_ex`` raises nothing and returns a number other than 0 as ``info`` instead.

    >>> torch.linalg.inv_ex(flat).info, torch.linalg.inv_ex(A).info
    (tensor(2, dtype=torch.int32), tensor(0, dtype=torch.int32))
    """


def pseudo_inverse():
    """``torch.linalg.pinv`` exists for every matrix, also one that is not square or has no inverse.

    Times the matrix, it comes as close to the identity as can be. Where an inverse exists, the two agree.
    ``torch.pinverse`` is its old name.

    >>> import torch
    >>> tall = torch.tensor([[1., 0.], [1., 2.], [0., 2.]])
    >>> torch.linalg.pinv(tall)
    tensor([[ 0.6667,  0.3333, -0.3333],
            [-0.1667,  0.1667,  0.3333]])
    >>> (torch.linalg.pinv(tall) @ tall).round().abs()
    tensor([[1., 0.],
            [0., 1.]])
    >>> torch.pinverse(tall)
    tensor([[ 0.6667,  0.3333, -0.3333],
            [-0.1667,  0.1667,  0.3333]])
    >>> torch.linalg.inv(tall)
    Traceback (most recent call last):
        ...
    RuntimeError: linalg.inv: A must be batches of square matrices, but they are 3 by 2 matrices
    >>> A = torch.tensor([[2., 1.], [1., 4.]])
    >>> torch.linalg.pinv(A), torch.linalg.inv(A)
    (tensor([[ 0.5714, -0.1429],
            [-0.1429,  0.2857]]), tensor([[ 0.5714, -0.1429],
            [-0.1429,  0.2857]]))
    """


def least_squares():
    """``torch.linalg.lstsq(A, b)`` finds the best fit where no exact solution exists; ``torch.lstsq`` is gone.

    A line is to pass as near as possible to four points. The matrix has a column with x and a column with ones; the
    solution holds the slope and the height at 0.

    >>> import torch
    >>> x = torch.tensor([0., 1., 2., 3.])
    >>> y = torch.tensor([1., 3., 4., 8.])
    >>> A = torch.column_stack([x, torch.ones(4)])
    >>> line = torch.linalg.lstsq(A, y.unsqueeze(1)).solution
    >>> line
    tensor([[2.2000],
            [0.7000]])
    >>> torch.allclose(line, torch.linalg.pinv(A) @ y.unsqueeze(1))
    True

    Older code calls ``torch.lstsq(b, A)``, with the arguments the other way. It raises an error now.

    >>> torch.lstsq(y.unsqueeze(1), A)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. `torch.lstsq` is deprecated ...
    """


def determinants():
    """``torch.linalg.slogdet`` gives the sign and the logarithm of a determinant too large or too small for ``det``.

    The determinant says by how much the matrix enlarges areas; it is negative where it also mirrors.

    >>> import torch
    >>> A = torch.tensor([[0., 3.], [2., 1.]])
    >>> torch.linalg.det(A), torch.det(A)
    (tensor(-6.), tensor(-6.))
    >>> torch.linalg.slogdet(A)
    torch.return_types.linalg_slogdet(
    sign=tensor(-1.),
    logabsdet=tensor(1.7918))

    A diagonal of forty entries of 1000 has the determinant 10 to the power 120. float32 ends at 3.4e38.

    >>> large = 1000 * torch.eye(40)
    >>> torch.linalg.det(large)
    tensor(inf)
    >>> sign, logarithm = torch.linalg.slogdet(large)
    >>> sign, f"{logarithm / torch.tensor(10.).log():.3f}"
    (tensor(1.), '120.000')
    """


def lengths_of_vectors():
    """``torch.linalg.vector_norm`` is the length of a vector; ``ord`` chooses another way to measure it.

    ``ord=2``, the default, is the root of the sum of squares; 1 adds the absolute values, ``inf`` takes the
    largest of them, and 0 counts what is not zero.

    >>> import torch
    >>> v = torch.tensor([3., -4., 12., 0.])
    >>> torch.linalg.vector_norm(v)
    tensor(13.)
    >>> [torch.linalg.vector_norm(v, ord=p).item() for p in (0, 1, float("inf"))]
    [3.0, 19.0, 12.0]

    With ``ord=1`` the signs do not count; in the sum of the elements they do.

    >>> v.sum()
    tensor(11.)

    With ``dim`` you get one length per row, to divide by. ``torch.nn.functional.normalize`` does that.

    >>> rows = torch.tensor([[3., 4.], [5., 12.]])
    >>> lengths = torch.linalg.vector_norm(rows, dim=1, keepdim=True)
    >>> lengths
    tensor([[ 5.],
            [13.]])
    >>> rows / lengths
    tensor([[0.6000, 0.8000],
            [0.3846, 0.9231]])
    >>> torch.linalg.vector_norm(rows, dim=0)
    tensor([ 5.8310, 12.6491])

    Without ``dim`` it treats a matrix as one long vector. ``torch.norm`` is the old name and still works.

    >>> torch.linalg.vector_norm(v.view(2, 2)), torch.norm(v.view(2, 2))
    (tensor(13.), tensor(13.))
    """


def norms_of_matrices():
    """``torch.linalg.norm(A, 2)`` of a matrix is its largest stretch, not the root of the sum of squares.

    With an ``ord``, ``norm`` treats a matrix as ``matrix_norm`` does, and a vector as ``vector_norm``. Without one, it
    takes the root of the sum of squares, which for a matrix is called the Frobenius norm.

    >>> import torch
    >>> A = torch.tensor([[3., 0.], [0., 4.]])
    >>> torch.linalg.norm(A), torch.linalg.matrix_norm(A)
    (tensor(5.), tensor(5.))
    >>> f"{torch.linalg.norm(A, 2):.3f} {torch.linalg.matrix_norm(A, 2):.3f}"
    '4.000 4.000'
    >>> torch.linalg.norm(A.flatten(), 2)
    tensor(5.)

    1 is the largest sum of absolute values in a column, ``inf`` that in a row, "nuc" the sum of the singular values.

    >>> B = torch.tensor([[1., 6.], [4., 2.]])
    >>> torch.linalg.matrix_norm(B, 1), torch.linalg.matrix_norm(B, float("inf"))
    (tensor(8.), tensor(7.))
    >>> f'{torch.linalg.matrix_norm(A, "nuc"):.3f}'
    '7.000'
    """


def rank_and_condition():
    """``torch.linalg.matrix_rank`` counts independent rows; ``cond`` says how much a solution amplifies errors.

    The rank of linear algebra is not the number of dimensions. Here every row is a multiple of the first. A condition
    number of 1 is the best; the larger it is, the fewer digits of a solution are reliable.

    >>> import torch
    >>> A = torch.tensor([[1., 2., 3.], [2., 4., 6.], [3., 6., 9.]])
    >>> torch.linalg.matrix_rank(A), torch.linalg.matrix_rank(A + torch.eye(3))
    (tensor(1), tensor(3))
    >>> torch.linalg.cond(torch.eye(2)), torch.linalg.cond(torch.diag(torch.tensor([9., 2.])))
    (tensor(1.), tensor(4.5000))

    In the next matrix the rows are almost parallel, and a change of 0.01 on the right changes the solution by 1.

    >>> near = torch.tensor([[1., 1.], [1., 1.01]], dtype=torch.float64)
    >>> torch.linalg.cond(near)
    tensor(402.0075, dtype=torch.float64)
    >>> torch.linalg.solve(near, torch.tensor([2., 2.005], dtype=torch.float64))
    tensor([1.5000, 0.5000], dtype=torch.float64)
    >>> torch.linalg.solve(near, torch.tensor([2., 2.015], dtype=torch.float64))
    tensor([0.5000, 1.5000], dtype=torch.float64)
    """


def singular_values():
    """``torch.linalg.svd`` writes a matrix as ``U @ diag(S) @ Vh``, with ``S`` in descending order.

    Note the h: the last factor is already transposed. ``full_matrices=False`` leaves out what would be
    multiplied by zeros only. ``svdvals`` returns ``S`` alone.

    >>> import torch
    >>> A = torch.tensor([[1., 2., 3.], [4., 5., 7.]])
    >>> U, S, Vh = torch.linalg.svd(A, full_matrices=False)
    >>> S, torch.linalg.svdvals(A)
    (tensor([10.1815,  0.5811]), tensor([10.1815,  0.5811]))
    >>> U.shape, Vh.shape
    (torch.Size([2, 2]), torch.Size([2, 3]))
    >>> torch.linalg.svd(A).Vh.shape
    torch.Size([3, 3])
    >>> torch.allclose(U @ torch.diag(S) @ Vh, A)
    True

    The first singular value with its two vectors is the best approximation by a matrix of rank 1.

    >>> S[0] * torch.outer(U[:, 0], Vh[0])
    tensor([[1.4872, 1.9581, 2.7678],
            [3.8098, 5.0163, 7.0906]])

    The older ``torch.svd`` still runs; its third result is not transposed.

    >>> torch.svd(A).V.shape
    torch.Size([3, 2])
    """


def triangular_factors():
    """``torch.linalg.qr`` splits a matrix into perpendicular columns and a triangle, ``cholesky`` into ``L @ L.T``.

    In ``A = Q @ R`` the columns of ``Q`` have length 1 and stand at right angles; ``R`` is upper triangular. Signs are
    free, so the example shows products and absolute values.

    >>> import torch
    >>> A = torch.tensor([[1., 2.], [2., 1.], [2., 5.]])
    >>> Q, R = torch.linalg.qr(A)
    >>> Q.shape, R.shape
    (torch.Size([3, 2]), torch.Size([2, 2]))
    >>> torch.allclose(Q @ R, A)
    True
    >>> (Q.T @ Q).round().abs()
    tensor([[1., 0.],
            [0., 1.]])
    >>> R.abs()
    tensor([[3.0000, 4.6667],
            [0.0000, 2.8674]])

    A symmetric matrix with positive eigenvalues, such as a covariance, is ``L @ L.T`` with ``L`` lower triangular.

    >>> S = torch.tensor([[6.25, 3.75], [3.75, 2.5]])
    >>> L = torch.linalg.cholesky(S)
    >>> L
    tensor([[2.5000, 0.0000],
            [1.5000, 0.5000]])
    >>> L @ L.T
    tensor([[6.2500, 3.7500],
            [3.7500, 2.5000]])
    >>> torch.linalg.cholesky(-S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    torch._C._LinAlgError: linalg.cholesky: The factorization could not be completed because the input is not ...
    """


def symmetric_eigenvectors():
    """``torch.linalg.eigh`` returns a symmetric matrix's eigenvalues in ascending order, its eigenvectors in columns.

    The largest eigenvalue of a covariance matrix is the variance along the direction of the last column. This is
    principal component analysis. The sign of a vector is arbitrary.

    >>> import torch
    >>> S = torch.tensor([[2.75, 1.], [1., 2.75]])
    >>> values, vectors = torch.linalg.eigh(S)
    >>> values, torch.linalg.eigvalsh(S)
    (tensor([1.7500, 3.7500]), tensor([1.7500, 3.7500]))
    >>> vectors[:, 1].abs()
    tensor([0.7071, 0.7071])
    >>> torch.allclose(S @ vectors[:, 1], 3.75 * vectors[:, 1])
    True
    >>> torch.linalg.eigvals(S).dtype, values.dtype
    (torch.complex64, torch.float32)

    The trace is the sum of the eigenvalues, the determinant their product.

    >>> values.sum(), values.prod()
    (tensor(5.5000), tensor(6.5625))

    It reads only the lower triangle, so it does not notice a matrix that is not symmetric. With zeros above the
    diagonal the answer stays; with zeros below, it changes.

    >>> torch.linalg.eigvalsh(S.tril()), torch.linalg.eigvalsh(S.triu())
    (tensor([1.7500, 3.7500]), tensor([2.7500, 2.7500]))
    """


def powers_and_chains():
    """``torch.linalg.matrix_power`` multiplies a matrix by itself; ``multi_dot`` multiplies a chain in the best order.

    A power of -1 is the inverse; ``A ** 3`` raises each element instead. The best order needs the fewest operations,
    and the result is the same. ``torch.chain_matmul`` is deprecated: ``multi_dot`` takes a list instead.

    >>> import torch
    >>> A = torch.tensor([[1., 1.], [0., 2.]])
    >>> torch.linalg.matrix_power(A, 3), A ** 3
    (tensor([[1., 7.],
            [0., 8.]]), tensor([[1., 1.],
            [0., 8.]]))
    >>> torch.linalg.matrix_power(A, -1)
    tensor([[ 1.0000, -0.5000],
            [ 0.0000,  0.5000]])
    >>> B, v = torch.tensor([[1., 2., 0.], [3., 4., 5.]]), torch.tensor([[1.], [2.], [3.]])
    >>> torch.linalg.multi_dot([A, B, v])
    tensor([[31.],
            [52.]])
    >>> A @ (B @ v)
    tensor([[31.],
            [52.]])

    The old function warns once in a program; ``set_warn_always`` lets you see it again.

    >>> import warnings
    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.chain_matmul(A, B, v)
    tensor([[31.],
            [52.]])
    >>> torch.set_warn_always(False)
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    torch.chain_matmul is deprecated and will be removed in a future PyTorch release. ...
    """


def removed_names():
    """``torch.symeig``, ``torch.solve`` and ``torch.matrix_rank`` only raise errors; use ``torch.linalg`` instead.

    The messages name them. ``eigvalsh`` reads the lower triangle, where ``symeig`` read the upper one.

    >>> import torch
    >>> S = torch.tensor([[2.5, 0.], [0., 5.]])
    >>> b = torch.tensor([[4.], [10.]])
    >>> torch.symeig(S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. ...
    >>> torch.linalg.eigvalsh(S)
    tensor([2.5000, 5.0000])

    ``solve`` has exchanged its arguments: the matrix comes first now.

    >>> torch.solve(b, S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. `torch.solve` is deprecated ...
    >>> torch.linalg.solve(S, b)
    tensor([[1.6000],
            [2.0000]])
    >>> torch.matrix_rank(S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed.
    Please use the `torch.linalg.matrix_rank` function instead. ...
    >>> torch.linalg.matrix_rank(S)
    tensor(2)

    ``torch.qr`` and ``torch.cholesky`` have gone the same way.

    >>> torch.qr(S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. `torch.qr` is deprecated ...
    >>> torch.cholesky(S)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: This function was deprecated since version 1.9 and is now removed. `torch.cholesky` is deprecated ...
    >>> torch.linalg.qr(S).R.abs()
    tensor([[2.5000, 0.0000],
            [0.0000, 5.0000]])
    >>> torch.linalg.cholesky(S)
    tensor([[1.5811, 0.0000],
            [0.0000, 2.2361]])
    """
