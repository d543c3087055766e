/// A JSON value as a file has it, with the lines on which its parts are.
package struct JSONDocument: Sendable {
    /// The value of the whole file.
    package let root: JSONNode
    private let lines: [String: Int]

    init(root: JSONNode, lines: [String: Int]) {
        self.root = root
        self.lines = lines
    }

    /// The line, from 1, on which the value at a path such as `tables[2].title` starts; a member starts with its key.
    ///
    /// Where there is nothing, as of a key that is missing, it is the line of what would hold it.
    package func line(of path: String) -> Int {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            path = path[..<(path.lastIndex { $0 == "." || $0 == "[" } ?? path.startIndex)]
        }
        return 1
    }

    /// The path of a member of the object at a path; that of the whole file is empty.
    package static func path(of key: String, in path: String) -> String { path.isEmpty ? key : path + "." + key }

    /// The path of an element, from 0, of the list at a path.
    package static func path(ofElement index: Int, in path: String) -> String { "\(path)[\(index)]" }
}
