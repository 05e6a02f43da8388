"""Office files made by hand, part by part."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
_SCHEMAS = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships"'
_RELATION = f"{_SCHEMAS}/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats"
_TYPES = (
    f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Default Extension="rels" ContentType="{_KIND}-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    f'ContentType="{_KIND}-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
_NUMBERS = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_SCHEMAS}/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="p" descr="A red dot"/>'
    f'<a:graphic xmlns:a="{_SCHEMAS}/drawingml/2006/main"><a:graphicData>'
    f'<pic:pic xmlns:pic="{_SCHEMAS}/drawingml/2006/picture"><pic:blipFill>'
    '<a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of these parts, the same bytes each time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraph(text: str, style: str = "", level: int = -1) -> str:
    """A paragraph of Word; a level of 0 or more makes it an item of a list."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level >= 0 else ""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{number}</w:pPr>{run(text)}</w:p>"


def run(text: str, marks: str = "") -> str:
    """Letters of Word with marks such as `<w:b/>`."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _related(name: str, kind: str, target: str) -> str:
    mode = ' TargetMode="External"' if ":" in target else ""
    return f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"{mode}/>'


def _relations(*relations: str) -> str:
    space = f"{_SCHEMAS}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(relations)}</Relationships>'


def docx(body: str, footnote: str = "", **more: str) -> bytes:
    """A Word file with this body; `more` are styles, numbers, comments or a header, as their XML."""
    note = f'<w:footnotes {_W}><w:footnote w:id="2">{paragraph(footnote)}</w:footnote></w:footnotes>'
    inner = _relations(
        _related("rId2", "styles", "styles.xml"),
        _related("rId3", "numbering", "numbering.xml"),
        _related("rId4", "footnotes", "footnotes.xml"),
        _related("rId5", "comments", "comments.xml"),
        _related("rId6", "header", "header1.xml"),
        _related("rId8", "hyperlink", "https://example.org/a"),
        _related("rId9", "image", "media/p.png"),
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(_related("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": inner,
        "word/styles.xml": _STYLES.replace("</w:styles>", more.get("styles", "") + "</w:styles>"),
        "word/numbering.xml": _NUMBERS.replace("<w:num ", more.get("numbers", "") + "<w:num ", 1),
        "word/footnotes.xml": note,
    }
    for kind, root in (("comments", "comments"), ("header", "hdr")):
        if kind in more:
            name = f"word/{kind}{1 if kind == 'header' else ''}.xml"
            parts[name] = f"<w:{root} {_W}>{more[kind]}</w:{root}>"
    return packed({**parts, "word/media/p.png": PNG})


def story_docx() -> bytes:
    """A Word file with everything that a story may have."""
    first = [run("Columbia, Missouri"), run(" – The "), run("bold", "<w:b/>"), run(" and ")]
    slanted = run("slanted", "<w:i/>") + run(" words and a ")
    link = f'<w:hyperlink r:id="rId8">{run("link")}</w:hyperlink>{run(" stand in this sentence")}'
    note = f'<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}'
    rows = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in ("AB", "12")]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    parts = [
        paragraph("A story that was written in Word", "T"),
        f"<w:p>{''.join(first)}{slanted}{link}{note}</w:p>",
        paragraph("What is next", "H2"),
        paragraph("one", level=0) + paragraph("deeper", level=1) + paragraph("two", level=0),
        f"<w:tbl>{table}</w:tbl>",
        _PICTURE,
    ]
    return docx("".join(parts), "Said in a call.")


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_OTHER_SPACES = (
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:math="http://www.w3.org/1998/Math/MathML"'
)


def odt(body: str, styles: str = "", **parts: bytes | str) -> bytes:
    """An OpenDocument text with this body and these styles; a double underscore in a name is a slash."""
    content = (
        f"<office:document-content {_ODF_SPACES} {_OTHER_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    more = {name.replace("__", "/"): data for name, data in parts.items()}
    return packed({"mimetype": kind, "content.xml": content, **more})
