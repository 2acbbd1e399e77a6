"""Commands on the clock: steps, jumps to events, play and pause."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop.commands import clock
from desktop.commands.clock import moved, within, year_words
from desktop.commands.command import Command, Context, Menu
from desktop.state.store import Store
from geodata.frame import next_event_year

PLAYING = "play"
"""The gesture that makes one entry of undo of all years that were played."""


def go_to(store: Store, year: int, gesture: str | None = None) -> None:
    """Set the year, kept within the clock; a drag passes one `gesture` throughout."""
    year = within(store.frame, year)
    name = f"Year {year_words(store, year)}".replace("Year FY", "FY")
    store.change(name, replace(store.atlas, clock=moved(store.atlas.clock, year)), gesture)


def step(store: Store, years: int) -> None:
    """Move the clock by some years."""
    go_to(store, store.atlas.clock.year + years)


def go_to_event(store: Store, direction: int) -> None:
    """Move to the nearest year with an event before (-1) or after (1)."""
    year = next_event_year(store.frame, store.frame.year, direction)
    if year is not None:
        go_to(store, year)


def play(store: Store, on: bool) -> None:
    """Let the years run, or stop them; at the last year they begin again, a range at its first."""
    now = store.atlas.clock
    ended = on and now.year >= store.frame.last_year
    _turn(store, _beginning(store) if ended else now.year, on)


def play_on(store: Store) -> None:
    """Move to the next year while the years run; at the last, stop or begin again."""
    now, frame = store.atlas.clock, store.frame
    if now.playing and now.loop and now.year >= frame.last_year:
        _turn(store, _beginning(store), True)
    elif now.playing:
        year = within(frame, now.year + 1)
        _turn(store, year, now.loop or year < frame.last_year)


def _beginning(store: Store) -> int:
    """Give the year with which the years begin to run: a range's own first one."""
    first = store.atlas.clock.first
    return store.frame.first_year if first is None else first


def _turn(store: Store, year: int, playing: bool) -> None:
    turned = replace(moved(store.atlas.clock, year), playing=playing)
    store.change("Play the years", replace(store.atlas, clock=turned), PLAYING)


def _can_step(years: int, context: Context) -> bool:
    frame = context.store.frame
    return within(frame, context.store.atlas.clock.year + years) != context.store.atlas.clock.year


def _has_event(direction: int, context: Context) -> bool:
    frame = context.store.frame
    return next_event_year(frame, frame.year, direction) is not None


def _step_command(name: str, title: str, years: int, shortcut: str, icon: str = "") -> Command:
    return Command(
        f"years.{name}",
        title,
        lambda context: step(context.store, years),
        shortcut,
        icon,
        partial(_can_step, years),
    )


def _event_command(name: str, title: str, direction: int, shortcut: str, icon: str) -> Command:
    return Command(
        f"years.{name}",
        title,
        lambda context: go_to_event(context.store, direction),
        shortcut,
        icon,
        partial(_has_event, direction),
    )


PREVIOUS = _step_command("previous", "Previous year", -1, "Alt+Left", "chevron-left")
NEXT = _step_command("next", "Next year", 1, "Alt+Right", "chevron-right")
TEN_BACK = _step_command("ten-back", "Ten years back", -10, "Alt+PgUp", "chevrons-left")
TEN_ON = _step_command("ten-on", "Ten years on", 10, "Alt+PgDown", "chevrons-right")
FIRST = Command(
    "years.first",
    "First year",
    lambda context: go_to(context.store, context.store.frame.first_year),
    "Alt+Home",
    "chevron-left-pipe",
    enabled=partial(_can_step, -1),
)
LAST = Command(
    "years.last",
    "Last year",
    lambda context: go_to(context.store, context.store.frame.last_year),
    "Alt+End",
    "chevron-right-pipe",
    enabled=partial(_can_step, 1),
)
PREVIOUS_EVENT = _event_command(
    "previous-event", "Previous year with an event", -1, "Alt+Shift+Left", "player-skip-back"
)
NEXT_EVENT = _event_command(
    "next-event", "Next year with an event", 1, "Alt+Shift+Right", "player-skip-forward"
)
PLAY = Command(
    "years.play",
    "Play the years",
    lambda context: play(context.store, not context.store.atlas.clock.playing),
    "F8",
    "player-play|player-pause",
    checked=lambda context: context.store.atlas.clock.playing,
)
TYPE = Command(
    "years.type", "Go to year…", lambda context: context.panes.show("timeline"), "Ctrl+G", "timeline"
)

MENU = Menu(
    "Years",
    (
        PLAY,
        TYPE,
        None,
        PREVIOUS,
        NEXT,
        TEN_BACK,
        TEN_ON,
        FIRST,
        LAST,
        None,
        PREVIOUS_EVENT,
        NEXT_EVENT,
        None,
        *clock.COUNTING,
        None,
        clock.SPEED,
        clock.LOOP,
    ),
)
