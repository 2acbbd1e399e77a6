"""The round trip: what Python shows is on the map, and what is done on the map is heard."""

import os
import signal
from dataclasses import replace
from functools import partial

import pytest
from patience import eventually, until
from qtpy.QtCore import Qt
from qtpy.QtGui import QImage
from qtpy.QtTest import QTest

from desktop.state.atlas import Layers, View
from desktop.web import map_view
from desktop.web.map_view import LOOKS, MapView
from desktop.web.picture import is_one_colour

SEA = (300, 450)


def holds(outer, inner) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def spot_of(driven, thing: str) -> list[float]:
    (spot,) = (place["spot"] for place in driven.laid_out()["places"] if place["id"] == thing)
    return spot


def test_a_click_on_a_symbol_picks_it_and_one_on_the_sea_picks_nothing(driven):
    picked, oscom = driven.view.picked, spot_of(driven, "plant.oscom")
    assert until(picked, lambda: driven.click(*oscom)) == ("plant.oscom",)
    x, y = spot_of(driven, "mine.killiyoor")
    assert until(picked, lambda: driven.click(x, y + 14)) == ("mine.killiyoor",)
    assert until(picked, lambda: driven.click(*SEA)) == (None,)


def test_a_click_on_a_label_or_a_line_picks_its_thing(driven):
    labels = [label for label in driven.laid_out()["labels"] if label["kind"] == "flow"]
    assert len(labels) >= 2
    for label in labels:
        left, top, right, bottom = label["box"]
        middle = (left + right) / 2, (top + bottom) / 2
        assert until(driven.view.picked, partial(driven.click, *middle)) == (label["id"],)


def test_hovering_says_what_is_there_and_where(driven):
    aluva = spot_of(driven, "plant.aluva")
    (position,) = until(driven.view.pointed, lambda: driven.point_at(*aluva))
    assert position == pytest.approx((76.31, 10.07), abs=0.3)
    driven.becomes("document.querySelector('.map-tip').innerText", "Aluva\nrefining\n2025")


def test_the_view_that_was_asked_for_is_shown_and_told(driven):
    wanted = (75.0, 8.0, 80.0, 12.0)
    driven.heard()
    bounds, by = until(driven.view.viewed, lambda: driven.view.show_view(View(wanted)))
    assert by == "program"
    assert holds(bounds, wanted)
    driven.view.show_view(View(bounds))
    driven.heard()
    assert driven.run("return (await window.atlas.map).getBounds().getWest();") == pytest.approx(bounds[0])


def test_zooming_counts_as_the_users(driven):
    driven.heard()
    _, by = until(driven.view.viewed, lambda: driven.view.zoom_by(1))
    assert by == "user"


def test_back_is_where_it_was_to_the_pixel(driven):
    def bounds():
        driven.heard()
        box = "const box = (await window.atlas.map).getBounds(); "
        return driven.run(box + "return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];")

    driven.view.resize(651, 617)
    driven.becomes("[innerWidth, innerHeight]", [651, 617])
    driven.view.zoom_by(2)
    first = bounds()
    for way in ([78, -134], [-11, 109], [42, 120], [40, -68], [-102, 167], [-123, -82], [90, 0]):
        driven.run("(await window.atlas.map).panBy(way, { animate: false });", way=way)
        assert bounds() != pytest.approx(first, abs=1e-6)
        driven.view.show_view(View(tuple(first)))
        assert bounds() == pytest.approx(first, abs=1e-6)


@pytest.mark.parametrize("corner", ["bottom", "top"])
def test_the_scale_bar_steps_aside_for_a_symbol(driven, corner):
    driven.run(
        "const map = await window.atlas.map, { y } = map.getSize();"
        "const at = map.latLngToContainerPoint([10.07, 76.31]);"
        "map.panBy([at.x - 60, at.y - (corner === 'top' ? 25 : y - 25)], { animate: false });",
        corner=corner,
    )
    bar, spot = driven.evaluate(
        "(box => [[box.left, box.top, box.right, box.bottom],"
        " window.atlas.scene.laidOut().places.find(place => place.id === 'plant.aluva').spot])"
        "(document.querySelector('.scale-bar').getBoundingClientRect())"
    )
    assert not (bar[0] - 12 < spot[0] < bar[2] + 12 and bar[1] - 12 < spot[1] < bar[3] + 12)


