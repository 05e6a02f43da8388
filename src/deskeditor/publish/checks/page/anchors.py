"""Every place that the page points at is on it, once."""

from collections.abc import Iterator
from urllib.parse import unquote

from deskeditor.publish.checks.page.sheet import Sheet, values
from deskeditor.publish.checks.subject import Remark


def look(sheet: Sheet) -> Iterator[Remark]:
    """Skip links, footnotes and their way back, headings."""
    ids = set(sheet.ids)
    for name in dict.fromkeys(values(sheet.shown, ' href="#')):
        if name and name not in ids and unquote(name) not in ids:
            yield Remark(f"The page points at “{name}”, which is not on it.", *sheet.place(f"(#{name})"))
    if len(ids) < len(sheet.ids):
        twice = next(name for name in sheet.ids if sheet.ids.count(name) > 1)
        yield Remark(f"Two places of the page are called “{twice}”; links lead to the first.")
