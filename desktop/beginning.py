"""What the window opens on: the data, read and checked, the first state, and the rooms around the map.

Importing this imports every room, so `desktop.app` does it in a thread while the page loads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.asking import deriver, opening_atlas
from desktop.commands.command import Services
from desktop.errors import AskedError, DataError
from desktop.files import Files, Layers
from desktop.joining import join_map, join_status
from desktop.panels.all import build_panels
from desktop.services import scenario_files, view_files
from desktop.services.decks import Decks
from desktop.services.exports import Exports
from desktop.services.films import Films
from desktop.services.recovery import Recovery
from desktop.services.scenarios import Scenarios
from desktop.services.sessions import Sessions
from desktop.services.stories import Stories
from desktop.services.texts import Texts
from desktop.services.views import Views
from desktop.state.atlas import Atlas, Look, View
from desktop.state.store import Store
from desktop.wanted import Wanted
from desktop.web.engine import Engine
from desktop.web.map_view import MapView
from desktop.window.building import build_window
from desktop.window.main_window import MainWindow
from desktop.window.settings import Remembered, SettingsFile
from geodata.checking.layer_files import LAYERS
from geodata.claim import Dataset
from geodata.reading import read


@dataclass(frozen=True, slots=True)
class Beginning:
    """All that there is before the window: layers, first state, settings, and what is to be told of them."""

    layers: Layers
    store: Store
    settings: SettingsFile
    told: tuple[str, ...] = ()

    def build(self, engine: Engine, page: MapView) -> tuple[Files, MainWindow]:
        """Build the window around the map and what reads and writes for it, and let them hear one another."""
        files = Files(self.store, self.layers, engine)
        stories = Stories(self.store, files, page)
        sessions = Sessions(self.store, files)
        recovery = Recovery(self.store, files, stories, page, self.settings.state / "recovery")
        exports = Exports(self.store, files, self.settings.path.parent)
        films = Films(self.store, files, stories.book)
        decks = Decks(self.store, files, stories)
        scenarios = Scenarios(self.store, files, self.settings.data / scenario_files.FOLDER)
        views = Views(self.store, files, self.settings.data / view_files.OWN)
        services = Services(
            files, exports, Texts(files), stories, sessions, recovery, films, decks, scenarios, views
        )
        window = build_window(self.store, page, page, services, self.settings, build_panels)
        files.attach(window)
        join_map(self.store, page, window)
        views.list.subscribe(lambda _listed: window.doing.refresh())
        views.load_after(page)
        stories.begin(self.settings.read().story)
        sessions.begin()
        join_status(engine.gate, page, window)
        if self.told:
            files.tell(" ".join(self.told), False)
        return files, window


def begin(
    data: Path | None, year: int | None, settings: SettingsFile | None, wanted: Wanted | None = None
) -> Beginning:
    """Read the layers, and take up the state in which the window was closed.

    Parameters
    ----------
    data : pathlib.Path or None
        Folder of the layers; None is the atlas's own.
    year : int or None
        What the command line asks for: it goes before what was remembered.
    settings : SettingsFile or None
        None is the user's own.
    wanted : Wanted or None
        What else the command line asks to see.

    Raises
    ------
    AskedError
        Where the layers have problems, or something is asked for that is not there.
    """
    settings = settings or SettingsFile()
    folder = data or LAYERS
    dataset = _read(folder)
    atlas, told = _first_atlas(dataset, year, settings.read()), ()
    if wanted is not None and wanted.is_anything:
        atlas, told = _granted(dataset, wanted, settings.data, atlas)
    return Beginning(Layers(folder, dataset), Store(atlas, deriver(dataset)), settings, told)


def _granted(dataset: Dataset, wanted: Wanted, home: Path, atlas: Atlas) -> tuple[Atlas, tuple[str, ...]]:
    from desktop.asked import granted  # only where something is asked
    from desktop.sheets.errors import SheetError

    try:
        found = granted(dataset, wanted, home, atlas)
    except SheetError as error:
        raise AskedError(str(error)) from None
    return found.atlas, found.told


def _read(folder: Path) -> Dataset:
    found = read(folder)
    if found.dataset is None:
        raise DataError("\n".join(map(str, found.problems)))
    return found.dataset


def _first_atlas(dataset: Dataset, asked_year: int | None, remembered: Remembered) -> Atlas:
    """Take up what was remembered where the data still have it; what was asked for goes first."""
    catalog = dataset.catalog
    year = remembered.year
    if year is not None and not catalog.first_year <= year <= catalog.last_year:
        year = None
    atlas = opening_atlas(dataset, year if asked_year is None else asked_year)
    look = Look(remembered.theme or atlas.look.theme, remembered.lakh)
    view = atlas.view if remembered.bounds is None else View(remembered.bounds)
    return replace(atlas, look=look, view=view)
