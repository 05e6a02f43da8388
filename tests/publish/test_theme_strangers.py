"""A theme of a stranger may draw and style by a list; all else is refused with file, line and remedy."""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import Newsroom

from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.page import article_page
from deskeditor.publish.site import Site
from deskeditor.publish.theme import Theme
from deskeditor.publish.theme_drawing import drawing_flaws
from deskeditor.publish.theme_markup import markup_flaws
from deskeditor.publish.theme_proof import begin_theme, mistakes, stories
from deskeditor.publish.theme_style import style_flaws
from deskeditor.resources import resource

SHIPPED = ("wire", "broadsheet")
SITE = Site("The Courier", "https://courier.example.org/")

STYLES = (
    *('@import "x";', '@\\69mport "x";', "@IMPORT url(x);", '@im/**/port "x";', '@charset "utf-8";'),
    *('@namespace x "y";', "@font-face{font-family:x;src:local(x)}", "@document url(x){a{b:c}}"),
    *("a{background:url(//e.example/x)}", 'a{background:URL("x.png")}', "a{background:\\75\\72\\6c(//e)}"),
    *("a{background:u\\rl(//e)}", 'a{b:url("//e" x)}', "a{b:url(data:text/html,x)}", "a{cursor:url(x),auto}"),
    *('a{b:image-set("//e" 1x)}', "a{b:-webkit-image-set(url(#x) 1x)}", 'a{b:src("//e")}', 'a{b:image("x")}'),
    *("a{b:cross-fade(url(#a),url(#b))}", "a{b:element(#x)}", "a{b:paint(x)}", "a{--x:url(//e)}"),
    *("a{--x:{b:url(//e)}}", "a{b:var(--x,url(//e))}", "a{b:attr(href url)}", "a{b:attr(x type(<url>))}"),
    *("a{-moz-binding:url(#x)}", "a{behavior:url(#x)}", "a{width:expression(alert(1))}", "a{src:x}"),
    *(
        "a{filter:progid:X.Y(src='//e')}",
        "a{b:c",
        "a{b:'c}",
        "a{b:(c}",
        "a{b:c}}",
        "/* a",
        "a{b:url(c",
        "a{}<!--",
    ),
    *("a{b:'</style><script>'}", "a{b:'<root>'}", "@supports (b:url(//e)){a{c:d}}", "a{&:hover{b:url(//e)}}"),
    "a{b:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cscript/%3E%3C/svg%3E\")}",
)
GOOD_STYLES = (
    *("a:hover > b{color:rgb(1 2 3 / 4%)}", "@media (300px < width <= 2em){a{b:c;&:is(d){e:f}}}", "a{--x:0}"),
    *(
        "a{b:url(data:image/png;base64,AA==)}",
        "a{mask:url(#x)}",
        "@page :first{margin:1cm;@top-left{content:'x'}}",
    ),
    *(
        "@layer a,b;@layer a{c{d:e}}",
        "@keyframes x{from{a:b}50%{c:d}}",
        "a::after{content:attr(href) ' <b>'}",
    ),
    *(
        "@supports not (display:grid){a{b:c}}",
        "a{width:calc(1px + (2 * 3em))}",
        "a{-webkit-text-size-adjust:none}",
    ),
    "a{b:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>\")}",
)
MARKUPS = (
    *(
        "<video src=x.mp4>",
        "<audio src=x>",
        "<track src=x>",
        "<object data=x>",
        "<embed src=x>",
        "<portal src=x>",
    ),
    *("<picture><source srcset='//e/x 1x'>", "<img srcset='x 1x, https://e/x 2x'>", "<img src=//e/x>"),
    *("<img src='\\\\e\\x'>", "<img src=x onerror=y>", "<img/src=x>", "<img src='data:image/svg+xml,x'>"),
    *("<link rel=icon href=x>", "<base href=x>", "<form action=x>", "<meta http-equiv=refresh content=0>"),
    *(
        "<p style='b:c'>",
        "<p style=b:c>",
        "<body background=x>",
        "<button formaction=x>",
        "<input type=image src=x>",
    ),
    *(
        "<iframe srcdoc=x>",
        "<a ping=//e href=x>",
        "<p poster=x>",
        "<a href='java&#10;script:x'>",
        "<a href=data:x>",
    ),
    *("<a href='\x01javascript:x'>", "<a href='javascript&colon;x'>", "<a href=vbscript:x>", "<a b='c>"),
    *(
        "<svg><use href='//e#x'/></svg>",
        "<svg><use xlink:href='x.svg#y'/></svg>",
        "<svg><script>x</script></svg>",
    ),
    *("<svg><foreignObject/></svg>", "<svg><animate attributeName=href to=x /></svg>", "<svg><set/></svg>"),
    *(
        "<svg><image href=x /></svg>",
        "<svg fill='url(//e)'>",
        "<svg fill='URL(#x)'>",
        "<svg mask='\\75rl(//e)'>",
    ),
    *(
        "<svg><a href='javascript:x'/></svg>",
        "<svg onload=x>",
        "<math>",
        "<template>",
        "<noscript>",
        "<plaintext>",
    ),
    *(
        "<!--><script>",
        "<!-- --!><script>",
        "<![CDATA[x]]>",
        "<?x?>",
        "<p\x0bonclick=x>",
        "<p\u00a0onclick=x>",
    ),
    *("<p title=a title=b>", "<dialog>", "<textarea>", "<xmp>", "<frameset>", "<marquee>", "<isindex>"),
)
GOOD_MARKUPS = (
    *(
        "<p class='a' data-x=y aria-label=\"z\">",
        "<a href='<root>x'>",
        "<a href='https://e/' rel=me>",
        "<br/>",
    ),
    *("<a href='mailto:x@e'>", "<a href='#x'>", "<!-- a - b -->", "a > b &lt; c"),
    *(
        "<img src='<root>x.jpg' srcset='<root>x.jpg 8w, <root>y 2x' alt=''>",
        "<img src='data:image/webp;base64,x'>",
    ),
    *("<svg viewBox='0 0 1 1' fill='url(#a)'><path d='M0 0' transform='rotate(1)'/></svg>", "<wbr>"),
    *("<svg><use href='#x'/><title>A</title></svg>", "<input type=checkbox id=a><label for=a>x</label>"),
)
DRAWINGS = (
    *(
        "<script/>",
        "<rect onload='x'/>",
        "<foreignObject/>",
        "<a href='x'/>",
        "<image href='x.png'/>",
        "<set/>",
    ),
    *("<animate attributeName='href'/>", "<use href='http://e#x'/>", "<use href='data:x#y'/>", "<iframe/>"),
    *("<style>@import 'x';</style>", "<style>a{b:url(//e)}</style>", "<rect style='fill:url(//e)'/>"),
    *("<rect fill='url(//e)'/>", "<g xmlns:x='urn:y' x:z='1'/>", "<g xmlns='http://www.w3.org/1999/xhtml'/>"),
    *(
        "<feImage href='x'/>",
        "<text>&x;</text>",
        "<text>",
        "<g id='a' id='b'/>",
        "<?xml-stylesheet href='x'?>",
    ),
)
GOOD_DRAWINGS = (
    *(
        "<path d='M0 0h1' style='fill:#fff;stroke:red'/>",
        "<style>@media (prefers-color-scheme:dark){a{b:c}}</style>",
    ),
    *(
        "<defs><linearGradient id='a'><stop offset='1'/></linearGradient></defs><rect fill='url(#a)'/>",
        "<!-- x -->",
    ),
)


