"""Process groups

In distributed training each process holds a copy of the model and its own part of the data. A process group is how they
find each other and exchange tensors. Most of these cards run a group of one process on a CPU; where it takes two,
two threads play them.
"""


def single_process_group():
    """``init_process_group`` joins this process to a group; ``rank`` is its number, ``world_size`` the group's size.

    "gloo" is the backend for CPUs, "nccl" the one for NVIDIA GPUs. The processes meet at a store, here a file. Real
    programs are started by ``torchrun``, which sets rank and world size for you.

    >>> import tempfile
    >>> import torch
    >>> import torch.distributed as dist
    >>> dist.is_available(), dist.is_gloo_available(), dist.is_initialized()
    (True, True, False)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = dist.FileStore(folder + "/store", 1)
    ...     dist.init_process_group("gloo", store=store, rank=0, world_size=1)
    ...     print(dist.get_rank(), dist.get_world_size(), dist.get_backend(), dist.is_initialized())
    ...     dist.destroy_process_group()
    0 1 gloo True
    >>> dist.is_initialized()
    False

    Without a group the questions have no answer.

    >>> dist.get_rank()
    Traceback (most recent call last):
        ...
    ValueError: Default process group has not been initialized, please make sure to call init_process_group.
    """


def missing_environment():
    """Without a store, ``init_process_group`` reads ``RANK``, ``WORLD_SIZE``, ``MASTER_ADDR`` and ``MASTER_PORT``.

    ``torchrun`` sets these variables for every process it starts. Run with plain ``python``, the script stops at the
    first one that is missing.

    >>> import os
    >>> from unittest import mock
    >>> import torch.distributed as dist
    >>> with mock.patch.dict(os.environ, clear=True):
    ...     dist.init_process_group("gloo")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable RANK ...
    >>> with mock.patch.dict(os.environ, {"RANK": "0"}, clear=True):
    ...     dist.init_process_group("gloo")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable WORLD_SIZE ...
    """


def all_reduce():
    """``dist.all_reduce(t)`` replaces ``t``, in every process, by the sum over all processes.

    It is in place and returns nothing. Average gradients with it: sum, then divide by the world size. With one process
    the sum is the tensor itself. ``ReduceOp`` chooses another operation.

    >>> import tempfile
    >>> import torch
    >>> import torch.distributed as dist
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dist.init_process_group("gloo", store=dist.FileStore(folder + "/store", 1), rank=0, world_size=1)
    ...     t = torch.tensor([1.0, 2.0])
    ...     print(dist.all_reduce(t), t)
    ...     dist.all_reduce(t, op=dist.ReduceOp.MAX)
    ...     t /= dist.get_world_size()
    ...     work = dist.all_reduce(t, async_op=True)
    ...     print(work.wait(), work.is_completed(), t)
    ...     dist.destroy_process_group()
    None tensor([1., 2.])
    True True tensor([1., 2.])
    """


def reduce_over_two():
    """With two processes ``all_reduce`` gives both the sum, ``broadcast`` the tensor of one, ``all_gather`` the list.

    Two threads play the two processes here: each makes its own group with its own rank and meets the other at the same
    store. The methods are those below ``dist.all_reduce`` and its siblings, for one group.

    >>> import datetime, tempfile, threading
    >>> import torch
    >>> import torch.distributed as dist
    >>> def process(rank, path, results):
    ...     limit = datetime.timedelta(seconds=20)
    ...     group = dist.ProcessGroupGloo(dist.FileStore(path, 2), rank, 2, limit)
    ...     total, copied = torch.tensor([10.0 + rank]), torch.tensor([20.0 + rank])
    ...     group.allreduce([total]).wait()
    ...     group.broadcast(copied, root=1).wait()
    ...     gathered = [torch.zeros(1), torch.zeros(1)]
    ...     group.allgather([gathered], [torch.tensor([30.0 + rank])]).wait()
    ...     group.barrier().wait()
    ...     results[rank] = total.item(), copied.item(), [t.item() for t in gathered]
    >>> results = {}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     arguments = folder + "/store", results
    ...     threads = [threading.Thread(target=process, args=(rank, *arguments), daemon=True) for rank in range(2)]
    ...     for thread in threads:
    ...         thread.start()
    ...     for thread in threads:
    ...         thread.join(timeout=20)
    >>> sorted(results.items())
    [(0, (21.0, 21.0, [30.0, 31.0])), (1, (21.0, 21.0, [30.0, 31.0]))]
    """


