"""
Embeddings for categories
=========================

A table of words becomes a network's input. After this lesson you can turn the columns of a table into category codes,
give each column an embedding, put BatchNorm and Dropout where they belong, read a classification report, and judge from
two curves whether the model learns the table or learns it by heart.

:Level: intermediate
:Before: :doc:`/lessons/03_models/03_module`, :doc:`/lessons/02_data/02_batches`
:After: :doc:`/lessons/04_training/03_metrics`, :doc:`/lessons/04_training/04_overfitting`
"""

# %%
# The table
# ---------
# Each row is a car: six properties in words, and a verdict, ``output``. The file is a stand-in for the
# car-evaluation table of the UCI repository, with its columns and words and a rule of our own; the
# notebook of this lesson writes it where there is none. For the real one, put the names in ``columns``
# and ``output``, with commas, as a first line on top of ``car.data``. Look at the target first: with
# one common verdict and rare ones, a model that always gives the common one looks good.

# sphinx_gallery_thumbnail_number = 2
import os

import matplotlib.pyplot as plt
import pandas as pd
import torch
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn import functional as F

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
cars = pd.read_csv(os.path.join(os.environ.get("PROVEN_DATA", "data"), "car_evaluation.csv"))
columns = ["price", "maint", "doors", "persons", "lug_capacity", "safety"]
shares = cars["output"].value_counts(normalize=True)
print(cars.sample(3, random_state=0).to_string(), shares.round(3).to_dict(), sep="\n")
assert list(cars.columns) == [*columns, "output"] and not cars.isna().any(axis=None)

# %%
# Words to codes
# --------------
# ``astype("category")`` collects the words of a column, sorted; ``cat.codes`` has the position of
# each row's word among them. Often written: ``cat.codes()``, and that you cannot see which number
# means what. Run it: ``codes`` is no function, and ``cat.categories`` keeps the words. In a program
# for new data, keep these lists, so that a word gets the same code tomorrow.
table = cars.astype("category")
words = {column: list(table[column].cat.categories) for column in table}
codes = torch.tensor(table[columns].apply(lambda column: column.cat.codes).to_numpy(), dtype=torch.int64)
verdicts = torch.tensor(table["output"].cat.codes.to_numpy(), dtype=torch.int64)
print(f"{codes.shape = }, {codes.dtype = }\n{words['safety'] = }, {words['output'] = }\n{codes[0] = }")
assert [words[column][code] for column, code in zip(columns, codes[0].tolist())] == cars.loc[0, columns].tolist()
try:
    table["safety"].cat.codes()
except TypeError as refusal:
    print(f"TypeError: {refusal}")
else:
    raise AssertionError("cat.codes was expected not to be callable")

# %%
# Three parts
# -----------
# A fifth of the rows is for validation, a fifth for the test. ``stratify`` gives each part the same
# share of each verdict; otherwise a rare one may be missing.
rest, test = train_test_split(torch.arange(len(codes)), test_size=0.2, random_state=0, stratify=verdicts)
train, valid = train_test_split(rest, test_size=0.25, random_state=0, stratify=verdicts[rest])
codes, verdicts = codes.to(device), verdicts.to(device)
for name, part in [("train", train), ("valid", valid), ("test", test)]:
    counts = verdicts[part].bincount(minlength=len(shares)).tolist()
    print(f"{name}: {len(part)} rows, {dict(zip(words['output'], counts))}")
    assert abs(max(counts) / len(part) - shares.max()) < 0.01
assert len(torch.cat([train, valid, test]).unique()) == len(cars) and len(valid) == len(test)

