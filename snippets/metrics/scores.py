"""Scores for classifiers

A score says how good predictions are, in a number that a person can read. These cards count right and wrong answers by
hand, put the counts together to the usual scores, and compare each with scikit-learn and torchmetrics.
"""


def threshold():
    """``hypothesis >= torch.FloatTensor([0.5])`` is a bool tensor, and ``True`` for exactly 0.5 too.

    A probability becomes an answer by comparing it with a threshold. The number 0.5 works as well as a tensor, and it
    fits tensors on every device.

    >>> import torch
    >>> hypothesis = torch.tensor([[0.4], [0.5], [0.6]])
    >>> prediction = hypothesis >= torch.FloatTensor([0.5])
    >>> prediction
    tensor([[False],
            [ True],
            [ True]])
    >>> prediction.dtype
    torch.bool
    >>> torch.equal(prediction, hypothesis >= 0.5)
    True

    Often written: what is above 0.5 counts as true. That is ``>``, and the second answer changes.

    >>> hypothesis > 0.5
    tensor([[False],
            [False],
            [ True]])

    Spell the name in the same way each time.

    >>> prediction = hypothesus >= 0.5
    Traceback (most recent call last):
        ...
    NameError: name 'hypothesus' is not defined
    """


def correct_share():
    """The mean of ``prediction.float() == y_train`` is the accuracy, provided that both have the same shape.

    The comparison gives one ``True`` or ``False`` for each sample. Their sum counts the ``True`` ones, and ``len`` is
    the number of samples.

    >>> import torch
    >>> from torchmetrics.classification import BinaryAccuracy
    >>> prediction = torch.tensor([[True], [False], [True], [True], [False]])
    >>> y_train = torch.tensor([[1.0], [0.0], [0.0], [1.0], [0.0]])
    >>> correct_prediction = prediction.float() == y_train
    >>> correct_prediction.flatten()
    tensor([ True,  True, False,  True,  True])
    >>> correct_prediction.sum()
    tensor(4)
    >>> correct_prediction.sum().item() / len(correct_prediction)
    0.8
    >>> correct_prediction.float().mean()
    tensor(0.8000)
    >>> BinaryAccuracy()(prediction.float(), y_train)
    tensor(0.8000)

    With labels of shape ``(5,)`` each prediction is compared with every label. There are 25 answers, and no error.

    >>> y_flat = y_train.flatten()
    >>> spread = prediction.float() == y_flat
    >>> spread.shape
    torch.Size([5, 5])
    >>> spread.sum().item() / len(spread)
    2.4
    """


def counts():
    """TP, FP, TN, FN: the first letter says whether the answer was right, the second what the answer was.

    Positive and negative are what the model answered. So FN is a "negative" that was wrong: the sample is positive.
    Count by hand first.

    >>> import torch
    >>> from torchmetrics.functional import stat_scores
    >>> from torchmetrics.functional.classification import binary_stat_scores
    >>> from sklearn.metrics import confusion_matrix
    >>> truth = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    >>> answer = torch.tensor([0, 0, 0, 1, 0, 0, 1, 1, 1, 1])
    >>> TP = ((truth == 1) & (answer == 1)).sum().item()
    >>> FP = ((truth == 0) & (answer == 1)).sum().item()
    >>> TN = ((truth == 0) & (answer == 0)).sum().item()
    >>> FN = ((truth == 1) & (answer == 0)).sum().item()
    >>> TP, FP, TN, FN
    (4, 1, 3, 2)

    torchmetrics returns them in this order. The fifth number is the support, the number of positive samples.

    >>> binary_stat_scores(answer, truth)
    tensor([4, 1, 3, 2, 6])
    >>> stat_scores(answer, truth, task="binary")
    tensor([4, 1, 3, 2, 6])

    scikit-learn returns a matrix, with TN in its first cell and TP in its last.

    >>> confusion_matrix(truth, answer)
    array([[3, 1],
           [2, 4]])
    """


