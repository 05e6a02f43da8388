"""Whether a line says that the story may not leave yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from deskeditor.intake.records import Restriction
from deskeditor.intake.restrictions.folding import folded_words
from deskeditor.intake.restrictions.moments import when_of
from deskeditor.intake.restrictions.wording import (
    FREE,
    LEADS,
    MARKED_ALONE,
    STATED,
    WORDINGS,
    Force,
    Wording,
)
from deskeditor.intake.shapes import weight

_LONGEST = 420
_MOST_WORDS = 40
_NEAR, _STOPS = 200, 6
_STOP = re.compile(r"(?<=[.!?:;)\]»”\"])\s+|\s(?=[\[(*])")
_AT_THE_END = re.compile(
    r"^(?P<tail>.*[\d\w.])[\s,;:(\[*-]+(?:strictly\s+|under\s+|unter\s+|sous\s+)?"
    r"(?:embargo(?:ed)?|sperrfrist|ambargolu|embargado)[\s)\]*!.]*$"
)
_BRACKETS = re.compile(r"[(\[【](?P<inner>[^()\[\]【】]{4,200})[)\]】]")
_PREFIX = re.compile(
    r"^[\s*\[(]*(?:(?:strictly|under|sous|bajo|sob|sotto|onder|unter)\s+)?"
    r"(?:embargo(?:ed)?|sperrfrist|embargad[oa]|on hold|hold|эмбарго|ambargo)(?P<until>[^:|]{0,70}?)"
    r"[\s*\])]*(?:[:|]|\s[-–—])[\s*]*(?=\S)",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!])\s+(?=[^\W\d_])|(?<=\d[.!])\s+(?=[A-ZÀ-ÞА-Я])")


class Sort(Enum):
    """What a line is: a restriction, one among other words, or the word that the story is free."""

    LINE = "line"
    AMONG = "among"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Found:
    """What a line is, and the restriction; None where it says that there is none."""

    sort: Sort
    restriction: Restriction | None


def restriction_of(line: str) -> Found | None:
    """What the line says of when the story may leave; None for a line of the story."""
    words = " ".join(line.split())
    return (_of_line(words) if 0 < len(words) <= _LONGEST else None) or _at_an_end(words)


def _of_line(words: str) -> Found | None:
    text = folded_words(words)
    if FREE.fullmatch(text):
        return Found(Sort.FREE, None)
    lead = LEADS.match(text)
    start = lead.end() if lead else 0
    for wording in WORDINGS:
        if found := _said(wording, words, text, start):
            return found
    if MARKED_ALONE.match(words):
        return _line(words, text[start:])
    return _at_the_end(words, text)


def _at_an_end(words: str) -> Found | None:
    """A paragraph that begins or ends with a restriction; its words may be the story's, so they stay."""
    for end in dict.fromkeys(_ends(words)):
        found = _of_line(end) if 0 < len(end) <= _LONGEST else None
        if found is not None and found.restriction is not None:
            return Found(Sort.AMONG, replace(found.restriction, certain=False))
    return None


def _ends(words: str) -> Iterator[str]:
    """Its first words in capitals, its first sentence, what its first and last stops part from the rest."""
    yield " ".join(takewhile(lambda word: word.upper() == word, words.split(" ")))
    first = _SENTENCE.split(words, maxsplit=1)[0]
    yield first if len(first) <= _LONGEST else first[:_LONGEST].rpartition(" ")[0]
    for stop in [*_STOP.finditer(words[:_NEAR])][:_STOPS]:
        if words[stop.start() - 1] not in ":;":
            yield words[: stop.start()]
    last = words[-_NEAR:]
    for stop in [*_STOP.finditer(last)][-_STOPS:]:
        yield last[stop.end() :]


def is_restriction(line: str) -> bool:
    """Whether the line is nothing but a restriction, or that there is none."""
    found = restriction_of(line)
    return found is not None and found.sort is not Sort.AMONG


