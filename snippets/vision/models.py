"""Ready-made image models

``torchvision.models`` builds well-known networks, with or without trained weights. These cards build them without any
download, fit them to your own classes, and show what the weights' entries know before you fetch them.
"""


def without_download():
    """``resnet18(weights=None)`` builds the network with random weights and downloads nothing; so does ``resnet18()``.

    It takes images ``(N, 3, H, W)`` and returns one number for each class, 1000 by default. On the "meta" device a
    model has shapes only, which is enough to look at it.

    >>> import torch
    >>> from torchvision import models
    >>> with torch.device("meta"):
    ...     model = models.resnet18(weights=None)
    ...     small = models.resnet18(num_classes=7)
    >>> model(torch.empty(2, 3, 64, 96, device="meta")).shape
    torch.Size([2, 1000])
    >>> small(torch.empty(5, 3, 224, 224, device="meta")).shape
    torch.Size([5, 7])
    >>> sum(parameter.numel() for parameter in model.parameters())
    11689512

    A grey image has the wrong number of channels.

    >>> models.squeezenet1_1()(torch.empty(2, 1, 64, 64))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Given groups=1, weight of size [64, 3, 3, 3], expected input[2, 1, 64, 64] to have 3 channels, ...
    """


def pretrained_argument():
    """``pretrained=True`` is deprecated: write ``weights="DEFAULT"`` or a member of the weights' enum.

    The enum, such as ``SqueezeNet1_1_Weights``, is a class that lists the weights there are. ``pretrained=False`` warns
    too; leave it out, or write ``weights=None``.

    >>> import torch
    >>> import warnings
    >>> from torchvision import models
    >>> with warnings.catch_warnings(record=True) as caught, torch.device("meta"):
    ...     warnings.simplefilter("always")
    ...     model = models.squeezenet1_1(pretrained=False)
    >>> print(str(caught[0].message)[:51])
    The parameter 'pretrained' is deprecated since 0.13
    >>> print(str(caught[1].message)[-61:])
    The current behavior is equivalent to passing `weights=None`.

    A name that the enum does not have is an error, and nothing is fetched.

    >>> models.squeezenet1_1(weights="IMAGENET")
    Traceback (most recent call last):
        ...
    KeyError: 'IMAGENET'
    >>> [weights.name for weights in models.SqueezeNet1_1_Weights], models.SqueezeNet1_1_Weights.DEFAULT.name
    (['IMAGENET1K_V1'], 'IMAGENET1K_V1')
    """


def models_by_name():
    """``list_models`` gives the names of the models, and ``get_model`` builds one from its name.

    So the name can come from a command line or a loop.

    >>> import torch
    >>> from torchvision import models
    >>> models.list_models(module=models, include="resnet*")
    ['resnet101', 'resnet152', 'resnet18', 'resnet34', 'resnet50']
    >>> models.list_models(module=models.segmentation, exclude=["deeplab*", "lraspp*"])
    ['fcn_resnet101', 'fcn_resnet50']
    >>> with torch.device("meta"):
    ...     for name in ("squeezenet1_1", "resnet50"):
    ...         model = models.get_model(name, weights=None, num_classes=3)
    ...         print(name, sum(parameter.numel() for parameter in model.parameters()))
    squeezenet1_1 724035
    resnet50 23514179
    >>> with torch.device("meta"):
    ...     sum(parameter.numel() for parameter in models.resnet50().parameters())
    25557032
    >>> models.get_model_builder("resnet18") is models.resnet18
    True
    >>> models.get_model("resnet19", weights=None)
    Traceback (most recent call last):
        ...
    ValueError: Unknown model resnet19
    """


def weights_know():
    """An entry of a weights' enum knows classes, size and preprocessing; ``meta`` and ``transforms()`` tell.

    Nothing is downloaded until you build a model with it. ``DEFAULT`` is another name for the best entry.

    >>> import torch
    >>> from torchvision import models
    >>> models.get_model_weights("resnet50") is models.ResNet50_Weights
    True
    >>> [weights.name for weights in models.ResNet50_Weights], models.ResNet50_Weights.DEFAULT.name
    (['IMAGENET1K_V1', 'IMAGENET1K_V2'], 'IMAGENET1K_V2')
    >>> weights = models.get_weight("ResNet18_Weights.IMAGENET1K_V1")
    >>> weights.meta["categories"][:2], len(weights.meta["categories"]), weights.meta["num_params"]
    (['tench', 'goldfish'], 1000, 11689512)

    ``transforms()`` prepares an image as it was prepared when the weights were scored: training drew crops and flips,
    this draws nothing. Weights and transforms belong together.

    >>> prepare = weights.transforms()
    >>> prepare.resize_size, prepare.crop_size, prepare.mean
    ([256], [224], [0.485, 0.456, 0.406])
    >>> image = torch.full((3, 300, 400), 255, dtype=torch.uint8)
    >>> prepare(image).shape, prepare(image)[:, 0, 0]
    (torch.Size([3, 224, 224]), tensor([2.2489, 2.4286, 2.6400]))
    >>> (1 - torch.tensor(prepare.mean)) / torch.tensor(prepare.std)
    tensor([2.2489, 2.4286, 2.6400])
    """


