"""A check says of a story what an export of it would, page and all, and writes nothing."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import GUARD_PAGE, NOW, SOUND, Newsroom, story
from tests.publish.pictures import photograph
from tests.publish.test_checks import BODY, FIELDS, LEAD, subject

from deskeditor.document.model import ArticleId, Document, Fields, MediaHash, Status
from deskeditor.library.kept import Kept
from deskeditor.publish.bench import Bench, Task
from deskeditor.publish.body import body_of
from deskeditor.publish.bundle import Options
from deskeditor.publish.checking import Proofreader, check
from deskeditor.publish.checks import page_findings
from deskeditor.publish.checks.page.links import dead
from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.errors import Refused
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.reach import Reach
from deskeditor.resources import resource

ARTICLE_HTML = "article.html"
THEMES = {
    "page-link": ("</article>", '<a href="<root>gone.html">Gone</a></article>'),
    "page-headings": ("</article>", "<h1>Another</h1></article>"),
    "page-anchor": ("</article>", '<a href="#gone">Gone</a></article>'),
    "page-picture": ("</article>", '<img loading="lazy"></article>'),
}


def faulty(desk: Newsroom) -> list[ArticleId]:
    """A library with a story for each fault that a story can have."""
    media = MediaHash(desk.library.media.add(photograph(30, 20)))
    lost = desk.library.media.add(photograph(31, 20))
    whole = replace(SOUND, lead_picture=replace(LEAD, media=media))

    def held(fields: Fields) -> Fields:
        lead = fields.lead_picture
        return (
            replace(fields, lead_picture=replace(lead, media=media))
            if lead and lead.media == LEAD.media
            else fields
        )

    stories = [story(held(fields)) for fields in FIELDS.values()]
    stories += [
        story(whole, before + found.replace(LEAD.media, media) + after)
        for before, found, after in BODY.values()
    ]
    stories.append(story(replace(whole, lead_picture=replace(LEAD, media=MediaHash(lost)))))
    desk.library.media.path(MediaHash(lost)).write_bytes(b"no picture")
    return [desk.library.new(each).id for each in stories]


def asked(findings: Sequence[Finding], level: Level) -> list[Finding]:
    """Those of one level, in an order of their own."""
    return sorted((each for each in findings if each.level is level), key=repr)


def leaving(desk: Newsroom) -> list[ArticleId]:
    return [each.id for each in desk.library.publishable_versions(NOW)]


def broken_theme(folder: Path, rule: str) -> str:
    """The shipped theme with one mistake of its own."""
    theme = Path(shutil.copytree(resource("themes/broadsheet"), folder / "mine"))
    before, after = THEMES[rule]
    page = (theme / ARTICLE_HTML).read_text("utf-8")
    assert before in page
    (theme / ARTICLE_HTML).write_text(page.replace(before, after, 1), "utf-8")
    return str(theme)


def test_what_blocks_an_export_is_what_a_check_says_blocks(desk: Newsroom) -> None:
    faulty(desk)
    with pytest.raises(Refused) as refused:
        desk.export()
    said = check(desk.library, leaving(desk), Options(now=NOW))
    assert asked(refused.value.findings, Level.BLOCK) == asked(said, Level.BLOCK) != []


def test_what_an_export_asks_is_what_a_check_asks(desk: Newsroom) -> None:
    faulty(desk)
    said = check(desk.library, leaving(desk), Options(now=NOW))
    blocked = {each.article for each in said if each.level is Level.BLOCK}
    desk.library.trash([ArticleId(each) for each in blocked])
    asks = [each for each in said if each.article not in blocked]
    assert asked(desk.export().findings, Level.WARN) == asked(asks, Level.WARN)
    assert "credit" in {each.rule for each in asks}
    assert "bad-picture" in {each.rule for each in said if each.level is Level.BLOCK}


@pytest.mark.parametrize("rule", THEMES)
def test_a_fault_of_the_theme_is_found_by_both(desk: Newsroom, tmp_path: Path, rule: str) -> None:
    id = desk.library.new(story(SOUND)).id
    options = Options(now=NOW, theme=broken_theme(tmp_path, rule))
    with pytest.raises(Refused) as refused:
        desk.export(options)
    said = asked(check(desk.library, [id], options), Level.BLOCK)
    assert [each.rule for each in said] == [rule]
    assert asked(refused.value.findings, Level.BLOCK) == said


def test_a_newsroom_without_a_fault_on_its_pages_has_none_there(newsroom: Newsroom) -> None:
    said = check(newsroom.library, None, Options(now=NOW))
    assert [each for each in said if each.rule.startswith("page-")] == []


def test_the_page_of_a_draft_is_looked_at_before_its_time(desk: Newsroom, tmp_path: Path) -> None:
    draft = replace(SOUND, status=Status.DRAFT, published=None, section="Elsewhere", tags=("A topic",))
    id = desk.library.new(story(draft)).id
    sound, broken = (
        [
            each.rule
            for each in check(desk.library, [id], Options(now=NOW, theme=theme))
            if each.level is Level.BLOCK
        ]
        for theme in (None, broken_theme(tmp_path, "page-link"))
    )
    assert (sound, broken) == (["status", "published"], ["status", "published", "page-link"])


def test_a_text_that_is_not_saved_is_looked_at_as_it_stands(newsroom: Newsroom) -> None:
    article = newsroom.library.load(newsroom.water)
    document = Document("He paid TK.", article.document.fields)
    known = replace(article, document=document, sha256=""), body_of(document)
    with _reader(newsroom) as reader:
        found = reader.of_draft(known)
    assert [(each.rule, each.start, each.end) for each in found] == [("placeholder", 8, 10)]


def test_a_body_that_is_kept_is_not_rendered_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.export()
    monkeypatch.setattr("deskeditor.publish.body.body_of", None)
    check(newsroom.library, leaving(newsroom), Options(now=NOW))


@pytest.mark.parametrize("slug", ["../../../etc/passwd", "..", "a/b", "con", ".hidden", "x" * 300])
def test_a_hostile_slug_leads_nowhere_and_is_no_dead_link(desk: Newsroom, slug: str) -> None:
    text = f'One {slug} and `href="{slug}"`.'
    first = desk.library.new(story(replace(SOUND, slug=slug), text)).id
    desk.library.new(story(replace(SOUND, headline="Two"), f"See [it](article:{first})."))
    said = check(desk.library, None, Options(now=NOW))
    assert [each for each in said if each.rule == "page-link"] == []


def test_looking_for_dead_links_is_the_smaller_part_of_looking_at_a_page(newsroom: Newsroom) -> None:
    newsroom.export()
    html = newsroom.text(GUARD_PAGE)
    files = frozenset(str(path.relative_to(newsroom.out)) for path in newsroom.out.rglob("*"))
    reach = Reach(GUARD_PAGE, files, frozenset[str]())
    one, seen = subject(story(SOUND)), dict.fromkeys(("links", "all"), 1.0)
    for _ in range(30):
        for name, looked in (
            ("links", lambda: list(dead(Sheet(html, one, reach)))),
            ("all", lambda: page_findings(html, one)),
        ):
            seen[name] = min(seen[name], _cost(looked))
    assert seen["links"] < seen["all"] / 2


def _cost(work: Callable[[], object]) -> float:
    begun = time.process_time()
    for _ in range(20):
        work()
    return (time.process_time() - begun) / 20


@contextmanager
def _reader(newsroom: Newsroom) -> Iterator[Proofreader]:
    """At the newsroom's time, with facts of this process alone."""
    with Kept(None) as kept:
        gather = Bench(newsroom.library, kept)
        yield Proofreader(
            newsroom.library, kept, Options(now=NOW), lambda ids: dict(gather.do(Task(ids=ids)).facts)
        )
