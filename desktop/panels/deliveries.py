"""The Promised and delivered panel: for each agreement both by year, and the gaps as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from qtpy.QtCore import QRectF
from qtpy.QtGui import QColor, QPainter
from qtpy.QtWidgets import QVBoxLayout, QWidget

from desktop.commands import go
from desktop.commands.command import Context
from desktop.panels.cards import Card, LinkButton
from desktop.panels.chart import ChartView
from desktop.panels.chart_painting import paint_bar, paint_gap
from desktop.panels.pieces import UNIT, text
from desktop.panels.samples import SampleLegend
from desktop.panels.seen import Seen, WhenSeen
from desktop.panels.wide import WideColumn
from desktop.state.atlas import Atlas
from geodata.desk import Desk
from geodata.drawn import Bar, ChartModel
from geodata.frame import Frame
from geodata.told import AgreementRow
from resources.palette import Palette

_INSET = 0.22
"""How far a delivered bar stands inside the promised one, in slots."""
_CHART_HEIGHT = 152
"""Low enough that legend, chart and the year in words stand together in a small window."""
_NO_PROMISE = "no promise of a yearly mass was found"
_GAP_HEIGHT = 60
"""What has no figure needs no scale."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the panel shows; the charts themselves are made when they can be seen."""

    desk: Desk | None
    agreements: tuple[AgreementRow, ...]
    year: int
    since: int | None
    claim: str | None


def part(_atlas: Atlas, frame: Frame) -> Delivered:
    """Take what makes the charts, and the marks on them."""
    claim = frame.detail.claim if frame.detail else None
    return Delivered(frame.desk, frame.agreements, frame.year, frame.since, claim)


class DeliveriesPanel(WhenSeen[Delivered]):
    """A card with a chart for each agreement, those without a promised mass below the others.

    A step of the year moves only marks.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(Seen())
        self._context = context
        self._built: tuple[tuple[ChartModel, ...], tuple[str, ...]] | None = None
        self._cards: list[_DeliveryCard] = []
        self._column = WideColumn()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_legend())
        layout.addWidget(self._column, 1)
        self.widget.setFocusProxy(self._column)

    def _write(self, shown: Delivered) -> None:
        if shown.desk is None:
            return
        models = shown.desk.deliveries()
        told = {model.subject for model in models}
        others = tuple(row.name for row in shown.agreements if row.thing not in told)
        if (models, others) != self._built:
            self._built = models, others
            self._cards = [_DeliveryCard(model, self._context) for model in models]
            high = [card.frame for card in self._cards if not card.is_gap]
            flat = [card.frame for card in self._cards if card.is_gap]
            self._column.fill(high, _foot(others, bool(models)), flat)
        rows = {row.thing: row for row in shown.agreements}
        for card in self._cards:
            card.show(shown, rows.get(card.model.subject))


class _DeliveryCard:
    """An agreement's name, its chart, and the year in words."""

    def __init__(self, model: ChartModel, context: Context) -> None:
        self.model, self.is_gap = model, not model.unit
        self._drawn = replace(model, bars=_one_in_the_other(model.bars))
        self._name = LinkButton(model.title.partition(":")[0], "card-title", "Select this agreement")
        self._name.clicked.connect(lambda: go.select(context.store, model.subject))
        height = _GAP_HEIGHT if self.is_gap else _CHART_HEIGHT
        self._chart, self._words = ChartView(height, grows=not self.is_gap), text(name="soft")
        self._chart.picked.connect(lambda claim: go.select(context.store, claim))
        self.frame = Card(self._name, self._chart, self._words)

    def show(self, shown: Delivered, row: AgreementRow | None) -> None:
        """Mark the year and the selected claim, and tell the year."""
        self._chart.take(self._drawn, shown.year, shown.claim or "", shown.since)
        self._words.setText(_told(self.model, shown.year, row))


def _foot(others: Sequence[str], has_charts: bool) -> QWidget | None:
    """Name the agreements that have no chart, and say why."""
    if not others:
        return None if has_charts else text("No agreement is known.", "soft")
    return text(f"{_NO_PROMISE.capitalize()} of: {'; '.join(others)}.", "soft")


def _legend() -> SampleLegend:
    promised = Bar("", "", 0, 1, 1.0, "", "target", "T", None, "")
    delivered = replace(promised, evidence="actual", letter="")
    supposed = replace(promised, scenario=True, letter="S")
    return SampleLegend(
        (
            (partial(_sample, promised), "T  promised"),
            (partial(_sample, delivered), "delivered"),
            (partial(_sample, supposed), "S  supposed by the scenario"),
            (paint_gap, "looked for, not found"),
            (_no_sample, "empty: nothing is told"),
        )
    )


def _sample(bar: Bar, painter: QPainter, area: QRectF, colours: Palette) -> None:
    tone = QColor(colours.mine if bar.scenario else colours.export_flow)
    paint_bar(painter, area.adjusted(6, 2, -6, -2), bar, tone, True)


def _no_sample(_painter: QPainter, _area: QRectF, _colours: Palette) -> None:
    """Paint nothing, for nothing is told."""


def _one_in_the_other(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Let a promise be one frame over all its years, and what came stand inside it; gaps fill their years."""
    found: list[Bar] = []
    frames: dict[str, int] = {}
    for bar in bars:
        slot = int(bar.start)
        if bar.start % 1:
            inset = _INSET if bar.value is not None else 0.0
            found.append(replace(bar, start=slot + inset, length=1 - 2 * inset))
        elif (place := frames.get(bar.claim)) is not None and _ends(found[place]) == slot:
            found[place] = replace(found[place], length=found[place].length + 1)
        else:
            frames[bar.claim] = len(found)
            found.append(replace(bar, start=slot, length=1))
    return tuple(found)


def _ends(bar: Bar) -> float:
    return bar.start + bar.length


def _told(model: ChartModel, year: int, row: AgreementRow | None) -> str:
    """Say what the year has: promised, delivered, and how the agreement stands."""
    label = next((label for slot, label in model.slots if slot == year), None)
    if label is None:
        return f"{year}: no promise of a yearly mass"
    state = row.state_words if row else ""
    if not model.unit:
        return "; ".join(filter(None, (f"{label}: {_NO_PROMISE}", state)))
    slot = next(place for place, (here, _) in enumerate(model.slots) if here == year)
    mine = [bar for bar in model.bars if int(bar.start) == slot]
    promised = next((bar for bar in mine if bar.start % 1 == 0), None)
    came = next((bar for bar in mine if bar.start % 1), None)
    words = [f"promised {_words(promised)}" if promised else "nothing promised"]
    came_words = "supposed" if came and came.scenario else "delivered"
    nothing = f"delivered {row.ended_words}" if row and row.ended_words else "nothing is told of deliveries"
    words.append(f"{came_words} {_words(came)}" if came else nothing)
    words += [state] if state else []
    return f"{label}: {'; '.join(words)}"


def _words(bar: Bar) -> str:
    bound = "over " if bar.open_bound else ""
    letter = f" [{bar.letter}]" if bar.letter else ""
    return bar.text if bar.value is None else f"{bound}{bar.text.replace('≈', 'about ')} t{letter}"
