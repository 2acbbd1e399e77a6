"""Copies of data folders that a test may break."""

import json
import shutil
from pathlib import Path

import pytest

from geodata.checking import check
from geodata.problem import Problem

SMALL = Path(__file__).parent / "small"
GONE = object()


class Folder:
    """A copy of a data folder, changed entry by entry as an editor would change it."""

    def __init__(self, path: Path):
        self.path = path

    def files(self) -> list[Path]:
        return sorted(self.path.glob("*json"))

    def load(self, file: str):
        return json.loads((self.path / file).read_text(encoding="utf-8"))

    def save(self, file: str, document) -> None:
        (self.path / file).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")

    def edit(self, file: str, entry_id: str, /, **changes) -> None:
        """Change fields of an entry; `GONE` takes one away; an underscore at a name's end is none of it.

        ``geometry``, ``type`` and ``feature_id`` are the feature's own.
        """
        document = self.load(file)
        entry = self._find(document, entry_id)
        for name, value in changes.items():
            members = name in ("geometry", "type", "feature_id") or "properties" not in entry
            holder = entry if members else entry["properties"]
            key = "id" if name == "feature_id" else name.rstrip("_")
            if value is GONE:
                del holder[key]
            else:
                holder[key] = value
        self.save(file, document)

    def add(self, file: str, like: str, **changes) -> None:
        """Add an entry that is like another one but for some fields."""
        document = self.load(file)
        entry = json.loads(json.dumps(self._find(document, like)))
        entry.get("properties", entry).update(changes)
        self._entries(document).append(entry)
        self.save(file, document)

    def problems(self) -> list[Problem]:
        return check(self.path)

    @staticmethod
    def _entries(document):
        return document if isinstance(document, list) else document.get("features") or document["rows"]

    def _find(self, document, name: str):
        if not name:
            return document
        entries = self._entries(document)
        return next(entry for entry in entries if entry.get("properties", entry).get("id") == name)


@pytest.fixture
def gone():
    """What stands for a field that is taken away."""
    return GONE


@pytest.fixture
def small(tmp_path):
    """A small folder of layers without any problem."""
    return Folder(shutil.copytree(SMALL, tmp_path / "small"))
