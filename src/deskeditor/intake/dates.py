"""Dates as pages write them, turned into ISO 8601 only where day, time and zone are all known."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

_MONTHS = (
    "january jan janvier janv januar jänner enero ene gennaio gen janeiro januari",
    "february feb février févr fevrier februar febrero febbraio fevereiro fev februari",
    "march mar mars märz mrz marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre déc decembre dezember dez diciembre dic dicembre dezembro december",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_OFFSETS = {
    "utc": 0, "gmt": 0, "z": 0, "wat": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "sast": 120, "cat": 120, "eet": 120, "eest": 180, "eat": 180, "msk": 180, "pkt": 300, "npt": 345,
    "wib": 420, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "nst": -210, "adt": -180,
}  # fmt: skip
_SEASONAL = {
    "et": -300, "eastern": -300, "ct": -360, "central": -360,
    "mt": -420, "mountain": -420, "pt": -480, "pacific": -480,
}  # fmt: skip
_AMERICAN = {*_SEASONAL, "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "akdt", "hst"}
_ZONES = "|".join(sorted({*_OFFSETS, *_SEASONAL}, key=len, reverse=True))

_ISO = re.compile(
    r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:(?:T|"
    r"\s+)(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z\b|[+-]\d\d:?\d\d(?!\d))?)?",
    re.I,
)
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_SPELLED = (
    re.compile(rf"\b(?P<name>{_NAMES})\b\.?\s+{_DAY}\b(?:\s*,)?\s+(?P<y>\d{{4}})\b", re.I),
    re.compile(
        rf"\b{_DAY}(?:\s+(?:de|of))?[\s-]+(?P<name>{_NAMES})\b\.?,?(?:\s+(?:de|del))?[\s-]+(?P<y>\d{{4}})\b",
        re.I,
    ),
    re.compile(rf"\b(?P<y>\d{{4}}),?\s+(?P<name>{_NAMES})\b\.?\s+{_DAY}\b", re.I),
)
_NUMERIC = re.compile(r"\b(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d\d)\b")
_YEAR_FIRST = re.compile(r"\b(?P<y>\d{4})(?:[/.]|年\s?)(?P<m>\d{1,2})(?:[/.]|月\s?)(?P<d>\d{1,2})(?:日|\b)")
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d)(?::(?P<s>\d\d))?)?\s?(?P<half>[ap]\.?\s?m\b\.?)|"
    r"\b(?P<h2>\d{1,2})[:h](?P<min2>\d\d)(?::(?P<s2>\d\d))?\b",
    re.I,
)
_ZONE = re.compile(
    rf"(?:\b(?:utc|gmt)\s?)?(?<!\d)(?P<offset>[+-]\d{{1,2}}:?\d\d)\b|(?:\b|(?<=\d))(?:utc|"
    rf"gmt)(?P<hours>[+-]\d{{1,2}})\b"
    rf"|\b(?P<name>{_ZONES})\b(?:\s+(?:daylight|standard|summer)?\s?time\b)?",
    re.I,
)
_UNKNOWN_ZONE = re.compile(r"[A-Z]{2,5}")
_NO_YEAR = re.compile(
    rf"(?:(?P<name>{_NAMES})\b\.?\s+{_DAY}|{_DAY.replace('<d>', '<d2>')}\s+(?P<name2>{_NAMES})\.?)(?!\w)",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|few)\s+(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|"
    r"year)s?\.?\s+ago\b|\b\d+\s?[mhdw]\s+ago\b"
    r"|\b(?:just now|yesterday|today|this (?:morning|afternoon|evening))\b"
    r"|\bvor\s+\d+\s+\w+\b|\bil y a\s+\d+\s+\w+\b|\bhace\s+\d+\s+\w+\b|\b(?:heute|gestern|hier|ayer|hoy)\b",
    re.I,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.I,
)
_FILLER = re.compile(r"\b(?:at|on|um|uhr|à|le|el|a las|den|the|time|local)\b|[\s,;|•·()–—\-@]", re.I)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a line says of a time; `iso` only where day, time and zone stand there, else `why` it is None."""

    text: str
    iso: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Day:
    when: date | None
    rest: str
    swap: date | None = None
    clock: str = ""


