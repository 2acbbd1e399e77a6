"""The page printed by Chromium, read by poppler: what is seen, in words, with the sources that are cited."""

import base64
import re
import subprocess

import pytest

from desktop.state.citing import Citing
from desktop.state.telling import text_version

A4, LETTER = (8.27, 11.69), (8.5, 11)
VIEW = "[...document.querySelectorAll('.places > g')].map(g => g.getAttribute('transform')).join()"
CITED = re.compile(r"\(sources? ([\d, ]+)\)")


def printed(tab, path, paper=A4):
    """Print a page, and give the words of each sheet of paper."""
    width, height = paper
    answer = tab.ask("Page.printToPDF", printBackground=True, paperWidth=width, paperHeight=height)
    path.write_bytes(base64.b64decode(answer["data"]))
    run = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return [" ".join(page.split()) for page in run.stdout.split("\f")[:-1]]


def go_to(tab, year):
    tab.run(
        f"(slider => {{ slider.value = {year}; slider.dispatchEvent(new Event('input')); }})"
        "(document.querySelector('#year'))"
    )


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_the_first_sheet_has_map_year_legend_and_figures(tab, frame_at, tmp_path, paper):
    go_to(tab, 2024)
    frame, first = frame_at(2024), printed(tab, tmp_path / "page.pdf", paper)[0]
    assert " 2024 " in first
    close = re.sub(r"\s", "", first)
    for words in ("Boundaries are indicative", *(entry.text for entry in frame.legend)):
        assert all(word in first for word in words.split()), words
    for headline in frame.headlines:
        assert re.sub(r"\s", "", headline.number) in close
    for control in ("Whole map", "Read as text", "Zoom to it", "Notices and licences"):
        assert control not in first


def test_paper_has_the_text_version_and_the_sources_it_cites(tab, frame_at, tmp_path):
    frame, words = frame_at(2025), " ".join(printed(tab, tmp_path / "page.pdf"))
    numbers = {row.id: number for number, row in enumerate(frame.sources, 1)}
    text = text_version(frame, Citing(frame, numbers))
    told = [section for section in text.sections if section.id != "sources"]
    assert [s.heading for s in told if s.heading not in words] == []
    lines = [line for section in told for line in section.lines]
    cited = {int(n) for line in lines for marks in CITED.findall(line) for n in marks.split(", ")}
    _, _, listed = words.partition("Sources cited")
    titles = {number: row.title for number, row in enumerate(frame.sources, 1)}
    assert cited
    assert [number for number in cited if f"{number} {titles[number][:30]}" not in listed] == []
    assert sum(f"{number} {title[:30]}" in listed for number, title in titles.items()) < len(titles) / 2


def test_the_screen_is_as_it_was_when_it_has_been_printed(open_page, tmp_path):
    tab = open_page(dark=True)
    tab.picture(tmp_path / "before.png")
    view = tab.run(VIEW)
    printed(tab, tmp_path / "page.pdf")
    assert tab.run("document.documentElement.dataset.printing") is None
    assert tab.run("document.documentElement.dataset.theme") == "dark"
    assert tab.run("document.querySelector('#text').hidden")
    assert tab.run(VIEW) == view


def test_paper_is_white_also_where_the_screen_is_dark(open_page, tmp_path):
    from PIL import Image

    tab = open_page(dark=True)
    printed(tab, tmp_path / "page.pdf")
    subprocess.run(
        ["pdftoppm", "-r", "30", "-png", "-singlefile", tmp_path / "page.pdf", tmp_path / "page"], check=True
    )
    with Image.open(tmp_path / "page.png") as paper:
        pixels = paper.convert("L")
        assert pixels.getpixel((2, 2)) == 255
        dark = sum(pixels.histogram()[:80])
        assert dark < 0.1 * pixels.width * pixels.height
