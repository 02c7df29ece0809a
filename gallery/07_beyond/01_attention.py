"""
Attention and a small transformer
=================================

Attention lets every place of a sequence look at every other and take from it what it needs. After this lesson you can
compute attention by hand, split it into heads, hide the future with a causal mask, and train a small transformer block
whose weights you can read like a map.

:Level: advanced
:Before: :doc:`/lessons/03_models/06_recurrent`, :doc:`/lessons/02_data/04_text`
:After: :doc:`/lessons/07_beyond/02_transfer_learning`, :doc:`/lessons/07_beyond/03_speed`
"""

# %%
# Attention by hand
# -----------------
# Each place asks with a query :math:`q`, offers a key :math:`k` and hands out a value :math:`v`. A
# query is compared with every key by a dot product, a softmax turns the scores into shares that add
# up to 1, and the result is the values mixed in these shares:
#
# .. math:: \text{attention}(Q, K, V) = \text{softmax}\!\left(\frac{Q K^T}{\sqrt{d}}\right) V
#
# The dot product of two rows of :math:`d` random numbers grows like :math:`\sqrt{d}`. Without the
# division one share would be almost 1 and the others 0. A share :math:`s` changes with its own score
# at the rate :math:`s (1 - s)`, so such a softmax has hardly a gradient.

# sphinx_gallery_thumbnail_number = 3
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
num_threads = torch.get_num_threads()
torch.set_num_threads(1)  # tensors this small are not worth sharing out; put back at the end
close = {"rtol": 1e-4, "atol": 1e-5} if device.type == "cpu" else {"rtol": 0.01, "atol": 0.01}  # GPUs round more
query, key, value = (torch.randn(2, 6, 64, device=device) for _ in range(3))  # (batch, length, features)
scores = query @ key.transpose(1, 2) / 64**0.5
shares = scores.softmax(dim=-1)
by_hand = shares @ value
print(f"{scores.shape = }, {by_hand.shape = }, {scores.std() = :.2f}, undivided {scores.std() * 8:.2f}")
undivided_shares = (query @ key.transpose(1, 2)).softmax(dim=-1)
largest, undivided = (part.amax(dim=-1).mean() for part in (shares, undivided_shares))
slope, flat = (part.mul(1 - part).mean() for part in (shares, undivided_shares))
print(f"largest share of a query: {largest:.2f} on average, undivided {undivided:.2f}")
print(f"mean s (1 - s): {slope:.3f}, undivided {flat:.3f}")
torch.testing.assert_close(F.scaled_dot_product_attention(query, key, value), by_hand, **close)
torch.testing.assert_close(shares.sum(dim=-1), torch.ones(2, 6, device=device))
assert scores.shape == (2, 6, 6) and by_hand.shape == (2, 6, 64) and 0.7 < scores.std() < 1.3
assert largest < 0.6 and undivided > 0.8 and flat < slope / 2

# %%
# The causal mask
# ---------------
# A model that predicts the next token must not look at it. A causal mask sets all scores of later
# places to minus infinity before the softmax, so that their shares are 0. Change the last token,
# and no earlier result may change.
later = torch.ones(6, 6, dtype=torch.bool, device=device).triu(diagonal=1)
masked_shares = scores.masked_fill(later, float("-inf")).softmax(dim=-1)
causal = F.scaled_dot_product_attention(query, key, value, is_causal=True)
torch.testing.assert_close(causal, masked_shares @ value, **close)
changed = value.clone()
changed[:, -1] += 100
moved = (F.scaled_dot_product_attention(query, key, changed, is_causal=True) - causal).abs().amax(dim=(0, 2))
print(f"{moved = }")
assert moved[:-1].eq(0).all() and moved[-1] > 1 and masked_shares[:, later].eq(0).all()
torch.testing.assert_close(causal[:, 0], value[:, 0], **close)  # the first place sees only itself

# %%
# Often written: ``True`` in a mask means "hidden". Run it: in ``F.scaled_dot_product_attention`` a
# ``True`` means "may look", in ``nn.MultiheadAttention`` it means "must not look". No error tells
# you that you have them the wrong way round, so look at the shares.
attention = nn.MultiheadAttention(64, num_heads=4, batch_first=True).to(device)
hidden_shares = attention(query, query, query, attn_mask=later)[1]
torch.testing.assert_close(F.scaled_dot_product_attention(query, key, value, attn_mask=~later), causal, **close)
print(f"{(~later).sum().item()} of 36 pairs may look; {(hidden_shares[0] > 0).sum().item()} shares are not 0")
assert hidden_shares[:, later].eq(0).all() and hidden_shares[:, ~later].gt(0).all()
assert (~later).sum() == 6 * 7 / 2

