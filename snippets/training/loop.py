"""The training loop, line by line

Each line of a training loop has one job. These cards run the loop with a line missing, misspelt, or indented one level
too far out, and show what you would see. Read them when a model does not learn.
"""


def forward_and_loss():
    """``loss = loss_fn(output, target)``: the model's output comes first, the target second.

    ``output = model(input)`` computes the prediction. The loss is a single number that remembers how it was computed,
    so that ``backward()`` can follow it back to the weights.

    >>> import torch
    >>> model = torch.nn.Linear(2, 3)
    >>> loss_fn = torch.nn.CrossEntropyLoss()
    >>> input = torch.randn(4, 2)
    >>> target = torch.arange(4) % 3
    >>> output = model(input)
    >>> output.shape
    torch.Size([4, 3])
    >>> loss = loss_fn(output, target)
    >>> loss.shape, loss.ndim, type(loss.grad_fn).__name__
    (torch.Size([]), 0, 'NllLossBackward0')

    The other way round, the class numbers are taken for scores, and the loss refuses them.

    >>> loss_fn(target, output)
    Traceback (most recent call last):
        ...
    NotImplementedError: "log_softmax_lastdim_kernel_impl" not implemented for 'Long'

    ``MSELoss`` would not notice: it squares the difference, and gives the same number in either order.

    >>> squared = torch.nn.MSELoss()
    >>> squared(torch.tensor([1.0, 5.0]), torch.tensor([3.0, 4.0]))
    tensor(2.5000)
    >>> squared(torch.tensor([3.0, 4.0]), torch.tensor([1.0, 5.0]))
    tensor(2.5000)
    """


def target_dtype():
    """The target's dtype depends on the loss: float for ``MSELoss`` and ``BCELoss``, ``long`` for class numbers.

    Often written, whatever the task: ``y = y.to(device).float()``. Run it: it is right for a regression and for 0/1
    labels.

    >>> import torch
    >>> device = "cpu"
    >>> y = torch.tensor([1, 0, 1])
    >>> output = torch.tensor([0.5, 0.25, 0.75])
    >>> torch.nn.MSELoss()(output, y.to(device).float())
    tensor(0.1250)
    >>> torch.nn.BCELoss()(output, y.to(device).float())
    tensor(0.4228)
    >>> torch.nn.BCELoss()(output, y.to(device))
    Traceback (most recent call last):
        ...
    RuntimeError: Found dtype Long but expected Float

    ``CrossEntropyLoss`` reads a vector of class numbers as an index, and an index is a whole number.

    >>> logits = torch.tensor([[0.0, 2.0], [1.0, 0.0], [0.0, 3.0]])
    >>> torch.nn.CrossEntropyLoss()(logits, y.to(device).float())
    Traceback (most recent call last):
        ...
    RuntimeError: expected target dtype to be Long or Byte, but got Float
    >>> torch.nn.CrossEntropyLoss()(logits, y.to(device).long())
    tensor(0.1629)

    Validation data needs the same two calls as training data: the device and the dtype.
    """


def backward():
    """``loss.backward()`` fills ``.grad`` and changes no weight: the learning happens in ``optimizer.step()``.

    Often written: ``backward()`` does the learning. Run it: after the call there is a gradient, and the weight is what
    it was. Only ``step()`` moves it.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> losses = 3 * w ** 2
    >>> losses.backward()
    Traceback (most recent call last):
        ...
    RuntimeError: grad can be implicitly created only for scalar outputs
    >>> loss = losses.sum()
    >>> loss.backward()
    >>> w.grad, w
    (tensor([ 6., 12.]), tensor([1., 2.], requires_grad=True))
    >>> optimizer.step()
    >>> w
    tensor([-2., -4.], requires_grad=True)

    The first call above failed because ``losses`` holds two numbers and ``backward()`` starts from one: reduce them
    first, here with ``sum()``. And the graph serves one call. A second one on the same loss is refused; compute the
    loss again, as the next iteration does.

    >>> loss.backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to backward through the graph a second time ...
    >>> (3 * w ** 2).sum().backward()
    >>> w.grad
    tensor([ -6., -12.])
    """


