"""What the widget shows and what the body holds stay one text, whatever is typed."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.model import Document
from deskeditor.document.text import utf16_length
from deskeditor.ui.editor.projection import Heard, Projection, shown

LETTERS = st.text(st.sampled_from("ab \n\u00a0\u2029\u2028\ufdd0\ufffc𝒳é"), max_size=30)


def units_of(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@given(LETTERS)
def test_the_shown_text_is_as_long_as_the_body(text: str) -> None:
    assert (len(shown(text)), utf16_length(shown(text))) == (len(text), utf16_length(text))


@given(LETTERS)
def test_no_letter_is_shown_that_qt_keeps_for_itself(text: str) -> None:
    assert not set(shown(text)) & set("\u2029\ufdd0\ufffc\r")


@given(LETTERS, LETTERS, st.data())
def test_a_step_leads_to_what_the_widget_shows(text: str, typed: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    removed = utf16_length(text[start:end])
    heard = Heard(utf16_length(text[:start]), removed, shown(typed))
    projection = Projection(text)
    step = projection.step_for(heard)
    after = text if step is None else step.apply(Document(text)).text
    assert shown(after) == shown(text[:start] + typed + text[end:])


@given(LETTERS, LETTERS, st.data())
def test_letters_outside_the_change_stay_what_they_are(text: str, typed: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    projection = Projection(text)
    step = projection.step_for(Heard(utf16_length(text[:start]), 0, shown(typed)))
    after = text if step is None else step.apply(Document(text)).text
    assert after.replace(shown(typed), "", 1) == text or after == text[:start] + shown(typed) + text[start:]


@given(LETTERS, LETTERS, st.integers(0, 30))
def test_it_follows_steps_made_elsewhere(text: str, new: str, at: int) -> None:
    projection = Projection(text)
    whole = shown(text[:at] + new + text[at:])
    step = projection.step_to(whole)
    if step is not None:
        projection.follow(step)
    assert (shown(projection.text), projection.units) == (whole, utf16_length(whole))
