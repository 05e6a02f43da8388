"""How Markdown becomes HTML."""
