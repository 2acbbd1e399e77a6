"""The dialog that lists every command that has a shortcut, and the keys that work in one place alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qtpy.QtGui import QKeySequence
from qtpy.QtWidgets import (
    QDialog,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.command import Menu
from resources import files

_Rows = Sequence[tuple[str, str]]
"""What is done, and by which keys."""


class ShortcutsDialog(QDialog):
    """Commands and their keys by menu, keys of each place, and a line that keeps what holds some letters."""

    def __init__(self, window: QWidget, menus: Sequence[Menu]) -> None:
        super().__init__(window)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(520, 640)
        self._line, self._tree = QLineEdit(), _tree()
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._line.setPlaceholderText("Look up a command or a key")
        self._line.setAccessibleName("Look up a command or a key")
        self._line.textChanged.connect(self._look_up)
        for title, rows in (*_of_menus(menus), *_of_places()):
            self._add(title, rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(self._tree)

    def _add(self, title: str, rows: _Rows) -> None:
        group = QTreeWidgetItem(self._tree, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setExpanded(True)
        self._groups.append((group, [QTreeWidgetItem(group, list(row)) for row in rows]))

    def _look_up(self, text: str) -> None:
        wanted = text.casefold().strip()
        for group, rows in self._groups:
            for row in rows:
                row.setHidden(wanted not in f"{row.text(0)} {row.text(1)}".casefold())
            group.setHidden(all(row.isHidden() for row in rows))


def _of_menus(menus: Sequence[Menu]) -> Iterator[tuple[str, _Rows]]:
    """Give what has a shortcut in each menu; what stands in two menus is told in the first."""
    told: set[str] = set()
    for menu in menus:
        found = [command for command in menu.commands if command.shortcut and command.id not in told]
        told |= {command.id for command in found}
        if found:
            yield menu.title, [(command.title, _native(command.shortcut)) for command in found]


def _of_places() -> Iterator[tuple[str, _Rows]]:
    for place, rows in json.loads(files.read("keys.json")).items():
        yield place, list(rows.items())


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _tree() -> QTreeWidget:
    found = QTreeWidget()
    found.setAccessibleName("Keyboard shortcuts")
    found.setHeaderLabels(["Command", "Keys"])
    found.setRootIsDecorated(False)
    found.setIndentation(12)
    found.setFrameShape(QFrame.Shape.NoFrame)
    found.header().setStretchLastSection(False)
    found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return found
