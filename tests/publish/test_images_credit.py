"""What is inside the files: who is to be named, what is seen, and nothing of place, camera or hand."""

import io
import itertools
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.IptcImagePlugin import getiptcinfo
from PIL.PngImagePlugin import PngInfo
from tests.publish.pictures import encoded, hash_of

from deskeditor.publish.images import Original, Renditions, renditions
from deskeditor.publish.images_credit import Said, cleaned, iim, packet
from deskeditor.publish.images_names import named_in

NOTHING = Said()
MADE_BY_MACHINE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="CANARY-ABOUT" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="CANARY-CITY"
 photoshop:Credit="Wire Service"
 exif:GPSLatitude="38,34.0271N" exif:GPSLongitude="92,1.0342W" aux:SerialNumber="CANARY-SERIAL"
 xmpMM:InstanceID="xmp.iid:CANARY-HISTORY">
<dc:creator><rdf:Seq><rdf:li>Ann Lens</rdf:li><rdf:li>Zoë Weiß</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2025 Ann Lens</rdf:li></rdf:Alt></dc:rights>
<Iptc4xmpExt:DigitalSourceType>{MADE_BY_MACHINE}</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()
POSITION = ((38.0, 34.0, 1.625), (92.0, 1.0, 2.0625))
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


def camera_exif(order: str) -> Image.Exif:
    """EXIF with a position, serial numbers, a maker note and a note of the photographer."""
    exif = Image.Exif()
    exif.endian = order
    exif[0x010F], exif[0x0110], exif[0x013B] = "CANARY-MAKE", "CANARY-MODEL", "Bob Shutter"
    exif[0x9C9C] = "CANARY-WIDE".encode("utf-16-le")
    inner = exif.get_ifd(0x8769)
    inner[0xA431], inner[0x927C], inner[0x9286] = "CANARY-BODY", b"CANARY-MAKER", b"ASCII\0\0\0CANARY-USER"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", POSITION[0], "W", POSITION[1]
    return exif


