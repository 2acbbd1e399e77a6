"""The dialog in which a deck is set up: slides or pages, theme, and whether its views can be brought back."""

from __future__ import annotations

from dataclasses import dataclass, field

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QLabel, QWidget

from desktop.sheets.binding import NATIVE
from desktop.sheets.custom_size import combo_of
from desktop.sheets.own_words import Own
from desktop.sheets.series_dialog import SeriesDialog
from desktop.state.story import Story

WIDTH_PX = 440
KIND_TITLES = {"pptx": "PowerPoint slides (PPTX)", "pdf": "Pages of one PDF"}
_WHAT = {
    "pptx": "Each has the map as a picture, and title, caption, table and notes that can be edited.",
    "pdf": "Each is the whole sheet, with vectors and its text version.",
}
_NATIVE = "Slides always have it, as words that can be edited"
_CARRIES = "Carry &views and figures, to be opened and audited"
_CARRIES_TIP = "Opening or auditing the deck needs what it carries"


@dataclass(frozen=True, slots=True)
class DeckChoices:
    """How a deck is set up; `carries` is whether its views can be brought back and its figures audited."""

    kind: str = "pptx"
    theme: str = "light"
    carries: bool = True
    own: Own = field(default_factory=Own)


class DeckDialog(SeriesDialog):
    """Sets up a deck of the open story, and says what it will be.

    Parameters
    ----------
    choices : DeckChoices
        What is set at first.
    """

    def __init__(self, window: QWidget, choices: DeckChoices, story: Story) -> None:
        super().__init__(window, choices, _CARRIES, _CARRIES_TIP)
        self.setWindowTitle("Export deck")
        self.setMinimumWidth(WIDTH_PX)
        self._steps = len(story.steps)
        self._kind = combo_of(KIND_TITLES, choices.kind)
        name = QLabel(story.title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self._lay_out((("Story", name), ("&Format", self._kind), ("&Theme", self._theme)))
        self._kind.currentIndexChanged.connect(lambda _place: self._refresh())
        self._refresh()

    @property
    def choices(self) -> DeckChoices:
        """Everything that is set."""
        kind, theme = self._kind.currentData(), self._theme.currentData()
        return DeckChoices(kind, theme, self._carries.isChecked(), self._own.own)

    def _refresh(self) -> None:
        kind = self._kind.currentData()
        self._own.leave_out(NATIVE if kind == "pptx" else (), _NATIVE)
        noun = "slide" if kind == "pptx" else "page"
        count = f"{self._steps} {noun}" if self._steps == 1 else f"{self._steps} {noun}s"
        self._words.say(f"{count}. {_WHAT[kind]}")
