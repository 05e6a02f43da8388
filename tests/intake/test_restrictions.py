"""Whatever says that a story may not leave yet is understood, or holds it; the story's own words stay."""

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.intake.desk import nothing, taken

from deskeditor.document.model import Document, Fields, Status
from deskeditor.intake import ImportOptions, Intake, read
from deskeditor.intake.restrictions.moments import when_of
from deskeditor.intake.restrictions.pages import package_restrictions
from deskeditor.intake.restrictions.settling import Said, settled

BERLIN = ImportOptions(time_zone="Europe/Berlin", now="2026-01-01T00:00:00Z")
MOVING = ImportOptions("Europe/Berlin", keep_status=True, now="2026-01-01T00:00:00Z")
STORY = "The council voted on Monday to close the old bridge for a month, its chair said after the vote."
SIX = "2026-05-05T06:00:00+02:00"
AFTER = "2026-05-06T00:00:00+02:00"


def labelled(name: str) -> list[tuple[str, str | None]]:
    """Lines in many languages, and what each means: a time, a hold, or nothing."""
    rows = (Path(__file__).parent / "restrictions" / name).read_text("utf-8").splitlines()
    return [(case["line"], case["expect"]) for case in map(json.loads, rows)]


LINES = [*labelled("lines.jsonl"), *labelled("more_lines.jsonl")]
RESTRICTIONS = [line for line, told in LINES if told is not None]
INNOCENT = [line for line, told in LINES if told is None]


def came(text: str, name: str = "story.txt", options: ImportOptions = BERLIN) -> Intake:
    """The one article of a file."""
    (intake,) = read(name, text.encode(), nothing, options)
    return intake


def fields(text: str, name: str = "story.txt", options: ImportOptions = BERLIN) -> Fields:
    """Its fields."""
    return came(text, name, options).document.fields


def head(*lines: str, options: ImportOptions = BERLIN) -> Fields:
    """The fields of a Markdown file with these lines in its head."""
    inner = "\n".join(("title: Council closes bridge", *lines))
    return fields(f"---\n{inner}\n---\n\n{STORY}\n", "story.md", options)


def meant(found: Fields) -> str | datetime | None:
    """What a story's fields say: a time, a hold, or nothing."""
    return "hold" if found.hold else datetime.fromisoformat(found.embargo) if found.embargo else None


def expected(told: str | None) -> str | datetime | None:
    """The same of a labelled line."""
    return datetime.fromisoformat(told) if told and told != "hold" else told


@pytest.mark.parametrize(("line", "told"), LINES)
def test_a_line_above_the_headline_is_understood_or_holds(line: str, told: str | None) -> None:
    found = fields(f"{line}\n\nCouncil closes bridge\n\nBy Ann Lee\n\n{STORY}\n")
    assert meant(found) == expected(told)


@pytest.mark.parametrize("line", RESTRICTIONS)
def test_a_restriction_is_no_headline_and_no_standfirst_and_is_told(line: str) -> None:
    found = came(f"{line}\n\nCouncil closes bridge\n\nBy Ann Lee\n\n{STORY}\n")
    own = (found.document.fields.headline, found.document.fields.standfirst)
    assert line not in own
    assert any(note.startswith(("Held: ", "The embargo was read")) for note in found.notes)


@pytest.mark.parametrize("line", INNOCENT)
def test_words_about_an_embargo_in_a_story_are_the_storys(line: str) -> None:
    found = came(f"Council closes bridge\n\nBy Ann Lee\n\n{STORY}\n\n{line}\n\n{STORY}\n")
    assert meant(found.document.fields) is None
    assert line == "FOR IMMEDIATE RELEASE" or line in found.document.text.replace("\\", "")


