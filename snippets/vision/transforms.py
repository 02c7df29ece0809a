"""Transforms of images

A transform changes an image on its way from the data set to the model: from Pillow to a tensor, to another size, to
another range of values. These cards show the classic ``torchvision.transforms`` and what each of them computes.
"""


def to_tensor():
    """``ToTensor`` also moves the channels to the front and divides ``uint8`` by 255; a float array is not scaled.

    From height, width, channel to channel, height, width: the layout that convolutions expect.

    >>> import torch
    >>> import numpy, warnings
    >>> from torchvision import transforms as T
    >>> image = numpy.full((4, 5, 3), 255, dtype=numpy.uint8)
    >>> tensor = T.ToTensor()(image)
    >>> tensor.shape, tensor.dtype, tensor.unique()
    (torch.Size([3, 4, 5]), torch.float32, tensor([1.]))
    >>> T.ToTensor()(image.astype(numpy.float32)).unique()
    tensor([255.])

    The class in ``torchvision.transforms`` gives no warning. Its successor ``v2.ToTensor`` does, and names what to
    write instead: ``ToImage`` for the layout, ``ToDtype`` for dtype and scale.

    >>> from torchvision.transforms import v2
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     old = v2.ToTensor()
    >>> print(str(caught[0].message)[:80])
    The transform `ToTensor()` is deprecated and will be removed in a future release
    >>> new = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
    >>> new(image).dtype, torch.equal(new(image), tensor), torch.equal(old(image), tensor)
    (torch.float32, True, True)

    A tensor is refused: it is one already.

    >>> T.ToTensor()(tensor)
    Traceback (most recent call last):
        ...
    TypeError: pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>
    """


def normalize():
    """``Normalize(mean, std)`` computes ``(x - mean) / std`` with the numbers you give; it measures nothing.

    Often written: ``Normalize((0.5,), (1.0,))`` makes images with mean 0.5 and standard deviation 1. Run it:
    the values 0 to 1 move to -0.5 to 0.5, and the spread is what it was.

    >>> import torch
    >>> from torchvision import transforms as T
    >>> image = torch.tensor([[[0.0, 0.25, 1.0]]])
    >>> shift = T.Normalize((0.5,), (1.0,))
    >>> shift(image)
    tensor([[[-0.5000, -0.2500,  0.5000]]])
    >>> image.std(), shift(image).std()
    (tensor(0.5204), tensor(0.5204))

    The range -1 to 1 needs a standard deviation of 0.5.

    >>> T.Normalize((0.5,), (0.5,))(image)
    tensor([[[-1.0000, -0.5000,  1.0000]]])

    Mean 0 and standard deviation 1 need the mean and the standard deviation of the data, one number per channel.

    >>> colours = torch.tensor([[[0.0, 0.1, 0.5]], [[0.25, 0.5, 0.75]]])
    >>> mean, std = colours.mean(dim=(1, 2)), colours.std(dim=(1, 2))
    >>> mean, std
    (tensor([0.2000, 0.5000]), tensor([0.2646, 0.2500]))
    >>> normal = T.Normalize(mean, std)(colours)
    >>> normal
    tensor([[[-0.7559, -0.3780,  1.1339]],
    <BLANKLINE>
            [[-1.0000,  0.0000,  1.0000]]])
    >>> normal.std(dim=(1, 2)).round(decimals=4)
    tensor([1., 1.])

    It wants floats; integers are refused.

    >>> shift(torch.tensor([[[3]]]))
    Traceback (most recent call last):
        ...
    TypeError: Input tensor should be a float tensor. Got torch.int64.
    """


def compose():
    """``Compose([f, g])`` runs its transforms in the order of the list: ``g(f(x))``.

    The order matters: ``ToTensor`` makes a tensor of an image, and ``Normalize`` needs a tensor.

    >>> import torch
    >>> from PIL import Image
    >>> from torchvision import transforms as T
    >>> def add_one(x):
    ...     return x + 1
    >>> def double(x):
    ...     return 2 * x
    >>> T.Compose([add_one, double])(5), double(add_one(5))
    (12, 12)
    >>> T.Compose([double, add_one])(5)
    11

    A grey image with the value 204 becomes 204 / 255 = 0.8, then (0.8 - 0.5) / 0.25 = 1.2.

    >>> image = Image.new("L", (3, 2), 204)
    >>> normalize = T.Normalize((0.5,), (0.25,))
    >>> T.Compose([T.ToTensor(), normalize])(image)
    tensor([[[1.2000, 1.2000, 1.2000],
             [1.2000, 1.2000, 1.2000]]])
    >>> T.Compose([normalize, T.ToTensor()])(image)
    Traceback (most recent call last):
        ...
    TypeError: img should be Tensor Image. Got <class 'PIL.Image.Image'>

    On a tensor, ``nn.Sequential`` does the same with transforms that are modules.

    >>> torch.nn.Sequential(normalize, T.Pad(1))(torch.tensor([[[0.8]]]))
    tensor([[[0.0000, 0.0000, 0.0000],
             [0.0000, 1.2000, 0.0000],
             [0.0000, 0.0000, 0.0000]]])
    """


