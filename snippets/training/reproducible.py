"""Seeds and reproducible runs

A seed makes random numbers repeat; deterministic algorithms make sums repeat. These cards show what each setting
covers, what it does not, and how to give parts of a program random numbers of their own.
"""


def manual_seed():
    """``torch.manual_seed(n)`` starts torch's random numbers at a fixed place: the same calls give the same numbers.

    It counts for the CPU and all GPUs, and it counts from that line on. Without it, each new process starts elsewhere.

    >>> import torch
    >>> generator = torch.manual_seed(7)
    >>> first = torch.rand(())
    >>> second = torch.rand_like(first)
    >>> generator = torch.manual_seed(7)
    >>> torch.equal(torch.rand_like(first), first), torch.equal(torch.rand_like(first), second)
    (True, True)
    >>> torch.initial_seed()
    7

    Another seed gives other numbers. ``torch.seed()`` draws one and returns it, for your log.

    >>> generator = torch.manual_seed(8)
    >>> torch.initial_seed(), torch.equal(torch.rand_like(first), first)
    (8, False)
    >>> drawn = torch.seed()
    >>> drawn == torch.initial_seed()
    True
    """


def order_matters():
    """One more random call before yours changes your numbers: a seed fixes the sequence, not each call.

    A layer draws its first weights from the same sequence. Add a layer, and all that follows is different, although the
    seed is the same.

    >>> import torch
    >>> def weight():
    ...     return torch.nn.Linear(2, 1).weight
    >>> generator = torch.manual_seed(7)
    >>> alone = weight()
    >>> generator = torch.manual_seed(7)
    >>> added, after_another = weight(), weight()
    >>> torch.equal(added, alone), torch.equal(after_another, alone)
    (True, False)

    Seed again right before a part that must repeat, or give it a generator of its own.

    >>> generator = torch.manual_seed(7)
    >>> torch.equal(weight(), alone), alone.shape
    (True, torch.Size([1, 2]))
    """


def other_libraries():
    """``torch.manual_seed`` does not reach Python's ``random`` or NumPy: each library has a seed of its own.

    Data augmentation often uses one of them, so seed all three.

    >>> import random
    >>> import numpy as np
    >>> import torch
    >>> def draw():
    ...     return random.random(), np.random.random(), torch.rand(()).item()
    >>> generator = torch.manual_seed(5)
    >>> one = draw()
    >>> generator = torch.manual_seed(5)
    >>> two = draw()
    >>> [a == b for a, b in zip(one, two)]
    [False, False, True]
    >>> def seed_everything(seed):
    ...     random.seed(seed)
    ...     np.random.seed(seed)
    ...     torch.manual_seed(seed)
    >>> seed_everything(5)
    >>> one = draw()
    >>> seed_everything(5)
    >>> draw() == one
    True
    """


def own_generator():
    """A ``torch.Generator`` is a random sequence of its own, which the global seed does not touch.

    Give it to the functions that take ``generator=``, such as ``rand``, ``randperm``, ``random_split`` and
    ``DataLoader``. Then the order of the data stays the same whatever the model draws.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> own = torch.Generator().manual_seed(3)
    >>> state = own.get_state()
    >>> default = torch.manual_seed(4)
    >>> own.initial_seed(), default.initial_seed(), torch.equal(own.get_state(), state)
    (3, 4, True)
    >>> first = torch.rand(5, generator=own)
    >>> torch.equal(own.get_state(), state)
    False
    >>> torch.equal(torch.rand(5, generator=own.manual_seed(3)), first)
    True

    A loader shuffles with it.

    >>> samples = list(range(50))
    >>> def order(seed):
    ...     generator = torch.Generator().manual_seed(seed)
    ...     return [int(i) for i in DataLoader(samples, shuffle=True, generator=generator)]
    >>> order(3) == order(3), order(3) == order(4), sorted(order(seed=3)) == samples
    (True, False, True)
    """


def saved_state():
    """``torch.get_rng_state()`` is the place in the sequence; ``set_rng_state`` goes back to it.

    A checkpoint that is to continue exactly needs this state as well as the weights. It is a tensor of bytes.

    >>> import torch
    >>> state = torch.get_rng_state()
    >>> state.dtype
    torch.uint8
    >>> first = torch.rand(())
    >>> torch.set_rng_state(state)
    >>> torch.equal(torch.rand_like(first), first), torch.equal(torch.rand_like(first), first)
    (True, False)

    A generator of your own has the same pair.

    >>> own = torch.Generator()
    >>> state = own.get_state()
    >>> first = torch.rand(5, generator=own)
    >>> own = own.set_state(state)
    >>> torch.equal(torch.rand(5, generator=own), first)
    True
    """


def forked_state():
    """``torch.random.fork_rng()`` lets a block draw random numbers without moving the sequence outside.

    So a validation that draws noise does not change the training that follows.

    >>> import torch
    >>> state = torch.get_rng_state()
    >>> with torch.random.fork_rng():
    ...     noise = torch.rand(())
    ...     torch.equal(torch.get_rng_state(), state)
    False
    >>> torch.equal(torch.get_rng_state(), state)
    True

    Without the fork the sequence moves on. It is the same noise, because both drew from the same place.

    >>> same = torch.rand_like(noise)
    >>> torch.equal(torch.get_rng_state(), state), torch.equal(same, noise)
    (False, True)
    """


