"""What an export costs beside static site generators, on the same articles.

    python -m tests.perf.bench_export 1000 10000 20000      the table of each size; 1,000 where none is named
    python -m tests.perf.bench_export 50000 --alone         ours alone
    python -m tests.perf.bench_export --tidy                delete what runs have put away, then stop

Every figure is a command of its own, from its start to its end. The contenders take turns, and medians are
told: seconds, processor seconds, MB of the largest process and of all together, and the seconds as a share of
Hugo's. Articles and peers are those of the folder that EXPORT_BENCH names, set up by its setup.sh.
"""

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.perf.contenders import PLACE, Ours, Peer, peers
from tests.perf.corpus import FOLDER, part
from tests.perf.timing import Taken

_HUGO = {"cold": "hugo from nothing", "edit": "hugo one edit", "none": "hugo nothing changed"}
_RESIDENT = "hugo resident, one edit"


@dataclass(frozen=True, slots=True)
class Lap:
    """One thing that is measured, after what is not counted, and whose seconds it is held to."""

    name: str
    against: str
    before: Callable[[], None]
    run: Callable[[], Taken]


def nothing() -> None:
    """Nothing goes before."""


def laps_of_ours(ours: Ours) -> list[Lap]:
    """What is measured of ours, each in the state that the one before has left."""
    cold, edit, none = _HUGO.values()
    return [
        Lap("ours from nothing", cold, ours.forget, ours.export),
        Lap("ours, bodies kept", cold, ours.forget_but_bodies, ours.export),
        Lap("ours, stories as saved", cold, ours.forget_but_saved, ours.export),
        Lap("ours nothing changed", none, nothing, ours.export),
        Lap("ours one edit", edit, ours.edit, ours.export),
        Lap("ours one headline", edit, ours.rename, ours.export),
        Lap("ours one story more", edit, ours.publish, ours.export),
        Lap("ours --full", cold, nothing, ours.full),
    ]


def laps_of(peer: Peer) -> list[Lap]:
    """What is measured of a peer."""
    laps = [Lap(f"{peer.name} from nothing", _HUGO["cold"], peer.forget, peer.build)]
    if peer.name == "hugo":
        laps.append(Lap(_HUGO["none"], _HUGO["none"], nothing, peer.build))
    if peer.name != "hugo-norel":
        laps.append(Lap(f"{peer.name} one edit", _HUGO["edit"], peer.edit, peer.build))
    return laps


def in_turn(lists: list[list[Lap]]) -> Iterator[Lap]:
    """The first of each, the second of each, and so on."""
    for place in range(max(map(len, lists))):
        yield from (laps[place] for laps in lists if place < len(laps))


def measured(count: int, rounds: int, others: list[Peer]) -> dict[str, tuple[str, list[Taken]]]:
    """By name: whose seconds it is held to, and every run; what comes first is not counted."""
    ours = Ours(count)
    laps = list(in_turn([laps_of_ours(ours), *map(laps_of, others)]))
    for warm in (ours.export, *(each.build for each in others)):
        warm()  # modules compiled, programs and articles in the disk's memory
    found: dict[str, tuple[str, list[Taken]]] = {lap.name: (lap.against, []) for lap in laps}
    for _ in range(rounds):
        for lap in laps:
            lap.before()
            found[lap.name][1].append(taken := lap.run())
            print(f"{lap.name:28}{taken.wall:10.2f}{taken.cpu:9.2f}", file=sys.stderr, flush=True)
    for peer in others:
        if peer.name == "hugo":
            found[_RESIDENT] = (_HUGO["edit"], peer.watched(max(3, rounds)))
    return found


def tell(count: int, found: dict[str, tuple[str, list[Taken]]]) -> None:
    """The table."""
    print(f"\n{count:,} articles{'seconds':>20}{'cpu':>9}{'MB largest':>12}{'MB all':>9}{'of Hugo':>9}")
    for name, (against, runs) in found.items():
        wall = statistics.median(each.wall for each in runs)
        hugo = statistics.median(each.wall for each in found[against][1]) if against in found else 0
        share = f"{wall / hugo:9.2f}" if hugo else ""
        cpu, largest, together = (
            statistics.median(values)
            for values in zip(*((each.cpu, each.largest, each.together) for each in runs), strict=True)
        )
        print(f"{name:28}{wall:10.2f}{cpu:9.2f}{largest:12.0f}{together:9.0f}{share}", flush=True)


def main() -> None:
    """Measure each size."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=[1000])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--alone", action="store_true")
    asked.add_argument("--tidy", action="store_true")
    options = asked.parse_args()
    if options.tidy:
        shutil.rmtree(PLACE / "trash", ignore_errors=True)
        return
    if part("gen_corpus") is None:
        print(f"no corpus at {FOLDER.name} (set EXPORT_BENCH): articles of our own, and no peers")
    for count in options.sizes:
        others = [] if options.alone else peers(count)
        tell(count, measured(count, options.rounds, others))


if __name__ == "__main__":
    main()
