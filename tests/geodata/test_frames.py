"""Frames: what a year shows, on the shipped data year by year, and as rules over made-up data."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.claim import FACT_STATUSES
from geodata.flows import NARROWEST_PX, WIDEST_PX
from geodata.frame import Query
from geodata.frames import framer
from geodata.framing.numbers import Numbers
from geodata.rivals import agree

YEARS = range(1950, 2036)
JAPAN = "flow.in-jp.re"
MAGNETS = "flow.cn-in.magnets"
AGREEMENT = "agreement.in-jp-2012"
FIGURE = re.compile(
    r"(?:about |over |up to )?\d[\d,.]*(?: to \d[\d,.]*)? "
    r"(?:t/y|kg/y|Mt/y|kg|Mt|t|%|ha|sites|makers|crore rupees|USD million)(?![\w/])"
)
general = settings(max_examples=60, deadline=None)
TIMELESS = (
    "first_year", "last_year", "data_date", "digest", "figures", "charts", "all_events", "sources", "origins",
    "index", "opening",
)  # fmt: skip


def all_rows(dataset):
    return frozenset(row.id for row in dataset.catalog.rows)


def frames_of(dataset, **query):
    make = framer(dataset)
    rows = all_rows(dataset)
    return {year: make(Query(year, rows, **query)) for year in YEARS}


@pytest.fixture(scope="module")
def frames(shipped):
    return frames_of(shipped)


def flow(frame, thing=JAPAN, style=None):
    return next(
        line for line in frame.flows if line.thing == thing and (style or line.style) == line.style and
        (style or line.style != "promise")
    )  # fmt: skip


def agreement(frame):
    return next(row for row in frame.agreements if row.thing == AGREEMENT)


def texts(value):
    """Give every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def figures_in(*values):
    return [found for text in texts(values) for found in FIGURE.findall(text)]


# What the shipped data show in the years that matter


def test_2012_the_agreement_is_there_and_the_volume_is_not_found(frames):
    line = flow(frames[2012])
    assert (line.drawn_as, line.width_px, line.claim, line.mark) == ("in_force", 0.0, None, "")
    assert "2012 not found" in line.label.title
    assert "2012: volume not found" in line.tip
    assert agreement(frames[2012]).state == "memorandum"
    assert agreement(frames[2012]).delivered == ()
    assert agreement(frames[2012]).delivered_words == "2012: not found"


def test_every_year_of_the_agreement_without_a_figure_says_so(frames):
    for year in range(2012, 2024):
        line = flow(frames[year])
        assert line.drawn_as == "in_force", year
        assert f"{year}: volume not found" in line.tip


def test_2024_over_1000_t_go_to_japan(frames):
    line = flow(frames[2024])
    assert (line.drawn_as, line.letter, line.mark) == ("figure", "", "")
    assert line.label.title.endswith("over 1,000 t of rare earths")
    assert line.more >= 2, "the texts that say the same are counted"
    assert [figure.text for figure in agreement(frames[2024]).delivered] == ["over 1,000 t"]


def test_2025_japan_is_dotted_with_a_mark_and_the_last_figure_only_in_words(frames):
    line = flow(frames[2025])
    assert (line.drawn_as, line.width_px, line.claim) == ("in_force", 0.0, None)
    assert line.mark == "suspension requested"
    assert "2024: over 1,000 t" in line.label.lines
    assert any("outcome not confirmed" in words for words in line.label.lines)
    assert agreement(frames[2025]).state == "suspension_requested"


@pytest.mark.parametrize("year", range(2024, 2036))
def test_nothing_says_that_the_japan_agreement_is_suspended_or_ended(frames, year):
    frame = frames[year]
    events = [event for event in frame.all_events if "Japan" in event.name + event.label]
    shown = (frame.places, frame.areas, frame.flows, frame.legend, frame.headlines, frame.rows)
    said = " ".join(texts((*shown, agreement(frame), *events)))
    assert not re.search(r"\b(suspended|ended|halted|stopped|terminated)\b", said, re.IGNORECASE)


