"""What can be set for an export: size, theme, format, words, elements and logo."""

from __future__ import annotations

from dataclasses import replace

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop.sheets.choices import CUSTOM, Choices
from desktop.sheets.custom_size import CustomSize, combo_of
from desktop.sheets.logo_line import LogoLine
from desktop.sheets.paper import PRESETS
from desktop.sheets.sheet import SheetRequest
from desktop.state.checked import MAX_WORDS
from desktop.state.sheet_options import ELEMENTS, SheetOptions
from desktop.state.words import BOUNDARY_NOTICE

THEME_TITLES = {"light": "Light", "dark": "Dark", "print": "For print, without colour"}
KIND_TITLES = {
    "png": "PNG picture",
    "pdf": "PDF document",
    "svg": "SVG drawing",
    "map": "PNG of the bare map, for GIS",
}
ELEMENT_TITLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "year": "Year and scenario",
    "headlines": "Figures",
    "chart": "Chart",
    "legend": "Legend",
    "widths": "Widths with values",
    "scale": "Scale bar",
    "north": "North arrow",
    "locator": "Locator map",
    "sources": "Numbered sources",
    "logo": "Own logo",
    "footer": "Footer",
}
NOTICE_REASON = f"Always shown, because the outlines need it: “{BOUNDARY_NOTICE}”"
_COLUMNS = 2
_GAP_PX = 8


class ExportForm(QWidget):
    """The settings of an export; `changed` tells that one of them did.

    Parameters
    ----------
    choices : Choices
        What is set at first.
    title, subtitle : str
        The atlas's own words, which stand where nothing is written.
    """

    changed = Signal()

    def __init__(self, choices: Choices, title: str, subtitle: str) -> None:
        super().__init__()
        self._choices = choices
        self._size = combo_of({**{one.id: one.title for one in PRESETS}, CUSTOM: "Custom"}, choices.preset)
        self._theme = combo_of(THEME_TITLES, choices.theme)
        self._kind = combo_of(KIND_TITLES, choices.kind)
        self.custom = CustomSize(choices)
        self.title, self.subtitle = _line("", title), _line("", subtitle)
        self.caption, self._footer = _line("", "none"), _line(choices.footer, "none")
        self._proposed = [line.placeholderText() for line, _name in self._lines()]
        self._logo = LogoLine(choices.logo)
        self.elements = {name: QCheckBox(ELEMENT_TITLES[name]) for name in ELEMENTS}
        for name, box in self.elements.items():
            box.setChecked(name in choices.elements)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(_GAP_PX)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._fill()
        self._listen()
        self._refresh()

    @property
    def kind(self) -> str:
        """What is written: one of `choices.KINDS`."""
        return self._kind.currentData()

    def choose(self, size: str | None = None, theme: str | None = None, kind: str | None = None) -> None:
        """Set what the boxes say; None leaves one as it is.

        Parameters
        ----------
        size : str or None
            Id of a preset, or custom.
        theme : str or None
            light, dark or print.
        kind : str or None
            One of `choices.KINDS`.
        """
        for combo, wanted in ((self._size, size), (self._theme, theme), (self._kind, kind)):
            if wanted is not None:
                combo.setCurrentIndex(combo.findData(wanted))

    @property
    def choices(self) -> Choices:
        """Everything that is set, but title, subtitle and caption."""
        return replace(
            self.custom.chosen(self._choices),
            preset=self._size.currentData(),
            theme=self._theme.currentData(),
            kind=self.kind,
            elements=frozenset(name for name, box in self.elements.items() if box.isChecked()),
            footer=self._footer.text().strip(),
            logo=self._logo.path,
        )

    @property
    def words(self) -> tuple[str | None, str | None, str]:
        """Title and subtitle, None where the atlas's own are to stand, and caption."""
        title, subtitle, caption = (line.text().strip() for line in (self.title, self.subtitle, self.caption))
        return title or None, subtitle or None, caption

    def begin_with(self, options: SheetOptions) -> None:
        """Set the words and elements of another sheet; the logo stays, or is told to be another."""
        for line, name in self._lines():
            line.setText(getattr(options, name) or "")
            line.setCursorPosition(0)
        for name, box in self.elements.items():
            box.setChecked(name in options.elements)
        self._logo.tell_missing(options.logo_name)

    def take(self, before: SheetRequest, after: SheetRequest) -> None:
        """Set what differs between two requests: words, elements, and a size of one's own."""
        old, new = before.options, after.options
        for line, name in self._lines():
            if getattr(old, name) != getattr(new, name):
                line.setText(getattr(new, name) or "")
        for name, box in self.elements.items():
            box.setChecked(name in new.elements)
        if before.size_px != after.size_px:
            self.custom.take(after.size_px)
            self.choose(size=CUSTOM)

    def begin(self) -> None:
        """Put the cursor where the first words may be written."""
        self.title.setFocus()

    def _lines(self) -> tuple[tuple[QLineEdit, str], ...]:
        """List the lines of words with their names in `SheetOptions`."""
        lines = self.title, self.subtitle, self.caption, self._footer
        return tuple(zip(lines, ("title", "subtitle", "caption", "footer"), strict=True))

    def _fill(self) -> None:
        form = self._form
        form.addRow(_heading("Sheet"))
        form.addRow("&Size", self._size)
        form.addRow("", self.custom)
        form.addRow("T&heme", self._theme)
        form.addRow("For&mat", self._kind)
        form.addRow(_heading("Words"))
        form.addRow("&Title", self.title)
        form.addRow("S&ubtitle", self.subtitle)
        form.addRow("Captio&n", self.caption)
        form.addRow("Foote&r", self._footer)
        form.addRow("&Logo", self._logo)
        form.addRow(_heading("Elements"))
        form.addRow(self._boxes())

    def _boxes(self) -> QWidget:
        """Set out the check boxes column by column; the notice that must stay is the last."""
        notice = QCheckBox("Boundary notice")
        notice.setChecked(True)
        notice.setEnabled(False)
        notice.setToolTip(NOTICE_REASON)
        notice.setAccessibleDescription(NOTICE_REASON)
        reason = QLabel("The boundary notice is always shown: outlines need it.")
        reason.setObjectName("soft")
        reason.setWordWrap(True)
        boxes = [*self.elements.values(), notice]
        found, rows = QWidget(), -(-len(boxes) // _COLUMNS)
        grid = QGridLayout(found)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(_GAP_PX - 2)
        for place, box in enumerate(boxes):
            grid.addWidget(box, place % rows, place // rows)
        grid.addWidget(reason, rows, 0, 1, _COLUMNS)
        return found

    def _listen(self) -> None:
        for combo in (self._size, self._theme, self._kind):
            combo.currentIndexChanged.connect(self._note)
        for line, _name in self._lines():
            line.textChanged.connect(self._note)
        for box in self.elements.values():
            box.toggled.connect(self._note)
        self.custom.changed.connect(self._note)
        self._logo.changed.connect(self._note)

    def _note(self, _value: object = None) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        """Show and enable what has a meaning for what is chosen."""
        self.custom.setVisible(self._size.currentData() == CUSTOM)
        is_map = self.kind == "map"
        lines = [line for line, _name in self._lines()]
        for line, words in zip(lines, self._proposed, strict=True):
            line.setPlaceholderText("" if is_map else words)  # it would look as if it could be changed
        for part in (*lines, self._logo, *self.elements.values()):
            part.setEnabled(not is_map)


def _line(words: str, own: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setPlaceholderText(own)
    line.setMaxLength(MAX_WORDS)
    line.setCursorPosition(0)
    return line


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setObjectName("heading")
    heading.setIndent(0)
    return heading
