"""The dialog in which a film is set up: years or story, format, look, pace, and the presenter's own words."""

from __future__ import annotations

from qtpy.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.sheets.custom_size import INDENT_PX, combo_of
from desktop.sheets.encoders import find_ffmpeg
from desktop.sheets.errors import SheetError
from desktop.sheets.film import LONGEST_S, SHORTEST_S, held_for_reading
from desktop.sheets.film_choices import KIND_TITLES, SIZES, FilmChoices, amount_words
from desktop.sheets.film_limits import check_amount
from desktop.sheets.series_dialog import SeriesDialog
from desktop.state.story import Story

WIDTH_PX = 460
_CARRIES = "Carry &views and figures, to be opened again"
_CARRIES_TIP = "Each PNG brings its view back; films say which data they show"


class FilmDialog(SeriesDialog):
    """Sets up a film, and says beforehand how many pictures it will have and how long it will last.

    Parameters
    ----------
    choices : FilmChoices
        What is set at first.
    years : tuple of int
        First and last year of the clock.
    story : Story
        The open one; it can be chosen where it has steps.
    """

    def __init__(self, window: QWidget, choices: FilmChoices, years: tuple[int, int], story: Story) -> None:
        super().__init__(window, choices, _CARRIES, _CARRIES_TIP)
        self.setWindowTitle("Export film")
        self.setMinimumWidth(WIDTH_PX)
        self._story = story
        self._subject = combo_of(
            {"years": "The years", "story": f"The story: {story.title}"},
            "story" if choices.of_story else "years",
        )
        self._first, self._last = _year(choices.first, years, "From"), _year(choices.last, years, "To")
        self._kind, self._size = combo_of(KIND_TITLES, choices.kind), combo_of(SIZES, choices.size)
        self._seconds = _seconds(choices.seconds)
        self._own.leave_out(("year",), "Every picture of a film says its year")
        self._subject.setEnabled(bool(story.steps))
        self._lay_out(
            (
                ("&Show", self._subject),
                (_label("&Years", self._first), _short(self._first, QLabel("to"), self._last)),
                ("&Format", self._kind),
                ("Si&ze", self._size),
                ("&Theme", self._theme),
                (_label("&Hold each for", self._seconds), _short(self._seconds)),
            )
        )
        self._listen()
        self._refresh()

    @property
    def choices(self) -> FilmChoices:
        """Everything that is set."""
        return FilmChoices(
            self._first.value(),
            self._last.value(),
            self._subject.currentData() == "story",
            self._kind.currentData(),
            self._size.currentData(),
            round(self._seconds.value(), 1),
            self._theme.currentData(),
            self._carries.isChecked(),
            self._own.own,
        )

    def _listen(self) -> None:
        for combo in (self._subject, self._kind, self._size, self._theme):
            combo.currentIndexChanged.connect(lambda _place: self._refresh())
        for spin in (self._first, self._last, self._seconds):
            spin.valueChanged.connect(lambda _value: self._refresh())

    def _refresh(self) -> None:
        """Say what it will be, or what is in the way."""
        choices, problem = self.choices, ""
        for spin in (self._first, self._last):
            spin.setEnabled(not choices.of_story)
        held = self._held(choices)
        try:
            if not held:
                raise SheetError("The years are turned round: the first is behind the last.")
            check_amount(choices.size_px, held, choices.kind)
            if choices.kind == "mp4":
                find_ffmpeg()
        except SheetError as error:
            problem = str(error)
        self._go.setEnabled(not problem)
        self._words.say(problem or amount_words(held, choices.kind), is_problem=bool(problem))

    def _held(self, choices: FilmChoices) -> tuple[float, ...]:
        if choices.of_story:
            return held_for_reading((step.caption for step in self._story.steps), choices.seconds)
        return (choices.seconds,) * (choices.last - choices.first + 1)


def _year(year: int, clock: tuple[int, int], name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(*clock)
    spin.setValue(year)
    spin.setAccessibleName(name)
    spin.lineEdit().setTextMargins(INDENT_PX, 0, 0, 0)
    return spin


def _seconds(seconds: float) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setDecimals(1)
    spin.setSingleStep(0.5)
    spin.setRange(SHORTEST_S, LONGEST_S)
    spin.setValue(seconds)
    spin.setSuffix(" s")
    spin.lineEdit().setTextMargins(INDENT_PX, 0, 0, 0)
    return spin


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    return label


def _short(*parts: QWidget) -> QWidget:
    """Let fields stay as short as what stands in them."""
    found = QWidget()
    line = QHBoxLayout(found)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return found
