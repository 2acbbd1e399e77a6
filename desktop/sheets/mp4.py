"""MP4: raw pictures poured into the machine's ffmpeg, each as often as it is held."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

from desktop.sheets.encoders import LONGEST_WAIT_S, QUIET, choose_encoder, encoding, find_ffmpeg
from desktop.sheets.errors import SheetError
from desktop.sheets.files import beside
from desktop.sheets.film import Film
from desktop.sheets.paper import Size
from desktop.sheets.pdf import drawn

PER_SECOND = 10
"""Pictures a second: players stumble over films with fewer, and every hold is whole tenths."""
LONGEST_WORDS = 300
_MP4 = ("-movflags", "+faststart", "-f", "mp4")


def write_mp4(film: Film, sheets: Iterator[bytes], path: Path) -> str:
    """Write the pictures of a film as MP4; see `desktop.sheets.filming.Writer`.

    Returns
    -------
    str
        The encoder and its licence.
    """
    ffmpeg = find_ffmpeg()
    encoder = choose_encoder(ffmpeg)
    about = ("-metadata", f"title={film.title}", "-metadata", f"comment={film.comment(str(encoder))}")
    with beside(path) as place:
        words = [ffmpeg, *QUIET, *_taking(film.size_px), *encoding(encoder), *about, *_MP4, str(place)]
        _feed(words, _held(film, sheets))
    return str(encoder)


def _taking(size_px: Size) -> tuple[str, ...]:
    width, height = size_px
    shape = ("-s", f"{width}x{height}", "-framerate", str(PER_SECOND))
    return ("-f", "rawvideo", "-pix_fmt", "rgb24", *shape, "-i", "pipe:0")


def _held(film: Film, sheets: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Give each picture's raw pixels, and for how many beats it is held."""
    for pdf, seconds in zip(sheets, film.seconds, strict=True):
        yield drawn(pdf, film.size_px).tobytes(), round(seconds * PER_SECOND)


def _feed(words: list[str], pictures: Iterator[tuple[bytes, int]]) -> None:
    """Run ffmpeg on pictures that come one by one; it does not outlive this, however this ends."""
    with TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 (a list of our own words, the program found on the path)
                words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints
            )
        except OSError as error:
            raise SheetError(f"cannot start {words[0]}: {error.strerror or error}") from error
        try:
            _pour(process, pictures)
        finally:
            process.kill()
            _close(process)
            process.wait()
        if process.returncode:
            raise SheetError(f"ffmpeg could not write the film: {_last_words(complaints)}")


def _pour(process: subprocess.Popen[bytes], pictures: Iterator[tuple[bytes, int]]) -> None:
    pipe = process.stdin
    assert pipe is not None, "Popen was asked for it"
    with suppress(BrokenPipeError):  # then it has ended, and its code and its words say why
        for raw, beats in pictures:
            with _Patience(process):
                for _ in range(beats):
                    pipe.write(raw)
    with _Patience(process):
        _close(process)
        process.wait()


def _close(process: subprocess.Popen[bytes]) -> None:
    """Close its pipe; where it has ended before, what the pipe still holds is lost."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.close()


class _Patience:
    """End a process that takes too long for what stands in the block."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._timer = Timer(LONGEST_WAIT_S, process.kill)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_how: object) -> None:
        self._timer.cancel()


def _last_words(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read(64_000).decode(errors="replace").split("\n")
    said = [line.strip() for line in lines if line.strip()]
    return said[-1][:LONGEST_WORDS] if said else "it ended without a word"
