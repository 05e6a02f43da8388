"""How sources say that a story may not leave yet, in the languages that copy comes in, a row each.

A row matches the beginning of a line, in the small letters of `folding.py`. What stands behind it, or in its
group `tail`, is when the restriction ends.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Force(Enum):
    """When a row counts: whatever follows, where nothing but a time follows, or where nothing does."""

    SURE = "sure"
    TIMED = "timed"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it; `day_first`: the language never begins a date with the month."""

    pattern: re.Pattern[str]
    force: Force
    day_first: bool = True


_USE_EN = (
    r"(?:publication|publishing|release|releas(?:e|ed|ing)|use|used|broadcast(?:ing)?|transmission|"
    r"distribution|"
    r"distribut(?:e|ed)|dissemination|print(?:ed)?|post(?:ed|ing)?|publish(?:ed)?|online|circulation|"
    r"attribution|"
    r"air(?:ed|ing)?|run|shared?|quot(?:e|ed)|reported|transmitted|web|move)"
)
_USES_EN = rf"{_USE_EN}(?:(?:,? (?:or|and|nor)|,|/) ?(?:for )?{_USE_EN})*"
_DE = (
    r"(?:(?:ver|er)offentlich\w*|publizie\w+|verwend\w+|send\w+|verbreit\w+|"
    r"freige\w+|erschein\w+|bring\w+|druck\w+|weiterge\w+)"
)
_FR = (
    r"(?:publier|publie\w*|diffuser|diffuse\w*|publication|diffusion|utiliser|"
    r"utilisation|divulguer|reproduire|parution)"
)
_ES = (
    r"(?:publicar|publique\w*|difundir|difunda\w*|divulgar|publicacion|difusion|"
    r"divulgacion|emitir|usar|reproducir)"
)
_PT = r"(?:publicar|publique\w*|divulgar|divulgue\w*|publicacao|divulgacao|difundir|veicular|veiculacao|usar)"
_IT = (
    r"(?:pubblicare|pubblicat[oae]|pubblicazione|diffondere|diffusione|divulgare|"
    r"divulgazione|usare|utilizzare)"
)
_NL = r"(?:publiceren|publicer\w+|publicatie|verspreiden|verspreiding|gebruiken|gebruik|uitzenden)"
_AR = r"(?:ل?ل?ل?(?:ال)?نشر(?:ه|ها)?|(?:ال)?بث|(?:ال)?اذاعة)"
_END = r"(?=\W*$)"
_NEXT = r"(?=\W*(?:$|\d)|\s*[:!*\]\)-])"

