"""Time zones as copy names them: abbreviations, cities and offsets, each with its offset on one day."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from deskeditor.document.zones import is_zone, zone_of


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone by its name in the tz database, or by minutes east of UTC.

    `minutes` beside a name: the abbreviation stands for that offset of the zone alone. `american`: dates
    beside it begin with the month. A zone with neither name nor minutes may be several.
    """

    name: str = ""
    minutes: int | None = None
    american: bool = False


_NEW_YORK, _CHICAGO = "America/New_York", "America/Chicago"
_DENVER, _LOS_ANGELES = "America/Denver", "America/Los_Angeles"
_AMERICAN = {
    "eastern": _NEW_YORK, "et": _NEW_YORK, "central": _CHICAGO, "ct": _CHICAGO, "mountain": _DENVER,
    "mt": _DENVER, "pacific": _LOS_ANGELES, "pt": _LOS_ANGELES,
}  # fmt: skip
_AMERICAN_OFFSETS = {
    "est": (_NEW_YORK, -300), "edt": (_NEW_YORK, -240), "cst": (_CHICAGO, -360), "cdt": (_CHICAGO, -300),
    "mst": (_DENVER, -420), "mdt": (_DENVER, -360), "pst": (_LOS_ANGELES, -480),
    "pdt": (_LOS_ANGELES, -420), "akst": ("America/Anchorage", -540), "akdt": ("America/Anchorage", -480),
}  # fmt: skip
_SEASONAL = {
    "bst": ("Europe/London", 60), "cet": ("Europe/Berlin", 60), "mez": ("Europe/Berlin", 60),
    "cest": ("Europe/Berlin", 120), "mesz": ("Europe/Berlin", 120), "eet": ("Europe/Helsinki", 120),
    "eest": ("Europe/Helsinki", 180), "oez": ("Europe/Helsinki", 120), "wet": ("Europe/Lisbon", 0),
    "west": ("Europe/Lisbon", 60), "aest": ("Australia/Sydney", 600), "aedt": ("Australia/Sydney", 660),
    "nzst": ("Pacific/Auckland", 720), "nzdt": ("Pacific/Auckland", 780),
}  # fmt: skip
_FIXED = {
    "utc": 0, "gmt": 0, "z": 0, "zulu": 0, "greenwich": 0, "гринвич": 0, "غرينتش": 0, "جرينتش": 0, "tu": 0,
    "weltzeit": 0, "wat": 60, "cat": 120, "sast": 120, "eat": 180, "msk": 180, "мск": 180, "pkt": 300,
    "npt": 345,
    "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540, "hst": -600, "brt": -180,
}  # fmt: skip
_CITIES = {
    "london": "Europe/London", "londres": "Europe/London", "londra": "Europe/London", "uk": "Europe/London",
    "british": "Europe/London", "londen": "Europe/London", "dublin": "Europe/Dublin", "paris": "Europe/Paris",
    "parigi": "Europe/Paris", "parijs": "Europe/Paris", "berlin": "Europe/Berlin", "berlino": "Europe/Berlin",
    "brussels": "Europe/Brussels", "bruxelles": "Europe/Brussels", "brussel": "Europe/Brussels",
    "brussel's": "Europe/Brussels", "brüssel": "Europe/Brussels", "bruselas": "Europe/Brussels",
    "bruxelas": "Europe/Brussels", "madrid": "Europe/Madrid", "peninsular": "Europe/Madrid",
    "lisbon": "Europe/Lisbon", "lisboa": "Europe/Lisbon", "rome": "Europe/Rome", "roma": "Europe/Rome",
    "italiana": "Europe/Rome", "amsterdam": "Europe/Amsterdam", "vienna": "Europe/Vienna",
    "wien": "Europe/Vienna",
    "zurich": "Europe/Zurich", "geneva": "Europe/Zurich", "geneve": "Europe/Zurich", "genf": "Europe/Zurich",
    "bern": "Europe/Zurich", "stockholm": "Europe/Stockholm", "oslo": "Europe/Oslo",
    "copenhagen": "Europe/Copenhagen", "helsinki": "Europe/Helsinki", "warsaw": "Europe/Warsaw",
    "athens": "Europe/Athens", "moscow": "Europe/Moscow", "istanbul": "Europe/Istanbul",
    "washington": _NEW_YORK, "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "beijing": "Asia/Shanghai",
    "delhi": "Asia/Kolkata", "dubai": "Asia/Dubai", "cairo": "Africa/Cairo", "القاهرة": "Africa/Cairo",
    "الرياض": "Asia/Riyadh", "السعودية": "Asia/Riyadh", "riyadh": "Asia/Riyadh", "مكة": "Asia/Riyadh",
    "دبي": "Asia/Dubai", "باريس": "Europe/Paris", "بيروت": "Asia/Beirut", "brasilia": "America/Sao_Paulo",
    "sydney": "Australia/Sydney", "johannesburg": "Africa/Johannesburg", "nairobi": "Africa/Nairobi",
    "lagos": "Africa/Lagos", "московское": "Europe/Moscow", "москва": "Europe/Moscow",
}  # fmt: skip
_SEVERAL = ("ist", "ast", "sst", "gst", "local", "ortszeit", "locale", "locales", "wst", "amt", "ect", "bdt")

ZONES: dict[str, Zone] = {
    **{word: Zone() for word in _SEVERAL},
    **{word: Zone(name) for word, name in _CITIES.items()},
    **{word: Zone(minutes=minutes) for word, minutes in _FIXED.items()},
    **{word: Zone(name, minutes) for word, (name, minutes) in _SEASONAL.items()},
    **{word: Zone(name, minutes, american=True) for word, (name, minutes) in _AMERICAN_OFFSETS.items()},
    **{word: Zone(name, american=True) for word, name in _AMERICAN.items()},
    "washington": Zone(_NEW_YORK, american=True),
}
"""Each zone by the word that names it, in small letters."""

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?")


def offset_zone(text: str) -> Zone | None:
    """The zone of `+02:00`, `-4` or `+0530`; None where there is no such offset."""
    found = _OFFSET.fullmatch(text.replace("\u2212", "-"))
    if found is None:
        return None
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    sign = -1 if found["sign"] == "-" else 1
    return Zone(minutes=sign * minutes) if minutes <= 14 * 60 else None


def moment_in(local: datetime, zone: Zone | None, newsroom: str) -> datetime | None:
    """The moment of a time on the clocks of `zone`, those of the newsroom where it is None.

    A time that clocks show twice or never is the later one that it may be. None where the zone is not one
    zone, or where a summer time is named that does not hold on that day and would end before the true one.
    """
    if zone is None:
        return later_of(local, zone_of(newsroom)) if is_zone(newsroom) else None
    if not zone.name:
        return (
            None if zone.minutes is None else local.replace(tzinfo=timezone(timedelta(minutes=zone.minutes)))
        )
    true = later_of(local, ZoneInfo(zone.name))
    if zone.minutes is None:
        return true
    said = local.replace(tzinfo=timezone(timedelta(minutes=zone.minutes)))
    return None if said < true else said


def later_of(local: datetime, zone: tzinfo | None) -> datetime:
    """The moment of a time on the clocks of a zone (None: the computer's), the later of two."""
    moments = (_at(local.replace(fold=fold), zone) for fold in (0, 1))
    return max(moments, key=lambda moment: moment.astimezone(UTC))


def _at(local: datetime, zone: tzinfo | None) -> datetime:
    """With a fixed offset; a time that the clocks never show comes as the one that it is."""
    if zone is None:
        return local.astimezone()
    moment = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))
