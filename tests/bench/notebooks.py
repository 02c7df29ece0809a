"""The lessons as a project of executed notebooks: Sphinx with myst-nb, which keeps what it executed."""

import contextlib
import io
import os
import shutil

import course
import proofs
from jupyter_cache import get_cache
from sphinx_gallery.notebook import python_to_jupyter_cli

from .processes import run

CONFIGURATION = """\
extensions = ["myst_nb"]
html_theme = "furo"
exclude_patterns = ["**/*.py"]
nb_execution_mode = "cache"
nb_execution_timeout = 600
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_show_tb = True
"""


class Project:
    """A minimal project in a folder of its own, with one notebook for each script."""

    def __init__(self, folder, scripts):
        self.folder, self.source = folder, folder / "source"
        self.source.mkdir(parents=True)
        get_cache(folder / ".jupyter_cache").list_cache_records()  # makes it, which several jobs at once cannot: each would make its tables
        (self.source / "conf.py").write_text(CONFIGURATION)
        names = "\n".join(map(course.name_of, scripts))
        (self.source / "index.md").write_text(f"# Lessons\n\n```{{toctree}}\n{names}\n```\n", encoding="utf-8")
        self.take(scripts)

    def take(self, scripts):
        """Make the scripts' notebooks with Sphinx-Gallery's converter, as they are now."""
        for script in scripts:
            copy = self.source / f"{course.name_of(script)}.py"
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(script, copy)
            with contextlib.redirect_stdout(io.StringIO()):
                python_to_jupyter_cli([str(copy)])

    def build(self, data):
        """Seconds of a build with as many jobs as the site's own, and threads for each as the site's own jobs have."""
        jobs = proofs.parallel_jobs()
        threads = str(max(1, (os.cpu_count() or 1) // jobs))
        command = ["-m", "sphinx", "-b", "html", "-q", "-j", jobs, "-d", self.folder / "doctrees", self.source, self.folder / "html"]
        return run(command, self.folder, PROVEN_DATA=str(data), OMP_NUM_THREADS=threads, PYDEVD_DISABLE_FILE_VALIDATION="1")[0]
