"""Views: named sets of what is seen, each of which says what it controls. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desktop.state import checked
from desktop.state.atlas import Atlas
from desktop.state.atlas_text import atlas_document, read_atlas
from desktop.state.checked import MAX_IDS, SessionError
from desktop.state.documents import read_document
from desktop.state.session import at_rest
from geodata.frame import Frame

FORMAT = "irel-atlas-views"
SCHEMA = 1
MAX_CHARACTERS = 2 * 1024 * 1024
MAX_VIEWS = 500

CONTROLS = {
    "layers": "layers and opacity",
    "clock": "year, range and pins",
    "view": "extent",
    "filter": "filter and chart",
    "scenario": "scenario",
    "known_on": "day of knowledge",
    "compare": "comparison",
}
"""The parts of a state that a view may control, by the name of the part, and in few words."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A state under a name, and which parts of it count.

    Parameters
    ----------
    controls : frozenset of str
        Names among `CONTROLS`; the other parts stay as they are when it is shown.
    atlas : Atlas
        At rest.
    rows : frozenset of str
        Ids of all the rows that there were when it was made, shown or not.
    """

    name: str
    controls: frozenset[str]
    atlas: Atlas
    rows: frozenset[str]

    @property
    def controlled(self) -> tuple[str, ...]:
        """What it controls, in words, in the order of `CONTROLS`."""
        return tuple(words for part, words in CONTROLS.items() if part in self.controls)


def view_of(name: str, atlas: Atlas, frame: Frame, controls: Iterable[str] = CONTROLS) -> NamedView:
    """Take a view of what is seen."""
    return NamedView(name, frozenset(controls), at_rest(atlas), frozenset(row.id for row in frame.rows))


def shown(view: NamedView, atlas: Atlas) -> Atlas:
    """Show a view: the parts that it controls change, and a row that it does not know stays as it is."""
    parts = {part: getattr(view.atlas, part) for part in view.controls}
    if "layers" in parts:
        later = atlas.layers.visible - view.rows
        parts["layers"] = replace(parts["layers"], visible=parts["layers"].visible | later)
    return replace(atlas, **parts)


def added(view: NamedView, frame: Frame) -> tuple[str, ...]:
    """Name the rows that were added since a view was made: it says nothing of them."""
    if "layers" not in view.controls:
        return ()
    return tuple(row.title for row in frame.rows if row.id not in view.rows)


def views_text(views: Iterable[NamedView]) -> str:
    """Write views as JSON that can be read and edited by hand; equal views give equal texts."""
    document = {"format": FORMAT, "schema": SCHEMA, "views": [_document(view) for view in views]}
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def read_views(text: str) -> tuple[NamedView, ...]:
    """Read what `views_text` wrote.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be, or a newer program wrote it.
    """
    document = read_document(text, FORMAT, SCHEMA, MAX_CHARACTERS, "views")
    found = checked.named(document, "document", ("format", "schema", "views"))
    views = enumerate(checked.listed(found["views"], "views", MAX_VIEWS), 1)
    return tuple(_view(view, number) for number, view in views)


def _document(view: NamedView) -> dict[str, Any]:
    return {
        "name": view.name,
        "controls": [part for part in CONTROLS if part in view.controls],
        "rows": sorted(view.rows),
        "atlas": atlas_document(view.atlas),
    }


def _view(value: Any, number: int) -> NamedView:
    where = f"view {number}"
    found = checked.named(value, where, ("name", "controls", "rows", "atlas"))
    if len(checked.listed(found["rows"], f"{where}, rows", MAX_IDS)) == 0:
        checked.refuse(f"{where}, rows", "the rows that there were", found["rows"])
    try:
        return NamedView(
            name=checked.words(found["name"], "name"),
            controls=checked.some_of(found["controls"], "controls", CONTROLS),
            atlas=at_rest(read_atlas(found["atlas"])),
            rows=checked.ids(found["rows"], "rows"),
        )
    except SessionError as error:
        raise SessionError(f"{where}, {error}") from None
