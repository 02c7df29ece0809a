"""Boxes and detection

A detector answers with boxes, scores and classes. ``torchvision.ops`` compares boxes, throws duplicates away, cuts
features out of an image, and holds some losses and layers. All of it works on plain tensors.
"""


def box_formats():
    """``box_convert`` turns two corners (``xyxy``) into corner and size (``xywh``) or middle and size (``cxcywh``).

    Data sets and models differ in the format, and nothing warns you when you mix them up. The functions of this module
    expect ``xyxy``.

    >>> import torch
    >>> from torchvision import ops
    >>> boxes = torch.tensor([[2.0, 1.0, 6.0, 4.0]])
    >>> ops.box_convert(boxes, in_fmt="xyxy", out_fmt="xywh")
    tensor([[2., 1., 4., 3.]])
    >>> ops.box_convert(boxes, in_fmt="xyxy", out_fmt="cxcywh")
    tensor([[4.0000, 2.5000, 4.0000, 3.0000]])
    >>> ops.box_convert(torch.tensor([[4.0, 2.5, 4.0, 3.0]]), in_fmt="cxcywh", out_fmt="xyxy")
    tensor([[2., 1., 6., 4.]])

    The area of the same numbers, read in the right and in the wrong format:

    >>> ops.box_area(boxes), ops.box_area(ops.box_convert(boxes, "xywh", "xyxy"))
    (tensor([12.]), tensor([24.]))
    """


def box_iou():
    """``box_iou`` divides the area that two boxes share by the area they cover, for every pair of two sets.

    IoU, intersection over union, is 1 for equal boxes and 0 for boxes that do not touch. From N and M boxes you get a
    matrix ``(N, M)``.

    >>> import torch
    >>> from torchvision import ops
    >>> truth = torch.tensor([[0.0, 0.0, 4.0, 4.0]])
    >>> found = torch.tensor([[0.0, 0.0, 4.0, 5.0], [2.0, 0.0, 6.0, 4.0], [7.0, 0.0, 9.0, 4.0]])
    >>> ops.box_iou(found, truth)
    tensor([[0.8000],
            [0.3333],
            [0.0000]])
    >>> ops.box_iou(truth, found).shape
    torch.Size([1, 3])

    By hand for the second: they share 2 by 4, and cover 16 + 16 - 8.

    >>> 8 / (16 + 16 - 8)
    0.3333333333333333

    ``generalized_box_iou`` also tells boxes apart that do not touch: the farther, the more negative.
    ``distance_box_iou`` and ``complete_box_iou`` count the distance of the middles, the latter the shape as well.

    >>> ops.generalized_box_iou(found, truth).flatten()
    tensor([ 0.8000,  0.3333, -0.3333])
    >>> ops.distance_box_iou(found, truth).flatten()
    tensor([ 0.7939,  0.2564, -0.3711])
    >>> ops.complete_box_iou(found, truth).flatten()
    tensor([ 0.7938,  0.2564, -0.3728])
    """


def nms():
    """``nms`` keeps the best of the boxes that overlap more than ``iou_threshold`` and returns the kept indices.

    A detector finds the same object several times. ``nms``, non-maximum suppression, goes from the highest score down
    and drops what overlaps a kept box too much. The indices come in the order of the scores.

    >>> import torch
    >>> from torchvision import ops
    >>> boxes = torch.tensor([[0.0, 0.0, 4.0, 4.0], [2.0, 0.0, 6.0, 4.0], [0.0, 0.0, 4.0, 5.0]])
    >>> scores = torch.tensor([0.5, 0.9, 0.6])
    >>> ops.box_iou(boxes, boxes)
    tensor([[1.0000, 0.3333, 0.8000],
            [0.3333, 1.0000, 0.2857],
            [0.8000, 0.2857, 1.0000]])
    >>> ops.nms(boxes, scores, iou_threshold=0.5)
    tensor([1, 2])
    >>> ops.nms(boxes, scores, iou_threshold=0.85)
    tensor([1, 2, 0])
    >>> ops.nms(boxes, scores, iou_threshold=0.2)
    tensor([1])

    Boxes of different classes do not compete with ``batched_nms``. Box 0 has a class of its own here, and stays.

    >>> ops.batched_nms(boxes, scores, idxs=torch.tensor([7, 3, 3]), iou_threshold=0.2)
    tensor([1, 0])
    """


