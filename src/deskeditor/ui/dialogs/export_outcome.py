"""What came of an export, as it is shown and copied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deskeditor.publish.findings import Finding
from deskeditor.ui.dialogs.export_values import counted, size_in_words
from deskeditor.ui.dialogs.site_values import EITHER_WAY

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, and what is different from the bundle that stood there before."""

    place: Path
    articles: int
    pages: int
    files: int
    size: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    asks: int = 0
    headlines: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """What a file manager shall open."""
        return self.place if self.place.suffix == "" else self.place.parent

    @property
    def is_proof(self) -> bool:
        """Whether it is sheets for an editor, and no page for readers."""
        return self.place.suffix.lower() == ".pdf"

    @property
    def page(self) -> Path | None:
        """What can be shown: the front page, the single page, the proof; a zip or book has none."""
        if self.place.suffix.lower() in (".html", ".htm", ".pdf"):
            return self.place
        return self.place / "index.html" if self.place.suffix == "" else None


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the report: its heading, its first lines, and how many are left out."""

    heading: str
    lines: tuple[str, ...]
    left_out: int = 0


def summary(outcome: Outcome) -> str:
    """The first line of the report."""
    stories = counted(outcome.articles, "story", "stories")
    return f"{stories} on {counted(outcome.pages, 'page', 'pages')}"


def measure(outcome: Outcome) -> str:
    """How much it is, and whether anything is new."""
    if outcome.place.suffix.lower() not in ("", ".zip"):
        return size_in_words(outcome.size)
    sizes = f"{counted(outcome.files, 'file', 'files')}, {size_in_words(outcome.size)}"
    told = [f"{len(paths):,} {name}" for name, paths in _changes(outcome) if paths]
    return f"{sizes} · {', '.join(told)}" if told else f"{sizes} · nothing has changed since the last export"


def parts(outcome: Outcome, shown: int = SHOWN) -> tuple[Part, ...]:
    """What was added, changed and removed; pages come first, long lists are cut."""
    return tuple(
        Part(f"{name.capitalize()} ({len(paths):,})", ordered(paths)[:shown], max(0, len(paths) - shown))
        for name, paths in _changes(outcome)
        if paths
    )


def finding_line(finding: Finding, headlines: Mapping[str, str]) -> str:
    """A finding with the story that it is about."""
    headline = headlines.get(finding.article, "")
    return f"{EITHER_WAY.format(headline)}: {finding.message}" if headline else finding.message


def ordered(paths: Sequence[str]) -> tuple[str, ...]:
    """Pages before the files that machines read."""
    return tuple(sorted(paths, key=lambda path: (not path.endswith(".html"), path)))


def as_text(outcome: Outcome) -> str:
    """The whole report in plain lines, for a mail or a ticket."""
    lines = [summary(outcome), measure(outcome), str(outcome.place)]
    for part in parts(outcome, 10_000):
        lines += ["", part.heading, *(f"  {line}" for line in part.lines), *_rest(part)]
    if outcome.findings:
        lines += ["", asks_heading(outcome)]
        lines += [f"  {finding_line(one, outcome.headlines)}" for one in outcome.findings]
        lines += [f"  and {more:,} more"] if (more := outcome.asks - len(outcome.findings)) > 0 else []
    return "\n".join(lines) + "\n"


def asks_heading(outcome: Outcome) -> str:
    """The heading above the findings that only ask."""
    return f"To look at ({outcome.asks:,})"


def _rest(part: Part) -> tuple[str, ...]:
    return (f"  and {part.left_out:,} more",) if part.left_out else ()


def _changes(outcome: Outcome) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("added", outcome.added), ("changed", outcome.changed), ("removed", outcome.removed)
