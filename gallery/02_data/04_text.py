"""
Text without torchtext
======================

A network computes with numbers, so a text has to become numbers first. After this lesson you can cut a text into
tokens, build a vocabulary, pad sentences of unequal length into batches, sort them into buckets that need little
padding, and look their vectors up in an embedding. Python and torch are enough for all of it.

:Level: intermediate
:Before: :doc:`/lessons/02_data/02_batches`
:After: :doc:`/lessons/03_models/06_recurrent`, :doc:`/lessons/07_beyond/01_attention`
"""

# %%
# What took the place of torchtext
# --------------------------------
# Many courses still begin with ``import torchtext``. The library is archived: its last release was
# 0.18, in April 2024, and it is built for the torch of that time. Do not look for a version that
# fits. This is what you use instead:
#
# ==============================  ==============================================================
# torchtext                       today
# ==============================  ==============================================================
# ``get_tokenizer``               a function from ``str`` to a list of ``str``
# ``Field``, ``build_vocab``      ``collections.Counter``, a list and a dictionary
# ``Field(fix_length=...)``       slicing and ``F.pad``
# ``Iterator``                    ``DataLoader`` with a ``collate_fn``
# ``BucketIterator``              ``DataLoader`` with a ``batch_sampler``
# ``Vectors``, ``GloVe``          ``nn.Embedding.from_pretrained``
# ``datasets``                    a ``Dataset`` of your own, or the Hugging Face library datasets
# ==============================  ==============================================================

# sphinx_gallery_thumbnail_number = 1
import re
from collections import Counter

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

torch.manual_seed(0)
device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")

# %%
# A text
# ------
# This is how Lewis Carroll's Alice's Adventures in Wonderland begins (1865, in the public domain).
# Each stretch up to the next punctuation mark is one sample; their lengths differ a lot. The
# regular expression reads: some characters that are not such a mark, then one mark or several, and
# perhaps a closing quote or bracket. Joined again, the samples give the whole text.
passage = """
Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: once or
twice she had peeped into the book her sister was reading, but it had no pictures or conversations in it, "and what
is the use of a book," thought Alice "without pictures or conversations?" So she was considering in her own mind (as
well as she could, for the hot day made her feel very sleepy and stupid), whether the pleasure of making a
daisy-chain would be worth the trouble of getting up and picking the daisies, when suddenly a White Rabbit with pink
eyes ran close by her. There was nothing so very remarkable in that; nor did Alice think it so very much out of the
way to hear the Rabbit say to itself, "Oh dear! Oh dear! I shall be late!" (when she thought it over afterwards, it
occurred to her that she ought to have wondered at this, but at the time it all seemed quite natural); but when the
Rabbit actually took a watch out of its waistcoat-pocket, and looked at it, and then hurried on, Alice started to her
feet, for it flashed across her mind that she had never before seen a rabbit with either a waistcoat-pocket, or a
watch to take out of it, and burning with curiosity, she ran across the field after it, and fortunately was just in
time to see it pop down a large rabbit-hole under the hedge. In another moment down went Alice after it, never once
considering how in the world she was to get out again. The rabbit-hole went straight on like a tunnel for some way,
and then dipped suddenly down, so suddenly that Alice had not a moment to think about stopping herself before she
found herself falling down a very deep well. Either the well was very deep, or she fell very slowly, for she had
plenty of time as she went down to look about her and to wonder what was going to happen next. First, she tried to
look down and make out what she was coming to, but it was too dark to see anything; then she looked at the sides of
the well, and noticed that they were filled with cupboards and book-shelves; here and there she saw maps and pictures
hung upon pegs. She took down a jar from one of the shelves as she passed; it was labelled "ORANGE MARMALADE", but to
her great disappointment it was empty: she did not like to drop the jar for fear of killing somebody underneath, so
managed to put it into one of the cupboards as she fell past it. "Well!" thought Alice to herself, "after such a fall
as this, I shall think nothing of tumbling down stairs! How brave they'll all think me at home! Why, I wouldn't say
anything about it, even if I fell off the top of the house!" (Which was very likely true.) Down, down, down. Would
the fall never come to an end?
"""
text = " ".join(passage.split())
samples = re.findall(r'[^,;:.?!]+[,;:.?!]+[")]*', text)
print(f"{len(samples) = }", *samples[-5:], sep="\n")
assert "".join(samples) == text and samples[-1].strip() == "Would the fall never come to an end?"

