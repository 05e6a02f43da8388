"""Two stories cannot have one address."""

from collections.abc import Iterator

from deskeditor.document.text import slugify
from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """The slug that was asked for is the one that the library gave."""
    wanted = copy.fields.slug.strip()
    if wanted and wanted != copy.slug and slugify(wanted) != copy.slug:
        yield Remark(f"The slug “{wanted}” is taken or no file name; the address is “{copy.slug}”.")
