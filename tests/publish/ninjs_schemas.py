"""IPTC's schemas of ninjs, read from the disk: whatever they name elsewhere is not fetched."""

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jsonschema import FormatChecker
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from referencing import Registry, Resource

_SCHEMAS = Path(__file__).parents[1] / "fixtures" / "ninjs"
_FORMATS = FormatChecker(formats=())
_ELSEWHERE = Resource.from_contents(
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
)


@_FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or (bool(urlsplit(value).scheme) and not re.search(r"[\s<>\"]", value))


@_FORMATS.checks("date-time", raises=ValueError)
def is_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def faults(content: str, version: str) -> list[str]:
    """What the schema of that version finds."""
    return [error.message for error in _judge(version).iter_errors(json.loads(content))]


@cache
def _judge(version: str) -> Validator:
    schema = json.loads((_SCHEMAS / f"ninjs-schema_{version}.json").read_text("utf-8"))
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", _ELSEWHERE)
    return validator_for(schema)(schema, registry=registry, format_checker=_FORMATS)
