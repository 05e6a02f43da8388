"""What a line of a page is a sign of, by its own words alone."""

import re
from dataclasses import dataclass

from deskeditor.intake.bylines import Byline, read_byline
from deskeditor.intake.dates import Moment, read_moment
from deskeditor.intake.furniture import Row, furniture
from deskeditor.intake.records import Block, Kind
from deskeditor.intake.sections import section_of
from deskeditor.intake.shapes import weight


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is no part of the story."""

    row: Row


@dataclass(frozen=True, slots=True)
class Card:
    """A pointer to another story; the headline is empty where it stands in the next line."""

    headline: str


@dataclass(frozen=True, slots=True)
class Time:
    """One time of a line: which field it is for, what stands there, and what could be read of it."""

    which: str
    text: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A line of times only; `labelled` where it says so itself."""

    times: tuple[Time, ...]
    labelled: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A line that names authors."""

    byline: Byline
    led: bool


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line of tags."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sectioned:
    """A line that says where the story stood on the site."""

    section: str


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption or credit of a picture that did not come with the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that names a field of the article and its value."""

    field: str
    value: str


Sign = Furniture | Card | Dated | Signed | Tagged | Sectioned | Captioned | Labelled

_SURE_CARD = (
    r"also\s+read|read\s+also|read\s+more|see\s+also|also\s+see|read\s+next|read\s+this|"
    r"must[\s-]read|don[’']?t\s+miss|"
    r"more\s+on\s+this|read\s+(?:the\s+)?related|lire\s+aussi|à\s+lire\s+aussi|"
    r"lesen\s+sie\s+auch|lea\s+también|leggi\s+anche|"
    r"you\s+may\s+also\s+like|you\s+might\s+also\s+like|recommended\s+reading"
)
_WEAK_CARD = (
    r"related(?:\s+(?:story|stories|article|news|coverage|post))?|more|recommended|"
    r"in\s+case\s+you\s+missed\s+it|icymi|previously"
)
_CARD = re.compile(
    rf"(?:(?P<sure>{_SURE_CARD})|(?P<weak>{_WEAK_CARD}))\s*(?P<mark>[:|>»→]|[–—-](?=\s))+\s*(?P<rest>.*)",
    re.I | re.S,
)
_BARE_CARD = re.compile(rf"(?:{_SURE_CARD})\s*[:|>»→–—-]*", re.I)
_SHOUTED_CARD = re.compile(
    r"(?:ALSO READ|READ ALSO|SEE ALSO|READ MORE|READ NEXT|RELATED)\s+(?P<rest>[A-Z0-9“\"‘'].*)", re.S
)

