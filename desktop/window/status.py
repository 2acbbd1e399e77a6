"""The line along the bottom: requests, day of the data, rivals, problems, and the point under the pointer."""

from __future__ import annotations

from qtpy.QtWidgets import QLabel, QStatusBar

RIVALS_TIP = "Claims that contradict a figure on the map; elsewhere ≠ marks a figure with rivals"


class StatusBar(QStatusBar):
    """Says quietly what the atlas vouches for."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._requests, self._data, self._rivals, self._pointer = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._requests, self._data, self._rivals):
            self.addWidget(label)
        self.addPermanentWidget(self._pointer)
        self._requests.setObjectName("requests")
        self._rivals.setToolTip(RIVALS_TIP)
        self.show_requests(0, 0)

    def show_requests(self, allowed: int, refused: int) -> None:
        """Say how many requests left this machine, and how many were refused."""
        words = f"{allowed} requests left this machine"
        self._requests.setText(f"{words}, {refused} refused" if refused else words)

    def show_pointer(self, words: str) -> None:
        """Show the coordinates under the pointer; empty clears them."""
        self._pointer.setText(words)

    def show_frame(self, part: tuple[str, int]) -> None:
        """Show the month of the data, and how many rivals the figures on the map have."""
        data, rivals = part
        self._data.setText(f"data of {data}")
        self._rivals.setText(f"{rivals} rival{'' if rivals == 1 else 's'} of figures on the map")
