"""Attention and Transformers

Attention lets every position of a sequence look at all others and take a weighted mean of their values. These cards
compute it by hand, show the masks, and what goes into and comes out of PyTorch's Transformer layers.
"""


def attention_by_hand():
    """``F.scaled_dot_product_attention`` is softmax(q @ k.T / sqrt(d)) @ v, with d numbers in each query.

    Each row of ``q`` is a query: what one position looks for. Each row of ``k`` is a key, with which queries are
    compared, and the same row of ``v`` is the value that it stands for. Each row of the softmax says how much one query
    takes of every value. The last two dimensions are positions and features; dimensions before them are batches and
    heads.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> q = torch.tensor([[1.0, 0.0, 2.0, 0.0], [0.0, 3.0, 0.0, 1.0]])
    >>> k = torch.tensor([[2.0, 0.0, 0.0, 1.0], [0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 3.0, 0.0]])
    >>> v = torch.tensor([[1.0, 10.0], [2.0, 20.0], [4.0, -60.0]])
    >>> F.scaled_dot_product_attention(q, k, v).round(decimals=2)
    tensor([[  3.4700, -44.0200],
            [  2.0500,   6.4700]])
    >>> scores = q @ k.T / 4 ** 0.5
    >>> scores
    tensor([[1.0000, 1.0000, 3.0000],
            [0.5000, 1.5000, 0.0000]])
    >>> weights = torch.softmax(scores, dim=1)
    >>> weights
    tensor([[0.1065, 0.1065, 0.7870],
            [0.2312, 0.6285, 0.1402]])
    >>> (weights @ v).round(decimals=2)
    tensor([[  3.4700, -44.0200],
            [  2.0500,   6.4700]])

    Further digits may differ, because the function adds in another order. ``scale`` replaces 1 / sqrt(d).

    >>> F.scaled_dot_product_attention(q, k, v, scale=0.0)
    tensor([[  2.3333, -10.0000],
            [  2.3333, -10.0000]])
    >>> v.mean(dim=0)
    tensor([  2.3333, -10.0000])
    """


def causal_attention():
    """``is_causal=True`` lets each position look at itself and earlier positions only.

    A language model needs it, or it would see the word that it is to predict. The first position sees nothing but
    itself, so it gets its own value back.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
    >>> F.scaled_dot_product_attention(x, x, x, is_causal=True)
    tensor([[1.0000, 0.0000],
            [0.0558, 1.8884],
            [0.5989, 1.2033]])
    >>> allowed = torch.ones(3, 3, dtype=torch.bool).tril()
    >>> allowed
    tensor([[ True, False, False],
            [ True,  True, False],
            [ True,  True,  True]])
    >>> F.scaled_dot_product_attention(x, x, x, attn_mask=allowed)
    tensor([[1.0000, 0.0000],
            [0.0558, 1.8884],
            [0.5989, 1.2033]])

    By hand: scores of forbidden pairs become ``-inf``, and their weights 0.

    >>> scores = (x @ x.T / 2 ** 0.5).masked_fill(~allowed, -torch.inf)
    >>> torch.softmax(scores, dim=1)
    tensor([[1.0000, 0.0000, 0.0000],
            [0.0558, 0.9442, 0.0000],
            [0.1978, 0.4011, 0.4011]])

    With fewer queries than keys, the first query counts as the first position. So when you generate word by word and
    keep the old keys, leave it out: the one new query is the last position and may look at all of them.

    >>> F.scaled_dot_product_attention(x[2:], x, x, is_causal=True)
    tensor([[1., 0.]])
    >>> F.scaled_dot_product_attention(x[2:], x, x)
    tensor([[0.5989, 1.2033]])
    """


def attention_masks():
    """In ``attn_mask`` of ``F.scaled_dot_product_attention`` True means "may look"; floats are added to the scores.

    So ``-inf`` in a float mask forbids a pair, and any other number makes it more or less likely.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> q, k, v = torch.tensor([[1.0]]), torch.tensor([[0.0], [1.0], [2.0]]), torch.tensor([[1.0], [10.0], [100.0]])
    >>> F.scaled_dot_product_attention(q, k, v)
    tensor([[69.0614]])
    >>> F.scaled_dot_product_attention(q, k, v, attn_mask=torch.tensor([[True, True, False]]))
    tensor([[7.5795]])
    >>> F.scaled_dot_product_attention(q, k, v, attn_mask=torch.tensor([[0.0, 0.0, -torch.inf]]))
    tensor([[7.5795]])
    >>> F.scaled_dot_product_attention(q, k[:2], v[:2])
    tensor([[7.5795]])

    A bias of ln 2 doubles the weight of the first position.

    >>> bias = torch.tensor([[2.0, 1.0, 1.0]]).log()
    >>> F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    tensor([[63.4399]])
    >>> weights = torch.tensor([2.0, 1.0, 1.0]) * torch.exp(k[:, 0])
    >>> weights @ v / weights.sum()
    tensor([63.4399])
    """