def error_types():
    """A false positive is a false alarm, called a Type I error; a false negative is a miss, a Type II error.

    Which one is worse depends on the task. A spam filter should not have false alarms, a smoke detector should not
    miss.

    >>> import torch
    >>> from torchmetrics.functional import stat_scores
    >>> from sklearn.metrics import confusion_matrix
    >>> fire = torch.tensor([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1])
    >>> alarm = torch.tensor([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1])
    >>> false_alarms = (alarm == 1) & (fire == 0)
    >>> misses = (alarm == 0) & (fire == 1)
    >>> false_alarms.sum(), misses.sum()
    (tensor(3), tensor(2))

    In torchmetrics' ``[TP, FP, TN, FN, support]`` they have the indices 1 and 3, in the matrix the cells (0, 1) and
    (1, 0).

    >>> stat_scores(alarm, fire, task="binary")
    tensor([1, 3, 5, 2, 3])
    >>> matrix = confusion_matrix(fire, alarm)
    >>> matrix.tolist()
    [[5, 3], [2, 1]]
    >>> matrix[0, 1].item(), matrix[1, 0].item()
    (3, 2)
    """


def confusion_layout():
    """In scikit-learn and torchmetrics the confusion matrix is ``[[TN, FP], [FN, TP]]``: rows are truth, 0 comes first.

    Often written: ``[[TP, FN], [FP, TN]]``, the layout of many textbooks. Run it with 3 TN, 1 FP, 2 FN and 4 TP.

    >>> import torch
    >>> from sklearn.metrics import confusion_matrix
    >>> from torchmetrics import ConfusionMatrix
    >>> from torchmetrics.classification import BinaryConfusionMatrix
    >>> truth = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    >>> answer = torch.tensor([0, 0, 0, 1, 0, 0, 1, 1, 1, 1])
    >>> BinaryConfusionMatrix()(answer, truth)
    tensor([[3, 1],
            [2, 4]])
    >>> confusion_matrix(truth, answer)
    array([[3, 1],
           [2, 4]])

    In scikit-learn you may choose the order. This is the textbook's:

    >>> confusion_matrix(truth, answer, labels=[1, 0])
    array([[4, 2],
           [1, 3]])

    One sample shows what rows and columns are: actual 1, predicted 0, so row 1, column 0.

    >>> confusion_matrix([1], [0], labels=[0, 1])
    array([[0, 0],
           [1, 0]])

    With more classes the right answers stand on the diagonal. ``normalize="true"`` divides each row by its sum.

    >>> predicted, labels = torch.tensor([0, 0, 2, 1, 0, 2]), torch.tensor([0, 0, 0, 1, 1, 2])
    >>> ConfusionMatrix(task="multiclass", num_classes=3)(predicted, labels)
    tensor([[2, 0, 1],
            [1, 1, 0],
            [0, 0, 1]])
    >>> ConfusionMatrix(task="multiclass", num_classes=3, normalize="true")(predicted, labels)
    tensor([[0.6667, 0.0000, 0.3333],
            [0.5000, 0.5000, 0.0000],
            [0.0000, 0.0000, 1.0000]])
    """


def accuracy():
    """Accuracy is ``(TP + TN) / (TP + TN + FP + FN)``, and can be 0.99 for a model that finds nothing.

    Often written without the parentheses. Python, like arithmetic, divides before it adds.

    >>> import torch
    >>> from sklearn.metrics import accuracy_score, recall_score
    >>> from torchmetrics import functional
    >>> TP, TN, FP, FN = 3, 4, 2, 1
    >>> round(TP + TN / TP + TN + FP + FN, 2)
    11.33
    >>> (TP + TN) / (TP + TN + FP + FN)
    0.7

    Ten samples with these counts:

    >>> truth = torch.tensor([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    >>> answer = torch.tensor([1, 1, 1, 0, 1, 1, 0, 0, 0, 0])
    >>> accuracy_score(truth, answer)
    0.7
    >>> functional.accuracy(answer, truth, task="binary")
    tensor(0.7000)

    When one class is rare, a high accuracy may mean nothing. This model answers 0 whatever it is asked. ``recall``
    asks how many of the positive samples were found.

    >>> truth = torch.tensor([1] + 99 * [0])
    >>> always_no = torch.zeros(100)
    >>> accuracy_score(truth, always_no), recall_score(truth, always_no)
    (0.99, 0.0)
    """


