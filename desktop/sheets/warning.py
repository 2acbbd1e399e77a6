"""A warning before a sheet leaves: what is wrong and where, and what would put it right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.sheets.sheet import SheetRequest
from desktop.state.checked import MAX_WORDS

SERIOUS, NOTE = "serious", "note"
"""How much a warning weighs: it misleads or cannot be read, or it should be known."""

Fix = Callable[[SheetRequest], SheetRequest]


@dataclass(frozen=True, slots=True)
class SheetWarning:
    """One thing to look at.

    Parameters
    ----------
    id : str
        The rule, and after a slash what it speaks of.
    words : str
        One sentence: what, and where.
    severity : str
        `SERIOUS` or `NOTE`.
    fix : callable or None
        Request → request without the fault, where one click can do it.
    fix_words : str
        What the click does: "Say so in the footer".
    """

    id: str
    words: str
    severity: str = NOTE
    fix: Fix | None = None
    fix_words: str = ""

    @property
    def record(self) -> str:
        """What a file keeps of a warning over which it was exported."""
        return f"{self.id}: {self.words}"[:MAX_WORDS]


def exported_over(request: SheetRequest, warnings: Sequence[SheetWarning]) -> SheetRequest:
    """Let the file of a sheet keep the warnings over which it is exported, if it carries anything."""
    if request.carry is None:
        return request
    told = tuple(warning.record for warning in warnings)
    return replace(request, carry=replace(request.carry, overridden=told))


def in_footer(sentence: str) -> Fix:
    """Give the fix that says a sentence in the footer, unless there is no room for more words."""

    def fix(request: SheetRequest) -> SheetRequest:
        options = request.options
        footer = f"{options.footer} {sentence}".strip()
        if sentence in options.footer or len(footer) > MAX_WORDS:
            return request
        elements = options.elements | {"footer"}
        return replace(request, options=replace(options, footer=footer, elements=elements))

    return fix
