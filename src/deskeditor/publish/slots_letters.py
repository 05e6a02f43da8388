"""Where a text may be cut: between letters as readers see them, between words, at the end of a line."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_OPEN = "(\\[{«‹“‘（［｛〔〈《「『【〖〝"
_CLOSE = (
    ")\\]}»›”’!?,.:;…）］｝〕〉》」』】〗〟、。，．！？：；・ー～々ぁぃぅぇぉっゃゅょゎ"
    "ァィゥェォッャュョヮヵヶ"
)
_SPACE = " \t\n\r\f\v\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
_GLUE = "\u00a0\u2007\u202f\u2060\ufeff"
# Scripts that are written without spaces; Thai, Lao, Burmese and Khmer would need a dictionary and are cut
# between any two letters.
_WIDE = "\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003134f"
_DENSE = f"{_WIDE}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(
    f"(?<=[{_SPACE}])(?=[^{_SPACE}])"
    f"|(?<=\\w[–—])(?=\\w)"
    f"|(?<=[{_DENSE}])(?<![{_OPEN}])(?=[^{_SPACE}{_GLUE}{_CLOSE}])"
    f"|(?<=[^{_SPACE}{_GLUE}{_OPEN}])(?=[{_DENSE}])(?![{_CLOSE}])"
)
_LINE = re.compile(
    f"{_WORD.pattern}|(?<=\\w[-\u2010])(?=[^\\W\\d])|(?<=\u00ad)(?=\\w)|(?<=[가-힣])(?=[가-힣])"
)
_UNSEEN = re.compile("[\u00ad\u200b]")
SOFT_HYPHEN = "\u00ad"


def letters(text: str) -> Sequence[int]:
    """Where each letter as a reader sees it begins, and at last the end; a mark belongs to its letter."""
    if text.isascii():
        return range(len(text) + 1)
    begins = [0] if text else []
    flags = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        flags = flags + 1 if _is_flag(before) else 0
        if not _joined(before, after) and not (flags % 2 and _is_flag(after)):
            begins.append(place)
    return [*begins, len(text)]


def word_begins(text: str) -> tuple[int, ...]:
    """Where words begin, without the first; what no-break spaces tie together is one word."""
    return _cuts(_WORD, text)


def line_breaks(text: str) -> tuple[int, ...]:
    """Where a line may end: before a word, behind a hyphen, at a soft hyphen."""
    return _cuts(_LINE, text)


def drawn(line: str) -> str:
    """The line as it is set: without the space at its end, with a hyphen only where a soft one ends it."""
    shown = line.rstrip()
    letters = bare(shown)
    return letters + "-" if letters and shown.endswith(SOFT_HYPHEN) else letters


def divided(text: str, place: int) -> bool:
    """Whether a word of a script that knows hyphens is cut in two there."""
    before = place - 1
    while before > 0 and unicodedata.combining(text[before]):
        before -= 1
    return 0 < place < len(text) and _cased(text[before]) and _cased(text[place])


def bare(text: str) -> str:
    """The text without what is there for the end of a line alone."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def word_at(text: str, place: int) -> str:
    """The word that begins at a place, without the signs around it."""
    end = next((begin for begin in word_begins(text) if begin > place), len(text))
    word = drawn(text[place:end]).strip()
    return word.strip("\"'“”‘’«»‹›„‚.,:;!?…()[]–—-") or word


def _cuts(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    found: Iterable[int] = (match.start() for match in pattern.finditer(text))
    if not text.isascii():
        whole = frozenset(letters(text))
        found = (place for place in found if place in whole)
    return tuple(found)


def _cased(sign: str) -> bool:
    return sign.islower() or sign.isupper()


def _joined(before: str, after: str) -> bool:
    """Whether two characters are parts of one letter (the rules of Unicode's text segmentation, in short)."""
    if after < "\u0300":
        return before == "\r" and after == "\n"
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or after in "\u200c\u200d":
        return before not in "\r\n"
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    if before == "\u200d":
        return unicodedata.category(after) == "So"
    return _hangul(before, after)


def _hangul(before: str, after: str) -> bool:
    if "\u1160" <= after <= "\u11ff":
        return "\u1100" <= before <= "\u11ff" or "가" <= before <= "힣"
    return "\u1100" <= after <= "\u115f" and "\u1100" <= before <= "\u115f"


def _is_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
