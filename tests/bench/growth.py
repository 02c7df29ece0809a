"""How the build grows: seconds of cold builds of miniature sites with more and more small lessons, and with more and more small cards.

Besides, the seconds of the same lessons as bare scripts that draw their figures once, in as many processes as the build has.
Each is measured in several rounds, and the fastest counts: what else the machine does can only add seconds.
"""

import operator
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import course
import miniature
import proofs
from bench_page import OVERHEAD, STEEPEST

from .processes import run

SIZES = {"lessons": (10, 100, 400), "cards": (100, 500, 2000)}
SMALL = {"lessons": (2, 6, 12), "cards": (20, 40, 80)}
ROUNDS = 3
GROUP = 10  # lessons to a section, cards to a module
FUNCTIONS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "maximum": max, "minimum": min}
BARE = """
import io, runpy, sys, torch
import matplotlib.pyplot as plt
for script in sys.argv[1:]:
    runpy.run_path(script)
    for number in plt.get_fignums():
        plt.figure(number).savefig(io.BytesIO())
    plt.close("all")
"""
FIGURE = '''
# %%
# A picture
# ---------
# It is straight.
import matplotlib.pyplot as plt

plt.plot([0, 1], [0, 1])
plt.title("A line")
plt.show()
'''


def lessons(count):
    """``{path: text}`` of so many small lessons, each with three cells and a figure."""
    files = {}
    for number in range(count):
        section = f"gallery/{number // GROUP + 10}_section"
        files[f"{section}/GALLERY_HEADER.rst"] = f"Section {number // GROUP}\n------------\n"
        text = miniature.LESSON.replace("Adding\n======", f"Lesson {number}\n============", 1)
        files[f"{section}/{number:04}_small.py"] = text.replace("\n# %%\n# Exercises", f"{FIGURE}\n# %%\n# Exercises", 1)
    return files


def cards(count):
    """``{path: text}`` of so many small cards."""
    files = {}
    for module in range(-(-count // GROUP)):
        text = f'"""Module {module}\n\nSmall cards.\n"""\n'
        for number in range(module * GROUP, min((module + 1) * GROUP, count)):
            name, function = list(FUNCTIONS.items())[number % len(FUNCTIONS)]
            results = [str(function(number, 3)), str(function(2, 5))]
            shown = ", ".join(result.rjust(max(map(len, results))) for result in results)
            text += (f'\n\ndef card_{number}():\n    """``torch.{name}`` of {number} and 3 is {results[0]}.\n\n    It takes tensors of one shape.\n\n'
                     f"    >>> import torch\n    >>> torch.{name}(torch.tensor([{number}, 2]), torch.tensor([3, 5]))\n"
                     f'    tensor([{shown}])\n    """\n')
        files[f"snippets/many/module_{module}.py"] = text
    return files


def slopes(sizes, seconds):
    """Seconds that one more lesson or card took, between each size and the next."""
    steps = list(zip(sizes, seconds))
    found = [(longer - shorter) / (larger - smaller) for (smaller, shorter), (larger, longer) in zip(steps, steps[1:])]
    if min(found) <= 0:
        sys.exit(f"bench: expected a build of more to take longer, found {seconds} seconds for {list(sizes)}. Measure again on a quiet machine.")
    return found


def figures_of(sizes, seconds, rounds=ROUNDS):
    """What is kept of a series: its slopes, and how much steeper the last is than the first. What a build needs at any size is in neither."""
    each = slopes(sizes, seconds)
    return {"sizes": list(sizes), "rounds": rounds, "seconds": seconds, "slopes": each, "steeper": each[-1] / each[0]}


def beside_their_run(series, bare):
    """What is kept of the lessons: also what one more costs as a bare script, and what the build takes beside that."""
    own = slopes(series["sizes"], bare)[-1]
    return {**series, "own": own, "beside": series["slopes"][-1] - own}


def bare_seconds(site):
    """Seconds of a site's lessons as bare scripts, shared among as many processes as the build has."""
    scripts, jobs = course.scripts(site.root / "gallery"), proofs.parallel_jobs()
    with ThreadPoolExecutor(jobs) as pool:
        return max(pool.map(lambda part: run(["-c", BARE, *part], site.root, PROVEN_DATA=str(site.data))[0], [scripts[number::jobs] for number in range(jobs)]))


def problems(figures):
    """What is not as it should be: growth that is no straight line, and lessons that cost more than they may."""
    found = [f"expected {kind} to grow on a straight line, where one more takes at most {STEEPEST} times as long in a large site, "
             f"found {series['steeper']:.2f} times. Profile a build." for kind, series in figures.items() if series["steeper"] > STEEPEST]
    overhead = figures["lessons"]["beside"]
    if overhead >= OVERHEAD:
        found.append(f"expected one more small lesson to take under {OVERHEAD} s beside its own run, found {overhead:.2f} s. Profile a build.")
    return found


def measured(folder, data, kind, size):
    """Seconds of one cold build of a site of this size, and for lessons also of them as bare scripts."""
    site = miniature.make(folder, data, miniature.FILES | {"lessons": lessons, "cards": cards}[kind](size))
    seconds = [run(["docs/_ext/build.py"], site.root, PROVEN_DATA=str(data))[0], *([bare_seconds(site)] if kind == "lessons" else [])]
    print(f"  {size} {kind}: {', as bare scripts '.join(f'{each:.1f} s' for each in seconds)}", flush=True)
    return seconds


def fastest(rounds):
    """Of rounds, each a list of what was measured at each size, the fastest of each: ``[[build, bare], ...]`` for the sizes."""
    return [[min(times) for times in zip(*tries)] for tries in zip(*rounds)]


def measure(small):
    """Cold builds of sites of every size, lessons and cards apart, and the lessons as bare scripts."""
    figures = {}
    with tempfile.TemporaryDirectory() as name:
        data = Path(name, "data")
        data.mkdir()
        miniature.fill(data)
        for kind, sizes in (SMALL if small else SIZES).items():
            rounds = [[measured(Path(name, f"{kind}_{size}_{number}"), data, kind, size) for size in sizes] for number in range(1 if small else ROUNDS)]
            seconds, *bare = map(list, zip(*fastest(rounds)))
            figures[kind] = figures_of(sizes, seconds, len(rounds))
            if bare:
                figures[kind] = beside_their_run(figures[kind], *bare)
    return figures
