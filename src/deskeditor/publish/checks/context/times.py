"""Times that are still to come: a page may not say what has not happened yet."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Subject
from deskeditor.publish.times import parse_time


def published(subject: Subject) -> Iterator[Remark]:
    """A story leaves at its time."""
    text = subject.fields.published
    if _to_come(text, subject):
        yield Remark(f"The published time {text} is still to come. The story leaves then.")


def updated(subject: Subject) -> Iterator[Remark]:
    """An update was made, not announced."""
    text = subject.fields.updated
    if _to_come(text, subject):
        yield Remark(f"The updated time {text} is still to come. Mend it.")


def corrections(subject: Subject) -> Iterator[Remark]:
    """A correction was made, not announced."""
    for number, each in enumerate(subject.fields.corrections, 1):
        if _to_come(each.at, subject):
            yield Remark(f"The time of correction {number} is still to come. Mend it.")


def _to_come(text: str | None, subject: Subject) -> bool:
    when = parse_time(text)
    return when is not None and when > subject.now
