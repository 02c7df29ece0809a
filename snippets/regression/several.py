"""Linear regression with several features

Three quiz scores predict a final score. These cards show the shapes, why the learning rate must be so small, how to
predict a new row, and when a prediction means nothing.
"""


def quiz_scores():
    """With three features, ``x_train.matmul(W) + b`` turns five rows (5, 3) into five predictions (5, 1).

    A row is one student, a column one quiz. ``W`` is a column with one weight for each quiz, and ``b`` is added to
    every row.

    >>> import torch
    >>> x_train = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> W = torch.tensor([[0.5], [0.25], [1.0]])
    >>> b = torch.tensor([10.0])
    >>> x_train.matmul(W) + b
    tensor([[141.5000],
            [171.5000],
            [157.2500],
            [182.5000],
            [133.0000]])
    >>> 73 * 0.5 + 80 * 0.25 + 75 * 1.0 + 10
    141.5

    Training by hand often starts at zeros. You may give the shape as one tuple or as two numbers.

    >>> torch.zeros((3, 1)).equal(torch.zeros(3, 1))
    True
    >>> W = torch.zeros((3, 1), requires_grad=True)
    >>> W
    tensor([[0.],
            [0.],
            [0.]], requires_grad=True)
    >>> (x_train.matmul(W) + b).flatten()
    tensor([10., 10., 10., 10., 10.], grad_fn=<ViewBackward0>)

    The number of columns must be the number of weights.

    >>> x_train.matmul(torch.zeros(2, 1))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (5x3 and 2x1)
    """


def one_bias():
    """A linear model has one bias per output, not one per feature: ``nn.Linear(3, 1)`` has 3 weights and 1 bias.

    Often written: ``w1*x1 + w2*x2 + w3*x3 + b1 + b2 + b3``. Run both: three biases only ever act through their sum,
    which is one number.

    >>> import torch
    >>> linear = torch.nn.Linear(3, 1)
    >>> linear.weight.shape, linear.bias.shape
    (torch.Size([1, 3]), torch.Size([1]))
    >>> with torch.no_grad():
    ...     weight = linear.weight.copy_(torch.tensor([[2.0, -1.0, 0.5]]))
    ...     bias = linear.bias.fill_(9.0)
    >>> x1, x2, x3 = 3.0, 4.0, 10.0
    >>> linear(torch.tensor([x1, x2, x3]))
    tensor([16.], grad_fn=<ViewBackward0>)
    >>> 2 * x1 - 1 * x2 + 0.5 * x3 + 9
    16.0
    >>> 2 * x1 - 1 * x2 + 0.5 * x3 + 4 + 3 + 2
    16.0

    Two outputs have two biases.

    >>> torch.nn.Linear(3, 2).bias.shape
    torch.Size([2])
    """


def small_rate():
    """On raw scores near 80 a learning rate of 1e-5 trains, and 1e-4 ends in ``nan``.

    The gradient of a weight has its feature as a factor, so large features make large steps. Steps that are too large
    overshoot further each time, until the numbers overflow to ``nan``, not a number. The first row is ``[73, 80, 75]``,
    and its target is 152.

    >>> import torch
    >>> x = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> y = torch.tensor([[152.0], [185], [180], [196], [142]])
    >>> def train(lr, epochs):
    ...     W = torch.zeros((3, 1), requires_grad=True)
    ...     b = torch.zeros(1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([W, b], lr=lr)
    ...     costs = []
    ...     for epoch in range(epochs):
    ...         cost = ((x.matmul(W) + b - y) ** 2).mean()
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...         costs.append(cost.item())
    ...     prediction = (x[0].matmul(W) + b).item()
    ...     return f"cost from {costs[0]:.1f} to {costs[-1]:.2f}, first row {prediction:.1f}, b {b.item():.3f}"
    >>> train(lr=1e-5, epochs=1000)
    'cost from 29661.8 to 3.94, first row 153.9, b 0.009'
    >>> train(lr=1e-4, epochs=100)
    'cost from 29661.8 to nan, first row nan, b nan'

    At the small rate ``b`` has hardly moved: no large feature multiplies its gradient.
    """


