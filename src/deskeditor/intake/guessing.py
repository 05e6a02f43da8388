"""Which encoding a text without a declaration is in, by how plausible its letters are in each."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_SAMPLE = 20_000
_LEAST = 0.6
OF_EAST_ASIA = frozenset(("cp932", "euc_jp", "gb18030", "big5", "euc_kr"))
"""Codecs of two bytes a sign: what is plausible in one of them is no chance."""
_FREQUENT_HAN = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么"
    "這來國個說們為時會著過對裡後麼市長表示日月周報年元港區政府新聞關閉於與將"
)


@dataclass(frozen=True, slots=True)
class _Guess:
    codec: str
    name: str
    plausible: Callable[[str], float]


def guessed(data: bytes) -> tuple[str, str]:
    """The codec of `data` and its name for people; two empty texts where none is plausible."""
    sample = data[:_SAMPLE]
    found: list[tuple[float, int, _Guess]] = []
    for at, guess in enumerate(_GUESSES):
        text = _read(sample, guess.codec)
        if text is not None:
            found.append((guess.plausible(text), -at, guess))
    best = max(found, default=None, key=lambda one: one[:2])
    if best is None or best[0] < _LEAST:
        return "", ""
    return best[2].codec, best[2].name


def _read(sample: bytes, codec: str) -> str | None:
    """The sample in the codec, without a character that was cut at its end; None where it is none."""
    for cut in range(4 if len(sample) == _SAMPLE else 1):
        try:
            return sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _foreign(text: str) -> list[str]:
    return [letter for letter in text if letter > "\x7f"]


def _share(text: str, first: str, last: str) -> float:
    """The part of all letters beyond ASCII that lies in a range."""
    foreign = _foreign(text)
    return sum(first <= letter <= last for letter in foreign) / max(1, len(foreign))


def _japanese(text: str) -> float:
    """Kana stand in every sentence; ideographs and full signs do the rest."""
    kana = _share(text, "\u3041", "\u30ff")
    return min(1.0, 0.5 + kana) * _wide(text) if kana > 0.15 else 0.0


def _chinese(text: str) -> float:
    han = [letter for letter in text if "\u4e00" <= letter <= "\u9fff"]
    frequent = sum(letter in _FREQUENT_HAN for letter in han) / max(1, len(han))
    return min(1.0, 0.6 + 2 * frequent) * _wide(text) if frequent > 0.08 else 0.0


def _wide(text: str) -> float:
    """The part of all foreign signs that stands in texts of East Asia."""
    foreign = _foreign(text)
    good = sum(
        "\u3000" <= sign <= "\u9fff" or "\uff01" <= sign <= "\uff5e" or sign in "“”‘’—…·" for sign in foreign
    )
    return good / max(1, len(foreign))


def _korean(text: str) -> float:
    return _share(text, "\uac00", "\ud7a3")


def _cyrillic(text: str) -> float:
    """Small letters in the midst of words, the frequent ones above all; another codec turns case around."""
    letters = [letter for letter in _foreign(text) if "\u0400" <= letter <= "\u04ff"]
    if len(letters) * 10 < len(_foreign(text)) * 8:
        return 0.0
    small = sum(letter.islower() for letter in letters) / len(letters)
    frequent = sum(letter in "оеаинтсрвлОЕАИНТСРВЛ" for letter in letters) / len(letters)
    known = sum("А" <= letter <= "я" or letter in "ёЁіїєґўІЇЄҐЎ" for letter in letters) / len(letters)
    return small * known * min(1.0, 1.6 * frequent)


def _alphabet(first: str, last: str, frequent: str) -> Callable[[str], float]:
    """Letters of one alphabet, of which the frequent ones make up half of every text."""

    def plausible(text: str) -> float:
        foreign = _foreign(text)
        usual = sum(letter in frequent for letter in foreign) / max(1, len(foreign))
        return _share(text, first, last) * min(1.0, 2 * usual)

    return plausible


def _greek(text: str) -> float:
    """As other alphabets; of its vowels one in each word has an accent, which nobody else's bytes give."""
    accents = _share(text, "\u03ac", "\u03af") + sum(letter in "όύώ" for letter in text) / max(
        1, len(_foreign(text))
    )
    return _alphabet("\u0386", "\u03ce", "αεοιτνσςυρκπη")(text) if accents > 0.05 else 0.0


def _western(text: str) -> float:
    """Letters of words and signs between them, each where it belongs."""
    if 3 * len(_foreign(text)) > len(text):
        return 0.0
    points = count = 0.0
    for at, sign in enumerate(text):
        if sign <= "\x7f":
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        count += 1
        points += _fitting(sign, before, after)
    return max(0.0, points / max(1.0, count)) if count else 1.0


def _fitting(sign: str, before: str, after: str) -> float:
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Co"):
        return -1.0
    inside = before.isalpha() and after.isalpha()
    if kind == "Ll":
        return 1.0 if (before.isalpha() or after.islower()) and sign in _USUAL else 0.2
    if kind == "Lu":
        return 0.9 if not before.isalpha() and after.isalpha() and sign in _USUAL else -0.6
    if sign in "–—…·•€£§©®™°«»„“”‘’‚ ¿¡\xa0":
        return -0.5 if inside and sign not in "’–—·" else 0.9
    return -0.5 if inside else 0.1


_USUAL = frozenset("äöüßÄÖÜéèêëàâáåæçíîïìñóòôøœúùûýÿãõÉÈÊÀÁÂÅÆÇÍÎÑÓÔØŒÚÃÕŠšŽž")

_GUESSES = (
    _Guess("cp1252", "Windows-1252", lambda text: _western(text) + 0.1),
    _Guess("mac_roman", "Mac Roman", _western),
    _Guess("cp850", "DOS (code page 850)", _western),
    _Guess("cp932", "Shift JIS", _japanese),
    _Guess("euc_jp", "EUC-JP", _japanese),
    _Guess("gb18030", "GB 18030", _chinese),
    _Guess("big5", "Big5", _chinese),
    _Guess("euc_kr", "EUC-KR", _korean),
    _Guess("cp1251", "Windows-1251", lambda text: _cyrillic(text) * 1.05),
    _Guess("koi8_u", "KOI8", _cyrillic),
    _Guess("cp866", "DOS (code page 866)", _cyrillic),
    _Guess("mac_cyrillic", "Mac Cyrillic", _cyrillic),
    _Guess("iso8859_5", "ISO 8859-5", _cyrillic),
    _Guess("cp1253", "Windows-1253", _greek),
    _Guess("cp1255", "Windows-1255", _alphabet("\u05d0", "\u05ea", "יוהלאתמרשבנ")),
    _Guess("cp1256", "Windows-1256", _alphabet("\u0621", "\u06d5", "الينمرتوبعسد")),
)
