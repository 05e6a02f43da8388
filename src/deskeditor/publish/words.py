"""The few words a page says by itself, in the story's language."""

import tomllib
from collections.abc import Mapping
from functools import cache

from deskeditor.resources import resource


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
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
