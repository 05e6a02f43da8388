"""Fields that a format states by name, from front matter, into those of an article."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deskeditor.document.fields import with_field
from deskeditor.document.model import Author, Correction, Fields, MediaHash, Picture, Related, Status
from deskeditor.document.text import slugify
from deskeditor.intake.dates import read_moment
from deskeditor.intake.frontmatter import Value
from deskeditor.intake.records import Restriction
from deskeditor.intake.restrictions import keys

_TEXTS = {
    **dict.fromkeys(("headline", "title", "name"), "headline"),
    **dict.fromkeys(
        ("standfirst", "subtitle", "subheading", "subhead", "summary", "deck", "dek", "excerpt", "lead"),
        "standfirst",
    ),
    **dict.fromkeys(("kicker", "eyebrow", "overline"), "kicker"),
    **dict.fromkeys(("dateline", "location", "place"), "dateline"),
    **dict.fromkeys(("section", "category"), "section"),
    **dict.fromkeys(("language", "lang", "locale"), "language"),
    **dict.fromkeys(("seo_description", "description", "meta_description"), "seo_description"),
    **dict.fromkeys(("seo_title", "meta_title"), "seo_title"),
    **dict.fromkeys(("social_text", "social"), "social_text"),
    **dict.fromkeys(("note_to_editor", "note", "notes", "comment"), "note_to_editor"),
    "slug": "slug",
    "priority": "priority",
}
_TIMES = {
    **dict.fromkeys(
        ("published", "date", "publishdate", "published_at", "pubdate", "date_published", "created"),
        "published",
    ),
    **dict.fromkeys(
        ("updated", "lastmod", "modified", "last_modified", "updated_at", "last_updated"), "updated"
    ),
}
_TAGS = ("tags", "keywords", "topics")
_PEOPLE = ("byline", "author", "authors", "by", "writer")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stated:
    """The fields so far, and what could not go into one; restrictions and dates as in a Page."""

    fields: Fields
    notes: tuple[str, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    dates: tuple[str, ...] = ()

    def noted(self, note: str) -> "Stated":
        """With one more note."""
        return replace(self, notes=(*self.notes, note))

    def restricted(self, *restrictions: Restriction) -> "Stated":
        """With these restrictions too."""
        return replace(self, restrictions=(*self.restrictions, *restrictions))


def fields_of(values: Mapping[str, Value]) -> Stated:
    """The values as fields; whatever has no field is named with its value, never dropped in silence."""
    stated = Stated(Fields())
    for key, value in values.items():
        name = re.sub(r"[\s-]+", "_", key.strip().casefold())
        stated = _with_value(stated, name, key, value)
    unpublished = [
        f"{key}: {keys.shown(value)}" for key, value in values.items() if keys.is_unpublished(key, value)
    ]
    if unpublished and stated.fields.status in (Status.PUBLISHED, Status.CORRECTED):
        words = f"{unpublished[0]}, though the status is {stated.fields.status.value}"
        stated = stated.restricted(Restriction(words, "", certain=False))
    return stated


def _with_value(stated: Stated, name: str, key: str, value: Value) -> Stated:
    if value in ("", [], {}):
        return stated
    restrictions = keys.restrictions_of(key, value)
    if restrictions is not None:
        return stated.restricted(*restrictions)
    if keys.is_status(key):
        return _with_status(stated, key, value)
    if keys.is_unpublished(key, value) and name not in _TIMES:
        return stated.noted(f"{key}: {keys.shown(value)}")
    if name not in _TAGS:
        stated = stated.restricted(*keys.inner_restrictions(value))
    if name in _TEXTS and isinstance(value, str):
        return _with_text(stated, _TEXTS[name], key, value)
    if name in _TIMES and isinstance(value, str):
        return _with_time(stated, _TIMES[name], value)
    reader = _READERS.get(name)
    if reader is not None:
        return reader(stated, value)
    return stated.noted(f"Not taken over from the head of the file: {key}: {keys.shown(value)}")


def _with_text(stated: Stated, field: str, key: str, value: str) -> Stated:
    if getattr(stated.fields, field) not in ("", "en") and field != "language":
        return stated.noted(f"Not taken over from the head of the file: {key}: {value}")
    text = slugify(value) if field == "slug" else " ".join(value.split())
    return replace(stated, fields=with_field(stated.fields, field, text))


def _with_time(stated: Stated, field: str, value: str) -> Stated:
    moment = read_moment(value)
    if moment is not None and moment.iso is not None:
        return replace(stated, fields=with_field(stated.fields, field, moment.iso))
    if keys.is_yes(value) or keys.is_no(value):
        return stated.noted(f"{field}: {value}")
    why = moment.why if moment else "it could not be read"
    kept = f"{field.capitalize()} in the file: {value}"
    note = f"{stated.fields.note_to_editor}\n{kept}".strip()
    dates = (*stated.dates, value) if field == "published" else stated.dates
    return replace(stated, fields=replace(stated.fields, note_to_editor=note), dates=dates).noted(
        f"The time “{value}” ({field}) was not set: {why}."
    )


def _words(value: Value) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return (
        [keys.shown(item).strip() for item in value if keys.shown(item).strip()]
        if isinstance(value, list)
        else [keys.shown(value)]
    )


def _with_tags(stated: Stated, value: Value) -> Stated:
    tags = tuple(dict.fromkeys((*stated.fields.tags, *_words(value))))
    return replace(stated, fields=replace(stated.fields, tags=tags))


def _with_categories(stated: Stated, value: Value) -> Stated:
    words = _words(value)
    if not stated.fields.section and words:
        stated = replace(stated, fields=replace(stated.fields, section=words.pop(0)))
    return _with_tags(stated, list(words)) if words else stated


def _with_authors(stated: Stated, value: Value) -> Stated:
    listed = value if isinstance(value, list) else [value]
    authors = [author for item in listed for author in _authors(item)]
    return replace(stated, fields=replace(stated.fields, byline=(*stated.fields.byline, *authors)))


def _authors(item: Value) -> list[Author]:
    if isinstance(item, dict):
        texts = _texts(item)
        name = texts.get("name") or texts.get("display_name") or ""
        return [Author(name, *(texts.get(key, "") for key in ("role", "email", "url")))] if name else []
    names = re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", re.sub(r"^by\s+", "", keys.shown(item), flags=re.I))
    return [_author(name) for name in names if name.strip()]


def _author(text: str) -> Author:
    found = re.fullmatch(r"(?P<name>[^<>()]+?)\s*[<(](?P<email>[^<>()\s]+@[^<>()\s]+)[>)]", text.strip())
    return Author(found["name"], email=found["email"]) if found else Author(text.strip())


def _with_status(stated: Stated, key: str, value: Value) -> Stated:
    """A status that is not known may mean that the story is not to leave: it holds."""
    status = keys.status_of(value)
    if status is not None:
        return replace(stated, fields=replace(stated.fields, status=status))
    words = f"{key}: {keys.shown(value)}"
    return stated.restricted(Restriction(words, "")).noted(
        f"The status “{keys.shown(value)}” is not known here: the article is a draft."
    )


def _with_picture(stated: Stated, value: Value) -> Stated:
    texts = _texts(value)
    media = texts.get("media", "").removeprefix("media:")
    if not _HASH.fullmatch(media):
        return stated.noted(f"The lead picture was not taken over: {keys.shown(value)}")
    alt, caption, credit = (texts.get(key, "") for key in ("alt", "caption", "credit"))
    picture = Picture(MediaHash(media), alt, caption, credit)
    return replace(stated, fields=replace(stated.fields, lead_picture=picture))


def _with_corrections(stated: Stated, value: Value) -> Stated:
    for item in value if isinstance(value, list) else [value]:
        texts = _texts(item)
        moment = read_moment(texts.get("at", ""))
        if moment is None or moment.iso is None or not texts.get("note"):
            stated = stated.noted(f"A correction was not taken over: {keys.shown(item)}")
            continue
        entry = Correction(moment.iso, texts["note"])
        fields = replace(stated.fields, corrections=(*stated.fields.corrections, entry))
        stated = replace(stated, fields=fields)
    return stated


def _texts(value: Value) -> dict[str, str]:
    return (
        {key.casefold(): keys.shown(inner) for key, inner in value.items()} if isinstance(value, dict) else {}
    )


def _with_related(stated: Stated, value: Value) -> Stated:
    listed = value if isinstance(value, list) else [value]
    entries = []
    for item in listed:
        texts = (
            {key.casefold(): keys.shown(inner) for key, inner in item.items()}
            if isinstance(item, dict)
            else {}
        )
        headline = texts.get("headline") or texts.get("title") or ("" if texts else keys.shown(item))
        entries += [Related(headline, texts.get("excerpt", ""))] if headline else []
    return replace(stated, fields=replace(stated.fields, related=(*stated.fields.related, *entries)))


_READERS: Mapping[str, Callable[[Stated, Value], Stated]] = {
    **dict.fromkeys(_TAGS, _with_tags),
    **dict.fromkeys(("categories", "category", "section"), _with_categories),
    **dict.fromkeys(_PEOPLE, _with_authors),
    "related": _with_related,
    "lead_picture": _with_picture,
    "corrections": _with_corrections,
}
