"""What an audience could take wrongly of the figures on a sheet: bare targets, lone sources, rivals. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import SheetFacts, plain
from desktop.sheets.warning import NOTE, SERIOUS, Fix, SheetWarning, in_footer
from geodata.difference import difference
from geodata.drawn import Figure
from geodata.frame import Frame
from geodata.told import Rivalry
from geodata.year import Year

OLDEST_YEARS = 2
_WANTED = re.compile(r"target|plan|promis|forecast|intend|assum|scenario", re.IGNORECASE)
_LETTER = re.compile(r"^\W{0,3}\[?[TFS]\]?(?!\w)")
_END = re.compile(r"[.!?·] ")
"""Where a sentence ends, or words that belong together do."""
_LETTERS = ("T", "F", "S")
_BEFORE, _AFTER = 60, 48
"""How many characters around a figure may hold the word that marks it."""
_OWN_WORDS = ("title", "subtitle", "caption", "footer")
DISPUTED = "disputed"
Told = tuple[Figure, str]
"""A figure of a table that stands beside the map, and the words that tell it there."""


def doubts_of(
    request: SheetRequest, facts: SheetFacts, in_table: Sequence[Told] = ()
) -> Iterator[SheetWarning]:
    """Look over the figures that can be read on a sheet, and those of a table that stands beside its map.

    Where two states are compared, the figures of both are looked over, and each thing is told once.
    """
    words = facts.words()
    found = {warning.id: warning for warning in _unmarked(request, words)}
    for frame in filter(None, (request.frame, request.other)):
        for warning in _of_frame(request, frame, words, in_table):
            found.setdefault(warning.id, warning)
    yield from found.values()


def _of_frame(
    request: SheetRequest, frame: Frame, words: str, in_table: Sequence[Told]
) -> Iterator[SheetWarning]:
    told = {figure.claim: figure for figure, _words in in_table if figure.status != "missing"}
    disputed = {(figure.subject, figure.measure) for figure, said in in_table if DISPUTED in said}
    seen = list((told | {figure.claim: figure for figure in _seen(request, frame, words)}).values())
    rivalries = {figure.claim: rivalry for rivalry in frame.rivalries for figure in rivalry.figures}
    for figure in seen:
        yield from _alone(figure, rivalries.get(figure.claim), frame, words)
        if (figure.subject, figure.measure) not in disputed:
            yield from _contradicted(figure, rivalries.get(figure.claim), frame, words)
    yield from _old(_quoted(request, frame, seen), frame, words)


def _seen(request: SheetRequest, frame: Frame, words: str) -> list[Figure]:
    """List the figures that the sheet shows: those whose words stand on it, and the bars of its chart."""
    elements = frozenset[str]() if request.bare or request.other else request.options.elements
    claims = _of_flows(frame)
    bars: set[str | None] = set()
    if request.other is not None:  # a table of differences stands in the place of figures and chart
        claims |= {claim for row in difference(request.other, request.frame).rows for claim in row.claims}
    if "headlines" in elements:
        claims |= _of_headlines(frame)
    if "chart" in elements:
        bars = {bar.claim for model in frame.charts if model.series == frame.chart for bar in model.bars}
    return [
        figure
        for figure in frame.shown
        if figure.status != "missing"
        and (figure.claim in bars or (figure.claim in claims and any(_places(figure.text, words))))
    ]


def _unmarked(request: SheetRequest, words: str) -> Iterator[SheetWarning]:
    """Find what is only wanted where it reads as a fact: of the sheet's year, and in own words of any year.

    Of other years a mere share, such as 50 %, is not looked for: it may be one of anything.
    """
    frames = tuple(filter(None, (request.frame, request.other)))
    shown = _wanted(figure for frame in frames for figure in frame.shown)
    own = " · ".join(getattr(request.options, name) or "" for name in _OWN_WORDS)
    others = _wanted(figure for frame in frames for figure in frame.figures)
    others = {text: one for text, one in others.items() if text not in shown and one.unit.strip() != "%"}
    for texts, where in ((shown, words), (others, own)):
        for text, figure in texts.items():
            place = _bare_place(text, where)
            if place is not None:
                yield _bare(request, figure, _around(where, place, text))


def _wanted(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Find what is only wanted, by how it is written, and nothing that is a fact as well."""
    figures = tuple(figures)
    facts = {figure.text for figure in figures if figure.letter not in _LETTERS}
    wanted = (figure for figure in figures if figure.letter in _LETTERS)
    return {figure.text: figure for figure in wanted if figure.text not in facts}


def _bare(request: SheetRequest, figure: Figure, quoted: str) -> SheetWarning:
    fix = _mark_in_own_words(figure)
    fixed = fix(request) != request
    return SheetWarning(
        f"target-not-marked/{figure.claim}",
        f"“{quoted}” reads as a fact: a {figure.status}, {figure.period}.",
        SERIOUS,
        fix if fixed else None,
        f"Write “{figure.text} ({figure.status})”" if fixed else "",
    )


def _around(words: str, place: int, text: str) -> str:
    """Quote a few words before a figure, and the figure."""
    before = _END.split(words[:place])[-1].split()[-4:]
    return " ".join((*before, text))


def _places(text: str, words: str) -> Iterator[re.Match[str]]:
    """Find where a figure stands, and not as a part of another one."""
    return re.finditer(rf"(?<![\d,.]){re.escape(plain(text))}(?![\w/])", words)


