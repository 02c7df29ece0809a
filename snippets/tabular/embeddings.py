"""A network for categorical columns

Each categorical column gets an embedding: a table with one vector of learned numbers for each value. The vectors of a
row are put side by side, and linear layers follow. These cards take the parts of such a model one at a time, with the
slips that are common in it.
"""


def size_rule():
    """How long an embedding is you choose yourself; ``min(50, (n + 1) // 2)`` for ``n`` values is a rule of thumb.

    It takes half the number of values, rounded up, and never more than 50. Any other length works as well, and the best
    one shows only in validation.

    >>> import torch
    >>> unique_values = [4, 3, 200]
    >>> embedding_size = [(n, min(50, (n + 1) // 2)) for n in unique_values]
    >>> embedding_size
    [(4, 2), (3, 2), (200, 50)]
    >>> [tuple(torch.nn.Embedding(n, size).weight.shape) for n, size in embedding_size]
    [(4, 2), (3, 2), (200, 50)]
    >>> torch.nn.Embedding(4, 7).weight.shape
    torch.Size([4, 7])
    """


def input_width():
    """The first ``Linear`` takes the sum of all embedding lengths, which is not the number of categorical columns.

    Often this sum is called ``num_categorical_cols``. Run it with three columns: the sum is 6.

    >>> import torch
    >>> from torch import nn
    >>> embedding_size = [(4, 2), (4, 2), (3, 2)]
    >>> sum(nf for ni, nf in embedding_size), len(embedding_size)
    (6, 3)
    >>> embeddings = nn.ModuleList([nn.Embedding(ni, nf) for ni, nf in embedding_size])
    >>> embeddings
    ModuleList(
      (0-1): 2 x Embedding(4, 2)
      (2): Embedding(3, 2)
    )
    >>> codes = torch.tensor([[3, 3, 2]]).expand(5, 3)
    >>> codes.shape
    torch.Size([5, 3])
    >>> x = torch.cat([embedding(codes[:, i]) for i, embedding in enumerate(embeddings)], dim=1)
    >>> x.shape
    torch.Size([5, 6])
    >>> nn.Linear(6, 20)(x).shape
    torch.Size([5, 20])
    >>> nn.Linear(3, 20)(x)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x6 and 3x20)

    Columns of numbers go in beside the vectors, so their count is added.

    >>> numbers = torch.tensor([[1.5, 2.5, 3.5, 4.5]]).expand(5, 4)
    >>> table = torch.cat([x, numbers], dim=1)
    >>> table.shape, table[0, 6:]
    (torch.Size([5, 10]), tensor([1.5000, 2.5000, 3.5000, 4.5000], grad_fn=<SliceBackward0>))
    """


def hidden_blocks():
    """``Model(categorical_embedding_sizes, 4, [200, 100, 50], p=0.4)``: three hidden blocks and a layer of 4 logits.

    Each block is Linear, ReLU, BatchNorm and Dropout. A loop makes them from the list: the output size of one is the
    input size of the next.

    >>> import torch
    >>> from torch import nn
    >>> class Model(nn.Module):
    ...     def __init__(self, embedding_size, output_size, layers, p):
    ...         super().__init__()
    ...         self.all_embeddings = nn.ModuleList([nn.Embedding(ni, nf) for ni, nf in embedding_size])
    ...         self.embedding_dropout = nn.Dropout(p)
    ...         all_layers = []
    ...         input_size = sum(nf for ni, nf in embedding_size)
    ...         for size in layers:
    ...             all_layers += [nn.Linear(input_size, size), nn.ReLU(), nn.BatchNorm1d(size), nn.Dropout(p)]
    ...             input_size = size
    ...         all_layers.append(nn.Linear(input_size, output_size))
    ...         self.layers = nn.Sequential(*all_layers)
    ...     def forward(self, x_categorical):
    ...         embeddings = []
    ...         for i, embedding in enumerate(self.all_embeddings):
    ...             embeddings.append(embedding(x_categorical[:, i]))
    ...         x = self.embedding_dropout(torch.cat(embeddings, dim=1))
    ...         return self.layers(x)
    >>> categorical_embedding_sizes = [(4, 2), (4, 2), (3, 2)]
    >>> model = Model(categorical_embedding_sizes, 4, [200, 100, 50], p=0.4)
    >>> [(m.in_features, m.out_features) for m in model.modules() if isinstance(m, nn.Linear)]
    [(6, 200), (200, 100), (100, 50), (50, 4)]
    >>> [m.p for m in model.modules() if isinstance(m, nn.Dropout)]
    [0.4, 0.4, 0.4, 0.4]
    >>> [m.num_features for m in model.modules() if isinstance(m, nn.BatchNorm1d)]
    [200, 100, 50]
    >>> [m.num_embeddings for m in model.modules() if isinstance(m, nn.Embedding)]
    [4, 4, 3]
    >>> model(torch.tensor([[3, 3, 2]]).expand(5, 3)).shape
    torch.Size([5, 4])
    """


