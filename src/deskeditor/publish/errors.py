"""Why nothing left the building, in lines fit to be shown as they stand."""

from deskeditor.publish.findings import Finding


class PublishError(Exception):
    """What happened, what is safe, what to do."""


class Refused(PublishError):
    """The export was not begun or not swapped in; an older bundle stands as it was.

    `findings` are the blocking ones where the checks said no, one line each in the message.
    """

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class ThemeError(PublishError):
    """A theme cannot be used; the message names the template and its line where there is one."""


class BadPicture(PublishError):
    """One picture cannot be read; nothing else is touched by it."""


class Cancelled(PublishError):
    """Someone said stop; the old bundle stands as it was."""
