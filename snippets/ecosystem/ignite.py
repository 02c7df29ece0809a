"""Ignite's engine and events

Ignite runs a function of yours over the batches of a loader and calls your handlers at events such as the end of an
epoch. It brings no layers and no class to inherit from: model, loss and optimizer stay plain PyTorch. You need these
cards to write or read a training loop with it.
"""


def ignite_trainer():
    """``create_supervised_trainer`` makes an ``Engine`` that trains a plain ``nn.Module``; Ignite has no ``fit``.

    Often written: Ignite is for PyTorch what Keras is for TensorFlow. Run it: there are no layers and no ``compile`` or
    ``fit``; there is an engine with ``run``. The engine keeps its counts, and the loss of the last batch, in ``state``.

    >>> import torch
    >>> from ignite.engine import Engine, create_supervised_trainer
    >>> class Scale(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.w = torch.nn.Parameter(torch.tensor(10.0))
    ...     def forward(self, x):
    ...         return self.w * x
    >>> model = Scale()
    >>> first = (torch.tensor([2.0, 4.0]), torch.tensor([6.0, 12.0]))
    >>> second = (torch.tensor([1.0, 1.0]), torch.tensor([3.0, 3.0]))
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> trainer = create_supervised_trainer(model, optimizer, torch.nn.functional.l1_loss)
    >>> type(trainer) is Engine
    True
    >>> [name for name in ("fit", "compile", "run") if hasattr(trainer, name)]
    ['run']

    The loss is the mean of ``|w * x - y|``. Its gradient is the mean of ``x``: 3 for the first batch, 1 for the second.

    >>> state = trainer.run([first, second], max_epochs=2)
    >>> model.w.item()
    6.0
    >>> state.epoch, state.iteration, state.output
    (2, 4, 3.5)
    """


def own_engine():
    """An ``Engine`` calls your function with itself and a batch, and keeps what it returns in ``state.output``.

    The function is one step: forward, loss, backward, optimizer. Any iterable of batches will do for ``run``.

    >>> import torch
    >>> from ignite.engine import Engine
    >>> w = torch.tensor(10.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> def step(engine, batch):
    ...     optimizer.zero_grad()
    ...     loss = w * batch.mean()
    ...     loss.backward()
    ...     optimizer.step()
    ...     return loss.item()
    >>> engine = Engine(step)
    >>> engine.run([torch.tensor([1.0, 3.0]), torch.tensor([2.0, 6.0])], max_epochs=1).output
    36.0
    >>> w.item()
    7.0

    The order of the two parameters is fixed. Ignite checks their number when you make the engine, not when you run it.

    >>> Engine(lambda batch: batch)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Error adding ... 'process_function': takes parameters ['batch'] but will be called with ...
    """


def ignite_events():
    """Ignite has a fixed interface without a base class: ``Engine``, ``Events``, handlers, ``state`` and metrics.

    Often written: unlike Lightning, Ignite has no standard interface. Run it: your function, your handlers and your
    metrics meet the engine in fixed places. A handler is a function that gets the engine; ``engine.on`` and
    ``add_event_handler`` both attach it.

    >>> import torch
    >>> from ignite.engine import Engine, Events
    >>> from ignite.metrics import Accuracy
    >>> scores = torch.nn.functional.one_hot(torch.tensor([0, 1, 0, 1]))
    >>> labels = torch.tensor([0, 1, 1, 1])
    >>> engine = Engine(lambda engine, batch: batch)
    >>> Accuracy().attach(engine, "accuracy")
    >>> notes = []
    >>> @engine.on(Events.EPOCH_COMPLETED)
    ... def note(engine):
    ...     notes.append((engine.state.epoch, engine.state.iteration, engine.state.metrics["accuracy"]))
    >>> handler = engine.add_event_handler(Events.COMPLETED, lambda engine: notes.append("end"))
    >>> state = engine.run([(scores[:3], labels[:3]), (scores[3:], labels[3:])], max_epochs=2)
    >>> notes
    [(1, 2, 0.75), (2, 4, 0.75), 'end']

    An event that does not exist is refused.

    >>> engine.add_event_handler("epoch_end", note)
    Traceback (most recent call last):
        ...
    ValueError: Event epoch_end is not a valid event for this Engine.
    """


