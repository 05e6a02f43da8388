"""A proof: all that an editor needs on paper, of any story, and nothing that is not on the page."""

import base64
import hashlib
import html
import re
from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.publish.newsroom import SOUND, Newsroom, story
from tests.publish.pictures import photograph
from tests.publish.test_shipped_themes import NAMES
from tests.publish.test_single import Loads

from deskeditor.document.model import Fields, Picture, Related, Status
from deskeditor.publish.errors import Refused
from deskeditor.publish.proof import A4, LETTER, MARK, ProofOrder, drawn, may_replace, paper_in, quoted
from deskeditor.resources import resource

AT = "2025-08-20T14:30:00-05:00"
DRAFT = replace(SOUND, headline="Rents “fall”", status=Status.IN_REVIEW, published=None, slug="rents")


def proof(desk: Newsroom, fields: Fields, text: str = "One word.\n", theme: str = "") -> str:
    """The page of a proof."""
    return drawn(desk.library, ProofOrder(desk.library.new(story(fields, text)).id, theme, AT)).html


def said(page: str) -> str:
    """What stands above and below the text of every sheet."""
    sheet = page[page.rindex("@page") : page.index("</style>")]
    return re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), sheet).replace("\xa0", " ")


@pytest.mark.parametrize(
    "words",
    [
        MARK,
        "Status: in review",
        "Rents “fall”",
        "rents · revision 1 · 2 words",
        "Proof of August 20, 2025, 2:30 p.m. UTC−5",
        '"Page " counter(page) " of " counter(pages)',
    ],
)
def test_every_sheet_says_what_it_is(desk: Newsroom, words: str) -> None:
    assert words in said(proof(desk, DRAFT))


def test_every_sheet_says_that_a_story_is_on_hold_and_not_why(desk: Newsroom) -> None:
    page = said(proof(desk, replace(DRAFT, hold="The minister’s office asks us to wait")))
    assert "ON HOLD" in page and "minister" not in page and "font-weight: 700" in page


@pytest.mark.parametrize(
    ("embargo", "words"),
    [
        (None, "No embargo"),
        ("2025-08-21T06:00:00-05:00", "EMBARGOED UNTIL August 21, 2025, 6:00 a.m. UTC−5"),
        ("2025-08-20T06:00:00-05:00", "The embargo ended August 20, 2025, 6:00 a.m. UTC−5"),
        ("tomorrow", "EMBARGOED UNTIL tomorrow"),
    ],
)
def test_every_sheet_says_how_the_embargo_stands(desk: Newsroom, embargo: str | None, words: str) -> None:
    page = said(proof(desk, replace(DRAFT, embargo=embargo)))
    assert words in page
    assert ("font-weight: 700" in page) is words.startswith("EMBARGOED")


@pytest.mark.parametrize("theme", NAMES)
def test_a_proof_loads_nothing_and_its_policy_lets_its_style_pass(desk: Newsroom, theme: str) -> None:
    picture = desk.library.media.add(photograph(300, 200))
    page = proof(desk, replace(DRAFT, lead_picture=Picture(picture, "A hall")), theme=theme)
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in html.unescape(page)
    assert [each for each in Loads(page).addresses if not each.startswith("data:image/jpeg;")] == []


def test_the_pictures_of_a_proof_are_small_upright_and_in_it(desk: Newsroom) -> None:
    lead, other = (desk.library.media.add(photograph(*size)) for size in ((1800, 1200), (300, 200, 6)))
    fields = replace(DRAFT, lead_picture=Picture(lead, "A bridge"))
    page = proof(desk, fields, f"![A hall](media:{other})\n")
    found = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)
    files = [base64.b64decode(each) for each in found]
    assert [Image.open(BytesIO(each)).size for each in files] == [(1200, 800), (200, 300)]
    assert b"CANARY" not in b"".join(files) and 'loading="lazy"' not in page


def test_a_picture_that_is_not_there_leaves_its_words(desk: Newsroom) -> None:
    page = proof(desk, replace(DRAFT, lead_picture=Picture(desk.library.media.add(photograph(30, 20)))))
    lost = f"![The lost hall](media:{'0' * 64})\n"
    assert "The lost hall" in proof(desk, DRAFT, lost) and page.count("<img") == 1


def test_nothing_internal_is_in_a_proof(desk: Newsroom) -> None:
    page = proof(desk, replace(DRAFT, note_to_editor="CANARY", priority="CANARY", social_text="CANARY"))
    assert "CANARY" not in page
    assert str(desk.folder) not in page


def test_a_proof_leads_nowhere_and_names_all_that_the_story_names(desk: Newsroom) -> None:
    other = desk.library.new(story(SOUND)).id
    fields = replace(DRAFT, related=(Related("Another story", "More.", other),))
    page = proof(desk, fields, f"See [this one](article:{other}).\n")
    assert "Another story" in page and "this one" in page
    assert re.findall(r'<a [^>]*href="(?!#)', page) == []


def test_two_proofs_of_one_moment_are_the_same(desk: Newsroom) -> None:
    order = ProofOrder(desk.library.new(story(DRAFT)).id, "", AT)
    assert drawn(desk.library, order) == drawn(desk.library, order)


@given(st.text())
def test_no_headline_ends_its_string_or_the_style(text: str) -> None:
    assert re.fullmatch(r'"(?:\\[0-9a-f]+ |[\w .,:;()·–—-])*"', quoted(text))


@pytest.mark.parametrize(("territory", "paper"), [("US", LETTER), ("mx", LETTER), ("DE", A4), ("", A4)])
def test_the_paper_is_that_of_the_country(territory: str, paper: object) -> None:
    assert paper_in(territory) is paper


def test_a_letter_is_on_letter_paper(desk: Newsroom) -> None:
    order = ProofOrder(desk.library.new(story(DRAFT)).id, "", AT, LETTER)
    assert "@page { size: letter !important" in drawn(desk.library, order).html


@pytest.mark.parametrize(("content", "may"), [(b"%PDF-1.4 old", True), (b"my notes", False)])
def test_only_a_pdf_is_written_over(tmp_path: Path, content: bytes, may: bool) -> None:
    out = tmp_path / "proof.pdf"
    out.write_bytes(content)
    with nullcontext() if may else pytest.raises(Refused):
        may_replace(out)


@pytest.mark.parametrize("rule", ["counter-increment: paragraph", "hyphens: manual", "line-height: 2"])
def test_the_style_of_a_proof_keeps_its_promises(rule: str) -> None:
    assert rule in resource("proof/proof.css").read_text("utf-8")
