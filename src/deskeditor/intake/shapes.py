"""What a line looks like: a headline, a sentence of prose, a teaser that breaks off."""

import re

_BREAKS_OFF = re.compile(
    r"(?:\.\.\.|…|\[\s?(?:\.\.\.|…)\s?\])(?:\s*(?:read|continue|learn|see)\s(?:more|reading))?\s*[»→>]*$",
    re.I,
)
_ENDS = re.compile(r"[.!?。！？؟۔:;…][\s”“\"’'»)\]\u200f]*$|[”\"»][\s)]*$")
_INNER_END = re.compile(r"(?P<word>[^\s.!?。！？]*)[.!?。！？]+[”\"’')]*\s+[“\"‘'(]*[A-Z0-9À-Þ]")
_ABBREVIATIONS = frozenset(
    [
        "st",
        "ste",
        "mr",
        "ms",
        "mrs",
        "dr",
        "no",
        "mo",
        "vs",
        "jr",
        "sr",
        "gov",
        "sen",
        "rep",
        "gen",
        "lt",
        "col",
        "sgt",
        "rev",
        "ft",
        "mt",
        "kan",
        "ill",
        "wash",
        "calif",
        "tex",
        "fla",
    ]
)
_WIDE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def weight(text: str) -> int:
    """Words; of scripts without spaces between words, every two signs count as one."""
    return len(text.split()) + len(_WIDE.findall(text)) // 2


def breaks_off(text: str) -> bool:
    """Whether the text was cut, as teasers of other stories are."""
    return _BREAKS_OFF.search(text.rstrip()) is not None


def is_prose(text: str) -> bool:
    """Whether the text reads as a sentence or more, as the paragraphs of a story do."""
    words = weight(text)
    return words >= 25 or (words >= 5 and _ENDS.search(text) is not None)


def is_headline(text: str) -> bool:
    """Whether the text could stand above a story: short, and one sentence at most."""
    words = weight(text)
    if not words or words > 32 or len(text) > 260 or breaks_off(text):
        return False
    if text.rstrip().endswith((".", "。")) and words > 16:
        return False
    return not any(_ends_a_sentence(found) for found in _INNER_END.finditer(text))


def _ends_a_sentence(found: re.Match[str]) -> bool:
    word = found["word"]
    return len(word) > 1 and word.casefold() not in _ABBREVIATIONS


def is_title(text: str) -> bool:
    """A headline that no sentence of a story looks like: not closed by a full stop."""
    return is_headline(text) and weight(text) >= 3 and not text.rstrip().endswith((".", ":", ";", ",", "。"))


def folded(text: str) -> str:
    """The text without the differences that do not make another headline: case, spaces, quotes, dashes."""
    text = re.sub(r"[“”„«»\"]", '"', re.sub(r"[‘’ʼ`]", "'", text))
    return re.sub(r"\s+", " ", re.sub(r"[‐-―]", "-", text)).strip().casefold()
