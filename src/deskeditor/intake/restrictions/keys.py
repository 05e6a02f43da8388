"""What the head of a file states by name of when its story may leave, under all the names that people use."""

import re
from collections.abc import Iterator, Mapping

from deskeditor.document.model import Status
from deskeditor.intake.frontmatter import Value
from deskeditor.intake.records import Restriction
from deskeditor.intake.restrictions.folding import folded_words, words_of
from deskeditor.intake.restrictions.lines import restriction_of, stated_in

_EMBARGO = re.compile(
    r"embargo|sperrfrist|sperrvermerk|gesperrt|эмбарго|ембарго|ambargo|حظر|εμπαργκο|notbefore|"
    r"donot(?:publish|release|use|run)|"
    r"notfor(?:publication|release|use)|nopublish|withh(?:o|e)ld|onhold|legalhold|presslock|nichtvor|"
    r"(?:hold|held)(?:until|till|for\w*|release|story|back|date|status|reason|time|on|by|to|publication)?$"
)
_RELEASE = re.compile(
    r"(?:for)?release[ds]?(?:date|at|on|time|after|datetime|from)?|publish(?:after|on|at|from|up|when|"
    r"not\w*)|"
    r"go(?:es)?live(?:at|on|date|time)?|live(?:from|at|on|date|after)|schedule[ds]?(?:for|at|date|on|time|"
    r"publish\w*)?|"
    r"(?:available|visible|active|valid|public)(?:from|after|at|on)|startpublish\w*|unpublisheduntil|"
    r"freigabe(?:ab|datum|am)?|"
    r"freiab|(?:ver)?offentlich(?:en|ung)ab|publicationapres|publierapartirde|leveeembargo|"
    r"publicar(?:despues|desde|apartirde)|"
    r"liberacion|liberacao|pubblicare(?:dal|dopo)|vrijgave|vrijvanaf"
)
_STATUS = frozenset(
    words_of(
        """
status state poststatus workflow workflowstate workflowstatus pubstatus publicationstatus
publishingstatus publishstatus editorialstatus storystatus articlestatus contentstatus estado statut
stato etat статус الحالة stage
"""
    )
)
_SHUT = frozenset(
    words_of(
        """
private confidential secret internal hidden unlisted spiked killed donotpublish offtherecord vertraulich
"""
    )
)
_OPEN = frozenset(
    words_of(
        """
publish published live public approved cleared released ispublished
"""
    )
)
_SEEN_BY = frozenset(["visibility", "access", "audience", "sichtbarkeit"])
_YES = frozenset(
    words_of(
        """
true yes y on 1 ja oui si sim da tak evet x نعم
"""
    )
)
_NO = frozenset(
    words_of(
        """
false no n off 0 none nil null nein non nao nee net nie hayir na n/a - لا immediate immediately sofort
keine keins
"""
    )
)
_STATUSES = {
    **{status.value: status for status in Status},
    **dict.fromkeys(
        words_of(
            """
publish live public released final veroffentlicht publie publicado publicada pubblicato gepubliceerd
online опубликовано منشور out
"""
        ),
        Status.PUBLISHED,
    ),
    **dict.fromkeys(
        ("updated", "amended", "korrigiert", "corrige", "corregido", "corrigido"), Status.CORRECTED
    ),
    **dict.fromkeys(
        words_of(
            """
entwurf brouillon borrador rascunho bozza concept unfinished wip new in-progress editing writing
черновик مسودة auto-draft
"""
        ),
        Status.DRAFT,
    ),
    **dict.fromkeys(("review", "to review", "needs review", "in edit"), Status.IN_REVIEW),
    **dict.fromkeys(("approved", "done", "complete", "completed", "fertig"), Status.READY),
}
_UNTIL = frozenset(
    words_of(
        """
until till to end ends ending lifts lift expires date day time at on datetime zone timezone tz bis ende
datum uhrzeit zeit jusqu jusqua jusquau fin heure hasta fecha hora ate data fino tot tijd from after
release when value iso
"""
    )
)


