public import MastheadCore
public struct CellShare: Sendable { public var cell: Int32; public var region: Int32; public var people: PersonCount; public var squareCentimetres: Int64 }
public struct CensusTile: Sendable { public var window: GridWindow; public var shares: [CellShare] }
public struct CensusReader: ~Copyable { public mutating func tile(_ w: GridWindow) throws(MastheadError) -> CensusTile { CensusTile(window: w, shares: []) } }
public struct RegisterRow: Sendable { public var number: Int; public var fields: [String: String]; public var position: GeographicPosition? }
public struct RegisterTable: Sendable { public var file: String; public var rows: [RegisterRow] }
