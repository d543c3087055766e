import Foundation
import TestSupport
import Testing

@testable import Commands

/// Completions as the shells take them.
struct CompletionTests {
    /// Words typed so far, the last one being completed, and what is offered, or a part of it.
    struct Offer: CustomTestStringConvertible, Sendable {
        let line: [String]
        var all: [String]?
        var some: [String] = []

        var testDescription: String { line.joined(separator: " ") }
    }

    static let offers: [Offer] = [
        .init(line: [""], all: Command.all.map(\.name)),
        .init(line: ["rec"], all: ["records", "reconcile"]),
        .init(line: ["table", "--me"], all: ["--measures"]),
        .init(line: ["summary", "--"], all: Command.summary.options.map { "--" + $0.name }),
        .init(
            line: ["table", "x", "--measures", "trainees-"],
            all: ["trainees-per-trainer", "trainees-per-100k", "trainees-upper"]),
        .init(line: ["table", "x", "--measures", "cost,seat"], all: ["cost,seats"]),
        .init(line: ["table", "--rows", "state,fisc"], all: ["state,fiscal-year"]),
        .init(line: ["table", "--where", "stat"], all: ["state=", "status="]),
        .init(line: ["table", "--sort", "gain-s"], all: ["gain-sd"]),
        .init(line: ["summary", "--lang", ""], all: ["en", "ar"]),
        .init(line: ["list", "m"], all: ["measures"]),
        .init(line: ["explain", "gain-n"], all: ["gain-normalised"]),
        .init(line: ["explain", "host"], all: ["host-state"]),
        .init(line: ["explain", "duplicate"], all: ["duplicate-column", "duplicate-key"]),
        .init(line: ["completions", "f"], all: ["fish"]),
        .init(line: ["summary", "da"], some: ["data folder"]),
    ]

    /// The function that bash calls, with the variables that bash sets.
    @Test(arguments: offers) func bash(offer: Offer) throws {
        let folder = try TemporaryFolder(["data folder/courses.csv": ""])
        let script = """
            source <(tadrib completions bash) || exit
            complete -p tadrib >/dev/null || exit
            COMP_WORDS=(tadrib "$@")
            COMP_CWORD=$#
            _tadrib
            [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
            """
        try folder.write(script, to: "try.sh")
        let line = offer.line.map { "'\($0)'" }.joined(separator: " ")
        let result = try shell(["-c", "/bin/bash try.sh " + line], folder: folder.path)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let offered = result.text.split(separator: "\n").map(String.init)
        if let all = offer.all { #expect(Set(offered) == Set(all)) }
        #expect(offer.some.allSatisfy(offered.contains), "\(offered)")
    }

    @Test(
        .enabled(if: program("zsh") != nil, "zsh is not installed"))
    func zshTakesIt() throws { try expectSyntax("zsh") }

    @Test(.enabled(if: program("fish") != nil, "fish is not installed"))
    func fishTakesIt() throws { try expectSyntax("fish") }

    private func expectSyntax(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(try tadrib(["completions", name]).output, to: "completions")
        let result = try run(try #require(program(name)), ["-n", folder.path + "/completions"])
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    }
}
