"""Times in one zone and one width, so that text order is time order."""

from datetime import UTC, datetime

NEVER = "9999-12-31T23:59:59.999999Z"
"""Later than any article leaves."""


def utc(time: str | None) -> str | None:
    """The moment in UTC to the microsecond; None where it is no time or names no zone."""
    try:
        moment = datetime.fromisoformat(time or "")
        if moment.tzinfo is None:
            return None
        return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None


def embargo_utc(time: str | None, hold: str = "") -> str | None:
    """When the embargo ends: never while there is a hold, and never where its time cannot be read."""
    if hold:
        return NEVER
    return None if not time else utc(time) or NEVER
