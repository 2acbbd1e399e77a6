"""Showing, hiding, isolating, fading and zooming to rows."""

import pytest
from stage import new_store

from desktop.commands import edit, extent, go, layers


@pytest.fixture
def store():
    return new_store(2025)


def test_hiding_a_row_takes_its_things_off_the_map_and_says_so(store):
    layers.set_visible(store, "proposed_mines", False)
    assert store.undo_name == "Hide Mines"
    assert not any(place.style == "mine" for place in store.frame.places)
    layers.set_visible(store, "proposed_mines", True)
    assert store.undo_name == "Show Mines"


def test_a_group_is_shown_and_hidden_as_a_whole(store):
    layers.set_group_visible(store, "Trade", False)
    assert store.undo_name == "Hide Trade"
    assert store.frame.flows == ()


def test_isolating_a_row_remembers_what_was_shown(store):
    before = store.atlas.layers.visible
    layers.isolate(store, "plants")
    layers.isolate(store, "other_sites")
    assert store.atlas.layers.visible == {"other_sites"}
    assert layers.is_isolated(store, "other_sites")
    assert not layers.is_isolated(store, "plants")
    layers.show_all_again(store)
    assert store.atlas.layers.visible == before
    assert store.atlas.layers.isolated is None


def test_ticking_a_row_ends_the_isolation(store):
    layers.isolate(store, "plants")
    layers.set_visible(store, "other_sites", True)
    assert store.atlas.layers.isolated is None
    assert store.atlas.layers.visible == {"plants", "other_sites"}


@pytest.mark.parametrize(("asked", "kept"), [(0.4, 0.4), (-1.0, 0.0), (7.0, 1.0)])
def test_opacity_stays_between_none_and_all(store, asked, kept):
    layers.set_opacity(store, "plants", 0.5)
    layers.set_opacity(store, "plants", asked)
    assert store.atlas.layers.opacity_of("plants") == kept
    assert store.atlas.layers.opacity_of("proposed_mines") == 1.0


def test_a_drag_of_the_opacity_is_one_entry(store):
    for value in (0.9, 0.7, 0.3):
        layers.set_opacity(store, "plants", value, "drag")
    assert store.undo_name == "Opacity of Plants 30%"
    edit.undo(store)
    assert store.atlas.layers.opacity == ()


def test_zooming_to_a_row_the_selection_and_all(store):
    row = next(row for row in store.frame.rows if row.id == "plants")
    layers.zoom_to(store, "plants")
    assert store.atlas.view.bounds == row.bounds
    go.select(store, "flow.in-jp.re")
    extent.zoom_to_selection(store)
    assert store.atlas.view.bounds == store.frame.detail.bounds
    extent.fit_all(store)
    assert store.atlas.view.bounds == store.frame.opening
    edit.undo(store)
    assert store.atlas.view.bounds == store.frame.detail.bounds


def test_zooming_to_a_row_without_a_place_changes_nothing(store):
    before = store.atlas
    layers.zoom_to(store, "agreements")
    layers.zoom_to(store, "no-such-row")
    assert store.atlas == before
