"""What the window and the rendering process say to each other: one JSON object a line, ASCII only."""

import json
from typing import NotRequired, TypedDict


class Opening(TypedDict):
    """A whole article; `media` is the folder of the library's pictures."""

    article: str
    text: str
    fields: dict[str, object]
    media: str
    site: dict[str, str]
    theme: str


class Sought(TypedDict):
    """A word that was clicked: its block, the block's visible text before it, and the word."""

    block: int
    prefix: str
    word: str


class Request(TypedDict):
    """One question; exactly one of the optional parts, or `edits` and `fields` together.

    An edit is `(start, removed, inserted)`, in code points of the text as it was after the edit before it.
    """

    serial: int
    open: NotRequired[Opening]
    edits: NotRequired[list[tuple[int, int, str]]]
    fields: NotRequired[dict[str, object]]
    caret: NotRequired[int]
    find: NotRequired[Sought]
    show: NotRequired[int]


class Parts(TypedDict):
    """What stands around the body on the page."""

    header: str
    footer: str
    language: str
    direction: str


class PatchOut(TypedDict):
    """Blocks `first` to `first + removed` become `fragments`; `changed` are blocks elsewhere, by index."""

    first: int
    removed: int
    fragments: list[str]
    changed: list[tuple[int, str]]
    tail: str | None


class Reply(TypedDict):
    """The answer to the request of the same serial; `block` is where the caret stands.

    `shell` is the page without its story, `reset` says that what stood in it goes. `remark` comes with a
    shell: what is wrong with its theme, empty for nothing.
    """

    serial: int
    shell: NotRequired[str]
    remark: NotRequired[str]
    reset: NotRequired[bool]
    patches: NotRequired[list[PatchOut]]
    parts: NotRequired[Parts]
    block: NotRequired[int]
    notes: NotRequired[list[str]]
    position: NotRequired[int]
    word: NotRequired[str]
    nth: NotRequired[int]


def to_line(message: Request | Reply) -> bytes:
    """The message as one line, newline included."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def request_from(line: bytes) -> Request:
    """The question on a line that `to_line` wrote."""
    request: Request = json.loads(line)
    return request


def reply_from(line: bytes) -> Reply:
    """The answer on a line that `to_line` wrote."""
    reply: Reply = json.loads(line)
    return reply
