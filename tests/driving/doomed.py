"""Open the atlas, change what is seen, and wait to be killed: run as a process of its own.

The words after the name are the file of the settings, the year to go to, and a story's title or nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from driver import Driver
from patience import eventually

from desktop.commands import steps, years


def main(settings: Path, year: int, title: str) -> None:
    """Work on until what was done is kept, say so, and do nothing more."""
    atlas = Driver(settings)
    atlas.open()
    years.go_to(atlas.store, year)
    atlas.do("layers.show.other_sites")
    if title:
        steps.set_title(atlas.window.context.stories.book, title)
    kept = settings.parent / "recovery"
    eventually(lambda: any(f'"year": {year}' in path.read_text() for path in kept.glob("*.atlas")))
    eventually(lambda: not title or any(title in path.read_text() for path in kept.glob("*.json")))
    print("kept", flush=True)
    atlas.application.exec_()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