# %%
# Tokens
# ------
# A tokenizer is a function that cuts a text into the pieces that get a number. Often written:
# ``text.split()`` does it. Run it: the comma stays on the word, so ``down`` and ``Down,`` become
# two different words. This expression takes a word with its apostrophes and hyphens, or else a
# single other sign. ``lower`` comes first.


def tokenize(text):
    return re.findall(r"\w+(?:['-]\w+)*|[^\w\s]", text.lower())


example = 'Down, the rabbit-hole! "Wouldn\'t it?"'
by_blanks, tokens = example.split(), tokenize(example)
print(f"{by_blanks = }", f"{tokens = }", sep="\n")
assert by_blanks == ["Down,", "the", "rabbit-hole!", '"Wouldn\'t', 'it?"']
assert tokens == ["down", ",", "the", "rabbit-hole", "!", '"', "wouldn't", "it", "?", '"']

# %%
# The vocabulary
# --------------
# Count the tokens of the training samples, and of these alone: words that only the test has must
# stay unknown, as the words of tomorrow will be. ``itos`` ("integer to string") lists the tokens,
# the most frequent first. Two entries that are no words go in front: ``<pad>`` to fill up short
# samples, ``<unk>`` for whatever is not in the list. ``stoi`` ("string to integer") is the way
# back. Most entries occur only once, as is usual in a short text.
train, test = samples[:48], samples[48:]
counts = Counter(token for sample in train for token in tokenize(sample))
itos = ["<pad>", "<unk>", *[token for token, count in counts.most_common()]]
stoi = {token: index for index, token in enumerate(itos)}
once = sum(count == 1 for count in counts.values())
print(f"{counts.total()} tokens, {len(counts)} different ones, of which {once} occur once")
print(f"{len(itos) = }, {itos[:8] = }, {stoi['alice'] = }")
assert all(itos[stoi[token]] == token for token in counts) and counts[itos[2]] == max(counts.values())
assert len(itos) == len(set(itos)) == len(counts) + 2 and once > len(counts) / 2
assert counts["alice"] == tokenize(" ".join(train)).count("alice") and train + test == samples

# %%
# Numbers
# -------
# ``encode`` looks each token up and falls back on ``<unk>``. Training samples survive the round
# trip, and a word that the training samples do not contain is lost for good. (Language models avoid
# that with tokens that are parts of words. The letters below are the smallest; ``volcano`` can be
# written with them.) Keep ``itos`` together with the model: without the list its numbers mean nothing.


def encode(sample):
    return torch.tensor([stoi.get(token, stoi["<unk>"]) for token in tokenize(sample)])


codes = encode("Alice fell down a volcano.")
print(codes, [itos[code] for code in codes])
unknown = sum((encode(sample) == stoi["<unk>"]).sum().item() for sample in test)
print(f"{unknown} of {sum(map(len, map(encode, test)))} tokens of the test samples are unknown")
assert all([itos[code] for code in encode(sample)] == tokenize(sample) for sample in train)
assert [itos[code] for code in codes] == ["alice", "fell", "down", "a", "<unk>", "."]
assert unknown == sum(token not in counts for token in tokenize(" ".join(test))) > 0

# %%
# Padding
# -------
# A tensor is a rectangle, so within a batch short samples are filled up with ``<pad>``. A
# ``DataLoader`` cannot stack unequal lengths by itself: give it a ``collate_fn``, a function that
# makes a batch from a list of samples. This one returns the true lengths as well; you need them for
# means, below, and for recurrent layers.


