"""Sessions as files: readable, the last good one kept, and refused in one line where they are wrong."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from stage import new_store

from desktop.services.session_files import keep, kept_beside, read
from desktop.sheets.errors import SheetError
from desktop.state.atlas import Clock
from desktop.state.session import SCHEMA, session_of, text_of

VERSIONS = Path(__file__).parents[1] / "state" / "versions"


@pytest.fixture
def session():
    store = new_store(2024)
    return session_of(store.atlas, store.frame)


def of_year(session, year):
    return replace(session, atlas=replace(session.atlas, clock=Clock(year)))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_session_comes_back_from_text_that_can_be_read(session, tmp_path):
    path = tmp_path / "plan.atlas"
    keep(path, session)
    assert read(path) == session
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["format"], document["schema"]) == ("irel-atlas-session", SCHEMA)
    assert document["atlas"]["clock"]["year"] == 2024
    assert names(tmp_path) == ["plan.atlas"]


def test_the_mark_that_some_editors_set_before_a_text_is_no_damage(session, tmp_path):
    path = tmp_path / "plan.atlas"
    path.write_text(text_of(session), encoding="utf-8-sig")
    assert read(path) == session


def test_the_one_before_stays_beside_it(session, tmp_path):
    path = tmp_path / "plan.atlas"
    for year in (2023, 2024, 2025):
        keep(path, of_year(session, year))
    assert read(path).atlas.clock.year == 2025
    assert read(kept_beside(path)).atlas.clock.year == 2024
    keep(path, of_year(session, 2025))
    assert read(kept_beside(path)).atlas.clock.year == 2024, "what has not changed is no reason to forget"
    assert names(tmp_path) == ["plan.atlas", "plan.atlas~"]


def test_what_is_damaged_never_takes_the_place_of_the_last_good_one(session, tmp_path):
    path = tmp_path / "plan.atlas"
    keep(path, of_year(session, 2023))
    keep(path, of_year(session, 2024))
    path.write_text(path.read_text(encoding="utf-8")[:900], encoding="utf-8")
    keep(path, of_year(session, 2030))
    assert read(path).atlas.clock.year == 2030
    assert read(kept_beside(path)).atlas.clock.year == 2023


def test_a_place_that_cannot_be_written_to_leaves_all_as_it_was(session, tmp_path):
    path = tmp_path / "plan.atlas"
    keep(path, session)
    before = path.read_bytes()
    kept_beside(path).mkdir()
    (kept_beside(path) / "inside").touch()
    with pytest.raises(SheetError, match=r"^cannot write .*plan\.atlas~"):
        keep(path, of_year(session, 2030))
    assert path.read_bytes() == before
    with pytest.raises(SheetError, match="cannot write"):
        keep(tmp_path / "nowhere" / "plan.atlas", session)


@pytest.mark.parametrize("version", range(1, SCHEMA + 1))
def test_every_version_opens_and_is_written_as_the_newest(version, tmp_path):
    found = read(VERSIONS / f"session-{version}.json")
    keep(tmp_path / "plan.atlas", found)
    assert read(tmp_path / "plan.atlas") == found
    assert json.loads((tmp_path / "plan.atlas").read_text(encoding="utf-8"))["schema"] == SCHEMA


def test_a_newer_version_is_refused_by_its_number(session, tmp_path):
    path = tmp_path / "plan.atlas"
    path.write_text(json.dumps({**json.loads(text_of(session)), "schema": SCHEMA + 1}), encoding="utf-8")
    with pytest.raises(SheetError) as told:
        read(path)
    newest = f"(version {SCHEMA + 1} of the format; this one reads up to {SCHEMA})"
    assert str(told.value) == f"cannot open plan.atlas: a newer IREL Atlas made it {newest}"


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe", b"{}", b"[" * 100_000, b" " * (9 << 20)],
    ids=["empty", "cut", "picture", "no text", "another", "deep", "huge"],
)
def test_what_is_damaged_is_refused_in_one_line(data, tmp_path):
    path = tmp_path / "plan.atlas"
    path.write_bytes(data)
    with pytest.raises(SheetError, match=r"^cannot open plan\.atlas: expected") as told:
        read(path)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SheetError, match=r"cannot open .*gone\.atlas: No such file"):
        read(tmp_path / "gone.atlas")
