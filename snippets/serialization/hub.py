"""Models from torch.hub

``torch.hub`` fetches a repository and runs a function of it that makes a model, or fetches a file with weights. These
cards show both without a network: a local folder plays the repository, and ``file://`` the address of the weights.
"""


def local_folder():
    """``torch.hub.load(folder, name, source="local")`` calls a function in ``hubconf.py`` and returns its result.

    ``hubconf.py`` lies at the top of a repository. Each of its functions is an entry point; further arguments of
    ``load`` go to it. The code runs in your process, so load only what you would also import.

    >>> import torch
    >>> import pathlib, tempfile
    >>> hubconf = '''
    ... import torch
    ... def line(slope=2.0):
    ...     layer = torch.nn.Linear(1, 1, bias=False)
    ...     torch.nn.init.constant_(layer.weight, slope)
    ...     return layer
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     length = pathlib.Path(folder, "hubconf.py").write_text(hubconf)
    ...     plain = torch.hub.load(folder, "line", source="local")
    ...     steep = torch.hub.load(folder, "line", source="local", slope=7.0)
    >>> x = torch.tensor([[5.0]])
    >>> plain(x).item(), steep(x).item()
    (10.0, 35.0)
    >>> type(steep)
    <class 'torch.nn.modules.linear.Linear'>
    """


def what_load_refuses():
    """``torch.hub.load`` refuses a name that ``hubconf.py`` does not define, and a repository that lacks a package.

    ``dependencies`` in ``hubconf.py`` lists the packages that must be installed; ``torch.hub`` checks them and installs
    nothing. Without ``source="local"`` it takes the folder for the name of a repository on GitHub.

    >>> import torch
    >>> import pathlib, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "hubconf.py")
    >>> length = path.write_text("def answer():\\n    return 42\\n")
    >>> torch.hub.load(folder.name, "answer", source="local")
    42
    >>> torch.hub.load(folder.name, "question", source="local")
    Traceback (most recent call last):
        ...
    RuntimeError: Cannot find callable question in hubconf
    >>> torch.hub.load(folder.name, "answer", source="disk")
    Traceback (most recent call last):
        ...
    ValueError: Unknown source: "disk". Allowed values: "github" | "local".
    >>> length = path.write_text("dependencies = ['torch', 'numpie']\\n" + path.read_text())
    >>> with folder:
    ...     torch.hub.load(folder.name, "answer", source="local")
    Traceback (most recent call last):
        ...
    RuntimeError: Missing dependencies: numpie
    """


def repository_on_github():
    """``"owner/name:branch"`` means a repository on GitHub; ``torch.hub`` keeps a copy, which it uses the next time.

    The copies lie in ``torch.hub.get_dir()``. Here the copy is made by hand, so nothing is fetched. ``torch.hub.list``
    names the entry points, ``torch.hub.help`` shows the docstring of one. Names that begin with an underscore are no
    entry points. Before the first use of a repository, you are asked whether you trust it; ``trust_repo=True`` says
    yes. ``force_reload=True`` fetches it again.

    >>> import torch
    >>> import os, pathlib, tempfile
    >>> usual, folder = torch.hub.get_dir(), tempfile.TemporaryDirectory()
    >>> torch.hub.set_dir(folder.name)
    >>> torch.hub.get_dir() == folder.name
    True
    >>> copy = pathlib.Path(folder.name, "anna_nets_main")
    >>> copy.mkdir()
    >>> code = '''
    ... def small(width=3):
    ...     "A net with few weights."
    ...     return _sizes(width)
    ... def large():
    ...     return _sizes(400)
    ... def _sizes(width):
    ...     return (2, width)
    ... '''
    >>> length = (copy / "hubconf.py").write_text(code)
    >>> sorted(torch.hub.list("anna/nets:main", trust_repo=True))
    ['large', 'small']
    >>> torch.hub.help("anna/nets:main", "small")
    'A net with few weights.'
    >>> torch.hub.load("anna/nets:main", "small", width=5)
    (2, 5)
    >>> with folder:
    ...     sorted(os.listdir(folder.name))
    ['anna_nets_main', 'trusted_list']
    >>> torch.hub.set_dir(usual)
    >>> torch.hub.get_dir() == usual
    True
    """


