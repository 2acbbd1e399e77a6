"""Pictures of the History pane, and of the offer after a sudden end."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from driver import Driver
from patience import eventually
from qtpy.QtGui import QImage
from stage import new_store

from desktop.commands import years
from desktop.services.autosaved import Autosaved
from desktop.state.session import session_of

ENDED = 1_795_251_720
"""When the session on offer was kept, in seconds since 1970: 21 Nov 2026."""
DONE = (
    "years.next",
    "view.graticule",
    "scenario.next",
    "years.range",
    "years.cumulative",
    "layers.show.other_sites",
)


def draw_recovering(folder: Path, settled: Callable[[Driver], QImage]) -> None:
    """Open the atlas after a sudden end, and work on: done, and partly taken back."""
    with tempfile.TemporaryDirectory() as home:
        leave_behind(Path(home) / "recovery")
        driver = Driver(Path(home) / "window.json")
        driver.open()
        eventually(driver.window.offers.isVisible, "nothing is offered")
        settled(driver).save(str(folder / "recover.png"))
        driver.window.offers.withdraw()
        for theme in ("light", "dark"):
            driver.do(f"view.theme.{theme}")
            for command in DONE:
                driver.do(command)
            years.go_to(driver.store, 2030)
            driver.store.jump(driver.store.history.present - 2)
            driver.window.docks.show("history")
            driver.rest()
            settled(driver).save(str(folder / f"history-{theme}.png"))
        driver.close()


def leave_behind(folder: Path) -> None:
    """Write what a window leaves that ends badly."""
    store = new_store(2012)
    left = Autosaved.new(folder)
    left.write(session_of(store.atlas, store.frame), None)
    left.let_go()
    os.utime(left.session, (ENDED, ENDED))