def iptc_block(*records: tuple[int, str]) -> bytes:
    """A marker of JPEG with records of IPTC."""
    content = b"".join(
        struct.pack(">BBBH", 0x1C, 2, number, len(text.encode())) + text.encode() for number, text in records
    )
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(content)) + content
    block += b"\0" * (len(content) % 2)
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def canaries() -> tuple[bytes, ...]:
    """Everything of a camera that must not leave, as each block may write it."""
    ratios = [part.as_integer_ratio() for side in POSITION for part in side]
    pairs = [
        struct.pack(f"{order}LLLL", *one, *two) for order in "<>" for one, two in itertools.pairwise(ratios)
    ]
    texts = ["CANARY", "GPS", "38,34.0271", "92,1.0342", "38.567", "Exif\0\0"]
    return (*pairs, *(text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")))


def from_camera(kind: str, order: str = "<") -> bytes:
    """A picture with everything in it."""
    picture = Image.linear_gradient("L").resize((300, 200)).convert("RGB")
    options: dict[str, object] = {"exif": camera_exif(order), "xmp": XMP}
    if kind == "PNG":
        notes = PngInfo()
        notes.add_text("Comment", "CANARY-TEXT")
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options = {"exif": camera_exif(order), "pnginfo": notes}
    if kind == "JPEG":
        options |= {
            "comment": b"CANARY-COMMENT",
            "extra": iptc_block((80, "CANARY-BYLINE"), (90, "CANARY-TOWN")),
        }
    if kind == "TIFF":
        options = {"exif": camera_exif(order), "tiffinfo": {700: XMP, 270: "CANARY-DESCRIPTION"}}
    return encoded(picture, kind, **options)


def made_of(folder: Path, content: bytes, said: Said = NOTHING) -> Renditions:
    """The renditions of some bytes and what the newsroom says of them."""
    (folder / "picture").write_bytes(content)
    original = Original(hash_of(content), folder / "picture", said.credit, said.alt, said.caption)
    return renditions(original, folder / "cache")


def spoken(content: bytes) -> dict[str, str]:
    """What another program reads in the XMP of a file."""
    with Image.open(io.BytesIO(content)) as picture:
        root = ElementTree.fromstring(picture.info.get("xmp", b"<nothing/>"))
    ways = {
        "credit": "photoshop:Credit",
        "caption": "dc:description/rdf:Alt/rdf:li",
        "alt": "core:AltTextAccessibility/rdf:Alt/rdf:li",
        "source_type": "ext:DigitalSourceType",
    }
    return {name: root.findtext(f".//rdf:Description/{way}", "", NAMES) for name, way in ways.items()}


PEOPLE = ("Ann Lens;", "Zoë Weiß", "2025 Ann", "Bob Shutter", "Wire Service", "CANARY")
KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"]
NEWSROOM = Said(credit="Ann Lens/Courier", caption="The lab on Tuesday & after", alt="A “hall” of <glass>")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_byte_of_place_or_camera_leaves(tmp_path: Path, kind: str, order: str) -> None:
    made = made_of(tmp_path, from_camera(kind, order), NEWSROOM)
    found = [(file.path, canary) for file in made.files for canary in canaries() if canary in file.content()]
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_camera_had_written_what_is_looked_for(kind: str) -> None:
    content = from_camera(kind)
    assert sum(canary in content for canary in canaries()) >= 4


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_to_be_named_is_inside_every_file(tmp_path: Path, kind: str) -> None:
    made = made_of(tmp_path, from_camera(kind), NEWSROOM)
    for file in made.files:
        assert spoken(file.content()) == {
            "credit": "Ann Lens/Courier",
            "caption": "The lab on Tuesday & after",
            "alt": "A “hall” of <glass>",
            "source_type": MADE_BY_MACHINE,
        }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("said", [NOTHING, NEWSROOM], ids=["nothing said", "said"])
def test_nobody_whom_only_the_original_names_leaves(tmp_path: Path, kind: str, said: Said) -> None:
    """Whoever took a picture may be a source: only the credit that the desk has given is published."""
    made = made_of(tmp_path, from_camera(kind), said)
    names = [name.encode(code) for name in PEOPLE for code in ("utf-8", "utf-16-le", "utf-16-be")]
    assert [(file.path, name) for file in made.files for name in names if name in file.content()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_desk_is_told_whom_a_file_names(tmp_path: Path, kind: str) -> None:
    content = from_camera(kind)
    (tmp_path / "picture").write_bytes(content)
    found = named_in(tmp_path / "picture")
    people = {"Zoë Weiß", "Wire Service", *["Bob Shutter"] * (b"Bob Shutter" in content)}
    assert people <= {text for text, _ in found}


def test_a_picture_that_names_nobody_has_nothing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(encoded(Image.new("RGB", (30, 20)), "PNG"))
    assert named_in(tmp_path / "picture") == ()


def test_older_readers_find_the_same_in_a_jpeg(tmp_path: Path) -> None:
    made = made_of(tmp_path, from_camera("WEBP"), NEWSROOM)
    with Image.open(made.jpegs[0].file) as picture:
        assert isinstance(picture, ImageFile)
        known = getiptcinfo(picture) or {}
    assert known[2, 110] == b"Ann Lens/Courier"
    assert (2, 80) not in known
    assert known[1, 90] == b"\x1b%G"


def test_the_desk_is_told_whom_an_old_block_of_iptc_names(tmp_path: Path) -> None:
    plain = Image.new("RGB", (300, 200))
    records = iptc_block((80, "Carl Film"), (116, "© Agency"), (118, "carl@example.org"))
    (tmp_path / "picture").write_bytes(encoded(plain, "JPEG", extra=records))
    texts = [text for text, _ in named_in(tmp_path / "picture")]
    assert texts == ["Carl Film", "© Agency", "carl@example.org"]


@pytest.mark.parametrize(
    "kind",
    [
        "javascript:alert(1)",
        "http://cv.iptc.org/newscodes/digitalsourcetype/../../CANARY",
        "CANARY http://cv.iptc.org/newscodes/digitalsourcetype/print",
    ],
)
def test_a_source_type_that_is_none_of_iptcs_stays_behind(tmp_path: Path, kind: str) -> None:
    xmp = XMP.replace(MADE_BY_MACHINE.encode(), kind.encode())
    content = encoded(Image.new("RGB", (300, 200)), "JPEG", xmp=xmp)
    assert spoken(made_of(tmp_path, content).files[0].content())["source_type"] == ""


BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


@pytest.mark.parametrize("xmp", [BOMB + XMP, XMP[:400], b"\x00", b"<a>" * 9_000, b"\xff\xfe<\x00"])
def test_hostile_xmp_is_passed_over(tmp_path: Path, xmp: bytes) -> None:
    content = encoded(Image.new("RGB", (300, 200)), "JPEG", xmp=xmp)
    made = made_of(tmp_path, content, Said(credit="Ann"))
    assert spoken(made.files[0].content())["source_type"] == ""


@given(st.text(), st.text(), st.text())
def test_any_words_make_sound_xmp_and_records(credit: str, caption: str, alt: str) -> None:
    said = cleaned(Said(credit=credit, caption=caption, alt=alt))
    content = packet(said)
    if content:
        root = ElementTree.fromstring(content)
        assert root.findtext(".//photoshop:Credit", "", NAMES) == said.credit
    assert len(content) < 65_000 and len(iim(said)) < 65_000


@pytest.mark.parametrize("text", ["&" * 100_000, "\U0001f600" * 100_000, "\x00\x1b\ud800\ufffe]]>" * 9_000])
def test_endless_words_fit_into_every_format(tmp_path: Path, text: str) -> None:
    plain = encoded(Image.new("RGB", (300, 200)), "PNG")
    made = made_of(tmp_path, plain, Said(credit=text, caption=text, alt=text))
    assert {len(spoken(file.content())) for file in made.files} == {4}


def test_words_part_where_a_line_or_a_sign_of_control_stood() -> None:
    assert cleaned(Said(credit="Ann\nLens\x00Courier\u00a0AG")).credit == "Ann Lens Courier\u00a0AG"
