"""The one palette of window, page, chart and sheet: light, dark, and grey for print. Needs no library."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import Literal

from resources import files

Theme = Literal["light", "dark", "print"]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, each as ``#RRGGBB``.

    Parameters
    ----------
    water, land, india, paper : str
        Fills: sea, countries, India, and the column beside the map.
    line, state, outline, casing : str
        Borders of countries and of states, India's outline, and the thin edge around arrows and symbols.
    ink, soft_ink : str
        Text, and text that steps back.
    export_flow, import_flow, plant, mine, relation : str
        Rare earths leaving, magnets coming, plants, proposed mines, trade known without a volume.
    export_text, import_text, plant_text, mine_text, relation_text : str
        The same five as tones for words: darker on light, lighter on dark.
    selection : str
        Ring around what is selected.
    """

    water: str
    land: str
    india: str
    paper: str
    line: str
    state: str
    outline: str
    casing: str
    ink: str
    soft_ink: str
    export_flow: str
    import_flow: str
    plant: str
    mine: str
    relation: str
    export_text: str
    import_text: str
    plant_text: str
    mine_text: str
    relation_text: str
    selection: str

    def css(self) -> str:
        """Return the colours as custom properties, such as ``--export-flow: #0B5394;``."""
        return "\n".join(f"--{name.replace('_', '-')}: {value};" for name, value in asdict(self).items())


@cache
def palette(theme: Theme) -> Palette:
    """Return the colours of a theme, read once from ``styles/palette.json``."""
    return Palette(**json.loads(files.read("styles/palette.json"))[theme])
