"""Does some work in a copy of this process, with a time limit; for ``card_mutants`` and ``lesson_mutants``."""

import contextlib
import os
import signal
import sys
import time


def ending(work, limit):
    """How a copy of this process ends that calls ``work()``: 0, 1 if it raises, None if it takes longer than so many seconds.

    The limit holds where it waits in C code too. What the copy started ends with it. This process must not have threads.
    """
    sys.stdout.flush()
    copy = os.fork()
    if not copy:
        os.setsid()
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    done, last = (0, 0), time.monotonic() + limit
    while not done[0] and time.monotonic() < last:
        time.sleep(0.002)
        done = os.waitpid(copy, os.WNOHANG)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(copy, signal.SIGKILL)  # and the processes that it started
    if done[0]:
        return os.waitstatus_to_exitcode(done[1])
    os.waitpid(copy, 0)
    return None
