"""The list of system libraries holds all that Qt's files ask the loader for."""

import struct
import sys
from pathlib import Path

import PySide6
import pytest
import shiboken6

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
QT = Path(PySide6.__file__).parent
SHIBOKEN = Path(shiboken6.__file__).parent
BASE = {
    *("ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libdl.so.2", "libm.so.6"),
    *("libpthread.so.0", "libresolv.so.2", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6"),
}
"""Of every Linux that has a Python: the C library, and what comes with it."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone")


def rows(name: str) -> list[str]:
    """The first words of a list, without its remarks."""
    lines = (LINUX / name).read_text("utf-8").splitlines()
    return [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]


def needed(path: Path) -> set[str]:
    """The names of the libraries that a 64-bit little-endian ELF file asks for."""
    raw = path.read_bytes()
    (at,), (size, count) = struct.unpack_from("<Q", raw, 32), struct.unpack_from("<HH", raw, 54)
    heads = [struct.unpack_from("<IIQQQQQQ", raw, at + size * number) for number in range(count)]
    loaded = [(head[3], head[2]) for head in heads if head[0] == 1]
    (dynamic,) = [head for head in heads if head[0] == 2]
    tags = [struct.unpack_from("<QQ", raw, dynamic[2] + 16 * each) for each in range(dynamic[5] // 16)]
    (names,) = [value for tag, value in tags if tag == 5]
    start = max((place, offset) for place, offset in loaded if place <= names)
    base = names - start[0] + start[1]
    return {raw[base + v : raw.index(b"\0", base + v)].decode() for tag, v in tags if tag == 1}


def asked() -> set[str]:
    """What the files that this program loads ask for, they and all of Qt behind them."""
    own = {path.name: path for folder in (QT, QT / "Qt" / "lib", SHIBOKEN) for path in folder.glob("*.so*")}
    waiting = [path for pattern in rows("loaded") for path in QT.glob(pattern)]
    found: set[str] = set()
    while waiting:
        new = needed(waiting.pop()) - found
        found |= new
        waiting += [own[name] for name in new if name in own]
    return found - own.keys()


def test_every_library_that_qt_asks_for_is_in_the_list() -> None:
    assert asked() - BASE - set(rows("libraries")) == set()


@pytest.mark.parametrize("pattern", rows("loaded"))
def test_what_is_loaded_is_there(pattern: str) -> None:
    assert list(QT.glob(pattern))
