"""Recurrent layers

A recurrent layer reads a sequence step by step and keeps a state that sums up what it has read. These cards show what
``nn.RNN``, ``nn.GRU`` and ``nn.LSTM`` return, what their arguments mean, and how to compute one step by hand.
"""


def rnn_outputs():
    """``nn.RNN(input_size, hidden_size)`` returns the state after every step, and the last one again as ``h_n``.

    The sequence is the first dimension: (L, N, input_size), with L steps and N sequences in the batch.

    >>> import torch
    >>> from torch import nn
    >>> rnn = nn.RNN(input_size=4, hidden_size=3)
    >>> x = torch.randn(7, 5, 4)
    >>> output, h_n = rnn(x)
    >>> output.shape, h_n.shape
    (torch.Size([7, 5, 3]), torch.Size([1, 5, 3]))
    >>> [torch.equal(step, h_n[0]) for step in output]
    [False, False, False, False, False, False, True]
    """


def gru_and_lstm_outputs():
    """``nn.GRU`` returns one state like ``nn.RNN``; ``nn.LSTM`` returns a pair, ``(h_n, c_n)``.

    ``c_n`` is the memory cell of the LSTM. The unpacking must match, or you get a tuple where you expect a tensor.

    >>> import torch
    >>> from torch import nn
    >>> x = torch.randn(7, 5, 4)
    >>> output, h_n = nn.GRU(input_size=4, hidden_size=3)(x)
    >>> output.shape, h_n.shape
    (torch.Size([7, 5, 3]), torch.Size([1, 5, 3]))
    >>> output, (h_n, c_n) = nn.LSTM(input_size=4, hidden_size=3)(x)
    >>> output.shape, h_n.shape, c_n.shape
    (torch.Size([7, 5, 3]), torch.Size([1, 5, 3]), torch.Size([1, 5, 3]))
    >>> [torch.equal(output[-1], state[0]) for state in (h_n, c_n)]
    [True, False]

    A GRU has three times and an LSTM four times the weights of an RNN: one part for each gate and one for the new
    content. A gate is a factor between 0 and 1 that says how much passes.

    >>> for layer in (nn.RNN(4, 3), nn.GRU(4, 3), nn.LSTM(4, 3)):
    ...     print(layer.weight_ih_l0.shape, layer.weight_hh_l0.shape)
    torch.Size([3, 4]) torch.Size([3, 3])
    torch.Size([9, 4]) torch.Size([9, 3])
    torch.Size([12, 4]) torch.Size([12, 3])
    """


def number_of_layers():
    """``num_layers=2`` puts a second recurrent layer on top of the first; ``h_n`` then holds one state per layer.

    Often written: ``num_layer``. Run it:

    >>> import torch
    >>> from torch import nn
    >>> nn.RNN(num_layer=2)
    Traceback (most recent call last):
        ...
    TypeError: RNNBase.__init__() got an unexpected keyword argument 'num_layer'
    >>> rnn = nn.RNN(4, 3, num_layers=2)
    >>> output, h_n = rnn(torch.randn(7, 5, 4))
    >>> output.shape, h_n.shape
    (torch.Size([7, 5, 3]), torch.Size([2, 5, 3]))

    ``output`` shows only the top layer, whose last state is the last row of ``h_n``.

    >>> [torch.equal(output[-1], state) for state in h_n]
    [False, True]
    >>> rnn.weight_ih_l0.shape, rnn.weight_ih_l1.shape
    (torch.Size([3, 4]), torch.Size([3, 3]))
    """


def batch_first():
    """``batch_first=True`` puts the batch first in input and output, but not in ``h_n``.

    The state keeps (num_layers, N, hidden_size), both the one that you pass in and the one that you get.

    >>> import torch
    >>> from torch import nn
    >>> rnn = nn.RNN(4, 3, batch_first=True)
    >>> x = torch.randn(5, 7, 4)
    >>> output, h_n = rnn(x)
    >>> output.shape, h_n.shape
    (torch.Size([5, 7, 3]), torch.Size([1, 5, 3]))
    >>> torch.equal(output[:, -1], h_n[0])
    True

    Without it the same tensor is read as 7 sequences of 5 steps. No error says so.

    >>> output, h_n = nn.RNN(4, 3)(x)
    >>> output.shape, h_n.shape
    (torch.Size([5, 7, 3]), torch.Size([1, 7, 3]))
    """


