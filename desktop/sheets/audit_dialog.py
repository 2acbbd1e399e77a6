"""What an audit found, picture by picture: a list from which one jumps to what the data say now."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.sheets.wrapping import wrapping_tree
from desktop.state.auditing import Finding

TITLES = {"actual": "Now known", "changed": "Changed", "gone": "Gone", "source": "Other source"}
"""What the second column calls each kind of finding."""
_CLAIM, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Pictures = Sequence[tuple[str, str, str, Sequence[Finding]]]
"""Of each picture its heading, how it stands, its place in the file, and what is no longer so."""


class AuditDialog(QDialog):
    """The pictures of a deck, each with its figures that are out of date; it leaves the window free.

    From a figure one jumps to its claim, from a picture to its view.

    Parameters
    ----------
    words : str
        What was looked through, and how much has changed.
    """

    claim_chosen = Signal(str)
    """Id of the claim that is to be looked at."""
    picture_chosen = Signal(str)
    """Place of the picture whose view is to be brought back."""

    def __init__(self, window: QWidget, words: str, pictures: Pictures) -> None:
        super().__init__(window)
        self.setWindowTitle("Audit of a deck")
        self.resize(940, 540)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.list = _list(pictures)
        self.list.itemActivated.connect(self._jump)
        self.list.currentItemChanged.connect(lambda *_items: self._follow())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._show = buttons.addButton("&Show in the atlas", QDialogButtonBox.ButtonRole.ActionRole)
        self._show.clicked.connect(self._jump)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return belongs to the list
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (label, self.list, buttons):
            layout.addWidget(part)
        self._follow()

    def _chosen(self, role: int) -> str | None:
        item = self.list.currentItem()
        return item.data(0, role) if item is not None else None

    def _follow(self) -> None:
        leads = self._chosen(_CLAIM) is not None or self._chosen(_PLACE) is not None
        self._show.setEnabled(leads)

    def _jump(self) -> None:
        claim, place = self._chosen(_CLAIM), self._chosen(_PLACE)
        if claim is not None:
            self.claim_chosen.emit(claim)
        elif place is not None:
            self.picture_chosen.emit(place)


def _list(pictures: Pictures) -> QTreeWidget:
    tree = wrapping_tree()
    tree.setAccessibleName("Pictures and their figures that are out of date")
    tree.setHeaderLabels(["Picture and figure", "How it stands"])
    for heading, summary, place, found in pictures:
        top = QTreeWidgetItem(tree, [heading, summary])
        top.setData(0, _PLACE, place)
        for finding in found:
            item = QTreeWidgetItem(top, [finding.words, TITLES[finding.kind]])
            item.setToolTip(0, finding.words)
            item.setData(0, _CLAIM, finding.claim)
        top.setExpanded(bool(found))
    first = tree.topLevelItem(0)
    if first is not None:
        tree.setCurrentItem(first)
    return tree
