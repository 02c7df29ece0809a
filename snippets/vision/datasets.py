"""torchvision data sets

``torchvision.datasets`` reads well-known image collections from files. These cards show what the arguments mean, when a
download happens, and how to use folders of your own. Nothing is downloaded here: tiny files stand in for the real ones.
"""

from os import PathLike
from pathlib import Path

import torch


def package_contents():
    """torchvision holds data sets, models, transforms, operators for boxes and image functions, not data sets alone.

    >>> import torch
    >>> import torchvision
    >>> names = ["datasets", "models", "transforms", "ops", "io", "utils", "losses"]
    >>> [name for name in names if not hasattr(torchvision, name)]
    ['losses']

    A model needs no download when you say ``weights=None``.

    >>> model = torchvision.models.squeezenet1_1(weights=None, num_classes=7)
    >>> model(torch.zeros(2, 3, 64, 64)).shape
    torch.Size([2, 7])

    Often written: the data sets need the ``requests`` library. Run it: the package asks for three others, and its
    download helpers use ``urllib`` of the standard library.

    >>> import importlib.metadata
    >>> required = importlib.metadata.requires("torchvision")
    >>> sorted(line.split()[0] for line in required if "extra" not in line)
    ['numpy', 'pillow', 'torch']
    >>> helpers = vars(torchvision.datasets.utils)
    >>> "urllib" in helpers, "requests" in helpers
    (True, False)
    """


def write_idx(path: str | PathLike, values: torch.Tensor) -> None:
    """MNIST's files are IDX: four bytes, the sizes as big-endian 32-bit integers, then the numbers.

    Of the four bytes the third says the type of the numbers, 8 for ``uint8``, and the fourth how many sizes follow.

    ``write_idx`` writes a ``uint8`` tensor of any shape to a file; another dtype is a ``ValueError``. With it you can
    put your own images where ``torchvision.datasets.MNIST`` looks for them.

    >>> import torch
    >>> import pathlib, tempfile
    >>> from torchvision.datasets.mnist import read_image_file
    >>> from snippets.vision.datasets import write_idx
    >>> images = torch.arange(12, dtype=torch.uint8).view(2, 3, 2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "images-idx3-ubyte")
    ...     write_idx(path, images)
    ...     data = path.read_bytes()
    ...     read_back = read_image_file(path)
    >>> list(data)
    [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    >>> torch.equal(read_back, images)
    True
    >>> write_idx(path, images / 255)
    Traceback (most recent call last):
        ...
    ValueError: expected dtype uint8, found torch.float32: scale to 0..255 and call .to(torch.uint8)
    """
    if values.dtype != torch.uint8:
        raise ValueError(f"expected dtype uint8, found {values.dtype}: scale to 0..255 and call .to(torch.uint8)")
    sizes = b"".join(size.to_bytes(4, "big") for size in values.shape)
    Path(path).write_bytes(bytes([0, 0, 8, values.dim()]) + sizes + values.numpy().tobytes())


