"""The Compare panel: what is compared with what, how, and the table of differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qtpy.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.commands import compare, go, knowing, scenarios, years
from desktop.commands.command import Command, Context
from desktop.commands.tips import as_tip
from desktop.panels.clock_tools import switch
from desktop.panels.compare_sides import Side, SideEditor, Takers
from desktop.panels.differences import DifferencesTable
from desktop.panels.pieces import AROUND, UNIT, column, icon_button, repaint, row, text
from desktop.panels.seen import Seen
from desktop.state.atlas import Atlas, Compare
from desktop.state.comparing import badges_of, frame_of_a
from desktop.state.difference_text import figures_of, summary, table
from desktop.state.store import Store
from geodata.difference import Difference, difference
from geodata.frame import Frame
from geodata.scenario import Scenario

_BEGINNINGS = (compare.PREVIOUS, compare.ANOTHER, compare.KNOWN, compare.BASE)
_MANNERS = (
    (compare.SWIPE, "One map; A is seen left of its divider, B right of it"),
    (compare.SIDE, "A in the left half, B in the right, with the same extent"),
)
_ABOUT = "Set what you see beside another year, another day of knowledge, or a scenario."


@dataclass(frozen=True, slots=True)
class Comparing:
    """What the panel shows: what is seen, and both frames; `a` is None where nothing is compared."""

    compare: Compare | None
    b_side: Side
    lakh: bool
    can_begin: tuple[bool, bool]
    a: Frame | None
    b: Frame


def part_of(store: Store) -> Callable[[Atlas, Frame], Comparing]:
    """Give what takes the panel's part out of a state and its frame."""

    def part(atlas: Atlas, frame: Frame) -> Comparing:
        side = Side("B", atlas.clock.year, atlas.scenario, atlas.known_on)
        can_begin = (atlas.clock.year > frame.first_year, atlas.scenario is not None)
        other = frame_of_a(atlas, store.frame_of)
        return Comparing(atlas.compare, side, atlas.look.lakh, can_begin, other, frame)

    return part


class ComparePanel:
    """Buttons that begin a comparison; then both sides, the manner, and the differences, while it is seen."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._shown: Comparing | None = None
        self._found: Difference | None = None
        store = context.store
        a = Takers(
            lambda year: compare.with_year(store, year),
            lambda scenario: compare.with_scenario(store, scenario),
            lambda day: compare.with_known_on(store, day),
        )
        b = Takers(
            lambda year: years.go_to(store, year),
            lambda scenario: scenarios.choose(store, scenario),
            lambda day: knowing.know_on(store, day),
        )
        self._wrong, self._summary = text(name="soft"), text(name="soft")
        self._unfit = text(name="export-words")
        repaint(self._unfit, "problem", True)
        self._a = SideEditor("A", a, self._say)
        self._b = SideEditor("B", b, self._say)
        self._table = DifferencesTable()
        self._table.chosen.connect(lambda found: go.select(store, found))
        self._manners = [switch(command, command.title, tip, context) for command, tip in _MANNERS]
        self._beginnings = [_button(command, context) for command in _BEGINNINGS]
        self._idle, self._on = self._lay_out_idle(), self._lay_out_on()
        self.widget = Seen()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._idle)
        layout.addWidget(self._on)
        self.widget.came.connect(self._write)
        self.widget.setFocusProxy(self._a.year)

    def show(self, shown: Comparing) -> None:
        """Show a comparison, now or when the panel is next seen."""
        self._shown = shown
        if self.widget.isVisible():
            self._write()

    def _write(self) -> None:
        shown = self._shown
        if shown is None:
            return
        is_on = shown.compare is not None and shown.a is not None
        self._idle.setVisible(not is_on)
        self._on.setVisible(is_on)
        for command, button in zip(_BEGINNINGS, self._beginnings, strict=True):
            button.setEnabled(command.enabled(self._context))
        self.widget.setFocusProxy(self._a.year if is_on else self._beginnings[1])
        if shown.compare is not None and shown.a is not None:
            self._write_sides(shown, shown.compare)
            self._write_differences(shown.a, shown.b, shown.lakh)

    def _write_sides(self, shown: Comparing, at: Compare) -> None:
        frame = shown.b
        span = frame.first_year, frame.last_year, frame.fiscal
        self._context.scenarios.load()
        shelved = (entry.scenario for entry in self._context.scenarios.shelf.entries)
        there = _each_once(*shelved, at.scenario, shown.b_side.scenario)
        self._a.show(Side("A", at.year, at.scenario, at.known_on), span, there)
        self._b.show(shown.b_side, span, there)
        for button, manner in zip(self._manners, ("swipe", "side"), strict=True):
            button.setChecked(at.manner == manner)

    def _write_differences(self, a: Frame, b: Frame, lakh: bool) -> None:
        self._found = difference(a, b, lakh)
        self._table.take(self._found)
        self._table.setVisible(bool(self._found.rows))
        self._summary.setText(summary(self._found))
        self._write_unfit(a, b)

    def _write_unfit(self, a: Frame, b: Frame) -> None:
        """Say of each side how many changes of its scenario do not fit, and which at a glance longer."""
        told = [(letter, half.scenario) for letter, half in (("A", a), ("B", b)) if half.scenario]
        unfit = [(f"{letter}: {one.unfit_words}.", one.problems) for letter, one in told if one.problems]
        self._unfit.setText("\n".join(words for words, _ in unfit))
        self._unfit.setToolTip(as_tip("\n".join(line for _, problems in unfit for line in problems)))
        self._unfit.setVisible(bool(unfit))

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _rows(self) -> list[list[str]]:
        shown = self._shown
        if shown is None or shown.a is None or self._found is None:
            return []
        a, b = badges_of(shown.a, shown.b)
        return table(self._found, figures_of(shown.b, shown.a), (a.words, b.words))

    def _lay_out_idle(self) -> QWidget:
        return column(text(_ABOUT, "soft"), *self._beginnings, QWidget(), margins=AROUND, stretch=5)

    def _lay_out_on(self) -> QWidget:
        self._wrong.hide()
        self._unfit.hide()
        texts, name = self._context.texts, "irel-atlas-differences"
        copy = icon_button("copy", "Copy the table of differences")
        copy.clicked.connect(lambda: texts.copy_table(self._rows(), "the table of differences"))
        save = icon_button("file-spreadsheet", "Save the table of differences as CSV…")
        save.clicked.connect(lambda: texts.save_table(self._rows(), name))
        swap, end = (_button(command, self._context) for command in (compare.SWAP, compare.END))
        tools = row(*self._manners, swap, end, QWidget(), stretch=4)
        end.setText("End")
        head = (self._a.widget, self._b.widget, self._wrong, self._unfit, tools)
        above = column(*head, row(self._summary, copy, save, stretch=0), margins=AROUND, gap=UNIT // 2)
        return column(above, self._table, gap=0, stretch=1)


def _each_once(*found: Scenario | None) -> tuple[Scenario, ...]:
    """Give the scenarios that are at hand, and those that a side is in."""
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _button(command: Command, context: Context) -> QPushButton:
    button = QPushButton(command.title)
    button.setCheckable(command.checked is not None)
    button.clicked.connect(lambda: command.run(context))
    return button
