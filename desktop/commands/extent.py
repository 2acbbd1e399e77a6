"""Commands on the extent of the map: fit, zoom, and what lies over the ground."""

from __future__ import annotations

from dataclasses import replace

from desktop.commands.command import Command, Context
from desktop.state.atlas import View
from desktop.state.store import Store
from geodata.drawn import Bounds

ZOOM_STEP = 0.5


def show(store: Store, name: str, bounds: Bounds) -> None:
    """Show an extent: west, south, east, north in degrees, WGS84."""
    store.change(name, replace(store.atlas, view=View(bounds)))


def fit_all(store: Store) -> None:
    """Show the extent that the atlas opens with."""
    show(store, "Fit all", store.frame.opening)


def zoom_to_selection(store: Store) -> None:
    """Show the extent of what is selected."""
    detail = store.frame.detail
    if detail and detail.bounds:
        show(store, f"Zoom to {detail.title}", detail.bounds)


def set_graticule(store: Store, on: bool) -> None:
    """Draw meridians and parallels, or not."""
    layers = replace(store.atlas.layers, graticule=on)
    store.change(f"{'Show' if on else 'Hide'} graticule", replace(store.atlas, layers=layers))


def _has_extent(context: Context) -> bool:
    detail = context.store.frame.detail
    return detail is not None and detail.bounds is not None


FIT_ALL = Command("view.fit", "Fit all", lambda context: fit_all(context.store), "Ctrl+0", "home")
ZOOM_IN = Command(
    "view.zoom-in", "Zoom in", lambda context: context.map.zoom_by(ZOOM_STEP), "Ctrl+=", "zoom-in"
)
ZOOM_OUT = Command(
    "view.zoom-out", "Zoom out", lambda context: context.map.zoom_by(-ZOOM_STEP), "Ctrl+-", "zoom-out"
)
ZOOM_TO_SELECTION = Command(
    "view.zoom-to-selection",
    "Zoom to selection",
    lambda context: zoom_to_selection(context.store),
    "Ctrl+J",
    "zoom-in-area",
    _has_extent,
)
GRATICULE = Command(
    "view.graticule",
    "Graticule",
    lambda context: set_graticule(context.store, not context.store.atlas.layers.graticule),
    "Ctrl+Shift+G",
    checked=lambda context: context.store.atlas.layers.graticule,
)
MEASURE = Command(
    "view.measure",
    "Measure distance",
    lambda context: context.map.measure(not context.map.is_measuring),
    "Ctrl+Shift+M",
    "ruler-measure",
    checked=lambda context: context.map.is_measuring,
)

COMMANDS = (FIT_ALL, ZOOM_TO_SELECTION, ZOOM_IN, ZOOM_OUT, None, GRATICULE, MEASURE)
