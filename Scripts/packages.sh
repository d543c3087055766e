# Sourced by the other scripts: finds the project, checks the toolchain, installs missing Debian packages.

# Scripts in folders below say where the project is.
root=${root:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$root" || exit 1

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

command -v swift >/dev/null || fail "the Swift toolchain is missing: install Swift 6.3 or later from https://swift.org/install and put it on PATH"

# need PACKAGE...: installs what is not installed yet.
need() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || fail "these packages are missing, and there is no apt-get to install them:$missing"
    if [ "$(id -u)" -eq 0 ]; then
        run=""
    elif command -v sudo >/dev/null; then
        run="sudo"
    else
        fail "these packages are missing:$missing; install them as root: apt-get install$missing"
    fi
    echo "Installing$missing ..." >&2
    # The index of an earlier day may name versions that are gone: on failure fetch it and try again.
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    $run apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
        { $run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends $missing >/dev/null; } ||
        fail "apt-get could not install:$missing"
}

# What the program is built and linked with.
need_build() {
    need pkg-config libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev libpq-dev libcurl4-openssl-dev zlib1g-dev libssl-dev libxxhash-dev
}

# Chromium, and $page_python, a Python that drives it and has axe-core.
need_page_tools() {
    need chromium fonts-noto-core python3-venv
    page_python=$root/.build/page-tools/bin/python
    [ -x "$page_python" ] || python3 -m venv "$root/.build/page-tools" || fail "no virtual environment"
    "$page_python" -c "import axe_playwright_python" 2>/dev/null ||
        "$page_python" -m pip install -q "axe-playwright-python==0.1.*" || fail "axe-core could not be installed from PyPI"
}

# The program as it is installed, $installed: with Swift's own libraries inside. All is compiled anew for that, and so apart.
# It has no build identifier, which would depend on the folder.
need_installed_build() {
    need_build
    need binutils
    # The library of C++, which Swift's need, is the longest to load: a folder that has nothing but its archive has it linked in.
    mkdir -p .build/archives && ln -sf "$(gcc -print-file-name=libstdc++.a)" .build/archives/ || fail "no libstdc++.a"
    # The linker has a word on what is in Swift's libraries, which concerns nobody here.
    said=$(swift build -c release --static-swift-stdlib --product tadrib --scratch-path .build/install -q --disable-local-rpath \
        -Xlinker --build-id=none -Xlinker "-L$root/.build/archives" 2>&1) || { echo "$said" >&2; fail "the build failed"; }
    # shellcheck disable=SC2034
    installed=$root/.build/install/release/tadrib
}

# The names of the report packs.
pack_names="regional-centre gulf-military-training training-office"

# packs FOLDER [PROGRAM [ROOT]]: the report packs of both samples and one that a definition gives, as of the day up to which the
# samples run. Tables and workbooks are in English, what is read as it stands in both languages. ROOT is where a program that
# runs in another root or folder sees FOLDER, with a slash behind it.
packs() {
    tadrib=${2:-$(swift build -c release --show-bin-path)/tadrib}
    place=${3:-}
    pack "$1/regional-centre" regional-centre csv,xlsx &&
        pack "$1/gulf-military-training" gulf-military-training csv,xlsx --max-rejects 5% &&
        pack "$1/training-office" regional-centre csv,xlsx,sdmx-csv --definition Samples/definitions/training-office.json
}

# pack FOLDER SAMPLE FORMATS OPTION...: the formats in English, those that people read in both languages.
pack() {
    into=$1 sample=Samples/$2 formats=$3
    shift 3
    # A pack takes the files of an earlier one in its folder away, so each is made in a folder of its own.
    "$tadrib" report "$sample" --today 2019-12-31 -q "$@" --format "$formats" -o "$into" &&
        "$tadrib" report "$sample" --today 2019-12-31 -q "$@" --lang en,ar --format md,html -o "$into.read" &&
        rm "$place$into/pack.json" "$place$into.read/pack.json" && cp -r "$place$into.read/." "$place$into" &&
        rm -r "$place$into.read"
}
