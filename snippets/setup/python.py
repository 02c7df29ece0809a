"""Python around PyTorch

The lines around the model: imports, the main guard, seeds, NumPy and the libraries for plots and tables. These cards
show what each of them does.
"""


def import_header():
    """``import torch`` alone loads ``torch.nn``, ``torch.nn.functional`` and ``torch.optim``; aliases are shorthand.

    The usual header gives them short names. Both names lead to the same module.

    >>> import torch
    >>> torch.nn.Linear(3, 2)
    Linear(in_features=3, out_features=2, bias=True)
    >>> torch.nn.functional.mse_loss(torch.tensor(1.0), torch.tensor(4.0))
    tensor(9.)
    >>> import torch.nn as nn
    >>> import torch.nn.functional as F
    >>> import torch.optim as optim
    >>> nn is torch.nn, F is torch.nn.functional, optim is torch.optim
    (True, True, True)
    >>> nn.Linear is torch.nn.Linear
    True
    """


def main_guard():
    """``if __name__ == "__main__":`` needs the quotes; without them Python looks for a variable and finds none.

    ``__name__`` is a string: "__main__" in the file that was started, the module's own name in a file that was
    imported. The lines below the guard run only in the first case. Loaders with workers need it on Windows and macOS,
    and with Python 3.14 or newer on Linux too.

    >>> import torch, runpy, pathlib, tempfile
    >>> if __name__ == __main__:
    ...     print("training starts")
    Traceback (most recent call last):
        ...
    NameError: name '__main__' is not defined
    >>> script = '''
    ... print("read as", __name__)
    ... if __name__ == "__main__":
    ...     print("training starts")
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "train.py")
    ...     characters = path.write_text(script)
    ...     names = runpy.run_path(str(path), run_name="train")
    ...     names = runpy.run_path(str(path), run_name="__main__")
    read as train
    read as __main__
    training starts
    """


def random_generators():
    """``torch.manual_seed`` sets torch's generators on all devices, and neither Python's ``random`` nor NumPy's.

    Call it before the first random number, so before the model is built. Of the seeds 6, 7 and 8 only 7 gives the first
    numbers again.

    >>> import torch, random
    >>> import numpy as np
    >>> def shuffled(seed):
    ...     torch.manual_seed(seed)
    ...     return torch.randperm(50).tolist()
    >>> first = shuffled(7)
    >>> len(first)
    50
    >>> [shuffled(seed) == first for seed in range(6, 9)]
    [False, True, False]

    The others have seeds of their own. Each pair compares two draws, of Python's ``random`` and of NumPy.

    >>> def elsewhere(seed):
    ...     torch.manual_seed(seed)
    ...     return random.random(), np.random.random()
    >>> [[a == b for a, b in zip(elsewhere(seed), elsewhere(seed))] for seed in range(2)]
    [[False, False], [False, False]]
    >>> def seeded(seed):
    ...     random.seed(seed)
    ...     np.random.seed(seed)
    ...     return random.random(), np.random.random()
    >>> [[a == b for a, b in zip(seeded(seed), seeded(1))] for seed in range(2)]
    [[False, False], [True, True]]

    ``torch.cuda.manual_seed_all`` sets the generators of all GPUs and leaves the CPU's alone. ``torch.manual_seed``
    includes the GPUs, so you need the other only to give them another seed. Without a GPU it does nothing and raises
    nothing.

    >>> def repeats(set_seed, device):
    ...     orders = []
    ...     for _ in range(2):
    ...         print(type(set_seed(7)).__name__)
    ...         orders.append(torch.randperm(50, device=device))
    ...     return torch.equal(*orders)
    >>> repeats(torch.manual_seed, "cpu")
    Generator
    Generator
    True
    >>> repeats(torch.cuda.manual_seed_all, "cpu")
    NoneType
    NoneType
    False
    >>> gpu_or_cpu = "cuda" if torch.cuda.is_available() else "cpu"
    >>> repeats(torch.manual_seed, gpu_or_cpu)
    Generator
    Generator
    True
    >>> repeats(torch.cuda.manual_seed_all, gpu_or_cpu) == torch.cuda.is_available()
    NoneType
    NoneType
    True

    Code without random numbers needs no seed.

    >>> torch.zeros(3)
    tensor([0., 0., 0.])
    """


