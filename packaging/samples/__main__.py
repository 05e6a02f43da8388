"""Paint the pictures of the sample newsroom: `python packaging/samples`. Its files are committed."""

from io import BytesIO
from pathlib import Path

from bridge import bridge
from brushes import finish
from courthouse import courthouse
from laboratory import laboratory
from observatory import observatory
from PIL import Image
from skyline import skyline
from stadium import stadium

FOLDER = Path(__file__).parents[2] / "resources" / "samples" / "pictures"
LARGEST = 250_000
PICTURES = {
    "skyline": skyline,
    "bridge": bridge,
    "laboratory": laboratory,
    "courthouse": courthouse,
    "stadium": stadium,
    "observatory": observatory,
}


def compressed(image: Image.Image) -> bytes:
    """The best JPEG that is not too large for a page."""
    for quality in range(88, 40, -4):
        out = BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if out.tell() <= LARGEST:
            break
    return out.getvalue()


def main() -> None:
    """Write every picture of the table."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for seed, (name, paint) in enumerate(PICTURES.items()):
        (FOLDER / f"{name}.jpg").write_bytes(compressed(finish(paint(), seed)))


main()
