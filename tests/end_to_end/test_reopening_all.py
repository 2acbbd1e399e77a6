"""A desk with scenario, comparison, day of knowledge, range and pins comes back from every format."""

import json
from dataclasses import replace
from datetime import date

import pytest
from dialogs import answer, type_path
from dropping import drag
from patience import eventually
from qtpy.QtWidgets import QFileDialog, QLabel, QPlainTextEdit

from desktop.sheets.deck import deck_of
from desktop.sheets.page import page_of
from desktop.sheets.slide import slide_of
from desktop.state.atlas import Clock, Compare, Look, Selection
from geodata.bundled import scenarios

KINDS = ("png", "pdf", "svg", "html", "pptx")
CHANGED = "What has changed since the sheet was made"
MAGNETS = "claim.cn-in-magnets-fy2025"
PLANNED = Clock(2030, mode="range", since=2012, fiscal=True, cumulative=True, pinned=(("plants", 2012),))


def told(atlas) -> str:
    """Give the sentence in the bar above the map; empty where there is none."""
    bar = atlas.window.problems
    return bar.findChildren(QLabel)[0].text() if bar.isVisible() else ""


def plan(atlas):
    """Lay everything over the map that a planner can."""
    suspended, *others = sorted(scenarios(), key=lambda one: one.title != "Exports suspended")
    compare = Compare(2012, others[0], date(2026, 1, 1), manner="side", divider=0.4)
    state = replace(
        atlas.store.atlas,
        clock=PLANNED,
        scenario=suspended,
        known_on=date(2026, 2, 1),
        compare=compare,
        selection=Selection("plant.aluva"),
        look=Look("dark", lakh=True),
    )
    atlas.store.change("Plan", state)
    atlas.rest()


def made(atlas, kind) -> bytes:
    """Make a file of a format as the window asks for it."""
    files, ended = atlas.window.context.files, []
    if kind == "html":
        return page_of(atlas.store.atlas, atlas.store.frame_of)
    request = files.sheet_request("png" if kind == "pptx" else kind)
    files.sheets.make(request, ended.append, ended.append)
    sheet = eventually(lambda: ended and ended[0])
    assert isinstance(sheet, bytes)
    day = atlas.store.frame.data_date
    return deck_of("Deck", [slide_of(request, sheet)], "light", day) if kind == "pptx" else sheet


@pytest.fixture(scope="module")
def planned(atlas, tmp_path_factory):
    """Give the state of a planner's desk, and the files that were made of it; then clear the desk."""
    folder, before = tmp_path_factory.mktemp("planned"), atlas.store.atlas
    plan(atlas)
    paths = {kind: folder / f"plan.{kind}" for kind in KINDS}
    for kind, path in paths.items():
        path.write_bytes(made(atlas, kind))
    state = atlas.store.atlas
    atlas.store.change("Clear", before)
    atlas.rest()
    return state, paths


def is_back(atlas, state) -> bool:
    """Tell whether a state is back; the map may settle on a hair's breadth beside the extent."""
    return replace(atlas.store.atlas, view=state.view) == state


def opens(atlas, planned, kind, act) -> None:
    """Hold what an act brings back against what was exported, and take it back."""
    state, paths = planned
    before = atlas.store.atlas
    assert not is_back(atlas, state)
    act(paths[kind])
    eventually(lambda: is_back(atlas, state), f"plan.{kind} did not bring its view back")
    assert "every figure is as it was" in atlas.said
    assert told(atlas) == ""
    atlas.rest()
    assert atlas.action("edit.undo").text() == f"Undo Open plan.{kind}"
    atlas.do("edit.undo")
    assert atlas.store.atlas == before
    atlas.rest()


@pytest.mark.parametrize("kind", KINDS)
def test_dropped_it_is_back(atlas, planned, kind):
    opens(atlas, planned, kind, lambda path: drag(atlas.surface, [path]))


@pytest.mark.parametrize("kind", KINDS)
def test_opened_from_the_menu_it_is_back(atlas, planned, kind):
    def by_menu(path):
        answer(QFileDialog, lambda dialog: type_path(dialog, path))
        atlas.take_keyboard()
        atlas.shortcut("Ctrl+Shift+O")
        atlas.take_keyboard()

    opens(atlas, planned, kind, by_menu)


@pytest.mark.parametrize("kind", KINDS)
def test_cut_short_it_is_one_line_and_nothing_changes(atlas, planned, tmp_path, kind):
    _state, paths = planned
    state, undo = atlas.store.atlas, atlas.store.undo_name
    whole, cut = paths[kind].read_bytes(), tmp_path / f"cut.{kind}"
    ends = {"pdf": len(whole) // 2, "pptx": -900}
    cut.write_bytes(whole[: ends[kind] if kind in ends else whole.index(b"irel-atlas-session") + 200])
    drag(atlas.surface, [cut])
    eventually(lambda: cut.name in told(atlas), "nobody said that it is damaged")
    assert "\n" not in told(atlas)
    assert (atlas.store.atlas, atlas.store.undo_name) == (state, undo)
    atlas.window.problems.hide()


@pytest.mark.parametrize("kind", ["html", "pptx"])
def test_given_at_the_start_over_other_data_it_is_back_and_says_what_changed(
    open_atlas, planned, layers, kind
):
    path = layers / "trade_flows.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    (found,) = (one for one in layer["features"] if one["properties"]["id"] == MAGNETS)
    found["properties"]["value"] = 44000
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    state, paths = planned
    atlas = open_atlas(layers, sheet=paths[kind])
    eventually(lambda: is_back(atlas, state), f"plan.{kind} did not bring its view back")
    assert told(atlas).startswith(f"Opened plan.{kind}")
    assert "Since it was exported, 1 of its " in told(atlas)
    (line,) = atlas.widget(QPlainTextEdit, CHANGED).toPlainText().splitlines()
    assert "about 50,000 t → about 44,000 t" in line
