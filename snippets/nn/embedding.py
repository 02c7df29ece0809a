"""Embeddings

An embedding turns whole numbers, such as words or categories, into vectors that training can move. It is a table: the
number picks a row. These cards show the table, its options and the errors that wrong indices lead to.
"""


def embedding_lookup():
    """``nn.Embedding(num_embeddings, embedding_dim)`` holds one vector per index; a call picks rows of ``weight``.

    The first number is the size of the vocabulary, the second the length of each vector. The table starts at random; it
    is a parameter and is trained like any other.

    >>> import torch
    >>> from torch import nn
    >>> embedding = nn.Embedding(num_embeddings=5, embedding_dim=2)
    >>> type(embedding.weight).__name__, embedding.weight.shape
    ('Parameter', torch.Size([5, 2]))

    Here the table gets numbers that are easy to recognise. Indices of any shape get one more dimension at the end.

    >>> embedding.load_state_dict({"weight": torch.arange(10.0).view(5, 2)})
    <All keys matched successfully>
    >>> embedding.weight
    Parameter containing:
    tensor([[0., 1.],
            [2., 3.],
            [4., 5.],
            [6., 7.],
            [8., 9.]], requires_grad=True)
    >>> vectors = embedding(torch.tensor([[0, 3, 3], [4, 1, 2]]))
    >>> vectors.shape
    torch.Size([2, 3, 2])
    >>> vectors.tolist()
    [[[0.0, 1.0], [6.0, 7.0], [6.0, 7.0]], [[8.0, 9.0], [2.0, 3.0], [4.0, 5.0]]]
    """


def embedding_arguments():
    """The first argument of ``nn.Embedding`` is ``num_embeddings``, plural, and every index must be below it.

    Often written: ``num_embedding``. Run it:

    >>> import torch
    >>> from torch import nn
    >>> nn.Embedding(num_embedding=5)
    Traceback (most recent call last):
        ...
    TypeError: Embedding.__init__() got an unexpected keyword argument 'num_embedding'

    With 5 vectors the last index is 4. So a vocabulary with an extra word for padding needs one vector more.

    >>> embedding = nn.Embedding(num_embeddings=5, embedding_dim=2)
    >>> embedding(torch.full((2, 3), 4)).shape
    torch.Size([2, 3, 2])
    >>> embedding(torch.tensor(5))
    Traceback (most recent call last):
        ...
    IndexError: index out of range in self
    """


def one_embedding_per_column():
    """A table with several categorical columns gets one ``nn.Embedding`` for each column.

    Here the first column has 3 categories and vectors of length 2, the second has 7 categories and vectors of length 3.
    ``nn.ModuleList`` registers them all.

    >>> import torch
    >>> from torch import nn
    >>> embedding_size = [(3, 2), (7, 3)]
    >>> embeddings = nn.ModuleList([nn.Embedding(ni, nf) for (ni, nf) in embedding_size])
    >>> [tuple(p.shape) for p in embeddings.parameters()]
    [(3, 2), (7, 3)]
    >>> table = torch.tensor([[2, 6], [0, 1]])
    >>> vectors = [embedding(table[:, i]) for i, embedding in enumerate(embeddings)]
    >>> [v.shape for v in vectors]
    [torch.Size([2, 2]), torch.Size([2, 3])]
    >>> torch.equal(vectors[0], embeddings[0].weight[[2, 0]]), torch.equal(vectors[1], embeddings[1].weight[[6, 1]])
    (True, True)
    >>> torch.cat(vectors, dim=1).shape
    torch.Size([2, 5])

    Indices must be int64 or int32, from 0 to the number of categories minus 1. Here 6 is too large for the first one.

    >>> torch.equal(embeddings[1](table[:, 1].int()), vectors[1])
    True
    >>> embeddings[1](table.to(torch.int8))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; ...
    >>> embeddings[1](table.float())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; ...
    >>> embeddings[0](table)
    Traceback (most recent call last):
        ...
    IndexError: index out of range in self
    >>> embeddings[1](-table)
    Traceback (most recent call last):
        ...
    IndexError: index out of range in self
    """


