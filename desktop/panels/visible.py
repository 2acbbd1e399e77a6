"""On the map: the list of what is drawn, by which the keyboard walks the map."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QSignalBlocker, Qt
from qtpy.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QStackedWidget

from desktop.commands import extent, go
from desktop.commands.command import Context
from desktop.commands.tips import as_tip
from desktop.panels.extents import has_area, has_line, has_place
from desktop.panels.lists import BELOW, SOFT, SYMBOL, ListDelegate
from desktop.panels.pieces import AROUND, column, text
from desktop.state.atlas import Atlas
from geodata.drawn import Bounds, FlowLine, Label, Place
from geodata.frame import Frame

_ID = Qt.ItemDataRole.UserRole
_WALK = "walk the map"
"""The gesture that makes one entry of undo of a walk through the list."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A thing on the map: its symbol, words, and whether any of it lies in the present extent."""

    thing: str
    symbol: str
    title: str
    below: str
    tip: tuple[str, ...]
    in_view: bool


@dataclass(frozen=True, slots=True)
class OnTheMap:
    """What the panel shows."""

    drawn: tuple[Drawn, ...]
    selected: str | None


def part(atlas: Atlas, frame: Frame) -> OnTheMap:
    """List what a frame draws, arrows first, as the eye meets it."""
    view = atlas.view.bounds
    flows = (_of_flow(line, view) for line in frame.flows)
    places = (_of_place(place, view) for place in frame.places)
    areas = (
        Drawn(area.thing, "area", area.label.title, _below(area.label), area.tip, has_area(area, view))
        for area in frame.areas
    )
    return OnTheMap((*flows, *places, *areas), frame.detail.thing if frame.detail else None)


class OnTheMapPanel:
    """A list; what is current in it is selected on the map, and Enter zooms to it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drawn: tuple[Drawn, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName("On the map")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(ListDelegate(self._list, has_two_lines=True))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.itemSelectionChanged.connect(self._select)
        self._list.itemActivated.connect(lambda _item: extent.zoom_to_selection(context.store))
        empty = column(
            text("Nothing is drawn. Tick a layer, or choose another year.", "soft"), margins=AROUND
        )
        self.widget = QStackedWidget()
        self.widget.addWidget(self._list)
        self.widget.addWidget(empty)
        self.widget.setFocusProxy(self._list)

    def show(self, shown: OnTheMap) -> None:
        """Show what is drawn, and mark what is selected."""
        with QSignalBlocker(self._list):
            if shown.drawn != self._drawn:
                self._drawn = shown.drawn
                self._list.clear()
                for drawn in shown.drawn:
                    self._list.addItem(self._item(drawn))
            self._mark(shown.selected)
        self.widget.setCurrentIndex(0 if shown.drawn else 1)

    def _mark(self, selected: str | None) -> None:
        things = [drawn.thing for drawn in self._drawn]
        if selected in things:
            self._list.setCurrentRow(things.index(selected))
        else:
            self._list.clearSelection()

    def _item(self, drawn: Drawn) -> QListWidgetItem:
        item = QListWidgetItem(drawn.title)
        item.setData(_ID, drawn.thing)
        item.setData(SYMBOL, drawn.symbol)
        item.setData(BELOW, drawn.below)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{drawn.title}. {drawn.below}")
        lines = drawn.tip if drawn.in_view else (*drawn.tip, "Outside the present extent: Enter zooms to it")
        item.setToolTip(as_tip("\n".join(lines)))
        item.setData(SOFT, not drawn.in_view)
        return item

    def _select(self) -> None:
        for item in self._list.selectedItems():
            go.select(self._context.store, item.data(_ID), _WALK)


def _of_flow(line: FlowLine, view: Bounds) -> Drawn:
    symbol, in_view = f"{line.style}/{line.drawn_as}", has_line(line, view)
    return Drawn(line.thing, symbol, line.label.title, _below(line.label), line.tip, in_view)


def _of_place(place: Place, view: Bounds) -> Drawn:
    in_view = has_place(place, view)
    return Drawn(place.thing, place.style, place.label.title, _below(place.label), place.tip, in_view)


def _below(label: Label) -> str:
    return "; ".join(label.lines)
