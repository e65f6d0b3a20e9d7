import CCairo

/// A place on a sheet, pixels from the upper left corner.
typealias SheetPoint = (x: Double, y: Double)

extension Canvas {
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

    private func trace(_ points: [SheetPoint], closed: Bool) {
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
        _ points: [SheetPoint], _ color: Color, lineWidth: Double, closed: Bool = false, dashes: [Double] = []
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
    func fill(_ rings: [[SheetPoint]], _ color: Color) {
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
            // SAFETY: the row is inside the surface made above, whose rows are `stride` bytes apart and hold as many
            // pixels of four bytes as the picture.
            unsafe (bytes + row * stride).withMemoryRebound(to: UInt32.self, capacity: picture.width) { line in
                for column in 0..<picture.width { unsafe line[column] = picture[column, row] }
            }
        }
        unsafe cairo_surface_mark_dirty(image)
        unsafe cairo_set_source_surface(context, image, x, y)
        unsafe cairo_paint(context)
    }
}
