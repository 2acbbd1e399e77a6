"""What a sheet carries to bring its view back: the state and the figures that it shows, as JSON text.

Whatever is read is checked value by value: such a text comes from anywhere.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from itertools import islice
from typing import Any

from desktop.state import checked
from desktop.state.atlas import Atlas
from desktop.state.atlas_text import atlas_document, read_atlas
from desktop.state.checked import MAX_WORDS, UNSOUND
from desktop.state.documents import read_document
from desktop.state.options_text import options_document, read_options
from desktop.state.sheet_options import SheetOptions
from geodata.claim import STATUSES
from geodata.drawn import Figure
from geodata.frame import Frame

FORMAT = "irel-atlas-session"
SCHEMA = 2
"""2 added scenarios, known-on dates and more of the clock; what 1 lacks is as at the start."""
MAX_CHARACTERS = 8 * 1024 * 1024
MAX_FIGURES = 20_000
MAX_WARNINGS = 1_000


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as a sheet shows it, to be compared with what the data say later.

    Parameters
    ----------
    claim : str
        Its id.
    what, number, unit, period, status : str
        As `geodata.drawn.Figure` has them.
    source : str
        The source's id; empty where an older program wrote the sheet.
    """

    claim: str
    what: str
    number: str
    unit: str
    period: str
    status: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A state, the version of the data it was shown with, and the figures that were to be seen.

    Parameters
    ----------
    digest : str
        Hash of the data's files.
    data_date : datetime.date
        The day that the data spoke for.
    overridden : tuple of str
        The warnings of the presenter check over which the sheet was exported; none in older files.
    options : SheetOptions or None
        The words and elements of the sheet, without its logo; None in older files and without a sheet.
    """

    atlas: Atlas
    digest: str
    data_date: date
    figures: tuple[ShownFigure, ...] = ()
    overridden: tuple[str, ...] = ()
    options: SheetOptions | None = None


def session_of(atlas: Atlas, frame: Frame, other: Frame | None = None) -> Session:
    """Take down a state, at rest, and what its frame shows, and the one that it is compared with."""
    both = (*frame.shown, *(other.shown if other else ()))
    each_once = {figure.claim: figure for figure in reversed(both)}
    shown = (figure for figure in both if each_once.pop(figure.claim, None))
    figures = tuple(map(shown_figure, islice(shown, MAX_FIGURES)))
    return Session(at_rest(atlas), frame.digest, frame.data_date, figures)


def at_rest(atlas: Atlas) -> Atlas:
    """Give a state in which the years do not run."""
    return replace(atlas, clock=replace(atlas.clock, playing=False))


def shown_figure(figure: Figure) -> ShownFigure:
    """Take down a figure as it is shown, on one line and within bounds."""
    names = (field.name for field in fields(ShownFigure))
    return ShownFigure(**{name: UNSOUND.sub(" ", getattr(figure, name))[:MAX_WORDS] for name in names})


def text_of(session: Session) -> str:
    """Write a session as JSON in ASCII; equal sessions give equal texts."""
    document = {
        "format": FORMAT,
        "schema": SCHEMA,
        "data": {"digest": session.digest, "date": session.data_date.isoformat()},
        "atlas": atlas_document(session.atlas),
        "figures": [asdict(figure) for figure in session.figures],
    }
    if session.overridden:
        document["overridden"] = list(session.overridden)
    if session.options is not None:
        document["options"] = options_document(session.options)
    return json.dumps(document, indent=1)


def read_session(text: str) -> Session:
    """Read what `text_of` wrote.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be, or a newer program wrote it.
    """
    document = read_document(text, FORMAT, SCHEMA, MAX_CHARACTERS)
    names = ("format", "schema", "data", "atlas", "figures", "overridden", "options")
    found = checked.named(document, "document", names, {"overridden": [], "options": None})
    data = checked.named(found["data"], "data", ("digest", "date"))
    return Session(
        atlas=read_atlas(found["atlas"]),
        digest=checked.digest(data["digest"], "data.digest"),
        data_date=checked.day(data["date"], "data.date"),
        figures=tuple(map(_figure, checked.listed(found["figures"], "figures", MAX_FIGURES))),
        overridden=tuple(
            checked.words(warning, "overridden")
            for warning in checked.listed(found["overridden"], "overridden", MAX_WARNINGS)
        ),
        options=None if found["options"] is None else read_options(found["options"]),
    )


def _figure(value: Any) -> ShownFigure:
    found = checked.named(
        value, "figures", [field.name for field in fields(ShownFigure)], lacking={"source": ""}
    )
    words = {name: checked.words(found[name], f"figures.{name}") for name in found}
    checked.one_of(words["status"], "figures.status", STATUSES)
    return ShownFigure(**words)
