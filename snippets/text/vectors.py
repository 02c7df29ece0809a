"""Word vectors

A word vector is a row of numbers that stands for a word. It is learned with the model, or taken from a file that others
have trained. These cards show both, and how the rows get into an ``nn.Embedding``.
"""

from collections.abc import Iterable

import torch


def embedding_is_a_lookup():
    """An ``nn.Embedding`` starts as a table of random rows; training, not the table, makes similar words similar.

    ``torchtext.vocab.Vectors`` and the classes built on it gave each word its vector. The library is gone.

    >>> import torch
    >>> from torchtext.vocab import Vectors
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    The code of a word, its place in the list, picks a row. The row at ``padding_idx`` starts with zeros and gets no
    gradient.

    >>> from torch import nn
    >>> itos = ["<unk>", "<pad>", "good", "great", "bad"]
    >>> embedding = nn.Embedding(len(itos), 5, padding_idx=1)
    >>> vectors = embedding(torch.tensor([3, 1]))
    >>> vectors.shape, vectors[1].tolist()
    (torch.Size([2, 5]), [0.0, 0.0, 0.0, 0.0, 0.0])
    >>> torch.equal(vectors[0], embedding.weight[3])
    True

    Often written: an embedding gives similar words similar vectors. Run it: before training, the rows know nothing of
    the words, and a second table gets other rows.

    >>> first, second = nn.Embedding(3, 2).weight, nn.Embedding(3, 2).weight
    >>> first.shape == second.shape, torch.equal(first, second)
    (True, False)

    Now a classifier learns that "good" and "great" belong to class 1 and "bad" to class 0. Words with the same use end
    up in the same direction (cosine 1), words with the opposite use in the opposite direction (cosine -1).

    >>> words, classes = torch.tensor([2, 3, 4]), torch.tensor([1, 1, 0])
    >>> model = nn.Sequential(embedding, nn.Linear(5, 2))
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=2.0, weight_decay=0.03)
    >>> for _ in range(60):
    ...     optimizer.zero_grad()
    ...     nn.functional.cross_entropy(model(words), classes).backward()
    ...     optimizer.step()
    >>> good, great, bad = embedding.weight.detach()[2:]
    >>> torch.cosine_similarity(good, torch.stack([great, bad])).round(decimals=1)
    tensor([ 1., -1.])
    """


def split_and_lookup():
    """``random_split`` divides the data and ``nn.Embedding`` is the lookup table: neither is built by hand.

    Often written: splitting and looking vectors up have to be done by hand. torchtext did both (``dataset.split``,
    ``field.vocab.vectors``), and torch does both.

    >>> import torch
    >>> from torch import nn
    >>> from torch.utils.data import random_split
    >>> train, valid = random_split(range(10), [8, 2])
    >>> len(train), len(valid)
    (8, 2)
    >>> sorted([*train, *valid])
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

    ``embedding(index)`` equals ``table[index]``, and the gradient reaches the rows that were used.

    >>> table = torch.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    >>> embedding = nn.Embedding.from_pretrained(table, freeze=False)
    >>> index = torch.tensor([2, 0, 2])
    >>> embedding(index)
    tensor([[4., 5.],
            [0., 1.],
            [4., 5.]], grad_fn=<EmbeddingBackward0>)
    >>> table[index]
    tensor([[4., 5.],
            [0., 1.],
            [4., 5.]])
    >>> embedding(index).sum().backward()
    >>> embedding.weight.grad
    tensor([[1., 1.],
            [0., 0.],
            [2., 2.]])
    """


