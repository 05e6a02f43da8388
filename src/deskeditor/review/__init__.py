"""How two drafts differ."""
