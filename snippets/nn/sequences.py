"""Sequences of different lengths

A batch is one tensor, so shorter sequences are filled up with padding. Packing tells a recurrent layer where each
sequence really ends. These cards show both, and what goes wrong when the layer reads the padding.
"""


def pad_sequence():
    """``pad_sequence`` fills shorter sequences with zeros at the end and stacks them, the sequence dimension first.

    ``batch_first=True`` puts the batch first, ``padding_value`` changes the filling.

    >>> import torch
    >>> from torch.nn.utils.rnn import pad_sequence
    >>> sequences = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]
    >>> pad_sequence(sequences)
    tensor([[1, 4, 5],
            [2, 0, 6],
            [3, 0, 0]])
    >>> pad_sequence(sequences, batch_first=True, padding_value=-1)
    tensor([[ 1,  2,  3],
            [ 4, -1, -1],
            [ 5,  6, -1]])
    >>> pad_sequence(sequences, batch_first=True, padding_side="left")
    tensor([[1, 2, 3],
            [0, 0, 4],
            [0, 5, 6]])

    ``torch.stack`` refuses them.

    >>> torch.stack(sequences)
    Traceback (most recent call last):
        ...
    RuntimeError: stack expects each tensor to be equal size, but got [3] at entry 0 and [1] at entry 1
    """


def unpad_sequence():
    """``unpad_sequence(padded, lengths)`` cuts the padding off again, given the true lengths.

    >>> import torch
    >>> from torch.nn.utils.rnn import pad_sequence, unpad_sequence
    >>> sequences = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]
    >>> padded = pad_sequence(sequences, batch_first=True)
    >>> padded
    tensor([[1, 2, 3],
            [4, 0, 0],
            [5, 6, 0]])
    >>> unpad_sequence(padded, torch.tensor([3, 1, 2]), batch_first=True)
    [tensor([1, 2, 3]), tensor([4]), tensor([5, 6])]

    The padding cannot be told from data, so wrong lengths give wrong sequences without an error.

    >>> unpad_sequence(padded, torch.tensor([2, 2, 1]), batch_first=True)
    [tensor([1, 2]), tensor([4, 0]), tensor([5])]
    """


def pack_padded_sequence():
    """``pack_padded_sequence`` keeps only the real steps, ordered by time, and how many sequences take part in each.

    The lengths must fall from the longest to the shortest, or you say ``enforce_sorted=False``.

    >>> import torch
    >>> from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence
    >>> padded = pad_sequence([torch.tensor([1, 2, 3]), torch.tensor([5, 6]), torch.tensor([4])], batch_first=True)
    >>> lengths = torch.tensor([3, 2, 1])
    >>> packed = pack_padded_sequence(padded, lengths, batch_first=True)
    >>> packed.data
    tensor([1, 5, 4, 2, 6, 3])
    >>> packed.batch_sizes
    tensor([3, 2, 1])

    First the first steps of all three, then the second steps of two, then the third step of one.

    In another order:

    >>> mixed, lengths = padded[[2, 0, 1]], lengths[[2, 0, 1]]
    >>> pack_padded_sequence(mixed, lengths)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: `lengths` array must be sorted in decreasing order when `enforce_sorted` is True. ...
    >>> packed = pack_padded_sequence(mixed, lengths, batch_first=True, enforce_sorted=False)
    >>> packed.data
    tensor([1, 5, 4, 2, 6, 3])
    >>> packed.sorted_indices, packed.unsorted_indices
    (tensor([1, 2, 0]), tensor([2, 0, 1]))
    """


def pack_sequence():
    """``pack_sequence`` packs a list of sequences in one step; ``unpack_sequence`` gives the list back.

    It is ``pad_sequence`` and ``pack_padded_sequence`` together, with the same demand for order.

    >>> import torch
    >>> from torch.nn.utils.rnn import pack_sequence, unpack_sequence
    >>> sequences = [torch.tensor([1, 2, 3]), torch.tensor([5, 6]), torch.tensor([4])]
    >>> packed = pack_sequence(sequences)
    >>> packed.data, packed.batch_sizes
    (tensor([1, 5, 4, 2, 6, 3]), tensor([3, 2, 1]))
    >>> unpack_sequence(packed)
    [tensor([1, 2, 3]), tensor([5, 6]), tensor([4])]

    From the shortest to the longest:

    >>> rising = sequences[::-1]
    >>> pack_sequence(rising)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: `lengths` array must be sorted in decreasing order when `enforce_sorted` is True. ...
    >>> unpack_sequence(pack_sequence(rising, enforce_sorted=False))
    [tensor([4]), tensor([5, 6]), tensor([1, 2, 3])]
    """