def _bare_place(text: str, words: str) -> int | None:
    """Find where a figure stands without a word or letter that marks it."""
    for found in _places(text, words):
        before = _END.split(words[max(0, found.start() - _BEFORE) : found.start()])[-1]
        after = words[found.end() : found.end() + _AFTER]
        if not (_WANTED.search(before) or _WANTED.search(_END.split(after)[0]) or _LETTER.search(after)):
            return found.start()
    return None


def _mark_in_own_words(figure: Figure) -> Fix:
    """Give the fix that writes the status behind a figure wherever the presenter wrote it bare."""

    def fix(request: SheetRequest) -> SheetRequest:
        changed = {}
        for name in _OWN_WORDS:
            words = getattr(request.options, name) or ""
            place = _bare_place(figure.text, words)
            if place is not None:
                end = place + len(figure.text)
                changed[name] = f"{words[:end]} ({figure.status}){words[end:]}"
        return replace(request, options=replace(request.options, **changed)) if changed else request

    return fix


def _alone(figure: Figure, rivalry: Rivalry | None, frame: Frame, words: str) -> Iterator[SheetWarning]:
    """Warn of a figure that rests on one origin which nobody answers for; a scenario says so of its own."""
    origins = rivalry.origins if rivalry else 1
    if (
        figure.scenario
        or origins > 1
        or not (figure.confidence == "indicative" or _is_anonymous(figure, frame))
    ):
        return
    sentence = f"{_told(figure)}: one source, {figure.source_short}, indicative only."
    if plain(sentence) not in words:
        yield SheetWarning(
            f"one-source/{figure.claim}",
            f"{figure.what}, {figure.period}: {figure.text} rests on one source that is anonymous, inferred"
            f" or unattributed ({figure.source_short}).",
            NOTE,
            in_footer(sentence),
            "Say so in the footer",
        )


def _told(figure: Figure) -> str:
    """Write a figure with its period, and what it is where it is not plainly actual."""
    kind = "" if figure.status == "actual" else f"{figure.status}, "
    return f"{figure.text} ({kind}{figure.period})"


def _is_anonymous(figure: Figure, frame: Frame) -> bool:
    publisher = next((row.publisher for row in frame.sources if row.id == figure.source), "not found")
    return "not found" in publisher or "not identified" in publisher


def _contradicted(
    figure: Figure, rivalry: Rivalry | None, frame: Frame, words: str
) -> Iterator[SheetWarning]:
    """Warn of a figure whose rivals the sheet neither names nor hints at."""
    rivals = rivals_of(figure, rivalry)
    if not rivals or _is_disputed(figure, frame, words):
        return
    others = "; ".join(
        dict.fromkeys(f"{rival.what}: {_told(rival)}, {rival.source_short}" for rival in rivals)
    )
    sentence = f"{_told(figure)} is disputed: {others}."
    if plain(sentence) not in words:
        yield SheetWarning(
            f"rivals-hidden/{figure.claim}",
            f"{figure.what}, {figure.period}: {figure.text} is shown without what contradicts it ({others}).",
            SERIOUS,
            in_footer(sentence),
            "Name them in the footer",
        )


def rivals_of(figure: Figure, rivalry: Rivalry | None) -> list[Figure]:
    """List what contradicts a figure, of the figures that stand beside it."""
    if rivalry is None or not figure.rivals:
        return []
    standings = dict(zip(rivalry.figures, rivalry.standings, strict=True))
    return [other for other in rivalry.figures if standings[other] == "rival" and other.claim != figure.claim]


def _is_disputed(figure: Figure, frame: Frame, words: str) -> bool:
    """Tell whether a headline of the same subject and measure says on the sheet that it is disputed."""
    figures = {shown.claim: shown for shown in frame.shown}
    lines = [
        line
        for headline in frame.headlines
        for claim in (headline.claim, *headline.quoted)
        if claim in figures
        and (figures[claim].subject, figures[claim].measure) == (figure.subject, figure.measure)
        for line, _ in headline.lines
    ]
    return any(DISPUTED in line and plain(line) in words for line in lines)


def _of_flows(frame: Frame) -> set[str | None]:
    return {claim for flow in frame.flows for claim in (flow.claim, flow.quoted)}


def _of_headlines(frame: Frame) -> set[str | None]:
    return {claim for headline in frame.headlines for claim in (headline.claim, *headline.quoted)}


def _quoted(request: SheetRequest, frame: Frame, seen: Iterable[Figure]) -> list[Figure]:
    """Leave out what only a chart or a table of differences shows: they name the time of every figure."""
    told = _of_flows(frame) | (set() if request.other else _of_headlines(frame))
    return [figure for figure in seen if figure.claim in told]


def _old(figures: Iterable[Figure], frame: Frame, words: str) -> Iterator[SheetWarning]:
    for figure in figures:
        age, year = frame.year - (figure.year or frame.year), Year(frame.year, frame.fiscal)
        sentence = f"{figure.what}: {figure.text} is of {figure.period}; nothing newer was found."
        if age > OLDEST_YEARS and plain(sentence) not in words:
            yield SheetWarning(
                f"old-figure/{figure.claim}",
                f"{figure.what}: {figure.text} is of {figure.period}, {age} years before {year}.",
                NOTE,
                in_footer(sentence),
                "Say so in the footer",
            )
