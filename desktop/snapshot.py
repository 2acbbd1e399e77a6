"""A sheet without a window: what `irel-atlas snapshot` draws."""

from __future__ import annotations

from argparse import Namespace

from desktop.asked import asked_atlas
from desktop.asking import deriver
from desktop.sheets.errors import SheetError
from desktop.sheets.files import check_writable
from desktop.sheets.logo import read_logo
from desktop.sheets.paper import PRESETS, Size, parse_size, preset
from desktop.sheets.sheet import SheetRequest, format_of
from desktop.sheets.warning import SheetWarning, exported_over
from desktop.sheets.writing import check_platform, check_sheet, write_sheet
from desktop.state.comparing import frame_of_a
from desktop.state.session import session_of
from desktop.state.sheet_options import AT_FIRST, ELEMENTS, SheetOptions
from desktop.web.application import make_application
from desktop.web.engine import Engine
from geodata.claim import Dataset

FIRST_SIZE = "1920x1080"

_NOT_BARE = ("title", "subtitle", "caption", "footer", "logo", "show", "hide")
"""What only a whole sheet has room for."""


def draw(dataset: Dataset, asked: Namespace) -> tuple[SheetWarning, ...]:
    """Draw the sheet that the command line asks for, and say of what the presenter check warns.

    Returns
    -------
    tuple of SheetWarning
        The file keeps them; where it was to be without any, it is not written.

    Raises
    ------
    AskedError, SheetError
        Where a part is not what it should be, or the file cannot be written.
    """
    request = request_of(dataset, asked)
    check_writable(asked.out)
    check_platform()
    application = make_application(asked.software)
    engine = Engine()
    warnings = check_sheet(engine, request)
    if not (warnings and asked.strict):
        write_sheet(engine, exported_over(request, warnings), asked.out)
    application.processEvents()
    return warnings


def request_of(dataset: Dataset, asked: Namespace) -> SheetRequest:
    """Check every word of the command line before anything is started."""
    _check_bare(asked)
    atlas, derive = asked_atlas(dataset, asked), deriver(dataset)
    frame, other = derive(atlas), frame_of_a(atlas, derive)
    size_px, dpi = size_of(asked)
    return SheetRequest(
        frame=frame,
        bounds=atlas.view.bounds,
        size_px=size_px,
        theme=asked.theme,
        format=format_of(asked.out),
        opacity=atlas.layers.opacity,
        graticule=atlas.layers.graticule,
        carry=None if asked.strip else session_of(atlas, frame, other),
        options=options_of(asked),
        dpi=dpi,
        bare=asked.bare,
        other=other,
    )


def _check_bare(asked: Namespace) -> None:
    """Refuse words and elements of a sheet where the map alone is wanted: nobody would see them."""
    extra = next((name for name in _NOT_BARE if getattr(asked, name)), None) if asked.bare else None
    if extra:
        raise SheetError(f"bare: expected the map alone, got --{extra} with it")


def size_of(asked: Namespace) -> tuple[Size, float | None]:
    """Read the size in pixels, and the dots per inch of a paper.

    Raises
    ------
    SheetError
        Where it is none, is a preset's name, or is asked twice.
    """
    if asked.preset is None:
        size = asked.size or FIRST_SIZE
        named = _presets_like(size)
        if named:
            raise SheetError(f"size: expected WIDTHxHEIGHT, got {size!r}; say --preset {' or '.join(named)}")
        return parse_size(size, asked.dpi)
    chosen = preset(asked.preset)
    for name in ("size", "dpi"):
        if getattr(asked, name) is not None:
            raise SheetError(f"{name}: expected a preset or a {name} of your own, got both")
    return chosen.size_px, chosen.dpi


def _presets_like(name: str) -> list[str]:
    """List the presets that a size could be the name of."""
    name = "-".join(name.casefold().split())
    return [one.id for one in PRESETS if name and (one.id.startswith(name) or name.startswith(one.id))]


def options_of(asked: Namespace) -> SheetOptions:
    """Read the presenter's words, and which elements to show; `SheetRequest` checks them."""
    shown, hidden = (
        frozenset(filter(None, map(str.strip, names.split(",")))) for names in (asked.show, asked.hide)
    )
    both = sorted(shown & hidden)
    if both:
        raise SheetError(f"elements: expected {both[0]!r} to be shown or hidden, got both")
    unknown = sorted(hidden - set(ELEMENTS))
    if unknown:
        raise SheetError(f"hide: expected some of {', '.join(ELEMENTS)}, got {unknown[0]!r}")
    words = {name: getattr(asked, name) for name in ("title", "subtitle", "caption") if hasattr(asked, name)}
    return SheetOptions(
        **words,
        footer=asked.footer,
        logo=None if asked.logo is None else read_logo(asked.logo),
        elements=(AT_FIRST | shown) - hidden,
        logo_name="" if asked.logo is None else asked.logo.name,
    )
