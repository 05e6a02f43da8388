"""The page as readers will get it."""
