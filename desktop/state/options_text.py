"""The words and elements of a sheet as values that a file carries, and back, checked value by value."""

from __future__ import annotations

from typing import Any

from desktop.state import checked
from desktop.state.checked import MAX_WORDS, UNSOUND
from desktop.state.sheet_options import ELEMENTS, SheetOptions

_NAMES = ("title", "subtitle", "footer", "caption", "elements", "logo")


def options_document(options: SheetOptions) -> dict[str, Any]:
    """Write options as plain values; of the logo, a picture of the presenter's own, the name alone."""
    named = {"logo": _line(options.logo_name)} if options.logo_name else {}
    return {
        **named,
        "title": None if options.title is None else _line(options.title),
        "subtitle": None if options.subtitle is None else _line(options.subtitle),
        "footer": _line(options.footer),
        "caption": _line(options.caption),
        "elements": sorted(options.elements),
    }


def read_options(value: Any) -> SheetOptions:
    """Read what `options_document` wrote.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be.
    """
    found = checked.named(value, "options", _NAMES, {"logo": ""})
    return SheetOptions(
        title=checked.optional(checked.words, found["title"], "options.title"),
        subtitle=checked.optional(checked.words, found["subtitle"], "options.subtitle"),
        footer=checked.words(found["footer"], "options.footer"),
        caption=checked.words(found["caption"], "options.caption"),
        logo_name=checked.words(found["logo"], "options.logo"),
        elements=checked.some_of(found["elements"], "options.elements", ELEMENTS),
    )


def _line(words: str) -> str:
    return UNSOUND.sub(" ", words)[:MAX_WORDS]
