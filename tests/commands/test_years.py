"""The clock: steps, ends, events, play."""

import pytest
from stage import new_store

from desktop.commands import clock, edit, go, years
from geodata.frame import next_event_year


@pytest.fixture
def store():
    return new_store(2025)


@pytest.mark.parametrize(("asked", "kept"), [(2012, 2012), (1800, 1950), (9999, 2035)])
def test_the_year_stays_within_the_clock(store, asked, kept):
    years.go_to(store, asked)
    assert store.frame.year == kept


def test_steps_of_one_and_ten(store):
    years.step(store, 1)
    years.step(store, -10)
    assert store.frame.year == 2016
    assert store.undo_name == "Year 2016"


def test_events_are_the_stops_before_and_after(store):
    with_events = sorted({event.year for event in store.frame.all_events})
    years.go_to_event(store, -1)
    assert store.frame.year == max(year for year in with_events if year < 2025)
    years.go_to(store, with_events[0])
    assert next_event_year(store.frame, with_events[0], -1) is None
    years.go_to_event(store, -1)
    assert store.frame.year == with_events[0]


def test_playing_is_one_entry_that_goes_back_to_where_it_began(store):
    years.play(store, True)
    for _ in range(3):
        years.play_on(store)
    years.play(store, False)
    assert store.frame.year == 2028
    assert store.undo_name == "Play the years"
    edit.undo(store)
    assert (store.frame.year, store.atlas.clock.playing) == (2025, False)


def test_play_stops_at_the_last_year_and_begins_again_at_the_first(store):
    years.go_to(store, 2034)
    years.play(store, True)
    years.play_on(store)
    assert (store.frame.year, store.atlas.clock.playing) == (2035, False)
    years.play_on(store)
    assert store.frame.year == 2035
    years.play(store, True)
    assert (store.frame.year, store.atlas.clock.playing) == (1950, True)


def test_undo_never_sets_the_clock_running(store):
    years.play(store, True)
    go.select(store, "plant.aluva")
    years.play_on(store)
    years.play(store, False)
    while store.undo_name:
        edit.undo(store)
        assert not store.atlas.clock.playing
    while store.redo_name:
        edit.redo(store)
        assert not store.atlas.clock.playing


def test_a_range_begins_again_with_its_own_first_year(store):
    clock.set_since(store, 2020)
    years.go_to(store, store.frame.last_year)
    years.play(store, on=True)
    assert (store.atlas.clock.first, store.atlas.clock.year) == (2020, 2020)
    years.play_on(store)
    assert (store.atlas.clock.first, store.atlas.clock.year) == (2020, 2021)
