import CCairo
import MastheadCore

/// A sheet to draw on: an image or an SVG drawing, kept in memory. Lengths are in pixels, y downwards.
///
/// A handle on cairo; it closes itself. The same strokes give the same bytes: neither format carries a date. The bytes
/// go to a file through `AtomicFile`, so that a full disk is met in one place only.
@safe
struct Canvas: ~Copyable {
    let width: Double
    let height: Double
    let surface: OpaquePointer
    let context: OpaquePointer
    /// Where an SVG drawing flows; nil for an image.
    private let sink: ByteSink?

    /// An image of so many pixels, filled with paper.
    init(width: Int, height: Int) throws(MastheadError) {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        unsafe try self.init(surface, sink: nil, width: Double(width), height: Double(height))
    }

    /// An SVG drawing of so many pixels, filled with paper.
    init(svgOfWidth width: Int, height: Int) throws(MastheadError) {
        let sink = ByteSink()
        let surface = unsafe cairo_svg_surface_create_for_stream(
            ByteSink.append, Unmanaged.passUnretained(sink).toOpaque(), Double(width), Double(height))
        unsafe cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
        unsafe try self.init(surface, sink: sink, width: Double(width), height: Double(height))
    }

    private init(_ surface: OpaquePointer?, sink: ByteSink?, width: Double, height: Double) throws(MastheadError) {
        guard let surface = unsafe surface, unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            let context = unsafe cairo_create(surface)
        else {
            unsafe cairo_surface_destroy(surface)
            throw MastheadError(
                .cannotWrite, "a drawing of \(Int(width)) × \(Int(height)) pixels does not fit into memory",
                remedy: "Free memory, then give the same command again.")
        }
        unsafe self.surface = surface
        unsafe self.context = context
        self.sink = sink
        self.width = width
        self.height = height
        fillRectangle(x: 0, y: 0, width: width, height: height, Color.paper)
    }

    deinit {
        unsafe cairo_destroy(context)
        // An SVG drawing that was not asked for flows out here, while its sink still stands.
        unsafe cairo_surface_destroy(surface)
    }

    /// The image as PNG, or the drawing as SVG; nothing can be drawn afterwards.
    consuming func finish() throws(MastheadError) -> [UInt8] {
        if let sink {
            unsafe cairo_surface_finish(surface)
            try Self.check(unsafe cairo_surface_status(surface))
            return sink.bytes
        }
        unsafe cairo_surface_flush(surface)
        let image = ByteSink()
        try Self.check(
            unsafe cairo_surface_write_to_png_stream(
                surface, ByteSink.append, Unmanaged.passUnretained(image).toOpaque()))
        return image.bytes
    }

    private static func check(_ status: cairo_status_t) throws(MastheadError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw MastheadError(
            .cannotWrite, "a drawing cannot be encoded", remedy: "Free memory, then give the same command again.",
            cause: unsafe String(cString: cairo_status_to_string(status)))
    }
}

/// Bytes that cairo hands out.
private final class ByteSink {
    var bytes: [UInt8] = []

    static let append: cairo_write_func_t = { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        // SAFETY: the closure is the sink that the canvas holds, and cairo vouches for `length` bytes at `data`.
        let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
