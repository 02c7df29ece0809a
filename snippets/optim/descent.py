"""Gradient descent

Gradient descent walks down the cost in small steps. These cards show on tiny problems when that works, how large the
steps may be, and what changes when each step looks at a part of the data only.
"""


def walk_to_bottom():
    """Gradient descent walks to the bottom of the cost with a small learning rate and out of the bowl with a large one.

    The cost ``x ** 2`` has the slope ``2 * x``. With a rate of 0.1 each step keeps 0.8 of ``x``. With a rate of 1.1
    it lands on the other side, 1.2 times as far out.

    >>> import torch
    >>> def descend(x, lr):
    ...     places = [x]
    ...     for _ in range(40):
    ...         x = x - lr * 2 * x
    ...         places.append(x)
    ...     return [round(place, 3) for place in places[:3] + places[-1:]]
    >>> descend(5, lr=0.1)
    [5, 4.0, 3.2, 0.001]
    >>> descend(5, lr=1.1)
    [5, -6.0, 7.2, 7348.858]

    The same with an optimizer, for the line ``W * x + b`` through three points on ``2 * x + 1``. From any start it
    reaches the same ``W`` and ``b``.

    >>> x = torch.tensor([-1.0, 0.0, 2.0])
    >>> def fit(W, b):
    ...     parameters = torch.tensor([W, b], requires_grad=True)
    ...     optimizer = torch.optim.SGD([parameters], lr=0.3)
    ...     costs = []
    ...     for _ in range(40):
    ...         optimizer.zero_grad()
    ...         cost = ((parameters[0] * x + parameters[1] - (2 * x + 1)) ** 2).mean()
    ...         cost.backward()
    ...         optimizer.step()
    ...         costs.append(cost.item())
    ...     return f"from a cost of {costs[0]:.2f} to W={parameters[0]:.3f}, b={parameters[1]:.3f}"
    >>> fit(0.0, 0.0)
    'from a cost of 9.00 to W=2.000, b=1.000'
    >>> fit(-30.0, 50.0)
    'from a cost of 3062.33 to W=2.000, b=1.000'
    """


def zero_slope():
    """At the minimum of the cost the gradient is 0, but a gradient of 0 does not always mean a minimum.

    The least-squares line through (0, 1), (1, 2) and (2, 6) has a slope of 2.5 and meets the axis at 0.5. There the
    gradient of the cost is 0. Half a unit beside it, the gradient is not.

    >>> import torch
    >>> x = torch.tensor([0.0, 1.0, 2.0])
    >>> y = torch.tensor([1.0, 2.0, 6.0])
    >>> def gradient(W, b):
    ...     parameters = torch.tensor([W, b], requires_grad=True)
    ...     ((parameters[0] * x + parameters[1] - y) ** 2).sum().backward()
    ...     return parameters.grad.tolist()
    >>> torch.linalg.lstsq(torch.stack([x, torch.ones(3)], dim=1), y).solution.round(decimals=4)
    tensor([2.5000, 0.5000])
    >>> gradient(2.5, 0.5)
    [0.0, 0.0]
    >>> gradient(3.0, 0.5)
    [5.0, 3.0]

    Often written: where the derivative is 0, the error is smallest. This holds for a bowl. The slope of ``x ** 3``
    is 0 at 0 too, and yet the curve goes on falling to the left. A descent that starts there stays there.

    >>> def cube(x):
    ...     return x ** 3
    >>> p = torch.tensor(0.0, requires_grad=True)
    >>> cube(p).backward()
    >>> p.grad
    tensor(0.)
    >>> [cube(place) for place in (-0.5, 0.0, 0.5)]
    [-0.125, 0.0, 0.125]
    """


