"""The presenter check: what an audience could take wrongly or could not read on a sheet. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from desktop.sheets.doubts import doubts_of
from desktop.sheets.paper import page_size_pt
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import SheetFacts, facts_of, name_in_drawing, plain
from desktop.sheets.warning import SERIOUS, SheetWarning
from geodata.drawn import LegendEntry
from geodata.frame import Frame

SMALLEST_PT = 9.0
LEAST_CONTRAST = 4.5
PIXELS_PER_POINT = 96 / 72
"""A picture without a paper is shown at 96 pixels per inch, or as large as a slide if that is less."""
_TOLERANCE = 0.005


def check(request: SheetRequest, svg: str) -> tuple[SheetWarning, ...]:
    """Look a sheet over before it leaves.

    Parameters
    ----------
    request : SheetRequest
        What was asked for.
    svg : str
        The sheet as its page draws it, which is what every format shows.

    Returns
    -------
    tuple of SheetWarning
        The serious ones first; the same each time.
    """
    facts = facts_of(svg, use_width_pt(request))
    return serious_first((*doubts_of(request, facts), *layout_of(request, facts)))


def serious_first(found: Iterable[SheetWarning]) -> tuple[SheetWarning, ...]:
    """Put the serious warnings first; within each kind they stay as they are."""
    return tuple(sorted(found, key=lambda warning: warning.severity != SERIOUS))


def use_width_pt(request: SheetRequest) -> float:
    """Give the width in points at which a sheet is read: its paper's, a slide's, or that of its pixels."""
    width = page_size_pt(request.size_px, request.dpi)[0]
    return width if request.dpi else min(width, request.size_px[0] / PIXELS_PER_POINT)


def layout_of(request: SheetRequest, facts: SheetFacts) -> Iterator[SheetWarning]:
    """Say what cannot be read, and where legend and drawing do not go together."""
    yield from _small(request, facts)
    yield from faint(request, facts)
    yield from nothing_drawn(request, facts)
    yield from _no_legend(request, facts)


def _small(request: SheetRequest, facts: SheetFacts) -> Iterator[SheetWarning]:
    smallest = min((text.size_pt for text in facts.texts), default=SMALLEST_PT)
    if smallest < SMALLEST_PT - _TOLERANCE:
        width, height = request.size_px
        words = f"The smallest words are {smallest:.1f} pt at {width} × {height} pixels; 9 pt can be read."
        fix = None if request.dpi else _enlarge(SMALLEST_PT / smallest)
        yield SheetWarning("small-text", words, SERIOUS, fix, "Make the picture larger" if fix else "")


def _enlarge(factor: float) -> Callable[[SheetRequest], SheetRequest]:
    def fix(request: SheetRequest) -> SheetRequest:
        width, height = request.size_px
        return replace(request, size_px=(round(width * factor * 1.01), round(height * factor * 1.01)))

    return fix


def faint(request: SheetRequest, facts: SheetFacts) -> Iterator[SheetWarning]:
    """Find words that their ground swallows."""
    faint = [text for text in facts.texts if text.contrast < LEAST_CONTRAST - _TOLERANCE]
    if not faint:
        return
    least = min(faint, key=lambda text: text.contrast)
    words = f"“{_cut(least.words)}” has a contrast of {least.contrast:.1f} to its ground; 4.5 can be read"
    others = f", as have {len(faint) - 1} more" if len(faint) > 1 else ""
    fix = _opaque if request.opacity else None
    yield SheetWarning("faint-text", f"{words}{others}.", SERIOUS, fix, "Draw layers opaque" if fix else "")


def _opaque(request: SheetRequest) -> SheetRequest:
    return replace(request, opacity=())


def nothing_drawn(request: SheetRequest, facts: SheetFacts) -> Iterator[SheetWarning]:
    """Find entries of the legend of which the map shows nothing."""
    for entry, names in _legend_of(request):
        if _is_told(entry, facts) and not names & facts.touched:
            fix = _opaque if request.opacity else None
            yield SheetWarning(
                f"legend-without-drawing/{entry.symbol}",
                f"The legend has “{entry.text}”, but nothing of it can be seen on the map.",
                SERIOUS,
                fix,
                "Draw layers opaque" if fix else "",
            )


def _no_legend(request: SheetRequest, facts: SheetFacts) -> Iterator[SheetWarning]:
    missing = [
        entry for entry, names in _legend_of(request) if names & facts.drawn and not _is_told(entry, facts)
    ]
    if missing and not request.bare:
        names = ", ".join(f"“{entry.text}”" for entry in missing)
        words = f"The map draws {names}, which no legend explains."
        yield SheetWarning("drawing-without-legend", words, SERIOUS, _with_legend, "Show the legend")


def _with_legend(request: SheetRequest) -> SheetRequest:
    options = request.options
    return replace(request, options=replace(options, elements=options.elements | {"legend", "widths"}))


def _is_told(entry: LegendEntry, facts: SheetFacts) -> bool:
    """Tell whether the legend has an entry; without that of widths it names an arrow's substance only."""
    told = facts.words("legend")
    return plain(entry.text) in told or (bool(entry.width_px) and plain(entry.text.split(":")[0]) in told)


def _legend_of(request: SheetRequest) -> list[tuple[LegendEntry, set[str]]]:
    """Give each entry of the legend, of both halves where two are compared, and what it stands for."""
    found: dict[LegendEntry, set[str]] = {}
    for frame in filter(None, (request.frame, request.other)):
        for entry in frame.legend:
            found.setdefault(entry, set()).update(_names_of(frame, entry))
    return list(found.items())


def _names_of(frame: Frame, entry: LegendEntry) -> set[str]:
    """Name the groups of everything that an entry stands for."""
    things = [(place.style, place) for place in frame.places]
    things += [("area", area) for area in frame.areas]
    things += [(f"{flow.style}/{flow.drawn_as}", flow) for flow in frame.flows]
    known = entry.symbol.endswith("/known")
    return {
        name_in_drawing(thing.row, thing.thing)
        for symbol, thing in things
        if symbol == entry.symbol or (known and symbol.endswith("/known"))
    }


def _cut(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