def weights_from_an_address():
    """``load_state_dict_from_url`` fetches a file once and loads it; later calls read the copy, even an outdated one.

    The copy lies in ``model_dir``, by default in ``checkpoints`` below ``torch.hub.get_dir()``, under the last part of
    the address. Add ``weights_only=True``: it is not the default of this function, and a file with more than weights
    can run code.

    >>> import torch
    >>> import os, pathlib, tempfile
    >>> from torch.hub import load_state_dict_from_url
    >>> folder = tempfile.TemporaryDirectory()
    >>> original, copies = pathlib.Path(folder.name, "weights.pt"), os.path.join(folder.name, "copies")
    >>> torch.save({"w": torch.tensor([1.0, 2.0])}, original)
    >>> options = {"model_dir": copies, "weights_only": True}
    >>> load_state_dict_from_url(original.as_uri(), **options)  # doctest: +ELLIPSIS
    Downloading: "file:///...weights.pt" to ...weights.pt
    {'w': tensor([1., 2.])}
    >>> os.listdir(copies)
    ['weights.pt']

    A new version under the same address goes unnoticed. Another ``file_name`` makes another copy.

    >>> torch.save({"w": torch.tensor([7.0, 2.0])}, original)
    >>> load_state_dict_from_url(original.as_uri(), **options)
    {'w': tensor([1., 2.])}
    >>> load_state_dict_from_url(original.as_uri(), file_name="newer.pt", **options)  # doctest: +ELLIPSIS
    Downloading: "file:///...weights.pt" to ...newer.pt
    {'w': tensor([7., 2.])}

    A file with more than weights, here a function, is refused.

    >>> torch.save(print, original)
    >>> with folder:
    ...     load_state_dict_from_url(original.as_uri(), file_name="function.pt", **options)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    _pickle.UnpicklingError: Weights only load failed. ...GLOBAL print was not an allowed global by default. ...
    """


def checked_download():
    """With ``check_hash=True`` a fetched file must fit the digits of its name, as in ``resnet18-f37072fd.pth``.

    The digits after the last hyphen are the beginning of the file's SHA-256 hash, a number that changes with every
    byte. A file that was cut off or exchanged is refused.

    >>> import torch
    >>> import hashlib, pathlib, tempfile
    >>> from torch.hub import load_state_dict_from_url
    >>> folder = tempfile.TemporaryDirectory()
    >>> original = pathlib.Path(folder.name, "weights.pt")
    >>> torch.save({"w": torch.tensor([1.0, 2.0])}, original)
    >>> digits = hashlib.sha256(original.read_bytes()).hexdigest()[:8]
    >>> options = {"model_dir": folder.name, "check_hash": True, "weights_only": True}
    >>> load_state_dict_from_url(original.as_uri(), file_name=f"net-{digits}.pt", **options)  # doctest: +ELLIPSIS
    Downloading: "file:///...weights.pt" to ...net-....pt
    {'w': tensor([1., 2.])}
    >>> with folder:
    ...     load_state_dict_from_url(original.as_uri(), file_name="net-12345678.pt", **options)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: invalid hash value (expected "12345678", got "...")
    """


def model_zoo():
    """``torch.utils.model_zoo.load_url`` is the old name of ``torch.hub.load_state_dict_from_url``, and nothing more.

    Often written: ``model.load_state_dict(model_zoo.load_url(url))``. It runs, without a warning. Run it: both names
    are one function, and the old module has no other.

    >>> import torch
    >>> import inspect, pathlib, tempfile
    >>> from torch.utils import model_zoo
    >>> model_zoo.load_url is torch.hub.load_state_dict_from_url
    True
    >>> [name for name, value in vars(model_zoo).items() if inspect.isfunction(value)]
    ['load_url']
    >>> model = torch.nn.Linear(2, 1, bias=False)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "line.pt")
    ...     torch.save({"weight": torch.tensor([[3.0, 5.0]])}, path)
    ...     options = {"model_dir": folder, "file_name": "copy.pt", "weights_only": True}
    ...     weights = model_zoo.load_url(path.as_uri(), **options)  # doctest: +ELLIPSIS
    Downloading: "file:///...line.pt" to ...copy.pt
    >>> model.load_state_dict(weights)
    <All keys matched successfully>
    >>> model.weight.tolist()
    [[3.0, 5.0]]
    """
