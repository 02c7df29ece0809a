"""Following the progress of a training

A training that prints nothing tells you nothing. These cards count epochs, print every so often, collect losses as
plain numbers, and draw a progress bar with ``tqdm``. They also show the counts that are off by one.
"""


def counting():
    """``range(n)`` makes ``n`` epochs numbered from 0, ``range(1, n + 1)`` the same number from 1.

    Take the second form when the number is printed.

    >>> list(range(3))
    [0, 1, 2]
    >>> epochs = range(1, 100 + 1)
    >>> len(epochs), epochs[0], epochs[-1]
    (100, 1, 100)

    Often written: with ``nb_epochs = 20``, the loop ``range(nb_epochs + 1)`` trains for 20 epochs. Run it: it starts at
    0 and makes 21. With 5 samples in batches of 2, those are 63 updates, not 60.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> loader = DataLoader(torch.arange(5.0), batch_size=2)
    >>> [len(batch) for batch in loader]
    [2, 2, 1]
    >>> w = torch.tensor(0.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0)
    >>> nb_epochs = 20
    >>> numbers = []
    >>> for epoch in range(nb_epochs + 1):
    ...     numbers.append(epoch)
    ...     for batch in loader:
    ...         optimizer.zero_grad()
    ...         (-w).backward()
    ...         optimizer.step()
    >>> len(numbers), numbers[0], numbers[-1]
    (21, 0, 20)
    >>> w
    tensor(63., requires_grad=True)

    The number of epochs must be an ``int``. A result of ``/`` is a float, even where it is whole; ``//`` rounds down.

    >>> range(3.0)
    Traceback (most recent call last):
        ...
    TypeError: 'float' object cannot be interpreted as an integer
    >>> list(range(7 // 2))
    [0, 1, 2]
    """


def every_n():
    """``epoch % n == 0`` is true for 0 and every multiple of ``n``; whether 0 occurs depends on the ``range``.

    ``range(2000)`` ends at 1999, so the last of the 20 reports is 1900, and 2000 never comes. ``range(1, 36)`` starts
    at 1: no report for 0. Parentheses around the condition change nothing.

    >>> reports = [epoch for epoch in range(2000) if epoch % 100 == 0]
    >>> len(reports), reports[:3], reports[-1]
    (20, [0, 100, 200], 1900)
    >>> epochs = range(1, 36)
    >>> epochs[0], epochs[-1]
    (1, 35)
    >>> for epoch in epochs:
    ...     if(epoch % 10 == 0):
    ...         print(epoch)
    10
    20
    30

    Often written: ``i += 1`` in the body, and ``i % 25 == 1`` for a report at every 25th epoch. Run it: the reports
    come at 1, 26, 51 and so on. The ``i += 1`` does not move the loop, which takes its next number from ``range``.

    >>> reports = []
    >>> for i in range(500):
    ...     i += 1
    ...     if i % 25 == 1:
    ...         reports.append(i)
    >>> len(reports), reports[:3], reports[-1], i
    (20, [1, 26, 51], 476, 500)

    The count from 1 without the detour:

    >>> epochs = range(1, 501)
    >>> epochs[0], epochs[-1]
    (1, 500)
    >>> reports = [i for i in epochs if i % 25 == 0]
    >>> len(reports), reports[:3], reports[-1]
    (20, [25, 50, 75], 500)
    """


