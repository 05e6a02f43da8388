"""What stands in the fields that readers see."""

from collections.abc import Iterator
from typing import NamedTuple

from deskeditor.document.fields import field_value
from deskeditor.publish.checks.subject import Copy

_FIELDS = {
    "headline": "headline",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "dateline": "dateline",
    "section": "section",
    "seo_title": "search title",
    "seo_description": "search description",
    "social_text": "social text",
}


class Said(NamedTuple):
    """A field, what a writer calls it, and its words."""

    field: str
    name: str
    words: str


def fields_said(copy: Copy) -> Iterator[Said]:
    """Every field with words for readers."""
    fields = copy.fields
    for field, name in _FIELDS.items():
        yield Said(field, name, str(field_value(fields, field)))
    for author in fields.byline:
        yield Said("byline", "byline", author.name)
    if fields.lead_picture:
        lead = fields.lead_picture
        words = f"{lead.alt}\n{lead.caption}\n{lead.credit}"
        yield Said("lead_picture", "words of the lead picture", words)
    for correction in fields.corrections:
        yield Said("corrections", "corrections", correction.note)
    for related in fields.related:
        yield Said("related", "related stories", f"{related.headline}\n{related.excerpt}")
