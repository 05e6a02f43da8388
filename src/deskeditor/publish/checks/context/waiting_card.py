"""A read-also card whose story the library does not hold."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Subject
from deskeditor.publish.findings import shortened

_BOX = re.compile(r"^:::[ \t]*read-also[^\n]*\n(.*?)^:::", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*(?!\[)(\S[^\n]*?)[ \t]*$", re.MULTILINE)


def look(subject: Subject) -> Iterator[Remark]:
    """Each line of the box that is no link is a headline that waits."""
    if "read-also" not in subject.text:
        return
    for box in _BOX.finditer(subject.copy.prose):
        for line in _LINE.finditer(box.string, box.start(1), box.end(1)):
            if subject.called(line.group(1)) is None:
                name = shortened(line.group(1))
                yield Remark(
                    f"The story “{name}” is not in the library; the card has no link.", *line.span(1)
                )
