"""Choosing on the map, in the lists, in chart and table: each follows the others."""

import pytest
from patience import eventually, until
from qtpy.QtCore import QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QListWidget, QTableView

from desktop.panels.cards import Card, LinkButton
from desktop.panels.chart import ChartView

SYMBOLS = (
    "plant.aluva",
    "plant.chavara",
    "plant.oscom",
    "mine.killiyoor",
    "mine.krushnaprasad",
    "mine.odisha-second",
)


@pytest.fixture(autouse=True)
def _nothing_selected(atlas):
    atlas.take_keyboard()
    atlas.do("view.fit")
    atlas.do("go.clear-selection")
    eventually(lambda: atlas.halo() == [])
    atlas.rest()


def current(atlas) -> str | None:
    """Give the id of what is marked in the list of what is on the map."""
    listed = atlas.widget(QListWidget, "On the map")
    item = listed.currentItem()
    return item.data(Qt.ItemDataRole.UserRole) if item and item.isSelected() else None


def name_of(atlas, thing: str) -> str:
    return next(entry.title for entry in atlas.store.frame.index if entry.id == thing)


@pytest.mark.parametrize("thing", SYMBOLS)
def test_a_click_on_a_symbol_marks_it_everywhere(atlas, thing):
    x, y = atlas.spot_of(thing)
    until(atlas.map.picked, lambda: atlas.click(x, y))
    assert atlas.store.atlas.selection.id == thing
    assert current(atlas) == thing
    assert name_of(atlas, thing) in atlas.words("details")
    eventually(lambda: atlas.halo() == [thing])


def test_a_click_on_a_label_of_a_flow_selects_it(atlas):
    label = next(label for label in atlas.laid_out()["labels"] if label["kind"] == "flow")
    left, top, right, bottom = label["box"]
    until(atlas.map.picked, lambda: atlas.click((left + right) / 2, (top + bottom) / 2))
    assert atlas.store.atlas.selection.id == label["id"]
    assert current(atlas) == label["id"]


def test_a_click_on_the_hatched_state_selects_the_mine_that_is_somewhere_in_it(atlas):
    (area,) = atlas.laid_out()["areas"]
    ring = max(area["rings"], key=len)
    x, y = (sum(point[side] for point in ring) / len(ring) for side in (0, 1))
    until(atlas.map.picked, lambda: atlas.click(x, y))
    assert atlas.store.atlas.selection.id == "mine.andhra"


def test_a_row_of_the_list_selects_on_the_map(atlas):
    atlas.raise_pane("on-the-map")
    listed = atlas.widget(QListWidget, "On the map")
    for place in range(listed.count()):
        item = listed.item(place)
        listed.scrollToItem(item)
        centre = listed.visualItemRect(item).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        thing = item.data(Qt.ItemDataRole.UserRole)
        assert atlas.store.atlas.selection.id == thing
        eventually(lambda thing=thing: atlas.halo() == [thing], f"the map does not mark {thing}")


def test_a_click_on_a_bar_selects_its_claim_and_its_place_on_the_map(atlas):
    atlas.do("figures.chart.flow.cn-in.magnets/trade_mass/metal_magnets")
    atlas.raise_pane("volumes")
    (chart,) = atlas.window.findChildren(ChartView)
    model = next(found for found in atlas.store.frame.charts if found.series == atlas.store.frame.chart)
    claims = {bar.claim for bar in model.bars}
    chosen = set()
    for x in range(0, chart.width(), 8):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, chart.height() * 3 // 4))
        if atlas.store.atlas.selection.id:
            chosen.add(atlas.store.atlas.selection.id)
    assert chosen == claims
    eventually(lambda: atlas.halo() == ["flow.cn-in.magnets"])
    assert "Permanent magnets, China to India" in atlas.words("details")


def test_the_chart_is_walked_by_keys_and_the_table_follows(atlas):
    atlas.raise_pane("volumes")
    (chart,) = atlas.window.findChildren(ChartView)
    chart.setFocus()
    atlas.key(Qt.Key.Key_Right)
    first = atlas.store.atlas.selection.id
    atlas.key(Qt.Key.Key_Left)
    second = atlas.store.atlas.selection.id
    assert first
    assert second
    assert first != second
    table = atlas.widget(QTableView, "Figures")
    assert table.model().figures[table.currentIndex().row()].claim == second


def test_a_row_of_the_table_selects_its_claim_with_source_and_paragraph(atlas):
    atlas.raise_pane("volumes")
    table = atlas.widget(QTableView, "Figures")
    figure = next(figure for figure in table.model().figures if figure.claim == "claim.cn-in-magnets-fy2025")
    place = table.model().index(table.model().row_of(figure.claim), 0)
    table.scrollTo(place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(place).center())
    assert atlas.store.atlas.selection.id == figure.claim
    told = atlas.words("details")
    for words in (
        figure.text,
        figure.period,
        figure.status,
        figure.confidence,
        figure.source_short,
        figure.locator,
    ):
        assert words in told
    eventually(lambda: atlas.halo() == ["flow.cn-in.magnets"])


def test_rivals_stand_side_by_side_and_a_conflict_is_told(atlas):
    atlas.find("rare earths india to japan")
    atlas.key(Qt.Key.Key_Return)
    told = atlas.words("details")
    assert "Rare earths, India to Japan" in told
    assert "conflict" in told
    asked = max(atlas.store.frame.detail.rivalries, key=lambda rivalry: len(rivalry.figures))
    assert f"{len(asked.figures)} claims agree" in told
    assert "Why the first is preferred" in told


def test_escape_and_a_click_on_the_sea_clear_the_selection(atlas):
    x, y = atlas.spot_of("plant.aluva")
    until(atlas.map.picked, lambda: atlas.click(x, y))
    atlas.key(Qt.Key.Key_Escape)
    assert atlas.store.atlas.selection.id is None
    until(atlas.map.picked, lambda: atlas.click(x, y))
    until(atlas.map.picked, lambda: atlas.click(60, atlas.map.height() - 120))
    assert atlas.store.atlas.selection.id is None
    eventually(lambda: atlas.halo() == [])


def test_the_pointer_tells_name_value_period_and_status_and_where_it_is(atlas):
    label = next(
        label
        for label in atlas.laid_out()["labels"]
        if label["id"] == "flow.cn-in.magnets" and label["kind"] == "flow"
    )
    left, top, right, bottom = label["box"]
    until(atlas.map.pointed, lambda: atlas.hover((left + right) / 2, (top + bottom) / 2))
    tip = eventually(
        lambda: atlas.evaluate("(tip => tip.hidden ? '' : tip.innerText)(document.querySelector('.map-tip'))")
    )
    for words in ("China to India", "about 50,000 t", "FY2024-25", "actual"):
        assert words in tip
    pointed = atlas.window.status._pointer.text()
    assert "°N" in pointed
    assert "°E" in pointed


def test_a_conflict_is_found_by_that_word_and_each_of_its_claims_leads_to_it(atlas):
    atlas.find("conflict forty")
    atlas.key(Qt.Key.Key_Return)
    column = atlas.dock("details").widget()
    told = next(card for card in column.findChildren(Card) if "Forty tonnes" in card.accessibleName())
    ways = [way for way in column.findChildren(LinkButton) if way.accessibleName() == told.accessibleName()]
    eventually(lambda: any(not way.visibleRegion().isEmpty() for way in ways), "the claim names no conflict")
    way = next(way for way in ways if not way.visibleRegion().isEmpty())
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    eventually(lambda: not told.visibleRegion().isEmpty(), "the conflict is not shown")
