"""Distributions with probabilities and gradients

``torch.distributions`` draws samples and also knows how probable they are. These cards show what a distribution can
tell, how gradients pass through a sample, and how two distributions are compared.
"""


def sample_or_rsample():
    """``rsample`` of a ``torch.distributions.Normal`` passes gradients to its parameters; ``sample`` does not.

    "r" stands for reparametrised: the draw is ``mean + std * noise``, and gradients flow through mean and standard
    deviation. Variational autoencoders depend on it.

    >>> import torch
    >>> from torch.distributions import Normal
    >>> mean = torch.tensor([5., 100.], requires_grad=True)
    >>> std = torch.tensor([2., 3.])
    >>> normal = Normal(mean, std)
    >>> plain, linked = normal.sample((10,)), normal.rsample((20,))
    >>> plain.shape, plain.requires_grad
    (torch.Size([10, 2]), False)
    >>> linked.shape, linked.requires_grad
    (torch.Size([20, 2]), True)
    >>> x = normal.rsample((30000,))
    >>> x.shape
    torch.Size([30000, 2])
    >>> x.detach().mean(dim=0).round(), x.detach().std(dim=0).round()
    (tensor([  5., 100.]), tensor([2., 3.]))

    Each of the draws moves with the mean, one to one.

    >>> torch.autograd.grad(x[:7].sum(), mean)
    (tensor([7., 7.]),)
    >>> normal.mean.tolist(), normal.stddev.tolist()
    ([5.0, 100.0], [2.0, 3.0])
    """


def logarithm_of_a_probability():
    """``log_prob`` gives the logarithm of the probability, or density, of a value; ``entropy`` the uncertainty.

    For a ``Categorical`` the value is a class. Parameters can be probabilities, which are divided by their sum,
    or logits.

    >>> import torch
    >>> from torch.distributions import Bernoulli, Categorical, Normal
    >>> dice = Categorical(probs=torch.tensor([1., 1., 2.]))
    >>> dice.probs
    tensor([0.2500, 0.2500, 0.5000])
    >>> dice.log_prob(torch.tensor([0, 2])).exp()
    tensor([0.2500, 0.5000])
    >>> draws = dice.sample((1000,))
    >>> draws.shape
    torch.Size([1000])
    >>> draws.unique()
    tensor([0, 1, 2])
    >>> Categorical(logits=torch.tensor([1., 3.]).log()).probs
    tensor([0.2500, 0.7500])
    >>> coin = Bernoulli(probs=torch.tensor(0.8))
    >>> coin.log_prob(torch.tensor([0., 1.])).exp()
    tensor([0.2000, 0.8000])

    The surer the result, the lower the entropy; a fair coin has the most, log 2.

    >>> Bernoulli(probs=torch.tensor([0.99, 0.8, 0.5])).entropy()
    tensor([0.0560, 0.5004, 0.6931])

    A density is no probability and may be above 1, but its integral is 1: ``cdf`` is the share below a value.

    >>> narrow = Normal(torch.tensor(3.), torch.tensor(0.1))
    >>> narrow.log_prob(torch.tensor([3., 3.2])).exp()
    tensor([3.9894, 0.5399])
    >>> narrow.cdf(torch.tensor([2.9, 3., 3.2]))
    tensor([0.1587, 0.5000, 0.9772])
    """


def values_outside_the_support():
    """A distribution checks its parameters and values: outside its support ``log_prob`` raises ``ValueError``.

    The support is where values can lie: for ``Uniform(2, 6)`` between 2 and 6.

    >>> import torch
    >>> from torch.distributions import Normal, Uniform
    >>> uniform = Uniform(2., 6.)
    >>> uniform.log_prob(torch.arange(2., 6.)).exp()
    tensor([0.2500, 0.2500, 0.2500, 0.2500])
    >>> draws = uniform.sample((1000,))
    >>> draws.shape
    torch.Size([1000])
    >>> draws.floor().unique()
    tensor([2., 3., 4., 5.])
    >>> uniform.mean, uniform.entropy().exp()
    (tensor(4.), tensor(4.))
    >>> uniform.log_prob(torch.tensor(7.))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Expected value argument (Tensor of shape ()) to be within the support ... but found invalid values:
    7.0
    >>> Normal(torch.tensor(0.), torch.tensor(-1.))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Expected parameter scale (Tensor of shape ()) of distribution Normal(loc: 0.0, scale: -1.0) to ...
    """


