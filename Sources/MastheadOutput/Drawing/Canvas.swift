import CCairo
import MastheadCore

/// A sheet to draw on: an image in memory, or an SVG file. Lengths are in pixels, y downwards.
///
/// A handle on cairo and pango; it closes itself.
@safe
struct Canvas: ~Copyable {
    /// How text stands to its anchor.
    enum Anchor {
        case left
        case centre
        case right
    }

    /// A face and size of text.
    struct TextStyle {
        var size: Double
        var color = Color.ink
        var isBold = false
        /// A glow around the letters, for text over a map.
        var halo: Color?
        /// Where lines break, pixels; nil for one line.
        var width: Double?
    }

    let width: Double
    let height: Double
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// An image of so many pixels, filled with paper.
    init(width: Int, height: Int) throws(MastheadError) {
        guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)) else {
            throw Self.failure("an image of \(width) × \(height) pixels cannot be made")
        }
        unsafe try self.init(surface, width: Double(width), height: Double(height))
    }

    /// An SVG file of so many points.
    init(svg path: String, width: Int, height: Int) throws(MastheadError) {
        guard let surface = unsafe cairo_svg_surface_create(path, Double(width), Double(height)) else {
            throw Self.failure("the SVG file \(path) cannot be made")
        }
        unsafe try self.init(surface, width: Double(width), height: Double(height))
    }

    private init(_ surface: OpaquePointer, width: Double, height: Double) throws(MastheadError) {
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = unsafe cairo_create(surface)
        else {
            unsafe cairo_surface_destroy(surface)
            throw Self.failure("a drawing of \(width) × \(height) cannot be made")
        }
        unsafe self.surface = surface
        unsafe self.context = context
        self.width = width
        self.height = height
        fillRectangle(x: 0, y: 0, width: width, height: height, Color.paper)
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    private static func failure(_ problem: String) -> MastheadError {
        MastheadError(.cannotWrite, problem, remedy: "Free memory or disk, then give the same command again.")
    }

    /// Writes the image as PNG.
    func writePNG(to path: String) throws(MastheadError) {
        unsafe cairo_surface_flush(surface)
        let status = unsafe cairo_surface_write_to_png(surface, path)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw AtomicFile.failure(path, unsafe String(cString: cairo_status_to_string(status)))
        }
    }

    /// Ends an SVG file.
    func finish(_ path: String) throws(MastheadError) {
        unsafe cairo_surface_finish(surface)
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw AtomicFile.failure(path, unsafe String(cString: cairo_status_to_string(status)))
        }
    }

    // MARK: - Shapes

    private func use(_ color: Color) {
        unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }

    func fillRectangle(x: Double, y: Double, width: Double, height: Double, _ color: Color) {
        use(color)
        unsafe cairo_rectangle(context, x, y, width, height)
        unsafe cairo_fill(context)
    }

    func strokeRectangle(x: Double, y: Double, width: Double, height: Double, _ color: Color, lineWidth: Double) {
        use(color)
        unsafe cairo_set_line_width(context, lineWidth)
        unsafe cairo_rectangle(context, x, y, width, height)
        unsafe cairo_stroke(context)
    }

    private func trace(_ points: [(x: Double, y: Double)], closed: Bool) {
        for (index, point) in points.enumerated() {
            if index == 0 {
                unsafe cairo_move_to(context, point.x, point.y)
            } else {
                unsafe cairo_line_to(context, point.x, point.y)
            }
        }
        if closed { unsafe cairo_close_path(context) }
    }

    /// Draws a line through points.
    func stroke(
        _ points: [(x: Double, y: Double)], _ color: Color, lineWidth: Double, closed: Bool = false,
        dashes: [Double] = []
    ) {
        guard points.count > 1 else { return }
        trace(points, closed: closed)
        use(color)
        unsafe cairo_set_line_width(context, lineWidth)
        unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        unsafe cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        unsafe cairo_stroke(context)
        unsafe cairo_set_dash(context, nil, 0, 0)
    }

    /// Fills the area inside rings; where rings lie in each other, every second one is a hole.
    func fill(_ rings: [[(x: Double, y: Double)]], _ color: Color) {
        for ring in rings { trace(ring, closed: true) }
        use(color)
        unsafe cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        unsafe cairo_fill(context)
    }

    /// Draws only inside a rectangle while `body` runs.
    func clipped(x: Double, y: Double, width: Double, height: Double, _ body: () -> Void) {
        unsafe cairo_save(context)
        unsafe cairo_rectangle(context, x, y, width, height)
        unsafe cairo_clip(context)
        body()
        unsafe cairo_restore(context)
    }

    /// Lays an opaque picture down, one pixel for each of its pixels.
    func draw(_ picture: Picture, x: Double, y: Double) {
        guard
            let image = unsafe cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(picture.width), Int32(picture.height))
        else { return }
        defer { unsafe cairo_surface_destroy(image) }
        unsafe cairo_surface_flush(image)
        let stride = Int(unsafe cairo_image_surface_get_stride(image))
        guard let bytes = unsafe cairo_image_surface_get_data(image) else { return }
        for row in 0..<picture.height {
            for column in 0..<picture.width {
                // SAFETY: row and column are inside the surface made above, whose rows are `stride` bytes apart.
                unsafe (bytes + row * stride + column * 4).withMemoryRebound(to: UInt32.self, capacity: 1) {
                    unsafe $0.pointee = picture[column, row]
                }
            }
        }
        unsafe cairo_surface_mark_dirty(image)
        unsafe cairo_set_source_surface(context, image, x, y)
        unsafe cairo_paint(context)
    }

    // MARK: - Text

    /// Draws text with the middle of its first line's height at `y` plus half its size; answers its size.
    @discardableResult
    func text(_ text: String, x: Double, y: Double, _ style: TextStyle, anchor: Anchor = .left)
        -> (width: Double, height: Double)
    {
        guard let layout = unsafe pango_cairo_create_layout(context) else { return (0, 0) }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
        let description = unsafe pango_font_description_from_string(
            "DejaVu Sans, WenQuanYi Micro Hei, Noto Sans CJK SC")
        unsafe pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        unsafe pango_layout_set_font_description(layout, description)
        unsafe pango_font_description_free(description)
        if let width = style.width {
            unsafe pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        unsafe pango_layout_set_text(layout, text, -1)
        var pixelWidth: Int32 = 0
        var pixelHeight: Int32 = 0
        unsafe pango_layout_get_pixel_size(layout, &pixelWidth, &pixelHeight)
        let shift =
            switch anchor {
            case .left: 0.0
            case .centre: Double(pixelWidth) / 2
            case .right: Double(pixelWidth)
            }
        unsafe cairo_move_to(context, x - shift, y)
        if let halo = style.halo {
            unsafe pango_cairo_layout_path(context, layout)
            use(halo)
            unsafe cairo_set_line_width(context, style.size / 4)
            unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            unsafe cairo_stroke(context)
            unsafe cairo_move_to(context, x - shift, y)
        }
        use(style.color)
        unsafe pango_cairo_show_layout(context, layout)
        return (Double(pixelWidth), Double(pixelHeight))
    }
}

/// A picture of opaque pixels, row-major, each 0x00RRGGBB.
struct Picture: Sendable {
    let width: Int
    let height: Int
    private var pixels: [UInt32]

    init(width: Int, height: Int, _ color: Color = .paper) {
        self.width = width
        self.height = height
        pixels = Array(repeating: Self.pixel(color), count: width * height)
    }

    subscript(column: Int, row: Int) -> UInt32 { pixels[row * width + column] }

    mutating func set(_ column: Int, _ row: Int, _ color: Color) { pixels[row * width + column] = Self.pixel(color) }

    static func pixel(_ color: Color) -> UInt32 {
        func byte(_ part: Double) -> UInt32 { UInt32(max(0, min(255, (part * 255).rounded()))) }
        return byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue)
    }
}