def tiny_mnist(root: str | PathLike, name: str = "MNIST") -> None:
    """``MNIST(root)`` reads four files in ``root/MNIST/raw``: images and labels, for training and for the test.

    The names of the test files start with ``t10k``. ``tiny_mnist`` writes such files with 6 images for training and 4
    for the test, of shape ``(28, 28)`` and one grey each. Other cards use it. Another ``name``, such as
    ``"FashionMNIST"``, gives files for that data set.

    >>> import torch
    >>> import pathlib, tempfile
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     files = sorted(path.relative_to(root).as_posix() for path in pathlib.Path(root).rglob("*ubyte"))
    ...     train, test = MNIST(root), MNIST(root, train=False)
    >>> for file in files:
    ...     print(file)
    MNIST/raw/t10k-images-idx3-ubyte
    MNIST/raw/t10k-labels-idx1-ubyte
    MNIST/raw/train-images-idx3-ubyte
    MNIST/raw/train-labels-idx1-ubyte

    The folder is gone already, and the data are still there: the class reads all images into memory at the start.

    >>> train.data.shape, train.data.dtype, train.targets
    (torch.Size([6, 28, 28]), torch.uint8, tensor([5, 0, 4, 1, 9, 2]))
    >>> [image.unique().tolist() for image in train.data]
    [[0], [51], [102], [153], [204], [255]]
    >>> [image.unique().tolist() for image in test.data], test.targets
    ([[10], [20], [30], [40]], tensor([7, 2, 1, 0]))
    """
    folder = Path(root, name, "raw")
    folder.mkdir(parents=True)
    for part, greys, labels in (("train", [0, 51, 102, 153, 204, 255], [5, 0, 4, 1, 9, 2]),
                                ("t10k", [10, 20, 30, 40], [7, 2, 1, 0])):
        images = torch.tensor(greys, dtype=torch.uint8).view(-1, 1, 1).repeat(1, 28, 28)
        write_idx(folder / f"{part}-images-idx3-ubyte", images)
        write_idx(folder / f"{part}-labels-idx1-ubyte", torch.tensor(labels, dtype=torch.uint8))


def mnist_arguments():
    """``MNIST(root)`` opens files that are there; it downloads only with ``download=True``, and only what is missing.

    An item is a pair: the image, a Pillow image unless ``transform`` makes something else of it, and the label as an
    ``int``.

    >>> import torch
    >>> import tempfile
    >>> from unittest import mock
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     dataset = MNIST(root)
    ...     with mock.patch("urllib.request.urlopen") as urlopen:
    ...         again = MNIST(root, download=True)
    >>> image, label = dataset[4]
    >>> image.size, image.mode, image.getextrema(), label
    ((28, 28), 'L', (204, 204), 9)

    ``mock.patch`` replaces the function that opens an address and counts its calls. The files were there, so the second
    call, with ``download=True``, has opened none.

    >>> urlopen.call_count
    0
    >>> len(again)
    6

    Often written: ``MNIST(...)`` downloads MNIST. Run it in an empty folder, without ``download=True``:

    >>> with tempfile.TemporaryDirectory() as empty:
    ...     MNIST(empty)
    Traceback (most recent call last):
        ...
    RuntimeError: Dataset not found. You can use download=True to download it
    """


def mnist_train_flag():
    """``train`` chooses the part of MNIST that is read; ``download=True`` fetches all four files in either case.

    The real parts have 60,000 and 10,000 images, the stand-in here 6 and 4.

    >>> import torch
    >>> import tempfile
    >>> from unittest import mock
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     len(MNIST(root, train=True)), len(MNIST(root, train=False))
    (6, 4)

    Often written: ``train=False`` downloads the test data. Run it with the function that fetches a file replaced by one
    that only notes what it was asked for: ``train=False`` asks for the training files too.

    >>> with tempfile.TemporaryDirectory() as empty:
    ...     with mock.patch("torchvision.datasets.mnist.download_and_extract_archive") as fetch:
    ...         MNIST(empty, train=False, download=True)
    Traceback (most recent call last):
        ...
    RuntimeError: Dataset not found. You can use download=True to download it
    >>> for call in fetch.call_args_list:
    ...     print(call.kwargs["filename"])
    train-images-idx3-ubyte.gz
    train-labels-idx1-ubyte.gz
    t10k-images-idx3-ubyte.gz
    t10k-labels-idx1-ubyte.gz

    Nothing came, so the data set stayed unfound. Small letters do not work: Python writes ``False``.

    >>> MNIST("data", train=false)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    NameError: name 'false' is not defined...
    """


