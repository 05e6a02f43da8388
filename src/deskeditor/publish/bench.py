"""The bench where stories become files: the same work in the exporting process and in its helpers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.kept import Kept
from deskeditor.library.store import Library
from deskeditor.publish.cards import card_markup
from deskeditor.publish.checks import Subjects
from deskeditor.publish.edition import Edition, edition_name
from deskeditor.publish.finished import finished
from deskeditor.publish.gathering import keep
from deskeditor.publish.listing import House
from deskeditor.publish.made import Made, keep_made, lasts, said_of
from deskeditor.publish.place import Place
from deskeditor.publish.plates import Plate, Plates
from deskeditor.publish.press import Copy, Job
from deskeditor.publish.proofreading import files_of, proof_of
from deskeditor.publish.selection import utc_second
from deskeditor.publish.site import Site
from deskeditor.publish.stage import Filing
from deskeditor.publish.theme import Theme


@dataclass(frozen=True, slots=True)
class Order:
    """How the stories of one export are to be made, in values that another process can be sent.

    `keeps` says that finished stories are kept: what goes to a folder stands there and need not be.
    """

    root: Path
    theme: str
    site: Site
    place: Place
    now: str
    keeps: bool = False

    @classmethod
    def of(cls, edition: Edition, theme: str) -> "Order":
        """The order for an edition's stories, with no place yet; `theme` is its theme's name or folder."""
        house = edition.house
        return cls(Path(), theme, house.site, house.place, utc_second(edition.now))


@dataclass(frozen=True, slots=True)
class Task:
    """Some work for a bench: articles to gather facts of, or stories to make to an order.

    `keys` are the hashes of all that each story is made from, where what comes of it may be kept.
    """

    ids: Sequence[ArticleId] = ()
    order: Order | None = None
    jobs: Sequence[Job] = ()
    keys: Mapping[ArticleId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task."""

    facts: Mapping[str, bytes] = field(default_factory=dict)
    made: Sequence[tuple[ArticleId, Made]] = ()


class Bench:
    """Makes stories, one after another; belongs to one thread."""

    def __init__(self, library: Library, kept: Kept) -> None:
        self._library = library
        self._kept = kept
        self._order: Order | None = None

    def do(self, task: Task) -> Answer:
        """The task done; raises PublishError, LibraryError or OSError."""
        facts = keep((self._library.load(id) for id in task.ids), self._kept)
        if task.order is None:
            return Answer(facts)
        made = {id: self._filed(plate) for id, plate in self.plates(task)}
        self._keep(made, task)
        return Answer(facts, list(made.items()))

    def plates(self, task: Task) -> Iterator[tuple[ArticleId, Plate]]:
        """The finished stories of a task with an order: kept ones, and the others made now."""
        if task.order is not None and task.order != self._order:
            self._begin(task.order)
        known = self._plates.of(task.keys)
        made: dict[ArticleId, Plate] = {}
        for job in task.jobs:
            plate = known.get(job.id)
            if plate is None:
                plate = made[job.id] = self._made(job)
            yield job.id, plate
        if task.order is not None and task.order.keeps:
            self._plates.keep({id: each for id, each in made.items() if each.lasting}, task.keys)

    def _begin(self, order: Order) -> None:
        self._house = House(order.site, Theme.load(order.theme), order.place)
        self._subjects = Subjects(self._library, order.now)
        self._shared = files_of(self._house)
        self._plates = Plates(self._kept, self._house)
        self._filing = Filing(order.root)
        self._order = order

    def _made(self, job: Job) -> Plate:
        copy = Copy(self._library, self._kept, self._house, job)
        subject = self._subjects(copy.article, copy.body)
        proof = proof_of(copy, subject, self._kept, self._shared)
        if proof.story is None:
            return Plate({}, said=said_of(proof.findings), lasting=lasts(proof.findings))
        return Plate(
            files=finished(copy, proof.story, proof.page, self._library.uuid),
            media={file.path: file.sha256 for made in copy.pictures.used for file in made.files},
            said=said_of(proof.findings),
            lasting=lasts(proof.findings),
            card=card_markup(proof.story, self._house),
        )

    def _filed(self, plate: Plate) -> Made:
        sealed = {path: self._filing.put(path, content) for path, content in plate.files.items()}
        return Made(
            files={path: each.sha256 for path, each in sealed.items()},
            media=plate.media,
            said=plate.said,
            lasting=plate.lasting,
            sealed=sealed,
            card=plate.card,
        )

    def _keep(self, made: Mapping[ArticleId, Made], task: Task) -> None:
        """Remember what lasts, for the next time: whoever finds it looks whether the files are there."""
        name = edition_name(self._house)
        rows = {
            f"{name}:{job.id}": (task.keys[job.id], made[job.id], job)
            for job in task.jobs
            if job.id in task.keys and made[job.id].lasting
        }
        keep_made(self._kept, rows)