def rate_limit():
    """In a bowl, gradient descent converges if its rate is below 2 divided by the Hessian's largest eigenvalue.

    The Hessian is the matrix of the cost's second derivatives, and the mean squared error of a linear model is a bowl.
    The largest eigenvalue is the bend of the bowl in the direction in which it bends most. You can compute the limit
    before you train, and it explains the tiny rate for raw scores. Here the cost has four inputs: three weights and the
    bias.

    >>> import torch
    >>> x = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> y = torch.tensor([[152.0], [185], [180], [196], [142]])
    >>> def cost(p):
    ...     return ((x.matmul(p[:3]) + p[3] - y) ** 2).mean()
    >>> bend = torch.linalg.eigvalsh(torch.autograd.functional.hessian(cost, torch.zeros(4, 1)).view(4, 4)).max()
    >>> limit = 2 / bend.item()
    >>> f"{limit:.2e}"
    '4.62e-05'

    A tenth below the limit the cost falls, a tenth above it grows.

    >>> def last_cost(lr):
    ...     p = torch.zeros(4, 1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([p], lr=lr)
    ...     for _ in range(60):
    ...         optimizer.zero_grad()
    ...         cost(p).backward()
    ...         optimizer.step()
    ...     return f"{cost(p).item():.2g}"
    >>> last_cost(lr=0.9 * limit)
    '5.4'
    >>> last_cost(lr=1.1 * limit)
    '9.4e+13'
    """


def scaled_features():
    """Standardised features, minus their mean and divided by their standard deviation, allow a rate of 0.1.

    Each column then has the mean 0 and the standard deviation 1. ``dim=0`` runs down the rows, so every quiz gets its
    own two numbers. Keep them: a new row must be scaled with the same ones.

    >>> import torch
    >>> x = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> y = torch.tensor([[152.0], [185], [180], [196], [142]])
    >>> mean, std = x.mean(dim=0), x.std(dim=0)
    >>> mean, std
    (tensor([84.8000, 84.6000, 83.6000]), tensor([11.0544, 12.2393, 12.5419]))
    >>> def train(x, lr, epochs=100):
    ...     model = torch.nn.Linear(3, 1)
    ...     start = torch.nn.init.zeros_(model.weight), torch.nn.init.zeros_(model.bias)
    ...     optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    ...     for epoch in range(epochs):
    ...         cost = torch.nn.functional.mse_loss(model(x), y)
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...     return model, f"{cost.item():.2f}"
    >>> model, cost = train((x - mean) / std, lr=0.1)
    >>> cost
    '0.36'

    On the raw scores even 1e-4 ends in ``nan``, and 1e-5 gets less far in as many epochs.

    >>> train(x, lr=1e-4)[1], train(x, lr=1e-5)[1]
    ('nan', '5.76')

    The model now expects scaled rows. A raw row gives nonsense.

    >>> row = torch.tensor([[73.0, 80, 75]])
    >>> f"{model((row - mean) / std).item():.1f}"
    '152.7'
    >>> f"{model(row).item():.1f}"
    '1965.4'
    """


def prediction():
    """A new row goes in as a float tensor of shape (1, 3); under ``torch.no_grad()`` the result has no ``grad_fn``.

    The two pairs of brackets make a batch of one row, the shape that the model was trained on. The weights stand for
    trained ones.

    >>> import torch
    >>> model = torch.nn.Linear(3, 1)
    >>> with torch.no_grad():
    ...     weight = model.weight.copy_(torch.tensor([[0.75, 0.5, 0.75]]))
    ...     bias = model.bias.fill_(1.0)
    >>> new_x = torch.tensor([[73.0, 80.0, 75.0]])
    >>> new_x.shape
    torch.Size([1, 3])
    >>> model(new_x)
    tensor([[152.]], grad_fn=<AddmmBackward0>)

    The result is still tied to the parameters. For use, not for training, switch recording off, and take the Python
    number with ``.item()``.

    >>> with torch.no_grad():
    ...     prediction = model(new_x)
    >>> prediction
    tensor([[152.]])
    >>> prediction.item()
    152.0

    Without decimal points the row is a tensor of integers, and the layer refuses it.

    >>> integers = torch.tensor([[73, 80, 75]])
    >>> integers.equal(new_x.long())
    True
    >>> model(integers)
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float
    """


