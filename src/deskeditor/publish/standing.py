"""What the last export left at a place, so that a small change can be amended there, nothing else asked."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

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
_KEY = 16
"""So many bytes a hash has."""


@dataclass(frozen=True, slots=True)
class Still:
    """A state of the library's articles, and between which times it alone says what may leave.

    `moved` is the hash of the addresses at which public stories stood before.
    """

    state: str
    since: str
    until: str
    moved: str

    @classmethod
    def of(cls, library: Library, now: str) -> "Still":
        """Asked before the articles are: what changes meanwhile belongs to another state."""
        moved = digest(repr(library.former_addresses()))
        return cls(library.state, utc(now) or "", library.next_due(now), moved)

    def lasts(self, library: Library, now: str) -> bool:
        """Whether the same articles may leave now, with the same words."""
        return library.state == self.state != "" and self.since <= (utc(now) or "") < self.until


@dataclass(frozen=True, slots=True)
class Standing:
    """A bundle of all stories as it stands: `grounds` is the hash of all it was made from but the stories.

    `tree` and `spare` are the marks of the folders on the disk, and `lag` the paths at which the two differ.
    `counts` are articles, pages, files and bytes.
    """

    grounds: str
    edition: str
    foundation: str
    still: Still
    place: Place
    tree: str
    spare: str
    lag: tuple[str, ...]
    counts: tuple[int, int, int, int]


def grounds_of(library: str, site: Site, theme: str) -> str:
    """The hash of all that a bundle is made from but its stories, found out without reading a theme."""
    return digest(recipe(), library, repr(site), theme, *look_of(theme_folder(theme)))


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories that stand at a place, newest first: a line of each, and the hash of all it is made from.

    Kept work is shared by exports to all places; what was kept under another hash is of another bundle.
    """

    lines: Sequence[str]
    keys: bytes = field(repr=False)

    def key(self, at: int) -> str:
        """The hash of the story at that place."""
        return self.keys[at * _KEY : (at + 1) * _KEY].hex()

    def with_keys(self, lines: Sequence[str], keys: Mapping[int, str]) -> "Stories":
        """The same stories in these words, some of them with another hash."""
        now = bytearray(self.keys)
        for at, key in keys.items():
            now[at * _KEY : (at + 1) * _KEY] = bytes.fromhex(key)
        return Stories(lines, bytes(now))


def stories_with(lines: Sequence[str], keys: Iterable[str]) -> Stories:
    """The stories of these lines and hashes."""
    return Stories(lines, bytes.fromhex("".join(keys)))


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


def stories_of(kept: Kept, place: str, standing: Standing) -> Stories:
    """The stories that stand there; raises ValueError where something else does by now."""
    lines, keys = _rows(place)
    rows = kept.some(_SHELF, [place, lines, keys])
    if _standing(rows.get(place)) != standing or not rows.keys() >= {lines, keys}:
        raise ValueError("another export has taken the place")
    return Stories(rows[lines].decode().split("\n"), rows[keys])


def keep_standing(kept: Kept, place: str, standing: Standing, stories: Stories) -> None:
    """Keep it for the next time."""
    lines, keys = _rows(place)
    row = json.dumps(asdict(standing), ensure_ascii=True).encode()
    kept.put(_SHELF, {place: row, lines: "\n".join(stories.lines).encode(), keys: stories.keys})


def forget_standing(kept: Kept, place: str) -> None:
    """Forget what was there."""
    kept.drop(_SHELF, [place, *_rows(place)])


def keep_still(kept: Kept, place: str, standing: Standing, still: Still) -> None:
    """Keep that the same stories stand in a later state of the library."""
    kept.put(_SHELF, {place: json.dumps(asdict(replace(standing, still=still))).encode()})


def _rows(place: str) -> tuple[str, str]:
    """Where the lines and the hashes of the stories are kept."""
    return f"{place}\0stories", f"{place}\0keys"


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
