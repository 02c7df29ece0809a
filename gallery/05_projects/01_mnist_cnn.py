"""
MNIST CNN
=========

After this lesson you can take handwritten digits from the file to a network that reads them: load
them with torchvision, set a validation set aside, train a convolutional network within seconds on a
CPU, test it once, and look at its worst mistakes.

:Level: intermediate
:Before: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/04_training/02_schedulers`, :doc:`/lessons/04_training/03_metrics`
:After: :doc:`/lessons/06_ecosystem/01_lightning`, :doc:`/lessons/07_beyond/02_transfer_learning`
"""

# %%
# The files
# ---------
# MNIST holds gray images of handwritten digits, 60,000 to train and 10,000 to test.
# ``datasets.MNIST`` downloads them if the folder does not have them yet. This page may have been
# built with a smaller stand-in in the same format; the lesson runs unchanged on both. A sample is
# an image of the Pillow library and a label.

# sphinx_gallery_thumbnail_number = 4
import os
import sys

import matplotlib.pyplot as plt
import torch
from sklearn.metrics import confusion_matrix
from torch import nn
from torch.nn import functional as F
from torchvision import datasets
from torchvision.transforms import v2
from tqdm import tqdm

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(4)  # any will do; this one leaves mistakes to look at
root = os.environ.get("PROVEN_DATA", "data")
dataset = datasets.MNIST(root, train=True, download=True)
image, label = dataset[0]
print(f"{len(dataset) = }, {image.size = }, {image.mode = }, {label = }")
assert (image.size, image.mode) == ((28, 28), "L") and label == dataset.targets[0]

# %%
# One tensor instead of many images
# ---------------------------------
# A network wants floats, so a dataset is usually given a transform. Often written: "the transform
# is applied while downloading". Run it: ``data`` still holds bytes from 0 to 255. The transform
# runs whenever you ask for a sample, so once per image and epoch.

transform = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
transformed = datasets.MNIST(root, train=True, transform=transform)
image, label = transformed[0]
print(f"{image.shape = }, {image.dtype = }, {transformed.data.shape = }, {transformed.data.dtype = }")
assert image.dtype == torch.float32 and transformed.data.equal(dataset.data)

# %%
# This transform treats all pixels alike and draws nothing at random, so it gives the same result
# every time. Then it may as well run once, on all images together, and training takes slices of one
# tensor. It is sound because the numbers are equal and everything fits into memory, and it saves
# the same work in each epoch. The axis of length 1 is the channel: convolutions expect
# ``(N, C, H, W)``.


def to_tensors(dataset):
    return (dataset.data[:, None] / 255).to(device), dataset.targets.to(device)


images, labels = to_tensors(dataset)
print(f"{images.shape = }, {images.dtype = }, {labels.dtype = }")
decoded, their_labels = zip(*[transformed[index] for index in range(100)])
torch.testing.assert_close(images[:100].cpu(), torch.stack(decoded))
assert labels[:100].tolist() == list(their_labels)

# %%
# A validation set
# ----------------
# You will compare epochs and settings, and need images for that on which nothing was trained. Often
# written: "``MNIST(train=False)`` is the validation set". It is the test set, and it answers one
# question, once, at the end; what you have chosen with it, it can no longer judge. So an eighth of
# the training part is set aside, drawn at random.

