"""Reading a folder of layers: values where all is well, sentences where it is not, never a traceback."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.checking.check import check
from geodata.checking.layer_files import LAYER_FILES, LAYERS, MAX_BYTES, TABLE_FILES
from geodata.checking.problem import Problem
from geodata.reading import read

SMALL = Path(__file__).parent / "small"
FILES = LAYER_FILES + TABLE_FILES
many = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def dataset():
    reading = read(SMALL)
    assert reading.problems == ()
    return reading.dataset


def test_the_shipped_data_are_read_without_a_problem():
    reading = read(LAYERS)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.dataset.things
    assert reading.dataset.claims


def test_a_place_has_its_position_lists_and_days(dataset):
    aluva = dataset.things["plant.aluva"]
    assert aluva.file == "plants.geojson"
    assert aluva.positions == ((76.31, 10.07),)
    assert aluva.aliases == ("RED Aluva", "Udyogamandal")
    assert (aluva.start, aluva.end) == (date(1952, 1, 1), None)
    assert aluva.precision_m == 2000


def test_a_flow_runs_from_its_first_end_to_its_last(dataset):
    flow = dataset.things["flow.in-jp.re"]
    assert (flow.from_, flow.to) == ("IN", "JP")
    assert flow.positions == ((83.3, 17.6833), (136.8667, 35.0667))
    assert dataset.things["flow.world-in.magnets"].positions == ()
    assert dataset.things["agreement.in-jp-2012"].parties == ("actor.irel", "actor.toyotsu")
    assert dataset.things["event.cn-licensing-2025"].about == ("flow.cn-in.magnets",)


def test_a_figure_keeps_what_its_source_prints(dataset):
    claim = dataset.claims["claim.in-jp-2024-report"]
    assert claim.quantity.text == "over 1,000 t"
    assert claim.quantity.months == 12
    assert not claim.quantity.is_target
    assert (claim.start, claim.end, claim.year) == (date(2024, 1, 1), date(2025, 1, 1), 2024)
    assert claim.known_on == date(2025, 6, 13)
    assert dataset.claims["claim.cn-in-magnets-fy2025"].computed_from == ("claim.world-in-magnets-fy2025",)


def test_a_range_a_target_and_what_was_not_found_are_told_apart(dataset):
    ndpr, target = dataset.claims["claim.ndpr"].quantity, dataset.claims["claim.nd-fy2026"].quantity
    assert (ndpr.text, ndpr.months) == ("400 to 500 t/y", None)
    assert (target.is_target, target.months) == (True, 12)
    assert dataset.claims["claim.aluva-capacity"].quantity.is_target
    assert dataset.claims["claim.in-jp-2012-missing"].quantity is None
    assert dataset.claims["claim.in-jp-suspension"].quantity is None


def test_a_period_carries_the_days_of_the_file_where_they_are_more_precise_than_its_key(dataset):
    since = dataset.claims["claim.aluva-capacity"].period
    assert (since.key, since.start, since.end, since.year) == ("since 2015", date(2015, 3, 12), None, None)
    span = dataset.claims["claim.in-world-minerals"].period
    assert (span.start, span.end) == (date(2015, 8, 1), date(2025, 8, 1))


def test_values_stand_in_the_order_of_their_ids_whatever_the_files_order(small, dataset):
    for file in LAYER_FILES:
        document = small.load(file)
        document["features"].reverse()
        small.save(file, document)
    other = read(small.path).dataset
    for name in ("things", "claims", "sources", "conflicts"):
        assert list(getattr(other, name).items()) == list(getattr(dataset, name).items())
        assert list(getattr(other, name)) == sorted(getattr(other, name))


def test_the_catalogue_keeps_its_own_order(dataset):
    catalog = dataset.catalog
    assert [row.id for row in catalog.rows] == ["plants", "mines", "flows_to_japan", "flows_from_china"]
    assert catalog.rows[2].where == (("kind", "flow"), ("from", "IN"), ("to", "JP"))
    assert (catalog.first_year, catalog.open_year, catalog.last_year) == (1950, 2025, 2035)
    assert catalog.data_date == date(2026, 11, 20)
    assert catalog.headlines[0].series == "flow.in-jp.re/trade_mass/re_product"


def test_the_digest_is_of_the_bytes_and_of_nothing_else(small, dataset):
    assert read(small.path).dataset.digest == dataset.digest
    (small.path / "notes.txt").write_text("not a layer", encoding="utf-8")
    assert read(small.path).dataset.digest == dataset.digest
    path = small.path / "plants.geojson"
    path.write_bytes(path.read_bytes() + b"\n")
    assert read(small.path).dataset.digest != dataset.digest


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_the_one_problem(small, file):
    (small.path / file).unlink()
    assert only_file_problems(small, file) == [
        Problem(file, "", "", "a readable file", "no file of that name")
    ]


def test_a_folder_that_is_not_there_is_the_one_problem(tmp_path):
    there = tmp_path / "nowhere"
    assert list(read(there).problems) == [
        Problem(str(there), "", "", "a folder of layers", "no folder of that name")
    ]
    there.mkdir()
    (there / "notes.txt").write_text("no layer", encoding="utf-8")
    (problem,) = read(there).problems
    assert problem.expected == "a folder of layers"
    assert problem.got == "none of plants.geojson, catalog.json and the others in it"
    shutil.rmtree(there)
    there.write_text("a file", encoding="utf-8")
    assert [problem.got for problem in check(there)] == ["something that is no folder"]


def only_file_problems(folder, file):
    """Rows of the catalogue may well miss their things; nothing else may be said to be missing."""
    reading = read(folder.path)
    assert reading.dataset is None
    assert {problem.file for problem in reading.problems} == {file}
    return list(reading.problems)


def test_a_folder_in_the_place_of_a_file_is_no_file(small):
    (small.path / "sources.json").unlink()
    (small.path / "sources.json").mkdir()
    expected = Problem("sources.json", "", "", "a readable file", "something that is no file")
    assert only_file_problems(small, "sources.json") == [expected]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_a_file_does_not_hang(small):
    (small.path / "sources.json").unlink()
    os.mkfifo(small.path / "sources.json")
    assert only_file_problems(small, "sources.json")[0].got == "something that is no file"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_told_with_the_reason(small):
    (small.path / "sources.json").unlink()
    (small.path / "sources.json").symlink_to("/proc/self/mem")
    (problem,) = only_file_problems(small, "sources.json")
    assert (problem.expected, problem.got) == ("a readable file", "Input/output error")


def test_a_file_too_large_is_refused_unread(small):
    with (small.path / "volumes.geojson").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    expected = Problem("volumes.geojson", "", "", f"at most {MAX_BYTES:,} bytes", "more")
    assert only_file_problems(small, "volumes.geojson") == [expected]


@pytest.mark.parametrize(
    ("content", "expected", "got"),
    [
        (b"", "valid JSON", "at line 1, column 1: Expecting value"),
        (b'{"type": "FeatureCollection",', "valid JSON", "at line 1, column 30: Expecting property name"),
        (b"[1, 2", "valid JSON", "at line 1, column 6: Expecting ',' delimiter"),
        (b"[1] [2]", "valid JSON", "at line 1, column 5: Extra data"),
        (b"\xef\xbb\xbf[]", "valid JSON", "at line 1, column 1: Unexpected UTF-8 BOM"),
        ('["Odisha é"]'.encode("latin-1"), "text in UTF-8", "the byte 0xe9 at position 9"),
        ('["Odisha"]'.encode("utf-16"), "text in UTF-8", "the byte 0xff at position 0"),
        (b"[" * 200_000, "features, each with flat properties", "nested too deep"),
        (b"[" * 200_000 + b"]" * 200_000, "features, each with flat properties", "nested too deep"),
        (b'{"a":' * 200_000, "features, each with flat properties", "nested too deep"),
        (b"[" + b"9" * 10_000 + b"]", "valid JSON", "a number of thousands of digits"),
    ],
    ids=[
        "empty",
        "cut",
        "open",
        "two",
        "BOM",
        "latin",
        "utf-16",
        "deep",
        "deep closed",
        "deep objects",
        "long number",
    ],
)
def test_what_is_no_json_is_told_with_its_place(small, content, expected, got):
    (small.path / "conflicts.json").write_bytes(content)
    (problem,) = only_file_problems(small, "conflicts.json")
    assert problem.expected == expected
    assert got in problem.got


def test_depth_that_can_still_be_parsed_is_told_as_well(small):
    (small.path / "conflicts.json").write_bytes(b"[" * 400 + b"]" * 400)
    expected = Problem("conflicts.json", "conflict 1", "", "an object", "a list")
    assert expected in read(small.path).problems


def test_a_key_that_stands_twice_is_told_with_its_feature(small):
    path = small.path / "plants.geojson"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"label": "Aluva"', '"label": "Aluva", "label": "Alwaye"'), encoding="utf-8")
    expected = Problem("plants.geojson", "plant.aluva", "label", "the key once", "it 2 times")
    assert only_file_problems(small, "plants.geojson") == [expected]


@pytest.mark.parametrize(
    ("written", "got"), [("NaN", "nan"), ("Infinity", "inf"), ("1e999", "inf"), ("-1e999", "-inf")]
)
def test_what_is_no_number_is_told_with_its_field(small, written, got):
    path = small.path / "plants.geojson"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"value": 5500', f'"value": {written}'), encoding="utf-8")
    expected = Problem("plants.geojson", "claim.aluva-capacity", "value", "a number", got)
    assert only_file_problems(small, "plants.geojson") == [expected]


@pytest.mark.parametrize("document", [5, "text", None, True, [], {}, {"type": "FeatureCollection"}, [[]]])
@pytest.mark.parametrize("file", FILES)
def test_json_of_another_shape_is_told(small, file, document):
    empty_is_fine = file in ("sources.json", "conflicts.json") and document == []
    small.save(file, document)
    reading = read(small.path)
    assert reading.dataset is None
    assert any(problem.file == file for problem in reading.problems) or empty_is_fine


def test_a_problem_reads_as_one_sentence():
    problem = Problem(
        "plants.geojson", "plant.aluva", "region", "an ISO 3166-2 code such as IN-KL", '"Kerala"'
    )
    assert str(problem) == (
        'plants.geojson, plant.aluva, region: expected an ISO 3166-2 code such as IN-KL, got "Kerala".'
    )
    assert (
        str(Problem("plants.geojson", "", "", "valid JSON", "none"))
        == "plants.geojson: expected valid JSON, got none."
    )


@pytest.mark.parametrize("file", FILES)
def test_a_file_cut_anywhere_is_told(small, file):
    content = (small.path / file).read_bytes()
    for length in range(0, len(content) - 2, max(1, len(content) // 12)):
        (small.path / file).write_bytes(content[:length])
        only_file_problems(small, file)


def sound(reading) -> bool:
    """Whether a reading is either a dataset or a list of printable sentences."""
    for problem in reading.problems:
        str(problem).encode("utf-8")
        assert "\n" not in str(problem)
    return (reading.dataset is None) == bool(reading.problems)


@many
@given(file=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_any_bytes_at_all_are_read_or_told(small, file, content):
    original = (SMALL / file).read_bytes()
    (small.path / file).write_bytes(content)
    assert sound(read(small.path))
    (small.path / file).write_bytes(original)


@many
@given(file=st.sampled_from(FILES), data=st.data())
def test_any_changed_bytes_are_read_or_told(small, file, data):
    content = bytearray((SMALL / file).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (small.path / file).write_bytes(content)
    assert sound(read(small.path))
    shutil.copy(SMALL / file, small.path / file)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(
        ["2024", "FY2025", "claim.nd-fy2026", "plant.aluva", "0001-01-01", "9999-12-31", "\ud800"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@many
@given(file=st.sampled_from(FILES), data=st.data(), anything=ANYTHING)
def test_any_value_in_any_place_is_read_or_told(small, file, data, anything):
    document = json.loads((SMALL / file).read_bytes())
    holder, key = data.draw(st.sampled_from(list(_places(document))))
    holder[key] = anything
    (small.path / file).write_text(json.dumps(document), encoding="utf-8")
    assert sound(read(small.path))
    shutil.copy(SMALL / file, small.path / file)


def _places(document):
    """Every place in a document where a value can be put."""
    keys = range(len(document)) if isinstance(document, list) else list(document)
    for key in keys:
        yield document, key
        if isinstance(document[key], list | dict):
            yield from _places(document[key])
