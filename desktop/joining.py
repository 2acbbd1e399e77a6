"""How the parts hear one another: the map shows the store, the store hears the map, the status bar both."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import partial

from qtpy.QtWidgets import QApplication, QStyle

from desktop.commands import compare, go
from desktop.state.atlas import Atlas, View
from desktop.state.compared_text import in_short
from desktop.state.comparing import compared, frame_of_a
from desktop.state.store import Store
from desktop.web.gate import Gate
from desktop.web.map_view import MapView
from desktop.window.main_window import MainWindow
from geodata.drawn import Area, Bounds, FlowLine, Place
from geodata.frame import Frame

CRASHED = "The map's process ended; the map was built again."
BLANK = "The map stays blank on this screen: start it with irel-atlas open --software"
_SIDES = ("°N", "°S", "°E", "°W")


def join_map(store: Store, page: MapView, window: MainWindow) -> None:
    """Let the map show the store, and the store hear the map."""

    def show_look() -> None:
        page.show_look(store.atlas.layers, window.theming.is_dark, wants_motion())

    tell = partial(store.subscribe, first=True)
    tell(page.show_view, lambda atlas, _frame: atlas.view)
    window.theming.changed.connect(lambda _theme: show_look())
    tell(lambda _layers: show_look(), lambda atlas, _frame: atlas.layers)
    tell(lambda drawn: page.show_other(drawn and drawn.frame), lambda atlas, _: drawn_of_a(store, atlas))
    tell(page.show_compared, lambda atlas, frame: compared(atlas, frame, store.frame_of))
    tell(
        lambda _drawn: page.show_scene(store.frame),
        lambda _atlas, frame: (frame.places, frame.areas, frame.flows),
    )
    tell(page.show_selection, lambda _atlas, frame: frame.detail.thing if frame.detail else None)
    store.subscribe(
        page.setAccessibleDescription,
        lambda atlas, frame: in_short(frame, frame_of_a(atlas, store.frame_of)),
    )
    window.badges.covered.connect(page.show_cover)
    page.picked.connect(lambda chosen: go.select(store, chosen))
    page.viewed.connect(lambda bounds, by: note_view(store, bounds, by))
    page.divided.connect(lambda share: compare.move_divider(store, share))
    page.measured.connect(lambda points: measure(page, points))


@dataclass(frozen=True, slots=True)
class DrawnOfA:
    """What the map draws of the frame that is compared with; the rest of the frame does not count."""

    drawn: tuple[tuple[Place, ...], tuple[Area, ...], tuple[FlowLine, ...]]
    frame: Frame = field(compare=False)


def drawn_of_a(store: Store, atlas: Atlas) -> DrawnOfA | None:
    """Give what is drawn of A; None where nothing is compared."""
    frame = frame_of_a(atlas, store.frame_of)
    return frame and DrawnOfA((frame.places, frame.areas, frame.flows), frame)


def join_status(gate: Gate, page: MapView, window: MainWindow) -> None:
    """Let the status bar hear the gate, the pointer and what goes wrong."""
    status = window.status
    gate.counted.connect(lambda refused, left: status.show_requests(left, refused))
    page.pointed.connect(lambda position: status.show_pointer(coordinates(position)))
    page.blank.connect(lambda: window.problems.report(BLANK, can_reload=False))
    page.complained.connect(lambda words: print(f"The map's page says: {words}", file=sys.stderr))
    page.crashed.connect(lambda: status.showMessage(CRASHED, 8000))


def wants_motion() -> bool:
    """Tell whether the system lets things move: where it does not, Qt's own animations last no time."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def note_view(store: Store, bounds: Bounds, by: str) -> None:
    """Take over where the user moved the map, as one change; a resize or an answer to us is none."""
    atlas = replace(store.atlas, view=View(bounds))
    if by == "user":
        store.change("Move the map", atlas, gesture="move the map")
    else:
        store.adjust(atlas)


def measure(page: MapView, points: list[tuple[float, float]]) -> None:
    """Tell the map how long the measured line is on the ellipsoid."""
    from geodata.flows import distance_km

    page.show_distance(distance_km(points))


def coordinates(position: tuple[float, float] | None) -> str:
    """Write longitude and latitude in degrees as latitude and longitude, as maps are read.

    Examples
    --------
    >>> coordinates((76.5, -8.25))
    '8.2500°S  76.5000°E'
    """
    if position is None:
        return ""
    lon, lat = position
    north, south, east, west = _SIDES
    return f"{abs(lat):.4f}{north if lat >= 0 else south}  {abs(lon):.4f}{east if lon >= 0 else west}"
