"""The installed program, run as a user types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).parent / "irel-atlas"


def run(*words: object, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Run the program to its end.

    Parameters
    ----------
    changes : str or None
        What is different in its environment; None takes a variable away.
    """
    env = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
    line = [str(PROGRAM), *map(str, words)]
    return subprocess.run(line, env=env, capture_output=True, text=True, timeout=120, check=False)
