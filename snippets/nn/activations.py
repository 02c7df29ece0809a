"""Activation functions

An activation function changes the numbers that a layer puts out, so that several layers can do more than one layer.
These cards show the three that you meet first, ReLU, sigmoid and softmax, and where in a model they belong.
"""


def relu():
    """``nn.ReLU()`` and ``F.relu`` put 0 in place of negative numbers; the gradient is 1 above 0 and 0 elsewhere.

    ReLU is max(0, x) of every element. It is the usual activation between two layers.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
    >>> y = nn.ReLU()(x)
    >>> y
    tensor([0., 0., 2.], grad_fn=<ReluBackward0>)
    >>> y.sum().backward()
    >>> x.grad
    tensor([0., 0., 1.])

    There are four ways to write it. The module fits into ``nn.Sequential``, the functions fit into ``forward``.

    >>> t = torch.tensor([-3.0, 0.5, 4.0])
    >>> nn.ReLU()(t)
    tensor([0.0000, 0.5000, 4.0000])
    >>> F.relu(t)
    tensor([0.0000, 0.5000, 4.0000])
    >>> torch.relu(-t)
    tensor([3., 0., 0.])
    >>> (-t).relu()
    tensor([3., 0., 0.])
    """


def relu_takes_a_tensor():
    """``F.relu`` takes the output of a layer, ``F.relu(layer(x))``, not the layer itself.

    Often written: ``F.relu(layer)``. Run it:

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.Linear(2, 3, bias=False)
    >>> layer.load_state_dict({"weight": torch.tensor([[1.0, 2.0], [-3.0, 1.0], [0.0, 4.0]])})
    <All keys matched successfully>
    >>> F.relu(layer)
    Traceback (most recent call last):
        ...
    TypeError: relu(): argument 'input' (position 1) must be Tensor, not Linear

    Call the layer first. Its second output is negative, and ReLU makes it 0.

    >>> scores = layer(torch.tensor([2.0, 5.0]))
    >>> scores.tolist()
    [12.0, -1.0, 20.0]
    >>> F.relu(scores).tolist()
    [12.0, 0.0, 20.0]
    """


def needed_between_layers():
    """Two linear layers without an activation between them compute what one linear layer can compute.

    Its weight is the product of theirs. So an activation is needed between stacked linear layers; behind the last
    layer it is not, and a linear regression has none at all.

    >>> import torch
    >>> from torch import nn
    >>> W1 = torch.tensor([[1.0, -2.0], [3.0, 1.0], [0.0, -1.0]])
    >>> W2 = torch.tensor([[2.0, -1.0, 4.0]])
    >>> first, second, one = nn.Linear(2, 3, bias=False), nn.Linear(3, 1, bias=False), nn.Linear(2, 1, bias=False)
    >>> first.load_state_dict({"weight": W1})
    <All keys matched successfully>
    >>> second.load_state_dict({"weight": W2})
    <All keys matched successfully>
    >>> one.load_state_dict({"weight": W2 @ W1})
    <All keys matched successfully>
    >>> x = torch.tensor([[1.0, 1.0], [2.0, -1.0]])
    >>> second(first(x)).tolist()
    [[-10.0], [7.0]]
    >>> one(x).tolist()
    [[-10.0], [7.0]]

    With ReLU between them the result is another one.

    >>> second(torch.relu(first(x))).tolist()
    [[-4.0], [7.0]]
    """