_SURE = (
    # English
    (r"embargo(?:ed)?\s+(?:for release|for publication|until|untill|till|til|before)\b", False),
    (
        r"embargo(?:ed)?\s+(?:to|for)(?=\s+(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|"
        r"aug|sep|oct|nov|dec))",
        False,
    ),
    (
        r"(?:strict(?:ly)?|full|total|press|media|news)\s+embargo(?:ed)?\b(?=\W*(?:$|until|till|for|\d|"
        r"[:-]))",
        False,
    ),
    (
        r"(?:strictly\s+)?under\s+(?:an?\s+|strict\s+|press\s+|media\s+)*embargo(?=\W*(?:$|until|till|"
        r"for\b|to\b|\d)|\s*[:!-])",
        False,
    ),
    (
        rf"not\s+(?:yet\s+)?(?:(?:to be|for)\s+)(?:general |public |immediate )?{_USES_EN}(?=\W*(?:$|"
        rf"before|until|till|prior|in\b|or\b|without|earlier)|\s*[:!-])",
        False,
    ),
    (
        rf"(?:do not|don't|please do not|never)\s+{_USES_EN}(?:\s+(?:this|the|any of this)(?:\s+(?:story|"
        rf"copy|report|article|release|text|material))?)?(?=\W*(?:$|before|until|till|prior|yet|without)|"
        rf"\s*[:!])",
        False,
    ),
    (rf"no\s+{_USES_EN}\s+(?:before|until|till|prior to)\b", False),
    (
        r"hold\s+(?:for|until|till)\s+(?:release|publication|further|clearance|legal|confirmation|approval|"
        r"embargo)\b",
        False,
    ),
    (
        r"(?:please\s+)?hold\s+(?:this|the|all)\s+(?:story|copy|article|release|report|item|piece|text|"
        r"until)\b",
        False,
    ),
    (
        r"(?:for|to be)\s+(?:release|released|publication|published|use)\s+(?:only\s+)?(?:on delivery|"
        r"not before|after|no earlier)\b",
        False,
    ),
    (r"release\s+embargo\b", False),
    (r"(?:on\s+)?hold\s*:\s*(?:yes|true|y|on|ja|oui|si|sim|until|till|for)\b", False),
    (r"(?:this\s+)?embargo\s+(?:time|date|note|notice|copy|material)\b(?=\s*[:-]|\W*$)", False),
    # German
    (r"sperrfrist(?:ende)?(?=\W*(?:$|bis\b|endet|ende\b|ablauf|\d|[a-z]+tag\b)|\s*[:!-])", True),
    (r"(?:mit\s+)?sperrvermerk(?=\W*(?:$|bis\b|\d)|\s*[:!-])", True),
    (r"unter\s+(?:striktem\s+)?embargo(?=\W*(?:$|bis)|\s*[:!-])", True),
    (r"embargo\s+(?:bis|endet)\b", True),
    (
        rf"(?:bitte\s+)?(?:nicht|keinesfalls|keine \w+|nie)\s+(?:vor|"
        rf"bis)\s+(?P<tail>.{{1,90}}?)\s*,?\s*(?:zu\s+|zur\s+)?{_DE}(?:\s+(?:werden|freigegeben))?{_END}",
        True,
    ),
    (
        rf"(?:noch\s+)?nicht\s+(?:zur|zum|fur die)\s+{_DE}\b(?=\W*(?:$|bestimmt|frei|vor|geeignet|bis)|"
        rf"\s*[:!-])",
        True,
    ),
    (rf"(?:keine|nicht)\s+{_DE}\s+(?:vor|bis)\b", True),
    (
        rf"zur\s+{_DE}\s+(?:frei\s+|erst\s+|nicht\s+|fruhestens\s+|freigegeben\s+)*(?:ab|vor|am|fur|nach)\b",
        True,
    ),
    # French
    (r"sous\s+(?:strict\s+)?embargo(?=\W*(?:$|strict|absolu|jusqu|avant|\d)|\s*[:!-])", True),
    (r"(?:sous\s+)?embargo(?:\s+strict)?\s+(?:jusqu'|jusque|jusqu)\s*", True),
    (
        rf"(?:merci de\s+|priere de\s+)?(?:a\s+)?ne\s+pas\s+{_FR}(?:\s+ou\s+{_FR})?(?=\W*(?:$|avant|jusqu|"
        rf"sans)|\s*[:!-])",
        True,
    ),
    (rf"(?:pas\s+de\s+|aucune\s+)?{_FR}\s+(?:interdite?\s+)?(?:avant|jusqu)\b", True),
    (rf"a\s+{_FR}\s+(?:a\s+partir|a\s+compter|des|apres|uniquement|seulement)\b", True),
    # Spanish
    (r"embargad[oa]s?\s+(?:hasta|para)\b", True),
    (r"(?:bajo|con)\s+embargo(?=\W*(?:$|hasta|\d)|\s*[:!-])", True),
    (r"embargo\s+hasta\b", True),
    (rf"(?:por favor,?\s+)?no\s+{_ES}(?:\s+(?:o|ni)\s+{_ES})?(?=\W*(?:$|antes|hasta)|\s*[:!-])", True),
    (rf"(?:queda\s+)?prohibid[oa]s?\s+(?:su\s+|la\s+|el\s+)?{_ES}\s*(?:hasta|antes)\b", True),
    # Portuguese
    (r"embargad[oa]s?\s+(?:ate|para)\b", True),
    (r"sob\s+embargo(?=\W*(?:$|ate|\d)|\s*[:!-])", True),
    (r"embargo\s+ate\b", True),
    (rf"(?:favor\s+)?nao\s+{_PT}(?=\W*(?:$|antes|ate)|\s*[:!-])", True),
    (rf"proibid[oa]s?\s+(?:sua\s+|a\s+|o\s+)?{_PT}\s*(?:ate|antes)\b", True),
    # Italian
    (r"sotto\s+embargo(?=\W*(?:$|fino|sino|\d)|\s*[:!-])", True),
    (r"embargo\s+(?:fino|sino)\b", True),
    (rf"(?:da\s+)?non\s+(?:si\s+puo\s+)?{_IT}(?=\W*(?:$|prima|fino)|\s*[:!-])", True),
    (rf"(?:e\s+)?vietat[oa]\s+(?:la\s+)?{_IT}\s+(?:prima|fino)\b", True),
    # Dutch
    (r"onder\s+(?:strikt\s+)?embargo(?=\W*(?:$|tot|\d)|\s*[:!-])", True),
    (r"embargo\s+tot\b", True),
    (rf"niet\s+(?:te\s+|voor\s+)?{_NL}(?=\W*(?:$|voor|tot)|\s*[:!-])", True),
    # Arabic
    (
        rf"(?:محظور|حظر|ممنوع|يحظر|يمنع|غير مخصص|غير صالح|ليس)\s+{_AR}(?=\W*(?:$|حتي|حتى|قبل|الي|الى)|"
        rf"\s*[:!-])",
        True,
    ),
    (r"لا\s+(?:تنشر|ينشر|يجوز\s+النشر|يسمح\s+بالنشر)(?:\s+(?:هذا|هذه)\s+\w+)?\s+(?:حتى|قبل|الا)", True),
    (r"(?:تحت|قيد)\s+(?:ال)?(?:حظر|امبارغو|إمبارغو)(?=\W*(?:$|حتى|النشر)|\s*:)", True),
    # Slavic languages, Greek, Turkish, the North
    (r"(?:под\s+)?эмбарго\s+до\b", True),
    (r"под\s+эмбарго(?=\W*$|\s*[:!-])", True),
    (
        r"не\s+(?:публиковать|распространять|для\s+публикации|для\s+печати)(?=\W*(?:$|до|ранее|раньше)|"
        r"\s*[:!-])",
        True,
    ),
    (r"(?:під\s+)?ембарго\s+до\b|не\s+публікувати\s+до\b", True),
    (r"embargo\s+do\b|pod\s+embargiem|objete\s+embargiem", True),
    (
        r"(?:prosimy\s+)?nie\s+(?:publikowac|rozpowszechniac|do\s+publikacji)(?=\W*(?:$|przed|do)|\s*[:!-])",
        True,
    ),
    (r"(?:under\s+)?embargo\s+(?:till|til|indtil|inntil|fram|frem|tom)\b", True),
    (
        r"(?:far|ma|maa)\s+(?:inte|ikke)\s+(?:publiceras|offentliggor\w+|publisere\w*|publicer\w+|anvandas|"
        r"brukes)\b",
        True,
    ),
    (r"(?:under|υπο)\s+(?:embargo|εμπαργκο)(?=\W*$|\s*[:!-])|εμπαργκο\s+(?:μεχρι|εως)", True),
    (r"(?P<tail>.{1,80}?)\s+(?:kadar|dek|once)\s+(?:ambargolu\w*|yayinlanamaz|yayinlamayin\w*)" + _END, True),
    (r"(?:yayin\s+)?ambargo(?:lu|su)?(?=\s*[:!-]|\W*$)", True),
    (
        r"(?P<tail>.{0,60})(?:報道解禁|解禁日時|解禁時間|解禁日|禁発|禁发|不得发布|不得發佈|不得发表|不得刊登|禁止发布|엠바고)(?:.{0,60})$",
        True,
    ),
    (r"(?:प्रतिबंध|एम्बार्गो)", True),
    # Whatever the language
    (r"embargo(?:ed|s)?(?:\s+(?:until|date|time|notice|alert))?\s*(?::|-\s|!)", False),
)
_TIMED = (
    (
        r"embargo(?:ed)?\b(?:\s+(?:lifts?|lifted|ends?|ended|expires?|is|to be lifted|will (?:lift|end|"
        r"be lifted)))?",
        False,
    ),
    (r"(?:for\s+)?release[ds]?(?:\s+(?:date|time|at|on|after|from|not before|embargo))?\b", False),
    (
        r"(?:for|to be)\s+(?:release|released|publication|published|use)\s*(?:at|on|after|from|in|date)?\b",
        False,
    ),
    (
        r"(?:publish|post|run|use|release|go live)\s+(?:only\s+)?(?:after|from|not before|no earlier than)\b",
        False,
    ),
    (r"not\s+(?:before|earlier\s+than|until)\b", False),
    (r"hold\s+(?:for|until|till|to)\b", False),
    (r"on\s+hold\s+(?:until|till|for)\b", False),
    (r"(?:publication|release)\s+(?:date|time)\s*(?:and time)?\s*:\s*not before\b", False),
    (r"gesperrt\s+bis\b|gesperrt\s*:", True),
    (
        rf"(?:{_DE}\s+)?(?:frei|freigegeben|freigabe|freigabe erst)\s*(?:erst\s+)?(?:zur\s+{_DE}\s+)?(?:ab|"
        rf"zum|am|nach)\b\s*:?",
        True,
    ),
    (rf"{_DE}\s*(?:erst\s+|nicht\s+|fruhestens\s+)+(?:ab|vor|am)\b", True),
    (r"(?:frei\w*|freigabe)\s*:", True),
    (r"(?:erst|nicht)\s+(?:ab|vor)\b", True),
    (rf"(?:date\s+de\s+)?levee\s+(?:de\s+l')?embargo\b|interdit\s+(?:de\s+)?{_FR}?\s*avant\b", True),
    (rf"pas\s+avant\b|libre\s+(?:de\s+)?{_FR}?\s*(?:a partir|des)\b", True),
    (rf"(?:para\s+)?{_ES}\s+(?:a\s+partir|desde|despues)\b|no\s+antes\b|fin\s+del\s+embargo\b", True),
    (rf"(?:para\s+)?{_PT}\s+(?:a\s+partir|apos|depois)\b|nao\s+antes\b|fim\s+do\s+embargo\b", True),
    (rf"(?:da\s+)?{_IT}\s+(?:dopo|a\s+partire|dal|dalle)\b|non\s+prima\b|fine\s+embargo\b", True),
    (
        rf"(?:vrij\s+)?(?:voor|te)\s+{_NL}\s+(?:vanaf|na)\b|niet\s+voor\b|vrij\s+vanaf\b|einde\s+embargo\b",
        True,
    ),
    (rf"(?:صالح\s+)?{_AR}\s+(?:بعد|ابتداء|اعتبارا|بدءا|من|في|يوم)", True),
    (r"(?:эмбарго|ембарго|εμπαργκο|ambargo|embargoa|vientikielto)\b", True),
    (r"(?:julkaisuvapaa|julkaistavissa|fritt\s+for\s+publicering|frigives|frigiven)\b", True),
    (r"(?:publiceras|offentliggores)\s+(?:tidigast|tidligst)\b", True),
)
_ALONE = (
    (r"(?:embargo(?:ed)?\W*)+", False),
    (
        r"(?:(?:strictly|strict|total|full)\s+)?embargo(?:ed)?(?:\s+(?:copy|material|story|report|release|"
        r"news|lifted))?",
        False,
    ),
    (r"embargo\s+(?:aufgehoben|leve|levantado|revocato|opgeheven)", True),
    (r"(?:(?:on\s+)?hold|held|holding|spiked|spike|on\s+ice)(?:\s+(?:story|copy|this|it|for now))?", False),
    (r"(?:top\s+secret|secret|confidential|internal|off\s+the\s+record)(?:\s+(?:copy|draft|only))?", False),
    (
        r"(?:embargado|embargada|gesperrt|sperrfrist|unter verschluss|vertraulich|ambargolu|embargot|"
        r"embargo)",
        True,
    ),
)
MARKED_ALONE = re.compile(r"\W*(?:ON HOLD|HOLD|HELD|SPIKED)\s*(?::|[-–—]\s|!)")
"""Words in capitals before a mark that are a restriction, whatever follows; not in folded letters."""

