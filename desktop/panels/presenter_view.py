"""What a presenter sees while the audience looks at the other screen: this step, the next, and the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from qtpy.QtCore import QElapsedTimer, QRect, Qt, QTime, QTimer
from qtpy.QtGui import QTextCursor
from qtpy.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop.panels.pieces import UNIT, column, repaint, row, text
from desktop.panels.text_page import write
from desktop.state.story import StoryStep
from desktop.state.telling import text_version
from geodata.frame import Frame

_MARGINS = (3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
_LARGER = 1.25
"""How much larger than in the window the words are that are read from a lectern."""
_TICK_MS = 500
LONGEST_NEXT = 300
"""The next step's caption is cut short after so many letters; a longer one that is shown is set smaller."""
LAST = "This is the last step."
BLACK = "The screen is black"
Deed = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a presentation is: all steps, and the place of the one that is shown, from 0."""

    steps: tuple[StoryStep, ...]
    at: int

    @property
    def next(self) -> StoryStep | None:
        """The step that comes at the next key."""
        return self.steps[self.at + 1] if self.at + 1 < len(self.steps) else None


class PresenterView(QWidget):
    """A window for the presenter's own screen.

    Parameters
    ----------
    deeds : sequence of (str, callable)
        What its buttons are called, and do.
    """

    def __init__(self, deeds: Sequence[Deed]) -> None:
        super().__init__()
        self.setObjectName("presenter-view")
        self.setWindowTitle("Presenter's view")
        self._place, self._passed, self._time = _label("time"), _label("time"), _label("time")
        self._name, self._caption = _label("title"), _label("words")
        self._next, self._next_caption = _label("title"), _label("words")
        self._figures = QTextEdit()
        self._figures.setReadOnly(True)
        self._figures.setFrameShape(QFrame.Shape.NoFrame)
        self._figures.document().setDocumentMargin(2 * UNIT)
        letters = self._figures.font()
        letters.setPointSizeF(letters.pointSizeF() * _LARGER)
        self._figures.setFont(letters)
        self._figures.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # all keys are the presentation's
        self._figures.setAccessibleName("What the audience sees, in words")
        clocks = (_under("Since the start", self._passed), _under("Now it is", self._time))
        self._black = _label("time")
        above = row(_under("Step", self._place), self._black, *clocks, gap=4 * UNIT, stretch=1)
        here = column(text("On the screen", "soft"), self._name, self._caption, gap=UNIT)
        coming = column(text("Next", "soft"), self._next, self._next_caption, text(), gap=UNIT, stretch=3)
        words = column(here, coming, gap=3 * UNIT, stretch=1)
        buttons = row(*(_button(*deed) for deed in deeds), text(), gap=UNIT, stretch=len(deeds))
        middle = row(words, self._figures, gap=4 * UNIT)
        for part in (words, self._figures):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(3 * UNIT)
        for part in (above, middle, buttons):
            layout.addWidget(part)
        layout.setStretchFactor(middle, 1)
        self._since = QElapsedTimer()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)

    def begin(self, screen: QRect) -> None:
        """Stand in the middle of a screen, and count the time from now on."""
        across, down = screen.width() // 24, screen.height() // 24
        self.setGeometry(screen.adjusted(across, down, -across, -down))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._since.start()
        self._ticks.start()
        self._tick()
        self.show()

    def end(self) -> None:
        """Go away."""
        self._ticks.stop()
        self.hide()

    def show_place(self, place: Place) -> None:
        """Say what is shown, and what comes next."""
        step, coming = place.steps[place.at], place.next
        self._place.setText(f"{place.at + 1} / {len(place.steps)}")
        self._name.setText(step.name)
        repaint(self._caption, "letters", "words" if len(step.caption) <= LONGEST_NEXT else "small")
        self._caption.setText(step.caption)
        self._next.setText(coming.name if coming else LAST)
        self._next_caption.setText(shorten(coming.caption, LONGEST_NEXT, placeholder=" …") if coming else "")

    def show_black(self, on: bool) -> None:
        """Say that the audience sees nothing now, or that it sees the step again."""
        self._black.setText(BLACK if on else "")

    def show_frame(self, frame: Frame) -> None:
        """Tell with numbers and sources what the audience sees."""
        write(self._figures, text_version(frame))
        self._figures.moveCursor(QTextCursor.MoveOperation.Start)

    def _tick(self) -> None:
        minutes, seconds = divmod(self._since.elapsed() // 1000, 60)
        self._passed.setText(f"{minutes}:{seconds:02d}")
        self._time.setText(QTime.currentTime().toString("HH:mm"))


def _label(letters: str) -> QLabel:
    made = text(wrap=letters != "time")
    made.setProperty("letters", letters)
    return made


def _under(words: str, value: QLabel) -> QWidget:
    return column(text(words, "soft", wrap=False), value, gap=0)


def _button(words: str, deed: Callable[[], None]) -> QPushButton:
    made = QPushButton(words)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.clicked.connect(deed)
    return made
