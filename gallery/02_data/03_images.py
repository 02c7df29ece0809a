"""
Images
======

A file full of pixels is not yet what a network can use. After this lesson you can turn images into
tensors with torchvision's transforms, normalise them and know what the numbers mean, augment them
without spoiling the test, and read a folder of images as a dataset.

:Level: beginner
:Before: :doc:`/lessons/02_data/01_dataset`, :doc:`/lessons/02_data/02_batches`
:After: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/05_projects/01_mnist_cnn`
"""

# %%
# From a picture to a tensor
# --------------------------
# The lesson draws its own pictures with the Pillow library, so you know what to expect: a house on
# the right, the sun on the left. Pillow says (width, height). A tensor has the shape ``(C, H, W)``:
# channels, height, width. ``ToImage`` changes the layout, and ``ToDtype`` turns bytes from 0 to 255
# into floats. Often forgotten: ``scale=True``. Without it the floats still go to 255.

# sphinx_gallery_thumbnail_number = 1
import os
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image, ImageDraw
from torch.utils.data import DataLoader, Subset
from torchvision import tv_tensors
from torchvision.datasets import MNIST, ImageFolder
from torchvision.transforms import v2

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")


def draw(kind, width=120, height=80, left=70):
    picture = Image.new("RGB", (width, height), (150, 200, 240))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, height - 20, width, height), fill=(70, 140, 60))
    pen.ellipse((8, 6, 30, 28), fill=(255, 215, 60))
    if kind == "house":
        pen.rectangle((left, 40, left + 36, 70), fill=(240, 230, 210))
        pen.polygon([(left - 5, 40), (left + 18, 18), (left + 41, 40)], fill=(170, 50, 40))
        pen.rectangle((left + 6, 50, left + 14, 70), fill=(90, 60, 30))
    else:
        pen.rectangle((left + 14, 40, left + 20, 70), fill=(90, 60, 30))
        pen.ellipse((left, 14, left + 34, 50), fill=(30, 90, 40))
    return picture


picture = draw("house")
to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
image = to_tensor(picture)
by_hand = torch.from_numpy(np.array(picture)).permute(2, 0, 1) / 255
print(f"{picture.size = }, {image.shape = }, {image.dtype = }, {image.max() = :.2f}")
torch.testing.assert_close(image.as_subclass(torch.Tensor), by_hand)
assert picture.size == (120, 80) and image.shape == (3, 80, 120) and image.max() == 1
assert v2.ToDtype(torch.float32)(v2.ToImage()(picture)).max() == 255  # no scale=True

# %%
# Normalize in numbers
# --------------------
# Often written: "``Normalize((0.5,), (1.0,))`` gives images the mean 0.5 and the standard deviation
# 1". Run it: it measures nothing. It computes ``(x - mean) / std`` with the numbers that you
# give. For mean 0 and standard deviation 1 you measure both first, for each channel, over the
# training images. (Here that is one image.) To look at a normalised image, undo it: Matplotlib cuts
# off what lies outside 0 to 1.
mean, std = image.mean(dim=(1, 2)), image.std(dim=(1, 2))
shifted = v2.Normalize([0.5] * 3, [1.0] * 3)(image)
normalised = v2.Normalize(mean.tolist(), std.tolist())(image)
print(f"measured: {mean = }, {std = }")
print(f"with (0.5, 1.0): mean {shifted.mean():.3f}, std {shifted.std():.3f}")
torch.testing.assert_close(shifted, by_hand - 0.5)
torch.testing.assert_close(normalised, (by_hand - mean[:, None, None]) / std[:, None, None])
torch.testing.assert_close(normalised.mean(dim=(1, 2)), torch.zeros(3), rtol=0, atol=1e-5)
torch.testing.assert_close(normalised.std(dim=(1, 2)), torch.ones(3))
torch.testing.assert_close(normalised * std[:, None, None] + mean[:, None, None], by_hand)

# %%
# Transforms, one by one
# ----------------------
# Augmentation shows your model changed pictures, so that it does not learn them by heart. Choose
# changes that could happen: a mirrored house is a house, a mirrored 2 is no 2. ``p=1`` makes
# certain what is drawn at random otherwise; 20 degrees is the most that may be drawn.
torch.manual_seed(0)
changes = {
    "original": v2.Identity(), "RandomHorizontalFlip(p=1)": v2.RandomHorizontalFlip(p=1),
    "CenterCrop(60)": v2.CenterCrop(60), "RandomCrop(60)": v2.RandomCrop(60),
    "RandomResizedCrop(60)": v2.RandomResizedCrop(60), "RandomRotation(20)": v2.RandomRotation(20),
    "ColorJitter(hue=0.4)": v2.ColorJitter(hue=0.4), "RandomErasing(p=1)": v2.RandomErasing(p=1),
    "GaussianBlur(9)": v2.GaussianBlur(9),
}
results = {name: change(image) for name, change in changes.items()}
fig, all_axes = plt.subplots(3, 3, figsize=(8, 6.2), layout="constrained")
for ax, (name, result) in zip(all_axes.flat, results.items()):
    ax.imshow(result.permute(1, 2, 0).numpy())
    ax.set_title(name, fontsize=11)
    ax.set(xticks=[0, result.shape[2]], yticks=[0, result.shape[1]])
