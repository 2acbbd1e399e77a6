"""Badges over the map: under which conditions alone it is right, each with a button that ends its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qtpy.QtCore import QSize, Qt, Signal
from qtpy.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.commands import clock, knowing, pinning, scenarios
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.state.atlas import Atlas
from desktop.state.words import day_words
from desktop.window.icons import NAME
from geodata.frame import Frame
from geodata.year import Year

SUPPOSED = "supposed, not fact"
_EDGE = 12


@dataclass(frozen=True, slots=True)
class Badge:
    """One condition: what it is, in large words and in small ones, and what ending it is called.

    Parameters
    ----------
    kind : str
        scenario, known, pinned or cumulative.
    key : str
        The row that is pinned; empty for the other kinds.
    """

    kind: str
    title: str
    words: str
    ending: str
    key: str = ""


def part(atlas: Atlas, frame: Frame) -> tuple[Badge, ...]:
    """Name the conditions of a frame; where two are compared, each half of the map names its own."""
    if atlas.compare is not None:
        return ()
    found, told = [], frame.scenario
    if told is not None:
        words = "; ".join(filter(None, (SUPPOSED, told.unfit_words)))
        found.append(Badge("scenario", told.title, words, "Take the scenario off"))
    if frame.known_on is not None:
        title = f"As known on {day_words(frame.known_on)}"
        found.append(Badge("known", title, "", "Show all that is known today"))
    if frame.cumulative:
        words = "stay, flows never"
        found.append(Badge("cumulative", "Agreements and capacities", words, "Each year by itself"))
    for row in frame.rows:
        if row.visible and row.pinned_year is not None:
            year = Year(row.pinned_year, frame.fiscal)
            found.append(Badge("pinned", f"{row.title} of {year}", "pinned", f"Unpin {row.title}", row.id))
    return tuple(found)


class MapBadges(QWidget):
    """Stands over the map's upper left corner; without conditions it is not there."""

    covered = Signal(object)
    """The boxes that the badges take over the map: left, top, right, bottom in pixels."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._boxes: list[tuple[int, int, int, int]] = []
        self._frames: list[QFrame] = []
        self._is_back = False
        self.setObjectName("badges")
        self.setAccessibleName("Conditions of the map")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._lines.setSpacing(6)
        self.hide()

    def show_badges(self, shown: tuple[Badge, ...]) -> None:
        """Show these conditions."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._frames = [_framed(badge, self._end(badge)) for badge in shown]
        for frame in self._frames:
            self._lines.addWidget(frame, 0, Qt.AlignmentFlag.AlignLeft)
        self._stand()

    def step_back(self, back: bool) -> None:
        """Leave the map to an audience, which is told the conditions in larger words; or come back."""
        self._is_back = back
        self._stand()

    def _stand(self) -> None:
        """Stand over the map, if there is anything to say and nobody else says it."""
        frames = [] if self._is_back else self._frames
        self.setVisible(bool(frames))
        self.adjustSize()
        self.raise_()
        self._tell_boxes(frames)

    def _tell_boxes(self, frames: list[QFrame]) -> None:
        """Say which boxes the badges take; they are where they will be once the layout has come to rest."""
        boxes, top = [], _EDGE
        for frame in frames:
            frame.ensurePolished()
            size = frame.sizeHint()
            boxes.append((_EDGE, top, _EDGE + size.width(), top + size.height()))
            top += size.height() + self._lines.spacing()
        if boxes != self._boxes:
            self._boxes = boxes
            self.covered.emit(boxes)

    def _end(self, badge: Badge) -> Callable[[], None]:
        store = self._context.store
        ends = {
            "scenario": lambda: scenarios.choose(store, None),
            "known": lambda: knowing.know_on(store, None),
            "cumulative": lambda: clock.set_cumulative(store, on=False),
            "pinned": lambda: pinning.pin(store, badge.key, None),
        }
        return ends[badge.kind]


def _framed(badge: Badge, end: Callable[[], None]) -> QFrame:
    frame = QFrame()
    frame.setObjectName("badge")
    frame.setProperty("kind", badge.kind)
    frame.setToolTip(as_tip(": ".join(filter(None, (badge.title, badge.words)))))
    close = QToolButton()
    close.setProperty(NAME, "x")
    close.setIconSize(QSize(14, 14))
    close.setAutoRaise(True)
    close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    close.setAccessibleName(badge.ending)
    close.setToolTip(as_tip(badge.ending))
    close.clicked.connect(end)
    line = QHBoxLayout(frame)
    line.setContentsMargins(10, 3, 4, 3)
    line.setSpacing(8)
    line.addWidget(_label(badge.title, "strong"))
    if badge.words:
        line.addWidget(_label(badge.words, "soft"))
    line.addWidget(close)
    return frame


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
