"""The stories of an amendment made anew, and the feeds that hold them.

The theme is not asked: around another body it draws what it drew before, and that stands in the older page.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from deskeditor.document.text import words
from deskeditor.library.errors import LibraryError
from deskeditor.library.hashing import stored
from deskeditor.library.records import Article, Version
from deskeditor.publish import ninjs
from deskeditor.publish.body import kept_body, mark
from deskeditor.publish.checks import Subjects
from deskeditor.publish.edition import places_of, story_key
from deskeditor.publish.facts import Facts, from_json
from deskeditor.publish.feeds import ENTRIES
from deskeditor.publish.findings import Finding
from deskeditor.publish.gathering import keep
from deskeditor.publish.grounds import Anew, Change, Grounds, Unfit
from deskeditor.publish.listing import House
from deskeditor.publish.made import Made, made_bytes, made_key, read_made
from deskeditor.publish.manifest import Source
from deskeditor.publish.outputs import FEEDS, feed_files
from deskeditor.publish.page import drawn_before
from deskeditor.publish.press import Copy, Job, read_job
from deskeditor.publish.proofreading import files_of, proof_of
from deskeditor.publish.recipe import digest
from deskeditor.publish.stage import Filing
from deskeditor.publish.theme import Theme
from deskeditor.publish.tree import Sealed


@dataclass(frozen=True)
class Remaking:
    """The changed stories, to be made anew in the tree at `root`."""

    grounds: Grounds
    change: Change
    now: str
    root: Path

    def anew(self) -> Anew:
        """Their files; raises Unfit where others show the change or a finding blocks."""
        files: dict[str, Sealed] = {}
        findings: list[Finding] = []
        sources: list[Source] = []
        for index in self.change.found:
            version = self.change.versions[index]
            job = self._job(version)
            made = self._made(version, self.change.before_of(index), job)
            files |= made.sealed
            findings += made.findings
            sources.append(Source(version.id, version.revision, job.path))
        if min(self.change.found) < ENTRIES:
            files |= self._feeds()
        return Anew(files, sources, tuple(findings))

    @property
    def _foundation(self) -> str:
        return self.grounds.standing.foundation

    @cached_property
    def _house(self) -> House:
        return House(self.grounds.site, Theme.load(self.grounds.theme), self.grounds.standing.place)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.grounds.library, self.now)

    def _name(self, version: Version) -> str:
        return f"{self.grounds.standing.edition}:{version.id}"

    def _made(self, version: Version, before: Version, job: Job) -> Made:
        """The story in the tree, and kept; it must last as the one of before did."""
        places = places_of(self._same_facts(version, before), self._house.place)
        row = self.grounds.kept.get("pages", self._name(version))
        older = read_made(row, story_key(self._foundation, before, job, places))
        if older is None:
            raise Unfit
        copy = Copy(self.grounds.library, self.grounds.kept, self._house, job)
        copy.house = replace(self._house, theme=self._theme(copy, before, older.files[job.path]))
        made = self._filed(copy)
        if older.media != made.media or older.files.keys() != made.files.keys() or not made.lasting:
            raise Unfit
        key = story_key(self._foundation, version, job, places)
        self.grounds.kept.put("pages", {self._name(version): made_bytes(made, key)})
        return made

    def _filed(self, copy: Copy) -> Made:
        subject, shared = self._subjects(copy.article, copy.body), files_of(self._house)
        proof = proof_of(copy, subject, self.grounds.kept, shared)
        if proof.story is None:
            raise Unfit
        first, third = copy.job.items
        item = ninjs.item(proof.story, copy.machine_body(first), copy.house, self.grounds.library.uuid)
        files = {copy.job.path: proof.page.encode(), first: ninjs.ninjs_1(item), third: ninjs.ninjs_3(item)}
        filing = Filing(self.root)
        sealed = {path: filing.put(path, content) for path, content in files.items()}
        return Made(
            files={path: each.sha256 for path, each in sealed.items()},
            media={file.path: file.sha256 for made in copy.pictures.used for file in made.files},
            findings=proof.findings,
            sealed=sealed,
        )

    def _theme(self, copy: Copy, before: Version, page: str) -> Theme:
        """What the theme drew for the story's older page, which has that hash, or the theme itself."""
        house = self._house
        article = self._older(copy.article, before)
        content = (self.grounds.out / copy.job.path).read_bytes()
        if article is None or sha256(content).hexdigest() != page:
            return house.theme
        known = article, kept_body(article, self.grounds.kept)
        older = Copy.of(self.grounds.library, house, copy.job, known).story()
        drawn = drawn_before(content.decode(), (older, copy.story()), house.site, house.theme, house.place)
        return house.theme if drawn is None else house.theme.having_drawn(drawn)

    def _older(self, article: Article, before: Version) -> Article | None:
        """The article at the revision of the bundle that stands; None where the library has another there."""
        try:
            document = self.grounds.library.revision(article.id, before.revision)
        except LibraryError:
            return None
        if stored(document).sha256 != before.sha256:
            return None
        return replace(article, document=document, sha256=before.sha256, words=words(document.text))

    def _same_facts(self, version: Version, before: Version) -> Facts:
        """The facts of a story, which must be what they were: all that others show of it is in them."""
        kept = self.grounds.kept
        now = kept.get("facts", mark(version)) or keep([self.grounds.library.load(version.id)], kept).get(
            mark(version), b""
        )
        (facts,) = from_json([now.decode("utf-8", "surrogatepass")])
        if kept.get("facts", mark(before)) != now or facts.latest > self.now:
            raise Unfit
        return facts

    def _job(self, version: Version) -> Job:
        kept = self.grounds.kept.get("jobs", self._name(version))
        if kept is None:
            raise Unfit
        return read_job(kept)

    def _feeds(self) -> dict[str, Sealed]:
        grounds, newest = self.grounds, self.change.versions[:ENTRIES]
        copies = [Copy(grounds.library, grounds.kept, self._house, self._job(each)) for each in newest]
        rows = grounds.kept.some("pages", [self._name(each) for each in newest])
        filing = Filing(self.root)
        contents = feed_files(copies, self._house, grounds.library.uuid)
        sealed = {path: filing.put(path, content) for path, content in contents.items()}
        key = digest(self._foundation, *(made_key(rows[self._name(each)]) for each in newest))
        feeds = Made({path: each.sha256 for path, each in sealed.items()})
        grounds.kept.put("pages", {f"{grounds.standing.edition}:{FEEDS}": made_bytes(feeds, key)})
        return sealed
