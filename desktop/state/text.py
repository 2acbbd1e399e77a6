"""A text in sections: what is read aloud, copied, or kept as a file beside a picture. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST_LIKE = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+])")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it; `id` names what it is about, such as ``map/plants``."""

    id: str
    heading: str
    lines: tuple[str, ...]

    def plain(self) -> str:
        """Write it as plain lines."""
        return "\n".join((self.heading, *self.lines))


@dataclass(frozen=True, slots=True)
class Text:
    """A title and its sections, in the order in which they are read."""

    title: str
    sections: tuple[Section, ...]

    def plain(self) -> str:
        """Write it as plain text, an empty line before each section."""
        return "\n\n".join((self.title, *(section.plain() for section in self.sections))) + "\n"

    def markdown(self) -> str:
        """Write it as Markdown: headings, and a list under each; no words of it are taken for markup."""
        parts = [f"# {_literal(self.title)}"]
        for section in self.sections:
            lines = "\n".join(f"- {_literal(line)}" for line in section.lines)
            parts.append(f"## {_literal(section.heading)}\n\n{lines}".rstrip())
        return "\n\n".join(parts) + "\n"


def _literal(words: str) -> str:
    """Let words stand for themselves in Markdown."""
    words = _MARKUP.sub(r"\\\1", words)
    return _LIST_LIKE.sub(
        lambda found: f"{found[1]}{found[2]}\\{found[3]}" if found[2] else f"{found[4]}\\{found[5]}", words
    )
