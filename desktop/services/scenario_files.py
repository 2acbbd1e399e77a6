"""Scenarios as files: read within bounds, and by the names that they go under. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.sheets.errors import SheetError
from desktop.sheets.files import put_all
from desktop.state.shelf import FILE, Shelved
from geodata.scenario import MAX_BYTES, Scenario, ScenarioError, read_scenario_file, scenario_text

ENDING = ".json"
KEPT = "~"
"""What the name of a file's last state but one ends in."""
FOLDER = "scenarios"
"""Where a user's own are, in the folder of what the user made."""
MOST_FILES = 500


def keep(path: Path, scenario: Scenario) -> str:
    """Write a scenario; what its file had before stays beside it.

    Returns
    -------
    str
        The name of the file in which that is; empty where nothing was written over.

    Raises
    ------
    SheetError
        Where that fails: the file and the one beside it are as they were.
    """
    new, old = scenario_text(scenario).encode(), _held(path)
    if old is None or old == new:
        put_all({path: new})
        return ""
    if len(old) > MAX_BYTES:
        raise SheetError(f"cannot write {path}: what is there is too long to be a scenario")
    beside = path.with_name(path.name + KEPT)
    put_all({path: new, beside: old})
    return beside.name


def free_place(folder: Path, scenario: Scenario) -> Path:
    """Give a place of a scenario's own in a folder: what is there may be another one's."""
    names = (scenario.id, *(f"{scenario.id[:74]}-{number}" for number in range(2, MOST_FILES + 3)))
    places = (folder / f"{name}{ENDING}" for name in names)
    return next((place for place in places if not place.exists()), folder / f"{scenario.id}{ENDING}")


def _held(path: Path) -> bytes | None:
    """Give what stands in a file, whatever it is, as far as a scenario could reach."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None


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
