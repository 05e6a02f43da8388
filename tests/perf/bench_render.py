"""What a keystroke costs the renderer, by the length of the text: `python -m tests.perf.bench_render`.

A keystroke at 200,000 words may cost 1.5 times one at 900. Also told: what a news article costs from nothing,
beside what it would cost if every block went the long way through Python-Markdown and the sanitiser.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from tests.perf.newsroom import Writer

from deskeditor.render.blocks import split
from deskeditor.render.letters import fit
from deskeditor.render.markdown import engine
from deskeditor.render.names import NOTHING
from deskeditor.render.pieces import in_full
from deskeditor.render.prose import MAKERS
from deskeditor.render.rendering import Rendering, block_start, render, update

_LENGTHS = (900, 10_000, 200_000)
_MOST = 1.5
_ROUNDS = 9
_KEYS = 40
_STORIES = 300
_SHARE = 0.4
"""Of the long way, at most."""
_LEXICON = """
the of and governor guard missouri state federal request troops law support duties plan would said
spokesperson pentagon enforcement officials administration council budget water report
"""
_WORDS = tuple(_LEXICON.split())

Place = Callable[[Rendering], int]


def article(words: int) -> str:
    """A newsroom text: paragraphs with a link and some emphasis, headings, quotes, lists."""
    luck = random.Random(words)
    blocks: list[str] = []
    for number in range(1, words // 70 + 1):
        if number % 8 == 0:
            blocks.append(f"## Section {number}")
        if number % 11 == 0:
            blocks.append("> " + _sentence(luck, 24))
        if number % 11 == 5:
            blocks.append("\n".join(f"- {_sentence(luck, 6)}" for _ in range(4)))
        first, second = _sentence(luck, 30), _sentence(luck, 36)
        blocks.append(f'{first} "We *wait*," she said. {second} [link](https://example.org/{number})')
    return "\n\n".join(blocks) + "\n"


def _sentence(luck: random.Random, words: int) -> str:
    return " ".join(luck.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _in_paragraph(rendering: Rendering) -> int:
    return rendering.text.index("We *wait*", len(rendering.text) // 2) + 3


def _in_heading(rendering: Rendering) -> int:
    return rendering.text.index("## Section", len(rendering.text) // 2) + 5


def _in_list(rendering: Rendering) -> int:
    return rendering.text.index("\n- ", len(rendering.text) // 3) + 6


def _at_the_end(rendering: Rendering) -> int:
    return block_start(rendering, len(rendering.blocks)) - 1


_PLACES: tuple[tuple[str, Place], ...] = (
    ("in a paragraph", _in_paragraph),
    ("in a list", _in_list),
    ("in a heading", _in_heading),
    ("at the end", _at_the_end),
)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def keystrokes(rendering: Rendering, place: Place, salt: int) -> float:
    """The median of a burst of typing, each letter another text."""
    luck, start = random.Random(salt), place(rendering)
    times = []
    for offset in range(_KEYS):
        letter = luck.choice("abcdefghijklmnopqrst ")
        begin = time.thread_time()
        rendering, _ = update(rendering, start + offset, 0, letter)
        times.append(time.thread_time() - begin)
    return statistics.median(times)


def straight(texts: Sequence[str]) -> None:
    """Each text rendered once."""
    for text in texts:
        render(text)


def the_long_way(texts: Sequence[str]) -> None:
    """Every block by Python-Markdown and the sanitiser, without the page around them."""
    for block in (block for text in texts for block in split(text) if block.kind in MAKERS):
        in_full(block.kind, fit(block.source.rstrip("\n")), engine("en"), NOTHING)


def from_nothing() -> bool:
    """Prints what a news article costs that was never rendered; whether that is too much."""
    writer = Writer()
    stories = [writer.story(number) for number in range(_STORIES)]
    words = sum(len(story.split()) for story in stories) // _STORIES
    render(stories[0])
    short, full = (
        seconds(partial(way, stories[1:])) * 1000 / (_STORIES - 1) for way in (straight, the_long_way)
    )
    print(f"news article of {words} words from nothing: {short:.2f} ms, blocks the long way {full:.2f} ms")
    print(f"share {short / full:.2f} (at most {_SHARE})")
    return short / full > _SHARE


def main() -> int:
    """Prints the table; 1 where a keystroke grows with the text or an article takes too long."""
    failed = from_nothing()
    texts = {words: article(words) for words in _LENGTHS}
    for words, text in texts.items():
        cutting = min(seconds(partial(split, text)) for _ in range(5)) * 1000
        whole = seconds(partial(render, text)) * 1000
        print(f"{words:>8,} words: split {cutting:7.2f} ms, first rendering {whole:8.1f} ms")
    renderings = {words: render(text) for words, text in texts.items()}
    for name, place in _PLACES:
        rounds: dict[int, list[float]] = {words: [] for words in _LENGTHS}
        for salt in range(_ROUNDS):
            for words in _LENGTHS:
                rounds[words].append(keystrokes(renderings[words], place, salt * 1000 + words))
        best = {words: min(found) * 1000 for words, found in rounds.items()}
        growth = best[_LENGTHS[-1]] / best[_LENGTHS[0]]
        failed |= growth > _MOST
        shown = "  ".join(f"{words:,}: {best[words]:.3f} ms" for words in _LENGTHS)
        print(f"keystroke {name:<15} {shown}  growth {growth:.2f} (at most {_MOST})")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
