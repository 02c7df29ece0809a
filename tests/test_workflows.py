"""The workflows have no more rights than they need, and run only code that is named by a commit."""

import re
from pathlib import Path

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[1] / ".github/workflows").glob("*.y*ml"))
# The rights that a job has beyond reading the repository, and what for.
RIGHTS = {
    ("site.yml", "notebooks"): {"actions": "read", "contents": "write"},  # takes the built site and pushes the notebooks to a branch
    ("site.yml", "publish"): {"pages": "write", "id-token": "write"},  # hands the site to GitHub Pages
}
TRIGGERS = {"push", "pull_request", "schedule", "workflow_dispatch"}  # others run with rights on what a stranger wrote


def problems(name, text):
    """What a workflow is allowed or brings in beyond need."""
    workflow = yaml.safe_load(text)
    found = [] if workflow.get("permissions") in ({}, {"contents": "read"}) else [f"permissions: {workflow.get('permissions')}"]
    found += [f"on: {trigger}" for trigger in set(workflow[True]) - TRIGGERS]  # YAML reads the word on as true
    for job_name, job in workflow["jobs"].items():
        rights = job.get("permissions", {"contents": "read"})
        if rights not in ({}, {"contents": "read"}, RIGHTS.get((name, job_name))):
            found.append(f"{job_name}: {rights}")
        if (name, job_name) in RIGHTS and job.get("if") != "github.ref == 'refs/heads/main'":
            found.append(f"{job_name}: if: {job.get('if')}")
        for step in job["steps"]:
            action, shell = step.get("uses", ""), step.get("run", "")
            if action and not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action):
                found.append(f"{job_name}: {action}")
            if action.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") is not False:
                found.append(f"{job_name}: checkout keeps its credentials")
            if "${{" in shell:
                found.append(f"{job_name}: a run with ${{{{ }}}} in it, which a stranger may fill: pass it as an environment variable")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_least_rights_and_pins_what_it_uses(path):
    assert problems(path.name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("old, new", [
    ("permissions:\n  contents: read\n", ""),
    ("permissions:\n  contents: read\n", "permissions: write-all\n"),
    ("      pages: write", "      pages: write\n      contents: write"),
    ("  pull_request:\n", "  pull_request_target:\n"),
    ("@11bd71901bbe5b1630ceea73d27597364c9af683", "@v4"),
    ("persist-credentials: false", "fetch-depth: 1"),
    ("run: nox -s tests", "run: echo ${{ github.head_ref }}; nox -s tests"),
    ("    needs: build\n    if: github.ref == 'refs/heads/main'\n", "    needs: build\n"),
])
def test_a_right_too_many_is_noticed(old, new):
    text = next(path for path in WORKFLOWS if path.name == "site.yml").read_text(encoding="utf-8")
    assert old in text and problems("site.yml", text.replace(old, new))