def read_moment(text: str) -> Moment | None:
    """The time that `text` is, or None where it is anything else than a time."""
    text = text.strip(" \t\xa0.,|•·")
    plain = text.replace("\xa0", " ").replace("\u202f", " ")
    if not plain or len(plain) > 90:
        return None
    day = _read_day(plain)
    clock = None if day.clock else _TIME.search(day.rest)
    rest = day.rest if clock is None else day.rest[: clock.start()] + " " + day.rest[clock.end() :]
    zone = _ZONE.search(rest) if clock or day.clock else None
    rest = rest if zone is None else rest[: zone.start()] + rest[zone.end() :]
    relative = _RELATIVE.search(rest)
    rest = _RELATIVE.sub("", rest)
    rest = _FILLER.sub("", _WEEKDAY.sub("", rest))
    if rest and not (_UNKNOWN_ZONE.fullmatch(rest) and (clock or day.clock) and zone is None):
        return None
    if not (day.when or clock or relative or day.rest != plain):
        return None
    return _settle(text, day, clock, zone)


def _read_day(text: str) -> _Day:
    iso = _ISO.search(text)
    if iso:
        when = _valid(int(iso["y"]), int(iso["m"]), int(iso["d"]))
        clock = f"{iso['h']}:{iso['min']}:{iso['s'] or '00'}" if iso["h"] else ""
        rest = text[: iso.start()] + " " + (iso["zone"] or "").upper() + text[iso.end() :]
        return _Day(when, rest, clock=clock)
    for pattern in _SPELLED:
        found = pattern.search(text)
        if found:
            when = _valid(int(found["y"]), _MONTH[found["name"].lower()], int(found["d"]))
            return _Day(when, text[: found.start()] + " " + text[found.end() :])
    return _read_numeric(text)


def _read_numeric(text: str) -> _Day:
    first = _YEAR_FIRST.search(text)
    if first:
        when = _valid(int(first["y"]), int(first["m"]), int(first["d"]))
        return _Day(when, text[: first.start()] + " " + text[first.end() :])
    found = _NUMERIC.search(text)
    if found is None:
        return _Day(None, _NO_YEAR.sub(" ", text, count=1))
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    american = _valid(year, int(found["a"]), int(found["b"]))
    european = _valid(year, int(found["b"]), int(found["a"]))
    rest = text[: found.start()] + " " + text[found.end() :]
    if found["mark"] == ".":
        return _Day(european or american, rest)
    both = american is not None and european is not None and american != european
    return _Day(american or european, rest, swap=european if both else None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _settle(text: str, day: _Day, clock: re.Match[str] | None, zone: re.Match[str] | None) -> Moment:
    if day.when is None:
        return Moment(text, None, "it names no full date")
    seconds = _seconds(clock, day.clock)
    if seconds is None:
        return Moment(text, None, "it names no time of day")
    offset = _offset(zone, day.when)
    if offset is None:
        return Moment(text, None, "it names no time zone")
    if day.swap is not None and not (zone and (zone["name"] or "").lower() in _AMERICAN):
        return Moment(text, None, "day and month could be either")
    return Moment(text, _iso(day.when, seconds, offset))


def _iso(day: date, seconds: int, offset: int) -> str:
    """Minutes are enough for a newsroom; seconds stand only where the page gave them."""
    zone = timezone(timedelta(minutes=offset))
    moment = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(seconds=seconds)
    return moment.isoformat()


def _seconds(clock: re.Match[str] | None, iso: str) -> int | None:
    if iso:
        hours, minutes, seconds = (int(part) for part in iso.split(":"))
    elif clock:
        hours = int(clock["h"] or clock["h2"])
        minutes, seconds = int(clock["min"] or clock["min2"] or 0), int(clock["s"] or clock["s2"] or 0)
        half = (clock["half"] or "").lower()
        if half:
            if not 1 <= hours <= 12:
                return None
            hours = hours % 12 + (12 if half.startswith("p") else 0)
    else:
        return None
    return hours * 3600 + minutes * 60 + seconds if hours < 24 and minutes < 60 and seconds < 60 else None


def _offset(zone: re.Match[str] | None, day: date) -> int | None:
    if zone is None:
        return None
    name = (zone["name"] or "").lower()
    if name:
        return _OFFSETS[name] if name in _OFFSETS else _SEASONAL[name] + (60 if _american_summer(day) else 0)
    digits = (zone["offset"] or zone["hours"]).replace(":", "")
    sign, figures = -1 if digits[0] == "-" else 1, digits[1:]
    hours, minutes = (int(figures), 0) if len(figures) <= 2 else (int(figures[:-2]), int(figures[-2:]))
    return sign * (hours * 60 + minutes) if hours <= 14 and minutes < 60 else None


def _american_summer(day: date) -> bool:
    """Second Sunday of March to first Sunday of November; the hour of the change itself is ignored."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