def mnist_validation_split():
    """MNIST has no validation part: take one from the training images with ``random_split``.

    Often written: validation set and test set are both ``MNIST(root, train=False)``. Run it: they are the same images,
    so what you call the test score was already used to choose the model.

    >>> import torch
    >>> import tempfile
    >>> from torch.utils.data import random_split
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     full, valid, test = MNIST(root), MNIST(root, train=False), MNIST(root, train=False)
    >>> torch.equal(valid.data, test.data)
    True

    The real training part would be split as ``[50000, 10000]``. The six images here give four and two, and no image is
    in both.

    >>> train, valid = random_split(full, [4, 2])
    >>> len(train), len(valid), len(test)
    (4, 2, 4)
    >>> sorted(train.indices + valid.indices)
    [0, 1, 2, 3, 4, 5]

    A transform belongs to the whole data set, so both parts share it. For augmented training images and plain
    validation images, open the files twice and use the same indices.

    >>> train.dataset is valid.dataset
    True
    """


def mnist_renamed_attributes():
    """``MNIST(...).test_data`` and ``test_labels`` warn: the names are ``data`` and ``targets``, whatever the part.

    ``train_data`` and ``train_labels`` have been renamed likewise. The old names sound as if they chose a part. Run it:
    ``test_data`` of the training part returns the training images.

    >>> import torch
    >>> import tempfile, warnings
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     train, test = MNIST(root), MNIST(root, train=False)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     len(train.test_data), train.test_labels
    ...     len(test.train_data), test.train_labels
    (6, tensor([5, 0, 4, 1, 9, 2]))
    (4, tensor([7, 2, 1, 0]))
    >>> for warning in caught:
    ...     print(f"{warning.category.__name__}: {warning.message}")
    UserWarning: test_data has been renamed data
    UserWarning: test_labels has been renamed targets
    UserWarning: train_data has been renamed data
    UserWarning: train_labels has been renamed targets

    Open the test part and use the new names, which warn of nothing.

    >>> test.data.shape, test.data.dtype
    (torch.Size([4, 28, 28]), torch.uint8)
    >>> test.targets, test.targets.dtype
    (tensor([7, 2, 1, 0]), torch.int64)
    """


def fashion_mnist():
    """``FashionMNIST`` and ``KMNIST`` read files named as MNIST's are, in folders of their own; ``classes`` differ.

    Code for one runs with the others: 28 by 28 grey pixels and ten classes. ``classes`` turns a label into its name.

    >>> import torch
    >>> import tempfile
    >>> from torchvision import datasets
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     for name in ("FashionMNIST", "KMNIST"):
    ...         tiny_mnist(root, name)
    ...     fashion, kana = datasets.FashionMNIST(root), datasets.KMNIST(root)
    >>> len(fashion), len(fashion.classes), len(kana.classes)
    (6, 10, 10)
    >>> [fashion.classes[label] for label in fashion.targets]
    ['Sandal', 'T-shirt/top', 'Coat', 'Trouser', 'Ankle boot', 'Pullover']
    >>> [kana.classes[label] for label in kana.targets]
    ['ha', 'o', 'na', 'ki', 'wo', 'su']
    >>> datasets.MNIST.classes[4], fashion.class_to_idx["Bag"]
    ('4 - four', 8)

    ``EMNIST`` has letters too, in several splits.

    >>> [name for name in datasets.EMNIST.splits]
    ['byclass', 'bymerge', 'balanced', 'letters', 'digits', 'mnist']
    """


