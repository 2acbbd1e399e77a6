"""What comes back at the next start, and what a broken file does: nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.window.settings import MAX_BYTES, Remembered, SettingsFile

ALL = Remembered(b"\x00\xff", b"layout", 2012, (68.0, 6.0, 98.0, 38.0), "dark", True)


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "deep" / "window.json")


def test_what_was_written_is_read(file):
    file.write(ALL)
    assert file.read() == ALL
    assert [path.name for path in file.path.parent.iterdir()] == ["window.json"]


def test_the_first_start_remembers_nothing(file):
    assert file.read() == Remembered()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("geometry", "not base64!"), ("layout", 7), ("year", "2012"), ("year", True), ("year", 12),
        ("bounds", [1, 2, 3]), ("bounds", [98, 6, 68, 38]), ("bounds", [0, 0, 1e400, 1]), ("bounds", "68,6"),
        ("theme", "blue"), ("lakh", "yes"),
    ],
)  # fmt: skip
def test_one_wrong_field_is_forgotten_and_the_others_stay(file, field, value):
    file.write(ALL)
    fields = json.loads(file.path.read_text(encoding="utf-8"))
    file.path.write_text(json.dumps({**fields, field: value}), encoding="utf-8")
    found = file.read()
    assert getattr(found, field) == getattr(Remembered(), field)
    assert (found.year == 2012) == (field != "year")


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b"\xff\xfe", b'{"schema": 99, "year": 2012}', b"9" * 9999]
)
def test_a_broken_file_is_as_the_first_start(file, content):
    file.path.parent.mkdir()
    file.path.write_bytes(content)
    assert file.read() == Remembered()


def test_a_huge_file_is_not_read_to_the_end(file):
    file.path.parent.mkdir()
    file.path.write_bytes(b'{"schema": 1, "theme": "' + b"x" * MAX_BYTES + b'", "year": 2012}')
    assert file.read() == Remembered()


@given(st.binary(max_size=200))
def test_whatever_stands_there_the_window_opens(tmp_path_factory, content):
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "window.json")
    file.path.write_bytes(content)
    assert isinstance(file.read(), Remembered)