def indentation():
    """``backward()`` and ``optimizer.step()`` belong in the batch loop, ``scheduler.step()`` in the epoch loop.

    Python's indentation decides how often a line runs. Here are 3 epochs of 4 batches. ``updates`` counts the calls of
    ``optimizer.step()`` through a hook, and the schedule halves the rate at each of its steps. (A scheduler that counts
    batches, such as ``OneCycleLR``, belongs in the batch loop.)

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> loader = DataLoader(torch.arange(8.0), batch_size=2)
    >>> def prepare():
    ...     w = torch.zeros(1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.4)
    ...     updates = []
    ...     handle = optimizer.register_step_post_hook(lambda *_: updates.append(w.item()))
    ...     return w, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5), updates

    Often written: all three calls after both loops. Run it: only the last batch trains the model, once.

    >>> epochs = 3
    >>> w, optimizer, scheduler, updates = prepare()
    >>> for epoch in range(epochs):
    ...     for batch in loader:
    ...         optimizer.zero_grad()
    ...         loss = ((w - batch) ** 2).mean()
    >>> loss.backward()
    >>> optimizer.step()
    >>> scheduler.step()
    >>> len(updates), scheduler.get_last_lr(), round(w.item(), 3)
    (1, [0.2], 5.2)

    Each call in its own loop: 12 updates, and the rate is halved 3 times.

    >>> w, optimizer, scheduler, updates = prepare()
    >>> for epoch in range(epochs):
    ...     for batch in loader:
    ...         optimizer.zero_grad()
    ...         loss = ((w - batch) ** 2).mean()
    ...         loss.backward()
    ...         optimizer.step()
    ...     scheduler.step()
    >>> len(updates), scheduler.get_last_lr(), round(w.item(), 3)
    (12, [0.05], 4.382)
    """


def missing_parentheses():
    """``optimizer.step`` without parentheses is looked up and never called: no error, and nothing learned.

    Often written: ``zero_grad()``, the loss, ``optimizer.step``, ``scheduler.step``. Run it: weight and learning rate
    stay. ``loss.backward()`` is missing as well.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> epochs = 3
    >>> for epoch in range(epochs):
    ...     optimizer.zero_grad()
    ...     loss = w ** 2
    ...     looked_up = optimizer.step, scheduler.step
    >>> w, scheduler.get_last_lr()
    (tensor(4., requires_grad=True), [0.25])
    >>> [callable(method) for method in looked_up]
    [True, True]

    With the four calls:

    >>> for epoch in range(epochs):
    ...     optimizer.zero_grad()
    ...     loss = w ** 2
    ...     loss.backward()
    ...     optimizer.step()
    ...     scheduler.step()
    ...     print(w.item(), scheduler.get_last_lr())
    2.0 [0.125]
    1.5 [0.0625]
    1.3125 [0.03125]
    """


def complete_loop():
    """``model.train()`` belongs at the start of every epoch, because each evaluation leaves the model in eval mode.

    Often written: forward, loss, ``backward()``, ``step()``, ``zero_grad()``, and the loop is complete. Run it with an
    evaluation after each epoch: from the second epoch on, dropout is switched off while training. ``modes`` notes
    whether the model is in train mode when a batch arrives.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> dataset = TensorDataset(torch.randn(6, 2), torch.arange(6))
    >>> loader = DataLoader(dataset, batch_size=2)
    >>> def run(epochs, call_train):
    ...     model = torch.nn.Sequential(torch.nn.Linear(2, 6), torch.nn.Dropout())
    ...     optimizer = torch.optim.SGD(model.parameters())
    ...     modes = []
    ...     for epoch in range(epochs):
    ...         if call_train:
    ...             model = model.train()
    ...         for x, y in loader:
    ...             modes.append(model[1].training)
    ...             loss = torch.nn.functional.cross_entropy(model(x), y)
    ...             loss.backward()
    ...             optimizer.step()
    ...             optimizer.zero_grad()
    ...         model = model.eval()
    ...     return modes
    >>> run(2, call_train=False)
    [True, True, True, False, False, False]
    >>> run(2, call_train=True)
    [True, True, True, True, True, True]

    What the loop uses must exist before it: model, loss function, optimizer and the number of epochs.

    >>> for epoch in range(epochs):
    ...     break
    Traceback (most recent call last):
        ...
    NameError: name 'epochs' is not defined
    """


