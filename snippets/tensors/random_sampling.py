"""Random numbers

These cards draw numbers from many distributions, and first tell you the seed of the run. Generators of your own, whose
state you can save and restore, have a page of their own, "Random number generators".
"""


def the_current_seed():
    """``torch.initial_seed`` tells the seed in use; ``torch.seed`` picks a new one and returns it.

    ``manual_seed`` sets it. If a run without a fixed seed goes wrong, note its ``initial_seed``, and you can repeat it.

    >>> import torch
    >>> seed = 1234
    >>> _ = torch.manual_seed(seed)
    >>> torch.initial_seed()
    1234
    >>> new = torch.seed()
    >>> new == torch.initial_seed(), new == seed
    (True, False)
    >>> first = torch.rand(5)
    >>> _ = torch.manual_seed(new)
    >>> torch.equal(torch.rand(5), first)
    True
    """


def random_like_another():
    """``rand_like``, ``randn_like`` and ``randint_like`` take shape, dtype and device from a tensor.

    Use them for noise that has to fit. For an integer tensor only ``randint_like`` works without another dtype.

    >>> import torch
    >>> x = torch.empty(200, 300, dtype=torch.float64)
    >>> noise = torch.randn_like(x)
    >>> noise.shape, noise.dtype
    (torch.Size([200, 300]), torch.float64)
    >>> f"{noise.mean().abs():.1f} {noise.std():.1f}"
    '0.0 1.0'
    >>> (4 * torch.rand_like(x)).floor().unique()
    tensor([0., 1., 2., 3.], dtype=torch.float64)
    >>> torch.randint_like(x, 2, 5).unique()
    tensor([2., 3., 4.], dtype=torch.float64)
    >>> labels = torch.empty(300, dtype=torch.int64)
    >>> torch.randint_like(labels, 3).unique()
    tensor([0, 1, 2])
    >>> torch.rand_like(labels)
    Traceback (most recent call last):
        ...
    NotImplementedError: "check_uniform_bounds" not implemented for 'Long'
    >>> noise = torch.rand_like(labels, dtype=torch.float64)
    >>> noise.shape, noise.dtype
    (torch.Size([300]), torch.float64)
    """


def shuffled_pairs():
    """``torch.randperm`` puts the numbers below ``n`` in random order; one permutation shuffles inputs and labels.

    Two permutations would tear the pairs apart.

    >>> import torch
    >>> n = 50
    >>> x = torch.arange(n)
    >>> y = 10 * x
    >>> order = torch.randperm(n)
    >>> order.shape
    torch.Size([50])
    >>> torch.equal(order, x), torch.equal(order.sort().values, x)
    (False, True)
    >>> torch.equal(y[order], 10 * x[order])
    True
    >>> torch.equal(y[order], y[torch.randperm(n)])
    False

    The first few are a draw without repetition.

    >>> len(torch.randperm(n)[:8].unique())
    8
    """


def normal_with_parameters():
    """``torch.normal`` takes a mean and a standard deviation for each element, not a variance.

    With two tensors every element has its own; with two numbers say the size.

    >>> import torch
    >>> mean = torch.tensor([10., 100.]).repeat(20000, 1)
    >>> std = torch.tensor([4., 1.])
    >>> x = torch.normal(mean, std)
    >>> x.shape
    torch.Size([20000, 2])
    >>> x.mean(dim=0).round(), x.std(dim=0).round()
    (tensor([ 10., 100.]), tensor([4., 1.]))
    >>> x = torch.normal(30., 0.1, size=(100, 200))
    >>> x.shape
    torch.Size([100, 200])
    >>> f"{x.mean():.2f} {x.std():.2f} {x.var():.2f}"
    '30.00 0.10 0.01'

    A negative standard deviation is an error.

    >>> torch.normal(mean, -std)
    Traceback (most recent call last):
        ...
    RuntimeError: normal expects all elements of std >= 0.0
    """


def coin_flips():
    """``torch.bernoulli`` turns each probability into a 0 or a 1; the probabilities are its input.

    Use it for dropout masks and random choices. A probability of 0 never gives a 1, and a probability of 1
    always does. The example doubles the shares, because 0.25 would lie between two tenths.

    >>> import torch
    >>> p = torch.tensor([0., 0.25, 0.75, 1.]).repeat(20000, 1)
    >>> flips = torch.bernoulli(p)
    >>> flips.shape
    torch.Size([20000, 4])
    >>> flips.unique()
    tensor([0., 1.])
    >>> flips[:, 0].unique(), flips[:, 3].unique()
    (tensor([0.]), tensor([1.]))
    >>> [f"{share:.1f}" for share in 2 * flips.mean(dim=0)]
    ['0.0', '0.5', '1.5', '2.0']

    ``bernoulli_`` overwrites a tensor, with one probability for all.

    >>> mask = torch.empty(200, 100, dtype=torch.bool).bernoulli_(0.9)
    >>> mask.shape
    torch.Size([200, 100])
    >>> f"{mask.float().mean():.1f}"
    '0.9'
    >>> torch.bernoulli(torch.tensor([1.5]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected p_in >= 0 && p_in <= 1 to be true, but got false.  ...
    """