def applied_on_access():
    """A data set applies its ``transform`` each time an item is read, not while downloading; ``.data`` stays raw.

    So a random transform gives another image in each epoch, and changing ``dataset.transform`` works at once.

    >>> import torch
    >>> import tempfile
    >>> from torchvision import transforms as T
    >>> from torchvision.datasets import MNIST
    >>> from snippets.vision.datasets import tiny_mnist
    >>> with tempfile.TemporaryDirectory() as root:
    ...     tiny_mnist(root)
    ...     dataset = MNIST(root, transform=T.ToTensor())
    >>> dataset[5][0].unique(), dataset[5][0].dtype
    (tensor([1.]), torch.float32)
    >>> dataset.data[5].unique(), dataset.data.dtype
    (tensor([255], dtype=torch.uint8), torch.uint8)

    Count the calls: none when the data set is made, then one for each item that is read.

    >>> calls = []
    >>> def counting(image):
    ...     calls.append(image.size)
    ...     return image
    >>> dataset.transform = counting
    >>> len(dataset), len(calls)
    (6, 0)
    >>> _ = dataset[5], dataset[5], dataset[2]
    >>> len(calls)
    3

    ``target_transform`` does the same for the label.

    >>> dataset.target_transform = lambda label: label * 10
    >>> dataset[5][1], dataset.targets[5]
    (20, tensor(2))
    """


def back_to_pillow():
    """``ToPILImage`` multiplies floats by 255 and returns a Pillow image; ``PILToTensor`` keeps the whole numbers.

    Use the first to look at a tensor or save it, the second where you want ``uint8``, for masks or labels in an image.

    >>> import torch
    >>> from PIL import Image
    >>> from torchvision import transforms as T
    >>> tensor = torch.tensor([[[0.0, 0.2, 1.0]], [[0.4, 0.0, 0.0]], [[0.0, 0.0, 0.6]]])
    >>> image = T.ToPILImage()(tensor)
    >>> image.size, image.mode, image.getpixel((0, 0)), image.getpixel((2, 0))
    ((3, 1), 'RGB', (0, 102, 0), (255, 0, 153))
    >>> T.PILToTensor()(image)
    tensor([[[  0,  51, 255]],
    <BLANKLINE>
            [[102,   0,   0]],
    <BLANKLINE>
            [[  0,   0, 153]]], dtype=torch.uint8)
    >>> torch.allclose(T.ToTensor()(image), tensor)
    True

    ``ConvertImageDtype`` scales between the ranges of two dtypes, where ``.to`` changes the dtype alone.

    >>> T.ConvertImageDtype(torch.float32)(torch.tensor([0, 51, 255], dtype=torch.uint8))
    tensor([0.0000, 0.2000, 1.0000])
    >>> torch.tensor([0, 51, 255], dtype=torch.uint8).to(torch.float32)
    tensor([  0.,  51., 255.])

    A size in Pillow is (width, height), a shape in torch (channel, height, width).

    >>> T.ToPILImage()(torch.zeros(1, 4, 5)).size, T.ToTensor()(Image.new("L", (5, 4))).shape
    ((5, 4), torch.Size([1, 4, 5]))
    """


def random_transforms():
    """A random transform draws anew at each call; ``torch.manual_seed`` before it repeats the draw.

    ``p`` is the chance that anything happens; with 0 and 1 it is certain what you get.

    >>> import torch
    >>> from torchvision import transforms as T
    >>> image = torch.arange(6).view(1, 2, 3)
    >>> T.RandomHorizontalFlip(p=0)(image)
    tensor([[[0, 1, 2],
             [3, 4, 5]]])
    >>> T.RandomHorizontalFlip(p=1)(image)
    tensor([[[2, 1, 0],
             [5, 4, 3]]])

    ``RandomCrop`` draws a place. Of the two possible ones, 40 draws show both.

    >>> crop = T.RandomCrop(2)
    >>> {tuple(crop(image).flatten().tolist()) for _ in range(40)} == {(0, 1, 3, 4), (1, 2, 4, 5)}
    True
    >>> def draws(seed):
    ...     torch.manual_seed(seed)
    ...     return [crop(image).tolist() for _ in range(40)]
    >>> draws(3) == draws(3), draws(3) == draws(4)
    (True, False)

    One transform called on a batch draws once for all its images; in a data set each image gets its own draw.

    >>> batch = image.repeat(40, 1, 1, 1)
    >>> len(crop(batch).unique(dim=0)), len({tuple(crop(image).flatten().tolist()) for image in batch})
    (1, 2)
    """


