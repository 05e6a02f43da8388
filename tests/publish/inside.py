"""Random newsrooms whose every story says its own word, and the search for words that may not be outside."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st
from tests.publish.newsroom import NOW, SOUND
from tests.publish.pictures import photograph

from deskeditor.document.model import (
    ArticleId,
    Author,
    Correction,
    Document,
    Fields,
    MediaHash,
    Picture,
    Related,
    Status,
)
from deskeditor.library.store import Library

CLOCK = datetime.fromisoformat(NOW)
NEVER = ("notewordvk", "draftwordvk", "prioritywordvk")
"""Words of notes, drafts and priorities, which leave with no story."""
_MOST = 7
_OFFSETS = (-86400 * 40, -7200, -1, 0, 1, 1800, 86400, 86400 * 400)
_ZONES = (0, 14 * 60, -12 * 60, 5 * 60 + 45, -9 * 60 - 30, -30, 60)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time so many seconds from the test's clock as a zone writes it; `odd` ones are no times at all."""

    seconds: int
    zone: int = 0
    odd: str = ""

    @property
    def text(self) -> str:
        """As a field holds it."""
        zone = timezone(timedelta(minutes=self.zone))
        return self.odd or (CLOCK + timedelta(seconds=self.seconds)).astimezone(zone).isoformat()

    def come(self, clock: int) -> bool:
        """Whether it is known to have come so many seconds after the test's clock."""
        return not self.odd and self.seconds <= clock


@dataclass(frozen=True, slots=True)
class Plan:
    """One story: how far it is, when it may leave, and what it says of the others, by number."""

    status: Status = Status.PUBLISHED
    published: Moment | None = Moment(-7200)
    embargo: Moment | None = None
    hold: str = ""
    trashed: bool = False
    tags: tuple[int, ...] = ()
    section: int = 0
    links: tuple[int, ...] = ()
    related: tuple[int, ...] = ()
    moved: bool = False
    corrected: bool = False
    pictured: bool = False

    def may_leave(self, clock: int) -> bool:
        """The rule as issue 3 has it, told apart from the library's own query."""
        told = self.status in (Status.PUBLISHED, Status.CORRECTED) and not self.trashed
        out = self.published is not None and self.published.come(clock)
        return told and out and not self.hold and (self.embargo is None or self.embargo.come(clock))


_moments = st.builds(Moment, st.sampled_from(_OFFSETS), st.sampled_from(_ZONES)) | st.sampled_from(
    [Moment(0, odd="2025-08-20T12:00:00"), Moment(0, odd="2025-08-20"), Moment(0, odd="tomorrow")]
)
_past = st.builds(Moment, st.sampled_from(_OFFSETS[:3]), st.sampled_from(_ZONES))
_numbers = st.lists(st.integers(0, _MOST - 1), max_size=3, unique=True).map(tuple)
_any = st.builds(
    Plan,
    status=st.sampled_from([*Status, *[Status.PUBLISHED] * 5]),
    published=_moments | _past | st.none(),
    embargo=st.none() | _past | _moments,
    hold=st.sampled_from(["", "", "", "EMBARGOED UNTIL FRIDAY"]),
    trashed=st.sampled_from([False, False, False, True]),
    tags=_numbers,
    section=st.integers(0, 9),
    links=_numbers,
    related=_numbers,
    moved=st.booleans(),
    corrected=st.booleans(),
    pictured=st.booleans(),
)
_sound = st.builds(
    Plan,
    status=st.sampled_from([Status.PUBLISHED, Status.CORRECTED]),
    published=_past,
    tags=_numbers,
    section=st.integers(0, 9),
    links=_numbers,
    related=_numbers,
    moved=st.booleans(),
    corrected=st.booleans(),
    pictured=st.booleans(),
)
plans = st.sampled_from([_any, _any, _sound]).flatmap(lambda kind: kind)
rooms = st.tuples(st.lists(_sound, min_size=2, max_size=3), st.lists(_any, min_size=1, max_size=4)).map(
    lambda both: [*both[0], *both[1]]
)


def word(number: int) -> str:
    """The word that story says everywhere: in no hash and in no other text."""
    return f"zwq{'ghijklmnop'[number]}vk"