def filtered_events():
    """``Events.X(every=n)`` runs a handler at every ``n``-th event, ``Events.X(once=n)`` at the ``n``-th only.

    Use it to validate after every second epoch, or to print every hundredth loss. Iterations are counted over all
    epochs.

    >>> from ignite.engine import Engine, Events
    >>> engine, notes = Engine(lambda engine, batch: batch), []
    >>> @engine.on(Events.EPOCH_COMPLETED(every=2))
    ... def every_second_epoch(engine):
    ...     notes.append(("epoch", engine.state.epoch))
    >>> @engine.on(Events.ITERATION_COMPLETED(once=3))
    ... def third_iteration(engine):
    ...     notes.append(("iteration", engine.state.iteration, engine.state.output))
    >>> @engine.on(Events.STARTED | Events.COMPLETED)
    ... def both(engine):
    ...     notes.append("start or end")
    >>> engine.run(["a", "b"], max_epochs=5).iteration
    10
    >>> notes
    ['start or end', ('iteration', 3, 'a'), ('epoch', 2), ('epoch', 4), 'start or end']
    """


def evaluator():
    """``create_supervised_evaluator`` makes an engine that computes metrics, in eval mode without gradients.

    ``Loss`` averages over samples, not over batches: a last batch that is smaller counts less. The result equals that
    of all data at once.

    >>> import torch
    >>> from ignite.engine import create_supervised_evaluator
    >>> from ignite.metrics import Accuracy, Loss
    >>> class Notes(torch.nn.Module):
    ...     def forward(self, x):
    ...         self.mode = (self.training, torch.is_grad_enabled())
    ...         return x
    >>> logits = torch.tensor([[5.0, 1.0], [0.0, 2.0], [4.0, 3.0], [1.0, 6.0]])
    >>> labels = torch.tensor([0, 1, 1, 1])
    >>> loss = torch.nn.functional.cross_entropy
    >>> model = Notes()
    >>> evaluator = create_supervised_evaluator(model, metrics={"accuracy": Accuracy(), "loss": Loss(loss)})
    >>> metrics = evaluator.run([(logits[:3], labels[:3]), (logits[3:], labels[3:])]).metrics
    >>> metrics["accuracy"]
    0.75
    >>> round(metrics["loss"], 4)
    0.3663
    >>> round(loss(logits, labels).item(), 4)
    0.3663
    >>> model.mode
    (False, False)
    """


def metric_by_hand():
    """A metric works without an engine: ``update`` adds a batch, ``compute`` gives the value, ``reset`` forgets.

    ``Accuracy`` takes scores for several classes, ``(N, C)``, and finds the largest itself. For two classes with one
    value each, it wants the decisions, 0 or 1, and not probabilities.

    >>> import torch
    >>> from ignite.metrics import Accuracy
    >>> accuracy = Accuracy()
    >>> scores = torch.nn.functional.one_hot(torch.tensor([0, 2, 1, 0]))
    >>> accuracy.update((scores[:2], torch.tensor([0, 1])))
    >>> accuracy.compute()
    0.5
    >>> accuracy.update((scores[2:], torch.tensor([1, 0])))
    >>> accuracy.compute()
    0.75
    >>> accuracy.reset()
    >>> accuracy.compute()
    Traceback (most recent call last):
        ...
    ignite.exceptions.NotComputableError: Accuracy must have at least one example before it can be computed.
    >>> probabilities, labels = torch.tensor([0.25, 0.75, 0.875]), torch.tensor([1, 1, 1])
    >>> accuracy.update((probabilities, labels))
    Traceback (most recent call last):
        ...
    ValueError: For binary cases, y_pred must be comprised of 0's and 1's.
    >>> accuracy.update((probabilities.round(), labels))
    >>> round(accuracy.compute(), 4)
    0.6667
    """


