"""Loss functions

A loss turns predictions and right answers into one number that training makes smaller. These cards say what that
number is, how it is averaged, and what goes wrong with shapes and names, with the mean squared error as the example.
You need them before you choose among the other losses.
"""


def what_a_loss_is():
    """A loss is one number for how wrong predictions are: 0 for perfect ones here, larger the further they are off.

    The mean squared error averages the squared distances. ``torch.nn.MSELoss()`` makes an object, which you then call
    with the prediction first and the right answer second. What produced the prediction does not matter: a line
    ``w * x + b``, a deep network, or numbers that you typed.

    >>> import torch
    >>> criterion = torch.nn.MSELoss()
    >>> answer = torch.tensor([0.0, 1.0])
    >>> criterion(torch.tensor([0.0, 1.0]), answer)
    tensor(0.)
    >>> criterion(torch.tensor([0.0, 2.0]), answer)
    tensor(0.5000)

    The last prediction is off by 1 and by 2, and (1 + 4) / 2 is 2.5.

    >>> criterion(torch.tensor([1.0, 3.0]), answer)
    tensor(2.5000)
    """


def mse():
    """``F.mse_loss`` and ``torch.nn.MSELoss`` average the squared differences over all elements.

    It is the usual loss for regression, where the answer is a number. By hand it is the sum of the squares divided by
    their number.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction = torch.tensor([[150.0], [187.0], [180.0]])
    >>> target = torch.tensor([[152.0], [185.0], [184.0]])
    >>> ((prediction - target) ** 2).sum() / 3
    tensor(8.)
    >>> F.mse_loss(prediction, target)
    tensor(8.)
    >>> torch.nn.MSELoss()(prediction, target)
    tensor(8.)

    With several columns, the number of elements counts and not the number of rows.

    >>> prediction = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    >>> target = torch.tensor([[1.0, 5.0], [3.0, 4.0], [5.0, 3.0]])
    >>> F.mse_loss(prediction, target, reduction="sum")
    tensor(18.)
    >>> F.mse_loss(prediction, target)
    tensor(3.)
    """


def mse_by_hand():
    """``torch.mean((hypothesis - y) ** 2)`` has the value and the gradient of ``F.mse_loss(hypothesis, y)``.

    With the weight at 0 every prediction is 0, and the loss is the mean of the squared targets, 29 / 3. It is a tensor
    without dimensions, and its ``grad_fn`` shows that you may call ``backward()`` on it.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0], [2.0], [3.0]])
    >>> y = torch.tensor([[2.0], [3.0], [4.0]])
    >>> W = torch.zeros(1, requires_grad=True)
    >>> hypothesis = x * W
    >>> torch.mean((hypothesis - y) ** 2)
    tensor(9.6667, grad_fn=<MeanBackward0>)
    >>> F.mse_loss(hypothesis, y)
    tensor(9.6667, grad_fn=<MseLossBackward0>)
    >>> F.mse_loss(hypothesis, y).shape
    torch.Size([])

    Both give the weight the same gradient, so a training with one is a training with the other.

    >>> torch.autograd.grad(torch.mean((x * W - y) ** 2), W)
    (tensor([-13.3333]),)
    >>> torch.autograd.grad(F.mse_loss(x * W, y), W)
    (tensor([-13.3333]),)
    """


def reduction():
    """``reduction`` says what becomes of the losses of the elements: ``"none"``, ``"sum"`` or ``"mean"``.

    ``"none"`` keeps one loss per element, ``"sum"`` adds them, and ``"mean"``, the default, averages them. Nearly
    all losses of ``torch.nn`` take the same argument.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> probability = torch.tensor([0.5, 0.25, 0.8])
    >>> label = torch.tensor([1.0, 0.0, 1.0])
    >>> F.binary_cross_entropy(probability, label, reduction="none")
    tensor([0.6931, 0.2877, 0.2231])
    >>> F.binary_cross_entropy(probability, label, reduction="sum")
    tensor(1.2040)
    >>> F.binary_cross_entropy(probability, label, reduction="mean")
    tensor(0.4013)
    >>> F.binary_cross_entropy(probability, label)
    tensor(0.4013)

    Any other word is refused, but only when the loss is computed: ``torch.nn.BCELoss(reduction="avg")`` is made
    without complaint.

    >>> criterion = torch.nn.BCELoss(reduction="avg")
    >>> criterion(probability, label)
    Traceback (most recent call last):
        ...
    ValueError: avg is not a valid value for reduction
    """