def collate(samples):
    rows = [encode(sample) for sample in samples]
    lengths = torch.tensor([len(row) for row in rows])
    return pad_sequence(rows, batch_first=True, padding_value=stoi["<pad>"]), lengths


try:
    next(iter(DataLoader([encode(sample) for sample in train], batch_size=2)))
except RuntimeError as refusal:
    print(f"RuntimeError: {refusal}")
else:
    raise AssertionError("rows of unequal length were expected to be refused")
batch, lengths = next(iter(DataLoader(train, batch_size=4, collate_fn=collate)))
print(f"{batch.shape = }, {lengths = }", batch, sep="\n")
assert batch.shape == (4, lengths.max()) and lengths.tolist() == [len(tokenize(sample)) for sample in train[:4]]
assert (batch != 0).sum(dim=1).equal(lengths) and (batch[0, lengths[0] :] == 0).all()

# %%
# Buckets
# -------
# A batch is as wide as its longest sample, and each place that is filled up costs computing time.
# Put samples of like length together. Often written: ``BucketIterator`` was there to turn words
# into numbers. Every iterator of torchtext did that; this one made buckets. The sampler below draws
# a new order, cuts it into chunks, sorts each chunk by length and yields its batches in random
# order. Without the chunks, almost the same samples would meet in every epoch.


class LengthBuckets:
    def __init__(self, lengths, batch_size, chunk_size):
        self.lengths, self.batch_size, self.chunk_size = lengths, batch_size, chunk_size

    def __iter__(self):
        batches = []
        for chunk in torch.randperm(len(self.lengths)).split(self.chunk_size):
            by_length = chunk[self.lengths[chunk].argsort()]
            batches += by_length.split(self.batch_size)
        yield from (batches[index].tolist() for index in torch.randperm(len(batches)))


lengths = torch.tensor([len(tokenize(sample)) for sample in train])
buckets = LengthBuckets(lengths, batch_size=6, chunk_size=24)
epochs = [list(buckets), list(buckets)]
print("lengths of the samples in each batch:", *[lengths[batch].tolist() for batch in epochs[0]], sep="\n")
for batches in epochs:
    assert sorted(sum(batches, [])) == list(range(48)) and {len(batch) for batch in batches} == {6}
    assert all(lengths[batch].diff().min() >= 0 for batch in batches)
assert sorted(epochs[0]) != sorted(epochs[1])  # other companions in the next epoch

# %%
# The picture shows one epoch in random order and one in buckets: each line is a sample, each batch
# a block. Blue are tokens, orange is padding, and white is outside the batch. Both epochs hold the
# same tokens.
loaders = {
    "random order": DataLoader(train, batch_size=6, shuffle=True, collate_fn=collate),
    "buckets": DataLoader(train, batch_sampler=buckets, collate_fn=collate),
}
figure, all_axes = plt.subplots(1, 2, figsize=(7.4, 5.2), sharey=True, layout="constrained")
padding = {}
for axes, (name, loader) in zip(all_axes, loaders.items()):
    picture, padded, places = torch.ones(len(train), lengths.max(), 3), 0, 0
    for number, (batch, _) in enumerate(loader):
        tokens = (batch != stoi["<pad>"])[..., None]
        colors = torch.where(tokens, torch.tensor([0.0, 0.45, 0.7]), torch.tensor([0.95, 0.65, 0.3]))
        picture[6 * number : 6 * number + len(batch), : batch.shape[1]] = colors
        padded, places = padded + (~tokens).sum().item(), places + batch.numel()
    padding[name] = padded
    assert len(loader.dataset) == 6 * (number + 1) and places - padded == lengths.sum()
    axes.imshow(picture.numpy(), aspect="auto", interpolation="nearest")
    axes.set(title=f"{name}: {padding[name]} padded places", xlabel="place in the sample")
    axes.set_yticks(torch.arange(5.5, 47, 6).numpy(), minor=True)
    axes.grid(which="minor", axis="y", color="white", linewidth=2)
