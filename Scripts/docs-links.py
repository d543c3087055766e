"""Checks that every relative link of the project's Markdown files leads to a file, and to a heading where it names one."""

import re
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(\s*<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\s*\)")


def without_code(text):
    """The text without code, line by line as long as before."""
    text = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return "\n".join("" if line.startswith("    $ ") else line for line in text.split("\n"))


def anchors(path):
    """The names by which forges know the headings of a file."""
    names, fence = {}, False
    for line in path.read_text(encoding="utf-8").split("\n"):
        fence ^= line.startswith("```")
        yield from re.findall(r'<a id="([^"]+)"', line)
        found = None if fence else re.match(r"#{1,6}\s+(.*?)\s*#*$", line)
        if not found:
            continue
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", found.group(1)).lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        names[name] = names.get(name, -1) + 1
        yield name if names[name] == 0 else f"{name}-{names[name]}"


def faults(file):
    """What is wrong with the links of a file."""
    for number, line in enumerate(without_code(file.read_text(encoding="utf-8")).split("\n"), 1):
        for target in LINK.findall(line):
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            path, _, heading = target.partition("#")
            place = (file.parent / path).resolve() if path else file
            if not place.exists():
                yield f"{file.relative_to(root)}:{number}: {target}: there is no such file"
            elif not place.is_relative_to(root):
                yield f"{file.relative_to(root)}:{number}: {target}: it lies outside the project"
            elif heading and place.suffix == ".md" and heading not in anchors(place):
                yield f"{file.relative_to(root)}:{number}: {target}: there is no such heading"


listed = subprocess.run(
    ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
    cwd=root, capture_output=True, text=True, check=True,
).stdout
files = [root / name for name in listed.split("\0") if name and (root / name).is_file()]
wrong = [fault for file in files for fault in faults(file)]
for fault in wrong:
    print(fault, file=sys.stderr)
sys.exit(1 if wrong else 0)
