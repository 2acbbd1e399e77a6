"""What can be done with the layer that is marked: fade it, show it alone, pin it to a year, zoom to it."""

from __future__ import annotations

from itertools import count

from qtpy.QtCore import QSignalBlocker, Qt
from qtpy.QtWidgets import QSlider

from desktop.commands import layers, pinning
from desktop.panels.pieces import AROUND, UNIT, column, icon_button, row, text
from desktop.state.atlas import Layers
from desktop.state.store import Store
from geodata.frame import RowState


class LayerTools:
    """A name, three buttons and a slider; without a layer they wait."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._marked: RowState | None = None
        self._drags, self._gesture = count(), ""
        self._name = text(name="strong")
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._share = text(name="soft", wrap=False)
        self._alone = icon_button("eye", "Show this layer alone")
        self._pin = icon_button("pinned", "Pin this layer to the year")
        self._zoom = icon_button("zoom-in-area", "Zoom to this layer")
        naming = row(self._name, self._alone, self._pin, self._zoom, gap=UNIT // 2, stretch=0)
        sliding = row(text("Opacity", "soft", wrap=False), self._opacity, self._share, stretch=1)
        self.widget = column(naming, sliding, margins=AROUND, gap=0)
        self._set_up()

    def show(self, marked: RowState | None, shown: Layers) -> None:
        """Show the marked layer as it is."""
        self._marked = marked
        self.widget.setEnabled(marked is not None)
        opacity = shown.opacity_of(marked.id) if marked else 1.0
        with QSignalBlocker(self._opacity):
            self._opacity.setValue(round(opacity * 100))
        self._share.setText(f"{opacity:.0%}")
        self._name.setText(f"{marked.title}: {marked.summary}" if marked else "No layer marked")
        self._alone.setChecked(marked is not None and layers.is_isolated(self._store, marked.id))
        self._pin.setChecked(marked is not None and marked.pinned_year is not None)
        self._zoom.setEnabled(marked is not None and marked.bounds is not None)

    def zoom(self) -> None:
        """Zoom to the marked layer."""
        if self._marked is not None:
            layers.zoom_to(self._store, self._marked.id)

    def _set_up(self) -> None:
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100%"))
        self._opacity.setRange(0, 100)
        self._opacity.setPageStep(10)
        self._opacity.setAccessibleName("Opacity of the marked layer")
        self._alone.setCheckable(True)
        self._pin.setCheckable(True)
        self._opacity.sliderPressed.connect(self._begin_drag)
        self._opacity.valueChanged.connect(self._set_opacity)
        self._alone.clicked.connect(self._switch_alone)
        self._pin.clicked.connect(self._switch_pin)
        self._zoom.clicked.connect(self.zoom)

    def _begin_drag(self) -> None:
        self._gesture = f"drag the opacity {next(self._drags)}"

    def _set_opacity(self, percent: int) -> None:
        gesture = self._gesture if self._opacity.isSliderDown() else None
        if self._marked is not None:
            layers.set_opacity(self._store, self._marked.id, percent / 100, gesture)

    def _switch_pin(self) -> None:
        if self._marked is not None:
            pinning.toggle(self._store, self._marked.id)

    def _switch_alone(self, on: bool) -> None:
        if not on:
            layers.show_all_again(self._store)
        elif self._marked is not None:
            layers.isolate(self._store, self._marked.id)
