"""The few words a page says by itself, in the story's language."""

from collections.abc import Mapping
from functools import cache
from html import escape

from deskeditor.resources import resource

_CREDIT = '<span class="credit">'


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    import tomllib

    with resource("themes/words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words_for(language: str) -> Mapping[str, str]:
    """The words of the nearest language there is: `de-AT`, then `de`, then English."""
    tables = _tables()
    tag = language.lower()
    while tag and tag not in tables:
        tag = tag.rpartition("-")[0]
    nearest: Mapping[str, str] = tables.get(tag, {})
    base: Mapping[str, str] = tables.get(tag.partition("-")[0], {})
    return {**tables["en"], **base, **nearest}


def credited(body: str, language: str) -> str:
    """The body with the word for a picture before each credit, as it stands at the lead picture."""
    if _CREDIT not in body:
        return body
    return body.replace(_CREDIT, f"{_CREDIT}{escape(words_for(language)['photo'])} ")
