import hashlib
import json
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[1] / "bench" / "assets"
PARTS = json.loads((ASSETS / "manifest.json").read_bytes())


def test_nothing_lies_there_that_is_not_listed():
    assert sorted(p.name for p in ASSETS.iterdir() if p.is_dir()) == sorted(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_what_folium_is_measured_with_is_as_published(part):
    folder = ASSETS / part
    found = {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }
    assert found == PARTS[part]["files"]
    assert PARTS[part]["licence"]
    assert any(name.startswith("LICENSE") for name in found)