WORDINGS: tuple[Wording, ...] = (
    *(Wording(re.compile(pattern), Force.SURE, first) for pattern, first in _SURE),
    *(Wording(re.compile(pattern), Force.TIMED, first) for pattern, first in _TIMED),
    *(Wording(re.compile(pattern + _END), Force.ALONE, first) for pattern, first in _ALONE),
)

LEADS = re.compile(
    r"[\s*#<>%•·=_~!¡\[\](){}【】\"|:.,/\\⚠🚫\ufe0f-]*"
    r"(?:(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|re|fwd?|nota bene|n\.?b\.?|notes?|"
    r"note to (?:all )?editors?|"
    r"please note|status|important|importante?|attention|attn\.?|achtung|urgent|warning|caution|alert|"
    r"advisory|eds?\.?|editors?|"
    r"editors?'? notes?|news desks?|redaktion(?:en)?|hinweis(?: an die redaktion(?:en)?)?|memo|media|press|"
    r"news|pressemitteilung|"
    r"communique(?: de presse)?|comunicado(?: de prensa)?|press release|news release|media release|"
    r"bitte(?: beachten)?|"
    r"attention editors|a l'attention des redactions|aux redactions|attenzione|atencion|atencao|atentie|"
    r"let op|"
    r"aan de redacties?|please|strictly|strict|confidential|vertraulich|confidentiel|confidencial|"
    r"riservato|top|breaking|"
    r"(?:this|the following|all|our|the enclosed|the attached)(?: \w+){0,2} (?:is|are|"
    r"remains?)(?: strictly)?|"
    r"(?:dieser?s?|die folgende)(?: \w+){1,2} (?:ist|unterliegt)(?: einer)?|"
    r"(?:ce|cet|cette)(?: \w+){1,3} est|(?:este|esta)(?: \w+){1,3} (?:esta|queda)|"
    r"(?:quest[oa])(?: \w+){1,3} e|"
    r"(?:dit|deze)(?: \w+){1,2} is|story|copy|information|material)(?=[\s:,.!*-]|$)[\s:,.!*\[\](){}_-]*){0,4}"
)
"""What may stand before the words: marks, and whom or what they are about."""