def undefined_model():
    """With ``W`` and ``b`` made by hand there is no ``model``: predict with ``new_x.matmul(W) + b``.

    Often written after training by hand: ``model(new_x)``. Run it.

    >>> import torch
    >>> W = torch.tensor([[0.75], [0.5], [0.75]])
    >>> b = torch.tensor([1.0])
    >>> new_x = torch.tensor([[73.0, 80.0, 75.0]])
    >>> model(new_x)
    Traceback (most recent call last):
        ...
    NameError: name 'model' is not defined
    >>> new_x.matmul(W) + b
    tensor([[152.]])

    The line ``model = torch.nn.Linear(3, 1)`` silences the error and makes it worse: this is a new model with random
    weights, which knows nothing of ``W`` and ``b``. Its weights and its bias lie within 1 / sqrt(3) of 0, so on this
    row it cannot even reach 152.

    >>> model = torch.nn.Linear(3, 1)
    >>> largest = (new_x.sum() + 1).item() / 3 ** 0.5
    >>> round(largest, 1)
    132.2
    >>> abs(model(new_x).item()) <= largest
    True
    >>> model.weight.equal(W.T)
    False
    """


def class_model():
    """A class around ``nn.Linear(3, 1)`` learns the final scores; where it stands when you stop depends on the start.

    The features are so much alike that the last part of the way is very slow. Where a run stands after a number of
    epochs depends on its first weights, so results differ from run to run unless you set a seed or, as here, the
    weights.

    >>> import torch
    >>> x = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> y = torch.tensor([[152.0], [185], [180], [196], [142]])
    >>> class MultivariateLinearRegressionModel(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.linear = torch.nn.Linear(3, 1)
    ...     def forward(self, x):
    ...         return self.linear(x)
    >>> def train(start, epochs):
    ...     model = MultivariateLinearRegressionModel()
    ...     with torch.no_grad():
    ...         model.linear.weight.copy_(torch.tensor([start]))
    ...         model.linear.bias.fill_(0.0)
    ...     optimizer = torch.optim.SGD(model.parameters(), lr=1e-5)
    ...     for epoch in range(epochs):
    ...         cost = torch.nn.functional.mse_loss(model(x), y)
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...     return f"cost {cost.item():.2f}, first row {model(x)[0].item():.1f}"
    >>> train([0.0, 0.0, 0.0], epochs=2000)
    'cost 2.64, first row 153.7'

    The target of the first row is 152. Two starts after 20 epochs:

    >>> train([0.0, 0.0, 0.0], epochs=20)
    'cost 5.96, first row 154.1'
    >>> train([0.5, -0.5, 0.25], epochs=20)
    'cost 14.34, first row 150.4'
    """


def minibatches():
    """Five rows in mini-batches of 2 make three updates per epoch, and 21 epochs of them learn the final scores.

    The loader shuffles the rows anew for every epoch, so without a seed no two runs need be alike. The last batch holds
    the one row that is left.

    >>> import torch
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> x = torch.tensor([[73.0, 80, 75], [93, 88, 93], [89, 91, 80], [96, 98, 100], [73, 66, 70]])
    >>> y = torch.tensor([[152.0], [185], [180], [196], [142]])
    >>> def train(shuffle):
    ...     model = torch.nn.Linear(3, 1)
    ...     start = torch.nn.init.zeros_(model.weight), torch.nn.init.zeros_(model.bias)
    ...     optimizer = torch.optim.SGD(model.parameters(), lr=1e-5)
    ...     loader = DataLoader(TensorDataset(x, y), batch_size=2, shuffle=shuffle)
    ...     updates, costs = 0, []
    ...     for epoch in range(21):
    ...         costs.append(torch.nn.functional.mse_loss(model(x), y).item())
    ...         for x_batch, y_batch in loader:
    ...             optimizer.zero_grad()
    ...             torch.nn.functional.mse_loss(model(x_batch), y_batch).backward()
    ...             optimizer.step()
    ...             updates += 1
    ...     return updates, costs
    >>> updates, costs = train(shuffle=True)
    >>> updates, round(costs[0], 1)
    (63, 29661.8)
    >>> costs[20] < costs[0] / 1000
    True

    In the order of the data the run is always the same. These are the costs on all rows at the start of the epochs 0
    to 4, and 20.

    >>> updates, costs = train(shuffle=False)
    >>> [round(costs[epoch], 1) for epoch in (0, 1, 2, 3, 4, 20)]
    [29661.8, 1154.2, 47.0, 6.9, 6.0, 6.1]
    """


