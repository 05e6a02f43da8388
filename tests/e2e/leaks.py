"""Exports random newsrooms and searches every byte for a word of a story that may not leave.

`python -m tests.e2e.leaks 2000` makes so many exports: statuses, embargoes, zones, clocks, links, related
stories, former addresses, corrections, a shared picture, the trash, selections, exports of what changed and
exports over an older bundle. Printed are the exports and the words found; the exit code is 1 for any.
"""

import argparse
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.publish.inside import CLOCK, Plan, Room, empty, leaks, made, plans, rooms

from deskeditor.publish import stage
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.errors import Refused
from deskeditor.publish.theme import Theme

_BASES = (None, "https://courier.example.org/")
_EACH = 40
"""So many newsrooms come of one seed before another is taken."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is exported: when, how many of the stories that may leave, since when, and to which address."""

    clock: int
    chosen: int | None
    since: bool
    base: str | None
    zip: bool

    def options(self, room: Room) -> Options:
        """The wish for that room."""
        now = (CLOCK + timedelta(seconds=self.clock)).isoformat()
        some = tuple(room.leaving(self.clock)[: self.chosen or 0]) or None
        since = room.library.load(room.ids[len(room.ids) // 2]).updated if self.since else None
        return Options(articles=some, zip=self.zip, base_url=self.base, now=now, since=since)


wishes = st.builds(
    Wish,
    clock=st.sampled_from([0, 0, 0, -1, 1, 1800, -3600, 86400 * 2]),
    chosen=st.none() | st.none() | st.integers(1, 4),
    since=st.sampled_from([False, False, False, True]),
    base=st.sampled_from(_BASES),
    zip=st.sampled_from([False, False, True]),
)
turns = st.lists(st.tuples(wishes, st.integers(0, 6), plans), min_size=1, max_size=3)


@dataclass
class Count:
    """How many exports there were, how many were refused, and what was found in the others."""

    exports: int = 0
    refused: int = 0
    stories: int = 0
    found: list[str] = field(default_factory=list)


def hurry(patch: pytest.MonkeyPatch) -> None:
    """Read a theme once, and keep every bundle for the next one, as large ones are."""
    patch.setattr(stage, "LARGE", 1)
    patch.setattr(Theme, "load", cache(Theme.load))


def look(folder: Path, template: Path, planned: list[Plan], taken: list[tuple[Wish, int, Plan]]) -> Count:
    """Export the room, change it, export over it, and search each time."""
    count, room, out = Count(), made(folder / "news.desk", template, planned), folder / "out"
    with room.library:
        for wish, number, plan in taken:
            room = room.changed(number, plan)
            try:
                report = export(room.library, out, wish.options(room), lambda *_: None)
            except Refused:
                count.refused += 1
                continue
            count.exports += 1
            count.stories += report.articles
            for place in report.outputs:
                count.found += leaks(place, room.secrets(wish.clock))
    return count


def main() -> int:
    """Make the exports and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exports", type=int, nargs="?", default=2000)
    wanted, whole = parser.parse_args().exports, Count()
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        template = empty(Path(place))

        @settings(max_examples=_EACH, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rooms, turns)
        def run(planned: list[Plan], taken: list[tuple[Wish, int, Plan]]) -> None:
            with TemporaryDirectory() as folder:
                count = look(Path(folder), template, planned, taken)
            whole.exports += count.exports
            whole.refused += count.refused
            whole.stories += count.stories
            whole.found += count.found

        while whole.exports < wanted:
            run()
    told = f"{whole.exports} exports with {whole.stories} stories, {whole.refused} refused"
    print("\n".join((*whole.found[:20], f"{told}: {len(whole.found)} words that may not leave")))
    return 1 if whole.found else 0


if __name__ == "__main__":
    sys.exit(main())
