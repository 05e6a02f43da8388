"""No text switches a check off that would block: what readers see on the page is what is judged."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.newsroom import SOUND, story

from deskeditor.document.fields import with_field
from deskeditor.publish.body import body_of
from deskeditor.publish.checks import own_findings
from deskeditor.publish.checks.shown import shown_words

MARK = "He paid TK dollars."
LOREM = "Lorem ipsum dolor sit amet."
PIECES = (
    "```", "````", "```python", "``` `", "~~~", "~~~~", "~~~x~~~ for [y](https://example.org)", "`",
    "``", "\\`", "\\\\`", "`a", "a`b", "\\```", "    ```", " ```", "   ~~~", "> ```", "- ```", "1. ~~~",
    ">", "> `", "| a | `b |", "|---|---|", "| `c | d` |", "<!--", "-->", "<!-- x -->", "<pre>",
    "<code>", "</code>", "</pre>", "<div>", "<p>", "<script>", "<style>", "<textarea>", "<title>",
    "<xmp>", "<template>", "<noscript>", "<svg>", "<math>", "<a href='", "::: fact-box",
    "::: pull-quote", "::: read-also", "::: embed https://example.org/", ":::", "[^1]: note", "[^1]",
    "[a]: https://example.org", "*[HTML]: Hyper", "[x](", "![x](", "{", "{.class", "**", "_", "$$",
    "\t", "    x", "# ", "***", "---", "- ", "", "word", "\\", "&", "&lt;code&gt;", "{{", "<b",
    "https://example.org/`", "\ue000",
)  # fmt: skip
fragments = st.lists(st.sampled_from(PIECES), max_size=6).map("\n".join)


def rules(text: str) -> list[str]:
    document = replace(story(SOUND), text=text)
    return [each.rule for each in own_findings(document, "s", body_of(document)) if each.level == "block"]


def is_seen(text: str, words: str) -> bool:
    """Whether a reader of the page reads these words outside of code."""
    return words in shown_words(body_of(replace(story(SOUND), text=text)).html)


@settings(max_examples=400, deadline=None)
@given(fragments, st.sampled_from([MARK, LOREM]), fragments)
def test_nothing_around_a_paragraph_hides_what_is_to_come_in_it(before: str, mark: str, after: str) -> None:
    text = f"{before}\n\n{mark}\n\n{after}\n"
    if is_seen(text, mark):
        assert "placeholder" in rules(text)


@settings(max_examples=200, deadline=None)
@given(fragments, st.sampled_from([MARK, LOREM]))
def test_a_paragraph_at_the_end_is_seen_whatever_was_left_open(before: str, mark: str) -> None:
    text = f"{before}\n\n{mark}\n"
    hidden = "<pre" in before or "<code" in before or not is_seen(text, mark)
    assert hidden or "placeholder" in rules(text)


@pytest.mark.parametrize(
    "opener", ["```", "~~~", "~~~x~~~ for [y](https://example.org)", "\\`", "```\n\n~~~", "::: fact-box"]
)
def test_what_nothing_closes_begins_no_code(opener: str) -> None:
    text = f"{opener}\n\n{MARK} \\`\n"
    assert is_seen(text, "TK") and "placeholder" in rules(text)


@pytest.mark.parametrize(
    "words",
    [
        "T**K** dollars",
        "T&#75; dollars",
        "T\u00adK dollars",
        "T<b></b>K dollars",
        "\\`TK\\` dollars",
        "*T*K dollars",
    ],
)
def test_words_are_judged_as_they_are_read(words: str) -> None:
    assert "placeholder" in rules(f"He paid {words}.\n")


@pytest.mark.parametrize(
    "code", ["`TK`", "```\nTK\n```", "~~~\nTK\n~~~", "``a ` TK``", "::: fact-box\n```\nTK\n```\n:::"]
)
def test_what_the_page_shows_as_code_may_say_anything(code: str) -> None:
    assert "placeholder" not in rules(f"Write:\n\n{code}\n\nSo.\n")


def test_letters_that_no_page_can_hold_are_told_in_their_places() -> None:
    text = "A soft break\x0bof Word, \x7f and \x85.\n"
    document = replace(story(SOUND), text=text)
    found = [each for each in own_findings(document, "s", body_of(document)) if each.level == "block"]
    assert [(each.rule, each.start) for each in found] == [
        ("control-sign", text.index(c)) for c in "\x0b\x7f\x85"
    ]


@given(
    st.sampled_from(["headline", "standfirst", "kicker", "seo_title", "section"]),
    st.characters(categories=["Cc"]),
)
def test_control_signs_in_a_field_are_told_with_the_field(field: str, sign: str) -> None:
    document = story(with_field(SOUND, field, f"Council{sign} meets"))
    found = own_findings(document, "s", body_of(document))
    told = [each.field for each in found if each.rule == "control-sign"]
    assert told == ([] if sign in "\t\n\r" else [field])


def test_a_broken_sign_in_a_field_blocks_too() -> None:
    document = story(replace(SOUND, headline="It wasâ€™t"))
    assert "broken-letters" in [each.rule for each in own_findings(document, "s", body_of(document))]


@pytest.mark.parametrize(
    "picture", ["\\`![DSC_1](media:{})\\`", "```\n\n![DSC_1](media:{})", "![DSC_1][p]\n\n[p]: media:{}"]
)
def test_a_picture_without_words_is_found_however_it_is_written(picture: str) -> None:
    assert "alt" in rules(picture.format("a" * 64) + "\n\nWords.\n")
