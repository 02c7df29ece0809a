"""Text from files

Texts and labels usually come as a table: one row per sample, one column per field. These cards read such files into
data sets, divide them into parts, and show what takes the place of torchtext's corpora and tables.
"""


def csv_dataset():
    r"""Any list of rows is a data set, so the ``csv`` module is enough to load a file of texts and labels.

    ``torchtext.datasets`` offered files and corpora ready to use, and is gone.

    >>> import torch
    >>> import torchtext.datasets
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``csv.DictReader`` takes the names of the columns from the first line. A comma inside quotes belongs to the text.

    >>> import csv, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "reviews.csv")
    ...     size = path.write_text('text,label\n"good, old film",1\nbad film,0\nfine,4\n')
    ...     with path.open(newline="") as file:
    ...         rows = [(row["text"], int(row["label"])) for row in csv.DictReader(file)]
    >>> rows
    [('good, old film', 1), ('bad film', 0), ('fine', 4)]

    A loader takes the list as it is, and gives texts as a tuple of strings.

    >>> from torch.utils.data import DataLoader
    >>> next(iter(DataLoader(rows, batch_size=2)))
    [('good, old film', 'bad film'), tensor([1, 0])]
    """


def table_formats():
    r"""``pandas.read_csv`` reads csv and, with ``sep="\t"``, tsv; ``read_json(lines=True)`` reads json lines.

    ``TabularDataset.splits(format=..., skip_header=...)`` knew the same three formats.

    >>> import torch
    >>> from torchtext.data import TabularDataset
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    The same table three times:

    >>> import io, pandas
    >>> csv = "text,label\ngood film,1\nbad film,0\n"
    >>> tsv = "text\tlabel\ngood film\t1\nbad film\t0\n"
    >>> lines = '{"text": "good film", "label": 1}\n{"text": "bad film", "label": 0}\n'
    >>> pandas.read_csv(io.StringIO(csv)).values.tolist()
    [['good film', 1], ['bad film', 0]]
    >>> pandas.read_csv(io.StringIO(tsv), sep="\t").values.tolist()
    [['good film', 1], ['bad film', 0]]
    >>> pandas.read_json(io.StringIO(lines), lines=True).values.tolist()
    [['good film', 1], ['bad film', 0]]

    The first line of a csv file gives the names of the columns and is no row. ``header=None`` makes it a row, which is
    right only for a file without names; ``skiprows=1`` drops it.

    >>> len(pandas.read_csv(io.StringIO(csv)))
    2
    >>> pandas.read_csv(io.StringIO(csv), header=None).values.tolist()
    [['text', 'label'], ['good film', '1'], ['bad film', '0']]
    >>> pandas.read_csv(io.StringIO(csv), header=None, skiprows=1).values.tolist()
    [['good film', 1], ['bad film', 0]]

    With the wrong separator nothing fails: all of a line lands in one column.

    >>> pandas.read_csv(io.StringIO(tsv)).shape
    (2, 1)
    """


def columns_by_name():
    """A dictionary ``{column: function}`` says which columns you want and what becomes of them.

    In ``TabularDataset.splits(fields=[("name", FIELD), ...])`` the list had to follow the order of the file's columns.

    >>> import torch
    >>> from torchtext.data import TabularDataset
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    The names come from the file, so the order of its columns does not matter, and a column without a function, here
    ``id``, is left out.

    >>> row = {"id": "17", "label": "1", "text": "good old film"}
    >>> columns = {"text": str.split, "label": int}
    >>> {name: function(row[name]) for name, function in columns.items()}
    {'text': ['good', 'old', 'film'], 'label': 1}

    A data set applies it to each row that is asked for.

    >>> from torch.utils.data import Dataset
    >>> class Rows(Dataset):
    ...     def __init__(self, rows, columns):
    ...         self.rows, self.columns = rows, columns
    ...     def __len__(self):
    ...         return len(self.rows)
    ...     def __getitem__(self, index):
    ...         return tuple(function(self.rows[index][name]) for name, function in self.columns.items())
    >>> Rows([row, {"id": "18", "label": "0", "text": "bad film"}], columns)[1]
    (['bad', 'film'], 0)

    A name that the file does not have is an error at once.

    >>> Rows([row], {"txt": str.split})[0]
    Traceback (most recent call last):
        ...
    KeyError: 'txt'
    """


def lines_of_a_folder():
    """With one text per file and one folder per class, ``Path.rglob`` lists the files and the folder is the label.

    Many corpora come in this form. Sort the paths: the order in which a file system lists them is not defined.

    >>> import torch
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     root = pathlib.Path(folder)
    ...     for name, text in {"neg/1.txt": "bad film", "pos/2.txt": "good film", "pos/1.txt": "fine film"}.items():
    ...         (root / name).parent.mkdir(exist_ok=True)
    ...         size = (root / name).write_text(text)
    ...     classes = sorted(path.name for path in root.iterdir())
    ...     samples = [(path.read_text(), classes.index(path.parent.name)) for path in sorted(root.rglob("*.txt"))]
    >>> classes
    ['neg', 'pos']
    >>> samples
    [('bad film', 0), ('fine film', 1), ('good film', 1)]
    >>> torch.bincount(torch.tensor([label for text, label in samples]))
    tensor([1, 2])
    """


