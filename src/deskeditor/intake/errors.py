"""What intake says when it takes nothing in."""


class Refused(Exception):
    """Nothing was taken in; the message says what happened, what is safe and what to do, in one line."""
