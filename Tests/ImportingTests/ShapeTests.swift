import Records
import Support
import Testing
import Workbooks

@testable import Importing

/// Further shapes of registers, and those that are refused by name.
struct ShapeTests {
    /// A sheet of rows of texts; the fields of a row are parted by `|`.
    static func sheet(_ text: String, named name: String = "Sheet1", merged: [CellRange] = []) -> RegisterSheet {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let rows = lines.enumerated().map { number, line in
            let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ") }
            let cells = fields.enumerated().compactMap { column, field in
                let field = String(field).trimmingBlanks()
                return field.isEmpty ? nil : RegisterSheet.Cell(column: column, text: field)
            }
            return RegisterSheet.Row(number: number + 1, cells: cells)
        }
        return RegisterSheet(file: "list.xlsx", name: name, rows: rows.filter { !$0.cells.isEmpty }, merged: merged)
    }

    private func dataset(_ sheets: [RegisterSheet]) throws -> ImportedDataset {
        let proposal = try MappingProposal(of: sheets)
        let mapping = try Mapping(json: Array(proposal.text(in: .ar).utf8), path: "proposal")
        let dataset = try RegisterImport(mapping).dataset(of: sheets)
        #expect(dataset.log.messages.filter { $0.severity == .error }.map(\.text.en) == [])
        return dataset
    }

    private func column(_ name: String, of table: RecordTable, in dataset: ImportedDataset) -> [String] {
        guard let table = dataset[table], let position = table.columns.firstIndex(of: name) else { return [] }
        return table.rows.map { $0[position] }
    }

