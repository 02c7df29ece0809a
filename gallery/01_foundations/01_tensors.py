"""
Tensors
=======

A tensor is a block of memory and a rule for reading it. After this lesson you can make tensors,
predict the dtype and the shape of a result, tell a view from a copy, and share data with NumPy.
You need Python, and have perhaps seen NumPy.

:Level: beginner
:Before: nothing
:After: :doc:`/lessons/01_foundations/02_devices`, :doc:`/lessons/01_foundations/03_autograd`
"""

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.colors import ListedColormap

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")

# %%
# Making tensors
# --------------
# ``torch.tensor`` copies values that you have. Whole numbers become ``int64``; one decimal point
# makes all of them ``float32``. Other functions are told a range, or take after another tensor.
# Often written: ``torch.arange(0, 10, 5)`` includes its end, 10. Run it: like Python's ``range``,
# it stops before the end. ``linspace`` is told how many points to make, and has both ends.
whole = torch.tensor([1, 2, 3], device=device)
decimal = torch.tensor([1.0, 2, 3], device=device)
fives, points = torch.arange(0, 10, 5, device=device), torch.linspace(0, 10, steps=5, device=device)
zeros = torch.zeros_like(points)  # the shape, dtype and device of points
print(f"{whole.dtype = }, {decimal.dtype = }")
print(f"{fives.tolist() = }, {points.tolist() = }")
assert (whole.dtype, decimal.dtype, fives.tolist()) == (torch.int64, torch.float32, [0, 5])
torch.testing.assert_close(points.cpu(), torch.tensor([0, 2.5, 5, 7.5, 10]))
assert zeros.tolist() == [0] * 5 and (zeros.dtype, zeros.device) == (points.dtype, points.device)

