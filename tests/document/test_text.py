"""Cleaning, counting, Qt's positions and slugs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import texts

from deskeditor.document.text import (
    clean,
    from_utf16,
    reading_minutes,
    slugify,
    to_utf16,
    utf16_length,
    words,
)

anything = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\r\n\x00\ud83d\ude00"))


@given(anything)
def test_clean_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned == clean(cleaned)
    assert not set("\r\0") & set(cleaned)


@given(texts)
def test_what_is_clean_is_kept_to_the_letter(text: str) -> None:
    kept = text.replace("\r", "").replace("\0", "")
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\ude00\ud83d", "\ufffd\ufffd"),
        ("a\0b", "a\ufffdb"),
        ("a\u2029b\u2028c\x0bd\xa0e\ufefff", "a\u2029b\u2028c\x0bd\xa0e\ufefff"),
    ],
)
def test_line_ends_and_broken_characters_are_mended_and_nothing_else(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The council met.", 3),
        ("“We’ll see,” she said.", 4),
        ("night—and day – or not", 5),
        ("Jean-Luc won 10,000.50 euros", 4),
        ("## A heading\n\n- one\n- two\n\n---\n", 4),
        ('[the report](https://example.org/a_b?c=d "A title") says', 3),
        ('![A hall](media:5f5f "The hall"){credit="Jane Doe"}', 2),
        ("[ref]: https://example.org/very/long\n\nText [here][ref]", 3),
        ("See <https://example.org> and <b>this</b>", 3),
        ("::: fact-box The vote\nFive to four\n:::\n", 5),
        ("```python\nprint()\n```\n", 1),
        ("a < b and c > d", 5),
        ("**bold** _word_ ~~gone~~ *a*", 4),
        ("Cafe\u0301 au lait", 3),
        ("東京で会議", 5),
        ("Он сказал: «да»", 3),
        ("a\xa0b\u2029c\u2028d", 4),
        ("snake_case_name", 3),
        ("😀 ... !!", 0),
    ],
)
def test_words_are_those_that_a_reader_reads(text: str, count: int) -> None:
    assert words(text) == count


@given(texts, texts)
def test_a_blank_line_between_two_texts_makes_no_word(one: str, two: str) -> None:
    plain = [re.sub(r"[\[\]()<>{}:`~]", "", text) for text in (one, two)]
    assert words("\n\n".join(plain)) == sum(map(words, plain))


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (238, 1), (239, 2), (2380, 10)])
def test_reading_takes_whole_minutes(count: int, minutes: int) -> None:
    assert reading_minutes(count) == minutes


@given(texts)
def test_qt_counts_in_units_of_utf_16(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(texts, st.integers(0, 70))
def test_a_position_goes_to_qt_and_comes_back(text: str, position: int) -> None:
    position = min(position, len(text))
    assert from_utf16(text, to_utf16(text, position)) == position


@given(texts, st.integers(0, 200))
def test_any_position_of_qt_is_one_of_ours_at_or_before_it(text: str, units: int) -> None:
    position = from_utf16(text, units)
    assert 0 <= position <= len(text)
    assert to_utf16(text, position) in {min(units, utf16_length(text)), units - 1}


@pytest.mark.parametrize(
    ("units", "position"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (9, 4)]
)
def test_the_middle_of_a_character_is_the_place_before_it(units: int, position: int) -> None:
    assert from_utf16("a😀😁b", units) == position


@given(st.text())
def test_a_slug_is_safe_in_any_address_and_on_any_disk(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 80
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Missouri governor won’t “blink” & stays", "missouri-governor-wont-blink-and-stays"),
        ("Ærø, Łódź & Straße: été", "aero-lodz-and-strasse-ete"),
        ("Выборы в Харькове", "vybory-v-kharkove"),
        ("Αθήνα", "athina"),
        ("İstanbul", "istanbul"),
        ("…", "story"),
        ("東京", "story"),
        ("CON", "con-story"),
        ("Index", "index-story"),
        ("com1", "com1-story"),
        ("word " * 30, "-".join(["word"] * 16)),
        ("x" * 100, "x" * 80),
    ],
)
def test_a_headline_becomes_a_slug(headline: str, slug: str) -> None:
    assert slugify(headline) == slug
