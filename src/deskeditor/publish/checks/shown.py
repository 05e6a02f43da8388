"""What readers see of a story's body: words and pictures of the rendered page, however they are written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

_CODE = re.compile(r"<(pre|code)\b[^<>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<!--.*?-->", re.DOTALL)
_WITHIN_A_LINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
    )
) | frozenset(
    ("rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr")
)
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"\s(src|alt)=(?:\"([^\"]*)\"|'([^']*)')")


class ShownPicture(NamedTuple):
    """A picture of the body as the page has it."""

    address: str
    alt: str


def shown_words(html: str) -> str:
    """The words of a body as a reader reads them, blocks on lines of their own; code is left out."""
    if "<code" in html or "<pre" in html:
        html = _CODE.sub("\ue000", html)
    return unescape(_TAG.sub(_gap, html)).translate(_UNSEEN)


def shown_pictures(html: str) -> Iterator[ShownPicture]:
    """The pictures of a body, in order."""
    for found in _IMAGE.finditer(html) if "<img" in html else ():
        said = {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(found.group())}
        yield ShownPicture(said.get("src", ""), said.get("alt", ""))


def unaccounted(shown: Iterable[str], told: Iterable[str]) -> Iterator[str]:
    """What stands on the page more often than in what was found in the source."""
    rest = Counter(shown)
    rest.subtract(Counter(told))
    for words, times in rest.items():
        for _ in range(times):
            yield words


def place_of(words: str, text: str) -> tuple[int, int] | tuple[None, None]:
    """Where the source has these words, nowhere if it writes them in another way."""
    start = text.find(words) if words else -1
    return (None, None) if start < 0 else (start, start + len(words))


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[1] is None or tag[1].lower() in _WITHIN_A_LINE else "\n"