def collectives():
    """``broadcast``, ``all_gather``, ``reduce``, ``gather``, ``scatter`` and ``barrier`` are further collectives.

    All processes must call the same one in the same order. Otherwise they wait for each other until the time limit of
    the group, ``timeout`` in ``init_process_group``, is over. With one process each of them only hands the tensor
    through, which shows who gives and who receives.

    >>> import tempfile
    >>> import torch
    >>> import torch.distributed as dist
    >>> t = torch.tensor([3, 4])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dist.init_process_group("gloo", store=dist.FileStore(folder + "/store", 1), rank=0, world_size=1)
    ...     dist.broadcast(t, src=0)
    ...     gathered = [torch.zeros(2, dtype=torch.int64)]
    ...     dist.all_gather(gathered, t)
    ...     received = torch.zeros(2, dtype=torch.int64)
    ...     dist.scatter(received, [t + 10], src=0)
    ...     collected = [torch.zeros(2, dtype=torch.int64)]
    ...     dist.gather(t + 20, collected, dst=0)
    ...     dist.reduce(t, dst=0)
    ...     dist.barrier()
    ...     dist.destroy_process_group()
    >>> gathered, received, collected, t
    ([tensor([3, 4])], tensor([13, 14]), [tensor([23, 24])], tensor([3, 4]))
    """


def objects():
    """``broadcast_object_list`` and ``all_gather_object`` send any Python object that can be pickled.

    Use them for settings and results, not for tensors, and only among processes that you trust: unpickling runs code
    from the sender.

    >>> import tempfile
    >>> import torch
    >>> import torch.distributed as dist
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dist.init_process_group("gloo", store=dist.FileStore(folder + "/store", 1), rank=0, world_size=1)
    ...     results = [None]
    ...     dist.all_gather_object(results, {"rank": dist.get_rank(), "loss": 0.25})
    ...     settings = [{"lr": 0.5}]
    ...     dist.broadcast_object_list(settings, src=0)
    ...     dist.destroy_process_group()
    >>> results, settings
    ([{'rank': 0, 'loss': 0.25}], [{'lr': 0.5}])
    """


def stores():
    """A store is a small dictionary that the processes share: ``set``, ``get``, ``add`` and ``wait``.

    The group uses it to find its members. ``HashStore`` lives in one process, ``FileStore`` in a file, ``TCPStore`` on
    a port. Values come back as bytes.

    >>> import datetime
    >>> import torch.distributed as dist
    >>> store = dist.HashStore()
    >>> store.set("address", "10.0.0.1")
    >>> store.get("address")
    b'10.0.0.1'
    >>> store.add("counter", 3), store.add("counter", 4)
    (3, 7)
    >>> store.num_keys(), store.delete_key("address"), store.num_keys()
    (2, True, 1)

    A key that nobody sets is waited for until the time is over.

    >>> store.wait(["missing"], datetime.timedelta(milliseconds=10))
    Traceback (most recent call last):
        ...
    torch.distributed.DistStoreError: Wait timeout
    """


