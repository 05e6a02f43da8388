"""One hash for one article: the same words and fields give the same SHA-256 on every machine."""

import json
from dataclasses import dataclass
from hashlib import sha256

from deskeditor.document.fields_json import fields_from_json, fields_to_json
from deskeditor.document.model import Document, Fields


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the library keeps it: the body, its fields as canonical JSON, and the hash of both."""

    text: str
    fields: str
    sha256: str


def canonical_fields(fields: Fields) -> str:
    """JSON with sorted keys and no spaces, so that equal fields are equal bytes.

    Without a hold that nobody set: what was stored before there was one keeps its hash.
    """
    written = fields_to_json(fields)
    if not fields.hold:
        del written["hold"]
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stored(document: Document) -> Stored:
    """The form that is written; a lone surrogate, which no file can hold, becomes U+FFFD."""
    text, fields = whole(document.text), whole(canonical_fields(document.fields))
    return Stored(text, fields, sha256_of_stored(text, fields))


def restored(text: str, fields: str) -> Document:
    """The document that was stored; ValueError where the fields are none."""
    return Document(text, fields_from_json(json.loads(fields)))


def sha256_of(document: Document) -> str:
    """The SHA-256 of the document's canonical form."""
    return stored(document).sha256


def sha256_of_stored(text: str, fields: str) -> str:
    """The same hash, from what lies in the library."""
    # JSON holds no raw line end, so the first one parts it from the body: no two documents share bytes.
    # Bytes that are no UTF-8 come as lone surrogates and go back as they were: the hash then differs.
    return sha256(
        b"%s\n%s" % (fields.encode(errors="surrogateescape"), text.encode(errors="surrogateescape"))
    ).hexdigest()


def whole(text: str) -> str:
    """The text with every lone surrogate replaced and every pair joined."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
