"""From text to batches

A model reads numbers, so text goes through four steps: split it into tokens, number the tokens, make all samples of a
batch equally long, load them in batches. Old notes do this with torchtext, which has ended; here every step is a few
lines of Python and torch.
"""


def without_torchtext():
    """``import torchtext`` fails, and a text pipeline does not need it: the standard library and torch do its work.

    torchtext's last release was 0.18 in April 2024. Do not look for a version that fits: none was built for today's
    torch.

    >>> import torch
    >>> import torchtext
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``str.split`` cuts the sentences into tokens, ``collections.Counter`` counts them for the vocabulary, and
    ``pad_sequence`` makes the rows equally long. ``itos`` lists the words, and ``stoi`` gives each its place in the
    list.

    >>> from collections import Counter
    >>> from torch.nn.utils.rnn import pad_sequence
    >>> sentences = ["the cat sat", "the dog", "the cat"]
    >>> counts = Counter(token for sentence in sentences for token in sentence.split())
    >>> itos = ["<pad>"] + [word for word, count in counts.most_common()]
    >>> itos
    ['<pad>', 'the', 'cat', 'sat', 'dog']
    >>> stoi = {word: index for index, word in enumerate(itos)}
    >>> rows = [torch.tensor([stoi[token] for token in sentence.split()]) for sentence in sentences]
    >>> pad_sequence(rows, batch_first=True, padding_value=stoi["<pad>"])
    tensor([[1, 2, 3],
            [1, 4, 0],
            [1, 2, 0]])
    """


def four_steps():
    """The order tokenise, data set, vocabulary, loader is still right; today functions and a ``DataLoader`` do it.

    Old notes write ``torchtext.data.Field``, ``TabularDataset``, ``build_vocab`` and ``Iterator``.

    >>> import torch
    >>> from torchtext.data import Field, TabularDataset, Iterator
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Today, step one is a function and step two a list, or any other data set with a length and an index.

    >>> from collections import Counter
    >>> from torch.nn.utils.rnn import pad_sequence
    >>> from torch.utils.data import DataLoader
    >>> def tokenize(text):
    ...     return text.lower().split()
    >>> train = ["The cat sat", "the dog", "The cat"]
    >>> test = ["the bird sat"]

    Step three, the vocabulary, sees the training texts alone. A word that only the test has becomes ``<unk>``, as
    unknown words will when the model is used.

    >>> counts = Counter(token for text in train for token in tokenize(text))
    >>> itos = ["<unk>", "<pad>", *counts]
    >>> itos
    ['<unk>', '<pad>', 'the', 'cat', 'sat', 'dog']
    >>> stoi = {word: index for index, word in enumerate(itos)}

    Step four: the loader's ``collate_fn`` gets a list of texts and makes one tensor of them.

    >>> def collate(texts):
    ...     rows = [torch.tensor([stoi.get(token, 0) for token in tokenize(text)]) for text in texts]
    ...     return pad_sequence(rows, batch_first=True, padding_value=1)
    >>> for batch in DataLoader(train, batch_size=2, collate_fn=collate):
    ...     print(batch)
    tensor([[2, 3, 4],
            [2, 5, 1]])
    tensor([[2, 3]])
    >>> next(iter(DataLoader(test, collate_fn=collate)))
    tensor([[2, 0, 4]])
    """


def tokenizer():
    """A tokenizer is any function from ``str`` to a list of ``str``; it takes the place of ``get_tokenizer``.

    ``torchtext.data.get_tokenizer`` and ``Field(tokenize=..., lower=True)`` are gone.

    >>> import torch
    >>> from torchtext.data import get_tokenizer
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    A regular expression finds words and leaves punctuation out. Lower-case first, or ``The`` and ``the`` become two
    entries of the vocabulary.

    >>> import re
    >>> def tokenize(text):
    ...     return re.findall(r"[a-z']+", text.lower())
    >>> tokenize("The cat sat.")
    ['the', 'cat', 'sat']
    >>> sorted(set("The cat, the dog".split()))
    ['The', 'cat,', 'dog', 'the']
    >>> sorted(set(tokenize("The cat, the dog")))
    ['cat', 'dog', 'the']

    Hand the function to your data set as an argument. A function with a name can be pickled, which loader workers that
    are started with ``spawn`` need; a ``lambda`` cannot.

    >>> from torch.utils.data import Dataset
    >>> class Texts(Dataset):
    ...     def __init__(self, texts, tokenize=str.split):
    ...         self.texts, self.tokenize = texts, tokenize
    ...     def __len__(self):
    ...         return len(self.texts)
    ...     def __getitem__(self, index):
    ...         return self.tokenize(self.texts[index])
    >>> Texts(["Hello there", "It's me."])[1]
    ["It's", 'me.']
    >>> Texts(["Hello there", "It's me."], tokenize)[1]
    ["it's", 'me']
    >>> import pickle
    >>> pickle.loads(pickle.dumps(str.split))("a b")
    ['a', 'b']
    >>> pickle.dumps(lambda text: text.split())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.PicklingError: Can't pickle <function <lambda> at ...
    """


