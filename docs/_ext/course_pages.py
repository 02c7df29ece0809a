"""Sphinx extension: the course as a path on the home page, the header of each lesson, and solutions that open on a click."""

from itertools import groupby

import course
from docutils import nodes
from evidence import Evidence
from sphinx.transforms import SphinxTransform


class solution(nodes.General, nodes.Element):
    """The solution of an exercise, folded until a reader opens it."""


def visit_solution(translator, node):
    translator.body.append(f'<details class="solution" id="{node["ids"][0]}"><summary>{translator.encode(node["title"])}</summary>\n')


def depart_solution(translator, node):
    translator.body.append("</details>\n")


class FoldSolutions(SphinxTransform):
    """In a lesson, each section called ``Solution ...`` becomes one that opens on a click, with or without a script."""

    default_priority = 700

    def apply(self):
        if self.env.docname.startswith("lessons/"):
            for section in list(self.document.findall(nodes.section)):
                if section.children and section[0].astext().startswith("Solution"):
                    section.replace_self(solution("", *section.children[1:], ids=section["ids"], title=section[0].astext()))


class ShowMinutes(SphinxTransform):
    """Adds the minutes that reading takes to the fields of a lesson's header."""

    default_priority = 700

    def apply(self):
        lesson = self.config.proven_catalogue.lessons.get(self.env.docname.removeprefix("lessons/"))
        fields = next(self.document.findall(nodes.field_list), None)
        if lesson and fields is not None:
            fields["classes"].append("lesson-header")
            minutes = nodes.field_body("", nodes.paragraph("", f"about {lesson.minutes} minute{'s' * (lesson.minutes > 1)}"))
            fields.insert(1, nodes.field("", nodes.field_name("", "Reading"), minutes))


class CoursePath(Evidence):
    """Every section of the course with its lessons, their levels and minutes."""

    required_arguments = 0

    def run(self):
        lessons = list(self.catalogue.lessons.values())
        hours = sum(lesson.minutes for lesson in lessons) / 60
        path = nodes.container(classes=["course"])
        path += nodes.paragraph("", f"{len(lessons)} lessons, about {hours:.0f} hours of reading. Each says what to read before and after it.")
        for number, (folder, group) in enumerate(groupby(lessons, key=lambda lesson: lesson.name.partition("/")[0]), start=1):
            title, sentence = self.catalogue.headers[folder]
            step = nodes.container(classes=["step"])
            step += nodes.paragraph("", "", nodes.strong("", "", self.link(f"{number}. {title}", f"lessons/{folder}/index")), nodes.Text(f" {sentence}"))
            step += nodes.bullet_list("", *(self.entry(lesson) for lesson in group))
            path += step
        return [path]

    def entry(self, lesson):
        level = nodes.inline("", lesson.level, classes=["level", f"level-{lesson.level}"])
        minutes = nodes.inline("", f"{lesson.minutes} min", classes=["minutes"])
        return nodes.list_item("", nodes.paragraph("", "", self.link(lesson.title, f"lessons/{lesson.name}"), nodes.Text(" "), level, nodes.Text(" "), minutes))


def path_changed(app, env, added, changed, removed):
    """The home page is read again when a lesson's title, level or minutes or a section's sentence changed."""
    before = getattr(env, "proven_course", None)
    catalogue = app.config.proven_catalogue
    sections = list(catalogue.headers.values())
    env.proven_course = [list(catalogue.lessons.values()), sections]
    return ["index"] if before != env.proven_course else []


def setup(app):
    app.add_node(solution, html=(visit_solution, depart_solution))
    app.add_directive("course", CoursePath)
    app.add_transform(FoldSolutions)
    app.add_transform(ShowMinutes)
    app.connect("env-get-outdated", path_changed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
