"""Linear regression with one feature

A line ``W * x + b`` is fitted to points. It is the smallest model that is trained like a large one: with a cost, a
gradient and many small steps. Begin here if you want to see all of it at once.
"""


def hypothesis():
    """The linear hypothesis ``W * x + b`` is a function with two numbers to adjust, and so is ``nn.Linear(1, 1)``.

    You choose the form of the function. Training finds the ``W`` and ``b`` that fit the data.

    >>> import torch
    >>> def hypothesis(x, W, b):
    ...     return W * x + b
    >>> hypothesis(3, W=2, b=1)
    7

    The layer holds its own ``W`` and ``b``, under the names ``weight`` and ``bias``. They start at random numbers, so
    this example sets them.

    >>> linear = torch.nn.Linear(1, 1)
    >>> [(name, tuple(parameter.shape)) for name, parameter in linear.named_parameters()]
    [('weight', (1, 1)), ('bias', (1,))]
    >>> with torch.no_grad():
    ...     print(linear.weight.fill_(2).item(), linear.bias.fill_(1).item())
    2.0 1.0
    >>> linear(torch.tensor([[3.0], [-5.0]]))
    tensor([[ 7.],
            [-9.]], grad_fn=<AddmmBackward0>)
    """


def training_adjusts_numbers():
    """Training changes the numbers ``W`` and ``b`` of a hypothesis, never its form.

    Often written: a hypothesis that is not right is revised. One step of gradient descent shows what is revised: two
    numbers, each moved in the direction that lowers the cost. The cost is the mean of the squared differences between
    the predictions and the targets, which lie on ``2 * x``.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 4.0])
    >>> def start():
    ...     W = torch.tensor(0.5, requires_grad=True)
    ...     b = torch.tensor(1.0, requires_grad=True)
    ...     return W, b, torch.optim.SGD([W, b], lr=0.05)
    >>> def step(y):
    ...     cost = ((W * x + b - y) ** 2).mean()
    ...     optimizer.zero_grad()
    ...     cost.backward()
    ...     optimizer.step()
    ...     return round(cost.item(), 4)
    >>> W, b, optimizer = start()
    >>> step(2 * x)
    9.75
    >>> W, b
    (tensor(1.3167, requires_grad=True), tensor(1.2500, requires_grad=True))
    >>> step(2 * x)
    0.845

    If the form is wrong, training finds no more than the best line. For points on ``x ** 2`` the cost falls, but after
    400 steps it is still far from 0.

    >>> W, b, optimizer = start()
    >>> costs = [step(x ** 2) for _ in range(400)]
    >>> costs[0], costs[10], costs[-1]
    (57.75, 7.7324, 0.8571)
    """


def toy_data():
    """The targets 2, 4, 6 for 1, 2, 3 lie on ``2 * x``; the targets 2, 3, 4 lie on ``x + 1``.

    Introductions use both sets, sometimes within one page. Look at the targets before you compare your ``W`` and
    ``b`` with somebody else's. Least squares computes the best ``W`` and ``b`` without any training; the column of
    ones stands for ``b``.

    >>> import torch
    >>> x_train = torch.tensor([[1.0], [2.0], [3.0]])
    >>> doubled = torch.tensor([[2.0], [4.0], [6.0]])
    >>> plus_one = torch.tensor([[2.0], [3.0], [4.0]])
    >>> columns = torch.cat([x_train, torch.ones(3, 1)], dim=1)
    >>> def best(y_train):
    ...     W, b = torch.linalg.lstsq(columns, y_train).solution.flatten().tolist()
    ...     return f"W={W:.3f}, b={abs(b):.3f}"
    >>> best(doubled)
    'W=2.000, b=0.000'
    >>> best(plus_one)
    'W=1.000, b=1.000'

    ``torch.FloatTensor``, which you meet in these introductions, is the old way to write the same tensor.

    >>> torch.equal(torch.FloatTensor([[1], [2], [3]]), x_train)
    True
    """