def lookup_is_a_product():
    """A lookup gives the same as a one-hot row times the table; it only skips the multiplications with 0.

    ``F.one_hot`` makes rows with a single 1. ``F.embedding`` is the lookup as a function.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> table = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    >>> indices = torch.tensor([2, 0, 2, 1])
    >>> F.one_hot(indices)
    tensor([[0, 0, 1],
            [1, 0, 0],
            [0, 0, 1],
            [0, 1, 0]])
    >>> F.one_hot(indices).float() @ table
    tensor([[5., 6.],
            [1., 2.],
            [5., 6.],
            [3., 4.]])
    >>> F.embedding(indices, table)
    tensor([[5., 6.],
            [1., 2.],
            [5., 6.],
            [3., 4.]])
    >>> table[indices]
    tensor([[5., 6.],
            [1., 2.],
            [5., 6.],
            [3., 4.]])

    So only rows that were looked up get a gradient, as often as they were looked up.

    >>> table.requires_grad = True
    >>> F.embedding(torch.tensor([2, 0, 2]), table).sum().backward()
    >>> table.grad
    tensor([[1., 1.],
            [0., 0.],
            [2., 2.]])
    """


def one_hot():
    """``F.one_hot(indices, num_classes)`` returns integers and needs ``num_classes`` to know classes that are missing.

    Without it the largest index decides, so two batches may get different widths.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> labels = torch.tensor([1, 0, 2])
    >>> F.one_hot(labels)
    tensor([[0, 1, 0],
            [1, 0, 0],
            [0, 0, 1]])
    >>> F.one_hot(labels, num_classes=5)
    tensor([[0, 1, 0, 0, 0],
            [1, 0, 0, 0, 0],
            [0, 0, 1, 0, 0]])
    >>> F.one_hot(labels).dtype
    torch.int64

    Indices must be int64 and below ``num_classes``.

    >>> F.one_hot(labels.float())
    Traceback (most recent call last):
        ...
    RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
    >>> F.one_hot(labels, num_classes=2)
    Traceback (most recent call last):
        ...
    RuntimeError: Class values must be smaller than num_classes.
    """


def from_pretrained():
    """``nn.Embedding.from_pretrained(vectors)`` takes over ready vectors and freezes them unless ``freeze=False``.

    Freeze them when you have little data; let them train when your words mean something special.

    >>> import torch
    >>> from torch import nn
    >>> vectors = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> frozen = nn.Embedding.from_pretrained(vectors)
    >>> frozen
    Embedding(2, 3)
    >>> frozen(torch.tensor([1, 0]))
    tensor([[4., 5., 6.],
            [1., 2., 3.]])
    >>> frozen.weight.requires_grad
    False
    >>> trainable = nn.Embedding.from_pretrained(vectors, freeze=False)
    >>> torch.equal(trainable.weight, vectors), trainable.weight.requires_grad
    (True, True)
    """


def padding_idx():
    """The vector at ``padding_idx`` starts as zeros and never gets a gradient.

    Sentences of different lengths are filled up with a padding token. Its vector carries no meaning and should learn
    none.

    >>> import torch
    >>> from torch import nn
    >>> embedding = nn.Embedding(4, 2, padding_idx=3)
    >>> (embedding.weight == 0).all(dim=1)
    tensor([False, False, False,  True])
    >>> embedding(torch.tensor([[0, 1, 3], [1, 3, 3]])).sum().backward()
    >>> embedding.weight.grad
    tensor([[1., 1.],
            [2., 2.],
            [0., 0.],
            [0., 0.]])

    ``from_pretrained`` does not set that row to zero: the vectors stay as you gave them.

    >>> vectors = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> nn.Embedding.from_pretrained(vectors, padding_idx=1).weight.tolist()
    [[1.0, 2.0], [3.0, 4.0]]
    """


