"""Commands on how the clock counts: one year or a range, what stays, which years, how fast they run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.commands.command import Command, Context, Menu
from desktop.state.atlas import SPEEDS, Clock
from desktop.state.store import Store
from geodata.frame import Frame
from geodata.year import Year

FIRST_RANGE = 5
"""How many years before the present one a range begins that was never set."""
RULE = "A figure, state or event belongs to the year that holds its last day."
RANGE_RULE = (
    "What existed in any of its years is there; figures and states are those of the last. "
    "Drag its two ends, or press Shift and an arrow key on the line."
)
CUMULATIVE_RULE = (
    "Agreements and capacities of earlier years stay. A yearly flow never does: it is not a stock."
)


def within(frame: Frame, year: int) -> int:
    """Keep a year between the first and the last of the clock."""
    return min(max(year, frame.first_year), frame.last_year)


def year_words(store: Store, year: int) -> str:
    """Name a year as the clock counts: 2025, or FY2024-25."""
    return str(Year(year, store.atlas.clock.fiscal))


def moved(clock: Clock, year: int) -> Clock:
    """Let a clock show another year; a range that would begin later begins with it."""
    since = clock.since if clock.since is None else min(clock.since, year)
    return replace(clock, year=year, since=since if clock.mode == "range" else clock.since)


def set_range(store: Store, on: bool) -> None:
    """Show a range of years that ends with the present one, or that year alone."""
    clock = store.atlas.clock
    if not on:
        _change(store, f"{year_words(store, clock.year)} alone", replace(clock, mode="instant"))
        return
    since = clock.since if clock.since is not None else clock.year - FIRST_RANGE
    since = min(within(store.frame, since), clock.year)
    _change(store, _range_words(store, since), replace(clock, mode="range", since=since))


def set_since(store: Store, year: int, gesture: str | None = None) -> None:
    """Let a range begin with another year, at most its last; a drag passes one `gesture` throughout."""
    clock = store.atlas.clock
    since = min(within(store.frame, year), clock.year)
    _change(store, _range_words(store, since), replace(clock, mode="range", since=since), gesture)


def step_since(store: Store, years: int) -> None:
    """Move the first year of the range; where one year is seen alone, a range begins."""
    clock = store.atlas.clock
    first = clock.year if clock.first is None else clock.first
    set_since(store, first + years)


def set_cumulative(store: Store, on: bool) -> None:
    """Let agreements and capacities of earlier years stay, or not."""
    name = "Cumulative agreements and capacities" if on else "Each year by itself"
    _change(store, name, replace(store.atlas.clock, cumulative=on))


def set_fiscal(store: Store, on: bool) -> None:
    """Count Indian fiscal years or calendar years; the numbers of the years stay."""
    _change(store, "Fiscal years" if on else "Calendar years", replace(store.atlas.clock, fiscal=on))


def set_speed(store: Store, speed: float) -> None:
    """Let the years run faster or slower; 1 is the speed at the start."""
    _change(store, f"Speed {speed:g}×", replace(store.atlas.clock, speed=speed))


def set_loop(store: Store, on: bool) -> None:
    """Let the years begin again after the last one, or stop there."""
    _change(store, "Loop the years" if on else "Stop at the last year", replace(store.atlas.clock, loop=on))


def _range_words(store: Store, since: int) -> str:
    return f"Range {year_words(store, since)} to {year_words(store, store.atlas.clock.year)}"


def _change(store: Store, name: str, clock: Clock, gesture: str | None = None) -> None:
    store.change(name, replace(store.atlas, clock=clock), gesture)


def _switch(
    name: str, title: str, act: Callable[[Store, bool], None], is_on: Callable[[Clock], bool], shortcut: str
) -> Command:
    return Command(
        f"years.{name}",
        title,
        lambda context: act(context.store, not is_on(context.store.atlas.clock)),
        shortcut,
        checked=lambda context: is_on(context.store.atlas.clock),
    )


def _since_step(name: str, title: str, years: int, shortcut: str) -> Command:
    def can(context: Context) -> bool:
        clock, frame = context.store.atlas.clock, context.store.frame
        first = clock.year if clock.first is None else clock.first
        return frame.first_year <= first + years <= clock.year

    return Command(
        f"years.{name}",
        title,
        lambda context: step_since(context.store, years),
        shortcut,
        "arrow-bar-to-left" if years < 0 else "arrow-bar-to-right",
        can,
    )


def _speed(speed: float) -> Command:
    return Command(
        f"years.speed-{round(100 * speed)}",
        f"{speed:g}× speed",
        lambda context: set_speed(context.store, speed),
        checked=lambda context: context.store.atlas.clock.speed == speed,
    )


RANGE = _switch("range", "Range of years", set_range, lambda clock: clock.mode == "range", "Ctrl+Shift+Y")
SINCE_BACK = _since_step("since-earlier", "Range begins a year earlier", -1, "Ctrl+Alt+Left")
SINCE_ON = _since_step("since-later", "Range begins a year later", 1, "Ctrl+Alt+Right")
CUMULATIVE = _switch(
    "cumulative",
    "Cumulative agreements and capacities",
    set_cumulative,
    lambda clock: clock.cumulative,
    "Ctrl+Shift+B",
)
FISCAL = _switch("fiscal", "Indian fiscal years", set_fiscal, lambda clock: clock.fiscal, "Ctrl+Alt+F")
LOOP = _switch("loop", "Loop the years", set_loop, lambda clock: clock.loop, "Shift+F8")
SPEED = Menu("Speed", tuple(map(_speed, SPEEDS)), exclusive=True)
COUNTING: tuple[Command | None, ...] = (RANGE, SINCE_BACK, SINCE_ON, CUMULATIVE, FISCAL)
