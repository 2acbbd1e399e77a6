"""The Story panel: the steps of the open story, what each says, and what can be done with them."""

from __future__ import annotations

from qtpy.QtCore import QSignalBlocker
from qtpy.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.commands import steps, stories
from desktop.commands.command import Context
from desktop.panels.pieces import AROUND, UNIT, column, command_button, row, text
from desktop.panels.step_list import StepList
from desktop.state.checked import MAX_WORDS
from desktop.state.story_file import sound
from desktop.state.story_store import Telling

_TOOLS = (stories.RECORD, stories.REPLACE, stories.MOVE_UP, stories.MOVE_DOWN, stories.DELETE)
_CAPTION_LINES = 3


class StoriesPanel:
    """Title and buttons above, the steps, and the caption of the current one below."""

    def __init__(self, context: Context) -> None:
        self._context, self._book = context, context.stories.book
        self._title = QLineEdit()
        self._steps = StepList(context)
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
