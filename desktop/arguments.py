"""What can be typed behind the program's name: the words of each command, with examples."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from desktop.wanted import add_compare, add_state

WRONG = 2
"""Exit code of whatever was asked wrongly or could not be done."""

Run = Callable[[argparse.Namespace], int]

_EXAMPLES = """examples:
  irel-atlas                                          open the atlas
  irel-atlas open --data my-layers --year 2030        open it on a copy of the layers
  irel-atlas open map.png                             bring back the view of an exported sheet
  irel-atlas open plan.atlas                          go on with a session
  irel-atlas snapshot --year 2024 --out map.png       draw the sheet of 2024
  irel-atlas snapshot --out a3.pdf --theme dark --bounds 68,6,98,37
  irel-atlas snapshot --out slide.png --size 3840x2160 --layers plants,proposed_mines
  irel-atlas film --years 2005-2025 --out years.mp4   film a range of years
  irel-atlas deck --story bundled --out talk.pptx     a slide for each step of a story
  irel-atlas audit talk.pptx                          which figures of a deck are out of date
  irel-atlas page --out atlas.html                    write all years as one page for any browser
  irel-atlas export --out figures.xlsx                write every figure with its source
  irel-atlas check --data my-layers                   report every problem in the layers
"""

_OPEN_EXAMPLES = """examples:
  irel-atlas open plan.atlas
  irel-atlas open --view "Targets 2030"
  irel-atlas open --scenario my-scenario.json --year 2030
  irel-atlas open --known-on 2025-06-01
  irel-atlas open --compare 2024:2025
"""

_SHEETS = """examples:
  irel-atlas snapshot --year 2024 --out map.png
  irel-atlas snapshot --preset a3-landscape --theme print --show north,locator --out wall.pdf
  irel-atlas snapshot --size 297x210mm --dpi 300 --title "Rare earths" --logo ours.png --out a4.png
  irel-atlas snapshot --hide chart,headlines --caption "China ships most magnets." --out slide.svg
  irel-atlas snapshot --view "Trade 2024" --out trade.png
  irel-atlas snapshot --scenario exports-suspended --year 2026 --out what-if.pdf
  irel-atlas snapshot --known-on 2025-06-01 --out as-known-then.png
  irel-atlas snapshot --fiscal --year 2026 --since 2020 --cumulative --out range.pdf
  irel-atlas snapshot --compare 2024:2030 --out two-years.pdf
  irel-atlas snapshot --compare 2025-06-01:now --out what-was-known.pdf
  irel-atlas snapshot --compare none:four-mines-by-2030 --year 2030 --out with-and-without.pdf
  irel-atlas snapshot --bare --bounds 68,6,98,37 --out india.png
  irel-atlas snapshot --strict --out talk.pdf      refuse a sheet with warnings instead of keeping them
"""

_FILM_EXAMPLES = """examples:
  irel-atlas film --years 2005-2025 --out years.mp4           needs ffmpeg; says which encoder made it
  irel-atlas film --years 2009-2030 --out years.gif --size 1280x720 --seconds 0.8
  irel-atlas film --years 2012-2030 --scenario agreement-continues --out what-if.mp4
  irel-atlas film --story bundled --out story.mp4 --theme dark
  irel-atlas film --years 2020-2030 --out years.webp --footer "Committee, room 4" --hide chart
  irel-atlas film --years 1950-2035 --out pictures            a folder of PNG, each of which opens again
"""


_DECK_EXAMPLES = """examples:
  irel-atlas deck --story bundled --out talk.pptx             slides with tables, notes and sources
  irel-atlas deck --story talk.irel-story.json --out talk.pptx --theme dark --size 3840x2160
  irel-atlas deck --story bundled --out handout.pdf --theme print --size 3508x2480
  irel-atlas deck --story bundled --out talk.pptx --footer "Committee, room 4" --logo ours.png
  irel-atlas deck --story bundled --strict --out talk.pptx    refuse a deck of which the presenter check warns
"""

_AUDIT_EXAMPLES = """examples:
  irel-atlas audit talk.pptx                      picture by picture, which figures no longer stand
  irel-atlas audit map.png                        a sheet as PNG, PDF, SVG or HTML can be audited as well
  irel-atlas audit talk.pptx --data my-layers     hold it against a copy of the layers

