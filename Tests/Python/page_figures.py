"""Holds a report pack's pages and pictures against its CSV files; prints what is wrong, one line each.

Every figure of a table of the page is in the table's CSV file and the other way round, every figure in a picture is in
that file, the figure shown is the value rounded for people, and the page is well-formed and asks for nothing outside.
Arguments: the folder of the pack and the names of its pages.
"""

import collections
import csv
import decimal
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

VOID = {"meta", "br", "link", "img", "input", "hr"}
MEMBERS = {"year", "state", "topic", "course", "programme", "period", "where", "text"}
Figure = collections.namedtuple("Figure", "shown value")
troubles = []


def plain(shown):
    """The number that a figure says, or None for words and shorthand."""
    # Arabic-Indic digits are digits to Python; its marks of groups, fractions and percentages are not.
    # Changes have a sign, and marks around them that keep it in its place.
    text = shown.translate({0x66C: ",", 0x66B: ".", 0x66A: "%", 0x2212: "-", 0x200E: "", 0x200F: "", 0x61C: ""}).replace(",", "")
    text = text.removeprefix("+")
    # Differences of shares are shown in percentage points.
    text = re.sub(r" (pp|نقطة مئوية)$", "%", text)
    if not re.fullmatch(r"-?\d+(\.\d+)?%?", text):
        return None
    return decimal.Decimal(text[:-1]).scaleb(-2) if text.endswith("%") else decimal.Decimal(text)


class Page(html.parser.HTMLParser):
    """Figures by table and by picture, open elements, identifiers and what is asked for from outside."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.ids, self.links = [], [], []
        self.tables, self.pictures = collections.defaultdict(list), collections.defaultdict(list)
        self.section = None
        self.figure = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "section":
            self.section = attributes.get("id")
        for name in ("src", "href", "data", "poster", "srcset", "action"):
            if name in attributes:
                self.links.append(attributes[name])
        if any(name.startswith("on") for name in attributes):
            troubles.append(f"a script in an attribute of {tag}")
        if tag not in VOID:
            self.stack.append(tag)
        if (tag == "td" and "t" not in attributes.get("class", "").split()) or (
            tag == "text" and "v" in attributes.get("class", "").split()
        ):
            self.figure = (tag, attributes.get("data-v"), "")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            troubles.append(f"</{tag}> closes what is not open")
        if self.figure and self.figure[0] == tag:
            (self.tables if tag == "td" else self.pictures)[self.section].append(Figure(self.figure[2], self.figure[1]))
            self.figure = None

    def handle_data(self, text):
        if self.figure:
            self.figure = (*self.figure[:2], self.figure[2] + text)


def values(figures, where):
    """The numbers of figures; each must be what its text says, rounded."""
    result = []
    for figure in figures:
        shown = plain(figure.shown)
        if shown is None:
            continue
        value = shown if figure.value is None else decimal.Decimal(figure.value)
        places = shown.as_tuple().exponent
        rounded = value.quantize(decimal.Decimal(1).scaleb(places), decimal.ROUND_HALF_UP)
        if rounded != shown:
            troubles.append(f"{where}: {figure.shown} shown for {value}")
        result.append(value)
    return result


def csv_values(path):
    """Numbers in the columns of measures."""
    result = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for name, text in row.items():
                if name not in MEMBERS:
                    try:
                        result.append(decimal.Decimal(text))
                    except decimal.InvalidOperation:
                        pass
    return result


def missing(some, others):
    """Numbers but 0, which may stand for a gap in a list, that are not among others."""
    others = set(others)
    return sorted({number for number in some if number != 0 and number not in others})


def main(folder, names):
    folder = pathlib.Path(folder)
    counts = collections.Counter()
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        page = Page()
        page.feed(text)
        page.close()
        if page.stack:
            troubles.append(f"{name}: never closed: {page.stack}")
        for repeated in [i for i, n in collections.Counter(page.ids).items() if n > 1]:
            troubles.append(f"{name}: the identifier {repeated} is there twice")
        for link in page.links:
            target = link[1:] if link.startswith("#") else None
            if target is not None and target not in page.ids:
                troubles.append(f"{name}: {link} leads nowhere")
            if target is None and not (folder / link).is_file():
                troubles.append(f"{name}: {link} leads outside")
        if re.search(r"@import|url\(", text):
            troubles.append(f"{name}: the style asks for something")
        for path in sorted((folder / "tables").glob("*.csv")):
            written = values(page.tables[path.stem], f"{name} {path.stem}")
            read = csv_values(path)
            for number in missing(written, read):
                troubles.append(f"{name} {path.stem}: {number} is not in the CSV file")
            for number in missing(read, written):
                troubles.append(f"{name} {path.stem}: {number} is not in the page")
            drawn = values(page.pictures[path.stem], f"{name} {path.stem} picture")
            for number in missing(drawn, read):
                troubles.append(f"{name} {path.stem}: {number} in the picture is not in the CSV file")
            counts.update(tables=1, figures=len(written), drawn=len(drawn))
    for path in sorted((folder / "charts").glob("*.svg")):
        root = ElementTree.parse(path).getroot()
        table = re.sub(r"(-2)?(\.ar)?\.svg$", "", path.name)
        figures = [
            Figure(t.text, t.get("data-v")) for t in root.iter("{http://www.w3.org/2000/svg}text") if "v" in t.get("class", "").split()
        ]
        drawn = values(figures, path.name)
        if not drawn or root.get("role") != "img" or len(root.get("aria-labelledby", "").split()) != 2:
            troubles.append(f"{path.name}: a picture without figures or alternative text")
        for number in missing(drawn, csv_values(folder / "tables" / f"{table}.csv")):
            troubles.append(f"{path.name}: {number} is not in the CSV file")
        counts.update(pictures=1, labels=len(drawn))
    print(", ".join(f"{count} {name}" for name, count in counts.items()), file=sys.stderr)
    print("\n".join(troubles), end="\n" if troubles else "")


main(sys.argv[1], sys.argv[2:])