# %%
# Heads
# -----
# So far a place has one set of shares, although it may need one thing from here and another from
# there. So the features are cut into heads, each with its own queries, keys and values, and the
# results are joined again. ``nn.MultiheadAttention`` does it between two linear layers. By hand:
# project, cut 64 features into 4 heads of 16, attend in each, join, project.
x = torch.randn(1, 6, 64, device=device)
query, key, value = F.linear(x, attention.in_proj_weight, attention.in_proj_bias).chunk(3, dim=-1)
query, key, value = (part.unflatten(-1, (4, 16)).transpose(1, 2) for part in (query, key, value))
heads = F.scaled_dot_product_attention(query, key, value)
by_hand = attention.out_proj(heads.transpose(1, 2).flatten(start_dim=2))
output, shares = attention(x, x, x, average_attn_weights=False)
print(f"{query.shape = }, {heads.shape = }, {shares.shape = }")
torch.testing.assert_close(output, by_hand, **close)
torch.testing.assert_close(shares, (query @ key.transpose(2, 3) / 16**0.5).softmax(dim=-1), **close)
assert shares.shape == (1, 4, 6, 6) and heads.shape == (1, 4, 6, 16)
torch.testing.assert_close(attention(x, x, x)[1], shares.mean(dim=1))  # by default the heads are averaged

# %%
# The weights are random, and yet each head mixes the six places in its own way. A row shows where
# one place looks; it adds up to 1.
figure, all_axes = plt.subplots(1, 4, figsize=(7.4, 2.7), sharey=True, layout="constrained")
for head, axes in enumerate(all_axes):
    image = axes.imshow(shares[0, head].detach().cpu().numpy(), cmap="Blues", vmin=0, vmax=shares.max().item())
    axes.set(title=f"head {head}", xlabel="looks at place")
all_axes[0].set(ylabel="place")
figure.colorbar(image, ax=all_axes, label="share")
figure.suptitle("Four untrained heads look at the same six places")
plt.show()

# %%
# Attention does not know the order
# ---------------------------------
# Often written: a transformer reads from left to right, as a recurrent network does. Run it, with no
# mask: shuffle the places, and you get the same results, shuffled. Order has to be put in; the usual
# way is to add a vector to each place that depends on its position. With it, the same token at two
# places is no longer the same.
shuffled = torch.tensor([3, 0, 5, 1, 4, 2], device=device)
positions = torch.randn(6, 64, device=device)
without = attention(x[:, shuffled], x[:, shuffled], x[:, shuffled])[0], attention(x, x, x)[0][:, shuffled]
first, second = x[:, shuffled] + positions, x + positions
with_positions = attention(first, first, first)[0], attention(second, second, second)[0][:, shuffled]
for name, (one, other) in (("without", without), ("with", with_positions)):
    print(f"{name} positions, results differ by up to {(one - other).abs().max():.4f}")
torch.testing.assert_close(*without, **close)
assert (with_positions[0] - with_positions[1]).abs().max() > 0.05

# %%
# A small transformer
# -------------------
# The task: write a sequence of eight tokens backwards. A vector for the token plus one for the place
# go into an encoder block: attention, then two linear layers for each place by itself. The result of
# each part is added to its input and normalised. ``nn.TransformerEncoderLayer`` is the same block;
# written out, it hands you the shares as well.
num_tokens, length, width = 10, 8, 32


class Reverser(nn.Module):
    def __init__(self):
        super().__init__()
        self.token, self.position = nn.Embedding(num_tokens, width), nn.Embedding(length, width)
        self.attention = nn.MultiheadAttention(width, num_heads=1, batch_first=True)
        self.feedforward = nn.Sequential(nn.Linear(width, 2 * width), nn.ReLU(), nn.Linear(2 * width, width))
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.answer = nn.Linear(width, num_tokens)

    def forward(self, tokens, attn_mask=None):
        x = self.token(tokens) + self.position.weight
        mixed, shares = self.attention(x, x, x, attn_mask=attn_mask)
        x = self.norm1(x + mixed)
        x = self.norm2(x + self.feedforward(x))
        return self.answer(x), shares


model = Reverser().to(device)
block = nn.TransformerEncoderLayer(width, nhead=1, dim_feedforward=2 * width, dropout=0.0, batch_first=True).to(device)
names = {"self_attn": "attention", "linear1": "feedforward.0", "linear2": "feedforward.2"}
ours = model.state_dict()
theirs = {name: ours[".".join([names.get(part, part) for part in name.split(".")])] for name in block.state_dict()}
block.load_state_dict(theirs)
tokens = torch.randint(num_tokens, (5, length), device=device)
logits, untrained = model(tokens)
torch.testing.assert_close(model.answer(block(model.token(tokens) + model.position.weight)), logits, **close)
print(f"{logits.shape = }, {untrained.shape = }, {len(ours)} parameter tensors")
assert logits.shape == (5, 8, 10) and untrained.shape == (5, 8, 8)

# %%
# Each batch is new, so the model cannot learn sequences by heart: what it gets right at the end, it
# has not seen.
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
losses, accuracies = [], []
for _ in range(80):
    tokens = torch.randint(num_tokens, (64, length), device=device)
    logits, shares = model(tokens)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens.flip(1).flatten())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.detach())
    accuracies.append((logits.argmax(dim=-1) == tokens.flip(1)).float().mean())
