import Commands
import Foundation

Tadrib.setUpProcess()
exit(Tadrib.run(Array(CommandLine.arguments.dropFirst()), .process).rawValue)
