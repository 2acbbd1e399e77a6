"""Programs that are measured from outside: started anew, heard line by line, ended by their own process."""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST_WAIT_S = 600


class ChildError(Exception):
    """A child ended badly.

    Attributes
    ----------
    lines : list of (float, str)
        What it had printed until then, as `run` gives it.
    """

    def __init__(self, words, lines):
        super().__init__(words)
        self.lines = lines


def run(script, *words):
    """Run a script of this folder in a fresh process.

    Returns
    -------
    list of (float, str)
        What it printed, with the milliseconds from its start to each line.

    Raises
    ------
    ChildError
        Where it ended badly, or printed nothing.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        command = [sys.executable, "-X", "faulthandler", str(HERE / script), *map(str, words)]
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True)
        patience = threading.Timer(LONGEST_WAIT_S, child.kill)
        patience.start()
        lines = [((time.perf_counter() - began) * 1000, line.strip()) for line in child.stdout or ()]
        child.wait()
        patience.cancel()
        if child.returncode or not lines:
            complaints.seek(0)
            said = f"{script} ended with {child.returncode}:\n{complaints.read()[-2000:]}"
            raise ChildError(said, lines)
    return lines


def moments(script, *words):
    """Run a script that prints a word for each thing reached; gives word → milliseconds from its start."""
    return {line.split()[0]: moment for moment, line in run(script, *words)}


def figures(script, *words):
    """Run a script that prints its figures as JSON in its last line."""
    return json.loads(run(script, *words)[-1][1])
