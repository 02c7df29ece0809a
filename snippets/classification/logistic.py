"""Logistic regression, piece by piece

Yes or no: a line gives a score, the sigmoid turns it into a probability, and a threshold into a class. It is the
smallest classifier, and every larger one for two classes ends like it.
"""


def binary():
    """A binary classifier with a sigmoid returns the probability of class 1 for each row; ``>= 0.5`` makes it a class.

    The two classes are called 0 and 1. Often written: printing the model's output gives the answers. Run it: what is
    printed are probabilities, in the shape of the scores.

    >>> import torch
    >>> scores = torch.tensor([[-3.0], [-0.2], [0.0], [4.0]])
    >>> hypothesis = torch.sigmoid(scores)
    >>> hypothesis
    tensor([[0.0474],
            [0.4502],
            [0.5000],
            [0.9820]])
    >>> prediction = hypothesis >= 0.5
    >>> prediction.flatten()
    tensor([False, False,  True,  True])

    The losses for two classes want the labels as floats; ``.float()`` gives the classes the same form. The mean of the
    matches is the accuracy: three rows of four are right.

    >>> y = torch.tensor([[0.0], [0.0], [1.0], [0.0]])
    >>> prediction.float().flatten()
    tensor([0., 0., 1., 1.])
    >>> (prediction.float() == y).float().mean()
    tensor(0.7500)

    ``print`` itself returns nothing that you could use later.

    >>> value = print(hypothesis.shape)
    torch.Size([4, 1])
    >>> value is None
    True
    """


def sigmoid_formula():
    """``torch.sigmoid(z)`` is ``1 / (1 + exp(-z))``; it gives 0.5 at 0, and in ``float32`` exactly 1 from about 17 on.

    In the hypothesis of logistic regression, ``z`` is the score ``x.matmul(W) + b``. Both ways of writing it agree.

    >>> import torch
    >>> x_train = torch.tensor([[1.0, 2.0], [2.0, 3.0], [6.0, 2.0]])
    >>> W = torch.tensor([[0.5], [-0.75]])
    >>> b = torch.tensor([0.25])
    >>> 1 / (1 + torch.exp(-(x_train.matmul(W) + b)))
    tensor([[0.3208],
            [0.2689],
            [0.8520]])
    >>> torch.sigmoid(x_train.matmul(W) + b)
    tensor([[0.3208],
            [0.2689],
            [0.8520]])

    With weights of zero and no bias every row gets 0.5, whatever it holds.

    >>> torch.sigmoid(x_train.matmul(torch.zeros(2, 1)))
    tensor([[0.5000],
            [0.5000],
            [0.5000]])

    The formula never reaches 1. A ``float32`` does: it rounds ``1 + exp(-17)`` to 1. A ``float64`` has more digits, and
    at 20 it is still below 1.

    >>> [z for z in range(21) if torch.sigmoid(torch.tensor(float(z))).item() == 1]
    [17, 18, 19, 20]
    >>> f"{1 - torch.sigmoid(torch.tensor(20.0, dtype=torch.float64)).item():.2e}"
    '2.06e-09'
    """


def steepness():
    """The larger ``W``, the more steeply ``sigmoid(W * x + b)`` rises: its slope at the centre is ``W / 4``.

    The centre is where the curve passes 0.5. A negative ``W`` makes the curve fall. With ``W`` = 0 it is flat, at
    ``sigmoid(b)``.

    >>> import torch
    >>> def slope_at_zero(W):
    ...     x = torch.tensor(0.0, requires_grad=True)
    ...     return torch.autograd.grad(torch.sigmoid(W * x), x)[0].item()
    >>> [slope_at_zero(W) for W in (0.5, 1.0, 2.0)]
    [0.125, 0.25, 0.5]
    >>> [slope_at_zero(W) for W in (-2.0, 0.0)]
    [-0.5, 0.0]
    >>> x = torch.tensor([-2.0, 0.0, 2.0])
    >>> torch.sigmoid(0.5 * x), torch.sigmoid(2.0 * x)
    (tensor([0.2689, 0.5000, 0.7311]), tensor([0.0180, 0.5000, 0.9820]))
    >>> torch.sigmoid(-2.0 * x)
    tensor([0.9820, 0.5000, 0.0180])
    >>> torch.sigmoid(0.0 * x + 1.0)
    tensor([0.7311, 0.7311, 0.7311])
    """


