"""What stands level, and where one steps to."""

from dataclasses import replace

from deskeditor.document.model import Author, Document, Fields
from deskeditor.review import Risk, compare
from deskeditor.ui.review.spread import Sign, Spread, field_words, spread

FIRST = "The council met on Monday in the town hall."
SECOND = "It spoke of water for nearly two hours there."
THIRD = "Nobody from the street came to hear any of it."


def laid(a: str, b: str) -> Spread:
    """Two bodies laid out."""
    return spread(compare(Document(a), Document(b)))


def test_equal_blocks_stand_level_without_a_stop() -> None:
    assert laid(FIRST, FIRST).stops == ()


def test_what_went_stands_level_with_what_came() -> None:
    levels = laid(f"{FIRST}\n\nGone.\n\n{THIRD}", f"{FIRST}\n\nEntirely new words.\n\n{THIRD}").levels
    assert [(level.a.source, level.b.source) for level in levels if level.a and level.b][1] == (
        "Gone.",
        "Entirely new words.",
    )


def test_a_moved_block_knows_the_level_of_its_other_place() -> None:
    levels = laid(f"{FIRST}\n\n{SECOND}\n\n{THIRD}", f"{SECOND}\n\n{THIRD}\n\n{FIRST}").levels
    moved = [level.a or level.b for level in levels if (level.a or level.b) and not (level.a and level.b)]
    assert [part.partner for part in moved if part] == [len(levels) - 1, 0]


def test_a_moved_block_says_on_both_sides_which_way_it_went() -> None:
    levels = laid(f"{FIRST}\n\n{SECOND}\n\n{THIRD}", f"{SECOND}\n\n{THIRD}\n\n{FIRST}").levels
    notes = [part.note for level in levels for part in (level.a, level.b) if part and part.note]
    assert notes == ["Moved down", "Moved down"]


def test_stops_go_from_top_to_bottom_whatever_their_risk() -> None:
    after = f"{FIRST.replace('met', 'sat')}\n\n{SECOND.replace('two', 'six')}"
    assert [stop.risk for stop in laid(f"{FIRST}\n\n{SECOND}", after).stops] == [Risk.WORDING, Risk.FIGURE]


def test_fields_come_first_and_are_stops_too() -> None:
    before = Document(FIRST, Fields(headline="Water"))
    after = replace(before, text=SECOND, fields=replace(before.fields, headline="Water again"))
    found = spread(compare(before, after))
    assert (found.levels[0].label, found.stops[0].risk, found.stops[0].told) == (
        "Headline",
        None,
        "Headline changed",
    )


def test_only_the_words_of_a_headline_that_changed_are_marked() -> None:
    before = Document("", Fields(headline="Council speaks of water for two hours"))
    after = Document("", Fields(headline="Council speaks of water for six hours"))
    part = spread(compare(before, after)).levels[0].b
    assert part and [tint.span.of(part.source) for tint in part.tints] == ["six"]


def test_a_format_change_has_a_sign_of_its_own() -> None:
    part = laid(FIRST, FIRST.replace("council", "**council**")).levels[0].b
    assert part and {tint.sign for tint in part.tints} == {Sign.FORMAT}


def test_a_stop_is_told_in_words() -> None:
    assert laid(FIRST, FIRST.replace("Monday", "Friday")).stops[0].told == "Figure. “Monday” became “Friday”"


def test_values_of_fields_are_told_by_their_names() -> None:
    names = [{"name": "Jane Doe", "role": "", "email": "", "url": ""}, {"name": "John Roe"}]
    told = [field_words(value) for value in (names, ["a", "b"], None, {"alt": "A bridge", "caption": ""})]
    assert told == ["Jane Doe, John Roe", "a, b", "", "A bridge"] and Author("x").name == "x"
