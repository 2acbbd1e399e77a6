"""Finding by typing: commands, years, places, claims, agreements, events and sources in one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.commands import go, knowing, menus, scenarios, views, years
from desktop.commands.command import Command, Context
from desktop.commands.other_words import of_command
from desktop.commands.pane import Pane
from desktop.state.words import day_words
from geodata.frame import Frame
from geodata.scenario import Scenario
from geodata.told import Entry
from geodata.year import Year

_YEAR = re.compile(r"(?:FY)?(\d{4})(?:-(\d\d))?", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"\w{4,}")
_ALIKE, _LONGEST = 0.8, 30
"""How alike two spellings are, as a share, to be taken for one; and how many letters are looked at."""
_UNSEEN = 0.95
"""How much a word counts that nobody is shown, against one that stands there; commands have many names."""
_WORD_START, _INSIDE, _SCATTERED = 8, 4, 1
_NAME_WEIGHT = 3
_KIND_WEIGHT = {
    "year": 0.6,
    "scenario": 0.3,
    "view": 0.3,
    **dict.fromkeys(("plant", "mine", "site", "flow"), 0.5),
    **dict.fromkeys(("actor", "agreement"), 0.4),
    "conflict": 0.35,
    "event": 0.3,
    "command": 0.2,
}
"""Among equals a typed year comes first, then what is on the map, and what is claimed of it later."""
_WITH_OTHER_NAMES = frozenset(("plant", "mine", "site", "flow", "actor", "source", "command"))
"""Kinds whose subtitle, and what else they are called, hold names as good as the title."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that the finder offers: what it is, what choosing it does, and what else it is called."""

    title: str
    subtitle: str
    kind: str
    run: Callable[[Context], None]
    also: str = ""


def candidates(context: Context, panes: Sequence[Pane]) -> tuple[Match, ...]:
    """List everything that can be found now: what the atlas tells of, then the commands that are enabled."""
    entries = tuple(_from_entry(entry) for entry in context.store.frame.index)
    found = menus.commands(context.store.frame, panes)
    entries = (*entries, *_planned(context))
    return (*entries, *(_from_command(command, context) for command in found if command.enabled(context)))


def rank(text: str, matches: Iterable[Match], limit: int = 12) -> tuple[Match, ...]:
    """Put what fits a typed text first.

    Parameters
    ----------
    text : str
        Words; each must occur in a title or subtitle, at least as scattered letters of one word, or begin one
        of the words that a match is called as well. Where nothing fits, words that look alike are tried.
    limit : int
        How many to return.
    """
    words, there = text.casefold().split(), tuple(matches)
    return _ranked(words, there, limit) or _ranked(_look_alikes(words, there), there, limit)


def _ranked(words: Sequence[str], matches: Sequence[Match], limit: int) -> tuple[Match, ...]:
    scored = ((_score(words, match), place, match) for place, match in enumerate(matches))
    found = sorted((-score, place, match) for score, place, match in scored if score is not None)
    return tuple(match for _, _, match in found[:limit])


def _look_alikes(words: Sequence[str], matches: Sequence[Match]) -> list[str]:
    """Put in the place of each word the one of the matches' that begins like it and is spelt most like it."""
    from difflib import get_close_matches  # seldom needed, and no window needs it when it opens

    known = {word for match in matches for word in _WORD.findall(f"{match.title} {match.also}".casefold())}
    found = []
    for word in words:
        spelt = sorted(one for one in known if one[:2] == word[:2])
        found += get_close_matches(word[:_LONGEST], spelt, 1, _ALIKE) or [word]
    return found


def year_match(text: str, frame: Frame) -> Match | None:
    """Offer to go to a typed year of the clock: 2025, or FY2024-25."""
    found = _YEAR.fullmatch(text.strip())
    if found is None:
        return None
    year = int(found[1]) + (1 if found[2] else 0)
    if not frame.first_year <= year <= frame.last_year:
        return None
    return Match(
        f"Year {Year(year, frame.fiscal)}".replace("Year FY", "FY"),
        "Go to this year",
        "year",
        lambda context: years.go_to(context.store, year),
    )


def day_match(text: str, frame: Frame) -> Match | None:
    """Offer to show the atlas as known on a typed day of the past."""
    try:
        day = knowing.parse_day(text)
    except ValueError:
        return None
    if day >= frame.data_date:
        return None
    title, below = f"As known on {day_words(day)}", "Leave out what was told later"
    return Match(title, below, "day", lambda context: knowing.know_on(context.store, day))


def _planned(context: Context) -> Iterator[Match]:
    """List the scenarios and the views at hand."""
    context.scenarios.load()
    context.views.load()
    for entry in context.scenarios.shelf.entries:
        found = entry.scenario
        if found is not None:
            yield Match(found.title, "Scenario: supposed, not fact", "scenario", partial(_suppose, found))
    for place, view in enumerate(context.views.list.listed.views):
        yield Match(view.name, f"View: {views.controls(view)}", "view", partial(_show, place))


def _suppose(scenario: Scenario, context: Context) -> None:
    scenarios.choose(context.store, scenario)


def _show(place: int, context: Context) -> None:
    views.show(context, place)


def _from_entry(entry: Entry) -> Match:
    return Match(entry.title, entry.subtitle, entry.kind, partial(_go_to, entry), entry.also)


def _go_to(entry: Entry, context: Context) -> None:
    go.go_to_entry(context, entry)


def _from_command(command: Command, context: Context) -> Match:
    title = command.title_now(context) if command.title_now else command.title
    return Match(title, command.shortcut, "command", command.run, of_command(command.id))


def _score(words: Sequence[str], match: Match) -> float | None:
    """Sum how well each word fits; None where one does not. Among equals go by kind, then by length."""
    total = 0.0
    for word in words:
        in_title = _fit(word, match.title.casefold()) * _NAME_WEIGHT
        in_subtitle = _fit(word, match.subtitle.casefold())
        named = _NAME_WEIGHT if match.kind in _WITH_OTHER_NAMES else 1
        unseen = named if match.kind == "command" else named * _UNSEEN
        best = max(in_title, in_subtitle * named, _fit_also(word, match) * unseen)
        if not best:
            return None
        total += best
    return total + _KIND_WEIGHT.get(match.kind, 0.0) - len(match.title) / 1000


def _fit(word: str, text: str) -> int:
    """Tell how a word lies in a text: at the start of a word, inside one, scattered over one, or not (0)."""
    if text.startswith(word) or f" {word}" in text or f"({word}" in text:
        return _WORD_START
    if word in text:
        return _INSIDE
    return _SCATTERED if any(_is_scattered(word, part) for part in text.split()) else 0


def _fit_also(word: str, match: Match) -> int:
    """Tell how a word lies in the words that nobody is shown: at the start of one, or else not."""
    return _WORD_START if f" {word}" in f" {match.also}".casefold() else 0


def _is_scattered(word: str, text: str) -> bool:
    letters = iter(text)
    return text[:1] == word[:1] and all(letter in letters for letter in word)
