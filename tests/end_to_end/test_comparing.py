"""Comparing in the open window: by swipe and side by side, in words, by keyboard, and back again."""

import json
from dataclasses import replace
from datetime import date

import pytest
from nearness import are_near
from patience import eventually
from qtpy.QtCore import QPoint, Qt
from qtpy.QtWidgets import QComboBox, QLineEdit, QSpinBox, QTableWidget

from desktop.commands import compare, years
from desktop.state.session import read_session, session_of, text_of

BADGES = (
    "[...document.querySelectorAll('.compare-badge')].map(badge =>"
    " [...badge.querySelectorAll('b, strong, .compare-condition')].map(part => part.textContent).join(' '))"
)
MIDDLE = "(at => [at.lng, at.lat])(map_atlas.getCenter())"
TO_JAPAN = "Rare earths, India to Japan"
OF_A = "(layer => layer ? layer.laidOut().{}.map(one => one.id) : null)(window.atlas.comparison.layer())"


@pytest.fixture
def compared(atlas):
    """The atlas with 2024, A, beside 2025, B; seen alone again afterwards."""
    years.go_to(atlas.store, 2025)
    atlas.do("compare.previous-year")
    eventually(lambda: badges(atlas) == ["A 2024", "B 2025"], "the halves do not say what they are")
    yield atlas
    compare.end(atlas.store)
    atlas.rest()


def badges(atlas):
    return atlas.evaluate(BADGES)


def drawn_of_a(atlas, kind):
    return set(atlas.evaluate(OF_A.format(kind)))


def rows(table):
    texts = ([table.item(line, column) for column in range(4)] for line in range(table.rowCount()))
    return [[item.text() if item else "" for item in line] for line in texts]


def test_each_half_draws_its_own_year(compared):
    eventually(lambda: drawn_of_a(compared, "places"), "A draws no places")
    of_b = {place["id"] for place in compared.laid_out()["places"]}
    assert drawn_of_a(compared, "places") < of_b
    assert of_b == {place.thing for place in compared.store.frame.places}


