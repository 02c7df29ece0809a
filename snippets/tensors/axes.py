"""Adding, removing and swapping axes

Axis is another word for dimension. An axis of size 1 adds no elements, but it decides whether two shapes fit; the
order of the axes decides what each means. You need these cards when a layer wants a batch axis, when a channel axis
is in the wrong place, or when a shape has a 1 too many.
"""


def unsqueeze():
    """``t.unsqueeze(i)`` inserts an axis of size 1 at position ``i``, so that ``i = 0`` puts it first.

    The elements stay, and so does their order; they are reached with one more index. A model that expects a
    batch takes a single sample once you have put an axis in front.

    >>> import torch
    >>> ft = torch.tensor([0., 1., 2.])
    >>> ft.unsqueeze(0)
    tensor([[0., 1., 2.]])
    >>> ft.unsqueeze(0).shape
    torch.Size([1, 3])
    >>> ft.unsqueeze(1)
    tensor([[0.],
            [1.],
            [2.]])
    >>> ft.unsqueeze(1).shape
    torch.Size([3, 1])

    A tensor with one axis has two places for a new one. There is no default, and no third place:

    >>> ft.unsqueeze()
    Traceback (most recent call last):
        ...
    TypeError: unsqueeze() missing 1 required positional arguments: "dim"
    >>> ft.unsqueeze(2)
    Traceback (most recent call last):
        ...
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)

    ``torch.unsqueeze`` is the same as a function. Mind the second u: without it the name does not exist.

    >>> pair = torch.tensor([5, 6])
    >>> torch.unsqueeze(pair, 0)
    tensor([[5, 6]])
    >>> torch.unsqueeze(pair, dim=1)
    tensor([[5],
            [6]])
    >>> hasattr(torch, "unsqeeze")
    False
    """


def new_last_axis():
    """``t.unsqueeze(-1)`` adds the new axis at the very end, whatever the number of axes; -2 puts it one before.

    A negative position counts from the end of the new shape, not of the old one.

    >>> import torch
    >>> ft = torch.tensor([0., 1., 2.])
    >>> column = ft.unsqueeze(-1)
    >>> column
    tensor([[0.],
            [1.],
            [2.]])
    >>> column.shape
    torch.Size([3, 1])
    >>> torch.empty(2, 3).unsqueeze(-1).shape
    torch.Size([2, 3, 1])

    Often written: ``unsqueeze(-2)`` of three numbers has shape ``[3, 1]``. Run it: with two axes in the result,
    the last but one is the first.

    >>> ft.unsqueeze(-2).shape
    torch.Size([1, 3])
    >>> ft.unsqueeze(-2)
    tensor([[0., 1., 2.]])
    >>> torch.empty(2, 3).unsqueeze(-2).shape
    torch.Size([2, 1, 3])
    """


def position_of_the_new_axis():
    """The argument of ``unsqueeze`` is the index that the new axis has in the result: a batch axis needs ``dim=0``.

    Often written: ``dim=1`` turns an image of shape (224, 224, 3) into a batch of one. Run it: the 1 stands at
    index 1, between height and width.

    >>> import torch
    >>> image = torch.rand(224, 224, 3)
    >>> image.unsqueeze(dim=1).shape
    torch.Size([224, 1, 224, 3])
    >>> image.unsqueeze(dim=0).shape
    torch.Size([1, 224, 224, 3])
    >>> torch.equal(image.unsqueeze(dim=0)[0], image)
    True

    An index of ``None`` does the same and shows the place:

    >>> image[None].shape
    torch.Size([1, 224, 224, 3])
    >>> image[:, None].shape
    torch.Size([224, 1, 224, 3])
    """


def vector_to_matrix():
    """``unsqueeze(1)`` makes n samples of one feature from n values, ``unsqueeze(0)`` one sample of n features.

    A layer such as ``nn.Linear`` reads rows as samples and columns as features, so a column that you read from
    a table has to become two-dimensional first.

    >>> import torch
    >>> ages = torch.tensor([31., 42., 53.])
    >>> ages.shape
    torch.Size([3])
    >>> ages.unsqueeze(dim=1)
    tensor([[31.],
            [42.],
            [53.]])
    >>> ages.unsqueeze(dim=1).shape
    torch.Size([3, 1])

    ``view`` comes to the same: you write the whole shape, with -1 for the size that PyTorch may work out.

    >>> ft = torch.tensor([0., 1., 2.])
    >>> ft.view(1, -1)
    tensor([[0., 1., 2.]])
    >>> ft.view(1, -1).shape
    torch.Size([1, 3])
    >>> torch.equal(ft.view(1, -1), ft.unsqueeze(0))
    True

    Both share their memory with the vector: writing to it shows up in them.

    >>> by_view = ft.view(1, -1)
    >>> by_unsqueeze = ft.unsqueeze(0)
    >>> ft[1] = 7.
    >>> by_view
    tensor([[0., 7., 2.]])
    >>> by_unsqueeze
    tensor([[0., 7., 2.]])
    """


def squeeze_all():
    """``t.squeeze()`` removes each axis of size 1, and a batch axis that happens to have size 1 goes with them.

    It tidies up a result with needless axes, such as a single column:

    >>> import torch
    >>> ft = torch.tensor([[0.], [1.], [2.]])
    >>> ft.shape
    torch.Size([3, 1])
    >>> ft.squeeze()
    tensor([0., 1., 2.])
    >>> ft.squeeze().shape
    torch.Size([3])
    >>> torch.empty(1, 3, 1).squeeze().shape
    torch.Size([3])

    It asks for no axis, which is its danger: the last batch of an epoch may hold a single sample, and then the
    result has one axis less than you count on. Name the axis, as the next card does.

    >>> torch.empty(8, 1, 5).squeeze().shape
    torch.Size([8, 5])
    >>> torch.empty(1, 1, 5).squeeze().shape
    torch.Size([5])
    >>> torch.empty(1, 1, 5).squeeze(1).shape
    torch.Size([1, 5])
    """


