"""The stories of an amendment made anew, and the feeds that hold them.

The theme is not asked: around another body it draws what it drew before, and that stands in the older page.
In the feeds, too, the older body is exchanged, and all else stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from deskeditor.document.text import words
from deskeditor.library.errors import LibraryError
from deskeditor.library.hashing import stored
from deskeditor.library.records import Article, Version
from deskeditor.publish.body import kept_body, mark
from deskeditor.publish.checks import Subjects
from deskeditor.publish.edition import places_of, story_key
from deskeditor.publish.facts import Facts, from_json
from deskeditor.publish.feed_entries import feed_body
from deskeditor.publish.feeds import ENTRIES, with_bodies
from deskeditor.publish.finished import finished
from deskeditor.publish.gathering import keep
from deskeditor.publish.grounds import Anew, Change, Grounds, Unfit
from deskeditor.publish.listing import House
from deskeditor.publish.made import Made, keep_made, lasts, made_bytes, read_made, said_of
from deskeditor.publish.manifest import Source
from deskeditor.publish.outputs import FEEDS, feed_files
from deskeditor.publish.page import drawn_before
from deskeditor.publish.press import Copy, Job, read_job
from deskeditor.publish.proofreading import files_of, proof_of
from deskeditor.publish.recipe import digest
from deskeditor.publish.stage import Filing
from deskeditor.publish.standing import story_of
from deskeditor.publish.theme import Theme
from deskeditor.publish.tree import Sealed


@dataclass(frozen=True, slots=True)
class Redone:
    """One story: as it stands in the bundle, as it is now, and what came of it; `older` may be unknown.

    `key` is the hash of all that it is made from now.
    """

    copy: Copy
    older: Copy | None
    made: Made
    key: str


@dataclass(frozen=True)
class Remaking:
    """The changed stories, to be made anew in the tree at `root`."""

    grounds: Grounds
    change: Change
    now: str
    root: Path

    def anew(self) -> Anew:
        """Their files; raises Unfit where others show the change or a finding blocks."""
        change = self.change
        newest = change.newest(ENTRIES) if min(change.found) < ENTRIES else []
        before = self._feeds_key([change.before.key(at) for at in range(len(newest))])
        done = [self._redone(at) for at in change.found]
        files = {path: sealed for each in done for path, sealed in each.made.sealed.items()}
        sources = [Source(each.copy.job.id, each.copy.article.revision, each.copy.job.path) for each in done]
        findings = tuple(finding for each in done for finding in each.made.findings)
        keys = {at: each.key for at, each in zip(change.found, done, strict=True)}
        if newest:
            held = [keys.get(at, change.before.key(at)) for at in range(len(newest))]
            inside = [each for at, each in zip(change.found, done, strict=True) if at < len(newest)]
            files |= self._feeds(newest, before, held, inside)
        return Anew(files, keys, sources, findings)

    @property
    def _foundation(self) -> str:
        return self.grounds.standing.foundation

    @cached_property
    def _house(self) -> House:
        return House(self.grounds.site, Theme.load(self.grounds.theme), self.grounds.standing.place)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.grounds.library, self.now, self.change.ids)

    def _name(self, version: Version) -> str:
        return f"{self.grounds.standing.edition}:{version.id}"

    def _redone(self, at: int) -> Redone:
        """The story in the tree, and kept; it must last as the one of before did."""
        version, before = story_of(self.change.lines[at]), story_of(self.change.before.lines[at])
        stood = self.change.before.key(at)
        job = self._job(version, stood)
        places = places_of(self._same_facts(version, before), self._house.place)
        stands = read_made(self.grounds.kept.get("pages", self._name(version)), stood)
        if stands is None:
            raise Unfit
        copy = Copy(self.grounds.library, self.grounds.kept, self._house, job)
        if copy.article.sha256 != version.sha256:
            raise Unfit  # saved since it was asked what may leave
        older = self._older(copy, before)
        if older is not None:
            copy.house = replace(self._house, theme=self._theme(copy, older, stands.files[job.path]))
        made = self._filed(copy)
        if stands.media != made.media or stands.files.keys() != made.files.keys() or not made.lasting:
            raise Unfit
        key = story_key(self._foundation, version, job, places)
        keep_made(self.grounds.kept, {self._name(version): (key, made, job)})
        return Redone(copy, older, made, key)

    def _filed(self, copy: Copy) -> Made:
        subject, shared = self._subjects(copy.article, copy.body), files_of(self._house)
        proof = proof_of(copy, subject, self.grounds.kept, shared)
        if proof.story is None:
            raise Unfit
        sealed = self._put(finished(copy, proof.story, proof.page, self.grounds.library.uuid))
        return Made(
            files={path: each.sha256 for path, each in sealed.items()},
            media={file.path: file.sha256 for made in copy.pictures.used for file in made.files},
            said=said_of(proof.findings),
            lasting=lasts(proof.findings),
            sealed=sealed,
        )

    def _put(self, files: Mapping[str, bytes]) -> dict[str, Sealed]:
        filing = Filing(self.root)
        return {path: filing.put(path, content) for path, content in files.items()}

    def _older(self, copy: Copy, before: Version) -> Copy | None:
        """The story at the revision of the bundle that stands; None where the library has another there."""
        try:
            document = self.grounds.library.revision(before.id, before.revision)
        except LibraryError:
            return None
        if stored(document).sha256 != before.sha256:
            return None
        count = words(document.text)
        article: Article = replace(copy.article, document=document, sha256=before.sha256, words=count)
        known = article, kept_body(article, self.grounds.kept)
        return Copy.of(self.grounds.library, self._house, copy.job, known)

    def _theme(self, copy: Copy, older: Copy, page: str) -> Theme:
        """What the theme drew for the story's older page, which has that hash, or the theme itself."""
        house, content = self._house, self._standing(copy.job.path, page)
        if content is None:
            return house.theme
        stories = older.story(), copy.story()
        drawn = drawn_before(content.decode(), stories, house.site, house.theme, house.place)
        return house.theme if drawn is None else house.theme.having_drawn(drawn)

    def _standing(self, path: str, wanted: str) -> bytes | None:
        """A file of the bundle that stands; None where it has not that hash, or cannot be read."""
        try:
            content = (self.grounds.out / path).read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == wanted else None

    def _same_facts(self, version: Version, before: Version) -> Facts:
        """The facts of a story, which must be what they were: all that others show of it is in them."""
        kept, name = self.grounds.kept, mark(version)
        now = kept.get("facts", name) or keep([self.grounds.library.load(version.id)], kept).get(name)
        if now is None or kept.get("facts", mark(before)) != now:
            raise Unfit
        (facts,) = from_json([now.decode("utf-8", "surrogatepass")])
        if facts.latest > self.now:
            raise Unfit
        return facts

    def _job(self, version: Version, key: str) -> Job:
        """The story's work; what is kept by now may be of an export of other stories to another place."""
        job = read_job(self.grounds.kept.get("jobs", self._name(version)), key)
        if job is None:
            raise Unfit
        return job

    def _feeds_key(self, keys: Sequence[str]) -> str:
        """The hash of all that the feeds of these stories are made from."""
        return digest(self._foundation, *keys)

    def _feeds(
        self, newest: Sequence[Version], before: str, keys: Sequence[str], done: Sequence[Redone]
    ) -> dict[str, Sealed]:
        name = f"{self.grounds.standing.edition}:{FEEDS}"
        stand = read_made(self.grounds.kept.get("pages", name), before)
        contents = (self._exchanged(stand.files, done) if stand else None) or self._fed(newest, keys)
        sealed = self._put(contents)
        feeds = Made({path: each.sha256 for path, each in sealed.items()})
        self.grounds.kept.put("pages", {name: made_bytes(feeds, self._feeds_key(keys))})
        return sealed

    def _exchanged(self, hashes: Mapping[str, str], done: Sequence[Redone]) -> dict[str, bytes] | None:
        """The feeds that stand with these bodies exchanged; None where that cannot be."""
        pairs = [(each.older, each.copy) for each in done if each.older is not None]
        bodies = [(feed_body(older), feed_body(now)) for older, now in pairs]
        found: dict[str, bytes] = {}
        for path, wanted in hashes.items():
            content = self._standing(path, wanted) if len(pairs) == len(done) else None
            amended = with_bodies(content, path, bodies) if content else None
            if amended is None:
                return None
            found[path] = amended
        return found

    def _fed(self, newest: Sequence[Version], keys: Sequence[str]) -> dict[str, bytes]:
        """The feeds made of all their stories."""
        library, kept = self.grounds.library, self.grounds.kept
        jobs = [self._job(each, key) for each, key in zip(newest, keys, strict=True)]
        copies = [Copy(library, kept, self._house, job) for job in jobs]
        return feed_files(copies, self._house, library.uuid)