def precision_and_recall():
    """Precision is ``TP / (TP + FP)``, a share of the alarms; recall is ``TP / (TP + FN)``, a share of the positives.

    Precision asks: of all that you called positive, how much was? Recall asks: of all that is positive, how much did
    you find? Often written without parentheses, which gives ``1 + FP`` and ``1 + FN``.

    >>> import torch
    >>> from sklearn.metrics import precision_score, recall_score
    >>> from torchmetrics import functional
    >>> TP, FP, FN = 3, 2, 1
    >>> TP / TP + FP, TP / TP + FN
    (3.0, 2.0)
    >>> TP / (TP + FP), TP / (TP + FN)
    (0.6, 0.75)
    >>> truth = torch.tensor([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    >>> answer = torch.tensor([1, 1, 1, 0, 1, 1, 0, 0, 0, 0])
    >>> precision_score(truth, answer), recall_score(truth, answer)
    (0.6, 0.75)
    >>> functional.precision(answer, truth, task="binary"), functional.recall(answer, truth, task="binary")
    (tensor(0.6000), tensor(0.7500))

    The truth comes first in scikit-learn and second in torchmetrics. In the wrong order you get the other score:

    >>> precision_score(answer, truth), functional.precision(truth, answer, task="binary")
    (0.75, tensor(0.7500))
    """


def f1_score():
    """F1 is the harmonic mean of precision and recall, ``2 * p * r / (p + r)``: one bad number keeps it low.

    >>> import torch
    >>> import sklearn.metrics, statistics
    >>> from torchmetrics import functional
    >>> p, r = 0.6, 0.75
    >>> round(2 * p * r / (p + r), 4), round(statistics.harmonic_mean([p, r]), 4)
    (0.6667, 0.6667)
    >>> truth = torch.tensor([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    >>> answer = torch.tensor([1, 1, 1, 0, 1, 1, 0, 0, 0, 0])
    >>> round(sklearn.metrics.f1_score(truth, answer), 4)
    0.6667
    >>> functional.f1_score(answer, truth, task="binary")
    tensor(0.6667)

    Whoever always answers 1 has a recall of 1. With one positive among ten, the ordinary mean would still be 0.55.

    >>> truth, answer = torch.tensor([1] + 9 * [0]), torch.ones(10)
    >>> p, r = sklearn.metrics.precision_score(truth, answer), sklearn.metrics.recall_score(truth, answer)
    >>> p, r, (p + r) / 2
    (0.1, 1.0, 0.55)
    >>> round(sklearn.metrics.f1_score(truth, answer), 4)
    0.1818
    """


def sklearn_report():
    """``confusion_matrix``, ``accuracy_score`` and ``classification_report`` come from ``sklearn.metrics``, not torch.

    All three take the truth first and then the predictions, as lists, arrays or CPU tensors.

    >>> import torch
    >>> from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
    >>> y_true, y_pred = [0, 0, 0, 1], [0, 0, 1, 1]
    >>> confusion_matrix(y_true, y_pred).tolist()
    [[2, 1], [0, 1]]
    >>> accuracy_score(y_true, y_pred)
    0.75
    >>> hasattr(torch, "accuracy_score"), hasattr(torch.nn, "Accuracy")
    (False, False)

    The report is a text with one row for each class. ``support`` is the number of samples of the class.

    >>> print(classification_report(y_true, y_pred).rstrip())
                  precision    recall  f1-score   support
    <BLANKLINE>
               0       1.00      0.67      0.80         3
               1       0.50      1.00      0.67         1
    <BLANKLINE>
        accuracy                           0.75         4
       macro avg       0.75      0.83      0.73         4
    weighted avg       0.88      0.75      0.77         4

    As a dictionary it can be computed with.

    >>> report = classification_report(y_true, y_pred, output_dict=True)
    >>> report["1"]["precision"], report["1"]["recall"], report["0"]["support"]
    (0.5, 1.0, 3.0)
    """


