"""The dialog in which a deck is set up: slides or pages, theme, and whether its views can be brought back."""

from __future__ import annotations

from dataclasses import dataclass, field

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.sheets.binding import NATIVE
from desktop.sheets.custom_size import combo_of
from desktop.sheets.export_form import THEME_TITLES
from desktop.sheets.own_words import Own, OwnWords
from desktop.state.story import Story

WIDTH_PX = 440
KIND_TITLES = {"pptx": "PowerPoint slides (PPTX)", "pdf": "Pages of one PDF"}
_WHAT = {
    "pptx": "Each has the map as a picture, and title, caption, table and notes that can be edited.",
    "pdf": "Each is the whole sheet, with vectors and its text version.",
}
_NATIVE = "Slides always have it, as words that can be edited"
_CARRIES = "Opening or auditing the deck needs what it carries"


@dataclass(frozen=True, slots=True)
class DeckChoices:
    """How a deck is set up; `carries` is whether its views can be brought back and its figures audited."""

    kind: str = "pptx"
    theme: str = "light"
    carries: bool = True
    own: Own = field(default_factory=Own)


class DeckDialog(QDialog):
    """Sets up a deck of the open story, and says what it will be.

    Parameters
    ----------
    choices : DeckChoices
        What is set at first.
    """

    wanted = Signal(object)
    """`DeckChoices`."""

    def __init__(self, window: QWidget, choices: DeckChoices, story: Story) -> None:
        super().__init__(window)
        self.setWindowTitle("Export deck")
        self.setMinimumWidth(WIDTH_PX)
        self._steps = len(story.steps)
        self._kind, self._theme = combo_of(KIND_TITLES, choices.kind), combo_of(THEME_TITLES, choices.theme)
        self._own = OwnWords(choices.own)
        self._carries = QCheckBox("Carry &views and figures, to be opened and audited")
        self._carries.setChecked(choices.carries)
        self._carries.setToolTip(_CARRIES)
        self._words = QLabel()
        self._words.setObjectName("export-words")
        self._words.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton("&Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        go = self._buttons.addButton("&Export…", QDialogButtonBox.ButtonRole.AcceptRole)
        go.setObjectName("primary")
        self._lay_out(story.title)
        self._kind.currentIndexChanged.connect(lambda _place: self._refresh())
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._send_off)
        self._refresh()

    @property
    def choices(self) -> DeckChoices:
        """Everything that is set."""
        kind, theme = self._kind.currentData(), self._theme.currentData()
        return DeckChoices(kind, theme, self._carries.isChecked(), self._own.own)

    def _lay_out(self, title: str) -> None:
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow("Story", name)
        form.addRow("&Format", self._kind)
        form.addRow("&Theme", self._theme)
        self._own.add_to(form)
        form.addRow("", self._carries)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def _refresh(self) -> None:
        kind = self._kind.currentData()
        self._own.leave_out(NATIVE if kind == "pptx" else (), _NATIVE)
        noun = "slide" if kind == "pptx" else "page"
        count = f"{self._steps} {noun}" if self._steps == 1 else f"{self._steps} {noun}s"
        self._words.setText(f"{count}. {_WHAT[kind]}")

    def _send_off(self) -> None:
        self.wanted.emit(self.choices)
        self.accept()