def test_2026_still_shows_the_request_and_later_years_do_not_know(frames):
    assert flow(frames[2026]).mark == "suspension requested"
    for year in range(2027, 2036):
        line = flow(frames[year])
        assert (line.drawn_as, line.mark) == ("known", "")
        assert f"{year}: not known yet" in line.tip
        assert agreement(frames[year]).state_words == "not known yet; last: suspension requested"


def test_2025_magnets_from_china_are_a_figure_and_2024_an_estimate(frames):
    assert (flow(frames[2025], MAGNETS).drawn_as, flow(frames[2025], MAGNETS).letter) == ("figure", "")
    assert (flow(frames[2024], MAGNETS).drawn_as, flow(frames[2024], MAGNETS).letter) == ("figure", "E")
    assert "about 25,600 t" in flow(frames[2024], MAGNETS).label.title


def test_half_a_year_is_no_arrow(frames, shipped):
    part = shipped.claims["claim.world-in-magnets-h1-fy2026"]
    assert part.period.type == "part"
    assert all(line.claim != part.id for frame in frames.values() for line in frame.flows)
    assert all(headline.claim != part.id for frame in frames.values() for headline in frame.headlines)


def test_2030_has_targets_only(frames, shipped):
    frame = frames[2030]
    assert frame.is_after_data
    drawn = [shipped.claims[line.claim] for line in frame.flows if line.claim]
    assert {claim.status for claim in drawn} <= {"target", "plan", "forecast"}
    assert all(headline.claim is None for headline in frame.headlines)
    neodymium = next(headline for headline in frame.headlines if "Neodymium" in headline.what)
    assert neodymium.number == "not known yet"
    assert any(words == "target for 2030: 900 t [T]" for words, _sources in neodymium.lines)


def test_a_year_to_come_opens_on_a_chart_with_a_target_for_it(frames):
    for year in (2027, 2030):
        chart = next(model for model in frames[year].charts if model.series == frames[year].chart)
        if any(bar.year == year for model in frames[year].charts for bar in model.bars):
            assert {bar.evidence for bar in chart.bars if bar.year == year} <= {"target", "estimate"}
            assert any(bar.year == year for bar in chart.bars), year
    assert frames[2030].chart == "actor.irel/output/nd"
    assert frames[2025].chart == frames[2026].chart == "flow.world-in.magnets/trade_mass/metal_magnets"


def test_a_target_is_not_told_before_it_was_made(frames):
    for year in range(1950, 2025):
        said = " ".join(texts(frames[year].headlines))
        assert "[T]" not in said, year


def test_promises_stand_in_their_own_row_dashed_and_lettered(frames):
    promise = flow(frames[2013], style="promise")
    assert (promise.drawn_as, promise.letter) == ("target", "T")
    assert "promised" in promise.label.title
    assert flow(frames[2013]).claim is None


def test_1950_shows_no_plant_and_says_when_figures_begin(frames):
    assert [place for place in frames[1950].places if place.style == "plant"] == []
    assert frames[1950].empty_words.startswith("no figures found for 1950; next figures ")
    assert frames[2035].empty_words.startswith("no figures found for 2035; last figures ")


def test_the_site_that_no_text_places_hatches_its_state(frames):
    assert [(area.thing, area.region) for area in frames[2025].areas] == [("mine.andhra", "IN-AP")]
    assert all(place.thing != "mine.andhra" for place in frames[2025].places)


def test_an_agreement_promises_nothing_before_it_begins(frames):
    for year in (2012, 2013):
        later = next(row for row in frames[year].agreements if row.thing == "agreement.irel-toyotsu-2014")
        assert (later.state_words, later.promised) == ("not yet begun", ())


def test_a_part_is_quoted_beside_its_whole_and_never_added(frames):
    whole = frames[2025].headlines[0]
    assert (whole.number, whole.unit) == ("53,748", " t")
    assert ("from China about 50,000 t", ("src.indian-express-2025-06",)) in whole.lines
    sums = {"103,748", "103,700", "103,000"}
    assert not any(number in text for text in texts(frames[2025]) for number in sums)


# What holds in every year


