"""Testing a classifier

A test pass turns scores into classes, compares them with the labels, and counts. Most mistakes here raise no error:
they count too much. These cards show the shapes to watch.
"""


def process():
    """Testing is: eval mode, no gradients, predict each batch, ``argmax`` over the classes, then the metric.

    The model here is fixed, so that you can check the count: it hands its input through. Each row of ``scores`` is a
    row of the unit matrix, with its 1 at the class to be predicted.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> scores = torch.eye(3)[[0, 1, 2, 0, 2]]
    >>> labels = torch.tensor([0, 1, 2, 1, 2])
    >>> loader = DataLoader(TensorDataset(scores, labels), batch_size=2)
    >>> model = torch.nn.Sequential(torch.nn.Dropout())
    >>> mode = model.eval()
    >>> correct = total = 0
    >>> with torch.no_grad():
    ...     for x, y in loader:
    ...         predicted = model(x).argmax(dim=1)
    ...         correct += (predicted == y).sum().item()
    ...         total += len(y)
    ...         print(predicted.tolist(), y.tolist())
    [0, 1] [0, 1]
    [2, 0] [2, 1]
    [2] [2]
    >>> correct, total, correct / total
    (4, 5, 0.8)

    ``dim=1`` runs over the classes. With ``dim=0`` you would get, for each class, the sample that scores highest.

    >>> scores.argmax(dim=1), scores.argmax(dim=0)
    (tensor([0, 1, 2, 0, 2]), tensor([0, 1, 2]))
    """


def predicted_class():
    """``torch.max(outputs, 1)`` returns the largest values and their indices; the indices are the predicted classes.

    ``_, predicted = torch.max(outputs.data, 1)`` keeps the second of the two. ``argmax(dim=1)`` gives the indices alone
    and says what you mean.

    >>> import torch
    >>> outputs = torch.tensor([[0.5, 2.0, 1.0], [3.0, 0.0, 1.0]], requires_grad=True)
    >>> values, indices = torch.max(outputs, 1)
    >>> values.tolist(), indices
    ([2.0, 3.0], tensor([1, 0]))
    >>> _, predicted = torch.max(outputs.data, 1)
    >>> predicted, torch.equal(predicted, outputs.argmax(dim=1))
    (tensor([1, 0]), True)

    Class numbers never require grad, so ``.data``, an old way of leaving the graph, has no work to do.

    >>> outputs.argmax(dim=1).requires_grad, values.requires_grad, outputs.detach().requires_grad
    (False, True, False)

    For the best ``k`` classes, use ``topk``. A sample counts as right if its label is among them.

    >>> values, best = outputs.topk(2, dim=1)
    >>> values.tolist(), best
    ([[2.0, 1.0], [3.0, 1.0]], tensor([[1, 2],
            [0, 2]]))
    >>> (best == torch.tensor([[2], [1]])).any(dim=1)
    tensor([ True, False])
    """


def count_correct():
    """``predicted.eq(targets.view_as(predicted)).sum()`` counts the hits; without ``view_as`` shapes can spread out.

    ``view_as`` gives the targets the shape of the predictions. It matters when the labels come as a column, of shape
    ``(N, 1)``: then each of its rows is compared with every element of the vector.

    >>> import torch
    >>> predicted = torch.tensor([0, 0, 1])
    >>> targets = torch.tensor([[0], [1], [1]])
    >>> predicted.eq(targets.view_as(predicted))
    tensor([ True, False,  True])
    >>> predicted.eq(targets.view_as(predicted)).sum()
    tensor(2)
    >>> predicted.eq(targets)
    tensor([[ True,  True, False],
            [False, False,  True],
            [False, False,  True]])
    >>> predicted.eq(targets).sum()
    tensor(4)

    Check the shapes once before the loop, and the mistake cannot hide.

    >>> assert predicted.shape == targets.shape, f"{predicted.shape = }, {targets.shape = }"
    Traceback (most recent call last):
        ...
    AssertionError: predicted.shape = torch.Size([3]), targets.shape = torch.Size([3, 1])
    """


def threshold():
    """For two classes the threshold is 0.5 on probabilities and 0 on logits, and the shapes must be the same.

    A logit is a score before ``sigmoid``, which maps 0 to 0.5. Often written: ``(output > 0.5)``, whatever ``output``
    is. Run it on logits: everything between 0 and 0.5 is counted as the wrong class, here the 0.25.

    >>> import torch
    >>> logits = torch.tensor([0.25, 0.0, 1.0])
    >>> targets = torch.tensor([1.0, 0.0, 1.0])
    >>> def hits(predicted):
    ...     return (targets == predicted.float()).float().sum()
    >>> hits(torch.sigmoid(logits) > 0.5), hits(logits > 0), hits(logits > 0.5)
    (tensor(3.), tensor(3.), tensor(2.))

    With an output of shape ``(3, 1)``, each prediction is compared with each target: 5 hits for 3 samples.

    >>> output = torch.sigmoid(logits).unsqueeze(1)
    >>> output.shape, targets.shape
    (torch.Size([3, 1]), torch.Size([3]))
    >>> hits(output > 0.5), hits(output.squeeze(1) > 0.5)
    (tensor(5.), tensor(3.))
    """


