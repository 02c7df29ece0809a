"""Printing tensors and numbers

What ``print`` shows of a tensor is a summary for people: rounded, shortened, with notes about dtype and history. These
cards say what the text means, and how to get the bare number when you report a loss.
"""


def outer_brackets():
    """A two-dimensional tensor prints as one nested list: a pair of brackets per row and a pair around all rows.

    The number of opening brackets at the start is the number of dimensions.

    >>> import torch
    >>> first, second = [0., 1., 2.], [2., 1., 0.]
    >>> t = torch.tensor([first, second])
    >>> t
    tensor([[0., 1., 2.],
            [2., 1., 0.]])
    >>> torch.zeros_like(t)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    >>> torch.ones_like(t)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])

    Often written: ``tensor([0., 1., 2.], [2., 1., 0.])``, without the outer pair. Run it: these are two arguments,
    and ``torch.tensor`` takes the data as one.

    >>> torch.tensor(first, second)
    Traceback (most recent call last):
        ...
    TypeError: tensor() takes 1 positional argument but 2 were given
    """


def rounded_display():
    """Printing rounds to four decimals; the stored value keeps the digits you do not see.

    So a number copied from the screen is not the number in the tensor, although both print alike. ``item()`` shows the
    stored value as a Python number.

    >>> import torch
    >>> t = torch.tensor([0.123456, 2.0])
    >>> t
    tensor([0.1235, 2.0000])
    >>> copied = torch.tensor([0.1235, 2.0])
    >>> copied
    tensor([0.1235, 2.0000])
    >>> t == copied
    tensor([False,  True])
    >>> t[0].item()
    0.12345600128173828

    ``torch.set_printoptions`` shows more digits, for all tensors, until you set it back.

    >>> torch.set_printoptions(precision=6)
    >>> t
    tensor([0.123456, 2.000000])
    >>> torch.set_printoptions(profile="default")
    >>> t
    tensor([0.1235, 2.0000])
    """


def shortened_output():
    """A tensor of more than 1000 elements prints only the first three and the last three of a long dimension.

    The three dots stand for elements that are there but not printed.

    >>> import torch
    >>> t = torch.arange(1001)
    >>> t
    tensor([   0,    1,    2,  ...,  998,  999, 1000])
    >>> t[500]
    tensor(500)

    Up to 1000 elements are printed in full.

    >>> "..." in str(torch.arange(1000))
    False
    >>> "..." in str(t)
    True
    """


def dtype_in_the_output():
    """A printed tensor names its dtype only where the numbers alone would give you another one.

    No ``dtype=`` means the default: ``float32`` for numbers with a point, ``int64`` for whole numbers, ``bool`` for
    ``True`` and ``False``.

    >>> import torch
    >>> torch.tensor([1.5, 2.5])
    tensor([1.5000, 2.5000])
    >>> torch.tensor([1.5, 2.5], dtype=torch.float64)
    tensor([1.5000, 2.5000], dtype=torch.float64)
    >>> t = torch.tensor([1, 2])
    >>> t
    tensor([1, 2])
    >>> torch.tensor([1, 2], dtype=torch.int32)
    tensor([1, 2], dtype=torch.int32)
    >>> torch.tensor([True, False])
    tensor([ True, False])

    When in doubt, ask.

    >>> t.dtype
    torch.int64
    """


def printed_grad_fn():
    """A result that autograd follows prints with a ``grad_fn``, its last operation, after the values.

    ``AddmmBackward0`` belongs to the one operation in a linear layer: a matrix product with the bias added. Here the
    weights are set by hand, so that you can check the value: 0.5 * 1 + 0.5 * 2 + 0.25.

    >>> import torch
    >>> layer = torch.nn.Linear(2, 1)
    >>> _ = torch.nn.init.constant_(layer.weight, 0.5)
    >>> _ = torch.nn.init.constant_(layer.bias, 0.25)
    >>> prediction = layer(torch.tensor([[1.0, 2.0]]))
    >>> print("prediction:", prediction)
    prediction: tensor([[1.7500]], grad_fn=<AddmmBackward0>)

    ``detach()`` leaves the history out; ``item()`` leaves only the number.

    >>> print("prediction:", prediction.detach())
    prediction: tensor([[1.7500]])
    >>> print("prediction:", prediction.item())
    prediction: 1.75

    A tensor that you made yourself has no last operation; it says that it requires a gradient.

    >>> torch.tensor([3.0], requires_grad=True)
    tensor([3.], requires_grad=True)
    """


