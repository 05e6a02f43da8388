"""Related stories: earlier, near, and the same whether they are sought anew or kept."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.model import ArticleId
from deskeditor.publish.related import Tagged, related

TAGS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=3, unique=True).map(tuple)
STORIES = st.lists(TAGS, max_size=30).map(
    lambda rows: [Tagged(ArticleId(f"{number:012}"), tags) for number, tags in enumerate(rows)]
)


def tagged(id: str, *tags: str) -> Tagged:
    return Tagged(ArticleId(id), tags)


def test_the_story_that_shares_most_topics_comes_first_and_of_equals_the_latest() -> None:
    stories = [tagged("1", "a", "b"), tagged("2", "a"), tagged("3", "a"), tagged("4", "a", "b")]
    assert related(stories, {})[ArticleId("4")].related == ("1", "3", "2")


def test_a_story_is_never_related_to_a_later_one_or_itself() -> None:
    stories = [tagged("1", "a"), tagged("2", "a"), tagged("3", "b")]
    made = related(stories, {})
    assert [made[ArticleId(id)].related for id in "123"] == [(), ("1",), ()]


@given(STORIES, STORIES)
def test_what_is_kept_of_another_library_changes_nothing(now: list[Tagged], before: list[Tagged]) -> None:
    assert related(now, related(before, {})) == related(now, {})


def test_topics_that_run_into_each_other_are_told_apart() -> None:
    before = related([tagged("1", "x"), tagged("2", "x', 'y")], {})
    now = [tagged("1", "x"), tagged("2", "x", "y")]
    assert related(now, before)[ArticleId("2")].related == ("1",)
