"""Names of APIs in code lead to their cards."""

import code_links

HTML = ('<pre tabindex="0"><span class="gp">&gt;&gt;&gt; </span><span class="kn">from</span> <span class="nn">torch.nn</span> <span class="kn">import</span> <span class="n">functional</span> '
        '<span class="k">as</span> <span class="n">F</span>\n<span class="n">F</span><span class="o">.</span><span class="n">relu</span><span class="p">(</span><span class="n">torch</span>'
        '<span class="o">.</span><span class="n">cat</span><span class="p">)</span></pre><p><span class="n">torch</span><span class="o">.</span><span class="n">cat</span></p>')


def test_names_in_code_are_links_by_what_the_imports_make_of_them():
    targets = {"torch.nn.functional.relu": ("relu.html#a", "<relu>"), "torch.cat": ("cat.html#b", "cat")}
    made = code_links.linked(HTML, targets.get)
    assert made.count("<a ") == 2
    assert '<a class="api" href="relu.html#a" title="&lt;relu&gt;"><span class="n">F</span><span class="o">.</span><span class="n">relu</span></a>' in made
    assert made.index("cat.html#b") < made.index("</pre>")
    assert code_links.text_of(made) == code_links.text_of(HTML)


def test_a_page_without_known_names_stays_as_it_is():
    assert code_links.linked(HTML, {}.get) == HTML


def test_imports_give_names_their_meaning():
    assert code_links.meanings(">>> import torch.nn as nn\nfrom torch.optim import SGD, Adam as A\nimport torch\n") == {
        "nn": "torch.nn", "SGD": "torch.optim.SGD", "A": "torch.optim.Adam"}


def test_the_code_of_a_lesson_leads_to_the_card(built):
    page = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert 'href="../../cards/basics/adding.html#basics-adding-sums"' in page.split("<pre", 1)[1]


def test_a_link_follows_its_card(site):
    """The lesson did not change, but the anchor that its code leads to did."""
    site.edit("snippets/basics/adding.py", "def sums", "def totals")
    site.edit("docs/claims/basics.yaml", "basics.adding.sums", "basics.adding.totals")
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "#basics-adding-totals" in (site.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
