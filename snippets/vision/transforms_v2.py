"""Transforms, version 2

``torchvision.transforms.v2`` has the classic transforms and more. They take tensors of any leading shape, change boxes
and masks together with their image, and mix whole batches. New code starts here.
"""


def to_image_and_dtype():
    """``ToImage`` makes an image tensor without scaling; ``ToDtype(torch.float32, scale=True)`` does the scaling.

    Together they are what ``ToTensor`` was. Without ``scale=True`` only the dtype changes, and the values stay between
    0 and 255.

    >>> import torch
    >>> from PIL import Image
    >>> from torchvision.transforms import v2
    >>> picture = Image.new("RGB", (3, 2), (0, 51, 204))
    >>> image = v2.ToImage()(picture)
    >>> type(image).__name__, image.shape, image.dtype, image[:, 1, 2].tolist()
    ('Image', torch.Size([3, 2, 3]), torch.uint8, [0, 51, 204])
    >>> v2.ToDtype(torch.float32)(image)[:, 1, 2].tolist()
    [0.0, 51.0, 204.0]
    >>> v2.ToDtype(torch.float32, scale=True)(image)[:, 1, 2]
    tensor([0.0000, 0.2000, 0.8000])

    A usual list ends with ``Normalize``.

    >>> prepare = v2.Compose([
    ...     v2.ToImage(),
    ...     v2.ToDtype(torch.float32, scale=True),
    ...     v2.Normalize(mean=[0.5, 0.1, 0.0], std=[0.5, 0.4, 0.25]),
    ... ])
    >>> prepare(picture)[:, 1, 2]
    tensor([-1.0000,  0.2500,  3.2000])

    ``ToPILImage`` goes back, ``ToPureTensor`` takes off the mark that says "image".

    >>> v2.ToPILImage()(image).getpixel((2, 1)), type(v2.ToPureTensor()(image)).__name__
    ((0, 51, 204), 'Tensor')
    """


def resize():
    """``Resize(6)`` makes the shorter side 6 and keeps the proportions; ``Resize((6, 6))`` gives exactly that size.

    The exact size distorts an image that is not square. To get a square without that, resize by one number and crop.
    ``max_size`` limits the longer side.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.zeros(3, 4, 8)
    >>> v2.Resize(6)(image).shape, v2.Resize((6, 6))(image).shape
    (torch.Size([3, 6, 12]), torch.Size([3, 6, 6]))
    >>> v2.Compose([v2.Resize(6), v2.CenterCrop(6)])(image).shape
    torch.Size([3, 6, 6])
    >>> v2.Resize(6, max_size=10)(image).shape
    torch.Size([3, 5, 10])

    Between pixels the default mixes (bilinear). Masks of class numbers must not be mixed: half-way between class 2 and
    class 4 is not class 3. Nearest takes an existing pixel.

    >>> classes = torch.tensor([[[2.0, 4.0]]])
    >>> v2.Resize((1, 4))(classes)
    tensor([[[2.0000, 2.5000, 3.5000, 4.0000]]])
    >>> v2.Resize((1, 4), interpolation=v2.InterpolationMode.NEAREST)(classes)
    tensor([[[2., 2., 4., 4.]]])
    """


def crops():
    """``CenterCrop`` cuts the middle and fills up where the image is too small; ``RandomCrop`` refuses that instead.

    For ``RandomCrop``, ``padding`` or ``pad_if_needed=True`` makes room first.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.arange(1, 13).view(1, 3, 4)
    >>> image
    tensor([[[ 1,  2,  3,  4],
             [ 5,  6,  7,  8],
             [ 9, 10, 11, 12]]])
    >>> v2.CenterCrop((1, 2))(image)
    tensor([[[6, 7]]])
    >>> v2.CenterCrop((1, 6))(image)
    tensor([[[0, 5, 6, 7, 8, 0]]])
    >>> v2.RandomCrop((3, 4))(image).equal(image)
    True
    >>> v2.RandomCrop(5)(image)
    Traceback (most recent call last):
        ...
    ValueError: Required crop size (5, 5) is larger than input image size (3, 4).
    >>> v2.RandomCrop(5, padding=1)(image).shape, v2.RandomCrop(6, pad_if_needed=True)(image).shape
    (torch.Size([1, 5, 5]), torch.Size([1, 6, 6]))

    ``RandomResizedCrop`` takes a random part and makes it the size you want, which shows a model objects in many sizes.

    >>> v2.RandomResizedCrop(2, scale=(0.5, 1.0))(image.float()).shape
    torch.Size([1, 2, 2])

    ``FiveCrop`` gives the four corners and the middle as a tuple, ``TenCrop`` these and their mirror images. A
    prediction is then the mean over the crops.

    >>> [crop.item() for crop in v2.FiveCrop(1)(image)]
    [1, 4, 9, 12, 7]
    >>> [crop.item() for crop in v2.TenCrop(1)(image)]
    [1, 4, 9, 12, 7, 4, 1, 12, 9, 6]
    """