def tidy_boxes():
    """``clip_boxes_to_image`` cuts boxes at the edge of the image, ``remove_small_boxes`` finds those worth keeping.

    The size of the image is (height, width), while a box counts x first. ``masks_to_boxes`` makes boxes of masks:
    from the first pixel of the mask to the last, both included.

    >>> import torch
    >>> from torchvision import ops
    >>> boxes = torch.tensor([[-1.0, 2.0, 7.0, 9.0], [1.0, 1.0, 2.0, 5.0], [2.0, 1.0, 5.0, 6.0]])
    >>> ops.clip_boxes_to_image(boxes, size=(8, 6))
    tensor([[0., 2., 6., 8.],
            [1., 1., 2., 5.],
            [2., 1., 5., 6.]])
    >>> ops.remove_small_boxes(boxes, min_size=3.0)
    tensor([0, 2])
    >>> masks = torch.tensor([[[0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 0, 0]]]) == 1
    >>> ops.masks_to_boxes(masks)
    tensor([[2., 0., 3., 1.]])
    """


def cut_features_out():
    """``roi_align`` and ``roi_pool`` cut boxes out of feature maps and bring them all to one size.

    ``roi_pool`` takes the largest value of whole pixels, ``roi_align`` a mean of values between pixels, so that
    a box need not end at a pixel. ``boxes`` is a list with one tensor per image; ``spatial_scale`` says how much
    smaller the map is than the image.

    >>> import torch
    >>> from torchvision import ops
    >>> features = torch.arange(16.0).view(1, 1, 4, 4)
    >>> boxes = [torch.tensor([[0.0, 0.0, 2.0, 2.0], [2.0, 1.0, 4.0, 3.0]])]
    >>> ops.roi_align(features, boxes, output_size=1, aligned=True).flatten()
    tensor([2.5000, 8.5000])
    >>> features[0, 0, :2, :2].mean(), features[0, 0, 1:3, 2:].mean()
    (tensor(2.5000), tensor(8.5000))
    >>> ops.roi_pool(features, [torch.tensor([[0.0, 0.0, 3.0, 1.0]])], output_size=2).flatten()
    tensor([1., 3., 5., 7.])
    >>> ops.roi_align(features, [2 * boxes[0]], output_size=1, spatial_scale=0.5, aligned=True).flatten()
    tensor([2.5000, 8.5000])

    As layers they are called ``RoIAlign`` and ``RoIPool``.

    >>> align = ops.RoIAlign(output_size=(2, 1), spatial_scale=1.0, sampling_ratio=1, aligned=True)
    >>> align(features, boxes).shape, align(features, boxes).flatten()
    (torch.Size([2, 1, 2, 1]), tensor([ 0.5000,  4.5000,  6.5000, 10.5000]))
    """


