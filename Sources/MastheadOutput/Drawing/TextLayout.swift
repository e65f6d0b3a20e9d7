import CCairo

/// A face and size of text.
struct TextStyle: Sendable {
    /// Height of a line's letters, pixels.
    var size: Double
    var color = Color.ink
    var isBold = false
    /// A glow around the letters, for text over a map.
    var halo: Color?
    /// Where lines break, pixels; nil for one line.
    var width: Double?
    /// Whether short lines of a broken text stand in the middle.
    var isCentred = false
}

/// How text stands to its anchor.
enum TextAnchor {
    case left
    case centre
    case right
}

/// A text set in lines; pango finds a font for each script.
///
/// A handle on pango; it closes itself.
@safe
struct TextLayout: ~Copyable {
    let layout: OpaquePointer
    let size: (width: Double, height: Double)

    /// A text for a canvas; nil when memory is out.
    init?(_ text: String, _ style: TextStyle, on canvas: borrowing Canvas) {
        guard let layout = unsafe pango_cairo_create_layout(canvas.context) else { return nil }
        unsafe Self.useEvenLetters(layout)
        let description = unsafe pango_font_description_from_string(Self.families)
        unsafe pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        unsafe pango_layout_set_font_description(layout, description)
        unsafe pango_font_description_free(description)
        if let width = style.width {
            unsafe pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            if style.isCentred { unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER) }
        }
        // A NUL would end the text for pango; names are shown to their end.
        unsafe pango_layout_set_text(layout, text.replacing("\0", with: "\u{FFFD}"), -1)
        var width: Int32 = 0
        var height: Int32 = 0
        unsafe pango_layout_get_pixel_size(layout, &width, &height)
        unsafe self.layout = layout
        size = (Double(width), Double(height))
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// The usual face of Debian, then faces that hold Chinese, Japanese and Korean; pango adds what else there is.
    private static let families = "DejaVu Sans, Noto Sans CJK SC, WenQuanYi Micro Hei, Noto Sans"

    /// Grey edges and no hinting, whatever the machine's desktop prefers, so that maps look alike everywhere.
    private static func useEvenLetters(_ layout: OpaquePointer) {
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_layout_context_changed(layout)
    }
}

extension Canvas {
    /// The size that a text takes, pixels.
    func measure(_ text: String, _ style: TextStyle) -> (width: Double, height: Double) {
        guard let layout = TextLayout(text, style, on: self) else { return (0, 0) }
        return layout.size
    }

    /// Draws text whose first line begins at `y`; answers its size.
    ///
    /// - Parameter upwards: Turns the text so that it reads from below; `x` and `y` then are its lower left corner.
    @discardableResult
    func text(
        _ text: String, x: Double, y: Double, _ style: TextStyle, anchor: TextAnchor = .left, upwards: Bool = false
    ) -> (width: Double, height: Double) {
        guard let layout = TextLayout(text, style, on: self) else { return (0, 0) }
        let shift =
            switch anchor {
            case .left: 0.0
            case .centre: (style.isCentred ? style.width ?? layout.size.width : layout.size.width) / 2
            case .right: layout.size.width
            }
        unsafe cairo_save(context)
        unsafe cairo_translate(context, x, y)
        if upwards { unsafe cairo_rotate(context, -Double.pi / 2) }
        if let halo = style.halo {
            unsafe cairo_move_to(context, -shift, 0)
            unsafe pango_cairo_layout_path(context, layout.layout)
            unsafe cairo_set_source_rgba(context, halo.red, halo.green, halo.blue, halo.alpha)
            unsafe cairo_set_line_width(context, style.size / 4)
            unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            unsafe cairo_stroke(context)
        }
        let color = style.color
        unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
        unsafe cairo_move_to(context, -shift, 0)
        unsafe pango_cairo_show_layout(context, layout.layout)
        unsafe cairo_restore(context)
        return layout.size
    }
}
