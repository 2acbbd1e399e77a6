"""What the user can do, as data: menus, toolbar, shortcuts and the finder are built from lists of commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.state.atlas import Atlas
from desktop.state.store import Store
from geodata.frame import Bounds, Frame


class MapActions(Protocol):
    """What only the map page can do."""

    def fit(self, bounds: Bounds) -> None:
        """Show an extent: west, south, east, north in degrees, WGS84."""

    def zoom_by(self, steps: float) -> None:
        """Zoom about the centre."""

    def measure(self, on: bool) -> None:
        """Start or end measuring distances."""

    @property
    def is_measuring(self) -> bool:
        """Whether distances are being measured."""
        ...


class FileActions(Protocol):
    """What reads and writes files; each asks for a path where it needs one, and tells how it went."""

    def reload(self) -> None:
        """Read the layers again; on a problem say so and keep the last good data."""

    def open_data_folder(self) -> None:
        """Read the layers of another folder."""

    def export_sheet(self) -> None:
        """Write the sheet of the current view as PNG, PDF or SVG."""

    def print_sheet(self) -> None:
        """Print the sheet of the current view."""

    def export_table(self) -> None:
        """Write the figures as CSV, XLSX, GeoJSON or GeoPackage."""

    def copy_figures(self) -> None:
        """Copy the selected figures with their citations."""


class WindowActions(Protocol):
    """What only the window can do."""

    def find(self) -> None:
        """Put the cursor into the box that finds and does."""

    def play(self, on: bool) -> None:
        """Let the years run, or stop them."""

    @property
    def is_playing(self) -> bool:
        """Whether the years run."""
        ...

    def show_glossary(self) -> None:
        """Show what the words mean."""

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""

    def show_about(self) -> None:
        """Show versions, the day of the data and the notices."""

    def reset_layout(self) -> None:
        """Put the panels back where they first were."""

    def focus_next_pane(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane."""

    def close(self) -> None:
        """Close the window."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a command may reach."""

    store: Store
    map: MapActions
    files: FileActions
    window: WindowActions


def always(_atlas: Atlas, _frame: Frame) -> bool:
    """Enable a command at all times."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    Parameters
    ----------
    id : str
        ``menu.verb``.
    title : str
        As the menu shows it, without accelerator marks.
    run : callable
        Takes the `Context`.
    shortcut : str
        In Qt's portable form; empty for none.
    icon : str
        Name of a file in resources/icons, without its ending.
    enabled : callable
        Pure: (Atlas, Frame) → bool.
    checked : callable or None
        Pure: (Atlas, Frame) → bool for a command that switches something.
    """

    id: str
    title: str
    run: Callable[[Context], None]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[Atlas, Frame], bool] = always
    checked: Callable[[Atlas, Frame], bool] | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: None among its commands is a separator."""

    title: str
    commands: tuple[Command | None, ...]
