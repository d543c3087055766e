import CXLSXWriter
import Glibc
import TrainingStats

/// A workbook being written: the one owner of the C library's handle.
///
/// Sheets and formats belong to the library and live until the workbook is closed or let go.
struct Workbook: ~Copyable {
    private let handle: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let isRightToLeft: Bool
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var isClosed = false

    /// Begins a workbook that is written to a path when it is closed.
    init(path: String, isRightToLeft: Bool) throws(WriteError) {
        // The library's temporary files live beside the workbook, where there must be room anyway.
        let folder = strdup(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
        defer { free(folder) }
        var options = lxw_workbook_options()
        options.tmpdir = folder
        guard let handle = workbook_new_opt(path, &options) else {
            throw .failed(path: path, reason: "the library has no memory")
        }
        self.handle = handle
        self.path = path
        self.isRightToLeft = isRightToLeft
    }

    deinit {
        if !isClosed { lxw_workbook_free(handle) }
    }

    /// Says what the workbook is; the day stands in for the moment of writing, so that equal reports are equal files.
    mutating func setProperties(title: String, author: String, created day: CivilDate) throws(WriteError) {
        let texts = [title, author].map { strdup(safeText($0, limit: 255)) }
        defer { texts.forEach { free($0) } }
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.author = texts[1]
        properties.created = time_t(max(day.day, 1)) * 86_400
        try check(workbook_set_properties(handle, &properties))
    }

    /// Adds a sheet; its name is made one that Excel accepts.
    mutating func addSheet(_ name: String) throws(WriteError) -> Sheet {
        let name = names.unique(name)
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw .failed(path: path, reason: "the sheet '\(name)' cannot be added")
        }
        if isRightToLeft { worksheet_right_to_left(sheet) }
        return Sheet(handle: sheet, name: name, path: path)
    }

    /// The format of a style.
    mutating func format(_ style: CellStyle) throws(WriteError) -> UnsafeMutablePointer<lxw_format> {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(handle) else {
            throw .failed(path: path, reason: "the library has no memory")
        }
        if isRightToLeft {
            format_set_reading_order(format, 2)
            format_set_font_name(format, "Arial")
        }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if style.isLink { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if style.size != 11 || isRightToLeft { format_set_font_size(format, style.size) }
        if !style.numberFormat.isEmpty { format_set_num_format(format, style.numberFormat) }
        switch style.alignment {
        case .natural: break
        case .start:
            format_set_align(format, UInt8((isRightToLeft ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if style.wraps {
            format_set_text_wrap(format)
            let isHeading = style.fill != nil
            format_set_align(
                format, UInt8((isHeading ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP).rawValue))
        }
        if style.indent > 0 { format_set_indent(format, style.indent) }
        if style.hasLineAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.hasLineBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let colour = style.colour { format_set_font_color(format, colour) }
        formats[style] = format
        return format
    }

    /// Writes the file, and sees to it that it is whole.
    consuming func close() throws(WriteError) {
        isClosed = true
        // What went wrong is told once, by whoever catches the error, and not by the library too.
        let errors = dup(STDERR_FILENO)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        dup2(nowhere, STDERR_FILENO)
        errno = 0
        let code = workbook_close(handle)
        let trouble = errno
        dup2(errors, STDERR_FILENO)
        for descriptor in [errors, nowhere] { _ = Glibc.close(descriptor) }
        // The library does not look whether its temporary files took what it wrote to them.
        guard ![ENOSPC, EDQUOT, EFBIG, EIO].contains(trouble) else {
            throw .failed(path: path, reason: String(cString: strerror(trouble)))
        }
        try check(code)
        try checkParts(ofWorkbookAt: path)
    }

    private func check(_ code: lxw_error) throws(WriteError) { try checked(code, path) }
}

/// Turns an error code of the library into an error.
func checked(_ code: lxw_error, _ path: String) throws(WriteError) {
    guard code != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw .failed(path: path, reason: reason)
}

/// Text that a workbook can hold: no characters that XML forbids, none that Excel would take for the escape of another
/// (`_x0041_` is an A to it, ECMA-376 part 1, 22.9.2.19), no more UTF-16 units than the limit.
func safeText(_ text: String, limit: Int = 32_767, ending: String = "…") -> String {
    var clean = text
    if text.unicodeScalars.contains(where: { !isXMLCharacter($0) }) {
        clean = String(String.UnicodeScalarView(text.unicodeScalars.map { isXMLCharacter($0) ? $0 : "\u{FFFD}" }))
    }
    if clean.contains("_x") { clean = clean.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_" + $0.output.1 } }
    guard clean.utf16.count > limit else { return clean }
    var count = ending.utf16.count
    var cut = ""
    for character in clean {
        count += character.utf16.count
        if count > limit { break }
        cut.append(character)
    }
    return cut + ending
}

private func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
}