_TIME_LABELS = {
    "published": r"date|"
    r"published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?|first\s+published|publish(?:ed)?\s+date|"
    r"publication\s+date|issued|created|"
    r"release\s+date|veröffentlicht|datum|publié(?:\s+le)?|fecha|publicado|data",
    "updated": r"(?:last\s+)?(?:updated|modified|edited|revised)(?:\s+(?:on|at))?|last\s+update|update|"
    r"aktualisiert|stand|mis\s+à\s+jour|actualizado",
    "embargo": r"(?:under\s+|strictly\s+)?embargo(?:ed)?(?:\s+(?:until|till|to|for))?|"
    r"not\s+for\s+(?:publication|release)\s+(?:before|until)|hold\s+until",
}
_TIME_LABEL = re.compile(
    r"(?:^|(?<=[\s|•·,;(/–—-]))(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _TIME_LABELS.items())
    + r")(?=\s*:|\s|$)\s*(?P<colon>:?)",
    re.I,
)
_TAGS = re.compile(
    r"(?:tags?|topics?|keywords?|filed\s+under|tagged(?:\s+(?:with|as|in|under))?|hashtags?|"
    r"schlagwörter|in\s+this\s+(?:story|article))\s*:\s*(?P<rest>.*)",
    re.I | re.S,
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){2,}")
_SECTION = re.compile(
    r"(?:section|categor(?:y|ies)|posted\s+in|filed\s+in|department|ressort|rubrik|rubrique|"
    r"sección)\s*:\s*(?P<rest>[^.!?:]{2,40})",
    re.I,
)
_CRUMB = re.compile(r"\s+(?:[>»›→]|::)\s+|\s*[»›]\s*")
_HOMES = ("home", "homepage", "start", "startseite", "accueil", "inicio")
_SLASHED = re.compile(r"\s+/\s+|/")
_PICTURE = r"(?:file\s+)?(?:photos?|images?|pictures?|pics?|foto|bild|graphic|illustration|photograph)"
_CAPTIONS = (
    re.compile(
        rf"[(\[]?\s*(?:{_PICTURE}(?:\s+(?:credit|caption|courtesy(?:\s+of)?|by|via|source))?|"
        rf"(?:photo|image)?\s*credits?|courtesy|caption|cutline)\s*[:/|]\s*(?=\S).{{2,400}}",
        re.I | re.S,
    ),
    re.compile(
        rf"[(\[]?{_PICTURE}\s+(?:by|courtesy\s+of|courtesy|via|from)\s+(?=(?-i:[A-Z@])|the\s)[^.!?]{{2,90}}[)\].]?",
        re.I | re.S,
    ),
    re.compile(
        r"[(\[]?(?:[\w.’'&-]+\s+){0,4}(?:AP|AFP|Reuters|Getty|EPA|UPI|Shutterstock|iStock|"
        r"Pexels|Unsplash)\s*(?:Photo|Images?|File)?(?:\s*(?:/|via|,|\|)\s*[\w.’' "
        r"/&-]{2,60})?[)\]]?",
        re.S,
    ),
    re.compile(
        r".{3,400}[(\[](?:(?:file\s+|courtesy\s+)?(?:photos?|images?|screenshot|graphic|illustration)\s*"
        r"(?:by|courtesy|credit|via|from|:|/)[^()]{1,80}"
        r"|[^()]{0,60}\b(?:getty|ap\s+photo|afp|shutterstock|reuters/)[^()]{0,60})[)\]]\.?",
        re.I | re.S,
    ),
    re.compile(
        r"[(\[]?courtesy\s+(?:of\s+)?(?=(?:the\s)?(?-i:[A-Z]))[^.!?]{2,70}[)\]]?|[(\[]?(?:file|stock|undated|"
        r"handout)\s+(?:photo|image)[)\]]?\.?",
        re.I,
    ),
    re.compile(r".{10,400}\s\((?-i:[A-Z])[^()/]{2,40}/[^()/]{2,40}\)\.?", re.I | re.S),
    re.compile(r"source\s*:\s*(?=(?-i:[A-Z]))[^.!?:]{2,60}", re.I),
)
_SENTENCE_AFTER = re.compile(r"[.!?]\s+[A-Z“\"].*[.!?]\s+[A-Z“\"]", re.S)
_LABELS = {
    "headline": r"headline|title|hed|head(?:ing)?",
    "standfirst": r"sub-?head(?:line|ing)?|sub-?title|deck|dek|standfirst|summary|excerpt|abstract",
    "dateline": r"dateline|location|place",
    "kicker": r"kicker|eyebrow|overline",
    "slug": r"slug",
    "language": r"lang(?:uage)?",
    "note_to_editor": r"(?:note|attention|attn\.?|memo)\s+(?:to|for)?\s*(?:the\s+)?editors?",
}
_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s*:\s*(?P<rest>.*)",
    re.I | re.S,
)


def sign_of(block: Block) -> Sign | None:
    """What the block is a sign of, or None where it may be the story's own."""
    if block.kind is Kind.OTHER:
        return _of_list(block)
    if block.kind in (Kind.PICTURE, Kind.CAPTION):
        return Captioned(block.plain) if block.kind is Kind.CAPTION else None
    text = re.sub(r"[ \t\xa0\u202f]+", " ", block.plain).strip()
    crumbs = _breadcrumbs(text) if text.casefold().startswith(_HOMES) else None
    if crumbs is not None:
        return crumbs
    row, card = furniture(text), read_card(text)
    if card is not None and (row is None or _BARE_CARD.fullmatch(text)):
        return card
    if row is not None:
        return Furniture(row)
    return None if len(text) > 420 else _of_field(text)


def _of_list(block: Block) -> Sign | None:
    """A list is furniture where each of its items is, as the buttons for sharing are."""
    rows = [furniture(item) for item in block.items]
    return Furniture(rows[0]) if rows and all(rows) and rows[0] is not None else None


