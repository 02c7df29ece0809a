"""Einsum, distances and fused products

``torch.einsum`` writes a product of tensors as letters: one for each dimension. These cards show what its strings mean,
and the named products beside it: outer, Kronecker and cross products, distances, and products with an addition.
"""


def einsum_matrix_product():
    """In ``torch.einsum("ij,jk->ik", A, B)``, the letter missing after the arrow is multiplied and summed over.

    Each letter stands for a dimension, and the same letter for the same size. ``j`` is in both inputs and not in the
    result, so this is the matrix product.

    >>> import torch
    >>> A = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> B = torch.tensor([[1, 0], [2, 1], [0, 3]])
    >>> torch.einsum("ij,jk->ik", A, B)
    tensor([[ 5, 11],
            [14, 23]])
    >>> A @ B
    tensor([[ 5, 11],
            [14, 23]])

    A letter that stays is not summed over. The order of the letters after the arrow is the order of the dimensions, so
    ``"->ki"`` gives the transpose.

    >>> torch.einsum("ij,jk->ki", A, B)
    tensor([[ 5, 14],
            [11, 23]])
    >>> torch.einsum("ij,jk->ijk", A, B).shape
    torch.Size([2, 3, 2])

    Sizes of one letter must agree, or be 1. A size of 1 is stretched without an error, as in broadcasting.

    >>> torch.einsum("ij,jk->ik", A, A)
    Traceback (most recent call last):
        ...
    RuntimeError: einsum(): subscript j has size 2 for operand 1 which does not broadcast with previously seen size 3
    >>> torch.einsum("ij,jk->ik", A, torch.tensor([[1, 10]]))
    tensor([[  6,  60],
            [ 15, 150]])
    """


def einsum_of_one_tensor():
    """With one tensor ``torch.einsum`` sums, transposes, or reads a diagonal: a repeated letter means equal indices.

    ``"ii->"`` is the trace. Without an arrow, letters that occur twice are summed over.

    >>> import torch
    >>> A = torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 10]])
    >>> torch.einsum("ii->", A), torch.einsum("ii", A), A.trace()
    (tensor(16), tensor(16), tensor(16))
    >>> torch.einsum("ii->i", A)
    tensor([ 1,  5, 10])
    >>> torch.einsum("ij->ji", A)
    tensor([[ 1,  4,  7],
            [ 2,  5,  8],
            [ 3,  6, 10]])
    >>> torch.einsum("ij->i", A), torch.einsum("ij->j", A), torch.einsum("ij->", A)
    (tensor([ 6, 15, 25]), tensor([12, 15, 19]), tensor(46))
    """


def einsum_of_vectors():
    """``"i,i->"`` is the dot product of two vectors, ``"i,j->ij"`` their outer product and ``"i,i->i"`` is ``a * b``.

    A letter that is missing after the arrow is summed over; the others stay.

    >>> import torch
    >>> a, b = torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6])
    >>> torch.einsum("i,i->", a, b), torch.dot(a, b)
    (tensor(32), tensor(32))
    >>> torch.einsum("i,i->i", a, b), a * b
    (tensor([ 4, 10, 18]), tensor([ 4, 10, 18]))
    >>> torch.einsum("i,j->ij", a, b)
    tensor([[ 4,  5,  6],
            [ 8, 10, 12],
            [12, 15, 18]])
    """


def einsum_of_batches():
    """A letter that stands in all inputs and in the result is a batch dimension: ``"bij,bjk->bik"`` is ``torch.bmm``.

    Three dots stand for any number of such dimensions.

    >>> import torch
    >>> A = torch.arange(12).view(2, 2, 3)
    >>> B = torch.arange(6).view(2, 3, 1)
    >>> torch.einsum("bij,bjk->bik", A, B)
    tensor([[[  5],
             [ 14]],
    <BLANKLINE>
            [[ 86],
             [122]]])
    >>> torch.equal(torch.einsum("bij,bjk->bik", A, B), torch.bmm(A, B))
    True
    >>> torch.einsum("...ij,...jk->...ik", A, B).shape
    torch.Size([2, 2, 1])

    Summed over the batch as well, one matrix is left.

    >>> torch.einsum("bij,bjk->ik", A, B)
    tensor([[ 91],
            [136]])
    """


