import Foundation

/// The tables of people, which can be large and are written in blocks.
extension SyntheticDataset {
    func writeTrainees<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var text = RecordText()
        var chance = chance(5)
        text.add("trainee_id,name,state,institution,sector,sex,birth_year\n")
        for trainee in 0..<traineeCount {
            addTraineeLine(trainee, &chance, to: &text)
            if text.isFull { try sink(text.taken()) }
        }
        try sink(text.bytes)
    }

    func writeParticipations<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var text = RecordText()
        var chance = chance(6)
        text.add("session_id,trainee_id,status,hours,pre_score,post_score,rating,cost\n")
        if isHostile {
            for pair in shuffledPairs() {
                addParticipation(session: Int(pair >> 32), trainee: Int(pair & 0xFFFF_FFFF), &chance, to: &text)
                if text.isFull { try sink(text.taken()) }
            }
        } else {
            for session in 0..<sessionCount {
                // A step that has no common divisor with the number of trainees visits each of them once before it repeats.
                let step = stepWithoutCommonDivisor(&chance)
                var trainee = chance.below(traineeCount)
                for _ in 0..<size(of: session) {
                    addParticipation(session: session, trainee: trainee, &chance, to: &text)
                    trainee = (trainee + step) % traineeCount
                    if text.isFull { try sink(text.taken()) }
                }
            }
        }
        try sink(text.bytes)
    }

    private func stepWithoutCommonDivisor(_ chance: inout SeededGenerator) -> Int {
        func divisor(_ left: Int, _ right: Int) -> Int { right == 0 ? left : divisor(right, left % right) }
        while true {
            let step = 1 + chance.below(traineeCount)
            if divisor(step, traineeCount) == 1 { return step }
        }
    }

    /// Session and trainee of every participation in any order; a few trainees attend most, as Zipf's law has it.
    private func shuffledPairs() -> [UInt64] {
        var chance = chance(9)
        var pairs: [UInt64] = []
        pairs.reserveCapacity(participations)
        var lastSession = [Int32](repeating: -1, count: traineeCount)
        let logarithm = log(Double(traineeCount))
        for session in 0..<sessionCount {
            for _ in 0..<size(of: session) {
                // The density is 1/rank between 1 and the number of trainees; the next trainee takes the place of one who
                // attends already.
                let rank = exp(Double(chance.next() >> 11) * 0x1p-53 * logarithm)
                var trainee = min(Int(rank), traineeCount) - 1
                while lastSession[trainee] == session { trainee = trainee + 1 == traineeCount ? 0 : trainee + 1 }
                lastSession[trainee] = Int32(session)
                pairs.append(UInt64(session) << 32 | UInt64(trainee))
            }
        }
        for index in stride(from: pairs.count - 1, to: 0, by: -1) { pairs.swapAt(index, chance.below(index + 1)) }
        return pairs
    }

    private func addParticipation(
        session: Int, trainee: Int, _ chance: inout SeededGenerator, to text: inout RecordText
    ) {
        let bits = chance.next()
        func part(_ shift: UInt64, _ bound: UInt64) -> Int { Int((bits >> shift & 0xFFF) % bound) }
        var start = text.bytes.count
        addSession(session, to: &text)
        if isHostile, part(0, 100) < 20 { text.quote(from: start) }
        text.comma()
        addTrainee(trainee, to: &text)
        text.comma()
        start = text.bytes.count
        switch part(0, 100) {
        case ..<62: text.add("completed")
        case ..<84: text.add("attended")
        case ..<90: text.add("no-show")
        case ..<95: text.add("withdrawn")
        default: text.add("registered")
        }
        if isHostile, part(48, 100) < 10 { text.quote(from: start) }
        let before = 300 + part(12, 400)
        text.comma()
        let plan = plannedHours(ofCourse: course(of: session)) * 10
        text.add(tenths: plan - part(24, UInt64(plan / 2)))
        text.comma()
        text.add(tenths: before)
        text.comma()
        text.add(tenths: before + part(36, 300))
        text.comma()
        text.add(1 + part(48, 5))
        text.comma()
        text.add(tenths: 500 + part(52, 4_000))
        text.endLine()
    }
}
