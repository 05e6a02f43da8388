"""The pane of findings: what stands between the open story and its readers."""
