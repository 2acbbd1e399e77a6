"""The bar above the map that offers one thing: taken by its button, or dismissed."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import Qt
from qtpy.QtGui import QKeyEvent
from qtpy.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class OfferBar(QFrame):
    """One sentence and two buttons; Enter on it takes the offer, Esc dismisses it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer-bar")
        self._words, self._take, self._dismiss = QLabel(), QPushButton(), QPushButton("Dismiss")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._taken: Callable[[], object] = _nothing
        self._dismissed: Callable[[], object] = _nothing
        self._before: QWidget | None = None
        for button in (self._take, self._dismiss):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._take.clicked.connect(lambda: self._end(self._taken))
        self._dismiss.clicked.connect(lambda: self._end(self._dismissed))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._take)
        layout.addWidget(self._dismiss)
        self.hide()

    def offer(
        self, words: str, title: str, take: Callable[[], object], dismiss: Callable[[], object], focus: bool
    ) -> None:
        """Offer something.

        Parameters
        ----------
        title : str
            What the button says.
        take, dismiss : callable
            What each of the buttons does, once.
        focus : bool
            Whether the keyboard goes to the button, so that Enter takes the offer.
        """
        self._taken, self._dismissed = take, dismiss
        self._words.setText(words)
        self._take.setText(title)
        self._take.setAccessibleName(f"{title}. {words}")
        self.show()
        if focus:
            self._before = self.window().focusWidget()
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss.click()
        else:
            super().keyPressEvent(event)

    def withdraw(self) -> None:
        """Take the bar away, and give the keyboard back where it was taken."""
        if self._before is not None and self.window().focusWidget() in (self._take, self._dismiss):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._taken = self._dismissed = _nothing
        self.hide()

    def _end(self, act: Callable[[], object]) -> None:
        self.withdraw()
        act()


def _nothing() -> None:
    """Do nothing: there is no offer."""
