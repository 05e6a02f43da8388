"""Lists as others write them, two or three spaces a level, set in the four that Python-Markdown wants."""

import re

ITEM = re.compile(r"(?P<indent> *)(?P<marker>(?:[*+-]|\d{1,9}\.) +)(?=\S)")
STEP = 4


def in_fours(source: str) -> str:
    """The list with every level at least four columns in; what already stands so is left as it is."""
    columns: list[int] = []
    lines: list[str] = []
    after_blank, begun = False, True
    for line in source.expandtabs(STEP).split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        item = ITEM.match(line)
        if after_blank:
            begun = item is not None
        if item and not begun and lines and not after_blank:
            lines.append("")  # after a paragraph of the item above, Python-Markdown sees no marker without it
            begun = True
        if item or after_blank:
            level = sum(1 for column in columns if indent >= column)
            lines.append(" " * max(indent, STEP * level) + line[indent:] if level else line)
        else:
            lines.append(line)
        if item:
            columns = [*columns[:level], indent + len(item["marker"])]
        after_blank = not line.strip(" ")
    return "\n".join(lines)
