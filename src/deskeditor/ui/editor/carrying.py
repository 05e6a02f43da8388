"""Selected words that are carried elsewhere in the story with the mouse."""

from deskeditor.document.model import Selection
from deskeditor.document.state import EditorState
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction


def carried(state: EditorState, position: int) -> Transaction | None:
    """The selected words taken out and put in at a place, as one gesture; None where that is within them."""
    selection = state.selection
    if selection.start <= position <= selection.end:
        return None
    words = state.document.text[selection.start : selection.end]
    target = position if position < selection.start else position - len(words)
    steps = (ReplaceText(selection.start, words, ""), ReplaceText(target, "", words))
    return Transaction(steps, Selection(target, target + len(words)), Origin.PASTE)
