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
        """Change fields of an entry; `GONE` takes one away. ``geometry`` and other members are the feature's own."""
        document = self.load(file)
        entry = self._find(document, entry_id)
        for key, value in changes.items():
            holder = entry
            if "properties" in entry and key not in ("geometry", "type", "feature_id"):
                holder = entry["properties"]
            key = {"from_": "from", "feature_id": "id"}.get(key, key)
            if value is GONE:
                holder.pop(key)
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
