"""Names of news sites, and headlines that carry one behind them."""

import re
from dataclasses import dataclass

_NEWS_WORD = (
    r"(?:news|times|post|star|tribune|herald|gazette|journal|chronicle|press|today|tv|radio|"
    r"observer|dispatch|"
    r"reporter|globe|mail|mirror|express|telegraph|guardian|independent|examiner|bee|"
    r"sentinel|register|courier|"
    r"inquirer|beacon|ledger|review|monitor|bulletin|daily|weekly|standard|advocate|banner|"
    r"leader|record|sun|patch|"
    r"fox|abc|nbc|cbs|cnn|bbc|npr|pbs|reuters|ap|ap news|axios|politico|yahoo|msn|msnbc|"
    r"newsweek|usa today|zeitung|"
    r"spiegel|welt|monde|figaro|país|mundo|repubblica)"
)
_CALL_SIGN = r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?"
_DOMAIN = r"(?:www\.)?[A-Za-z0-9-]+(?:\.[a-z]{2,})+"
_SITE = re.compile(
    rf"(?:{_CALL_SIGN}(?:\s+\d{{1,2}})?(?:\s+[A-Z][\w.]*){{0,4}}|{_DOMAIN}"
    rf"|(?:[A-Z0-9][\w.’'&-]*\s+|of\s+|the\s+){{0,5}}(?i:{_NEWS_WORD})(?:[\s-]+(?:\d{{1,2}}|"
    rf"(?i:{_NEWS_WORD})|Online|Local|Now|[A-Z][a-z]+)){{0,3}})"
)
_STOCK = re.compile(
    r"(?:The\s+[A-Z].*|.*\b(?:News|Times|Tribune|Herald|Gazette|Journal|Chronicle|Dispatch|"
    r"Post-Dispatch|TV|CNN|BBC)\b.*)"
)
_TRAILER = re.compile(r"(?P<headline>.+?)\s+(?P<mark>[|·»–—-]|::)\s+(?P<site>[^|»]{2,60})", re.S)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A headline without the site's name behind it; `site` is empty where nothing was cut."""

    headline: str
    site: str = ""


def is_site(text: str) -> bool:
    """Whether `text` has the look of a paper's or station's name and of nothing else."""
    return len(text.split()) <= 7 and _SITE.fullmatch(text.strip()) is not None


def is_outlet(text: str) -> bool:
    """As `is_site`, for a name in a byline, where a single word is a surname."""
    return len(text.split()) > 1 and is_site(text)


def trim_site(headline: str, site: str = "") -> Trimmed:
    """The headline without a site's name behind it, cut only where the name is unmistakable."""
    cut = headline
    sites: list[str] = []
    for _ in range(2):
        found = _last_trailer(cut)
        if found is None or not _unmistakable(found["mark"], found["site"].strip(), site):
            break
        cut = found["headline"].rstrip()
        sites.insert(0, found["site"].strip())
    return Trimmed(cut, " | ".join(sites)) if len(cut.split()) >= 3 else Trimmed(headline)


def _last_trailer(text: str) -> re.Match[str] | None:
    best = None
    for mark in re.finditer(r"\s+(?:[|·»–—-]|::)\s+", text):
        best = mark
    return (
        _TRAILER.fullmatch(text)
        if best is None
        else re.compile(rf"(?P<headline>.{{{best.start()}}})\s+(?P<mark>\S+)\s+(?P<site>.+)", re.S).fullmatch(
            text
        )
    )


def _unmistakable(mark: str, name: str, site: str) -> bool:
    """Behind a dash, `Star` or `Press` may be the headline's own word; behind a bar it hardly is."""
    if site and name.casefold() == site.casefold():
        return True
    if not is_site(name):
        return False
    return (
        mark in "|»"
        or re.fullmatch(rf"{_CALL_SIGN}.*|{_DOMAIN}", name) is not None
        or _STOCK.fullmatch(name) is not None
    )
