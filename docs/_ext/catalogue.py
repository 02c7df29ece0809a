"""What the generated pages are made of: cards, claims, lessons and the records of their runs, read once for each build."""

from collections import defaultdict
from functools import cached_property
from html import escape
from pathlib import Path

import api_usage
import cards
import course
import inventory
import ledger
import moments
import proofs
import skips
from equivalents import check_names, equivalents
from faults_page import trials
from mutation_page import results_of
from order import in_reading_order


class Catalogue:
    """Everything that the pages and the gate speak of."""

    def __init__(self, root, environment):
        self.root = Path(root)
        self.environment = environment
        self.modules = in_reading_order(cards.load(self.root / "snippets"), self.root / "docs" / "order.yaml")
        self.claims = ledger.load(self.root / "docs" / "claims")
        self.scripts = {course.name_of(script): script for script in course.scripts(self.root / "gallery")}
        self.lessons = {name: course.read(script) for name, script in self.scripts.items()}
        course.check_links(self.scripts.values(), {*(f"lessons/{name}" for name in self.lessons), *(module.docname for module in self.modules)})
        self.headers = {folder.name: course.read_section(folder) for folder in sorted({script.parent for script in self.scripts.values()})}
        self.equivalents = equivalents(self.root / "docs" / "equivalents.yaml")
        check_names(self.equivalents, {*self.cards, *self.lessons})
        self.skips = skips.load(self.root / "docs" / "skips.yaml", {*self.cards, *self.lessons})
        ledger.check_proofs(self.claims, {*self.cards, *self.sections})

    @cached_property
    def cards(self):
        """{name: (module, card)}"""
        return {card.name: (module, card) for module in self.modules for card in module.cards}

    @cached_property
    def sections(self):
        """What a claim may name besides a card: a lesson, or a section of one as ``lesson#slug``."""
        return {name: None for name in self.lessons} | {
            f"{name}#{slug}": heading for name, lesson in self.lessons.items() for slug, heading in lesson.sections.items()
        }

    @cached_property
    def claims_of(self):
        """{proof: [claims]}"""
        found = defaultdict(list)
        for claim in self.claims:
            found[claim.proof].append(claim)
        return found

    @cached_property
    def card_records(self):
        return proofs.read(self.root / "build" / "proofs" / "cards.xml")

    @cached_property
    def lesson_records(self):
        return proofs.read(self.root / "build" / "proofs" / "lessons.xml")

    def record_of(self, proof):
        """The run behind a card, a lesson or a lesson's section; None where there is none."""
        return self.card_records.get(proof) or self.lesson_records.get(proof.partition("#")[0])

    @cached_property
    def rare_names(self):
        return api_usage.rare_names(self)

    @cached_property
    def names_of_lessons(self):
        """{lesson: the last parts of the names that it uses}"""
        return {name: {api_usage.short(api) for api in record.apis} for name, record in self.lesson_records.items()}

    @cached_property
    def names_about(self):
        """{card: the public names that it is about}"""
        return {name: api_usage.names_of(self, card) for name, (_, card) in self.cards.items()}

    @cached_property
    def home_of(self):
        return api_usage.homes(self)

    @cached_property
    def home_of_short(self):
        return api_usage.short_homes(self)

    @cached_property
    def addresses(self):
        """{public name: its place in the documentation of its own library}"""
        return inventory.load(self.root / "docs" / "inventories")

    @cached_property
    def apis(self):
        return api_usage.usage(self)

    @cached_property
    def mutation(self):
        """{file: the measurement of its mutants}"""
        return results_of(self.root, self.modules, self.scripts.values(), self.equivalents)

    @cached_property
    def faults(self):
        """The last trial of the planted faults, and when it was."""
        return trials(self.root / "build" / "proofs" / "faults.xml")

    def stamp(self, record):
        """What a page says of a run, as HTML. Made here from the record, never typed."""
        if record is None:
            return "No run."
        took = moments.took(record.seconds, f"{record.seconds:.2f} s" if record.seconds >= 0.01 else "under 0.01 s")
        return f"{record.result.capitalize()} · torch {self.environment['torch']} · {escape(self.environment['device'])} · {took} · {moments.when(record.date)}"

    def place(self, proof):
        """Where a proof stands: (document, anchor)."""
        if proof in self.cards:
            module, card = self.cards[proof]
            return module.docname, card.anchor
        lesson, _, slug = proof.partition("#")
        return f"lessons/{lesson}", slug

    def proof_title(self, proof):
        """What a link to a proof says."""
        if proof in self.cards:
            return self.cards[proof][1].title.rstrip(".").replace("``", "")
        return self.sections[proof] or self.lessons[proof].title

    def page_title(self, docname):
        """The title of a page of cards or of a lesson."""
        titles = {module.docname: module.title for module in self.modules}
        return titles.get(docname) or self.lessons[docname.removeprefix("lessons/")].title

    def not_run_here(self):
        """The claims with a half that needs a GPU, on a build without one."""
        return [] if self.environment["device"] != "cpu" else [claim for claim in self.claims if claim.needs == "gpu"]

    def summary(self):
        """One sentence that says what this build proved, as HTML."""
        records = [*self.card_records.values(), *self.lesson_records.values()]
        seconds = sum(record.seconds for record in records)
        return (f"This build ran {len(self.cards)} cards and {len(self.lessons)} lessons, which settle {len(self.claims)} claims, "
                f"in {moments.took(seconds, f'{seconds:.0f} seconds')} of computing on torch {self.environment['torch']}, "
                f"device {escape(self.environment['device'])}, on {moments.when(max(record.date for record in records)[:10])}.")