def averaged_gradients():
    """The mean of the gradients of equal parts is the gradient of the whole batch: the processes act as one.

    This is what ``DistributedDataParallel`` relies on. Two threads play two processes, each with half of the batch;
    both end with the gradient that one process computes from all eight samples.

    >>> import datetime, tempfile, threading
    >>> import torch
    >>> import torch.distributed as dist
    >>> x = torch.tensor([1.0, 2.0, 3.0, 6.0, 4.0, 5.0, 6.0, 9.0])
    >>> def gradient(part):
    ...     w = torch.tensor(5.0, requires_grad=True)
    ...     ((w - part) ** 2).mean().backward()
    ...     return w.grad
    >>> def process(rank, path, results):
    ...     group = dist.ProcessGroupGloo(dist.FileStore(path, 2), rank, 2, datetime.timedelta(seconds=20))
    ...     own = gradient(x.chunk(2)[rank])
    ...     shared = own.clone()
    ...     group.allreduce([shared]).wait()
    ...     results[rank] = own, shared / group.size()
    >>> results = {}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     arguments = folder + "/store", results
    ...     threads = [threading.Thread(target=process, args=(rank, *arguments), daemon=True) for rank in range(2)]
    ...     for thread in threads:
    ...         thread.start()
    ...     for thread in threads:
    ...         thread.join(timeout=20)
    >>> results[0], results[1]
    ((tensor(4.), tensor(1.)), (tensor(-2.), tensor(1.)))
    >>> gradient(x)
    tensor(1.)
    """


def distributed_data_parallel():
    """``DistributedDataParallel(model)`` exchanges gradients with the other processes in every ``backward()``.

    Each process keeps its copy of the model and feeds it other data; after ``backward()`` all hold the mean gradient.
    A hook in place of the exchange shows what would be sent: all gradients in one bucket.

    >>> import tempfile
    >>> import torch
    >>> import torch.distributed as dist
    >>> from torch.nn.parallel import DistributedDataParallel
    >>> model = torch.nn.Linear(2, 1)
    >>> sent = []
    >>> def hook(state, bucket):
    ...     sent.append(bucket.buffer().tolist())
    ...     future = torch.futures.Future()
    ...     future.set_result(bucket.buffer())
    ...     return future
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dist.init_process_group("gloo", store=dist.FileStore(folder + "/store", 1), rank=0, world_size=1)
    ...     parallel = DistributedDataParallel(model)
    ...     parallel.register_comm_hook(None, hook)
    ...     parallel(torch.tensor([[1.0, 2.0], [3.0, 5.0]])).sum().backward()
    ...     print(sent, model.weight.grad)
    ...     with parallel.no_sync():
    ...         parallel(torch.tensor([[10.0, 20.0], [1.0, 1.0]])).sum().backward()
    ...     print(len(sent), model.weight.grad)
    ...     dist.destroy_process_group()
    [[4.0, 7.0, 2.0]] tensor([[4., 7.]])
    1 tensor([[15., 28.]])

    ``no_sync`` leaves the exchange out for one pass, for gradient accumulation. The model hides behind ``.module``, and
    names in the ``state_dict`` begin with ``module.``. Save ``model.state_dict()``, so that a single process can load
    it.

    >>> parallel.module is model, list(parallel.state_dict()), list(model.state_dict())
    (True, ['module.weight', 'module.bias'], ['weight', 'bias'])

    Without a group it cannot be made.

    >>> DistributedDataParallel(model)
    Traceback (most recent call last):
        ...
    ValueError: Default process group has not been initialized, please make sure to call init_process_group.
    """


def distributed_sampler():
    """``DistributedSampler`` gives each process its own part of the data; call ``set_epoch`` before every epoch.

    It needs no group when you name the number of processes and the rank. The parts have equal length: if the data does
    not divide, some samples come twice, or with ``drop_last=True`` some not at all.

    >>> import torch
    >>> from torch.utils.data.distributed import DistributedSampler
    >>> [list(DistributedSampler(range(7), num_replicas=2, rank=rank, shuffle=False)) for rank in (0, 1)]
    [[0, 2, 4, 6], [1, 3, 5, 0]]
    >>> [list(DistributedSampler(range(7), 2, rank, shuffle=False, drop_last=True)) for rank in (0, 1)]
    [[0, 2, 4], [1, 3, 5]]

    Shuffling depends on the seed and the epoch only. Without ``set_epoch`` every epoch has the same order.

    >>> sampler = DistributedSampler(range(50), num_replicas=2, rank=1)
    >>> first, second = list(sampler), list(sampler)
    >>> sampler.set_epoch(1)
    >>> first == second, list(sampler) == first, len(first)
    (True, False, 25)
    """