def undefined_names():
    """A training loop that defines ``criterion`` and calls ``loss_fn`` stops with a ``NameError``; keep to one name.

    The same happens with ``y_hat = model(x)`` followed by ``y_jhat``. Python looks a name up when the line runs, so the
    mistake shows only once the loop has started.

    >>> import torch
    >>> x = torch.tensor([[-1.0], [0.0], [2.0]])
    >>> y = 2 * x + 1
    >>> model = torch.nn.Linear(1, 1)
    >>> start = torch.nn.init.zeros_(model.weight), torch.nn.init.zeros_(model.bias)
    >>> criterion = torch.nn.MSELoss()
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    >>> epochs = 12
    >>> for epoch in range(epochs):
    ...     loss = loss_fn(model(x), y)
    Traceback (most recent call last):
        ...
    NameError: name 'loss_fn' is not defined
    >>> for epoch in range(epochs):
    ...     y_hat = model(x)
    ...     loss = criterion(y_jhat, y)
    Traceback (most recent call last):
        ...
    NameError: name 'y_jhat' is not defined

    With one name throughout, the order forward, loss, ``zero_grad``, ``backward``, ``step`` finds the line, from a
    start at 0.

    >>> for epoch in range(epochs):
    ...     y_hat = model(x)
    ...     loss = criterion(y_hat, y)
    ...     optimizer.zero_grad()
    ...     loss.backward()
    ...     optimizer.step()
    >>> round(model.weight.item(), 4), round(model.bias.item(), 4)
    (2.0001, 0.9998)
    """


def loss_is_not_a_number():
    """A learning rate that is too high drives the loss to ``inf`` and the weights to ``nan``, and no error stops you.

    Each step jumps further over the valley than the one before. Once a number is beyond what float32 can hold, it
    becomes ``inf``, and ``inf - inf`` is ``nan``, "not a number".

    >>> import torch
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1e12)
    >>> for step in range(5):
    ...     optimizer.zero_grad()
    ...     loss = (w - 1) ** 2
    ...     loss.backward()
    ...     optimizer.step()
    ...     print(f"step {step}: loss {loss.item():.1e}, then w {w.item():.1e}, finite: {torch.isfinite(loss).item()}")
    step 0: loss 4.0e+00, then w -4.0e+12, finite: True
    step 1: loss 1.6e+25, then w 8.0e+24, finite: True
    step 2: loss inf, then w -1.6e+37, finite: False
    step 3: loss inf, then w inf, finite: False
    step 4: loss inf, then w nan, finite: False

    Test ``torch.isfinite(loss)`` before ``step()`` and stop there. At step 2 above the loss is already ``inf`` and the
    weight could still be saved.
    """


def model_and_data_on_one_device():
    """Every batch goes to the device of the model inside the loop; the model goes there once, before the optimizer.

    ``.to(device)`` on a tensor returns a tensor, which you must keep; on a module it moves the parameters in place.
    The same code runs with and without a GPU.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    >>> model = torch.nn.Linear(2, 1).to(device)
    >>> start = torch.nn.init.zeros_(model.bias), torch.nn.init.zeros_(model.weight)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> loader = DataLoader(TensorDataset(torch.arange(10.0).view(5, 2), torch.arange(5.0).view(5, 1)), batch_size=2)
    >>> for x, y in loader:
    ...     x, y = x.to(device), y.to(device)
    ...     optimizer.zero_grad()
    ...     (-model(x) * y).sum().backward()
    ...     optimizer.step()
    ...     print(x.shape)
    torch.Size([2, 2])
    torch.Size([2, 2])
    torch.Size([1, 2])
    >>> next(model.parameters()).device.type == device.type, x.device.type == device.type
    (True, True)
    >>> model.bias.tolist(), model.weight.tolist()
    ([5.0], [[30.0, 35.0]])

    The "meta" device, which stores shapes without numbers, shows what a forgotten ``.to`` looks like on any machine.

    >>> model.to("meta")(torch.zeros(2))
    Traceback (most recent call last):
        ...
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    """
