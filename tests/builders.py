"""Small makers of articles, and the Hypothesis strategies for what an article can hold."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from deskeditor.document.fields import FIELD_NAMES, field_value
from deskeditor.document.model import (
    ArticleId,
    Author,
    Correction,
    Document,
    Fields,
    MediaHash,
    Picture,
    Related,
    Selection,
    Status,
)
from deskeditor.document.state import EditorState, opened
from deskeditor.document.steps import ReplaceText, SetField, Step
from deskeditor.document.transaction import Origin, Transaction

MEDIA = MediaHash("5f" * 32)
ARTICLE = ArticleId("k3v9x2m7q1ab")


def story(text: str = "The council met on Monday.\n", headline: str = "Council meets") -> Document:
    """A draft with a headline and a body."""
    return Document(text, Fields(headline=headline))


def full_fields() -> Fields:
    """Every field filled, each with another value than the usual one."""
    return Fields(
        headline="Council “meets” again",
        kicker="Local",
        standfirst="It met — at last.",
        dateline="Jefferson City",
        section="Politics",
        language="de",
        status=Status.IN_REVIEW,
        priority="3",
        embargo="2026-03-01T06:00:00+01:00",
        published="2026-03-02T06:00:00+00:00",
        updated="2026-03-02T07:00:00-05:00",
        slug="council-meets",
        seo_title="Council",
        seo_description="What it did",
        social_text="Read 📰",
        note_to_editor="Call back",
        byline=(
            Author("Jane Doe", "Reporter", "jane@example.org", "https://example.org"),
            Author("João Gil"),
        ),
        tags=("council", "Straße"),
        lead_picture=Picture(MEDIA, "A hall", "The hall at dusk", "John Roe"),
        related=(Related("Earlier", "It had met before.", ARTICLE), Related("Waiting")),
        corrections=(Correction("2026-03-03T08:00:00+00:00", "The vote was 5 to 4."),),
    )


def marked(text: str) -> EditorState:
    """An article just opened; `|` stands for the caret, two of them for what is selected."""
    before, _, rest = text.partition("|")
    inside, bar, after = rest.partition("|")
    end = len(before) + (len(inside) if bar else 0)
    return opened(Document(f"{before}{inside}{after}"), Selection(len(before), end))


def shown(state: EditorState) -> str:
    """The body of an article with `|` at the caret, or at both ends of what is selected."""
    text, start, end = state.document.text, state.selection.start, state.selection.end
    middle = f"{text[start:end]}|" if end > start else ""
    return f"{text[:start]}|{middle}{text[end:]}"


def played(command: Callable[[EditorState], Transaction | None], text: str) -> str | None:
    """What a command makes of a marked text, None where it does not apply."""
    state = marked(text)
    transaction = command(state)
    return None if transaction is None else shown(state.apply(transaction))


def typing(state: EditorState, text: str, at: float) -> EditorState:
    """The state after one key, pressed at `at` seconds."""
    place = state.selection
    step = ReplaceText(place.start, state.document.text[place.start : place.end], text)
    return state.apply(Transaction((step,), Selection(step.new_end, step.new_end), Origin.TYPING, at))


texts = st.text(st.characters(codec="utf-8"), max_size=60) | st.text(
    st.sampled_from("ab \n*>-#`~:[]()1.é\u0301\u200d😀👩\u2029\u2028\x01\x0b\xa0"), max_size=60
)
"""Texts that an article can hold: any characters at all, and those that Markdown and Qt stumble over."""

fractions = st.floats(0, 1)
focuses = st.none() | st.tuples(fractions, fractions)
"""Where a picture may have its focus."""

_records = {
    "status": st.sampled_from(Status),
    "embargo": st.none() | texts,
    "published": st.none() | texts,
    "updated": st.none() | texts,
    "byline": st.lists(st.builds(Author, texts, texts, texts, texts), max_size=3).map(tuple),
    "tags": st.lists(texts, max_size=3).map(tuple),
    "lead_picture": st.none() | st.builds(Picture, texts.map(MediaHash), texts, texts, texts, focuses),
    "related": st.lists(st.builds(Related, texts, texts, st.none() | texts.map(ArticleId)), max_size=2).map(
        tuple
    ),
    "corrections": st.lists(st.builds(Correction, texts, texts), max_size=2).map(tuple),
}
field_values = {name: _records.get(name, texts) for name in FIELD_NAMES}
"""For every field a strategy of the values it can hold."""

fields = st.fixed_dictionaries({}, optional=field_values).map(lambda values: replace(Fields(), **values))
documents = st.builds(Document, texts, fields)


@st.composite
def steps_on(draw: st.DrawFn, document: Document) -> Step:
    """A step that fits the document."""
    if draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(FIELD_NAMES))
        return SetField(name, field_value(document.fields, name), draw(field_values[name]))
    start = draw(st.integers(0, len(document.text)))
    end = draw(st.integers(start, min(len(document.text), start + 8)))
    return ReplaceText(start, document.text[start:end], draw(texts))


@st.composite
def transactions_on(draw: st.DrawFn, document: Document) -> Transaction:
    """A transaction of up to four steps that fits the document, typed or commanded."""
    steps: list[Step] = []
    for _ in range(draw(st.integers(1, 4))):
        steps.append(draw(steps_on(document)))
        document = steps[-1].apply(document)
    origin = draw(st.sampled_from([Origin.TYPING, Origin.COMMAND, Origin.PASTE]))
    return Transaction(tuple(steps), None, origin, draw(st.sampled_from([0.0, 0.2, 0.4, 3.0])))


@st.composite
def gestures(draw: st.DrawFn) -> tuple[EditorState, list[EditorState]]:
    """An article just opened, and its states after some gestures."""
    first = opened(draw(documents))
    states = [first]
    for _ in range(draw(st.integers(1, 8))):
        states.append(states[-1].apply(draw(transactions_on(states[-1].document))))
    return first, states
