"""Both themes can be read, and the window follows the chosen one."""

import re

import pytest
from qtpy.QtGui import QColor, QFont, QPalette
from qtpy.QtWidgets import QApplication
from widgets import application

from desktop.commands import look
from desktop.commands.extent import FIT_ALL
from desktop.window import theme
from desktop.window.icons import icon
from resources import files
from resources.palette import palette

Role = QPalette.ColorRole
READ = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
    (Role.PlaceholderText, Role.Window),
    (Role.PlaceholderText, Role.Highlight),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
]


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_stands_out_from_its_ground(name, ink, ground):
    made = theme.qt_palette(palette(name))
    assert contrast(made.color(ink), made.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_pair_of_ink_and_ground_in_the_style_can_be_read(name):
    style = theme.style_sheet(palette(name))
    made = theme.qt_palette(palette(name))
    pairs = 0
    for selector, block in re.findall(r"([^{}]*)\{([^}]*)\}", style):
        if "separator" in selector or "handle" in selector:
            continue  # nothing is written on these
        ink = re.search(r"(?<![-\w])color: (#[0-9A-F]{6})", block)
        ground = re.search(r"background: (#[0-9A-F]{6})", block)
        if ink and ground and ink[1] != ground[1]:
            pairs += 1
            assert contrast(QColor(ink[1]), QColor(ground[1])) >= 4.5, block
        elif ground:
            assert contrast(made.color(Role.WindowText), QColor(ground[1])) >= 3, block
    assert pairs >= 4


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_names_no_colour_that_is_not_filled_in_and_no_file_that_is_not_there(name):
    style = theme.style_sheet(palette(name))
    assert "@" not in style
    pictures = re.findall(r'url\("([^"]+)"\)', style)
    assert pictures
    assert all(files.path(f"styles/{path.rsplit('/', 1)[1]}").is_file() for path in pictures)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_checks_and_arrows_stand_out_in_both_themes(name):
    for picture in ("check", "dash", "down", "up"):
        colour = re.search(rb'stroke="(#[0-9A-F]{6})"', files.read(f"styles/{picture}.svg"))
        assert colour
        assert contrast(QColor(colour[1].decode()), QColor(palette(name).paper)) >= 3


def test_the_window_takes_up_the_theme_and_so_do_its_icons(opened):
    window, store, *_ = opened()
    heard = []
    window.theming.changed.connect(heard.append)
    look.set_theme(store, "dark")
    assert heard == ["dark"]
    assert window.theming.is_dark
    assert QApplication.palette().color(Role.Window).lightness() < 80
    dark = window.doing.of(FIT_ALL).icon().pixmap(24, 24).toImage()
    look.set_theme(store, "light")
    assert QApplication.palette().color(Role.Window).lightness() > 200
    assert window.doing.of(FIT_ALL).icon().pixmap(24, 24).toImage() != dark


def test_an_icon_has_the_colour_that_is_asked_for(opened):
    opened()
    image = icon("home", "#FF0000", "#00FF00").pixmap(32, 32).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#ff0000"}


@pytest.mark.parametrize("points", [8.0, 14.0, 20.0])
def test_titles_are_larger_than_the_letters_of_the_system(points):
    usual = application().font()
    large = QFont(usual)
    large.setPointSizeF(points)
    application().setFont(large)
    try:
        sizes = re.findall(r"font-size: ([\d.]+)pt", theme.style_sheet(palette("light")))
    finally:
        application().setFont(usual)
    assert len(sizes) == 2
    assert all(float(size) > 1.3 * points for size in sizes)
