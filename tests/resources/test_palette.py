import itertools
import re
from dataclasses import asdict

import pytest

from resources.palette import palette

THEMES = ["light", "dark", "print"]
FILLS = ["water", "land", "india", "paper"]
TEXT = ["ink", "soft_ink", "export_text", "import_text", "plant_text", "mine_text", "relation_text"]
SYMBOLS = ["export_flow", "import_flow", "plant", "mine", "relation", "outline", "selection"]


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_agrees_with_the_two_ends_that_the_standard_names():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize(("theme", "tone", "fill"), [*itertools.product(THEMES, TEXT, FILLS)])
def test_text_can_be_read_on_every_fill(theme, tone, fill):
    colours = asdict(palette(theme))
    assert contrast(colours[tone], colours[fill]) >= 4.5


@pytest.mark.parametrize(("theme", "tone", "fill"), [*itertools.product(THEMES, SYMBOLS, FILLS)])
def test_lines_and_symbols_stand_out_from_every_fill(theme, tone, fill):
    colours = asdict(palette(theme))
    assert contrast(colours[tone], colours[fill]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_stays_quieter_than_what_it_carries(theme):
    colours = asdict(palette(theme))
    loudest_border = max(contrast(colours[line], colours["land"]) for line in ("line", "state"))
    assert loudest_border < min(contrast(colours[symbol], colours["land"]) for symbol in SYMBOLS)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_written_in_six_digits(theme):
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in asdict(palette(theme)).values())


def test_the_theme_for_print_has_no_colour():
    assert {colour[1:3] * 3 for colour in asdict(palette("print")).values()} == {
        colour[1:] for colour in asdict(palette("print")).values()
    }


def test_the_page_gets_the_same_colours_as_the_window():
    assert f"--export-flow: {palette('light').export_flow};" in palette("light").css()
    assert len(palette("dark").css().splitlines()) == len(asdict(palette("dark")))
