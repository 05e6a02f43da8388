"""What holds a story back: embargoes, holds and dates that sources name, each settled or kept in words."""
