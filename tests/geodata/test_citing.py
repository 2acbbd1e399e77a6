"""Figures with their citations, as they are pasted."""

import csv
import io
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.exporting.citing import citation, clipboard_text
from geodata.exporting.spreadsheet import neutral, plain

CHOSEN = ("claim.cn-in-magnets-fy2025", "claim.in-jp-2012-missing", "claim.in-jp-suspension")


def pasted(text):
    return list(csv.reader(io.StringIO(text), dialect="excel-tab"))


@pytest.mark.parametrize(
    ("claim", "beginning", "sureness"),
    [
        (
            "claim.cn-in-magnets-fy2025",
            "about 50,000 t of magnets, China to India, FY2024-25",
            "(actual; The Indian Express; reported)",
        ),
        (
            "claim.cn-in-magnets-fy2024",
            "about 25,600 t of magnets, China to India, FY2023-24",
            "computed by us: 50,000 t / 1.95",
        ),
        (
            "claim.in-jp-2024-sangri",
            "over 1,000 t of rare earths, India to Japan, 2024",
            "(actual; Sangri Times 2025, retelling Reuters 2025, p7; reported)",
        ),
        (
            "claim.repm-scheme-makers",
            "5 makers",
            "plan",
        ),
        (
            "claim.in-jp-2012-missing",
            "not found: rare earths, India to Japan, 2012",
            "(not found; IREL Atlas",
        ),
        (
            "claim.in-jp-suspension",
            "suspension requested, India-Japan rare-earth supply, 2012, Jun 2025",
            "actual",
        ),
        (
            "claim.aluva-capacity-pib",
            "5,500 t/y of mixed rare-earth chloride, capacity, Rare Earths Div",
            "plan",
        ),
        (
            "claim.nd-fy2026-oxides",
            "450 t of neodymium oxide made, IREL (India) Limited, FY2025-26",
            "target",
        ),
        ("claim.nd-fy2026-oxides", "450 t", "disputed by 4 other claims"),
    ],
)
def test_a_citation_says_what_how_sure_and_who(shipped, claim, beginning, sureness):
    line = citation(shipped, claim)
    assert line.startswith(beginning)
    assert sureness in line
    source = shipped.sources[shipped.claims[claim].source]
    assert line.endswith(f"), {source.address or 'address not found'}")


def test_every_claim_can_be_cited_in_one_line_with_its_figure_and_source(shipped):
    for name, claim in shipped.claims.items():
        line = citation(shipped, name)
        assert "\n" not in line
        if claim.quantity:
            assert claim.quantity.text in line
            assert claim.period.label in line
        if claim.confidence == "indicative":
            assert "not to be quoted alone" in line
        source = shipped.sources[claim.source]
        assert (source.title if source.publisher == "not found" else source.publisher) in line


def test_one_figure_is_pasted_as_a_sentence(shipped):
    assert clipboard_text(shipped, CHOSEN[:1]) == citation(shipped, CHOSEN[0])


def test_several_figures_are_pasted_as_a_table_with_their_citations(shipped):
    heading, *rows = pasted(clipboard_text(shipped, CHOSEN))
    assert heading[0] == "what"
    assert {"value", "unit", "period", "status", "confidence", "source_title", "licence"} <= set(heading)
    assert [row[-1] for row in rows] == [citation(shipped, name) for name in CHOSEN]
    assert all(len(row) == len(heading) for row in rows)
    first = dict(zip(heading, rows[0], strict=True))
    assert (first["value"], first["unit"], first["figure"]) == ("50000", "t", "about 50,000 t")


def test_nothing_chosen_pastes_nothing(shipped):
    assert clipboard_text(shipped, ()) == ""


def test_words_can_be_grouped_in_lakh_while_values_stay_plain(shipped):
    claim = "claim.world-output-2024"
    assert citation(shipped, claim, lakh=True).startswith("3,90,000 t of rare-earth oxide mined")
    heading, row, _other = pasted(clipboard_text(shipped, (claim, CHOSEN[0]), lakh=True))
    cells = dict(zip(heading, row, strict=True))
    assert (cells["value"], cells["figure"]) == ("390000", "3,90,000 t")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1))
def test_pasted_cells_are_never_formulas_and_never_break_the_table(shipped, text):
    claims = {
        name: replace(shipped.claims[name], scope=text, locator=text, conflict=None) for name in CHOSEN[:2]
    }
    heading, *rows = pasted(clipboard_text(replace(shipped, claims=claims), CHOSEN[:2]))
    assert [len(row) for row in rows] == [len(heading)] * 2
    for row in rows:
        cells = dict(zip(heading, row, strict=True))
        assert (cells["scope"], cells["locator"]) == (neutral(text), neutral(text))
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_are_written_so_that_they_read_back(number):
    assert float(plain(number)) == number


def test_citing_wakes_no_heavy_library():
    program = (
        "import sys, geodata.exporting.citing, geodata.exporting.files\n"
        "heavy = ('geopandas', 'pandas', 'numpy', 'shapely', 'openpyxl')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.strip() == "[]"
