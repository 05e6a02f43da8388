"""Readers' voices, hyphens and quotation marks follow the language."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.site import language_tag


def look(copy: Copy) -> Iterator[Remark]:
    """A language tag by its form."""
    said = copy.fields.language
    if not said.strip():
        yield Remark("The language is missing. Give one like en or en-GB.")
    elif not language_tag(said):
        yield Remark(f"“{said}” is no language. Give one like en or en-GB.")
