"""Sphinx extension: shows what settles a card or a claim: verdicts, links, and the stamp of the run."""

import os
from urllib.parse import urlsplit

from api_usage import lessons_using
from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

SHOWN = 3  # cards and lessons listed under one public name
LABELS = {"holds": "Holds", "corrected": "Corrected", "removed": "Removed", "deprecated": "Deprecated", "concept": "Concept"}


class stamp(nodes.General, nodes.Inline, nodes.Element):
    """HTML that says something of a run. A node of its own, so that no translation and no search index ever sees its text."""


def visit_stamp(translator, node):
    translator.body.append(node["html"])
    raise nodes.SkipNode


def address(docname, page, anchor=""):
    """The address of a document of the site as ``page``, another one, links to it."""
    return os.path.relpath(docname, os.path.dirname(page) or ".") + ".html" + (f"#{anchor}" if anchor else "")


def host(url):
    """What a reader is told of where an external link leads."""
    return urlsplit(url).netloc


class Evidence(SphinxDirective):
    """What the directives that show runs share."""

    required_arguments = 1

    def link(self, text, docname, anchor=""):
        """A link to another page of the site; links of generated pages are right by construction."""
        return nodes.reference("", text, internal=True, refuri=address(docname, self.env.docname, anchor))

    def documentation(self, names):
        """Links to the names' own documentation, host by host; nothing for names without an address."""
        hosts = {}
        for name in names:
            url = self.catalogue.addresses.get(name)
            if url:
                hosts.setdefault(host(url), {}).setdefault(url, name)
        found = []
        for place, links in hosts.items():
            found.append(nodes.paragraph("", f"On {place}: ", classes=["documented"]))
            for index, (url, name) in enumerate(links.items()):
                found[-1] += [*([nodes.Text(", ")] if index else []), nodes.reference("", "", nodes.literal("", name), refuri=url)]
        return found

    def stamp(self, record, text=None):
        result = record.result if record else "none"
        return stamp(html=f'<span class="stamp stamp-{result}">{text or self.catalogue.stamp(record)}</span>')

    @property
    def catalogue(self):
        return self.config.proven_catalogue

    def verdict(self, claim):
        """The first two paragraphs of a claim: what is said, and what is so."""
        label = nodes.inline("", LABELS[claim.verdict], classes=["verdict", f"verdict-{claim.verdict}"])
        said = nodes.paragraph("", "", label, nodes.Text(" "), nodes.inline("", claim.says, classes=["says"]), classes=["said"])
        return [said, *([nodes.paragraph("", claim.truth, classes=["truth"])] if claim.truth else [])]


class CardEvidence(Evidence):
    """Under a card: the claims that it settles, the lessons that use the same API, the APIs' own documentation, its source and its stamp."""

    def run(self):
        module, card = self.catalogue.cards[self.arguments[0]]
        claims = self.catalogue.claims_of[card.name]
        box = nodes.container(classes=["evidence"])
        if claims:
            box += nodes.paragraph("", "Often said", classes=["evidence-title"])
        for claim in claims:
            box += nodes.container("", *self.verdict(claim), classes=["claim"])
        lessons = lessons_using(self.catalogue, card)
        if lessons:
            used = nodes.paragraph("", "Used in ", classes=["used-in"])
            for index, name in enumerate(lessons):
                used += [*([nodes.Text(", ")] if index else []), self.link(self.catalogue.lessons[name].title, f"lessons/{name}")]
            box += used
        box += self.documentation(self.catalogue.names_about[card.name])
        foot = nodes.paragraph(classes=["foot"])
        foot += [self.source(module, card), nodes.Text(" "), self.stamp(self.catalogue.card_records.get(card.name))]
        box += foot
        return [box]

    def source(self, module, card):
        """The card's own file: in the repository where its address is configured, else as a download."""
        text = f"{module.file}, line {card.line}"
        repository = self.config.proven_repository
        if repository:
            return nodes.reference("", text, refuri=f"{repository}/blob/main/{module.file}#L{card.line}")
        return addnodes.download_reference("", text, reftarget=f"/../../{module.file}", refdoc=self.env.docname)


class ClaimEvidence(Evidence):
    """One claim on a page of the ledger, with the link to its proof."""

    def run(self):
        claim = next(claim for claim in self.catalogue.claims if claim.id == self.arguments[0])
        record = self.catalogue.record_of(claim.proof)
        proof = nodes.paragraph("", "", nodes.Text("Proof: "), self.link(self.catalogue.proof_title(claim.proof), *self.catalogue.place(claim.proof)),
                                nodes.Text(" "), self.stamp(record, record.result), classes=["foot"])
        if claim in self.catalogue.not_run_here():
            proof += nodes.Text(" The half that needs a GPU was not run here.")
        return [nodes.container("", *self.verdict(claim), proof, classes=["claim", f"claim-{claim.verdict}"])]


class ApiNames(Evidence):
    """Public names, each with its own documentation and the cards and lessons that use it; of many, the first and how many more there are."""

    final_argument_whitespace = True

    def run(self):
        names = nodes.definition_list(classes=["api-names"])
        for name in self.arguments[0].split():
            used = self.catalogue.apis[name]
            links = [self.link(self.catalogue.proof_title(proof), *self.catalogue.place(proof)) for proof in (used["cards"] + used["lessons"])[:SHOWN]]
            rest = len(used["cards"] + used["lessons"]) - len(links)
            items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in links]
            items += [nodes.list_item("", nodes.paragraph("", f"and {rest} more"))] if rest else []
            url = self.catalogue.addresses.get(name)
            beside = [nodes.Text(" "), nodes.reference("", host(url), refuri=url)] if url else []
            names += nodes.definition_list_item("", nodes.term("", "", nodes.literal("", name), *beside), nodes.definition("", nodes.bullet_list("", *items)))
        return [names]


def setup(app):
    app.add_config_value("proven_repository", "", "env", str)
    app.add_node(stamp, html=(visit_stamp, None))
    app.add_directive("card-evidence", CardEvidence)
    app.add_directive("claim", ClaimEvidence)
    app.add_directive("api-names", ApiNames)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