exit codes: 0, every figure stands; 1, at least one is out of date, is known now, or lost claim or source;
2, the file cannot be audited: it is damaged, of another kind, or carries nothing of the atlas
"""

_CHECK_EXAMPLES = """examples:
  irel-atlas check                                the layers, the scenarios of the atlas and your own
  irel-atlas check --data my-layers               another folder of layers
  irel-atlas check --scenario my-scenario.json    whether each change of a scenario fits the claims
"""


_PAGE_EXAMPLES = """examples:
  irel-atlas page --out atlas.html                follows the light or dark of the reader's system
  irel-atlas page --year 2024 --layers plants,flows_to_japan --out japan.html
"""

_EXPORT_EXAMPLES = """examples:
  irel-atlas export --out figures.xlsx            every figure with its citation, status and licence
  irel-atlas export --year 2024 --out 2024.csv    only those of a year
  irel-atlas export --out figures.gpkg            for QGIS, as is .geojson
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message}\n")


class _Version(argparse.Action):
    """Prints the version; looked up only when somebody asks."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from importlib.metadata import version

        print(f"irel-atlas {version('irel-atlas')}")
        parser.exit()


def parser_of(commands_run: dict[str, Run]) -> argparse.ArgumentParser:
    """Make what reads a command line.

    Parameters
    ----------
    commands_run : dict
        By the command's name, what it runs; each takes the words that were read and gives the exit code.
    """
    parser = _Parser(
        prog="irel-atlas",
        description="India's rare-earth supply chain, year by year, each figure with its source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_open(commands)
    _add_snapshot(commands)
    _add_film(commands)
    _add_deck(commands)
    _add_audit(commands)
    _add_page(commands)
    _add_export(commands)
    _add_check(commands)
    for name, run in commands_run.items():
        commands.choices[name].set_defaults(run=run)
    return parser


def _command(
    commands: argparse._SubParsersAction, name: str, words: str, examples: str = ""
) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser(name, help=words, description=words, epilog=examples, formatter_class=raw)
    parser.add_argument("--data", metavar="DIR", type=Path, help="read the layers of this folder")
    return parser


def _add_open(commands: argparse._SubParsersAction) -> None:
    words = "open the atlas in a window, or a session, a story or an exported sheet in it"
    parser = _command(commands, "open", words, _OPEN_EXAMPLES)
    parser.add_argument(
        "sheet",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="session (.atlas), story, or exported sheet to bring back",
    )
    parser.add_argument("--year", type=int, help="year to open with")
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")
    add_state(parser)
    add_compare(parser)


def _add_snapshot(commands: argparse._SubParsersAction) -> None:
    parser = _command(commands, "snapshot", "draw the sheet of a year as PNG, PDF or SVG", _SHEETS)
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="ends in .png, .pdf or .svg")
    parser.add_argument("--year", type=int, help="year to show; else the one the atlas opens with")
    size = "3840x2160 in pixels or 297x210mm, at most 100 megapixels"
    add_state(parser)
    add_compare(parser)
    parser.add_argument("--size", metavar="WxH", default="1920x1080", help=size)
    parser.add_argument("--dpi", type=float, help="dots per inch of paper, 300 for a size in mm")
    presets = "slide, slide-4k, square, or a4, a3 and a4-landscape, a3-landscape at 300 dpi"
    parser.add_argument("--preset", metavar="NAME", help=presets)
    parser.add_argument("--layers", metavar="ROWS", help="rows of the catalogue, joined by commas")
    parser.add_argument("--bounds", metavar="W,S,E,N", help="extent in degrees")
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    parser.add_argument("--title", help="own words instead of the atlas's")
    parser.add_argument("--subtitle", help="own words instead of the atlas's")
    parser.add_argument("--caption", default="", help="sentence under the title")
    _add_elements(parser)
    parser.add_argument(
        "--bare", action="store_true", help="the map alone as PNG, with .pgw, .prj and .aux.xml for GIS"
    )
    _add_strict(parser)
    parser.add_argument("--strip", action="store_true", help="leave out what would bring the view back")
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")


def _add_elements(parser: argparse.ArgumentParser) -> None:
    """Let a presenter's own words and logo stand on sheets, and choose what else does."""
    parser.add_argument("--footer", default="", help="line of your own at the foot")
    parser.add_argument("--logo", metavar="PNG", type=Path, help="picture for the corner, at most 2 MB")
    parser.add_argument("--show", metavar="NAMES", default="", help="elements to add: north, locator")
    elements = "elements to leave out: title, year, headlines, chart, legend, widths, scale, sources, …"
    parser.add_argument("--hide", metavar="NAMES", default="", help=elements)