def shift():
    """``b`` shifts the curve: ``sigmoid(W * x + b)`` crosses 0.5 at ``x = -b / W``.

    So a positive ``b`` shifts it to the left, as long as ``W`` is positive. Often expected the other way round. Look
    where the 0.5 stands; in the second result it is printed as 5.0000e-01.

    >>> import torch
    >>> x = torch.tensor([-10.0, -5.0, 0.0, 5.0, 10.0])
    >>> torch.sigmoid(x + 5)
    tensor([0.0067, 0.5000, 0.9933, 1.0000, 1.0000])
    >>> torch.sigmoid(x - 5)
    tensor([3.0590e-07, 4.5398e-05, 6.6929e-03, 5.0000e-01, 9.9331e-01])

    With ``W`` = -0.5 the centre for ``b`` = 5 lies at 10, on the other side.

    >>> torch.sigmoid(-0.5 * x + 5)
    tensor([1.0000, 0.9994, 0.9933, 0.9241, 0.5000])
    """


def missing_parentheses():
    """``np.exp(-x*w+b)`` is ``exp(-(w*x - b))``: for ``sigmoid(w*x + b)`` you must write ``np.exp(-(x*w+b))``.

    The minus binds to ``x*w`` alone, so the sign of ``b`` is wrong. Run both at ``x`` = 0: the results for the two
    biases have changed places.

    >>> import torch
    >>> import numpy as np
    >>> def without(x, w, b):
    ...     return float(1 / (1 + np.exp(-x*w+b)))
    >>> def correct(x, w, b):
    ...     return float(1 / (1 + np.exp(-(x*w+b))))
    >>> [round(without(0.0, 1.0, b), 4) for b in (5.0, -5.0)]
    [0.0067, 0.9933]
    >>> [round(correct(0.0, 1.0, b), 4) for b in (5.0, -5.0)]
    [0.9933, 0.0067]
    >>> torch.sigmoid(torch.tensor([5.0, -5.0]))
    tensor([0.9933, 0.0067])

    With ``b`` = 0, as in the first plots of most tutorials, nothing shows.

    >>> round(without(2.0, 0.5, 0.0), 4), round(correct(2.0, 0.5, 0.0), 4)
    (0.7311, 0.7311)
    """


def three_curves():
    """In ``plt.plot(x, y, "r", linestyle="--")`` the letter is a colour and ``"--"`` draws dashes; ``":"`` is dotted.

    ``r``, ``g`` and ``b`` are red, green and blue. The last ``plot`` draws a line from (0, 1) to (0, 0): first come
    both x values, then both y values. On a machine without a display choose the backend ``Agg``, which draws into
    memory, and write the picture to a file with ``savefig``.

    >>> import torch, io, warnings
    >>> import matplotlib
    >>> matplotlib.use("Agg")
    >>> import matplotlib.pyplot as plt
    >>> x = torch.linspace(-5, 5, 101)
    >>> for w, colour in ((0.5, "r"), (1.0, "g"), (2.0, "b")):
    ...     line, = plt.plot(x, torch.sigmoid(w * x), colour, linestyle="--")
    >>> line, = plt.plot([0, 0], [1.0, 0.0], ":")
    >>> title = plt.title("Sigmoid with w = 0.5, 1 and 2")

    The axes know what was drawn. The steepest curve has the highest value at ``x`` = 1, which is element 60.

    >>> lines = plt.gca().lines
    >>> [(matplotlib.colors.to_hex(line.get_color()), line.get_linestyle()) for line in lines[:3]]
    [('#ff0000', '--'), ('#008000', '--'), ('#0000ff', '--')]
    >>> [round(float(line.get_ydata()[60]), 3) for line in lines[:3]]
    [0.622, 0.731, 0.881]
    >>> len(lines), lines[3].get_linestyle(), lines[3].get_xydata().tolist()
    (4, ':', [[0.0, 1.0], [0.0, 0.0]])
    >>> plt.gca().get_title()
    'Sigmoid with w = 0.5, 1 and 2'
    >>> file = io.BytesIO()
    >>> plt.savefig(file, format="png")
    >>> file.getvalue()[1:4]
    b'PNG'

    With a display and another backend, ``plt.show()`` opens a window. ``Agg`` has none: the call returns at once, on
    some machines with a warning.

    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     print(plt.show())
    None
    >>> plt.close()
    >>> plt.get_fignums()
    []
    """


