"""The course as its scripts say it, and what the pages make of it."""

import re

import course
import pytest

HEADER = '"""\nAdding\n======\n\nTwo numbers.\n\n:Level: beginner\n:Before: nothing\n:After: nothing\n"""\n'


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "01_basics" / "01_adding.py"
    path.parent.mkdir()
    return path


def test_minutes_count_prose_by_words_and_code_by_lines():
    assert course.minutes_to_read(HEADER) == 1
    prose = HEADER + "".join("# ten words of prose in each of these many lines\n" for _ in range(100))
    assert course.minutes_to_read(prose) == 5  # 1,000 words
    assert course.minutes_to_read(prose + "total = 1\n" * 100) == 15  # and 100 lines of six seconds


def test_code_in_several_lines_is_counted_whole():
    assert course.minutes_to_read(HEADER + "total = [\n" + "    1,\n" * 98 + "]\n") == 10


def test_sections_are_known_by_their_anchor(script):
    script.write_text(HEADER + "# %%\n# The sum of two\n# --------------\n# It is exact.\n")
    lesson = course.read(script)
    assert (lesson.name, lesson.title, lesson.level) == ("01_basics/01_adding", "Adding", "beginner")
    assert lesson.sections == {"the-sum-of-two": "The sum of two"}


@pytest.mark.parametrize("field", ["Level", "Before", "After"])
def test_a_missing_field_is_named(script, field):
    script.write_text(re.sub(f":{field}:.*\n", "", HEADER))
    with pytest.raises(course.LessonError, match=rf"01_adding\.py, line 1: .*found no {field}"):
        course.read(script)


def test_a_field_outside_the_header_does_not_count(script):
    script.write_text(HEADER.replace(":Level: beginner\n", "") + 'text = """\n:Level: beginner\n"""\n')
    with pytest.raises(course.LessonError, match="found no Level"):
        course.read(script)


def test_two_lessons_of_one_file_name_are_refused(script):
    script.write_text(HEADER)
    other = script.parents[1] / "02_more" / script.name
    other.parent.mkdir()
    other.write_text(HEADER)
    with pytest.raises(course.LessonError, match=r"gallery/02_more/01_adding\.py: expected a file name of its own, .* found also gallery/01_basics/01_adding\.py"):
        course.scripts(script.parents[1])


@pytest.mark.parametrize("text, found", [(None, "found no such file"), ("", "found ''"), ("Basics\n", "found 'Basics'")])
def test_a_section_without_a_title_is_refused(script, text, found):
    if text is not None:
        (script.parent / "GALLERY_HEADER.rst").write_text(text)
    with pytest.raises(course.LessonError, match=rf"gallery/01_basics/GALLERY_HEADER\.rst: expected a title underlined with -, .*{found}"):
        course.read_section(script.parent)


def test_the_home_page_shows_the_path_with_levels_and_minutes(built):
    home = (built.html / "index.html").read_text(encoding="utf-8")
    path = home[home.index('class="course'):home.index("toctree-wrapper")]
    assert 'href="lessons/01_basics/01_adding.html"' in path and 'href="lessons/01_basics/index.html"' in path
    assert re.search(r'level-beginner">beginner</span> <span class="minutes">1 min', path)


def test_a_solution_is_folded_and_was_executed(built):
    page = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    folded = re.search(r'<details class="solution" id="solution-1"><summary>Solution 1</summary>(.*?)</details>', page, re.DOTALL)[1]
    assert "thrice = tensor(9)" in folded and "<img" not in folded
    assert 'href="#solution-1"' not in page and 'href="#exercises"' in page


def test_a_lesson_says_its_level_and_minutes(built):
    page = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    fields = re.search(r'<dl class="[^"]*lesson-header.*?</dl>', page, re.DOTALL)[0]
    assert re.findall(r"<dt[^>]*>(\w+)", fields) == ["Level", "Reading", "Before", "After"]
    assert "about 1 minutes" not in fields


def test_a_changed_level_reaches_the_home_page(site):
    site.edit("gallery/01_basics/01_adding.py", ":Level: beginner", ":Level: advanced")
    assert site.build().returncode == 0
    assert "level-advanced" in (site.html / "index.html").read_text(encoding="utf-8")
