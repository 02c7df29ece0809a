"""From feature maps to classes

Behind its convolutions a network makes the maps smaller, lays them out in a row and ends in a linear layer. These cards
follow the shapes on that way. Where only shapes matter, the input is ``torch.empty``: any numbers.
"""


def max_pooling():
    """``nn.MaxPool2d(2)`` keeps the maximum of each 2x2 window, halves both sides and has nothing to learn.

    It is the usual pooling behind a convolution. Of an odd side, the last row or column is left out.

    >>> import torch
    >>> from torch import nn
    >>> image = torch.tensor([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 9.0, 7.0], [6.0, 0.0, 1.0, 2.0], [0.0, 8.0, 3.0, 4.0]])
    >>> image
    tensor([[1., 5., 2., 0.],
            [3., 4., 9., 7.],
            [6., 0., 1., 2.],
            [0., 8., 3., 4.]])
    >>> nn.MaxPool2d(2)(image.view(1, 1, 4, 4))
    tensor([[[[5., 9.],
              [8., 4.]]]])
    >>> pool = nn.MaxPool2d(2)
    >>> pool(torch.empty(1, 64, 28, 29)).shape
    torch.Size([1, 64, 14, 14])
    >>> pool, list(pool.parameters())
    (MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False), [])
    """


def stride_of_pooling():
    """The one number of ``nn.MaxPool2d(2)`` is kernel size and stride at once; a convolution has stride 1 by default.

    Rows and columns that fill no whole window are dropped.

    >>> import torch
    >>> from torch import nn
    >>> pool, convolution = nn.MaxPool2d(2), nn.Conv2d(1, 1, 2)
    >>> (pool.kernel_size, pool.stride), (convolution.kernel_size, convolution.stride)
    ((2, 2), ((2, 2), (1, 1)))
    >>> image = torch.empty(1, 1, 5, 5)
    >>> pool(image).shape, convolution(image).shape
    (torch.Size([1, 1, 2, 2]), torch.Size([1, 1, 4, 4]))
    >>> nn.MaxPool2d(2, stride=1)(image).shape
    torch.Size([1, 1, 4, 4])
    >>> nn.MaxPool2d(2, ceil_mode=True)(image).shape
    torch.Size([1, 1, 3, 3])
    """


def flatten_the_maps():
    """``x.view(x.shape[0], -1)`` makes one row of numbers per sample, as ``nn.Flatten()`` does.

    A linear layer needs rows. The 30 maps of 5x5 pixels become 750 numbers, map after map.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.arange(1500.0).view(2, 30, 5, 5)
    >>> rows = x.view(x.shape[0], -1)
    >>> rows.shape
    torch.Size([2, 750])
    >>> rows[1, 24:27], x[1, 0, 4, 4], x[1, 1, 0, 0]
    (tensor([774., 775., 776.]), tensor(774.), tensor(775.))
    >>> torch.equal(nn.Flatten()(x), rows), torch.equal(torch.flatten(x, 1), rows)
    (True, True)
    """


def features_for_the_linear_layer():
    """``in_features`` behind the convolutions depends on the image size: 30 * 5 * 5 fits sides of 32 to 35 only.

    Follow the shape: a kernel of 5 takes 4 off a side, and pooling halves it.

    >>> import torch
    >>> from torch import nn
    >>> layers = [nn.Conv2d(3, 64, 5), nn.MaxPool2d(2), nn.Conv2d(64, 30, 5), nn.MaxPool2d(2), nn.Flatten()]
    >>> x = torch.empty(1, 3, 32, 32)
    >>> for layer in layers:
    ...     x = layer(x)
    ...     print(tuple(x.shape))
    (1, 64, 28, 28)
    (1, 64, 14, 14)
    (1, 30, 10, 10)
    (1, 30, 5, 5)
    (1, 750)
    >>> model = nn.Sequential(*layers, nn.Linear(30 * 5 * 5, 10))
    >>> for side in (31, 32, 35, 36):
    ...     try:
    ...         print(side, tuple(model(torch.empty(1, 3, side, side)).shape))
    ...     except RuntimeError as error:
    ...         print(side, error)
    31 mat1 and mat2 shapes cannot be multiplied (1x480 and 750x10)
    32 (1, 10)
    35 (1, 10)
    36 mat1 and mat2 shapes cannot be multiplied (1x1080 and 750x10)

    MNIST images are 1x28x28: the first convolution refuses their one channel, and with three channels the linear layer
    refuses their size.

    >>> model(torch.empty(1, 1, 28, 28))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: ... expected input[1, 1, 28, 28] to have 3 channels, but got 1 channels instead
    >>> model(torch.empty(1, 3, 28, 28))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x480 and 750x10)
    """