def names_must_match():
    """A name in a class is found only if it is spelt alike everywhere: ``embeding_size`` is not ``embedding_size``.

    Often written with one d in the parameter and two in the body. Run it:

    >>> import torch
    >>> from torch import nn
    >>> class Model(nn.Module):
    ...     def __init__(self, embeding_size):
    ...         super().__init__()
    ...         self.all_embedings = nn.ModuleList([nn.Embedding(ni, nf) for ni, nf in embedding_size])
    ...     def forward(self, x):
    ...         return torch.cat([e(x[:, i]) for i, e in enumerate(self.all_embeddings)], dim=1)
    >>> sizes = [(4, 2), (3, 1), (5, 6)]
    >>> Model(sizes)
    Traceback (most recent call last):
        ...
    NameError: name 'embedding_size' is not defined

    In a notebook it may seem to work, because a global of that name exists. Then the argument is ignored.

    >>> embedding_size = [(9, 8)]
    >>> model = Model(sizes)
    >>> model.all_embedings
    ModuleList(
      (0): Embedding(9, 8)
    )

    The attribute is misspelt too, which shows only when ``forward`` runs.

    >>> codes = torch.tensor([[3, 2, 4]]).expand(8, 3)
    >>> codes.shape
    torch.Size([8, 3])
    >>> model(codes)
    Traceback (most recent call last):
        ...
    AttributeError: 'Model' object has no attribute 'all_embeddings'

    The same with a list of layers: ``all_layer = []`` does not make ``all_layers``.

    >>> def layers(sizes):
    ...     all_layer = []
    ...     for n_in, n_out in sizes:
    ...         all_layers.append(nn.Linear(n_in, n_out))
    ...     return nn.Sequential(*all_layer)
    >>> linear_sizes = [(9, 20), (20, 4)]
    >>> layers(linear_sizes)
    Traceback (most recent call last):
        ...
    NameError: name 'all_layers' is not defined

    With one spelling each:

    >>> class Corrected(nn.Module):
    ...     def __init__(self, embedding_size):
    ...         super().__init__()
    ...         self.all_embeddings = nn.ModuleList([nn.Embedding(ni, nf) for ni, nf in embedding_size])
    ...         all_layers = []
    ...         for n_in, n_out in linear_sizes:
    ...             all_layers.append(nn.Linear(n_in, n_out))
    ...         self.layers = nn.Sequential(*all_layers)
    ...     def forward(self, x):
    ...         return self.layers(torch.cat([e(x[:, i]) for i, e in enumerate(self.all_embeddings)], dim=1))
    >>> model = Corrected(sizes)
    >>> model
    Corrected(
      (all_embeddings): ModuleList(
        (0): Embedding(4, 2)
        (1): Embedding(3, 1)
        (2): Embedding(5, 6)
      )
      (layers): Sequential(
        (0): Linear(in_features=9, out_features=20, bias=True)
        (1): Linear(in_features=20, out_features=4, bias=True)
      )
    )
    >>> model(codes).shape
    torch.Size([8, 4])
    """