fig.suptitle("One picture, eight transforms; the numbers are pixels")
plt.show()
assert results["RandomHorizontalFlip(p=1)"].equal(image.flip(-1)) and not image.equal(image.flip(-1))
assert results["CenterCrop(60)"].equal(image[:, 10:70, 30:90]) and results["RandomCrop(60)"].shape == (3, 60, 60)
assert results["RandomResizedCrop(60)"].shape == (3, 60, 60) and results["RandomRotation(20)"].shape == (3, 80, 120)
assert (results["RandomErasing(p=1)"] == 0).all(dim=0).float().mean() > 0.015  # it erases at least 2 %

# %%
# A training pipeline and a test pipeline
# ---------------------------------------
# Random transforms belong to the training only, where each epoch draws anew. For the test you want
# the same answer every time: only what is certain, ending in the same size and the same scale.
# Images of different sizes do not stack, so both pipelines end at 64 x 64.
ending = [to_tensor, v2.Normalize([0.5] * 3, [0.5] * 3)]
training = v2.Compose([v2.RandomResizedCrop(64, scale=(0.5, 1)), v2.RandomHorizontalFlip(), *ending])
testing = v2.Compose([v2.Resize(64), v2.CenterCrop(64), *ending])
first, second = training(picture), training(picture)
print(f"{first.shape = }, values from {first.min():.2f} to {first.max():.2f}")
torch.testing.assert_close(v2.Compose(ending)(picture), 2 * by_hand - 1)  # 0 to 1 becomes -1 to 1
assert not first.equal(second) and testing(picture).equal(testing(picture))
assert first.shape == testing(picture).shape == (3, 64, 64) and -1 <= first.min() < first.max() <= 1

# %%
# Transforms also take whole batches ``(N, C, H, W)``, on an accelerator too. But a transform draws
# once per call: all images of the batch are flipped, or none. Inside a dataset each sample has its
# own draw.
batch = image.expand(8, 3, 80, 120).to(device)
flip = v2.RandomHorizontalFlip()
together = {int((flip(batch) != batch).flatten(1).any(dim=1).sum()) for _ in range(30)}
one_by_one = {int(sum(not flip(one).equal(one) for one in batch)) for _ in range(30)}
print(f"flipped of 8, as a batch: {sorted(together)}, one by one: {sorted(one_by_one)}")
assert together == {0, 8} and len(one_by_one) > 2

# %%
# Boxes move along
# ----------------
# If you know where something is, the mark has to move with the pixels. Wrap the box in a
# ``tv_tensors.BoundingBoxes``, and hand image and box to the transform together. ``XYXY`` means
# left, top, right and bottom edge; ``canvas_size`` is the height and width of the image. The pixels
# of the house, found by their colours before and after, say whether the box is right.
box = tv_tensors.BoundingBoxes([[65, 18, 112, 71]], format="XYXY", canvas_size=(80, 120))
house_colors = torch.tensor([(240, 230, 210), (170, 50, 40), (90, 60, 30)]) / 255
change = v2.Compose([v2.RandomHorizontalFlip(p=1), v2.CenterCrop((70, 110))])
fig, all_axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
for ax, title, (shown, where) in zip(all_axes, ["before", "flipped and cropped"], [(image, box), change(image, box)]):
    x0, y0, x1, y1 = where[0].tolist()
    ax.imshow(shown.permute(1, 2, 0).numpy())
    ax.add_patch(plt.Rectangle((x0 - 0.5, y0 - 0.5), x1 - x0, y1 - y0, fill=False, linewidth=3))
    ax.set_title(f"{title}: box {x0}, {y0}, {x1}, {y1}", fontsize=11)
    found = (shown - house_colors[..., None, None]).abs().amax(dim=1).lt(1e-3).any(dim=0).nonzero()
    (top, left), (bottom, right) = found.amin(dim=0).tolist(), found.amax(dim=0).tolist()
    assert [x0, y0, x1, y1] == [left, top, right + 1, bottom + 1]
plt.show()
assert where.tolist() == [[120 - 112 - 5, 18 - 5, 120 - 65 - 5, 71 - 5]]  # the crop takes 5 on each side

# %%
# A folder of images
# ------------------
# Put the images of each class into a folder of its own, and ``ImageFolder`` is the dataset. The
# lesson writes twelve PNG files of different sizes. Class numbers follow the alphabet.
folder = tempfile.TemporaryDirectory()
for kind in ("tree", "house"):
    (Path(folder.name) / kind).mkdir()
    for number in range(6):
        draw(kind, width=120 + 5 * number, left=60 + 3 * number).save(Path(folder.name) / kind / f"{number}.png")
