"""The presenter check of a page: what its first view could tell wrongly is said, mended, or kept in it."""

import html
from dataclasses import replace

import pytest
from sessions import session_in
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.cli import main
from desktop.sheets.page import page_of, write_page
from desktop.sheets.page_check import check_page, first_view
from desktop.sheets.reopening import reopen
from desktop.sheets.series_check import mended
from desktop.sheets.warning import exported_over
from desktop.state.atlas import Compare

LONE = "about 25,600 t rests on one source"
SAYS_SO = "about 25,600 t (estimate, FY2023-24): one source, The Indian Express, indicative only."
OWN = "document.querySelector('footer .own')"


def atlas_at(year, **layers):
    atlas = opening_atlas(dataset(), year)
    return replace(atlas, layers=replace(atlas.layers, **layers))


def view_of(atlas):
    return first_view(atlas, deriver(dataset()))


def told(atlas):
    return {warning.id.split("/")[0]: warning for warning in check_page(view_of(atlas))}


@pytest.mark.parametrize("year", [1950, 2012, 2025, 2026])
def test_a_page_of_the_atlas_raises_no_false_alarm(year):
    assert told(atlas_at(year)) == {}


def test_what_the_first_view_shows_is_looked_over_like_a_sheet():
    assert LONE in told(atlas_at(2024))["one-source"].words
    assert set(told(atlas_at(2030))) == {"one-source", "old-figure"}
    faint = told(atlas_at(2025, opacity=(("plants", 0.3),)))["faint-text"]
    assert "refining" in faint.words
    nothing = told(atlas_at(2025, opacity=(("flows_from_china", 0.0),)))["legend-without-drawing"]
    assert "Magnets: about 50,000 t a year" in nothing.words


@pytest.mark.parametrize(
    "atlas",
    [
        atlas_at(2024),
        atlas_at(2030),
        atlas_at(2025, opacity=(("plants", 0.3), ("flows_from_china", 0.0))),
        replace(atlas_at(2025), compare=Compare(2012)),
    ],
    ids=["one source", "old figures", "opacity", "comparison"],
)
def test_each_fix_puts_right_what_it_is_for(atlas):
    view = view_of(atlas)
    for warning in check_page(view):
        assert warning.fix is not None
        view = warning.fix(view)
    assert check_page(view) == ()


def test_what_was_mended_stands_on_the_page_in_every_year(open_page, tmp_path):
    atlas, path = atlas_at(2024, opacity=(("plants", 0.3),)), tmp_path / "atlas.html"
    view = view_of(atlas)
    view = mended(view, check_page(view))
    write_page(atlas, deriver(dataset()), path, view)
    tab = open_page(path)
    assert tab.run(f"{OWN}.textContent") == SAYS_SO
    tab.run("document.querySelector('#year').focus()")
    tab.press("Home")
    assert tab.run(f"{OWN}.checkVisibility()")
    assert session_in(path).atlas.layers.opacity == ()
    found = reopen(path, deriver(dataset())(atlas), deriver(dataset()))
    assert found.options.footer == SAYS_SO


def test_a_footer_is_words_and_no_markup():
    view = first_view(atlas_at(2025), deriver(dataset()), footer="<b>Room</b> 4 & 5")
    page = page_of(atlas_at(2025), deriver(dataset()), view).decode()
    assert f'<p class="own">{html.escape("<b>Room</b> 4 & 5")}</p>' in page
    assert 'class="own"' not in page_of(atlas_at(2025), deriver(dataset())).decode().split("<footer>")[1]


def test_the_file_keeps_the_warnings_over_which_it_left(tmp_path):
    atlas, path = atlas_at(2024), tmp_path / "atlas.html"
    view = view_of(atlas)
    write_page(atlas, deriver(dataset()), path, exported_over(view, check_page(view)))
    (kept,) = session_in(path).overridden
    assert LONE in kept
    found = reopen(path, deriver(dataset())(atlas), deriver(dataset()))
    assert "It was exported over 1 warning." in found.words


def test_the_command_line_warns_and_strict_refuses(tmp_path, capsys):
    path = tmp_path / "atlas.html"
    assert main(["page", "--year", "2024", "--strict", "--out", str(path)]) == 1
    refused = capsys.readouterr().err
    assert "irel-atlas: the page was not written: it was to be without warnings" in refused
    assert list(tmp_path.iterdir()) == []
    assert main(["page", "--year", "2024", "--out", str(path)]) == 0
    assert LONE in capsys.readouterr().err
    assert LONE in session_in(path).overridden[0]
    assert main(["page", "--year", "2024", "--strict", "--footer", SAYS_SO, "--out", str(path)]) == 0
    assert capsys.readouterr().err == ""
    assert session_in(path).overridden == ()


def test_of_a_comparison_the_command_line_says_that_a_page_shows_half(tmp_path, capsys, open_page):
    path = tmp_path / "atlas.html"
    assert main(["page", "--compare", "2012:2025", "--out", str(path)]) == 0
    assert "shows only half of what is compared (B: 2025; not A: 2012)" in capsys.readouterr().err
    parts = open_page(path).run("[...document.querySelectorAll('.badge > *')].map(part => part.textContent)")
    assert parts == ["One half of a comparison", "the other, 2012, is among the years below"]
    assert session_in(path).atlas.compare.year == 2012