@pytest.mark.parametrize(
    "place",
    [
        "{0}\nCouncil closes bridge\n\n{1}\n",
        "Council closes bridge\n\n{1}\n\n{0}\n",
        "Council closes bridge\n\n{1}\n\n{0}\n\n{1}\n",
        "Council closes bridge ({0})\n\n{1}\n",
        "[{0}] Council closes bridge\n\n{1}\n",
        "EMBARGOED UNTIL\n\n6 Uhr, 5. Mai 2026\n\nCouncil closes bridge\n\n{1}\n",
    ],
)
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_an_embargo_is_found_wherever_it_stands(place: str, ending: str) -> None:
    text = place.format("Sperrfrist: 5. Mai 2026, 6.00 Uhr", STORY)
    text = (
        "".join(f"<p>{line}</p>" for line in text.split("\n\n")).replace("\n", "<br>")
        if ending == "html"
        else text
    )
    found = came(text, f"story.{ending}")
    assert meant(found.document.fields) == datetime.fromisoformat(SIX)
    assert "Sperrfrist" not in found.document.text + found.document.fields.headline


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("embargo: 2026-05-05", AFTER),
        ("embargo: 2026-05-05 06:00", SIX),
        ("Embargo: 2026-05-05T06:00:00+02:00", SIX),
        ("embargoed_until: May 5, 2026 at 6 a.m. CEST", SIX),
        ("embargo-date: 5. Mai 2026", AFTER),
        ("embargoUntil: 2026-05-05", AFTER),
        ("embargo: {until: 2026-05-05 06:00, reason: speech}", SIX),
        ("embargo:\n  date: 2026-05-05\n  time: '06:00'\n  zone: MESZ", SIX),
        ("publishing:\n  embargo: 2026-05-05", AFTER),
        ("sperrfrist: 5.5.2026, 6 Uhr", SIX),
        ("sperrfrist_bis: 5. Mai 2026", AFTER),
        ("not_before: 2026-05-05", AFTER),
        ("release_date: 2026-05-05", AFTER),
        ("publish_after: 2026-05-05 06:00", SIX),
        ("date: 2026-05-05", AFTER),
        ("date: 2026-05-05T06:00:00+02:00", SIX),
        ("embargo: true", "hold"),
        ("hold: yes", "hold"),
        ("on_hold: legal", "hold"),
        ("hold_until: Friday", "hold"),
        ("embargo: after the speech", "hold"),
        ("embargo: 05/06/2026", "hold"),
        ("status: hold", "hold"),
        ("status: spiked", "hold"),
        ("status: pending", "hold"),
        ("status: private", "hold"),
        ("status: scheduled", "hold"),
        ("status: something else", "hold"),
        ("visibility: private", "hold"),
        ("release: false", "hold"),
        ("status: published\ndraft: true", "hold"),
        ("status: published\npublished: false", "hold"),
        ("status: published\ndate: next Friday", "hold"),
        ("subtitle: EMBARGOED UNTIL FRIDAY", "hold"),
        ("note: Embargoed until the speech begins", "hold"),
        ("embargo 2026-05-05", "hold"),
        ("# hold for release", "hold"),
        ("title: 'EMBARGOED: Bridge'", "hold"),
        ("embargo: false", None),
        ("embargo: none", None),
        ("hold: no", None),
        ("draft: true", None),
        ("status: draft", None),
        ("status: published\ndate: 2025-05-05T06:00:00Z", None),
        ("expires: 2030-01-01", None),
        ("tags: [embargo, arms]", None),
        ("subtitle: The arms embargo ends on Friday", None),
        ("release: immediate", None),
    ],
)
def test_the_head_of_a_file_is_understood_or_holds(line: str, told: str | None) -> None:
    assert meant(head(*line.split("\n"))) == expected(told)


def test_a_toml_head_is_read_as_well() -> None:
    text = f'+++\ntitle = "Bridge"\nembargo = 2026-05-05\nhold = true\n+++\n{STORY}\n'
    found = fields(text, "story.md")
    assert (found.embargo, found.hold) == (AFTER, "hold: true")


@pytest.mark.parametrize("status", ["published", "corrected", "live", "veröffentlicht"])
def test_an_import_never_publishes(status: str) -> None:
    found = came(f"---\nstatus: {status}\ndate: 2025-01-01T10:00:00Z\n---\n{STORY}\n", "story.md")
    assert found.document.fields.status is Status.READY
    assert found.document.fields.published == "2025-01-01T10:00:00+00:00"
    assert any("it came in as ready" in note for note in found.notes)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("date: 2025-01-01T10:00:00Z", Status.PUBLISHED),
        ("embargo: 2025-01-01", Status.PUBLISHED),
        ("hold: yes", Status.READY),
        ("embargo: soon", Status.READY),
        ("date: 2025-01-01", Status.READY),
        ("date: last Friday", Status.READY),
        ("draft: true", Status.READY),
    ],
)
def test_a_site_that_moves_keeps_its_status_where_every_restriction_is_understood(
    line: str, status: Status
) -> None:
    found = head("status: published", line, options=MOVING)
    assert found.status is status
    assert bool(found.hold) is (status is Status.READY)


def test_two_times_are_held_until_the_later() -> None:
    found = fields(f"Embargo: 2026-05-05\n\nEmbargo: 2026-05-04\n\nBridge closes\n\n{STORY}\n")
    assert found.embargo == AFTER and found.hold


