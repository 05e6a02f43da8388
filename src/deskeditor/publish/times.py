"""Times of a story: ISO 8601 with a zone in, words for readers and UTC for comparing out."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache

from deskeditor.publish.errors import Refused
from deskeditor.publish.words import words_for


@dataclass(frozen=True, slots=True)
class Moment:
    """A time for machines and, in the story's own zone, for readers: `text` to the minute, `day` the date."""

    iso: str
    text: str
    day: str


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=4096)
def moment(text: str | None, language: str) -> Moment | None:
    """The time as a page of that language shows it; None where there is none."""
    when = parse_time(text)
    if when is None:
        return None
    words = words_for(language)
    spoken = _spoken(when, _months(language))
    return Moment(iso(text), words["moment"].format_map(spoken), words["day"].format_map(spoken))


@lru_cache(maxsize=4096)
def iso(text: str | None) -> str:
    """The time for machines, to the second, in its own zone; empty where there is none."""
    when = parse_time(text)
    return "" if when is None else when.replace(microsecond=0).isoformat().replace("+00:00", "Z")


@lru_cache(maxsize=4096)
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
    return datetime.now(UTC) if told_by_clock(now) else datetime.fromtimestamp(int(_epoch()), UTC)


def told_by_clock(now: str | None) -> bool:
    """Whether nobody but the machine's clock says when an export is."""
    return now is None and not re.fullmatch(r"\d{1,11}", _epoch())


def _epoch() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH", "")


@cache
def _months(language: str) -> tuple[str, ...]:
    return tuple(words_for(language)["months"].split())


def _spoken(when: datetime, months: tuple[str, ...]) -> Mapping[str, object]:
    hour12 = when.hour % 12 or 12
    return {
        "year": when.year,
        "month": months[when.month - 1],
        "day": when.day,
        "time": f"{when.hour:02}:{when.minute:02}",
        "time12": f"{hour12}:{when.minute:02}\u00a0{'a.m.' if when.hour < 12 else 'p.m.'}",
        "zone": _zone(when.utcoffset() or timedelta()),
    }


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
