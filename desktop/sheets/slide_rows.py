"""Which figures the table of a slide tells, and in which order: what the step is about comes first. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.sheets.doubts import DISPUTED, rivals_of
from desktop.sheets.sheet import SheetRequest
from desktop.state.citing import Citing, status_of
from geodata.drawn import Figure
from geodata.frame import Frame

PASSING = ("trade_mass", "trade_value", "output")
"""What is counted anew each year: an earlier year's figure says nothing of this one."""
STYLES = ("export", "import", "plant", "mine", "relation")
ENOUGH_ROWS = 4
"""Where a table has so many rows, what plants could make at most is left to the notes."""

_NUMBER = re.compile(r"(?<![\d,.A-Za-z-])\d[\d,]*(?:\.\d+)?(?![\d-])")
_DAY = re.compile(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of a slide's table.

    Parameters
    ----------
    what, value, period : str
        As `geodata.drawn.Figure` has them: the value with its unit, the period with what the figure is, in
        words, where it is not plainly actual. Of two maps that are compared, what A and what B tell.
    source : str
        The numbers of its sources in the slide's list; empty where nothing was looked up.
    style : str
        Whose colour it takes, one of `STYLES`, or empty.
    is_fact : bool
        Whether it is a plain fact of the slide's year.
    figure : Figure or None
        Whose row it is; None where there is no claim.
    """

    what: str
    value: str
    period: str = ""
    source: str = ""
    style: str = ""
    is_fact: bool = False
    figure: Figure | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What its cells say, from left to right."""
        return self.what, self.value, self.period, self.source


def figure_rows(request: SheetRequest, citing: Citing) -> Iterator[FigureRow]:
    """Give the rows of a slide, each figure once; whoever has no room for all takes the first.

    First what the step points to and what its caption says, then what the map and the year's bars show,
    mines, headlines, what was not found, what was known of earlier years, and last what plants could make.
    """
    frame, styles = request.frame, _styles(request.frame)
    pointed, plants = _pointed(frame), _of_places(frame, "plant")
    told = set[tuple[str, str, str]]()
    for one in _ordered(request, pointed):
        if isinstance(one, FigureRow):
            yield one
            told.add((one.what, one.value, one.period))
        elif (one.what, one.text, one.period) not in told:
            is_filling = one.claim in plants and one.claim not in pointed
            if not (is_filling and len(told) >= ENOUGH_ROWS):
                yield _row(one, frame, citing, styles.get(one.claim, ""))
            told.add((one.what, one.text, one.period))


def _ordered(request: SheetRequest, pointed: list[str]) -> Iterator[Figure | FigureRow]:
    frame, options = request.frame, request.options
    of_selection = frame.detail.rivalries if frame.detail else ()
    figures = {figure.claim: figure for rivalry in of_selection for figure in rivalry.figures}
    figures |= {figure.claim: figure for figure in frame.shown}
    known, places = [claim for claim in _styles(frame) if claim in figures], _of_places(frame)
    seen = [flow.claim for flow in frame.flows if flow.claim in figures] + _of_year(frame)
    seen = [figures[claim] for claim in seen if claim in figures]
    passing = [figures[claim] for claim in known if claim not in places]
    yield from (figures[claim] for claim in pointed if claim in figures)
    yield from _said(f"{options.title or ''}. {options.caption}", frame, figures.values())
    yield from seen
    yield from _unknown_flows(frame, seen)
    yield from (figures[claim] for claim in _of_places(frame, "mine") if claim in figures)
    yield from (figure for figure in passing if not _is_past(figure, frame))
    yield from _unknown_headlines(frame, seen)
    yield from passing
    yield from (figures[claim] for claim in known if claim in places)


def _pointed(frame: Frame) -> list[str]:
    """Name the claims to which the step points: a selected one, or those of a flow, place or event."""
    detail = frame.detail
    if detail is None:
        return []
    if detail.claim is not None:
        return [detail.claim]
    drawn = (*frame.places, *frame.areas)
    found = [claim for place in drawn if place.thing == detail.thing for claim in place.claims]
    flows = [flow for flow in frame.flows if flow.thing == detail.thing]
    found += [claim for flow in flows for claim in (flow.claim, flow.quoted) if claim]
    if detail.thing in {event.thing for event in frame.events}:
        begun = [rivalry.figures[0] for rivalry in detail.rivalries]
        found += [figure.claim for figure in begun if figure.measure == "start"][:1]
    return found


def _said(words: str, frame: Frame, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Find the figures that some words tell, in the order of the words: of several the nearest in time."""
    shown = {figure.claim for figure in frame.shown}
    by_number: dict[str, list[Figure]] = {}
    for figure in figures:
        found = _NUMBER.findall(figure.number)
        if found and figure.quantity is not None:
            by_number.setdefault(found[-1], []).append(figure)
    for found in _NUMBER.finditer(words):
        number = found[0].rstrip(",.")
        if len(number) < 2 or _YEAR.fullmatch(number) or _DAY.match(words, found.end()):
            continue
        fitting = by_number.get(number, ())
        yield from sorted(
            fitting,
            key=lambda figure: (
                figure.claim not in shown,
                abs((figure.year or frame.year) - frame.year),
                figure.rank != "preferred",
            ),
        )[:1]


def _of_year(frame: Frame) -> list[str]:
    """Name the claims of the chart's bars of this year, or of the last year before that has one."""
    chart = next((chart for chart in frame.charts if chart.series == frame.chart), None)
    found = [bar for bar in chart.bars if bar.year is not None and bar.year <= frame.year] if chart else []
    last = max((bar.year or 0 for bar in found if bar.value is not None), default=0)
    of_year = [bar.claim for bar in found if bar.year == frame.year]
    return of_year or [bar.claim for bar in found if bar.year == last]


def _unknown_flows(frame: Frame, told: Iterable[Figure]) -> Iterator[FigureRow]:
    """Tell what is drawn as trade of which no volume was found, unless a figure says so already."""
    unknown = "not known yet" if frame.is_after_data else "not found"
    missing = {figure.subject for figure in told if figure.status == "missing"}
    for flow in frame.flows:
        if flow.claim is None and flow.thing not in missing:
            yield FigureRow(f"{flow.label.title.split(':')[0]}, volume", unknown, frame.year_label)


def _unknown_headlines(frame: Frame, told: Iterable[Figure]) -> Iterator[FigureRow]:
    """Tell which headlines have no figure, unless map or chart say so already."""
    topics = {(figure.subject, figure.measure) for figure in told}
    drawn = {flow.style for flow in frame.flows}
    subjects = {figure.claim: (figure.subject, figure.measure) for figure in frame.shown}
    for line in frame.headlines:
        is_told = line.style in drawn or any(subjects.get(claim) in topics for claim in line.quoted)
        if line.claim is None and not is_told:
            yield FigureRow(line.what, line.number, frame.year_label)


def _of_places(frame: Frame, style: str = "") -> list[str]:
    places = [place for place in (*frame.places, *frame.areas) if style in ("", place.style)]
    return [claim for place in places for claim in place.claims]


def _styles(frame: Frame) -> dict[str, str]:
    """Give whose colour each figure of the slide takes: those of the map, the year's bars, the headlines."""
    charts = [chart for chart in frame.charts if chart.series == frame.chart]
    told = [((flow.claim, flow.quoted), flow.style) for flow in frame.flows]
    told += [((bar.claim,), chart.style) for chart in charts for bar in chart.bars if bar.year == frame.year]
    told += [((headline.claim, *headline.quoted), headline.style) for headline in frame.headlines]
    told += [(place.claims, place.style) for place in (*frame.places, *frame.areas)]
    shown, found = {figure.claim for figure in frame.shown}, dict[str, str]()
    for claims, style in told:
        for claim in claims:
            if claim in shown:
                found.setdefault(claim, style)
    return found


def _is_past(figure: Figure, frame: Frame) -> bool:
    """Tell whether a figure is quoted from an earlier year, of what is counted anew each year."""
    return figure.measure in PASSING and figure.year is not None and figure.year < frame.year


def _is_last(figure: Figure, frame: Frame) -> bool:
    """Tell whether nothing newer of the same kind is known up to this year."""
    kind = (figure.subject, figure.measure, figure.substance)
    alike = [one for one in frame.figures if (one.subject, one.measure, one.substance) == kind]
    known = [one.year or 0 for one in alike if one.status in ("actual", "provisional", "estimate")]
    return (figure.year or 0) >= max((year for year in known if year <= frame.year), default=0)


def _disputed(figure: Figure, frame: Frame) -> str:
    """Say in a word that another figure contradicts this one."""
    rivalries = (one for one in frame.rivalries if figure in one.figures) if figure.rivals else ()
    return DISPUTED if any(rivals_of(figure, rivalry) for rivalry in rivalries) else ""


def _row(figure: Figure, frame: Frame, citing: Citing, style: str) -> FigureRow:
    """Write a figure; one that is no fact of this year says in words what it is."""
    is_past = _is_past(figure, frame)
    status = "" if figure.status in ("actual", "missing") else status_of(figure)
    period = "" if figure.period == figure.text else figure.period
    last = "last known" if is_past and figure.status != "missing" and _is_last(figure, frame) else ""
    name = next((event.name for event in frame.events if event.thing == figure.subject), figure.what)
    return FigureRow(
        name if figure.measure == "start" else figure.what,
        figure.text,
        ", ".join(filter(None, (period, status, last, _disputed(figure, frame)))),
        str(citing.number(figure.source)),
        style if style in STYLES else "",
        is_fact=not (figure.letter or is_past or figure.status == "missing"),
        figure=figure,
    )
