"""What a film is asked for: sheets in a row, each held for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import Size, checked_size
from desktop.sheets.sheet import MapBox, SheetRequest
from desktop.state.atlas import Atlas
from desktop.state.session import session_of
from desktop.state.sheet_options import SheetOptions
from desktop.state.telling import alt_text
from desktop.state.words import TITLE
from geodata.frame import Frame
from geodata.year import Year

SHORTEST_S, LONGEST_S = 0.1, 60.0
"""How long a picture may be held; a tenth of a second is also the beat that all films keep."""
WORDS_PER_SECOND = 3.0
MOST_WARNINGS, LONGEST_WARNING = 12, 160
"""How many warnings a film's comment tells, and how many characters of each."""
LOOK_ROUND_S = 2.0
"""How long a picture is looked at before anything below it is read."""


@dataclass(frozen=True, slots=True)
class Film:
    """Sheets in a row.

    Parameters
    ----------
    title : str
        What the file calls itself.
    shows : str
        In a few words what is seen, such as "2005 to 2025, a picture a year".
    size_px : tuple of int
        Width and height of every picture in pixels.
    seconds : tuple of float
        How long each picture is held, in tenths.
    requests : iterable of SheetRequest
        One for each of `seconds`; asked for one after the other, once.
    data : str
        Which data are shown, in words; empty leaves that out.
    ends : tuple of str
        What the first and the last picture show, for those who cannot see them.
    overridden : tuple of str
        The warnings of the presenter check over which it is exported.
    is_still : bool
        Whether the map stands at one place in all pictures, because only the year changes.
    measured : tuple of MapBox
        Where it stands on each sheet that is left alone; empty where that has not been measured.
    """

    title: str
    shows: str
    size_px: Size
    seconds: tuple[float, ...]
    requests: Iterable[SheetRequest]
    data: str = ""
    ends: tuple[str, ...] = ()
    overridden: tuple[str, ...] = ()
    is_still: bool = False
    measured: tuple[MapBox, ...] = ()

    @property
    def length_s(self) -> float:
        """How long the film lasts, in seconds."""
        return round(sum(self.seconds), 1)

    def comment(self, made: str = "") -> str:
        """Say what the film shows, from which data, and how it was made."""
        warnings = self.overridden[:MOST_WARNINGS]
        over = "; ".join(shorten(words, LONGEST_WARNING, placeholder=" …") for words in warnings)
        told = f"Exported over {_warnings(len(self.overridden))}: {over}".rstrip(".") if over else ""
        sentences = (f"{self.title}: {self.shows}", self.data, made, "Made with IREL Atlas", told)
        ends = (f"{name} picture: {words}" for name, words in zip(("First", "Last"), self.ends, strict=False))
        return " ".join((". ".join(filter(None, sentences)) + ".", *ends))


@dataclass(frozen=True, slots=True)
class Manner:
    """How the pictures of a film look, and how long each stays.

    Parameters
    ----------
    size_px : tuple of int
        Width and height in pixels.
    theme : str
        As `SheetRequest` has it.
    seconds : float
        How long a year stays; a step of a story stays at least as long.
    options : SheetOptions
        Elements and words that all pictures share.
    carrying : bool
        Whether the pictures carry what brings their views back, and the film says its data's digest.
    """

    size_px: Size = (1920, 1080)
    theme: str = "light"
    seconds: float = 1.0
    options: SheetOptions = field(default_factory=SheetOptions)
    carrying: bool = True

    def __post_init__(self) -> None:
        checked_size(self.size_px)
        if not SHORTEST_S <= self.seconds <= LONGEST_S:
            raise SheetError(
                f"seconds: expected {SHORTEST_S:g} to {LONGEST_S:g} for each picture, got {self.seconds:g}"
            )
        if "year" not in self.options.elements:
            raise SheetError(
                "hide: expected elements other than the year, which every picture of a film says"
            )