def einsum_attention_scores():
    """``"bhqd,bhkd->bhqk"`` compares every query with every key: attention scores, without a transpose.

    ``b`` is the batch, ``h`` the head, ``q`` and ``k`` are positions and ``d`` the features, over which the sum goes.
    With ``@`` you must swap the last two dimensions of the keys.

    >>> import torch
    >>> queries = torch.arange(12.).view(1, 2, 3, 2)
    >>> keys = torch.arange(16.).view(1, 2, 4, 2)
    >>> scores = torch.einsum("bhqd,bhkd->bhqk", queries, keys)
    >>> scores.shape
    torch.Size([1, 2, 3, 4])
    >>> scores[0, 1]
    tensor([[111., 137., 163., 189.],
            [145., 179., 213., 247.],
            [179., 221., 263., 305.]])
    >>> torch.equal(scores, queries @ keys.transpose(-2, -1))
    True

    The weights then mix the values, which have the positions of the keys.

    >>> weights = scores.softmax(dim=-1)
    >>> values = torch.arange(40.).view(1, 2, 4, 5)
    >>> mixed = torch.einsum("bhqk,bhkd->bhqd", weights, values)
    >>> mixed.shape
    torch.Size([1, 2, 3, 5])
    >>> torch.allclose(mixed, queries.matmul(keys.mT).softmax(dim=-1) @ values)
    True
    """


def contracted_dimensions():
    """``torch.tensordot`` multiplies and sums over listed dimensions; ``dims=1`` pairs the last one with the first one.

    With ``dims=1`` the last dimension of one meets the first of the other, as in the matrix product. With 0 each
    element is multiplied by each. ``dims=([0], [1])`` lets dimension 0 of ``A`` meet dimension 1 of ``B``.

    >>> import torch
    >>> A = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> B = torch.tensor([[1, 0], [2, 1], [0, 3]])
    >>> torch.tensordot(A, B, dims=1)
    tensor([[ 5, 11],
            [14, 23]])
    >>> torch.tensordot(A, B, dims=([0], [1]))
    tensor([[ 1,  6, 12],
            [ 2,  9, 15],
            [ 3, 12, 18]])
    >>> torch.tensordot(A, B, dims=([0, 1], [1, 0]))
    tensor(28)
    >>> torch.tensordot(A, B, dims=0).shape
    torch.Size([2, 3, 3, 2])
    """


def outer_inner_cross():
    """``torch.outer`` pairs all elements of two vectors, ``inner`` gives one number, ``cross`` a perpendicular vector.

    ``inner`` of matrices multiplies the rows of both: the last dimensions meet. For two vectors of real numbers
    ``vdot`` gives what ``inner`` gives. ``torch.ger`` is an old name of ``outer``.

    >>> import torch
    >>> a, b = torch.tensor([1, 2, 3]), torch.tensor([4, 5, 7])
    >>> torch.outer(a, b)
    tensor([[ 4,  5,  7],
            [ 8, 10, 14],
            [12, 15, 21]])
    >>> torch.inner(a, b), torch.vdot(a, b)
    (tensor(35), tensor(35))
    >>> torch.inner(torch.stack([a, b]), torch.stack([b, a, a]))
    tensor([[35, 14, 14],
            [90, 35, 35]])
    >>> torch.equal(torch.ger(a, b), torch.outer(a, b))
    True

    The cross product is perpendicular to both, and its sign depends on the order.

    >>> torch.linalg.cross(a, b), torch.linalg.cross(b, a)
    (tensor([-1,  5, -3]), tensor([ 1, -5,  3]))
    >>> torch.linalg.cross(a, b) @ a, torch.cross(a, b, dim=0) @ b
    (tensor(0), tensor(0))
    """


def kronecker_product():
    """``torch.kron`` replaces each element of the first matrix by that element times the whole second matrix.

    The sizes multiply, and the order matters.

    >>> import torch
    >>> A = torch.tensor([[1, 2], [0, 3]])
    >>> B = torch.tensor([[1, 10, 100]])
    >>> torch.kron(A, B)
    tensor([[  1,  10, 100,   2,  20, 200],
            [  0,   0,   0,   3,  30, 300]])
    >>> torch.kron(B, A)
    tensor([[  1,   2,  10,  20, 100, 200],
            [  0,   3,   0,  30,   0, 300]])

    With a matrix of ones it enlarges an image: each pixel becomes a block.

    >>> torch.kron(A, torch.ones(2, 2, dtype=torch.int64))
    tensor([[1, 1, 2, 2],
            [1, 1, 2, 2],
            [0, 0, 3, 3],
            [0, 0, 3, 3]])
    """


