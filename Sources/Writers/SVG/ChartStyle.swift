/// Colours and sizes of drawings, for light and dark; all drawings and pages share them.
enum ChartStyle {
    static let titleSize = 16.0
    static let wordSize = 13.0
    static let smallSize = 12.0

    /// Colours for series and whether words on them are dark; in each mode any two stay apart for readers who see no red, no
    /// green or no blue as for others.
    private static let light: [(colour: String, hasDarkWords: Bool)] = [
        ("#005f9e", false), ("#ff5a2d", true), ("#190078", false), ("#730519", false), ("#9b69f0", true),
        ("#641e41", false), ("#41a0a0", true), ("#aa7d5f", true),
    ]
    private static let dark: [(colour: String, hasDarkWords: Bool)] = [
        ("#56b4e9", true), ("#b9371e", false), ("#912dff", false), ("#dceb73", true), ("#9b5a6e", false),
        ("#3273be", false), ("#f096b4", true), ("#91915f", true),
    ]
    /// The grounds of a heat table from light to strong, and the same for a dark page.
    private static let heat = ["#f1f6fb", "#d3e5f4", "#a8cdea", "#2f7ab5", "#004a80"]
    private static let darkHeat = ["#1c2733", "#1f3b55", "#1f527c", "#6ab0e0", "#b9dcf5"]

    /// The colours for series on white, as 0xRRGGBB.
    static let numbers = light.compactMap { UInt32($0.colour.dropFirst(), radix: 16) }
    /// How many colours there are.
    static let colours = light.count
    /// How many grounds a heat table has.
    static let steps = heat.count

    /// The ground for a figure among others of which `most` is the greatest; 0 has none.
    static func step(_ number: Double, of most: Double) -> Int {
        guard number > 0, most > 0 else { return 0 }
        return min(steps, 1 + Int(number / most * Double(steps)))
    }

    /// The rules of drawings: those of a file have the ground within them, those of a page stand on it.
    static let rules =
        """
        .chart text{fill:var(--ink);font:13px Arial,"Helvetica Neue",Helvetica,"Noto Sans Arabic","Noto Sans",sans-serif}
        .chart .h{font-size:16px;font-weight:bold}.chart .a,.chart .c{font-size:12px}.chart .a{fill:var(--soft)}
        .chart .rim{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
        .chart .b{font-weight:bold}.chart .v{font-size:12px}.chart .on{fill:var(--on)}.chart .ground{fill:var(--ground)}
        .chart line{stroke:var(--rule)}.chart .goal{stroke:var(--ink);stroke-width:2.5}
        .chart .halo{stroke:var(--ground);stroke-width:5}.chart .pace{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 2}
        .chart polyline{fill:none;stroke-width:2.5;stroke-linejoin:round}
        .chart .muted{fill:var(--muted)}.chart polyline.muted{fill:none;stroke:var(--muted)}.chart .unknown{fill:var(--unknown)}
        .chart polyline.unknown{fill:none;stroke:var(--unknown)}
        .chart .join{stroke:var(--muted);stroke-width:3}.chart .state{fill:var(--land);stroke:var(--soft);stroke-linejoin:round}
        .chart .lead{stroke:var(--ink)}.chart .ink{fill:var(--ink)}.chart .hit{fill:transparent}
        .chart .open{fill-opacity:.35}.chart rect.part{fill-opacity:.3;stroke:var(--ink);stroke-dasharray:3 2}
        .chart circle.part{fill:var(--ground);stroke:var(--ink);stroke-width:1.5}.chart polyline.part{stroke-dasharray:2 4}
        .chart .hatched{stroke:var(--soft);stroke-linejoin:round}
        """ + "\n"
        + (0..<colours).map {
            ".chart .s\($0){fill:var(--s\($0))}.chart .o\($0){fill:var(--o\($0))}.chart polyline.s\($0){fill:none;stroke:var(--s\($0))}"
        }.joined(separator: "\n") + "\n"
        + (0...steps).map { ".chart .k\($0){fill:var(--k\($0))}" }.joined() + "\n"

    /// The colours by their names in the rules.
    static let lightColours =
        "--ground:#ffffff;--ink:#1b1b1b;--soft:#595959;--rule:#b3b3b3;--on:#ffffff;--muted:#7a98b4;--unknown:#8f8f8f;--land:#5b9fd0;"
        + names(series: light, heat: heat, ground: "#ffffff")
    static let darkColours =
        "--ground:#14181d;--ink:#ececec;--soft:#b8b8b8;--rule:#5c6670;--on:#000000;--muted:#4f7590;--unknown:#7a7a7a;--land:#2a6496;"
        + names(series: dark, heat: darkHeat, ground: "#14181d")

    private static func names(
        series: [(colour: String, hasDarkWords: Bool)], heat: [String], ground: String
    ) -> String {
        series.enumerated().map { "--s\($0):\($1.colour);--o\($0):\($1.hasDarkWords ? "#000000" : "#ffffff");" }
            .joined()
            + ([ground] + heat).enumerated().map { "--k\($0):\($1);" }.joined()
    }
}
