"""One field of an article by its name: its value, and the fields with another value in its place."""

import dataclasses
from collections.abc import Callable, Mapping
from types import MappingProxyType

from deskeditor.document.model import Author, Correction, Fields, Picture, Related

FieldValue = (
    str | tuple[str, ...] | tuple[Author, ...] | tuple[Related, ...] | tuple[Correction, ...] | Picture | None
)
"""What one field can hold; a Status is a string too."""

FIELD_NAMES = tuple(field.name for field in dataclasses.fields(Fields))
"""All names, in the order of the page."""

_KNOWN = frozenset(FIELD_NAMES)
_replace: Callable[..., Fields] = dataclasses.replace


def field_value(fields: Fields, name: str) -> FieldValue:
    """The value now; raises ValueError where there is no such field."""
    _must_exist(name)
    value: FieldValue = getattr(fields, name)
    return value


def with_field(fields: Fields, name: str, value: FieldValue) -> Fields:
    """The same fields with one of them changed; raises ValueError where there is no such field."""
    return with_fields(fields, MappingProxyType({name: value}))


def with_fields(fields: Fields, values: Mapping[str, FieldValue]) -> Fields:
    """The same fields with several of them changed."""
    for name in values:
        _must_exist(name)
    return _replace(fields, **values)


def _must_exist(name: str) -> None:
    if name not in _KNOWN:
        raise ValueError(f"There is no field “{name}”.")
