"""Checks of the finished page, as it will be written."""
