"""The benchmark's table: every figure that is asked for has its row, and what failed is named, not hidden."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[1] / "bench"
CODE = """
from parts import Parts
from rows import Found, rows
from table import written
parts = Parts()
parts.run("sheets", lambda: {"png_ms": [900.0, 1200.0, 1100.0], "film_ms": []})
parts.run("years", lambda: 1 / 0)
print(written(rows(Found(parts.figures))))
print(parts.failed)
"""
ASKED = {
    "at most 500 ms", "at least 4 times", "at most 17 ms", "at most 4 ms", "at least 50 times",
    "at most 60 ms",
    "at most 20 MB", "at most 100 ms", "at most 1 s", "at most 0.3 s", "at most 8 s", "at most 15 s",
    "at most 10 MB", "at most 2 times", "at most 200 ms",
}  # fmt: skip


def test_every_limit_has_its_row_and_a_part_that_failed_leaves_the_others():
    told = subprocess.run(
        [sys.executable, "-c", CODE], cwd=BENCH, capture_output=True, text=True, check=True
    ).stdout
    assert all(limit in told for limit in ASKED)
    rows = {line.split("  ")[0].strip(): line for line in told.splitlines()}
    assert rows["Sheet as PNG, 3840 x 2160"].split()[-3:] == ["1.10", "s", "NO"]
    assert rows["Film of 21 years as MP4, 1920 x 1080"].endswith("not measured")
    assert rows["Year step, command to painted"].endswith("not measured")
    assert "['years: ZeroDivisionError: division by zero']" in told
