"""What is said on a terminal or into a pipe. Standard library only."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def endure_any_letter() -> None:
    """Let words with letters that a terminal does not have be said all the same, those written as codes.

    A pipe on Windows knows no arrow, and no UTF-8 has the odd bytes of a file's name; without this the whole
    answer would be lost for one of them.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")
