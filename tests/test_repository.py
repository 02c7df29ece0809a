"""What the repository promises of itself."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from catalogue import Catalogue
from equivalents import check_names, equivalents

REPOSITORY = Path(__file__).parents[1]
TRACKED = [Path(line) for line in subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=REPOSITORY, capture_output=True, text=True,
                                                 check=True).stdout.splitlines()]


def test_the_configuration_is_short_and_has_no_functions():
    source = (REPOSITORY / "docs/conf.py").read_text()
    assert len(source.splitlines()) < 120
    assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef))]


@pytest.mark.parametrize("path", sorted((REPOSITORY / "docs/_ext").glob("*.py")), ids=lambda path: path.name)
def test_each_part_of_the_machinery_is_short_and_explained(path):
    source = path.read_text()
    assert len(source.splitlines()) < 150
    assert ast.get_docstring(ast.parse(source))


def test_no_address_of_a_registry_and_no_path_of_a_machine():
    pattern = re.compile(r"py" + r"pi\.org|python" + r"hosted|registry\.npm" + r"js|/(root|home|work)/\w")
    found = [f"{path}: {match[0]}" for path in TRACKED if path.suffix not in (".png", ".inv") and (REPOSITORY / path).is_file()
             for match in [pattern.search((REPOSITORY / path).read_text(encoding="utf-8"))] if match]
    assert found == []


def test_every_direct_dependency_is_pinned():
    groups = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["dependency-groups"]
    pinned = {line.split("==")[0] for line in (REPOSITORY / "constraints.txt").read_text().splitlines() if "==" in line}
    direct = {re.split(r"[=<>~]", name)[0] for group in groups.values() for name in group if isinstance(name, str)}
    assert direct - pinned == set()
    assert {"torch", "sphinx", "furo"} <= direct


def versions(name):
    """The lines of a file of versions, without hashes."""
    return [line.removesuffix(" \\") for line in (REPOSITORY / name).read_text().splitlines() if "==" in line]


def test_both_files_of_versions_name_the_same_and_each_version_has_its_hashes():
    assert versions("constraints.txt") == versions("constraints-hashes.txt") != []
    text = re.sub(r"^#.*\n", "", (REPOSITORY / "constraints-hashes.txt").read_text(), flags=re.MULTILINE)
    assert [entry for entry in re.split(r"\n(?=\w)", text) if "--hash=sha256:" not in entry] == []


@pytest.fixture(scope="module")
def catalogue():
    """What the build reads before it runs anything: it refuses a claim without a proof, a link to no page, an entry of the skip list that names nothing."""
    return Catalogue(REPOSITORY, {})


def test_every_claim_names_a_card_or_a_section_of_a_lesson(catalogue):
    assert len(catalogue.claims) >= 192
    assert {claim.proof for claim in catalogue.claims} <= {*catalogue.cards, *catalogue.sections}


def test_the_reading_order_names_pages_that_exist(catalogue):
    """A page that was renamed would silently come last."""
    listed = {f"{area}.{name}" for area, names in yaml.safe_load((REPOSITORY / "docs/order.yaml").read_text(encoding="utf-8")).items() for name in names}
    assert listed - {module.name for module in catalogue.modules} == set()


def test_each_equivalent_mutant_is_of_a_card_or_a_lesson(catalogue):
    check_names(equivalents(REPOSITORY / "docs/equivalents.yaml"), {*catalogue.cards, *catalogue.lessons})
