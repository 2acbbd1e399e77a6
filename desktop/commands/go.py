"""Commands that select and find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.commands import years
from desktop.commands.command import Command, Context, Menu
from desktop.commands.extent import ZOOM_TO_SELECTION
from desktop.commands.pane import Pane
from desktop.state.atlas import Selection
from desktop.state.store import Store
from geodata.frame import Frame
from geodata.told import Entry


def select(store: Store, chosen: str | None, gesture: str | None = None) -> None:
    """Select a thing, a claim or a source; None clears the selection."""
    name = f"Select {name_of(store.frame, chosen)}" if chosen else "Clear selection"
    store.change(name, replace(store.atlas, selection=Selection(chosen)), gesture)


def name_of(frame: Frame, chosen: str) -> str:
    """Give the title by which something can be found, or its id."""
    return next((entry.title for entry in frame.index if entry.id == chosen), chosen)


def go_to_entry(context: Context, entry: Entry) -> None:
    """Select what was found, in the year of an event, and open the pane that tells of it."""
    if entry.kind == "event":
        event = next((event for event in context.store.frame.all_events if event.thing == entry.id), None)
        if event:
            years.go_to(context.store, event.year)
    select(context.store, entry.id)
    context.panes.show(_PANE_OF.get(entry.kind, "details"))


def go_to_source_of(context: Context, claim: str) -> None:
    """Select a claim, and show its source among all sources."""
    select(context.store, claim)
    context.panes.show("sources")


_PANE_OF = {"agreement": "agreements", "source": "sources"}

CLEAR = Command(
    "go.clear-selection",
    "Clear selection",
    lambda context: select(context.store, None),
    "Esc",
    "x",
    lambda context: context.store.atlas.selection.id is not None,
)
FIND = Command("go.find", "Find or do…", lambda context: context.window.find(), "Ctrl+K", "search")
NEXT_PANE = Command("go.next-pane", "Next pane", lambda context: context.panes.focus_next(1), "F6", "layout")
PREVIOUS_PANE = Command(
    "go.previous-pane", "Previous pane", lambda context: context.panes.focus_next(-1), "Shift+F6", "layout"
)


def menu(panes: Sequence[Pane]) -> Menu:
    """List what selects and finds, and every pane: some stand behind another's tab."""
    to_panes = Menu("Pane", tuple(_pane(number, pane) for number, pane in enumerate(panes, 1)))
    return Menu("Go", (FIND, None, CLEAR, ZOOM_TO_SELECTION, None, to_panes, NEXT_PANE, PREVIOUS_PANE))


def _pane(number: int, pane: Pane) -> Command:
    held, digit = ("Ctrl", number) if number <= 9 else ("Alt", number - 9)
    keys = f"{held}+{digit}" if digit <= 9 else ""
    return Command(
        f"go.pane.{pane.id}", f"Go to {pane.title}", lambda context: context.panes.show(pane.id), keys
    )