def bidirectional():
    """``bidirectional=True`` reads the sequence from both ends: twice the features in ``output``, twice the states.

    For two layers of hidden size 3 the output has 6 features and ``h_n`` has 4 rows.

    >>> import torch
    >>> from torch import nn
    >>> rnn = nn.RNN(4, 3, num_layers=2, bidirectional=True)
    >>> output, h_n = rnn(torch.randn(7, 5, 4))
    >>> output.shape, h_n.shape
    (torch.Size([7, 5, 6]), torch.Size([4, 5, 3]))

    The last two rows belong to the top layer. The forward half ends at the last step, the backward half at the first.
    So ``output[-1]`` is not the end of both: its second half has seen one step only.

    >>> forward, backward = output.split(3, dim=2)
    >>> [torch.equal(step, h_n[2]) for step in forward]
    [False, False, False, False, False, False, True]
    >>> [torch.equal(step, h_n[3]) for step in backward]
    [True, False, False, False, False, False, False]
    """


def shared_arguments():
    """RNN, GRU and LSTM share most arguments, but ``nonlinearity`` is for RNN only and ``proj_size`` for LSTM only.

    Often written: LSTM and GRU take the same arguments as RNN. These five they do take:

    >>> import torch, warnings
    >>> from torch import nn
    >>> x, sizes = torch.randn(5, 7, 4), (4, 3)
    >>> for layer in (nn.RNN, nn.GRU, nn.LSTM):
    ...     made = layer(*sizes, num_layers=2, bias=False, batch_first=True, dropout=0.5, bidirectional=True)
    ...     print(made(x)[0].shape, [tuple(p.shape) for p in made.parameters()][:2])
    ...     print(made)
    torch.Size([5, 7, 6]) [(3, 4), (3, 3)]
    RNN(4, 3, num_layers=2, bias=False, batch_first=True, dropout=0.5, bidirectional=True)
    torch.Size([5, 7, 6]) [(9, 4), (9, 3)]
    GRU(4, 3, num_layers=2, bias=False, batch_first=True, dropout=0.5, bidirectional=True)
    torch.Size([5, 7, 6]) [(12, 4), (12, 3)]
    LSTM(4, 3, num_layers=2, bias=False, batch_first=True, dropout=0.5, bidirectional=True)

    ``nonlinearity="relu"`` makes an RNN without negative numbers. The others do not know it.

    >>> output, h_n = nn.RNN(*sizes, nonlinearity="relu")(x)
    >>> output.min()
    tensor(0., grad_fn=<MinBackward1>)
    >>> nn.GRU(nonlinearity="relu")
    Traceback (most recent call last):
        ...
    TypeError: RNNBase.__init__() got an unexpected keyword argument 'nonlinearity'
    >>> nn.LSTM(nonlinearity="relu")
    Traceback (most recent call last):
        ...
    TypeError: RNNBase.__init__() got an unexpected keyword argument 'nonlinearity'

    ``proj_size`` shrinks the output and ``h_n`` of an LSTM, while the memory ``c_n`` keeps the hidden size.

    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")  # oneDNN cannot do it and says so
    ...     output, (h_n, c_n) = nn.LSTM(*sizes, proj_size=2)(x)
    >>> output.shape, h_n.shape, c_n.shape
    (torch.Size([5, 7, 2]), torch.Size([1, 7, 2]), torch.Size([1, 7, 3]))
    >>> nn.RNN(*sizes, proj_size=2)
    Traceback (most recent call last):
        ...
    ValueError: proj_size argument is only supported for LSTM, not RNN or GRU
    >>> nn.GRU(*sizes, proj_size=2)
    Traceback (most recent call last):
        ...
    ValueError: proj_size argument is only supported for LSTM, not RNN or GRU
    """


def initial_state():
    """The first state is optional: ``rnn(x)`` starts with zeros. An LSTM takes a pair of states, ``(h_0, c_0)``.

    Often written: you must initialise ``h_0`` and call ``rnn(x, h_0)``. Run it without:

    >>> import torch
    >>> from torch import nn
    >>> x, h_0, c_0 = torch.randn(7, 5, 4), torch.zeros(1, 5, 3), torch.zeros(1, 5, 3)
    >>> rnn, gru, lstm = nn.RNN(4, 3), nn.GRU(4, 3), nn.LSTM(4, 3)
    >>> [torch.equal(layer(x)[0], layer(x, h_0)[0]) for layer in (rnn, gru)]
    [True, True]
    >>> output, (h_n, c_n) = lstm(x, (h_0, c_0))
    >>> output.shape, torch.equal(output, lstm(x)[0])
    (torch.Size([7, 5, 3]), True)

    A single tensor for the LSTM fails, with a message that does not help: it took the tensor for the pair.

    >>> lstm(x, h_0)
    Traceback (most recent call last):
        ...
    IndexError: index 1 is out of bounds for dimension 0 with size 1

    A state for the wrong number of sequences is named clearly.

    >>> rnn(x, h_0[:, :2])
    Traceback (most recent call last):
        ...
    RuntimeError: Expected hidden size (1, 5, 3), got [1, 2, 3]
    """


