"""Keeps a lesson within its limits: the time and memory that it takes, and the processes, memory and environment that it leaves behind.

A lesson that takes too long gets an exception where it is. Where no exception reaches it, in compiled code, its process ends a little
later and prints what every thread was doing; ``lessons`` then says which lesson it was.
"""

import contextlib
import faulthandler
import gc
import os
import resource
import signal
import sys
import time
from unittest import mock

import psutil
from proofs import whole_number

GRACE = 10  # seconds from the exception to the end of the process
GIB = 2**30
# Processes that Python, joblib and torch start for themselves and keep.
HELPERS = ("resource_tracker", "forkserver", "loky", "compile_worker")


class LimitError(Exception):
    """A lesson went beyond a limit; the message names both, and what to do."""


def seconds():
    return whole_number("PROVEN_LESSON_SECONDS", 300)


def gib():
    return whole_number("PROVEN_LESSON_GIB", 4)


@contextlib.contextmanager
def time_limit(lesson):
    """Raise LimitError in the body, and once more every ``GRACE`` seconds; end the process where that does not help."""
    def stop(number, frame):
        raise LimitError(f"expected lesson {lesson} to end within {seconds()} s, found it still at work here. Shorten it, or set PROVEN_LESSON_SECONDS.")

    before = signal.signal(signal.SIGALRM, stop)
    faulthandler.dump_traceback_later(seconds() + GRACE, exit=True, file=sys.__stderr__)
    signal.setitimer(signal.ITIMER_REAL, seconds(), GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def memory_limit():
    """Let the body take so much more memory and no more: then its allocation fails, and not the machine. CUDA reserves far more than it uses, so only without it."""
    import torch

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    memory = psutil.Process().memory_info()
    if not torch.accelerator.is_available():
        resource.setrlimit(resource.RLIMIT_DATA, (getattr(memory, "data", memory.vms) + gib() * GIB, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def started_by_lesson(before):
    """The processes that run now, did not before, and are no helpers. A copy of this process is none, whatever its command line says."""
    own, found = psutil.Process().cmdline(), []
    for child in set(psutil.Process().children(recursive=True)) - before:
        with contextlib.suppress(psutil.NoSuchProcess):
            command = child.cmdline()
            if child.status() != psutil.STATUS_ZOMBIE and (command == own or not any(helper in " ".join(command) for helper in HELPERS)):
                found.append(child)
    return found


def stop_processes(lesson, before):
    """End what the lesson left running, after a moment to end by itself; LimitError when there was any."""
    alive = psutil.wait_procs(started_by_lesson(before), timeout=3)[1]
    commands = [" ".join(process.cmdline())[:100] for process in alive if process.is_running()]
    for process in alive:
        process.kill()
    psutil.wait_procs(alive, timeout=3)
    if alive:
        raise LimitError(f"expected lesson {lesson} to end its processes, found {len(alive)} still running, which were stopped: {'; '.join(commands)}. Join or close them.")


def own_memory():
    """Bytes that this process holds beside what is in files. It is known at once; what no other process shares takes long to add up."""
    memory = psutil.Process().memory_info()
    return memory.rss - getattr(memory, "shared", 0)


def check_memory(lesson, before):
    kept = own_memory() - before
    if kept > gib() * GIB / 4:
        raise LimitError(f"expected lesson {lesson} to give its memory back, found {kept / GIB:.1f} GiB more than before it, and {gib() / 4} are allowed. "
                         "Keep nothing outside the lesson's own names, or set PROVEN_LESSON_GIB.")


@contextlib.contextmanager
def within_limits(lesson):
    """Run the body, one lesson, within its limits, and leave neither processes nor another environment behind; LimitError says which limit it broke."""
    faulthandler.enable(file=sys.__stderr__)
    processes, memory = set(psutil.Process().children(recursive=True)), own_memory()
    try:
        with mock.patch.dict(os.environ), memory_limit(), time_limit(lesson):
            yield
    finally:
        gc.collect()
        stop_processes(lesson, processes)
    check_memory(lesson, memory)


def why_a_process_died(at_work):
    """What to say when a process ended in the middle of a lesson; ``at_work`` is {lesson: when it started}."""
    hung = [name for name, start in at_work.items() if time.perf_counter() - start > seconds()]
    if hung:
        return (f"lessons: expected {' and '.join(hung)} to end within {seconds()} s, found it still at work in compiled code, where the lines above show it. "
                "Shorten it, or set PROVEN_LESSON_SECONDS.")
    return (f"lessons: expected {' and '.join(at_work)} to run to the end, found that a process died in the middle: it crashed, was killed, or found no more memory. "
            "Run each script by itself to see which.")
