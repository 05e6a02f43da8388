"""What the last export left at a place, so that a small change can be amended there, nothing else asked."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from deskeditor.document.model import ArticleId
from deskeditor.library.kept import Kept
from deskeditor.library.records import Version
from deskeditor.library.store import Library
from deskeditor.library.times import utc
from deskeditor.publish.place import Place
from deskeditor.publish.recipe import digest, look_of, recipe
from deskeditor.publish.site import Site
from deskeditor.publish.theme_place import theme_folder

MOST_LAG = 1000
"""Trees that differ at more paths than these are brought together by a whole export."""
_SHELF = "places"


@dataclass(frozen=True, slots=True)
class Still:
    """A state of the library's articles, and between which times it alone says what may leave."""

    state: str
    since: str
    until: str

    @classmethod
    def of(cls, library: Library, now: str) -> "Still":
        """Asked before the articles are: what changes meanwhile belongs to another state."""
        return cls(library.state, utc(now) or "", library.next_due(now))

    def lasts(self, library: Library, now: str) -> bool:
        """Whether the same articles may leave now, with the same words."""
        return library.state == self.state != "" and self.since <= (utc(now) or "") < self.until


@dataclass(frozen=True, slots=True)
class Standing:
    """A bundle of all stories as it stands: `grounds` is the hash of all it was made from but the stories.

    `work` is the mark of the kept work that the bundle was made with, `tree` and `spare` are the marks of the
    folders on the disk, and `lag` the paths at which the two differ. `counts` are articles, pages, files and
    bytes.
    """

    grounds: str
    edition: str
    foundation: str
    still: Still
    work: str
    place: Place
    tree: str
    spare: str
    lag: tuple[str, ...]
    counts: tuple[int, int, int, int]


def grounds_of(library: str, site: Site, theme: str) -> str:
    """The hash of all that a bundle is made from but its stories, found out without reading a theme."""
    return digest(recipe(), library, repr(site), theme, *look_of(theme_folder(theme)))


def work_of(kept: Kept, edition: str) -> str:
    """The mark of the work that is kept for an edition: exports to other places share it, and renew it."""
    return (kept.get("jobs", edition) or b"").decode()


def renew_work(kept: Kept, edition: str) -> None:
    """Say that other work is kept from here on; what was made with the work of before is not amended."""
    from secrets import token_hex

    kept.put("jobs", {edition: token_hex(8).encode()})


def story_lines(versions: Iterable[Version]) -> list[str]:
    """A line a story: equal lines are equal stories."""
    return [f"{v.id}\t{v.slug}\t{v.revision}\t{v.sha256}" for v in versions]


def story_of(line: str) -> Version:
    """The story of a line."""
    id, slug, revision, sha256 = line.split("\t")
    return Version(ArticleId(id), slug, int(revision), sha256, "")


def changed_within(before: Sequence[str], now: Sequence[str]) -> list[int] | None:
    """Which stories have another text now; None where one came, went, moved or has another address."""
    found = [index for index, (old, new) in enumerate(zip(before, now, strict=False)) if old != new]
    moved = any(before[each].split("\t")[:2] != now[each].split("\t")[:2] for each in found)
    return None if moved or len(before) != len(now) else found


def read_standing(kept: Kept, place: str) -> Standing | None:
    """What was kept of that place; None where nothing is, or nothing of this program."""
    return _standing(kept.get(_SHELF, place))


def stories_of(kept: Kept, place: str, standing: Standing) -> list[str]:
    """The lines of the stories that stand there; raises ValueError where something else does by now."""
    rows = kept.some(_SHELF, [place, _stories(place)])
    if _standing(rows.get(place)) != standing or _stories(place) not in rows:
        raise ValueError("another export has taken the place")
    return rows[_stories(place)].decode().split("\n")


def keep_standing(kept: Kept, place: str, standing: Standing | None, stories: Sequence[str] = ()) -> None:
    """Keep it for the next time, or forget what was there."""
    if standing is None:
        kept.drop(_SHELF, [place, _stories(place)])
    else:
        row = json.dumps(asdict(standing), ensure_ascii=True).encode()
        kept.put(_SHELF, {place: row, _stories(place): "\n".join(stories).encode()})


def keep_still(kept: Kept, place: str, standing: Standing, still: Still) -> None:
    """Keep that the same stories stand in a later state of the library."""
    kept.put(_SHELF, {place: json.dumps(asdict(replace(standing, still=still))).encode()})


def _stories(place: str) -> str:
    return f"{place}\0stories"


def _standing(row: bytes | None) -> Standing | None:
    try:
        values = json.loads(row or b"null")
        around = Place(**values.pop("place"))
        around = Place(**(asdict(around) | {"navigation": tuple(map(tuple, around.navigation))}))
        still = Still(**values.pop("still"))
        tuples = {"lag": tuple(values["lag"]), "counts": tuple(values["counts"])}
        return Standing(**values | tuples | {"place": around, "still": still})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
