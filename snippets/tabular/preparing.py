"""Preparing a table

Between the file and the first tensor a table is looked at, cleaned, joined, split and scaled, with pandas and
scikit-learn. What is learned from the data on the way, such as a mean, is learned from the training rows only.
"""


def columns_and_arrays():
    """``df.to_numpy()`` makes one array with one dtype of all columns; choose the columns first to get numbers.

    ``df["x"]`` is one column, a Series of shape ``(N,)``; ``df[["x"]]`` is a table with one column, ``(N, 1)``.

    >>> import torch
    >>> import pandas as pd
    >>> df = pd.DataFrame({"city": ["Rome", "Oslo"], "rooms": [2, 3], "price": [1.5, 2.5]})
    >>> df.dtypes.astype(str).to_dict()
    {'city': 'str', 'rooms': 'int64', 'price': 'float64'}
    >>> df.to_numpy().dtype, df[["rooms", "price"]].to_numpy().dtype, df["rooms"].to_numpy().dtype
    (dtype('O'), dtype('float64'), dtype('int64'))
    >>> df["rooms"].to_numpy().shape, df[["rooms"]].to_numpy().shape
    ((2,), (2, 1))
    >>> torch.tensor(df[["rooms", "price"]].to_numpy(dtype="float32"))
    tensor([[2.0000, 1.5000],
            [3.0000, 2.5000]])
    """


def count_values():
    """``value_counts`` shows how often each value occurs: look at the target before you choose a loss or a score.

    The most frequent comes first. ``normalize=True`` gives shares, ``dropna=False`` counts missing values too.

    >>> import torch
    >>> import pandas as pd
    >>> label = pd.Series(["no", "no", "yes", None, "no"])
    >>> label.value_counts().to_dict()
    {'no': 3, 'yes': 1}
    >>> label.value_counts(normalize=True).to_dict()
    {'no': 0.75, 'yes': 0.25}
    >>> label.value_counts(dropna=False).tolist(), label.isna().sum().item()
    ([3, 1, 1], 1)

    For a tensor of class numbers, ``bincount`` and ``unique`` count.

    >>> torch.bincount(torch.tensor([0, 0, 2, 0]))
    tensor([3, 0, 1])
    >>> torch.unique(torch.tensor([0, 0, 2, 0]), return_counts=True)
    (tensor([0, 2]), tensor([3, 1]))
    """


def fill_missing():
    """Fill gaps with a number from the training rows, as by ``fillna(train["x"].median())``, in the test rows too.

    A statistic of the test rows would let them leak into the preparation. Keep a second column that says where the
    gaps were, as the model may learn from that.

    >>> import torch
    >>> import pandas as pd
    >>> train, test = pd.DataFrame({"x": [1.0, None, 3.0, 8.0]}), pd.DataFrame({"x": [None, 100.0]})
    >>> train["x"].isna().tolist()
    [False, True, False, False]
    >>> fill = float(train["x"].median())
    >>> fill, float(train["x"].mean())
    (3.0, 4.0)
    >>> test["was_missing"] = test["x"].isna().astype("float32")
    >>> test["x"] = test["x"].fillna(fill)
    >>> torch.tensor(test.to_numpy(dtype="float32"))
    tensor([[  3.,   1.],
            [100.,   0.]])

    ``fillna`` returns a new column. Without the assignment nothing has changed.

    >>> train["x"].fillna(fill).tolist()
    [1.0, 3.0, 3.0, 8.0]
    >>> train["x"].tolist()
    [1.0, nan, 3.0, 8.0]
    """


def sample_rows():
    """``df.sample(frac=1, random_state=0)`` shuffles the rows, and their index labels move along.

    ``random_state`` makes it repeatable. ``reset_index(drop=True)`` numbers the rows anew; without it ``df.loc[0]`` is
    still the row that was first.

    >>> import torch
    >>> import pandas as pd
    >>> df = pd.DataFrame({"x": range(10, 15), "y": range(20, 25)})
    >>> shuffled = df.sample(frac=1, random_state=0)
    >>> shuffled.shape, shuffled.equals(df), shuffled.sort_index().equals(df)
    ((5, 2), False, True)
    >>> shuffled.equals(df.sample(frac=1, random_state=0)), (shuffled["y"] - shuffled["x"]).tolist()
    (True, [10, 10, 10, 10, 10])
    >>> shuffled.loc[0, "x"].item(), shuffled.iloc[0].equals(shuffled.reset_index(drop=True).loc[0])
    (10, True)

    ``n`` takes that many rows, none of them twice.

    >>> part = df.sample(n=3)
    >>> part["x"].is_unique, len(part)
    (True, 3)

    pandas draws from NumPy's random numbers: ``torch.manual_seed`` does not reach them.

    >>> orders = set()
    >>> for i in range(20):
    ...     generator = torch.manual_seed(0)
    ...     orders.add(tuple(df.sample(frac=1)["x"]))
    >>> len(orders) > 1
    True
    """


