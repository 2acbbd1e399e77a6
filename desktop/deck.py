"""A deck without a window: what `irel-atlas deck` makes."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from desktop.asking import deriver
from desktop.film import read_asked
from desktop.looked_over import look_over
from desktop.services.story_sheets import story_requests
from desktop.sheets.binding import Deck, bind, deck_kind
from desktop.sheets.files import check_writable, put
from desktop.sheets.paper import parse_size
from desktop.sheets.series import make_series
from desktop.sheets.slide_check import eyes_for
from desktop.sheets.writing import check_platform
from desktop.snapshot import options_of
from desktop.web.application import make_application
from desktop.web.engine import Engine
from geodata.claim import Dataset


def make_deck(dataset: Dataset, asked: Namespace) -> str:
    """Make the deck that the command line asks for.

    Returns
    -------
    str
        A sentence on what was written.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be, or the deck cannot be made, or is not to be.
    """
    deck = deck_asked(dataset, asked)
    check_writable(asked.out)
    check_platform()
    application = make_application(asked.software)
    engine = Engine()
    deck = replace(deck, sheets=look_over(engine, deck.sheets, asked.strict, eyes_for(deck.kind)))
    made = list(make_series(engine, deck.requests))
    application.processEvents()
    put(asked.out, bind(deck, made))
    return f"Wrote {asked.out}: {len(made)} {'slides' if deck.kind == 'pptx' else 'pages'}"


def deck_asked(dataset: Dataset, asked: Namespace) -> Deck:
    """Check every word of the command line before anything is started."""
    kind, (size_px, _dpi) = deck_kind(asked.out), parse_size(asked.size)
    story, options = read_asked(asked.story), options_of(asked)
    derive, carrying = deriver(dataset), not asked.strip
    sheets = story_requests(story, derive, size_px, asked.theme, options=options, carrying=carrying)
    return Deck(story.title, tuple(sheets), kind)
