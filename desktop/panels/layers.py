"""The Layers panel: which rows are shown, how opaque, and how many of their things there are this year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from qtpy.QtCore import QPoint, QSignalBlocker, Qt
from qtpy.QtWidgets import QFrame, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem

from desktop.commands import layers
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.layer_tools import LayerTools
from desktop.panels.lists import SOFT, SYMBOL, ListDelegate
from desktop.panels.pieces import UNIT, column
from desktop.state.atlas import Atlas, Layers
from geodata.frame import Frame, RowState
from geodata.year import Year

_ID = Qt.ItemDataRole.UserRole
_AIR = 12
"""What a count keeps free beside it, in pixels."""
_FIGURE_WORDS = " with a figure"
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


@dataclass(frozen=True, slots=True)
class LayerRows:
    """What the panel shows."""

    rows: tuple[RowState, ...]
    layers: Layers
    fiscal: bool = False


def part(atlas: Atlas, frame: Frame) -> LayerRows:
    """Take the rows that the map draws out of a state and its frame."""
    drawn = tuple(state for state in frame.rows if layers.is_drawn(state))
    return LayerRows(drawn, atlas.layers, frame.fiscal)


class LayersPanel:
    """A tree of groups and rows, and below it what can be done with the row that is marked."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        self._shown: LayerRows | None = None
        self._is_fiscal = False
        self._tree, self._tools = _tree(), LayerTools(context.store)
        self._tree.itemChanged.connect(self._check)
        self._tree.currentItemChanged.connect(lambda *_: self._shown and self.show(self._shown))
        self._tree.itemDoubleClicked.connect(lambda *_: self._tools.zoom())
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.customContextMenuRequested.connect(self._open_menu)
        self.widget = column(self._tree, self._tools.widget, gap=0)
        self.widget.setFocusProxy(self._tree)

    def show(self, shown: LayerRows) -> None:
        """Show every row as it is, and the tools for the row that is marked."""
        self._shown, self._is_fiscal = shown, shown.fiscal
        with QSignalBlocker(self._tree):
            if list(self._items) != [state.id for state in shown.rows]:
                self._build(shown.rows)
            for state in shown.rows:
                self._show_row(self._items[state.id], state)
            self._show_groups()
            self._fit()
        self._tools.show(self._marked(), shown.layers)

    def _build(self, rows: tuple[RowState, ...]) -> None:
        self._tree.clear()
        self._items.clear()
        self._groups.clear()
        for title, members in groupby(rows, key=lambda state: state.group):
            group = QTreeWidgetItem(self._tree, [title])
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            font = self._tree.font()
            font.setBold(True)
            group.setFont(0, font)
            self._groups.append(group)
            for state in members:
                self._items[state.id] = _item(group, state)
        self._tree.expandAll()

    def _show_row(self, item: QTreeWidgetItem, state: RowState) -> None:
        is_there = state.visible and state.shown > 0
        item.setCheckState(0, _CHECK[state.visible])
        pinned = "" if state.pinned_year is None else str(Year(state.pinned_year, self._is_fiscal))
        item.setText(0, f"{state.title}  ⌖ {pinned}" if pinned else state.title)
        item.setText(1, state.summary.removesuffix(_FIGURE_WORDS))
        notes = (f"pinned to {pinned}" if pinned else "", state.refusal)
        item.setToolTip(0, as_tip("\n".join(filter(None, (f"{state.title}: {state.summary}", *notes)))))
        item.setToolTip(1, state.summary)
        item.setData(0, SOFT, not is_there)

    def _fit(self) -> None:
        """Give the counts as much room as they need, and the names the rest."""
        advance = self._tree.fontMetrics().horizontalAdvance
        widest = max((advance(item.text(1)) for item in self._items.values()), default=0) + _AIR
        if widest != self._tree.columnWidth(1):
            self._tree.header().resizeSection(1, widest)

    def _show_groups(self) -> None:
        for group in self._groups:
            states = {item.checkState(0) for item in self._items.values() if item.parent() is group}
            group.setCheckState(0, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)

    def _marked(self) -> RowState | None:
        item = self._tree.currentItem()
        name = item.data(0, _ID) if item else None
        rows = self._shown.rows if self._shown else ()
        return next((state for state in rows if state.id == name), None)

    def _check(self, item: QTreeWidgetItem, _column: int) -> None:
        on = item.checkState(0) != Qt.CheckState.Unchecked
        name = item.data(0, _ID)
        if name:
            layers.set_visible(self._context.store, name, on)
        else:
            layers.set_group_visible(self._context.store, item.text(0), on)

    def _open_menu(self, place: QPoint) -> None:
        item = self._tree.itemAt(place)
        if item is None or not item.data(0, _ID):
            return
        self._tree.setCurrentItem(item)
        menu = QMenu(self._tree)
        for command in layers.row_commands(self._context.store.frame, item.data(0, _ID)):
            title = command.title_now(self._context) if command.title_now else command.title
            action = menu.addAction(title.replace("&", "&&"))
            action.setEnabled(command.enabled(self._context))
            action.triggered.connect(lambda _on=False, run=command.run: run(self._context))
        menu.popup(self._tree.viewport().mapToGlobal(place))


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Layers")
    tree.setColumnCount(2)
    tree.setHeaderHidden(True)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setItemDelegate(ListDelegate(tree))
    tree.setIndentation(UNIT)
    tree.setRootIsDecorated(False)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    return tree


def _item(group: QTreeWidgetItem, state: RowState) -> QTreeWidgetItem:
    item = QTreeWidgetItem(group, [state.title])
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(0, _ID, state.id)
    item.setData(0, SYMBOL, state.style)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
