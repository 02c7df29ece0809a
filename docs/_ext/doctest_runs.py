"""Runs the doctest of a card by itself, with a time limit, for ``card_mutants``."""

import contextlib
import doctest
import io
import signal
import warnings

import state

LONGEST = 20  # seconds for one mutant: one that hangs counts as noticed


class TooLong(Exception):
    pass


def stop(*_):
    raise TooLong


class Runner(doctest.DocTestRunner):
    """Runs a doctest up to the first example that fails, and keeps what each example gave."""

    def __init__(self):
        super().__init__(verbose=False, optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1 | doctest.FAIL_FAST)
        self.gave = []

    def report_success(self, out, test, example, got):
        self.gave.append(got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        pass


def passes(test, examples, mode=contextlib.nullcontext(), longest=LONGEST):
    """Whether a doctest with these examples passes, and what its examples gave: (bool, [str])."""
    runner = Runner()
    changed = doctest.DocTest(examples, {"__name__": "__main__"}, test.name, test.filename, test.lineno, test.docstring)
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(longest)
    try:
        with state.fresh_torch(), warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()), mode:
            warnings.simplefilter("error")
            failed = runner.run(changed, out=lambda text: None, clear_globs=True).failed
    except BaseException as problem:
        if isinstance(problem, KeyboardInterrupt):
            raise
        return False, []
    finally:
        signal.alarm(0)
    return not failed, runner.gave
