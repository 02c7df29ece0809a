"""Sphinx extension: writes the generated pages into the source tree before Sphinx reads it."""

from collections import defaultdict
from itertools import groupby
from pathlib import Path

from api_pages import apis_pages, gone_index, gone_page
from bench_page import bench_page
from card_pages import area_page, by_area, card_page, cards_index, cheat_sheet
from catalogue import Catalogue
from claim_pages import claims_index, claims_page
from faults_page import faults_page
from files import write_beside
from mutation_page import survivors_page
from proof_page import proof_page
from proofs import digest


def write_page(path, text):
    """Write a page if it changed, so that Sphinx reads again only what did."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_beside(path, text.encode())


def write_pages(app):
    """Write every generated page, and remove those whose source is gone."""
    catalogue = app.config.proven_catalogue = Catalogue(Path(app.confdir).parent, app.config.proven_environment)
    ledgers = {area: list(claims) for area, claims in groupby(catalogue.claims, key=lambda claim: claim.area)}
    pages = {module.docname: card_page(module, catalogue) for module in catalogue.modules}
    pages |= {f"claims/{area}": claims_page(area, claims, catalogue) for area, claims in ledgers.items()}
    areas = by_area(catalogue)
    pages |= {f"cards/{area}/index": area_page(area, modules) for area, modules in areas.items()}
    pages |= {"cards/index": cards_index(areas), "claims/index": claims_index(ledgers), "proof": proof_page(catalogue), "survivors": survivors_page(catalogue),
              "faults": faults_page(catalogue), "cheatsheet": cheat_sheet(areas), "bench": bench_page(catalogue.root)}
    gone = defaultdict(list)
    for claim in catalogue.claims:
        for name in claim.old:
            gone[name].append(claim)
    pages |= {f"gone/{name}": gone_page(name, claims, catalogue) for name, claims in gone.items()}
    pages |= apis_pages(catalogue) | {"gone/index": gone_index(sorted(gone, key=str.lower))}
    for folder in ("apis", "cards", "claims", "gone"):
        for path in Path(app.srcdir, folder).rglob("*.rst"):
            docname = path.relative_to(app.srcdir).as_posix().removesuffix(".rst")
            if docname not in pages:
                path.unlink()
                Path(app.outdir, f"{docname}.html").unlink(missing_ok=True)
    for docname, text in pages.items():
        write_page(Path(app.srcdir, f"{docname}.rst"), text)


def announce(app, env, docnames):
    """Say how much is left after the lessons, since writing takes as long as some of them."""
    if docnames:
        print(f"  {len(docnames)} pages to read and write", flush=True)


def machinery():
    """A hash of the site's own extensions and templates: when it changes, Sphinx reads every page again."""
    folder = Path(__file__).parent
    return digest(*(path.read_bytes() for path in sorted([*folder.glob("*.py"), *folder.parent.glob("_templates/*.html")])))


def setup(app):
    app.add_config_value("proven_machinery", machinery(), "env", str)
    app.connect("builder-inited", write_pages, priority=450)
    app.connect("env-before-read-docs", announce)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
