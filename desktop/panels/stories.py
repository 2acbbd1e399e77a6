"""The Story panel: the steps of the open story, what each says, and what can be done with them."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QSignalBlocker, Qt
from qtpy.QtGui import QDropEvent, QKeyEvent, QKeySequence
from qtpy.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit

from desktop.commands import steps, stories
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.lists import BELOW, ListDelegate
from desktop.panels.pieces import AROUND, UNIT, column, command_button, row, text
from desktop.state.checked import MAX_WORDS
from desktop.state.story import StoryStep
from desktop.state.story_file import sound
from desktop.state.story_store import Telling

_TOOLS = (stories.RECORD, stories.REPLACE, stories.MOVE_UP, stories.MOVE_DOWN, stories.DELETE)
_CAPTION_LINES = 3


class StoriesPanel:
    """Title and buttons above, the steps, and the caption of the current one below."""

    def __init__(self, context: Context) -> None:
        self._context, self._book = context, context.stories.book
        self._title = QLineEdit()
        self._steps = _StepList(context)
        self._caption = QPlainTextEdit()
        self._place = text(name="soft")
        self._tools = [command_button(command, context) for command in _TOOLS]
        self._present = command_button(stories.PRESENT, context)
        empty = "No steps yet. Bring the map to what you want to show, and record the view."
        self._empty = text(empty, "soft")
        tools = row(*self._tools, text(), self._present, gap=2, stretch=len(self._tools))
        inside = (self._title, tools, self._empty, self._steps, self._caption, self._place)
        self.widget = column(*inside, margins=AROUND, gap=UNIT // 2, stretch=3)
        self.widget.setFocusProxy(self._steps)
        self._set_up()
        self._book.subscribe(self.show)

    def show(self, telling: Telling) -> None:
        """Show the story as it is, and mark the current step."""
        story, current = telling.story, telling.current
        if sound(self._title.text()) != story.title:
            self._title.setText(story.title)
        self._steps.show_steps(story.steps, current)
        self._empty.setVisible(not story.steps)
        self._show_caption(None if current is None else story.steps[current].caption)
        name = telling.place.replace("\\", "/").rpartition("/")[2]
        words = name or ("not in a file yet" if telling.is_unsaved else "comes with the atlas")
        self._place.setText(f"{words}, not saved" if name and telling.is_unsaved else words)
        for command, button in zip((*_TOOLS, stories.PRESENT), (*self._tools, self._present), strict=True):
            button.setEnabled(command.enabled(self._context))

    def _set_up(self) -> None:
        self._title.setAccessibleName("Title of the story")
        self._title.setMaxLength(MAX_WORDS)
        self._title.setObjectName("story-title")
        self._title.textEdited.connect(lambda title: steps.set_title(self._book, title))
        self._steps.setAccessibleName("Steps of the story")
        self._caption.setAccessibleName("Caption of the step")
        self._caption.setPlaceholderText("What to say about it, in a sentence or two")
        self._caption.setTabChangesFocus(True)
        self._caption.setFixedHeight(_CAPTION_LINES * self._caption.fontMetrics().lineSpacing() + 2 * UNIT)
        self._caption.textChanged.connect(self._keep_caption)

    def _show_caption(self, caption: str | None) -> None:
        """Show the caption of the current step; what is just being typed is left as it is."""
        self._caption.setEnabled(caption is not None)
        if sound(self._caption.toPlainText()) != (caption or ""):
            with QSignalBlocker(self._caption):
                self._caption.setPlainText(caption or "")

    def _keep_caption(self) -> None:
        current = self._book.telling.current
        if current is not None:
            steps.set_caption(self._book, current, self._caption.toPlainText())


class _StepList(QListWidget):
    """Steps by number, name and year: Enter or a click goes there, F2 renames, dragging moves."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._book = context, context.stories.book
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ListDelegate(self, has_two_lines=True))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.itemClicked.connect(lambda item: steps.go_to(context, self.row(item)))
        self.currentRowChanged.connect(self._stand)
        self.itemChanged.connect(lambda item: steps.rename(self._book, self.row(item), item.text()))

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
    year = step.atlas.clock.year
    item.setText(step.name)
    item.setData(BELOW, f"{number} · {year} · {step.caption}" if step.caption else f"{number} · {year}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Step {number}: {step.name}, {year}")
    item.setToolTip(as_tip(step.caption or step.name))
