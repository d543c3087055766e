"""Holds explorers against `tadrib table` and axe-core in Debian's Chromium; see cross-check-explorer."""

import csv
import io
import pathlib
import random
import subprocess
import sys
import xml.etree.ElementTree

from playwright.sync_api import TimeoutError as Overdue, sync_playwright

from page_checks import breaches, launch, open_page

LOOKS = [(1280, "light"), (1280, "dark"), (768, "light"), (390, "light"), (320, "dark")]
DAYS = {"academy": "2025-12-31"}
CHOICES = 200
# The most of a page, so that it can be mailed and opened on a phone.
LARGEST = 2_000_000


def drop(axes, taken):
    return [axis for axis in axes if axis["id"] not in taken]


def choose(page, axes, figures, chance):
    """Chooses by the controls of the page; gives the arguments of the same table and the filters."""
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
    words, filters = ["--rows", ",".join(shown)], {}
    for axis in chance.sample(free, min(len(free), chance.choice([0, 1, 1, 2, 3]))):
        member = chance.randrange(len(axis["members"]))
        page.select_option(f"select[name='only-{axis['id']}']", str(member + 1))
        code = axis["members"][member]
        filters[axis["id"]] = code
        for sign in "\\,;":
            code = code.replace(sign, "\\" + sign)
        words += ["--where", f"{axis['id']}={code}"]
    # In the order in which the page has its dimensions.
    return figure["id"], shown, words, {axis["id"]: filters[axis["id"]] for axis in axes if axis["id"] in filters}


def compare(page, tadrib, sample, chance, troubles):
    """One choice: what the page downloads and what the command computes."""
    axes = page.evaluate("axes.map((axis, at) => ({ id: axis.id, at, members: axis.members.map(([code]) => code) }))")
    figures = page.evaluate("figures.map((figure, at) => ({ id: figure.id, at,"
                            " isUpper: figures.some((other) => other.upper === at) }))")
    figure, shown, words, filters = choose(page, axes, figures, chance)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    found = pathlib.Path(download.value.path()).read_text()
    lines = list(csv.reader(io.StringIO(found)))
    measures = lines[0][len(shown) + len(filters):]
    command = [tadrib, "table", f"Samples/{sample}", "--today", DAYS.get(sample, "2019-12-31"), "-q", "--max-rejects",
               "5%", "--measures", ",".join(measures), "--totals", "-f", "csv", *words]
    computed = list(csv.reader(io.StringIO(subprocess.run(command, check=True, capture_output=True, text=True).stdout)))
    # The page has a column for each filter besides.
    computed = [row[:len(shown)] + list(filters.values() if number else filters) + row[len(shown):]
                for number, row in enumerate(computed)]
    if not all(part in download.value.suggested_filename for part in [figure, *shown, *filters]):
        troubles.append(f"the name {download.value.suggested_filename} does not say what is shown")
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
    found, passed, _ = breaches(page, width)
    troubles += found
    if shots:
        page.screenshot(path=shots / f"{path.parent.name}-{path.stem}-{width}-{scheme}.png", full_page=True)
        if (width, scheme) == LOOKS[0]:
            page.pdf(path=shots / f"{path.parent.name}-{path.stem}.pdf", format="A4")
    page.close()
    return passed


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


