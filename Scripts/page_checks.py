"""What all pages are held to in Debian's Chromium: no message, no request, no sideways scrolling, and WCAG 2.2 AA by axe-core."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def launch(playwright):
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])


def open_page(browser, path, troubles, width=1280, scheme="light", **more):
    """A page that notes what it says and asks for; what it makes itself (blob:, data:) is no request."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("request", lambda request: request.url.split("#")[0] == path.as_uri()
            or request.url.startswith(("blob:", "data:")) or troubles.append(f"asked for {request.url}"))
    page.goto(path.as_uri())
    return page


def breaches(page, width):
    """What a page breaks as it stands, how many rules it keeps, and how many axe-core cannot decide."""
    troubles = []
    if page.evaluate("document.documentElement.scrollWidth") > width:
        troubles.append("the page itself scrolls sideways")
    result = Axe().run(page, options=RULES).response
    for violation in result["violations"]:
        for node in violation["nodes"]:
            troubles.append(f"{violation['id']}: {node['html'][:100]}: {node['failureSummary'][:300]}")
    return troubles, len(result["passes"]), len(result["incomplete"])
