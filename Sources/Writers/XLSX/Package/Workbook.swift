import CXLSXWriter
import Glibc
import Support
import TrainingStats

/// A workbook being written: the one owner of the C library's handle.
///
/// Sheets and formats belong to the library and live until the workbook is closed or destroyed.
struct Workbook: ~Copyable {
    private let handle: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = [:]
    /// The one that was asked for last: neighbours are mostly alike.
    private var last: (key: FormatKey, format: UnsafeMutablePointer<lxw_format>)?
    private var names = SheetNames()
    private var tableNames: Set<String> = []
    private var isClosed = false

    private struct FormatKey: Hashable {
        let style: CellStyle
        let theme: SheetTheme

        /// Hashes the style alone: nearly all sheets of a workbook have one theme.
        func hash(into hasher: inout Hasher) { hasher.combine(style) }
    }

    /// Begins a workbook that is written to a path when it is closed; in constant memory rows must come in their order.
    ///
    /// A small one has few megabytes before it is packed.
    init(path: String, inConstantMemory: Bool = false, isSmall: Bool = false) throws(WriteError) {
        // The library's temporary files live beside the workbook, where there must be room anyway. It makes one for each of some
        // fifty parts: for a small workbook disks would work longer on these than on the workbook.
        let beside = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let folder = strdup(isSmall ? Self.folderInMemory ?? beside : beside)
        defer { free(folder) }
        var options = lxw_workbook_options()
        options.tmpdir = folder
        options.constant_memory = inConstantMemory ? 1 : 0
        guard let handle = workbook_new_opt(path, &options) else {
            throw .failed(path: path, reason: .noMemory)
        }
        self.handle = handle
        self.path = path
    }

    /// A folder in memory that has much more room than any small workbook needs; nil if there is none.
    private static var folderInMemory: String? {
        let folder = "/dev/shm"
        var system = statvfs()
        guard access(folder, W_OK | X_OK) == 0, statvfs(folder, &system) == 0,
            UInt64(system.f_bavail) >= (512 << 20) / UInt64(max(system.f_frsize, 1))
        else { return nil }
        return folder
    }

    deinit {
        if !isClosed { lxw_workbook_free(handle) }
    }

    /// Sets title, subject and author; the day is written as the time of creation, so that equal reports are equal files.
    mutating func setProperties(
        title: String, subject: String, author: String, created day: CivilDate
    ) throws(WriteError) {
        let texts = [title, subject, author].map { strdup(safeText($0, limit: 255)) }
        defer { texts.forEach { free($0) } }
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.subject = texts[1]
        properties.author = texts[2]
        properties.created = time_t(max(day.day, 1)) * 86_400
        try check(workbook_set_properties(handle, &properties))
    }

    /// Adds a sheet; its name is made one that Excel accepts.
    mutating func addSheet(_ name: String, _ theme: SheetTheme) throws(WriteError) -> Sheet {
        let name = names.unique(name)
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw .failed(
                path: path, reason: .init(en: "the sheet '\(name)' cannot be added", ar: "تتعذر إضافة الورقة «\(name)»")
            )
        }
        if theme.isRightToLeft { worksheet_right_to_left(sheet) }
        return Sheet(handle: sheet, name: name, theme: theme, path: path)
    }

    /// A name for the table of a sheet: unique in the workbook, and no reference to a cell.
    mutating func tableName(_ sheet: String) -> String {
        let plain = sheet.lowercased().unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic && !scalar.properties.isDiacritic || (0x30...0x39).contains(scalar.value)
                ? Character(scalar) : "_"
        }
        let base = "table_" + String(plain)
        var name = base
        var number = 2
        while !tableNames.insert(name).inserted {
            name = base + "_\(number)"
            number += 1
        }
        return name
    }

    /// Gives a formula a name by which other formulas use it.
    mutating func define(_ name: String, as formula: String) throws(WriteError) {
        // The library cuts longer ones, and programs refuse what is left.
        guard formula.utf8.count < 127 else {
            throw .failed(
                path: path,
                reason: .init(
                    en: "the formula of the list '\(name)' is too long", ar: "صيغة القائمة «\(name)» أطول من المسموح به"
                ))
        }
        try check(workbook_define_name(handle, name, "=" + formula))
    }

    /// Makes a chart, to be placed on a sheet.
    mutating func addChart(_ type: lxw_chart_type) throws(WriteError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = workbook_add_chart(handle, UInt8(type.rawValue)) else {
            throw .failed(path: path, reason: .noMemory)
        }
        return chart
    }

    /// The format of a style in a theme.
    mutating func format(
        _ style: CellStyle, _ theme: SheetTheme
    ) throws(WriteError) -> UnsafeMutablePointer<lxw_format> {
        let key = FormatKey(style: style, theme: theme)
        if let last, last.key == key { return last.format }
        if let known = formats[key] {
            last = (key, known)
            return known
        }
        guard let format = workbook_add_format(handle) else {
            throw .failed(path: path, reason: .noMemory)
        }
        if theme.isRightToLeft { format_set_reading_order(format, 2) }
        if let font = theme.font { format_set_font_name(format, font) }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if style.isLink { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        let size = style.size ?? theme.size
        if size != 11 || theme.font != nil { format_set_font_size(format, size) }
        if !style.numberFormat.isEmpty { format_set_num_format(format, theme.numberFormat(style.numberFormat)) }
        switch style.alignment {
        case .natural: break
        case .start:
            format_set_align(format, UInt8((theme.isRightToLeft ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if style.wraps {
            format_set_text_wrap(format)
            format_set_align(
                format, UInt8((style.standsAtFoot ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP).rawValue))
        }
        if style.standsAtTop, !style.wraps {
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        if style.indent > 0 { format_set_indent(format, style.indent) }
        if style.hasLineAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.hasLineBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let colour = style.colour { format_set_font_color(format, colour) }
        formats[key] = format
        last = (key, format)
        return format
    }

    /// Writes the file and checks that it is whole.
    ///
    /// - Throws: `WriteError` if it is not, for instance because the disk is full.
    consuming func close() throws(WriteError) {
        isClosed = true
        let follower = PartFollower(path)
        errno = 0
        let code = workbook_close(handle)
        let trouble = errno
        let parts = follower.finish()
        // The library ignores failed writes to its temporary files; errno is the only trace of them.
        guard ![ENOSPC, EDQUOT, EFBIG, EIO].contains(trouble) else {
            throw WriteError(FileError(.writingFailed, path: path, number: trouble))
        }
        try check(code)
        try checkParts(ofWorkbookAt: path, readAlready: parts)
    }

    private func check(_ code: lxw_error) throws(WriteError) { try checked(code, path) }
}

/// Turns an error code of the library into an error.
func checked(_ code: lxw_error, _ path: String) throws(WriteError) {
    guard code != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw .failed(path: path, reason: BilingualText(en: reason, ar: "عطل في مكتبة المصنفات: \(reason)"))
}