def pad_packed_sequence():
    """``pad_packed_sequence`` turns packed sequences back into a padded tensor and their lengths.

    It restores the order in which you gave them. ``total_length`` pads to a fixed length.

    >>> import torch
    >>> from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence
    >>> sequences = [torch.tensor([1, 2, 3]), torch.tensor([4]), torch.tensor([5, 6])]
    >>> packed = pack_sequence(sequences, enforce_sorted=False)
    >>> packed.data
    tensor([1, 5, 4, 2, 6, 3])
    >>> back, lengths = pad_packed_sequence(packed, batch_first=True)
    >>> back
    tensor([[1, 2, 3],
            [4, 0, 0],
            [5, 6, 0]])
    >>> lengths
    tensor([3, 1, 2])
    >>> pad_packed_sequence(packed, batch_first=True, padding_value=-7, total_length=4)[0]
    tensor([[ 1,  2,  3, -7],
            [ 4, -7, -7, -7],
            [ 5,  6, -7, -7]])
    """


def last_state_without_padding():
    """With packed input, ``h_n`` is the state after the last real step; without, it has read the padding too.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
    >>> gru = nn.GRU(input_size=2, hidden_size=3, batch_first=True)
    >>> long, short = torch.randn(4, 2), torch.randn(2, 2)
    >>> padded, lengths = pad_sequence([long, short], batch_first=True), torch.tensor([4, 2])
    >>> padded.shape
    torch.Size([2, 4, 2])

    What each sequence gives alone is the measure.

    >>> alone = [gru(long)[1][0], gru(short)[1][0]]
    >>> def compare(states):
    ...     return [torch.allclose(a, b, atol=1e-5) for a, b in zip(states, alone)]
    >>> compare(gru(padded)[1][0])
    [True, False]
    >>> output, h_n = gru(pack_padded_sequence(padded, lengths, batch_first=True))
    >>> compare(h_n[0])
    [True, True]

    The output is packed as well. Padded again, it has zeros behind the end.

    >>> steps, lengths = pad_packed_sequence(output, batch_first=True)
    >>> steps.shape, (steps == 0).sum(dim=2)
    (torch.Size([2, 4, 3]), tensor([[0, 0, 0, 0],
            [0, 0, 3, 3]]))

    Without packing you find the same state in the output, at step ``length - 1`` of each sequence.

    >>> output, _ = gru(padded)
    >>> compare(output[torch.arange(2), lengths - 1])
    [True, True]
    """


def backward_direction_needs_packing():
    """A bidirectional layer without packing starts its backward half in the padding, and every step is affected.

    >>> import torch
    >>> from torch import nn
    >>> from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
    >>> rnn = nn.RNN(2, 3, batch_first=True, bidirectional=True)
    >>> long, short = torch.randn(4, 2), torch.randn(2, 2)
    >>> padded = pad_sequence([long, short], batch_first=True)
    >>> padded.shape
    torch.Size([2, 4, 2])
    >>> output, _ = rnn(pack_padded_sequence(padded, torch.tensor([4, 2]), batch_first=True))
    >>> packed, _ = pad_packed_sequence(output, batch_first=True)
    >>> packed.shape
    torch.Size([2, 4, 6])

    Compare the short sequence with what it gives alone: six numbers at each of two steps. The forward half, the first
    three, is right either way, the backward half only with packing.

    >>> alone = rnn(short)[0]
    >>> def same(output):
    ...     return torch.isclose(output[1, :2], alone, atol=1e-5)
    >>> same(rnn(padded)[0])
    tensor([[ True,  True,  True, False, False, False],
            [ True,  True,  True, False, False, False]])
    >>> same(packed)
    tensor([[True, True, True, True, True, True],
            [True, True, True, True, True, True]])
    """