plain = ImageFolder(folder.name)
print(f"{len(plain) = }, {plain.class_to_idx = }, {plain[0][0].size = }, {plain[5][0].size = }")
assert plain.class_to_idx == {"house": 0, "tree": 1} and plain.targets == [0] * 6 + [1] * 6
assert plain[5][0].size == (145, 80) and np.array_equal(plain[0][0], draw("house", left=60))
assert np.array_equal(plain[11][0], draw("tree", width=145, left=75))

# %%
# Often done: one dataset with the training transforms, cut up with ``random_split``. Then the test
# images are augmented as well. Make two datasets over the same folder, and split the indices.
order = torch.randperm(12, generator=torch.Generator().manual_seed(0)).tolist()
train = Subset(ImageFolder(folder.name, training), order[:8])
test = Subset(ImageFolder(folder.name, testing), order[8:])
images, labels = next(iter(DataLoader(train, batch_size=8, shuffle=True)))
print(f"{images.shape = }, {labels = }")
assert test[0][0].equal(test[0][0]) and not train[0][0].equal(train[0][0])
assert images.shape == (8, 3, 64, 64) and not set(train.indices) & set(test.indices)
folder.cleanup()

# %%
# Grey images
# -----------
# torchvision's own datasets take a transform in the same way. MNIST has one channel, so
# ``Normalize`` gets one number each. The pair 0.1307 and 0.3081, which you meet in many programs,
# was measured on the real MNIST and belongs to nothing else. Measure yours.
mnist = MNIST(os.environ.get("PROVEN_DATA", "data"), train=True, download=True)
grey = mnist.data / 255
mean, std = grey.mean().item(), grey.std().item()
mnist.transform = v2.Compose([to_tensor, v2.Normalize([mean], [std])])
print(f"{mean = :.4f}, {std = :.4f}, {mnist[0][0].shape = }")
digits = torch.stack([mnist[index][0] for index in range(500)])
torch.testing.assert_close(digits, ((grey[:500] - mean) / std)[:, None], rtol=0, atol=1e-4)
assert abs(digits.mean()) < 0.1 and abs(digits.std() - 1) < 0.1 and digits.shape == (500, 1, 28, 28)

# %%
# Exercises
# ---------
# 1. Class folders are named 2 and 10. Which number does 10 get, and how do you name them better?
#    Hint: the alphabet compares characters.
# 2. ``Resize((64, 64))`` squeezes a wide picture. Bring it to a square without that, and lose
#    nothing. Hint: ``v2.Pad`` takes left, top, right and bottom.
# 3. Write a transform that adds noise, and only to images. Hint: any callable is a transform; a
#    class may derive from ``v2.Transform`` and define ``transform(inpt, params)``.

# %%
# Solution 1
# ^^^^^^^^^^
# "10" comes before "2", so it gets 0. Leading zeros mend it.
with tempfile.TemporaryDirectory() as folder:
    for name in ("2", "10"):
        (Path(folder) / name).mkdir()
        draw("tree").save(Path(folder) / name / "a.png")
    numbers = ImageFolder(folder).class_to_idx
print(numbers)
assert numbers == {"10": 0, "2": 1} and sorted(["02", "10"]) == ["02", "10"]

# %%
# Solution 2
# ^^^^^^^^^^
# The picture is 40 pixels wider than high, so 20 rows of black go above and below.
padded = v2.Pad([0, 20, 0, 20])(image)
square = v2.Resize((60, 60))(padded)
print(f"{padded.shape = }, {square.shape = }")
assert padded.shape == (3, 120, 120) and padded[:, 20:100].equal(image) and square.shape == (3, 60, 60)
assert (square[:, :9] == 0).all() and (square[:, -9:] == 0).all()
assert square[:, 12:48].mean(dim=(1, 2)).sub(image.mean(dim=(1, 2))).abs().max() < 0.05

# %%
# Solution 3
# ^^^^^^^^^^
# ``v2.Transform`` calls ``transform`` for each image, box or mask. Boxes pass unchanged. A sum is a
# plain tensor, so ``wrap`` makes it an image again; a second ``Noise`` would pass it by otherwise.


class Noise(v2.Transform):
    def transform(self, inpt, params):
        if not isinstance(inpt, tv_tensors.Image):
            return inpt
        return tv_tensors.wrap(inpt + 0.1 * torch.randn_like(inpt), like=inpt)


noisy, same_box = Noise()(image, box)
print(f"standard deviation of the noise: {(noisy - image).std():.3f}")
assert abs((noisy - image).std() - 0.1) < 0.005 and same_box.equal(box)
assert isinstance(noisy, tv_tensors.Image) and not isinstance(image + 0, tv_tensors.Image)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/05_convolution` shows what a network does with such tensors, and
# :doc:`/lessons/05_projects/01_mnist_cnn` trains one. The cards :doc:`/cards/vision/transforms_v2`,
# :doc:`/cards/vision/transforms` and :doc:`/cards/vision/datasets` go through them one by one.
