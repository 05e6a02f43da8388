"""Times of a story: ISO 8601 with a zone in, words for readers and UTC for comparing out."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from deskeditor.publish.errors import Refused


@dataclass(frozen=True, slots=True)
class Moment:
    """A time for machines and, in the story's own zone, for readers: `text` to the minute, `day` the date."""

    iso: str
    text: str
    day: str


def parse_time(text: str | None) -> datetime | None:
    """The time meant, with its zone; None for anything that is not a full date, time and zone."""
    if not text:
        return None
    try:
        when = datetime.fromisoformat(text.strip())
        when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return when if when.tzinfo is not None else None


def moment(text: str | None, words: Mapping[str, str]) -> Moment | None:
    """The time as the page shows it, to the second for machines; None where there is none."""
    when = parse_time(text)
    if when is None:
        return None
    when = when.replace(microsecond=0)
    iso = when.isoformat().replace("+00:00", "Z")
    return Moment(iso, _spoken(when, words["moment"], words), _spoken(when, words["day"], words))


def utc_iso(text: str | None) -> str:
    """The same instant as `2025-08-20T14:30:00Z`; empty where there is none."""
    when = parse_time(text)
    return "" if when is None else when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def export_time(now: str | None) -> datetime:
    """The instant that decides what may leave: the caller's, else SOURCE_DATE_EPOCH, else the clock."""
    if now is not None:
        when = parse_time(now)
        if when is None:
            raise Refused(
                f"“{now}” is no time with a zone. Nothing was written. Give one like 2025-08-20T14:30:00Z."
            )
        return when.astimezone(UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch(r"\d{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def _spoken(when: datetime, form: str, words: Mapping[str, str]) -> str:
    months = words["months"].split()
    hour12 = when.hour % 12 or 12
    return form.format(
        year=when.year,
        month=months[when.month - 1],
        day=when.day,
        time=f"{when.hour:02}:{when.minute:02}",
        time12=f"{hour12}:{when.minute:02} {'a.m.' if when.hour < 12 else 'p.m.'}",
        zone=_zone(when.utcoffset() or timedelta()),
    )


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
