"""How the clock counts: ranges, what stays, fiscal years, speed and loop."""

import pytest
from stage import new_store

from desktop.commands import clock, compare, edit, years


@pytest.fixture
def store():
    return new_store(2025)


def test_a_range_keeps_its_first_year_within_the_clock_and_before_its_last(store):
    clock.set_since(store, 1900)
    assert (store.frame.since, store.undo_name) == (1950, "Range 1950 to 2025")
    clock.set_since(store, 2030)
    assert store.atlas.clock.first == 2025


def test_a_range_comes_back_as_it_was(store):
    clock.set_since(store, 2012)
    clock.set_range(store, False)
    assert (store.frame.since, store.undo_name) == (None, "2025 alone")
    clock.set_range(store, True)
    assert store.frame.since == 2012


def test_a_range_that_was_left_does_not_outlast_an_earlier_year(store):
    clock.set_since(store, 2012)
    clock.set_range(store, False)
    years.go_to(store, 2000)
    clock.set_range(store, True)
    assert store.atlas.clock.first == 2000


def test_flows_do_not_accumulate_and_the_layer_says_why(store):
    alone = {flow.thing: flow.label for flow in store.frame.flows}
    clock.set_cumulative(store, True)
    assert {flow.thing: flow.label for flow in store.frame.flows} == alone
    assert any(row.refusal for row in store.frame.rows)
    assert store.undo_name == "Cumulative agreements and capacities"


def test_fiscal_years_are_named_and_keep_their_number(store):
    clock.set_fiscal(store, True)
    assert (store.frame.year, store.frame.year_label) == (2025, "FY2024-25")
    years.step(store, -1)
    assert store.undo_name == "FY2023-24"
    edit.undo(store)
    edit.undo(store)
    assert store.frame.year_label == "2025"


def test_what_is_compared_is_named_by_the_year_as_the_clock_counts(store):
    clock.set_fiscal(store, True)
    compare.with_year(store, 2024)
    assert store.undo_name == "Compare with FY2023-24"
    clock.set_fiscal(store, False)
    compare.with_year(store, 2023)
    assert store.undo_name == "Compare with 2023"
