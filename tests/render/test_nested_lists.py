"""A list stands on the page as it is written: each item below the one it hangs on, blank lines or none."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.render.rendering import render


class Item(NamedTuple):
    """What is written: whether a blank line stands above, how far its children are indented, and these."""

    loose: bool
    step: int
    children: "tuple[Item, ...]"
    numbered: bool


def trees(depth: int) -> st.SearchStrategy[tuple[Item, ...]]:
    inside = trees(depth - 1) if depth else st.just(())
    step = st.integers(2, 4)
    items = st.lists(st.builds(Item, st.booleans(), step, inside, st.just(False)), max_size=3).map(tuple)
    return items if depth < 2 else items.filter(bool)


def written(
    items: tuple[Item, ...], names: Iterator[int], *, numbered: bool, indent: str = ""
) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        if item.loose and (number > 1 or indent):
            yield ""
        yield f"{indent}{f'{number}.' if numbered else '-'} item{next(names)}"
        step = max(item.step, 3) if numbered else item.step
        yield from written(item.children, names, numbered=numbered, indent=indent + " " * step)


Outline = tuple[tuple[str, "Outline"], ...]


def outline(items: tuple[Item, ...], names: Iterator[int]) -> Outline:
    return tuple((f"item{next(names)}", outline(item.children, names)) for item in items)


class Reader(HTMLParser):
    """The outline of the lists of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.top: list[list[object]] = []
        self._lists: list[list[list[object]]] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            above = self._lists[-1][-1] if self._lists else None
            self._lists.append(self.top if above is None else above[1])  # type: ignore[arg-type]
        elif tag == "li":
            self._lists[-1].append(["", []])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._lists and data.strip():
            self._lists[-1][-1][0] = str(self._lists[-1][-1][0]) + data.strip()


def read(html: str) -> Outline:
    reader = Reader()
    reader.feed(html)

    def frozen(rows: list[list[object]]) -> Outline:
        return tuple((str(name), frozen(below)) for name, below in rows)  # type: ignore[arg-type]

    return frozen(reader.top)


@given(trees(2), st.booleans())
def test_every_item_hangs_where_it_was_written(items: tuple[Item, ...], numbered: bool) -> None:
    source = "\n".join(written(items, count(), numbered=numbered))
    assert read(render(source).body()) == outline(items, count())


@pytest.mark.parametrize(
    "source",
    [
        "- item0\n\n    - item1\n- item2",
        "- item0\n\n\t- item1\n- item2",
        "1. item0\n\n    1. item1\n2. item2",
    ],
)
def test_what_comes_after_a_nested_list_stands_beside_its_item(source: str) -> None:
    assert read(render(source).body()) == (("item0", (("item1", ()),)), ("item2", ()))
