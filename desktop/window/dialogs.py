"""What asks or explains: the question before an address is opened, glossary, shortcuts and about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtCore import Qt, QUrl
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import QDialog, QMessageBox, QWidget

from desktop.commands.command import Menu
from desktop.state.store import Store
from desktop.window.glossary import GlossaryDialog
from desktop.window.shortcuts import ShortcutsDialog

_OPENABLE = ("http", "https")


class WindowDialogs:
    """Dialogs over one window; none of them holds the program up.

    Parameters
    ----------
    menus : callable
        Gives the menus whose shortcuts are listed.
    """

    def __init__(self, window: QWidget, store: Store, menus: Callable[[], Sequence[Menu]]) -> None:
        self._window, self._store, self._menus = window, store, menus

    def open_address(self, address: str) -> None:
        """Ask, and then open an address in the browser; only web addresses can be opened."""
        url = QUrl(address)
        if url.isValid() and url.scheme() in _OPENABLE:
            _open(address_question(self._window, url))

    def ask_day(self) -> None:
        """Ask as known on which day the atlas is to be shown."""
        from desktop.window.day_dialog import DayDialog

        _open(DayDialog(self._window, self._store))

    def show_glossary(self) -> None:
        """Show what the words mean."""
        _open(GlossaryDialog(self._window))

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""
        _open(ShortcutsDialog(self._window, self._menus()))

    def show_about(self) -> None:
        """Show versions, the day of the data and the notices."""
        from desktop.window.about import AboutDialog  # reads the distribution: not before the first paint

        _open(AboutDialog(self._window, self._store.frame, self.open_address))


def address_question(window: QWidget, url: QUrl) -> QMessageBox:
    """Ask whether an address may be opened in the browser: it is the one thing that leaves the machine."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Open in the browser?")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText("Open this address in the browser? The atlas itself asks nothing of the network.")
    box.setInformativeText(url.toDisplayString())
    open_button = box.addButton("Open in browser", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    open_button.clicked.connect(lambda: QDesktopServices.openUrl(url))
    return box


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
