"""One store: views hear what concerns them, and what was done can be taken back by name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import new_store

from desktop.state.atlas import Clock, Selection
from desktop.state.store import History


@pytest.fixture
def store():
    return new_store(2025)


def year(store, year):
    return replace(store.atlas, clock=Clock(year))


def test_a_view_is_told_at_once_and_whenever_its_part_differs(store):
    heard = []
    store.subscribe(heard.append, lambda atlas, _frame: atlas.clock.year)
    store.change("Year 2024", year(store, 2024))
    store.change("Select Aluva", replace(store.atlas, selection=Selection("plant.aluva")))
    assert heard == [2025, 2024]


def test_a_view_that_left_hears_nothing_more(store):
    heard = []
    leave = store.subscribe(heard.append, lambda _atlas, frame: frame.year)
    leave()
    store.change("Year 2012", year(store, 2012))
    assert heard == [2025]


def test_the_frame_is_the_one_of_the_state(store):
    store.change("Year 2012", year(store, 2012))
    assert store.frame.year == 2012
    assert store.frame is store._derive(store.atlas)


def test_undo_and_redo_go_back_and_forth_by_name(store):
    for there in (2024, 2023):
        store.change(f"Year {there}", year(store, there))
    assert store.undo_name == "Year 2023"
    store.undo()
    assert (store.atlas.clock.year, store.undo_name, store.redo_name) == (2024, "Year 2024", "Year 2023")
    store.undo()
    assert (store.atlas.clock.year, store.undo_name) == (2025, None)
    store.redo()
    store.redo()
    assert (store.atlas.clock.year, store.redo_name) == (2023, None)


def test_the_history_lists_what_is_done_and_what_was_taken_back(store):
    assert store.history == History((), 0)
    for there in (2024, 2023, 2022):
        store.change(f"Year {there}", year(store, there))
    store.undo()
    assert store.history == History(("Year 2024", "Year 2023", "Year 2022"), 2)
    store.change("Year 1999", year(store, 1999))
    assert store.history == History(("Year 2024", "Year 2023", "Year 1999"), 3)


def test_a_jump_over_many_changes_is_one_move_derived_once(store):
    for there in range(2024, 2014, -1):
        store.change(f"Year {there}", year(store, there))
    heard, derived, derive = [], [], store._derive
    store.subscribe(heard.append, lambda _atlas, frame: frame.year)
    store.rederive(lambda atlas: derived.append(atlas.clock.year) or derive(atlas))
    store.jump(2)
    assert (heard, derived) == ([2015, 2023], [2015, 2023])
    assert (store.undo_name, store.redo_name) == ("Year 2023", "Year 2022")
    store.jump(10)
    assert (store.atlas.clock.year, store.redo_name) == (2015, None)
    store.jump(0)
    assert (store.atlas.clock.year, store.undo_name) == (2025, None)


@given(st.lists(st.integers(0, 6), max_size=8))
def test_wherever_it_jumps_every_place_has_its_own_state(places):
    store = new_store(2025)
    for there in range(2020, 2014, -1):
        store.change(f"Year {there}", year(store, there))
    names = store.history.names
    for place in places:
        store.jump(place)
        assert store.atlas.clock.year == (2021 - place if place else 2025)
        assert store.history == History(names, place)


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_a_jump_beyond_the_history_changes_nothing(store, place):
    store.change("Year 2024", year(store, 2024))
    store.change("Year 2023", year(store, 2023))
    store.undo()
    store.jump(place)
    assert store.history == History(("Year 2024", "Year 2023"), 1)
    assert store.atlas.clock.year == 2024


def test_nothing_jumps_while_the_state_is_put_aside(store):
    store.change("Year 2024", year(store, 2024))
    store.set_aside()
    store.jump(0)
    assert store.atlas.clock.year == 2024


def test_a_new_change_ends_what_could_be_made_again(store):
    store.change("Year 2024", year(store, 2024))
    store.undo()
    store.change("Year 2010", year(store, 2010))
    assert store.redo_name is None


def test_one_drag_is_one_entry(store):
    for there in (2020, 2019, 2018):
        store.change(f"Year {there}", year(store, there), gesture="drag 1")
    store.change("Year 2000", year(store, 2000), gesture="drag 2")
    store.undo()
    assert (store.atlas.clock.year, store.undo_name) == (2018, "Year 2018")
    store.undo()
    assert (store.atlas.clock.year, store.undo_name) == (2025, None)


def test_what_changes_nothing_is_no_entry(store):
    store.change("Year 2025", year(store, 2025))
    assert store.undo_name is None


def test_an_adjustment_is_shown_but_is_no_entry(store):
    heard = []
    store.subscribe(heard.append, lambda atlas, _frame: atlas.clock.year)
    store.adjust(year(store, 2001))
    assert (heard, store.undo_name) == ([2025, 2001], None)


def test_undo_with_nothing_done_changes_nothing(store):
    before = store.atlas
    store.undo()
    store.redo()
    assert store.atlas == before


def test_history_is_bounded(store):
    for number in range(600):
        store.change(f"Year {number}", year(store, 1950 + number % 80))
    assert not store.history.is_whole
    assert store.history.names[0] == "Year 100"
    taken = 0
    while store.undo_name:
        store.undo()
        taken += 1
    assert taken == 500


def test_who_asks_to_be_first_is_told_first_until_that_is_over(store):
    told = []
    store.subscribe(lambda _year: told.append("panel"), lambda atlas, _: atlas.clock.year)
    end = store.subscribe(lambda _year: told.append("map"), lambda atlas, _: atlas.clock.year, first=True)
    told.clear()
    store.change("Go to 2024", year(store, 2024))
    assert told == ["map", "panel"]
    end()
    store.change("Go to 2023", year(store, 2023))
    assert told == ["map", "panel", "panel"]


def test_a_view_may_not_change_the_state_while_it_is_told(store):
    def meddle(shown):
        if shown != 2025:
            store.change("Year 1999", year(store, 1999))

    store.subscribe(meddle, lambda atlas, _frame: atlas.clock.year)
    with pytest.raises(RuntimeError, match="while it was being told"):
        store.change("Year 2024", year(store, 2024))


def test_other_data_are_shown_in_the_same_state(store):
    heard = []
    store.subscribe(heard.append, lambda _atlas, frame: frame.digest)
    derive = store._derive
    store.rederive(lambda atlas: replace(derive(atlas), digest="other"))
    assert heard[-1] == "other"
    assert store.atlas.clock.year == 2025


def test_a_row_is_pinned_to_a_year_and_let_go():
    clock = Clock(2030).pinned_to("plants", 2012).pinned_to("events", 2010)
    assert (clock.pin("plants"), clock.pin("events"), clock.pin("actors")) == (2012, 2010, None)
    assert clock.pinned_to("plants", 2013).pin("plants") == 2013
    assert clock.pinned_to("plants", None).pinned_to("events", None) == Clock(2030)


def test_a_range_has_a_first_year_only_where_it_is_one():
    assert Clock(2030, since=2012).first is None
    assert Clock(2030, mode="range", since=2012).first == 2012
    assert Clock(2030, mode="range").first is None


def test_what_a_change_does_beside_the_atlas_is_taken_back_and_made_again(store):
    turned = []
    store.change("Save the view A", store.atlas, turn=lambda on: turned.append(("A", on)))
    store.change("Year 2024", year(store, 2024))
    store.change("Delete the view A", store.atlas, turn=lambda on: turned.append(("gone", on)))
    assert (store.history.names, turned) == (("Save the view A", "Year 2024", "Delete the view A"), [])
    store.jump(0)
    assert (store.atlas.clock.year, turned) == (2025, [("gone", False), ("A", False)])
    store.jump(3)
    assert (store.atlas.clock.year, turned[2:]) == (2024, [("A", True), ("gone", True)])
