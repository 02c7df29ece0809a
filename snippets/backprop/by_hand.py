"""The chain rule, written out

A network with two inputs, two hidden neurons and two outputs, small enough to check every number. First the forward
pass, then the gradients of each layer by the chain rule, compared with what ``backward()`` finds.
"""


def forward_pass():
    """In the forward pass each neuron takes the sum of its inputs times its weights, then the sigmoid of that sum.

    ``x`` holds one sample, ``W1`` leads to the hidden neurons and ``W2`` to the outputs; column ``j`` has the weights
    of neuron ``j``. The sign ``@`` is the matrix product. There is no bias here, which ``nn.Linear`` would add.

    >>> import torch
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]])
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]])
    >>> s = x @ W1
    >>> s
    tensor([[ 1.1000, -0.2000]])
    >>> 1.0 * W1[0, 0] + 2.0 * W1[1, 0]
    tensor(1.1000)

    The sigmoid of the sum is the output ``H`` of the hidden neurons.

    >>> H = torch.sigmoid(s)
    >>> H
    tensor([[0.7503, 0.4502]])
    >>> 1 / (1 + torch.exp(-s))
    tensor([[0.7503, 0.4502]])

    The output layer does the same with ``H``.

    >>> Z = H @ W2
    >>> Z
    tensor([[0.1350, 0.2101]])
    >>> H[0, 0] * W2[0, 1] + H[0, 1] * W2[1, 1]
    tensor(0.2101)
    >>> o = torch.sigmoid(Z)
    >>> o
    tensor([[0.5337, 0.5523]])

    Networks that predict any number leave the last sigmoid out, and so do classifiers whose loss contains it.
    """


def error_and_gradient():
    """The error is one number, and ``backward()`` gives its derivative for every single weight.

    The derivative says how fast the error changes when this one weight changes. You can measure it: move the weight a
    little to both sides and divide the change of the error by the distance between the two places. Below, this is done
    for the weight from the second hidden neuron to the first output.

    >>> import torch
    >>> x, target = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> def error(W1, W2):
    ...     o = torch.sigmoid(torch.sigmoid(x @ W1) @ W2)
    ...     return ((o - target) ** 2).mean()
    >>> E = error(W1, W2)
    >>> E
    tensor(0.2612, grad_fn=<MeanBackward0>)
    >>> o = torch.sigmoid(torch.sigmoid(x @ W1) @ W2)
    >>> torch.nn.functional.mse_loss(o, target)
    tensor(0.2612, grad_fn=<MseLossBackward0>)
    >>> E.backward()
    >>> W2.grad
    tensor([[-0.0871,  0.1025],
            [-0.0522,  0.0615]])
    >>> nudge = torch.tensor([[0.0, 0.0], [0.01, 0.0]])
    >>> with torch.no_grad():
    ...     measured = (error(W1, W2 + nudge) - error(W1, W2 - nudge)) / 0.02
    >>> measured
    tensor(-0.0522)

    Hand calculations often use half of the sum of the squares. For one sample with two outputs this is the same number,
    and otherwise a multiple of it.

    >>> 0.5 * ((o - target) ** 2).sum()
    tensor(0.2612, grad_fn=<MulBackward0>)
    """


def output_weights():
    """The gradient of an output weight is ``(o - target)`` times ``o * (1 - o)`` times ``H``: one factor per step back.

    The chain rule goes back along the path: from the error to the output, through the sigmoid, and to the weight.
    With the mean over two outputs, the factor 2 of the square and the 1/2 of the mean cancel.

    >>> import torch
    >>> x, target = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> H = torch.sigmoid(x @ W1)
    >>> o = torch.sigmoid(H @ W2)
    >>> torch.nn.functional.mse_loss(o, target).backward()
    >>> W2.grad
    tensor([[-0.0871,  0.1025],
            [-0.0522,  0.0615]])
    >>> with torch.no_grad():
    ...     error_by_output = o - target
    ...     output_by_sum = o * (1 - o)
    ...     print(H.T @ (error_by_output * output_by_sum))
    tensor([[-0.0871,  0.1025],
            [-0.0522,  0.0615]])

    For one weight, from the second hidden neuron to the first output:

    >>> round(((o[0, 0] - 1) * o[0, 0] * (1 - o[0, 0]) * H[0, 1]).item(), 4)
    -0.0522

    By hand you begin with these weights. ``backward()`` is one call for all layers, and ``W1`` has its gradient too.

    >>> W1.grad.shape
    torch.Size([2, 2])
    """


