"""The Details panel: everything about the selection, rivals side by side, conflicts told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFormLayout, QPushButton, QWidget

from desktop.commands import go
from desktop.commands.command import Context
from desktop.panels.cards import Card, CardColumn, LinkButton, figure_block, side_by_side
from desktop.panels.pieces import UNIT, chip, column, row, text
from desktop.state.atlas import Atlas
from geodata.frame import Frame
from geodata.told import ConflictTold, Detail, Rivalry, StateChange

FIRST_CARDS = 12
"""How many questions are shown before the user asks for all."""
_EMPTY = (
    "Select something on the map, in a list, in the chart or in the table: what is claimed of it stands here."
)


def part(_atlas: Atlas, frame: Frame) -> Detail | None:
    """Take the selection out of a frame."""
    return frame.detail


class DetailsPanel:
    """A column of cards; another claim of the same thing only moves the mark."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._built: Detail | None = None
        self._cards: list[tuple[tuple[str, ...], Card]] = []
        self._conflicts: dict[str, Card] = {}
        self.widget = CardColumn()
        self._build(FIRST_CARDS)

    def show(self, detail: Detail | None) -> None:
        """Show the selection, and mark the claim that is selected."""
        thing = replace(detail, claim=None) if detail else None
        claim = detail.claim if detail else None
        if thing != self._built:
            self._built = thing
            self._build(FIRST_CARDS)
        if claim and self._card_of(claim) is None:
            self._build(None)
        for claims, card in self._cards:
            card.mark(claim in claims)
        card = self._card_of(claim)
        if card is not None:
            self.widget.bring(card)

    def _card_of(self, claim: str | None) -> Card | None:
        return next((card for claims, card in self._cards if claim in claims), None)

    def _build(self, limit: int | None) -> None:
        self._cards = []
        detail = self._built
        self.widget.fill([text(_EMPTY, "soft")] if detail is None else list(self._parts(detail, limit)))

    def _parts(self, detail: Detail, limit: int | None) -> Iterator[QWidget]:
        yield text(detail.kind, "soft")
        yield text(detail.title, "title")
        if detail.facts:
            yield _facts(detail.facts)
        self._conflicts = {conflict.id: self._conflict(conflict) for conflict in detail.conflicts}
        yield from self._conflicts.values()
        if detail.history:
            yield text("How it went", "heading")
            yield Card(*(_change(change) for change in detail.history))
        yield from self._rivalries(detail.rivalries, limit)

    def _rivalries(self, rivalries: tuple[Rivalry, ...], limit: int | None) -> Iterator[QWidget]:
        if rivalries:
            yield text("What is claimed", "heading")
        for rivalry in rivalries[:limit]:
            card = self._rivalry(rivalry)
            self._cards.append((tuple(figure.claim for figure in rivalry.figures), card))
            yield card
        if limit is not None and len(rivalries) > limit:
            more = QPushButton(f"Show {len(rivalries) - limit} more")
            more.clicked.connect(lambda: self._build(None), Qt.ConnectionType.QueuedConnection)
            yield more

    def _rivalry(self, rivalry: Rivalry) -> Card:
        """Set the answers to one question side by side, and say why one is preferred."""
        several = len(rivalry.figures) > 1
        card = Card(text(rivalry.title, "strong"))
        if several:
            count = chip(rivalry.summary, "sure" if rivalry.agree else "rivals")
            plural = "" if rivalry.origins == 1 else "s"
            origins = text(f"{rivalry.origins} independent origin{plural}", "soft", wrap=False)
            card.body.addWidget(row(count, origins, stretch=1))
        for name in dict.fromkeys(figure.conflict for figure in rivalry.figures):
            if name in self._conflicts:
                card.body.addWidget(self._way_to(name))
        blocks = [
            figure_block(figure, self._context, standing if several else "")
            for figure, standing in zip(rivalry.figures, rivalry.standings, strict=True)
        ]
        card.body.addWidget(side_by_side(blocks) if several else blocks[0])
        if several and rivalry.reason:
            card.body.addWidget(text(f"Why the first is preferred: {rivalry.reason}"))
        if rivalry.computed:
            card.body.addWidget(text(rivalry.computed, "soft"))
        return card

    def _way_to(self, conflict: str) -> QWidget:
        """Name the conflict in which a claim stands, and lead to where it is told."""
        card = self._conflicts[conflict]
        link = LinkButton(card.accessibleName(), "link", "Show the conflict")
        link.clicked.connect(lambda: self.widget.bring(card))
        return row(chip("conflict", "rivals"), link, stretch=1)

    def _conflict(self, conflict: ConflictTold) -> Card:
        card = Card(row(chip("conflict", "rivals"), QWidget(), stretch=1))
        card.setAccessibleName(conflict.title)
        card.body.addWidget(text(conflict.title, "strong"))
        card.body.addWidget(text(conflict.text))
        for figure in conflict.figures:
            words = f"{figure.text}: {figure.what}, {figure.period}"
            link = LinkButton(words, "link", "Select this claim")
            link.clicked.connect(lambda _on=False, claim=figure.claim: go.select(self._context.store, claim))
            card.body.addWidget(link)
        return card


def _facts(facts: tuple[tuple[str, str], ...]) -> QWidget:
    found = QWidget()
    form = QFormLayout(found)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(2 * UNIT)
    form.setVerticalSpacing(UNIT // 2)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for name, words in facts:
        form.addRow(text(name, "soft", wrap=False), text(words))
    return found


def _change(change: StateChange) -> QWidget:
    lines = [text(f"{change.when}: {change.words}", "strong"), text(change.source_short, "soft")]
    if change.note:
        lines.append(text(change.note, "soft"))
    return column(*lines, gap=0)
