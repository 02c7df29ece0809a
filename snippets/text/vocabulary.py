"""Vocabularies

A vocabulary gives every word a number, and every number its word. It is a list and a dictionary. These cards build one,
limit its size, and turn words into integers and back.
"""


def build():
    """A ``Counter``, a list and a dictionary make a vocabulary; ``Field.build_vocab`` is gone.

    Old notes call ``field.build_vocab(dataset)``, in places misspelt ``build_vocap``, and get a
    ``torchtext.vocab.Vocab``.

    >>> import torch
    >>> from torchtext.vocab import Vocab
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Count the tokens of the training texts, and no others. The special tokens come first: ``<unk>`` stands for words
    that are not in the vocabulary, ``<pad>`` fills short texts. Then the words follow, the most frequent first.

    >>> from collections import Counter
    >>> texts = ["a cat and the dog", "the cat saw the dog and the bird"]
    >>> counts = Counter(token for text in texts for token in text.split())
    >>> itos = ["<unk>", "<pad>"] + [word for word, count in counts.most_common()]
    >>> itos
    ['<unk>', '<pad>', 'the', 'cat', 'and', 'dog', 'a', 'saw', 'bird']
    >>> stoi = {word: index for index, word in enumerate(itos)}
    >>> stoi["the"]
    2

    Words that are equally frequent keep the order in which they were first seen, so the same texts give the same
    numbers.

    >>> counts["the"], counts["cat"], counts["dog"], counts["a"], counts["saw"]
    (4, 2, 2, 1, 1)
    """


def lookups():
    """``itos`` is the list of words and ``stoi`` the dictionary from word to index; each is the inverse of the other.

    They were ``field.vocab.itos`` and ``field.vocab.stoi`` in torchtext.

    >>> import torch
    >>> from torchtext.data import Field
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Often written: ``stoi`` shows the words. Run it: it answers with a number. The names are short for "index to string"
    and "string to index".

    >>> itos = ["<unk>", "<pad>", "the", "cat", "sat"]
    >>> stoi = {word: index for index, word in enumerate(itos)}
    >>> stoi["the"]
    2
    >>> itos[2]
    'the'
    >>> [stoi[word] for word in itos]
    [0, 1, 2, 3, 4]

    ``itos`` turns codes back into text. Take the integers out with ``tolist()`` first.

    >>> codes = torch.tensor([2, 3, 4, 1])
    >>> " ".join(itos[code] for code in codes.tolist())
    'the cat sat <pad>'

    Save the list with the model: row 3 of the embedding means ``cat`` only as long as ``cat`` is word 3. A list of
    strings loads with ``torch.load`` as it is.

    >>> import io
    >>> file = io.BytesIO()
    >>> torch.save({"itos": itos, "weight": torch.arange(10.0).view(5, 2)}, file)
    >>> _ = file.seek(0)
    >>> checkpoint = torch.load(file)
    >>> checkpoint["itos"].index("cat")
    3
    >>> checkpoint["weight"][3]
    tensor([6., 7.])
    """


def encode_words():
    """``stoi.get(word, 0)`` encodes words as integers, with 0, the place of ``<unk>``, for words it does not know.

    ``torchtext.vocab.Vocab.stoi`` was a dictionary with such a default.

    >>> import torch
    >>> from torchtext.vocab import Vocab
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    With square brackets an unknown word is a ``KeyError``, at the first text that has one.

    >>> stoi = {word: index for index, word in enumerate(["<unk>", "<pad>", "the", "cat", "sat"])}
    >>> torch.tensor([stoi.get(word, 0) for word in ["the", "dog", "sat"]])
    tensor([2, 0, 4])
    >>> stoi["dog"]
    Traceback (most recent call last):
        ...
    KeyError: 'dog'

    Often used: a ``defaultdict``. Run it: looking up an unknown word adds the word, and the vocabulary grows while you
    read from it.

    >>> from collections import defaultdict
    >>> growing = defaultdict(int, stoi)
    >>> len(growing), growing["dog"], len(growing)
    (5, 0, 6)

    The codes are ``int64``, which ``nn.Embedding`` takes as indices.

    >>> torch.tensor([stoi["cat"]]).dtype
    torch.int64
    """


def counter():
    """A ``Counter`` counts what you give it, answers 0 for what it never saw, and adds up with ``update`` or ``+``.

    So you can count file after file without holding all texts at once.

    >>> import torch
    >>> from collections import Counter
    >>> counts = Counter("the cat saw the dog".split())
    >>> counts
    Counter({'the': 2, 'cat': 1, 'saw': 1, 'dog': 1})
    >>> counts["bird"]
    0
    >>> counts.update("the bird".split())
    >>> counts["the"], counts["bird"]
    (3, 1)
    >>> (Counter(a=1, b=2) + Counter(b=5)).most_common()
    [('b', 7), ('a', 1)]

    ``update`` with a string counts letters: split it first.

    >>> Counter("the tree").most_common(2)
    [('e', 3), ('t', 2)]

    ``total()`` is the number of tokens, ``len`` the number of different ones. For integers that are in a tensor
    already, ``torch.bincount`` counts.

    >>> counts.total(), len(counts)
    (7, 5)
    >>> torch.bincount(torch.tensor([2, 0, 2, 3, 2]))
    tensor([1, 0, 3, 1])
    """


