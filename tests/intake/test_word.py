"""Word files: what is shown stays, what is hidden stays hidden and is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.desk import nothing, taken
from tests.intake.office import docx, paragraph, run

from deskeditor.intake import Intake, Refused, read

_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_LEAD = "The council voted on Monday to close the old bridge for a month, its chair said."


def story(body: str, **parts: str) -> Intake:
    """The article of a Word file in which a plain paragraph stands before the body."""
    return taken(docx(paragraph(_LEAD) + body, **parts), "story.docx")


def text_of(body: str, **parts: str) -> str:
    """What stands behind the plain paragraph."""
    return story(body, **parts).document.text.removeprefix(_LEAD).strip("\n")


def said(body: str, **parts: str) -> str:
    """All notes of the import."""
    return "\n".join(story(body, **parts).notes)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(inner: str) -> str:
    """A run of anything."""
    return f"<w:r>{inner}</w:r>"


def complex_field(instruction: str, *result: str) -> str:
    """A field of three marks around its instruction and its result."""
    marks = [r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")]
    told = r(f"<w:instrText>{instruction}</w:instrText>")
    return "".join([marks[0], told, *((marks[1], *result) if result else ()), marks[2]])


def m(*parts: str) -> str:
    """An equation."""
    return f"<m:oMath {_M}>{''.join(parts)}</m:oMath>"


def t(text: str) -> str:
    """Letters of an equation."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:name w:val="Heir"/><w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="D"><w:name w:val="D"/><w:basedOn w:val="C"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    "</w:style>"
)


