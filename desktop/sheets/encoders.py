"""The ffmpeg of the machine and its encoders: which there are, which work, under which licence.

It is run as a program of its own. None is bundled: the wheels of PyAV and imageio-ffmpeg bring 30 to 100 MB,
and with x264 the GPL.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass

from desktop.sheets.errors import SheetError

NO_FFMPEG = (
    "MP4 needs the program ffmpeg, and there is none: install it (Debian, Ubuntu: apt install ffmpeg; "
    "macOS: brew install ffmpeg; Windows: winget install ffmpeg), or write .gif, .webp or .zip"
)
LONGEST_WAIT_S = 60
"""How long ffmpeg may take for one answer before it is taken for lost."""
QUIET = ("-hide_banner", "-loglevel", "error", "-nostdin")

_COLOURS = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
_TO_YUV = "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p"
_REPEATABLE = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1")


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder that an ffmpeg may have.

    Parameters
    ----------
    name, codec, licence : str
        As ffmpeg calls it, as people call what it makes, and under which terms it stands (SPDX).
    words : tuple of str
        What makes it keep small text crisp.
    """

    name: str
    codec: str
    licence: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.codec} by {self.name} ({self.licence})"


ENCODERS = (
    Encoder("libopenh264", "H.264", "BSD-2-Clause", ("-b:v", "12M", "-qmin", "8", "-qmax", "20")),
    Encoder(
        "libx264",
        "H.264",
        "GPL-2.0-or-later",
        ("-preset", "veryfast", "-tune", "stillimage", "-crf", "14", "-g", "100"),
    ),
    Encoder(
        "libvpx-vp9",
        "VP9",
        "BSD-3-Clause",
        ("-deadline", "realtime", "-cpu-used", "6", "-row-mt", "1", "-crf", "16", "-b:v", "0"),
    ),
)
"""In the order in which they are tried: H.264 before VP9, which slides do not play; the freer one first."""


def find_ffmpeg() -> str:
    """Give the path of the machine's ffmpeg.

    Raises
    ------
    SheetError
        Where there is none; it says what to install.
    """
    found = shutil.which("ffmpeg")
    if found is None:
        raise SheetError(NO_FFMPEG)
    return found


def choose_encoder(ffmpeg: str) -> Encoder:
    """Choose the first encoder that this ffmpeg has and that works: some are listed without their library.

    Raises
    ------
    SheetError
        Where none does.
    """
    listed = _said([ffmpeg, "-hide_banner", "-encoders"]).split()
    for encoder in ENCODERS:
        if encoder.name in listed and _works(ffmpeg, encoder):
            return encoder
    names = ", ".join(encoder.name for encoder in ENCODERS)
    raise SheetError(f"MP4 needs an ffmpeg with one of {names}; {ffmpeg} has none that works")


def _works(ffmpeg: str, encoder: Encoder) -> bool:
    """Let it encode a small black picture that goes nowhere."""
    source = ("-f", "lavfi", "-i", "color=size=320x320:rate=10")
    words = [ffmpeg, *QUIET, *source, "-frames:v", "1", *encoding(encoder), "-f", "null", "-"]
    with suppress(OSError, subprocess.TimeoutExpired):
        how = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": LONGEST_WAIT_S}
        return subprocess.run(words, check=False, **how).returncode == 0  # noqa: S603 (a list of our own words)
    return False


def _said(words: list[str]) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 (a list of our own words, the program found on the path)
            words, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST_WAIT_S
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SheetError(f"{words[0]} does not answer: {error}") from None
    return answer.stdout.decode(errors="replace")


def encoding(encoder: Encoder, *filters: str) -> tuple[str, ...]:
    """Give the words that make ffmpeg encode, the same each time, in the colours that players expect.

    Parameters
    ----------
    filters : str
        What is done with the pictures after their colours are turned into the film's.
    """
    how = ("-c:v", encoder.name, *encoder.words)
    return ("-an", "-vf", ",".join((_TO_YUV, *filters)), *how, *_COLOURS, *_REPEATABLE)
