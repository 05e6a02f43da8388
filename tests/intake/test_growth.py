"""What comes in is read in work that grows with its length: calls of Python are counted, never the clock."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from tests.intake.desk import nothing

from deskeditor.intake import Refused, paste, read

_WORDS = "The mill fell down before noon on Monday, its owner said."
SHAPES: dict[str, Callable[[int], str]] = {
    "prose": lambda n: f"{_WORDS}\n\n" * n,
    "lines": lambda n: f"{_WORDS}\n" * n,
    "short lines": lambda n: "said it\n" * n,
    "headlines and datelines": lambda n: "A mill fell in Joplin\n\nJOPLIN, Mo. — It fell.\n\n" * n,
    "furniture": lambda n: "Share this:\n\nRelated\n\nMore\n\n" * n,
    "headings of lists": lambda n: "Related stories\n\n" * n,
    "labels": lambda n: "Tags: a, b\n\nDate: x\n\nBy\n\n" * n,
    "captions": lambda n: "Photo: A man on a bridge\n\n" * n,
    "stars": lambda n: "*a* ** _b_ " * n,
    "signs": lambda n: "* | • " * n + "x",
    "hashes": lambda n: "# a " + "#" * n + "x",
    "spaces": lambda n: "a" + " " * n + "b\n" + "\t" * n + "c",
    "one word": lambda n: "a" * n,
    "brackets": lambda n: "[a](b " * n,
    "fences": lambda n: "```\n" * n,
    "containers": lambda n: "::: a\n" * n,
    "quotes": lambda n: "> a\n" * n,
    "numbers": lambda n: "\n".join(f"{at}. a" for at in range(n)),
    "tables": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "comments": lambda n: "<!-- a -->\n" * n,
    "remarks": lambda n: "%% a\n" * n,
    "open divisions": lambda n: "<div>" * n + "x",
    "open inline elements": lambda n: "<b><span><i>" * n + "x",
    "elements of its own": lambda n: "<x-a>a</x-a>" * n,
    "spans": lambda n: "<p>" + "<span>a </span>" * n,
    "styles": lambda n: "<style>" + ".a{color:red}" * n + "</style><p class=a>x",
    "list in list": lambda n: "<ul><li>a" * n,
    "lists beside items": lambda n: "<ul><li>a</li>" + "<ul><li>b</li></ul>" * n + "</ul>",
    "rows": lambda n: "<table>" + "<tr><td>a<td>b" * n,
    "spanning rows": lambda n: "<table>" + "<tr><td rowspan=999>a<td>b" * n,
    "footnotes": lambda n: "".join(f"<a href=#fn{at}>1</a><li id=fn{at}>a</li>" for at in range(n)),
    "hidden": lambda n: "<p hidden>a</p>" * n,
    "buttons": lambda n: "<button>a</button>" * n,
    "links": lambda n: "<a href=https://a.b/c>a</a> " * n,
    "pictures": lambda n: "<img src=https://a.b/c alt=x>" * n,
    "remarks of Google": lambda n: "<div><a id=cmnt1 href=#cmnt_ref1>a</a></div>" * n,
}


def _work(text: str, taken: Callable[[str], object]) -> int:
    """How many calls a reading makes, of Python functions and of those of C."""
    calls = 0

    def count(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        taken(text)
    except Refused:
        pass
    finally:
        sys.setprofile(None)
    return calls


def _file(name: str) -> Callable[[str], object]:
    return lambda text: read(name, text.encode(), nothing)


READERS: dict[str, Callable[[str], object]] = {
    "text": _file("a.txt"),
    "Markdown": _file("a.md"),
    "page": _file("a.html"),
    "copy": lambda text: paste(f"<p></p>{text}", "x"),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_length(shape: str, reader: str) -> None:
    once = _work(SHAPES[shape](100), READERS[reader])
    assert _work(SHAPES[shape](600), READERS[reader]) < 9 * once + 3_000