def functional():
    """``transforms.functional`` changes an image by what you say, where the random transforms draw the change.

    Use it to do the same to an image and its mask, or in a transform of your own.

    >>> import torch
    >>> from torchvision.transforms import functional as F
    >>> image = torch.arange(6).view(1, 2, 3)
    >>> image
    tensor([[[0, 1, 2],
             [3, 4, 5]]])
    >>> F.hflip(image)
    tensor([[[2, 1, 0],
             [5, 4, 3]]])
    >>> F.vflip(image)
    tensor([[[3, 4, 5],
             [0, 1, 2]]])
    >>> F.crop(image, top=0, left=1, height=2, width=1)
    tensor([[[1],
             [4]]])
    >>> F.center_crop(image, [1, 1])
    tensor([[[1]]])
    >>> F.rotate(image, 180)
    tensor([[[5, 4, 3],
             [2, 1, 0]]])
    >>> F.pad(image, [1, 0], fill=9)
    tensor([[[9, 0, 1, 2, 9],
             [9, 3, 4, 5, 9]]])
    >>> F.resize(image, [4, 3], interpolation=F.InterpolationMode.NEAREST)
    tensor([[[0, 1, 2],
             [0, 1, 2],
             [3, 4, 5],
             [3, 4, 5]]])

    Sizes come in two orders: ``get_image_size`` gives width and height, ``get_dimensions`` channels, height and width.

    >>> F.get_image_size(image), F.get_dimensions(image)
    ([3, 2], [1, 2, 3])
    """


def functional_colours():
    """Brightness mixes an image with black, contrast with its mean grey, and saturation with itself in grey.

    The functions are called ``adjust_...``. The number says how much of the image: 1 leaves it alone, 0 leaves only the
    other, and more than 1 goes beyond.

    >>> import torch
    >>> from torchvision.transforms import functional as F
    >>> image = torch.tensor([0.2, 0.4, 0.6]).view(3, 1, 1)
    >>> F.adjust_brightness(image, 0.5).flatten()
    tensor([0.1000, 0.2000, 0.3000])
    >>> F.adjust_brightness(image, 2.0).flatten()
    tensor([0.4000, 0.8000, 1.0000])
    >>> F.rgb_to_grayscale(image).flatten()
    tensor([0.3630])
    >>> F.adjust_contrast(image, 0.0).flatten()
    tensor([0.3630, 0.3630, 0.3630])
    >>> F.adjust_saturation(image, 0.5).flatten()
    tensor([0.2815, 0.3815, 0.4815])

    Green counts most for the grey, as for the eye: 0.2989 red, 0.587 green and 0.114 blue. ``adjust_hue`` turns the
    colour wheel: a third of a turn makes blue of green. ``adjust_gamma`` takes a power of each value, ``invert`` takes
    it from 1, ``solarize`` does so from a threshold up, and ``posterize`` keeps the first bits.

    >>> F.adjust_hue(torch.tensor([0.0, 1.0, 0.0]).view(3, 1, 1), 1 / 3).flatten().round(decimals=3)
    tensor([0., 0., 1.])
    >>> F.adjust_gamma(image, 2.0).flatten()
    tensor([0.0400, 0.1600, 0.3600])
    >>> F.invert(image).flatten()
    tensor([0.8000, 0.6000, 0.4000])
    >>> F.solarize(image, 0.5).flatten(), F.posterize(torch.tensor([[[127]]], dtype=torch.uint8), 2)
    (tensor([0.2000, 0.4000, 0.4000]), tensor([[[64]]], dtype=torch.uint8))
    """


def own_transform():
    """Anything that can be called with an image is a transform: a function, a ``Lambda``, or a class with ``__call__``.

    ``Lambda`` gives a function a place in the printed list. With loader workers that are started with ``spawn``, use a
    named function, because a lambda expression cannot be pickled.

    >>> import torch
    >>> from torchvision import transforms as T
    >>> def to_three_channels(image):
    ...     return image.expand(3, -1, -1)
    >>> image = torch.tensor([[[0.25, 0.75]]])
    >>> T.Compose([to_three_channels, T.Lambda(lambda image: image * 4)])(image)
    tensor([[[1., 3.]],
    <BLANKLINE>
            [[1., 3.]],
    <BLANKLINE>
            [[1., 3.]]])

    A class keeps settings.

    >>> class Brighten:
    ...     def __init__(self, factor):
    ...         self.factor = factor
    ...     def __call__(self, image):
    ...         return (image * self.factor).clamp(max=1)
    >>> T.Compose([Brighten(3), T.Pad((1, 0))])(image)
    tensor([[[0.0000, 0.7500, 1.0000, 0.0000]]])
    """