def flips_and_rotations():
    """``RandomRotation(30)`` draws an angle between -30 and 30 degrees; ``RandomRotation((90, 90))`` is certain.

    Positive angles turn counter-clockwise. Corners that turn out of the frame are lost, and ``fill`` goes where nothing
    turned in, unless ``expand=True`` makes the frame fit.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.arange(1, 7).view(1, 2, 3)
    >>> v2.RandomHorizontalFlip(p=1)(image)
    tensor([[[3, 2, 1],
             [6, 5, 4]]])
    >>> v2.RandomHorizontalFlip(p=0)(image).equal(image)
    True
    >>> v2.RandomVerticalFlip(p=1)(image)
    tensor([[[4, 5, 6],
             [1, 2, 3]]])
    >>> v2.RandomRotation(30).degrees
    [-30.0, 30.0]
    >>> v2.RandomRotation((90, 90), expand=True)(image)
    tensor([[[3, 6],
             [2, 5],
             [1, 4]]])
    >>> v2.RandomRotation((90, 90), fill=9)(torch.arange(1, 9).view(1, 2, 4))
    tensor([[[9, 3, 7, 9],
             [9, 2, 6, 9]]])

    Ask whether a flip keeps the label: a mirrored cat is a cat, a mirrored 2 is no 2.
    """


def affine():
    """``RandomAffine`` draws a rotation, a shift, a scale and a shear within your limits, and applies them at once.

    ``translate`` is a share of the width and of the height. The function ``v2.functional.affine`` takes fixed numbers,
    with the shift in pixels.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.arange(1, 9).view(1, 2, 4)
    >>> v2.functional.affine(image, angle=0, translate=[1, 0], scale=1.0, shear=[0.0])
    tensor([[[0, 1, 2, 3],
             [0, 5, 6, 7]]])
    >>> v2.functional.affine(image, angle=180, translate=[0, 0], scale=1.0, shear=[0.0])
    tensor([[[8, 7, 6, 5],
             [4, 3, 2, 1]]])

    A quarter of a width of 4 is one pixel: the shift is one to the left, none, or one to the right.

    >>> shift = v2.RandomAffine(degrees=0, translate=(0.25, 0.0))
    >>> {tuple(shift(image)[0, 0].tolist()) for _ in range(60)} == {(2, 3, 4, 0), (1, 2, 3, 4), (0, 1, 2, 3)}
    True

    ``RandomPerspective`` tilts the image in space, ``ElasticTransform`` bends it like rubber. The size stays.

    >>> big = torch.zeros(1, 24, 32)
    >>> v2.RandomPerspective(p=1)(big).shape, v2.ElasticTransform()(big).shape
    (torch.Size([1, 24, 32]), torch.Size([1, 24, 32]))
    """