def image_folder():
    """``ImageFolder`` takes each folder below ``root`` for a class, and numbers the classes by the alphabet.

    It is the data set for images of your own: put them into one folder per class. Two tiny images are drawn here.

    >>> import torch
    >>> import pathlib, tempfile
    >>> from PIL import Image
    >>> from torchvision import transforms as T
    >>> from torchvision.datasets import ImageFolder
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     root = pathlib.Path(folder)
    ...     for name, colour in {"dog/a.png": (204, 0, 51), "cat/b.png": (0, 102, 0)}.items():
    ...         (root / name).parent.mkdir()
    ...         Image.new("RGB", (5, 4), colour).save(root / name)
    ...     dataset = ImageFolder(root, transform=T.ToTensor())
    ...     samples = list(dataset)
    >>> dataset.classes, dataset.class_to_idx, dataset.targets
    (['cat', 'dog'], {'cat': 0, 'dog': 1}, [0, 1])
    >>> [pathlib.Path(path).name for path, label in dataset.samples]
    ['b.png', 'a.png']

    The label, the shape, and a pixel of each image, red, green and blue:

    >>> for image, label in samples:
    ...     print(label, image.shape, image[:, 3, 4])
    0 torch.Size([3, 4, 5]) tensor([0.0000, 0.4000, 0.0000])
    1 torch.Size([3, 4, 5]) tensor([0.8000, 0.0000, 0.2000])

    The numbers come from the folders that are there. So the test folder needs the same classes, or its numbers mean
    other ones.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("dog", "bird"):
    ...         pathlib.Path(folder, name).mkdir()
    ...         Image.new("L", (1, 1)).save(pathlib.Path(folder, name, "a.png"))
    ...     ImageFolder(folder).class_to_idx
    {'bird': 0, 'dog': 1}

    An empty class folder is an error unless ``allow_empty=True``.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     pathlib.Path(folder, "dog").mkdir()
    ...     ImageFolder(folder)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    FileNotFoundError: Found no valid file for the classes dog. Supported extensions are: .jpg, .jpeg, .png, ...
    """


def folder_of_other_files():
    """``DatasetFolder`` does for any file what ``ImageFolder`` does for images, when you give it a ``loader``.

    The loader gets a path and returns the sample. Here each sample is a tensor in a ``.pt`` file.

    >>> import torch
    >>> import pathlib, tempfile
    >>> from torchvision.datasets import DatasetFolder
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name, values in {"low": [1.0, 2.0], "high": [7.0, 9.0]}.items():
    ...         pathlib.Path(folder, name).mkdir()
    ...         torch.save(torch.tensor(values), pathlib.Path(folder, name, "a.pt"))
    ...     dataset = DatasetFolder(folder, loader=torch.load, extensions=(".pt",))
    ...     list(dataset)
    [(tensor([7., 9.]), 0), (tensor([1., 2.]), 1)]
    >>> dataset.classes
    ['high', 'low']
    """


def fake_data():
    """``FakeData`` makes random images with random labels, the same ones each time you ask for an index.

    Use it to try a training script before the real data are there: shapes and types are right, and there is nothing to
    learn.

    >>> import torch
    >>> from torchvision import transforms as T
    >>> from torchvision.datasets import FakeData
    >>> options = {"size": 50, "image_size": (3, 4, 5), "num_classes": 7, "transform": T.ToTensor()}
    >>> dataset = FakeData(**options)
    >>> image, label = dataset[8]
    >>> len(dataset), image.shape, image.dtype
    (50, torch.Size([3, 4, 5]), torch.float32)
    >>> torch.equal(dataset[8][0], image), torch.equal(dataset[9][0], image)
    (True, False)
    >>> sorted({label for image, label in dataset})
    [0, 1, 2, 3, 4, 5, 6]

    ``random_offset`` starts at another place of the same sequence. With an offset of ``size`` or more, a second part
    has other images.

    >>> shifted = FakeData(**options, random_offset=1)
    >>> torch.equal(shifted[7][0], image)
    True
    """


def missing_files():
    """Without its files ``CIFAR10`` raises a ``RuntimeError``; it never downloads on its own.

    The message is nearly the same for other sets. With "or corrupted" it also comes when a file is damaged. Check
    ``root`` first: a relative path depends on the folder in which Python was started.

    >>> import torch
    >>> import tempfile
    >>> from torchvision import datasets
    >>> with tempfile.TemporaryDirectory() as empty:
    ...     for kind in (datasets.CIFAR10, datasets.CIFAR100, datasets.STL10, datasets.FashionMNIST):
    ...         try:
    ...             kind(empty)
    ...         except RuntimeError as error:
    ...             print(f"{kind.__name__}: {error}")
    CIFAR10: Dataset not found or corrupted. You can use download=True to download it
    CIFAR100: Dataset not found or corrupted. You can use download=True to download it
    STL10: Dataset not found or corrupted. You can use download=True to download it
    FashionMNIST: Dataset not found. You can use download=True to download it
    """