@pytest.mark.parametrize(
    "hidden",
    [
        p(run("seen ") + run("CANARY", "<w:vanish/>")),
        p(run("seen ") + run("CANARY", '<w:vanish w:val="true"/>')),
        p(run("seen ") + run("CANARY", "<w:webHidden/>")),
        p(run("seen ") + run("CANARY", '<w:rStyle w:val="C"/>')),
        p(run("seen ") + run("CANARY", '<w:rStyle w:val="D"/>')),
        p(run("seen")) + paragraph("CANARY", "Gone"),
        p(run("seen")) + paragraph("CANARY", "Heir"),
        p(run("seen ") + f"<w:hyperlink>{run('CANARY', '<w:vanish/>')}</w:hyperlink>"),
        p(run("seen ") + f"<w:ins>{run('CANARY', '<w:vanish/>')}</w:ins>"),
        p(run("seen ") + f"<w:sdt><w:sdtContent>{run('CANARY', '<w:vanish/>')}</w:sdtContent></w:sdt>"),
        p(run("seen"))
        + f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('CANARY')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_what_word_hides_stays_hidden_and_is_told(hidden: str) -> None:
    body = hidden + paragraph("The end.")
    assert text_of(body, styles=_STYLES).split() == ["seen", "The", "end."]
    assert "Taken out (hidden in Word): “CANARY”" in said(body, styles=_STYLES)


@pytest.mark.parametrize("marks", ['<w:vanish w:val="0"/>', '<w:rStyle w:val="C"/>'])
def test_letters_of_a_hidden_style_that_are_shown_again_stay(marks: str) -> None:
    """A switch of letters in a paragraph whose style has it on too is off (ECMA-376, 17.7.3)."""
    shown = f'<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{run("shown again", marks)}</w:p>'
    assert text_of(shown, styles=_STYLES) == "shown again"


def test_a_style_that_switches_nothing_on_hides_nothing() -> None:
    assert text_of(p(run("shown", '<w:rStyle w:val="S"/>')), styles=_STYLES) == "shown"


def test_a_hidden_end_of_a_paragraph_joins_it_to_the_next() -> None:
    body = p(run("One "), properties="<w:rPr><w:vanish/></w:rPr>") + paragraph("line.")
    assert text_of(body) == "One line."


def test_white_letters_stay_and_are_told() -> None:
    assert "white or tiny letters" in said(p(run("CANARY", '<w:color w:val="FFFFFF"/>')))


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_deleted_and_moved_words_are_out_and_told(change: str) -> None:
    gone = "<w:r><w:delText>CANARY </w:delText><w:t>too</w:t></w:r>"
    body = p(run("One "), f'<w:{change} w:id="1">{gone}</w:{change}>', run("line."))
    assert text_of(body) == "One line."
    assert "tracked changes" in said(body) and "“CANARY too”" in said(body)


@pytest.mark.parametrize("change", ["ins", "moveTo"])
def test_added_words_stay_and_are_told(change: str) -> None:
    body = p(run("One "), f'<w:{change} w:id="1">{run("more ")}</w:{change}>', run("line."))
    assert text_of(body) == "One more line." and "tracked changes" in said(body)


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    body = p(run("One "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph("line.")
    assert text_of(body) == "One line." and "tracked changes" in said(body)


def test_a_deleted_row_is_out_and_told() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{paragraph("CANARY")}</w:tc></w:tr>'
    rows = [f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in ("ab", "cd")]
    body = f"<w:tbl>{rows[0]}{row}{rows[1]}</w:tbl>"
    assert text_of(body) == "| a | b |\n| --- | --- |\n| c | d |"
    assert "“CANARY”" in said(body)


def test_comments_are_out_and_told_with_their_authors() -> None:
    remark = f'<w:comment w:id="1" w:author="Ann Lee">{paragraph("CANARY")}</w:comment>'
    body = p(run("One line."), r('<w:commentReference w:id="1"/>'))
    assert text_of(body, comments=remark) == "One line."
    assert "Taken out (comment of Ann Lee): “CANARY”" in said(body, comments=remark)


def test_headers_and_footers_are_told() -> None:
    assert "Taken out (header): “STRICTLY EMBARGOED”" in said("", header=paragraph("STRICTLY EMBARGOED"))


@pytest.mark.parametrize(
    "field",
    [
        f'<w:fldSimple w:instr=" REF _Ref1 ">{run("Table 3")}</w:fldSimple>',
        complex_field(" REF _Ref1 ", run("Table 3")),
        complex_field(' IF "', run("Table "), complex_field(" SEQ Table ", run("3"))),
        complex_field(" MACROBUTTON NoMacro Table 3"),
    ],
)
def test_a_field_shows_what_word_shows(field: str) -> None:
    assert text_of(p(field, run(" shows it."))) == "Table 3 shows it."


def test_a_field_within_an_instruction_shows_nothing() -> None:
    inner = complex_field(" MERGEFIELD x ", run("CANARY"))
    begin, separate, end = (r(f'<w:fldChar w:fldCharType="{k}"/>') for k in ("begin", "separate", "end"))
    body = p(
        begin, r("<w:instrText> IF </w:instrText>"), inner, separate, run("Table 3"), end, run(" shows.")
    )
    assert text_of(body) == "Table 3 shows."


def test_a_field_that_never_ends_is_told_with_its_words() -> None:
    assert "CANARY" in said(p(r('<w:fldChar w:fldCharType="begin"/>'), run("CANARY")))


@pytest.mark.parametrize(
    "link",
    [
        f'<w:hyperlink r:id="rId8">{run("here")}</w:hyperlink>',
        complex_field(' HYPERLINK "https://example.org/a" ', run("here")),
        f"<w:fldSimple w:instr=' HYPERLINK \"https://example.org/a\" '>{run('here')}</w:fldSimple>",
    ],
)
def test_links_stay_links(link: str) -> None:
    assert text_of(p(run("Look "), link, run("."))) == "Look [here](https://example.org/a)."


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        (m(t("E=m"), f"<m:sSup><m:e>{t('c')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>"), "E=mc^2"),
        (m(f"<m:sSub><m:e>{t('x')}</m:e><m:sub>{t('i+1')}</m:sub></m:sSub>"), "x_(i+1)"),
        (m(f"<m:f><m:num>{t('a+b')}</m:num><m:den>{t('2')}</m:den></m:f>"), "(a+b)/2"),
        (m(f"<m:rad><m:deg/><m:e>{t('x+1')}</m:e></m:rad>"), "√(x+1)"),
        (m(f"<m:d><m:e>{t('a')}</m:e></m:d>"), "(a)"),
        (m(f"<m:nary><m:sub>{t('0')}</m:sub><m:sup>{t('1')}</m:sup><m:e>{t('x')}</m:e></m:nary>"), "∫_0^1 x"),
    ],
)
def test_an_equation_becomes_a_line_that_says_the_same(equation: str, line: str) -> None:
    assert text_of(p(run("It is "), equation, run("."))).replace("\\", "") == f"It is {line}."


def test_the_reading_of_a_word_stands_behind_it() -> None:
    ruby = f"<w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"
    assert text_of(p(r(ruby), run(" here"))) == "漢(kan) here"


def box(text: str) -> str:
    """A text box as Word writes it, new and old."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    new = f"<mc:Choice><w:drawing><wps:txbx {_WPS}>{inner}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox {_V}>{inner}</v:textbox></w:pict></mc:Fallback>"
    return r(f"<mc:AlternateContent {_MC}>{new}{old}</mc:AlternateContent>")


def test_a_text_box_comes_once() -> None:
    assert text_of(p(run("One line."), box("In the box."))) == "One line.\n\nIn the box."


def test_an_old_text_box_comes_too() -> None:
    old = f"<w:pict><v:textbox {_V}><w:txbxContent>{paragraph('Old.')}</w:txbxContent></v:textbox></w:pict>"
    assert text_of(p(run("One line."), r(old))) == "One line.\n\nOld."


@pytest.mark.parametrize("wrapper", ["smartTag", "customXml", "bdo", "dir", "unheardOf"])
def test_words_within_anything_are_words(wrapper: str) -> None:
    assert (
        text_of(p(run("One "), f"<w:{wrapper}>{run('line', '<w:rtl/>')}</w:{wrapper}>", run(".")))
        == "One line."
    )


@pytest.mark.parametrize("wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:x>{}</w:x>"])
def test_paragraphs_within_anything_are_paragraphs(wrapper: str) -> None:
    assert text_of(wrapper.format(paragraph("One line."))) == "One line."


@pytest.mark.parametrize(
    ("sign", "letter"),
    [
        ('<w:sym w:font="Symbol" w:char="F062"/>', "β"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "é"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:tab/>", " "),
        ("<w:softHyphen/>", ""),
    ],
)
def test_signs_that_are_no_letters_in_the_file(sign: str, letter: str) -> None:
    assert text_of(p(run("a"), r(sign), run("b"))) == f"a{letter}b"


def test_an_unknown_symbol_is_told() -> None:
    assert "Missing: a symbol" in said(p(run("a"), r('<w:sym w:font="Logos" w:char="F041"/>')))


def test_a_drop_cap_is_the_first_letter_of_its_word() -> None:
    body = p(run("T"), properties='<w:framePr w:dropCap="drop"/>') + paragraph("he end.")
    assert text_of(body) == "The end."


def listed(*texts: str, number: int) -> str:
    """Paragraphs of a list."""
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(p(run(text), properties=properties) for text in texts)


_NUMBERS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def test_a_numbered_list_goes_on_after_a_paragraph() -> None:
    body = listed("a", "b", number=7) + paragraph("Between.") + listed("c", number=7)
    assert text_of(body, numbers=_NUMBERS) == "1. a\n2. b\n\nBetween.\n\n3. c"


def test_a_numbered_list_starts_where_it_is_told_to() -> None:
    assert text_of(listed("a", "b", number=8), numbers=_NUMBERS) == "5. a\n6. b"


@pytest.mark.parametrize("name", ["Zitat", "Citation", "Cita", "Intense Quote", "Quote"])
def test_a_quotation_is_one_in_any_language(name: str) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="{name}"/></w:style>'
    heir = '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="Ours"/><w:basedOn w:val="Q"/></w:style>'
    assert text_of(paragraph("Said so.", "R"), styles=style + heir) == "> Said so."


def test_a_heading_is_one_by_its_level() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Zwischentitel"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    body = paragraph("What is next", "X") + paragraph(_LEAD)
    assert text_of(body, styles=style).startswith("### What is next")


def test_styles_of_the_head_become_fields() -> None:
    names = (("A", "Author"), ("U", "Untertitel"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names
    )
    body = paragraph("Ann Lee", "A") + paragraph("Bob Ray", "A") + paragraph("It reopens in June", "U")
    fields = story(body, styles=styles).document.fields
    assert ([one.name for one in fields.byline], fields.standfirst) == (
        ["Ann Lee", "Bob Ray"],
        "It reopens in June",
    )


def test_a_file_within_the_text_is_refused() -> None:
    with pytest.raises(Refused, match="another file"):
        read("a.docx", docx(paragraph(_LEAD) + '<w:altChunk r:id="rId8"/>'), nothing)


def test_the_account_of_a_whole_file_names_nothing_lost() -> None:
    body = p(run("One "), complex_field(" REF a ", run("two ")), box("three"), run("four"))
    assert "Not taken over" not in said(body) and "words in the file" in said(body)


_WRAPPERS = (
    "{}",
    '<w:ins w:id="1">{}</w:ins>',
    '<w:del w:id="1">{}</w:del>',
    '<w:moveFrom w:id="1">{}</w:moveFrom>',
    '<w:moveTo w:id="1">{}</w:moveTo>',
    "<w:hyperlink>{}</w:hyperlink>",
    '<w:hyperlink r:id="rId8">{}</w:hyperlink>',
    '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
    complex_field(" SEQ Table ", "{}"),
    complex_field(' HYPERLINK "https://example.org/" ', "{}"),
    "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:bdo>{}</w:bdo>",
    "<w:unheardOf>{}</w:unheardOf>",
    "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase><w:r><w:t>x</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    f"<w:r><mc:AlternateContent {_MC}><mc:Choice>"
    f"<w:drawing><wps:txbx {_WPS}><w:txbxContent><w:p>{{}}</w:p></w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>",
    r('<w:fldChar w:fldCharType="begin"/>') + "{}",
    "{}" + r('<w:fldChar w:fldCharType="end"/>'),
)
_MARKS = st.sampled_from(
    ["", "", "<w:b/>", "<w:i/>", "<w:vanish/>", "<w:webHidden/>", "<w:rtl/>", "<w:strike/>"]
)
_ENDS = st.sampled_from(
    [
        "",
        "",
        "",
        '<w:rPr><w:del w:id="1"/></w:rPr>',
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:framePr w:dropCap="drop"/>',
    ]
)
_RUNS = st.recursive(
    st.tuples(_MARKS),
    lambda inner: st.tuples(st.sampled_from(_WRAPPERS), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)


def built(shape: object, words: list[str]) -> str:
    """A generated shape as XML, each run with a word of its own."""
    match shape:
        case (str(marks),):
            words.append(f"canary{len(words)}q")
            return run(f" {words[-1]} ", marks)
        case (str(wrapper), list(inner)):
            return wrapper.replace("{}", "".join(built(each, words) for each in inner))
    raise AssertionError(shape)


@given(st.lists(st.tuples(_ENDS, _RUNS, st.booleans()), min_size=1, max_size=4))
def test_every_word_is_in_the_story_in_a_field_or_in_a_note(shapes: list[tuple[str, object, bool]]) -> None:
    words: list[str] = []
    body = ""
    for end, shape, boxed in shapes:
        each = p(built(shape, words), properties=end)
        body += f"<w:tbl><w:tr><w:tc>{each}</w:tc></w:tr></w:tbl>" if boxed else each
    found = story(body)
    everything = "\n".join([found.document.text, repr(found.document.fields), *found.notes])
    assert [word for word in words if word not in everything] == []
    assert "Not taken over" not in everything
