"""
Metrics
=======

A metric says in one number how good the answers of a model are. After this lesson you can read a
confusion matrix, compute accuracy, precision, recall and F1 by hand, get the same numbers from
TorchMetrics and from scikit-learn, and collect them over batches without a mistake.
There is no model here: the predictions are given, so that you can recount everything.

:Level: beginner
:Before: :doc:`/lessons/01_foundations/01_tensors`, :doc:`/lessons/03_models/02_logistic_regression`
:After: :doc:`/lessons/04_training/04_overfitting`, :doc:`/lessons/05_projects/01_mnist_cnn`
"""

# %%
# A hundred answers, most of one class
# ------------------------------------
#
# A classifier looked at a hundred photographs: 75 dogs, 15 cats and 10 foxes. Each row of the table
# is a true class and says how often each answer was given. Classes of unequal size are usual, and
# they are what makes metrics hard. The pairs of truth and answer are laid out and shuffled.

import matplotlib.pyplot as plt
import torch
from sklearn import metrics as sklearn_metrics
from torchmetrics.classification import (
    MulticlassAccuracy,
    MulticlassConfusionMatrix,
    MulticlassF1Score,
    MulticlassPrecision,
    MulticlassRecall,
)

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
class_names = ["dog", "cat", "fox"]
num_classes = len(class_names)
table = torch.tensor([[69, 5, 1], [6, 9, 0], [5, 2, 3]])

order = torch.randperm(100, generator=torch.Generator().manual_seed(0))
pairs = torch.arange(9).repeat_interleave(table.flatten())[order].to(device)
target, preds = pairs // num_classes, pairs % num_classes
print(f"{target[:8] = }\n{preds[:8]  = }\n{target.bincount() = }")
assert target.bincount().tolist() == [75, 15, 10]

# %%
# The confusion matrix
# --------------------
#
# Now count the pairs: row ``i``, column ``j`` holds how many samples of class ``i`` got the answer
# ``j``. Each pair gets a number of its own, and ``bincount`` counts them all at once. You will get
# the table back, by hand and from both libraries.
#
# Mind the order of the arguments: TorchMetrics takes the predictions first, scikit-learn the truth.
# A metric of TorchMetrics has a state, so it has to be moved to the device like a model.

confusion = (target * num_classes + preds).bincount(minlength=num_classes**2).reshape(num_classes, num_classes)
by_torchmetrics = MulticlassConfusionMatrix(num_classes).to(device)(preds, target)
by_sklearn = sklearn_metrics.confusion_matrix(target.cpu(), preds.cpu())

print(confusion)
assert confusion.tolist() == by_torchmetrics.tolist() == by_sklearn.tolist() == table.tolist()

# %%
# Next you see it drawn, twice. Divided by the sum of its row, a diagonal cell tells how much of a
# class was found: its recall. Divided by the sum of its column, it tells how far an answer can be
# trusted: its precision.

titles = {1: "Share of its row:\nrecall on the diagonal", 0: "Share of its column:\nprecision on the diagonal"}
figure, both = plt.subplots(1, 2, figsize=(6, 4.1), sharey=True, layout="constrained")
for axes, (dim, title) in zip(both, titles.items(), strict=True):
    share = confusion / confusion.sum(dim=dim, keepdim=True)
    axes.imshow(share.cpu().numpy(), cmap="Blues", vmin=0, vmax=1)
    for row, column in torch.cartesian_prod(torch.arange(3), torch.arange(3)).tolist():
        text = f"{confusion[row, column]}\n{share[row, column]:.0%}"
        axes.text(column, row, text, color="white" if share[row, column] > 0.7 else "black", ha="center", va="center")
    axes.set(title=title, xlabel="answer", xticks=range(3), xticklabels=class_names)
both[0].set(ylabel="truth", yticks=range(3), yticklabels=class_names)
figure.suptitle("Confusion matrix of 100 photographs")
plt.show()

# %%
# Precision, recall and F1 of each class
# --------------------------------------
#
# Seen from one class, a sample is a true positive (on the diagonal), a false positive (elsewhere in
# the column), a false negative (elsewhere in the row) or a true negative (all the rest). F1 is the
# harmonic mean of precision and recall: it is high only if both are.

true_positives = confusion.diagonal()
false_positives = confusion.sum(dim=0) - true_positives
false_negatives = confusion.sum(dim=1) - true_positives
precision = true_positives / (true_positives + false_positives)
recall = true_positives / (true_positives + false_negatives)
f1 = 2 * precision * recall / (precision + recall)

