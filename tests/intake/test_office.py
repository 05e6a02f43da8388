"""Word and OpenDocument files."""

from hashlib import sha256
from io import BytesIO

import odfdo
import pytest
from tests.intake.desk import nothing, taken
from tests.intake.office import PNG, docx, packed, paragraph, story_docx

from deskeditor.intake import Refused, read

WORD = taken(story_docx(), "story.docx")
_HASH = sha256(PNG).hexdigest()


def test_a_word_file_becomes_markdown() -> None:
    assert WORD.document.text == "\n\n".join(
        [
            "The **bold** and *slanted* words and a [link](https://example.org/a) stand in this sentence"
            "[^1].",
            "## What is next",
            "- one\n    1. deeper\n- two",
            "| A | B |\n| --- | --- |\n| 1 | 2 |",
            f"![A red dot](media:{_HASH})",
            "[^1]: Said in a call.",
        ]
    )


def test_the_title_and_dateline_of_a_word_file_become_fields() -> None:
    fields = WORD.document.fields
    assert (fields.headline, fields.dateline) == ("A story that was written in Word", "Columbia, Missouri")


def test_the_picture_of_a_word_file_comes_along() -> None:
    assert [picture.data for picture in WORD.media] == [PNG]


def test_wire_copy_in_a_word_file_loses_its_furniture() -> None:
    lines = [
        "A headline of the day in Word",
        "By Jane Doe",
        "The council voted on Monday to close it.",
        "Share this:",
    ]
    story = taken(docx("".join(map(paragraph, lines))), "wire.docx").document
    assert (story.text, story.fields.byline[0].name) == (lines[2], "Jane Doe")


def odt() -> bytes:
    """An OpenDocument text with headings, marks, a list, a table, a link and a footnote."""
    document = odfdo.Document("text")
    document.body.clear()
    document.insert_style(odfdo.Style("text", name="fat", bold=True), automatic=True)
    document.body.append(odfdo.Header(1, "A story that was written elsewhere"))
    first = odfdo.Paragraph("CHICAGO (AP) — The fat word and the link stand in this sentence.")
    first.set_span("fat", regex="fat")
    first.set_link("https://example.org/b", regex="link")
    first.insert_note(after="sentence", note_id="n1", citation="1", body="Said in a call.")
    document.body.append(first)
    document.body.append(odfdo.Header(2, "What is next"))
    document.body.append(odfdo.List(["one", "two"]))
    table = odfdo.Table("T", width=2, height=2)
    table.set_values([["A", "B"], ["1", "2"]])
    document.body.append(table)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_opendocument_text_becomes_markdown() -> None:
    assert taken(odt(), "story.odt").document.text == "\n\n".join(
        [
            "The **fat** word and the [link](https://example.org/b) stand in this sentence[^1].",
            "## What is next",
            "- one\n- two",
            "| A | B |\n| --- | --- |\n| 1 | 2 |",
            "[^1]: Said in a call.",
        ]
    )


def test_the_dateline_of_an_opendocument_text_is_lifted_and_its_agency_kept() -> None:
    fields = taken(odt(), "story.odt").document.fields
    assert fields.dateline == "CHICAGO"
    assert fields.note_to_editor == "Agency in the dateline: AP"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "protected by a password"),
        (b"PK\x03\x04 this was cut off", "damaged"),
        (story_docx()[:-200], "damaged"),
        (packed({"word/document.xml": "<w:document"}), "damaged"),
        (packed({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document/>"}), "do not trust"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<no"}), "damaged"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
        (
            packed(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<manifest:encryption-data/>",
                }
            ),
            "password",
        ),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "table, slides or a book"),
        (packed({"mimetype": "application/epub+zip"}), "an EPUB book"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        read("story.docx", data, nothing)
    assert "\n" not in str(refusal.value) and "Nothing was taken in" in str(refusal.value)
