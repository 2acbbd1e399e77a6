"""The atlas in its window: builds store, window and page, and joins them. It alone knows everyone."""

from __future__ import annotations

import importlib
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from qtpy.QtCore import QEventLoop, QObject, QTimer, Signal
from qtpy.QtWidgets import QApplication, QStyle

from desktop.asking import AskedError, deriver, opening_atlas
from desktop.commands import go
from desktop.files import Files, Layers
from desktop.panels.all import build_panels
from desktop.state.atlas import Atlas, Look, View
from desktop.state.store import Store
from desktop.web.chromium import prepare_chromium
from desktop.web.engine import Engine
from desktop.web.map_view import MapView
from desktop.web.scheme import register_scheme
from desktop.window.building import build_window
from desktop.window.main_window import MainWindow
from desktop.window.settings import Remembered, SettingsFile
from geodata.checking.layer_files import LAYERS
from geodata.claim import Dataset
from geodata.drawn import Bounds
from geodata.reading import read

WARM_UP_MS = 1200
"""How long after the first paint the heavy libraries and the sheets' page are made ready."""
LETTING_GO_MS = 50
"""How long the pages take to be gone."""
BLANK = "The map stays blank on this screen: start it with irel-atlas open --software"
CRASHED = "The map's process ended; the map was built again."
_SIDES = ("°N", "°S", "°E", "°W")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the command line asks of the window; None is what was remembered, or the data's own choice."""

    data: Path | None = None
    year: int | None = None
    software: bool = False


class Program(QObject):
    """The running atlas: keeps engine, map, window and store together until the window closes.

    Parameters
    ----------
    opening : Opening
        What was asked for.
    settings : SettingsFile
        Where the window remembers itself.

    Raises
    ------
    AskedError
        Where the layers have problems, or the year is none of the clock.
    """

    warned = Signal(str)
    sheets_imported = Signal()

    def __init__(self, opening: Opening, settings: SettingsFile | None = None) -> None:
        super().__init__()
        self.engine = Engine()
        self.map = MapView(self.engine)  # the page loads while everything else is built
        settings = settings or SettingsFile()
        folder = opening.data or LAYERS
        try:
            dataset = _read(folder)
            self.store = Store(_first_atlas(dataset, opening, settings.read()), deriver(dataset))
        except AskedError:
            self._let_page_go()
            raise
        self.files = Files(self.store, Layers(folder, dataset), self.engine)
        self.window: MainWindow = build_window(
            self.store, self.map, self.map, self.files, settings, build_panels
        )
        self.files.attach(self.window)
        self._join_map()
        self._join_status()
        self._warming = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._warming.timeout.connect(self._warm_up)
        self.map.painted.connect(self._note_first_paint)
        self.sheets_imported.connect(self._prepare_sheets)

    def _join_map(self) -> None:
        """Let the map show the store, and the store hear the map."""
        store, page = self.store, self.map
        self.window.theming.changed.connect(lambda _theme: self._show_look())
        store.subscribe(lambda _layers: self._show_look(), lambda atlas, _frame: atlas.layers)
        store.subscribe(page.show_view, lambda atlas, _frame: atlas.view)
        store.subscribe(
            lambda _drawn: page.show_scene(store.frame),
            lambda _atlas, frame: (frame.places, frame.areas, frame.flows),
        )
        store.subscribe(
            page.show_selection, lambda _atlas, frame: frame.detail.thing if frame.detail else None
        )
        page.picked.connect(lambda chosen: go.select(store, chosen))
        page.viewed.connect(self._note_view)
        page.measured.connect(self._measure)

    def _join_status(self) -> None:
        """Let the status bar hear the gate, the pointer and what goes wrong."""
        status = self.window.status
        self.engine.gate.counted.connect(lambda refused, left: status.show_requests(left, refused))
        self.map.pointed.connect(lambda position: status.show_pointer(_coordinates(position)))
        self.map.blank.connect(lambda: self.warned.emit(BLANK))
        self.map.complained.connect(lambda words: print(f"The map's page says: {words}", file=sys.stderr))
        self.map.crashed.connect(lambda: status.showMessage(CRASHED, 8000))
        self.warned.connect(lambda words: self.window.problems.report(words, can_reload=False))

    def _show_look(self) -> None:
        moves = self.window.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        self.map.show_look(self.store.atlas.layers, self.window.theming.is_dark, moves)

    def _note_view(self, bounds: Bounds, by: str) -> None:
        """Take over where the user moved the map, as one change; a resize or an answer to us is none."""
        atlas = replace(self.store.atlas, view=View(bounds))
        if by == "user":
            self.store.change("Move the map", atlas, gesture="move the map")
        else:
            self.store.adjust(atlas)

    def _measure(self, points: list[tuple[float, float]]) -> None:
        from geodata.flows import distance_km

        self.map.show_distance(distance_km(points))

    def _note_first_paint(self, _number: int) -> None:
        self.map.painted.disconnect(self._note_first_paint)
        self._warming.start()

    def _warm_up(self) -> None:
        """After the first paint: import what exports need, and look whether our names are ours."""
        threading.Thread(target=self._import_slowly, daemon=True).start()

    def _import_slowly(self) -> None:
        from desktop.ownership import foreign_owners, warning

        foreign = foreign_owners()
        if foreign:
            self.warned.emit(warning(foreign))
        importlib.import_module("desktop.sheets.printer")
        self.sheets_imported.emit()
        importlib.import_module("geodata.tables")

    def _prepare_sheets(self) -> None:
        _ = self.files.sheets

    def close(self) -> None:
        """Let everything go that lives on the engine, and wait until it is gone: the profile is the last."""
        self._warming.stop()
        self.sheets_imported.disconnect(self._prepare_sheets)
        self.files.close()
        self._let_page_go()

    def _let_page_go(self) -> None:
        self.map.close_page()
        loop = QEventLoop()  # the application's own loop must not quit twice: Chromium's end is tied to that
        QTimer.singleShot(LETTING_GO_MS, loop.quit)
        loop.exec_()