def colour_jitter():
    """``ColorJitter(brightness=0.5)`` draws a factor between 0.5 and 1.5; a pair gives the range itself.

    Contrast and saturation work in the same way. Hue is a part of a turn, and ``hue=0.1`` draws between -0.1 and 0.1.
    The four are applied in random order. With both ends of a range equal the result is certain.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.tensor([0.1, 0.2, 0.6]).view(3, 1, 1)
    >>> v2.ColorJitter(brightness=0.5).brightness, v2.ColorJitter(hue=0.1).hue
    ((0.5, 1.5), (-0.1, 0.1))
    >>> v2.ColorJitter(brightness=(2.0, 2.0))(image).flatten()
    tensor([0.2000, 0.4000, 1.0000])
    >>> v2.ColorJitter(saturation=(0.0, 0.0))(image).flatten()
    tensor([0.2157, 0.2157, 0.2157])

    That grey is what ``Grayscale`` computes; it gives one channel, or three equal ones for a model that wants three.

    >>> v2.Grayscale()(image).flatten(), v2.Grayscale(num_output_channels=3)(image).shape
    (tensor([0.2157]), torch.Size([3, 1, 1]))
    >>> v2.RandomGrayscale(p=1)(image).flatten()
    tensor([0.2157, 0.2157, 0.2157])

    ``RandomInvert``, ``RandomSolarize`` and ``RandomPosterize`` change the values themselves: all, those from a
    threshold up, or all to fewer bits. ``RandomAutocontrast`` stretches the values to the whole range.

    >>> numbers = torch.tensor([[[3, 100, 200]]], dtype=torch.uint8)
    >>> v2.RandomInvert(p=1)(numbers).flatten().tolist()
    [252, 155, 55]
    >>> v2.RandomSolarize(threshold=150, p=1)(numbers).flatten().tolist()
    [3, 100, 55]
    >>> v2.RandomPosterize(bits=2, p=1)(numbers).flatten().tolist()
    [0, 64, 192]
    >>> v2.RandomAutocontrast(p=1)(torch.tensor([[[0.25, 0.5, 0.75]]]))
    tensor([[[0.0000, 0.5000, 1.0000]]])
    """


def pad():
    """``Pad`` adds a frame: one number for all sides, two for left-right and top-bottom, four from left clockwise.

    ``padding_mode`` says what goes there: a constant (``fill``), the edge repeated, or the image mirrored without
    ("reflect") or with ("symmetric") its edge.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.tensor([[[1, 2, 3]]])
    >>> v2.Pad(1, fill=9)(image)
    tensor([[[9, 9, 9, 9, 9],
             [9, 1, 2, 3, 9],
             [9, 9, 9, 9, 9]]])
    >>> v2.Pad((2, 0))(image)
    tensor([[[0, 0, 1, 2, 3, 0, 0]]])
    >>> v2.Pad((1, 0, 2, 1))(image)
    tensor([[[0, 1, 2, 3, 0, 0],
             [0, 0, 0, 0, 0, 0]]])
    >>> v2.Pad((2, 0), padding_mode="edge")(image)
    tensor([[[1, 1, 1, 2, 3, 3, 3]]])
    >>> v2.Pad((2, 0), padding_mode="reflect")(image)
    tensor([[[3, 2, 1, 2, 3, 2, 1]]])
    >>> v2.Pad((2, 0), padding_mode="symmetric")(image)
    tensor([[[2, 1, 1, 2, 3, 3, 2]]])
    """


def random_erasing():
    """``RandomErasing`` overwrites a random rectangle, so that a model does not rely on one part of the image.

    ``scale`` is its share of the area and ``ratio`` its height over its width. A quarter of 4 by 4 pixels as a square
    is 2 by 2.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> erase = v2.RandomErasing(p=1, scale=(0.25, 0.25), ratio=(1, 1), value=7)
    >>> image = torch.ones(1, 4, 4)
    >>> erased = erase(image) == 7
    >>> erased.sum(), erased.any(dim=1).sum(), erased.any(dim=2).sum()
    (tensor(4), tensor(2), tensor(2))
    >>> v2.RandomErasing(p=0)(image).sum()
    tensor(16.)

    ``value="random"`` puts noise there instead of one colour.

    >>> v2.RandomErasing(p=1, scale=(0.25, 0.25), ratio=(1, 1), value="random")(image).unique().shape
    torch.Size([5])
    """