print(f"loss {losses[0]:.2f} at first, {losses[-1]:.3f} at last; accuracy {accuracies[0]:.2f} and {accuracies[-1]:.3f}")
print(f"{tokens[0].tolist()} becomes {logits[0].argmax(dim=-1).tolist()}")
assert accuracies[0] < 0.3 and accuracies[-1] > 0.98 and losses[-1] < 0.2

# %%
figure, axes = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
axes.plot(torch.stack(accuracies).cpu().numpy(), color="#0072b2")
axes.axhline(1 / num_tokens, color="gray", linestyle=":")
axes.text(80, 1 / num_tokens + 0.02, "guessing", color="gray", fontsize=11, ha="right")
axes.set(title="Share of tokens put in their place", xlabel="batches", ylabel="accuracy", ylim=(0, 1.05))
plt.show()

# %%
# The map
# -------
# To write the sequence backwards, the first place must copy from the last, the second from the last
# but one. Nobody has told the model. Look where it looks: after training, the shares lie on the
# other diagonal.
figure, all_axes = plt.subplots(1, 2, figsize=(7.4, 3.9), sharey=True, layout="constrained")
for axes, weights, name in zip(all_axes, (untrained, shares), ("untrained", "trained")):
    image = axes.imshow(weights.detach().mean(dim=0).cpu().numpy(), cmap="Blues", vmin=0, vmax=1)
    axes.set(title=name, xlabel="looks at place", xticks=range(length))
all_axes[0].set(ylabel="place", yticks=range(length))
figure.colorbar(image, ax=all_axes, label="share, mean of a batch")
figure.suptitle("To reverse a sequence, each place learns to look at its mirror place")
plt.show()
mirror = shares.mean(dim=0).flip(1).diagonal()
print(f"shares on the mirror diagonal: {mirror.min():.2f} to {mirror.max():.2f}, untrained "
      f"{untrained.mean(dim=0).flip(1).diagonal().mean():.2f}")
assert mirror.min() > 0.8 and untrained.mean(dim=0).flip(1).diagonal().mean() < 0.4

# %%
# Does the model answer from these shares, or are they decoration? Hide from each place its mirror
# place and nothing else. If the answer came from elsewhere, it would still be right.
hide = torch.eye(length, dtype=torch.bool, device=device).flip(1)
with torch.no_grad():
    answers = {"seen": model(tokens)[0], "hidden": model(tokens, attn_mask=hide)[0]}
accuracy = {name: (logits.argmax(dim=-1) == tokens.flip(1)).float().mean().item() for name, logits in answers.items()}
print(f"accuracy with the mirror place seen {accuracy['seen']:.2f}, hidden {accuracy['hidden']:.2f}")
assert accuracy["seen"] > 0.98 and accuracy["hidden"] < 0.5 and hide.sum() == length
assert answers["hidden"].shape == answers["seen"].shape

# %%
# Exercises
# ---------
# 1. Compute the output of the causal mask for place 2 alone, from the first three keys and values.
#    Hint: slice.
# 2. Teach the model to sort instead. Does the map still show a diagonal? Hint:
#    ``tokens.sort(dim=1).values`` is the target.
# 3. Mask padding: make the last two places invisible. Hint: ``key_padding_mask`` is ``True`` where
#    nobody may look.

# %%
# Solution 1
# ^^^^^^^^^^
# A mask only saves you the loop: each place attends to what came so far.
query, key, value = (torch.randn(1, 6, 16, device=device) for _ in range(3))
masked = F.scaled_dot_product_attention(query, key, value, is_causal=True)
alone = F.scaled_dot_product_attention(query[:, 2:3], key[:, :3], value[:, :3])
torch.testing.assert_close(masked[:, 2:3], alone, **close)

# %%
# Solution 2
# ^^^^^^^^^^
# Where a token goes depends on the tokens now, not on its place, so the mean over a batch is spread
# out.
model = Reverser().to(device)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for _ in range(100):
    tokens = torch.randint(num_tokens, (64, length), device=device)
    logits, shares = model(tokens)
    optimizer.zero_grad()
    F.cross_entropy(logits.flatten(0, 1), tokens.sort(dim=1).values.flatten()).backward()
    optimizer.step()
right = (logits.argmax(dim=-1) == tokens.sort(dim=1).values).float().mean().item()
print(f"sorted right: {right:.2f}; largest mean share {shares.mean(dim=0).max():.2f}")
assert right > 0.5 and shares.mean(dim=0).max() < 0.6

# %%
# Solution 3
# ^^^^^^^^^^
# No share goes to the hidden places; the others share what they had.
hide = torch.zeros(1, 6, dtype=torch.bool, device=device)
hide[:, 4:] = True
result, shares = attention(x, x, x, key_padding_mask=hide)
torch.testing.assert_close(result[:, :4], attention(x[:, :4], x[:, :4], x[:, :4])[0], **close)
assert shares[..., 4:].eq(0).all()
torch.set_num_threads(num_threads)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/07_beyond/02_transfer_learning` starts from a network that others have trained, and
# :doc:`/lessons/07_beyond/03_speed` makes yours faster. More on attention:
# :doc:`/cards/nn/attention`; on the vectors of tokens and places: :doc:`/cards/nn/embedding`.
