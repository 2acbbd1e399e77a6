"""Measure the atlas against a bare web view, an empty page and a plain folium document; ``make bench``.

Prints one table: medians of five, taken in turns in this one run, after one round that warms the caches. A
benchmark, not a test: it tells plainly what is not reached, and ends with 1 only where a part could not be
measured, which it names.
"""

import json
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from children import ChildError, figures, moments, run
from parts import Parts
from rows import Found, rows
from table import written

from desktop.web.chromium import SANDBOX_SWITCH

ROUNDS = 5
YEARS = (2025, 2024, 2026, 2023, 2030, 2022)
"""The year that the folium document opens with, and five more for which it is built again."""
GROUNDS = ("opening", "all_zooms")
"""What the folium documents hold: folium_document.py."""

OUR_OWN = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "PYTHONPYCACHEPREFIX")
"""Folders of whoever measures, which stay as they are: the first round fills others."""


def measure_starts(folder):
    """Start a bare view, the atlas and both folium documents in turns; gives milliseconds by name."""
    took = {"bare": [], "atlas": [], "opening": [], "all_zooms": []}
    remembered = folder / "irel-atlas" / "window.json"
    for _round in range(ROUNDS + 1):
        took["bare"].append(moments("start_bare.py")["drawn"])
        remembered.unlink(missing_ok=True)  # each start is like the first one
        took["atlas"].append(moments("start_atlas.py")["drawn"])
        for ground in GROUNDS:
            took[ground].append(moments("start_folium.py", folder / ground, YEARS[0])["drawn"])
    return {f"{name}_ms": all_rounds[1:] for name, all_rounds in took.items()}


def measure_rebuilding(folder, ground):
    """Build and load a folium document for other years in a running program, milliseconds."""
    lines = run("start_folium.py", folder / ground, *YEARS)[1:]
    return {f"{ground}_again_ms": [float(line.split()[1]) for _moment, line in lines]}


def measure_window(folder, parts):
    """Let the long run in the window measure its parts, and take over which of them failed."""
    try:
        lines = run("in_window.py", folder)
    except ChildError as error:
        parts.failed.append(f"window: {error}")
        lines = error.lines
    found = json.loads(lines[-1][1]) if lines else {"failed": []}
    parts.failed += found.pop("failed")
    return found


def machine():
    """Say in one line on what this was measured."""
    screen = os.environ.get("QT_QPA_PLATFORM", "its own screen")
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {screen}; "
        f"Python {platform.python_version()}, Qt {version('PySide6')}, folium {version('folium')}"
    )


def main():
    """Measure everything and print the table."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ[SANDBOX_SWITCH] = "1"  # all else that the atlas tells Chromium is its own affair
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= dict.fromkeys(OUR_OWN, name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        parts = Parts()
        parts.run("ground of the folium documents", lambda: run("folium_document.py", folder) and {})
        parts.run("starts", measure_starts, folder)
        for ground in GROUNDS:
            parts.run(f"folium document built again, {ground}", measure_rebuilding, folder, ground)
        parts.run("window", measure_window, folder, parts)
        parts.run("planning", figures, "planning.py")
    print(machine())
    print(written(rows(Found(parts.figures))))
    for failure in parts.failed:
        print(f"Could not be measured: {failure}", file=sys.stderr)
    return 1 if parts.failed else 0


if __name__ == "__main__":
    sys.exit(main())
