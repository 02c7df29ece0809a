"""Pruning weights

Pruning sets the least important weights to 0 and keeps them there. These cards show what ``torch.nn.utils.prune`` does
to a layer, and how to finish. You need them to find out how many of its weights a trained model can do without.
"""


def smallest_weights():
    """``prune.l1_unstructured`` sets the weights of smallest size to 0; ``amount`` is a number or a fraction.

    An integer counts weights, a float between 0 and 1 is a share. A second call counts only what the first one left.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = nn.Linear(3, 2)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[1.0, -6.0, 3.0], [2.0, -5.0, 4.0]]))
    >>> layer.weight.tolist()
    [[1.0, -6.0, 3.0], [2.0, -5.0, 4.0]]
    >>> _ = prune.l1_unstructured(layer, "weight", amount=2)
    >>> layer.weight.tolist()
    [[0.0, -6.0, 3.0], [0.0, -5.0, 4.0]]
    >>> _ = prune.l1_unstructured(layer, "weight", amount=0.5)
    >>> layer.weight.tolist()
    [[0.0, -6.0, 0.0], [0.0, -5.0, 0.0]]

    More than are left is refused.

    >>> prune.l1_unstructured(layer, "weight", amount=3)
    Traceback (most recent call last):
        ...
    ValueError: amount=3 should be smaller than the number of parameters to prune=2
    """


def mask_and_original():
    """A pruned layer keeps all its weights as ``weight_orig``, a mask of 0 and 1 as a buffer, and computes ``weight``.

    So pruning alone makes nothing smaller: the zeros are stored and multiplied like other numbers.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = nn.Linear(3, 1, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[4.0, 2.0, 3.0]]))
    >>> layer.weight.tolist()
    [[4.0, 2.0, 3.0]]
    >>> _ = prune.l1_unstructured(layer, "weight", amount=1)
    >>> [(name, p.tolist()) for name, p in layer.named_parameters()]
    [('weight_orig', [[4.0, 2.0, 3.0]])]
    >>> [(name, b.tolist()) for name, b in layer.named_buffers()]
    [('weight_mask', [[1.0, 0.0, 1.0]])]
    >>> layer.weight.tolist()
    [[4.0, 0.0, 3.0]]

    The gradient of a pruned weight is 0, so no gradient brings it back.

    >>> layer(torch.tensor([7.0, 8.0, 9.0])).backward()
    >>> layer.weight_orig.grad
    tensor([[7., 0., 9.]])
    """


def make_pruning_permanent():
    """``prune.remove`` does not undo the pruning: it writes the zeros into the weight and takes the mask away.

    The name misleads. After it, ``weight`` is an ordinary parameter again, the original values are gone, and nothing
    keeps the zeros at 0 in further training.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = nn.Linear(3, 1, bias=False)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[4.0, 2.0, 3.0]]))
    >>> layer.weight.tolist()
    [[4.0, 2.0, 3.0]]
    >>> _ = prune.l1_unstructured(layer, "weight", amount=1)
    >>> prune.is_pruned(layer), list(layer.state_dict())
    (True, ['weight_orig', 'weight_mask'])
    >>> _ = prune.remove(layer, "weight")
    >>> prune.is_pruned(layer), list(layer.state_dict())
    (False, ['weight'])
    >>> layer.weight
    Parameter containing:
    tensor([[4., 0., 3.]], requires_grad=True)
    >>> layer(torch.tensor([7.0, 8.0, 9.0])).backward()
    >>> layer.weight.grad
    tensor([[7., 8., 9.]])
    """


def random_weights():
    """``prune.random_unstructured`` prunes weights by lot: the number is certain, the places are not.

    It is the comparison that any cleverer choice must beat.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = prune.random_unstructured(nn.Linear(4, 5), "weight", amount=0.25)
    >>> layer.weight_mask.shape, int((layer.weight_mask == 0).sum())
    (torch.Size([5, 4]), 5)
    >>> _ = prune.random_unstructured(layer, "weight", amount=3)
    >>> int((layer.weight_mask == 0).sum())
    8
    """


