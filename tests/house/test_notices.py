import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTICE = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
OUR_OWN_TABLE = "zooms.json"
MAPS = [p for p in sorted((ROOT / "geodata" / "basemap").glob("*.*json")) if p.name != OUR_OWN_TABLE]


@pytest.mark.parametrize("map_file", MAPS, ids=lambda p: p.name)
def test_every_map_of_others_is_named(map_file):
    assert re.search(rf"\b{map_file.stem}\b", NOTICE)


@pytest.mark.parametrize(
    "folder",
    [
        m.parent.relative_to(ROOT / "resources").as_posix()
        for m in (ROOT / "resources").rglob("manifest.json")
    ],
)
def test_every_bundled_part_is_named(folder):
    assert f"| {folder} |" in NOTICE


def test_every_text_that_the_notices_point_to_is_there():
    texts = re.findall(r"`(resources/[^`]+/[A-Z][^`/]*|resources/licences/[^`]+)`", NOTICE)
    assert len(texts) >= 8
    assert [text for text in texts if not (ROOT / text).stat().st_size] == []


def test_the_notices_say_what_must_be_said():
    for words in (
        "not affiliated with, endorsed by or run on behalf of",
        "Boundaries are indicative; not authenticated by the Survey of India",
        "© DataMeet",
        "© GeoNames",
        "GPL-3.0",
    ):
        assert words in NOTICE