def return_after_loop():
    """``torch.cat`` and ``return`` stand after the loop over the columns: inside it, only the first column is used.

    A ``return`` ends the function at once. Often written with the last two lines of ``forward`` inside the loop. The
    first layer expects 6 features and gets the 2 of the first column.

    >>> import torch
    >>> from torch import nn
    >>> class Model(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.all_embeddings = nn.ModuleList([nn.Embedding(4, 2), nn.Embedding(3, 2), nn.Embedding(5, 2)])
    ...         self.layers = nn.Sequential(nn.Linear(6, 20), nn.ReLU(), nn.Linear(20, 4))
    ...     def forward(self, x):
    ...         embeddings = []
    ...         for i, embedding in enumerate(self.all_embeddings):
    ...             embeddings.append(embedding(x[:, i]))
    ...             joined = torch.cat(embeddings, dim=1)
    ...             return self.layers(joined)
    >>> model = Model()
    >>> model.all_embeddings
    ModuleList(
      (0): Embedding(4, 2)
      (1): Embedding(3, 2)
      (2): Embedding(5, 2)
    )
    >>> codes = torch.tensor([[3, 2, 4]]).expand(8, 3)
    >>> codes.shape
    torch.Size([8, 3])
    >>> model(codes)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (8x2 and 6x20)

    Moved to the left by one step:

    >>> class Corrected(Model):
    ...     def forward(self, x):
    ...         embeddings = []
    ...         for i, embedding in enumerate(self.all_embeddings):
    ...             embeddings.append(embedding(x[:, i]))
    ...         joined = torch.cat(embeddings, dim=1)
    ...         return self.layers(joined)
    >>> model = Corrected()
    >>> model(codes).shape
    torch.Size([8, 4])
    >>> columns = [embedding(codes[:, i]) for i, embedding in enumerate(model.all_embeddings)]
    >>> torch.equal(model(codes), model.layers(torch.hstack(columns)))
    True
    """


def rows_learn_when_used():
    """Only the rows of an embedding that a batch looks up get a gradient: a rare category hardly learns.

    That is why rare categories are often merged into one called "other".

    >>> import torch
    >>> embedding = torch.nn.Embedding(4, 2)
    >>> codes = torch.tensor([1, 3, 3])
    >>> embedding(codes).sum().backward()
    >>> embedding.weight.grad
    tensor([[0., 0.],
            [1., 1.],
            [0., 0.],
            [2., 2.]])

    ``pandas`` counts how often each value occurs. Here every value that occurs only once becomes "other".

    >>> import pandas as pd
    >>> city = pd.Series(["Rome", "Oslo", "Rome", "Bern", "Rome", "Oslo"])
    >>> counts = city.value_counts()
    >>> counts.to_dict()
    {'Rome': 3, 'Oslo': 2, 'Bern': 1}
    >>> city.where(city.map(counts) >= 2, "other").tolist()
    ['Rome', 'Oslo', 'Rome', 'other', 'Rome', 'Oslo']
    """


def numbers_beside_categories():
    """Categories and numbers stay two tensors, int64 and float32, until the embeddings have made floats of the first.

    One tensor has one dtype, and an embedding takes integers only. So ``forward`` takes two arguments, and the data set
    yields both. Here 6 features go into the last layer: 2 and 1 from the embeddings, and 3 numbers.

    >>> import torch
    >>> from torch import nn
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> codes, numbers = torch.tensor([[0, 1], [2, 0]]), torch.tensor([[0.5, 1.5, 2.5], [3.5, 4.5, 5.5]])
    >>> target = torch.tensor([[10.0], [20.0]])
    >>> class Model(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.embeddings = nn.ModuleList([nn.Embedding(3, 2), nn.Embedding(2, 1)])
    ...         self.output = nn.Linear(6, 1)
    ...     def forward(self, codes, numbers):
    ...         vectors = [embedding(codes[:, i]) for i, embedding in enumerate(self.embeddings)]
    ...         return self.output(torch.cat([*vectors, numbers], dim=1))
    >>> model = Model()
    >>> model.embeddings
    ModuleList(
      (0): Embedding(3, 2)
      (1): Embedding(2, 1)
    )
    >>> for code, number, y in DataLoader(TensorDataset(codes, numbers, target)):
    ...     print(code, number, y)
    ...     print(model(code, number).shape)
    tensor([[0, 1]]) tensor([[0.5000, 1.5000, 2.5000]]) tensor([[10.]])
    torch.Size([1, 1])
    tensor([[2, 0]]) tensor([[3.5000, 4.5000, 5.5000]]) tensor([[20.]])
    torch.Size([1, 1])

    Joined too early, the codes become floats.

    >>> joined = torch.cat([codes, numbers], dim=1)
    >>> joined
    tensor([[0.0000, 1.0000, 0.5000, 1.5000, 2.5000],
            [2.0000, 0.0000, 3.5000, 4.5000, 5.5000]])
    >>> model(joined, numbers)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; ...
    """
