"""Pictures of a deck: slides as LibreOffice shows them, and the list of an audit."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from driver import Driver
from office import printed
from patience import eventually
from stage import dataset

from desktop.asking import deriver
from desktop.services.stories import bundled
from desktop.services.story_sheets import story_requests
from desktop.sheets.audit_dialog import AuditDialog
from desktop.sheets.binding import Deck, bind
from desktop.sheets.deck_dialog import DeckDialog
from desktop.sheets.series import SheetSeries
from desktop.sheets.sheet import SheetRequest
from desktop.state.story import Story

SLIDES = (("slide-light", "light", 4), ("slide-dark", "dark", 9), ("slide-print", "print", 7))
"""Name, theme, and which step of the bundled story."""
WIDTH_PX = 1920


def draw_decks(driver: Driver, folder: Path) -> None:
    """Draw slides in each theme, and what an audit of one tells."""
    with tempfile.TemporaryDirectory() as beside:
        for name, theme, place in SLIDES:
            deck = Path(beside) / f"{name}.pptx"
            deck.write_bytes(_made(driver, theme, place))
            pdf = printed(deck, Path(beside))
            line = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(WIDTH_PX), "-scale-to-y", "-1"]
            subprocess.run([*line, pdf, folder / name], check=True)
        old = Path(beside) / "talk.pptx"
        old.write_bytes(_made(driver, "light", 4, 3, is_old=True))
        _draw_audit(driver, old, folder / "audit.png")
    _draw_dialog(driver, folder / "deck-dialog.png")


def _made(driver: Driver, theme: str, place: int, count: int = 1, is_old: bool = False) -> bytes:
    """Make a deck of some steps, or one as it might have been made from older data."""
    story = Story("Some steps", bundled().steps[place : place + count])
    sheets = story_requests(story, deriver(dataset()), (3840, 2160), theme)
    deck = Deck(story.title, tuple(map(_aged, sheets) if is_old else sheets), "pptx")
    made, failed, done = list[bytes](), list[Exception](), list[bool]()
    series = SheetSeries(driver.program.files.sheets)
    series.make(
        deck.requests, lambda _place, sheet: made.append(sheet), lambda: done.append(True), failed.append
    )
    eventually(lambda: done or failed, "the slides were not drawn")
    if failed:
        raise failed[0]
    return bind(deck, made)


def _aged(sheet: SheetRequest) -> SheetRequest:
    """Let a sheet carry another first figure, and a claim that is gone."""
    assert sheet.carry is not None
    first, second, *rest = sheet.carry.figures
    figures = (replace(first, number="26,000"), replace(second, claim="claim.of-old"), *rest)
    return replace(sheet, carry=replace(sheet.carry, figures=figures))


def _draw_dialog(driver: Driver, picture: Path) -> None:
    driver.do("story.export-deck")
    found = eventually(lambda: driver.window.findChildren(DeckDialog), "no dialog came")
    found[0].grab().save(str(picture))
    found[0].reject()


def _draw_audit(driver: Driver, deck: Path, picture: Path) -> None:
    driver.window.context.decks.audit_deck(deck)
    found = eventually(lambda: driver.window.findChildren(AuditDialog), "no dialog came")
    found[0].grab().save(str(picture))
    found[0].reject()
