"""The protocol of a study: written, checked, passed through its gates, registered, and changed only in the open."""