def linear_boundary():
    """The sigmoid comes on top of ``W * x + b``, not in its place, so the border between the classes stays straight.

    Often written: for two classes you need the sigmoid instead of a line. Run it: the probability is at least 0.5
    exactly where the score of the line is at least 0. The border is the line ``x1 - 2 * x2 + 1 = 0``.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [4.0, 2.0], [2.0, 3.0]])
    >>> score = x.matmul(torch.tensor([1.0, -2.0])) + 1
    >>> score
    tensor([ 1., -1.,  0.,  1., -3.])
    >>> torch.sigmoid(score)
    tensor([0.7311, 0.2689, 0.5000, 0.7311, 0.0474])
    >>> torch.sigmoid(score) >= 0.5
    tensor([ True, False,  True,  True, False])
    >>> score >= 0
    tensor([ True, False,  True,  True, False])

    The model may even end with the line: ``F.binary_cross_entropy_with_logits`` and ``nn.BCEWithLogitsLoss`` contain
    the sigmoid.

    >>> y = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])
    >>> F.binary_cross_entropy(torch.sigmoid(score), y)
    tensor(0.9363)
    >>> F.binary_cross_entropy_with_logits(score, y)
    tensor(0.9363)
    """


def linear_then_sigmoid():
    """``nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())`` is logistic regression with two features and one output.

    The modules are called in order. Only the linear layer has parameters; the ``0`` in their names is its place.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> [(name, tuple(parameter.shape)) for name, parameter in model.named_parameters()]
    [('0.weight', (1, 2)), ('0.bias', (1,))]
    >>> with torch.no_grad():
    ...     weight = model[0].weight.copy_(torch.tensor([[0.5, -0.75]]))
    ...     bias = model[0].bias.fill_(0.25)
    >>> x = torch.tensor([[1.0, 2.0], [2.0, 3.0], [6.0, 2.0]])
    >>> model(x)
    tensor([[0.3208],
            [0.2689],
            [0.8520]], grad_fn=<SigmoidBackward0>)
    >>> torch.sigmoid(model[0](x))
    tensor([[0.3208],
            [0.2689],
            [0.8520]], grad_fn=<SigmoidBackward0>)
    >>> model[0](x)
    tensor([[-0.7500],
            [-1.0000],
            [ 1.7500]], grad_fn=<AddmmBackward0>)
    """


def class_form():
    """A class with an ``nn.Linear`` and an ``nn.Sigmoid`` computes the same as their ``nn.Sequential``.

    Only the names differ: parameters are called after the attribute that holds the layer. With equal weights, copied
    here one by one, both models agree to the last digit.

    >>> import torch
    >>> from torch import nn
    >>> class BinaryClassifier(nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.linear = nn.Linear(2, 1)
    ...         self.sigmoid = nn.Sigmoid()
    ...     def forward(self, x):
    ...         return self.sigmoid(self.linear(x))
    >>> model = BinaryClassifier()
    >>> [name for name, parameter in model.named_parameters()]
    ['linear.weight', 'linear.bias']
    >>> with torch.no_grad():
    ...     weight = model.linear.weight.copy_(torch.tensor([[0.5, -0.75]]))
    ...     bias = model.linear.bias.fill_(0.25)
    >>> x = torch.tensor([[1.0, 2.0], [2.0, 3.0], [6.0, 2.0]])
    >>> model(x)
    tensor([[0.3208],
            [0.2689],
            [0.8520]], grad_fn=<SigmoidBackward0>)

    The chain starts at random weights of its own, and answers otherwise until it has the same ones.

    >>> chain = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> torch.equal(chain(x), model(x))
    False
    >>> with torch.no_grad():
    ...     weight = chain[0].weight.copy_(model.linear.weight)
    ...     bias = chain[0].bias.copy_(model.linear.bias)
    >>> torch.equal(chain(x), model(x))
    True
    """


