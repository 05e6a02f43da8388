"""Changes of a field, and of the body as a whole."""

from deskeditor.document.diff import replace_between
from deskeditor.document.fields import FieldValue, field_value
from deskeditor.document.fields_json import value_from_json, value_to_json
from deskeditor.document.state import EditorState
from deskeditor.document.steps import SetField
from deskeditor.document.text import clean
from deskeditor.document.transaction import Origin, Transaction


def set_field(
    state: EditorState, name: str, value: FieldValue, origin: Origin = Origin.COMMAND, at: float = 0.0
) -> Transaction | None:
    """Set a field; None where it holds that already, ValueError where it cannot hold it.

    A text box passes `Origin.TYPING` and the time of the key, so that its keys are undone together.
    """
    checked = value_from_json(name, value_to_json(value))
    new = clean(checked) if type(checked) is str else checked
    old = field_value(state.document.fields, name)
    return None if new == old else Transaction((SetField(name, old, new),), None, origin, at)


def replace_all_text(state: EditorState, text: str) -> Transaction | None:
    """Put another text in place of the body, an older revision for one; one stop of undo."""
    step = replace_between(state.document.text, clean(text))
    return None if step is None else Transaction((step,), None, Origin.RESTORE)
