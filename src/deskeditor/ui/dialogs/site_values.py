"""The questions about a site: one for each setting of publishing, and what is wrong with an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskeditor.document.zones import is_zone
from deskeditor.publish.errors import Refused
from deskeditor.publish.site import SETTINGS, base_address, language_tag

LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Keeps addresses and paths in their order within lines that run from the right."""

EITHER_WAY = "\u2068{}\u2069"
"""Lets words run as their own letters do, whatever stands around them."""

NO_ADDRESS = (
    "No web address yet: feeds, site map and canonical links are left out. "
    "The pages open from a disk and work below any address."
)


def _anything(_: str) -> str:
    return ""


def _address(text: str) -> str:
    try:
        base_address(text)
    except Refused:
        return "This is no web address. It should look like https://news.example.org/."
    return ""


def _time_zone(text: str) -> str:
    if is_zone(text):
        return ""
    return "This is no time zone. It should look like Europe/London or America/Chicago."


def _language(text: str) -> str:
    if not text or language_tag(text):
        return ""
    return "This is no language code. It should look like en, de or pt-BR."


@dataclass(frozen=True, slots=True)
class Question:
    """One field; `judge` gives a sentence where the answer will not do, `long` asks for several lines."""

    key: str
    label: str
    hint: str = ""
    example: str = ""
    long: bool = False
    judge: Callable[[str], str] = _anything


_ROWS = (
    Question("name", "&Name", "Stands on top of every page.", "News"),
    Question(
        "base_url",
        "Web &address",
        "Where the bundle will stand. Left empty, feeds, site map and canonical links are left out.",
        "https://news.example.org/",
        judge=_address,
    ),
    Question("language", "&Language", "The language of lists and menus.", "en", judge=_language),
    Question(
        "time_zone",
        "Time &zone",
        "The newsroom’s, for an embargo that names none. Left empty, that of this computer.",
        "Europe/London",
        judge=_time_zone,
    ),
    Question("publisher", "&Publisher", "Who answers for it; search engines show this name."),
    Question("tagline", "&Tagline", "A few words below the name."),
    Question("description", "&Description", "One or two sentences for search results.", long=True),
    Question("principles", "P&rinciples", "How the newsroom works; on the page of standards.", long=True),
    Question("ethics", "&Ethics policy", "On the page of standards too.", long=True),
    Question("policy", "C&orrections policy", "Stands on the page of corrections.", long=True),
)


def questions() -> tuple[Question, ...]:
    """One for each setting of a site, in publishing's order behind those that are known here."""
    known = {row.key for row in _ROWS}
    named = tuple(row for row in _ROWS if row.key in SETTINGS)
    return (
        *named,
        *(Question(key, key.replace("_", " ").capitalize()) for key in SETTINGS if key not in known),
    )


def troubles(answers: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by setting; empty where all will do."""
    found = {row.key: row.judge(answers.get(row.key, "").strip()) for row in questions()}
    return {key: sentence for key, sentence in found.items() if sentence}


def site_line(site: Mapping[str, str]) -> str:
    """The site's name and language, and its address below them."""
    name = f"{EITHER_WAY.format(site.get('name') or 'News')} · {site.get('language') or 'en'}"
    address = site.get("base_url", "")
    return f"{name}\n{LEFT_TO_RIGHT.format(address)}" if address else name
