"""Search as one types over 100,000 articles: how long until the first rows are there.

python -m tests.perf.bench_search [ARTICLES]
"""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.perf.newsroom import build, vocabulary

from deskeditor.library.records import Mode
from deskeditor.library.store import Library

BUDGET_MS = 50
_SHOWN = 50
_CACHE = Path(__file__).parents[2] / "build" / "perf"


@dataclass(frozen=True)
class Times:
    """Milliseconds of a kind of query, ascending: on the clock, and of the processor alone."""

    clock: list[float]
    processor: list[float]


def measured(search: Callable[[str], object], queries: Iterable[str]) -> Times:
    """How long each query takes; on a busy machine only the processor's time tells of the search."""
    clock, processor = [], []
    for query in queries:
        begun, used = time.perf_counter(), time.process_time()
        search(query)
        processor.append((time.process_time() - used) * 1000)
        clock.append((time.perf_counter() - begun) * 1000)
    return Times(sorted(clock), sorted(processor))


def at(times: list[float], share: float) -> float:
    """The time that this share of the queries keeps within."""
    return times[min(len(times) - 1, int(len(times) * share))]


def queries() -> dict[str, list[str]]:
    """What people type: whole words, beginnings, one letter after the other, several words."""
    random, words = Random(5), vocabulary()
    common, middling, rare = words[:150], words[500:3000], words[10_000:40_000]
    some_common, some_middling, some_rare = (random.sample(of, 100) for of in (common, middling, rare))
    typed = [*some_common[:30], *some_middling[:30], *some_rare[:30]]
    pairs = [f"{random.choice(common)} {random.choice(middling)}" for _ in range(40)]
    triples = [f"{random.choice(common)} {random.choice(common)} {word}" for word in some_middling[:40]]
    return {
        "common word": some_common,
        "middling word": some_middling,
        "rare word": some_rare,
        "prefix of a common word": [word[:n] for word in some_common for n in range(2, len(word))],
        "one letter": list("abcdefghijklmnopqrstuvwxyz0123456789é日"),
        "typed letter by letter": [word[:n] for word in typed for n in range(1, len(word) + 1)],
        "two words, second typed": [
            pair[:n] for pair in pairs for n in range(pair.index(" ") + 2, len(pair) + 1)
        ],
        "three words, third begun": [
            triple[: triple.rindex(" ") + 1 + n] for triple in triples for n in (1, 2, 3, 4)
        ],
        "found nowhere": ["zzz", "qqq xxx", "the zzz", "zzz the"],
    }


def main(count: int) -> int:
    """Print p50, p95 and the worst of each kind; 1 where the newest hits miss the budget."""
    path = build(_CACHE / f"news-{count}.desk", count)
    kept = True
    with Library.open(path, Mode.READ) as library:
        print(f"{count:,} articles, {path.stat().st_size / 1e6:,.0f} MB; ms to {_SHOWN} rows with snippet")
        print(f"{'':26}{'newest p50':>11}{'p95':>8}{'cpu p95':>9}{'worst':>8}{'ranked p50':>12}{'p95':>8}")
        for kind, asked in queries().items():
            newest = measured(lambda text: library.search(text, _SHOWN), asked)
            best = measured(lambda text: library.search_ranked(text, _SHOWN), asked[:120]).clock
            kept = kept and at(newest.clock, 0.95) <= BUDGET_MS
            figures = (
                f"{at(newest.clock, 0.5):11.2f}{at(newest.clock, 0.95):8.2f}{at(newest.processor, 0.95):9.2f}"
            )
            print(f"{kind:26}{figures}{newest.clock[-1]:8.2f}{at(best, 0.5):12.2f}{at(best, 0.95):8.2f}")
    print("budget held" if kept else f"over the budget of {BUDGET_MS} ms")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
