"""Opens the pages of report packs in Debian's Chromium and holds them against axe-core; see cross-check-page."""

import collections
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

from playwright.sync_api import sync_playwright

from page_checks import breaches, launch, open_page

# What a browser at each size and colour scheme must show; the narrowest that reflow must bear is 320 wide.
LARGE = 200_000
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (320, "dark")]


def look(browser, path, width, scheme, shots):
    """Troubles of a page as it looks at a size and in a colour scheme, and how many rules it kept."""
    troubles = []
    page = open_page(browser, path, troubles, width, scheme)
    found, passed, undecided = breaches(page, width)
    troubles += found
    troubles += sort(page) + picture(page)
    if shots:
        name = f"{path.parent.name}-{path.stem}-{width}-{scheme}.png"
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=shots / name, clip={"x": 0, "y": 0, "width": width, "height": 3000}, full_page=True)
    page.close()
    return troubles, passed, undecided


def sort(page):
    """Troubles of the first table that sorts: by keyboard, both ways, each row kept."""
    rows = "[...document.querySelector('table[data-sorts] tbody').rows].map(r => r.textContent)"
    before = page.evaluate(rows)
    button = page.locator("table[data-sorts] thead button").nth(1)
    for state in ("ascending", "descending"):
        button.focus()
        page.keyboard.press("Enter")
        if page.locator("table[data-sorts] thead [scope=col]").nth(1).get_attribute("aria-sort") != state:
            return [f"the order is not {state}"]
    return [] if sorted(before) == sorted(page.evaluate(rows)) else ["sorting loses rows"]


def picture(page):
    """Troubles of the first picture: what it says at the pointer, and the files that it is saved as."""
    figure = page.locator("figure[data-save]").first
    mark = figure.locator("svg:visible g").first
    title = mark.locator("title").text_content()
    mark.dispatch_event("pointermove", {"clientX": 10, "clientY": 10})
    troubles = [] if page.locator(".tip").text_content() == title else [f"no tip says {title}"]
    for name, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            figure.locator("button", has_text=name).click()
        data = pathlib.Path(download.value.path()).read_bytes()
        if not data.startswith(start) or not download.value.suggested_filename.endswith("." + name.lower()):
            troubles.append(f"what is saved is no {name}")
        if name == "SVG":
            ElementTree.fromstring(data)
    return troubles


def main(folder, shots=None):
    shots = pathlib.Path(shots) if shots else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    count = collections.Counter()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for path in sorted(pathlib.Path(folder).glob("*/*.html")):
            # What is right of a page of thousands of rows at one size is right at the others.
            for width, scheme in LOOKS if path.stat().st_size < LARGE else LOOKS[:1]:
                troubles, passed, open_ = look(browser, path, width, scheme, shots)
                count.update(looks=1, violations=len(troubles))
                print(f"{path.parent.name}/{path.name} {width} {scheme}: {passed} rules kept, "
                      f"{len(troubles)} breached, {open_} undecided", flush=True)
                for trouble in troubles[:20]:
                    print("  " + trouble)
        browser.close()
    print(f"{count['looks']} looks, {count['violations']} troubles")
    return 1 if count["violations"] or not count["looks"] else 0


sys.exit(main(*sys.argv[1:]))