def open_atlas(opening: Opening) -> int:
    """Open the window and stay until it is closed.

    Returns
    -------
    int
        0, or 1 where the layers have problems or something was asked for that they do not have.
    """
    application = prepare_application(opening.software)
    try:
        program = Program(opening)
    except AskedError as error:
        print(error, file=sys.stderr)
        return 1
    program.window.show()
    code = application.exec_()
    program.close()
    return code


def prepare_application(software: bool = False) -> QApplication:
    """Make the application, with all that has to be said to Chromium before."""
    prepare_chromium(software)
    register_scheme()
    application = QApplication(["irel-atlas"])
    application.setApplicationName("irel-atlas")
    application.setApplicationDisplayName("IREL Atlas")
    return application


def _read(folder: Path) -> Dataset:
    found = read(folder)
    if found.dataset is None:
        raise AskedError("\n".join(map(str, found.problems)))
    return found.dataset


def _first_atlas(dataset: Dataset, opening: Opening, remembered: Remembered) -> Atlas:
    """Take up what was remembered where the data still have it; what the command line says goes first."""
    catalog = dataset.catalog
    year = remembered.year
    if year is not None and not catalog.first_year <= year <= catalog.last_year:
        year = None
    atlas = opening_atlas(dataset, year if opening.year is None else opening.year)
    look = Look(remembered.theme or atlas.look.theme, remembered.lakh)
    view = atlas.view if remembered.bounds is None else View(remembered.bounds)
    return replace(atlas, look=look, view=view)


def _coordinates(position: tuple[float, float] | None) -> str:
    """Write longitude and latitude in degrees as latitude and longitude, as maps are read."""
    if position is None:
        return ""
    lon, lat = position
    north, south, east, west = _SIDES
    return f"{abs(lat):.4f}{north if lat >= 0 else south}  {abs(lon):.4f}{east if lon >= 0 else west}"