def replace_the_head():
    """For classes of your own, replace the last layer: ``model.fc`` in a ResNet, ``model.classifier`` in others.

    The layers before it keep what they have learned. The new layer takes as many inputs as the old one did.

    >>> import torch
    >>> from torch import nn
    >>> from torchvision import models
    >>> with torch.device("meta"):
    ...     model = models.resnet18()
    >>> model.fc
    Linear(in_features=512, out_features=1000, bias=True)
    >>> model.fc = nn.Linear(model.fc.in_features, 4, device="meta")
    >>> images = torch.empty(2, 3, 64, 64, device="meta")
    >>> model(images).shape
    torch.Size([2, 4])

    Print the children to find the name; it differs from family to family.

    >>> [name for name, child in model.named_children()]
    ['conv1', 'bn1', 'relu', 'maxpool', 'layer1', 'layer2', 'layer3', 'layer4', 'avgpool', 'fc']
    >>> with torch.device("meta"):
    ...     models.mobilenet_v3_small().classifier[-1], models.squeezenet1_1().classifier[1]
    (Linear(in_features=1024, out_features=1000, bias=True), Conv2d(512, 1000, kernel_size=(1, 1), stride=(1, 1)))

    ``nn.Identity()`` as the head makes a model that returns its features.

    >>> model.fc = nn.Identity()
    >>> model(images).shape
    torch.Size([2, 512])
    """


def freeze():
    """``requires_grad_(False)`` freezes the parameters of a model, but ``train()`` still moves its running means.

    Freeze everything, then put a new head on: its parameters are trainable.

    >>> import torch
    >>> from torch import nn
    >>> from torchvision import models
    >>> model = models.shufflenet_v2_x0_5(weights=None)
    >>> _ = model.requires_grad_(False)
    >>> model.fc = nn.Linear(model.fc.in_features, 3)
    >>> model.fc
    Linear(in_features=1024, out_features=3, bias=True)
    >>> [name for name, parameter in model.named_parameters() if parameter.requires_grad]
    ['fc.weight', 'fc.bias']

    Batch normalisation updates its statistics in training mode, without any gradient. Put the frozen part into
    evaluation mode when they are to stay. The first block is enough to see it.

    >>> images = torch.rand(4, 3, 32, 32)
    >>> def first_mean():
    ...     return model.conv1[1].running_mean.clone()
    >>> start = first_mean()
    >>> for training in (False, True):
    ...     result = model.train(training).conv1(images)
    ...     print(training, result.shape, torch.equal(first_mean(), start))
    False torch.Size([4, 24, 16, 16]) True
    True torch.Size([4, 24, 16, 16]) False
    """


def features_inside():
    """``create_feature_extractor`` makes a model that returns what layers inside another model compute.

    Name the layers as ``get_graph_node_names`` lists them. The results come in a dictionary, under the names you
    choose.

    >>> import torch
    >>> from torchvision import models
    >>> from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names
    >>> model = models.squeezenet1_1(num_classes=7).eval()
    >>> train_names, eval_names = get_graph_node_names(model)
    >>> eval_names[:4], eval_names[-6:-3]
    (['x', 'features.0', 'features.1', 'features.2'], ['features.12.cat', 'classifier.0', 'classifier.1'])
    >>> extractor = create_feature_extractor(model, {"features.2": "early", "features.12.cat": "late"})
    >>> images = torch.rand(2, 3, 32, 48)
    >>> features = extractor(images)
    >>> {name: tuple(value.shape) for name, value in features.items()}
    {'early': (2, 64, 7, 11), 'late': (2, 512, 1, 2)}
    >>> logits = model(images)
    >>> logits.shape, torch.allclose(model.classifier(features["late"]).flatten(start_dim=1), logits)
    (torch.Size([2, 7]), True)
    """


def two_heads_of_inception():
    """Some models return more than logits while training: ``googlenet`` and ``inception_v3`` return a tuple then.

    Their side heads help training and are left out in evaluation mode. Use the field ``logits``; a loss of the tuple
    itself is a ``TypeError``.

    >>> import torch
    >>> from torchvision import models
    >>> with torch.device("meta"):
    ...     model = models.googlenet(num_classes=7, aux_logits=True, init_weights=False)
    >>> images = torch.empty(2, 3, 224, 224, device="meta")
    >>> outputs = model.train()(images)
    >>> type(outputs).__name__, outputs._fields, outputs.logits.shape
    ('GoogLeNetOutputs', ('logits', 'aux_logits2', 'aux_logits1'), torch.Size([2, 7]))
    >>> model.eval()(images).shape
    torch.Size([2, 7])

    Segmentation models return a dictionary, and the key ``out`` has one map per class, as large as the image.

    >>> with torch.device("meta"):
    ...     segmenter = models.segmentation.lraspp_mobilenet_v3_large(weights_backbone=None, num_classes=5)
    >>> segmenter(torch.empty(2, 3, 64, 96, device="meta"))["out"].shape
    torch.Size([2, 5, 64, 96])

    For models with a backbone, of segmentation and of detection, ``weights=None`` alone does download: the trained
    backbone is the default.

    >>> import inspect
    >>> inspect.signature(models.segmentation.lraspp_mobilenet_v3_large).parameters["weights_backbone"].default
    MobileNet_V3_Large_Weights.IMAGENET1K_V1
    """
