"""The steps of the open story as a list: a line for each, with its number, its name, and when it is seen."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt
from qtpy.QtGui import QDropEvent, QKeyEvent, QKeySequence, QPainter, QPalette
from qtpy.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
)

from desktop.commands import steps, stories
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.lists import BELOW, Index, ListDelegate
from desktop.panels.pieces import UNIT
from desktop.state.story import StoryStep

_LEAST_LINES = 4
"""The list keeps so many steps in sight however low its panel is."""
_OFFERED = (
    stories.PRESENT_FROM_HERE,
    stories.REPLACE,
    stories.RENAME,
    stories.CAPTION,
    stories.MOVE_UP,
    stories.MOVE_DOWN,
    stories.DELETE,
)
_MARKS = (("scenario", "scenario"), ("known_on", "as known then"), ("compare", "compared"))


class StepList(QListWidget):
    """Steps by number, name and year: Enter or a click goes there, F2 renames, dragging moves."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._book = context, context.stories.book
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemClicked.connect(lambda item: steps.go_to(context, self.row(item)))
        self.currentRowChanged.connect(self._stand)
        self.itemChanged.connect(self._rename)

    def show_steps(self, shown: tuple[StoryStep, ...], current: int | None) -> None:
        """Show these steps, and mark the current one."""
        with QSignalBlocker(self):
            while self.count() > len(shown):
                self.takeItem(self.count() - 1)
            while self.count() < len(shown):
                self.addItem(_item())
            for number, step in enumerate(shown, 1):  # in place: one of them may just be edited
                _fill(self.item(number - 1), number, step)
            self.setCurrentRow(-1 if current is None else current)

    def minimumSizeHint(self) -> QSize:
        """Keep a few steps in sight."""
        return QSize(super().minimumSizeHint().width(), _LEAST_LINES * (self.fontMetrics().height() + UNIT))

    def sizeHint(self) -> QSize:
        """Ask for no more than that: the list takes what room there is, and its panel is not scrolled."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the step at Enter, take it out at Delete, take back at the keys of undo."""
        place = self.currentRow()
        if event.matches(QKeySequence.StandardKey.Undo):
            self._book.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._book.redo()
        elif place >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            steps.go_to(self._context, place)
        elif place >= 0 and event.key() == Qt.Key.Key_Delete:
            steps.delete(self._book, place)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of undo from the window: in this list they are the story's."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.accept()
                return True
        return super().event(event)

    def _open_menu(self, place: QPoint) -> None:
        """Offer what can be done with the step under the pointer."""
        item = self.itemAt(place)
        if item is None:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        for command in _OFFERED:
            action = menu.addAction(command.title.replace("&", "&&"))
            action.setEnabled(command.enabled(self._context))
            action.triggered.connect(lambda _on=False, run=command.run: run(self._context))
        menu.popup(self.viewport().mapToGlobal(place))

    def _rename(self, item: QListWidgetItem) -> None:
        steps.name_as_typed(self._context.stories, self.row(item), item.text())

    def _stand(self, place: int) -> None:
        self._book.stand_at(place if place >= 0 else None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the step that is dragged; the list shows it when the story has it."""
        position = event.position().toPoint() if hasattr(event, "position") else event.pos()
        target = self.indexAt(position)
        middle = self.visualRect(target).center().y()
        to = target.row() + (position.y() > middle) if target.isValid() else self.count()
        start = self.currentRow()
        event.setDropAction(Qt.DropAction.CopyAction)  # or Qt would take the row away that was dragged
        event.accept()
        steps.move(self._book, start, to - 1 if to > start else to)


def _item() -> QListWidgetItem:
    item = QListWidgetItem()
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
    return item


def _fill(item: QListWidgetItem, number: int, step: StoryStep) -> None:
    when = ", ".join((step.year_label, *step.conditions))
    item.setText(step.name)
    item.setData(BELOW, " · ".join((*_marks(step), step.year_label)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Step {number}: {step.name}, {when}")
    item.setToolTip(as_tip("\n".join(filter(None, (step.caption or step.name, when)))))


def _marks(step: StoryStep) -> list[str]:
    """Say in a word each under what a view alone is right; all of it stands in the tip."""
    return [words for part, words in _MARKS if getattr(step.atlas, part) is not None]


class _StepDelegate(ListDelegate):
    """Paints a step in one line: its number, its name, and at the right when it is seen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground as lists have it, and the three parts on it."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        name, styled.text = styled.text, ""
        style = styled.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        metrics, room = styled.fontMetrics, styled.rect.adjusted(UNIT // 2, 0, -UNIT // 2, 0)
        number, when = str(index.row() + 1), index.data(BELOW)
        first = metrics.horizontalAdvance("00") + UNIT
        last = metrics.horizontalAdvance(when)
        middle = room.adjusted(first, 0, -last - UNIT, 0)
        shortened = metrics.elidedText(name, Qt.TextElideMode.ElideRight, middle.width())
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for words, box, side, role in (
            (number, room, left, QPalette.ColorRole.PlaceholderText),
            (shortened, middle, left, QPalette.ColorRole.Text),
            (when, room, right, QPalette.ColorRole.PlaceholderText),
        ):
            painter.setPen(styled.palette.color(role))
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
