"""Bits turned over in texts, files and journals at random: nothing wrong is shown or published.

python -m tests.e2e.flips 50
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random

from deskeditor.cli.main import run
from deskeditor.document.model import Author, Document, Fields, Status
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.errors import LibraryError
from deskeditor.library.journal import Journal, Keep
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library
from deskeditor.session.recovery import rescue

SIGN = "quill"
"""Every word of a story is this with its number: whatever else stands there was made by a flip."""
MISTAKE = "made a mistake"
COMMANDS = (
    ("list", "{library}"),
    ("list", "{library}", "--search", SIGN),
    ("show", "{library}", "{story}"),
    ("history", "{library}", "{story}"),
    ("check", "{library}"),
    ("doctor", "{library}"),
    ("export", "{library}", "{out}"),
    ("backup", "{library}", "{copy}"),
    ("set", "{library}", "{story}", "kicker=New"),
    ("revert", "{library}", "{story}"),
)


def furnished(path: Path) -> tuple[Path, list[str]]:
    """A library of four public stories with two revisions each, and their ids."""
    with Library.create(path) as library:
        ids = []
        for number in range(4):
            fields = Fields(
                headline=f"{SIGN}{number}",
                section="Local",
                status=Status.PUBLISHED,
                published="2026-01-05T09:00:00+01:00",
                byline=(Author("Jane Doe"),),
            )
            article = library.new(Document(_text(number, 50), fields))
            library.save(article.id, Document(_text(number, 400), fields), 1)
            ids.append(str(article.id))
    return path, ids


def _text(number: int, length: int) -> str:
    return " ".join([f"{SIGN}{number}"] * length) + "\n"


def flipped_text(path: Path, random: Random) -> None:
    """One bit of one word of a text, wherever in the file it stands."""
    raw = bytearray(path.read_bytes())
    places = [at for at in range(len(raw)) if raw.startswith(f" {SIGN}".encode(), at)]
    raw[random.choice(places) + random.randrange(len(SIGN) + 1)] ^= 1 << random.randrange(8)
    path.write_bytes(raw)


def flipped_anywhere(path: Path, random: Random) -> None:
    """One bit of the whole file."""
    raw = bytearray(path.read_bytes())
    raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    path.write_bytes(raw)


def wrong(library: Path, story: str, folder: Path) -> Iterator[str]:
    """What the commands do with a damaged library that they must not."""
    places = {
        "library": str(library),
        "story": story,
        "out": str(folder / "out"),
        "copy": str(folder / "c.desk"),
    }
    for command in COMMANDS:
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            run([part.format(**places) for part in command])
        name = " ".join(command[:1])
        if MISTAKE in err.getvalue() or "Traceback" in err.getvalue():
            yield f"{name}: {err.getvalue().strip()}"
        if command[0] == "show" and not spelled(out.getvalue()):
            yield f"{name}: wrong words shown"
        if command[0] == "doctor" and SIGN in out.getvalue().replace(f"“{SIGN}", ""):
            yield f"{name}: words of a story printed"
    for page in (folder / "out").rglob("2026/01/*.html"):
        if not spelled(
            page.read_text("utf-8")
            .partition("<body")[2]
            .partition('class="body"')[2]
            .partition("</article")[0]
        ):
            yield f"export: wrong words published on {page.name}"


def body_of(page: Path) -> str:
    """The longest paragraph of a page, which is its story."""
    return max(re.findall("<p>(.*?)</p>", page.read_text("utf-8"), re.DOTALL), key=len, default="")


def spelled(shown: str) -> bool:
    """Whether a body, the line of the most words, is one word again and again, as it was written."""
    words = max((line.split() for line in shown.splitlines()), key=len, default=[])
    return len(words) < 40 or (len(set(words)) == 1 and re.fullmatch(rf"{SIGN}[0-3]", words[0]) is not None)


def opened(library: Path, journals: Path) -> str:
    """What the window's open comes to; a sentence is right, anything else is raised."""
    try:
        with Library.open(library) as desk:
            rescue(desk, journals)
            for row in desk.page(ListView()).rows:
                try:
                    desk.load(row.id)
                except LibraryError:
                    continue
    except LibraryError as error:
        return str(error)
    return ""


def journal_of(library: Path, journals: Path, story: str) -> Path:
    """The journal of a program that died after twenty words."""
    with Library.open(library, Mode.READ) as desk:
        article = desk.load(desk.find(story))
        journal = Journal(journals, desk.uuid, article.id, article.revision, article.sha256)
    at = len(article.document.text)
    for number in range(20):
        word = f"typed{number:02} "
        step = ReplaceText(at, "", word)
        journal.append(Transaction((step,), None, Origin.TYPING, 0.0).to_json())
        at += len(word)
    journal.close(Keep.STEPS)
    return journal.path


def lost(library: Path, journals: Path) -> list[str]:
    """The words of the journal that neither a story nor a draft has after the start, but for one record."""
    opened(library, journals)
    with Library.open(library, Mode.READ) as desk:
        texts = " ".join(desk.load(row.id).document.text for row in desk.page(ListView()).rows)
    return [word for word in (f"typed{number:02}" for number in range(20)) if word not in texts]


def campaign(kind: str, count: int, seed: int = 1) -> list[str]:
    """What went wrong in so many flips of one kind: texts, files or journals."""
    random, found = Random(seed), []
    with tempfile.TemporaryDirectory() as place:
        model, ids = furnished(Path(place) / "model.desk")
        for number in range(count):
            folder = Path(place) / str(number)
            folder.mkdir()
            library = Path(shutil.copy(model, folder / "news.desk"))
            story = random.choice(ids)
            if kind == "journals":
                flipped_anywhere(journal_of(library, folder / "journals", story), random)
                gone = lost(library, folder / "journals")
                kept = list((folder / "journals").glob("*.unfit"))
                if len(gone) > 1 or not kept:
                    found.append(f"{number}: lost {gone}, kept {kept}")
                continue
            (flipped_text if kind == "texts" else flipped_anywhere)(library, random)
            try:
                found += [f"{number}: {each}" for each in wrong(library, story, folder)]
                opened(library, folder / "journals")
            except Exception as error:  # whatever it is, it is what we look for
                found.append(f"{number}: {type(error).__name__}: {error}")
            shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    for name in ("texts", "files", "journals"):
        wrongs = campaign(name, int(sys.argv[1]))
        print(f"{name}: {len(wrongs)} wrong in {sys.argv[1]}")
        print("\n".join(wrongs[:20]))
