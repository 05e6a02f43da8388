"""Every rule finds what it is for, at its place, and a sound story passes them all."""

import json
from dataclasses import replace

import pytest
from tests.publish.newsroom import NOW, SOUND, Newsroom, story

from deskeditor.document.model import (
    ArticleId,
    Author,
    Correction,
    Document,
    Fields,
    MediaHash,
    Picture,
    Related,
    Status,
)
from deskeditor.publish.body import Body, body_of
from deskeditor.publish.checking import check
from deskeditor.publish.checks import (
    CONTEXT,
    TEXT,
    Copy,
    Standing,
    Subject,
    context_findings,
    findings_of,
    own_findings,
)
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.goal import Options
from deskeditor.publish.times import export_time

HELD, LOST, SIGNED = (MediaHash(letter * 64) for letter in "abc")
OUT, INSIDE = ArticleId("0123456789ab"), ArticleId("ba9876543210")
LEAD = Picture(HELD, "A bridge", "The bridge on Monday", "Ann Lens")
WHOLE = replace(SOUND, lead_picture=LEAD)
STANDING = {OUT: Standing.OUT, INSIDE: Standing.INSIDE}


def subject(document: Document, html: str = "", slug: str = "council-keeps-the-bridge") -> Subject:
    return Subject(
        article=ArticleId("k3v9x2m7q1ab"),
        copy=Copy(document, slug, Body(html)),
        now=export_time(NOW),
        standing=lambda id: STANDING.get(id, Standing.MISSING),
        called=lambda headline: OUT if headline == "Known" else None,
        has_media=lambda media: media in (HELD, SIGNED),
        named_in=lambda media: (("Cara Source", "creator"),) if media == SIGNED else (),
    )


def rules(document: Document, html: str = "") -> list[str]:
    return [finding.rule for finding in findings_of(subject(document, html or body_of(document).html))]


FIELDS = {
    "headline": replace(WHOLE, headline=" "),
    "headline-length": replace(WHOLE, headline="word " * 30),
    "byline": replace(WHOLE, byline=()),
    "section": replace(WHOLE, section=""),
    "dateline": replace(WHOLE, dateline=""),
    "lead-picture": SOUND,
    "description": replace(WHOLE, standfirst=""),
    "language": replace(WHOLE, language="en_GB!"),
    "status": replace(WHOLE, status=Status.READY),
    "published": replace(WHOLE, published=None),
    "updated": replace(WHOLE, updated="2025-08-01T00:00:00Z"),
    "embargo": replace(WHOLE, embargo="2025-08-21T12:00:01Z"),
    "hold": replace(WHOLE, hold="EMBARGOED UNTIL FRIDAY"),
    "correction": replace(WHOLE, corrections=(Correction("2025-08-19T00:00:00Z", " "),)),
    "duplicate-slug": replace(WHOLE, slug="another"),
    "missing-media": replace(WHOLE, lead_picture=replace(LEAD, media=LOST)),
    "alt": replace(WHOLE, lead_picture=replace(LEAD, alt="DSC_0042")),
    "caption": replace(WHOLE, lead_picture=replace(LEAD, caption="")),
    "credit": replace(WHOLE, lead_picture=replace(LEAD, credit="")),
    "related": replace(WHOLE, related=(Related("Elsewhere", "Whole."),)),
    "placeholder": replace(WHOLE, standfirst="TK: the vote was closer than anyone had expected, we hear."),
}


@pytest.mark.parametrize("rule", FIELDS)
def test_a_field_that_is_not_right_is_found_and_nothing_else(rule: str) -> None:
    assert rules(story(FIELDS[rule])) == [rule]


@pytest.mark.parametrize(
    "fields",
    [
        replace(WHOLE, published="2025-08-20"),
        replace(WHOLE, published="2025-08-20T10:00:00"),
        replace(WHOLE, published="2025-08-21T07:00:01-05:00"),
        replace(WHOLE, embargo="soon"),
        replace(WHOLE, updated="2025-08-22T00:00:00Z"),
        replace(WHOLE, corrections=(Correction("yesterday", "It was July."),)),
    ],
)
def test_a_time_without_a_zone_or_still_to_come_blocks(fields: Fields) -> None:
    assert [finding.level for finding in findings_of(subject(story(fields)))] == [Level.BLOCK]


@pytest.mark.parametrize(
    "related", [Related("Known"), Related("Named", "Whole.", OUT)], ids=["by headline", "by id"]
)
def test_a_related_story_that_is_out_is_no_finding(related: Related) -> None:
    assert rules(story(replace(WHOLE, related=(related,)))) == []


