"""A story's own files, from its finished page on."""

from deskeditor.publish import ninjs
from deskeditor.publish.press import Copy
from deskeditor.publish.story import Story


def finished(copy: Copy, story: Story, page: str, library: str) -> dict[str, bytes]:
    """The story's page, and the story for other newsrooms' systems, by path."""
    first, third = copy.job.items
    item = ninjs.item(story, copy.machine_body(first), copy.house, library)
    return {copy.job.path: page.encode(), first: ninjs.ninjs_1(item), third: ninjs.ninjs_3(item)}
