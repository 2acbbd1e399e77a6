"""The History panel: everything that was done, by name, as a list to jump in."""

from __future__ import annotations

from typing import Any

from qtpy.QtCore import QAbstractListModel, QModelIndex, Qt
from qtpy.QtGui import QKeyEvent
from qtpy.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout

from desktop.commands import edit
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.history_rail import PLACE, RailDelegate
from desktop.panels.lists import SOFT, Index
from desktop.panels.pieces import FLUSH, UNIT, command_button, row, text
from desktop.panels.seen import Seen
from desktop.state.store import HISTORY_LENGTH, History

_TOOLS = (edit.UNDO, edit.REDO)
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TOLD = {"present": "the present state", "done": "done", "undone": "taken back"}


class HistoryPanel:
    """Undo and redo above, and below every change from the first to the last; Enter or a click goes there."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._history = History((), 0)
        self._model = _Changes()
        self._list = _ChangeList(context)
        self._list.setModel(self._model)
        self._tools = [command_button(command, context) for command in _TOOLS]
        self._told = text(name="soft", wrap=False)
        self.widget = Seen()
        self._lay_out()
        self.widget.came.connect(self._write)
        context.store.subscribe(self.show, lambda _atlas, _frame: context.store.history)

    def show(self, history: History) -> None:
        """Show what was done, now or when the panel is next seen."""
        self._history = history
        if self.widget.isVisible():
            self._write()

    def _write(self) -> None:
        history = self._history
        self._model.take(history)
        self._list.stand_at(history.present)
        self._told.setText(f"{history.present} of {len(history.names)} done" if history.names else "")
        for command, button in zip(_TOOLS, self._tools, strict=True):
            button.setEnabled(command.enabled(self._context))

    def _lay_out(self) -> None:
        tools = row(*self._tools, self._told, gap=UNIT // 2, margins=(UNIT, UNIT // 2, UNIT, UNIT // 2))
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(*FLUSH)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self._list, 1)
        self.widget.setFocusProxy(self._list)


class _Changes(QAbstractListModel):
    """The state at first, and every change after it: row n is where n changes are done."""

    def __init__(self) -> None:
        super().__init__()
        self._history = History((), 0)

    def take(self, history: History) -> None:
        """List another history."""
        if history != self._history:
            self.beginResetModel()
            self._history = history
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the changes, and the state before the first."""
        return 0 if parent is not None and parent.isValid() else len(self._history.names) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name of a change, and whether it is done."""
        if not index.isValid():
            return None
        name, place = self._name(index.row()), self._place(index.row())
        said = {
            Qt.ItemDataRole.DisplayRole: name,
            PLACE: place,
            SOFT: place == "undone",
            Qt.ItemDataRole.AccessibleTextRole: f"{name}, {_TOLD[place]}",
            Qt.ItemDataRole.ToolTipRole: as_tip(name),
        }
        return said.get(role)

    def _name(self, place: int) -> str:
        if place:
            return self._history.names[place - 1]
        return "As it opened" if self._history.is_whole else f"Before the last {HISTORY_LENGTH} changes"

    def _place(self, place: int) -> str:
        present = self._history.present
        return "present" if place == present else "done" if place < present else "undone"


class _ChangeList(QListView):
    """Walked by the arrow keys and by typing; only Enter, Space or a click changes anything."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._store = context.store
        self.setAccessibleName("History")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RailDelegate(self))
        self.clicked.connect(self._go)

    def stand_at(self, place: int) -> None:
        """Make a row the current one, and bring it into sight."""
        index = self.model().index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current row, or walk on."""
        if event.key() in _KEYS and self.currentIndex().isValid():
            self._go(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        edit.jump(self._store, index.row())
