"""What the last export left at a place, so that a small change can be amended there, nothing else asked."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from deskeditor.library.kept import Kept
from deskeditor.library.records import Version
from deskeditor.publish.place import Place
from deskeditor.publish.recipe import digest, look_of, recipe
from deskeditor.publish.site import Site
from deskeditor.publish.theme import theme_folder

MOST_LAG = 1000
"""Trees that differ at more paths than these are brought together by a whole export."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A bundle of all stories as it stands: `grounds` is the hash of all it was made from but the stories.

    `stories` has a line a story, newest first; `tree` and `spare` are the marks of the folders on the disk,
    and `lag` the paths at which the two differ. `counts` are articles, pages, files and bytes.
    """

    grounds: str
    edition: str
    foundation: str
    stories: str
    place: Place
    tree: str
    spare: str
    lag: tuple[str, ...]
    counts: tuple[int, int, int, int]


def grounds_of(library: str, site: Site, theme: str) -> str:
    """The hash of all that a bundle is made from but its stories, found out without reading a theme."""
    return digest(recipe(), library, repr(site), theme, *look_of(theme_folder(theme)))


def story_lines(versions: Iterable[Version]) -> str:
    """A line a story: equal lines are equal stories."""
    return "\n".join(f"{v.id}\t{v.slug}\t{v.revision}\t{v.sha256}" for v in versions)


def changed_within(before: str, now: Sequence[Version]) -> list[int] | None:
    """Which stories have another text now; None where one came, went, moved or has another address."""
    lines = story_lines(now)
    if lines == before:
        return []
    pairs = list(zip(before.split("\n"), lines.split("\n"), strict=False))
    found = [index for index, (old, new) in enumerate(pairs) if old != new]
    moved = any(old.split("\t")[:2] != new.split("\t")[:2] for old, new in map(pairs.__getitem__, found))
    return None if moved or before.count("\n") != lines.count("\n") else found


def read_standing(kept: Kept, place: str) -> Standing | None:
    """What was kept of that place; None where nothing is, or nothing of this program."""
    try:
        row = json.loads(kept.get("places", place) or b"null")
        around = Place(**row.pop("place"))
        around = Place(**(asdict(around) | {"navigation": tuple(map(tuple, around.navigation))}))
        return Standing(**row | {"place": around, "lag": tuple(row["lag"]), "counts": tuple(row["counts"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def keep_standing(kept: Kept, place: str, standing: Standing | None) -> None:
    """Keep it for the next time, or forget what was there."""
    if standing is None:
        kept.drop("places", [place])
    else:
        kept.put("places", {place: json.dumps(asdict(standing), ensure_ascii=True).encode()})