def next_layer_size():
    """The layer behind an embedding needs the length of the vectors as its input size.

    Often the size of the vocabulary stands there instead. Run both:

    >>> import torch
    >>> from torch import nn
    >>> embedding = nn.Embedding(num_embeddings=50, embedding_dim=6)
    >>> vectors = embedding(torch.arange(50).view(5, 10))
    >>> vectors.shape
    torch.Size([5, 10, 6])
    >>> output, h_n = nn.GRU(input_size=6, hidden_size=4, batch_first=True)(vectors)
    >>> output.shape, h_n.shape
    (torch.Size([5, 10, 4]), torch.Size([1, 5, 4]))
    >>> nn.GRU(50, 4)(vectors)
    Traceback (most recent call last):
        ...
    RuntimeError: input.size(-1) must be equal to input_size. Expected 50, got 6
    """


def max_norm():
    """``max_norm`` shortens every looked-up vector that is longer, and it changes ``weight`` in place.

    Rows that are not looked up stay long. Because the table itself changes, it matters whether you use ``weight``
    before or after a lookup.

    >>> import torch
    >>> from torch import nn
    >>> vectors = torch.tensor([[3.0, 4.0], [6.0, 8.0], [0.5, 0.25]])
    >>> embedding = nn.Embedding.from_pretrained(vectors, max_norm=2.5)
    >>> embedding(torch.tensor([0, 2]))
    tensor([[1.5000, 2.0000],
            [0.5000, 0.2500]])
    >>> embedding.weight
    Parameter containing:
    tensor([[1.5000, 2.0000],
            [6.0000, 8.0000],
            [0.5000, 0.2500]])

    ``from_pretrained`` shares the memory of ``vectors``, so these have changed as well.

    >>> vectors
    tensor([[1.5000, 2.0000],
            [6.0000, 8.0000],
            [0.5000, 0.2500]])
    """


def bag_of_words():
    """``nn.EmbeddingBag`` looks up several indices and returns one vector: their mean, or with ``mode`` sum or max.

    It never stores the single vectors. The default is the mean.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> table = torch.tensor([[1.0, 2.0], [3.0, -4.0], [8.0, 6.0]])
    >>> bags = torch.tensor([[0, 1], [2, 2]])
    >>> nn.EmbeddingBag.from_pretrained(table)(bags)
    tensor([[ 2., -1.],
            [ 8.,  6.]])
    >>> nn.EmbeddingBag.from_pretrained(table, mode="sum")(bags)
    tensor([[ 4., -2.],
            [16., 12.]])
    >>> nn.EmbeddingBag.from_pretrained(table, mode="max")(bags)
    tensor([[3., 2.],
            [8., 6.]])

    Bags of different lengths come as one row of indices, with the place where each bag starts.

    >>> words, offsets = torch.tensor([0, 1, 2, 2, 1]), torch.tensor([0, 3])
    >>> F.embedding_bag(words, table, offsets)
    tensor([[4.0000, 1.3333],
            [5.5000, 1.0000]])
    >>> torch.stack([table[[0, 1, 2]].mean(dim=0), table[[2, 1]].mean(dim=0)])
    tensor([[4.0000, 1.3333],
            [5.5000, 1.0000]])

    A plain row without offsets is refused.

    >>> nn.EmbeddingBag.from_pretrained(table)(words)
    Traceback (most recent call last):
        ...
    ValueError: offsets has to be a 1D Tensor but got None
    """


def sparse_gradients():
    """``nn.Embedding(..., sparse=True)`` makes a gradient that holds only the rows that were looked up.

    For a large vocabulary that saves memory. ``torch.optim.SparseAdam`` is made for such gradients.

    >>> import torch
    >>> from torch import nn
    >>> words = torch.tensor([7, 400, 7])
    >>> embedding = nn.Embedding(1000, 2, sparse=True)
    >>> embedding(words).sum().backward()
    >>> gradient = embedding.weight.grad.coalesce()
    >>> gradient.shape, gradient.indices().tolist(), gradient.values().tolist()
    (torch.Size([1000, 2]), [[7, 400]], [[2.0, 2.0], [1.0, 1.0]])

    Without ``sparse`` the gradient has all 1000 rows, and 998 of them are zero.

    >>> embedding = nn.Embedding(1000, 2)
    >>> embedding(words).sum().backward()
    >>> embedding.weight.grad.shape, embedding.weight.grad.count_nonzero(dim=0)
    (torch.Size([1000, 2]), tensor([2, 2]))
    """