def _add_strict(parser: argparse.ArgumentParser) -> None:
    strict = "write nothing, and end with exit code 1, where the presenter check warns"
    parser.add_argument("--strict", action="store_true", help=strict)


def _add_film(commands: argparse._SubParsersAction) -> None:
    words = "film a range of years, or a story, as MP4, GIF, WebP or pictures"
    parser = _command(commands, "film", words, _FILM_EXAMPLES)
    endings = "ends in .mp4, .gif, .webp, or .zip for pictures; without an ending, a folder for them"
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=endings)
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--years", metavar="FIRST-LAST", help="a picture for each of these years")
    shown.add_argument(
        "--story", metavar="FILE", help="a picture for each step; 'bundled' is the atlas's own"
    )
    seconds = "how long a year stays (0.1 to 60, else 1); a step stays at least as long"
    parser.add_argument("--seconds", metavar="S", type=float, default=1.0, help=seconds)
    parser.add_argument("--size", metavar="WxH", default="1920x1080", help="pixels, at most 4096x2304")
    parser.add_argument("--title", help="own words instead of the atlas's; steps of a story have their names")
    parser.add_argument("--layers", metavar="ROWS", help="rows of the catalogue, joined by commas")
    parser.add_argument("--bounds", metavar="W,S,E,N", help="extent in degrees")
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    _add_elements(parser)
    _add_strict(parser)
    parser.add_argument("--strip", action="store_true", help="leave out what would bring the views back")
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")
    add_state(parser)


def _add_deck(commands: argparse._SubParsersAction) -> None:
    words = "write all steps of a story as slides (PPTX) or pages (PDF)"
    parser = _command(commands, "deck", words, _DECK_EXAMPLES)
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="ends in .pptx or .pdf")
    story = "a story's file; 'bundled' is the atlas's own"
    parser.add_argument("--story", metavar="FILE", required=True, help=story)
    size = "pixels of a slide, 16:9, or shape of a page, at most 100 megapixels"
    parser.add_argument("--size", metavar="WxH", default="3840x2160", help=size)
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="light")
    _add_elements(parser)
    _add_strict(parser)
    parser.add_argument("--strip", action="store_true", help="leave out what would bring the views back")
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")


def _add_audit(commands: argparse._SubParsersAction) -> None:
    words = "say which figures of a deck or a sheet are out of date"
    parser = _command(commands, "audit", words, _AUDIT_EXAMPLES)
    parser.add_argument("file", metavar="FILE", type=Path, help="a PPTX, PDF, PNG, SVG or HTML")


def _add_page(commands: argparse._SubParsersAction) -> None:
    parser = _command(
        commands, "page", "write all years as a page in one file, for any browser", _PAGE_EXAMPLES
    )
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="ends in .html")
    parser.add_argument("--year", type=int, help="year to open with")
    parser.add_argument("--layers", metavar="ROWS", help="rows to open with, joined by commas")
    parser.add_argument("--bounds", metavar="W,S,E,N", help="extent to open with, in degrees")
    parser.add_argument("--theme", choices=("system", "light", "dark"), default="system")
    add_state(parser)
    parser.add_argument("--strip", action="store_true", help="leave out what would bring the view back")


def _add_export(commands: argparse._SubParsersAction) -> None:
    words = "write the figures as CSV, XLSX, GeoJSON or GeoPackage"
    parser = _command(commands, "export", words, _EXPORT_EXAMPLES)
    endings = "ends in .csv, .xlsx, .geojson or .gpkg"
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=endings)
    parser.add_argument("--year", type=int, help="only the figures of this year")


def _add_check(commands: argparse._SubParsersAction) -> None:
    words = "report every problem in the layers, and list the scenarios with what in them does not fit"
    parser = _command(commands, "check", words, _CHECK_EXAMPLES)
    files = "this scenario instead of your own; may be given again"
    parser.add_argument("--scenario", metavar="FILE", type=Path, action="append", help=files)