@pytest.mark.parametrize(
    ("text", "zone", "iso"),
    [
        ("2026-03-29 02:30", "Europe/Berlin", "2026-03-29T03:30:00+02:00"),
        ("2026-10-25 02:30", "Europe/Berlin", "2026-10-25T02:30:00+01:00"),
        ("2026-03-28", "Europe/Berlin", "2026-03-29T00:00:00+01:00"),
        ("5 May 2026, noon", "America/Chicago", "2026-05-05T12:00:00-05:00"),
        ("5 May 2026, 24:00", "UTC", "2026-05-06T00:00:00+00:00"),
        ("6 a.m. ET, January 5, 2026", "UTC", "2026-01-05T06:00:00-05:00"),
        ("6 a.m. ET, July 6, 2026", "UTC", "2026-07-06T06:00:00-04:00"),
        ("06:00 BST, 5 January 2026", "UTC", None),
        ("06:00 IST, 5 May 2026", "UTC", None),
        ("06:00 XYZT, 5 May 2026", "UTC", None),
        ("12 a.m., 5 May 2026", "UTC", None),
        ("6:00 ET, May 5, 2026", "UTC", None),
        ("31 February 2026", "UTC", None),
        ("Monday, 5 May 2026", "UTC", None),
        ("5 or 6 May 2026", "UTC", None),
        ("06:00, 5 May 2026", "Mars/Olympus", None),
        ("9999-12-31", "UTC", None),
    ],
)
def test_a_time_is_never_read_too_early(text: str, zone: str, iso: str | None) -> None:
    assert when_of(text, zone).iso == iso


@pytest.mark.parametrize("label", ["Eds", "EDS", "Editors’ note", "Note to editors", "Attention editors"])
def test_a_line_for_the_desk_goes_to_the_note_to_the_editor(label: str) -> None:
    line = f"{label}: Updates with the quote of the chair."
    found = fields(f"Council closes bridge\n\n{line}\n\nBy Ann Lee\n\n{STORY}\n")
    assert (found.standfirst, found.note_to_editor) == ("", line)


def test_a_restriction_that_a_reader_of_formats_left_out_holds() -> None:
    html = f"<html><body><article><h1>Bridge</h1><p>{STORY}</p></article><p hidden>EMBARGOED UNTIL 9 MAY</p>"
    assert "EMBARGOED UNTIL" in taken(html, "page.html").document.fields.hold


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<meta name="embargo" content="2026-05-05T06:00:00+02:00">', SIX),
        ('<meta property="article:embargo_until" content="soon">', "hold"),
        ('<meta property="article:published_time" content="2026-05-05T06:00:00+02:00">', SIX),
        ('<meta property="article:published_time" content="2026-05-05">', AFTER),
        (
            '<script type="application/ld+json">{"embargo": "2026-05-05"}</script>',
            AFTER,
        ),
        ('<script type="application/ld+json">{"creativeWorkStatus": "Embargoed"}</script>', "hold"),
        ("<!-- EMBARGOED UNTIL FRIDAY -->", "hold"),
        ("<title>EMBARGOED: Bridge closes</title>", "hold"),
        ('<meta name="description" content="The arms embargo ends on Friday">', None),
        ('<script type="application/ld+json">{"creativeWorkStatus": "Published"}</script>', None),
    ],
)
def test_the_head_of_a_web_page_is_understood_or_holds(inside: str, told: str | None) -> None:
    page = f"<html><head>{inside}</head><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    assert meant(fields(page, "page.html")) == expected(told)


@pytest.mark.parametrize(
    ("part", "xml", "told"),
    [
        (
            "word/header1.xml",
            "<w:p><w:t>EMBARGO: 5 May 2026,</w:t><w:t> 06:00</w:t></w:p>",
            SIX,
        ),
        ("word/comments.xml", "<w:p><w:r><w:t>Hold for release!</w:t></w:r></w:p>", "hold"),
        (
            "docProps/custom.xml",
            '<property name="Embargo"><a>2026-05-05</a></property>',
            AFTER,
        ),
        ("docProps/core.xml", "<dc:subject>Arms embargo</dc:subject>", None),
    ],
)
def test_what_stands_around_a_word_text_is_understood_or_holds(part: str, xml: str, told: str | None) -> None:
    with ZipFile(BytesIO(), "w") as package:
        package.writestr(part, f"<x>{xml}</x>")
        said = Said(package_restrictions(package))
        document, _ = settled(Document(STORY), said, BERLIN)
    assert meant(document.fields) == expected(told)


@pytest.mark.parametrize("line", RESTRICTIONS)
@pytest.mark.parametrize("paragraph", ["{line}. {story}", "{story} {line}"])
def test_a_restriction_at_either_end_of_a_paragraph_holds(line: str, paragraph: str) -> None:
    body = paragraph.format(line=line.rstrip("."), story=" ".join([STORY] * 4))
    found = fields(f"Council closes bridge\n\n{body}\n")
    assert found.hold or found.embargo


@pytest.mark.parametrize("line", INNOCENT)
@pytest.mark.parametrize("paragraph", ["{line}. {story}", "{story} {line}"])
def test_an_innocent_line_in_a_paragraph_holds_nothing(line: str, paragraph: str) -> None:
    body = paragraph.format(line=line.rstrip("."), story=" ".join([STORY] * 4))
    found = fields(f"Council closes bridge\n\n{body}\n")
    assert (found.hold, found.embargo) == ("", None)
