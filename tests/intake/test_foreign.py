"""Files of other systems are refused by their format's name; a text that looks a little like one is not."""

import pytest
from tests.intake.desk import nothing, taken

from deskeditor.intake import Refused, read

STORY = "The council voted on Monday to close the old bridge for a month, its chair said after the vote."
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAIL = "Received: from a\nMessage-ID: <1@a>\nFrom: a@example.org\nSubject: Bridge\n\n"
MARKS = b"\x16\x16\x01a0001\x1fasian\r\nr i\x13\x11 BC-EU--Bridge 05-04 0120\r\n\x02"
FOREIGN = {
    "ninjs": '{"uri": "urn:x:1", "embargoed": "2030-01-01T00:00:00Z", "headline": "H", "body_xhtml": "B"}',
    "ninjs item": '{"uri": "urn:x:1", "body_xhtml": "<p>cut off',
    "Ghost": '{"db": [{"meta": {}, "data": {"posts": [{"title": "H", "status": "scheduled"}]}}]}',
    "JSON Feed": '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    "JSON lines": '{"title": "A"}\n{"title": "B"}\n',
    "a JSON file": '[{"title": "A", "embargo": "2030-01-01"}]',
    "NewsML-G2": XML + '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/></newsItem>',
    "NewsML-G2 message": XML
    + '<x:newsMessage xmlns:x="http://iptc.org/std/nar/2006-10-01/"></x:newsMessage>',
    "NewsML 1.2": "<!DOCTYPE NewsML SYSTEM 'NewsML_1.2.dtd'>\n<NewsML><NewsItem/></NewsML>",
    "NITF": "<!-- from the wire -->\n<nitf><head/><body><p>B</p></body></nitf>",
    "WordPress": XML + '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>',
    "RSS": XML + '<rss version="2.0"><channel><item/></channel></rss>',
    "Atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>',
    "an XML file": XML + "<story><embargo>2030-01-01</embargo><p>B</p></story>",
    "ANPA 1312": "^BC-EU--Bridge,120<\n^Council closes old bridge<\n^By ANN LEE=\nNORWICH \\_ The council\n",
    "an e-mail": MAIL + STORY,
    "mailbox": "From ann@example.org Mon May  4 09:00:00 2026\n" + MAIL + STORY,
    "MHTML": "From: <Saved by Blink>\nSnapshot-Content-Location: https://a\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; boundary="a"\n\n<p>B</p>',
    "RTF": "\n{\\rtf1\\ansi EMBARGOED\\par}",
}


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story.html", "story"])
@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_of_another_system_is_refused_by_its_formats_name(what: str, name: str) -> None:
    with pytest.raises(Refused, match=f"This is .*{what}.* Nothing was taken in; ") as refusal:
        read(name, FOREIGN[what].encode(), nothing)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (MARKS + b"^BC-EU--Bridge,120<\r\n" + STORY.encode() + b"\x03\x04", "ANPA 1312"),
        (b"\x01abc123 4 i 120 xyz\r\nEngland-bridge/\r\n\x02" + STORY.encode() + b"\x03\x04", "IPTC 7901"),
        (b"abc123 4 i 120 xyz\r\n\x02" + STORY.encode() + b"\x03\x04", "wire message"),
        ('{"uri": "x", "embargoed": "2030", "headline": "H"}'.encode("utf-16"), "ninjs"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "__substg1.0_0037001F".encode("utf-16-le"), "Outlook"),
    ],
)
def test_it_is_known_by_its_bytes_too(data: bytes, what: str) -> None:
    with pytest.raises(Refused, match=what):
        read("story.txt", data, nothing)


@pytest.mark.parametrize(
    "text",
    [
        f"[Updates with quotes] Council closes bridge\n\n{STORY}",
        f"{{Editor, please look}} Council closes bridge\n\n{STORY}",
        f"From: Ann Lee\nSubject: Bridge\nDate: Monday\n\n{STORY}",
        f"<p>{STORY}</p><p>{STORY}</p>",
        f"<b>Council closes bridge</b>\n\n{STORY}",
        f"Council closes bridge\n\n{STORY}\n\n\x01{STORY}",
        f"From Ann and Bob, a letter\n\n{STORY}",
        f"Council closes bridge\n\nThe file read: <?xml version='1.0'?><nitf>. {STORY}",
        f"^ A caret begins this line\n\n{STORY}",
        XML + f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Bridge</h1><p>{STORY}</p></body></html>',
    ],
)
def test_a_text_that_looks_a_little_like_one_comes_in(text: str) -> None:
    assert "council voted on Monday" in taken(text).document.text
