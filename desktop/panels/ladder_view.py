"""The ladder of one mine: rungs upwards, days to the right, and nothing between two dated states."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qtpy.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from qtpy.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.commands.tips import as_tip
from desktop.panels.pieces import colours_of
from geodata.ladder import RUNGS, Ladder, Rung
from geodata.year import Year
from resources.palette import Palette

WORDS = {
    "proposed": "proposed",
    "reserved": "reserved",
    "prior_approval": "prior approval",
    "letter_of_intent": "letter of intent",
    "clearances_applied": "clearances applied",
    "hearing": "hearing",
    "granted": "granted",
    "operating": "operating",
}
_STEP, _TOP, _FOOT, _RIGHT, _REACH = 18, 6, 24, 10, 5.2
_YEAR_TINT, _RANGE_TINT = 30, 13
_KEY_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEFT_WORDS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Marks:
    """What all ladders share: the years that they span, the chosen one or range, and the selected claim.

    Parameters
    ----------
    first, last : int
        Years of the clock, counted as the chosen one is.
    """

    first: int
    last: int
    year: Year
    claim: str


class LadderView(QWidget):
    """Shows a ladder; `picked` gives the claim of the state that was clicked or walked to."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rungs: Sequence[Rung] = ()
        self._marks = Marks(2020, 2026, Year(2025), "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take(self, ladder: Ladder, marks: Marks) -> None:
        """Set the ladder and the marks on it."""
        self._rungs = [rung for rung in ladder.rungs if rung.start is not None]
        self._marks = marks
        self.setAccessibleName(f"Ladder of {ladder.name}")
        chosen = next((_tip(rung) for rung in self._rungs if rung.claim == marks.claim), "")
        self.setAccessibleDescription(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """Give every rung its height."""
        return QSize(300, _TOP + len(RUNGS) * _STEP + _FOOT)

    def minimumSizeHint(self) -> QSize:
        """Stay readable in a narrow panel."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rungs, years and states."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        self._paint_year(painter, colours)
        self._paint_rungs(painter, colours)
        self._paint_years(painter, colours)
        for rung in self._rungs:
            self._paint_state(painter, rung, colours)
        if self.hasFocus():
            painter.setPen(QColor(colours.selection))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the state under the pointer."""
        rung = self._rung_at(QPointF(event.pos()))
        if rung is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(rung.claim)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from state to state."""
        step = _KEY_STEPS.get(Qt.Key(event.key()))
        if step is None or not self._rungs:
            super().keyPressEvent(event)
            return
        claims = [rung.claim for rung in self._rungs]
        here = claims.index(self._marks.claim) + step if self._marks.claim in claims else len(claims) - 1
        self.picked.emit(claims[min(max(here, 0), len(claims) - 1)])

    def event(self, event: QEvent) -> bool:
        """Tell of the state under the pointer."""
        if isinstance(event, QHelpEvent):
            rung = self._rung_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tip(_tip(rung)) if rung else "", self)
            return True
        return super().event(event)

    @property
    def _left(self) -> float:
        return max(self.fontMetrics().horizontalAdvance(words) for words in WORDS.values()) + 10.0

    def _x(self, day: date) -> float:
        """Give the place of a day."""
        first = self._year(self._marks.first).start
        span = self._year(self._marks.last).end - first
        share = (day - first).days / span.days
        return self._left + share * (self.width() - _RIGHT - self._left)

    def _year(self, number: int) -> Year:
        return Year(number, self._marks.year.fiscal)

    def _y(self, height: int) -> float:
        return _TOP + (len(RUNGS) - height - 0.5) * _STEP

    def _spot(self, rung: Rung) -> QRectF:
        """Give the box of a state: as wide as its date is uncertain."""
        assert rung.start is not None
        left = self._x(rung.start)
        width = self._x(date.fromordinal(rung.start.toordinal() + _days(rung))) - left
        return QRectF(left - _REACH, self._y(rung.height) - _REACH, width + 2 * _REACH, 2 * _REACH)

    def _rung_at(self, point: QPointF) -> Rung | None:
        near = (
            rung for rung in reversed(self._rungs) if self._spot(rung).adjusted(-4, -4, 4, 4).contains(point)
        )
        return next(near, None)

    def _paint_year(self, painter: QPainter, colours: Palette) -> None:
        """Tint the chosen year, and paler the years before it in a range."""
        year = self._marks.year
        for start, end, alpha in ((year.first, year.start, _RANGE_TINT), (year.start, year.end, _YEAR_TINT)):
            left, right = max(self._x(start), self._left), min(self._x(end), self.width() - _RIGHT)
            if right > left:
                tint = QColor(colours.selection)
                tint.setAlpha(alpha)
                painter.fillRect(QRectF(left, 0, right - left, self.height() - 4), tint)

    def _paint_rungs(self, painter: QPainter, colours: Palette) -> None:
        for height, word in enumerate(RUNGS):
            y = self._y(height)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(self._left, y), QPointF(self.width() - _RIGHT, y))
            painter.setPen(QColor(colours.soft_ink))
            painter.drawText(QRectF(0, y - 10, self._left - 8, 20), _LEFT_WORDS, WORDS[word])

    def _paint_years(self, painter: QPainter, colours: Palette) -> None:
        """Letter the years under a line that is dotted where no state is dated."""
        foot = _TOP + len(RUNGS) * _STEP + 2.0
        painter.setPen(QPen(QColor(colours.soft_ink), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._left, foot), QPointF(self.width() - _RIGHT, foot))
        numbers = range(self._marks.first, self._marks.last + 1)
        width = (self.width() - _RIGHT - self._left) / len(numbers)
        for number, words in zip(numbers, self._year_words(numbers, width), strict=True):
            box = QRectF(self._x(self._year(number).start), foot + 2, width, 18)
            is_chosen = number == self._marks.year.number
            painter.setPen(QColor(colours.ink if is_chosen else colours.soft_ink))
            painter.drawText(box.adjusted(-width, 0, width, 0), _CENTRE, words)

    def _year_words(self, numbers: range, width: float) -> list[str]:
        """Name the years in full or in short as they have room; where there is none, only some."""
        names = [str(self._year(number)) for number in numbers]
        shorter = [name[-5:] if self._marks.year.fiscal else f"’{name[-2:]}" for name in names]
        for tried in (names, shorter):
            room = max(map(self.fontMetrics().horizontalAdvance, tried)) + 4
            if room <= width:
                return tried
        step = math.ceil(room / width)
        chosen = self._marks.year.number - numbers.start
        return [name if (place - chosen) % step == 0 else "" for place, name in enumerate(shorter)]

    def _paint_state(self, painter: QPainter, rung: Rung, colours: Palette) -> None:
        """Draw a diamond; open where it is beside the ladder, dotted with S where a scenario supposes it."""
        box, tone = self._spot(rung), QColor(colours.mine)
        foot = _TOP + len(RUNGS) * _STEP + 2.0
        painter.setPen(QPen(tone, 3))
        painter.drawLine(QPointF(box.left() + _REACH, foot), QPointF(box.right() - _REACH + 1, foot))
        if rung.claim == self._marks.claim:
            painter.setPen(QPen(QColor(colours.selection), 2.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4)
        is_open = rung.off or rung.scenario
        painter.setPen(QPen(tone, 1.6, Qt.PenStyle.DotLine if rung.scenario else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(colours.paper) if is_open else tone)
        painter.drawPolygon(_lozenge(box))
        if rung.off:
            centre, arm = box.center(), QPointF(_REACH, _REACH)
            painter.drawLine(centre - arm, centre + arm)
        if rung.scenario:
            painter.setPen(QColor(colours.ink))
            painter.drawText(box.adjusted(12, -6, 26, 6), _CENTRE, "S")


def _lozenge(box: QRectF) -> QPolygonF:
    """Draw a diamond out to the width of a box."""
    top, y, low = box.top(), box.center().y(), box.bottom()
    left, right = box.left() + _REACH, box.right() - _REACH
    points = ((box.left(), y), (left, top), (right, top), (box.right(), y), (right, low), (left, low))
    return QPolygonF([QPointF(x, y) for x, y in points])


def _days(rung: Rung) -> int:
    """Tell how many days its date leaves open: a year, a month or none."""
    parts = len(rung.when.split())
    return {1: 365, 2: 30}.get(parts, 0)


def _tip(rung: Rung) -> str:
    lines = [f"{rung.when}: {rung.words}", rung.source_short]
    lines += [rung.note] if rung.note else []
    return "\n".join([*lines, "supposed by the scenario"] if rung.scenario else lines)