def pretrained_matrix():
    """Pretrained vectors become a matrix with one row per word of your vocabulary, in the order of the vocabulary.

    ``Field.build_vocab(vectors=...)`` made this matrix and kept it as ``field.vocab.vectors``; ``torchtext.legacy``
    is gone as well.

    >>> import torch
    >>> from torchtext.legacy.data import Field
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``pretrained`` maps words to vectors, as a file of vectors does. A word that it lacks keeps its zeros, and the
    words that your texts never use are left out.

    >>> pretrained = {"the": [0.1, 0.2], "mouse": [0.7, 0.8], "cat": [0.5, 0.6]}
    >>> itos = ["<unk>", "<pad>", "cat", "bird", "the"]
    >>> vectors = torch.zeros(len(itos), 2)
    >>> for index, word in enumerate(itos):
    ...     if word in pretrained:
    ...         vectors[index] = torch.tensor(pretrained[word])
    >>> vectors
    tensor([[0.0000, 0.0000],
            [0.0000, 0.0000],
            [0.5000, 0.6000],
            [0.0000, 0.0000],
            [0.1000, 0.2000]])

    In the model the matrix is ``embedding.weight``.

    >>> embedding = torch.nn.Embedding.from_pretrained(vectors)
    >>> embedding.weight.shape
    torch.Size([5, 2])
    >>> embedding(torch.tensor(itos.index("cat")))
    tensor([0.5000, 0.6000])

    How many words were found is worth a look: a wrong case or the wrong language shows here first.

    >>> [word for word in itos if word not in pretrained]
    ['<unk>', '<pad>', 'bird']
    """


def read_vectors(lines: Iterable[str]) -> dict[str, torch.Tensor]:
    r"""A file of word vectors has a word and its numbers on each line, so a few lines of Python read it.

    ``torchtext.vocab.Vectors(name=...)`` and ``torchtext.vocab.GloVe`` read such files, and are gone. (Old notes spell
    them ``vocap`` and ``Glove``.)

    >>> import torch
    >>> from torchtext.vocab import GloVe
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``read_vectors`` takes an open text file, or any other lines, and returns ``{word: tensor}``; each tensor is
    ``float32`` with shape ``(dim,)``. A GloVe file, such as one of the four in ``glove.6B.zip``, starts with the first
    word.

    >>> import io
    >>> from snippets.text.vectors import read_vectors
    >>> glove = io.StringIO("the 0.5 1.5 -2\ncat 3 4 5.5\n")
    >>> found = read_vectors(glove)
    >>> found["cat"]
    tensor([3.0000, 4.0000, 5.5000])
    >>> list(found)
    ['the', 'cat']

    A word2vec text file has a first line with the number of words and the number of dimensions. It is skipped,
    because a single number is no vector.

    >>> word2vec = io.StringIO("2 2\ncat 3 4 \nthe 0.5 1.5 \n")
    >>> read_vectors(word2vec)
    {'cat': tensor([3., 4.]), 'the': tensor([0.5000, 1.5000])}

    The rows of the embedding follow your vocabulary, not the file.

    >>> itos = ["<unk>", "the", "cat"]
    >>> torch.stack([found.get(word, torch.zeros(3)) for word in itos])
    tensor([[ 0.0000,  0.0000,  0.0000],
            [ 0.5000,  1.5000, -2.0000],
            [ 3.0000,  4.0000,  5.5000]])

    A line with something that is not a number raises a ``ValueError`` that names it.

    >>> read_vectors(["cat 3 x 5.5"])
    Traceback (most recent call last):
        ...
    ValueError: could not convert string to float: 'x'
    """
    rows = (line.rstrip().split(" ") for line in lines)
    return {word: torch.tensor([float(number) for number in numbers]) for word, *numbers in rows if len(numbers) > 1}


def copy_into_layer():
    """``embedding.weight.data.copy_(vectors)`` fills the layer in place and leaves it trainable.

    ``weight.data`` is the plain tensor behind the parameter: same memory, no gradient. ``weight.detach()`` gives the
    same and is the advised way to look at it.

    >>> import torch
    >>> from torch import nn
    >>> vectors = torch.tensor([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    >>> embedding = nn.Embedding(3, 2)
    >>> embedding.weight.data.copy_(vectors)
    tensor([[0., 1.],
            [2., 3.],
            [4., 5.]])
    >>> embedding.weight.data.shape, embedding.weight.data.requires_grad
    (torch.Size([3, 2]), False)
    >>> embedding(torch.tensor(2))
    tensor([4., 5.], grad_fn=<EmbeddingBackward0>)
    >>> embedding.weight.detach().data_ptr() == embedding.weight.data.data_ptr()
    True

    ``from_pretrained`` builds and fills in one step, and freezes the layer unless you say ``freeze=False``.

    >>> embedding.weight.requires_grad
    True
    >>> nn.Embedding.from_pretrained(vectors).weight.requires_grad
    False
    >>> nn.Embedding.from_pretrained(vectors, freeze=False).weight.requires_grad
    True

    A wrong number of rows is an error. A single vector is not: it goes into every row.

    >>> embedding.weight.data.copy_(vectors[:2])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0
    >>> embedding.weight.data.copy_(vectors[1])
    tensor([[2., 3.],
            [2., 3.],
            [2., 3.]])
    """


