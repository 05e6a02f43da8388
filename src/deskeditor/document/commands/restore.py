"""Bringing a whole article to what it was, or to what it was elsewhere."""

from deskeditor.document.diff import replace_between
from deskeditor.document.fields import FIELD_NAMES, field_value
from deskeditor.document.model import Document
from deskeditor.document.state import EditorState
from deskeditor.document.steps import SetField, Step
from deskeditor.document.transaction import Origin, Transaction


def restore(state: EditorState, document: Document) -> Transaction | None:
    """Make text and fields those of `document`, as one gesture; None where they are already."""
    pairs = [
        (name, field_value(state.document.fields, name), field_value(document.fields, name))
        for name in FIELD_NAMES
    ]
    steps: list[Step] = [SetField(name, now, then) for name, now, then in pairs if now != then]
    text = replace_between(state.document.text, document.text)
    if text is not None:
        steps.append(text)
    return Transaction(tuple(steps), None, Origin.RESTORE) if steps else None
