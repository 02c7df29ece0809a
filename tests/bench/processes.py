"""Runs a Python program and measures it: its seconds, and the memory that it and its children take together."""

import os
import subprocess
import sys
import threading
import time

import psutil


def memory_of(pid):
    """Bytes that a process and its children take; a page that several share counts once."""
    try:
        members = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return 0
    total = 0
    for member in members:
        try:
            total += member.memory_full_info().pss
        except (psutil.Error, AttributeError):
            continue
    return total


def run(command, folder, watched=False, **variables):
    """Run Python with these arguments in ``folder``; return (seconds, peak memory in GiB). Watching the memory takes time, so the peak is 0 where it is not asked for."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *map(str, command)], cwd=folder, env={**os.environ, "MPLBACKEND": "Agg", **variables},
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak, done = [0], threading.Event()

    def watch():
        while watched and not done.wait(0.5):
            peak[0] = max(peak[0], memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    printed = process.communicate()[0]
    seconds = time.perf_counter() - began
    done.set()
    watcher.join()
    if process.returncode:
        sys.exit(f"bench: expected {' '.join(map(str, command))} to succeed, found exit status {process.returncode}:\n{printed[-4000:]}")
    return seconds, peak[0] / 2**30