def blur_and_noise():
    """``GaussianBlur`` makes each pixel a weighted mean of its neighbours; ``RandomAdjustSharpness`` can go either way.

    ``kernel_size``, an odd number, says how many neighbours, ``sigma`` how fast the weights fall. Blurring a single
    bright pixel shows the weights; they add up to 1.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> point = torch.zeros(1, 5, 5)
    >>> point[0, 2, 2] = 1
    >>> blurred = v2.GaussianBlur(kernel_size=3, sigma=1.0)(point)
    >>> blurred[0]
    tensor([[0.0000, 0.0000, 0.0000, 0.0000, 0.0000],
            [0.0000, 0.0751, 0.1238, 0.0751, 0.0000],
            [0.0000, 0.1238, 0.2042, 0.1238, 0.0000],
            [0.0000, 0.0751, 0.1238, 0.0751, 0.0000],
            [0.0000, 0.0000, 0.0000, 0.0000, 0.0000]])
    >>> blurred.sum().round(decimals=4)
    tensor(1.)

    With ``sigma`` as a pair it is drawn anew for each call, as in the default ``(0.1, 2.0)``. The sharpness 0 smooths,
    1 changes nothing, 2 sharpens.

    >>> spot = 0.25 + 0.5 * point
    >>> [v2.RandomAdjustSharpness(number, p=1)(spot)[0, 2, 1:4] for number in (0, 1, 2)]
    [tensor([0.2885, 0.4423, 0.2885]), tensor([0.2500, 0.7500, 0.2500]), tensor([0.2115, 1.0000, 0.2115])]

    ``GaussianNoise`` adds noise of its own to each pixel and clips to 0..1.

    >>> noisy = v2.GaussianNoise(mean=0.0, sigma=0.1)(torch.full((1, 200, 200), 0.5))
    >>> noisy.mean().round(decimals=2), noisy.std().round(decimals=2)
    (tensor(0.5000), tensor(0.1000))
    """


def choose_transforms():
    """``RandomApply`` runs its list or not, ``RandomChoice`` runs one of it, ``RandomOrder`` all in random order.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> add, double = v2.Lambda(lambda x: x + 1), v2.Lambda(lambda x: 2 * x)
    >>> x = torch.tensor(5)
    >>> v2.Compose([add, double])(x), v2.Compose([double, add])(x)
    (tensor(12), tensor(11))
    >>> def results(transform):
    ...     return sorted({transform(x).item() for _ in range(60)})
    >>> results(v2.RandomApply([add, double], p=0.5))
    [5, 12]
    >>> results(v2.RandomChoice([add, double]))
    [6, 10]
    >>> results(v2.RandomOrder([add, double]))
    [11, 12]

    ``p`` gives ``RandomChoice`` a weight for each. ``Identity`` changes nothing.

    >>> results(v2.RandomChoice([add, double], p=[0.0, 1.0])), results(v2.Identity())
    ([10], [5])

    ``Lambda`` is called with everything that a sample holds, a label included, unless you name the types.

    >>> v2.Lambda(lambda x: x + 1)({"image": x, "label": 3})
    {'image': tensor(6), 'label': 4}
    >>> v2.Lambda(lambda x: x + 1, torch.Tensor)({"image": x, "label": 3})
    {'image': tensor(6), 'label': 3}
    """


def boxes_follow_the_image():
    """Mark boxes and masks with ``tv_tensors``, and a v2 transform changes them together with their image.

    The classic transforms know images alone: after a flip the boxes would be on the wrong side. ``canvas_size`` is
    the size of the image, (height, width).

    >>> import torch
    >>> from torchvision import tv_tensors
    >>> from torchvision.transforms import v2
    >>> image = tv_tensors.Image(torch.tensor([[[1, 2, 3, 4]]]))
    >>> boxes = tv_tensors.BoundingBoxes([[0, 0, 1, 1]], format="XYXY", canvas_size=(1, 4))
    >>> mask = tv_tensors.Mask(torch.tensor([[5, 0, 0, 0]]))
    >>> sample = {"image": image, "boxes": boxes, "mask": mask, "label": 6}
    >>> flipped = v2.RandomHorizontalFlip(p=1)(sample)
    >>> flipped["image"].tolist(), flipped["boxes"].tolist()
    ([[[4, 3, 2, 1]]], [[3, 0, 4, 1]])
    >>> flipped["mask"].tolist(), flipped["label"]
    ([[0, 0, 0, 5]], 6)

    Colours change in the image alone.

    >>> inverted = v2.RandomInvert(p=1)({"image": image.to(torch.uint8), "mask": mask})
    >>> inverted["image"].tolist(), inverted["mask"].tolist()
    ([[[254, 253, 252, 251]]], [[5, 0, 0, 0]])

    A computation makes a plain tensor of them, because torch cannot know whether it is still an image; ``wrap`` marks
    it again.

    >>> doubled = image * 2
    >>> doubled.tolist(), type(doubled).__name__, type(tv_tensors.wrap(doubled, like=image)).__name__
    ([[[2, 4, 6, 8]]], 'Tensor', 'Image')
    """


