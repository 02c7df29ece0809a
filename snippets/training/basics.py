"""Training in small steps

Training repeats one cycle: predict, measure the error, compute gradients, update. These cards name the parts of that
cycle (epoch, mini-batch, iteration) and count them, so that you can read any training script.
"""


def stages():
    """Data, model, loss function, optimizer, training, evaluation: the optimizer comes after the model it updates.

    Twenty points on the line ``y = 2x + 1`` are enough to see all stages. The optimizer is built from the model's
    parameters, so it can only come after the model. The model starts at 0 to make the run repeatable.

    >>> import torch
    >>> x = torch.linspace(-1, 1, 20).unsqueeze(1)
    >>> y = 2 * x + 1
    >>> model = torch.nn.Linear(1, 1)
    >>> start = torch.nn.init.zeros_(model.weight), torch.nn.init.zeros_(model.bias)
    >>> loss_function = torch.nn.MSELoss()
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> for epoch in range(8):
    ...     optimizer.zero_grad()
    ...     loss_function(model(x), y).backward()
    ...     optimizer.step()

    The evaluation comes last, on points that were not in the training data, with gradients off.

    >>> new_x = torch.tensor([[-0.35], [0.75]])
    >>> with torch.no_grad():
    ...     error = loss_function(model(new_x), 2 * new_x + 1)
    >>> round(error.item(), 5), error.requires_grad
    (0.00088, False)

    Often written: loss function, optimizer and schedule are the model's parameters. Run it: ``parameters()`` lists the
    learned weight and bias, and these very tensors are what the optimizer holds. The rest are settings of the training,
    called hyperparameters.

    >>> [(name, tuple(p.shape)) for name, p in model.named_parameters()]
    [('weight', (1, 1)), ('bias', (1,))]
    >>> held = optimizer.param_groups[0]["params"]
    >>> len(held), held[0] is model.weight, held[1] is model.bias
    (2, True, True)
    >>> list(loss_function.parameters())
    []
    """


def cycle():
    """Predicting, measuring, differentiating and updating again and again brings ``w`` and ``b`` to the right values.

    The data lie on ``y = 2x + 1`` and both numbers start at 0. Each round computes the loss anew, and it falls.

    >>> import torch
    >>> x = torch.tensor([-1.0, 0.0, 1.0, 2.0])
    >>> y = 2 * x + 1
    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> b = torch.tensor(0.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w, b], lr=0.1)
    >>> losses = []
    >>> for epoch in range(100):
    ...     prediction = w * x + b
    ...     loss = torch.nn.functional.mse_loss(prediction, y)
    ...     optimizer.zero_grad()
    ...     loss.backward()
    ...     optimizer.step()
    ...     losses.append(loss.item())
    >>> [round(value, 3) for value in losses[:3]]
    [9.0, 3.675, 1.504]
    >>> len(losses)
    100

    The first round with a loss below 0.001 has this number, counted from 0. After 100 rounds the line has been found.

    >>> [loss < 0.001 for loss in losses].index(True)
    12

    >>> print(f"w = {w.item():.4f}, b = {b.item():.4f}")
    w = 2.0000, b = 1.0000
    """


def one_update_by_hand():
    """One update moves each parameter against its gradient, by the learning rate times the gradient.

    Against the gradient is downhill: a negative gradient makes the parameter grow. This is all that ``SGD`` does
    without its options.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0])
    >>> y = torch.tensor([3.0, 7.0])
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> loss = ((w * x - y) ** 2).sum()
    >>> loss
    tensor(29., grad_fn=<SumBackward0>)
    >>> loss.backward()
    >>> w.grad
    tensor(-24.)
    >>> with torch.no_grad():
    ...     by_hand = w - 0.05 * w.grad
    >>> by_hand
    tensor(2.2000)

    The optimizer arrives at the same number, and the loss is smaller there.

    >>> torch.optim.SGD([w], lr=0.05).step()
    >>> w
    tensor(2.2000, requires_grad=True)
    >>> ((w * x - y) ** 2).sum()
    tensor(7.4000, grad_fn=<SumBackward0>)

    From the same start, ``w = 1``, a step that is too long jumps over the valley, and the loss grows instead.

    >>> too_far = 1 - 0.25 * w.grad
    >>> too_far
    tensor(7.)
    >>> ((too_far * x - y) ** 2).sum()
    tensor(65.)
    """


def epoch():
    """One epoch is one pass over the data: each sample comes exactly once, also when the loader shuffles.

    With ``shuffle=True`` the order is drawn anew for every epoch; the set of samples stays the same.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> samples = torch.arange(10)
    >>> loader = DataLoader(samples, shuffle=True)
    >>> first = torch.cat(list(loader))
    >>> second = torch.cat(list(loader))
    >>> first.sort().values
    tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    >>> torch.equal(second.sort().values, samples)
    True
    >>> torch.equal(first, second)
    False

    When every update uses all samples, which is called full batch, one update is one epoch. With batches of 4, an
    epoch takes three updates.

    >>> [len(batch) for batch in DataLoader(samples, batch_size=len(samples))]
    [10]
    >>> [len(batch) for batch in DataLoader(samples, batch_size=4)]
    [4, 4, 2]
    """


