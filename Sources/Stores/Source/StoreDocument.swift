import Records
import Support

/// The settings or the measures of a dataset, as a store keeps them.
struct StoreDocument: SettingsInput {
    let name: String
    let path: String
    private let text: String
    private let state: StoreState

    /// A document of a state of a store.
    init(_ name: String, text: String, of state: StoreState) {
        self.name = "\(state.reader.name)!\(name)"
        path = "\(state.path)!\(name)"
        self.text = text
        self.state = state
    }

    var fingerprint: String { SHA256.hexadecimal(of: Array(text.utf8)) }
    func content() throws(ReadError) -> [UInt8] { Array(text.utf8) }
    func sha256() throws(ReadError) -> String { fingerprint }
    func checkUnchanged() throws(ReadError) { try state.checkUnchanged() }
}
