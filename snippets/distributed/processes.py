"""Starting several processes

``torch.multiprocessing`` starts further Python processes on the same machine and lets them share the memory of tensors.
You need these cards before you start one process per GPU by hand, or to read code that does.
"""


def multiprocessing():
    """``torch.multiprocessing`` shares tensors between processes; ``torch.distributed`` adds up gradients across GPUs.

    Often written: ``torch.multiprocessing`` is the package for 2 GPUs. Run it: it is Python's ``multiprocessing`` plus
    tensors in shared memory, and it has nothing that adds up gradients across processes. ``torch.distributed`` has, and
    ``DistributedDataParallel`` uses it for you.

    >>> import torch
    >>> import multiprocessing, torch.multiprocessing, torch.distributed
    >>> torch.multiprocessing.Process is multiprocessing.Process
    True
    >>> hasattr(torch.multiprocessing, "all_reduce"), hasattr(torch.distributed, "all_reduce")
    (False, True)
    >>> torch.nn.parallel.DistributedDataParallel.__module__
    'torch.nn.parallel.distributed'
    """


def shared_memory():
    """``share_memory_()`` moves a tensor into shared memory, where other processes can read and write it.

    Tensors that travel between processes through ``torch.multiprocessing`` are not copied: their memory becomes shared.
    Its other names are those of Python's ``multiprocessing``.

    >>> import torch
    >>> import multiprocessing
    >>> import torch.multiprocessing as mp
    >>> [name for name in ("Process", "Queue", "Pool", "Tensor") if hasattr(mp, name)]
    ['Process', 'Queue', 'Pool']
    >>> [name for name in ("Process", "Queue", "Pool", "Tensor") if hasattr(multiprocessing, name)]
    ['Process', 'Queue', 'Pool']

    A new tensor belongs to its process alone. ``share_memory_`` ends in an underscore because it changes the tensor
    itself; the values stay.

    >>> t = torch.tensor([1.0, 2.0])
    >>> t.is_shared()
    False
    >>> t.share_memory_() is t
    True
    >>> t.is_shared()
    True
    >>> t
    tensor([1., 2.])

    A clone is private again. A module has ``share_memory()``, without the underscore, for all its parameters.

    >>> t.clone().is_shared()
    False
    >>> model = torch.nn.Linear(3, 2)
    >>> [(tuple(p.shape), p.is_shared()) for p in model.parameters()]
    [((2, 3), False), ((2,), False)]
    >>> [(tuple(p.shape), p.is_shared()) for p in model.share_memory().parameters()]
    [((2, 3), True), ((2,), True)]
    """


def spawn():
    """``mp.spawn(work, args, nprocs=1)`` calls ``work(0, *args)`` in a new process and waits until it has ended.

    The first argument of ``work`` is the number of the process, its rank; with a larger ``nprocs`` there are more, each in
    a process of its own. What ``work`` returns is lost: write results into a tensor in shared memory, or into a file.

    Each process is a new Python, which imports ``work`` anew, so the function has to stand in a file; here that is
    ``job.py`` in a temporary folder. In a script of your own, put the call below ``if __name__ == "__main__":``,
    because the new Pythons import the script as well.

    >>> import torch
    >>> import pathlib, sys, tempfile
    >>> import torch.multiprocessing as mp
    >>> folder = tempfile.TemporaryDirectory()
    >>> code = "def work(rank, results, factor): results[rank] = factor * (rank + 5)"
    >>> length = pathlib.Path(folder.name, "job.py").write_text(code)
    >>> sys.path.insert(0, folder.name)
    >>> import job
    >>> results = torch.zeros(3).share_memory_()
    >>> mp.spawn(job.work, args=(results, 10), nprocs=1)
    >>> results
    tensor([50.,  0.,  0.])
    >>> sys.path.remove(folder.name)
    >>> folder.cleanup()
    """


def importable_function():
    """``mp.spawn`` cannot start a lambda, nor a function typed at the prompt: a new Python would not find it.

    A function travels to another process as the name of its module and its own name. Both must exist over there.

    >>> import torch
    >>> import torch.multiprocessing as mp
    >>> mp.spawn(lambda rank: print(rank), nprocs=1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.PicklingError: Can't pickle <function <lambda> at ...>: attribute lookup <lambda> on ... failed

    Of a function that can be imported, these two names are all that is sent: ``pickle``, which packs it, writes them
    and no code.

    >>> import pickle
    >>> pickle.dumps(torch.nn.functional.softmax, protocol=0)
    b'ctorch.nn.functional\\nsoftmax\\np0\\n.'
    """
