"""Function transforms with torch.func

``torch.func`` takes a function and returns another one: its gradient, its Jacobian, or the same function for a whole
batch. You need it for gradients per sample, for derivatives of derivatives, and for many models at once.
"""


def grad():
    """``torch.func.grad(f)`` is a function that returns the gradient of ``f``; no ``requires_grad``, no ``.grad``.

    ``f`` must return a single number. The gradient is taken with respect to the first argument; ``argnums`` chooses
    others.

    >>> import torch
    >>> from torch.func import grad
    >>> def f(x, y):
    ...     return (x ** 2 * y).sum()
    >>> x, y = torch.tensor([1.0, 2.0]), torch.tensor([5.0, 7.0])
    >>> grad(f)(x, y)
    tensor([10., 28.])
    >>> grad(f, argnums=1)(x, y)
    tensor([1., 4.])
    >>> grad(f, argnums=(0, 1))(x, y)
    (tensor([10., 28.]), tensor([1., 4.]))
    >>> x.requires_grad, x.grad
    (False, None)

    A transformed function can be transformed again: the third derivative of ``x ** 4`` is ``24 * x``.

    >>> grad(grad(grad(lambda t: t ** 4)))(torch.tensor(0.5))
    tensor(12.)
    >>> grad(torch.square)(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with 1 dims. ...
    """


def grad_and_value():
    """``torch.func.grad_and_value(f)`` returns the gradient and the result together; ``has_aux`` lets more through.

    Training needs both, and computing the result twice is a waste. With ``has_aux=True`` the function returns a pair:
    what is differentiated, and what you want to keep, such as predictions.

    >>> import torch
    >>> from torch.func import grad, grad_and_value
    >>> x = torch.tensor([1.0, 2.0])
    >>> def loss(w):
    ...     prediction = w * x
    ...     return (prediction ** 2).sum(), prediction
    >>> grad_and_value(loss, has_aux=True)(torch.tensor(3.0))
    (tensor(30.), (tensor(45.), tensor([3., 6.])))
    >>> grad_and_value(lambda t: t ** 3)(torch.tensor(2.0))
    (tensor(12.), tensor(8.))
    >>> grad(loss, has_aux=True)(torch.tensor(3.0))
    (tensor(30.), tensor([3., 6.]))
    """


def jacobians():
    """``jacrev`` and ``jacfwd`` both give the Jacobian: how each output changes with each input.

    The shape is that of the output followed by that of the input. ``jacrev`` works backward, output by output, so it
    suits few outputs; ``jacfwd`` works forward, input by input, so it suits few inputs. The numbers are the same.
    The first use of forward mode in a process makes torch warn about a line of its own; the filter hides that.

    >>> import torch, warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit.script")
    >>> from torch.func import jacfwd, jacrev
    >>> def f(x):
    ...     return torch.stack([x[0] * x[1], x[1] * x[2]])
    >>> x = torch.tensor([2.0, 3.0, 5.0])
    >>> jacrev(f)(x)
    tensor([[3., 2., 0.],
            [0., 5., 3.]])
    >>> jacfwd(f)(x)
    tensor([[3., 2., 0.],
            [0., 5., 3.]])
    >>> jacrev(torch.square)(torch.rand(2, 3)).shape
    torch.Size([2, 3, 2, 3])
    """


def vjp():
    """``vjp(f, x)`` returns the result and a function that multiplies a vector with the Jacobian from the left.

    This is what ``backward()`` does: the vector says how much each output counts. The Jacobian itself is never built.

    >>> import torch
    >>> from torch.func import jacrev, vjp
    >>> def f(x):
    ...     return torch.stack([x[0] * x[1], x[1] * x[2]])
    >>> x = torch.tensor([2.0, 3.0, 5.0])
    >>> result, vjp_function = vjp(f, x)
    >>> result
    tensor([ 6., 15.])
    >>> v = torch.tensor([10.0, 1.0])
    >>> vjp_function(v)
    (tensor([30., 25.,  3.]),)
    >>> v @ jacrev(f)(x)
    tensor([30., 25.,  3.])
    """


