"""What is read in a process comes out as it does here, or is refused in a sentence."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.publish.pictures import photograph

from deskeditor.document.model import ArticleId
from deskeditor.intake import Refused, paste, read
from deskeditor.intake import reader as reading
from deskeditor.intake.reader import Reader
from deskeditor.library.errors import NotAPicture, Unavailable
from deskeditor.worker import Stopped

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Second point<o:p></o:p></p>
<p class=MsoNormal>It <b>rained</b>.<!--[if gte mso 9]><xml><w:x>hidden</w:x></xml><![endif]--></p>
<!--EndFragment--></body></html>"""
CLIPS = (
    WORD,
    '<b style="font-weight:normal"><p dir="ltr">So <span style="font-weight:700">bold</span>.</p></b>',
    "<table><tr><td>a<td>b<tr><td>1<td>2</table><p>behind",
    "<ul><li>one<ul><li>two</ul><li>three</ul>",
    "<p>a<div>b</p>c</div><p>d<table>e</table>",
    "<p>10<sup>6</sup> &amp; <i>so<b>on</i></b></p><!-- gone --><![CDATA[x]]>",
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One for all, as a window has it."""
    with Reader() as made:
        yield made


def nobody(_headline: str) -> ArticleId | None:
    return None


def put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize("clip", CLIPS)
def test_a_copy_is_read_as_here(reader: Reader, clip: str) -> None:
    assert reader.copy(clip, "").text == paste(clip, "")


def test_a_file_is_read_as_here(reader: Reader, tmp_path: Path) -> None:
    content = b"Mayor resigns\n\nSPRINGFIELD, Ill. - The mayor resigned.\n\nRead also: Sun over Hamm\n"
    file = put(tmp_path, "wire.txt", content)
    known = {"Sun over Hamm": ArticleId("sun")}.get
    assert reader.file(file, known) == read("wire.txt", content, known)


def test_pictures_of_a_file_are_looked_at_in_the_process(reader: Reader, tmp_path: Path) -> None:
    from base64 import b64encode

    pictures = (photograph(60, 40), b"\x89PNG\r\n" + b"no picture at all" * 20)
    sources = "".join(f'<img alt="x" src="data:image/png;base64,{b64encode(p).decode()}">' for p in pictures)
    html = f"<h1>Rain</h1><p>It rained on Friday.</p>{sources}"
    (article,) = reader.file(put(tmp_path, "x.html", html.encode()), nobody)
    assert [(bool(each.suffix), bool(each.fault)) for each in article.media] == [(True, False), (False, True)]


def test_a_refusal_names_the_file(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^“odd\.txt”: This file is empty"):
        reader.file(put(tmp_path, "odd.txt", b""), nobody)


BAD = {
    "hang": "threading.Event().wait()",
    "grow": "bytearray(1 << 34)",
    "crash": "os.abort()",
    "stumble": "{}['x']",
}


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("hang", "“x.md” takes too long to be read."),
        ("grow", "“x.md” is too large or too complicated to be read safely."),
        ("crash", "“x.md” is too large or too complicated to be read safely."),
        ("stumble", "“x.md” could not be read: the reader stumbled over it (KeyError)."),
    ],
)
def test_a_file_that_breaks_its_reader_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, says: str
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    # The process reads with a reader that breaks at one file.
    (bad / "sitecustomize.py").write_text(
        "import os, threading\n"
        "import deskeditor.intake.reading as reading\n"
        "right = reading.articles_of\n"
        "def wrong(name, *terms):\n"
        f"    if name == 'x.md': {BAD[what]}\n"
        "    return right(name, *terms)\n"
        "reading.articles_of = wrong\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(bad))
    monkeypatch.setattr(reading, "FILE_SECONDS", 2.0 if what == "hang" else 120.0)
    with Reader() as made:
        with pytest.raises(Refused) as refused:
            made.file(put(tmp_path, "x.md", b"# A\n\nb\n"), nobody)
        assert str(refused.value).startswith(says)
        monkeypatch.setattr(reading, "FILE_SECONDS", 120.0)
        assert made.file(put(tmp_path, "y.md", b"# A\n\nb\n"), nobody)[0].source == "y.md"


def test_a_file_is_no_larger_than_stories_are(reader: Reader, tmp_path: Path) -> None:
    sparse = put(tmp_path, "x.md", b"")
    for count in (17 * 10**6, 10**9):
        os.truncate(sparse, count)
        with pytest.raises(Refused, match=r"“x\.md” is larger than 1(6|00) MB\. Nothing of it was taken in"):
            reader.file(sparse, nobody)


def test_a_picture_is_read_and_shown(reader: Reader, tmp_path: Path) -> None:
    raw = photograph(600, 400)
    file = put(tmp_path, "x.jpg", raw)
    seen = reader.look(file, 60)
    assert sha256(reader.picture(file).raw).digest() == sha256(raw).digest()
    assert (seen.width, seen.height, len(seen.pixels)) == (60, 40, 60 * 40 * 3)


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_what_is_no_picture_is_said(reader: Reader, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(Unavailable, match=r"“pipe\.jpg” is a pipe, not a file"):
        reader.picture(tmp_path / "pipe.jpg")
    with pytest.raises(NotAPicture):
        reader.look(put(tmp_path, "x.jpg", b"no picture"), 60)


def test_a_reader_that_was_stopped_reads_nothing_more(tmp_path: Path) -> None:
    file = put(tmp_path, "x.md", b"# A\n\nb\n")
    with Reader() as made:
        made.stop()
        with pytest.raises(Stopped):
            made.file(file, nobody)


def test_the_process_knows_nothing_of_qt() -> None:
    code = "import sys, deskeditor.intake.reader as r; r._load(); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
