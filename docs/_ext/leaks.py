"""Looks on the built site for what belongs to the machine that built it: paths, the names of user and host, values of environment variables, addresses in its memory.

What the sources of the site or the record of its environment say themselves is no leak: the word "root", a device, an address.
"""

import getpass
import html
import os
import re
import socket
import sys
import sysconfig
import tempfile
from pathlib import Path

SHORTEST_NAME, SHORTEST_VALUE = 4, 8  # shorter ones are words that stand on any page
PUBLIC = ("PROVEN_REPOSITORY", "PROVEN_SITE")  # environment variables that the pages are meant to show
NOT_READ = (".png", ".zip")  # what is in the archives lies beside them


def user():
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container, a user may have no name
        return ""


def of_this_machine(root):
    """{text that no page may hold: what it is}"""
    names = {user(): "the name of the user", socket.gethostname(): "the name of the host"}
    values = {part: f"the environment variable {name}" for name, value in os.environ.items() if name not in PUBLIC for part in value.split(os.pathsep)}
    library = sysconfig.get_paths()
    paths = {root: "the repository", os.path.expanduser("~"): "the home folder", sys.prefix: "Python", library["stdlib"]: "Python's library",
             library["purelib"]: "the packages", tempfile.gettempdir(): "a temporary file"}
    found = {value: what for value, what in values.items() if len(value) >= SHORTEST_VALUE} | {name: what for name, what in names.items() if len(name) >= SHORTEST_NAME}
    return found | {f"{path}{os.sep}": f"the path of {what}" for path, what in paths.items() if os.path.isabs(path) and str(path) != os.sep}


def own_words(root):
    """Everything that the sources say, and what the site is meant to say of its run."""
    files = [*root.glob("docs/*.md"), *root.glob("docs/claims/*.yaml"), *root.glob("gallery/**/*.py"), *root.glob("gallery/**/*.rst"),
             *root.glob("snippets/**/*.py"), root / "build/proofs/environment.json"]
    return "\n".join([*(path.read_text(encoding="utf-8") for path in files if path.exists()), *(os.environ.get(name, "") for name in PUBLIC)])


def find(root, folder):
    """One line for each file below ``folder`` that holds something of this machine: what it is, but not the text, which may be secret."""
    said, problems = own_words(root), []
    unsaid = {text: what for text, what in of_this_machine(root).items() if text not in said}
    wanted = {written.encode(): what for text, what in unsaid.items() if not any(other in text for other in unsaid.keys() - {text}) for written in (text, html.escape(text))}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and path.suffix not in NOT_READ and "_static" not in path.parts:
            content = path.read_bytes()
            found = [what for text, what in wanted.items() if text in content and re.search(rb"(?<!\w)" + re.escape(text) + (rb"" if text.endswith(b"/") else rb"(?!\w)"), content)]
            address = b" at 0x" in content and re.search(rb"([\w.]+(?: object)?) at 0x[0-9a-f]{6}", content)
            found += [f"an address in its memory, of '{address[1].decode()}', which the last line of a cell shows without print too"] if address else []
            problems += [f"{path.relative_to(folder).as_posix()}: expected nothing of the machine that built it, found {what}. Let the code print less; a warning too prints the path of its file." for what in found]
    return problems