def class_scores():
    """``precision_recall_fscore_support`` gives the scores of each class; ``average`` says how to make one of them.

    ``"macro"`` is the plain mean over the classes, so a rare class counts as much as a frequent one. ``"weighted"``
    weights by the support, ``"micro"`` adds up all counts first, which here is the accuracy.

    >>> import torch
    >>> from sklearn.metrics import accuracy_score, precision_recall_fscore_support, recall_score
    >>> truth, answer = torch.tensor([0, 0, 0, 0, 1]), torch.tensor([0, 0, 0, 1, 1])
    >>> precision, recall, f_score, support = precision_recall_fscore_support(truth, answer)
    >>> precision.tolist(), recall.tolist()
    ([1.0, 0.5], [0.75, 1.0])
    >>> f_score.round(3).tolist(), support.tolist()
    ([0.857, 0.667], [4, 1])
    >>> recall_score(truth, answer, average="macro"), recall_score(truth, answer, average="weighted")
    (0.875, 0.8)
    >>> recall_score(truth, answer, average="micro"), accuracy_score(truth, answer)
    (0.8, 0.8)

    With more than two classes you must choose.

    >>> truth, answer = [0, 1, 2], [0, 1, 1]
    >>> recall_score(truth, answer)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Target is multiclass but average='binary'. Please choose another average setting, ...
    >>> recall_score(truth, answer, average=None).tolist(), round(recall_score(truth, answer, average="macro"), 4)
    ([1.0, 1.0, 0.0], 0.6667)
    """


def undefined_scores():
    """A precision without any positive answer is 0 / 0: scikit-learn warns and says 0.0, torchmetrics says 0 silently.

    You meet it in the first epochs, when a model answers the same for all. ``zero_division`` sets the value and ends
    the warning.

    >>> import torch, warnings
    >>> from sklearn.metrics import precision_score
    >>> from torchmetrics import functional
    >>> truth, answer = torch.tensor([0, 1]), torch.tensor([0, 0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     precision_score(truth, answer)
    0.0
    >>> caught[0].category.__name__, str(caught[0].message).split(".")[0]
    ('UndefinedMetricWarning', 'Precision is ill-defined and being set to 0')
    >>> precision_score(truth, answer, zero_division=1)
    1.0
    >>> functional.precision(answer, truth, task="binary")
    tensor(0.)
    """


def sklearn_labels():
    """``accuracy_score(y_test, logits)`` raises ``ValueError``: give ``logits.argmax(dim=1)``, class numbers.

    The messages speak of classification metrics, and a class is an integer. A model's output is one score for each
    class.

    >>> import torch
    >>> from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
    >>> y_test = torch.tensor([0, 3, 1])
    >>> y_val = torch.tensor([[2.0, 1.5, 1.1, 1.8], [0.4, 0.5, 0.9, 1.2], [2.5, 1.7, 1.9, 2.2]])
    >>> accuracy_score(y_test, y_val)
    Traceback (most recent call last):
        ...
    ValueError: Classification metrics can't handle a mix of multiclass and continuous-multioutput targets
    >>> confusion_matrix(y_test, y_val)
    Traceback (most recent call last):
        ...
    ValueError: Classification metrics can't handle a mix of multiclass and continuous-multioutput targets
    >>> classification_report(y_test, y_val)
    Traceback (most recent call last):
        ...
    ValueError: Classification metrics can't handle a mix of multiclass and continuous-multioutput targets

    The index of the largest score is the class.

    >>> y_val.argmax(dim=1)
    tensor([0, 3, 0])
    >>> round(accuracy_score(y_test, y_val.argmax(dim=1)), 4)
    0.6667
    >>> confusion_matrix(y_test, y_val.argmax(dim=1))
    array([[1, 0, 0],
           [1, 0, 0],
           [0, 0, 1]])

    scikit-learn works with NumPy arrays. A tensor on a GPU needs ``.cpu()`` first; one that requires grad needs
    ``.detach()``, which integers never do.

    >>> accuracy_score(y_test, y_val.requires_grad_())
    Traceback (most recent call last):
        ...
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> y_val.argmax(dim=1).cpu().requires_grad
    False
    """


