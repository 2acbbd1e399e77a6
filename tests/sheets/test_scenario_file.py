"""A scenario's file: what it had before is never lost, whatever that was."""

from dataclasses import replace

import pytest

from desktop.services.scenario_files import free_place, keep
from desktop.sheets.errors import SheetError
from geodata.scenario import MAX_BYTES, Scenario, read_scenario_file, scenario_text

PLAN = Scenario("plan", "Plan", "A planner")
LATER = replace(PLAN, note="As it was decided in May")


def test_what_was_there_stays_beside_it_byte_for_byte(tmp_path):
    path, beside = tmp_path / "plan.json", tmp_path / "plan.json~"
    assert keep(path, PLAN) == ""
    assert keep(path, PLAN) == "", "nothing was written over"
    assert list(tmp_path.iterdir()) == [path]
    assert keep(path, LATER) == beside.name
    assert (read_scenario_file(path), read_scenario_file(beside)) == (LATER, PLAN)
    path.write_bytes(b"{ by hand, \xff and not yet right")
    assert keep(path, PLAN) == beside.name
    assert beside.read_bytes() == b"{ by hand, \xff and not yet right"
    assert sorted(tmp_path.iterdir()) == [path, beside]


def test_what_can_be_no_scenario_is_not_written_over(tmp_path):
    path = tmp_path / "plan.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(SheetError, match="what is there is too long to be a scenario"):
        keep(path, PLAN)
    assert path.stat().st_size == MAX_BYTES + 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_scenario_that_has_no_file_takes_nobody_elses(tmp_path):
    assert free_place(tmp_path, PLAN) == tmp_path / "plan.json"
    (tmp_path / "plan.json").write_text(scenario_text(LATER), encoding="utf-8")
    assert free_place(tmp_path, PLAN) == tmp_path / "plan-2.json"


def test_a_mark_that_an_editor_set_before_the_text_is_no_part_of_it(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(scenario_text(PLAN), encoding="utf-8-sig")
    assert read_scenario_file(path) == PLAN
