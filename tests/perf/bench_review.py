"""How long a comparison takes: `python -m tests.perf.bench_review`."""

import random
import time
from collections.abc import Callable, Iterator

from deskeditor.document.model import Document
from deskeditor.review import compare

_ROOT_WORDS = """
governor council court water school bridge budget report border protest clinic harvest storm election
tenant mayor union river highway pension hospital market charter ballot permit station factory
"""
_ROOTS = tuple(_ROOT_WORDS.split())
_ENDINGS = ("", "s", "ed", "ing", "er", "ment", "ship", "less", "ward", "hood")
_SMALL = ("the", "of", "a", "to", "and", "in", "for", "on", "with", "by", "at", "from", "after", "before")

Drafts = tuple[str, str]


def _sentence(luck: random.Random) -> str:
    words = [
        luck.choice(_SMALL) if luck.random() < 0.4 else luck.choice(_ROOTS) + luck.choice(_ENDINGS)
        for _ in range(luck.randint(12, 22))
    ]
    return " ".join(words).capitalize() + "."


def _article(luck: random.Random, words: int) -> list[str]:
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraphs.append(" ".join(_sentence(luck) for _ in range(luck.randint(2, 5))))
        count += paragraphs[-1].count(" ") + 1
    return paragraphs


def _typical(words: int) -> Drafts:
    """A round of editing: one paragraph in eight touched, some out, some in, some moved."""
    luck = random.Random(words)
    before = _article(luck, words)
    after = [_touched(luck, block) if luck.random() < 0.12 else block for block in before]
    for _ in range(len(after) // 40):
        after.insert(luck.randrange(len(after)), after.pop(luck.randrange(len(after))))
        after.insert(luck.randrange(len(after)), _sentence(luck))
        after.pop(luck.randrange(len(after)))
    return "\n\n".join(before), "\n\n".join(after)


def _touched(luck: random.Random, block: str) -> str:
    words = block.split(" ")
    for _ in range(luck.randint(1, 4)):
        words[luck.randrange(len(words))] = luck.choice(_ROOTS)
    return " ".join(words)


def _every_paragraph(words: int) -> Drafts:
    luck = random.Random(words)
    before = _article(luck, words)
    return "\n\n".join(before), "\n\n".join(_touched(luck, block) for block in before)


def _different(words: int) -> Drafts:
    return "\n\n".join(_article(random.Random(1), words)), "\n\n".join(_article(random.Random(2), words))


def _same_sentence(words: int) -> Drafts:
    sentence = "The council met again on the water question and put it off. "
    paragraphs = [sentence * 4 for _ in range(words // 48)]
    changed = [
        block.replace("water", f"road {n}") if n % 7 == 3 else block for n, block in enumerate(paragraphs)
    ]
    return "\n\n".join(paragraphs), "\n\n".join(changed[5:] + changed[:3])


def _all_alike(words: int) -> Drafts:
    """The same paragraph throughout, each with one number of its own, all numbers changed."""
    block = "The council met again on the water question, item {}, and put it off until the next meeting."
    before = [block.format(n) for n in range(words // 17)]
    return "\n\n".join(before), "\n\n".join(block.format(n * 7 + 100_000) for n in range(words // 17))


def _giant(words: int) -> Drafts:
    before, after = _typical(words)
    return before.replace("\n\n", " "), after.replace("\n\n", " ")


def _giant_repetitive(words: int) -> Drafts:
    text = "on and on " * (words // 3)
    return text, text[:3000] + "off and " + text[3000:-2000] + "no more"


def _giant_different(words: int) -> Drafts:
    before, after = _different(words)
    return before.replace("\n\n", " "), after.replace("\n\n", " ")


_ROWS: tuple[tuple[str, Callable[[int], Drafts], tuple[int, ...]], ...] = (
    ("typical round of editing", _typical, (10_000, 50_000, 200_000)),
    ("a word in every paragraph", _every_paragraph, (10_000, 50_000, 200_000)),
    ("nothing in common", _different, (10_000, 50_000, 200_000)),
    ("one sentence over and over", _same_sentence, (10_000, 50_000, 200_000)),
    ("one paragraph over and over, numbered", _all_alike, (10_000, 50_000, 200_000)),
    ("one giant paragraph, edited", _giant, (10_000, 50_000, 200_000)),
    ("one giant paragraph, repetitive", _giant_repetitive, (10_000, 50_000, 200_000)),
    ("one giant paragraph, nothing in common", _giant_different, (10_000, 50_000, 200_000)),
)


def milliseconds(drafts: Drafts, rounds: int = 3) -> float:
    """Processor time, the best of some rounds: what it costs on a machine that has other work too."""
    a, b = Document(drafts[0]), Document(drafts[1])
    best = float("inf")
    for _ in range(rounds):
        start = time.thread_time()
        compare(a, b)
        best = min(best, time.thread_time() - start)
    return best * 1000


def report() -> Iterator[str]:
    """One line a measurement."""
    for title, make, sizes in _ROWS:
        for words in sizes:
            yield f"{title:40} {words:>8,} words {milliseconds(make(words)):>9.1f} ms"


if __name__ == "__main__":
    for line in report():
        print(line, flush=True)