def test_only_what_is_in_sight_is_credited(driven):
    credited = {}
    for name, bounds in {"kerala": (75.5, 9.0, 77.5, 11.0), "honshu": (136.0, 34.0, 138.0, 36.0)}.items():
        until(driven.view.viewed, lambda bounds=bounds: driven.view.show_view(View(bounds)))
        driven.run("await window.atlas.settled();")
        credited[name] = driven.evaluate("document.querySelector('.map-credits').innerText")
    assert "GSHHG" in credited["kerala"]
    assert "DCW" in credited["kerala"]
    assert "Natural Earth" in credited["honshu"]
    assert not {"GSHHG", "DCW"} & set(credited["honshu"].replace(",", " ").split())


def test_another_size_keeps_the_asked_extent_in_sight(driven):
    bounds, _by = until(
        driven.view.viewed, lambda: driven.view.resize(1100, 500), lambda _bounds, by: by == "resize"
    )
    assert holds(bounds, (66.0, 2.0, 142.0, 46.0))


def test_the_selection_has_a_halo(driven):
    halo = 'document.querySelectorAll(\'.places [stroke="#7A2E8E"], .flows [stroke="#7A2E8E"]\').length'
    assert driven.evaluate(halo) == 0
    for selected in ("plant.chavara", "flow.in-jp.re", "claim.cn-in-2025"):
        driven.view.show_selection(selected)
        driven.heard()
        assert driven.evaluate(halo) == 1
    driven.view.show_selection(None)
    driven.heard()
    assert driven.evaluate(halo) == 0


def test_the_keyboard_alone_walks_and_chooses(driven):
    driven.run("document.querySelector('.places > g[data-id=\"plant.oscom\"]').focus();")
    driven.surface.setFocus()
    picked = until(driven.view.picked, lambda: QTest.keyClick(driven.surface, Qt.Key.Key_Return))
    assert picked == ("plant.oscom",)
    reachable = driven.evaluate(
        "[...document.querySelectorAll('g[tabindex][data-id]')].map(g => g.getAttribute('aria-label'))"
    )
    assert len(reachable) == 10
    assert all(reachable)


def test_a_year_step_draws_only_what_differs(driven, make_frame):
    driven.run(
        "document.querySelectorAll('.places > g, .flows > g').forEach(g => { g.firstChild.seen = true; });"
    )
    frame = make_frame(year=2024)
    driven.show(replace(frame, flows=(replace(frame.flows[0], width_px=6.0), *frame.flows[1:])))
    kept = driven.run(
        "return [...document.querySelectorAll('.places > g, .flows > g')]"
        ".filter(g => !g.firstChild.seen).map(g => g.dataset.id);"
    )
    assert kept == ["flow.cn-in.magnets"]


def test_the_theme_changes_every_colour_and_no_place(driven):
    before = driven.laid_out()
    driven.view.show_look(Layers(frozenset(), opacity=(("plants", 0.5),)), dark=True, motion=False)
    driven.heard()
    assert (
        driven.evaluate("getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor")
        == "rgb(22, 27, 33)"
    )
    colours = set(
        driven.evaluate(
            "[...document.querySelectorAll('.places circle[stroke]')].map(c => c.getAttribute('stroke'))"
        )
    )
    assert "#4FC3AE" in colours
    assert "#00594F" not in colours
    assert driven.evaluate("document.querySelector('.places > g').getAttribute('opacity')") == "0.5"
    assert [place["spot"] for place in driven.laid_out()["places"]] == [
        place["spot"] for place in before["places"]
    ]