def module_and_function():
    """``torch.nn.MSELoss`` is a class that keeps settings, ``F.mse_loss`` a function that takes tensors.

    Nearly every loss comes in both forms. Make the object once, before the training loop, and call it with the tensors.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction, target = torch.tensor([1.0, 5.0]), torch.tensor([2.0, 3.0])
    >>> criterion = torch.nn.MSELoss(reduction="sum")
    >>> criterion
    MSELoss()
    >>> criterion(prediction, target)
    tensor(5.)
    >>> F.mse_loss(prediction, target, reduction="sum")
    tensor(5.)

    A frequent slip gives the tensors to the class. They end up in its arguments ``size_average`` and ``reduce``, and
    the message speaks of truth values.

    >>> torch.nn.MSELoss(prediction, target)
    Traceback (most recent call last):
        ...
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    The first pair of parentheses makes the object, the second one calls it.

    >>> torch.nn.MSELoss()(prediction, target)
    tensor(2.5000)
    """


def sum_scales_gradients():
    """With ``reduction="sum"`` the gradient grows with the batch; with ``"mean"`` it does not.

    A learning rate that suits one batch size is then too large for a bigger batch. The mean, the default, does not
    have this effect. Here a batch of three equal samples is compared with one of them alone.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> for x in (torch.tensor([5.0]), torch.tensor([5.0, 5.0, 5.0])):
    ...     for reduction in ("sum", "mean"):
    ...         loss = F.mse_loss(w * x, 9 * torch.ones_like(x), reduction=reduction)
    ...         print(len(x), reduction, torch.autograd.grad(loss, w)[0])
    1 sum tensor(10.)
    1 mean tensor(10.)
    3 sum tensor(30.)
    3 mean tensor(10.)
    """


def mse_shapes():
    """A prediction of shape (5, 1) and a target of shape (5,) give a wrong loss, with no more than a warning.

    Broadcasting compares every prediction with every target, which makes a table of 5 times 5 differences. The values
    below agree, so the loss has to be 0.

    >>> import torch
    >>> import warnings
    >>> prediction = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> target = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.nn.functional.mse_loss(prediction, target)
    tensor(4.)
    >>> caught[0].category.__name__
    'UserWarning'
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    Using a target size (torch.Size([5])) that is different to the input size (torch.Size([5, 1])). ...
    >>> differences = prediction - target
    >>> differences.shape
    torch.Size([5, 5])
    >>> differences[1]
    tensor([ 1.,  0., -1., -2., -3.])

    Give the target the shape of the prediction: ``unsqueeze(1)`` adds the missing dimension.

    >>> torch.nn.functional.mse_loss(prediction, target.unsqueeze(1))
    tensor(0.)

    Shapes that do not broadcast are refused.

    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     torch.nn.functional.mse_loss(torch.zeros(2, 3), torch.zeros(2))
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    """


