"""Who is measured: our own command on a library, and the generators of the corpus on the same articles."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from tests.perf.corpus import SEED, build, part
from tests.perf.timing import Taken, took

from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.developing import finish

_TOP = Path(__file__).parents[2]
PLACE = _TOP / "build" / "perf" / "export"
_DESK = (sys.executable, "-m", "deskeditor")
_ADDRESS = "https://news.example/"
_SITE = ("--now", "2030-01-01T00:00:00Z")
_RECENT = 5
"""An article that is shown by front page, section and feeds: so many from the newest."""


def put_away(path: Path) -> None:
    """Move a tree aside: a disk that has just deleted many files makes new ones slowly for minutes."""
    if path.exists():
        trash = PLACE / "trash"
        trash.mkdir(parents=True, exist_ok=True)
        path.rename(trash / str(time.time_ns()))


@dataclass
class Ours:
    """Our command, on a library of so many articles."""

    count: int
    edits: int = field(default_factory=lambda: int(time.time()))
    """A number of its own for each change, in this run and in those before."""
    library: Path = field(init=False)

    def __post_init__(self) -> None:
        folder = PLACE / str(self.count) / "ours"
        self.library = folder / "news.desk"
        if not self.library.exists():
            shutil.copy(build(PLACE / f"news-{self.count}.desk", self.count), _made(folder) / "news.desk")
        with Library.open(self.library) as opened:
            opened.set_setting("site.base_url", _ADDRESS)
            article = opened.publishable_versions("2030-01-01T00:00:00Z")[_RECENT - 1].id
            self._article, self._text = article, opened.load(article).document.text

    def export(self, *options: str) -> Taken:
        """The command, as a user runs it."""
        command = (*_DESK, "export", str(self.library), str(self.library.with_name("out")), *_SITE, *options)
        return took(command, _TOP, _PATH)

    def full(self) -> Taken:
        """The command, told to trust nothing that is kept."""
        return self.export("--full")

    def forget(self) -> None:
        """Neither a bundle nor anything kept."""
        put_away(self.library.with_name("out"))
        put_away(self._cache)

    def forget_but_bodies(self) -> None:
        """No bundle, and kept is what every save leaves at once: bodies, facts and findings."""
        self._forget_but("facts", "bodies", "findings")

    def forget_but_saved(self) -> None:
        """No bundle, and kept is what saves in the window leave after a while: the finished stories too."""
        self._forget_but("facts", "bodies", "findings")
        with Library.open(self.library, Mode.READ) as opened:
            finish(opened, {each.id for each in opened.publishable_versions("2030-01-01T00:00:00Z")})

    def _forget_but(self, *shelves: str) -> None:
        put_away(self.library.with_name("out"))
        with Kept.within(self._cache) as old:
            values = {shelf: old.all(shelf) for shelf in shelves}
        put_away(self._cache)
        with Kept.within(self._cache) as new:
            for shelf, rows in values.items():
                new.put(shelf, rows)

    def edit(self) -> None:
        """Another paragraph at the end of a recent article."""
        self.edits += 1
        body = self.library.with_name("body.md")
        body.write_text(f"{self._text}\n\nUpdate number {self.edits}: the text of this article changed.\n")
        self._set(f"body=@{body}")

    def rename(self) -> None:
        """Another headline on a recent article."""
        self.edits += 1
        self._set(f"headline=Headline number {self.edits}")

    def publish(self) -> None:
        """One story more, newer than all."""
        self.edits += 1
        story = self.library.with_name(f"story-{self.edits}.md")
        story.write_text(f"# Story number {self.edits}\n\n{self._text}")
        took((*_DESK, "import", str(self.library), str(story)), _TOP, _PATH)
        when = f"published=2029-01-01T00:{self.edits % 60:02}:00Z"
        slug = f"story-number-{self.edits}"
        took((*_DESK, "set", str(self.library), slug, "status=published", when, "section=world"), _TOP, _PATH)

    def _set(self, change: str) -> None:
        took((*_DESK, "set", str(self.library), self._article, change), _TOP, _PATH)

    @property
    def _cache(self) -> Path:
        with Library.open(self.library, Mode.READ) as opened:
            return opened.cache


_PATH = {"PYTHONPATH": str(_TOP / "src")}


@dataclass
class Peer:
    """A generator of the corpus, in a folder of ours."""

    name: str
    count: int
    peers: ModuleType

    def __post_init__(self) -> None:
        self._site = self.peers.Site(self.name, self.count, SEED)

    def prepare(self, articles: object) -> None:
        """Its articles and its theme, where they are not there yet."""
        self._site.prepare(articles)

    def forget(self) -> None:
        """As if it had never been built."""
        self._site.restore()
        self._site.clean()

    def edit(self) -> None:
        """Another paragraph at the end of a recent article."""
        self._site.edit()

    def build(self) -> Taken:
        """Its command."""
        spec: Mapping[str, dict[str, str]] = self._site.spec
        return took(self._site.spec["cmd"], Path(self._site.dir), spec.get("env"))

    def watched(self, edits: int) -> list[Taken]:
        """Edits while it stays in memory."""
        found = self._site.watch("watch", edits)
        return [Taken(each["wall"], each["cpu"], each["rss_mb"], each["rss_mb"]) for each in found]


def peers(count: int) -> list[Peer]:
    """The generators that are installed beside the corpus, with the same articles."""
    module, corpus = part("bench_peers"), part("gen_corpus")
    if module is None or corpus is None:
        return []
    folder = str(PLACE)
    vars(module).update(WORK=folder, TRASH=f"{folder}/trash")
    found = [Peer(name, count, module) for name, there in _THERE.items() if there(module)]
    articles = corpus.articles(count, SEED) if found else []
    for each in found:
        each.prepare(articles)
    return found


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _has_hugo(module: ModuleType) -> bool:
    return os.access(module.HUGO, os.X_OK)


def _has_eleventy(module: ModuleType) -> bool:
    return shutil.which("node") is not None and (Path(module.ROOT) / "node/node_modules/@11ty").is_dir()


_THERE: Mapping[str, Callable[[ModuleType], bool]] = {
    "hugo": _has_hugo,
    "hugo-norel": _has_hugo,
    "eleventy": _has_eleventy,
}
