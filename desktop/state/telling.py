"""What a frame shows, told in words: one sentence beside a picture, or a text in its stead. Pure.

Nothing is told that the frame does not show. A figure never comes without period, status and source; what was
not found is said to be so, and is never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten

from desktop.state.citing import Citing, status_of, status_words
from desktop.state.text import Section, Text
from desktop.state.words import BOUNDARY_NOTICE, FLOW_NOTICE, MARKS, day_words, year_notes
from geodata.drawn import RELATION_NOTICE, Area, Figure, FlowLine, Place
from geodata.frame import Frame, RowState
from geodata.told import AgreementRow, Headline
from geodata.year import Year

NOTHING_DRAWN = "nothing is drawn"
LONGEST_ALT = 250
"""How many characters screen readers and slides take well."""
_LONGEST_TITLE = 60

_KINDS = {
    "plant": ("plant", "plants"),
    "mine": ("proposed mine", "proposed mines"),
    "site": ("site", "sites"),
}
_NO_VOLUME = "volume not found"
_UNKNOWN = {"in_force": f"agreement in force, {_NO_VOLUME}", "known": _NO_VOLUME}


def alt_text(frame: Frame) -> str:
    """Say in one or two sentences what the map of a frame shows.

    Returns
    -------
    str
        At most `LONGEST_ALT` characters; what does not fit is counted.
    """
    head, end = alt_ends(frame)
    parts = alt_parts(frame)
    fitting = (_alt(head, parts, kept, end) for kept in range(len(parts), -1, -1))
    return next(words for words in fitting if len(words) <= LONGEST_ALT)


def alt_ends(frame: Frame) -> tuple[str, str]:
    """Give what stands before and behind the parts of an alternative text."""
    end = ". Nothing of that year can be actual yet." if frame.is_after_data else "."
    title = shorten(frame.scenario.title, _LONGEST_TITLE, placeholder="…") if frame.scenario else ""
    scenario = f" in the scenario “{title}”" if title else ""
    return f"Map of India's rare earths in {frame.year_label}{scenario}: ", end


def alt_parts(frame: Frame) -> list[str]:
    """Name what is drawn, each kind of place counted, each flow with its figure."""
    flows = (_flow_in_short(flow) for flow in frame.flows)
    return [part for part in (*(_counted(frame, style) for style in _KINDS), *flows) if part]


def _alt(head: str, parts: list[str], kept: int, end: str) -> str:
    left = len(parts) - kept
    told = [*parts[:kept], *([f"and {left} more"] if left else [])]
    return f"{head}{'; '.join(told) or NOTHING_DRAWN}{end}"


def text_version(frame: Frame, citing: Citing | None = None) -> Text:
    """Tell everything that a frame shows, in the order in which a sheet is read.

    Parameters
    ----------
    citing : Citing or None
        Numbers the sources; given by whoever wants to point to them by the same numbers.

    Returns
    -------
    Text
        The year and what it means, the large figures, the map row by row, the chart, agreements, events,
        rivals and conflicts, the numbered sources, and the notices. A section without lines is left out.
    """
    citing = citing or Citing(frame)
    years = "The year" if frame.since is None else "The years"
    sections = [
        Section("year", f"{years} {frame.year_label}", tuple(_year(frame))),
        Section("short", "In short", (alt_text(frame),)),
        Section("scenario", "What the scenario assumes", tuple(_assumed(frame))),
        Section("figures", "Figures", tuple(_headline(item, citing) for item in frame.headlines)),
        *_rows(frame, citing),
        Section("legend", "Legend", tuple(_legend(frame))),
        _chart(frame, citing),
        Section("agreements", f"Agreements in {frame.year_label}", tuple(_agreements(frame, citing))),
        Section("events", f"Events of {frame.year_label}", tuple(f"{e.day}: {e.name}" for e in frame.events)),
        Section("rivals", "Rivals and conflicts", tuple(_disputes(frame, citing))),
    ]
    sections.append(Section("sources", "Sources", tuple(citing.listed())))
    notices = (BOUNDARY_NOTICE, FLOW_NOTICE, "Both ends of a line are representative.")
    sections.append(Section("notices", "Notices", notices))
    return Text(f"India's rare earths in {frame.year_label}", tuple(s for s in sections if s.lines))


def _year(frame: Frame) -> Iterator[str]:
    yield from (f"{note[:1].upper()}{note[1:]}." for note in year_notes(frame))
    yield f"The data are of {day_words(frame.data_date)}."
    if frame.known_on is not None:
        yield f"Only what was known on {day_words(frame.known_on)} is shown."
    if frame.cumulative:
        yield "Agreements and capacities of earlier years stay."
    if frame.scenario is not None:
        yield f"A scenario is laid over the claims: “{frame.scenario.title}”, by {frame.scenario.author}."


def _assumed(frame: Frame) -> Iterator[str]:
    if frame.scenario is not None:
        yield from frame.scenario.lines
        yield from (f"Left out, {problem}." for problem in frame.scenario.problems)


def _headline(headline: Headline, citing: Citing) -> str:
    figure = citing.shown.get(headline.claim or "")
    told = citing.told(figure) if figure else headline.number
    lines = [status_words(words) + citing.marks(sources) for words, sources in headline.lines]
    return _sentences(f"{headline.what}: {told}", *lines)


def _rows(frame: Frame, citing: Citing) -> Iterator[Section]:
    """Tell the map row by row, and which rows are switched off."""
    for row in frame.rows:
        if row.visible and row.style != "none":
            lines = tuple(_row(frame, row, citing)) or (f"Nothing in {frame.year_label}.",)
            pinned = "" if row.pinned_year is None else f", pinned to {Year(row.pinned_year, frame.fiscal)}"
            yield Section(f"map/{row.id}", f"On the map: {row.group}, {row.title}{pinned}", lines)
    off = [f"{row.group}, {row.title}" for row in frame.rows if not row.visible and row.style != "none"]
    yield Section("off", "Switched off, so not on the map", tuple(off))


def _row(frame: Frame, row: RowState, citing: Citing) -> Iterator[str]:
    yield from (_place(place, citing) for place in frame.places if place.row == row.id)
    yield from (_area(area, citing) for area in frame.areas if area.row == row.id)
    yield from (_flow(flow, frame, citing) for flow in frame.flows if flow.row == row.id)


def _place(place: Place, citing: Citing) -> str:
    name = f"{place.label.title} ({', '.join(place.label.lines)})" if place.label.lines else place.label.title
    return _sentences(name, *citing.beside(place.tip[1:], place.claims), _more(place.more))


def _area(area: Area, citing: Citing) -> str:
    name = f"{area.label.title}: {', '.join(area.label.lines)}; its state is hatched"
    return _sentences(name, *citing.beside(area.tip[1:], area.claims), _more(area.more))


def _flow(flow: FlowLine, frame: Frame, citing: Citing) -> str:
    figure = citing.shown.get(flow.claim or "")
    claims = tuple(claim for claim in (flow.claim, flow.quoted) if claim)
    if figure:
        beside = [f"{figure.period}, {status_of(figure)}", *flow.label.lines[1:]]
    elif frame.is_after_data or any(_NO_VOLUME in line for line in flow.label.lines):
        beside = list(flow.label.lines)
    else:
        beside = [_UNKNOWN[flow.drawn_as], *flow.label.lines]
    rest = [line for line in flow.tip[2:] if line != RELATION_NOTICE]
    told = dict.fromkeys((flow.label.title, *beside, *rest))
    return _sentences(*citing.beside(told, claims), _more(flow.more))


def _legend(frame: Frame) -> Iterator[str]:
    for entry in frame.legend:
        mark = MARKS.get(entry.letter, "")
        yield f"{entry.text} ({mark})" if mark else entry.text


def _chart(frame: Frame, citing: Citing) -> Section:
    model = next((model for model in frame.charts if model.series == frame.chart), None)
    figures = [citing.shown[bar.claim] for bar in model.bars if bar.claim in citing.shown] if model else []
    lines = tuple(f"{figure.period}: {citing.told(figure, dated=False)}" for figure in figures)
    return Section("chart", f"Chart: {model.title}" if model else "Chart", lines)


def _agreements(frame: Frame, citing: Citing) -> Iterator[str]:
    begun = [agreement for agreement in frame.agreements if agreement.state or agreement.state_when]
    yield from (_agreement(agreement, citing) for agreement in begun)
    yield from (f"{other.name}: {other.state_words}." for other in frame.agreements if other not in begun)


def _agreement(agreement: AgreementRow, citing: Citing) -> str:
    promised, delivered = (_joined(figures, citing) for figures in (agreement.promised, agreement.delivered))
    return _sentences(
        f"{agreement.name}, between {agreement.parties}: "
        f"{' '.join(filter(None, (agreement.state_words, agreement.state_when)))}",
        f"Promised: {promised}" if promised else "",
        f"Delivered: {delivered or agreement.delivered_words}" if promised or delivered else "",
    )


def _joined(figures: Iterable[Figure], citing: Citing) -> str:
    return "; ".join(citing.told(figure) for figure in figures)


def _disputes(frame: Frame, citing: Citing) -> Iterator[str]:
    """Name what contradicts a figure that is shown, and the conflicts in which one stands."""
    for rivalry in frame.rivalries:
        sides = list(zip(rivalry.figures, rivalry.standings, strict=True))
        rivals = [figure for figure, standing in sides if standing == "rival"]
        if rivals:
            agreed = [figure for figure, standing in sides if standing in ("preferred", "agrees")]
            yield _sentences(f"{citing.side(agreed)}, against {citing.side(rivals)}", rivalry.reason)
    for conflict in frame.conflicts:
        yield _sentences(conflict.title, conflict.text)


def _sentences(*parts: str) -> str:
    """Join words to sentences; those that are empty are left out."""
    told = (part[:1].upper() + part[1:] for part in parts if part)
    told = (part if part.endswith((".", "?", "!")) else f"{part}." for part in told)
    return " ".join(told)


def _more(more: int) -> str:
    if not more:
        return ""
    return f"{more} more figure{'' if more == 1 else 's'} not drawn."


def _counted(frame: Frame, style: str) -> str:
    count = sum(thing.style == style for thing in (*frame.places, *frame.areas))
    return f"{count} {_KINDS[style][count != 1]}" if count else ""


def _flow_in_short(flow: FlowLine) -> str:
    mark = MARKS.get(flow.letter, "")
    ends = flow.label.title.split(":")[0]
    if flow.drawn_as == "in_force":
        words = f"{ends}, {_UNKNOWN['in_force']}"
    elif flow.claim or ":" in flow.label.title:
        words = f"{flow.label.title} ({mark})" if mark else flow.label.title
    else:
        words = f"{ends}, {_NO_VOLUME}"
    return f"{words}, {flow.mark}" if flow.mark else words
