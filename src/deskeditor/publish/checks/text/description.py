"""What a search result and a shared link say of the story."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.story import one_line, opening

SHORTEST, LONGEST = 50, 320


def look(copy: Copy) -> Iterator[Remark]:
    """The search description, else the standfirst; without either the opening of the text stands in."""
    fields = copy.fields
    field, name = ("seo_description", "search description") if fields.seo_description.strip() else _STANDFIRST
    said = one_line(fields.seo_description) or one_line(fields.standfirst)
    if not said:
        yield Remark("The standfirst is missing; the opening of the text would stand in.", field=field)
    elif not SHORTEST <= len(said) <= LONGEST:
        much = "little" if len(said) < SHORTEST else "much"
        told = (
            f"The {name} has {len(said)} characters, too {much} for a shared link: {SHORTEST} to {LONGEST}."
        )
        yield Remark(told, field=field)
    elif said == opening(copy.html):
        yield Remark(f"The {name} repeats the first paragraph. Cut one of them.", field=field)


_STANDFIRST = ("standfirst", "standfirst")
