"""Of every page each word is in the story, in a field or in a note, or the page is refused."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.desk import nothing

from deskeditor.document.model import Document
from deskeditor.intake import Intake, Refused, pasted, read
from deskeditor.intake.accounting import account
from deskeditor.intake.html_source import source_of
from deskeditor.intake.html_tree import parsed

_BLOCKS = (
    "p div ul ol li dl dt dd table caption thead tr td th h1 h2 h4 blockquote pre figure figcaption nav aside"
)
_PARTS = (
    "form footer header main article section noscript template dialog details summary legend center marquee"
)
_INLINE = (
    "span b i a q code ruby rt rp math mi mn msup x-a x-b sup sub del ins label cite small wbr br hr address"
)
_CONTROLS = "button select option textarea iframe video object svg text hgroup"
_NAMES = " ".join((_BLOCKS, _PARTS, _INLINE, _CONTROLS)).split(" ")
_MORE = (
    "",
    " hidden",
    " style='display:none'",
    " class=sr-only",
    " aria-hidden=true",
    " rowspan=3",
    " colspan=2",
    " start=4",
    " value=9",
    " role=main",
    " id=fn1",
    " href=#fn1",
    " href=https://example.org/",
    " class='author-box'",
    " style='mso-list:l0 level2 lfo1'",
    " open",
)
_WORDS = st.sampled_from(
    ["alpha", "bravo 10", "charlie,", "delta’s", "“echo”", "fox|trot", "<golf>", "hotel_x"]
)
_OPEN = st.tuples(st.sampled_from(_NAMES), st.sampled_from(_MORE)).map(lambda pair: f"<{pair[0]}{pair[1]}>")
_CLOSE = st.sampled_from(_NAMES).map(lambda name: f"</{name}>")
_TEXTS = st.builds(lambda word, at: f" {word.replace('<', '&lt;')} w{at}x ", _WORDS, st.integers(0, 10**6))
_PAGES = st.lists(_OPEN | _CLOSE | _TEXTS | _TEXTS, max_size=40).map("".join)


@settings(max_examples=120, deadline=None)
@given(_PAGES)
def test_no_word_of_a_page_is_lost(page: str) -> None:
    try:
        (story,) = read("a.html", f"<html><body>{page}</body></html>".encode(), nothing)
    except Refused as refusal:
        assert "could not be placed" not in str(refusal)
        return
    assert _lost(story) == []


def _lost(story: Intake) -> list[str]:
    return [note for note in story.notes if note.startswith("Not taken over, look")]


@settings(max_examples=120, deadline=None)
@given(_PAGES)
def test_no_word_of_a_copy_is_lost(page: str) -> None:
    copied = pasted(f"<p></p>{page}", "")
    assert account(source_of(parsed(page)), Document(copied.text), copied.notes).lost == ()