def group_rows():
    """``df.groupby("city")["x"].mean()`` has one row for each city; ``.transform("mean")`` one for each row of ``df``.

    Use the second to make a feature, such as the distance of a price from the mean of its city.

    >>> import torch
    >>> import pandas as pd
    >>> df = pd.DataFrame({"city": ["Rome", "Oslo", "Rome", "Rome"], "price": [1.0, 5.0, 2.0, 6.0]})
    >>> df.groupby("city")["price"].mean().to_dict()
    {'Oslo': 5.0, 'Rome': 3.0}
    >>> df.groupby("city").size().to_dict()
    {'Oslo': 1, 'Rome': 3}
    >>> df.groupby("city")["price"].transform("mean").tolist()
    [3.0, 5.0, 3.0, 3.0]
    >>> torch.tensor((df["price"] - df.groupby("city")["price"].transform("mean")).to_numpy())
    tensor([-2.,  0., -1.,  3.], dtype=torch.float64)
    """


def join_tables():
    """``left.merge(right, on="city", how="left")`` keeps all rows of ``left``; the default drops what has no match.

    Count the rows before and after: the default, ``how="inner"``, loses samples without a word, and a key that occurs
    twice on the right doubles them.

    >>> import torch
    >>> import pandas as pd
    >>> sales = pd.DataFrame({"city": ["Rome", "Oslo", "Rome", "Bern"], "price": [1, 5, 2, 6]})
    >>> size = pd.DataFrame({"city": ["Rome", "Oslo"], "people": [27, 7]})
    >>> len(sales), len(sales.merge(size, on="city")), len(sales.merge(size, on="city", how="left"))
    (4, 3, 4)
    >>> torch.tensor(sales.merge(size, on="city", how="left")[["price", "people"]].to_numpy())
    tensor([[ 1., 27.],
            [ 5.,  7.],
            [ 2., 27.],
            [ 6., nan]], dtype=torch.float64)

    ``validate="many_to_one"`` raises an error if a key occurs twice on the right.

    >>> doubled = pd.concat([size, size[:1]])
    >>> len(sales.merge(doubled, on="city", how="left"))
    6
    >>> sales.merge(doubled, on="city", how="left", validate="many_to_one")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    pandas.errors.MergeError: Merge keys are not unique in right dataset; not a many-to-one merge...
    """


def split_table():
    """``train_test_split(x, y)`` returns ``x_train, x_test, y_train, y_test`` in this order, and keeps rows together.

    It takes arrays, tables, lists and tensors, and gives back the same types. ``test_size`` is a share, or a number of
    rows.

    >>> import torch
    >>> from sklearn.model_selection import train_test_split
    >>> x, y = torch.arange(20).view(10, 2), torch.arange(10)
    >>> x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, random_state=0)
    >>> x_train.shape, x_test.shape, y_train.shape, y_test.shape
    (torch.Size([7, 2]), torch.Size([3, 2]), torch.Size([7]), torch.Size([3]))
    >>> torch.equal(x_train[:, 0], 2 * y_train), torch.equal(x_test[:, 0], 2 * y_test)
    (True, True)
    >>> torch.cat([y_train, y_test]).sort().values.tolist()
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

    The rows are shuffled, in the same way for the same ``random_state``. For a time series, where the test comes after
    the training, switch it off.

    >>> torch.equal(y_test, train_test_split(x, y, test_size=3, random_state=0)[3])
    True
    >>> train_test_split(y, test_size=3, shuffle=False)
    [tensor([0, 1, 2, 3, 4, 5, 6]), tensor([7, 8, 9])]

    Tables of different lengths are refused.

    >>> train_test_split(x, y[:9])
    Traceback (most recent call last):
        ...
    ValueError: Found input variables with inconsistent numbers of samples: [10, 9]
    """