# %%
# A vector for each word
# ----------------------
# The code of a word is a name, not an amount: ``med`` is not twice ``low``. An embedding gives each
# code a vector of its own, and learns it. It is a lookup in a table: a one-hot row times that table
# gives the same. How long the vectors are you choose; half the number of words, up to 50, is a rule
# of thumb. Often written: the sum of the lengths is the number of columns. Run it.
sizes = [(len(words[column]), min(50, (len(words[column]) + 1) // 2)) for column in columns]
width = sum(length for _, length in sizes)
embedding = nn.Embedding(*sizes[0], device=device)
vectors = embedding(codes[:5, 0])
print(f"{sizes = }\n{len(sizes) = }, {width = }, {vectors.shape = }")
one_hot = F.one_hot(codes[:5, 0], sizes[0][0]).float()
torch.testing.assert_close(vectors, one_hot @ embedding.weight)
assert width == 12 and len(sizes) == 6 and vectors.shape == (5, 2)

# %%
# The network
# -----------
# One embedding for each column, side by side in ``forward``: the vectors are joined when all columns
# have been looked up. Then follow two hidden blocks. BatchNorm keeps each feature near mean 0 and
# variance 1, Dropout sets a random part to zero so that no feature can be relied on alone. After
# ``eval()`` both change: BatchNorm uses the statistics that it has collected in training, and Dropout
# does nothing.
class CarNet(nn.Module):
    def __init__(self, sizes, num_classes, hidden=(64, 32), p=0.1):
        super().__init__()
        self.embeddings = nn.ModuleList([nn.Embedding(num_words, length) for num_words, length in sizes])
        layers, in_features = [], sum(length for _, length in sizes)
        for out_features in hidden:
            layers += [nn.Linear(in_features, out_features), nn.BatchNorm1d(out_features), nn.ReLU(), nn.Dropout(p)]
            in_features = out_features
        self.layers = nn.Sequential(*layers, nn.Linear(in_features, num_classes))

    def forward(self, codes):
        vectors = [embedding(codes[:, index]) for index, embedding in enumerate(self.embeddings)]
        return self.layers(torch.cat(vectors, dim=1))


model = CarNet(sizes, len(shares)).to(device)
logits = model(codes[:5])
print(f"{logits.shape = }, parameters: {sum(parameter.numel() for parameter in model.parameters())}")
in_embeddings = sum(num_words * length for num_words, length in sizes)
assert sum(p.numel() for p in model.parameters()) == in_embeddings + 64 * (12 + 3) + 32 * (64 + 3) + 4 * (32 + 1)
assert logits.shape == (5, 4) and not model(codes[:5]).equal(logits)  # Dropout draws anew
model.eval()
torch.testing.assert_close(model(codes[:1]), model(codes[:5])[:1])  # no other row plays a part

# %%
# A batch of one
# --------------
# In training, BatchNorm takes mean and variance over the batch, and one row has no variance. It
# happens with the last batch of an epoch, if one row is left over. ``drop_last=True`` in a
# ``DataLoader`` avoids it; the loop below leaves the rows that do not fill a batch out.
model.train()
try:
    model(codes[:1])
except ValueError as refusal:
    print(f"ValueError: {refusal}")
    assert "more than 1 value" in str(refusal)
else:
    raise AssertionError("a batch of one was expected to be refused")

# %%
# Training, and what to watch
# ---------------------------
# Two models: one sees all training rows, one only a twelfth of them. The second is given as many
# steps. After each epoch the loss is measured on its own training rows and on the validation rows,
# both in ``eval`` mode. The loss of the training batches would not do: Dropout raises it.
batch_size, num_steps, evaluate_every = 64, 480, 16


def fit(model, rows):
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, weight_decay=0.0)
    curves, batches = {"train": [], "valid": []}, []
    for step in range(num_steps):
        if not batches:
            batches = [part for part in rows[torch.randperm(len(rows))].split(batch_size) if len(part) == batch_size]
        batch = batches.pop()
        model.train()
        loss = F.cross_entropy(model(codes[batch]), verdicts[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if (step + 1) % evaluate_every == 0:
            model.eval()
            with torch.no_grad():
                for name, part in [("train", rows), ("valid", valid)]:
                    curves[name].append(F.cross_entropy(model(codes[part]), verdicts[part]).item())
    return curves


many = fit(model, train)
small_model = CarNet(sizes, len(shares)).to(device)
few = fit(small_model, train[: len(train) // 12])

# %%
# Judge by the distance between the curves, not by the training loss. Trained on all rows, both fall
# together: what the model learned holds for new cars. Trained on few, the training loss is lower
# still, while the validation loss rises: these rows are learned by heart. Stop where the
# validation loss is lowest, or find more data.
figure, all_axes = plt.subplots(1, 2, sharey=True, figsize=(8, 3.8), layout="constrained")
for axes, name, curves in zip(all_axes, ["all training rows", "a twelfth of them"], [many, few]):
    for part, color, style in [("train", "#0072b2", "--"), ("valid", "#d55e00", "-")]:
        steps = range(evaluate_every, num_steps + 1, evaluate_every)
        axes.plot(steps, curves[part], style, color=color, linewidth=2, label=part)
    axes.set(title=f"Loss with {name}", xlabel="step", ylabel="loss", yscale="log")
    axes.legend(fontsize=11)
    print(f"{name}: train {curves['train'][-1]:.4f}, valid {curves['valid'][-1]:.3f}, best {min(curves['valid']):.3f}")
plt.show()
assert len(many["valid"]) == num_steps // evaluate_every == 30
assert many["valid"][-1] < 0.15 and many["train"][-1] < 0.1
assert few["valid"][-1] > max(0.3, 20 * few["train"][-1], min(few["valid"])) and few["train"][-1] < 0.05

# %%
# The report
# ----------
# Now the test rows, once. For each verdict: precision is the share of right answers where the model
# said so, recall the share of such cars that it found. ``macro avg`` counts each verdict alike: a
# rare one that is missed shows there and hardly in the accuracy. The model has to beat the answer
# that is always the same.
model.eval()
with torch.no_grad():
    answers = model(codes[test]).argmax(dim=1)
truth = verdicts[test]
arguments = {"y_true": truth.cpu(), "y_pred": answers.cpu(), "target_names": words["output"], "zero_division": 0}
print(classification_report(**arguments, digits=3))
report = classification_report(**arguments, output_dict=True)
accuracy = (answers == truth).float().mean().item()
print(f"{accuracy = :.3f}, always the same answer: {shares.max():.3f}")
for number, word in enumerate(words["output"]):
    found = ((answers == number) & (truth == number)).sum()
    torch.testing.assert_close(found / (truth == number).sum(), torch.tensor(report[word]["recall"]).to(found / 1))
    torch.testing.assert_close(found, (report[word]["precision"] * (answers == number).sum()).round().to(found))
assert accuracy > 0.93 > shares.max() and abs(report["accuracy"] - accuracy) < 1e-6

# %%
# What the vectors say
# --------------------
# Here are the vectors of all words. At first they were random; training has moved them apart, to
# where the layers behind can tell the words from each other. Read no order and no meaning into the
# axes: the layers may turn and stretch the picture as they like, and another seed gives another
# one. Longer vectors would hold more than two numbers and need a projection to be drawn.
figure, all_axes = plt.subplots(2, 3, figsize=(8, 5.2), layout="constrained")
for axes, column, embedding in zip(all_axes.flat, columns, model.embeddings):
    points = embedding.weight.detach().cpu()
    axes.plot(*points.T, "o", color="#0072b2", markersize=7)
    for word, point in zip(words[column], points.tolist()):
        axes.annotate(word, point, xytext=(0, 7), textcoords="offset points", ha="center", fontsize=11)
    axes.margins(0.3)
    axes.set_title(column)
figure.suptitle("A learned vector for each word of each column")
figure.supxlabel("first number of the vector", fontsize=11)
figure.supylabel("second number", fontsize=11)
plt.show()
assert [tuple(embedding.weight.shape) for embedding in model.embeddings] == sizes

# %%
# Exercises
# ---------
# 1. Describe a car in words and ask the model. Hint: ``words[column].index(word)``.
# 2. Which column matters most? Hint: shuffle one column of the validation rows, and see how much
#    accuracy is lost.
# 3. What if a word turns up that training never saw? Hint: ``pd.Index(words[column])`` finds the
#    codes of many words at once; keep row 0 of an embedding for those that it does not find.

# %%
# Solution 1
# ^^^^^^^^^^
# The same car twice, with another safety. Use the lists of words that the codes were made with.
for safety in ("low", "high"):
    car = dict(zip(columns, ["low", "low", "4", "4", "big", safety]))
    code = torch.tensor([[words[column].index(word) for column, word in car.items()]], device=device)
    with torch.no_grad():
        probability, answer = model(code).softmax(dim=1).max(dim=1)
    print(f"{safety = }: {words['output'][answer.item()]}, probability {probability.item():.3f}")
    assert (words["output"][answer.item()] == "unacc") == (safety == "low")

# %%
# Solution 2
# ^^^^^^^^^^
# Shuffled, a column has the same words, but says nothing about its row any more.
lost = {}
for index, column in enumerate(columns):
    shuffled = codes[valid]
    shuffled[:, index] = shuffled[torch.randperm(len(valid)), index]
    with torch.no_grad():
        right, wrong = (model(rows).argmax(dim=1) == verdicts[valid] for rows in (codes[valid], shuffled))
    lost[column] = (right.float().mean() - wrong.float().mean()).item()
print({column: round(share, 2) for column, share in sorted(lost.items(), key=lambda item: -item[1])})
assert lost["safety"] > 0.1 and lost["persons"] > lost["doors"]

# %%
# Solution 3
# ^^^^^^^^^^
# An unknown word gets the code -1. With one more row and all codes shifted by one, it has a vector.
# Set some words of the training rows to 0 at random, or that vector never learns anything.
found = torch.tensor(pd.Index(words["safety"]).get_indexer(["low", "hydrogen"]))
with_spare_row = nn.Embedding(len(words["safety"]) + 1, 2)
print(f"{found = }, {with_spare_row(found + 1).shape = }")
assert found.tolist() == [1, -1] and with_spare_row(found + 1)[1].equal(with_spare_row.weight[0])

# %%
# Where to go next
# ----------------
# :doc:`/lessons/04_training/04_overfitting` says what helps when the curves part, and
# :doc:`/lessons/04_training/03_metrics` more about scores for classes. More on each step:
# :doc:`/cards/tabular/encoding`, :doc:`/cards/tabular/embeddings`, :doc:`/cards/nn/embedding` and
# :doc:`/cards/nn/normalisation`.
