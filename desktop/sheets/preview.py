"""The preview of a sheet: the sheet's own page, drawn small, on a calm ground."""

from __future__ import annotations

from qtpy.QtCore import QRect, QRectF, QSize, Qt, QUrl, Signal
from qtpy.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from qtpy.QtWidgets import QLabel, QWidget

from desktop.sheets.contents import contents_of
from desktop.sheets.paper import Size
from desktop.sheets.printer import SHEET_DOCUMENT
from desktop.sheets.printing import fitted
from desktop.sheets.sheet import SheetRequest
from desktop.web.engine import Engine
from desktop.web.messages import Failed, Heard, Painted, Ready, Written
from desktop.web.scheme import address
from desktop.web.still_view import StillView

FITTED = "fit"
"""Fragment of the address with which the sheet's page fills its view instead of its paper."""
MARGIN_PX = 32
_SHADOW_PX, _STEP_PX, _DROP_PX = 20, 2, 5
"""How far the shadow reaches beyond the paper, in which steps, and how far it hangs below."""
_SHADE, _SHADE_IN_THE_DARK = 4, 12
"""How dark each step of the shadow is, 0 to 255."""


class SheetPreview(QWidget):
    """Shows the sheet of a request as it will leave: the same contents, drawn by the same page.

    A request that comes while the page is drawing waits; of several only the latest is drawn.
    """

    drawn = Signal(str)
    """The latest request is on the screen; this is its drawing, as SVG."""
    failed = Signal(str)
    """Why the latest request cannot be drawn."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.setMinimumSize(360, 320)
        self.setAccessibleName("Preview of the sheet")
        self._shape: Size = (16, 9)
        self._wanted: SheetRequest | None = None
        self._seq, self._is_drawing = 0, False
        self._pieces: list[str] = []
        self._waiting = QLabel("Drawing…", self)
        self._waiting.setObjectName("soft")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = StillView(engine, _address(), self.palette().color(QPalette.ColorRole.Base).name())
        self._view.setParent(self)
        self._view.heard.connect(self._hear)
        self._view.crashed.connect(self._forget)
        self._view.hide()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the latest request is on the screen."""
        return self._wanted is None and not self._is_drawing

    def show_request(self, request: SheetRequest) -> None:
        """Draw the sheet of a request as soon as the page is free."""
        self._wanted = self._last = request
        if not self._is_drawing:
            self._draw()

    def close_page(self) -> None:
        """Let the page go before its profile does."""
        self._view.close_page()

    def sizeHint(self) -> QSize:
        """Ask for the room of a slide."""
        return QSize(720, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper's shape in the new room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the soft shadow of the paper."""
        super().paintEvent(event)
        painter, paper = QPainter(self), QRectF(self._paper())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Midlight))
        painter.setPen(Qt.PenStyle.NoPen)
        is_dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
        painter.setBrush(QColor(0, 0, 0, _SHADE_IN_THE_DARK if is_dark else _SHADE))
        for reach in range(0, _SHADOW_PX, _STEP_PX):
            around = paper.adjusted(-reach, -reach, reach, reach).translated(0, _DROP_PX)
            painter.drawRoundedRect(around, reach, reach)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), self.palette().color(QPalette.ColorRole.Mid))
        painter.fillRect(paper, self.palette().color(QPalette.ColorRole.Base))
        painter.end()

    def _paper(self) -> QRect:
        room = self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        width, height = fitted(self._shape, (max(room.width(), 1), max(room.height(), 1)))
        paper = QRect(0, 0, width, height)
        paper.moveCenter(room.center())
        return paper

    def _place(self) -> None:
        self._waiting.setGeometry(self._paper())
        self._view.setGeometry(self._paper())
        self.update()

    def _draw(self) -> None:
        if self._wanted is None or not self._view.is_ready:
            return
        request, self._wanted = self._wanted, None
        self._is_drawing, self._shape_to_be = True, request.size_px
        self._seq += 1
        self._pieces.clear()
        self._view.say("sheet", seq=self._seq, as_text=True, contents=contents_of(request))

    def _hear(self, message: Heard) -> None:
        if isinstance(message, Ready):
            self._draw()
        elif isinstance(message, Written) and message.seq == self._seq:
            self._pieces.append(message.text)
        elif isinstance(message, Painted) and message.seq == self._seq:
            self._show_drawing("".join(self._pieces))
        elif isinstance(message, Failed):
            self._go_on()
            if self.is_up_to_date:
                self.failed.emit(message.message)

    def _show_drawing(self, drawing: str) -> None:
        self._shape = self._shape_to_be
        self._place()
        self._view.show()
        self._go_on()
        if self.is_up_to_date:
            self.drawn.emit(drawing)

    def _go_on(self) -> None:
        self._is_drawing = False
        self._draw()

    def _forget(self) -> None:
        """Draw the last request again once the page is back."""
        self._is_drawing, self._wanted = False, self._wanted or self._last


def _address() -> QUrl:
    found = address(SHEET_DOCUMENT)
    found.setFragment(FITTED)
    return found
