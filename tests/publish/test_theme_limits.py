"""A theme that would run long, grow large or reach out is refused soon, with its template and line."""

import shutil
import time
import tracemalloc
from pathlib import Path

import pytest
from tests.publish.newsroom import SOUND

from deskeditor.document.model import ArticleId
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.page import article_page
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story
from deskeditor.publish.theme import Theme
from deskeditor.resources import resource

STORY = Story(ArticleId("k3v9x2m7q1ab"), SOUND, "local/2025/08/bridge.html", "<p>The council met.</p>")
LOOP = "{% for i in range(9999) %}"

ENDLESS = [
    "{% for i in range(10**9) %}x{% endfor %}",
    f"{LOOP * 3}{{% endfor %}}{{% endfor %}}{{% endfor %}}",
    f"{LOOP}{{% for j in range(9999) if false %}}{{% endfor %}}{{% endfor %}}",
    "{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
    "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
    "{% block again %}{% if 1 %}{{ self.again() }}{% endif %}{% endblock %}",
    "{% include 'article.html' %}",
    "{% for i in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
    f"{LOOP}{{{{ range(9999)|list|sort|length }}}}{{% endfor %}}",
    f"{LOOP}{{{{ ('x' * 99999).split('x')|length }}}}{{% endfor %}}",
    f"{LOOP}{{% if 5 in range(9999)|list %}}{{% endif %}}{{% endfor %}}",
    f"{LOOP}{{{{ [1]|map('list')|list }}}}{{% endfor %}}",
    "{% set n = namespace(x=[1]) %}" + LOOP + "{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x == [n.x] }}",
    "{% macro a() %}{% set n = varargs %}{% endmacro %}{{ a(1) }}",
    "{{ [-10**15]|map('tick!')|list }}" + LOOP * 3 + "{% endfor %}{% endfor %}{% endfor %}",
]
LARGE = [
    "{{ 'x' * 10**10 }}",
    "{{ 10**10 * 'x' }}",
    "{{ [0] * 10**10 }}",
    "{{ 10**10**10 }}",
    "{{ 999999999999999**64 }}",
    "{% set n = namespace(x='x') %}" + LOOP + "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}" + LOOP + "{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}" + LOOP + "{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x='x') %}" + LOOP + "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}" + LOOP + "{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set s = 'x' * 500000 %}" + LOOP + "{{ s }}{% endfor %}",
    "{{ 'x'.ljust(10**10) }}",
    "{{ 'x'|center(10**10) }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '%9999999999d'|format(1) }}",
    "{{ '{:>9999999999}'.format(1) }}",
    "{{ ('x' * 99999)|replace('x', 'x' * 99999) }}",
    "{{ range(9999)|join('x' * 99999) }}",
    "{{ 1.5|round(10**9, 'ceil') }}",
    "{% set s = 'x' * 99999 %}{{ [s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s]|escape }}",
]
REACHING = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ story|attr('__class__') }}",
    "{{ [story]|map(attribute='__class__')|list }}",
    "{{ [story]|map('attr', '__class__')|list }}",
    "{{ '{0.__class__}'.format(story) }}",
    "{{ '{0.__class__}'|format(story) }}",
    "{{ story.marked }}",
    "{{ story.shot.marked() }}",
    "{{ frame.words.clear() }}",
    "{{ frame.words.__init__ }}",
    "{{ range.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ self._TemplateReference__context.environment }}",
    "{% set n = namespace() %}{{ n.__class__ }}",
    "{% for i in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for i in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% import 'macros.html' as m %}{{ m._body_stream }}",
    "{% import 'macros.html' as m %}{{ m.picture.__globals__ }}",
    "{% import 'macros.html' as m %}{{ m.picture._func }}",
    "{{ story.headline|safe }}",
    "{% autoescape false %}{{ story.headline }}{% endautoescape %}",
    "{{ cut.format(story) }}",
    "{{ cut.unescape() }}",
    "{{ story }}",
    "{{ frame.words }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ environment }}",
    "{% include 'style.css' %}",
    "{% include ['/etc/passwd', '../theme.toml'] %}",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(resource("themes/broadsheet"), tmp_path_factory.mktemp("themes") / "own"))


def drawn(folder: Path, line: str) -> str:
    """The page of a theme that has the line above its headline."""
    article = resource("themes/broadsheet/article.html").read_text("utf-8")
    (folder / "article.html").write_text(article.replace("<h1>", f"\n{line}\n<h1>"), "utf-8")
    return article_page(STORY, Site(), Theme.load(str(folder)))


@pytest.mark.parametrize("line", ENDLESS)
def test_a_theme_that_would_run_long_is_refused_within_seconds(folder: Path, line: str) -> None:
    began = time.process_time()
    with pytest.raises(ThemeError, match=r"article\.html, line \d+: .*Nothing was written"):
        drawn(folder, line)
    assert time.process_time() - began < 8


@pytest.mark.parametrize("line", LARGE)
def test_a_theme_that_would_grow_large_is_refused_before_it_does(folder: Path, line: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ThemeError, match=r"article\.html, line \d+: .*Nothing was written"):
            drawn(folder, line)
        assert tracemalloc.get_traced_memory()[1] < 80_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("line", REACHING)
def test_a_theme_that_reaches_out_is_refused(folder: Path, line: str) -> None:
    with pytest.raises(ThemeError, match=r"article\.html, line \d+: .*Nothing was written"):
        drawn(folder, line)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("{{ 'a&b' ~ cut[:0] ~ '<' }}", "a&amp;b&lt;"),
        ("{{ story.byline|join(' + ', attribute='name') }}", "Jane Doe"),
        ("{{ story.headline|replace('Council', '<b>')|upper }}", "&lt;B&gt; KEEPS THE BRIDGE"),
        ("{{ ['b', 'a']|sort|join('-') }}{{ 2 * 3 + 4 }}{{ 'ab' * 2 }}", "a-b10abab"),
        (
            "{% set n = namespace(x=1) %}{% for i in range(3) %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}",
            "4",
        ),
        ("{{ story.dateline.upper() }} {{ frame.words['by'] }}", "ST. LOUIS By"),
        ("{% for a, b in [('x', 1), ('y', 2)] if b > 1 %}{{ a }}{{ loop.last }}{% endfor %}", "yTrue"),
    ],
)
def test_ordinary_work_is_done(folder: Path, line: str, shown: str) -> None:
    assert f"\n{shown}" in drawn(folder, line)
