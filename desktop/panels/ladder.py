"""The Ladder of mines panel: the dated states of each proposed mine, with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qtpy.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.commands import go
from desktop.commands.command import Context
from desktop.panels.cards import Card, LinkButton
from desktop.panels.ladder_view import LadderView, Marks
from desktop.panels.pieces import UNIT, row, text
from desktop.panels.seen import Seen, WhenSeen
from desktop.panels.wide import WideColumn
from desktop.state.atlas import Atlas
from geodata.desk import Desk
from geodata.frame import Frame
from geodata.ladder import Ladder, Rung
from geodata.year import Year, year_of

RULES = (
    "Each mark is one dated state from one source, as wide as its date is uncertain. Nothing is inferred "
    "between two marks: a gap stays a gap, and a later state may be lower. A struck-out open mark lies "
    "beside the ladder: a hearing called off, a mine dropped. The arc on the map is an eighth of the ring "
    "for each rung of the latest state told by the year's end; after the data, none."
)


@dataclass(frozen=True, slots=True)
class Climbing:
    """What the panel shows; the ladders themselves are made when they can be seen."""

    desk: Desk | None
    year: Year
    last_known: int
    claim: str | None
    thing: str | None


def part(_atlas: Atlas, frame: Frame) -> Climbing:
    """Take what makes the ladders, and the marks on them."""
    detail = frame.detail
    claim, thing = (detail.claim, detail.thing) if detail else (None, None)
    year = Year(frame.year, frame.fiscal, frame.since)
    return Climbing(frame.desk, year, year_of(frame.data_date, frame.fiscal), claim, thing)


class LadderPanel(WhenSeen[Climbing]):
    """The rules above, and a card for each mine; a step of the year moves only the marks."""

    def __init__(self, context: Context) -> None:
        super().__init__(Seen())
        self._context = context
        self._ladders: tuple[Ladder, ...] | None = None
        self._cards: list[_LadderCard] = []
        self._column = WideColumn()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row(text(RULES, "soft"), margins=(2 * UNIT, 0, 2 * UNIT, 0)))
        layout.addWidget(self._column, 1)
        self.widget.setFocusProxy(self._column)

    def _write(self, shown: Climbing) -> None:
        if shown.desk is None:
            return
        ladders = shown.desk.ladders()
        if ladders != self._ladders:
            self._ladders = ladders
            self._cards = [_LadderCard(ladder, self._context) for ladder in ladders]
            nothing = None if ladders else text("No proposed mine is known.", "soft")
            self._column.fill([card.frame for card in self._cards], nothing)
        rungs = (rung for ladder in ladders for rung in ladder.rungs)
        years = [year_of(rung.start, shown.year.fiscal) for rung in rungs if rung.start]
        first, last = min(years, default=shown.last_known), max([*years, shown.last_known])
        marks = Marks(first, last, shown.year, shown.claim or "")
        for card in self._cards:
            card.show(marks, shown.thing)


class _LadderCard:
    """A mine's name, its ladder, what was last told by the year, and each state with its source."""

    def __init__(self, ladder: Ladder, context: Context) -> None:
        self._ladder = ladder
        name = LinkButton(ladder.name, "card-title", "Select this mine")
        name.clicked.connect(lambda: go.select(context.store, ladder.thing))
        self._view, self._told = LadderView(), text()
        self._view.picked.connect(lambda claim: go.select(context.store, claim))
        states = [_state(rung, context) for rung in ladder.rungs]
        self.frame = Card(name, text(ladder.named, "soft"), self._view, self._told, *states)
        self.frame.body.addStretch(1)

    def show(self, marks: Marks, selected: str | None) -> None:
        """Mark the year and what is selected."""
        self._view.take(self._ladder, marks)
        self._told.setText(_told(self._ladder.rungs, marks.year))
        self.frame.mark(self._ladder.thing == selected)


def _state(rung: Rung, context: Context) -> QWidget:
    """Name a state with its day, and beside it its source."""
    mark = " S" if rung.scenario else ""
    words = LinkButton(f"{rung.when}: {rung.words}{mark}", "link", rung.note or "Select this claim")
    words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the source gives way
    words.clicked.connect(lambda: go.select(context.store, rung.claim))
    source = LinkButton(rung.source_short, "link", "Show this source")
    source.clicked.connect(lambda: go.go_to_source_of(context, rung.claim))
    return row(words, source, stretch=0)


def _told(rungs: Sequence[Rung], year: Year) -> str:
    """Say what was told last by the end of a year."""
    before = [rung for rung in rungs if rung.start and rung.start < year.end]
    if not before:
        return f"By the end of {year}: nothing is told"
    last = before[-1]
    supposed = ", as the scenario has it" if last.scenario else ""
    return f"Last told by the end of {year}: {last.words}, {last.when}{supposed}"
