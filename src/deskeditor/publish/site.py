"""What the whole site says of itself: name, address, language, publisher."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from deskeditor.publish.errors import Refused

SETTINGS = (
    *("name", "base_url", "language", "publisher", "description", "tagline", "policy"),
    *("principles", "ethics"),
    "time_zone",
)
"""The library settings `site.NAME`: all but the last, the newsroom's own, fill a Site."""

RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))


@dataclass(frozen=True, slots=True)
class Site:
    """`base_url` is empty or an absolute http(s) address ending in a slash; nothing invents a host."""

    name: str = "News"
    base_url: str = ""
    language: str = "en"
    publisher: str = ""
    description: str = ""
    tagline: str = ""
    policy: str = ""
    principles: str = ""
    ethics: str = ""

    @property
    def house(self) -> str:
        """Who publishes: the publisher, or the site where none is named."""
        return self.publisher or self.name

    @property
    def standards(self) -> str:
        """The page of the house's principles and policies, where it has any."""
        return "standards.html" if self.policy or self.principles or self.ethics else ""

    def absolute(self, path: str) -> str:
        """The public address of a file of the bundle; empty while the site has no address, or for no file."""
        if not self.base_url or not path:
            return ""
        return self.base_url + ("" if path == "index.html" else path)


def site_from(setting: Callable[[str], str | None], overrides: Mapping[str, str]) -> Site:
    """The library's settings `site.*`, each replaced by its override where one is given."""
    values = {key: overrides.get(key) or setting(f"site.{key}") or "" for key in SETTINGS[:-1]}
    site = replace(Site(), **{key: value.strip() for key, value in values.items() if value.strip()})
    return replace(site, base_url=base_address(site.base_url), language=language_tag(site.language) or "en")


def base_address(text: str) -> str:
    """The site's address with its closing slash; raises Refused for anything that is not http or https."""
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s\"'<>\\?#]", text):
        raise Refused(
            f"“{text}” is no web address. Nothing was written. Give one like https://news.example.org/."
        )
    return text.rstrip("/") + "/"


@cache
def language_tag(text: str) -> str:
    """The text where it is a BCP 47 tag by its form, otherwise empty."""
    return text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) else ""


@cache
def direction(language: str) -> str:
    """`rtl` for scripts written from the right, otherwise `ltr`."""
    tag = language.lower().split("-")
    return "rtl" if tag[0] in RIGHT_TO_LEFT or {"arab", "hebr"} & set(tag[1:]) else "ltr"


def web_address(text: str) -> str:
    """The address where it is a plain http or https one, otherwise empty: fields are not sanitised HTML."""
    try:
        sound = urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).hostname)
    except ValueError:
        return ""
    return text if sound and not re.search(r"[\s\"'<>\\]", text) else ""
