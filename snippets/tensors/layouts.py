"""Complex, sparse and other tensors

Beside rows of real numbers, tensors can hold complex numbers, store only what is not zero, keep rows of different
lengths, or lie in memory channel by channel. You meet them in signals, graphs, texts and images.
"""


def complex_numbers():
    """``torch.complex`` joins a real and an imaginary part; ``real`` and ``imag`` are views on them.

    ``j`` is the root of -1. Fourier transforms return complex numbers.

    >>> import torch
    >>> z = torch.complex(torch.tensor([3., 0.]), torch.tensor([4., 2.]))
    >>> z
    tensor([3.+4.j, 0.+2.j])
    >>> z.dtype, z.real.dtype
    (torch.complex64, torch.float32)
    >>> z.real, z.imag
    (tensor([3., 0.]), tensor([4., 2.]))
    >>> z * torch.tensor([1j, 2])
    tensor([-4.+3.j,  0.+4.j])
    >>> torch.conj(z)
    tensor([3.-4.j, 0.-2.j])

    A write to a part changes the number.

    >>> z.imag[1] = -5
    >>> z
    tensor([3.+4.j, 0.-5.j])

    A list of Python's complex numbers works as well. The two parts for ``torch.complex`` must have one dtype.

    >>> torch.tensor([1 + 2j, 3])
    tensor([1.+2.j, 3.+0.j])
    >>> torch.complex(z.real, z.imag.long())
    Traceback (most recent call last):
        ...
    RuntimeError: Expected both inputs to be Half, Float or Double tensors but got Float and Long
    """


def length_and_angle():
    """``torch.abs`` is the length of a complex number and ``torch.angle`` its direction in radians.

    ``torch.polar`` goes the other way, from length and angle. To multiply is to multiply lengths and add angles.

    >>> import torch
    >>> z = torch.tensor([3 + 4j, -2.5 + 0j, 2j])
    >>> torch.abs(z)
    tensor([5.0000, 2.5000, 2.0000])
    >>> torch.rad2deg(torch.angle(z))
    tensor([ 53.1301, 180.0000,  90.0000])
    >>> torch.polar(torch.abs(z), torch.angle(z))[:2].real
    tensor([ 3.0000, -2.5000])
    >>> torch.rad2deg(torch.angle(z * 1j))[0], torch.abs(2 * z)
    (tensor(143.1301), tensor([10.,  5.,  4.]))
    """


def pairs_of_real_numbers():
    """``torch.view_as_real`` shows complex numbers as pairs, and ``view_as_complex`` pairs as complex numbers.

    Both are views. Use them for layers and formats that know real numbers only.

    >>> import torch
    >>> z = torch.tensor([1 + 2j, 3 + 4j, 5 + 6j])
    >>> pairs = torch.view_as_real(z)
    >>> pairs
    tensor([[1., 2.],
            [3., 4.],
            [5., 6.]])
    >>> pairs[1, 0] = 30
    >>> z
    tensor([ 1.+2.j, 30.+4.j,  5.+6.j])
    >>> torch.view_as_complex(torch.tensor([[7., 8.], [9., 0.5]]))
    tensor([7.+8.0000j, 9.+0.5000j])
    >>> torch.view_as_complex(pairs.T)
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor must have a last dimension of size 2
    """


def sparse_coordinates():
    """``torch.sparse_coo_tensor`` stores the places and values of what is not zero; ``to_dense`` fills in the zeros.

    Use it for large matrices that are almost empty, such as the edges of a graph. The indices have one row per
    dimension. With ``check_invariants=True`` PyTorch makes sure that they lie inside.

    >>> import torch
    >>> indices = torch.tensor([[0, 1, 1], [2, 0, 2]])
    >>> sparse = torch.sparse_coo_tensor(indices, torch.tensor([3., 4., 5.]), (2, 4), check_invariants=True)
    >>> sparse.to_dense()
    tensor([[0., 0., 3., 0.],
            [4., 0., 5., 0.]])
    >>> sparse.is_sparse, sparse.layout, sparse.shape
    (True, torch.sparse_coo, torch.Size([2, 4]))

    Values for the same place are added up, at the latest by ``coalesce``, which also sorts.

    >>> twice = torch.sparse_coo_tensor([[1, 0, 1]], [10, 20, 30], (3,), check_invariants=True)
    >>> twice.to_dense()
    tensor([20, 40,  0])
    >>> twice._nnz(), twice.coalesce()._nnz()
    (3, 2)
    >>> twice.coalesce().indices(), twice.coalesce().values()
    (tensor([[0, 1]]), tensor([20, 40]))
    >>> twice.indices()
    Traceback (most recent call last):
        ...
    RuntimeError: Cannot get indices on an uncoalesced tensor, please call .coalesce() first
    """


