"""An age is told in as few words as will do."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from deskeditor.ui.articles.age import age

NOW = datetime(2025, 5, 20, 15, 0, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2025-05-20T14:59:30Z", "now"),
        ("2025-05-20T14:55:00Z", "5 min"),
        ("2025-05-20T12:00:00Z", "3 h"),
        ("2025-05-19T15:00:01Z", "23 h"),
        ("2025-05-18T12:00:00Z", "Sun"),
        ("2025-05-14T12:00:00Z", "Wed"),
        ("2025-05-13T23:00:00Z", "13 May"),
        ("2024-05-12T12:00:00Z", "12 May 2024"),
        ("2025-06-01T12:00:00Z", "1 Jun"),
        ("2025-05-20T14:00:00+02:00", "3 h"),
        ("2025-05-20", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_an_age_is_told_in_few_words(then: str, said: str) -> None:
    assert age(then, NOW) == said


def test_a_day_is_the_day_of_the_reader() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    assert age("2025-05-17T16:00:00Z", tokyo) == "Sun"