def running_average():
    """``RunningAverage`` smooths what an engine returns: each new value counts ``1 - alpha``, the past ``alpha``.

    Losses of single batches jump up and down; the average shows the trend. The first value is taken as it is.

    >>> from ignite.engine import Engine, Events
    >>> from ignite.metrics import RunningAverage
    >>> engine = Engine(lambda engine, batch: batch)
    >>> RunningAverage(output_transform=lambda output: output, alpha=0.75).attach(engine, "average")
    >>> averages = []
    >>> @engine.on(Events.ITERATION_COMPLETED)
    ... def note(engine):
    ...     averages.append(engine.state.metrics["average"])
    >>> state = engine.run([4.0, 8.0, 1.0])
    >>> averages
    [4.0, 5.0, 4.0]
    """


def stopping_handlers():
    """``EarlyStopping`` and ``TerminateOnNan`` end a run through ``engine.terminate()``, which you can call as well.

    ``EarlyStopping`` belongs on the engine that measures and stops the one that trains. Larger scores are better, so
    give it the loss with a minus. It stops when ``patience`` measurements in a row brought nothing better.

    >>> import math
    >>> from ignite.engine import Engine, Events
    >>> from ignite.handlers import EarlyStopping, TerminateOnNan
    >>> losses = [3.0, 2.0, 2.5, 2.25, 1.0]
    >>> trainer = Engine(lambda engine, batch: batch)
    >>> evaluator = Engine(lambda engine, batch: losses[trainer.state.epoch - 1])
    >>> stopper = EarlyStopping(patience=2, score_function=lambda engine: -engine.state.output, trainer=trainer)
    >>> handler = evaluator.add_event_handler(Events.COMPLETED, stopper)
    >>> handler = trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda engine: evaluator.run([None]))
    >>> epoch = trainer.run([None], max_epochs=len(losses)).epoch
    >>> epoch, losses[:epoch]
    (4, [3.0, 2.0, 2.5, 2.25])
    >>> stopper.best_score
    -2.0

    A loss that is not a number never gets better.

    >>> trainer = Engine(lambda engine, batch: batch)
    >>> handler = trainer.add_event_handler(Events.ITERATION_COMPLETED, TerminateOnNan())
    >>> trainer.run([math.e, math.pi, math.nan, math.tau]).iteration
    3

    By hand:

    >>> trainer = Engine(lambda engine, batch: engine.terminate() if batch == 7 else None)
    >>> trainer.run(range(5, 100)).iteration
    3
    """


def checkpoints():
    """``ModelCheckpoint`` saves a model at the event that you attach it to and keeps the last ``n_saved`` files.

    The file holds a ``state_dict``; the number in its name counts iterations. ``Checkpoint.load_objects`` puts it back.

    >>> import os
    >>> import tempfile
    >>> import torch
    >>> from ignite.engine import Engine, Events
    >>> from ignite.handlers import Checkpoint, ModelCheckpoint
    >>> model = torch.nn.Linear(1, 1, bias=False)
    >>> def step(engine, batch):
    ...     with torch.no_grad():
    ...         model.weight.fill_(batch)
    >>> trainer = Engine(step)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     saver = ModelCheckpoint(folder, filename_prefix="net", n_saved=2)
    ...     handler = trainer.add_event_handler(Events.ITERATION_COMPLETED, saver, {"model": model})
    ...     state = trainer.run(range(5, 9))
    ...     print(sorted(os.listdir(folder)))
    ...     other = torch.nn.Linear(1, 1, bias=False)
    ...     Checkpoint.load_objects({"model": other}, torch.load(os.path.join(folder, "net_model_3.pt")))
    ['net_model_3.pt', 'net_model_4.pt']
    >>> model.weight.item(), other.weight.item()
    (8.0, 7.0)
    """
