"""What can be typed behind the program's name: the words of each command."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from desktop import examples
from desktop.wanted import add_claims, add_compare, add_state, whole_year

DATA_PROBLEMS = 1
"""Exit code where the layers cannot be shown."""
WRONG = 2
"""Exit code of whatever was asked wrongly or could not be done."""

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage; takes a word as it is or not at all."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message}\n")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a number, got {text[:60]!r}") from None


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
        epilog=examples.PROGRAM,
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


def _command(commands: argparse._SubParsersAction, name: str, words: str) -> argparse.ArgumentParser:
    raw, ending = argparse.RawDescriptionHelpFormatter, examples.OF_COMMAND[name]
    parser = commands.add_parser(name, help=words, description=words, epilog=ending, formatter_class=raw)
    parser.add_argument("--data", metavar="DIR", type=Path, help="read the layers of this folder")
    return parser


def _add_open(commands: argparse._SubParsersAction) -> None:
    words = "open the atlas in a window, or a session, a story or an exported sheet in it"
    parser = _command(commands, "open", words)
    parser.add_argument(
        "sheet",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="session (.atlas), story, or exported sheet to bring back",
    )
    parser.add_argument("--year", type=whole_year, help="year to open with")
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")
    add_state(parser)
    add_compare(parser)


def _add_snapshot(commands: argparse._SubParsersAction) -> None:
    parser = _command(commands, "snapshot", "draw the sheet of a year as PNG, PDF or SVG")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="ends in .png, .pdf or .svg")
    parser.add_argument("--year", type=whole_year, help="year to show; else the one the atlas opens with")
    size = "3840x2160 in pixels (else 1920x1080) or 297x210mm, at most 100 megapixels"
    add_state(parser)
    add_compare(parser)
    parser.add_argument("--size", metavar="WxH", help=size)
    parser.add_argument("--dpi", type=_number, help="dots per inch of paper, 300 for a size in mm")
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
    parser = _command(commands, "film", words)
    endings = "ends in .mp4, .gif, .webp, or .zip for pictures; without an ending, a folder for them"
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=endings)
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--years", metavar="FIRST-LAST", help="a picture for each of these years")
    shown.add_argument(
        "--story", metavar="FILE", help="a picture for each step; 'bundled' is the atlas's own"
    )
    seconds = "how long a year stays (0.1 to 60, else 1); a step stays at least as long"
    parser.add_argument("--seconds", metavar="S", type=_number, default=1.0, help=seconds)
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
    parser = _command(commands, "deck", words)
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
    parser = _command(commands, "audit", words)
    parser.add_argument("file", metavar="FILE", type=Path, help="a PPTX, PDF, PNG, SVG or HTML")


def _add_page(commands: argparse._SubParsersAction) -> None:
    parser = _command(commands, "page", "write all years as a page in one file, for any browser")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="ends in .html")
    parser.add_argument("--year", type=whole_year, help="year to open with")
    parser.add_argument("--layers", metavar="ROWS", help="rows to open with, joined by commas")
    parser.add_argument("--bounds", metavar="W,S,E,N", help="extent to open with, in degrees")
    parser.add_argument("--theme", choices=("system", "light", "dark"), default="system")
    parser.add_argument("--footer", default="", help="line of your own at the foot")
    add_state(parser)
    add_compare(parser, "; a page shows B alone, says so, and brings both back")
    _add_strict(parser)
    parser.add_argument("--strip", action="store_true", help="leave out what would bring the view back")


def _add_export(commands: argparse._SubParsersAction) -> None:
    words = "write the figures as CSV, XLSX, GeoJSON or GeoPackage"
    parser = _command(commands, "export", words)
    endings = "ends in .csv, .xlsx, .geojson or .gpkg"
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=endings)
    parser.add_argument("--year", type=whole_year, help="only the figures of this year")
    add_claims(parser)


def _add_check(commands: argparse._SubParsersAction) -> None:
    words = "report every problem in the layers, and list the scenarios with what in them does not fit"
    parser = _command(commands, "check", words)
    files = "this scenario instead of your own; may be given again"
    parser.add_argument("--scenario", metavar="FILE", type=Path, action="append", help=files)
