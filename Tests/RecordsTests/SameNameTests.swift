import Records
import TestSupport
import Testing
import TrainingStats

/// States, codes and headings are found by any spelling of the same name; what stays an error lists the codes.
struct SameNameTests {
    @Test(
        arguments: [
            (
                "KWT",
                ["kwt", "KWT ", "kw", "Kuwait", "الكويت", "كويت", "دولة الكويت", "دوله الكويت", "State of Kuwait"]
            ),
            ("QAT", ["قطر", "دولة قطر", "Qatar."]),
            ("BHR", ["البحرين", "بحرين", "مملكة البحرين", "Kingdom of Bahrain"]),
            ("ARE", ["UAE", "U.A.E.", "uae", "الامارات", "الإمارات", "دولة الإمارات العربية المتحدة", "The Emirates"]),
            ("SAU", ["KSA", "السعوديه", "المملكة العربية السعودية", "Kingdom of Saudi Arabia"]),
            ("OMN", ["عُمان", "عمان", "سلطنة عمان", "Sultanate of Oman", "ＯＭＮ"]),
        ]) func states(_ code: String, _ spellings: [String]) throws
    {
        for spelling in spellings {
            let loaded = try soundBut("trainees.csv", "trainee_id,state\nT1,\(spelling)\nT2,QAT\n")
            #expect(loaded.log.findings == [], "\(spelling)")
            let state = loaded.dataset.trainees.profiles.first.map { loaded.dataset.states[Int($0.state)].code }
            #expect(state == code, "\(spelling)")
            let own = try soundBut("states.csv", "state,name_en,population\n\(spelling),Name,7\n")
            #expect(own.dataset.states.count == 6, "\(spelling)")
        }
    }

    @Test func codes() throws {
        let people = try soundBut(
            "trainees.csv", "trainee_id,state,sex,sector\nT1,KWT,Female,MILITARY\nT2,QAT,m ,شُرطيّ\n")
        #expect(people.log.findings == [])
        #expect(people.dataset.trainees.profiles.map(\.sex) == [0, 1])
        #expect(people.dataset.trainees.profiles.map(\.sector) == [0, 1])
        let parts = try soundBut(
            "participations.csv", "Session-ID,TRAINEE ID,Status\nS1,T1,Completed\nS1,T2,No Show \n")
        #expect(parts.log.findings == [])
        #expect(parts.blocks.flatMap(\.statuses) == [2, 4])
        for topic in ["Maritime security", "MARITIME_SECURITY", "الأمن البحري", "الامن البحري "] {
            let courses = try soundBut("courses.csv", "COURSE_ID,Title,topic\nC1,Radio,\(topic)\n")
            #expect(courses.log.findings == [], "\(topic)")
            #expect(courses.dataset.courses.map(\.topic) == [0], "\(topic)")
        }
    }

    @Test func whatStaysAnErrorListsTheCodes() throws {
        let status = try soundBut(
            "participations.csv", "session_id,trainee_id,status\nS1,T1,نعم\nS1,T2,complet\n"
        ).findings(in: "participations.csv").map(\.message)
        #expect(
            status == [
                "'نعم' is not one of registered, attended, completed, withdrawn, no-show",
                "'complet' is not one of registered, attended, completed, withdrawn, no-show; did you mean 'completed'?",
            ])
        let state = try soundBut("trainees.csv", "trainee_id,state\nT1,Kuwayt\nT2,QAT\n").log.findings.first?.message
        #expect(
            state
                == "'Kuwayt' is not one of KWT, QAT, BHR, ARE, SAU, OMN; did you mean 'Kuwait'? Else add it to states.csv"
        )
    }

    @Test func aHeadingThatStandsTwiceInTwoSpellings() throws {
        let found = try soundBut("trainers.csv", "trainer_id,Trainer ID\nR1,R1\n").findings(in: "trainers.csv")
        #expect(found.map(\.code) == [.duplicateColumn])
        #expect(found.first?.value == "Trainer ID")
        // Headings that nobody knows are names of nothing.
        let unknown = try soundBut("trainers.csv", "trainer_id,shoe,Shoe\nR1,1,2\n").findings(in: "trainers.csv")
        #expect(unknown.map(\.code) == [.unknownColumn, .unknownColumn])
    }

    /// Keys compare as bytes; so do the codes of topics and states, before any other spelling of them counts.
    @Test func codesThatLookTheSame() throws {
        let folder = try folderSoundBut("topics.csv", Array("topic,name_en\n\u{C5},One\n\u{212B},Two\n".utf8))
        try folder.write("course_id,title,topic\nC1,Radio,\u{212B}\nC2,Radar,\u{C5}\n", to: "courses.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.log.findings == [])
        #expect(loaded.dataset.courses.map { $0.topic.map { loaded.dataset.topics[$0].name.en } } == ["Two", "One"])
    }

    /// A code that reports write for something else, and a NUL, are no spelling of anything, whichever way rows are read.
    @Test(arguments: ["_U", "_T", "KW\0T"]) func noSpelling(_ text: String) throws {
        let folder = try folderSoundBut("states.csv", Array("state,name_en\nU,Utopia\nT,Terra\n".utf8))
        try folder.write("trainee_id,state\nT1,\(text)\nT2,QAT\n", to: "trainees.csv")
        let found = try LoadedDataset(folder: folder.path).log.findings.filter { $0.file == "trainees.csv" }
        #expect(found.map(\.code) == [text.contains("\0") ? .badEncoding : .badCode])
    }
}
