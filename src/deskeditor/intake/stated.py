"""Fields that a format states by name, from front matter, into those of an article."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deskeditor.document.fields import with_field
from deskeditor.document.model import Author, Correction, Fields, MediaHash, Picture, Related, Status
from deskeditor.document.text import slugify
from deskeditor.intake.dates import read_moment
from deskeditor.intake.frontmatter import Value

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
    **dict.fromkeys(("embargo", "embargoed_until"), "embargo"),
}
_PEOPLE = ("byline", "author", "authors", "by", "writer")
_HASH = re.compile(r"[0-9a-f]{64}")
_OUT_OF_THE_HOUSE = (Status.PUBLISHED, Status.CORRECTED)


@dataclass(frozen=True, slots=True)
class Stated:
    """The fields so far, and what could not go into one."""

    fields: Fields
    notes: tuple[str, ...] = ()

    def noted(self, note: str) -> "Stated":
        """With one more note."""
        return replace(self, notes=(*self.notes, note))


def fields_of(values: Mapping[str, Value]) -> Stated:
    """The values as fields; whatever has no field is named with its value, never dropped in silence."""
    stated = Stated(Fields())
    for key, value in values.items():
        name = re.sub(r"[\s-]+", "_", key.strip().casefold())
        stated = _with_value(stated, name, key, value)
    return stated


def _with_value(stated: Stated, name: str, key: str, value: Value) -> Stated:
    if value in ("", [], {}):
        return stated
    if name in _TEXTS and isinstance(value, str):
        return _with_text(stated, _TEXTS[name], key, value)
    if name in _TIMES and isinstance(value, str):
        return _with_time(stated, _TIMES[name], value)
    reader = _READERS.get(name)
    if reader is not None:
        return reader(stated, value)
    return stated.noted(f"Not taken over from the head of the file: {key}: {_shown(value)}")


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return ", ".join(f"{key}: {_shown(inner)}" for key, inner in value.items())


def _with_text(stated: Stated, field: str, key: str, value: str) -> Stated:
    if getattr(stated.fields, field) not in ("", "en") and field != "language":
        return stated.noted(f"Not taken over from the head of the file: {key}: {value}")
    text = slugify(value) if field == "slug" else " ".join(value.split())
    return replace(stated, fields=with_field(stated.fields, field, text))


def _with_time(stated: Stated, field: str, value: str) -> Stated:
    moment = read_moment(value)
    if moment is not None and moment.iso is not None:
        return replace(stated, fields=with_field(stated.fields, field, moment.iso))
    why = moment.why if moment else "it could not be read"
    kept = f"{field.capitalize()} in the file: {value}"
    note = f"{stated.fields.note_to_editor}\n{kept}".strip()
    return Stated(replace(stated.fields, note_to_editor=note), stated.notes).noted(
        f"The time “{value}” ({field}) was not set: {why}."
    )


def _words(value: Value) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return (
        [_shown(item).strip() for item in value if _shown(item).strip()]
        if isinstance(value, list)
        else [_shown(value)]
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
    names = re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", re.sub(r"^by\s+", "", _shown(item), flags=re.I))
    return [_author(name) for name in names if name.strip()]


def _author(text: str) -> Author:
    found = re.fullmatch(r"(?P<name>[^<>()]+?)\s*[<(](?P<email>[^<>()\s]+@[^<>()\s]+)[>)]", text.strip())
    return Author(found["name"], email=found["email"]) if found else Author(text.strip())


def _with_status(stated: Stated, value: Value) -> Stated:
    text = _shown(value).casefold().replace("-", " ").replace("_", " ")
    status = next((one for one in Status if one.value == text), None)
    if status is None:
        return stated.noted(f"The status “{_shown(value)}” is not known here: the article is a draft.")
    if status in _OUT_OF_THE_HOUSE:
        stated = stated.noted(f"The file says that the story is {status.value}: that was taken over.")
    return replace(stated, fields=replace(stated.fields, status=status))


def _with_picture(stated: Stated, value: Value) -> Stated:
    texts = _texts(value)
    media = texts.get("media", "").removeprefix("media:")
    if not _HASH.fullmatch(media):
        return stated.noted(f"The lead picture was not taken over: {_shown(value)}")
    alt, caption, credit = (texts.get(key, "") for key in ("alt", "caption", "credit"))
    picture = Picture(MediaHash(media), alt, caption, credit)
    return replace(stated, fields=replace(stated.fields, lead_picture=picture))


def _with_corrections(stated: Stated, value: Value) -> Stated:
    for item in value if isinstance(value, list) else [value]:
        texts = _texts(item)
        moment = read_moment(texts.get("at", ""))
        if moment is None or moment.iso is None or not texts.get("note"):
            stated = stated.noted(f"A correction was not taken over: {_shown(item)}")
            continue
        entry = Correction(moment.iso, texts["note"])
        fields = replace(stated.fields, corrections=(*stated.fields.corrections, entry))
        stated = replace(stated, fields=fields)
    return stated


def _texts(value: Value) -> dict[str, str]:
    return {key.casefold(): _shown(inner) for key, inner in value.items()} if isinstance(value, dict) else {}


def _with_related(stated: Stated, value: Value) -> Stated:
    listed = value if isinstance(value, list) else [value]
    entries = []
    for item in listed:
        texts = (
            {key.casefold(): _shown(inner) for key, inner in item.items()} if isinstance(item, dict) else {}
        )
        headline = texts.get("headline") or texts.get("title") or ("" if texts else _shown(item))
        entries += [Related(headline, texts.get("excerpt", ""))] if headline else []
    return replace(stated, fields=replace(stated.fields, related=(*stated.fields.related, *entries)))


def _with_draft(stated: Stated, value: Value) -> Stated:
    return (
        stated
        if _shown(value).casefold() in ("true", "false", "yes", "no")
        else stated.noted(f"draft: {_shown(value)}")
    )


_READERS: Mapping[str, Callable[[Stated, Value], Stated]] = {
    **dict.fromkeys(("tags", "keywords", "topics"), _with_tags),
    **dict.fromkeys(("categories", "category", "section"), _with_categories),
    **dict.fromkeys(_PEOPLE, _with_authors),
    "status": _with_status,
    "related": _with_related,
    "lead_picture": _with_picture,
    "corrections": _with_corrections,
    "draft": _with_draft,
}
