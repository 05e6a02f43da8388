"""Pictures in their places on pages: which files a browser may choose from."""

from deskeditor.publish.images import CARD, Renditions
from deskeditor.publish.markup import at
from deskeditor.publish.views import Shot

_USUAL_WIDTH = 800


def shot(made: Renditions, said: tuple[str, str, str] = ("", "", "")) -> Shot:
    """The whole picture with its files as every page names them; `said` is alt, caption and credit."""
    return _shot(made, said, "")


def card_shot(made: Renditions, said: tuple[str, str, str] = ("", "", "")) -> Shot:
    """The crop of 16:9 round the focus, for a list; the whole picture where it is too narrow for one."""
    return _shot(made, said, CARD if made.of("image/jpeg", CARD) else "")


def _shot(made: Renditions, said: tuple[str, str, str], shape: str) -> Shot:
    def srcset(mime: str) -> str:
        return ", ".join(f"{at(each.path)} {each.width}w" for each in made.of(mime, shape))

    usual = min(made.of("image/jpeg", shape), key=lambda each: (abs(each.width - _USUAL_WIDTH), each.width))
    sources = tuple((mime, srcset(mime)) for mime in ("image/avif", "image/webp") if made.of(mime, shape))
    alt, caption, credit = said
    return Shot(
        at(usual.path), usual.width, usual.height, srcset("image/jpeg"), sources, alt, caption, credit
    )