def relu_inplace():
    """``nn.ReLU(inplace=True)`` writes its result into its input; without it the input stays as it was.

    That saves the memory of one tensor.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([-1.0, 2.0])
    >>> nn.ReLU()(x)
    tensor([0., 2.])
    >>> x
    tensor([-1.,  2.])
    >>> nn.ReLU(inplace=True)(x)
    tensor([0., 2.])
    >>> x
    tensor([0., 2.])

    A leaf that requires grad, such as a parameter, may not be overwritten.

    >>> w = torch.tensor([-1.0, 2.0], requires_grad=True)
    >>> nn.ReLU(inplace=True)(w)
    Traceback (most recent call last):
        ...
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.

    Nor may a number that autograd still needs. The gradient of ``exp`` is computed from its result, and here ReLU has
    written over that result.

    >>> y = nn.ReLU(inplace=True)(w.exp())
    >>> y.sum().backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: ...
    >>> nn.ReLU()(w.exp()).sum().backward()
    >>> w.grad
    tensor([0.3679, 7.3891])

    Behind a linear layer it is safe: the gradient of the weight needs the input of the layer, not its output.

    >>> layer = nn.Linear(2, 1, bias=False)
    >>> _ = nn.init.constant_(layer.weight, 3.0)
    >>> y = nn.ReLU(inplace=True)(layer(torch.tensor([2.0, 5.0])))
    >>> y.backward()
    >>> y.item(), layer.weight.grad
    (21.0, tensor([[2., 5.]]))
    """


def sigmoid():
    """The sigmoid, 1 / (1 + exp(-x)), brings every number between 0 and 1; a layer of it has no parameters.

    You use it on the one output of a yes-or-no classifier, to read a score as a probability. A score of 0 becomes 0.5.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([-2.0, 0.0, 1.0])
    >>> nn.Sigmoid()(x)
    tensor([0.1192, 0.5000, 0.7311])
    >>> 1 / (1 + torch.exp(-x))
    tensor([0.1192, 0.5000, 0.7311])
    >>> list(nn.Sigmoid().parameters())
    []

    ``F.sigmoid`` and ``torch.sigmoid`` do the same. Often written: ``F.sigmoid`` is deprecated. Run it: no warning.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(F.sigmoid(x), len(caught))
    tensor([0.1192, 0.5000, 0.7311]) 0
    >>> torch.sigmoid(x)
    tensor([0.1192, 0.5000, 0.7311])
    """


def softmax_along_a_dimension():
    """``F.softmax(x, dim)`` makes positive numbers that sum to 1 along the dimension ``dim``.

    It is exp(x), divided by the sum of exp(x) along that dimension. With samples in rows and classes in columns you
    want ``dim=1``: each row becomes the probabilities of one sample.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> logits = torch.tensor([[1.0, 2.0, 4.0], [3.0, 0.0, 2.0]])
    >>> F.softmax(logits, dim=1)
    tensor([[0.0420, 0.1142, 0.8438],
            [0.7054, 0.0351, 0.2595]])
    >>> torch.allclose(F.softmax(logits, dim=1).sum(dim=1), torch.ones(2))
    True
    >>> torch.exp(logits[0]) / torch.exp(logits[0]).sum()
    tensor([0.0420, 0.1142, 0.8438])

    ``dim=0`` lets the samples compete with each other instead. Now the columns sum to 1.

    >>> F.softmax(logits, dim=0)
    tensor([[0.1192, 0.8808, 0.8808],
            [0.8808, 0.1192, 0.1192]])
    >>> torch.allclose(F.softmax(logits, dim=0).sum(dim=0), torch.ones(3))
    True
    """