def test_the_divider_cuts_one_scene_where_the_other_begins_and_moves_by_keys_and_mouse(compared):
    compared.evaluate("document.querySelector('.compare-divider').focus() || 0")
    compared.map.setFocus()
    before = compared.store.atlas.compare.divider
    compared.key(Qt.Key.Key_Left)
    eventually(lambda: compared.store.atlas.compare.divider < before, "the key did not move the divider")
    width, height = compared.surface.width(), compared.surface.height()
    at = QPoint(round(width * compared.store.atlas.compare.divider), height // 2)
    compared.drag(compared.surface, [at, QPoint(width // 3, height // 2), QPoint(width // 4, height // 2)])
    eventually(lambda: abs(compared.store.atlas.compare.divider - 0.25) < 0.02, "the divider was not dragged")
    edges = compared.evaluate(
        "['scene-a', 'scene'].map(name => getComputedStyle(map_atlas.getPane(name)).clipPath)"
    )
    right_of_a, left_of_b = edges[0].split("(")[1].split(", ")[1], edges[1].split("(")[1].split(", ")[0]
    assert right_of_a.split()[0] == left_of_b.split()[0]
    assert compared.evaluate("document.querySelector('.compare-divider').getAttribute('aria-valuenow')") in (
        "24",
        "25",
        "26",
    )


def test_no_word_is_cut_in_two_by_the_divider(compared):
    for share in (0.3, 0.5, 0.55, 0.7):
        compare.move_divider(compared.store, share)
        shown = f"document.querySelector('.compare-divider').style.left === '{share * 100:g}%'"
        eventually(lambda shown=shown: compared.evaluate(shown), "the divider does not stand there")
        at = share * compared.evaluate("map_atlas.getSize().x")
        for layer, is_left in (("window.atlas.comparison.layer()", True), ("window.atlas.scene", False)):
            labels = compared.evaluate(f"{layer}.laidOut().labels.map(label => label.box)")
            assert labels
            assert all(box[2] <= at if is_left else box[0] >= at for box in labels)


def test_the_pointer_chooses_in_the_half_that_it_is_in(compared):
    compare.move_divider(compared.store, 1.0)
    eventually(lambda: drawn_of_a(compared, "flows"), "A draws no flows")
    compared.two_frames()
    at = compared.evaluate(
        "window.atlas.comparison.layer().laidOut().places.find(one => one.id === 'plant.oscom').spot"
    )
    compared.click(*at)
    eventually(lambda: compared.store.atlas.selection.id == "plant.oscom", "nothing was chosen in A")
    eventually(lambda: compared.halo() == ["plant.oscom"] * 2, "not both halves mark it")


def test_side_by_side_both_halves_have_one_extent_and_move_together(compared):
    whole = compared.map_bounds()
    compared.do("compare.side")
    eventually(
        lambda: compared.evaluate("Boolean(document.querySelector('.compare-twin'))"), "there is no twin"
    )
    compared.rest()
    half = compared.surface.width() // 2
    assert abs(compared.evaluate("map_atlas.getSize().x") - half) <= 2
    middle = compared.surface.height() // 2
    before = compared.map_bounds()
    compared.drag(
        compared.surface,
        [QPoint(half // 2, middle), QPoint(half // 2 + 30, middle), QPoint(half // 2 + 60, middle)],
    )
    eventually(lambda: compared.map_bounds() != before, "dragging A's half moved nothing")
    compared.rest()
    shifts = compared.evaluate(
        "[map_atlas.getPane('mapPane'), document.querySelector('.compare-twin > .leaflet-map-pane')]"
        ".map(pane => pane.style.transform)"
    )
    assert shifts[0] == shifts[1]
    assert compared.map_bounds()[0] < before[0]
    compared.do("compare.end")
    eventually(lambda: badges(compared) == [], "the badges stayed")
    compared.rest()
    assert compared.evaluate("map_atlas.getSize().x") == compared.surface.width()
    assert whole != before


def test_the_extent_stays_through_both_manners_although_the_divider_was_dragged(compared):
    compared.rest()
    before, middle, names = compared.map_bounds(), compared.evaluate(MIDDLE), compared.store.history.names
    width, height = compared.surface.width(), compared.surface.height()
    at = QPoint(round(width * compared.store.atlas.compare.divider), height // 2)
    compared.drag(compared.surface, [at, QPoint(width // 3, height // 2), QPoint(width // 3, height // 2)])
    eventually(lambda: abs(compared.store.atlas.compare.divider - 1 / 3) < 0.02)
    for manner in ("side", "swipe"):
        compare.set_manner(compared.store, manner)
        size = 1 if manner == "swipe" else 2
        eventually(lambda size=size: abs(compared.evaluate("map_atlas.getSize().x") * size - width) < 4)
        compared.rest()
        assert are_near(compared.evaluate(MIDDLE), middle, 0.1), manner
    assert are_near(compared.map_bounds(), before, 0.3)
    done = compared.store.history.names[len(names) :]
    assert done == ("Move the divider", "Compare side by side", "Compare by swipe")


def test_side_by_side_both_halves_begin_at_a_whole_pixel(compared):
    compared.do("compare.side")
    eventually(
        lambda: compared.evaluate("Boolean(document.querySelector('.compare-twin'))"), "there is no twin"
    )
    whole, lefts = "document.body.clientWidth", set()
    for wider in (0, 1):
        width = compared.evaluate(whole) + wider
        compared.window.resize(compared.window.width() + wider, compared.window.height())
        eventually(lambda width=width: compared.evaluate(whole) == width, "the page is not wider")
        compared.rest()
        left = compared.evaluate("map_atlas.getContainer().getBoundingClientRect().left")
        twin = compared.evaluate("document.querySelector('.compare-twin').getBoundingClientRect().width")
        assert (left % 1, twin % 1) == (0, 0)
        drawings = "[...document.querySelectorAll('svg.leaflet-zoom-animated')]"
        corner = "(({ left, top }) => [left % 1, top % 1])(one.getBoundingClientRect())"
        corners = compared.evaluate(f"{drawings}.map(one => {corner})")
        assert len(corners) >= 4
        assert {abs(part) for corner in corners for part in corner} == {0}
        lefts.add((width % 2, left - twin))
    assert {odd for odd, _ in lefts} == {0, 1}
    assert {gap for _, gap in lefts} == {2}


def test_side_by_side_tab_walks_both_halves_from_the_left_and_enter_chooses(compared):
    compared.do("compare.side")
    eventually(lambda: drawn_of_a(compared, "places"), "A draws no places")
    compared.rest()
    held = "(one => one.dataset.id ? [Boolean(one.closest('.compare-twin')), one.dataset.id] : null)"
    compared.map.setFocus()
    compared.evaluate("document.querySelector('.compare-twin .places > g').focus() || 0")
    seen = []
    for _ in range(24):
        found = compared.evaluate(f"{held}(document.activeElement)")
        seen += [tuple(found)] if found else []
        compared.key(Qt.Key.Key_Tab)
        compared.two_frames()
    halves = [is_a for is_a, _ in seen]
    assert halves == sorted(halves, reverse=True), "first A, on the left, then B"
    assert {True, False} == set(halves)
    compared.map.setFocus()
    compared.evaluate("document.querySelector('.compare-twin g[data-id=\"plant.oscom\"]').focus() || 0")
    compared.key(Qt.Key.Key_Return)
    eventually(lambda: compared.store.atlas.selection.id == "plant.oscom", "Enter chose nothing in A")
    compared.key(Qt.Key.Key_Escape)
    eventually(lambda: compared.store.atlas.selection.id is None)


def test_the_table_says_what_differs_and_a_row_goes_to_its_claim(compared):
    compared.raise_pane("compare")
    table = compared.widget(QTableWidget, "Differences")
    found = {line[0]: line[1:] for line in rows(table)}
    assert found["Permanent magnets, all origins to India"] == [
        "28,700 t, FY2023-24",
        "53,748 t, FY2024-25",
        "+25,048 t",
    ]
    assert found["Rare earths, India to Japan"] == ["over 1,000 t, 2024", "–", "only in A"]
    place = next(
        line
        for line in range(table.rowCount())
        if table.item(line, 0).text() == "Rare earths, India to Japan"
    )
    table.setFocus()
    table.selectRow(place)
    assert compared.store.atlas.selection.id == "claim.in-jp-2024-sangri"


def test_both_sides_are_changed_by_keyboard_and_a_wrong_day_is_refused(compared):
    compared.raise_pane("compare")
    box = compared.widget(QSpinBox, "Year of A")
    box.setFocus()
    box.selectAll()
    compared.type("2012")
    compared.key(Qt.Key.Key_Return)
    assert compared.store.atlas.compare.year == 2012
    day = compared.widget(QLineEdit, "A as known on")
    day.setFocus()
    compared.type("1 jun 2025")
    compared.key(Qt.Key.Key_Return)
    assert compared.store.undo_name == "Compare with what was known on 1 Jun 2025"
    compared.shortcut("Ctrl+Z")
    assert compared.store.atlas.compare.known_on is None, "the field has nothing of its own to take back"
    compared.shortcut("Ctrl+Shift+Z")
    assert compared.store.atlas.compare.known_on == date(2025, 6, 1)
    eventually(lambda: badges(compared)[0] == "A 2012 as known on 1 Jun 2025", "A does not say its day")
    day.selectAll()
    compared.type("soon")
    compared.key(Qt.Key.Key_Return)
    assert compared.store.atlas.compare.known_on == date(2025, 6, 1)
    assert "expected a day such as 1 Jun 2025" in compared.words("compare")
    scenario = compared.widget(QComboBox, "Scenario of A")
    scenario.setFocus()
    compared.key(Qt.Key.Key_Down)
    assert compared.store.atlas.compare.scenario is not None
    assert compared.store.atlas.scenario is None


def test_what_was_known_then_stands_beside_what_is_known_now(atlas):
    years.go_to(atlas.store, 2025)
    atlas.do("compare.known")
    compare.with_known_on(atlas.store, date(2025, 6, 1))
    names = ["A 2025 as known on 1 Jun 2025", "B 2025"]
    eventually(lambda: badges(atlas) == names, "the halves do not say their days")
    eventually(lambda: "mine.killiyoor" in drawn_of_a(atlas, "places"), "A lacks what was known")
    assert len(drawn_of_a(atlas, "places")) < len(atlas.laid_out()["places"])
    compare.swap(atlas.store)
    assert atlas.store.atlas.known_on == date(2025, 6, 1)
    assert atlas.store.atlas.compare.known_on is None
    atlas.do("edit.undo")
    compare.end(atlas.store)


def test_a_comparison_comes_back_from_a_file_and_older_files_have_none(compared):
    compare.set_manner(compared.store, "side")
    session = session_of(compared.store.atlas, compared.store.frame)
    text = text_of(session)
    assert read_session(text).atlas.compare == compared.store.atlas.compare
    older = json.loads(text)
    del older["atlas"]["compare"]
    assert read_session(json.dumps(older)).atlas == replace(session.atlas, compare=None)


def test_a_page_that_is_loaded_anew_compares_again(compared):
    compared.painted(compared.map.load)
    eventually(lambda: badges(compared) == ["A 2024", "B 2025"], "the new page does not compare")