def counter_text():
    """A progress line shows what you format: ``{epoch}`` from ``range(1000)`` ends at 999, never at 1000.

    Often written: ``print(f'Epoch: {i}/{epoch}')``. Run it, and look at the first and the last line. Add 1 where the
    number is printed.

    >>> epoch = 1000
    >>> lines = [f'Epoch: {i}/{epoch}' for i in range(epoch)]
    >>> lines[0], lines[-1]
    ('Epoch: 0/1000', 'Epoch: 999/1000')
    >>> lines = [f'Epoch: {i + 1}/{epoch}' for i in range(epoch)]
    >>> lines[0], lines[-1]
    ('Epoch: 1/1000', 'Epoch: 1000/1000')

    Often written as well: ``Batch: {nb_epochs}``. That is the number of epochs, which is the same in every line. The
    batch's number comes from ``enumerate``, the number of batches from ``len``.

    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> dataloader = DataLoader(torch.arange(5.0), batch_size=2)
    >>> nb_epochs = 20
    >>> for batch_idx, batch in enumerate(dataloader):
    ...     print(f'Batch: {nb_epochs}', f'Batch: {batch_idx + 1}/{len(dataloader)}', batch.tolist())
    Batch: 20 Batch: 1/3 [0.0, 1.0]
    Batch: 20 Batch: 2/3 [2.0, 3.0]
    Batch: 20 Batch: 3/3 [4.0]
    """


def item():
    """``loss.item()`` turns a loss into a plain Python number; ``float(loss)`` too, but it warns while training.

    Print and collect that number: it carries no graph. The tensor must have exactly one element.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> loss = (w ** 2).mean()
    >>> loss
    tensor(2.5000, grad_fn=<MeanBackward0>)
    >>> loss.item(), type(loss.item()), hasattr(loss.item(), "grad_fn")
    (2.5, <class 'float'>, False)
    >>> w.item()
    Traceback (most recent call last):
        ...
    RuntimeError: a Tensor with 2 elements cannot be converted to Scalar

    ``float`` gives the same number. On a loss that requires grad it warns, once per process (here the warning is made
    to come); on a loss computed under ``no_grad()``, as in validation, it does not.

    >>> import warnings
    >>> torch.set_warn_always(True)
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     print(float(loss))
    2.5
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    UserWarning Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior...
    >>> with torch.no_grad():
    ...     print(float((w ** 2).sum()))
    5.0
    >>> torch.set_warn_always(False)

    Often written: ``losses.append(loss)``. Run it: the list holds tensors, each of which keeps its graph alive, and
    NumPy, which the plotting needs, refuses them.

    >>> import numpy as np
    >>> losses = []
    >>> losses.append(loss)
    >>> type(losses[0].grad_fn).__name__
    'MeanBackward0'
    >>> np.array(losses)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. ...
    >>> losses[0] = loss.item()
    >>> np.array(losses)
    array([2.5])
    """


def print_format():
    """``{i:3}`` pads a number to width 3; ``{loss:10.8f}`` prints 8 decimals in at least 10 characters.

    Numbers of equal width stand below each other, and the eye finds the one that jumps.

    >>> import torch
    >>> for i, single_loss in ((1, torch.tensor(0.5)), (25, torch.tensor(12.25))):
    ...     print(f'epoch: {i:3} loss : {single_loss.item():10.8f}')
    epoch:   1 loss : 0.50000000
    epoch:  25 loss : 12.25000000

    ``.3e`` is for small numbers, ``,`` separates thousands, ``%`` multiplies by 100. A loss, which is a tensor without
    axes, takes these formats too; a tensor with axes does not, even if it has one element.

    >>> print(f'{0.000123:.3e} {1234567:,} {0.875:.1%} {torch.tensor(0.25):.3f}')
    1.230e-04 1,234,567 87.5% 0.250
    >>> f'{torch.tensor([0.25]):.3f}'
    Traceback (most recent call last):
        ...
    TypeError: unsupported format string passed to Tensor.__format__
    """


def running_loss():
    """The mean loss of an epoch needs ``batch_loss += loss.item()`` in the batch loop and a division after it.

    Often written: ``batch_loss = 0.0`` at the start of the epoch, and nothing added to it later. Run it with batches
    whose losses are 2 and 4: the variable stays 0.

    >>> import torch
    >>> losses = [torch.tensor(2.0), torch.tensor(4.0)]
    >>> batch_loss = 0.0
    >>> for loss in losses:
    ...     pass
    >>> batch_loss
    0.0
    >>> for loss in losses:
    ...     batch_loss += loss.item()
    >>> batch_loss, batch_loss / len(losses)
    (6.0, 3.0)

    Without ``.item()`` the sum becomes a tensor. In training it would hold on to the graph of every batch.

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> total = 0.0
    >>> for factor in (2.0, 4.0):
    ...     total += factor * w
    >>> total
    tensor(18., grad_fn=<AddBackward0>)
    >>> total = 0.0
    >>> for factor in (2.0, 4.0):
    ...     total += (factor * w).item()
    >>> total
    18.0
    """