def subsequent_mask():
    """``nn.Transformer.generate_square_subsequent_mask(n)`` is 0 where a position may look and ``-inf`` above.

    Added to the scores, ``-inf`` makes a weight of 0.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> mask = nn.Transformer.generate_square_subsequent_mask(3)
    >>> mask
    tensor([[0., -inf, -inf],
            [0., 0., -inf],
            [0., 0., 0.]])
    >>> torch.full((3, 3), -torch.inf).triu(diagonal=1)
    tensor([[0., -inf, -inf],
            [0., 0., -inf],
            [0., 0., 0.]])
    >>> x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
    >>> F.scaled_dot_product_attention(x, x, x, attn_mask=mask)
    tensor([[1.0000, 0.0000],
            [0.0558, 1.8884],
            [0.5989, 1.2033]])
    >>> F.scaled_dot_product_attention(x, x, x, is_causal=True)
    tensor([[1.0000, 0.0000],
            [0.0558, 1.8884],
            [0.5989, 1.2033]])
    """


def multihead_attention():
    """``nn.MultiheadAttention`` returns two things: the result and the weights, averaged over its heads.

    A head is an attention of its own, on its share of the features. ``embed_dim`` is split among the heads, so it must
    be a multiple of ``num_heads``. The sequence is the first dimension unless ``batch_first=True``.

    >>> import torch
    >>> from torch import nn
    >>> attention = nn.MultiheadAttention(embed_dim=6, num_heads=2, batch_first=True)
    >>> queries, memory = torch.randn(4, 3, 6), torch.randn(4, 5, 6)
    >>> output, weights = attention(queries, memory, memory)
    >>> output.shape, weights.shape
    (torch.Size([4, 3, 6]), torch.Size([4, 3, 5]))
    >>> torch.allclose(weights.sum(dim=-1), torch.ones(4, 3))
    True
    >>> output, weights = attention(queries, memory, memory, average_attn_weights=False)
    >>> weights.shape
    torch.Size([4, 2, 3, 5])
    >>> output, weights = attention(queries, memory, memory, need_weights=False)
    >>> output.shape, weights
    (torch.Size([4, 3, 6]), None)
    >>> nn.MultiheadAttention(embed_dim=9, num_heads=2)
    Traceback (most recent call last):
        ...
    AssertionError: embed_dim must be divisible by num_heads
    """


def heads_by_hand():
    """Multi-head attention projects q, k and v, cuts them into heads, attends in each, and joins them again.

    The three projections are stacked in one matrix, ``in_proj_weight``. Afterwards ``out_proj`` mixes the heads.

    >>> import torch
    >>> from torch import nn
    >>> import torch.nn.functional as F
    >>> attention = nn.MultiheadAttention(embed_dim=6, num_heads=2, batch_first=True, dtype=torch.float64)
    >>> attention.in_proj_weight.shape, attention.out_proj.weight.shape
    (torch.Size([18, 6]), torch.Size([6, 6]))
    >>> x = torch.randn(4, 3, 6, dtype=torch.float64)
    >>> q, k, v = F.linear(x, attention.in_proj_weight, attention.in_proj_bias).chunk(3, dim=-1)
    >>> heads = [t.view(4, 3, 2, 3).transpose(1, 2) for t in (q, k, v)]
    >>> [tuple(t.shape) for t in heads]
    [(4, 2, 3, 3), (4, 2, 3, 3), (4, 2, 3, 3)]
    >>> joined = F.scaled_dot_product_attention(*heads).transpose(1, 2).reshape(4, 3, 6)
    >>> torch.allclose(attention.out_proj(joined), attention(x, x, x)[0])
    True
    """


