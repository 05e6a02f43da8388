"""Times that can be read: a date, a time and a zone; whether they have come is asked of the clock."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.times import parse_time

_FORM = "Give a date, a time and a zone, like 2025-08-20T14:30-05:00."


def published(copy: Copy) -> Iterator[Remark]:
    """A story leaves with the time at which it does."""
    text = copy.fields.published
    if not text:
        yield Remark("The published time is missing. Say when the story is to appear.")
    elif parse_time(text) is None:
        yield Remark(f"The published time “{text}” cannot be read. {_FORM}")


def updated(copy: Copy) -> Iterator[Remark]:
    """An update comes after the story."""
    text = copy.fields.updated
    if not text:
        return
    first, when = parse_time(copy.fields.published), parse_time(text)
    if when is None:
        yield Remark(f"The updated time “{text}” cannot be read. {_FORM}")
    elif first and when < first:
        yield Remark("The updated time is before the published time. Mend one of them.")


def corrections(copy: Copy) -> Iterator[Remark]:
    """A correction says what was wrong, and when it was put right."""
    for number, each in enumerate(copy.fields.corrections, 1):
        if not each.note.strip():
            yield Remark(f"Correction {number} says nothing. Say what was wrong.")
        if parse_time(each.at) is None:
            yield Remark(f"Correction {number} has no time that can be read. {_FORM}")
