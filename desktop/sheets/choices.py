"""What is chosen for an export, and the file in which it is remembered: all but title and subtitle."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from desktop.sheets.logo import read_logo
from desktop.sheets.paper import PAPER_DPI, PRESETS, Size, parse_size, preset
from desktop.sheets.sheet import THEMES, SheetRequest
from desktop.state.sheet_options import AT_FIRST, ELEMENTS, SheetOptions

SCHEMA = 1
MAX_BYTES = 64 * 1024
CUSTOM = "custom"
UNITS = ("px", "mm")
KINDS = {"png": ".png", "pdf": ".pdf", "svg": ".svg", "map": ".png"}
"""What can be written, and how its name ends; ``map`` is the map alone, with its world file."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of an export.

    Parameters
    ----------
    preset : str
        Id of a `Preset`, or custom.
    width, height : float
        Of a custom size, in its unit.
    unit : str
        px or mm.
    dpi : float
        Dots per inch of a custom size in mm.
    dpi_px : float
        Dots per inch of a custom size in px; 0 for a picture that is as large as what it is shown on.
    theme : str
        light, dark or print.
    kind : str
        One of `KINDS`.
    elements : frozenset of str
        Which of `ELEMENTS` are shown.
    footer : str
        A line of the presenter's own.
    logo : str
        Path of the presenter's own logo, a PNG; empty for none.
    carries : bool
        Whether the file carries what brings the view back.
    folder : str
        Where the last file was written; empty before the first.
    """

    preset: str = "slide-4k"
    width: float = 1920
    height: float = 1080
    unit: str = "px"
    dpi: float = PAPER_DPI
    dpi_px: float = 0
    theme: str = "light"
    kind: str = "png"
    elements: frozenset[str] = AT_FIRST
    footer: str = ""
    logo: str = ""
    carries: bool = True
    folder: str = ""

    def size(self) -> tuple[Size, float | None]:
        """Give width and height in pixels, and the dots per inch of a paper.

        Raises
        ------
        SheetError
            Where a custom size is one that no sheet can have.
        """
        if self.preset != CUSTOM:
            chosen = preset(self.preset)
            return chosen.size_px, chosen.dpi
        unit, dpi = ("mm", self.dpi) if self.unit == "mm" else ("", self.dpi_px or None)
        return parse_size(f"{self.width:g}x{self.height:g}{unit}", dpi)

    def request(
        self, seen: SheetRequest, title: str | None, subtitle: str | None, caption: str = ""
    ) -> SheetRequest:
        """Ask for the sheet of what was seen, as chosen.

        Parameters
        ----------
        seen : SheetRequest
            Frame or frames, extent, opacity, graticule, and what would be carried; the rest is replaced.
        title, subtitle : str or None
            Words instead of the atlas's own; None keeps those.
        caption : str
            A sentence or two under them; empty for none.

        Raises
        ------
        SheetError
            Where a part is not what it should be: nothing is drawn then.
        """
        size_px, dpi = self.size()
        is_bare = self.kind == "map"
        logo = read_logo(Path(self.logo)) if self.logo and "logo" in self.elements else None
        name = Path(self.logo).name
        return replace(
            seen,
            size_px=size_px,
            dpi=dpi,
            theme=self.theme,
            format="png" if is_bare else self.kind,
            bare=is_bare,
            other=None if is_bare else seen.other,
            carry=seen.carry if self.carries else None,
            options=SheetOptions(title, subtitle, self.footer, caption, logo, self.elements, name),
        )


class ChoicesFile:
    """The file in which the choices of the last export are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, first: Choices) -> Choices:
        """Read what was chosen last; whatever is missing or wrong is as in `first`."""
        try:
            with self.path.open("rb") as file:
                found = json.loads(file.read(MAX_BYTES).decode("utf-8"))
        except (OSError, ValueError):
            return first
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            return first
        sound = {name: value for name, value in found.items() if name in _SOUND and _SOUND[name](value)}
        if "elements" in sound:
            sound["elements"] = frozenset(sound["elements"])
        return replace(first, **sound)

    def write(self, choices: Choices) -> None:
        """Write beside the file and move into its place.

        Raises
        ------
        OSError
            Where the folder cannot be written to.
        """
        kept = {"schema": SCHEMA, **asdict(choices), "elements": sorted(choices.elements)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        beside.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        beside.replace(self.path)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and 1 <= value <= 1_000_000


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) < 4096 and value.isprintable()


def _one_of(*names: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in names


_SOUND: dict[str, Callable[[Any], bool]] = {
    "preset": _one_of(CUSTOM, *(one.id for one in PRESETS)),
    "width": _is_number,
    "height": _is_number,
    "dpi": _is_number,
    "dpi_px": lambda value: value == 0 or _is_number(value),
    "unit": _one_of(*UNITS),
    "theme": _one_of(*THEMES),
    "kind": _one_of(*KINDS),
    "elements": lambda value: isinstance(value, list) and all(name in ELEMENTS for name in value),
    "footer": _is_text,
    "logo": _is_text,
    "folder": _is_text,
    "carries": lambda value: isinstance(value, bool),
}