def layers_of_a_network():
    """A convolutional network also has activations and usually a linear layer at its end; pooling is optional.

    Often written: it consists of convolution and pooling layers. Here is a whole one for images of 8x8 pixels and ten
    classes.

    >>> import torch
    >>> from torch import nn
    >>> convolution = nn.Conv2d(1, 4, 3, padding=1)
    >>> model = nn.Sequential(convolution, nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 10))
    >>> image, other = torch.randn(2, 1, 1, 8, 8)
    >>> model(image).shape
    torch.Size([1, 10])

    Without the ReLU, convolution and linear layer are one linear map: the average of two inputs gives the average of
    the outputs. The ReLU makes the difference.

    >>> linear = nn.Sequential(convolution, nn.Flatten(), nn.Linear(256, 10))
    >>> linear(image).shape
    torch.Size([1, 10])
    >>> curved = nn.Sequential(convolution, nn.ReLU(), *linear[1:])
    >>> for net in (linear, curved):
    ...     print(torch.allclose(net((image + other) / 2), (net(image) + net(other)) / 2, atol=1e-5))
    True
    False

    A convolution with stride 2 halves the sides without any pooling.

    >>> nn.Conv2d(1, 4, 3, stride=2, padding=1)(image).shape
    torch.Size([1, 4, 4, 4])
    """


def hidden_layers():
    """Every layer between input and output is a hidden layer, not only the convolutions.

    Often written: the hidden layer of a convolutional network is called the convolution layer. Count the kinds in a
    small network of the shape of AlexNet: convolutions are the smaller part.

    >>> from collections import Counter
    >>> from torch import nn
    >>> def block(in_channels, out_channels):
    ...     return [nn.Conv2d(in_channels, out_channels, 3, padding=1), nn.ReLU()]
    >>> model = nn.Sequential(
    ...     *block(3, 8), nn.MaxPool2d(2), *block(8, 16), nn.MaxPool2d(2),
    ...     *block(16, 32), *block(32, 32), *block(32, 16), nn.MaxPool2d(2), nn.Flatten(),
    ...     nn.Linear(256, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    >>> hidden = Counter(type(layer).__name__ for layer in list(model)[:-1])
    >>> sorted(hidden.items())
    [('Conv2d', 5), ('Flatten', 1), ('Linear', 2), ('MaxPool2d', 3), ('ReLU', 7)]

    It runs on an image of 32x32 pixels, and each hidden layer hands its output to the next.

    >>> import torch
    >>> model(torch.empty(2, 3, 32, 32)).shape
    torch.Size([2, 10])
    """


def vgg16():
    """``torchvision.models.vgg16`` is 13 convolutions and 3 linear layers; the first linear one holds most weights.

    VGG is a plain row of layers like those above, five times a few 3x3 convolutions and a pooling, only larger. The
    ``meta`` device makes it without numbers, so it takes hardly any memory or time. (Simonyan and Zisserman, "Very deep
    convolutional networks for large-scale image recognition", 2014.)

    >>> import torch
    >>> from torchvision import models
    >>> with torch.device("meta"):
    ...     net = models.vgg16()
    ...     images = torch.empty(2, 3, 224, 224)
    >>> def count(kind):
    ...     return sum(isinstance(module, kind) for module in net.modules())
    >>> count(torch.nn.Conv2d), count(torch.nn.Linear), count(torch.nn.MaxPool2d)
    (13, 3, 5)
    >>> net.features(images).shape, net(images).shape
    (torch.Size([2, 512, 7, 7]), torch.Size([2, 1000]))
    >>> net.classifier[0]
    Linear(in_features=25088, out_features=4096, bias=True)
    >>> sizes = {name: parameter.numel() for name, parameter in net.named_parameters()}
    >>> max(sizes, key=sizes.get), round(sizes["classifier.0.weight"] / sum(sizes.values()), 2)
    ('classifier.0.weight', 0.74)
    >>> sum(sizes.values())
    138357544
    """
