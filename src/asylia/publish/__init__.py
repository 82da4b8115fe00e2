"""What leaves the record: the export. Knows only what an audience is shown."""