def mini_batch():
    """Mini-batches are the units the data is split into; the parameters change after each one.

    The last unit is smaller when the batch size does not divide the number of samples.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> x = torch.arange(10.0)
    >>> loader = DataLoader(x, batch_size=4)
    >>> [len(batch) for batch in loader]
    [4, 4, 2]

    Here the model is a single weight that looks for the mean of the samples. Take a batch, compute the loss, do one
    step of gradient descent, take the next batch: every batch of one epoch meets another weight.

    >>> w = torch.zeros(1, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> for batch in loader:
    ...     print(f"starts at {w.item():.4f} with the batch {batch.tolist()}")
    ...     optimizer.zero_grad()
    ...     ((w - batch) ** 2).mean().backward()
    ...     optimizer.step()
    starts at 0.0000 with the batch [0.0, 1.0, 2.0, 3.0]
    starts at 0.7500 with the batch [4.0, 5.0, 6.0, 7.0]
    starts at 3.1250 with the batch [8.0, 9.0]
    >>> w
    tensor([5.8125], requires_grad=True)
    """


def iteration():
    """``len(loader)`` is the number of iterations in an epoch: samples divided by the batch size, rounded up.

    An iteration is one update of the parameters, with one batch. 2000 samples in batches of 200 make 10 iterations,
    all of them full.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> loader = DataLoader(range(2000), batch_size=200)
    >>> len(loader), min(len(batch) for batch in loader)
    (10, 200)

    One sample more makes one iteration more, with a batch of one. ``drop_last=True`` leaves that batch out.

    >>> loader = DataLoader(range(2001), batch_size=200)
    >>> len(loader), min(len(batch) for batch in loader)
    (11, 1)
    >>> loader = DataLoader(range(2001), batch_size=200, drop_last=True)
    >>> len(loader), min(len(batch) for batch in loader)
    (10, 200)

    The updates of a whole training are the iterations times the epochs. Here each update adds the size of its batch to
    ``w``: 3 epochs of 7 samples make 21, in 12 updates.

    >>> loader = DataLoader(torch.arange(7.0), batch_size=2)
    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0)
    >>> updates = 0
    >>> for epoch in range(3):
    ...     for batch in loader:
    ...         optimizer.zero_grad()
    ...         (-w * len(batch)).backward()
    ...         optimizer.step()
    ...         updates += 1
    >>> len(loader), updates, w
    (4, 12, tensor(21., requires_grad=True))
    """


def batch_size():
    """Any whole number from 1 up works as a batch size; a power of two is a habit, not a rule.

    Often written: the size is a power of 2 because memory is. Run it with 3, 7, 8 and 100 of 100 samples: each of them
    trains for one epoch and moves the weight from 0 towards 3.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> x = torch.linspace(-1, 1, 100).unsqueeze(1)
    >>> dataset = TensorDataset(x, 3 * x)
    >>> for batch_size in (3, 7, 8, 100):
    ...     w = torch.zeros(1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.1)
    ...     sizes = []
    ...     for inputs, targets in DataLoader(dataset, batch_size=batch_size):
    ...         optimizer.zero_grad()
    ...         torch.nn.functional.mse_loss(w * inputs, targets).backward()
    ...         optimizer.step()
    ...         sizes.append(len(inputs))
    ...     print(f"{batch_size}: {len(sizes)} updates, last batch {sizes[-1]}, weight {w.item():.4f}")
    3: 34 updates, last batch 1, weight 2.7703
    7: 15 updates, last batch 2, weight 2.0898
    8: 13 updates, last batch 4, weight 1.9088
    100: 1 updates, last batch 100, weight 0.2040

    What decides in practice is the memory that you have, the speed that you measure, and how well the model learns. Of
    whole numbers, only those below 1 are refused.

    >>> DataLoader(dataset, batch_size=0)
    Traceback (most recent call last):
        ...
    ValueError: batch_size should be a positive integer value, but got batch_size=0
    >>> DataLoader(dataset, batch_size=-8)
    Traceback (most recent call last):
        ...
    ValueError: batch_size should be a positive integer value, but got batch_size=-8
    """


def loader_flags():
    """``shuffle=bool`` shuffles, because the type ``bool`` counts as true; ``drop_last=bool`` raises a ``ValueError``.

    In ``DataLoader(dataset, batch_size, shuffle=bool, drop_last=bool)``, copied from a note, ``bool`` stands for
    "``True`` or ``False``". Python does not read it so: it passes the type itself.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> dataset, batch_size = range(10), 4
    >>> DataLoader(dataset, batch_size, shuffle=bool, drop_last=bool)
    Traceback (most recent call last):
        ...
    ValueError: drop_last should be a boolean value, but got drop_last=<class 'bool'>
    >>> bool(bool)
    True
    >>> type(DataLoader(dataset, batch_size, shuffle=bool).sampler).__name__
    'RandomSampler'

    Write the value that you mean.

    >>> loader = DataLoader(dataset, batch_size, shuffle=False, drop_last=False)
    >>> list(loader)
    [tensor([0, 1, 2, 3]), tensor([4, 5, 6, 7]), tensor([8, 9])]
    >>> type(loader.sampler).__name__
    'SequentialSampler'
    """
