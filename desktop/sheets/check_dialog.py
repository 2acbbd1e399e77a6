"""What the presenter check found on many sheets, to be mended or left as it is before they leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtCore import Signal
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

from desktop.sheets.series_check import Found, can_mend, name_in_series
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.warning import SERIOUS
from desktop.sheets.wrapping import wrapping_tree

SIZE = (820, 460)


class CheckDialog(QDialog):
    """Lists what to look at, sheet by sheet; nothing leaves before one of its buttons is pressed.

    Parameters
    ----------
    name : str
        The file that is to be written.
    found : tuple
        Of each sheet its warnings.
    is_page : bool
        Whether it is a page in one file, of which the one sheet is what it shows first.
    """

    mend_wanted = Signal()
    """What can be put right is to be put right, and looked over again."""
    export_wanted = Signal()
    """The sheets are to leave as they are; their files keep the warnings."""

    def __init__(
        self,
        window: QWidget,
        name: str,
        requests: Sequence[SheetRequest],
        found: Found,
        is_page: bool = False,
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(f"Before {name} leaves")
        self.resize(*SIZE)
        label = QLabel(_words(found, is_page, any(request.carry for request in requests)))
        label.setWordWrap(True)
        self.list = _list(requests, found, is_page)
        self._buttons = QDialogButtonBox()
        cancel = self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._anyway = self._buttons.addButton(
            "&Export as it is", QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self._mend = self._buttons.addButton("&Mend and look again", QDialogButtonBox.ButtonRole.AcceptRole)
        self._mend.setObjectName("primary")
        pairs = zip(requests, found, strict=True)
        self._mend.setVisible(any(can_mend(request, one) for request, told in pairs for one in told))
        for button in self._buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        (self._mend if self._mend.isVisibleTo(self._buttons) else self._anyway).setDefault(True)
        cancel.clicked.connect(self.reject)
        self._anyway.clicked.connect(lambda: self._leave(self.export_wanted.emit))
        self._mend.clicked.connect(lambda: self._leave(self.mend_wanted.emit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (label, self.list, self._buttons):
            layout.addWidget(part)

    def _leave(self, tell: Callable[[], None]) -> None:
        self.accept()
        tell()


def _words(found: Found, is_page: bool, keeps: bool) -> str:
    """Count what was found, and say what becomes of it.

    Returns
    -------
    str
        Such as "5 things to look at on 3 of 10 sheets. …".
    """
    count, sheets = sum(map(len, found)), sum(1 for told in found if told)
    things = "1 thing" if count == 1 else f"{count} things"
    where, foot = f"on {sheets} of {len(found)} sheets", "their footers or changes what they show"
    if is_page:
        where, foot = "in what the page shows first", "its footer or changes what it shows"
    kept = "what leaves unmended is kept in the file" if keeps else "the file tells nobody what was left"
    return f"{things} to look at {where}. Mending writes what is missing into {foot}; {kept}."


def _list(requests: Sequence[SheetRequest], found: Found, is_page: bool) -> QTreeWidget:
    tree = wrapping_tree()
    tree.setAccessibleName("First view and what to look at" if is_page else "Sheets and what to look at")
    tree.setHeaderLabels(["What to look at" if is_page else "Sheet and what to look at", "What mends it"])
    for place, (request, told) in enumerate(zip(requests, found, strict=True)):
        if not told:
            continue
        of_sheet = f"First view, {request.frame.year_label}" if is_page else name_in_series(request, place)
        top = QTreeWidgetItem(tree, [of_sheet, ""])
        for warning in told:
            words = warning.fix_words if can_mend(request, warning) else "by hand"
            item = QTreeWidgetItem(top, [warning.words, words])
            item.setToolTip(0, warning.words)
            if warning.severity == SERIOUS:
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
        top.setExpanded(True)
    first = tree.topLevelItem(0)
    if first is not None:
        tree.setCurrentItem(first)
    return tree
