"""Installing PyTorch

An environment is a folder with a Python of its own, and PyTorch is a package in it. These cards show what the usual
commands do and which versions go together. What needs conda is only told, not run: conda is not part of this stack.
"""


def conda_is_optional():
    """PyTorch needs no Anaconda: the ``torch`` that runs these cards was installed by ``pip`` or ``uv``.

    Often written: first download Anaconda. It is one way to get Python and environments. ``python -m venv`` and ``pip``
    come with Python and are enough. An installer leaves its name beside the package; conda would write "conda".

    >>> import torch
    >>> from importlib.metadata import distribution
    >>> record = distribution("torch").read_text("INSTALLER").strip()
    >>> record in ("pip", "uv")
    True
    >>> distribution("torch").version.split("+")[0] == torch.__version__.split("+")[0]
    True
    """


def venv_is_a_folder():
    """A virtual environment is a folder, and activating it puts its programs first on the search path of the shell.

    In a shell you type ``python -m venv env`` and ``source env/bin/activate``, on Windows ``env\\Scripts\\activate``.
    Here both are done from Python, and the shell is asked which Python it finds then.

    >>> import torch, os, subprocess, tempfile, venv
    >>> folder = tempfile.TemporaryDirectory()
    >>> env = os.path.join(os.path.realpath(folder.name), "env")
    >>> venv.create(env, symlinks=True)
    >>> os.path.exists(os.path.join(env, "pyvenv.cfg"))
    True
    >>> def shell(commands):
    ...     result = subprocess.run(["sh", "-c", commands], cwd=folder.name, capture_output=True, text=True)
    ...     return result.stdout.strip()
    >>> shell("command -v python").startswith(env)
    False
    >>> shell(". env/bin/activate && command -v python") == os.path.join(env, "bin", "python")
    True

    Its Python is a link to the one that made it.

    >>> os.path.islink(os.path.join(env, "bin", "python"))
    True

    It starts without packages of its own: this Python has torch, that one does not. To remove an environment, delete
    the folder.

    >>> print(shell("env/bin/python -c 'import torch' 2>&1 | tail -n 1"))
    ModuleNotFoundError: No module named 'torch'
    >>> folder.cleanup()
    >>> os.path.exists(env)
    False
    """


def conda_create():
    """``conda create -n <name> python=3.9.0`` makes an environment that is too old for this ``torch``: it needs 3.10.

    The command is right, only the number is old. Packages state which Python they run on, and an installer refuses the
    others. Ask the installed ones.

    >>> import torch
    >>> from importlib.metadata import metadata
    >>> from packaging.specifiers import SpecifierSet
    >>> metadata("torch")["Requires-Python"]
    '>=3.10'
    >>> wanted = [SpecifierSet(metadata(name)["Requires-Python"]) for name in ("torch", "torchvision")]
    >>> for python in ("3.9.0", "3.10.0", "3.12.0"):
    ...     print(python, [python in specifier for specifier in wanted])
    3.9.0 [False, False]
    3.10.0 [True, True]
    3.12.0 [True, True]
    """


def conda_commands():
    """An environment is activated, listed and removed by its name in conda, and by its folder with ``venv``.

    The conda commands, not run here, since conda is not part of this stack: ``conda activate <name>`` on every system,
    ``conda env list``, ``conda env remove -n <name>``. A bare ``activate <name>`` is the old form.

    What an activated environment is can be asked from inside, whoever made it: ``sys.prefix`` is its folder. The same
    Python file started in another environment has another prefix, and finds other packages.

    >>> import torch, os, subprocess, sys, tempfile, venv
    >>> os.path.realpath(torch.__file__).startswith(os.path.realpath(sys.prefix))
    True
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("first", "second"):
    ...         venv.create(os.path.join(folder, name), symlinks=True)
    ...     print(sorted(os.listdir(folder)))
    ...     for name in ("first", "second"):
    ...         python = os.path.join(folder, name, "bin", "python")
    ...         command = [python, "-c", "import os, sys; print(os.path.basename(sys.prefix))"]
    ...         print(subprocess.run(command, capture_output=True, text=True).stdout.strip())
    ['first', 'second']
    first
    second
    """


def install_torch():
    """``conda install pytorch -c pytorch`` gets no release after 2.5; write ``pip install torch torchvision``.

    The project stopped filling its conda channel then. Often still written with
    ``pytorch=1.9.0 torchvision=0.10.0 torchaudio=0.9.0``, three versions of 2021 that belong together. They must belong
    together today too, and ``pip`` sees to it: torchvision states which torch it needs.

    >>> import torch
    >>> from importlib.metadata import requires, version
    >>> from packaging.requirements import Requirement
    >>> wanted = [Requirement(text) for text in requires("torchvision")]
    >>> torch_wanted = next(requirement for requirement in wanted if requirement.name == "torch")
    >>> torch_wanted.specifier.contains(version("torch"))
    True
    >>> [torch_wanted.specifier.contains(old) for old in ("1.9.0", "2.5.0")]
    [False, False]

    The names differ: the package for ``pip`` is called ``torch``, as in ``import torch``. In conda it is ``pytorch``.
    """


def jupyter_kernel():
    """``python -m ipykernel install --name <name>`` writes a small file that tells Jupyter which Python to start.

    The file, ``kernel.json``, holds the path of this interpreter and the name for the menu. With ``--user`` it lies
    where all of your notebooks find it; here it goes into a temporary folder, and the function behind the command is
    called.

    >>> import torch, json, pathlib, sys, tempfile
    >>> from ipykernel.kernelspec import install
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(install(kernel_name="torch-env", display_name="Python (torch)", prefix=folder))
    ...     print(path.relative_to(folder).as_posix())
    ...     kernel = json.loads((path / "kernel.json").read_text())
    share/jupyter/kernels/torch-env
    >>> kernel["display_name"], kernel["language"]
    ('Python (torch)', 'python')
    >>> kernel["argv"][0] == sys.executable
    True

    The kernel alone brings no page to type in. ``jupyter notebook`` starts a program of the package ``notebook``, which
    ipykernel does not ask for; install it with ``pip install notebook``.

    >>> from importlib.metadata import requires
    >>> from packaging.requirements import Requirement
    >>> names = {Requirement(text).name for text in requires("ipykernel")}
    >>> sorted({"ipython", "jupyter-client", "notebook"} & names)
    ['ipython', 'jupyter-client']

    ``jupyter`` followed by a word starts the program ``jupyter-`` and that word. Where there is none, it says so, as it
    does for ``jupyter-notebook`` without the package.

    >>> import os, subprocess
    >>> command = [sys.executable, "-m", "jupyter", "no-such-page"]
    >>> print(subprocess.run(command, capture_output=True, text=True).stderr.splitlines()[-1])
    Jupyter command `jupyter-no-such-page` not found.
    """
