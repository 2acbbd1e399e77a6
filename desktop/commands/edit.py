"""Commands that take back, make again and copy."""

from __future__ import annotations

from dataclasses import replace

from desktop.commands import telling
from desktop.commands.command import Command, Context, Menu
from desktop.state.store import Store


def undo(store: Store) -> None:
    """Take the last change back; it never sets the clock running."""
    store.undo()
    _stop_clock(store)


def redo(store: Store) -> None:
    """Make the change that was taken back again; it never sets the clock running."""
    store.redo()
    _stop_clock(store)


def jump(store: Store, place: int) -> None:
    """Go to where so many changes of the history are done; it never sets the clock running."""
    store.jump(place)
    _stop_clock(store)


def _stop_clock(store: Store) -> None:
    store.adjust(replace(store.atlas, clock=replace(store.atlas.clock, playing=False)))


def selected_claims(context: Context) -> tuple[str, ...]:
    """List the claims with a figure that the selection holds: one claim, or all of a thing's."""
    detail = context.store.frame.detail
    if detail is None:
        return ()
    if detail.claim:
        return (detail.claim,)
    return tuple(figure.claim for rivalry in detail.rivalries for figure in rivalry.figures)


def _table_claims(context: Context) -> tuple[str, ...]:
    return tuple(figure.claim for figure in context.store.frame.figures)


UNDO = Command(
    "edit.undo",
    "Undo",
    lambda context: undo(context.store),
    "Ctrl+Z",
    "arrow-back-up",
    lambda context: context.store.undo_name is not None,
    title_now=lambda context: f"Undo {context.store.undo_name or ''}".strip(),
)
REDO = Command(
    "edit.redo",
    "Redo",
    lambda context: redo(context.store),
    "Ctrl+Shift+Z",
    "arrow-forward-up",
    lambda context: context.store.redo_name is not None,
    title_now=lambda context: f"Redo {context.store.redo_name or ''}".strip(),
)
HISTORY = Command(
    "edit.history", "History", lambda context: context.panes.show("history"), "Ctrl+H", "list-details"
)
COPY = Command(
    "edit.copy",
    "Copy selected figures",
    lambda context: context.files.copy_figures(selected_claims(context)),
    "Ctrl+C",
    "copy",
    lambda context: bool(selected_claims(context)),
)
COPY_TABLE = Command(
    "edit.copy-table",
    "Copy all figures of the table",
    lambda context: context.files.copy_figures(_table_claims(context)),
    "Ctrl+Shift+C",
    "table",
    lambda context: bool(context.store.frame.figures),
)

MENU = Menu("Edit", (UNDO, REDO, HISTORY, None, COPY, COPY_TABLE, telling.COPY_TEXT))
