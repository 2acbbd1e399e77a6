"""The Sources panel: every text that claims come from, retellings under the text they repeat."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QSignalBlocker, Qt, QTimer
from qtpy.QtWidgets import QFrame, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem

from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.lists import BELOW, ListDelegate
from desktop.panels.pieces import UNIT, column, text
from desktop.state.atlas import Atlas
from geodata.frame import Frame
from geodata.told import Detail, SourceRow

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Sources:
    """What the panel shows; `marked` is the source that the selection rests on."""

    rows: tuple[SourceRow, ...]
    origins: int
    marked: str | None


def part(atlas: Atlas, frame: Frame) -> Sources:
    """Take the sources out of a frame, and the one of the selected claim or the one that was found."""
    chosen = atlas.selection.id
    marked = chosen if any(row.id == chosen for row in frame.sources) else _source_of(frame.detail)
    return Sources(frame.sources, frame.origins, marked)


class SourcesPanel:
    """A count, a tree, and what is known of the source that is marked."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._built: tuple[SourceRow, ...] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._count, self._told = text(name="soft"), text()
        self._open = QPushButton("Open address…")
        self._tree = _tree()
        above = column(self._count, margins=(UNIT, UNIT, UNIT, 0))
        below = column(self._told, self._open, margins=(UNIT, UNIT, UNIT, UNIT))
        self.widget = column(above, self._tree, below, gap=UNIT // 2, stretch=1)
        self.widget.setFocusProxy(self._tree)
        self._later = QTimer(self._tree)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._tree.scrollTo(self._tree.currentIndex()))
        self._tree.currentItemChanged.connect(lambda *_: self._tell())
        self._tree.itemActivated.connect(lambda *_: self._ask_to_open())
        self._open.clicked.connect(self._ask_to_open)

    def show(self, shown: Sources) -> None:
        """Show all sources, and mark one."""
        with QSignalBlocker(self._tree):
            if shown.rows is not self._built:
                self._build(shown)
            item = self._items.get(shown.marked or "")
            if item is not None and item is not self._tree.currentItem():
                self._tree.setCurrentItem(item)
                self._later.start(0)  # what is told of it takes some of the tree's room
        self._tell()

    def _build(self, shown: Sources) -> None:
        self._built = shown.rows
        self._tree.clear()
        self._items.clear()
        rows = {row.id: row for row in shown.rows}
        for row in shown.rows:
            self._add(row, rows)
        self._tree.expandAll()
        self._count.setText(f"{len(rows)} sources, {shown.origins} independent origins")

    def _add(self, row: SourceRow, rows: dict[str, SourceRow]) -> QTreeWidgetItem:
        """Add a source under the one that it retells, which is added first."""
        if row.id in self._items:
            return self._items[row.id]
        above = self._add(rows[row.retells], rows) if row.retells in rows else self._tree.invisibleRootItem()
        item = QTreeWidgetItem(above, [row.title, str(row.claims)])
        below = f"{row.publisher}, {_date_words(row)}; {row.reliability}"
        item.setData(0, _ID, row.id)
        item.setData(0, BELOW, below)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{row.title}. {below}")
        item.setToolTip(0, as_tip(row.title))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._items[row.id] = item
        return item

    def _marked(self) -> SourceRow | None:
        item = self._tree.currentItem()
        name = item.data(0, _ID) if item else None
        return next((row for row in self._built if row.id == name), None)

    def _tell(self) -> None:
        row = self._marked()
        self._told.setText(_words(row) if row else "Choose a source to read more about it.")
        self._open.setEnabled(row is not None and bool(row.address))
        self._open.setToolTip(as_tip(row.address or "No address was found") if row else "")

    def _ask_to_open(self) -> None:
        row = self._marked()
        if row is not None and row.address:
            self._context.dialogs.open_address(row.address)


def _source_of(detail: Detail | None) -> str | None:
    if detail is None or detail.claim is None:
        return None
    figures = (figure for rivalry in detail.rivalries for figure in rivalry.figures)
    return next((figure.source for figure in figures if figure.claim == detail.claim), None)


def _date_words(row: SourceRow) -> str:
    return f"date {row.published}" if row.published == "not found" else row.published


def _words(row: SourceRow) -> str:
    lines = [row.title, f"{row.publisher}, {_date_words(row)}; {row.reliability}"]
    if row.retells:
        lines.append(f"Retells: {row.origin_title}")
    return "\n".join((*lines, f"{row.claims} claim{' rests' if row.claims == 1 else 's rest'} on it"))


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Sources")
    tree.setHeaderLabels(["Source", "Claims"])
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setUniformRowHeights(True)
    tree.setItemDelegate(ListDelegate(tree, has_two_lines=True))
    tree.setIndentation(2 * UNIT)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return tree
