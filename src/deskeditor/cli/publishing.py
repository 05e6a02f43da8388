"""check, export and verify: what leaves the building."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, reading, writing
from deskeditor.cli.speaking import progress, remark, tell_json, tell_table
from deskeditor.document.model import ArticleId
from deskeditor.library.errors import DamagedText

if TYPE_CHECKING:
    from deskeditor.library.store import Library
    from deskeditor.publish.bundle import Report
    from deskeditor.publish.findings import Finding


@click.command()
@LIBRARY
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@JSON
def check(library: Path, articles: tuple[str, ...], as_json: bool) -> int:
    """Say what stands in the way of publishing; ends with 1 where one finding blocks."""
    from deskeditor.publish.checking import check as findings_of
    from deskeditor.publish.findings import Level

    with reading(library) as opened:
        ids = [opened.find(name) for name in articles] or None
        findings = findings_of(opened, ids)
        if as_json:
            tell_json([finding.to_json() for finding in findings])
        else:
            for article, group in groupby(findings, lambda each: each.article):
                _tell(opened, ArticleId(article), tuple(group))
    blocks = sum(each.level is Level.BLOCK for each in findings)
    if findings and not as_json:
        stories = len({each.article for each in findings})
        whose = "1 article" if stories == 1 else f"{stories:,} articles"
        remark(f"{whose} with findings: {blocks:,} block, {len(findings) - blocks:,} to look at.")
    return 1 if blocks else 0


def _tell(library: "Library", id: ArticleId, findings: Sequence["Finding"]) -> None:
    """The article by its slug, and below it each finding with its level and its place in the body."""
    try:
        article = library.load(id)
        name, text = article.slug, article.document.text
    except DamagedText:
        name, text = str(id), ""
    click.echo(f"{name}:")
    tell_table((f"    {each.level}", _place(text, each.start), each.message) for each in findings)


def _place(text: str, start: int | None) -> str:
    """Line and column as editors count them; nothing for what is about a field."""
    if start is None:
        return ""
    return f"{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"


@click.command()
@LIBRARY
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--article", "articles", metavar="A", multiple=True, help="Only this one; may be given again.")
@click.option("--all", "everything", is_flag=True, help="All that may leave; so it is without --article too.")
@click.option("--zip", "zipped", is_flag=True, help="Write OUT.zip as well.")
@click.option("--single-file", is_flag=True, help="Each article as one page that needs no other file.")
@click.option("--theme", metavar="T", help="The name of a theme, or its folder.")
@click.option("--base-url", metavar="URL", help="Where the bundle will be on the web.")
@click.option("--now", metavar="TIME", help="Export as of this time (ISO 8601 with a zone).")
@click.option("--since", metavar="TIME", help="Only stories saved after this time.")
@click.option("--full", is_flag=True, help="Make everything anew, whatever was kept; the bytes are the same.")
def export(
    library: Path,
    out: Path,
    articles: tuple[str, ...],
    everything: bool,
    zipped: bool,
    single_file: bool,
    theme: str | None,
    base_url: str | None,
    now: str | None,
    since: str | None,
    full: bool,
) -> int:
    """Write the bundle of LIBRARY to OUT: built aside, then swapped in, the same bytes each time.

    An OUT that ends in .epub becomes one book of the stories, one that ends in .zip an archive. A story that
    is not as it was saved is left out by name; it then ends with 1.
    """
    if articles and everything:
        raise click.UsageError("--all and --article contradict each other.")
    from deskeditor.publish.bundle import Options
    from deskeditor.publish.bundle import export as write_bundle
    from deskeditor.publish.errors import Refused

    options = Options(articles or None, zipped, single_file, theme, base_url, now, full=full, since=since)
    with writing(library) as opened, progress() as tell:
        try:
            report = write_bundle(opened, out, options, tell)
        except Refused as refusal:
            if not refusal.findings:
                raise
            for line in str(refusal).splitlines():
                remark(line)
            return 1
    for output in report.outputs:
        click.echo(output)
    remark(_summary(report))
    for line in report.left_out:
        remark(f"Left out: {line}")
    return 1 if report.left_out else 0


def _summary(report: "Report") -> str:
    """What was made, and of a bundle, which has files besides its pages, what is new in it."""
    size = f"{report.size / 1e6:,.1f} MB" if report.size >= 1e6 else f"{report.size / 1e3:,.0f} kB"
    counts = ((report.articles, "article"), (report.pages, "page"), (report.files, "file"))
    told = ", ".join([*(f"{number:,} {noun}{'s' * (number != 1)}" for number, noun in counts), size])
    if report.files <= report.pages:
        return f"{told}."
    news = ((report.added, "added"), (report.changed, "changed"), (report.removed, "removed"))
    return f"{told}: {', '.join(f'{len(paths):,} {word}' for paths, word in news)}."


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
def verify(bundle: Path) -> int:
    """Prove that BUNDLE, a folder or zip, is what was exported; ends with 1 where something differs."""
    from deskeditor.publish.verify import verify as differences_of

    differences = differences_of(bundle)
    for line in differences or (f"{bundle} is intact.",):
        click.echo(line)
    return 1 if differences else 0
