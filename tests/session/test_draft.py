"""What comes late for a draft goes where it was asked for, and the writer stays where she is."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.commands import insert_picture
from deskeditor.document.model import ArticleId, Document, MediaHash, Picture, Selection
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft

PICTURE = Picture(MediaHash("a" * 64), "A bridge", "", "")
SOURCE = f"![A bridge](media:{'a' * 64})"


def draft_of(text: str, caret: int) -> Draft:
    return Draft(Article(ArticleId("a" * 12), 1, Document(text), caret, 0.0, "", None, 0, "s", ""))


def type_in(draft: Draft, place: int, letters: str) -> None:
    step = ReplaceText(place, "", letters)
    draft.apply(Transaction((step,), Selection(step.new_end, step.new_end), Origin.TYPING, 0.0))


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.text("ab", min_size=1, max_size=6),
    st.text("xy", min_size=1),
)
def test_letters_typed_around_what_comes_late_stay_together(
    asked: int, at: int, letters: str, more: str
) -> None:
    draft = draft_of("The council met.\n\nIt voted twice.\n", asked)
    mark = draft.mark()
    type_in(draft, at, letters)
    draft.do_at(mark, lambda state: insert_picture(state, PICTURE))
    type_in(draft, draft.state.selection.head, more)
    assert letters + more in draft.document.text
    assert SOURCE in draft.document.text


def test_with_nothing_typed_since_the_caret_goes_below_the_picture() -> None:
    draft = draft_of("The council met.", 3)
    draft.do_at(draft.mark(), lambda state: insert_picture(state, PICTURE))
    assert draft.document.text[: draft.state.selection.head] == f"The council met.\n\n{SOURCE}\n\n"


def test_what_came_late_is_nothing_that_the_writer_wrote() -> None:
    draft = draft_of("The council met.", 3)
    mark = draft.mark()
    type_in(draft, 3, "x")
    draft.do_at(mark, lambda state: insert_picture(state, PICTURE))
    assert (draft.version, draft.written) == (2, 1)
