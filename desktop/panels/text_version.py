"""The Text version panel: all that is shown, told in words from top to bottom, for reading and listening."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QSignalBlocker, Qt, Signal
from qtpy.QtGui import QKeyEvent, QTextCursor
from qtpy.QtWidgets import QFrame, QPushButton, QTextEdit, QVBoxLayout, QWidget

from desktop.commands import telling
from desktop.commands.command import Context
from desktop.panels.choice_box import ChoiceBox
from desktop.panels.pieces import UNIT, row
from desktop.panels.seen import Seen
from desktop.panels.text_page import write
from desktop.state.atlas import Atlas
from desktop.state.compared_text import in_words
from desktop.state.comparing import frame_of_a
from desktop.state.store import Store
from desktop.state.text import Text
from geodata.frame import Frame

_KEYS = "Ctrl+Down and Ctrl+Up go from heading to heading"
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


Told = tuple[Frame, Frame | None]
"""What is seen, and what it is compared with."""


def part_of(store: Store) -> Callable[[Atlas, Frame], Told]:
    """Take both frames whole: the text tells everything that is shown."""
    return lambda atlas, frame: (frame, frame_of_a(atlas, store.frame_of))


class TextVersionPanel:
    """A page to read; it is written only while it can be seen, so that a closed one costs nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: Told | None = None
        self._written: Told | None = None
        self._text = Text("", ())
        self._starts: list[int] = []
        self._page, self._sections = _Page(), ChoiceBox("Section")
        self.widget = self._lay_out()
        self.widget.setFocusProxy(self._page)
        self.widget.came.connect(self._write)
        self._page.stepped.connect(lambda step: self._go_to(self._here() + step))
        self._page.cursorPositionChanged.connect(self._name_section)
        self._sections.activated.connect(self._go_to)

    def show(self, told: Told) -> None:
        """Tell a frame, and what it is compared with, now or when the page is next seen."""
        self._told = told
        if self.widget.isVisible():
            self._write()

    def _write(self) -> None:
        """Write the page anew where it tells something else; the reader stays in the section."""
        if self._told is None or self._told == self._written:
            return
        here, scrolled = self._section_id(), self._page.verticalScrollBar().value()
        self._written, self._text = self._told, in_words(*self._told)
        with QSignalBlocker(self._page):
            self._starts = write(self._page, self._text)
        self._sections.clear()
        self._sections.addItems([section.heading for section in self._text.sections])
        names = [section.id for section in self._text.sections]
        self._put_cursor(names.index(here) if here in names else 0)
        self._page.verticalScrollBar().setValue(scrolled)

    def _section_id(self) -> str:
        return self._text.sections[self._here()].id if self._text.sections else ""

    def _here(self) -> int:
        """Find the section in which the cursor stands, by its number."""
        at = self._page.textCursor().position()
        return max((place for place, start in enumerate(self._starts) if start <= at), default=0)

    def _put_cursor(self, place: int) -> None:
        cursor = self._page.textCursor()
        cursor.setPosition(self._starts[place])
        self._page.setTextCursor(cursor)

    def _go_to(self, place: int) -> None:
        """Put the cursor to a heading, and the heading to the top."""
        if 0 <= place < len(self._starts):
            self._page.moveCursor(QTextCursor.MoveOperation.End)
            self._put_cursor(place)
            top = self._page.cursorRect().top() - UNIT
            self._page.verticalScrollBar().setValue(self._page.verticalScrollBar().value() + top)
            self._page.setFocus()

    def _name_section(self) -> None:
        self._sections.setCurrentIndex(self._here())

    def _copy_section(self) -> None:
        section = self._text.sections[self._here()]
        self._context.texts.copy(section.plain(), f"“{section.heading}”")

    def _lay_out(self) -> Seen:
        widget = Seen()
        self._sections.setToolTip(_KEYS)
        doing = {
            "Copy all": lambda: telling.copy(self._context),
            "Copy section": self._copy_section,
            "Save…": lambda: telling.save(self._context),
        }
        buttons = [QPushButton(words) for words in doing]
        for button in buttons:
            button.clicked.connect(doing[button.text()])
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(row(self._sections, margins=(UNIT, 0, UNIT, 0)))
        layout.addWidget(self._page, 1)
        layout.addWidget(row(*buttons, QWidget(), margins=(UNIT, 0, UNIT, UNIT), stretch=len(buttons)))
        return widget


class _Page(QTextEdit):
    """A page to read with a cursor, by keys, by mouse or by a screen reader."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Text version")
        self.setAccessibleDescription(f"What is shown, in words. {_KEYS}.")
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(2 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from heading to heading, or let the page do what it does."""
        step = _STEPS.get(event.key())
        if step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(step)
            event.accept()
        else:
            super().keyPressEvent(event)
