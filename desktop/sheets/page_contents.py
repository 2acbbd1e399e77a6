"""What a page in one file tells: every year, every thing and every source, as compact plain values. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Any

from desktop.sheets.contents import palette
from desktop.sheets.page_conditions import badges, supposed
from desktop.sheets.page_details import Value, detail_of, source_of
from desktop.sheets.sources import Numbering, month_words
from desktop.state.atlas import Atlas, Filter, Layers, Selection
from desktop.state.citing import Citing
from desktop.state.comparing import frame_of_a
from desktop.state.telling import NOTHING_DRAWN, alt_ends, alt_parts, text_version
from desktop.state.words import MARKS, TITLE, year_notes
from desktop.web.ground import MAP_OPTIONS
from desktop.web.scene import scene_of
from geodata.drawn import ChartModel, FlowLine
from geodata.frame import Frame
from geodata.told import Headline

NEAREST_ZOOM = 9
"""No place is known so well that a nearer view would show more."""

_SAID_BY_THE_PAGE = ("short", "legend", "off", "sources")
"""Sections of the text that follow the layers that are on, and the list of sources, which the page has."""

Derive = Callable[[Atlas], Frame]


def page_contents(atlas: Atlas, derive: Derive) -> Value:
    """Give everything that a page tells.

    Parameters
    ----------
    atlas : Atlas
        What the page shows first; its filter is left alone, because a page has none.
    derive : callable
        Pure: Atlas → Frame.

    Returns
    -------
    dict
        Plain values for JSON. What years share stands in ``values`` once, and years point to it by number.
    """
    atlas = replace(atlas, filter=Filter())
    frame = derive(atlas)
    said = badges(atlas, frame, frame_of_a(atlas, derive))
    return {**_head(atlas, frame), "badges": said, **_Teller(atlas, derive).contents()}


def _head(atlas: Atlas, frame: Frame) -> Value:
    """Give what holds for the whole page, and what it shows first."""
    return {
        "title": TITLE,
        "first": frame.first_year,
        "last": frame.last_year,
        "data_year": frame.data_date.year,
        "data_words": f"Data of {month_words(frame.data_date.isoformat())}",
        "digest": frame.digest,
        "everything": frame.opening,
        "palette": palette(),
        "map": {**MAP_OPTIONS, "maxZoom": NEAREST_ZOOM},
        "marks": MARKS,
        "open": {
            "year": atlas.clock.year,
            "rows": [row.id for row in frame.rows if row.visible],
            "bounds": atlas.view.bounds,
            "theme": atlas.look.theme,
            "selected": frame.detail.thing if frame.detail else None,
            "opacity": dict(atlas.layers.opacity),
            "graticule": atlas.layers.graticule,
        },
    }


class _Teller:
    """Puts frames into values, each value once.

    Parameters
    ----------
    atlas : Atlas
        Without a filter.
    """

    def __init__(self, atlas: Atlas, derive: Derive) -> None:
        self._atlas, self._derive = replace(atlas, selection=Selection()), derive
        self._frame = derive(self._atlas)
        self._rows = [row for row in self._frame.rows if row.style != "none"]
        self._numbers = {row.id: number for number, row in enumerate(self._frame.sources, 1)}
        self._numbering = Numbering(self._frame)
        self._numbering.marks(self._numbers)
        self._values: list[Any] = []
        self._places: dict[str, int] = {}

    def contents(self) -> Value:
        """Give years, things and sources, and the values to which they point."""
        frame = self._frame
        events = [
            {"thing": event.thing, "label": event.label, "day": event.day, "year": event.year}
            for event in frame.all_events
        ]
        return {
            "rows": [{"id": r.id, "title": r.title, "group": r.group, "style": r.style} for r in self._rows],
            "years": [self._year(year) for year in range(frame.first_year, frame.last_year + 1)],
            "charts": {model.series: self._chart(model) for model in frame.charts},
            "chart": frame.chart,
            "events": events,
            "details": dict(self._details()),
            "sources": [source_of(row, self._numbers) for row in frame.sources],
            "values": self._values,
        }

    def _year(self, year: int) -> Value:
        """Tell a year row by row, so that the page can show any of them together."""
        clock = replace(self._atlas.clock, year=year)
        at_year = replace(self._atlas, clock=clock, layers=Layers(frozenset()))
        frame = self._derive(at_year)
        alone = {
            row.id: self._derive(replace(at_year, layers=Layers(frozenset({row.id})))) for row in self._rows
        }
        summaries = {row.id: row.summary for row in frame.rows}
        return {
            "label": frame.year_label,
            "notes": self._kept([*year_notes(frame), *supposed(frame)]),
            "summaries": self._kept([summaries[row.id] for row in self._rows]),
            "headlines": [self._kept(self._headline(headline)) for headline in frame.headlines],
            "rows": {row: self._drawn(frame) for row, frame in alone.items() if frame.legend},
            "text": self._text(replace(at_year, layers=Layers(frozenset(alone)))),
        }

    def _drawn(self, frame: Frame) -> Value:
        scene = scene_of(replace(frame, flows=tuple(map(self._with_marks, frame.flows))))
        drawn = {kind: [self._kept(thing) for thing in things] for kind, things in scene.items() if things}
        legend = [self._kept(asdict(entry)) for entry in frame.legend]
        return {**drawn, "legend": legend, "short": [self._kept(part) for part in alt_parts(frame)]}

    def _text(self, atlas: Atlas) -> Value:
        """Tell a year with all rows on; the page leaves out those that are off, and says what is drawn."""
        frame = self._derive(atlas)
        sections = text_version(frame, Citing(frame, self._numbers)).sections
        told = [
            {"id": s.id, "heading": s.heading, "lines": self._kept(s.lines)}
            for s in sections
            if s.id not in _SAID_BY_THE_PAGE
        ]
        return {"ends": alt_ends(frame), "nothing": NOTHING_DRAWN, "sections": [self._kept(s) for s in told]}

    def _with_marks(self, flow: FlowLine) -> FlowLine:
        """Let the words of a flow point to the source of its figure."""
        marks = self._numbering.marks(self._numbering.of_claims([flow.claim]))
        return replace(flow, label=replace(flow.label, title=flow.label.title + marks))

    def _headline(self, headline: Headline) -> Value:
        return {
            "what": headline.what,
            "period": headline.period,
            "number": headline.number,
            "unit": headline.unit,
            "letter": headline.letter,
            "style": headline.style,
            "found": headline.claim is not None,
            "sources": self._numbered(headline.sources),
            "lines": [[words, self._numbered(sources)] for words, sources in headline.lines],
        }

    def _chart(self, model: ChartModel) -> Value:
        return {
            **asdict(model),
            "sources": self._numbered(self._numbering.of_claims(bar.claim for bar in model.bars)),
        }

    def _details(self) -> Iterable[tuple[str, Value]]:
        for entry in self._frame.index:
            frame = self._derive(replace(self._atlas, selection=Selection(entry.id)))
            if frame.detail is not None and frame.detail.thing == entry.id:
                yield entry.id, detail_of(frame.detail, self._numbers, self._kept) | {"chart": frame.chart}

    def _numbered(self, sources: Iterable[str]) -> list[int]:
        return sorted({self._numbers[source] for source in sources})

    def _kept(self, value: Any) -> int:
        """Keep a value once, and give its number."""
        text = json.dumps(value)
        if text not in self._places:
            self._places[text] = len(self._values)
            self._values.append(value)
        return self._places[text]
