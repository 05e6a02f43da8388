"""A desktop newsroom editor: one library file, one text per article, one renderer."""

__version__ = "0.1.0"