def drawing(inside: str) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>\n{inside}\n</svg>"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a theme of one's own."""
    begin_theme(tmp_path / "own", "wire")
    return tmp_path / "own"


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_looked_through_as_a_strangers_and_comes_out_the_same(name: str) -> None:
    shipped = Theme.load(name)
    strange = replace(shipped, shipped=False)
    assert shipped.shipped and style_flaws(shipped.style) == []
    assert style_flaws((resource(f"themes/{name}") / "style.css").read_text("utf-8")) == []
    for story in stories():
        assert article_page(story, SITE, strange) == article_page(story, SITE, shipped)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_of_what_is_shipped_has_no_mistakes_and_the_same_style(name: str, tmp_path: Path) -> None:
    begin_theme(tmp_path / "own", name)
    own = Theme.load(str(tmp_path / "own"))
    assert mistakes(str(tmp_path / "own")) == []
    assert (own.shipped, own.style, own.assets) == (False, Theme.load(name).style, Theme.load(name).assets)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_that_could_load_or_run_is_refused_with_its_line(own: Path, style: str) -> None:
    assert style_flaws(style, drawing=drawing_flaws)
    (own / "style.css").write_text(f"a{{b:c}}\n\n{style}\n", "utf-8")
    with pytest.raises(ThemeError, match=r"style\.css|The style of the theme") as told:
        Theme.load(str(own))
    assert mistakes(str(own)) == [str(told.value)]


def test_the_line_of_a_style_is_that_of_the_file(own: Path) -> None:
    (own / "style.css").write_text("/* one\ntwo */\na { b: c }\nd { e: image-set('x' 1x) }\n", "utf-8")
    with pytest.raises(ThemeError, match=r"style\.css, line 4: “image-set\(…\)” has no place.*Take it out"):
        Theme.load(str(own))


