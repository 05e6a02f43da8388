"""Fields as JSON, and fields from a command line."""

import json

import pytest
from hypothesis import given
from tests.builders import MEDIA, fields, full_fields

from deskeditor.document.fields import FIELD_NAMES, field_value, with_field
from deskeditor.document.fields_json import fields_from_json, fields_to_json, set_field_from_text
from deskeditor.document.model import Author, Correction, Fields, Picture, Related, Status


@given(fields)
def test_fields_survive_json(given_fields: Fields) -> None:
    assert fields_from_json(json.loads(json.dumps(fields_to_json(given_fields)))) == given_fields


def test_every_field_has_its_name_in_json() -> None:
    names = (
        "headline kicker standfirst dateline section language status priority embargo hold published updated"
    )
    more = "slug seo_title seo_description social_text note_to_editor byline tags lead_picture related"
    assert (
        set(fields_to_json(full_fields()))
        == {*names.split(), *more.split(), "corrections"}
        == set(FIELD_NAMES)
    )


def test_the_records_of_json_are_those_that_others_build_on() -> None:
    written = fields_to_json(full_fields())
    shapes = {key: written[key] for key in ("lead_picture", "related", "corrections", "status")}
    assert shapes == {
        "lead_picture": {
            "media": MEDIA,
            "alt": "A hall",
            "caption": "The hall at dusk",
            "credit": "John Roe",
        },
        "related": [
            {"headline": "Earlier", "excerpt": "It had met before.", "article": "k3v9x2m7q1ab"},
            {"headline": "Waiting", "excerpt": "", "article": None},
        ],
        "corrections": [{"at": "2026-03-03T08:00:00+00:00", "note": "The vote was 5 to 4."}],
        "status": "in review",
    }


def test_unknown_keys_are_passed_over_and_missing_ones_are_as_usual() -> None:
    assert fields_from_json({"colour": "red", "headline": "H"}) == Fields(headline="H")


@pytest.mark.parametrize(
    "mapping",
    [
        {"headline": 3},
        {"headline": None},
        {"status": "lost"},
        {"status": None},
        {"embargo": 20260301},
        {"tags": "council"},
        {"tags": [1]},
        {"byline": [{"role": "Reporter"}]},
        {"byline": ["Jane Doe"]},
        {"lead_picture": []},
        {"lead_picture": {"alt": "no media"}},
        {"related": [{"headline": "H", "article": 5}]},
        {"corrections": [{"at": "2026"}]},
        {"corrections": {"at": "2026", "note": "n"}},
    ],
)
def test_a_wrong_kind_is_refused_in_one_line_that_names_the_field(mapping: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=rf"^{next(iter(mapping))}[^\n]*$"):
        fields_from_json(mapping)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("headline", "A = b, c", "A = b, c"),
        ("status", "in review", Status.IN_REVIEW),
        ("tags", "council, Missouri ,,", ("council", "Missouri")),
        ("byline", "Jane Doe, John Roe", (Author("Jane Doe"), Author("John Roe"))),
        ("byline", '[{"name": "Jane", "role": "Editor"}]', (Author("Jane", "Editor"),)),
        ("published", "2026-03-01T09:30:00+01:00", "2026-03-01T09:30:00+01:00"),
        ("published", "2026-03-01T09:30Z", "2026-03-01T09:30:00+00:00"),
        ("embargo", " ", None),
        ("lead_picture", '{"media": "ab", "alt": "x"}', Picture(MEDIA.__class__("ab"), "x")),
        ("lead_picture", '{"media": "ab", "focus": null}', Picture(MEDIA.__class__("ab"))),
        (
            "lead_picture",
            '{"media": "ab", "focus": [0, 0.25]}',
            Picture(MEDIA.__class__("ab"), focus=(0, 0.25)),
        ),
        ("lead_picture", "", None),
        ("related", '[{"headline": "H"}]', (Related("H"),)),
        ("related", "", ()),
        ("corrections", '[{"at": "2026", "note": "n"}]', (Correction("2026", "n"),)),
    ],
)
def test_a_line_of_text_sets_a_field(name: str, text: str, value: object) -> None:
    assert field_value(set_field_from_text(Fields(), name, text), name) == value


def test_a_focus_that_nobody_chose_is_not_written() -> None:
    plain = Fields(lead_picture=Picture(MEDIA))
    chosen = Fields(lead_picture=Picture(MEDIA, focus=(0.25, 0.5)))
    assert fields_to_json(plain)["lead_picture"] == {"media": MEDIA, "alt": "", "caption": "", "credit": ""}
    assert json.dumps(fields_to_json(chosen)["lead_picture"]).endswith('"credit": "", "focus": [0.25, 0.5]}')


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("colour", "red"),
        ("status", "lost"),
        ("published", "yesterday"),
        ("published", "2026-03-01T09:30:00"),
        ("related", "H"),
        ("related", "[" * 100_000),
        ("lead_picture", "[]"),
        ("lead_picture", '{"media": "ab", "focus": [0.5]}'),
        ("lead_picture", '{"media": "ab", "focus": [2, 0]}'),
        ("lead_picture", '{"media": "ab", "focus": [NaN, 0]}'),
        ("lead_picture", '{"media": "ab", "focus": "left"}'),
        ("byline", "[1]"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_in_one_line(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        set_field_from_text(Fields(), name, text)


def test_a_field_that_does_not_exist_cannot_be_set() -> None:
    with pytest.raises(ValueError, match="colour"):
        with_field(Fields(), "colour", "red")
