"""Many sheets in a row: in order, one at a time, and none after a cancel or a failure."""

import os
import signal
import sys

import pytest
from qtpy.QtCore import QTimer

from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.series import SheetSeries, make_series
from desktop.sheets.sheet import SheetRequest


def request_of(frame, kind="svg"):
    return SheetRequest(frame, frame.opening, (1280, 720), format=kind)


@pytest.fixture
def series(sheets):
    return SheetSeries(sheets.printer)


def test_sheets_come_by_number_and_are_the_same_as_alone(sheets, series, frame_of):
    wanted = [request_of(frame_of(year)) for year in (2012, 2024, 2025)]
    came = []
    sheets.wait(lambda end: series.make(wanted, lambda *sheet: came.append(sheet), lambda: end(1), end))
    assert came == [(number, sheets.make(request)) for number, request in enumerate(wanted)]
    assert not series.is_running


def test_a_frame_is_asked_for_when_the_one_before_is_there(sheets, series, frame_of):
    told = []

    def wanted():
        for year in (2024, 2025):
            told.append(f"ask {year}")
            yield request_of(frame_of(year))

    sheets.wait(lambda end: series.make(wanted(), lambda number, _: told.append(number), lambda: end(1), end))
    assert told == ["ask 2024", 0, "ask 2025", 1]


def test_an_empty_series_is_done_at_once(series):
    told = []
    series.make([], lambda *_: told.append("sheet"), lambda: told.append("done"), told.append)
    assert told == ["done"]


def test_nobody_is_called_after_a_cancel_and_the_page_is_free(sheets, series, frame_of):
    told = []

    def each(number, _sheet):
        told.append(number)
        series.cancel()

    years = [request_of(frame_of(year)) for year in (2010, 2011, 2012)]
    series.make(years, each, lambda: told.append("done"), told.append)
    assert sheets.make(request_of(frame_of(2025))).startswith(b"<svg")
    assert sheets.make(request_of(frame_of(2025))).startswith(b"<svg")
    assert told == [0]


def test_a_sheet_wanted_meanwhile_comes_in_between(sheets, series, frame_of):
    came = []
    years = [request_of(frame_of(year)) for year in range(2005, 2012)]

    def start(end):
        series.make(years, lambda number, _: came.append(number), lambda: end(1), end)
        sheets.printer.make(request_of(frame_of(2030)), lambda _: came.append("single"), end)

    sheets.wait(start)
    assert came == [0, "single", 1, 2, 3, 4, 5, 6]


def test_the_first_thing_that_goes_wrong_ends_it(sheets, series, frame_of):
    came = []

    def wanted():
        yield request_of(frame_of(2024))
        yield SheetRequest(frame_of(2025), frame_of(2025).opening, (10, 10))

    told = sheets.wait(
        lambda end: series.make(wanted(), lambda number, _: came.append(number), lambda: end(1), end)
    )
    assert came == [0]
    assert isinstance(told, SheetError)
    assert "320 pixels" in str(told)


def test_the_command_line_waits_for_each(engine, sheets, frame_of):
    wanted = [request_of(frame_of(year), "png") for year in (2024, 2030)]
    assert list(make_series(engine, iter(wanted))) == [sheets.make(request) for request in wanted]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_ctrl_c_ends_a_series_between_two_sheets_and_is_as_it_was_after(engine, frame_of):
    usual, came = signal.getsignal(signal.SIGINT), []

    def wanted():
        yield request_of(frame_of(2024))
        os.kill(os.getpid(), signal.SIGINT)
        yield request_of(frame_of(2025))

    with pytest.raises(SheetCancelledError):
        came.extend(make_series(engine, wanted()))
    assert signal.getsignal(signal.SIGINT) is usual


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_ctrl_c_is_heard_while_a_sheet_is_waited_for(engine, frame_of):
    heard = QTimer(singleShot=True, interval=0)
    heard.timeout.connect(lambda: os.kill(os.getpid(), signal.SIGINT))
    heard.start()
    with pytest.raises(SheetCancelledError):
        list(make_series(engine, [request_of(frame_of(2024))]))
