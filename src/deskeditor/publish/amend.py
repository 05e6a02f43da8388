"""Amending a large bundle where only the insides of a few stories changed: nothing else is asked or made.

Everything here is also done by a whole export, with the same bytes. Whatever is not certain ends the attempt,
and what it has altered in the spare tree by then is seen by the whole export that follows, and made anew.
"""

from contextlib import suppress
from datetime import datetime

from deskeditor.publish.amend_proof import Amended, looked_through
from deskeditor.publish.grounds import Grounds, Unfit


def amended(grounds: Grounds, now: datetime) -> Amended | None:
    """The bundle brought up to date; None where that takes a whole export. Raises OSError from the disk."""
    with suppress(Unfit, ValueError, BlockingIOError):
        if grounds.standing.still.lasts(grounds.library, now.isoformat()):
            return looked_through(grounds)
        from deskeditor.publish.amend_spare import amended_spare

        return amended_spare(grounds, now)
    return None
