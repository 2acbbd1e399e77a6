"""What a snapshot can be told from the command line: elements, words, paper, and the map alone."""

import subprocess

import pikepdf
import pytest
from PIL import Image
from program import run

from desktop.sheets.carried import carried_in
from desktop.state.atlas import Compare


def words_of(pdf) -> str:
    """Read a PDF with poppler."""
    return subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout


def test_elements_words_and_paper_are_obeyed(tmp_path):
    logo, sheet = tmp_path / "logo.png", tmp_path / "sheet.pdf"
    Image.new("RGB", (40, 20), (200, 0, 0)).save(logo)
    ended = run(
        "snapshot", "--year", 2024, "--preset", "a3-landscape", "--theme", "print", "--logo", logo,
        "--title", "Who has magnets", "--footer", "A briefing", "--caption", "Most come from one country.",
        "--show", "north,locator", "--hide", "chart,sources", "--out", sheet,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    words = words_of(sheet)
    assert all(said in words for said in ("Who has magnets", "A briefing", "Most come from one country."))
    assert "Permanent magnets, all origins to India" not in words
    assert "Sangri Times" not in words
    with pikepdf.open(sheet) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)  # not always from 0
        assert [round(right - left), round(top - bottom)] == [1191, 842]


def test_paper_in_millimetres_keeps_its_dots_per_inch(tmp_path):
    sheet = tmp_path / "sheet.png"
    ended = run("snapshot", "--size", "297x210mm", "--dpi", "120", "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    with Image.open(sheet) as picture:
        assert picture.size == (1403, 992)
        assert picture.info["dpi"] == pytest.approx((120, 120), abs=0.02)


def test_the_bare_map_comes_with_its_place(tmp_path):
    ended = run("snapshot", "--bare", "--bounds", "68,6,98,37", "--out", tmp_path / "india.png")
    assert ended.returncode == 0, ended.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "india.pgw",
        "india.png",
        "india.png.aux.xml",
        "india.prj",
    ]


ERRORS = {
    "unknown preset": (("--preset", "a5"), "preset: expected one of slide"),
    "preset's name for a size": (("--size", "a4"), "got 'a4'; say --preset a4 or a4-landscape"),
    "preset's name in capitals": (("--size", "A3 landscape"), "say --preset a3 or a3-landscape"),
    "preset and size": (
        ("--preset", "a4", "--size", "800x600"),
        "size: expected a preset or a size of your own",
    ),
    "preset and dots": (("--preset", "a4", "--dpi", "600"), "dpi: expected a preset or a dpi of your own"),
    "too few dots": (("--size", "297x210mm", "--dpi", "5"), "dpi: expected 36 to 1200, got 5"),
    "too much paper": (("--size", "2000x2000mm"), "at most 100 megapixels"),
    "unknown element": (("--hide", "compass"), "hide: expected some of title"),
    "unknown element to show": (("--show", "compass"), "elements: expected some of title"),
    "no logo": (("--logo", "none.png"), "logo: cannot read none.png"),
    "too small": (("--size", "80x60mm"), "take at least"),
}


@pytest.mark.parametrize(("words", "said"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_is_one_line_and_leaves_no_file(tmp_path, words, said):
    ended = run("snapshot", "--out", tmp_path / "map.png", *words)
    told = [line for line in ended.stderr.splitlines() if line.startswith("irel-atlas")]
    assert ended.returncode == 2
    assert len(told) == 1
    assert said in told[0]
    assert list(tmp_path.iterdir()) == []


def test_a_bare_map_is_a_picture_or_nothing(tmp_path):
    ended = run("snapshot", "--bare", "--out", tmp_path / "map.pdf")
    assert ended.returncode == 2
    assert "expected png for a bare map, got pdf" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_two_years_on_one_sheet_come_back_as_a_comparison(tmp_path):
    sheet = tmp_path / "two.pdf"
    ended = run("snapshot", "--compare", "2024:2025", "--out", sheet)
    assert ended.returncode == 0, ended.stderr
    words = " ".join(words_of(sheet).split())
    assert all(said in words for said in ("A: 2024 · B: 2025", "From A to B", "+25,048 t", "only in A"))
    (carried,) = carried_in(sheet)
    assert carried.session is not None
    assert carried.session.atlas.clock.year == 2025
    assert carried.session.atlas.compare == Compare(2024, manner="side")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--compare", "2024"), "expected two years, days or scenarios such as 2024:2030"),
        (("--compare", "1066:2025"), "expected 1950 to 2035, got 1066"),
        (("--compare", "2024:2025", "--year", "2024"), "two years to compare or one year to show, got both"),
    ],
)
def test_a_comparison_that_cannot_be_is_refused_in_one_line(tmp_path, words, said):
    ended = run("snapshot", "--out", tmp_path / "map.png", *words)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert not list(tmp_path.iterdir())
