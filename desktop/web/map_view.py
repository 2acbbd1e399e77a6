"""The map as a widget: it shows what it is given last, also after its render process was killed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import Qt, QTimer, Signal
from qtpy.QtWebEngineWidgets import QWebEngineView
from qtpy.QtWidgets import QVBoxLayout, QWidget

from desktop.web.bridge import Bridge, join
from desktop.web.document import MAP_DOCUMENT
from desktop.web.engine import Engine
from desktop.web.messages import (
    Divided,
    Failed,
    Heard,
    Measured,
    Painted,
    Picked,
    Pointed,
    Ready,
    Refused,
    Viewed,
)
from desktop.web.picture import is_one_colour
from desktop.web.scene import compared_fields, scene_of
from desktop.web.scheme import address
from desktop.web.shown import Shown

if TYPE_CHECKING:  # imported while the page loads
    from desktop.state.atlas import Layers, View
    from desktop.state.comparing import Compared
    from geodata.drawn import Bounds
    from geodata.frame import Frame

MOST_CRASHES = 5
"""A page that dies more often before it has painted is left alone: what it is to show kills it."""

LOOK_AFTER_MS = 2_000
"""When to look whether the map can be seen: so long after its first picture, and after each look in vain."""
LOOKS = 3
"""So often in a row nothing may be seen before that is said: on a busy machine a picture comes late."""


class MapView(QWidget):
    """The map page in a widget.

    Parameters
    ----------
    engine : Engine
        Kept alive by the caller until after the widget is gone.
    """

    ready = Signal()
    picked = Signal(object)
    """Id of the thing that was chosen on the map, or None."""
    viewed = Signal(object, str)
    """Bounds (west, south, east, north in degrees, WGS84) and who moved the map: user, program or resize."""
    pointed = Signal(object)
    """Longitude and latitude under the pointer in degrees, or None."""
    measured = Signal(object)
    """Corners of the measured line; answer with `show_distance`."""
    divided = Signal(float)
    """Where the divider of a comparison was moved to: a share of the map's width, 0 to 1."""
    painted = Signal(int)
    """Number of the scene that is now on the screen."""
    refused = Signal(int)
    """How many requests to the outside were refused since the start."""
    complained = Signal(str)
    """An error or a warning in the page."""
    crashed = Signal()
    """The render process ended; the page is being rebuilt."""
    blank = Signal()
    """The map was drawn, but nothing of it is to be seen: offer to draw without the graphics card."""

    def __init__(self, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._shown = Shown()
        self._crashes = 0
        self._flies = False
        self._looks_left = 0
        self._page = engine.page()
        self._bridge = Bridge(self._page)
        join(self._page, self._bridge)
        self._view = QWebEngineView(self)
        self._view.setPage(self._page)
        self._view.setAcceptDrops(False)  # files go to the window, which knows what to do with them
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self.load()

    def _connect(self) -> None:
        self._look_timer.timeout.connect(self.look_for_picture)
        self._bridge.heard.connect(self._hear)
        self._page.complained.connect(self.complained)
        self._page.loadFinished.connect(self._note_load)
        self._page.renderProcessTerminated.connect(lambda *_how: QTimer.singleShot(0, self._rebuild))
        self._engine.gate.counted.connect(self._note_counted)

    def load(self) -> None:
        """Load the page; what was shown last is shown again as soon as it is ready."""
        self._bridge.is_ready = False
        self._page.load(address(MAP_DOCUMENT))

    def close_page(self) -> None:
        """Let the page go before its profile does; to be called once, when the window closes."""
        self._bridge.is_ready = False
        self._look_timer.stop()
        self._page.deleteLater()
        self._view.deleteLater()

    @property
    def page(self) -> object:
        """The page, for tests and measurements."""
        return self._page

    # What is shown

    def show_scene(self, frame: Frame) -> int:
        """Show a frame.

        Returns
        -------
        int
            Its number: `painted` says it when the frame is on the screen.
        """
        shown = self._shown
        shown.seq += 1
        shown.scene = scene_of(frame)
        self._bridge.say("scene", seq=shown.seq, scene=shown.scene)
        return shown.seq

    def show_view(self, view: View) -> None:
        """Show an extent, unless the map shows it already; the first one at once."""
        if view.bounds != self._shown.bounds:
            self._move(view.bounds, animate=self._shown.scene is not None)

    def show_selection(self, selected: str | None) -> None:
        """Mark what is selected: a thing, or the thing that draws this claim."""
        self._shown.selection = selected
        self._bridge.say("select", id=selected)

    def show_look(self, layers: Layers, dark: bool, motion: bool = True) -> None:
        """Show theme, graticule and the opacity of rows.

        Parameters
        ----------
        motion : bool
            False where the system asks for no motion.
        """
        self._shown.look = {
            "theme": "dark" if dark else "light",
            "graticule": layers.graticule,
            "opacity": dict(layers.opacity),
            "motion": motion,
        }
        self._bridge.say("look", **self._shown.look)

    def show_other(self, frame: Frame | None) -> None:
        """Show the frame that the present one is compared with, in the left half; None for none."""
        self._shown.other = None if frame is None else scene_of(frame)
        self._bridge.say("other", scene=self._shown.other)

    def show_compared(self, compared: Compared | None) -> None:
        """Show how two states are compared, and what each half shows; None ends it."""
        self._shown.compared = compared_fields(compared)
        self._bridge.say("compare", **self._shown.compared)

    def show_cover(self, boxes: Sequence[Sequence[float]]) -> None:
        """Keep labels from under what the window shows over the map: left, top, right, bottom in pixels."""
        self._shown.cover = [list(box) for box in boxes]
        self._bridge.say("cover", boxes=self._shown.cover)

    def show_distance(self, distance_km: float) -> None:
        """Write the length of the measured line beside it."""
        self._bridge.say(
            "distance", text=f"{distance_km:,.0f} km" if distance_km >= 10 else f"{distance_km:.1f} km"
        )

    # What only the map can do

    def fit(self, bounds: Bounds) -> None:
        """Show an extent: west, south, east, north in degrees, WGS84."""
        self._move(bounds, animate=True)

    def zoom_by(self, steps: float) -> None:
        """Zoom about the centre, in steps of half a zoom level."""
        self._bridge.say("zoom", by=steps)

    def measure(self, on: bool) -> None:
        """Start or end measuring distances."""
        self._shown.measuring = on
        self._bridge.say("measure", on=on)

    @property
    def is_measuring(self) -> bool:
        """Whether distances are being measured."""
        return self._shown.measuring

    def stage(self, magnification: float | None) -> None:
        """Draw larger, and fly from one extent to the next, as an audience wants it; None ends that."""
        self._flies = magnification is not None
        self._view.setZoomFactor(magnification or 1.0)
        if self._shown.bounds is not None:
            self._move(self._shown.bounds, animate=False)

    def _move(self, bounds: Bounds, animate: bool) -> None:
        self._shown.bounds = bounds
        self._bridge.say("view", bounds=bounds, animate=animate, fly=self._flies)

    # What the page says

    def _hear(self, message: Heard) -> None:
        handlers: dict[type, Callable[[Any], None]] = {
            Ready: self._restore,
            Painted: self._note_painted,
            Picked: lambda said: self.picked.emit(said.id),
            Viewed: self._note_view,
            Pointed: lambda said: self.pointed.emit(said.position),
            Measured: lambda said: self.measured.emit(said.points),
            Divided: lambda said: self.divided.emit(said.share),
            Refused: lambda _said: self._engine.gate.count_stopped_before(),
            Failed: lambda said: self.complained.emit(said.message),
        }
        handlers[type(message)](message)

    def _note_painted(self, said: Painted) -> None:
        self._crashes = 0
        if self._looks_left and not self._look_timer.isActive():
            self._look_timer.start(LOOK_AFTER_MS)
        self.painted.emit(said.seq)

    def _note_view(self, said: Viewed) -> None:
        self._shown.bounds = said.bounds
        self.viewed.emit(said.bounds, said.by)

    def _restore(self, _said: Ready) -> None:
        """Tell a new page everything that was shown last."""
        for kind, fields in self._shown.messages():
            self._bridge.say(kind, **fields)
        self.ready.emit()
        self._looks_left = LOOKS

    def _note_counted(self, refused: int, _left_machine: int) -> None:
        self.refused.emit(refused)

    def _note_load(self, loaded: bool) -> None:
        if not loaded and not self._bridge.is_ready:
            self.complained.emit("the map's page could not be loaded")

    def look_for_picture(self) -> None:
        """Look whether the map can be seen; say `blank` if it was all of one colour each time."""
        if not self.isVisible():
            return
        if not is_one_colour(self._view.grab().toImage()):
            self._looks_left = 0
            return
        self._looks_left -= 1
        if self._looks_left:
            self._look_timer.start(LOOK_AFTER_MS)
        else:
            self.blank.emit()

    def _rebuild(self) -> None:
        """Load the page again after its render process ended."""
        self._crashes += 1
        self.crashed.emit()
        if self._crashes <= MOST_CRASHES:
            self.load()