def dense_to_sparse():
    """``t.to_sparse()`` stores only the elements that are not zero; ``@`` multiplies the result by an ordinary matrix.

    ``torch.sparse.mm`` is the same product under another name.

    >>> import torch
    >>> t = torch.tensor([[0., 2., 0.], [3., 0., 4.]])
    >>> sparse = t.to_sparse()
    >>> sparse.values(), sparse.indices()
    (tensor([2., 3., 4.]), tensor([[0, 1, 1],
            [1, 0, 2]]))
    >>> dense = torch.tensor([[1., 2.], [3., 4.], [5., 6.]])
    >>> torch.sparse.mm(sparse, dense), sparse @ dense
    (tensor([[ 6.,  8.],
            [23., 30.]]), tensor([[ 6.,  8.],
            [23., 30.]]))
    >>> (2 * sparse).to_dense()
    tensor([[0., 4., 0.],
            [6., 0., 8.]])
    >>> torch.sparse.sum(sparse, dim=0).to_dense()
    tensor([3., 2., 4.])

    It pays only if most elements are zero: every value drags its indices along.

    >>> sparse.values().nbytes + sparse.indices().nbytes, t.nbytes
    (60, 24)
    """


def compressed_rows():
    """``t.to_sparse_csr()`` stores where each row begins instead of a row number for every element.

    CSR stands for compressed sparse row. ``crow_indices`` counts the elements before each row, and at last all of them.
    You can also give the three parts yourself, to ``torch.sparse_csr_tensor``. PyTorch calls this layout a beta and
    warns once.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message="Sparse CSR tensor support is in beta")
    >>> t = torch.tensor([[0., 3., 0., 0.], [0., 0., 0., 0.], [4., 0., 5., 6.]])
    >>> rows = t.to_sparse_csr()
    >>> rows.crow_indices(), rows.col_indices(), rows.values()
    (tensor([0, 1, 1, 4]), tensor([1, 0, 2, 3]), tensor([3., 4., 5., 6.]))
    >>> rows @ torch.tensor([[1.], [2.], [3.], [4.]])
    tensor([[ 6.],
            [ 0.],
            [43.]])
    >>> crow, column = torch.tensor([0, 2, 3]), torch.tensor([0, 2, 1])
    >>> made = torch.sparse_csr_tensor(crow, column, torch.tensor([7., 8., 9.]), size=(2, 3), check_invariants=True)
    >>> made.to_dense()
    tensor([[7., 0., 8.],
            [0., 9., 0.]])
    >>> torch.sparse_csr_tensor(crow, column, made.values()[:2], size=made.shape, check_invariants=True)
    Traceback (most recent call last):
        ...
    RuntimeError: col_indices.shape[-1] must be equal to nnz (=2) as defined by values.shape[0], but got 3
    """


def softmax_of_stored_elements():
    """``torch.sparse.softmax`` shares out 1 among the stored elements of a row; what is not stored gets nothing.

    To a dense softmax a 0 is a score like any other. The sparse one takes it for a place that does not take part, such
    as two nodes of a graph without an edge.

    >>> import torch
    >>> scores = torch.tensor([[0., 2., 0.], [1., 0., 3.]])
    >>> torch.sparse.softmax(scores.to_sparse(), dim=1).to_dense()
    tensor([[0.0000, 1.0000, 0.0000],
            [0.1192, 0.0000, 0.8808]])
    >>> torch.softmax(scores, dim=1)
    tensor([[0.1065, 0.7870, 0.1065],
            [0.1142, 0.0420, 0.8438]])
    """