def progress_bar():
    """``tqdm(loader)`` yields what ``loader`` yields and draws a bar; the total comes from ``len(loader)``.

    The bar goes to the error stream, so it does not mix with what you print. Here it is written into a string, in a
    format without times, so that you see what it shows after each batch.

    >>> import io
    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> from tqdm import tqdm
    >>> loader = DataLoader(torch.arange(5.0), batch_size=2)
    >>> screen = io.StringIO()
    >>> bar = tqdm(loader, file=screen, mininterval=0, miniters=1, bar_format="{n_fmt}/{total_fmt}")
    >>> torch.cat(list(bar))
    tensor([0., 1., 2., 3., 4.])
    >>> screen.getvalue().split()
    ['0/3', '1/3', '2/3', '3/3', '3/3']
    >>> bar.total, len(loader)
    (3, 3)

    Put ``enumerate`` outside. Inside, ``tqdm`` meets an iterator without a length: there is a count but no bar, unless
    you give it ``total``.

    >>> print(tqdm(enumerate(loader), disable=True).total)
    None
    >>> tqdm(enumerate(loader), total=len(loader), disable=True).total
    3
    """


def bar_with_numbers():
    """``set_description`` writes in front of a ``tqdm`` bar, ``set_postfix`` behind it, such as the loss.

    Give ``set_postfix`` plain numbers: it formats a ``float`` to three significant digits. The last line is what
    stays on the screen.

    >>> import io
    >>> import torch
    >>> from tqdm import tqdm
    >>> screen = io.StringIO()
    >>> bar = tqdm([4.0, 2.0, 1.0], file=screen, bar_format="{desc}{n_fmt}/{total_fmt}{postfix}")
    >>> for loss in bar:
    ...     bar.set_description("epoch 7")
    ...     bar.set_postfix(loss=loss / 3, lr=0.1)
    ...     print(bar.postfix)
    loss=1.33, lr=0.1
    loss=0.667, lr=0.1
    loss=0.333, lr=0.1
    >>> screen.getvalue().splitlines()[-1]
    'epoch 7: 3/3, loss=0.333, lr=0.1'

    A tensor is put in as it prints.

    >>> with tqdm(file=screen, bar_format="{postfix}") as bar:
    ...     bar.set_postfix(loss=torch.tensor(0.25))
    ...     print(bar.postfix)
    loss=tensor(0.2500)
    """


def bar_by_hand():
    """``tqdm(total=n)`` with ``bar.update(k)`` counts what you tell it, for example samples rather than batches.

    Use it as a context manager, so that the bar is closed even when the loop breaks. ``trange(n)`` is short for
    ``tqdm(range(n))``, and ``disable=True`` draws nothing, for a log file.

    >>> import io
    >>> import torch
    >>> from torch.utils.data import DataLoader
    >>> from tqdm import tqdm, trange
    >>> screen = io.StringIO()
    >>> loader = DataLoader(torch.arange(5.0), batch_size=2)
    >>> with tqdm(total=len(loader.dataset), file=screen, bar_format="{n_fmt}/{total_fmt} samples") as bar:
    ...     for batch in loader:
    ...         bar.update(len(batch))
    ...         print(bar.n)
    2
    4
    5
    >>> screen.getvalue().splitlines()[-1]
    '5/5 samples'
    >>> quiet = io.StringIO()
    >>> sum(epoch for epoch in trange(4, file=quiet, disable=True)), quiet.getvalue()
    (6, '')

    ``tqdm.write`` prints a line above a running bar, where ``print`` would tear the bar apart.

    >>> tqdm.write("new best loss", file=screen)
    >>> screen.getvalue().splitlines()[-1]
    'new best loss'
    """
