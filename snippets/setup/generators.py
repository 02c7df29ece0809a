"""Random number generators

Random numbers come from a generator, which has a seed and a state. One generator per device serves everything by
default; one of your own keeps a part of the program repeatable on its own.
"""


def own_generator():
    """``torch.Generator`` is a source of random numbers of its own: its numbers depend on its seed alone.

    Give it to functions as ``generator=``. What others draw from the global generator in between changes nothing.

    >>> import torch
    >>> def shuffled(seed, others):
    ...     generator = torch.Generator().manual_seed(seed)
    ...     torch.randperm(others)
    ...     return torch.randperm(50, generator=generator).tolist()
    >>> first = shuffled(seed=7, others=0)
    >>> len(first)
    50
    >>> [shuffled(seed, others=seed) == first for seed in range(6, 9)]
    [False, True, False]

    The other direction holds too: it takes nothing from the global one. And the same seed means the same numbers, in a
    generator of your own and in the global one.

    >>> def shuffled_globally(seed, own):
    ...     torch.manual_seed(seed)
    ...     torch.randperm(own, generator=torch.Generator().manual_seed(own))
    ...     return torch.randperm(50).tolist()
    >>> [shuffled_globally(seed=7, own=own) == first for own in range(3)]
    [True, True, True]
    """


def functions_that_take_one():
    """Most random functions take ``generator=``: ``randint``, ``randperm``, ``normal``, ``multinomial``, ``uniform_``.

    Of the seeds 6, 7 and 8, all eight give their first numbers again with 7 only.

    >>> import torch
    >>> def draws(seed):
    ...     g = torch.Generator().manual_seed(seed)
    ...     return [
    ...         torch.randperm(9, generator=g), torch.randint(2, (99,), generator=g),
    ...         torch.bernoulli(torch.tensor([0.5] * 99), generator=g),
    ...         torch.multinomial(torch.ones(9), 9, generator=g), torch.normal(0.0, 1.0, (9,), generator=g),
    ...         torch.empty(9).uniform_(generator=g), torch.nn.init.normal_(torch.empty(9), generator=g),
    ...         torch.rand_like(torch.empty(9), generator=g),
    ...     ]
    >>> first = draws(7)
    >>> [(len(t), t.unique().numel()) for t in first]
    [(9, 9), (99, 2), (99, 2), (9, 9), (9, 9), (9, 9), (9, 9), (9, 9)]
    >>> [[torch.equal(a, b) for a, b in zip(draws(seed), first)].count(True) for seed in range(6, 9)]
    [0, 8, 0]

    The second number above counts the different values: ``randint(2, ...)`` and ``bernoulli`` know only 0 and 1.
    ``randperm(9)`` has each number below 9 once.

    >>> first[0].sort().values
    tensor([0, 1, 2, 3, 4, 5, 6, 7, 8])

    Dropout does not take one: it draws from the global generator.

    >>> torch.nn.functional.dropout(first.pop(), generator=torch.Generator())
    Traceback (most recent call last):
        ...
    TypeError: dropout() got an unexpected keyword argument 'generator'
    """


def seeds_and_states():
    """A generator's seed says where it started, its state where it is: save the state to repeat from the middle.

    ``get_state()`` returns the state as a byte tensor, ``set_state`` goes back to it.

    >>> import torch
    >>> generator = torch.Generator().manual_seed(7)
    >>> before = torch.randperm(50, generator=generator)
    >>> state = generator.get_state()
    >>> state.dtype
    torch.uint8
    >>> after = torch.randperm(50, generator=generator)
    >>> generator.set_state(state) is generator
    True
    >>> again = torch.randperm(50, generator=generator)
    >>> len(before), torch.equal(again, before), torch.equal(again, after)
    (50, False, True)

    The seed has not moved.

    >>> generator.initial_seed(), generator.device
    (7, device(type='cpu'))
    """


def global_generator():
    """``torch.default_generator`` is the CPU's global one; ``torch.get_rng_state`` and ``set_rng_state`` go through it.

    ``torch.initial_seed()`` tells its seed, so a run can be repeated whose seed you did not choose, if you print it.

    >>> import torch
    >>> torch.manual_seed(7) is torch.default_generator
    True
    >>> torch.initial_seed(), torch.default_generator.initial_seed()
    (7, 7)
    >>> state = torch.get_rng_state()
    >>> torch.equal(state, torch.default_generator.get_state())
    True
    >>> orders = [torch.randperm(50) for _ in range(2)]
    >>> torch.set_rng_state(state)
    >>> again = torch.randperm(50)
    >>> [torch.equal(again, order) for order in orders]
    [True, False]

    ``torch.seed()`` sets a seed that nobody knows beforehand, and returns it.

    >>> torch.seed() == torch.initial_seed(), torch.seed() == torch.seed()
    (True, False)
    """


def without_a_trace():
    """``torch.random.fork_rng()`` undoes at its end whatever its block did to torch's global random numbers.

    Use it in a function that has to be seeded but shall not disturb the program around it. It saves the generators of
    the CPU and of the GPUs that you list; ``devices=[]`` means the CPU alone.

    >>> import torch
    >>> def after(block):
    ...     torch.manual_seed(7)
    ...     block()
    ...     return torch.initial_seed(), torch.randperm(50).tolist()
    >>> def nothing():
    ...     pass
    >>> def seeded():
    ...     torch.manual_seed(3)
    >>> def forked():
    ...     with torch.random.fork_rng(devices=[]):
    ...         seeded()
    >>> [after(block)[0] for block in (nothing, seeded, forked)]
    [7, 3, 7]
    >>> [after(block) == after(nothing) for block in (nothing, seeded, forked)]
    [True, False, True]
    >>> len(after(forked)[1])
    50
    """


def generators_and_devices():
    """A generator draws on one device, the CPU unless you say: draw there and move, to have the same numbers anywhere.

    ``torch.Generator(device="cuda")`` makes one for a GPU. With the same seed its numbers are others than the CPU's, so
    a run on a GPU does not repeat a run on the CPU, unless what is random is drawn on the CPU. Here ``device`` is a GPU
    if there is one.

    >>> import torch
    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> def draw(seed, device):
    ...     return torch.randperm(50, device=device, generator=torch.Generator(device).manual_seed(seed))
    >>> torch.Generator().device
    device(type='cpu')
    >>> on_cpu = draw(7, "cpu")
    >>> on_cpu.shape
    torch.Size([50])
    >>> [torch.equal(draw(seed, "cpu").to(device).cpu(), on_cpu) for seed in range(6, 9)]
    [False, True, False]
    >>> torch.equal(draw(7, device).cpu(), on_cpu) == (device == "cpu")
    True

    Asking for a generator on a device that is not there is an error.

    >>> torch.Generator(device="nowhere")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Expected one of cpu, cuda, ... device type at start of device string: nowhere
    """
