"""One engine for all tests of the page, and a frame made by hand."""

import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from patience import answer_of, eventually, until
from qtpy.QtCore import QEvent, QPoint, QPointF, Qt
from qtpy.QtGui import QMouseEvent
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QWidget

from desktop.state.atlas import Layers, View
from desktop.web.chromium import prepare_chromium
from desktop.web.engine import Engine
from desktop.web.map_view import MapView
from desktop.web.scheme import register_scheme
from geodata.drawn import Area, FlowLine, Label, Place
from geodata.frame import Frame

OPENING = (66.0, 2.0, 142.0, 46.0)


class Driven:
    """A map view with its page, and what a test does with both."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.complaints: list[str] = []
        view.complained.connect(self.complaints.append)

    def evaluate(self, expression: str):
        """Give the value of a JavaScript expression in the page."""
        return json.loads(self._evaluate(f"JSON.stringify([{expression}])"))[0]

    def _evaluate(self, script: str):
        return answer_of(lambda take: self.view.page.runJavaScript(script, 0, take))

    def becomes(self, expression: str, wanted: object) -> None:
        """Wait until a JavaScript expression has a value."""
        eventually(lambda: self.evaluate(expression) == wanted, f"{expression} never became {wanted!r}")

    def run(self, body: str, **given):
        """Run the body of an async function in the page, `given` being constants; give what it returns."""
        constants = "".join(f"const {name} = {json.dumps(value)};" for name, value in given.items())
        self._evaluate(
            f"window.told = null; (async () => {{ {constants} {body} }})()"
            ".then(value => { window.told = JSON.stringify({ value }); })"
            ".catch(error => { window.told = JSON.stringify({ error: String(error && error.stack) }); }); 0"
        )
        told = json.loads(eventually(lambda: self._evaluate("window.told"), "the page came to no end"))
        assert "error" not in told, told["error"]
        return told.get("value")

    def show(self, frame: Frame) -> None:
        """Show a frame and wait until it is on the screen."""
        seq = []
        until(self.view.painted, lambda: seq.append(self.view.show_scene(frame)), lambda it: it == seq[0])
        self._frame = frame

    def heard(self) -> None:
        """Wait until the page has done all that it was told: it answers in order, and last for its scene."""
        self.show(self._frame)

    @property
    def surface(self) -> QWidget:
        """The widget that takes mouse and keys."""
        found = self.view.focusProxy().focusProxy()
        assert found
        return found

    def point_at(self, x: float, y: float) -> None:
        """Move the mouse, without a button."""
        at = QPointF(x, y)
        buttons = Qt.MouseButton.NoButton
        kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(kind, at, QPointF(self.surface.mapToGlobal(at.toPoint())), buttons, buttons, keys)
        QApplication.sendEvent(self.surface, move)

    def click(self, x: float, y: float) -> None:
        """Click with the left button."""
        QTest.mouseClick(self.surface, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    def go_to(self, lon: float, lat: float, zoom: float) -> None:
        """Move the map at once."""
        self.run(f"(await window.atlas.map).setView([{lat}, {lon}], {zoom}, {{ animate: false }});")

    def laid_out(self) -> dict:
        """Say what lies where on the map, in pixels."""
        return self.run(
            "const { places, flows, areas, labels } = window.atlas.scene.laidOut();"
            "const short = ({ id, at, spot, r, moved }) => ({ id, at, spot, r, moved });"
            "return { places: places.map(short), labels,"
            " flows: flows.map(({ id }) => id), areas: areas.map(({ id }) => id) };"
        )

    def settle(self) -> None:
        """Wait until all files of the view have come and what they bring is drawn."""
        self.run("await window.atlas.settled();")
        self.heard()


def bent(start, end, north: float, steps: int = 32):
    """Curve a line by hand: a parabola over its middle."""
    (x0, y0), (x1, y1) = start, end
    parts = [step / steps for step in range(steps + 1)]
    return tuple((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * north * t * (1 - t)) for t in parts)


def place(thing: str, style: str, at, precision_m: float, title: str, *lines: str) -> Place:
    row = {"plant": "plants", "mine": "mines", "site": "sites"}[style]
    label = Label(title, lines)
    return Place(f"{style}.{thing}", row, style, at, precision_m, label, (title, *lines, "2025"))


PLACES = (
    place("aluva", "plant", (76.31, 10.07), 2000, "Aluva", "refining"),
    place("chavara", "plant", (76.5344, 9.0036), 1000, "Chavara", "mining, separation"),
    place("oscom", "plant", (84.98, 19.35), 3000, "OSCOM", "extraction"),
    place("killiyoor", "mine", (77.18, 8.24), 5000, "Killiyoor", "clearances applied for"),
    place("krushnaprasad", "mine", (85.32, 19.58), 10000, "Krushnaprasad", "letter of intent"),
    place("odisha-2", "mine", (85.65, 19.75), 10000, "Odisha, unnamed", "place is a guess"),
)
AREAS = (
    Area(
        thing="mine.andhra", row="mines", style="mine", region="IN-AP", bounds=None,
        label=Label("Andhra Pradesh", ("place unknown",)), tip=("Andhra Pradesh deposit", "2025"),
    ),
)  # fmt: skip
CHINA, MUMBAI, VIZAG, NAGOYA = (121.5, 29.9), (72.95, 18.95), (83.3, 17.6833), (136.8667, 35.0667)
FLOWS = (
    FlowLine(
        thing="flow.cn-in.magnets", row="magnets", style="import", drawn_as="figure",
        line=bent(CHINA, MUMBAI, 9.0), width_px=11.16, letter="", mark="",
        label=Label("China → India: about 50,000 t of magnets", ("FY2024-25; 93 % of imports by weight",)),
        tip=("Magnets, China to India", "about 50,000 t", "FY2024-25, reported"), claim="claim.cn-in-2025",
    ),
    FlowLine(
        thing="flow.in-jp.re", row="japan", style="export", drawn_as="in_force",
        line=bent(VIZAG, NAGOYA, -4.0), width_px=0.0, letter="", mark="suspension requested",
        label=Label("India → Japan: 2025 not found", ("2024: over 1,000 t; outcome not confirmed",)),
        tip=("Rare earths, India to Japan", "not found for 2025", "in force"),
    ),
    FlowLine(
        thing="flow.cn-jp.re", row="relation", style="relation", drawn_as="known",
        line=bent(CHINA, NAGOYA, 2.5), width_px=0.0, letter="", mark="",
        label=Label("China → Japan", ("no figure",)), tip=("Rare earths, China to Japan", "volume not found"),
    ),
)  # fmt: skip
UNREAD = (
    "legend",
    "rows",
    "figures",
    "charts",
    "agreements",
    "events",
    "all_events",
    "sources",
    "headlines",
    "index",
)


def frame_of(places=PLACES, areas=AREAS, flows=FLOWS, year: int = 2025) -> Frame:
    """Make a frame of which the page reads only places, areas and flows."""
    return Frame(
        year=year, first_year=1950, last_year=2035, data_date=date(2026, 11, 21), digest="",
        places=places, areas=areas, flows=flows, chart="", origins=0, rivals_shown=0,
        opening=OPENING, **dict.fromkeys(UNREAD, ()),
    )  # fmt: skip


@pytest.fixture(scope="session")
def engine() -> Engine:
    register_scheme()
    prepare_chromium()
    application = QApplication.instance() or QApplication(["irel-atlas"])
    engine = Engine()
    engine.application = application
    return engine


@pytest.fixture
def driven(engine) -> Iterator[Driven]:
    """A page that is ready and shows the opening view of 2025; it must end without complaints."""
    driven = Driven(MapView(engine))
    view = driven.view
    view.resize(760, 560)
    view.show_look(Layers(frozenset()), dark=False, motion=False)
    view.show_view(View(OPENING))
    view.show()
    until(view.ready)
    driven.show(frame_of())
    yield driven
    gone = []
    view.page.destroyed.connect(lambda: gone.append(True))
    view.close_page()
    eventually(lambda: gone, "the page does not go")
    assert not driven.complaints


@pytest.fixture
def make_frame() -> Callable[..., Frame]:
    return frame_of


@pytest.fixture
def make_place() -> Callable[..., Place]:
    return place
