"""The few figures that an audience is shown beside the map: what the step is about, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.drawn import Figure
from geodata.frame import Frame
from geodata.told import Headline

MOST = 3
_WORDS = {"T": "target", "E": "estimate", "F": "forecast", "P": "provisional"}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure in large type.

    Parameters
    ----------
    what : str
        What is measured, and for which period.
    number, unit : str
        As `geodata.drawn.Figure` has them.
    letter : str
        Of its status; empty for what is plainly actual.
    lines : tuple of str
        What has to be said beside it: scope, rivals, the last known figure.
    sources : tuple of str
        Short names.
    """

    what: str
    number: str
    unit: str
    letter: str = ""
    lines: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether there is a number at all."""
        return not self.number.startswith("not ")

    @property
    def status(self) -> str:
        """What the letter stands for; empty for what is plainly actual."""
        return _WORDS.get(self.letter, "")


def key_figures(frame: Frame) -> tuple[KeyFigure, ...]:
    """Choose what matters: the selected claim, then what the chosen chart has for the year."""
    known = {figure.claim: figure for figure in (*frame.figures, *_of_detail(frame))}
    chosen = frame.detail.claim if frame.detail else None
    bars = next((chart.bars for chart in frame.charts if chart.series == frame.chart), ())
    charted = {bar.claim for bar in bars}
    headlines = [one for one in frame.headlines if charted & {one.claim, *one.quoted}]
    told = {chosen, *(one.claim for one in headlines)}
    found = [_of_figure(known[chosen])] if chosen in known else []
    said = found[0].number + found[0].unit if found else None
    found += [_of_headline(one, frame, said) for one in headlines if one.claim is None or one.claim != chosen]
    of_year = [bar.claim for bar in bars if bar.year == frame.year and bar.value is not None]
    found += [_of_figure(known[claim]) for claim in of_year if claim in known and claim not in told]
    found = found or [_of_headline(one, frame) for one in frame.headlines]
    return tuple(one for one in found if one.is_found or one.lines)[:MOST]


def _of_detail(frame: Frame) -> list[Figure]:
    rivalries = frame.detail.rivalries if frame.detail else ()
    return [figure for rivalry in rivalries for figure in rivalry.figures]


def _of_figure(figure: Figure) -> KeyFigure:
    lines = [figure.scope] if figure.scope and figure.measure != "count" else []
    if figure.rivals:
        lines.append(
            f"{figure.rivals} other figure{'' if figure.rivals == 1 else 's'} differ"
            f"{'s' if figure.rivals == 1 else ''}"
        )
    what = f"{figure.what}, {figure.period}"
    return KeyFigure(what, figure.number, figure.unit, figure.letter, tuple(lines), (figure.source_short,))


def _of_headline(headline: Headline, frame: Frame, said: str | None = None) -> KeyFigure:
    """Take a headline over, without the line that says what stands above it already."""
    names = {figure.source: figure.source_short for figure in frame.figures}
    cited = (*headline.sources, *(source for _, sources in headline.lines for source in sources))
    what = f"{headline.what}, {headline.period}" if headline.period else headline.what
    return KeyFigure(
        what,
        headline.number,
        headline.unit,
        headline.letter,
        tuple(words for words, _ in headline.lines if said is None or said not in words),
        tuple(dict.fromkeys(names[source] for source in cited if source in names)),
    )
