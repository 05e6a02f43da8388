"""The process that renders: reads questions on stdin, answers on stdout, ends when stdin does. No Qt."""

import gc
import sys
from pathlib import Path
from typing import BinaryIO

from deskeditor.document.fields_json import fields_from_json
from deskeditor.document.model import Fields
from deskeditor.document.text import words
from deskeditor.render.patch import Patch
from deskeditor.render.rendering import Context, Rendering, block_at, block_start, render, update
from deskeditor.session.preview_page import PreviewPage
from deskeditor.session.preview_protocol import (
    Opening,
    Parts,
    PatchOut,
    Reply,
    Request,
    Sought,
    request_from,
    to_line,
)
from deskeditor.worker.limits import Limits, hold

MEMORY = 2_000_000_000
"""Bytes: several times what a book takes."""


class Worker:
    """Holds one article's rendering and keeps it in step with the window's text."""

    def __init__(self) -> None:
        self._rendering: Rendering = render("", Context())
        self._fields = Fields()
        self._page: PreviewPage | None = None

    def answer(self, request: Request) -> Reply:
        """The reply to one request; edits are applied in order."""
        reply = Reply(serial=request["serial"])
        if "open" in request:
            self._open(request["open"], reply)
        if "fields" in request:
            self._set_fields(fields_from_json(request["fields"]), reply)
        if "edits" in request:
            reply["patches"] = reply.get("patches", []) + [self._edit(*edit) for edit in request["edits"]]
        if "caret" in request:
            reply["block"] = block_at(self._rendering, request["caret"])
        if "find" in request:
            reply["position"] = self._find(request["find"])
        if "show" in request:
            self._show(request["show"], reply)
        reply["notes"] = [note.message for note in self._rendering.notes]
        return reply

    def _open(self, opening: Opening, reply: Reply) -> None:
        self._page = PreviewPage(Path(opening["media"]), opening["site"], opening["theme"])
        self._fields = fields_from_json(opening["fields"])
        reply["shell"], reply["remark"] = self._page.shell, self._page.remark
        self._render(opening["text"], reply)
        reply["parts"] = self._parts()

    def _set_fields(self, fields: Fields, reply: Reply) -> None:
        language = self._fields.language
        self._fields = fields
        if fields.language != language:
            self._render(self._rendering.text, reply)
        reply["parts"] = self._parts()

    def _render(self, text: str, reply: Reply) -> None:
        self._rendering = render(text, Context(self._fields.language))
        fragments = [self._resolve(html) for html in self._rendering.html]
        tail = self._resolve(self._rendering.tail)
        reply["reset"] = True
        reply["patches"] = [PatchOut(first=0, removed=0, fragments=fragments, changed=[], tail=tail)]

    def _edit(self, start: int, removed: int, inserted: str) -> PatchOut:
        self._rendering, patch = update(self._rendering, start, removed, inserted)
        return self._out(patch)

    def _out(self, patch: Patch) -> PatchOut:
        resolve = self._resolve
        return PatchOut(
            first=patch.first,
            removed=patch.removed,
            fragments=[resolve(html) for html in patch.fragments],
            changed=[(index, resolve(html)) for index, html in patch.changed],
            tail=None if patch.tail is None else resolve(patch.tail),
        )

    def _resolve(self, html: str) -> str:
        return self._page.resolve(html, self._fields.language) if self._page else html

    def _parts(self) -> Parts:
        if self._page is None:
            return Parts(header="", footer="", language="en", direction="ltr")
        return self._page.parts(self._fields, words(self._rendering.text))

    def _find(self, sought: Sought) -> int:
        from deskeditor.render.locate import source_position

        index = min(sought["block"], len(self._rendering.blocks) - 1)
        if index < 0:
            return 0
        source = self._rendering.blocks[index].source
        start = block_start(self._rendering, index)
        return start + source_position(source, sought["prefix"], sought["word"])

    def _show(self, position: int, reply: Reply) -> None:
        from deskeditor.render.locate import visible_position

        if not len(self._rendering.blocks):
            return
        index = block_at(self._rendering, position)
        offset = position - block_start(self._rendering, index)
        reply["block"] = index
        reply["word"], reply["nth"] = visible_position(self._rendering.blocks[index].source, offset)


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer one line after the other until the other side is gone."""
    worker = Worker()
    worker.answer(Request(serial=0, edits=[(0, 0, "Warm *up*.")]))
    worker = Worker()
    # A collection in the middle of a keystroke would be seen; what lives this long stays for good.
    gc.freeze()
    for line in questions:
        answers.write(to_line(worker.answer(request_from(line))))
        answers.flush()


if __name__ == "__main__":
    hold(Limits(memory=MEMORY))
    serve(sys.stdin.buffer, sys.stdout.buffer)
