"""The presenter check of many sheets that leave together: the slides of a deck, the pictures of a film."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop.sheets.presenter_check import check
from desktop.sheets.printer import Fail, SheetPrinter
from desktop.sheets.series import SheetSeries, make_series
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.warning import SheetWarning, exported_over
from desktop.web.engine import Engine

Found = tuple[tuple[SheetWarning, ...], ...]
"""Of each sheet its warnings, in the order of the sheets."""
Told = Callable[[int], None]


class Eyes(NamedTuple):
    """How sheets that leave together are looked over: what is drawn of each, and who judges it."""

    drawing: Callable[[SheetRequest], SheetRequest]
    judge: Callable[[SheetRequest, str], tuple[SheetWarning, ...]]


AS_SHEETS = Eyes(lambda request: request.as_drawing, check)


class SeriesCheck:
    """Looks sheets over one after the other, as each is drawn.

    Parameters
    ----------
    printer : SheetPrinter
        Kept alive by the caller until the check is done or cancelled.
    eyes : Eyes
        How each is looked over.
    """

    def __init__(self, printer: SheetPrinter, eyes: Eyes = AS_SHEETS) -> None:
        self._series, self._eyes = SheetSeries(printer), eyes

    def run(
        self,
        requests: Iterable[SheetRequest],
        told: Told,
        done: Callable[[Sequence[SheetRequest], Found], None],
        fail: Fail,
    ) -> None:
        """Check sheets; the callbacks come on the GUI thread.

        Parameters
        ----------
        requests : iterable of SheetRequest
            Asked for one at a time.
        told : callable
            Takes how many sheets are checked.
        done : callable
            Takes the requests and what was found, once; not after `cancel`.
        fail : callable
            Takes instead why a sheet cannot be drawn.
        """
        taken, found = list[SheetRequest](), list[tuple[SheetWarning, ...]]()

        def drawings() -> Iterator[SheetRequest]:
            for request in requests:
                taken.append(request)
                yield self._eyes.drawing(request)

        def take(place: int, drawing: bytes) -> None:
            found.append(self._eyes.judge(taken[place], drawing.decode()))
            told(len(found))

        self._series.make(drawings(), take, lambda: done(taken, tuple(found)), fail)

    def cancel(self) -> None:
        """Look no further: nobody is called again."""
        self._series.cancel()


def check_series(engine: Engine, requests: Sequence[SheetRequest], eyes: Eyes = AS_SHEETS) -> Found:
    """Check sheets while the caller waits; see `make_series`."""
    drawings = make_series(engine, map(eyes.drawing, requests))
    return tuple(
        eyes.judge(request, drawing.decode()) for request, drawing in zip(requests, drawings, strict=True)
    )


def all_over(requests: Iterable[SheetRequest], found: Found) -> tuple[SheetRequest, ...]:
    """Let the file of each sheet keep the warnings over which it is exported."""
    return tuple(exported_over(request, told) for request, told in zip(requests, found, strict=True))


def can_mend(request: SheetRequest, warning: SheetWarning) -> bool:
    """Tell whether a fix does anything, and leaves a sheet as large as the others that it leaves with."""
    fixed = request if warning.fix is None else warning.fix(request)
    return fixed is not request and fixed.size_px == request.size_px


def mended(request: SheetRequest, warnings: Iterable[SheetWarning]) -> SheetRequest:
    """Put right what can be put right on a sheet that leaves with others."""
    for warning in warnings:
        if warning.fix is not None and can_mend(request, warning):
            request = warning.fix(request)
    return request


def name_in_series(request: SheetRequest, place: int) -> str:
    """Name a sheet among others: its number from 1, and its title or else its year."""
    return f"{place + 1}. {request.options.title or request.frame.year_label}"
