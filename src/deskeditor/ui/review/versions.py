"""An article's revisions as they are told: when, how it came about, how much longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from deskeditor.library.records import Revision

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ORIGINS = {
    "new": "Begun",
    "typing": "Written",
    "command": "Formatted",
    "paste": "Pasted",
    "undo": "Undone",
    "redo": "Done again",
    "restore": "Restored",
    "import": "Imported",
    "intake": "Imported",
    "recovery": "Recovered",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One row of the history; `delta` is how many words more than the version that it was made from."""

    number: int
    when: str
    what: str
    named: bool
    words: int
    delta: int
    newest: bool

    @property
    def grown(self) -> str:
        """The delta with its sign; empty where the length stayed."""
        return f"+{self.delta:,}" if self.delta > 0 else f"−{-self.delta:,}" if self.delta else ""

    @property
    def told(self) -> str:
        """All of it in one line, as a screen reader says it."""
        change = f", {self.grown} words" if self.grown else ""
        return f"{self.when}, {self.what}, {self.words:,} words{change}"


def versions(revisions: Sequence[Revision], now: datetime) -> tuple[Version, ...]:
    """The rows for revisions, newest first as they come."""
    words = {revision.number: revision.words for revision in revisions}
    return tuple(
        Version(
            number=revision.number,
            when=when(revision.at, now),
            what=revision.name or _ORIGINS.get(revision.origin, revision.origin.capitalize()),
            named=bool(revision.name),
            words=revision.words,
            delta=revision.words - words.get(revision.parent or 0, revision.words),
            newest=place == 0,
        )
        for place, revision in enumerate(revisions)
    )


def when(at: str, now: datetime) -> str:
    """A moment to the minute, days named while they are near; as it stands where it is no time."""
    try:
        moment = datetime.fromisoformat(at).astimezone(now.tzinfo)
    except ValueError:
        return at
    clock = f"{moment.hour:02}:{moment.minute:02}"
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return f"{('Today', 'Yesterday')[days]}, {clock}"
    if 1 < days < 7:
        return f"{_DAYS[moment.weekday()]}, {clock}"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {_MONTHS[moment.month - 1]}{year}, {clock}"