def too_few_updates():
    """A learning rate that suits features near 80 is far too small for features near 6: the model hardly moves.

    Often written: train on the rows ``[1, 2, 3]`` to ``[10, 11, 12]`` for some 20 epochs with a rate of 1e-5, then
    predict. Run it twice, with all weights starting at 0 and at 1, in batches of two rows. The target of the last row
    is 4.

    >>> import torch
    >>> x = torch.arange(1.0, 13.0).view(4, 3)
    >>> y = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
    >>> def train(start, lr, epochs):
    ...     model = torch.nn.Linear(3, 1)
    ...     with torch.no_grad():
    ...         model.weight.fill_(start)
    ...         model.bias.fill_(start)
    ...     optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    ...     before = torch.nn.functional.mse_loss(model(x), y).item()
    ...     for epoch in range(epochs):
    ...         for x_batch, y_batch in zip(x.split(2), y.split(2)):
    ...             optimizer.zero_grad()
    ...             torch.nn.functional.mse_loss(model(x_batch), y_batch).backward()
    ...             optimizer.step()
    ...     after = torch.nn.functional.mse_loss(model(x), y).item()
    ...     return f"cost from {before:.2f} to {after:.2f}, last row {model(x)[3].item():.1f}"
    >>> train(start=0.0, lr=1e-5, epochs=21)
    'cost from 7.50 to 5.70, last row 0.5'
    >>> train(start=1.0, lr=1e-5, epochs=21)
    'cost from 404.00 to 307.08, last row 30.1'

    The predictions are still those of the first weights, moved a little. With a larger rate and more epochs, both
    starts end with the data learned.

    >>> train(start=0.0, lr=2e-3, epochs=150)
    'cost from 7.50 to 0.00, last row 4.0'
    >>> train(start=1.0, lr=2e-3, epochs=150)
    'cost from 404.00 to 0.00, last row 4.0'
    """


def collinear_data():
    """If one feature follows from the others, many weights fit the data exactly and disagree on a new row.

    In the rows ``[1, 2, 3]`` to ``[10, 11, 12]`` the second feature is always the first plus 1, the third the first
    plus 2. With the column of ones for the bias there are four columns, and only two of them say something new.

    >>> import torch
    >>> x = torch.arange(1.0, 13.0).view(4, 3)
    >>> x
    tensor([[ 1.,  2.,  3.],
            [ 4.,  5.,  6.],
            [ 7.,  8.,  9.],
            [10., 11., 12.]])
    >>> torch.linalg.matrix_rank(torch.cat([x, torch.ones(4, 1)], dim=1)).item()
    2

    Here are three models, each of which predicts 1, 2, 3 and 4 for the four rows. In the new row the second feature is
    the first plus 7, so they part.

    >>> new_x = torch.tensor([[73.0, 80.0, 75.0]])
    >>> def predict(weights, bias):
    ...     W = torch.tensor(weights).view(3, 1)
    ...     known, new = x.matmul(W) + bias, new_x.matmul(W) + bias
    ...     return [round(value, 3) for value in known.flatten().tolist()], round(new.item(), 3)
    >>> predict([0.0, 0.0, 1 / 3], 0.0)
    ([1.0, 2.0, 3.0, 4.0], 25.0)
    >>> predict([0.0, 1 / 3, 0.0], 1 / 3)
    ([1.0, 2.0, 3.0, 4.0], 27.0)
    >>> predict([5.0, -10.0, 5.0 + 1 / 3], 0.0)
    ([1.0, 2.0, 3.0, 4.0], -35.0)

    Nothing in the data says which of them is right, so a number that is printed for the new row means nothing.
    """
