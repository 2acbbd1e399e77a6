"""Light and dark: one palette for every widget, made from resources/styles, and a few lines of style."""

from __future__ import annotations

import re
from typing import Literal

from qtpy.QtGui import QColor, QPalette
from qtpy.QtWidgets import QApplication

from resources import files
from resources.palette import Palette, palette

TITLE_SIZE = 1.44
"""Size of titles and of the number of a claim, of the system's letters."""
Role = QPalette.ColorRole
Group = QPalette.ColorGroup


def resolved(theme: str) -> Literal["light", "dark"]:
    """Tell which theme is drawn: the chosen one, or the system's."""
    if theme == "system":
        return "dark" if _system_is_dark() else "light"
    return "dark" if theme == "dark" else "light"


def apply(theme: str) -> None:
    """Give the whole application the colours of a theme."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        colours = palette(resolved(theme))
        application.setPalette(qt_palette(colours))
        application.setStyleSheet(style_sheet(colours))


def style_sheet(colours: Palette) -> str:
    """Fill the colours, and sizes that follow the system's letters, into resources/styles/window.qss."""
    style = files.read("styles/window.qss").decode("utf-8")
    letters = QApplication.font()
    size, unit = (letters.pointSizeF(), "pt") if letters.pointSizeF() > 0 else (letters.pixelSize(), "px")
    for name, value in {**_chrome(colours), "title": f"{size * TITLE_SIZE:.1f}{unit}"}.items():
        style = re.sub(rf"@{name}\b", value, style)
    return style.replace("@folder", files.path("styles/window.qss").parent.as_posix())


def qt_palette(colours: Palette) -> QPalette:
    """Make Qt's palette of ours: selection is one soft tone of the ring that the map draws."""
    chrome = _chrome(colours)
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(chrome[name]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        made.setColor(Group.Disabled, role, QColor(chrome["faint"]))
    return made


def icon_colours(theme: str) -> tuple[str, str]:
    """Give the colour of icons, and of disabled ones, in a theme."""
    chrome = _chrome(palette(resolved(theme)))
    return chrome["soft"], chrome["faint"]


_ROLES = {
    Role.Window: "window",
    Role.Base: "paper",
    Role.AlternateBase: "window",
    Role.Button: "button",
    Role.ToolTipBase: "paper",
    Role.WindowText: "ink",
    Role.Text: "ink",
    Role.ButtonText: "ink",
    Role.ToolTipText: "ink",
    Role.PlaceholderText: "soft",
    Role.BrightText: "import",
    Role.Highlight: "chosen",
    Role.HighlightedText: "ink",
    Role.Link: "link",
    Role.LinkVisited: "link",
    Role.Light: "paper",
    Role.Midlight: "button",
    Role.Mid: "line",
    Role.Dark: "line",
    Role.Shadow: "line",
}


def _chrome(colours: Palette) -> dict[str, str]:
    """Name the tones of the window, each mixed from the palette."""
    return {
        "paper": colours.paper,
        "window": _mix(colours.paper, colours.ink, 0.045),
        "button": _mix(colours.paper, colours.ink, 0.08),
        "hover": _mix(colours.paper, colours.ink, 0.10),
        "line": _mix(colours.paper, colours.ink, 0.16),
        "scroll": _mix(colours.paper, colours.ink, 0.24),
        "edge": _mix(colours.paper, colours.ink, 0.45),
        "ink": colours.ink,
        "soft": colours.soft_ink,
        "faint": _mix(colours.paper, colours.soft_ink, 0.55),
        "chosen": _mix(colours.paper, colours.selection, 0.16),
        "focus": colours.selection,
        "link": colours.export_text,
        "import": colours.import_text,
        "warning": _mix(colours.paper, colours.mine, 0.16),
    }


def _mix(under: str, over: str, share: float) -> str:
    """Lay one colour over another, `share` from 0 to 1."""
    pairs = zip(_channels(under), _channels(over), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _system_is_dark() -> bool:
    """Ask Qt where it knows (6.5 and later), else look at the palette that the system gave."""
    hints = QApplication.styleHints()
    scheme = getattr(hints, "colorScheme", None)
    if scheme is not None:
        return scheme().name == "Dark"
    return QApplication.style().standardPalette().color(Role.Window).lightness() < 128
