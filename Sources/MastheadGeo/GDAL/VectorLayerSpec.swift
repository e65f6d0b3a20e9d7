/// The layout of a layer that a `VectorWriter` writes.
public struct VectorLayerSpec: Sendable, Hashable {
    /// The kind of shapes.
    public enum GeometryType: Sendable, Hashable {
        /// Single points.
        case point
        /// Lines, one or several to a feature.
        case lines
        /// Polygons, one or several to a feature.
        case polygons
        /// No shapes: a table.
        case none
    }

    /// The kind of a field's values.
    public enum FieldType: Sendable, Hashable {
        /// Whole numbers, 64 bits.
        case integer
        /// Real numbers, double precision.
        case real
        /// Text, UTF-8.
        case text
    }

    /// A named, typed field.
    public struct Field: Sendable, Hashable {
        /// The field's name.
        public var name: String
        /// The kind of its values.
        public var type: FieldType

        /// A field by name and type.
        public init(_ name: String, _ type: FieldType) {
            self.name = name
            self.type = type
        }
    }

    /// The layer's name.
    public var name: String
    /// The kind of its shapes.
    public var geometryType: GeometryType
    /// The reference system of its shapes.
    public var referenceSystem: ReferenceSystem
    /// Its fields, in order.
    public var fields: [Field]

    /// A layout by its parts.
    public init(name: String, geometryType: GeometryType, referenceSystem: ReferenceSystem, fields: [Field]) {
        self.name = name
        self.geometryType = geometryType
        self.referenceSystem = referenceSystem
        self.fields = fields
    }
}

/// A value of a field.
public enum VectorValue: Sendable, Hashable {
    /// A whole number.
    case integer(Int)
    /// A real number.
    case real(Double)
    /// A text.
    case text(String)
    /// No value.
    case null
}
