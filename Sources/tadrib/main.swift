import Commands
import Foundation

exit(Tadrib.run(Array(CommandLine.arguments.dropFirst()), .process).rawValue)
