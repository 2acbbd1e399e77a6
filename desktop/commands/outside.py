"""What commands ask of all that is outside the store, as Protocols: whoever builds the window supplies it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.state.shelf import Shelf
from desktop.state.story_store import StoryStore
from desktop.state.text import Text
from desktop.state.view_list import ViewList


class MapActions(Protocol):
    """What only the map page can do; which extent it shows is the store's to say."""

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

    def open_sheet(self, path: Path | None = None) -> None:
        """Bring back the view of an exported sheet, and say which figures have changed; None asks for one."""

    def print_sheet(self) -> None:
        """Print the sheet of the current view."""

    def copy_figures(self, claims: tuple[str, ...]) -> None:
        """Copy the figures of these claims with their citations, in this order."""


class ExportActions(Protocol):
    """What writes files that leave; slow work tells how far it has come and can be cancelled."""

    def export_sheet(self) -> None:
        """Set up the sheet of the current view in a dialog, see it, and write or copy it."""

    def export_page(self) -> None:
        """Write all years as a page in one file."""

    def export_table(self) -> None:
        """Write the figures as CSV, XLSX, GeoJSON or GeoPackage."""


class TextActions(Protocol):
    """What takes the text version out of the window, and tells how it went."""

    def copy(self, words: str, what: str) -> None:
        """Copy words; `what` names them: "the text version"."""

    def save(self, text: Text, name: str) -> None:
        """Ask for a file, which is first called `name`, and write a text to it."""

    def copy_table(self, rows: Sequence[Sequence[str]], what: str) -> None:
        """Copy rows of words, to be pasted into a spreadsheet."""

    def save_table(self, rows: Sequence[Sequence[str]], name: str) -> None:
        """Ask for a CSV file, which is first called `name`, and write rows of words to it."""


class StoryActions(Protocol):
    """The open story, its file, and its presenting; each asks for a path where it needs one."""

    book: StoryStore

    def tell(self, words: str) -> None:
        """Say in one line what could not be done."""

    def new(self) -> None:
        """Begin a story without steps."""

    def open(self, path: Path | None = None) -> None:
        """Open a story's file; None asks for one."""

    def open_bundled(self) -> None:
        """Open the story that comes with the atlas."""

    def save(self) -> bool:
        """Write the story to its file; False where it was not written."""
        ...

    def save_as(self) -> bool:
        """Ask for a file and write the story; False where it was not written."""
        ...

    def keeps_open(self) -> bool:
        """End presenting and ask about unsaved changes; True where the window is to stay."""
        ...

    def present(self, place: int) -> None:
        """Present the story from a step on, full screen."""

    def ask_name(self, place: int) -> None:
        """Ask for another name of a step."""

    def ask_caption(self, place: int) -> None:
        """Ask for another caption of a step."""


class ScenarioActions(Protocol):
    """The scenarios at hand and their files; each asks for a path where it needs one."""

    shelf: Shelf

    def load(self) -> None:
        """Read what scenarios there are, where that has not been done."""

    def open(self, path: Path | None = None) -> None:
        """Open a scenario's file and lay it over the claims; None asks for one."""

    def save(self) -> bool:
        """Write the scenario that is on to its file; False where it was not written."""
        ...

    def save_as(self) -> bool:
        """Ask for a file and write the scenario that is on; False where it was not written."""
        ...

    def delete(self) -> None:
        """Ask, and then delete the scenario that is on, with its file."""

    def keeps_open(self) -> bool:
        """Ask about unsaved scenarios; True where the window is to stay."""
        ...


class ViewActions(Protocol):
    """The views at hand and their files; each asks for a name or a path where it needs one."""

    list: ViewList

    def load(self) -> None:
        """Read what views there are, where that has not been done."""

    def tell(self, words: str) -> None:
        """Say something in one line."""

    def save_present(self) -> None:
        """Keep what is seen as a view."""

    def rename(self) -> None:
        """Give the marked view another name."""

    def delete(self) -> None:
        """Ask, and delete the marked view."""

    def export(self) -> None:
        """Write the marked view to a file."""

    def open(self, path: Path | None = None) -> None:
        """Add the views of a file to the user's own; None asks for one."""


class SessionActions(Protocol):
    """What is seen, as a file; each asks for a path where it needs one."""

    def open(self, path: Path | None = None) -> None:
        """Bring a session back, and say which figures have changed since; None asks for one."""

    def save(self) -> bool:
        """Write the session to its file; False where it was not written."""
        ...

    def save_as(self) -> bool:
        """Ask for a file and write the session; False where it was not written."""
        ...

    def keeps_open(self) -> bool:
        """Ask about unsaved changes; True where the window is to stay."""
        ...


class RecoveryActions(Protocol):
    """What a window that ended badly left behind."""

    @property
    def has_offer(self) -> bool:
        """Whether there is a session to recover now."""
        ...

    def recover(self) -> None:
        """Bring the session back that is offered."""

    def dismiss(self) -> None:
        """Let go of the session that is offered."""


class FilmActions(Protocol):
    """What makes films of what is shown."""

    def export_film(self) -> None:
        """Set up a film of a range of years, or of the open story, in a dialog, and write it."""


class DeckActions(Protocol):
    """What binds stories, and looks through what was bound before."""

    def export_deck(self) -> None:
        """Set up a deck of the open story in a dialog, and write it as slides or pages."""

    def audit_deck(self, path: Path | None = None) -> None:
        """Say which figures of a deck or sheet are out of date; None asks for one."""


class WindowActions(Protocol):
    """What only the window can do."""

    def find(self) -> None:
        """Put the cursor into the box that finds and does."""

    def quit(self) -> None:
        """Close the window."""


class PaneActions(Protocol):
    """What can be done with the panes around the map."""

    def show(self, pane: str) -> None:
        """Open a pane, bring it to the front and give it the keyboard."""

    def toggle(self, pane: str, on: bool) -> None:
        """Open or close a pane."""

    def is_open(self, pane: str) -> bool:
        """Tell whether a pane is open."""
        ...

    def focus_next(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane; the map is one of them."""

    def arrange(self) -> None:
        """Put the panes back where they first were."""


class Dialogs(Protocol):
    """What asks or explains in a dialog."""

    def open_address(self, address: str) -> None:
        """Ask, and then open an address in the browser."""

    def ask_day(self) -> None:
        """Ask as known on which day the atlas is to be shown."""

    def show_glossary(self) -> None:
        """Show what the words mean."""

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""

    def show_about(self) -> None:
        """Show versions, the day of the data and the notices."""
