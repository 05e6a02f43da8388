"""Signs that no page can hold, such as a word processor's soft break: readers would see “�” instead."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.checks.text.said import fields_said

_BEYOND = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_BEYOND}]")
"""C0 and C1 but for tab and line ends, halves of surrogate pairs, and what Unicode calls no character."""


class _Run(NamedTuple):
    start: int
    end: int
    sign: str


def look(copy: Copy) -> Iterator[Remark]:
    """Each in its place in the text, and once for a field."""
    for run in _runs(copy.text):
        yield Remark(_told(run.sign, "the text"), run.start, run.end)
    for said in fields_said(copy):
        for run in list(_runs(said.words))[:1]:
            yield Remark(_told(run.sign, f"the {said.name}"), field=said.field)
    for tag in copy.fields.tags:
        for run in list(_runs(tag))[:1]:
            yield Remark(_told(run.sign, "the tags"), field="tags")


def _runs(words: str) -> Iterator[_Run]:
    if not words.isprintable():
        for found in CONTROL.finditer(words):
            yield _Run(*found.span(), found.group())


def _told(sign: str, where: str) -> str:
    return f"A control character (U+{ord(sign):04X}) stands in {where}: readers would see “�”. Take it out."
