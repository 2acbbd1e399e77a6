"""Measure the atlas against a bare web view, an empty page and a plain folium document; ``make bench``.

Prints one table: medians of five, taken in turns in this one run, after one round that warms the caches. A
benchmark, not a test: it ends with 0 whatever it finds, and marks plainly what is over its limit.
"""

import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

from children import figures, moments, run
from table import Line, written

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
    return {name: median(all_rounds[1:]) for name, all_rounds in took.items()}


def measure_rebuilding(folder):
    """Build and load a folium document for other years in a running program, milliseconds."""
    lines = run("start_folium.py", folder, *YEARS)[1:]
    return median(float(line.split()[1]) for _moment, line in lines)


def lines_of(start, rebuilt, window, desk):
    """Hold the figures against their limits."""
    mid = {name: median(values) for name, values in window.items() if isinstance(values, list) and values}
    film_s = mid["film_ms"] / 1000 if "film_ms" in mid else None  # where there is no ffmpeg, no film
    return [
        Line("Start of a bare web view with an empty page", start["bare"], "ms"),
        Line("Start of the atlas, all drawn and answering", start["atlas"], "ms"),
        Line("  more than the bare view", start["atlas"] - start["bare"], "ms", at_most=500),
        Line("Start of a plain folium document of the opening view's layers", start["opening"], "ms"),
        Line("  the atlas is faster by", start["opening"] / start["atlas"], "times", at_least=4),
        Line("Start of one with all the ground that can be zoomed into", start["all_zooms"], "ms"),
        Line("  the atlas is faster by", start["all_zooms"] / start["atlas"], "times"),
        Line("The same message to an empty page, answered", mid["empty_ms"], "ms"),
        Line("Year step, command to painted", mid["year_ms"], "ms"),
        Line("  more than the empty page", mid["year_ms"] - mid["empty_ms"], "ms", at_most=17),
        Line("  of it Python's own part", mid["python_ms"], "ms", at_most=4),
        Line("Folium document of the opening view built again and loaded", rebuilt["opening"], "ms"),
        Line("  a year step is faster by", rebuilt["opening"] / mid["year_ms"], "times", at_least=50),
        Line("The one with all the ground built again and loaded", rebuilt["all_zooms"], "ms"),
        Line("  a year step is faster by", rebuilt["all_zooms"] / mid["year_ms"], "times"),
        Line("Python's part of any year step, without a window", desk["plain_step_ms"], "ms"),
        Line("  with a scenario, a range and a comparison", desk["planner_step_ms"], "ms", at_most=2),
        Line("Evidence matrix of all series and years", desk["matrix_ms"], "ms", at_most=50),
        Line("  its panel, asked for to painted", mid["matrix_open_ms"], "ms", at_most=200),
        Line("A hundred scenarios read", desk["list_ms"], "ms", at_most=200),
        Line("A hundred scenario files read and listed in the panel", mid["scenarios_ms"], "ms", at_most=200),
        Line("Year step with a scenario, a range and a comparison on", mid["comparing_ms"], "ms"),
        Line("  of a plain one in turn", mid["comparing_ms"] / mid["plain_again_ms"], "times", at_most=2),
        Line("Year steps as fast as they go, each", window["fast_year_ms"], "ms"),
        Line("Zoom step, command to painted, without animation", mid["zoom_ms"], "ms", at_most=60),
        Line("Memory of all processes after 100 year steps (PSS)", window["pss_mb"], "MB"),
        Line("  more after 1,000 further steps", window["pss_grown_mb"], "MB", at_most=20),
        Line("  of it in pages that nobody shares", window["own_grown_mb"], "MB"),
        Line("Sheet as PNG, 3840 x 2160, window open", mid["png_ms"] / 1000, "s", at_most=1),
        Line("Sheet as PDF", mid["pdf_ms"] / 1000, "s", at_most=0.3),
        Line("Sheet as SVG", mid["svg_ms"] / 1000, "s", at_most=0.3),
        Line("Preview in the export dialog, change to drawn", mid["preview_ms"], "ms", at_most=100),
        Line("Page of all years as HTML", mid["page_ms"] / 1000, "s", at_most=1),
        Line("Memory of all processes, more after 50 exports", window["exports_grown_mb"], "MB", at_most=10),
        Line("Slides of the story's ten steps as PPTX", mid["deck_ms"] / 1000, "s", at_most=8),
        Line("Film of 21 years as MP4, 1920 x 1080", film_s, "s", at_most=15),
    ]


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
        run("folium_document.py", folder)
        start = measure_starts(folder)
        rebuilt = {ground: measure_rebuilding(folder / ground) for ground in GROUNDS}
        window = figures("in_window.py", folder)
    print(machine())
    print(written(lines_of(start, rebuilt, window, figures("planning.py"))))


if __name__ == "__main__":
    main()
