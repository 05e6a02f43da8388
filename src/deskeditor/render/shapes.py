"""What a line of Markdown looks like, seen alone: the patterns that the pre-splitter asks."""

import re

FENCE = re.compile(r"(?P<fence>`{3,60}(?!`)|~{3,60}(?!~))(?P<info>.*)$")
CONTAINER = re.compile(r":::[ \t]*(?P<name>[a-z-]+)(?:[ \t]+(?P<rest>.*?))?[ \t]*$")
CONTAINER_NAMES = frozenset({"pull-quote", "fact-box", "read-also", "embed"})
HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
RULE = re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,})[ \t\r]*$")
SETEXT = re.compile(r"(?:=+|-+)[ \r]*$")
QUOTE = re.compile(r" {0,3}>")
BULLET = re.compile(r" {0,3}[*+-](?:[ \t]|$)")
BULLET_WITH_TEXT = re.compile(r" {0,3}[*+-][ \t]+\S")
NUMBER = re.compile(r" {0,3}\d{1,9}\.(?:[ \t]|$)")
FIRST_NUMBER_WITH_TEXT = re.compile(r" {0,3}1\.[ \t]+\S")
SEPARATOR = re.compile(r" {0,3}[|:\-][|:\- \t]*\r?$")
INDENTED = re.compile(r" {0,3}\t| {4}")

# A reference is taken for one only where its target looks like an address: “[Note]: confirmed” is prose.
REFERENCE = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]{0,199})\]:[ \t]*"
    r"(?P<target><[^<>\s]*>|[A-Za-z][\w+.-]*:[^\s]+|[#/.\\][^\s]*|www\.[^\s]+)"
    r"(?:[ \t]+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|\((?P<round>[^()]*)\)))?[ \t\r]*$"
)
FOOTNOTE = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s][^\[\]]{0,99})\]:[ \t]*(?P<text>.*)$")
ABBREVIATION = re.compile(r"\*\[(?P<label>[^\[\]\\]{1,80})\] ?:[ \t]*(?P<text>\S.*)$")
DEFINITIONS = (FOOTNOTE, REFERENCE, ABBREVIATION)
ITEMS_AND_RULES = (BULLET_WITH_TEXT, FIRST_NUMBER_WITH_TEXT, RULE)
"""What ends a paragraph without a blank line; a year at a line's start never does."""

HTML_TAG = re.compile(r" {0,3}<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)")
HTML_COMMENT = re.compile(r" {0,3}<!--")
COMPLETE_TAG = re.compile(
    r"\s*<[A-Za-z][A-Za-z0-9]*+"
    r"(?:\s++[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+|\s*+/)*+\s*+>"
)
LONGEST_TAG = 2000
"""Characters after which a tag that is still not closed is taken for text."""

RAW_TEXT_TAGS = frozenset({"script", "style", "textarea", "title", "iframe", "noscript", "xmp", "template"})
VOID_TAGS = frozenset({"hr", "link", "meta", "base", "embed", "input", "col", "frame"})
BLOCK_TAGS = RAW_TEXT_TAGS.union(
    VOID_TAGS,
    {"address", "article", "aside", "audio", "blockquote", "body", "button", "canvas", "caption", "center"},
    {"colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"},
    {"footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html"},
    {"legend", "li", "main", "map", "math", "menu", "nav", "object", "ol", "optgroup", "option", "p"},
    {"picture", "pre", "section", "select", "summary", "svg", "table", "tbody", "td", "tfoot", "th"},
    {"thead", "tr", "ul", "video"},
)

BLANKS = " \t\r"
"""What a blank line may hold; a no-break space is a letter of the writer."""

STRUCTURE = re.compile(r"^(?:```|~~~|:::).*$|</?[A-Za-z][A-Za-z0-9]*|-->", re.MULTILINE)
"""Everything that can close something far above it."""


def indented(line: str) -> bool:
    """Whether the line stands four columns in."""
    return line[:1] in " \t" and INDENTED.match(line) is not None


def blank(line: str) -> bool:
    """Whether nothing but plain blanks stands on the line."""
    return not line.strip(BLANKS)