def test_every_figure_shown_is_a_claim_about_what_it_stands_beside(frames, shipped):
    told = 0
    for frame in frames.values():
        for shown in (*frame.places, *frame.areas, *frame.flows):
            found = figures_in(shown.tip)
            told += len(found)
            assert set(found) <= texts_of(shipped, shown.thing, frame.year), (frame.year, shown.thing)
            assert set(figures_in(shown.label)) <= texts_of(shipped, shown.thing)
    assert told > 100, "the map tells figures"


def test_every_figure_of_the_sheets_column_is_a_claim_of_its_series_or_a_part(frames, shipped):
    told = 0
    for frame in frames.values():
        for row, headline in zip(shipped.catalog.headlines, frame.headlines, strict=True):
            subject = row.series.split("/")[0]
            parts = [thing.id for thing in shipped.things.values() if thing.part_of == subject]
            found = figures_in(headline.lines)
            told += len(found)
            assert set(found) <= set().union(*(texts_of(shipped, name) for name in (subject, *parts)))
            if headline.claim:
                assert headline.number + headline.unit == shipped.claims[headline.claim].quantity.text
                assert shipped.claims[headline.claim].year == frame.year
    assert told > 20


def texts_of(dataset, thing, year=None):
    """Give the figures that are claimed of a thing, in one year or in any."""
    return {
        claim.quantity.text
        for claim in dataset.claims.values()
        if claim.subject == thing and claim.quantity and claim.rank != "deprecated"
        if year in (None, claim.year) or (claim.period.type == "since" and claim.start.year <= year)
    }


def test_every_row_of_the_table_is_its_claim(frames, shipped):
    for figure in frames[2025].figures:
        claim = shipped.claims[figure.claim]
        assert figure.text == (claim.quantity.text if claim.quantity else "not found")
        assert (figure.source, figure.status, figure.period) == (
            claim.source,
            claim.status,
            claim.period.label,
        )
    numeric = {claim.id for claim in shipped.claims.values() if claim.quantity}
    assert numeric <= {figure.claim for figure in frames[2025].figures}


def test_what_does_not_depend_on_the_year_is_the_same_object(frames):
    first = frames[1950]
    for frame in frames.values():
        assert all(getattr(frame, name) is getattr(first, name) for name in TIMELESS)


def test_a_frame_asked_for_twice_is_the_same_object(shipped):
    make, rows = framer(shipped), all_rows(shipped)
    assert make(Query(2025, rows)) is make(Query(2025, rows))
    assert make(Query(2025, rows, selected=JAPAN)).flows is make(Query(2025, rows)).flows


def test_the_legend_is_what_is_drawn(frames):
    for frame in frames.values():
        assert_legend(frame)


def assert_legend(frame):
    places = {place.style for place in frame.places} | ({"area"} if frame.areas else set())
    assert {entry.symbol for entry in frame.legend if "/" not in entry.symbol} == places
    lines = {
        (
            "relation/known" if line.drawn_as == "known" else f"{line.style}/{line.drawn_as}",
            line.width_px,
            line.letter,
        )
        for line in frame.flows
    }
    listed = [entry for entry in frame.legend if "/" in entry.symbol]
    assert {(entry.symbol, entry.width_px, entry.letter) for entry in listed} == lines
    assert len(frame.legend) == len(set(frame.legend))


def test_what_is_switched_off_is_not_drawn_and_not_in_the_legend(shipped):
    frame = framer(shipped)(Query(2025, frozenset({"plants"})))
    assert {place.row for place in frame.places} == {"plants"}
    assert (frame.areas, frame.flows) == ((), ())
    assert [entry.symbol for entry in frame.legend] == ["plant"]
    assert [row.id for row in frame.rows if row.visible] == ["plants"]
    assert_legend(frame)


def test_rows_count_what_is_there_and_what_has_a_figure(frames, shipped):
    for frame in frames.values():
        rows = {row.id: row for row in frame.rows}
        assert list(rows) == [row.id for row in shipped.catalog.rows]
        for row in rows.values():
            assert 0 <= row.shown <= row.total
            assert row.with_figure is None or row.with_figure <= row.shown
    rows = {row.id: row for row in frames[2025].rows}
    assert (rows["plants"].summary, rows["proposed_mines"].summary) == ("3/3", "4/4")
    assert rows["flows_to_japan"].summary == "0 of 1 with a figure"
    assert {row.id: row for row in frames[2024].rows}["flows_to_japan"].with_figure == 1


