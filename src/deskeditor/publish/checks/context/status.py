"""Only what the desk has released leaves."""

from collections.abc import Iterator

from deskeditor.document.model import Status
from deskeditor.publish.checks.subject import Remark, Subject


def look(subject: Subject) -> Iterator[Remark]:
    """Published or corrected."""
    status = subject.fields.status
    if status not in (Status.PUBLISHED, Status.CORRECTED):
        yield Remark(f"The status is {status.value}; only published and corrected stories leave.")
