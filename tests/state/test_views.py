"""Views: they come back whole, say what they control, and report rows that were added later."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import dataset, new_store

from desktop.asking import deriver
from desktop.state.atlas import Clock, Layers
from desktop.state.checked import SessionError
from desktop.state.views import CONTROLS, SCHEMA, added, read_views, shown, view_of, views_text
from geodata.bundled import views_text as bundled_text

names = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)


@pytest.fixture(scope="module")
def bundled():
    return {view.name: view for view in read_views(bundled_text())}


def test_five_views_come_with_the_atlas(bundled):
    assert list(bundled) == [
        "Plants and mines",
        "Trade 2024",
        "Magnet dependence FY2025",
        "Targets 2026",
        "Targets 2030",
    ]
    assert views_text(bundled.values()) == bundled_text()


def test_the_bundled_views_know_every_row_and_show_what_they_say(bundled):
    store = new_store(2012)
    frames = deriver(dataset())
    for view in bundled.values():
        assert added(view, store.frame) == ()
        frame = frames(shown(view, store.atlas))
        assert {row.id for row in frame.rows if row.visible} == view.atlas.layers.visible
    assert frames(shown(bundled["Trade 2024"], store.atlas)).year_label == "2024"
    assert frames(shown(bundled["Magnet dependence FY2025"], store.atlas)).year_label == "FY2024-25"
    targets = frames(shown(bundled["Targets 2030"], store.atlas))
    assert targets.chart == "actor.irel/output/nd"
    mines = frames(shown(bundled["Plants and mines"], store.atlas))
    assert {place.style for place in mines.places} == {"plant", "mine", "site"}


@settings(max_examples=30, deadline=None)
@given(
    st.sets(st.sampled_from(sorted(CONTROLS))),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30),
)
def test_a_view_changes_what_it_controls_and_nothing_else(controls, name):
    store = new_store(2024)
    view = view_of(
        name,
        replace(store.atlas, clock=Clock(2012), layers=Layers(frozenset({"plants"}))),
        store.frame,
        controls,
    )
    assert read_views(views_text([view])) == (view,)
    after = shown(view, store.atlas)
    for part in CONTROLS:
        expected = view.atlas if part in controls else store.atlas
        assert getattr(after, part) == getattr(expected, part)
    assert (after.selection, after.look) == (store.atlas.selection, store.atlas.look)
    assert len(view.controlled) == len(controls)


def test_a_row_added_later_is_reported_and_not_hidden():
    store = new_store(2024)
    view = view_of("Old", replace(store.atlas, layers=Layers(frozenset({"plants"}))), store.frame)
    old = replace(view, rows=view.rows - {"events"})
    assert added(old, store.frame) == ("Events",)
    assert shown(old, store.atlas).layers.visible == {"plants", "events"}
    hidden = replace(store.atlas, layers=Layers(frozenset()))
    assert shown(old, hidden).layers.visible == {"plants"}, "what was hidden stays hidden"


def test_what_runs_is_kept_at_rest():
    store = new_store(2024)
    running = replace(store.atlas, clock=Clock(2024, playing=True))
    assert not view_of("Running", running, store.frame).atlas.clock.playing


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": "two\nlines"}, "view 1, name: expected"),
        ({"controls": ["everything"]}, "view 1, controls: expected one of"),
        ({"rows": []}, "view 1, rows: expected the rows that there were"),
        ({"atlas": {}}, "view 1, atlas: expected the fields"),
        ({"more": 1}, "view 1: expected the fields"),
    ],
)
def test_a_wrong_view_is_refused_by_its_number(change, why):
    document = json.loads(bundled_text())
    document["views"][0].update(change)
    with pytest.raises(SessionError) as refused:
        read_views(json.dumps(document))
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "irel-atlas-session", "schema": 1}'])
def test_what_are_no_views_are_refused(text):
    with pytest.raises(SessionError, match=r"expected"):
        read_views(text)


def test_views_of_a_newer_atlas_are_refused():
    with pytest.raises(SessionError, match=r"a newer IREL Atlas made it"):
        read_views(json.dumps({"format": "irel-atlas-views", "schema": SCHEMA + 1, "views": []}))