def deterministic_algorithms():
    """``torch.use_deterministic_algorithms(True)`` makes operations repeat bit by bit, or raise where they cannot.

    Some operations add numbers in an order that varies from run to run, mostly on a GPU. A seed cannot help there. With
    this switch torch takes another algorithm where it has one.

    >>> import torch
    >>> torch.are_deterministic_algorithms_enabled()
    False
    >>> torch.use_deterministic_algorithms(True)
    >>> torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled()
    (True, False)
    >>> index, values = torch.tensor([1, 2]), torch.tensor([5.0, 6.0])
    >>> t = torch.zeros(3)
    >>> t.put_(index, values)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: put_ does not have a deterministic implementation, but you set ...

    ``put_`` writes values to the places of an index. If a place comes twice, it is open which value stays, so torch
    refuses the operation as a whole. With ``warn_only=True`` it warns instead.

    >>> import warnings
    >>> torch.use_deterministic_algorithms(True, warn_only=True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     t = t.put_(index, values)
    >>> t, [str(w.message).split(",")[0] for w in caught]
    (tensor([0., 5., 6.]), ['put_ does not have a deterministic implementation'])
    >>> torch.is_deterministic_algorithms_warn_only_enabled(), torch.get_deterministic_debug_mode()
    (True, 1)
    >>> torch.use_deterministic_algorithms(False)
    >>> torch.get_deterministic_debug_mode()
    0

    The mode also has names.

    >>> torch.set_deterministic_debug_mode("error")
    >>> torch.are_deterministic_algorithms_enabled(), torch.get_deterministic_debug_mode()
    (True, 2)
    >>> torch.set_deterministic_debug_mode("default")
    >>> torch.are_deterministic_algorithms_enabled()
    False
    """


def filled_memory():
    """In deterministic mode ``torch.empty`` is filled with ``nan``, so that reading it by mistake cannot go unseen.

    Memory that is not initialised holds whatever was there before, and that differs between runs. Integers get their
    largest value. The filling has a switch of its own.

    >>> import torch
    >>> torch.use_deterministic_algorithms(True)
    >>> torch.empty(2, 3)
    tensor([[nan, nan, nan],
            [nan, nan, nan]])
    >>> torch.empty(2, dtype=torch.int8)
    tensor([127, 127], dtype=torch.int8)
    >>> torch.utils.deterministic.fill_uninitialized_memory
    True
    >>> torch.use_deterministic_algorithms(False)
    >>> torch.are_deterministic_algorithms_enabled()
    False
    """


def cudnn_flags():
    """``torch.backends.cudnn.deterministic`` and ``benchmark`` are off at first, and separate from deterministic mode.

    They choose how convolutions on an NVIDIA GPU pick an algorithm. ``benchmark = True`` tries several on the first
    batch and keeps the fastest, which need not be the same in the next run. For runs that repeat, keep it ``False`` and
    set ``deterministic = True``. Without a GPU the flags can be set and do nothing.

    >>> import torch
    >>> torch.backends.cudnn.benchmark, torch.backends.cudnn.deterministic
    (False, False)
    >>> with torch.backends.cudnn.flags(benchmark=True, deterministic=True):
    ...     torch.backends.cudnn.benchmark, torch.backends.cudnn.deterministic
    (True, True)
    >>> torch.backends.cudnn.benchmark, torch.backends.cudnn.deterministic
    (False, False)
    >>> torch.backends.cudnn.deterministic = True
    >>> torch.backends.cudnn.deterministic, torch.are_deterministic_algorithms_enabled()
    (True, False)
    >>> torch.backends.cudnn.deterministic = False
    >>> torch.backends.cudnn.deterministic
    False

    The flag concerns cuDNN only, ``use_deterministic_algorithms`` all of torch: setting one leaves the other.
    """


def sums_depend_on_order():
    """Adding floating-point numbers in another order can give another result; that is why runs differ in last digits.

    Each addition rounds. 1 is lost beside 1e8 in float32, unless the large numbers cancel first. Several threads or a
    GPU divide a sum as they see fit.

    >>> import torch
    >>> a, b, c = torch.tensor(1e8), torch.tensor(-1e8), torch.tensor(1.0)
    >>> (a + b) + c, a + (b + c)
    (tensor(1.), tensor(0.))

    So compare results with ``torch.allclose`` or ``torch.testing.assert_close``, not with ``==``.

    >>> a, b, c = torch.tensor(0.1), torch.tensor(0.3), torch.tensor(0.4)
    >>> left, right = (a + b) + c, a + (b + c)
    >>> print(f"{left.item():.8f} {right.item():.8f}")
    0.80000001 0.80000007
    >>> left == right, torch.allclose(left, right)
    (tensor(False), True)
    """


def seeded_training():
    """With the seed set before the model is made, two trainings on a CPU end with the same weights, bit by bit.

    First weights, the order of the batches and dropout all draw from the seeded sequence. A seed that comes after the
    model is made is too late for the first weights. ``train`` returns all weights before and after the training.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> samples = torch.arange(20.0).unsqueeze(1)
    >>> def train(seed):
    ...     generator = torch.manual_seed(seed)
    ...     model = torch.nn.Sequential(torch.nn.Linear(1, 4), torch.nn.Dropout(), torch.nn.Linear(4, 1))
    ...     optimizer = torch.optim.SGD(model.parameters())
    ...     start = torch.nn.utils.parameters_to_vector(model.parameters())
    ...     for x in DataLoader(samples, shuffle=True):
    ...         optimizer.zero_grad()
    ...         torch.nn.functional.l1_loss(model(x), x).backward()
    ...         optimizer.step()
    ...     return start, torch.nn.utils.parameters_to_vector(model.parameters())
    >>> start, end = train(11)
    >>> start.shape, torch.equal(start, end)
    (torch.Size([13]), False)
    >>> [torch.equal(end, train(seed)[1]) for seed in (11, 12)]
    [True, False]
    """
