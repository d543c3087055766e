import Support
import Testing
import TrainingStats

@testable import Records

/// Settings go onto a sheet and come back as they were.
struct SettingRowsTests {
    @Test(arguments: Language.allCases)
    func settingsComeBack(in language: Language) throws {
        var settings = DatasetSettings()
        settings.title = BilingualText(en: "A \"centre\"", ar: "مركز")
        settings.custodian = BilingualText(en: "Office")
        settings.trainedStatuses = [.completed, .noShow]
        settings.calendar.fiscalYearStart = .init(month: 7, day: 1)
        settings.hoursPerDay = ExactDecimal("5.5") ?? ExactDecimal(5)
        settings.limits.fields = 12
        settings.bands = [.age: BandedDimension.age.bands(cuts: [30, 40], named: [30: .init(en: "Thirties")])]
        settings.attributes = [
            Attribute(
                id: "rank", name: .init(en: "Rank", ar: "الرتبة"),
                kind: .codes([.init(code: "maj", name: .init(en: "Major"), also: ["Maj."])]),
                columns: [.trainees: "rank", .headcounts: "group_rank"]),
            Attribute(
                id: "size", name: .init(en: "Size"), kind: .number(Bands(cuts: [3, 9], named: [9: .init(en: "Many")])),
                columns: [.courses: "size"]),
            Attribute(id: "fee", name: .init(en: "Fee"), kind: .number(nil), columns: [.courses: "fee"]),
            Attribute(id: "ordered", name: .init(en: "Ordered"), kind: .date(.month), columns: [.sessions: "ordered"]),
        ]
        let rows = SettingRows.rows(of: settings, language).enumerated().map { index, row in
            SettingRows.Row(
                number: index + 2, key: index % 2 == 0 ? row.field.rawValue : row.field.heading(language),
                value: row.value)
        }
        let (read, unknown) = try SettingsDecoder.decode(SettingRows.json(rows), path: "settings")
        #expect(read == settings)
        #expect(unknown.isEmpty)
    }

    /// The default of a fiscal year is none that the dataset states.
    @Test func whatIsNotStatedStaysSo() throws {
        let rows = SettingRows.rows(of: DatasetSettings(), .en)
        #expect(rows.first { $0.field == .fiscalYearStart }?.value.isEmpty == true)
        let (read, _) = try SettingsDecoder.decode(
            SettingRows.json(rows.enumerated().map { .init(number: $0 + 2, key: $1.field.rawValue, value: $1.value) }),
            path: "settings")
        #expect(read.calendar.statedFiscalYearStart == nil)
    }

    @Test func whatIsWrongIsToldWithItsRow() {
        let rows: [SettingRows.Row] = [
            .init(number: 1, key: "Setting", value: ""),
            .init(number: 4, key: "title.en", value: "Centre"),
            .init(number: 7, key: "hoursPerDay", value: "six"),
            .init(number: 9, key: "fiscalYearStart", value: "2026-04-01"),
            .init(number: 11, key: "Colour", value: "red"),
        ]
        #expect {
            try SettingsDecoder.decode(SettingRows.json(rows), path: "settings")
        } throws: { error in
            (error as? ReadError)?.texts.map(\.en) == ["settings:7: hoursPerDay: it is not a number above 0"]
        }
    }

    @Test func aKeyThatIsNotKnownKeepsItsRow() throws {
        let (settings, unknown) = try SettingsDecoder.decode(
            SettingRows.json([
                .init(number: 3, key: "title", value: "Centre"), .init(number: 11, key: "Colour", value: "red"),
            ]), path: "settings")
        #expect(settings.title == BilingualText(en: "Centre"))
        #expect(unknown.map(\.key) == ["Colour"])
        #expect(unknown.map(\.line) == [11])
    }
}
