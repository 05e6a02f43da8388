"""Who wrote it: the lines in which pages name their authors."""

import re
from dataclasses import dataclass, replace

from deskeditor.document.model import Author
from deskeditor.intake.dates import Moment, read_moment
from deskeditor.intake.sites import is_outlet, is_site

_LEAD = re.compile(
    r"(?P<lead>(?:(?:written|reported|posted|published|compiled|story|text|words|article|"
    r"report|reporting)\s+)?by\b\s*:?"
    r"|(?:authors?|byline|reporters?|writer|journalist|contributor)\s*:)\s*(?P<rest>.*)",
    re.I | re.S,
)
_TIMED = re.compile(
    r"(?:(?:posted|published|updated)\s+(?:on\s+)?)?(?P<time>\S.{4,60}?)\s+by\s+(?P<rest>.+)", re.I
)
_FOREIGN = re.compile(
    r"(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s+(?P<rest>[^\W\d_a-z][\w.’'-]*\s+(?:\S+\s+)?[^\W\d_a-z].*)",
    re.S,
)
_PARTICLE = (
    r"(?:de|da|do|dos|del|della|der|den|di|du|el|al|bin|ibn|la|le|van|von|ter|ten|und|y|e|the|of|for|st\.)"
)
_WORD = r"[^\W\d_a-z][\w.’'\-]*"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{_WORD}|[“\"(]{_WORD}[”\")]|\d{{1,3}}|{_PARTICLE}(?=\s)))*")
_PERSON = re.compile(
    rf"{_WORD}(?:\s+(?:[A-Z]\.?|{_WORD}|[“\"(]{_WORD}[”\")]|"
    rf"{_PARTICLE}(?=\s)))*\s+{_WORD}(?:,?\s+(?:Jr|Sr|II|III|IV)\.?)?"
)
_ROLE = re.compile(
    r"\b(?:staff|reporters?|writers?|correspondents?|editors?|journalists?|columnist|anchor|"
    r"producer|contributors?|intern|"
    r"photographer|associated press|reuters|afp|bloomberg|news (?:desk|service|staff)|"
    r"newsroom|desk|bureau|wire|upi|"
    r"report|reports|report for america|redaktion)\b",
    re.I,
)
_NO_PERSON = re.compile(
    r"\b(?:Updated|Published|Posted|News|Home|Share|Photo|Image|Read|More|Sign|Log|Subscribe)\b"
)
_ROLE_ONLY = re.compile(
    r"(?i:staff|senior|political|sports|special|managing|contributing)\s.*\b(?i:reporters?|"
    r"writers?|editors?|correspondents?)"
)
_SUFFIX = re.compile(r",\s+((?:Jr|Sr)\.?|II|III|IV)\b")
_CALENDAR = re.compile(
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|"
    r"july|august|september|october|november"
    r"|december|christmas|easter|noon|midnight|night|day|far)"
)
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<!\w)@\w{2,30}\b")
_BREAK = re.compile(r"\s*(?:[|•·\n]|\s[-–—/]\s|\t)\s*")
_AND = re.compile(r"\s*(?:,?\s+(?:and|und|et|y)\s+|\s*&\s*|,\s*)", re.I)
_AGENCY = re.compile(
    r"(?:the\s+)?(?:associated press|reuters|afp|agence france-presse|bloomberg(?: news)?|upi)", re.I
)
_STAFF = re.compile(
    r"(?:from\s+)?(?:our\s+)?(?:staff|news)\s+(?:reports?|reporters?|writers?|correspondents?|desk)", re.I
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors of a line, a role that stood alone in it, and a time that stood behind the names."""

    authors: tuple[Author, ...] = ()
    role: str = ""
    email: str = ""
    moment: Moment | None = None
    left: tuple[str, ...] = ()


def read_byline(line: str) -> Byline | None:
    """The byline that the whole of `line` is, or None where it could be anything else."""
    text = re.sub(r"[ \t\xa0]+", " ", line).strip(" |•·")
    sentence = (
        text.endswith((".", "!", "?"))
        and len(text.split()) > 4
        and not re.search(r"\b(?:Jr|Sr|Inc|Co)\.$", text)
    )
    if sentence or not text or len(text) > 200 or len(text.split()) > 24:
        return None
    led = _LEAD.fullmatch(text)
    if led:
        return _credited(led["rest"])
    timed = _TIMED.fullmatch(text)
    moment = read_moment(timed["time"]) if timed else None
    if timed and moment:
        credited = _credited(timed["rest"])
        return replace(credited, moment=moment) if credited and credited.authors else None
    foreign = _FOREIGN.fullmatch(text)
    if foreign:
        return _credited(foreign["rest"])
    return _bare(text)


def is_person(text: str) -> bool:
    """Whether the line is two to four words that could be a name, and nothing else."""
    return 2 <= len(text.split()) <= 4 and _PERSON.fullmatch(text) is not None and not _NO_PERSON.search(text)


def with_role(authors: tuple[Author, ...], role: str) -> tuple[Author, ...]:
    """The authors, each without a role of its own given this one."""
    return tuple(author if author.role else replace(author, role=role) for author in authors)


def _credited(rest: str) -> Byline | None:
    parts = [part for part in _BREAK.split(rest.strip()) if part]
    if not parts:
        return Byline()
    first, moment = _with_time_behind(parts[0])
    email = _EMAIL.search(first)
    bare = _EMAIL.sub("", first)
    names, role = _names_and_role(_HANDLE.sub("", bare).strip(" ,()<>"))
    if not names:
        return None
    capitals = all(name.isupper() for name in names)
    authors = tuple(Author(_in_title_case(name) if capitals else name) for name in names)
    line = Byline(authors, role, email[0] if email else "", moment, tuple(_HANDLE.findall(bare)))
    for part in parts[1:]:
        further = _with_part(line, part)
        if further is None:
            return None
        line = further
    return _gathered(line)


def _with_part(line: Byline, part: str) -> Byline | None:
    moment = read_moment(re.sub(r"^(?:updated|published|posted)\s*:?\s*", "", part, flags=re.I))
    if moment:
        return replace(line, moment=line.moment or moment)
    email = _EMAIL.search(part)
    bare = _EMAIL.sub("", part).strip(" ,()<>")
    if email:
        line = replace(line, email=email[0])
    if not bare:
        return line
    if _HANDLE.fullmatch(bare) or re.fullmatch(r"\d+ min(?:ute)?s?(?: read)?", bare, re.I):
        return replace(line, left=(*line.left, bare))
    if len(bare.split()) > 7 or bare.endswith((".", "!", "?")):
        return None
    if line.role or not (_ROLE.search(bare) or is_site(bare)):
        return replace(line, left=(*line.left, bare))
    return replace(line, role=bare)


def _gathered(line: Byline) -> Byline:
    authors = with_role(line.authors, line.role) if line.role else line.authors
    if line.email and authors:
        authors = (*authors[:-1], replace(authors[-1], email=line.email))
    return replace(line, authors=authors)


def _with_time_behind(text: str) -> tuple[str, Moment | None]:
    """`Jane Doe July 25, 2025`: the names before the time, and the time."""
    words = text.split(" ")
    for cut in range(1, len(words)):
        moment = read_moment(" ".join(words[cut:]))
        if moment and any(letter.isdigit() for letter in moment.text):
            return " ".join(words[:cut]).strip(" ,"), moment
    return text, None


def _names_and_role(text: str) -> tuple[list[str], str]:
    """Names joined by commas and “and”; from the first part that is a role on, all is role."""
    text = _SUFFIX.sub(r" \1", text)
    names: list[str] = []
    at = 0
    for joint in [*_AND.finditer(text), None]:
        piece = text[at : joint.start() if joint else len(text)].strip()
        alone = not names and joint is None
        if not _is_name(piece, alone):
            role = text[at:].strip()
            return (
                (names, role) if names and _is_role(role) and text[:at].rstrip().endswith(",") else ([], "")
            )
        if names and joint is None and is_outlet(piece) and text[:at].rstrip().endswith(","):
            return names, piece
        names.append(piece)
        at = joint.end() if joint else at
    return _of_a_paper(names)


def _of_a_paper(names: list[str]) -> tuple[list[str], str]:
    name, of, paper = names[-1].partition(" of ")
    return ([*names[:-1], name], paper) if of and _PERSON.fullmatch(name) else (names, "")


def _is_name(piece: str, alone: bool) -> bool:  # noqa: FBT001
    if len(piece.split()) > 7 or _ROLE_ONLY.fullmatch(piece):
        return False
    if _PERSON.fullmatch(piece):
        return True
    return alone and _NAME.fullmatch(piece) is not None and not _CALENDAR.fullmatch(piece)


def _is_role(text: str) -> bool:
    words = text.split()
    return len(words) <= 8 and (
        _ROLE.search(text) is not None or all(word[0].isupper() for word in words[:1] + words[-1:])
    )


def _bare(text: str) -> Byline | None:
    """A line without “By”: only a name with a role beside it, or a role or agency alone, is sure."""
    if _AGENCY.fullmatch(text) or _STAFF.fullmatch(text):
        return Byline(role=text)
    if _EMAIL.fullmatch(text):
        return Byline(email=text)
    cut = re.split(r"\s*(?:[|•·\n]|\s[-–—/]\s|,)\s*", text, maxsplit=1)
    name, rest = cut[0], cut[1] if len(cut) == 2 else ""
    if not rest or not _PERSON.fullmatch(name) or len(name.split()) > 4 or _NO_PERSON.search(name):
        return None
    behind = _EMAIL.sub("", rest).strip(" |,•·-–—")
    if not (_ROLE.search(behind) or is_outlet(behind) or (_EMAIL.search(rest) and not behind)):
        return None
    if (
        len(behind.split()) > 6
        or behind.endswith((".", "?", "!"))
        or re.search(r"\b(?:said|says|is|was|has|say|had|were|are)\b", behind)
    ):
        return None
    return _credited(text)


def _in_title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", _word_in_title_case, name) if len(name) > 4 else name


def _word_in_title_case(match: re.Match[str]) -> str:
    word = match[0]
    if word in ("II", "III", "IV", "AP", "AFP", "UPI", "TV") or len(word) == 1:
        return word
    pieces = [piece.capitalize() for piece in re.split(r"(['’])", word)]
    joined = "".join(pieces)
    return f"Mc{joined[2:].capitalize()}" if word.startswith("MC") and len(word) > 4 else joined
