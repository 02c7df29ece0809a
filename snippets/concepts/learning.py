"""Learning from data

Training, validation and test data, parameters and hyperparameters, overfitting: the words of machine learning, each
shown with numbers small enough to check.
"""


def training_set():
    """Parameters are fitted to the training data, so that predictions come out right for inputs that are not in it.

    Three points lie on the line ``2 * x + 1``. The model, a slope and an intercept, is fitted to these three. The
    fourth input it has never seen.

    >>> import torch
    >>> x, y = torch.tensor([0.0, 1.0, 2.0]), torch.tensor([1.0, 3.0, 5.0])
    >>> table = torch.stack([x, torch.ones(3)], dim=1)
    >>> slope, intercept = torch.linalg.lstsq(table, y.unsqueeze(1)).solution.flatten().tolist()
    >>> print(f"slope {slope:.3f}, intercept {intercept:.3f}")
    slope 2.000, intercept 1.000
    >>> new_x = 10.0
    >>> new_x in x, f"{slope * new_x + intercept:.3f}"
    (False, '21.000')
    """


def three_way_split():
    """``random_split`` with fractions makes training, validation and test parts that share no sample.

    The fractions must sum to 1, or give lengths that sum to the number of samples.

    >>> import torch
    >>> from torch.utils.data import random_split
    >>> train, validation, test = random_split(range(100), [0.7, 0.15, 0.15])
    >>> len(train), len(validation), len(test)
    (70, 15, 15)
    >>> set(train) & set(validation), set(train) & set(test), set(validation) & set(test)
    (set(), set(), set())
    >>> sorted([*train, *validation, *test]) == list(range(100))
    True
    >>> random_split(range(100), [0.7, 0.15, 0.1])
    Traceback (most recent call last):
        ...
    ValueError: Sum of input lengths does not equal the length of the input dataset!

    The order is random, so give a generator with a seed, and tomorrow's test part is today's.

    >>> def test_part(seed):
    ...     return list(random_split(range(100), [70, 15, 15], generator=torch.Generator().manual_seed(seed))[2])
    >>> test_part(0) == test_part(0), test_part(0) == test_part(1)
    (True, False)
    """


def validation():
    """A model is fitted to the training data with each setting; the setting with the best validation score is kept.

    Nothing is fitted to the validation data: evaluate under ``no_grad()``, and in ``eval`` mode if the model has
    dropout or batch normalisation. Here three learning rates are tried on ``y = 2 * x``. The first is too small, the
    last too large.

    >>> import torch
    >>> from torch.nn.functional import mse_loss
    >>> x, y = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([2.0, 4.0, 6.0])
    >>> x_val, y_val = torch.tensor([4.0, 5.0]), torch.tensor([8.0, 10.0])
    >>> losses = {}
    >>> for lr in (0.01, 0.1, 0.25):
    ...     w = torch.zeros((), requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=lr)
    ...     for step in range(5):
    ...         optimizer.zero_grad()
    ...         mse_loss(w * x, y).backward()
    ...         optimizer.step()
    ...     with torch.no_grad():
    ...         loss = mse_loss(w * x_val, y_val)
    ...     losses[lr] = round(loss.item(), 1)
    >>> losses
    {0.01: 30.8, 0.1: 0.0, 0.25: 1456.1}
    >>> min(losses, key=losses.get), loss.requires_grad
    (0.1, False)

    Any score can be in the place of the loss. What counts is that it is measured on data that was not trained on.
    """


def test_data_last():
    """Whoever chooses by the test data gets a score that is too good: use it once, when everything is decided.

    Here 300 "models" guess at random. The best of them, chosen on 20 test labels, looks as if it had learned something.
    On 2000 fresh labels it is what it always was.

    >>> import torch
    >>> generator = torch.Generator().manual_seed(0)
    >>> guesses = torch.randint(2, (300, 2020), generator=generator)
    >>> labels = torch.randint(2, (2020,), generator=generator)
    >>> right = (guesses == labels).float()
    >>> right.shape
    torch.Size([300, 2020])
    >>> test_score = right[:, :20].mean(dim=1)
    >>> best = test_score.argmax()
    >>> round(test_score[best].item(), 1), round(test_score.mean().item(), 1)
    (0.8, 0.5)
    >>> round(right[best, 20:].mean().item(), 1)
    0.5
    """


def overfitting():
    """A far larger loss on new data than on training data means overfitting; similar losses alone do not mean good.

    The new data must be of the same kind as the training data: where they differ, the loss grows without overfitting
    too. A polynomial with five coefficients goes through five points of noise exactly. At the next point it is far off.

    >>> import torch
    >>> from torch.nn.functional import mse_loss
    >>> x, y = torch.arange(5.0), torch.tensor([0.0, 1.0, 0.0, 1.0, 0.0])
    >>> coefficients = torch.linalg.solve(torch.vander(x), y)
    >>> new_x, new_y = torch.tensor([5.0]), torch.tensor([1.0])
    >>> print(f"{mse_loss(torch.vander(x) @ coefficients, y):.3f}")
    0.000
    >>> print(f"{mse_loss(torch.vander(new_x, N=5) @ coefficients, new_y):.3f}")
    256.000

    Often written: if both losses are similar, all is well. Take a model that has learned nothing and always says 7: its
    losses on two halves of the data are equal, and both are bad.

    >>> halves = torch.tensor([0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0]).chunk(2)
    >>> [mse_loss(torch.full((4,), 7.0), half).item() for half in halves]
    [42.5, 42.5]

    Compare in ``eval`` mode. Dropout alone raises the training loss, here of a model without any error.

    >>> layer = torch.nn.Dropout(0.5)
    >>> perfect = torch.ones(8)
    >>> mse_loss(layer.train()(perfect), perfect), mse_loss(layer.eval()(perfect), perfect)
    (tensor(1.), tensor(0.))
    """


