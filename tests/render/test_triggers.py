"""Only patterns that can match nothing are left out."""

from hypothesis import example, given
from markdown import Markdown
from tests.render.texts import anything

from deskeditor.render.extensions.footnotes import FootnoteReferenceExtension
from deskeditor.render.extensions.strikethrough import StrikethroughExtension
from deskeditor.render.extensions.triggers import Triggers

MARKDOWN = Markdown(extensions=[FootnoteReferenceExtension(), StrikethroughExtension()])
TRIGGERS = Triggers(MARKDOWN)


@example("*a* ~~b~~ _c_")
@example("`a` \\* <b> <a@b.c> &amp;")
@example("a\t\nb  \nc ![d](e)[f][^g]")
@given(anything)
def test_a_pattern_that_is_left_out_matches_nothing(text: str) -> None:
    tried = TRIGGERS.patterns(text)
    left_out = [pattern for pattern in MARKDOWN.inlinePatterns if pattern not in tried]
    assert not any(pattern.getCompiledRegExp().search(text.expandtabs()) for pattern in left_out)


def test_plain_words_are_spared_every_pattern() -> None:
    assert list(TRIGGERS.patterns("Plain words, and a | sign")) == []