def sequence_in_pieces():
    """Passing the last state on as the first state of the next piece gives the same as the whole sequence at once.

    That is how you read a long text in parts. ``detach()`` cuts the graph between the parts, so that a gradient does
    not run through all of them.

    >>> import torch
    >>> from torch import nn
    >>> gru = nn.GRU(4, 3)
    >>> x = torch.randn(7, 5, 4, requires_grad=True)
    >>> whole, _ = gru(x)
    >>> first, state = gru(x[:3])
    >>> second, _ = gru(x[3:], state.detach())
    >>> def same_steps(pieces):
    ...     return [torch.allclose(a, b, atol=1e-5) for a, b in zip(torch.cat(pieces), whole)]
    >>> same_steps([first, second]), whole.shape
    ([True, True, True, True, True, True, True], torch.Size([7, 5, 3]))

    The gradient of the last step reaches the steps of its own piece, each with 5 * 4 numbers, and not the first three.

    >>> second[-1].sum().backward()
    >>> x.grad.count_nonzero(dim=(1, 2))
    tensor([ 0,  0,  0, 20, 20, 20, 20])

    Without the state the second piece starts afresh.

    >>> same_steps([first, gru(x[3:])[0]])
    [True, True, True, False, False, False, False]
    """


def rnn_cell_by_hand():
    """One step of ``nn.RNNCell`` is tanh(x @ W_ih.T + b_ih + h @ W_hh.T + b_hh).

    A cell does one step; you write the loop. ``nn.RNN`` is that loop with the same numbers.

    >>> import torch
    >>> from torch import nn
    >>> cell = nn.RNNCell(input_size=1, hidden_size=2)
    >>> W_ih, W_hh = torch.tensor([[0.5], [-1.0]]), torch.tensor([[0.0, 1.0], [0.25, 0.0]])
    >>> b_ih, b_hh = torch.tensor([0.1, 0.2]), torch.tensor([0.3, -0.4])
    >>> cell.load_state_dict({"weight_ih": W_ih, "weight_hh": W_hh, "bias_ih": b_ih, "bias_hh": b_hh})
    <All keys matched successfully>
    >>> x, h = torch.tensor([[2.0]]), torch.tensor([[0.5, -1.0]])
    >>> cell(x, h).detach()
    tensor([[ 0.3799, -0.9690]])
    >>> torch.tanh(x @ W_ih.T + b_ih + h @ W_hh.T + b_hh)
    tensor([[ 0.3799, -0.9690]])

    The same weights in the layer, over a sequence of three steps, and the loop beside it:

    >>> rnn = nn.RNN(input_size=1, hidden_size=2)
    >>> rnn.load_state_dict({name + "_l0": values for name, values in cell.state_dict().items()})
    <All keys matched successfully>
    >>> steps = torch.tensor([[[2.0]], [[-1.0]], [[0.5]]])
    >>> rnn(steps)[0][:, 0].detach()
    tensor([[ 0.8854, -0.9757],
            [-0.7916,  0.7704],
            [ 0.8897, -0.7153]])
    >>> h = torch.zeros(1, 2)
    >>> for x in steps:
    ...     h = cell(x, h)
    ...     print(h.detach())
    tensor([[ 0.8854, -0.9757]])
    tensor([[-0.7916,  0.7704]])
    tensor([[ 0.8897, -0.7153]])
    """


