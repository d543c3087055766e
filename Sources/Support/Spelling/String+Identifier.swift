extension String {
    /// Whether people can name an entry of their own by it: up to 60 small letters, digits and hyphens, a letter first.
    package var isIdentifier: Bool { utf8.count <= 60 && wholeMatch(of: /[a-z][a-z0-9-]*/) != nil }
}
