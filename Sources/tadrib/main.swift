import Commands
import Foundation

Tadrib.setUpProcess()
exit(Tadrib.run(CommandLine.arguments, .current).rawValue)
