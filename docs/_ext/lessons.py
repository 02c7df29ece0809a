"""Sphinx extension: runs the lessons through Sphinx-Gallery, side by side across all sections, and records each run.

Sphinx-Gallery by itself runs one section after the other, and skips a script whose bytes did not change, whatever
else did. Here every lesson whose record is not fresh runs first; Sphinx-Gallery then finds them done and writes the indexes.
"""

import datetime
import gc
import logging
import re
import shutil
import time
import warnings
from pathlib import Path

import calls
import figures
import limits
import proofs
import skips
import state
from course import name_of, scripts

MACHINERY = ("lessons.py", "figures.py", "limits.py", "state.py", "calls.py", "notes.py", "../conf.py")


def expected_key(script, environment):
    machinery = [(Path(__file__).parent / name).read_bytes() for name in MACHINERY]
    return proofs.digest(script.read_bytes(), environment, *machinery)


def said_at_the_end(message):
    """Keep Sphinx-Gallery from saying what a lesson raises: it stands once, in the list of the lessons that failed."""
    return getattr(message, "subtype", "") != "example_error"


def run(script, target, gallery_conf, record):
    """Run one lesson in this process; return its record, filled in. Sphinx-Gallery catches what the lesson raises."""
    from sphinx_gallery import gen_rst

    started, outcome, problem = time.perf_counter(), {}, ""
    record.date = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    gc.freeze()  # Sphinx-Gallery collects garbage after each script, and would search all of torch each time
    logging.getLogger("sphinx.sphinx-gallery").addFilter(said_at_the_end)
    logging.getLogger("torch.utils.cpp_extension").setLevel(logging.ERROR)  # it dates what it says of CUDA on this machine
    with state.fresh_torch(), calls.called_names() as names:
        state.deprecations_are_errors()
        try:
            with limits.within_limits(record.name):
                outcome = gen_rst.generate_file_rst(script.name, target, script.parent, gallery_conf)[-1]
        except limits.LimitError as error:
            problem = str(error)
    record.seconds = time.perf_counter() - started
    for figure in figures.of_lesson(target, script.stem):
        figures.lighten(figure)
    record.apis = sorted(names)
    if problem or "formatted_exception" in outcome:
        record.result, record.message = "failed", "\n".join(filter(None, [outcome.get("formatted_exception"), problem]))
        if "allocate memory" in record.message or "MemoryError" in record.message:
            record.message += f"A lesson may take {limits.gib()} GiB. Make it smaller, or set PROVEN_LESSON_GIB."
    elif "passing" not in outcome:
        record.result, record.message = "skipped", record.message or "Sphinx-Gallery did not run it"
    return record


def run_all(waiting, gallery_conf, jobs):
    """Run ``[(script, target, record)]``, those that ask for it alone and first, and say what is going on."""
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    alone = {script for script, _, _ in waiting if re.search(r"^# sphinx_gallery_parallel *= *False", script.read_text("utf-8"), re.M)}
    began, done, at_work = time.perf_counter(), 0, {}
    warnings.filterwarnings("ignore", message="A worker stopped while some jobs")  # joblib replaces a process that has grown large

    def started(chosen):
        for script, target, record in chosen:
            at_work[record.name] = time.perf_counter()
            print(f"  {at_work[record.name] - began:6.1f} s  lesson {record.name} starts", flush=True)
            yield script, target, gallery_conf, record

    def finished():
        yield from (run(*task) for task in started(task for task in waiting if task[0] in alone))
        if len(alone) < len(waiting):
            others = started(task for task in waiting if task[0] not in alone)
            try:
                yield from Parallel(jobs, pre_dispatch="n_jobs", batch_size=1, return_as="generator_unordered")(delayed(run)(*task) for task in others)
            except TerminatedWorkerError:
                raise SystemExit(limits.why_a_process_died(at_work)) from None

    for record in finished():
        done += 1
        del at_work[record.name]
        print(f"  {time.perf_counter() - began:6.1f} s  lesson {record.name} {record.result} "
              f"after {record.seconds:.1f} s ({done} of {len(waiting)})", flush=True)
        yield record


def prove_lessons(app):
    """Bring every lesson's record up to date, forget deleted lessons, and stop the build when one failed."""
    root = Path(app.confdir).parent
    gallery_conf, environment = app.config.sphinx_gallery_conf, app.config.proven_environment
    folder, xml = Path(app.srcdir) / "lessons", root / "build" / "proofs" / "lessons.xml"
    old, records, waiting = proofs.read(xml), [], []
    excused = {skip.what: skip.reason for skip in skips.load(root / "docs" / "skips.yaml")}
    if excused:
        gallery_conf["filename_pattern"] = rf"^(?!.*({'|'.join(map(re.escape, excused))})\.py$).*\.py$"
    for script in scripts(root / "gallery"):
        name, target = name_of(script), folder / script.parent.name
        key = expected_key(script, environment)
        if name in old and old[name].key == key and old[name].result == "passed" and name not in excused and (target / f"{script.stem}.rst").exists():
            records.append(old[name])
            continue
        for stale in [*target.glob(f"{script.stem}.*"), *figures.of_lesson(target, script.stem)]:
            stale.unlink()
        (target / "images" / "thumb").mkdir(parents=True, exist_ok=True)
        waiting.append((script, target, proofs.Record(name, script.relative_to(root).as_posix(), 1, key, message=excused.get(name, ""))))
    forget(folder, Path(app.outdir) / "lessons", {name_of(script) for script in scripts(root / "gallery")})
    proofs.write(xml, "lessons", records)
    for record in run_all(waiting, gallery_conf, proofs.parallel_jobs()):
        records.append(record)
        proofs.write(xml, "lessons", records)
    failed = [f"{record.file}: {record.message.strip()}" for record in records if record.result == "failed"]
    if failed:
        raise SystemExit("lessons that failed:\n\n" + "\n\n".join(failed))  # Sphinx would wrap any other exception in its own report


def forget(folder, html, names):
    """Remove what was generated for lessons and sections that are gone, and their pages."""
    for page in [*folder.glob("*/*.rst"), *folder.glob("*/*.py")]:  # a lesson whose process died has no page yet
        if page.stem != "index" and f"{page.parent.name}/{page.stem}" not in names:
            for part in [*page.parent.glob(f"{page.stem}.*"), *figures.of_lesson(page.parent, page.stem), html / page.parent.name / f"{page.stem}.html"]:
                part.unlink(missing_ok=True)
    for section in folder.glob("*/"):
        if not any(name.startswith(f"{section.name}/") for name in names):
            shutil.rmtree(section)
            shutil.rmtree(html / section.name, ignore_errors=True)


def setup(app):
    app.add_config_value("proven_environment", {}, "", dict)
    app.connect("builder-inited", prove_lessons, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