def _of_field(text: str) -> Sign | None:
    dated = _dated(text)
    if dated is not None:
        return dated
    label = _LABEL.fullmatch(text)
    if label is not None and label.lastgroup is not None:
        name = next(name for name in _LABELS if label[name])
        return Labelled(name, label["rest"].strip())
    if any(pattern.fullmatch(text) for pattern in _CAPTIONS) and not _SENTENCE_AFTER.search(text):
        return Captioned(text)
    filed = _filed(text)
    if filed is not None:
        return filed
    byline = read_byline(text)
    return (
        None if byline is None else Signed(byline, bool(byline.authors) or not (byline.role or byline.email))
    )


def read_card(text: str) -> Card | None:
    """The pointer to another story that the whole line is."""
    inner = text[1:-1] if text[:1] + text[-1:] in ("()", "[]") else text
    inner = inner.strip(" >»•▶►→|")
    if _BARE_CARD.fullmatch(inner):
        return Card("") if not re.fullmatch(r"read\s+more\W*", inner, re.I) or inner.endswith(":") else None
    found = _CARD.fullmatch(inner)
    if found is None:
        shouted = _SHOUTED_CARD.fullmatch(inner)
        return Card(shouted["rest"].strip()) if shouted and weight(shouted["rest"]) >= 3 else None
    rest = found["rest"].strip()
    if not rest or rest[0].islower() or weight(rest) > 40 or rest.startswith(("http:", "https:", "www.")):
        return None
    if weight(rest) > 15 and rest.endswith("."):
        return None
    if found["weak"] and (rest.endswith((".", ":", "!")) or weight(rest) < 3):
        return None
    return Card(rest)


def _dated(text: str) -> Dated | None:
    labels = list(_TIME_LABEL.finditer(text)) if len(text) <= 200 else []
    if not labels:
        moment = read_moment(text)
        return Dated((Time("published", text, moment),), labelled=False) if moment else None
    if text[: labels[0].start()].strip(" |•·(,-–—"):
        return None
    ends = [label.start() for label in labels[1:]] + [len(text)]
    times = []
    for label, end in zip(labels, ends, strict=True):
        which = next(name for name in _TIME_LABELS if label[name])
        value = text[label.end() : end].strip(" |•·,;()-–—:").removesuffix(" and")
        moment = read_moment(value)
        if moment is None and not (
            label["colon"] and weight(value) <= 6 and not value.endswith((".", "!", "?"))
        ):
            return None
        times.append(Time(which, value, moment))
    return Dated(tuple(times), labelled=True)


def _filed(text: str) -> Sign | None:
    tags = _TAGS.fullmatch(text)
    if tags is not None:
        found = _split_tags(tags["rest"])
        return (
            Tagged(found)
            if all(weight(tag) <= 5 for tag in found) and not text.endswith((".", "?", "!"))
            else None
        )
    if _HASHTAGS.fullmatch(text):
        return Tagged(tuple(re.findall(r"#(\w+)", text)))
    named = section_of(text)
    if named:
        return Sectioned(named)
    section = _SECTION.fullmatch(text)
    if section is not None and weight(section["rest"]) <= 5:
        return Sectioned(section["rest"].strip())
    return _breadcrumbs(text)


def _split_tags(text: str) -> tuple[str, ...]:
    pieces = re.split(r"[,;|•·\n]|(?:^|\s)#", text)
    return tuple(dict.fromkeys(piece.strip(" #.") for piece in pieces if piece.strip(" #.")))


def _breadcrumbs(text: str) -> Sectioned | None:
    if text.endswith((".", "!", "?", "”", '"')):
        return None
    for pattern in (_CRUMB, _SLASHED):
        steps = [step.strip() for step in pattern.split(text) if step.strip()]
        home = bool(steps) and steps[0].casefold() in _HOMES
        if not 2 <= len(steps) <= 5 or not (home or (pattern is _CRUMB and len(steps) >= 3)):
            continue
        # The last step may be the headline itself, which is no section.
        short = [step for step in steps if weight(step) <= 4 and not step[0].islower()]
        own = short[1:] if home else short
        if len(short) >= len(steps) - 1 and own:
            return Sectioned(own[-1])
    return None