def roc_auc():
    """``roc_auc_score`` is the share of pairs of a positive and a negative in which the positive has the higher score.

    It needs the scores themselves, not yes or no, and no threshold. Only their order counts, so logits are as good as
    probabilities. 0.5 is guessing.

    >>> import torch
    >>> from sklearn.metrics import roc_auc_score
    >>> from torchmetrics import AUROC
    >>> truth = torch.tensor([0, 0, 1, 1, 0])
    >>> score = torch.tensor([0.1, 0.4, 0.35, 0.8, 0.2])
    >>> pairs = score[truth == 1][:, None] > score[truth == 0]
    >>> pairs
    tensor([[ True, False,  True],
            [ True,  True,  True]])
    >>> round(pairs.float().mean().item(), 4), round(roc_auc_score(truth, score), 4)
    (0.8333, 0.8333)
    >>> AUROC(task="binary")(score, truth)
    tensor(0.8333)
    >>> round(roc_auc_score(truth, score.logit()), 4)
    0.8333

    Often written: ``roc_auc_score(truth, prediction)`` with rounded answers. Run it: the order within each answer is
    lost, a tie counts as half a pair, and the score is another.

    >>> roc_auc_score(truth, score.round())
    0.75
    """


def log_loss():
    """``log_loss`` is the cross-entropy loss as a score: it takes probabilities, where the loss takes logits.

    It sees how sure the model was, not only whether it was right. Lower is better. ``double()`` is there because
    scikit-learn warns about rows that do not sum to 1, and rounding in float32 is enough for that.

    >>> import torch
    >>> import sklearn.metrics
    >>> from torch.nn import functional as F
    >>> labels = torch.tensor([0, 2, 1])
    >>> logits = torch.tensor([[2.0, 0.0, 1.0], [0.5, 0.0, 1.0], [1.0, 0.0, 0.0]])
    >>> probabilities = logits.double().softmax(dim=1)
    >>> F.cross_entropy(logits, labels)
    tensor(0.8798)
    >>> round(sklearn.metrics.log_loss(labels, probabilities), 4)
    0.8798

    For two classes, one probability for each sample, the one of class 1, is enough. That is the binary cross-entropy.

    >>> p, y = torch.tensor([0.25, 0.5, 0.9]), torch.tensor([0.0, 1.0, 1.0])
    >>> F.binary_cross_entropy(p, y), round(sklearn.metrics.log_loss(y, p), 4)
    (tensor(0.3621), 0.3621)
    """


def train_and_test():
    """A model can be right on every training row and no better than a coin on new rows: measure on data it never saw.

    Follow the scores on training and validation data while you train. Keep the test data for one measurement at the
    end. Here the labels are coin tosses, so there is nothing to learn. With 64 weights for 40 rows, a linear model
    fits them all the same. It answers 1 where its output is above 0.

    >>> import torch
    >>> from torchmetrics import Accuracy
    >>> generator = torch.Generator().manual_seed(1)
    >>> x, y = torch.randn(40, 64, generator=generator), torch.randint(2, (40,), generator=generator)
    >>> new_x, new_y = torch.randn(4000, 64, generator=generator), torch.randint(2, (4000,), generator=generator)
    >>> x.shape, new_x.shape
    (torch.Size([40, 64]), torch.Size([4000, 64]))
    >>> weight = torch.linalg.pinv(x) @ (2.0 * y - 1)
    >>> def answer(rows):
    ...     return rows @ weight > 0
    >>> on_train, on_new = Accuracy(task="binary"), Accuracy(task="binary")
    >>> on_train(answer(x), y)
    tensor(1.)
    >>> round(on_new(answer(new_x), new_y).item(), 1)
    0.5
    """