def masks_of_multihead_attention():
    """In the masks of ``nn.MultiheadAttention`` True means "must not look".

    That is the opposite of ``F.scaled_dot_product_attention``, where True means "may look". ``key_padding_mask`` (N, S)
    hides padding for each sequence; ``attn_mask`` (L, S) hides pairs for all sequences. N is the batch, L counts the
    queries and S the keys. A mask of floats is added to the scores, as there.

    >>> import torch
    >>> from torch import nn
    >>> attention = nn.MultiheadAttention(embed_dim=2, num_heads=1, batch_first=True)
    >>> x = torch.randn(2, 3, 2)
    >>> padding = torch.tensor([[False, False, True], [False, True, True]])
    >>> _, weights = attention(x, x, x, key_padding_mask=padding)
    >>> weights == 0
    tensor([[[False, False,  True],
             [False, False,  True],
             [False, False,  True]],
    <BLANKLINE>
            [[False,  True,  True],
             [False,  True,  True],
             [False,  True,  True]]])
    >>> later = nn.Transformer.generate_square_subsequent_mask(3)
    >>> _, weights = attention(x, x, x, attn_mask=later)
    >>> weights == 0
    tensor([[[False,  True,  True],
             [False, False,  True],
             [False, False, False]],
    <BLANKLINE>
            [[False,  True,  True],
             [False, False,  True],
             [False, False, False]]])

    Beware of swapping the two meanings: with the mask inverted you see the padding and nothing else.

    >>> _, weights = attention(x, x, x, key_padding_mask=~padding)
    >>> weights[0].tolist()
    [[0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]

    A sequence that is nothing but padding leaves nothing to look at, and its result is ``nan``.

    >>> output, _ = attention(x, x, x, key_padding_mask=torch.tensor([[True, True, True], [False, True, True]]))
    >>> output.isnan().all(dim=2)
    tensor([[ True,  True,  True],
            [False, False, False]])
    """


def encoder_layer():
    """``nn.TransformerEncoderLayer`` keeps the shape: attention and two linear layers, each added to its input.

    ``dim_feedforward`` is the width between the two linear layers. By default the sequence is the first dimension and
    dropout is 0.1.

    >>> import torch
    >>> from torch import nn
    >>> sizes = {"d_model": 6, "nhead": 2, "dim_feedforward": 12, "batch_first": True, "dtype": torch.float64}
    >>> after = nn.TransformerEncoderLayer(**sizes).eval()
    >>> after.self_attn.num_heads, after.self_attn.batch_first, after.linear1, after.dropout
    (2, True, Linear(in_features=6, out_features=12, bias=True), Dropout(p=0.1, inplace=False))
    >>> x = torch.randn(4, 3, 6, dtype=torch.float64)
    >>> after(x).shape
    torch.Size([4, 3, 6])

    By default each sum is normalised afterwards. ``norm_first=True`` normalises before each part instead, as many newer
    models do. Both by hand:

    >>> before = nn.TransformerEncoderLayer(**sizes, norm_first=True).eval()
    >>> def attention(layer, x):
    ...     return layer.self_attn(x, x, x)[0]
    >>> def feedforward(layer, x):
    ...     return layer.linear2(torch.relu(layer.linear1(x)))
    >>> def norm_after(layer, x):
    ...     x = layer.norm1(x + attention(layer, x))
    ...     return layer.norm2(x + feedforward(layer, x))
    >>> def norm_before(layer, x):
    ...     x = x + attention(layer, layer.norm1(x))
    ...     return x + feedforward(layer, layer.norm2(x))
    >>> for layer in (after, before):
    ...     print([torch.allclose(layer(x), by_hand(layer, x)) for by_hand in (norm_after, norm_before)])
    [True, False]
    [False, True]
    """


def encoder_copies_its_layer():
    """``nn.TransformerEncoder(layer, num_layers)`` makes deep copies of the layer: equal at first, trained apart.

    All layers start with the same weights. The layer that you passed in is not one of them.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.TransformerEncoderLayer(6, 2, batch_first=True)
    >>> encoder = nn.TransformerEncoder(layer, num_layers=3)
    >>> len(encoder.layers), [copy is layer for copy in encoder.layers]
    (3, [False, False, False])
    >>> first, *others = [copy.linear1.weight for copy in encoder.layers]
    >>> [weight is first for weight in others], [torch.equal(weight, first) for weight in others]
    ([False, False], [True, True])
    >>> x = torch.randn(4, 5, 6)
    >>> encoder(x).shape
    torch.Size([4, 5, 6])

    To start them differently, initialise again.

    >>> for parameter in encoder.parameters():
    ...     if parameter.dim() > 1:
    ...         _ = nn.init.xavier_uniform_(parameter)
    >>> [torch.equal(weight, first) for weight in others]
    [False, False]
    """


