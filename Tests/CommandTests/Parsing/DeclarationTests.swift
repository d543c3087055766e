import Foundation
import TestSupport
import Testing

@testable import Commands

/// What follows from the declaration of an option or a command follows for every one of them.
struct DeclarationTests {
    /// An option as one command takes it.
    struct Taken: CustomTestStringConvertible, Sendable {
        let command: Command
        let option: any DeclaredOption

        var testDescription: String { "\(command.name) --\(option.name)" }

        static let all = Command.all.flatMap { command in command.options.map { Taken(command: command, option: $0) } }
    }

    private static let manual =
        (try? tadrib(["manual", "--today", "2019-12-31"]).text.replacing("\\-", with: "-")) ?? ""
    private static let bash = lines("bash")
    private static let zsh = lines("zsh")
    private static let fish = lines("fish")

    private static func lines(_ shell: String) -> [String] {
        ((try? tadrib(["completions", shell]).text) ?? "").split(separator: "\n").map(String.init)
    }

    @Test func namesAreDistinct() {
        #expect(Set(Command.all.map(\.name)).count == Command.all.count)
        for command in Command.all {
            #expect(Set(command.options.map(\.name)).count == command.options.count)
            let letters = command.options.compactMap(\.short)
            #expect(Set(letters).count == letters.count)
        }
        // Options of one name agree in all that does not depend on the command.
        for (name, options) in Command.allOptions {
            #expect(Set(options.map(\.isConfigurable)).count == 1, "\(name)")
            #expect(Set(options.map(\.short)).count == 1, "\(name)")
            #expect(options.count { $0.manualNote == nil } == 1, "\(name)")
        }
    }

    @Test(arguments: Taken.all) func anOptionIsInHelpManualAndCompletions(taken: Taken) throws {
        let (command, option) = (taken.command, taken.option)
        let help = Help.text(of: command)
        #expect(help.contains("  \(option.usage) "))
        #expect(help.split { $0.isWhitespace }.contains { $0.hasPrefix(option.help.prefix { $0 != " " }) })
        let inCommands = "Options: \(command.options.map { "--" + $0.name }.joined(separator: ", "))."
        #expect(words(Self.manual).contains(words(inCommands)))
        #expect(!option.isConfigurable || Self.manual.contains(option.variable))
        for script in [Self.bash, Self.zsh] {
            let own = script.filter { $0.hasPrefix("            \(command.name)) words=\"--") }
            #expect(own.contains { $0.split { " \"".contains($0) }.contains("--\(option.name)") })
        }
        let inFish = Self.fish.filter {
            $0.contains("'__fish_seen_subcommand_from \(command.name)' -l \(option.name) ")
        }
        #expect(inFish.count == 1)
        #expect(inFish.first?.contains(" -r") == (option.placeholder != nil))
        #expect(option.short.map { inFish.first?.contains(" -s \($0) ") == true } ?? true)
        for word in option.completion.words {
            let spelling = "--\(option.name)" + (option.short.map { "|-\($0)" } ?? "")
            for script in [Self.bash, Self.zsh] {
                #expect(script.contains { $0.contains("\(spelling)) words=\"") && $0.contains(word) })
            }
            #expect(inFish.first?.contains(word) == true)
        }
    }

    @Test(arguments: Command.all.map(\.name)) func aCommandIsInHelpManualAndCompletions(name: String) throws {
        let command = try #require(Command.named(name))
        #expect(Help.overview().contains("\n  \(name) "))
        #expect(Self.manual.contains(".SY \"tadrib \(name)\""))
        #expect(Self.manual.contains(".TP\n.B \(name)\n"))
        for script in [Self.bash, Self.zsh] {
            #expect(
                script.contains {
                    $0.contains("compgen -W \"summary ") && $0.split { " \"".contains($0) }.contains("\(name)")
                })
        }
        #expect(Self.fish.contains { $0.hasPrefix("complete -c tadrib -n __fish_use_subcommand -f -a \(name) ") })
        for word in command.operands.words {
            #expect(Self.bash.contains { $0.contains("\(name)) kind=words") && $0.contains(word) })
            #expect(Self.fish.contains { $0.contains("from \(name)' -f -a") && $0.contains(word) })
        }
    }

    /// Texts that an option takes, each of which is another value.
    private static func values(of option: any DeclaredOption) -> [String] {
        let words = option.completion.words
        let texts = [
            "2019", "2018", "2019-12-31", "2018-12-31", "state=KWT", "state=QAT", "trainees>1", "trainees>2",
            words.first ?? "", words.last ?? "",
            "7", "8",
            "a", "b",
        ]
        return Array(texts.filter { !$0.isEmpty && (try? option.parse([$0])) != nil }.prefix(3))
    }

    /// The command line comes before the variable, and that before `tadrib.json`.
    @Test(arguments: Taken.all.filter(\.option.isConfigurable)) func anOptionIsReadFromAllThree(taken: Taken) throws {
        let (command, option) = (taken.command, taken.option)
        let isSwitch = option.placeholder == nil
        let texts = isSwitch ? ["true", "false", "no"] : Self.values(of: option)
        try #require(texts.count >= 2, "this test knows no two values of --\(option.name)")
        let (first, second) = (texts[0], texts[1])
        let flag = isSwitch ? ["--\(option.name)"] : ["--\(option.name)=\(first)"]
        let expected = "\(try option.parse([first]))"
        func value(_ words: [String], variable: String? = nil, setting: String? = nil) throws -> String? {
            let folder = try TemporaryFolder(setting.map { ["tadrib.json": "{\"\(option.name)\": \"\($0)\"}"] } ?? [:])
            let process = ProcessEnvironment(
                variables: variable.map { [option.variable: $0] } ?? [:], workingFolder: folder.path,
                terminalWidth: nil, errorsGoToTerminal: false, now: Date())
            return try Arguments(words, accepting: command.options, process).values[option.name].map { "\($0)" }
        }
        #expect(try value([]) == nil)
        #expect(try value(flag) == expected)
        #expect(try value([], variable: first) == expected)
        #expect(try value([], setting: first) == expected)
        #expect(try value([], variable: first, setting: second) == expected)
        #expect(try value(flag, variable: second, setting: second) == expected)
    }

    /// Words without line breaks and what groff makes of them.
    private func words(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }
}