def masked_reductions():
    """``torch.masked.mean(t, dim, mask=mask)`` averages the elements where ``mask`` is True and leaves out the rest.

    ``sum``, ``amax``, ``argmax``, ``softmax`` and others exist as well. Use them for padded batches, whose filling must
    not count. A row without any True has no mean.

    >>> import torch
    >>> t = torch.tensor([[1., 99., 2.], [3., 4., 99.]])
    >>> mask = torch.tensor([[True, False, True], [True, True, False]])
    >>> torch.masked.mean(t, 1, mask=mask), t.mean(1)
    (tensor([1.5000, 3.5000]), tensor([34.0000, 35.3333]))
    >>> torch.masked.sum(t, 0, mask=mask), torch.masked.amax(t, 1, mask=mask)
    (tensor([4., 4., 2.]), tensor([2., 4.]))
    >>> torch.masked.softmax(t, 1, mask=mask)
    tensor([[0.2689, 0.0000, 0.7311],
            [0.2689, 0.7311, 0.0000]])
    >>> torch.masked.mean(t, 1, mask=torch.tensor([[False] * 3, [True] * 3]))
    tensor([    nan, 35.3333])

    ``torch.masked.masked_tensor`` keeps numbers and mask together. It is a prototype, and warns of it.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     both = torch.masked.masked_tensor(t, mask)
    ...     mean = both.mean(1)
    >>> print(str(caught[0].message)[:58])
    The PyTorch API of MaskedTensors is in prototype stage and
    >>> mean.get_data()
    tensor([1.5000, 3.5000])
    """


def rows_of_different_lengths():
    """``torch.nested.nested_tensor`` keeps rows of different lengths without padding; ``to_padded_tensor`` adds it.

    Use it for texts of different lengths. With ``layout=torch.jagged`` the ragged dimension has no fixed size.

    >>> import torch
    >>> short, long = torch.tensor([1., 2.]), torch.tensor([3., 4., 5.])
    >>> nested = torch.nested.nested_tensor([short, long], layout=torch.jagged)
    >>> nested.is_nested, nested.dim(), nested.size(0)
    (True, 2, 2)
    >>> nested.values(), nested.offsets()
    (tensor([1., 2., 3., 4., 5.]), tensor([0, 2, 5]))
    >>> [row.tolist() for row in (10 * nested).unbind()]
    [[10.0, 20.0], [30.0, 40.0, 50.0]]
    >>> torch.nested.to_padded_tensor(nested, padding=-1.)
    tensor([[ 1.,  2., -1.],
            [ 3.,  4.,  5.]])

    An ordinary tensor cannot be ragged.

    >>> torch.tensor([short.tolist(), long.tolist()])
    Traceback (most recent call last):
        ...
    ValueError: expected sequence of length 2 at dim 1 (got 3)
    >>> torch.stack([short, long])
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
    """


def channels_last():
    """With ``memory_format=torch.channels_last`` the shape of images stays (N, C, H, W) and only the strides change.

    The channels of a pixel then lie side by side. Use it with networks of convolutions, and convert the model as well
    as the input. Every number keeps its index.

    >>> import torch
    >>> images = torch.arange(24.).view(1, 3, 2, 4)
    >>> last = images.to(memory_format=torch.channels_last)
    >>> images.stride(), last.stride()
    ((24, 8, 4, 1), (24, 1, 12, 3))
    >>> images.shape, last.shape
    (torch.Size([1, 3, 2, 4]), torch.Size([1, 3, 2, 4]))
    >>> torch.equal(images, last)
    True

    The first numbers in memory are one pixel's three channels.

    >>> last.as_strided((6,), (1,)), images.as_strided((6,), (1,))
    (tensor([ 0.,  8., 16.,  1.,  9., 17.]), tensor([0., 1., 2., 3., 4., 5.]))
    >>> last.is_contiguous(), last.is_contiguous(memory_format=torch.channels_last)
    (False, True)
    >>> last.contiguous().stride()
    (24, 8, 4, 1)
    >>> images.contiguous(memory_format=torch.channels_last).stride()
    (24, 1, 12, 3)
    """
