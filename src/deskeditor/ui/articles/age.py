"""How long ago something was changed, in the fewest words that still say it."""

from datetime import datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def age(then: str, now: datetime) -> str:
    """Like `now`, `5 min`, `3 h`, `Tue`, `12 May`, `12 May 2024`; empty where `then` is no time.

    Days are those of the place where `now` was taken.
    """
    moment = _moment(then, now)
    if moment is None:
        return ""
    seconds = (now - moment).total_seconds()
    if seconds < 0:
        return _day(moment, now)
    if seconds < 60:
        return "now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min"
    if seconds < 86400:
        return f"{int(seconds // 3600)} h"
    days = (now.date() - moment.date()).days
    return _DAYS[moment.weekday()] if days < 7 else _day(moment, now)


def _moment(then: str, now: datetime) -> datetime | None:
    try:
        moment = datetime.fromisoformat(then)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return moment.astimezone(now.tzinfo)


def _day(moment: datetime, now: datetime) -> str:
    day = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return day if moment.year == now.year else f"{day} {moment.year}"