def jvp():
    """``jvp(f, (x,), (v,))`` returns the result and how it changes when ``x`` moves in the direction ``v``.

    It multiplies the Jacobian with a vector from the right, in one forward pass, without a backward pass. Inputs and
    directions are tuples.
    The first use of forward mode in a process makes torch warn about a line of its own; the filter hides that.

    >>> import torch, warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit.script")
    >>> from torch.func import jacfwd, jvp
    >>> def f(x):
    ...     return torch.stack([x[0] * x[1], x[1] * x[2]])
    >>> x = torch.tensor([2.0, 3.0, 5.0])
    >>> v = torch.tensor([1.0, 0.0, 10.0])
    >>> jvp(f, (x,), (v,))
    (tensor([ 6., 15.]), tensor([ 3., 30.]))
    >>> jacfwd(f)(x) @ v
    tensor([ 3., 30.])
    """


def hessian():
    """``torch.func.hessian(f)`` is the matrix of second derivatives: how the gradient changes with each input.

    It is ``jacfwd(jacrev(f))``. For a function of ``n`` numbers it has ``n * n`` entries, so it is for small inputs.
    The first use of forward mode in a process makes torch warn about a line of its own; the filter hides that.

    >>> import torch, warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit.script")
    >>> from torch.func import hessian, jacfwd, jacrev
    >>> def f(x):
    ...     return x[0] ** 3 * x[1]
    >>> x = torch.tensor([2.0, 5.0])
    >>> hessian(f)(x)
    tensor([[60., 12.],
            [12.,  0.]])
    >>> torch.equal(hessian(f)(x), jacfwd(jacrev(f))(x))
    True

    Its product with a vector needs no matrix: the forward derivative of the gradient in that direction.

    >>> from torch.func import grad, jvp
    >>> v = torch.tensor([1.0, -1.0])
    >>> jvp(grad(f), (x,), (v,))[1]
    tensor([48., 12.])
    >>> hessian(f)(x) @ v
    tensor([48., 12.])
    """


def vmap():
    """``torch.vmap(f)`` turns a function of one sample into a function of a batch, without a loop.

    ``f`` is written for one sample and sees no batch dimension. Here it is a product of two vectors; with ``vmap`` it
    takes two batches of vectors.

    >>> import torch
    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [2.0, 6.0]])
    >>> y = torch.tensor([[1.0, 10.0], [1.0, 20.0], [1.0, 30.0]])
    >>> torch.vmap(torch.dot)(x, y)
    tensor([ 21.,  83., 182.])
    >>> torch.stack([torch.dot(a, b) for a, b in zip(x, y)])
    tensor([ 21.,  83., 182.])
    >>> torch.dot(x, y)
    Traceback (most recent call last):
        ...
    RuntimeError: 1D tensors expected, but got 2D and 2D tensors

    An ``if`` on a value does not work inside, because there is not one value to be true or false. Use ``torch.where``.

    >>> torch.vmap(lambda a: bool(a.sum()))(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. ...
    >>> torch.vmap(lambda a: torch.where(a.sum() > 7, a, -a))(x)
    tensor([[-1., -2.],
            [-3., -4.],
            [ 2.,  6.]])
    """


def vmap_dimensions():
    """``in_dims`` says along which dimension each argument of ``vmap`` is a batch, ``None`` that it is shared.

    ``out_dims`` places the batch dimension of the result.

    >>> import torch
    >>> x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> w = torch.tensor([1.0, 10.0])
    >>> torch.vmap(torch.dot, in_dims=(1, None))(x, w)
    tensor([41., 52., 63.])
    >>> torch.vmap(torch.dot, in_dims=(0, None))(x, torch.tensor([1.0, 10.0, 100.0]))
    tensor([321., 654.])
    >>> torch.vmap(lambda row: row * 2, out_dims=1)(x)
    tensor([[ 2.,  8.],
            [ 4., 10.],
            [ 6., 12.]])

    Batches of different length are refused.

    >>> torch.vmap(torch.dot)(x, torch.cat([x, x]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [2, 4] ...
    """


