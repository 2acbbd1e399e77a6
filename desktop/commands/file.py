"""Commands that read and write files."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.commands import telling
from desktop.commands.command import Command, Context, Menu

_TEXTS = (".atlas", ".atlas~", ".json")
_FORMAT = re.compile(rb'"format"\s*:\s*"irel-atlas-([a-z]{1,20})"')
_BEGINNING = 4096


def open_file(path: Path, context: Context) -> None:
    """Open a session, a story, a scenario, views, or an exported sheet: the file says which of them it is."""
    opening = {
        "session": context.sessions.open,
        "story": context.stories.open,
        "scenario": context.scenarios.open,
        "views": context.views.open,
    }
    by_name = {".atlas": "session", ".atlas~": "session", ".json": "story"}
    kind = _kind_of(path) or by_name.get(path.suffix.lower(), "")
    opening.get(kind, context.files.open_sheet)(path)


def _kind_of(path: Path) -> str:
    """Give the kind of text that the atlas writes, as a file's beginning names it; else nothing."""
    if path.suffix.lower() not in _TEXTS:
        return ""
    try:
        with path.open("rb") as file:
            found = _FORMAT.search(file.read(_BEGINNING))
    except OSError:
        return ""
    return found[1].decode() if found else ""


def _save_session(context: Context) -> None:
    context.sessions.save()


def _save_session_as(context: Context) -> None:
    context.sessions.save_as()


RELOAD = Command("file.reload", "Reload data", lambda context: context.files.reload(), "Ctrl+R", "refresh")
OPEN_DATA_FOLDER = Command(
    "file.open-data-folder",
    "Open data folder…",
    lambda context: context.files.open_data_folder(),
    "Ctrl+O",
    "folder-open",
)
OPEN_SHEET = Command(
    "file.open-sheet",
    "Open exported sheet…",
    lambda context: context.files.open_sheet(),
    "Ctrl+Shift+O",
    "map",
)
OPEN_SESSION = Command(
    "file.open-session",
    "Open session…",
    lambda context: context.sessions.open(),
    "Ctrl+Alt+O",
    "folder-open",
)
SAVE_SESSION = Command("file.save-session", "Save session", _save_session, "Ctrl+Alt+S", "device-floppy")
SAVE_SESSION_AS = Command(
    "file.save-session-as", "Save session as…", _save_session_as, "Ctrl+Alt+Shift+S", "device-floppy"
)
RECOVER_SESSION = Command(
    "file.recover-session",
    "Recover the session",
    lambda context: context.recovery.recover(),
    icon="refresh",
    enabled=lambda context: context.recovery.has_offer,
    listed=lambda context: context.recovery.has_offer,
)
DISMISS_SESSION = Command(
    "file.dismiss-session",
    "Dismiss the session to recover",
    lambda context: context.recovery.dismiss(),
    icon="x",
    enabled=lambda context: context.recovery.has_offer,
    listed=lambda context: context.recovery.has_offer,
)
AUDIT_DECK = Command(
    "file.audit-deck",
    "Audit a deck…",
    lambda context: context.decks.audit_deck(),
    "Ctrl+Shift+U",
    "list-details",
)
EXPORT_SHEET = Command(
    "file.export-sheet",
    "Export sheet…",
    lambda context: context.exports.export_sheet(),
    "Ctrl+E",
    "file-export",
)
EXPORT_PAGE = Command(
    "file.export-page",
    "Export page…",
    lambda context: context.exports.export_page(),
    "Ctrl+Shift+H",
    "download",
)
EXPORT_FILM = Command(
    "file.export-film",
    "Export film…",
    lambda context: context.films.export_film(),
    "Ctrl+Shift+V",
    "movie",
)
PRINT_SHEET = Command(
    "file.print-sheet", "Print sheet…", lambda context: context.files.print_sheet(), "Ctrl+P", "printer"
)
EXPORT_TABLE = Command(
    "file.export-table",
    "Export figures…",
    lambda context: context.exports.export_table(),
    "Ctrl+Shift+E",
    "file-spreadsheet",
    lambda context: bool(context.store.frame.figures),
)
QUIT = Command("file.quit", "Quit", lambda context: context.window.quit(), "Ctrl+Q", "x")

_OPENING = (OPEN_DATA_FOLDER, OPEN_SHEET, AUDIT_DECK, RELOAD)
_LEAVING = (EXPORT_SHEET, EXPORT_PAGE, EXPORT_FILM, EXPORT_TABLE, telling.SAVE_TEXT, PRINT_SHEET)

_SESSION = (OPEN_SESSION, SAVE_SESSION, SAVE_SESSION_AS, RECOVER_SESSION, DISMISS_SESSION)

MENU = Menu("File", (*_SESSION, None, *_OPENING, None, *_LEAVING, None, QUIT))