order = torch.randperm(len(images), generator=torch.Generator().manual_seed(0)).to(device)
valid, train = order.tensor_split([len(order) // 8])
print(f"{len(train) = }, {len(valid) = }")
assert order.sort().values.equal(torch.arange(len(images), device=device))  # every image once
assert len(train) // len(valid) == 7 and len(labels[valid].unique()) == 10

# %%
# Digits that were never written
# ------------------------------
# A digit that is turned by a few degrees, shifted by a few pixels or a little larger is still the
# same digit. Drawing such a change anew for each image in each epoch is called augmentation. It
# keeps the network from learning the images by heart. ``affine_grid`` takes one matrix per image
# and says where each new pixel looks in the old image, in coordinates from -1 to 1.
# ``grid_sample`` fetches what is there.


def distort(images, degrees=10, stretch=0.1, shift=0.1):
    angle, scale, right, down = torch.empty(4, len(images), device=images.device).uniform_(-1, 1)
    angle, scale = torch.deg2rad(degrees * angle), 1 + stretch * scale
    cos, sin, right, down = scale * angle.cos(), scale * angle.sin(), 2 * shift * right, 2 * shift * down
    matrix = torch.stack([cos, -sin, right, sin, cos, down], dim=1).reshape(-1, 2, 3)
    return F.grid_sample(images, F.affine_grid(matrix, images.shape, align_corners=False), align_corners=False)


originals = torch.stack([images[labels == digit][0] for digit in range(10)])
torch.testing.assert_close(distort(originals, degrees=0, stretch=0, shift=0), originals)
rows = torch.stack([originals, distort(originals), distort(originals), distort(originals)])
_, axes = plt.subplots(figsize=(7, 3.4), layout="constrained")
axes.imshow(rows.permute(0, 3, 1, 4, 2).reshape(4 * 28, 10 * 28).cpu().numpy(), cmap="gray_r")
axes.set(title="Ten digits (top row), each distorted three times", xlabel="label", ylabel="distortion")
axes.set_xticks(range(14, 280, 28), range(10))
axes.set_yticks(range(14, 112, 28), ["none", "1st", "2nd", "3rd"])
plt.show()

# %%
# Ten degrees or twenty are hard to tell by eye, so try the function where the answer is known: on
# a dot that is ten pixels to the right of the middle. Five hundred draws come close to the limits.

dots = torch.zeros(500, 1, 28, 28, device=device)
dots[:, :, 13:15, 23:25] = 1
place = torch.arange(28.0, device=device) - 13.5


def middle(images):
    return [images.sum(dim=(1, other)) @ place / images.sum(dim=(1, 2, 3)) for other in (2, 3)]


right, down = middle(distort(dots, stretch=0, shift=0))
angle = torch.atan2(down, right).rad2deg().abs().max()
right, down = middle(distort(dots, degrees=0, stretch=0))
shift = torch.maximum((right - 10).abs(), down.abs()).max()
right, down = middle(distort(dots, degrees=0, shift=0))
print(f"up to {angle:.2f} degrees, {shift:.2f} pixels; distance {right.min():.2f} to {right.max():.2f}")
assert 9.5 < angle < 10.1 and 2.7 < shift < 2.81 and 9 < right.min() < 9.3 and 10.8 < right.max() < 11.2

# %%
# The network
# -----------
# There are three convolutions. A stride of 2 and two poolings bring 28 pixels a side down to 3. The
# large images cost the most time, so the first layers shrink them at once. Batch normalisation
# takes the mean away, and a bias with it, hence ``bias=False``. ``channels_last`` changes the order
# of the values in memory, not the values: many processors compute faster with it.

model = nn.Sequential(
    nn.Conv2d(1, 16, 5, stride=2, padding=2, bias=False), nn.MaxPool2d(2), nn.BatchNorm2d(16), nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
    nn.Conv2d(32, 32, 3, padding=1, bias=False), nn.MaxPool2d(2), nn.BatchNorm2d(32), nn.ReLU(),
    nn.Flatten(), nn.Linear(32 * 3 * 3, 10),
).to(device, memory_format=torch.channels_last)
shapes, x = [], images[:5]
for layer in model:
    x = layer(x)
    shapes.append(tuple(x.shape[1:]))
print(*dict.fromkeys(shapes), sep=" -> ")
num_parameters = sum(parameter.numel() for parameter in model.parameters())
print(f"{num_parameters = }")
assert num_parameters == 16 * (25 + 2) + 32 * (16 * 9 + 2) + 32 * (32 * 9 + 2) + 10 * (32 * 9 + 1)

# %%
# Loss and learning rate
# ----------------------
# Cross entropy alone asks for ever larger scores. ``label_smoothing=0.1`` spreads a tenth of the
# target over all ten digits, which ends that. ``OneCycleLR`` raises the learning rate and lowers it
# again to almost zero, so few epochs suffice. It is stepped after every batch and must know how
# many there will be. A large training set needs fewer epochs.

batch_size, max_lr = 128, 0.02
num_epochs = 12 if len(train) < 10_000 else 3
num_batches = num_epochs * len(train.split(batch_size))
loss_fn = nn.CrossEntropyLoss(label_smoothing=0.1)
optimizer = torch.optim.AdamW(model.parameters())
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr, total_steps=num_batches)
log_probability = x.log_softmax(dim=1)
by_hand = 0.9 * F.nll_loss(log_probability, labels[:5]) - 0.1 * log_probability.mean()
print(f"{num_epochs = }, {num_batches = }, untrained loss {by_hand:.2f}")
torch.testing.assert_close(loss_fn(x, labels[:5]), by_hand)

# %%
# Training
# --------
# Each epoch takes the training images in a new order and then counts the right answers on the
# validation set. ``predict`` needs both: ``no_grad`` records nothing, ``eval`` makes batch
# normalisation use its running mean and variance. The losses stay tensors, since ``item()`` would
# make a GPU wait at every step. With ``disable=None`` the progress bar shows in a terminal only; a
# page like this one would keep each of its states as a line. In a notebook, leave ``disable`` out.


def predict(images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(part) for part in images.split(1000)])


