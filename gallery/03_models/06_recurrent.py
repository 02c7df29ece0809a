"""
Recurrent networks
==================

A recurrent network reads a sequence step by step and keeps a state: what it remembers so far. After this lesson you can
compute such a step by hand, batch sequences of unequal length without error, and show why a plain RNN forgets, and how
the gates of LSTM and GRU keep a memory alive.

:Level: intermediate
:Before: :doc:`/lessons/03_models/03_module`, :doc:`/lessons/02_data/04_text`
:After: :doc:`/lessons/07_beyond/01_attention`, :doc:`/lessons/04_training/01_losses_and_optimizers`
"""

# %%
# One step by hand
# ----------------
# A step of a plain RNN mixes the new input :math:`x` with the old state :math:`h` and squeezes the
# sum into -1 to 1:
#
# .. math:: h' = \tanh(W_{ih} x + b_{ih} + W_{hh} h + b_{hh})
#
# Here three sequences are read, each of five steps with four numbers a step. The same weights serve
# every step. ``nn.RNNCell``, which does one step, and ``nn.RNN``, which does all, must agree with
# the loop.

# sphinx_gallery_thumbnail_number = 2
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence, pad_sequence

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
num_threads = torch.get_num_threads()
torch.set_num_threads(1)  # steps this small are not worth sharing out; put back at the end
close = {"rtol": 1e-4, "atol": 1e-5} if device.type == "cpu" else {"rtol": 0.01, "atol": 0.01}  # GPUs round more
x = torch.randn(3, 5, 4, device=device)  # (batch, length, features)
rnn = nn.RNN(input_size=4, hidden_size=6, batch_first=True).to(device)
cell = nn.RNNCell(4, 6).to(device)
cell.load_state_dict({name.removesuffix("_l0"): value for name, value in rnn.state_dict().items()})
W_ih, W_hh, b_ih, b_hh = rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0, rnn.bias_hh_l0
h = h_cell = torch.zeros(3, 6, device=device)
states = []
for step in range(5):
    h = torch.tanh(x[:, step] @ W_ih.T + b_ih + h @ W_hh.T + b_hh)
    h_cell = cell(x[:, step], h_cell)
    states.append(h)
output, h_n = rnn(x)
print(f"{output.shape = }, {h_n.shape = }")
torch.testing.assert_close(h_cell, h)
torch.testing.assert_close(output, torch.stack(states, dim=1), **close)
assert output.shape == (3, 5, 6) and h_n.shape == (1, 3, 6) and output[:, -1].equal(h_n[0])

# %%
# What the layers return
# ----------------------
# ``output`` holds the state after every step, ``h_n`` the last one. Often written:
# "``batch_first=True`` puts the batch first". Look at ``h_n`` above: input and output obey, the
# state keeps ``(layers, batch, hidden)``. An LSTM returns a pair of states, its output ``h`` and
# its memory ``c``; a GRU has one state again. Also often written: you must pass a first state. Run
# it: without one, the layers begin with zeros.
shapes = {}
for layer in (nn.RNN, nn.GRU, nn.LSTM):
    made = layer(4, 6, batch_first=True).to(device)
    zeros = torch.zeros(1, 3, 6, device=device)
    torch.testing.assert_close(made(x)[0], made(x, (zeros, zeros) if layer is nn.LSTM else zeros)[0])
    shapes[layer.__name__] = tuple(made.weight_hh_l0.shape), isinstance(made(x)[1], tuple)
    print(f"{layer.__name__:4}: {made.weight_hh_l0.shape = }, a pair of states: {isinstance(made(x)[1], tuple)}")
assert shapes == {"RNN": ((6, 6), False), "GRU": ((3 * 6, 6), False), "LSTM": ((4 * 6, 6), True)}

# %%
# Unequal lengths
# ---------------
# Pad short sequences with zeros, and the layer reads the zeros too: ``h_n`` is then the state after
# the padding. Pack them instead. A ``PackedSequence`` knows how many sequences are still running at
# each step. To check it, run each sequence alone. Printed is how far the last state is off, for
# each of the three sequences.
sequences = [torch.randn(length, 4, device=device) for length in (5, 2, 7)]
gru = nn.GRU(4, 6, batch_first=True).to(device)
alone = torch.stack([gru(sequence)[1][0] for sequence in sequences])
packed = pack_sequence(sequences, enforce_sorted=False)
packed_output, packed_state = gru(packed)
padded_state = gru(pad_sequence(sequences, batch_first=True))[1]
print(f"{packed.data.shape = }, {packed.batch_sizes = }")
errors = [(state[0] - alone).abs().amax(dim=1).tolist() for state in (packed_state, padded_state)]
print(*[f"{name}: {[f'{e:.3f}' for e in row]}" for name, row in zip(("packed", "padded"), errors)], sep="\n")
torch.testing.assert_close(packed_state[0], alone, **close)
assert packed.batch_sizes.tolist() == [3, 3, 2, 2, 2, 1, 1] and packed.data.shape == (5 + 2 + 7, 4)
assert min(errors[1][:2]) > 0.05 and errors[1][2] < 0.01  # the longest has no padding

