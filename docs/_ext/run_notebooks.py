"""Runs the notebooks of a built site as a reader has them: each alone in a folder with MNIST and nothing else. ``python docs/_ext/run_notebooks.py [name ...]``."""

import os
import shutil
import sys
import tempfile
import time

import course
import proofs
from data import ROOT, prepare

LONGEST = 300  # seconds for one cell


def run(path, data_root):
    """Run one notebook; return its name, its seconds, and what went wrong or nothing."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError
    from traitlets.config import Config

    began, problem = time.perf_counter(), ""
    os.environ |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "OMP_NUM_THREADS": "1"}  # two run at a time
    os.environ.pop("PROVEN_DATA", None)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as sockets:
        shutil.copytree(f"{data_root}/MNIST", f"{folder}/data/MNIST")  # in place of torchvision's download
        files = Config({"ConnectionFileMixin": {"transport": "ipc", "ip": f"{sockets}/kernel"}})  # two kernels that start at once may get one port
        client = NotebookClient(nbformat.read(path, as_version=4), timeout=LONGEST, kernel_name="python3", config=files,
                                resources={"metadata": {"path": folder}})
        try:
            client.execute()
        except (CellExecutionError, CellTimeoutError) as error:
            problem = str(error)
    return path.stem, time.perf_counter() - began, problem


def main(names):
    from joblib import Parallel, delayed

    found = sorted((ROOT / "build" / "html" / "_downloads").glob("*/*.ipynb"), key=lambda path: path.name)
    chosen = [path for path in found if not names or path.stem in names]
    lessons = len(course.scripts(ROOT / "gallery"))
    if len(found) != lessons:
        sys.exit(f"notebooks: expected {lessons} notebooks in build/html/_downloads, one for each lesson, found {len(found)}. Build the site first: nox -s docs")
    unknown = sorted(set(names) - {path.stem for path in found})
    if unknown:
        sys.exit(f"notebooks: expected names such as {found[0].stem}, found {', '.join(unknown)}.")
    prepared, failed = prepare(False), []
    for name, seconds, problem in Parallel(proofs.parallel_jobs(), batch_size=1, return_as="generator_unordered")(
            delayed(run)(path, prepared["root"]) for path in chosen):
        print(f"{name}: {'failed' if problem else 'passed'} after {seconds:.1f} s", flush=True)
        failed += [f"{name}:\n{problem}"] if problem else []
    if failed:
        sys.exit("notebooks: expected each to run from top to bottom, found:\n\n" + "\n\n".join(failed))
    print(f"{len(chosen)} notebooks ran from top to bottom.")


if __name__ == "__main__":
    main(sys.argv[1:])
