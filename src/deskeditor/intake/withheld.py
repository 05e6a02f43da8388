"""What a reader keeps out of a story, told to the desk in one note for each reason."""

from collections.abc import Iterator


class Withheld:
    """Words by the reason for which they were taken out, and what else is to be said."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._said: dict[str, None] = {}
        self._running = ""

    def take(self, why: str, text: str) -> None:
        """Words that do not come into the story; those that follow each other at once are one piece."""
        if not text:
            return
        pieces = self._texts.setdefault(why, [])
        if self._running == why and pieces:
            pieces[-1] += text
        else:
            pieces.append(text)
        self._running = why

    def part(self) -> None:
        """Something else stands between what was taken out and what will be."""
        self._running = ""

    def say(self, note: str) -> None:
        """A sentence for the desk, once."""
        self._said.setdefault(note, None)

    def notes(self) -> Iterator[str]:
        """A note for each reason, with the words."""
        yield from self._said
        for why, pieces in self._texts.items():
            texts = [" ".join(piece.split()) for piece in pieces]
            shown = " … ".join(dict.fromkeys(filter(None, texts)))
            if shown:
                yield f"Taken out ({why}): “{shown}”"
