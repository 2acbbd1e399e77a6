"""Commands that explain."""

from __future__ import annotations

from desktop.commands.command import Command, Menu

GLOSSARY = Command(
    "help.glossary", "Glossary", lambda context: context.dialogs.show_glossary(), "Shift+F1", "book"
)
SHORTCUTS = Command(
    "help.shortcuts", "Keyboard shortcuts", lambda context: context.dialogs.show_shortcuts(), "F1", "keyboard"
)
ABOUT = Command(
    "help.about", "About IREL Atlas", lambda context: context.dialogs.show_about(), icon="info-circle"
)

MENU = Menu("Help", (GLOSSARY, SHORTCUTS, None, ABOUT))