def plain_name(key: str) -> str:
    """A key without what makes no difference: case, dashes, underscores, spaces, accents."""
    return re.sub(r"[\W_]+", "", folded_words(key))


def shown(value: Value) -> str:
    """A value as one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    return ", ".join(f"{key}: {shown(inner)}" for key, inner in value.items())


def is_yes(value: Value) -> bool:
    """Whether the value is one of the words for yes."""
    return folded_words(shown(value)) in _YES


def is_no(value: Value) -> bool:
    """Whether the value is one of the words for no or none."""
    return folded_words(shown(value)) in _NO


def restrictions_of(key: str, value: Value) -> tuple[Restriction, ...] | None:
    """The restrictions that one entry states, none where it says no; None for an entry of another kind."""
    name, words = plain_name(key), f"{key}: {shown(value)}"
    if _EMBARGO.search(name) or name in _SHUT:
        return _of_values(key, value)
    if _RELEASE.fullmatch(name):
        if is_yes(value) and not name.startswith("schedule"):
            return ()
        if (
            is_no(value)
            and not name.startswith("schedule")
            and folded_words(shown(value)) in ("false", "no", "nein", "non")
        ):
            return (Restriction(words, ""),)
        return _of_values(key, value)
    if name in _SEEN_BY and _withholds(shown(value)):
        return (Restriction(words, ""),)
    return None


def is_unpublished(key: str, value: Value) -> bool:
    """Whether the entry says that the story is not out: `draft: true`, `published: false`."""
    name = plain_name(key)
    return (name in ("draft", "isdraft", "entwurf", "brouillon") and not is_no(value)) or (
        name in _OPEN and is_no(value)
    )


def is_status(key: str) -> bool:
    """Whether the entry says how far the story is."""
    return plain_name(key) in _STATUS


def status_of(value: Value) -> Status | None:
    """The status that the words stand for; None for any other, which may be a restriction."""
    text = re.sub(r"[\s_-]+", " ", folded_words(shown(value)))
    return _STATUSES.get(text) or _STATUSES.get(text.replace(" ", "-"))


def inner_restrictions(value: Value) -> Iterator[Restriction]:
    """Restrictions that stand deeper in an entry which itself is about something else."""
    if isinstance(value, list):
        for item in value:
            yield from inner_restrictions(item)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            found = restrictions_of(key, inner)
            yield from found if found is not None else inner_restrictions(inner)
            if found is None and is_status(key) and _withholds(shown(inner)):
                yield Restriction(f"{key}: {shown(inner)}", "")
    else:
        yield from _in_words(value)


def line_restrictions(line: str) -> Iterator[Restriction]:
    """Restrictions of a line of the head that could not be read, or of a remark there."""
    if re.search(r"embargo|sperrfrist|\bhold\b", folded_words(line)):
        yield Restriction(line.strip(), "", certain=False)
    else:
        yield from _in_words(line)


def _in_words(text: str) -> Iterator[Restriction]:
    found = restriction_of(text)
    said = found.restriction if found is not None else stated_in(text)
    if said is not None:
        yield Restriction(said.words, said.tail, said.day_first, certain=False)


def _withholds(text: str) -> bool:
    return (
        re.search(
            r"\b(?:hold|held|private|embargo\w*|secret|confidential|internal|pending|restricted|withheld|"
            r"gesperrt|privat\w*|prive)\b",
            folded_words(text),
        )
        is not None
    )


def _of_values(key: str, value: Value) -> tuple[Restriction, ...]:
    if isinstance(value, list):
        return tuple(each for item in value for each in _of_values(key, item))
    if is_no(value):
        return ()
    words = f"{key}: {shown(value)}"
    if not isinstance(value, Mapping):
        return (Restriction(words, "" if is_yes(value) else shown(value)),)
    switches = [
        inner for name, inner in value.items() if plain_name(name) in ("active", "enabled", "on", "set")
    ]
    if switches and all(map(is_no, switches)):
        return ()
    times = [shown(inner) for name, inner in value.items() if plain_name(name) in _UNTIL]
    return (Restriction(words, " ".join(times)),)