BODY = {
    "placeholder": ("He paid ", "TK", " dollars."),
    "heading-order": ("One.\n\n## Two\n\n", "#### Four", "\n\nFive."),
    "leftover": ("One.\n\n", "Share post:", "\n\nTwo."),
    "broken-letters": ("It was ", "â€", "œfine."),
    "control-sign": ("A soft break", "\x0b", " of Word."),
    "unclosed": ("It said:\n\n", "```", "\nand went on."),
    "clipped": ("One.\n\nHe said that he...", "", "\n\nTwo."),
    "mixed-quotes": ("“One,” he said. ", '"', 'Two," she said.'),
    "unbalanced-quotes": ("Fine.\n\n", "“One,” he said.” And went.", "\n\nTwo."),
    "doubled-word": ("It was ", "the the", " bridge."),
    "dead-link": ("See ", "[this](nowhere.html)", "."),
    "dead-anchor": ("See ", "[below](#below)", "."),
    "missing-media": ("", f'![A bridge](media:{LOST} "It"){{credit="Ann"}}', ""),
    "picture-names": ("", f'![A bridge](media:{SIGNED} "It"){{credit="Ann"}}', ""),
    "alt": ("", f'![](media:{HELD} "It"){{credit="Ann"}}', ""),
    "caption": ("", f'![A bridge](media:{HELD}){{credit="Ann"}}', ""),
    "credit": ("", f'![A bridge](media:{HELD} "It")', ""),
    "remote-media": ("", '![A bridge](https://x.org/a.jpg "It"){credit="Ann"}', ""),
    "unpublished-link": ("See ", f"[this](article:{INSIDE})", "."),
    "waiting-card": ("::: read-also\n", "Unknown", "\n:::\n"),
}


@pytest.mark.parametrize("rule", BODY)
def test_a_finding_in_the_body_names_its_characters(rule: str) -> None:
    before, found, after = BODY[rule]
    text = before + found + after
    remarks = findings_of(subject(story(WHOLE, text)))
    assert [finding.rule for finding in remarks] == [rule]
    assert found in text[remarks[0].start : remarks[0].end]
    assert remarks[0].start is not None


@pytest.mark.parametrize(
    "text",
    [
        "`TK` and\n\n```\nTODO ...\n[x](nowhere)\n```\n\nDone.",
        f"[this](article:{OUT}), [that](https://x.org/a_(b)), [mail](mailto:a@b.org).",
        "![A bridge](media:" + HELD + ' "“It” is"){credit="Ann"}\n\n“One,” he said.',
        "::: read-also\nKnown\n:::\n",
        "“One begins.\n\n“And goes on.”\n",
        "## Two\n\n### Three\n\n## Two again\n\n# hash-less\n".replace("# hash-less", "#hash"),
        "He had had enough; that that is, is.",
        "Duran Duran played in Walla Walla. The end, the endless end.",
        "A TKO in round two, says T.K. Carter of TK Maxx (NYSE: TK), by @TK and https://x.org/TK.",
        "Super Bowl XXX was hers. R&amp;D, at 5&nbsp;p.m. “What?” he asked. TK-421 is a droid.",
        "See [the vote](#the-vote).\n\n## The vote\n\nIt was close.",
        "Latest figures show a rise.\n\nBy Monday it was over.\n\nShare this with care, she said.",
    ],
)
def test_what_is_right_is_not_found(text: str) -> None:
    assert rules(story(WHOLE, text)) == []


def test_an_anchor_that_is_on_the_page_is_alive() -> None:
    assert rules(story(WHOLE, "See [below](#note)."), '<p id="note">x</p>') == []


@pytest.mark.parametrize(
    "found",
    [
        "TK",
        "TKTK",
        "tktk",
        "(tk)",
        "[tk name of the bridge]",
        "$TK",
        "TKs",
        "TODO",
        "???",
        "XXXX",
        "Lorem ipsum",
    ],
)
def test_what_is_still_to_come_blocks_where_it_stands(found: str) -> None:
    text = f"He paid {found} for it."
    finding = next(each for each in findings_of(subject(story(WHOLE, text))) if each.rule == "placeholder")
    assert text[finding.start : finding.end] in (found, "TK", "TKs")


@pytest.mark.parametrize("text", ["Die TK zahlt mehr.", "Sie kommt (tk)."])
def test_an_insurer_and_small_initials_are_no_placeholders_in_german(text: str) -> None:
    assert rules(story(replace(WHOLE, language="de-DE"), text)) == []


