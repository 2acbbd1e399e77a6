"""The Balance panel: what was made, sold, bought and promised in the year, reckoned step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.commands import go
from desktop.commands.command import Context
from desktop.panels.cards import Card, CardColumn, LinkButton
from desktop.panels.pieces import UNIT, chip, row, text
from desktop.panels.seen import Seen, WhenSeen
from desktop.state.atlas import Atlas
from geodata.balance import CANNOT, Chapter, Operand, Step
from geodata.desk import Desk
from geodata.frame import Frame
from geodata.told import SourceRow

FACTS = "Only claims: no scenario is on."
_RULES = (
    "Figures are added or subtracted only where substance, measure and period are the same; bounds such as "
    "“about” and “over” are carried along. What is not known is never taken for nothing."
)
_SIGN, _NUMBER, _WORDS = range(3)
_ASIDE = (2 * UNIT, 0, 2 * UNIT, 0)
_NUMBER_WIDTH = 11 * UNIT


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the panel shows; the balance itself is made when it can be seen."""

    desk: Desk | None
    year_label: str
    scenario: str
    unfit: str
    cumulative: bool
    sources: tuple[SourceRow, ...]


def part(_atlas: Atlas, frame: Frame) -> Reckoning:
    """Take what makes the balance, and what is said above it."""
    return Reckoning(
        frame.desk,
        frame.year_label,
        frame.scenario.title if frame.scenario else "",
        frame.scenario.unfit_words if frame.scenario else "",
        frame.cumulative,
        frame.sources,
    )


class BalancePanel(WhenSeen[Reckoning]):
    """A banner that tells whether a scenario is on, and below it a card for each matter."""

    def __init__(self, context: Context) -> None:
        super().__init__(Seen())
        self._context = context
        self._chapters: tuple[Chapter, ...] | None = None
        self._banner, self._facts = chip("", "scenario"), text(FACTS, "soft")
        self._title = text(name="strong")
        self._column = CardColumn()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(UNIT // 2)
        self._banner.setWordWrap(True)
        lines = [row(line, margins=_ASIDE) for line in (self._title, self._banner, self._facts)]
        _, self._with, self._without = lines
        for line in lines:
            layout.addWidget(line)
        layout.addWidget(self._column, 1)
        self.widget.setFocusProxy(self._column)

    def _write(self, shown: Reckoning) -> None:
        """Reckon anew; cards are built only where they say something else."""
        if shown.desk is None:
            return
        balance = shown.desk.balance()
        chapters = balance.chapters + (shown.desk.cumulated() if shown.cumulative else ())
        self._title.setText(f"Balance of {balance.year_label}")
        said = (f"Scenario: {shown.scenario}", "What is marked S is supposed, not fact", shown.unfit)
        self._banner.setText(" ".join(f"{words}." for words in said if words))
        self._with.setVisible(bool(shown.scenario))
        self._without.setVisible(not shown.scenario)
        if chapters != self._chapters:
            self._chapters = chapters
            named = {source.id: source.publisher or source.title for source in shown.sources}
            cards = [_card(chapter, named, self._context) for chapter in chapters]
            self._column.fill([*cards, text(_RULES, "soft")])


def _card(chapter: Chapter, sources: Mapping[str, str], context: Context) -> Card:
    """Set the steps about one matter one below the other."""
    title = text(chapter.title, "title")
    return Card(title, *(_step(step, sources, context) for step in chapter.steps))


def _step(step: Step, sources: Mapping[str, str], context: Context) -> QWidget:
    """Set a step as it would stand on paper: its operands, a line, and what comes out."""
    block = QWidget()
    block.setAccessibleName(f"{step.title}: {step.text}")
    grid = QGridLayout(block)
    grid.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
    grid.setHorizontalSpacing(UNIT)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(_SIGN, 2 * UNIT)
    grid.setColumnMinimumWidth(_NUMBER, _NUMBER_WIDTH)
    grid.setColumnStretch(_WORDS, 1)
    grid.addWidget(text(step.title, "strong"), 0, 0, 1, 3)
    for place, operand in enumerate(step.operands, 1):
        sign = step.sign if place > 1 else ""
        _put_operand(grid, place, sign, operand, sources, context)
    _put_outcome(grid, len(step.operands) + 1, step)
    return block


def _put_operand(
    grid: QGridLayout, line: int, sign: str, operand: Operand, sources: Mapping[str, str], context: Context
) -> None:
    """Set a figure that can be chosen, and what it is; a factor is chosen as its source."""
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(_sign(sign), line, _SIGN, top)
    chosen = operand.claim or operand.source
    does = "Select this claim" if operand.claim else "Show where this factor comes from"
    number = LinkButton(f"{operand.number} {operand.letter}".strip(), "link", does)
    number.clicked.connect(lambda: _go(context, operand))
    number.setEnabled(bool(chosen))
    grid.addWidget(number, line, _NUMBER, top)
    words = operand.words.removeprefix(operand.number).strip()
    if not operand.claim and operand.source:
        words = f"{words}; {sources.get(operand.source, operand.source)}"
    grid.addWidget(text(words, "soft"), line, _WORDS, top)


def _put_outcome(grid: QGridLayout, line: int, step: Step) -> None:
    """Set what comes out, or in plain words why nothing does."""
    if step.why_not:
        why = f"{CANNOT}{step.why_not}" if step.sign else step.why_not
        words = text(why[:1].upper() + why[1:] + ".", "why-not")
        grid.addWidget(words, line, _NUMBER, 1, 2)
    elif step.sign:
        rule = QWidget()
        rule.setObjectName("sum-line")
        rule.setFixedHeight(1)
        grid.addWidget(rule, line, _SIGN, 1, 3)
        grid.addWidget(_sign("="), line + 1, _SIGN, Qt.AlignmentFlag.AlignTop)
        mark = " S" if step.scenario else ""
        grid.addWidget(text(f"{step.result}{mark}", "strong"), line + 1, _NUMBER, 1, 2)


def _sign(words: str) -> QLabel:
    label = text(words, "strong", wrap=False)
    label.setFixedWidth(2 * UNIT)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label


def _go(context: Context, operand: Operand) -> None:
    if operand.claim:
        go.select(context.store, operand.claim)
    else:
        go.select(context.store, operand.source)
        context.panes.show("sources")
