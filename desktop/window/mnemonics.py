"""The underlined letters of menus: each once in a menu, given when it opens, for its titles then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qtpy.QtGui import QAction

_MARKED = re.compile("&(.?)")
_FIRST_LETTERS = re.compile(r"\b[^\W_]")
_LETTERS = re.compile(r"[^\W_]")


def underline(entries: Iterable[QAction]) -> None:
    """Give each entry of a menu, or of a menu bar, a letter."""
    shown = [entry for entry in entries if entry.isVisible() and not entry.isSeparator()]
    titles = [plain(entry.text()) for entry in shown]
    for entry, title, at in zip(shown, titles, _places(titles), strict=True):
        entry.setText(escaped(title) if at is None else f"{escaped(title[:at])}&{escaped(title[at:])}")


def escaped(title: str) -> str:
    """Write a title so that Qt shows its ampersands."""
    return title.replace("&", "&&")


def plain(text: str) -> str:
    """Give the title that is shown for an action's text."""
    return _MARKED.sub(r"\1", text) if "&" in text else text


def _places(titles: Sequence[str]) -> Iterator[int | None]:
    """Choose where each title is underlined: a word's first letter if one is free, and none twice."""
    taken: set[str] = set()
    for title in titles:
        letters = (*_FIRST_LETTERS.finditer(title), *_LETTERS.finditer(title))
        free = next((found for found in letters if found[0].lower() not in taken), None)
        if free is not None:
            taken.add(free[0].lower())
        yield None if free is None else free.start()
