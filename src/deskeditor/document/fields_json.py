"""The fields as JSON and back, and one field from what was typed on a command line."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime

from deskeditor.document.cropping import Focus
from deskeditor.document.fields import FIELD_NAMES, FieldValue, field_value, with_field, with_fields
from deskeditor.document.model import (
    ArticleId,
    Author,
    Correction,
    Fields,
    MediaHash,
    Picture,
    Related,
    Status,
)

Reader = Callable[[str, object], FieldValue]


def fields_to_json(fields: Fields) -> dict[str, object]:
    """Every field under its own name, as values that `json` can write."""
    return {name: value_to_json(field_value(fields, name)) for name in FIELD_NAMES}


def fields_from_json(mapping: Mapping[str, object]) -> Fields:
    """The fields that are named; unknown keys are passed over, missing ones take their usual value."""
    return with_fields(
        Fields(), {name: value_from_json(name, mapping[name]) for name in FIELD_NAMES if name in mapping}
    )


def value_to_json(value: FieldValue) -> object:
    """One field's value as JSON."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, Picture):
        return _picture_to_json(value)
    return [item if isinstance(item, str) else asdict(item) for item in value]


def value_from_json(name: str, value: object) -> FieldValue:
    """One field's value from JSON; raises ValueError in one line where it is not of that field's kind."""
    if name not in FIELD_NAMES:
        raise ValueError(f"There is no field “{name}”.")
    return _READERS.get(name, _string)(name, value)


def set_field_from_text(fields: Fields, name: str, value: str) -> Fields:
    """The fields with one set from a line of text: lists by commas, times with a zone, records as JSON."""
    if name not in FIELD_NAMES:
        raise ValueError(f"There is no field “{name}”. Known are: {', '.join(FIELD_NAMES)}.")
    return with_field(fields, name, _TYPED.get(name, value_from_json)(name, value))


def _string(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name}: expected a text, found {_kind(value)}.")
    return value


def _string_or_none(name: str, value: object) -> str | None:
    return None if value is None else _string(name, value)


def _status(name: str, value: object) -> Status:
    text = _string(name, value)
    try:
        return Status(text)
    except ValueError:
        raise ValueError(f"{name}: “{text}” is none of {', '.join(Status)}.") from None


def _list(name: str, value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{name}: expected a list, found {_kind(value)}.")
    return list(value)


def _record(name: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{name}: expected a record, found {_kind(value)}.")
    return {str(key): item for key, item in value.items()}


def _part(name: str, record: Mapping[str, object], key: str) -> str:
    return _string(f"{name}.{key}", record.get(key, ""))


def _needed(name: str, record: Mapping[str, object], key: str) -> str:
    if key not in record:
        raise ValueError(f"{name}: “{key}” is missing.")
    return _part(name, record, key)


def _strings(name: str, value: object) -> tuple[str, ...]:
    return tuple(_string(name, item) for item in _list(name, value))


def _author(name: str, value: object) -> Author:
    record = _record(name, value)
    role, email, url = (_part(name, record, key) for key in ("role", "email", "url"))
    return Author(_needed(name, record, "name"), role, email, url)


def _authors(name: str, value: object) -> tuple[Author, ...]:
    return tuple(_author(name, item) for item in _list(name, value))


def _picture(name: str, value: object) -> Picture | None:
    if value is None:
        return None
    record = _record(name, value)
    alt, caption, credit = (_part(name, record, key) for key in ("alt", "caption", "credit"))
    focus = _focus(f"{name}.focus", record.get("focus"))
    return Picture(MediaHash(_needed(name, record, "media")), alt, caption, credit, focus)


def _picture_to_json(picture: Picture) -> dict[str, object]:
    """Without a focus that nobody set: what was stored before there was one keeps its hash."""
    written: dict[str, object] = asdict(picture)
    del written["focus"]
    return written if picture.focus is None else written | {"focus": list(picture.focus)}


def _focus(name: str, value: object) -> Focus | None:
    if value is None:
        return None
    match _list(name, value):
        case [float(x) | int(x), float(y) | int(y)] if 0 <= x <= 1 and 0 <= y <= 1:
            return float(x), float(y)
    raise ValueError(f"{name}: expected two numbers from 0 to 1, like [0.5, 0.4].")


def _relation(name: str, value: object) -> Related:
    record = _record(name, value)
    article = _string_or_none(f"{name}.article", record.get("article"))
    known = None if article is None else ArticleId(article)
    return Related(_needed(name, record, "headline"), _part(name, record, "excerpt"), known)


def _relations(name: str, value: object) -> tuple[Related, ...]:
    return tuple(_relation(name, item) for item in _list(name, value))


def _correction(name: str, value: object) -> Correction:
    record = _record(name, value)
    return Correction(_needed(name, record, "at"), _needed(name, record, "note"))


def _corrections(name: str, value: object) -> tuple[Correction, ...]:
    return tuple(_correction(name, item) for item in _list(name, value))


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", dict: "a record", list: "a list"}
    return "nothing" if value is None else kinds.get(type(value), "a text")


def _typed_time(name: str, value: str) -> str | None:
    if not value.strip():
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"{name}: “{value}” is not a time like 2026-03-01T09:30:00+01:00.") from None
    if moment.tzinfo is None:
        raise ValueError(f"{name}: “{value}” has no zone; write it like 2026-03-01T09:30:00+01:00.")
    return moment.isoformat()


def _typed_strings(_name: str, value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _typed_authors(name: str, value: str) -> tuple[Author, ...]:
    if value.lstrip().startswith("["):
        return _authors(name, _parsed(name, value))
    return tuple(Author(part) for part in _typed_strings(name, value))


def _typed_json(name: str, value: str) -> FieldValue:
    if not value.strip():
        return None if name == "lead_picture" else ()
    return _READERS[name](name, _parsed(name, value))


def _parsed(name: str, value: str) -> object:
    try:
        parsed: object = json.loads(value)
    except (ValueError, RecursionError):
        raise ValueError(f"{name}: expected JSON, found “{value[:40]}”.") from None
    return parsed


_READERS: dict[str, Reader] = {
    "status": _status,
    "embargo": _string_or_none,
    "published": _string_or_none,
    "updated": _string_or_none,
    "byline": _authors,
    "tags": _strings,
    "lead_picture": _picture,
    "related": _relations,
    "corrections": _corrections,
}

_TYPED: dict[str, Callable[[str, str], FieldValue]] = {
    "embargo": _typed_time,
    "hold": lambda _name, value: value.strip(),
    "published": _typed_time,
    "updated": _typed_time,
    "byline": _typed_authors,
    "tags": _typed_strings,
    "lead_picture": _typed_json,
    "related": _typed_json,
    "corrections": _typed_json,
}
