"""Training mode and evaluation mode

A few layers, dropout and batch normalisation above all, behave differently while a model learns and while it is used.
``train()`` and ``eval()`` switch them. You need these cards whenever validation results look worse than they should.
"""


def train_mode():
    """``model.train()`` trains nothing: it sets ``training`` to ``True``, and dropout starts to drop values.

    With probability 0.5, dropout replaces a value by 0. The values that stay are divided by 1 - 0.5, so 3 becomes 6,
    and the sum stays about the same.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.full((1000,), 3.0)
    >>> dropout = nn.Dropout(0.5).eval()
    >>> dropout.training
    False
    >>> dropout(x).unique(), dropout(x).sum()
    (tensor([3.]), tensor(3000.))
    >>> _ = dropout.train()
    >>> dropout.training
    True
    >>> dropout(x).unique(), dropout(x).sum().round(decimals=-3)
    (tensor([0., 6.]), tensor(3000.))

    A new module is in training mode already, and the call leaves the weights as they are.

    >>> layer = nn.Linear(3, 1)
    >>> layer.training
    True
    >>> _ = nn.init.constant_(layer.weight, 7.0)
    >>> layer.eval().training, layer.train().training
    (False, True)
    >>> layer.weight.tolist()
    [[7.0, 7.0, 7.0]]
    """


def eval_mode():
    """``model.eval()`` stops dropout and makes batch normalisation use its stored statistics.

    It sets ``training`` to ``False`` in the model and in every module inside it.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.BatchNorm1d(1), nn.Dropout(0.75))
    >>> _ = model.eval()
    >>> [module.training for module in model.modules()]
    [False, False, False]

    Dropout hands its input through. Batch normalisation subtracts the mean and divides by the standard deviation that
    it stored. A new one has stored 0 and 1, so it changes next to nothing.

    >>> x = torch.tensor([[2.0], [6.0], [10.0]])
    >>> model(x).detach()
    tensor([[ 2.0000],
            [ 6.0000],
            [10.0000]])

    In training mode, it takes mean and standard deviation from the batch itself, whatever the stored numbers are.

    >>> model[0].train()(x).detach()
    tensor([[-1.2247],
            [ 0.0000],
            [ 1.2247]])

    It also moves its stored numbers a tenth of the way to those of the batch, whose mean is 6 and whose variance is 16.
    So the next evaluation gives another result than the first.

    >>> model[0].running_mean, model[0].running_var
    (tensor([0.6000]), tensor([2.5000]))
    >>> model.eval()(x).detach()
    tensor([[0.8854],
            [3.4153],
            [5.9451]])
    """


def eval_keeps_gradients():
    """``model.eval()`` does not switch gradients off; ``torch.no_grad()`` does.

    Often written: in evaluation mode there is no back-propagation. Run it: the output has a history, and ``backward()``
    works.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(3, 1).eval()
    >>> x = torch.tensor([[2.0, 4.0, 5.0]])
    >>> output = model(x)
    >>> model.training, output.requires_grad
    (False, True)
    >>> output.backward()
    >>> model.weight.grad
    tensor([[2., 4., 5.]])

    The two switches are independent: ``no_grad`` knows nothing of dropout. For validation, use both. Without recording,
    the history takes up no memory. ``torch.inference_mode()`` is a stricter ``no_grad``.

    >>> with torch.no_grad():
    ...     model(x).requires_grad
    False
    >>> with torch.inference_mode():
    ...     model(x).requires_grad
    False
    >>> with torch.no_grad():
    ...     _ = model.train()
    ...     print(model.training, model(x).requires_grad)
    True False
    """


def train_takes_a_flag():
    """``model.train(False)`` is ``model.eval()``, and both return the model.

    The flag lets you restore the mode that a model was in.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Dropout(0.5)
    >>> was_training = model.training
    >>> model.train(False).training
    False
    >>> model.train(was_training).training
    True
    >>> model.eval() is model, model.training
    (True, False)

    ``train`` takes no number and no word.

    >>> model.train("test")
    Traceback (most recent call last):
        ...
    ValueError: training mode is expected to be boolean
    """


def training_attribute():
    """Setting ``model.training = False`` reaches only that one module; ``model.eval()`` reaches all inside it.

    ``training`` is a plain attribute of each module. Here the dropout layer goes on dropping.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.ones(1000)
    >>> model = nn.Sequential(nn.Dropout(0.75))
    >>> model.training = False
    >>> [module.training for module in model.modules()]
    [False, True]
    >>> model(x).unique()
    tensor([0., 4.])
    >>> _ = model.eval()
    >>> [module.training for module in model.modules()]
    [False, False]
    >>> model(x).unique(), model(x).sum()
    (tensor([1.]), tensor(1000.))
    """


def frozen_statistics():
    """``model.train()`` also wakes the layers you had put into evaluation mode, so put them back each time.

    In fine-tuning, batch normalisation often stays in evaluation mode so that its statistics do not change. The usual
    ``model.train()`` at the start of an epoch undoes that.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.tensor([[10.0, 40.0], [30.0, 80.0]])
    >>> model = nn.Sequential(nn.Identity(), nn.BatchNorm1d(2))
    >>> _ = model[1].eval()
    >>> model(x).round().tolist()
    [[10.0, 40.0], [30.0, 80.0]]
    >>> model[0].training, model[1].training, model[1].running_mean
    (True, False, tensor([0., 0.]))
    >>> _ = model.train()
    >>> _ = model(x)
    >>> model[0].training, model[1].training, model[1].running_mean
    (True, True, tensor([2., 6.]))

    A ``train`` of your own keeps the layer, and so its statistics, as they are.

    >>> class Frozen(nn.Sequential):
    ...     def train(self, mode=True):
    ...         super().train(mode)
    ...         self[1].eval()
    ...         return self
    >>> model = Frozen(*model).train()
    >>> _ = model(x)
    >>> model[0].training, model[1].training, model[1].running_mean
    (True, False, tensor([2., 6.]))
    """
