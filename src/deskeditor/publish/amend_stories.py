"""The stories of an amendment made anew, and the feeds that hold them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from deskeditor.library.records import Version
from deskeditor.publish.bench import Bench, Order, Task
from deskeditor.publish.body import mark
from deskeditor.publish.edition import places_of, story_key
from deskeditor.publish.facts import Facts, from_json
from deskeditor.publish.feeds import ENTRIES
from deskeditor.publish.gathering import keep
from deskeditor.publish.grounds import Anew, Change, Grounds, Unfit
from deskeditor.publish.listing import House
from deskeditor.publish.made import Made, made_bytes, made_key, read_made
from deskeditor.publish.manifest import Source
from deskeditor.publish.outputs import FEEDS, feed_files
from deskeditor.publish.press import Copy, Job, read_job
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
        found, versions = self.change.found, self.change.versions
        changed = [versions[index] for index in found]
        facts = {each.id: self._same_facts(each, index) for each, index in zip(changed, found, strict=True)}
        jobs = {each.id: self._job(each) for each in changed}
        order = Order(self.root, self.grounds.theme, self.grounds.site, self.grounds.standing.place, self.now)
        bench = Bench(self.grounds.library, self.grounds.kept)
        made = dict(bench.do(Task(order=order, jobs=list(jobs.values()))).made)
        rows: dict[str, bytes] = {}
        for each in changed:
            key = story_key(self._foundation, each, jobs[each.id], places_of(facts[each.id], order.place))
            self._lasts_like_before(each, made[each.id])
            rows[self._name(each)] = made_bytes(made[each.id], key)
        self.grounds.kept.put("pages", rows)
        files = {path: sealed for each in made.values() for path, sealed in each.sealed.items()}
        findings = tuple(finding for each in made.values() for finding in each.findings)
        if min(found) < ENTRIES:
            files |= self._feeds()
        return Anew(files, [Source(each.id, each.revision, jobs[each.id].path) for each in changed], findings)

    @property
    def _foundation(self) -> str:
        return self.grounds.standing.foundation

    @cached_property
    def _house(self) -> House:
        return House(self.grounds.site, Theme.load(self.grounds.theme), self.grounds.standing.place)

    def _name(self, version: Version) -> str:
        return f"{self.grounds.standing.edition}:{version.id}"

    def _same_facts(self, version: Version, index: int) -> Facts:
        """The facts of a story, which must be what they were: all that others show of it is in them."""
        sha256 = self.change.before[index].split("\t")[3]
        before = self.grounds.kept.get("facts", mark(version._replace(sha256=sha256)))
        (now,) = keep([self.grounds.library.load(version.id)], self.grounds.kept).values()
        (facts,) = from_json([now.decode("utf-8", "surrogatepass")])
        if before != now or facts.latest > self.now:
            raise Unfit
        return facts

    def _job(self, version: Version) -> Job:
        kept = self.grounds.kept.get("jobs", self._name(version))
        if kept is None:
            raise Unfit
        return read_job(kept)

    def _lasts_like_before(self, version: Version, made: Made) -> None:
        row = self.grounds.kept.get("pages", self._name(version))
        before = read_made(row, made_key(row)) if row else None
        if before is None or before.media != made.media or before.files.keys() != made.files.keys():
            raise Unfit
        if not made.lasting:
            raise Unfit

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