def nearest_words():
    """The nearest words are those with the highest cosine similarity, not those with the largest product.

    The cosine looks at the direction alone. Scale the rows to length 1 with ``F.normalize``, and one matrix product
    compares a vector with all words.

    >>> import torch
    >>> from torch.nn import functional as F
    >>> itos = ["car", "cat", "dog", "truck"]
    >>> vectors = torch.tensor([[30.0, -16.0], [3.0, 4.0], [4.0, 3.0], [0.0, -9.0]])
    >>> unit = F.normalize(vectors, dim=1)
    >>> similarity = unit @ unit[1]
    >>> similarity
    tensor([ 0.1529,  1.0000,  0.9600, -0.8000])

    A word is always nearest to itself, so ask for one more and leave the first out.

    >>> [itos[i] for i in similarity.topk(3).indices]
    ['cat', 'dog', 'car']

    By the plain product "car" comes first, before "cat" itself, only because its vector is long.

    >>> vectors @ vectors[1]
    tensor([ 26.,  25.,  24., -36.])
    >>> vectors.norm(dim=1)
    tensor([34.,  5.,  5.,  9.])
    """


def text_as_one_vector():
    """``nn.EmbeddingBag`` makes one vector of each text without padding; ``offsets`` says where each text begins.

    The texts stand one after the other in a single row. Their offsets are the running sum of the lengths, moved by one
    text. By default a text's vector is the mean of its word vectors.

    >>> import torch
    >>> from torch import nn
    >>> table = torch.tensor([[9.0, 9.0], [0.0, 6.0], [2.0, 0.0], [4.0, 3.0]])
    >>> texts = [torch.tensor([1, 2, 3]), torch.tensor([3]), torch.tensor([2, 2, 1, 1])]
    >>> lengths = torch.tensor([len(text) for text in texts])
    >>> offsets = lengths.cumsum(dim=0) - lengths
    >>> offsets
    tensor([0, 3, 4])
    >>> nn.EmbeddingBag.from_pretrained(table)(torch.cat(texts), offsets)
    tensor([[2., 3.],
            [4., 3.],
            [1., 3.]])
    >>> table[texts[2]].mean(dim=0)
    tensor([1., 3.])

    A padded batch gives the same when ``padding_idx`` says what to leave out. Without it the padding counts.

    >>> padded = nn.utils.rnn.pad_sequence(texts, batch_first=True)
    >>> padded.shape
    torch.Size([3, 4])
    >>> nn.EmbeddingBag.from_pretrained(table, padding_idx=0)(padded)
    tensor([[2., 3.],
            [4., 3.],
            [1., 3.]])
    >>> nn.EmbeddingBag.from_pretrained(table)(padded)[1]
    tensor([7.7500, 7.5000])
    """


def bags_forget_the_order():
    """The mean of word vectors is the same for every order of the words; a recurrent layer tells the orders apart.

    "dog bites man" and "man bites dog" have the same words. Where that matters, use a layer that reads in order.

    >>> import torch
    >>> from torch import nn
    >>> one, other = torch.tensor([[1, 2, 3]]), torch.tensor([[3, 2, 1]])
    >>> embedding = nn.Embedding(4, 5)
    >>> torch.allclose(embedding(one).mean(dim=1), embedding(other).mean(dim=1))
    True
    >>> reader = nn.GRU(5, 2, batch_first=True)
    >>> outputs, last = reader(embedding(one))
    >>> torch.allclose(last, reader(embedding(other))[1])
    False
    >>> outputs.shape, last.shape
    (torch.Size([1, 3, 2]), torch.Size([1, 1, 2]))
    """
