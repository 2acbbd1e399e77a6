"""The Layers panel: which rows are shown, how opaque, and how many of their things there are this year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, groupby

from qtpy.QtCore import QPoint, QSignalBlocker, Qt
from qtpy.QtWidgets import QFrame, QHeaderView, QMenu, QSlider, QTreeWidget, QTreeWidgetItem

from desktop.commands import layers
from desktop.commands.command import Context
from desktop.panels.lists import SOFT, SYMBOL, ListDelegate
from desktop.panels.pieces import AROUND, UNIT, column, icon_button, row, text
from desktop.state.atlas import Atlas, Layers
from desktop.state.store import Store
from geodata.frame import Frame, RowState

_ID = Qt.ItemDataRole.UserRole
_FIGURE_WORDS = " with a figure"
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


@dataclass(frozen=True, slots=True)
class LayerRows:
    """What the panel shows."""

    rows: tuple[RowState, ...]
    layers: Layers


def part(atlas: Atlas, frame: Frame) -> LayerRows:
    """Take the rows that the map draws out of a state and its frame."""
    return LayerRows(tuple(state for state in frame.rows if layers.is_drawn(state)), atlas.layers)


class LayersPanel:
    """A tree of groups and rows, and below it what can be done with the row that is marked."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        self._shown: LayerRows | None = None
        self._drags, self._gesture = count(), ""
        self._tree = _tree()
        self._name = text(name="strong")
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._share = text(name="soft", wrap=False)
        self._alone = icon_button("eye", "Show this layer alone")
        self._zoom = icon_button("zoom-in-area", "Zoom to this layer")
        naming = row(self._name, self._alone, self._zoom, gap=UNIT // 2, stretch=0)
        sliding = row(text("Opacity", "soft", wrap=False), self._opacity, self._share, stretch=1)
        self._tools = column(naming, sliding, margins=AROUND, gap=0)
        self.widget = column(self._tree, self._tools, gap=0)
        self.widget.setFocusProxy(self._tree)
        self._set_up()

    def show(self, shown: LayerRows) -> None:
        """Show every row as it is, and the tools for the row that is marked."""
        self._shown = shown
        with QSignalBlocker(self._tree), QSignalBlocker(self._opacity):
            if list(self._items) != [state.id for state in shown.rows]:
                self._build(shown.rows)
            for state in shown.rows:
                self._show_row(self._items[state.id], state)
            self._show_groups()
            self._show_tools(self._marked(), shown.layers)

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
        item.setText(1, state.summary.removesuffix(_FIGURE_WORDS))
        item.setToolTip(0, f"{state.title}: {state.summary}")
        item.setToolTip(1, state.summary)
        item.setData(0, SOFT, not is_there)

    def _show_groups(self) -> None:
        for group in self._groups:
            states = {item.checkState(0) for item in self._items.values() if item.parent() is group}
            group.setCheckState(0, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)

    def _show_tools(self, marked: RowState | None, shown: Layers) -> None:
        self._tools.setEnabled(marked is not None)
        if marked is None:
            self._name.setText("No layer marked")
            self._opacity.setValue(100)
            return
        opacity = shown.opacity_of(marked.id)
        alone = layers.is_isolated(self._context.store, marked.id)
        self._name.setText(f"{marked.title}: {marked.summary}")
        self._opacity.setValue(round(opacity * 100))
        self._share.setText(f"{opacity:.0%}")
        self._alone.setChecked(alone)
        self._zoom.setEnabled(marked.bounds is not None)

    def _set_up(self) -> None:
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100%"))
        self._opacity.setRange(0, 100)
        self._opacity.setPageStep(10)
        self._opacity.setAccessibleName("Opacity of the marked layer")
        self._alone.setCheckable(True)
        self._opacity.sliderPressed.connect(self._begin_drag)
        self._opacity.valueChanged.connect(self._set_opacity)
        self._alone.clicked.connect(self._switch_alone)
        self._zoom.clicked.connect(lambda: self._on_marked(layers.zoom_to))
        self._tree.itemChanged.connect(self._check)
        self._tree.currentItemChanged.connect(lambda *_: self._shown and self.show(self._shown))
        self._tree.itemDoubleClicked.connect(lambda *_: self._on_marked(layers.zoom_to))
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.customContextMenuRequested.connect(self._open_menu)

    def _marked(self) -> RowState | None:
        item = self._tree.currentItem()
        name = item.data(0, _ID) if item else None
        rows = self._shown.rows if self._shown else ()
        return next((state for state in rows if state.id == name), None)

    def _on_marked(self, do: Callable[[Store, str], None]) -> None:
        marked = self._marked()
        if marked is not None:
            do(self._context.store, marked.id)

    def _check(self, item: QTreeWidgetItem, _column: int) -> None:
        on = item.checkState(0) != Qt.CheckState.Unchecked
        name = item.data(0, _ID)
        if name:
            layers.set_visible(self._context.store, name, on)
        else:
            layers.set_group_visible(self._context.store, item.text(0), on)

    def _begin_drag(self) -> None:
        self._gesture = f"drag the opacity {next(self._drags)}"

    def _set_opacity(self, percent: int) -> None:
        gesture = self._gesture if self._opacity.isSliderDown() else None
        self._on_marked(lambda store, name: layers.set_opacity(store, name, percent / 100, gesture))

    def _switch_alone(self, on: bool) -> None:
        if on:
            self._on_marked(layers.isolate)
        else:
            layers.show_all_again(self._context.store)

    def _open_menu(self, place: QPoint) -> None:
        item = self._tree.itemAt(place)
        if item is None or not item.data(0, _ID):
            return
        self._tree.setCurrentItem(item)
        menu = QMenu(self._tree)
        for command in layers.row_commands(self._context.store.frame, item.data(0, _ID)):
            action = menu.addAction(command.title)
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
    tree.header().resizeSection(1, tree.fontMetrics().horizontalAdvance("0 of 00") + UNIT)
    return tree


def _item(group: QTreeWidgetItem, state: RowState) -> QTreeWidgetItem:
    item = QTreeWidgetItem(group, [state.title])
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(0, _ID, state.id)
    item.setData(0, SYMBOL, state.style)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