def vmap_random_numbers():
    """Inside ``vmap`` random numbers need ``randomness="different"`` or ``"same"``; without it they are refused.

    "different" draws anew for each sample of the batch, as dropout should; "same" draws once for all.

    >>> import torch
    >>> x = torch.zeros(3)
    >>> def noisy(a):
    ...     return a + torch.rand(())
    >>> torch.vmap(noisy)(x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: vmap: called random operation while in randomness error mode. ...
    >>> torch.vmap(noisy, randomness="different")(x).unique().shape
    torch.Size([3])
    >>> torch.vmap(noisy, randomness="same")(x).unique().shape
    torch.Size([1])
    """


def functional_call():
    """``torch.func.functional_call(model, parameters, x)`` runs a model with parameters that you hand over.

    The model keeps its own. So a model becomes a function of its parameters, which is what ``grad`` and ``vmap`` need.

    >>> import torch
    >>> from torch.func import functional_call
    >>> model = torch.nn.Linear(2, 1)
    >>> parameters = {"weight": torch.tensor([[2.0, 3.0]]), "bias": torch.tensor([10.0])}
    >>> x = torch.tensor([[1.0, 4.0]])
    >>> functional_call(model, parameters, x)
    tensor([[24.]])
    >>> model.weight.shape, torch.equal(model.weight, parameters["weight"])
    (torch.Size([1, 2]), False)

    For a name that the dictionary lacks, the model's own parameter is used. ``strict=True`` refuses that.

    >>> weight = torch.nn.init.ones_(model.weight)
    >>> incomplete = {"bias": torch.tensor([7.0])}
    >>> functional_call(model, incomplete, x).tolist()
    [[12.0]]
    >>> functional_call(model, incomplete, x, strict=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: Error(s) in reparametrizing for Linear:...
    """


def per_sample_gradients():
    """``vmap(grad(loss))`` gives one gradient per sample, which ``backward()`` adds up for you.

    ``in_dims=(None, 0, 0)``: the parameters are shared, inputs and targets come one by one. Use it to find the samples
    that pull hardest.

    >>> import torch
    >>> from torch.func import functional_call, grad, vmap
    >>> model = torch.nn.Linear(2, 1, bias=False)
    >>> parameters = {"weight": torch.tensor([[1.0, 1.0]])}
    >>> def loss(parameters, x, y):
    ...     return (functional_call(model, parameters, x)[0] - y) ** 2
    >>> x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [3.0, 1.0]])
    >>> y = torch.tensor([0.0, 0.0, 1.0])
    >>> vmap(grad(loss), in_dims=(None, 0, 0))(parameters, x, y)["weight"]
    tensor([[[ 2.,  0.]],
    <BLANKLINE>
            [[ 0.,  8.]],
    <BLANKLINE>
            [[18.,  6.]]])

    Their sum is the gradient of the summed loss.

    >>> weight = torch.nn.init.ones_(model.weight)
    >>> ((model(x).squeeze(1) - y) ** 2).sum().backward()
    >>> model.weight.grad
    tensor([[20., 14.]])
    """


def many_models():
    """``stack_module_state`` stacks the parameters of several models, so that ``vmap`` runs them all in one call.

    All models must have the same layers. The result has one more dimension in front, with one entry per model.

    >>> import torch
    >>> from torch.func import functional_call, stack_module_state, vmap
    >>> models = [torch.nn.Linear(2, 1) for _ in range(3)]
    >>> parameters, buffers = stack_module_state(models)
    >>> {name: tuple(p.shape) for name, p in parameters.items()}, buffers
    ({'weight': (3, 1, 2), 'bias': (3, 1)}, {})
    >>> x = torch.rand(4, 2)
    >>> def run(parameters, x):
    ...     return functional_call(models[0], parameters, x)
    >>> together = vmap(run, in_dims=(0, None))(parameters, x)
    >>> together.shape
    torch.Size([3, 4, 1])
    >>> torch.allclose(together, torch.stack([model(x) for model in models]))
    True
    """