def ways_to_cut():
    r"""``str.split`` keeps punctuation on the word, ``re.findall`` keeps what matches, ``re.split`` what lies between.

    Which tokens are right depends on the task: an exclamation mark can carry the mood of a review. ``\w+`` finds words,
    and adding ``|[^\w\s]`` keeps every other sign as a token of its own.

    >>> import torch
    >>> import re
    >>> text = "Well, it's 9 pm!"
    >>> text.split()
    ['Well,', "it's", '9', 'pm!']
    >>> re.findall(r"\w+", text)
    ['Well', 'it', 's', '9', 'pm']
    >>> re.findall(r"\w+|[^\w\s]", text)
    ['Well', ',', 'it', "'", 's', '9', 'pm', '!']

    ``re.split`` leaves an empty token where the text ends with a separator.

    >>> re.split(r"\W+", text)
    ['Well', 'it', 's', '9', 'pm', '']

    ``re.sub`` cleans before cutting: here every number becomes ``<num>``, one vocabulary entry for all of them.

    >>> re.sub(r"\d+", "<num>", "from 9 to 17").split()
    ['from', '<num>', 'to', '<num>']

    Single characters are tokens too. They need a tiny vocabulary and never meet an unknown word, and the sequences are
    long.

    >>> torch.tensor([ord(character) - ord("a") for character in "cab"])
    tensor([2, 0, 1])
    """


def pad_and_batch():
    """A ``DataLoader`` with ``pad_sequence`` in its ``collate_fn`` takes the place of ``torchtext.data.Iterator``.

    >>> import torch
    >>> from torchtext.data import Iterator
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``pad_sequence`` fills every row up to the longest one of the batch. Without ``batch_first`` its result has the
    shape ``(length, batch)``, as it was with ``Field``; ``batch_first=True`` gives the transpose, ``(batch, length)``.

    >>> from torch.nn.utils.rnn import pad_sequence
    >>> rows = [torch.tensor([5, 6, 7]), torch.tensor([8, 9]), torch.tensor([4])]
    >>> pad_sequence(rows[:2], padding_value=1)
    tensor([[5, 8],
            [6, 9],
            [7, 1]])
    >>> pad_sequence(rows[:2], padding_value=1, batch_first=True)
    tensor([[5, 6, 7],
            [8, 9, 1]])

    In the loader each batch is as wide as its own longest row, so the batch with the short row stays narrow.

    >>> from torch.utils.data import DataLoader
    >>> def pad(rows):
    ...     return pad_sequence(rows, padding_value=1, batch_first=True)
    >>> for batch in DataLoader(rows, batch_size=2, collate_fn=pad):
    ...     print(batch)
    tensor([[5, 6, 7],
            [8, 9, 1]])
    tensor([[4]])

    Without ``collate_fn`` the loader tries to stack rows of different length.

    >>> next(iter(DataLoader(rows, batch_size=2)))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [3] at entry 0 and [2] at entry 1
    """


def padding_mask():
    """Comparing a batch with the padding index gives the mask that keeps padding out of sums and means.

    Padding is there for the shape only. Whatever you average over the length must leave it out, or short texts get
    smaller numbers because they are short.

    >>> import torch
    >>> batch = torch.tensor([[5, 6, 7], [8, 1, 1]])
    >>> mask = batch != 1
    >>> mask
    tensor([[ True,  True,  True],
            [ True, False, False]])
    >>> mask.sum(dim=1)
    tensor([3, 1])
    >>> batch[mask]
    tensor([5, 6, 7, 8])

    Here each token has one number. The mean of the second text is 6, the number of its single token, and not 4.

    >>> numbers = torch.tensor([[1.0, 2.0, 6.0], [6.0, 3.0, 3.0]])
    >>> numbers.mean(dim=1)
    tensor([3., 4.])
    >>> (numbers * mask).sum(dim=1) / mask.sum(dim=1)
    tensor([3., 6.])

    Attention layers want the opposite as ``key_padding_mask``: ``True`` where a position is to be ignored.

    >>> batch == 1
    tensor([[False, False, False],
            [False,  True,  True]])
    """


