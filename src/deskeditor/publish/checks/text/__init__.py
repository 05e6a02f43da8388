"""Checks of the story's own words: what they find hangs on the document, its slug and its body alone."""
