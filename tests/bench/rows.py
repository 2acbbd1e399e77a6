"""What is asked of speed and memory, row by row, and what was measured for it."""

from table import Heading, Line


class Found:
    """The figures by name; a figure that a failed part left out makes the rows that need it empty."""

    def __init__(self, figures):
        self._figures = figures

    def __getitem__(self, name):
        return self._figures.get(name)

    def more(self, name, than):
        """Give the difference of two figures."""
        return self._both(name, than, lambda one, other: one - other)

    def times(self, name, of):
        """Give how many times one figure is of another."""
        return self._both(name, of, lambda one, other: one / other)

    def part(self, name, share):
        """Give a share of a figure."""
        return None if self[name] is None else self[name] * share

    def _both(self, name, other, reckon):
        if self[name] is None or self[other] is None:
            return None
        return reckon(self[name], self[other])


def rows(found):
    """Hold the figures against what is asked."""
    return [
        Heading("The atlas opens"),
        *_starts(found),
        *_steps(found),
        Heading("What leaves the building (window open)"),
        *_exports(found),
        Heading("The planner's desk"),
        *_desk(found),
    ]


def _starts(found):
    return [
        Line("Start of a bare web view with an empty page", found["bare_ms"], "ms"),
        Line("Start of the atlas, all drawn and answering", found["atlas_ms"], "ms"),
        Line("  more than the bare view", found.more("atlas_ms", "bare_ms"), "ms", at_most=500),
        Line("Start of a plain folium document of the opening view's layers", found["opening_ms"], "ms"),
        Line("  a quarter of it, all of the start included", found.part("opening_ms", 0.25), "ms"),
        Line("  the atlas is faster by", found.times("opening_ms", "atlas_ms"), "times", at_least=4),
        Line("Start of one with the ground that the atlas can zoom into", found["all_zooms_ms"], "ms"),
        Line("  the atlas is faster by", found.times("all_zooms_ms", "atlas_ms"), "times", at_least=4),
    ]


def _steps(found):
    return [
        Line("The same message to an empty page, answered", found["empty_ms"], "ms"),
        Line("Year step, command to painted", found["year_ms"], "ms"),
        Line("  more than the empty page", found.more("year_ms", "empty_ms"), "ms", at_most=17),
        Line("  of it Python's own part", found["python_ms"], "ms", at_most=4),
        Line("Folium document of the opening view built again and loaded", found["opening_again_ms"], "ms"),
        Line("  a step is faster by", found.times("opening_again_ms", "year_ms"), "times", at_least=50),
        Line("  the empty page would be by", found.times("opening_again_ms", "empty_ms"), "times"),
        Line("The one with all the ground built again and loaded", found["all_zooms_again_ms"], "ms"),
        Line("  a step is faster by", found.times("all_zooms_again_ms", "year_ms"), "times", at_least=50),
        Line("Year steps as fast as they go, each", found["fast_year_ms"], "ms"),
        Line("Zoom step, command to painted, without animation", found["zoom_ms"], "ms", at_most=60),
        Line("Memory of all processes after 100 year steps (PSS)", found["pss_mb"], "MB"),
        Line("  more after 1,000 further steps", found["pss_grown_mb"], "MB", at_most=20),
        Line("  of it in pages that nobody shares", found["own_grown_mb"], "MB"),
    ]


def _exports(found):
    return [
        Line("Preview in the export dialog, change to drawn", found["preview_ms"], "ms", at_most=100),
        Line("Sheet as PNG, 3840 x 2160", found.part("png_ms", 0.001), "s", at_most=1),
        Line("Sheet as PDF", found.part("pdf_ms", 0.001), "s", at_most=0.3),
        Line("Sheet as SVG", found.part("svg_ms", 0.001), "s", at_most=0.3),
        Line("Page of all years as HTML", found.part("page_ms", 0.001), "s", at_most=1),
        Line("Slides of the story's ten steps as PPTX", found.part("deck_ms", 0.001), "s", at_most=8),
        Line("Film of 21 years as MP4, 1920 x 1080", found.part("film_ms", 0.001), "s", at_most=15),
        Line("Memory of all processes, more after 50 exports", found["exports_grown_mb"], "MB", at_most=10),
        Line("  of it in pages that nobody shares", found["exports_own_grown_mb"], "MB"),
    ]


def _desk(found):
    return [
        Line("Plain year step, command to painted", found["plain_again_ms"], "ms"),
        Line("The same with a scenario, a range and a comparison on", found["comparing_ms"], "ms"),
        Line("  of the plain one", found.times("comparing_ms", "plain_again_ms"), "times", at_most=2),
        Line("Python's part of any plain step, without a window", found["plain_step_ms"], "ms"),
        Line("  with a scenario, a range and a comparison", found["planner_step_ms"], "ms"),
        Line("Evidence matrix reckoned", found["matrix_ms"], "ms"),
        Line("  its panel opened for the first time", found["matrix_first_ms"], "ms", at_most=200),
        Line("  opened again, for what was known on another day", found["matrix_open_ms"], "ms", at_most=200),
        Line("A hundred scenarios read", found["list_ms"], "ms"),
        Line("A hundred scenario files listed in the panel", found["scenarios_ms"], "ms", at_most=200),
    ]