def keep_shares():
    """``stratify=y`` gives training and test the same shares of each class; without it a rare class may be missing.

    Here 4 of 40 labels are positive, and the test takes 10 rows. Make 50 splits, and collect how many rows and how many
    positives the test part has.

    >>> import torch
    >>> from sklearn.model_selection import train_test_split
    >>> y = torch.tensor(4 * [1] + 36 * [0])
    >>> y.bincount()
    tensor([36,  4])
    >>> def tests(**options):
    ...     splits = [train_test_split(y, test_size=10, random_state=i, **options) for i in range(50)]
    ...     return sorted({(len(test), test.sum().item()) for train, test in splits})
    >>> tests()[:3]
    [(10, 0), (10, 1), (10, 2)]
    >>> tests(stratify=y)
    [(10, 1)]

    A class with a single sample cannot be in both parts.

    >>> y[3:].bincount()
    tensor([36,  1])
    >>> train_test_split(y[3:], test_size=10, stratify=y[3:])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: The least populated classes in y have only 1 member, which is too few. The minimum number of group...
    """


def three_parts():
    """Two calls of ``train_test_split`` make three parts; the second share is a share of what the first has left.

    For 60, 20 and 20 percent the second call needs 0.25, because a quarter of the remaining 80 is 20.

    >>> import torch
    >>> from sklearn.model_selection import train_test_split
    >>> rows = torch.arange(100)
    >>> rest, test = train_test_split(rows, test_size=0.2)
    >>> train, validation = train_test_split(rest, test_size=0.25)
    >>> len(train), len(validation), len(test)
    (60, 20, 20)
    >>> torch.cat([train, validation, test]).unique().numel()
    100

    Often written: 0.2 both times. Run it: the parts differ.

    >>> [len(part) for part in train_test_split(rest, test_size=0.2)]
    [64, 16]
    """


def scale_columns():
    """``StandardScaler`` makes each column's mean 0 and standard deviation 1: ``fit`` it on the training rows only.

    It subtracts the mean and divides by the standard deviation. Columns of very different size can make training
    slow, since one learning rate must do for all weights. Use ``transform`` for validation and test, so that the same
    numbers are subtracted.

    >>> import torch
    >>> from sklearn.preprocessing import StandardScaler
    >>> train, test = torch.tensor([[1.0, 10.0], [3.0, 30.0], [8.0, 80.0]]), torch.tensor([[4.0, 70.0]])
    >>> scaler = StandardScaler().fit(train)
    >>> scaler.mean_, scaler.scale_.round(4)
    (array([ 4., 40.]), array([ 2.9439, 29.4392]))
    >>> scaled = torch.tensor(scaler.transform(train))
    >>> scaled.std(dim=0, correction=0).round(decimals=4)
    tensor([1., 1.], dtype=torch.float64)
    >>> scaled.mean(dim=0).round(decimals=4).abs()
    tensor([0., 0.], dtype=torch.float64)
    >>> scaler.transform(test).round(4)
    array([[0.   , 1.019]])

    It is this arithmetic. ``correction=0`` divides by N; torch's ``std`` divides by N - 1 unless told otherwise.

    >>> (test - train.mean(dim=0)) / train.std(dim=0, correction=0)
    tensor([[0.0000, 1.0190]])

    Fitted on the test row itself, it makes zeros of it, whatever is in it.

    >>> StandardScaler().fit_transform(test)
    array([[0., 0.]])
    """


def scaler_details():
    """``StandardScaler`` wants a table of shape ``(N, features)``, and returns NumPy arrays, float64 for a tensor.

    A column as a vector is refused. ``inverse_transform`` turns scaled predictions back into units. A float32 array
    stays float32, so ``.numpy()`` saves the conversion later.

    >>> import torch
    >>> from sklearn.preprocessing import StandardScaler
    >>> prices = torch.tensor([100.0, 300.0, 500.0])
    >>> StandardScaler().fit(prices)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    ValueError: Expected 2D array, got 1D array instead:...
    >>> scaler = StandardScaler()
    >>> scaled = scaler.fit_transform(prices.view(-1, 1))
    >>> type(scaled).__name__, scaled.shape, scaled.dtype
    ('ndarray', (3, 1), dtype('float64'))
    >>> scaler.transform(prices.view(-1, 1).numpy()).dtype
    dtype('float32')
    >>> scaler.inverse_transform(scaled).ravel().round(2).tolist()
    [100.0, 300.0, 500.0]
    >>> scaler.inverse_transform([[0.0]]).tolist()
    [[300.0]]

    Unfitted, it has nothing to subtract.

    >>> StandardScaler().transform(prices.view(-1, 1))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    sklearn.exceptions.NotFittedError: This StandardScaler instance is not fitted yet. ...

    A column without any spread is only shifted, not divided by 0.

    >>> StandardScaler().fit_transform([[7.0, 1.0], [7.0, 3.0]]).tolist()
    [[0.0, -1.0], [0.0, 1.0]]
    """