def test_events_are_listed_in_their_year_in_order(frames):
    for year, frame in frames.items():
        assert all(event.year == year for event in frame.events)
        assert list(frame.events) == sorted(frame.events, key=lambda event: event.start)
    listed = sum(len(frame.events) for frame in frames.values())
    assert listed == len(frames[2025].all_events)


def test_what_is_not_drawn_is_counted(frames, shipped):
    for year, frame in frames.items():
        for line in frame.flows:
            told = [
                claim
                for claim in shipped.claims.values()
                if claim.subject == line.thing and claim.quantity and claim.rank != "deprecated"
                if claim.year == year or (claim.period.type == "since" and claim.start.year <= year)
                if (claim.status == "plan") == (line.style == "promise")
                if claim.status not in FACT_STATUSES or not frame.is_after_data
            ]
            assert line.more == len(told) - bool(line.claim), (year, line.thing)
    oscom = next(place for place in frames[2025].places if place.thing == "plant.oscom")
    assert oscom.more > 0, "what hovering has no room for is counted"


# The filter, the selection, the numbers


def test_a_filter_lets_through_what_it_names(shipped):
    frame = framer(shipped)(Query(2025, all_rows(shipped), statuses=frozenset({"target"})))
    assert {figure.status for figure in frame.figures} == {"target"}
    assert {bar.evidence for chart in frame.charts for bar in chart.bars} == {"target"}
    assert frame.chart in {chart.series for chart in frame.charts}
    both = frozenset({"nd"}), frozenset({"target"})
    frame = framer(shipped)(Query(2025, all_rows(shipped), substances=both[0], statuses=both[1]))
    assert {(figure.substance, figure.status) for figure in frame.figures} == {("nd", "target")}


def test_the_chart_follows_choice_then_selection_then_headlines(shipped):
    make, rows = framer(shipped), all_rows(shipped)
    headline = shipped.catalog.headlines[0].series
    assert make(Query(2025, rows)).chart == headline
    assert make(Query(2025, rows, selected="actor.irel", series=headline)).chart == headline
    assert make(Query(2025, rows, selected=MAGNETS)).chart == f"{MAGNETS}/trade_mass/metal_magnets"
    assert make(Query(2025, rows, selected="claim.nd-fy2025")).chart == "actor.irel/output/nd"
    assert make(Query(2025, rows, selected="no-such-thing", series="no-such-series")).chart == headline


def test_lakh_changes_how_numbers_are_grouped_and_nothing_else(shipped, frames):
    make, rows = framer(shipped), all_rows(shipped)
    table = {figure.claim: figure for figure in frames[2025].figures}
    grouped = {figure.claim: figure for figure in make(Query(2025, rows, lakh=True)).figures}
    assert grouped["claim.world-output-2024"].text == "3,90,000 t"
    assert grouped["claim.world-in-magnets-fy2025-sangri"].number == "about 53,748"
    for claim, figure in grouped.items():
        assert re.sub(r"(?<=\d),(?=\d)", "", figure.text) == re.sub(r"(?<=\d),(?=\d)", "", table[claim].text)
        assert replace(figure, number=table[claim].number) == table[claim]
    assert make(Query(2025, rows, lakh=True)).flows[0].line is not None
    assert [line.width_px for line in make(Query(2025, rows, lakh=True)).flows] == [
        line.width_px for line in frames[2025].flows
    ]


@given(st.integers(-(10**15), 10**15))
def test_lakh_groups_three_digits_and_then_two(value):
    text = Numbers(lakh=True).plain(value)
    assert re.fullmatch(r"-?\d{1,3}|-?\d{1,2}(,\d\d)*,\d{3}", text)
    assert int(text.replace(",", "")) == value
    assert Numbers().plain(value) == f"{value:,}"


# Rules over made-up data


