"""The presenter check on the command line: warnings are told and kept in the file, or refuse it."""

import pytest
from program import run
from sessions import session_in


def warnings_of(ended):
    return [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas: ")]


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_sheet_is_written_over_its_warnings_and_keeps_them(tmp_path, ending):
    sheet = tmp_path / f"map.{ending}"
    ended = run("snapshot", "--year", 2025, "--title", "450 t of neodymium", "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    (told,) = warnings_of(ended)
    assert told.startswith("irel-atlas: warning: “450 t” reads as a fact")
    (kept,) = session_in(sheet).overridden
    assert kept.startswith("target-not-marked/claim.nd-fy2026")
    assert kept.endswith(told.removeprefix("irel-atlas: warning: "))


def test_strictly_it_is_refused_and_nothing_is_written(tmp_path):
    sheet = tmp_path / "map.png"
    sheet.write_text("old", encoding="utf-8")
    ended = run("snapshot", "--year", 2025, "--hide", "legend,widths", "--strict", "--out", sheet)
    assert ended.returncode == 1, ended.stderr
    told = warnings_of(ended)
    assert "which no legend explains" in told[0]
    assert told[-1] == "irel-atlas: the sheet was not written: it was to be without warnings"
    assert sheet.read_text(encoding="utf-8") == "old"


def test_strictly_a_sheet_without_a_fault_is_written(tmp_path):
    sheet = tmp_path / "map.svg"
    ended = run("snapshot", "--year", 2025, "--strict", "--out", sheet)
    assert (ended.returncode, warnings_of(ended)) == (0, []), ended.stderr
    assert session_in(sheet).overridden == ()
