"""MP4: raw pictures poured into the machine's ffmpeg, which holds each for its time."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

from desktop.sheets.encoders import LONGEST_WAIT_S, QUIET, choose_encoder, encoding, find_ffmpeg
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.files import beside
from desktop.sheets.film import Film
from desktop.sheets.paper import Size
from desktop.sheets.pdf import drawn

PER_SECOND = 10
"""Pictures a second: players stumble over films with fewer, and every hold is whole tenths of a second."""
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
        end = ("-frames:v", str(sum(map(_beats, film.seconds))))
        how = (*_taking(film.size_px), *encoding(encoder, *holding(film.seconds)), *end, *about, *_MP4)
        draft = str(place.absolute())
        try:
            _feed([ffmpeg, *QUIET, *how, draft], _drawn(film, sheets))
        except SheetCancelledError:
            raise
        except SheetError as error:
            raise SheetError(str(error).replace(draft, str(path))) from error
    return str(encoder)


def holding(seconds: Sequence[float]) -> tuple[str, ...]:
    """Give the filters that hold each of some pictures: they are poured and converted once, then repeated.

    The last is to be poured twice: only a picture behind it tells how long it is held.

    Examples
    --------
    >>> holding((1.0, 2.5))
    ('settb=1/10', "setpts='(gte(N,1)*10+gte(N,2)*25)'", 'fps=10')
    """
    begins = _sum([f"gte(N,{number})*{_beats(held)}" for number, held in enumerate(seconds, 1)])
    return (f"settb=1/{PER_SECOND}", f"setpts='{begins}'", f"fps={PER_SECOND}")


def _sum(terms: Sequence[str]) -> str:
    """Add terms in pairs: ffmpeg takes no more than a hundred in a row."""
    half = len(terms) // 2
    return f"({_sum(terms[:half])}+{_sum(terms[half:])})" if half else terms[0]


def _beats(seconds: float) -> int:
    return round(seconds * PER_SECOND)


def _taking(size_px: Size) -> tuple[str, ...]:
    width, height = size_px
    shape = ("-s", f"{width}x{height}", "-framerate", str(PER_SECOND))
    return ("-f", "rawvideo", "-pix_fmt", "rgb24", *shape, "-i", "pipe:0")


def _drawn(film: Film, sheets: Iterator[bytes]) -> Iterator[bytes]:
    """Give the raw pixels of each picture, those of the last twice."""
    raw = b""
    for pdf in sheets:
        raw = drawn(pdf, film.size_px).tobytes()
        yield raw
    yield raw


def _feed(words: list[str], pictures: Iterator[bytes]) -> None:
    """Run ffmpeg on pictures that come one by one; it does not outlive this, however this ends."""
    with TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 (a list of our own words, the program found on the path)
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,  # Ctrl+C is ours to answer; where we are gone, its pipe ends it
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


def _pour(process: subprocess.Popen[bytes], pictures: Iterator[bytes]) -> None:
    pipe = process.stdin
    assert pipe is not None, "Popen was asked for it"
    with suppress(BrokenPipeError):  # then it has ended, and its code and its words say why
        for raw in pictures:
            with _Patience(process):
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