def torch_like_numpy():
    """Many functions have the same name in torch and NumPy and give the same numbers; ``from_numpy`` crosses over.

    What you know of arrays helps with tensors. The tensor that ``from_numpy`` makes lies in the array's memory, so what
    is written into one shows in the other.

    >>> import torch
    >>> import numpy as np
    >>> def expression(library, x):
    ...     return library.sqrt(library.abs(x)).sum() + library.arange(6).reshape(2, 3).max() - library.exp(x).min()
    >>> x = np.array([[1.0, -4.0], [9.0, 0.0]])
    >>> f"{expression(np, x):.6f}"
    '10.981684'
    >>> f"{expression(torch, torch.from_numpy(x)):.6f}"
    '10.981684'
    >>> t = torch.from_numpy(x)
    >>> t[0, 1] = 5.0
    >>> x
    array([[1., 5.],
           [9., 0.]])
    >>> t.numpy()
    array([[1., 5.],
           [9., 0.]])

    Names of arguments differ: ``axis`` in NumPy, ``dim`` in torch. torch understands both in many functions.

    >>> np.sum(x, axis=0)
    array([10.,  5.])
    >>> torch.sum(t, dim=0)
    tensor([10.,  5.], dtype=torch.float64)
    """


def numpy_arange():
    """``np.arange(-5.0, 5.0, 0.1)`` makes 100 values and leaves the end out; ``linspace`` includes it.

    This is how tutorials make the x values for a plot. With decimals the last value is not exact; ``linspace``, where
    you say how many, ends where you want.

    >>> import torch
    >>> import numpy as np
    >>> x = np.arange(-5.0, 5.0, 0.1)
    >>> x.shape
    (100,)
    >>> x[[0, 1, -1]].tolist()
    [-5.0, -4.9, 4.899999999999965]
    >>> np.linspace(-5.0, 5.0, 101)[[0, 1, -1]].tolist()
    [-5.0, -4.9, 5.0]

    torch has both, with the same meaning.

    >>> torch.arange(-5.0, 5.0, 0.1).shape
    torch.Size([100])
    >>> torch.linspace(-5.0, 5.0, 101)[[0, 1, -1]]
    tensor([-5.0000, -4.9000,  5.0000])
    """


def plots():
    """matplotlib draws a tensor that requires grad only after ``.detach()``; ``imshow`` draws a matrix as a heat map.

    ``plot`` draws lines, and ``imshow`` the usual picture of a confusion matrix. In a notebook you get figure and axes
    from ``plt.subplots(1, 2)``.

    >>> import torch, io
    >>> from matplotlib.figure import Figure
    >>> figure = Figure()
    >>> left, right = figure.subplots(1, 2)
    >>> w = torch.tensor([1.0, 4.0, 9.0], requires_grad=True)
    >>> left.plot(w)
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> line, = left.plot(w.detach().numpy())
    >>> line.get_xdata().tolist(), line.get_ydata().tolist()
    ([0.0, 1.0, 2.0], [1.0, 4.0, 9.0])
    >>> image = right.imshow(torch.tensor([[5, 1, 0], [2, 7, 3]]).numpy())
    >>> image.get_array().tolist()
    [[5, 1, 0], [2, 7, 3]]
    >>> file = io.BytesIO()
    >>> figure.savefig(file, format="png")
    >>> file.getvalue()[1:4]
    b'PNG'
    """


def heat_map():
    """seaborn draws on matplotlib's axes: ``seaborn.heatmap`` colours a matrix, and ``annot=True`` adds the numbers.

    With matplotlib alone you would colour the cells with ``imshow`` and write each number yourself.

    >>> import torch, seaborn
    >>> from matplotlib.figure import Figure
    >>> axes = Figure().subplots()
    >>> confusion = torch.tensor([[5, 1, 0], [2, 7, 3]])
    >>> seaborn.heatmap(confusion.numpy(), annot=True, cbar=False, ax=axes) is axes
    True
    >>> [text.get_text() for text in axes.texts]
    ['5', '1', '0', '2', '7', '3']
    >>> axes.collections[0].get_array().tolist()
    [[5, 1, 0], [2, 7, 3]]
    """


def scikit_learn():
    """scikit-learn is a library for classical machine learning; you install ``scikit-learn`` and import ``sklearn``.

    It has data sets, scores, and models such as decision trees. It takes CPU tensors as if they were arrays, and
    returns arrays.

    >>> import torch
    >>> from sklearn.tree import DecisionTreeClassifier
    >>> x = torch.tensor([[0.0], [1.0], [8.0], [9.0]])
    >>> labels = torch.tensor([3, 3, 5, 5])
    >>> tree = DecisionTreeClassifier().fit(x, labels)
    >>> tree.predict(x)
    array([3, 3, 5, 5])
    >>> tree.predict([[3.75]])
    array([3])

    The tree has put its limit in the middle between 1 and 8.

    >>> float(tree.tree_.threshold[0])
    4.5
    """
