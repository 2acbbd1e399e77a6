"""Selecting, copying, filtering, and how things look."""

import pytest
from stage import new_context

from desktop.commands import edit, figures, go, look


@pytest.fixture
def stage():
    return new_context(2025)


def entry_of(context, name):
    return next(entry for entry in context.store.frame.index if entry.id == name)


def test_selecting_names_what_is_selected(stage):
    context, _ = stage
    go.select(context.store, "plant.aluva")
    assert context.store.undo_name == f"Select {entry_of(context, 'plant.aluva').title}"
    go.select(context.store, None)
    assert context.store.undo_name == "Clear selection"
    assert context.store.frame.detail is None


@pytest.mark.parametrize("kind", ["plant", "flow", "claim", "agreement", "event", "source"])
def test_what_was_found_is_selected_and_its_pane_is_shown(stage, kind):
    context, port = stage
    entry = next(entry for entry in context.store.frame.index if entry.kind == kind)
    go.go_to_entry(context, entry)
    assert context.store.atlas.selection.id == entry.id
    pane = {"agreement": "agreements", "source": "sources"}.get(kind, "details")
    assert port.calls == [("show", pane)]


def test_an_event_that_was_found_brings_its_year(stage):
    context, _ = stage
    event = context.store.frame.all_events[0]
    go.go_to_entry(context, entry_of(context, event.thing))
    assert context.store.frame.year == (
        event.year if entry_of(context, event.thing).kind == "event" else 2025
    )


def test_the_source_of_a_figure_is_shown_with_its_claim_selected(stage):
    context, port = stage
    go.go_to_source_of(context, "claim.cn-in-magnets-fy2025")
    assert context.store.atlas.selection.id == "claim.cn-in-magnets-fy2025"
    assert port.calls == [("show", "sources")]


def test_copying_takes_the_claim_or_all_of_a_thing(stage):
    context, port = stage
    assert edit.selected_claims(context) == ()
    assert not edit.COPY.enabled(context)
    go.select(context.store, "claim.cn-in-magnets-fy2025")
    edit.COPY.run(context)
    assert port.calls.pop() == ("copy_figures", ("claim.cn-in-magnets-fy2025",))
    go.select(context.store, "flow.cn-in.magnets")
    edit.COPY.run(context)
    name, claims = port.calls.pop()
    assert name == "copy_figures"
    assert "claim.cn-in-magnets-fy2025" in claims
    assert len(claims) == len(set(claims)) > 1


def test_copying_the_table_follows_the_filter(stage):
    context, port = stage
    figures.toggle_status(context.store, "target")
    edit.COPY_TABLE.run(context)
    _, claims = port.calls.pop()
    assert set(claims) == {figure.claim for figure in context.store.frame.figures}
    assert {figure.status for figure in context.store.frame.figures} == {"target"}


def test_filters_add_up_and_are_cleared(stage):
    context, _ = stage
    store = context.store
    every = store.frame.figures
    figures.toggle_substance(store, "nd")
    figures.toggle_substance(store, "nd_oxide")
    assert {figure.substance for figure in store.frame.figures} == {"nd", "nd_oxide"}
    figures.toggle_substance(store, "nd")
    assert {figure.substance for figure in store.frame.figures} == {"nd_oxide"}
    assert figures.CLEAR_FILTER.enabled(context)
    figures.clear_filter(store)
    assert store.frame.figures is every
    assert not figures.CLEAR_FILTER.enabled(context)


def test_a_chosen_series_stays_whatever_is_selected(stage):
    context, _ = stage
    store = context.store
    series = store.frame.charts[-1].series
    figures.set_series(store, series)
    go.select(store, "flow.cn-in.magnets")
    assert store.frame.chart == series


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_theme_is_one_of_three(stage, theme):
    context, _ = stage
    look.set_theme(context.store, "light" if theme != "light" else "dark")
    look.set_theme(context.store, theme)
    assert context.store.atlas.look.theme == theme


def test_numbers_are_grouped_as_is_wished(stage):
    context, _ = stage
    look.set_lakh(context.store, True)
    texts = {figure.number for figure in context.store.frame.figures}
    assert "2,70,000" in texts
    look.set_lakh(context.store, False)
    assert "270,000" in {figure.number for figure in context.store.frame.figures}
