"""Related stories that readers can open."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Standing, Subject


def look(subject: Subject) -> Iterator[Remark]:
    """Each is in the library and out; one that is not stands without a link."""
    for each in subject.fields.related:
        if not each.headline.strip():
            continue
        article = each.article or subject.called(each.headline)
        if article is None:
            yield Remark(f"The related story “{each.headline}” is not in the library; it has no link.")
        elif subject.standing(article) is not Standing.OUT:
            yield Remark(f"The related story “{each.headline}” is not published; it has no link.")