def boxes_after_a_crop():
    """A crop cuts boxes at its edges; ``SanitizeBoundingBoxes`` then drops the boxes of which nothing is left.

    It drops their labels too, when the sample is a dictionary with a key that contains "label".

    >>> import torch
    >>> from torchvision import tv_tensors
    >>> from torchvision.transforms import v2
    >>> boxes = tv_tensors.BoundingBoxes([[0, 0, 2, 2], [3, 3, 7, 8]], format="XYXY", canvas_size=(9, 9))
    >>> image = tv_tensors.Image(torch.arange(81).view(1, 9, 9))
    >>> sample = {"image": image, "boxes": boxes, "labels": torch.tensor([4, 9])}
    >>> cropped = v2.CenterCrop(4)(sample)
    >>> cropped["image"][0, 0].tolist(), image[0, 2, 2:6].tolist()
    ([20, 21, 22, 23], [20, 21, 22, 23])
    >>> cropped["boxes"].tolist(), cropped["boxes"].canvas_size
    ([[0, 0, 0, 0], [1, 1, 4, 4]], (4, 4))
    >>> clean = v2.SanitizeBoundingBoxes()(cropped)
    >>> clean["boxes"].tolist(), clean["labels"]
    ([[1, 1, 4, 4]], tensor([9]))

    ``ConvertBoundingBoxFormat`` rewrites the numbers and remembers the format.

    >>> middle = v2.ConvertBoundingBoxFormat("CXCYWH")(boxes)
    >>> middle.tolist(), middle.format.name
    ([[1, 1, 2, 2], [5, 5, 4, 5]], 'CXCYWH')
    """


def mixing_images():
    """``MixUp`` blends pairs of images and their labels; ``CutMix`` pastes a rectangle of one into the other.

    Both work on a batch, after the loader, and turn class numbers into shares, which ``nn.CrossEntropyLoss`` accepts.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> images = torch.stack([torch.zeros(1, 8, 8), torch.ones(1, 8, 8)])
    >>> labels = torch.tensor([0, 2])
    >>> mixed, shares = v2.MixUp(num_classes=3)(images, labels)
    >>> mixed.shape, shares.shape, shares.sum(dim=1)
    (torch.Size([2, 1, 8, 8]), torch.Size([2, 3]), tensor([1., 1.]))

    Image 0 is black and image 1 white, so the grey of a blend is the share of class 2.

    >>> torch.allclose(mixed.mean(dim=(1, 2, 3)), shares[:, 2]), shares[:, 1]
    (True, tensor([0., 0.]))

    With ``CutMix`` each pixel comes from one image, and the share is that of the area.

    >>> cut, shares = v2.CutMix(num_classes=3)(images, labels)
    >>> cut.unique(), shares.shape, torch.allclose(cut.mean(dim=(1, 2, 3)), shares[:, 2])
    (tensor([0., 1.]), torch.Size([2, 3]), True)
    """


def automatic_augmentation():
    """``TrivialAugmentWide``, ``RandAugment`` and ``AutoAugment`` draw transforms from a built-in list.

    They save choosing transforms one by one, and take ``uint8`` images or floats from 0 to 1. Shape and dtype stay.

    >>> import torch
    >>> from torchvision.transforms import v2
    >>> image = torch.arange(3 * 8 * 9, dtype=torch.uint8).view(3, 8, 9)
    >>> for kind in (v2.TrivialAugmentWide, v2.RandAugment, v2.AutoAugment, v2.AugMix):
    ...     result = kind()(image)
    ...     print(kind.__name__, tuple(result.shape), result.dtype)
    TrivialAugmentWide (3, 8, 9) torch.uint8
    RandAugment (3, 8, 9) torch.uint8
    AutoAugment (3, 8, 9) torch.uint8
    AugMix (3, 8, 9) torch.uint8

    ``RandAugment`` applies ``num_ops`` transforms, 2 by default, one after the other. With 0 it does nothing.

    >>> v2.RandAugment().num_ops, v2.RandAugment(num_ops=0)(image).equal(image)
    (2, True)
    >>> len({tuple(v2.RandAugment()(image).flatten().tolist()) for _ in range(20)}) > 1
    True
    """