def encoder_without_batch_first():
    """``nn.TransformerEncoder`` with ``batch_first=False``, the default, warns that its fast path is off.

    More important: it then reads (N, L, E) as L sequences of N steps. The result has the right shape and is wrong.

    >>> import torch, warnings
    >>> from torch import nn
    >>> def encoder(**options):
    ...     return nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, **options), num_layers=1).eval()
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     wrong = encoder()
    >>> print(caught[0].message)  # doctest: +ELLIPSIS
    enable_nested_tensor is True, but ... because encoder_layer.self_attn.batch_first was not True...

    A sequence must give the same alone as among its neighbours in the batch. Here are four sequences.

    >>> def same_alone(encoder, x):
    ...     return [torch.allclose(encoder(x)[i], encoder(x[[i]])[0], atol=1e-5) for i in range(len(x))]
    >>> x = torch.randn(4, 5, 6)
    >>> wrong(x).shape, same_alone(wrong, x)
    (torch.Size([4, 5, 6]), [False, False, False, False])
    >>> right = encoder(batch_first=True)
    >>> right(x).shape, same_alone(right, x)
    (torch.Size([4, 5, 6]), [True, True, True, True])
    """


def decoder_layer():
    """``nn.TransformerDecoderLayer`` takes the target and the encoder's output, called memory.

    It first attends within the target, under a causal mask that you pass, then from the target to the memory. The
    result has the shape of the target.

    >>> import torch
    >>> from torch import nn
    >>> layer = nn.TransformerDecoderLayer(d_model=6, nhead=2, dim_feedforward=12, batch_first=True).eval()
    >>> layer.self_attn.num_heads, layer.multihead_attn.num_heads, layer.linear1
    (2, 2, Linear(in_features=6, out_features=12, bias=True))
    >>> target, memory = torch.randn(4, 3, 6), torch.randn(4, 5, 6)
    >>> mask = nn.Transformer.generate_square_subsequent_mask(3)
    >>> layer(target, memory, tgt_mask=mask).shape
    torch.Size([4, 3, 6])

    Put a copy of position 1 in place of the last one. With the mask the first two results stay, without it all change.

    >>> other = target[:, [0, 1, 1]]
    >>> for tgt_mask in (mask, None):
    ...     a, b = layer(target, memory, tgt_mask=tgt_mask), layer(other, memory, tgt_mask=tgt_mask)
    ...     print([torch.allclose(a[:, position], b[:, position], atol=1e-5) for position in range(3)])
    [True, True, False]
    [False, False, False]

    ``nn.TransformerDecoder`` stacks copies of it.

    >>> decoder = nn.TransformerDecoder(layer, num_layers=2)
    >>> decoder(target, memory, tgt_mask=mask).shape, len(decoder.layers)
    (torch.Size([4, 3, 6]), 2)
    """


def whole_transformer():
    """``nn.Transformer`` is encoder and decoder together; embeddings, positions and the output layer are yours to add.

    It takes vectors, not words: a source (N, S, E) and a target (N, T, E).

    >>> import torch
    >>> from torch import nn
    >>> model = nn.Transformer(d_model=6, nhead=2, num_encoder_layers=1, num_decoder_layers=2,
    ...                        batch_first=True).eval()
    >>> source, target = torch.randn(4, 5, 6), torch.randn(4, 3, 6)
    >>> mask = model.generate_square_subsequent_mask(3)
    >>> y = model(source, target, tgt_mask=mask)
    >>> y.shape, len(model.encoder.layers), len(model.decoder.layers)
    (torch.Size([4, 3, 6]), 1, 2)
    >>> memory = model.encoder(source)
    >>> memory.shape
    torch.Size([4, 5, 6])
    >>> [torch.allclose(model.decoder(target, memory, tgt_mask=m), y, atol=1e-5) for m in (mask, None)]
    [True, False]

    Words given as indices are refused.

    >>> words = torch.arange(3).view(1, 3)
    >>> model(words, words)
    Traceback (most recent call last):
        ...
    RuntimeError: the feature number of src and tgt must be equal to d_model
    """


def attention_ignores_order():
    """Attention without a mask does not know positions: shuffled input gives the same output, shuffled.

    That is why a Transformer adds a vector for each position to its input.

    >>> import torch
    >>> import torch.nn.functional as F
    >>> def attend(x):
    ...     return F.scaled_dot_product_attention(x, x, x)
    >>> x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [3.0, 1.0]])
    >>> attend(x)
    tensor([[2.3794, 0.9096],
            [0.6055, 1.7225],
            [2.9756, 0.9964]])
    >>> order = [2, 0, 1]
    >>> attend(x[order])
    tensor([[2.9756, 0.9964],
            [2.3794, 0.9096],
            [0.6055, 1.7225]])

    With a number for each position added, the first row of the shuffled input gives something new.

    >>> positions = torch.tensor([[0.0], [0.5], [1.0]])
    >>> attend(x + positions)[order]
    tensor([[3.9996, 2.0000],
            [3.4566, 1.8358],
            [2.5470, 2.1933]])
    >>> attend(x[order] + positions)
    tensor([[2.8512, 1.0952],
            [2.4750, 1.2835],
            [1.1142, 2.8725]])
    """