def divergence_of_distributions():
    """``kl_divergence(p, q)`` is 0 only for equal distributions, and it changes when you swap them.

    It says how much is lost if ``q`` is taken for ``p``. ``torch.nn.functional.kl_div`` has the arguments the other way
    round and wants the logarithms of the first.

    >>> import torch
    >>> from torch.distributions import Categorical, Normal, kl_divergence
    >>> p = Categorical(probs=torch.tensor([0.5, 0.5]))
    >>> q = Categorical(probs=torch.tensor([0.9, 0.1]))
    >>> kl_divergence(p, q), kl_divergence(q, p), kl_divergence(q, q)
    (tensor(0.5108), tensor(0.3681), tensor(0.))
    >>> (p.probs * (p.probs / q.probs).log()).sum()
    tensor(0.5108)
    >>> torch.nn.functional.kl_div(q.probs.log(), p.probs, reduction="sum")
    tensor(0.5108)

    Of two normal distributions a formula is used, for each element.

    >>> narrow, wide = Normal(torch.tensor([0., 1.]), torch.tensor(1.)), Normal(torch.tensor(0.), torch.tensor(2.))
    >>> kl_divergence(narrow, wide)
    tensor([0.3181, 0.4431])
    """


def shapes_of_a_distribution():
    """A distribution with several parameters draws for all of them at once; the shape you ask for comes in front.

    ``batch_shape`` is the shape of the parameters. ``log_prob`` has one entry for each of them. ``Independent`` adds
    these up and takes the last dimensions as one event, such as a point.

    >>> import torch
    >>> from torch.distributions import Independent, Normal
    >>> normal = Normal(torch.tensor([0., 5., 50.]), torch.tensor([1., 2., 0.5]))
    >>> normal.batch_shape, normal.event_shape
    (torch.Size([3]), torch.Size([]))
    >>> points = normal.sample((4, 6))
    >>> points.shape, normal.sample().shape
    (torch.Size([4, 6, 3]), torch.Size([3]))
    >>> normal.log_prob(torch.tensor([0., 5., 50.])).exp()
    tensor([0.3989, 0.1995, 0.7979])
    >>> point = Independent(normal, 1)
    >>> point.batch_shape, point.event_shape
    (torch.Size([]), torch.Size([3]))
    >>> point.log_prob(points).shape
    torch.Size([4, 6])
    >>> torch.allclose(point.log_prob(points), normal.log_prob(points).sum(dim=-1))
    True
    """


def correlated_draws():
    """``MultivariateNormal(mean, covariance)`` draws vectors whose elements belong together, as height and weight do.

    The covariance matrix holds the variances on its diagonal and, beside it, how two elements vary together. It must be
    symmetric, and positive definite: no combination of the elements may have a variance of 0 or below.

    >>> import torch
    >>> from torch.distributions import MultivariateNormal
    >>> covariance = torch.tensor([[4.0, 1.5], [1.5, 1.0]])
    >>> normal = MultivariateNormal(torch.tensor([7.0, -2.0]), covariance)
    >>> normal.batch_shape, normal.event_shape
    (torch.Size([]), torch.Size([2]))
    >>> draws = normal.sample((50000,))
    >>> draws.shape, draws.mean(dim=0).round()
    (torch.Size([50000, 2]), tensor([ 7., -2.]))
    >>> (torch.cov(draws.T) / covariance).round(decimals=1)
    tensor([[1., 1.],
            [1., 1.]])

    A draw is the mean plus a triangular matrix times standard normal numbers. That matrix is the Cholesky factor.

    >>> torch.allclose(normal.scale_tril, torch.linalg.cholesky(covariance))
    True
    >>> normal.log_prob(torch.tensor([[7.0, -2.0], [9.0, -1.0], [9.0, -3.0]])).exp()
    tensor([0.1203, 0.0679, 0.0022])
    >>> MultivariateNormal(normal.mean, -covariance)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Expected parameter covariance_matrix ... to satisfy the constraint PositiveDefinite(), ...
    """


def unknown_probability():
    """``Beta(a, b)`` is a distribution over a probability: its mean is a / (a + b), and large numbers make it narrow.

    After 7 hits and 3 misses, ``Beta(7 + 1, 3 + 1)`` says how plausible each chance of a hit is, if all were equally
    plausible before. ``Dirichlet`` does the same for more than two results.

    >>> import torch
    >>> from torch.distributions import Beta
    >>> few, many = Beta(8.0, 4.0), Beta(80.0, 40.0)
    >>> few.mean, many.mean
    (tensor(0.6667), tensor(0.6667))
    >>> few.stddev, many.stddev
    (tensor(0.1307), tensor(0.0429))
    >>> few.mode
    tensor(0.7000)
    >>> few.log_prob(torch.tensor([0.1, 0.5, 0.7])).exp().round(decimals=3)
    tensor([0.0000, 1.2890, 2.9350])

    ``Beta(1, 1)`` takes all chances for equally plausible.

    >>> Beta(1.0, 1.0).log_prob(torch.tensor([0.1, 0.5, 0.7])).exp()
    tensor([1., 1., 1.])
    """