per_class = torch.stack([precision, recall, f1])
for name, scores in zip(class_names, per_class.T, strict=True):
    print("{}: precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(name, *scores))

# %%
# One number for all classes
# --------------------------
#
# There are three ways from a score per class to one score. ``macro`` is the plain mean: ten foxes
# count as much as 75 dogs. ``weighted`` is the mean weighted by class size. ``micro`` adds up the
# counts of all classes first. With ``None`` the libraries give the scores per class. You will see
# that the three differ, so a report has to say which one it gives.

weights = target.bincount() / len(target)
by_hand = {
    None: per_class,
    "macro": per_class.mean(dim=1),
    "weighted": (per_class * weights).sum(dim=1),
    "micro": [true_positives.sum() / (true_positives + false_positives).sum()] * 3,
}
torchmetrics_classes = (MulticlassPrecision, MulticlassRecall, MulticlassF1Score)
sklearn_functions = (sklearn_metrics.precision_score, sklearn_metrics.recall_score, sklearn_metrics.f1_score)
for average, scores in by_hand.items():
    for score, metric, function in zip(scores, torchmetrics_classes, sklearn_functions, strict=True):
        torch.testing.assert_close(metric(num_classes, average=average).to(device)(preds, target), score)
        by_sklearn = torch.as_tensor(function(target.cpu(), preds.cpu(), average=average))
        torch.testing.assert_close(by_sklearn.float(), score.cpu())
        if average:
            print(f"{average:>8} {function.__name__:<15} {score:.3f}")

# %%
# Both libraries agree with the work by hand. Where each sample has one class, ``micro`` says
# nothing new: each wrong answer is one false positive and one false negative, so precision, recall
# and F1 are all equal to the accuracy, the share of right answers. So is the weighted recall.
#
# Often written: the macro F1 is the harmonic mean of macro precision and macro recall. Run it. It
# is the mean of the F1 scores, which is another number.

accuracy = (preds == target).float().mean()
macro_precision, macro_recall, macro_f1 = by_hand["macro"]
harmonic = 2 / (1 / macro_precision + 1 / macro_recall)
print(f"{accuracy = :.3f}, {macro_f1 = :.3f}, {harmonic = :.3f}")
torch.testing.assert_close(by_hand["micro"][2], accuracy)
torch.testing.assert_close(by_hand["weighted"][1], accuracy)
assert macro_f1 + 0.02 < harmonic < macro_precision

# %%
# A good accuracy from a model that sees nothing
# ----------------------------------------------
#
# Let the answer be "dog" every time. The accuracy is the share of dogs, which looks fine. A macro
# score does not fall for it, since no cat and no fox is ever found.
#
# Beware: ``MulticlassAccuracy`` averages by ``macro`` unless you say otherwise. That is the mean of
# the recalls, not the share of right answers. scikit-learn calls it the balanced accuracy.

all_dogs = torch.zeros_like(target)
micro = MulticlassAccuracy(num_classes, average="micro").to(device)(all_dogs, target).item()
default = MulticlassAccuracy(num_classes).to(device)(all_dogs, target).item()
print(f"{micro = :.3f}, {default = :.3f}")

torch.testing.assert_close([micro, default], [75 / 100, (1 + 0 + 0) / 3])
assert micro == sklearn_metrics.accuracy_score(target.cpu(), all_dogs.cpu())
torch.testing.assert_close(default, float(sklearn_metrics.balanced_accuracy_score(target.cpu(), all_dogs.cpu())))

# %%
# Truth and prediction exchanged
# ------------------------------
#
# What if you give TorchMetrics the truth first, as scikit-learn wants it? Nothing complains, and
# the macro F1 stays the same. But precision and recall have changed places.

swapped = [metric(num_classes).to(device)(target, preds) for metric in torchmetrics_classes]
print(f"precision {swapped[0]:.3f}, recall {swapped[1]:.3f}, F1 {swapped[2]:.3f}")
torch.testing.assert_close(swapped, [macro_recall, macro_precision, macro_f1])
assert macro_precision - macro_recall > 0.1

# %%
# Over batches: keep counts, not scores
# -------------------------------------
#
# In training, answers come in batches. Often written: average the scores of the batches. Run it,
# in batches of 32, which leaves 4 for the last one, and in equal batches of 25. Calling a metric
# returns the score of that batch and adds the counts of the batch to its state. ``compute()`` turns
# all the counts into one score.

results = {}
micro_accuracy = MulticlassAccuracy(num_classes, average="micro").to(device)
for name, metric in (("accuracy", micro_accuracy), ("macro F1", MulticlassF1Score(num_classes).to(device))):
    for batch_size in (32, 25):
        metric.reset()
        batches = zip(preds.split(batch_size), target.split(batch_size), strict=True)
        scores = torch.stack([metric(*batch) for batch in batches]).cpu()
        results[name, batch_size] = scores, metric.compute().cpu()
        print(f"{name}, batches of {batch_size}: mean {scores.mean():.3f}, compute() {metric.compute():.3f}")

for (name, batch_size), (scores, whole) in results.items():
    torch.testing.assert_close(whole, (accuracy if name == "accuracy" else macro_f1).cpu())
    mean_is_right = abs(scores.mean() - whole) < 1e-3
    assert mean_is_right == (name == "accuracy" and batch_size == 25)

# %%
# ``compute()`` is right every time. The mean of the batch scores is right only for the accuracy in
# equal batches. In unequal ones, the four samples of the last batch weigh as much as 32 others. F1
# divides by counts that differ from batch to batch, so its mean is wrong even in equal batches.

figure, both = plt.subplots(1, 2, figsize=(6, 3.4), sharey=True, layout="constrained")
for axes, key in zip(both, (("accuracy", 32), ("macro F1", 25)), strict=True):
    scores, whole = results[key]
    axes.bar(range(1, 5), scores.tolist(), color="lightgray")
    axes.axhline(whole.item(), color="tab:blue", label="all at once")
    axes.axhline(scores.mean().item(), color="tab:orange", linestyle="--", label="mean of batches")
    axes.set(title=f"{key[0]}, batches of {key[1]}", xlabel="batch", ylabel="score", xticks=range(1, 5))
    axes.legend(loc="lower right", fontsize=9)
figure.suptitle("The mean of batch scores is not the score")
plt.show()

# %%
# One epoch after another
# -----------------------
#
# A state that remembers also has to forget. Suppose that in the second epoch every answer is right.
# Without ``reset()`` the first epoch is still in the score.

micro_accuracy.reset()
micro_accuracy.update(preds, target)
micro_accuracy.update(target, target)
without_reset = micro_accuracy.compute().item()
micro_accuracy.reset()
micro_accuracy.update(target, target)
with_reset = micro_accuracy.compute().item()
print(f"{without_reset = :.3f}, {with_reset = :.3f}")
torch.testing.assert_close([without_reset, with_reset], [(0.81 + 1) / 2, 1.0])

# %%
# ``update()`` adds to the state as a call does, but does not work out the score of the batch.
#
# Exercises
# ---------
#
# 1. Repair the mean of the batch accuracies without a metric object. Hint: weigh each batch by its
#    size. Why does the same not repair F1?
# 2. Give ``MulticlassAccuracy`` logits of shape ``(N, num_classes)`` instead of answers. Hint: make
#    some with ``torch.nn.functional.one_hot(preds).float()``. Who takes the ``argmax``?
# 3. A fox taken for a dog is worse than a dog taken for a cat. Find a score that says so. Hint:
#    multiply the confusion matrix by a table of costs.

# %%
# Solution 1
# ^^^^^^^^^^
# An accuracy divides by the size of the batch, so the weights undo the division. F1 divides by
# counts of answers and truths, for each class others, and the size of the batch does not undo that.
sizes = torch.tensor([32.0, 32, 32, 4])
for name, repaired in (("accuracy", True), ("macro F1", False)):
    scores, whole = results[name, 32]
    weighted = (scores * sizes).sum() / sizes.sum()
    print(f"{name}: weighted mean {weighted:.3f}, all at once {whole:.3f}")
    assert (abs(weighted - whole) < 1e-5) == repaired

# %%
# Solution 2
# ^^^^^^^^^^
# The metric does. It also takes floats for logits by their dtype and shape alone.
logits = torch.nn.functional.one_hot(preds, num_classes).float()
from_logits = MulticlassAccuracy(num_classes, average="micro").to(device)(logits, target)
print(f"{logits.shape = }, {from_logits = :.3f}")
torch.testing.assert_close(from_logits, accuracy)

# %%
# Solution 3
# ^^^^^^^^^^
# The mean cost per photograph. Summed over the matrix or looked up sample by sample, it is the
# same.
costs = torch.tensor([[0, 1, 1], [2, 0, 1], [5, 1, 0]], device=device)
mean_cost = (confusion * costs).sum() / confusion.sum()
print(f"{mean_cost = :.2f}, of which foxes {(confusion * costs)[2].sum() / confusion.sum():.2f}")
torch.testing.assert_close(mean_cost, costs[target, preds].float().mean())
torch.testing.assert_close(mean_cost.item(), (5 + 1 + 6 * 2 + 5 * 5 + 2) / 100)

# %%
# Where to go next
# ----------------
# :doc:`/lessons/04_training/04_overfitting` compares scores on data that a model has and has not
# seen. A model whose answers you can score is in :doc:`/lessons/05_projects/01_mnist_cnn`. See also
# :doc:`/cards/metrics/scores`, :doc:`/cards/metrics/torchmetrics` and
# :doc:`/cards/metrics/regression`.
