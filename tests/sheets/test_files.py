"""A disk that is full: what was there stays as it was, whole, and one line says why."""

import subprocess
import sys

import pytest

from desktop.sheets.errors import SheetError
from desktop.sheets.files import beside, put_all

NO_ROOM = """
import resource, sys
from pathlib import Path
from desktop.sheets.errors import SheetError
from desktop.sheets.files import put_all

folder, sizes = Path(sys.argv[1]), map(int, sys.argv[2:])
files = {folder / name: b"n" * size for name, size in zip(("map.png", "map.pgw"), sizes)}
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    put_all(files)
except SheetError as error:
    print(error)
"""


@pytest.fixture
def old(tmp_path):
    """Two files that belong together, and what they held before."""
    held = {tmp_path / name: name.encode() for name in ("map.png", "map.pgw")}
    for path, data in held.items():
        path.write_bytes(data)
    return held


def contents(folder):
    return {path: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
@pytest.mark.parametrize(("sizes", "failed"), [((9000, 10), "map.png"), ((10, 9000), "map.pgw")])
def test_where_one_finds_no_room_both_stay_as_they_were(old, tmp_path, sizes, failed):
    line = [sys.executable, "-c", NO_ROOM, str(tmp_path), *map(str, sizes)]
    run = subprocess.run(line, capture_output=True, text=True, check=True)
    (told,) = run.stdout.splitlines()
    assert told.startswith(f"cannot write {tmp_path / failed}: ")
    assert contents(tmp_path) == old


def test_with_room_both_are_replaced_and_nothing_else_is_left(old, tmp_path):
    new = {path: b"new " + data for path, data in old.items()}
    put_all(new)
    assert contents(tmp_path) == new


def test_work_that_ends_halfway_leaves_the_old_file(old, tmp_path):
    def write():
        with beside(tmp_path / "map.png") as place:
            place.write_bytes(b"half")
            raise OSError(5, "the disk was pulled out")

    with pytest.raises(SheetError, match="the disk was pulled out"):
        write()
    assert contents(tmp_path) == old
