"""The timeline along the bottom: the years, play and pause, and the events of the year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from qtpy.QtCore import QSignalBlocker
from qtpy.QtWidgets import QMenu, QSizePolicy, QToolButton

from desktop.commands import clock, go, years
from desktop.commands.command import Context
from desktop.panels.clock_tools import Pace, Ways
from desktop.panels.pieces import UNIT, column, command_button, row, text
from desktop.panels.scrubber import Scrubber
from desktop.panels.year_box import YearBox
from desktop.state.atlas import Atlas, Clock
from geodata.frame import Frame
from geodata.ladder import Ladder
from geodata.told import Event
from geodata.year import year_of

_MARGINS = (UNIT, UNIT // 2, UNIT, UNIT // 2)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the timeline shows.

    Parameters
    ----------
    known_year : int
        The year of the clock that holds the last day of which anything is known.
    """

    year: int
    clock: Clock
    first_year: int
    last_year: int
    known_year: int
    events: tuple[Event, ...]
    all_events: tuple[Event, ...]
    ladders: tuple[Ladder, ...]


def part(atlas: Atlas, frame: Frame) -> Timeline:
    """Take what the timeline shows out of a state and its frame."""
    return Timeline(
        year=frame.year,
        clock=atlas.clock,
        first_year=frame.first_year,
        last_year=frame.last_year,
        known_year=year_of(min(frame.data_date, frame.known_on or frame.data_date), frame.fiscal),
        events=frame.events,
        all_events=frame.all_events,
        ladders=frame.desk.ladders() if frame.desk else (),
    )


class TimelinePanel:
    """Buttons, the line of years, a box to type a year, and what happened in it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drags, self._gesture = count(), ""
        self._marked: tuple[tuple[Event, ...], tuple[Ladder, ...], int] | None = None
        self._back = command_button(years.PREVIOUS_EVENT, context)
        self._play = command_button(years.PLAY, context)
        self._on = command_button(years.NEXT_EVENT, context)
        self._pace, self._ways = Pace(context), Ways(context)
        self._line = Scrubber()
        self._since = YearBox("First year of the range, typed", "Type the year that the range begins with")
        self._to = text("to", "soft", wrap=False)
        self._box = YearBox("Year, typed", "Type a year (Ctrl+G)")
        self._events = QToolButton()
        runs = row(self._back, self._play, self._on, gap=2)
        typed = row(
            text(wrap=False), self._since, self._to, self._box, self._events, gap=UNIT // 2, stretch=0
        )
        left = column(runs, self._pace.widget, gap=2)
        right = column(typed, self._ways.widget, gap=2)
        self.widget = row(left, self._line, right, margins=_MARGINS, stretch=1)
        for part in (runs, typed, self._pace.widget, self._ways.widget, left, right, self.widget):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.widget.setFocusProxy(self._box)
        self._set_up()

    def show(self, shown: Timeline) -> None:
        """Show a year, and whether the years run."""
        now, ends = shown.clock, (shown.first_year, shown.last_year)
        with QSignalBlocker(self._line), QSignalBlocker(self._box), QSignalBlocker(self._since):
            self._line.setRange(*ends)
            self._line.setValue(shown.year)
            self._line.show_clock(now.first, now.fiscal)
            self._box.show_year(shown.year, *ends, now.fiscal)
            self._since.show_year(shown.year if now.first is None else now.first, *ends, now.fiscal)
        for part in (self._since, self._to):
            part.setVisible(now.first is not None)
        marked = (shown.all_events, shown.ladders, shown.known_year)
        if marked != self._marked:
            self._marked = marked
            self._line.mark(_by_year(shown.all_events), shown.known_year)
            self._line.mark_states(_states_by_year(shown.ladders))
        self._play.setChecked(now.playing)
        self._pace.show(now)
        self._ways.show(now)
        self._back.setEnabled(years.PREVIOUS_EVENT.enabled(self._context))
        self._on.setEnabled(years.NEXT_EVENT.enabled(self._context))
        self._events.setText(_count_words(len(shown.events), now))
        self._events.setEnabled(bool(shown.events))

    def _set_up(self) -> None:
        self._line.valueChanged.connect(self._pick)
        self._line.sliderPressed.connect(self._begin_drag)
        self._line.since_moved.connect(self._pick_since)
        self._since.valueChanged.connect(lambda year: clock.set_since(self._context.store, year))
        self._box.valueChanged.connect(lambda year: years.go_to(self._context.store, year))
        self._box.lineEdit().returnPressed.connect(self._line.setFocus)  # a typed year is done; arrows go on
        self._events.setAccessibleName("Events of this year")
        self._events.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._events)
        menu.aboutToShow.connect(lambda: self._list_events(menu))
        self._events.setMenu(menu)
        widest = self._events.fontMetrics().horizontalAdvance("88 events this year")
        self._events.setFixedWidth(widest + 3 * UNIT)

    def _begin_drag(self) -> None:
        self._gesture = f"drag the years {next(self._drags)}"

    def _pick(self, year: int) -> None:
        years.go_to(self._context.store, year, self._gesture if self._line.isSliderDown() else None)

    def _pick_since(self, year: int) -> None:
        clock.set_since(self._context.store, year, self._gesture if self._line.drags_since else None)

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


def _states_by_year(ladders: tuple[Ladder, ...]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for ladder in ladders:
        for rung in ladder.rungs:
            if rung.year is not None:
                words = f"{rung.when}: {ladder.name}, {rung.words}{' [S]' if rung.scenario else ''}"
                found[rung.year] = (*found.get(rung.year, ()), words)
    return found


def _count_words(events: int, now: Clock) -> str:
    when = "this year" if now.first is None else "in range"
    if not events:
        return f"no event {when}"
    return f"{events} event{'' if events == 1 else 's'} {when}"
