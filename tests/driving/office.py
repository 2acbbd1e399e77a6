"""LibreOffice, which is not ours: opens a deck and prints it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

PATIENCE_S = 150
_HTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A printed word and its box in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> bool:
        """Tell whether two words lie over one another by more than their accents and descenders."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.4 * min(self.bottom - self.top, other.bottom - other.top)


def printed(deck: Path, folder: Path) -> Path:
    """Let LibreOffice open a deck and print it as PDF."""
    return saved(deck, folder, "pdf")


def saved(deck: Path, folder: Path, kind: str) -> Path:
    """Let LibreOffice open a deck, in a profile of its own, and save it in some format in a folder."""
    program = shutil.which("soffice")
    assert program, "soffice was not found: apt-get install libreoffice-impress"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(deck)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S)
    found = folder / f"{deck.stem}.{kind}"
    assert found.exists(), "LibreOffice did not open the deck"
    return found


def pages(pdf: Path) -> list[str]:
    """Give the text of each page, spaces and line breaks as one space."""
    run = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return [re.sub(r"\s+", " ", page) for page in run.stdout.split("\f")[:-1]]


def words(pdf: Path) -> list[list[Word]]:
    """Give the words of each page with their boxes."""
    run = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True)
    names = ("xMin", "yMin", "xMax", "yMax")
    return [
        [Word(word.text or "", *(float(word.get(name, "0")) for name in names)) for word in page]
        for page in ET.fromstring(run.stdout).iter(f"{_HTML}page")
    ]
