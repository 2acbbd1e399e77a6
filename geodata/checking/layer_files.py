"""The files of a data folder, as strict JSON. Standard library only: on the road to the first paint.

Nothing here knows what the files mean. Bad input never raises: it becomes a `Problem`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.checking.problem import Problem, named

LAYERS = Path(__file__).parents[1] / "layers"
"""The data that come with the atlas."""

FILE_OF_KIND = {
    "plant": "plants.geojson",
    "site": "other_sites.geojson",
    "mine": "proposed_mines.geojson",
    "flow": "trade_flows.geojson",
    "actor": "volumes.geojson",
    "agreement": "agreements.geojson",
    "event": "policy_events.geojson",
}
"""The layer in which the things of a kind live."""

LAYER_FILES = tuple(FILE_OF_KIND.values())
TABLE_FILES = ("catalog.json", "sources.json", "conflicts.json")
MAX_BYTES = 8 * 2**20
"""A larger file is refused unread; the atlas's own are below a quarter of a mebibyte each."""


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """What the files of a folder hold.

    Parameters
    ----------
    documents : dict of str to Any
        Parsed JSON by file name; files that could not be read are absent.
    problems : tuple of Problem
        Why they could not, and keys that stand twice.
    digest : str
        SHA-256 over the names and bytes of all files that are there, in hexadecimal.
    """

    documents: dict[str, Any]
    problems: tuple[Problem, ...]
    digest: str


def load(folder: Path) -> LayerFiles:
    """Read and parse every file of a data folder.

    Parameters
    ----------
    folder : pathlib.Path
        Holds `LAYER_FILES` and `TABLE_FILES`; other files in it are left alone.
    """
    documents: dict[str, Any] = {}
    problems: list[Problem] = []
    digest = hashlib.sha256()
    if not folder.is_dir():
        got = "something that is no folder" if folder.exists() else "no folder of that name"
        return LayerFiles({}, (Problem(str(folder), "", "", "a folder of layers", got),), digest.hexdigest())
    if not any((folder / name).exists() for name in LAYER_FILES + TABLE_FILES):
        got = f"none of {LAYER_FILES[0]}, {TABLE_FILES[0]} and the others in it"
        return LayerFiles({}, (Problem(str(folder), "", "", "a folder of layers", got),), digest.hexdigest())
    for name in LAYER_FILES + TABLE_FILES:
        content = _bytes(folder / name, problems)
        if content is None:
            continue
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
        _parse(name, content, documents, problems)
    return LayerFiles(documents, tuple(problems), digest.hexdigest())


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """Read one file, no more of it than is allowed; None, and a problem, where that fails."""
    expected, got = "a readable file", ""
    try:
        if path.is_file():
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
            if len(content) <= MAX_BYTES:
                return content
            expected, got = f"at most {MAX_BYTES:,} bytes", "more"
        else:
            got = "something that is no file" if path.exists() else "no file of that name"
    except OSError as error:
        got = error.strerror or type(error).__name__
    problems.append(Problem(path.name, "", "", expected, got))
    return None


def _parse(name: str, content: bytes, documents: dict[str, Any], problems: list[Problem]) -> None:
    expected, got = "valid JSON", ""
    try:
        documents[name] = json.loads(content.decode("utf-8"), object_pairs_hook=_once(name, problems))
        return
    except UnicodeDecodeError as error:
        expected, got = "text in UTF-8", f"the byte 0x{content[error.start]:02x} at position {error.start}"
    except json.JSONDecodeError as error:
        got = f"at line {error.lineno}, column {error.colno}: {error.msg}"
    except RecursionError:
        expected, got = "features, each with flat properties", "lists or objects nested too deep to read"
    except ValueError:
        got = "a number of thousands of digits"
    problems.append(Problem(name, "", "", expected, got))


def _once(name: str, problems: list[Problem]) -> Any:
    """Make the hook that turns the pairs of an object into a dict, and reports keys that stand twice."""

    def hook(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            times = Counter(key for key, _ in pairs)
            feature = named(found["id"]) if isinstance(found.get("id"), str) else ""
            problems.extend(
                Problem(name, feature, named(key), "the key once", f"it {count} times")
                for key, count in times.items()
                if count > 1
            )
        return found

    return hook
