"""A large newsroom for benchmarks: articles of news length whose words are as unevenly used as real ones.

python -m tests.perf.newsroom build/perf/news.desk 100000
"""

import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from deskeditor.document.model import Author, Document, Fields, Status
from deskeditor.library.connection import Connection
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.library.writing import add_article, change


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


COMMON = _words(
    """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an
    they which one you were all her she there would their we him been has when who will no more if out so
    said what up its about into than them can only other new some could time these two may then do first any
    my now such like our over man me even most made after also did many before must through years where much
    your way well down should because each just those people state government president police court law
    city county school governor federal guard officials troops support plan company market million percent
    report week month night house senate council member party election vote campaign member public health
    hospital family children women water power fire storm river road bridge train airport team game season
    coach player league world country national international local community service department office
    director spokesperson statement according
    """
)
_BEGINNINGS = _words(
    """
    inter con pre re un dis over under trans sub super anti pro per com ex en de mis out mar ber tor kal vin
    sel gra pol stra mon lin har wil den fer ran bel cor
    """
)
_MIDDLES = _words(
    """
    port form struct vent duct tain press ject mit spec dic grad vers lat cept ten clus fin loc man
    """
)
_ENDINGS = _words(
    """
    s ed ing ion ions er ers ment ments able al ally ive ist ists ity ness ful less ton ville field son
    """
)
_SECTIONS = ("News", "Politics", "Business", "Sport", "Culture", "Science", "Local", "Opinion")
_STATUSES = [Status.PUBLISHED] * 7 + [Status.DRAFT, Status.READY, Status.IN_REVIEW]
_VOCABULARY = 50_000
_SENTENCE, _PARAGRAPH = 18, 70


def vocabulary(size: int = _VOCABULARY) -> list[str]:
    """Words, the most used first: everyday English, then made words that begin and end like English ones."""
    random, words = Random(3), dict.fromkeys(COMMON)
    while len(words) < size:
        stem = random.choice(_BEGINNINGS) + random.choice(_MIDDLES) * (random.random() < 0.7)
        words[stem + random.choice(_MIDDLES) * (random.random() < 0.4) + random.choice(_ENDINGS)] = None
    return list(words)


class Writer:
    """Writes articles, the same ones for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        self._words = vocabulary()
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def article(self, number: int, length: int = 700) -> Document:
        """An article of `length` words."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=length)
        headline = " ".join(words[:8]).capitalize() + f" {number}"
        fields = Fields(
            headline=headline,
            standfirst=" ".join(words[8:24]).capitalize() + ".",
            dateline="Missouri",
            section=_SECTIONS[number % len(_SECTIONS)],
            status=_STATUSES[number % len(_STATUSES)],
            published=_day(2000 + number % 26, number),
            byline=(Author(f"Jane {words[0].capitalize()}"),),
            tags=(words[3], words[5]),
        )
        paragraphs = (words[at : at + _PARAGRAPH] for at in range(0, length, _PARAGRAPH))
        return Document("\n\n".join(_paragraph(some) for some in paragraphs) + "\n", fields)

    def story(self, number: int, length: int = 720) -> str:
        """A text of `length` words with the marks of news: links, emphasis, headings, lists, quotations."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=length)
        blocks = [_paragraph(words[at : at + _PARAGRAPH]) for at in range(0, length, _PARAGRAPH)]
        address = f"article:{number:012}"
        marked = {
            0: f"**{words[0].upper()}** -- {blocks[0]}",
            1: f"{blocks[1]} As reported, [{words[1]} {words[2]}]({address}) is *{words[3]}*.",
            2: f'"It\'s {words[4]}," {words[5].capitalize()} said. {blocks[2]}',
            3: f"## {words[6].capitalize()} {words[7]}\n\n{blocks[3]}",
            4: "\n".join(f"- {_sentence(words[at : at + 9])}" for at in range(0, 27, 9)),
            5: f"{blocks[5]} See the [report](https://docs.example/{number}?a=b&c=d).",
            6: f"> {blocks[6]}\n>\n> *{words[8].capitalize()}*",
        }
        if number % 10 == 0:
            marked[8] = f"| {words[0]} | {words[1]} |\n| --- | --- |\n| {words[2]} | {number} |"
        return "\n\n".join(marked.get(at, block) for at, block in enumerate(blocks)) + "\n"


def build(path: Path, count: int, length: int = 700) -> Path:
    """A library of `count` articles at `path`; one that is there already is taken as it is."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"half-{path.name}")
    aside.unlink(missing_ok=True)
    Library.create(aside).close()
    connection = Connection(aside, Mode.WRITE)
    connection.db.execute("pragma synchronous = off")
    _index_memory(connection, 2**28)
    writer = Writer()
    for batch in _batches(count, 5000):
        with connection.writing() as db:
            for number in batch:
                document = writer.article(number, length)
                add_article(db, change(document, "import", _day(2026, number)))
        print(f"\r{batch[-1] + 1:,} of {count:,} articles", end="", file=sys.stderr, flush=True)
    with connection.writing() as db:
        db.execute("insert into search(search) values('optimize')")
    _index_memory(connection, 2**20)  # as it was
    print(file=sys.stderr)
    connection.close()
    return aside.rename(path)


def _index_memory(connection: Connection, size: int) -> None:
    with connection.writing() as db:
        db.execute("insert into search(search, rank) values('hashsize', ?)", (size,))


def _paragraph(words: list[str]) -> str:
    sentences = (words[at : at + _SENTENCE] for at in range(0, len(words), _SENTENCE))
    return " ".join(_sentence(some) for some in sentences)


def _sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def _batches(count: int, size: int) -> Iterator[range]:
    return (range(at, min(at + size, count)) for at in range(0, count, size))


def _day(year: int, number: int) -> str:
    return f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}T{number % 24:02}:{number % 60:02}:00.000Z"


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