def all_samples_at_once():
    """``x_train * W + b`` computes the hypothesis for all samples: (3, 1) times (1,) plus (1,) is (3, 1).

    ``W`` and ``b`` hold one number each. Broadcasting uses that number for every row.

    >>> import torch
    >>> x_train = torch.tensor([[1.0], [2.0], [3.0]])
    >>> W = torch.tensor([4.0])
    >>> b = torch.tensor([0.5])
    >>> hypothesis = x_train * W + b
    >>> hypothesis
    tensor([[ 4.5000],
            [ 8.5000],
            [12.5000]])
    >>> [x * 4 + 0.5 for x in (1, 2, 3)]
    [4.5, 8.5, 12.5]

    The targets must have the shape of the hypothesis. With flat targets of shape (3,), the difference has nine numbers,
    and the cost is the mean of nine squares: a different number, and no error.

    >>> y_train = torch.tensor([[2.0], [4.0], [6.0]])
    >>> (hypothesis - y_train).shape, ((hypothesis - y_train) ** 2).mean()
    (torch.Size([3, 1]), tensor(22.9167))
    >>> flat = y_train.flatten()
    >>> (hypothesis - flat).shape, ((hypothesis - flat) ** 2).mean()
    (torch.Size([3, 3]), tensor(33.5833))
    """


def until_small():
    """To train until the cost is small, loop ``while cost > 0.001`` and let ``cost`` start large.

    Often written: ``while cost < 0.001``, with ``cost`` starting at 0.0. Run it: the loop goes on as long as the cost
    is small, so it ends after one step, at a large cost.

    >>> import torch
    >>> x = torch.tensor([[1.0], [2.0], [3.0]])
    >>> y = torch.tensor([[2.0], [3.0], [4.0]])
    >>> W = torch.zeros(1, requires_grad=True)
    >>> b = torch.zeros(1, requires_grad=True)
    >>> optimizer = torch.optim.SGD([W, b], lr=0.01)
    >>> def step():
    ...     cost = ((x * W + b - y) ** 2).mean()
    ...     optimizer.zero_grad()
    ...     cost.backward()
    ...     optimizer.step()
    ...     return cost.item()
    >>> steps, cost = 0, 0.0
    >>> while cost < 0.001:
    ...     cost = step()
    ...     steps += 1
    >>> steps, round(cost, 3)
    (1, 9.667)

    Turned round, but still starting at 0.0, it does not run at all.

    >>> cost = 0.0
    >>> while cost > 0.001:
    ...     cost = step()
    ...     steps += 1
    >>> steps
    1

    Infinity is a start that is large enough for every problem.

    >>> cost = float("inf")
    >>> while cost > 0.001:
    ...     cost = step()
    ...     steps += 1
    >>> steps, round(cost, 4)
    (719, 0.001)
    >>> W, b
    (tensor([1.0366], requires_grad=True), tensor([0.9168], requires_grad=True))

    A loop that waits for a cost may wait for ever. In a script of your own, add a limit: ``and steps < 10000``.
    """


def model_class():
    """A class around ``nn.Linear(1, 1)`` is a whole model with two parameters, and gradient descent finds the line.

    The layer is made once, in ``__init__``, and used in ``forward``. It starts at random numbers. The data decide
    where it ends: at the line ``2 * x + 1``, on which the points lie.

    >>> import torch
    >>> class LinearRegressionModel(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.linear = torch.nn.Linear(1, 1)
    ...     def forward(self, x):
    ...         return self.linear(x)
    >>> model = LinearRegressionModel()
    >>> [(name, parameter.numel()) for name, parameter in model.named_parameters()]
    [('linear.weight', 1), ('linear.bias', 1)]
    >>> x = torch.tensor([[-1.0], [0.0], [2.0]])
    >>> y = 2 * x + 1
    >>> y.flatten()
    tensor([-1.,  1.,  5.])
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    >>> for epoch in range(60):
    ...     optimizer.zero_grad()
    ...     torch.nn.functional.mse_loss(model(x), y).backward()
    ...     optimizer.step()
    >>> f"W={model.linear.weight.item():.3f}, b={model.linear.bias.item():.3f}"
    'W=2.000, b=1.000'
    """


