"""The newsroom's time zone, by its name in the tz database."""

from datetime import tzinfo
from zoneinfo import ZoneInfo


def zone_of(name: str) -> tzinfo | None:
    """The zone of that name; None, which is the computer's own, where no zone has it."""
    try:
        return ZoneInfo(name.strip()) if name.strip() else None
    except (KeyError, ValueError, OSError):
        return None


def is_zone(name: str) -> bool:
    """Whether the name is empty, for the computer's zone, or one of the tz database."""
    return not name.strip() or zone_of(name) is not None
