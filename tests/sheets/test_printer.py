"""Sheets beside a living window: in order, on the GUI thread, whole files or none, also after a crash."""

import gc
import os
import signal

import pypdfium2
import pytest
from qtpy import API_NAME
from qtpy.QtCore import QThread
from qtpy.QtPrintSupport import QPrinter
from qtpy.QtWidgets import QApplication

from desktop.sheets.errors import SheetError
from desktop.sheets.printer import Job
from desktop.sheets.printing import fitted, print_pdf
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.writing import check_platform, write_sheet


def request_of(frame, kind="svg", **options):
    return SheetRequest(frame, frame.opening, (1280, 720), format=kind, **options)


def test_sheets_come_in_the_order_they_were_asked_for_and_later(sheets, frame_of):
    came = []

    def all_three(end):
        for kind in ("png", "svg", "pdf"):
            sheets.printer.make(request_of(frame_of(), kind), lambda data: came.append(data[:4]), end)
        assert came == []
        sheets.printer.make(request_of(frame_of(2024)), end, end)

    sheets.wait(all_three)
    assert came == [b"\x89PNG", b"<svg", b"%PDF"]


def test_the_bytes_come_on_the_gui_thread(sheets, frame_of):
    threads = []

    def start(end):
        def done(data):
            threads.append(QThread.currentThread())
            end(data)

        sheets.printer.make(request_of(frame_of(), "png"), done, end)

    sheets.wait(start)
    assert threads == [QApplication.instance().thread()]


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
def test_a_file_is_whole_and_alone(sheets, frame_of, tmp_path, kind):
    path = tmp_path / f"sheet.{kind}"
    path.write_bytes(b"old")
    written = sheets.wait(lambda end: sheets.printer.write(request_of(frame_of(), kind), path, end, end))
    assert path.read_bytes() == written
    assert list(tmp_path.iterdir()) == [path]
    assert oct(path.stat().st_mode & 0o777) == oct(0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_cannot_be_written_is_told_before_anything_is_drawn(sheets, frame_of, tmp_path):
    (tmp_path / "folder.svg").mkdir()
    for path, why in (
        (tmp_path / "no" / "a.svg", "there is no folder"),
        (tmp_path / "folder.svg", "it is a folder"),
    ):
        told = []
        sheets.printer.write(request_of(frame_of()), path, told.append, told.append)
        assert isinstance(told[0], SheetError)
        assert why in str(told[0])
        assert "\n" not in str(told[0])


def test_a_full_disk_leaves_nothing_behind(sheets, frame_of, tmp_path):
    path = tmp_path / ("n" * 250 + ".svg")
    told = sheets.wait(lambda end: sheets.printer.write(request_of(frame_of()), path, end, end))
    assert isinstance(told, SheetError)
    assert str(told).startswith("cannot write ")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_page_fails_one_sheet_and_draws_the_next(sheets, frame_of):
    before = sheets.make(request_of(frame_of()))
    page = sheets.printer._page

    def kill(end):
        sheets.printer.make(request_of(frame_of()), end, end)
        os.kill(page.renderProcessPid(), signal.SIGKILL)

    told = sheets.wait(kill)
    assert isinstance(told, SheetError)
    assert "ended" in str(told)
    assert sheets.make(request_of(frame_of())) == before


def test_waiting_for_a_file_from_the_command_line(engine, sheets, frame_of, tmp_path):
    path = tmp_path / "sheet.pdf"
    write_sheet(engine, request_of(frame_of(), "pdf"), path)
    assert path.read_bytes() == sheets.make(request_of(frame_of(), "pdf"))
    with pytest.raises(SheetError, match="there is no folder"):
        write_sheet(engine, request_of(frame_of(), "pdf"), tmp_path / "no" / "sheet.pdf")


def test_an_engine_that_needs_a_screen_says_so(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    if API_NAME == "PyQt5":
        with pytest.raises(SheetError, match="Xvfb"):
            check_platform()
    else:
        check_platform()


def test_nothing_of_a_sheet_is_kept_once_it_is_made(sheets, frame_of):
    for kind in ("png", "pdf", "svg"):
        sheets.make(request_of(frame_of(), kind))
    gc.collect()
    assert [kept for kept in gc.get_objects() if isinstance(kept, (Job, SheetRequest))] == []


def test_a_sheet_goes_to_a_printer_whole(sheets, frame_of, tmp_path):
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    print_pdf(sheets.make(request_of(frame_of(), "pdf")), printer)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        things = [thing for thing in document[0].get_objects() if thing.type == 3]
        left, bottom, right, top = things[0].get_bounds()
    assert len(things) == 1
    assert (right - left) / (top - bottom) == pytest.approx(960 / 540, rel=0.01)


def test_a_printer_that_cannot_begin_is_told(sheets, frame_of):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all.pdf")
    with pytest.raises(SheetError, match="cannot print"):
        print_pdf(sheets.make(request_of(frame_of(), "pdf")), printer)


def test_the_print_fills_the_room_without_losing_its_shape():
    assert fitted((960, 540), (1000, 1000)) == (1000, 562)
    assert fitted((595, 842), (1000, 842)) == (595, 842)
