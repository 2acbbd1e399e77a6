"""The presenter check of a page in one file: what an audience could take wrongly of its first view. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace

from desktop.sheets.contrast import Colour, blended, contrast, read_colour
from desktop.sheets.doubts import doubts_of
from desktop.sheets.presenter_check import SMALLEST_PT, faint, nothing_drawn, serious_first
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.sheet_facts import INVISIBLE, SheetFacts, Written, name_in_drawing
from desktop.sheets.warning import SheetWarning
from desktop.state.atlas import Atlas, Filter
from desktop.state.comparing import badges_of, frame_of_a
from desktop.state.session import session_of
from desktop.state.sheet_options import SheetOptions
from geodata.drawn import Area, FlowLine, Place
from geodata.frame import Frame
from resources.palette import palette

_THEMES = ("light", "dark")
"""Whoever reads a page can have it in either."""
_GROUNDS = ("water", "land", "india")
_TONES = {"export": "export_text", "import": "import_text", "promise": "export_text"}


def first_view(
    atlas: Atlas, frame_of: Callable[[Atlas], Frame], footer: str = "", reopens: bool = True
) -> SheetRequest:
    """Ask for what a page shows first, as if it were a sheet: so it can be looked over and mended like one.

    Parameters
    ----------
    footer : str
        A line of the presenter's own at its foot.
    reopens : bool
        Whether the page carries what brings its view back, and keeps the warnings over which it leaves.

    Raises
    ------
    SheetError
        Where the footer is too long.
    """
    atlas = replace(atlas, filter=Filter())
    frame = frame_of(atlas)
    return SheetRequest(
        frame,
        atlas.view.bounds,
        opacity=atlas.layers.opacity,
        carry=session_of(atlas, frame) if reopens else None,
        options=SheetOptions(footer=footer),
        other=frame_of_a(atlas, frame_of),
    )


def atlas_of(view: SheetRequest, atlas: Atlas) -> Atlas:
    """Give the state whose page has a first view, which may have been mended since it was asked for."""
    compare = None if view.other is None else atlas.compare
    return replace(atlas, layers=replace(atlas.layers, opacity=view.opacity), compare=compare)


def check_page(view: SheetRequest) -> tuple[SheetWarning, ...]:
    """Look over what a page shows first; its other years are a step away, and rivals a click.

    Parameters
    ----------
    view : SheetRequest
        As `first_view` gives it.

    Returns
    -------
    tuple of SheetWarning
        The serious ones first; the same each time.
    """
    facts, half = _facts(view), replace(view, other=None)
    return serious_first(
        (*doubts_of(half, facts), *faint(half, facts), *nothing_drawn(half, facts), *_half(view))
    )


def _half(view: SheetRequest) -> Iterator[SheetWarning]:
    """Tell that of two states that are compared a page shows one."""
    if view.other is not None:
        a, b = (badge.words for badge in badges_of(view.other, view.frame))
        yield SheetWarning(
            "half-a-comparison",
            f"A page has one map, and shows only half of what is compared ({b}; not {a}). It says so over"
            " its map; a sheet shows both.",
            fix=lambda request: replace(request, other=None),
            fix_words="Leave the comparison out",
        )


def _facts(view: SheetRequest) -> SheetFacts:
    """Take down what can be read of a page when it opens, and what is to be seen on its map."""
    frame, opacity = view.frame, dict(view.opacity)
    groups = [*_figures(frame), *(((entry.text, "legend"),) for entry in frame.legend)]
    groups += [((model.title, "chart"),) for model in frame.charts if model.series == frame.chart]
    groups += [((view.options.footer, "foot"),)]
    texts = [
        Written(words, block, number, SMALLEST_PT, 21.0)
        for number, group in enumerate(groups)
        for words, block in group
    ]
    seen = [thing for thing in _things(frame) if opacity.get(thing.row, 1.0) > INVISIBLE]
    for number, thing in enumerate(seen, len(groups)):
        texts += _label(thing, number, opacity.get(thing.row, 1.0))
    names = frozenset(name_in_drawing(thing.row, thing.thing) for thing in seen)
    return SheetFacts(tuple(texts), names, names)


def _figures(frame: Frame) -> Iterator[tuple[tuple[str, str], ...]]:
    """Write the figures of the year as their cards read."""
    for headline in frame.headlines:
        number = f"{headline.number} {headline.unit.strip()} {headline.letter}"
        lines = (words for words, _sources in headline.lines)
        yield tuple((words, "figures") for words in (number, f"{headline.what}, {headline.period}", *lines))


def _things(frame: Frame) -> tuple[Place | Area | FlowLine, ...]:
    return (*frame.places, *frame.areas, *frame.flows)


def _label(thing: Place | Area | FlowLine, number: int, opacity: float) -> Iterator[Written]:
    """Write the words beside a thing; on the map they are as opaque as its row."""
    tones = ("ink", "soft_ink")
    if isinstance(thing, FlowLine):
        tone = "relation_text" if thing.drawn_as == "known" else _TONES.get(thing.style, "relation_text")
        tones = (tone, tone)
    for place, words in enumerate((thing.label.title, *thing.label.lines)):
        if words:
            yield Written(words, "map", number, SMALLEST_PT, _least_contrast(tones[place > 0], opacity))


def _least_contrast(tone: str, opacity: float) -> float:
    """Give the contrast of words to whatever of the map may lie under them, in either theme."""
    worn = [asdict(palette(theme)) for theme in _THEMES]
    pairs = [(_colour(colours[tone]), _colour(colours[name])) for colours in worn for name in _GROUNDS]
    return min(contrast(blended(ink, ground, opacity), ground) for ink, ground in pairs)


def _colour(text: str) -> Colour:
    found = read_colour(text)
    assert found is not None, "the palette has plain colours"
    return found