@general
@given(data=st.data())
def test_nothing_made_up_breaks_the_rules_of_drawing(data, made_up):
    dataset = data.draw(made_up)
    widths = {}
    for year, frame in frames_of(dataset).items():
        assert_legend(frame)
        for line in frame.flows:
            claim = dataset.claims.get(line.claim or "")
            if claim is None:
                assert (line.width_px, line.letter) == (0.0, "")
                assert line.drawn_as in ("in_force", "known")
                continue
            assert claim.rank != "deprecated"
            assert (line.drawn_as == "figure") == (claim.status in FACT_STATUSES)
            assert line.drawn_as == "figure" or line.letter in ("T", "F")
            assert claim.status not in FACT_STATUSES or year <= frame.data_date.year
            assert claim.period.type in ("calendar", "fiscal", "by", "since")
            assert NARROWEST_PX <= line.width_px <= WIDEST_PX
            assert widths.setdefault(claim.id, line.width_px) == line.width_px, "one scale over all years"


@general
@given(data=st.data())
def test_rivals_of_what_is_drawn_are_counted_once_each(data, made_up):
    dataset = data.draw(made_up)
    make = framer(dataset)
    for year in YEARS:
        frame = make(Query(year, frozenset({"flows_to_japan", "flows_from_china", "flows_japan_promised"})))
        drawn = [dataset.claims[line.claim] for line in frame.flows if line.claim]
        rivals = {
            other.id
            for claim in drawn
            for other in dataset.claims.values()
            if other.question == claim.question and other.rank != "deprecated" and not agree(claim, other)
        }
        assert frame.rivals_shown == len(rivals)


@general
@given(data=st.data())
def test_every_made_up_figure_on_the_map_has_its_claim(data, made_up):
    dataset = data.draw(made_up)
    for year, frame in frames_of(dataset).items():
        for shown in (*frame.places, *frame.areas, *frame.flows):
            claims = [
                claim for claim in dataset.claims.values() if claim.subject == shown.thing and claim.quantity
            ]
            known = {claim.quantity.text for claim in claims if claim.rank != "deprecated"}
            assert set(figures_in(shown.label, shown.tip)) <= known
            stands = [claim for claim in claims if claim.year == year or claim.period.type == "since"]
            assert shown.more <= len(stands)


@general
@given(data=st.data(), when=st.dates(date(2009, 1, 1), date(2030, 12, 31)))
def test_whatever_the_day_of_the_data_nothing_later_is_actual(data, made_up, when):
    dataset = data.draw(made_up)
    dataset = replace(dataset, catalog=replace(dataset.catalog, data_date=when))
    facts = {claim.id for claim in dataset.claims.values() if claim.is_fact}
    for year, frame in frames_of(dataset).items():
        drawn = {line.claim for line in frame.flows} | {headline.claim for headline in frame.headlines}
        assert frame.is_after_data == (year > when.year)
        if frame.is_after_data:
            assert not drawn & facts
            assert not any("actual" in words for place in frame.places for words in place.tip)


@general
@given(data=st.data())
def test_widths_are_linear_in_tonnes_over_one_substance(data, made_up):
    dataset = data.draw(made_up)
    drawn = [
        (dataset.claims[line.claim], line.width_px)
        for frame in frames_of(dataset).values()
        for line in frame.flows
        if line.claim
    ]
    for claim, width in drawn:
        rivals = [
            other.quantity.tonnes
            for other in dataset.claims.values()
            if (other.measure, other.substance) == ("trade_mass", claim.substance)
            and other.quantity
            and other.rank != "deprecated"
            and other.period.type in ("calendar", "fiscal", "by", "since")
        ]
        assert width == max(NARROWEST_PX, round(WIDEST_PX * claim.quantity.tonnes / max(rivals), 2))


def test_an_estimate_keeps_its_letter_also_below_a_headline(frames):
    lines = [words for headline in frames[2024].headlines for words, _ in headline.lines]
    assert "from China about 25,600 t [E]" in lines
    assert "from China about 50,000 t" in [w for h in frames[2025].headlines for w, _ in h.lines]
