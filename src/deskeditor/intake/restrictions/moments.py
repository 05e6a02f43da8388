"""When a restriction ends: read only where day, time and zone are beyond doubt, and never too early."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from deskeditor.intake.restrictions.clock_words import (
    AM,
    FILLERS,
    MIDNIGHT,
    MONTHS,
    NAMED_ZONES,
    NOON,
    PM,
    VAGUE,
    WEEKDAYS,
)
from deskeditor.intake.restrictions.folding import folded_words
from deskeditor.intake.restrictions.zones import Zone, moment_in, offset_zone

_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|re|e|[º°ªo]|\.)?"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?![\d:])"
_OF = r"(?:\s*(?:of|de|del|di|van|d'))?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
        r"(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)",
        rf"(?P<y>\d{{4}}),?\s+(?P<name>{_NAMES})\b\.?\s+{_DAY}(?!\w)",
        rf"{_DAY}{_OF}[\s.-]*(?P<name>{_NAMES})(?!\w)\.?,?{_OF}[\s,-]*{_YEAR}",
        rf"(?P<name>{_NAMES})(?!\w)\.?\s*{_DAY}(?!\w)\s*,?\s*{_YEAR}",
        r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)",
        r"(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日",
        r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)(?!\d)",
        rf"{_DAY}{_OF}[\s.-]*(?P<name>{_NAMES})(?!\w)\.?",
        rf"(?P<name>{_NAMES})(?!\w)\.?\s*{_DAY}(?!\w)",
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?!\d)",
        r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
    )
)
_HALF = r"(?P<half>[ap])(?:\.\s?m\.?|\s?m\.?)(?!\w)"
_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<h>\d{{1,2}})(?:[:.h](?P<min>\d\d)(?:[:.](?P<s>\d\d))?)?\s?{_HALF}",
        r"(?P<h>\d{1,2}):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?(?!\d)(?:\s?(?:uhr|uur|h|hrs|hours)\b)?",
        r"(?P<h>\d{1,2})(?:\.(?P<min>\d\d))?\s?(?:uhr|uur|horas?|ore|heures?|"
        r"godz)(?!\w)(?:\s?(?P<min2>[0-5]\d)(?!\w))?",
        r"(?P<h>\d{1,2})\s?h(?:rs?|ours?)?(?:\s?(?P<min>[0-5]\d))?(?!\w)",
        r"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?!\d)\s?(?:hrs?|hours|h|uhr|local)(?!\w)",
        r"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?P<s>[0-5]\d)?(?=z|\s?[+-]\d|\s+[a-zа-я]{2,5}(?!\w))",
        r"(?P<h>\d{1,2})\.(?P<min>\d\d)(?![\d.])",
    )
)
_CUED = re.compile(
    r"(?:ore|kl\.?|klo|klockan|klokken|godz\.?|saat|الساعة|klokka)\s+(?P<h>\d{1,2})(?![\d:.,/-])"
)
_OFFSET = re.compile(r"(?:(?:utc|gmt)\s?(?P<far>[+-]\d{1,2}(?::?\d\d)?)|(?P<near>[+-]\d\d:?\d\d))(?![\d:])")
_WORD = re.compile(r"[^\W\d_](?:[\w'-]*\w)?'?\.?")
_SPACE = re.compile(r"[\s,;|·•()\[\]{}<>/:.!*#=~\"'_—-]+")


@dataclass(frozen=True, slots=True)
class When:
    """What was read: an ISO time with an offset where it is certain, otherwise `why` it is not.

    `plain`: nothing but a time or the little words around one stood there. `timed`: a time did. `day`: it
    named a day alone, whose end it is.
    `local`: it named no zone, and was read on the newsroom's clocks.
    """

    iso: str | None
    why: str = ""
    plain: bool = False
    timed: bool = False
    day: bool = False
    local: bool = False

    @property
    def alone(self) -> bool:
        """Whether the text was a time, certain or not, and nothing else."""
        return self.plain and self.timed


@dataclass(frozen=True, slots=True)
class _Clock:
    seconds: int | None
    hour: int
    half: str
    bare: bool = False
    zone: Zone | None = None
    zones: int = 0


@dataclass(slots=True)
class _Tokens:
    """What stands in the text, in order; words that are no part of a time are `others`."""

    days: list[date | None] = field(default_factory=list)
    swaps: list[date] = field(default_factory=list)
    clocks: list[_Clock] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    loose_zone: Zone | None = None
    vague: bool = False
    others: list[str] = field(default_factory=list)


def when_of(text: str, newsroom: str, *, day_first: bool = False) -> When:
    """The end of the restriction that `text` names, on the newsroom's clocks where it names no zone.

    A day alone, and midnight, are the end of that day. `day_first`: the words around it are of a language
    that never begins a date with the month.
    """
    tokens = _tokens(folded_words(text)[:300])
    timed = bool(tokens.days or tokens.clocks or tokens.weekdays or tokens.vague)
    try:
        when = _settled(tokens, newsroom, day_first=day_first)
    except (ValueError, OverflowError, OSError, KeyError):
        when = When(None, "there is no such time")
    return replace(when, plain=not tokens.others, timed=timed)


def _tokens(text: str) -> _Tokens:
    found, at = _Tokens(), 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space is None:
            at = _token(found, text, at)
            continue
        # The minus of an offset stands behind a clock.
        minus = bool(found.clocks) and _OFFSET.match(text, space.end() - 1)
        at = _token(found, text, space.end() - 1) if minus else space.end()
    return found


def _token(found: _Tokens, text: str, at: int) -> int:
    """Reads one token from `at` on; where the next one begins."""
    start = at + 1 if text[at] == "t" and text[at + 1 : at + 2].isdigit() else at
    offset = _OFFSET.match(text, at) if found.clocks else None
    if offset is not None:
        return _zoned(found, offset_zone(offset["far"] or offset["near"]) or Zone(), offset.end())
    for pattern in _DATES:
        if day := pattern.match(text, at):
            _add_day(found, day)
            return day.end()
    for pattern in (_CUED, *_CLOCKS):
        if clock := pattern.match(text, start):
            found.clocks.append(_clock(clock))
            return clock.end()
    word = _WORD.match(text, at)
    if word is None:
        found.others.append(text[at])
        return at + 1
    _add_word(found, word[0])
    return word.end()


def _add_day(found: _Tokens, match: re.Match[str]) -> None:
    parts = match.groupdict()
    if not parts.get("y"):
        found.days.append(None)
        return
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        european, american = _valid(year, second, first), _valid(year, first, second)
        ambiguous = parts["mark"] != "." and european and american and european != american
        found.days.append(european if parts["mark"] == "." else european or american)
        if ambiguous and american:
            found.swaps.append(american)
        return
    month = MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
    found.days.append(_valid(year, month, int(parts["d"])))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> _Clock:
    parts = match.groupdict()
    hour, half = int(parts["h"]), parts.get("half") or ""
    minute, second = int(parts.get("min") or parts.get("min2") or 0), int(parts.get("s") or 0)
    bare = not half and ":" in match[0] and not parts["h"].startswith("0") and match[0][-1].isdigit()
    return _Clock(_seconds(hour, minute, second, half), hour, half, bare)


def _seconds(hour: int, minute: int, second: int, half: str) -> int | None:
    """Of the day; None for a time that no clock shows, or for 12 a.m., which is noon to some."""
    if half:
        if not 1 <= hour <= 12 or (hour == 12 and half == "a"):
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and minute + second):
        return None
    return hour * 3600 + minute * 60 + second


def _zoned(found: _Tokens, zone: Zone, end: int) -> int:
    if not found.clocks:
        found.loose_zone = zone
        return end
    last = found.clocks[-1]
    if last.zones and last.zone != zone:
        zone = Zone()
    found.clocks[-1] = _Clock(last.seconds, last.hour, last.half, last.bare, zone, last.zones + 1)
    return end


def _add_word(found: _Tokens, word: str) -> None:
    bare = word.rstrip(".'")
    word = word if word in FILLERS else bare
    if word in NAMED_ZONES and (found.clocks or word not in FILLERS):
        _zoned(found, NAMED_ZONES[word], 0)
    elif word in WEEKDAYS:
        found.weekdays.append(WEEKDAYS[word])
    elif word in NOON:
        _add_noon(found)
    elif word in MIDNIGHT:
        _add_midnight(found)
    elif (word in AM or word in PM) and found.clocks and not found.clocks[-1].half:
        last = found.clocks[-1]
        half = "a" if word in AM else "p"
        found.clocks[-1] = _halved(last, half)
    elif word in VAGUE:
        found.vague = True
    elif word not in FILLERS:
        found.others.append(word)


def _halved(clock: _Clock, half: str) -> _Clock:
    """The clock with the half of the day that words name behind it."""
    if clock.seconds is None or clock.hour > 12:
        return clock
    seconds = _seconds(clock.hour, clock.seconds % 3600 // 60, clock.seconds % 60, half)
    return _Clock(seconds, clock.hour, half, zone=clock.zone, zones=clock.zones)


def _add_noon(found: _Tokens) -> None:
    """“12 noon” and “noon” are the same."""
    if found.others and found.others[-1] in ("1", "2") and found.others[-2:-1] == ["1"]:
        del found.others[-2:]
    if found.clocks and found.clocks[-1].seconds == 12 * 3600 and not found.clocks[-1].zones:
        return
    found.clocks.append(_Clock(12 * 3600, 12, "p"))


def _add_midnight(found: _Tokens) -> None:
    if found.others[-2:] == ["1", "2"]:
        del found.others[-2:]
    if found.clocks and not found.clocks[-1].zones and found.clocks[-1].hour in (0, 12, 24):
        found.clocks.pop()
    found.clocks.append(_Clock(24 * 3600, 24, ""))


def _settled(tokens: _Tokens, newsroom: str, *, day_first: bool) -> When:
    day = _day(tokens, day_first=day_first)
    why = _trouble(tokens, day)
    if why or day is None:
        return When(None, why)
    if not tokens.clocks:
        end = moment_in(_midnight_after(day), None, newsroom)
        return When(end.isoformat(), day=True, local=True) if end else When(None, _WHICH_ZONE)
    moments = [_moment(day, clock, newsroom) for clock in tokens.clocks]
    if any(moment is None for moment in moments):
        return When(None, _WHICH_ZONE)
    sure = [moment for moment in moments if moment is not None]
    if any(moment != sure[0] for moment in sure):
        return When(None, "it names several times")
    return When(sure[0].isoformat(), local=not any(clock.zones for clock in tokens.clocks))


_WHICH_ZONE = "its time zone is not certain"


def _moment(day: date, clock: _Clock, newsroom: str) -> datetime | None:
    local = datetime(day.year, day.month, day.day) + timedelta(seconds=clock.seconds or 0)
    return moment_in(local, clock.zone, newsroom)


def _midnight_after(day: date) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(days=1)


def _day(tokens: _Tokens, *, day_first: bool) -> date | None:
    """The one day that is meant, None where there is none or there may be two."""
    days: Sequence[date | None] = list(dict.fromkeys(tokens.days))
    if len(days) != 1:
        return None
    if tokens.swaps and not day_first:
        american = any(clock.zone is not None and clock.zone.american for clock in tokens.clocks)
        return tokens.swaps[0] if american else None
    return days[0]


def _trouble(tokens: _Tokens, day: date | None) -> str:
    """Why the time is not certain; empty where it is."""
    halved = any(
        clock.bare and 1 <= clock.hour <= 11 and clock.zone is not None and clock.zone.american
        for clock in tokens.clocks
    )
    checks = (
        (bool(tokens.others), "it says more than a time"),
        (len(set(tokens.days)) > 1, "it names several days"),
        (day is None and bool(tokens.swaps), "day and month could be either"),
        (day is None, "it names no full date"),
        (
            day is not None and any(day.weekday() != each for each in tokens.weekdays),
            "that day is another weekday",
        ),
        (any(clock.seconds is None for clock in tokens.clocks), "its time of day is not certain"),
        (halved, "it does not say whether a.m. or p.m."),
        (tokens.vague, "it hangs on more than a time"),
        (tokens.loose_zone is not None, _WHICH_ZONE),
    )
    return next((why for wrong, why in checks if wrong), "")
