"""Validating during training

Validation asks how the model does on data it has not learned from. These cards prepare the model for that, keep the
gradients out, and average the losses of batches that differ in size.
"""


def modes():
    """``model.train()`` and ``model.eval()`` set the flag ``training`` of all submodules; they watch nothing.

    Often written: they monitor the training. Run it: each sets a flag, on the model and everything inside it, and
    returns the model. The two layers here look at the flag.

    >>> import torch
    >>> model = torch.nn.Sequential(torch.nn.Dropout(p=0.75), torch.nn.BatchNorm1d(2))
    >>> [m.training for m in model.modules()], model.eval() is model
    ([True, True, True], True)
    >>> [m.training for m in model.modules()], model.train() is model
    ([False, False, False], True)
    >>> [m.training for m in model.modules()]
    [True, True, True]

    Often written: ``eval()`` means that all nodes are used. That describes ``Dropout``, which then returns its input.
    ``BatchNorm`` changes too: from the mean and variance of the batch to the running ones, which are 0 and 1 at first.

    >>> x = torch.tensor([[1.0, 3.0], [5.0, 7.0]])
    >>> many = torch.ones(1000)
    >>> model = model.eval()
    >>> model[0](many).unique()
    tensor([1.])
    >>> model[1](x)
    tensor([[1.0000, 3.0000],
            [5.0000, 7.0000]], grad_fn=<NativeBatchNormBackward0>)
    >>> model = model.train()
    >>> model[0](many).unique()
    tensor([0., 4.])
    >>> model[1](x)
    tensor([[-1.0000, -1.0000],
            [ 1.0000,  1.0000]], grad_fn=<NativeBatchNormBackward0>)

    Gradients are still recorded in eval mode; to stop that, use ``torch.no_grad()``.

    >>> model = model.eval()
    >>> model(x).requires_grad, model.training
    (True, False)
    """


def missing_eval():
    """``torch.no_grad()`` alone leaves dropout random, and lets validation data into BatchNorm's statistics.

    Often written: run the validation inside ``no_grad()``, and that is all. Run it twice on the same data: two answers,
    and ``running_mean`` has moved, by a tenth of the way to the mean of the batch each time.

    >>> import torch
    >>> model = torch.nn.Sequential(torch.nn.BatchNorm1d(1), torch.nn.Dropout())
    >>> x = torch.arange(101.0).unsqueeze(1)
    >>> with torch.no_grad():
    ...     first, second = model(x), model(x)
    >>> torch.equal(first, second), model[0].running_mean, first.requires_grad
    (False, tensor([9.5000]), False)

    With ``eval()`` before and ``train()`` after, both are stable.

    >>> model = model.eval()
    >>> with torch.no_grad():
    ...     first, second = model(x), model(x)
    >>> torch.equal(first, second), model[0].running_mean, first.requires_grad
    (True, tensor([9.5000]), False)
    >>> model.train().training
    True
    """


def no_grad():
    """Inside ``torch.no_grad()`` outputs do not require grad, so nothing is stored for ``backward()``.

    Validation never calls ``backward()``. Without the block, each output would keep the inputs of every layer alive.

    >>> import torch
    >>> model = torch.nn.Linear(2, 3)
    >>> x = torch.ones(4, 2)
    >>> model(x).requires_grad, type(model(x).grad_fn).__name__
    (True, 'AddmmBackward0')
    >>> with torch.no_grad():
    ...     output = model(x)
    >>> output.requires_grad, output.grad_fn, output.shape
    (False, None, torch.Size([4, 3]))

    The saved tensors can be seen: a layer with a weight keeps its input for the weight's gradient.

    >>> saved = []
    >>> def pack(t):
    ...     saved.append(tuple(t.shape))
    ...     return t
    >>> with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
    ...     output = model(x)
    >>> saved
    [(4, 2)]
    >>> with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t), torch.no_grad():
    ...     model(x).requires_grad
    False
    >>> len(saved)
    1
    """


def inference_mode():
    """``torch.inference_mode()`` goes further than ``no_grad()``: autograd cannot save its results for ``backward()``.

    Use it for prediction. ``no_grad`` is the choice when a result goes into a training step later, such as a running
    average. A product, for one, saves its factors for ``backward()``, and a result of ``inference_mode`` cannot be one.

    >>> import torch
    >>> w = torch.tensor([3.0, 4.0], requires_grad=True)
    >>> with torch.no_grad():
    ...     plain = 2 * w
    >>> with torch.inference_mode():
    ...     special = 2 * w
    ...     torch.is_inference_mode_enabled(), torch.is_grad_enabled()
    (True, False)
    >>> plain.is_inference(), special.is_inference(), plain.requires_grad, special.requires_grad
    (False, True, False, False)
    >>> (plain * w).sum()
    tensor(50., grad_fn=<SumBackward0>)
    >>> (special * w).sum()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Inference tensors cannot be saved for backward. ...
    >>> special.requires_grad_()
    Traceback (most recent call last):
        ...
    RuntimeError: Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.

    A clone made outside is an ordinary tensor again.

    >>> (special.clone() * w).sum()
    tensor(50., grad_fn=<SumBackward0>)
    """