losses, accuracies = [], []
with tqdm(total=num_batches, file=sys.stdout, disable=None) as progress:
    for epoch in range(num_epochs):
        model.train()
        for batch in train[torch.randperm(len(train), device=device)].split(batch_size):
            loss = loss_fn(model(distort(images[batch])), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
            scheduler.step()
            progress.update()
        accuracies.append((predict(images[valid]).argmax(dim=1) == labels[valid]).float().mean().item())
print(f"{len(losses)} batches, validation accuracy {accuracies[0]:.3f} after the first epoch, {accuracies[-1]:.3f} now")
assert len(losses) == num_batches and accuracies[-1] > 0.95

# %%
# The loss cannot reach zero: the smoothed target is no certain answer, so even the best scores keep
# a loss. While the learning rate is high, the validation accuracy may jump. It settles as the rate
# falls.

time, loss_curve = torch.arange(1, num_batches + 1) * num_epochs / num_batches, torch.stack(losses).cpu()
figure, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(7, 5), layout="constrained")
top.plot(time, loss_curve, color="tab:blue")
top.set(title="Training loss of each batch", ylabel="loss", ylim=0)
bottom.plot(range(1, num_epochs + 1), accuracies, "o-", color="tab:orange")
bottom.set(title="Share of right answers on the validation set", ylabel="accuracy", xlabel="epochs done")
plt.show()
first, second, third = (part.mean() for part in loss_curve.tensor_split(3))
assert first > second > third and scheduler.get_last_lr()[0] < max_lr / 1000

# %%
# The test, once
# --------------
# Every choice is made. Open the test part, and let this be the last number: go back now to change
# something for its sake, and it tells you less about digits that nobody has seen.

test_images, test_labels = to_tensors(datasets.MNIST(root, train=False))
logits = predict(test_images)
answers = logits.argmax(dim=1)
test_accuracy = (answers == test_labels).float().mean().item()
print(f"{len(test_labels) = }, {test_accuracy = :.4f}")
assert test_accuracy >= 0.98

# %%
# A confusion matrix counts which digit got which answer. What is right lies on the diagonal.

confusion = (10 * test_labels + answers).bincount(minlength=100).reshape(10, 10).cpu()
mistakes = confusion.clone().fill_diagonal_(0)
assert confusion.tolist() == confusion_matrix(test_labels.cpu(), answers.cpu()).tolist()
assert mistakes.sum() == (answers != test_labels).sum()
_, axes = plt.subplots(figsize=(6, 5.4), layout="constrained")
axes.imshow(mistakes.numpy(), cmap="Oranges", vmax=max(2 * mistakes.max(), 1))
for row, column in torch.cartesian_prod(torch.arange(10), torch.arange(10)).tolist():
    axes.text(column, row, confusion[row, column].item() or "·", ha="center", va="center")
