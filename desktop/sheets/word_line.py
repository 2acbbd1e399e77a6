"""What a dialog says beside its buttons: what will be written, or what is in the way."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QLabel


class WordLine(QLabel):
    """A sentence that may run over several lines, in the colour of problems where it is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export-words")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def say(self, words: str, is_problem: bool = False) -> None:
        """Say something else."""
        self.setText(words)
        self.setToolTip(words)
        self.setProperty("problem", is_problem)
        self.style().unpolish(self)  # the style sheet looks at the property only now
        self.style().polish(self)
