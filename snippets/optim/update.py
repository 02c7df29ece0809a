"""One training step

``zero_grad()``, ``backward()``, ``step()``: three calls that stand in every training loop. These cards show what each
of them changes and what it leaves alone, so that you can tell which one is missing when the loss does not fall.
"""


def step():
    """``optimizer.step()`` changes the parameters in place and leaves their gradients as they are.

    Often written: ``step()`` updates the gradients. Run it on the line ``W * x + b``: after the step ``W`` and ``b``
    have moved, and both gradients still hold the numbers of ``backward()``. ``same_memory`` looks at the numbers of
    ``W`` and moves with it, so no new tensor was made.

    >>> import torch
    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> y = torch.tensor([2.0, 3.0, 4.0])
    >>> W = torch.zeros(1, requires_grad=True)
    >>> b = torch.zeros(1, requires_grad=True)
    >>> outside = torch.full((1,), 8.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([W, b], lr=0.01)
    >>> (((W * x + b - y) ** 2).mean() + 3 * outside).backward()
    >>> W.grad, b.grad, outside.grad
    (tensor([-13.3333]), tensor([-6.]), tensor([3.]))
    >>> same_memory = W.detach()
    >>> optimizer.step()
    >>> W, b
    (tensor([0.1333], requires_grad=True), tensor([0.0600], requires_grad=True))
    >>> same_memory
    tensor([0.1333])
    >>> W.grad, b.grad, outside.grad
    (tensor([-13.3333]), tensor([-6.]), tensor([3.]))

    ``outside`` took part in the cost and has a gradient, but it was not given to the optimizer and keeps its value.

    >>> outside
    tensor([8.], requires_grad=True)
    """


def zero_grad():
    """``optimizer.zero_grad()`` sets every ``.grad`` to ``None``; with ``set_to_none=False`` it fills in zeros.

    Often written: it sets the gradients to 0. Run it: without the argument there is no gradient left at all. For the
    next ``backward()`` it makes no difference.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w])
    >>> (w ** 2).sum().backward()
    >>> w.grad
    tensor([2., 4.])
    >>> optimizer.zero_grad(set_to_none=False)
    >>> w.grad
    tensor([0., 0.])
    >>> (w ** 2).sum().backward()
    >>> w.grad
    tensor([2., 4.])
    >>> optimizer.zero_grad()
    >>> print(w.grad)
    None
    >>> (w ** 2).sum().backward()
    >>> w.grad
    tensor([2., 4.])

    The method has one underscore. Misspelt, it stops the program and touches nothing.

    >>> optimizer.zero__grad()
    Traceback (most recent call last):
        ...
    AttributeError: 'SGD' object has no attribute 'zero__grad'
    >>> optimizer.zeor_grad()
    Traceback (most recent call last):
        ...
    AttributeError: 'SGD' object has no attribute 'zeor_grad'
    >>> w.grad
    tensor([2., 4.])
    """


def none_or_zero():
    """``step()`` skips a parameter whose ``.grad`` is ``None``; a gradient of zero still lets momentum move it.

    This is where the two forms of ``zero_grad()`` differ. It matters when a part of the model takes no part in the
    loss for a while. The first step stores a velocity of 2.

    >>> import torch
    >>> w = torch.tensor(10.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
    >>> w.grad = torch.tensor(2.0)
    >>> optimizer.step()
    >>> w
    tensor(8., requires_grad=True)

    With zeros the weight rolls on, by 0.5 * 2 and then by half of that.

    >>> optimizer.zero_grad(set_to_none=False)
    >>> optimizer.step()
    >>> w
    tensor(7., requires_grad=True)
    >>> optimizer.step()
    >>> w
    tensor(6.5000, requires_grad=True)

    With ``None`` it stands still.

    >>> optimizer.zero_grad()
    >>> print(optimizer.step())
    None
    >>> w
    tensor(6.5000, requires_grad=True)
    """


def zero_grad_keeps():
    """``zero_grad()`` clears the gradients only: parameter values and the optimizer's state stay.

    Often written: ``zero_grad()`` initialises the optimizer and throws the old parameter values away. Run it: the
    weight and the velocity that momentum has stored are the same before and after.

    >>> import torch
    >>> w = torch.tensor(5.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.9)
    >>> (3 * w).backward()
    >>> optimizer.step()
    >>> w, w.grad, optimizer.state[w]["momentum_buffer"]
    (tensor(3.5000, requires_grad=True), tensor(3.), tensor(3.))
    >>> optimizer.zero_grad()
    >>> w, w.grad, optimizer.state[w]["momentum_buffer"]
    (tensor(3.5000, requires_grad=True), None, tensor(3.))

    The next step shows that the velocity is in use: 0.9 * 3 + 3 = 5.7, and half of that is subtracted.

    >>> (3 * w).backward()
    >>> optimizer.step()
    >>> w
    tensor(0.6500, requires_grad=True)
    """


