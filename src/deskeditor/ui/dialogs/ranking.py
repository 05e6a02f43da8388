"""Which of many names is meant by a few letters."""

from collections.abc import Sequence

_ALIKE = 72
_CLOSE = 0.5


def match(query: str, name: str) -> float:
    """How well the letters of `query` are found in `name`, in their order; 0 where they are not.

    Whole beginnings of words count most, letters that stand together more than scattered ones.
    """
    wanted, text = query.casefold().split(), name.casefold()
    if not wanted:
        return 1.0
    scores = [_word(part, text) for part in wanted]
    return sum(scores) / len(scores) if all(scores) else 0.0


def ranked(query: str, names: Sequence[str], recent: Sequence[str] = ()) -> list[int]:
    """The places of the names that fit, best first; what was used last comes first among equals."""
    scores = [match(query, name) for name in names]
    if query.strip() and not any(scores):
        scores = _alike(query, names)
    age = {name: place for place, name in reversed(list(enumerate(recent)))}
    found = [place for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda place: (-scores[place], age.get(names[place], len(age)), place))


def _word(part: str, text: str) -> float:
    place = text.find(part)
    if place == 0:
        return 4.0
    if f" {part}" in text:
        return 3.0
    if place > 0:
        return 2.0
    initials = "".join(word[0] for word in text.split())
    if part in initials:
        return 2.5
    return _scattered(part, text)


def _scattered(part: str, text: str) -> float:
    place, first = -1, -1
    for letter in part:
        place = text.find(letter, place + 1)
        if place < 0:
            return 0.0
        first = place if first < 0 else first
    closeness = len(part) / (place - first + 1)
    return closeness if closeness >= _CLOSE else 0.0


def _alike(query: str, names: Sequence[str]) -> list[float]:
    """For slips of the finger, only where no name has the letters."""
    from rapidfuzz import fuzz

    alike = [fuzz.partial_ratio(query.casefold(), name.casefold()) for name in names]
    return [score / 100 if score >= _ALIKE else 0.0 for score in alike]