@pytest.mark.parametrize("style", GOOD_STYLES)
def test_an_ordinary_style_passes(style: str) -> None:
    assert style_flaws(style, drawing=drawing_flaws) == []


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_loads_runs_or_leads_away_is_found_however_it_is_written(markup: str) -> None:
    assert list(markup_flaws(f"<p>One</p>\n{markup}\n"))


@pytest.mark.parametrize("markup", GOOD_MARKUPS)
def test_ordinary_markup_passes(markup: str) -> None:
    assert list(markup_flaws(markup)) == []


@pytest.mark.parametrize(
    "markup", ["<video src=x></video>", "<p style='x'>y</p>", "<{{ 'vi' ~ 'deo' }} src=x>"]
)
def test_a_template_is_named_in_a_check_as_in_an_export(own: Path, newsroom: Newsroom, markup: str) -> None:
    foot = own / "foot.html"
    foot.write_text(f"<footer>\n{markup}\n</footer>\n", "utf-8")
    with pytest.raises(ThemeError, match=r"foot\.html.*Nothing was written\. (Take|Put) it"):
        newsroom.export(Options(theme=str(own)))
    assert any("foot.html" in each for each in mistakes(str(own)))
    assert not newsroom.out.exists()


def test_the_line_of_a_template_is_told(own: Path) -> None:
    (own / "foot.html").write_text("<footer>\n\n<video src=x></video></footer>\n", "utf-8")
    assert any("foot.html, line 3: “<video>”" in each for each in mistakes(str(own)))


def test_a_field_of_a_story_cannot_become_an_attribute(own: Path) -> None:
    page = (own / "article.html").read_text("utf-8")
    (own / "article.html").write_text(page.replace("<h1", "<h1 class={{ story.headline }}", 1), "utf-8")
    (story, *_) = stories()
    with pytest.raises(ThemeError, match=r"article\.html|onclick"):
        article_page(
            replace(story, fields=replace(story.fields, headline="x onclick=alert(1)")),
            SITE,
            Theme.load(str(own)),
        )


@pytest.mark.parametrize("inside", DRAWINGS)
def test_a_drawing_that_is_more_than_one_is_refused_with_its_line(own: Path, inside: str) -> None:
    (own / "assets" / "icon.svg").write_text(drawing(inside), "utf-8")
    with pytest.raises(ThemeError, match=r"assets/icon\.svg, line [234]: .*Nothing was written"):
        Theme.load(str(own))
    assert "icon.svg" in mistakes(str(own))[0]


HEADS: tuple[Callable[[str], bytes], ...] = (
    lambda svg: svg.encode("utf-16"),
    lambda svg: b"<?xml version='1.0' encoding='iso-2022-jp'?>" + svg.encode(),
    lambda svg: b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg.encode(),
    lambda svg: b"<!DOCTYPE svg SYSTEM 'http://e/x'>" + svg.encode(),
    lambda _: b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    lambda _: b"",
)


@pytest.mark.parametrize("head", HEADS)
def test_what_begins_as_no_plain_drawing_is_refused(head: Callable[[str], bytes]) -> None:
    assert drawing_flaws(head(drawing("<path d='M0 0'/>")))


@pytest.mark.parametrize("inside", GOOD_DRAWINGS)
def test_a_plain_drawing_passes_and_is_copied_as_it_is(own: Path, inside: str) -> None:
    (own / "assets" / "icon.svg").write_text(drawing(inside), "utf-8")
    assert drawing(inside).encode() in Theme.load(str(own)).assets.values()


def test_a_picture_that_is_none_is_not_copied_out(own: Path) -> None:
    (own / "assets" / "icon.png").write_bytes(drawing("<script/>").encode())
    with pytest.raises(ThemeError, match=r"assets/icon\.png is no png"):
        Theme.load(str(own))


def test_a_drawing_in_a_style_is_looked_into(own: Path) -> None:
    held = base64.b64encode(drawing("<script/>").encode()).decode()
    (own / "style.css").write_text(f"a {{ b: url(data:image/svg+xml;base64,{held}) }}", "utf-8")
    with pytest.raises(ThemeError, match="a drawing in which “<script>”"):
        Theme.load(str(own))


@pytest.mark.parametrize("name", ["style.css", "card.html", "assets/icon.png"])
def test_what_is_no_plain_file_is_not_waited_for(own: Path, name: str) -> None:
    import os

    (own / name).unlink()
    os.mkfifo(own / name)
    with pytest.raises(ThemeError, match=r"not a file\."):
        Theme.load(str(own))


def test_a_new_theme_takes_nothing_from_behind_a_link(own: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine")
    (own / "notes.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(ThemeError, match=r"notes\.txt of own is a link"):
        begin_theme(tmp_path / "new", str(own))
    assert not (tmp_path / "new").exists()
