"""Checks the files of the data root against their formats, line by line and byte by byte."""

import csv
import io
import struct

from car_table import COLUMNS
from refusals import Refusal

FIX = "Remove it and build again, or set PROVEN_DATA to a folder with good files."
IDX = {  # file: (magic number, dimensions)
    "train-images-idx3-ubyte": (2051, 3),
    "train-labels-idx1-ubyte": (2049, 1),
    "t10k-images-idx3-ubyte": (2051, 3),
    "t10k-labels-idx1-ubyte": (2049, 1),
}


class DataError(Refusal):
    """A file of the data root is not what it has to be; the message says what to do."""


def check_idx(path):
    """Check one IDX file against its own header; return the length of its first dimension."""
    magic, dimensions = IDX[path.name]
    content = path.read_bytes()
    header = 4 + 4 * dimensions
    if len(content) < header:
        raise DataError(f"{path}: expected an IDX header of {header} bytes, found {len(content)} bytes. {FIX}")
    found, *sizes = struct.unpack(f">{1 + dimensions}I", content[:header])
    if found != magic:
        raise DataError(f"{path}: expected the IDX magic number {magic}, found {found}. {FIX}")
    if dimensions == 3 and sizes[1:] != [28, 28]:
        raise DataError(f"{path}: expected images of 28x28 pixels, found {sizes[1]}x{sizes[2]}. {FIX}")
    count = sizes[0]
    expected = header + count * (784 if dimensions == 3 else 1)
    if len(content) != expected or not count:
        raise DataError(f"{path}: expected {max(expected, header + 1)} bytes for {count} items, found {len(content)}. {FIX}")
    if dimensions == 1 and max(content[header:]) > 9:
        raise DataError(f"{path}: expected labels from 0 to 9, found {max(content[header:])}. {FIX}")
    return count


def check_mnist(folder):
    """Check the four files of MNIST and that each image has a label; return (training, test) sizes."""
    counts = {name: check_idx(folder / name) for name in IDX}
    for part in ("train", "t10k"):
        images, labels = counts[f"{part}-images-idx3-ubyte"], counts[f"{part}-labels-idx1-ubyte"]
        if images != labels:
            raise DataError(f"{folder / f'{part}-labels-idx1-ubyte'}: expected {images} labels, one for each image, "
                            f"found {labels}. {FIX}")
    return counts["train-images-idx3-ubyte"], counts["t10k-images-idx3-ubyte"]


def check_car(path):
    """Check every line of the car-evaluation table; return the number of its rows."""
    try:
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: expected UTF-8 text, found byte {error.object[error.start]:#x}. {FIX}") from error
    header = lines[0] if lines else []
    if header != list(COLUMNS):
        raise DataError(f"{path}, line 1: expected the columns {', '.join(COLUMNS)}, found {', '.join(header) or 'an empty file'}. {FIX}")
    for number, row in enumerate(lines[1:], start=2):
        if len(row) != len(COLUMNS):
            raise DataError(f"{path}, line {number}: expected {len(COLUMNS)} values, found {len(row)}. {FIX}")
        for (column, values), value in zip(COLUMNS.items(), row):
            if value not in values:
                raise DataError(f"{path}, line {number}, column {column}: expected one of {', '.join(values)}, found {value!r}. {FIX}")
    if len(lines) == 1:
        raise DataError(f"{path}: expected rows under the header, found none. {FIX}")
    return len(lines) - 1
