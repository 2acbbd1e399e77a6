"""Commands on the rows of the Layers panel: show, hide, isolate, opacity, zoom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop.commands import extent, pinning
from desktop.commands.command import Command, Context, Menu
from desktop.state.atlas import Layers
from desktop.state.store import Store
from geodata.frame import Frame, RowState


def set_visible(store: Store, row: str, on: bool) -> None:
    """Show or hide a row."""
    _set_rows_visible(store, frozenset({row}), title_of(store.frame, row), on)


def set_group_visible(store: Store, group: str, on: bool) -> None:
    """Show or hide all rows of a group."""
    rows = frozenset(row.id for row in store.frame.rows if row.group == group)
    _set_rows_visible(store, rows, group, on)


def _set_rows_visible(store: Store, rows: frozenset[str], title: str, on: bool) -> None:
    layers = store.atlas.layers
    visible = layers.visible | rows if on else layers.visible - rows
    _change(store, f"{'Show' if on else 'Hide'} {title}", replace(layers, visible=visible, isolated=None))


def isolate(store: Store, row: str) -> None:
    """Show one row alone, and remember what was shown."""
    layers = store.atlas.layers
    before = layers.visible if layers.isolated is None else layers.isolated
    alone = replace(layers, visible=frozenset({row}), isolated=before)
    _change(store, f"Show {title_of(store.frame, row)} alone", alone)


def show_all_again(store: Store) -> None:
    """End the isolation of a row: show what was shown before it."""
    layers = store.atlas.layers
    if layers.isolated is not None:
        _change(store, "Show all layers again", replace(layers, visible=layers.isolated, isolated=None))


def is_isolated(store: Store, row: str) -> bool:
    """Tell whether a row is the one that is shown alone."""
    layers = store.atlas.layers
    return layers.isolated is not None and layers.visible == frozenset({row})


def set_opacity(store: Store, row: str, opacity: float, gesture: str | None = None) -> None:
    """Set how opaque a row is drawn, from 0 to 1; a drag passes one `gesture` throughout."""
    opacity = min(max(opacity, 0.0), 1.0)
    others = tuple(pair for pair in store.atlas.layers.opacity if pair[0] != row)
    pairs = others if opacity == 1.0 else (*others, (row, opacity))
    name = f"Opacity of {title_of(store.frame, row)} {opacity:.0%}"
    _change(store, name, replace(store.atlas.layers, opacity=tuple(sorted(pairs))), gesture)


def zoom_to(store: Store, row: str) -> None:
    """Show the extent of a row's things."""
    found = _row(store.frame, row)
    if found and found.bounds:
        extent.show(store, f"Zoom to {found.title}", found.bounds)


def is_drawn(row: RowState) -> bool:
    """Tell whether the map draws the things of a row; only then can it be shown, faded or zoomed to."""
    return row.style != "none"


def title_of(frame: Frame, row: str) -> str:
    """Give a row's title, or its id where there is no such row."""
    found = _row(frame, row)
    return found.title if found else row


def menu(frame: Frame) -> Menu:
    """List what can be done with the rows of a frame."""
    rows = tuple(row for row in frame.rows if is_drawn(row))
    switches = tuple(_switch(row) for row in rows)
    alone = tuple(_isolation(row) for row in rows)
    zooms = tuple(_zoom(row) for row in rows)
    pins = tuple(map(pinning.command, rows))
    pinned = (Menu("Pin to the year", pins), pinning.UNPIN_ALL)
    one = (Menu("Show alone", alone), _SHOW_ALL_AGAIN, None, *pinned, None, Menu("Zoom to", zooms))
    return Menu("Layers", (*switches, None, *one))


def row_commands(frame: Frame, row: str) -> tuple[Command, ...]:
    """List what can be done with one row."""
    return tuple(
        make(state)
        for state in frame.rows
        if state.id == row
        for make in (_isolation, pinning.command, _zoom)
    )


_SHOW_ALL_AGAIN = Command(
    "layers.show-all-again",
    "Show all layers again",
    lambda context: show_all_again(context.store),
    "Ctrl+Shift+A",
    "stack-2",
    enabled=lambda context: context.store.atlas.layers.isolated is not None,
)


def _switch(row: RowState) -> Command:
    def is_on(context: Context) -> bool:
        return row.id in context.store.atlas.layers.visible

    def run(context: Context) -> None:
        set_visible(context.store, row.id, not is_on(context))

    return Command(f"layers.show.{row.id}", row.title, run, checked=is_on)


def _isolation(row: RowState) -> Command:
    def run(context: Context) -> None:
        if is_isolated(context.store, row.id):
            show_all_again(context.store)
        else:
            isolate(context.store, row.id)

    return Command(
        f"layers.isolate.{row.id}",
        f"Show {row.title} alone",
        run,
        checked=lambda context: is_isolated(context.store, row.id),
    )


def _zoom(row: RowState) -> Command:
    def has_extent(context: Context) -> bool:
        found = _row(context.store.frame, row.id)
        return found is not None and found.bounds is not None

    run = partial(_run_zoom, row.id)
    return Command(f"layers.zoom.{row.id}", f"Zoom to {row.title}", run, enabled=has_extent)


def _run_zoom(row: str, context: Context) -> None:
    zoom_to(context.store, row)


def _row(frame: Frame, row: str) -> RowState | None:
    return next((state for state in frame.rows if state.id == row), None)


def _change(store: Store, name: str, layers: Layers, gesture: str | None = None) -> None:
    store.change(name, replace(store.atlas, layers=layers), gesture)
