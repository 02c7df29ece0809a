"""Runs the mutants of one module of cards, and notes which of them the cards do not notice.

A process of its own for each module, see ``mutate``.
"""

import ast
import doctest
import importlib
import math
import sys
import textwrap
import time
import types
import warnings
from collections import Counter
from pathlib import Path

import cards
import mutants
from data import ROOT
from doctest_runs import LONGEST, passes
from forked import ending

# Of a slow card only as many mutants are tried as take this long, evenly chosen; less in a module with many, so that all its cards take under a minute.
SECONDS_A_CARD, SECONDS_A_MODULE = 6, 40
FEWEST = 5  # however slow the card is
CHECKER = doctest.OutputChecker()


def with_source(example, source):
    return doctest.Example(source, example.want, example.exc_msg, example.lineno, example.indent, example.options)


def code_mutants(test, card, module, limit):
    """Yield (what, function that says whether the card still passes) for every change of the examples and of a recipe's body; one that hangs is stopped."""
    for index, example in enumerate(test.examples):
        head, tail = test.examples[:index], test.examples[index + 1:]
        changes = [(what, [*head, with_source(example, source), *tail]) for what, source in mutants.changed_code(example.source)]
        if not example.want and not example.source.startswith(("import ", "from ")):
            changes.append((f"{example.source.strip()} [dropped]", [*head, *tail]))
        for what, examples in changes:
            yield what, lambda examples=examples: passes(test, examples, longest=limit)[0]
    if card.recipe:
        lines = Path(module.__file__).read_text(encoding="utf-8").splitlines(keepends=True)
        node = next(node for node in ast.parse("".join(lines)).body if getattr(node, "name", "") == card.name.rpartition(".")[2])
        first, last = node.body[1].lineno - 1, node.end_lineno
        for what, source in mutants.changed_code(textwrap.dedent("".join(lines[first:last]))):
            yield what, lambda source=source: with_recipe(test, module, [*lines[:first], textwrap.indent(source, "    "), *lines[last:]], limit)


def with_recipe(test, module, lines, limit):
    """Whether the card passes when its module has these lines."""
    sys.modules[module.__name__] = other = types.ModuleType(module.__name__)
    try:
        exec(compile("".join(lines), module.__file__, "exec"), vars(other))
        return passes(test, test.examples, longest=limit)[0]
    except Exception:
        return False
    finally:
        sys.modules[module.__name__] = module


def output_mutants(test, gave):
    """Yield (kind, what, whether the example still passes): compared with what the examples gave, so nothing runs again."""
    for example, got in zip(test.examples, gave):
        want, flags = example.want, doctest.DONT_ACCEPT_TRUE_FOR_1
        for flag, on in example.options.items():
            flags |= flag * on
        if example.exc_msg is not None:  # the message is the end of the traceback
            want, got = example.exc_msg, got[got.rfind("\n" + example.exc_msg.split(":")[0]) + 1:]
        if want:
            yield "deletion", f"{example.source.strip()} [output removed]", CHECKER.check_output("", got, flags)
            for what, changed in mutants.changed_output(want):
                yield "output", f"{example.source.strip()} [{what}]", CHECKER.check_output(changed, got, flags)


def apart(run, limit):
    """Whether a card passes in a process of its own, for those that may wait in C code for a process that never comes."""
    def work():
        if not run():
            raise AssertionError

    return ending(work, limit) == 0


def sabotaged(test, names):
    """Whether the card passes while the functions that it is about return wrong results; None where no such function was called."""
    mode = mutants.Sabotage(names)
    passed = passes(test, test.examples, mode)[0]
    return passed if mode.reached else None


def first_run(test):
    """Whether a card passes unchanged, what its examples gave, and its seconds: those of a second run where the first one had to import something."""
    imported, start = len(sys.modules), time.perf_counter()
    passed, gave = passes(test, test.examples, longest=10 * LONGEST)  # an import cut short would spoil all that follows
    if len(sys.modules) > imported:
        start = time.perf_counter()
        passed, gave = passes(test, test.examples)
    return passed, gave, time.perf_counter() - start


def main(told):
    """Everything about one module: how many mutants were tried and noticed, the survivors, and the cards that could not be measured."""
    module_file, name, about = told["module_file"], told["name"], told["about"]
    warnings.simplefilter("ignore")
    sys.path[:0] = [str(ROOT)]
    module = importlib.import_module(f"snippets.{name}")
    tried, noticed, survivors, unmeasured, began = Counter(), Counter(), [], [], time.perf_counter()
    known = {card.name: card for card in cards.read_module(ROOT / module_file, ROOT / "snippets").cards}
    tests = [test for test in doctest.DocTestFinder(exclude_empty=True).find(module, name) if test.name in known]
    for test in tests:
        passed, gave, seconds = first_run(test)
        if not passed:
            unmeasured.append(f"{test.name} fails unchanged")
            continue
        found = list(output_mutants(test, gave))
        limit = min(LONGEST, 5 + math.ceil(5 * seconds))
        code = list(code_mutants(test, known[test.name], module, limit))
        count = max(FEWEST, int(min(SECONDS_A_CARD, SECONDS_A_MODULE / len(tests)) / max(seconds, 0.001)))
        step = max(1, -(-len(code) // count))
        hangs = "torch.distributed" in test.docstring
        found += [("code", what, apart(run, limit) if hangs else run()) for what, run in code[::step]]
        survived = sabotaged(test, about[test.name])
        found += [("sabotage", f"{', '.join(sorted(about[test.name]))} [returns a wrong result]", survived)] if survived is not None else []
        for kind, what, survived in found:
            tried[kind] += 1
            noticed[kind] += not survived
            survivors += [[test.name, kind, what]] if survived else []
    return {"tried": tried, "noticed": noticed, "survivors": survivors, "unmeasured": unmeasured, "seconds": round(time.perf_counter() - began, 1)}
