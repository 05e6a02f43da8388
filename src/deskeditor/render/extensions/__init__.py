"""Our additions to Markdown, one a file."""
