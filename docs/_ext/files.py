"""Writes files so that a killed build leaves none half written."""

import os
from pathlib import Path


def write_beside(path, content):
    """Write ``content`` (bytes) so that ``path`` is either as it was or complete, whenever the process dies."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error  # a full disk does not say which file it was
    finally:
        beside.unlink(missing_ok=True)
