"""Small pieces that several panes are made of."""