def lstm_cell_by_hand():
    """An ``nn.LSTMCell`` keeps two states: gates decide what the memory c forgets, takes in, and shows as h.

    The rows of the weights are, in this order, the input gate i, the forget gate f, the new content g and the output
    gate o. The gates go through a sigmoid, the new content through tanh. Then c' = f * c + i * g, and
    h' = o * tanh(c').

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> cell = nn.LSTMCell(input_size=1, hidden_size=1)
    >>> W_ih, W_hh = torch.tensor([[1.0], [-2.0], [0.5], [3.0]]), torch.tensor([[0.5], [1.0], [-1.0], [0.25]])
    >>> b = torch.tensor([0.1, 0.2, 0.3, 0.4])
    >>> cell.load_state_dict({"weight_ih": W_ih, "weight_hh": W_hh, "bias_ih": b, "bias_hh": torch.zeros(4)})
    <All keys matched successfully>
    >>> x, h, c = torch.tensor([[0.5]]), torch.tensor([[-1.0]]), torch.tensor([[2.0]])
    >>> [state.detach() for state in cell(x, (h, c))]
    [tensor([[0.5395]]), tensor([[0.7634]])]

    By hand:

    >>> i, f, g, o = (F.linear(x, W_ih, b) + F.linear(h, W_hh))[0]
    >>> c_new = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    >>> h_new = torch.sigmoid(o) * torch.tanh(c_new)
    >>> h_new, c_new
    (tensor([[0.5395]]), tensor([[0.7634]]))
    """


def gru_cell_by_hand():
    """An ``nn.GRUCell`` mixes the old state with new content: h' = (1 - z) * n + z * h.

    The rows of the weights are the reset gate r, the update gate z and the new content n. The gates go through a
    sigmoid, the new content through tanh. The reset gate is applied after the product with the old state, bias
    included.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> cell = nn.GRUCell(input_size=1, hidden_size=1)
    >>> W_ih, W_hh = torch.tensor([[1.0], [-2.0], [0.5]]), torch.tensor([[0.5], [1.0], [-1.0]])
    >>> b_ih, b_hh = torch.tensor([0.1, 0.2, 0.3]), torch.tensor([0.0, 0.0, 0.7])
    >>> cell.load_state_dict({"weight_ih": W_ih, "weight_hh": W_hh, "bias_ih": b_ih, "bias_hh": b_hh})
    <All keys matched successfully>
    >>> x, h = torch.tensor([[0.5]]), torch.tensor([[-1.0]])
    >>> cell(x, h).detach()
    tensor([[0.6255]])

    By hand:

    >>> a_r, a_z, a_n = F.linear(x, W_ih, b_ih)[0]
    >>> u_r, u_z, u_n = F.linear(h, W_hh, b_hh)[0]
    >>> r, z = torch.sigmoid(a_r + u_r), torch.sigmoid(a_z + u_z)
    >>> n = torch.tanh(a_n + r * u_n)
    >>> (1 - z) * n + z * h
    tensor([[0.6255]])
    """


def dropout_between_layers():
    """The argument ``dropout`` acts between stacked recurrent layers; with one layer it does nothing and warns.

    >>> import torch, warnings
    >>> from torch import nn
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     single = nn.GRU(4, 3, dropout=0.5)
    >>> print(caught[0].category.__name__, caught[0].message)  # doctest: +ELLIPSIS
    UserWarning dropout option adds dropout after all but last ... but got dropout=0.5 and num_layers=1
    >>> double = nn.GRU(4, 3, num_layers=2, dropout=0.5)
    >>> x = torch.randn(7, 5, 4)
    >>> for layer, training in ((single, True), (double, True), (double, False)):
    ...     _ = layer.train(training)
    ...     (output, h_n), (again, _) = layer(x), layer(x)
    ...     print(output.shape, h_n.shape, torch.equal(output, again))
    torch.Size([7, 5, 3]) torch.Size([1, 5, 3]) True
    torch.Size([7, 5, 3]) torch.Size([2, 5, 3]) False
    torch.Size([7, 5, 3]) torch.Size([2, 5, 3]) True
    """


def one_sequence():
    """A recurrent layer also takes a single sequence (L, input_size); then ``h_n`` has no batch dimension either.

    Beware of two dimensions by accident: a batch of N vectors is read as one sequence of N steps.

    >>> import torch
    >>> from torch import nn
    >>> lstm = nn.LSTM(4, 3)
    >>> x = torch.randn(7, 4)
    >>> output, (h_n, c_n) = lstm(x)
    >>> output.shape, h_n.shape, c_n.shape
    (torch.Size([7, 3]), torch.Size([1, 3]), torch.Size([1, 3]))

    Compare it with a batch of one sequence of seven steps, and with a batch of seven sequences of one step.

    >>> one_sequence, seven_sequences = lstm(x.unsqueeze(1))[0][:, 0], lstm(x.unsqueeze(0))[0][0]
    >>> for steps in (one_sequence, seven_sequences):
    ...     print([torch.allclose(a, b, atol=1e-5) for a, b in zip(steps, output)])
    [True, True, True, True, True, True, True]
    [True, False, False, False, False, False, False]
    """