def most_common_words():
    """``Counter.most_common(i)`` lists the ``i`` most frequent words, as ``field.vocab.freqs.most_common(i)`` did.

    ``torchtext.vocab.Vocab.freqs`` was a ``collections.Counter``. The library is gone, the ``Counter`` is not.

    >>> import torch
    >>> from torchtext.vocab import Vocab
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'
    >>> from collections import Counter
    >>> freqs = Counter("the cat and the dog saw the cat on the mat".split())
    >>> freqs.most_common(1)
    [('the', 4)]
    >>> freqs.most_common(2)
    [('the', 4), ('cat', 2)]

    Without a number you get all of them, one entry per word, and a slice from the end gives the rarest.

    >>> len(freqs.most_common()), len(freqs)
    (7, 7)
    >>> freqs.most_common()[-1]
    ('mat', 1)
    """


def size_limits():
    """``most_common(max_size)`` limits a vocabulary by rank, a filter on the counts by frequency.

    ``Field.build_vocab(max_size=..., min_freq=...)`` did both.

    >>> import torch
    >>> from torchtext.data import Field
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    The special tokens are not counted: ``max_size=2`` gives four entries.

    >>> from collections import Counter
    >>> counts = Counter("the cat and the dog saw the bird the cat ate dog food".split())
    >>> specials = ["<unk>", "<pad>"]
    >>> max_size = 2
    >>> specials + [word for word, count in counts.most_common(max_size)]
    ['<unk>', '<pad>', 'the', 'cat']

    A ``min_freq`` of 2 keeps the words that occur twice or more.

    >>> min_freq = 2
    >>> itos = specials + [word for word, count in counts.items() if count >= min_freq]
    >>> itos
    ['<unk>', '<pad>', 'the', 'cat', 'dog']

    Every rarer word becomes ``<unk>``. That is useful: the model meets ``<unk>`` in training and learns what to do
    with it, and the embedding has fewer rows.

    >>> stoi = {word: index for index, word in enumerate(itos)}
    >>> torch.tensor([stoi.get(word, 0) for word in "the bird and the cat".split()])
    tensor([2, 0, 0, 2, 3])
    """


def special_tokens():
    """``<bos>`` and ``<eos>`` mark the start and the end of a text; each is one more entry of the vocabulary.

    A model that writes text needs ``<eos>`` to say that it has finished, and ``<bos>`` to have something to start from.
    The target is the input moved by one place: at each position the model is to say the next token.

    >>> import torch
    >>> itos = ["<unk>", "<pad>", "<bos>", "<eos>", "the", "cat", "sat"]
    >>> stoi = {word: index for index, word in enumerate(itos)}
    >>> codes = torch.tensor([stoi[word] for word in ["<bos>", "the", "cat", "sat", "<eos>"]])
    >>> codes
    tensor([2, 4, 5, 6, 3])
    >>> source, target = codes[:-1], codes[1:]
    >>> source
    tensor([2, 4, 5, 6])
    >>> target
    tensor([4, 5, 6, 3])

    When you read generated codes, stop at ``<eos>``.

    >>> generated = [4, 6, 3, 5]
    >>> [itos[code] for code in generated[:generated.index(stoi["<eos>"])]]
    ['the', 'sat']
    """


def pairs_of_words():
    """Pairs of neighbouring words, ``zip(words, words[1:])``, are counted like single words.

    A bag of single words cannot tell "not good" from "good"; pairs, called bigrams, keep a little of the order. They
    cost a larger vocabulary.

    >>> import torch
    >>> from collections import Counter
    >>> words = "not good not good but not bad".split()
    >>> list(zip(words, words[1:]))[:2]
    [('not', 'good'), ('good', 'not')]
    >>> counts = Counter(zip(words, words[1:]))
    >>> counts.most_common(1)
    [(('not', 'good'), 2)]
    >>> len(counts), len(set(words))
    (5, 4)

    In a tensor, ``unfold(0, 3, 1)`` gives windows along dimension 0, three wide and one apart, as a view.

    >>> torch.tensor([2, 3, 2, 3, 4]).unfold(0, 3, 1)
    tensor([[2, 3, 2],
            [3, 2, 3],
            [2, 3, 4]])
    """
