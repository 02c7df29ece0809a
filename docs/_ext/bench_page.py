"""The page of what the site costs: seconds and bytes that ``nox -s bench`` measured once and kept in ``docs/bench.json``."""

import json

from rest import escape, heading, table

STEEPEST = 1.25  # times as long for one more in a large site as in a small one: a straight line has 1, a square more than 4
LEAST = 4  # times as long for the example network as for the lesson on digits
OVERHEAD = 0.3  # seconds that one more small lesson may take beside its own run
WAYS = {"cold": "cold", "unchanged": "unchanged", "one_lesson": "one lesson edited", "one_card": "one card edited"}
AGAIN = "Measure again: nox -s bench"
EMPTY = "Nothing has been measured yet. Run ``nox -s bench``, then ``nox -s docs``.\n\n"


def read(path):
    """The figures of every part that was measured: {part: {"run": ..., "figures": ...}}. A file that cannot be shown stops with a message."""
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
        for part, result in results.items():
            PARTS[part](result["figures"])
            measured(result["run"])
    except (ValueError, LookupError, TypeError, AttributeError, ZeroDivisionError) as error:
        raise SystemExit(f"docs/{path.name}: expected the figures that nox -s bench keeps, found {type(error).__name__}: {error}. {AGAIN}") from error
    return results


def measured(run):
    """By what, when and on what a part was measured."""
    versions = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    return (f"{run['command']}, {run['date']}, {run['processor']}, {run['cores']} cores, {run['memory_gib']} GiB of memory, {run['system']}, "
            f"Python {run['python']}, {versions}, {run['jobs']} jobs.")


def allowed(figures):
    """The seconds that each build of the site may take, {way: seconds}, and what took more than is allowed."""
    site, scripts = figures["site"], figures["scripts"]
    seconds = {"cold": sum(scripts.values()) / 2 + 30, "unchanged": 10, "one_lesson": next(iter(scripts.values())) + 10, "one_card": 15}
    over = [f"{WAYS[way]} ({site[way]:.0f} s, {most:.0f} allowed)" for way, most in seconds.items() if site[way] > most]
    return seconds, over + ([f"memory ({site['peak_gib']:.2f} GiB, 3 allowed)"] if site["peak_gib"] > 3 else [])


def builds(figures):
    """The site against its lessons as notebooks and as bare scripts."""
    site, notebooks, scripts = figures["site"], figures["notebooks"], figures["scripts"]
    bare, first = sum(scripts.values()), next(iter(scripts.values()))
    seconds, over = allowed(figures)
    rows = [["the site: lessons, cards, pages", *(f"{site[way]:.1f} s" for way in WAYS)],
            ["allowed for the site", *(f"{seconds[way]:.1f} s" for way in WAYS)],
            ["the lessons as notebooks, myst-nb", *(f"{notebooks[way]:.1f} s" for way in ("cold", "unchanged", "one_lesson")), ""],
            ["the lessons as bare scripts", f"{bare:.1f} s", "", f"{first:.1f} s", ""],
            ["the site beside the notebooks", *(f"{site[way] / notebooks[way]:.2f} times" for way in ("cold", "unchanged", "one_lesson")), ""],
            ["the site beside the scripts", f"{site['cold'] / bare:.2f} times", "", f"{site['one_lesson'] / first:.2f} times", ""]]
    text = (f"The build of this site against its {len(scripts)} lessons alone. The site also runs every card and writes every page; the notebooks are a minimal Sphinx project with myst-nb, its cache and as many jobs, "
            "made from the lessons by Sphinx-Gallery's converter; the scripts run one after the other. The edits are one line of code in the first lesson, and one line in a module of cards. "
            f"Allowed is half of the scripts and 30 s for a cold build, and the lesson's own run and 10 s after its edit. The cold build took {site['peak_gib']:.2f} GiB of memory at its peak; 3 are allowed. "
            f"More than allowed here: {', '.join(over) or 'nothing'}.")
    return "Builds", text, ["what", *WAYS.values()], rows


def growth(figures):
    """Small lessons and small cards, more and more of them."""
    rows = []
    for kind, series in figures.items():
        each = ["", *(f"{1000 * slope:.0f} ms" for slope in series["slopes"])]
        rows += [[f"{size} {kind}", f"{seconds:.1f} s", slope] for size, seconds, slope in zip(series["sizes"], series["seconds"], each)]
    last = figures["lessons"]
    text = (f"Cold builds of miniature sites, the fastest of {last['rounds']} of each size, since what else the machine does can only add seconds. A small lesson has three cells, a figure and an exercise, and its own code needs milliseconds; a small card has one example. One more is what the build takes longer, divided by how many there are more: "
            "the seconds that every build needs are not in it, and the run of the lesson or card is. "
            f"As a bare script that draws its figure once, as many side by side as in the build, one more lesson takes {last['own']:.3f} s; beside that, the build takes {last['beside']:.3f} s in the largest site, and under {OVERHEAD} is allowed. "
            f"The line is straight if one more takes as long in a large site as in a small one; {STEEPEST} times is allowed, found "
            + ", ".join(f"{series['steeper']:.2f} times for {kind}" for kind, series in figures.items()) + ".")
    return "Growth", text, ["size", "cold", "one more"], rows


def race(figures):
    """The digits lesson against the usual example network."""
    rows = [["the lesson", f"{figures['lesson_seconds']:.2f} s", f"{figures['accuracy']:.4f}", ""],
            ["the usual example network", f"{figures['example_seconds']:.2f} s", f"{figures['example_accuracy']:.4f}", str(figures["example_epochs"])]]
    text = ("Seconds of training until the test accuracy of the lesson on handwritten digits, on the same data and machine; the example network is given up when it does not get there. "
            f"It took {figures['ratio']:.1f} times as long; at least {LEAST} are expected.")
    return "Digits", text, ["network", "training", "test accuracy", "epochs"], rows


def weights(figures):
    """Bytes of some pages."""
    text = ("Bytes of a page as a server sends it with gzip: with its styles, scripts and icons, and with all figures too. A browser loads a figure when a reader comes near it, "
            "so that the first view lies between the two.")
    return "Pages", text, ["page", "without figures", "with all figures"], [[name, *(f"{size:,}" for size in sizes)] for name, sizes in figures.items()]


PARTS = {"builds": builds, "growth": growth, "race": race, "weights": weights}


def as_text(results):
    """The tables as ``nox -s bench`` prints them."""
    lines = []
    for part, result in results.items():
        title, text, head, rows = PARTS[part](result["figures"])
        widths = [max(map(len, column)) for column in zip(head, *rows)]
        lines += [f"{title}. {text}", "", *("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head, *rows]), ""]
    return "\n".join(lines)


def bench_page(root):
    """What was measured last, part by part."""
    path = root / "docs" / "bench.json"
    results = read(path) if path.exists() else {}
    parts = [heading("What it costs"), "Seconds and bytes. Unlike everything else on this site, these figures were not made by the build that wrote this page: ``nox -s bench`` measured them once, "
             "on the machine and the day that stand under each table, and another machine gives others. Each part was measured in one run, so that its ratios hold together.\n\n"]
    for part in (part for part in PARTS if part in results):
        title, text, head, rows = PARTS[part](results[part]["figures"])
        parts += [heading(title, "-"), escape(text) + "\n\n", table(head, [[escape(cell) for cell in row] for row in rows])]
        parts.append(escape(f"Measured by {measured(results[part]['run'])}") + "\n\n")
    return "".join(parts) + EMPTY * (not results)
