"""Fills the data root with small stand-ins in the real formats, and checks what is there.

``python docs/_ext/data.py [--full-data]`` works on the folder that ``PROVEN_DATA`` names, else on ``build/data``.
Files that exist are checked and never changed; a missing file is written beside its place and then renamed.
"""

import gzip
import hashlib
import http.client
import os
import sys
import urllib.request
from pathlib import Path

import car_table
import files
import standins
from data_checks import IDX, DataError, check_car, check_mnist

ROOT = Path(__file__).parents[2]


def root():
    """The data root. The default one is made when missing; one named by ``PROVEN_DATA`` must exist."""
    named = os.environ.get("PROVEN_DATA")
    folder = Path(named) if named else ROOT / "build" / "data"
    if named and not folder.is_dir():
        raise DataError(f"PROVEN_DATA names {folder}: expected a folder, found none. Make it, or unset PROVEN_DATA.")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def add(path, content):
    """Write a file of the data root, whole or not at all."""
    try:
        files.write_beside(path, content)
    except OSError as error:
        raise DataError(f"{path}: expected to write this file, found: {error.strerror}. "
                        "Make the folder writable, or set PROVEN_DATA to another one.") from error


def download(folder):
    """Fetch the missing files of the real MNIST from torchvision's mirrors; each must have the hash that torchvision knows."""
    from torchvision.datasets import MNIST

    for packed, md5 in MNIST.resources:
        name = packed.removesuffix(".gz")
        if (folder / name).exists():
            continue
        for mirror in MNIST.mirrors:
            try:
                with urllib.request.urlopen(mirror + packed, timeout=30) as answer:
                    content = answer.read()
                if hashlib.md5(content, usedforsecurity=False).hexdigest() != md5:
                    raise OSError(f"another file at {mirror}")
                add(folder / name, gzip.decompress(content))
                break
            except (OSError, http.client.HTTPException) as error:
                problem = error
        else:
            raise DataError(f"{name}: expected a download from {' or '.join(MNIST.mirrors)}, found: {problem}. "
                            "Build without --full-data, or put the file into the data root by hand.")


def prepare(full=False):
    """Fill what is missing in the data root, check everything, and return what it is: {"root": ..., "mnist": ..., "files": {...}}."""
    folder = root() / "full" if full else root()
    raw, table = folder / "MNIST" / "raw", folder / car_table.NAME
    missing = [name for name in IDX if not (raw / name).exists()]
    if missing and full:
        download(raw)
    elif missing:
        made = standins.digits()
        for name in set(IDX) - set(missing):  # an interrupted build leaves some stand-ins; anything else is not ours to complete
            if (raw / name).read_bytes() != made[name]:
                raise DataError(f"{raw}: expected all four files of MNIST or none, found {name} without {missing[0]}. "
                                "Add what is missing, or set PROVEN_DATA to another folder.")
        for name in missing:
            add(raw / name, made[name])
    if not table.exists():
        add(table, car_table.car_table())
    train, test = check_mnist(raw)
    check_car(table)
    kind = "the real MNIST" if (train, test) == (60_000, 10_000) else "scikit-learn's digits in MNIST's format"
    hashes = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
              for path in [*(raw / name for name in IDX), table]}
    return {"root": str(folder), "mnist": f"{kind}: {train:,} training and {test:,} test images", "files": hashes}


if __name__ == "__main__":
    try:
        print(prepare(full="--full-data" in sys.argv[1:])["mnist"])
    except DataError as error:
        sys.exit(f"data: {error}")
