"""A film without a window: what `irel-atlas film` makes."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from pathlib import Path

from desktop.asked import asked_atlas
from desktop.asking import checked_year, deriver
from desktop.errors import AskedError
from desktop.looked_over import look_over
from desktop.services.stories import bundled, read_file
from desktop.services.story_sheets import story_requests
from desktop.sheets.encoders import find_ffmpeg
from desktop.sheets.film import Film, Manner, film_of_sheets, film_of_years, of_sheets
from desktop.sheets.film_limits import check_film
from desktop.sheets.filming import write_film
from desktop.sheets.paper import parse_size
from desktop.sheets.standing import Measuring
from desktop.sheets.writing import check_platform
from desktop.snapshot import options_of
from desktop.state.checked import SessionError
from desktop.state.story import Story
from desktop.wanted import wanted_of
from desktop.web.application import make_application
from desktop.web.engine import Engine
from geodata.claim import Dataset

BUNDLED = "bundled"
"""What stands for the story that comes with the atlas."""
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


def make_film(dataset: Dataset, asked: Namespace) -> str:
    """Make the film that the command line asks for.

    Returns
    -------
    str
        A sentence on what was written.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be, or the film cannot be made.
    """
    film = film_asked(dataset, asked)
    if check_film(film, asked.out) == "mp4":
        find_ffmpeg()
    check_platform()
    application = make_application(asked.software)
    engine = Engine()
    measuring = Measuring()
    sheets = look_over(engine, film.requests, asked.strict, measuring.eyes)
    film = of_sheets(film, sheets, measuring.last(len(sheets)))
    words = write_film(engine, film, asked.out, _tell if sys.stderr.isatty() else lambda *_step: None)
    application.processEvents()
    return words


def film_asked(dataset: Dataset, asked: Namespace) -> Film:
    """Check every word of the command line before anything is started."""
    size_px, options, derive = parse_size(asked.size)[0], options_of(asked), deriver(dataset)
    manner = Manner(size_px, asked.theme, asked.seconds, options, not asked.strip)
    if asked.story is not None:
        if wanted_of(asked).is_anything:
            raise AskedError("story: its steps have layers, bounds and conditions of their own, got others")
        if asked.title is not None:
            raise AskedError("title: the steps of a story have names of their own, got another")
        story, carrying = read_asked(asked.story), manner.carrying
        sheets = story_requests(story, derive, size_px, manner.theme, options=options, carrying=carrying)
        return film_of_sheets(story.title, sheets, manner)
    first, last = (checked_year(dataset.catalog, year, "years") for year in parse_years(asked.years))
    atlas = asked_atlas(dataset, asked, first)
    return film_of_years(atlas, derive, first, last, manner)


def parse_years(text: str) -> tuple[int, int]:
    """Read a range of years such as ``2005-2025``; one year is a range as well.

    Raises
    ------
    AskedError
        Where it is none.

    Examples
    --------
    >>> parse_years("2005-2025"), parse_years("2024")
    ((2005, 2025), (2024, 2024))
    """
    found = _YEARS.fullmatch(text.strip())
    if found is None:
        raise AskedError(f"years: expected FIRST-LAST, such as 2005-2025, got {text!r}")
    return int(found[1]), int(found[2] or found[1])


def read_asked(name: str) -> Story:
    """Read a story's file, or the one that comes with the atlas.

    Raises
    ------
    AskedError
        Where it cannot be read.
    """
    if name == BUNDLED:
        return bundled()
    try:
        return read_file(Path(name))
    except (SessionError, OSError) as error:
        raise AskedError(f"cannot open {name}: {getattr(error, 'strerror', None) or error}") from None


def _tell(done: int, total: int) -> None:
    """Count the pictures on one line of the terminal."""
    print(f"\r{done} of {total} pictures", end="\n" if done == total else "", file=sys.stderr, flush=True)
