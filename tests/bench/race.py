"""The digits lesson against the usual example network: seconds of training until the same test accuracy, on the same data and machine."""

import contextlib
import io
import os
import time

import bench_page
import data
import matplotlib
import torch
from torch import nn
from torch.nn import functional as F
from torchvision.datasets import MNIST

from . import ROOT

LESSON = ROOT / "gallery/05_projects/01_mnist_cnn.py"
LONGEST = 40  # epochs after which the example network is given up


class ExampleNetwork(nn.Module):
    """Two 3x3 convolutions of 32 and 64 channels, dropout 0.25 and 0.5, 128 hidden units: the settings that most introductions share."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.25), nn.Flatten())
        self.classifier = nn.Sequential(nn.Linear(64 * 12 * 12, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))

    def forward(self, images):
        return self.classifier(self.features(images))


def tensors(train):
    """All images of a part as (N, 1, 28, 28) with MNIST's usual mean and deviation, and their labels (N)."""
    part = MNIST(os.environ["PROVEN_DATA"], train=train)
    return (part.data.unsqueeze(1) / 255 - 0.1307) / 0.3081, part.targets


def example(goal, device, longest=LONGEST):
    """Train the example network until its test accuracy reaches ``goal``: (seconds of training, epochs, accuracy)."""
    torch.manual_seed(0)
    (images, labels), (test_images, test_labels) = (map(lambda tensor: tensor.to(device), tensors(train)) for train in (True, False))
    network = ExampleNetwork().to(device)
    optimizer = torch.optim.Adadelta(network.parameters(), lr=1.0)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.7)
    seconds = 0.0
    for epoch in range(1, longest + 1):
        began = time.perf_counter()
        network.train()
        for batch in torch.randperm(len(images), device=device).split(64):
            optimizer.zero_grad()
            F.cross_entropy(network(images[batch]), labels[batch]).backward()
            optimizer.step()
        scheduler.step()
        network.eval()
        with torch.no_grad():
            accuracy = (network(test_images).argmax(dim=1) == test_labels).float().mean().item()
        seconds += time.perf_counter() - began
        if accuracy >= goal:
            break
    return seconds, epoch, accuracy


def lesson():
    """Run the lesson cell by cell: (seconds of its training cell, test accuracy, device)."""
    matplotlib.use("Agg")
    names = {"__name__": "lesson"}
    for cell in LESSON.read_text(encoding="utf-8").split("\n# %%\n"):
        began = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(cell, str(LESSON), "exec"), names)
        if "progress.update()" in cell:
            seconds = time.perf_counter() - began
    return seconds, names["test_accuracy"], names["device"]


def problems(figures):
    """The lesson trained too slowly, or not as well."""
    return [f"expected the example network to take at least {bench_page.LEAST} times as long as the lesson, found {figures['ratio']:.1f} times. Look at the lesson on digits."] * (figures["ratio"] < bench_page.LEAST)


def measure(small):
    """Both on the data root of the build, which is filled first. Small: one epoch of the example network."""
    os.environ["PROVEN_DATA"] = data.prepare()["root"]
    lesson_seconds, accuracy, device = lesson()
    example_seconds, epochs, reached = example(accuracy, device, longest=1 if small else LONGEST)
    return {"lesson_seconds": lesson_seconds, "accuracy": accuracy, "example_seconds": example_seconds, "example_epochs": epochs,
            "example_accuracy": reached, "ratio": example_seconds / lesson_seconds}
