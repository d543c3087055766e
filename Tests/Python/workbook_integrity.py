"""Looks into the parts of workbooks for what makes a spreadsheet program refuse or repair a file.

The arguments are workbooks. Prints each fault on a line, nothing where all is well.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NUMBER = re.compile(r"^-?[0-9.]+(E[-+]?[0-9]+)?$", re.I)
CELL_NAME = re.compile(r"^([A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R|C)$", re.I)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def position(reference):
    letters, digits = re.match(r"([A-Z]+)([0-9]+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def box(reference):
    first, _, last = reference.partition(":")
    return position(first) + position(last or first)


def overlap(one, other):
    return not (one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1])


class Workbook:
    def __init__(self, path):
        self.path = path
        self.parts = {}
        with zipfile.ZipFile(path) as archive:
            if archive.testzip():
                self.fault("", "a damaged part")
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    try:
                        self.parts[name] = ElementTree.fromstring(archive.read(name))
                    except ElementTree.ParseError as error:
                        self.fault(name, f"not well-formed: {error}")

    def fault(self, place, text):
        print(f"{self.path} {place}: {text}")

    def check(self):
        self.check_names()
        strings = [self.text(item) for item in self.parts.get("xl/sharedStrings.xml", [])]
        for text in strings:
            if units(text) > 32767:
                self.fault("xl/sharedStrings.xml", "a text that is too long")
        names = set()
        for name in sorted(self.parts):
            if re.match(r"xl/worksheets/sheet\d+\.xml$", name):
                self.check_sheet(name, strings, names)
            if name.startswith("xl/charts/"):
                self.check_chart(name)

    def check_chart(self, name):
        chart = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
        for cache in self.parts[name].iter(chart + "numCache"):
            for value in cache.iter(chart + "v"):
                if not NUMBER.match(value.text or ""):
                    self.fault(name, f"the number {value.text}")

    @staticmethod
    def text(item):
        return "".join(part.text or "" for part in item.iter(MAIN + "t"))

    def check_names(self):
        sheets = [sheet.get("name") for sheet in self.parts["xl/workbook.xml"].iter(MAIN + "sheet")]
        self.sheets = sheets
        if len({name.lower() for name in sheets}) < len(sheets):
            self.fault("xl/workbook.xml", "two sheets of one name")
        for name in sheets:
            bad = not name or units(name) > 31 or name.lower() == "history" or re.search(r"[\[\]:*?/\\]", name)
            if bad or name.startswith("'") or name.endswith("'"):
                self.fault("xl/workbook.xml", f"the sheet name {name!r}")
        for item in self.parts["docProps/core.xml"]:
            if units(item.text or "") > 255:
                self.fault("docProps/core.xml", "a property that is too long")

    def check_sheet(self, name, strings, table_names):
        sheet = self.parts[name]
        cells = {}
        last_row = 0
        for row in sheet.iter(MAIN + "row"):
            number = int(row.get("r"))
            if number <= last_row or number > 1048576 or float(row.get("ht", 15)) > 409.5:
                self.fault(name, f"row {number}")
            last_row = number
            if int(row.get("outlineLevel", 0)) > 7:
                self.fault(name, f"row {number} lies too deep")
            for cell in row.iter(MAIN + "c"):
                cells[cell.get("r")] = self.check_cell(name, cell, strings)
        for column in sheet.iter(MAIN + "col"):
            if not 0 <= float(column.get("width")) <= 255:
                self.fault(name, "a width over 255")
        merged = [box(item.get("ref")) for item in sheet.iter(MAIN + "mergeCell")]
        tables = []
        for part in sheet.iter(MAIN + "tablePart"):
            table = self.parts["xl/tables/" + self.target(name, part.get(RELATIONS + "id")).split("/")[-1]]
            tables.append(box(table.get("ref")))
            self.check_table(name, table, cells, table_names)
        areas = tables + merged
        for index, one in enumerate(areas):
            if any(overlap(one, other) for other in areas[index + 1:]):
                self.fault(name, "tables or merged cells that overlap")
        filters = [box(item.get("ref")) for item in sheet.findall(MAIN + "autoFilter")]
        if any(overlap(one, other) for one in filters for other in tables):
            self.fault(name, "a table under a filter")
        for link in sheet.iter(MAIN + "hyperlink"):
            target = re.match(r"'((?:[^']|'')*)'!", link.get("location", ""))
            if not target or target.group(1).replace("''", "'") not in self.sheets:
                self.fault(name, f"a link to {link.get('location')}")

    def target(self, name, identifier):
        relations = self.parts[name.replace("worksheets/", "worksheets/_rels/") + ".rels"]
        return next(item.get("Target") for item in relations if item.get("Id") == identifier)

    def check_cell(self, name, cell, strings):
        place = f"{name} {cell.get('r')}"
        value = cell.find(MAIN + "v")
        formula = cell.find(MAIN + "f")
        if position(cell.get("r"))[1] > 16384:
            self.fault(place, "a column too many")
        if cell.get("t") == "s":
            return strings[int(value.text)]
        if cell.get("t") == "inlineStr":
            return self.text(cell)
        if formula is not None:
            text = formula.text or ""
            if value is None or not value.text:
                self.fault(place, "a formula without its result")
            # Within the reference to a column an apostrophe escapes what follows it.
            plain = re.sub(r"\[(?:'.|[^'\]])*\]", "", text)
            if plain.count("(") != plain.count(")") or "[" in plain or "]" in plain or len(text) > 8192:
                self.fault(place, f"the formula {text}")
        if value is not None and not NUMBER.match(value.text or ""):
            self.fault(place, f"the number {value.text}")
        return None if value is None else float(value.text)

    def check_table(self, name, table, cells, names):
        label = table.get("displayName")
        if label.lower() in names or CELL_NAME.match(label) or not re.match(r"^[^\W\d][\w.]*$", label) or len(label) > 255:
            self.fault(name, f"the table name {label}")
        names.add(label.lower())
        top, left, bottom, right = box(table.get("ref"))
        columns = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
        if len({column.lower() for column in columns}) < len(columns) or len(columns) != right - left + 1:
            self.fault(name, f"headings of {label}")
        headings = {position(r)[1]: text for r, text in cells.items() if position(r)[0] == top}
        for offset, column in enumerate(columns):
            if headings.get(left + offset) != column or units(column) > 255 or not column:
                self.fault(name, f"the heading {column!r} of {label} is not that of its cell")
        if bottom - top - int(table.get("totalsRowCount", 0)) < 1:
            self.fault(name, f"{label} has no rows")


for argument in sys.argv[1:]:
    Workbook(argument).check()
