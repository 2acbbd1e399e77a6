"""One side of a comparison, to be changed by mouse or keyboard: its year, its scenario, its day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from qtpy.QtCore import QSignalBlocker, Signal
from qtpy.QtGui import QFocusEvent
from qtpy.QtWidgets import QComboBox, QLineEdit

from desktop.commands.knowing import parse_day
from desktop.panels.pieces import chip, row
from desktop.panels.year_box import YearBox
from desktop.state.words import day_words
from geodata.scenario import Scenario

NO_SCENARIO = "No scenario"
ALL_KNOWN = "all known"
_SOME_YEAR = 2000
"""What a box holds before anything is shown: it measures itself by its years, and there is no year 0."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side shows."""

    letter: str
    year: int
    scenario: Scenario | None
    known_on: date | None


@dataclass(frozen=True, slots=True)
class Takers:
    """What takes the changes of one side."""

    year: Callable[[int], object]
    scenario: Callable[[Scenario | None], object]
    known_on: Callable[[date | None], object]


class SideEditor:
    """A line with a letter, a year, a scenario and a day; `wrong` hears what is wrong with a typed day."""

    def __init__(self, letter: str, takers: Takers, wrong: Callable[[str], object]) -> None:
        self._takers, self._wrong = takers, wrong
        self._choices: tuple[Scenario | None, ...] = ()
        self._known_on: date | None = None
        self.year = YearBox(f"Year of {letter}", f"Year of {letter}: type it and press Enter")
        self.year.setRange(_SOME_YEAR, _SOME_YEAR)
        self._scenario = QComboBox()
        self._day = _DayEdit()
        self.widget = row(chip(letter, "letter"), self.year, self._scenario, self._day, stretch=2)
        self._scenario.setAccessibleName(f"Scenario of {letter}")
        self._scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._day.setObjectName("typed-day")
        self._day.setAccessibleName(f"{letter} as known on")
        self._day.setPlaceholderText(ALL_KNOWN)
        self._day.setToolTip(f"{letter} as known on a day, such as 1 Jun 2025; empty for all that is known")
        self._day.setFixedWidth(self._day.fontMetrics().horizontalAdvance("as of 28 May 2025"))
        self.year.valueChanged.connect(takers.year)
        self._scenario.activated.connect(lambda place: takers.scenario(self._choices[place]))
        self._day.returnPressed.connect(self._take_day)
        self._day.left.connect(self._take_day)

    def show(self, side: Side, years: tuple[int, int, bool], scenarios: Sequence[Scenario]) -> None:
        """Show a side; `years` are the first and last of the clock, and whether they are fiscal."""
        with QSignalBlocker(self.year), QSignalBlocker(self._scenario):
            self.year.show_year(side.year, *years)
            self._show_scenarios(side.scenario, scenarios)
        self._known_on = side.known_on
        self._day.setText(day_words(side.known_on) if side.known_on else "")

    def _show_scenarios(self, chosen: Scenario | None, scenarios: Sequence[Scenario]) -> None:
        own = [chosen] if chosen is not None and chosen not in scenarios else []
        choices = (None, *own, *scenarios)
        if choices != self._choices:
            self._choices = choices
            self._scenario.clear()
            self._scenario.addItems([choice.title if choice else NO_SCENARIO for choice in choices])
        self._scenario.setCurrentIndex(choices.index(chosen))
        self._scenario.setToolTip(chosen.title if chosen else "")

    def _take_day(self) -> None:
        text = self._day.text().strip()
        try:
            day = parse_day(text) if text else None
        except ValueError as error:
            self._wrong(str(error))
            return
        self._wrong("")
        if day != self._known_on:
            self._takers.known_on(day)


class _DayEdit(QLineEdit):
    """Says when the keyboard leaves it; `editingFinished` would also tell of Enter, and so twice."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusOutEvent(event)
        self.left.emit()
