"""The scenarios at hand: a change is taken over, what came with a view is kept, nothing unsaved is lost."""

from dataclasses import replace

from stage import new_context

from desktop.commands import scenarios
from desktop.state.shelf import BUNDLED, FILE, MET, NEW, Shelf, Shelved
from geodata.scenario import Change, Scenario

ONE = Scenario("one", "One", "A planner")
CHANGED = replace(ONE, changes=(Change("open", "mine.killiyoor", "2029-01-01", "It might be so."),))


def test_a_change_is_taken_over_by_its_file_and_is_not_saved_until_it_is_written():
    shelf = Shelf()
    shelf.fill([Shelved(FILE, ONE, ONE, "one.json")])
    shelf.keep(CHANGED)
    (entry,) = shelf.entries
    assert (entry.scenario, entry.saved, entry.is_unsaved) == (CHANGED, ONE, True)
    shelf.keep(ONE)
    assert not shelf.entries[0].is_unsaved
    shelf.keep(CHANGED)
    shelf.put(Shelved(FILE, CHANGED, CHANGED, "one.json"))
    assert [entry.is_unsaved for entry in shelf.entries] == [False]


def test_what_came_with_a_view_is_listed_and_never_asked_about():
    shelf = Shelf()
    shelf.fill([Shelved(BUNDLED, ONE)])
    shelf.keep(CHANGED)
    assert [(entry.origin, entry.is_unsaved) for entry in shelf.entries] == [(BUNDLED, False), (MET, False)]


def test_what_was_met_and_then_changed_is_asked_about():
    shelf = Shelf()
    shelf.keep(ONE)
    assert not shelf.entries[0].is_unsaved
    shelf.keep(CHANGED)
    assert [(entry.origin, entry.is_unsaved) for entry in shelf.entries] == [(MET, True)]
    shelf.keep(None)
    shelf.keep(replace(ONE, note="As another session has it"))
    assert [(entry.origin, entry.is_unsaved) for entry in shelf.entries] == [(MET, False)]


def test_what_was_met_before_the_list_was_read_is_listed_once():
    shelf = Shelf()
    shelf.keep(ONE)
    shelf.fill([Shelved(BUNDLED, ONE)])
    assert [entry.origin for entry in shelf.entries] == [BUNDLED]
    shelf.keep(ONE)
    assert shelf.of(ONE) == Shelved(BUNDLED, ONE)


def test_of_two_files_with_one_scenario_the_one_that_was_meant_is_changed():
    shelf = Shelf()
    shelf.fill([Shelved(FILE, ONE, ONE, place) for place in ("one.json", "copy.json")])
    shelf.hold(shelf.entries[1])
    shelf.keep(ONE)
    shelf.keep(CHANGED)
    assert [entry.is_unsaved for entry in shelf.entries] == [False, True]
    assert shelf.of(CHANGED) == Shelved(FILE, CHANGED, ONE, "copy.json")
    shelf.keep(ONE)
    assert [entry.is_unsaved for entry in shelf.entries] == [False, False]
    assert shelf.of(ONE) == Shelved(FILE, ONE, ONE, "copy.json")


def test_filling_again_keeps_what_is_in_no_file():
    shelf = Shelf()
    shelf.put(Shelved(NEW, CHANGED))
    shelf.fill([Shelved(BUNDLED, ONE)])
    assert [entry.origin for entry in shelf.entries] == [BUNDLED, NEW]
    assert shelf.entries[1].is_unsaved


def test_an_id_is_given_once():
    shelf = Shelf()
    shelf.put(Shelved(NEW, ONE))
    assert (shelf.free_id("one"), shelf.free_id("two")) == ("one-2", "two")
    shelf.put(Shelved(NEW, replace(ONE, id="one-2")))
    assert shelf.free_id("one") == "one-3"


def test_who_listens_is_told_only_when_something_differs():
    shelf, told = Shelf(), []
    shelf.subscribe(told.append)
    shelf.put(Shelved(NEW, ONE))
    shelf.put(Shelved(NEW, ONE))
    shelf.keep(ONE)
    assert len(told) == 2


def test_a_scenario_that_was_saved_meanwhile_is_neither_dropped_nor_made_again_by_undo_and_redo():
    context, _ = new_context(2025)
    store, shelf = context.store, context.scenarios.shelf
    scenarios.choose(store, shelf.entries[0].scenario)
    scenarios.duplicate(store, shelf)
    copy = store.atlas.scenario
    made = shelf.of(copy)
    assert copy is not None
    assert made is not None
    shelf.drop(made)
    shelf.put(Shelved(FILE, copy, copy, "copy.json"))
    for done in (0, 2):
        store.jump(done)
        assert [one.origin for one in shelf.entries if one.scenario and one.scenario.id == copy.id] == [FILE]
