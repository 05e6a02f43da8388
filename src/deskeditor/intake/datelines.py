"""The place before the first sentence: found where it is sure, and only mentioned where it is likely."""

import re
from dataclasses import dataclass

from deskeditor.intake.places import PLACES, REGIONS

_WORD = r"[^\W\d_a-z][\w.’'-]*"
_JOIN = r"(?:of|de|la|del|upon|on|do|da|am|an|der|und|and|es|the)"
_PLACE = rf"{_WORD}(?:(?:[ /]|\s{_JOIN}\s(?:{_JOIN}\s)?)(?={_WORD}){_WORD}){{0,4}}"
_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|"
    r"\.)?|Sept(?:ember|\.)?|Sep\.|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTHS}\s\d{{1,2}}|\d{{1,2}}\s{_MONTHS})(?:,?\s\d{{4}})?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s{_PLACE}){{0,2}}?)"
    rf"(?P<date>,?\s{_DATE})?"
    r"(?:,?\s?[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?"
    r"(?P<dash>\s*(?:—|―|--)\s*|\s+[-–]\s+|:\s+|\s+[|]\s+)"
    r"(?P<rest>(?=[“\"‘'«„(\[]*[^\W_a-z])\S)",
)
_AGENCY_FIRST = re.compile(r"\((?P<agency>[A-Z][\w ./&-]{1,40})\)\s*(?:[-–—―]|--)\s+(?=\S)")
_LABELS = frozenset(
    [
        "breaking",
        "breaking news",
        "update",
        "updated",
        "live",
        "watch",
        "video",
        "exclusive",
        "opinion",
        "analysis",
        "editor’s note",
        "editor's note",
        "note",
        "warning",
        "correction",
        "listen",
        "photos",
        "gallery",
        "poll",
        "quiz",
        "explainer",
        "fact check",
        "review",
        "interview",
        "just in",
        "developing",
        "alert",
        "recap",
        "preview",
        "yes",
        "no",
        "but",
        "and",
        "so",
        "well",
        "wow",
        "look",
        "wait",
        "what",
        "who",
        "why",
        "how",
        "when",
        "where",
        "true",
        "false",
        "summary",
        "background",
        "context",
        "key points",
        "in brief",
        "related",
        "read more",
        "read also",
        "also read",
        "see also",
        "more",
        "share",
        "subscribe",
        "latest",
        "trending",
        "sponsored",
        "advertisement",
        "file",
        "photo",
        "image",
        "credit",
        "source",
        "date",
        "by",
        "author",
        "nasa",
        "fbi",
        "cia",
        "ice",
        "dhs",
        "covid",
        "covid-19",
        "cdc",
        "fda",
        "epa",
        "irs",
        "nfl",
        "nba",
        "mlb",
        "nhl",
        "ncaa",
        "nato",
        "who",
        "eu",
        "un",
        "the bottom line",
        "the latest",
        "what we know",
        "what happened",
        "q",
        "a",
        "question",
        "answer",
        "police",
        "officials",
        "president",
        "governor",
        "mayor",
    ]
)
_NO_AGENCY = re.compile(r"[RDI]\b|\d|[a-z]")
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_SPACED_DASH = re.compile(r"\s[-–—―]\s|\w—\w")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the agency and day beside it, and how many characters it all takes before the sentence."""

    place: str
    agency: str = ""
    date: str = ""
    length: int = 0
    sure: bool = True


def read_dateline(paragraph: str, story: str = "") -> Dateline | None:
    """The dateline that `paragraph` begins with; `story` may prove that an unknown word is a place."""
    text = paragraph.replace("\xa0", " ").replace("\u202f", " ")
    found = _DATELINE.match(text[:200])
    if found is None:
        return _agency_alone(text)
    place = found["place"].strip()
    if place.casefold().strip(".") in _LABELS or len(place) > 60:
        return None
    sure = _is_sure(found, text, story)
    if found["dash"].strip() in ":|" and not (sure and (found["agency"] or _in_capitals(place))):
        return None
    date = (found["date"] or "").strip(" ,")
    return Dateline(place, found["agency"] or "", date, found.start("rest"), sure)


def _agency_alone(text: str) -> Dateline | None:
    found = _AGENCY_FIRST.match(text)
    return Dateline("", found["agency"], "", found.end()) if found else None


def _is_sure(found: re.Match[str], text: str, story: str) -> bool:
    place, parts = found["place"], [part.strip() for part in found["place"].split(",")]
    if found["date"] or (found["agency"] and not _NO_AGENCY.match(found["agency"])):
        return True
    if len(parts) > 1:
        return parts[-1].casefold() in REGIONS or parts[-1].rstrip(".").casefold() in REGIONS
    if _in_capitals(place):
        return place.casefold() in PLACES or len(place) >= 4
    if _dash_comes_again(text[found.start("rest") :]):
        return False
    return _is_known(place) or _stands_in_the_story(place, story)


def _in_capitals(place: str) -> bool:
    city = place.split(",", maxsplit=1)[0]
    return city.isupper() and sum(map(str.isalpha, city)) >= 2


def _is_known(place: str) -> bool:
    names = place.casefold().split("/")
    county = re.fullmatch(
        r".+ (?:county|township|parish|borough|heights|springs|beach|falls|island)", place.casefold()
    )
    return all(name in PLACES for name in names) or county is not None


def _dash_comes_again(rest: str) -> bool:
    """`Missouri – The bellwether – turned red` is no dateline; a pair of dashes may be an aside in one."""
    end = _SENTENCE_END.search(rest)
    sentence = rest[: end.start()] if end else rest
    return len(_SPACED_DASH.findall(sentence)) % 2 == 1


def _stands_in_the_story(place: str, story: str) -> bool:
    """People are not lived in: “in Sedalia” proves a place, “in Kehoe” is never written."""
    if len(place) < 3 or len(place.split()) > 3:
        return False
    pattern = rf"\b(?:in|near|outside|downtown|across)\s{re.escape(place)}(?![\w’'-])(?!\s[A-Z])"
    return re.search(pattern, story.replace("\xa0", " ")) is not None
