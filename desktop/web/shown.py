"""What the map was shown last: enough to make a new page what the old one was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.web.scene import Scene

if TYPE_CHECKING:  # imported while the page loads
    from geodata.drawn import Bounds


@dataclass(slots=True)
class Shown:
    """The last value of everything that Python tells the page.

    Parameters
    ----------
    seq : int
        Number of the scene, counted from 1.
    bounds : tuple of float or None
        West, south, east, north in degrees, WGS84.
    """

    seq: int = 0
    scene: Scene | None = None
    bounds: Bounds | None = None
    selection: str | None = None
    look: dict[str, Any] | None = None
    measuring: bool = False
    other: Scene | None = None
    compared: dict[str, Any] | None = None
    cover: list[list[float]] | None = None

    def messages(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give all messages that a new page needs, in the order in which it needs them: kind and fields."""
        if self.bounds is not None:  # first, because it decides which files of the basemap are fetched
            yield "view", {"bounds": self.bounds, "animate": False, "fly": False}
        if self.look is not None:
            yield "look", self.look
        if self.selection is not None:
            yield "select", {"id": self.selection}
        if self.cover:
            yield "cover", {"boxes": self.cover}
        if self.measuring:
            yield "measure", {"on": True}
        if self.compared is not None and self.other is not None:
            yield "other", {"scene": self.other}
            yield "compare", self.compared
        if self.scene is not None:
            yield "scene", {"seq": self.seq, "scene": self.scene}
