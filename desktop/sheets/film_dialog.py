"""The dialog in which a film is set up: its years or story, format, size and theme, and its pace."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import Qt, Signal
from qtpy.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.sheets.encoders import find_ffmpeg
from desktop.sheets.errors import SheetError
from desktop.sheets.film import LONGEST_S, SHORTEST_S, held_for_reading
from desktop.sheets.film_limits import check_amount
from desktop.sheets.paper import Size, parse_size
from desktop.state.story import Story

WIDTH_PX = 460
KIND_TITLES = {
    "mp4": "MP4 film",
    "gif": "GIF, moves in any page and mail",
    "webp": "WebP, moves in browsers, without loss",
    "zip": "PNG pictures in a ZIP file",
    "folder": "PNG pictures in a folder",
}
SIZES = {
    "1920x1080": "Slide, 1920 × 1080",
    "1280x720": "Small slide, 1280 × 720",
    "3840x2160": "Large slide, 3840 × 2160",
    "1080x1080": "Square, 1080 × 1080",
}
THEME_TITLES = {"light": "Light", "dark": "Dark", "print": "For print, without colour"}
_CARRIES = "Each PNG brings its view back; films say which data they show"


@dataclass(frozen=True, slots=True)
class FilmChoices:
    """What is chosen for a film.

    Parameters
    ----------
    of_story : bool
        Whether the open story is filmed instead of years.
    first, last : int
        Years; both are in the film.
    kind : str
        One of `desktop.sheets.film_limits.KINDS`.
    size : str
        One of `SIZES`: width and height in pixels.
    seconds : float
        How long a year stays; a step of the story stays at least as long.
    theme : str
        light, dark or print.
    carries : bool
        Whether the film carries what brings its views back.
    """

    first: int
    last: int
    of_story: bool = False
    kind: str = "mp4"
    size: str = "1920x1080"
    seconds: float = 1.0
    theme: str = "light"
    carries: bool = True

    @property
    def size_px(self) -> Size:
        """Width and height in pixels."""
        return parse_size(self.size)[0]


class FilmDialog(QDialog):
    """Sets up a film, and says beforehand how many pictures it will have and how long it will last.

    Parameters
    ----------
    choices : FilmChoices
        What is set at first.
    years : tuple of int
        First and last year of the clock.
    story : Story
        The open one; it can be chosen where it has steps.
    """

    wanted = Signal(object)
    """`FilmChoices`."""

    def __init__(self, window: QWidget, choices: FilmChoices, years: tuple[int, int], story: Story) -> None:
        super().__init__(window)
        self.setWindowTitle("Export film")
        self.setMinimumWidth(WIDTH_PX)
        self._story = story
        self._subject = _combo(
            {"years": "The years", "story": f"The story: {story.title}"},
            "story" if choices.of_story else "years",
        )
        self._first, self._last = _year(choices.first, years, "From"), _year(choices.last, years, "To")
        self._kind, self._size = _combo(KIND_TITLES, choices.kind), _combo(SIZES, choices.size)
        self._theme, self._seconds = _combo(THEME_TITLES, choices.theme), _seconds(choices.seconds)
        self._carries = QCheckBox("&Carry views and figures, to be opened again")
        self._carries.setChecked(choices.carries)
        self._carries.setToolTip(_CARRIES)
        self._words = QLabel()
        self._words.setObjectName("export-words")
        self._words.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton("&Export…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._listen()
        self._refresh()

    @property
    def choices(self) -> FilmChoices:
        """Everything that is set."""
        return FilmChoices(
            self._first.value(),
            self._last.value(),
            self._subject.currentData() == "story",
            self._kind.currentData(),
            self._size.currentData(),
            round(self._seconds.value(), 1),
            self._theme.currentData(),
            self._carries.isChecked(),
        )

    def _lay_out(self) -> None:
        years = QWidget()
        line = QHBoxLayout(years)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self._first, QLabel("to"), self._last):
            line.addWidget(part)
        line.addStretch(1)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(16)
        form.addRow("&Show", self._subject)
        form.addRow("&Years", years)
        form.addRow("&Format", self._kind)
        form.addRow("Si&ze", self._size)
        form.addRow("&Theme", self._theme)
        form.addRow("&Hold each for", self._seconds)
        form.addRow("", self._carries)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._buttons)
        self._subject.setEnabled(bool(self._story.steps))
        years_label = form.labelForField(years)
        if isinstance(years_label, QLabel):
            years_label.setBuddy(self._first)

    def _listen(self) -> None:
        for combo in (self._subject, self._kind, self._size, self._theme):
            combo.currentIndexChanged.connect(lambda _place: self._refresh())
        for spin in (self._first, self._last, self._seconds):
            spin.valueChanged.connect(lambda _value: self._refresh())
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._send_off)

    def _refresh(self) -> None:
        """Say what it will be, or what is in the way."""
        choices, problem = self.choices, ""
        for spin in (self._first, self._last):
            spin.setEnabled(not choices.of_story)
        held = self._held(choices)
        try:
            if not held:
                raise SheetError("The years are turned round: the first is behind the last.")
            check_amount(choices.size_px, held, choices.kind)
            if choices.kind == "mp4":
                find_ffmpeg()
        except SheetError as error:
            problem = str(error)
        self._go.setEnabled(not problem)
        self._words.setText(problem or amount_words(held, choices.kind))
        self._words.setProperty("problem", bool(problem))
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)

    def _held(self, choices: FilmChoices) -> tuple[float, ...]:
        if choices.of_story:
            return held_for_reading((step.caption for step in self._story.steps), choices.seconds)
        return (choices.seconds,) * (choices.last - choices.first + 1)

    def _send_off(self) -> None:
        self.wanted.emit(self.choices)
        self.accept()


def amount_words(held: tuple[float, ...], kind: str) -> str:
    """Say how many pictures there are and how long they last.

    Examples
    --------
    >>> amount_words((1.0,) * 90, "gif"), amount_words((1.0,), "zip")
    ('90 pictures, 1 min 30 s', '1 picture')
    """
    pictures = f"{len(held)} picture{'' if len(held) == 1 else 's'}"
    if kind in ("zip", "folder"):
        return pictures
    minutes, seconds = divmod(round(sum(held), 1), 60)
    length = f"{minutes:.0f} min {seconds:.0f} s" if minutes else f"{seconds:g} s"
    return f"{pictures}, {length}"


def _combo(titles: dict[str, str], chosen: str) -> QComboBox:
    combo = QComboBox()
    for name, title in titles.items():
        combo.addItem(title, name)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo


def _year(year: int, clock: tuple[int, int], name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(*clock)
    spin.setValue(year)
    spin.setAccessibleName(name)
    return spin


def _seconds(seconds: float) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setDecimals(1)
    spin.setSingleStep(0.5)
    spin.setRange(SHORTEST_S, LONGEST_S)
    spin.setValue(seconds)
    spin.setSuffix(" s")
    return spin