all_axes[0].set(ylabel="sample, in blocks of one batch")
figure.suptitle(f"One epoch of {len(train)} samples: tokens blue, padding orange")
plt.show()
print(f"{lengths.sum().item()} tokens, {padding = }")
assert 0 < 2 * padding["buckets"] < padding["random order"]

# %%
# Vectors
# -------
# ``nn.Embedding`` is a table with one row of numbers for each entry of the vocabulary; a call picks
# rows. With ``padding_idx`` the row of ``<pad>`` is zero and gets no gradient. That keeps padding
# out of a sum, but not out of a mean: divide by the true length, or short samples get small
# vectors. ``nn.EmbeddingBag`` does both in one step and serves as the check.
embedding = nn.Embedding(len(itos), 5, padding_idx=stoi["<pad>"]).to(device)
batch, lengths = next(iter(loaders["random order"]))
batch, lengths = batch.to(device), lengths.to(device)
vectors = embedding(batch)
total = vectors.sum(dim=1)
right, wrong = total / lengths[:, None], vectors.mean(dim=1)
print(f"{batch.shape = }, {vectors.shape = }, {right.shape = }, largest error {(right - wrong).abs().max():.2f}")
assert vectors.shape == (*batch.shape, 5) and vectors[batch == 0].eq(0).all()
assert vectors[0, 0].equal(embedding.weight[batch[0, 0]])
bag = nn.EmbeddingBag.from_pretrained(embedding.weight.detach(), mode="mean", padding_idx=stoi["<pad>"])
torch.testing.assert_close(bag(batch), right.detach())
assert not torch.allclose(right, wrong, atol=0.01)
right.sum().backward()
assert embedding.weight.grad[stoi["<pad>"]].eq(0).all() and embedding.weight.grad[batch[0, 0]].ne(0).all()

# %%
# What an embedding knows
# -----------------------
# Often written: an embedding gives similar words similar vectors. Run it: a new table is random, it
# knows nothing. Similarity comes from training. A passage is short for words but long for letters,
# and letters are tokens like any others. So train a table of 27 letters, the blank included, with
# two numbers each, to predict the letter that comes next. ``pairs`` counts how often one letter
# follows another, so that each step can use the whole text: the loss is the mean of minus the
# logarithm of the probability that the true next letter gets.
letters = " abcdefghijklmnopqrstuvwxyz"
codes = torch.tensor([letters.index(letter) for letter in re.sub("[^a-z]+", " ", text.lower()).strip()])
pairs = torch.zeros(27, 27).index_put((codes[:-1], codes[1:]), torch.tensor(1.0), accumulate=True).to(device)
table, predict = nn.Embedding(27, 2).to(device), nn.Linear(2, 27).to(device)
untrained = table.weight.detach().clone()
optimizer = torch.optim.AdamW([*table.parameters(), *predict.parameters()], lr=0.05, weight_decay=0.3)
losses = []
for _ in range(200):
    logits = predict(table(torch.arange(27, device=device)))
    loss = -(pairs * logits.log_softmax(dim=1)).sum() / pairs.sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(f"{len(codes)} letters, loss {losses[0]:.2f} before, {losses[-1]:.2f} after training")
with torch.no_grad():  # the same loss, letter by letter; one step lies between the two
    again = F.cross_entropy(predict(table(codes[:-1].to(device))), codes[1:].to(device)).item()
assert abs(losses[-1] - again) < 0.01 and losses[-1] < losses[0] - 0.5
assert set("volcano") <= set(letters) and "volcano" not in stoi
assert pairs.sum() == len(codes) - 1 and pairs[letters.index("h"), letters.index("e")] == text.lower().count("he")