def loader_dataset():
    """``len(loader.dataset)`` is the number of samples, ``len(loader)`` the number of batches.

    The accuracy is a count of samples, so it is divided by the first. The count itself is a tensor until you call
    ``.item()``.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.eye(3), torch.tensor([0, 2, 2]))
    >>> loader = DataLoader(dataset, batch_size=2)
    >>> len(loader.dataset), len(loader)
    (3, 2)
    >>> count = sum((torch.max(data, 1).indices == target).sum() for data, target in loader)
    >>> count / len(loader.dataset), count.item() / len(loader.dataset)
    (tensor(0.6667), 0.6666666666666666)

    Often written: the same loop over ``dataset``. Run it: a ``TensorDataset`` is the data itself, has no attribute
    ``dataset``, and delivers single samples, which have no dimension 1.

    >>> len(dataset.dataset)
    Traceback (most recent call last):
        ...
    AttributeError: 'TensorDataset' object has no attribute 'dataset'
    >>> data, target = dataset[0]
    >>> data
    tensor([1., 0., 0.])
    >>> torch.max(data, 1)
    Traceback (most recent call last):
        ...
    IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)
    """


def accuracy_of_batches():
    """Add up correct samples, not accuracies: the mean of batch accuracies is off when the last batch is smaller.

    Four samples in batches of 3 and 1: the lone sample would weigh as much as the other three together.

    >>> import torch
    >>> hits = torch.tensor([True, True, True, False])
    >>> batches = hits.split(3)
    >>> sum(batch.float().mean().item() for batch in batches) / len(batches)
    0.5
    >>> correct = sum(batch.sum().item() for batch in batches)
    >>> correct / len(hits)
    0.75
    """


def confusion_counts():
    """One ``bincount`` over ``label * num_classes + prediction`` counts every pair of label and prediction.

    An accuracy says how often the model is wrong, these counts say with what it confuses what. Rows are labels, columns
    are predictions, and the right answers stand on the diagonal.

    >>> import torch
    >>> labels = torch.tensor([0, 0, 0, 1, 1, 2])
    >>> predicted = torch.tensor([0, 0, 2, 1, 0, 2])
    >>> counts = torch.bincount(labels * 3 + predicted, minlength=9).view(3, 3)
    >>> counts
    tensor([[2, 0, 1],
            [1, 1, 0],
            [0, 0, 1]])
    >>> counts.diagonal().sum() / counts.sum()
    tensor(0.6667)

    The share of each label that was found is called recall, and the share of each prediction that was right, precision.

    >>> counts.diagonal() / counts.sum(dim=1)
    tensor([0.6667, 0.5000, 1.0000])
    >>> counts.diagonal() / counts.sum(dim=0)
    tensor([0.6667, 1.0000, 0.5000])
    """


def undefined_names():
    """An evaluation loop copied together from two places stops with ``NameError`` at the first name never assigned.

    Four names that such loops use without having made them:

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.tensor([[4.0, 0.0], [0.0, 4.0], [4.0, 0.0]]), torch.tensor([0, 1, 1]))
    >>> valid_dataloader = DataLoader(dataset, batch_size=2)
    >>> model = torch.nn.Identity()
    >>> for data, target in valid_dataloader:
    ...     model(data)
    ...     outputs.shape
    Traceback (most recent call last):
        ...
    NameError: name 'outputs' is not defined
    >>> F.cross_entropy(model(data), target)
    Traceback (most recent call last):
        ...
    NameError: name 'F' is not defined
    >>> y_hat += [model(data)]
    Traceback (most recent call last):
        ...
    NameError: name 'y_hat' is not defined
    >>> len(valid_loader)
    Traceback (most recent call last):
        ...
    NameError: name 'valid_loader' is not defined

    Assign ``outputs``, import ``F``, start with an empty list, and call the loader by its name. The batches differ in
    size, so the loss is summed and divided by the number of samples.

    >>> import torch.nn.functional as F
    >>> y_hat, loss, count = [], 0.0, 0
    >>> for data, target in valid_dataloader:
    ...     outputs = model(data)
    ...     y_hat += [outputs]
    ...     loss += F.cross_entropy(outputs, target, reduction="sum").item()
    ...     count += (outputs.argmax(dim=1) == target).sum().item()
    >>> round(loss / len(valid_dataloader.dataset), 4), count, torch.cat(y_hat).shape
    (1.3515, 2, torch.Size([3, 2]))
    """
