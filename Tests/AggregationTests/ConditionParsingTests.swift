import Support
import Testing

@testable import Aggregation

/// Conditions on figures: their written form, what they say of values, and what is said of a text that is none.
struct ConditionParsingTests {
    /// `and` binds closer than `or`; parentheses come first; spaces and case of words do not matter.
    @Test(arguments: [
        ("a=1 or b=1 and c=1", [["a"], ["b", "c"], ["a", "b", "c"]], [["b"], ["c"], []]),
        ("(a=1 or b=1) and c=1", [["a", "c"], ["b", "c"]], [["a"], ["c"], ["a", "b"]]),
        ("a=1 AND(b!=1)and ( c=0 )", [["a"]], [["a", "b"], ["a", "c"], []]),
    ]) func precedence(text: String, met: [[String]], unmet: [[String]]) throws {
        let condition = try FigureCondition(parsing: text)
        for names in met { #expect(condition.holds { .count(names.contains($0) ? 1 : 0) }, "\(text): \(names)") }
        for names in unmet { #expect(!condition.holds { .count(names.contains($0) ? 1 : 0) }, "\(text): \(names)") }
    }

    /// What each comparison says of values of all kinds; what is not known or not applicable meets none.
    @Test(arguments: [
        ("m<3", [2], [3, 4]), ("m<=3", [2, 3], [4]), ("m>3", [4], [2, 3]), ("m>=3", [3, 4], [2]), ("m=3", [3], [2, 4]),
        ("m!=3", [2, 4], [3]), ("m >= -2", [-2, 0], [-3]), ("m<250%", [2], [3]), ("m<=+3.0", [3], [4]),
    ]) func comparisons(text: String, met: [Int], unmet: [Int]) throws {
        let condition = try FigureCondition(parsing: text)
        for number in -3...4 {
            guard met.contains(number) || unmet.contains(number) else { continue }
            let values: [Value] = [.count(number), .decimal(ExactDecimal(number)), .real(Double(number))]
            for value in values { #expect(condition.holds { _ in value } == met.contains(number), "\(text): \(value)") }
        }
        #expect(!condition.holds { _ in .unknown } && !condition.holds { _ in .notApplicable })
        #expect(!condition.holds { _ in nil })
    }

    /// A rate is held against a share as exactly as it is written.
    @Test func sharesAreNumbersOrPercentages() throws {
        for text in ["m=0.7", "m=70%", "m=70.0%"] {
            #expect(try FigureCondition(parsing: text).holds { _ in .real(Double(quotient: 7, 10)) }, "\(text)")
        }
    }

    @Test(arguments: [
        ("", 1, FigureCondition.Fault.figure), ("trainees", 9, .relation), ("trainees<", 10, .number),
        ("trainees<x", 10, .number), ("trainees=1,000", 10, .number), ("trainees<0.00001%", 10, .number),
        ("trainees<1 sessions>2", 12, .joining), ("trainees<1)", 11, .joining), ("(trainees<1", 12, .closing),
        ("<3", 1, .figure), ("trainees<>3", 10, .number), ("trainees==3", 10, .number), ("a=1 and", 8, .figure),
        ("a=1 and and b=2", 9, .figure), ("3<trainees", 1, .figure), ("متدربون", 8, .relation),
        ("trainees<99999999999999999999", 10, .number),
    ]) func brokenForms(text: String, character: Int, fault: FigureCondition.Fault) {
        #expect(throws: RequestError.badCondition(text, character: character, fault)) {
            try FigureCondition(parsing: text)
        }
    }

    /// No depth of parentheses uses up the stack.
    @Test func depthHasAnEnd() throws {
        let text = { (depth: Int) in
            String(repeating: "(", count: depth) + "a=1" + String(repeating: ")", count: depth)
        }
        _ = try FigureCondition(parsing: text(50))
        #expect(throws: RequestError.self) { try FigureCondition(parsing: text(51)) }
        #expect(throws: RequestError.self) { try FigureCondition(parsing: text(200_000)) }
    }
}