def hidden_weights():
    """The gradient at a hidden neuron is a sum over all outputs that it feeds; one path alone is not enough.

    Often written: the weights before the hidden layer are done in the same way as the output weights. The chain rule
    is the same, and one thing is new: the paths that leave the neuron must be added.

    >>> import torch
    >>> x, target = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> H = torch.sigmoid(x @ W1)
    >>> o = torch.sigmoid(H @ W2)
    >>> torch.nn.functional.mse_loss(o, target).backward()
    >>> W1.grad
    tensor([[-0.0182,  0.0471],
            [-0.0363,  0.0943]])

    ``by_Z`` is the derivative of the error with respect to ``Z``, the sums ``H @ W2`` of the output neurons. The
    product with ``W2.T`` adds it up over both outputs.

    >>> H, o, W2 = H.detach(), o.detach(), W2.detach()
    >>> by_Z = (o - target) * o * (1 - o)
    >>> by_H = by_Z @ W2.T
    >>> x.T @ (by_H * H * (1 - H))
    tensor([[-0.0182,  0.0471],
            [-0.0363,  0.0943]])

    Through the first output alone you get other numbers.

    >>> only_first = by_Z[:, :1] * W2[:, 0]
    >>> x.T @ (only_first * H * (1 - H))
    tensor([[-0.0130,  0.0201],
            [-0.0261,  0.0402]])

    Often written too: step 2 updates the weights between the hidden layers. This network has one hidden layer. The
    only weights left are those between the input and it, which is why ``x.T`` stands in the formula.
    """


def direction():
    """Backpropagation runs from the output towards the input, in the opposite order of the forward pass.

    Often written: it starts at the output and goes on up to the output layer. A hook on a tensor is a function that
    autograd calls when it has computed that tensor's gradient. The hooks are set in the order of the forward pass.

    >>> import torch
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> def backward_order(x):
    ...     H = torch.sigmoid(x @ W1)
    ...     Z = H @ W2
    ...     o = torch.sigmoid(Z)
    ...     order = []
    ...     for name, tensor in (("H", H), ("Z", Z), ("o", o)):
    ...         handle = tensor.register_hook(lambda gradient, name=name: order.append(name))
    ...     torch.nn.functional.mse_loss(o, torch.tensor([[1.0, 0.0]])).backward()
    ...     return order
    >>> x = torch.tensor([[1.0, 2.0]])
    >>> backward_order(x)
    ['o', 'Z', 'H']

    The weights are what training needs, so the way ends at ``W1``. The input gets a gradient only if you ask for it.

    >>> print(x.grad)
    None
    >>> x.requires_grad = True
    >>> backward_order(x)
    ['o', 'Z', 'H']
    >>> x.grad
    tensor([[-0.0279, -0.0007]])
    """


def update():
    """The update is ``w - lr * gradient`` for every weight, which is what ``torch.optim.SGD`` does without options.

    With a rate of 0.5, first compute the new ``W2`` by hand, without storing it. Then let the optimizer do it.

    >>> import torch
    >>> x, target = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> def error():
    ...     return torch.nn.functional.mse_loss(torch.sigmoid(torch.sigmoid(x @ W1) @ W2), target)
    >>> E = error()
    >>> E.backward()
    >>> with torch.no_grad():
    ...     print(W2 - 0.5 * W2.grad)
    tensor([[ 0.6435, -0.2512],
            [-0.6739,  0.7693]])
    >>> torch.optim.SGD([W1, W2], lr=0.5).step()
    >>> W2
    tensor([[ 0.6435, -0.2512],
            [-0.6739,  0.7693]], requires_grad=True)

    ``W1`` has moved as well, and the error is smaller than before.

    >>> W1
    tensor([[ 0.5091, -0.4236],
            [ 0.3182,  0.0529]], requires_grad=True)
    >>> round(E.item(), 4), round(error().item(), 4)
    (0.2612, 0.243)
    """


def update_after_backward():
    """``backward()`` computes all gradients with the old weights; the weights change afterwards, in ``step()``.

    Often written: the weights are updated layer by layer, on the way back. Run it: after ``backward()`` both matrices
    have a gradient, and neither has changed.

    >>> import torch
    >>> x, target = torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 0.0]])
    >>> W1 = torch.tensor([[0.5, -0.4], [0.3, 0.1]], requires_grad=True)
    >>> W2 = torch.tensor([[0.6, -0.2], [-0.7, 0.8]], requires_grad=True)
    >>> def error():
    ...     return torch.nn.functional.mse_loss(torch.sigmoid(torch.sigmoid(x @ W1) @ W2), target)
    >>> error().backward()
    >>> W1.grad.shape, W2.grad.shape
    (torch.Size([2, 2]), torch.Size([2, 2]))
    >>> W1, W2
    (tensor([[ 0.5000, -0.4000],
            [ 0.3000,  0.1000]], requires_grad=True), tensor([[ 0.6000, -0.2000],
            [-0.7000,  0.8000]], requires_grad=True))

    The gradient of ``W1`` contains the old ``W2``. If you change ``W2`` between the forward pass and ``backward()``,
    autograd notices, and refuses.

    >>> E = error()
    >>> with torch.no_grad():
    ...     W2 -= 0.5 * W2.grad
    >>> E.backward()  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: ...

    A new forward pass uses the changed ``W2``, and then ``backward()`` runs.

    >>> error().backward()
    >>> W2
    tensor([[ 0.6435, -0.2512],
            [-0.6739,  0.7693]], requires_grad=True)
    """
