"""How a field reads as one line of text, and what a typed line makes of it: pure, nothing lost on the way."""

import json

from deskeditor.document.fields import FieldValue
from deskeditor.document.fields_json import set_field_from_text, value_to_json
from deskeditor.document.model import Author, Fields, Status


def text_of(fields: Fields, name: str) -> str:
    """The field as a line; names of several authors and tags stand behind commas, corrections are JSON."""
    value = getattr(fields, name)
    if value is None:
        return ""
    if name == "byline":
        return ", ".join(author.name for author in value)
    if name == "tags":
        return ", ".join(value)
    if name == "corrections":
        return json.dumps(value_to_json(value))
    return str(value)


def value_of(fields: Fields, name: str, text: str) -> FieldValue:
    """What a typed line makes of the field; raises ValueError in one line where it is no such value.

    An author whose name stays keeps role and address.
    """
    if name == "byline":
        known = {author.name: author for author in fields.byline}
        names = [part.strip() for part in text.split(",") if part.strip()]
        return tuple(known.get(each, Author(each)) for each in names)
    if name in ("tags", "status", "embargo", "hold", "published", "updated", "corrections"):
        value: FieldValue = getattr(set_field_from_text(fields, name, text), name)
        return value
    return text


def statuses() -> tuple[str, ...]:
    """Every status in the order of the desk."""
    return tuple(status.value for status in Status)
