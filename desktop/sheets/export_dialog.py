"""The dialog in which a sheet is set up, seen, and sent off."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qtpy.QtCore import QSize, Signal
from qtpy.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.sheets.choices import KINDS, Choices, ChoicesFile
from desktop.sheets.clipboard import SheetCopier
from desktop.sheets.contents import own_subtitle, said_of
from desktop.sheets.errors import SheetCancelledError, SheetError
from desktop.sheets.export_form import ExportForm
from desktop.sheets.export_layout import foot, sheet_column, side
from desktop.sheets.file_line import FileLine
from desktop.sheets.paper import size_words
from desktop.sheets.presenter_check import check
from desktop.sheets.preview import SheetPreview
from desktop.sheets.printer import SheetPrinter
from desktop.sheets.sheet import SheetRequest
from desktop.sheets.warning import SheetWarning, exported_over
from desktop.sheets.warning_list import WarningList
from desktop.sheets.word_line import WordLine
from desktop.state.sheet_options import SheetOptions
from desktop.state.words import TITLE
from desktop.web.engine import Engine
from geodata.year import Year

FIRST_SIZE = (1160, 740)
_CARRIES = "Anyone with the file can open it in the atlas: view, year and figures travel inside"


class ExportDialog(QDialog):
    """Sets up the sheet of what was seen when it opened; what the window shows meanwhile changes nothing.

    Parameters
    ----------
    seen : SheetRequest
        Frame, extent and theme of the moment, and what the file would carry.
    printer : SheetPrinter
        Makes the picture that is copied.
    kept : ChoicesFile
        What was chosen last time.
    options : SheetOptions or None
        The words and elements of a sheet that was opened again, to begin with; None for those of last time.

    Notes
    -----
    `form` holds the settings, `file` the path, `preview` the sheet as it will leave, and
    `warnings_list` what to look at first.
    """

    wanted = Signal(object, object)
    """A `SheetRequest` and the `pathlib.Path` it is to be written to."""

    def __init__(
        self,
        window: QWidget,
        seen: SheetRequest,
        engine: Engine,
        printer: SheetPrinter,
        kept: ChoicesFile,
        options: SheetOptions | None = None,
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(f"Export sheet of {seen.frame.year_label}")
        self._seen, self._kept, self._is_over = seen, kept, False
        self._request: SheetRequest | None = None
        self._warnings: tuple[SheetWarning, ...] = ()
        self._is_leaving = False
        self._copier = SheetCopier(printer)
        choices = kept.read(Choices(theme=seen.theme))
        self.form = ExportForm(choices, TITLE, own_subtitle(seen))
        if options is not None:
            self.form.begin_with(options)
        folder = Path(choices.folder) if choices.folder and Path(choices.folder).is_dir() else Path.home()
        self.file = FileLine(folder, f"irel-atlas-{Year(seen.frame.year, seen.frame.fiscal)}", choices.kind)
        self._carries = QCheckBox("&Carry view and figures, to be opened again")
        self._carries.setChecked(choices.carries)
        self._carries.setToolTip(_CARRIES)
        self.preview, self.warnings_list = SheetPreview(engine), WarningList()
        self._size, self._words = QLabel(), WordLine()
        self._export, self._copy = QPushButton("&Export"), QPushButton("Co&py picture")
        self._lay_out()
        self._export.setDefault(True)  # it must be in the dialog before
        self._listen()
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableGeometry().size()))
        self._refresh()
        self.form.begin()

    def done(self, result: int) -> None:
        """Close: end what is still being copied, and let the preview's page go."""
        if not self._is_over:
            self._is_over = True
            self._copier.cancel()
            self.preview.close_page()
        super().done(result)

    # Following the settings

    def _listen(self) -> None:
        self.form.changed.connect(self._follow_kind)
        self.file.changed.connect(self._follow_name)
        self._carries.toggled.connect(lambda _on: self._refresh())
        self.preview.drawn.connect(self._look_over)
        self.preview.failed.connect(self._refuse)
        self.warnings_list.fix_wanted.connect(self._mend)
        self._export.clicked.connect(self._send_off)
        self._copy.clicked.connect(self._copy_picture)

    def _follow_kind(self) -> None:
        self.file.follow(self.form.kind)
        self._refresh()

    def _follow_name(self) -> None:
        """Write the kind that the name's ending tells."""
        kind, ending = self.form.kind, self.file.ending
        found = next((name for name, own in KINDS.items() if own == ending), kind)
        if KINDS[kind] != ending and found != kind:
            self.form.choose(kind=found)
        self._refresh()

    def _choices(self) -> Choices:
        return replace(self.form.choices, carries=self._carries.isChecked())

    def _refresh(self) -> None:
        """Ask for the preview of what is set, or say what is wrong with it."""
        try:
            request = self._choices().request(self._seen, *self.form.words)
        except SheetError as error:
            self._request = None
            self._size.setText("the last sheet that could be made")
            self._refuse(str(error))
            return
        if request != self._request:
            self._request = request
            self._size.setText(size_words(request.size_px, request.dpi))
            self.preview.setAccessibleDescription(said_of(request).alt)
            self.preview.show_request(request)
        self._show_readiness("")

    def _look_over(self, drawing: str) -> None:
        """Say what an audience could take wrongly of the sheet that is now to be seen."""
        if self._request is not None:
            self._warnings = () if self._request.bare else check(self._request, drawing)
            self.warnings_list.show_warnings(self._warnings)
            self._show_readiness("")
            if self._is_leaving:
                self._send_off()

    def _mend(self, warning: SheetWarning) -> None:
        """Do what puts a warning right, in the settings, where it can be seen and undone."""
        if self._request is not None and warning.fix is not None:
            mended = warning.fix(self._request)
            self._seen = replace(self._seen, opacity=mended.opacity)
            self.form.take(self._request, mended)
            self._refresh()
            self._export.setFocus()  # the button that was pressed is about to go

    def _refuse(self, problem: str) -> None:
        """Say why there can be no such sheet."""
        self._is_leaving = False
        self.warnings_list.show_warnings(())
        self._show_readiness(problem)

    def _show_readiness(self, problem: str) -> None:
        """Say in one line what is in the way, and let nothing leave meanwhile."""
        self._copy.setEnabled(self._request is not None and not problem)
        path = None
        if not problem:
            try:
                path = self.file.path
            except SheetError as error:
                problem = str(error)
        self._export.setEnabled(self._request is not None and not problem)
        note = f"Replaces {path.name}, which is there already." if path and path.exists() else ""
        self._words.say(problem or note, is_problem=bool(problem))

    # Leaving

    def _send_off(self) -> None:
        """Hand the sheet over to be written, with what was warned of, and remember how it was set up."""
        self._is_leaving = not self.preview.is_up_to_date
        if self._request is None or self._is_leaving:
            return  # once it is drawn it is looked over, and leaves
        try:
            path = self.file.path
        except SheetError as error:
            self._show_readiness(str(error))
            return
        with suppress(OSError):  # a folder that cannot be written to must not keep the sheet back
            self._kept.write(replace(self._choices(), folder=str(path.parent)))
        self.wanted.emit(exported_over(self._request, self._warnings), path)
        self.accept()

    def _copy_picture(self) -> None:
        if self._request is not None:
            self._copy.setEnabled(False)
            self._words.say("Drawing the picture…")
            warnings = self._warnings if self.preview.is_up_to_date else ()
            wanted = exported_over(self._request, warnings)
            self._copier.copy(wanted, self._note_copied, self._note_not_copied)

    def _note_copied(self) -> None:
        self._show_readiness("")
        self._words.say("The picture is on the clipboard.")

    def _note_not_copied(self, error: SheetError) -> None:
        if not isinstance(error, SheetCancelledError):
            self._show_readiness(str(error))

    def _lay_out(self) -> None:
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        self._export.setObjectName("primary")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(sheet_column(self.preview, self._size, self.warnings_list), 1)
        middle.addWidget(side(self.form))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(foot(self.file, self._carries, self._words, (self._copy, cancel, self._export)))
