"""The timeline along the bottom: the years, play and pause, and the events of the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from qtpy.QtCore import QSignalBlocker, Qt
from qtpy.QtWidgets import QMenu, QSpinBox, QToolButton

from desktop.commands import go, years
from desktop.commands.command import Context
from desktop.panels.pieces import AROUND, UNIT, command_button, row
from desktop.panels.scrubber import Scrubber
from desktop.state.atlas import Atlas
from geodata.frame import Frame
from geodata.told import Event


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the timeline shows."""

    year: int
    playing: bool
    first_year: int
    last_year: int
    data_date: date
    events: tuple[Event, ...]
    all_events: tuple[Event, ...]


def part(atlas: Atlas, frame: Frame) -> Timeline:
    """Take what the timeline shows out of a state and its frame."""
    return Timeline(
        year=frame.year,
        playing=atlas.clock.playing,
        first_year=frame.first_year,
        last_year=frame.last_year,
        data_date=frame.data_date,
        events=frame.events,
        all_events=frame.all_events,
    )


class TimelinePanel:
    """Buttons, the line of years, a box to type a year, and what happened in it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drags, self._gesture = count(), ""
        self._marked: tuple[Event, ...] | None = None
        self._back = command_button(years.PREVIOUS_EVENT, context)
        self._play = command_button(years.PLAY, context)
        self._on = command_button(years.NEXT_EVENT, context)
        self._line = Scrubber()
        self._box = QSpinBox()
        self._events = QToolButton()
        self.widget = row(
            self._back, self._play, self._on, self._line, self._box, self._events, margins=AROUND
        )
        self.widget.setFocusProxy(self._box)
        self._set_up()

    def show(self, shown: Timeline) -> None:
        """Show a year, and whether the years run."""
        with QSignalBlocker(self._line), QSignalBlocker(self._box):
            for slider in (self._line, self._box):
                slider.setRange(shown.first_year, shown.last_year)
                slider.setValue(shown.year)
        if shown.all_events is not self._marked:
            self._marked = shown.all_events
            self._line.mark(_by_year(shown.all_events), shown.data_date.year)
        self._play.setChecked(shown.playing)
        self._back.setEnabled(years.PREVIOUS_EVENT.enabled(self._context))
        self._on.setEnabled(years.NEXT_EVENT.enabled(self._context))
        self._events.setText(_count_words(len(shown.events)))
        self._events.setEnabled(bool(shown.events))

    def _set_up(self) -> None:
        self._line.valueChanged.connect(self._pick)
        self._line.sliderPressed.connect(self._begin_drag)
        self._box.setKeyboardTracking(False)
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setAccessibleName("Year, typed")
        self._box.setToolTip("Type a year (Ctrl+G)")
        self._box.valueChanged.connect(lambda year: years.go_to(self._context.store, year))
        self._box.lineEdit().returnPressed.connect(self._line.setFocus)  # a typed year is done; arrows go on
        self._events.setAccessibleName("Events of this year")
        self._events.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._events)
        menu.aboutToShow.connect(lambda: self._list_events(menu))
        self._events.setMenu(menu)
        self._events.setFixedWidth(self._events.fontMetrics().horizontalAdvance(_count_words(88)) + 3 * UNIT)

    def _begin_drag(self) -> None:
        self._gesture = f"drag the years {next(self._drags)}"

    def _pick(self, year: int) -> None:
        years.go_to(self._context.store, year, self._gesture if self._line.isSliderDown() else None)

    def _list_events(self, menu: QMenu) -> None:
        menu.clear()
        for event in self._context.store.frame.events:
            action = menu.addAction(f"{event.day}:  {event.name}".replace("&", "&&"))
            action.triggered.connect(lambda _on=False, thing=event.thing: self._tell(thing))

    def _tell(self, thing: str) -> None:
        go.select(self._context.store, thing)
        self._context.panes.show("details")


def _by_year(events: tuple[Event, ...]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for event in events:
        found[event.year] = (*found.get(event.year, ()), f"{event.day}: {event.label}")
    return found


def _count_words(events: int) -> str:
    if not events:
        return "no event this year"
    return f"{events} event{'' if events == 1 else 's'} this year"
