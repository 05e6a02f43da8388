"""Whether an article is what was saved: by its hash, and by what the list says of it.

A disk may change what lies on it. What does not prove itself is neither shown nor published, and is named.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from deskeditor.document.model import ArticleId
from deskeditor.library.connection import Connection
from deskeditor.library.errors import DamagedText
from deskeditor.library.hashing import sha256_of_stored
from deskeditor.library.times import embargo_utc, utc

PROOF = "r.sha256, r.fields, r.text, r.article = a.key and r.number = a.number as own"
"""What a row needs to be proved: the hash, what it is of, and whether the revision is the article's own."""

# Articles that the list or the stored fields call public. The table itself is read, since an index may be
# damaged too; of drafts no text is read.
_PERHAPS_PUBLIC = f"""
    select a.id, a.slug, a.status, a.published, a.embargo, {PROOF}
    from articles a not indexed left join revisions r on r.key = a.head
    where a.trashed is null and (a.status in ('published', 'corrected')
    or instr(r.fields, '"status":"published"') or instr(r.fields, '"status":"corrected"'))"""
_DISAGREE = (
    "“{}” stays in: the list says something else of its status or its times than the story itself. "
    "The story is safe; save it once more, and they agree."
)


@dataclass(frozen=True, slots=True)
class Unsound:
    """A public story that is not what was saved; `message` names it and says what to do."""

    id: ArticleId
    message: str


def is_sound(row: sqlite3.Row) -> bool:
    """Whether the row's revision is the article's own and has the hash that it was saved with."""
    return bool(row["own"]) and has_its_hash(row)


def has_its_hash(row: sqlite3.Row) -> bool:
    """Whether text and fields of a revision have the hash that they were saved with."""
    text, fields = row["text"], row["fields"]
    both = isinstance(text, str) and isinstance(fields, str)
    return both and sha256_of_stored(text, fields) == row["sha256"]


def newest_sound(at: Connection, id: ArticleId) -> int | None:
    """The newest revision of the article that has its hash; None where none has."""
    sql = """select r.number, r.sha256, r.fields, r.text from revisions r
        join articles a on a.key = r.article where a.id = ? order by r.number desc"""
    for row in at.stream(sql, (id,)):
        number = row["number"]
        if isinstance(number, int) and has_its_hash(row):
            return number
    return None


def damaged(at: Connection, id: ArticleId, slug: object) -> DamagedText:
    """What to say of an article whose newest revision is not what was saved."""
    older = newest_sound(at, id)
    name = f"“{slug}” ({id})" if isinstance(slug, str) and slug.isprintable() else f"“{id}”"
    happened = (
        f"The newest text of {name} is not as it was saved: the disk has changed it. "
        "It is neither shown nor published; the other stories are safe."
    )
    if older is None:
        return DamagedText(happened, "No older revision is whole either: take it from a backup.", id, None)
    todo = f"Revision {older} is whole: bring it back with “deskeditor revert LIBRARY {id}”."
    return DamagedText(happened, todo, id, older)


def damaged_texts(at: Connection) -> tuple[DamagedText, ...]:
    """What to say of each article, in the trash or not, whose newest text is not what was saved."""
    sql = f"select a.id, a.slug, {PROOF} from articles a left join revisions r on r.key = a.head"
    wrong = [(ArticleId(str(row["id"])), row["slug"]) for row in at.stream(sql) if not is_sound(row)]
    return tuple(damaged(at, id, slug) for id, slug in wrong)


def unsound(at: Connection) -> tuple[Unsound, ...]:
    """The public stories that are not what was saved, or of which list and fields do not say the same.

    None of them may leave: what the list would let out, the fields may be holding back.
    """
    found = []
    for row in at.stream(_PERHAPS_PUBLIC):
        id = ArticleId(str(row["id"]))
        if not is_sound(row):
            found.append(Unsound(id, str(damaged(at, id, row["slug"]))))
        elif differing(row):
            found.append(Unsound(id, _DISAGREE.format(id)))
    return tuple(found)


def differing(row: sqlite3.Row) -> tuple[str, ...]:
    """Which of the columns that say whether an article may leave are not what its fields say."""
    with suppress(ValueError, RecursionError):
        fields = json.loads(row["fields"])
        if isinstance(fields, dict):
            names = ("status", "published", "embargo", "hold")
            columns = leaving_columns({name: fields.get(name) for name in names})
            return tuple(name for name, value in columns.items() if row[name] != value)
    return ("fields",)


def leaving_columns(fields: Mapping[str, object]) -> dict[str, str | None]:
    """What the list keeps of the fields that say when a story may leave."""
    return {
        "status": str(fields.get("status")),
        "published": utc(_text(fields.get("published"))) or "",
        "embargo": embargo_utc(_text(fields.get("embargo")), _text(fields.get("hold")) or ""),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