def cost_surface():
    """The mean squared error of a line is a smooth bowl over ``W`` and ``b``: its Hessian's eigenvalues are positive.

    The Hessian is the matrix of second derivatives. Positive eigenvalues mean that the surface bends upwards in every
    direction; so it does whenever ``x`` holds two different values. Here the Hessian is the same at the best point,
    where ``W`` is 2 and ``b`` is 0, and far away from it.

    >>> import torch
    >>> from torch.autograd.functional import hessian
    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> def cost(p):
    ...     return ((p[0] * x + p[1] - 2 * x) ** 2).mean()
    >>> best, far = torch.tensor([2.0, 0.0]), torch.tensor([-7.0, 30.0])
    >>> cost(best), cost(far)
    (tensor(0.), tensor(198.))
    >>> hessian(cost, best)
    tensor([[9.3333, 4.0000],
            [4.0000, 2.0000]])
    >>> torch.linalg.eigvalsh(hessian(cost, best))
    tensor([ 0.2404, 11.0929])
    >>> hessian(cost, far)
    tensor([[9.3333, 4.0000],
            [4.0000, 2.0000]])

    Often drawn: a bowl with a pointed bottom. Walk through the bottom along ``W``: the slope passes through 0 gently.
    A point is what absolute errors make: there the slope jumps.

    >>> W = torch.tensor([[1.99], [2.0], [2.01]], requires_grad=True)
    >>> torch.autograd.grad(((W * x - 2 * x) ** 2).mean(dim=1).sum(), W)[0].flatten()
    tensor([-0.0933,  0.0000,  0.0933])
    >>> torch.autograd.grad((W * x - 2 * x).abs().mean(dim=1).sum(), W)[0].flatten()
    tensor([-2.,  0.,  2.])

    Networks in general have no such bowl. With two weights in a row, ``v * u * x``, the surface at 0 bends down in one
    direction and up in another: one eigenvalue is negative.

    >>> def network(p):
    ...     return ((p[0] * p[1] * x - 2 * x) ** 2).mean()
    >>> hessian(network, torch.zeros(2))
    tensor([[  0.0000, -18.6667],
            [-18.6667,   0.0000]])
    >>> torch.linalg.eigvalsh(hessian(network, torch.zeros(2)))
    tensor([-18.6667,  18.6667])
    """


def python_slips():
    r"""Python has no ``float cost = 0.0``, and it accepts only consistent indentation.

    Two slips come from elsewhere: the first from C, the second from copying code between editors. Python finds both
    before it runs a single line. In Python a variable needs no type; you may add one after a colon.

    >>> import torch
    >>> float cost = 0.0
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax
    >>> cost = 1.5
    >>> epoch: int = 4
    >>> torch.tensor([cost, epoch])
    tensor([1.5000, 4.0000])

    Each call below checks the lines of a small script. ``\t`` is a tab.

    >>> def check(*lines):
    ...     compile("\n".join(lines), "train.py", "exec")
    ...     return "accepted"
    >>> check("for epoch in range(3):", "    cost = 0.0", "    print(cost)")
    'accepted'
    >>> check("for epoch in range(3):", "    cost = 0.0", "\tprint(cost)")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TabError: inconsistent use of tabs and spaces in indentation...
    >>> check("for epoch in range(3):", "    cost = 0.0", "  print(cost)")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    IndentationError: unindent does not match any outer indentation level...
    >>> check("import torch", "    def model(x):", "        return x")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    IndentationError: unexpected indent...

    Indent with 4 spaces everywhere; every editor can be told to type them when you press Tab.
    """
