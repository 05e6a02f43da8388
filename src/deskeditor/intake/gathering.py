"""What a page says of its story, gathered line by line into fields and notes."""

from collections.abc import Iterable
from dataclasses import replace

from deskeditor.document.fields import with_field
from deskeditor.document.model import Author, Document, Fields, Related
from deskeditor.document.text import slugify
from deskeditor.intake.bylines import Byline, with_role
from deskeditor.intake.escape import escape, escape_label
from deskeditor.intake.furniture import Row
from deskeditor.intake.records import Block, Kind, Known, Restriction
from deskeditor.intake.related import Line, Region
from deskeditor.intake.shapes import folded
from deskeditor.intake.signs import Time
from deskeditor.intake.sites import trim_site

_NAMES = {"published": "date", "updated": "time of the update"}


class Gathering:
    """Fields and notes as they grow while one page is read; what the format stated is never replaced."""

    def __init__(self, fields: Fields, known: Known, site: str = "") -> None:
        self.fields = fields
        self.stated = fields
        self.known = known
        self.site = site
        self.notes: dict[str, None] = {}
        self.restrictions: list[Restriction] = []
        self.dates: list[str] = []
        self._for_editor: dict[str, None] = {fields.note_to_editor: None} if fields.note_to_editor else {}
        self._tags: dict[str, None] = dict.fromkeys(fields.tags)
        self._related: dict[str, Related] = {folded(one.headline): one for one in fields.related}

    def note(self, text: str) -> None:
        """Adds a line for the desk, once."""
        self.notes[text] = None

    def keep(self, text: str) -> None:
        """Keeps a line that has no field in the note to the editor, so that it is never lost."""
        self._for_editor[text] = None

    def taken(self, what: str, text: str) -> None:
        """Names a line that was taken out."""
        self.note(f"Taken out ({what}): “{' '.join(text.split())}”")

    def headline(self, text: str) -> None:
        """The line above the story; a site's name behind it goes."""
        trimmed = trim_site(text, self.site)
        if trimmed.site:
            self.note(f"The site's name “{trimmed.site}” was cut off the headline.")
        if not self.fields.headline:
            self.fields = replace(self.fields, headline=trimmed.headline)
        elif folded(self.fields.headline) != folded(trimmed.headline):
            self.taken("a second headline", text)

    def out(self, row: Row, line: Line) -> None:
        """A line of furniture."""
        self.taken(row.name, line.plain or line.block.source)

    def time(self, time: Time) -> None:
        """A time goes into its field only where day, time of day and zone are known."""
        if time.which == "embargo":
            self.restrictions.append(Restriction(f"Embargo: {time.text}", time.text))
            return
        name = _NAMES[time.which]
        if getattr(self.stated, time.which) is not None:
            self.taken(f"{name}, which the page states itself", time.text)
        elif not time.text:
            self.note(f"Missing: the {name} (its place on the page is empty).")
        elif time.moment is None or time.moment.iso is None:
            why = time.moment.why if time.moment else "it could not be read"
            self.dates += [time.text] if time.which == "published" else []
            self.note(f"The {name} “{time.text}” was not set: {why}.")
            self.keep(f"{name.capitalize()} on the page: {time.text}")
        elif getattr(self.fields, time.which) is None:
            self.fields = with_field(self.fields, time.which, time.moment.iso)
            self.note(f"The {name} was read from “{time.text}”.")
        elif getattr(self.fields, time.which) != time.moment.iso:
            self.note(f"A second {name} “{time.text}” was not set.")
            self.keep(f"{name.capitalize()} on the page: {time.text}")

    def byline(self, byline: Byline, text: str) -> None:
        """Authors, or the role of those already known."""
        if byline.moment is not None:
            self.time(Time("published", byline.moment.text, byline.moment))
        for left in byline.left:
            self.taken("byline", left)
        known = self.fields.byline
        if byline.authors and not known:
            self.fields = replace(self.fields, byline=byline.authors)
            self.note(f"The byline was read from “{text}”.")
        elif byline.authors and {folded(one.name) for one in byline.authors} <= {
            folded(one.name) for one in known
        }:
            self.taken("byline, named before", text)
        elif byline.authors or not self._role(byline):
            self.note(f"A further byline was kept in the note to the editor: “{text}”")
            self.keep(f"Byline on the page: {text}")

    def _role(self, byline: Byline) -> bool:
        """A role or address that stands in a line of its own belongs to the names above it."""
        authors = self.fields.byline
        if not (byline.role or byline.email):
            self.note("Missing: the byline (its place on the page is empty).")
            return True
        if not authors and byline.role:
            self.fields = replace(self.fields, byline=(Author(byline.role),))
            return True
        if byline.role and any(not author.role for author in authors):
            self.fields = replace(self.fields, byline=with_role(authors, byline.role))
            return True
        if byline.email and authors and not authors[-1].email:
            last = replace(authors[-1], email=byline.email)
            self.fields = replace(self.fields, byline=(*authors[:-1], last))
            return True
        return False

    def tags(self, tags: Iterable[str], text: str) -> None:
        """Tags of the page after those already there."""
        self.note(f"The tags were read from “{' '.join(text.split())}”.")
        self._tags.update(dict.fromkeys(tags))

    def section(self, section: str, text: str) -> None:
        """The section; a second one is named only."""
        if not self.fields.section:
            self.fields = replace(self.fields, section=section)
        self.note(f"The section was read from “{text}”.")

    def caption(self, text: str) -> None:
        """A caption or credit whose picture did not come along."""
        self.note(f"A picture's caption or credit was kept in the note to the editor: “{text}”")
        self.keep(f"Caption or credit: {text}")

    def label(self, name: str, value: str, text: str) -> None:
        """A field that the page names itself; an empty one stays empty."""
        self.note(f"Read from “{text}”.")
        if name == "headline":
            self.headline(value)
        elif name == "note_to_editor":
            self.keep(value)
        elif value and not getattr(self.fields, name):
            self.fields = with_field(self.fields, name, slugify(value) if name == "slug" else value)

    def card(self, headline: str) -> Block:
        """A read-also card in the place of its line, linked where the library has that story."""
        article = self.known(headline)
        waiting = "" if article else ", waiting: the library holds no such headline"
        self.note(f"Read-also card: “{headline}”{waiting}")
        inner = f"[{escape_label(headline)}](article:{article})" if article else escape(headline)
        return Block(headline, f"::: read-also\n{inner}\n:::", Kind.OTHER)

    def teasers(self, region: Region, lines: tuple[Line, ...]) -> None:
        """The stories below “More like this”; those of “Latest” and its like belong to the site only."""
        used = {at for teaser in region.teasers for at in teaser.lines}
        for at in range(region.start, region.end):
            if at not in used or not region.related:
                self.taken("other stories" if not region.related else "related stories", lines[at].plain)
        if not region.related:
            return
        for teaser in region.teasers:
            entry = Related(teaser.headline, teaser.excerpt, self.known(teaser.headline))
            if self._related.setdefault(folded(entry.headline), entry) is entry:
                self.note(f"Related: “{teaser.headline}”")

    def finished(self, text: str) -> tuple[Document, tuple[str, ...]]:
        """The article with all that was gathered; what a story needs and this one lacks is named."""
        fields = replace(
            self.fields,
            note_to_editor="\n".join(self._for_editor),
            tags=tuple(self._tags),
            related=tuple(self._related.values()),
        )
        for name, value in (
            ("headline", fields.headline),
            ("byline", fields.byline),
            ("date", fields.published),
        ):
            told = (f"Missing: the {name}", f"The {name} “")
            if not value and not any(note.startswith(told) for note in self.notes):
                self.note(f"Missing: the {name}.")
        return Document(text, fields), tuple(self.notes)
