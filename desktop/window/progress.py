"""How far slow work has come, in the status bar, with a button that cancels it."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

SHOWN_AFTER_MS = 500
"""What is done sooner needs no bar that flashes by."""
_BAR_WIDTH_PX = 140


class Progress(QWidget):
    """One piece of work: what it is, how far it has come, and a way to cancel it.

    Parameters
    ----------
    title : str
        What is being done, such as "Writing map.png".
    cancel : callable
        Asks the work to end; whoever does the work calls `end` when it has.
    """

    def __init__(self, bar: QStatusBar, title: str, cancel: Callable[[], None]) -> None:
        super().__init__(bar)
        self.hide()
        self._title, self._cancel, self._is_over = title, cancel, False
        self._words, self._bar, self._button = QLabel(title), QProgressBar(), QPushButton("Cancel")
        self._words.setObjectName("progress-words")
        self._bar.setRange(0, 0)  # nobody knows yet how much there is to do
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH_PX)
        self._bar.setAccessibleName(title)
        self._button.setObjectName("cancel")
        self._button.setAccessibleName(f"Cancel: {title}")
        self._button.clicked.connect(self._give_up)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        for part in (self._words, self._bar, self._button):
            layout.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._appear)
        self._patience.start()

    def tell(self, done: int, total: int, words: str = "") -> None:
        """Say how far the work has come.

        Parameters
        ----------
        done, total : int
            Steps; a total of 0 where it is not known.
        words : str
            What is being done now, instead of the title.
        """
        if self._is_over:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        if self._button.isEnabled():
            self._words.setText(words or self._title)

    def end(self) -> None:
        """Take the bar away: the work is done, or has failed, or was cancelled."""
        if not self._is_over:
            self._is_over = True
            self._patience.stop()
            self.hide()
            self.deleteLater()

    def _appear(self) -> None:
        self._patience.stop()
        bar = self.parentWidget()
        if isinstance(bar, QStatusBar):
            bar.addPermanentWidget(self)
            self.show()

    def _give_up(self) -> None:
        self._button.setEnabled(False)
        self._words.setText("Cancelling…")
        self._cancel()


class ProgressLine:
    """The place in a window's status bar where slow work tells how far it has come."""

    def __init__(self, bar: QStatusBar) -> None:
        self._bar = bar

    def begin(self, title: str, cancel: Callable[[], None]) -> Progress:
        """Begin to tell of a piece of work; it is shown once the work lasts over half a second.

        Parameters
        ----------
        title : str
            What is being done, such as "Writing map.png".
        cancel : callable
            Asks the work to end; called once at most.

        Returns
        -------
        Progress
            To be told how far the work has come, and to be ended in any case.
        """
        return Progress(self._bar, title, cancel)
