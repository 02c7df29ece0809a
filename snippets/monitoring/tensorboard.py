"""Recording for TensorBoard

``SummaryWriter`` writes numbers, pictures and text into event files while a model trains; the program TensorBoard shows
them in a browser. These cards write such files and read them back with TensorBoard's own reader, ``EventAccumulator``,
so that you see what was really recorded.
"""


def install():
    """TensorBoard is a package of its own: torch does not require it, and ``torch.utils.tensorboard`` imports it.

    Install it with ``pip install tensorboard``. Without it, ``from torch.utils.tensorboard import SummaryWriter`` ends
    with a ``ModuleNotFoundError``. Here its modules are blocked for a moment, which plays a machine without it.

    >>> import importlib.metadata
    >>> import sys
    >>> import torch
    >>> requirements = importlib.metadata.requires("torch")
    >>> [name for name in ("sympy", "tensorboard") if any(line.startswith(name) for line in requirements)]
    ['sympy']
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> "tensorboard" in sys.modules
    True
    >>> from unittest import mock
    >>> hidden = {name: None for name in sys.modules if name.split(".")[0] == "tensorboard"}
    >>> with mock.patch.dict(sys.modules, hidden):
    ...     del sys.modules["torch.utils.tensorboard"]
    ...     from torch.utils.tensorboard import SummaryWriter
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: import of tensorboard halted; None in sys.modules
    """


def command():
    """``tensorboard --logdir=<folder> --port=6006`` starts the page; 6006 is the default port, so you may leave it out.

    Then open http://localhost:6006 in a browser. The command runs until you stop it. Here only its help text and its
    options are read; without ``--logdir`` it does not start.

    >>> import contextlib
    >>> import io
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*html5lib")
    >>> from tensorboard.program import TensorBoard
    >>> with contextlib.redirect_stdout(io.StringIO()) as text, contextlib.suppress(SystemExit):
    ...     TensorBoard().configure(argv=["tensorboard", "--help"])
    >>> for line in text.getvalue().splitlines():
    ...     if line.startswith(("  --logdir PATH", "  --port PORT")) or "6006)" in line:
    ...         print(line.strip())
    --logdir PATH         Directory where TensorBoard will look to find
    --port PORT           Port to serve TensorBoard on. Pass 0 to request an
    "default" to try to bind to the default port (6006)
    >>> board = TensorBoard()
    >>> result = board.configure(argv=["tensorboard", "--logdir=runs", "--port=6007"])
    >>> board.flags.logdir, board.flags.port
    ('runs', 6007)
    >>> TensorBoard().configure(argv=["tensorboard", "--port=6007"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    tensorboard.plugins.base_plugin.FlagsError: A logdir or db must be specified. ...
    """


def summary_writer():
    """``SummaryWriter("folder")`` writes event files to that folder; after ``close()`` everything is in them.

    Monitoring has three steps: make a writer, record with it while you train, look at the result. The writer keeps
    records in memory for a while; ``close()`` at the end, or a ``with`` block, writes them all.

    >>> import os
    >>> import tempfile
    >>> import warnings
    >>> import torch
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> warnings.filterwarnings("ignore", message="`torch.jit")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     writer = SummaryWriter(folder)
    ...     writer.add_scalar("loss", 0.75, 3)
    ...     writer.add_graph(torch.nn.ReLU(), torch.rand(()))
    ...     writer.close()
    ...     log = EventAccumulator(folder).Reload()
    ...     [name[:20] for name in os.listdir(folder)]
    ['events.out.tfevents.']
    >>> log.Tags()["scalars"], log.Tags()["graph"]
    (['loss'], True)
    >>> [(event.step, event.value) for event in log.Scalars("loss")]
    [(3, 0.75)]
    """


def default_folder():
    """Without an argument, ``SummaryWriter()`` makes a new folder below ``runs``, named after the time and the machine.

    So several runs lie side by side, and ``tensorboard --logdir=runs`` shows them together. ``comment`` is added to the
    name; with an explicit folder it has no effect.

    >>> import contextlib
    >>> import os
    >>> import socket
    >>> import tempfile
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    ...     with SummaryWriter(comment="_lr_0.1") as writer:
    ...         print(os.listdir(), os.path.dirname(writer.log_dir))
    ...         print(writer.log_dir.endswith(socket.gethostname() + "_lr_0.1"))
    ['runs'] runs
    True
    """


