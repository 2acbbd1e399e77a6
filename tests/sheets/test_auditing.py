"""Old sheets held against new data: what has changed, is known now, is gone, or rests on another source."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from stage import new_store

from desktop.sheets import deck_reading
from desktop.sheets.auditing import audit
from desktop.sheets.carrying import carry
from desktop.sheets.errors import SheetError
from desktop.sheets.reopening import reopen
from desktop.state.atlas import Clock, Compare
from desktop.state.auditing import findings
from desktop.state.comparing import frame_of_a
from desktop.state.session import session_of, shown_figure
from geodata.bundled import scenarios

TARGET, FACT = "claim.nd-fy2026-reuters", "claim.nd-fy2025"


@pytest.fixture
def store():
    return new_store(2025)


@pytest.fixture
def figures(store):
    return {figure.claim: figure for figure in store.frame.figures}


def only(figures, *others):
    """Give the data's figures with some of them as they are given here."""
    return {**figures, **{figure.claim: figure for figure in others}}.values()


def test_a_figure_that_stands_is_not_told(figures):
    assert findings(map(shown_figure, figures.values()), figures.values()) == ()


def test_another_value_period_or_status_is_told_old_and_new(figures):
    fact = figures[FACT]
    (found,) = findings([shown_figure(fact)], only(figures, replace(fact, number="about 55")))
    assert (found.kind, found.claim) == ("changed", FACT)
    assert found.words == f"{fact.what}, {fact.period}: about 40 t → about 55 t"


def test_a_target_that_is_known_now_is_told_with_what_it_came_to(figures):
    target = figures[TARGET]
    known = replace(
        target, claim="claim.new", number="310", status="actual", letter="", source_short="DAE 2026"
    )
    (found,) = findings([shown_figure(target)], only(figures, known))
    assert (found.kind, found.claim) == ("actual", "claim.new")
    assert found.words == "Neodymium made, IREL, FY2025-26: 450 t (target) → 310 t (actual, DAE 2026)"


@pytest.mark.parametrize(
    "other",
    [
        {"period": "FY2026-27"},
        {"period": "H1 FY2025-26"},
        {"what": "Neodymium oxide made, IREL"},
        {"status": "estimate"},
        {"status": "missing", "number": "not found", "unit": ""},
    ],
    ids=lambda other: next(iter(other.values())),
)
def test_a_figure_of_something_else_or_of_no_certainty_does_not_settle_a_target(figures, other):
    target = figures[TARGET]
    known = replace(target, claim="claim.new", status="actual")
    assert findings([shown_figure(target)], only(figures, replace(known, **other))) == ()


def test_a_target_by_a_year_is_settled_by_a_figure_of_that_year(figures):
    target = figures["claim.nd-2030-reuters"]
    assert target.period == "by 2030"
    known = replace(target, claim="claim.new", number="700", status="actual", period="2030")
    (found,) = findings([shown_figure(target)], only(figures, known))
    assert (found.kind, found.claim) == ("actual", "claim.new")
    fiscal = replace(known, period="FY2029-30", year=2030)
    assert findings([shown_figure(target)], only(figures, fiscal))[0].kind == "actual"


def test_a_target_whose_claim_became_the_fact_is_known_now(figures):
    fact = replace(figures[TARGET], status="actual", letter="", number="300")
    (found,) = findings([shown_figure(figures[TARGET])], only(figures, fact))
    assert (found.kind, found.claim) == ("actual", TARGET)


def test_a_claim_that_is_gone_leads_nowhere(figures):
    (found,) = findings([replace(shown_figure(figures[FACT]), claim="claim.of-old")], figures.values())
    assert (found.kind, found.claim) == ("gone", None)
    assert found.words.endswith("about 40 t → no longer in the data")


def test_a_figure_whose_source_is_another_now_is_told_and_one_that_named_none_is_not(figures):
    fact = shown_figure(figures[FACT])
    (found,) = findings([replace(fact, source="src.gone")], figures.values())
    assert found.kind == "source"
    lost, now = "a source that the data no longer have (src.gone)", figures[FACT].source_short
    assert found.words == f"{fact.what}, {fact.period}: {lost} → {now}; the figure stands"
    (found,) = findings([replace(fact, source="src.indian-express-2025-06")], figures.values())
    assert found.words.endswith(f": The Indian Express → {now}; the figure stands")
    assert findings([replace(fact, source="")], figures.values()) == ()


