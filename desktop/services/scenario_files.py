"""Scenarios as files: read within bounds, and by the names that they go under. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.state.shelf import FILE, Shelved
from geodata.scenario import MAX_CHARACTERS, ScenarioError, read_scenario

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
        with path.open("rb") as file:
            scenario = read_scenario(file.read(4 * MAX_CHARACTERS + 1).decode("utf-8"))
    except (ScenarioError, OSError, UnicodeDecodeError) as error:
        reason = "it is no text" if isinstance(error, UnicodeDecodeError) else str(error)
        return Shelved(FILE, None, None, str(path), getattr(error, "strerror", None) or reason)
    return Shelved(FILE, scenario, scenario, str(path))