def accumulate():
    """Every ``backward()`` adds to the stored gradients, in any model; ``zero_grad()`` starts again from nothing.

    The gradient of ``w ** 2 - w`` at 2 is 3. Without a reset you read the sum of two passes.

    >>> import torch
    >>> w = torch.tensor(2.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w])
    >>> (w ** 2 - w).backward()
    >>> w.grad
    tensor(3.)
    >>> (w ** 2 - w).backward()
    >>> w.grad
    tensor(6.)
    >>> optimizer.zero_grad()
    >>> (w ** 2 - w).backward()
    >>> w.grad
    tensor(3.)

    Often written: RNNs are an exception and need no ``zero_grad()``. Run it: the gradients over the time steps are
    summed inside one ``backward()``, and a second ``backward()`` doubles that sum as in every other model. With both
    weights at 0.5, the two outputs have the gradients 1 and 3 + 0.5 * 1 with respect to the input weight.

    >>> rnn = torch.nn.RNN(input_size=1, hidden_size=1, nonlinearity="relu", bias=False)
    >>> for weight in rnn.parameters():
    ...     print(torch.nn.init.constant_(weight.data, 0.5))
    tensor([[0.5000]])
    tensor([[0.5000]])
    >>> optimizer = torch.optim.SGD(rnn.parameters())
    >>> sequence = torch.tensor([[1.0], [3.0]])
    >>> def backward_grad():
    ...     output, hidden = rnn(sequence)
    ...     output.sum().backward()
    ...     return rnn.weight_ih_l0.grad
    >>> backward_grad()
    tensor([[4.5000]])
    >>> backward_grad()
    tensor([[9.]])
    >>> optimizer.zero_grad()
    >>> backward_grad()
    tensor([[4.5000]])
    """


def order():
    """``zero_grad()`` may stand anywhere but between ``backward()`` and ``step()``: there it leaves nothing to use.

    The cost is ``3 * w``, so every correct step is 0.5 * 3 and two of them lead from 10 to 7. Each word below is one
    call, and the list runs twice.

    >>> import torch
    >>> def train(calls):
    ...     w = torch.tensor(10.0, requires_grad=True)
    ...     optimizer = torch.optim.SGD([w], lr=0.5)
    ...     for call in calls.split() * 2:
    ...         if call == "zero_grad":
    ...             optimizer.zero_grad()
    ...         elif call == "forward":
    ...             cost = 3 * w
    ...         elif call == "backward":
    ...             cost.backward()
    ...         else:
    ...             optimizer.step()
    ...     return w.item()
    >>> train("zero_grad forward backward step")
    7.0
    >>> train("forward zero_grad backward step")
    7.0
    >>> train("forward backward step zero_grad")
    7.0

    Without ``zero_grad`` the second step uses the sum of both gradients: 10 - 1.5 - 3.

    >>> train("forward backward step")
    5.5

    Between ``backward`` and ``step`` it empties what ``step`` was to use, and nothing is learnt.

    >>> train("forward backward zero_grad step")
    10.0
    """


def closure():
    """``step(closure)`` calls your function first, with gradients enabled, and returns the loss that it returns.

    A closure does what you otherwise write before ``step()``. Every optimizer accepts one; ``torch.optim.LBFGS`` needs
    it, because it evaluates the loss several times in one step. Here gradients are switched off around the call, and
    ``loss.backward()`` works all the same.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> def closure():
    ...     optimizer.zero_grad()
    ...     loss = w ** 2
    ...     loss.backward()
    ...     return loss
    >>> with torch.no_grad():
    ...     print(torch.is_grad_enabled(), optimizer.step(closure))
    False tensor(16., grad_fn=<PowBackward0>)
    >>> w
    tensor(2., requires_grad=True)

    The loss is that of before the step: 16, while ``w`` has already moved on. Without a closure there is no loss to
    return.

    >>> print(optimizer.step())
    None
    >>> w
    tensor(0., requires_grad=True)
    """


def step_needs_no_graph():
    """The update itself is not recorded by autograd: after ``step()`` a parameter still has no ``grad_fn``.

    If you write the update yourself, you have to ask for that with ``torch.no_grad()``. Without it, a leaf that
    requires grad refuses to be changed in place.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> w.grad = torch.tensor(6.0)
    >>> w -= w.grad
    Traceback (most recent call last):
        ...
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     w -= 0.5 * w.grad
    >>> w
    tensor(1., requires_grad=True)

    ``step()`` does this for you.

    >>> torch.optim.SGD([w], lr=0.25).step()
    >>> w
    tensor(-0.5000, requires_grad=True)
    >>> print(w.grad_fn)
    None
    """


def differentiable_step():
    """With ``differentiable=True`` autograd records the step itself, so the learning rate can have a gradient.

    This is for research on learning to learn; leave it off in normal training.
    The parameter must not be a leaf, so a clone is handed over, and ``lr`` is a tensor.

    >>> import torch
    >>> start = torch.tensor(2.0, requires_grad=True)
    >>> lr = torch.tensor(0.5, requires_grad=True)
    >>> w = start.clone()
    >>> optimizer = torch.optim.SGD([w], lr=lr, differentiable=True)
    >>> w.grad = torch.tensor(3.0)
    >>> optimizer.step()
    >>> w
    tensor(0.5000, grad_fn=<AddcmulBackward0>)
    >>> (w ** 2).backward()

    ``w`` is ``start - lr * 3`` = 0.5, so the loss ``w ** 2`` changes by ``2 * w * -3`` with ``lr``.

    >>> lr.grad
    tensor(-3.)
    >>> start.grad
    tensor(1.)
    """
