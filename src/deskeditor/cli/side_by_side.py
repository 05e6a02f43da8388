"""Two drafts on one page, level with each other, for a browser or a printer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskeditor.review.changes import Comparison, FieldChange, Mark, Row, Span

_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --ink: #1c1b1a; --paper: #fdfcfa; --faint: #6d6a65; --rule: #dedad3;
  --gone: #fbdcd6; --come: #d3efd9; --moved: #dde6fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e5df; --paper: #1b1b1d; --faint: #9c988f;
  --rule: #38373a; --gone: #6b2a22; --come: #1f5132; --moved: #2b3a60; } }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 "Source Serif 4", Georgia, serif; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
p.sum, th, td.name, caption, .note { font-family: Inter, system-ui, sans-serif; font-size: .8rem;
  color: var(--faint); }
.note { display: block; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1.5rem 0; }
caption { text-align: left; padding-bottom: .4rem; }
th { text-align: left; font-weight: 600; color: var(--ink); }
th, td { padding: .45rem .8rem; vertical-align: top; border-top: 1px solid var(--rule); white-space: pre-wrap;
  overflow-wrap: anywhere; }
td + td { border-left: 1px solid var(--rule); }
td.name { width: 9rem; }
del { background: var(--gone); text-decoration: none; }
ins { background: var(--come); text-decoration: none; }
tr.moved td { background: var(--moved); }
tr.deleted td:first-child { background: var(--gone); }
tr.inserted td:last-child { background: var(--come); }
</style>
</head>
<body>
<h1>$title</h1>
<p class="sum">$summary</p>
$fields<table>
<caption>Body</caption>
<thead><tr><th scope="col">$a</th><th scope="col">$b</th></tr></thead>
<tbody>
$rows
</tbody>
</table>
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Side:
    """What is written above a column."""

    headline: str
    name: str

    def label(self) -> str:
        """Headline and name as HTML."""
        return escape(f"{self.headline or 'No headline'} · {self.name}")


def side_by_side(a: Side, b: Side, comparison: "Comparison") -> str:
    """A page that needs no other file and asks nothing of any network."""
    summary = (
        f"{len(comparison.changes)} changes in the body, {len(comparison.fields)} in the fields, "
        f"{comparison.moved_blocks} moved; {comparison.similarity:.0%} alike."
    )
    return _PAGE.substitute(
        title=escape(f"{a.name} and {b.name}"),
        summary=summary,
        fields=_fields(comparison.fields),
        a=a.label(),
        b=b.label(),
        rows="\n".join(_rows(comparison)),
    )


def _fields(changes: Sequence["FieldChange"]) -> str:
    if not changes:
        return ""
    rows = "\n".join(
        f'<tr><td class="name">{escape(each.field)}</td><td><del>{_plain(each.a)}</del></td>'
        f"<td><ins>{_plain(each.b)}</ins></td></tr>"
        for each in changes
    )
    return f"<table>\n<caption>Fields</caption>\n<tbody>\n{rows}\n</tbody>\n</table>\n"


def _plain(value: object) -> str:
    import json

    if not value:
        return "—"
    return escape(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _rows(comparison: "Comparison") -> Iterator[str]:
    for row in comparison.rows:
        left = _cell(comparison.text_a, row.a, _words(row.words_a, comparison), "del")
        right = _cell(comparison.text_b, row.b, _words(row.words_b, comparison), "ins")
        yield f'<tr class="{row.kind}"><td>{left}</td><td>{right}{_where(row)}</td></tr>'


def _words(marks: Sequence["Mark"], comparison: "Comparison") -> list["Mark"]:
    """The marks within a block; that it moved as a whole is said by its row."""
    return [mark for mark in marks if comparison.changes[mark.change].kind != "move"]


def _where(row: "Row") -> str:
    if row.partner is None:
        return ""
    return f'<span class="note">{"moved here" if row.b else "moved elsewhere"}</span>'


def _cell(text: str, span: "Span | None", marks: Sequence["Mark"], tag: str) -> str:
    """The block's source with its changed stretches marked."""
    if span is None:
        return ""
    pieces, at = [], span.start
    for mark in marks:
        pieces += [escape(text[at : mark.start]), f"<{tag}>{escape(text[mark.start : mark.end])}</{tag}>"]
        at = mark.end
    return "".join([*pieces, escape(text[at : span.end])]).rstrip("\n")