def one_layer_is_no_mlp():
    """One linear layer and a sigmoid are logistic regression, even in a class called ``MLP``.

    A multi-layer perceptron has a hidden layer with an activation. The score before the sigmoid, the logit, tells them
    apart. Without a hidden layer it is linear: from the corner (0, 0) to (1, 0) it changes by as much as from (0, 1) to
    (1, 1), whatever the weights are.

    >>> import torch
    >>> from torch import nn
    >>> class MLP(nn.Module):
    ...     def __init__(self, inputs):
    ...         super().__init__()
    ...         self.layer = nn.Linear(inputs, 1)
    ...         self.activation = nn.Sigmoid()
    ...     def forward(self, x):
    ...         return self.activation(self.layer(x))
    >>> model = MLP(2)
    >>> corners = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    >>> def changes(model):
    ...     logit = torch.logit(model(corners)).flatten()
    ...     return logit[1] - logit[0], logit[3] - logit[2]
    >>> torch.allclose(*changes(model), atol=1e-5)
    True

    With a hidden layer the changes can even have different signs. These weights answer 1 if exactly one of the two
    features is 1, which no straight border can do.

    >>> hidden = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1), nn.Sigmoid())
    >>> with torch.no_grad():
    ...     for parameter, values in zip(hidden.parameters(), ([[1, 1], [1, 1]], [0, -1], [[4, -8]], [-2])):
    ...         values = parameter.copy_(torch.tensor(values))
    >>> (hidden(corners) >= 0.5).flatten()
    tensor([False,  True,  True, False])
    >>> [round(change.item(), 3) for change in changes(hidden)]
    [4.0, -4.0]
    """


def six_rows():
    """A straight line separates the six example rows: the labels are 1 where ``x1 - x2`` is positive.

    The labels stand in a (6, 1) tensor of floats, the shape and dtype of the predictions, because the loss asks for
    both.

    >>> import torch
    >>> x_train = torch.FloatTensor([[1, 2], [2, 3], [3, 4], [4, 3], [5, 3], [6, 2]])
    >>> y_train = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])
    >>> y_train.shape, y_train.dtype
    (torch.Size([6, 1]), torch.float32)
    >>> x_train[:, 0] - x_train[:, 1]
    tensor([-1., -1., -1.,  1.,  2.,  4.])
    >>> y_train.flatten()
    tensor([0., 0., 0., 1., 1., 1.])

    Flat labels or integers are refused. For six predictions of 0.5, the loss is log(2).

    >>> hypothesis = torch.sigmoid(x_train.matmul(torch.zeros(2, 1)))
    >>> torch.nn.functional.binary_cross_entropy(hypothesis, y_train)
    tensor(0.6931)
    >>> torch.nn.functional.binary_cross_entropy(hypothesis, y_train.flatten())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Using a target size (torch.Size([6])) that is different to the input size (torch.Size([6, 1])) ...
    >>> torch.nn.functional.binary_cross_entropy(hypothesis, y_train.long())
    Traceback (most recent call last):
        ...
    RuntimeError: Found dtype Long but expected Float
    """


