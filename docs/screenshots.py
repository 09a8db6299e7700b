"""Photograph every state of the page: `python docs/screenshots.py`.

Renews the pictures in `docs/gallery/` and the gallery in the README. A picture that shows nothing
new stays as it is. With names (`python docs/screenshots.py dark phone`) only these are taken.
Needs Playwright and a Chromium (`PINCITE_CHROMIUM`, or one on the path).
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import sync_playwright
from states import STATES, State

HERE = Path(__file__).parent
GALLERY, SAMPLES, README = HERE / "gallery", HERE / "samples", HERE.parent / "README.md"
BEGIN, END = "<!-- gallery: python docs/screenshots.py -->\n", "<!-- /gallery -->\n"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
COLOURS = 200  # of a picture's palette: the page has few
A_NEW_LOOK = 0.0002  # share of points that differ; the digits of a clock are fewer


@contextmanager
def served() -> Iterator[str]:
    """The address of a page over a library of the bundled report and the samples."""
    with tempfile.TemporaryDirectory() as library:
        command, kept = [sys.executable, "-m", "assistant"], ["--library", library]
        samples = map(str, sorted(SAMPLES.glob("*.md")))
        subprocess.run([*command, "add", *samples, *kept], check=True, stdout=subprocess.DEVNULL)
        with subprocess.Popen(
            [*command, "serve", "--no-browser", "--port", "0", *kept],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert process.stdout
            address = re.search(r"http://\S+:\d+", process.stdout.readline())
            try:
                if not address:
                    sys.exit("The page did not start.")
                yield address[0]
            finally:
                process.terminate()


def photograph(browser: Any, address: str, state: State) -> Image.Image:
    """Bring a page into a state and take its picture."""
    context = browser.new_context(
        locale=state.locale,
        viewport=PHONE if state.phone else DESK,
        device_scale_factor=2 if state.phone else 1,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address + state.path)
    page.wait_for_selector("html.arrived")
    if state.dark:
        page.locator("#theme button").click()
    state.steps(page)
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready")
    taken = page.screenshot(caret="hide")
    if page.locator("#cancel").is_visible():
        page.locator("#cancel").click()
        page.locator("#cancel").wait_for(state="hidden")
    context.close()
    return Image.open(io.BytesIO(taken)).convert("RGB")


def renew(path: Path, picture: Image.Image) -> bool:
    """Keep a picture, small, if it shows something new; tells whether it does."""
    small = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    if path.exists() and not differs(Image.open(path).convert("RGB"), small.convert("RGB")):
        return False
    small.save(path, optimize=True)
    return True


def differs(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show something different, beyond a few points."""
    if one.size != other.size:
        return True
    changed = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 24))
    return changed.histogram()[255] > A_NEW_LOOK * one.width * one.height


def gallery() -> str:
    """The README's table of pictures, two a row, the phone's four."""

    def rows(states: list[State], width: int) -> Iterator[str]:
        for at in range(0, len(states), width):
            cells = "".join(
                f'<td width="{100 // width}%"><img src="docs/gallery/{state.name}.png"'
                f' alt="{state.caption}"><br>{state.caption}</td>'
                for state in states[at : at + width]
            )
            yield f"<tr>{cells}</tr>"

    desk = [state for state in STATES[1:] if not state.phone]
    phone = [state for state in STATES if state.phone]
    lines = ["<table>", *rows(desk, 2), "</table>", "<table>", *rows(phone, 3), "</table>"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Start a page, photograph it, stop it."""
    wanted = sys.argv[1:] or [state.name for state in STATES]
    unknown = set(wanted) - {state.name for state in STATES}
    if unknown:
        sys.exit(f"No such state: {', '.join(sorted(unknown))}.")
    chromium = os.environ.get("PINCITE_CHROMIUM") or shutil.which("chromium")
    with served() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for state in STATES:
            if state.name in wanted:
                new = renew(GALLERY / f"{state.name}.png", photograph(browser, address, state))
                print(f"{state.name}: {'renewed' if new else 'as it was'}", flush=True)
        browser.close()
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, found, after = rest.partition(END)
    if found:
        README.write_text(f"{before}{BEGIN}{gallery()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