def fixed_length():
    """Slicing cuts a text to a fixed length and ``F.pad`` fills it up; ``Field(fix_length=...)`` did both.

    >>> import torch
    >>> from torchtext.data import Field
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Texts of 2 and of 6 tokens both come out with 4. The second argument of ``F.pad`` says how many to put in front and
    how many behind.

    >>> from torch.nn import functional as F
    >>> def fix_length(tokens, length, pad):
    ...     tokens = tokens[:length]
    ...     return F.pad(tokens, (0, length - len(tokens)), value=pad)
    >>> fix_length(torch.tensor([7, 8]), 4, pad=1)
    tensor([7, 8, 1, 1])
    >>> long = torch.arange(2, 8)
    >>> long
    tensor([2, 3, 4, 5, 6, 7])
    >>> fix_length(long, 4, pad=1)
    tensor([2, 3, 4, 5])

    ``F.pad`` alone would do, because a negative number of places cuts; the slice says it to the reader.

    >>> F.pad(long, (0, 4 - len(long)))
    tensor([2, 3, 4, 5])

    Now all rows stack, and later batches have the same width. ``long[-4:]`` keeps the end of a text instead of its
    beginning.

    >>> torch.stack([fix_length(tokens, 4, pad=1) for tokens in (torch.tensor([7, 8]), long)])
    tensor([[7, 8, 1, 1],
            [2, 3, 4, 5]])
    >>> long[-4:]
    tensor([4, 5, 6, 7])
    """


def columns_as_functions():
    """One function per column does what two ``torchtext.data.Field`` objects did for text and label.

    ``Field`` had a flag for each difference between columns: ``sequential`` and ``use_vocab`` for what to do with the
    values, ``is_target`` for which column is the answer.

    >>> import torch
    >>> from torchtext.data import Field
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    A function says it directly. ``encode_text`` tokenises and looks up; ``encode_label`` only needs ``int``, since its
    strings are numbers already.

    >>> stoi = {"<unk>": 0, "<pad>": 1, "good": 2, "film": 3, "bad": 4}
    >>> def encode_text(text):
    ...     return torch.tensor([stoi.get(token, stoi["<unk>"]) for token in text.split()])
    >>> def encode_label(label):
    ...     return int(label)
    >>> encode_text("good old film")
    tensor([2, 0, 3])
    >>> encode_label("5")
    5

    ``collate`` pads the text, which is a sequence, and puts the labels into a tensor of shape ``(N,)``. It returns
    ``(input, target)``, and the order says which is which.

    >>> from torch.nn.utils.rnn import pad_sequence
    >>> from torch.utils.data import DataLoader
    >>> def collate(samples):
    ...     texts, labels = zip(*samples)
    ...     x = pad_sequence([encode_text(text) for text in texts], batch_first=True, padding_value=stoi["<pad>"])
    ...     return x, torch.tensor([encode_label(label) for label in labels])
    >>> rows = [("good film", "5"), ("bad", "2"), ("film", "4")]
    >>> for x, y in DataLoader(rows, batch_size=2, collate_fn=collate):
    ...     x, y
    (tensor([[2, 3],
            [4, 1]]), tensor([5, 2]))
    (tensor([[3]]), tensor([4]))
    """


def batch_access():
    """A data set of dictionaries gives ``batch["text"]``, one of named tuples ``batch.text``.

    ``torchtext.data.Batch`` had one attribute per field, and is gone.

    >>> import torch
    >>> from torchtext.data import Batch
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    The loader's default collate function keeps the structure of a sample and stacks what it finds inside. You take
    batches out of it with a ``for`` loop, as before.

    >>> from torch.utils.data import DataLoader
    >>> samples = [{"text": torch.tensor([3, 4]), "label": 0}, {"text": torch.tensor([5, 6]), "label": 1},
    ...            {"text": torch.tensor([7, 8]), "label": 1}]
    >>> for batch in DataLoader(samples, batch_size=2):
    ...     batch["text"], batch["label"]
    (tensor([[3, 4],
            [5, 6]]), tensor([0, 1]))
    (tensor([[7, 8]]), tensor([1]))

    A named tuple allows attribute access.

    >>> from collections import namedtuple
    >>> Sample = namedtuple("Sample", ["text", "label"])
    >>> batch = next(iter(DataLoader([Sample(**sample) for sample in samples], batch_size=2)))
    >>> type(batch).__name__
    'Sample'
    >>> batch.text
    tensor([[3, 4],
            [5, 6]])
    >>> batch.label
    tensor([0, 1])
    """