axes.set(title="Answers on the test set; mistakes are orange", xlabel="answer", ylabel="digit")
axes.set(xticks=range(10), yticks=range(10))
plt.show()

# %%
# The worst mistakes
# ------------------
# Sort the test images by the probability that the network gives to the true digit. The lowest show
# unreadable digits, wrong labels, and what your network has not understood. If there are fewer than
# ten mistakes, the last images are right answers that it was least sure of.

probability, worst_first = logits.softmax(dim=1).take_along_dim(test_labels[:, None], dim=1).flatten().sort()
figure, all_axes = plt.subplots(2, 5, figsize=(7, 3.9), layout="constrained")
for axes, index, share in zip(all_axes.flat, worst_first.tolist(), probability.tolist()):
    axes.imshow(test_images[index, 0].cpu().numpy(), cmap="gray_r")
    axes.set_title(f"{test_labels[index]} read as {answers[index]}\n{share:.0%} for {test_labels[index]}", fontsize=10)
    axes.set_axis_off()
figure.suptitle("The ten test digits whose true label got the lowest probability")
plt.show()
loss = F.cross_entropy(logits, test_labels, reduction="none")
torch.testing.assert_close(loss[worst_first], -probability.log())  # the largest loss comes first

# %%
# Exercises
# ---------
# 1. Let the network decline the tenth of the validation images that it is least sure of. How good
#    is it on the others? Hint: ``softmax``, ``amax`` and ``quantile``.
# 2. Show the network each validation image five times, distorted, and average the probabilities.
#    Hint: ``distort`` takes all images at once.
# 3. Count how often each digit was mistaken, in either direction. Hint: ``mistakes`` plus its
#    transpose.

# %%
# Solution 1
# ^^^^^^^^^^
# The largest probability says how sure the network is. A good network is unsure where it is wrong.
valid_logits = predict(images[valid])
right = valid_logits.argmax(dim=1) == labels[valid]
confidence = valid_logits.softmax(dim=1).amax(dim=1)
accepted = confidence > confidence.quantile(0.1)
print(f"all {right.float().mean():.3f}, accepted {right[accepted].float().mean():.3f}")
assert abs(accepted.float().mean() - 0.9) < 0.02
assert right[accepted].float().mean() > right.float().mean() - 0.01

# %%
# Solution 2
# ^^^^^^^^^^
# The mean of probabilities is again a probability. Whether it helps, the validation set must say.
looks = torch.stack([predict(distort(images[valid])).softmax(dim=1) for look in range(5)])
averaged = looks.mean(dim=0)
by_look = (looks.argmax(dim=2) == labels[valid]).float().mean(dim=1)
together = (averaged.argmax(dim=1) == labels[valid]).float().mean()
print("one look each", *(f"{share:.3f}" for share in by_look), f"averaged {together:.3f}")
torch.testing.assert_close(averaged.sum(dim=1), torch.ones(len(valid), device=device))
assert together > by_look.mean() - 0.02

# %%
# Solution 3
# ^^^^^^^^^^
# The sum is symmetric, and each mistake is counted for two digits.
either_way = mistakes + mistakes.T
pair = divmod(either_way.argmax().item(), 10)
print(f"mistaken most often: {pair}, {either_way[pair]} times; per digit {either_way.sum(dim=1).tolist()}")
assert either_way.equal(either_way.T) and either_way.sum() == 2 * (answers != test_labels).sum()

# %%
# Where to go next
# ----------------
# :doc:`/lessons/06_ecosystem/01_lightning` hands the training loop to a library, and
# :doc:`/lessons/07_beyond/02_transfer_learning` begins with a network that can already see. See
# also :doc:`/cards/cnn/layers`, :doc:`/cards/vision/datasets` and :doc:`/cards/training/loop`.