def squeeze_one():
    """``t.squeeze(dim)`` removes that axis if its size is 1, and otherwise leaves the shape alone, without error.

    Name the axis whenever you know which one is superfluous; the others are then safe, whatever their size.

    >>> import torch
    >>> t = torch.tensor([[[5], [6]]])
    >>> t.shape
    torch.Size([1, 2, 1])
    >>> t.squeeze().shape
    torch.Size([2])
    >>> t.squeeze(dim=0)
    tensor([[5],
            [6]])
    >>> torch.squeeze(t, 2)
    tensor([[5, 6]])

    Axis 1 has size 2. It stays, and nobody tells you:

    >>> t.squeeze(dim=1).shape
    torch.Size([1, 2, 1])

    Several axes are named in a tuple; an axis that does not exist is an error:

    >>> t.squeeze((0, 2))
    tensor([5, 6])
    >>> t.squeeze(3)
    Traceback (most recent call last):
        ...
    IndexError: Dimension out of range (expected to be in range of [-3, 2], but got 3)
    """


def transposed_matrix():
    """``t.t()`` transposes a matrix; it leaves one axis as it is and refuses more than two.

    Rows become columns: the element in row i, column j moves to row j, column i. That is not what ``reshape``
    does, although the shape is the same.

    >>> import torch
    >>> t = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> t.t()
    tensor([[1, 4],
            [2, 5],
            [3, 6]])
    >>> t.t().shape
    torch.Size([3, 2])
    >>> t.reshape(3, 2)
    tensor([[1, 2],
            [3, 4],
            [5, 6]])

    A vector has no second axis to swap with. It does not become a column; ``unsqueeze(1)`` makes one.

    >>> v = t[1]
    >>> v.t()
    tensor([4, 5, 6])
    >>> v.unsqueeze(1)
    tensor([[4],
            [5],
            [6]])

    With three axes you have to say what you mean; ``mT`` transposes each matrix of a batch.

    >>> batch = torch.arange(24).reshape(2, 3, 4)
    >>> batch.t()
    Traceback (most recent call last):
        ...
    RuntimeError: t() expects a tensor with <= 2 dimensions, but self is 3D
    >>> batch.mT.shape
    torch.Size([2, 4, 3])
    >>> batch.mT[1]
    tensor([[12, 16, 20],
            [13, 17, 21],
            [14, 18, 22],
            [15, 19, 23]])
    """


def swap_two_axes():
    """``torch.transpose(t, dim0, dim1)`` swaps exactly these two axes; ``numpy.transpose`` wants the order of all.

    The tensor may have any number of axes, and the others stay where they are. An element keeps its value and
    swaps two of its indices.

    >>> import torch
    >>> t = torch.arange(24).reshape(2, 3, 4)
    >>> swapped = torch.transpose(t, 0, 2)
    >>> swapped.shape
    torch.Size([4, 3, 2])
    >>> t[1, 2, 3]
    tensor(23)
    >>> swapped[3, 2, 1]
    tensor(23)
    >>> {swapped[k, j, i].item() == t[i, j, k].item() for i in range(2) for j in range(3) for k in range(4)}
    {True}

    The result is a view. It shares the memory and is usually not contiguous: its elements no longer lie in the
    order in which you read them.

    >>> t[1, 2, 3] = -5
    >>> swapped[3, 2, 1]
    tensor(-5)
    >>> swapped.is_contiguous()
    False

    The same two numbers mean something else to NumPy, where they are the whole new order of two axes:

    >>> a = t.numpy()
    >>> axes = (0, 2)
    >>> a.transpose(axes)
    Traceback (most recent call last):
        ...
    ValueError: axes don't match array
    >>> a.transpose(2, 1, 0).shape
    (4, 3, 2)
    >>> a.swapaxes(*axes).shape
    (4, 3, 2)
    """


def reorder_axes():
    """``t.permute(0, 3, 1, 2)`` names, for each axis of the result, the old axis that moves there; it lists them all.

    Images are often stored as (N, H, W, C): image, height, width, channel. PyTorch's layers want
    (N, C, H, W).

    >>> import torch
    >>> images = torch.arange(120).reshape(2, 3, 4, 5)
    >>> channels_first = images.permute(0, 3, 1, 2)
    >>> channels_first.shape
    torch.Size([2, 5, 3, 4])
    >>> images[1, 0, 2, 3]
    tensor(73)
    >>> channels_first[1, 3, 0, 2]
    tensor(73)

    It is a view, which shares the memory. ``reshape`` to the same shape would not move the axes, but cut the
    row of numbers anew:

    >>> images[1, 0, 2, 3] = -9
    >>> channels_first[1, 3, 0, 2]
    tensor(-9)
    >>> images.reshape(2, 5, 3, 4)[1, 3, 0, 2]
    tensor(98)

    Leave none out:

    >>> order = (0, 3, 1)
    >>> images.permute(order)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    RuntimeError: permute(...): number of dimensions in the tensor input does not match the length of the desired ...
    >>> images.permute(*order, 2).shape
    torch.Size([2, 5, 3, 4])
    """