def scalar_arguments():
    """``add_scalar`` takes a tag, one value and a step; a value alone is not enough, and the writer has one name.

    Often written: ``write = SummaryWriter(place)``, then ``writer.add_scalar(values)``. Run it: the second line does
    not know ``writer``, and with the right name an argument is missing.

    >>> import tempfile
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> folder = tempfile.TemporaryDirectory()
    >>> write = SummaryWriter(folder.name)
    >>> values = [0.5, 0.25]
    >>> writer.add_scalar(values)
    Traceback (most recent call last):
        ...
    NameError: name 'writer' is not defined
    >>> write.add_scalar(values)
    Traceback (most recent call last):
        ...
    TypeError: SummaryWriter.add_scalar() missing 1 required positional argument: 'scalar_value'
    >>> for step, value in enumerate(values):
    ...     write.add_scalar("loss", value, step)
    >>> write.close()
    >>> with folder:
    ...     log = EventAccumulator(folder.name).Reload()
    >>> [(event.step, event.value) for event in log.Scalars("loss")]
    [(0, 0.5), (1, 0.25)]
    """


def scalar_step():
    """The third argument of ``add_scalar`` is the place on the x axis; given the epoch, its batches share one.

    Often written: ``writer.add_scalar("Loss", loss, epoch)`` inside the loop over batches. Run it: the call works, and
    the three losses stand above one another. Count the batches over all epochs, or record the mean once per epoch.

    >>> import tempfile
    >>> import torch
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> folder = tempfile.TemporaryDirectory()
    >>> writer, global_step = SummaryWriter(folder.name), 0
    >>> for epoch in range(2):
    ...     losses = [torch.tensor(value / (epoch + 1), requires_grad=True) for value in (4.0, 3.0, 2.0)]
    ...     for loss in losses:
    ...         writer.add_scalar("by_epoch", loss, epoch)
    ...         writer.add_scalar("by_batch", loss, global_step)
    ...         global_step += 1
    ...     writer.add_scalar("mean", torch.stack(losses).mean(), epoch)
    >>> writer.add_scalar("losses", torch.stack(losses))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AssertionError: Tensor should contain one element (0 dimensions). ... Was given size: 3 and 1 dimensions.
    >>> writer.close()
    >>> with folder:
    ...     log = EventAccumulator(folder.name).Reload()
    >>> [(event.step, event.value) for event in log.Scalars("by_epoch")]
    [(0, 4.0), (0, 3.0), (0, 2.0), (1, 2.0), (1, 1.5), (1, 1.0)]
    >>> [(event.step, event.value) for event in log.Scalars("by_batch")]
    [(0, 4.0), (1, 3.0), (2, 2.0), (3, 2.0), (4, 1.5), (5, 1.0)]
    >>> [(event.step, event.value) for event in log.Scalars("mean")]
    [(0, 3.0), (1, 1.5)]
    """


def several_scalars():
    """``add_scalars`` draws several curves into one chart, by writing each into a folder of its own.

    A slash in a tag does something else: it groups charts, one for each tag.

    >>> import os
    >>> import tempfile
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> def read(folder):
    ...     log = EventAccumulator(folder).Reload()
    ...     return [(tag, event.step, event.value) for tag in log.Tags()["scalars"] for event in log.Scalars(tag)]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with SummaryWriter(folder) as writer:
    ...         writer.add_scalars("loss", {"train": 0.5, "val": 0.75}, 4)
    ...         writer.add_scalar("accuracy/train", 0.875, 6)
    ...         writer.add_scalar("accuracy/val", 0.625, 7)
    ...     read(folder)
    ...     for name in ("loss_train", "loss_val"):
    ...         print(name, read(os.path.join(folder, name)))
    [('accuracy/train', 6, 0.875), ('accuracy/val', 7, 0.625)]
    loss_train [('loss', 4, 0.5)]
    loss_val [('loss', 4, 0.75)]
    """


