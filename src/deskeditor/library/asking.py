"""What somebody typed into the search field, as a question that the index understands whatever it was."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_MOST_WORDS = 16
_LONGEST_WORD = 64
_INDEXED = (2, 3)  # the beginnings of words that the index holds ready, by their length
_TOKEN = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ACCENTS = re.compile("[\u0300-\u0331]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in two forms.

    `match` is all of it. For most beginnings of words the index would have to put together what it holds of
    every word that begins so. Where that can be avoided, `near` asks for less, is answered along the index
    ("" is answered by every article), and `last` tells which of the answers are hits.
    """

    match: str
    near: str | None
    last: re.Pattern[str] | None
    words: tuple[re.Pattern[str], ...]
    letter: bool
    """Whether the last word is a single letter so far, which begins too much to be ranked."""


def ask(text: str) -> Asked | None:
    """None where no letter and no digit was typed."""
    words = [word[:_LONGEST_WORD] for word in _plain(text).split() if _TOKEN.search(word[:_LONGEST_WORD])]
    words = words[:_MOST_WORDS]
    if not words:
        return None
    quoted = [_quoted(word) for word in words]
    tokens = [_TOKEN.findall(fold(word)) for word in words]
    patterns = [re.compile(_pattern(some, prefix=some is tokens[-1])) for some in tokens]
    nearer = _nearer(words[-1])
    near = None if nearer is None else " ".join([*quoted[:-1], *nearer])
    return Asked(
        match=" ".join(quoted) + " *",
        near=near,
        last=None if near is None else patterns[-1],
        words=tuple(sorted(patterns, key=lambda pattern: -len(pattern.pattern))),
        letter=len(tokens[-1][-1]) == 1,
    )


def _nearer(word: str) -> list[str] | None:
    """The word cut to what the index holds ready, or nothing; None where it need not or cannot be cut."""
    *_, begun = _TOKEN.finditer(word)
    length = len(begun.group())
    if length in _INDEXED or not all(c.isascii() or c.isalnum() for c in word):
        return None
    if length > 1:
        return [_quoted(word[: begun.start() + _INDEXED[-1]]) + " *"]
    return [_quoted(word[: begun.start()])] if _TOKEN.search(word[: begun.start()]) else []


def fold(text: str) -> str:
    """Lower case and without accents, letter for letter, so that places in it are places in the text."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(lambda c: _folded(c.group()), text).lower()


def fold_for_finding(text: str) -> str:
    """The same where places do not matter: accents that stand for themselves go too, as the index has it."""
    return text.lower() if text.isascii() else fold(_ACCENTS.sub("", text))


@cache
def _folded(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\0", " ").encode(errors="replace").decode())


def _quoted(word: str) -> str:
    return f'"{word.replace(chr(34), chr(34) * 2)}"'


def _pattern(tokens: list[str], *, prefix: bool) -> str:
    # What must not stand before comes behind the first word: a pattern that begins with letters is fast.
    first, *rest = (re.escape(token) for token in tokens)
    middle = "".join(rf"[\W_]+{token}" for token in rest)
    return rf"{first}(?<![^\W_]{first}){middle}" + ("" if prefix else r"(?![^\W_])")