def detection_losses():
    """``sigmoid_focal_loss`` is binary cross-entropy times ``(1 - p) ** gamma``: sure right answers hardly count.

    In detection nearly every place is background and easy; without the factor these would outweigh the rest. ``p`` is
    the probability of the right answer, and ``alpha``, 0.25 by default, weighs the positive class, ``1 - alpha`` the
    negative one.

    >>> import torch
    >>> from torch.nn import functional as F
    >>> from torchvision import ops
    >>> logits, targets = torch.tensor([0.0, 1.0, -2.0]), torch.tensor([1.0, 1.0, 0.0])
    >>> ops.sigmoid_focal_loss(logits, targets, alpha=0.25, gamma=2)
    tensor([0.0433, 0.0057, 0.0014])
    >>> entropy = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    >>> p = torch.sigmoid(logits) * targets + torch.sigmoid(-logits) * (1 - targets)
    >>> torch.tensor([0.25, 0.25, 0.75]) * (1 - p) ** 2 * entropy
    tensor([0.0433, 0.0057, 0.0014])

    For the boxes, ``generalized_box_iou_loss`` is 1 minus the generalized IoU of each pair.

    >>> found = torch.tensor([[2.0, 0.0, 6.0, 4.0], [7.0, 0.0, 9.0, 4.0]])
    >>> truth = torch.tensor([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 4.0]])
    >>> ops.generalized_box_iou_loss(found, truth)
    tensor([0.6667, 1.3333])
    >>> ops.distance_box_iou_loss(found, truth), ops.complete_box_iou_loss(found, truth, reduction="sum")
    (tensor([0.7436, 1.3711]), tensor(2.1164))
    """


def building_blocks():
    """``torchvision.ops`` has the blocks its models are made of, such as ``Conv2dNormActivation`` and ``MLP``.

    ``Conv2dNormActivation`` pads so that the size stays, and leaves out the bias that the normalisation would cancel.
    ``MLP`` alternates linear layers with dropout.

    >>> import torch
    >>> from torchvision import ops
    >>> block = ops.Conv2dNormActivation(3, 4, kernel_size=5)
    >>> [type(layer).__name__ for layer in block], block[0].padding, block[0].bias is None
    (['Conv2d', 'BatchNorm2d', 'ReLU'], (2, 2), True)
    >>> block(torch.rand(2, 3, 8, 9)).shape
    torch.Size([2, 4, 8, 9])
    >>> mlp = ops.MLP(3, [5, 2])
    >>> [type(layer).__name__ for layer in mlp]
    ['Linear', 'ReLU', 'Dropout', 'Linear', 'Dropout']
    >>> mlp[0], mlp(torch.rand(7, 3)).shape
    (Linear(in_features=3, out_features=5, bias=True), torch.Size([7, 2]))

    ``SqueezeExcitation`` weighs the channels of each image by numbers between 0 and 1 that it computes from it. Here
    the image is 1 everywhere, so you see the numbers: one for each channel, 0 rounded down and 1 rounded up.

    >>> weigh = ops.SqueezeExcitation(input_channels=4, squeeze_channels=2)
    >>> weigh.fc1
    Conv2d(4, 2, kernel_size=(1, 1), stride=(1, 1))
    >>> weighed = weigh(torch.ones(2, 4, 3, 3)).detach()
    >>> weighed.shape, weighed.floor().unique(), weighed.ceil().unique()
    (torch.Size([2, 4, 3, 3]), tensor([0.]), tensor([1.]))
    >>> weighed.flatten(2).unique(dim=2).shape
    torch.Size([2, 4, 1])

    ``StochasticDepth`` drops whole samples while training and scales up what is left; ``DropBlock2d`` drops squares.

    >>> dropped = ops.StochasticDepth(p=0.75, mode="row")(torch.ones(200, 3))
    >>> dropped.unique(dim=0)
    tensor([[0., 0., 0.],
            [4., 4., 4.]])
    >>> images, drop = torch.ones(50, 4, 9, 9), ops.DropBlock2d(p=0.1, block_size=3)
    >>> drop(images).shape, drop(images).min(), drop(images).max() > 1
    (torch.Size([50, 4, 9, 9]), tensor(0.), tensor(True))
    >>> drop.eval()(images).equal(images)
    True

    ``Permute`` reorders dimensions as a layer, and ``FrozenBatchNorm2d`` normalises with numbers that never change.

    >>> ops.Permute([0, 2, 1])(torch.zeros(2, 3, 5)).shape
    torch.Size([2, 5, 3])
    >>> frozen = ops.FrozenBatchNorm2d(4)
    >>> list(frozen.parameters()), frozen.running_var
    ([], tensor([1., 1., 1., 1.]))
    """
