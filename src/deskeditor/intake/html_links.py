"""Where the links of a page lead: to the web, a mailbox or a telephone, without the stations in between."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_LINK = re.compile(r"(?:https?://[^\s]+|mailto:[^\s@]+@[^\s]+|tel:[+\d][\d ().-]+)", re.I)
_UNSAFE = {
    " ": "%20",
    "(": "%28",
    ")": "%29",
    "<": "%3C",
    ">": "%3E",
    '"': "%22",
    "\\": "%5C",
    "`": "%60",
}
_TRACKING = re.compile(
    r"(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi)=", re.I
)
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class _Station:
    """An address that only passes on: its host, the beginning of its path, and where it names the goal."""

    host: re.Pattern[str]
    path: str
    keys: tuple[str, ...]


_STATIONS = (
    _Station(re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), "/url", ("q", "url")),
    _Station(re.compile(r"[\w-]+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
    _Station(re.compile(r"(?:l|lm)\.(?:facebook|instagram)\.com"), "/", ("u",)),
    _Station(re.compile(r"(?:www\.)?youtube\.com"), "/redirect", ("q",)),
    _Station(re.compile(r"(?:www\.)?linkedin\.com"), "/redir/redirect", ("url",)),
    _Station(re.compile(r"slack-redir\.net"), "/link", ("url",)),
)
_DEFENSE = re.compile(r"https?://urldefense(?:\.proofpoint)?\.com/v3/__(?P<goal>https?:/.+?)__;.*", re.I)


def safe_address(address: str) -> str:
    """The address of a link where it leads to the web, to a mailbox or to a telephone; otherwise nothing."""
    address = re.sub(r"[\x00-\x20\x7f]+", "", address) if re.match(r"\s*+\w+\s*+:", address) else ""
    if len(address) > _LONGEST or not _LINK.fullmatch(address):
        return ""
    address = _bare(_goal(address))
    return "".join(_UNSAFE.get(letter, letter) for letter in address)


def _goal(address: str) -> str:
    """Mail programs and search engines put an address of their own before the one that was meant."""
    for _ in range(3):
        found = _next(address)
        if not found or not _LINK.fullmatch(found):
            return address
        address = found
    return address


def _next(address: str) -> str:
    defended = _DEFENSE.fullmatch(address)
    if defended is not None:
        return defended["goal"].replace(":/", "://", 1).replace(":///", "://", 1)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    station = next(
        (one for one in _STATIONS if one.host.fullmatch(host) and parts.path.startswith(one.path)), None
    )
    if station is None:
        return ""
    try:
        query: Mapping[str, list[str]] = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    goal = next((query[key][0] for key in station.keys if query.get(key)), "")
    return re.sub(r"[\x00-\x20\x7f]+", "", goal if "://" in goal else unquote(goal))


def _bare(address: str) -> str:
    """The address without what tells its owner where a reader came from."""
    if not _TRACKING.search(address):
        return address
    before, _, fragment = address.partition("#")
    base, _, query = before.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.match(part))
    return base + (f"?{kept}" if kept else "") + (f"#{fragment}" if fragment else "")