def stated_in(text: str) -> Restriction | None:
    """The restriction that is named anywhere in text which is not the story's."""
    words = " ".join(text.split())
    found = STATED.search(folded_words(words))
    if found is None:
        return None
    folded = folded_words(words)
    said = folded[found.start() : found.start() + 160]
    return Restriction(_beginning_at(words, folded, found.start()), said, certain=False)


def cut_off(text: str) -> tuple[str, Restriction | None]:
    """A headline without the restriction before it, behind it or in brackets, and that restriction."""
    for inner in _BRACKETS.finditer(text):
        found = restriction_of(inner["inner"])
        if found is not None and found.restriction is not None and found.sort is Sort.LINE:
            rest = " ".join(f"{text[: inner.start()]} {text[inner.end() :]}".split())
            if rest:
                return rest, found.restriction
    prefix = _PREFIX.match(text)
    if prefix is None:
        return text, None
    sure = _shouted(prefix[0]) or (bool(prefix["until"].strip()) and when_of(prefix["until"], "").alone)
    lonely = not prefix["until"].strip() and not prefix[0].strip(" *[(").lower().startswith(
        ("hold", "on hold")
    )
    if not (sure or lonely):
        return text, None
    words = prefix[0].strip(" :|*-–—")
    return text[prefix.end() :], Restriction(words, prefix["until"])


def _said(wording: Wording, words: str, text: str, start: int) -> Found | None:
    match = wording.pattern.match(text, start)
    if match is None and wording.pattern.groupindex:
        match = wording.pattern.match(text)
    if match is None:
        return None
    tail = match["tail"] if "tail" in match.groupdict() else text[match.end() :]
    when = when_of(tail, "", day_first=wording.day_first)
    if wording.force is Force.ALONE or (when.plain and (when.timed or wording.force is Force.SURE)):
        return _line(words, tail, day_first=wording.day_first)
    if wording.force is Force.TIMED:
        return None
    return _among(words, text, match, wording)


def _among(words: str, text: str, match: re.Match[str], wording: Wording) -> Found:
    """Other words follow: a whole line is a restriction still where it is written as one."""
    tail = text[match.end() :]
    short = weight(words) <= _MOST_WORDS
    headed = tail.lstrip().startswith((":", "-", "!")) or match[0].rstrip().endswith((":", "-", "!"))
    if short and ("tail" in match.groupdict() or headed or _shouted(words)):
        return _line(words, tail, day_first=wording.day_first)
    first = _SENTENCE.split(words, maxsplit=1)[0]
    said = first if len(first) <= 200 else first[:199] + "…"
    return Found(Sort.AMONG, Restriction(said, tail, wording.day_first, certain=False))


def _line(words: str, tail: str, *, day_first: bool = False) -> Found:
    return Found(Sort.LINE, Restriction(words, tail, day_first))


def _at_the_end(words: str, text: str) -> Found | None:
    """“5 May 2026, 6 a.m. ET – EMBARGO”."""
    found = _AT_THE_END.match(text)
    if found is None or not when_of(found["tail"], "").alone:
        return None
    return _line(words, found["tail"])


def _shouted(words: str) -> bool:
    """Whether the first words are in capitals, as notices are."""
    letters = [letter for letter in words[:24] if letter.isalpha()]
    cased = [letter for letter in letters if letter.isupper() or letter.islower()]
    return len(cased) >= 4 and sum(map(str.isupper, cased)) * 10 >= len(cased) * 9


def _beginning_at(words: str, folded: str, at: int) -> str:
    """About the same place of the text as it was written: nothing but the words are shown."""
    place = min(len(words) - 1, round(at * len(words) / max(1, len(folded))))
    start = words.rfind(" ", 0, max(0, place - 3)) + 1
    said = words[start : start + 120]
    return said if start + 120 >= len(words) else said.rpartition(" ")[0] + "…"
