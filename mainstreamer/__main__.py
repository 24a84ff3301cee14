"""The program: a verb on the command line, else the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

VERBS = ("new", "sample", "info", "check", "export", "import", "history", "indicators", "checklist")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 done, 1 found problems, 2 wrong use or unreadable input."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and (words[0] in VERBS or words[0].startswith("-")):
        from mainstreamer.cli import run

        return run(words)
    from mainstreamer.app import run_window
    from mainstreamer.errors import MainstreamerError

    try:
        return run_window(words)
    except MainstreamerError as error:
        from mainstreamer.cli import tell

        return tell(error)


if __name__ == "__main__":
    sys.exit(main())