# %%
# Nobody told the table which letters are vowels. Yet what follows a vowel differs from what follows
# a consonant, and on average the two kinds end up in different directions. The cosine compares
# directions: 1 is the same, -1 the opposite. Left out are the consonants that hardly occur, and y,
# which is sometimes a vowel.
vowels = [letters.index(letter) for letter in "aeiou"]
consonants = [letters.index(letter) for letter in "bcdfghklmnprstvw"]
figure, all_axes = plt.subplots(1, 2, figsize=(7.4, 5), layout="constrained")
for axes, weight, name in zip(all_axes, (untrained, table.weight.detach()), ("before training", "trained")):
    direction = F.normalize(weight, dim=1)
    among = (((direction[vowels] @ direction[vowels].T).sum() - 5) / 20).item()  # without a vowel and itself
    across = (direction[vowels] @ direction[consonants].T).mean().item()
    print(f"{name}: mean cosine of two vowels {among:.2f}, of a vowel and a consonant {across:.2f}")
    for letter, (x, y) in zip(letters, weight.tolist()):
        color = "#d55e00" if letter in "aeiou" else "#0072b2"
        axes.text(x, y, letter.strip() or "blank", color=color, fontsize=14, ha="center", va="center")
    axes.plot(*weight.T.cpu().numpy(), alpha=0)  # sets the limits
    axes.set(title=name, xlabel="first number", ylabel="second number")
figure.suptitle("The vector of each letter: vowels orange, the others blue")
plt.show()
assert 0.3 < among < 1 and among - across > 0.4 and not untrained.equal(table.weight)  # the trained table

# %%
# Exercises
# ---------
# 1. Keep only tokens that occur at least twice. How much shorter does the vocabulary get, and how
#    many of the training tokens become ``<unk>``? Hint: filter ``counts.items()``.
# 2. Put ``<bos>`` and ``<eos>`` around each sample, so that a model can see where it begins and
#    ends. Hint: two more entries in the list, and ``torch.cat`` or ``F.pad`` in ``encode``.
# 3. Cut or fill every sample to exactly eight tokens, as ``fix_length`` did. Hint: slice, then
#    ``F.pad``.

# %%
# Solution 1
# ^^^^^^^^^^
# More than half of the entries go, but only the rare tokens, so far fewer of the running tokens are
# lost.
kept = [token for token, count in counts.items() if count >= 2]
lost = sum(count for count in counts.values() if count < 2)
print(f"{len(kept)} of {len(counts)} entries stay; {lost} of {counts.total()} tokens become <unk>")
assert len(kept) == len(counts) - once < len(counts) / 2 and lost == once < counts.total() / 2

# %%
# Solution 2
# ^^^^^^^^^^
# The new entries go to the end of the list, so that no other number changes.
with_marks = [*itos, "<bos>", "<eos>"]
bos, eos = with_marks.index("<bos>"), with_marks.index("<eos>")
marked = F.pad(F.pad(encode("Down, down"), (1, 0), value=bos), (0, 1), value=eos)
print(marked, [with_marks[code] for code in marked])
assert [with_marks[code] for code in marked] == ["<bos>", "down", ",", "down", "<eos>"]

# %%
# Solution 3
# ^^^^^^^^^^
# All rows are equally long now, and ``torch.stack`` needs no padding function.
rows = [encode(sample)[:8] for sample in train]
fixed = torch.stack([F.pad(row, (0, 8 - len(row)), value=stoi["<pad>"]) for row in rows])
print(f"{fixed.shape = }")
assert fixed.shape == (48, 8) and [itos[code] for code in fixed[-1, : len(rows[-1])]] == tokenize(train[-1])[:8]

# %%
# Where to go next
# ----------------
# :doc:`/lessons/03_models/06_recurrent` reads such batches step by step, and
# :doc:`/lessons/07_beyond/01_attention` all at once. More on each step:
# :doc:`/cards/text/pipeline`, :doc:`/cards/text/vocabulary`, :doc:`/cards/text/vectors` and
# :doc:`/cards/nn/embedding`.
