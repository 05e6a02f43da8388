"""Where the files of `resources/` are: beside the checkout, inside the wheel, inside the frozen program."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of one file or folder of `resources/`; raises FileNotFoundError where there is none."""
    package = Path(__file__).resolve().parent
    places = [package / "_resources", package.parents[1] / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(f"The program is incomplete: {name} is missing. Install it again.")
