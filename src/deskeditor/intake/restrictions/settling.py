"""What becomes of all restrictions of one source: an embargo that is understood, a hold for the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from deskeditor.document.model import Document, Fields, Status
from deskeditor.intake.records import ImportOptions, Restriction
from deskeditor.intake.restrictions.lines import cut_off
from deskeditor.intake.restrictions.moments import When, when_of

OUT_OF_THE_HOUSE = (Status.PUBLISHED, Status.CORRECTED)
_LONGEST = 300
_CUT = ("headline", "kicker", "standfirst", "seo_title", "social_text")


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says of when its story may leave; `dates` are its times of publication in its words."""

    restrictions: Sequence[Restriction] = ()
    dates: Sequence[str] = ()


@dataclass(slots=True)
class _Settling:
    """The times that are understood, and the words that are not, while one source is gone through."""

    options: ImportOptions
    times: list[tuple[datetime, str]]
    held: list[str]
    notes: list[str]

    def restriction(self, said: Restriction) -> None:
        """A time, or words that hold."""
        when = when_of(said.tail, self.options.time_zone, day_first=said.day_first)
        words = _short(said.words)
        if when.iso is None or not said.certain:
            self.hold(words, when.why if said.certain else "it stands among other words")
            return
        self.times.append((datetime.fromisoformat(when.iso), words))
        self.notes.append(
            f"The embargo was read from “{words}”: nothing leaves before {when.iso}{_how(when)}."
        )

    def hold(self, words: str, why: str) -> None:
        """Words that only a person can settle."""
        if words not in self.held:
            self.held.append(words)
            self.notes.append(
                f"Held: “{words}” says that the story may not leave, and {why}. "
                "It stays until somebody sets the embargo and clears the hold."
            )


def settled(document: Document, said: Said, options: ImportOptions) -> tuple[Document, tuple[str, ...]]:
    """The document with embargo, hold and status as they are certain, and notes that say how they came about.

    Without `keep_status` nothing comes in as published; with it only where every restriction is understood.
    """
    settling = _Settling(options, [], [], [])
    fields = _cut(document.fields, settling)
    for restriction in dict.fromkeys(said.restrictions):
        settling.restriction(restriction)
    _dates(fields, said.dates, settling)
    fields = _restricted(fields, settling)
    fields = _with_status(fields, settling)
    return replace(document, fields=fields), tuple(settling.notes)


def _cut(fields: Fields, settling: _Settling) -> Fields:
    """A headline that begins with an embargo, or has one in brackets, is left without it."""
    changed: dict[str, str] = {}
    for name in _CUT:
        rest, restriction = cut_off(getattr(fields, name))
        if restriction is not None:
            settling.restriction(restriction)
            changed[name] = rest
    return _replaced(fields, changed)


def _replaced(fields: Fields, changed: dict[str, str]) -> Fields:
    from deskeditor.document.fields import with_fields

    return with_fields(fields, dict(changed)) if changed else fields


def _dates(fields: Fields, dates: Iterable[str], settling: _Settling) -> None:
    """A time of publication that is still to come holds as an embargo does; one that is unreadable too."""
    now = _now(settling.options)
    if fields.published:
        _future(datetime.fromisoformat(fields.published), fields.published, now, settling)
    for text in dict.fromkeys(dates):
        when = when_of(text, settling.options.time_zone)
        if when.iso is not None:
            _future(datetime.fromisoformat(when.iso), text, now, settling)
        if fields.status in OUT_OF_THE_HOUSE and (when.iso is None or settling.options.keep_status):
            settling.hold(f"Published: {_short(text)}", when.why or "it names no time of day and zone")


def _future(moment: datetime, text: str, now: datetime, settling: _Settling) -> None:
    if moment > now:
        settling.times.append((moment, text))
        settling.notes.append(
            f"The date “{text}” is still to come: nothing leaves before {moment.isoformat()}."
        )


def _now(options: ImportOptions) -> datetime:
    return datetime.fromisoformat(options.now) if options.now else datetime.now(UTC)


def _restricted(fields: Fields, settling: _Settling) -> Fields:
    """The latest time; where sources name several, somebody is to look."""
    times = sorted(settling.times, key=lambda each: each[0].astimezone(UTC))
    if not times:
        return replace(fields, hold=" | ".join(settling.held))
    if times[0][0] != times[-1][0]:
        words = "; ".join(dict.fromkeys(words for _, words in times))
        settling.hold(_short(words), "these name several times")
    return replace(fields, embargo=times[-1][0].isoformat(), hold=" | ".join(settling.held))


def _with_status(fields: Fields, settling: _Settling) -> Fields:
    if fields.status not in OUT_OF_THE_HOUSE:
        return fields
    if settling.options.keep_status and not fields.hold:
        settling.notes.append(f"The file says that the story is {fields.status.value}: that was taken over.")
        return fields
    settling.notes.append(
        f"The file says that the story is {fields.status.value}: it came in as ready. "
        "Set the status to published when it may leave."
    )
    return replace(fields, status=Status.READY)


def _how(when: When) -> str:
    """How the time was read where it does not stand there in full."""
    if when.day:
        return " (the end of that day on the newsroom's clocks)"
    return " (on the newsroom's clocks: it names no zone)" if when.local else ""


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