def whole_rows():
    """``prune.ln_structured`` prunes whole rows or columns, those of the smallest norm; ``dim`` says which.

    A row of zeros in the weight of a linear layer is an output that could be left out for good. ``n`` is the kind of
    norm: with ``n=1`` the sizes are added up.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> def layer():
    ...     layer = nn.Linear(3, 2)
    ...     with torch.no_grad():
    ...         _ = layer.weight.copy_(torch.tensor([[1.0, 6.0, 3.0], [2.0, 5.0, 4.0]]))
    ...     return layer
    >>> prune.ln_structured(layer(), "weight", amount=1, n=1, dim=0).weight.tolist()
    [[0.0, 0.0, 0.0], [2.0, 5.0, 4.0]]
    >>> prune.ln_structured(layer(), "weight", amount=1, n=1, dim=1).weight.tolist()
    [[0.0, 6.0, 3.0], [0.0, 5.0, 4.0]]

    ``random_structured`` draws lots for the columns.

    >>> mask = prune.random_structured(layer(), "weight", amount=2, dim=1).weight_mask
    >>> mask.sum(dim=0).sort().values.tolist(), mask.sum(dim=1).tolist()
    ([0.0, 0.0, 2.0], [1.0, 1.0])
    """


def whole_model():
    """``prune.global_unstructured`` compares the weights of several layers together instead of layer by layer.

    A layer of small weights loses more than its share.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> model = nn.Sequential(nn.Linear(1, 3), nn.Linear(3, 1))
    >>> with torch.no_grad():
    ...     _ = model[0].weight.copy_(torch.tensor([[1.0], [2.0], [9.0]]))
    ...     _ = model[1].weight.copy_(torch.tensor([[8.0, 4.0, 7.0]]))
    >>> model[0].weight.tolist(), model[1].weight.tolist()
    ([[1.0], [2.0], [9.0]], [[8.0, 4.0, 7.0]])
    >>> weights = [(model[0], "weight"), (model[1], "weight")]
    >>> prune.global_unstructured(weights, pruning_method=prune.L1Unstructured, amount=0.5)
    >>> model[0].weight.tolist(), model[1].weight.tolist()
    ([[0.0], [0.0], [9.0]], [[8.0, 0.0, 7.0]])
    """


def own_mask():
    """``prune.custom_from_mask`` prunes with a mask of your own: 1 keeps a weight, 0 prunes it.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = nn.Linear(3, 1)
    >>> with torch.no_grad():
    ...     _ = layer.weight.copy_(torch.tensor([[4.0, 2.0, 3.0]]))
    >>> layer.weight.tolist()
    [[4.0, 2.0, 3.0]]
    >>> _ = prune.custom_from_mask(layer, "weight", mask=torch.tensor([[0, 1, 1]]))
    >>> layer.weight.tolist()
    [[0.0, 2.0, 3.0]]

    ``prune.identity`` prunes nothing but puts the mask in place, so that pruned and unpruned layers have the same
    names.

    >>> [(name, tuple(t.shape)) for name, t in prune.identity(nn.Linear(3, 2), "bias").state_dict().items()]
    [('weight', (2, 3)), ('bias_orig', (2,)), ('bias_mask', (2,))]
    """


def pruned_layers_and_deepcopy():
    """A pruned layer cannot be copied with ``copy.deepcopy``; make the pruning permanent first.

    ``weight`` is now a computed tensor with a history, and such tensors refuse to be copied.

    >>> import copy, torch
    >>> from torch import nn
    >>> from torch.nn.utils import prune
    >>> layer = prune.l1_unstructured(nn.Linear(3, 2), "weight", amount=4)
    >>> copy.deepcopy(layer)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol ...
    >>> copied = copy.deepcopy(prune.remove(layer, "weight"))
    >>> copied.weight.shape, int((copied.weight == 0).sum())
    (torch.Size([2, 3]), 4)
    """
