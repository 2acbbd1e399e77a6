"""Commands on scenarios: lay one over the claims or none, make, change, keep and delete them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.commands.command import Command, Context, Menu
from desktop.state.shelf import BUNDLED, NEW, Shelf, Shelved
from desktop.state.store import Store
from geodata.scenario import (
    OP_WORDS,
    Change,
    Scenario,
    ScenarioError,
    ScenarioTold,
    document_of,
    id_for,
    scenario_of,
)

UNNAMED = "Author not named"
NEW_TITLE = "New scenario"


def choose(store: Store, scenario: Scenario | None) -> None:
    """Lay a scenario over the claims; None takes it off."""
    name = f"Scenario {scenario.title}" if scenario else "No scenario"
    store.change(name, replace(store.atlas, scenario=scenario))


def step(context: Context, direction: int) -> None:
    """Lay the next (1) or previous (-1) scenario of the list over the claims; none is one of them."""
    context.scenarios.load()
    listed = [None, *(entry.scenario for entry in context.scenarios.shelf.entries if entry.scenario)]
    now = context.store.atlas.scenario
    here = listed.index(now) if now in listed else 0
    choose(context.store, listed[(here + direction) % len(listed)])


def make_new(store: Store, shelf: Shelf) -> None:
    """Begin a scenario without changes, and lay it over the claims."""
    authors = [e.scenario.author for e in shelf.entries if e.scenario and e.origin != BUNDLED]
    author = authors[-1] if authors else UNNAMED
    _take(store, shelf, Scenario(shelf.free_id(id_for(NEW_TITLE)), NEW_TITLE, author), "New scenario")


def duplicate(store: Store, shelf: Shelf) -> None:
    """Make a copy of the scenario that is on, which can be changed, and lay that over the claims."""
    now = store.atlas.scenario
    if now is not None:
        title = f"{now.title} (copy)"
        copy = replace(now, id=shelf.free_id(id_for(title)), title=title)
        _take(store, shelf, copy, f"Duplicate {now.title}")


def is_editable(context: Context) -> bool:
    """Tell whether the scenario that is on may be changed: those of the atlas are copied first."""
    now = context.store.atlas.scenario
    entry = context.scenarios.shelf.of(now)
    return now is not None and (entry is None or entry.origin != BUNDLED)


def edit(store: Store, name: str, scenario: Scenario, gesture: str | None = None) -> str:
    """Change the scenario that is on.

    Returns
    -------
    str
        What is wrong with it, in one line; empty where it was taken.
    """
    try:
        scenario_of(document_of(scenario))
    except ScenarioError as error:
        return str(error)
    store.change(name, replace(store.atlas, scenario=scenario), gesture)
    return ""


def put_change(store: Store, change: Change, place: int | None = None) -> str:
    """Add a change to the scenario that is on, or put it in the place of another one.

    Returns
    -------
    str
        Why it does not fit, in one line; empty where it was taken.
    """
    now = store.atlas.scenario
    if now is None:
        return "No scenario is on."
    at = len(now.changes) if place is None else place
    changed = replace(now, changes=(*now.changes[:at], change, *now.changes[at + 1 :]))
    try:
        scenario_of(document_of(changed))
    except ScenarioError as error:
        return str(error)
    told = store.frame_of(replace(store.atlas, scenario=changed)).scenario
    if told is not None and not told.fits[at]:
        return told.problems[told.fits[: at + 1].count(False) - 1]
    name = "Add a change" if place is None else f"Edit change {at + 1}"
    return edit(store, f"{name}, {_about(changed, told, at)}", changed)


def remove_change(store: Store, place: int) -> None:
    """Take a change out of the scenario that is on."""
    now = store.atlas.scenario
    if now is not None and 0 <= place < len(now.changes):
        left = replace(now, changes=(*now.changes[:place], *now.changes[place + 1 :]))
        about = _about(now, store.frame.scenario, place)
        edit(store, f"Remove change {place + 1}, {about}", left)


def _about(scenario: Scenario, told: ScenarioTold | None, place: int) -> str:
    """Say what a change is about, as undo names it: "Killiyoor: opens"."""
    change = scenario.changes[place]
    words, fits = OP_WORDS[change.op], told.fits if told else ()
    line = told.lines[fits[:place].count(True)] if told and place < len(fits) and fits[place] else ""
    thing, between, _ = line.partition(f": {words}")
    return f"{thing if between else change.target}: {words}"


def _take(store: Store, shelf: Shelf, scenario: Scenario, name: str) -> None:
    """Put a scenario on the shelf and on the map; undo takes it from both, unless it was saved meanwhile."""

    def turn(is_redo: bool) -> None:
        there = [entry for entry in shelf.entries if entry.scenario and entry.scenario.id == scenario.id]
        if is_redo and not there:
            shelf.put(Shelved(NEW, scenario))
        for entry in () if is_redo else there:
            if entry.origin == NEW:
                shelf.drop(entry)

    turn(True)
    store.change(name, replace(store.atlas, scenario=scenario), turn=turn)


def _at_hand(context: Context, make: Callable[[Store, Shelf], None]) -> None:
    """Make a scenario beside those that are there: its id is to be its own."""
    context.scenarios.load()
    make(context.store, context.scenarios.shelf)


def _is_on(context: Context) -> bool:
    return context.store.atlas.scenario is not None


def _save(context: Context) -> None:
    context.scenarios.save()


def _save_as(context: Context) -> None:
    context.scenarios.save_as()


NONE = Command(
    "scenario.none",
    "No scenario",
    lambda context: choose(context.store, None),
    "Ctrl+Alt+0",
    "eraser",
    enabled=_is_on,
)
PREVIOUS = Command(
    "scenario.previous", "Previous scenario", lambda context: step(context, -1), "Ctrl+Alt+Up", "chevron-up"
)
NEXT = Command(
    "scenario.next", "Next scenario", lambda context: step(context, 1), "Ctrl+Alt+Down", "chevron-down"
)
MAKE = Command(
    "scenario.new",
    "New scenario",
    lambda context: _at_hand(context, make_new),
    "Ctrl+Alt+N",
    "plus",
)
DUPLICATE = Command(
    "scenario.duplicate",
    "Duplicate the scenario",
    lambda context: _at_hand(context, duplicate),
    "Ctrl+Alt+D",
    "copy",
    _is_on,
)
OPEN = Command(
    "scenario.open", "Open scenario…", lambda context: context.scenarios.open(), icon="folder-open"
)
SAVE = Command(
    "scenario.save",
    "Save scenario",
    _save,
    "Ctrl+Alt+U",
    "device-floppy",
    is_editable,
)
SAVE_AS = Command("scenario.save-as", "Save scenario as…", _save_as, icon="device-floppy", enabled=_is_on)
DELETE = Command(
    "scenario.delete",
    "Delete the scenario…",
    lambda context: context.scenarios.delete(),
    icon="trash",
    enabled=is_editable,
)
MENU = Menu("Scenario", (NONE, PREVIOUS, NEXT, None, MAKE, DUPLICATE, OPEN, SAVE, SAVE_AS, None, DELETE))