def length_buckets():
    """A batch sampler that sorts by length inside chunks saves padding; it replaces ``torchtext.data.BucketIterator``.

    >>> import torch
    >>> from torchtext.data import BucketIterator
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Often written: ``BucketIterator`` is what turns words into numbers. Every iterator of torchtext did that; this one
    put texts of similar length together. The sampler below shuffles, cuts the order into chunks, sorts each chunk by
    length and cuts it into batches. Its batches come in random order, and differ from epoch to epoch.

    >>> from torch.utils.data import DataLoader, Sampler
    >>> class LengthBuckets(Sampler):
    ...     def __init__(self, lengths, batch_size, chunk_size):
    ...         self.lengths, self.batch_size, self.chunk_size = lengths, batch_size, chunk_size
    ...     def __iter__(self):
    ...         batches = []
    ...         for chunk in torch.randperm(len(self.lengths)).split(self.chunk_size):
    ...             order = sorted(chunk.tolist(), key=self.lengths.__getitem__)
    ...             batches += [order[i:i + self.batch_size] for i in range(0, len(order), self.batch_size)]
    ...         yield from (batches[i] for i in torch.randperm(len(batches)))

    Eight texts, long and short ones alternating. In file order every batch of two has a long and a short text; in
    buckets the two are equally long, and no position is padded.

    >>> lengths = [2, 9, 3, 8, 2, 9, 3, 8]
    >>> texts = [torch.ones(length) for length in lengths]
    >>> def padded(loader):
    ...     return sum((batch == 0).sum().item() for batch in loader)
    >>> def pad(rows):
    ...     return torch.nn.utils.rnn.pad_sequence(rows)
    >>> padded(DataLoader(texts, batch_size=2, collate_fn=pad))
    24
    >>> buckets = LengthBuckets(lengths, batch_size=2, chunk_size=len(lengths))
    >>> padded(DataLoader(texts, batch_sampler=buckets, collate_fn=pad))
    0

    Every text is still read once.

    >>> sorted(index for batch in buckets for index in batch)
    [0, 1, 2, 3, 4, 5, 6, 7]
    >>> sorted(lengths[i] + lengths[j] for i, j in buckets)
    [4, 6, 16, 18]
    """


def one_loader_per_split():
    """Each part of the data gets its own ``DataLoader``; ``BucketIterator.splits`` made one for each at once.

    Often written: several data sets go into ``torchtext.data.BucketIterator`` as a tuple. That was never its
    constructor but its method ``splits``, and both are gone.

    >>> import torch
    >>> from torchtext.data import BucketIterator
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    A dictionary keeps the loaders together. Only the training part is shuffled: for validation and test the order does
    not matter to the result, and a fixed order makes predictions easy to match with their texts.

    >>> from torch.utils.data import DataLoader
    >>> parts = {"train": range(10, 15), "valid": range(20, 23), "test": range(30, 32)}
    >>> loaders = {name: DataLoader(part, batch_size=2, shuffle=name == "train") for name, part in parts.items()}
    >>> {name: len(loader) for name, loader in loaders.items()}
    {'train': 3, 'valid': 2, 'test': 1}
    >>> list(loaders["valid"])
    [tensor([20, 21]), tensor([22])]
    >>> list(loaders["test"])
    [tensor([30, 31])]
    >>> sorted(torch.cat(list(loaders["train"])).tolist())
    [10, 11, 12, 13, 14]
    >>> {name: type(loader.sampler).__name__ for name, loader in loaders.items()}
    {'train': 'RandomSampler', 'valid': 'SequentialSampler', 'test': 'SequentialSampler'}

    A tuple of data sets is one data set with two items to the loader.

    >>> len(DataLoader((parts["train"], parts["test"])).dataset)
    2
    """
