"""Files made to do harm: whatever is in them, they open or are refused in one line, and cost little."""

import copy
import json
import struct
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from carriers import KINDS, carrier
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.sheets import deck_reading, retrieving
from desktop.sheets.errors import SheetError
from desktop.sheets.reopening import brought_back, reopen
from desktop.state.atlas import Clock, Compare, Selection
from desktop.state.checked import SessionError
from desktop.state.compared_text import in_short, in_words
from desktop.state.comparing import frame_of_a
from desktop.state.session import read_session, session_of, text_of
from desktop.state.telling import LONGEST_ALT, alt_text
from geodata.bundled import scenarios

DERIVE = deriver(dataset())
PLANNED = replace(
    opening_atlas(dataset(), 2030),
    scenario=scenarios()[0],
    known_on=date(2026, 2, 1),
    selection=Selection("flow.in-jp.re"),
    clock=Clock(2030, mode="range", since=2012, fiscal=True, cumulative=True, pinned=(("plants", 2012),)),
    compare=Compare(2012, scenarios()[1], date(2025, 1, 1)),
)
FRAME = DERIVE(PLANNED)
SESSION = session_of(PLANNED, FRAME, frame_of_a(PLANNED, DERIVE))
WHOLE = {kind: carrier(kind, SESSION) for kind in KINDS}


def opened(path):
    """Give what a file brings back; None where it is refused, in one line that names it."""
    try:
        return reopen(path, FRAME, DERIVE)
    except SheetError as error:
        told = str(error)
    assert "\n" not in told
    assert path.name in told
    assert len(told) < 400
    return None


@pytest.mark.parametrize("kind", KINDS)
def test_unharmed_each_of_them_opens(kind, tmp_path):
    path = tmp_path / f"sheet.{kind}"
    path.write_bytes(WHOLE[kind])
    found = opened(path)
    assert found is not None
    assert (found.atlas, found.lines) == (PLANNED, ())


EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["put", "cut", "double"]), st.binary(min_size=1, max_size=9)),
    min_size=1,
    max_size=4,
)


def edited(data: bytes, edits) -> bytes:
    """Write over some bytes, leave some out, or say a stretch twice."""
    for share, how, piece in edits:
        at = int(share * len(data))
        far = at + len(piece) ** 3
        data = {
            "put": data[:at] + piece + data[at + len(piece) :],
            "cut": data[:at] + data[far:],
            "double": data[:far] + data[at:],
        }[how]
    return data


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_whatever_happened_to_it_on_its_way(kind, tmp_path, edits):
    path = tmp_path / f"sheet.{kind}"
    path.write_bytes(edited(WHOLE[kind], edits))
    opened(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(
        [data[:1024] for data in WHOLE.values()] + [b"%PDF-1.7\n", b"PK\x03\x04", b"<", b""]
    ),
    rest=st.binary(max_size=2000),
)
def test_what_only_begins_like_one(tmp_path, start, rest):
    path = tmp_path / "sheet.bin"
    path.write_bytes(start + rest)
    opened(path)


# What a session says, each value in its turn

STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=1100),
    st.sampled_from(["plant.aluva", "2026-02-30", "9" * 300, "1e300", "-5", "target", "\x00", "x" * 900]),
    st.recursive(st.integers(0, 9999), lambda more: st.lists(more, max_size=3), max_leaves=6),
    st.just({}),
)


def places(value, place=()):
    """List the places of a document; of lists only the first few."""
    first = enumerate(value[:3]) if isinstance(value, list) else ()
    inside = value.items() if isinstance(value, dict) else first
    for key, found in inside:
        yield (*place, key)
        yield from places(found, (*place, key))


DOCUMENT = json.loads(text_of(replace(SESSION, figures=SESSION.figures[:2])))
PLACES = sorted(places(DOCUMENT), key=str)


@settings(max_examples=600, deadline=None)
@given(place=st.sampled_from(PLACES), strange=STRANGE)
def test_any_value_of_a_session_may_be_any_other(place, strange):
    document = copy.deepcopy(DOCUMENT)
    held = document
    for key in place[:-1]:
        held = held[key]
    held[place[-1]] = strange
    try:
        session = read_session(json.dumps(document))
        found = brought_back(session, "sheet.png", FRAME, DERIVE)
    except (SessionError, SheetError) as error:
        told = str(error)
    else:
        told = can_be_told(found.atlas)
        assert read_session(text_of(session)) == session
    assert "\n" not in told


def can_be_told(atlas) -> str:
    """Tell a state in all the words there are for one."""
    frame, other = DERIVE(atlas), frame_of_a(atlas, DERIVE)
    told = alt_text(frame)
    assert len(told) <= LONGEST_ALT
    assert len(in_short(frame, other)) < 2 * LONGEST_ALT
    assert in_words(frame, other).sections
    return told


def test_a_scenario_of_a_long_name_is_named_in_short():
    named = replace(scenarios()[0], title="A name that does not end " * 30)
    told = alt_text(DERIVE(replace(PLANNED, scenario=named, compare=None)))
    assert len(told) <= LONGEST_ALT
    assert "in the scenario “A name that does not end" in told


# Bounds


@pytest.mark.parametrize(
    ("start", "most", "told"),
    [
        (b"%PDF-1.7\n", retrieving.MAX_PDF_BYTES, "a PDF of at most 32 megabytes, got 32"),
        (b"<!doctype html>", retrieving.MAX_PAGE_BYTES, "a page of at most 32 megabytes, got 32"),
        (b"<svg ", retrieving.MAX_SVG_BYTES, "an SVG of at most 16 megabytes, got 16"),
    ],
)
def test_a_file_beyond_the_bounds_of_its_kind_is_not_read(tmp_path, start, most, told):
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(most + 1)
    with pytest.raises(SheetError, match=told):
        reopen(path, FRAME, DERIVE)


@pytest.mark.parametrize("large", [False, True], ids=["its length", "a length that stands elsewhere"])
def test_a_list_of_countless_parts_is_not_read(tmp_path, monkeypatch, large):
    count = deck_reading.MAX_DIRECTORY // 47 + 1
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, *[0] * 7, 20, 0) + b"ppt/presentation.xml"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 47 if large else 47 * count, len(head), 0)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 9, 1) if large else b""
    path = tmp_path / "parts.pptx"
    path.write_bytes(head + entry * count + locator + end)
    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", lambda *_: pytest.fail("it was read"))
    with pytest.raises(SheetError, match="at most 20,000 parts, got more"):
        reopen(path, FRAME, DERIVE)
