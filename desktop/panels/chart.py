"""A chart over the years: filled is actual, hatched is estimated, dashed is wanted."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.commands.tips import as_tip
from desktop.panels.chart_layout import ChartLayout
from desktop.panels.chart_painting import paint_chart
from desktop.panels.pieces import colours_of
from geodata.drawn import Bar, ChartModel

_LEAST_HEIGHT = 140
_KEY_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChartView(QWidget):
    """Shows a chart; `picked` gives the claim of the bar that was clicked or walked to.

    Parameters
    ----------
    height : int
        How high it would be, in pixels.
    grows : bool
        Whether it takes more where there is more.
    """

    picked = Signal(str)

    def __init__(self, height: int = 240, grows: bool = True) -> None:
        super().__init__()
        self._height = height
        self._model: ChartModel | None = None
        self._year, self._selected = 0, ""
        self._since: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, wide if grows else high)

    def take(self, model: ChartModel | None, year: int, selected: str, since: int | None = None) -> None:
        """Set the chart, the year that is marked or the range that ends with it, and the selected claim."""
        self._model, self._year, self._selected, self._since = model, year, selected, since
        if model is not None:
            chosen = next((bar.tip for bar in model.bars if bar.claim == selected), "")
            self.setAccessibleName(f"Chart: {model.title}")
            self.setAccessibleDescription(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """Prefer a flat rectangle."""
        return QSize(360, self._height)

    def minimumSizeHint(self) -> QSize:
        """Stay readable in a small window."""
        return QSize(240, min(self._height, _LEAST_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        if self._model is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = self._year, self._selected, self._since
        paint_chart(painter, self._layout_now(), colours_of(self), *marks)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color().darker(130))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        shape = Qt.CursorShape.PointingHandCursor if self._bar_at(event.pos()) else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the bar under the pointer."""
        bar = self._bar_at(event.pos())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(bar.claim)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from bar to bar."""
        step = _KEY_STEPS.get(Qt.Key(event.key()))
        bars = self._model.bars if self._model else ()
        if step is None or not bars:
            super().keyPressEvent(event)
            return
        here = next((place for place, bar in enumerate(bars) if bar.claim == self._selected), None)
        there = self._first_place(bars) if here is None else min(max(here + step, 0), len(bars) - 1)
        self.picked.emit(bars[there].claim)

    def event(self, event: QEvent) -> bool:
        """Tell of the bar under the pointer."""
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos())
            QToolTip.showText(event.globalPos(), as_tip(_tip(bar)) if bar else "", self)
            return True
        return super().event(event)

    def _first_place(self, bars: tuple[Bar, ...]) -> int:
        """Begin a walk in the marked year."""
        return next((place for place, bar in enumerate(bars) if bar.year == self._year), 0)

    def _layout_now(self) -> ChartLayout:
        assert self._model is not None
        return ChartLayout(self._model, QRectF(self.rect()), QFontMetricsF(self.font()))

    def _bar_at(self, position: QPoint) -> Bar | None:
        return self._layout_now().bar_at(QPointF(position)) if self._model else None


def _tip(bar: Bar) -> str:
    if not bar.rivals:
        return bar.tip
    return f"{bar.tip}\n≠ {bar.rivals} rival figure{'' if bar.rivals == 1 else 's'}: see Details"
