"""All files of a bundle that are made for machines: feeds, sitemaps, ninjs, and what a server is told."""

from collections.abc import Sequence

from deskeditor.publish import feeds, hosting, ninjs, pages
from deskeditor.publish.atom import atom
from deskeditor.publish.feeds import Entry
from deskeditor.publish.json_feed import json_feed
from deskeditor.publish.news_sitemap import news_sitemap
from deskeditor.publish.press import Press
from deskeditor.publish.redirects import redirects
from deskeditor.publish.rss import rss
from deskeditor.publish.sitemap import sitemap
from deskeditor.publish.story import Story


def machine_files(press: Press, stories: Sequence[Story]) -> dict[str, bytes]:
    """Each file by its bundle path; `stories` newest first."""
    house, library = press.house, press.library_id
    newest = [Entry(each, press.machine_body(each.article, "feed.xml")) for each in stories[: feeds.ENTRIES]]
    files = {
        "feed.xml": atom(newest, house, library),
        "rss.xml": rss(newest, house, library),
        "feed.json": json_feed(newest, house, library),
        "news-sitemap.xml": news_sitemap(stories, house),
        "robots.txt": hosting.robots(house),
        "_headers": hosting.headers(house),
    }
    files |= redirects(press.moves(), house)
    files |= sitemap(pages.indexed(stories, house), house)
    places = ninjs.paths(stories)
    for story in stories:
        first, third = places[story.article]
        item = ninjs.item(story, press.machine_body(story.article, first), house, library)
        files[first] = ninjs.ninjs_1(item)
        files[third] = ninjs.ninjs_3(item)
    return files
