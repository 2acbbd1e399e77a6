"""From the words of a command line to the state that they ask for. Without Qt."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.asking import checked_rows, checked_year, deriver, opening_atlas
from desktop.commands.knowing import EXPECTED, parse_day
from desktop.commands.views import later_words
from desktop.errors import AskedError
from desktop.services import scenario_files, view_files
from desktop.state.atlas import Atlas, Clock, Compare, Layers, View
from desktop.state.checked import SessionError
from desktop.state.fitting import fitted
from desktop.state.views import NamedView, added, read_views, shown
from desktop.wanted import Wanted, wanted_of
from geodata import bundled
from geodata.claim import Dataset
from geodata.scenario import Scenario

NOW, NONE = "now", "none"
"""What stands in a comparison for all that is known, and for no scenario."""
_SIDES = "two years, days or scenarios such as 2024:2030, 2025-06-01:now or none:exports-suspended"


@dataclass(frozen=True, slots=True)
class Granted:
    """The state that was asked for, and what whoever asked should be told of it, a line each."""

    atlas: Atlas
    told: tuple[str, ...] = ()


def asked_atlas(dataset: Dataset, asked: Namespace, year: int | None = None) -> Atlas:
    """Give the state that a command line asks for, and print what whoever asked should be told of it.

    Parameters
    ----------
    year : int or None
        Goes before the one that was typed.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be.
    """
    from desktop.window.settings import SettingsFile

    wanted = wanted_of(asked)
    found = granted(dataset, wanted if year is None else replace(wanted, year=year), SettingsFile().data)
    for line in found.told:
        print(f"irel-atlas: {line}", file=sys.stderr)
    return found.atlas


def granted(dataset: Dataset, wanted: Wanted, home: Path, atlas: Atlas | None = None) -> Granted:
    """Give the state that a command line asks for.

    Parameters
    ----------
    home : pathlib.Path
        The folder of what the user made: scenarios and views.
    atlas : Atlas or None
        What is changed; None is what the data open with.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be.
    """
    atlas = atlas or opening_atlas(dataset, wanted.year)
    told: list[str] = []
    if wanted.view is not None:
        atlas = _viewed(dataset, find_view(wanted.view, home), atlas, told)
    if wanted.layers is not None:
        atlas = replace(atlas, layers=Layers(checked_rows(dataset.catalog, wanted.layers)))
    if wanted.bounds is not None:
        from desktop.sheets.sheet import parse_bounds  # no window needs it when it opens

        atlas = replace(atlas, view=View(parse_bounds(wanted.bounds)))
    atlas = replace(atlas, clock=_clock(dataset, wanted, atlas.clock))
    if wanted.scenario is not None:
        atlas = replace(atlas, scenario=find_scenario(wanted.scenario, home))
    if wanted.known_on is not None:
        atlas = replace(atlas, known_on=_day(dataset, wanted.known_on))
    if wanted.compare is not None:
        atlas = _compared(dataset, wanted, home, atlas)
    return Granted(atlas, (*told, *_unfit(dataset, atlas)))


def find_scenario(name: str, home: Path) -> Scenario:
    """Read a scenario's file, or find one of the atlas or the user's own by its title or id.

    Raises
    ------
    AskedError
        Where there is none, or its file cannot be read.
    """
    path = Path(name)
    if path.suffix == scenario_files.ENDING or path.is_file():
        entry = scenario_files.read_entry(path)
        if entry.scenario is None:
            raise AskedError(f"scenario: cannot open {name}: {entry.reason}")
        return entry.scenario
    own = (entry.scenario for entry in scenario_files.read_folder(home / scenario_files.FOLDER))
    there = [*bundled.scenarios(), *filter(None, own)]
    wanted = name.strip().casefold()
    for scenario in there:
        if wanted in (scenario.id, scenario.title.casefold()):
            return scenario
    ids = ", ".join(scenario.id for scenario in there)
    raise AskedError(f"scenario: expected a file or one of {ids}, got {name[:60]!r}")


def find_view(name: str, home: Path) -> NamedView:
    """Find a view of the atlas, or the user's own, by its name.

    Raises
    ------
    AskedError
        Where there is none, or the user's own cannot be read.
    """
    there, own = [*read_views(bundled.views_text())], home / view_files.OWN
    wanted = name.strip().casefold()
    found = next((view for view in there if view.name.casefold() == wanted), None)
    if found is None and own.is_file():
        try:
            there += view_files.read_file(own)
        except (SessionError, OSError) as error:
            raise AskedError(f"view: cannot read your views, {own}: {error}") from None
        found = next((view for view in there if view.name.casefold() == wanted), None)
    if found is None:
        names = ", ".join(view.name for view in there)
        raise AskedError(f"view: expected one of {names}, got {name[:60]!r}")
    return found


def _viewed(dataset: Dataset, view: NamedView, atlas: Atlas, told: list[str]) -> Atlas:
    derive = deriver(dataset)
    frame = derive(atlas)
    later = added(view, frame)
    told += [f"{view.name}: {later_words(later)}"] if later else []
    return fitted(shown(view, atlas), frame, derive)


def _clock(dataset: Dataset, wanted: Wanted, clock: Clock) -> Clock:
    """Set what is asked of the clock; the rest is as the view has it."""
    year = clock.year if wanted.year is None else checked_year(dataset.catalog, wanted.year)
    since, mode = clock.since, clock.mode
    if wanted.since is not None:
        since, mode = checked_year(dataset.catalog, wanted.since, "since"), "range"
        if since > year:
            raise AskedError(f"since: expected a year up to {year}, the last of the range, got {since}")
    since = since if since is None else min(since, year)
    counting = {"fiscal": wanted.fiscal or clock.fiscal, "cumulative": wanted.cumulative or clock.cumulative}
    return replace(clock, year=year, since=since, mode=mode, **counting)


def _day(dataset: Dataset, text: str) -> date | None:
    """Read a day; None is all that is known, as on the day of the data and after it."""
    try:
        day = parse_day(text)
    except ValueError:
        raise AskedError(f"known-on: {EXPECTED}, got {text[:40]!r}") from None
    return day if day < dataset.catalog.data_date else None


def _compared(dataset: Dataset, wanted: Wanted, home: Path, atlas: Atlas) -> Atlas:
    """Set two sides against each other: A differs from what is asked in one thing, and so may B."""
    text = wanted.compare or ""
    cuts = [place for place, letter in enumerate(text) if letter == ":"]
    if not cuts:
        raise AskedError(f"compare: expected {_SIDES}, got {text[:60]!r}")
    problem: AskedError | None = None
    for cut in cuts:  # titles and files may have a colon of their own
        try:
            a, b = (_side(dataset, side, home) for side in (text[:cut], text[cut + 1 :]))
        except AskedError as error:
            problem = problem or error
        else:
            _check_sides(text, a, b)
            _check_once(wanted, {*a, *b})
            seen = _with(atlas, b)
            other = _with(atlas, a)
            return replace(
                seen, compare=Compare(other.clock.year, other.scenario, other.known_on, manner="side")
            )
    raise problem or AskedError(f"compare: expected {_SIDES}")


Side = dict[str, int | date | Scenario | None]
"""What one side has of its own: a year, a day, or a scenario."""


def _side(dataset: Dataset, text: str, home: Path) -> Side:
    text = text.strip()
    if text.isascii() and text.isdigit():
        return {"year": checked_year(dataset.catalog, int(text[:9]), "compare")}
    if text.casefold() == NOW:
        return {"known_on": None}
    if text.casefold() == NONE:
        return {"scenario": None}
    try:
        return {"known_on": _day(dataset, text)}
    except AskedError:
        pass
    try:
        return {"scenario": find_scenario(text, home)}
    except AskedError as error:
        got = str(error).removeprefix("scenario: ")
        raise AskedError(f"compare: expected {_SIDES}; as a scenario, {got}") from None


def _check_sides(text: str, a: Side, b: Side) -> None:
    """Refuse sides of two kinds, of which one would show what nobody asked for, and one twice."""
    if a.keys() != b.keys():
        raise AskedError(f"compare: expected two years, two days or two scenarios, got {text[:60]!r}")
    if a == b:
        raise AskedError(f"compare: expected two sides that differ, got {text[:60]!r}")


def _check_once(wanted: Wanted, sides: set[str]) -> None:
    """Refuse what is asked both of the comparison and beside it."""
    words = {"year": ("years", "year"), "known_on": ("days", "day"), "scenario": ("scenarios", "scenario")}
    for name in sorted(sides):
        if getattr(wanted, name) is not None:
            several, one = words[name]
            raise AskedError(f"compare: expected two {several} to compare or one {one} to show, got both")


def _with(atlas: Atlas, side: Side) -> Atlas:
    year = side.get("year")
    if isinstance(year, int):
        since = atlas.clock.since
        clock = replace(atlas.clock, year=year, since=since if since is None else min(since, year))
        return replace(atlas, clock=clock)
    return replace(atlas, **side)


def _unfit(dataset: Dataset, atlas: Atlas) -> Iterator[str]:
    """Say which changes of the scenarios do not fit these claims, and were left out."""
    derive, compare = deriver(dataset), atlas.compare
    both = dict.fromkeys(filter(None, (compare and compare.scenario, atlas.scenario)))
    for scenario in both:
        told = derive(replace(atlas, scenario=scenario, compare=None)).scenario
        yield from (f"left out, {problem}" for problem in told.problems) if told else ()
