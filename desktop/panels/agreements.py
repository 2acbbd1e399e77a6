"""The Agreements panel: who agreed, how it stands in the year, what was promised beside what came."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtWidgets import QWidget

from desktop.commands import go
from desktop.commands.command import Context
from desktop.panels.cards import Card, CardColumn, LinkButton, side_by_side
from desktop.panels.pieces import UNIT, chip, column, repaint, row, text
from desktop.state.atlas import Atlas
from geodata.drawn import Figure
from geodata.frame import Frame
from geodata.told import AgreementRow, StateChange

_CHIP_OF_STATE = {"in_force": "fact", "memorandum": "fact", "suspension_requested": "rivals", "": "missing"}


@dataclass(frozen=True, slots=True)
class Agreements:
    """What the panel shows."""

    rows: tuple[AgreementRow, ...]
    year: int
    selected: str | None


def part(_atlas: Atlas, frame: Frame) -> Agreements:
    """Take the agreements out of a frame."""
    return Agreements(frame.agreements, frame.year, frame.detail.thing if frame.detail else None)


class AgreementsPanel:
    """A card for each agreement; a step of the year changes only the cards that say something else."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._cards: dict[str, _AgreementCard] = {}
        self.widget = CardColumn()

    def show(self, shown: Agreements) -> None:
        """Show every agreement as it stands in the year."""
        if list(self._cards) != [agreement.thing for agreement in shown.rows]:
            self._cards = {agreement.thing: _AgreementCard(self._context) for agreement in shown.rows}
            nothing = [text("The data hold no agreement.", "soft")]
            self.widget.fill([card.frame for card in self._cards.values()] or nothing)
        for agreement in shown.rows:
            card = self._cards[agreement.thing]
            card.show(agreement, shown.year)
            card.frame.mark(agreement.thing == shown.selected)
        if shown.selected in self._cards:
            self.widget.bring(self._cards[shown.selected].frame)


class _AgreementCard:
    """Name, parties and state above; history, and promised beside delivered, below."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._shown: AgreementRow | None = None
        self._past = -1
        self._name = LinkButton("", "card-title", "Select this agreement")
        self._parties, self._since = text(name="soft"), text(name="soft", wrap=False)
        self._state = chip("", "fact")
        self._nothing = text(name="soft", wrap=False)
        self._below: QWidget | None = None
        self.frame = Card(self._name, self._parties, row(self._state, self._since, stretch=1))
        self._name.clicked.connect(self._select)

    def show(self, agreement: AgreementRow, year: int) -> None:
        """Show the agreement in a year; what reads the same is left alone."""
        past = sum(1 for change in agreement.history if change.start and change.start.year <= year)
        before, self._shown = self._shown, agreement
        if before is None or _timeless(before) != _timeless(agreement) or past != self._past:
            self._past = past
            self._build(agreement, past)
        self._state.setText(agreement.state_words)
        repaint(self._state, "kind", _CHIP_OF_STATE.get(agreement.state, "missing"))
        self._since.setText(agreement.state_when)
        self._nothing.setText(agreement.delivered_words)

    def _build(self, agreement: AgreementRow, past: int) -> None:
        self._name.say(agreement.name)
        self._parties.setText(f"{agreement.parties}; {agreement.begun}")
        history = [_change(change, place < past) for place, change in enumerate(agreement.history)]
        promised = _side(agreement.promised) or [text("nothing found", "soft")]
        self._nothing = text(name="soft", wrap=False)
        delivered = _side(agreement.delivered) or [self._nothing]
        sides = [
            column(text("Promised", "strong"), *promised, gap=2),
            column(text("Delivered", "strong"), *delivered, gap=2),
        ]
        if self._below is not None:
            self._below.hide()
            self._below.deleteLater()
        self._below = column(*history, side_by_side(sides), gap=UNIT // 2)
        self.frame.body.addWidget(self._below)

    def _select(self) -> None:
        if self._shown is not None:
            go.select(self._context.store, self._shown.thing)


def _timeless(agreement: AgreementRow) -> tuple[object, ...]:
    """Take what a card is built from, the words of the year left out."""
    return agreement.name, agreement.parties, agreement.history, agreement.promised, agreement.delivered


def _change(change: StateChange, is_past: bool) -> QWidget:
    """Tell a state; one that is still to come in the chosen year steps back."""
    return text(f"{change.when}: {change.words} ({change.source_short})", "" if is_past else "soft")


def _side(figures: tuple[Figure, ...]) -> list[QWidget]:
    return [text(f"{figure.text} {figure.letter}".strip() + f", {figure.period}") for figure in figures]
