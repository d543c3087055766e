"""Holds explorers against `tadrib table` and axe-core in Debian's Chromium; see cross-check-explorer."""

import csv
import io
import pathlib
import random
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = [(1280, "light"), (1280, "dark"), (768, "light"), (390, "light"), (320, "dark")]
DAYS = {"academy": "2025-12-31"}
CHOICES = 200
# The most of a page, so that it can be mailed and opened on a phone.
LARGEST = 2_000_000


def open_page(browser, path, troubles, width=1280, scheme="light", **more):
    """A page that notes what it says and asks for."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("request", lambda request: request.url.split("#")[0] == path.as_uri() or request.url.startswith("blob:")
            or troubles.append(f"asked for {request.url}"))
    page.goto(path.as_uri())
    return page


def drop(axes, taken):
    return [axis for axis in axes if axis["id"] not in taken]


def choose(page, axes, figures, chance):
    """Chooses by the controls of the page; gives the arguments of the same table."""
    figure = chance.choice([figure for figure in figures if not figure["isUpper"]])
    rows = chance.choice(axes)
    columns = chance.choice([None] + drop(axes, [rows["id"]]))
    page.get_by_role("button", name="Start anew").click()
    page.select_option("select[name=columns]", "-1")
    page.select_option("select[name=figure]", str(figure["at"]))
    page.select_option("select[name=rows]", str(rows["at"]))
    if columns:
        page.select_option("select[name=columns]", str(columns["at"]))
    shown = [axis["id"] for axis in (rows, columns) if axis]
    free = drop(axes, shown)
    words = ["--rows", ",".join(shown)]
    for axis in chance.sample(free, min(len(free), chance.choice([0, 1, 1, 2, 3]))):
        member = chance.randrange(len(axis["members"]))
        page.select_option(f"select[name='only-{axis['id']}']", str(member + 1))
        code = axis["members"][member]
        for sign in "\\,;":
            code = code.replace(sign, "\\" + sign)
        words += ["--where", f"{axis['id']}={code}"]
    return figure["id"], shown, words


def compare(page, tadrib, sample, chance, troubles):
    """One choice: what the page downloads and what the command computes."""
    axes = page.evaluate("axes.map((axis, at) => ({ id: axis.id, at, members: axis.members.map(([code]) => code) }))")
    figures = page.evaluate("figures.map((figure, at) => ({ id: figure.id, at,"
                            " isUpper: figures.some((other) => other.upper === at) }))")
    figure, shown, words = choose(page, axes, figures, chance)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    found = pathlib.Path(download.value.path()).read_text()
    lines = list(csv.reader(io.StringIO(found)))
    measures = lines[0][len(shown):]
    command = [tadrib, "table", f"Samples/{sample}", "--today", DAYS.get(sample, "2019-12-31"), "-q", "--max-rejects",
               "5%", "--measures", ",".join(measures), "--totals", "-f", "csv", *words]
    computed = list(csv.reader(io.StringIO(subprocess.run(command, check=True, capture_output=True, text=True).stdout)))
    if lines[0] != computed[0] or sorted(lines[1:]) != sorted(computed[1:]):
        troubles.append(f"{' '.join(command)}\n{sorted(map(tuple, lines))}\n{sorted(map(tuple, computed))}")
    if measures[0] != figure:
        troubles.append(f"{figure} was chosen, and {measures} is shown")
    # A link that says what is shown shows the same again.
    address, text = page.evaluate("location.hash"), page.locator("#result").inner_text()
    page.evaluate("location.hash = ''")
    page.evaluate("(address) => { location.hash = address }", address)
    page.wait_for_function("(text) => document.getElementById('result').innerText === text", arg=text, timeout=5_000)
    return len(computed) - 1


def look(browser, path, width, scheme, shots, troubles):
    """Troubles of a page as it looks at a size and in a colour scheme."""
    page = open_page(browser, path, troubles, width, scheme)
    if page.evaluate("document.documentElement.scrollWidth") > width:
        troubles.append("the page itself scrolls sideways")
    result = Axe().run(page, options=RULES).response
    for violation in result["violations"]:
        for node in violation["nodes"]:
            troubles.append(f"{violation['id']}: {node['html'][:100]}: {node['failureSummary'][:300]}")
    if shots:
        page.screenshot(path=shots / f"{path.parent.name}-{path.stem}-{width}-{scheme}.png", full_page=True)
        if (width, scheme) == LOOKS[0]:
            page.pdf(path=shots / f"{path.parent.name}-{path.stem}.pdf", format="A4")
    page.close()
    return len(result["passes"])


def keyboard(browser, path, troubles):
    """A choice by keys alone: what is shown is told, and the control keeps the focus."""
    page = open_page(browser, path, troubles)
    page.locator("select[name=figure]").focus()
    before = page.locator("#said").inner_text()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("(text) => document.getElementById('said').innerText !== text", arg=before, timeout=5_000)
    if page.evaluate("document.activeElement.name") != "figure":
        troubles.append("the control loses the focus")
    page.evaluate("location.hash = 'figure=none&only-x=1'")
    page.wait_for_function("document.getElementById('said').innerText.startsWith('Part of the link')", timeout=5_000)
    page.close()


def without_scripts(browser, path, troubles):
    """The page says where the tables are, and they are there."""
    page = open_page(browser, path, troubles, java_script_enabled=False)
    links = page.locator("noscript a").all()
    if len(links) < 3 or not all((path.parent / link.get_attribute("href")).is_file() for link in links):
        troubles.append("without scripts the tables are not found")
    page.close()


def main(tadrib, folder, shots="-", seed=None):
    seed = int(seed or random.SystemRandom().randrange(1 << 32))
    print(f"seed {seed}")
    chance, folder, count = random.Random(seed), pathlib.Path(folder), 0
    shots = None if shots == "-" else pathlib.Path(shots)
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    samples = sorted(path.name for path in folder.iterdir())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path in sorted(folder.glob("*/explore*.html")):
            troubles, rules = [], 0
            if path.stat().st_size > LARGEST:
                troubles.append(f"{path.stat().st_size} bytes are too many")
            for width, scheme in LOOKS:
                rules = look(browser, path, width, scheme, shots, troubles)
            without_scripts(browser, path, troubles)
            if path.stem == "explore":
                keyboard(browser, path, troubles)
            print(f"{path.parent.name}/{path.name}: {rules} rules kept, {len(troubles)} troubles", flush=True)
            for trouble in troubles[:10]:
                print("  " + trouble)
            count += len(troubles)
        for sample in samples:
            troubles, figures = [], 0
            page = open_page(browser, folder / sample / "explore.html", troubles)
            wanted = CHOICES * 2 // (len(samples) + 1) if sample == "regional-centre" else CHOICES // (len(samples) + 1)
            for _ in range(wanted):
                figures += compare(page, tadrib, sample, chance, troubles)
            print(f"{sample}: {wanted} choices, {figures} rows, {len(troubles)} troubles", flush=True)
            for trouble in troubles[:3]:
                print("  " + trouble)
            count += len(troubles)
            page.close()
        browser.close()
    return 1 if count else 0


sys.exit(main(*sys.argv[1:]))
