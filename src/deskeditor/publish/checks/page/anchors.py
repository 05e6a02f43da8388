"""Every place that the page points at is on it, once."""

from collections.abc import Iterator
from urllib.parse import unquote

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark


def look(sheet: Sheet) -> Iterator[Remark]:
    """Skip links, footnotes and their way back, headings."""
    ids = set(sheet.ids)
    for name in dict.fromkeys(each[1:] for each in sheet.leads if each[:1] == "#"):
        lost = name and name not in ids and unquote(name) not in ids
        if lost and ("href", f"#{name}") in sheet.attributes:
            yield Remark(f"The page points at “{name}”, which is not on it.", *sheet.place(f"(#{name})"))
    if len(ids) < len(sheet.ids):
        twice = [name for name in sheet.ids if sheet.attributes["id", name] > 1]
        if twice:
            yield Remark(f"Two places of the page are called “{twice[0]}”; links lead to the first.")
