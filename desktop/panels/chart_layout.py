"""Where the parts of a chart lie in its rectangle."""

from __future__ import annotations

from qtpy.QtCore import QPointF, QRectF
from qtpy.QtGui import QFontMetricsF

from geodata.drawn import Bar, ChartModel

GAP = 0.16
"""Share of a slot that stays free between two bars."""
_PADDING = 8.0
_LEAST_HIT, _BETWEEN_LABELS = 18.0, 6.0
_WIDEST_SLOT, _SAMPLE = 5.0, 1.2
"""How wide a year is at most, and how long the line that explains "not found", in heights of a line."""
NOT_FOUND = "not found"


class ChartLayout:
    """Rectangles of a chart in pixels.

    Parameters
    ----------
    area : QRectF
        What the chart may fill.
    metrics : QFontMetricsF
        Of the font that it is lettered in.
    """

    def __init__(self, model: ChartModel, area: QRectF, metrics: QFontMetricsF) -> None:
        self.model, self.metrics = model, metrics
        scale = max((metrics.horizontalAdvance(label) for _, label in model.ticks), default=0.0)
        line = metrics.height()
        head = 2 * line + 8 if model.unit else 6  # without a unit there are no figures, only gaps
        self.plot = area.adjusted(_PADDING + scale + 6, head, -_PADDING, -_PADDING - line - 4)
        self.unit = QRectF(_PADDING, 2, area.width() - 2 * _PADDING, line)

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """The values of the scale that have room: lowest, highest, and those between that do not touch."""
        found = self.model.ticks
        apart = self.plot.height() / max(len(found) - 1, 1)
        steps = (step for step in range(1, len(found)) if (len(found) - 1) % step == 0)
        fit = next((step for step in steps if apart * step >= self.metrics.height()), max(len(found) - 1, 1))
        return found[::fit]

    @property
    def slot_width(self) -> float:
        """Width of a year in pixels."""
        return min(self.plot.width() / max(len(self.model.slots), 1), _WIDEST_SLOT * self.metrics.height())

    def slot(self, place: int) -> QRectF:
        """Give the column of a year, from the top of the scale to its foot."""
        left = self.plot.left() + place * self.slot_width
        return QRectF(left, self.plot.top(), self.slot_width, self.plot.height())

    def y(self, value: float) -> float:
        """Give the height of a value."""
        return self.plot.bottom() - value / (self.model.top or 1.0) * self.plot.height()

    def bar(self, bar: Bar) -> QRectF:
        """Give the rectangle of a bar; one without a value has no height."""
        free = self.slot_width * min(bar.length, 1.0) * GAP
        left = self.plot.left() + bar.start * self.slot_width + free / 2
        top = self.y(bar.value or 0.0)
        return QRectF(left, top, bar.length * self.slot_width - free, self.plot.bottom() - top)

    def bar_at(self, point: QPointF) -> Bar | None:
        """Find the bar that holds a point; else the one whose column does, or is near enough to be meant."""
        near = [bar for bar in self.model.bars if self._column(bar).contains(point)]
        inside = [bar for bar in near if self.reach(bar).contains(point)]
        return min(inside, key=lambda bar: self.reach(bar).width()) if inside else next(iter(near), None)

    def reach(self, bar: Bar) -> QRectF:
        """Give the rectangle of a bar, or that of the words where nothing was found."""
        rect = self.bar(bar)
        if bar.value is None:
            rect.setTop(rect.bottom() - 2 * self.metrics.height() - 6)
        return rect

    def value_boxes(self, first: tuple[str, ...]) -> list[tuple[Bar, str, QRectF]]:
        """Place the figures above the bars so that none covers another, the newest first.

        Parameters
        ----------
        first : tuple of str
            Claims whose figures are placed before all others.
        """
        bars = sorted(
            self.model.bars, key=lambda bar: (bar.claim not in first, bar.value is None, -bar.start)
        )
        placed: list[tuple[Bar, str, QRectF]] = []
        for bar in bars:
            words = value_words(bar)
            box = self._value_box(bar, words)
            on_words = any(box.intersects(there) for _, _, there in placed)
            others = (other for other in bars if other is not bar and not _frames(other, bar))
            on_others = any(box.intersects(self.bar(other)) for other in others)
            if bar.value is not None and not on_words and not on_others:
                placed.append((bar, words, box))
        return placed

    def gaps(self) -> list[QRectF]:
        """Join neighbouring bars without a value: "not found" is written once over a run of years."""
        runs: list[QRectF] = []
        for rect in (self._full(bar) for bar in self.model.bars if bar.value is None):
            if runs and abs(runs[-1].right() - rect.left()) < 1:
                runs[-1].setRight(rect.right())
            else:
                runs.append(rect)
        return runs

    def words_over(self, run: QRectF) -> str:
        """Write "not found" on one line or two, as a run has room; empty where it has none."""
        if run.width() >= self.metrics.horizontalAdvance(NOT_FOUND):
            return NOT_FOUND
        return "not\nfound" if run.width() >= self.metrics.horizontalAdvance("found") else ""

    def key_of_gaps(self) -> tuple[QRectF, QRectF] | None:
        """Place what explains dotted lines if none has room for words, above the plot: sample and words."""
        runs = self.gaps()
        if not runs or any(map(self.words_over, runs)):
            return None
        width = self.metrics.horizontalAdvance(NOT_FOUND) + 4
        words = QRectF(self.unit.right() - width, self.unit.top(), width, self.unit.height())
        foot = words.center().y() + 5
        long = _SAMPLE * words.height()
        return QRectF(words.left() - long - 4, words.top(), long, foot - words.top()), words

    def _full(self, bar: Bar) -> QRectF:
        left = self.plot.left() + bar.start * self.slot_width
        return QRectF(left, self.plot.top(), bar.length * self.slot_width, self.plot.height())

    def _value_box(self, bar: Bar, words: str) -> QRectF:
        """Stand above the middle of a bar, but to the right of a "not found" that is its neighbour."""
        rect = self.bar(bar)
        width = self.metrics.horizontalAdvance(words) + 4
        left = min(max(rect.center().x() - width / 2, self.plot.left()), self.plot.right() - width)
        box = QRectF(left, rect.top() - self.metrics.height() - 2, width, self.metrics.height())
        for gap in self.gaps():
            if box.intersects(gap) and gap.right() <= rect.center().x():
                box.moveLeft(gap.right())
        return box

    def slot_labels(self, year: int) -> list[tuple[int, str, QRectF]]:
        """Place the names of slots so that no two touch: the marked year first, then from the last back.

        Returns
        -------
        list of (int, str, QRectF)
            Year, name and box of each that has room.
        """
        from_the_last = list(reversed(list(enumerate(self.model.slots))))
        placed: list[tuple[int, str, QRectF]] = []
        for place, (slot_year, label) in sorted(from_the_last, key=lambda slot: slot[1][0] != year):
            width = self.metrics.horizontalAdvance(label) + _BETWEEN_LABELS
            left = self.slot(place).center().x() - width / 2
            left = min(max(left, 0.0), self.plot.right() + _PADDING - width)
            box = QRectF(left, self.plot.bottom() + 4, width, self.metrics.height())
            if not any(box.intersects(other) for _, _, other in placed):
                placed.append((slot_year, label, box))
        return placed

    def _column(self, bar: Bar) -> QRectF:
        rect = self.bar(bar)
        spare = max(0.0, (_LEAST_HIT - rect.width()) / 2)
        return QRectF(
            rect.left() - spare, self.plot.top() - 20, rect.width() + 2 * spare, self.plot.height() + 20
        )


def _frames(outer: Bar, bar: Bar) -> bool:
    """Tell whether a bar stands inside the pale one of what was wanted, which words may cover."""
    spans = outer.start <= bar.start and bar.start + bar.length <= outer.start + outer.length
    return spans and outer.evidence == "target"


def value_words(bar: Bar) -> str:
    """Write what stands above a bar: bound, figure, letter, and the sign of rivals."""
    rivals = " ≠" if bar.rivals else ""
    letter = f" {bar.letter}" if bar.letter else ""
    return f"{'>' if bar.open_bound else ''}{bar.text}{letter}{rivals}"
