"""The usual names of the sections of a paper."""

import re

_SECTION = re.compile(
    r"(?:local|state|national|world|international|us|u\.s\.|metro|regional|business|sports?|political|"
    r"crime|education|health|weather|tech(?:nology)?|science|arts?|entertainment|lifestyle|community|"
    r"missouri|kansas)(?: news)?|news|politics|opinion|culture|money|economy|travel|food|courts|"
    r"government|environment|immigration|crime (?:&|and) (?:courts|public safety|safety)|public safety",
    re.I,
)
_EDGES = " \t|•·>»-–—"


def is_section(text: str) -> bool:
    """Whether the line is the usual name of a section."""
    return _SECTION.fullmatch(text.strip(_EDGES)) is not None


def section_of(line: str) -> str:
    """The section of a line such as `NEWS | POLITICS`, the narrowest of several; empty for any other line."""
    parts = [part for part in re.split(r"\s*[|•·>»/]\s*", line.strip(_EDGES)) if part]
    return parts[-1] if len(parts) >= 2 and all(map(is_section, parts)) else ""
