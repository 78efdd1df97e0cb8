"""``python -m api.cli``: the same as ``stagekans``, for where the command is not on the path."""

from __future__ import annotations

from api.cli import main

if __name__ == "__main__":
    main()