def product_with_addition():
    """``torch.addmm(b, A, B)`` is ``b + A @ B`` with two factors, ``beta`` and ``alpha``; ``addmv`` is for vectors.

    A linear layer computes it: the bias is added to a product. ``beta`` scales what is added, ``alpha`` the product.
    ``addr`` adds an outer product.

    >>> import torch
    >>> A = torch.tensor([[1., 2.], [3., 4.]])
    >>> B = torch.tensor([[1., 0., 2.], [0., 1., 1.]])
    >>> bias = torch.tensor([10., 20., 30.])
    >>> torch.addmm(bias, A, B), bias + A @ B
    (tensor([[11., 22., 34.],
            [13., 24., 40.]]), tensor([[11., 22., 34.],
            [13., 24., 40.]]))
    >>> torch.addmm(bias, A, B, beta=2, alpha=-1)
    tensor([[19., 38., 56.],
            [17., 36., 50.]])
    >>> torch.addmv(bias[:2], A, torch.tensor([1., 2.]), beta=3, alpha=2)
    tensor([40., 82.])
    >>> torch.addr(torch.zeros(2, 3), A[1], bias, alpha=0.5)
    tensor([[15., 30., 45.],
            [20., 40., 60.]])

    For batches ``baddbmm`` keeps one result for each pair and ``addbmm`` adds them up.

    >>> first, second = torch.stack([A, 2 * A]), torch.stack([B, B])
    >>> torch.baddbmm(bias, first, second)
    tensor([[[11., 22., 34.],
             [13., 24., 40.]],
    <BLANKLINE>
            [[12., 24., 38.],
             [16., 28., 50.]]])
    >>> torch.addbmm(bias, first, second)
    tensor([[13., 26., 42.],
            [19., 32., 60.]])
    """


def distances_between_points():
    """``torch.cdist`` measures every point of one set against every point of another; ``pairwise_distance`` row by row.

    ``p=2`` is the straight line, ``p=1`` adds up the differences. ``pdist`` measures each pair within one set once.
    ``eps=0`` leaves out the tiny number that ``pairwise_distance`` adds to each difference.

    >>> import torch
    >>> a = torch.tensor([[0., 0.], [3., 4.]])
    >>> b = torch.tensor([[0., 1.], [6., 8.], [3., 0.]])
    >>> torch.cdist(a, b)
    tensor([[ 1.0000, 10.0000,  3.0000],
            [ 4.2426,  5.0000,  4.0000]])
    >>> torch.cdist(a, b, p=1)
    tensor([[ 1., 14.,  3.],
            [ 6.,  7.,  4.]])
    >>> torch.pdist(b, p=1)
    tensor([13.,  4., 11.])

    The nearest point of ``b`` for each point of ``a``, and the distances between points at equal places:

    >>> torch.cdist(a, b).argmin(dim=1)
    tensor([0, 2])
    >>> torch.pairwise_distance(a, b[:2], eps=0)
    tensor([1., 5.])

    ``torch.dist`` takes the two sets as one long vector each.

    >>> torch.dist(a, b[1:], p=1)
    tensor(18.)
    """


def similar_directions():
    """``torch.cosine_similarity`` compares directions, not lengths: 1 for the same, -1 for opposite ones.

    It is the dot product divided by both lengths. Use it to compare embeddings.

    >>> import torch
    >>> a = torch.tensor([[3., 4.], [3., 4.], [3., 4.]])
    >>> b = torch.tensor([[6., 8.], [-3., -4.], [4., 3.]])
    >>> torch.cosine_similarity(a, b), torch.cosine_similarity(a, b, dim=1)
    (tensor([ 1.0000, -1.0000,  0.9600]), tensor([ 1.0000, -1.0000,  0.9600]))

    Along ``dim=0`` it compares columns. At a right angle the similarity is 0, up to a tiny error.

    >>> torch.cosine_similarity(a, b, dim=0)
    tensor([0.5175, 0.4284])
    >>> torch.cosine_similarity(a[0], torch.tensor([-8., 6.]), dim=0).abs() < 1e-6
    tensor(True)

    Every row with every row: normalise, then multiply.

    >>> rows = torch.nn.functional.normalize(torch.tensor([[3., 4.], [4., 3.], [5., 12.]]), dim=1)
    >>> rows @ rows.T
    tensor([[1.0000, 0.9600, 0.9692],
            [0.9600, 1.0000, 0.8615],
            [0.9692, 0.8615, 1.0000]])
    """