# %%
# Dtypes and promotion
# --------------------
# Often written: tensors of different dtypes cannot be added. Run it: PyTorch promotes both to one
# dtype. The kinds rank bool, integer, float, complex. The higher kind wins, and the number of bits
# counts only within a kind, so ``int64`` with ``float16`` gives ``float16``. A Python number
# changes the dtype only if its kind is higher, and so does a tensor without axes beside one that has
# some. ``/`` turns integers into floats; ``//`` keeps them.
half = torch.tensor([0.5, 1.5, 2.5], dtype=torch.float16, device=device)
results = {"whole + half": whole + half, "half + decimal": half + decimal, "half * 2.0": half * 2.0}
results |= {"whole * 2.0": whole * 2.0, "whole / 2": whole / 2, "whole // 2": whole // 2}
for expression, result in results.items():
    print(f"{expression:>14} is {result.tolist()} in {result.dtype}")
dtypes = [result.dtype for result in results.values()]
assert dtypes == [torch.float16, torch.float32, torch.float16, torch.float32, torch.float32, torch.int64]
assert (half + torch.tensor(1.0, device=device)).dtype == torch.float16  # no axes: float32 does not win
assert results["whole + half"].tolist() == [1.5, 3.5, 5.5] and results["half * 2.0"].tolist() == [1, 3, 5]
assert results["whole / 2"].tolist() == [0.5, 1, 1.5] and results["whole // 2"].tolist() == [0, 1, 1]

# %%
# ``@`` does not promote. It refuses two dtypes; convert one of the tensors yourself with ``to``.
try:
    product = whole @ decimal
except RuntimeError as error:
    print(f"RuntimeError: {error}")
    assert "dtype" in str(error)
else:
    raise AssertionError("@ was expected to refuse int64 with float32")
product = whole.to(decimal.dtype) @ decimal
print(f"{product = }")
assert product.item() == 1 * 1 + 2 * 2 + 3 * 3

# %%
# Shape, strides and storage
# --------------------------
# Memory has no rows and columns: the elements lie in one line, the storage. The offset is the place
# where a tensor begins. The strides say how many places one step along each axis moves. So the
# element in row :math:`i`, column :math:`j` lies at place
# :math:`\text{offset} + i \cdot \text{stride}_0 + j \cdot \text{stride}_1`.
#
# In the table below, the tens digit is the row and the units digit the column. Transposing it with
# ``.T`` or cutting a window from it changes shape, strides and offset. No element moves.
table = torch.tensor([[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]], device=device)
views = {"table": table, "table.T": table.T, "table[1:, 2:]": table[1:, 2:]}
for name, view in views.items():
    print(f"{name:>13}: {view.shape}, stride {view.stride()}, offset {view.storage_offset()}")
    assert view.untyped_storage().data_ptr() == table.untyped_storage().data_ptr()
assert [view.shape for view in views.values()] == [(3, 4), (4, 3), (2, 2)]
assert [view.stride() for view in views.values()] == [(4, 1), (1, 4), (4, 1)]
assert [view.storage_offset() for view in views.values()] == [0, 0, 1 * 4 + 2]

# %%
# A small function draws the pictures of this lesson: a cell for each element, coloured by its tens
# digit, so that a row of ``table`` keeps its colour wherever it goes.


def draw(ax, tensor, **labels):
    values, row_colours = tensor.cpu().numpy(), ListedColormap(["#9ad0f5", "#ffd27f", "#e3b7d3"])
    ax.pcolormesh(values // 10, cmap=row_colours, vmin=0, vmax=2, edgecolors="white", linewidth=3)
    for (row, column), value in np.ndenumerate(values):
        ax.text(column + 0.5, row + 0.5, value, ha="center", va="center", fontsize=13)
    ax.set(aspect="equal", xticks=[], yticks=[], **labels)
    ax.invert_yaxis()


# %%
# On top you see the storage, below it three ways to read it. Each value below is fetched from the
# storage by the formula, then compared with the tensor itself.
storage = table.view(12)  # view never copies, so this is the storage from end to end
fig, axes = plt.subplot_mosaic([["storage"] * 3, list(views)], width_ratios=[4, 3, 2], layout="constrained")
draw(axes["storage"], storage[None], title="storage: twelve places in a line", xlabel="place")
axes["storage"].set_xticks([place + 0.5 for place in range(12)], range(12))
for name, view in views.items():
    i, j = torch.arange(view.shape[0])[:, None], torch.arange(view.shape[1])
    fetched = storage[view.storage_offset() + i * view.stride(0) + j * view.stride(1)]
    assert torch.equal(fetched, view)
    title = f"{name}\nstride {view.stride()}\noffset {view.storage_offset()}"
    draw(axes[name], fetched, title=title, xlabel="column", ylabel="row")
fig.suptitle("One storage, read in three ways")
plt.show()

# %%
# Indexing
# --------
# An integer removes its axis, a slice keeps it, and ``None`` adds an axis of size 1. A comparison
# makes a mask. Often written: ``table > 20`` extracts the large elements. Run it: it only marks
# them, in a bool tensor of the same shape. Indexing with that mask extracts them, in one line.
mask = table > 20
print(f"{table[1].shape = }, {table[1:2].shape = }, {table[:, None].shape = }")
print(f"{table[-1, 2:].tolist() = }, {mask.shape = }, {table[mask].tolist() = }")
assert (table[1].shape, table[1:2].shape, table[:, None].shape) == ((4,), (1, 4), (3, 1, 4))
assert (mask.shape, mask.dtype) == ((3, 4), torch.bool)
assert table[-1, 2:].tolist() == [22, 23] and table[mask].tolist() == [21, 22, 23]

# %%
# Integers and slices give a view: write into it and the original changes. Masks and lists of
# positions give a copy, because no stride describes an arbitrary choice of places. An
# assignment to one, such as ``original[original < 0] = 0`` below, still writes into the original.
original = table.clone()
row_view, row_copy = original[1], original[[1]]
row_view[0], row_copy[0, 1] = -5, -6
print(f"{original[1].tolist() = }, {row_copy.tolist() = }")
assert original[1].tolist() == [-5, 11, 12, 13] and row_copy.tolist() == [[10, -6, 12, 13]]
original[original < 0] = 0
assert original[1].tolist() == [0, 11, 12, 13]

# %%
# Broadcasting
# ------------
# Shapes are compared from the last axis backwards. Two sizes fit if they are equal, or if one of
# them is 1 or missing; that one is repeated, without a copy. A column and a row make the table.
column, row = 10 * torch.arange(3, device=device)[:, None], torch.arange(4, device=device)[None]
total = column + row
# A stride of 0 reads the same place again.
assert torch.equal(total, table) and column.expand(3, 4).stride() == (1, 0)
ratios = {"width_ratios": [1, 4], "height_ratios": [1, 3]}
fig, axes = plt.subplot_mosaic([[".", "row"], ["column", "total"]], **ratios, layout="constrained")
for name, part in {"row": row, "column": column, "total": total}.items():
    draw(axes[name], part, title=f"{name} {tuple(part.shape)}", xlabel="column", ylabel="row")
fig.suptitle("Broadcasting: each cell is the number above plus the number to its left")
plt.show()

# %%
# Often written: broadcasting makes any two sizes fit. Run it: 4 and 3 do not. The opposite mistake
# is worse, because nothing is raised: predictions of shape (4, 1) minus targets of shape (4,) pair
# each with each, and the mean error is wrong. Compare the shapes before you subtract.
try:
    table + torch.arange(3, device=device)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
    assert "must match the size" in str(error)
else:
    raise AssertionError("sizes 4 and 3 were expected not to fit")
targets = torch.tensor([1.0, 2, 3, 4], device=device)
predictions = targets[:, None]  # every prediction is right
wrong, right = predictions - targets, predictions - targets[:, None]
print(f"{wrong.shape = }, {wrong.abs().mean() = }, {right.shape = }, {right.abs().mean() = }")
assert (wrong.shape, wrong.abs().mean(), right.shape, right.abs().mean()) == ((4, 4), 1.25, (4, 1), 0)

# %%
# View or reshape
# ---------------
# ``view`` gives the same storage a new shape, or an error where no strides can describe it.
# ``reshape`` gives a view where it can and a copy where it must. Often written: ``reshape(4, 3)``
# transposes a (3, 4) table. Run it: the reading order stays, and the rows break elsewhere.
try:
    table.T.view(12)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
    assert "not compatible" in str(error)
else:
    raise AssertionError("a transposed table was expected to refuse view")
print(f"{table.reshape(4, 3).tolist() = }", f"{table.T.tolist() = }", sep="\n")
assert table.reshape(12).data_ptr() == table.data_ptr() != table.T.reshape(12).data_ptr()
assert table.reshape(4, 3)[0].tolist() == [0, 1, 2] and table.T[0].tolist() == [0, 10, 20]

# %%
# Joining
# -------
# ``cat`` joins along an axis that exists, ``stack`` along a new one. Use ``stack`` to make a batch
# of samples of one shape; ``unbind`` takes it apart again.
longer, batch = torch.cat([table, table[:1]], dim=0), torch.stack([table, -table], dim=0)
print(f"{longer.shape = }, {batch.shape = }")
assert longer[:, 0].tolist() == [0, 10, 20, 0]
assert batch.shape == (2, 3, 4) and torch.equal(batch.unbind(dim=0)[1], -table)

# %%
# Sharing memory with NumPy
# -------------------------
# ``torch.from_numpy`` and ``.numpy()`` share memory; ``torch.tensor`` copies. Only the memory of
# the CPU can be shared: from an accelerator you copy with ``.cpu()`` first. NumPy's floats are
# ``float64``, and the tensor keeps that. Convert it before a ``float32`` model sees it.
array = np.zeros(3)
shared, copied = torch.from_numpy(array), torch.tensor(array)
array[0], shared[1] = 7, 8
print(f"{array = }, {shared = }, {copied = }")
assert array.tolist() == shared.numpy().tolist() == [7, 8, 0] and copied.tolist() == [0, 0, 0]
assert shared.dtype == torch.float64 and shared.to(device, torch.float32).dtype == torch.float32

# %%
# Exercises
# ---------
# 1. What are the stride and the offset of ``table[::2, 1]``? Hint: count the places in the first picture.
# 2. Subtract from each row of ``table.float()`` its own mean, without a loop. Hint:
#    ``keepdim=True``.
# 3. Why does ``table.T.contiguous().view(12)`` work? Hint: print the strides and the
#    ``data_ptr()``.

# %%
# Solution 1
# ^^^^^^^^^^
# From row 0 to row 2 it is eight places, and column 1 begins at place 1. One axis is left, so there
# is one stride.
every_other = table[::2, 1]
print(f"{every_other.tolist() = }, {every_other.stride() = }, {every_other.storage_offset() = }")
assert (every_other.stride(), every_other.storage_offset()) == ((2 * 4,), 1)
assert every_other.tolist() == [1, 21]

# %%
# Solution 2
# ^^^^^^^^^^
# ``keepdim=True`` keeps the axis with size 1, and (3, 1) fits (3, 4). Without it, the three means
# would be set against the four columns and refused.
row_means = table.float().mean(dim=1, keepdim=True)
centred = table.float() - row_means
print(f"{row_means.shape = }, {centred.tolist() = }")
torch.testing.assert_close(centred.cpu(), torch.tensor([-1.5, -0.5, 0.5, 1.5]).expand(3, 4))

# %%
# Solution 3
# ^^^^^^^^^^
# ``contiguous`` copies the elements into a new storage, in the order in which ``table.T`` reads
# them. There one stride describes all twelve.
copied = table.T.contiguous()
print(f"{table.T.stride() = }, {copied.stride() = }, {copied.view(12).tolist() = }")
assert copied.stride() == (3, 1) and copied.data_ptr() != table.data_ptr()
assert copied.view(12).tolist()[:4] == [0, 10, 20, 1]

# %%
# Where to go next
# ----------------
# :doc:`/lessons/01_foundations/02_devices` moves tensors to an accelerator, and
# :doc:`/lessons/01_foundations/03_autograd` differentiates what you compute with them. More on each
# topic: :doc:`/cards/tensors/creation`, :doc:`/cards/tensors/dtypes`, :doc:`/cards/tensors/shapes`,
# :doc:`/cards/tensors/indexing`, :doc:`/cards/tensors/joining`, :doc:`/cards/tensors/arrays`.
