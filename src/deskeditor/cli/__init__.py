"""Every job of the desk without a window. Nothing below here imports Qt."""

COMMANDS = {
    "import": ("arrivals:import_files", "Take in files: txt, md, html, docx, odt, zip."),
    "list": ("articles:list_articles", "List the articles, or those that a search finds."),
    "show": ("articles:show", "Print an article exactly as it is stored."),
    "set": ("articles:set_fields", "Change fields, or the body with body=@FILE."),
    "check": ("publishing:check", "Say what stands in the way of publishing."),
    "export": ("publishing:export", "Write the bundle that a web server can publish."),
    "theme": ("themes:theme", "Begin a theme of your own, or say what is wrong with one."),
    "verify": ("publishing:verify", "Prove that a bundle is what was exported."),
    "compare": ("comparing:compare", "Show how two drafts differ."),
    "history": ("articles:history", "List the revisions of an article."),
    "backup": ("keeping:backup", "Write a copy of the library and its pictures."),
    "restore": ("keeping:restore", "Make a library of a backup."),
    "revert": ("keeping:revert", "Make an older revision of an article the newest."),
    "doctor": ("keeping:doctor", "Say whether the library is sound."),
}
"""Where each command lives and what it is for; known without importing any of them."""
