"""The short way through the renderer says what the long way says, or nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.render.texts import anything

from deskeditor.render.blocks import Block, split
from deskeditor.render.extensions.typography import (
    APOSTROPHE,
    INNER_LEFT,
    INNER_RIGHT,
    LEFT,
    RIGHT,
    by_patterns,
    typographer,
)
from deskeditor.render.letters import fit
from deskeditor.render.markdown import engine
from deskeditor.render.names import NOTHING
from deskeditor.render.pieces import in_full
from deskeditor.render.prose import MAKERS, prose


def cut(copy: str) -> list[str]:
    return copy.split("¦")


RUNS = cut(
    "The minister¦spoke¦of 3,5 %¦1984¦1. ¦- ¦* ¦2) ¦## ¦> ¦>¦+ ¦a¦é¦\n¦\n\n¦\n> ¦\n- ¦\n1. ¦\n2. ¦\n* ¦\n>"
    "¦ ¦  ¦\u00a0¦\u202f¦\u2028¦\t¦*word*¦**two words**¦*¦**¦***¦*a\nb*¦_a_¦a_b¦~~x~~¦`c`¦\\*¦!¦#¦#1 "
    "¦[a]¦[^a]¦[¦]¦(¦)¦[link](https://example.org/a?b=c&d=e_f)¦[a b](article:abcdefghijkl)"
    "¦[a](mailto:desk@example.org)¦[a](#h)"
    "¦[a](http://xn--a.org)¦[a](https://a.example/../b)¦[a](/c)¦[a](javascript:x)¦[a](https://1.2.3.4.5/)¦{.a}"
    "¦[a](https://a.org/&lt;)¦(https://a.org)¦[a](https://user@a.org/)¦[a](https://a.org 'x')¦![a](https://a.org)"
    "¦\"¦'¦\"so,\"¦'so'¦It's¦'80s¦--¦---¦...¦&¦& ¦AT&T¦&amp;¦;¦<b>¦<¦$5¦€¦“¦”¦«¦»¦–¦—¦.¦,¦:¦?¦=¦-¦+¦/¦~¦%¦|"
    "¦\x01¦\ufdd0¦[a](https://a.org/&copy=1)¦[a](https://a.org/#b&c;)¦[a\nb](https://a.org)¦[ a](https://a.org)"
)
NEWS = cut(
    'The court¦ruled *in part* for¦**the city**¦[its brief](https://example.org/b)¦"We\'ll wait,"'
    "¦(*see* below)¦-- again --¦A&E¦& others¦[Jane](mailto:j@example.org).¦on 5 May 2026¦\n¦«*Non*»"
    "¦“*Yes*,”¦it's¦he said¦, ¦的¦[*both*](https://a.org)¦*[both](https://a.org)*"
    "¦**a** *b*¦*a***b**¦[a](article:abcdefghijkl)"
)
QUOTES = cut("\"¦'¦a¦s¦80s¦ ¦\n¦—¦&nbsp;¦,¦!¦(¦a-¦\u00a0¦é¦\ufdd0")
STARTS = ("", "", "## ", "# ", "###### ", "- ", "* ", "1. ", "> ", "> a\n>\n> ", "- a\n- ", "1. a\n7. ")
languages = st.sampled_from(["en", "de", "fr"])
sentences = st.tuples(st.sampled_from(STARTS), st.lists(st.sampled_from(NEWS), max_size=7).map(" ".join)).map(
    "".join
)
jumble = st.lists(st.one_of(st.sampled_from(RUNS), st.sampled_from(NEWS)), max_size=9).map("".join)
copy = st.one_of(sentences, jumble, st.tuples(st.sampled_from(STARTS), jumble).map("".join), anything)


def both_ways(block: Block, language: str) -> tuple[str | None, str]:
    source, maker = fit(block.source.rstrip("\n")), engine(language)
    return prose(block.kind, source, maker.set_type), in_full(block.kind, source, maker, NOTHING)[0]


@settings(max_examples=600, deadline=None)
@example("> quoted\n>\n", "en")
@example("*a\u00a0*\n", "en")
@given(copy, languages)
def test_the_short_way_says_what_the_long_way_says(text: str, language: str) -> None:
    for block in split(text):
        short, full = both_ways(block, language) if block.kind in MAKERS else ("", "")
        assert short in {None, full}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**BERLIN** -- Words.\nMore.", "<p><strong>BERLIN</strong> – Words.\nMore.</p>"),
        ('"[A & B](https://a.org/?b&c)."', '<p>“<a href="https://a.org/?b&amp;c">A &amp; B</a>.”</p>'),
        ("# *Head*", "<h2><em>Head</em></h2>"),
        ("- one\n- **two**", "<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>"),
        ("1. one\n1. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
        ("> Said.\n>\n> *Jane*", "<blockquote>\n<p>Said.</p>\n<p><em>Jane</em></p>\n</blockquote>"),
    ],
)
def test_ordinary_news_takes_the_short_way(text: str, html: str) -> None:
    assert both_ways(split(text)[0], "en") == (html, html)


@given(st.lists(st.sampled_from(QUOTES)).map("".join))
def test_quotation_marks_are_told_at_once_as_the_patterns_tell_them(text: str) -> None:
    tokens = dict(zip((LEFT, RIGHT, INNER_LEFT, INNER_RIGHT, APOSTROPHE), "“”‘’’", strict=True))
    assert typographer("en")(text) == by_patterns(text, tokens)
