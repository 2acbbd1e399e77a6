"""What one sees when the atlas opens, before anything was clicked."""

from driver import Driver
from patience import eventually
from qtpy.QtWidgets import QTreeWidget

INDIA = (68.1, 6.7, 97.4, 37.1)
"""The extreme points of India, degrees: Guhar Moti, Indira Point, Kibithu, Indira Col."""


def holds(outer, position) -> bool:
    west, south, east, north = outer
    return west < position[0] < east and south < position[1] < north


def test_it_opens_in_2025_at_its_first_size(atlas):
    assert atlas.store.frame.year == 2025
    assert (atlas.window.width(), atlas.window.height()) == (1280, 800)


def test_india_and_both_ends_of_every_flow_are_in_sight(atlas):
    bounds = atlas.map_bounds()
    west, south, east, north = INDIA
    assert all(
        holds(bounds, corner) for corner in ((west, south), (west, north), (east, south), (east, north))
    )
    flows = atlas.laid_out()["flows"]
    assert {flow["id"] for flow in flows} == {"flow.cn-in.magnets", "flow.in-jp.re", "flow.cn-jp.re"}
    width, height = atlas.map.width(), atlas.map.height()
    for flow in flows:
        for x, y in (flow["points"][0], flow["points"][-1]):
            assert 0 < x < width
            assert 0 < y < height


def test_a_window_that_changes_its_size_while_it_opens_shows_the_same_extent(tmp_path):
    driver = Driver(tmp_path / "window.json")
    driver.window.show()
    driver.window.resize(1600, 900)
    driver.open()
    driver.rest()
    shown, asked = driver.map_bounds(), driver.store.frame.opening
    driver.close()
    width, height = asked[2] - asked[0], asked[3] - asked[1]
    for side, wanted, sign in zip(shown, asked, (1, 1, -1, -1), strict=True):
        assert sign * side < sign * wanted + width / 100  # Leaflet lets a hundredth go to keep a round zoom
    assert min((shown[2] - shown[0]) / width, (shown[3] - shown[1]) / height) < 1.25


def test_what_is_claimed_of_the_year_is_written_on_the_map(atlas):
    words = eventually(atlas.map_words)
    assert "China → India: about 50,000 t" in words
    assert "India → Japan: 2025 not found" in words
    assert "suspension requested" in words
    for name in ("Aluva", "Chavara", "OSCOM", "Killiyoor", "Krushnaprasad", "Odisha, unnamed", "Andhra"):
        assert name in words
    assert "suspended" not in words


def test_every_row_that_is_on_is_drawn_and_every_other_is_not(atlas):
    tree = atlas.widget(QTreeWidget, "Layers")
    rows = {row.title: row for row in atlas.store.frame.rows}
    shown = {}
    for group in range(tree.topLevelItemCount()):
        above = tree.topLevelItem(group)
        assert above.isExpanded()
        for place in range(above.childCount()):
            shown[above.child(place).text(0)] = above.child(place).text(1)
    assert set(shown) <= set(rows)
    assert {"Plants", "Mines"} <= set(shown)
    for title, count in shown.items():
        assert count
        assert rows[title].summary.startswith(count)
    assert "site.bhopal-park" not in atlas.drawn()
    assert {"plant.aluva", "plant.chavara", "plant.oscom"} <= atlas.drawn()


def test_the_notice_and_the_counts_are_there(atlas):
    notice = atlas.evaluate("document.querySelector('.map-notice').innerText")
    assert "Boundaries are indicative; not authenticated by the Survey of India." in notice
    status = atlas.window.status
    words = " ".join(label.text() for label in status.findChildren(type(status._requests)))
    assert "0 requests left this machine" in words
    assert "refused" not in words
    assert "data of Nov 2026" in words
    assert atlas.gate.seen > 10