def initial_values():
    """In a network, hidden neurons whose weights in and out start equal stay identical, however long you train.

    A line may start from zeros, or from anywhere. In a network, neurons with the same incoming and outgoing weights get
    the same gradient, and after any number of steps they are still copies of each other. Different initial weights
    break the tie, which is why layers draw theirs at random. Here the outgoing weights all start at 0.5.

    >>> import torch
    >>> x = torch.tensor([[-1.0], [0.5], [2.0]])
    >>> y = torch.tensor([[1.0], [0.0], [3.0]])
    >>> def train(hidden_weights):
    ...     net = torch.nn.Sequential(torch.nn.Linear(1, 3, bias=False), torch.nn.Tanh(), torch.nn.Linear(3, 1))
    ...     with torch.no_grad():
    ...         net[0].weight.copy_(torch.tensor(hidden_weights).unsqueeze(1))
    ...         net[2].weight.fill_(0.5)
    ...         net[2].bias.fill_(0.0)
    ...     optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    ...     for _ in range(10):
    ...         optimizer.zero_grad()
    ...         torch.nn.functional.mse_loss(net(x), y).backward()
    ...         optimizer.step()
    ...     return net[0].weight.flatten()
    >>> train([0.5, 0.5, 0.5])
    tensor([0.3907, 0.3907, 0.3907], grad_fn=<ViewBackward0>)
    >>> train([0.5, -0.5, 1.0])
    tensor([ 0.4524, -0.4600,  0.7390], grad_fn=<ViewBackward0>)
    """


def batch():
    """A step on the whole data uses the mean of the gradients of the samples; with a small rate the loss always falls.

    This is called batch gradient descent, or full-batch. The first line is the gradient of the cost of all four
    samples, the second the mean of the four gradients.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> y = torch.tensor([3.0, 4.0, 8.0, 9.0])
    >>> def gradient(x, y, w=0.5):
    ...     w = torch.tensor(w, requires_grad=True)
    ...     ((w * x - y) ** 2).mean().backward()
    ...     return w.grad
    >>> gradient(x, y)
    tensor(-28.)
    >>> singles = [gradient(x[i], y[i]) for i in range(4)]
    >>> singles
    [tensor(-5.), tensor(-12.), tensor(-39.), tensor(-56.)]
    >>> torch.stack(singles).mean()
    tensor(-28.)

    Often written: batch gradient descent is very stable. That holds while the rate is small enough. With a rate
    of 0.05 the loss falls in every step. With 5 it explodes.

    >>> def losses(lr):
    ...     w = torch.tensor(0.5, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=lr)
    ...     found = []
    ...     for _ in range(5):
    ...         loss = ((w * x - y) ** 2).mean()
    ...         optimizer.zero_grad()
    ...         loss.backward()
    ...         optimizer.step()
    ...         found.append(f"{loss.item():.5g}")
    ...     return found
    >>> losses(lr=0.05)
    ['26.625', '2.125', '0.59375', '0.49805', '0.49207']
    >>> losses(lr=5.0)
    ['26.625', '1.4311e+05', '7.8365e+08', '4.2913e+12', '2.3499e+16']
    """


def mini_batch():
    """The gradient of a mini-batch differs from that of all data; in one pass of equal batches they average to it.

    The optimizer is the same. What makes it mini-batch gradient descent is that the loss is computed on a part of the
    data.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> y = torch.tensor([3.0, 4.0, 8.0, 9.0])
    >>> def gradient(x, y):
    ...     w = torch.tensor(0.5, requires_grad=True)
    ...     ((w * x - y) ** 2).mean().backward()
    ...     return w.grad
    >>> loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=2)
    >>> batches = [gradient(*batch) for batch in loader]
    >>> batches
    [tensor(-8.5000), tensor(-47.5000)]
    >>> gradient(x, y), torch.stack(batches).mean()
    (tensor(-28.), tensor(-28.))
    """


def mini_batch_wanders():
    """With mini-batches, single steps can raise the loss on all data, although the training as a whole lowers it.

    Each step improves the loss on its own batch, and what is good for these samples may be bad for the rest. The noise
    in ``y`` is +1 for the first half of the points and -1 for the second, and the batches are these halves.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 1.0, 2.0])
    >>> y = torch.tensor([3.0, 5.0, 1.0, 3.0])
    >>> def path(batch_size):
    ...     w = torch.tensor(0.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.15)
    ...     data = torch.utils.data.TensorDataset(x, y)
    ...     found = []
    ...     for _ in range(6 * batch_size // 4):
    ...         for x_batch, y_batch in torch.utils.data.DataLoader(data, batch_size):
    ...             found.append(round(((w * x - y) ** 2).mean().item(), 2))
    ...             optimizer.zero_grad()
    ...             ((w * x_batch - y_batch) ** 2).mean().backward()
    ...             optimizer.step()
    ...     return found
    >>> path(batch_size=2)
    [11.0, 1.01, 1.53, 1.28, 1.34, 1.32]
    >>> path(batch_size=4)
    [11.0, 1.62, 1.04, 1.0, 1.0, 1.0]
    """