def softmax_without_dim():
    """``F.softmax(x)`` without ``dim`` still works but is deprecated: a warning asks for the dimension.

    Without ``dim`` PyTorch guesses from the number of dimensions: 1 for a matrix, but 0 for three dimensions, which is
    hardly ever what you want. ``F.log_softmax``, ``F.softmin`` and the layers such as ``nn.Softmax()`` warn as well.

    >>> import torch, warnings
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> logits = torch.tensor([[1.0, 2.0, 4.0], [3.0, 0.0, 2.0]])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     guessed = [F.softmax(logits), F.log_softmax(logits), F.softmin(logits), nn.Softmax()(logits)]
    ...     three_dimensions = F.softmax(logits.view(2, 3, 1))
    >>> for warning in caught:
    ...     print(warning.message)
    Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
    Implicit dimension choice for log_softmax has been deprecated. Change the call to include dim=X as an argument.
    Implicit dimension choice for softmin has been deprecated. Change the call to include dim=X as an argument.
    Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
    Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
    >>> {warning.category for warning in caught}
    {<class 'UserWarning'>}

    The guess for the matrix was 1, the one for three dimensions 0.

    >>> guessed[0]
    tensor([[0.0420, 0.1142, 0.8438],
            [0.7054, 0.0351, 0.2595]])
    >>> F.softmax(logits, dim=1)
    tensor([[0.0420, 0.1142, 0.8438],
            [0.7054, 0.0351, 0.2595]])
    >>> torch.equal(guessed[1], F.log_softmax(logits, dim=1))
    True
    >>> torch.equal(three_dimensions.view(2, 3), F.softmax(logits, dim=0))
    True

    With ``dim=1`` the rows of softmax sum to 1, and so do those of exp(log_softmax).

    >>> torch.allclose(F.softmax(logits, dim=1).sum(dim=1), torch.ones(2))
    True
    >>> torch.allclose(F.log_softmax(logits, dim=1).exp().sum(dim=1), torch.ones(2))
    True
    """


def log_softmax():
    """``log_softmax`` is the logarithm of softmax, computed so that a tiny probability does not become ``-inf``.

    While the scores lie close together, both ways give the same numbers.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> small = torch.tensor([2.0, 0.0, 1.0])
    >>> F.log_softmax(small, dim=0)
    tensor([-0.4076, -2.4076, -1.4076])
    >>> torch.log(F.softmax(small, dim=0))
    tensor([-0.4076, -2.4076, -1.4076])

    Often written: they are the same. Run it on scores far apart: the second probability is too small for any float and
    becomes 0, whose logarithm is ``-inf``. A loss made of it would be infinite.

    >>> large = torch.tensor([1000.0, 0.0])
    >>> F.softmax(large, dim=0)
    tensor([1., 0.])
    >>> torch.log(F.softmax(large, dim=0))
    tensor([0., -inf])
    >>> F.log_softmax(large, dim=0)
    tensor([    0., -1000.])
    """


def relu_on_the_output():
    """A classifier's last layer gives raw scores: a ReLU behind it hides negative scores and can stop learning.

    Often written: the last block, a linear layer with 10 outputs, ends with ReLU. Run it where all scores happen to be
    negative: ReLU makes ten zeros of them. The loss is then ln 10 whatever the weights are, and the gradient is 0.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.Linear(2, 10)
    >>> start = {"weight": torch.zeros(10, 2), "bias": -torch.arange(1.0, 11.0)}
    >>> layer.load_state_dict(start)
    <All keys matched successfully>
    >>> x, target = torch.tensor([[1.0, 3.0]]), torch.tensor([4])
    >>> layer(x).tolist()
    [[-1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0, -9.0, -10.0]]
    >>> loss = F.cross_entropy(torch.relu(layer(x)), target)
    >>> loss.item() == torch.log(torch.tensor(10.0)).item()
    True
    >>> loss.backward()
    >>> layer.weight.grad.count_nonzero(), layer.bias.grad.count_nonzero()
    (tensor(0), tensor(0))

    Without ReLU the same scores give a gradient, and one step of gradient descent makes the loss smaller.

    >>> loss = F.cross_entropy(layer(x), target)
    >>> loss.backward()
    >>> layer.weight.grad[4]
    tensor([-0.9884, -2.9653])
    >>> optimizer = torch.optim.SGD(layer.parameters(), lr=0.25)
    >>> optimizer.step()
    >>> loss, F.cross_entropy(layer(x), target)
    (tensor(4.4586, grad_fn=<NllLossBackward0>), tensor(1.0718, grad_fn=<NllLossBackward0>))
    """