def parameters_and_hyperparameters():
    """Parameters are what training changes; hyperparameters, such as ``lr`` or a dropout rate, are what you set.

    Parameters are ``nn.Parameter`` objects, listed by ``model.parameters()``. Hyperparameters are plain numbers, held
    by the layer or the optimizer.

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Sequential(nn.Linear(3, 2), nn.Dropout(p=0.3))
    >>> model[0].weight.shape, [(name, type(p).__name__) for name, p in model.named_parameters()]
    (torch.Size([2, 3]), [('0.weight', 'Parameter'), ('0.bias', 'Parameter')])
    >>> list(model[1].parameters()), model[1].p
    ([], 0.3)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    >>> optimizer.param_groups[0]["lr"]
    0.25

    The number of layers and of neurons is a hyperparameter too: it decides how many parameters there are.

    >>> [sum(p.numel() for p in nn.Linear(3, neurons).parameters()) for neurons in (2, 10)]
    [8, 40]

    Two exceptions to "changed by training": a frozen parameter stays, and the running mean of a BatchNorm changes
    although it is a buffer, not a parameter.

    >>> frozen = model[0].requires_grad_(False)
    >>> [p.requires_grad for p in frozen.parameters()]
    [False, False]
    >>> norm = nn.BatchNorm1d(1)
    >>> [name for name, _ in norm.named_parameters()], [name for name, _ in norm.named_buffers()]
    (['weight', 'bias'], ['running_mean', 'running_var', 'num_batches_tracked'])
    >>> output = norm(torch.tensor([[1.0], [3.0]]))
    >>> norm.running_mean
    tensor([0.2000])
    """


def multi_layer_perceptron():
    """A multi-layer perceptron is ``Linear`` layers with activations between them; without these it is one linear map.

    XOR is 1 if exactly one of two inputs is 1. Two layers without activation are the same as one matrix, and the best
    that a linear map can do for XOR is to say 0.5 each time.

    >>> import torch
    >>> from torch import nn
    >>> x, xor = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]]), torch.tensor([[0.0], [1], [1], [0]])
    >>> first, last = nn.Linear(2, 2), nn.Linear(2, 1)
    >>> matrix, offset = last.weight @ first.weight, last.weight @ first.bias + last.bias
    >>> torch.allclose(nn.Sequential(first, last)(x), x @ matrix.t() + offset, atol=1e-6)
    True
    >>> table = torch.cat([x, torch.ones(4, 1)], dim=1)
    >>> (table @ torch.linalg.lstsq(table, xor).solution).flatten().round(decimals=3).abs()
    tensor([0.5000, 0.5000, 0.5000, 0.5000])

    With ReLU between them two neurons are enough: one takes the sum of the inputs, the other what is above 1.

    >>> mlp = nn.Sequential(first, nn.ReLU(), last)
    >>> with torch.no_grad():
    ...     for parameter, values in zip(mlp.parameters(), ([[1, 1], [1, 1]], [0, -1], [[1, -2]], [0])):
    ...         parameter.copy_(torch.tensor(values)).shape
    torch.Size([2, 2])
    torch.Size([2])
    torch.Size([1, 2])
    torch.Size([1])
    >>> mlp(x).flatten().tolist()
    [0.0, 1.0, 1.0, 0.0]

    It is a good first network for tables. For images and text other layers, which know about neighbours and order, need
    fewer parameters: here for 100 outputs, or 100 channels, from an image of 28 by 28 pixels.

    >>> [sum(p.numel() for p in layer.parameters()) for layer in (nn.Linear(28 * 28, 100), nn.Conv2d(1, 100, 3))]
    [78500, 1000]
    """


def baseline():
    """A score means something next to that of the simplest model: the mean for quantities, the most frequent class.

    The mean has the least squared error of all constants, the median the least absolute error.

    >>> import torch
    >>> from torch.nn.functional import l1_loss, mse_loss
    >>> y = torch.tensor([1.0, 2.0, 2.0, 7.0])
    >>> for guess in (y.mean(), y.median()):
    ...     print(guess, mse_loss(guess.expand(4), y), l1_loss(guess.expand(4), y))
    tensor(3.) tensor(5.5000) tensor(2.)
    tensor(2.) tensor(6.5000) tensor(1.5000)

    If 80 percent of the labels are 0, an accuracy of 0.8 takes no learning.

    >>> labels = torch.tensor([0, 0, 1, 0, 0])
    >>> most_frequent = labels.mode().values
    >>> most_frequent, (labels == most_frequent).float().mean()
    (tensor(0), tensor(0.8000))
    """


def cross_validation():
    """In k-fold cross-validation each sample is in the validation part once and in the training part k - 1 times.

    It is for data too small for a fixed validation part. You train k models and take the mean of their scores. Shuffle
    before, with ``torch.randperm``, if the order means something.

    >>> import torch
    >>> folds = torch.arange(10).chunk(3)
    >>> for i, validation in enumerate(folds):
    ...     train = torch.cat([fold for j, fold in enumerate(folds) if j != i])
    ...     print(train.tolist(), validation.tolist())
    [4, 5, 6, 7, 8, 9] [0, 1, 2, 3]
    [0, 1, 2, 3, 8, 9] [4, 5, 6, 7]
    [0, 1, 2, 3, 4, 5, 6, 7] [8, 9]

    The chunks differ in length when 3 does not divide the number of samples, so weight the scores by it.

    >>> [len(fold) for fold in folds]
    [4, 4, 2]
    >>> torch.randperm(10).sort().values
    tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    """
