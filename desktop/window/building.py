"""Putting the window together: map, panes and settings in, a window that follows the store out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtWidgets import QWidget

from desktop.commands.command import Context, Services
from desktop.commands.file import open_file
from desktop.commands.outside import MapActions
from desktop.commands.pane import Pane
from desktop.state.atlas import Atlas
from desktop.state.store import Store
from desktop.window import badges
from desktop.window.dropping import Dropping
from desktop.window.main_window import MainWindow
from desktop.window.settings import SettingsFile
from geodata.frame import Frame


def build_window(
    store: Store,
    map_widget: QWidget,
    map_actions: MapActions,
    services: Services,
    settings: SettingsFile,
    build_panes: Callable[[Context], Sequence[Pane]],
) -> MainWindow:
    """Build the window around a map.

    Parameters
    ----------
    map_widget : QWidget
        What fills the middle.
    settings : SettingsFile
        Where layout, year and view are kept for the next start.
    build_panes : callable
        Context → what is docked.
    """
    window = MainWindow(store, map_widget, map_actions, services, settings)
    window.docks.take(build_panes(window.context), window.theming.dress)
    window.come_back()
    Dropping(window, lambda path: open_file(path, window.context))
    services.stories.book.subscribe(lambda _telling: window.doing.refresh())
    store.subscribe(lambda _lists: window.build_menus(), _lists)
    store.subscribe(lambda _shown: window.doing.refresh(), lambda atlas, frame: (atlas, frame.digest))
    store.subscribe(window.status.show_frame, _status)
    store.subscribe(window.show_badges, badges.part)
    store.subscribe(window.theming.show, lambda atlas, _frame: atlas.look.theme)
    return window


def _lists(_atlas: Atlas, frame: Frame) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Give what the menus list: rows and series."""
    rows = tuple((row.id, row.title) for row in frame.rows)
    return rows, tuple((chart.series, chart.title) for chart in frame.charts)


def _status(_atlas: Atlas, frame: Frame) -> tuple[str, int]:
    return f"{frame.data_date:%b %Y}", frame.rivals_shown