FREE = re.compile(
    r"[\s*#>\[\](){}!_-]*(?:for immediate (?:release|use|publication)|(?:release|"
    r"embargo)\s*:?\s*(?:immediate(?:ly)?|none|no)|"
    r"no embargo|without embargo|(?:kein|ohne) (?:embargo|sperrfrist)|sperrfrist\s*:\s*(?:keine|"
    r"sofort frei)|zur sofortigen "
    r"veroffentlichung|sofort frei|pour (?:diffusion|publication) immediate|diffusion immediate|sans embargo|"
    r"para (?:publicacion|difusion) inmediata|sin embargo(?=\W*$)|para (?:divulgacao|publicacao) imediata|"
    r"sem embargo|"
    r"per (?:la )?(?:diffusione|pubblicazione) immediata|senza embargo|per direct vrijgegeven|geen embargo|"
    r"للنشر الفوري)\W*"
)
"""A line that says the opposite: the story is free."""

STATED = re.compile(
    r"\b(?:embargo(?:ed)?\s*(?::|for release|until|untill|till)\s*\W*\w|strict(?:ly)? embargo|"
    r"under (?:strict )?embargo until|"
    rf"not (?:for|to be) {_USE_EN} (?:before|until|prior)|hold for release|hold until|"
    rf"do not {_USE_EN} (?:before|until)|"
    r"sperrfrist\s*(?::|bis)|sperrvermerk\s*:|gesperrt bis|embargo bis|sous embargo jusqu|embargo jusqu|"
    r"embargad[oa] (?:hasta|ate)|"
    r"(?:bajo|sob) embargo (?:hasta|ate)|embargo (?:hasta|ate|fino|tot)|sotto embargo fino|onder embargo tot|"
    r"эмбарго до|под эмбарго|не публиковать до)|(?:محظور|ممنوع|يحظر|حظر) النشر (?:حتى|قبل)"
)
"""A restriction wherever it stands, for text that is no story: remarks, heads of pages, what was left out."""