def png(session=None, size=(60, 40)):
    kept = io.BytesIO()
    Image.new("RGB", size, "white").save(kept, "PNG")
    return kept.getvalue() if session is None else carry(kept.getvalue(), "png", session)


def old(store, **figure):
    """Give what a sheet of now carries, as if its first figure had been different."""
    session = session_of(store.atlas, store.frame)
    first, *rest = session.figures
    return replace(session, figures=(replace(first, **figure), *rest))


@pytest.fixture
def deck(tmp_path):
    """Write a deck of somebody's own: pictures by slide, the last of each slide in a group."""

    def write(*slides):
        made = Presentation()
        for pictures in slides:
            slide = made.slides.add_slide(made.slide_layouts[6])
            for picture in pictures[:-1]:
                slide.shapes.add_picture(io.BytesIO(picture), Pt(0), Pt(0))
            group = slide.shapes.add_group_shape()
            for picture in pictures[-1:]:
                group.shapes.add_picture(io.BytesIO(picture), Pt(0), Pt(0))
        path = tmp_path / "talk.pptx"
        made.save(path)
        return path

    return write


def rewritten(path, part, change):
    """Change a part of a package."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, change(data) if name == part else data)
    return path


def test_a_deck_is_told_by_slide_and_others_pictures_are_counted(deck, store):
    fresh, stale = png(session_of(store.atlas, store.frame)), png(old(store, number="12"))
    path = deck([png(), fresh], [], [png(size=(9, 9)), stale])
    found = audit(path, store.frame, store.frame_of)
    assert [(one.place, one.is_fresh) for one in found.pictures] == [("slide 1", True), ("slide 3", False)]
    assert (found.others, found.is_fresh) == (2, False)
    total = 2 * len(store.frame.shown)
    assert found.words == (
        "talk.pptx: 2 pictures made by the atlas, 2 others that carry nothing of it, 1 out of date."
        f" Of {total} figures, 1 has changed."
    )
    assert list(found.lines())[1:] == [
        "Slide 1, 2025",
        f"  {total // 2} figures, as in the data",
        "Slide 3, 2025",
        f"  {found.pictures[1].found[0].words}",
    ]


def test_a_slide_of_a_fiscal_year_or_of_a_range_is_named_by_it(deck, store):
    fiscal = Clock(2026, fiscal=True), Clock(2026, mode="range", since=2012)
    atlases = [replace(store.atlas, clock=clock) for clock in fiscal]
    slides = [[png(session_of(atlas, store.frame_of(atlas)))] for atlas in atlases]
    found = audit(deck(*slides), store.frame, store.frame_of)
    assert [one.heading for one in found.pictures] == ["Slide 1, FY2025-26", "Slide 2, 2012 to 2026"]


def test_a_fresh_deck_says_so(deck, store):
    session = session_of(store.atlas, store.frame)
    found = audit(deck([png(session)], [png(session)]), store.frame, store.frame_of)
    assert found.is_fresh
    assert found.words.endswith(f"; all {2 * len(session.figures)} figures as in the data.")


def test_a_sheet_is_held_against_all_that_is_known_whatever_day_it_looked_back_to(deck, store):
    earlier = replace(store.atlas, known_on=date(2024, 1, 1))
    session = session_of(earlier, store.frame_of(earlier))
    now = replace(session, figures=session_of(store.atlas, store.frame).figures)
    assert audit(deck([png(now)]), store.frame, store.frame_of).is_fresh


def test_what_only_one_half_of_a_comparison_tells_is_no_finding(deck, store):
    suspended = replace(store.atlas, compare=Compare(2030, scenario=scenarios()[0]))
    session = session_of(suspended, store.frame, frame_of_a(suspended, store.frame_of))
    assert audit(deck([png(session)]), store.frame, store.frame_of).is_fresh


def test_figures_in_lakh_are_held_against_lakh(deck, store):
    lakh = replace(store.atlas, look=replace(store.atlas.look, lakh=True))
    session = session_of(lakh, store.frame_of(lakh))
    assert audit(deck([png(session)]), store.frame, store.frame_of).is_fresh


def test_a_picture_whose_session_is_damaged_is_named(deck, store):
    whole = png(session_of(store.atlas, store.frame))
    at = whole.index(b"irel-atlas-session")
    damaged = whole[:at] + b"X" + whole[at + 1 :]
    path = rewritten(deck([png()]), "ppt/media/image1.png", lambda _png: damaged)
    found = audit(path, store.frame, store.frame_of)
    assert not found.is_fresh
    assert found.pictures[0].problem == "what brings its view back is damaged: its checksum is wrong"
    assert found.words.endswith("1 picture cannot be read.")


def test_the_first_slide_that_carries_a_view_brings_it_back(deck, store):
    path = deck([png()], [png(), png(old(store, number="12"))])
    found = reopen(path, store.frame, store.frame_of)
    assert found.atlas == store.atlas
    total = len(store.frame.shown)
    assert found.words == (
        f"Opened talk.pptx, slide 2. Since it was exported, 1 of its {total} figures has changed."
    )


def test_the_slide_that_is_asked_for_brings_its_own_view_back(deck, store):
    later = new_store(2030)
    first, second = (session_of(one.atlas, one.frame) for one in (store, later))
    path = deck([png(first)], [png(second)])
    assert reopen(path, store.frame, store.frame_of, "slide 2").atlas == later.atlas
    with pytest.raises(SheetError, match="without what brings its view back"):
        reopen(path, store.frame, store.frame_of, "slide 3")


def test_a_deck_without_pictures_of_the_atlas_is_refused(deck, store):
    with pytest.raises(SheetError, match=r"^cannot audit talk.pptx: .* without what brings its view back$"):
        audit(deck([png()]), store.frame, store.frame_of)
    with pytest.raises(SheetError, match=r"^cannot open talk.pptx: .* without what brings its view back$"):
        reopen(deck([png()]), store.frame, store.frame_of)


def told(path, store):
    """Give what an audit says, or the one line that refuses it."""
    try:
        return list(audit(path, store.frame, store.frame_of).lines())
    except SheetError as error:
        return [str(error)]


def refused(path, store):
    """Give the one line with which both ways to read a file refuse it."""
    with pytest.raises(SheetError) as audited:
        audit(path, store.frame, store.frame_of)
    with pytest.raises(SheetError) as reopened:
        reopen(path, store.frame, store.frame_of)
    assert str(audited.value) == str(reopened.value)
    assert "\n" not in str(audited.value)
    return str(audited.value)


def test_a_package_of_another_kind_is_refused(tmp_path, store):
    path = tmp_path / "talk.pptx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert refused(path, store).endswith("that IREL Atlas exported, got a file of another kind")


def test_a_deck_cut_short_or_garbled_anywhere_is_refused_or_read(deck, store):
    path = deck([png(session_of(store.atlas, store.frame))])
    whole = path.read_bytes()
    for end in range(4, len(whole), len(whole) // 40):
        path.write_bytes(whole[:end])
        assert refused(path, store).startswith("cannot open talk.pptx: expected")
    for at in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert "talk.pptx" in told(path, store)[0]


def test_parts_that_unpack_to_too_much_are_not_unpacked(deck, store, monkeypatch):
    path = deck([png(session_of(store.atlas, store.frame))])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/media/bomb.png", bytes(deck_reading.MAX_UNPACKED + 1))
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_part: pytest.fail("a part was unpacked"))
    assert path.stat().st_size < 2_000_000
    assert "at most 192 megabytes, got more" in refused(path, store)


def test_a_part_that_lies_about_its_size_gives_no_more_than_it_said(deck, store):
    path = deck([png(session_of(store.atlas, store.frame))])
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        true = package.getinfo("ppt/presentation.xml").file_size
    garbled = whole.replace(struct.pack("<L", true), struct.pack("<L", 10))
    assert garbled != whole
    path.write_bytes(garbled)
    assert refused(path, store).startswith("cannot open talk.pptx: expected")


def test_entities_of_a_foreign_deck_are_not_resolved(deck, store, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("do not tell", encoding="utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'.encode()

    def leaking(slide):
        return slide.replace(b"<p:sld ", doctype + b"<p:sld ", 1).replace(b'name=""', b'name="&leak;"', 1)

    path = rewritten(deck([png(session_of(store.atlas, store.frame))]), "ppt/slides/slide1.xml", leaking)
    assert not any("do not tell" in line for line in told(path, store))


def test_a_picture_of_a_bomb_is_read_no_further_than_a_session_may_be(deck, store):
    body = b"iTXtirel-atlas\0\1\0\0\0" + zlib.compress(bytes(40_000_000))
    chunk = struct.pack(">L", len(body) - 4) + body + struct.pack(">L", zlib.crc32(body))
    plain = png()
    bomb = plain[:33] + chunk + plain[33:]
    path = rewritten(deck([plain]), "ppt/media/image1.png", lambda _png: bomb)
    found = audit(path, store.frame, store.frame_of)
    assert "8,388,608 characters" in found.pictures[0].problem
