"""Commands in, views out: frozen msgspec Structs. Commands forbid unknown fields.

One file a noun. A view is what a page shows and what the JSON API answers: the same Struct for both.
"""
