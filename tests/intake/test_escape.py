"""Plain text shows the same letters when it is read as Markdown."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.intake.escape import escape, escape_label

_EXTENSIONS = ["footnotes", "tables", "attr_list", "fenced_code", "sane_lists", "abbr"]
_MARKS = "* ** _ __ ` ``` [ ] ( ) < > # + - . ! { } : ::: ~~ ~~~ | \\ & = === --- 1. 1) [x] ![ ]( ]: [^1]"
_WORDS = ["&copy;", "&#38", "<b>", "</p>", "<!--", "{: #id}", "*[HTML]:", "http://a.b", " ", "wort", "a_b"]
_PIECES = st.sampled_from([*_MARKS.split(" "), *_WORDS]) | st.text("ab1 .,*_[]<>&", max_size=4)


def shown(markdown_text: str) -> str | None:
    """What a reader sees of one paragraph; None where it became anything else."""
    import markdown

    page = markdown.markdown(markdown_text, extensions=_EXTENSIONS)
    found = re.fullmatch(r"<p>([^<]*)</p>", page)
    return html.unescape(found[1]) if found else None


@pytest.mark.parametrize(
    "line",
    [
        "*Note", "5 * 3 * 2", "_init_", "# 1 song", "#hashtag", "1. August", "12) twelve", "<script>",
        "a < b > c", "AT&T &copy; 2025", "[x] done", "[a](b)", "[1]: http://x", ":::", "::: fact-box", "---",
        "===", "~~no~~", "`code`", "> said", "- item", "+ plus", "\\*", "\\'", "C:\\new",
        "{: .x}", "![alt](src)",
        "[^1]: note", "a\\", "***",
    ],
)  # fmt: skip
def test_a_line_that_looks_like_markdown_reads_the_same(line: str) -> None:
    assert shown(escape(line)) == line


@pytest.mark.parametrize(
    "prose",
    [
        "“It’s 3-2,” he said [sic] – not bad", "In 2025. the",
        "AT&T rose 5% (to $3) #2!", "snake_case and <3 & 4",
        "He said: [He] was there... e.g. 1.5 kg + more - less = 7", "U.S. | Missouri ~ 5",
    ],
)  # fmt: skip
def test_clean_prose_stays_as_it_is(prose: str) -> None:
    assert escape(prose) == prose


@given(st.lists(_PIECES, min_size=1, max_size=12).map("".join).map(lambda text: text.strip(" ")))
def test_every_paragraph_reads_the_same(paragraph: str) -> None:
    assert not paragraph or shown(escape(paragraph)) == paragraph


def test_a_bracket_does_not_end_the_text_of_a_link() -> None:
    assert escape_label("He [sic] said *so*") == "He \\[sic\\] said \\*so\\*"