# %%
# ``pad_packed_sequence`` gives the outputs back as one padded tensor, with the lengths, in the
# order of the list.
outputs, lengths = pad_packed_sequence(packed_output, batch_first=True)
print(f"{outputs.shape = }, {lengths = }")
assert outputs.shape == (3, 7, 6) and lengths.tolist() == [5, 2, 7] and outputs[1, 2:].eq(0).all()
torch.testing.assert_close(outputs[torch.arange(3), lengths - 1], alone, **close)

# %%
# A task for memory
# -----------------
# The first symbol of a sequence is one of four; the other 79 are noise from two further symbols. At
# the end the network must say which came first. Guessing is right a quarter of the time.
num_steps, num_classes, num_symbols, hidden_size, batch_size = 80, 4, 6, 24, 32


def make_batch(batch_size):
    symbols = torch.randint(num_classes, num_symbols, (num_steps, batch_size), device=device)
    symbols[0] = torch.randint(num_classes, (batch_size,), device=device)
    return F.one_hot(symbols, num_symbols).float(), symbols[0]  # (length, batch, symbols): the default order


inputs, targets = make_batch(batch_size)
print(f"{inputs.shape = }, {targets.shape = }, {inputs[:4, 0].argmax(dim=1) = }")
assert inputs.shape == (80, 32, 6) and inputs[0].argmax(dim=1).equal(targets) and targets.max() < 4
assert inputs[1:].argmax(dim=2).unique().tolist() == [4, 5] and inputs.sum(dim=2).eq(1).all()

# %%
# Gates
# -----
# A plain RNN writes its whole state anew at each step. The gates of LSTM and GRU are factors
# between 0 and 1, computed at each step, that say how much of the old is kept and how much new is
# let in. What is new is :math:`g` or :math:`n`, and :math:`\odot` multiplies number by number:
#
# .. math:: c' = f \odot c + i \odot g \quad\text{(LSTM)}
#
# .. math:: h' = z \odot h + (1 - z) \odot n \quad\text{(GRU)}
#
# If the forget gate :math:`f` or the update gate :math:`z` is near 1, the memory lasts. By default
# the gates begin half open, and :math:`0.5^{80}` is nothing. So begin with "keep": a positive bias
# in :math:`f` and :math:`z`, a negative one in :math:`i`. PyTorch stacks the gates in one tensor,
# ``i, f, g, o`` for an LSTM and ``r, z, n`` for a GRU.


class Rememberer(nn.Module):
    def __init__(self, layer, keep):
        super().__init__()
        self.memory, self.answer = layer(num_symbols, hidden_size), nn.Linear(hidden_size, num_classes)
        bias = self.memory.bias_hh_l0.detach().split(hidden_size)  # shares the memory of the parameter
        if layer is nn.LSTM:
            bias[0].sub_(keep), bias[1].add_(keep)
        if layer is nn.GRU:
            bias[1].add_(keep)

    def forward(self, inputs):
        return self.answer(self.memory(inputs)[0][-1])


models = {"RNN": (nn.RNN, 0), "LSTM, default": (nn.LSTM, 0), "LSTM, keep": (nn.LSTM, 5), "GRU, keep": (nn.GRU, 5)}
models = {name: Rememberer(*arguments).to(device) for name, arguments in models.items()}
gate = torch.sigmoid(models["GRU, keep"].memory.bias_hh_l0.detach()[hidden_size : 2 * hidden_size])
print(f"this bias alone sets the update gates between {gate.min():.3f} and {gate.max():.3f}")
assert 0.99 < gate.min() < gate.max() < 0.995

# %%
# How far a gradient reaches
# --------------------------
# Training corrects what the network did at step 1 only if the gradient of the loss gets that far.
# Ask for it: the larger the gradient with respect to the input of a step, the more that step can
# still be corrected. The scale is logarithmic. Mind the left end, where the symbol is.
colors = dict(zip(models, ("#d55e00", "#cc79a7", "#0072b2", "#009e73")))
figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
reach = {}
for name, model in models.items():
    watched = inputs.clone().requires_grad_()
    F.cross_entropy(model(watched), targets).backward()
    size = watched.grad.norm(dim=(1, 2))
    reach[name] = (size[0] / size[-1]).item()
    model.zero_grad()
    axes.semilogy(range(1, num_steps + 1), size.cpu().numpy(), color=colors[name], label=name)
axes.set(title="Gradient of the loss with respect to each step's input, untrained", xlabel="step", ylabel="size")
axes.legend(loc="lower right")
plt.show()
print(*[f"{name}: step 1 gets {value:.1e} of what the last step gets" for name, value in reach.items()], sep="\n")
assert reach["RNN"] < 1e-5 and reach["LSTM, default"] < 1e-5
assert reach["LSTM, keep"] > 0.01 and reach["GRU, keep"] > 0.01

