"""Where Chromium is on this machine, and how to get it where it is not."""

import os
import shutil
import sys
from pathlib import Path

HOW_TO_GET_CHROMIUM = {
    "linux": "Installera den: apt-get install chromium (Debian, Ubuntu) eller dnf install chromium (Fedora).",
    "darwin": "Installera den: brew install --cask chromium, eller Google Chrome.",
    "win32": "Installera Google Chrome eller Microsoft Edge: winget install Google.Chrome.",
}.get(sys.platform, "Installera Chromium med systemets pakethanterare.") + (
    " Ligger den på ett ovanligt ställe: sätt CHROMIUM till dess sökväg."
)

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


def find_chromium() -> str | None:
    """CHROMIUM in the environment, else the first browser of the family that is installed."""
    if named := os.environ.get("CHROMIUM"):
        return named
    on_path = (shutil.which(command) for command in _COMMANDS)
    in_folders = (
        Path(os.environ[folder]) / program
        for folder in _WINDOWS_FOLDERS
        if folder in os.environ
        for program in _WINDOWS
    )
    candidates = (*on_path, *_MAC, *in_folders)
    return next((str(path) for path in candidates if path and Path(path).exists()), None)
