"""Each layer can be hidden, shown alone, made faint and zoomed to; the map follows at once."""

import pytest
from patience import eventually
from qtpy.QtCore import QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QSlider, QTreeWidget

ROWS = {
    "plants": "Plants",
    "proposed_mines": "Mines",
    "flows_to_japan": "Rare earths to Japan",
    "flows_japan_promised": "Promised to Japan",
    "flows_from_china": "Magnets from China",
    "relation_china_japan": "China to Japan",
    "other_sites": "Other sites",
}


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    """Take back whatever the last test did."""
    yield
    while atlas.store.undo_name:
        atlas.store.undo()
    eventually(lambda: atlas.drawn() == things_of(atlas))


@pytest.fixture
def tree(atlas):
    atlas.take_keyboard()
    return atlas.widget(QTreeWidget, "Layers")


def item_of(tree, title: str):
    (item,) = (
        item
        for item in tree.findItems(title, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        if item.parent()
    )
    return item


def things_of(atlas) -> set[str]:
    frame = atlas.store.frame
    return {thing.thing for thing in (*frame.places, *frame.areas, *frame.flows)}


def rows_drawn(atlas) -> set[str]:
    frame = atlas.store.frame
    things = {thing.thing: thing.row for thing in (*frame.places, *frame.areas, *frame.flows)}
    return {things[thing] for thing in atlas.drawn() if thing in things}


def press_box(tree, title: str) -> None:
    item = item_of(tree, title)
    tree.scrollToItem(item)
    box = tree.visualItemRect(item)
    place = QPoint(box.left() + 8, box.center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_panel_lists_every_row_that_the_map_can_draw(atlas, tree):
    assert set(ROWS) == {row.id for row in atlas.store.frame.rows if row.style != "none"}
    for title in ROWS.values():
        assert item_of(tree, title)


@pytest.mark.parametrize(("row", "title"), ROWS.items())
def test_its_box_shows_and_hides_a_row(atlas, tree, row, title):
    was_on = row in atlas.store.atlas.layers.visible
    press_box(tree, title)
    assert (row in atlas.store.atlas.layers.visible) is not was_on
    assert atlas.store.undo_name == f"{'Hide' if was_on else 'Show'} {title}"
    eventually(lambda: (row in rows_drawn(atlas)) is not was_on, f"{title} is on the map as before")
    tree.setCurrentItem(item_of(tree, title))
    tree.setFocus()
    atlas.key(Qt.Key.Key_Space)
    assert (row in atlas.store.atlas.layers.visible) is was_on
    eventually(lambda: (row in rows_drawn(atlas)) is was_on, f"{title} does not come back")


def test_the_box_of_a_group_shows_and_hides_all_its_rows(atlas, tree):
    trade = next(
        tree.topLevelItem(place)
        for place in range(tree.topLevelItemCount())
        if tree.topLevelItem(place).text(0) == "Trade"
    )
    trade.setCheckState(0, Qt.CheckState.Unchecked)
    eventually(lambda: rows_drawn(atlas) == {"plants", "proposed_mines"})
    assert atlas.store.undo_name == "Hide Trade"
    trade.setCheckState(0, Qt.CheckState.Checked)
    eventually(lambda: "flows_japan_promised" in rows_drawn(atlas))


@pytest.mark.parametrize(("row", "title"), ROWS.items())
def test_a_row_can_be_shown_alone_and_then_all_again(atlas, row, title):
    before = rows_drawn(atlas)
    atlas.do(f"layers.isolate.{row}")
    assert atlas.store.undo_name == f"Show {title} alone"
    eventually(lambda: rows_drawn(atlas) == {row})
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Shift+A")
    eventually(lambda: rows_drawn(atlas) == before)


@pytest.mark.parametrize(("row", "title"), ROWS.items())
def test_its_opacity_is_set_by_keys_and_drawn(atlas, tree, row, title):
    if row not in atlas.store.atlas.layers.visible:
        press_box(tree, title)
    tree.setCurrentItem(item_of(tree, title))
    slider = atlas.widget(QSlider, "Opacity of the marked layer")
    slider.setFocus()
    for _ in range(5):
        atlas.key(Qt.Key.Key_PageDown)
    assert dict(atlas.store.atlas.layers.opacity) == {row: 0.5}
    assert atlas.store.undo_name == f"Opacity of {title} 50%"
    of_row = {
        thing.thing
        for thing in (*atlas.store.frame.places, *atlas.store.frame.areas, *atlas.store.frame.flows)
        if thing.row == row
    }
    faint = "[...document.querySelectorAll('g[data-id][opacity=\"0.5\"]')].map(g => g.dataset.id)"
    eventually(lambda: set(atlas.evaluate(faint)) == of_row)


@pytest.mark.parametrize("row", ROWS)
def test_zooming_to_a_row_brings_all_of_it_into_sight(atlas, row):
    state = next(state for state in atlas.store.frame.rows if state.id == row)
    atlas.do(f"layers.zoom.{row}")
    west, south, east, north = state.bounds

    def is_in_sight():
        left, bottom, right, top = atlas.map_bounds()
        return left <= west and bottom <= south and right >= east and top >= north

    eventually(is_in_sight)
    assert atlas.store.undo_name == f"Zoom to {state.title}"
