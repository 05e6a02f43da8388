"""Links, read-also cards and pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import ARTICLE, MEDIA, marked, played, shown

from deskeditor.document.commands import insert_picture, is_active, link, read_also
from deskeditor.document.model import ArticleId, Picture


def linked(text: str, url: str = "http://n.ew") -> str | None:
    """What a link makes of a marked text."""
    return played(lambda state: link(state, url), text)


def carded(text: str, headline: str = "Earlier", article: ArticleId | None = None) -> str | None:
    """What a read-also card makes of a marked text."""
    return played(lambda state: read_also(state, headline, article), text)


def pictured(text: str, picture: Picture) -> str | None:
    """What a picture makes of a marked text."""
    return played(lambda state: insert_picture(state, picture), text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see |this| now", "see [|this|](http://n.ew) now"),
        ("see| this |now", "see| [this](http://n.ew) |now"),
        ("|a\n\nb|", "[|a](http://n.ew)\n\n[b|](http://n.ew)"),
        ("- |a|", "- [|a|](http://n.ew)"),
        ("|`[` b|", "[|`[` b|](http://n.ew)"),
    ],
)
def test_what_is_selected_becomes_a_link(before: str, after: str) -> None:
    assert linked(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[o|ld](http://o.ld) x", "[o|ld](http://n.ew) x"),
        ('[|te|xt](u "title")', "[|te|xt](http://n.ew)"),
        ("[t|x][ref]", "[t|x](http://n.ew)"),
        ("[t|x](http://o.ld/(a))", "[t|x](http://n.ew)"),
        ("<http://o|.ld>", "[http://o.ld](http://n.ew)|"),
    ],
)
def test_a_link_gets_the_new_address(before: str, after: str) -> None:
    assert linked(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|[old](http://o.ld) x|", "[|old x|](http://n.ew)"),
        ("a |c [d](v) e| f", "a [|c d e|](http://n.ew) f"),
        ("*a |b* c|", "[*a |b* c|](http://n.ew)"),
    ],
)
def test_links_and_marks_in_the_selection_do_not_break_it(before: str, after: str) -> None:
    assert linked(before) == after


def test_without_a_selection_the_address_is_the_text() -> None:
    assert linked("see | now") == "see [http://n.ew](http://n.ew)| now"


def test_without_a_selection_other_words_can_be_the_text() -> None:
    state = marked("see | now")
    transaction = link(state, "http://n.ew", "the [new] one")
    assert transaction and shown(state.apply(transaction)) == r"see [the \[new\] one](http://n.ew)| now"


def test_brackets_and_parentheses_cannot_end_a_link_too_early() -> None:
    expected = r"[|a \[x\] b|](https://x.org/a_%28b%29%20%22c%22%3E%0Ad)"
    assert linked("|a [x] b|", ' https://x.org/a_(b) "c">\nd ') == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [("[o|ld](http://o.ld) x", "o|ld x"), ("|[a](b) and [c](d)|", "|a and c|"), ("pla|in", None)],
)
def test_an_empty_address_takes_the_link_away(before: str, after: str | None) -> None:
    assert linked(before, " ") == after


@pytest.mark.parametrize("text", ["```\n|x\n```", "![a](media:|x)", "::: fact-b|ox\nx\n:::"])
def test_links_are_greyed_where_they_make_no_sense(text: str) -> None:
    assert linked(text) is None


@given(st.text(min_size=1).filter(str.strip))
def test_any_address_leaves_one_whole_link(url: str) -> None:
    text = linked("|word|", url)
    assert text is not None and is_active(marked(text), "link")
    assert text.startswith("[|word|](") and not set(text[9:-1]) & set("() \n<>\\")


CARD = "::: read-also\nEarlier\n:::"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pa|ra", f"para\n\n{CARD}\n\n|"),
        ("pa|ra\nmore\n\nnext", f"para\nmore\n\n{CARD}\n\n|next"),
        ("a\n\n\nb|\n\n\n\nc", f"a\n\n\nb\n\n{CARD}\n\n|c"),
        ("one\n\n|\n\ntwo", f"one\n\n{CARD}\n\n|two"),
        ("a\n|\nb", f"a\n\n{CARD}\n\n|b"),
        ("", f"{CARD}\n\n|"),
        ("text|\n", f"text\n\n{CARD}\n\n|"),
        ("## Head|\ntext", f"## Head\n\n{CARD}\n\n|text"),
        ("text|\n## Head", f"text\n\n{CARD}\n\n|## Head"),
        ("- a|\n- b\n\n- c\n\ntext", f"- a\n- b\n\n- c\n\n{CARD}\n\n|text"),
        ("- a|\n\ntext", f"- a\n\n{CARD}\n\n|text"),
        ("> a|\n>\n> b\n\nc", f"> a\n>\n> b\n\n{CARD}\n\n|c"),
        ("::: fact-box X\na\n\nb|c\n:::\nd", f"::: fact-box X\na\n\nbc\n:::\n\n{CARD}\n\n|d"),
        ("::: fact-box\n|half", f"::: fact-box\nhalf\n\n{CARD}\n\n|"),
        (f"{CARD}|\n\nx", f"{CARD}\n\n{CARD}\n\n|x"),
        ("```\n|x\n```", None),
    ],
)
def test_a_card_stands_alone_below_the_block_of_the_caret(before: str, after: str | None) -> None:
    assert carded(before) == after


def test_a_card_of_a_known_article_links_to_it() -> None:
    assert carded("", "Head [live]\n now", ARTICLE) == (
        f"::: read-also\n[Head \\[live\\] now](article:{ARTICLE})\n:::\n\n|"
    )


def test_a_card_without_a_headline_is_none() -> None:
    assert carded("text|", " \n") is None


def test_a_headline_cannot_close_its_card() -> None:
    assert carded("", "::: Live: day one") == "::: read-also\nLive: day one\n:::\n\n|"


@pytest.mark.parametrize(
    ("picture", "source"),
    [
        (Picture(MEDIA), f"![](media:{MEDIA})"),
        (Picture(MEDIA, "A hall", "The hall"), f'![A hall](media:{MEDIA} "The hall")'),
        (Picture(MEDIA, "A", credit="J. Doe"), f'![A](media:{MEDIA}){{credit="J. Doe"}}'),
        (Picture(MEDIA, "A", "a < b* \\"), f'![A](media:{MEDIA} "a &lt; b\\* \\\\")'),
        (
            Picture(MEDIA, "A [x]\nb", 'The "big" hall\nat dusk', 'Jane "J" Doe'),
            f'![A \\[x\\] b](media:{MEDIA} "The “big” hall at dusk"){{credit="Jane “J” Doe"}}',
        ),
    ],
)
def test_a_picture_is_a_paragraph_of_its_own(picture: Picture, source: str) -> None:
    assert pictured("text|\n\nnext", picture) == f"text\n\n{source}\n\n|next"
