"""Pages from typed contexts: every page, both languages, empty and error states."""
