import CGDAL

/// A list of texts as GDAL takes them (creation options, arguments), freed with the value.
@safe
struct StringList: ~Copyable {
    private var storage: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    /// A list of the texts in order.
    init(_ texts: [String] = []) {
        unsafe storage = nil
        for text in texts { append(text) }
    }

    /// A list of `KEY=VALUE`, ordered by key, so that the same options always give the same list.
    init(options: [String: String]) {
        self.init(options.keys.sorted().map { "\($0)=\(options[$0] ?? "")" })
    }

    deinit { unsafe CSLDestroy(storage) }

    /// Adds a text at the end.
    mutating func append(_ text: String) { unsafe storage = CSLAddString(storage, text) }

    /// The list for a foreign call; it lives as long as this value does.
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { unsafe storage }

    /// The same list for calls that promise not to change it.
    var constPointer: UnsafePointer<UnsafePointer<CChar>?>? {
        unsafe UnsafeRawPointer(storage)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    }

    /// The texts of a foreign list, which stays with its owner.
    static func texts(of list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
        let count = unsafe CSLCount(list)
        return (0..<count).compactMap { index in
            unsafe CSLGetField(list, index).map { unsafe String(cString: $0) }
        }
    }
}
