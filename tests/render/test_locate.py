"""A click in the preview finds the word in the source, and a caret in the source its word in the preview."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.render.locate import WORD, source_position, visible_position, visible_words
from deskeditor.render.rendering import render

MEDIA = "media:" + "a" * 64
CONSTRUCTS = (
    "Plain words and plain words.",
    "A *word*, **two words**, ***three***, _four_ and un*believ*able.",
    "snake_case and `code words` and ``a ` tick``.",
    "~~gone~~ but 1 ~ 2 stays.",
    'A [link text](https://example.org/path/words "title words") after.',
    "A [link](https://example.org/a_(b)) after.",
    "[ref text][r] and [r] again.",
    "Escaped \\*stars\\* and \\_lines\\_.",
    "Tom &amp; Jerry &lt;b&gt; caf&eacute; words.",
    'Don\'t say "no" -- wait...',
    "## Heading *words* ##",
    "Heading words\n===",
    "- one *item*\n- two items\n    - nested item\n\n        - deeper item\n- three",
    "1. first\n2. second\n\n    more of the second",
    "> quoted *words*\n> > more words\n> - item",
    "| head | two |\n|------|:---:|\n| cell words | `x|y` |",
    "```python\nprint(words)\n\nprint(more)\n```",
    "    indented code\n\n    and more",
    "<div>raw <b>words</b><br>and<p>more</div>",
    "Text <i>inline</i> html<br>words <!-- hidden words --> after.",
    f'![alt words]({MEDIA} "A caption *with* words"){{credit="Jane Doe"}}',
    "![alt words](https://example.org/words.png) after",
    "See <https://example.org/words> and <desk@example.org>.",
    "A paragraph\n{.class lang=de}",
    "::: fact-box The *title* words\n\n- item words\n\nMore words.\n:::",
    "::: pull-quote\nWe will wait.\n\n— Jane Doe\n:::",
    "Zwei Wörter, \u0434\u0432\u0430 слова, 二つの言葉\u00a0hier.",
)
SOURCE_ONLY = "\n\n[r]: https://example.org/r\n"
chosen = st.lists(st.sampled_from(CONSTRUCTS), min_size=1, max_size=3)


def shown(source: str) -> list[str]:
    html = re.sub(
        r"</?(?:p|div|br|li|td|th|h\d|figcaption|blockquote|pre|span)\b[^>]*>", " ", render(source).body()
    )
    return WORD.findall(unescape(re.sub(r"<[^>]*>", "", html)))


@pytest.mark.parametrize("source", CONSTRUCTS)
def test_the_words_found_in_the_source_are_those_a_reader_sees(source: str) -> None:
    assert [word.text for word in visible_words(source)] == shown(source + SOURCE_ONLY)


@pytest.mark.parametrize("source", CONSTRUCTS)
def test_each_word_is_where_it_is_said_to_be(source: str) -> None:
    for word in visible_words(source):
        written = source[word.place :]
        assert written.startswith((word.text[0], "&")) or word.text[0] in unescape(written[:10])


@given(chosen)
def test_a_word_clicked_is_the_word_whose_place_it_is(sources: list[str]) -> None:
    source = "\n\n".join(sources)
    words = visible_words(source)
    for index, word in enumerate(words):
        prefix = " ".join(earlier.text for earlier in words[:index])
        assert source_position(source, prefix, word.text) == word.place
        assert visible_position(source, word.place) == (word.text, prefix.split().count(word.text))


def test_a_click_between_words_finds_the_next_one() -> None:
    assert source_position("one *two* three", "one ", " ") == 5


def test_a_caret_after_the_last_word_belongs_to_it() -> None:
    assert visible_position("one two...", 10) == ("two", 0)


@pytest.mark.parametrize("source", ["", "\n", "***", "[r]: https://example.org"])
def test_what_shows_nothing_has_no_words(source: str) -> None:
    assert (source_position(source, "x", "y"), visible_position(source, 0)) == (0, ("", 0))