@dataclass(frozen=True, slots=True)
class Room:
    """A library of planned stories, in the order of the plans."""

    library: Library
    plans: tuple[Plan, ...]
    ids: tuple[ArticleId, ...]

    def leaving(self, clock: int) -> list[ArticleId]:
        """Those that may leave at that time."""
        return [id for id, plan in zip(self.ids, self.plans, strict=True) if plan.may_leave(clock)]

    def secrets(self, clock: int) -> tuple[str, ...]:
        """Every word that may be in no byte at that time."""
        numbers = [number for number, plan in enumerate(self.plans) if not plan.may_leave(clock)]
        return (*NEVER, *map(word, numbers), *(self.ids[number] for number in numbers))

    def changed(self, number: int, plan: Plan) -> "Room":
        """The same room with another plan for one story."""
        number %= len(self.plans)
        plans = (*self.plans[:number], plan, *self.plans[number + 1 :])
        room = replace(self, plans=plans)
        self.library.untrash([self.ids[number]])
        room.settle(number)
        return room

    def settle(self, number: int) -> None:
        """Save the story as it is planned, by way of where it stood before."""
        plan, id = self.plans[number], self.ids[number]
        final = _document(self, number)
        before = replace(
            final.fields, slug=f"{word(number)}-old", status=Status.PUBLISHED, published=SOUND.published
        )
        for document in ([replace(final, fields=before)] if plan.moved else []) + [final]:
            self.library.save(id, document, self.library.load(id).revision, "command")
        if plan.trashed:
            self.library.trash([id])


def made(path: Path, template: Path, planned: Sequence[Plan]) -> Room:
    """The room in a new file: first all as drafts with words of their own, then as planned."""
    shutil.copy(template, path)
    shutil.copytree(template.with_suffix(".media"), path.with_suffix(".media"))
    library = Library.open(path)
    draft = Document("The draftwordvk.\n", replace(SOUND, headline="A draftwordvk", status=Status.DRAFT))
    ids = tuple(library.new(draft).id for _ in planned)
    room = Room(library, tuple(planned), ids)
    for number in range(len(planned)):
        room.settle(number)
    return room


def empty(folder: Path) -> Path:
    """An empty library with one small picture, to be copied."""
    with Library.create(folder / "template.desk") as library:
        library.media.add(_PICTURE)
        library.media.root.mkdir(exist_ok=True)
    return folder / "template.desk"


_PICTURE = photograph(24, 16)


def _picture(library: Library, said: str) -> Picture:
    return Picture(MediaHash(library.media.add(_PICTURE)), f"A hall, {said}", f"The {said} hall", "Ann Lens")


def _document(room: Room, number: int) -> Document:
    plan, own = room.plans[number], word(number)
    others = [(each % len(room.ids), room.ids[each % len(room.ids)]) for each in plan.links]
    links = "".join(f"\n\nSee [the other one](article:{id}) too." for _, id in others)
    cards = "".join(f"\n\n::: read-also\n[Another one](article:{id})\n:::" for _, id in others[:1])
    return Document(f"The {own} council met.{links}{cards}\n", _fields(room, plan, own))


def _fields(room: Room, plan: Plan, own: str) -> Fields:
    related = [room.ids[each % len(room.ids)] for each in plan.related]
    return replace(
        SOUND,
        headline=f"Council {own} keeps bridge",
        kicker=own,
        standfirst=f"The vote on {own} was closer than anyone had expected.",
        dateline=f"St. {own}",
        section=own if plan.section > 7 else f"Section {plan.section % 3}",
        seo_title=f"Bridge {own}",
        seo_description=f"What {own} means for everyone who goes over the bridge in the morning.",
        social_text=own,
        slug=f"{own}-bridge",
        byline=(Author("Jane Doe"), Author(f"Jo {own}")),
        tags=(own, *(f"Topic {each}" for each in plan.tags)),
        status=plan.status,
        published=plan.published.text if plan.published else None,
        embargo=plan.embargo.text if plan.embargo else None,
        hold=plan.hold,
        note_to_editor="A notewordvk",
        priority="prioritywordvk",
        lead_picture=_picture(room.library, own) if plan.pictured else None,
        related=tuple(Related("Another one", "Of elsewhere.", each) for each in related),
        corrections=(Correction("2025-08-01T09:00:00Z", f"Not {own}."),) if plan.corrected else (),
    )


def leaks(place: Path, secrets: Iterable[str]) -> list[str]:
    """Each secret word and the file whose name or content has it, whatever its case."""
    words = [each.encode() for each in secrets]
    found: list[str] = []
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        content = path.relative_to(place).as_posix().encode().lower()
        if path.is_file():
            content += path.read_bytes().lower()
        found += [f"{each.decode()} in {path.relative_to(place)}" for each in words if each in content]
    return found
