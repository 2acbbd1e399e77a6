"""The page as a file: small, whole, the same each time, and without a word to the outside."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from sessions import session_in
from stage import dataset

from desktop.asking import deriver, opening_atlas
from desktop.cli import main
from desktop.sheets.errors import SheetError
from desktop.sheets.page import page_of, write_page
from desktop.sheets.reopening import reopen
from desktop.state.atlas import Look, Selection
from desktop.state.session import session_of

MEGABYTES = 6
BLOCK = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)


def atlas_of(year=2025):
    return opening_atlas(dataset(), year)


@pytest.fixture(scope="module")
def html(page):
    return page.read_text(encoding="utf-8")


def without_blocks(html):
    return BLOCK.sub(r"<\1\2></\1>", html)


def test_it_is_small(page):
    assert 1_000_000 < page.stat().st_size < MEGABYTES * 1_000_000


def test_the_same_state_and_data_give_the_same_bytes(page):
    assert page_of(atlas_of(), deriver(dataset())) == page.read_bytes()
    assert page_of(atlas_of(2024), deriver(dataset())) != page.read_bytes()


def test_nothing_in_it_names_what_would_be_fetched(html):
    outside = without_blocks(html)
    assert not re.findall(r"\b(?:src|href|srcset|action|data|poster)\s*=", outside)
    styles = "".join(body for kind, _, body in BLOCK.findall(html) if kind == "style")
    assert {found.split(":")[0] for found in re.findall(r"url\(([^)]{0,12})", styles)} == {"data"}
    assert "@import" not in styles
    assert "sourceMappingURL" not in html


def test_every_place_of_its_template_is_filled(html):
    assert "{{" not in without_blocks(html)


def test_its_policy_lets_in_its_own_blocks_by_hash_and_nothing_else(html):
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert html.index(policy) < min(html.index("<style"), html.index("<script"))
    assert policy.startswith("default-src 'none'; ")
    for forbidden in ("unsafe", "http", "*", "'self'"):
        assert forbidden not in policy
    run = [(kind, body) for kind, about, body in BLOCK.findall(html) if "application/json" not in about]
    hashes = {f"'sha256-{b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for _, body in run}
    assert len(run) == 3
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes


def test_it_says_the_notices_without_any_script(html):
    body = without_blocks(html)
    assert "Boundaries are indicative; not authenticated by the Survey of India." in body
    assert "<noscript>" in body


def test_the_words_of_data_cannot_end_a_block():
    claims = {
        name: replace(claim, note="</script><script>window.hit = 1</script>")
        for name, claim in dataset().claims.items()
    }
    changed = replace(dataset(), claims=claims)
    html = page_of(atlas_of(), deriver(changed)).decode()
    assert len(BLOCK.findall(html)) == len(BLOCK.findall(page_of(atlas_of(), deriver(dataset())).decode()))
    assert "<script>window.hit" not in html


def test_it_brings_its_view_back(tmp_path):
    derive = deriver(dataset())
    atlas = replace(atlas_of(2024), selection=Selection("plant.aluva"), look=Look("dark"))
    path = tmp_path / "atlas.html"
    write_page(atlas, derive, path)
    assert replace(session_in(path), figures=()) == replace(session_of(atlas, derive(atlas)), figures=())
    found = reopen(path, derive(atlas_of()), derive)
    assert (found.atlas, found.lines) == (atlas, ())


def test_it_carries_the_figures_of_every_year_and_says_which_have_changed(page):
    session, derive = session_in(page), deriver(dataset())
    carried = {figure.claim for figure in session.figures}
    assert len(carried) == len(session.figures)
    for year in (2012, 2024, 2030):
        assert {figure.claim for figure in derive(atlas_of(year)).shown} <= carried
    claim = dataset().claims["claim.nd-2030-reuters"]
    assert claim.quantity is not None
    newer = replace(claim, quantity=replace(claim.quantity, value=claim.quantity.value + 50))
    changed = deriver(replace(dataset(), claims={**dataset().claims, claim.id: newer}))
    found = reopen(page, changed(atlas_of()), changed)
    assert [line for line in found.lines if "900 t (target) → 950 t" in line or "900 t → 950 t" in line]
    assert f"of its {len(carried)} figures" in found.words


def test_stripped_of_its_view_it_says_so_in_one_line(tmp_path):
    path = tmp_path / "atlas.html"
    assert main(["page", "--strip", "--out", str(path)]) == 0
    with pytest.raises(SheetError, match="got one without what brings its view back"):
        session_in(path)


def test_cut_short_it_says_so_in_one_line(page, tmp_path):
    path, whole = tmp_path / "atlas.html", page.read_bytes()
    path.write_bytes(whole[: whole.index(b'id="irel-atlas"') + 300])
    with pytest.raises(SheetError, match="damaged: it is cut short"):
        session_in(path)


def test_the_command_line_says_what_it_opens_with(tmp_path):
    path = tmp_path / "atlas.html"
    asked = ["--year", "2024", "--layers", "plants", "--bounds", "68,6,98,37", "--theme", "dark"]
    assert main(["page", "--out", str(path), *asked]) == 0
    atlas = session_in(path).atlas
    assert (atlas.clock.year, atlas.layers.visible) == (2024, frozenset({"plants"}))
    assert (atlas.view.bounds, atlas.look.theme) == ((68.0, 6.0, 98.0, 37.0), "dark")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--out", "{}/map.png"], r"page: expected a name that ends in \.html, got 'map\.png'"),
        (["--out", "{}/none/atlas.html"], r"cannot write .*: there is no folder"),
        (["--out", "{}/atlas.html", "--year", "1900"], r"year: expected 1950 to 2035, got 1900"),
        (["--out", "{}/atlas.html", "--layers", "moon"], r"layers: expected rows among .*, got 'moon'"),
        (["--out", "{}/atlas.html", "--bounds", "1,2"], r"bounds: expected W,S,E,N"),
    ],
)
def test_a_wrong_word_is_told_in_one_line_and_the_old_file_stays(tmp_path, capsys, words, why):
    (tmp_path / "atlas.html").write_text("old", encoding="utf-8")
    assert main(["page", *(word.format(tmp_path) for word in words)]) == 2
    told = capsys.readouterr().err
    assert re.search(why, told)
    assert told.count("\n") == 1
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"atlas.html": "old"}


def test_help_has_an_example(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "irel-atlas page --out atlas.html" in capsys.readouterr().out