# %%
# Training
# --------
# All four train alike, on new random sequences in each step. ``clip_grad_norm_`` shortens a
# gradient that is too long: where factors below 1 make it vanish, factors above 1 make it explode.
# The curves say who remembers.
figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
accuracy = {}
for name, model in models.items():
    torch.manual_seed(1)  # the same sequences for all
    optimizer = torch.optim.Adam(model.parameters(), lr=0.04)
    curve = []
    for _ in range(100):
        inputs, targets = make_batch(batch_size)
        logits = model(inputs)
        optimizer.zero_grad()
        F.cross_entropy(logits, targets).backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        optimizer.step()
        curve.append((logits.argmax(dim=1) == targets).float().mean())
    curve = torch.stack(curve).cpu().unfold(0, 10, 1).mean(dim=1)  # means of ten batches each
    accuracy[name] = curve.max().item()
    axes.plot(range(10, 101), curve.numpy(), color=colors[name], label=name)
axes.axhline(1 / num_classes, color="gray", linestyle=":", label="guessing")
axes.set(title="Who still knows the first of 80 symbols?", xlabel="batches", ylabel="share of right answers")
axes.legend(loc="upper left")
plt.show()
print("best:", {name: round(value, 2) for name, value in accuracy.items()})
assert accuracy["LSTM, keep"] > 0.9 and accuracy["GRU, keep"] > 0.9
assert accuracy["RNN"] < 0.85 and accuracy["LSTM, default"] < 0.7

# %%
# Often written: an LSTM does not forget. The second curve refutes it: with gates half open it does.
# Gates make a long memory possible; here the bias makes it so from the start, elsewhere long
# training may. A plain RNN may find a part of the way, too, or all of it after many more batches,
# but it has no such starting point.
#
# What the trained network keeps can be seen. Below, the state of the GRU is drawn for one sequence
# of each class, each of its numbers in one row. Most numbers keep the value that they have found to
# the end, and the rows differ from class to class.
with torch.no_grad():
    inputs, targets = make_batch(200)
    states = models["GRU, keep"].memory(inputs)[0]
chosen = [(targets == label).nonzero()[0].item() for label in range(num_classes)]
figure, all_axes = plt.subplots(1, 4, figsize=(7.4, 3.4), sharey=True, layout="constrained")
for label, axes in enumerate(all_axes):
    image = axes.imshow(states[:, chosen[label]].T.cpu().numpy(), aspect="auto", cmap="PuOr", vmin=-1, vmax=1)
    axes.set(title=f"first symbol {label}", xlabel="step")
all_axes[0].set(ylabel="state number")
figure.colorbar(image, ax=all_axes, label="value")
figure.suptitle("The state of the trained GRU: what it has seen first stays")
plt.show()
means = torch.stack([states[-1, targets == label].mean(dim=0) for label in range(num_classes)])
nearest = torch.cdist(states[-1], means).argmin(dim=1)
print(f"last states nearest to the mean of their own class: {(nearest == targets).float().mean():.2f} of all")
assert (nearest == targets).float().mean() > 0.9

# %%
# Exercises
# ---------
# 1. Compute one step of an ``nn.LSTMCell`` by hand. Hint: the gates are stacked as ``i, f, g, o``;
#    three of them go through a sigmoid, ``g`` through tanh, and the output is :math:`o \odot
#    \tanh(c')`.
# 2. Read a sequence in two pieces and get the same last state as in one go. Hint: pass on what the
#    first call returns.
# 3. Make a bidirectional GRU and find the state that has seen everything from the right. Hint: look
#    at ``output[:, 0]``.

# %%
# Solution 1
# ^^^^^^^^^^
# ``chunk(4)`` cuts the stacked gates apart.
lstm_cell, h, c = nn.LSTMCell(4, 6).to(device), torch.randn(3, 6, device=device), torch.randn(3, 6, device=device)
gates = x[:, 0] @ lstm_cell.weight_ih.T + lstm_cell.bias_ih + h @ lstm_cell.weight_hh.T + lstm_cell.bias_hh
i, f, g, o = gates.chunk(4, dim=1)
new_c = f.sigmoid() * c + i.sigmoid() * g.tanh()
new_h = o.sigmoid() * new_c.tanh()
torch.testing.assert_close((new_h, new_c), lstm_cell(x[:, 0], (h, c)), **close)

# %%
# Solution 2
# ^^^^^^^^^^
# That is how you read a text that is too long for one go. While training, ``detach`` the state
# between the pieces.
_, state = gru(x[:, :2])
_, state = gru(x[:, 2:], state)
torch.testing.assert_close(state, gru(x)[1], **close)
assert not torch.allclose(gru(x[:, 2:])[1], state, atol=1e-3)  # without the state, the second piece begins anew

# %%
# Solution 3
# ^^^^^^^^^^
# The second half of the features reads from right to left, so it ends at step 0.
both = nn.GRU(4, 6, batch_first=True, bidirectional=True).to(device)
output, h_n = both(x)
print(f"{output.shape = }, {h_n.shape = }")
torch.testing.assert_close(output[:, 0, 6:], h_n[1])
torch.testing.assert_close(output[:, -1, :6], h_n[0])
torch.set_num_threads(num_threads)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/01_attention` looks at all steps at once instead of carrying a state.
# More on these layers: :doc:`/cards/nn/recurrent` and :doc:`/cards/nn/sequences`; on clipping:
# :doc:`/cards/nn/clipping`.