def of_sheets(film: Film, sheets: Sequence[SheetRequest], measured: tuple[MapBox, ...] = ()) -> Film:
    """Give a film that shows these sheets, and tells over which warnings they are exported."""
    carried = (sheet.carry for sheet in sheets)
    told = (warning for carry in carried if carry is not None for warning in carry.overridden)
    over = tuple(dict.fromkeys(told))
    return replace(film, requests=tuple(sheets), overridden=over, measured=measured)


def film_of_years(
    atlas: Atlas, derive: Callable[[Atlas], Frame], first: int, last: int, manner: Manner
) -> Film:
    """Film a state over a range of years: the slider's steps, each as the sheet of that year.

    Parameters
    ----------
    atlas : Atlas
        What is seen, but for its year; what it is compared with is left out.
    derive : callable
        Pure: Atlas → Frame.
    first, last : int
        Years; both are in the film.

    Raises
    ------
    SheetError
        Where the years are turned round.
    """
    if first > last:
        raise SheetError(f"years: expected the earlier one first, got {first}-{last}")
    years = range(first, last + 1)
    alone = replace(atlas, compare=None)  # a table of differences would move the map from year to year
    states = [replace(alone, clock=replace(alone.clock, year=year, playing=False)) for year in years]
    begin, end = (Year(year, atlas.clock.fiscal) for year in (first, last))
    shows = f"{begin} to {end}, a picture a year" if len(years) > 1 else f"{begin}"
    return Film(
        manner.options.title or TITLE,
        shows,
        manner.size_px,
        (round(manner.seconds, 1),) * len(years),
        _requests(states, derive, manner),
        _data_words(derive(states[0]), manner),
        _ends([derive(states[0]), derive(states[-1])]),
        is_still=True,
    )


def film_of_sheets(title: str, sheets: Sequence[SheetRequest], manner: Manner) -> Film:
    """Film the sheets of a story, each held long enough to read its caption.

    Raises
    ------
    SheetError
        Where there is no sheet.
    """
    if not sheets:
        raise SheetError("story: expected at least one step, got none")
    steps = f"{len(sheets)} step{'s' if len(sheets) > 1 else ''} of a story"
    held = held_for_reading([sheet.options.caption for sheet in sheets], manner.seconds)
    ends = _ends([sheets[0].frame, sheets[-1].frame])
    return Film(title, steps, manner.size_px, held, sheets, _data_words(sheets[0].frame, manner), ends)


def held_for_reading(captions: Iterable[str], seconds: float) -> tuple[float, ...]:
    """Give for how many seconds the steps of a story are held, `seconds` at least."""
    return tuple(max(round(seconds, 1), reading_s(caption)) for caption in captions)


def reading_s(words: str) -> float:
    """Say how many seconds it takes to look at a picture and to read some words below it.

    Examples
    --------
    >>> reading_s(""), reading_s("In April 2025 China put seven rare earths under licence")
    (2.0, 5.3)
    """
    return round(min(LOOK_ROUND_S + len(words.split()) / WORDS_PER_SECOND, LONGEST_S), 1)


def _warnings(count: int) -> str:
    return "1 warning" if count == 1 else f"{count} warnings"


def _requests(
    states: Iterable[Atlas], derive: Callable[[Atlas], Frame], manner: Manner
) -> Iterator[SheetRequest]:
    for atlas in states:
        frame = derive(atlas)
        yield SheetRequest(
            frame=frame,
            bounds=atlas.view.bounds,
            size_px=manner.size_px,
            theme=manner.theme,
            opacity=atlas.layers.opacity,
            graticule=atlas.layers.graticule,
            carry=session_of(atlas, frame) if manner.carrying else None,
            options=manner.options,
        )


def _ends(frames: Iterable[Frame]) -> tuple[str, ...]:
    """Tell the first and the last picture; one that is both is told once."""
    return tuple(dict.fromkeys(map(alt_text, frames)))


def _data_words(frame: Frame, manner: Manner) -> str:
    digest = f", digest {frame.digest}" if manner.carrying else ""
    return f"Data of {frame.data_date.isoformat()}{digest}"
