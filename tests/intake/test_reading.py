"""Whatever a file is, it becomes an article or is refused in one line."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.desk import WIRE, body, nothing, taken

from deskeditor.intake import Refused, read
from deskeditor.intake.decoding import decode

STORY = "Ferry stays tied up\n\nThe ferry won’t run before April, its “operator” said – in all likelihood."
WESTERN = STORY.encode("cp1252")


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (STORY.encode(), ""),
        (b"\xef\xbb\xbf" + STORY.encode(), ""),
        (STORY.replace("\n", "\r\n").encode(), ""),
        (STORY.replace("\n", "\r").encode(), ""),
        (STORY.encode("utf-16"), "UTF-16"),
        (STORY.encode("utf-16-be"), "UTF-16"),
        (STORY.encode("utf-32"), "UTF-32"),
        (WESTERN, "Windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_story(data: bytes, note: str) -> None:
    story = taken(data)
    assert (story.document.fields.headline, story.document.text) == tuple(STORY.split("\n\n"))
    assert not note or any(note in line for line in story.notes)


def test_a_stray_western_byte_in_utf_8_is_read_and_noted() -> None:
    story = taken(STORY.encode() + b"\n\nCaf\xe9 \xe2\x80\x9cso\xe2\x80\x9d it was \xe2\x80\x93 said.")
    assert story.document.text.endswith("Café “so” it was – said.")
    assert any("Windows-1252" in note for note in story.notes)


def test_latin_1_is_read_and_noted() -> None:
    story = taken(WESTERN.replace(b"April", b"Apr\x81l"))
    assert any("Latin-1" in note for note in story.notes)


def test_a_nul_becomes_visible_and_is_noted() -> None:
    story = taken(STORY.replace("April", "Apr\0l").encode())
    assert "Apr\ufffdl" in story.document.text
    assert any("NUL" in note for note in story.notes)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 40, "not text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"{\\rtf1 text}", "RTF"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
        (bytes(range(0xA1, 0xFF, 2)) * 9, "encoding"),
        (b"<html><body><script>x</script></body></html>", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        read("story.txt", data, nothing)
    assert "\n" not in str(refusal.value) and "Nothing was taken in" in str(refusal.value)


def test_an_unknown_ending_is_noted() -> None:
    assert any("“.xyz” is not known" in note for note in taken(STORY, "story.xyz").notes)


def test_a_web_page_under_the_name_of_a_text_is_read_as_one() -> None:
    story = taken(
        "<!doctype html><html><body><h1>A headline here</h1><p>Text &amp; more.</p></body></html>", "a.txt"
    )
    assert (story.document.fields.headline, story.document.text) == ("A headline here", "Text & more.")
    assert any("read as HTML" in note for note in story.notes)


def test_a_text_under_the_name_of_a_web_page_keeps_its_letters() -> None:
    assert body("A headline here\n\nFive is 5 & six is *6* in this text.", "a.html") == [
        "Five is 5 & six is \\*6\\* in this text."
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n\n-----\n\n", "\n\n###\n\n", "\n\nShare post:\n\n"])
def test_two_stories_in_one_file_are_refused(between: str) -> None:
    one = (WIRE / "missouri-guard.txt").read_text("utf-8")
    other = one.replace("Trump administration asks Missouri", "Governor asks the county")
    with pytest.raises(Refused, match=r"2 articles.*Governor asks the county"):
        read("two.txt", (one + between + other).encode(), nothing)


@pytest.mark.parametrize("meta", ["Date: July 25, 2025", "By Jane Doe", ""])
def test_two_short_stories_in_one_file_are_refused(meta: str) -> None:
    place, tale = (
        "JOPLIN, Mo. — ",
        "The mill fell down before noon on Monday.\n\nNobody was hurt in it, they said.",
    )
    stories = [
        f"{head}\n\n{meta}\n\n{place}{tale}"
        for head in ("A mill fell down in Joplin", "A second mill fell in Rolla")
    ]
    with pytest.raises(Refused, match="2 articles"):
        read("two.txt", "\n\n".join(stories).encode(), nothing)


def test_several_stories_of_one_web_page_are_refused() -> None:
    story = (
        "<article><h2>Mill {} fell down</h2>"
        + "<p>{}</p>".format("The mill fell down before noon. " * 8) * 3
        + "</article>"
    )
    page = f"<html><body>{story.format(1)}{story.format(2)}</body></html>"
    with pytest.raises(Refused, match="2 articles"):
        read("a.html", page.encode(), nothing)


_WORDS = st.sampled_from(
    [
        "Latest",
        "Share",
        "Subscribe",
        "Related",
        "More",
        "Read",
        "also",
        "By",
        "Date",
        "Photo",
        "Tags",
        "Updated",
        "said",
        "river",
        "mayor",
        "vote",
        "4,000",
        "[sic]",
        "*",
        "_",
        "#",
        "1.",
        "city’s",
        "“quote”",
        "Missouri",
        "–",
        "and",
        "the",
        "a",
        "of",
        "AP",
        "Comments",
        "Print",
        "Home",
        ">",
        "|",
        "Live",
        "Source:",
        "Title:",
        "Credit",
        "Image",
    ]
)
_SENTENCES = st.lists(_WORDS, min_size=6, max_size=30).map(lambda words: " ".join(words) + ".")
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=6)


def _letters(text: str) -> str:
    """The letters in their order, whatever mark-up stands among them."""
    return "".join(letter for letter in text if letter.isalnum())


@given(_PARAGRAPHS)
def test_no_paragraph_of_prose_is_ever_lost(paragraphs: list[str]) -> None:
    story = taken("\n\n".join(["Ferry to stay tied up through winter", *paragraphs]))
    fields = story.document.fields
    texts = [fields.headline, story.document.text, fields.standfirst, fields.note_to_editor, *story.notes]
    kept, place = _letters("\n".join(texts)), _letters(fields.dateline)
    assert all(_letters(one) in kept or _letters(one).removeprefix(place) in kept for one in paragraphs)


@given(_PARAGRAPHS.map(lambda some: [f"The clerk said this: {one}" for one in some]))
def test_plain_prose_comes_through_whole_and_in_order(paragraphs: list[str]) -> None:
    text = taken("\n\n".join(["Ferry to stay tied up through winter", *paragraphs])).document.text
    assert _letters(text) == _letters("".join(paragraphs))


_LINES = st.lists(_WORDS | st.text(max_size=12), max_size=8).map(" ".join)


_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a"])


@given(st.lists(_LINES, max_size=20).map("\n".join), _NAMES)
def test_a_text_is_taken_in_or_refused_and_nothing_else(text: str, name: str) -> None:
    try:
        assert read(name, text.encode("utf-8", "surrogatepass"), nothing)
    except Refused as refusal:
        assert "\n" not in str(refusal)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"<html>", b"---\n", b"+++\n"])
)
def test_bytes_are_taken_in_or_refused_and_nothing_else(data: bytes, start: bytes) -> None:
    try:
        assert read("a", start + data, nothing)
    except Refused as refusal:
        assert "\n" not in str(refusal)


def test_nothing_slow_is_loaded_before_the_first_file() -> None:
    slow = {"lxml", "deskeditor.intake.word", "deskeditor.intake.furniture"}
    code = f"import sys, deskeditor.intake; sys.exit(len({slow!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


_ABROAD = {
    "Sturm schließt „den“ Hafen, sagte die Bürgermeisterin. Größere Schäden gab es nicht.": "mac_roman",
    "Der Hafen wurde für eine Woche geschlossen, größere Schäden gab es nicht.": "cp850",
    'Порт закрыт в понедельник "на неделю", сказал мэр города.': "cp1251",
    "Порт закрыт в понедельник на неделю, сказал мэр.": "koi8-r",
    "港は月曜日に「一週間」閉鎖されたと市長が述べた。": "shift_jis",
    "港は月曜日に閉鎖されたと市長が述べた。費用は五千円だった。": "euc-jp",
    "市长表示，港口周一关闭，为期“一周”。费用为五千元。": "gb18030",
    "市長表示，港口週一關閉，為期「一週」。": "big5",
    "시장은 월요일에 항구가 일주일 동안 폐쇄되었다고 말했다.": "euc-kr",
    "Το λιμάνι έκλεισε τη Δευτέρα για μια εβδομάδα.": "cp1253",
    "הנמל נסגר ביום שני למשך שבוע אחד": "cp1255",
    "Порт закрыт в понедельник, сказал мэр города. Это стоило много.\n": "utf-16-le",
    "港は月曜日に閉鎖された。\nと市長が述べた。\n\n": "utf-16-be",
}


@pytest.mark.parametrize("text", _ABROAD)
def test_a_text_of_another_country_keeps_its_letters(text: str) -> None:
    found = decode(text.encode(_ABROAD[text]))
    assert found.text == text and found.notes


def test_a_text_that_was_encoded_twice_is_mended_and_told() -> None:
    text = "Größere Schäden gab es „für eine Woche“ nicht."
    found = decode(text.encode().decode("latin-1").encode())
    assert found.text == text and "encoded twice" in found.notes[0]


@pytest.mark.parametrize("text", ["Ã, Â and Ä are letters of Vietnam and Sweden: Ã¡, é, ü.", "Ö é ü"])
def test_letters_that_only_look_encoded_twice_stay(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "name",
    [
        *("undefined", "idna", "punycode", "base64", "rot13", "unicode_escape", "raw_unicode_escape"),
        *("hex", "zlib", "bz2", "uu", "quopri", "utf-7", "mbcs", "oem", "utf-16", "nonsense", "cp65001"),
    ],
)
def test_a_charset_that_is_none_is_passed_over(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><h1>A café shuts</h1><p>It was.</p></body>'
    assert taken(page.encode("cp1252"), "a.html").document.fields.headline == "A café shuts"


def test_remarks_above_a_text_are_no_headline() -> None:
    story = taken("<!-- ask the chair -->\n" * 40 + STORY)
    assert story.document.fields.headline == "Ferry stays tied up"
    assert "Taken out (remark): “ask the chair”" in story.notes
