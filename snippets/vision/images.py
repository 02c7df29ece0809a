"""Looking at images

Before and after training you want to see images: a batch side by side, boxes and masks drawn in, a result saved as a
file. These cards show ``torchvision.utils`` and what has become of ``torchvision.io``.
"""


def make_grid():
    """``make_grid`` joins a batch ``(N, C, H, W)`` into one image; ``nrow`` is the number of images in a row.

    Often read as "number of rows": run it with five images and ``nrow=3``, and you get two rows of three places.
    Between the images lie ``padding`` pixels, 2 by default, and grey images get three channels.

    >>> import torch
    >>> from torchvision import utils
    >>> images = torch.arange(1, 6).view(5, 1, 1, 1)
    >>> grid = utils.make_grid(images, nrow=3, padding=1, pad_value=9)
    >>> grid.shape
    torch.Size([3, 5, 7])
    >>> grid[0]
    tensor([[9, 9, 9, 9, 9, 9, 9],
            [9, 1, 9, 2, 9, 3, 9],
            [9, 9, 9, 9, 9, 9, 9],
            [9, 4, 9, 5, 9, 9, 9],
            [9, 9, 9, 9, 9, 9, 9]])

    ``normalize=True`` stretches the values to 0..1, which undoes a ``Normalize`` well enough for looking;
    ``scale_each=True`` does so for each image.

    >>> pairs = torch.tensor([[-1.0, 0.0], [0.0, 3.0]]).view(2, 1, 1, 2)
    >>> utils.make_grid(pairs, padding=0, normalize=True)[0]
    tensor([[0.0000, 0.2500, 0.2500, 1.0000]])
    >>> utils.make_grid(pairs, padding=0, normalize=True, scale_each=True)[0]
    tensor([[0., 1., 0., 1.]])

    For matplotlib, which wants the channels last, write ``plt.imshow(grid.permute(1, 2, 0))``.

    >>> grid.permute(1, 2, 0).shape
    torch.Size([5, 7, 3])
    """


def save_image():
    """``save_image`` takes floats from 0 to 1, rounds them to 256 steps and clips the rest; grey becomes RGB.

    The ending of the file name chooses the format. Values outside the range are not an error, so scale first, or pass
    ``normalize=True``. A batch becomes a grid, as with ``make_grid``.

    >>> import torch
    >>> import pathlib, tempfile
    >>> from PIL import Image
    >>> from torchvision import transforms as T, utils
    >>> image = torch.tensor([[[0.0, 0.2, 0.8, 1.5, -3.0]]])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "image.png")
    ...     utils.save_image(image, path)
    ...     with Image.open(path) as file:
    ...         read, mode = T.PILToTensor()(file), file.mode
    >>> read.shape, mode, read[0]
    (torch.Size([3, 1, 5]), 'RGB', tensor([[  0,  51, 204, 255,   0]], dtype=torch.uint8))

    Values from 0 to 255 are taken for values 255 times too bright: all that is not 0 becomes white.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "image.png")
    ...     utils.save_image(torch.tensor([[[0.0, 51.0]]]), path)
    ...     with Image.open(path) as file:
    ...         T.PILToTensor()(file.convert("L"))
    tensor([[[  0, 255]]], dtype=torch.uint8)
    """


def image_files():
    """Reading and writing images with ``torchvision.io`` is deprecated since 0.29: use Pillow, as the data sets do.

    ``read_image``, ``decode_image``, ``write_png`` and the like still work and warn that torchcodec takes their
    place.

    >>> import torch
    >>> import pathlib, tempfile, warnings
    >>> from torchvision import io
    >>> image = torch.tensor([[[0, 51, 255]], [[1, 2, 3]], [[4, 5, 6]]], dtype=torch.uint8)
    >>> with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     path = str(pathlib.Path(folder, "image.png"))
    ...     _ = io.write_png(image, path)
    ...     read = io.read_image(path)
    ...     grey = io.decode_image(path, mode=io.ImageReadMode.GRAY)
    >>> first, *others = caught
    >>> print(first.category.__name__, str(first.message)[:97])
    DeprecationWarning The image decoding and encoding capabilities of TorchVision are deprecated since torchvision 0.29
    >>> read
    tensor([[[  0,  51, 255]],
    <BLANKLINE>
            [[  1,   2,   3]],
    <BLANKLINE>
            [[  4,   5,   6]]], dtype=torch.uint8)
    >>> grey.shape
    torch.Size([1, 1, 3])

    Pillow and two transforms do the same; a grey may be rounded to its neighbour. Pillow reads the file as late as it
    can, so copy the pixels while it is open.

    >>> from PIL import Image
    >>> from torchvision import transforms as T
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "image.png")
    ...     T.ToPILImage()(image).save(path)
    ...     with Image.open(path) as file:
    ...         again = T.PILToTensor()(file)
    ...         grey_again = T.PILToTensor()(file.convert("L"))
    >>> torch.equal(again, image), torch.allclose(grey_again.float(), grey.float(), atol=1.0)
    (True, True)

    ``convert("RGB")`` is a good habit: files come with one, three or four channels.

    >>> T.PILToTensor()(Image.new("RGBA", (1, 1), (7, 8, 9, 0)).convert("RGB")).flatten()
    tensor([7, 8, 9], dtype=torch.uint8)
    """


def draw_boxes_and_masks():
    """``draw_bounding_boxes`` and ``draw_segmentation_masks`` return a copy of a ``uint8`` image with the marks in it.

    A box is ``(x1, y1, x2, y2)``, the corners included. A mask is a ``bool`` tensor of shape ``(H, W)``, or one for
    each object, and ``alpha`` says how much of the colour covers the image: here half, where 50.5 becomes 50.

    >>> import torch
    >>> from torchvision import utils
    >>> image = torch.zeros(3, 4, 5, dtype=torch.uint8)
    >>> drawn = utils.draw_bounding_boxes(image, torch.tensor([[1, 0, 3, 2]]), colors=(9, 0, 0))
    >>> drawn[0]
    tensor([[0, 9, 9, 9, 0],
            [0, 9, 0, 9, 0],
            [0, 9, 9, 9, 0],
            [0, 0, 0, 0, 0]], dtype=torch.uint8)
    >>> image.count_nonzero(), drawn.count_nonzero()
    (tensor(0), tensor(8))
    >>> mask = torch.tensor([[True, False]])
    >>> two = torch.tensor([101, 1, 1], dtype=torch.uint8).view(3, 1, 1).repeat(1, 1, 2)
    >>> utils.draw_segmentation_masks(two, mask, colors=[(0, 200, 0)], alpha=0.5)[:, 0]
    tensor([[ 50, 101],
            [100,   1],
            [  0,   1]], dtype=torch.uint8)

    ``draw_keypoints`` draws discs around points ``(x, y)``.

    >>> points = torch.tensor([[[3, 1]]])
    >>> discs = utils.draw_keypoints(image, points, colors=(0, 7, 0), radius=1)
    >>> discs[1]
    tensor([[0, 0, 0, 7, 0],
            [0, 0, 7, 7, 7],
            [0, 0, 0, 7, 0],
            [0, 0, 0, 0, 0]], dtype=torch.uint8)
    >>> discs.count_nonzero()
    tensor(5)
    """