def labels_as_numbers():
    """Labels that are words need a fixed order: ``sorted(set(labels))`` gives the same class numbers on every run.

    A ``set`` alone has no promised order, and for strings Python mixes it anew in each process. Class 0 would mean
    another word when you load the model tomorrow.

    >>> import torch
    >>> labels = ["sport", "politics", "sport", "culture"]
    >>> classes = sorted(set(labels))
    >>> classes
    ['culture', 'politics', 'sport']
    >>> targets = torch.tensor([classes.index(label) for label in labels])
    >>> targets
    tensor([2, 1, 2, 0])
    >>> [classes[target] for target in targets]
    ['sport', 'politics', 'sport', 'culture']
    """


def random_parts():
    """``random_split(dataset, [0.8, 0.2])`` divides at random, with one fraction for each part.

    ``torchtext.data.Dataset.split(split_ratio)`` took the share of the first part.

    >>> import torch
    >>> from torchtext.data import Dataset
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    A seeded generator gives the same parts every time. Without it, a second run of your script could test on samples
    that the first run trained on.

    >>> from torch.utils.data import random_split
    >>> texts = [f"text {i}" for i in range(10)]
    >>> train, valid = random_split(texts, [0.8, 0.2], generator=torch.Generator().manual_seed(5))
    >>> len(train), len(valid)
    (8, 2)
    >>> again, _ = random_split(texts, [0.8, 0.2], generator=torch.Generator().manual_seed(5))
    >>> list(train) == list(again)
    True
    >>> other, _ = random_split(texts, [0.8, 0.2], generator=torch.Generator().manual_seed(6))
    >>> list(train) == list(other)
    False

    Fractions must add up to 1. So one number for the first part, as ``split`` took it, is an error.

    >>> random_split(texts, [0.8])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Sum of input lengths does not equal the length of the input dataset!
    """


def one_file_per_part():
    r"""Where each part of the data has its own file, join the folder with each file's name and read them one by one.

    ``torchtext.data.TabularDataset.splits(path=..., train=..., test=...)`` read them all, and tokenised them.

    >>> import torch
    >>> from torchtext.data import TabularDataset
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    ``pathlib`` joins with ``/``. ``pandas.read_csv`` makes a data frame of each file, a dictionary keeps the frames
    together, and ``map`` tokenises a column.

    >>> import pandas, pathlib, tempfile
    >>> files = {"train": "train.csv", "test": "test.csv"}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     folder = pathlib.Path(folder)
    ...     sizes = (folder / "train.csv").write_text("text,label\ngood film,1\nbad film,0\n"), \
    ...             (folder / "test.csv").write_text("text,label\nold film,0\n")
    ...     frames = {name: pandas.read_csv(folder / file) for name, file in files.items()}
    >>> {name: frame.shape for name, frame in frames.items()}
    {'train': (2, 2), 'test': (1, 2)}
    >>> frames["train"]["text"].map(str.split).tolist()
    [['good', 'film'], ['bad', 'film']]
    >>> torch.tensor(frames["train"]["label"].to_numpy())
    tensor([1, 0])
    >>> frames["test"]["text"].tolist()
    ['old film']
    """


def public_corpora():
    """An index into a public corpus gives the sample itself, here a dictionary, and needs no ``vars(split[0])``.

    ``NAME.splits(TEXT, LABEL)``, with a class of ``torchtext.datasets`` for ``NAME``, loaded a public corpus into
    fields, and ``vars`` showed what an example held.

    >>> import torch
    >>> from torchtext.datasets import IMDB
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: No module named 'torchtext'

    Public corpora come from other libraries today; Hugging Face's ``datasets``, whose
    ``load_dataset("stanfordnlp/imdb")["train"]`` needs a network, gives dictionaries. A list of dictionaries behaves in
    the same way, and serves as a stand-in while you write the rest.

    >>> corpus = {"train": [{"text": "good film", "label": 1}, {"text": "bad film", "label": 0},
    ...                     {"text": "fine film", "label": 1}],
    ...           "test": [{"text": "old film", "label": 0}]}
    >>> corpus["test"][0]
    {'text': 'old film', 'label': 0}
    >>> {name: len(part) for name, part in corpus.items()}
    {'train': 3, 'test': 1}
    >>> from torch.utils.data import DataLoader
    >>> next(iter(DataLoader(corpus["train"], batch_size=2)))
    {'text': ['good film', 'bad film'], 'label': tensor([1, 0])}
    >>> corpus["train"][-1]
    {'text': 'fine film', 'label': 1}
    """