def test_measuring_tells_the_corners_and_shows_the_distance(driven):
    view = driven.view
    view.measure(True)
    assert view.is_measuring
    driven.heard()
    x, y = SEA
    (first,) = until(view.measured, lambda: driven.click(x, y))
    assert len(first) == 1
    (points,) = until(view.measured, lambda: driven.click(x + 120, y))
    assert len(points) == 2
    assert points[1][0] > points[0][0]
    view.show_distance(1234.5)
    driven.heard()
    assert driven.evaluate("document.querySelector('.measure-words').textContent") == "1,234 km, not a route"
    view.measure(False)
    driven.heard()
    assert driven.evaluate("document.querySelector('.measure-words')") is None


@pytest.mark.parametrize("motion", [False, True])
def test_a_zoom_flies_only_for_those_who_want_motion(driven, motion):
    view = driven.view
    view.show_look(Layers(frozenset()), dark=False, motion=motion)
    driven.run("window.flights = 0; (await window.atlas.map).on('zoomanim', () => { window.flights += 1; });")
    until(view.viewed, lambda: view.zoom_by(1))
    assert (driven.evaluate("window.flights") > 0) == motion


def test_the_notice_and_the_scale_with_its_latitude_are_always_there(driven):
    for lon, lat, zoom in [(95, 25, 3.5), (76.5, 9.6, 10)]:
        driven.go_to(lon, lat, zoom)
        notice, scale = driven.run(
            "return ['.map-notice', '.scale-words'].map(name => document.querySelector(name).innerText);"
        )
        assert "Boundaries are indicative; not authenticated by the Survey of India." in notice
        assert scale.endswith(f"km at {round(lat)}° N")


def test_a_killed_render_process_comes_back_as_it_was(driven):
    view = driven.view
    view.show_selection("plant.chavara")
    view.show_view(View((75.0, 8.0, 80.0, 12.0)))
    driven.settle()
    before = driven.laid_out()
    os.kill(view.page.renderProcessPid(), signal.SIGKILL)
    until(view.crashed)
    until(view.painted)
    driven.settle()
    assert driven.laid_out() == before
    assert driven.evaluate("document.querySelectorAll('.places [stroke=\"#7A2E8E\"]').length") == 1


@pytest.fixture
def unseen(driven, monkeypatch):
    """A map that is drawn and cannot be seen, as some graphics drivers have it, and what is said of that."""
    monkeypatch.setattr(map_view, "LOOK_AFTER_MS", 1_000_000)
    blank = []
    driven.view.blank.connect(lambda: blank.append(True))
    driven.run("document.documentElement.style.display = 'none';")
    eventually(lambda: is_one_colour(driven.view.grab().toImage()))
    driven.view._looks_left = LOOKS
    return driven, blank


def test_a_map_that_is_never_seen_is_called_blank_once_and_only_after_several_looks(unseen):
    driven, blank = unseen
    for _ in range(LOOKS - 1):
        driven.view.look_for_picture()
    assert blank == []
    driven.view.look_for_picture()
    assert blank == [True]


def test_a_map_that_comes_late_is_not_called_blank(unseen):
    driven, blank = unseen
    driven.view.look_for_picture()
    driven.run("document.documentElement.style.display = '';")
    eventually(lambda: not is_one_colour(driven.view.grab().toImage()))
    driven.view.look_for_picture()
    assert blank == []
    assert driven.view._looks_left == 0, "nobody looks again"


def test_nobody_looks_for_a_map_before_it_is_painted(engine, make_frame):
    view = MapView(engine)
    view.resize(760, 560)
    view.show()
    until(view.ready)
    assert not view._look_timer.isActive()
    until(view.painted, lambda: view.show_scene(make_frame()))
    assert view._look_timer.isActive()
    gone = []
    view.page.destroyed.connect(lambda: gone.append(True))
    view.close_page()
    eventually(lambda: gone)


def test_a_picture_of_one_colour_is_known_for_what_it_is(driven):
    empty = QImage(400, 300, QImage.Format.Format_RGB32)
    empty.fill(0xFFFFFF)
    assert is_one_colour(empty)
    eventually(lambda: not is_one_colour(driven.view.grab().toImage()))
