"""Nothing leaves before its time; an unreadable time counts as not yet come."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Subject
from deskeditor.publish.times import parse_time


def look(subject: Subject) -> Iterator[Remark]:
    """The embargo has passed, or there is none."""
    text = subject.fields.embargo
    if not text:
        return
    when = parse_time(text)
    if when is None:
        yield Remark(f"The embargo “{text}” cannot be read. Give a date, a time and a zone, or none.")
    elif when > subject.now:
        yield Remark(f"The story is under embargo until {text}. It leaves then.")
