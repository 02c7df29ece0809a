"""Linear layers and layers of two inputs

A linear layer multiplies its input by a weight matrix and adds a bias. These cards show the layout of its numbers, and
the layers that compare or combine two vectors. Many models end in a linear layer.
"""


def linear():
    """``nn.Linear`` computes ``x @ weight.T + bias``, with one sample in each row of ``x``.

    Weight and bias start at random; here they are given small numbers.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(3, 2)
    >>> W, b = torch.tensor([[1.0, 2.0, 3.0], [0.0, -1.0, 4.0]]), torch.tensor([10.0, 20.0])
    >>> layer.load_state_dict({"weight": W, "bias": b})
    <All keys matched successfully>
    >>> x = torch.tensor([[1.0, 0.0, 2.0], [3.0, 1.0, 1.0], [0.0, 5.0, 0.0], [1.0, 1.0, 1.0]])
    >>> layer(x).tolist()
    [[17.0, 28.0], [18.0, 23.0], [20.0, 15.0], [16.0, 23.0]]
    >>> (x @ W.T + b).tolist()
    [[17.0, 28.0], [18.0, 23.0], [20.0, 15.0], [16.0, 23.0]]

    Often written: y = Wx + b. Run it on the four samples: the sizes do not fit. The formula is right for one sample,
    a vector.

    >>> W @ x + b
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x3)
    >>> (W @ x[1] + b).tolist()
    [18.0, 23.0]
    >>> layer(x[1]).tolist()
    [18.0, 23.0]

    With a bias the layer is not linear in the strict sense: a zero input does not give zero.

    >>> layer(torch.zeros(3)).tolist()
    [10.0, 20.0]
    """


def linear_without_bias():
    """``nn.Linear`` has a bias unless you write ``bias=False``; then its ``bias`` is ``None``.

    A layer without a bias maps zero to zero. You leave it out in front of batch normalisation, which has its own.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(in_features=1, out_features=1, bias=True)
    >>> layer.bias.shape
    torch.Size([1])
    >>> torch.equal(layer(torch.zeros(1)), layer.bias)
    True
    >>> nn.Linear(in_features=1, out_features=1)
    Linear(in_features=1, out_features=1, bias=True)
    >>> layer = nn.Linear(in_features=1, out_features=1, bias=False)
    >>> print(layer.bias)
    None
    >>> [name for name, _ in layer.named_parameters()]
    ['weight']
    >>> layer(torch.zeros(1)).item()
    0.0
    """


def linear_as_a_model():
    """``nn.Linear`` can be a whole model by itself or one layer inside another model.

    It is an ``nn.Module`` like any model, so both uses are the same call. ``nn.Linear(1, 1)`` is a linear regression
    with one input.

    >>> import torch
    >>> from torch import nn
    >>> line = nn.Linear(1, 1)
    >>> line.load_state_dict({"weight": torch.tensor([[3.0]]), "bias": torch.tensor([0.5])})
    <All keys matched successfully>
    >>> x = torch.tensor([[1.0], [2.0], [-1.0], [0.0]])
    >>> line(x).tolist()
    [[3.5], [6.5], [-2.5], [0.5]]

    The same object inside a model:

    >>> model = nn.Sequential(line, nn.ReLU())
    >>> model(x).tolist()
    [[3.5], [6.5], [0.0], [0.5]]
    >>> model[0] is line
    True
    """


def linear_arguments():
    """The sizes of ``nn.Linear(3, 1)`` are called ``in_features`` and ``out_features``; the weight is (out, in).

    Often written: ``input_dim`` and ``output_dim``. Run it:

    >>> from torch import nn
    >>> nn.Linear(input_dim=3)
    Traceback (most recent call last):
        ...
    TypeError: Linear.__init__() got an unexpected keyword argument 'input_dim'
    >>> layer = nn.Linear(in_features=3, out_features=1)
    >>> layer.in_features, layer.out_features
    (3, 1)
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([1, 3]), torch.Size([1]))
    >>> nn.Linear(3, 1)
    Linear(in_features=3, out_features=1, bias=True)

    An input with the wrong number of features is refused. The message names two shapes, that of the input and that of
    the weight, here turned to (in, out).

    >>> import torch
    >>> layer(torch.arange(8.0).view(4, 2))
    Traceback (most recent call last):
        ...
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x2 and 3x1)
    """


def initial_weights():
    """A new ``nn.Linear`` starts with random weights within +-1 / sqrt(in_features), not with zeros.

    Often written: ``model(x_train)`` is the same as ``x_train.matmul(W) + b`` with a hand-made ``W``. It is the same
    formula with other numbers and another layout: a ``W`` made by hand is (in, out), the layer stores (out, in).

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Linear(3, 1000)
    >>> model.weight.shape
    torch.Size([1000, 3])
    >>> x_train = torch.arange(6.0).view(2, 3)
    >>> torch.allclose(model(x_train), x_train.matmul(model.weight.T) + model.bias, atol=1e-5)
    True

    The largest and the smallest of the 3000 weights come close to the limits. The bias has the same limits.

    >>> round(model.weight.max().item(), 2), round(model.weight.min().item(), 2), round(3 ** -0.5, 2)
    (0.58, -0.58, 0.58)
    >>> [(p.abs() <= 3 ** -0.5).all().item() for p in model.parameters()]
    [True, True]

    An optimizer gets these parameters with ``model.parameters()``. A hand-made ``W`` would be another tensor.

    >>> optimizer = torch.optim.SGD(model.parameters())
    >>> [tuple(p.shape) for p in optimizer.param_groups[0]["params"]]
    [(1000, 3), (1000,)]
    """


