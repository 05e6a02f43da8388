"""A theme: a folder with theme.toml, templates, one style sheet and a few assets, all read at once.

A theme is a stranger. Its templates run in a sandbox that sees the public values of a page and no file, and
its style may load nothing: a mistake is told with the template and the line.
"""

import base64
import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.files import Unreadable, read_file
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.theme_place import is_shipped, theme_folder

if TYPE_CHECKING:
    from deskeditor.publish.theme_sandbox import ThemeEnvironment
    from deskeditor.publish.theme_style import Flaw

TEMPLATES = (
    *("article.html", "card.html", "list.html", "message.html", "corrections.html", "standards.html"),
    *("masthead.html", "foot.html"),
)
"""What every theme must bring; it may bring more for its own includes."""

_MISTAKES = (
    *(TypeError, ValueError, AttributeError, LookupError, ArithmeticError, AssertionError),
    *(RecursionError, MemoryError, SyntaxError),
)
_TEMPLATE = re.compile(r"<theme (.*)>")
_LARGEST = 64 * 1024
_LARGEST_SOURCE = 1_000_000
"""Bytes of a file as it was written, with comments."""
_MOST = 40

_BEGINS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".ico": b"\0\0\1\0",
    ".webp": b"RIFF",
    ".jpg": b"\xff\xd8\xff",
    ".woff2": b"wOF2",
}
_ASSET_TYPES = (".svg", *_BEGINS)
_LARGEST_ASSET = 4 * 1024 * 1024
_SPARE = re.compile(r"""("[^"]*"|'[^']*')|\s*(?:;\s*(?=\}))?([{};])\s*|([:,])\s+""")
_ICONS = {".png": "image/png", ".svg": "image/svg+xml", ".ico": "image/x-icon"}
_STRANGE = re.compile(
    r"<(?=[smlbifoepa][cteiafrobmp])"
    r"(?:script|style|meta|link|base|iframe|frame|object|embed|form|portal|applet)(?=[\s/>])",
    re.IGNORECASE,
)
"""What runs, loads or leads away by itself: the head, which is the program's, has all that a page needs.

The look at two letters first costs a third, and every page is looked through.
"""
_LOADS = re.compile(r"@import|@charset|url\(\s*(?!['\"]?(?:data:image/|#))|</style|<!--|<root", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Theme:
    """Everything of a theme in memory; `assets` are bundle paths named by their content."""

    name: str
    title: str
    style: str
    style_hash: str
    icon: str
    card: str
    assets: Mapping[str, bytes]
    fingerprint: str
    templates: Mapping[str, str]
    drawn: Mapping[str, str] = field(default_factory=dict)
    """What it has drawn of the one story that it is wanted for, by template."""
    shipped: bool = False
    """Whether it comes with the program: its tests look it through as they would a stranger's."""

    @cached_property
    def environment(self) -> "ThemeEnvironment":
        """Where its templates run; made for the first that is drawn."""
        from deskeditor.publish.theme_sandbox import environment

        return environment(self.templates)

    @property
    def icon_inside(self) -> str:
        """The icon as data, for a page that has nothing beside it; empty where it is of no known kind."""
        content, kind = self.assets.get(self.icon), _ICONS.get(Path(self.icon).suffix)
        return f"data:{kind};base64,{base64.b64encode(content).decode()}" if content and kind else ""

    @property
    def shows_data(self) -> bool:
        """Whether its style holds pictures, which the policy of a page has to let pass."""
        return "url(" in self.style and "data:image/" in self.style

    def with_more(self, style: str) -> "Theme":
        """The same with rules of the program's own behind the theme's style."""
        whole = self.style + style
        return replace(self, style=whole, style_hash=_allowed(whole))

    def having_drawn(self, page: str) -> "Theme":
        """The same for one story, whose article.html is drawn already with all that stands around it."""
        return replace(self, drawn={"article.html": page, "masthead.html": "", "foot.html": ""})

    @classmethod
    def load(cls, name_or_path: str) -> "Theme":
        """A shipped theme by its name, or any folder by its path; raises ThemeError."""
        folder = theme_folder(name_or_path)
        shipped = is_shipped(folder)
        meta = _meta(folder)
        style = _style(folder, shipped=shipped)
        templates = _templates(folder)
        lacking = [name for name in TEMPLATES if name not in templates]
        if lacking:
            raise ThemeError(f"The theme {folder.name} has no {lacking[0]}. Nothing was written. Add it.")
        assets = _assets(folder, shipped=shipped)
        parts = [folder.name, style, *(f"{key}\0{text}" for key, text in templates.items()), *assets]
        return cls(
            name=folder.name,
            title=str(meta.get("title", folder.name)),
            style=style,
            style_hash=_allowed(style),
            icon=_called("icon", assets),
            card=_called("card", assets),
            assets=assets,
            fingerprint=hashlib.sha256("\0".join(parts).encode()).hexdigest(),
            templates=templates,
            shipped=shipped,
        )

    def render(self, template: str, values: Mapping[str, object]) -> str:
        """The page that a template makes of the values; raises ThemeError with the template and its line."""
        if template in self.drawn:
            return self.drawn[template]
        from jinja2 import TemplateError

        from deskeditor.publish.theme_meter import begin

        begin()
        try:
            drawn = self.environment.get_template(template).render(values)
        except (TemplateError, *_MISTAKES) as error:
            raise self._mistake(error, template) from error
        found = _STRANGE.search(drawn)
        if found:
            raise ThemeError(
                f"The theme {self.name} draws “{found.group()}” with {template}, "
                "which has no place on a page. Nothing was written. Take it out."
            )
        if not self.shipped:
            self._look_through(drawn, template)
        return drawn

    def _look_through(self, drawn: str, template: str) -> None:
        """See that nothing was drawn that has no place on a page."""
        from deskeditor.publish.theme_markup import markup_flaws, written_at

        flaw = next(markup_flaws(drawn), None)
        if flaw is not None:
            place = written_at(self.templates, flaw.what) or template
            raise ThemeError(
                f"The theme {self.name} cannot be used: {place}: {flaw.what}. "
                f"Nothing was written. {flaw.remedy}"
            )

    def _mistake(self, error: BaseException, template: str) -> ThemeError:
        from jinja2.exceptions import SecurityError, TemplateNotFound

        told = (
            "asks for what no theme may have" if isinstance(error, SecurityError) else "cannot draw the page"
        )
        why = "it goes round in circles" if isinstance(error, RecursionError) else str(error).rstrip(".")
        if isinstance(error, TemplateNotFound):
            why = f"there is no template {why}; templates stand in the theme's folder itself"
        return ThemeError(
            f"The theme {self.name} {told}: {_place(error, template)}: {why}. "
            "Nothing was written. Mend the template."
        )


def _text(folder: Path, name: str) -> str:
    path = folder / name
    if path.resolve().parent not in (folder, folder / "assets"):
        raise ThemeError(
            f"The theme {folder.name} reaches out of its folder with {name}. Nothing was written."
        )
    try:
        return _content(folder, path, _LARGEST_SOURCE).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ThemeError(
            f"The theme {folder.name} cannot be read: {name} is not in UTF-8. "
            "Nothing was written. Save it as UTF-8."
        ) from error


def _content(folder: Path, path: Path, most: int) -> bytes:
    try:
        return read_file(path, most)
    except Unreadable as error:
        raise ThemeError(
            f"The theme {folder.name} cannot be read: {error.saying('Nothing was written')}"
        ) from None


def _templates(folder: Path) -> dict[str, str]:
    files = sorted(folder.glob("*.html"))
    found = {file.name: _text(folder, file.name) for file in files[: _MOST + 1]}
    large = [name for name, text in found.items() if len(text) > _LARGEST]
    if large or len(found) > _MOST:
        what = (
            f"{large[0]} is larger than {_LARGEST // 1024} KB"
            if large
            else f"it has more than {_MOST} templates"
        )
        raise ThemeError(
            f"The theme {folder.name} is too large: {what}. Nothing was written. Make it smaller."
        )
    return found


def _meta(folder: Path) -> dict[str, object]:
    try:
        return tomllib.loads(_text(folder, "theme.toml"))
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(
            f"theme.toml of {folder.name} is not TOML: {error}. Nothing was written. Mend it."
        ) from error


def _style(folder: Path, *, shipped: bool) -> str:
    """The style sheet without comments and spare blanks: it is sent with every page."""
    written = _text(folder, "style.css")
    text = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    text = _SPARE.sub(lambda found: found[1] or found[2] or found[3], text.strip())
    found = _LOADS.search(text)
    if found:
        raise ThemeError(
            f"The style of the theme {folder.name} holds “{found.group()}”: it loads nothing but pictures "
            "as data:image/…, and fonts are those of the reader. Nothing was written. Take it out."
        )
    if len(text) > _LARGEST:
        raise ThemeError(
            f"The theme {folder.name} is too large: style.css, which every page holds, is larger than "
            f"{_LARGEST // 1024} KB. Nothing was written. Make it smaller."
        )
    if not shipped:
        _look_through_style(folder, written, text)
    return text


def _look_through_style(folder: Path, written: str, sent: str) -> None:
    """See that the style as it is sent says nothing that has no place; the line is that of the file."""
    from deskeditor.publish.theme_drawing import drawing_flaws
    from deskeditor.publish.theme_style import style_flaws

    flaws = style_flaws(sent, drawing=drawing_flaws)
    if flaws:
        own = style_flaws(written, drawing=drawing_flaws)
        raise _flawed(folder, "style.css", own or [flaws[0]._replace(line=0)])


def _flawed(folder: Path, file: str, flaws: "Sequence[Flaw]") -> ThemeError:
    line, what, remedy = flaws[0]
    place = f"{file}, line {line}" if line else f"{file}, without its comments"
    more = f" There is more of the kind, {len(flaws) - 1} times." if len(flaws) > 1 else ""
    return ThemeError(
        f"The theme {folder.name} cannot be used: {place}: {what}. Nothing was written. {remedy}{more}"
    )


def _allowed(style: str) -> str:
    """What a policy says to let this very style pass."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8", "replace")).digest()).decode()
    return f"'sha256-{digest}'"


def _assets(folder: Path, *, shipped: bool) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for file in sorted((folder / "assets").glob("*")):
        if file.suffix not in _ASSET_TYPES or file.resolve().parent != folder / "assets":
            continue
        content = _content(folder, file, _LARGEST_ASSET)
        if not shipped:
            _look_through_asset(folder, file, content)
        mark = hashlib.sha256(content).hexdigest()[:12]
        found[f"assets/{re.sub(r'[^a-z0-9-]', '-', file.stem.lower())}-{mark}{file.suffix}"] = content
    return found


def _look_through_asset(folder: Path, file: Path, content: bytes) -> None:
    """See that a drawing is nothing but that, and every other file what its name says."""
    if file.suffix == ".svg":
        from deskeditor.publish.theme_drawing import drawing_flaws

        flaws = drawing_flaws(content)
        if flaws:
            raise _flawed(folder, f"assets/{file.name}", flaws)
    elif not content.startswith(_BEGINS[file.suffix]):
        raise ThemeError(
            f"The theme {folder.name} cannot be used: assets/{file.name} is no {file.suffix[1:]} by what it "
            "holds. Nothing was written. Save it anew, or take it out."
        )


def _called(stem: str, assets: Mapping[str, bytes]) -> str:
    return next((path for path in assets if re.match(rf"assets/{stem}-[0-9a-f]{{12}}\.", path)), "")


def _place(error: BaseException, template: str) -> str:
    """The innermost template line that the error passed through; Jinja2 writes it into the traceback."""
    line = getattr(error, "lineno", None)
    if isinstance(line, int):
        return f"{getattr(error, 'name', None) or template}, line {line}"
    place, trace = template, error.__traceback__
    while trace is not None:
        named = _TEMPLATE.fullmatch(trace.tb_frame.f_code.co_filename)
        if named:
            place = f"{named[1]}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
