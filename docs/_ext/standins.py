"""Makes the stand-ins for the data sets: small, deterministic, and in the real formats."""

import csv
import io
import itertools
import struct

CAR = {  # column: its values, in the order of the UCI car-evaluation table
    "price": ["vhigh", "high", "med", "low"],
    "maint": ["vhigh", "high", "med", "low"],
    "doors": ["2", "3", "4", "5more"],
    "persons": ["2", "4", "more"],
    "lug_capacity": ["small", "med", "big"],
    "safety": ["low", "med", "high"],
    "output": ["unacc", "acc", "good", "vgood"],
}


def digits():
    """scikit-learn's 1,797 handwritten digits as the four IDX files of MNIST: {name: bytes}.

    Each 8x8 image is enlarged to 20x20 and centred in 28x28, the way MNIST places its digits. One in five,
    drawn with a fixed seed and the same share of every digit, is a test image.
    """
    import numpy as np
    from PIL import Image
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    bunch = load_digits()
    images = np.zeros((len(bunch.target), 28, 28), dtype=np.uint8)
    for image, small in zip(images, bunch.images):
        pixels = Image.fromarray((small * (255 / 16)).astype(np.uint8))
        image[4:24, 4:24] = np.asarray(pixels.resize((20, 20), Image.Resampling.BICUBIC))
    labels = bunch.target.astype(np.uint8)
    train, test = train_test_split(np.arange(len(labels)), test_size=360, random_state=0, stratify=labels)
    files = {}
    for part, chosen in (("train", train), ("t10k", test)):
        shape = struct.pack(">4I", 2051, len(chosen), 28, 28)
        files[f"{part}-images-idx3-ubyte"] = shape + images[chosen].tobytes()
        files[f"{part}-labels-idx1-ubyte"] = struct.pack(">2I", 2049, len(chosen)) + labels[chosen].tobytes()
    return files


def car_table():
    """All 1,728 combinations of the six attributes of the UCI car-evaluation table, judged by a rule of our own: bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CAR)
    for row in itertools.product(*list(CAR.values())[:-1]):
        price, maint, doors, persons, lug, safety = (CAR[column].index(value) for column, value in zip(CAR, row))
        cost, comfort = price + maint, doors + persons + lug
        if safety == 0 or persons == 0 or cost < 1:
            verdict = "unacc"
        elif cost >= 4 and comfort >= 4 and safety == 2:
            verdict = "vgood"
        elif cost >= 4 and comfort >= 3:
            verdict = "good"
        else:
            verdict = "acc" if cost + comfort + 2 * safety >= 7 else "unacc"
        writer.writerow([*row, verdict])
    return text.getvalue().encode()