def more_dimensions():
    """``nn.Linear`` works on the last dimension and leaves all dimensions before it alone.

    So a batch of sequences needs no reshaping: every step of every sequence is multiplied by the same weight.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.Linear(3, 4)
    >>> sequences = torch.arange(30.0).view(2, 5, 3)
    >>> layer(sequences).shape
    torch.Size([2, 5, 4])
    >>> layer(sequences[1, 2]).shape
    torch.Size([4])
    >>> torch.allclose(layer(sequences)[1, 2], layer(sequences[1, 2]))
    True
    """


def linear_function():
    """``F.linear(x, weight, bias)`` is the layer as a function: you bring the weight yourself.

    The weight has the shape (out, in) here too. Use it where one weight serves two purposes, such as an embedding that
    is also the output layer.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> weight = torch.tensor([[3.0, 4.0], [5.0, 6.0], [0.0, -1.0]])
    >>> F.linear(x, weight)
    tensor([[11., 17., -2.]])
    >>> F.linear(x, weight, bias=torch.tensor([100.0, 200.0, 300.0]))
    tensor([[111., 217., 298.]])
    """


def bilinear():
    """``nn.Bilinear`` combines two inputs: every output is x1 @ W @ x2 with a weight matrix of its own, plus a bias.

    It learns how each feature of the one acts together with each feature of the other.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> layer = nn.Bilinear(in1_features=2, in2_features=3, out_features=4)
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([4, 2, 3]), torch.Size([4]))
    >>> layer(torch.arange(10.0).view(5, 2), torch.arange(15.0).view(5, 3)).shape
    torch.Size([5, 4])

    On small numbers:

    >>> x1, x2 = torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0, 4.0, 5.0]])
    >>> W = torch.tensor([[1.0, 0.0, 2.0], [0.0, -1.0, 1.0]])
    >>> F.bilinear(x1, x2, W.unsqueeze(0), torch.tensor([100.0]))
    tensor([[115.]])
    >>> x1 @ W @ x2.T + 100.0
    tensor([[115.]])
    """


def cosine_similarity():
    """``nn.CosineSimilarity`` compares directions: 1 for the same, 0 for a right angle, -1 for opposite ones.

    The lengths do not matter. It divides the dot product by both lengths.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> a = torch.tensor([[3.0, 4.0], [3.0, 4.0], [3.0, 4.0], [3.0, 4.0]])
    >>> b = torch.tensor([[6.0, 8.0], [-4.0, 3.0], [-3.0, -4.0], [5.0, 1.0]])
    >>> nn.CosineSimilarity(dim=1)(a, b)
    tensor([ 1.0000,  0.0000, -1.0000,  0.7452])
    >>> (a * b).sum(dim=1) / (a.norm(dim=1) * b.norm(dim=1))
    tensor([ 1.0000,  0.0000, -1.0000,  0.7452])
    >>> F.cosine_similarity(a, b, dim=1)
    tensor([ 1.0000,  0.0000, -1.0000,  0.7452])

    To compare each row of the one with each row of the other, give each a dimension of its own to broadcast along.

    >>> F.cosine_similarity(a[:2].unsqueeze(1), b.unsqueeze(0), dim=2).shape
    torch.Size([2, 4])
    """


def pairwise_distance():
    """``nn.PairwiseDistance`` gives the distance of matching rows; ``torch.cdist`` that of every pair of rows.

    ``p=2``, the default, is the length of the difference, ``p=1`` the sum of its absolute values.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> a = torch.tensor([[0.0, 0.0], [1.0, 1.0]])
    >>> b = torch.tensor([[3.0, 4.0], [2.5, 3.0]])
    >>> nn.PairwiseDistance()(a, b)
    tensor([5.0000, 2.5000])
    >>> nn.PairwiseDistance(p=1)(a, b)
    tensor([7.0000, 3.5000])
    >>> F.pairwise_distance(a, b, keepdim=True)
    tensor([[5.0000],
            [2.5000]])
    >>> torch.cdist(a, b)
    tensor([[5.0000, 3.9051],
            [3.6056, 2.5000]])

    ``nn.PairwiseDistance`` adds 0.000001 to each difference, so equal rows are not quite 0 apart.

    >>> F.pairwise_distance(a, a), F.pairwise_distance(a, a, eps=0.0)
    (tensor([1.4142e-06, 1.4142e-06]), tensor([0., 0.]))

    ``F.pdist`` takes one set of rows and gives the distance of each pair once: 0 and 1, 0 and 2, 1 and 2.

    >>> F.pdist(torch.tensor([[0.0, 0.0], [3.0, 4.0], [3.0, 5.0]]))
    tensor([5.0000, 5.8310, 1.0000])
    """