def mini_batch_speed():
    """Mini-batches can get further in the same number of epochs, because each epoch holds more updates.

    Often written: mini-batch gradient descent trains fast. An epoch itself is not cheaper: it goes through all samples
    once, whatever the size of the batches. Run 3 epochs on 8 samples of ``y = 2 * x``:

    >>> import torch
    >>> x = torch.linspace(0.25, 2.0, 8)
    >>> data = torch.utils.data.TensorDataset(x, 2 * x)
    >>> def train(batch_size):
    ...     w = torch.tensor(0.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.1)
    ...     updates, samples = 0, 0
    ...     for epoch in range(3):
    ...         for x_batch, y_batch in torch.utils.data.DataLoader(data, batch_size):
    ...             optimizer.zero_grad()
    ...             ((w * x_batch - y_batch) ** 2).mean().backward()
    ...             optimizer.step()
    ...             updates += 1
    ...             samples += len(x_batch)
    ...     return updates, samples, round(((w * x - 2 * x) ** 2).mean().item(), 4)
    >>> train(batch_size=8)
    (3, 24, 0.6373)
    >>> train(batch_size=2)
    (12, 24, 0.0001)
    """


def stochastic():
    """``torch.optim.SGD`` contains no randomness; the stochastic part is the random choice of the mini-batches.

    The letters stand for stochastic gradient descent. The class computes ``w - lr * grad``. Run it twice on all data,
    without setting a seed: the weights are the same to the last bit.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> y = torch.tensor([3.0, 4.0, 8.0, 9.0])
    >>> def train(order):
    ...     w = torch.tensor(0.5, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.05)
    ...     for indices in order:
    ...         optimizer.zero_grad()
    ...         ((w * x[indices] - y[indices]) ** 2).mean().backward()
    ...         optimizer.step()
    ...     return w
    >>> everything = [[0, 1, 2, 3]] * 3
    >>> train(everything)
    tensor(2.3375, requires_grad=True)
    >>> train(everything).equal(train(everything))
    True

    With batches of one sample, the order decides where you end. ``DataLoader(shuffle=True)`` draws a new order in every
    epoch, and the random number generator decides which.

    >>> train([[0], [1], [2], [3]])
    tensor(2.0850, requires_grad=True)
    >>> train([[3], [1], [0], [2]])
    tensor(2.6802, requires_grad=True)
    >>> def orders(seed):
    ...     torch.manual_seed(seed)
    ...     loader = torch.utils.data.DataLoader(list(range(20)), batch_size=20, shuffle=True)
    ...     return [next(iter(loader)).tolist() for epoch in range(2)]
    >>> first, second = orders(0)
    >>> first == second, sorted(first) == sorted(second)
    (False, True)
    >>> orders(0) == [first, second], orders(1) == [first, second]
    (True, False)
    """


def linear_model():
    """``X.matmul(W) + b`` computes ``x1*w1 + x2*w2 + x3*w3 + b`` for all samples at once.

    ``X`` has a row for each sample, shape ``(N, 3)``, and ``W`` is a column, shape ``(3, 1)``. ``b`` is added to every
    row by broadcasting.

    >>> import torch
    >>> X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]])
    >>> W = torch.tensor([[0.5], [-1.0], [2.0]])
    >>> b = 10.0
    >>> x1, x2, x3 = X[:, 0], X[:, 1], X[:, 2]
    >>> x1 * W[0] + x2 * W[1] + x3 * W[2] + b
    tensor([14.5000, 21.0000])
    >>> hypothesis = X.matmul(W) + b
    >>> hypothesis
    tensor([[14.5000],
            [21.0000]])
    >>> (X @ W + b).equal(hypothesis)
    True

    The mean squared error is the mean of the squared differences. ``mse_loss`` computes the same. ``y`` must have the
    shape of the hypothesis, here ``(2, 1)``.

    >>> y = torch.tensor([[13.0], [20.0]])
    >>> torch.mean((hypothesis - y) ** 2)
    tensor(1.6250)
    >>> torch.nn.functional.mse_loss(hypothesis, y)
    tensor(1.6250)
    """
