"""Commands that set two states side by side: what is seen, B, against another year, scenario or day, A."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.commands.clock import year_words
from desktop.commands.command import Command, Context, Menu
from desktop.state.atlas import Compare
from desktop.state.comparing import swapped
from desktop.state.store import Store
from desktop.state.words import day_words
from geodata.scenario import Scenario

PANE = "compare"
DIVIDER_STEP = 0.05
"""How far a command moves the divider, as a share of the map's width."""
DIVIDER_STEPS = 200
"""The divider stands on one of so many places: what is told of it is as exact as what is seen."""


def compare_with(store: Store, name: str, compare: Compare) -> None:
    """Begin a comparison, or compare with something else; how it is shown stays."""
    now = store.atlas.compare
    if now is not None:
        compare = replace(compare, manner=now.manner, divider=now.divider)
    store.change(name, replace(store.atlas, compare=compare))


def with_year(store: Store, year: int) -> None:
    """Compare with another year, all else being as it is seen or as A already is."""
    frame, now = store.frame, store.atlas.compare
    year = min(max(year, frame.first_year), frame.last_year)
    same = Compare(year, store.atlas.scenario, store.atlas.known_on)
    name = f"Compare with {year_words(store, year)}"
    compare_with(store, name, same if now is None else replace(now, year=year))


def with_scenario(store: Store, scenario: Scenario | None) -> None:
    """Let A be in a scenario, or in none."""
    title = scenario.title if scenario else "no scenario"
    compare_with(store, f"Compare with {title}", replace(_a(store), scenario=scenario))


def with_known_on(store: Store, day: date | None) -> None:
    """Let A show what was known on a day, or all that is known."""
    name = f"Compare with what was known on {day_words(day)}" if day else "Compare with all that is known"
    compare_with(store, name, replace(_a(store), known_on=day))


def set_manner(store: Store, manner: str) -> None:
    """Compare by a swipe, or side by side."""
    name = "Compare by swipe" if manner == "swipe" else "Compare side by side"
    store.change(name, replace(store.atlas, compare=replace(_a(store), manner=manner)))


def move_divider(store: Store, share: float) -> None:
    """Move the divider of a swipe to a share of the map's width, 0 to 1; moves in a row are one."""
    if store.atlas.compare is not None:
        share = round(min(max(share, 0.0), 1.0) * DIVIDER_STEPS) / DIVIDER_STEPS
        compare = replace(store.atlas.compare, divider=share)
        store.change("Move the divider", replace(store.atlas, compare=compare), gesture="move the divider")


def swap(store: Store) -> None:
    """Exchange A and B."""
    if store.atlas.compare is not None:
        store.change("Swap A and B", swapped(store.atlas, store.atlas.compare))


def end(store: Store) -> None:
    """See the present state alone again."""
    store.change("End the comparison", replace(store.atlas, compare=None))


def _a(store: Store) -> Compare:
    """Give A as it is; where nothing is compared, it is what is seen."""
    atlas = store.atlas
    return atlas.compare or Compare(atlas.clock.year, atlas.scenario, atlas.known_on)


def _previous_year(context: Context) -> None:
    store = context.store
    year = store.atlas.clock.year - 1
    name = f"Compare with {year_words(store, year)}"
    compare_with(store, name, Compare(year, store.atlas.scenario, store.atlas.known_on))
    context.panes.toggle(PANE, True)


def _another_year(context: Context) -> None:
    if context.store.atlas.compare is None:
        with_year(context.store, context.store.atlas.clock.year - 1)
    context.panes.show(PANE)


def _without_scenario(context: Context) -> None:
    atlas = context.store.atlas
    compare_with(context.store, "Compare with no scenario", Compare(atlas.clock.year, None, atlas.known_on))
    context.panes.toggle(PANE, True)


def _known_then(context: Context) -> None:
    """Compare what was known a year before the data with what is known now; the panel has other days."""
    store = context.store
    atlas, now = store.atlas, store.frame.data_date
    then = atlas.known_on or now.replace(year=now.year - 1, day=min(now.day, 28))
    compare = Compare(atlas.clock.year, atlas.scenario, then)
    if atlas.compare is not None:
        compare = replace(compare, manner=atlas.compare.manner, divider=atlas.compare.divider)
    name = f"Compare what was known on {day_words(then)} with now"
    store.change(name, replace(atlas, known_on=None, compare=compare))
    context.panes.show(PANE)


def is_on(context: Context) -> bool:
    """Tell whether anything is compared."""
    return context.store.atlas.compare is not None


def _has_previous(context: Context) -> bool:
    return context.store.atlas.clock.year > context.store.frame.first_year


def _has_scenario(context: Context) -> bool:
    return context.store.atlas.scenario is not None


def _manner(manner: str, title: str, shortcut: str) -> Command:
    def is_shown(context: Context) -> bool:
        compare = context.store.atlas.compare
        return compare is not None and compare.manner == manner

    return Command(
        f"compare.{manner}",
        title,
        lambda context: set_manner(context.store, manner),
        shortcut,
        enabled=is_on,
        checked=is_shown,
    )


def _divider(name: str, by: float, shortcut: str) -> Command:
    def move(context: Context) -> None:
        compare = context.store.atlas.compare
        if compare is not None:
            move_divider(context.store, compare.divider + by)

    return Command(
        f"compare.divider-{name}", f"Divider {name}", move, shortcut, f"arrow-bar-{name}", _is_swiped
    )


def _is_swiped(context: Context) -> bool:
    compare = context.store.atlas.compare
    return compare is not None and compare.manner == "swipe"


PREVIOUS = Command(
    "compare.previous-year",
    "Compare with the previous year",
    _previous_year,
    "Ctrl+Alt+V",
    "versions",
    enabled=_has_previous,
)
ANOTHER = Command(
    "compare.another-year", "Compare with another year…", _another_year, "Ctrl+Alt+Y", "arrows-diff"
)
BASE = Command(
    "compare.scenario",
    "Compare the scenario with no scenario",
    _without_scenario,
    icon="layers-difference",
    enabled=_has_scenario,
)
KNOWN = Command("compare.known", "Compare what was known then with now…", _known_then, icon="calendar-time")
SWIPE = _manner("swipe", "Swipe", "Ctrl+Alt+W")
SIDE = _manner("side", "Side by side", "Ctrl+Alt+H")
DIVIDER_LEFT = _divider("left", -DIVIDER_STEP, "Ctrl+Alt+Shift+Left")
DIVIDER_RIGHT = _divider("right", DIVIDER_STEP, "Ctrl+Alt+Shift+Right")
SWAP = Command(
    "compare.swap",
    "Swap A and B",
    lambda context: swap(context.store),
    "Ctrl+Alt+X",
    "switch-horizontal",
    is_on,
)
END = Command(
    "compare.end", "End the comparison", lambda context: end(context.store), "Ctrl+Alt+E", "x", is_on
)

MENU = Menu(
    "Compare",
    (PREVIOUS, ANOTHER, BASE, KNOWN, None, SWIPE, SIDE, DIVIDER_LEFT, DIVIDER_RIGHT, None, SWAP, END),
)