def plain_number():
    """``t.item()`` turns a tensor with one element, whatever its shape, into a Python number.

    Use it when you print or record a loss: the number leaves the history behind from which
    autograd computes gradients.

    >>> import torch
    >>> torch.tensor([[3]]).item()
    3
    >>> torch.tensor([0.5]).item()
    0.5
    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> loss = w * w + 5
    >>> loss
    tensor(14., grad_fn=<AddBackward0>)
    >>> loss.item()
    14.0

    With more elements there is no single number to return. ``tolist()`` gives you all of them.

    >>> t = torch.tensor([1, 2])
    >>> t.item()
    Traceback (most recent call last):
        ...
    RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
    >>> t.tolist()
    [1, 2]
    """


def f_strings():
    """In an f-string a tensor without dimensions appears as its bare number, any other as ``tensor(...)``.

    A loss usually has no dimensions, so ``f"loss = {cost}"`` prints it the way you want.

    >>> import torch
    >>> cost = torch.tensor([9.5, 8.25]).sum()
    >>> cost.shape
    torch.Size([])
    >>> print(f"loss = {cost}")
    loss = 17.75
    >>> f"loss = {cost}" == f"loss = {cost.item()}"
    True

    One element in one dimension is still a list of one.

    >>> print(f"loss = {torch.tensor([9.5])}")
    loss = tensor([9.5000])
    """


def decimals_in_f_strings():
    """A format such as ``:.2f`` works on a tensor without dimensions and raises ``TypeError`` on any other.

    Without a format you see all digits of the Python number; ``float32`` cannot hold 9.66 exactly.

    >>> import torch
    >>> cost = torch.tensor(9.66)
    >>> print(f"loss = {cost}")
    loss = 9.65999984741211
    >>> print(f"loss = {cost:.2f}")
    loss = 9.66

    Even one element in one dimension is refused: take the number out with ``.item()`` first.

    >>> costs = torch.tensor([9.66])
    >>> print(f"loss = {costs:.2f}")
    Traceback (most recent call last):
        ...
    TypeError: unsupported format string passed to Tensor.__format__
    >>> print(f"loss = {costs.item():.1f}")
    loss = 9.7

    So is a parameter of a model, even without dimensions.

    >>> weight = torch.nn.Parameter(torch.tensor(9.66))
    >>> print(f"weight = {weight:.2f}")
    Traceback (most recent call last):
        ...
    TypeError: unsupported format string passed to Parameter.__format__
    >>> print(f"weight = {weight.item():.2f}")
    weight = 9.66
    """


def missing_f_prefix():
    """Without the ``f`` before the quotes, a string prints its braces as they stand.

    Nothing warns you, because braces are ordinary characters in an ordinary string.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> (w ** 2).backward()

    Often written: ``print("dz/dw = {w.grad}")`` prints the derivative. Run it without the prefix, then with it.

    >>> print("dz/dw = {w.grad}")
    dz/dw = {w.grad}
    >>> print(f"dz/dw = {w.grad}")
    dz/dw = 8.0
    """


def expected_output_in_code():
    """``print(...) -> result`` is a syntax error: in code, the expected output belongs in a comment.

    In notes, an arrow often stands between a line and its result. Python knows the arrow only in the first line of a
    function, where the type of the result follows: ``def f(x) -> int:``.

    Often written: ``print(t.mean()) -> tensor(2.5000)``. Run it, first as it stands, then with a ``#`` for the arrow.

    >>> import torch
    >>> t = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> line = "print(t.mean()) -> tensor(2.5000)"
    >>> exec(line)
    Traceback (most recent call last):
        ...
    SyntaxError: invalid syntax
    >>> exec(line.replace("->", "#"))
    tensor(2.5000)
    """
