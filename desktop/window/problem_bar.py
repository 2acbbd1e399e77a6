"""The bar above the map that reports what went wrong, while the last good data stay."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

MAX_LINES = 500
MAX_HEIGHT_PX = 160
"""How high the list may be: the map stays to be seen."""


class ProblemBar(QFrame):
    """One sentence, and on request every problem with its file and field.

    Parameters
    ----------
    reload : QPushButton
        The button that tries again.
    """

    def __init__(self, reload: QPushButton) -> None:
        super().__init__()
        self.setObjectName("problem-bar")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._more = QPushButton()
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._reload = reload
        dismiss = QPushButton("Dismiss")
        dismiss.clicked.connect(self.hide)
        self._list = QPlainTextEdit()
        self._list.setReadOnly(True)
        self._lay_out((self._more, reload, dismiss))
        self.hide()

    def report(
        self,
        words: str,
        lines: Sequence[str] = (),
        can_reload: bool = True,
        about: str = "Problems in the data",
    ) -> None:
        """Show a sentence, and the lines that tell more.

        Parameters
        ----------
        words : str
            What is wrong or has changed, and what is shown meanwhile.
        lines : sequence of str
            Each problem (file, feature, field, expected, got), or each change.
        can_reload : bool
            Whether reading the data again may help.
        about : str
            What the lines are, for those who hear them read.
        """
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._more.setText("Show it" if len(lines) == 1 else f"Show all {len(lines)}")
        self._more.setVisible(bool(lines))
        self._more.setChecked(False)
        self._reload.setVisible(can_reload)
        self._list.setAccessibleName(about)
        wanted = self._list.fontMetrics().lineSpacing() * (len(lines) + 2)  # a long line may take two
        self._list.setMaximumHeight(min(wanted, MAX_HEIGHT_PX))
        self._list.setPlainText("\n".join(lines[:MAX_LINES]))
        self.show()

    def _unfold(self, on: bool) -> None:
        self._list.setVisible(on)

    def _lay_out(self, buttons: Sequence[QWidget]) -> None:
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        for button in buttons:
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._list)
        self._list.hide()