def choices(browser, path, troubles):
    """What becomes of a choice: it stays when controls are skipped and in the other language, and pictures are made of it."""
    page = open_page(browser, path, troubles)
    at = page.evaluate("axes.findIndex((axis) => axis.isTime)")
    other = page.evaluate("axes.findIndex((axis) => !axis.isTime)")
    page.select_option("select[name=columns]", "-1")
    page.select_option("select[name=rows]", str(other))
    address = page.evaluate("location.hash")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    if page.evaluate("[location.hash, document.activeElement.id]") != [address, "result"]:
        troubles.append("the link that skips the controls changes the choice")
    link = page.locator(".languages a").first
    if not link.get_attribute("href").endswith(address):
        troubles.append("the page in the other language shows something else")
    title = page.locator("#result-title").inner_text()
    for name, is_whole in [
        ("svg", lambda data: title[:20] in "".join(xml.etree.ElementTree.fromstring(data).itertext())),
        ("png", lambda data: data.startswith(b"\x89PNG") and len(data) > 5_000),
    ]:
        with page.expect_download() as download:
            page.locator(f"button[name={name}]").click()
        if not is_whole(pathlib.Path(download.value.path()).read_bytes()):
            troubles.append(f"the picture {download.value.suggested_filename} is not whole")
    if page.evaluate("short('\\u{1F600}'.repeat(9), 3)") != "\U0001f600\U0001f600…":
        troubles.append("a name is cut within a letter")
    page.evaluate("void (URL.createObjectURL = () => { throw new Error(); })")
    for name in ["csv", "svg", "png"]:
        page.evaluate("status.textContent = ''")
        page.locator(f"button[name={name}]").click()
        try:
            page.wait_for_function("status.textContent === words.notSaved", timeout=5_000)
        except Overdue:
            troubles.append(f"nobody is told that {name} could not be saved")
    guarded = page.evaluate("[safe('=1+1'), safe('@x'), safe('-a'), safe('Kuwait')]")
    if guarded != ["'=1+1", "'@x", "'-a", "Kuwait"] or not page.evaluate("textOf(current)").startswith(title):
        troubles.append(f"what is copied is not guarded, or does not say its title: {guarded}")
    bars = page.evaluate("""[...barsOf({ rowMembers: [1, 2, TOTAL], columnMembers: [TOTAL],
        value: (row) => ({ data: ["6", "-3"][row - 1], shown: "" }) }, { ...current, figure: figures.findIndex((one) => one.upper === null), rows: %d, columns: -1 },
        [TOTAL]).querySelectorAll("rect")].map((bar) => ["x", "width"].map((name) => Number(bar.getAttribute(name))))""" % other)
    (first, long), (second, short) = bars
    if abs(long - 2 * short) > 0.01 or abs(second + short - first) > 0.01 and abs(first + long - second) > 0.01:
        troubles.append(f"negative bars are wrong: {bars}")
    if at >= 0:
        lines(page, path, at, other, troubles)
    page.close()


def lines(page, path, time, other, troubles):
    """Lines on a phone: all words are in sight, and what has no date is told."""
    page.set_viewport_size({"width": 390, "height": 900})
    page.select_option("select[name=rows]", str(time))
    for columns in (-1, other):
        page.select_option("select[name=columns]", str(columns))
        beyond = page.evaluate("[...document.querySelectorAll('#result svg text')].filter((text) => {"
                               " const { left, right } = text.getBoundingClientRect(); return left < 0 || right > 390; })"
                               ".map((text) => text.textContent)")
        if beyond:
            troubles.append(f"out of sight on a phone: {beyond}")
    page.select_option("select[name=columns]", "-1")
    has_undated = page.evaluate(f"axes[{time}].members.some(([code]) => code === '_U')"
                                " && document.querySelector('#result svg path') !== null")
    told = page.evaluate("words.withoutUndated.split('(')[0]")
    if has_undated and told not in page.locator("#result .notes").inner_text():
        troubles.append("what has no date is left out without a word")
    if path.parent.name == "gulf-military-training" and not page.evaluate(f"isInPart(axes[{time}],"
                                                                          f" axes[{time}].members.findLastIndex(([code]) => code !== '_U') + 1)"):
        troubles.append("the last year is not marked as known in part")


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
        browser = launch(playwright)
        for path in sorted(folder.glob("*/explore*.html")):
            troubles, rules = [], 0
            if path.stat().st_size > LARGEST:
                troubles.append(f"{path.stat().st_size} bytes are too many")
            for width, scheme in LOOKS:
                rules = look(browser, path, width, scheme, shots, troubles)
            without_scripts(browser, path, troubles)
            if path.stem == "explore":
                keyboard(browser, path, troubles)
                choices(browser, path, troubles)
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