def trained_on_six_rows():
    """After 1000 epochs of SGD with a rate of 1, an ``nn.Sequential`` classifies all six rows correctly.

    The accuracy is the share of rows whose class agrees with the label. The model starts at zeros here, so that you see
    the same numbers.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2], [2, 3], [3, 4], [4, 3], [5, 3], [6, 2]])
    >>> y = torch.tensor([[0.0], [0], [0], [1], [1], [1]])
    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> start = nn.init.zeros_(model[0].weight), nn.init.zeros_(model[0].bias)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=1)
    >>> for epoch in range(1000):
    ...     cost = F.binary_cross_entropy(model(x), y)
    ...     optimizer.zero_grad()
    ...     cost.backward()
    ...     optimizer.step()
    >>> round(cost.item(), 4)
    0.0019
    >>> model[0].weight.detach().round(decimals=2), model[0].bias.detach().round(decimals=2)
    (tensor([[ 5.7400, -5.3800]]), tensor([-1.5100]))
    >>> prediction = model(x) >= 0.5
    >>> prediction.flatten()
    tensor([False, False, False,  True,  True,  True])
    >>> (prediction == y).float().mean().item()
    1.0

    A new row is classified by the side of the border on which it lies. Near the border the model is less sure.

    >>> model(torch.tensor([[9.0, 4.0], [3.0, 2.75], [2.75, 3.0]])).flatten()
    tensor([1.0000, 0.7098, 0.1318], grad_fn=<ViewBackward0>)
    """


def optimizer_missing():
    """A new model needs a new optimizer: without one the loop stops, and with an old one the model learns nothing.

    Often written: ``optimizer.zero_grad()`` and ``optimizer.step()``, with no line that makes ``optimizer``.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2], [2, 3], [3, 4], [4, 3], [5, 3], [6, 2]])
    >>> y = torch.tensor([[0.0], [0], [0], [1], [1], [1]])
    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> start = nn.init.zeros_(model[0].weight), nn.init.zeros_(model[0].bias)
    >>> optimizer.zero_grad()
    Traceback (most recent call last):
        ...
    NameError: name 'optimizer' is not defined

    In a notebook an optimizer may be left from the model before. Then nothing is reported, and nothing is learned.

    >>> def costs(optimizer):
    ...     found = []
    ...     for epoch in range(3):
    ...         cost = F.binary_cross_entropy(model(x), y)
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...         found.append(round(cost.item(), 4))
    ...     return found
    >>> old_model = nn.Linear(2, 1)
    >>> costs(torch.optim.SGD(old_model.parameters(), lr=1))
    [0.6931, 0.6931, 0.6931]
    >>> costs(torch.optim.SGD(model.parameters(), lr=0.25))
    [0.6931, 0.6065, 0.5489]
    """


def hand_cost_nan():
    """With a rate of 1 the hand-written log cost turns to ``nan``, and the weights with it; the library's does not.

    Within 270 steps the sigmoid of one row becomes exactly 1 in ``float32``. Then ``log(1 - h)`` is minus infinity, and
    multiplied by 0 it is ``nan``. From there on every number is ``nan``.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2], [2, 3], [3, 4], [4, 3], [5, 3], [6, 2]])
    >>> y = torch.tensor([[0.0], [0], [0], [1], [1], [1]])
    >>> def by_hand(h, y):
    ...     return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()
    >>> def train(cost_function, lr, epochs):
    ...     W = torch.zeros((2, 1), requires_grad=True)
    ...     b = torch.zeros(1, requires_grad=True)
    ...     optimizer = torch.optim.SGD([W, b], lr=lr)
    ...     for epoch in range(epochs):
    ...         cost = cost_function(torch.sigmoid(x.matmul(W) + b), y)
    ...         optimizer.zero_grad()
    ...         cost.backward()
    ...         optimizer.step()
    ...     return f"cost {cost.item():.4f}, b {b.item():.2f}"
    >>> train(by_hand, lr=1, epochs=270)
    'cost nan, b nan'

    The same run with ``F.binary_cross_entropy``, which lets no logarithm fall below -100:

    >>> train(F.binary_cross_entropy, lr=1, epochs=1000)
    'cost 0.0019, b -1.51'

    With a tenth of the rate the weights stay small for longer, and after 30 epochs both agree.

    >>> train(by_hand, lr=0.1, epochs=30)
    'cost 0.3037, b -0.20'
    >>> train(F.binary_cross_entropy, lr=0.1, epochs=30)
    'cost 0.3037, b -0.20'
    """