def weighted_draws():
    """``torch.multinomial`` draws indices by weight, by default without putting them back.

    The weights need not add up to 1. Without replacement each index comes once at most. Draw no more than have a weight
    above 0: four draws are one too many here, and the index of weight 0 comes as well, without an error.

    >>> import torch
    >>> weights = torch.tensor([1., 0., 3., 6.])
    >>> torch.multinomial(weights, 3).sort().values
    tensor([0, 2, 3])
    >>> torch.multinomial(weights, 4).sort().values
    tensor([0, 1, 2, 3])
    >>> torch.multinomial(weights, len(weights) + 1)
    Traceback (most recent call last):
        ...
    RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement

    With replacement the shares follow the weights: 0.1, 0, 0.3 and 0.6. Language models pick their next token in
    this way.

    >>> many = torch.multinomial(weights, 1000000, replacement=True)
    >>> many.shape
    torch.Size([1000000])
    >>> [f"{share:.2f}" for share in many.bincount() / len(many)]
    ['0.10', '0.00', '0.30', '0.60']

    A matrix has one distribution in each row. Here each row has all its weight in one place.

    >>> torch.multinomial(torch.eye(3)[[1, 0, 2]], 1)
    tensor([[1],
            [0],
            [2]])
    """


def counts_of_events():
    """``torch.poisson`` draws counts whose mean and variance are both the given rate.

    It models how many calls come in an hour, if on average so many come. ``torch.binomial`` counts hits in a number
    of trials.

    >>> import torch
    >>> rate = torch.tensor([0., 2., 10.]).repeat(40000, 1)
    >>> counts = torch.poisson(rate)
    >>> counts.dtype, counts.shape
    (torch.float32, torch.Size([40000, 3]))
    >>> counts.mean(dim=0).round(), counts.var(dim=0).round()
    (tensor([ 0.,  2., 10.]), tensor([ 0.,  2., 10.]))
    >>> torch.equal(counts, counts.floor())
    True

    Three trials with a chance of 0.5 have 1.5 hits on average, and never more than 3.

    >>> trials, chance = torch.full((40000,), 3.), torch.full((40000,), 0.5)
    >>> hits = torch.binomial(trials, chance)
    >>> hits.shape
    torch.Size([40000])
    >>> f"{hits.mean():.1f}", hits.unique()
    ('1.5', tensor([0., 1., 2., 3.]))
    """


def drawn_in_place():
    """``uniform_``, ``normal_`` and ``random_`` overwrite a tensor with random numbers and return it.

    Weights are initialised in this way. ``random_`` draws integers and leaves the upper end out.

    >>> import torch
    >>> t = torch.empty(100, 200)
    >>> t.shape
    torch.Size([100, 200])
    >>> t.uniform_(-3, 1) is t
    True
    >>> t.floor().unique()
    tensor([-3., -2., -1.,  0.])
    >>> t.normal_(mean=20, std=3) is t
    True
    >>> f"{t.mean():.0f} {t.std():.0f}"
    '20 3'
    >>> t.random_(4, 8).unique()
    tensor([4., 5., 6., 7.])
    >>> labels = torch.empty(500, dtype=torch.int64)
    >>> labels.random_(3).shape
    torch.Size([500])
    >>> labels.unique()
    tensor([0, 1, 2])
    """


def skewed_draws():
    """``exponential_``, ``log_normal_``, ``cauchy_`` and ``geometric_`` draw numbers with a long tail.

    ``exponential_`` takes the rate, so its mean is 1 divided by it. The logarithm of ``log_normal_`` is normal.
    ``geometric_`` counts trials up to the first hit. ``cauchy_`` has no mean; its median is the first argument, and
    half of its values lie within the second of it.

    >>> import torch
    >>> t = torch.empty(400, 500)
    >>> t.shape
    torch.Size([400, 500])
    >>> f"{t.exponential_(0.25).mean():.1f}"
    '4.0'
    >>> log = t.log_normal_(mean=2, std=0.5).log()
    >>> f"{log.mean():.1f} {log.std():.1f}"
    '2.0 0.5'
    >>> f"{t.geometric_(0.5).mean():.1f} {t.min():.2f}"
    '2.0 1.00'
    >>> _ = t.cauchy_(median=7, sigma=2)
    >>> f"{t.median():.1f} {((t - 7).abs() < 2).float().mean():.1f}"
    '7.0 0.5'
    """