def loss_or_accuracy():
    """Two models with the same accuracy can have different losses, and only the loss has a gradient.

    Accuracy counts right answers. A loss such as the cross-entropy also asks how sure the model was. Both models here
    are right twice out of three times; the bold one is sure of itself, also where it is wrong.

    >>> import torch
    >>> labels = torch.tensor([0, 1, 1])
    >>> modest = torch.tensor([[2.0, 1.0], [1.0, 2.0], [2.0, 1.0]])
    >>> bold = torch.tensor([[7.0, 1.0], [1.0, 7.0], [7.0, 1.0]], requires_grad=True)
    >>> for scores in (modest, bold):
    ...     accuracy = (scores.argmax(dim=1) == labels).float().mean()
    ...     loss = torch.nn.functional.cross_entropy(scores, labels)
    ...     print(accuracy, loss.detach())
    tensor(0.6667) tensor(0.6466)
    tensor(0.6667) tensor(2.0025)

    Often written: the loss measures the accuracy. The run shows the same accuracy with another loss. It can also be
    turned round: two models that are always right, with losses that differ.

    >>> right = torch.tensor([0, 1, 0])
    >>> for scores in (modest, bold):
    ...     accuracy = (scores.argmax(dim=1) == right).float().mean()
    ...     loss = torch.nn.functional.cross_entropy(scores, right)
    ...     print(accuracy, loss.detach())
    tensor(1.) tensor(0.3133)
    tensor(1.) tensor(0.0025)

    Training needs a gradient. The loss of ``bold``, the last one, has one. ``argmax`` has none, so an accuracy cannot
    be trained on; it is a metric to report.

    >>> loss.requires_grad
    True
    >>> accuracy.requires_grad
    False
    """


def loss_cost_objective():
    """Loss, cost and objective are three things: one per sample, their average, and whatever is minimised.

    Many texts use the words for one another, and PyTorch calls all of them a loss. The difference shows as soon as you
    add a penalty: the objective below is the cost plus 0.1 times the squared weights. You train on the objective, and
    report the cost.

    >>> import torch
    >>> x = torch.tensor([[1.0, 2.0], [2.0, 1.0]])
    >>> y = torch.tensor([1.0, 3.0])
    >>> w = torch.tensor([3.0, -2.0], requires_grad=True)
    >>> losses = torch.nn.functional.mse_loss(x @ w, y, reduction="none")
    >>> losses
    tensor([4., 1.], grad_fn=<MseLossBackward0>)
    >>> cost = losses.mean()
    >>> cost
    tensor(2.5000, grad_fn=<MeanBackward0>)
    >>> objective = cost + 0.1 * w.square().sum()
    >>> objective
    tensor(3.8000, grad_fn=<AddBackward0>)

    They have different gradients too, so they lead to different weights.

    >>> torch.autograd.grad(cost, w, retain_graph=True)
    (tensor([ 0., -3.]),)
    >>> torch.autograd.grad(objective, w)
    (tensor([ 0.6000, -3.4000]),)
    """


def size_average():
    """``size_average`` and ``reduce`` are the old form of ``reduction``: they still work, with a warning.

    You meet them in old code. The warning names what to write instead.

    >>> import torch
    >>> import warnings
    >>> a, b = torch.tensor([1.0, 2.0]), torch.tensor([4.0, 1.0])
    >>> def warns(**arguments):
    ...     with warnings.catch_warnings(record=True) as caught:
    ...         warnings.simplefilter("always")
    ...         loss = torch.nn.functional.mse_loss(a, b, **arguments)
    ...     print(loss, [str(warning.message) for warning in caught])
    >>> warns(size_average=False)
    tensor(10.) ["size_average and reduce args will be deprecated, please use reduction='sum' instead."]
    >>> warns(reduce=False)
    tensor([9., 1.]) ["size_average and reduce args will be deprecated, please use reduction='none' instead."]
    >>> warns(size_average=True)
    tensor(5.) ["size_average and reduce args will be deprecated, please use reduction='mean' instead."]

    The new form is silent.

    >>> warns(reduction="sum")
    tensor(10.) []
    >>> warns(reduction="none")
    tensor([9., 1.]) []
    >>> warns(reduction="mean")
    tensor(5.) []
    """


def misspelled_mse():
    """The function is called ``mse_loss``; ``F.mas_loss`` does not exist.

    Often written: ``cost = F.mas_loss(prediction, y_train)``. Run it: the letters stand for mean squared error.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> prediction, y_train = torch.tensor([[1.0], [2.0]]), torch.tensor([[4.0], [3.0]])
    >>> F.mas_loss(prediction, y_train)
    Traceback (most recent call last):
        ...
    AttributeError: module 'torch.nn.functional' has no attribute 'mas_loss'
    >>> F.mse_loss(prediction, y_train)
    tensor(5.)
    """
