"""Scenarios as files: read within bounds, and by the names that they go under. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.state.shelf import FILE, Shelved
from geodata.scenario import ScenarioError, read_scenario_file

ENDING = ".json"
FOLDER = "scenarios"
"""Where a user's own are, in the folder of what the user made."""
MOST_FILES = 500


def read_folder(folder: Path) -> Iterator[Shelved]:
    """Read the scenarios of a folder, in the order of their names; what cannot be read says why."""
    paths = sorted(folder.glob(f"*{ENDING}"))[:MOST_FILES] if folder.is_dir() else []
    return map(read_entry, paths)


def read_entry(path: Path) -> Shelved:
    """Read a scenario's file."""
    try:
        scenario = read_scenario_file(path)
    except (ScenarioError, OSError) as error:
        return Shelved(FILE, None, None, str(path), getattr(error, "strerror", None) or str(error))
    return Shelved(FILE, scenario, scenario, str(path))
