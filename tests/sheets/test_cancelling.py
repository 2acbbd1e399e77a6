"""Sheets that nobody wants any more: each ends, nothing half-written stays, and the next one is drawn."""

import pytest

from desktop.sheets.errors import SheetCancelledError
from desktop.sheets.sheet import SheetRequest


def request_of(frame, kind="svg"):
    return SheetRequest(frame, frame.opening, (1280, 720), format=kind)


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
def test_a_cancelled_sheet_leaves_the_old_file_as_it_was(sheets, frame_of, tmp_path, kind):
    path = tmp_path / f"sheet.{kind}"
    path.write_bytes(b"old")

    def start(end):
        job = sheets.printer.write(request_of(frame_of(), kind), path, end, end)
        sheets.printer.cancel(job)

    assert isinstance(sheets.wait(start), SheetCancelledError)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_one_of_several_can_be_cancelled_and_the_others_come(sheets, frame_of):
    came = []

    def start(end):
        sheets.printer.make(request_of(frame_of(2024)), lambda _: came.append("first"), end)
        queued = sheets.printer.make(request_of(frame_of(2012)), end, lambda error: came.append(str(error)))
        sheets.printer.make(request_of(frame_of(2030)), end, end)
        sheets.printer.cancel(queued)

    assert sheets.wait(start).startswith(b"<svg")
    assert came == ["cancelled: nothing was written", "first"]


def test_all_can_be_cancelled_at_once_and_the_page_draws_on(sheets, frame_of, tmp_path):
    told = []
    for year in (2010, 2012, 2024):
        path = tmp_path / f"{year}.png"
        sheets.printer.write(request_of(frame_of(year), "png"), path, told.append, told.append)
    sheets.printer.cancel()
    assert sheets.make(request_of(frame_of())).startswith(b"<svg")
    assert [type(end) for end in told] == [SheetCancelledError] * 3
    assert list(tmp_path.iterdir()) == []
    assert not sheets.printer._patience.isActive()


def test_what_is_cancelled_when_it_is_whole_changes_nothing(sheets, frame_of):
    told = []
    job = sheets.printer.make(request_of(frame_of()), told.append, told.append)
    again = sheets.make(request_of(frame_of()))
    sheets.printer.cancel(job)
    assert told == [again]