    @Test func rostersInBlocks() throws {
        let sheet = Self.sheet(
            """
            Attendance of courses
            No. | Civil ID | Name | Nationality | Attended
            Port Security - 12/01/2025
            1 | 001 | Trainee 1 | Kuwaiti | Yes
            2 | 002 | Trainee 2 | Qatari | No
            Crisis Management - 25/01/2025
            1 | 001 | Trainee 1 | Kuwaiti | Yes
            2 | 003 | Trainee 3 | Saudi | Y
            3 | 004 | Trainee 4 | Omani | Yes
            Total | | 5
            """)
        let dataset = try dataset([sheet])
        #expect(column("title", of: .courses, in: dataset) == ["Port Security", "Crisis Management"])
        #expect(column("start_date", of: .sessions, in: dataset) == ["2025-01-12", "2025-01-25"])
        #expect(
            column("status", of: .participations, in: dataset) == [
                "attended", "no-show", "attended", "attended", "attended",
            ])
        #expect(column("state", of: .trainees, in: dataset) == ["KWT", "QAT", "SAU", "OMN"])
    }

    /// A person without an identifier is told, and no reason to pass over all rows that begin like this one.
    @Test func aPersonWithoutIdentifierHidesNobody() throws {
        let sheet = Self.sheet(
            """
            Course | Civil ID | Name | Start date | Status
            Leadership | 001 | Trainee 1 | 12/01/2025 | Attended
            Leadership | 002 | Trainee 2 | 12/01/2025 | Attended
            Leadership | | Visitor | 12/01/2025 | Attended
            Ports | 003 | Trainee 3 | 25/01/2025 | Attended
            """)
        let proposal = try MappingProposal(of: [sheet])
        let mapping = try Mapping(json: Array(proposal.text(in: .en).utf8), path: "proposal")
        let dataset = try RegisterImport(mapping).dataset(of: [sheet])
        #expect(dataset[.participations]?.rows.count == 3)
        #expect(dataset.log.messages.filter { $0.severity == .error }.map(\.place) == ["list.xlsx!Sheet1:B4"])
    }

    @Test func headcounts() throws {
        let sheet = Self.sheet(
            """
            Activity | Start date | End date | Venue | Female | Male | Participants
            Workshop on ports | 2025-01-12 | 2025-01-14 | Hall 1 | 3 | 12 | 15
            Seminar on crises | 2025-02-16 | 2025-02-16 | Hall 2 | 5 | 5 | 10
            Total | | | | 8 | 17 | 25
            """)
        let dataset = try dataset([sheet])
        #expect(column("title", of: .courses, in: dataset) == ["Workshop on ports", "Seminar on crises"])
        #expect(column("venue", of: .sessions, in: dataset) == ["Hall 1", "Hall 2"])
        #expect(column("sex", of: .headcounts, in: dataset) == ["F", "M", "F", "M"])
        #expect(column("participants", of: .headcounts, in: dataset) == ["3", "12", "5", "5"])
        #expect(dataset[.participations] == nil)
    }

    @Test func headcountsUnderTwoRowsOfHeadings() throws {
        let merged = [
            CellRange(rows: 1...2, columns: 0...0), CellRange(rows: 1...1, columns: 1...2),
            CellRange(rows: 1...2, columns: 3...3),
            CellRange(rows: 1...2, columns: 4...4),
        ]
        let sheet = Self.sheet(
            """
            اسم البرنامج | فترة التنفيذ | | عدد المتدربين | عدد المدربين
             | من | إلى | |
            أمن الموانئ | ١٢/٠١/٢٠٢٥ | ١٤/٠١/٢٠٢٥ | ١٥ | ٢
            إدارة الأزمات | ١٦/٠٢/٢٠٢٥ | ١٨/٠٢/٢٠٢٥ | ١٠ | ١
            """, merged: merged)
        let dataset = try dataset([sheet])
        #expect(column("start_date", of: .sessions, in: dataset) == ["2025-01-12", "2025-02-16"])
        #expect(column("end_date", of: .sessions, in: dataset) == ["2025-01-14", "2025-02-18"])
        #expect(column("participants", of: .headcounts, in: dataset) == ["15", "10"])
    }

    @Test func tablesWithTheSamePersons() throws {
        let first = Self.sheet(
            """
            Civil ID | Name | Course | Date | Status
            001 | Trainee 1 | Port Security | 25/11/2024 | Completed
            002 | Trainee 2 | Port Security | 25/11/2024 | No show
            """, named: "2024")
        let second = Self.sheet(
            """
            Course | Start date | End date | Employee ID | Name | Result
            Port security | 2025-03-02 | 2025-03-04 | 001 | Trainee 1 | Passed
            Crisis Management | 2025-05-04 | 2025-05-05 | 003 | Trainee 3 | Failed
            """, named: "2025")
        let dataset = try dataset([first, second])
        #expect(column("trainee_id", of: .trainees, in: dataset) == ["001", "002", "003"])
        #expect(column("title", of: .courses, in: dataset) == ["Port Security", "Crisis Management"])
        #expect(column("start_date", of: .sessions, in: dataset) == ["2024-11-25", "2025-03-02", "2025-05-04"])
        #expect(
            column("status", of: .participations, in: dataset) == ["completed", "no-show", "completed", "attended"])
    }

    /// The reason for which a sheet is refused.
    private func refusal(_ text: String) throws -> String {
        let error = #expect(throws: ImportError.self) { try MappingProposal(of: [Self.sheet(text)]) }
        return error?.messages.joined() ?? ""
    }

    @Test func someAreRefusedByName() throws {
        #expect(
            try refusal("Name | Email | Password\nTrainee 1 | a@example.org | secret").contains(
                "'Password' holds passwords"))
        #expect(try refusal("1 | 2 | 3\n4 | 5 | 6").contains("no row has headings"))
        let due =
            "Name | Employee ID | First aid | Fire | Hygiene | Lifting\nTrainee 1 | 1 | 30 | 0 | 90 | 12\nTrainee 2 | 2 | 3 | 1 | 45 | 7"
        #expect(try refusal(due).contains("days until due"))
        let grid =
            "Name | Employee ID | First aid | Fire | Hygiene | Lifting\nTrainee 1 | 1 | Completed | Pass | N/A | Passed"
        #expect(try refusal(grid).contains("a course each"))
    }

    @Test func openOrdersAreAskedFor() throws {
        let open = Self.sheet(
            "Name | Course | Date | Attended\nTrainee 1 | Ports | 2/3/2025 | Yes\nTrainee 2 | Ports | 2/3/2025 | No")
        let proposal = try MappingProposal(of: [open])
        #expect(
            proposal.doubts.contains {
                $0.en.contains(
                    "'2/3/2025' is taken for 2025-03-02 (day or month first?); nothing in the register decides it")
            })
        let american = Self.sheet(
            "Name | Course | Date | Attended\nTrainee 1 | Ports | 3/2/2025 | Yes\nTrainee 2 | Ports | 3/25/2025 | No")
        let field = try MappingProposal(of: [american]).mapping.tables[0].fields.first {
            $0.name == "sessions.start_date"
        }?.field
        #expect(field?.order == .monthDayYear)
        let hijri = Self.sheet(
            "الاسم | الدورة | التاريخ | الحضور\nمتدرب ١ | الموانئ | ١٤٤٦/٠٧/١٢ | نعم\nمتدرب ٢ | الموانئ | ١٤٤٦/٠٧/١٢ | لا"
        )
        let dataset = try dataset([hijri])
        #expect(column("start_date", of: .sessions, in: dataset) == ["2025-01-12"])
    }

    @Test func namesThatLookTheSame() {
        let same = [
            ("Maritime Sec. Foundations", "Maritime Security Foundations"), ("Counter-Terorism", "Counter-terrorism"),
            ("Crisis mgmt", "Crisis Management"),
            ("Min. of Ports", "Ministry of Ports"), ("Civil Defense", "Civil Defence"),
        ]
        for (left, right) in same { #expect(SimilarNames.areSimilar(left, right), "\(left), \(right)") }
        let different = [
            ("Course A", "Course B"), ("Office 1", "Office 2"), ("الدورة أ", "الدورة ب"),
            ("Dr. Trainer One", "Dr. Trainer Two"),
            ("Customs", "Customs Authority"), ("Level 1 Leadership", "Level 2 Leadership"),
            ("Port Security", "Portfolio Security"),
        ]
        for (left, right) in different { #expect(!SimilarNames.areSimilar(left, right), "\(left), \(right)") }
    }
}

/// What looks like something else.
struct TrapTests {
    private static let text = """
        Name | Employee ID | Course | Date | Status | Training Budget | عدد المدربين
        Trainee 1 | #101 | Ports | 25/01/2025 | Completed | 500 | 2
        Trainee 2 | 102 | Ports | 25/01/2025 | Completed | 500 | 2
        Trainee 3 | 103 | Crises | 26/01/2025 | Cancelled | 300 | 1
        Trainee 4 | 101 | Crises | 26/01/2025 | Cancelled | 300 | 1
        """

    @Test func budgetsAndNumbersOfTrainersAreNotTaken() throws {
        let proposal = try MappingProposal(of: [ShapeTests.sheet(Self.text)])
        let table = proposal.mapping.tables[0]
        #expect(table.unused == ["Training Budget", "عدد المدربين"])
        #expect(!table.fields.contains { $0.name.hasSuffix("cost") || $0.name.hasPrefix("trainers") })
        #expect(proposal.doubts.contains { $0.en.hasPrefix("'Status' is the same in all rows of a session") })
        let dataset = try RegisterImport(proposal.mapping).dataset(of: [ShapeTests.sheet(Self.text)])
        #expect(dataset[.trainees]?.rows.map { $0[0] } == ["101", "102", "103"])
    }
}
