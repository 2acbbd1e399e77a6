"""Commands that pin a layer to the present year, so that it no longer follows the clock."""

from __future__ import annotations

from dataclasses import replace

from desktop.commands.clock import year_words
from desktop.commands.command import Command, Context
from desktop.state.store import Store
from geodata.frame import RowState


def pin(store: Store, row: str, year: int | None) -> None:
    """Pin a row to a year, or let it follow the clock again."""
    title = next((state.title for state in store.frame.rows if state.id == row), row)
    name = f"Unpin {title}" if year is None else f"Pin {title} to {year_words(store, year)}"
    store.change(name, replace(store.atlas, clock=store.atlas.clock.pinned_to(row, year)))


def toggle(store: Store, row: str) -> None:
    """Pin a row to the present year, or let it follow the clock again."""
    clock = store.atlas.clock
    pin(store, row, clock.year if clock.pin(row) is None else None)


def unpin_all(store: Store) -> None:
    """Let all rows follow the clock again."""
    clock = replace(store.atlas.clock, pinned=())
    store.change("Unpin all layers", replace(store.atlas, clock=clock))


def command(row: RowState) -> Command:
    """Give the command that pins a row or unpins it."""

    def title(context: Context) -> str:
        year = context.store.atlas.clock.pin(row.id)
        words = year_words(context.store, context.store.atlas.clock.year if year is None else year)
        return f"Unpin {row.title} from {words}" if year is not None else f"Pin {row.title} to {words}"

    return Command(
        f"layers.pin.{row.id}",
        f"Pin {row.title}",
        lambda context: toggle(context.store, row.id),
        checked=lambda context: context.store.atlas.clock.pin(row.id) is not None,
        title_now=title,
    )


UNPIN_ALL = Command(
    "layers.unpin-all",
    "Unpin all layers",
    lambda context: unpin_all(context.store),
    "Ctrl+Alt+P",
    "pinned-off",
    enabled=lambda context: bool(context.store.atlas.clock.pinned),
)
