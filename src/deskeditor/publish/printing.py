"""Prints an edition into a stage: what is kept and still right stays, everything else is made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Version
from deskeditor.publish import images
from deskeditor.publish.bench import Order
from deskeditor.publish.cards import card_markup
from deskeditor.publish.checks import Subjects
from deskeditor.publish.edition import Edition
from deskeditor.publish.errors import BadPicture, Refused
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.made import NOTHING, Made, keep_made, read_card, read_made
from deskeditor.publish.outputs import Output, outputs
from deskeditor.publish.plates import SHELF
from deskeditor.publish.press import Copy, Job
from deskeditor.publish.proofreading import files_of, proof_of
from deskeditor.publish.recipe import digest
from deskeditor.publish.room import Room
from deskeditor.publish.stage import Filing, Stage

Told = Callable[[str, int, int], None]

_AT_ONCE = 1000
_SHOWN = 20
"""So many blocking findings are told by name."""


@dataclass
class Print:
    """One edition going into one stage."""

    edition: Edition
    stage: Stage
    made: dict[str, Made] = field(default_factory=dict)
    """By the name of the output: an article's id, or what `outputs` calls it."""
    keys: dict[str, str] = field(default_factory=dict)
    """The hash of all that each is made from, but for a story that a time to come will change."""
    new: list[str] = field(default_factory=list)

    def print(self, room: Room, order: Order, told: Told) -> None:
        """Every file of the edition in the stage, but the manifest; raises Refused where a finding blocks."""
        self._make(self._unmade(order.now), room, order, told)
        self._pictures(room, order, told)
        bad = self._bad()
        for output in outputs(self.edition, self._cards):
            self._output(replace(output, key=digest(output.key, *bad)) if bad else output)

    def keep(self) -> None:
        """Remember what was made but the stories, for the next time; those were kept as they were made.

        Of each only its files stay in memory.
        """
        others = [name for name in self.new if name not in self.edition.layout.facts]
        rows = {f"{self.edition.name}:{name}": (self.keys[name], self.made[name], None) for name in others}
        keep_made(self.edition.kept, rows)
        for name in self.new:
            self.made[name] = self.made[name]._replace(sealed=NOTHING, card="")

    def files(self) -> dict[str, str]:
        """The hash of every file by its path."""
        found: dict[str, str] = {}
        for made in self.made.values():
            found.update(made.files)
            found.update(made.media)
        return found

    @property
    def pictures(self) -> Iterator[str]:
        """The paths of all pictures of the stories."""
        return (path for made in self.made.values() for path in made.media)

    @property
    def lasting(self) -> bool:
        """Whether another export of the same stories would give the same."""
        return all(self.made[name].lasting for name in self.new)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks said, in the order of the stories."""
        made = self.made
        return tuple(each for id in self.edition.ids for each in made[id].findings)

    def _unmade(self, now: str) -> Iterator[Job]:
        """The stories that are to be made, found while others are made."""
        leaving, edition = self.edition.layout.leaving, self.edition
        for at in range(0, len(leaving), _AT_ONCE):
            part = leaving[at : at + _AT_ONCE]
            known = edition.kept.some("pages", [f"{edition.name}:{each.id}" for each in part])
            for version in part:
                job = edition.job(version.id)
                if not self._stood(version, job, known.get(f"{edition.name}:{version.id}"), now):
                    yield job

    def _stood(self, version: Version, job: Job, row: bytes | None, now: str) -> bool:
        """Whether a story stands as it was kept; one with a time to come is made anew, and not kept."""
        if self.edition.layout.facts[version.id].latest > now:
            return False
        key = self.keys[version.id] = self.edition.key(version, job)
        made = read_made(row, key)
        if made is None or not self._stands(made):
            return False
        self.made[version.id] = made
        return True

    def _make(self, jobs: Iterable[Job], room: Room, order: Order, told: Told) -> None:
        facts, of = self.edition.layout.facts, len(self.edition.ids)
        for id, made in room.make(order, jobs, self.keys):
            self._note(id, made)
            told(facts[id].headline, len(self.made), of)
        brief = (each for id in self.edition.ids if not (each := self.made[id]).lasting)
        _refuse([finding for each in brief for finding in each.findings], self.edition)

    def _output(self, output: Output) -> None:
        self.keys[output.name] = output.key
        made = read_made(self.edition.kept.get("pages", f"{self.edition.name}:{output.name}"), output.key)
        if made is not None and self._stands(made):
            self.made[output.name] = made
            return
        filing = Filing(self.stage.root)
        sealed = {path: filing.put(path, content) for path, content in output.make().items()}
        self._note(output.name, Made({path: each.sha256 for path, each in sealed.items()}, sealed=sealed))

    def _note(self, name: str, made: Made) -> None:
        self.made[name] = made
        self.new.append(name)
        for path, sealed in made.sealed.items():
            self.stage.note(path, sealed)

    def _stands(self, made: Made) -> bool:
        has, cache = self.stage.has, self.edition.library.cache
        return all(has(path, sha256) for path, sha256 in made.files.items()) and all(
            has(path, sha256) or images.held(path, cache) for path, sha256 in made.media.items()
        )

    def _pictures(self, room: Room, order: Order, told: Told) -> None:
        """The pictures of all stories; damaged ones are made anew with their stories."""
        damaged = self._put_pictures()
        if not damaged:
            return
        shown = [id for id in self.edition.ids if self.made[id].media.keys() & damaged]
        self.edition.kept.drop(SHELF, [f"{self.edition.name}:{id}" for id in shown])
        self._make([self.edition.job(id) for id in shown], room, order, told)
        for error in self._put_pictures().values():
            raise Refused(str(error)) from error

    def _put_pictures(self) -> dict[str, BadPicture]:
        """Put them beside the pages; those that are not what they were when they were made, by path."""
        filing, cache = Filing(self.stage.root), self.edition.library.cache
        wanted = {path: sha256 for made in self.made.values() for path, sha256 in made.media.items()}
        damaged: dict[str, BadPicture] = {}
        for path, sha256 in sorted(wanted.items()):
            if self.stage.has(path, sha256):
                continue
            try:
                self.stage.note(path, filing.put(path, images.content(path, sha256, cache)))
            except BadPicture as error:
                damaged[path] = error
        return damaged

    def _bad(self) -> list[str]:
        """What is said of pictures that stay behind: while it is the same, so are the lists without them."""
        brief = (each for name in self.new if not (each := self.made[name]).lasting)
        found = (each for made in brief for each in made.findings if each.rule == "bad-picture")
        return sorted({f"{each.article} {each.message}" for each in found})

    def _cards(self, ids: Sequence[ArticleId]) -> list[str]:
        """The stories as lists show them: new ones, kept ones, and where neither is there, drawn now."""
        name, made = self.edition.name, self.made
        lacking = [f"{name}:{id}" for id in ids if not made[id].card]
        kept = self.edition.kept.some("cards", lacking) if lacking else {}
        return [
            made[id].card or read_card(kept.get(f"{name}:{id}"), self.keys.get(id, "")) or self._card(id)
            for id in ids
        ]

    def _card(self, id: ArticleId) -> str:
        return card_markup(self.edition.copy(id).story(), self.edition.house)


def checked(edition: Edition, copies: Sequence[Copy], now: str) -> tuple[Finding, ...]:
    """What the checks say of stories that leave as no bundle; raises Refused where a finding blocks."""
    subjects, files = Subjects(edition.library, now), files_of(edition.house)
    findings = tuple(
        found
        for each in copies
        for found in proof_of(each, subjects(each.article, each.body), edition.kept, files).findings
    )
    _refuse(findings, edition)
    return findings


def _refuse(findings: Sequence[Finding], edition: Edition) -> None:
    blocks = tuple(each for each in findings if each.level is Level.BLOCK)
    if not blocks:
        return
    facts = edition.layout.facts
    lines = [f"“{facts[ArticleId(each.article)].headline}”: {each.message}" for each in blocks[:_SHOWN]]
    if len(blocks) > _SHOWN:
        lines.append(f"And {len(blocks) - _SHOWN} more.")
    raise Refused("\n".join((*lines, "Nothing was written. Mend this and export again.")), blocks)
