"""Checks that ask the library or the clock."""