def mean_of_batches():
    """The mean of the batch means is sure to be the mean over the samples only if all batches have the same size.

    Often written: add the batch losses, divide by the number of batches. Run it with a batch of 4 and a batch of 1: the
    single sample counts as much as the other four together.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> errors = torch.tensor([0.0, 1.0, 2.0, 1.0, 10.0])
    >>> loader = DataLoader(errors, batch_size=4)
    >>> means = [batch.mean().item() for batch in loader]
    >>> means, sum(means) / len(loader)
    ([1.0, 10.0], 5.5)
    >>> errors.mean()
    tensor(2.8000)

    Weight each batch by its size, or let the loss return a sum and divide by the number of samples.

    >>> sum(batch.mean().item() * len(batch) for batch in loader) / len(loader.dataset)
    2.8
    >>> loss_fn = torch.nn.L1Loss(reduction="sum")
    >>> sum(loss_fn(batch, torch.zeros(len(batch))).item() for batch in loader) / len(loader.dataset)
    2.8
    """


def loss_list():
    """A list of losses collected with ``.item()`` becomes a tensor with ``torch.tensor``, for ``torch.mean``.

    The list must hold floats: the mean of whole numbers is usually not whole, and ``mean`` does not choose a dtype.

    >>> import torch
    >>> losses = []
    >>> for loss in (torch.tensor(0.5), torch.tensor(1.5)):
    ...     losses.append(loss.item())
    >>> losses
    [0.5, 1.5]
    >>> torch.mean(torch.tensor(losses))
    tensor(1.)
    >>> torch.mean(torch.tensor([1, 4]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype...
    >>> torch.mean(torch.tensor([1, 4]), dtype=torch.float32)
    tensor(2.5000)

    For the tensors themselves, before ``.item()``, it is ``torch.stack``.

    >>> torch.stack([torch.tensor(0.5), torch.tensor(2.0)]).mean()
    tensor(1.2500)
    """


def squeeze_target():
    """Labels of shape ``(N, 1)`` become ``(N,)`` with ``squeeze(1)``; a bare ``squeeze()`` also drops a batch of one.

    ``cross_entropy`` takes class numbers as a vector. Labels read from a table often come as a column, and that is
    refused.

    >>> import torch
    >>> outputs = torch.tensor([[0.0, 2.0], [1.0, 0.0], [0.0, 3.0]])
    >>> y = torch.tensor([[1.0], [0.0], [1.0]])
    >>> labels = y.long()
    >>> torch.nn.functional.cross_entropy(outputs, labels)
    Traceback (most recent call last):
        ...
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported

    Often written: ``y.long().squeeze()``. Run it: three samples are fine. The last batch of an epoch may hold a single
    one, and then nothing is left of the shape.

    >>> torch.nn.functional.cross_entropy(outputs, labels.squeeze())
    tensor(0.1629)
    >>> labels[:1].squeeze().shape
    torch.Size([])
    >>> torch.nn.functional.cross_entropy(outputs[:1], labels[:1].squeeze())
    Traceback (most recent call last):
        ...
    ValueError: Expected input batch_size (1) to match target batch_size (0).

    Name the dimension that is to go.

    >>> torch.nn.functional.cross_entropy(outputs, labels.squeeze(1))
    tensor(0.1629)
    >>> torch.nn.functional.cross_entropy(outputs[:1], labels[:1].squeeze(1))
    tensor(0.1269)
    """


def validate(model: "torch.nn.Module", loader, loss_fn) -> float:
    """A validation pass is ``eval()``, ``no_grad()``, a loss weighted by batch size, and then the old mode again.

    ``validate`` returns the mean loss over all samples of ``loader``, a Python float. ``loss_fn(output, target)`` must
    return the mean over a batch, as torch's losses do. The mode the model was in comes back even after an error.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> from snippets.training.validation import validate
    >>> model = torch.nn.Sequential(torch.nn.Dropout(), torch.nn.Flatten(0))
    >>> dataset = TensorDataset(torch.tensor([[1.0], [2.0], [3.0], [6.0], [20.0]]), torch.zeros(5))
    >>> validate(model, DataLoader(dataset, batch_size=4), torch.nn.L1Loss())
    6.4
    >>> validate(model, DataLoader(dataset, batch_size=3), torch.nn.L1Loss())
    6.4
    >>> model.training
    True

    A model in eval mode stays in it.

    >>> validate(model.eval(), DataLoader(dataset), torch.nn.MSELoss())
    90.0
    >>> model.training
    False

    The loss function may return any tensor of one element. This one gives 1 if gradients are on, and they are off.

    >>> validate(model, DataLoader(dataset), lambda output, target: torch.tensor(float(torch.is_grad_enabled())))
    0.0

    An error leaves the mode as it was, too.

    >>> validate(model.train(), [(None, None)], torch.nn.L1Loss())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: dropout(): argument 'input' ...
    >>> model.training
    True
    """
    import torch

    was_training = model.training
    model.eval()
    total, count = 0.0, 0
    try:
        with torch.no_grad():
            for inputs, targets in loader:
                total += loss_fn(model(inputs), targets).item() * len(targets)
                count += len(targets)
    finally:
        model.train(was_training)
    return total / count
