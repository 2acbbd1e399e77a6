"""What stands on a sheet, as plain values for the page that lays it out. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from functools import cache
from textwrap import shorten
from typing import Any

from desktop.sheets import comparing
from desktop.sheets.logo import logo_of
from desktop.sheets.paper import layout_size
from desktop.sheets.pdf import Said
from desktop.sheets.placing import placed
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sources import NO_BREAK, Numbering, month_words
from desktop.state.checked import UNSOUND
from desktop.state.citing import Citing
from desktop.state.compared_text import in_short, in_words, subtitle
from desktop.state.comparing import both_legends
from desktop.state.sheet_options import ELEMENTS
from desktop.state.words import BOUNDARY_NOTICE, FLOW_NOTICE, MARKS, TITLE, year_notes
from desktop.web.scene import scene_of
from geodata.drawn import ChartModel, FlowLine
from geodata.frame import Frame
from geodata.told import Headline
from geodata.year import Year
from resources import files

_LONGEST_MARK = 60
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

Contents = dict[str, Any]


def contents_of(request: SheetRequest) -> Contents:
    """Give everything that the sheet of a request says and draws.

    Returns
    -------
    dict
        Plain values; sizes in the units of the layout, bounds in degrees, WGS84.
    """
    return _contents(request, _numbering(request))


def said_of(request: SheetRequest) -> Said:
    """Say in words what a sheet shows, its sources by the same numbers."""
    frame, numbering = request.frame, _numbering(request)
    _contents(request, numbering)
    text = in_words(frame, request.other, Citing(frame, numbering.numbers))
    alt = in_short(frame, request.other)
    return Said(name_of(request), alt, text.plain(), BOUNDARY_NOTICE)


def name_of(request: SheetRequest) -> str:
    """Name a sheet as a document: its title, whether that is shown or not, and its year, once."""
    title, label = _sound(request.options.title or TITLE), _label(request)
    return title if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", title) else f"{title}, {label}"


def _label(request: SheetRequest) -> str:
    frame, other = request.frame, request.other
    return frame.year_label if other is None else comparing.label(other, frame)


def _numbering(request: SheetRequest) -> Numbering:
    is_told = "sources" in request.options.elements and not request.bare
    return Numbering(request.frame, is_told, request.other)


def _contents(request: SheetRequest, numbering: Numbering) -> Contents:
    frame, other, shown = request.frame, request.other, request.options.elements
    told = frame.headlines if "headlines" in shown and other is None else ()
    headlines = [_headline(headline, frame, numbering) for headline in told]
    halves = None if other is None else _halves(other, frame, numbering)
    flows = comparing.numbered_flows(frame, numbering)
    chart = _chart(frame, numbering) if "chart" in shown and other is None else None
    most = comparing.most_figures(layout_size(request.size_px, request.dpi).units)
    table = comparing.differences(other, frame, numbering, most) if other and "headlines" in shown else None
    return {
        **_words(request),
        **_paper(request),
        "watermark": watermark(frame),
        "year": frame.year,
        "badge": _label(request),
        "year_notes": [*(year_notes(frame) if other is None else ()), *_conditions(request)],
        "shown": {name: name in shown for name in ELEMENTS},
        "headlines": headlines,
        "chart": chart,
        "halves": halves,
        "differences": table,
        "legend": [asdict(entry) for entry in both_legends(other.legend if other else (), frame.legend)],
        "scene": scene_of(replace(frame, flows=flows)),
        "bounds": request.bounds,
        "map_box": request.map_box and dict(zip(("x", "y", "width", "height"), request.map_box, strict=True)),
        "opacity": dict(request.opacity),
        "graticule": request.graticule,
        "notes": [*_marks(headlines, chart, table, *filter(None, (other, frame))), *numbering.notes()],
        "notices": {"conditions": _conditions(request), "flows": FLOW_NOTICE, "boundaries": BOUNDARY_NOTICE},
        "closing": ("Noto Sans, OFL", f"data of {month_words(frame.data_date.isoformat())}"),
    }


def _conditions(request: SheetRequest) -> list[str]:
    """Say the conditions of the sheet; of two maps, whose they are."""
    frame, other = request.frame, request.other
    if other is None:
        return conditions(frame)
    one, two = conditions(other), conditions(frame)
    both = [words for words in two if words in one]
    own = {"A": [w for w in one if w not in both], "B": [w for w in two if w not in both]}
    return [*both, *(f"{letter}: {words}" for letter, said in own.items() for words in said)]


def _halves(a: Frame, b: Frame, numbering: Numbering) -> list[dict[str, Any]]:
    """Give both halves, each with its own scenario over its map: one alone may be cut out."""
    pairs = zip(comparing.halves(a, b, numbering), (a, b), strict=True)
    return [{**half, "watermark": watermark(frame)} for half, frame in pairs]


def watermark(frame: Frame) -> str:
    """Name the scenario over the map itself; empty where none is on."""
    told = frame.scenario
    return f"{shorten(_sound(told.title), _LONGEST_MARK)}: supposed, not fact" if told else ""


def conditions(frame: Frame) -> list[str]:
    """Say under which conditions alone the sheet is right: they stand on it whatever is switched off.

    Returns
    -------
    list of str
        Short sentences without a full stop; none where the sheet shows all that is known, and nothing else.
    """
    day, told = frame.known_on, frame.scenario
    said = [f"as known on {day.day} {month_words(day.isoformat())}"] if day else []
    said += [f"scenario, not fact: {_sound(told.title)}"] if told else []
    said += [told.unfit_words] if told and told.problems else []
    said += ["agreements and capacities of earlier years stay"] if frame.cumulative else []
    pinned = [row for row in frame.rows if row.visible and row.pinned_year is not None]
    return [*said, *(f"{row.title} of {Year(row.pinned_year or 0, frame.fiscal)}" for row in pinned)]


def _words(request: SheetRequest) -> Contents:
    """Give the presenter's words or the atlas's own; what is switched off is empty."""
    options = request.options
    subtitle = own_subtitle(request) if options.subtitle is None else options.subtitle
    words = {
        "title": TITLE if options.title is None else options.title,
        "subtitle": subtitle,
        "footer": options.footer,
    }
    shown = {name: _sound(text) if name in options.elements else "" for name, text in words.items()}
    return {
        **shown,
        "caption": _sound(options.caption),
        "name": name_of(request),
        "alt": in_short(request.frame, request.other),
    }


def own_subtitle(request: SheetRequest) -> str:
    """Say in one line what is drawn, of two maps by which years; stands where the presenter says nothing."""
    frame, other = request.frame, request.other
    return subtitle_of(frame) if other is None else subtitle(other, frame)


def _sound(words: str) -> str:
    """Put words on one line; what no file may hold as text becomes a space."""
    return " ".join(UNSOUND.sub(" ", words).split())


def _paper(request: SheetRequest) -> Contents:
    """Give the size of the layout, its colours, and the logo as it is drawn on them."""
    options, layout = request.options, layout_size(request.size_px, request.dpi)
    logo = options.logo if "logo" in options.elements else None
    return {
        "size": layout.units,
        "unit_pt": layout.unit_pt,
        "paper_mm": layout.paper_mm,
        "pixels": request.size_px,
        "colours": palette()[request.theme],
        "theme": request.theme,
        "logo": None if logo is None else logo_of(logo, request.theme),
        "place": asdict(placed(request.bounds, layout.units)) if request.bare else None,
    }


@cache
def palette() -> dict[str, dict[str, str]]:
    """Read the colours of all themes."""
    return json.loads(files.read("styles/palette.json"))


def subtitle_of(frame: Frame) -> str:
    """Say in one line what is drawn.

    Returns
    -------
    str
        Such as "IREL's plants, four proposed mines, trade with Japan and China".
    """
    styles = {place.style for place in frame.places}
    mines = sum(thing.style == "mine" for thing in (*frame.places, *frame.areas))
    parts = ["IREL's plants"] if "plant" in styles else []
    if mines:
        count = _COUNTS[mines] if mines < len(_COUNTS) else str(mines)
        parts.append(f"{count} proposed mine{'s' if mines > 1 else ''}")
    parts += ["other sites"] if "site" in styles else []
    partners = _partners(frame.flows)
    parts += [f"trade with {_listed(partners)}"] if partners else []
    words = ", ".join(parts) or frame.empty_words
    return words[:1].upper() + words[1:]


def _partners(flows: tuple[FlowLine, ...]) -> list[str]:
    """Read the countries of the drawn flows from their labels ("China → India: …"), India itself left out."""
    ends = [end for flow in flows for end in flow.label.title.split(":")[0].split(" → ")]
    return [name for name in dict.fromkeys(ends) if name != "India"]


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _headline(headline: Headline, frame: Frame, numbering: Numbering) -> Contents:
    scope = next((figure.scope for figure in frame.figures if figure.claim == headline.claim), None)
    what = f"{headline.what}, {headline.period}" if headline.period else headline.what
    return {
        "what": what + numbering.marks(headline.sources, scope),
        "number": headline.number,
        "unit": headline.unit.strip(),
        "letter": headline.letter,
        "style": headline.style,
        "found": headline.claim is not None,
        "lines": [text + numbering.marks(sources) for text, sources in headline.lines],
    }


def _marks(
    headlines: list[Contents], chart: Contents | None, table: Contents | None, *frames: Frame
) -> list[str]:
    """Explain each letter that the sheet shows, once."""
    shown = {headline["letter"] for headline in headlines}
    shown |= {flow.letter for frame in frames for flow in frame.flows}
    shown |= {bar["letter"] for bar in chart["bars"]} if chart else set()
    words = "".join(line for headline in headlines for line in headline["lines"])
    words += "".join(f"{row['before']}{row['after']}{row['told']}" for row in table["rows"]) if table else ""
    return [
        f"[{letter}]{NO_BREAK}{text}"
        for letter, text in MARKS.items()
        if letter in shown or f"[{letter}]" in words
    ]


def _chart(frame: Frame, numbering: Numbering) -> Contents | None:
    model: ChartModel | None = next((chart for chart in frame.charts if chart.series == frame.chart), None)
    if model is None:
        return None
    marks = numbering.marks(numbering.of_claims(bar.claim for bar in model.bars))
    return {**asdict(model), "title": model.title + marks}