@pytest.mark.parametrize(
    "fields",
    [
        replace(WHOLE, headline="Council keeps TK bridges"),
        replace(WHOLE, byline=(Author("TK"),)),
        replace(WHOLE, lead_picture=replace(LEAD, credit="TK")),
        replace(WHOLE, corrections=(Correction("2025-08-19T00:00:00Z", "It was TK."),)),
    ],
)
def test_a_placeholder_in_a_field_says_in_which(fields: Fields) -> None:
    found = findings_of(subject(story(fields)))
    assert [each.rule for each in found] == ["placeholder"]
    assert found[0].field in ("headline", "byline", "lead_picture", "corrections")


def test_a_placeholder_in_the_credit_of_a_picture_is_found_at_the_picture() -> None:
    picture = f'![A bridge](media:{HELD} "It"){{credit="TK"}}'
    found = findings_of(subject(story(WHOLE, f"One.\n\n{picture}\n")))
    assert [(each.rule, each.start, each.end) for each in found] == [("placeholder", 6, 6 + len(picture))]


def test_whom_the_credit_names_no_file_gives_away() -> None:
    assert (
        rules(story(replace(WHOLE, lead_picture=replace(LEAD, media=SIGNED, credit="Cara Source/AP")))) == []
    )


def test_a_name_in_the_lead_picture_is_told_with_what_it_is() -> None:
    found = findings_of(subject(story(replace(WHOLE, lead_picture=replace(LEAD, media=SIGNED)))))
    assert [(each.rule, each.field) for each in found] == [("picture-names", "lead_picture")]
    assert "“Cara Source” (creator). None of it leaves" in found[0].message


def test_an_entity_that_readers_would_see_is_found() -> None:
    assert rules(story(WHOLE, "One &amp;nbsp; two.")) == ["broken-letters"]


def test_a_reference_that_leads_nowhere_is_found() -> None:
    assert rules(story(WHOLE, "See [it][a].\n\n[a]: nowhere.html\n"))[0] == "dead-link"


def test_what_hangs_on_the_library_is_not_kept_with_the_words() -> None:
    document = story(replace(WHOLE, status=Status.READY), f"See [this](article:{INSIDE}).")
    own = own_findings(document, "council-keeps-the-bridge", body_of(document))
    context = [each.rule for each in context_findings(subject(document))]
    assert (own, context) == ((), ["status", "unpublished-link"])


def test_a_finding_can_be_kept() -> None:
    finding = Finding("k3v9x2m7q1ab", Level.WARN, "clipped", "Is it cut off?", 3, 9, "headline")
    assert Finding.from_row(json.loads(json.dumps(finding.row()))) == finding


def test_an_empty_story_blocks() -> None:
    assert rules(story(WHOLE, " \n")) == ["empty"]


def test_what_the_renderer_does_not_show_is_found_in_its_place() -> None:
    text = "One.\n\n[^a]: Nobody refers to this.\n"
    document = story(WHOLE, text)
    found = own_findings(document, "council-keeps-the-bridge", body_of(document))
    assert [finding.rule for finding in found] == ["not-shown"]
    assert text[found[0].start : found[0].end] == "[^a]: Nobody refers to this."


def test_every_rule_has_a_test() -> None:
    rules = {row.rule for row in TEXT} | {row.rule for row in CONTEXT}
    assert rules == {*FIELDS, *BODY, "empty", "not-shown"}


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![" * 10_000, "`" * 20_000, "“" * 20_000, "a " * 20_000, "Share " * 9_000]
)
def test_a_hostile_text_is_checked_in_time_that_grows_with_its_length(text: str) -> None:
    findings_of(subject(story(WHOLE, text)))


def test_a_library_is_checked_without_its_trash_and_killed_stories(newsroom: Newsroom) -> None:
    named = {finding.article for finding in check(newsroom.library, None, Options(now=NOW))}
    titles = {newsroom.library.load(ArticleId(id)).document.fields.headline for id in named}
    assert titles == {
        "CANARY-DRAFT",
        "CANARY-EMBARGO",
        "CANARY-HOLD",
        "Guard troops asked for",
    }


def test_findings_are_told_as_json(newsroom: Newsroom) -> None:
    finding = next(
        each for each in check(newsroom.library, [newsroom.draft], Options(now=NOW)) if each.rule == "status"
    )
    assert finding.to_json() == {
        "article": newsroom.draft,
        "level": "block",
        "rule": "status",
        "message": "The status is draft; only published and corrected stories leave.",
        "start": None,
        "end": None,
    }