def graph():
    """TensorBoard shows a model's structure only after ``writer.add_graph(model, example_input)``.

    Often written: TensorBoard shows the structure, with code that records scalars. Run it: the log holds no graph.
    ``add_graph`` runs the model once with your example, through ``torch.jit.trace``, which is deprecated and says so.

    >>> import tempfile
    >>> import warnings
    >>> import torch
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> folder = tempfile.TemporaryDirectory()
    >>> writer = SummaryWriter(folder.name)
    >>> writer.add_scalar("loss", 0.5, 1)
    >>> writer.flush()
    >>> log = EventAccumulator(folder.name).Reload()
    >>> log.Tags()["graph"], [(event.step, event.value) for event in log.Scalars("loss")]
    (False, [(1, 0.5)])
    >>> net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU())
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     writer.add_graph(net, torch.rand(1, 2))
    >>> print(f"{caught[0].category.__name__}: {caught[0].message}")
    FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
    >>> writer.close()
    >>> with folder:
    ...     log = log.Reload()
    >>> log.Tags()["graph"]
    True
    >>> [node.op for node in log.Graph().node if node.op.startswith("aten")]
    ['aten::linear', 'aten::relu']
    """


def histogram():
    """``add_histogram`` records how the values of a tensor are spread, for example weights or gradients, step by step.

    It keeps counts in bins, not the values, beside the smallest, the largest, the number and the sum.

    >>> import tempfile
    >>> import torch
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with SummaryWriter(folder) as writer:
    ...         writer.add_histogram("weights", torch.tensor([1.0, 1.0, 2.0, 5.0]), 6)
    ...     event = EventAccumulator(folder).Reload().Histograms("weights")[0]
    >>> values = event.histogram_value
    >>> event.step, values.min, values.max, values.num, values.sum
    (6, 1.0, 5.0, 4.0, 9.0)
    >>> [count for count in values.bucket if count]
    [2.0, 1.0, 1.0]
    """


def image():
    """``add_image`` expects ``(C, H, W)``; other orders need ``dataformats``, and floats lie between 0 and 1.

    A mistake in the order is not always an error. Read back, an image of 4 rows and 5 columns has width 5 and height 4.

    >>> import io
    >>> import tempfile
    >>> import torch
    >>> from PIL import Image
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> picture = torch.zeros(3, 4, 5)
    >>> picture[0, 2, 1] = 0.5
    >>> grey = picture.sum(dim=0)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with SummaryWriter(folder) as writer:
    ...         writer.add_image("chw", picture, 8)
    ...         writer.add_image("hwc", picture.permute(1, 2, 0), 9, dataformats="HWC")
    ...         writer.add_image("grey", grey, 7, dataformats="HW")
    ...         writer.add_images("batch", torch.stack([picture, picture]), 6)
    ...     log = EventAccumulator(folder).Reload()
    >>> for tag in ("chw", "hwc", "grey", "batch"):
    ...     event = log.Images(tag)[0]
    ...     pixel = Image.open(io.BytesIO(event.encoded_image_string)).convert("RGB").getpixel((1, 2))
    ...     print(tag, event.step, event.width, event.height, pixel)
    chw 8 5 4 (127, 0, 0)
    hwc 9 5 4 (127, 0, 0)
    grey 7 5 4 (127, 127, 127)
    batch 6 10 4 (127, 0, 0)
    >>> writer.add_image("wrong", grey)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    AssertionError: size of input tensor and input format are different. ... tensor shape: (4, 5), input_format: CHW
    """


def hparams():
    """``add_hparams`` records the settings of a run together with its results, in a run folder of its own.

    TensorBoard compares runs by them in a table. Give the results names of their own, because each also becomes a
    scalar.

    >>> import os
    >>> import tempfile
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with SummaryWriter(folder) as writer:
    ...         writer.add_hparams({"lr": 0.5, "optimizer": "SGD"}, {"hparam/accuracy": 0.75}, run_name="first")
    ...     log = EventAccumulator(os.path.join(folder, "first")).Reload()
    >>> [(event.step, event.value) for event in log.Scalars("hparam/accuracy")]
    [(0, 0.75)]
    >>> content = log.PluginTagToContent("hparams")["_hparams_/session_start_info"]
    >>> settings = HParamsPluginData.FromString(content).session_start_info.hparams
    >>> settings["lr"].number_value, settings["optimizer"].string_value
    (0.5, 'SGD')
    """


def text():
    """``add_text`` records a text at a step; TensorBoard shows it as Markdown.

    Use it for the settings of a run, a sample of generated text, or the commit that was trained.

    >>> import tempfile
    >>> from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    >>> from torch.utils.tensorboard import SummaryWriter
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with SummaryWriter(folder) as writer:
    ...         writer.add_text("note", "learning rate **halved**", 12)
    ...     event = EventAccumulator(folder).Reload().Tensors("note/text_summary")[0]
    >>> event.step, event.tensor_proto.string_val[0].decode()
    (12, 'learning rate **halved**')
    """
